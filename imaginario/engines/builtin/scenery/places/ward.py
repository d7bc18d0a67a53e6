"""Inside a hospital: beds under white blankets, a drip and a monitor beside them, curtains on a rail."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from ...pixels import rgb
from .. import furniture, interior
from ..depth import Depth, tiles
from ..pen import Pen, Point, Sketch, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one ward."""

    wall: str
    lower: str
    curtain: str
    fold: str
    floor: tuple[str, str]


LOOKS = (
    _Look("#f4efe4", "#b9ded4", "#8fcabf", "#7fb5d8", ("#f4f3ee", "#d3e5e0")),
    _Look("#f3eef0", "#bcd5ec", "#8fb9e2", "#e8a0a8", ("#f2f4f7", "#d2dfec")),
    _Look("#fbf2e4", "#f3d3b8", "#f0b48f", "#8fc0a8", ("#f8f3ea", "#ecdac8")),
    _Look("#f1f0f6", "#d5cdea", "#b9a8de", "#f2c66a", ("#f4f3f8", "#dcd8ea")),
)
STEEL = "#a9b6c2"


def hospital(scene: Scene) -> Stage:
    """A bright ward with beds at both sides, a window between them and a red cross on the wall."""
    scene = indoors(scene)
    look, variant = LOOKS[int(scene.rng("ward").integers(len(LOOKS)))], scene.layout.variant
    way, name = -1 if scene.layout.flip else 1, scene.layout.name
    shift = {"winding": 0.06, "high": -0.05, "low": 0.03}.get(name, 0.0)
    room = Depth.of(scene, 0.38 + 0.07 * variant, shift, 0.38)
    tall = room.floor * (0.92 - 0.08 * variant)
    _walls(scene, room, look, tall)
    pane = _window(scene, room, look, tall, {"open": -0.06, "winding": 0.0}.get(name, 0.02) * way)
    _cross(scene, room, tall, {"open": 0.36, "winding": -0.44}.get(name, 0.47) * way)
    _charts(scene, room, look, tall, {"open": -0.52, "winding": 0.46}.get(name, -0.45) * way)
    tiles(scene, room, look.floor)
    interior.sunbeam(scene, pane)
    size = min(0.72 * room.half, 0.58 * room.floor)
    if scene.w > 2 * scene.h:
        _place(scene, room, look, (way * 0.3, 1.0), size * 0.72, way)
    _place(scene, room, look, (-way * 0.7, 1.04), size * 0.9, -way)
    _curtain(scene, room, look, tall, -way)
    _place(scene, room, look, (way * 0.72, 1.24), size * 1.08, way)
    _trolley(scene, room, look, -way)
    _ceiling_lamps(scene, room, tall)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.72
    side = -1 if (pane[0] + pane[2]) / 2 < scene.w / 2 else 1
    return scene.stage(ground, indoor=True, window=pane, light_side=side)


def _walls(scene: Scene, room: Depth, look: _Look, tall: float) -> None:
    """Three walls with a coloured lower half, a hand rail between, and the ceiling."""
    end, rail = 3.0, tall * 0.34
    scene.canvas.gradient([scene.tone("#fffaf2", k) for k in (0.7, 0.95)], 0, room.floor, int(room.floor) + 2)
    a = room.half
    with scene.canvas.pen() as pen:
        room.quad(pen, ((-a, 0, 1), (a, 0, 1), (a, tall, 1), (-a, tall, 1)), scene.ink(look.wall, 0.98))
        room.quad(pen, ((-a, 0, 1), (a, 0, 1), (a, rail, 1), (-a, rail, 1)), scene.ink(look.lower, 0.92))
        for side in (-1, 1):
            x, lit = side * a, 0.9 if side * scene.light_side < 0 else 0.74
            for y0, y1, color in ((0, tall, look.wall), (0, rail, look.lower)):
                room.quad(pen, ((x, y0, 1), (x, y1, 1), (x, y1, end), (x, y0, end)), scene.ink(color, lit))
            for y0, y1, color in ((rail, rail + 7 * scene.u, "#d6b48a"), (0, 14 * scene.u, "#ffffff")):
                room.quad(
                    pen, ((x, y0, 1), (x, y1, 1), (x, y1, end), (x, y0, end)), scene.ink(color, lit * 0.9)
                )
        for y0, y1, tint in ((rail, rail + 7 * scene.u, "#d6b48a"), (0, 14 * scene.u, "#ffffff")):
            room.quad(pen, ((-a, y0, 1), (a, y0, 1), (a, y1, 1), (-a, y1, 1)), scene.ink(tint, 0.92))
    interior.corners(scene, 0.13)


def _window(scene: Scene, room: Depth, look: _Look, tall: float, share: float) -> interior.Rect:
    """A wide window with a blind drawn halfway up."""
    w, h = min(0.5 * room.half, 250 * scene.u), tall * 0.4
    x, y = room.at(share * room.half, tall * 0.84, 1)
    pane = interior.window(scene, x - w / 2, y, w, h)
    with scene.canvas.pen((x - w, y - h * 0.2, x + w, y + h)) as pen:
        for i in range(4):
            top = y - h * 0.05 + i * h * 0.055
            pen.rect(
                x - w * 0.52, top, x + w * 0.52, top + h * 0.045, scene.ink(pale(look.fold, 0.55), 0.8), 3
            )
            pen.rect(x - w * 0.52, top, x + w * 0.52, top + h * 0.03, scene.ink(pale(look.fold, 0.6), 1.0), 3)
        pen.rect(x + w * 0.44, y, x + w * 0.446, y + h * 0.5, scene.ink("#d6c8b4", 0.9))
        pen.circle(x + w * 0.443, y + h * 0.52, w * 0.018, scene.ink(look.fold, 0.9))
    return pane


def _cross(scene: Scene, room: Depth, tall: float, share: float) -> None:
    """A round sign with a soft red cross."""
    x, y = room.at(share * room.half, tall * 0.72, 1)
    r = min(0.11 * tall, 0.15 * room.half)
    with scene.canvas.pen((x - r * 1.5, y - r * 1.5, x + r * 1.5, y + r * 1.5)) as pen:
        pen.circle(x + r * 0.08, y + r * 0.12, r * 1.04, scene.ink("#bfb2a6", 0.75))
        pen.circle(x, y, r, scene.ink("#fffdf8", 1.0))
        for shift, tint in ((0.04, scene.ink("#e0564f", 0.7)), (0.0, scene.ink("#ec6a62", 1.0))):
            for a, b in ((0.56, 0.2), (0.2, 0.56)):
                pen.rect(x - (a - shift) * r, y - (b - shift) * r, x + a * r, y + b * r, tint, r * 0.09)


def _charts(scene: Scene, room: Depth, look: _Look, tall: float, share: float) -> None:
    """A chart with a line on the wall, and a child's drawing below it."""
    x, y = room.at(share * room.half, tall * 0.6, 1)
    size = min(0.26 * tall, 0.3 * room.half)
    with scene.canvas.pen((x - size, y - size, x + size, y + size)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.36, 0.0, 0.42, 0.98, scene.ink("#bfb2a6", 0.7), 0.03)
        it.rect(-0.4, 0.04, 0.38, 1.0, scene.ink("#fffdf6", 1.0), 0.03)
        it.rect(-0.12, 0.95, 0.1, 1.06, scene.ink(STEEL, 0.8), 0.03)
        for i in range(5):
            it.rect(-0.32, 0.2 + 0.14 * i, 0.3, 0.21 + 0.14 * i, scene.ink("#cfd8de", 0.95))
        line: list[Point] = [(-0.32, 0.3), (-0.16, 0.5), (-0.04, 0.42), (0.12, 0.68), (0.3, 0.78)]
        it.stroke(scene.ink("#e0564f", 0.95), 0.035, 0.035, *line)
        for point in line:
            it.circle(*point, 0.034, scene.ink(look.fold, 0.9))
        it.rect(-0.32, 0.1, 0.02, 0.14, scene.ink("#9fb0bd", 0.9), 0.01)


def _place(scene: Scene, room: Depth, look: _Look, at: Point, size: float, way: int) -> None:
    """A bed with all that stands about it: monitor and drip at its head, at the outer end."""
    x, y = room.at(at[0] * room.half, 0, at[1])
    x = min(max(x, size * 0.6), scene.w - size * 0.6)
    _monitor(scene, x + way * size * 0.2, y - size * 0.06, size * 0.6)
    _drip(scene, x - way * size * 0.02, y - size * 0.03, size * 0.98, way)
    _bed(scene, look, x, y, size, -way)


def _bed(scene: Scene, look: _Look, x: float, y: float, size: float, way: int) -> None:
    """A bed on wheels from its side, its head raised, its rail up, a clipboard at its foot."""
    if "bed" in scene.setting.drawn:
        return
    furniture.shadow(scene, x, y, size * 0.58, 0.45)
    steel, dark = scene.ink(STEEL, 1.0), scene.ink(STEEL, 0.45)
    with scene.canvas.pen((x - size * 0.8, y - size * 0.9, x + size * 0.8, y + 5)) as pen:
        it = Sketch(pen, x, y, size, way)
        for px in (-0.4, 0.42):
            it.line((px, 0.06), (px, 0.24), 0.03, dark)
            it.circle(px, 0.035, 0.036, dark)
            it.circle(px, 0.035, 0.016, steel)
        it.blob(
            scene.ink("#d6b48a", 0.6),
            (-0.55, 0.16),
            (-0.57, 0.6),
            (-0.53, 0.68),
            (-0.49, 0.62),
            (-0.47, 0.16),
        )
        it.blob(
            scene.ink("#e6caa0", 1.0),
            (-0.55, 0.18),
            (-0.565, 0.6),
            (-0.535, 0.66),
            (-0.51, 0.6),
            (-0.5, 0.18),
        )
        it.rect(-0.5, 0.2, 0.52, 0.27, dark, 0.02)
        _bedding(scene, it, look)
        _rail(scene, it)


def _bedding(scene: Scene, it: Sketch, look: _Look) -> None:
    """Mattress, pillow and blanket."""
    white, shade = scene.ink("#fffdf8", 1.0), scene.ink("#e3e4ee", 0.82)
    it.poly(shade, (-0.5, 0.27), (-0.48, 0.56), (-0.42, 0.56), (-0.14, 0.36), (0.52, 0.36), (0.52, 0.27))
    it.poly(white, (-0.5, 0.31), (-0.48, 0.58), (-0.42, 0.58), (-0.14, 0.385), (0.52, 0.385), (0.52, 0.32))
    it.blob(
        scene.ink(pale(look.fold, 0.6), 0.9),
        (-0.46, 0.5),
        (-0.47, 0.68),
        (-0.38, 0.72),
        (-0.24, 0.52),
        (-0.27, 0.44),
    )
    it.blob(white, (-0.45, 0.55), (-0.45, 0.67), (-0.38, 0.7), (-0.27, 0.54), (-0.3, 0.49))
    it.blob(
        shade,
        (-0.16, 0.2),
        (-0.15, 0.4),
        (0.0, 0.45),
        (0.3, 0.43),
        (0.53, 0.41),
        (0.56, 0.3),
        (0.53, 0.17),
    )
    it.blob(
        white,
        (-0.16, 0.24),
        (-0.15, 0.41),
        (0.0, 0.45),
        (0.3, 0.435),
        (0.52, 0.41),
        (0.53, 0.3),
        (0.5, 0.23),
    )
    it.blob(
        scene.ink(look.fold, 0.9),
        (-0.18, 0.22),
        (-0.18, 0.42),
        (-0.08, 0.46),
        (-0.03, 0.43),
        (-0.05, 0.2),
    )
    it.rect(-0.02, 0.3, 0.53, 0.33, scene.ink(look.fold, 0.9), 0.01)


def _rail(scene: Scene, it: Sketch) -> None:
    steel, shine = scene.ink(STEEL, 0.62), scene.ink("#e6edf2", 1.0)
    for k in (0.46, 0.38):
        it.rect(-0.12, k, 0.26, k + 0.025, steel, 0.012)
        it.rect(-0.12, k + 0.01, 0.26, k + 0.025, shine, 0.01)
    for px in (-0.1, 0.02, 0.13, 0.24):
        it.rect(px - 0.011, 0.24, px + 0.011, 0.47, steel, 0.01)
        it.rect(px - 0.009, 0.24, px, 0.47, shine)
    it.blob(scene.ink("#d6b48a", 0.6), (0.51, 0.14), (0.51, 0.48), (0.55, 0.54), (0.6, 0.5), (0.6, 0.14))
    it.blob(
        scene.ink("#e6caa0", 1.0), (0.515, 0.16), (0.515, 0.48), (0.55, 0.52), (0.575, 0.48), (0.57, 0.16)
    )
    it.rect(0.56, 0.24, 0.64, 0.42, scene.ink("#4f8fb0", 0.8), 0.01)
    it.rect(0.565, 0.25, 0.63, 0.4, scene.ink("#fffdf6", 1.0), 0.01)


def _monitor(scene: Scene, x: float, y: float, size: float) -> None:
    """A heart monitor on its stand, its green line beating."""
    steel, dark = scene.ink(STEEL, 0.9), scene.ink("#5f6f80", 0.7)
    with scene.canvas.pen((x - size, y - size * 1.9, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.03, 0, 0.03, 1.1, steel)
        it.rect(-0.24, 0, 0.24, 0.05, dark, 0.02)
        it.rect(-0.42, 1.02, 0.42, 1.66, scene.ink("#c9d3da", 0.6), 0.07)
        it.rect(-0.42, 1.05, 0.4, 1.66, scene.ink("#eef2f4", 1.0), 0.07)
        it.rect(-0.35, 1.16, 0.34, 1.59, ink(rgb("#17353f")), 0.04)
        beat = (
            (-0.33, 1.38),
            (-0.14, 1.38),
            (-0.09, 1.43),
            (-0.04, 1.38),
            (0.0, 1.53),
            (0.05, 1.25),
            (0.1, 1.38),
            (0.32, 1.38),
        )
        for a, b in itertools.pairwise(beat):
            it.line(a, b, 0.026, ink(rgb("#6ff0a0")))
        it.circle(0.26, 1.5, 0.034, ink(rgb("#ff6f7a")))
        it.rect(-0.31, 1.2, -0.1, 1.24, ink(rgb("#6fc8f0")), 0.01)
        it.rect(-0.06, 1.2, 0.08, 1.24, ink(rgb("#f2d06a")), 0.01)
        for i, tint in enumerate(("#ec6a62", "#6fb58a", "#8f9aa8")):
            it.circle(-0.24 + 0.12 * i, 1.1, 0.028, scene.ink(tint, 0.95))
    scene.canvas.glow(x, y - size * 1.38, size * 0.9, rgb("#7ff0b8"), 0.07 + 0.25 * scene.light.dark)


def _drip(scene: Scene, x: float, y: float, size: float, way: int) -> None:
    """A drip stand with a bag and its tube."""
    steel, dark = scene.ink(STEEL, 1.0), scene.ink(STEEL, 0.5)
    with scene.canvas.pen((x - size * 0.5, y - size * 1.3, x + size * 0.5, y + 4)) as pen:
        it = Sketch(pen, x, y, size, way)
        it.stroke(
            scene.ink("#bfe0ee", 0.9), 0.012, 0.012, (-0.1, 0.8), (-0.12, 0.62), (0.06, 0.52), (0.2, 0.46)
        )
        it.rect(-0.012, 0.02, 0.012, 1.18, steel)
        it.rect(0.003, 0.02, 0.012, 1.18, dark)
        for d in (-0.1, 0.1):
            it.stroke(steel, 0.022, 0.02, (0, 1.16), (d * 0.7, 1.19), (d, 1.14))
        it.rect(-0.16, 0.86, -0.04, 1.12, scene.ink("#dff0f6", 0.95), 0.03)
        it.rect(-0.15, 0.87, -0.05, 1.02, scene.ink("#8fd0e6", 0.9), 0.025)
        it.rect(-0.145, 0.88, -0.115, 1.1, scene.ink("#ffffff", 1.0), 0.015)
        it.rect(-0.11, 0.78, -0.09, 0.87, steel)


def _curtain(scene: Scene, room: Depth, look: _Look, tall: float, side: int) -> None:
    """A curtain drawn half aside on its rail before the farther bed, and a gathered one near by."""
    for x, k, wide in ((1.02, 1.03, 0.22), (0.98, 1.62, 0.2)):
        (cx, low), top = room.at(side * x * room.half, tall * 0.12, k), room.at(0, tall * 0.95, k)[1]
        half = wide * room.half * k
        _folds(scene, look, (cx - half, top, cx + half, low), 6 if k < 1.3 else 5)
    (x0, y), (x1, _) = room.at(-room.half, tall * 0.95, 1.03), room.at(room.half, tall * 0.95, 1.03)
    with scene.canvas.pen((x0, y - 9, x1, y + 9)) as pen:
        pen.rect(x0, y - 4 * scene.u, x1, y + 3 * scene.u, scene.ink(STEEL, 0.6), 3)
        pen.rect(x0, y - 4 * scene.u, x1, y, scene.ink("#e6edf2", 1.0), 3)


def _folds(scene: Scene, look: _Look, box: tuple[float, float, float, float], count: int) -> None:
    x0, top, x1, low = box
    step, u = (x1 - x0) / count, scene.u
    with scene.canvas.pen((x0 - 9, top - 20 * u, x1 + 9, low + 12 * u)) as pen:
        for i in range(count):
            a = x0 + i * step
            hem = low + (7 if i % 2 else 0) * u
            _fold(scene, pen, look, (a, top, a + step * 1.04, hem))
            pen.circle(a + step / 2, top - 3 * u, 5 * u, scene.ink(STEEL, 0.8))


def _fold(scene: Scene, pen: Pen, look: _Look, box: tuple[float, float, float, float]) -> None:
    a, top, b, low = box
    wide = b - a
    pen.rect(a, top, b, low, scene.ink(look.curtain, 0.6), wide * 0.2)
    pen.rect(a, top, a + wide * 0.8, low, scene.ink(look.curtain, 0.88), wide * 0.2)
    pen.rect(
        a + wide * 0.14, top, a + wide * 0.42, low, scene.ink(pale(look.curtain, 0.25), 1.0), wide * 0.12
    )
    for t in (0.3, 0.62):
        y = top + (low - top) * t
        pen.circle(a + wide * 0.46, y, wide * 0.09, scene.ink(pale(look.curtain, 0.6), 1.0))


def _trolley(scene: Scene, room: Depth, look: _Look, side: int) -> None:
    """A trolley near by: jars, a roll of bandage, a bunch of flowers."""
    size = min(0.34 * room.half, 0.3 * room.floor) * 1.35
    x, y = room.at(side * 0.72 * room.half, 0, 1.72)
    x = min(max(x, size * 0.42), scene.w - size * 0.42)
    y = min(y, scene.h - 0.06 * (scene.h - room.floor))
    furniture.shadow(scene, x, y, size * 0.5)
    steel, dark, lit = scene.ink(STEEL, 0.9), scene.ink(STEEL, 0.45), scene.ink("#f4f7f8", 1.0)
    with scene.canvas.pen((x - size, y - size * 1.5, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        for d in (-0.36, 0.36):
            it.rect(d - 0.025, 0.06, d + 0.025, 0.72, steel)
            it.circle(d, 0.05, 0.05, dark)
        for k in (0.2, 0.66):
            it.rect(-0.42, k, 0.42, k + 0.08, dark, 0.03)
            it.rect(-0.42, k + 0.025, 0.42, k + 0.08, lit, 0.03)
        it.rect(-0.3, 0.28, 0.08, 0.44, scene.ink(look.fold, 0.65), 0.04)
        it.rect(-0.3, 0.3, 0.06, 0.44, scene.ink(pale(look.fold, 0.2), 1.0), 0.04)
        it.circle(0.24, 0.34, 0.07, scene.ink("#fffaf0", 0.9))
        it.circle(0.24, 0.34, 0.025, scene.ink("#d6c8b4", 0.7))
        for px, tint, high in ((-0.28, "#f2b45a", 0.2), (-0.11, "#8fc0e0", 0.25)):
            it.rect(px - 0.07, 0.74, px + 0.07, 0.74 + high, scene.ink(tint, 0.9), 0.03)
            it.rect(px - 0.07, 0.78, px + 0.07, 0.74 + high * 0.62, scene.ink("#fffdf6", 1.0))
            it.rect(px - 0.06, 0.74 + high, px + 0.06, 0.79 + high, scene.ink("#fffdf6", 0.9), 0.02)
        _flowers(scene, it)


def _flowers(scene: Scene, it: Sketch) -> None:
    tints = ("#f28a9a", "#f7c85a", "#fff0dc", "#c9a0e6", "#f2a06a")
    for i, (px, py) in enumerate(((0.08, 1.08), (0.2, 1.17), (0.33, 1.08), (0.14, 1.0), (0.28, 1.0))):
        it.line((0.2, 0.86), (px, py), 0.018, scene.ink("#5f9a5a", 0.8))
        for dx, dy in ((-0.04, 0), (0.04, 0), (0, -0.04), (0, 0.04)):
            it.circle(px + dx, py + dy, 0.04, scene.ink(tints[i], 0.98))
        it.circle(px, py, 0.026, scene.ink("#e8a83c", 1.0))
    it.poly(scene.ink("#6fb5b0", 0.65), (0.12, 0.94), (0.28, 0.94), (0.26, 0.74), (0.14, 0.74))
    it.poly(scene.ink("#8fd0ca", 1.0), (0.12, 0.94), (0.23, 0.94), (0.22, 0.74), (0.14, 0.74))


def _ceiling_lamps(scene: Scene, room: Depth, tall: float) -> None:
    """Flat lamps in the ceiling."""
    on = scene.light.dark > 0.2
    tint = ink(rgb("#fff6da")) if on else scene.ink("#ffffff", 1.0)
    for k in (1.12, 1.5):
        a, far, near = 0.22 * room.half, k, k * 1.12
        with scene.canvas.pen((0, 0, scene.w, room.floor)) as pen:
            room.quad(pen, ((-a, tall, far), (a, tall, far), (a, tall, near), (-a, tall, near)), tint)
        x, y = room.at(0, tall, k * 1.06)
        scene.canvas.haze(x, y, a * 2.6 * k, a * 0.9 * k, rgb("#fff0cc"), 0.1 + 0.4 * scene.light.dark, 1.6)
