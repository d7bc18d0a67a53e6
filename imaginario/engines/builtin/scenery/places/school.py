"""The classroom: a blackboard, desks, a window."""

from __future__ import annotations

import itertools
from math import cos, pi, sin

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior
from ..interior import Decor, Rect
from ..pen import Ink, Pen, Point, Sketch
from ..scene import Scene
from ..stage import Stage
from .rooms import globe, indoors, pale, stage_of

BOARDS = ("#2f6a52", "#2c5a5f", "#3a4a5f")
CHALK = ("#fdfbf2", "#ffe08a", "#ffb3c4", "#a8e0f2", "#c4f0a8")


def classroom(scene: Scene) -> Stage:
    """A blackboard with drawings in chalk, desks, a window, shelves."""
    scene = indoors(scene)
    decor = interior.decor_of(scene)
    interior.wall(scene, decor)
    interior.corners(scene, 0.16)
    u, floor = scene.u, scene.horizon
    cx = min(max(scene.x(0.16), 110 * u), scene.w - 110 * u)
    h = min(230 * scene.v, floor * 0.5)
    pane = interior.window(scene, cx - 76 * u, floor * 0.44 - h / 2, 152 * u, h)
    board = scene.w / 2 + (scene.x(0.6) - scene.w / 2)
    if "blackboard" not in scene.setting.drawn:
        _board(scene, board, floor * 0.44, min(0.6 * scene.w, 430 * u), min(230 * scene.v, floor * 0.5))
    _flags(scene, decor)
    clock(scene, board, floor * 0.1, 34 * u)
    interior.floor(scene, decor.wood)
    interior.sunbeam(scene, pane)
    _low_shelf(scene, pane, decor)
    _posters(scene, board, pane)
    teacher = scene.x(0.87)
    _teachers_desk(scene, teacher, floor + 44 * u, 210 * scene.near, decor)
    for share, y, size in ((0.06, 0.42, 190), (0.97, 0.62, 220), (0.0, 0.86, 240)):
        _desk(scene, scene.x(share), floor + (scene.h - floor) * y, size * scene.near, decor)
    return stage_of(scene, pane)


def _board(scene: Scene, x: float, y: float, w: float, h: float) -> None:
    """The blackboard in its wooden frame, a tray of chalk below."""
    u, rng = scene.u, scene.rng("board")
    color = BOARDS[int(rng.integers(len(BOARDS)))]
    left, top, right, low = x - w / 2, y - h / 2, x + w / 2, y + h / 2
    with scene.canvas.pen((left - 20 * u, top - 20 * u, right + 20 * u, low + 34 * u)) as pen:
        pen.rect(
            left - 9 * u, top - 7 * u, right + 15 * u, low + 19 * u, scene.ink("#8f7a66", 0.5, 0, 0.5), 6 * u
        )
        pen.rect(left - 12 * u, top - 12 * u, right + 12 * u, low + 12 * u, scene.ink("#b5824e", 0.95), 6 * u)
        pen.rect(left, top, right, low, scene.ink(color, 0.75), 3 * u)
        sheen = scene.ink(mix(rgb(color), np.ones(3, F), 0.1), 0.85)
        for t in (0.2, 0.55, 0.8):
            a = left + w * t
            pen.poly([(a, top), (a + w * 0.09, top), (a - w * 0.07, low), (a - w * 0.14, low)], sheen)
        pen.rect(x - w * 0.4, low + 10 * u, x + w * 0.4, low + 20 * u, scene.ink("#8a5f38", 0.8), 2 * u)
        for i, tint in enumerate(CHALK):
            a = x - w * 0.2 + i * 26 * u
            pen.rect(a, low + 5 * u, a + 17 * u, low + 11 * u, scene.ink(tint, 1.0), 2 * u)
        _drawings(scene, pen, rng, (x, y, w, h))


def _drawings(
    scene: Scene, pen: Pen, rng: np.random.Generator, at: tuple[float, float, float, float]
) -> None:
    x, y, w, h = at
    drawings = (_sun, _house, _heart, _fish, _flower, _sum)
    first, size = int(rng.integers(len(drawings))), min(w / 3.9, h / 2.5)
    for i in range(6):
        tint = scene.ink(CHALK[(i + first) % len(CHALK)], 1.0, 0, 0.92)
        px = x + (i % 3 - 1) * w * 0.31 + (rng.random() - 0.5) * w * 0.03
        py = y + (-0.24 if i < 3 else 0.24) * h
        drawings[(i + first) % 6](pen, px, py, size * 0.8, tint)


def _trace(pen: Pen, points: list[Point], wide: float, tint: Ink) -> None:
    for a, b in itertools.pairwise(points):
        pen.line(a, b, wide, tint)
        pen.circle(b[0], b[1], wide / 2, tint)


def _round(x: float, y: float, rx: float, ry: float, n: int = 21) -> list[Point]:
    return [(x + rx * cos(t), y + ry * sin(t)) for t in np.linspace(0, 2 * pi, n).tolist()]


def _sun(pen: Pen, x: float, y: float, s: float, tint: Ink) -> None:
    _trace(pen, _round(x, y, s * 0.24, s * 0.24), s * 0.05, tint)
    for i in range(8):
        t = i * pi / 4
        pen.line(
            (x + cos(t) * s * 0.34, y + sin(t) * s * 0.34),
            (x + cos(t) * s * 0.48, y + sin(t) * s * 0.48),
            s * 0.05,
            tint,
        )


def _house(pen: Pen, x: float, y: float, s: float, tint: Ink) -> None:
    w = s * 0.36
    _trace(
        pen,
        [
            (x - w, y + s * 0.4),
            (x - w, y - s * 0.04),
            (x, y - s * 0.42),
            (x + w, y - s * 0.04),
            (x + w, y + s * 0.4),
            (x - w, y + s * 0.4),
        ],
        s * 0.05,
        tint,
    )
    _trace(
        pen,
        [
            (x - s * 0.08, y + s * 0.4),
            (x - s * 0.08, y + s * 0.14),
            (x + s * 0.1, y + s * 0.14),
            (x + s * 0.1, y + s * 0.4),
        ],
        s * 0.045,
        tint,
    )


def _heart(pen: Pen, x: float, y: float, s: float, tint: Ink) -> None:
    ts = np.linspace(0, 2 * pi, 29).tolist()
    k = s * 0.026
    _trace(
        pen,
        [
            (x + 16 * sin(t) ** 3 * k, y - (13 * cos(t) - 5 * cos(2 * t) - 2 * cos(3 * t) - cos(4 * t)) * k)
            for t in ts
        ],
        s * 0.05,
        tint,
    )


def _fish(pen: Pen, x: float, y: float, s: float, tint: Ink) -> None:
    _trace(pen, _round(x - s * 0.06, y, s * 0.32, s * 0.2), s * 0.05, tint)
    _trace(
        pen,
        [(x + s * 0.26, y), (x + s * 0.46, y - s * 0.17), (x + s * 0.46, y + s * 0.17), (x + s * 0.26, y)],
        s * 0.05,
        tint,
    )
    pen.circle(x - s * 0.2, y - s * 0.05, s * 0.035, tint)


def _flower(pen: Pen, x: float, y: float, s: float, tint: Ink) -> None:
    for i in range(5):
        t = i * 2 * pi / 5 - pi / 2
        _trace(
            pen,
            _round(x + cos(t) * s * 0.17, y - s * 0.16 + sin(t) * s * 0.17, s * 0.1, s * 0.1, 13),
            s * 0.04,
            tint,
        )
    _trace(pen, [(x, y + s * 0.08), (x, y + s * 0.45)], s * 0.05, tint)


def _sum(pen: Pen, x: float, y: float, s: float, tint: Ink) -> None:
    """1 + 2 = 3, in strokes."""
    k, wide = s * 0.2, s * 0.05
    x -= s * 0.42
    one: list[Point] = [(x - k * 0.3, y - k * 0.5), (x, y - k), (x, y + k)]
    _trace(pen, one, wide, tint)
    _trace(pen, [(x + k * 0.7, y), (x + k * 1.5, y)], wide, tint)
    _trace(pen, [(x + k * 1.1, y - k * 0.4), (x + k * 1.1, y + k * 0.4)], wide, tint)
    two = [
        (x + k * (2.3 + 0.5 * cos(t)), y - k * 0.5 + k * 0.5 * sin(t))
        for t in np.linspace(-pi, 0.5, 9).tolist()
    ]
    _trace(pen, [*two, (x + k * 1.8, y + k), (x + k * 2.8, y + k)], wide, tint)
    for dy in (-0.2, 0.25):
        _trace(pen, [(x + k * 3.1, y + dy * k), (x + k * 3.8, y + dy * k)], wide, tint)
    for top in (-0.5, 0.5):
        arc = [
            (x + k * (4.4 + 0.42 * cos(t)), y + k * (top + 0.5 * sin(t)))
            for t in np.linspace(-2.4, 2.0, 11).tolist()
        ]
        _trace(pen, arc, wide, tint)


def _flags(scene: Scene, decor: Decor) -> None:
    """Little paper flags along the top of the wall."""
    u, y, n = scene.u, scene.horizon * 0.06, max(8, int(scene.w / (52 * scene.u)))
    colors = (decor.accent, decor.cloth, "#f2cf5a", "#6fb7d0", "#f29ab0")
    step = scene.w / n
    with scene.canvas.pen((0, 0, scene.w, y + 70 * u)) as pen:
        for i in range(n):
            sag = 20 * u * abs(sin(pi * (i + 0.5) / n * 3))
            x = i * step
            pen.rect(x - 1, y + sag - u, x + step + 1, y + sag + u, scene.ink("#8f7a66", 0.7))
            pen.poly(
                [
                    (x + step * 0.12, y + sag),
                    (x + step * 0.88, y + sag),
                    (x + step * 0.5, y + sag + step * 0.6),
                ],
                scene.ink(colors[i % len(colors)], 0.95),
            )


def clock(scene: Scene, x: float, y: float, r: float) -> None:
    """A round wall clock."""
    with scene.canvas.pen((x - r * 1.2, y - r * 1.2, x + r * 1.2, y + r * 1.3)) as pen:
        pen.circle(x + r * 0.06, y + r * 0.1, r, scene.ink("#8f7a66", 0.5))
        pen.circle(x, y, r, scene.ink("#c8553f", 0.9))
        pen.circle(x, y, r * 0.84, scene.ink("#fffaf0", 1.0))
        for i in range(12):
            t = i * pi / 6
            pen.circle(x + cos(t) * r * 0.68, y + sin(t) * r * 0.68, r * 0.05, scene.ink("#5a4a44", 0.5))
        pen.line((x, y), (x + r * 0.34, y - r * 0.3), r * 0.1, scene.ink("#4a4044", 0.5))
        pen.line((x, y), (x - r * 0.1, y - r * 0.58), r * 0.07, scene.ink("#4a4044", 0.5))


def _low_shelf(scene: Scene, pane: Rect, decor: Decor) -> None:
    """A low bookshelf below the window with a globe and a plant on top."""
    u, floor = scene.u, scene.horizon
    x, half = (pane[0] + pane[2]) / 2, 100 * u
    top = floor - 78 * scene.v
    if top < pane[3] + 22 * u:
        top = min(floor - 40 * u, pane[3] + 22 * u)
    furniture.bookcase(scene, scene.rng("low-shelf"), x - half, x + half, top, floor + 6 * u, decor.wood)
    globe(scene, x - 44 * u, top - 12 * u, 92 * u)
    furniture.potted(scene, x + 52 * u, top - 12 * u, 82 * u, 0)


def _posters(scene: Scene, board: float, pane: Rect) -> None:
    """Children's pictures on the wall between window and board, where there is room."""
    u, y, rng = scene.u, scene.horizon * 0.42, scene.rng("posters")
    slots = int(scene.w / u / 420) - 1
    for i in range(max(0, slots)):
        side = 1 if board > scene.w / 2 else -1
        x = board - side * (330 + 150 * i) * u
        if pane[0] - 90 * u < x < pane[2] + 90 * u or not 0.06 * scene.w < x < 0.94 * scene.w:
            continue
        furniture.picture(scene, x, y, 100 * u, 80 * u, float(rng.random()))
        furniture.picture(scene, x, y + 96 * u, 84 * u, 70 * u, float(rng.random()))


def _desk(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    """A pupil's desk with a chair behind it, a book and pencils on top."""
    wood, dim, leg = (
        scene.ink(c, k) for c, k in ((pale(decor.wood, 0.25), 0.95), (decor.wood, 0.5), ("#6f7f8f", 0.7))
    )
    furniture.shadow(scene, x, y, size * 0.46)
    with scene.canvas.pen((x - size * 0.6, y - size * 1.0, x + size * 0.6, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.235, 0.62, 0.235, 0.86, scene.ink(decor.accent, 0.8), 0.05)
        for s in (-0.19, 0.19):
            it.rect(s - 0.015, 0.52, s + 0.015, 0.64, leg)
        for s in (-0.378, 0.378):
            it.rect(s - 0.02, 0.0, s + 0.02, 0.52, leg)
        it.poly(wood, (-0.386, 0.62), (0.386, 0.62), (0.462, 0.52), (-0.462, 0.52))
        it.rect(-0.462, 0.475, 0.462, 0.52, scene.ink(decor.wood, 0.9))
        it.rect(-0.36, 0.36, 0.36, 0.475, dim)
        it.poly(scene.ink("#fffaf0", 1.0), (-0.21, 0.6), (-0.025, 0.58), (-0.025, 0.54), (-0.235, 0.55))
        it.poly(scene.ink("#efe6d6", 0.95), (0.168, 0.6), (-0.025, 0.58), (-0.025, 0.54), (0.193, 0.55))
        for i, c in enumerate(("#f2c14e", "#e8605a", "#4fa3c7")):
            px = 0.277 + 0.042 * i
            it.line((px, 0.54), (px + 0.01 * (i - 1), 0.72), 0.02, scene.ink(c, 0.95))
        it.rect(0.244, 0.53, 0.395, 0.63, scene.ink(decor.cloth, 0.85), 0.02)


def _teachers_desk(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    """A broad desk with books and an apple."""
    tall, half = size * 0.5, size * 0.5
    furniture.shadow(scene, x, y, size * 0.52)
    with scene.canvas.pen((x - size * 0.7, y - size * 1.0, x + size * 0.7, y + 4)) as pen:
        pen.rect(x - half, y - tall, x + half, y, scene.ink(decor.wood, 0.65))
        for s in (-1, 0, 1):
            pen.rect(
                x + (s - 0.44) * half * 0.66,
                y - tall * 0.82,
                x + (s + 0.44) * half * 0.66,
                y - tall * 0.1,
                scene.ink(decor.wood, 0.85),
                3,
            )
        pen.rect(
            x - half * 1.08,
            y - tall - size * 0.05,
            x + half * 1.08,
            y - tall,
            scene.ink(pale(decor.wood, 0.2), 1.0),
            3,
        )
        for i, c in enumerate(("#b8443f", "#2f6f9f", "#d9a441")):
            w = size * (0.2 - 0.02 * i)
            pen.rect(
                x - half * 0.4 - w,
                y - tall - size * (0.11 + 0.055 * i),
                x - half * 0.4 + w,
                y - tall - size * (0.055 + 0.055 * i),
                scene.ink(c, 0.9),
                2,
            )
        ax, ay, r = x + half * 0.42, y - tall - size * 0.12, size * 0.075
        pen.circle(ax, ay, r, scene.ink("#d9382f", 0.85))
        pen.circle(ax + scene.light_side * r * 0.3, ay - r * 0.3, r * 0.3, scene.ink("#ff9a8a", 1.0))
        pen.line((ax, ay - r * 0.8), (ax + r * 0.2, ay - r * 1.5), r * 0.2, scene.ink("#6a4630", 0.6))
        pen.leaf(ax + r * 0.1, ay - r * 1.2, r * 0.9, r * 0.5, -0.5, scene.ink("#5fa850", 0.95))
