"""The orchard and the swamp."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import Array, F, mix
from .. import flowers, land, plants, water
from ..pen import Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from ..weather import fireflies
from .country import backdrop
from .graves import bare
from .meadow import finish_lawn, lawn
from .peaks import mist
from .stalls import heap
from .waters import bank, reeds

FRUIT = (("#e8453c", "#f2695a"), ("#f58b2a", "#ffb14a"), ("#f2a0a8", "#ffc9c4"), ("#e0503a", "#f7c53d"))


def orchard(scene: Scene) -> Stage:
    """Rows of fruit trees on a meadow, baskets and a ladder beneath them."""
    paint_sky(scene)
    hor, h = scene.horizon, scene.h
    backdrop(scene)
    rng = scene.rng("orchard")
    dim, lit = FRUIT[int(rng.integers(len(FRUIT)))]
    line = lawn(scene, hor + 0.1 * (h - hor), 12)
    low = float(line.mean())
    if scene.allows("tree"):
        for row, (k, size, gap) in enumerate(((0.02, 100, 0.0), (0.1, 150, 0.1), (0.26, 250, 0.2))):
            n = scene.count((9, 6, 4)[row])
            for i, a in enumerate(rng.random(n).tolist()):
                x = scene.w * (i + 0.3 + 0.4 * a) / n
                own = fork(rng)
                if abs(x / scene.w - 0.5) >= gap:
                    _fruit_tree(
                        scene,
                        own,
                        x,
                        low + k * (h - low),
                        size * scene.v * (0.9 + 0.2 * a),
                        dim,
                        lit,
                        0.2 - 0.1 * row,
                    )
    road = land.path(scene, "path", line, ("#f0dca8", "#d9b878"))
    stage = finish_lawn(scene, line, road)
    _ladder(scene, scene.x(0.1), low + 0.3 * (h - low), 210 * scene.near)
    for share, k in ((0.24, 0.4), (0.86, 0.44)):
        _basket(scene, scene.x(share), low + k * (h - low), 96 * scene.near, dim, lit)
    return stage


def _fruit_tree(
    scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, dim: str, lit: str, far: float
) -> None:
    """A round tree hung with fruit, some of it on the grass."""
    plants.tree(scene, fork(rng), x, y, size, far, plants.GREENS[0])
    base, dark, shine = scene.ink(dim, 0.9, far), scene.ink(dim, 0.45, far), scene.ink(lit, 1.0, far)
    with scene.canvas.pen((x - size * 0.5, y - size, x + size * 0.5, y + size * 0.08)) as pen:
        spots = [
            (x + cos(6.28 * a) * size * 0.32 * b**0.5, y - size * 0.63 + sin(6.28 * a) * size * 0.29 * b**0.5)
            for a, b in rng.random((17, 2)).tolist()
        ]
        spots += [(x + (a - 0.5) * size * 0.7, y + b * size * 0.05) for a, b in rng.random((4, 2)).tolist()]
        for px, py in spots:
            r = size * 0.027
            pen.circle(px, py + r * 0.3, r, dark)
            pen.circle(px, py, r, base)
            pen.circle(px + scene.light_side * r * 0.3, py - r * 0.3, r * 0.4, shine)


def _ladder(scene: Scene, x: float, y: float, size: float) -> None:
    wood, dim = scene.ink("#b5824e", 0.95), scene.ink("#8a5f38", 0.6)
    with scene.canvas.pen((x - size, y - size * 1.1, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size, 1 if x < scene.w / 2 else -1)
        for k in range(7):
            t = 0.1 + 0.13 * k
            it.line((-0.12 + 0.14 * t, t), (0.14 + 0.1 * t, t), 0.028, dim)
        it.line((-0.13, 0), (0.0, 1.0), 0.036, wood)
        it.line((0.15, 0), (0.22, 1.0), 0.036, wood)


def _basket(scene: Scene, x: float, y: float, size: float, dim: str, lit: str) -> None:
    scene.canvas.shadow(x, y, size * 0.55, size * 0.12, scene.light.shade * F(0.3), 0.5)
    with scene.canvas.pen((x - size, y - size * 1.1, x + size, y + 4)) as pen:
        heap(scene, pen, x, y - size * 0.44, size * 0.92, dim, lit, 0.0)
        it = Sketch(pen, x, y, size)
        it.poly(scene.ink("#a9764a", 0.6), (-0.5, 0.46), (0.5, 0.46), (0.4, 0), (-0.4, 0))
        for k in (0.06, 0.2, 0.34):
            it.rect(-0.42 - 0.2 * k, k, 0.42 + 0.2 * k, k + 0.08, scene.ink("#d0a06a", 0.95))
        it.rect(-0.53, 0.42, 0.53, 0.5, scene.ink("#c08f58", 1.0), 0.03)


def swamp(scene: Scene) -> Stage:
    """Dark still water among crooked trees hung with moss, lily pads, mist, reeds."""
    scene = scene.with_layout(horizon=min(0.6, scene.layout.horizon * 0.94))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    dark = ("#22483c", "#3f6a48", "#7a9458")
    plants.grove(scene, "wood-0", hor + 6 * u, 170 * scene.v, 0.5, 0.5, plants.foliage(scene, 0, dark))
    mist(scene, hor - 10 * u, 70 * u, 0.5)
    plants.grove(scene, "wood-1", hor + 12 * u, 120 * scene.v, 0.24, 0.8, plants.foliage(scene, 1, dark))
    shore = hor + (h - hor) * 0.56
    x = scene.canvas.along()
    edge: Array = (land.crest(scene, "bank", shore, 10 * u, 260) - x * x * F(0.06 * (h - hor))).astype(F)
    water.surface(scene, hor + 4 * u, float(edge.max()) + 4, mirror=0.62, shallow=0.1, calm=1.6)
    murk = scene.tone("#3f5a3a", 0.7)
    part = scene.canvas.a[int(hor + 4 * u) : int(edge.max()) + 4]
    part += (murk - part) * F(0.42)
    if scene.allows("tree"):
        _drowned_trees(scene, hor, shore)
    _pads(scene, hor, shore)
    mist(scene, hor + 0.1 * (h - hor), 46 * u, 0.4)
    bank(scene, edge)
    reeds(scene, edge)
    inks = [
        scene.ink(c, k) for c, k in (("#7f9f4a", 0.9), ("#4f7a42", 0.7), ("#a5b55c", 1.0), ("#2f5f42", 0.5))
    ]
    land.grass(scene, "grass", float(edge.mean()) + 8 * u, h + 8 * u, inks, 420, height=22)
    flowers.field(scene, "flowers", float(edge.mean()) + 40 * u, h, 20)
    if scene.light.dark > 0.4 and not scene.setting.fireflies:
        fireflies(scene, hor)
    return scene.stage(hor + (h - hor) * 0.84, water=True, water_y=(hor + 4 * u, float(edge[scene.w // 2])))


def _drowned_trees(scene: Scene, hor: float, shore: float) -> None:
    """Bare trees standing in the water, beards of moss on their limbs."""
    rng, u = scene.rng("drowned"), scene.near
    moss = [scene.ink(c, k) for c, k in (("#5f7a48", 0.6), ("#8fa55e", 0.95))]
    for i, k in enumerate(sorted(rng.random(scene.count(4)).tolist())):
        x = scene.x((0.02 + 0.24 * rng.random()) if i % 2 == 0 else (0.76 + 0.22 * rng.random()))
        y, size = hor + (shore - hor) * (0.1 + 0.7 * k), (230 + 170 * k) * scene.near
        bare(scene, fork(rng), x, y, size, 0.16 * (1 - k))
        with scene.canvas.pen((x - size * 0.6, y - size, x + size * 0.6, y)) as pen:
            for a, b, c in rng.random((14, 3)).tolist():
                px, py, long = x + (a - 0.5) * size * 0.7, y - size * (0.55 + 0.36 * b), (20 + 46 * c) * u
                pen.stroke(
                    [(px, py), (px + 3 * u, py + long * 0.5), (px - 2 * u, py + long)],
                    4 * u,
                    1.2 * u,
                    moss[int(c * 2)],
                )


def _pads(scene: Scene, hor: float, shore: float) -> None:
    """Lily pads with a few flowers."""
    rng, u = scene.rng("pads"), scene.near
    green, lit, pink = scene.ink("#4f8a4a", 0.7), scene.ink("#7fb858", 1.0), scene.ink("#f7b5d0", 1.0)
    white = scene.ink(mix(np.ones(3, F), scene.light.sun, 0.2), 1.0)
    with scene.canvas.pen((0, hor, scene.w, shore + 20 * u)) as pen:
        for a, b, c in sorted(rng.random((scene.count(26), 3)).tolist(), key=lambda t: t[1]):
            x, y, s = a * scene.w, hor + (shore - hor) * (0.2 + 0.7 * b), (8 + 22 * b) * u * (0.7 + 0.5 * c)
            pen.ellipse(x, y, s, s * 0.3, green)
            pen.ellipse(x + scene.light_side * s * 0.08, y - s * 0.04, s * 0.86, s * 0.24, lit)
            if c > 0.74 and scene.allows("flower"):
                for i in range(5):
                    pen.leaf(
                        x, y - s * 0.1, s * 0.5, s * 0.24, -pi / 2 + (i - 2) * 0.5, pink if i % 2 else white
                    )
