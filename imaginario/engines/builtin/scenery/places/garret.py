"""Under the roof: beams and boards, a round window in the gable, a trunk and what else was put away."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from ...pixels import F, rgb
from .. import interior, keepsakes, stowage
from ..depth import Depth, boards
from ..pen import Marks, Pen, Point, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one attic."""

    wood: str
    beam: str
    wall: str
    floor: str


LOOKS = (
    _Look("#c08a58", "#8a5a38", "#d9b08a", "#a3703f"),
    _Look("#a98468", "#70503c", "#cdb8a0", "#8f6a4c"),
    _Look("#c99c62", "#94653a", "#e6cfa4", "#b07a48"),
    _Look("#9f8878", "#6a544a", "#b9c2c0", "#8a6a52"),
)


@dataclass(frozen=True)
class _Roof:
    """The shape of the room: low walls, and above them two slopes that meet in a ridge."""

    room: Depth
    knee: float
    ridge: float
    near: float

    def slope(self, side: int, t: float, k: float) -> Point:
        """A point of a slope: t from 0 (its foot) to 1 (the ridge)."""
        return self.room.at(side * self.room.half * (1 - t), self.knee + (self.ridge - self.knee) * t, k)

    def patch(self, side: int, span: tuple[float, float], deep: tuple[float, float]) -> list[Point]:
        """A part of a slope between two heights and two depths."""
        (a, b), (far, close) = span, deep
        return [
            self.slope(side, a, far),
            self.slope(side, b, far),
            self.slope(side, b, close),
            self.slope(side, a, close),
        ]


def attic(scene: Scene) -> Stage:
    """The attic of an old house, light falling through the round window."""
    scene = indoors(scene)
    name, variant = scene.layout.name, scene.layout.variant
    way = -1 if scene.layout.flip else 1
    look = LOOKS[int(scene.rng("attic").integers(len(LOOKS)))]
    shift = {"winding": 0.06, "high": -0.06, "low": 0.03}.get(name, 0.0)
    wide = scene.w > 1.8 * scene.h
    room = Depth.of(scene, (0.3 if wide else 0.36) + 0.05 * variant, shift, 0.34)
    above = room.floor - scene.canvas.inner[1]
    near = max(room.cx, scene.w - room.cx) / room.half * 1.4 + 1
    roof = _Roof(room, above * (0.24 + 0.1 * variant), above * 0.98, near)
    boards(scene, room, look.floor, 10)
    _slopes(scene, roof, look)
    pane = _gable(scene, roof, look, variant > 0.62)
    _beams(scene, roof, look)
    _cobweb(scene, roof, way)
    _light(scene, roof, pane)
    _stored(scene, roof, way)
    _bulb(scene, roof)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.72
    return scene.stage(ground, indoor=True, window=pane)


def _slopes(scene: Scene, roof: _Roof, look: _Look) -> None:
    """The boarded undersides of the roof and the low walls at their feet."""
    scene.canvas.gradient([scene.tone(look.wood, 0.4)], 0, scene.h, int(roof.room.floor))
    room, near = roof.room, roof.near
    with scene.canvas.pen() as pen:
        for side in (-1, 1):
            lit = 0.86 if side * scene.light_side < 0 else 0.66
            x = side * room.half
            room.quad(
                pen,
                ((x, 0, 1), (x, roof.knee, 1), (x, roof.knee, near), (x, 0, near)),
                scene.ink(look.wall, lit - 0.06),
            )
            room.quad(
                pen,
                ((x, 0, 1), (x, 12 * scene.u, 1), (x, 12 * scene.u, near), (x, 0, near)),
                scene.ink(look.beam, lit),
            )
            rng = scene.rng(f"slope-{side}")
            for i, luck in enumerate(rng.random(9).tolist()):
                k = lit - 0.3 * i / 9 + 0.12 * (luck - 0.5)
                pen.poly(roof.patch(side, (i / 9, (i + 1) / 9), (1, near)), scene.ink(look.wood, k))
                pen.poly(roof.patch(side, (i / 9, i / 9 + 0.008), (1, near)), scene.ink(look.beam, k - 0.36))


def _gable(scene: Scene, roof: _Roof, look: _Look, square: bool) -> interior.Rect:
    """The end wall of upright boards with its window."""
    room, a = roof.room, roof.room.half
    outline = [
        room.at(-a, 0, 1),
        room.at(-a, roof.knee, 1),
        room.at(0, roof.ridge, 1),
        room.at(a, roof.knee, 1),
        room.at(a, 0, 1),
    ]
    with scene.canvas.pen((0, 0, scene.w, room.floor + 3)) as pen:
        pen.poly(outline, scene.ink(look.wall, 0.9))
        for i in range(1, 16):
            x = a * (i / 8 - 1)
            top = roof.knee + (roof.ridge - roof.knee) * (1 - abs(x) / a)
            room.quad(
                pen,
                ((x, 0, 1), (x + 1.8 * scene.u, 0, 1), (x + 1.8 * scene.u, top, 1), (x, top, 1)),
                scene.ink(look.wall, 0.52),
            )
        room.quad(
            pen,
            ((-a, 0, 1), (a, 0, 1), (a, 16 * scene.u, 1), (-a, 16 * scene.u, 1)),
            scene.ink(look.beam, 0.75),
        )
    r = min(a * 0.36, roof.ridge * 0.2)
    x, y = room.at(0, roof.knee + (roof.ridge - roof.knee) * 0.42, 1)
    if square:
        return interior.window(scene, x - r * 0.8, y - r * 0.2, r * 1.6, r * 1.7)
    return _round_window(scene, look, (x, y), r)


def _round_window(scene: Scene, look: _Look, at: Point, r: float) -> interior.Rect:
    """A round window with a cross, the weather behind it."""
    x, y = at
    box = scene.canvas.clip(x - r, y - r, x + r, y + r)
    if box[2] - box[0] < 4 or box[3] - box[1] < 4:
        return box
    with scene.canvas.pen((x - r * 1.4, y - r * 1.4, x + r * 1.4, y + r * 1.4)) as pen:
        pen.circle(x + r * 0.03, y + r * 0.06, r * 1.22, scene.ink(look.beam, 0.4))
        pen.circle(x, y, r * 1.2, scene.ink(pale(look.beam, 0.3), 0.95))
        pen.circle(x, y, r * 1.06, scene.ink(look.beam, 0.5))
    view = interior.outside(scene, int(2 * r), int(2 * r))
    left, top = int(x - r), int(y - r)
    marks = Marks((left, top, left + view.width, top + view.height), 2)
    marks.circle(x, y, r, 255)
    scene.canvas.paint(marks.mask(), left, top, view.a)
    bar = scene.ink(pale(look.beam, 0.3), 0.95)
    with scene.canvas.pen((x - r, y - r, x + r, y + r)) as pen:
        pen.rect(x - r * 0.05, y - r, x + r * 0.05, y + r, bar)
        pen.rect(x - r, y - r * 0.05, x + r, y + r * 0.05, bar)
    return box


def _beams(scene: Scene, roof: _Roof, look: _Look) -> None:
    """Rafters along the slopes, collar beams across them, the ridge above."""
    posts = roof.room.bays(6, roof.near)
    with scene.canvas.pen() as pen:
        pen.poly(
            [
                roof.room.at(-9 * scene.u, roof.ridge, 1),
                roof.room.at(9 * scene.u, roof.ridge, 1),
                roof.room.at(9 * scene.u, roof.ridge, roof.near),
                roof.room.at(-9 * scene.u, roof.ridge, roof.near),
            ],
            scene.ink(look.beam, 0.5),
        )
        for i, k in enumerate(posts):
            for side in (-1, 1):
                lit = 0.9 if side * scene.light_side < 0 else 0.7
                pen.poly(roof.patch(side, (0, 1), (k, k * 1.075)), scene.ink(look.beam, lit - 0.36))
                pen.poly(roof.patch(side, (0, 1), (k * 1.018, k * 1.075)), scene.ink(look.beam, lit))
            if i in (1, 3):
                _collar(scene, roof, look, pen, k)


def _collar(scene: Scene, roof: _Roof, look: _Look, pen: Pen, k: float) -> None:
    t, thick = 0.64, 19 * scene.u
    (x0, y), (x1, _) = roof.slope(-1, t, k), roof.slope(1, t, k)
    thick *= k
    pen.rect(
        min(x0, x1) - thick, y - thick / 2, max(x0, x1) + thick, y + thick / 2, scene.ink(look.beam, 0.5)
    )
    pen.rect(
        min(x0, x1) - thick, y - thick / 2, max(x0, x1) + thick, y + thick * 0.28, scene.ink(look.beam, 0.92)
    )
    for px in (x0 + thick * 0.6, x1 - thick * 0.6):
        pen.circle(px, y - thick * 0.1, thick * 0.13, scene.ink(look.beam, 0.3))


def _cobweb(scene: Scene, roof: _Roof, way: int) -> None:
    """A cobweb in the angle of a slope, a small spider on its thread."""
    x, y = roof.slope(way, 0.3, 1.28)
    r, thread = 96 * scene.u, scene.ink("#fffdf6", 1.0)
    angles = [np.pi / 2 + way * t for t in (-0.1, 0.28, 0.66, 1.04, 1.42)]
    with scene.canvas.pen((x - r * 1.4, y - r, x + r * 1.4, y + r * 1.6), opacity=0.8) as pen:
        ends = [(x + r * float(np.cos(t)), y + r * float(np.sin(t))) for t in angles]
        for end in ends:
            pen.line((x, y), end, 1.7 * scene.u, thread)
        for k in (0.34, 0.58, 0.82):
            for (ax, ay), (bx, by) in itertools.pairwise(ends):
                a, b = (x + (ax - x) * k, y + (ay - y) * k), (x + (bx - x) * k, y + (by - y) * k)
                middle = (x + ((ax + bx) / 2 - x) * k * 0.86, y + ((ay + by) / 2 - y) * k * 0.86)
                pen.stroke([a, middle, b], 1.5 * scene.u, 1.5 * scene.u, thread)
        sx, sy = ends[1][0], ends[1][1] + r * 0.4
        pen.line(ends[1], (sx, sy), 1.4 * scene.u, thread)
        for d in (-1, 1):
            for lift in (-5, 0, 5):
                pen.line(
                    (sx, sy),
                    (sx + d * 11 * scene.u, sy + lift * scene.u),
                    1.6 * scene.u,
                    scene.ink("#4a3a3a", 0.5),
                )
        pen.circle(sx, sy, 6 * scene.u, scene.ink("#4a3a3a", 0.6))


def _light(scene: Scene, roof: _Roof, pane: interior.Rect) -> None:
    """The shaft of light from the window, dust in it, and its round spot on the floor."""
    if scene.setting.gloomy or pane[2] - pane[0] < 4:
        return
    x, y, r = (pane[0] + pane[2]) / 2, (pane[1] + pane[3]) / 2, (pane[2] - pane[0]) / 2
    way = 1 if scene.light_side < 0 else -1
    color = {"day": "#fff0c0", "dawn": "#ffdcb0", "sunset": "#ffb870", "night": "#a9c0ff"}[scene.setting.time]
    k = {"night": 0.2}.get(scene.setting.time, 0.4)
    spot = (x + way * r * 1.5, roof.room.floor + (scene.h - roof.room.floor) * 0.5)
    box = scene.canvas.clip(0, y - r, scene.w, scene.h)
    marks = Marks(box, 1)
    marks.poly(
        [(x - r * 0.9, y), (x + r * 0.9, y), (spot[0] + r * 1.7, spot[1]), (spot[0] - r * 1.7, spot[1])], 120
    )
    marks.ellipse(spot[0], spot[1], r * 1.72, r * 0.5, 200)
    light = marks.mask(7 * scene.u)[..., None] * (rgb(color) * F(k))
    part = scene.canvas.part(box)
    part += (1 - part) * light
    rng = scene.rng("dust")
    with scene.canvas.pen(opacity=0.75) as pen:
        for a, b, c in rng.random((46, 3)).tolist():
            px = x + (spot[0] - x) * b + r * (1.8 * a - 0.9) * (1 + 0.9 * b)
            pen.circle(px, y + (spot[1] - y) * b, (0.9 + 1.9 * c) * scene.u, ink(rgb(color)))


def _stored(scene: Scene, roof: _Roof, way: int) -> None:
    """What was put away, along both sides: the horse or the lamp here, trunk and boxes there."""
    room, u = roof.room, scene.near
    size = min(150 * u, room.half * 0.6)
    spot = [
        room.at(s * room.half * d, 0, k)
        for s, d, k in ((-way, 0.86, 1.0), (-way, 0.8, 1.3), (way, 0.86, 1.05), (way, 0.8, 1.42))
    ]
    spots = [(min(max(x, size * 0.5), scene.w - size * 0.5), min(y, scene.h - 6)) for x, y in spot]
    keepsakes.boxes(scene, spots[0], size * 0.72, way)
    first = scene.rng("kept").random() < 0.5
    if first:
        keepsakes.dressform(scene, (spots[2][0] - way * size * 0.3, spots[2][1]), size * 1.15)
    else:
        keepsakes.frames(scene, spots[2], size)
    keepsakes.trunk(scene, spots[1], size * 1.1)
    if scene.layout.variant < 0.6:
        keepsakes.horse(scene, spots[3], size * 1.15, -way)
    else:
        x, y = spots[3]
        stowage.crate(scene, x, y, size * 0.8)
        keepsakes.lamp(scene, (x, y - size * 0.58), size * 0.62)


def _bulb(scene: Scene, roof: _Roof) -> None:
    """A bare bulb on its wire, bright after dark."""
    x, y = roof.slope(1, 0.88, 1.35)
    top = scene.canvas.inner[1] - 40 * scene.u
    size, on = 26 * scene.u, scene.light.dark > 0.2
    x, y = x - size, max(y + 70 * scene.u, top + 120 * scene.u)
    with scene.canvas.pen((x - size * 2, top, x + size * 2, y + size * 2)) as pen:
        pen.rect(x - 1.6 * scene.u, top, x + 1.6 * scene.u, y - size, scene.ink("#3a302c", 0.5))
        pen.rect(x - size * 0.3, y - size * 1.3, x + size * 0.3, y - size * 0.6, scene.ink("#6a5444", 0.6), 3)
        pen.blob(
            [
                (x - size * 0.25, y - size * 0.6),
                (x - size * 0.5, y),
                (x, y + size * 0.5),
                (x + size * 0.5, y),
                (x + size * 0.25, y - size * 0.6),
            ],
            ink(rgb("#fff0b8")) if on else scene.ink("#f6f0dc", 1.0),
        )
    interior.lamplight(scene, x, y, 330 * scene.u)
