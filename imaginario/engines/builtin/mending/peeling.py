"""The first guess at a hole, ring by ring from its border inwards, each pixel from the square most like
what is known around it. Quick only on very small pictures."""

from __future__ import annotations

import numpy as np

from ..pixels import Array, F
from .matching import RADIUS, Taste, places, spread, squares


def peeled(a: Array, hole: Array, sources: Array, taste: Taste) -> Array:
    """The picture with its hole filled; `sources` (bool) are the middles of squares that may be copied."""
    out, unknown = a.copy(), hole.copy()
    choice = np.flatnonzero(sources)
    kinds = squares(a)[choice]
    where = places(hole.shape, taste)
    burden = np.zeros(len(choice), F) if taste.cost is None else taste.cost.reshape(-1)[choice] ** 2
    flat = out.reshape(-1, a.shape[2])
    while unknown.any():
        ring = np.flatnonzero(unknown & spread(~unknown, 1))
        if not len(ring):
            break
        seen = _seen(~unknown, ring, a.shape[2])
        apart = ((where[ring][:, None] - where[choice][None]) ** 2).sum(-1)
        far = _apart(squares(out)[ring], seen, kinds) + apart + burden
        flat[ring] = a.reshape(-1, a.shape[2])[choice[far.argmin(1)]]
        unknown.reshape(-1)[ring] = False
    return out


def _seen(known: Array, which: Array, channels: int) -> Array:
    """Which values of the squares about these pixels are known (1 or 0)."""
    mask = np.repeat(known.astype(F)[..., None], channels, 2)
    side = 2 * RADIUS + 1
    return (squares(mask)[which] * side > 0.5).astype(F)


def _apart(targets: Array, seen: Array, kinds: Array) -> Array:
    """The mean square distance of every target to every source over what is known of the target."""
    cross = (targets * seen) @ kinds.T
    own = (targets * targets * seen).sum(1, keepdims=True)
    share = seen.shape[1] / np.maximum(seen.sum(1, keepdims=True), 1)
    return (own - 2 * cross + seen @ (kinds * kinds).T) * share
