"""A hutong, a lane of old Beijing: grey brick, red doors, tiled eaves, an old tree leaning over the wall."""

from __future__ import annotations

from itertools import pairwise
from math import pi

import numpy as np

from ...pixels import F, rgb
from .. import buildings, land, plants
from ..canvas import ramp_rows
from ..pen import Ink, Pen, Point, Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .canals import Canal, Front, fronts
from .peaks import mist
from .shrine import lantern
from .town import wet_shine

BRICK, TILE = "#a3a5a8", "#565c66"
DOORS = ("#c23a2f", "#b5322c", "#a8362f")


def hutong(scene: Scene) -> Stage:
    """A lane between the grey walls of courtyards, a drum tower at its end."""
    scene = scene.with_layout(horizon=0.55 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h = scene.horizon, scene.h
    lane = Canal(scene, scene.x(0.5 + 0.1 * (scene.layout.light_x - 0.5)), 0.38, 1.0)
    _far(scene, lane)
    _paving(scene, lane)
    lamps: list[tuple[float, float, float]] = []
    lit: list[Point] = []
    flip = -1 if scene.layout.flip else 1
    _trees(scene, lane, flip)
    with scene.canvas.pen(None) as pen:
        for side in (-1, 1):
            gates = iter((False, True) * 4 if side == flip else (True, False) * 4)
            for front, rng in fronts(lane, side, "courts", (5.4, 0.72), (0.6, 0.7)):
                _court(scene, pen, rng, front, next(gates, True), lamps, lit)
    for x, y in lit:
        scene.canvas.glow(x, y, 70 * scene.u, rgb("#ffc766"), 0.3)
    _shade(scene, lane, -flip)
    for x, y, size in sorted(lamps, key=lambda one: one[2]):
        lantern(scene, x, y, size, top=y - size * 1.5)
    _things(scene, lane, flip)
    wet_shine(scene, hor + 0.1 * (h - hor))
    return scene.stage(hor + (h - hor) * 0.77)


def _far(scene: Scene, lane: Canal) -> None:
    """The drum tower over grey roofs and green crowns."""
    hor, u, v, far = scene.horizon, scene.u, scene.v, 0.36
    land.far_range(scene, "range", hor - 40 * u, 46 * v, "#7f9fc4", 0.6)
    with scene.canvas.pen((lane.vx - 300 * v, hor - 300 * v, lane.vx + 300 * v, hor + 4)) as pen:
        it = Sketch(pen, lane.vx, hor, 210 * v)
        red, dim, tile = (scene.ink(c, k, far) for c, k in (("#b5443a", 0.9), ("#8a3a36", 0.6), (TILE, 0.8)))
        it.poly(scene.ink("#b08a7c", 0.85, far), (-0.5, 0), (-0.45, 0.44), (0.45, 0.44), (0.5, 0))
        it.rect(-0.09, 0, 0.09, 0.24, scene.ink("#5f4f58", 0.5, far), 0.08)
        for low, wide, tall in ((0.44, 0.42, 0.2), (0.72, 0.32, 0.16)):
            it.rect(-wide, low, wide, low + tall, red)
            for i in range(7):
                x = wide * (i / 3 - 1)
                it.rect(x - 0.012, low, x + 0.012, low + tall, dim)
            it.rect(-wide, low + tall - 0.04, wide, low + tall, scene.ink("#4f8a8a", 0.8, far))
            top = low + tall
            it.poly(
                tile,
                (-wide - 0.16, top + 0.03),
                (-wide - 0.06, top - 0.01),
                (wide + 0.06, top - 0.01),
                (wide + 0.16, top + 0.03),
                (wide - 0.04, top + 0.12),
                (-wide + 0.04, top + 0.12),
            )
        it.poly(tile, (-0.3, 0.98), (0.3, 0.98), (0.17, 1.12), (-0.17, 1.12))
        it.rect(-0.19, 1.1, 0.19, 1.14, scene.ink("#3f4450", 0.7, far))
    mist(scene, hor - 10 * u, 50 * u, 0.5)


def _paving(scene: Scene, lane: Canal) -> None:
    """Grey slabs, rows of bricks along the walls."""
    hor, h = scene.horizon, scene.h
    stones = (("#bdb9b4", 0.95, 0.3), ("#a9a5a2", 0.92, 0.0), ("#86838a", 0.78, 0.0))
    rows = ramp_rows([scene.tone(scene.snowed(c, 0.7), k, f) for c, k, f in stones], hor, h, h)
    scene.canvas.a[int(hor) :] = rows[int(hor) :, None]
    rng, seam = scene.rng("slabs"), scene.ink("#7c7a80", 0.6)
    tones = [
        scene.ink(scene.snowed(c, 0.6), k)
        for c, k in (("#cbc7c0", 1.0), ("#a5a19f", 0.85), ("#b5b0aa", 0.95))
    ]
    cuts = [7.0]
    while cuts[-1] > 0.9:
        cuts.append(cuts[-1] * 0.86)
    with scene.canvas.pen((0, hor, scene.w, h), opacity=0.6) as pen:
        for i, (far, near) in enumerate(pairwise(cuts)):
            shift = 0.5 * (i % 2)
            for j in range(-4, 4):
                if rng.random() < 0.45:
                    a, b = ((j + shift) * 0.1, (j + 1 + shift) * 0.1)
                    corners = [
                        lane.at(1, z, 0, x - lane.half) for z, x in ((far, a), (far, b), (near, b), (near, a))
                    ]
                    pen.poly(corners, tones[int(rng.integers(3))])
                x = (j + shift) * 0.1 - lane.half
                pen.line(lane.at(1, far, 0, x), lane.at(1, near, 0, x), 1.8 * scene.near / near, seam)
            pen.line(lane.at(-1, near, 0), lane.at(1, near, 0), 1.6 * scene.near / near, seam)
    land.mottle(scene, "worn", hor, scene.tone("#7f7c84", 0.7), 0.24, 160)
    land.side_light(scene, hor, 0.1)


def _court(
    scene: Scene,
    pen: Pen,
    rng: np.random.Generator,
    it: Front,
    gate: bool,
    lamps: list[tuple[float, float, float]],
    lit: list[Point],
) -> None:
    """One courtyard's wall of grey brick: with the gate, or with small high windows."""
    k, haze = it.k, it.haze
    eave = 1.8 + 0.12 * rng.random() + (0.2 if gate else 0.0)
    it.pane(pen, 0, 1, 0, eave, scene.ink(scene.snowed(BRICK, 0.2), k, haze))
    _bricks(scene, pen, rng, it, eave)
    it.pane(pen, 0, 1, 0, 0.2, scene.ink("#85868c", k * 0.85, haze))
    it.pane(pen, 0, 1, 0.2, 0.23, scene.ink("#c9c6c0", k, haze))
    if gate:
        _gate(scene, pen, rng, it, lamps)
    else:
        red = scene.ink("#a8443a", k * 0.9, haze)
        for a in (0.18, 0.58):
            glass, on = buildings.window_ink(scene, rng, haze)
            it.pane(pen, a - 0.03, a + 0.25, 0.98, 1.5, scene.ink("#dcd6cb", k, haze))
            it.pane(pen, a, a + 0.22, 1.02, 1.46, glass if on else scene.ink("#6f7f8a", 0.8 * k, haze))
            for t in (0.0, 0.067, 0.133, 0.2):
                it.pane(pen, a + t, a + t + 0.02, 1.02, 1.46, red)
            for up in (1.02, 1.22, 1.43):
                it.pane(pen, a, a + 0.22, up, up + 0.03, red)
            if on and scene.light.dark > 0.2:
                lit.append(it.spot(a + 0.11, 1.24))
    it.pane(pen, 0, 1, eave - 0.1, eave, scene.ink("#5f7f7c" if gate else "#8a8b90", k * 0.9, haze))
    _eaves(scene, pen, it, eave, gate)


def _bricks(scene: Scene, pen: Pen, rng: np.random.Generator, it: Front, eave: float) -> None:
    """Courses of brick, some lighter and some darker."""
    dark, pale = (scene.ink(c, t * it.k, it.haze) for c, t in (("#82848c", 0.85), ("#bcbcbb", 1.0)))
    n = 60 if it.near_z < 2 else 30
    for a, b, c in rng.random((n, 3)).tolist():
        low, wide = 0.24 + 0.075 * int(b * (eave - 0.4) / 0.075), 0.07 + 0.03 * c
        left = a * (1 - wide)
        it.pane(pen, left, left + wide, low, low + 0.055, dark if c < 0.6 else pale)


def _gate(
    scene: Scene, pen: Pen, rng: np.random.Generator, it: Front, lamps: list[tuple[float, float, float]]
) -> None:
    """Two red leaves with brass studs and rings, steps, stone drums, couplets and lanterns."""
    k, haze = it.k, it.haze
    red, dim = (scene.ink(DOORS[int(rng.integers(3))], t * k, haze) for t in (1.0, 0.55))
    gold, stone = scene.ink("#f2c14e", k, haze), scene.ink("#cfcbc4", k, haze)
    it.pane(pen, 0.2, 0.8, 0.0, 1.72, scene.ink("#8f2f2a", 0.7 * k, haze))
    it.pane(pen, 0.25, 0.75, 0.08, 1.42, dim)
    for a, b in ((0.27, 0.495), (0.505, 0.73)):
        it.pane(pen, a, b, 0.1, 1.38, red)
        for row in range(4):
            for col in range(3):
                x, y = it.spot(a + (b - a) * (0.22 + 0.28 * col), 0.46 + 0.24 * row)
                pen.circle(x, y, max(0.8, 5 * scene.v / it.near_z), gold)
    for a in (0.45, 0.55):
        x, y = it.spot(a, 0.72)
        r = 11 * scene.v / it.near_z
        pen.ellipse(x, y, r * 0.7, r, gold)
        pen.ellipse(x, y + r * 0.1, r * 0.4, r * 0.6, red)
    it.pane(pen, 0.22, 0.78, 1.46, 1.68, scene.ink("#3f7f86", 0.9 * k, haze))
    for i in range(4):
        it.pane(pen, 0.25 + 0.135 * i, 0.345 + 0.135 * i, 1.5, 1.64, scene.ink("#e8b84c", k, haze))
    for a in (0.07, 0.83):
        it.pane(pen, a, a + 0.1, 0.5, 1.4, scene.ink("#d8452f", k, haze))
        for row in range(4):
            it.pane(
                pen,
                a + 0.035,
                a + 0.065,
                0.58 + 0.2 * row,
                0.7 + 0.2 * row,
                scene.ink("#5a2420", 0.7 * k, haze),
            )
    _sill(scene, pen, it, stone, lamps)


def _sill(scene: Scene, pen: Pen, it: Front, stone: Ink, lamps: list[tuple[float, float, float]]) -> None:
    """The steps before a gate, a stone drum and a lantern at each side of it."""
    k, haze = it.k, it.haze
    for out, low, high in ((-0.03, 0.0, 0.05), (-0.012, 0.05, 0.1)):
        pen.poly(
            [
                it.spot(0.16, low, out),
                it.spot(0.16, high, out),
                it.spot(0.84, high, out),
                it.spot(0.84, low, out),
            ],
            stone,
        )
        pen.poly(
            [
                it.spot(0.16, high, out),
                it.spot(0.84, high, out),
                it.spot(0.84, high, 0),
                it.spot(0.16, high, 0),
            ],
            scene.ink(scene.snowed("#dedad2"), 1.0, haze),
        )
    for a in (0.17, 0.83):
        x, y = it.spot(a, 0.22, -0.012)
        r = 21 * scene.v / it.near_z
        pen.rect(x - r * 0.7, y, x + r * 0.7, y + r * 1.7, scene.ink("#aaa69f", k * 0.8, haze))
        pen.circle(x, y, r, stone)
        pen.circle(x, y, r * 0.66, scene.ink("#aaa69f", k * 0.8, haze))
        pen.circle(x, y, r * 0.3, stone)
        lx, ly = it.spot(a, 1.36, -0.035)
        lamps.append((lx, ly, 26 * scene.v / it.near_z))


def _eaves(scene: Scene, pen: Pen, it: Front, eave: float, gate: bool) -> None:
    """The tiled edge of the roof: round tile ends in a row, the slope, the ridge with its turned-up end."""
    k, haze, v = it.k, it.haze, scene.v / it.near_z
    tile, dark, pale = (
        scene.ink(scene.snowed(c), t * k, haze) for c, t in ((TILE, 0.95), ("#3c414b", 0.6), ("#8a9099", 1.0))
    )
    ridge = eave + (0.56 if gate else 0.44)
    low, high = (eave, -0.05), (ridge, 0.06)
    pen.poly(
        [it.spot(-0.01, eave, 0), it.spot(1.01, eave, 0), it.spot(1.02, *low), it.spot(-0.02, *low)], dark
    )
    pen.poly([it.spot(-0.02, *low), it.spot(1.02, *low), it.spot(1.0, *high), it.spot(0.0, *high)], tile)
    n = 14 if it.near_z < 2 else 8
    for i in range(n + 1):
        a = i / n
        pen.line(it.spot(a, *low), it.spot(a, *high), max(0.7, 6 * v), pale if i % 2 else dark)
        x, y = it.spot(a, eave - 0.02, -0.05)
        pen.circle(x, y, max(0.8, 6.5 * v), pale if i % 2 else tile)
    turn = 0.1 if gate else 0.03
    top = [
        it.spot(a, ridge + up, 0.06)
        for a, up in ((-0.03, turn), (0.04, 0.02), (0.5, 0.0), (0.96, 0.02), (1.03, turn))
    ]
    pen.stroke(top, 15 * v, 15 * v, dark)


def _trees(scene: Scene, lane: Canal, flip: int) -> None:
    """Old trees in the courtyards, seen over their walls; the nearest leans over the lane."""
    if not scene.allows("tree"):
        return
    for side, z, out, size in (
        (flip, 3.6, 0.2, 700),
        (-flip, 3.0, 0.22, 760),
        (flip, 1.9, 0.22, 640),
        (-flip, 1.45, 0.03, 800),
    ):
        x, y = lane.at(side, z, 0.2, out)
        far = min(0.34, 0.14 * (z - 1.2))
        plants.tree(scene, scene.rng(f"court-tree-{z}"), x, y, size * scene.v / z, far)


def _shade(scene: Scene, lane: Canal, side: int) -> None:
    """The speckled shade of the nearest tree on the stones."""
    if scene.allows("tree") and not scene.setting.gloomy:
        for a, b in scene.rng("tree-shade").random((10, 2)).tolist():
            x, y = lane.at(side, 1.05 + 0.7 * b, 0, -0.05 - 0.3 * a)
            scene.canvas.shadow(x, y, (30 + 30 * b) * scene.v, 9 * scene.v, scene.light.shade * F(0.4), 0.26)


def _things(scene: Scene, lane: Canal, flip: int) -> None:
    """A bicycle against one wall, pots of flowers and a little stool against the other."""
    v = scene.v
    x, y = lane.at(flip, 1.66, 0, -0.075)
    if "bicycle" not in scene.setting.drawn:
        bicycle(scene, x, y, 190 * v, -flip)
    rng = scene.rng("pots")
    for z, out, size in ((2.2, -0.04, 50), (1.95, -0.03, 62), (1.36, -0.045, 92)):
        x, y = lane.at(-flip, z, 0, out)
        pot(scene, rng, x, y, size * v)


def pot(scene: Scene, rng: np.random.Generator, x: float, y: float, size: float) -> None:
    """A plant in a clay pot standing on (x, y), `size` wide."""
    scene.canvas.shadow(x, y, size * 0.5, size * 0.12, scene.light.shade * F(0.3), 0.5)
    green = [scene.ink(c, k) for c, k in (("#2f7a4c", 0.6), ("#459a55", 0.85), ("#86c566", 1.0))]
    color = ("#f2545b", "#ffb04a", "#f78fb3", "#fff1c9")[int(rng.integers(4))]
    bloom, heart = scene.ink(color, 1.0), scene.ink("#ffe27a", 1.0)
    with scene.canvas.pen((x - size, y - size * 1.8, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        for i in range(13):
            pen.leaf(
                *it.at(0, 0.46), size * (0.62 + 0.1 * (i % 3)), size * 0.2, -2.9 + i * 0.22, green[i % 3]
            )
        clay, dim = scene.ink("#c8704a", 0.9), scene.ink("#a8563a", 0.5)
        it.poly(clay, (-0.34, 0.5), (0.34, 0.5), (0.24, 0), (-0.24, 0))
        side = scene.light_side
        it.poly(dim, (-side * 0.34, 0.5), (-side * 0.14, 0.5), (-side * 0.1, 0), (-side * 0.24, 0))
        it.rect(-0.4, 0.44, 0.4, 0.58, scene.ink("#dd8a5e", 1.0), 0.03)
        if scene.allows("flower"):
            for a, b in rng.random((6, 2)).tolist():
                px, py = it.at(0.8 * (a - 0.5), 0.72 + 0.44 * b)
                for t in range(5):
                    pen.circle(
                        px + size * 0.055 * float(np.cos(t * 1.257)),
                        py + size * 0.055 * float(np.sin(t * 1.257)),
                        size * 0.052,
                        bloom,
                    )
                pen.circle(px, py, size * 0.04, heart)


def bicycle(scene: Scene, x: float, y: float, size: float, way: int) -> None:
    """A bicycle with a basket, `size` long, seen from its side."""
    scene.canvas.shadow(x, y, size * 0.5, size * 0.07, scene.light.shade * F(0.3), 0.5)
    with scene.canvas.pen((x - size, y - size, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size, way)
        tyre, rim, frame = scene.ink("#2f3340", 0.6), scene.ink("#c9d2da", 1.0), scene.ink("#2f8f9a", 0.95)
        for cx in (-0.3, 0.3):
            _wheel(it, cx, tyre, rim)
        for a, b in (
            ((-0.3, 0.2), (-0.04, 0.2)),
            ((-0.04, 0.2), (-0.13, 0.46)),
            ((-0.3, 0.2), (-0.12, 0.43)),
            ((-0.12, 0.43), (0.2, 0.44)),
            ((-0.04, 0.2), (0.2, 0.4)),
            ((0.19, 0.5), (0.3, 0.2)),
        ):
            it.line(a, b, 0.028, frame)
        it.stroke(tyre, 0.05, 0.03, (-0.22, 0.5), (-0.13, 0.515), (-0.06, 0.49))
        it.stroke(rim, 0.022, 0.022, (0.19, 0.5), (0.17, 0.58), (0.1, 0.6))
        it.poly(scene.ink("#c9a062", 0.95), (0.2, 0.58), (0.44, 0.58), (0.4, 0.4), (0.23, 0.4))
        for row in (0.44, 0.5):
            it.line((0.215, row), (0.425, row), 0.012, scene.ink("#8f6a3c", 0.7))
        it.circle(-0.04, 0.2, 0.045, tyre)


def _wheel(it: Sketch, cx: float, tyre: Ink, rim: Ink) -> None:
    """A wheel with its spokes."""
    ring = [(cx + 0.18 * float(np.cos(t)), 0.2 + 0.18 * float(np.sin(t))) for t in np.linspace(0, 2 * pi, 25)]
    it.stroke(tyre, 0.036, 0.036, *ring)
    for t in np.linspace(0, pi, 7)[:-1]:
        dx, dy = 0.165 * float(np.cos(t)), 0.165 * float(np.sin(t))
        it.line((cx - dx, 0.2 - dy), (cx + dx, 0.2 + dy), 0.006, rim)
    it.circle(cx, 0.2, 0.026, rim)
