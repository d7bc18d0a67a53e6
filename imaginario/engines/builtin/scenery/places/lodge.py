"""Inside a log cabin: a stone hearth with its fire, a small window, firewood, mugs on a shelf, a rug."""

from __future__ import annotations

from dataclasses import dataclass

from ...pixels import rgb
from .. import furniture, interior, stowage
from ..depth import Depth, boards
from ..interior import Decor
from ..pen import Ink, Sketch, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one cabin."""

    log: str
    chink: str
    stone: tuple[str, str, str]
    floor: str
    decor: Decor


LOOKS = (
    _Look(
        "#c08a56", "#8f6340", ("#9a958f", "#b5aea4", "#857f80"), "#96653f",
        Decor("#d8a871", "#c08a56", "#8a5c3a", "#b8443f", "#e2c08a"),
    ),
    _Look(
        "#a87248", "#74492f", ("#a89a8c", "#8f8580", "#c2b4a2"), "#7f5436",
        Decor("#c08f5f", "#a87248", "#7a4e32", "#3f6f6a", "#e0a13c"),
    ),
    _Look(
        "#d2a56f", "#a87a4c", ("#8a8f9a", "#a4a9b2", "#757a88"), "#a9764a",
        Decor("#e6c596", "#d2a56f", "#9c6a42", "#34598f", "#f2e2c4"),
    ),
)  # fmt: skip


def cabin(scene: Scene) -> Stage:
    """A room of logs under a roof of beams, warmed by a fire."""
    scene = indoors(scene)
    look, variant = LOOKS[int(scene.rng("cabin").integers(len(LOOKS)))], scene.layout.variant
    name, way = scene.layout.name, -1 if scene.layout.flip else 1
    shift = {"winding": 0.07, "high": -0.06, "low": 0.04, "framed": -0.03}.get(name, 0.0)
    room = Depth.of(scene, 0.37 + 0.06 * variant, shift, 0.4)
    tall = room.floor * (0.86 - 0.1 * variant)
    _log_wall(scene, room, look, tall)
    for side in (-1, 1):
        _side_wall(scene, room, look, (side * room.half, tall))
    _ceiling(scene, room, look, tall)
    pane = _window(scene, room, look, tall, -way * (0.2 if name == "winding" else 0.5) * room.half)
    _on_the_wall(scene, room, look, tall, way)
    boards(scene, room, look.floor)
    interior.sunbeam(scene, pane)
    _hearth(scene, room, look, tall, way * 0.58 * room.half)
    interior.rug(scene, look.decor)
    _woodpile(scene, room, way)
    _seat(scene, room, look, -way)
    _lanterns(scene, room, tall, way)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.72
    side = -1 if (pane[0] + pane[2]) / 2 < scene.w / 2 else 1
    return scene.stage(ground, indoor=True, window=pane, light_side=side)


def _log_wall(scene: Scene, room: Depth, look: _Look, tall: float) -> None:
    """The far wall: round logs lying on each other."""
    scene.canvas.gradient([scene.tone(look.chink, k) for k in (0.3, 0.6)], 0, room.floor, int(room.floor) + 2)
    rng, n = scene.rng("logs"), 9
    deep, x0, x1 = tall / n, room.cx - room.half, room.cx + room.half
    with scene.canvas.pen((x0, room.floor - tall * 1.05, x1, room.floor + 2)) as pen:
        pen.rect(x0, room.floor - tall * 1.05, x1, room.floor, scene.ink(look.chink, 0.42))
        for i in range(n):
            y, luck = room.floor - (i + 1) * deep, 0.1 * float(rng.random())
            for a, b, tone in ((0.04, 0.98, 0.5), (0.05, 0.8, 0.74), (0.07, 0.52, 0.92)):
                pen.rect(
                    x0 - 9, y + a * deep, x1 + 9, y + b * deep, scene.ink(look.log, tone - luck), deep * 0.3
                )
            pen.rect(x0, y + deep * 0.16, x1, y + deep * 0.24, scene.ink(pale(look.log, 0.22), 1.0 - luck))
            for a, b in rng.random((3, 2)).tolist():
                x, yy = x0 + (x1 - x0) * a, y + deep * (0.4 + 0.24 * b)
                pen.ellipse(x, yy, deep * 0.2, deep * 0.1, scene.ink(look.chink, 0.6))
                pen.ellipse(x, yy, deep * 0.11, deep * 0.055, scene.ink(look.log, 0.9))


def _side_wall(scene: Scene, room: Depth, look: _Look, size: tuple[float, float]) -> None:
    """Logs that run towards us along one side, their ends crossed in the corner."""
    (x, tall), end, n = size, 3.2, 9
    lit = 0.98 if x * scene.light_side < 0 else 0.72
    with scene.canvas.pen() as pen:
        room.quad(pen, ((x, 0, 1), (x, tall, 1), (x, tall, end), (x, 0, end)), scene.ink(look.chink, 0.42))
        for i in range(n):
            low, deep = i * tall / n, tall / n
            for a, b, tone in ((0.03, 0.96, 0.46), (0.2, 0.95, 0.68), (0.48, 0.93, 0.86), (0.74, 0.84, 1.0)):
                y0, y1 = low + a * deep, low + b * deep
                color = look.log if tone < 1 else pale(look.log, 0.22)
                room.quad(
                    pen, ((x, y0, 1), (x, y1, 1), (x, y1, end), (x, y0, end)), scene.ink(color, tone * lit)
                )
        for i in range(n):
            px, py = room.at(x, (i + 0.5) * tall / n, 1.0)
            r = tall / n * 0.48
            pen.circle(px, py, r, scene.ink(look.log, 0.5))
            for k, tone in ((0.86, 0.95), (0.6, 0.78), (0.5, 1.0), (0.24, 0.78)):
                pen.circle(px, py, r * k, scene.ink(pale(look.log, 0.2), tone))


def _ceiling(scene: Scene, room: Depth, look: _Look, tall: float) -> None:
    """Boards above, and round beams across."""
    end = 3.4
    with scene.canvas.pen((0, 0, scene.w, room.floor)) as pen:
        a = room.half * 1.01
        room.quad(
            pen, ((-a, tall, 1), (a, tall, 1), (a, tall, end), (-a, tall, end)), scene.ink(look.log, 0.4)
        )
        for i in range(1, 12):
            x = room.half * (i / 6 - 1)
            line = ((x, tall, 1), (x + 2, tall, 1), (x + 2, tall, end), (x, tall, end))
            room.quad(pen, line, scene.ink(look.chink, 0.26))
        for k in (1.0, 1.3, 1.8, 2.6):
            (x0, y), (x1, _) = room.at(-a, tall, k), room.at(a, tall, k)
            r = 0.05 * tall * k
            for top, low, tone in ((-1.0, 1.0, 0.4), (-0.9, 0.6, 0.66), (-0.8, 0.0, 0.86)):
                pen.rect(x0, y + top * r, x1, y + low * r, scene.ink(look.log, tone))


def _window(scene: Scene, room: Depth, look: _Look, tall: float, x: float) -> interior.Rect:
    """A small window with checked curtains."""
    w, h = min(0.42 * room.half, 190 * scene.u), tall * 0.34
    px, y = room.at(x, tall * 0.72, 1)
    pane = interior.window(scene, px - w / 2, y, w, h)
    cloth, white = look.decor.cloth, scene.ink("#fff4e4", 0.95)
    with scene.canvas.pen((px - w, y - h * 0.3, px + w, y + h * 1.1)) as pen:
        pen.rect(px - w * 0.78, y - h * 0.2, px + w * 0.78, y - h * 0.14, scene.ink(look.decor.wood, 0.7), 4)
        for side in (-1, 1):
            a, b = px + side * w * 0.72, px + side * w * 0.26
            shape = [
                (a, y - h * 0.18),
                (b, y - h * 0.18),
                (px + side * w * 0.46, y + h * 0.72),
                (a, y + h * 0.72),
            ]
            pen.poly(shape, scene.ink(cloth, 0.95))
            for i in range(4):
                t = (i + 0.5) / 4
                pen.line(
                    (a + (b - a) * t, y - h * 0.18),
                    (a + side * w * -0.26 * t, y + h * 0.72),
                    w * 0.035,
                    white,
                )
                yy = y - h * 0.1 + h * 0.78 * t
                pen.rect(
                    min(a, a - side * w * (0.46 - 0.2 * t)),
                    yy,
                    max(a, a - side * w * (0.46 - 0.2 * t)),
                    yy + w * 0.035,
                    white,
                )
    return pane


def _on_the_wall(scene: Scene, room: Depth, look: _Look, tall: float, way: int) -> None:
    """A shelf of mugs, and a pair of snowshoes crossed."""
    u = room.half / 330
    x, y = room.at(way * 0.04 * room.half, tall * 0.6, 1)
    if scene.layout.name != "winding":
        furniture.shelf(scene, x, y, 165 * u, "ccjc", pale(look.log, 0.4))
        _snowshoes(scene, x, y - tall * 0.13, tall * 0.2)
        return
    x, y = room.at(-way * 0.74 * room.half, tall * 0.58, 1)
    furniture.shelf(scene, x, y, 130 * u, "cjc", pale(look.log, 0.4))
    _snowshoes(scene, x, y - tall * 0.13, tall * 0.18)


def _snowshoes(scene: Scene, x: float, y: float, size: float) -> None:
    rim, net = scene.ink("#8a5a36", 0.8), scene.ink("#f0dcb4", 0.95)
    for way in (-1, 1):
        with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + size * 0.2)) as pen:
            it = Sketch(pen, x, y, size, way)
            ring = [
                (0.32, 0.0),
                (0.2, 0.24),
                (0.06, 0.56),
                (-0.16, 0.86),
                (-0.38, 0.86),
                (-0.4, 0.6),
                (-0.2, 0.3),
                (0.14, 0.08),
            ]
            it.pen.blob([it.at(*p) for p in ring], rim)
            inner = [(-0.13 + (px + 0.13) * 0.74, 0.54 + (py - 0.54) * 0.78) for px, py in ring[1:7]]
            it.pen.blob([it.at(*p) for p in inner], net)
            for i in range(4):
                t = 0.36 + 0.14 * i
                it.line((-0.36, t + 0.1), (0.1, t), 0.022, rim)
                it.line((-0.34 + 0.12 * i, 0.84 - 0.05 * i), (-0.2 + 0.1 * i, 0.32), 0.018, rim)


def _hearth(scene: Scene, room: Depth, look: _Look, tall: float, x: float) -> None:
    """A chimney of field stones up to the roof, the fire in its arch, a mantel of one thick board."""
    px, y = room.at(x, 0, 1.04)
    size = min(room.half * 0.74, tall * 0.82)
    high, rng = tall * 1.05 / size, scene.rng("stones")
    tints = [(scene.ink(c, 0.95), scene.ink(c, 0.55)) for c in look.stone]
    with scene.canvas.pen((px - size, y - size * high, px + size, y + size * 0.1)) as pen:
        it = Sketch(pen, px, y, size)
        for half, top in ((0.36, high), (0.5, 0.72)):
            it.rect(-half, 0, half, top, scene.ink("#6f645f", 0.5))
            row, low = 0, 0.0
            while low < top:
                deep, left = 0.085 + 0.035 * rng.random(), -half - 0.08 * (row % 2)
                while left < half:
                    wide = 0.11 + 0.09 * rng.random()
                    a, b = max(-half, left) + 0.008, min(half, left + wide) - 0.008
                    lit, dim = tints[int(rng.integers(3))]
                    if b - a > 0.02:
                        it.rect(a, low + 0.006, b, min(low + deep, top) - 0.004, dim, 0.035)
                        it.rect(a, low + 0.022, b - 0.012, min(low + deep, top) - 0.004, lit, 0.035)
                    left += wide
                low, row = low + deep, row + 1
        _fire(scene, it, look)
    scene.canvas.glow(px, y - size * 0.2, size * 1.5, rgb("#ff9d4a"), 0.24 + 0.24 * scene.light.dark, 1.6)


def _fire(scene: Scene, it: Sketch, look: _Look) -> None:
    dark = scene.ink("#3a2628", 0.5)
    it.rect(-0.29, 0.04, 0.29, 0.34, dark)
    it.ellipse(0, 0.34, 0.29, 0.2, dark)
    it.rect(-0.58, -0.03, 0.58, 0.045, scene.ink(look.stone[0], 0.6), 0.02)
    it.rect(-0.58, -0.005, 0.57, 0.045, scene.ink(look.stone[1], 1.0), 0.02)
    for d in (-1, 1):
        it.stroke(scene.ink("#7a4e32", 0.8), 0.075, 0.075, (-d * 0.19, 0.075), (d * 0.17, 0.13))
        it.circle(d * 0.17, 0.13, 0.036, scene.ink("#e0b47a", 0.9))
    rng = scene.rng("fire")
    for k, tint in ((1.0, "#f2682f"), (0.68, "#ffb03c"), (0.36, "#fff0a8")):
        for dx in (-0.12, 0.12, 0.0):
            high, wide = (0.33 if dx == 0 else 0.22) * k * (0.9 + 0.2 * rng.random()), 0.095 * k
            flame = ((dx - wide, 0.1), (dx - wide * 0.7, 0.1 + high * 0.5), (dx + wide * 0.2, 0.1 + high))
            it.blob(ink(rgb(tint)), *flame, (dx + wide * 0.8, 0.1 + high * 0.45), (dx + wide, 0.1))
    it.rect(-0.6, 0.68, 0.6, 0.78, scene.ink(look.decor.wood, 0.5), 0.02)
    it.rect(-0.6, 0.7, 0.59, 0.78, scene.ink(pale(look.decor.wood, 0.12), 1.0), 0.02)
    for x, high, color in ((-0.42, 0.16, "#d8604f"), (-0.3, 0.12, "#f2e2c4"), (0.44, 0.14, "#4f8f8a")):
        it.rect(x - 0.045, 0.78, x + 0.045, 0.78 + high, scene.ink(color, 0.62), 0.02)
        it.rect(x - 0.045, 0.78, x + 0.02, 0.78 + high, scene.ink(color, 1.0), 0.02)
    it.rect(0.2, 0.78, 0.32, 0.81, scene.ink("#c9973f", 0.9))
    it.rect(0.245, 0.8, 0.275, 0.93, scene.ink("#fff6e2", 1.0))
    it.ellipse(0.26, 0.96, 0.014, 0.032, ink(rgb("#ffc24a")))


def _woodpile(scene: Scene, room: Depth, way: int) -> None:
    """Split logs piled against the side wall by the hearth."""
    x, y = room.at(way * 0.97 * room.half, 0, 1.4)
    size = min(0.26 * room.half, 0.2 * room.floor) * 1.2
    x = min(max(x, size * 0.62), scene.w - size * 0.62)
    furniture.shadow(scene, x, y, size * 1.1)
    with scene.canvas.pen((x - size * 1.6, y - size * 1.8, x + size * 1.6, y + 4)) as pen:
        it = Sketch(pen, x, y, size, way)
        for row, count in enumerate((5, 4, 3)):
            for i in range(count):
                cx, cy, r = -0.92 + 0.2 * row + 0.41 * i, 0.2 + 0.35 * row, 0.2
                it.circle(cx, cy, r, scene.ink("#6a4430", 0.6))
                it.circle(cx, cy, r * 0.86, scene.ink("#dcb07a", 0.78))
                it.circle(cx - way * 0.012, cy + 0.014, r * 0.74, scene.ink("#efcb98", 1.0))
                for k, tone in ((0.5, 0.72), (0.4, 1.0), (0.2, 0.72)):
                    it.circle(cx, cy, r * k, scene.ink("#e6bd86", tone))


def _seat(scene: Scene, room: Depth, look: _Look, way: int) -> None:
    """An armchair under a checked blanket, near by."""
    x, y = room.at(way * 0.84 * room.half, 0, 1.36)
    size = min(0.62 * room.half, 0.5 * room.floor)
    x = min(max(x, size * 0.36), scene.w - size * 0.36)
    furniture.armchair(scene, x, y, size, look.decor.cloth)
    cream, edge = scene.ink(look.decor.accent, 1.0), scene.ink(look.decor.accent, 0.66)
    with scene.canvas.pen((x - size * 0.6, y - size, x + size * 0.6, y)) as pen:
        it = Sketch(pen, x, y, size)
        _blanket(it, cream, edge, scene.ink(look.decor.cloth, 0.8))


def _blanket(it: Sketch, cream: Ink, edge: Ink, stripe: Ink) -> None:
    it.poly(edge, (-0.18, 0.93), (0.06, 0.95), (0.1, 0.4), (-0.2, 0.38))
    it.poly(cream, (-0.18, 0.93), (0.02, 0.945), (0.05, 0.4), (-0.2, 0.38))
    for i in range(3):
        it.line((-0.13 + 0.08 * i, 0.93), (-0.15 + 0.09 * i, 0.4), 0.014, stripe)
    for i in range(4):
        it.line((-0.19, 0.84 - 0.13 * i), (0.08, 0.845 - 0.13 * i), 0.016, stripe)
    for i in range(8):
        it.line((-0.19 + 0.04 * i, 0.39), (-0.19 + 0.04 * i, 0.34), 0.012, edge)


def _lanterns(scene: Scene, room: Depth, tall: float, way: int) -> None:
    """Storm lanterns that hang from a beam."""
    for side, k in ((-way * 0.3, 1.3), (way * 0.1, 1.6)):
        x, y = room.at(side * room.half, tall * 0.82, k)
        stowage.storm_lantern(scene, x, y, room.at(0, tall, k)[1], 0.075 * room.half * k)
