"""The meadow: rolling hills, a path, and flowers."""

from __future__ import annotations

from ...pixels import Array
from .. import flowers, land, plants
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage

GRASS = ("#b5d95a", "#6cb04a", "#3f8a45")


def meadow(scene: Scene) -> Stage:
    """Green hills under a wide sky."""
    paint_sky(scene)
    hor, u = scene.horizon, scene.u
    land.far_range(scene, "range", hor - 8 * u, 44 * scene.v, "#7f9fc4", 0.55)
    line = land.hills(scene, "hills-far", hor + 2 * u, 26 * u, 320, ("#9cc77a", "#6fa86a"), 0.45)
    plants.tree_line(scene, "wood-far", line, 26 * u, 0.5, gap=0.45)
    line = land.hills(scene, "hills-mid", hor + 0.12 * (scene.h - hor), 34 * u, 380, ("#a8d263", "#5fa352"), 0.2)
    plants.tree_line(scene, "wood-mid", line, 44 * u, 0.28, gap=0.66, colors=plants.GREENS[0])
    line = lawn(scene, hor + 0.26 * (scene.h - hor))
    road = land.path(scene, "path", line, ("#f0dca8", "#d9b878"))
    trees(scene, line)
    return finish_lawn(scene, line, road)


def lawn(scene: Scene, y: float, height: float = 24) -> Array:
    """The near ground, mottled with lighter and darker grass; gives its crest."""
    line = land.crest(scene, "lawn", y, height * scene.u, 640)
    stops = [scene.tone(c, k, f) for c, k, f in zip(GRASS, (1.0, 0.92, 0.72), (0.08, 0.0, 0.0), strict=True)]
    scene.canvas.ridge(line, stops, scene.h - y)
    land.mottle(scene, "lawn-light", line, scene.tone("#c9e36a", 1.0), 0.4)
    land.mottle(scene, "lawn-dark", line, scene.tone("#2f7a44", 0.55), 0.34, 170)
    land.side_light(scene, y)
    return line


def trees(scene: Scene, line: Array) -> None:
    """A few trees standing aside of the middle."""
    if not scene.allows("tree"):
        return
    rng = scene.rng("trees")
    for k in sorted(rng.random(scene.count(3)).tolist()):
        y = float(line.mean()) + (scene.h - float(line.mean())) * (0.02 + 0.3 * k)
        plants.tree(scene, rng, scene.aside(rng, 0.22), y, (120 + 150 * k) * scene.near, 0.1 * (1 - k))


def finish_lawn(scene: Scene, line: Array, road: land.Road | None = None) -> Stage:
    """Grass and flowers over the near ground, and the stage upon it."""
    top = float(line.mean()) + 8 * scene.u
    inks = [scene.ink(c, k) for c, k in (("#7fc24f", 1.0), ("#4f9a45", 0.8), ("#a9d95c", 1.0), ("#3a8548", 0.6))]
    land.grass(scene, "grass", top, scene.h + 8 * scene.u, inks, 520, road=road)
    flowers.field(scene, "flowers", top + 14 * scene.u, scene.h + 6 * scene.u, 120, road=road)
    return scene.stage(scene.horizon + (scene.h - scene.horizon) * 0.72)
