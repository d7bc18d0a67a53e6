"""Taking something out of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from imaginario.images import Margins

from ..pixels import Array, F, blur, from_image, luma, noise, resize, to_image
from ..scenery.streams import Streams
from .completing import Sources, copied, find
from .grown import grow
from .islands import Box, around, islands
from .matching import Taste, spread
from .repainting import Repainting
from .seamless import settle

if TYPE_CHECKING:
    from ..spec import SceneSpec

WORK = 44_000
"""Pixels of the (smaller) picture that patches are matched in."""
HOLE = 11_000
"""Pixels of the hole in it."""
SETTLED = 400_000
"""Most pixels of the part of a picture in which the copied ones are fitted to one another."""
OTHER = 0.16
"""Differences of colour (0..1) beyond this are of things, not of light."""
SAME = 0.012
"""The mean difference (0..1) up to which a picture is taken for another painting of the same."""
BUSY = 4.0
"""How much more unwelcome a source gets with its detail."""


def remove(
    picture: Image.Image,
    mask: Image.Image,
    streams: Streams,
    *,
    spec: SceneSpec | None = None,
    seed: int | None = None,
) -> Image.Image:
    """The picture (RGB) with what the mask (L, as large) shows in white replaced by its surroundings.

    With the `spec` and the `seed` that painted it, it is replaced by what lies behind it. Where the mask is
    black every pixel stays as it is; greys blend.
    """
    before = picture.convert("RGB")
    grey = mask.convert("L")
    hole = np.asarray(grey) > 0
    if not hole.any():
        return before.copy()
    a = np.ascontiguousarray(from_image(before))
    behind = bare(a, hole, spec, seed)
    if behind is not None and float(np.abs(behind - a)[hole].mean()) > SAME:
        return pasted(before, to_image(behind), grey)
    for number, island in enumerate(islands(hole)):
        _mend(a, hole, island, streams[f"mend{number}"])
    after = to_image(a)
    return pasted(before, after, grey)


def bare(a: Array, hole: Array, spec: SceneSpec | None, seed: int | None) -> Array | None:
    """The scene of a picture of ours with nobody in it, None when it is none or was changed since."""
    scene = None if spec is None or seed is None else Repainting.of(a, Margins(), spec, seed, None)
    if scene is None:
        return None
    if not hole.all() and float(np.abs(scene.again(empty=False) - a)[~hole].mean()) > SAME:
        return None
    return scene.again(empty=True)


def pasted(before: Image.Image, after: Image.Image, mask: Image.Image) -> Image.Image:
    """`after` where the mask is more than half white, `before` where it is black, blended between."""
    out = before.copy()
    out.paste(after, (0, 0), mask.point([min(255, 2 * value) for value in range(256)]))
    return out


def _mend(a: Array, hole: Array, island: Array, rng: np.random.Generator) -> None:
    """Fill one island, in place; nothing is taken from any other."""
    left, top, right, bottom = around(island, 1.0, 40)
    part, own = a[top:bottom, left:right], island[top:bottom, left:right]
    every = hole[top:bottom, left:right]
    found = _sources(part, every, rng)
    if found is None:
        part[own] = _plain(a, hole, (left, top, right, bottom), rng)[own]
        return
    part[own] = _fitted(part, own, found)[own]


def _sources(part: Array, hole: Array, rng: np.random.Generator) -> Sources | None:
    """Where to copy from, worked out small."""
    height, width = hole.shape
    scale = min(1.0, (WORK / hole.size) ** 0.5, (HOLE / max(1, int(hole.sum()))) ** 0.5)
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    small = resize(part, *size, Image.Resampling.BOX)
    gone = resize(hole.astype(F), *size, Image.Resampling.BOX) > 0.001
    return find(np.ascontiguousarray(small), gone, ~gone, rng, Taste(cost=busy(small, gone)))


def busy(a: Array, hole: Array) -> Array:
    """The cost of sources with more detail than there is around the hole: faces and the like stay single."""
    edges = blur(np.hypot(*np.gradient(luma(a))).astype(F), 2)
    ring = spread(hole, 4) & ~spread(hole, 1)
    usual = float(np.median(edges[ring])) if ring.any() else 0.0
    return np.clip(edges - F(usual * 1.4 + 0.004), 0, 0.2) * F(BUSY)


def _fitted(part: Array, own: Array, found: Sources) -> Array:
    """The copied pixels, fitted to the border and to one another.

    Not only colours are copied but also the steps between them: where neighbours come from different places
    the colours jump and the steps don't, and the steps are right.
    """
    ys, xs = np.nonzero(own)
    fill = _bordered(part, own, found)
    fill[ys, xs] = copied(part, ys, xs, found)
    scale = min(1.0, (SETTLED / own.size) ** 0.5)
    if scale == 1:
        return np.clip(_settled(part, fill, own, found), 0, 1)
    size = (max(8, round(own.shape[1] * scale)), max(8, round(own.shape[0] * scale)))
    small, filled = (resize(each, *size, Image.Resampling.BOX) for each in (part, fill))
    inside = resize(own.astype(F), *size, Image.Resampling.BOX) > 0.5
    off = _settled(small, filled, inside, found) - filled
    return np.clip(fill + resize(off, own.shape[1], own.shape[0]) * own[..., None], 0, 1)


def _bordered(part: Array, own: Array, found: Sources) -> Array:
    """The picture with a border of the hole that its filling may be fitted to: where that differs greatly, a
    thing ends at the border, as the handle of a spoon, whose colour would run into the hole."""
    ys, xs = np.nonzero(spread(own, 3) & ~own)
    out = part.copy()
    own_way = copied(part, ys, xs, found)
    off = part[ys, xs] - own_way
    light = 1 / (1 + (np.abs(off).max(1, keepdims=True) / F(OTHER)) ** 4)
    out[ys, xs] = own_way + off * light
    return out


def _settled(part: Array, fill: Array, own: Array, found: Sources) -> Array:
    """`fill` with the steps between neighbours that its pixels have where they come from.

    Steps into the hole count as its own: in the picture they still lead to what is taken away.
    """
    ys, xs = np.nonzero(spread(own, 1))
    steps = np.zeros((*own.shape, 6), F)
    steps[:-1, :, :3] = np.diff(part, axis=0)
    steps[:, :-1, 3:] = np.diff(part, axis=1)
    steps[ys, xs] = copied(steps, ys, xs, found)
    wanted = steps[..., :3] + steps[..., 3:]
    wanted[1:] -= steps[:-1, :, :3]
    wanted[:, 1:] -= steps[:, :-1, 3:]
    return settle(wanted, own, fill)


def _plain(a: Array, hole: Array, box: Box, rng: np.random.Generator) -> Array:
    """Where nothing can be copied: colours grown from what there is, else the picture itself, far blurred."""
    left, top, right, bottom = box
    known = (~hole).astype(F)
    if known.any():
        smooth = grow(a, known)
    else:
        height, width = hole.shape
        tiny = resize(a, max(2, width // 90), max(2, height // 90), Image.Resampling.BOX)
        smooth = resize(tiny, width, height)
    part = smooth[top:bottom, left:right]
    grain = noise(rng, right - left, bottom - top, 3, 2) - F(0.5)
    return np.clip(part + grain[..., None] * F(0.02), 0, 1)
