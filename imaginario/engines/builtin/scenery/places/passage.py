"""A corridor: doors at both sides, pictures and lamps between them, a window where it ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...pixels import F, rgb
from .. import furniture, interior
from ..depth import Depth, boards
from ..pen import Ink, Pen, Point, Sketch, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one corridor."""

    wall: str
    lower: str
    door: str
    runner: str
    trim: str
    wood: str


LOOKS = (
    _Look("#f5e2c4", "#e6c79a", "#a8683f", "#c24a44", "#f0cf8a", "#a3703f"),
    _Look("#dbe8e0", "#b5d2c6", "#f4efe4", "#3f7f7a", "#e8d9a8", "#8f6a4c"),
    _Look("#efdbe0", "#dcb3bf", "#8a5a4c", "#7a4f8a", "#f2d0b0", "#9c6a4c"),
    _Look("#dfe3f2", "#b9c3e0", "#5f7fae", "#34599a", "#f0d9a0", "#a9764a"),
    _Look("#eaeac8", "#cdd39a", "#7a8a52", "#b5653c", "#f2e2b0", "#936544"),
)
GOLD = "#d9ac52"


@dataclass(frozen=True)
class _Wall:
    """One long wall: things on it are placed by how far along it they are (0 = the far end, 1 = here)."""

    room: Depth
    side: int
    near: float

    def k(self, along: float) -> float:
        """The depth of a place along the wall."""
        return 1 / (1 - (1 - 1 / self.near) * along)

    def at(self, along: float, high: float, out: float = 0.0) -> Point:
        """A point `high` pixels above the floor, `out` from the wall into the corridor."""
        return self.room.at(self.side * (self.room.half - out), high, self.k(along))

    def box(self, a: tuple[float, float], b: tuple[float, float], out: float = 0.0) -> list[Point]:
        """An oblong on the wall between two corners (along, high)."""
        return [
            self.at(a[0], a[1], out),
            self.at(b[0], a[1], out),
            self.at(b[0], b[1], out),
            self.at(a[0], b[1], out),
        ]


def hallway(scene: Scene) -> Stage:
    """A corridor of a house with doors left and right, lit by a window at its end."""
    scene = indoors(scene)
    scene = scene.with_layout(horizon=scene.layout.horizon - 0.05)
    look, variant = LOOKS[int(scene.layout.variant * len(LOOKS))], scene.layout.variant
    name = scene.layout.name
    shift = {"winding": 0.07, "high": -0.06, "low": 0.02, "framed": -0.03}.get(name, 0.0)
    wide = scene.w > 1.8 * scene.h
    room = Depth.of(scene, 0.15 if wide else 0.19 + 0.03 * variant, shift, 0.42)
    tall = (room.floor - scene.canvas.inner[1]) * (0.74 if name != "open" else 0.68)
    near = max(room.cx, scene.w - room.cx) / room.half * 1.1
    scene.canvas.gradient([scene.tone("#fff6e8", k) for k in (0.98, 0.6)], 0, room.floor - tall, scene.h)
    boards(scene, room, look.wood, 7)
    _shell(scene, room, look, tall, near)
    pane = _end(scene, room, look, tall)
    _runner(scene, room, look, near)
    _daylight(scene, room, pane)
    offset = 0.5 if variant > 0.5 else 0.0
    for side in (-1, 1):
        wall = _Wall(room, side * (-1 if scene.layout.flip else 1), near)
        _furnish(scene, wall, look, tall, offset if side > 0 else 0.0)
    x, y = _Wall(room, -1 if scene.layout.flip else 1, near).at(0.5, 0, room.half * 0.16)
    _umbrellas(scene, x, y, tall * 0.34 * near / (near + 1) * 1.4)
    _ceiling_lamps(scene, room, tall)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.72
    return scene.stage(ground, indoor=True, window=pane)


def _shell(scene: Scene, room: Depth, look: _Look, tall: float, near: float) -> None:
    """Two long walls, papered above a rail and boarded below, the end wall and the ceiling."""
    a, rail = room.half, tall * 0.33
    with scene.canvas.pen() as pen:
        room.quad(pen, ((-a, 0, 1), (a, 0, 1), (a, tall, 1), (-a, tall, 1)), scene.ink(look.wall, 0.82))
        room.quad(pen, ((-a, 0, 1), (a, 0, 1), (a, rail, 1), (-a, rail, 1)), scene.ink(look.lower, 0.74))
        for side in (-1, 1):
            wall, lit = _Wall(room, side, near), 0.96 if side * scene.light_side < 0 else 0.78
            for i in range(6):
                far, close = i / 6, (i + 1) / 6
                k = lit - 0.2 * (1 - i / 5)
                pen.poly(wall.box((far, 0), (close, tall)), scene.ink(look.wall, k))
                pen.poly(wall.box((far, 0), (close, rail)), scene.ink(look.lower, k))
            for i in range(26):
                pen.poly(wall.box((i / 26, 0), (i / 26 + 0.0035, rail)), scene.ink(look.lower, lit - 0.34))
            for i in range(18):
                stripe = wall.box((i / 18, rail), (i / 18 + 0.012, tall))
                pen.poly(stripe, scene.ink(pale(look.wall, 0.35), lit - 0.08))
            for low, high, tint in (
                (rail, rail * 1.08, "#fff8ec"),
                (0, tall * 0.05, "#fff8ec"),
                (tall * 0.95, tall, "#fffaf0"),
            ):
                pen.poly(wall.box((0, low), (1, high)), scene.ink(tint, lit))
                pen.poly(wall.box((0, low), (1, low + tall * 0.008)), scene.ink(look.lower, 0.4))


def _end(scene: Scene, room: Depth, look: _Look, tall: float) -> interior.Rect:
    """The end of the corridor: a window between curtains, or the front door with a pane in it."""
    if scene.layout.name in ("high", "framed"):
        return _front_door(scene, room, look, tall)
    w, h = room.half * 1.0, tall * 0.5
    x, y = room.at(0, tall * 0.84, 1)
    pane = interior.window(scene, x - w / 2, y, w, h, arched=False)
    interior.curtains(scene, pane, look.runner)
    return pane


def _front_door(scene: Scene, room: Depth, look: _Look, tall: float) -> interior.Rect:
    """The front door: the outdoors in its upper half and at its sides, a mat before it."""
    half, top = room.half * 0.44, tall * 0.8
    with scene.canvas.pen((0, 0, scene.w, room.floor + 4)) as pen:
        it = Sketch(pen, *room.at(0, 0, 1), half)
        high = top / half
        it.rect(-1.2, 0, 1.2, high + 0.2, scene.ink(look.lower, 0.4))
        it.rect(-1.16, 0, 1.16, high + 0.17, scene.ink("#fff8ec", 0.92))
        it.rect(-1, 0, 1, high, scene.ink(look.runner, 0.4))
        it.rect(-0.96, 0, 0.96, high - 0.04, scene.ink(look.runner, 0.92))
        for a, b in ((-0.76, -0.08), (0.08, 0.76)):
            it.rect(a, 0.2, b, high * 0.4, scene.ink(look.runner, 0.55))
            it.rect(a + 0.05, 0.2, b, high * 0.4 - 0.05, scene.ink(pale(look.runner, 0.14), 0.95))
        it.circle(0.8, high * 0.47, 0.075, scene.ink(GOLD, 1.0))
    x, y = room.at(0, top * 0.93, 1)
    pane = interior.window(scene, x - half * 0.7, y, half * 1.4, top * 0.36)
    with scene.canvas.pen((0, room.floor - 4, scene.w, scene.h)) as pen:
        for k, tint in ((1.0, "#7a6a4a"), (0.86, "#b59a62")):
            a, b = room.half * 0.5 * k, 0.09 * k
            shape = ((-a, 0, 1.13 - b), (a, 0, 1.13 - b), (a, 0, 1.13 + b), (-a, 0, 1.13 + b))
            room.quad(pen, shape, scene.ink(tint, 0.9))
    return pane


def _runner(scene: Scene, room: Depth, look: _Look, near: float) -> None:
    """A long carpet with a border and lozenges."""
    half = room.half * 0.52
    with scene.canvas.pen((0, room.floor, scene.w, scene.h)) as pen:
        for k, color, tone in (
            (1.04, look.wood, 0.3),
            (1.0, look.runner, 0.8),
            (0.9, look.trim, 0.9),
            (0.84, look.runner, 0.88),
        ):
            a = half * k
            room.quad(pen, ((-a, 0, 1.27), (a, 0, 1.27), (a, 0, near), (-a, 0, near)), scene.ink(color, tone))
        spots = room.bays(11, max(1.5, near))
        for i, k in enumerate(spots[1:-1], 1):
            b = spots[i + 1]
            if k < 1.27:
                continue
            mid, d = 2 / (1 / k + 1 / b), half * 0.46
            shape = ((-d, 0, mid), (0, 0, k * 1.01), (d, 0, mid), (0, 0, b * 0.99))
            room.quad(pen, shape, scene.ink(look.trim, 0.84))
            d *= 0.6
            shape = ((-d, 0, mid), (0, 0, k + (mid - k) * 0.42), (d, 0, mid), (0, 0, b - (b - mid) * 0.42))
            room.quad(pen, shape, scene.ink(look.runner, 0.62))


def _daylight(scene: Scene, room: Depth, pane: interior.Rect) -> None:
    """The light of the window lying on the floor and on the walls near it."""
    if scene.setting.gloomy:
        return
    color = {"day": "#fff3cf", "dawn": "#ffdcb0", "sunset": "#ffb977", "night": "#a9c0ff"}[scene.setting.time]
    k = {"night": 0.16}.get(scene.setting.time, 0.4)
    x, y = (pane[0] + pane[2]) / 2, (pane[1] + pane[3]) / 2
    scene.canvas.haze(x, y, room.half * 2.0, room.half * 2.2, rgb(color), k * 0.8, 1.5)
    with scene.canvas.pen((0, room.floor, scene.w, scene.h), soft=9 * scene.u, opacity=k * 0.5) as pen:
        for a, b in ((-0.46, -0.04), (0.04, 0.46)):
            c, d = a * room.half, b * room.half
            room.quad(
                pen, ((c, 0, 1.14), (d, 0, 1.14), (d * 1.1, 0, 2.1), (c * 1.1, 0, 2.1)), ink(rgb(color))
            )


def _furnish(scene: Scene, wall: _Wall, look: _Look, tall: float, offset: float) -> None:
    """Doors at even distances, and what hangs between them."""
    doors = (0.2 + 0.1 * offset, 0.66 + 0.12 * offset)
    hung = wall.side * (-1 if scene.layout.flip else 1) < 0
    with scene.canvas.pen() as pen:
        for middle in doors:
            _door(scene, wall, pen, look, middle, tall)
        if hung:
            _hooks(scene, wall, pen, doors[0] + 0.29, tall)
        else:
            _picture(scene, wall, pen, doors[0] + 0.16, tall, 0)
            _picture(scene, wall, pen, doors[0] + 0.3, tall, 1)
        _picture(scene, wall, pen, doors[1] + 0.25, tall, 2)
        _picture(scene, wall, pen, doors[0] - 0.15, tall, 3)
    for along in (doors[0] + (0.16 if hung else 0.228), doors[1] + 0.17):
        _sconce(scene, wall, along, tall)


def _door(scene: Scene, wall: _Wall, pen: Pen, look: _Look, middle: float, tall: float) -> None:
    """A panelled door in its frame, a knob on it."""
    half, top = 0.088, tall * 0.74
    lit = 0.9 if wall.side * scene.light_side < 0 else 0.74
    frame, dim, face = (
        scene.ink(c, k) for c, k in (("#fff8ec", lit), (look.door, lit - 0.4), (look.door, lit))
    )
    pen.poly(
        wall.box((middle - half * 1.24, 0), (middle + half * 1.24, top * 1.05)),
        scene.ink(look.lower, lit - 0.4),
    )
    pen.poly(wall.box((middle - half * 1.2, 0), (middle + half * 1.2, top * 1.045)), frame)
    pen.poly(wall.box((middle - half, 0), (middle + half, top)), dim)
    pen.poly(wall.box((middle - half * 0.94, 0), (middle + half, top * 0.99)), face)
    for low, high in ((0.08, 0.4), (0.47, 0.92)):
        for a, b in ((-0.74, -0.1), (0.12, 0.76)):
            box = ((middle + a * half, top * low), (middle + b * half, top * high))
            pen.poly(wall.box(*box), dim)
            box = (
                (middle + (a + 0.07) * half, top * (low + 0.012)),
                (middle + b * half, top * (high - 0.02)),
            )
            pen.poly(wall.box(*box), scene.ink(pale(look.door, 0.12), lit))
    x, y = wall.at(middle + 0.8 * half, top * 0.44, wall.room.half * 0.02)
    r = tall * 0.02 * wall.k(middle)
    pen.ellipse(x, y, r * 0.9, r, scene.ink("#8a6a2a", 0.6))
    pen.ellipse(x - r * 0.15, y - r * 0.2, r * 0.65, r * 0.75, scene.ink("#f2cf6a", 1.0))


def _picture(scene: Scene, wall: _Wall, pen: Pen, middle: float, tall: float, index: int) -> None:
    """A framed picture: hills, a flower, or a little boat."""
    kind = (index + int(scene.layout.variant * 9) + (wall.side > 0)) % 3
    half, low, high = 0.044, tall * 0.5, tall * 0.74
    span, deep = high - low, 2 * half
    pen.poly(
        wall.box((middle - half, low - span * 0.05), (middle + half * 1.06, high)), scene.ink("#8f7a66", 0.5)
    )
    pen.poly(
        wall.box((middle - half, low), (middle + half, high)),
        scene.ink((GOLD, "#8a5a3c", "#5a4a50")[kind], 0.92),
    )
    a, b = middle - half * 0.8, middle + half * 0.8
    low, high = low + span * 0.09, high - span * 0.09
    sky = ("#bfe3f0", "#fbe9c8", "#ffd0a8")[kind]
    pen.poly(wall.box((a, low), (b, high)), scene.ink(sky, 0.98))
    if kind == 1:
        x, y = wall.at(middle, low + span * 0.48)
        r = span * 0.13 * wall.k(middle)
        pen.poly(
            wall.box((middle - half * 0.05, low), (middle + half * 0.05, low + span * 0.4)),
            scene.ink("#5f9a5a", 0.9),
        )
        for t in np.linspace(0, 6.28, 7)[:-1].tolist():
            pen.ellipse(
                x + r * 0.62 * float(np.cos(t)),
                y + r * float(np.sin(t)),
                r * 0.5,
                r * 0.6,
                scene.ink("#e0705f", 0.95),
            )
        pen.ellipse(x, y, r * 0.4, r * 0.5, scene.ink("#f2c24f", 1.0))
        return
    base = ("#7fb56a", "", "#5f9ac0")[kind]
    pen.poly(
        [
            wall.at(a, low),
            wall.at(a, low + span * 0.3),
            wall.at(a + deep * 0.28, low + span * 0.44),
            wall.at(middle + half * 0.2, low + span * 0.28),
            wall.at(b, low + span * 0.36),
            wall.at(b, low),
        ],
        scene.ink(base, 0.92),
    )
    x, y = wall.at(middle + half * 0.3, low + span * 0.6)
    pen.circle(x, y, span * 0.07 * wall.k(middle), scene.ink("#fff6d6", 1.0))


def _hooks(scene: Scene, wall: _Wall, pen: Pen, middle: float, tall: float) -> None:
    """A board with hooks: a coat, a scarf and a hat hang there."""
    half, y = 0.08, tall * 0.64
    pen.poly(wall.box((middle - half, y), (middle + half, y + tall * 0.05)), scene.ink("#7a5236", 0.8))
    pen.poly(
        wall.box((middle - half, y + tall * 0.012), (middle + half, y + tall * 0.05)),
        scene.ink("#b5824e", 0.95),
    )
    for i, color in enumerate(("#c8503f", "#e8b84f", "#3f6f8f")):
        at = middle + (i - 1) * half * 0.64
        w, long = half * (0.3, 0.13, 0.3)[i], tall * (0.36, 0.3, 0.4)[i]
        for dx, tone in ((0.0, 0.55), (-0.22, 0.92)):
            shape = [
                wall.at(at - w * 0.35, y + tall * 0.02),
                wall.at(at + w * (0.35 + dx), y + tall * 0.02),
                wall.at(at + w * (1 + dx), y - long * 0.2),
                wall.at(at + w * (1.05 + dx), y - long),
                wall.at(at - w * 1.05, y - long),
                wall.at(at - w, y - long * 0.2),
            ]
            pen.poly(shape, scene.ink(color, tone))
        px, py = wall.at(at, y + tall * 0.025)
        r = tall * 0.012 * wall.k(at)
        pen.circle(px, py, r, scene.ink(GOLD, 1.0))
    x, y0 = wall.at(middle, y + tall * 0.055)
    r = tall * 0.05 * wall.k(middle)
    pen.ellipse(x, y0, r * 1.1, r * 0.34, scene.ink("#d9b06a", 0.7))
    pen.rect(x - r * 0.6, y0 - r * 0.9, x + r * 0.6, y0, scene.ink("#e8c888", 0.95), r * 0.4)
    pen.rect(x - r * 0.6, y0 - r * 0.3, x + r * 0.6, y0 - r * 0.06, scene.ink("#a8503f", 0.9))


def _sconce(scene: Scene, wall: _Wall, along: float, tall: float) -> None:
    """A wall lamp with a shade."""
    x, y = wall.at(along, tall * 0.7, wall.room.half * 0.06)
    foot = wall.at(along, tall * 0.62)
    r, on = tall * 0.045 * wall.k(along), scene.light.dark > 0.2
    if not -r < x < scene.w + r:
        return
    shade: Ink = ink(rgb("#ffe7ac")) if on else scene.ink("#fdf0d6", 1.0)
    with scene.canvas.pen((x - r * 4, y - r * 3, x + r * 4, y + r * 4)) as pen:
        pen.stroke([foot, (x, foot[1] + r * 0.1), (x, y)], r * 0.24, r * 0.2, scene.ink(GOLD, 0.8))
        pen.circle(*foot, r * 0.34, scene.ink(GOLD, 0.95))
        pen.poly(
            [(x - r * 0.5, y - r), (x + r * 0.5, y - r), (x + r, y + r * 0.5), (x - r, y + r * 0.5)], shade
        )
        pen.rect(x - r, y + r * 0.36, x + r, y + r * 0.52, scene.ink(GOLD, 0.9))
    interior.lamplight(scene, x, y, r * 8, 0.8)


def _ceiling_lamps(scene: Scene, room: Depth, tall: float) -> None:
    """Round lamps along the ceiling."""
    for k in (1.25, 1.9):
        x, y = room.at(0, tall * 0.995, k)
        r = room.half * 0.2 * k
        if y < scene.canvas.inner[1] - r:
            continue
        on = scene.light.dark > 0.2
        with scene.canvas.pen((x - r * 2, y - r, x + r * 2, y + r * 1.5)) as pen:
            pen.ellipse(x, y, r * 0.5, r * 0.13, scene.ink(GOLD, 0.8))
            pen.ellipse(x, y + r * 0.22, r * 0.8, r * 0.34, scene.ink(GOLD, 0.6))
            pen.ellipse(
                x, y + r * 0.24, r * 0.74, r * 0.31, ink(rgb("#fff0c4")) if on else scene.ink("#fffaf0", 1.0)
            )
        interior.lamplight(scene, x, y + r * 0.3, r * 5)


def _umbrellas(scene: Scene, x: float, y: float, size: float) -> None:
    """A stand with two umbrellas."""
    furniture.shadow(scene, x, y, size * 0.24)
    with scene.canvas.pen((x - size, y - size * 1.4, x + size, y + 5)) as pen:
        it = Sketch(pen, x, y, size)
        for d, tint in ((-0.06, "#d8503f"), (0.08, "#3f6fa8")):
            it.poly(
                scene.ink(tint, 0.9),
                (d - 0.05, 0.9),
                (d + 0.05, 0.9),
                (d * 0.6 + 0.02, 0.2),
                (d * 0.6 - 0.02, 0.2),
            )
            it.stroke(
                scene.ink("#7a5236", 0.9), 0.03, 0.03, (d, 0.9), (d, 1.06), (d + 0.06, 1.1), (d + 0.1, 1.04)
            )
        it.rect(-0.16, 0, 0.16, 0.5, scene.ink("#c9925a", 0.6), 0.04)
        it.rect(-0.16, 0, 0.09, 0.5, scene.ink("#d9a86a", 0.95), 0.04)
    scene.canvas.shadow(x, y, size * 0.2, size * 0.05, scene.light.shade * F(0.3), 0.2)
