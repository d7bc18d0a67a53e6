"""The shore: a beach, and the open sea."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import Array, F, mix
from .. import land, plants, water
from ..pen import Pen
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage

SAND = ("#f8e6b8", "#efcf94", "#d9ae72")


def beach(scene: Scene) -> Stage:
    """Sand, a foaming waterline, palms, and the sea beyond."""
    scene = scene.with_layout(horizon=scene.layout.horizon * 0.82)
    paint_sky(scene)
    hor, h = scene.horizon, scene.h
    shore = hor + (h - hor) * (0.26 + 0.2 * scene.layout.variant)
    headland(scene, "headland", hor)
    line = _shoreline(scene, shore)
    water.surface(scene, hor, float(line.max()) + 4, mirror=0.3, shallow=0.75)
    if scene.allows("boat") and not scene.setting.weather & {"storm"}:
        far_boat(scene, hor)
    if scene.layout.variant > 0.6:
        sea_stacks(scene, hor, float(line.min()))
    _surf(scene, line)
    sand(scene, line)
    _beach_things(scene, line)
    return scene.stage(hor + (h - hor) * 0.78, water=True, water_y=(hor, float(line[scene.w // 2])))


def _shoreline(scene: Scene, y: float) -> Array:
    """The line of the water's edge, slanting and bowed."""
    x = scene.canvas.along() * F(-1 if scene.layout.flip else 1)
    span = scene.h - scene.horizon
    bow = (x * F(0.16) + x * x * F(0.1)) * F(span * (0.4 + 0.6 * scene.layout.path))
    return land.crest(scene, "shoreline", y, 9 * scene.u, 300) + bow.astype(F)


def _surf(scene: Scene, line: Array) -> None:
    u = scene.near
    white = mix(scene.light.sky[-1], np.ones(3, F), 0.6 * (1 - 0.5 * scene.light.dark))
    deep, pale = water.water_colors(scene)
    for i, back in enumerate((76, 38)):
        crest = land.crest(scene, f"breaker-{i}", 0, 7 * u, 260) + line - F(back * u)
        shallow = mix(pale, white, 0.22 + 0.14 * i)
        scene.canvas.ridge(crest, (shallow, mix(pale, deep, 0.2)), 34 * u, opacity=0.5)
        water.foam(scene, f"foam-{i}", crest, (3 + 2 * i) * u, white, 0.75)


def sand(scene: Scene, line: Array) -> None:
    """Wet sand, a last lip of foam, then dry sand with soft dunes and grains."""
    u = scene.near
    white = mix(scene.light.sky[-1], np.ones(3, F), 0.6 * (1 - 0.5 * scene.light.dark))
    wet = mix(scene.tone("#c39a68", 0.75), scene.light.sky[-1], 0.25)
    stops = [
        wet,
        wet,
        *(scene.tone(scene.snowed(c, 0.6), k) for c, k in zip(SAND, (1.0, 0.95, 0.8), strict=True)),
    ]
    edge = line - F(4 * u)
    scene.canvas.ridge(edge, stops, max(120 * u, (scene.h - float(line.mean())) * 1.0))
    water.foam(scene, "foam-lip", edge, 6 * u, white, 0.95)
    dry = line + F(44 * u)
    land.mottle(scene, "sand-light", dry, scene.tone("#fff3cf", 1.0), 0.42, 150)
    land.mottle(scene, "sand-dark", dry, scene.tone("#cf9f66", 0.7), 0.24, 220)
    land.side_light(scene, float(line.min()), 0.1)
    grains(scene, "grains", dry)


def grains(scene: Scene, name: str, line: Array) -> None:
    """Dimples and ripples in sand, each a dark stroke with a light lip."""
    rng, u = scene.rng(name), scene.near
    dark, pale = scene.ink("#c08f58", 0.7), scene.ink("#fff2d0", 1.0)
    top = float(line.mean())
    with scene.canvas.pen((0, top, scene.w, scene.h), opacity=0.5) as pen:
        for a, b, c in rng.random((scene.count(90), 3)).tolist():
            x, y = a * scene.w, top + (scene.h - top) * b
            if y < land.height_at(line, x):
                continue
            s = (2 + 9 * b) * u * (0.5 + c)
            pen.ellipse(x, y, s, s * 0.24, dark)
            pen.ellipse(x - scene.light_side * s * 0.2, y + s * 0.16, s * 0.9, s * 0.16, pale)


def headland(scene: Scene, name: str, hor: float) -> None:
    """A far green cape or island on the horizon."""
    rng = scene.rng(name)
    if rng.random() < 0.25:
        return
    side, wide = scene.x(0.86 if rng.random() < 0.7 else 0.2), scene.w * (0.3 + 0.2 * rng.random())
    x = np.arange(scene.w, dtype=F)
    hump = np.clip(1 - ((x - F(side)) / F(wide / 2)) ** 2, 0, 1) ** F(0.8)
    bumps = land.crest(scene, name + "-bumps", 0, 9 * scene.u, 90, 3)
    line = (F(hor) + 3 - hump * (F(46 * scene.u) + bumps)).astype(F)
    stops = [scene.tone("#7fb08a", 1.0, 0.45), scene.tone("#4f8a86", 0.5, 0.5)]
    scene.canvas.ridge(line, stops, 60 * scene.u, until=hor + 2)


def far_boat(scene: Scene, hor: float) -> None:
    """Now and then a sail on the horizon, away from the sun."""
    rng = scene.rng("boat")
    if rng.random() < 0.65:
        x = scene.w * ((0.72 if scene.light_x < scene.w / 2 else 0.28) + 0.14 * (rng.random() - 0.5))
        water.sailboat(scene, x, hor + (8 + 16 * rng.random()) * scene.u, 42 * scene.u, 0.25)


def _beach_things(scene: Scene, line: Array) -> None:
    """Palms and a parasol at the sides, shells and a starfish on the sand."""
    rng, u, h = scene.rng("beach-things"), scene.near, scene.h
    low = float(line.mean())
    if scene.allows("tree"):
        palms = (2, 0, 1, 3, 1)[int(scene.layout.variant * 5)]
        for i in range(palms):
            x = scene.x((0.06 + 0.1 * rng.random()) if i % 2 == 0 else (0.9 + 0.08 * rng.random()))
            y = low + (h - low) * (0.22 + 0.22 * rng.random())
            plants.palm(scene, rng, x, y, (330 + 120 * rng.random()) * u)
    with scene.canvas.pen((0, low, scene.w, h)) as pen:
        for a, b, c in rng.random((scene.count(9), 3)).tolist():
            x, y = a * scene.w, low + (h - low) * (0.4 + 0.58 * b)
            s = (6 + 10 * b) * u
            (shell if c < 0.6 else starfish)(scene, pen, x, y, s, c)
    if scene.layout.variant < 0.4:
        dune_grass(scene, low)
    if 0.2 < scene.layout.variant < 0.6 and scene.allows("umbrella"):
        parasol(scene, scene.x(0.84), low + (h - low) * 0.4, 190 * u, rng)


def sea_stacks(scene: Scene, hor: float, low: float) -> None:
    """Rocks standing in the surf at one side."""
    rng, u = scene.rng("stacks"), scene.near
    side = scene.light_side
    with scene.canvas.pen((0, hor - 200 * u, scene.w, low + 30 * u)) as pen:
        for share, size, y in ((0.9, 150, 0.3), (0.76, 80, 0.5), (0.99, 110, 0.75)):
            x, foot = scene.x(share), hor + (low - hor) * y
            tall = size * u * (0.8 + 0.4 * rng.random())
            body = [(x - tall * 0.5, foot), (x - tall * 0.42, foot - tall * 0.5),
                    (x - tall * 0.18, foot - tall * 0.96),
                    (x + tall * 0.1, foot - tall), (x + tall * 0.36, foot - tall * 0.6),
                    (x + tall * 0.52, foot)]  # fmt: skip
            pen.blob(body, scene.ink("#6f6a72", 0.5, 0.15), 5)
            pen.blob([(x + side * tall * 0.16 + (px - x) * 0.55, foot + (py - foot) * 0.9) for px,
                      py in body],
                     scene.ink("#a59a94", 1.0, 0.15), 5)  # fmt: skip
            pen.blob([(x - tall * 0.24, foot - tall * 0.86), (x - tall * 0.06, foot - tall * 1.06),
                      (x + tall * 0.2, foot - tall * 0.9),
                      (x, foot - tall * 0.84)], scene.ink("#6fa85a", 0.9, 0.15), 5)  # fmt: skip
            pen.ellipse(x, foot, tall * 0.62, tall * 0.05, scene.ink("#ffffff", 1.0))


def dune_grass(scene: Scene, low: float) -> None:
    """Tufts of pale grass on the dry sand at the sides."""
    rng, u = scene.rng("dune-grass"), scene.near
    inks = [scene.ink(c, k) for c, k in (("#b9b86a", 1.0), ("#8f9a52", 0.7), ("#d3cf8a", 1.0))]
    with scene.canvas.pen((0, low - 60 * u, scene.w, scene.h)) as pen:
        for k in sorted(rng.random(scene.count(10)).tolist()):
            cx, cy = scene.aside(rng, 0.25), low + (scene.h - low) * (0.3 + 0.6 * k)
            for a, b, c in rng.random((14, 3)).tolist():
                pen.blade(cx + (a - 0.5) * 46 * u, cy + 8 * b * u, (24 + 46 * c) * u * (0.6 + 0.6 * k),
                          (a - 0.5) * 60 * u, 3.4 * u,
                          inks[int(b * 3)])  # fmt: skip


def shell(scene: Scene, pen: Pen, x: float, y: float, s: float, t: float) -> None:
    """A ribbed scallop."""
    color = ("#fbe3d6", "#f7c3b4", "#f3d9a8")[int(t * 30) % 3]
    pen.blob([(x - s, y), (x - s * 0.7, y - s * 0.8), (x, y - s * 1.1), (x + s * 0.7, y - s * 0.8),
              (x + s, y),
              (x, y + s * 0.35)], scene.ink(color, 0.8))  # fmt: skip
    for k in (-0.5, 0.0, 0.5):
        pen.line((x, y + s * 0.25), (x + k * s, y - s * 0.8), s * 0.13, scene.ink(color, 1.0))


def starfish(scene: Scene, pen: Pen, x: float, y: float, s: float, t: float) -> None:
    """A plump five-armed starfish lying flat."""
    points = []
    for i in range(10):
        r = s * (1.15 if i % 2 == 0 else 0.5)
        a = pi * i / 5 + t * 6
        points.append((x + cos(a) * r, y + sin(a) * r * 0.6))
    pen.blob(points, scene.ink("#ee7b50", 0.85), 5)
    pen.blob([(px * 0.75 + x * 0.25, py * 0.75 + (y - s * 0.14) * 0.25) for px, py in points],
             scene.ink("#ff9f6a", 1.0), 5)  # fmt: skip


def parasol(scene: Scene, x: float, y: float, size: float, rng: np.random.Generator) -> None:
    """A striped beach parasol."""
    a, b = (("#f05a5a", "#fff4e2"), ("#2fa3b8", "#fff4e2"), ("#ffb63c", "#fff4e2"))[int(rng.integers(3))]
    scene.canvas.shadow(
        x - scene.light_side * size * 0.15, y, size * 0.5, size * 0.09, scene.light.shade * F(0.3), 0.4
    )
    top, r = y - size, size * 0.55
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 4)) as pen:
        pen.line((x, y), (x, top), size * 0.03, scene.ink("#f3ead8", 0.8))
        edge = top + r * 0.62
        for i in range(6):
            n, m = x + r * (i / 3 - 1), x + r * ((i + 1) / 3 - 1)
            k = 1.0 - 0.55 * abs((i - 2.5) / 2.5 - scene.light_side * 0.6) / 1.6
            fill = scene.ink(a if i % 2 else b, k)
            curve = [
                (x + (n - x) * sin(t), top + (edge - top) * (1 - cos(t))) for t in np.linspace(0, pi / 2, 9)
            ]
            back = [
                (x + (m - x) * sin(t), top + (edge - top) * (1 - cos(t))) for t in np.linspace(pi / 2, 0, 9)
            ]
            pen.poly([*curve, ((n + m) / 2, edge - r * 0.07), *back], fill)
        pen.circle(x, top, size * 0.022, scene.ink(a))


def sea(scene: Scene) -> Stage:
    """Open water to the horizon, swells coming near."""
    scene = scene.with_layout(horizon=min(0.66, scene.layout.horizon * 0.92))
    paint_sky(scene)
    hor, h = scene.horizon, scene.h
    headland(scene, "headland", hor)
    rough = (
        1.9 if "storm" in scene.setting.weather else 1.35 if scene.setting.weather & {"wind", "rain"} else 1.0
    )
    water.surface(scene, hor, h, mirror=0.42, shallow=0.2)
    if scene.allows("boat") and rough < 1.5:
        far_boat(scene, hor)
    water.waves(scene, "waves", hor + (h - hor) * 0.02, h * 1.02, 8, rough)
    water.glints(scene, hor + (h - hor) * 0.06, h, 0.5)
    return scene.stage(hor + (h - hor) * 0.62, water=True, water_y=(hor, float(h)))
