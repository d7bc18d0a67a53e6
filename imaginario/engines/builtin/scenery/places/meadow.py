"""The meadow: rolling hills, a path, and flowers."""

from __future__ import annotations

import numpy as np

from ...pixels import Array, F
from .. import flowers, land, plants, water
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork

GRASS = ("#b5d95a", "#6cb04a", "#3f8a45")


def meadow(scene: Scene) -> Stage:
    """Green hills under a wide sky: with a lane, a pond, a great old tree, or deep in flowers."""
    paint_sky(scene)
    hor, u, kind = scene.horizon, scene.u, int(scene.layout.variant * 4)
    land.far_range(scene, "range", hor - 8 * u, (44, 90, 30, 60)[kind] * scene.v, "#7f9fc4", 0.55)
    line = land.hills(
        scene, "hills-far", hor + 2 * u, (26, 40, 18, 30)[kind] * u, 320, ("#9cc77a", "#6fa86a"), 0.45
    )
    plants.tree_line(scene, "wood-far", line, 26 * u, 0.5, gap=0.45)
    line = land.hills(
        scene,
        "hills-mid",
        hor + 0.12 * (scene.h - hor),
        (34, 54, 22, 40)[kind] * u,
        380,
        ("#a8d263", "#5fa352"),
        0.2,
    )
    plants.tree_line(scene, "wood-mid", line, 44 * u, 0.28, gap=0.66, colors=plants.GREENS[0])
    line = lawn(scene, hor + 0.26 * (scene.h - hor))
    road = None
    if kind in (0, 2):
        road = land.path(scene, "path", line, ("#f0dca8", "#d9b878"))
    elif kind == 1:
        road = pond(scene, line)
    trees(scene, line, road, grand=kind == 3)
    return finish_lawn(scene, line, road, 1.7 if kind == 3 else 1.0)


def pond(scene: Scene, line: Array) -> land.Road:
    """A small pond at one side that mirrors the sky."""
    top = float(line.mean()) + 0.16 * (scene.h - float(line.mean()))
    tall = 0.3 * (scene.h - top)
    rows = max(4, int(tall))
    t = np.linspace(-1, 1, rows, dtype=F)
    middle = np.full(rows, scene.x(0.8), F) + t * F(26 * scene.u)
    half = np.sqrt(np.clip(1 - t * t, 0, 1)) * F(min(0.34 * scene.w, 250 * scene.u))
    bed = land.Road(int(top), middle.astype(F), half.astype(F))
    water.pool(scene, bed)
    return bed


def lawn(scene: Scene, y: float, height: float = 24) -> Array:
    """The near ground, mottled with lighter and darker grass; gives its crest."""
    line = land.crest(scene, "lawn", y, height * scene.u, 640)
    stops = [scene.tone(c, k, f) for c, k, f in zip(GRASS, (1.0, 0.92, 0.72), (0.08, 0.0, 0.0), strict=True)]
    scene.canvas.ridge(line, stops, scene.h - y)
    land.mottle(scene, "lawn-light", line, scene.tone("#c9e36a", 1.0), 0.4)
    land.mottle(scene, "lawn-dark", line, scene.tone("#2f7a44", 0.55), 0.34, 170)
    land.side_light(scene, y)
    return line


def trees(
    scene: Scene,
    line: Array,
    road: land.Road | None = None,
    *,
    grand: bool = False,
    shun: tuple[float, ...] = (),
) -> None:
    """A few trees standing aside of the middle, or one great old tree; none near the xs in `shun`."""
    if not scene.allows("tree"):
        return
    rng, low = scene.rng("trees"), float(line.mean())
    if grand:
        x = scene.x(0.17 + 0.06 * rng.random())
        plants.tree(scene, rng, x, low + 0.24 * (scene.h - low), 400 * scene.near)
        plants.bush(scene, rng, scene.x(0.9), low + 0.12 * (scene.h - low), 90 * scene.near)
        return
    for k in sorted(rng.random(scene.count(3)).tolist()):
        y = low + (scene.h - low) * (0.02 + 0.3 * k)
        x, own = scene.aside(rng, 0.22), fork(rng)
        if road is not None and road.covers(x, y):
            x = scene.w - x
        if all(abs(x - other) > 170 * scene.u for other in shun):
            plants.tree(scene, own, x, y, (120 + 150 * k) * scene.near, 0.1 * (1 - k))


def finish_lawn(scene: Scene, line: Array, road: land.Road | None = None, bloom: float = 1.0) -> Stage:
    """Grass and flowers over the near ground, and the stage upon it."""
    top = float(line.mean()) + 8 * scene.u
    inks = [
        scene.ink(c, k) for c, k in (("#7fc24f", 1.0), ("#4f9a45", 0.8), ("#a9d95c", 1.0), ("#3a8548", 0.6))
    ]
    land.grass(scene, "grass", top, scene.h + 8 * scene.u, inks, 520, road=road)
    flowers.field(scene, "flowers", top + 14 * scene.u, scene.h + 6 * scene.u, 96 * bloom, road=road)
    return scene.stage(scene.horizon + (scene.h - scene.horizon) * 0.72)
