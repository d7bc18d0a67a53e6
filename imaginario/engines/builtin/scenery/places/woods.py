"""The woods: a forest clearing and a jungle."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import Array, F, mix, noise_line, resize
from .. import flowers, land, plants
from ..pen import Pen, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from ..weather import fireflies
from .meadow import lawn

FLOOR = ("#8fbf58", "#4f8f48", "#2c6444")


def forest(scene: Scene) -> Stage:
    """A clearing between old trees, light falling into it."""
    paint_sky(scene)
    hor = scene.horizon
    glow = mix(scene.light.fog, scene.light.sun, 0.4 * (1 - scene.light.dark * 0.7))
    pines = scene.layout.variant < 0.4
    for i, (far, size, open_) in enumerate(((0.62, 150, 0.5), (0.42, 210, 0.62), (0.2, 285, 0.8))):
        wall(scene, f"wall-{i}", hor + (6 + 13 * i) * scene.u, size * scene.v, far, open_, pines)
        scene.canvas.haze(
            scene.light_x * 0.5 + scene.w * 0.25, hor, 0.5 * scene.w, 150 * scene.u, glow, 0.34 - 0.06 * i
        )
    line = lawn(scene, hor + 0.1 * (scene.h - hor), 14)
    road = land.path(scene, "path", line, ("#d9c08a", "#b08a5c")) if scene.layout.variant > 0.3 else None
    big_trees(scene, line, pines)
    rays(scene, hor + 0.25 * (scene.h - hor))
    undergrowth(scene, line, road)
    if scene.light.dark > 0.4 and not scene.setting.gloomy and not scene.setting.fireflies:
        fireflies(scene, hor)
    return scene.stage(hor + (scene.h - hor) * 0.72)


def wall(scene: Scene, name: str, foot: float, size: float, far: float, open_: float, pines: bool) -> None:
    """A wall of trees, tall at the sides and low in the middle, `open_` being how wide the gap is."""
    if not pines:
        colors = plants.GREENS[1 if scene.layout.variant < 0.7 else 2]
        plants.grove(scene, name, foot, size, far, open_, colors)
        return
    rng = scene.rng(name)
    n = scene.count(15)
    for i, (a, b) in enumerate(rng.random((n, 2)).tolist()):
        x = scene.w * (i + 0.2 + 0.6 * a) / n
        aside = min(1.0, abs(x / scene.w - 0.5) * 2 / open_)
        tall = size * (0.42 + 1.18 * aside**1.4) * (0.8 + 0.4 * b)
        plants.pine(scene, rng, x, foot + 4 * scene.u, tall, far)


def big_trees(scene: Scene, line: Array, pines: bool) -> None:
    if not scene.allows("tree"):
        return
    rng, low = scene.rng("big-trees"), float(line.mean())
    n = scene.count(4)
    for i, k in enumerate(sorted(rng.random(n).tolist())):
        side = i % 2 if scene.layout.frame != "one" else int(scene.light_side < 0)
        edge = 0.02 + 0.22 * rng.random() * (1 - 0.5 * k)
        x = scene.w * (1 - edge if side else edge)
        y = low + (scene.h - low) * (0.06 + 0.4 * k)
        size = (300 + 230 * k) * scene.near
        if pines:
            plants.pine(scene, rng, x, y, size * 1.15, 0.06 * (1 - k))
        else:
            plants.tree(scene, rng, x, y, size, 0.06 * (1 - k))


def rays(scene: Scene, bottom: float, amount: float = 0.34) -> None:
    """Shafts of light fanning down from the sun or moon."""
    if scene.setting.weather & {"rain", "storm", "fog"}:
        return
    rng, rows = scene.rng("rays"), int(min(scene.h, bottom))
    w, h = max(8, scene.w // 4), max(8, rows // 4)
    y, x = np.ogrid[0:h, 0:w]
    sx, sy = scene.light_x / 4, -0.16 * h
    angle = np.arctan2(x - F(sx), y - F(sy))
    fan = noise_line(rng, 512, 34, 2)
    fan = np.clip((fan - F(0.5)) * 3.4, 0, 1)
    beams = fan[np.clip(((angle / np.pi + 0.5) * 511), 0, 511).astype(np.intp)]
    fall = np.clip(1.1 - np.hypot(x - F(sx), y - F(sy)) / F(1.15 * h), 0, 1)
    part = scene.canvas.a[:rows]
    glow = resize((beams * fall).astype(F), scene.w, rows) * F(amount * (1 - 0.45 * scene.light.dark))
    part += (1 - part) * (glow[..., None] * scene.light.sun)


def undergrowth(scene: Scene, line: Array, road: land.Road | None) -> None:
    top, u = float(line.mean()) + 10 * scene.u, scene.near
    inks = [
        scene.ink(c, k) for c, k in (("#6fae4c", 1.0), ("#3f7f45", 0.7), ("#8fc658", 1.0), ("#2c6444", 0.5))
    ]
    land.grass(scene, "grass", top, scene.h + 8 * u, inks, 330, road=road)
    flowers.field(scene, "flowers", top + 30 * u, scene.h, 46, 8, road=road)
    rng = scene.rng("undergrowth")
    with scene.canvas.pen((0, top, scene.w, scene.h)) as pen:
        for a, b, c, d in rng.random((scene.count(12), 4)).tolist():
            x = scene.aside(rng, 0.24)
            y = top + (scene.h - top) * (0.12 + 0.85 * a)
            if road is not None and road.covers(x, y):
                continue
            if d < 0.55:
                flowers.fern(pen, x, y, (22 + 40 * a) * u, inks[1:3], (c - 0.5) * 0.5)
            elif scene.allows("mushroom"):
                cap = ("#d9483b", "#e08a3a", "#8a5ac2" if scene.light.dark > 0.5 else "#c9503f")[int(b * 3)]
                flowers.mushroom(pen, scene, x, y, (13 + 17 * a) * u * (0.7 + 0.6 * c), cap)


JUNGLE = ("#14583f", "#2f8a4c", "#8fce58")


def jungle(scene: Scene) -> Stage:
    """A warm thicket of broad leaves, palms and hanging vines."""
    paint_sky(scene)
    hor, u = scene.horizon, scene.u
    glow = mix(scene.light.fog, scene.light.sun, 0.5 * (1 - scene.light.dark * 0.7))
    plants.grove(scene, "thicket-0", hor + 8 * u, 190 * scene.v, 0.56, 0.8, JUNGLE)
    scene.canvas.haze(scene.w * 0.5, hor - 30 * u, 0.46 * scene.w, 190 * u, glow, 0.36)
    if scene.layout.variant > 0.4 and scene.allows("waterfall"):
        waterfall(scene, scene.x(0.6), hor + 16 * u, 250 * scene.v)
    plants.grove(scene, "thicket-1", hor + 24 * u, 190 * scene.v, 0.3, 1.0, JUNGLE)
    line = _jungle_floor(scene)
    road = land.path(scene, "path", line, ("#c9a878", "#96744e"))
    low = float(line.mean())
    _jungle_palms(scene, low)
    _giants(scene, low)
    _leaf_clumps(scene, "leaves-back", low - 4 * u, low + 0.3 * (scene.h - low), 26, 62, road)
    rays(scene, hor + 0.3 * (scene.h - hor), 0.42)
    inks = [scene.ink(c, k) for c, k in (("#4f9a48", 0.9), ("#2f7040", 0.6), ("#86bf54", 1.0))]
    land.grass(scene, "grass", low + 8 * u, scene.h + 8 * u, inks, 260, road=road)
    _leaf_clumps(scene, "leaves-front", low + 0.3 * (scene.h - low), scene.h * 1.03, 18, 96, road)
    _vines(scene)
    if scene.light.dark > 0.4 and not scene.setting.gloomy and not scene.setting.fireflies:
        fireflies(scene, hor)
    return scene.stage(hor + (scene.h - hor) * 0.74)


def _jungle_floor(scene: Scene) -> Array:
    hor, h = scene.horizon, scene.h
    line = land.crest(scene, "lawn", hor + 0.09 * (h - hor), 14 * scene.u, 640)
    stops = [scene.tone(c, k) for c, k in (("#86b94e", 1.0), ("#4c8a45", 0.85), ("#2a5f40", 0.7))]
    scene.canvas.ridge(line, stops, h - hor)
    land.mottle(scene, "lawn-dark", line, scene.tone("#1f5a3a", 0.5), 0.4, 170)
    land.mottle(scene, "lawn-light", line, scene.tone("#b9d860", 1.0), 0.34)
    land.side_light(scene, hor)
    return line


def waterfall(scene: Scene, x: float, foot: float, tall: float) -> None:
    """A bright fall over a mossy cliff, dropping into mist, trees crowding about it."""
    rng, far = scene.rng("waterfall"), 0.26
    wide = tall * 0.62
    cliff = [(x - wide * 1.1, foot), (x - wide * 0.95, foot - tall * 0.5),
             (x - wide * 0.62, foot - tall * 0.86),
             (x - wide * 0.2, foot - tall), (x + wide * 0.22, foot - tall * 0.98),
             (x + wide * 0.66, foot - tall * 0.8),
             (x + wide * 0.92, foot - tall * 0.44), (x + wide * 1.12, foot)]  # fmt: skip
    box = (x - wide * 1.5, foot - tall * 1.2, x + wide * 1.5, foot + tall * 0.2)
    with scene.canvas.pen(box) as pen:
        pen.poly(cliff, scene.ink("#7d857a", 0.7, far))
        for a, b, c in rng.random((26, 3)).tolist():
            px, py = x + (a - 0.5) * wide * 1.8, foot - tall * (0.05 + 0.8 * b)
            if abs(px - x) / wide + (foot - py) / tall * 0.55 < 1.0:
                pen.blob([(px - wide * 0.12, py + tall * 0.07), (px - wide * 0.08, py - tall * 0.05),
                          (px + wide * 0.07, py - tall * 0.06),
                          (px + wide * 0.12, py + tall * 0.06)],
                          scene.ink("#98a08e" if c < 0.5 else "#5f6b66", 0.5 + 0.5 * c, far), 4)  # fmt: skip
    _falling_water(scene, rng, x, foot, tall, wide * 0.36)
    lumps = []
    for side in (-1, 1):
        for t, (a, b, c) in zip(np.linspace(0, 1, 22), rng.random((22, 3)).tolist(), strict=True):
            lumps.append((x + side * wide * (0.36 + 0.8 * t + 0.34 * a),
                          foot - tall * (1.0 - 0.9 * t**1.2) + (b - 0.7) * tall * 0.16,
                          tall * (0.06 + 0.07 * c)))  # fmt: skip
    lumps.sort(key=lambda c: c[1])
    ramp = scene.light.ramp(*JUNGLE, far=far)
    scene.canvas.puff(lumps, ramp, light=scene.light_from, soft=0.24, balls=True)


def _falling_water(
    scene: Scene, rng: np.random.Generator, x: float, foot: float, tall: float, half: float
) -> None:
    white, blue = mix(scene.light.sky[-1], np.ones(3, F), 0.55), scene.tone("#8fd3e4", 0.9)
    with scene.canvas.pen(
        (x - half * 3, foot - tall * 1.1, x + half * 3, foot + tall * 0.2), soft=0.5 * scene.u
    ) as pen:
        pen.ellipse(x, foot, half * 2.4, tall * 0.075, ink(mix(blue, white, 0.2)))
        pen.poly([(x - half * 0.8, foot - tall * 0.97), (x + half * 0.8, foot - tall * 0.97),
                  (x + half * 1.12, foot), (x - half * 1.12, foot)],
                 ink(blue))  # fmt: skip
        for a, b, c in rng.random((44, 3)).tolist():
            px, y0 = (a - 0.5) * 2 * half, foot - tall * 0.97 * (1 - 0.75 * b)
            y1 = min(foot, y0 + tall * (0.12 + 0.4 * c))
            slant = 1 + 0.16 * b
            pen.stroke(
                [(x + px * 0.82, y0), (x + px * slant, y1)],
                half * 0.05,
                half * (0.08 + 0.08 * c),
                ink(mix(blue, white, 0.4 + 0.6 * c)),
            )
    scene.canvas.haze(x, foot - tall * 0.02, half * 3.6, tall * 0.26, white, 0.75, 1.3)


def _jungle_palms(scene: Scene, low: float) -> None:
    if not scene.allows("tree"):
        return
    rng = scene.rng("palms")
    for i, k in enumerate(sorted(rng.random(scene.count(3)).tolist())):
        edge = 0.1 + 0.16 * rng.random()
        x = scene.w * (edge if i % 2 else 1 - edge)
        plants.palm(
            scene, rng, x, low + (scene.h - low) * 0.14 * k, (230 + 110 * k) * scene.near, 0.2 * (1 - k)
        )


def _giants(scene: Scene, low: float) -> None:
    """The trunk of a giant tree at one edge or both, buttressed and hung with leaves."""
    if not scene.allows("tree"):
        return
    sides = (0, 1) if scene.layout.frame == "both" else (int(scene.light_side < 0),)
    for side in sides:
        rng = scene.rng(f"giant-{side}")
        x, w = scene.w * side, (62 + 30 * rng.random()) * scene.near
        foot, way = low + 0.24 * (scene.h - low), 1 - 2 * side
        bark, dim, lit = (scene.ink(c, k) for c, k in (("#6a4a36", 0.4), ("#7d5a40", 0.6), ("#9a7250", 0.85)))
        with scene.canvas.pen((x - 4 * w, 0, x + 4 * w, foot + 30 * scene.u)) as pen:
            pen.blob([(x - way * w, -20), (x + way * w * 0.8, -20), (x + way * w * 0.72, foot * 0.4),
                      (x + way * w * 0.86, foot * 0.8),
                      (x + way * w * 2.1, foot + 14 * scene.u), (x - way * w * 1.2, foot + 14 * scene.u)],
                      bark, 6)  # fmt: skip
            for t, k in ((0.1, 0.9), (0.45, 1.4), (0.68, 1.8)):
                pen.stroke([(x + way * w * t, -10), (x + way * w * (t - 0.04), foot * 0.5),
                            (x + way * w * (t * k + 0.1), foot)],
                           w * 0.1, w * 0.16,
                           lit if t > 0.6 or way != scene.light_side else dim)  # fmt: skip
        lumps = [
            (x + way * w * (a * 3.6 - 0.4), 52 * scene.v * b, (26 + 26 * c) * scene.u)
            for a, b, c in rng.random((16, 3)).tolist()
        ]
        scene.canvas.puff(lumps, scene.light.ramp(*JUNGLE), light=scene.light_from, soft=0.24, balls=True)
        scene.canvas.shadow(x, foot + 10 * scene.u, w * 3, w * 0.4, scene.light.shade * F(0.3), 0.5)
        for t in (0.2, 1.5, 2.3):
            plants.bush(
                scene, rng, x + way * w * t, foot + 24 * scene.u, (60 + 30 * rng.random()) * scene.near
            )


def _leaf_clumps(
    scene: Scene, name: str, top: float, bottom: float, count: float, size: float, road: land.Road
) -> None:
    """Fans of large leaves at the sides of the ground, and a few bright flowers among them."""
    rng, u = scene.rng(name), scene.near
    inks = [
        scene.ink(c, k) for c, k in (("#14523c", 0.4), ("#237a48", 0.7), ("#3f9a50", 0.9), ("#74bd58", 1.0))
    ]
    with scene.canvas.pen((0, top - 2.2 * size * u, scene.w, scene.h)) as pen:
        for k in sorted(rng.random(scene.count(count)).tolist()):
            x, y = scene.aside(rng, 0.21), top + (bottom - top) * k
            if road.covers(x, y):
                continue
            long = size * (0.7 + 0.6 * rng.random()) * (0.7 + 0.5 * k) * u
            kind, petals = rng.random(), fork(rng)
            if kind < 0.3:
                flowers.fern(pen, x, y, long, inks[1:], (rng.random() - 0.5) * 0.4)
            else:
                leaf_fan(pen, rng, x, y, long, inks)
            if kind > 0.72 and scene.allows("flower"):
                _bloom(scene, pen, petals, x, y - long * 0.7, long * 0.13)


def leaf_fan(pen: Pen, rng: np.random.Generator, x: float, y: float, size: float, inks: list) -> None:
    """A fan of broad leaves with pale ribs; the four inks go from dark to light."""
    order = (-3, 3, -2, 2, -1, 1, 0)
    for i, j in enumerate(order):
        t = -pi / 2 + j * 0.42 + 0.2 * (rng.random() - 0.5)
        long = size * (1.0 - 0.07 * abs(j))
        tone = min(2, i // 2)
        pen.leaf(x, y, long, long * 0.36, t, inks[tone])
        pen.line(
            (x, y), (x + cos(t) * long * 0.9, y + sin(t) * long * 0.9), max(1.0, size * 0.022), inks[tone + 1]
        )


def _bloom(scene: Scene, pen: Pen, rng: np.random.Generator, x: float, y: float, s: float) -> None:
    color = ("#ff5f7f", "#ffb13d", "#f2553c", "#d977e8")[int(rng.integers(4))]
    lit, dim, heart = scene.ink(color, 1.0), scene.ink(color, 0.6), scene.ink("#ffe88a", 1.0)
    for i in range(5):
        t = 2 * pi * i / 5 - pi / 2
        pen.leaf(x, y, s * 1.7, s * 1.05, t, dim if sin(t) > 0.2 else lit)
    pen.circle(x, y, s * 0.42, heart)


def _vines(scene: Scene) -> None:
    rng, u = scene.rng("vines"), scene.u
    inks = [scene.ink(c, k) for c, k in (("#1d5a40", 0.5), ("#3f8f4c", 0.9), ("#74bd58", 1.0))]
    with scene.canvas.pen((0, 0, scene.w, scene.horizon)) as pen:
        for a, b, c in rng.random((scene.count(6), 3)).tolist():
            x, length = scene.aside(rng, 0.26), (90 + 190 * b) * scene.v
            sway = (c - 0.5) * 60 * u
            pen.stroke([(x, -5), (x + sway, length * 0.5), (x + sway * 0.4, length)], 4 * u, 2 * u, inks[0])
            n = int(5 + 8 * b)
            for j in range(n):
                t = (j + 0.5) / n
                px, py = x + sway * 4 * t * (1 - t) * (0.85 + 0.1 * a), length * t
                pen.leaf(px, py, 19 * u, 9 * u, 0.5 if j % 2 else pi - 0.5, inks[1 + j % 2])
