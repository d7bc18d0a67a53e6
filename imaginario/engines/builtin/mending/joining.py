"""A picture joined to a wider painting of the same scene, so that hills, shores and horizons meet."""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..pixels import Array, F, resize, smoothstep

BEND = 0.09
"""How far things may be moved to meet the picture's, as a share of its height."""
FADE = 0.45
"""How far from the seam that movement reaches, likewise."""
BAND = 0.34
"""Width of the strip beside the seam in which the picture itself may go on, as a share of its short side."""
SHALLOW = 0.05
"""The same above and below: flowers don't grow downwards."""
NEAR = 0.26
"""How much unlikeness (colours summed) is borne to cut at the seam and not at the end of that strip."""
OTHER = 0.12
"""Differences of colour (0..1) beyond this are of things, not of light."""
FAR = 0.8
"""How far the picture's tone is felt at the most, likewise."""
COLUMNS = 64
"""Columns worked on at a time."""
STILL = 0.03
"""How much likeness (colours summed) must be won to move things as far as they may be."""
CELL = (2, 14)
"""Rows and columns in a step of the line that the two are sewn along: things are gone around steeply."""
STEP = 2
"""Pixels of a picture of 768 that a bend is worked out in."""


def joined(a: Array, guide: Array, left: int, right: int, *, upright: bool) -> Array:
    """The picture with `left` and `right` columns of the guide (as large as the result).

    `upright` is False when both lie on their side: sky and ground are then not moved to meet.
    """
    width = a.shape[1]
    out = guide.copy()
    out[:, left : left + width] = a
    if left:
        out[:, :left] = _side(a, guide[:, :left], upright)
    if right:
        side = _side(a[:, ::-1], guide[:, left + width :][:, ::-1], upright)
        out[:, left + width :] = side[:, ::-1]
    return out


def _side(a: Array, guide: Array, upright: bool) -> Array:
    """The columns of the guide to the left of the picture, fitted to it."""
    moved = _bent(a, guide) if upright else guide
    fitted = _tinted(a, moved)
    reach = BAND if upright else SHALLOW
    band = min(guide.shape[1], a.shape[1] - 1, max(4, round(reach * min(a.shape[:2]))))
    return _sewn(fitted, a[:, 1 : band + 1][:, ::-1]) if band > 0 else fitted


def _bent(a: Array, guide: Array) -> Array:
    """The guide with its rows moved up and down near the seam, so that its colours meet the picture's."""
    height, width = guide.shape[:2]
    shift = _shift(_edge(a[:, :6]), _edge(guide[:, -6:]))
    fade = 1 - smoothstep(0, FADE * height, np.arange(width, 0, -1, dtype=F))
    rows = np.arange(height, dtype=F)[:, None] + shift[:, None] * fade[None]
    rows = np.clip(rows, 0, height - 1.001)
    low = rows.astype(np.intp)
    t = (rows - low)[..., None]
    columns = np.arange(width)[None]
    return guide[low, columns] * (1 - t) + guide[np.minimum(low + 1, height - 1), columns] * t


def _edge(columns: Array) -> Array:
    """The colours along a seam `(rows, 3)`."""
    return columns.mean(1)


def _shift(wanted: Array, there: Array) -> Array:
    """For each row of `wanted` how far below it the like row of `there` lies, smoothly changing.

    The cheapest path through all shifts of all rows (Viterbi's), on a coarse line.
    """
    step = max(1, round(STEP * len(wanted) / 768))
    count = max(8, len(wanted) // step)
    w, g = (_resampled(_steps(line), count) for line in (wanted, there))
    most = max(1, round(BEND * count))
    shifts = np.arange(-most, most + 1)
    rows = np.clip(np.arange(count)[:, None] + shifts[None], 0, count - 1)
    cost = np.abs(w[:, None] - g[rows]).sum(-1) + F(STILL) * (np.abs(shifts) / most) ** 2
    found = shifts[_cheapest(cost, 0.08)].astype(F)
    # Nothing can be moved in from beyond the ends.
    at = np.arange(count, dtype=F)
    found *= np.clip(np.minimum(at, count - 1 - at) / F(1.5 * most), 0, 1)
    smooth = _smooth(found[:, None], max(2.0, 0.03 * count))
    return _resampled(smooth, len(wanted))[:, 0] * F(len(wanted) / count)


def _steps(line: Array) -> Array:
    """A line with only its steps left: where one thing ends and another begins, whatever the light."""
    size = len(line)
    return _smooth(line, max(1.0, size / 200)) - _smooth(line, 0.07 * size)


def _cheapest(cost: Array, turn: float) -> Array:
    """One column for each row of a cost map, neighbours at most one apart, cheapest in all."""
    total, came = cost.copy(), np.zeros(cost.shape, np.int8)
    for row in range(1, len(cost)):
        before = total[row - 1]
        lower = np.concatenate([[np.inf], before[:-1]]) + turn
        upper = np.concatenate([before[1:], [np.inf]]) + turn
        ways = np.stack([lower, before, upper])
        came[row] = ways.argmin(0) - 1
        total[row] += ways.min(0)
    path = np.zeros(len(cost), np.intp)
    path[-1] = int(total[-1].argmin())
    for row in range(len(cost) - 1, 0, -1):
        path[row - 1] = path[row] + came[row, path[row]]
    return path


def _tinted(a: Array, moved: Array) -> Array:
    """The guide with the picture's tones: the difference at the seam, its detail fading sooner than its
    breadth, as the level of a membrane would."""
    height, width = moved.shape[:2]
    off = _edge(a[:, :6]) - _edge(moved[:, -6:])
    off = _lightness_only(off)
    waves = np.fft.rfft(np.concatenate([off, off[::-1]]), axis=0)
    rate = np.arange(len(waves)) * (np.pi / height)
    away = np.arange(width, 0, -1)
    out = moved.copy()
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


def _resampled(line: Array, count: int) -> Array:
    """A line `(n, channels)` of another length."""
    at = (np.arange(count) + 0.5) * (len(line) / count) - 0.5
    return np.stack([np.interp(at, np.arange(len(line)), channel) for channel in line.T], 1).astype(F)


def _sewn(fitted: Array, mirrored: Array) -> Array:
    """The picture's own columns mirrored by the seam, so that things cut by the edge are closed, then the
    guide, along the line where the two are most alike."""
    height, band = mirrored.shape[:2]
    under = fitted[:, -band:]
    unlike = np.abs(mirrored - under).sum(-1)
    unlike += np.linspace(NEAR, 0, band, dtype=F)[None]
    unlike[:, band - min(3, band - 1) :] += 10
    size = (max(2, band // CELL[1]), max(2, height // CELL[0]))
    cells = resize(unlike, *size, Image.Resampling.BOX)
    line = (_cheapest(cells, 0.02)[:, None] + 0.5) * (band / size[0]) - 0.5
    line = _resampled(_smooth(line, 1.0), height)[:, 0]
    soft = max(1.0, 0.006 * height)
    at = np.arange(band, dtype=F)[None] - line[:, None]
    share = smoothstep(-soft, soft, at)[..., None]
    out = fitted.copy()
    out[:, -band:] = under + (mirrored - under) * share
    return out
