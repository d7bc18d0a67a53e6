"""A school's sports field: a red track with white lanes round a pitch, goals, a hoop, the school behind."""

from __future__ import annotations

from math import pi

import numpy as np

from ...pixels import F, noise, rgb
from .. import buildings, land, plants
from ..pen import Ink, Pen, Point, Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .arena import goal_net
from .street import side_x

LANES = 5
WIDE = 0.15
"""How wide a lane is, in streets."""
LEFT = -0.48
BEND = 2.5
"""The depth at which the track turns."""
GOAL = (0.98, 2.78)
CENTRE = 1.12
"""Where the middle of the pitch lies, in streets from the middle of the picture."""


def schoolyard(scene: Scene) -> Stage:
    """The straight of a running track, a pitch beside it, the school and its flag at the far end."""
    scene = scene.with_layout(horizon=0.5 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    _school(scene, hor + 14 * u)
    line = np.full(scene.w, hor + 12 * u, F)
    if scene.allows("tree"):
        rng = scene.rng("school-trees")
        for share, size in ((-0.04, 150), (0.07, 110), (0.16, 92), (0.83, 96), (0.92, 124), (1.03, 160)):
            plants.tree(scene, fork(rng), scene.x(share), hor + 18 * u, size * scene.v, 0.16)
    _turf(scene, line)
    _flowerbed(scene, hor + 16 * u)
    _track(scene)
    goal_net(scene, *_at(scene, GOAL[0], GOAL[1]), 150 * scene.near)
    _court(scene)
    _hoop(scene)
    return scene.stage(hor + (h - hor) * 0.78)


def _at(scene: Scene, x: float, z: float) -> Point:
    """The canvas point of a point of the ground: streets from the middle, and depth."""
    way = -1 if scene.layout.flip else 1
    return side_x(scene, scene.w / 2, way, z, x), scene.horizon + (scene.h - scene.horizon) / z


def _lap(scene: Scene, x: float) -> list[Point]:
    """A line round the track that starts at `x` on our straight, runs away and turns at the far end."""
    reach = CENTRE - x
    points = [_at(scene, x, z) for z in (0.8, 1.0, 1.4, BEND)]
    for t in np.linspace(0, pi, 25)[1:].tolist():
        points.append(_at(scene, CENTRE - reach * float(np.cos(t)), BEND + 0.9 * reach * float(np.sin(t))))
    far = 2 * CENTRE - x
    return [*points, _at(scene, far, 1.4), _at(scene, far, 0.8)]


def _turf(scene: Scene, line: np.ndarray) -> None:
    """Mown grass in stripes across the pitch."""
    top, h = float(line[0]), scene.h
    stops = [
        scene.tone(c, k, f)
        for c, k, f in (("#9ad35e", 1.0, 0.12), ("#6dbb4c", 0.95, 0.0), ("#459442", 0.85, 0.0))
    ]
    scene.canvas.ridge(line, stops, h - top)
    pale = scene.ink(scene.snowed("#b2e070", 0.2), 1.0)
    with scene.canvas.pen((0, top, scene.w, h), opacity=0.42) as pen:
        for z in (4.6, 3.6, 2.9, 2.4, 2.0, 1.66, 1.36, 1.1):
            (_, y0), (_, y1) = _at(scene, 0, z), _at(scene, 0, z * 0.9)
            pen.rect(0, y0, scene.w, y1, pale)
    land.side_light(scene, top, 0.12)


def _track(scene: Scene) -> None:
    """The red track: its rubber, white lines between the lanes, numbers at the start."""
    edge = LEFT + LANES * WIDE
    red, dim, white = (
        scene.ink(scene.snowed(c, 0.35), k)
        for c, k in (("#d2583f", 0.98), ("#b8452f", 0.8), ("#fffaf0", 1.0))
    )
    outer, inner = _lap(scene, LEFT), _lap(scene, edge)
    top = min(y for _, y in outer)
    with scene.canvas.pen((0, top - 4, scene.w, scene.h)) as pen:
        pen.poly([*outer, *inner[::-1]], red)
        for lane in range(0, LANES, 2):
            a, b = _lap(scene, LEFT + lane * WIDE), _lap(scene, LEFT + (lane + 1) * WIDE)
            pen.poly([*a, *b[::-1]], dim)
    rows = scene.h - int(top)
    grain = noise(scene.rng("rubber"), scene.w, rows, 7 * scene.u, 1) - F(0.5)
    part = scene.canvas.a[int(top) :]
    part += grain[..., None] * F(0.035)
    np.clip(part, 0, 1, out=part)
    with scene.canvas.pen((0, top - 4, scene.w, scene.h), opacity=0.94) as pen:
        for lane in range(LANES + 1):
            _line(scene, pen, LEFT + lane * WIDE, white)
        _start(scene, pen, white)
        for a, b in (
            ((0.44, 0.8), (0.44, 2.78)),
            ((0.44, 2.78), (1.6, 2.78)),
            ((0.68, 2.3), (1.4, 2.3)),
            ((0.68, 2.3), (0.68, 2.78)),
        ):
            _chalk(scene, pen, a, b, white)


def _chalk(scene: Scene, pen: Pen, a: Point, b: Point, white: Ink) -> None:
    """A line of the pitch from one point of the ground to another, thinner the farther it is."""
    (x0, y0), (x1, y1) = _at(scene, *a), _at(scene, *b)
    flat = 0.0 if a[1] != b[1] else 1.0
    (dx, dy), (ex, ey) = (
        ((1 - flat) * 3.5 * scene.near / z, flat * 1.3 * scene.near / z**0.5) for z in (a[1], b[1])
    )
    pen.poly([(x0 - dx, y0 - dy), (x0 + dx, y0 + dy), (x1 + ex, y1 + ey), (x1 - ex, y1 - ey)], white)


def _line(scene: Scene, pen: Pen, x: float, white: Ink) -> None:
    """One white line, thinner the farther it is."""
    half = 0.0055
    pen.poly([*_lap(scene, x - half), *_lap(scene, x + half)[::-1]], white)


def _start(scene: Scene, pen: Pen, white: Ink) -> None:
    """The start line with a number in every lane."""
    a, b = _at(scene, LEFT, 1.62), _at(scene, LEFT + LANES * WIDE, 1.62)
    pen.rect(min(a[0], b[0]), a[1] - 4 * scene.near, max(a[0], b[0]), a[1] + 4 * scene.near, white)
    for lane in range(LANES):
        x = LEFT + (lane + 0.5) * WIDE
        for stroke in _DIGITS[lane]:
            line = [
                _at(scene, x + 0.07 * (px - 0.5) * (-1 if scene.layout.flip else 1), 1.5 - 0.17 * py)
                for px, py in stroke
            ]
            pen.stroke(line, 7 * scene.near, 7 * scene.near, white)


_DIGITS = (
    (((0.2, 0.3), (0.55, 0.0)), ((0.55, 0.0), (0.55, 1.0))),
    (((0.1, 0.25), (0.5, 0.0), (0.9, 0.3), (0.1, 1.0)), ((0.1, 1.0), (0.95, 1.0))),
    (((0.1, 0.1), (0.85, 0.15), (0.4, 0.48)), ((0.4, 0.48), (0.9, 0.72), (0.5, 1.0), (0.05, 0.88))),
    (((0.7, 1.0), (0.7, 0.0)), ((0.7, 0.0), (0.05, 0.68)), ((0.05, 0.68), (1.0, 0.68))),
    (
        ((0.85, 0.0), (0.2, 0.0)),
        ((0.2, 0.0), (0.15, 0.45)),
        ((0.15, 0.45), (0.85, 0.55), (0.6, 1.0), (0.05, 0.95)),
    ),
)
"""The strokes of the digits 1 to 5, x to the right and y towards us, each in 0..1."""


def _court(scene: Scene) -> None:
    """A strip of hard court outside the track, with its white line."""
    blue, white = scene.ink(scene.snowed("#4f9fb5", 0.5), 0.95), scene.ink("#fffaf0", 1.0)
    with scene.canvas.pen((0, scene.horizon, scene.w, scene.h), opacity=0.95) as pen:
        a, b = LEFT - 0.06, LEFT - 1.2
        pen.poly([_at(scene, a, 2.3), _at(scene, b, 2.3), _at(scene, b, 1.28), _at(scene, a, 1.28)], blue)
        for x0, z0, x1, z1 in (
            (a - 0.04, 2.22, a - 0.04, 1.32),
            (a - 0.04, 2.22, b, 2.22),
            (a - 0.04, 1.32, b, 1.32),
        ):
            pen.line(_at(scene, x0, z0), _at(scene, x1, z1), 3.4 * scene.near, white)


def _hoop(scene: Scene) -> None:
    """A basketball hoop on its post at the edge of the court."""
    x, y = _at(scene, LEFT - 0.16, 1.86)
    x = min(max(x, 0.13 * scene.w), 0.87 * scene.w)
    size, way = 300 * scene.v / 1.3, -1 if scene.layout.flip else 1
    scene.canvas.shadow(
        x - scene.light_side * size * 0.1, y, size * 0.2, size * 0.03, scene.light.shade * F(0.3), 0.5
    )
    post, shine, red, white = (
        scene.ink(c, k) for c, k in (("#3f5f8f", 0.7), ("#7f9fc8", 1.0), ("#e8552f", 1.0), ("#fbfaf6", 1.0))
    )
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size, way)
        it.rect(-0.1, 0, 0.1, 0.05, post, 0.01)
        it.stroke(post, 0.05, 0.042, (-0.04, 0.02), (-0.04, 0.6), (0.0, 0.76), (0.12, 0.84))
        it.line((-0.05, 0.04), (-0.05, 0.6), 0.012, shine)
        it.rect(-0.14, 0.72, 0.34, 1.04, post, 0.012)
        it.rect(-0.125, 0.735, 0.325, 1.025, white)
        for px0, py0, px1, py1 in (
            (0.03, 0.78, 0.17, 0.79),
            (0.03, 0.9, 0.17, 0.91),
            (0.03, 0.78, 0.04, 0.91),
            (0.16, 0.78, 0.17, 0.91),
        ):
            it.rect(px0, py0, px1, py1, red)
        net = scene.ink("#ffffff", 1.0, 0.05)
        for i in range(6):
            a = 0.02 + 0.032 * i
            it.line((a, 0.75), (0.1 + (a - 0.1) * 0.55, 0.6), 0.006, net)
            it.line((a, 0.75), (0.1 + (a - 0.1) * 0.55 + 0.03, 0.6), 0.005, net)
        it.ellipse(0.1, 0.755, 0.095, 0.024, red)
        it.ellipse(0.1, 0.757, 0.076, 0.014, scene.ink("#f6e6da", 0.9))


def _school(scene: Scene, foot: float) -> None:
    """The school: three storeys of windows, an entrance with a clock, the flag on its mast before it."""
    if not scene.allows("house"):
        return
    rng, v, far = scene.rng("school"), scene.v, 0.14
    cx, half, storey = scene.x(0.5), min(0.36 * scene.w, 300 * v), 58 * v
    lit: list[Point] = []
    side = scene.light_side
    wall, pale, dim, band = (
        scene.ink(c, k, far)
        for c, k in (("#f4dcb4", 0.98), ("#fff6e6", 1.0), ("#e0b48c", 0.62), ("#d9775a", 0.95))
    )
    with scene.canvas.pen((cx - half * 1.2, foot - 5.4 * storey, cx + half * 1.2, foot + 4)) as pen:
        pen.rect(cx - half, foot - 3 * storey, cx + half, foot, wall)
        edge = cx - side * half
        pen.rect(
            min(edge, edge + side * 0.1 * half),
            foot - 3 * storey,
            max(edge, edge + side * 0.1 * half),
            foot,
            dim,
        )
        pen.rect(
            cx - half * 1.02,
            foot - 3.18 * storey,
            cx + half * 1.02,
            foot - 2.98 * storey,
            scene.ink(scene.snowed("#c8694c"), 0.9, far),
        )
        columns = 6
        for wing in (-1, 1):
            for row in range(3):
                y = foot - (row + 0.76) * storey
                for i in range(columns):
                    x = cx + wing * half * (0.27 + 0.118 * i)
                    pane, on = buildings.window_ink(scene, rng, far)
                    buildings.window(pen, x - 0.042 * half, y, 0.084 * half, 0.5 * storey, pane, pale)
                    if on and scene.light.dark > 0.2:
                        lit.append((x, y + 0.25 * storey))
                pen.rect(
                    min(cx + wing * 0.22 * half, cx + wing * half),
                    foot - (row + 0.06) * storey,
                    max(cx + wing * 0.22 * half, cx + wing * half),
                    foot - row * storey,
                    band,
                )
        _entrance(scene, pen, (cx, foot, half, storey), far)
    for x, y in lit:
        scene.canvas.glow(x, y, 26 * scene.u, rgb("#ffc766"), 0.26)
    _flag(scene, scene.x(0.32), foot + 6 * scene.u, 4.2 * storey)


def _entrance(scene: Scene, pen: Pen, at: tuple[float, float, float, float], far: float) -> None:
    """The middle of the school, higher than its wings, with doors, steps and a clock."""
    cx, foot, half, storey = at
    w = 0.2 * half
    front, trim, glass = (
        scene.ink(c, k, far) for c, k in (("#e58a6a", 0.95), ("#fff6e6", 1.0), ("#8fc4dc", 0.95))
    )
    pen.rect(cx - w, foot - 3.7 * storey, cx + w, foot, front)
    pen.poly(
        [
            (cx - w * 1.15, foot - 3.68 * storey),
            (cx, foot - 4.3 * storey),
            (cx + w * 1.15, foot - 3.68 * storey),
        ],
        scene.ink(scene.snowed("#b5563f"), 0.9, far),
    )
    pen.circle(cx, foot - 3.2 * storey, 0.34 * storey, trim)
    pen.circle(cx, foot - 3.2 * storey, 0.28 * storey, scene.ink("#fffdf6", 1.0, far))
    for dx, dy in ((0.0, -0.22), (0.14, 0.05)):
        pen.line(
            (cx, foot - 3.2 * storey),
            (cx + dx * storey, foot - (3.2 - dy) * storey),
            0.04 * storey,
            scene.ink("#4a4452", 0.6, far),
        )
    for row in (1, 2):
        pen.rect(cx - w * 0.7, foot - (row + 0.74) * storey, cx + w * 0.7, foot - (row + 0.2) * storey, trim)
        for i in range(3):
            x = cx + w * (0.44 * (i - 1))
            pen.rect(
                x - w * 0.18, foot - (row + 0.69) * storey, x + w * 0.18, foot - (row + 0.25) * storey, glass
            )
    pen.rect(cx - w * 0.8, foot - 0.84 * storey, cx + w * 0.8, foot, trim)
    for a, b in ((-0.7, -0.04), (0.04, 0.7)):
        pen.rect(cx + w * a, foot - 0.76 * storey, cx + w * b, foot, glass)
    pen.rect(
        cx - w * 1.1, foot - 0.98 * storey, cx + w * 1.1, foot - 0.84 * storey, scene.ink("#c8694c", 0.9, far)
    )


def _flag(scene: Scene, x: float, foot: float, tall: float) -> None:
    """A red flag flying on its mast."""
    way = -scene.light_side
    red, dim, mast = (
        scene.ink("#e03a34", 1.0, 0.04),
        scene.ink("#c02a2c", 0.7, 0.04),
        scene.ink("#dfe4ea", 1.0, 0.05),
    )
    with scene.canvas.pen((x - tall, foot - tall * 1.1, x + tall, foot + 4)) as pen:
        it = Sketch(pen, x, foot, tall, way)
        it.rect(-0.05, 0, 0.05, 0.03, scene.ink("#b5a89c", 0.9))
        it.line((0, 0), (0, 1.0), 0.014, mast)
        it.circle(0, 1.01, 0.016, scene.ink("#f2c14e", 1.0))
        upper = [(0.01 + 0.29 * t, 0.97 + 0.018 * float(np.sin(7 * t))) for t in np.linspace(0, 1, 13)]
        it.poly(red, *upper, *((px, py - 0.19) for px, py in upper[::-1]))
        it.poly(dim, *upper[4:8], *((px, py - 0.19) for px, py in upper[4:8][::-1]))


def _flowerbed(scene: Scene, y: float) -> None:
    """A low hedge with flowers along the foot of the school."""
    rng, u = scene.rng("school-hedge"), scene.u
    lumps = []
    for i, (a, b) in enumerate(rng.random((scene.count(40), 2)).tolist()):
        x = scene.w * (i + a) / scene.count(40)
        lumps.append((x, y - 3 * u, (7 + 4 * b) * u))
    scene.canvas.puff(
        lumps,
        scene.light.ramp("#2f6b3a", "#4f9a45", "#8fc95a", far=0.12),
        light=scene.light_from,
        soft=0.3,
        balls=True,
        floor=y + 4 * u,
    )
    if scene.allows("flower"):
        bloom = [scene.ink(c, 1.0, 0.06) for c in ("#f2545b", "#ffd166", "#f78fb3")]
        with scene.canvas.pen((0, y - 20 * u, scene.w, y + 6 * u)) as pen:
            for a, b, c in rng.random((scene.count(80), 3)).tolist():
                pen.circle(a * scene.w, y - 10 * u * b, (1.4 + 1.4 * c) * u, bloom[int(c * 3)])
