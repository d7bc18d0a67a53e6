"""Venice: palaces in pastel colours along a canal, pointed windows, striped poles, a gondola."""

from __future__ import annotations

import numpy as np

from ...pixels import F, rgb
from .. import buildings, water
from ..depth import paved
from ..pen import Ink, Pen, Point, Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .canals import Canal, Front, arch, fronts, quay_stone
from .peaks import mist
from .town import lamp, paving, wet_shine

WALLS = ("#f2b9a0", "#f4d49a", "#e79a86", "#f6e2c2", "#d98a78", "#efc4b8", "#c9d6c4", "#e6b878")
SHUTTERS = ("#4f8a72", "#3f6f8f", "#7a5a48", "#5f8f94")
BANDS = ("#2f5fa8", "#c8403f", "#2f7f72")
STONE = ("#efe3d0", "#d8c8b4", "#ac9c92")
BRIDGE = 3.2


def venice(scene: Scene) -> Stage:
    """A canal between palaces with a white bridge, or the lagoon with an island church behind a quay."""
    return _basin(scene) if scene.layout.variant > _WIDE else _canal(scene)


_WIDE = 0.6
"""From which variant of the layout on one looks over the open water."""


def _basin(scene: Scene) -> Stage:
    """The open lagoon: a church on its island, the bell tower and palaces afar, moored gondolas."""
    scene = scene.with_layout(horizon=0.5 + 0.25 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    canal = Canal(scene, scene.x(0.34), 0.5, 1.66)
    _far(scene, canal)
    _island(scene, scene.x(0.74), hor + 6 * u)
    quay = hor + 0.52 * (h - hor)
    water.surface(scene, hor, quay + 4, mirror=0.6, shallow=0.5, calm=1.3)
    _moored(scene, quay)
    quay_stone(scene, quay, STONE)
    paving(scene, quay)
    _moorings(scene, quay)
    wet_shine(scene, quay)
    return scene.stage(hor + (h - hor) * 0.83, water=True, water_y=(hor, quay))


def _island(scene: Scene, x: float, foot: float) -> None:
    """A white church with a dome and its brick bell tower, low trees around."""
    far, size = 0.2, 150 * scene.v
    white, shade, grey, brick = (
        scene.ink(c, k, far)
        for c, k in (("#fff4e2", 1.0), ("#d9c9c0", 0.8), ("#a9b4c4", 0.75), ("#d08468", 0.9))
    )
    with scene.canvas.pen((x - 2 * size, foot - 2 * size, x + 2 * size, foot + 8)) as pen:
        it = Sketch(pen, x, foot, size, scene.light_side)
        for a, r in ((-1.0, 0.15), (-0.84, 0.2), (0.98, 0.2), (1.14, 0.15)):
            it.circle(a, 0.1, r, scene.ink("#5f9a62", 0.85, far))
        it.rect(-1.25, -0.02, 1.25, 0.05, shade)
        it.rect(0.5, 0, 0.72, 1.16, brick)
        it.rect(0.47, 1.12, 0.75, 1.3, white)
        it.poly(scene.ink("#7fa89c", 0.9, far), (0.47, 1.3), (0.61, 1.66), (0.75, 1.3))
        it.rect(-0.62, 0, 0.44, 0.44, brick)
        it.rect(-0.3, 0.44, 0.2, 0.66, white)
        it.blob(grey, (-0.3, 0.64), (-0.26, 0.92), (-0.05, 1.1), (0.16, 0.92), (0.2, 0.64), steps=6)
        it.rect(-0.09, 1.06, -0.01, 1.24, white)
        it.rect(-0.72, 0, -0.16, 0.5, white)
        it.poly(white, (-0.78, 0.5), (-0.44, 0.74), (-0.1, 0.5))
        for a in (-0.64, -0.5, -0.37, -0.23):
            it.rect(a - 0.02, 0.02, a + 0.02, 0.46, shade)
        it.rect(-0.48, 0, -0.4, 0.26, scene.ink("#6a4438", 0.8, far))


def _moored(scene: Scene, quay: float) -> None:
    """A row of gondolas between their poles, side on, at the quay."""
    for share in (0.1, 0.4, 0.62, 0.94):
        _stake(scene, scene.x(share), quay + 4 * scene.u, 150 * scene.near, BANDS[int(30 * share) % 3])
    if scene.allows("boat") and "gondola" not in scene.setting.drawn:
        for share, way in ((0.24, 1), (0.78, -1)):
            _hull(scene, scene.x(share), quay - 12 * scene.u, 190 * scene.near, way)


def _canal(scene: Scene) -> Stage:
    """Palaces on both sides of the water, a bridge between them."""
    scene = scene.with_layout(horizon=0.53 + 0.25 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    canal = Canal(scene, scene.x(0.5 + 0.12 * (scene.layout.light_x - 0.5)), 0.5, 1.66)
    _far(scene, canal)
    lit: list[Point] = []
    colors = [int(c) for c in scene.rng("palace-colours").permutation(len(WALLS))]
    with scene.canvas.pen(None) as pen:
        for side in (-1, 1):
            row = fronts(canal, side, "palaces", (6.5, canal.quay), (0.6, 0.74))
            for i, (front, rng) in enumerate(row):
                _palace(scene, pen, rng, front, WALLS[colors[(i + 2 * side) % len(WALLS)]], lit)
    canal.fill(9.0, BRIDGE, 0.5)
    _bridge(scene, canal)
    canal.fill(BRIDGE, canal.quay, 0.55)
    for z, side in ((2.5, 1), (2.28, 1), (2.0, -1)):
        _pole(scene, canal, z, side * (-1 if scene.layout.flip else 1))
    _gondola(scene, canal)
    quay = canal.level(canal.quay)
    quay_stone(scene, quay, STONE)
    paving(scene, quay)
    with scene.canvas.pen(None) as pen:
        for side in (-1, 1):
            row = fronts(canal, side, "quay-palaces", (canal.quay, 1.0), (0.66, 0.74))
            for i, (front, rng) in enumerate(row):
                _palace(scene, pen, rng, front, WALLS[colors[(4 + i + side) % len(WALLS)]], lit)
    for x, y in lit:
        scene.canvas.glow(x, y, 60 * u, rgb("#ffc766"), 0.28)
    _moorings(scene, quay)
    wet_shine(scene, quay)
    return canal.stage(BRIDGE, hor + (h - hor) * 0.83)


def _far(scene: Scene, canal: Canal) -> None:
    """A bell tower and a white dome in the haze, low roofs about them."""
    hor, u, v = scene.horizon, scene.u, scene.v
    paved(scene, hor, scene.snowed(STONE[1]), (0.8, 0.7))
    flip, far = -1 if scene.layout.flip else 1, 0.42
    with scene.canvas.pen((0, hor - 420 * v, scene.w, hor + 4)) as pen:
        x, tall = canal.vx - flip * 74 * u, 300 * v
        it = Sketch(pen, x, hor, tall, scene.light_side)
        brick, dim, white = (
            scene.ink(c, k, far) for c, k in (("#c9785a", 0.95), ("#c9785a", 0.5), ("#f6ead8", 1.0))
        )
        it.rect(-0.075, 0, 0.075, 0.72, brick)
        it.rect(-0.075, 0, -0.03, 0.72, dim)
        it.rect(-0.085, 0.7, 0.085, 0.84, white)
        for d in (-0.045, 0.0, 0.045):
            it.rect(d - 0.014, 0.73, d + 0.014, 0.81, dim)
        it.rect(-0.07, 0.84, 0.07, 0.9, brick)
        it.poly(scene.ink("#6f9f94", 0.9, far), (-0.085, 0.9), (0, 1.14), (0.085, 0.9))
        it.poly(scene.ink("#6f9f94", 0.5, far), (-0.085, 0.9), (0, 1.14), (-0.02, 0.9))
        it.circle(0, 1.15, 0.014, scene.ink("#f2c14e", 1.0, far * 0.5))
        dome = Sketch(pen, canal.vx + flip * 46 * u, hor, 130 * v, scene.light_side)
        grey, pale = scene.ink("#a9b4c4", 0.6, far), scene.ink("#dfe3e8", 1.0, far)
        dome.rect(-0.42, 0, 0.42, 0.62, white)
        dome.blob(grey, (-0.4, 0.6), (-0.36, 0.9), (0, 1.2), (0.36, 0.9), (0.4, 0.6), steps=6)
        dome.blob(pale, (-0.1, 0.6), (-0.06, 0.94), (0.06, 1.16), (0.32, 0.9), (0.36, 0.6), steps=6)
        dome.rect(-0.06, 1.14, 0.06, 1.32, white)
        dome.circle(0, 1.36, 0.07, grey)
        rng = scene.rng("far-roofs")
        for a, b, c in rng.random((scene.count(22), 3)).tolist():
            px, w, up = a * scene.w, (22 + 20 * b) * u, (26 + 44 * c) * v
            pen.rect(px - w, hor - up, px + w, hor + 4, scene.ink(WALLS[int(b * 8)], 0.8, far))
            pen.poly(
                [(px - w * 1.1, hor - up), (px, hor - up - 9 * v), (px + w * 1.1, hor - up)],
                scene.ink(scene.snowed("#c06a4c"), 0.8, far),
            )
    mist(scene, hor - 4 * u, 50 * u, 0.45)


def _palace(
    scene: Scene, pen: Pen, rng: np.random.Generator, it: Front, color: str, lit: list[Point]
) -> None:
    """One palace: a stone foot stained by the water, a door, a row of pointed windows, shutters above."""
    k, haze = it.k, it.haze
    tall = 2.75 + 0.55 * rng.random()
    wall, dim = scene.ink(color, k, haze), scene.ink(color, k * 0.62, haze)
    trim = scene.ink("#fff6e8", k, haze)
    it.pane(pen, 0, 1, 0, tall, wall)
    for a, b, c in rng.random((16, 3)).tolist():
        low, wide = 0.3 + (tall - 0.6) * b, 0.05 + 0.07 * c
        it.pane(pen, a * (1 - wide), a * (1 - wide) + wide, low, low + 0.05, dim if c > 0.4 else trim)
    it.pane(pen, 0, 1, 0, 0.16, scene.ink("#7f8f7c", k * 0.7, haze))
    it.pane(pen, 0, 1, 0.16, 0.26, scene.ink("#e4d6c2", k * 0.95, haze))
    _ground(scene, pen, rng, it, trim, lit)
    n = 4 if it.far_z / it.near_z > 1.42 else 3
    _loggia(scene, pen, rng, it, (n, 1.12, 1.72), trim, lit)
    shutter = scene.ink(SHUTTERS[int(rng.integers(len(SHUTTERS)))], k, haze)
    for i in range(3):
        a = 0.1 + 0.3 * i
        glass, on = buildings.window_ink(scene, rng, haze)
        it.pane(pen, a - 0.045, a + 0.235, 2.04, 2.46, shutter)
        it.pane(pen, a + 0.025, a + 0.165, 2.0, 2.5, trim)
        it.pane(pen, a + 0.04, a + 0.15, 2.04, 2.46, glass if on else scene.ink("#5f6f80", 0.8, haze))
        if on and scene.light.dark > 0.2:
            lit.append(it.spot(a + 0.1, 2.25))
    it.pane(pen, 0, 1, 1.88, 1.93, trim)
    tile = [scene.ink(scene.snowed(c), t * k, haze) for c, t in (("#c8704c", 1.0), ("#a8563f", 0.7))]
    it.pane(pen, -0.01, 1.01, tall - 0.12, tall, trim)
    ends = [
        it.spot(-0.02, tall, -0.03),
        it.spot(1.02, tall, -0.03),
        it.spot(0.98, tall + 0.2, 0.1),
        it.spot(0.02, tall + 0.2, 0.1),
    ]
    pen.poly(ends, tile[0])
    pen.poly(
        [ends[0], ends[1], it.spot(1.02, tall - 0.05, -0.03), it.spot(-0.02, tall - 0.05, -0.03)], tile[1]
    )
    if rng.random() < 0.6:
        _chimney(pen, it, tall, (wall, dim, trim))


def _ground(scene: Scene, pen: Pen, rng: np.random.Generator, it: Front, trim: Ink, lit: list[Point]) -> None:
    """The water door under a round arch, and small windows beside it."""
    dark = scene.ink(("#6a4438", "#3f6f6a", "#5a4a6a")[int(rng.integers(3))], it.k * 0.8, it.haze)
    arc = [(0.5 + 0.15 * float(np.cos(t)), 0.66 + 0.2 * float(np.sin(t))) for t in np.linspace(0, np.pi, 11)]
    it.shape(pen, trim, [(0.68, 0.1), *((0.5 + (a - 0.5) * 1.22, up + 0.05) for a, up in arc), (0.32, 0.1)])
    it.shape(pen, dark, [(0.65, 0.1), *arc, (0.35, 0.1)])
    it.pane(pen, 0.49, 0.51, 0.1, 0.84, trim)
    for a in (0.08, 0.76):
        glass, on = buildings.window_ink(scene, rng, it.haze)
        it.pane(pen, a - 0.02, a + 0.18, 0.42, 0.86, trim)
        it.pane(pen, a, a + 0.16, 0.45, 0.83, glass if on else scene.ink("#5f6f80", 0.8, it.haze))
        if on and scene.light.dark > 0.2:
            lit.append(it.spot(a + 0.08, 0.6))


def _loggia(
    scene: Scene,
    pen: Pen,
    rng: np.random.Generator,
    it: Front,
    at: tuple[int, float, float],
    trim: Ink,
    lit: list,
) -> None:
    """A row of pointed arches with white rims and a balcony with flowers before them."""
    n, low, high = at
    step = 0.84 / n
    for i in range(n):
        a, b = 0.08 + step * i, 0.08 + step * (i + 1)
        mid, glass = (a + b) / 2, buildings.window_ink(scene, rng, it.haze)
        for grow, tint in ((0.0, trim), (0.2, glass[0] if glass[1] else scene.ink("#56687c", 0.8, it.haze))):
            w = (b - a) * (0.5 - grow * 0.6)
            peak, spring = high - grow * 0.45, low + (high - low) * 0.6
            it.shape(
                pen,
                tint,
                [
                    (mid - w, low),
                    (mid - w, spring),
                    (mid - w * 0.72, spring + 0.11),
                    (mid, peak),
                    (mid + w * 0.72, spring + 0.11),
                    (mid + w, spring),
                    (mid + w, low),
                ],
            )
        if glass[1] and scene.light.dark > 0.2:
            lit.append(it.spot(mid, (low + high) / 2))
    it.pane(pen, 0.04, 0.96, low - 0.06, low, trim)
    it.pane(pen, 0.05, 0.95, low + 0.17, low + 0.21, trim)
    for i in range(4 * n + 1):
        a = 0.06 + 0.87 * i / (4 * n)
        it.pane(pen, a, a + 0.016, low, low + 0.18, trim)
    if scene.allows("flower") and rng.random() < 0.75:
        bloom = [scene.ink(c, 1.0, it.haze) for c in ("#e8506a", "#ff7f6a", "#5fa850", "#4f9a4f", "#f7b5c4")]
        r = 7.5 * scene.v / max(1.1, it.near_z)
        for a, b, c in fork(rng).random((20, 3)).tolist():
            x, y = it.spot(0.07 + 0.86 * a, low + 0.2 - 0.14 * b, -0.012)
            pen.circle(x, y, r * (0.6 + 0.5 * c), bloom[int(c * 5)])


def _chimney(pen: Pen, it: Front, tall: float, inks: tuple[Ink, Ink, Ink]) -> None:
    """A chimney with the flared head they have here."""
    wall, dim, trim = inks
    points = ((0.44, 0.0), (0.44, 0.36), (0.38, 0.56), (0.62, 0.56), (0.56, 0.36), (0.56, 0.0))
    pen.poly([it.spot(a, tall + 0.1 + up, 0.05) for a, up in points], wall)
    pen.poly(
        [
            it.spot(a, tall + 0.1 + up, 0.05)
            for a, up in ((0.38, 0.56), (0.62, 0.56), (0.62, 0.61), (0.38, 0.61))
        ],
        trim,
    )
    pen.poly(
        [
            it.spot(a, tall + 0.1 + up, 0.05)
            for a, up in ((0.44, 0.0), (0.44, 0.36), (0.48, 0.36), (0.48, 0.0))
        ],
        dim,
    )


def _bridge(scene: Scene, canal: Canal) -> None:
    """A bridge of white stone with a balustrade."""
    far, u = 0.08, scene.v / BRIDGE * 2.2
    inks = [scene.ink(c, k, far) for c, k in (("#d98f72", 0.9), ("#fff4e2", 1.0), ("#8f6a66", 0.55))]
    deck = arch(scene, canal, BRIDGE, 1.6, 0.84, (inks[0], inks[1], inks[2]))
    (x0, y0), (x1, _) = deck(-1.3), deck(1.3)
    ts = np.linspace(-1.3, 1.3, 15).tolist()
    with scene.canvas.pen((x0 - 4, deck(0, 0.5)[1], x1 + 4, y0 + 20 * u)) as pen:
        pen.stroke([deck(t) for t in ts], 9 * u, 9 * u, inks[1])
        for t in np.linspace(-1.28, 1.28, 36).tolist():
            (x, low), (_, top) = deck(t), deck(t, 0.22)
            pen.rect(x - 1.7 * u, top, x + 1.7 * u, low, inks[1])
        pen.stroke([deck(t, 0.25) for t in ts], 6 * u, 6 * u, inks[1])
        pen.stroke([deck(t, 0.225) for t in ts], 1.6 * u, 1.6 * u, inks[2])
        x, y = deck(0, -0.2)
        pen.circle(x, y, 9 * u, inks[1])


def _pole(scene: Scene, canal: Canal, z: float, side: int) -> None:
    """A mooring pole beside a palace."""
    (x, y), (_, top) = canal.at(side, z, 0, -0.07), canal.at(side, z, 1.3)
    _stake(scene, x, y, y - top, BANDS[int(z * 7) % len(BANDS)], 13 * scene.v / z)


def _stake(scene: Scene, x: float, y: float, tall: float, color: str, w: float = 0.0) -> None:
    """A pole in spiral stripes with a gilded top, and a part of its mirror image."""
    w, top, n = w or 0.055 * tall, y - tall, 7
    with scene.canvas.pen((x - 4 * w, top - 4 * w, x + 4 * w, y + 0.4 * tall)) as pen:
        white, tint = scene.ink("#fff8ec", 1.0), scene.ink(color, 0.9)
        for base, way in ((y, -1), (y, 1)):
            if way > 0:
                white, tint = (scene.ink(c, 0.8, 0.15, 0.4) for c in ("#fff8ec", color))
            for i in range(n if way < 0 else 3):
                low, high = base + way * tall * i / n, base + way * tall * (i + 1) / n
                pen.poly([(x - w, low), (x + w, low), (x + w, high), (x - w, high)], white)
                lift = (low - high) * 0.5
                pen.poly(
                    [(x - w, low), (x + w, low - lift), (x + w, high + lift * 0.1), (x - w, high + lift)],
                    tint,
                )
        shade = -scene.light_side
        pen.rect(
            min(x + shade * w, x + shade * w * 0.4),
            top,
            max(x + shade * w, x + shade * w * 0.4),
            y,
            scene.ink(color, 0.3, 0.0, 0.3),
        )
        pen.ellipse(x, top, w * 1.2, w * 0.5, tint)
        pen.circle(x, top - w * 1.1, w * 1.05, scene.ink("#f2c14e", 1.0))


def _gondola(scene: Scene, canal: Canal) -> None:
    """A black gondola with its iron prow and red cushions, nobody in it."""
    if not scene.allows("boat") or "gondola" in scene.setting.drawn:
        return
    z, way = 2.1, 1 if scene.layout.flip else -1
    (x, y), size = canal.at(-way, z, 0, -0.24), 400 * scene.u / z
    _hull(scene, x, y, size, way)


def _hull(scene: Scene, x: float, y: float, size: float, way: int) -> None:
    """One of them, side on; `way` is where its prow points."""
    scene.canvas.shadow(
        x, y + size * 0.03, size * 0.6, size * 0.06, water.water_colors(scene)[0] * F(0.4), 0.6
    )
    with scene.canvas.pen((x - size, y - size, x + size, y + size * 0.3)) as pen:
        it = Sketch(pen, x, y, size, way)
        black, shine, gold = scene.ink("#262735", 0.8), scene.ink("#5a5e78", 1.0), scene.ink("#f2c14e", 1.0)
        it.rect(-0.06, 0.06, 0.2, 0.17, scene.ink("#c8303f", 0.9), 0.02)
        it.rect(-0.02, 0.14, 0.16, 0.24, scene.ink("#e8566a", 1.0), 0.03)
        it.blob(
            black,
            (-0.74, 0.3),
            (-0.6, 0.16),
            (-0.3, 0.1),
            (0.3, 0.09),
            (0.58, 0.14),
            (0.74, 0.34),
            (0.66, 0.08),
            (0.4, -0.04),
            (-0.36, -0.04),
            (-0.62, 0.1),
            steps=6,
        )
        it.stroke(shine, 0.014, 0.014, (-0.62, 0.16), (-0.3, 0.085), (0.3, 0.075), (0.6, 0.13))
        it.stroke(gold, 0.01, 0.01, (-0.45, 0.04), (0.0, 0.02), (0.46, 0.04))
        iron = scene.ink("#dfe6ee", 1.0)
        it.stroke(iron, 0.03, 0.022, (0.69, 0.1), (0.735, 0.3), (0.72, 0.42), (0.66, 0.42))
        for i in range(4):
            it.line((0.72, 0.2 + 0.045 * i), (0.78, 0.2 + 0.045 * i), 0.018, iron)
        it.stroke(scene.ink("#b58a5c", 0.9), 0.016, 0.016, (-0.34, 0.12), (-0.86, -0.06))


def _moorings(scene: Scene, quay: float) -> None:
    """A lamp with rosy glass and a bollard at the edge of the quay."""
    u = scene.near
    lamp(scene, scene.x(0.2), quay + 26 * u, 270 * scene.near)
    x, y = scene.x(0.8), quay + 22 * u
    with scene.canvas.pen((x - 40 * u, y - 50 * u, x + 40 * u, y + 10 * u)) as pen:
        it = Sketch(pen, x, y, 40 * u)
        it.rect(-0.3, 0, 0.3, 0.7, scene.ink("#b5a898", 0.7), 0.08)
        it.ellipse(0, 0.74, 0.42, 0.2, scene.ink("#d9cdbc", 1.0))
