"""New columns that grow softer with their distance, as things out of focus do: not much can be known there.

Grass, bricks and sand go on for long; of what lies beside a face or a cup only the colours do.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from ..pixels import Array, F, blur, resize

Fall = tuple[float, float, float]
"""Where columns begin to grow soft, as a share of the picture's height; how wide the blur then is, in pixels
per pixel of distance; how wide it gets at the most, as a share of the height."""
BESIDE: tuple[Fall, Fall] = ((0.0, 0.055, 0.035), (0.4, 0.02, 0.01))
"""Beside a scene, and beside what is all one texture."""
ABOVE: tuple[Fall, Fall] = ((0.0, 0.13, 0.045), (0.3, 0.02, 0.01))
"""The same above and below, where narrower strips repeat."""


def softened(
    a: Array, left: int, right: int, *, even: tuple[float, float] = (1.0, 1.0), upright: bool = True
) -> Array:
    """The picture with its `left` and `right` columns blurred by their distance from the rest.

    `even` tells for each side how much it is one texture, 0 to 1.
    """
    height, width = a.shape[:2]
    at = np.arange(width)
    wish = _wished(left - at, height, even[0], upright) + _wished(
        at - (width - right - 1), height, even[1], upright
    )
    steps = [0.0, 1.4, 4.0, 10.0, 24.0, 60.0]
    out = a.copy()
    before = a
    for low, high in pairwise(steps):
        if float(wish.max()) <= low:
            break
        after = _blurred(a, high)
        part = (wish > low) & (wish <= high)
        t = ((wish[part] - F(low)) / F(high - low))[None, :, None]
        out[:, part] = before[:, part] * (1 - t) + after[:, part] * t
        before = after
    return out


def _wished(away: Array, height: int, even: float, upright: bool) -> Array:
    """How wide the blur is at these distances from the edge, in pixels."""
    scene, texture = BESIDE if upright else ABOVE
    start, fall, most = (a + (b - a) * even for a, b in zip(scene, texture, strict=True))
    away = np.maximum(away, 0).astype(F)
    return np.clip((away - F(start * height)) * F(fall), 0, F(most * height))


def _blurred(a: Array, sigma: float) -> Array:
    """A blur; wide ones are worked out small."""
    step = max(1, int(sigma / 2))
    if step == 1:
        return blur(a, sigma)
    height, width = a.shape[:2]
    small = resize(a, max(2, width // step), max(2, height // step))
    return np.clip(resize(blur(small, sigma / step), width, height), 0, 1)
