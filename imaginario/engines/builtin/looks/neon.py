"""Neon: the scene sunk into violet dusk, its contours bent from glowing glass tubes."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, luma, rgb, saturate
from ._ops import blur, contours, expose, grid, grow, mix, patches, step, vignette
from ._plate import Plate


def paint(plate: Plate) -> Pixels:
    """Tubes take the pure hue of what they outline; their light falls on the dark scene."""
    u = plate.unit
    flat = patches(expose(plate.pixels, 0.5), 4 * u)
    base = _dusk(plate, flat)
    tubes = _tubes(plate, flat)
    hue = _pure(blur(flat, 3 * u))
    lamp = hue * tubes[..., None]
    halo = blur(lamp, 5 * u) * 1.5 + blur(lamp, 22 * u) * 2.4
    out = base + (1 - base) * np.clip(halo, 0, 0.92)
    core = step(0.25, 0.8, tubes)
    return mix(out, mix(hue, np.ones(3, F), 0.55), core) * vignette(base, 0.3, plate.inner)[..., None]


def _dusk(plate: Plate, flat: Pixels) -> Pixels:
    """Dark blue to magenta by luminance, keeping some of the scene's own hues on the subjects."""
    tone = luma(flat)[..., None]
    ramp = mix(rgb("#07051c"), rgb("#3b1670"), np.clip(tone * 1.6, 0, 1))
    ramp = mix(ramp, rgb("#a02a8e"), np.clip(tone * 1.7 - 0.8, 0, 1) * 0.7)
    own = saturate(plate.pixels, 1.5) * np.array([0.62, 0.5, 0.72], F)
    own = own * (1 + 0.35 * plate.subjects)[..., None]
    return mix(ramp, own, 0.3 + 0.45 * plate.subjects)


def _tubes(plate: Plate, flat: Pixels) -> Pixels:
    u = plate.unit
    lines = step(0.16, 0.5, contours(flat, 2.2 * u, 5.5))
    outer = np.clip(grow(plate.subjects, 2.6 * u) - grow(plate.subjects, -1.5 * u), 0, 1)
    return np.maximum(lines * (0.72 - 0.3 * plate.subjects), outer)


def _pure(a: Pixels) -> Pixels:
    """The hue at full strength; greys become cyan above and pink below."""
    low, high = a.min(2, keepdims=True), a.max(2, keepdims=True)
    pure = (a - low) / (high - low + F(1e-3))
    _, y = grid(a)
    grey = mix(rgb("#29e0ff"), rgb("#ff4fd8"), (y / F(a.shape[0]))[..., None])
    return mix(grey, pure, step(0.08, 0.3, high - low))
