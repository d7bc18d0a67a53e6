"""Inside a temple: red pillars under painted beams, lanterns, incense, offerings before a golden screen."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from ...pixels import mix, rgb
from .. import furniture, interior
from ..depth import Depth, boards, tiles
from ..pen import Marks, Sketch, ink
from ..scene import Scene
from ..screens import GOLD, PALE_GOLD, folding_screen
from ..stage import Stage
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one temple."""

    pillar: str
    beam: str
    wall: str
    floor: str
    cushion: str
    stone: bool


LOOKS = (
    _Look("#c23b2e", "#2f7f78", "#ecd7a8", "#8a5638", "#e0a13c", False),
    _Look("#b3302f", "#2f5f9a", "#f0e2c4", "#d8c6a8", "#c8655a", True),
    _Look("#d0532f", "#4a7f4a", "#f3ddb0", "#9a6a44", "#7a5fa8", False),
    _Look("#8f3a2c", "#a8323f", "#e2cfa6", "#c9b59a", "#4f8f8a", True),
)


def temple(scene: Scene) -> Stage:
    """A hall of red pillars and lanterns; steps lead to offerings and a golden screen."""
    scene = indoors(scene)
    look, variant = LOOKS[int(scene.rng("temple").integers(len(LOOKS)))], scene.layout.variant
    shift = {"winding": 0.1, "high": -0.08, "low": 0.05, "framed": -0.04}.get(scene.layout.name, 0.0)
    room = Depth.of(scene, 0.24 + 0.09 * variant, shift, 0.36)
    tall = min(room.floor * (0.8 - 0.1 * variant), 2.1 * room.half)
    posts = room.bays(3 if variant < 0.5 else 4, 3.0)
    pane = _far_wall(scene, room, look, tall)
    _ceiling(scene, room, look, tall, posts)
    for side in (-1, 1):
        _lattice_doors(scene, room, look, (side * room.half, tall), posts)
    if look.stone:
        tiles(scene, room, (pale(look.floor, 0.2), look.floor), 7)
    else:
        boards(scene, room, look.floor)
    _dais(scene, room, look, tall)
    for k in posts[1:]:
        _beam(scene, room, look, tall, k)
        _pillars(scene, room, look, tall, k)
    _burner(scene, room)
    _cushions(scene, room, look)
    _lanterns(scene, room, tall, posts)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.72
    side = -1 if (pane[0] + pane[2]) / 2 < room.cx else 1
    return scene.stage(ground, indoor=True, window=pane, light_side=side, light=(room.cx, 0.0))


def _far_wall(scene: Scene, room: Depth, look: _Look, tall: float) -> interior.Rect:
    """The wall behind the altar with a round moon window at both sides; gives one window's box."""
    stops = [scene.tone(look.wall, k) for k in (0.6, 0.85, 1.0)]
    scene.canvas.gradient(stops, 0, room.floor, int(room.floor) + 2)
    wood = scene.ink(look.pillar, 0.6)
    with scene.canvas.pen((0, 0, scene.w, room.floor + 2)) as pen:
        for y, deep in ((0.0, 0.1), (0.92, 0.1)):
            room.quad(
                pen,
                [(d * room.half, tall * (y + e), 1) for d, e in ((-1, 0), (1, 0), (1, deep), (-1, deep))],
                wood,
            )
        for d in (-0.98, -0.47, 0.47, 0.98):
            x = room.cx + d * room.half
            pen.rect(x - 0.03 * room.half, room.at(0, tall, 1)[1], x + 0.03 * room.half, room.floor, wood)
    radius = min(room.half * 0.2, tall * 0.2)
    boxes = [
        _moon_window(scene, *room.at(d * 0.725 * room.half, tall * 0.52, 1), radius, look) for d in (-1, 1)
    ]
    return boxes[0 if scene.light_side < 0 else 1]


def _moon_window(scene: Scene, x: float, y: float, r: float, look: _Look) -> interior.Rect:
    """A round window, the world outside behind its thin lattice."""
    frame = scene.ink(look.pillar, 0.75)
    box = scene.canvas.clip(x - r, y - r, x + r, y + r)
    with scene.canvas.pen((x - r * 1.3, y - r * 1.3, x + r * 1.3, y + r * 1.3)) as pen:
        pen.circle(x + r * 0.04, y + r * 0.06, r * 1.17, scene.ink(look.wall, 0.4))
        pen.circle(x, y, r * 1.15, frame)
    if box[2] - box[0] < 4 or box[3] - box[1] < 4:
        return box
    view, marks = interior.outside(scene, box[2] - box[0], box[3] - box[1]), Marks(box, 2)
    marks.circle(x, y, r, 255)
    scene.canvas.paint(marks.mask(), box[0], box[1], view.a)
    with scene.canvas.pen((x - r, y - r, x + r, y + r)) as pen:
        for d in (-0.4, 0.4):
            long = r * float(np.sqrt(1 - d * d))
            pen.rect(x + (d - 0.03) * r, y - long, x + (d + 0.03) * r, y + long, frame)
            pen.rect(x - long, y + (d - 0.03) * r, x + long, y + (d + 0.03) * r, frame)
    return box


def _ceiling(scene: Scene, room: Depth, look: _Look, tall: float, posts: list[float]) -> None:
    """Coffers painted in two colours."""
    end = posts[-1] * 1.2
    with scene.canvas.pen((0, 0, scene.w, room.floor)) as pen:
        a = room.half
        room.quad(
            pen, ((-a, tall, 1), (a, tall, 1), (a, tall, end), (-a, tall, end)), scene.ink(look.pillar, 0.3)
        )
        rows = [1 / (1 - 0.11 * i) for i in range(7)]
        for i, (far, near) in enumerate(itertools.pairwise(rows)):
            for j in range(8):
                x0, x1 = room.half * (-1 + (j + 0.12) / 4), room.half * (-1 + (j + 0.88) / 4)
                far_, near_ = far + (near - far) * 0.14, far + (near - far) * 0.88
                tint = scene.ink(look.beam, 0.5 - 0.04 * i)
                room.quad(
                    pen, ((x0, tall, far_), (x1, tall, far_), (x1, tall, near_), (x0, tall, near_)), tint
                )
                x, y = room.at((x0 + x1) / 2, tall, (far_ + near_) / 2)
                wide = (x1 - x0) * far * 0.24
                pen.ellipse(x, y, wide, wide * 0.4, scene.ink(GOLD, 0.62))


def _lattice_doors(
    scene: Scene, room: Depth, look: _Look, size: tuple[float, float], posts: list[float]
) -> None:
    """One side of the hall: carved doors with paper behind their lattice."""
    (x, tall), lit = size, 0.95 if size[0] * scene.light_side < 0 else 0.76
    end = posts[-1] * 1.4
    paper = mix(rgb("#fff3d6"), rgb("#ffd48a"), 0.5 * scene.light.dark)
    wood, dim = scene.ink(look.pillar, lit * 0.85), scene.ink(look.pillar, lit * 0.45)
    with scene.canvas.pen() as pen:
        room.quad(pen, ((x, 0, 1), (x, tall, 1), (x, tall, end), (x, 0, end)), wood)
        edges = [1 / (1 - (1 - 1 / end) * i / 9) for i in range(10)]
        for far, near in itertools.pairwise(edges):
            room.quad(pen, _panel(x, far, near, 0.08, 0.92, tall * 0.3, tall * 0.78), scene.ink(paper, lit))
            room.quad(pen, _panel(x, far, near, 0.12, 0.88, tall * 0.05, tall * 0.25), dim)
            room.quad(pen, _panel(x, far, near, 0.2, 0.8, tall * 0.08, tall * 0.22), wood)
            for i in range(3):
                share = 0.3 + 0.2 * i
                room.quad(
                    pen, _panel(x, far, near, share - 0.02, share + 0.02, tall * 0.3, tall * 0.78), wood
                )
            for i in range(7):
                y = tall * (0.34 + 0.066 * i)
                room.quad(pen, _panel(x, far, near, 0.08, 0.92, y, y + tall * 0.008), wood)
        room.quad(
            pen,
            ((x, tall * 0.84, 1), (x, tall, 1), (x, tall, end), (x, tall * 0.84, end)),
            scene.ink(look.beam, lit * 0.8),
        )


def _panel(
    x: float, far: float, near: float, a: float, b: float, y0: float, y1: float
) -> tuple[tuple[float, float, float], ...]:
    """A piece of a side wall from share `a` to share `b` of a door."""
    k0, k1 = (1 / ((1 - t) / far + t / near) for t in (a, b))
    return (x, y0, k0), (x, y1, k0), (x, y1, k1), (x, y0, k1)


def _dais(scene: Scene, room: Depth, look: _Look, tall: float) -> None:
    """Steps, on them a golden screen and a table with offerings."""
    if scene.canvas.beside:
        return
    size = min(room.half * 0.98, tall * 0.86)
    x, y = room.at(0, 0, 1.1)
    stone = "#d8cbb8" if look.stone else pale(look.floor, 0.3)
    furniture.shadow(scene, x, y, size * 0.95)
    with scene.canvas.pen((x - size, y - size * 2, x + size, y + size * 0.1)) as pen:
        it = Sketch(pen, x, y, size)
        for half, base in ((0.92, 0.0), (0.78, 0.055), (0.64, 0.11)):
            it.rect(-half, base - 0.005, half, base + 0.055, scene.ink(stone, 0.5))
            it.rect(-half, base + 0.025, half, base + 0.055, scene.ink(stone, 1.0), 0.01)
        _plaque(scene, it, look, tall / size)
        folding_screen(scene, it, int(scene.rng("screen").integers(3)))
        _table(scene, it, look)
    scene.canvas.haze(
        x, y - size * 0.5, size * 1.1, size * 0.8, rgb("#ffd27a"), 0.2 + 0.2 * scene.light.dark, 1.5
    )


def _plaque(scene: Scene, it: Sketch, look: _Look, tall: float) -> None:
    """A carved board high on the wall, silk hung at both its sides."""
    low, high = tall * 0.62, tall * 0.8
    if low < 0.98:
        low, high = 0.98, max(1.1, high)
    for d in (-1, 1):
        for a, b, tone in ((0.5, 0.66, 0.6), (0.5, 0.6, 0.95)):
            x0, x1 = sorted((d * a, d * b))
            it.poly(
                scene.ink(look.cushion, tone),
                (x0, high),
                (x1, high),
                (x1, 0.5),
                ((x0 + x1) / 2, 0.44),
                (x0, 0.5),
            )
    it.rect(-0.44, low, 0.44, high, scene.ink(GOLD, 0.75), 0.03)
    it.rect(-0.44, low + 0.01, 0.43, high, scene.ink(PALE_GOLD, 1.0), 0.03)
    it.rect(-0.4, low + 0.035, 0.4, high - 0.03, scene.ink(look.beam, 0.55), 0.02)
    middle, deep = (low + high) / 2, high - low
    for x in (-0.24, 0.0, 0.24):
        for dx in (-0.05, 0.05, 0.0):
            it.ellipse(x + dx, middle, 0.055, deep * 0.13, scene.ink(GOLD if dx else PALE_GOLD, 1.0))
        it.ellipse(x, middle + deep * 0.12, 0.045, deep * 0.12, scene.ink(PALE_GOLD, 1.0))


def _table(scene: Scene, it: Sketch, look: _Look) -> None:
    """The altar table: a cloth with a golden hem, fruit in bowls, candles, lotus in vases."""
    it.rect(-0.46, 0.16, 0.46, 0.4, scene.ink(look.pillar, 0.45), 0.01)
    it.rect(-0.38, 0.16, 0.38, 0.4, scene.ink("#c8323f", 0.85))
    for i in range(9):
        it.circle(-0.36 + 0.09 * i, 0.2, 0.03, scene.ink(GOLD, 0.95))
    it.rect(-0.52, 0.38, 0.52, 0.43, scene.ink(look.pillar, 0.95), 0.02)
    it.rect(-0.5, 0.405, 0.5, 0.43, scene.ink(pale(look.pillar, 0.25), 1.0), 0.01)
    for x, color in ((-0.2, "#f29a3c"), (0.2, "#f2a0a0")):
        it.poly(
            scene.ink("#f4ede0", 0.9), (x - 0.1, 0.48), (x + 0.1, 0.48), (x + 0.05, 0.43), (x - 0.05, 0.43)
        )
        for dx, dy in ((-0.06, 0.5), (0.06, 0.5), (0, 0.505), (-0.03, 0.555), (0.03, 0.555), (0, 0.605)):
            it.circle(x + dx, dy, 0.037, scene.ink(color, 0.7))
            it.circle(x + dx - 0.006, dy + 0.007, 0.029, scene.ink(color, 1.0))
    for x in (-0.42, 0.42):
        it.blob(
            scene.ink("#5f8fb0", 0.9),
            (x - 0.03, 0.43),
            (x - 0.06, 0.5),
            (x - 0.02, 0.57),
            (x + 0.02, 0.57),
            (x + 0.06, 0.5),
            (x + 0.03, 0.43),
        )
        for t, far in ((-0.7, 0.14), (0.7, 0.14), (0.0, 0.18)):
            px, py = x + far * float(np.sin(t)), 0.57 + far * float(np.cos(t))
            it.line((x, 0.56), (px, py), 0.012, scene.ink("#4f8a4f", 0.8))
            for d in (-0.03, 0.03, 0.0):
                it.ellipse(px + d, py + 0.01, 0.022, 0.042, scene.ink("#f5a8bb" if d else "#ffd3dc", 1.0))
    for x in (-0.31, 0.31, -0.06, 0.06):
        high = 0.52 if abs(x) < 0.1 else 0.58
        it.rect(x - 0.014, 0.43, x + 0.014, high, scene.ink("#d8403a", 1.0))
        it.ellipse(x, high + 0.025, 0.013, 0.028, ink(rgb("#ffd05a")))


def _beam(scene: Scene, room: Depth, look: _Look, tall: float, k: float) -> None:
    """A painted beam from pillar to pillar, carved brackets beneath its ends."""
    x0, x1 = room.at(-room.half, 0, k)[0], room.at(room.half, 0, k)[0]
    top, low = room.at(0, tall * 0.99, k)[1], room.at(0, tall * 0.88, k)[1]
    if low < 0:
        return
    deep = low - top
    gold = scene.ink(GOLD, 0.95)
    with scene.canvas.pen((x0, top - deep, x1, low + deep * 2)) as pen:
        pen.rect(x0, top, x1, low, scene.ink(look.beam, 0.42))
        pen.rect(x0, top, x1, low - deep * 0.2, scene.ink(look.beam, 0.92))
        for y in (0.06, 0.7):
            pen.rect(x0, top + deep * y, x1, top + deep * (y + 0.08), gold)
        n = max(5, int((x1 - x0) / (deep * 1.9)) | 1)
        for i in range(n):
            x, y = x0 + (x1 - x0) * (i + 0.5) / n, top + deep * 0.42
            for dx in (-0.36, 0.36, 0.0):
                pen.ellipse(
                    x + dx * deep,
                    y,
                    deep * 0.3,
                    deep * 0.17,
                    gold if dx else scene.ink(pale(look.beam, 0.5), 1.0),
                )
            pen.circle(x, y, deep * 0.1, scene.ink(look.pillar, 0.95))
        for side, edge in ((1, x0), (-1, x1)):
            for i, wide in enumerate((2.3, 1.6, 1.0)):
                a, b = sorted((edge, edge + side * deep * wide))
                pen.rect(
                    a,
                    low + deep * 0.3 * i,
                    b,
                    low + deep * (0.3 * i + 0.34),
                    scene.ink(look.pillar if i % 2 else GOLD, 0.8),
                    deep * 0.15,
                )


def _pillars(scene: Scene, room: Depth, look: _Look, tall: float, k: float) -> None:
    """A round pillar at both sides on a stone foot."""
    half = 0.085 * room.half * k
    for side in (-1, 1):
        x, low = room.at(side * room.half * 0.96, 0, k)
        top = room.at(0, tall, k)[1]
        furniture.shadow(scene, x, low, half * 1.8)
        with scene.canvas.pen((x - half * 1.6, top, x + half * 1.6, low + half)) as pen:
            pen.rect(x - half, top, x + half, low, scene.ink(look.pillar, 0.42))
            pen.rect(x - half, top, x + half * 0.55, low, scene.ink(look.pillar, 0.88))
            pen.rect(x - half * 0.66, top, x - half * 0.2, low, scene.ink(pale(look.pillar, 0.2), 1.0))
            for y, color in ((low - half * 1.2, "#cfc2b0"), (low - half * 1.7, GOLD)):
                pen.rect(x - half * 1.3, y, x + half * 1.3, y + half * 0.5, scene.ink(color, 0.6), half * 0.2)
                pen.rect(x - half * 1.3, y, x + half * 0.7, y + half * 0.5, scene.ink(color, 1.0), half * 0.2)
            pen.rect(
                x - half * 1.5,
                low - half * 0.75,
                x + half * 1.5,
                low + half * 0.3,
                scene.ink("#bfb2a2", 0.85),
                half * 0.35,
            )


def _burner(scene: Scene, room: Depth) -> None:
    """A bronze tripod with incense sticks, and the smoke that rises from them."""
    if scene.canvas.beside:
        return
    way = -1 if scene.layout.flip else 1
    x, y = room.at(way * 0.62 * room.half, 0, 1.32)
    size = min(0.3 * room.half, 0.2 * room.floor) * 1.3
    furniture.shadow(scene, x, y, size * 0.5)
    dark, mid, shine = (scene.ink("#8a6a3f", k) for k in (0.4, 0.8, 1.0))
    with scene.canvas.pen((x - size, y - size * 1.5, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        for d in (-0.3, 0.3, 0.0):
            it.stroke(dark if d else mid, 0.12, 0.08, (d, 0.36), (d * 1.3, 0.16), (d * 1.1, 0.0))
        for d in (-1, 1):
            it.rect(d * 0.42 - 0.05, 0.5, d * 0.42 + 0.05, 0.86, mid, 0.04)
        it.blob(dark, (-0.46, 0.64), (-0.42, 0.34), (0, 0.22), (0.42, 0.34), (0.46, 0.64))
        it.blob(mid, (-0.46, 0.64), (-0.42, 0.38), (-0.05, 0.27), (0.2, 0.36), (0.26, 0.64))
        it.ellipse(-0.24, 0.5, 0.06, 0.12, shine)
        it.rect(-0.5, 0.6, 0.5, 0.7, shine, 0.05)
        for d in (-0.14, 0.0, 0.14):
            it.line((d, 0.68), (d * 1.5, 1.06), 0.022, scene.ink("#b5503f", 0.9))
            it.circle(d * 1.5, 1.07, 0.024, ink(rgb("#ff8a4a")))
    rng = scene.rng("smoke")
    with scene.canvas.pen(
        (x - size, y - size * 3.6, x + size, y - size), soft=float(size) * 0.05, opacity=0.4
    ) as pen:
        for d in (-0.2, 0.02, 0.2):
            sway = (rng.random(4) - 0.5) * 0.5
            line = [(x + size * (d + sway[i] * i / 3), y - size * (1.1 + 0.75 * i)) for i in range(4)]
            pen.stroke(line, size * 0.05, size * 0.2, scene.ink("#f4ece0", 1.0))


def _cushions(scene: Scene, room: Depth, look: _Look) -> None:
    """Round cushions in a row at both sides."""
    shade = scene.ink(mix(rgb(look.floor), rgb("#4a2f3a"), 0.45), 0.6)
    with scene.canvas.pen((0, room.floor, scene.w, scene.h)) as pen:
        for k in (1.5, 1.9, 2.4):
            for side in (-1, 1):
                if k == 1.5 and side == (-1 if scene.layout.flip else 1):
                    continue
                x, y = room.at(side * 0.66 * room.half, 0, k)
                rx, ry = 0.15 * room.half * k, 0.055 * room.half * k
                pen.ellipse(x, y + ry * 0.7, rx * 1.1, ry, shade)
                for dy, grow, tint in (
                    (0.2, 1.0, scene.ink(look.cushion, 0.5)),
                    (-0.35, 1.0, scene.ink(look.cushion, 0.98)),
                    (-0.45, 0.7, scene.ink(pale(look.cushion, 0.22), 1.0)),
                ):
                    pen.ellipse(x, y + dy * ry, rx * grow, ry * grow, tint)
                pen.ellipse(x, y - ry * 0.45, rx * 0.1, ry * 0.16, scene.ink(GOLD, 1.0))


def _lanterns(scene: Scene, room: Depth, tall: float, posts: list[float]) -> None:
    """Red silk lanterns that hang from the beams."""
    for k in posts[1:3]:
        for side in (-1, 1):
            x, y = room.at(side * 0.56 * room.half, tall * 0.7, k)
            lantern(scene, x, y, 0.12 * room.half * k)


def lantern(scene: Scene, x: float, y: float, size: float, color: str = "#d8382f", top: float = 0.0) -> None:
    """A round lantern of silk about (x, y) on a cord from the y `top`, a tassel below."""
    on = scene.light.dark > 0.2
    lit = ink(mix(rgb(color), rgb("#ffb347"), 0.45)) if on else scene.ink(pale(color, 0.12), 1.0)
    gold, body = scene.ink(GOLD, 0.95), ink(rgb(color)) if on else scene.ink(color, 0.8)
    with scene.canvas.pen((x - size * 1.2, min(top, y - size), x + size * 1.2, y + size * 2.4)) as pen:
        it = Sketch(pen, x, y, size)
        pen.rect(x - size * 0.04, top, x + size * 0.04, y - size * 0.8, gold)
        it.ellipse(0, 0, 1.0, 0.8, body)
        it.ellipse(-0.08, 0.04, 0.72, 0.74, lit)
        it.ellipse(0, 0, 0.44, 0.78, body)
        it.ellipse(-0.04, 0.03, 0.36, 0.74, lit)
        for top in (0.68, -0.84):
            it.rect(-0.42, top, 0.42, top + 0.18, gold, 0.06)
        for d in (-0.16, 0.0, 0.16):
            it.stroke(scene.ink("#e8a83c", 0.9), 0.07, 0.04, (d * 0.4, -0.84), (d, -1.3), (d * 1.2, -1.75))
    scene.canvas.glow(x, y, size * 3.2, rgb("#ff9a4a"), 0.06 + 0.4 * scene.light.dark, 1.6)
