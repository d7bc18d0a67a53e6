"""The graveyard: mossy stones, bare trees, an iron fence, a chapel on the hill."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import F, mix, rgb
from .. import flowers, land, plants
from ..pen import Pen, Point, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .meadow import lawn

STONES = ("#aeb4bf", "#9aa39f", "#b8b0a6", "#8f97a8")


def graveyard(scene: Scene) -> Stage:
    """Rows of old stones on a hillside, a path winding up to a chapel or along a fence."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    land.far_range(scene, "range", hor - 8 * u, 44 * scene.v, "#7f8fb4", 0.55)
    line = land.hills(scene, "hills-far", hor + 2 * u, 34 * u, 340, ("#8fae7c", "#62886a"), 0.4)
    plants.tree_line(scene, "wood-far", line, 30 * u, 0.45, gap=0.5)
    if scene.layout.variant > 0.42:
        _chapel(scene, scene.x(0.74), hor + 0.09 * (h - hor), 200 * scene.v)
    line = lawn(scene, hor + 0.12 * (h - hor))
    road = land.path(scene, "path", line, ("#d9cbb0", "#b3a08a"))
    _fence(scene, line)
    _trees(scene, line)
    _stones(scene, line, road)
    top = float(line.mean()) + 8 * u
    inks = [
        scene.ink(c, k) for c, k in (("#6fa852", 1.0), ("#45804a", 0.8), ("#93bf5c", 1.0), ("#356f48", 0.6))
    ]
    land.grass(scene, "grass", top, h + 8 * u, inks, 420, road=road)
    flowers.field(scene, "flowers", top + 40 * u, h + 6 * u, 26, road=road)
    _lantern(scene, road, line)
    _mist(scene)
    return scene.stage(hor + (h - hor) * 0.72)


def _chapel(scene: Scene, x: float, foot: float, tall: float) -> None:
    """A small stone chapel with a pointed roof and lit windows."""
    far, w, side = 0.2, tall * 0.3, scene.light_side
    wall, dim, roof = scene.ink("#c9c0b8", 0.85, far), scene.ink("#c9c0b8", 0.4, far), scene.snowed("#5f6a8a")
    lamp = ink(rgb("#ffcf7a")) if scene.light.dark > 0.3 else scene.ink("#6f86a6", 0.7, far)
    with scene.canvas.pen((x - tall, foot - tall * 1.5, x + tall, foot + 30 * scene.u)) as pen:
        pen.rect(x - w * 1.5, foot - tall * 0.42, x + w * 1.5, foot + 24 * scene.u, wall)
        pen.poly(
            [
                (x - w * 1.7, foot - tall * 0.4),
                (x - w * 0.9, foot - tall * 0.78),
                (x + w * 0.9, foot - tall * 0.78),
                (x + w * 1.7, foot - tall * 0.4),
            ],
            scene.ink(roof, 0.8, far),
        )
        pen.rect(x - w * 0.42, foot - tall * 0.86, x + w * 0.42, foot + 24 * scene.u, wall)
        edge = (x - w * 0.42, x - w * 0.1) if side > 0 else (x + w * 0.1, x + w * 0.42)
        pen.rect(edge[0], foot - tall * 0.86, edge[1], foot + 24 * scene.u, dim)
        pen.poly(
            [(x - w * 0.56, foot - tall * 0.84), (x, foot - tall * 1.3), (x + w * 0.56, foot - tall * 0.84)],
            scene.ink(roof, 0.6, far),
        )
        pen.poly(
            [
                (x, foot - tall * 1.3),
                (x + side * w * 0.56, foot - tall * 0.84),
                (x + side * w * 0.05, foot - tall * 0.84),
            ],
            scene.ink(roof, 1.0, far),
        )
        for dx, dy in ((-0.95, 0.1), (0.95, 0.1), (0.0, 0.55)):
            _arch(pen, x + dx * w, foot - tall * dy, w * 0.17, tall * 0.16, lamp)
        _arch(pen, x, foot + 24 * scene.u, w * 0.26, tall * 0.3, scene.ink("#5a4236", 0.6, far))
    if scene.light.dark > 0.3:
        scene.canvas.glow(x, foot - tall * 0.3, tall * 0.7, rgb("#ffc766"), 0.3)


def _arch(pen: Pen, x: float, foot: float, half: float, tall: float, color: tuple) -> None:
    pen.rect(x - half, foot - tall + half, x + half, foot, color)
    pen.ellipse(x, foot - tall + half, half, half * 1.3, color)


def _fence(scene: Scene, line: np.ndarray) -> None:
    """Iron railings along the far side."""
    if not scene.allows("fence"):
        return
    u, foot = scene.near, float(line.mean()) + 6 * scene.u
    iron, tall, step = scene.ink("#3f4660", 0.45, 0.1), 54 * u, 15 * u
    with scene.canvas.pen((0, foot - tall * 1.6, scene.w, foot + 20 * u)) as pen:
        for i in range(int(scene.w / step) + 2):
            x = i * step
            y = float(line[min(max(int(x), 0), scene.w - 1)]) + 8 * scene.u
            big = i % 9 == 0
            top = y - tall * (1.22 if big else 1.0)
            pen.rect(x - (3.4 if big else 1.2) * u, top, x + (3.4 if big else 1.2) * u, y, iron)
            pen.poly(
                [(x - 3.6 * u, top + 2), (x, top - (11 if big else 8) * u), (x + 3.6 * u, top + 2)], iron
            )
        for k in (0.86, 0.22):
            rail: list[Point] = [
                (float(x), float(line[x]) + 8 * scene.u - tall * k)
                for x in range(0, scene.w, max(1, int(20 * scene.u)))
            ]
            pen.stroke([*rail, (float(scene.w), rail[-1][1])], 2.4 * u, 2.4 * u, iron)


def _trees(scene: Scene, line: np.ndarray) -> None:
    if not scene.allows("tree"):
        return
    rng, low = scene.rng("trees"), float(line.mean())
    for i, k in enumerate(sorted(rng.random(scene.count(3)).tolist())):
        x = scene.x((0.02 + 0.18 * rng.random()) if i % 2 == 0 else (0.84 + 0.16 * rng.random()))
        y = low + (scene.h - low) * (0.02 + 0.26 * k)
        bare(scene, fork(rng), x, y, (230 + 170 * k) * scene.near, 0.08 * (1 - k))


def bare(
    scene: Scene,
    rng: np.random.Generator,
    x: float,
    y: float,
    size: float,
    far: float = 0.0,
    colors: tuple[str, str] = ("#5a4650", "#8f7470"),
) -> None:
    """A leafless, crooked old tree."""
    bark, lit = scene.ink(colors[0], 0.3, far), scene.ink(colors[1], 0.9, far)
    scene.canvas.shadow(x, y, size * 0.3, size * 0.05, scene.light.shade * F(0.3), 0.4)
    with scene.canvas.pen((x - size * 0.7, y - size * 1.1, x + size * 0.7, y + size * 0.05)) as pen:
        for s in (-1, 1):
            pen.stroke(
                [(x, y - size * 0.1), (x + s * size * 0.13, y + size * 0.02)], size * 0.06, size * 0.015, bark
            )
        limbs = [((x, y), -pi / 2 + 0.16 * (rng.random() - 0.5), size * 0.34, size * 0.1, 0)]
        while limbs:
            (ax, ay), turn, long, wide, depth = limbs.pop()
            bend = turn + 0.5 * (rng.random() - 0.5)
            mid = ax + cos(turn) * long * 0.5, ay + sin(turn) * long * 0.5
            end = mid[0] + cos(bend) * long * 0.5, mid[1] + sin(bend) * long * 0.5
            pen.stroke([(ax, ay), mid, end], wide, wide * 0.62, bark)
            side = scene.light_side * wide * 0.24
            if depth < 3:
                pen.stroke(
                    [(ax + side, ay), (mid[0] + side, mid[1]), (end[0] + side * 0.6, end[1])],
                    wide * 0.24,
                    wide * 0.12,
                    lit,
                )
                for s in (-1, 1):
                    limbs.append(
                        (
                            end,
                            bend + s * (0.36 + 0.4 * rng.random()),
                            long * (0.6 + 0.16 * rng.random()),
                            wide * 0.6,
                            depth + 1,
                        )
                    )


def _stones(scene: Scene, line: np.ndarray, road: land.Road) -> None:
    """Stones in rows, leaning a little, larger the nearer they are."""
    rng, u, low = scene.rng("stones"), scene.near, float(line.mean())
    for row, t in enumerate((0.05, 0.17, 0.34, 0.6)):
        y0, size = low + (scene.h - low) * t, (44 + 84 * t) * u
        step = size * (1.9 + 0.5 * t)
        for i in range(int(scene.w / step) + 2):
            own = fork(rng)
            a, b, c, d = own.random(4).tolist()
            x, y = (i + 0.5 * (row % 2) + 0.3 * (a - 0.5)) * step, y0 + 10 * u * b
            middle = abs(x / scene.w - 0.5) < (0.07, 0.1, 0.2, 0.36)[row]
            near_path = any(road.covers(x + s * size * 0.45, y) for s in (-1, 0, 1))
            if middle or near_path or c < 0.12:
                continue
            stone(scene, own, x, y, size * (0.85 + 0.35 * d), int(c * 40) % 4, 0.16 * (1 - t))


def stone(
    scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, kind: int, far: float
) -> None:
    """One headstone: round, pointed, a cross or a squat slab; mossy at its foot."""
    color = STONES[int(rng.integers(len(STONES)))]
    lit, mid, dim = (scene.ink(scene.snowed(color, 0.3), k, far) for k in (1.0, 0.75, 0.4))
    lean, side = (rng.random() - 0.5) * 0.2, scene.light_side
    half = size * (0.34, 0.3, 0.34, 0.42)[kind]
    tall = size * (1.0, 1.1, 1.05, 0.7)[kind]

    def at(px: float, py: float) -> Point:
        return x + px + lean * py, y - py

    scene.canvas.shadow(x - side * half * 0.5, y, half * 1.5, half * 0.35, scene.light.shade * F(0.3), 0.5)
    with scene.canvas.pen((x - size, y - size * 1.4, x + size, y + size * 0.16)) as pen:
        for shift, tint in ((-side * size * 0.09, dim), (0.0, mid)):
            for shape in _outline(kind, half, tall):
                pen.poly([at(px + shift, py) for px, py in shape], tint)
        for shape in _outline(kind, half * 0.8, tall * 0.93):
            pen.poly([at(px + side * half * 0.06, py) for px, py in shape], lit)
        if kind != 2:
            for k in (0.62, 0.48, 0.34):
                pen.line(at(-half * 0.42, tall * k), at(half * 0.42, tall * k), size * 0.035, mid)
        moss = scene.ink(scene.snowed("#6fa04f"), 0.8, far)
        for px in np.linspace(-1.1, 1.1, 7):
            pen.ellipse(x + px * half, y, half * 0.24, size * (0.05 + 0.05 * rng.random()), moss)


def _outline(kind: int, half: float, tall: float) -> list[list[Point]]:
    if kind == 1:
        return [[(-half, 0), (-half, tall * 0.72), (0, tall), (half, tall * 0.72), (half, 0)]]
    if kind == 2:
        w = half * 0.34
        return [
            [(-w, 0), (-w, tall), (w, tall), (w, 0)],
            [(-half, tall * 0.56), (-half, tall * 0.8), (half, tall * 0.8), (half, tall * 0.56)],
        ]
    arc = [(half * cos(t), tall - half + half * sin(t)) for t in np.linspace(pi, 0, 13)]
    return [[(-half, 0.0), *[(float(a), float(b)) for a, b in arc], (half, 0.0)]]


def _lantern(scene: Scene, road: land.Road, line: np.ndarray) -> None:
    """A lantern on the ground beside the path, burning when it is dark."""
    u, y = scene.near, float(line.mean()) + 0.42 * (scene.h - float(line.mean()))
    row = min(max(0, int(y) - road.top), len(road.half) - 1)
    x = float(road.middle[row]) + (float(road.half[row]) + 34 * u) * (1 if scene.layout.flip else -1)
    on = scene.light.dark > 0.2
    glass = ink(rgb("#ffdf8a")) if on else scene.ink("#e8eef0", 1.0)
    with scene.canvas.pen((x - 30 * u, y - 70 * u, x + 30 * u, y + 4)) as pen:
        iron = scene.ink("#3f4660", 0.5)
        pen.rect(x - 15 * u, y - 5 * u, x + 15 * u, y, iron, 2 * u)
        pen.rect(x - 11 * u, y - 36 * u, x + 11 * u, y - 5 * u, glass, 3 * u)
        pen.rect(x - 1.4 * u, y - 36 * u, x + 1.4 * u, y - 5 * u, iron)
        pen.poly([(x - 15 * u, y - 35 * u), (x, y - 50 * u), (x + 15 * u, y - 35 * u)], iron)
        pen.ellipse(x, y - 54 * u, 5 * u, 6 * u, iron)
    if on:
        scene.canvas.glow(x, y - 20 * u, 130 * u, rgb("#ffb85c"), 0.55)


def _mist(scene: Scene) -> None:
    """Wisps of mist between the stones at dusk and at night."""
    if scene.setting.time == "day":
        return
    rng, hor = scene.rng("mist"), scene.horizon
    pale = mix(scene.light.fog, np.ones(3, F), 0.3)
    for a, b, c in rng.random((scene.count(7), 3)).tolist():
        y = hor + (scene.h - hor) * (0.06 + 0.44 * b)
        scene.canvas.haze(a * scene.w, y, (150 + 150 * c) * scene.u, (16 + 16 * b) * scene.u, pale, 0.34, 1.3)
