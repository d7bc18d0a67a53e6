"""The woods: a forest clearing and a jungle."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import Array, F, mix, noise_line, resize, rgb
from .. import flowers, land, plants
from ..pen import Pen
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .meadow import lawn

FLOOR = ("#8fbf58", "#4f8f48", "#2c6444")


def forest(scene: Scene) -> Stage:
    """A clearing between old trees, light falling into it."""
    paint_sky(scene)
    hor = scene.horizon
    glow = mix(scene.light.fog, scene.light.sun, 0.4 * (1 - scene.light.dark * 0.7))
    pines = scene.layout.variant < 0.4
    for i, (far, size, open_) in enumerate(((0.62, 150, 0.5), (0.42, 210, 0.62), (0.2, 285, 0.8))):
        _wall(scene, f"wall-{i}", hor + (6 + 13 * i) * scene.u, size * scene.v, far, open_, pines)
        scene.canvas.haze(scene.light_x * 0.5 + scene.w * 0.25, hor, 0.5 * scene.w, 150 * scene.u, glow, 0.34 - 0.06 * i)
    line = lawn(scene, hor + 0.1 * (scene.h - hor), 14)
    road = land.path(scene, "path", line, ("#d9c08a", "#b08a5c")) if scene.layout.variant > 0.3 else None
    _big_trees(scene, line, pines)
    rays(scene, hor + 0.25 * (scene.h - hor))
    _undergrowth(scene, line, road)
    if scene.light.dark > 0.4 and not scene.setting.gloomy:
        fireflies(scene, hor)
    return scene.stage(hor + (scene.h - hor) * 0.72)


def _wall(scene: Scene, name: str, foot: float, size: float, far: float, open_: float, pines: bool) -> None:
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


def _big_trees(scene: Scene, line: Array, pines: bool) -> None:
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


def _undergrowth(scene: Scene, line: Array, road: land.Road | None) -> None:
    top, u = float(line.mean()) + 10 * scene.u, scene.near
    inks = [scene.ink(c, k) for c, k in (("#6fae4c", 1.0), ("#3f7f45", 0.7), ("#8fc658", 1.0), ("#2c6444", 0.5))]
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


def fireflies(scene: Scene, top: float, count: float = 26) -> None:
    """Small golden lights hovering over the ground."""
    rng, u = scene.rng("fireflies"), scene.u
    gold, heart = rgb("#ffe27a"), rgb("#fffbd6")
    for a, b, c in rng.random((scene.count(count), 3)).tolist():
        x, y, r = a * scene.w, top - 90 * u + (scene.h - top) * b, (2 + 2.6 * c) * u
        scene.canvas.glow(x, y, r * 6, gold, 0.5)
        scene.canvas.glow(x, y, r * 1.6, heart, 0.95, 1.0)


def jungle(scene: Scene) -> Stage:
    """A warm thicket of broad leaves, palms and hanging vines."""
    paint_sky(scene)
    hor, u = scene.horizon, scene.u
    glow = mix(scene.light.fog, scene.light.sun, 0.5 * (1 - scene.light.dark * 0.7))
    greens = ("#1f6a4c", "#3a9a58", "#9fd65f")
    for i, (far, size) in enumerate(((0.58, 170), (0.34, 240))):
        plants.grove(scene, f"thicket-{i}", hor + (8 + 18 * i) * u, size * scene.v, far, 0.8, greens)
        scene.canvas.haze(scene.w * 0.5, hor - 30 * u, 0.46 * scene.w, 170 * u, glow, 0.32)
    if scene.layout.variant > 0.45 and scene.allows("waterfall"):
        _waterfall(scene, scene.x(0.6), hor)
    line = land.crest(scene, "lawn", hor + 0.1 * (scene.h - hor), 14 * u, 640)
    scene.canvas.ridge(line, [scene.tone(c, k) for c, k in (("#86b94e", 1.0), ("#4c8a45", 0.85), ("#2a5f40", 0.7))],
                       scene.h - hor)  # fmt: skip
    land.mottle(scene, "lawn-dark", line, scene.tone("#1f5a3a", 0.5), 0.4, 170)
    land.mottle(scene, "lawn-light", line, scene.tone("#b9d860", 1.0), 0.3)
    land.side_light(scene, hor)
    _jungle_palms(scene, line)
    rays(scene, hor + 0.3 * (scene.h - hor), 0.4)
    _broad_leaves(scene, "leaves-floor", float(line.mean()), 18)
    _vines(scene)
    return scene.stage(hor + (scene.h - hor) * 0.74)


def _waterfall(scene: Scene, x: float, foot: float) -> None:
    """A thin bright fall dropping into mist."""
    rng, u = scene.rng("waterfall"), scene.u
    white, blue = mix(scene.light.sky[-1], np.ones(3, F), 0.5), scene.tone("#8fd0e0", 0.9)
    top, half = foot - 230 * scene.v, 34 * u
    box = (x - half * 3, top - 20 * u, x + half * 3, foot + 30 * u)
    with scene.canvas.pen(box) as pen:
        rock, pale = scene.ink("#6f7a72", 0.5, 0.25), scene.ink("#93a08e", 0.95, 0.25)
        pen.blob([(x - half * 2.4, foot + 20 * u), (x - half * 2, top + 30 * u), (x, top - 12 * u),
                  (x + half * 2, top + 24 * u), (x + half * 2.4, foot + 20 * u)], rock)  # fmt: skip
        pen.blob([(x + scene.light_side * half * 1.0, foot), (x + scene.light_side * half * 1.3, top + 40 * u),
                  (x + scene.light_side * half * 2.0, foot)], pale)  # fmt: skip
    with scene.canvas.pen(box, opacity=0.92) as pen:
        from ..pen import ink

        pen.rect(x - half, top, x + half, foot + 14 * u, ink(blue), half * 0.6)
        for a, b, c in rng.random((24, 3)).tolist():
            px, py = x + (a - 0.5) * 1.8 * half, top + (foot - top) * b * 0.8
            pen.rect(px, py, px + (2 + 4 * c) * u, py + (30 + 70 * c) * u, ink(white), 3 * u)
    scene.canvas.haze(x, foot + 8 * u, half * 3.4, 46 * u, white, 0.8, 1.4)


def _jungle_palms(scene: Scene, line: Array) -> None:
    if not scene.allows("tree"):
        return
    rng, low = scene.rng("palms"), float(line.mean())
    for i, k in enumerate(sorted(rng.random(scene.count(4)).tolist())):
        edge = 0.0 + 0.2 * rng.random()
        x = scene.w * (edge if i % 2 else 1 - edge)
        plants.palm(scene, rng, x, low + (scene.h - low) * 0.3 * k, (320 + 150 * k) * scene.near, 0.16 * (1 - k))


def _broad_leaves(scene: Scene, name: str, top: float, count: float) -> None:
    """Clumps of large split leaves at the sides of the ground, and a few bright flowers among them."""
    rng, u = scene.rng(name), scene.near
    inks = [scene.ink(c, k) for c, k in (("#1f6647", 0.5), ("#2f8a50", 0.8), ("#5fb356", 1.0))]
    with scene.canvas.pen((0, top - 120 * u, scene.w, scene.h)) as pen:
        for k in sorted(rng.random(scene.count(count)).tolist()):
            x, y = scene.aside(rng, 0.25), top + (scene.h - top) * (0.05 + 0.9 * k)
            for j in range(5):
                t = -pi / 2 + (j - 2) * 0.5 + 0.3 * (rng.random() - 0.5)
                size = (42 + 60 * k) * u * (0.8 + 0.3 * rng.random())
                big_leaf(pen, x, y, size, t, inks[(j + 1) % 3], inks[j % 3])
            if rng.random() < 0.4 and scene.allows("flower"):
                bloom = scene.ink(("#ff6f8f", "#ffb13d", "#f25f4c")[int(rng.integers(3))])
                flowers.flower(pen, x, y - 30 * u, (6 + 7 * k) * u, (bloom, bloom), scene.ink("#ffe27a"), inks[1], 0.3)


def big_leaf(pen: Pen, x: float, y: float, size: float, angle: float, color, rib) -> None:
    """A broad pointed leaf with a rib."""
    pen.leaf(x, y, size, size * 0.44, angle, color)
    pen.stroke([(x, y), (x + cos(angle) * size * 0.5, y + sin(angle) * size * 0.5),
                (x + cos(angle) * size * 0.92, y + sin(angle) * size * 0.92)], size * 0.05, size * 0.015, rib)  # fmt: skip


def _vines(scene: Scene) -> None:
    rng, u = scene.rng("vines"), scene.u
    inks = [scene.ink(c, k) for c, k in (("#1d5a40", 0.5), ("#3f8f4c", 0.9))]
    with scene.canvas.pen((0, 0, scene.w, scene.horizon)) as pen:
        for a, b, c in rng.random((scene.count(7), 3)).tolist():
            x, length = scene.aside(rng, 0.2), (90 + 210 * b) * scene.v
            sway = (c - 0.5) * 60 * u
            pen.stroke([(x, -5), (x + sway, length * 0.5), (x + sway * 0.4, length)], 4 * u, 2 * u, inks[0])
            for j in range(int(4 + 6 * b)):
                t = (j + 0.5) / (4 + 6 * b)
                px, py = x + sway * 4 * t * (1 - t) * (0.85 + 0.1 * a), length * t
                pen.leaf(px, py, 19 * u, 9 * u, 0.5 if j % 2 else pi - 0.5, inks[1])
