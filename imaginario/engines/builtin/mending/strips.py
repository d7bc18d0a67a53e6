"""New columns beside a picture, made of patches from near its edges and of their mirror images."""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..pixels import Array, F, blur, resize
from .completing import Sources, copied, find
from .grown import grow
from .matching import RADIUS, Taste, spread
from .removing import busy

WORK = 25_000
"""Pixels of the (smaller) picture that patches are matched in."""
NEW = 11_000
"""New pixels in it."""
COARSEST = 96
"""The patches of the first round are about a twentieth of the picture: no whole things are copied."""
REACH = (0.12, 0.3)
"""The least and the largest share of the picture, at its edge, that is mirrored for a first guess."""
NARROW = (0.025, 0.2)
"""The same above and below."""
UNEVEN = (0.024, 0.042)
"""How much colours differ along the rows of a texture at the most, and of a scene at the least."""
HALF = 0.5
OTHER = 1.4
"""How much more than near the edge colours may vary in it."""
ALIKE = 0.2
"""How unwelcome mirror images get with their distance from the edge (a colour, for the whole width)."""
ROWS = 1_000_000
"""New pixels that are copied at a time."""


def strips(
    a: Array,
    left: int,
    right: int,
    rng: np.random.Generator,
    *,
    even: tuple[float, float] = (0.0, 0.0),
    upright: bool = True,
) -> Array:
    """The picture with `left` and `right` columns added. `upright` is False when it lies on its side.

    `even` is what `evenness` answers: of a texture broader strips may be mirrored, nothing in it has a top.
    """
    width, (first, last) = a.shape[1], even
    folds = _folded(
        width, left, right, _fold(a, upright or first > HALF), _fold(a[:, ::-1], upright or last > HALF)
    )
    wide = np.take(a, folds, axis=1)
    hole = np.ones(wide.shape[:2], bool)
    hole[:, left : left + width] = False
    found = _sources(wide, hole, folds + left, rng, upright)
    return wide if found is None else _fitted(wide, hole, found)


def _fold(a: Array, upright: bool) -> int:
    """How many columns from its left edge on a picture is much the same: up to where its subject begins.

    When it lies on its side the narrowest thing ends it, as things upside down are seen at once.
    """
    width, shares = a.shape[1], REACH if upright else NARROW
    least, most = (max(1, min(width - 1, max(round(share * width), 8))) for share in shares)
    part = np.ascontiguousarray(a[:, : most + 1])
    small = resize(part, part.shape[1], min(a.shape[0], 64), Image.Resampling.BOX)
    usual = small[:, :least].mean(1, keepdims=True)
    other = np.abs(small - usual).max(-1)
    other = other.mean(0) if upright else np.quantile(other, 0.9, 0)
    beyond = np.flatnonzero(other[least:] > F(OTHER) * other[:least].mean() + F(0.02))
    return least + int(beyond[0]) if len(beyond) else most


def evenness(a: Array) -> tuple[float, float]:
    """How much a picture is one texture at its left and at its right edge, 0 to 1: sky, grass, bricks."""
    return _even(a), _even(a[:, ::-1])


def _even(a: Array) -> float:
    part = np.ascontiguousarray(a[:, : max(8, round(REACH[1] * a.shape[1]))])
    coarse = resize(part, 6, 12, Image.Resampling.BOX)
    uneven = float(np.abs(coarse - coarse.mean(1, keepdims=True)).max(-1).mean())
    low, high = UNEVEN
    return float(np.clip((high - uneven) / (high - low), 0, 1))


def _folded(width: int, left: int, right: int, first: int, last: int) -> Array:
    """The columns of the picture, then mirrored and mirrored again over so many at its edges."""
    if width == 1:
        return np.zeros(left + 1 + right, np.intp)
    at = np.arange(-left, width + right)
    reach = np.where(at < 0, first, last)
    over = np.maximum(np.maximum(-at, at - (width - 1)), 0) % (2 * reach)
    depth = np.where(over > reach, 2 * reach - over, over)
    return np.where(at < 0, depth, np.where(at >= width, width - 1 - depth, at))


def _sources(
    wide: Array, hole: Array, folds: Array, rng: np.random.Generator, upright: bool
) -> Sources | None:
    """Where to copy from, worked out small: from the outer parts of the picture or of its mirror images,
    which lie in the hole and are laid under the picture for that. `folds` are the columns they mirror."""
    height, width = hole.shape
    scale = min(1.0, (WORK / hole.size) ** 0.5, (NEW / max(1, int(hole.sum()))) ** 0.5)
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    small = np.ascontiguousarray(resize(wide, *size, Image.Resampling.BOX))
    gone = resize(hole.astype(F), *size, Image.Resampling.BOX) > 0.001
    inner = size[0] - round(float(hole.any(0).sum()) * scale)
    cost = busy(small, gone) + _inside(gone, max(12, 0.3 * inner))
    seen = folds[np.minimum((np.arange(size[0]) + 0.5) * (width / size[0]), width - 1).astype(np.intp)]
    mirrored = cost[:, np.minimum(seen * size[0] // width, size[0] - 1)] + F(ALIKE) * _away(gone)
    allowed = np.concatenate([~gone, gone])
    allowed[size[1] - RADIUS : size[1] + RADIUS] = False
    taste = Taste(2.0 if upright else 1.2, 0.25, twice=True, cost=np.concatenate([cost, mirrored]).astype(F))
    both = np.concatenate([small, small])
    found = find(both, np.concatenate([gone, np.zeros_like(gone)]), allowed, rng, taste, both, COARSEST)
    if found is None:
        return None
    return Sources(found.rows[: size[1]] % size[1], found.columns[: size[1]])


def _away(hole: Array) -> Array:
    """How far each column lies within the hole, as a share of the width."""
    known, at = np.flatnonzero(~hole.any(0)), np.arange(hole.shape[1])
    if not len(known):
        return np.zeros(len(at), F)
    return (np.maximum(np.maximum(known[0] - at, at - known[-1]), 0) / len(at)).astype(F)


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
