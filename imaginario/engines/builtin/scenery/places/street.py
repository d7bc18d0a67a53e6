"""The street: old houses on both sides of a cobbled lane, one vanishing point."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from ...pixels import rgb
from .. import buildings
from ..canvas import ramp_rows
from ..pen import Ink, Pen, Point, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .town import TOWERS, lamp, wet_shine

Spot = Callable[[float, float], Point]
"""A point of a facade: how far along it (0 = far end) and how high up (1 = one storey)."""

FACADES = ("#f2b8a0", "#f6d9a0", "#bcd6c8", "#e8a58c", "#d9c7e6", "#f4e3c8", "#a9c6dc", "#f0c4c4")


def street(scene: Scene) -> Stage:
    """Old houses on both sides of a cobbled street that runs into the distance."""
    scene = scene.with_layout(horizon=0.6 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, u = scene.horizon, scene.u
    vx = scene.x(0.5 + 0.14 * (scene.layout.light_x - 0.5))
    buildings.skyline(scene, "towers-far", hor + 6 * u, (40, 130), (30, 60), TOWERS[0], 0.6)
    if scene.layout.variant > 0.4:
        _steeple(scene, vx, hor + 6 * u, 190 * scene.v)
    scene.canvas.haze(vx, hor, 0.5 * scene.w, 130 * u, scene.light.fog, 0.5)
    cobbles(scene, vx)
    with scene.canvas.pen(None) as pen:
        for side in (-1, 1):
            _row_of_houses(scene, pen, vx, side)
    _window_glow(scene, vx)
    _street_lamps(scene, vx)
    if scene.layout.variant < 0.62:
        _bunting(scene, vx)
    wet_shine(scene, hor + 0.1 * (scene.h - hor))
    return scene.stage(hor + (scene.h - hor) * 0.74)


def side_x(scene: Scene, vx: float, side: int, z: float, k: float = 0.46) -> float:
    """The x of something `k` half streets aside at distance z (1 = at the picture plane)."""
    return vx + side * k * max(scene.w, 0.8 * scene.h) / z + (scene.w / 2 - vx) / z


def _steeple(scene: Scene, x: float, foot: float, tall: float) -> None:
    far, w = 0.42, tall * 0.17
    with scene.canvas.pen((x - w * 2, foot - tall * 1.5, x + w * 2, foot)) as pen:
        pen.rect(x - w, foot - tall, x + w, foot, scene.ink("#d9c3a8", 0.95, far))
        dim = (x - scene.light_side * w, x - scene.light_side * w * 0.3)
        pen.rect(min(dim), foot - tall, max(dim), foot, scene.ink("#d9c3a8", 0.5, far))
        pen.poly(
            [(x - w * 1.25, foot - tall), (x, foot - tall * 1.46), (x + w * 1.25, foot - tall)],
            scene.ink("#6f7fa6", 0.7, far),
        )
        pen.circle(x, foot - tall * 0.82, w * 0.56, scene.ink("#fff6e0", 1.0, far * 0.6))
        for dx, dy in ((0, -0.36), (0.26, 0.08)):
            pen.line(
                (x, foot - tall * 0.82),
                (x + dx * w, foot - tall * 0.82 + dy * w),
                w * 0.1,
                scene.ink("#5a4a44", 0.4, far),
            )


def cobbles(scene: Scene, vx: float) -> None:
    """The ground: stones in rows that shrink towards the vanishing point."""
    hor, h, u = scene.horizon, scene.h, scene.near
    rows = ramp_rows(
        [
            scene.tone(scene.snowed(c, 0.7), k, f)
            for c, k, f in (("#cdbfae", 0.95, 0.3), ("#b9a896", 0.9, 0), ("#8f8176", 0.75, 0))
        ],
        hor,
        h,
        h,
    )
    scene.canvas.a[int(hor) :] = rows[int(hor) :, None]
    rng = scene.rng("cobbles")
    inks = [
        scene.ink(scene.snowed(c, 0.6), k)
        for c, k in (("#d8cbba", 1.0), ("#b5a595", 0.85), ("#9c8d82", 0.75), ("#c7b6a2", 0.95))
    ]
    with scene.canvas.pen((0, hor, scene.w, h), opacity=0.62) as pen:
        z = 5.0
        while z > 0.9:
            y = hor + (h - hor) / z
            deep = (h - hor) * (1 / (z * 0.93) - 1 / z)
            step = 52 * u / z
            offset = rng.random() * step
            half = side_x(scene, vx, 1, z, 0.36) - side_x(scene, vx, -1, z, 0.36)
            center = (side_x(scene, vx, 1, z, 0.36) + side_x(scene, vx, -1, z, 0.36)) / 2
            for j in range(int(half / step) + 1):
                x = center - half / 2 + offset + j * step
                if -step < x < scene.w + step:
                    pen.ellipse(x, y, step * 0.45, deep * 0.42, inks[int(rng.random() * 4)])
            z *= 0.93
    with scene.canvas.pen((0, hor, scene.w, h)) as pen:
        for side in (-1, 1):
            near, far = [
                (side_x(scene, vx, side, z, k), hor + (h - hor) / z) for z, k in ((0.8, 0.36), (6, 0.36))
            ]
            out_near, out_far = [(side_x(scene, vx, side, z, 0.47), hor + (h - hor) / z) for z in (0.8, 6)]
            pen.poly([near, far, out_far, out_near], scene.ink("#ddd2c2", 0.9))
            lip = side_x(scene, vx, side, 0.8, 0.345), near[1]
            pen.poly([near, far, lip], scene.ink("#8c8078", 0.5))


def _row_of_houses(scene: Scene, pen: Pen, vx: float, side: int) -> None:
    """One side of the street, from far to near."""
    rng = scene.rng(f"houses-{side}")
    cuts = [5.6]
    while cuts[-1] > 0.8:
        cuts.append(cuts[-1] * (0.68 + 0.1 * rng.random()))
    last = -1
    for far_z, near_z in pairwise(cuts):
        pick = int(rng.integers(len(FACADES)))
        pick = (pick + 1) % len(FACADES) if pick == last else pick
        last = pick
        tall = (270 + 120 * rng.random()) * scene.v
        _house(scene, pen, rng, (vx, side, far_z, near_z), tall, FACADES[pick])


def _house(
    scene: Scene,
    pen: Pen,
    rng: np.random.Generator,
    at: tuple[float, int, float, float],
    tall: float,
    color: str,
) -> None:
    vx, side, far_z, near_z = at
    rng, boxes = fork(rng), fork(rng)
    hor, ground = scene.horizon, scene.h - scene.horizon
    haze = min(0.5, max(0.0, (near_z - 1.2) * 0.13))
    k = 0.95 if side != scene.light_side else 0.6

    def spot(along: float, up: float) -> Point:
        z = 1 / ((1 - along) / far_z + along / near_z)
        return side_x(scene, vx, side, z, 0.47), hor + (ground - up * tall * 1.0) / z

    wall, trim = scene.ink(color, k, haze), scene.ink("#fff4e4", k, haze)
    roof = scene.ink(scene.snowed(buildings.ROOFS[int(rng.integers(5))]), 0.7 * k, haze)
    pen.poly([spot(0, 0), spot(0, 1.9), spot(1, 1.9), spot(1, 0)], wall)
    pen.poly([spot(0, 1.86), spot(-0.02, 2.16), spot(1.02, 2.16), spot(1, 1.86)], roof)
    pen.poly([spot(-0.01, 1.84), spot(-0.01, 1.92), spot(1.01, 1.92), spot(1.01, 1.84)], trim)
    pen.poly([spot(0, 0), spot(0, 0.1), spot(1, 0.1), spot(1, 0)], scene.ink("#9c8f88", k * 0.7, haze))
    n = 2 if far_z / near_z < 1.36 else 3
    for level, (low, high) in enumerate(((0.98, 1.28), (1.46, 1.72))):
        for i in range(n):
            a = (i + 0.28) / n
            b = a + 0.44 / n
            pane, _ = buildings.window_ink(scene, rng, haze)
            m = 0.06 / n
            pen.poly(
                [
                    spot(a - m, low - 0.03),
                    spot(a - m, high + 0.03),
                    spot(b + m, high + 0.03),
                    spot(b + m, low - 0.03),
                ],
                trim,
            )
            pen.poly([spot(a, low), spot(a, high), spot(b, high), spot(b, low)], pane)
            if level == 0 and scene.allows("flower"):
                _flower_box(scene, pen, boxes, spot, a - m, b + m, low, haze)
    _shop(scene, pen, rng, spot, haze, k, trim)


def _flower_box(
    scene: Scene, pen: Pen, rng: np.random.Generator, spot: Spot, a: float, b: float, low: float, haze: float
) -> None:
    pen.poly(
        [spot(a, low - 0.1), spot(a, low - 0.03), spot(b, low - 0.03), spot(b, low - 0.1)],
        scene.ink("#8a5a40", 0.7, haze),
    )
    bloom = [scene.ink(c, 1.0, haze) for c in ("#e8506a", "#ffb04a", "#5fa850")]
    (x0, y0), (x1, y1) = spot(a, low), spot(b, low)
    r = abs(x1 - x0) * 0.09 + 0.6
    for i in range(7):
        t = i / 6
        pen.circle(
            x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + r * (0.4 - rng.random()), r, bloom[int(rng.integers(3))]
        )


def _shop(
    scene: Scene, pen: Pen, rng: np.random.Generator, spot: Spot, haze: float, k: float, trim: Ink
) -> None:
    """The ground floor: a door, and a shop window under a striped awning, or two plain windows."""
    pane = ink(rgb("#ffdf94")) if scene.light.dark > 0.35 else scene.ink("#9cc4d8", 0.9, haze)
    door = scene.ink(("#4f7f8a", "#a8503f", "#5f7a4a", "#6a5a8a")[int(rng.integers(4))], k, haze)
    pen.poly([spot(0.66, 0), spot(0.66, 0.68), spot(0.9, 0.68), spot(0.9, 0)], trim)
    pen.poly([spot(0.69, 0), spot(0.69, 0.64), spot(0.87, 0.64), spot(0.87, 0)], door)
    pen.poly([spot(0.08, 0.14), spot(0.08, 0.66), spot(0.56, 0.66), spot(0.56, 0.14)], trim)
    pen.poly([spot(0.11, 0.18), spot(0.11, 0.62), spot(0.53, 0.62), spot(0.53, 0.18)], pane)
    if rng.random() < 0.7:
        stripes = [
            scene.ink(c, k, haze)
            for c in (("#d9534a", "#3f8f8a", "#e0a13c")[int(rng.integers(3))], "#fff4e4")
        ]
        for i in range(6):
            a, b = 0.04 + 0.56 * i / 6, 0.04 + 0.56 * (i + 1) / 6
            pen.poly(
                [spot(a, 0.82), spot(b, 0.82), spot(b + 0.0, 0.6), spot((a + b) / 2, 0.57), spot(a, 0.6)],
                stripes[i % 2],
            )


def _window_glow(scene: Scene, vx: float) -> None:
    if scene.light.dark > 0.35:
        for side in (-1, 1):
            for z in (1.15, 1.7, 2.6):
                x, y = side_x(scene, vx, side, z, 0.42), scene.horizon + 0.8 * (scene.h - scene.horizon) / z
                scene.canvas.haze(
                    x, y, 150 * scene.u / z, 50 * scene.u / z, rgb("#ffc76a"), 0.4 * scene.light.dark
                )


def _street_lamps(scene: Scene, vx: float) -> None:
    for z, sides in ((2.9, (-1, 1)), (1.75, (-1, 1)), (1.12, (1 if scene.layout.flip else -1,))):
        if z < _FAR and not scene.allows("street-lamp"):
            continue  # a house that is asked for would stand upon their posts
        for side in sides:
            y = scene.horizon + (scene.h - scene.horizon) / z
            lamp(scene, side_x(scene, vx, side, z, 0.385), y, 330 * scene.v / z)


_FAR = 2.0


def _bunting(scene: Scene, vx: float) -> None:
    """Strings of little flags across the street."""
    rng = scene.rng("bunting")
    colors = ("#f25f5c", "#ffd166", "#4fb0c6", "#8bc34a", "#f78fb3")
    with scene.canvas.pen((0, 0, scene.w, scene.horizon)) as pen:
        for z in (2.2, 1.35):
            x0, x1 = side_x(scene, vx, -1, z, 0.47), side_x(scene, vx, 1, z, 0.47)
            y, sag, n = scene.horizon - 190 * scene.v / z, 44 * scene.v / z, int(15 / z**0.4)
            line = [(x0 + (x1 - x0) * t, y + sag * 4 * t * (1 - t)) for t in np.linspace(0, 1, n + 1)]
            pen.stroke(line, 1.6 * scene.u, 1.6 * scene.u, scene.ink("#6a5a54", 0.6))
            for i in range(n):
                (ax, ay), (bx, by) = line[i], line[i + 1]
                color = scene.ink(colors[int(rng.integers(5))], 0.95, 0.1 * (z - 1))
                size = (bx - ax) * 0.62
                pen.poly(
                    [
                        (ax + (bx - ax) * 0.16, ay),
                        (ax + (bx - ax) * 0.84, by),
                        ((ax + bx) / 2, (ay + by) / 2 + size),
                    ],
                    color,
                )
