"""Canvases for the land around a picture.

The land beside it is its own land seen in a mirror that stands on the edge, so that hills and shores meet;
the things that stand there are others. What the picture's own edges cut is drawn whole, each in its layer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from typing import Any, Literal

import numpy as np

from ..pixels import Array, F
from ..scenery.canvas import Box, Canvas
from ..scenery.pen import Ink, Pen, Point
from ..scenery.streams import Streams
from .noted import Note, Noted, around, spans

Side = Literal["left", "right", "around"]
WHOLE = 12
"""A pen whose box does not end so near (pixels) to both sides of the canvas draws one thing."""
TURN = 0.2
"""How soon shores that slant turn back, in half widths."""


class Beside(Canvas):
    """A canvas that lays down the notes of another, and nothing of its own that would cross the seam."""

    beside = True

    def __init__(self, noted: Noted, side: Side, bare: bool) -> None:
        """`bare` leaves all things of its own away; `side` is the side of the picture that it lies on."""
        super().__init__(noted.width, noted.height)
        self.side: Side = side
        self._layers, self._bare, self._at = noted.layers, bare, 0

    def across(self) -> Array:
        """Wherever it lies, it is as far aside as the edge of the picture."""
        return np.full(self.width, -1 if self.side == "left" else 1, F)

    def along(self) -> Array:
        """Evenly on beyond the edge at first, then turning back as in the mirror."""
        away = np.linspace(0, 2, self.width, dtype=F)
        line = 1 - away + 2 * away * np.exp(-away / F(TURN))
        return -line if self.side == "left" else line[::-1]

    def turn(self, name: str) -> None:
        """The layer of this stream comes next: whatever lies under it in the picture is laid down."""
        for number in range(self._at + 1, len(self._layers)):
            if self._layers[number].name == name:
                self._until(number)
                return

    def close(self) -> None:
        """Lay down what is left."""
        self._until(len(self._layers))

    def _until(self, number: int) -> None:
        for layer in self._layers[self._at : number]:
            for note in layer.notes:
                self.put(note)
        self._at = number

    def put(self, note: Note) -> None:
        """Lay a note down where it belongs."""
        x0, y, x1, _ = note.box
        if self.side == "left" and x1 <= 0:
            self._put(note, -x1, -x0, y)
        elif self.side == "right" and x0 >= self.width:
            self._put(note, 2 * self.width - x1, 2 * self.width - x0, y)

    def _put(self, note: Note, x0: int, x1: int, y: int) -> None:
        part = self.a[y : y + note.keep.shape[0], x0:x1]
        part *= note.keep[:, ::-1]
        part += note.add[:, ::-1]

    def bars(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Whether a thing in this box would cross the seam."""
        if spans(x0, x1, self.width):
            return False
        return x0 < 0 < x1 if self.side == "left" else x0 < self.width < x1

    def _unwelcome(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        return self.bars(x0, y0, x1, y1) or (self._bare and not spans(x0, x1, self.width))

    def _holds_one(self, box: Sequence[float]) -> bool:
        """Whether what is drawn in a box is one thing and not a layer of many."""
        return max(abs(box[0]), abs(box[2] - self.width)) > WHOLE

    def paint(self, mask: Array, x: int, y: int, color: Array) -> None:
        """As any canvas does, if it may stand there."""
        if not self._unwelcome(x, y, x + mask.shape[1], y + mask.shape[0]):
            super().paint(mask, x, y, color)

    def haze(
        self, x: float, y: float, rx: float, ry: float, color: Array, amount: float, power: float = 2.0
    ) -> None:
        """As any canvas does, if it may stand there."""
        if not self._unwelcome(x - rx, y - ry, x + rx, y + ry):
            super().haze(x, y, rx, ry, color, amount, power)

    def shadow(self, x: float, y: float, rx: float, ry: float, color: Array, amount: float = 0.35) -> None:
        """As any canvas does, if it may stand there."""
        if not self._unwelcome(x - 1.5 * rx, y - 1.5 * ry, x + 1.5 * rx, y + 1.5 * ry):
            super().shadow(x, y, rx, ry, color, amount)

    def puff(self, circles: Sequence[tuple[float, float, float]], ramp: Sequence[Array], **how: Any) -> None:
        """As any canvas does, if it may stand there."""
        if not self._unwelcome(*around(circles)):
            super().puff(circles, ramp, **how)

    def new_pen(self, box: Box, ss: int) -> Pen:
        """A pen that leaves out what would cross the seam."""
        return _Careful(box, ss, self)

    @contextmanager
    def pen(
        self, box: Sequence[float] | None = None, *, ss: int = 2, soft: float = 0.0, opacity: float = 1.0
    ) -> Iterator[Pen]:
        """As any canvas does, if what it draws may stand there."""
        if box is not None and self._holds_one(box) and (self._bare or self.bars(*box)):
            opacity = 0.0
        with super().pen(box, ss=ss, soft=soft, opacity=opacity) as pen:
            yield pen


class Around(Beside):
    """A canvas larger than the picture, which lies in it somewhere; the notes above and below are laid."""

    def __init__(self, noted: Noted, size: tuple[int, int], corner: tuple[int, int], bare: bool) -> None:
        x, y = corner
        Canvas.__init__(self, *size, inner=(x, y, x + noted.width, y + noted.height))
        self.side = "around"
        self._layers, self._bare, self._at = noted.layers, bare, 0
        self._rows = (y, y + noted.height)

    def across(self) -> Array:
        """As a canvas with an inner part does."""
        return Canvas.across(self)

    def along(self) -> Array:
        """As a canvas with an inner part does."""
        return Canvas.along(self)

    def put(self, note: Note) -> None:
        """Lay a note down where it belongs."""
        x, y = note.box[0] + self.inner[0], note.box[1] + self.inner[1]
        if note.box[1] >= 0 and y < self._rows[1]:
            return
        part = self.a[y : y + note.keep.shape[0], x : x + note.keep.shape[1]]
        part *= note.keep
        part += note.add

    def bars(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Whether a thing in this box would cross a seam."""
        return not spans(x0, x1, self.width) and any(y0 < seam < y1 for seam in self._rows)


class BesideStreams(Streams):
    """The picture's streams for the land, others for the things on it."""

    def __init__(self, seed: int, canvas: Beside, things: Set[str]) -> None:
        super().__init__(seed)
        self._canvas, self._things = canvas, things
        self._others = Streams(seed, canvas.side)

    def __getitem__(self, name: str) -> np.random.Generator:
        self._canvas.turn(name)
        return self._others[name] if name in self._things else super().__getitem__(name)


class _Careful(Pen):
    """A pen that leaves out the shapes that a canvas bars."""

    def __init__(self, box: Box, ss: int, canvas: Beside) -> None:
        super().__init__(box, ss)
        self._canvas = canvas

    def poly(self, points: Sequence[Point], color: Ink) -> None:
        """A filled polygon."""
        if not self._barred(points):
            super().poly(points, color)

    def blob(self, points: Sequence[Point], color: Ink, steps: int = 8) -> None:
        """A filled smooth closed curve through the points."""
        if not self._barred(points):
            super().blob(points, color, steps)

    def ellipse(self, x: float, y: float, rx: float, ry: float, color: Ink) -> None:
        """A filled ellipse about (x, y)."""
        if not self._canvas.bars(x - rx, y - ry, x + rx, y + ry):
            super().ellipse(x, y, rx, ry, color)

    def rect(self, x0: float, y0: float, x1: float, y1: float, color: Ink, r: float = 0.0) -> None:
        """A filled rectangle, its corners rounded by `r`."""
        if not self._canvas.bars(x0, y0, x1, y1):
            super().rect(x0, y0, x1, y1, color, r)

    def _barred(self, points: Sequence[Point]) -> bool:
        p = np.asarray(points, F)
        return self._canvas.bars(*p.min(0).tolist(), *p.max(0).tolist())
