"""A scene of ours painted again with more around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from imaginario.images import Margins

from .. import figures, looks, vocabulary
from ..pixels import Array, new, rgb
from ..plan import complete
from ..scenery.canvas import Box, Canvas
from ..scenery.setting import INDOORS
from ..scenery.streams import Streams
from .beside import Around, Beside, BesideStreams, Side
from .noted import Noted, NotedStreams

if TYPE_CHECKING:
    from ..spec import SceneSpec

SHAPE = 0.03
"""How far the shape of a picture may be from that of its recipe."""
Painted = tuple[Array, Array]
"""The pixels of a scene without its style, and the map of its figures."""


@dataclass(frozen=True)
class Repainting:
    """A scene as large as a picture that was painted from it, and what lies around it.

    Everything that the edges of the picture cut goes on beyond them.
    """

    spec: SceneSpec
    seed: int
    width: int
    height: int
    margins: Margins

    @classmethod
    def of(
        cls, a: Array, margins: Margins, spec: SceneSpec, seed: int, size: tuple[int, int] | None
    ) -> Repainting | None:
        """The scene of a picture; None when it would not go with it: that was cut or widened since."""
        height, width = a.shape[:2]
        if size is not None and abs(size[0] * height / (size[1] * width) - 1) > SHAPE:
            return None
        streams = Streams(seed)
        return cls(complete(spec, streams, vocabulary.load()), seed, width, height, margins)

    def sideways(self) -> Array:
        """The picture between its left and right margins, of its own height."""
        left, right = self.margins.left, self.margins.right
        wide = left + self.width + right
        pixels, mask = new(wide, self.height), np.zeros((self.height, wide), np.float32)
        own = slice(left, left + self.width)
        pixels[:, own], mask[:, own] = self._own
        if left:
            for whole, part in zip((pixels, mask), self._beside("left"), strict=True):
                whole[:, :left] = _long(part, left)[:, left - 1 :: -1]
        if right:
            for whole, part in zip((pixels, mask), self._beside("right"), strict=True):
                whole[:, own.stop :] = _long(part[:, ::-1], right)[:, :right]
        return self._styled(pixels, mask, (left, 0, left + self.width, self.height))

    def around(self) -> Array:
        """The scene on all of the picture and its margins."""
        m = self.margins
        canvas = Around(self._noted, m.around(self.width, self.height), (m.left, m.top), self._bare)
        pixels, mask = self._painted(canvas)
        return self._styled(pixels, mask, canvas.inner)

    def again(self, *, empty: bool) -> Array:
        """The picture itself, or its place with nobody in it."""
        from ..compose import unstyled

        canvas = Canvas(self.width, self.height)
        pixels, mask = unstyled(self.spec, canvas, Streams(self.seed), empty=empty)
        return self._styled(pixels, mask, None)

    def _beside(self, side: Side) -> Painted:
        return self._painted(Beside(self._noted, side, self._bare))

    def _painted(self, canvas: Beside) -> Painted:
        from ..compose import unstyled

        _ = self._own  # painting it notes what its brushes did beyond the edges
        _, mask = unstyled(self.spec, canvas, BesideStreams(self.seed, canvas, self._noted.things))
        canvas.close()
        return canvas.a, mask

    def _styled(self, pixels: Array, mask: Array, inner: Box | None) -> Array:
        name = self.spec.background
        ground = rgb(figures.hex_of(name) if name in figures.COLORS else "#e9e4da") if name else None
        streams = Streams(self.seed)
        out = looks.apply(pixels, self.spec.style, streams, subjects=mask, ground=ground, inner=inner)
        return np.ascontiguousarray(out)

    @cached_property
    def _bare(self) -> bool:
        """Indoors only walls and floors go on: nobody has two sofas."""
        return self.spec.place in INDOORS or self.spec.place is None

    @cached_property
    def _noted(self) -> Noted:
        return Noted(self.width, self.height, self.margins)

    @cached_property
    def _own(self) -> Painted:
        from ..compose import unstyled

        streams = NotedStreams(self.seed, self._noted)
        painted = unstyled(self.spec, self._noted, streams)
        self._noted.close()
        return painted[0].copy(), painted[1]


def _long(part: Array, width: int) -> Array:
    """A part made as wide as it must be, at its right."""
    more = width - part.shape[1]
    if more <= 0:
        return part
    return np.pad(part, ((0, 0), (0, more), *((0, 0),) * (part.ndim - 2)), mode="symmetric")
