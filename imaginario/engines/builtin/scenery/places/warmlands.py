"""Warm lands: the savanna, and an oasis among dunes."""

from __future__ import annotations

from math import pi, sin

import numpy as np

from ...pixels import Array, F
from .. import land, plants, water
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .cosmos import rock
from .dry import dune, mesas

CROWN = ("#4a6a34", "#7a9440", "#b5c062")


def savanna(scene: Scene) -> Stage:
    """A plain of golden grass, flat-topped trees, a lone mountain in the haze."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    _mountain(scene, scene.x(0.72), hor + 6 * u, 130 * scene.v)
    line = land.hills(scene, "hills-far", hor + 2 * u, 18 * u, 340, ("#d6c27a", "#b59a5e"), 0.45)
    rng = scene.rng("acacias-far")
    for k in rng.random(scene.count(7)).tolist():
        acacia(scene, fork(rng), scene.w * k, hor + (6 + 10 * k) * u, (52 + 34 * k) * scene.v, 0.4)
    line = land.crest(scene, "plain", hor + 0.09 * (h - hor), 10 * u, 640)
    stops = [
        scene.tone(scene.snowed(c), k) for c, k in (("#efd68a", 1.0), ("#d9b25a", 0.92), ("#a8803f", 0.72))
    ]
    scene.canvas.ridge(line, stops, h - hor)
    land.mottle(scene, "plain-light", line, scene.tone("#f8e6a8", 1.0), 0.4)
    land.mottle(scene, "plain-green", line, scene.tone("#a8a850", 0.8), 0.4, 190)
    land.side_light(scene, hor, 0.14)
    _trees(scene, line)
    top = float(line.mean()) + 6 * u
    inks = [
        scene.ink(scene.snowed(c, 0.4), k)
        for c, k in (("#f2dc94", 1.0), ("#c9a048", 0.8), ("#e3c468", 1.0), ("#9c7a38", 0.6))
    ]
    land.grass(scene, "grass", top, h + 8 * u, inks, 640, height=26)
    with scene.canvas.pen((0, top, scene.w, h)) as pen:
        stones = scene.rng("stones")
        for k in np.sort(stones.random(scene.count(5))).tolist():
            rock(
                scene,
                pen,
                scene.aside(stones, 0.24),
                top + (h - top) * k,
                (8 + 24 * k) * scene.near,
                "#c9a07a",
            )
    return scene.stage(hor + (h - hor) * 0.74)


def _mountain(scene: Scene, x: float, foot: float, tall: float) -> None:
    """A broad old volcano with a cap of snow."""
    far, half, side = 0.5, tall * 2.1, scene.light_side
    with scene.canvas.pen((x - half, foot - tall * 1.1, x + half, foot)) as pen:
        pen.poly(
            [
                (x - half, foot),
                (x - half * 0.18, foot - tall),
                (x + half * 0.18, foot - tall),
                (x + half, foot),
            ],
            scene.ink("#7f86b0", 0.7, far),
        )
        pen.poly(
            [
                (x + side * half, foot),
                (x + side * half * 0.18, foot - tall),
                (x + side * half * 0.02, foot - tall),
                (x + side * half * 0.2, foot),
            ],
            scene.ink("#9aa0c4", 1.0, far),
        )
        cap = [
            (x - half * 0.36, foot - tall * 0.78),
            (x - half * 0.18, foot - tall),
            (x + half * 0.18, foot - tall),
            (x + half * 0.36, foot - tall * 0.78),
        ]
        teeth = [
            (x + half * (0.36 - 0.12 * i), foot - tall * (0.78 + (0.08 if i % 2 else -0.05)))
            for i in range(7)
        ]
        pen.poly([*cap[:3], *teeth], scene.ink("#ffffff", 1.0, far * 0.6))


def acacia(scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, far: float = 0.0) -> None:
    """A thorn tree with a crown as flat as a table."""
    if not scene.allows("tree"):
        return
    dark, lit = scene.ink("#5f4634", 0.4, far), scene.ink("#8f6a4a", 0.9, far)
    scene.canvas.shadow(x, y, size * 0.4, size * 0.05, scene.light.shade * F(0.3), 0.4 * (1 - far))
    lean = (rng.random() - 0.5) * 0.16 * size
    with scene.canvas.pen((x - size, y - size * 1.1, x + size, y + size * 0.04)) as pen:
        fork_ = (x + lean, y - size * 0.42)
        pen.stroke([(x, y), (x + lean * 0.3, y - size * 0.2), fork_], size * 0.075, size * 0.055, dark)
        for d in (-0.36, -0.14, 0.12, 0.38):
            pen.stroke(
                [fork_, (x + lean + d * size * 0.6, y - size * 0.62), (x + lean + d * size, y - size * 0.78)],
                size * 0.045,
                size * 0.016,
                dark,
            )
        side = scene.light_side * size * 0.018
        pen.stroke(
            [(x + side, y), (x + lean * 0.3 + side, y - size * 0.2), (fork_[0] + side, fork_[1])],
            size * 0.022,
            size * 0.016,
            lit,
        )
    ramp = scene.light.ramp(*plants.foliage(scene, 2, CROWN), far=far)
    for wide, high in ((0.5, 0.78), (0.34, 0.9)):
        lumps = [
            (
                x + lean + (i / 8 - 0.5) * 2 * wide * size,
                y - size * high - sin(pi * i / 8) * size * 0.035 + (b - 0.5) * size * 0.02,
                size * (0.05 + 0.04 * sin(pi * i / 8) + 0.012 * a),
            )
            for i, (a, b) in enumerate(rng.random((9, 2)).tolist())
        ]
        scene.canvas.puff(lumps, ramp, light=scene.light_from, soft=0.24, balls=True)


def _trees(scene: Scene, line: Array) -> None:
    rng, low = scene.rng("acacias"), float(line.mean())
    for i, k in enumerate(sorted(rng.random(scene.count(3)).tolist())):
        x = scene.x((0.02 + 0.2 * rng.random()) if i % 2 == 0 else (0.8 + 0.2 * rng.random()))
        acacia(
            scene,
            fork(rng),
            x,
            low + (scene.h - low) * (0.03 + 0.2 * k),
            (210 + 130 * k) * scene.near,
            0.08 * (1 - k),
        )


def oasis(scene: Scene) -> Stage:
    """A pool of water with palms and green about it, dunes all around."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    if scene.layout.variant < 0.5:
        mesas(scene, hor + 12 * u)
    for i, (k, tall, wave, far) in enumerate(((0.0, 24, 330, 0.4), (0.12, 34, 420, 0.2))):
        dune(scene, f"dune-{i}", hor + (h - hor) * k + 6 * u, tall * u, wave, far)
    line = dune(scene, "dune-near", hor + (h - hor) * 0.24, 12 * u, 640, 0.0)
    land.mottle(scene, "sand-light", line, scene.tone("#fff0bf", 1.0), 0.34, 170)
    land.side_light(scene, hor, 0.14)
    top, low = hor + 0.32 * (h - hor), hor + 0.58 * (h - hor)
    bed = _pool(scene, top, low)
    _shore(scene, top, low, bed)
    return scene.stage(hor + (h - hor) * 0.8, water=True, water_y=(top, low))


def _pool(scene: Scene, top: float, low: float) -> land.Road:
    rows = max(4, int(low - top))
    t = np.linspace(-1, 1, rows, dtype=F)
    middle = np.full(rows, scene.x(0.56), F) + t * F(20 * scene.u)
    half = np.sqrt(np.clip(1 - t * t, 0, 1)) * F(min(0.42 * scene.w, 400 * scene.u))
    bed = land.Road(int(top), middle.astype(F), half.astype(F))
    water.pool(scene, bed, "#9fbf5a")
    return bed


def _shore(scene: Scene, top: float, low: float, bed: land.Road) -> None:
    """Palms and tufts of green round the water."""
    rng, u = scene.rng("oasis"), scene.near
    greens = [scene.ink(c, k) for c, k in (("#4f9a45", 0.7), ("#7fbf52", 1.0), ("#2f7a4c", 0.5))]
    middle, reach = float(bed.middle[len(bed.middle) // 2]), float(bed.half.max())
    if scene.allows("tree"):
        for d, k, size in ((-0.9, 0.1, 250), (-0.62, -0.12, 200), (0.78, -0.1, 230), (1.0, 0.2, 290)):
            x = middle + d * reach * (1 if not scene.layout.flip else -1)
            plants.palm(scene, fork(rng), x, top + (low - top) * (0.5 + k), size * scene.v)
    with scene.canvas.pen((0, top - 60 * u, scene.w, scene.h)) as pen:
        for a, b, c in rng.random((scene.count(26), 3)).tolist():
            t = 2 * pi * a
            x = middle + reach * 1.03 * float(np.cos(t))
            y = (top + low) / 2 + (low - top) * 0.56 * float(np.sin(t)) + 4 * u
            if abs(x / scene.w - 0.5) < 0.2 and y > (top + low) / 2:
                continue
            for j in range(5):
                pen.blade(
                    x + (j - 2) * 5 * u, y, (16 + 22 * b) * u, (j - 2) * 8 * u, 4 * u, greens[int(c * 3)]
                )
