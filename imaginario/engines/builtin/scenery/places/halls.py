"""The museum: great pictures on a coloured wall, columns, a rope before them."""

from __future__ import annotations

import itertools

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior
from ..interior import Decor
from ..pen import Pen, Point, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale

WALLS = (
    Decor("#a8474a", "#9a3f44", "#8a5a3a", "#7a2f3a", "#d9a441"),
    Decor("#4f7f7a", "#46736f", "#7a5a44", "#8a3f4a", "#d9b45a"),
    Decor("#55689a", "#4c5f90", "#7a5a44", "#8a3f4a", "#d9b45a"),
    Decor("#e8dcc6", "#ddd0b8", "#9a6f4a", "#8a3f4a", "#c9973f"),
)
SKIES = ("#ffd9a8", "#bfe3f0", "#f3d9e4", "#c9d8f0", "#ffe6b0")


def museum(scene: Scene) -> Stage:
    """A hall of pictures under spotlights, with vases and bones on pedestals."""
    scene = indoors(scene)
    decor = interior.decor_of(scene, WALLS)
    interior.wall(scene, decor, panels=False)
    interior.corners(scene, 0.26)
    floor, u = scene.horizon, scene.u
    _mouldings(scene, decor)
    _pictures(scene)
    interior.floor(scene, pale(decor.wood, 0.35), tiles=scene.layout.variant > 0.5)
    _gloss(scene)
    shares = (0.13, 0.87)
    kinds = (int(scene.layout.variant * 3), int(scene.layout.variant * 3 + 1) % 3)
    for share, kind in zip(shares, kinds, strict=True):
        _pedestal(scene, scene.x(share), floor + 46 * u, 150 * scene.near, kind, decor)
    _ropes(scene, decor)
    ground = floor + (scene.h - floor) * 0.72
    return scene.stage(ground, indoor=True, light=(scene.w / 2, 0.0))


def _mouldings(scene: Scene, decor: Decor) -> None:
    """A cornice, a dado and pale pilasters that part the wall."""
    u, floor, w = scene.u, scene.horizon, scene.w
    cream, dim = scene.ink("#fbf1df", 1.0), scene.ink("#cdbba0", 0.7)
    step = max(w / 3, 300 * u)
    with scene.canvas.pen((0, 0, w, floor + 4)) as pen:
        pen.rect(-5, -5, w + 5, 30 * u, cream)
        pen.rect(-5, 30 * u, w + 5, 38 * u, dim)
        for i in range(int(w / (34 * u)) + 1):
            pen.rect(i * 34 * u, 38 * u, i * 34 * u + 17 * u, 48 * u, cream)
        pen.rect(-5, floor - 96 * u, w + 5, floor - 88 * u, scene.ink(decor.accent, 0.9))
        for i in range(-2, 4):
            x = w / 2 + (i - 0.5) * step
            pen.rect(x - 20 * u, 30 * u, x + 20 * u, floor - 10 * u, scene.ink("#efe2cc", 0.95))
            for d in (-10, 0, 10):
                pen.rect(x + (d - 2) * u, 64 * u, x + (d + 2) * u, floor - 44 * u, dim)
            pen.rect(x - 28 * u, 30 * u, x + 28 * u, 58 * u, cream, 4 * u)
            pen.rect(x - 28 * u, floor - 40 * u, x + 28 * u, floor, cream, 3 * u)


def _pictures(scene: Scene) -> None:
    """A picture in each field of the wall, its lamp above it."""
    u, floor, w = scene.u, scene.horizon, scene.w
    rng, step = scene.rng("pictures"), max(w / 3, 300 * u)
    for i in range(-2, 3):
        x = w / 2 + i * step
        wide, tall = (
            min(step - 96 * u, (170 + 50 * rng.random()) * u),
            min(floor * 0.44, (150 + 70 * rng.random()) * scene.v),
        )
        kind = int(rng.integers(4))
        if -wide < x < w + wide:
            y = floor * 0.42
            scene.canvas.haze(
                x, y - tall * 0.3, wide * 0.9, tall * 0.9, rgb("#ffe9b8"), 0.2 + 0.24 * scene.light.dark, 1.4
            )
            _picture(scene, x, y, wide, tall, kind)


def _picture(scene: Scene, x: float, y: float, w: float, h: float, kind: int) -> None:
    """A landscape, a seascape, a still life or shapes, in a gilded frame."""
    e = min(w, h) * 0.09
    gold, dim, lit = (scene.ink(c, k) for c, k in (("#c9973f", 0.85), ("#8a6230", 0.5), ("#f2d48a", 1.0)))
    rng = scene.rng(f"canvas-{int(x)}")
    left, top, right, low = x - w / 2 + e, y - h / 2 + e, x + w / 2 - e, y + h / 2 - e
    with scene.canvas.pen((x - w * 0.7, y - h * 0.8, x + w * 0.7, y + h * 0.7)) as pen:
        pen.rect(
            x - w / 2 + e * 0.3,
            y - h / 2 + e * 0.5,
            x + w / 2 + e * 0.3,
            y + h / 2 + e * 0.5,
            scene.ink("#5a4044", 0.4, 0, 0.5),
        )
        pen.rect(x - w / 2, y - h / 2, x + w / 2, y + h / 2, gold, e * 0.3)
        pen.rect(x - w / 2 + e * 0.25, y - h / 2 + e * 0.25, x + w / 2 - e * 0.25, y + h / 2 - e * 0.25, lit)
        pen.rect(left - e * 0.3, top - e * 0.3, right + e * 0.3, low + e * 0.3, dim)
        pen.rect(left, top, right, low, scene.ink(SKIES[int(rng.integers(len(SKIES)))], 0.95))
        (_land, _sea, _still, _shapes)[kind](scene, pen, rng, (left, top, right, low))
        pen.rect(x - w * 0.16, y - h / 2 - e * 1.5, x + w * 0.16, y - h / 2 - e * 1.05, gold, 3)
        pen.rect(x - w * 0.008, y - h / 2 - e * 1.1, x + w * 0.008, y - h / 2, dim)


Pane = tuple[float, float, float, float]


def _land(scene: Scene, pen: Pen, rng: np.random.Generator, at: Pane) -> None:
    left, top, right, low = at
    w, h = right - left, low - top
    pen.circle(left + w * 0.7, top + h * 0.3, w * 0.09, scene.ink("#fff3c4", 1.0))
    for k, tint in ((0.5, "#8fa8c8"), (0.66, "#7fae72"), (0.82, "#4f8a5a")):
        bump = h * 0.14
        ys = (rng.random(5) - 0.5) * bump
        line: list[Point] = [(left + w * i / 4, top + h * k + float(d)) for i, d in enumerate(ys)]
        pen.poly([*line, (right, low), (left, low)], scene.ink(tint, 0.9))
    pen.rect(left + w * 0.24, top + h * 0.6, left + w * 0.27, top + h * 0.82, scene.ink("#6a4a34", 0.6))
    pen.circle(left + w * 0.255, top + h * 0.56, w * 0.09, scene.ink("#3f7a45", 0.9))


def _sea(scene: Scene, pen: Pen, rng: np.random.Generator, at: Pane) -> None:
    left, top, right, low = at
    w, h = right - left, low - top
    pen.circle(left + w * 0.3, top + h * 0.3, w * 0.08, scene.ink("#fff3c4", 1.0))
    pen.rect(left, top + h * 0.6, right, low, scene.ink("#4f9ac0", 0.85))
    for _ in range(9):
        a, b = rng.random(2).tolist()
        pen.ellipse(
            left + w * (0.1 + 0.8 * a),
            top + h * (0.66 + 0.3 * b),
            w * 0.06,
            h * 0.012,
            scene.ink("#a8dcea", 1.0),
        )
    bx, by = left + w * 0.62, top + h * 0.68
    pen.poly(
        [(bx, by - h * 0.36), (bx + w * 0.16, by - h * 0.06), (bx, by - h * 0.06)], scene.ink("#fffaf0", 1.0)
    )
    pen.poly(
        [(bx - w * 0.02, by - h * 0.3), (bx - w * 0.12, by - h * 0.06), (bx - w * 0.02, by - h * 0.06)],
        scene.ink("#f2cfa8", 0.9),
    )
    pen.poly(
        [
            (bx - w * 0.16, by - h * 0.03),
            (bx + w * 0.18, by - h * 0.03),
            (bx + w * 0.1, by + h * 0.06),
            (bx - w * 0.1, by + h * 0.06),
        ],
        scene.ink("#a8503f", 0.8),
    )


def _still(scene: Scene, pen: Pen, rng: np.random.Generator, at: Pane) -> None:
    left, top, right, low = at
    w, h = right - left, low - top
    pen.rect(left, top + h * 0.74, right, low, scene.ink("#9a6f4a", 0.8))
    x, y = left + w * 0.42, top + h * 0.8
    for i in range(7):
        t = -1.57 + (i - 3) * 0.34
        ex, ey = x + np.cos(t) * w * 0.24, y - h * 0.34 + np.sin(t) * h * 0.26
        pen.line((x, y - h * 0.3), (float(ex), float(ey)), w * 0.014, scene.ink("#4f8a4a", 0.8))
        pen.circle(float(ex), float(ey), w * 0.055, scene.ink(("#e8605a", "#f2c14e", "#f7b5c4")[i % 3], 0.95))
        pen.circle(float(ex), float(ey), w * 0.02, scene.ink("#fff3c4", 1.0))
    pen.blob(
        [
            (x - w * 0.07, y - h * 0.36),
            (x - w * 0.13, y - h * 0.14),
            (x - w * 0.06, y),
            (x + w * 0.06, y),
            (x + w * 0.13, y - h * 0.14),
            (x + w * 0.07, y - h * 0.36),
        ],
        scene.ink("#4f7fae", 0.85),
    )
    for dx, c in ((0.26, "#e8453c"), (0.36, "#f7cf3d")):
        pen.circle(left + w * (0.42 + dx), y - h * 0.03, w * 0.07, scene.ink(c, 0.9))


def _shapes(scene: Scene, pen: Pen, rng: np.random.Generator, at: Pane) -> None:
    left, top, right, low = at
    w, h = right - left, low - top
    pen.rect(left, top, right, low, scene.ink("#fbf3e2", 1.0))
    tints = ("#e8453c", "#2f6f9f", "#f7c53d", "#2c2a40", "#4f9a7a")
    for i in range(9):
        a, b, c, d = rng.random(4).tolist()
        px, py, s = left + w * (0.16 + 0.68 * a), top + h * (0.16 + 0.68 * b), min(w, h) * (0.06 + 0.1 * c)
        tint = scene.ink(tints[int(d * 5)], 0.95)
        if i % 3 == 0:
            pen.circle(px, py, s, tint)
        elif i % 3 == 1:
            pen.poly([(px - s, py + s), (px + s, py + s * 0.6), (px, py - s)], tint)
        else:
            pen.line((px - s * 1.4, py - s * 0.5), (px + s * 1.4, py + s * 0.7), s * 0.24, tint)


def _gloss(scene: Scene) -> None:
    """The polished floor mirrors the foot of the wall a little."""
    top = int(scene.horizon)
    rows = min(scene.h - top, top, int(170 * scene.v))
    if rows < 4:
        return
    copy = scene.canvas.a[top - rows : top][::-1]
    fade = np.linspace(0.24, 0.0, rows, dtype=F)[:, None, None]
    part = scene.canvas.a[top : top + rows]
    part += (copy - part) * fade


def _pedestal(scene: Scene, x: float, y: float, size: float, kind: int, decor: Decor) -> None:
    """A stone block with a painted vase, a bust, or the skull of a dinosaur on it."""
    furniture.shadow(scene, x, y, size * 0.4)
    half, tall, side = size * 0.3, size * 0.8, scene.light_side
    with scene.canvas.pen((x - size, y - size * 2.1, x + size, y + 4)) as pen:
        pen.rect(x - half, y - tall, x + half, y, scene.ink("#f2eade", 0.85))
        dim = (x - half, x - half * 0.4) if side > 0 else (x + half * 0.4, x + half)
        pen.rect(dim[0], y - tall, dim[1], y, scene.ink("#d9cdbd", 0.5))
        pen.rect(
            x - half * 1.16, y - tall - size * 0.07, x + half * 1.16, y - tall, scene.ink("#fffaf0", 1.0), 3
        )
        pen.rect(x - half * 1.16, y - size * 0.09, x + half * 1.16, y, scene.ink("#e6dccc", 0.8), 3)
        pen.rect(
            x - half * 0.5, y - tall * 0.62, x + half * 0.5, y - tall * 0.44, scene.ink(decor.accent, 0.9), 2
        )
        (_vase, _bust, _bones)[kind](scene, pen, x, y - tall - size * 0.07, size * 0.8)
    scene.canvas.haze(x, y - tall - size * 0.4, size * 0.7, size * 0.8, rgb("#fff1c9"), 0.26, 1.5)


def _vase(scene: Scene, pen: Pen, x: float, y: float, s: float) -> None:
    lit, dim, band = scene.ink("#d9793f", 0.95), scene.ink("#b3552f", 0.6), scene.ink("#3a2c34", 0.5)
    body = [
        (x - s * 0.13, y - s * 0.98),
        (x - s * 0.12, y - s * 0.8),
        (x - s * 0.34, y - s * 0.52),
        (x - s * 0.14, y),
        (x + s * 0.14, y),
        (x + s * 0.34, y - s * 0.52),
        (x + s * 0.12, y - s * 0.8),
        (x + s * 0.13, y - s * 0.98),
    ]
    for d in (-1, 1):
        pen.stroke(
            [
                (x + d * s * 0.1, y - s * 0.9),
                (x + d * s * 0.36, y - s * 0.86),
                (x + d * s * 0.28, y - s * 0.6),
            ],
            s * 0.05,
            s * 0.05,
            band,
        )
    pen.blob(body, dim, 6)
    pen.blob([(x + (px - x) * 0.82 + scene.light_side * s * 0.03, py) for px, py in body], lit, 6)
    for k, half in ((0.64, 0.29), (0.4, 0.27)):
        pen.rect(x - s * half, y - s * k, x + s * half, y - s * (k - 0.045), band)
    for i in range(5):
        pen.star(x + (i - 2) * s * 0.12, y - s * 0.5, s * 0.05, band, 4, 0.5)


def _bust(scene: Scene, pen: Pen, x: float, y: float, s: float) -> None:
    lit, dim = scene.ink("#fbf6ec", 1.0), scene.ink("#cfc6ba", 0.6)
    side = scene.light_side
    pen.blob(
        [
            (x - s * 0.36, y),
            (x - s * 0.3, y - s * 0.26),
            (x, y - s * 0.36),
            (x + s * 0.3, y - s * 0.26),
            (x + s * 0.36, y),
        ],
        dim,
    )
    pen.blob(
        [
            (x - s * 0.3 + side * s * 0.05, y),
            (x - s * 0.22, y - s * 0.24),
            (x + side * s * 0.04, y - s * 0.33),
            (x + s * 0.26, y - s * 0.22),
            (x + s * 0.3 + side * s * 0.04, y),
        ],
        lit,
    )
    pen.rect(x - s * 0.09, y - s * 0.5, x + s * 0.09, y - s * 0.24, dim)
    pen.ellipse(x, y - s * 0.66, s * 0.21, s * 0.26, dim)
    pen.ellipse(x + side * s * 0.03, y - s * 0.66, s * 0.18, s * 0.24, lit)
    for i in range(9):
        t = np.pi + np.pi * i / 8
        pen.circle(
            x + float(np.cos(t)) * s * 0.2,
            y - s * 0.74 + float(np.sin(t)) * s * 0.2,
            s * 0.07,
            lit if i % 2 else dim,
        )
    for d in (-1, 1):
        pen.ellipse(x + d * s * 0.08, y - s * 0.66, s * 0.03, s * 0.016, dim)
    pen.stroke(
        [(x - s * 0.05, y - s * 0.53), (x, y - s * 0.515), (x + s * 0.05, y - s * 0.53)],
        s * 0.018,
        s * 0.018,
        dim,
    )


def _bones(scene: Scene, pen: Pen, x: float, y: float, s: float) -> None:
    """The skull of a great lizard on a rod."""
    bone, dim, dark = scene.ink("#f2e6cc", 1.0), scene.ink("#cdbb98", 0.7), scene.ink("#5a4a40", 0.4)
    way = 1 if scene.layout.flip else -1
    pen.rect(x - s * 0.02, y - s * 0.5, x + s * 0.02, y, dark)
    pen.rect(x - s * 0.2, y - s * 0.03, x + s * 0.2, y, dark, 2)

    def at(px: float, py: float) -> Point:
        return x + way * px * s, y - py * s

    pen.blob(
        [
            at(-0.4, 0.62),
            at(-0.34, 0.9),
            at(-0.05, 0.98),
            at(0.24, 0.86),
            at(0.6, 0.72),
            at(0.6, 0.56),
            at(0.2, 0.54),
            at(-0.2, 0.56),
        ],
        bone,
        6,
    )
    pen.blob(
        [
            at(-0.36, 0.6),
            at(-0.2, 0.48),
            at(0.2, 0.44),
            at(0.54, 0.47),
            at(0.54, 0.39),
            at(0.1, 0.34),
            at(-0.3, 0.4),
        ],
        dim,
        6,
    )
    for i in range(7):
        px = 0.06 + i * 0.075
        pen.poly([at(px - 0.03, 0.56), at(px + 0.03, 0.56), at(px, 0.47)], scene.ink("#fffaf0", 1.0))
    pen.circle(*at(-0.14, 0.76), s * 0.09, dark)
    pen.ellipse(*at(0.2, 0.72), s * 0.08, s * 0.05, dark)
    pen.circle(*at(0.52, 0.66), s * 0.025, dark)


def _ropes(scene: Scene, decor: Decor) -> None:
    """Golden posts with a velvet rope, before the wall and open in the middle."""
    u, y = scene.near, scene.horizon + 100 * scene.u
    gold, dim = scene.ink("#f2cf6a", 1.0), scene.ink("#a87f34", 0.6)
    tall = 96 * u
    shine = ink(mix(rgb("#fff3c4"), rgb(decor.accent), 0.2))
    for side in (-1, 1):
        xs = [scene.w / 2 + side * (0.27 * scene.w + i * 150 * u) for i in range(4)]
        for x in xs:
            furniture.shadow(scene, x, y, 26 * u)
        with scene.canvas.pen((min(xs) - 30 * u, y - tall * 1.2, max(xs) + 30 * u, y + 6 * u)) as pen:
            for a, b in itertools.pairwise(xs):
                rope: list[Point] = [
                    (a + (b - a) * t, y - tall * 0.86 + 34 * u * 4 * t * (1 - t))
                    for t in np.linspace(0, 1, 11).tolist()
                ]
                pen.stroke(rope, 9 * u, 9 * u, scene.ink(decor.cloth, 0.6))
                pen.stroke(
                    [(px, py - 2 * u) for px, py in rope],
                    3 * u,
                    3 * u,
                    scene.ink(pale(decor.cloth, 0.25), 0.95),
                )
            for x in xs:
                pen.ellipse(x, y - 2 * u, 22 * u, 6 * u, dim)
                pen.rect(x - 4 * u, y - tall, x + 4 * u, y - 4 * u, gold)
                pen.rect(x - 3 * u, y - tall, x - 1 * u, y - 4 * u, shine)
                pen.circle(x, y - tall - 4 * u, 9 * u, gold)
