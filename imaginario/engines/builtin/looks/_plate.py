"""What a style is handed: the finished scene, where its subjects are, and its random streams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ._ops import Pixels, Rng

Box = tuple[int, int, int, int]


class Streams(Protocol):
    """Random generators by the name of a layer."""

    def __getitem__(self, name: str, /) -> Rng:
        """A fresh generator, always the same for the same name."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Plate:
    """One scene on its way through a style."""

    pixels: Pixels
    """`(height, width, 3)` float32 in 0..1; a style never writes into it."""
    subjects: Pixels
    """`(height, width)` float32: 1 on the subjects, 0 elsewhere; faces are kept finer there."""
    streams: Streams
    detail: float = 1.0
    """Fineness of the brush: 0.3 is a sketch, 1 the usual, 2 the finest."""
    ground: Pixels | None = None
    """The colour asked for the backdrop, three floats."""

    inner: Box | None = None
    """The part (left, top, right, bottom) that holds a picture already, if the plate is wider than that."""

    @property
    def unit(self) -> float:
        """How many pixels stand for one pixel of a 768 picture."""
        left, top, right, bottom = self.inner or (0, 0, *self.subjects.shape[::-1])
        return min(right - left, bottom - top) / 768

    def rng(self, name: str) -> Rng:
        """The random stream of one layer of a style: other layers never change what it gives."""
        return self.streams[f"look.{name}"]


def blank(pixels: Pixels) -> Pixels:
    """The subject map of a picture without subjects."""
    return np.zeros(pixels.shape[:2], np.float32)
