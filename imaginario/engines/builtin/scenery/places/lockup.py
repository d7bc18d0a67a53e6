"""A garage: its door rolled up on the street or shut, a bench under tools, tyres, tins and a bicycle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, handiwork, interior, stowage
from ..canvas import Canvas
from ..depth import paved
from ..handiwork import DARK, STEEL
from ..pen import Ink, Pen, Point, Sketch, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..weather import falling, fog
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one garage."""

    wall: str
    lower: str
    board: str
    door: str


LOOKS = (
    _Look("#dfe3e0", "#a9bcbf", "#e8c892", "#cf5a48"),
    _Look("#efe4d0", "#d9b98a", "#8fb5b0", "#4f7f9a"),
    _Look("#d9dfe8", "#8fa5c0", "#f0d9a8", "#e0a03c"),
    _Look("#e6e8d6", "#a9bd92", "#e0c49a", "#5f8f6a"),
)


@dataclass(frozen=True)
class _Plan:
    """Where things stand along the wall, in pixels: the middle and half the width of door and bench."""

    door: float
    door_half: float
    bench: float
    bench_half: float
    top: float
    """The upper edge of the doorway."""


def garage(scene: Scene) -> Stage:
    """A garage seen from its back, towards the door and the street."""
    scene = indoors(scene)
    name, variant = scene.layout.name, scene.layout.variant
    look = LOOKS[int(scene.rng("garage").integers(len(LOOKS)))]
    plan = _plan(scene)
    _shell(scene, look)
    closed = not scene.setting.weather and (variant > 0.7 or (name == "winding" and variant > 0.45))
    pane = _doorway(scene, look, plan, 0.97 if closed else 0.16 + 0.2 * variant)
    _floor(scene, plan, closed)
    _workplace(scene, look, plan)
    way = 1 if plan.bench > plan.door else -1
    handiwork.tyres(
        scene, plan.door - way * plan.door_half * 1.08, scene.horizon + 34 * scene.u, 118 * scene.near
    )
    _near_things(scene, plan, way)
    lamp = furniture.pendant(
        scene, plan.door + way * plan.door_half * 0.5, scene.horizon * 0.2, 104 * scene.u, look.door
    )
    interior.lamplight(scene, *lamp, 400 * scene.u)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.7
    side = -1 if plan.door < scene.w / 2 else 1
    return scene.stage(ground, indoor=True, window=pane, light_side=side)


def _plan(scene: Scene) -> _Plan:
    left, top, right, _ = scene.canvas.inner
    wide, floor = right - left, scene.horizon
    shift = {"winding": 0.04, "high": -0.03}.get(scene.layout.name, 0.0)
    tall = (floor - top) * 0.74
    half = min(wide * 0.25, tall * 0.74)
    bench = min(wide * 0.19, tall * 0.62)
    if wide > 2 * scene.h:
        return _Plan(scene.x(0.4 + shift), half, scene.x(0.78), bench * 1.2, floor - tall)
    return _Plan(scene.x(0.35 + shift), half, scene.x(0.83), bench, floor - tall)


def _shell(scene: Scene, look: _Look) -> None:
    """The wall of painted blocks, darker below, and the beams of the ceiling."""
    floor, u, w = scene.horizon, scene.u, scene.w
    scene.canvas.gradient([scene.tone(look.wall, k) for k in (0.66, 0.95, 0.86)], 0, floor, int(floor) + 2)
    low = floor * 0.74
    rng = scene.rng("blocks")
    with scene.canvas.pen((0, 0, w, floor + 2)) as pen:
        pen.rect(-5, low, w + 5, floor + 2, scene.ink(look.lower, 0.82))
        pen.rect(-5, low - 5 * u, w + 5, low, scene.ink("#fffaf0", 0.95))
        high, long = 38 * u, 92 * u
        for row in range(int(floor / high) + 1):
            y = floor - row * high
            color = look.lower if y > low else look.wall
            pen.rect(-5, y - 1.6 * u, w + 5, y, scene.ink(color, 0.55))
            for col in range(int(w / long) + 2):
                x = (col - 0.5 * (row % 2)) * long
                pen.rect(x, y - high, x + 1.6 * u, y, scene.ink(color, 0.6))
                if rng.random() < 0.12:
                    pen.rect(
                        x + 2 * u,
                        y - high + 2 * u,
                        x + long,
                        y - 2 * u,
                        scene.ink(color, 1.0 if row % 2 else 0.72),
                    )
        pen.rect(-5, -5, w + 5, floor * 0.035, scene.ink("#8a6a4c", 0.5))
        for i in range(int(w / (150 * u)) + 2):
            x = (i - 0.3) * 150 * u
            pen.poly(
                [(x, -5), (x + 34 * u, -5), (x + 26 * u, floor * 0.075), (x + 8 * u, floor * 0.075)],
                scene.ink("#a07a56", 0.7),
            )
    interior.corners(scene, 0.2)


def _street(scene: Scene, w: int, h: int) -> Canvas:
    """The street before the door: houses across, a pavement, the asphalt, and the weather."""
    view = Canvas(max(2, w), max(2, h), unit=scene.u * 0.8)
    out = interior.outside_scene(scene, view)
    paint_sky(out)
    u, kerb, rng = view.u, h * 0.74, scene.rng("houses")
    snowy = "snowfall" in scene.setting.weather
    with view.pen((0, 0, w, h)) as pen:
        x = -60 * u - float(rng.random()) * 120 * u
        while x < w:
            a, b, c = rng.random(3).tolist()
            wide = (150 + 70 * a) * u
            _house(out, pen, (x, kerb, wide, (170 + 70 * b) * u), int(c * 5), snowy)
            x += wide + (24 + 50 * b) * u
        x = 40 * u
        while x < w:
            green = out.ink("#e9f0f8" if snowy else "#5fa355", 0.6)
            pen.ellipse(x, kerb - 10 * u, 46 * u, 34 * u, green)
            pen.ellipse(
                x - 12 * u, kerb - 20 * u, 30 * u, 22 * u, out.ink("#ffffff" if snowy else "#8cc76a", 0.95)
            )
            x += (190 + 120 * float(rng.random())) * u
        pen.rect(0, kerb, w, h, out.ink("#f2f5fa" if snowy else "#cfc6b8", 0.9))
        pen.rect(0, kerb + (h - kerb) * 0.3, w, h, out.ink("#dfe6ef" if snowy else "#7d7f8a", 0.8))
        pen.rect(0, kerb + (h - kerb) * 0.26, w, kerb + (h - kerb) * 0.34, out.ink("#e8e2d8", 0.8))
        for i in range(int(w / (90 * u)) + 1):
            pen.rect(
                i * 90 * u,
                h - (h - kerb) * 0.3,
                i * 90 * u + 44 * u,
                h - (h - kerb) * 0.22,
                out.ink("#fff3d0", 0.95),
            )
    fog(out)
    falling(out)
    return view


def _house(out: Scene, pen: Pen, box: tuple[float, float, float, float], kind: int, snowy: bool) -> None:
    x, foot, wide, tall = box
    wall = ("#f2d9b0", "#e8b8a0", "#bcd5e0", "#d9dfb8", "#e6cfe0")[kind]
    roof = "#f4f8fd" if snowy else ("#b5543f", "#7a5a6a", "#a8653f", "#5f6f8f", "#b5543f")[kind]
    pen.rect(x, foot - tall * 0.62, x + wide, foot, out.ink(wall, 0.9))
    pen.poly(
        [
            (x - wide * 0.08, foot - tall * 0.6),
            (x + wide * 0.5, foot - tall),
            (x + wide * 1.08, foot - tall * 0.6),
        ],
        out.ink(roof, 0.85),
    )
    lit: Ink = ink(rgb("#ffdf8a")) if out.light.dark > 0.4 else out.ink("#8fb5cc", 0.9)
    for px in (0.14, 0.64):
        pen.rect(
            x + wide * (px - 0.02),
            foot - tall * 0.5,
            x + wide * (px + 0.24),
            foot - tall * 0.24,
            out.ink("#fffaf0", 0.95),
        )
        pen.rect(x + wide * px, foot - tall * 0.48, x + wide * (px + 0.22), foot - tall * 0.26, lit)
    pen.rect(x + wide * 0.42, foot - tall * 0.36, x + wide * 0.58, foot, out.ink("#8a5a40", 0.8), 3)


def _doorway(scene: Scene, look: _Look, plan: _Plan, down: float) -> interior.Rect:
    """The doorway, the street in it, and the slats of the door as far as it is let down."""
    floor, u = scene.horizon, scene.u
    x0, x1, top = plan.door - plan.door_half, plan.door + plan.door_half, plan.top
    with scene.canvas.pen((x0 - 40 * u, top - 50 * u, x1 + 40 * u, floor + 2)) as pen:
        pen.rect(x0 - 16 * u, top - 16 * u, x1 + 16 * u, floor, scene.ink(DARK, 0.5))
        pen.rect(x0 - 13 * u, top - 14 * u, x1 + 11 * u, floor, scene.ink(STEEL, 0.8))
    if down < 0.9:
        view = _street(scene, int(x1 - x0), int(floor - top))
        scene.canvas.paint(np.ones(view.a.shape[:2], F), int(x0), int(top), view.a)
    low = top + (floor - top) * down
    with scene.canvas.pen((x0 - 40 * u, top - 60 * u, x1 + 40 * u, floor + 2)) as pen:
        slat = 27 * u
        y = low
        while y > top:
            a = max(top, y - slat)
            pen.rect(x0, a, x1, y, scene.ink(look.door, 0.5))
            pen.rect(x0, a + 2 * u, x1, y - 3 * u, scene.ink(look.door, 0.84))
            pen.rect(x0, a + 2 * u, x1, min(y, a + 9 * u), scene.ink(pale(look.door, 0.2), 0.98))
            y -= slat
        if down > 0.9:
            _panes(scene, pen, (x0, x1, top + (floor - top) * 0.24), u)
        pen.rect(x0, low - 8 * u, x1, low + 5 * u, scene.ink(DARK, 0.6), 3)
        pen.rect(
            plan.door - 26 * u, low - 22 * u, plan.door + 26 * u, low - 14 * u, scene.ink("#e6edf2", 1.0), 4
        )
        pen.rect(x0 - 18 * u, top - 38 * u, x1 + 18 * u, top, scene.ink(DARK, 0.6), 12 * u)
        pen.rect(x0 - 18 * u, top - 38 * u, x1 + 18 * u, top - 12 * u, scene.ink(STEEL, 0.95), 10 * u)
        for x in (x0 - 8 * u, x1 + 3 * u):
            pen.rect(x, top, x + 6 * u, floor, scene.ink(DARK, 0.7))
    return scene.canvas.clip(x0, low if down < 0.9 else top, x1, floor)


def _panes(scene: Scene, pen: Pen, at: tuple[float, float, float], u: float) -> None:
    """A row of little panes in the shut door."""
    x0, x1, y = at
    setting = scene.setting
    sky = {"day": "#a9dbfa", "dawn": "#f6d6d2", "sunset": "#ffb070", "night": "#2c4484"}[setting.time]
    if setting.gloomy and setting.time != "night":
        sky = "#c9d3dc"
    for i in range(4):
        x = x0 + (x1 - x0) * (i + 0.5) / 4
        half = (x1 - x0) * 0.095
        pen.rect(x - half, y - half * 0.7, x + half, y + half * 0.7, scene.ink("#f6f0e4", 0.95), 8 * u)
        pen.rect(x - half * 0.86, y - half * 0.56, x + half * 0.86, y + half * 0.56, ink(rgb(sky)), 6 * u)
        pen.poly(
            [
                (x - half * 0.5, y + half * 0.5),
                (x - half * 0.1, y + half * 0.5),
                (x + half * 0.4, y - half * 0.5),
                (x, y - half * 0.5),
            ],
            ink(mix(rgb(sky), np.ones(3, F), 0.35)),
        )


def _floor(scene: Scene, plan: _Plan, closed: bool) -> None:
    """Smooth concrete with seams and a stain, daylight lying on it before the open door."""
    top, h, w, u = scene.horizon, scene.h, scene.w, scene.u
    paved(scene, top, "#b5b3b0", (0.62, 0.88, 0.8))
    deep, middle = h - top, plan.door
    with scene.canvas.pen((0, top, w, h), opacity=0.5) as pen:
        for t in (0.16, 0.52):
            pen.rect(-5, top + deep * t, w + 5, top + deep * t + (1.4 + 2 * t) * u, scene.ink("#8a8886", 0.4))
        for i in range(-9, 10):
            x = middle + i * 190 * u
            pen.line((x, top), (middle + (x - middle) * 2.3, h), 2.2 * u, scene.ink("#8a8886", 0.4))
    rng = scene.rng("stains")
    with scene.canvas.pen((0, top, w, h), soft=4 * u, opacity=0.16) as pen:
        for a, b, c in rng.random((3, 3)).tolist():
            x, y, r = (0.15 + 0.7 * a) * w, top + deep * (0.3 + 0.6 * b), (34 + 40 * c) * u
            pen.ellipse(x, y, r, r * 0.24, scene.ink("#5a5560", 0.4))
            pen.ellipse(x + r, y + r * 0.12, r * 0.3, r * 0.09, scene.ink("#5a5560", 0.4))
    if not closed:
        interior.sunbeam(
            scene, scene.canvas.clip(plan.door - plan.door_half, plan.top, plan.door + plan.door_half, top)
        )


def _workplace(scene: Scene, look: _Look, plan: _Plan) -> None:
    """The bench with its vice, tools on a board above it, the bicycle above or beside them."""
    floor, x, half = scene.horizon, plan.bench, plan.bench_half
    tall = floor - plan.top
    bench_y = floor - tall * 0.36
    side_by_side = scene.canvas.inner[2] - scene.canvas.inner[0] > 2 * scene.h
    shelves = scene.layout.variant % 0.5 < 0.25
    board = (
        x - half * 0.94,
        plan.top + tall * (0.0 if side_by_side else 0.27),
        x + half * 0.94,
        bench_y - tall * 0.08,
    )
    _pegboard(scene, look, board)
    if side_by_side:
        handiwork.bicycle(
            scene,
            x + (half * 2.1 if x > plan.door else -half * 2.1),
            floor - tall * 0.62,
            tall * 0.72,
            look.door,
        )
    elif shelves:
        handiwork.tins(scene, x, plan.top + tall * 0.16, half * 1.7, "shelf")
    else:
        handiwork.bicycle(scene, x, plan.top + tall * 0.05, min(half * 1.9, tall * 0.66), look.door)
    _bench(scene, (x, floor + 16 * scene.u), half, floor - bench_y + 16 * scene.u)


def _pegboard(scene: Scene, look: _Look, box: tuple[float, float, float, float]) -> None:
    """A board full of holes with tools hung on it."""
    x0, y0, x1, y1 = box
    u = scene.u
    step = 17 * u
    with scene.canvas.pen((x0 - 9, y0 - 9, x1 + 9, y1 + 12)) as pen:
        pen.rect(x0 + 4 * u, y0 + 5 * u, x1 + 4 * u, y1 + 5 * u, scene.ink("#7f7a78", 0.6), 5 * u)
        pen.rect(x0, y0, x1, y1, scene.ink(look.board, 0.94), 5 * u)
        for row in range(int((y1 - y0) / step)):
            for col in range(int((x1 - x0) / step)):
                pen.circle(
                    x0 + (col + 0.5) * step, y0 + (row + 0.5) * step, 1.7 * u, scene.ink(look.board, 0.5)
                )
        count = max(3, int((x1 - x0) / (52 * u)))
        size = min((y1 - y0) * 0.78, 120 * u)
        first = int(scene.rng("tools").integers(len(handiwork.TOOLS)))
        for i in range(count):
            x = x0 + (x1 - x0) * (i + 0.5) / count
            handiwork.TOOLS[(first + i) % len(handiwork.TOOLS)](
                scene, Sketch(pen, x, y0 + (y1 - y0 + size) / 2, size)
            )


def _bench(scene: Scene, foot: Point, half: float, tall: float) -> None:
    """A sturdy bench: a vice, a tool box, drawers below."""
    x, y = foot
    furniture.shadow(scene, x, y, half * 1.05)
    way = 1 if x < scene.w / 2 else -1
    oak, dim, lit = (scene.ink(c, k) for c, k in (("#b5824e", 0.85), ("#8a5f3c", 0.5), ("#d9a86a", 1.0)))
    with scene.canvas.pen((x - half * 1.3, y - tall * 1.6, x + half * 1.3, y + 5)) as pen:
        it = Sketch(pen, x, y, tall, way)
        a = half / tall
        it.rect(-a * 0.9, 0.1, a * 0.9, 0.9, scene.ink("#5a4438", 0.3))
        it.rect(-a * 0.9, 0.14, a * 0.9, 0.22, dim)
        for px in (-a * 0.98, a * 0.9):
            it.rect(px, 0, px + a * 0.1, 0.9, oak)
        it.rect(0, 0.3, a * 0.9, 0.86, oak)
        for py in (0.32, 0.51, 0.7):
            it.rect(0.03 * a, py, a * 0.86, py + 0.15, scene.ink("#c8503f", 0.9), 0.02)
            it.rect(a * 0.3, py + 0.06, a * 0.58, py + 0.09, scene.ink("#f0dcc0", 1.0), 0.01)
        it.rect(-a * 1.04, 0.86, a * 1.04, 1.0, dim, 0.02)
        it.rect(-a * 1.04, 0.91, a * 1.02, 1.0, lit, 0.02)
        for px, py, color in ((-a * 0.72, 0.22, handiwork.TINS[1]), (-a * 0.36, 0.22, handiwork.TINS[2])):
            handiwork.tin(scene, it, px, py, 0.3, color)
        it.rect(-a * 0.78, 1.0, -a * 0.58, 1.16, scene.ink(DARK, 0.8), 0.02)
        it.rect(-a * 0.92, 1.1, -a * 0.44, 1.24, scene.ink(STEEL, 0.9), 0.03)
        it.line((-a * 0.98, 1.17), (-a * 1.1, 1.17), 0.05, scene.ink(DARK, 0.9))
        it.rect(a * 0.14, 1.0, a * 0.8, 1.24, scene.ink("#d8453f", 0.6), 0.03)
        it.rect(a * 0.14, 1.02, a * 0.77, 1.24, scene.ink("#e0564f", 1.0), 0.03)
        it.rect(a * 0.36, 1.24, a * 0.58, 1.3, scene.ink(DARK, 0.9), 0.02)
        it.rect(a * 0.14, 1.14, a * 0.8, 1.16, scene.ink("#8a2f2c", 0.7))


def _near_things(scene: Scene, plan: _Plan, way: int) -> None:
    """A crate and tins nearer by, and in wide pictures more shelves on the bare wall."""
    u, floor = scene.near, scene.horizon
    x = min(max(plan.bench + way * plan.bench_half * 0.7, 70 * u), scene.w - 70 * u)
    y = floor + (scene.h - floor) * 0.5
    stowage.crate(scene, x, y, 120 * u)
    with scene.canvas.pen((x - 120 * u, y - 200 * u, x + 120 * u, y + 9)) as pen:
        it = Sketch(pen, x, y - 88 * u, 60 * u)
        handiwork.tin(scene, it, -0.3, 0.0, 0.8, handiwork.TINS[0])
        handiwork.tin(scene, it, 0.45, 0.0, 0.7, handiwork.TINS[2])
    if scene.w > 2 * scene.h:
        far = plan.door - way * plan.door_half * 1.62
        handiwork.tins(scene, far, floor * 0.42, plan.door_half * 0.8, "far-shelf")
