"""Inside a railway carriage: the country passes by, seats face each other, cases lie in the rack."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...pixels import mix, rgb
from .. import furniture, interior, stowage
from ..canvas import Canvas
from ..depth import paved
from ..pen import Ink, Marks, Pen, Sketch, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one carriage."""

    panel: str
    wood: str
    seat: str
    carpet: str
    trim: str


LOOKS = (
    _Look("#efdfc0", "#9a643c", "#a8323f", "#7f2f3f", "#e2bb5a"),
    _Look("#dfe6dc", "#84583a", "#2f6f5f", "#2f5a55", "#e2c27a"),
    _Look("#e6dfe8", "#7a4f3c", "#34599a", "#34497a", "#e8c878"),
    _Look("#f3e6cf", "#b07a48", "#c8702f", "#8a4f35", "#f2dca0"),
)


@dataclass(frozen=True)
class _Bays:
    """The row of windows: where each stands and how wide one bay is."""

    first: float
    wide: float
    count: int

    def middles(self) -> list[float]:
        """The x of every window."""
        return [self.first + i * self.wide for i in range(self.count)]


def train_carriage(scene: Scene) -> Stage:
    """A saloon of a train, seen across its aisle."""
    scene = indoors(scene)
    look, variant = LOOKS[int(scene.rng("carriage").integers(len(LOOKS)))], scene.layout.variant
    wide = (330 + 110 * variant) * scene.u * (1.06 if scene.layout.name == "low" else 1.0)
    middle = {"winding": 0.5, "high": 0.42, "low": 0.62}.get(scene.layout.name, 0.26 + 0.1 * variant)
    start = scene.x(middle)
    start -= wide * np.ceil(start / wide + 0.5)
    bays = _Bays(float(start), float(wide), int(scene.w / wide) + 3)
    _panels(scene, look, bays)
    pane = _windows(scene, look, bays)
    _rack(scene, look, bays)
    _floor(scene, look)
    _lamps(scene, look, bays)
    for x in bays.middles():
        _table(scene, look, x)
        for way in (-1, 1):
            _seat(scene, look, x - way * bays.wide * 0.485, way)
    _near_seats(scene, look)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.66
    return scene.stage(ground, indoor=True, window=pane)


def _panels(scene: Scene, look: _Look, bays: _Bays) -> None:
    """The wall: a curved ceiling, pale boards, dark wood with inlays below the windows and between them."""
    floor, u, w = scene.horizon, scene.u, scene.w
    scene.canvas.gradient([scene.tone(look.panel, k) for k in (0.66, 0.98, 0.9)], 0, floor, int(floor) + 2)
    wood, dim, lit = (scene.ink(look.wood, k) for k in (0.78, 0.45, 1.0))
    gold = scene.ink(look.trim, 0.95)
    with scene.canvas.pen((0, 0, w, floor + 2)) as pen:
        for i in range(bays.count * 2 + 2):
            x = bays.first + (i - 1) * bays.wide / 2
            pen.stroke(
                [(x - 8 * u, 0), (x, floor * 0.07), (x, floor * 0.13)],
                7 * u,
                5 * u,
                scene.ink(look.panel, 0.6),
            )
        for y, deep in ((0.125, 0.03), (0.66, 0.035), (0.96, 0.05)):
            pen.rect(-5, floor * y, w + 5, floor * (y + deep), dim)
            pen.rect(-5, floor * y, w + 5, floor * (y + deep * 0.66), lit)
        pen.rect(-5, floor * 0.695, w + 5, floor * 0.96, wood)
        for i in range(bays.count * 2):
            x = bays.first + (i - 0.5) * bays.wide / 2
            a, b = x + 14 * u, x + bays.wide / 2 - 14 * u
            for e, tint in ((0, dim), (3 * u, gold), (5 * u, wood)):
                pen.rect(a + e, floor * 0.725 + e, b - e, floor * 0.93 - e, tint, 9 * u)
        for x in bays.middles():
            edge = x + bays.wide / 2
            pen.rect(edge - 24 * u, floor * 0.155, edge + 24 * u, floor * 0.66, wood)
            pen.rect(edge - 24 * u, floor * 0.155, edge - 17 * u, floor * 0.66, lit)
            pen.rect(edge + 18 * u, floor * 0.155, edge + 24 * u, floor * 0.66, dim)
    interior.corners(scene, 0.2)


def _passing(scene: Scene, w: int, h: int) -> Canvas:
    """The country outside, a hedge and poles rushing by before it."""
    view = interior.outside(scene, w, h)
    rng, u = scene.rng("passing"), scene.u
    green = "#e6eef6" if "snowfall" in scene.setting.weather else "#4f8f4a"
    with view.pen((0, 0, w, h), soft=3 * u, opacity=0.85) as pen:
        for a, b, c in rng.random((scene.count(26), 3)).tolist():
            long = (50 + 120 * b) * u
            y = h - (4 + 20 * c * c) * u
            pen.ellipse(a * w, y, long, (5 + 9 * b) * u, scene.ink(green, 0.35 + 0.5 * c))
    with view.pen((0, 0, w, h), soft=1.4 * u, opacity=0.7) as pen:
        step, start = 430 * u, float(rng.random()) * 430 * u
        for i in range(int(w / step) + 2):
            x = start + (i - 0.5) * step
            pen.rect(x - 4 * u, h * 0.18, x + 4 * u, h, scene.ink("#6a5444", 0.6))
            pen.rect(x - 26 * u, h * 0.24, x + 26 * u, h * 0.24 + 6 * u, scene.ink("#6a5444", 0.6))
            for d in (-20, 20):
                wire = [(x + d * u, h * 0.24), (x + d * u + step / 2, h * 0.3), (x + d * u + step, h * 0.24)]
                pen.stroke(wire, 1.6 * u, 1.6 * u, scene.ink("#5a5060", 0.6))
    return view


def _windows(scene: Scene, look: _Look, bays: _Bays) -> interior.Rect:
    """A row of wide windows with rounded corners and short curtains; gives the middlemost."""
    floor, u = scene.horizon, scene.u
    top, low, half = floor * 0.29, floor * 0.645, bays.wide / 2 - 44 * u
    view = _passing(scene, scene.w, max(4, int(low) - int(top)))
    box = scene.canvas.clip(0, int(top), scene.w, int(top) + view.height)
    marks = Marks(box, 2)
    with scene.canvas.pen((0, top - 30 * u, scene.w, low + 30 * u)) as pen:
        for x in bays.middles():
            for e, tint in (
                (15, scene.ink(look.wood, 0.5)),
                (12, scene.ink(look.wood, 1.0)),
                (3, scene.ink(look.trim, 0.95)),
            ):
                pen.rect(x - half - e * u, top - e * u, x + half + e * u, low + e * u, tint, (24 + e) * u)
    for x in bays.middles():
        marks.poly(_rounded(x - half, int(top), x + half, low, 24 * u), 255)
    scene.canvas.paint(marks.mask(), box[0], box[1], view.a)
    with scene.canvas.pen((0, top - 20 * u, scene.w, low + 20 * u)) as pen:
        for x in bays.middles():
            pen.rect(
                x - half,
                top + (low - top) * 0.26,
                x + half,
                top + (low - top) * 0.26 + 5 * u,
                scene.ink(look.wood, 0.9),
            )
            for way in (-1, 1):
                _curtain(scene, pen, look, (x + way * half, top - 8 * u, low + 4 * u), way)
            pen.rect(
                x - half - 8 * u,
                top - 12 * u,
                x + half + 8 * u,
                top - 5 * u,
                scene.ink(look.trim, 0.9),
                3 * u,
            )
    middle = min(bays.middles(), key=lambda x: abs(x - scene.w / 2))
    return scene.canvas.clip(middle - half, top, middle + half, low)


def _rounded(x0: float, y0: float, x1: float, y1: float, r: float) -> list[tuple[float, float]]:
    """The outline of a box with round corners."""
    points = []
    for i, (cx, cy) in enumerate(((x0 + r, y0 + r), (x1 - r, y0 + r), (x1 - r, y1 - r), (x0 + r, y1 - r))):
        for t in np.linspace(np.pi + i * np.pi / 2, 1.5 * np.pi + i * np.pi / 2, 6).tolist():
            points.append((cx + r * float(np.cos(t)), cy + r * float(np.sin(t))))
    return points


def _curtain(scene: Scene, pen: Pen, look: _Look, at: tuple[float, float, float], way: int) -> None:
    """A short curtain tied back at one side of a window."""
    (x, top, low), u = at, scene.u
    tie, wide = top + (low - top) * 0.6, 46 * u
    lit, dim, cord = scene.ink(look.seat, 0.95), scene.ink(look.seat, 0.5), scene.ink(look.trim, 1.0)
    inner = x - way * wide
    shape = [
        (x + way * 6 * u, top),
        (inner, top),
        (x - way * wide * 0.9, top + (tie - top) * 0.5),
        (x - way * wide * 0.3, tie),
        (x - way * wide * 0.6, low),
        (x + way * 6 * u, low),
    ]
    pen.poly(shape, lit)
    for t in (0.25, 0.55, 0.8):
        a = x - way * wide * t
        pen.stroke(
            [(a, top), (x - way * wide * t * 0.8, top + (tie - top) * 0.6), (x - way * wide * t * 0.3, tie)],
            5 * u,
            3 * u,
            dim,
        )
        pen.stroke([(x - way * wide * t * 0.3, tie), (x - way * wide * t * 0.55, low)], 3 * u, 5 * u, dim)
    pen.rect(
        min(x, x - way * wide * 0.4), tie - 4 * u, max(x, x - way * wide * 0.4), tie + 4 * u, cord, 3 * u
    )


def _rack(scene: Scene, look: _Look, bays: _Bays) -> None:
    """The luggage rack: brass rails and a net, and what travellers have put there."""
    floor, u, w, rng = scene.horizon, scene.u, scene.w, scene.rng("cases")
    y, high = floor * 0.235, floor * 0.13
    gold, dim = scene.ink(look.trim, 0.95), scene.ink("#8a6a3a", 0.6)
    with scene.canvas.pen((0, y - high * 1.3, w, y + 30 * u)) as pen:
        for x in bays.middles():
            left, right = x - bays.wide * 0.42, x + bays.wide * 0.42
            at = left + 10 * u
            while at < right - 50 * u:
                wide = (54 + 66 * rng.random()) * u
                if at + wide > right:
                    break
                if rng.random() < 0.8:
                    tall = min(high * 0.95, (46 + 32 * rng.random()) * u)
                    stowage.suitcase(
                        scene,
                        pen,
                        (at, y - tall, at + wide, y),
                        int(rng.integers(len(stowage.CASES))),
                        int(rng.integers(3)),
                    )
                at += wide + 9 * u
            for i in range(int((right - left) / (17 * u))):
                px = left + i * 17 * u
                pen.line((px, y), (px + 17 * u, y + 13 * u), 1.6 * u, dim)
                pen.line((px + 17 * u, y), (px, y + 13 * u), 1.6 * u, dim)
            for yy, thick in ((y - 2 * u, 7), (y + 12 * u, 5)):
                pen.rect(left, yy, right, yy + thick * u, gold, 3 * u)
                pen.rect(left, yy + thick * 0.6 * u, right, yy + thick * u, dim, 2 * u)
            for px in (left, right):
                pen.stroke(
                    [(px, y - 14 * u), (px, y + 12 * u), (px + (x - px) * 0.04, y + 26 * u)],
                    6 * u,
                    5 * u,
                    gold,
                )


def _floor(scene: Scene, look: _Look) -> None:
    """Boards along the wall, and the carpet of the aisle with its borders."""
    top, h, w, u = scene.horizon, scene.h, scene.w, scene.u
    paved(scene, top, look.wood, (0.5, 0.72, 0.66))
    deep = h - top
    pattern, gold = scene.ink(pale(look.carpet, 0.2), 0.95), scene.ink(look.trim, 0.8)
    with scene.canvas.pen((0, top, w, h)) as pen:
        for t in (0.06, 0.14, 0.24):
            pen.rect(-5, top + deep * t, w + 5, top + deep * t + 2 * u, scene.ink(look.wood, 0.3))
        a, b = top + deep * 0.3, top + deep * 0.97
        pen.rect(-5, a, w + 5, b, scene.ink(look.carpet, 0.55))
        pen.rect(-5, a, w + 5, b - 5 * u, scene.ink(look.carpet, 0.86))
        for y, thick in ((a + 9 * u, 4), (a + 19 * u, 2), (b - 32 * u, 5), (b - 18 * u, 3)):
            pen.rect(-5, y, w + 5, y + thick * u, gold)
        for row, t in enumerate((0.34, 0.62)):
            y, size = a + (b - a) * t, (15 + 8 * row) * u
            step = size * 5.2
            for i in range(int(w / step) + 2):
                x = (i - 0.25 + 0.5 * row) * step
                for turn in range(4):
                    pen.leaf(
                        x, y, size * (1.5 if turn % 2 == 0 else 0.8), size * 0.62, turn * np.pi / 2, pattern
                    )
                pen.ellipse(x, y, size * 0.3, size * 0.18, gold)


def _lamps(scene: Scene, look: _Look, bays: _Bays) -> None:
    """A lamp with a shade between every two windows, and round ones along the ceiling."""
    floor, u, on = scene.horizon, scene.u, scene.light.dark > 0.2
    shade, gold = ink(rgb("#ffe2a0")) if on else scene.ink("#fbeed2", 1.0), scene.ink(look.trim, 0.9)
    spots = [(x + bays.wide / 2, floor * 0.42) for x in bays.middles()]
    with scene.canvas.pen((0, 0, scene.w, floor)) as pen:
        for x, y in spots:
            pen.stroke([(x, y + 34 * u), (x, y + 12 * u), (x, y)], 6 * u, 5 * u, gold)
            pen.circle(x, y + 36 * u, 8 * u, gold)
            pen.poly(
                [
                    (x - 10 * u, y - 32 * u),
                    (x + 10 * u, y - 32 * u),
                    (x + 21 * u, y + 3 * u),
                    (x - 21 * u, y + 3 * u),
                ],
                shade,
            )
            pen.rect(x - 21 * u, y + 1 * u, x + 21 * u, y + 5 * u, gold)
        for x in bays.middles():
            pen.rect(x - 20 * u, -4, x + 20 * u, 9 * u, gold, 4 * u)
            pen.ellipse(x, 15 * u, 27 * u, 17 * u, shade)
    for x, y in spots:
        interior.lamplight(scene, x, y - 10 * u, 200 * u, 0.9)


def _seat(scene: Scene, look: _Look, x: float, way: int) -> None:
    """A bench in profile, its back at x, facing `way`: buttoned cloth, a scrolled arm."""
    y, size = scene.horizon + 40 * scene.u, 196 * scene.u
    furniture.shadow(scene, x + way * size * 0.3, y, size * 0.42)
    lit, mid, dim = (scene.ink(look.seat, k) for k in (1.0, 0.8, 0.48))
    with scene.canvas.pen((x - size, y - size * 1.3, x + size, y + 5)) as pen:
        it = Sketch(pen, x, y, size, way)
        _bench(it, (lit, mid, dim), (scene.ink(look.wood, 1.0), scene.ink(look.wood, 0.5)))
        it.rect(0.0, 0.9, 0.13, 1.06, scene.ink("#fff6e6", 0.95), 0.03)


def _bench(it: Sketch, cloth: tuple[Ink, Ink, Ink], wood: tuple[Ink, Ink]) -> None:
    (lit, mid, dim), (oak, dark) = cloth, wood
    for px in (0.04, 0.52):
        it.rect(px, 0.0, px + 0.06, 0.12, dark)
    it.rect(0.0, 0.1, 0.62, 0.3, dim, 0.03)
    it.blob(
        mid,
        (-0.02, 0.12),
        (-0.04, 0.7),
        (-0.02, 1.08),
        (0.07, 1.13),
        (0.15, 1.06),
        (0.17, 0.7),
        (0.2, 0.4),
        (0.16, 0.12),
    )
    it.blob(
        lit, (0.02, 0.44), (0.01, 0.8), (0.03, 1.06), (0.08, 1.09), (0.11, 1.02), (0.12, 0.7), (0.13, 0.44)
    )
    for py in (0.62, 0.84):
        it.circle(0.14, py, 0.018, dim)
    it.rect(0.02, 0.28, 0.66, 0.46, mid, 0.07)
    it.rect(0.04, 0.34, 0.62, 0.46, lit, 0.06)
    it.stroke(dark, 0.075, 0.075, (0.54, 0.16), (0.55, 0.46), (0.5, 0.62))
    it.stroke(oak, 0.075, 0.075, (0.1, 0.66), (0.34, 0.66), (0.52, 0.64))
    it.circle(0.53, 0.63, 0.062, dark)
    it.circle(0.525, 0.635, 0.045, oak)
    it.rect(-0.035, 0.0, 0.01, 1.1, dark, 0.02)


def _table(scene: Scene, look: _Look, x: float) -> None:
    """A little table under the window, with a lamp and two cups."""
    y, size = scene.horizon + 22 * scene.u, 150 * scene.u
    on = scene.light.dark > 0.2
    furniture.shadow(scene, x, y, size * 0.24)
    with scene.canvas.pen((x - size, y - size * 1.6, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.03, 0, 0.03, 0.66, scene.ink(look.wood, 0.4))
        it.ellipse(0, 0.02, 0.18, 0.04, scene.ink(look.wood, 0.5))
        it.poly(
            scene.ink("#e6dccd", 0.8),
            (-0.36, 0.7),
            (0.36, 0.7),
            (0.33, 0.54),
            (0.2, 0.5),
            (0.0, 0.54),
            (-0.2, 0.5),
            (-0.33, 0.54),
        )
        it.rect(-0.37, 0.66, 0.37, 0.72, scene.ink("#fffaf0", 1.0), 0.03)
        it.rect(-0.02, 0.72, 0.02, 0.94, scene.ink(look.trim, 0.9))
        it.ellipse(0, 0.73, 0.08, 0.025, scene.ink(look.trim, 0.9))
        glass = ink(mix(rgb(look.seat), rgb("#ffd28a"), 0.7)) if on else scene.ink(pale(look.seat, 0.3), 1.0)
        it.poly(glass, (-0.06, 1.14), (0.06, 1.14), (0.14, 0.92), (-0.14, 0.92))
        for d in (-1, 1):
            it.rect(d * 0.24 - 0.055, 0.72, d * 0.24 + 0.045, 0.81, scene.ink("#fff6ec", 0.95), 0.03)
            it.rect(d * 0.24 - 0.055, 0.755, d * 0.24 + 0.045, 0.775, scene.ink(look.seat, 0.9))
    interior.lamplight(scene, x, y - size, 150 * scene.u, 0.8)


def _near_seats(scene: Scene, look: _Look) -> None:
    """The ends of two seats on our side of the aisle, in the lower corners."""
    if scene.canvas.beside:
        return
    size, y = 330 * scene.near, scene.h + 60 * scene.u
    lit, mid, dim = (scene.ink(look.seat, k) for k in (0.92, 0.7, 0.4))
    for x, way in ((scene.x(-0.02), 1), (scene.x(1.02), -1)):
        way = way * (-1 if scene.layout.flip else 1)
        with scene.canvas.pen((x - size, y - size * 1.3, x + size, scene.h)) as pen:
            it = Sketch(pen, x, y, size * 0.84, way)
            it.blob(dim, (-0.3, 0.0), (-0.3, 0.86), (-0.1, 1.06), (0.1, 0.98), (0.2, 0.7), (0.24, 0.0))
            it.blob(mid, (-0.3, 0.0), (-0.3, 0.84), (-0.12, 1.03), (0.06, 0.95), (0.14, 0.7), (0.17, 0.0))
            it.blob(lit, (-0.3, 0.1), (-0.28, 0.8), (-0.13, 0.97), (-0.02, 0.9), (0.05, 0.66), (0.06, 0.1))
            it.stroke(
                scene.ink(look.wood, 0.5), 0.09, 0.09, (0.02, 0.56), (0.2, 0.52), (0.27, 0.4), (0.27, 0.0)
            )
            it.stroke(
                scene.ink(look.wood, 1.0),
                0.055,
                0.055,
                (0.01, 0.575),
                (0.19, 0.53),
                (0.255, 0.4),
                (0.255, 0.0),
            )
