"""Filling a hole with what the rest of the picture is made of: patches matched from coarse to fine.

At each size of a pyramid the squares over the hole look for their like among the known ones, then every
pixel of the hole becomes the mean of what the squares over it would have there, and so on. The result is
where each pixel comes from; `copied` takes it from the full picture, so nothing gets blurred.
(The idea is Wexler, Shechtman and Irani, "Space-Time Completion of Video", 2007.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from ..pixels import Array, F, blur, resize
from .grown import grow
from .matching import RADIUS, Matcher, Taste, spread
from .peeling import peeled

COARSEST = 30
"""The pyramid begins with pictures whose longer side is about so many pixels."""
ROUNDS = (5, 3, 2, 2)
"""How often squares are matched and pixels averaged at each size; the last stands for all finer ones."""


@dataclass(frozen=True, slots=True)
class Sources:
    """For each pixel of a (smaller) picture the row and column its colour comes from."""

    rows: Array
    columns: Array


def find(
    a: Array,
    hole: Array,
    allowed: Array,
    rng: np.random.Generator,
    taste: Taste,
    start: Array | None = None,
    coarsest: int = COARSEST,
) -> Sources | None:
    """Where the pixels of a hole (bool) may come from, or None when the picture has nothing to copy.

    `allowed` (bool) are pixels that may be copied; `start` is a first guess of the whole picture.
    """
    found: Sources | None = None
    rounds = iter(ROUNDS)
    filled: Array | None = None
    for level in _pyramid(a, hole, allowed, taste, start, coarsest):
        sources = _usable(level.hole, level.allowed)
        if not sources.any():
            continue
        found, filled = _refined(level, sources, found, filled, rng, next(rounds, ROUNDS[-1]))
    if found is None or found.rows.shape != hole.shape:
        return None
    return found


@dataclass(frozen=True, slots=True)
class _Level:
    a: Array
    hole: Array
    allowed: Array
    taste: Taste
    peel: bool
    """Whether the hole holds no guess worth keeping."""


def _pyramid(
    a: Array, hole: Array, allowed: Array, taste: Taste, start: Array | None, coarsest: int
) -> Iterator[_Level]:
    """The picture from small to full, its hole filled smoothly (or with `start`)."""
    height, width = hole.shape
    parts = 2 if taste.twice else 1
    tall = height // parts
    peel = start is None
    filled = grow(a, (~hole).astype(F)) if start is None else start
    filled = np.where(hole[..., None], filled, a)
    halvings = max(0, round(np.log2(max(1.0, max(tall, width) / coarsest))))
    for k in range(halvings, -1, -1):
        if k == 0:
            yield _Level(filled, hole, allowed, taste, peel)
            return
        size = (max(4, width >> k), parts * max(4, tall >> k))
        cost = taste.cost if taste.cost is None else _less(taste.cost, size)
        small = _Level(
            _less(filled, size),
            _less(hole.astype(F), size) > 0.001,
            _less(allowed.astype(F), size) > 0.999,
            replace(taste, cost=cost),
            peel,
        )
        yield small


def _less(a: Array, size: tuple[int, int]) -> Array:
    return resize(a, *size, Image.Resampling.BOX)


def _usable(hole: Array, allowed: Array) -> Array:
    """Pixels whose whole square is known, allowed and inside the picture."""
    good = ~spread(hole | ~allowed, RADIUS)
    good[:RADIUS] = good[-RADIUS:] = False
    good[:, :RADIUS] = good[:, -RADIUS:] = False
    return good


def _refined(
    level: _Level,
    sources: Array,
    before: Sources | None,
    filled: Array | None,
    rng: np.random.Generator,
    rounds: int,
) -> tuple[Sources, Array]:
    """The sources at this size and the picture filled from them, given those of the size before."""
    matcher = Matcher(level.a, level.hole, sources, level.taste, rng)
    near = _nearness(level.hole)
    a = level.a
    exact = before is None or matcher.small
    if before is not None and filled is not None:
        matcher.start(*_doubled(before, level.hole.shape))
        a = np.where(level.hole[..., None], resize(filled, a.shape[1], a.shape[0]), a)
    elif level.peel:
        a = peeled(a, level.hole, sources, level.taste)
    for _ in range(rounds):
        matcher.look(a)
        if exact:
            matcher.all()
        else:
            matcher.improve((1, 3), (max(level.hole.shape) / 3, 12, 3))
        a = voted(a, level.hole, matcher, near)
    return Sources(*matcher.maps()), a


def _nearness(hole: Array) -> Array:
    """How near the known part is, 1 outside of the hole: squares there know best."""
    known = (~hole).astype(F)
    reach = max(2.0, 0.25 * float(np.sqrt(hole.sum())))
    return np.maximum(blur(known, reach), F(0.02)) ** 2 + F(1e-4)


def _doubled(before: Sources, shape: tuple[int, ...]) -> tuple[Array, Array]:
    """The sources of a smaller level as first guesses at this one."""
    height, width = shape
    rows, columns = before.rows, before.columns
    y = np.minimum(np.arange(height) * rows.shape[0] // height, rows.shape[0] - 1)
    x = np.minimum(np.arange(width) * rows.shape[1] // width, rows.shape[1] - 1)
    down, across = height / rows.shape[0], width / rows.shape[1]
    off_y = np.rint((rows - np.arange(rows.shape[0])[:, None]) * down).astype(np.intp)
    off_x = np.rint((columns - np.arange(rows.shape[1])[None]) * across).astype(np.intp)
    at = np.ix_(y, x)
    return np.arange(height)[:, None] + off_y[at], np.arange(width)[None] + off_x[at]


def voted(a: Array, hole: Array, matcher: Matcher, near: Array) -> Array:
    """The picture with each pixel of the hole as the squares over it would have it, on the average."""
    height, width = hole.shape
    rows, columns = matcher.maps()
    weight = _trust(matcher) * near
    ys, xs = np.nonzero(hole)
    flat = np.ascontiguousarray(a.reshape(-1, a.shape[2]))
    total, sure = np.zeros((len(ys), a.shape[2]), F), np.full(len(ys), 1e-9, F)
    for dy in range(-RADIUS, RADIUS + 1):
        for dx in range(-RADIUS, RADIUS + 1):
            qy, qx = np.clip(ys - dy, 0, height - 1), np.clip(xs - dx, 0, width - 1)
            at = qy * width + qx
            source = (rows.reshape(-1)[at] + ys - qy) * width + columns.reshape(-1)[at] + xs - qx
            k = weight.reshape(-1)[at]
            total += flat[source] * k[:, None]
            sure += k
    out = a.copy()
    out[ys, xs] = total / sure[:, None]
    return out


def _trust(matcher: Matcher) -> Array:
    """Squares with a good match count more."""
    far = matcher.distances()
    if not np.isfinite(matcher.far).all():
        return np.ones_like(far)
    usual = float(np.quantile(matcher.far, 0.6)) + 1e-6
    return np.exp(-far / F(2 * usual))


def copied(a: Array, ys: Array, xs: Array, found: Sources) -> Array:
    """The values `(n, channels)` that the pixels (ys, xs) of the full picture take from their sources.

    `found` may be of a smaller version of the picture: where its neighbouring pixels come from different
    places, these are blended over the distance between the two.
    """
    height, width = a.shape[:2]
    down, across = height / found.rows.shape[0], width / found.rows.shape[1]
    y, ty = _between(ys, down, found.rows.shape[0])
    x, tx = _between(xs, across, found.rows.shape[1])
    out = np.zeros((len(ys), a.shape[2]), F)
    for ky in (0, 1):
        for kx in (0, 1):
            qy = np.clip(y + ky, 0, found.rows.shape[0] - 1)
            qx = np.clip(x + kx, 0, found.rows.shape[1] - 1)
            off_y = np.rint((found.rows[qy, qx] - qy) * down).astype(np.intp)
            off_x = np.rint((found.columns[qy, qx] - qx) * across).astype(np.intp)
            weight = (ty if ky else 1 - ty) * (tx if kx else 1 - tx)
            sy, sx = np.clip(ys + off_y, 0, height - 1), np.clip(xs + off_x, 0, width - 1)
            out += a[sy, sx] * weight[:, None]
    return out


def _between(at: Array, scale: float, size: int) -> tuple[Array, Array]:
    """The smaller pixel before each place, and how far on towards the next it is (0..1, steeply)."""
    place = (at + 0.5) / scale - 0.5
    low = np.floor(place)
    t = np.clip((place - low - 0.5) * 1.6 + 0.5, 0, 1).astype(F)
    return np.clip(low.astype(np.intp), 0, size - 1), t
