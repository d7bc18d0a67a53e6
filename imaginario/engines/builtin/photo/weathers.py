"""Weather over a photo: snow and what it leaves, rain, storm, fog, clouds, a rainbow, leaves in the wind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from ..looks._ops import blur, noise, slope, step
from ..looks._plate import Streams
from ..pixels import Array, F, luma, mix, rgb, saturate
from ..scenery.pen import Marks
from .views import View

Behind = Callable[[Array, View, Streams, float], Array]
Before = Callable[[Array, Streams, float], Array]
FLAKES = ((520, 0.7, 1.7, 0.4, 0.8), (150, 1.7, 3.4, 0.9, 0.9), (26, 5, 11, 4.5, 0.6))
"""Each depth of snow: how many, least and greatest radius, blur (in 768ths), and how white."""


def behind(a: Array, weather: Sequence[str], view: View, streams: Streams, amount: float) -> Array:
    """The light and the sky of each weather in turn; `amount` 1 is usual."""
    for name, paint in _BEHIND.items():
        if name in weather:
            a = np.clip(paint(a, view, streams, amount), 0, 1)
    return a


def before(a: Array, weather: Sequence[str], streams: Streams, amount: float) -> Array:
    """What falls and flies in front of everything."""
    for name, paint in _BEFORE.items():
        if name in weather:
            a = np.clip(paint(a, streams, amount), 0, 1)
    return a


def _clear(a: Array, view: View, streams: Streams, amount: float) -> Array:
    """A washed sky: deeper blue above, crisper below."""
    blue = mix(a, a * np.array([0.72, 0.92, 1.14], F), F(0.7 * min(1.0, amount)) * view.sky[..., None])
    return saturate(blue + (blue - blur(blue, 20.0)) * F(0.18 * amount), 1 + 0.12 * amount)


def _overcast(a: Array, view: View, streams: Streams, amount: float, dark: float) -> Array:
    """Light without a sun: flat, grey, a little cool; clouds where the sky was."""
    tone = luma(a)[..., None]
    out = mix(a, tone * np.array([0.93, 1.0, 1.07], F), min(0.75, 0.5 * amount)) * F(
        1 - dark * min(1.2, amount)
    )
    lumps = noise(streams["photo.clouds"], a.shape, 2.6, 5)
    y = np.linspace(0, 1, a.shape[0], dtype=F)[:, None]
    grey = (F(0.52) + F(0.3) * lumps + F(0.16) * y)[..., None] * np.array([0.95, 1.0, 1.06], F)
    return mix(
        out,
        grey * F(1 - 0.8 * dark) * (F(0.55) + F(0.5) * tone),
        F(min(0.9, 0.7 * amount)) * view.sky[..., None],
    )


def _clouds(a: Array, view: View, streams: Streams, amount: float) -> Array:
    return _overcast(a, view, streams, amount, 0.08)


def _fog(a: Array, view: View, streams: Streams, amount: float) -> Array:
    """Mist in drifting banks, thin at our feet and dense towards the horizon."""
    unit = min(a.shape[:2]) / 768
    banks = noise(streams["photo.fog"], a.shape, 2.2, 4)
    thick = (F(0.12) + F(0.8) * view.far ** F(0.8)) * (F(0.72) + F(0.5) * banks)
    tone = luma(a)
    veil = np.clip(np.percentile(tone[::4, ::4], 70) * F(1.1) + F(0.12), 0.2, 0.9)
    color = veil * np.array([0.96, 0.99, 1.03], F)
    soft = mix(a, blur(a, 3.5 * unit), F(0.7) * view.far[..., None])
    return mix(
        saturate(soft, 1 - 0.25 * min(1.0, amount)), color, np.clip(thick * F(amount), 0, 0.93)[..., None]
    )


def _rain(a: Array, view: View, streams: Streams, amount: float) -> Array:
    """Grey light, and a wet sheen that mirrors what stands above the ground."""
    return _wet(_overcast(a, view, streams, amount, 0.22), view, amount)


def _storm(a: Array, view: View, streams: Streams, amount: float) -> Array:
    """The same under a black sky."""
    return _wet(_overcast(a, view, streams, amount * 1.2, 0.42), view, amount)


def _wet(a: Array, view: View, amount: float) -> Array:
    height = a.shape[0]
    y = np.arange(height)
    line = int(view.horizon * height)
    # The ground repeats, upside down and dim, what is above the horizon.
    rows = np.clip(2 * line - y, 0, height - 1)
    mirror = blur(a[rows], 5 * min(a.shape[:2]) / 768)
    ground = np.clip((y - line) / max(1, height - line), 0, 1).astype(F)[:, None] * (1 - view.sky)
    return mix(a, a * F(0.8) + mirror * F(0.22), np.clip(ground * F(0.9 * amount), 0, 0.6)[..., None])


def _streaks(a: Array, streams: Streams, amount: float) -> Array:
    """Slanting streaks of two depths."""
    rng, (height, width) = streams["photo.rain"], a.shape[:2]
    unit, area = min(height, width) / 768, height * width / min(height, width) ** 2
    lean = -0.2 if rng.random() < 0.5 else 0.2
    near, far = Marks((0, 0, width, height), 2), Marks((0, 0, width, height), 2)
    for p, q, r in rng.random((int(420 * amount * area), 3)).tolist():
        close = r > 0.7
        x, y = (p * 1.3 - 0.15) * width, (q * 1.1 - 0.1) * height
        long, wide = (
            ((60 + 60 * r) if close else (18 + 26 * r)) * unit,
            (1.5 if close else 0.8) * max(0.6, unit),
        )
        corners = [(x, y), (x + wide, y), (x + lean * long + wide, y + long), (x + lean * long, y + long)]
        (near if close else far).poly(corners, 105 if close else 135)
    light = np.clip(a.mean() * F(1.2) + F(0.35), 0, 1) * np.array([0.94, 0.98, 1.0], F)
    a = mix(a, light, (far.mask(0.4 * unit) * F(0.55))[..., None])
    return mix(a, light, (near.mask(1.1 * unit) * F(0.62))[..., None])


def _snow(a: Array, view: View, streams: Streams, amount: float) -> Array:
    """Cold light, and white on all that faces up."""
    unit, tone = min(a.shape[:2]) / 768, luma(a)
    cold = saturate(a, 0.6) * np.array([0.93, 0.99, 1.06], F)
    cold = mix(a, mix(cold, cold ** F(0.85) * F(0.94) + F(0.06), 0.6), min(1.2, amount))
    pale = rgb("#dfe7f0") * (F(0.72) + F(0.3) * tone)[..., None]
    cold = mix(cold, pale, F(min(0.9, 0.75 * amount)) * view.sky[..., None])
    lain = np.clip(_lying(a, tone, view, streams, unit) * F(amount), 0, 0.94)
    white = rgb("#f3f7fc") * (F(0.66) + F(0.4) * blur(tone, 4 * unit))[..., None]
    return mix(cold, np.clip(white, 0, 1), lain[..., None])


def _lying(a: Array, tone: Array, view: View, streams: Streams, unit: float) -> Array:
    """Where snow stays: along upper edges, in patches on the ground, thickest far off and on green."""
    _, down = slope(blur(tone, 2.2 * unit))
    right_down = np.abs(down) * (1 - view.sky)
    # Under the sky an edge that darkens downwards is the top of something.
    top = step(0.008, 0.03, np.maximum(-down, 0.35 * right_down) * F(unit))
    drift = noise(streams["photo.drift"], a.shape, 9, 4)
    height = a.shape[0]
    y = np.linspace(0, 1, height, dtype=F)[:, None]
    ground = step(view.horizon - 0.04, min(1.0, view.horizon + 0.22), np.broadcast_to(y, tone.shape))
    green = step(0.0, 0.1, a[..., 1] - np.maximum(a[..., 0] * F(0.9), a[..., 2]))
    lit = step(0.08, 0.5, tone)
    patches = ground * step(0.8, 0.25, drift) * (F(0.45) + F(0.45) * green) * (F(0.4) + F(0.6) * lit)
    if not view.outdoors:
        patches = patches * F(0.35)
    return np.clip(np.maximum(F(0.8) * blur(top, 1.2 * unit), patches), 0, 1) * (1 - view.sky)


def _flakes(a: Array, streams: Streams, amount: float) -> Array:
    """Flakes in three depths: a fine veil, and large soft ones near."""
    rng, (height, width) = streams["photo.snow"], a.shape[:2]
    unit = min(height, width) / 768
    area = height * width / min(height, width) ** 2
    for count, low, high, soft, shown in (
        (520, 0.7, 1.7, 0.4, 0.8),
        (150, 1.7, 3.4, 0.9, 0.9),
        (26, 5, 11, 4.5, 0.6),
    ):
        marks = Marks((0, 0, width, height), 2 if soft < 1 else 1)
        for p, q, r in rng.random((int(count * min(1.5, amount) * area), 3)).tolist():
            marks.circle(p * width, q * height, (low + (high - low) * r) * unit, 255)
        a = mix(a, np.ones(3, F), (marks.mask(soft * unit) * F(shown))[..., None])
    return a


def _rainbow(a: Array, view: View, streams: Streams, amount: float) -> Array:
    """One arc in the sky (or over everything far, where there is none)."""
    height, width = a.shape[:2]
    x = (
        np.arange(width, dtype=F)[None, :] / F(width) - F(0.4 + 0.2 * streams["photo.rainbow"].random())
    ) * F(width / height)
    y = np.arange(height, dtype=F)[:, None] / F(height) - F(view.horizon + 0.06)
    far = (np.hypot(x, y) - F(0.62)) / F(0.075)
    t = np.clip((far + 1) / 2, 0, 1)[..., None]
    hues = np.stack([rgb(c) for c in ("#7a3fc0", "#2f6fe0", "#2fb35a", "#f4dc3c", "#f08a2c", "#e0352f")])
    at = (t[..., 0] * F(len(hues) - 1.001)).astype(np.intp)
    part = t * F(len(hues) - 1.001) - at[..., None]
    arc = hues[at] * (1 - part) + hues[at + 1] * part
    where = np.maximum(view.sky, F(0.25) * view.far) if view.outdoors else view.far
    shown = step(1.0, 0.55, np.abs(far)) * where * F(min(0.7, 0.46 * amount))
    return a + (1 - a) * arc * shown[..., None]


def _wind(a: Array, streams: Streams, amount: float) -> Array:
    """Leaves carried past, blurred by their speed."""
    rng, (height, width) = streams["photo.wind"], a.shape[:2]
    unit = min(height, width) / 768
    for color in ("#c9772b", "#8f9a3a", "#d9a441"):
        marks = Marks((0, 0, width, height), 2)
        for p, q, r in rng.random((int(22 * amount), 3)).tolist():
            x, y, long, high = p * width, q * height, (10 + 16 * r) * unit, (3 + 5 * r) * unit
            marks.poly(
                [
                    (x, y),
                    (x + long * 0.5, y - high),
                    (x + long, y - high * 0.4),
                    (x + long * 0.5, y + high * 0.6),
                ],
                235,
            )
        shade = rgb(color) * np.clip(F(0.4) + luma(a).mean(), 0.3, 1.0)
        a = mix(a, shade, marks.mask(0.9 * unit)[..., None])
    return a


_BEHIND: Mapping[str, Behind] = {
    "clear": _clear, "clouds": _clouds, "fog": _fog, "rainbow": _rainbow, "rain": _rain, "storm": _storm,
    "snowfall": _snow,
}  # fmt: skip
_BEFORE: Mapping[str, Before] = {
    "rain": _streaks,
    "storm": lambda a, streams, amount: _streaks(a, streams, 1.6 * amount),
    "snowfall": _flakes,
    "wind": _wind,
}
