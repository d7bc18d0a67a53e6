"""Ink lines that follow the forms of a photo: differences of Gaussians, gathered along the flow of edges.

After Kang, Lee, Chui 2007 (https://doi.org/10.1145/1274871.1274878), with the cheap order: the difference is
taken round each pixel and only its smoothing follows the flow.
"""

from __future__ import annotations

import numpy as np

from ..looks._ops import blur, slope, step
from ..pixels import Array, F, luma


def flow(tone: Array, unit: float) -> tuple[Array, Array]:
    """The direction along which tones change least at each pixel, as x and y of length 1."""
    right, down = slope(blur(tone, 1.2 * unit))
    xx, yy, xy = (blur(v, 3.2 * unit) for v in (right * right, down * down, right * down))
    turn = 0.5 * np.arctan2(2 * xy, xx - yy)
    return -np.sin(turn), np.cos(turn)


def ink(
    tone: Array, unit: float, *, width: float = 1.1, keep: float = 0.98, bite: float = 90.0, reach: int = 4
) -> Array:
    """Lines on the dark side of borders: 1 is bare paper, 0 is ink.

    `width` is that of the pen; the nearer `keep` is to 1, the fainter the borders that are drawn; `bite` is
    how black; `reach` how many steps the pen looks ahead and back along a line.
    """
    dark = blur(tone, width * unit) - F(keep) * blur(tone, 1.6 * width * unit)
    along = _gathered(dark, flow(tone, unit), reach, 1.5 * unit)
    return np.clip(1 + np.tanh(F(bite) * np.minimum(along, 0)), 0, 1)


def outlines(a: Array, unit: float, *, width: float = 1.4, least: float = 0.013, reach: int = 6) -> Array:
    """Where colours meet, as lines of one weight, however faint the meeting: 1 on a line, 0 elsewhere.

    Each line is the crest of the slope, held against the slopes around it; `least` is the slope that counts.
    """
    rise = np.zeros(a.shape[:2], F)
    for channel in range(3):
        right, down = slope(blur(a[..., channel], 0.9 * unit))
        np.maximum(rise, np.hypot(right, down), out=rise)
    rise *= F(unit)
    crest = blur(rise, 0.6 * width * unit) - blur(rise, 2.4 * width * unit)
    crest /= blur(rise, 16 * unit) + F(least)
    crest = _gathered(crest, flow(luma(a), unit), reach, 1.5 * unit)
    return step(0.1, 0.3, crest)


def without_specks(paper: Array, unit: float, least: float = 0.2) -> Array:
    """Ink that stands alone in a small spot is wiped away."""
    around = blur(1 - paper, 3.5 * unit)
    return 1 - (1 - paper) * step(least * 0.5, least, around)


def _gathered(a: Array, way: tuple[Array, Array], steps: int, stride: float) -> Array:
    """The mean of a map along the flow, both ways, weighted towards the middle."""
    height, width = a.shape
    flat = np.ascontiguousarray(a).ravel()
    total, weights = a.copy(), 1.0
    x0 = np.arange(width, dtype=F)[None, :] + F(0.5)
    y0 = np.arange(height, dtype=F)[:, None] + F(0.5)
    for number in range(1, steps + 1):
        weight = float(np.exp(-0.5 * (number / (0.55 * steps)) ** 2))
        for side in (-1, 1):
            far = F(side * number * stride)
            columns = (x0 + way[0] * far).astype(np.int32)
            rows = (y0 + way[1] * far).astype(np.int32)
            np.clip(columns, 0, width - 1, out=columns)
            np.clip(rows, 0, height - 1, out=rows)
            rows *= np.int32(width)
            rows += columns
            total += F(weight) * flat.take(rows)
        weights += 2 * weight
    return total * F(1 / weights)
