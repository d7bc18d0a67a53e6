"""The canvas: a float32 picture and the few ways of laying paint on a part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from PIL import Image

from ..pixels import Array, F, new, over, screen
from .pen import Marks, Pen, Point

Box = tuple[int, int, int, int]


class Canvas:
    """A picture being painted: `.a` is float32, `(height, width, 3)`, 0..1 (planes contiguous in memory).

    `u` is the unit of drawn things, a 768th of the short side; `v` the unit of heights, a little longer on
    tall canvases so that trees and towers fill them. `inner` is the part the composition is laid out for
    (all of it, but for a picture continued beyond its edges); units are its own.
    """

    beside = False
    """Whether it lies beside a picture that holds all there is only one of, such as the sun."""

    def __init__(self, width: int, height: int, unit: float | None = None, inner: Box | None = None) -> None:
        self.width, self.height = width, height
        self.inner: Box = inner or (0, 0, width, height)
        wide, tall = self.inner[2] - self.inner[0], self.inner[3] - self.inner[1]
        self.u = unit if unit is not None else min(wide, tall) / 768
        self.v = min(tall / 768, 1.7 * self.u) if unit is None else self.u
        self.a = new(width, height)

    def across(self) -> Array:
        """From -1 at the left to 1 at the right of the inner part, and no further beyond it, `(width,)`."""
        return _span(self.inner[0], self.inner[2], self.width)

    def along(self) -> Array:
        """As `across`, but going on evenly beyond the inner part, `(width,)`."""
        left, _, right, _ = self.inner
        if (left, right) == (0, self.width):
            return np.linspace(-1, 1, self.width, dtype=F)
        return ((np.arange(self.width) - left) * (2 / max(1, right - 1 - left)) - 1).astype(F)

    def down(self) -> Array:
        """The same from top to bottom, `(height,)`."""
        return _span(self.inner[1], self.inner[3], self.height)

    def hand_over(self) -> Array:
        """The pixels, which the canvas then forgets, so that whoever takes them can free them."""
        pixels, self.a = self.a, np.empty((0, 0, 3), F)
        return pixels

    def clip(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The whole-pixel box around these edges, kept on the canvas (it may be empty)."""
        left, top = max(0, int(np.floor(x0))), max(0, int(np.floor(y0)))
        right, bottom = min(self.width, int(np.ceil(x1))), min(self.height, int(np.ceil(y1)))
        return left, top, max(left, right), max(top, bottom)

    def reach(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The whole-pixel box around these edges, kept to what this canvas has a use for."""
        return self.clip(x0, y0, x1, y1)

    def part(self, box: Box) -> Array:
        """The pixels of a box, as a view."""
        return self.a[box[1] : box[3], box[0] : box[2]]

    def gradient(self, stops: Sequence[Array], y0: float, y1: float, until: int | None = None) -> None:
        """Fills all rows from the top to `until` with colours spread evenly from y0 to y1."""
        until = self.height if until is None else min(self.height, max(0, until))
        self.a[:until] = ramp_rows(stops, y0, y1, until)[:, None]

    def paint(self, mask: Array, x: int, y: int, color: Array) -> None:
        """Lays a colour, or a picture as large as the mask, through a mask whose corner is (x, y)."""
        box = self.clip(x, y, x + mask.shape[1], y + mask.shape[0])
        if box[0] >= box[2] or box[1] >= box[3]:
            return
        rows, columns = slice(box[1] - y, box[3] - y), slice(box[0] - x, box[2] - x)
        fill = color[rows, columns] if color.ndim == 3 else color
        over(self.part(box), fill, mask[rows, columns])

    @contextmanager
    def pen(
        self, box: Sequence[float] | None = None, *, ss: int = 2, soft: float = 0.0, opacity: float = 1.0
    ) -> Iterator[Pen]:
        """A pen over one box (the whole canvas by default); its shapes are laid down at the end."""
        edges = (0, 0, self.width, self.height) if box is None else self.clip(*box)
        if edges[0] >= edges[2] or edges[1] >= edges[3]:
            edges = (0, 0, 1, 1)
            opacity = 0.0
        pen = self.new_pen(edges, ss)
        yield pen
        if opacity > 0:
            self.lay(pen.bands(soft), edges, opacity)

    def new_pen(self, box: Box, ss: int) -> Pen:
        """A pen over one box; canvases of other kinds have pens of their own."""
        return Pen(box, ss)

    def lay(self, bands: tuple[Image.Image, ...], box: Box, opacity: float) -> None:
        """Lays down the bands of a pen's sheet over its box."""
        filled = bands[3].getbbox()
        if filled is None:
            return
        part = self.a[box[1] + filled[1] : box[1] + filled[3], box[0] + filled[0] : box[0] + filled[2]]
        keep = np.asarray(bands[3].crop(filled), F) * F(-opacity / 255)
        keep += 1
        for i in range(3):
            plane = part[..., i]
            plane *= keep
            plane += np.asarray(bands[i].crop(filled), F) * F(opacity / 255)

    def glow(
        self, x: float, y: float, r: float, color: Array, amount: float = 0.8, power: float = 2.0
    ) -> None:
        """A round light about (x, y), fading to nothing at r, added without burning out."""
        self.haze(x, y, r, r, color, amount, power)

    def haze(
        self, x: float, y: float, rx: float, ry: float, color: Array, amount: float, power: float = 2.0
    ) -> None:
        """An elliptic light; like `glow`, with its own width and height."""
        box = self.clip(x - rx, y - ry, x + rx, y + ry)
        if box[0] >= box[2] or box[1] >= box[3]:
            return
        # Far smoother than a pixel: worked out on a coarse grid and stretched.
        step = max(1, int(min(rx, ry) / 24))
        gx = (np.arange(box[0], box[2] + step, step, dtype=F) - F(x)) / F(rx)
        gy = (np.arange(box[1], box[3] + step, step, dtype=F) - F(y)) / F(ry)
        fall = np.clip(1 - np.sqrt(gx[None] ** 2 + gy[:, None] ** 2), 0, 1) ** F(power) * F(amount)
        if step > 1:
            window = (0.5, 0.5, 0.5 + (box[2] - box[0]) / step, 0.5 + (box[3] - box[1]) / step)
            size = (box[2] - box[0], box[3] - box[1])
            fall = np.asarray(Image.fromarray(fall).resize(size, Image.Resampling.BILINEAR, box=window))
        part = self.part(box)
        screen(part, color, fall[: part.shape[0], : part.shape[1]])

    def shadow(self, x: float, y: float, rx: float, ry: float, color: Array, amount: float = 0.35) -> None:
        """A soft dark patch lying on the ground about (x, y)."""
        box = self.clip(x - rx * 1.5, y - ry * 1.5, x + rx * 1.5, y + ry * 1.5)
        if box[0] >= box[2] or box[1] >= box[3]:
            return
        gx = ((np.arange(box[0], box[2], dtype=F) - F(x)) / F(rx)) ** 2
        gy = ((np.arange(box[1], box[3], dtype=F) - F(y)) / F(max(ry, 0.5))) ** 2
        fall = np.clip(1 - (gx[None] + gy[:, None]) / F(2.2), 0, 1)
        over(self.part(box), color, fall * fall * F(amount))

    def ridge(
        self,
        crest: Array,
        stops: Sequence[Array],
        reach: float,
        *,
        until: float | None = None,
        opacity: float = 1.0,
    ) -> None:
        """Fills below a crest line `(width,)` of ys: the first colour along it, the last `reach` px below."""
        top = max(0, int(crest.min()) - 1)
        bottom = self.height if until is None else min(self.height, int(np.ceil(until)))
        if bottom <= top:
            return
        depth = np.arange(top, bottom, dtype=F)[:, None] - crest[None].astype(F)
        mask = np.clip(depth + F(0.5), 0, 1) * F(opacity)
        shade = np.clip(depth * F(255 / max(reach, 1)), 0, 255).astype(np.uint8)
        table = ramp_rows(stops, 0, 255, 256)
        part = self.a[top:bottom]
        for i in range(3):
            plane = part[..., i]
            plane += (table[:, i][shade] - plane) * mask

    def puff(
        self,
        circles: Sequence[tuple[float, float, float]],
        ramp: Sequence[Array],
        *,
        light: Point = (-0.5, -0.8),
        soft: float = 0.3,
        balls: bool = False,
        floor: float | None = None,
        melt: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """A soft-shaded mass of round lumps (x, y, r): clouds, crowns, bushes, smoke.

        `ramp` goes from shade to light. With `balls` each lump keeps its own dark edge; `floor` cuts the mass
        flat below that y, fading over the last `melt` pixels. `light` is the direction the light comes from.
        """
        c = np.asarray(circles, F)
        low, high = (c[:, :2] - c[:, 2:]).min(0) - 2, (c[:, :2] + c[:, 2:]).max(0) + 2
        bottom = float(high[1]) if floor is None else min(float(high[1]), floor)
        box = self.clip(float(low[0]), float(low[1]), float(high[0]), bottom)
        if box[2] - box[0] < 2 or box[3] - box[1] < 2:
            return
        shape, tone = Marks(box, 2), Marks(box, 1)
        _lumps(shape, tone, c, light, balls)
        radius = float(c[:, 2].mean())
        values = np.asarray(tone.image(radius * soft), F)
        values = values + _slope(box, low, high, light)
        part, mask = self.part(box), shape.mask(0.3) * F(opacity)
        if melt and floor is not None:
            rows = np.arange(box[1], box[3], dtype=F) + F(0.5)
            mask *= np.clip((F(floor) - rows) / F(melt), 0, 1)[:, None] ** F(1.4)
        table = ramp_rows(ramp, 0, 255, 256)
        shade = np.clip(values, 0, 255).astype(np.uint8)
        for i in range(3):
            plane = part[..., i]
            plane += (table[:, i][shade] - plane) * mask


def _lumps(shape: Marks, tone: Marks, circles: Array, light: Point, balls: bool) -> None:
    steps = ((1.12, 0.0, 70), (0.8, 0.22, 130), (0.5, 0.4, 190))
    for x, y, r in circles.tolist():
        shape.circle(x, y, r, 255)
        if balls:
            for k, shift, value in steps:
                tone.circle(x + light[0] * r * shift, y + light[1] * r * shift, r * k, value)
    if not balls:
        for k, shift, value in steps:
            for x, y, r in circles.tolist():
                tone.circle(x + light[0] * r * shift, y + light[1] * r * shift, r * k, value)


def _slope(box: Box, low: Array, high: Array, light: Point) -> Array:
    """How far each pixel lies towards the light, -60..60."""
    middle, half = (low + high) / 2, np.maximum((high - low) / 2, 1)
    gx = (np.arange(box[0], box[2], dtype=F) - middle[0]) / half[0] * F(light[0])
    gy = (np.arange(box[1], box[3], dtype=F) - middle[1]) / half[1] * F(light[1])
    return (gx[None] + gy[:, None]) * F(60)


def _span(first: int, last: int, count: int) -> Array:
    line = np.full(count, -1, F)
    line[first:last] = np.linspace(-1, 1, last - first, dtype=F)
    line[last:] = 1
    return line


def ramp_rows(stops: Sequence[Array], y0: float, y1: float, rows: int) -> Array:
    """A `(rows, 3)` table of colours, evenly spread between y0 and y1 and smooth through the stops."""
    colors = np.stack([np.asarray(s, F) for s in stops])
    if len(colors) == 1:
        return np.repeat(colors, rows, 0)
    t = np.clip((np.arange(rows, dtype=F) - F(y0)) / F(max(1e-3, y1 - y0)), 0, 1) * F(len(colors) - 1)
    p = np.concatenate([colors[:1], colors, colors[-1:]])
    i = np.minimum(t.astype(np.intp), len(colors) - 2)
    f = (t - i)[:, None]
    a, b, c, d = p[i], p[i + 1], p[i + 2], p[i + 3]
    curve = 0.5 * (2 * b + (c - a) * f + (2 * a - 5 * b + 4 * c - d) * f**2 + (3 * b - a - 3 * c + d) * f**3)
    return np.clip(curve, 0, 1).astype(F)
