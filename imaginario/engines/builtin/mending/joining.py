"""A picture joined to a wider painting of the same scene, so that light and colours meet."""

from __future__ import annotations

import numpy as np

from ..pixels import Array, F

OTHER = 0.12
"""Differences of colour (0..1) beyond this are of things, not of light."""
FAR = 0.8
"""How far the picture's tone is felt at the most, as a share of its height."""
COLUMNS = 64
"""Columns worked on at a time."""


def joined(a: Array, guide: Array, left: int, right: int) -> Array:
    """The picture with `left` and `right` columns of the guide, which is as large as the result."""
    width = a.shape[1]
    out = guide.copy()
    out[:, left : left + width] = a
    if left:
        out[:, :left] = _tinted(a, guide[:, :left])
    if right:
        side = _tinted(a[:, ::-1], guide[:, left + width :][:, ::-1])
        out[:, left + width :] = side[:, ::-1]
    return out


def _edge(columns: Array) -> Array:
    """The colours along a seam `(rows, 3)`."""
    return columns.mean(1)


def _tinted(a: Array, beside: Array) -> Array:
    """The columns to the left of the picture with its tones: the difference at the seam, its detail fading
    sooner than its breadth, as the level of a membrane would."""
    height, width = beside.shape[:2]
    off = a[:, 0] - beside[:, -1]
    off = _lightness_only(off)
    waves = np.fft.rfft(np.concatenate([off, off[::-1]]), axis=0)
    rate = np.arange(len(waves)) * (np.pi / height)
    away = np.arange(width, 0, -1)
    out = beside.copy()
    for start in range(0, width, COLUMNS):
        d = away[start : start + COLUMNS][:, None]
        fall = np.exp(-rate[None] * d) * np.exp(-d / (FAR * height))
        part = np.fft.irfft(waves[None] * fall[..., None], 2 * height, axis=1)[:, :height]
        out[:, start : start + COLUMNS] += part.transpose(1, 0, 2).astype(F)
    return np.clip(out, 0, 1)


def _lightness_only(off: Array) -> Array:
    """Differences along a seam without those of things that stand there, which stick out of the rest."""
    usual = np.repeat(np.median(off, 0, keepdims=True), len(off), 0)
    width = 0.05 * len(off)
    for _ in range(3):
        own = _ordinary(off - usual)
        usual = _smooth(off * own, width) / (_smooth(own, width) + F(1e-3))
    return usual + (off - usual) * _ordinary(off - usual)


def _ordinary(off: Array) -> Array:
    """1 for small differences, falling to 0 for those of things `(n, 1)`."""
    return 1 / (1 + (np.abs(off).max(1, keepdims=True) / F(OTHER)) ** 4)


def _smooth(line: Array, sigma: float) -> Array:
    """A line `(n, channels)` blurred along itself, its ends mirrored."""
    waves = np.fft.rfft(np.concatenate([line, line[::-1]]), axis=0)
    rate = np.arange(len(waves)) * (np.pi / len(line))
    waves *= np.exp(-0.5 * (rate * sigma) ** 2)[:, None]
    return np.fft.irfft(waves, 2 * len(line), axis=0)[: len(line)].astype(F)
