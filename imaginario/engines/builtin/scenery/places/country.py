"""The country: a village, a garden, a castle on its hill."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import Array, F, rgb
from .. import buildings, flowers, land, plants
from ..fortress import castle as fortress
from ..pen import Ink, Pen
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .meadow import finish_lawn, lawn, trees


def backdrop(scene: Scene) -> Array:
    """Far range and two bands of hills with woods."""
    hor, u = scene.horizon, scene.u
    land.far_range(scene, "range", hor - 8 * u, 50 * scene.v, "#7f9fc4", 0.55)
    line = land.hills(scene, "hills-far", hor + 2 * u, 28 * u, 320, ("#9cc77a", "#6fa86a"), 0.42)
    plants.tree_line(scene, "wood-far", line, 30 * u, 0.46, gap=0.35)
    return land.hills(
        scene, "hills-mid", hor + 0.12 * (scene.h - hor), 30 * u, 420, ("#a8d263", "#5fa352"), 0.18
    )


def village(scene: Scene) -> Stage:
    """Cottages on green hills, a winding lane, smoke from the chimneys."""
    paint_sky(scene)
    hor, h = scene.horizon, scene.h
    line = backdrop(scene)
    rng, grove = scene.rng("houses"), scene.rng("house-trees")
    n = scene.count(5)
    for i, (a, b) in enumerate(rng.random((n, 2)).tolist()):
        x = scene.w * (i + 0.15 + 0.7 * a) / n
        if scene.allows("house"):
            y = land.height_at(line, x) + (8 + 16 * b) * scene.u
            buildings.cottage(scene, rng, x, y, (64 + 18 * b) * scene.u, 0.22)
        if scene.allows("tree"):
            tx = x + 58 * scene.u
            ty = land.height_at(line, tx) + 10 * scene.u
            plants.tree(scene, grove, tx, ty, (52 + 26 * a) * scene.u, 0.2)
    line = lawn(scene, hor + 0.28 * (h - hor))
    road = land.path(scene, "path", line, ("#f0dca8", "#d9b878"))
    if scene.allows("house"):
        rng = scene.rng("near-houses")
        for side, k in ((0.13, 0.12), (0.86, 0.2)):
            x = scene.x(side + 0.06 * (rng.random() - 0.5))
            y = float(line.mean()) + (h - float(line.mean())) * k
            buildings.cottage(scene, rng, x, y, (170 + 50 * rng.random()) * scene.near, 0.03)
            plants.bush(scene, rng, x + 90 * scene.near, y + 6 * scene.u, 70 * scene.near)
    fence(scene, "fence", float(line.mean()) + (h - float(line.mean())) * 0.26, 34)
    return finish_lawn(scene, line, road)


def fence(scene: Scene, name: str, y: float, tall: float, color: str = "#fff6e6", gap: float = 0.22) -> None:
    """A picket fence across the sides of the picture, the middle left open."""
    u = scene.near
    lit, dim = scene.ink(color, 1.0), scene.ink(color, 0.55)
    step, w = 17 * u, 9 * u
    line = land.crest(scene, name, y, 5 * u, 500)
    with scene.canvas.pen((0, y - (tall + 14) * u, scene.w, y + 14 * u)) as pen:
        for i in range(int(scene.w / step) + 2):
            x = i * step
            if abs(x / scene.w - 0.5) < gap:
                continue
            foot = land.height_at(line, x)
            top = foot - tall * u
            pen.rect(x - step / 2, foot - tall * 0.72 * u, x + step / 2, foot - tall * 0.58 * u, dim)
            pen.rect(x - step / 2, foot - tall * 0.32 * u, x + step / 2, foot - tall * 0.18 * u, dim)
            pen.poly(
                [
                    (x - w / 2, foot),
                    (x - w / 2, top),
                    (x, top - w * 0.7),
                    (x + w / 2, top),
                    (x + w / 2, foot),
                ],
                lit,
            )


def garden(scene: Scene) -> Stage:
    """A flower garden: hedges, beds in full bloom, an arch of roses, butterflies."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    land.far_range(scene, "range", hor - 8 * u, 40 * scene.v, "#7f9fc4", 0.55)
    line = land.hills(scene, "hills-far", hor + 2 * u, 22 * u, 320, ("#9cc77a", "#6fa86a"), 0.42)
    plants.tree_line(scene, "wood-far", line, 74 * u, 0.32, gap=0.12, colors=plants.GREENS[0])
    _hedge(scene, hor + 0.17 * (h - hor))
    line = lawn(scene, hor + 0.15 * (h - hor), 5)
    road = land.path(scene, "path", line, ("#f6ead0", "#e3cda4"))
    trees(scene, line, road)
    if scene.layout.variant > 0.35:
        rose_arch(
            scene,
            float(road.middle[int(len(road.middle) * 0.12)]),
            float(line.mean()) + 0.1 * (h - hor),
            170 * scene.near,
        )
    if scene.layout.variant < 0.55:
        fountain(scene, scene.x(0.8), float(line.mean()) + 0.2 * (h - hor), 120 * scene.near)
    stage = finish_lawn(scene, line, road)
    _beds(scene, line, road)
    return stage


def _hedge(scene: Scene, y: float) -> None:
    rng, u = scene.rng("hedge"), scene.u
    n = scene.count(44)
    lumps = []
    for i, (a, b) in enumerate(rng.random((n, 2)).tolist()):
        x = scene.w * (i + a) / n
        lumps += [(x, y - (26 + 6 * b) * u, (13 + 4 * a) * u), (x + 6 * u, y - 8 * u, 15 * u)]
    lumps.sort(key=lambda c: c[1])
    ramp = scene.light.ramp("#2c6a3c", "#4a9448", "#8fc65a", far=0.08)
    scene.canvas.puff(lumps, ramp, light=scene.light_from, soft=0.3, balls=True)


def _beds(scene: Scene, line: Array, road: land.Road) -> None:
    """Drifts of tall flowers at the sides, one colour to a clump, and lavender."""
    if not scene.allows("flower"):
        return
    rng, u, top = scene.rng("beds"), scene.near, float(line.mean())
    colors = ("#ff6f91", "#ffc145", "#ffffff", "#b17cf0", "#ff8b5c", "#6fa8ff", "#f2545b")
    heart, stem = scene.ink("#ffd23f", 1.0), scene.ink("#3f8a45", 0.65)
    with scene.canvas.pen((0, top - 40 * u, scene.w, scene.h)) as pen:
        for k in np.sort(rng.random(scene.count(30))).tolist():
            cx, cy = scene.aside(rng, 0.22), top + (scene.h - top) * (0.05 + 1.0 * k)
            color = colors[int(rng.integers(len(colors)))]
            petals = (scene.ink(color, 1.0), scene.ink(color, 0.55))
            spikes = rng.random() < 0.25
            for a, b, c in rng.random((11, 3)).tolist():
                x, y = cx + (a - 0.5) * (70 + 90 * k) * u, cy + (b - 0.5) * 26 * u
                if road.covers(x, y):
                    continue
                if spikes:
                    _lavender(scene, pen, x, y, (24 + 30 * k) * u * (0.7 + 0.5 * c), stem)
                else:
                    flowers.flower(pen, x, y, (4.5 + 8 * k) * u * (0.8 + 0.4 * c), petals, heart, stem, c)


def _lavender(scene: Scene, pen: Pen, x: float, y: float, s: float, stem: Ink) -> None:
    pen.stroke([(x, y), (x + s * 0.04, y - s)], s * 0.05, s * 0.04, stem)
    for i in range(5):
        tint = scene.ink("#9a7be8" if i % 2 else "#c3a6ff", 1.0)
        pen.ellipse(x + s * 0.03, y - s * (0.5 + 0.13 * i), s * (0.1 - 0.012 * i), s * 0.075, tint)


def rose_arch(scene: Scene, x: float, y: float, size: float) -> None:
    """A garden arch overgrown with roses."""
    rng = scene.rng("roses")
    white = scene.ink("#fff8ea", 0.95)
    w = size * 0.36
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 2)) as pen:
        for s in (-1, 1):
            pen.rect(x + s * w - size * 0.025, y - size * 0.6, x + s * w + size * 0.025, y, white)
        rim = [(x + w * cos(t), y - size * 0.6 + w * 1.1 * sin(t)) for t in np.linspace(pi, 2 * pi, 15)]
        pen.stroke(rim, size * 0.05, size * 0.05, white)
    lumps = [
        (px + (rng.random() - 0.5) * size * 0.06, py, size * (0.055 + 0.03 * rng.random())) for px, py in rim
    ]
    lumps += [(x + s * w, y - size * k, size * 0.055) for s in (-1, 1) for k in (0.12, 0.26, 0.4, 0.52)]
    scene.canvas.puff(
        lumps, scene.light.ramp(*plants.GREENS[0]), light=scene.light_from, soft=0.3, balls=True
    )
    if not scene.allows("flower"):
        return
    pink = [scene.ink(c, k) for c, k in (("#f0708f", 0.8), ("#ffa0b8", 1.0), ("#ffe0e8", 1.0))]
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 2)) as pen:
        for cx, cy, r in lumps:
            for a, b in rng.random((3, 2)).tolist():
                px, py = cx + (a - 0.5) * r * 1.7, cy + (b - 0.5) * r * 1.7
                pen.circle(px, py, size * 0.022, pink[0])
                pen.circle(px - size * 0.004, py - size * 0.004, size * 0.014, pink[1])
                pen.circle(px, py - size * 0.002, size * 0.006, pink[2])


def fountain(scene: Scene, x: float, y: float, size: float) -> None:
    """A stone fountain with two bowls."""
    if scene.canvas.beside:
        return
    stone, dim, water = scene.ink("#e3ddd2", 0.95), scene.ink("#b9b2a8", 0.55), scene.ink("#9fdcec", 1.0)
    scene.canvas.shadow(
        x - scene.light_side * size * 0.15, y, size * 0.75, size * 0.16, scene.light.shade * F(0.3), 0.45
    )
    with scene.canvas.pen((x - size, y - size * 1.3, x + size, y + size * 0.2)) as pen:
        pen.ellipse(x, y, size * 0.6, size * 0.15, dim)
        pen.rect(x - size * 0.6, y - size * 0.16, x + size * 0.6, y, stone)
        pen.ellipse(x, y - size * 0.16, size * 0.6, size * 0.14, stone)
        pen.ellipse(x, y - size * 0.16, size * 0.52, size * 0.11, water)
        pen.poly([(x - size * 0.09, y - size * 0.14), (x - size * 0.05, y - size * 0.6),
                  (x + size * 0.05, y - size * 0.6),
                  (x + size * 0.09, y - size * 0.14)], dim)  # fmt: skip
        pen.blob(
            [(x - size * 0.3, y - size * 0.66), (x, y - size * 0.52), (x + size * 0.3, y - size * 0.66)], dim
        )
        pen.ellipse(x, y - size * 0.66, size * 0.3, size * 0.07, stone)
        pen.ellipse(x, y - size * 0.66, size * 0.25, size * 0.05, water)
    pale = scene.ink("#f2fdff", 1.0)
    with scene.canvas.pen((x - size, y - size * 1.4, x + size, y), opacity=0.75) as pen:
        for s in (-1, -0.5, 0.5, 1):
            pen.stroke([(x, y - size * 0.7), (x + s * size * 0.1, y - size * 1.02),
                        (x + s * size * 0.25, y - size * 0.68)],
                       size * 0.02, size * 0.012, pale)  # fmt: skip
            pen.stroke([(x + s * size * 0.28, y - size * 0.64), (x + s * size * 0.4, y - size * 0.42),
                        (x + s * size * 0.44, y - size * 0.16)],
                       size * 0.022, size * 0.012, pale)  # fmt: skip


def castle(scene: Scene) -> Stage:
    """A fairy-tale castle on a hill, a lane winding up to it."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    land.far_range(scene, "range", hor - 8 * u, 90 * scene.v, "#7f9fc4", 0.52)
    line = land.hills(scene, "hills-far", hor + 2 * u, 28 * u, 320, ("#9cc77a", "#6fa86a"), 0.4)
    plants.tree_line(scene, "wood-far", line, 30 * u, 0.44, gap=0.3)
    x = scene.x(0.34 if scene.layout.name in ("framed", "winding") else 0.68)
    crown = hor - 6 * u
    hump = land.crest(scene, "castle-hill", hor + 0.16 * (h - hor), 10 * u, 300)
    across = (np.arange(scene.w, dtype=F) - F(x)) / F(300 * u)
    hump = (hump - (hump - F(crown)) * np.exp(-(across**2)) * F(1.0)).astype(F)
    scene.canvas.ridge(
        hump,
        [scene.tone(c, k, 0.14) for c, k in (("#a8d263", 1.0), ("#6fae55", 0.8), ("#5fa352", 0.6))],
        150 * u,
    )
    fortress(scene, x, crown + 14 * u, min(330 * scene.v, crown / 1.45), 0.1)
    rng = scene.rng("castle-trees")
    if scene.allows("tree"):
        for a, b in sorted(rng.random((scene.count(9), 2)).tolist(), key=lambda s: s[1]):
            tx = a * scene.w
            ty = land.height_at(hump, tx) + (10 + 40 * b) * u
            own = fork(rng)
            if abs(tx - x) > 50 * u:
                plants.tree(scene, own, tx, ty, (46 + 36 * b) * u, 0.16)
    line = lawn(scene, hor + 0.36 * (h - hor))
    road = land.path(scene, "path", line, ("#f0dca8", "#d9b878"))
    trees(scene, line, road, shun=(x,))
    stage = finish_lawn(scene, line, road)
    if scene.light.dark > 0.4:
        scene.canvas.glow(x, crown - 90 * u, 260 * u, rgb("#ffcf7a"), 0.16)
    return stage
