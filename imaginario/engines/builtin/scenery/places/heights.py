"""The cliff: a grassy ledge of rock high over the sea."""

from __future__ import annotations

import numpy as np

from ...pixels import Array, F
from .. import flowers, land, water
from ..pen import Point
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .shore import far_boat

ROCK = ("#d3b496", "#ad8a74", "#856a6c", "#5f5062")


def cliff(scene: Scene) -> Stage:
    """We stand on a ledge of rock; below lies the sea, and more cliffs run along the coast."""
    scene = scene.with_layout(horizon=0.46 + 0.4 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    edge, lip = hor + 0.36 * (h - hor), hor + 0.78 * (h - hor)
    water.surface(scene, hor, h, mirror=0.2, shallow=0.25)
    far_boat(scene, hor)
    water.glints(scene, hor, h, 0.7)
    for i, (share, tall, far) in enumerate(((0.93, 70, 0.5), (0.86, 116, 0.3), (0.98, 180, 0.1))):
        _face(scene, f"face-{i}", share, hor + (8 + 30 * i) * u, tall * scene.v, far)
    rim, front = _ledge(scene, edge, lip)
    _surf(scene, front)
    _grow(scene, rim, front)
    return scene.stage(edge + 0.72 * (lip - edge), horizon_y=edge)


def _face(scene: Scene, name: str, share: float, foot: float, tall: float, far: float) -> None:
    """A headland of bare rock with a green top, standing in foam."""
    rng, u = scene.rng(name), scene.u
    half = (1.15 + 0.3 * rng.random()) * tall
    way = 1 if scene.x(1.0) < scene.w / 2 else -1
    x = scene.x(share)

    def at(px: float, py: float) -> Point:
        return x + way * px * half, foot - py * tall

    top = [(-1.2 + 0.28 * i, 1.0 + 0.1 * d - 0.012 * i * i) for i, d in enumerate(rng.random(7).tolist())]
    white = scene.ink("#ffffff", 1.0, far * 0.4)
    with scene.canvas.pen((0, foot - tall * 1.4, scene.w, foot + 20 * u)) as pen:
        pen.poly([at(*p) for p in ((-1.2, 0), *top, (0.7, 0.4), (0.84, 0))], scene.ink(ROCK[1], 0.8, far))
        for i in range(8):
            px, lean, low = -1.15 + 0.22 * i + 0.07 * rng.random(), 0.06 + 0.03 * i, 0.06 * rng.random()
            high = 0.9 - 0.012 * i * i - 0.12 * rng.random()
            slab = (at(px, high), at(px + 0.12, high - 0.03), at(px + 0.14 + lean, low), at(px + lean, low))
            pen.poly(slab, scene.ink(ROCK[0] if i % 2 else ROCK[2], 1.0 if i % 2 else 0.5, far))
        green = [*(at(px, py + 0.03) for px, py in top), *(at(px, py - 0.08) for px, py in top[::-1])]
        pen.poly(green, scene.ink(scene.snowed("#86b356"), 0.95, far))
        for a, b in rng.random((16, 2)).tolist():
            long, tall_ = half * (0.06 + 0.08 * b), (2 + 2 * b) * u * (1.3 - far)
            pen.ellipse(*at(-1.2 + 2.1 * a, -0.01 - 0.02 * b), long, tall_, white)


def _ledge(scene: Scene, edge: float, lip: float) -> tuple[Array, Array]:
    """The grassy ledge and the rock below its lip; gives its far rim and its lip.

    It ends at one side: both lines then run down out of the picture.
    """
    u, deep = scene.near, scene.h - edge
    x = scene.canvas.along() * F(-1 if scene.layout.flip else 1)
    rim = land.crest(scene, "edge", edge, 8 * scene.u, 300, 3) + _drop(x, 0.66, 0.94) * F(1.5 * deep)
    front = land.crest(scene, "lip", lip, 12 * scene.u, 150, 3) + _drop(x, 0.56, 0.8) * F(1.2 * deep)
    side = land.crest(scene, "side", edge + 10 * u, 6 * u, 120, 3) + _drop(x, 0.72, 1.04) * F(1.5 * deep)
    rock = [scene.tone(c, k) for c, k in ((ROCK[0], 0.95), (ROCK[1], 0.7), (ROCK[3], 0.45))]
    scene.canvas.ridge(side.astype(F), rock, deep)
    grass = [scene.tone(c, k) for c, k in (("#b4d860", 1.0), ("#74b34c", 0.92), ("#4a9148", 0.75))]
    scene.canvas.ridge(rim.astype(F), grass, lip - edge)
    land.mottle(scene, "top-light", rim.astype(F), scene.tone("#c9e36a", 1.0), 0.34)
    scene.canvas.ridge((front - F(5 * u)).astype(F), [scene.tone("#3f8045", 0.5)] * 2, 10 * u)
    face = [scene.tone(c, k) for c, k in zip(ROCK, (0.9, 0.75, 0.55, 0.4), strict=True)]
    scene.canvas.ridge(front.astype(F), face, scene.h - lip)
    _strata(scene, front)
    land.side_light(scene, edge, 0.1)
    return rim.astype(F), front.astype(F)


def _drop(x: Array, start: float, end: float) -> Array:
    """0 up to `start` (in -1..1 across the picture), then falling ever more steeply."""
    return np.clip((x - F(start)) / F(end - start), 0, 3) ** F(1.7)


def _strata(scene: Scene, front: Array) -> None:
    """Slabs, cracks and ledges in the rock face."""
    rng, u, h = scene.rng("strata"), scene.near, scene.h
    tints = [scene.ink(c, k) for c, k in ((ROCK[0], 0.95), (ROCK[1], 0.95), (ROCK[2], 0.75))]
    dark = scene.ink(ROCK[3], 0.35)
    slabs = sorted(rng.random((scene.count(80), 3)).tolist(), key=lambda t: t[1])
    with scene.canvas.pen((0, float(front.min()), scene.w, h)) as pen:
        for a, b, c in slabs:
            x = a * scene.w
            y, s = land.height_at(front, x) + 12 * u, (13 + 20 * c) * u
            y += (h - y) * b
            if y - s * 1.2 < max(land.height_at(front, x - 1.3 * s), land.height_at(front, x + 1.3 * s)):
                continue
            slab = [
                (x - s * 1.1, y + s * 0.8),
                (x - s * 0.9, y - s * 0.7),
                (x + s * 0.7, y - s),
                (x + s, y + s * 0.7),
            ]
            pen.poly([(px + 3 * u, py + 4 * u) for px, py in slab], dark)
            pen.poly(slab, tints[1 + int(c * 29) % 2])
            ledge = [(slab[2][0], slab[2][1] + s * 0.3), (slab[1][0], slab[1][1] + s * 0.26)]
            pen.poly([*slab[1:3], *ledge], tints[0])


def _surf(scene: Scene, front: Array) -> None:
    """Foam in the sea where the cliff's foot must be."""
    rng, u, white = scene.rng("surf"), scene.near, scene.ink("#ffffff", 1.0)
    with scene.canvas.pen((0, scene.h * 0.8, scene.w, scene.h), opacity=0.8) as pen:
        for a, b, c in rng.random((16, 3)).tolist():
            x, y = scene.x(0.86 + 0.16 * a), scene.h * (0.9 + 0.1 * b)
            if y < land.height_at(front, x):
                pen.ellipse(x, y, (14 + 24 * c) * u, (2.4 + 2.4 * b) * u, white)


def _grow(scene: Scene, rim: Array, front: Array) -> None:
    """Wind-blown grass and flowers on the ledge, tufts hanging over its lip."""
    u, top = scene.near, float(np.median(rim)) + 6 * scene.u
    low = float(np.median(front)) - 10 * u
    inks = [
        scene.ink(c, k) for c, k in (("#8fc653", 1.0), ("#579a45", 0.8), ("#b5d860", 1.0), ("#3f8548", 0.6))
    ]
    way = 1 if scene.x(1.0) > scene.x(0.0) else -1
    middle = np.full(scene.h, scene.x(0.83) + way * 400 * u, F)
    gone = land.Road(0, middle, np.full(scene.h, 400 * u, F))
    land.grass(scene, "grass", top, low, inks, 300, road=gone)
    flowers.field(scene, "flowers", top + 16 * u, low, 44, road=gone)
    if not scene.allows("grass"):
        return
    rng = scene.rng("lip-grass")
    with scene.canvas.pen((0, low - 60 * u, scene.w, scene.h)) as pen:
        for a, b, c in rng.random((scene.count(170), 3)).tolist():
            x = a * scene.w
            y, k = land.height_at(front, x), int(c * 4)
            pen.blade(x, y + 3 * u, (10 + 12 * b) * u, (c - 0.5) * 22 * u, 3.2 * u, inks[k])
            pen.blade(x, y - 5 * u, -(8 + 14 * c) * u, (b - 0.5) * 12 * u, 3.4 * u, inks[k])
