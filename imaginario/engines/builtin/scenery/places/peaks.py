"""High and cold places: the mountains, and a land under snow."""

from __future__ import annotations

import numpy as np

from ...pixels import Array, F, mix, noise_line
from .. import buildings, flowers, land, plants, water
from ..pen import Ink, Pen, Point
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .meadow import lawn


def peak(
    scene: Scene,
    rng: np.random.Generator,
    x: float,
    foot: float,
    tall: float,
    far: float,
    *,
    snow: float = 0.42,
) -> None:
    """One faceted mountain with a shaded flank and snow down to a share of its height."""
    wide = tall * (0.72 + 0.25 * rng.random())
    top = (x, foot - tall)
    left, right = _slope(rng, top, (x - wide, foot), 7), _slope(rng, top, (x + wide, foot), 7)
    side = scene.light_side
    spine = _spine(rng, top, (x - side * wide * 0.12, foot), tall)
    rock_lit, rock_dim = scene.ink("#a3a8c0", 1.0, far), scene.ink("#6b7396", 0.45, far)
    lit, dim = (left, right) if side < 0 else (right, left)
    with scene.canvas.pen((x - wide, top[1] - 2, x + wide, foot)) as pen:
        pen.poly([*lit, *spine[::-1]], rock_lit)
        pen.poly([*dim, *spine[::-1]], rock_dim)
        _gullies(scene, rng, pen, lit, spine, scene.ink("#8389a8", 0.7, far))
        level = foot - tall * (1 - snow)
        white, blue = scene.ink("#ffffff", 1.0, far * 0.8), scene.ink("#c3d2ee", 0.55, far)
        pen.poly(_cap(rng, lit, spine, level, tall), white)
        pen.poly(_cap(rng, dim, spine, level, tall), blue)


def _slope(rng: np.random.Generator, top: Point, foot: Point, n: int) -> list[Point]:
    points = [top]
    for i in range(1, n):
        t = i / n
        jitter = (rng.random() - 0.5) * 0.07 * abs(foot[0] - top[0])
        points.append((top[0] + (foot[0] - top[0]) * (t**1.12) + jitter, top[1] + (foot[1] - top[1]) * t))
    return [*points, foot]


def _spine(rng: np.random.Generator, top: Point, foot: Point, tall: float) -> list[Point]:
    points = [top]
    for i in range(1, 8):
        t = i / 8
        zig = (0.055 if i % 2 else -0.045) * tall * (0.6 + 0.6 * rng.random())
        points.append((top[0] + (foot[0] - top[0]) * t + zig, top[1] + (foot[1] - top[1]) * t))
    return [*points, foot]


def _at(line: list[Point], y: float) -> float:
    return float(np.interp(y, [p[1] for p in line], [p[0] for p in line]))


def _cap(
    rng: np.random.Generator, edge: list[Point], spine: list[Point], level: float, tall: float
) -> list[Point]:
    """The snow between an edge and the spine, its lower rim running down in tongues."""
    a, b = _at(edge, level), _at(spine, level)
    rim: list[Point] = []
    for i in range(9):
        t = i / 8
        drop = tall * (0.08 if i % 2 else -0.035) * (0.6 + 0.8 * rng.random())
        y = level + (drop if 0 < i < 8 else 0)
        rim.append((_at(edge, y) * (1 - t) + _at(spine, y) * t if 0 < i < 8 else (a, b)[i == 8], y))
    return [*[p for p in edge if p[1] < level], *rim, *[p for p in spine[::-1] if p[1] < level]]


def _gullies(
    scene: Scene, rng: np.random.Generator, pen: Pen, edge: list[Point], spine: list[Point], color: Ink
) -> None:
    """Short slanting shadows on the lit flank."""
    top, foot = edge[0][1], edge[-1][1]
    for a, b in rng.random((7, 2)).tolist():
        y = top + (foot - top) * (0.3 + 0.6 * a)
        t = 0.2 + 0.6 * b
        x = _at(edge, y) * (1 - t) + _at(spine, y) * t
        s = (foot - top) * 0.1
        side = scene.light_side
        pen.poly([(x, y - s * 0.6), (x + side * s * 0.35, y + s), (x - side * s * 0.12, y + s * 0.8)], color)


def range_of(
    scene: Scene, name: str, foot: float, tall: float, far: float, count: float, snow: float = 0.42
) -> None:
    """A row of peaks of different heights, the lesser ones in front."""
    rng = scene.rng(name)
    n = scene.count(count)
    spots = []
    for i, (a, b) in enumerate(rng.random((n, 2)).tolist()):
        spots.append((tall * (0.55 + 0.5 * b), scene.w * (i + 0.1 + 0.8 * a) / n))
    for size, x in sorted(spots, reverse=True):
        peak(scene, rng, x, foot, size, far, snow=snow)


def mist(scene: Scene, y: float, half: float, amount: float) -> None:
    """A bank of mist lying across the whole picture."""
    y0, y1 = max(0, int(y - half)), min(scene.h, int(y + half))
    if y1 - y0 < 2:
        return
    rows = np.exp(-(((np.arange(y0, y1, dtype=F) - F(y)) / F(half * 0.45)) ** 2)) * F(amount)
    drift = F(0.55) + F(0.45) * noise_line(scene.rng("mist"), scene.w, 240 * scene.u, 2)
    part = scene.canvas.a[y0:y1]
    part += (scene.light.fog - part) * (rows[:, None] * drift[None])[..., None]


def mountains(scene: Scene) -> Stage:
    """Snowy peaks above pine woods and an alpine meadow, or all of it in snow."""
    if scene.setting.kind == "snowy-mountains":
        return _under_snow(scene)
    scene = scene.with_layout(horizon=min(0.68, scene.layout.horizon * 1.04))
    paint_sky(scene)
    hor, u, v = scene.horizon, scene.u, scene.v
    range_of(scene, "peaks-far", hor + 10 * u, 210 * v, 0.55, 5)
    mist(scene, hor - 10 * u, 70 * u, 0.5)
    if scene.layout.variant % 0.5 < 0.2:
        rng = scene.rng("great-peak")
        peak(scene, rng, scene.x(0.32 + 0.1 * rng.random()), hor + 26 * u, min(430 * v, hor * 0.84), 0.2)
        peak(scene, rng, scene.x(0.86), hor + 26 * u, 220 * v, 0.24)
    else:
        range_of(scene, "peaks", hor + 26 * u, 330 * v, 0.2, 2.6)
    mist(scene, hor + 6 * u, 70 * u, 0.7)
    line = land.hills(scene, "hills", hor + 16 * u, 20 * u, 380, ("#7fae7a", "#4a7f66"), 0.32)
    plants.tree_line(
        scene, "wood-far", line, 46 * u, 0.34, pines=True, gap=0.2, colors=("#2a5f52", "#4a8a66", "#8fc08a")
    )
    line = land.hills(
        scene, "hills-near", hor + 0.17 * (scene.h - hor), 20 * u, 420, ("#8fbf62", "#4f8f52"), 0.12
    )
    plants.tree_line(
        scene, "wood-mid", line, 78 * u, 0.14, pines=True, gap=0.5, colors=("#1f5246", "#3f8560", "#8fc08a")
    )
    top = hor + 0.3 * (scene.h - hor)
    if scene.layout.variant > 0.5:
        water.surface(scene, hor + 0.2 * (scene.h - hor), top + 14 * u, mirror=0.6)
    line = lawn(scene, top, 16)
    road = land.path(scene, "path", line, ("#ead9b0", "#c9ac78")) if scene.layout.variant < 0.5 else None
    _side_pines(scene, line)
    return _alpine_floor(scene, line, road)


def _side_pines(scene: Scene, line: Array, snow: float = 0.0) -> None:
    if not scene.allows("tree"):
        return
    rng, low = scene.rng("side-pines"), float(line.mean())
    for k in sorted(rng.random(scene.count(6)).tolist()):
        y = low + (scene.h - low) * (0.01 + 0.36 * k)
        plants.pine(
            scene, rng, scene.aside(rng, 0.22), y, (130 + 190 * k) * scene.near, 0.1 * (1 - k), snow=snow
        )


def _alpine_floor(scene: Scene, line: Array, road: land.Road | None) -> Stage:
    top = float(line.mean()) + 6 * scene.u
    inks = [
        scene.ink(c, k) for c, k in (("#7fc24f", 1.0), ("#4f9a45", 0.8), ("#a9d95c", 1.0), ("#3a8548", 0.6))
    ]
    land.grass(scene, "grass", top, scene.h + 8 * scene.u, inks, 380, road=road)
    flowers.field(scene, "flowers", top + 12 * scene.u, scene.h, 80, 8, road=road)
    return scene.stage(scene.horizon + (scene.h - scene.horizon) * 0.76)


def _under_snow(scene: Scene) -> Stage:
    """Great white peaks, woods laden with snow and a snowfield at their foot."""
    scene = scene.with_layout(horizon=min(0.68, scene.layout.horizon * 1.04))
    paint_sky(scene)
    hor, u, v = scene.horizon, scene.u, scene.v
    range_of(scene, "peaks-far", hor + 10 * u, 230 * v, 0.5, 4.4, snow=0.9)
    mist(scene, hor - 10 * u, 70 * u, 0.5)
    rng = scene.rng("great-peak")
    peak(
        scene, rng, scene.x(0.3 + 0.1 * rng.random()), hor + 26 * u, min(440 * v, hor * 0.86), 0.18, snow=0.74
    )
    peak(
        scene, rng, scene.x(0.8 + 0.08 * rng.random()), hor + 26 * u, min(300 * v, hor * 0.62), 0.22, snow=0.7
    )
    mist(scene, hor + 6 * u, 70 * u, 0.6)
    line = _drift(scene, "drift-far", hor + 14 * u, 24 * u, 0.32)
    white = ("#3f6a7c", "#86aab8", "#eef6fc")
    plants.tree_line(scene, "wood-far", line, 52 * u, 0.36, pines=True, gap=0.22, colors=white)
    line = _drift(scene, "drift-mid", hor + 0.15 * (scene.h - hor), 24 * u, 0.12)
    plants.tree_line(scene, "wood-mid", line, 82 * u, 0.16, pines=True, gap=0.5, colors=white)
    return _snow_in_front(scene, _drift(scene, "drift-near", hor + 0.32 * (scene.h - hor), 22 * u, 0.0))


SNOW = ("#ffffff", "#e9f1fb", "#c9daf0")


def snow(scene: Scene) -> Stage:
    """Rolling snowfields, laden pines, perhaps a cabin with a lit window."""
    paint_sky(scene)
    hor, u = scene.horizon, scene.u
    if scene.layout.variant > 0.35:
        range_of(scene, "peaks", hor + 20 * u, 230 * scene.v, 0.42, 3.4, snow=0.75)
        mist(scene, hor + 2 * u, 60 * u, 0.6)
    line = _drift(scene, "drift-far", hor + 4 * u, 22 * u, 0.35)
    plants.tree_line(
        scene, "wood-far", line, 50 * u, 0.42, pines=True, gap=0.3, colors=("#4a6f86", "#7fa3b0", "#e4f0f8")
    )
    line = _drift(scene, "drift-mid", hor + 0.14 * (scene.h - hor), 26 * u, 0.15)
    plants.tree_line(
        scene, "wood-mid", line, 70 * u, 0.2, pines=True, gap=0.62, colors=("#3a6070", "#86aab4", "#e4f0f8")
    )
    if scene.layout.variant < 0.62 and scene.allows("house"):
        x = scene.x(0.2 + 0.1 * scene.layout.variant)
        y = land.height_at(line, x) + 16 * u
        buildings.cottage(scene, scene.rng("cabin"), x, y, 120 * u, 0.08, snow=True)
    return _snow_in_front(scene, _drift(scene, "drift-near", hor + 0.33 * (scene.h - hor), 24 * u, 0.0))


def _snow_in_front(scene: Scene, line: Array) -> Stage:
    """The snow that everybody stands on, from a line of rows downwards, with pines at its sides."""
    land.mottle(scene, "snow-shade", line, scene.tone("#a9c2e6", 0.62), 0.4, 240)
    land.side_light(scene, float(line.mean()), 0.1)
    _side_pines(scene, line, 0.8)
    _sparkles(scene, line)
    return scene.stage(scene.horizon + (scene.h - scene.horizon) * 0.76)


def _drift(scene: Scene, name: str, y: float, height: float, far: float) -> Array:
    line = land.crest(scene, name, y, height, 460)
    stops = [scene.tone(c, k, far) for c, k in zip(SNOW, (1.0, 0.86, 0.6), strict=True)]
    scene.canvas.ridge(line, stops, max(90 * scene.u, (scene.h - y) * 0.8))
    return line


def _sparkles(scene: Scene, line: Array) -> None:
    rng, top = scene.rng("sparkles"), float(line.mean())
    bright = scene.ink(mix(scene.light.sun, np.ones(3, F), 0.6) / np.maximum(scene.light.lit, 0.4))
    with scene.canvas.pen((0, top, scene.w, scene.h)) as pen:
        for a, b, c in rng.random((scene.count(46), 3)).tolist():
            x, y = a * scene.w, top + (scene.h - top) * (0.06 + b)
            pen.star(x, y, (1.6 + 4.4 * c**3) * scene.u, bright, 4, 0.2)
