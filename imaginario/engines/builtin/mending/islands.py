"""Where a mask has its islands, and how much of the picture around each is worth looking at."""

from __future__ import annotations

import numpy as np

from ..pixels import Array

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels, the last two just outside."""
CELLS = 64
"""Islands are told apart on a grid about this fine."""
MOST = 6
"""More islands than this are mended together."""


def islands(hole: Array) -> list[Array]:
    """The parts of a hole (bool) that lie far enough apart to be mended one by one."""
    step = max(1, -(-max(hole.shape) // CELLS))
    labels = _labelled(_cells(hole, step))
    names = [int(n) for n in np.unique(labels) if n]
    if len(names) <= 1 or len(names) > MOST:
        return [hole] if names else []
    large = labels.repeat(step, 0).repeat(step, 1)[: hole.shape[0], : hole.shape[1]]
    return [hole & (large == name) for name in names]


def around(hole: Array, share: float, least: int) -> Box:
    """The box of a hole with a border of `share` of its longer side, at least `least` pixels."""
    ys, xs = np.flatnonzero(hole.any(1)), np.flatnonzero(hole.any(0))
    border = max(least, round(share * max(ys[-1] - ys[0] + 1, xs[-1] - xs[0] + 1)))
    height, width = hole.shape
    return (
        max(0, int(xs[0]) - border),
        max(0, int(ys[0]) - border),
        min(width, int(xs[-1]) + 1 + border),
        min(height, int(ys[-1]) + 1 + border),
    )


def _cells(hole: Array, step: int) -> Array:
    """Which cells of a coarse grid the hole touches."""
    height, width = hole.shape
    padded = np.pad(hole, ((0, -height % step), (0, -width % step)))
    return np.asarray(padded.reshape(padded.shape[0] // step, step, -1, step).any((1, 3)))


def _labelled(cells: Array) -> Array:
    """A number for each group of touching cells (also by a corner), 0 for the others."""
    labels = np.where(cells, np.arange(1, cells.size + 1).reshape(cells.shape), 0)
    while True:
        wide = np.pad(labels, 1)
        tall = np.maximum(np.maximum(wide[:-2], wide[1:-1]), wide[2:])
        grown = np.maximum(np.maximum(tall[:, :-2], tall[:, 1:-1]), tall[:, 2:])
        grown = np.where(cells, grown, 0)
        if (grown == labels).all():
            return labels
        labels = grown
