"""Continuing a picture beyond its edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from imaginario.images import Margins

from ..pixels import Array, from_image, to_image
from ..scenery.streams import Streams
from .joining import joined
from .paper import bordered, framed
from .repainting import Repainting
from .softening import softened
from .strips import evenness, strips

if TYPE_CHECKING:
    from ..spec import SceneSpec

MOST = 2_000_000
"""Larger results are worked out with so many pixels and enlarged: what is new is soft anyway."""


def widen(
    picture: Image.Image,
    margins: Margins,
    streams: Streams,
    *,
    spec: SceneSpec | None = None,
    seed: int | None = None,
    size: tuple[int, int] | None = None,
) -> Image.Image:
    """The picture (RGB) continued by `margins` (pixels), its own pixels unchanged in the middle.

    With the `spec` and the `seed` that painted it (and the `size` it was painted at, when that has another
    shape) its scene is painted wider; any other picture is continued with what it is made of near its edges.
    """
    before = picture.convert("RGB")
    wide = margins.around(*before.size)
    scale = (MOST / (wide[0] * wide[1])) ** 0.5
    little, less = (before, margins) if scale >= 1 else _shrunk(before, margins, scale)
    after = _widened(little, less, streams, spec, seed, size)
    if scale < 1:
        after = after.resize(wide, Image.Resampling.BICUBIC)
    after.paste(before, (margins.left, margins.top))
    return after


def _shrunk(picture: Image.Image, margins: Margins, scale: float) -> tuple[Image.Image, Margins]:
    """A picture and its margins so many times smaller; no margin vanishes."""
    size = (max(4, round(picture.width * scale)), max(4, round(picture.height * scale)))
    sides = (margins.left, margins.top, margins.right, margins.bottom)
    less = Margins(*(side and max(1, round(side * scale)) for side in sides))
    return picture.resize(size, Image.Resampling.BOX), less


def _widened(
    picture: Image.Image,
    margins: Margins,
    streams: Streams,
    spec: SceneSpec | None,
    seed: int | None,
    size: tuple[int, int] | None,
) -> Image.Image:
    a = np.ascontiguousarray(from_image(picture))
    paper = framed(a)
    scene = None
    if spec is not None and seed is not None and not paper:
        scene = Repainting.of(a, margins, spec, seed, size)
    if margins.left or margins.right:
        guide = None if scene is None else scene.sideways()
        a = _sideways(a, margins.left, margins.right, guide, paper, streams["sides"], upright=True)
    if margins.top or margins.bottom:
        guide = None if scene is None else _turned(scene.around())
        a = _turned(
            _sideways(_turned(a), margins.top, margins.bottom, guide, paper, streams["ends"], upright=False)
        )
    return to_image(a)


def _turned(a: Array) -> Array:
    """Rows for columns."""
    return np.ascontiguousarray(a.transpose(1, 0, 2))


def _sideways(
    a: Array,
    left: int,
    right: int,
    guide: Array | None,
    paper: bool,
    rng: np.random.Generator,
    *,
    upright: bool,
) -> Array:
    """The picture with `left` and `right` new columns: paper, or those of the guide (as large as the
    result), or made of patches."""
    if paper:
        return bordered(a, left, right, rng)
    if guide is not None:
        return joined(a, guide, left, right)
    even = evenness(a)
    wide = strips(a, left, right, rng, even=even, upright=upright)
    return softened(wide, left, right, even=even, upright=upright)
