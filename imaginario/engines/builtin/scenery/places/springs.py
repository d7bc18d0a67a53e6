"""The hot spring: a steaming pool among rocks, in which everybody sits."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, rgb
from .. import land, plants, water
from ..pen import Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .cosmos import rock
from .meadow import lawn
from .peaks import mist, range_of

ROCKS = ("#8f8f98", "#a39f9c", "#7d8290")
BAMBOO = ("#c9b067", "#a58b48")


def hot_spring(scene: Scene) -> Stage:
    """Warm milky water from side to side, rocks and a fence of bamboo behind it, steam over all."""
    scene = scene.with_layout(horizon=0.46 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    snow = 0.75 if scene.layout.variant > 0.5 or "snowfall" in scene.setting.weather else 0.3
    range_of(scene, "peaks", hor + 14 * u, 240 * scene.v, 0.4, 3.2, snow=snow)
    mist(scene, hor, 50 * u, 0.6)
    line = land.hills(scene, "hills", hor - 2 * u, 30 * u, 330, ("#8fba78", "#5a9070"), 0.3)
    plants.tree_line(scene, "wood-far", line, 70 * u, 0.26, pines=scene.layout.variant < 0.6, gap=0.12)
    line = lawn(scene, hor + 0.1 * (h - hor), 8)
    top = hor + 0.2 * (h - hor)
    _fence(scene, float(line.mean()) + 14 * u)
    _lantern(scene, scene.x(0.16), top - 4 * u)
    edge = np.full(scene.w, top, F)
    water.surface(scene, top, h + 2, mirror=0.34, shallow=0.9, calm=1.6)
    _milky(scene, top)
    _rocks(scene, float(edge.mean()))
    _steam(scene, top)
    return scene.stage(hor + (h - hor) * 0.74, water=True, water_y=(top, float(h)))


def _milky(scene: Scene, top: float) -> None:
    """The water is pale and warm, whatever the sky."""
    pale, y0 = scene.tone("#bfe9e2", 0.95), max(0, int(top))
    part = scene.canvas.a[y0:]
    part += (pale - part) * F(0.42)


def _fence(scene: Scene, foot: float) -> None:
    """Bamboo canes in a row, bound twice."""
    u, tall = scene.u, 92 * scene.v
    lit, dim, cord = scene.ink(BAMBOO[0], 1.0), scene.ink(BAMBOO[1], 0.75), scene.ink("#5b4632", 0.6)
    step = 15 * u
    with scene.canvas.pen((0, foot - tall - 14 * u, scene.w, foot + 4 * u)) as pen:
        for i in range(int(scene.w / step) + 2):
            x, up = i * step, tall + (4 if i % 2 else 0) * u
            pen.rect(x - 6.4 * u, foot - up, x + 6.4 * u, foot, dim, 3 * u)
            off = 2.4 * u * scene.light_side
            pen.rect(x - 4 * u + off, foot - up, x + 4 * u + off, foot, lit, 3 * u)
            for share in (0.34, 0.62):
                pen.line((x - 6 * u, foot - up * share), (x + 6 * u, foot - up * share), 1.6 * u, dim)
        for share in (0.26, 0.82):
            pen.rect(-2, foot - tall * share - 4 * u, scene.w + 2, foot - tall * share + 4 * u, cord)


def _lantern(scene: Scene, x: float, foot: float) -> None:
    """A lantern of stone, lit in the evening."""
    size = 120 * scene.near
    stone, dim = scene.ink("#b5b2b0", 1.0), scene.ink("#8a8790", 0.7)
    glow = scene.ink("#ffe2a0", 1.0) if scene.light.dark > 0.2 else scene.ink("#6f6a70", 0.6)
    with scene.canvas.pen((x - size, foot - 1.3 * size, x + size, foot + 8)) as pen:
        it = Sketch(pen, x, foot, size, scene.light_side)
        it.rect(-0.26, 0, 0.26, 0.1, dim)
        it.rect(-0.1, 0.08, 0.1, 0.52, stone)
        it.rect(-0.26, 0.5, 0.26, 0.6, stone)
        it.rect(-0.2, 0.58, 0.2, 0.84, dim)
        it.rect(-0.11, 0.62, 0.11, 0.8, glow)
        it.blob(stone, (-0.46, 0.84), (-0.24, 0.96), (0, 1.1), (0.24, 0.96), (0.46, 0.84), steps=5)
        it.circle(0, 1.12, 0.07, dim)
    if scene.light.dark > 0.2:
        scene.canvas.glow(x, foot - 0.7 * size, 1.6 * size, rgb("#ffcf7a"), 0.5)


def _rocks(scene: Scene, top: float) -> None:
    """Boulders along the far edge, and great ones at both sides of the near one."""
    rng, u, h = scene.rng("spring-rocks"), scene.near, scene.h
    with scene.canvas.pen((0, top - 90 * u, scene.w, h)) as pen:
        n = scene.count(17)
        for i, (a, b, c) in enumerate(rng.random((n, 3)).tolist()):
            x = scene.w * (i + 0.7 * a) / (n - 1)
            rock(scene, pen, x, top + (4 + 8 * c) * u, (22 + 20 * b) * u, ROCKS[int(c * 3)])
        for share, y, size in _NEAR:
            a, b = rng.random(2).tolist()
            at = top + (h - top) * (y + 0.05 * a)
            rock(scene, pen, scene.x(share), at, (52 + 18 * b) * size * u, ROCKS[int(b * 3)])


_NEAR = ((0.0, 0.3, 0.8), (1.0, 0.34, 0.8), (0.02, 0.98, 1.5), (0.15, 1.04, 1.1), (0.86, 1.05, 1.2),
         (0.99, 0.96, 1.6))  # fmt: skip
"""Rocks at the sides: share of the width, how far down the water, size."""


def _steam(scene: Scene, top: float) -> None:
    """Puffs of vapour that rise from the water."""
    rng, w, h = scene.rng("steam"), scene.w, scene.h
    white = mix(scene.light.sky[-1], np.ones(3, F), 0.75)
    for a, b, c in rng.random((14, 3)).tolist():
        x, y = a * w, top - 60 * scene.v + (h - top) * 0.62 * b
        scene.canvas.haze(x, y, (0.1 + 0.12 * c) * w, (40 + 60 * c) * scene.v, white, 0.3 + 0.2 * c)
