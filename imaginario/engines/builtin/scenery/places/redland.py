"""The red planet: dust, craters and table mountains under a butterscotch sky."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...pixels import F, mix, rgb
from .. import land
from ..pen import Sketch, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .cosmos import crater, rock
from .dry import mesas

SOIL = ("#eba070", "#cf7a4c", "#9a4f38")


def mars(scene: Scene) -> Stage:
    """A plain of red dust with craters and stones; two small moons, now and then a dome of settlers."""
    paint_sky(_bare(scene), clouds=bool(scene.setting.weather - {"clear"} or "clouds" in scene.setting.sky))
    hor, h, u = scene.horizon, scene.h, scene.u
    _moons(scene)
    mesas(scene, hor + 34 * u)
    scene.canvas.haze(scene.w / 2, hor, scene.w * 0.8, 90 * u, scene.light.fog, 0.5, 1.4)
    line = np.full(scene.w, hor, F)
    for i, (k, tall, wave, far) in enumerate(
        ((0.02, 26, 260, 0.35), (0.12, 20, 340, 0.14), (0.28, 18, 520, 0.0))
    ):
        line = land.crest(scene, f"dust-{i}", hor + (h - hor) * k, tall * u, wave)
        scene.canvas.ridge(
            line,
            [scene.tone(scene.snowed(c), t, far) for c, t in zip(SOIL, (1.0, 0.85, 0.65), strict=True)],
            (h - hor) * (0.4 + 1.5 * k),
        )
        _craters(scene, f"craters-{i}", float(line.mean()), (0.14, 0.3, 1.0)[i], far, (7, 6, 9)[i])
        if i == 0 and scene.layout.variant > 0.55:
            _dome(scene, scene.x(0.78), hor + 0.1 * (h - hor), 170 * scene.near)
    land.mottle(scene, "dust-light", line, scene.tone("#f7bd8a", 1.0), 0.34)
    land.mottle(scene, "dust-dark", line, scene.tone("#8a4534", 0.6), 0.3, 170)
    land.side_light(scene, hor, 0.12)
    _stones(scene, hor + (h - hor) * 0.24)
    return scene.stage(hor + (h - hor) * 0.73)


def _bare(scene: Scene) -> Scene:
    """The scene without the birds and the moon of another planet, unless they were asked for."""
    strange = frozenset({"bird", "moon", "crescent"})
    if scene.setting.sky & {"birds", "moon", "crescent"}:
        return scene
    return replace(scene, setting=replace(scene.setting, avoid=scene.setting.avoid | strange))


def _moons(scene: Scene) -> None:
    """Two small, lumpy moons."""
    u, hor = scene.u, scene.horizon
    k = 0.5 if scene.setting.time == "day" else 0.95
    for share, high, r in ((0.62, 0.26, 19), (0.86, 0.46, 11)):
        x, y = scene.x(share), hor * high
        pale = mix(scene.light.sky[0], rgb("#f6e6d6"), k)
        with scene.canvas.pen((x - 40 * u, y - 40 * u, x + 40 * u, y + 40 * u)) as pen:
            pen.ellipse(x, y, r * u, r * u * 0.86, ink(mix(pale, scene.light.sky[0], 0.35)))
            pen.ellipse(
                x + scene.light_side * r * u * 0.16, y - r * u * 0.1, r * u * 0.8, r * u * 0.7, ink(pale)
            )
            pen.circle(
                x - r * u * 0.2, y + r * u * 0.2, r * u * 0.18, ink(mix(pale, scene.light.sky[0], 0.3))
            )


def _craters(scene: Scene, name: str, top: float, depth: float, far: float, count: float) -> None:
    rng, h = scene.rng(name), scene.h
    inks = [
        scene.ink(scene.snowed(c), k, far)
        for c, k in (("#f5b285", 1.0), ("#7a3f34", 0.55), ("#b5623f", 0.8), ("#d98a5c", 0.95))
    ]
    bottom = top + (h - top) * depth
    with scene.canvas.pen((0, top, scene.w, h)) as pen:
        for k in np.sort(rng.random(scene.count(count))).tolist():
            y = top + (bottom - top) * (0.1 + 0.95 * k)
            near = max(0.0, (y - scene.horizon) / (h - scene.horizon))
            rx = (9 + 60 * near**1.2) * scene.near * (0.5 + 0.8 * rng.random())
            crater(pen, rng.random() * scene.w, y, rx, rx * (0.2 + 0.14 * near), scene.light_side, inks)


def _stones(scene: Scene, top: float) -> None:
    rng, u = scene.rng("stones"), scene.near
    with scene.canvas.pen((0, top - 60 * u, scene.w, scene.h)) as pen:
        for k in np.sort(rng.random(scene.count(13))).tolist():
            size = (6 + 26 * k) * u * (0.6 + 0.7 * rng.random())
            rock(scene, pen, scene.aside(rng, 0.2), top + (scene.h - top) * k, size, "#a8583f")


def _dome(scene: Scene, x: float, y: float, size: float) -> None:
    """A glass dome with green things growing in it, and a lock."""
    glass, rib, white = (
        scene.ink("#bfe6ea", 1.0, 0.1, 0.55),
        scene.ink("#f4f1ea", 0.95, 0.1),
        scene.ink("#e9e4da", 0.8, 0.1),
    )
    scene.canvas.shadow(x, y, size * 0.7, size * 0.1, scene.light.shade * F(0.3), 0.4)
    with scene.canvas.pen((x - size, y - size, x + size, y + size * 0.1)) as pen:
        it = Sketch(pen, x, y, size)
        arc = [(0.52 * float(np.cos(t)), 0.06 + 0.5 * float(np.sin(t))) for t in np.linspace(0, np.pi, 17)]
        it.poly(glass, *arc)
        for px, r in ((-0.28, 0.13), (-0.1, 0.17), (0.1, 0.14), (0.28, 0.12)):
            it.circle(px, 0.08 + r, r, scene.ink("#5fa852", 0.9, 0.1))
            it.circle(px + 0.03 * scene.light_side, 0.12 + r, r * 0.6, scene.ink("#8fcf62", 1.0, 0.1))
        for squash in (1.0, 0.62, 0.2):
            it.stroke(rib, 0.018, 0.018, *((px * squash, py) for px, py in arc))
        it.stroke(rib, 0.014, 0.014, (-0.46, 0.3), (0, 0.27), (0.46, 0.3))
        it.rect(-0.58, 0, 0.58, 0.08, white, 0.03)
        it.rect(0.4, 0, 0.74, 0.2, white, 0.06)
        it.rect(0.5, 0.02, 0.64, 0.16, scene.ink("#5f7f9a", 0.7, 0.1), 0.03)
    if scene.light.dark > 0.3:
        scene.canvas.glow(x, y - size * 0.2, size * 0.9, rgb("#ffe2a0"), 0.4)
