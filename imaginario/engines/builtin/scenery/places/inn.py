"""The tavern: barrels, bottles, a long bar, a hearth."""

from __future__ import annotations

import numpy as np

from ...pixels import mix, rgb
from .. import furniture, interior
from ..interior import Decor
from ..pen import Pen, Sketch
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale, stage_of

WOOD = (
    Decor("#b98a5e", "#a8784e", "#7a4e32", "#a8323f", "#4f7a5a"),
    Decor("#a87a56", "#966a48", "#6a4630", "#2f5f7a", "#d9a441"),
    Decor("#c29a6a", "#b08858", "#84583a", "#4f7a4a", "#b5544a"),
)
BOTTLES = ("#3f8a5a", "#a8482f", "#d9a441", "#4f7fa8", "#6a4a8a", "#c9d6c0")


def tavern(scene: Scene) -> Stage:
    """A timbered room with a bar and bottles behind it, barrels, a hearth or a window, stools."""
    scene = indoors(scene)
    decor = interior.decor_of(scene, WOOD)
    interior.wall(scene, decor, panels=False)
    u, floor = scene.u, scene.horizon
    _timbers(scene, decor)
    interior.corners(scene, 0.32)
    w = 170 * u
    cx = min(max(scene.x(0.22), w * 0.72), scene.w - w * 0.72)
    pane = interior.window(scene, cx - w / 2, floor * 0.28, w, min(190 * scene.v, floor * 0.42))
    for y in (0.3, 0.5):
        _bottle_shelf(scene, scene.x(0.72), floor * y, min(0.44 * scene.w, 330 * u), decor)
    interior.floor(scene, decor.wood)
    interior.sunbeam(scene, pane)
    if scene.layout.variant < 0.5 and scene.allows("fireplace"):
        furniture.fireplace(scene, scene.x(0.04), floor + 4 * u, 220 * u)
    _bar(scene, scene.x(0.8), floor + 30 * u, 440 * scene.near, decor)
    _barrels(scene, scene.x(0.08), floor + 60 * u, 120 * scene.near)
    for share in (0.56, 0.7, 0.84):
        _stool(scene, scene.x(share), floor + 74 * u, 92 * scene.near, decor)
    for share in (0.36, 0.72):
        x, y = furniture.pendant(scene, scene.x(share), floor * 0.2, 70 * u, decor.accent)
        interior.lamplight(scene, x, y, 320 * u, 1.2)
    return stage_of(scene, pane)


def _timbers(scene: Scene, decor: Decor) -> None:
    """Beams along the ceiling and posts on the wall."""
    u, floor, w = scene.u, scene.horizon, scene.w
    dark, lit = scene.ink(decor.wood, 0.5), scene.ink(decor.wood, 0.85)
    with scene.canvas.pen((0, -5, w, floor)) as pen:
        n = max(3, round(w / (260 * u)))
        for i in range(n + 1):
            x = w * i / n
            pen.rect(x - 13 * u, 0, x + 13 * u, floor, dark)
            pen.rect(x - 13 * u, 0, x + 5 * u, floor, lit)
            for d in (-1, 1):
                pen.line((x, 90 * u), (x + d * 70 * u, 24 * u), 13 * u, lit)
        pen.rect(-5, -5, w + 5, 30 * u, dark)
        pen.rect(-5, -5, w + 5, 20 * u, lit)
        pen.rect(-5, floor - 110 * u, w + 5, floor - 98 * u, lit)


def _bottle_shelf(scene: Scene, x: float, y: float, wide: float, decor: Decor) -> None:
    rng, u = scene.rng(f"bottles-{int(y)}"), scene.u
    n = max(5, round(wide / (34 * u)))
    with scene.canvas.pen((x - wide * 0.6, y - 110 * u, x + wide * 0.6, y + 20 * u)) as pen:
        for i in range(n):
            cx = x - wide / 2 + (i + 0.5) * wide / n
            bottle(
                scene,
                pen,
                cx,
                y,
                (52 + 26 * rng.random()) * u,
                BOTTLES[int(rng.integers(6))],
                int(rng.integers(3)),
            )
        pen.rect(x - wide / 2, y, x + wide / 2, y + 9 * u, scene.ink(pale(decor.wood, 0.2), 1.0), 2 * u)
        pen.rect(x - wide / 2, y + 8 * u, x + wide / 2, y + 13 * u, scene.ink(decor.wood, 0.4), 2 * u)


def bottle(scene: Scene, pen: Pen, x: float, y: float, s: float, color: str, kind: int) -> None:
    """A bottle or a mug standing on (x, y), `s` tall."""
    it = Sketch(pen, x, y, s)
    body, shine = scene.ink(color, 0.75), scene.ink(mix(rgb(color), np.ones(3, np.float32), 0.45), 1.0)
    if kind == 2:
        it.rect(-0.2, 0, 0.16, 0.5, scene.ink("#d9a441", 0.9), 0.04)
        it.ellipse(0.2, 0.25, 0.1, 0.14, scene.ink("#e8dcc8", 0.9))
        it.ellipse(-0.02, 0.52, 0.2, 0.08, scene.ink("#fffaf0", 1.0))
        return
    half = 0.17 if kind == 0 else 0.13
    it.rect(-half, 0, half, 0.6, body, 0.06)
    it.poly(body, (-half, 0.56), (-0.05, 0.74), (0.05, 0.74), (half, 0.56))
    it.rect(-0.05, 0.7, 0.05, 0.94, body)
    it.rect(-0.06, 0.92, 0.06, 1.0, scene.ink("#d9b47a", 0.9))
    it.rect(-half, 0.16, half, 0.4, scene.ink("#f6ecd6", 0.95))
    it.rect(-half * 0.75, 0.42, -half * 0.4, 0.58, shine)


def _bar(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    furniture.shadow(scene, x, y, size * 0.5, 0.5)
    wood, dim, lit = (
        scene.ink(decor.wood, 0.8),
        scene.ink(decor.wood, 0.4),
        scene.ink(pale(decor.wood, 0.25), 1.0),
    )
    with scene.canvas.pen((x - size * 0.7, y - size * 0.8, x + size * 0.7, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.5, 0, 0.5, 0.4, wood)
        for i in range(6):
            it.rect(-0.485 + i * 0.163, 0.06, -0.345 + i * 0.163, 0.33, dim, 0.01)
            it.rect(-0.475 + i * 0.163, 0.075, -0.355 + i * 0.163, 0.315, wood, 0.01)
        it.rect(-0.54, 0.39, 0.54, 0.44, lit, 0.01)
        it.rect(-0.54, 0.385, 0.54, 0.395, dim)
        it.rect(-0.5, 0.0, 0.5, 0.03, scene.ink("#c9973f", 0.85))
        for i, kind in enumerate((2, 0, 2, 1, 2)):
            bottle(scene, pen, *it.at(-0.4 + 0.17 * i, 0.44), size * 0.16, BOTTLES[i], kind)


def _barrels(scene: Scene, x: float, y: float, size: float) -> None:
    furniture.shadow(scene, x, y, size * 0.8)
    with scene.canvas.pen((x - size * 1.4, y - size * 2.2, x + size * 1.4, y + 4)) as pen:
        for dx, dy in ((-0.42, 0.0), (0.42, 0.0), (0.0, 0.72)):
            it = Sketch(pen, x + dx * size, y - dy * size, size)
            it.circle(0, 0.4, 0.4, scene.ink("#7a5036", 0.5))
            it.circle(0, 0.4, 0.36, scene.ink("#b5824e", 0.9))
            for a in (-0.2, -0.07, 0.07, 0.2):
                it.rect(a - 0.01, 0.1, a + 0.01, 0.7, scene.ink("#8a5a38", 0.6))
            it.circle(0, 0.4, 0.05, scene.ink("#5a4030", 0.5))
            for i in range(20):
                t = i / 20 * 6.283
                it.circle(
                    0.38 * float(np.cos(t)), 0.4 + 0.38 * float(np.sin(t)), 0.028, scene.ink("#6a6f80", 0.7)
                )


def _stool(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    furniture.shadow(scene, x, y, size * 0.36)
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 4)) as pen:
        it, leg = Sketch(pen, x, y, size), scene.ink(decor.wood, 0.5)
        for d in (-1, 1):
            it.line((d * 0.26, 0), (d * 0.16, 0.8), 0.07, leg)
        it.rect(-0.24, 0.26, 0.24, 0.32, leg)
        it.ellipse(0, 0.82, 0.34, 0.1, scene.ink(decor.cloth, 0.6))
        it.ellipse(0, 0.87, 0.34, 0.1, scene.ink(decor.cloth, 0.95))
