"""A canvas that also remembers what was drawn beyond its edges: the other half of a cloud that they cut.

Whatever a brush does to a pixel is `pixel * keep + add`. Both are learned by letting each brush that reaches
over an edge also work on a black and on a white strip that lies there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from imaginario.images import Margins

from ..pixels import Array, F
from ..scenery.canvas import Box, Canvas
from ..scenery.pen import Ink, Pen, Point
from ..scenery.streams import Streams

PAD = 24
"""Pixels of a strip that lie within the picture, so that soft brushes are whole at its edge."""
SLACK = 2.0
"""Shapes that come within so many pixels of both sides reach from side to side."""


@dataclass(frozen=True, slots=True)
class Note:
    """What one layer did to the pixels of a box, which are counted from the picture's upper left corner."""

    box: Box
    keep: Array
    add: Array


@dataclass(slots=True)
class Layer:
    """One layer's random stream and what was drawn with it."""

    name: str
    notes: list[Note] = field(default_factory=list)


def spans(x0: float, x1: float, width: int) -> bool:
    """Whether a shape reaches from side to side: ground and not a thing that stands on it."""
    return x0 <= SLACK and x1 >= width - SLACK


class Noted(Canvas):
    """The canvas of a picture whose margins are wanted. `layers` holds what crosses its edges, in order.

    `things` are the streams that decide about things and not about the land that they stand on.
    """

    def __init__(self, width: int, height: int, margins: Margins) -> None:
        super().__init__(width, height)
        self.layers = [Layer("")]
        self._drawn: set[str] = set()
        self._land: set[str] = {"headland"}  # it may decide that there is none, and then shows nothing
        self._asked: list[str] = []
        self._begun = False
        self._low = (-margins.left, -margins.top)
        self._high = (width + margins.right, height + margins.bottom)
        self._strips = [_Strip(box, self) for box in _boxes(width, height, margins)]

    def turn(self, name: str) -> None:
        """From here on the layer of this stream is painted."""
        self._settle()
        self.layers.append(Layer(name))
        self._asked.append(name)
        if not self._begun:
            self._land.add(name)

    @property
    def things(self) -> Set[str]:
        """The streams by which something was drawn that is no land."""
        return self._drawn - self._land

    def shapes(self, name: str) -> None:
        """A stream makes the noise that lands are shaped with."""
        self._land.add(name)

    def close(self) -> list[Layer]:
        """All layers; nothing may be painted any more."""
        self._settle()
        self._strips = []
        return self.layers

    def _settle(self) -> None:
        self.layers[-1].notes += [note for strip in self._strips if (note := strip.taken())]

    def _stroke(self) -> None:
        self._drawn.update(self._asked)
        self._begun, self._asked = True, self._asked[-1:]

    def _beyond(self, box: Sequence[float], brush: Callable[[Canvas, int, int], object]) -> None:
        self._stroke()
        for strip in self._strips:
            strip.touch(box, brush)

    def reach(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The whole-pixel box around these edges, on the canvas or on a strip."""
        (left, top), (right, bottom) = self._low, self._high
        x0, y0, x1, y1 = max(left, x0), max(top, y0), min(right, x1), min(bottom, y1)
        x, y = int(np.floor(x0)), int(np.floor(y0))
        return x, y, max(x, int(np.ceil(x1))), max(y, int(np.ceil(y1)))

    def paint(self, mask: Array, x: int, y: int, color: Array) -> None:
        """As any canvas does, and noted."""
        super().paint(mask, x, y, color)
        box = (x, y, x + mask.shape[1], y + mask.shape[0])
        self._beyond(box, lambda c, dx, dy: c.paint(mask, x + dx, y + dy, color))

    def ridge(self, crest: Array, stops: Sequence[Array], reach: float, **how: Any) -> None:
        """As any canvas does; its stream decides about the land."""
        super().ridge(crest, stops, reach, **how)
        self._land.update(self._asked)

    def haze(
        self, x: float, y: float, rx: float, ry: float, color: Array, amount: float, power: float = 2.0
    ) -> None:
        """As any canvas does, and noted."""
        super().haze(x, y, rx, ry, color, amount, power)
        box = (x - rx, y - ry, x + rx, y + ry)
        self._beyond(box, lambda c, dx, dy: c.haze(x + dx, y + dy, rx, ry, color, amount, power))

    def shadow(self, x: float, y: float, rx: float, ry: float, color: Array, amount: float = 0.35) -> None:
        """As any canvas does, and noted."""
        super().shadow(x, y, rx, ry, color, amount)
        box = (x - 1.5 * rx, y - 1.5 * ry, x + 1.5 * rx, y + 1.5 * ry)
        self._beyond(box, lambda c, dx, dy: c.shadow(x + dx, y + dy, rx, ry, color, amount))

    def puff(
        self,
        circles: Sequence[tuple[float, float, float]],
        ramp: Sequence[Array],
        *,
        floor: float | None = None,
        **how: Any,
    ) -> None:
        """As any canvas does, and noted."""
        super().puff(circles, ramp, floor=floor, **how)
        box = around(circles)
        if spans(box[0], box[2], self.width):
            self._land.add(self.layers[-1].name)

        def brush(c: Canvas, dx: int, dy: int) -> None:
            moved = [(x + dx, y + dy, r) for x, y, r in circles]
            c.puff(moved, ramp, floor=None if floor is None else floor + dy, **how)

        self._beyond(box, brush)

    def new_pen(self, box: Box, ss: int) -> Pen:
        """A pen that also draws on the strips next to its box."""
        self._stroke()
        return _Wide(box, ss, self.width, [pen for s in self._strips if (pen := s.pen(box, ss))])

    @contextmanager
    def pen(
        self, box: Sequence[float] | None = None, *, ss: int = 2, soft: float = 0.0, opacity: float = 1.0
    ) -> Iterator[Pen]:
        """As any canvas does, and noted."""
        with super().pen(box, ss=ss, soft=soft, opacity=opacity) as pen:
            yield pen
        for strip in self._strips:
            for other in getattr(pen, "others", ()):
                strip.lay(other, soft, opacity)


class NotedStreams(Streams):
    """The streams of a noted picture: each look-up begins a layer."""

    def __init__(self, seed: int, canvas: Noted) -> None:
        super().__init__(seed)
        self._canvas = canvas

    def __getitem__(self, name: str) -> np.random.Generator:
        self._canvas.turn(name)
        return _Watched(super().__getitem__(name).bit_generator, lambda: self._canvas.shapes(name))


class _Watched(np.random.Generator):
    """A generator that tells when it is asked for the float32 grids that only noise is made of."""

    def __init__(self, bits: np.random.BitGenerator, tell: Callable[[], object]) -> None:
        super().__init__(bits)
        self._tell = tell

    def random(  # pyrefly: ignore[bad-override]  # one signature for its five
        self, size: Any = None, dtype: Any = np.float64, out: Any = None
    ) -> Any:
        """As any generator does."""
        if dtype is F:
            self._tell()
        return super().random(size, dtype, out)


class _Strip:
    """Black and white ground beyond one edge."""

    def __init__(self, box: Box, canvas: Canvas) -> None:
        self.box = box
        x0, y0, x1, y1 = box
        # A little more than it, towards the picture.
        self._sheet = (
            x0 - PAD * (x0 > 0),
            y0 - PAD * (y0 > 0),
            x1 + PAD * (x1 <= 0),
            y1 + PAD * (y1 <= 0),
        )
        left, top, right, bottom = self._sheet
        self._grounds = [Canvas(right - left, bottom - top, unit=canvas.u) for _ in range(2)]
        self._grounds[1].a[:] = 1
        self._mine: list[_Outer] = []
        self._dirty = False

    def touch(self, box: Sequence[float], brush: Callable[[Canvas, int, int], object]) -> None:
        """Let a brush that works within a box work here too."""
        if not _meet(box, self.box):
            return
        self._dirty = True
        for ground in self._grounds:
            brush(ground, -self._sheet[0], -self._sheet[1])

    def pen(self, box: Box, ss: int) -> _Outer | None:
        """A pen for the part of the strip beside a pen's box that touches it."""
        left, top, right, bottom = self._sheet
        if self.box[1] == 0:
            edges = (left, max(box[1], top), right, min(box[3], bottom))
        else:
            edges = (max(box[0], left), top, min(box[2], right), bottom)
        grown = (box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1)
        if not _meet(grown, self.box) or edges[0] >= edges[2] or edges[1] >= edges[3]:
            return None
        pen = _Outer(edges, ss)
        self._mine.append(pen)
        return pen

    def lay(self, pen: _Outer, soft: float, opacity: float) -> None:
        """Lay down a pen of this strip."""
        if pen not in self._mine:
            return
        self._mine.remove(pen)
        if opacity <= 0 or pen.sheet.getbbox() is None:
            return
        self._dirty = True
        left, top = self._sheet[:2]
        box = (pen.box[0] - left, pen.box[1] - top, pen.box[2] - left, pen.box[3] - top)
        bands = pen.bands(soft)
        for ground in self._grounds:
            ground.lay(bands, box, opacity)

    def taken(self) -> Note | None:
        """What was done since the last time."""
        if not self._dirty:
            return None
        self._dirty = False
        x, y = self.box[0] - self._sheet[0], self.box[1] - self._sheet[1]
        own = (slice(y, y + self.box[3] - self.box[1]), slice(x, x + self.box[2] - self.box[0]))
        black, white = (ground.a[own] for ground in self._grounds)
        note = _note(self.box, black, white)
        self._grounds[0].a[:], self._grounds[1].a[:] = 0, 1
        return note


class _Outer(Pen):
    """The part of a pen beyond an edge."""


class _Wide(Pen):
    """A pen whose things go on beyond the edges; what reaches from side to side is painted there anyway."""

    def __init__(self, box: Box, ss: int, width: int, others: Sequence[_Outer]) -> None:
        super().__init__(box, ss)
        self.others, self._width = others, width

    def poly(self, points: Sequence[Point], color: Ink) -> None:
        """A filled polygon."""
        super().poly(points, color)
        for pen in self._theirs(points):
            pen.poly(points, color)

    def blob(self, points: Sequence[Point], color: Ink, steps: int = 8) -> None:
        """A filled smooth closed curve through the points."""
        super().blob(points, color, steps)
        for pen in self._theirs(points):
            pen.blob(points, color, steps)

    def ellipse(self, x: float, y: float, rx: float, ry: float, color: Ink) -> None:
        """A filled ellipse about (x, y)."""
        super().ellipse(x, y, rx, ry, color)
        for pen in self._theirs(((x - rx, y), (x + rx, y))):
            pen.ellipse(x, y, rx, ry, color)

    def rect(self, x0: float, y0: float, x1: float, y1: float, color: Ink, r: float = 0.0) -> None:
        """A filled rectangle, its corners rounded by `r`."""
        super().rect(x0, y0, x1, y1, color, r)
        for pen in self._theirs(((x0, y0), (x1, y1))):
            pen.rect(x0, y0, x1, y1, color, r)

    def _theirs(self, points: Sequence[Point]) -> Sequence[_Outer]:
        if not self.others:
            return ()
        across = [x for x, _ in points]
        return () if spans(min(across), max(across), self._width) else self.others


def around(circles: Sequence[tuple[float, float, float]]) -> tuple[float, float, float, float]:
    """The box of some lumps (x, y, radius)."""
    c = np.asarray(circles, F)
    low, high = (c[:, :2] - c[:, 2:]).min(0), (c[:, :2] + c[:, 2:]).max(0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _boxes(width: int, height: int, margins: Margins) -> list[Box]:
    """The strips beyond the edges that have a margin, no wider than the picture."""
    left, right = min(margins.left, width), min(margins.right, width)
    top, bottom = min(margins.top, height), min(margins.bottom, height)
    boxes = (
        (-left, 0, 0, height), (width, 0, width + right, height),
        (0, -top, width, 0), (0, height, width, height + bottom),
    )  # fmt: skip
    return [box for box in boxes if box[0] < box[2] and box[1] < box[3]]


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _note(box: Box, black: Array, white: Array) -> Note | None:
    keep = white - black
    touched = np.maximum(np.abs(keep - 1), black).max(-1) > F(1e-3)
    ys, xs = (np.unique(at) for at in np.nonzero(touched))
    if not len(ys):
        return None
    rows, columns = slice(int(ys[0]), int(ys[-1]) + 1), slice(int(xs[0]), int(xs[-1]) + 1)
    at = (box[0] + columns.start, box[1] + rows.start, box[0] + columns.stop, box[1] + rows.stop)
    half = np.float16
    return Note(at, keep[rows, columns].astype(half), black[rows, columns].astype(half))
