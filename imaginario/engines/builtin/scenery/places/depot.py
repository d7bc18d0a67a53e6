"""The workshop and the railway station."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior
from ..interior import Decor
from ..pen import Pen, Point, Sketch, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .rooms import indoors, pale, stage_of
from .school import clock
from .town import paving

BOARDS = (
    Decor("#d9c2a0", "#c9b08c", "#8a6040", "#c8504a", "#4f7fa8"),
    Decor("#c9cfd0", "#b8c0c2", "#7f6248", "#d98a3a", "#5f8a6a"),
)
COACHES = ("#c8403f", "#2f6fa8", "#3f8a5f", "#d98a2f", "#5f4a8a")


def workshop(scene: Scene) -> Stage:
    """A workbench under a board of tools, planks and tins, a window, shavings on the floor."""
    scene = indoors(scene)
    decor = interior.decor_of(scene, BOARDS)
    interior.wall(scene, decor, panels=False)
    interior.corners(scene, 0.24)
    u, floor = scene.u, scene.horizon
    w, h = 190 * u, min(190 * scene.v, floor * 0.4)
    cx = min(max(scene.x(0.2), w * 0.7), scene.w - w * 0.7)
    pane = interior.window(scene, cx - w / 2, floor * 0.2, w, h)
    _tools(scene, scene.x(0.66), floor * 0.34, min(0.54 * scene.w, 400 * u), min(200 * scene.v, floor * 0.42))
    furniture.shelf(scene, scene.x(0.2), floor * 0.78, 170 * u, "jjcj", decor.wood)
    interior.floor(scene, decor.wood)
    interior.sunbeam(scene, pane)
    _planks(scene, scene.x(0.97), floor + 20 * u)
    _bench(scene, scene.x(0.68), floor + 40 * u, 470 * scene.near, decor)
    _shavings(scene)
    for share in (0.4, 0.76):
        x, y = furniture.pendant(scene, scene.x(share), floor * 0.14, 80 * u, decor.accent)
        interior.lamplight(scene, x, y, 320 * u)
    return stage_of(scene, pane)


def _tools(scene: Scene, x: float, y: float, w: float, h: float) -> None:
    """A board with tools hung in rows: saw, hammers, spanners, drivers, tongs."""
    wood, steel, dark = scene.ink("#b5824e", 0.95), scene.ink("#b9c4cc", 0.95), scene.ink("#6f7f8a", 0.7)
    with scene.canvas.pen((x - w * 0.6, y - h * 0.7, x + w * 0.6, y + h * 0.7)) as pen:
        pen.rect(x - w / 2, y - h / 2, x + w / 2, y + h / 2, scene.ink("#8a6a4a", 0.6), 6)
        pen.rect(x - w / 2 + 6, y - h / 2 + 6, x + w / 2 - 6, y + h / 2 - 6, scene.ink("#d6b98e", 0.9), 4)
        n, size = max(4, int(w / (62 * scene.u))), min(h * 0.4, 62 * scene.u)
        for row in range(2):
            for i in range(n):
                px, py = x - w / 2 + (i + 0.5) * w / n, y + (-0.24 + 0.48 * row) * h + size * 0.5
                _tool(scene, Sketch(pen, px, py, size), (i * 2 + row * 3) % 5, wood, steel, dark)


def _tool(scene: Scene, it: Sketch, kind: int, wood: tuple, steel: tuple, dark: tuple) -> None:
    if kind == 0:
        it.rect(-0.05, 0.0, 0.05, 0.7, wood, 0.03)
        it.rect(-0.24, 0.68, 0.2, 0.9, dark, 0.04)
        it.rect(-0.24, 0.74, -0.14, 0.84, steel)
    elif kind == 1:
        it.poly(steel, (-0.16, 0.0), (0.12, 0.06), (0.16, 0.74), (-0.1, 0.74))
        it.rect(-0.16, 0.7, 0.22, 1.0, wood, 0.08)
        it.rect(-0.04, 0.78, 0.1, 0.9, scene.ink("#d6b98e", 0.9), 0.04)
    elif kind == 2:
        it.rect(-0.05, 0.14, 0.05, 0.8, steel, 0.03)
        for k in (0.08, 0.86):
            it.circle(0, k, 0.13, steel)
            it.circle(0, k + (0.06 if k > 0.5 else -0.06), 0.07, scene.ink("#d6b98e", 0.9))
    elif kind == 3:
        it.rect(-0.03, 0.0, 0.03, 0.5, steel)
        it.rect(-0.09, 0.46, 0.09, 0.92, scene.ink("#d9504a", 0.9), 0.06)
    else:
        for d in (-1, 1):
            it.stroke(scene.ink("#4f7fa8", 0.9), 0.1, 0.09, (d * 0.16, 0.0), (d * 0.13, 0.3), (0, 0.52))
            it.stroke(steel, 0.09, 0.06, (0, 0.5), (d * 0.12, 0.7), (d * 0.03, 0.94))
        it.circle(0, 0.52, 0.06, dark)


def _planks(scene: Scene, x: float, y: float) -> None:
    """Boards leaning in the corner."""
    u, tall = scene.u, scene.horizon * 0.62
    with scene.canvas.pen((x - 140 * u, y - tall * 1.1, x + 140 * u, y + 4)) as pen:
        for i, (c, k) in enumerate(
            (("#c99a62", 0.95), ("#b07a4a", 0.85), ("#dcb47f", 1.0), ("#a06a40", 0.8))
        ):
            a, lean = x - 70 * u + i * 32 * u, (24 - 9 * i) * u
            pen.poly(
                [
                    (a, y),
                    (a + 26 * u, y),
                    (a + 26 * u + lean, y - tall * (1 - 0.08 * i)),
                    (a + lean, y - tall * (1 - 0.08 * i)),
                ],
                scene.ink(c, k),
            )


def _bench(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    """A heavy bench with a vice, a plane, tins of paint and a toolbox."""
    furniture.shadow(scene, x, y, size * 0.5, 0.5)
    top, dim = scene.ink(pale(decor.wood, 0.3), 1.0), scene.ink(decor.wood, 0.5)
    with scene.canvas.pen((x - size * 0.6, y - size * 0.7, x + size * 0.6, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        for d in (-0.4, 0.4):
            it.rect(d - 0.045, 0, d + 0.045, 0.3, scene.ink(decor.wood, 0.75))
        it.rect(-0.42, 0.07, 0.42, 0.11, dim)
        it.rect(-0.5, 0.29, 0.5, 0.35, top, 0.01)
        it.rect(-0.5, 0.28, 0.5, 0.3, dim)
        it.rect(-0.4, 0.35, -0.3, 0.42, scene.ink("#5f7f9a", 0.8), 0.01)
        it.rect(-0.42, 0.4, -0.28, 0.44, scene.ink("#7f9fb5", 0.95), 0.01)
        it.poly(scene.ink("#b07a4a", 0.9), (-0.18, 0.35), (0.02, 0.35), (0.0, 0.4), (-0.16, 0.39))
        it.circle(-0.04, 0.42, 0.025, scene.ink("#8a5a38", 0.7))
        for i, c in enumerate(("#f25f5c", "#4fb0c6", "#ffd166")):
            a = 0.12 + 0.09 * i
            it.rect(a - 0.036, 0.35, a + 0.036, 0.43, scene.ink("#c3ccd4", 0.95), 0.006)
            it.rect(a - 0.036, 0.37, a + 0.036, 0.41, scene.ink(c, 0.95))
            it.ellipse(a, 0.43, 0.036, 0.01, scene.ink(c, 1.0))
        it.rect(-0.2, 0.11, 0.1, 0.21, scene.ink(decor.cloth, 0.85), 0.01)
        it.stroke(scene.ink("#5f6a78", 0.7), 0.015, 0.015, (-0.12, 0.21), (-0.05, 0.26), (0.02, 0.21))


def _shavings(scene: Scene) -> None:
    rng, u, top = scene.rng("shavings"), scene.near, scene.horizon + 40 * scene.u
    inks = [scene.ink(c, k) for c, k in (("#f0d6a4", 1.0), ("#d9b47a", 0.8))]
    with scene.canvas.pen((0, top, scene.w, scene.h)) as pen:
        for a, b, c in rng.random((scene.count(30), 3)).tolist():
            x, y, r = scene.x(0.4 + 0.55 * a), top + (scene.h - top) * 0.6 * b, (5 + 7 * c) * u
            curl: list[Point] = [
                (x + r * float(np.cos(t)) * (1 - t / 9), y + r * 0.6 * float(np.sin(t)) * (1 - t / 9))
                for t in np.linspace(0, 5, 9)
            ]
            pen.stroke(curl, 3 * u, 1.5 * u, inks[int(c * 2)])


def station(scene: Scene) -> Stage:
    """A platform under an iron roof: a train waiting, a clock, benches, lamps."""
    scene = scene.with_layout(horizon=0.56 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    edge = hor + 0.24 * (h - hor)
    bed = [scene.tone(scene.snowed(c), k) for c, k in (("#9a9088", 0.9), ("#7a7078", 0.7))]
    scene.canvas.ridge(np.full(scene.w, hor, F), bed, edge - hor, until=edge + 4)
    _train(scene, hor + 0.12 * (h - hor), min(230 * scene.v, hor * 0.62))
    _roof(scene, hor)
    stops = [
        scene.tone(scene.snowed(c, 0.6), k)
        for c, k in (("#e6dccb", 1.0), ("#cfc2b0", 0.92), ("#a39689", 0.78))
    ]
    scene.canvas.ridge(np.full(scene.w, edge, F), stops, h - edge)
    paving(scene, edge + 10 * u)
    with scene.canvas.pen((0, edge - 4 * u, scene.w, edge + 24 * u)) as pen:
        pen.rect(-5, edge - 3 * u, scene.w + 5, edge + 7 * u, scene.ink(scene.snowed("#fff6e6"), 1.0))
        pen.rect(-5, edge + 12 * u, scene.w + 5, edge + 20 * u, scene.ink("#f2c14e", 0.95))
    hang = scene.x(0.3), hor * 0.4
    with scene.canvas.pen((hang[0] - 10 * u, 0, hang[0] + 10 * u, hang[1])) as pen:
        pen.rect(hang[0] - 2.4 * u, -5, hang[0] + 2.4 * u, hang[1], scene.ink("#4a5066", 0.6))
    clock(scene, hang[0], hang[1], 40 * u)
    return scene.stage(edge + (h - edge) * 0.62, horizon_y=edge, road_y=hor + 0.2 * (h - hor))


def _roof(scene: Scene, hor: float) -> None:
    """Glass and iron overhead on columns, hung with lamps."""
    w, u = scene.w, scene.u
    iron, shine, deep = scene.ink("#4f6a78", 0.55), scene.ink("#8fb0bd", 0.9), hor * 0.2
    n = max(3, round(w / (300 * u)))
    on = scene.light.dark > 0.2
    lamps: list[Point] = []
    with scene.canvas.pen((0, -5, w, hor + 0.3 * (scene.h - hor))) as pen:
        pen.rect(-5, -5, w + 5, deep * 0.55, scene.ink("#c3dbe2", 0.95))
        for i in range(int(w / (56 * u)) + 2):
            pen.rect(i * 56 * u - 2 * u, -5, i * 56 * u + 2 * u, deep * 0.55, iron)
        pen.rect(-5, deep * 0.5, w + 5, deep * 0.62, iron)
        for i in range(n * 4 + 1):
            x = w * i / (n * 4)
            pen.poly([(x, deep * 0.6), (x + w / (n * 8), deep * 0.86), (x + w / (n * 4), deep * 0.6)], shine)
        for i in range(n + 1):
            x = w * (i + (0.16 if scene.layout.flip else -0.16)) / n
            pen.rect(x - 9 * u, deep * 0.6, x + 9 * u, hor + 0.24 * (scene.h - hor) + 8 * u, iron)
            pen.rect(x - 5 * u, deep * 0.6, x - 1 * u, hor + 0.24 * (scene.h - hor), shine)
            for d in (-1, 1):
                pen.stroke(
                    [(x, deep * 1.5), (x + d * 40 * u, deep * 0.95), (x + d * 74 * u, deep * 0.62)],
                    8 * u,
                    5 * u,
                    iron,
                )
            lamps.append((x + w / n / 2, deep * 1.15))
        for x, y in lamps:
            pen.rect(x - 1.6 * u, deep * 0.6, x + 1.6 * u, y - 12 * u, iron)
            pen.poly(
                [(x - 17 * u, y), (x - 7 * u, y - 14 * u), (x + 7 * u, y - 14 * u), (x + 17 * u, y)], iron
            )
            pen.ellipse(x, y + 2 * u, 11 * u, 7 * u, ink(rgb("#ffeaa8")) if on else scene.ink("#fff8e6", 1.0))
    if on:
        for x, y in lamps:
            scene.canvas.glow(x, y, 120 * u, rgb("#ffcf7a"), 0.5)


def _train(scene: Scene, foot: float, tall: float) -> None:
    """Coaches along the platform, their windows lit after dark."""
    with scene.canvas.pen((0, foot, scene.w, foot + tall * 0.2)) as pen:
        for up in (0.06, 0.16):
            pen.rect(-5, foot + tall * up, scene.w + 5, foot + tall * (up + 0.03), scene.ink("#8f8a90", 0.9))
    if scene.setting.drawn & {"train", "subway", "tram"}:
        return
    color = COACHES[int(scene.rng("train").integers(len(COACHES)))]
    long, on = tall * 2.3, scene.light.dark > 0.2
    pane = ink(rgb("#ffe2a0")) if on else scene.ink("#a8cfe0", 0.9, 0.05)
    n = int(scene.w / long) + 2
    shift = scene.layout.variant * long
    with scene.canvas.pen((0, foot - tall * 1.1, scene.w, foot + tall * 0.2)) as pen:
        for i in range(n):
            _coach(scene, pen, i * long - shift, foot, (long * 0.985, tall), color, pane)


def _coach(
    scene: Scene, pen: Pen, x: float, foot: float, size: tuple[float, float], color: str, pane: tuple
) -> None:
    long, tall = size
    cream, body, dim = (
        scene.ink("#fbf1de", 0.95, 0.05),
        scene.ink(color, 0.9, 0.05),
        scene.ink(color, 0.5, 0.05),
    )
    for a in (0.12, 0.22, 0.78, 0.88):
        pen.circle(x + a * long, foot, tall * 0.09, scene.ink("#4a4a58", 0.5))
        pen.circle(x + a * long, foot, tall * 0.04, scene.ink("#9aa0ac", 0.9))
    pen.rect(x, foot - tall, x + long, foot - tall * 0.06, body, tall * 0.1)
    pen.rect(x, foot - tall * 0.92, x + long, foot - tall * 0.44, cream)
    pen.rect(x, foot - tall, x + long, foot - tall * 0.9, scene.ink("#9aa6b2", 0.85, 0.05), tall * 0.05)
    pen.rect(x, foot - tall * 0.14, x + long, foot - tall * 0.06, dim)
    pen.rect(x, foot - tall * 0.4, x + long, foot - tall * 0.36, scene.ink("#f2c14e", 0.95, 0.05))
    for a in (0.06, 0.86):
        pen.rect(
            x + a * long, foot - tall * 0.84, x + (a + 0.08) * long, foot - tall * 0.08, dim, tall * 0.03
        )
        pen.rect(
            x + (a + 0.012) * long,
            foot - tall * 0.8,
            x + (a + 0.068) * long,
            foot - tall * 0.5,
            pane,
            tall * 0.02,
        )
    for j in range(6):
        a = x + (0.185 + 0.108 * j) * long
        pen.rect(a, foot - tall * 0.84, a + long * 0.086, foot - tall * 0.52, pane, tall * 0.04)
        pen.poly(
            [
                (a + long * 0.02, foot - tall * 0.84),
                (a + long * 0.045, foot - tall * 0.84),
                (a + long * 0.03, foot - tall * 0.52),
                (a + long * 0.005, foot - tall * 0.52),
            ],
            scene.ink(mix(rgb("#a8cfe0"), np.ones(3, F), 0.5), 1.0)
            if scene.light.dark <= 0.2
            else ink(rgb("#fff1c8")),
        )
