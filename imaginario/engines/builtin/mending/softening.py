"""New columns that grow softer when they are very far, where not much can be known."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from ..pixels import Array, F, blur, resize

BESIDE = (0.4, 0.02, 0.01)
"""Where they begin to, as a share of the picture's height; how wide the blur then is, in pixels per pixel of
distance; how wide it gets at the most, as a share of the height."""
ABOVE = (0.02, 0.04, 0.012)
"""The same above and below the picture, where narrower strips repeat."""


def softened(a: Array, left: int, right: int, *, upright: bool = True) -> Array:
    """The picture with its `left` and `right` columns blurred by their distance from the rest."""
    height, width = a.shape[:2]
    start, fall, most = BESIDE if upright else ABOVE
    at = np.arange(width)
    away = np.maximum(np.maximum(left - at, at - (width - right - 1)), 0).astype(F)
    wish = np.clip((away - F(start * height)) * F(fall), 0, F(most * height))
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


def _blurred(a: Array, sigma: float) -> Array:
    """A blur; wide ones are worked out small."""
    step = max(1, int(sigma / 2))
    if step == 1:
        return blur(a, sigma)
    height, width = a.shape[:2]
    small = resize(a, max(2, width // step), max(2, height // step))
    return np.clip(resize(blur(small, sigma / step), width, height), 0, 1)
