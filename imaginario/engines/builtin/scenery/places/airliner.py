"""Inside an airliner: seats at both sides of the aisle, oval windows above the clouds, lockers overhead."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...pixels import mix, rgb
from .. import interior
from ..canvas import Canvas
from ..depth import Depth, paved
from ..pen import Ink, Marks, Pen, Point, Sketch, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..weather import falling
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one aeroplane."""

    wall: str
    seat: str
    cloth: str
    carpet: str


LOOKS = (
    _Look("#eef0f2", "#3f6fae", "#f2f6fa", "#46587a"),
    _Look("#f3efe8", "#c8573f", "#fff3e2", "#7a4a48"),
    _Look("#eef2ee", "#2f8f86", "#f0faf4", "#3f6666"),
    _Look("#f1eef4", "#7a5fae", "#f8f2fc", "#58507c"),
    _Look("#f4f0e6", "#d99a3a", "#fff8e6", "#7c6248"),
)


@dataclass(frozen=True)
class _Hull:
    """The cabin: its cross-section on the far wall, and where it leaves the picture."""

    room: Depth
    tall: float
    near: float

    def outline(self) -> list[Point]:
        """One side of the cross-section, from the floor over the bulging wall to the locker's upper edge."""
        a, t = self.room.half, self.tall
        return [(0.93 * a, 0), (a, 0.2 * t), (1.02 * a, 0.42 * t), (0.99 * a, 0.6 * t), (0.9 * a, 0.75 * t)]

    def along(self, side: int, points: Sequence[Point], span: tuple[float, float]) -> list[Point]:
        """A strip of the hull between two depths, along points of the cross-section."""
        far, close = span
        return [self.room.at(side * x, y, far) for x, y in points] + [
            self.room.at(side * x, y, close) for x, y in reversed(points)
        ]


AISLE = 0.37
"""Half the width of the aisle as a share of half the cabin's."""
WINDOWS = 7
"""How many windows there are at each side."""


def airplane_cabin(scene: Scene) -> Stage:
    """The aisle of an aeroplane, a curtain at its far end."""
    scene = indoors(scene)
    scene = scene.with_layout(horizon=scene.layout.horizon - 0.03)
    name, variant = scene.layout.name, scene.layout.variant
    look = LOOKS[int(variant * len(LOOKS))]
    shift = {"winding": 0.05, "high": -0.05, "low": 0.02}.get(name, 0.0)
    left, top, right, _ = scene.canvas.inner
    share = min(0.23 + 0.04 * variant, 0.48 * (scene.horizon - top) / (right - left))
    room = Depth.of(scene, max(0.19, share), shift, 0.46)
    tall = (room.floor - top) * 0.86
    hull = _Hull(room, tall, max(room.cx, scene.w - room.cx) / room.half * 1.25 + 0.6)
    scene.canvas.gradient([scene.tone(look.wall, k) for k in (0.9, 0.7)], 0, scene.h)
    _floor(scene, hull, look)
    _shell(scene, hull, look)
    pane = _windows(scene, hull, look)
    _end(scene, hull, look)
    _lockers(scene, hull, look)
    _rows(scene, hull, look)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.74
    return scene.stage(ground, indoor=True, window=pane, light=(room.cx, top))


def _floor(scene: Scene, hull: _Hull, look: _Look) -> None:
    """The carpet of the aisle, little lights along its edges."""
    room, h = hull.room, scene.h
    paved(scene, room.floor, look.carpet, (0.4, 0.6, 0.66))
    half, near = room.half * AISLE, room.nearest(scene) * 1.1
    with scene.canvas.pen((0, room.floor, scene.w, h)) as pen:
        for k, tint in (
            (1.0, scene.ink(pale(look.seat, 0.3), 0.9)),
            (0.94, scene.ink(look.carpet, 0.94)),
            (0.8, scene.ink(pale(look.carpet, 0.12), 0.98)),
        ):
            room.quad(
                pen, ((-half * k, 0, 1), (half * k, 0, 1), (half * k, 0, near), (-half * k, 0, near)), tint
            )
        spots = room.bays(12, near)
        for i, k in enumerate(spots[:-1]):
            for x in (-0.4, 0.0, 0.4):
                a, b = (x - 0.07) * half, (x + 0.07) * half
                at = 2 / (1 / k + 1 / spots[i + 1]) * (1 if x else 1.03)
                room.quad(
                    pen,
                    ((a, 0, at), (b, 0, at), (b, 0, at * 1.025), (a, 0, at * 1.025)),
                    scene.ink(look.seat, 0.86),
                )
    x, y = room.at(0, 0, 1.5)
    scene.canvas.haze(x, y, room.half * 1.4, (h - room.floor) * 0.9, rgb("#fff3dc"), 0.16, 1.4)


def _shell(scene: Scene, hull: _Hull, look: _Look) -> None:
    """The bulging side walls in panels, and the rounded ceiling with its strips of light."""
    room, near = hull.room, hull.near
    on = scene.light.dark > 0.2
    line, joints = hull.outline(), room.bays(9, near)
    a, t = room.half, hull.tall
    with scene.canvas.pen() as pen:
        for side in (-1, 1):
            lit = 0.98 if side * scene.light_side < 0 else 0.84
            for i in range(len(line) - 1):
                tone = lit - (0.3, 0.1, 0.0, 0.1)[i]
                pen.poly(hull.along(side, line[i : i + 2], (1, near)), scene.ink(look.wall, tone))
            for k in joints[1:]:
                pen.poly(hull.along(side, line, (k, k * 1.006)), scene.ink(look.wall, lit - 0.34))
        dome = [(x * a, t * y) for x, y in ((1.2, 0.7), (0.62, 0.9), (0.5, 0.97), (0.26, 1.02), (0.0, 1.035))]
        for side in (-1, 1):
            for i in range(len(dome) - 1):
                pen.poly(
                    hull.along(side, dome[i : i + 2], (1, near)),
                    scene.ink(look.wall, (0.6, 0.72, 0.9, 0.98)[i]),
                )
            strip = ink(rgb("#fff0c0")) if on else scene.ink("#ffffff", 1.0)
            pen.poly(hull.along(side, ((0.56 * a, t * 0.945), (0.49 * a, t * 0.975)), (1, near)), strip)
            for k in joints[1:]:
                pen.poly(hull.along(side, dome[1:], (k, k * 1.006)), scene.ink(look.wall, 0.56))
    x, y = room.at(0, t * 0.95, 1.2)
    scene.canvas.haze(x, y, room.half * 2.4, t * 0.8, rgb("#fff0cc"), 0.12 + 0.26 * scene.light.dark, 1.4)


def _view(scene: Scene) -> Canvas:
    """The sky beside the aeroplane: a sea of clouds below, rain or snow if there is any."""
    view = Canvas(max(2, scene.w), max(2, int(scene.horizon)), unit=scene.u)
    out = interior.outside_scene(scene, view)
    out = replace(out, layout=replace(out.layout, horizon=0.9, light_x=0.16, light_y=0.3))
    paint_sky(out, view.height)
    rng, u = scene.rng("cloud-sea"), scene.u
    base = view.height * 0.66
    shade, middle, lit = out.light.cloud
    for row, (lift, size) in enumerate(((0.0, 34), (0.1, 46), (0.22, 60))):
        puffs = []
        for x in np.arange(-40 * u, scene.w + 60 * u, size * u * 0.9).tolist():
            a, b = rng.random(2).tolist()
            puffs.append(
                (x + 20 * u * a, base + view.height * lift + size * u * 0.5 * b, size * u * (0.7 + 0.5 * b))
            )
        view.puff(puffs, [shade, mix(shade, middle, 0.3 + 0.3 * row), lit], light=out.light_from)
        low = int(base + view.height * lift + size * u * 0.4)
        view.a[low:] = mix(shade, middle, 0.6)
    falling(out)
    return view


def _oval(hull: _Hull, side: int, k: float, grow: float) -> list[Point]:
    """The outline of a window on the wall at the depth k."""
    low, high, deep = 0.4 * hull.tall, 0.6 * hull.tall, 0.27 * (1 - 1 / hull.near) / WINDOWS
    middle, half = (low + high) / 2, (high - low) / 2
    points = []
    for turn in np.linspace(0, 2 * np.pi, 22, endpoint=False).tolist():
        c, s = float(np.cos(turn)), float(np.sin(turn))
        # A little squarer than an ellipse, as such windows are.
        px, py = np.sign(c) * abs(c) ** 0.75, np.sign(s) * abs(s) ** 0.75
        y = middle + half * grow * py
        out = hull.room.half * (1.02 - 0.04 * max(0.0, (y / hull.tall - 0.42) / 0.18))
        points.append(hull.room.at(side * out, y, 1 / (1 / k - deep * grow * px)))
    return points


def _depths(hull: _Hull) -> list[float]:
    return hull.room.bays(WINDOWS, hull.near)[:-1]


def _windows(scene: Scene, hull: _Hull, look: _Look) -> interior.Rect:
    """Windows all along both walls, some with their blind half down; gives the nearest seen whole."""
    view = _view(scene)
    box = scene.canvas.clip(0, 0, scene.w, view.height)
    marks, rng = Marks(box, 2), scene.rng("blinds")
    seen = [(side, 2 / (1 / a + 1 / b)) for side in (-1, 1) for a, b in itertools.pairwise(_depths(hull))]
    with scene.canvas.pen() as pen:
        for side, k in seen:
            pen.poly(_oval(hull, side, k, 1.34), scene.ink(look.wall, 0.62))
            pen.poly(_oval(hull, side, k, 1.28), scene.ink("#ffffff", 1.0))
            pen.poly(_oval(hull, side, k, 1.06), scene.ink(look.wall, 0.4))
            marks.poly(_oval(hull, side, k, 0.98), 255)
    scene.canvas.paint(marks.mask(), box[0], box[1], view.a[: box[3] - box[1]])
    with scene.canvas.pen() as pen:
        for side, k in seen:
            shape = _oval(hull, side, k, 0.98)
            if rng.random() < 0.16:
                middle = sum(y for _, y in shape) / len(shape)
                pen.poly([(x, min(y, middle)) for x, y in shape], scene.ink(pale(look.wall, 0.1), 0.8))
    best = max(
        seen,
        key=lambda one: (
            one[1] if 0 < hull.room.at(one[0] * hull.room.half, 0, one[1] * 1.1)[0] < scene.w else 0
        ),
    )
    line = _oval(hull, *best, 1.0)
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return scene.canvas.clip(min(xs), min(ys), max(xs), max(ys))


def _end(scene: Scene, hull: _Hull, look: _Look) -> None:
    """The wall at the far end: a curtain in the opening of the aisle, lit signs above it."""
    room, a, t = hull.room, hull.room.half, hull.tall
    outline = [
        *hull.outline(),
        (0.62 * a, 0.9 * t),
        (0.5 * a, 0.97 * t),
        (0.26 * a, 1.02 * t),
        (0, 1.035 * t),
    ]
    shape = [room.at(x, y, 1) for x, y in outline] + [room.at(-x, y, 1) for x, y in reversed(outline)]
    with scene.canvas.pen((0, 0, scene.w, room.floor + 4)) as pen:
        pen.poly(shape, scene.ink(look.wall, 0.8))
        half, top = a * 0.33, t * 0.76
        it = Sketch(pen, *room.at(0, 0, 1), half)
        high = top / half
        it.rect(-1.1, 0, 1.1, high + 0.1, scene.ink(look.wall, 0.5), 0.12)
        it.rect(-1, 0, 1, high, scene.ink(look.seat, 0.36), 0.08)
        for i in range(8):
            px = -1 + 0.25 * i
            if scene.layout.name in ("open", "low") and i in (3, 4):
                it.rect(px, 0, px + 0.25, high, scene.ink("#ffe9c0", 0.9))
                continue
            it.rect(px, 0.03, px + 0.25, high, scene.ink(look.seat, 0.6))
            it.rect(px + 0.02, 0.03, px + 0.17, high, scene.ink(look.seat, 0.92), 0.05)
        it.rect(-1.06, high - 0.06, 1.06, high + 0.03, scene.ink("#a9b4be", 0.9), 0.02)
        for px, tint in ((-0.5, "#7fe0a0"), (0.1, "#ffb45f")):
            it.rect(px - 0.06, high + 0.16, px + 0.46, high + 0.4, ink(rgb("#3a424e")), 0.06)
            it.circle(px + 0.07, high + 0.28, 0.06, ink(rgb(tint)))
            it.rect(px + 0.18, high + 0.25, px + 0.38, high + 0.31, ink(rgb(tint)), 0.03)
        for side in (-1, 1):
            it.rect(
                side * 2.1 - 0.42,
                high * 0.48,
                side * 2.1 + 0.42,
                high * 0.78,
                scene.ink("#4f5b6c", 0.7),
                0.06,
            )
            it.rect(side * 2.1 - 0.36, high * 0.5, side * 2.1 + 0.36, high * 0.76, ink(rgb("#8fd0ea")), 0.04)
            _aloft(it, side * 2.1, high * 0.63)


def _aloft(it: Sketch, x: float, y: float) -> None:
    """A little aeroplane on its way, as the screens show it."""
    white = ink(rgb("#ffffff"))
    for py in (-0.34, 0.3):
        it.ellipse(x + py * 0.4, y + py, 0.16, 0.05, ink(rgb("#d3eef8")))
    it.blob(
        white,
        (x - 0.05, y - 0.2),
        (x - 0.05, y + 0.16),
        (x, y + 0.26),
        (x + 0.05, y + 0.16),
        (x + 0.05, y - 0.2),
    )
    for d in (-1, 1):
        it.poly(white, (x, y + 0.1), (x + d * 0.28, y - 0.06), (x + d * 0.28, y - 0.12), (x, y - 0.04))
        it.poly(white, (x, y - 0.14), (x + d * 0.13, y - 0.22), (x + d * 0.13, y - 0.26), (x, y - 0.22))


def _lockers(scene: Scene, hull: _Hull, look: _Look) -> None:
    """The lockers overhead: rounded doors with handles, a panel of reading lamps below."""
    room, near, a, t = hull.room, hull.near, hull.room.half, hull.tall
    front = (
        (0.64 * a, 0.72 * t),
        (0.56 * a, 0.76 * t),
        (0.53 * a, 0.83 * t),
        (0.56 * a, 0.9 * t),
        (0.64 * a, 0.93 * t),
    )
    joints, lamp = room.bays(9, near), ink(rgb("#fff3c8"))
    with scene.canvas.pen() as pen:
        for side in (-1, 1):
            lit = 0.98 if side * scene.light_side > 0 else 0.86
            under = ((0.92 * a, 0.72 * t), (0.64 * a, 0.72 * t))
            pen.poly(hull.along(side, under, (1, near)), scene.ink(look.wall, 0.5))
            for i in range(len(front) - 1):
                tone = lit - (0.26, 0.1, 0.0, 0.06)[i]
                pen.poly(hull.along(side, front[i : i + 2], (1, near)), scene.ink(pale(look.wall, 0.3), tone))
            pen.poly(
                hull.along(side, ((0.572 * a, 0.752 * t), (0.562 * a, 0.762 * t)), (1, near)),
                scene.ink(look.seat, 0.9),
            )
            for far, close in itertools.pairwise(joints):
                pen.poly(hull.along(side, front, (close, close * 1.008)), scene.ink(look.wall, 0.42))
                middle = 2 / (1 / far + 1 / close)
                grip = ((0.535 * a, 0.795 * t), (0.53 * a, 0.82 * t))
                pen.poly(hull.along(side, grip, (middle * 0.985, middle * 1.03)), scene.ink("#8f98a2", 0.8))
                x, y = room.at(side * 0.78 * a, 0.72 * t, middle)
                r = 0.022 * a * middle
                pen.ellipse(x, y, r * 1.5, r * 0.7, scene.ink("#7f8894", 0.6))
                pen.ellipse(x, y, r, r * 0.5, lamp)
    if scene.light.dark > 0.2:
        for side in (-1, 1):
            for far, close in itertools.pairwise(joints):
                x, y = room.at(side * 0.78 * a, 0.66 * t, 2 / (1 / far + 1 / close))
                scene.canvas.glow(x, y, 0.5 * a * far, rgb("#ffd890"), 0.34 * scene.light.dark)


def _rows(scene: Scene, hull: _Hull, look: _Look) -> None:
    """The rows of seats facing us, the far ones first."""
    room, a = hull.room, hull.room.half
    size = a * 0.27
    limit = room.nearest(scene) * 1.22
    for k in hull.room.bays(6, max(1.6, limit))[:-1]:
        k *= 1.06
        _, y = room.at(0, 0, k)
        deep = size * 1.75 * k
        with scene.canvas.pen((0, y - deep, scene.w, y + 6)) as pen:
            for side in (-1, 1):
                for place in (1, 0):
                    x = room.cx + side * k * (AISLE * 1.08 * a + size * (0.5 + place))
                    if -size * k < x < scene.w + size * k:
                        _seat(scene, pen, look, (x, y, size * k), side)


def _seat(scene: Scene, pen: Pen, look: _Look, at: tuple[float, float, float], side: int) -> None:
    """A seat: its cushion, its back, a white cloth over the head rest, arms."""
    it = Sketch(pen, *at, side)
    dim, mid, lit = (scene.ink(look.seat, k) for k in (0.42, 0.78, 1.0))
    frame: Ink = scene.ink("#6a7480", 0.7)
    it.rect(-0.4, 0, 0.4, 0.2, scene.ink("#3f4650", 0.4))
    for px in (-0.36, 0.28):
        it.rect(px, 0, px + 0.08, 0.22, frame, 0.02)
    it.rect(-0.44, 0.3, 0.44, 1.34, dim, 0.16)
    it.rect(-0.42, 0.32, 0.41, 1.33, mid, 0.15)
    it.rect(-0.3, 0.44, 0.28, 0.94, lit, 0.1)
    for px in (-0.16, 0.13):
        it.rect(px - 0.01, 0.48, px + 0.01, 0.9, mid)
    it.rect(-0.3, 1.0, 0.3, 1.345, scene.ink(look.cloth, 0.66), 0.1)
    it.rect(-0.29, 1.03, 0.28, 1.345, scene.ink(look.cloth, 1.0), 0.1)
    it.rect(-0.4, 0.18, 0.4, 0.42, dim, 0.08)
    it.rect(-0.4, 0.25, 0.4, 0.44, lit, 0.08)
    it.rect(-0.06, 0.38, 0.06, 0.43, scene.ink("#c9d2da", 1.0), 0.01)
    for px in (-0.5, 0.5):
        it.rect(px - 0.07, 0.16, px + 0.07, 0.66, scene.ink("#5f6874", 0.6), 0.05)
        it.rect(px - 0.07, 0.58, px + 0.07, 0.68, scene.ink("#aab4be", 0.95), 0.05)
