"""The Pantanal: a flooded plain with isles of palms, giant lilies and wading birds."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import Array, F
from .. import flowers, land, lotus, plants, water
from ..pen import Pen, Point, Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .peaks import mist
from .waters import bank, reeds

_PINK = ("#d05c94", "#fa9ac6", "#ffdcec")
_MARSH = ("#3f7f4a", "#6fae52", "#b5d666")
_SEDGE = (("#7fb04a", 1.0), ("#4f8f48", 0.75), ("#a9cf5c", 1.0), ("#c9d878", 1.0))


def pantanal(scene: Scene) -> Stage:
    """A flooded plain that mirrors the whole sky, isles of grass and palms, pink trees, giant lilies."""
    scene = scene.with_layout(horizon=min(0.58, scene.layout.horizon * 0.92))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    _far_shore(scene, hor)
    x = scene.canvas.along()
    shore = hor + 0.62 * (h - hor)
    edge: Array = (land.crest(scene, "bank", shore, 10 * u, 260) - x * x * F(0.07 * (h - hor))).astype(F)
    water.surface(scene, hor, float(edge.max()) + 4, mirror=0.86, shallow=0.4, calm=2.2)
    mist(scene, hor + 4 * u, 22 * u, 0.4)
    isles = ((0.4, 0.05, 120), (0.88, 0.09, 150), (0.1, 0.15, 190), (0.66, 0.12, 110), (0.92, 0.34, 290),
             (0.05, 0.42, 240))  # fmt: skip
    for i, (share, k, wide) in enumerate(isles):
        _isle(scene, i, scene.x(share), hor + (shore - hor) * k, wide * u * (0.5 if i < 2 else 0.75))
    _lilies(scene, hor, shore)
    if scene.allows("bird"):
        _waders(scene, hor, shore)
    bank(scene, edge)
    reeds(scene, edge)
    _near_bank(scene, edge)
    return scene.stage(hor + (h - hor) * 0.85, water=True, water_y=(hor, float(edge[scene.w // 2])))


def _far_shore(scene: Scene, hor: float) -> None:
    """A thin far wood with pink trees in it, and the bright strip of marsh before it."""
    u, rng = scene.u, scene.rng("far-shore")
    land.far_range(scene, "range", hor - 8 * u, 22 * scene.v, "#7f9fc4", 0.6)
    line = np.full(scene.w, hor - 3 * u, F)
    plants.tree_line(
        scene, "wood-far", line, 34 * u, 0.42, gap=0.08, colors=("#2f6a50", "#5a9a62", "#9cc980")
    )
    if scene.allows("tree"):
        for k in rng.random(scene.count(6)).tolist():
            x, own = scene.w * k, fork(rng)
            if own.random() < 0.55:
                blooming(scene, own, x, hor - 1 * u, (46 + 22 * own.random()) * u, 0.3)
            else:
                fan_palm(scene, own, x, hor - 1 * u, (66 + 26 * own.random()) * u, 0.34)
    plants.tree_line(scene, "scrub", line + F(4 * u), 14 * u, 0.3, gap=0.3, colors=_MARSH)
    tones = [scene.tone(c, k, 0.24) for c, k in (("#c3da78", 1.0), ("#7fae58", 0.8))]
    scene.canvas.ridge(land.crest(scene, "marsh", hor - 3 * u, 2 * u, 120), tones, 7 * u, until=hor + u)


def blooming(
    scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, far: float = 0.0
) -> None:
    """A piúva, all pink; white under snow."""
    white = ("#b9c6d8", "#dfe8f2", "#ffffff")
    plants.tree(scene, rng, x, y, size, far, white if scene.light.frost else _PINK)


def fan_palm(
    scene: Scene,
    rng: np.random.Generator,
    x: float,
    y: float,
    size: float,
    far: float = 0.0,
    *,
    fruit: bool = False,
) -> None:
    """A slim straight palm with a round head of fans: a carandá, or with its red fruit a buriti."""
    lean = (rng.random() - 0.5) * 0.12 * size
    top = (x + lean, y - size * 0.78)
    bark, lit = scene.ink("#7a6450", 0.4, far), scene.ink("#c0a584", 0.95, far)
    inks = [scene.ink(c, k, far) for c, k in (("#28613f", 0.35), ("#3f8a4c", 0.7), ("#7fbf58", 1.0))]
    with scene.canvas.pen((x - size * 0.6, y - size * 1.1, x + size * 0.6, y + size * 0.03)) as pen:
        trunk = [(x, y), (x + lean * 0.4, y - size * 0.4), top]
        pen.stroke(trunk, size * 0.05, size * 0.036, bark)
        side = scene.light_side * size * 0.009
        pen.stroke([(px + side, py) for px, py in trunk], size * 0.02, size * 0.014, lit)
        pen.ellipse(top[0], top[1] + size * 0.01, size * 0.11, size * 0.1, inks[0])
        for i, turn in enumerate((0.5, 2.64, 1.0, 2.14, 0.05, 3.09, -0.5, 3.64, -1.05, 4.19, -1.57)):
            turn += 0.24 * (rng.random() - 0.5)
            towards = cos(turn) * scene.light_side > -0.2 and sin(turn) < 0.4
            pick = int(i > 3) + int(towards)
            r = size * (0.13 + 0.02 * rng.random())
            _fan(pen, top, turn, r, inks[pick], inks[pick - 1 if pick else 1])
        if fruit:
            red = scene.ink("#b5502f", 0.8, far)
            for dx in (-0.05, 0.045):
                for i in range(5):
                    pen.circle(top[0] + (dx + 0.008 * (i % 2)) * size, top[1] + (0.03 + 0.024 * i) * size,
                               size * 0.017, red)  # fmt: skip


def _fan(pen: Pen, top: Point, turn: float, r: float, leaf: tuple, rib: tuple) -> None:
    """One fan on its stalk, its rim in points, drooping a little."""
    x, y = top[0] + cos(turn) * r * 0.62, top[1] + sin(turn) * r * 0.56 + 0.1 * r
    pen.line(top, (x, y), r * 0.09, rib)
    rim = []
    for i in range(13):
        t, q = turn + (i / 12 - 0.5) * 2.7, r * (1.12 if i % 2 == 0 else 0.86)
        rim.append((x + cos(t) * q, y + sin(t) * q + 0.1 * r * abs(i / 6 - 1)))
    pen.poly([(x, y), *rim], leaf)
    for i in (2, 6, 10):
        pen.line((x, y), (x + (rim[i][0] - x) * 0.8, y + (rim[i][1] - y) * 0.8), r * 0.06, rib)


def _isle(scene: Scene, i: int, x: float, y: float, half: float) -> None:
    """An isle of tall grass with palms or a pink tree on it, mirrored in the water."""
    rng, u = scene.rng(f"isle-{i}"), scene.u
    far, near = max(0.0, 0.3 - 0.08 * i), i > 3
    if scene.allows("tree"):
        tall = (150 + 26 * i) * scene.v * (0.62 if i < 2 else 0.9)
        if near:
            tall = (250 if scene.w > scene.h * 0.8 else 200) * scene.near
        for dx, k in ((-0.4, 0.86), (0.36, 0.72), (0.04, 1.0))[: 3 if near else 2]:
            dx += 0.2 * (rng.random() - 0.5)
            fan_palm(scene, fork(rng), x + dx * half, y - 2 * u, tall * k, far)
        if i in (2, 4):
            blooming(scene, fork(rng), x + half * (0.55 if x < scene.w / 2 else -0.5), y, tall * 0.8, far)
        plants.bush(scene, fork(rng), x - half * 0.24, y, half * 0.6, far, _MARSH)
    inks = [scene.ink(c, k, far) for c, k in _SEDGE]
    with scene.canvas.pen((x - half * 1.2, y - half, x + half * 1.2, y + 8 * u)) as pen:
        pen.ellipse(x, y, half, half * 0.045 + 2 * u, scene.ink("#5f9a4a", 0.7, far))
        for a, b, c in rng.random((int(56 + 30 * near), 3)).tolist():
            d = 2 * a - 1
            tall = half * (0.1 + 0.12 * b) * (1.15 - d * d)
            foot = y + (half * 0.035 + u) * (1 - d * d) * (2 * c - 1)
            pen.blade(x + d * half, foot, tall, (b - 0.5) * tall, half * 0.022 + u, inks[int(c * 4)])
    across = np.clip(1.3 - np.abs(np.arange(scene.w, dtype=F) - F(x)) / F(half * 0.95), 0, 1)
    depth = min(half * 1.1, 0.4 * (scene.h - y))
    water.reflect(scene, np.full(scene.w, y + half * 0.03 + u, F), y + depth, across * F(0.6), last=0.0)


def _lilies(scene: Scene, hor: float, shore: float, *, gap: float = 0.16) -> None:
    """Giant pads in drifts at both sides, small ones strewn between."""
    rng, u = scene.rng("lilies"), scene.near
    spots = []
    for a, b, c in rng.random((scene.count(34), 3)).tolist():
        k = 0.16 + 0.84 * a
        x = scene.aside(rng, gap * k)
        spots.append((hor + (shore - hor) * k, x, (9 + 46 * k**1.6) * u * (0.7 + 0.5 * b), c))
    spots.sort()
    with scene.canvas.pen((0, hor, scene.w, shore + 60 * u)) as pen:
        for n, (y, x, s, c) in enumerate(spots):
            if all(abs(x - other[1]) > 0.8 * (s + other[2]) or abs(y - other[0]) > 0.34 * (s + other[2])
                   for other in spots[:n]):  # fmt: skip
                giant_pad(scene, pen, x, y, s)
                if c > 0.66 and s > 12 * u and scene.allows("flower"):
                    lotus.flower(scene, pen, x + s * 0.9, y + s * 0.2, s * 0.42, int(c * 50))


def giant_pad(scene: Scene, pen: Pen, x: float, y: float, s: float) -> None:
    """A leaf of the victoria lily: as round as a tray, its rim turned up, red underneath."""
    tall, rise, side = s * 0.34, s * 0.13, scene.light_side
    pen.ellipse(x, y + tall * 0.24, s * 1.03, tall, scene.ink("#234f52", 0.4))
    pen.ellipse(x, y, s, tall, scene.ink("#8a4f5a", 0.65))
    pen.ellipse(x, y - rise, s, tall, scene.ink("#a9d873", 1.0))
    pen.ellipse(x, y - rise * 0.9, s * 0.93, tall * 0.9, scene.ink("#3f8f52", 0.6))
    pen.ellipse(x, y - rise * 0.66, s * 0.92, tall * 0.84, scene.ink("#5fb05c", 0.9))
    pen.ellipse(x + side * s * 0.2, y - rise * 0.86, s * 0.6, tall * 0.5, scene.ink("#82c866", 1.0))
    if s > 14 * scene.near:
        vein = scene.ink("#b5e07f", 1.0)
        for i in range(9):
            t = 2 * pi * i / 9 + 0.3
            pen.line((x, y - rise * 0.7), (x + cos(t) * s * 0.84, y - rise * 0.7 + sin(t) * tall * 0.76),
                     max(0.7, s * 0.018), vein)  # fmt: skip


def _waders(scene: Scene, hor: float, shore: float) -> None:
    """White herons standing about, and one jabiru with its black head and red collar."""
    rng, u = scene.rng("waders"), scene.near
    for share, k in ((0.3, 0.14), (0.74, 0.2), (0.36, 0.2), (0.24, 0.52), (0.8, 0.62)):
        x = scene.x(share + 0.06 * (rng.random() - 0.5))
        wader(scene, x, hor + (shore - hor) * k, (24 + 70 * k) * u, 1 if rng.random() < 0.5 else -1)
    if "stork" not in scene.setting.drawn:
        way = -1 if scene.layout.flip else 1
        wader(scene, scene.x(0.16), hor + (shore - hor) * 0.8, 118 * u, way, jabiru=True)


def wader(scene: Scene, x: float, y: float, size: float, way: int, *, jabiru: bool = False) -> None:
    """A tall white bird standing in shallow water, `size` high."""
    white, shade = scene.ink("#ffffff", 1.0), scene.ink("#d3dcec", 0.75)
    leg = scene.ink("#3f3a44", 0.6)
    head, bill = (leg, leg) if jabiru else (white, scene.ink("#f2b53c", 0.95))
    with scene.canvas.pen((x - size, y - size * 1.1, x + size, y + size * 0.1)) as pen:
        it = Sketch(pen, x, y, size, way)
        it.ellipse(0, 0, 0.2, 0.02, scene.ink("#eaf6fb", 1.0, 0, 0.5))
        for dx in (-0.03, 0.05):
            it.line((dx, 0), (dx - 0.01, 0.42), 0.02, leg)
        it.blob(shade, (-0.3, 0.36), (-0.12, 0.54), (0.1, 0.56), (0.15, 0.46), (0.0, 0.36))
        it.blob(white, (-0.26, 0.4), (-0.1, 0.56), (0.12, 0.58), (0.15, 0.49), (0.0, 0.42))
        neck = ((0.1, 0.52), (0.2, 0.62), (0.11, 0.76), (0.17, 0.9))
        it.stroke(white, 0.085, 0.055, *neck)
        if jabiru:
            it.stroke(head, 0.07, 0.06, (0.115, 0.74), (0.13, 0.82), (0.17, 0.9))
            it.stroke(scene.ink("#e0453c", 0.95), 0.085, 0.08, (0.15, 0.66), (0.115, 0.73))
        it.ellipse(0.185, 0.92, 0.055, 0.045, head)
        it.poly(bill, (0.21, 0.95), (0.42, 0.9), (0.21, 0.9))


def _near_bank(scene: Scene, edge: Array) -> None:
    top, u = float(edge.mean()) + 8 * scene.u, scene.u
    inks = [scene.ink(c, k) for c, k in _SEDGE]
    land.grass(scene, "grass", top, scene.h + 8 * u, inks, 400, height=21)
    flowers.field(scene, "flowers", top + 20 * u, scene.h, 30)
