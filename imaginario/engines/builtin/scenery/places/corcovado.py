"""Corcovado: the terrace above Rio de Janeiro, the bay with its islands and granite domes far below."""

from __future__ import annotations

import numpy as np

from ...pixels import Array, F
from .. import buildings, land, palatial, plants, water
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .promenade import sugarloaf
from .town import paving, wet_shine

_HOUSES = ("#fff6e8", "#f7e3cc", "#f3efe6", "#f9d9b8", "#e6eef2", "#f4cdb4")
_WOODS = (("#8fbf7a", "#5f9a72"), ("#6fae5c", "#3f7f58"), ("#5f9f4c", "#2f6a4a"))
"""Lit and dim leaves, from far to near."""
_STONE = ("#fbf3e4", "#e3d6c4", "#b9aa9c")


def corcovado(scene: Scene) -> Stage:
    """A stone terrace with a balustrade over woods, a white city, beaches and the Sugarloaf in its bay."""
    scene = scene.with_layout(horizon=0.42 + 0.3 * (scene.layout.horizon - 0.55))
    paint_sky(scene)
    hor, h, u, v = scene.horizon, scene.h, scene.u, scene.v
    edge = hor + 0.5 * (h - hor)
    deep = edge - hor
    land.far_range(scene, "serra", hor - 2 * u, 20 * v, "#7f9ab8", 0.68)
    water.surface(scene, hor, edge, mirror=0.22, shallow=0.6)
    _islands(scene, hor, deep)
    _sails(scene, hor, deep)
    sugarloaf(scene, scene.x(0.7), hor + 0.3 * deep, min(150 * v, 0.45 * hor))
    _city(scene, hor, deep)
    _woods(scene, hor, deep)
    _terrace(scene, edge)
    land.side_light(scene, hor, 0.1)
    return scene.stage(edge + 0.55 * (h - edge), horizon_y=edge)


def _domes(
    scene: Scene, name: str, foot: float, domes: tuple[tuple[float, float, float], ...], row: int, far: float
) -> Array:
    """Steep wooded hills on a line: where each is across the picture, how tall and half how wide it is."""
    rng, wide = scene.rng(name), abs(scene.x(1) - scene.x(0))
    x, rise = np.arange(scene.w, dtype=F), np.zeros(scene.w, F)
    for share, tall, half in domes:
        middle = scene.x(share + 0.03 * (rng.random() - 0.5))
        body = np.clip(1 - np.abs((x - F(middle)) / F(half * wide)) ** F(2.2), 0, 1)
        rise = np.maximum(rise, body * F(tall * scene.v * (0.9 + 0.2 * rng.random())))
    rough = land.crest(scene, f"{name}-leaves", 0, 4 * scene.u, 30, 3)
    line = (F(foot) - rise - rough * np.clip(rise / F(16 * scene.v), 0, 1)).astype(F)
    lit, dim = _WOODS[row]
    scene.canvas.ridge(line, (scene.tone(lit, 1.0, far), scene.tone(dim, 0.55, far)), 70 * scene.v)
    return line


def _islands(scene: Scene, hor: float, deep: float) -> None:
    """Low green islands in the bay, a rim of pale rock about each."""
    for i, (share, y, half, tall) in enumerate(
        ((0.4, 0.06, 40, 10), (0.52, 0.12, 26, 8), (0.92, 0.09, 56, 14), (0.18, 0.1, 34, 9))
    ):
        x, foot, far = scene.x(share), hor + y * deep, 0.45 - 1.2 * y
        half, tall = half * scene.u, tall * scene.v
        with scene.canvas.pen((x - half * 1.2, foot - tall * 2, x + half * 1.2, foot + 4)) as pen:
            pen.ellipse(x, foot, half, tall * 0.22, scene.ink("#e8dcc4", 0.9, far))
            humps = ((-0.45, 0.55, 0.5), (0.1, 0.7, 1.0), (0.55, 0.4, 0.6))
            for at, wide, up in humps if i % 2 else humps[::-1]:
                pen.blob(
                    [
                        (x + (at - wide) * half, foot),
                        (x + at * half, foot - up * tall),
                        (x + (at + wide * 0.8) * half, foot),
                    ],
                    scene.ink(_WOODS[0][0], 0.75, far),
                )


def _sails(scene: Scene, hor: float, deep: float) -> None:
    if not scene.allows("boat") or scene.setting.weather & {"storm"}:
        return
    for a, b in scene.rng("sails").random((3, 2)).tolist():
        water.sailboat(scene, scene.x(0.3 + 0.3 * a), hor + (0.22 + 0.2 * b) * deep, 13 * scene.u, 0.3)


def _city(scene: Scene, hor: float, deep: float) -> None:
    """White houses of many storeys along a curved beach, hills between them."""
    u, wide = scene.u, abs(scene.x(1) - scene.x(0))
    t = (np.arange(scene.w, dtype=F) - F(scene.x(0.0))) / F(scene.x(1.0) - scene.x(0.0))
    bay = np.exp(-(((t - F(0.44)) / F(0.17)) ** 2)) * F(0.34)
    shore = (F(hor + 0.3 * deep) + bay * F(deep) + (t - F(0.5)) ** 2 * F(-0.2 * deep)).astype(F)
    scene.canvas.ridge((shore - F(2.5 * u)).astype(F), [scene.tone("#ffffff", 1.0, 0.2)] * 2, 10)
    sand = [scene.tone(scene.snowed(c, 0.6), k, 0.2) for c, k in (("#f7e2b4", 1.0), ("#dcbf8a", 0.9))]
    scene.canvas.ridge(shore, sand, 26 * u)
    leaves = [scene.tone(c, 0.8, 0.22) for c in ("#7fb070", "#5f9462")]
    scene.canvas.ridge((shore + F(13 * u)).astype(F), leaves, 60 * u)
    rng = scene.rng("houses")
    with scene.canvas.pen((0, hor, scene.w, hor + 1.05 * deep)) as pen:
        rows = [(k, i) for k in range(4) for i in range(int(wide / (24 * u)) + 2)]
        for k, i in rows:
            a, b, c = rng.random(3).tolist()
            x = scene.x(0) + (i + a) * (scene.x(1) - scene.x(0)) * 24 * u / wide
            base = land.height_at(shore, x) + (24 + 17 * k) * u
            if base > hor + deep or c < 0.34:
                continue
            tall, size = (18 + 18 * b * b + 4 * k) * u, (11 + 4 * k) * u * (0.8 + 0.5 * a)
            color = _HOUSES[int(c * 60) % len(_HOUSES)]
            buildings.tower(scene, pen, fork(rng), x, base, size, tall, color, max(0.1, 0.3 - 0.05 * k))


def _woods(scene: Scene, hor: float, deep: float) -> None:
    """The forest that falls from the mountain: darker and rounder the nearer it is."""
    u = scene.u
    _domes(scene, "ridge-a", hor + 0.78 * deep, ((0.04, 96, 0.17), (0.98, 74, 0.14)), 1, 0.16)
    _domes(scene, "ridge-b", hor + 1.02 * deep, ((-0.04, 84, 0.2), (0.2, 44, 0.16), (0.9, 62, 0.2)), 2, 0.06)
    if scene.allows("tree"):
        line = land.crest(scene, "slope", hor + 1.02 * deep, 8 * u, 150, 2)
        plants.tree_line(scene, "slope-trees", line, 40 * u, 0.06, gap=0.05)


def _terrace(scene: Scene, edge: float) -> None:
    """Pale flagstones, a balustrade along their end, bushes with flowers at both sides."""
    h, u = scene.h, scene.near
    foot = edge + 34 * u
    stops = [scene.tone(scene.snowed(c), k) for c, k in zip(_STONE, (1.0, 0.92, 0.84), strict=True)]
    scene.canvas.ridge(np.full(scene.w, foot - 4 * u, F), stops, h - foot)
    paving(scene, foot - 4 * u)
    _balustrade(scene, foot)
    rng = scene.rng("bushes")
    for share, down, size in ((-0.03, 0.06, 170), (0.09, 0.03, 110), (0.93, 0.03, 120), (1.03, 0.07, 180)):
        plants.bush(scene, fork(rng), scene.x(share), foot + down * (h - foot), size * u)
    wet_shine(scene, foot + 0.1 * (h - foot))


def _balustrade(scene: Scene, foot: float) -> None:
    """Stone balusters under a rail, a pier now and then."""
    u = scene.near
    tall, step = 62 * u, 22 * u
    lit, middle, dim = (
        scene.ink(scene.snowed(c) if i == 0 else c, k)
        for i, (c, k) in enumerate(zip(_STONE, (1.0, 0.9, 0.7), strict=True))
    )
    scene.canvas.shadow(scene.w / 2, foot + 4 * u, scene.w * 0.8, 9 * u, scene.light.shade * F(0.4), 0.4)
    with scene.canvas.pen((0, foot - tall - 20 * u, scene.w, foot + 6 * u)) as pen:
        for i in range(int(scene.w / step) + 2):
            x = i * step
            if i % 9 == 4:
                pen.rect(x - 11 * u, foot - tall - 4 * u, x + 11 * u, foot, middle, 2 * u)
                pen.rect(x - 11 * u, foot - tall - 4 * u, x - 3 * u, foot, lit, 2 * u)
                pen.circle(x, foot - tall - 13 * u, 8 * u, middle)
                pen.circle(x - 2 * u, foot - tall - 15 * u, 5 * u, lit)
            elif i % 9 not in (3, 5):
                palatial.baluster(pen, x, foot - 4 * u, tall - 10 * u, (lit, middle, dim))
        pen.rect(-2, foot - tall, scene.w + 2, foot - tall + 9 * u, middle)
        pen.rect(-2, foot - tall, scene.w + 2, foot - tall + 4 * u, lit)
        pen.rect(-2, foot - 8 * u, scene.w + 2, foot + 2 * u, middle)
