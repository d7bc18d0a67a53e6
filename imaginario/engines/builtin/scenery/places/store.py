"""The shop: shelves of coloured goods along an aisle, a till, signs without words."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior
from ..interior import Decor
from ..pen import Pen, Sketch
from ..scene import Scene
from ..stage import Stage
from ..streams import fork
from .rooms import indoors, pale
from .stalls import FRUIT, heap

PACKS = ("#f25f5c", "#ffd166", "#4fb0c6", "#8bc34a", "#f78fb3", "#9b7fe0", "#ff9f4a", "#f4f1e8", "#3f6fa8")


def shop(scene: Scene) -> Stage:
    """A shop seen down its aisle: shelves on both sides and behind, fruit in crates, a till."""
    scene = indoors(scene)
    decor = interior.decor_of(scene)
    interior.wall(scene, decor, panels=False)
    interior.corners(scene, 0.12)
    floor, u = scene.horizon, scene.u
    _lamps(scene)
    _back_shelves(scene, decor)
    interior.floor(scene, pale(decor.wall, 0.4), tiles=True)
    _gloss(scene)
    for side in (-1, 1):
        _side_shelf(scene, side, decor)
    _crates(scene, scene.x(0.2), floor + 34 * u, 150 * scene.near)
    _till(scene, scene.x(0.84), floor + 70 * u, 240 * scene.near, decor)
    ground = floor + (scene.h - floor) * 0.72
    return scene.stage(ground, indoor=True, light=(scene.w / 2, 0.0))


def _lamps(scene: Scene) -> None:
    """Rows of long lamps under the ceiling."""
    u, floor, w = scene.u, scene.horizon, scene.w
    with scene.canvas.pen((0, 0, w, floor * 0.3)) as pen:
        pen.rect(-5, -5, w + 5, floor * 0.12, scene.ink("#e9e4da", 0.85))
        for k, half in ((0.02, 0.2), (0.075, 0.13)):
            for d in (-1, 0, 1):
                x = w / 2 + d * half * 1.7 * w
                pen.rect(
                    x - half * 0.5 * w,
                    floor * k,
                    x + half * 0.5 * w,
                    floor * k + 11 * u,
                    scene.ink("#ffffff", 1.0),
                    5 * u,
                )
    scene.canvas.haze(w / 2, floor * 0.1, w * 0.7, floor * 0.6, rgb("#fff6dc"), 0.3, 1.4)


def _back_shelves(scene: Scene, decor: Decor) -> None:
    """A wall of shelves, each board full."""
    floor, u, w = scene.horizon, scene.u, scene.w
    top, boards = floor * 0.34, 4
    deep = (floor - top) / boards
    rng = scene.rng("goods")
    with scene.canvas.pen((0, top - 40 * u, w, floor + 4)) as pen:
        pen.rect(-5, top - 26 * u, w + 5, top, scene.ink(decor.accent, 0.9))
        for i in range(int(w / (60 * u)) + 1):
            pen.star(
                i * 60 * u + 30 * u, top - 13 * u, 8 * u, scene.ink(pale(decor.accent, 0.6), 1.0), 5, 0.5
            )
        pen.rect(-5, top, w + 5, floor, scene.ink(pale(decor.wood, 0.1), 0.3))
        for i in range(boards):
            y = top + deep * (i + 1)
            _row(scene, pen, fork(rng), 0.0, w, y - 7 * u, deep * 0.72)
            pen.rect(-5, y - 8 * u, w + 5, y, scene.ink(pale(decor.wood, 0.35), 1.0))
            for j in range(int(w / (84 * u)) + 1):
                pen.rect(
                    j * 84 * u + 20 * u,
                    y - 7 * u,
                    j * 84 * u + 44 * u,
                    y - 1 * u,
                    scene.ink(PACKS[(j * 5 + i) % 7], 0.95),
                )


def _row(
    scene: Scene, pen: Pen, rng: np.random.Generator, x0: float, x1: float, y: float, tall: float
) -> None:
    """Boxes, tins, bottles and bags standing in groups of a kind."""
    x = x0
    while x < x1:
        kind, wide = int(rng.integers(4)), tall * (0.34 + 0.2 * rng.random())
        color, k = PACKS[int(rng.integers(len(PACKS)))], 0.8 + 0.2 * rng.random()
        for _ in range(2 + int(rng.integers(3))):
            if x < x1:
                pack(scene, pen, x + wide / 2, y, wide, tall * k, kind, color)
            x += wide * 1.04


def pack(scene: Scene, pen: Pen, x: float, y: float, wide: float, tall: float, kind: int, color: str) -> None:
    """One thing on a shelf: a box, a tin, a bottle or a bag."""
    lit, dim, band = (
        scene.ink(color, 0.95),
        scene.ink(color, 0.6),
        scene.ink(mix(rgb(color), np.ones(3, F), 0.6), 1.0),
    )
    a, side = wide / 2 * 0.94, scene.light_side
    if kind == 0:
        pen.rect(x - a, y - tall, x + a, y, lit)
        pen.rect(x - a if side > 0 else x + a * 0.6, y - tall, x - a * 0.6 if side > 0 else x + a, y, dim)
        pen.circle(x, y - tall * 0.55, a * 0.5, band)
    elif kind == 1:
        pen.rect(x - a, y - tall * 0.6, x + a, y, dim, a * 0.3)
        pen.rect(x - a * 0.5, y - tall * 0.6, x + a * 0.7, y, lit)
        pen.rect(x - a, y - tall * 0.42, x + a, y - tall * 0.16, band)
        pen.ellipse(x, y - tall * 0.6, a, a * 0.28, scene.ink("#cfd6dc", 1.0))
    elif kind == 2:
        pen.rect(x - a * 0.72, y - tall * 0.62, x + a * 0.72, y, lit, a * 0.4)
        pen.rect(x - a * 0.26, y - tall * 0.92, x + a * 0.26, y - tall * 0.5, lit)
        pen.rect(x - a * 0.3, y - tall, x + a * 0.3, y - tall * 0.86, dim)
        pen.rect(x - a * 0.72, y - tall * 0.44, x + a * 0.72, y - tall * 0.16, band)
    else:
        pen.blob(
            [
                (x - a, y),
                (x - a * 0.86, y - tall * 0.4),
                (x - a, y - tall * 0.8),
                (x + a, y - tall * 0.8),
                (x + a * 0.86, y - tall * 0.4),
                (x + a, y),
            ],
            lit,
            4,
        )
        pen.ellipse(x, y - tall * 0.4, a * 0.56, a * 0.42, band)


def _side_shelf(scene: Scene, side: int, decor: Decor) -> None:
    """A tall shelf at one side, its boards running towards the back."""
    floor, h, u, w = scene.horizon, scene.h, scene.u, scene.w
    wide = min(0.17 * w, 150 * u)
    near, far = (w / 2 + side * (w / 2 + 6 * u)), w / 2 + side * (w / 2 - wide)
    top_far, top_near = floor * 0.3, floor * 0.02
    low_far, low_near = floor + 14 * u, floor + 0.5 * (h - floor)
    rng = scene.rng(f"aisle-{side}")
    with scene.canvas.pen((min(near, far) - 20 * u, 0, max(near, far) + 20 * u, h)) as pen:
        pen.poly(
            [(far, top_far), (near, top_near), (near, low_near), (far, low_far)], scene.ink(decor.wood, 0.32)
        )
        for i in range(5):
            k = (i + 1) / 5
            ya, yb = top_far + (low_far - top_far) * k, top_near + (low_near - top_near) * k
            step, tall = 7, (low_near - top_near) / 5 * 0.7
            for j in range(step):
                t0 = j / step
                px, py = far + (near - far) * (t0 + 0.5 / step), ya + (yb - ya) * (t0 + 0.5 / step)
                size = 0.62 + 0.38 * t0
                pack(
                    scene,
                    pen,
                    px,
                    py,
                    abs(near - far) / step * 0.98,
                    tall * size * (0.8 + 0.2 * rng.random()),
                    int(rng.integers(4)),
                    PACKS[int(rng.integers(len(PACKS)))],
                )
            pen.poly(
                [(far, ya), (near, yb), (near, yb + 9 * u), (far, ya + 6 * u)],
                scene.ink(pale(decor.wood, 0.35), 0.95),
            )
        pen.poly(
            [(far, top_far), (far - side * 8 * u, top_far), (far - side * 8 * u, low_far), (far, low_far)],
            scene.ink(pale(decor.wood, 0.3), 0.9),
        )


def _gloss(scene: Scene) -> None:
    """The floor mirrors the shelves a little."""
    top = int(scene.horizon)
    rows = min(scene.h - top, top, int(150 * scene.v))
    if rows > 4:
        copy = scene.canvas.a[top - rows : top][::-1]
        fade = np.linspace(0.2, 0.0, rows, dtype=F)[:, None, None]
        part = scene.canvas.a[top : top + rows]
        part += (copy - part) * fade


def _crates(scene: Scene, x: float, y: float, size: float) -> None:
    """Two crates of fruit on a low stand."""
    furniture.shadow(scene, x, y, size * 0.7)
    rng = scene.rng("fruit")
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.62, 0, 0.62, 0.3, scene.ink("#8a6038", 0.55))
        for d in (-0.31, 0.31):
            dim, lit = FRUIT[int(rng.integers(len(FRUIT)))]
            heap(scene, pen, x + d * size, y - size * 0.44, size * 0.56, dim, lit, 0.0)
            it.rect(d - 0.3, 0.28, d + 0.3, 0.44, scene.ink("#c99a62", 0.9))
            it.rect(d - 0.3, 0.34, d + 0.3, 0.37, scene.ink("#8a6038", 0.6))
        it.rect(-0.64, 0.25, 0.64, 0.3, scene.ink("#c99a62", 1.0))


def _till(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    """A counter with a cash desk and a bag."""
    furniture.shadow(scene, x, y, size * 0.5)
    with scene.canvas.pen((x - size * 0.7, y - size, x + size * 0.7, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.5, 0, 0.5, 0.46, scene.ink(decor.accent, 0.75))
        for i in range(5):
            it.rect(-0.47 + 0.19 * i, 0.07, -0.31 + 0.19 * i, 0.38, scene.ink(decor.accent, 0.95), 0.01)
        it.rect(-0.53, 0.45, 0.53, 0.5, scene.ink(pale(decor.wood, 0.3), 1.0), 0.01)
        it.rect(-0.3, 0.5, 0.0, 0.62, scene.ink("#5f6a86", 0.7), 0.02)
        it.poly(scene.ink("#8f97ad", 0.9), (-0.3, 0.61), (-0.24, 0.72), (-0.06, 0.72), (0.0, 0.61))
        it.rect(-0.22, 0.74, -0.02, 0.86, scene.ink("#3f4660", 0.6), 0.01)
        it.rect(-0.2, 0.76, -0.04, 0.84, scene.ink("#a8e0d0", 1.0))
        it.poly(scene.ink("#d9b47a", 0.9), (0.16, 0.5), (0.4, 0.5), (0.42, 0.78), (0.14, 0.78))
        it.stroke(scene.ink("#4f9a45", 0.9), 0.05, 0.02, (0.24, 0.76), (0.22, 0.9), (0.17, 0.96))
        it.stroke(scene.ink("#d9a565", 1.0), 0.06, 0.05, (0.33, 0.76), (0.36, 0.98))
