"""Inside a bus: seats at both sides, poles and straps, the street or the country behind the windows."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from ...pixels import mix, rgb
from .. import buildings, interior, land, plants
from ..canvas import Canvas
from ..depth import Depth, paved
from ..pen import Ink, Marks, Pen, Point, Sketch, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..weather import falling, fog
from .rooms import indoors, pale
from .town import TOWERS


@dataclass(frozen=True)
class _Look:
    """The colours of one bus."""

    wall: str
    seat: str
    print: str
    floor: str
    pole: str


LOOKS = (
    _Look("#eef1ee", "#2f6fae", "#f2b84a", "#5f6878", "#f2b632"),
    _Look("#f4ecd8", "#3f7f5a", "#f2d27a", "#6f6458", "#e8e2d6"),
    _Look("#f0eef4", "#b8434f", "#ffd9a0", "#585c70", "#f28a32"),
    _Look("#fdf0cc", "#5a4a42", "#8a6a54", "#7f6a58", "#ffd23f"),
    _Look("#e6f0f2", "#6f4f9a", "#7fd0c0", "#4f6070", "#4fb8a8"),
)
PLACARDS = ("#e2604f", "#3f8fb8", "#f2b84a", "#5fa86a", "#9a6fb8")
AISLE = 0.34
"""Half the width of the aisle as a share of half the bus's."""
BAYS = 6
"""How many windows there are at each side."""


@dataclass(frozen=True)
class _Body:
    """The inside of the bus: its far wall, its height there, and where it leaves canvas and picture."""

    room: Depth
    tall: float
    near: float
    shown: float

    def wall(self, side: int, low: float, high: float, span: tuple[float, float]) -> list[Point]:
        """A panel of a side wall between two heights and two depths."""
        far, close = span
        x, t = side * self.room.half, self.tall
        return [self.room.at(x, y * t, k) for y, k in ((low, far), (high, far), (high, close), (low, close))]

    def strip(self, a: Point, b: Point, span: tuple[float, float]) -> list[Point]:
        """A lengthwise strip between two points (x, y) of the cross-section."""
        far, close = span
        half, t = self.room.half, self.tall
        return [
            self.room.at(x * half, y * t, k) for (x, y), k in ((a, far), (b, far), (b, close), (a, close))
        ]

    def bays(self) -> list[float]:
        """The depths of the posts between the windows."""
        step = (1 - 1 / self.shown) / BAYS
        found = [1 / (1 - i * step) for i in range(int(0.999 / step) + 1)]
        return [k for i, k in enumerate(found) if i == 0 or found[i - 1] < self.near]


def bus_interior(scene: Scene) -> Stage:
    """The aisle of a bus, seen from the back towards the driver's place."""
    scene = indoors(scene)
    scene = scene.with_layout(horizon=scene.layout.horizon - 0.05)
    name, variant = scene.layout.name, scene.layout.variant
    look = LOOKS[int(variant * len(LOOKS))]
    shift = {"winding": 0.06, "high": -0.06, "low": 0.03}.get(name, 0.0)
    left, top, right, _ = scene.canvas.inner
    share = min(0.2 + 0.05 * variant, 0.5 * (scene.horizon - top) / (right - left))
    room = Depth.of(scene, max(0.17, share), shift, 0.46)
    tall = (room.floor - top) * (0.8 + 0.05 * float(scene.rng("height").random()))
    whole = max(room.cx, scene.w - room.cx) / room.half * 1.3 + 0.5
    shown = max(room.cx - left, right - room.cx) / room.half * 1.3 + 0.5
    body = _Body(room, tall, whole, shown)
    scene.canvas.gradient([scene.tone(look.wall, k) for k in (0.9, 0.7)], 0, scene.h)
    _floor(scene, body, look)
    _shell(scene, body, look)
    pane = _windows(scene, body)
    _front(scene, body, look)
    _ceiling(scene, body, look)
    _rows(scene, body, look)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.74
    return scene.stage(ground, indoor=True, window=pane, light=(room.cx, top))


def _floor(scene: Scene, body: _Body, look: _Look) -> None:
    """Ribbed rubber along the aisle, platforms below the seats."""
    room, h = body.room, scene.h
    paved(scene, room.floor, look.floor, (0.4, 0.66, 0.76))
    half, near = room.half * AISLE, room.nearest(scene) * 1.1
    with scene.canvas.pen((0, room.floor, scene.w, h)) as pen:
        strips = [
            (-1.12, 1.12, scene.ink(look.pole, 0.86)),
            (-1.05, 1.05, scene.ink(pale(look.floor, 0.16), 0.9)),
        ]
        strips += [(-0.98 + 0.16 * i, -0.94 + 0.16 * i, scene.ink(look.floor, 0.6)) for i in range(13)]
        for x0, x1, tint in strips:
            a, b = half * x0, half * x1
            room.quad(pen, ((a, 0, 1), (b, 0, 1), (b, 0, near), (a, 0, near)), tint)
    x, y = room.at(0, 0, 1.5)
    scene.canvas.haze(x, y, room.half * 1.4, (h - room.floor) * 0.9, rgb("#fff3dc"), 0.16, 1.4)


def _shell(scene: Scene, body: _Body, look: _Look) -> None:
    """The side walls: panels, a coloured stripe, ledges above and below the windows."""
    near = body.near
    with scene.canvas.pen() as pen:
        for side in (-1, 1):
            lit = 0.96 if side * scene.light_side < 0 else 0.84
            pen.poly(body.wall(side, 0, 1.02, (1, near)), scene.ink(look.wall, lit))
            pen.poly(body.wall(side, 0, 0.12, (1, near)), scene.ink(look.floor, 0.5))
            pen.poly(body.wall(side, 0.3, 0.345, (1, near)), scene.ink(look.seat, lit))
            pen.poly(body.wall(side, 0.36, 0.385, (1, near)), scene.ink("#ffffff", 1.0))
            pen.poly(body.wall(side, 0.34, 0.36, (1, near)), scene.ink(look.wall, 0.5))
            for k in body.bays()[1:]:
                pen.poly(body.wall(side, 0.12, 0.36, (k, k * 1.008)), scene.ink(look.wall, lit - 0.3))


def _view(scene: Scene) -> Canvas:
    """What is outside: houses along a street, or fields and woods."""
    view = Canvas(max(2, scene.w), max(2, int(scene.horizon)), unit=scene.u * 0.8)
    out = interior.outside_scene(scene, view)
    out = out.with_layout(horizon=0.62)
    paint_sky(out)
    hor, u, snowy = out.horizon, out.u, "snowfall" in scene.setting.weather
    ground = ("#f4f8fd", "#dbe7f5") if snowy else ("#a8d263", "#5fa352")
    if scene.rng("route").random() < 0.55:
        buildings.skyline(out, "far-houses", hor, (110, 230), (44, 80), TOWERS[1], 0.4)
        buildings.skyline(out, "houses", hor + 12 * u, (70, 150), (70, 120), TOWERS[2], 0.08)
        line = land.hills(out, "verge", hor + 10 * u, 4 * u, 300, ground, 0.05)
        plants.tree_line(out, "street-trees", line, 62 * u, 0.05, gap=0.35)
        stops = [out.tone(c, 0.9) for c in (("#eef2f6", "#d6dee8") if snowy else ("#b9b2aa", "#8f8a8a"))]
        view.ridge(np.full(view.width, hor + 34 * u, np.float32), stops, 80 * u)
    else:
        land.far_range(out, "range", hor - 6 * u, 60 * u, "#7f9fc4", 0.5)
        land.hills(out, "hills-far", hor, 18 * u, 260, ground, 0.35)
        line = land.hills(out, "hills", hor + 24 * u, 22 * u, 420, ground, 0.1)
        plants.tree_line(out, "wood", line, 70 * u, 0.12, pines=snowy, gap=0.45)
    fog(out)
    falling(out)
    return view


def _windows(scene: Scene, body: _Body) -> interior.Rect:
    """A row of large windows at each side, with their frames and vents; gives the nearest seen whole."""
    view, room = _view(scene), body.room
    box = scene.canvas.clip(0, 0, scene.w, view.height)
    marks = Marks(box, 2)
    seen = [
        (side, far * 1.012, close * 0.988)
        for side in (-1, 1)
        for far, close in itertools.pairwise(body.bays())
    ]
    with scene.canvas.pen() as pen:
        for side, far, close in seen:
            pen.poly(body.wall(side, 0.385, 0.815, (far * 0.994, close * 1.006)), scene.ink("#3f4754", 0.6))
            pen.poly(body.wall(side, 0.395, 0.805, (far, close)), scene.ink("#8fa3b8", 0.6))
            marks.poly(body.wall(side, 0.4, 0.8, (far * 1.004, close * 0.996)), 255)
    scene.canvas.paint(marks.mask(), box[0], box[1], view.a[: box[3] - box[1]])
    with scene.canvas.pen() as pen:
        for side, far, close in seen:
            pen.poly(body.wall(side, 0.675, 0.69, (far, close)), scene.ink("#3f4754", 0.6))
            middle = 2 / (1 / far + 1 / close)
            pen.poly(body.wall(side, 0.69, 0.8, (middle * 0.996, middle * 1.004)), scene.ink("#3f4754", 0.6))
    with scene.canvas.pen(opacity=0.16) as pen:
        for side, far, close in seen:
            shape = body.wall(side, 0.4, 0.8, (far, close))
            low, high = (shape[0], shape[3]), (shape[1], shape[2])
            glare = [
                (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
                for (a, b), t in ((high, 0.4), (high, 0.65), (low, 0.25), (low, 0.0))
            ]
            pen.poly(glare, ink(rgb("#ffffff")))

    def whole(one: tuple[int, float, float]) -> float:
        """How near a window is that is seen whole, else 0."""
        return one[2] if 0 < room.at(one[0] * room.half, 0, one[2])[0] < scene.w else 0

    side, far, close = max(seen, key=whole)
    line = body.wall(side, 0.4, 0.8, (far, close))
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return scene.canvas.clip(min(xs), min(ys), max(xs), max(ys))


def _front(scene: Scene, body: _Body, look: _Look) -> None:
    """The far end: windscreen with the road, the driver's seat and wheel, the door, a lit sign."""
    room, a, t = body.room, body.room.half, body.tall
    x, y = room.at(0, 0, 1)
    way = -1 if scene.layout.flip else 1
    box = scene.canvas.clip(x - 0.9 * a, y - 0.84 * t, x + 0.9 * a, y - 0.34 * t)
    with scene.canvas.pen((x - a * 1.1, y - t * 1.1, x + a * 1.1, y + 4)) as pen:
        pen.rect(x - a, y - t * 1.03, x + a, y, scene.ink(look.wall, 0.72))
        pen.rect(x - 0.94 * a, y - 0.86 * t, x + 0.94 * a, y - 0.32 * t, scene.ink("#39414e", 0.6), 0.06 * a)
    if box[2] - box[0] > 4 and box[3] - box[1] > 4:
        road = interior.outside(scene, box[2] - box[0], box[3] - box[1])
        _road(scene, road)
        scene.canvas.paint(np.ones((road.height, road.width), np.float32), box[0], box[1], road.a)
    with scene.canvas.pen((x - a * 1.1, y - t * 1.1, x + a * 1.1, y + 4)) as pen:
        it = Sketch(pen, x, y, a, way)
        high = t / a
        it.rect(-0.03, 0.34 * high, 0.03, 0.84 * high, scene.ink("#39414e", 0.6))
        for px in (-0.5, 0.42):
            it.line((px, 0.35 * high), (px + 0.3, 0.6 * high), 0.02, scene.ink("#2f3540", 0.6))
        it.rect(-0.5, 0.9 * high, 0.5, 1.0 * high, scene.ink("#2a2f3a", 0.6), 0.04)
        lamp = ink(rgb("#ffb84a"))
        for i, wide in enumerate((0.1, 0.16, 0.08, 0.2, 0.12)):
            px = -0.42 + 0.18 * i
            it.rect(px, 0.93 * high, px + wide * 0.8, 0.97 * high, lamp, 0.01)
        it.rect(-0.2, 0.74 * high, 0.2, 0.82 * high, scene.ink("#2f3540", 0.6), 0.04)
        it.rect(-0.18, 0.75 * high, 0.18, 0.81 * high, scene.ink("#b9cfe0", 0.9), 0.03)
        it.rect(-1.0, 0, 1.0, 0.34 * high, scene.ink(look.floor, 0.5))
        it.rect(-0.96, 0.26 * high, 0.96, 0.35 * high, scene.ink("#4f5866", 0.7), 0.04)
        for i, tint in enumerate(("#7fe0a0", "#ffd45f", "#ff8a6a", "#8fd0ff")):
            it.circle(-0.75 + 0.09 * i, 0.305 * high, 0.022, ink(rgb(tint)))
        _driver(scene, it, look, high)
        it.rect(0.44, 0, 0.98, 0.84 * high, scene.ink("#39414e", 0.6), 0.03)
        for px in (0.48, 0.73):
            it.rect(px, 0.04 * high, px + 0.21, 0.8 * high, scene.ink("#a9c6d8", 0.82), 0.03)
            it.line((px + 0.03, 0.3 * high), (px + 0.16, 0.62 * high), 0.03, scene.ink("#e6f2f8", 1.0))
        it.rect(0.7, 0.02 * high, 0.73, 0.82 * high, scene.ink(look.pole, 0.95))


def _driver(scene: Scene, it: Sketch, look: _Look, high: float) -> None:
    """The driver's seat from behind, half hidden by a partition, and the big wheel."""
    dark = scene.ink("#2f3540", 0.6)
    ring = [(float(np.cos(t)), float(np.sin(t))) for t in np.linspace(0, 2 * np.pi, 28)]
    cx, cy = -0.52, 0.36 * high
    it.poly(
        dark,
        *[(cx + 0.27 * c, cy + 0.2 * s) for c, s in ring],
        *[(cx + 0.22 * c, cy + 0.155 * s) for c, s in ring[::-1]],
    )
    it.line((cx - 0.23, cy), (cx + 0.23, cy), 0.04, dark)
    it.rect(-0.74, 0.1 * high, -0.3, 0.46 * high, scene.ink(look.seat, 0.5), 0.1)
    it.rect(-0.72, 0.12 * high, -0.33, 0.45 * high, scene.ink(look.seat, 0.86), 0.1)
    it.rect(-0.63, 0.46 * high, -0.41, 0.55 * high, scene.ink(look.seat, 0.95), 0.06)
    it.rect(-0.96, 0, -0.14, 0.24 * high, scene.ink(look.wall, 0.6), 0.03)
    it.rect(-0.96, 0.22 * high, -0.14, 0.25 * high, scene.ink(look.pole, 0.9), 0.02)
    it.rect(-0.17, 0, -0.13, 1.0 * high, scene.ink(look.pole, 0.95))


def _road(scene: Scene, view: Canvas) -> None:
    """The road ahead, on the view through the windscreen."""
    w, h = view.width, view.height
    top = h * 0.74
    with view.pen((0, top, w, h)) as pen:
        tar = scene.ink(scene.snowed("#7f7f8a"), 0.8)
        pen.poly([(w * 0.47, top), (w * 0.53, top), (w * 1.0, h), (0, h)], tar)
        for a, b in ((0.04, 0.16), (0.3, 0.5), (0.7, 1.0)):
            y0, y1, p, q = top + (h - top) * a, top + (h - top) * b, 0.004 + 0.01 * a, 0.004 + 0.01 * b
            dash = [(w * (0.5 - p), y0), (w * (0.5 + p), y0), (w * (0.5 + q), y1), (w * (0.5 - q), y1)]
            pen.poly(dash, scene.ink("#fff3c8", 1.0))


def _ceiling(scene: Scene, body: _Body, look: _Look) -> None:
    """The slanting panel with placards, the ceiling with its lamps and hatch."""
    near, on = body.near, scene.light.dark > 0.2
    joints, rng = body.bays(), scene.rng("placards")
    with scene.canvas.pen() as pen:
        for side in (-1, 1):
            lit = 0.94 if side * scene.light_side > 0 else 0.84
            panel: tuple[Point, Point] = ((side * 1.0, 0.84), (side * 0.78, 1.0))
            pen.poly(body.strip((side * 1.0, 0.81), panel[0], (1, near)), scene.ink(look.wall, 0.6))
            pen.poly(body.strip(*panel, (1, near)), scene.ink(look.wall, lit - 0.06))
            pen.poly(body.strip(panel[1], (side * 0.4, 1.04), (1, near)), scene.ink(look.wall, lit))
            pen.poly(
                body.strip((side * 0.4, 1.04), (0, 1.05), (1, near)), scene.ink(pale(look.wall, 0.4), 0.98)
            )
            strip = ink(rgb("#fff0c0")) if on else scene.ink("#ffffff", 1.0)
            pen.poly(body.strip((side * 0.52, 1.026), (side * 0.4, 1.042), (1, near)), strip)
            for far, close in itertools.pairwise(joints):
                color = PLACARDS[int(rng.integers(len(PLACARDS)))]
                _placard(scene, pen, body, color, side, (far * 1.06, far + (close - far) * 0.72))
            for k in joints[1:]:
                pen.poly(body.strip((side * 0.78, 1.0), (0, 1.05), (k, k * 1.006)), scene.ink(look.wall, 0.6))
        a, b = joints[1], joints[2]
        pen.poly(body.strip((-0.2, 1.046), (0.2, 1.046), (a, b)), scene.ink(look.wall, 0.56))
        glass = scene.ink("#cfe2ea", 0.95)
        pen.poly(body.strip((-0.17, 1.046), (0.17, 1.046), (a * 1.02, b * 0.98)), glass)
    (x, y), t = body.room.at(0, body.tall * 0.95, 1.2), body.tall
    scene.canvas.haze(x, y, body.room.half * 2.4, t * 0.8, rgb("#fff0cc"), 0.1 + 0.26 * scene.light.dark, 1.4)


def _placard(scene: Scene, pen: Pen, body: _Body, color: str, side: int, span: tuple[float, float]) -> None:
    """A coloured notice behind glass, a pale mark on it."""
    a, b = span
    for low, high, k, tint in (
        ((0.965, 0.866), (0.82, 0.972), 1.0, "#ffffff"),
        ((0.958, 0.871), (0.827, 0.967), 1.01, color),
        ((0.92, 0.9), (0.87, 0.936), 1.06, "#fff6e2"),
    ):
        ends = ((side * low[0], low[1]), (side * high[0], high[1]))
        pen.poly(body.strip(*ends, (a * k, b / k)), scene.ink(tint, 0.95))


def _rows(scene: Scene, body: _Body, look: _Look) -> None:
    """Rows of seats from behind, the poles at their ends, rails and straps above: the far ones first."""
    room, a = body.room, body.room.half
    size, straps = a * 0.29, scene.layout.variant * 5 % 1 < 0.72
    limit = max(1.6, (scene.canvas.inner[3] - room.eye) / (room.floor - room.eye) * 1.12)
    with scene.canvas.pen() as pen:
        for i, depth in enumerate(room.bays(6, limit)[:-1]):
            k = depth * 1.12
            _, y = room.at(0, 0, k)
            for side in (-1, 1):
                if straps and i > 0:
                    _straps(scene, pen, body, look, side, k)
                for place in (1, 0):
                    x = room.cx + side * k * (AISLE * 1.14 * a + size * (0.52 + place))
                    if -size * k < x < scene.w + size * k:
                        _seat(scene, pen, look, (x, y, size * k), side)
                if i in ((1, 4) if side > 0 else (0, 3)):
                    px, py = room.at(side * AISLE * 1.1 * a, 0, k)
                    _pole(scene, pen, look, px, py, room.at(0, 1.04 * body.tall, k)[1], 0.018 * a * k)


def _seat(scene: Scene, pen: Pen, look: _Look, at: tuple[float, float, float], side: int) -> None:
    """A seat from behind: a rounded back with a cheerful print, its grip, its leg."""
    it = Sketch(pen, *at, side)
    dim, mid, lit = (scene.ink(look.seat, k) for k in (0.42, 0.76, 1.0))
    it.rect(-0.08, 0, 0.08, 0.36, scene.ink("#4f5866", 0.6))
    it.rect(-0.26, 0, 0.26, 0.05, scene.ink("#4f5866", 0.7), 0.02)
    it.rect(-0.45, 0.3, 0.45, 0.44, dim, 0.06)
    it.rect(-0.4, 1.2, 0.4, 1.45, scene.ink(look.pole, 0.9), 0.12)
    it.rect(-0.34, 1.2, 0.34, 1.39, dim, 0.1)
    it.rect(-0.48, 0.36, 0.48, 1.36, dim, 0.26)
    it.rect(-0.46, 0.38, 0.45, 1.35, mid, 0.25)
    it.rect(-0.36, 0.46, 0.34, 1.24, lit, 0.2)
    it.rect(-0.36, 0.86, 0.34, 0.89, mid)
    printed: Ink = scene.ink(look.print, 0.9)
    for low, thick in ((0.56, 0.07), (0.7, 0.03), (0.98, 0.03)):
        it.line((-0.36, low), (0.34, low + 0.16), thick, printed)


def _pole(scene: Scene, pen: Pen, look: _Look, x: float, y: float, top: float, r: float) -> None:
    """An upright pole with a button to stop the bus."""
    pen.rect(x - r, top, x + r, y, scene.ink(look.pole, 0.62))
    pen.rect(x - r * 0.7, top, x + r * 0.3, y, scene.ink(look.pole, 1.0))
    middle = y - (y - top) * 0.52
    pen.rect(x - r * 1.7, middle - r * 2.4, x + r * 1.7, middle + r * 2.4, scene.ink("#39414e", 0.7), r)
    pen.circle(x, middle, r * 1.1, ink(mix(rgb("#e8503f"), rgb("#ffffff"), 0.1)))


def _straps(scene: Scene, pen: Pen, body: _Body, look: _Look, side: int, k: float) -> None:
    """A piece of the rail below the ceiling with two straps hanging from it."""
    room, t = body.room, body.tall
    x0 = side * AISLE * 1.7 * room.half
    rail = [room.at(x0, 0.93 * t, depth) for depth in (k * 0.84, k * 1.16)]
    pen.line(rail[0], rail[1], 0.024 * room.half * k, scene.ink(look.pole, 0.95))
    for depth in (k * 0.93, k * 1.06):
        x, y = room.at(x0, 0.925 * t, depth)
        _strap(scene, pen, look, (x, y, 0.2 * room.half * depth))


def _strap(scene: Scene, pen: Pen, look: _Look, at: tuple[float, float, float]) -> None:
    it = Sketch(pen, *at)
    it.rect(-0.06, -0.62, 0.06, 0.04, scene.ink("#5a5f70", 0.6))
    ring = [(float(np.cos(t)), float(np.sin(t))) for t in np.linspace(0, 2 * np.pi, 22)]
    outer, inner = ([(r * c, -0.8 + 1.1 * r * s) for c, s in ring] for r in (0.24, 0.15))
    it.poly(scene.ink(look.pole, 0.9), *outer, *inner[::-1])
