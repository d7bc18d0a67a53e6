"""The kitchen: counters, a stove, shelves, a window over the worktop."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior
from ..interior import Decor
from ..pen import Pen, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale, stage_of, tiled


def kitchen(scene: Scene) -> Stage:
    """A sunny kitchen: counters along the wall, a stove, shelves, a window over the sink."""
    scene = indoors(scene)
    decor = interior.decor_of(scene)
    interior.wall(scene, decor, panels=False)
    interior.corners(scene, 0.16)
    u, v, floor = scene.u, scene.v, scene.horizon
    counter = floor - 150 * v
    _tiles(scene, counter - 96 * v, counter, decor)
    w, h = (300 if scene.layout.name == "winding" else 210) * u, min(190 * v, counter * 0.52)
    cx = min(max(scene.x(0.3), w * 0.75), scene.w - w * 0.75)
    pane = interior.window(scene, cx - w / 2, counter - h - 66 * v, w, h)
    interior.curtains(scene, (pane[0], pane[1], pane[2], pane[1] + int(h * 0.62)), decor.cloth)
    other = scene.w - cx
    furniture.shelf(scene, other, counter - 190 * v, 240 * u, "jcjp", decor.wood)
    _hanging_pans(scene, other, counter - 70 * v)
    interior.floor(scene, pale(decor.wall, 0.2), tiles=True)
    _cabinets(scene, counter, floor, decor)
    _stove(scene, other, counter, floor)
    _worktop_things(scene, cx, counter)
    x, y = furniture.pendant(scene, scene.w / 2, floor * 0.24, 110 * u, decor.accent)
    interior.lamplight(scene, x, y, 360 * u)
    interior.sunbeam(scene, pane)
    return stage_of(scene, pane)


def _tiles(scene: Scene, top: float, bottom: float, decor: Decor) -> None:
    size = 32 * scene.u
    with scene.canvas.pen((0, top, scene.w, bottom)) as pen:
        pen.rect(0, top, scene.w, bottom, scene.ink("#d9d2c4", 0.8))
        rng = scene.rng("tiles")
        tints = ("#fff9ee", decor.accent)
        tiled(scene, pen, (top, bottom, size), rng, lambda _row, _col: tints[rng.random() < 0.12])


def _cabinets(scene: Scene, top: float, floor: float, decor: Decor) -> None:
    u = scene.u
    front = mix(rgb(decor.accent), np.ones(3, F), 0.3)
    with scene.canvas.pen((0, top - 10 * u, scene.w, floor + 16 * u)) as pen:
        pen.rect(-5, top, scene.w + 5, floor + 4 * u, scene.ink(front, 0.8))
        pen.rect(-5, floor - 8 * u, scene.w + 5, floor + 8 * u, scene.ink(front, 0.35))
        step = 108 * u
        for i in range(int(scene.w / step) + 1):
            x = i * step + 6 * u
            pen.rect(x, top + 20 * u, x + step - 12 * u, floor - 14 * u, scene.ink(front, 0.95), 5 * u)
            pen.rect(
                x + 12 * u, top + 34 * u, x + step - 24 * u, floor - 28 * u, scene.ink(front, 0.86), 4 * u
            )
            pen.circle(
                x + (step - 24 * u if i % 2 else 12 * u), top + 52 * u, 4.4 * u, scene.ink("#e8c47a", 1.0)
            )
        pen.rect(-5, top - 9 * u, scene.w + 5, top + 7 * u, scene.ink(decor.wood, 1.0))
        pen.rect(-5, top + 6 * u, scene.w + 5, top + 11 * u, scene.ink(decor.wood, 0.45))


def _stove(scene: Scene, x: float, top: float, floor: float) -> None:
    u = scene.u
    with scene.canvas.pen((x - 110 * u, top - 90 * u, x + 110 * u, floor + 12 * u)) as pen:
        body, dark = scene.ink("#f4efe6", 0.95), scene.ink("#4a4650", 0.6)
        pen.rect(x - 84 * u, top - 12 * u, x + 84 * u, floor + 6 * u, body, 6 * u)
        pen.rect(x - 84 * u, top - 12 * u, x + 84 * u, top - 2 * u, dark, 3 * u)
        for i in range(4):
            pen.circle(x - 54 * u + i * 36 * u, top + 18 * u, 7 * u, scene.ink("#c8655a", 0.9))
        pen.rect(x - 66 * u, top + 40 * u, x + 66 * u, floor - 24 * u, dark, 8 * u)
        warm = rgb("#ffb45c") if scene.light.dark > 0.3 else scene.tone("#6a6470", 0.9)

        pen.rect(x - 54 * u, top + 54 * u, x + 54 * u, floor - 36 * u, ink(warm), 6 * u)
        pen.rect(x - 60 * u, top + 32 * u, x + 60 * u, top + 37 * u, scene.ink("#b9b3ab", 1.0), 2 * u)
        _pot(scene, pen, x - 34 * u, top - 12 * u, 58 * u, "#d9574a")
        _kettle(scene, pen, x + 42 * u, top - 12 * u, 46 * u)
    pale = tuple(mix(scene.tone("#ffffff"), np.ones(3, F), 0.4) for _ in range(3))
    for i in range(4):
        lump = [(x - (34 + 5 * (i % 2)) * u, top - (72 + 22 * i) * u, (8 + 4 * i) * u)]
        scene.canvas.puff(lump, pale, soft=0.5, opacity=0.42 - 0.09 * i)


def _pot(scene: Scene, pen: Pen, x: float, y: float, s: float, color: str) -> None:
    pen.rect(x - s * 0.5, y - s * 0.62, x + s * 0.5, y, scene.ink(color, 0.8), s * 0.14)
    pen.rect(x - s * 0.42, y - s * 0.56, x - s * 0.2, y - s * 0.08, scene.ink(color, 1.0), s * 0.1)
    pen.rect(x - s * 0.66, y - s * 0.5, x + s * 0.66, y - s * 0.4, scene.ink(color, 0.6), s * 0.05)
    pen.ellipse(x, y - s * 0.62, s * 0.52, s * 0.1, scene.ink(color, 1.0))
    pen.circle(x, y - s * 0.74, s * 0.07, scene.ink("#3f3a40", 0.6))


def _kettle(scene: Scene, pen: Pen, x: float, y: float, s: float) -> None:
    steel, dim = scene.ink("#c3d3dc", 1.0), scene.ink("#8fa3b0", 0.7)
    pen.stroke([(x + s * 0.3, y - s * 0.3), (x + s * 0.7, y - s * 0.7)], s * 0.18, s * 0.1, dim)
    pen.blob(
        [
            (x - s * 0.5, y),
            (x - s * 0.48, y - s * 0.45),
            (x, y - s * 0.78),
            (x + s * 0.48, y - s * 0.45),
            (x + s * 0.5, y),
        ],
        steel,
    )
    pen.stroke(
        [(x - s * 0.36, y - s * 0.62), (x, y - s * 1.15), (x + s * 0.36, y - s * 0.62)],
        s * 0.08,
        s * 0.08,
        scene.ink("#4a4044", 0.6),
    )
    pen.circle(x, y - s * 0.82, s * 0.08, dim)


def _hanging_pans(scene: Scene, x: float, y: float) -> None:
    u = scene.u
    with scene.canvas.pen((x - 150 * u, y - 60 * u, x + 150 * u, y + 90 * u)) as pen:
        pen.rect(x - 112 * u, y - 42 * u, x + 112 * u, y - 37 * u, scene.ink("#8a8078", 0.8), 2 * u)
        for dx, r, c in (
            (-84, 19, "#c9774a"),
            (-34, 15, "#8f97a3"),
            (14, 21, "#c9774a"),
            (62, 16, "#8f97a3"),
        ):
            px = x + dx * u
            pen.rect(px - 2.4 * u, y - 40 * u, px + 2.4 * u, y - 4 * u, scene.ink("#5a4a44", 0.6))
            pen.circle(px, y + (r - 8) * u, r * u, scene.ink(c, 0.7))
            pen.circle(px - 2 * u, y + (r - 10) * u, r * 0.78 * u, scene.ink(c, 1.0))


def _worktop_things(scene: Scene, x: float, y: float) -> None:
    """A fruit bowl and a vase on the counter."""
    u, y = scene.u, y - 9 * scene.u
    with scene.canvas.pen((x - 160 * u, y - 110 * u, x + 160 * u, y + 3)) as pen:
        for dx, dy, c in ((-22, 34, "#e85a4a"), (2, 40, "#ffb23f"), (22, 33, "#8fc24a"), (-8, 30, "#ffd34a")):
            pen.circle(x + (dx - 70) * u, y - dy * u, 14 * u, scene.ink(c, 0.9))
            pen.circle(
                x + (dx - 74) * u, y - (dy + 4) * u, 5 * u, scene.ink(mix(rgb(c), np.ones(3, F), 0.4), 1.0)
            )
        pen.blob([(x - 112 * u, y - 30 * u), (x - 96 * u, y - 4 * u), (x - 44 * u, y - 4 * u),
                  (x - 28 * u, y - 30 * u), (x - 70 * u, y - 27 * u)],
                 scene.ink("#7fa8c9", 0.85))  # fmt: skip
        if scene.allows("flower"):
            for i, c in enumerate(("#ff8fab", "#ffd166", "#ffffff", "#ff8fab", "#c79bf0")):
                t = -1.57 + (i - 2) * 0.36
                ex, ey = x + 84 * u + np.cos(t) * 58 * u, y - 36 * u + np.sin(t) * 52 * u
                pen.line((x + 84 * u, y - 34 * u), (ex, ey), 2.6 * u, scene.ink("#4f8f4c", 0.8))
                for q in range(5):
                    pen.circle(
                        ex + np.cos(q * 1.257) * 6.5 * u,
                        ey + np.sin(q * 1.257) * 6.5 * u,
                        5.6 * u,
                        scene.ink(c, 0.95),
                    )
                pen.circle(ex, ey, 4.4 * u, scene.ink("#ffc93c", 1.0))
        pen.blob([(x + 70 * u, y), (x + 66 * u, y - 24 * u), (x + 76 * u, y - 40 * u),
                  (x + 92 * u, y - 40 * u), (x + 102 * u, y - 24 * u),
                  (x + 98 * u, y)], scene.ink("#e8e2f2", 0.9))  # fmt: skip
