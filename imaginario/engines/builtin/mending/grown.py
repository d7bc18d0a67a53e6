"""Colours grown over the unknown parts of a picture, as smooth as a membrane stretched over a hole."""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..pixels import Array, F, resize

_BOX, _LINEAR = Image.Resampling.BOX, Image.Resampling.BILINEAR


def grow(a: Array, known: Array) -> Array:
    """`a` `(h, w, channels)` where `known` `(h, w)` is 1, and a smooth continuation of it where it is 0.

    Values between 0 and 1 mix both. Where nothing at all is known the result is 0.
    """
    known = known.astype(F, copy=False)
    return _grown(a * known[..., None], known)


def _grown(weighted: Array, known: Array) -> Array:
    """`weighted` is already multiplied by `known`. Works through ever smaller pictures and back."""
    height, width = known.shape
    if min(height, width) < 4:
        mean = weighted.sum((0, 1)) / max(1e-6, float(known.sum()))
        return weighted + mean * (1 - known[..., None])
    size = ((width + 1) // 2, (height + 1) // 2)
    small, weight = resize(weighted, *size, _BOX), resize(known, *size, _BOX)
    sure = np.minimum(1, weight * 4)
    colors = small / np.maximum(weight, 1e-4)[..., None]
    low = _grown(colors * sure[..., None], sure)
    return weighted + resize(low, width, height, _LINEAR) * (1 - known[..., None])
