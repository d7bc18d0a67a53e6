"""The camp in the woods and the fair with its wheel."""

from __future__ import annotations

import itertools
from math import cos, pi, sin

import numpy as np

from ...pixels import F, mix, rgb
from .. import land, plants
from ..pen import Point, Sketch, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .meadow import finish_lawn, lawn
from .stalls import AWNINGS, stall

TENTS = (("#e8803a", "#c25f2c"), ("#3f9aa0", "#2c7580"), ("#d9504a", "#a83a3c"), ("#7aa84a", "#557f36"))


def camp(scene: Scene) -> Stage:
    """Tents in a clearing among pines, a fire of logs, smoke, a lantern on a branch."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    land.far_range(scene, "range", hor - 8 * u, 90 * scene.v, "#6f8fbc", 0.5)
    rng = scene.rng("pines")
    for row, (far, count, size) in enumerate(((0.5, 17, 120), (0.26, 11, 190))):
        n = scene.count(count)
        for i, (a, b) in enumerate(rng.random((n, 2)).tolist()):
            x = scene.w * (i + 0.2 + 0.6 * a) / n
            aside = min(1.0, abs(x / scene.w - 0.5) * 2.4)
            if scene.allows("tree"):
                plants.pine(
                    scene,
                    rng,
                    x,
                    hor + (8 + 16 * row) * u,
                    size * scene.v * (0.5 + 0.8 * aside) * (0.8 + 0.4 * b),
                    far,
                )
    line = lawn(scene, hor + 0.1 * (h - hor), 12)
    low = float(line.mean())
    if scene.allows("tree"):
        for share in (0.01, 0.98):
            plants.pine(scene, rng, scene.x(share), low + 0.16 * (h - low), 430 * scene.v)
    stage = finish_lawn(scene, line, None, 0.5)
    first = int(scene.rng("tents").integers(len(TENTS)))
    for i, (share, k, size) in enumerate(((0.74, 0.1, 210), (0.24, 0.2, 270))):
        tent(scene, scene.x(share), low + k * (h - low), size * scene.near, TENTS[(first + i) % len(TENTS)])
    _fire(scene, scene.x(0.84), low + 0.4 * (h - low), 110 * scene.near)
    return stage


def tent(scene: Scene, x: float, y: float, size: float, colors: tuple[str, str]) -> None:
    """A ridge tent, its flap open, `size` wide."""
    if "tent" in scene.setting.drawn:
        return
    scene.canvas.shadow(x, y, size * 0.62, size * 0.09, scene.light.shade * F(0.3), 0.5)
    lit, dim = scene.ink(scene.snowed(colors[0], 0.5), 0.95), scene.ink(scene.snowed(colors[1], 0.4), 0.75)
    way = scene.light_side
    glow = scene.light.dark > 0.3
    with scene.canvas.pen((x - size * 0.8, y - size * 0.9, x + size * 0.8, y + 6)) as pen:
        it = Sketch(pen, x, y, size, way)
        rope = scene.ink("#f2ead8", 0.8)
        it.line((-0.66, 0), (-0.16, 0.62), 0.008, rope)
        it.line((0.72, 0), (0.3, 0.6), 0.008, rope)
        it.poly(dim, (-0.12, 0.66), (0.34, 0.62), (0.62, 0.02), (0.2, 0))
        it.poly(lit, (-0.5, 0), (-0.12, 0.66), (0.26, 0))
        it.poly(
            ink(rgb("#ffd98a")) if glow else scene.ink("#5a4a44", 0.5), (-0.24, 0), (-0.12, 0.46), (0.02, 0)
        )
        it.poly(
            scene.ink(mix(rgb(colors[0]), np.ones(3, F), 0.3), 1.0),
            (-0.24, 0),
            (-0.12, 0.46),
            (-0.3, 0.12),
            (-0.34, 0),
        )
        it.line((-0.12, 0.66), (0.34, 0.62), 0.02, scene.ink(mix(rgb(colors[0]), np.ones(3, F), 0.35), 1.0))
    if glow:
        scene.canvas.glow(x - way * size * 0.1, y - size * 0.2, size * 0.7, rgb("#ffc766"), 0.4)


def _fire(scene: Scene, x: float, y: float, size: float) -> None:
    """A camp fire in a ring of stones."""
    if scene.canvas.beside or scene.setting.drawn & {"campfire", "fire"}:
        return
    scene.canvas.shadow(x, y, size * 0.9, size * 0.16, scene.light.shade * F(0.25), 0.5)
    with scene.canvas.pen((x - size * 1.2, y - size * 1.5, x + size * 1.2, y + size * 0.3)) as pen:
        it = Sketch(pen, x, y, size)
        for i in range(9):
            t = pi * i / 8
            it.ellipse(0.66 * cos(t), 0.05 + 0.12 * sin(t), 0.13, 0.09, scene.ink("#8a8792", 0.5 + 0.05 * i))
        for a, b in ((-0.44, 0.4), (0.44, -0.36), (-0.1, 0.3)):
            it.stroke(scene.ink("#6a4630", 0.7), 0.15, 0.13, (a, 0.02), (b, 0.22))
        for k, tint in ((1.0, "#f2682f"), (0.7, "#ffb03c"), (0.38, "#fff0a8")):
            for dx, tall in ((-0.18, 0.6), (0.2, 0.66), (0.0, 0.98)):
                cx = dx * (0.6 + 0.4 * k)
                it.blob(
                    ink(rgb(tint)),
                    (cx - 0.2 * k, 0.08),
                    (cx - 0.17 * k, 0.1 + 0.3 * k),
                    (cx + 0.04, 0.08 + tall * k),
                    (cx + 0.17 * k, 0.1 + 0.26 * k),
                    (cx + 0.2 * k, 0.08),
                )
        for i in range(9):
            t = -pi * i / 8
            it.ellipse(0.66 * cos(t), 0.02 + 0.12 * sin(t), 0.14, 0.1, scene.ink("#a09ca6", 0.6 + 0.04 * i))
    scene.canvas.glow(
        x,
        y - size * 0.4,
        size * (2.6 + 2.4 * scene.light.dark),
        rgb("#ff9d4a"),
        0.26 + 0.3 * scene.light.dark,
        1.7,
    )
    for i in range(5):
        lump = [
            (
                x - scene.light_side * (4 + 5 * i * i / 2) * scene.u,
                y - size * (1.1 + 0.42 * i),
                size * (0.1 + 0.07 * i),
            )
        ]
        scene.canvas.puff(
            lump,
            tuple(scene.light.cloud[j] for j in (1, 2, 2)),
            light=scene.light_from,
            soft=0.5,
            opacity=0.4 - 0.07 * i,
        )


def fairground(scene: Scene) -> Stage:
    """A fair: a great wheel, striped tents, stalls, strings of lamps."""
    scene = scene.with_layout(horizon=0.58 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    line = land.hills(scene, "hills-far", hor + 2 * u, 18 * u, 320, ("#9cc77a", "#6fa86a"), 0.4)
    plants.tree_line(scene, "wood-far", line, 60 * u, 0.36, gap=0.12, colors=plants.GREENS[0])
    _wheel(scene, scene.x(0.7), hor + 12 * u, min(330 * scene.v, hor * 0.86))
    rng = scene.rng("tents")
    for share, size in ((0.1, 250), (0.34, 180), (0.97, 230)):
        _big_top(
            scene, scene.x(share), hor + 20 * u, size * scene.v, AWNINGS[int(rng.integers(len(AWNINGS)))]
        )
    stops = [
        scene.tone(scene.snowed(c), k) for c, k in (("#ecd9b0", 1.0), ("#d6bd8f", 0.92), ("#ad9370", 0.8))
    ]
    scene.canvas.ridge(land.crest(scene, "ground", hor + 18 * u, 5 * u, 500), stops, h - hor)
    land.mottle(scene, "ground-light", hor + 18 * u, scene.tone("#f8ebc8", 1.0), 0.4)
    land.mottle(scene, "ground-dark", hor + 18 * u, scene.tone("#9c8058", 0.6), 0.26, 170)
    land.side_light(scene, hor, 0.12)
    near = 280 * scene.near
    for i, share in enumerate((0.06, 0.95)):
        stall(scene, fork(rng), scene.x(share), hor + 0.4 * (h - hor), near * (1 - 0.08 * i), 1.0, 0.0)
    _pennants(scene)
    return scene.stage(hor + (h - hor) * 0.74)


def _wheel(scene: Scene, x: float, foot: float, tall: float) -> None:
    """A Ferris wheel with coloured cabins; its rim is lit after dark."""
    if scene.canvas.beside or "ferris-wheel" in scene.setting.drawn:
        return
    r, far, on = tall * 0.43, 0.12, scene.light.dark > 0.2
    cy = foot - tall * 0.55
    steel, rim = scene.ink("#5f6fa8", 0.7, far), scene.ink("#e0605f", 0.9, far)
    turn = scene.layout.variant
    spots: list[tuple[float, float, str]] = []
    with scene.canvas.pen((x - tall * 0.6, foot - tall * 1.1, x + tall * 0.6, foot + 6)) as pen:
        for d in (-1, 1):
            pen.line((x, cy), (x + d * tall * 0.26, foot), tall * 0.024, steel)
        for k in (1.0, 0.9):
            ring: list[Point] = [
                (x + r * k * cos(t), cy + r * k * sin(t)) for t in np.linspace(0, 2 * pi, 61).tolist()
            ]
            pen.stroke(ring, tall * 0.012, tall * 0.012, rim)
        for i in range(12):
            t = 2 * pi * (i + turn) / 12
            px, py = x + r * cos(t), cy + r * sin(t)
            pen.line((x, cy), (px, py), tall * 0.007, rim)
            spots.append((px, py, AWNINGS[i % len(AWNINGS)]))
        for px, py, color in spots:
            it = Sketch(pen, px, py + tall * 0.075, tall * 0.085)
            it.blob(scene.ink(color, 0.7, far), (-0.5, 0.5), (-0.42, 0.04), (0.42, 0.04), (0.5, 0.5))
            it.blob(scene.ink(color, 1.0, far), (-0.4, 0.5), (-0.34, 0.14), (0.3, 0.14), (0.36, 0.5))
            it.ellipse(0, 0.86, 0.56, 0.16, scene.ink("#fff6e6", 0.95, far))
            for d in (-0.4, 0.4):
                it.line((d, 0.45), (d * 0.9, 0.86), 0.06, rim)
        pen.circle(x, cy, tall * 0.045, scene.ink("#f2c14e", 0.95, far))
        pen.star(x, cy, tall * 0.035, scene.ink("#e8605a", 1.0, far), 5, 0.5)
    if on:
        for t in np.linspace(0, 2 * pi, 37)[:-1].tolist():
            scene.canvas.glow(x + r * cos(t), cy + r * sin(t), tall * 0.04, rgb("#ffe08a"), 0.8)


def _big_top(scene: Scene, x: float, foot: float, size: float, color: str) -> None:
    """A round striped tent with a flag."""
    far, n, half = 0.08, 8, size * 0.44
    with scene.canvas.pen((x - size * 0.6, foot - size * 1.1, x + size * 0.6, foot + 6)) as pen:
        for i in range(n):
            a, b = (2 * i / n - 1) * half, (2 * (i + 1) / n - 1) * half
            k = 1.0 - 0.45 * abs((2 * (i + 0.5) / n - 1) - 0.5 * scene.light_side)
            tint = scene.ink(scene.snowed(color, 0.5) if i % 2 else scene.snowed("#fff6e6"), k, far)
            pen.poly(
                [
                    (x + a * 0.86, foot),
                    (x + b * 0.86, foot),
                    (x + b * 0.86, foot - size * 0.4),
                    (x + a * 0.86, foot - size * 0.4),
                ],
                tint,
            )
            pen.poly(
                [(x + a, foot - size * 0.36), (x + b, foot - size * 0.36), (x, foot - size * 0.84)], tint
            )
            pen.ellipse(x + (a + b) / 2, foot - size * 0.36, half / n, size * 0.04, tint)
        pen.poly(
            [(x - size * 0.09, foot), (x, foot - size * 0.28), (x + size * 0.09, foot)],
            scene.ink("#5a3a44", 0.5, far),
        )
        pen.rect(
            x - size * 0.008,
            foot - size * 0.98,
            x + size * 0.008,
            foot - size * 0.82,
            scene.ink("#6a5a54", 0.7, far),
        )
        pen.poly(
            [(x, foot - size * 0.98), (x + size * 0.13, foot - size * 0.93), (x, foot - size * 0.88)],
            scene.ink(color, 1.0, far),
        )


def _pennants(scene: Scene) -> None:
    """Strings of flags and lamps from side to side."""
    u, v, n = scene.u, scene.v, max(9, int(scene.w / (54 * scene.u)))
    on = scene.light.dark > 0.2
    bulbs: list[Point] = []
    with scene.canvas.pen((0, 0, scene.w, scene.horizon)) as pen:
        for row, high in enumerate((300, 226)):
            y = max(20 * u, scene.horizon - high * v)
            line: list[Point] = [
                (scene.w * t, y + 46 * v * 4 * t * (1 - t)) for t in np.linspace(-0.02, 1.02, n).tolist()
            ]
            pen.stroke(line, 1.6 * u, 1.6 * u, scene.ink("#5a4a54", 0.5))
            for i, ((ax, ay), (bx, by)) in enumerate(itertools.pairwise(line)):
                if (i + row) % 2:
                    bulbs.append(((ax + bx) / 2, (ay + by) / 2 + 9 * u))
                    continue
                tint = scene.ink(AWNINGS[(i // 2 + row) % len(AWNINGS)], 0.95)
                pen.poly(
                    [
                        (ax + (bx - ax) * 0.2, ay),
                        (ax + (bx - ax) * 0.8, by),
                        ((ax + bx) / 2, (ay + by) / 2 + 30 * u),
                    ],
                    tint,
                )
        for x, y in bulbs:
            pen.circle(x, y, 6 * u, ink(rgb("#ffeaa8")) if on else scene.ink("#fff3cf", 1.0))
    if on:
        for x, y in bulbs:
            scene.canvas.glow(x, y, 46 * u, rgb("#ffcf7a"), 0.5)
