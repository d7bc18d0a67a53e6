"""The greenhouse: an iron frame of panes, benches of pots, things hanging and climbing."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior
from ..pen import Pen, Point, Sketch
from ..scene import Scene
from ..stage import Stage
from ..streams import fork
from .rooms import indoors, pale

PETALS = ("#f27a9a", "#f2cf6a", "#c58cf5", "#ff9a5c", "#fff3f6", "#e8506a")


def greenhouse(scene: Scene) -> Stage:
    """A glass house full of plants, a tiled way down its middle."""
    scene = indoors(scene)
    hor, w, u = scene.horizon, scene.w, scene.u
    _outside(scene)
    interior.floor(scene, "#d9c9b0", tiles=scene.layout.variant < 0.5)
    _frame(scene)
    _beds(scene)
    _hanging(scene)
    for share, kind, size in ((0.08, 1, 230), (0.93, 2, 250), (0.2, 0, 150), (0.84, 0, 140)):
        y = hor + (scene.h - hor) * (0.5 if size > 200 else 0.22)
        furniture.potted(scene, scene.x(share), y, size * scene.near, kind)
    if scene.light.dark > 0.3:
        for share in (0.3, 0.7):
            scene.canvas.glow(w * share, hor * 0.42, 170 * u, rgb("#ffdf9a"), 0.4)
    ground = hor + (scene.h - hor) * 0.72
    return scene.stage(ground, indoor=True, light=(scene.light_x, 0.0))


def _outside(scene: Scene) -> None:
    """The garden and the hour beyond the panes, a little veiled."""
    rows = int(scene.horizon) + 2
    view = interior.outside(scene, scene.w, rows)
    veil = mix(scene.light.sun, np.ones(3, F), 0.5) * F(1 - 0.6 * scene.light.dark)
    part = scene.canvas.a[:rows]
    part[:] = view.a[: part.shape[0]]
    part += (veil - part) * F(0.16)


def _frame(scene: Scene) -> None:
    """White iron: uprights, a gable of bars that meet at the ridge, arches over the door."""
    w, hor, u = scene.w, scene.horizon, scene.u
    white, dim = scene.ink("#fdfaf2", 1.0), scene.ink("#c3cfc6", 0.75)
    n = max(6, 2 * round(w / (210 * u)))
    eave, ridge = hor * 0.34, -hor * 0.06
    with scene.canvas.pen((0, 0, w, hor + 10 * u)) as pen:
        for i in range(n + 1):
            x = w * i / n
            inward = w / 2 + (x - w / 2) * 0.42
            pen.line((x, eave), (inward, ridge), 6 * u, dim)
            pen.rect(x - 4 * u, eave, x + 4 * u, hor, white)
            pen.rect(x + 2 * u, eave, x + 4 * u, hor, dim)
        for k in (0.34, 0.56, 0.78):
            pen.rect(-5, hor * k - 4 * u, w + 5, hor * k + 4 * u, white)
        for t in (0.35, 0.7):
            y, half = eave + (ridge - eave) * t, w / 2 * (1 - 0.58 * t)
            pen.line((w / 2 - half, y), (w / 2 + half, y), 4 * u, dim)
        for i in range(n):
            cx, r = w * (i + 0.5) / n, w / n / 2
            arc: list[Point] = [
                (cx + r * cos(t), hor * 0.34 + 0.5 * r - r * 0.5 * sin(t))
                for t in np.linspace(pi, 0, 11).tolist()
            ]
            pen.stroke(arc, 3.4 * u, 3.4 * u, white)
        pen.rect(-5, hor - 46 * u, w + 5, hor + 6 * u, scene.ink("#c9a58a", 0.7))
        for i in range(int(w / (34 * u)) + 1):
            for row in range(2):
                x = (i + 0.5 * row) * 34 * u
                pen.rect(
                    x,
                    hor - (44 - 25 * row) * u,
                    x + 31 * u,
                    hor - (22 - 25 * row) * u,
                    scene.ink("#d9b094", 0.85),
                    2 * u,
                )


def _beds(scene: Scene) -> None:
    """A bench of pots along the wall on both sides of the way."""
    rng, u, w = scene.rng("bench-pots"), scene.near, scene.w
    y = scene.horizon + 22 * scene.u
    for side in (-1, 1):
        start, end = (0.0, 0.36 * w) if side < 0 else (0.64 * w, float(w))
        with scene.canvas.pen((start - 20 * u, y - 230 * u, end + 20 * u, y + 8 * u)) as pen:
            step = 64 * u
            for i in range(int((end - start) / step) + 1):
                _pot_plant(scene, pen, fork(rng), start + (i + 0.5) * step, y - 62 * u, 96 * u, i)
            pen.rect(start, y - 62 * u, end, y - 50 * u, scene.ink("#b5885c", 0.95), 2 * u)
            pen.rect(start, y - 51 * u, end, y - 46 * u, scene.ink("#8a6242", 0.5))
            for i in range(int((end - start) / (150 * u)) + 2):
                x = start + i * 150 * u
                pen.rect(x, y - 48 * u, x + 9 * u, y, scene.ink("#8a6242", 0.6))


def _pot_plant(
    scene: Scene, pen: Pen, rng: np.random.Generator, x: float, y: float, size: float, kind: int
) -> None:
    """A pot with flowers, herbs or a young tree."""
    it = Sketch(pen, x, y, size)
    greens = [scene.ink(c, k) for c, k in (("#2f7a4c", 0.6), ("#4f9f52", 0.9), ("#8fca62", 1.0))]
    bloom = scene.ink(PETALS[int(rng.integers(len(PETALS)))], 1.0)
    tall = 0.7 + 0.5 * rng.random()
    for i in range(11):
        t = -pi / 2 + (i / 10 - 0.5) * 2.2 + 0.2 * (rng.random() - 0.5)
        long = size * tall * (0.55 + 0.35 * rng.random())
        top = (x + cos(t) * long * 0.7, y - size * 0.3 + sin(t) * long)
        pen.line((x, y - size * 0.3), top, size * 0.02, greens[0])
        pen.leaf(top[0], top[1], size * 0.24, size * 0.12, t, greens[i % 3])
        if kind % 3 != 2 and i % 2 == 0 and scene.allows("flower"):
            for q in range(5):
                pen.circle(
                    top[0] + cos(q * 1.257) * size * 0.05,
                    top[1] + sin(q * 1.257) * size * 0.05,
                    size * 0.05,
                    bloom,
                )
            pen.circle(top[0], top[1], size * 0.035, scene.ink("#ffe08a", 1.0))
    color = ("#c8704a", "#d98a5c", "#8fa8b0")[int(rng.integers(3))]
    it.poly(scene.ink(color, 0.75), (-0.2, 0.3), (0.2, 0.3), (0.14, 0), (-0.14, 0))
    it.poly(scene.ink(color, 0.95), (-0.12, 0.3), (0.2, 0.3), (0.14, 0), (-0.08, 0))
    it.rect(-0.23, 0.28, 0.23, 0.36, scene.ink(pale(color, 0.2), 1.0), 0.02)


def _hanging(scene: Scene) -> None:
    """Baskets of trailing plants under the roof."""
    rng, u, hor = scene.rng("hanging"), scene.u, scene.horizon
    greens = [scene.ink(c, k) for c, k in (("#2f7a4c", 0.5), ("#4f9f52", 0.85), ("#8fca62", 1.0))]
    n = max(3, round(scene.w / (210 * u)))
    with scene.canvas.pen((0, 0, scene.w, hor * 0.75)) as pen:
        for i in range(n):
            own = fork(rng)
            x, y = scene.w * (i + 0.3 + 0.4 * own.random()) / n, hor * (0.14 + 0.12 * own.random())
            bloom = scene.ink(PETALS[int(own.integers(len(PETALS)))], 1.0)
            for d in (-26, 0, 26):
                pen.line((x, -5), (x + d * u, y), 1.6 * u, scene.ink("#8a7a6a", 0.6))
            for a, b, c in own.random((26, 3)).tolist():
                px, drop = x + (a - 0.5) * 92 * u, y + (8 + 92 * b * b) * u
                pen.leaf(px, drop, 24 * u, 12 * u, pi / 2 + (a - 0.5) * 1.6, greens[int(c * 3)])
                if c > 0.72 and scene.allows("flower"):
                    pen.circle(px, drop, 5.5 * u, bloom)
            pen.blob(
                [(x - 40 * u, y), (x - 30 * u, y + 26 * u), (x + 30 * u, y + 26 * u), (x + 40 * u, y)],
                scene.ink("#a9764a", 0.8),
            )
