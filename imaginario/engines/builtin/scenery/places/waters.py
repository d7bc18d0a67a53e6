"""Still and running water: a mirror lake and a river through green land."""

from __future__ import annotations

import numpy as np

from ...pixels import Array, F, mix, noise_line
from .. import buildings, flowers, land, lotus, plants, water
from ..pen import Pen
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .cosmos import rock
from .meadow import finish_lawn, trees
from .peaks import mist, range_of


def lake(scene: Scene) -> Stage:
    """A calm lake that mirrors mountains and woods, reeds on the near shore."""
    scene = scene.with_layout(horizon=min(0.62, scene.layout.horizon * 0.94))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    if scene.layout.variant < 0.6:
        range_of(scene, "peaks", hor + 8 * u, 240 * scene.v, 0.4, 3.2, snow=0.36)
    else:
        land.far_range(scene, "range", hor - 8 * u, 70 * scene.v, "#7f9fc4", 0.5)
    line = land.hills(
        scene, "hills", hor - 6 * u, 34 * u, 330, ("#8fba78", "#5a9070"), 0.38, until=hor + 4 * u
    )
    plants.tree_line(scene, "wood-far", line + F(12 * u), 52 * u, 0.34, pines=scene.layout.variant < 0.5,
                     gap=0.15,
                     colors=("#2f6650", "#5a9a62", "#a3cc80"))  # fmt: skip
    mist(scene, hor - 4 * u, 40 * u, 0.45)
    shore = hor + (h - hor) * (0.5 + 0.1 * scene.layout.variant)
    edge = _bank(scene, shore)
    water.surface(scene, hor, float(edge.max()) + 4, mirror=0.78, shallow=0.3, calm=1.4)
    _far_shore_light(scene, hor)
    lilies = scene.setting.kind == "lotus-pond"
    if lilies:
        lotus.pads(scene, edge)
    bank(scene, edge)
    reeds(scene, edge)
    if lilies:
        lotus.stalks(scene, edge)
    elif scene.layout.variant > 0.55:
        pier(scene, edge)
    trees(scene, edge)
    stage = finish_lawn(scene, edge)
    stage.water, stage.water_y = True, (hor, float(edge[scene.w // 2]))
    stage.ground_y = hor + (h - hor) * 0.84
    return stage


def _bank(scene: Scene, y: float) -> Array:
    x = scene.canvas.along() * F(-1 if scene.layout.flip else 1)
    bow = (x * F(-0.12) - x * x * F(0.1)) * F((scene.h - scene.horizon) * (0.4 + 0.6 * scene.layout.path))
    return (land.crest(scene, "bank", y, 10 * scene.u, 260) + bow).astype(F)


def _far_shore_light(scene: Scene, hor: float) -> None:
    """The bright hairline where land and water meet."""
    pale = mix(scene.light.sky[-1], np.ones(3, F), 0.4)
    line = np.full(scene.w, hor, F) + noise_line(scene.rng("shoreline"), scene.w, 90 * scene.u, 2) * F(
        3 * scene.u
    )
    water.foam(scene, "shore-light", line, 1.4 * scene.u, pale, 0.55)


def bank(scene: Scene, line: Array) -> None:
    """The near shore: a damp rim, then grass."""
    u = scene.near
    scene.canvas.ridge(line - F(3 * u), (scene.tone("#8a7a58", 0.7), scene.tone("#6a6a48", 0.6)), 10 * u)
    tones = [scene.tone(c, k) for c, k in (("#a9cf5c", 1.0), ("#62a64a", 0.9), ("#37803f", 0.7))]
    scene.canvas.ridge(line + F(6 * u), tones, scene.h - float(line.mean()))
    land.mottle(scene, "lawn-light", line + F(6 * u), scene.tone("#c9e36a", 1.0), 0.34)
    land.mottle(scene, "lawn-dark", line + F(6 * u), scene.tone("#2f7a44", 0.55), 0.34, 170)
    land.side_light(scene, float(line.min()), 0.1)


def reeds(scene: Scene, line: Array) -> None:
    """Bulrushes and stones along the water's edge, thick at the sides."""
    rng, u = scene.rng("reeds"), scene.near
    stems = [scene.ink(c, k) for c, k in (("#4f7f3f", 0.6), ("#86b050", 1.0), ("#3a6a40", 0.4))]
    head, top = scene.ink("#7a4f30", 0.7), float(line.min()) - 120 * u
    with scene.canvas.pen((0, top, scene.w, scene.h)) as pen:
        for _ in range(scene.count(5)):
            cx = scene.aside(rng, 0.26)
            for a, b, c in rng.random((9, 3)).tolist():
                x = cx + (a - 0.5) * 80 * u
                y = land.height_at(line, x) + (8 * b) * u
                tall = (46 + 60 * c) * u
                pen.blade(x, y, tall, (b - 0.5) * 22 * u, 4.4 * u, stems[int(a * 9) % 3])
                if c > 0.45:
                    pen.stroke([(x + (b - 0.5) * 10 * u, y - tall * 0.7),
                                (x + (b - 0.5) * 14 * u, y - tall * 0.95)],
                               6 * u, 5 * u, head)  # fmt: skip
        for a, b in rng.random((scene.count(8), 2)).tolist():
            x = scene.w * a
            y = land.height_at(line, x) + 6 * u * b
            rock(scene, pen, x, y + 4 * u, (7 + 12 * b) * u, "#9a9a90")


def pier(scene: Scene, line: Array) -> None:
    """A plank jetty going out over the water."""
    u, x = scene.near, scene.x(0.78)
    foot = land.height_at(line, x) + 30 * u
    far_y = scene.horizon + (foot - scene.horizon) * 0.52
    dx = (scene.w / 2 - x) * 0.16
    dark, light = scene.ink("#6a4a34", 0.45), scene.ink("#b98d5f", 1.0)
    with scene.canvas.pen((0, far_y - 50 * u, scene.w, foot + 40 * u)) as pen:
        for t in (0.05, 0.38, 0.8):
            y, px, w = far_y + (foot - far_y) * t, x + dx * (1 - t), (20 + 46 * t) * u
            for s in (-1, 1):
                pen.rect(px + s * w - 4 * u * (0.5 + t), y - 16 * u * (0.4 + t),
                         px + s * w + 4 * u * (0.5 + t),
                         y + 42 * u * (0.4 + t), dark, 2 * u)  # fmt: skip
        pen.poly(
            [(x + dx - 20 * u, far_y), (x + dx + 20 * u, far_y), (x + 66 * u, foot), (x - 66 * u, foot)],
            light,
        )
        pen.poly([(x + dx - 20 * u, far_y), (x + dx + 20 * u, far_y), (x + dx + 20 * u, far_y + 4 * u),
                  (x + dx - 20 * u, far_y + 4 * u)], dark)  # fmt: skip
        for i in range(1, 12):
            t = (i / 12) ** 1.5
            y, px, w = far_y + (foot - far_y) * t, x + dx * (1 - t), (20 + 46 * t) * u
            pen.line((px - w, y), (px + w, y), (0.8 + 1.8 * t) * u, dark)


def river(scene: Scene) -> Stage:
    """A river winding down from the hills, between banks with willows and flowers."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    land.far_range(scene, "range", hor - 8 * u, 60 * scene.v, "#7f9fc4", 0.55)
    line = land.hills(scene, "hills-far", hor + 2 * u, 30 * u, 330, ("#9cc77a", "#6fa86a"), 0.42)
    plants.tree_line(scene, "wood-far", line, 30 * u, 0.45, gap=0.3)
    line = land.crest(scene, "lawn", hor + 0.12 * (h - hor), 16 * u, 560)
    stops = [
        scene.tone(c, k, f) for c, k, f in (("#b5d95a", 1.0, 0.1), ("#6cb04a", 0.92, 0), ("#3f8a45", 0.72, 0))
    ]
    scene.canvas.ridge(line, stops, h - hor)
    land.mottle(scene, "lawn-light", line, scene.tone("#c9e36a", 1.0), 0.36)
    land.mottle(scene, "lawn-dark", line, scene.tone("#2f7a44", 0.55), 0.34, 170)
    land.side_light(scene, hor)
    bed = stream(scene, line)
    if scene.allows("house") and scene.layout.variant > 0.6:
        buildings.cottage(scene, scene.rng("cottage"), scene.x(0.8), hor + 0.3 * (h - hor), 120 * u, 0.06)
    trees(scene, line, bed)
    river_bank(scene, bed)
    stage = finish_lawn(scene, line, bed)
    stage.water, stage.water_y = True, (float(line.min()), float(h))
    stage.stream = (bed.top, bed.middle, bed.half)
    return stage


def stream(scene: Scene, line: Array) -> land.Road:
    """The water itself: a winding band that mirrors the sky, with a pale rim."""
    rng = scene.rng("river")
    start, end = 0.56 + 0.1 * rng.random(), 0.3 + 0.12 * rng.random()
    aside = scene.setting.ashore
    start, end = scene.x(start), scene.x(_ASIDE * end if aside else end)
    top = land.height_at(line, start)
    calmer = scene.with_layout(path=0.5 + 0.5 * scene.layout.path)
    middle, half = land.path_line(calmer, top, float(scene.canvas.inner[3] + 2), start, end)
    half = half * F(_NARROWER if aside else 2.9)
    water.pool(scene, land.Road(int(top), middle, half))
    return land.Road(int(top), middle, half * F(1.06))


_ASIDE, _NARROWER = 0.45, 2.3
"""Where the near end of a river is that somebody stands beside, by its usual place, and how wide it is."""


def river_bank(scene: Scene, bed: land.Road) -> None:
    """Stones and rushes along both banks."""
    rng, u = scene.rng("bank-things"), scene.near
    stems = [scene.ink(c, k) for c, k in (("#4f7f3f", 0.6), ("#86b050", 1.0), ("#3a6a40", 0.4))]
    with scene.canvas.pen((0, bed.top - 20 * u, scene.w, scene.h)) as pen:
        for k in np.sort(rng.random(scene.count(34))).tolist():
            row = int(k * (min(len(bed.half), scene.h - bed.top) - 1))
            side = -1 if rng.random() < 0.5 else 1
            x = float(bed.middle[row] + side * bed.half[row] * (1.0 + 0.06 * rng.random()))
            _bank_thing(scene, pen, fork(rng), x, float(bed.top + row), (0.25 + k) * u, stems)


def _bank_thing(
    scene: Scene, pen: Pen, rng: np.random.Generator, x: float, y: float, s: float, stems: list
) -> None:
    if rng.random() < 0.5:
        rock(scene, pen, x, y + 3 * s, (7 + 11 * rng.random()) * s, "#a3a39a")
        return
    for a, b in rng.random((6, 2)).tolist():
        pen.blade(
            x + (a - 0.5) * 26 * s,
            y + 4 * s * b,
            (22 + 36 * b) * s,
            (a - 0.5) * 20 * s,
            4 * s,
            stems[int(b * 3)],
        )
    if rng.random() < 0.4 and scene.allows("flower"):
        iris = (scene.ink("#8a6fe0", 1.0), scene.ink("#8a6fe0", 0.6))
        flowers.flower(pen, x, y, 6 * s, iris, scene.ink("#ffe27a"), stems[0], 0.4)
