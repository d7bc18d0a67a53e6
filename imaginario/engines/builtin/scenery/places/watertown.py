"""A water town south of the Yangtze: white walls and black tiles along a canal, an arched bridge, willows."""

from __future__ import annotations

from math import pi, sin

import numpy as np

from ...pixels import F, rgb
from .. import buildings, land, water
from ..depth import paved
from ..pen import Pen, Point, Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .canals import Canal, Front, arch, fronts, quay_stone
from .peaks import mist
from .shrine import lantern
from .town import paving, wet_shine

WALL, TILE, WOOD = "#f7f3ea", "#4d5361", "#7c4632"
STONE = ("#cfc8bc", "#b3aca2", "#8f8a86")
BRIDGE = 3.1


def water_town(scene: Scene) -> Stage:
    """A canal between white houses with black roofs, a stone bridge over it, a quay before it."""
    scene = scene.with_layout(horizon=0.5 + 0.25 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    vx = scene.x(0.5 + 0.12 * (scene.layout.light_x - 0.5))
    canal = Canal(scene, vx, 0.5, 1.72)
    _far(scene, canal)
    lamps: list[tuple[float, float, float]] = []
    lit: list[Point] = []
    with scene.canvas.pen(None) as pen:
        for side in (-1, 1):
            for front, rng in fronts(canal, side, "white-houses", (6.5, canal.quay), (0.62, 0.76)):
                _house(scene, pen, rng, front, lamps, lit)
    canal.fill(9.0, BRIDGE, 0.62)
    _bridge(scene, canal)
    canal.fill(BRIDGE, canal.quay, 0.66)
    for x, y in lit:
        scene.canvas.glow(x, y, 60 * u, rgb("#ffc766"), 0.3)
    _boat(scene, canal)
    quay = canal.level(canal.quay)
    quay_stone(scene, quay, STONE)
    paving(scene, quay)
    _corner(scene, canal, lamps)
    for x, y, size in sorted(lamps, key=lambda one: one[2]):
        lantern(scene, x, y, size, top=y - size * 1.5)
    _near(scene, canal)
    wet_shine(scene, quay)
    ground = max(quay + 40 * u, hor + (h - hor) * 0.82)
    return canal.stage(BRIDGE, ground)


def _far(scene: Scene, canal: Canal) -> None:
    """Hills in the haze, a pagoda before them, willows where the canal ends."""
    hor, u, v = scene.horizon, scene.u, scene.v
    land.far_range(scene, "range", hor - 26 * u, 60 * v, "#7f9fc4", 0.55)
    paved(scene, hor, scene.snowed(STONE[1]), (0.8, 0.7))
    x, foot, tall = canal.vx + (-150 if scene.layout.flip else 150) * u, hor - 10 * u, 170 * v
    if scene.layout.variant > 0.3:
        with scene.canvas.pen((x - tall, foot - tall * 1.2, x + tall, foot)) as pen:
            it, wall, roof = (
                Sketch(pen, x, foot, tall),
                scene.ink("#c9a58a", 0.8, 0.5),
                scene.ink(TILE, 0.5, 0.46),
            )
            for i in range(5):
                low, wide = 0.17 * i, 0.15 - 0.02 * i
                it.rect(-wide, low, wide, low + 0.17, wall)
                it.poly(
                    roof,
                    (-wide - 0.07, low + 0.17),
                    (-wide, low + 0.15),
                    (wide, low + 0.15),
                    (wide + 0.07, low + 0.17),
                    (wide - 0.01, low + 0.2),
                    (-wide + 0.01, low + 0.2),
                )
            it.poly(roof, (-0.1, 0.85), (0.1, 0.85), (0.0, 1.12))
    if scene.allows("tree"):
        rng, lumps = scene.rng("far-willows"), []
        for a, b in rng.random((scene.count(26), 2)).tolist():
            lumps.append((a * scene.w, hor + (6 - 26 * b) * u, (14 + 16 * b) * u))
        ramp = scene.light.ramp("#5f8f5c", "#8fb868", "#c5d98a", far=0.42)
        scene.canvas.puff(lumps, ramp, light=scene.light_from, soft=0.25, balls=True)
    mist(scene, hor - 6 * u, 60 * u, 0.6)


def _house(
    scene: Scene,
    pen: Pen,
    rng: np.random.Generator,
    it: Front,
    lamps: list[tuple[float, float, float]],
    lit: list[Point],
) -> None:
    """One white house: stone foot, wooden ground floor, lattice windows, tiles, a stepped gable."""
    k, haze = it.k, it.haze
    eave = 1.86 + 0.34 * rng.random()
    ridge = eave + 0.42
    if rng.random() < 0.66:
        _gable(scene, pen, it, eave, ridge)
    it.pane(pen, 0, 1, 0, eave, scene.ink(scene.snowed(WALL, 0.2), k, haze))
    it.pane(pen, 0, 1, 0, 0.1, scene.ink("#9a948c", k * 0.8, haze))
    it.pane(pen, 0, 1, 0.1, 0.22, scene.ink("#cfcabd", k * 0.9, haze))
    wood, dim, pale = (scene.ink(c, t * k, haze) for c, t in ((WOOD, 1.0), (WOOD, 0.5), ("#b9845a", 1.0)))
    if rng.random() < 0.6:
        _shopfront(scene, pen, rng, it, (wood, dim, pale), lit)
    else:
        it.pane(pen, 0.3, 0.62, 0.2, 0.92, dim)
        it.pane(pen, 0.34, 0.58, 0.2, 0.88, wood)
        it.pane(pen, 0.45, 0.47, 0.2, 0.88, dim)
        for step in range(3):
            it.pane(pen, 0.26, 0.66, 0.07 * step, 0.07 + 0.07 * step, scene.ink(STONE[step % 2], k, haze))
    for a in (0.14, 0.6):
        glass, on = buildings.window_ink(scene, rng, haze)
        it.pane(pen, a - 0.03, a + 0.29, 1.18, 1.66, dim)
        it.pane(pen, a, a + 0.26, 1.22, 1.62, glass if on else scene.ink("#8f6a50", k, haze))
        for t in (0.065, 0.13, 0.195):
            it.pane(pen, a + t - 0.009, a + t + 0.009, 1.22, 1.62, wood)
        it.pane(pen, a, a + 0.26, 1.4, 1.43, wood)
        if on and scene.light.dark > 0.2:
            lit.append(it.spot(a + 0.13, 1.42))
    _roof(scene, pen, it, eave, ridge)
    if it.near_z < 4 and rng.random() < 0.85:
        for a in (0.06, 0.94) if it.near_z < 2.4 else (0.5,):
            x, y = it.spot(a, eave - 0.3, -0.02)
            z = 1 / ((1 - a) / it.far_z + a / it.near_z)
            lamps.append((x, y, 25 * scene.v / z))


def _shopfront(
    scene: Scene, pen: Pen, rng: np.random.Generator, it: Front, inks: tuple, lit: list[Point]
) -> None:
    """A ground floor of wooden shutters under a little roof, one of them open."""
    wood, dim, pale = inks
    it.pane(pen, 0.06, 0.94, 0.22, 0.96, dim)
    glass, on = buildings.window_ink(scene, rng, it.haze)
    gap = int(rng.integers(6))
    for i in range(6):
        a = 0.08 + 0.142 * i
        if i == gap:
            it.pane(pen, a, a + 0.13, 0.26, 0.92, glass if on else dim)
            continue
        it.pane(pen, a, a + 0.13, 0.26, 0.92, wood)
        it.pane(pen, a + 0.02, a + 0.11, 0.56, 0.86, pale)
    if on:
        lit.append(it.spot(0.15 + 0.142 * gap, 0.6))
    tile = scene.ink(scene.snowed(TILE), it.k * 0.8, it.haze)
    pen.poly(
        [it.spot(0.0, 1.1), it.spot(1.0, 1.1), it.spot(1.0, 0.98, -0.045), it.spot(0.0, 0.98, -0.045)], tile
    )


def _roof(scene: Scene, pen: Pen, it: Front, eave: float, ridge: float) -> None:
    """The slope of tiles towards the canal, in courses, its ends turned up."""
    tile, dark, pale = (
        scene.ink(scene.snowed(c), k * it.k, it.haze)
        for c, k in ((TILE, 0.9), ("#353a48", 0.6), ("#7d8492", 1.0))
    )
    low, high = (eave, -0.035), (ridge, 0.13)
    pen.poly([it.spot(-0.02, *low), it.spot(1.02, *low), it.spot(1.0, *high), it.spot(0.0, *high)], tile)
    n = 9 if it.near_z < 3 else 5
    for i in range(n + 1):
        a = i / n
        pen.line(
            it.spot(a, *low), it.spot(a, *high), max(0.7, 3.4 * scene.v / it.near_z), pale if i % 2 else dark
        )
    it_low = [it.spot(a, eave - 0.05, -0.035) for a in (-0.02, 1.02)]
    pen.poly([it.spot(-0.02, *low), it.spot(1.02, *low), it_low[1], it_low[0]], dark)
    tips = [
        it.spot(-0.05, ridge + 0.12, 0.13),
        it.spot(0.06, ridge + 0.01, 0.13),
        it.spot(0.94, ridge + 0.01, 0.13),
        it.spot(1.05, ridge + 0.12, 0.13),
    ]
    wide = 11 * scene.v / it.near_z
    pen.stroke(tips, wide, wide, dark)


def _gable(scene: Scene, pen: Pen, it: Front, eave: float, ridge: float) -> None:
    """The wall between two houses, which rises over the roof in steps capped with tiles."""
    wall = scene.ink(WALL, it.k * (0.7 if it.side == scene.light_side else 0.95), it.haze)
    cap = scene.ink(scene.snowed("#3f4452"), it.k * 0.8, it.haze)
    lift, thick = 0.12, 0.07
    steps = ((-0.03, 0.05, eave + lift + 0.1), (0.05, 0.13, ridge + lift), (0.13, 0.24, ridge + lift + 0.16))
    for a, b, up in steps[::-1]:
        at = [(a, 0.4), (a, up), (b, up), (b, 0.4)]
        pen.poly([it.spot(1.0, y, x) for x, y in at], wall)
        over = [
            (a - 0.016, up),
            (a - 0.022, up + thick * 1.7),
            (a + 0.02, up + thick),
            (b + 0.01, up + thick),
            (b, up),
        ]
        pen.poly([it.spot(1.0, y, x) for x, y in over], cap)


def _bridge(scene: Scene, canal: Canal) -> None:
    """The arched bridge with its steps and its balustrade, ferns between the stones."""
    far, u = 0.06, scene.v / BRIDGE * 2.2
    inks = tuple(scene.ink(c, k, far) for c, k in (("#a89f93", 0.85), ("#ddd3c2", 1.0), ("#75707a", 0.5)))
    deck = arch(scene, canal, BRIDGE, 1.95, 0.7, (inks[0], inks[1], inks[2]))
    (x0, y0), (x1, _) = deck(-1.3), deck(1.3)
    with scene.canvas.pen((x0 - 4, deck(0, 0.5)[1], x1 + 4, y0 + 20 * u)) as pen:
        white = scene.ink(scene.snowed("#e3dccf"), 1.0, far)
        line = [deck(t) for t in np.linspace(-1.3, 1.3, 15).tolist()]
        pen.stroke(line, 7 * u, 7 * u, inks[2])
        rail = [deck(t, 0.24) for t in np.linspace(-1.3, 1.3, 15).tolist()]
        pen.stroke(rail, 5 * u, 5 * u, white)
        for t in np.linspace(-1.26, 1.26, 13).tolist():
            (x, low), (_, top) = deck(t), deck(t, 0.33)
            pen.rect(x - 2.6 * u, top, x + 2.6 * u, low, white, u)
        pen.stroke([deck(t, 0.06) for t in np.linspace(-1.3, 1.3, 15).tolist()], 3 * u, 3 * u, white)
        rng = scene.rng("bridge-ferns")
        for a, b in rng.random((26, 2)).tolist():
            x, y = deck((0.7 + 0.55 * a) * (1 if b > 0.5 else -1), -0.25 - 0.5 * a * b)
            pen.leaf(x, y, 15 * u, 5 * u, 1.2 + b, scene.ink("#5f9a4f", 0.5 + 0.5 * a, far))


def _boat(scene: Scene, canal: Canal) -> None:
    """A boat with a black awning of matting and a scull at its stern."""
    if not scene.allows("boat"):
        return
    z, flip = 2.25, -1 if scene.layout.flip else 1
    (x, y), size = canal.at(flip, z, 0, -0.2), 320 * scene.u / z
    scene.canvas.shadow(
        x, y + size * 0.04, size * 0.6, size * 0.08, water.water_colors(scene)[0] * F(0.45), 0.6
    )
    with scene.canvas.pen((x - size, y - size, x + size, y + size * 0.3)) as pen:
        it = Sketch(pen, x, y, size, flip)
        dark, mid, lit = (scene.ink(c, k) for c, k in (("#4a3a34", 0.5), ("#7a5a44", 0.8), ("#a8805c", 1.0)))
        it.stroke(scene.ink("#8a6a4a", 0.9), 0.016, 0.012, (-0.3, 0.2), (-0.52, 0.12), (-0.78, -0.1))
        it.blob(
            scene.ink("#2f3140", 0.7),
            (-0.28, 0.1),
            (-0.26, 0.34),
            (0, 0.4),
            (0.26, 0.34),
            (0.28, 0.1),
            steps=6,
        )
        it.blob(
            scene.ink("#5a5e6c", 1.0),
            (-0.2, 0.2),
            (-0.18, 0.33),
            (0.0, 0.37),
            (0.12, 0.34),
            (0.0, 0.28),
            steps=6,
        )
        for px in (-0.13, 0.0, 0.13):
            it.stroke(scene.ink("#23242f", 0.6), 0.01, 0.01, (px, 0.08), (px * 0.96, 0.36))
        it.poly(mid, (-0.62, 0.2), (-0.42, 0.1), (0.42, 0.1), (0.66, 0.22), (0.5, -0.05), (-0.46, -0.05))
        it.poly(
            lit,
            (-0.62, 0.2),
            (-0.42, 0.1),
            (0.42, 0.1),
            (0.66, 0.22),
            (0.64, 0.17),
            (0.42, 0.06),
            (-0.42, 0.06),
        )
        it.poly(dark, (-0.53, 0.04), (0.56, 0.04), (0.5, -0.05), (-0.46, -0.05))


def _corner(scene: Scene, canal: Canal, lamps: list[tuple[float, float, float]]) -> None:
    """The last house of each side, which stands on the quay itself."""
    lit: list[Point] = []
    with scene.canvas.pen(None) as pen:
        for side in (-1, 1):
            for front, rng in fronts(canal, side, "quay-houses", (canal.quay, 1.0), (0.7, 0.78)):
                _house(scene, pen, rng, front, lamps, lit)


def _near(scene: Scene, canal: Canal) -> None:
    """A willow and pots of flowers beside the houses of the quay."""
    flip = -1 if scene.layout.flip else 1
    if scene.allows("tree"):
        x, y = canal.at(-flip, 1.52, 0, -0.03)
        willow(scene, scene.rng("willow"), x, y, min(390 * scene.v, 0.52 * scene.h), flip)


def willow(scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, way: int) -> None:
    """A weeping willow that leans towards `way`, its rods hanging low."""
    season = scene.setting.season
    greens = ("#a8702e", "#d99a3c", "#f2c860") if season == "autumn" else ("#4f8a48", "#86b84f", "#c3dc74")
    inks = [scene.ink(c, k) for c, k in zip(greens, (0.45, 0.8, 1.0), strict=True)]
    bark, lit = scene.ink("#5a4438", 0.45), scene.ink("#8a6a50", 0.95)
    scene.canvas.shadow(x, y, size * 0.2, size * 0.03, scene.light.shade * F(0.3), 0.5)
    top = (x - way * size * 0.06, y - size * 0.74)
    with scene.canvas.pen((x - size * 0.7, y - size * 1.1, x + size * 0.7, y + 4)) as pen:
        spine = [(x, y), (x + way * size * 0.03, y - size * 0.34), top]
        pen.stroke(spine, size * 0.085, size * 0.03, bark)
        pen.stroke(
            [(px + scene.light_side * size * 0.014, py) for px, py in spine], size * 0.03, size * 0.01, lit
        )
        for i, (a, b, c) in enumerate(rng.random((84, 3)).tolist()):
            turn = pi * (0.02 + 0.96 * a)
            reach = size * (0.14 + 0.26 * b)
            peak = (top[0] + reach * 0.55 * float(np.cos(turn)), top[1] - size * (0.1 + 0.16 * sin(turn)))
            out = (top[0] + reach * float(np.cos(turn)), top[1] - size * 0.02 * c)
            low = out[1] + size * (0.16 + 0.34 * c) * (0.5 + abs(float(np.cos(turn))))
            tone = inks[
                min(2, int(1.1 + b * 1.4 + 0.5 * float(np.cos(turn)) * scene.light_side + 0.6 * (c - 0.6)))
            ]
            rod = [top, peak, out, (out[0] + way * size * 0.015, low)]
            pen.stroke(rod, size * 0.006, size * 0.003, tone)
            for j in range(7):
                t = (j + 0.5) / 7
                py = out[1] + (low - out[1]) * t
                pen.leaf(
                    out[0] + way * size * 0.015 * t,
                    py,
                    size * 0.05,
                    size * 0.014,
                    pi / 2 + (0.5 if (i + j) % 2 else -0.5),
                    tone,
                )
                pen.leaf(
                    peak[0] + (out[0] - peak[0]) * t,
                    peak[1] + (out[1] - peak[1]) * t,
                    size * 0.05,
                    size * 0.016,
                    pi / 2 + (0.5 if (i + j) % 2 else -0.5),
                    tone,
                )
