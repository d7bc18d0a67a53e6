"""New columns beside a picture, made of patches from near its edges."""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..pixels import Array, F, blur, resize
from .completing import Sources, copied, find
from .grown import grow
from .matching import Taste, spread
from .removing import busy

WORK = 25_000
"""Pixels of the (smaller) picture that patches are matched in."""
NEW = 11_000
"""New pixels in it."""
COARSEST = 96
"""The patches of the first round are about a twentieth of the picture: no whole things are copied."""
REACH = 0.16
"""The share of the picture, at its edge, that is the first guess (mirrored, again and again)."""
ROWS = 1_000_000
"""New pixels that are copied at a time."""


def strips(a: Array, left: int, right: int, rng: np.random.Generator, *, upright: bool = True) -> Array:
    """The picture with `left` and `right` columns added. `upright` is False when it lies on its side."""
    width = a.shape[1]
    wide = np.take(a, _folded(width, left, right), axis=1)
    hole = np.ones(wide.shape[:2], bool)
    hole[:, left : left + width] = False
    found = _sources(wide, hole, left, right, rng, upright)
    return wide if found is None else _fitted(wide, hole, found)


def _folded(width: int, left: int, right: int) -> Array:
    """The columns of the picture, then mirrored and mirrored again over its outer part."""
    if width == 1:
        return np.zeros(left + 1 + right, np.intp)
    reach = max(1, min(width - 1, max(round(REACH * width), 32)))
    at = np.arange(-left, width + right)
    over = np.maximum(np.maximum(-at, at - (width - 1)), 0) % (2 * reach)
    depth = np.where(over > reach, 2 * reach - over, over)
    return np.where(at < 0, depth, np.where(at >= width, width - 1 - depth, at))


def _sources(
    wide: Array, hole: Array, left: int, right: int, rng: np.random.Generator, upright: bool
) -> Sources | None:
    """Where to copy from, worked out small; only the outer parts of the picture are copied."""
    height, width = hole.shape
    scale = min(1.0, (WORK / hole.size) ** 0.5, (NEW / max(1, int(hole.sum()))) ** 0.5)
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    small = np.ascontiguousarray(resize(wide, *size, Image.Resampling.BOX))
    gone = resize(hole.astype(F), *size, Image.Resampling.BOX) > 0.001
    inner = size[0] - round((left + right) * scale)
    cost = busy(small, gone) + _inside(gone, max(12, 0.3 * inner))
    taste = Taste(down=2.0 if upright else 1.2, across=0.25, cost=cost)
    return find(small, gone, ~gone, rng, taste, small, COARSEST)


def _inside(hole: Array, reach: float) -> Array:
    """A cost that grows with the distance from the new columns."""
    columns = np.flatnonzero(~hole.any(0))
    at = np.arange(hole.shape[1])
    first, last = (int(columns[0]), int(columns[-1])) if len(columns) else (0, 0)
    depth = np.minimum(
        at - first if first else np.full(len(at), 10**6),
        last - at if last < hole.shape[1] - 1 else np.full(len(at), 10**6),
    )
    cost = np.clip(depth.astype(F) / F(reach), 0, 3) ** 2 * F(0.1)
    return np.broadcast_to(cost[None], hole.shape)


def _fitted(wide: Array, hole: Array, found: Sources) -> Array:
    """The copied pixels with the difference at the edge grown over them."""
    ring = spread(hole, 3) & ~hole
    fill = wide.copy()
    ys, xs = np.nonzero(hole | ring)
    for start in range(0, len(ys), ROWS):
        y, x = ys[start : start + ROWS], xs[start : start + ROWS]
        fill[y, x] = copied(wide, y, x, found)
    off = np.where(ring[..., None], wide - fill, 0)
    lifted = blur(grow(off, ring.astype(F)), 1.6)
    return np.where(hole[..., None], np.clip(fill + lifted, 0, 1), wide)
