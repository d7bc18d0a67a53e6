"""The bakery and the café."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior
from ..interior import Decor
from ..pen import Pen, Sketch
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale, stage_of

CRUST = ("#c98a45", "#b5713a", "#dba862", "#a8642f")
CREAM = ("#f7b5c4", "#fff3dc", "#8a5a3c", "#f2cf7a", "#b8e0d0")


def bakery(scene: Scene) -> Stage:
    """Shelves of bread, a counter with cakes under glass, a window on the street."""
    scene = indoors(scene)
    decor = interior.decor_of(scene)
    interior.wall(scene, decor)
    interior.corners(scene, 0.16)
    u, floor = scene.u, scene.horizon
    pane = _shop_window(scene, 0.2, 210 * u, decor)
    for i, y in enumerate((0.3, 0.47, 0.64)):
        _bread_shelf(scene, scene.x(0.7), floor * y, min(0.5 * scene.w, 360 * u), i, decor)
    interior.floor(scene, pale(decor.wall, 0.15), tiles=True)
    interior.sunbeam(scene, pane)
    _counter(scene, scene.x(0.82), floor + 40 * u, 430 * scene.near, decor)
    _basket(scene, scene.x(0.1), floor + 62 * u, 130 * scene.near)
    for share in (0.42, 0.72):
        x, y = furniture.pendant(scene, scene.x(share), floor * 0.17, 84 * u, decor.accent)
        interior.lamplight(scene, x, y, 300 * u, 0.8)
    return stage_of(scene, pane)


def _shop_window(scene: Scene, share: float, w: float, decor: Decor) -> interior.Rect:
    floor = scene.horizon
    h = min(260 * scene.v, floor * 0.55)
    cx = min(max(scene.x(share), w * 0.66), scene.w - w * 0.66)
    pane = interior.window(scene, cx - w / 2, floor * 0.46 - h / 2, w, h)
    u, n = scene.u, 8
    with scene.canvas.pen((cx - w, pane[1] - 60 * u, cx + w, pane[1] + 40 * u)) as pen:
        for i in range(n):
            a, b = cx + (i / n - 0.5) * w * 1.2, cx + ((i + 1) / n - 0.5) * w * 1.2
            tint = scene.ink(decor.cloth if i % 2 else "#fff6e6", 0.9)
            pen.rect(a, pane[1] - 26 * u, b, pane[1] + 14 * u, tint)
            pen.ellipse((a + b) / 2, pane[1] + 14 * u, (b - a) / 2, 9 * u, tint)
    return pane


def _bread_shelf(scene: Scene, x: float, y: float, wide: float, row: int, decor: Decor) -> None:
    """A wall shelf of loaves: round ones, baguettes in a basket, buns."""
    rng, u = scene.rng(f"bread-{row}"), scene.u
    n = max(3, round(wide / (62 * u)))
    with scene.canvas.pen((x - wide * 0.6, y - 90 * u, x + wide * 0.6, y + 22 * u)) as pen:
        for i in range(n):
            cx = x - wide / 2 + (i + 0.5) * wide / n
            bread(scene, pen, cx, y, wide / n * 0.92, (row + i // 2) % 3, CRUST[int(rng.integers(4))])
        pen.rect(x - wide / 2, y, x + wide / 2, y + 9 * u, scene.ink(decor.wood, 1.0), 2 * u)
        pen.rect(x - wide / 2, y + 8 * u, x + wide / 2, y + 13 * u, scene.ink(decor.wood, 0.45), 2 * u)


def bread(scene: Scene, pen: Pen, x: float, y: float, size: float, kind: int, color: str) -> None:
    """A loaf standing on (x, y): round and slashed, a tall tin loaf, or baguettes in a basket."""
    it = Sketch(pen, x, y, size)
    dim, mid, lit = scene.ink(color, 0.5), scene.ink(color, 0.9), scene.ink(pale(color, 0.35), 1.0)
    if kind == 0:
        it.blob(dim, (-0.46, 0.02), (-0.42, 0.36), (0, 0.52), (0.42, 0.36), (0.46, 0.02))
        it.blob(mid, (-0.43, 0.06), (-0.38, 0.36), (0, 0.51), (0.38, 0.36), (0.42, 0.06))
        for a in (-0.2, 0.0, 0.2):
            it.stroke(lit, 0.05, 0.02, (a - 0.06, 0.22), (a + 0.02, 0.4))
    elif kind == 1:
        it.blob(dim, (-0.4, 0), (-0.42, 0.5), (-0.3, 0.74), (0.3, 0.74), (0.42, 0.5), (0.4, 0))
        it.blob(mid, (-0.36, 0.03), (-0.4, 0.52), (-0.28, 0.72), (0.26, 0.72), (0.36, 0.5), (0.34, 0.03))
        it.blob(lit, (-0.26, 0.5), (-0.2, 0.66), (0.2, 0.66), (0.26, 0.5))
    else:
        for i in range(4):
            a = -0.24 + 0.16 * i
            it.stroke(dim, 0.17, 0.1, (a, 0.2), (a * 1.3, 0.7), (a * 1.5, 1.12))
            it.stroke(mid, 0.12, 0.07, (a, 0.2), (a * 1.3, 0.7), (a * 1.5, 1.1))
            for k in (0.6, 0.8, 0.96):
                it.line((a * 1.28 - 0.04, k), (a * 1.28 + 0.05, k + 0.06), 0.03, lit)
        _weave(scene, it, 0.4)


def _weave(scene: Scene, it: Sketch, half: float) -> None:
    it.poly(scene.ink("#a9764a", 0.7), (-half, 0.42), (half, 0.42), (half * 0.86, 0), (-half * 0.86, 0))
    for k in (0.08, 0.2, 0.32):
        it.rect(-half * 0.95, k, half * 0.95, k + 0.05, scene.ink("#d0a06a", 0.95))
    it.rect(-half * 1.06, 0.38, half * 1.06, 0.46, scene.ink("#c08f58", 1.0), 0.02)


def _basket(scene: Scene, x: float, y: float, size: float) -> None:
    furniture.shadow(scene, x, y, size * 0.5)
    with scene.canvas.pen((x - size, y - size * 1.4, x + size, y + 4)) as pen:
        bread(scene, pen, x, y, size, 2, CRUST[0])


def _counter(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    """A counter with cakes and tarts behind glass, a till on top."""
    furniture.shadow(scene, x, y, size * 0.5, 0.5)
    wood, dim = scene.ink(decor.wood, 0.9), scene.ink(decor.wood, 0.5)
    with scene.canvas.pen((x - size * 0.7, y - size * 0.8, x + size * 0.7, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.5, 0, 0.5, 0.44, scene.ink(pale(decor.accent, 0.2), 0.85))
        it.rect(-0.5, 0, 0.5, 0.05, dim)
        for i in range(5):
            it.rect(-0.48 + i * 0.195, 0.06, -0.31 + i * 0.195, 0.15, scene.ink(decor.accent, 0.95), 0.01)
        it.rect(-0.47, 0.17, 0.47, 0.42, scene.ink("#fff8ea", 0.95))
        it.rect(-0.47, 0.285, 0.47, 0.295, wood)
        for row, base in enumerate((0.175, 0.298)):
            for i in range(6):
                _cake(
                    scene, it, -0.39 + i * 0.156, base, (i * 2 + row * 3 + int(scene.layout.variant * 5)) % 5
                )
        shine = scene.ink("#ffffff", 1.0)
        for a, wide in ((-0.3, 0.018), (-0.25, 0.008), (0.2, 0.018)):
            it.line((a, 0.18), (a + 0.13, 0.415), wide, shine)
        it.rect(-0.53, 0.43, 0.53, 0.48, wood, 0.01)
        it.rect(-0.53, 0.425, 0.53, 0.435, dim)
        it.rect(-0.42, 0.48, -0.2, 0.58, scene.ink("#5f6a86", 0.7), 0.02)
        it.poly(scene.ink("#8f97ad", 0.9), (-0.42, 0.57), (-0.38, 0.65), (-0.24, 0.65), (-0.2, 0.57))
        it.ellipse(0.3, 0.49, 0.1, 0.02, scene.ink("#e8eef2", 1.0))
        it.rect(0.28, 0.49, 0.32, 0.53, scene.ink("#c9d3da", 0.9))
        it.ellipse(0.3, 0.53, 0.13, 0.025, scene.ink("#ffffff", 1.0))
        for i in range(5):
            it.circle(0.22 + 0.04 * i, 0.55, 0.028, scene.ink(CRUST[i % 4], 0.95))


def _cake(scene: Scene, it: Sketch, x: float, y: float, kind: int) -> None:
    color = scene.ink(CREAM[kind], 0.95)
    if kind % 2 == 0:
        it.rect(x - 0.045, y, x + 0.045, y + 0.05, scene.ink(CRUST[kind % 4], 0.85), 0.005)
        it.rect(x - 0.048, y + 0.04, x + 0.048, y + 0.068, color, 0.012)
        it.circle(x, y + 0.078, 0.013, scene.ink("#e8453c", 1.0))
    else:
        it.poly(
            scene.ink("#c98a45", 0.85),
            (x - 0.045, y + 0.045),
            (x + 0.045, y + 0.045),
            (x + 0.03, y),
            (x - 0.03, y),
        )
        it.circle(x, y + 0.06, 0.034, color)
        it.circle(x, y + 0.085, 0.02, scene.ink("#ffffff", 1.0))


def cafe(scene: Scene) -> Stage:
    """A café: a bar with a coffee machine, round tables with chairs, a broad window, hanging lamps."""
    scene = indoors(scene)
    decor = interior.decor_of(scene)
    interior.wall(scene, decor)
    interior.corners(scene, 0.2)
    u, floor = scene.u, scene.horizon
    pane = _shop_window(scene, 0.24, 290 * u, decor)
    _menu(scene, scene.x(0.6), floor * 0.36, 120 * u)
    furniture.shelf(scene, scene.x(0.84), floor * 0.36, 220 * u, "cjcjc", decor.wood)
    interior.floor(scene, decor.wood)
    interior.sunbeam(scene, pane)
    _bar(scene, scene.x(0.83), floor + 20 * u, 380 * scene.near, decor)
    furniture.potted(scene, scene.x(0.03), floor + 30 * u, 190 * scene.near, int(scene.layout.variant * 3))
    for share, y, size in ((0.26, 0.12, 150), (0.06, 0.5, 210), (0.95, 0.6, 220)):
        _table(scene, scene.x(share), floor + (scene.h - floor) * y + 24 * u, size * scene.near, decor)
    for share in (0.2, 0.5, 0.8):
        x, y = furniture.pendant(scene, scene.x(share), floor * 0.16, 74 * u, decor.cloth)
        interior.lamplight(scene, x, y, 260 * u, 0.8)
    return stage_of(scene, pane)


def _menu(scene: Scene, x: float, y: float, size: float) -> None:
    """A slate with a cup drawn in chalk and lines for what there is."""
    with scene.canvas.pen((x - size, y - size, x + size, y + size)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.44, -0.62, 0.44, 0.62, scene.ink("#a9764a", 0.95), 0.03)
        it.rect(-0.38, -0.56, 0.38, 0.56, scene.ink("#35424a", 0.7))
        chalk = scene.ink("#fdfbf2", 1.0, 0, 0.92)
        it.stroke(chalk, 0.03, 0.03, (-0.16, 0.36), (-0.12, 0.16), (0.06, 0.16), (0.1, 0.36))
        it.line((-0.17, 0.36), (0.11, 0.36), 0.03, chalk)
        it.stroke(chalk, 0.03, 0.03, (0.1, 0.33), (0.2, 0.3), (0.09, 0.22))
        for a in (-0.08, 0.02):
            it.stroke(chalk, 0.02, 0.02, (a, 0.4), (a + 0.03, 0.45), (a, 0.5))
        for i, wide in enumerate((0.5, 0.36, 0.46, 0.3)):
            tint = scene.ink(("#ffe08a", "#fdfbf2", "#ffb3c4", "#a8e0f2")[i], 1.0, 0, 0.85)
            it.line((-0.28, 0.02 - 0.13 * i), (-0.28 + wide, 0.02 - 0.13 * i), 0.03, tint)


def _bar(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    furniture.shadow(scene, x, y, size * 0.5, 0.5)
    steel, dark = scene.ink("#c3ccd6", 1.0), scene.ink("#5f6a7a", 0.6)
    with scene.canvas.pen((x - size * 0.7, y - size * 0.9, x + size * 0.7, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.5, 0, 0.5, 0.46, scene.ink(decor.accent, 0.75))
        for i in range(7):
            it.rect(
                -0.48 + i * 0.14, 0.06, -0.36 + i * 0.14, 0.42, scene.ink(pale(decor.accent, 0.2), 0.9), 0.01
            )
        it.rect(-0.5, 0, 0.5, 0.045, scene.ink(decor.wood, 0.5))
        it.rect(-0.54, 0.45, 0.54, 0.5, scene.ink(decor.wood, 1.0), 0.01)
        it.rect(-0.54, 0.445, 0.54, 0.455, scene.ink(decor.wood, 0.4))
        it.rect(-0.3, 0.5, 0.06, 0.78, steel, 0.03)
        it.rect(-0.3, 0.7, 0.06, 0.78, dark, 0.03)
        it.rect(-0.27, 0.5, 0.03, 0.54, dark)
        for a in (-0.2, -0.04):
            it.rect(a - 0.03, 0.62, a + 0.03, 0.68, dark, 0.01)
            it.rect(a - 0.025, 0.54, a + 0.025, 0.58, scene.ink("#fffaf0", 1.0), 0.01)
        for i, c in enumerate((decor.cloth, "#fff6e6", decor.accent)):
            it.rect(-0.26 + 0.09 * i, 0.78, -0.19 + 0.09 * i, 0.83, scene.ink(c, 0.95), 0.01)
        it.ellipse(0.3, 0.51, 0.13, 0.02, scene.ink("#ffffff", 1.0))
        for i in range(3):
            _cake(scene, it, 0.21 + 0.09 * i, 0.515, i)


def _table(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    """A round table with a cup and a flower, a chair on either side."""
    furniture.shadow(scene, x, y, size * 0.5)
    iron, wood, seat = (
        scene.ink("#4a4044", 0.6),
        scene.ink(pale(decor.wood, 0.2), 0.95),
        scene.ink(decor.cloth, 0.85),
    )
    with scene.canvas.pen((x - size * 0.9, y - size, x + size * 0.9, y + 5)) as pen:
        it = Sketch(pen, x, y, size)
        for way in (-1, 1):
            for d in (0.42, 0.66):
                it.rect(way * d - 0.014, 0, way * d + 0.014, 0.34, iron)
            it.rect(min(way * 0.4, way * 0.68), 0.32, max(way * 0.4, way * 0.68), 0.38, seat, 0.02)
            it.stroke(iron, 0.028, 0.028, (way * 0.67, 0.34), (way * 0.71, 0.6), (way * 0.68, 0.76))
            it.rect(min(way * 0.63, way * 0.73), 0.5, max(way * 0.63, way * 0.73), 0.76, seat, 0.03)
        it.rect(-0.025, 0.02, 0.025, 0.5, iron)
        it.ellipse(0, 0.02, 0.17, 0.03, iron)
        it.ellipse(0, 0.5, 0.4, 0.075, scene.ink(decor.wood, 0.55))
        it.ellipse(0, 0.52, 0.4, 0.075, wood)
        it.ellipse(-0.14, 0.54, 0.08, 0.018, scene.ink("#ffffff", 1.0))
        it.rect(-0.18, 0.545, -0.1, 0.6, scene.ink("#fffaf0", 1.0), 0.015)
        it.ellipse(-0.14, 0.6, 0.036, 0.01, scene.ink("#7a4a30", 0.8))
        it.rect(0.1, 0.53, 0.15, 0.63, scene.ink("#8fc7d0", 0.95), 0.02)
        if scene.allows("flower"):
            for a, c in ((-0.05, "#f27a9a"), (0.02, "#f2cf6a"), (0.09, "#f27a9a")):
                it.line((0.125, 0.62), (0.115 + a, 0.72), 0.012, scene.ink("#4f8f4c", 0.8))
                it.circle(0.115 + a, 0.73, 0.03, scene.ink(c, 1.0))
    if scene.light.dark > 0.3:
        scene.canvas.glow(x, y - size * 0.6, size * 0.5, mix(rgb("#ffcf80"), np.ones(3, F), 0.1), 0.18)
