"""The alley: high walls close together, washing overhead, crates and cats' corners."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from ...pixels import rgb
from .. import buildings
from ..pen import Pen, Point, Sketch, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .street import cobbles, side_x
from .town import TOWERS, wet_shine

WALLS = ("#c9826a", "#b9776a", "#d9a07a", "#a98a8f", "#c9a58a")
WASH = ("#f2f0e6", "#e8605a", "#4fa3c7", "#f2c14e", "#8fc27a", "#f7b5c4")
K = 0.38
"""How many half streets the walls stand aside."""


def alley(scene: Scene) -> Stage:
    """A narrow lane between brick walls that ends at a lit house."""
    scene = scene.with_layout(horizon=0.56 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, u = scene.horizon, scene.u
    vx = scene.x(0.5 + 0.1 * (scene.layout.light_x - 0.5))
    buildings.skyline(scene, "towers-far", hor + 6 * u, (90, 190), (30, 60), TOWERS[0], 0.5)
    scene.canvas.haze(vx, hor - 30 * u, 0.3 * scene.w, 170 * u, scene.light.fog, 0.5)
    cobbles(scene, vx)
    lit: list[Point] = []
    with scene.canvas.pen(None) as pen:
        for side in (-1, 1):
            _wall(scene, pen, vx, side, lit)
        _washing(scene, pen, vx)
    for x, y in lit:
        scene.canvas.glow(x, y, 90 * u, rgb("#ffc766"), 0.34)
    _things(scene, vx)
    for z, side in ((2.6, 1), (1.5, -1)):
        _wall_lamp(scene, vx, side * (-1 if scene.layout.flip else 1), z)
    wet_shine(scene, hor + 0.1 * (scene.h - hor))
    return scene.stage(hor + (scene.h - hor) * 0.76)


def _spot(scene: Scene, vx: float, side: int, far_z: float, near_z: float, along: float, up: float) -> Point:
    """A point of a wall: how far along (0 = far end) and how high up (1 = one storey)."""
    z = 1 / ((1 - along) / far_z + along / near_z)
    return side_x(scene, vx, side, z, K), scene.horizon + ((scene.h - scene.horizon) - up * 250 * scene.v) / z


def _wall(scene: Scene, pen: Pen, vx: float, side: int, lit: list[Point]) -> None:
    rng = scene.rng(f"alley-{side}")
    cuts = [4.6]
    while cuts[-1] > 0.75:
        cuts.append(cuts[-1] * (0.62 + 0.1 * rng.random()))
    last = -1
    for far_z, near_z in pairwise(cuts):
        pick = int(rng.integers(len(WALLS)))
        pick = (pick + 1) % len(WALLS) if pick == last else pick
        last = pick
        _house(scene, pen, fork(rng), (vx, side, far_z, near_z), WALLS[pick], lit)


def _house(
    scene: Scene,
    pen: Pen,
    rng: np.random.Generator,
    at: tuple[float, int, float, float],
    color: str,
    lit: list[Point],
) -> None:
    vx, side, far_z, near_z = at
    haze, k = min(0.42, max(0.0, (near_z - 1.2) * 0.12)), (0.9 if side != scene.light_side else 0.6)
    tall = 2.5 + 0.9 * rng.random()

    def spot(along: float, up: float) -> Point:
        return _spot(scene, vx, side, far_z, near_z, along, up)

    def pane(a: float, b: float, low: float, high: float, tint) -> None:
        pen.poly([spot(a, low), spot(a, high), spot(b, high), spot(b, low)], tint)

    pane(0, 1, 0, tall, scene.ink(color, k, haze))
    _bricks(scene, pen, rng, spot, tall, color, k, haze)
    pane(-0.01, 1.01, tall - 0.05, tall + 0.06, scene.ink(scene.snowed("#f2e6d6"), k, haze))
    pane(0, 1, 0, 0.14, scene.ink("#8f8078", k * 0.7, haze))
    trim = scene.ink("#fff0dc", k, haze)
    door = scene.ink(("#4f7f8a", "#a8503f", "#5f7a4a", "#6a5a8a")[int(rng.integers(4))], k, haze)
    left = 0.12 + 0.4 * rng.random()
    pane(left - 0.03, left + 0.31, 0, 0.8, trim)
    pane(left, left + 0.28, 0, 0.76, door)
    for level in (1.1, 1.9):
        if level + 0.5 > tall:
            continue
        for a in (0.14, 0.6):
            glass, on = buildings.window_ink(scene, rng, haze)
            shutter = scene.ink(("#4f8a7a", "#5f7fa8", "#a8603f")[int(rng.integers(3))], k, haze)
            pane(a - 0.1, a + 0.36, level - 0.02, level + 0.5, shutter)
            pane(a - 0.01, a + 0.27, level - 0.03, level + 0.51, trim)
            pane(a + 0.02, a + 0.24, level, level + 0.48, glass)
            pane(a - 0.02, a + 0.28, level - 0.1, level - 0.03, scene.ink("#8a5a40", 0.7 * k, haze))
            if on and scene.light.dark > 0.2:
                lit.append(spot(a + 0.13, level + 0.24))
            if scene.allows("flower"):
                _pots(scene, pen, fork(rng), spot, a, level, haze)


def _bricks(
    scene: Scene, pen: Pen, rng: np.random.Generator, spot, tall: float, color: str, k: float, haze: float
) -> None:
    """Here and there the plaster is gone and bricks show."""
    dark, pale = scene.ink(color, k * 0.5, haze), scene.ink("#f2d9c0", k, haze)
    for a, b, c in rng.random((30, 3)).tolist():
        low, wide = 0.2 + (tall - 0.5) * b, 0.07 + 0.05 * c
        pen.poly(
            [
                spot(a, low),
                spot(a, low + 0.055),
                spot(min(1, a + wide), low + 0.055),
                spot(min(1, a + wide), low),
            ],
            dark if c < 0.7 else pale,
        )


def _pots(
    scene: Scene, pen: Pen, rng: np.random.Generator, spot, a: float, level: float, haze: float
) -> None:
    bloom = [scene.ink(c, 1.0, haze) for c in ("#e8506a", "#ffb04a", "#5fa850", "#7fc068")]
    (x0, y0), (x1, y1) = spot(a, level - 0.01), spot(a + 0.26, level - 0.01)
    r = abs(x1 - x0) * 0.1 + 0.6
    for i in range(7):
        t = i / 6
        pen.circle(
            x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + r * (0.5 - rng.random()), r, bloom[int(rng.integers(4))]
        )


def _washing(scene: Scene, pen: Pen, vx: float) -> None:
    """Lines from wall to wall, hung with clothes."""
    if not scene.allows("clothes"):
        return
    rng, u = scene.rng("washing"), scene.u
    for z, high in ((2.4, 1.75), (1.5, 2.15)):
        x0, x1 = side_x(scene, vx, -1, z, K), side_x(scene, vx, 1, z, K)
        y, sag = scene.horizon + ((scene.h - scene.horizon) - high * 250 * scene.v) / z, 34 * scene.v / z
        line = [(x0 + (x1 - x0) * t, y + sag * 4 * t * (1 - t)) for t in np.linspace(0, 1, 15).tolist()]
        pen.stroke(line, 1.6 * u, 1.6 * u, scene.ink("#6a5a54", 0.6))
        n = 6
        for i in range(n):
            t = (i + 0.7) / (n + 0.6)
            x, py = x0 + (x1 - x0) * t, y + sag * 4 * t * (1 - t)
            _garment(
                scene,
                pen,
                x,
                py,
                (x1 - x0) / n * 0.9,
                int(rng.integers(3)),
                WASH[int(rng.integers(len(WASH)))],
            )


def _garment(scene: Scene, pen: Pen, x: float, y: float, size: float, kind: int, color: str) -> None:
    it, tint, dim = Sketch(pen, x, y, size), scene.ink(color, 0.95), scene.ink(color, 0.6)
    if kind == 0:
        it.poly(
            tint,
            (-0.24, 0),
            (-0.46, -0.2),
            (-0.36, -0.32),
            (-0.24, -0.22),
            (-0.24, -0.8),
            (0.24, -0.8),
            (0.24, -0.22),
            (0.36, -0.32),
            (0.46, -0.2),
            (0.24, 0),
        )
        it.ellipse(0, 0, 0.1, 0.06, dim)
    elif kind == 1:
        it.poly(
            tint, (-0.24, 0), (-0.3, -0.9), (-0.06, -0.9), (0, -0.3), (0.06, -0.9), (0.3, -0.9), (0.24, 0)
        )
    else:
        it.rect(-0.3, -0.74, 0.3, 0, tint)
        it.rect(-0.3, -0.6, 0.3, -0.5, dim)
    for a in (-0.2, 0.2):
        it.rect(a - 0.02, -0.06, a + 0.02, 0.05, scene.ink("#a9764a", 0.9))


def _things(scene: Scene, vx: float) -> None:
    """Crates, a dustbin and a pot plant along the walls."""
    hor, deep, u = scene.horizon, scene.h - scene.horizon, scene.near
    flip = -1 if scene.layout.flip else 1
    for z, side, kind in ((2.2, -1, 0), (1.75, 1, 1), (1.32, -1, 2), (1.14, 1, 0)):
        x, y = side_x(scene, vx, side * flip, z, K * 0.86), hor + deep / z
        size = 150 * u / z
        scene.canvas.shadow(x, y, size * 0.5, size * 0.1, scene.light.shade * np.float32(0.3), 0.5)
        with scene.canvas.pen((x - size, y - size * 1.6, x + size, y + 4)) as pen:
            it = Sketch(pen, x, y, size)
            if kind == 0:
                for base, wide in ((0.0, 0.4), (0.5, 0.32)):
                    it.rect(-wide, base, wide, base + 0.48, scene.ink("#7a5236", 0.5))
                    for i in range(3):
                        it.rect(
                            -wide,
                            base + 0.02 + i * 0.16,
                            wide,
                            base + 0.14 + i * 0.16,
                            scene.ink("#c99a62", 0.9),
                        )
            elif kind == 1:
                it.poly(scene.ink("#6f7f8f", 0.5), (-0.34, 0.9), (0.34, 0.9), (0.27, 0), (-0.27, 0))
                it.poly(scene.ink("#9fb0bd", 0.9), (-0.24, 0.9), (0.3, 0.9), (0.24, 0), (-0.2, 0))
                for i in range(4):
                    it.line(
                        (-0.18 + i * 0.13, 0.08), (-0.2 + i * 0.14, 0.82), 0.025, scene.ink("#6f7f8f", 0.6)
                    )
                it.ellipse(0, 0.92, 0.4, 0.1, scene.ink("#8a99a8", 0.7))
                it.ellipse(0, 0.97, 0.36, 0.08, scene.ink("#b9c6d0", 1.0))
                it.stroke(scene.ink("#6f7f8f", 0.6), 0.04, 0.04, (-0.08, 1.02), (0, 1.08), (0.08, 1.02))
            else:
                it.poly(scene.ink("#c8704a", 0.8), (-0.28, 0.42), (0.28, 0.42), (0.2, 0), (-0.2, 0))
                for i in range(9):
                    pen.leaf(
                        x,
                        y - size * 0.4,
                        size * (0.6 + 0.06 * (i % 3)),
                        size * 0.22,
                        -2.7 + i * 0.29,
                        scene.ink(("#2f7a4c", "#459a55", "#86c566")[i % 3], 0.9),
                    )
                it.rect(-0.32, 0.38, 0.32, 0.48, scene.ink("#dd8a5e", 1.0), 0.02)


def _wall_lamp(scene: Scene, vx: float, side: int, z: float) -> None:
    """A lantern on an iron arm."""
    x, y = (
        side_x(scene, vx, side, z, K),
        scene.horizon + ((scene.h - scene.horizon) - 0.98 * 250 * scene.v) / z,
    )
    size, on = 110 * scene.u / z, scene.light.dark > 0.2
    with scene.canvas.pen((x - size, y - size, x + size, y + size)) as pen:
        it, iron = Sketch(pen, x, y, size, -side), scene.ink("#3a4358", 0.5)
        it.stroke(iron, 0.05, 0.04, (0, 0.1), (0.2, 0.3), (0.42, 0.24), (0.44, 0.1))
        it.poly(
            ink(rgb("#ffe9a8")) if on else scene.ink("#e8f0f2", 1.0),
            (0.34, 0.06),
            (0.54, 0.06),
            (0.5, -0.26),
            (0.38, -0.26),
        )
        it.poly(iron, (0.3, 0.05), (0.44, 0.16), (0.58, 0.05))
        it.rect(0.37, -0.3, 0.51, -0.25, iron)
    if on:
        scene.canvas.glow(x - side * size * 0.44, y + size * 0.1, size * 1.6, rgb("#ffcf7a"), 0.55)
