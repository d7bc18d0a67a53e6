"""A river that runs through the woods."""

from __future__ import annotations

from ...pixels import mix
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .meadow import lawn
from .waters import river_bank, stream
from .woods import big_trees, rays, undergrowth, wall


def forest_river(scene: Scene) -> Stage:
    """A river winding out of the woods, old trees on its banks."""
    paint_sky(scene)
    hor, h = scene.horizon, scene.h
    glow = mix(scene.light.fog, scene.light.sun, 0.4 * (1 - scene.light.dark * 0.7))
    pines = scene.layout.variant < 0.4
    for i, (far, size, open_) in enumerate(((0.62, 150, 0.5), (0.3, 230, 0.72))):
        wall(scene, f"wall-{i}", hor + (6 + 13 * i) * scene.u, size * scene.v, far, open_, pines)
        scene.canvas.haze(0.5 * scene.w, hor, 0.5 * scene.w, 150 * scene.u, glow, 0.32 - 0.06 * i)
    line = lawn(scene, hor + 0.1 * (h - hor), 14)
    bed = stream(scene, line)
    big_trees(scene, line, pines)
    rays(scene, hor + 0.25 * (h - hor))
    river_bank(scene, bed)
    undergrowth(scene, line, bed)
    stage = scene.stage(hor + (h - hor) * 0.72)
    stage.water, stage.water_y = True, (float(line.min()), float(h))
    stage.stream = (bed.top, bed.middle, bed.half)
    return stage
