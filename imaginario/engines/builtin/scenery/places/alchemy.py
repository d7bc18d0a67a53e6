"""The laboratory: flasks and tubes on a bench, bottles on shelves, a chart."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior
from ..interior import Decor
from ..pen import Pen, Sketch, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale, stage_of

POTIONS = ("#5fd0a8", "#f27a9a", "#7aa8f2", "#f2c14e", "#b07af0", "#f2925a")


def laboratory(scene: Scene) -> Stage:
    """A bench with bubbling flasks, shelves of bottles, a chart, a window."""
    scene = indoors(scene)
    decor = interior.decor_of(
        scene,
        (
            Decor("#dfeaf0", "#cddde6", "#8fa3b0", "#4f9a9a", "#4f8fb0"),
            Decor("#e6ece0", "#d5dfd0", "#9aa88f", "#c8655a", "#5f9a7a"),
            Decor("#e2e0f0", "#d2d0e6", "#9a94b5", "#7a6fc0", "#5f83b5"),
        ),
    )
    interior.wall(scene, decor, panels=False)
    interior.corners(scene, 0.18)
    u, v, floor = scene.u, scene.v, scene.horizon
    bench = floor - 138 * v
    w, h = 190 * u, min(180 * v, bench * 0.5)
    cx = min(max(scene.x(0.2), w * 0.7), scene.w - w * 0.7)
    pane = interior.window(scene, cx - w / 2, bench - h - 80 * v, w, h)
    _chart(scene, scene.x(0.56), bench - 190 * v, 230 * u, 150 * v)
    _bottles(scene, scene.x(0.84), bench - 150 * v, 210 * u, decor)
    _bottles(scene, scene.x(0.84), bench - 270 * v, 210 * u, decor)
    interior.floor(scene, pale(decor.wall, 0.1), tiles=True)
    _bench(scene, bench, floor, decor)
    rng = scene.rng("glass")
    n = max(4, int(scene.w / (120 * u)))
    for i in range(n):
        x = scene.w * (i + 0.3 + 0.4 * rng.random()) / n
        tint = POTIONS[(i + int(rng.integers(2))) % len(POTIONS)]
        _apparatus(scene, rng, x, bench - 8 * u, (70 + 34 * rng.random()) * u, i % 4, tint)
    x, y = furniture.pendant(scene, scene.w * 0.5, floor * 0.18, 100 * u, decor.accent)
    interior.lamplight(scene, x, y, 380 * u)
    interior.sunbeam(scene, pane)
    return stage_of(scene, pane)


def _chart(scene: Scene, x: float, y: float, w: float, h: float) -> None:
    """A chart of coloured squares."""
    rows, columns = 5, 12
    cell = min(w / (columns + 1), h / (rows + 1))
    tints = ("#f2a0a8", "#a8d0f2", "#c4e6a8", "#f7dc8a", "#d0b8f0")
    wide, tall = cell * columns, cell * rows
    with scene.canvas.pen((x - w, y - h, x + w, y + h)) as pen:
        pen.rect(
            x - wide / 2 - cell * 0.5 + 3,
            y - tall / 2 - cell * 0.5 + 4,
            x + wide / 2 + cell * 0.5 + 3,
            y + tall / 2 + cell * 0.5 + 4,
            scene.ink("#8f9aa8", 0.6),
        )
        pen.rect(
            x - wide / 2 - cell * 0.5,
            y - tall / 2 - cell * 0.5,
            x + wide / 2 + cell * 0.5,
            y + tall / 2 + cell * 0.5,
            scene.ink("#fffdf6", 1.0),
        )
        for row in range(rows):
            for col in range(columns):
                if (row == 0 and 0 < col < columns - 1) or (row == 1 and 1 < col < columns - 4):
                    continue
                px, py = x - wide / 2 + col * cell, y - tall / 2 + row * cell
                tint = tints[(col // 3 + (row > 2)) % len(tints)]
                pen.rect(
                    px + cell * 0.08,
                    py + cell * 0.08,
                    px + cell * 0.92,
                    py + cell * 0.92,
                    scene.ink(tint, 0.95),
                    cell * 0.12,
                )


def _bottles(scene: Scene, x: float, y: float, wide: float, decor: Decor) -> None:
    """A wall shelf of bottles."""
    rng, u = scene.rng(f"bottles-{int(y * 3)}"), scene.u
    with scene.canvas.pen((x - wide, y - 110 * u, x + wide, y + 20 * u)) as pen:
        n = 5
        for i in range(n):
            cx = x - wide / 2 + (i + 0.5) * wide / n
            flask(
                scene,
                pen,
                cx,
                y,
                (44 + 26 * rng.random()) * u,
                int(rng.integers(3)),
                POTIONS[int(rng.integers(len(POTIONS)))],
            )
        pen.rect(x - wide / 2, y, x + wide / 2, y + 8 * u, scene.ink(decor.wood, 1.0), 2 * u)
        pen.rect(x - wide / 2, y + 7 * u, x + wide / 2, y + 11 * u, scene.ink(decor.wood, 0.5), 2 * u)


def _bench(scene: Scene, top: float, floor: float, decor: Decor) -> None:
    u, front = scene.u, mix(rgb(decor.accent), np.ones(3, F), 0.45)
    with scene.canvas.pen((0, top - 14 * u, scene.w, floor + 16 * u)) as pen:
        pen.rect(-5, top, scene.w + 5, floor + 4 * u, scene.ink(front, 0.75))
        pen.rect(-5, floor - 8 * u, scene.w + 5, floor + 8 * u, scene.ink(front, 0.3))
        step = 116 * u
        for i in range(int(scene.w / step) + 1):
            x = i * step + 6 * u
            for a, b in ((0.14, 0.4), (0.46, 0.92)):
                y0, y1 = top + (floor - top) * a, top + (floor - top) * b
                pen.rect(x, y0, x + step - 12 * u, y1, scene.ink(front, 0.95), 5 * u)
                pen.rect(
                    x + step * 0.34,
                    y0 + 10 * u,
                    x + step * 0.56,
                    y0 + 16 * u,
                    scene.ink("#8f9aa8", 0.8),
                    3 * u,
                )
        pen.rect(-5, top - 10 * u, scene.w + 5, top + 7 * u, scene.ink("#f4f7f8", 1.0))
        pen.rect(-5, top + 6 * u, scene.w + 5, top + 11 * u, scene.ink("#8f9aa8", 0.5))


def flask(scene: Scene, pen: Pen, x: float, y: float, s: float, kind: int, tint: str) -> None:
    """A glass vessel standing on (x, y): a cone, a globe, or a tube, half full."""
    glass, rim = scene.ink("#e6f4f8", 1.0, 0, 0.62), scene.ink("#ffffff", 1.0, 0, 0.9)
    full, lit = scene.ink(tint, 0.9), scene.ink(mix(rgb(tint), np.ones(3, F), 0.45), 1.0)
    if kind == 0:
        pen.poly(
            [
                (x - s * 0.09, y - s),
                (x + s * 0.09, y - s),
                (x + s * 0.09, y - s * 0.6),
                (x + s * 0.38, y),
                (x - s * 0.38, y),
                (x - s * 0.09, y - s * 0.6),
            ],
            glass,
        )
        pen.poly(
            [
                (x - s * 0.24, y - s * 0.32),
                (x + s * 0.24, y - s * 0.32),
                (x + s * 0.37, y - s * 0.02),
                (x - s * 0.37, y - s * 0.02),
            ],
            full,
        )
        pen.ellipse(x, y - s * 0.32, s * 0.24, s * 0.05, lit)
    elif kind == 1:
        pen.rect(x - s * 0.09, y - s, x + s * 0.09, y - s * 0.5, glass)
        pen.circle(x, y - s * 0.32, s * 0.32, glass)
        pen.ellipse(x, y - s * 0.26, s * 0.29, s * 0.25, full)
        pen.ellipse(x, y - s * 0.38, s * 0.27, s * 0.06, lit)
    else:
        pen.rect(x - s * 0.16, y - s * 0.9, x + s * 0.16, y, glass, s * 0.08)
        pen.rect(x - s * 0.14, y - s * 0.55, x + s * 0.14, y - s * 0.02, full, s * 0.07)
        pen.ellipse(x, y - s * 0.55, s * 0.14, s * 0.04, lit)
    pen.rect(x - s * 0.13, y - s * 1.03, x + s * 0.13, y - s * 0.96, rim, s * 0.03)
    pen.ellipse(x + scene.light_side * s * 0.12, y - s * 0.24, s * 0.03, s * 0.09, rim)


def _apparatus(
    scene: Scene, rng: np.random.Generator, x: float, y: float, s: float, kind: int, tint: str
) -> None:
    """On the bench: a flask over a flame, a rack of tubes, a microscope, or a great bubbling globe."""
    steel, dark, wood = scene.ink("#9fb0bd", 0.95), scene.ink("#5f6f80", 0.6), scene.ink("#b5824e", 0.9)
    with scene.canvas.pen((x - s * 1.4, y - s * 2.1, x + s * 1.4, y + 4)) as pen:
        it = Sketch(pen, x, y, s)
        if kind == 0:
            it.rect(-0.5, 0.46, 0.5, 0.5, dark)
            for d in (-0.44, 0.44):
                it.line((d, 0), (d * 0.86, 0.48), 0.05, dark)
            it.rect(-0.1, 0, 0.1, 0.2, steel, 0.03)
            it.blob(ink(rgb("#6fc0ff")), (-0.08, 0.2), (0, 0.46), (0.08, 0.2))
            flask(scene, pen, x, y - s * 0.5, s, 0, tint)
        elif kind == 1:
            for i in range(4):
                color = POTIONS[(i + int(s)) % len(POTIONS)]
                flask(scene, pen, x + (i - 1.5) * s * 0.3, y - s * 0.06, s * 0.8, 2, color)
            it.rect(-0.66, 0.3, 0.66, 0.4, wood, 0.02)
            it.rect(-0.66, 0, 0.66, 0.1, wood, 0.02)
        elif kind == 2:
            it.rect(-0.42, 0, 0.42, 0.12, dark, 0.05)
            it.stroke(steel, 0.14, 0.14, (0.3, 0.1), (0.42, 0.6), (0.1, 0.95))
            it.rect(-0.34, 0.35, 0.3, 0.42, dark, 0.02)
            it.line((-0.12, 0.48), (0.16, 1.24), 0.2, steel)
            it.line((0.14, 1.2), (0.2, 1.4), 0.12, dark)
        else:
            flask(scene, pen, x, y, s * 1.25, 1, tint)
            bubble = scene.ink(mix(rgb(tint), np.ones(3, F), 0.5), 1.0, 0, 0.75)
            for a, b, c in rng.random((9, 3)).tolist():
                it.circle((a - 0.5) * 0.4, 1.3 + 0.7 * b, 0.03 + 0.06 * c, bubble)
    if kind == 3:
        scene.canvas.glow(x, y - s * 0.4, s * 1.2, rgb(tint), 0.16 + 0.3 * scene.light.dark)
