"""Weather over the picture: rain, lightning, snow, fog, wind, and the last touches of light."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..pixels import F, mix, noise, resize, rgb, smoothstep
from .pen import Marks, ink
from .scene import Scene
from .setting import AIRLESS


def falling(scene: Scene, amount: float = 1.0) -> None:
    """All that falls or drifts in front of the view, as the setting asks (fog lies behind: see `fog`)."""
    weather = scene.setting.weather
    if weather & {"rain", "storm"}:
        rain(scene, (1.5 if "storm" in weather else 1.0) * amount)
    if "snowfall" in weather:
        snow(scene, amount)
    if "wind" in weather:
        wind(scene)
    adrift(scene, near=True)


def rain(scene: Scene, amount: float) -> None:
    """Slanting streaks of several depths, and little rings where drops land."""
    rng, u, w, h = scene.rng("rain"), scene.u, scene.w, scene.h
    marks = Marks((0, 0, w, h), 2)
    area = w * h / (768 * u) ** 2
    lean = 0.24 if scene.layout.flip else -0.24
    for a, b, c in rng.random((int(250 * amount * area), 3)).tolist():
        x, y, length, wide = (a * 1.3 - 0.15) * w, b * h, (16 + 34 * c) * u, (0.5 + 1.0 * c) * max(u, 0.6)
        marks.poly([(x, y), (x + wide, y), (x + lean * length + wide, y + length),
                    (x + lean * length, y + length)],
                   int(60 + 110 * c))  # fmt: skip
    tint = mix(scene.light.sky[-1], np.ones(3, F), 0.6)
    scene.canvas.a += (tint - scene.canvas.a) * (marks.mask(0.5 * u) * F(0.75))[..., None]
    if scene.setting.place not in ("sky", "space", "underwater"):
        _splashes(scene, amount)


def _splashes(scene: Scene, amount: float) -> None:
    rng, u = scene.rng("splashes"), scene.u
    top = scene.horizon + 0.2 * (scene.h - scene.horizon)
    pale = ink(mix(scene.light.sky[-1], np.ones(3, F), 0.55))
    with scene.canvas.pen((0, top, scene.w, scene.h), opacity=0.5) as pen:
        for a, b in rng.random((scene.count(60 * amount), 2)).tolist():
            x, y, s = a * scene.w, top + (scene.h - top) * b, (3 + 6 * b) * u
            pen.ellipse(x, y, s, s * 0.28, pale)
            pen.ellipse(x, y, s * 0.72, s * 0.16, (0, 0, 0, 0))


def snow(scene: Scene, amount: float) -> None:
    """Flakes in three depths: a fine far veil, and large soft ones near."""
    rng, u, w, h = scene.rng("snow"), scene.u, scene.w, scene.h
    area = w * h / (768 * u) ** 2
    white = mix(scene.light.tone("#ffffff", 1.0), np.ones(3, F), 0.55)
    for n, low, high, soft, value in (
        (230, 0.9, 2.0, 0.0, 200),
        (90, 2.0, 3.8, 0.5, 235),
        (22, 4.0, 8.5, 2.6, 190),
    ):
        marks = Marks((0, 0, w, h), 2 if soft < 1 else 1)
        for a, b, c in rng.random((int(n * amount * area), 3)).tolist():
            marks.circle(a * w, b * h, (low + (high - low) * c) * u, value)
        scene.canvas.a += (white - scene.canvas.a) * marks.mask(soft * u)[..., None]


def fog(scene: Scene, amount: float = 1.0) -> None:
    """Banks of mist, thickest about the horizon, thinning towards the eye."""
    if "fog" not in scene.setting.weather:
        return
    rng, h = scene.rng("fog"), scene.h
    w4, h4 = max(8, scene.w // 4), max(8, h // 4)
    banks = noise(rng, w4, h4 * 2, 70 * scene.u, 3)[::2][:h4]
    y = np.linspace(0, 1, h4, dtype=F)[:, None]
    level = min(0.9, scene.horizon / h)
    depth = smoothstep(level - 0.62, level - 0.04, y) * (1 - F(0.72) * smoothstep(level, 1.02, y))
    mask = resize((depth * (F(0.5) + F(0.5) * banks)).astype(F), scene.w, h)
    color = mix(scene.light.fog, np.ones(3, F), 0.22 * (1 - scene.light.dark))
    scene.canvas.a += (color - scene.canvas.a) * np.clip(mask * F(0.96 * amount), 0, 0.88)[..., None]


def wind(scene: Scene) -> None:
    """Curling streaks of air and leaves carried along."""
    rng, u = scene.rng("wind"), scene.u
    way = -1 if scene.layout.flip else 1
    white = ink(mix(scene.light.sky[-1], np.ones(3, F), 0.7))
    with scene.canvas.pen(None, soft=0.5 * u, opacity=0.5) as pen:
        for a, b, c in rng.random((scene.count(9), 3)).tolist():
            x, y, length = a * scene.w, (0.06 + 0.72 * b) * scene.h, (90 + 130 * c) * u
            line = [(x + way * length * t, y + 11 * u * np.sin(t * 5 + 6 * a)) for t in np.linspace(0, 1, 7)]
            ex, ey = line[-1]
            if c > 0.45:
                r = (10 + 12 * c) * u
                line += [
                    (ex + way * r * np.cos(q) - 0, ey - r + r * np.sin(q)) for q in np.linspace(1.4, -3.4, 9)
                ]
            pen.stroke([(float(px), float(py)) for px, py in line], 0.6 * u, 3.4 * u, white)
    if scene.setting.place in ("sea", "sky", "desert", "city", "underwater", "mars"):
        return
    if scene.setting.season is None:
        _drift(scene, lambda a, d: abs(a - 0.5) > 0.18 or d < 0.3)


def adrift(scene: Scene, *, near: bool) -> None:
    """The leaves or petals of a season in the air: those behind the figures, or those nearer at the sides."""
    if scene.setting.season and scene.setting.place not in AIRLESS | {"mars"}:
        _drift(scene, lambda a, _: (abs(a - 0.5) > 0.36) == near)


def _drift(scene: Scene, here: Callable[[float, float], bool]) -> None:
    rng, u = scene.rng("adrift"), scene.u
    spring = scene.setting.season == "spring"
    names = (
        ("#ffd3df", "#f9a8c0", "#fff0f4", "#ffc1d3")
        if spring
        else ("#e8a03c", "#d9663c", "#a9c94a", "#f2cf5a")
    )
    inks = [scene.ink(c, 1.0) for c in names]
    with scene.canvas.pen(None) as pen:
        for a, b, c, d in rng.random((scene.count(34 if scene.setting.season is None else 54), 4)).tolist():
            size = (9 + 13 * c) * u * (0.8 if spring else 1.0)
            if here(a, d):
                pen.leaf(
                    a * scene.w, (0.06 + 0.86 * b) * scene.h, size, size * 0.5, d * 6.3, inks[int(d * 4)]
                )


def grade(scene: Scene) -> None:
    """The last wash: corners a little deeper, the light side a little warmer, a breath of paper grain."""
    w, h, a = scene.w, scene.h, scene.canvas.a
    x, y = scene.canvas.across(), scene.canvas.down()
    edge = np.clip((x[None] ** 2 + y[:, None] ** 2) - F(0.75), 0, 1.25) * F(0.15)
    grain = noise(scene.rng("grain"), w, h, max(1.6, 2.4 * scene.u), 1) - F(0.5)
    a *= (1 - edge + grain * F(0.014))[..., None]
    np.clip(a, 0, 1, out=a)


def fireflies(scene: Scene, top: float, count: float = 26) -> None:
    """Small golden lights hovering over the ground."""
    rng, u = scene.rng("fireflies"), scene.u
    gold, heart = rgb("#ffe27a"), rgb("#fffbd6")
    for a, b, c in rng.random((scene.count(count), 3)).tolist():
        x, y, r = a * scene.w, top - 90 * u + (scene.h - top) * b, (2 + 2.6 * c) * u
        scene.canvas.glow(x, y, r * 6, gold, 0.5)
        scene.canvas.glow(x, y, r * 1.6, heart, 0.95, 1.0)
