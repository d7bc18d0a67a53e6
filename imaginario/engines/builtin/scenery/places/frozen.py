"""The ice rink: a frozen lake with the tracks of skates, banks of snow and strings of lamps."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from ...pixels import Array, F, mix, rgb
from .. import land, plants, water
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .peaks import SNOW, mist, range_of

LAMPS = ("#ffd35a", "#ff8f7a", "#8fd3ff", "#b5e88a")


def ice_rink(scene: Scene) -> Stage:
    """Smooth ice that mirrors the snowy shore; everybody stands on it."""
    scene = scene.with_layout(horizon=0.5 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    if scene.layout.variant > 0.3:
        range_of(scene, "peaks", hor + 14 * u, 230 * scene.v, 0.42, 3.4, snow=0.75)
        mist(scene, hor + 2 * u, 60 * u, 0.6)
    white = ("#4a6f86", "#7fa3b0", "#e4f0f8")
    line = _bank(scene, "bank-far", hor + 2 * u, 24 * u, 0.3)
    plants.tree_line(scene, "wood-far", line, 74 * u, 0.34, pines=True, gap=0.26, colors=white)
    line = _bank(scene, "bank", hor + 0.1 * (h - hor), 14 * u, 0.08)
    _side_pines(scene, line)
    top = hor + 0.19 * (h - hor)
    water.surface(scene, top, h + 2, mirror=0.5, shallow=0.9, calm=3.0)
    _freeze(scene, top)
    _rim(scene, top)
    _tracks(scene, top)
    _strings(scene, top)
    land.side_light(scene, top, 0.08)
    return scene.stage(hor + (h - hor) * 0.76)


def _bank(scene: Scene, name: str, y: float, height: float, far: float) -> Array:
    line = land.crest(scene, name, y, height, 420)
    stops = [scene.tone(c, k, far) for c, k in zip(SNOW, (1.0, 0.86, 0.6), strict=True)]
    scene.canvas.ridge(line, stops, max(90 * scene.u, (scene.h - y) * 0.5))
    return line


def _side_pines(scene: Scene, line: Array) -> None:
    if not scene.allows("tree"):
        return
    rng = scene.rng("rink-pines")
    for share in (0.03, 0.12, 0.22, 0.8, 0.9, 0.98):
        x = scene.x(share)
        y = land.height_at(line, x) + 20 * scene.u
        plants.pine(scene, rng, x, y, (170 + 90 * rng.random()) * scene.v, 0.05, snow=0.8)


def _freeze(scene: Scene, top: float) -> None:
    """The mirror grows pale and blue, brightest where the sky stands in it."""
    y0 = max(0, int(top))
    part = scene.canvas.a[y0:]
    rows = np.linspace(0, 1, len(part), dtype=F)[:, None, None]
    cool = 0.4 * (1 - scene.light.dark)
    far, near = (mix(scene.tone(c, 1.0), rgb(c), cool) for c in ("#dff0fa", "#a9d3ec"))
    ice = far + (near - far) * rows
    part += (ice - part) * F(0.62)
    shine = mix(scene.light.sky[-1], np.ones(3, F), 0.6)
    across = 0.3 * scene.w
    scene.canvas.haze(scene.light_x, top + 0.3 * (scene.h - top), across, 90 * scene.v, shine, 0.4)


def _rim(scene: Scene, top: float) -> None:
    """A low wall of shovelled snow where the ice ends."""
    rng, u = scene.rng("rim"), scene.u
    ramp = scene.light.ramp("#ffffff", "#e9f1fb", "#b9cbe6", far=0.05)
    n = scene.count(30)
    lumps = [
        (scene.w * (i + 0.6 * a) / (n - 1), top + (2 - 5 * b) * u, (15 + 9 * c) * u)
        for i, (a, b, c) in enumerate(rng.random((n, 3)).tolist())
    ]
    scene.canvas.puff(lumps, ramp, light=scene.light_from, soft=0.24, balls=True, floor=top + 8 * u)


def _tracks(scene: Scene, top: float) -> None:
    """Curves and rings that skates have cut."""
    rng, u, h = scene.rng("tracks"), scene.near, scene.h
    pale, blue = scene.ink("#ffffff", 1.0), scene.ink("#7fb0d4", 0.9)
    with scene.canvas.pen((0, top, scene.w, h), opacity=0.55) as pen:
        for a, b, c in rng.random((scene.count(20), 3)).tolist():
            y = top + (h - top) * (0.08 + 0.9 * b**0.8)
            depth = (y - top) / (h - top)
            wide, x = (70 + 190 * c) * u * (0.4 + depth), a * scene.w
            turn = 1.2 + 2.6 * c
            arc = [
                (x + wide * float(np.cos(t)), y + 0.2 * wide * float(np.sin(t)))
                for t in np.linspace(6.2 * a, 6.2 * a + turn, 16)
            ]
            pen.stroke([(px, py + 1.6 * u) for px, py in arc], 0.6 * u, 2.2 * u * (0.4 + depth), blue)
            pen.stroke(arc, 0.6 * u, 2.4 * u * (0.4 + depth), pale)


def _strings(scene: Scene, top: float) -> None:
    """Coloured lamps on strings between poles along the far side."""
    u, tall = scene.u, 150 * scene.v
    wood, cord = scene.ink("#7a5a48", 0.7), scene.ink("#4a4656", 0.8)
    xs = [scene.w * share for share in (-0.02, 0.3, 0.7, 1.02)]
    with scene.canvas.pen((0, top - tall - 10 * u, scene.w, top + 6 * u)) as pen:
        for x in xs:
            pen.rect(x - 4 * u, top - tall, x + 4 * u, top + 2 * u, wood, 2 * u)
        for k, (a, b) in enumerate(pairwise(xs)):
            sag = [
                (a + (b - a) * t, top - tall + 4 * u + 150 * u * t * (1 - t)) for t in np.linspace(0, 1, 13)
            ]
            pen.stroke(sag, 1.6 * u, 1.6 * u, cord)
            for i, (x, y) in enumerate(sag[1:-1]):
                pen.circle(x, y + 7 * u, 6.4 * u, scene.ink(LAMPS[(i + k) % 4], 1.0))
    if scene.light.dark > 0.2:
        for a, b in pairwise(xs):
            scene.canvas.glow((a + b) / 2, top - tall + 46 * u, 150 * u, rgb("#ffcf7a"), 0.4)
