"""A scene of ours painted again with more around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from imaginario.images import Margins

from ..pixels import Array, from_image

if TYPE_CHECKING:
    from ..spec import SceneSpec

SHAPE = 0.03
"""How far the shape of a picture may be from that of its recipe."""


def repainted(
    a: Array, margins: Margins, spec: SceneSpec, seed: int, size: tuple[int, int] | None
) -> Array | None:
    """The scene painted over the picture and its margins, without those who stand in the picture.

    None when it would not go with the picture: this was cut or widened since.
    """
    from ..compose import paint

    height, width = a.shape[:2]
    if size is not None and abs(size[0] * height / (size[1] * width) - 1) > SHAPE:
        return None
    wide, tall = margins.around(width, height)
    inner = (margins.left, margins.top, margins.left + width, margins.top + height)
    painting = paint(spec, width=wide, height=tall, seed=seed, inner=inner)
    return np.ascontiguousarray(from_image(painting.image))
