"""The swimming pool."""

from __future__ import annotations

import numpy as np

from ...pixels import Array, F, mix, noise, resize
from .. import land, plants, water
from ..canvas import ramp_rows
from ..pen import Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .shore import parasol
from .town import paving, wet_shine


def pool(scene: Scene) -> Stage:
    """A swimming pool in a garden: clear water over tiles, loungers and parasols, palms behind."""
    scene = scene.with_layout(horizon=0.5 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    line = land.hills(scene, "hills-far", hor + 2 * u, 26 * u, 320, ("#9cc77a", "#6fa86a"), 0.4)
    plants.tree_line(scene, "wood-far", line, 60 * u, 0.3, gap=0.1, colors=plants.GREENS[0])
    deck = hor + 0.06 * (h - hor)
    _hedge(scene, deck)
    top, low = hor + 0.2 * (h - hor), hor + 0.62 * (h - hor)
    _deck(scene, deck, top)
    if scene.allows("tree"):
        rng = scene.rng("palms")
        for share in (0.04, 0.96, 0.84)[: 2 + int(scene.layout.variant * 2)]:
            plants.palm(scene, fork(rng), scene.x(share), deck + 16 * u, (250 + 70 * rng.random()) * scene.v)
    _loungers(scene, deck + 0.4 * (top - deck))
    _basin(scene, top, low)
    _near_deck(scene, low)
    wet_shine(scene, low + 12 * u)
    return scene.stage(hor + (h - hor) * 0.84, water=True, water_y=(top, low))


def _hedge(scene: Scene, foot: float) -> None:
    rng, u = scene.rng("hedge"), scene.u
    n = scene.count(22)
    lumps = [
        (scene.w * (i + a) / n, foot - (18 + 12 * b) * u, (22 + 9 * c) * u)
        for i, (a, b, c) in enumerate(rng.random((n, 3)).tolist())
    ]
    ramp = scene.light.ramp(*plants.foliage(scene, 1, plants.GREENS[1]), far=0.1)
    scene.canvas.puff(lumps, ramp, light=scene.light_from, soft=0.24, balls=True, floor=foot)


def _deck(scene: Scene, top: float, low: float) -> None:
    stops = [scene.tone(scene.snowed(c), k) for c, k in (("#f0e4cf", 1.0), ("#dccdb4", 0.9))]
    scene.canvas.ridge(np.full(scene.w, top, F), stops, low - top, until=low + 4)


def _loungers(scene: Scene, y: float) -> None:
    """Deck chairs with parasols on the far side."""
    rng, u = scene.rng("loungers"), scene.u
    for share in (0.2, 0.36, 0.66, 0.8):
        if rng.random() < 0.25:
            continue
        x, color = scene.x(share), ("#e8605a", "#2f9ab5", "#f0b03c")[int(rng.integers(3))]
        if scene.allows("umbrella"):
            parasol(scene, x + 18 * u, y + 4 * u, 120 * scene.v, fork(rng))
        with scene.canvas.pen((x - 60 * u, y - 60 * u, x + 60 * u, y + 20 * u)) as pen:
            it = Sketch(pen, x, y + 12 * u, 92 * u, 1 if share < 0.5 else -1)
            wood, cloth = scene.ink("#a9764a", 0.7), scene.ink(color, 0.95)
            for a in (-0.36, 0.34):
                it.line((a, 0), (a + 0.04, 0.16), 0.05, wood)
            it.poly(
                scene.ink("#fff6e6", 1.0),
                (-0.5, 0.16),
                (0.2, 0.16),
                (0.46, 0.46),
                (0.4, 0.5),
                (0.16, 0.24),
                (-0.5, 0.24),
            )
            it.poly(cloth, (-0.5, 0.18), (0.18, 0.18), (0.43, 0.46), (0.4, 0.49), (0.16, 0.22), (-0.5, 0.22))


def _basin(scene: Scene, top: float, low: float) -> None:
    """The water: turquoise over tiles, nets of light on the bottom, lanes in some."""
    y0, y1 = int(top), min(scene.h, int(np.ceil(low)))
    rows, w, u = y1 - y0, scene.w, scene.u
    if rows < 4:
        return
    stops = [scene.tone(c, k) for c, k in (("#a4eef0", 1.0), ("#52cfe2", 0.95), ("#2aa6d0", 0.9))]
    base = mix(stops[0], scene.light.sky[-1], 0.2), stops[1], stops[2]
    part = scene.canvas.a[y0:y1]
    part[:] = ramp_rows(base, 0, rows, rows)[:, None]
    _bottom_tiles(scene, part, rows)
    part += (1 - part) * (_caustics(scene, rows)[..., None] * mix(scene.light.sun, np.ones(3, F), 0.4))
    water.glints(scene, y0, y1, 0.5)
    pale, dark = scene.ink(scene.snowed("#fff8ea"), 1.0), scene.ink("#2f8fb5", 0.6)
    with scene.canvas.pen((0, top - 16 * u, w, low + 4)) as pen:
        pen.rect(-5, top - 9 * u, w + 5, top, pale)
        pen.rect(-5, top, w + 5, top + 6 * u, dark)
        if scene.layout.variant < 0.5:
            _lanes(scene, pen, top + 4 * u, low)
        else:
            _toys(scene, pen, top, low)
    _ladder(scene, scene.x(0.12), top)


def _bottom_tiles(scene: Scene, part: Array, rows: int) -> None:
    depth = np.linspace(0, 1, rows, dtype=F)[:, None]
    x = (np.arange(scene.w, dtype=F)[None] - F(scene.w / 2)) / (F(44 * scene.u) * (F(0.5) + depth))
    y = F(11) * depth / (F(0.5) + depth * F(0.7))
    seam = np.maximum(
        np.clip(np.abs(np.sin(x * F(np.pi))) * F(-9) + 1, 0, 1),
        np.clip(np.abs(np.sin(y * F(np.pi))) * F(-9) + 1, 0, 1),
    )
    part += (scene.tone("#2a8fc0", 0.9) - part) * (seam * F(0.22))[..., None]


def _caustics(scene: Scene, rows: int) -> Array:
    cloud = noise(scene.rng("caustics"), max(8, scene.w // 2), max(8, rows), 46 * scene.u, 2)
    web = np.clip(1 - np.abs(np.sin(cloud * F(15))) * F(4), 0, 1)
    return resize(web, scene.w, rows) * F(0.34)


def _lanes(scene: Scene, pen, top: float, low: float) -> None:
    """Ropes of red and white floats."""
    vx, u = scene.w / 2, scene.u
    colors = (scene.ink("#e8503f", 1.0), scene.ink("#fffaf0", 1.0))
    for lane in (-3, -2, -1, 1, 2, 3):
        for i in range(30):
            t0, t1 = (i / 30) ** 1.3, ((i + 0.8) / 30) ** 1.3
            a, b = (vx + lane * 120 * u * (0.6 + 1.1 * t) for t in (t0, t1))
            pen.line(
                (a, top + (low - top) * t0), (b, top + (low - top) * t1), (3 + 7 * t0) * u, colors[i % 2]
            )


def _toys(scene: Scene, pen, top: float, low: float) -> None:
    """A swimming ring and a ball afloat."""
    u, x, y = scene.near, scene.x(0.78), top + 0.44 * (low - top)
    red, white = scene.ink("#f25f5c", 1.0), scene.ink("#fffaf0", 1.0)
    pen.ellipse(x, y + 4 * u, 52 * u, 20 * u, scene.ink("#2f8fb5", 0.6))
    pen.ellipse(x, y, 52 * u, 20 * u, red)
    for i in range(0, 10, 2):
        t0, t1 = i * np.pi / 5, (i + 1) * np.pi / 5
        pen.poly(
            [(x, y)]
            + [
                (x + 52 * u * float(np.cos(t)), y + 20 * u * float(np.sin(t))) for t in np.linspace(t0, t1, 5)
            ],
            white,
        )
    pen.ellipse(x, y - 2 * u, 24 * u, 9 * u, scene.ink("#52cfe2", 0.95))
    bx, by, r = scene.x(0.3), top + 0.24 * (low - top), 19 * u
    pen.circle(bx, by, r, white)
    for i, c in enumerate(("#f2c14e", "#4fa3c7", "#f25f5c")):
        t = i * 2.1
        pen.poly(
            [(bx, by - r * 0.2)]
            + [(bx + r * float(np.cos(a)), by + r * float(np.sin(a))) for a in np.linspace(t, t + 1.0, 5)],
            scene.ink(c, 0.95),
        )
    pen.ellipse(bx, by + r * 0.9, r * 0.9, r * 0.2, scene.ink("#52cfe2", 0.95))


def _ladder(scene: Scene, x: float, y: float) -> None:
    u = scene.near
    with scene.canvas.pen((x - 40 * u, y - 70 * u, x + 40 * u, y + 70 * u)) as pen:
        it = Sketch(pen, x, y + 40 * u, 100 * u)
        steel, dim = scene.ink("#e8eef2", 1.0), scene.ink("#8fa6b5", 0.7)
        for d in (-0.18, 0.18):
            it.stroke(dim, 0.07, 0.07, (d, 0), (d, 0.7), (d + 0.03, 0.86), (d + 0.12, 0.84), (d + 0.13, 0.6))
            it.stroke(
                steel, 0.035, 0.035, (d, 0), (d, 0.7), (d + 0.03, 0.86), (d + 0.12, 0.84), (d + 0.13, 0.6)
            )
        for k in (0.06, 0.24):
            it.rect(-0.18, k, 0.18, k + 0.06, steel)


def _near_deck(scene: Scene, low: float) -> None:
    u, h = scene.near, scene.h
    stops = [
        scene.tone(scene.snowed(c), k) for c, k in (("#f4e6d0", 1.0), ("#dfcdb4", 0.92), ("#b9a894", 0.8))
    ]
    scene.canvas.ridge(np.full(scene.w, low, F), stops, h - low)
    paving(scene, low + 12 * u)
    with scene.canvas.pen((0, low - 8 * u, scene.w, low + 18 * u)) as pen:
        pen.rect(-5, low - 6 * u, scene.w + 5, low + 8 * u, scene.ink(scene.snowed("#fffaf0"), 1.0))
        pen.rect(-5, low + 8 * u, scene.w + 5, low + 13 * u, scene.ink("#a8957e", 0.7))
    land.side_light(scene, low, 0.1)
