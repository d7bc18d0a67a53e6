"""The rooftops: tiles under a wide sky, or a terrace above the town."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, rgb
from .. import buildings, land, plants
from ..pen import Ink, Pen, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .town import TOWERS, paving, wet_shine

TILES = (
    ("#d9694c", "#c9553f", "#e07f57", "#b94a3a"),
    ("#c8583f", "#d9744a", "#b04a3c", "#dd8a58"),
    ("#7288a8", "#647a9c", "#8298b4", "#5a6f94"),
    ("#a8644c", "#b87655", "#985846", "#c08462"),
)
WALL = ("#e8cdb4", "#d8c3c0", "#cbd3dd")


def rooftop(scene: Scene) -> Stage:
    """The town from above: we stand on a tiled roof, or on a terrace with a parapet."""
    scene = scene.with_layout(horizon=0.57 + 0.4 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, u = scene.horizon, scene.u
    for i, (low, high, far) in enumerate(((70, 240, 0.62), (40, 150, 0.4))):
        buildings.skyline(
            scene, f"towers-{i}", hor + (4 + 14 * i) * u, (low, high), ((30, 58), (40, 76))[i], TOWERS[i], far
        )
    glow = mix(rgb("#ffb874"), scene.light.fog, 0.5)
    reach = 0.16 + 0.2 * scene.light.dark
    scene.canvas.haze(scene.w / 2, hor + 10 * u, scene.w * 0.75, 110 * u, glow, reach, 1.5)
    edge = hor + 0.24 * (scene.h - hor)
    _neighbours(scene, edge)
    return _terrace(scene, edge) if scene.layout.variant > 0.62 else _tiled(scene, edge)


def _neighbours(scene: Scene, edge: float) -> None:
    """The gables and chimneys of the houses about, rising from behind our own roof."""
    rng, u, v = scene.rng("gables"), scene.u, scene.v
    lit: list[tuple[float, float]] = []
    for far, foot, tall in ((0.3, edge - 20 * u, 92), (0.1, edge + 6 * u, 66)):
        x = -60.0 * u * rng.random()
        with scene.canvas.pen((0, edge - 320 * v, scene.w, edge + 30 * u)) as pen:
            while x < scene.w:
                wide = (92 + 70 * rng.random()) * u * (1.2 - far)
                _gable(
                    scene, pen, fork(rng), (x, foot, wide, tall * v * (0.7 + 0.6 * rng.random())), far, lit
                )
                x += wide * (0.92 + 0.3 * rng.random())
    for x, y in lit:
        scene.canvas.glow(x, y, 46 * u, rgb("#ffc766"), 0.34)


def _gable(
    scene: Scene,
    pen: Pen,
    rng: np.random.Generator,
    at: tuple[float, float, float, float],
    far: float,
    lit: list[tuple[float, float]],
) -> None:
    x, foot, w, tall = at
    wall = buildings.WALLS[int(rng.integers(len(buildings.WALLS)))]
    roof = scene.snowed(buildings.ROOFS[int(rng.integers(len(buildings.ROOFS)))])
    top, mid, rise = foot - tall, x + w / 2, w * (0.3 + 0.16 * rng.random())
    if rng.random() < 0.7:
        cx = x + w * (0.2 + 0.5 * rng.random())
        brick = scene.ink("#a8604c", 0.7, far)
        pen.rect(cx, top - rise * 1.15, cx + w * 0.11, top, brick)
        pen.rect(
            cx - w * 0.02, top - rise * 1.2, cx + w * 0.13, top - rise * 1.1, scene.ink("#c98a6a", 0.9, far)
        )
    pen.rect(x, top, x + w, foot + 60 * scene.u, scene.ink(wall, 0.9, far))
    pen.poly([(x, top), (mid, top - rise), (x + w, top)], scene.ink(wall, 0.92, far))
    shaded = (x, x + w * 0.26) if scene.light_side > 0 else (x + w * 0.74, x + w)
    pen.rect(shaded[0], top, shaded[1], foot + 60 * scene.u, scene.ink(wall, 0.6, far))
    thick, over = w * 0.07, w * 0.08
    for side in (-1, 1):
        k = 1.0 if side == scene.light_side else 0.55
        end = mid + side * (w / 2 + over), top + rise * 0.12
        pen.poly(
            [(mid, top - rise - thick), end, (end[0], end[1] + thick), (mid, top - rise + thick * 0.4)],
            scene.ink(roof, k, far),
        )
    frame, size = scene.ink("#fff6e6", 0.95, far), w * 0.15
    for share in (0.27, 0.62):
        pane, on = buildings.window_ink(scene, rng, far)
        px, py = x + w * share - size * 0.1, top + tall * 0.16
        buildings.window(pen, px, py, size, size * 1.25, pane, frame)
        if on:
            lit.append((px + size / 2, py + size * 0.6))


def _tiled(scene: Scene, edge: float) -> Stage:
    """A slope of round tiles below a ridge, a chimney on one side and a dormer on the other."""
    rng = scene.rng("tiles")
    colors = TILES[int(rng.integers(len(TILES)))]
    _dormer(scene, scene.x(0.14), edge, colors) if scene.layout.name in ("high", "framed", "low") else None
    _slope(scene, rng, edge, colors)
    _ridge(scene, edge, colors[2])
    _chimney(scene, scene.x(0.85), edge + 0.2 * (scene.h - edge))
    land.side_light(scene, edge)
    wet_shine(scene, edge + 14 * scene.u)
    return scene.stage(edge + (scene.h - edge) * 0.66, horizon_y=edge)


def _slope(scene: Scene, rng: np.random.Generator, edge: float, colors: tuple[str, ...]) -> None:
    """Row upon row of tiles, the nearest first, as each row lies over the one below."""
    h, u, vx = scene.h, scene.u, scene.w / 2
    deep = h - edge
    scene.canvas.ridge(np.full(scene.w, edge, F), [scene.tone(scene.snowed(colors[3]), 0.3)] * 2, deep)
    inks = [(scene.ink(scene.snowed(c), 0.95), scene.ink(scene.snowed(c), 0.6)) for c in colors]
    shine = scene.ink(mix(scene.snowed(colors[2]), np.ones(3, F), 0.3), 1.0)
    n, step = 11, 46 * u
    reach = 0.9 * deep / (330 * u)
    dice = rng.random((n, 64))
    with scene.canvas.pen((0, edge, scene.w, h)) as pen:
        for row in range(n - 1, -1, -1):
            t0, t1 = (row / n) ** 1.35, ((row + 1.35) / n) ** 1.35
            k = 1 + reach * t0
            half = int(vx / (step * k)) + 2
            for j in range(-half, half + 1):
                d = float(dice[row, j % 64])
                x = vx + (j + 0.5 * (row % 2)) * step * k
                _tile(scene, pen, x, (edge + deep * t0, edge + deep * t1), step * k, inks[int(d * 4)], shine)


def _tile(
    scene: Scene, pen: Pen, x: float, y: tuple[float, float], wide: float, inks: tuple[Ink, Ink], shine: Ink
) -> None:
    """One tile: its round lower lip, shaded on one side and shining on the other."""
    (top, low), side, r = y, scene.light_side, wide * 0.47
    lip = min(r * 0.55, (low - top) * 0.6)
    pen.rect(x - r, top, x + r, low - lip, inks[1])
    pen.ellipse(x, low - lip, r, lip, inks[1])
    pen.rect(
        min(x - r * 0.72, x + side * r) + 0.0, top, max(x + r * 0.72, x + side * r), low - lip * 1.3, inks[0]
    )
    pen.ellipse(x + side * r * 0.14, low - lip * 1.3, r * 0.86, lip, inks[0])
    sx = x + side * r * 0.5
    pen.line((sx, top + (low - top) * 0.3), (sx, low - lip * 1.5), wide * 0.07, shine)


def _ridge(scene: Scene, edge: float, color: str) -> None:
    """The caps along the top."""
    u, step = scene.u, 58 * scene.u
    lit, dim = scene.ink(scene.snowed(color), 1.0), scene.ink(scene.snowed(color), 0.5)
    with scene.canvas.pen((0, edge - 26 * u, scene.w, edge + 20 * u)) as pen:
        pen.rect(-5, edge - 2 * u, scene.w + 5, edge + 12 * u, dim)
        for i in range(int(scene.w / step) + 2):
            x = i * step - scene.layout.variant * step
            pen.rect(x, edge - 15 * u, x + step - 2 * u, edge + 7 * u, dim, 10 * u)
            pen.rect(x + u, edge - 15 * u, x + step - 5 * u, edge + 2 * u, lit, 9 * u)
            pen.rect(x + step - 12 * u, edge - 18 * u, x + step, edge + 9 * u, dim, 6 * u)
            pen.rect(x + step - 12 * u, edge - 18 * u, x + step - 3 * u, edge + 7 * u, lit, 6 * u)


def _chimney(scene: Scene, x: float, foot: float) -> None:
    """A brick chimney with two pots, smoking."""
    rng, u = scene.rng("chimney"), scene.near
    w, tall = 76 * u, 190 * scene.v * scene.layout.zoom
    brick, seam, cap = (scene.ink(c, k) for c, k in (("#b5654c", 0.85), ("#8f4c3a", 0.5), ("#d9a98a", 1.0)))
    side, top = scene.light_side, foot - tall
    scene.canvas.shadow(x - side * w * 0.7, foot, w, w * 0.24, scene.light.shade * F(0.3), 0.5)
    with scene.canvas.pen((x - w, top - 70 * u, x + w, foot + 14 * u)) as pen:
        for dx in (-0.22, 0.22):
            pen.rect(
                x + (dx - 0.13) * w, top - 44 * u, x + (dx + 0.13) * w, top, scene.ink("#c8704a", 0.75), 4 * u
            )
            pen.rect(
                x + (dx - 0.16) * w,
                top - 46 * u,
                x + (dx + 0.16) * w,
                top - 36 * u,
                scene.ink("#dd8a5e", 1.0),
            )
        pen.poly(
            [(x - w / 2, top), (x + w / 2, top), (x + w / 2, foot), (x, foot + 10 * u), (x - w / 2, foot)],
            brick,
        )
        dim = (x - w / 2, x - w * 0.2) if side > 0 else (x + w * 0.2, x + w / 2)
        pen.rect(dim[0], top, dim[1], foot, scene.ink("#95503f", 0.55))
        for row in range(int(tall / (15 * u)) + 1):
            y = top + row * 15 * u
            pen.rect(x - w / 2, y, x + w / 2, y + 1.6 * u, seam)
            for col in range(4):
                bx = x - w / 2 + (col + 0.5 * (row % 2)) * w / 3.4
                if bx < x + w * 0.48:
                    pen.rect(bx, y, bx + 1.6 * u, min(y + 15 * u, foot), seam)
        pen.rect(x - w * 0.58, top - 6 * u, x + w * 0.58, top + 8 * u, cap, 3 * u)
        if scene.light.frost:
            pen.rect(x - w * 0.58, top - 13 * u, x + w * 0.58, top - 4 * u, scene.ink("#ffffff", 1.0), 5 * u)
    for i in range(5):
        lump = [
            (
                x + w * 0.2 - side * (8 + 9 * i * i / 2) * u,
                top - (62 + 40 * i) * u,
                (11 + 7 * i) * u * (0.9 + 0.2 * rng.random()),
            )
        ]
        scene.canvas.puff(
            lump,
            tuple(scene.light.cloud[j] for j in (1, 2, 2)),
            light=scene.light_from,
            soft=0.5,
            opacity=0.5 - 0.08 * i,
        )


def _dormer(scene: Scene, x: float, edge: float, colors: tuple[str, ...]) -> None:
    """A little gabled window standing out of the roof."""
    u, rng = scene.near, scene.rng("dormer")
    w, tall = 130 * u, 150 * u
    foot, top = edge + 40 * u, edge + 40 * u - tall
    pane, on = buildings.window_ink(scene, rng)
    roof = scene.snowed(colors[0])
    with scene.canvas.pen((x - w, top - w * 0.6, x + w, foot)) as pen:
        pen.rect(x - w * 0.42, top, x + w * 0.42, foot, scene.ink("#f6e3c5", 0.85))
        pen.poly(
            [(x - w * 0.42, top + 1), (x, top - w * 0.34), (x + w * 0.42, top + 1)], scene.ink("#f6e3c5", 0.9)
        )
        for side in (-1, 1):
            k = 1.0 if side == scene.light_side else 0.55
            pen.poly(
                [
                    (x, top - w * 0.48),
                    (x + side * w * 0.58, top + w * 0.06),
                    (x + side * w * 0.58, top + w * 0.17),
                    (x, top - w * 0.34),
                ],
                scene.ink(roof, k),
            )
        buildings.window(
            pen, x - w * 0.2, top + tall * 0.12, w * 0.4, tall * 0.42, pane, scene.ink("#fff6e6", 0.95)
        )
    if on and scene.light.dark > 0.2:
        scene.canvas.glow(x, top + tall * 0.34, 110 * u, rgb("#ffc766"), 0.4)


def _terrace(scene: Scene, edge: float) -> Stage:
    """A flat roof: paving, a parapet with planters, poles with a string of lights."""
    u, h = scene.near, scene.h
    rng = scene.rng("terrace")
    wall = WALL[int(rng.integers(len(WALL)))]
    foot = edge + 62 * u
    stops = [
        scene.tone(scene.snowed(c), k) for c, k in (("#e3d0bc", 1.0), ("#cdb7a4", 0.9), ("#a8978c", 0.75))
    ]
    scene.canvas.ridge(np.full(scene.w, foot, F), stops, h - foot)
    paving(scene, foot)
    with scene.canvas.pen((0, edge - 14 * u, scene.w, foot + 4 * u)) as pen:
        pen.rect(-5, edge, scene.w + 5, foot, scene.ink(wall, 0.75))
        pen.rect(-5, foot - 9 * u, scene.w + 5, foot, scene.ink(wall, 0.35))
        for i in range(int(scene.w / (150 * u)) + 2):
            x = (i - scene.layout.variant) * 150 * u
            pen.rect(x + 12 * u, edge + 18 * u, x + 138 * u, foot - 18 * u, scene.ink(wall, 0.9), 4 * u)
        pen.rect(-5, edge - 12 * u, scene.w + 5, edge + 4 * u, scene.ink(scene.snowed("#fff3e2"), 1.0), 3 * u)
        pen.rect(-5, edge + 4 * u, scene.w + 5, edge + 9 * u, scene.ink(wall, 0.4))
    for share, size in ((0.05, 120), (0.2, 78), (0.93, 130)):
        _planter(scene, rng, scene.x(share), foot + 24 * u, size * u)
    _bulbs(scene, rng, edge)
    wet_shine(scene, foot)
    return scene.stage(foot + (h - foot) * 0.6, horizon_y=foot)


def _planter(scene: Scene, rng: np.random.Generator, x: float, y: float, size: float) -> None:
    scene.canvas.shadow(x, y, size * 0.62, size * 0.12, scene.light.shade * F(0.3), 0.45)
    plants.bush(scene, rng, x, y - size * 0.34, size * 1.05)
    side = scene.light_side
    with scene.canvas.pen((x - size, y - size, x + size, y + 3)) as pen:
        pen.poly(
            [
                (x - size * 0.46, y - size * 0.42),
                (x + size * 0.46, y - size * 0.42),
                (x + size * 0.36, y),
                (x - size * 0.36, y),
            ],
            scene.ink("#c8704a", 0.85),
        )
        pen.poly(
            [
                (x - side * size * 0.46, y - size * 0.42),
                (x - side * size * 0.16, y - size * 0.42),
                (x - side * size * 0.14, y),
                (x - side * size * 0.36, y),
            ],
            scene.ink("#c8704a", 0.5),
        )
        pen.rect(
            x - size * 0.5, y - size * 0.48, x + size * 0.5, y - size * 0.36, scene.ink("#dd8a5e", 1.0), 3
        )


def _bulbs(scene: Scene, rng: np.random.Generator, edge: float) -> None:
    """A string of bulbs between poles over the terrace."""
    u, v = scene.near, scene.v
    top = edge - 230 * v
    xs = (scene.w * 0.02, scene.w * 0.5, scene.w * 0.98)
    on = scene.light.dark > 0.2
    glass = ink(rgb("#ffe9a8")) if on else scene.ink("#fff3cf", 1.0)
    spots: list[tuple[float, float]] = []
    with scene.canvas.pen((0, 0, scene.w, edge + 70 * u)) as pen:
        for x in (xs[0], xs[2]):
            pen.rect(x - 4 * u, top, x + 4 * u, edge + 66 * u, scene.ink("#6a5a54", 0.7))
        for a, b in ((xs[0], xs[1]), (xs[1], xs[2])):
            ya, yb = (top, top + 60 * v) if a == xs[0] else (top + 60 * v, top)
            line = [
                (a + (b - a) * t, ya + (yb - ya) * t + 64 * v * 4 * t * (1 - t) * 0.5)
                for t in np.linspace(0, 1, 11)
            ]
            pen.stroke([(float(x), float(y)) for x, y in line], 2 * u, 2 * u, scene.ink("#5a4a44", 0.5))
            for x, y in line[1:-1]:
                pen.rect(x - 2.4 * u, y, x + 2.4 * u, y + 6 * u, scene.ink("#4a4044", 0.5))
                pen.circle(x, y + 11 * u, 6.5 * u, glass)
                spots.append((x, y + 11 * u))
    if on:
        for x, y in spots:
            scene.canvas.glow(x, y, 44 * u, rgb("#ffcf7a"), 0.55)
