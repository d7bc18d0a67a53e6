"""An airport: aeroplanes behind a wall of glass, seats in rows, a trolley of cases, a board of flights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior, land, stowage
from ..canvas import Canvas
from ..depth import paved
from ..pen import Ink, Pen, Point, Sketch, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..weather import falling, fog
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one terminal."""

    wall: str
    seat: str
    livery: str
    floor: str


LOOKS = (
    _Look("#eef1f3", "#3f7fb5", "#e0564f", "#d6dde2"),
    _Look("#f3ece0", "#d8703f", "#2f8f8a", "#e2d6c4"),
    _Look("#ecf0ea", "#3f9a7a", "#f2a83f", "#d2ddd4"),
    _Look("#f0ecf4", "#7a5fae", "#3f6fc0", "#dbd6e4"),
    _Look("#eceff2", "#c8404f", "#5f4fa8", "#d9d9de"),
)
STEEL = "#a9b4be"


def airport(scene: Scene) -> Stage:
    """A departure hall, the apron in the weather outside."""
    scene = indoors(scene)
    look, name = LOOKS[int(scene.layout.variant * len(LOOKS))], scene.layout.name
    way = -1 if scene.layout.flip else 1
    top, floor = scene.canvas.inner[1], scene.horizon
    high, low = top + (floor - top) * 0.2, floor - 34 * scene.u
    _wall(scene, look, high)
    pane = _glass(scene, look, high, low)
    _floor(scene, look)
    _reflection(scene, high, low)
    _ceiling(scene, look, high)
    _board(scene, (scene.x(0.5 + 0.24 * (name in ("low", "high"))), high), look)
    u, deep = scene.near, scene.h - floor
    desk = name in ("winding", "framed")
    if desk:
        _desk(scene, look, (scene.x(0.84), floor + 0.18 * deep), 215 * u, way)
    else:
        _seats(scene, look, (scene.x(0.87), floor + 0.17 * deep), 92 * u, 3)
    _seats(scene, look, (scene.x(0.13), floor + 0.12 * deep), 92 * u, 3)
    if scene.w > 2 * scene.h:
        _seats(scene, look, (scene.x(0.34), floor + 0.1 * deep), 84 * u, 4)
    _trolley(scene, (scene.x(0.1), floor + 0.56 * deep), 190 * u, way)
    if not desk:
        _plant(scene, (scene.x(0.965), floor + 0.5 * deep), 190 * u)
    ground = floor + deep * 0.72
    return scene.stage(ground, indoor=True, window=pane)


def _wall(scene: Scene, look: _Look, high: float) -> None:
    """The wall above and below the glass."""
    floor, u = scene.horizon, scene.u
    scene.canvas.gradient([scene.tone(look.wall, k) for k in (0.7, 0.98, 0.84)], 0, floor, int(floor) + 2)
    with scene.canvas.pen((0, high - 40 * u, scene.w, floor + 2)) as pen:
        pen.rect(-5, high - 30 * u, scene.w + 5, high - 20 * u, scene.ink(look.seat, 0.85))
        pen.rect(-5, floor - 34 * u, scene.w + 5, floor + 2, scene.ink(STEEL, 0.7))
        pen.rect(-5, floor - 34 * u, scene.w + 5, floor - 26 * u, scene.ink("#e6ebef", 1.0))


def _apron(scene: Scene, look: _Look, w: int, h: int) -> Canvas:
    """What is seen outside: sky, hills, the tower, and a plane or two on the asphalt."""
    view = Canvas(max(2, w), max(2, h), unit=scene.u * 0.8)
    out, rng = interior.outside_scene(scene, view), scene.rng("apron")
    paint_sky(out)
    hor, u = h * 0.66, view.u
    out = out.with_layout(horizon=0.66)
    snowy = "snowfall" in scene.setting.weather
    land.far_range(out, "range", hor - 4 * u, 50 * u, "#7f9fc4", 0.5)
    land.hills(
        out,
        "hills-far",
        hor + 2 * u,
        16 * u,
        260,
        ("#f4f8fd", "#dbe7f5") if snowy else ("#a8d263", "#5fa352"),
        0.3,
    )
    ground = ("#eef3f9", "#d3dde9") if snowy else ("#aeb0b4", "#8f9299")
    with view.pen((0, 0, w, h)) as pen:
        _tower(out, pen, (w * (0.16 + 0.68 * float(rng.random())), hor + 10 * u), 250 * u)
        pen.rect(0, hor + 6 * u, w, h, out.ink(ground[0], 0.9))
        pen.rect(0, hor + (h - hor) * 0.42, w, h, out.ink(ground[1], 0.86))
        for i in range(int(w / (130 * u)) + 1):
            pen.rect(i * 130 * u, h - 26 * u, i * 130 * u + 70 * u, h - 20 * u, out.ink("#f2cf5a", 0.95))
    side = -1 if scene.layout.flip else 1
    span = scene.canvas.inner[2] - scene.canvas.inner[0]
    size = min(0.62 * span, 1.9 * h)
    _plane(out, look.livery, (scene.x(0.42 + 0.12 * scene.layout.variant), h - 34 * u), size, side)
    if w > 1.5 * size:
        _plane(out, look.seat, (scene.x(0.9), h - 60 * u), size * 0.6, -side)
    _flier(out, look.seat, (scene.x(0.8), h * 0.16), 110 * u, side)
    fog(out)
    falling(out)
    return view


def _tower(out: Scene, pen: Pen, foot: Point, size: float) -> None:
    """A control tower with a band of windows."""
    it = Sketch(pen, *foot, size)
    lit: Ink = ink(rgb("#ffe39a")) if out.light.dark > 0.4 else out.ink("#7fb0cc", 0.9)
    it.poly(out.ink("#e6e2dc", 0.85), (-0.09, 0), (0.09, 0), (0.07, 0.62), (-0.07, 0.62))
    it.poly(out.ink("#b9b4b4", 0.7), (0.02, 0), (0.09, 0), (0.07, 0.62), (0.03, 0.62))
    it.poly(out.ink("#d9d4d0", 0.9), (-0.1, 0.6), (0.1, 0.6), (0.2, 0.72), (-0.2, 0.72))
    it.poly(lit, (-0.17, 0.72), (0.17, 0.72), (0.21, 0.86), (-0.21, 0.86))
    it.rect(-0.22, 0.86, 0.22, 0.91, out.ink("#f6f2ec", 1.0), 0.02)
    it.rect(-0.008, 0.9, 0.008, 1.06, out.ink("#7f7a84", 0.8))
    it.circle(0, 1.06, 0.02, ink(rgb("#ff5f4f")))


def _plane(out: Scene, livery: str, foot: Point, size: float, way: int) -> None:
    """An airliner from its side, nose towards `way`."""
    white, shade, color = out.ink("#ffffff", 1.0), out.ink("#c9d2de", 0.72), out.ink(livery, 0.92)
    glass: Ink = ink(rgb("#ffe6a0")) if out.light.dark > 0.4 else out.ink("#4f7f9f", 0.7)
    x, y = foot
    out.canvas.shadow(x, y, size * 0.4, size * 0.03, out.light.shade * F(0.3), 0.4)
    with out.canvas.pen((x - size * 0.7, y - size * 0.5, x + size * 0.7, y + 4)) as pen:
        it = Sketch(pen, x, y, size, way)
        for px in (-0.06, 0.02, 0.36):
            it.rect(px - 0.006, 0.02, px + 0.006, 0.08, out.ink("#7f8894", 0.7))
            it.circle(px, 0.019, 0.02, out.ink("#3f424c", 0.6))
        it.poly(color, (-0.47, 0.17), (-0.56, 0.36), (-0.47, 0.36), (-0.31, 0.18))
        it.poly(out.ink(pale(livery, 0.35), 1.0), (-0.47, 0.25), (-0.51, 0.32), (-0.43, 0.32), (-0.37, 0.25))
        body = (
            (-0.55, 0.175),
            (-0.42, 0.205),
            (0.3, 0.205),
            (0.43, 0.185),
            (0.51, 0.12),
            (0.45, 0.075),
            (0.3, 0.06),
            (-0.28, 0.06),
        )
        it.blob(shade, *body)
        it.blob(white, *[(px * 0.995, 0.02 + py * 0.915) for px, py in body])
        it.poly(color, (-0.5, 0.125), (0.485, 0.102), (0.47, 0.088), (-0.42, 0.1))
        for i in range(17):
            px = -0.33 + 0.04 * i
            it.rect(px, 0.146, px + 0.019, 0.172, glass, 0.008)
        it.poly(glass, (0.41, 0.165), (0.445, 0.165), (0.475, 0.135), (0.42, 0.135))
        it.rect(0.35, 0.1, 0.385, 0.175, shade, 0.01)
        it.poly(shade, (0.12, 0.1), (-0.02, 0.1), (-0.24, 0.045), (-0.2, 0.035), (-0.06, 0.045))
        it.poly(out.ink("#e6ecf2", 0.95), (0.12, 0.105), (-0.02, 0.105), (-0.24, 0.052), (-0.2, 0.046))
        it.rect(-0.02, 0.028, 0.13, 0.078, color, 0.025)
        it.ellipse(0.13, 0.053, 0.012, 0.025, out.ink("#4f5560", 0.6))
        it.poly(color, (-0.44, 0.16), (-0.53, 0.19), (-0.6, 0.2), (-0.55, 0.175))


def _flier(out: Scene, livery: str, at: Point, size: float, way: int) -> None:
    """A plane far off that has just taken off."""
    if out.setting.gloomy:
        return
    with out.canvas.pen((at[0] - size, at[1] - size, at[0] + size, at[1] + size)) as pen:
        it = Sketch(pen, at[0], at[1], size, way)
        pale_body, dim = out.ink("#ffffff", 1.0), out.ink("#b9c6d6", 0.8)
        it.poly(out.ink(livery, 0.9), (-0.44, -0.1), (-0.5, 0.1), (-0.36, -0.04))
        it.blob(pale_body, (-0.46, -0.1), (0.0, 0.02), (0.36, 0.15), (0.48, 0.17), (0.4, 0.07), (0.0, -0.07))
        it.poly(dim, (0.08, 0.02), (-0.2, -0.2), (-0.12, -0.21), (0.2, 0.03))


def _glass(scene: Scene, look: _Look, high: float, low: float) -> interior.Rect:
    """The wall of glass with its mullions; gives the middle panes."""
    u, w = scene.u, scene.w
    view = _apron(scene, look, w, max(4, int(low) - int(high)))
    scene.canvas.paint(np.ones(view.a.shape[:2], F), 0, int(high), view.a)
    step = (168 + 60 * scene.layout.variant) * u
    first = scene.x(0.5) - step * (int(scene.x(0.5) / step) + 1)
    dim, lit = scene.ink("#7f8a96", 0.7), scene.ink("#e6ebef", 1.0)
    with scene.canvas.pen((0, high - 30 * u, w, low + 10 * u)) as pen:
        rail = high + (low - high) * 0.22
        for y, thick in ((high - 12 * u, 14), (rail, 6), (low - 4 * u, 12)):
            pen.rect(-5, y, w + 5, y + thick * u, dim)
            pen.rect(-5, y, w + 5, y + thick * 0.6 * u, lit)
        for i in range(int(w / step) + 3):
            x = first + i * step
            pen.rect(x - 5 * u, high, x + 5 * u, low, dim)
            pen.rect(x - 5 * u, high, x + 1.5 * u, low, lit)
    with scene.canvas.pen((0, high, w, low), opacity=0.1) as pen:
        for i in range(int(w / step) + 3):
            x = first + (i + 0.25) * step
            pen.poly(
                [(x, low), (x + step * 0.22, low), (x + step * 0.62, high), (x + step * 0.4, high)],
                scene.ink("#ffffff", 1.0),
            )
    middle = scene.x(0.5)
    return scene.canvas.clip(middle - step, high, middle + step, low)


def _floor(scene: Scene, look: _Look) -> None:
    """Polished slabs."""
    top, h, w, u = scene.horizon, scene.h, scene.w, scene.u
    deep = h - top
    paved(scene, top, look.floor, (0.7, 0.94, 0.86))
    middle, seam = scene.x(0.5), scene.ink(look.floor, 0.5)
    with scene.canvas.pen((0, top, w, h), opacity=0.55) as pen:
        for i in range(-14, 15):
            x = middle + i * 120 * u
            pen.line((x, top), (middle + (x - middle) * 2.6, h), 1.8 * u, seam)
        for t in (0.07, 0.18, 0.34, 0.57, 0.88):
            pen.rect(-5, top + deep * t, w + 5, top + deep * t + (1 + 1.4 * t) * u, seam)
        a, b = top + deep * 0.36, top + deep * 0.54
        pen.rect(-5, a, w + 5, b, scene.ink(pale(look.seat, 0.5), 0.9))


def _reflection(scene: Scene, high: float, low: float) -> None:
    """The glass wall seen again in the floor, faint and blurred."""
    top, u = scene.horizon, scene.u
    color = mix(scene.canvas.a[int(high) : int(low), ::16].reshape(-1, 3).mean(0), np.ones(3, F), 0.3)
    step = (168 + 60 * scene.layout.variant) * u
    with scene.canvas.pen((0, top, scene.w, scene.h), soft=7 * u, opacity=0.3) as pen:
        first = scene.x(0.5) - step * (int(scene.x(0.5) / step) + 1)
        for i in range(int(scene.w / step) + 3):
            x = first + i * step
            pen.rect(x + 9 * u, top + 4 * u, x + step - 9 * u, top + (scene.h - top) * 0.6, ink(color))


def _ceiling(scene: Scene, look: _Look, high: float) -> None:
    """Slats with strips of light between them."""
    u, on, top = scene.u, scene.light.dark > 0.2, scene.canvas.inner[1]
    strip = ink(rgb("#fff3cc")) if on else scene.ink("#ffffff", 1.0)
    base = high - 38 * u
    with scene.canvas.pen((0, 0, scene.w, high)) as pen:
        pen.rect(-5, -5, scene.w + 5, base, scene.ink(look.wall, 0.5))
        middle = scene.x(0.5)
        for i in range(-9, 10):
            a, b = middle + (i - 0.26) * 150 * u, middle + (i + 0.26) * 150 * u
            up = [(middle + (x - middle) * 1.9, -5) for x in (b, a)]
            pen.poly([(a, base), (b, base), *up], scene.ink(pale(look.wall, 0.3), 0.86))
            a, b = middle + (i + 0.45) * 150 * u, middle + (i + 0.55) * 150 * u
            up = [(middle + (x - middle) * 1.9, -5) for x in (b, a)]
            pen.poly([(a, base), (b, base), *up], strip)
        pen.rect(-5, base - 5 * u, scene.w + 5, base, scene.ink(STEEL, 0.9))
    scene.canvas.haze(
        scene.w / 2,
        top,
        scene.w * 0.7,
        (high - top) * 2.4,
        rgb("#fff0c8"),
        0.08 + 0.3 * scene.light.dark,
        1.4,
    )


def _board(scene: Scene, at: Point, look: _Look) -> None:
    """The board of flights: bars of colour in rows, a little plane at its head."""
    x, y = at
    size, rng = 150 * scene.u, scene.rng("flights")
    y += size * 0.74
    with scene.canvas.pen((x - size * 1.3, 0, x + size * 1.3, y + 9)) as pen:
        it = Sketch(pen, x, y, size)
        for d in (-0.7, 0.7):
            it.rect(d - 0.02, 0.6, d + 0.02, 1.6, scene.ink(STEEL, 0.6))
        it.rect(-1.04, -0.02, 1.04, 0.86, scene.ink("#5f6874", 0.5), 0.06)
        it.rect(-1.02, 0.02, 1.0, 0.86, scene.ink("#3a4250", 0.8), 0.05)
        it.rect(-0.96, 0.68, 0.96, 0.82, scene.ink(look.seat, 0.95), 0.03)
        mark = ink(rgb("#ffffff"))
        it.blob(mark, (-0.9, 0.73), (-0.78, 0.77), (-0.7, 0.76), (-0.72, 0.73), (-0.8, 0.73))
        it.poly(mark, (-0.8, 0.75), (-0.86, 0.7), (-0.82, 0.7), (-0.74, 0.75))
        for row in range(4):
            py, luck = 0.53 - 0.155 * row, rng.random(3).tolist()
            it.rect(-0.94, py - 0.025, 0.94, py + 0.1, ink(rgb("#242b38")), 0.02)
            bars = ((-0.88, 0.18, "#f2c24f"), (-0.6, 0.3 + 0.4 * luck[0], "#f6f2e4"), (0.32, 0.2, "#7fc8f0"))
            for px, long, tint in (*bars, (0.64, 0.22, ("#6fe08a", "#6fe08a", "#ff8a6a")[int(luck[1] * 3)])):
                it.rect(px, py + 0.01, px + long, py + 0.065, ink(rgb(tint)), 0.02)
    scene.canvas.glow(x, y - size * 0.4, size * 1.6, rgb("#bfd8ff"), 0.04 + 0.16 * scene.light.dark)


def _seats(scene: Scene, look: _Look, at: Point, size: float, count: int) -> None:
    """A row of linked seats facing us."""
    x, y = at
    x = min(max(x, 0.4 * size * count), scene.w - 0.4 * size * count) if scene.w < 2 * scene.h else x
    furniture.shadow(scene, x, y, size * 0.52 * count)
    mid, lit, dim = (scene.ink(look.seat, k) for k in (0.8, 1.0, 0.44))
    steel, dark = scene.ink(STEEL, 1.0), scene.ink(STEEL, 0.5)
    with scene.canvas.pen((x - size * count, y - size * 1.5, x + size * count, y + 5)) as pen:
        it = Sketch(pen, x, y, size)
        for d in (-0.36 * count, 0.36 * count):
            it.rect(d - 0.035, 0.04, d + 0.035, 0.36, dark)
            it.rect(d - 0.22, 0, d + 0.22, 0.06, steel, 0.03)
        it.rect(-0.5 * count, 0.3, 0.5 * count, 0.38, dark, 0.02)
        for i in range(count):
            px = i - (count - 1) / 2
            it.rect(px - 0.42, 0.44, px + 0.42, 1.14, dim, 0.12)
            it.rect(px - 0.4, 0.46, px + 0.4, 1.13, mid, 0.11)
            it.rect(px - 0.31, 0.62, px + 0.29, 1.05, lit, 0.08)
            it.rect(px - 0.44, 0.36, px + 0.44, 0.54, dim, 0.07)
            it.rect(px - 0.44, 0.42, px + 0.44, 0.56, lit, 0.06)
        for i in range(count + 1):
            px = i - count / 2
            it.rect(px - 0.05, 0.34, px + 0.05, 0.76, dark, 0.04)
            it.rect(px - 0.07, 0.7, px + 0.07, 0.77, scene.ink("#4f5560", 0.8), 0.03)


def _desk(scene: Scene, look: _Look, at: Point, size: float, way: int) -> None:
    """A check-in desk with a screen, a belt beside it with a case on its way."""
    x, y = min(max(at[0], size * 0.5), scene.w - size * 0.5), at[1]
    furniture.shadow(scene, x, y, size * 0.6)
    wood, dim = scene.ink("#f6f2ea", 0.98), scene.ink("#cfc6ba", 0.7)
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 5)) as pen:
        it = Sketch(pen, x, y, size, way)
        it.rect(-0.56, 0, -0.2, 0.2, scene.ink(STEEL, 0.7), 0.02)
        it.rect(-0.58, 0.17, -0.18, 0.23, scene.ink("#4f5560", 0.6), 0.03)
        left, right = it.at(-0.52, 0)[0], it.at(-0.26, 0)[0]
        stowage.suitcase(
            scene, pen, (min(left, right), y - size * 0.44, max(left, right), y - size * 0.23), 2, 0
        )
        it.rect(-0.18, 0, 0.5, 0.5, dim, 0.03)
        it.rect(-0.18, 0.02, 0.46, 0.5, wood, 0.03)
        it.rect(-0.18, 0.2, 0.46, 0.34, scene.ink(look.seat, 0.9))
        it.rect(-0.22, 0.49, 0.54, 0.55, scene.ink("#b5824e", 0.95), 0.02)
        it.rect(0.05, 0.55, 0.11, 0.64, scene.ink("#5f6874", 0.8))
        it.rect(-0.1, 0.62, 0.26, 0.86, scene.ink("#5f6874", 0.6), 0.03)
        it.rect(-0.08, 0.64, 0.24, 0.84, ink(rgb("#9fd8f0")), 0.02)
        for i in range(3):
            it.rect(-0.04, 0.69 + 0.045 * i, 0.1 + 0.04 * i, 0.705 + 0.045 * i, ink(rgb("#ffffff")), 0.01)


def _trolley(scene: Scene, at: Point, size: float, way: int) -> None:
    """A luggage trolley piled with cases."""
    x, y = min(max(at[0], size * 0.48), scene.w - size * 0.48), min(at[1], scene.h - size * 0.06)
    furniture.shadow(scene, x, y, size * 0.5)
    steel, dark = scene.ink("#cfd8de", 1.0), scene.ink("#7f8894", 0.7)
    rng = scene.rng("trolley")
    tints = [int(t) for t in rng.permutation(len(stowage.CASES))]
    with scene.canvas.pen((x - size, y - size * 1.3, x + size, y + 6)) as pen:
        it = Sketch(pen, x, y, size, way)
        for px in (-0.32, 0.34):
            it.circle(px, 0.05, 0.055, scene.ink("#3f424c", 0.6))
            it.circle(px, 0.05, 0.024, steel)
        it.stroke(dark, 0.04, 0.04, (-0.42, 0.13), (-0.46, 0.5), (-0.5, 0.86), (-0.58, 0.9))
        it.stroke(steel, 0.022, 0.022, (-0.425, 0.14), (-0.465, 0.5), (-0.505, 0.86), (-0.58, 0.905))
        it.rect(-0.44, 0.1, 0.46, 0.15, dark, 0.02)
        it.rect(-0.44, 0.12, 0.46, 0.15, steel, 0.02)
        for i, (a, b, low, high) in enumerate(
            ((-0.4, 0.4, 0.15, 0.43), (-0.36, 0.22, 0.45, 0.68), (-0.28, 0.12, 0.7, 0.88))
        ):
            (x0, y1), (x1, y0) = it.at(a, low), it.at(b, high)
            stowage.suitcase(scene, pen, (min(x0, x1), y0, max(x0, x1), y1), tints[i], (0, 2, 1)[i])


def _plant(scene: Scene, at: Point, size: float) -> None:
    furniture.potted(scene, min(at[0], scene.w - size * 0.2), at[1], size, 0, "#f2efe8")
