"""The deck of a sailing ship at sea: towards her bow, towards her stern, or over her side."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from ...pixels import F, rgb
from .. import buildings, rigging, stowage, water
from ..depth import Depth
from ..pen import Point, Sketch, ink
from ..rigging import Ship
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .shore import far_boat, headland
from .town import wet_shine


@dataclass(frozen=True)
class _Hull:
    """The deck in perspective; towards a bow its edges run together."""

    room: Depth
    rail: float
    near: float
    bow: bool

    def edge(self, k: float) -> float:
        """Half the width of the deck at a depth."""
        share = min(1.0, max(0.0, (k - 1) / 1.1))
        return self.room.half * ((0.1 + 0.9 * share**0.55) if self.bow else 1.0)

    def depths(self) -> list[float]:
        """Depths from the far end to the near one, close together far away."""
        steps = np.linspace(0, 1, 22).tolist()
        return [1 / (1 - (1 - 1 / self.near) * t**0.9) for t in steps]

    def strip(self, side: int, low: float, high: float, out: float = 1.0) -> list[Point]:
        """A strip of the rail between two heights, along all of one side."""
        ks = self.depths()
        lower = [self.room.at(side * self.edge(k) * out, low * self.rail, k) for k in ks]
        return lower + [self.room.at(side * self.edge(k) * out, high * self.rail, k) for k in reversed(ks)]


def ship_deck(scene: Scene) -> Stage:
    """The deck of a wooden ship, the open sea around it."""
    left, top, right, low = scene.canvas.inner
    tall = float(low - top)
    hor = top + tall * (0.47 + 0.4 * ((scene.horizon - top) / tall - 0.58))
    scene = scene.with_layout(horizon=hor / scene.h)
    ship = rigging.SHIPS[int(scene.layout.variant * len(rigging.SHIPS))]
    _sea(scene)
    kind = scene.streams.seed % 3
    if kind == 2:
        return _over_the_side(scene, ship)
    shift = {"winding": 0.08, "high": -0.06, "low": 0.05}.get(scene.layout.name, 0.0)
    floor = hor + (0.2 if kind == 0 else 0.26) * (low - hor)
    near = (low - hor) / (floor - hor)
    half = min(0.62 * (right - left), 620 * scene.u) / near
    room = Depth(scene.x(0.5 + shift), hor, floor, half)
    hull = _Hull(room, 0.46 * (floor - hor), max(near, room.nearest(scene)) * 1.1, kind == 0)
    if kind == 0:
        _foremast(scene, ship, hull)
    _boards(scene, ship, hull)
    if kind == 1:
        _after_castle(scene, ship, hull)
    _rails(scene, ship, hull)
    _gear(scene, ship, hull)
    return scene.stage(hor + (low - hor) * 0.74, horizon_y=floor)


def _sea(scene: Scene) -> None:
    """Sky and sea in the real weather."""
    paint_sky(scene)
    hor, h, weather = scene.horizon, scene.h, scene.setting.weather
    if scene.rng("coast").random() < 0.5:
        headland(scene, "headland", hor)
    rough = 1.9 if "storm" in weather else 1.35 if weather & {"wind", "rain"} else 1.0
    water.surface(scene, hor, h, mirror=0.34, shallow=0.24)
    if scene.allows("boat") and rough < 1.5:
        far_boat(scene, hor)
    water.waves(scene, "waves", hor + (h - hor) * 0.02, h * 1.02, 7, rough)


def _boards(scene: Scene, ship: Ship, hull: _Hull) -> None:
    """The planks of the deck, which run into the distance."""
    room, ks = hull.room, hull.depths()
    deck = scene.snowed(ship.deck, 0.75)
    rng, count = scene.rng("boards"), 9
    seam = scene.ink(ship.deck, 0.3)
    with scene.canvas.pen((0, room.floor - 4, scene.w, scene.h)) as pen:
        for far, close in itertools.pairwise(ks):
            a, b = hull.edge(far), hull.edge(close)
            shape = ((-a, 0, far), (a, 0, far), (b, 0, close * 1.01), (-b, 0, close * 1.01))
            room.quad(pen, shape, scene.ink(deck, 0.74 + 0.22 * (close - 1) / hull.near))
    step = room.half / count
    with scene.canvas.pen((0, room.floor - 4, scene.w, scene.h), opacity=0.6) as pen:
        for i in range(-count, count):
            x = max(abs(i * step), abs((i + 1) * step))
            start = next((k for k in ks if hull.edge(k) >= x), None)
            luck = float(rng.random())
            if start is None:
                continue
            a, b = i * step, (i + 1) * step
            if luck < 0.5:
                tint = scene.ink(deck, 1.0 if luck < 0.26 else 0.62)
                room.quad(pen, ((a, 0, start), (b, 0, start), (b, 0, hull.near), (a, 0, hull.near)), tint)
            gap = 0.035 * step
            room.quad(
                pen, ((a, 0, start), (a + gap, 0, start), (a + gap, 0, hull.near), (a, 0, hull.near)), seam
            )
            for t in rng.random(2).tolist():
                k = 1 / (1 / start - (1 / start - 1 / hull.near) * t)
                room.quad(pen, ((a, 0, k), (b, 0, k), (b, 0, k * 1.006), (a, 0, k * 1.006)), seam)
                for px in (a + 0.2 * step, b - 0.2 * step):
                    pen.ellipse(*room.at(px, 0, k * 1.03), 0.02 * step * k, 0.012 * step * k, seam)


def _rails(scene: Scene, ship: Ship, hull: _Hull) -> None:
    """At both sides a bulwark of planks, posts and a broad handrail."""
    room = hull.room
    posts = room.bays(11, hull.near)
    with scene.canvas.pen((0, scene.horizon - 10, scene.w, scene.h)) as pen:
        for side in (-1, 1):
            lit = 0.84 if side * scene.light_side < 0 else 0.6
            pen.poly(hull.strip(side, 0.0, 0.5), scene.ink(ship.wood, lit))
            pen.poly(hull.strip(side, 0.24, 0.26), scene.ink(ship.wood, lit - 0.26))
            pen.poly(hull.strip(side, 0.5, 0.56), scene.ink(ship.trim, lit + 0.1))
            pen.poly(hull.strip(side, 0.0, 0.05), scene.ink(ship.wood, 0.3))
            for k in posts:
                x, r = side * hull.edge(k), room.half * 0.026
                low, high = room.at(x, 0.5 * hull.rail, k), room.at(x, hull.rail, k)
                w = r * k
                pen.rect(low[0] - w, high[1], low[0] + w, low[1], scene.ink(ship.wood, lit))
                pen.ellipse(
                    low[0],
                    (low[1] + high[1]) / 2,
                    w * 1.5,
                    (low[1] - high[1]) * 0.24,
                    scene.ink(ship.wood, lit + 0.08),
                )
            pen.poly(hull.strip(side, 0.92, 1.0), scene.ink("#8a5a38", 0.5))
            ks = hull.depths()
            inner = [room.at(side * (hull.edge(k) - room.half * 0.05), hull.rail, k) for k in ks]
            outer = [room.at(side * (hull.edge(k) + room.half * 0.05), hull.rail, k) for k in reversed(ks)]
            pen.poly([*inner, *outer], scene.ink(scene.snowed("#b98552", 0.9), 1.0))


def _foremast(scene: Scene, ship: Ship, hull: _Hull) -> None:
    """The bowsprit, the mast before us with its sails full of wind, shrouds to both rails."""
    room, top, u = hull.room, float(scene.canvas.inner[1]), scene.u
    rng, k = scene.rng("foremast"), 1.5
    x, foot = room.at(0.0, 0, k)
    half = min(room.half * k * 0.86, 0.34 * (scene.canvas.inner[2] - scene.canvas.inner[0]))
    room_up = scene.horizon - top
    emblem = int(rng.integers(3))
    with scene.canvas.pen((0, 0, scene.w, foot + 4)) as pen:
        tip = (x + 0.05 * half, scene.horizon - 0.2 * room_up)
        pen.stroke(
            [(x, room.floor), (x + 0.02 * half, scene.horizon), tip], 13 * u, 6 * u, scene.ink("#9a6a40", 0.8)
        )
        rigging.loose_sail(
            scene,
            pen,
            ship,
            (
                (x, top + 0.2 * room_up),
                (x + 2 * u, scene.horizon - 0.1 * room_up),
                (x - 0.5 * half, scene.horizon - 0.08 * room_up),
            ),
        )
        rigging.mast(scene, pen, ship, (x, foot, min(0.0, top - 10), 15 * u))
        high = top + (0.24 + 0.06 * float(rng.random())) * room_up
        if rng.random() < 0.62:
            rigging.square_sail(scene, pen, ship, (x, high, half, 0.5 * room_up), emblem)
            rigging.square_sail(
                scene,
                pen,
                ship,
                (x, high - 0.42 * room_up, half * 0.78, 0.36 * room_up),
                2 if emblem == 2 else 0,
            )
        else:
            rigging.square_sail(
                scene, pen, ship, (x, high - 0.1 * room_up, half * 0.9, 0.42 * room_up), emblem
            )
    with scene.canvas.pen((0, 0, scene.w, scene.h)) as pen:
        for side in (-1, 1):
            feet = (
                room.at(side * hull.edge(1.75), hull.rail, 1.75),
                room.at(side * hull.edge(2.6), hull.rail, 2.6),
            )
            rigging.shrouds(scene, pen, feet, (x + side * 8 * u, min(0.0, top) - 60 * u), 2.6 * u)


def _after_castle(scene: Scene, ship: Ship, hull: _Hull) -> None:
    """The cabin at the stern: door and windows, stairs to the wheel on its roof, lanterns, a flag."""
    room, u, top = hull.room, scene.u, float(scene.canvas.inner[1])
    a, floor = room.half, room.floor
    rise = min(1.15 * (floor - scene.horizon), 0.8 * (floor - top))
    deck = floor - rise
    rng = scene.rng("stern")
    with scene.canvas.pen((0, 0, scene.w, floor + 4)) as pen:
        mx = room.cx + (0.5 if rng.random() < 0.5 else -0.5) * a
        rigging.mast(scene, pen, ship, (mx, deck, min(0.0, top - 10), 12 * u))
        out = 1.9 * a * (1 if mx < room.cx else -1)
        rigging.loose_sail(
            scene, pen, ship, ((mx, top - 30 * u), (mx, deck - 0.5 * rise), (mx + out, deck - 0.42 * rise))
        )
        rigging.ensign(scene, pen, ship, room.cx - (mx - room.cx) * 1.3, deck, 0.8 * rise)
        it = Sketch(pen, room.cx, floor, a)
        high = rise / a
        it.rect(-1.04, 0, 1.04, high, scene.ink(ship.wood, 0.8))
        for i in range(13):
            it.rect(-1.04 + 0.16 * i, 0, -1.03 + 0.16 * i, high, scene.ink(ship.wood, 0.5))
        _cabin_front(scene, it, high, ship)
        for side in (-1, 1):
            for i in range(6):
                px, py = side * (0.5 + 0.088 * i), high * i / 6
                x0, x1 = sorted((px, side * 1.04))
                it.rect(x0, py, x1, py + high / 6, scene.ink(ship.deck, 0.56))
                it.rect(x0, py + high / 6 - 0.035, x1, py + high / 6, scene.ink(scene.snowed(ship.deck), 1.0))
            it.line((side * 0.5, 0.3 * high), (side * 1.0, high * 1.3), 0.045, scene.ink(ship.trim, 0.9))
        it.rect(-1.1, high - 0.02, 1.1, high + 0.05, scene.ink(scene.snowed(ship.deck), 1.0))
        for i in range(16):
            px = -0.78 + 0.104 * i
            it.rect(px - 0.02, high, px + 0.02, high + 0.26, scene.ink(ship.wood, 0.86))
        it.rect(-0.84, high + 0.24, 0.84, high + 0.31, scene.ink(scene.snowed("#b98552", 0.9), 1.0), 0.02)
    rigging.wheel(scene, room.cx, deck, 0.5 * rise * 1.1, ship)
    for side in (-1, 1):
        rigging.lantern(scene, room.cx + side * a * 0.36, floor - rise * 0.62, 0.15 * rise)


def _cabin_front(scene: Scene, it: Sketch, high: float, ship: Ship) -> None:
    """The door of the cabin and its windows."""
    trim, dim = scene.ink(ship.trim, 0.95), scene.ink(ship.wood, 0.4)
    it.rect(-0.2, 0, 0.2, high * 0.84, trim, 0.05)
    it.rect(-0.165, 0, 0.165, high * 0.8, scene.ink("#8a5a3c", 0.85), 0.04)
    for px in (-0.14, 0.015):
        it.rect(px, high * 0.08, px + 0.125, high * 0.4, scene.ink("#a97448", 0.95), 0.02)
    pane, _ = buildings.window_ink(scene, scene.rng("cabin"))
    it.circle(0, high * 0.6, 0.09, dim)
    it.circle(0, high * 0.6, 0.07, ink(rgb("#ffd98a")) if scene.light.dark > 0.3 else pane)
    it.circle(0.12, high * 0.36, 0.018, scene.ink("#f2d27a", 1.0))


def _gear(scene: Scene, ship: Ship, hull: _Hull) -> None:
    """Barrels, coiled ropes, crates and, towards the bow, the wheel: all along the sides."""
    rng, room = scene.rng("gear"), hull.room
    way = 1 if rng.random() < 0.5 else -1
    base = 0.72 * hull.rail
    spots = ((-way, 1.9, 0.78), (-way, 2.5, 0.82), (way, 2.2, 0.8), (way, 3.1, 0.86), (-way, 3.5, 0.88))
    for i, (side, k, out) in enumerate(spots):
        k *= hull.near / 5.2
        x, y = room.at(side * hull.edge(k) * out, 0, k)
        pick = (i + int(rng.integers(3))) % 3
        if hull.bow and i == 3:
            rigging.wheel(scene, x - side * 0.1 * room.half * k, y, base * 1.7 * k, ship)
        elif pick == 0:
            stowage.barrel(scene, x, y, base * k)
        elif pick == 1:
            stowage.coil(scene, x, y, base * 0.4 * k)
        else:
            stowage.crate(scene, x, y, base * 0.8 * k)


def _over_the_side(scene: Scene, ship: Ship) -> Stage:
    """The deck seen across: a long rail, shrouds, a mast at one side, the wheel at the other."""
    hor, u, low, top = scene.horizon, scene.u, float(scene.canvas.inner[3]), float(scene.canvas.inner[1])
    edge = hor + 0.36 * (low - hor)
    deck = scene.snowed(ship.deck, 0.75)
    stops = [scene.tone(deck, k) for k in (0.6, 0.9, 1.0)]
    scene.canvas.ridge(np.full(scene.w, edge, F), stops, low - edge)
    _cross_planks(scene, ship, edge, low)
    rng, rail = scene.rng("rigging"), edge - 0.42 * (edge - hor) - 40 * u
    _long_rail(scene, ship, edge, rail)
    x = scene.x(0.17 + 0.04 * float(rng.random()))
    way = 1 if x < scene.w / 2 else -1
    foot = edge + 0.2 * (low - edge)
    with scene.canvas.pen((0, 0, scene.w, low)) as pen:
        span = 0.17 * (scene.canvas.inner[2] - scene.canvas.inner[0])
        for start in (scene.x(0.3), scene.x(0.94)):
            feet = ((start - span * 0.5, rail), (start + span * 0.5, rail))
            rigging.shrouds(scene, pen, feet, (start - way * span * 0.4, min(0.0, top) - 120 * u), 3.2 * u)
        rigging.mast(scene, pen, ship, (x, foot, min(0.0, top - 10), 30 * u))
        boom = (x, top + 0.42 * (hor - top))
        end = (x + way * min(0.56 * scene.w, 470 * u), boom[1] - 26 * u)
        if rng.random() < 0.6:
            head, tack = (x + way * 16 * u, top - 260 * u), (x + way * 20 * u, boom[1] - 8 * u)
            rigging.loose_sail(scene, pen, ship, (head, tack, (end[0], end[1] - 6 * u)))
        else:
            rigging.furled_sail(scene, pen, ship, boom, end)
        pen.line(boom, end, 15 * u, scene.ink("#8f6440", 0.6))
        pen.line((x, boom[1] - 3 * u), (end[0], end[1] - 3 * u), 7 * u, scene.ink("#b5824e", 0.95))
    rigging.lantern(scene, x + way * 46 * u, top + 0.6 * (hor - top) + 30 * u, 34 * u)
    rigging.shade(scene, x, foot, 70 * u, 12 * u)
    y = edge + 0.26 * (low - edge)
    rigging.wheel(scene, scene.x(0.86), y + 20 * u, 210 * scene.near, ship)
    stowage.barrel(scene, x - way * 84 * u, y + 24 * u, 120 * scene.near)
    stowage.coil(scene, x + way * 66 * u, y + 34 * u, 40 * scene.near)
    wet_shine(scene, edge)
    return scene.stage(edge + 0.6 * (low - edge), horizon_y=edge)


def _cross_planks(scene: Scene, ship: Ship, edge: float, low: float) -> None:
    """Planks that lie across the picture, broader the nearer they are."""
    rng, y, i = scene.rng("planks"), edge, 0
    seam, u = scene.ink(ship.deck, 0.34), scene.u
    with scene.canvas.pen((0, edge, scene.w, scene.h), opacity=0.6) as pen:
        while y < scene.h:
            deep = (9 + 30 * (y - edge) / max(1.0, low - edge)) * u
            x = -300 * u * float(rng.random())
            while x < scene.w:
                end = x + (240 + 260 * float(rng.random())) * u
                luck = float(rng.random())
                if luck < 0.6:
                    pen.rect(
                        x,
                        y,
                        end,
                        y + deep,
                        scene.ink(scene.snowed(ship.deck, 0.75), 1.0 if luck < 0.3 else 0.64),
                    )
                pen.rect(end - 1.5 * u, y, end, y + deep, seam)
                for px in (x + 8 * u, end - 10 * u):
                    pen.ellipse(px, y + deep / 2, 2.4 * u, 1.6 * u, seam)
                x = end
            pen.rect(-5, y, scene.w + 5, y + (1 + 0.04 * i) * u, seam)
            y, i = y + deep, i + 1


def _long_rail(scene: Scene, ship: Ship, edge: float, rail: float) -> None:
    """The bulwark along the deck's far edge: planks below, turned posts, a broad handrail."""
    u, w = scene.u, scene.w
    middle = edge - 0.46 * (edge - rail)
    with scene.canvas.pen((0, rail - 20 * u, w, edge + 20 * u)) as pen:
        pen.rect(-5, middle, w + 5, edge + 2, scene.ink(ship.wood, 0.8))
        for t in (0.34, 0.68):
            y = middle + (edge - middle) * t
            pen.rect(-5, y, w + 5, y + 2 * u, scene.ink(ship.wood, 0.46))
        pen.rect(-5, edge - 5 * u, w + 5, edge + 4 * u, scene.ink(ship.wood, 0.34))
        pen.rect(-5, middle - 7 * u, w + 5, middle + 3 * u, scene.ink(ship.trim, 0.95))
        step = 46 * u
        for i in range(int(w / step) + 2):
            x = i * step + (scene.canvas.inner[0] % step)
            pen.rect(x - 4 * u, rail, x + 4 * u, middle, scene.ink(ship.wood, 0.7))
            pen.ellipse(x, (rail + middle) / 2, 8 * u, (middle - rail) * 0.28, scene.ink(ship.wood, 0.66))
            pen.ellipse(
                x + scene.light_side * 2 * u,
                (rail + middle) / 2,
                4.4 * u,
                (middle - rail) * 0.24,
                scene.ink(ship.wood, 1.0),
            )
        pen.rect(-5, rail - 12 * u, w + 5, rail + 5 * u, scene.ink("#8a5a38", 0.5))
        pen.rect(-5, rail - 12 * u, w + 5, rail - 2 * u, scene.ink(scene.snowed("#b98552", 0.9), 1.0))
