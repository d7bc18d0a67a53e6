"""Inside a church: columns and pointed arches, stained glass, pews on both sides of the aisle, the altar."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from ...pixels import F, mix, rgb
from .. import interior
from ..depth import Depth, tiles
from ..pen import Pen, Point, Sketch, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale

GLASS = ("#f2c14e", "#e8605a", "#4fa3c7", "#6fbf73", "#b07af0", "#f29a5a")


@dataclass(frozen=True)
class _Look:
    """The colours of one church."""

    stone: str
    shade: str
    vault: str
    cloth: str
    pew: str
    floor: tuple[str, str]


LOOKS = (
    _Look("#ecdcc0", "#cfb896", "#f3e6cc", "#a8323f", "#8a5a3a", ("#efe2cc", "#cdb79a")),
    _Look("#d6d8e2", "#b2b6c8", "#e2e4ee", "#34609a", "#7a5a46", ("#e2e2ea", "#b9bccb")),
    _Look("#f4ece2", "#dcccc0", "#8fb3c9", "#7a3f7a", "#a06a42", ("#f2e6da", "#d6a98e")),
    _Look("#dfc9b0", "#bfa284", "#e9d8c0", "#3f7a5a", "#6e4630", ("#e8d6bc", "#b58f70")),
)


def church(scene: Scene) -> Stage:
    """The nave, seen down the aisle: vaults above, stained glass at both sides, the altar far away."""
    scene = indoors(scene)
    look, variant = LOOKS[int(scene.rng("church").integers(len(LOOKS)))], scene.layout.variant
    shift = {"winding": 0.13, "high": -0.1, "low": 0.06, "framed": -0.05}.get(scene.layout.name, 0.0)
    room = Depth.of(scene, 0.17 + 0.1 * variant, shift, 0.4)
    tall = room.floor * (0.58 - 0.1 * variant)
    posts = room.bays(4 if variant < 0.6 else 5, 4.6)
    _far_wall(scene, room, look, tall)
    _vault(scene, room, look, tall, posts)
    for side in (-1, 1):
        _side_wall(scene, room, look, (side * room.half, tall), posts)
    tiles(scene, room, look.floor)
    _runner(scene, room, look)
    _coloured_light(scene, room, posts)
    _altar(scene, room, look, tall)
    _columns(scene, room, look, tall, posts)
    _pews(scene, room, look)
    _lamps(scene, room, tall, posts)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.72
    return scene.stage(ground, indoor=True, light=(room.cx, 0.0))


def _glow(scene: Scene) -> float:
    """How brightly the daylight stands in the glass."""
    return 1.0 - 0.62 * scene.light.dark - (0.12 if scene.setting.gloomy else 0.0)


def _arch(half: float, tall: float, rise: float, n: int = 9) -> list[Point]:
    """A pointed arch from the left springer over the point to the right one, (x, y) above the floor."""
    s = np.linspace(0, 1, n)
    x, y = half * (s**1.5 - 1), tall + rise * np.sin(1.2 * s) / np.sin(1.2)
    left = list(zip(x.tolist(), y.tolist(), strict=True))
    return left + [(-px, py) for px, py in reversed(left[:-1])]


def _far_wall(scene: Scene, room: Depth, look: _Look, tall: float) -> None:
    """The wall behind the altar: a great arch, in it three tall windows or a rose."""
    stops = [scene.tone(look.stone, k) for k in (0.62, 0.9, 1.0)]
    scene.canvas.gradient(stops, 0, room.floor, int(room.floor) + 2)
    with scene.canvas.pen((0, 0, scene.w, room.floor + 2)) as pen:
        rise = room.half * 1.05
        for k, tint in ((0.86, scene.ink(look.shade, 0.72)), (0.79, scene.ink(pale(look.stone, 0.25), 0.98))):
            shape = [room.at(x, y, 1.0) for x, y in _arch(room.half * k, tall * 0.9, rise * k)]
            pen.poly([room.at(-room.half * k, 0, 1), *shape, room.at(room.half * k, 0, 1)], tint)
        if scene.layout.variant % 0.34 < 0.2:
            wide, high = min(room.half * 0.36, tall * 0.27), tall * 0.62
            for x, lift, grow in ((-0.46, 0.0, 0.9), (0.46, 0.0, 0.9), (0.0, 0.1, 1.1)):
                foot = room.at(x * room.half, tall * (0.42 + lift), 1.0)
                _lancet(scene, pen, look, foot, (wide * grow, high * grow))
        else:
            radius = min(room.half * 0.48, tall * 0.36)
            _rose(scene, pen, look, room.at(0, tall * 0.98, 1.0), radius)
    x, y = room.at(0, tall * 0.8, 1.0)
    scene.canvas.haze(x, y, room.half * 1.7, tall * 1.2, rgb("#ffe9b8"), 0.14 + 0.34 * _glow(scene), 1.5)


def _tint(scene: Scene, index: int, shine: float = 0.0) -> tuple[int, int, int, int]:
    """A piece of coloured glass at this hour."""
    color = mix(rgb(GLASS[index % len(GLASS)]), np.ones(3, F), shine)
    return ink(np.clip(color * F(0.28 + 0.78 * _glow(scene)), 0, 1))


def _lancet(scene: Scene, pen: Pen, look: _Look, foot: Point, size: Point) -> None:
    """A tall pointed window whose sill is at `foot`, all of lozenges."""
    (x, y), (wide, high) = foot, size
    for k, tint in ((1.22, scene.ink(look.shade, 0.9)), (1.0, _tint(scene, 2, 0.1))):
        half, e = wide / 2 * k, wide * (k - 1) / 2
        line = [(x + px, y + e - py) for px, py in _arch(half, high * 0.72 + e, high * 0.28 + e)]
        pen.poly([(x - half, y + e), *line, (x + half, y + e)], tint)
    for row in range(7):
        for col in (-1, 0, 1):
            px, py = x + col * wide * 0.31, y - high * (0.075 + 0.125 * row)
            if row == 6 and col:
                continue
            a, b = wide * 0.14, high * 0.056
            piece = row * 2 + col * 3 + 7
            pen.poly([(px, py - b), (px + a, py), (px, py + b), (px - a, py)], _tint(scene, piece))
            pen.poly([(px, py - b), (px, py + b), (px - a, py)], _tint(scene, piece, 0.25))


def _rose(scene: Scene, pen: Pen, look: _Look, at: Point, radius: float) -> None:
    """A round window with petals of glass."""
    x, y = at
    pen.circle(x, y, radius * 1.16, scene.ink(look.shade, 0.9))
    pen.circle(x, y, radius, _tint(scene, 2))
    for ring, (far, n, size) in enumerate(((0.74, 12, 0.19), (0.4, 8, 0.14))):
        for i in range(n):
            t = 2 * np.pi * (i + 0.5 * ring) / n
            px, py = x + radius * far * float(np.cos(t)), y + radius * far * float(np.sin(t))
            pen.circle(px, py, radius * size, _tint(scene, i * (1 + ring) + ring))
            pen.circle(px - radius * 0.03, py - radius * 0.04, radius * size * 0.6, _tint(scene, i, 0.3))
    pen.circle(x, y, radius * 0.2, _tint(scene, 0, 0.2))


def _side_wall(scene: Scene, room: Depth, look: _Look, size: Point, posts: list[float]) -> None:
    """One side of the nave: wall, and a stained window between every two columns."""
    base = (2, 4)[int(scene.rng("glass").integers(2))]
    (x, tall), lit = size, 0.94 if size[0] * scene.light_side < 0 else 0.74
    end = posts[-1] * 1.3
    with scene.canvas.pen() as pen:
        wall = ((x, 0, 1), (x, tall, 1), (x, tall, end), (x, 0, end))
        room.quad(pen, wall, scene.ink(look.stone, lit))
        sill = ((x, 0, 1), (x, tall * 0.2, 1), (x, tall * 0.2, end), (x, 0, end))
        room.quad(pen, sill, scene.ink(look.shade, lit * 0.86))
        for number, (far, near) in enumerate(itertools.pairwise(posts)):
            bay = _Bay(room, x, far, near)
            rise = tall * 0.34
            for a, b, tint in ((0.12, 0.8, scene.ink(look.shade, lit)), (0.2, 0.78, _tint(scene, base))):
                line = [
                    bay.at(0.5 + px, py) for px, py in _arch(0.5 - a, tall * (b - 0.22), rise * (0.62 - a))
                ]
                foot = tall * (0.26 + 0.22 * (a - 0.12))
                pen.poly([bay.at(a, foot), *line, bay.at(1 - a, foot)], tint)
            _panes(scene, pen, bay, tall, number)


@dataclass(frozen=True)
class _Bay:
    """The wall between two columns: `at` takes shares across it and heights above the floor."""

    room: Depth
    x: float
    far: float
    near: float

    def at(self, share: float, y: float) -> Point:
        """The canvas point of a point of the wall."""
        k = 1 / ((1 - share) / self.far + share / self.near)
        return self.room.at(self.x, y, k)


def _panes(scene: Scene, pen: Pen, bay: _Bay, tall: float, number: int) -> None:
    """The pieces of glass of one window in the wall."""
    for row in range(6):
        for col in range(3):
            if row == 5 and col != 1:
                continue
            a, b = 0.25 + 0.175 * col, 0.4 + 0.175 * col
            y0, y1 = tall * (0.3 + 0.074 * row), tall * (0.36 + 0.074 * row)
            middle, mid = (a + b) / 2, (y0 + y1) / 2
            piece = row * 2 + col * 3 + number
            corners = [bay.at(a, mid), bay.at(middle, y1), bay.at(b, mid), bay.at(middle, y0)]
            pen.poly(corners, _tint(scene, piece))
            pen.poly([corners[0], corners[1], corners[3]], _tint(scene, piece, 0.28))


def _vault(scene: Scene, room: Depth, look: _Look, tall: float, posts: list[float]) -> None:
    """The ceiling: bands of vault with ribs that cross in every bay."""
    rise = room.half * 0.95
    arch = _arch(room.half, tall, rise, 8)
    rib, dim = scene.ink(pale(look.stone, 0.3), 0.95), scene.ink(look.shade, 0.5)
    with scene.canvas.pen((0, 0, scene.w, room.floor)) as pen:
        for number, (far, near) in enumerate(itertools.pairwise([*posts, posts[-1] * 1.6])):
            band = [room.at(x, y, far) for x, y in arch] + [room.at(x, y, near) for x, y in reversed(arch)]
            pen.poly(band, scene.ink(look.vault, 0.86 - 0.11 * number))
            for way in (1, -1):
                cross: list[Point] = []
                for i, (x, y) in enumerate(arch):
                    t = i / (len(arch) - 1)
                    cross.append(room.at(way * x, y, 1 / ((1 - t) / far + t / near)))
                pen.stroke(cross, 0.03 * room.half * far, 0.03 * room.half * near, dim)
        for k in posts:
            line = [room.at(x, y, k) for x, y in arch]
            wide = 0.055 * room.half * k
            pen.stroke(line, wide * 1.36, wide * 1.36, dim)
            pen.stroke([(x, y - wide * 0.22) for x, y in line], wide, wide, rib)


def _columns(scene: Scene, room: Depth, look: _Look, tall: float, posts: list[float]) -> None:
    """Round shafts with a base and a capital where the ribs come down, the far ones first."""
    stone = pale(look.stone, 0.25)
    with scene.canvas.pen() as pen:
        for k in posts:
            for side in (-1, 1):
                x, low = room.at(side * room.half, 0, k)
                top, half = room.at(0, tall, k)[1], 0.07 * room.half * k
                pen.rect(x - half, top, x + half, low, scene.ink(stone, 0.5))
                for d, wide, tone in ((-0.2, 1.6, 0.82), (-0.4, 0.9, 1.0)):
                    middle = x + d * half
                    pen.rect(
                        middle - wide * half / 2, top, middle + wide * half / 2, low, scene.ink(stone, tone)
                    )
                for y, grow, deep in ((top, 1.5, 0.9), (top + half, 1.2, 0.5), (low - half * 1.2, 1.4, 1.2)):
                    pen.rect(
                        x - half * grow, y, x + half * grow, y + half * deep, scene.ink(stone, 0.74), half / 3
                    )
                    pen.rect(
                        x - half * grow,
                        y,
                        x + half * grow * 0.4,
                        y + half * deep,
                        scene.ink(stone, 1.0),
                        half / 3,
                    )


def _runner(scene: Scene, room: Depth, look: _Look) -> None:
    """The long carpet of the aisle."""
    if scene.canvas.beside:
        return
    near, half = room.nearest(scene) * 1.05, room.half * 0.27
    gold = scene.ink("#e2bb5a", 0.95)
    with scene.canvas.pen((0, room.floor, scene.w, scene.h)) as pen:
        for k, tint in ((1.0, scene.ink(look.cloth, 0.6)), (0.95, gold), (0.88, scene.ink(look.cloth, 0.95))):
            a = half * k
            room.quad(pen, ((-a, 0, 1), (a, 0, 1), (a, 0, near), (-a, 0, near)), tint)


def _coloured_light(scene: Scene, room: Depth, posts: list[float]) -> None:
    """What falls through the glass onto the floor, from the side of the light."""
    strength = 0.5 * _glow(scene) - (0.16 if scene.setting.gloomy else 0.0)
    if strength <= 0.05:
        return
    side = scene.light_side
    with scene.canvas.pen((0, room.floor, scene.w, scene.h), ss=1, soft=5 * scene.u, opacity=strength) as pen:
        for number, (far, near) in enumerate(itertools.pairwise(posts)):
            bay = [1 / ((1 - t) / far + t / near) for t in (0.2, 0.36, 0.42, 0.58, 0.64, 0.8)]
            for strip in range(3):
                a, b = bay[2 * strip], bay[2 * strip + 1]
                for piece in range(4):
                    x0 = room.half * side * (0.62 - 0.26 * piece)
                    x1 = x0 - room.half * side * 0.2
                    tint = ink(mix(rgb(GLASS[(piece * 2 + strip + number) % 6]), np.ones(3, F), 0.2))
                    room.quad(pen, ((x0, 0, a), (x1, 0, a * 1.06), (x1, 0, b * 1.06), (x0, 0, b)), tint)


def _altar(scene: Scene, room: Depth, look: _Look, tall: float) -> None:
    """Steps, a table under a white cloth, candles and flowers, a simple cross above."""
    if scene.canvas.beside:
        return
    size = min(room.half * 1.05, tall * 0.72)
    x, y = room.at(0, 0, 1.04)
    stone, gold = pale(look.stone, 0.35), scene.ink("#e2b64f", 1.0)
    with scene.canvas.pen((x - size, y - size * 1.4, x + size, y + size * 0.1)) as pen:
        it = Sketch(pen, x, y, size)
        for half, base in ((0.78, 0.0), (0.64, 0.06), (0.5, 0.12)):
            it.rect(-half, base - 0.01, half, base + 0.06, scene.ink(look.shade, 0.62))
            it.rect(-half, base + 0.02, half, base + 0.06, scene.ink(stone, 1.0))
        it.rect(-0.03, 0.4, 0.03, 1.02, gold, 0.01)
        it.rect(-0.15, 0.8, 0.15, 0.86, gold, 0.01)
        it.rect(-0.36, 0.18, 0.36, 0.44, scene.ink("#d9cfc4", 0.8))
        it.rect(-0.39, 0.2, 0.39, 0.46, scene.ink("#fffaf0", 1.0), 0.02)
        it.poly(
            scene.ink(look.cloth, 0.95), (-0.13, 0.46), (0.13, 0.46), (0.13, 0.24), (0, 0.2), (-0.13, 0.24)
        )
        it.rect(-0.39, 0.43, 0.39, 0.46, gold)
        _candles_and_flowers(scene, it)
    for d in (-0.3, 0.3):
        scene.canvas.glow(
            x + d * size, y - 0.74 * size, size * 0.5, rgb("#ffc870"), 0.2 + 0.4 * scene.light.dark
        )


def _candles_and_flowers(scene: Scene, it: Sketch) -> None:
    tints = ("#f2788f", "#fff3dc", "#f2b84f", "#e8605a")
    for d in (-1, 1):
        for i, far in enumerate((0.24, 0.32)):
            high = 0.6 + 0.07 * i
            it.rect(d * far - 0.014, 0.46, d * far + 0.014, high, scene.ink("#fff6e2", 1.0))
            it.ellipse(d * far, high + 0.03, 0.014, 0.03, ink(rgb("#ffb638")))
        it.rect(d * 0.6 - 0.05, 0.06, d * 0.6 + 0.05, 0.24, scene.ink("#b8863f", 0.85), 0.02)
        for i in range(9):
            t = np.pi * i / 8
            far = 0.1 if i % 2 else 0.15
            px, py = d * 0.6 - far * float(np.cos(t)), 0.3 + far * float(np.sin(t))
            it.circle(px, py - 0.02, 0.05, scene.ink("#5f9a5a", 0.8))
            it.circle(px, py + 0.02, 0.042, scene.ink(tints[(i + (d > 0)) % 4], 1.0))


def _pews(scene: Scene, room: Depth, look: _Look) -> None:
    """Benches with rounded ends at both sides of the aisle, seen from behind."""
    rows = 5 if scene.layout.variant < 0.5 else 6
    near = room.nearest(scene) * 1.02
    high, aisle = (room.floor - room.eye) * 0.27, 0.8 * room.half
    lit, mid, dim = (scene.ink(look.pew, k) for k in (1.0, 0.8, 0.42))
    with scene.canvas.pen((0, room.floor - 10, scene.w, scene.h)) as pen:
        for i in range(rows):
            k = 1 / (0.86 + (1 / near - 0.86) * i / (rows - 1))
            for side in (-1, 1):
                x0, x1 = sorted((room.cx + side * aisle * k, room.cx + side * room.half * 1.7 * k))
                low, top = room.at(0, 0, k)[1], room.at(0, high, k)[1]
                thick = (low - top) * 0.15
                pen.rect(x0, low - thick, x1, low + thick * 0.6, dim)
                pen.rect(x0, top, x1, low - thick, mid)
                step = room.half * 0.3 * k
                for j in range(4):
                    a = room.cx + side * (aisle * k + (j + 0.6) * step)
                    pen.rect(
                        a - step * 0.42, top + thick * 2.2, a + step * 0.42, low - thick * 2.4, dim, thick
                    )
                    pen.rect(
                        a - step * 0.38, top + thick * 2.6, a + step * 0.4, low - thick * 2.4, mid, thick
                    )
                pen.rect(x0, top - thick, x1, top + thick * 0.5, lit, thick)
                _pew_end(pen, (room.cx + side * aisle * k, low, top), thick, (lit, dim))


def _pew_end(pen: Pen, at: tuple[float, float, float], thick: float, inks: tuple[tuple, tuple]) -> None:
    """The carved end of a bench beside the aisle."""
    x, low, top = at
    lit, dim = inks
    pen.rect(x - thick * 1.5, top - thick * 1.6, x + thick * 1.5, low + thick * 0.6, dim, thick * 1.4)
    pen.rect(x - thick * 1.5, top - thick * 1.6, x + thick * 0.7, low + thick * 0.6, lit, thick * 1.4)
    pen.circle(x - thick * 0.3, top - thick * 2.2, thick * 1.3, dim)
    pen.circle(x - thick * 0.5, top - thick * 2.4, thick * 1.0, lit)


def _lamps(scene: Scene, room: Depth, tall: float, posts: list[float]) -> None:
    """Lanterns on long chains."""
    on = scene.light.dark > 0.2
    metal, glass = scene.ink("#8a6a3a", 0.7), ink(rgb("#fff0b8")) if on else scene.ink("#fff3d2", 1.0)
    for k in posts[1:4]:
        for side in (-1, 1):
            x, y = room.at(side * room.half * 0.62, tall * 0.86, k)
            size = 0.09 * room.half * k
            with scene.canvas.pen((x - size * 2, 0, x + size * 2, y + size * 2)) as pen:
                it = Sketch(pen, x, y, size)
                pen.rect(x - size * 0.06, 0, x + size * 0.06, y - size, metal)
                it.poly(metal, (-0.6, 0.7), (0, 1.3), (0.6, 0.7))
                it.rect(-0.48, -0.7, 0.48, 0.7, metal, 0.2)
                it.rect(-0.36, -0.6, 0.36, 0.62, glass, 0.16)
                it.rect(-0.04, -0.7, 0.04, 0.7, metal)
                it.poly(metal, (-0.5, -0.64), (0.5, -0.64), (0, -1.1))
            interior.lamplight(scene, x, y, size * 5)
