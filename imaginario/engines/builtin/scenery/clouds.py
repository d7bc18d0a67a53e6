"""Clouds: round fair-weather heaps, far flat streaks, and the heavy cover of rain and storm."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..pixels import Array, F, mix, noise, resize
from .canvas import Canvas
from .pen import ink
from .scene import Scene

Circles = list[tuple[float, float, float]]


def heap(rng: np.random.Generator, x: float, y: float, width: float) -> Circles:
    """The lumps of one cumulus whose flat base is centred on (x, y)."""
    lumps: Circles = []
    n = 8 + int(rng.integers(4))
    peak = 0.34 + 0.32 * rng.random()
    tall = 0.16 + 0.1 * rng.random()
    for i, (a, b) in enumerate(rng.random((n, 2)).tolist()):
        t = (i + 0.5 + 0.5 * (a - 0.5)) / n
        rise = max(0.0, 1 - ((t - peak) / (0.66 if t > peak else 0.56)) ** 2)
        r = width * (0.042 + 0.082 * max(rise, 0.3)) * (0.8 + 0.4 * b)
        top = y - r * 0.9 - rise * width * tall * (0.6 + 0.4 * a)
        px = x + (t - 0.5) * width
        lumps.append((px, top, r))
        lumps.append((px * 0.98 + x * 0.02, (top + y - r) / 2, r * 1.15))
        lumps.append((px, y - r * 0.92 - (1 - rise) ** 2 * width * 0.045, r))
    lumps.sort(key=lambda c: -c[1])
    return lumps


def fair_weather(scene: Scene, bottom: float, many: bool) -> None:
    """A few heaps high up, smaller and paler ones towards the horizon."""
    rng, canvas = scene.rng("clouds"), scene.canvas
    light, u = scene.light, scene.u
    streaks(scene, bottom)
    n = scene.count(9 if many else 4.5) + int(rng.integers(2))
    rows = np.sort(rng.random(n))[::-1]
    starts = rng.permutation(n)
    for k, slot, (dx, size) in zip(rows.tolist(), starts.tolist(), rng.random((n, 2)).tolist(), strict=True):
        near = 1 - k
        y = bottom * (0.13 + 0.68 * k**0.8)
        width = (80 + 230 * near**1.2) * (0.7 + 0.5 * size) * u
        x = scene.w * ((slot + 0.15 + 0.7 * dx) / n)
        x += _clear_of_light(scene, x, y, width)
        haze = 0.55 * k**1.4
        ramp = tuple(mix(c, light.fog, haze) for c in light.cloud)
        _float(canvas, rng, (x, y, width), ramp, scene.light_from, 0.97 - 0.3 * k)


def _clear_of_light(scene: Scene, x: float, y: float, width: float) -> float:
    """How far to push a cloud aside so that it does not hide the sun or moon."""
    reach = width * 0.5 + 30 * scene.u
    beside = x - scene.light_x
    above = y - scene.light_y
    if abs(beside) > reach or above < -40 * scene.u or above > width * 0.4 + 40 * scene.u:
        return 0.0
    return (reach if beside >= 0 else -reach) - beside


def _float(
    canvas: Canvas,
    rng: np.random.Generator,
    at: tuple[float, float, float],
    ramp: Sequence[Array],
    light: tuple[float, float],
    opacity: float,
) -> None:
    """One heap (x, y of its base, width) whose underside melts into the air."""
    x, y, width = at
    canvas.puff(
        heap(rng, x, y, width),
        ramp,
        light=light,
        soft=0.34,
        balls=True,
        floor=y,
        melt=width * 0.075,
        opacity=opacity,
    )


def streaks(scene: Scene, bottom: float) -> None:
    """Thin far clouds lying along the horizon."""
    rng, u = scene.rng("cloud-streaks"), scene.u
    color = mix(scene.light.cloud[2], scene.light.fog, 0.4)
    n = scene.count(6)
    with scene.canvas.pen((0, bottom * 0.45, scene.w, bottom), soft=2.2 * u, opacity=0.5) as pen:
        tint = ink(color)
        for a, b, c in rng.random((n, 3)).tolist():
            x, y, length = a * scene.w, bottom * (0.6 + 0.34 * b), (60 + 150 * c) * u
            pen.ellipse(x, y, length, (2.5 + 4 * c) * u, tint)
            pen.ellipse(x + length * 0.4, y - 4 * u, length * 0.55, (2 + 3 * c) * u, tint)


def overcast(scene: Scene, bottom: float, heavy: bool) -> None:
    """A low rolling cover over the upper sky, darker and larger in a storm."""
    light, u = scene.light, scene.u
    rng = scene.rng("clouds")
    cover = noise(rng, max(8, scene.w // 4), max(8, int(bottom) // 4), 48 * u, 3)
    cover = resize(cover, scene.w, max(1, int(bottom)))
    rows = cover.shape[0]
    fade = np.linspace(1, 0.1, rows, dtype=F)[:, None]
    part = scene.canvas.a[:rows]
    part += (light.cloud[0] * F(0.9) - part) * (np.clip(cover * 1.5 - 0.35, 0, 1) * fade * F(0.75))[..., None]
    n = scene.count(7) + 1
    deep = 0.8 if heavy else 0.92
    data = rng.random((n, 3))
    for k, dx, size in data[np.argsort(-data[:, 0])].tolist():
        y = bottom * (0.06 + 0.36 * k)
        width = (260 + 260 * size) * u
        ramp = tuple(mix(c * F(deep), light.fog, 0.25 * k) for c in light.cloud)
        _float(scene.canvas, rng, (dx * scene.w, y, width), ramp, scene.light_from, 0.9)
