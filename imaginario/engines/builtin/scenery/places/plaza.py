"""The square: old house fronts about a fountain."""

from __future__ import annotations

import numpy as np

from ...pixels import F
from .. import buildings, plants
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .country import fountain
from .parkland import bench
from .stalls import fronts
from .town import TOWERS, lamp, paving, wet_shine


def square(scene: Scene) -> Stage:
    """A paved square: house fronts behind, a fountain, trees in tubs, benches and lamps."""
    scene = scene.with_layout(horizon=0.55 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    buildings.skyline(scene, "towers-far", hor, (150, 330), (34, 60), TOWERS[0], 0.6)
    fronts(scene, hor + 4 * u)
    stops = [
        scene.tone(scene.snowed(c), k) for c, k in (("#eee2cf", 1.0), ("#d8c8b2", 0.92), ("#ab9c8e", 0.78))
    ]
    scene.canvas.ridge(np.full(scene.w, hor + 3 * u, F), stops, h - hor)
    paving(scene, hor + 3 * u)
    deep = h - hor
    rng = scene.rng("square")
    if scene.allows("tree"):
        for share in (0.03, 0.22, 0.8, 0.97):
            _tub_tree(scene, fork(rng), scene.x(share), hor + 0.13 * deep, 190 * scene.v)
    spot = 0.5 if scene.layout.variant < 0.4 else 0.68
    if "fountain" not in scene.setting.drawn:
        fountain(scene, scene.x(spot), hor + 0.22 * deep, (190 if spot == 0.5 else 220) * scene.near)
    for share, k, size in ((0.12, 0.3, 230), (0.9, 0.36, 250)):
        lamp(scene, scene.x(share), hor + k * deep, size * scene.near)
    bench(scene, scene.x(0.22), hor + 0.36 * deep, 180 * scene.near)
    wet_shine(scene, hor + 0.12 * deep)
    return scene.stage(hor + deep * 0.76)


def _tub_tree(scene: Scene, rng: np.random.Generator, x: float, y: float, size: float) -> None:
    """A clipped tree in a wooden tub."""
    plants.tree(scene, rng, x, y - size * 0.12, size)
    w = size * 0.16
    with scene.canvas.pen((x - w * 2, y - size * 0.3, x + w * 2, y + 4)) as pen:
        pen.poly(
            [(x - w, y - size * 0.22), (x + w, y - size * 0.22), (x + w * 0.85, y), (x - w * 0.85, y)],
            scene.ink("#8f97a8", 0.7),
        )
        pen.rect(x - w * 1.1, y - size * 0.24, x + w * 1.1, y - size * 0.19, scene.ink("#c3cad6", 1.0))
