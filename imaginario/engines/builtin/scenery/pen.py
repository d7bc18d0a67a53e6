"""A pen for small smooth-edged shapes, drawn larger than life and shrunk onto the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, sin

import numpy as np
from numpy.typing import ArrayLike
from PIL import Image, ImageDraw, ImageFilter

from ..pixels import Array

Ink = tuple[int, int, int, int]
Point = tuple[float, float]


def ink(color: ArrayLike, alpha: float = 1.0) -> Ink:
    """The 8-bit premultiplied form of a `(3,)` colour in 0..1."""
    r, g, b = (int(min(1.0, max(0.0, float(c))) * alpha * 255 + 0.5) for c in np.asarray(color))
    return r, g, b, int(alpha * 255 + 0.5)


def smooth(points: Sequence[Point], closed: bool = True, steps: int = 8) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    p = np.asarray(points, np.float32)
    if closed:
        p = np.concatenate([p[-1:], p, p[:2]])
    else:
        p = np.concatenate([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
    t = np.linspace(0, 1, steps, endpoint=False, dtype=np.float32)[:, None]
    a, b, c, d = (p[i : len(p) - 3 + i, None] for i in range(4))
    curve = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    flat = curve.reshape(-1, 2)
    if not closed:
        flat = np.concatenate([flat, p[-2:-1]])
    return [(float(x), float(y)) for x, y in flat]


class Pen:
    """Draws shapes in canvas pixels onto a four-band sheet covering one box of the canvas.

    Later shapes cover earlier ones; nothing shows until the sheet is laid down (leave the `with` block).
    """

    def __init__(self, box: tuple[int, int, int, int], ss: int) -> None:
        self.box, self.ss = box, ss
        size = ((box[2] - box[0]) * ss, (box[3] - box[1]) * ss)
        # CMYK is Pillow's only four-band mode without a meaning for the fourth: shrinking and blurring then
        # treat the sheet as premultiplied RGBA, which it is, and skip two conversions.
        self.sheet = Image.new("CMYK", (max(1, size[0]), max(1, size[1])))
        self._draw = ImageDraw.Draw(self.sheet)

    def bands(self, soft: float = 0.0) -> tuple[Image.Image, ...]:
        """The red, green, blue and alpha bands at canvas size, blurred by `soft` pixels."""
        sheet = self.sheet.reduce(self.ss) if self.ss > 1 else self.sheet
        if soft >= 0.3:
            sheet = sheet.filter(ImageFilter.GaussianBlur(soft))
        return sheet.split()

    def _to(self, points: Sequence[Point]) -> list[Point]:
        x0, y0, s = self.box[0], self.box[1], self.ss
        return [((x - x0) * s, (y - y0) * s) for x, y in points]

    def poly(self, points: Sequence[Point], color: Ink) -> None:
        """A filled polygon."""
        self._draw.polygon(self._to(points), fill=color)

    def blob(self, points: Sequence[Point], color: Ink, steps: int = 8) -> None:
        """A filled smooth closed curve through the points."""
        self._draw.polygon(self._to(smooth(points, steps=steps)), fill=color)

    def ellipse(self, x: float, y: float, rx: float, ry: float, color: Ink) -> None:
        """A filled ellipse about (x, y)."""
        s, x, y = self.ss, x - self.box[0], y - self.box[1]
        self._draw.ellipse([(x - rx) * s, (y - ry) * s, (x + rx) * s, (y + ry) * s], fill=color)

    def circle(self, x: float, y: float, r: float, color: Ink) -> None:
        """A filled circle about (x, y)."""
        self.ellipse(x, y, r, r, color)

    def rect(self, x0: float, y0: float, x1: float, y1: float, color: Ink, r: float = 0.0) -> None:
        """A filled rectangle, its corners rounded by `r`."""
        (ax, ay), (bx, by) = self._to([(x0, y0), (x1, y1)])
        if bx - ax < 0.5 or by - ay < 0.5:
            return
        # Pillow fills the far edge too: one sheet pixel less keeps the size true.
        ends = [ax, ay, max(ax, bx - 1), max(ay, by - 1)]
        r = min(r * self.ss, (bx - ax) / 2, (by - ay) / 2)
        if r < 1:
            self._draw.rectangle(ends, fill=color)
        else:
            self._draw.rounded_rectangle(ends, radius=r, fill=color)

    def stroke(self, points: Sequence[Point], start: float, end: float, color: Ink) -> None:
        """A brush stroke along a smooth line, its width going from `start` to `end`, with round ends."""
        line = np.asarray(smooth(points, closed=False, steps=6) if len(points) > 2 else points)
        along = np.gradient(line, axis=0)
        along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)[:, None]
        half = np.linspace(start, end, len(line))[:, None] / 2
        side = np.stack([-along[:, 1], along[:, 0]], 1) * half
        outline = np.concatenate([line + side, (line - side)[::-1]])
        self.poly([(float(x), float(y)) for x, y in outline], color)
        for (x, y), width in ((line[0], start), (line[-1], end)):
            if width * self.ss > 2:
                self.circle(float(x), float(y), width / 2, color)

    def blade(self, x: float, y: float, height: float, lean: float, width: float, color: Ink) -> None:
        """A blade of grass rooted at (x, y), its tip `lean` to the side."""
        mid = (x + lean * 0.35, y - height * 0.6)
        tip = (x + lean, y - height)
        self.poly([(x - width / 2, y), (mid[0] - width * 0.3, mid[1]), tip, mid, (x + width / 2, y)], color)

    def leaf(self, x: float, y: float, length: float, width: float, angle: float, color: Ink) -> None:
        """A pointed leaf from (x, y) towards `angle` (radians, 0 = right, growing clockwise)."""
        dx, dy = cos(angle), sin(angle)
        points = [(x, y)]
        for t, k in ((0.28, 0.85), (0.55, 1.0), (0.8, 0.62)):
            points.append(
                (x + dx * length * t - dy * width * k / 2, y + dy * length * t + dx * width * k / 2)
            )
        points.append((x + dx * length, y + dy * length))
        for t, k in ((0.8, 0.62), (0.55, 1.0), (0.28, 0.85)):
            points.append(
                (x + dx * length * t + dy * width * k / 2, y + dy * length * t - dx * width * k / 2)
            )
        self.poly(points, color)

    def star(self, x: float, y: float, r: float, color: Ink, points: int = 4, waist: float = 0.16) -> None:
        """A pointed star; with four points and a thin waist, a twinkle."""
        outline = []
        for i in range(points * 2):
            k = r if i % 2 == 0 else r * waist
            angle = pi * i / points - pi / 2
            outline.append((x + k * cos(angle), y + k * sin(angle)))
        self.poly(outline, color)

    def line(self, a: Point, b: Point, width: float, color: Ink) -> None:
        """A straight bar from a to b."""
        dx, dy = b[0] - a[0], b[1] - a[1]
        n = hypot(dx, dy) or 1.0
        px, py = -dy / n * width / 2, dx / n * width / 2
        self.poly(
            [(a[0] + px, a[1] + py), (b[0] + px, b[1] + py), (b[0] - px, b[1] - py), (a[0] - px, a[1] - py)],
            color,
        )


class Sketch:
    """A pen for one thing: lengths are shares of its size, y grows upwards from its foot.

    `way` -1 mirrors it.
    """

    def __init__(self, pen: Pen, x: float, y: float, size: float, way: int = 1) -> None:
        self.pen, self.x, self.y, self.size, self.way = pen, x, y, size, way

    def at(self, x: float, y: float) -> Point:
        """The canvas point of a point of the thing."""
        return self.x + self.way * x * self.size, self.y - y * self.size

    def poly(self, color: Ink, *points: Point) -> None:
        """A filled polygon."""
        self.pen.poly([self.at(*p) for p in points], color)

    def blob(self, color: Ink, *points: Point, steps: int = 8) -> None:
        """A filled smooth closed curve through the points."""
        self.pen.blob([self.at(*p) for p in points], color, steps)

    def rect(self, x0: float, y0: float, x1: float, y1: float, color: Ink, r: float = 0.0) -> None:
        """A filled rectangle between two corners, its own corners rounded by `r`."""
        (ax, ay), (bx, by) = self.at(x0, y0), self.at(x1, y1)
        left, right, top, low = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
        self.pen.rect(left, top, right, low, color, r * self.size)

    def ellipse(self, x: float, y: float, rx: float, ry: float, color: Ink) -> None:
        """A filled ellipse."""
        self.pen.ellipse(*self.at(x, y), rx * self.size, ry * self.size, color)

    def circle(self, x: float, y: float, r: float, color: Ink) -> None:
        """A filled circle."""
        self.ellipse(x, y, r, r, color)

    def line(self, a: Point, b: Point, width: float, color: Ink) -> None:
        """A straight bar."""
        self.pen.line(self.at(*a), self.at(*b), width * self.size, color)

    def stroke(self, color: Ink, start: float, end: float, *points: Point) -> None:
        """A brush stroke along a smooth line, its width going from `start` to `end`."""
        self.pen.stroke([self.at(*p) for p in points], start * self.size, end * self.size, color)


class Marks:
    """A pen's grey cousin: shapes on one 8-bit band, for masks and tones."""

    def __init__(self, box: tuple[int, int, int, int], ss: int = 2) -> None:
        self.box, self.ss = box, ss
        size = (max(1, (box[2] - box[0]) * ss), max(1, (box[3] - box[1]) * ss))
        self.sheet = Image.new("L", size)
        self._draw = ImageDraw.Draw(self.sheet)

    def circle(self, x: float, y: float, r: float, value: int) -> None:
        """A filled circle."""
        self.ellipse(x, y, r, r, value)

    def ellipse(self, x: float, y: float, rx: float, ry: float, value: int) -> None:
        """A filled ellipse."""
        s, x, y = self.ss, x - self.box[0], y - self.box[1]
        self._draw.ellipse([(x - rx) * s, (y - ry) * s, (x + rx) * s, (y + ry) * s], fill=value)

    def poly(self, points: Sequence[Point], value: int) -> None:
        """A filled polygon."""
        x0, y0, s = self.box[0], self.box[1], self.ss
        self._draw.polygon([((x - x0) * s, (y - y0) * s) for x, y in points], fill=value)

    def image(self, soft: float = 0.0) -> Image.Image:
        """The band at canvas size, blurred by `soft` pixels."""
        sheet = self.sheet.reduce(self.ss) if self.ss > 1 else self.sheet
        return sheet.filter(ImageFilter.GaussianBlur(soft)) if soft >= 0.3 else sheet

    def mask(self, soft: float = 0.0) -> Array:
        """The band as floats in 0..1."""
        return np.asarray(self.image(soft), np.float32) * np.float32(1 / 255)
