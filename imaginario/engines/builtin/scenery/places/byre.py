"""Inside a barn: hay and straw, a loft with its ladder, a stall, and the great door open on the fields."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from ...pixels import F, mix, rgb
from .. import interior, stowage
from ..depth import Depth, boards
from ..pen import Ink, Pen, Sketch, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one barn."""

    plank: str
    beam: str
    door: str
    floor: str


LOOKS = (
    _Look("#b5804f", "#7a4f33", "#b8443a", "#d2ac6c"),
    _Look("#a3785a", "#6a4838", "#4f7f6a", "#c8a670"),
    _Look("#c08a58", "#84553a", "#3f6f9a", "#d9b577"),
    _Look("#a8623f", "#6a3f2c", "#f0e2c8", "#cfa868"),
)
STRAW = (("#e6c364", 0.95), ("#c99a45", 0.7), ("#f4dc8f", 1.0))


def barn(scene: Scene) -> Stage:
    """A barn of planks and beams with bales of hay, light between the boards and the fields outside."""
    scene = indoors(scene)
    look, variant = LOOKS[int(scene.rng("barn").integers(len(LOOKS)))], scene.layout.variant
    shift = {"winding": 0.1, "high": -0.08, "low": 0.05, "framed": -0.05}.get(scene.layout.name, 0.0)
    room = Depth.of(scene, 0.29 + 0.08 * variant, shift, 0.36)
    tall = room.floor * (0.62 - 0.06 * variant)
    way = -1 if scene.layout.flip else 1
    _far_wall(scene, room, look, tall)
    for side in (-1, 1):
        _side_wall(scene, room, look, (side * room.half, tall), side == scene.light_side)
    _roof(scene, room, look, tall)
    pane = _great_door(scene, room, look, tall, -way * (0.26 + 0.12 * variant) * room.half)
    boards(scene, room, look.floor, 10)
    _daylight(scene, room, pane)
    _stall(scene, room, look, tall, way)
    _loft(scene, room, look, tall, way)
    _tools(scene, room, tall, -way)
    _straw(scene, room)
    _bales(scene, room, way)
    _lanterns(scene, room, tall)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.72
    side = -1 if (pane[0] + pane[2]) / 2 < scene.w / 2 else 1
    return scene.stage(ground, indoor=True, window=pane, light_side=side)


def _far_wall(scene: Scene, room: Depth, look: _Look, tall: float) -> None:
    """The gable wall: upright planks, a beam, and a little round window under the roof."""
    scene.canvas.gradient(
        [scene.tone(look.plank, k) for k in (0.5, 0.8, 0.92)], 0, room.floor, int(room.floor) + 2
    )
    rng, step = scene.rng("gable"), room.half / 9
    with scene.canvas.pen((0, 0, scene.w, room.floor + 2)) as pen:
        for i in range(-9, 9):
            x = room.cx + i * step
            pen.rect(x, 0, x + step, room.floor, scene.ink(look.plank, 0.62 + 0.26 * rng.random()))
            pen.rect(x, 0, x + step * 0.07, room.floor, scene.ink(look.beam, 0.3))
        x, y = room.at(0, tall * 1.3, 1)
        r = room.half * 0.11
        pen.circle(x, y, r * 1.3, scene.ink(look.beam, 0.6))
        pen.circle(x, y, r, ink(np.clip(scene.light.sky[2] * F(1.02), 0, 1)))
        for a, b in ((r, r * 0.1), (r * 0.1, r)):
            pen.rect(x - a, y - b, x + a, y + b, scene.ink(look.beam, 0.6))


def _side_wall(scene: Scene, room: Depth, look: _Look, size: tuple[float, float], sunny: bool) -> None:
    """Planks along one side; daylight shows between them on the side the sun stands."""
    (x, tall), end = size, 4.0
    rng, lit = scene.rng(f"wall-{x > 0}"), 0.62 if sunny else 0.86
    glow = 0.0 if scene.setting.gloomy else 1.0 - 0.8 * scene.light.dark
    gap = ink(mix(scene.tone(look.beam, 0.3), rgb("#fff0c0"), 0.2 + 0.75 * glow))
    with scene.canvas.pen() as pen:
        edges = [1 / (1 - 0.042 * i) for i in range(18)]
        for far, near in itertools.pairwise(edges):
            tint = scene.ink(look.plank, lit + 0.16 * (rng.random() - 0.5))
            room.quad(pen, ((x, -2, far), (x, tall * 1.1, far), (x, tall * 1.1, near), (x, -2, near)), tint)
            thin = far + (near - far) * (0.16 if sunny and rng.random() < 0.6 else 0.07)
            seam = gap if sunny else scene.ink(look.beam, 0.34)
            room.quad(pen, ((x, 0, far), (x, tall, far), (x, tall, thin), (x, 0, thin)), seam)
        for y in (0.0, 0.48, 0.95):
            beam = (
                (x, tall * y, 1),
                (x, tall * (y + 0.07), 1),
                (x, tall * (y + 0.07), end),
                (x, tall * y, end),
            )
            room.quad(pen, beam, scene.ink(look.beam, lit))
        for k in room.bays(3, 3.2)[1:]:
            px, low = room.at(x, 0, k)
            half, top = 0.045 * room.half * k, room.at(x, tall, k)[1]
            pen.rect(px - half, top, px + half, low, scene.ink(look.beam, 0.45))
            pen.rect(px - half, top, px + half * 0.5, low, scene.ink(look.beam, 0.95))


def _roof(scene: Scene, room: Depth, look: _Look, tall: float) -> None:
    """Two slopes of boards on rafters, and beams from wall to wall."""
    ridge, end, x1 = tall * 1.75, 4.2, room.half * 1.06
    with scene.canvas.pen((0, 0, scene.w, room.floor)) as pen:
        for side in (-1, 1):
            tone = 0.42 if side == scene.light_side else 0.6
            slope = (
                (0, ridge, 1),
                (side * x1, tall * 0.97, 1),
                (side * x1, tall * 0.97, end),
                (0, ridge, end),
            )
            room.quad(pen, slope, scene.ink(look.plank, tone))
            for i in range(7):
                t = i / 7
                a, b = side * x1 * t, ridge + (tall * 0.97 - ridge) * t
                line = ((a, b, 1), (a, b - tall * 0.012, 1), (a, b - tall * 0.012, end), (a, b, end))
                room.quad(pen, line, scene.ink(look.beam, 0.34))
        for k in room.bays(4, 3.4):
            wide = 0.06 * room.half * k
            for side in (-1, 1):
                foot, top = room.at(side * x1, tall * 0.97, k), room.at(0, ridge, k)
                pen.line(foot, top, wide, scene.ink(look.beam, 0.5))
                pen.line(
                    (foot[0], foot[1] + wide * 0.3),
                    (top[0], top[1] + wide * 0.3),
                    wide * 0.5,
                    scene.ink(look.beam, 0.9),
                )
            (x0, y), (x2, _) = room.at(-x1, tall * 1.02, k), room.at(x1, tall * 1.02, k)
            pen.rect(x0, y - wide * 0.6, x2, y + wide * 0.6, scene.ink(look.beam, 0.5))
            pen.rect(x0, y - wide * 0.6, x2, y + wide * 0.2, scene.ink(look.beam, 0.95))
            for side in (-1, 1):
                pen.line(
                    room.at(side * x1, tall * 0.78, k),
                    room.at(side * x1 * 0.74, tall * 1.02, k),
                    wide * 0.7,
                    scene.ink(look.beam, 0.8),
                )


def _great_door(scene: Scene, room: Depth, look: _Look, tall: float, shift: float) -> interior.Rect:
    """The open door on the fields, its two leaves swung aside; gives the opening."""
    half, high = min(0.36 * room.half, tall * 0.5), tall * 0.7
    (x, y), top = room.at(shift, 0, 1), room.at(0, high, 1)[1]
    box = scene.canvas.clip(x - half, top, x + half, y)
    if box[2] - box[0] < 6 or box[3] - box[1] < 6:
        return box
    view = interior.outside(scene, box[2] - box[0], box[3] - box[1])
    scene.canvas.a[box[1] : box[3], box[0] : box[2]] = view.a
    with scene.canvas.pen((x - half * 2.4, top - half * 0.3, x + half * 2.4, y + 3)) as pen:
        for side in (-1, 1):
            edge = x + side * half
            a, b = sorted((edge, edge + side * half * 0.66))
            _leaf(scene, pen, look, (a, top, b, y))
            pen.rect(edge - half * 0.05, top, edge + half * 0.05, y, scene.ink(look.beam, 0.7))
        pen.rect(
            x - half * 1.8, top - half * 0.14, x + half * 1.8, top + half * 0.02, scene.ink(look.beam, 0.5)
        )
        pen.rect(
            x - half * 1.8, top - half * 0.14, x + half * 1.8, top - half * 0.05, scene.ink(look.beam, 0.95)
        )
    return box


def _leaf(scene: Scene, pen: Pen, look: _Look, box: tuple[float, float, float, float]) -> None:
    """One leaf of the great door, with its cross of white boards."""
    a, top, b, low = box
    wide = (b - a) * 0.11
    white = scene.ink("#fbf2e2" if look.door != "#f0e2c8" else "#b8443a", 0.92)
    pen.rect(a, top, b, low, scene.ink(look.door, 0.62))
    pen.rect(a, top, b - wide * 0.6, low, scene.ink(look.door, 0.9))
    middle = (top + low) / 2
    for y0, y1 in ((top, middle), (middle, low)):
        pen.line((a + wide, y0), (b - wide, y1), wide, white)
        pen.line((b - wide, y0), (a + wide, y1), wide, white)
    for y in (top, middle - wide / 2, low - wide):
        pen.rect(a, y, b, y + wide, white)
    for x in (a, b - wide):
        pen.rect(x, top, x + wide, low, white)


def _daylight(scene: Scene, room: Depth, pane: interior.Rect) -> None:
    """What falls in by the door and between the boards: a bright field on the floor, and slanting beams."""
    strength = (0.18 if scene.setting.gloomy else 0.5) * (1 - 0.75 * scene.light.dark)
    tint = ink(scene.light.sun)
    x0, x1 = pane[0] - room.cx, pane[2] - room.cx
    lean = -0.35 * scene.light_side * (x1 - x0)
    with scene.canvas.pen((0, room.floor, scene.w, scene.h), ss=1, soft=6 * scene.u, opacity=strength) as pen:
        room.quad(pen, ((x0, 0, 1), (x1, 0, 1), (x1 + lean * 0.6, 0, 1.9), (x0 + lean, 0, 1.9)), tint)
    if scene.setting.gloomy or scene.light.dark > 0.5:
        return
    side = scene.light_side
    with scene.canvas.pen(None, ss=1, soft=9 * scene.u, opacity=0.2) as pen:
        for k, high in ((1.25, 0.9), (1.6, 0.75), (2.1, 0.85)):
            x, y = room.at(side * room.half, room.floor * 0.5 * high, k)
            for i in range(2):
                y_ = y + i * 44 * scene.u
                far = x - side * 0.5 * scene.w
                drop = y_ + 0.34 * scene.h
                pen.poly([(x, y_), (x, y_ + 14 * scene.u), (far, drop + 46 * scene.u), (far, drop)], tint)


def _stall(scene: Scene, room: Depth, look: _Look, tall: float, way: int) -> None:
    """A stall in the corner: a dark box behind a half gate, a hay net, a horseshoe above."""
    size = min(room.half * 0.62, tall * 0.7)
    x, y = room.at(way * room.half * 0.52, 0, 1.02)
    beam, lit = scene.ink(look.beam, 0.55), scene.ink(pale(look.beam, 0.12), 1.0)
    with scene.canvas.pen((x - size, y - size * 1.3, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.44, 0, 0.44, 0.98, scene.ink("#3f2c2c", 0.5), 0.04)
        it.blob(scene.ink("#c99a45", 0.6), (-0.2, 0.62), (-0.1, 0.86), (0.12, 0.86), (0.2, 0.62), (0.0, 0.52))
        for i in range(7):
            it.line((-0.14 + 0.05 * i, 0.84), (-0.2 + 0.064 * i, 0.56), 0.016, scene.ink("#f0d68a", 0.9))
        it.rect(-0.42, 0.03, 0.42, 0.5, beam)
        for i in range(5):
            it.rect(
                -0.41 + 0.165 * i,
                0.04,
                -0.262 + 0.165 * i,
                0.49,
                scene.ink(look.plank, 0.86 + 0.06 * (i % 3)),
            )
        it.line((-0.4, 0.1), (0.4, 0.44), 0.07, lit)
        for k in (0.03, 0.43):
            it.rect(-0.43, k, 0.43, k + 0.08, beam)
            it.rect(-0.43, k + 0.015, 0.43, k + 0.08, lit)
        for d in (-1, 1):
            it.rect(d * 0.47 - 0.06, 0, d * 0.47 + 0.06, 1.06, beam)
            it.rect(d * 0.47 - 0.06, 0, d * 0.47 + 0.02, 1.06, lit)
        it.rect(-0.54, 1.0, 0.54, 1.1, lit, 0.02)
        it.ellipse(0, 1.04, 0.09, 0.1, scene.ink("#8f98a4", 0.95))
        it.ellipse(0, 1.02, 0.055, 0.075, lit)
        it.rect(-0.05, 0.92, 0.05, 1.0, scene.ink("#3f2c2c", 0.5))


def _loft(scene: Scene, room: Depth, look: _Look, tall: float, way: int) -> None:
    """A hayloft under the roof on the stall's side, hay spilling over its edge, a ladder up to it."""
    y, x0, x1 = tall * 0.98, way * 0.34 * room.half, way * room.half * 1.04
    deep, near = tall * 0.09, 1.34
    rng = scene.rng("loft")
    inks = [scene.ink(c, k) for c, k in STRAW]
    with scene.canvas.pen() as pen:
        under = ((x0, y, 1), (x1, y, 1), (x1, y, near), (x0, y, near))
        room.quad(pen, under, scene.ink(look.plank, 0.3))
        _heap(pen, room, (x0, x1, y + deep * 0.5, tall * 0.36, near), inks)
        front = ((x0, y, near), (x1, y, near), (x1, y + deep, near), (x0, y + deep, near))
        room.quad(pen, front, scene.ink(look.beam, 0.95))
        low = ((x0, y, near), (x1, y, near), (x1, y + deep * 0.35, near), (x0, y + deep * 0.35, near))
        room.quad(pen, low, scene.ink(look.beam, 0.5))
        for a, b, c in rng.random((46, 3)).tolist():
            px, py = room.at(x0 + (x1 - x0) * a, y + deep * (0.6 + 1.6 * b * b), near)
            long = (16 + 16 * c) * scene.u
            pen.line(
                (px, py),
                (px + (c - 0.5) * long, py + long * (0.5 + 0.6 * b)),
                2.6 * scene.u,
                inks[int(c * 3)],
            )
        _ladder(scene, pen, room, (x0 + (x1 - x0) * 0.42, y + deep, near), (way * 0.62 * room.half, 1.5))


def _heap(pen: Pen, room: Depth, box: tuple[float, float, float, float, float], inks: list[Ink]) -> None:
    """A heap of hay in round lumps between two xs, standing at a height, so and so high, so near."""
    x0, x1, y, high, k = box
    lumps = ((0.2, 0.3, 0.2), (0.42, 0.62, 0.26), (0.66, 0.8, 0.3), (0.88, 0.6, 0.24))
    for layer, (drop, grow) in enumerate(((0.0, 1.0), (0.1, 0.86), (0.04, 0.5))):
        tint = inks[(1, 0, 2)[layer]]
        for share, top, wide in lumps:
            left = -0.07 * layer * abs(x1 - x0)
            x, low = room.at(x0 + (x1 - x0) * share + left * 0.5, y, k)
            tall, half = (
                high * k * (top - drop) * (1.0 if layer < 2 else 0.96),
                abs(x1 - x0) * k * wide * grow,
            )
            foot = low if layer < 2 else low - tall * 0.62
            pen.blob(
                [
                    (x - half, foot),
                    (x - half * 0.8, low - tall * 0.62 - (layer == 2) * tall * 0.16),
                    (x, low - tall),
                    (x + half * 0.8, low - tall * 0.62 - (layer == 2) * tall * 0.16),
                    (x + half, foot),
                ],
                tint,
            )


def _ladder(
    scene: Scene, pen: Pen, room: Depth, top: tuple[float, float, float], foot: tuple[float, float]
) -> None:
    half, rails = 0.075 * room.half, []
    for side in (-1, 1):
        a, b = (
            room.at(foot[0] + side * half * 1.1, 0, foot[1]),
            room.at(top[0] + side * half, top[1] * 1.08, top[2]),
        )
        rails.append((a, b))
    wide = half * 0.34
    for i in range(9):
        t = (i + 0.6) / 9.6
        ends = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in rails]
        pen.line(ends[0], ends[1], wide * 0.9, scene.ink("#c99a62", 0.9))
    for a, b in rails:
        pen.line(a, b, wide * 1.3, scene.ink("#8a5f3c", 0.6))
        pen.line((a[0] - wide * 0.2, a[1]), (b[0] - wide * 0.2, b[1]), wide * 0.8, scene.ink("#c08a54", 1.0))


def _tools(scene: Scene, room: Depth, tall: float, way: int) -> None:
    """A fork, a spade, a rake and a coil of rope on the far wall."""
    size = min(tall * 0.36, room.half * 0.4)
    wood, steel = scene.ink("#d0a26a", 0.95), scene.ink("#8f98a4", 0.9)
    x, y = room.at(way * room.half * 0.9, tall * 0.82, 1)
    inward = -way
    with scene.canvas.pen((x - size * 1.2, y - size * 1.6, x + size * 1.2, y + 6)) as pen:
        it = Sketch(pen, x, y, size, inward)
        it.rect(-0.02, 0.9, 0.64, 0.96, scene.ink("#6a4838", 0.6))
        it.rect(0.07, 0.1, 0.1, 1.0, wood)
        for d in (-0.06, 0.0, 0.06):
            it.line((0.085 + d, 0.0), (0.085 + d, -0.22), 0.02, steel)
        it.rect(0.015, -0.02, 0.155, 0.02, steel)
        it.rect(0.26, 0.16, 0.29, 1.0, wood)
        it.blob(steel, (0.19, 0.18), (0.2, -0.06), (0.275, -0.16), (0.35, -0.06), (0.36, 0.18))
        for r, tone in ((0.13, 0.55), (0.11, 1.0), (0.08, 0.55), (0.06, 1.0)):
            it.circle(0.5, 0.78, r, scene.ink("#d6b070", tone))
        it.circle(0.5, 0.78, 0.035, scene.ink("#7a5236", 0.6))


def _bales(scene: Scene, room: Depth, way: int) -> None:
    """Stacks of bales at the sides, large ones near by."""
    size = min(room.half * 0.42, room.floor * 0.36)
    for side, k, far, rows in ((-way, 1.3, 0.84, 2), (way, 1.75, 0.98, 1), (-way, 2.15, 0.94, 1)):
        x, y = room.at(side * far * room.half, 0, k)
        wide = size * k
        stowage.bale(scene, x, y, wide, -side)
        if rows > 1:
            stowage.bale(scene, x + side * wide * 0.9, y, wide, -side)
            stowage.bale(scene, x + side * wide * 0.4, y - wide * 0.47, wide, -side)


def _straw(scene: Scene, room: Depth) -> None:
    """Loose straw all over the floor, thickest at the sides."""
    rng, u, top = scene.rng("straw"), scene.near, room.floor
    inks = [scene.ink(c, k) for c, k in STRAW]
    with scene.canvas.pen((0, top, scene.w, scene.h)) as pen:
        for a, b, c, d in rng.random((scene.count(190), 4)).tolist():
            x, y = (
                (scene.aside(rng, 0.16) if c < 0.7 else a * scene.w),
                top + (scene.h - top) * (0.04 + 0.96 * b),
            )
            long = (8 + 30 * b) * u * (0.6 + c)
            pen.line(
                (x, y),
                (x + (d - 0.5) * 2 * long, y + (c - 0.5) * long * 0.5),
                (1.2 + 1.8 * b) * u,
                inks[int(d * 3)],
            )


def _lanterns(scene: Scene, room: Depth, tall: float) -> None:
    """Storm lanterns on the beams."""
    for side in (-1, 1):
        x, y = room.at(side * 0.42 * room.half, tall * 0.8, 1.5)
        stowage.storm_lantern(scene, x, y, room.at(0, tall, 1.5)[1], 0.12 * room.half)
