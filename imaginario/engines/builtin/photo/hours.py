"""The hour of a photo changed: its tint, its sky, its shadows and its lamps."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from ..looks._ops import blur, step
from ..looks._plate import Streams
from ..pixels import Array, F, luma, mix, rgb, saturate, screen
from .views import View


def at(a: Array, time: str | None, view: View, streams: Streams, amount: float) -> Array:
    """The photo at another hour (of `spec.TIMES`); `amount` 1 is usual, 1.33 the whole way."""
    paint = _HOURS.get(time or "")
    if paint is None:
        return a
    # Light multiplies: half way from day to night is the geometric mean, not a grey veil.
    t = F(min(1.0, (0.75 * amount) ** (1.2 if time == "night" else 0.85)))
    there = np.log(np.clip(paint(a, view, streams), 0.004, 1))
    here = np.log(np.clip(a, 0.004, 1))
    return np.exp(here + (there - here) * t)


def _night(a: Array, view: View, streams: Streams) -> Array:
    """Moonlight: dark and blue, shadows deep; what shines by itself shines on, with stars above."""
    unit, tone = min(a.shape[:2]) / 768, luma(a)
    lamps = _lamps(a, view, unit)
    grey = tone[..., None]
    # A bright day has to fall far, a dim room hardly at all.
    level = F(np.clip(0.2 / max(0.05, float(np.median(tone))), 0.34, 0.8))
    dim = saturate(a, 0.5) ** F(1.2) * (level * np.array([0.72, 0.95, 1.5], F))
    y = np.linspace(0, 1, a.shape[0], dtype=F)[:, None]
    high = np.clip(1 - y / F(view.horizon), 0, 1)[..., None]
    deep = mix(rgb("#25406f"), rgb("#070d28"), high) * (F(0.55) + F(0.7) * grey)
    out = mix(dim, deep, F(0.8) * view.sky[..., None])
    if view.outdoors:
        out = out + (_stars(streams, a.shape, unit) * view.sky * high[..., 0] ** F(0.5))[..., None]
    lit = a * np.array([1.1, 0.96, 0.7], F)
    out = mix(out, np.maximum(lit, out), lamps[..., None])
    glow = blur(lamps * tone, 14 * unit) * F(0.8) + blur(lamps * tone, 46 * unit) * F(0.9)
    return screen(np.clip(out, 0, 1), rgb("#ffbf6b"), np.clip(glow, 0, 0.75))


def _lamps(a: Array, view: View, unit: float) -> Array:
    """Small things brighter than all around them, and warm: windows, signs, lamps, candles."""
    tone = luma(a)
    stands_out = step(0.14, 0.3, tone - blur(tone, 16 * unit))
    # A face or a shirt is larger than a lamp.
    stands_out = stands_out * step(0.62, 0.35, blur(step(0.5, 0.7, tone), 22 * unit))
    warm = step(-0.06, 0.1, a[..., 0] - a[..., 2])
    # Indoors a white rim or a collar is seldom a lamp.
    trust = F(1.0 if view.outdoors else 0.4)
    return stands_out * step(0.55, 0.8, tone) * (0.15 + 0.85 * warm) * (1 - view.sky) * trust


def _stars(streams: Streams, shape: tuple[int, ...], unit: float) -> Array:
    rng = streams["night.stars"]
    height, width = shape[:2]
    out = np.zeros((height, width), F)
    for a, b, c in rng.random((150, 3)).tolist():
        out[min(height - 1, int(a * height)), min(width - 1, int(b * width))] = 0.25 + 0.75 * c**3
    return np.clip(out + blur(out, max(0.7, 0.9 * unit)) * F(4 * unit * unit + 1), 0, 1)


def _sunset(a: Array, view: View, streams: Streams) -> Array:
    """The sun at the horizon: a burning sky, warm light from there, violet shadows."""
    return _low_sun(a, view, streams, ("#2f3f86", "#a4548c", "#f5774e", "#ffd27a"), 1.0)


def _dawn(a: Array, view: View, streams: Streams) -> Array:
    """The first light: pink and pale, with a breath of mist in the distance."""
    out = _low_sun(a, view, streams, ("#7f9ad6", "#c9b4e2", "#f9c3c4", "#ffe9c4"), 0.6)
    mist = F(0.34) * view.far**2 * (1 - view.sky)
    return mix(out, rgb("#f3d9d6"), mist[..., None]) * F(0.97) + F(0.03)


def _low_sun(a: Array, view: View, streams: Streams, stops: tuple[str, ...], force: float) -> Array:
    height, width = a.shape[:2]
    y = np.linspace(0, 1, height, dtype=F)[:, None]
    tone = luma(a)[..., None]
    near = np.exp(-(((y - F(view.horizon)) / F(0.34)) ** 2))
    side = F(0.3 + 0.4 * streams["sunset.side"].random())
    x = np.linspace(0, 1, width, dtype=F)[None, :]
    sun = np.exp(-(((x - side) / F(0.42)) ** 2)) * near
    warm = np.array([1.14, 0.9, 0.68], F)
    shade = np.array([0.66, 0.55, 0.82], F)
    split = mix(shade, warm, step(0.15, 0.62, tone))
    land = mix(a, a * split, force) * (F(1 - 0.2 * force) + F(0.26) * sun)[..., None]
    land = land + (np.array([0.5, 0.2, 0.02], F) * F(0.4 * force)) * (sun * view.far)[..., None]
    colors = np.stack([rgb(c) for c in stops])
    t = np.clip(y / F(max(0.15, view.horizon)), 0, 1)[:, 0] * F(len(stops) - 1)
    ramp = np.stack([np.interp(t, np.arange(len(stops)), colors[:, i]) for i in range(3)], 1).astype(F)
    clouds = (tone - luma(a * view.sky[..., None]).sum() / F(view.sky.sum() + 1)) * view.sky[..., None]
    sky = ramp[:, None] * (F(0.92) + F(0.8) * clouds) + F(0.22) * sun[..., None]
    out = mix(land, sky, F(0.86) * view.sky[..., None])
    return screen(np.clip(out, 0, 1), rgb("#ffb15e"), np.clip(F(0.22 * force) * sun, 0, 1))


def _day(a: Array, view: View, streams: Streams) -> Array:
    """A clear noon: colours freed of their cast, brighter, the sky a little bluer."""
    means = a[::8, ::8].reshape(-1, 3).mean(0)
    even = a * (F(means.mean()) / (means + F(0.02))) ** F(0.6)
    half = float(np.clip(np.median(luma(even)), 0.05, 0.9))
    bright = np.clip(even, 0, 1) ** F(np.clip(np.log(0.56) / np.log(half), 0.45, 1.0))
    bright = saturate(bright, 1.14)
    blue = np.array([0.82, 0.96, 1.1], F)
    return mix(bright, bright * blue, F(0.6) * view.sky[..., None])


_HOURS: Mapping[str, Callable[[Array, View, Streams], Array]] = {
    "night": _night,
    "sunset": _sunset,
    "dawn": _dawn,
    "day": _day,
}
