"""A lotus pond: pads lying on the water, leaves that stand on stems above it, and flowers among them."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ..pixels import Array
from .land import height_at
from .pen import Ink, Pen
from .scene import Scene

_GREEN = (
    ("#3f8a5c", "#68b374", "#a6d98f"),
    ("#34805a", "#58a66c", "#93cf86"),
    ("#4f9660", "#7fc07c", "#badf98"),
)
_PETALS = (
    ("#e8719f", "#f59fc0", "#fdd3e2"),
    ("#dd6b9c", "#f08cb4", "#fbc4d8"),
    ("#e9b9cf", "#fbe6ee", "#fffafa"),
)
_FAN = ((-1.22, 0.86), (1.22, 0.86), (-0.84, 1.0), (0.84, 1.0), (-0.42, 1.06), (0.42, 1.06))


def pads(scene: Scene, line: Array) -> None:
    """Drifts of pads on the water between the horizon and the shore `line`, a flower here and there."""
    rng, hor, w, u = scene.rng("lotus-pads"), scene.horizon, scene.w, scene.near
    drifts = rng.random((8, 2)).tolist()
    spots = []
    for a, b, c, d in rng.random((scene.count(120), 4)).tolist():
        px, _ = drifts[int(a * 8)]
        x = w * (px + (b - 0.5) * 0.3)
        k = 0.1 + 0.88 * c**0.8
        spots.append((hor + (height_at(line, x) - hor) * k, x, k, d))
    with scene.canvas.pen((0, hor, w, float(line.max()) + 40 * u)) as pen:
        for y, x, k, d in sorted(spots):
            s = (5 + 36 * k**1.5) * u * (0.7 + 0.5 * d)
            _pad(scene, pen, x, y, s, d)
            if d < 0.3 and s > 7 * u and scene.allows("flower"):
                flower(scene, pen, x + s * 0.3 * (d - 0.15), y - s * 0.06, s * 0.92, int(d * 30))


def _pad(scene: Scene, pen: Pen, x: float, y: float, s: float, d: float) -> None:
    """A round leaf, notched to its middle, its far rim catching the light."""
    dark, body, pale = (scene.ink(c, 0.6 + 0.2 * i) for i, c in enumerate(_GREEN[int(d * 30) % 3]))
    tall = s * 0.32
    pen.ellipse(x + s * 0.04, y + tall * 0.3, s, tall, scene.ink("#1f4f5c", 0.4))
    turn = 0.5 + 5.2 * d
    round_ = [
        (x + s * cos(turn + t), y + tall * sin(turn + t))
        for t in np.linspace(0.16, 2 * pi - 0.16, 22).tolist()
    ]
    pen.poly([(x, y), *round_], body)
    if s < 8 * scene.near:
        return
    lit = [
        (x + s * 0.8 * cos(t), y - tall * 0.1 + tall * 0.72 * sin(t))
        for t in np.linspace(2.6, 5.6, 14).tolist()
    ]
    pen.poly(lit, pale)
    for i in range(5):
        t = turn + pi * (0.3 + 0.35 * i)
        pen.line((x, y), (x + s * 0.84 * cos(t), y + tall * 0.84 * sin(t)), max(0.6, s * 0.03), dark)


def flower(scene: Scene, pen: Pen, x: float, y: float, s: float, pick: int) -> None:
    """A flower that rests at (x, y), its petals rising `s` pixels."""
    deep, body, pale = (scene.ink(c, 0.75 + 0.13 * i) for i, c in enumerate(_PETALS[pick % 3]))
    pen.ellipse(x, y, s * 0.7, s * 0.2, scene.ink("#2f6a50", 0.5))
    for (turn, reach), color in zip(_FAN, (deep, deep, body, body, pale, pale), strict=True):
        pen.leaf(x, y, s * reach, s * 0.5, turn - pi / 2, color)
    pen.leaf(x, y, s * 1.02, s * 0.5, -pi / 2, body)
    for turn in (-0.62, 0.62):
        pen.leaf(x, y + s * 0.08, s * 0.74, s * 0.44, turn - pi / 2, pale)
    pen.ellipse(x, y - s * 0.04, s * 0.2, s * 0.11, scene.ink("#f7cf52", 1.0))


def stalks(scene: Scene, line: Array) -> None:
    """Leaves and flowers on tall stems along the shore, thick at the sides."""
    rng, u = scene.rng("lotus-stalks"), scene.near
    spots = []
    for a, b, c in rng.random((scene.count(26), 3)).tolist():
        x = scene.aside(rng, 0.24) + (a - 0.5) * 60 * u
        spots.append((height_at(line, x) - (2 + 26 * b) * u, x, b, c))
    top = float(line.min()) - 190 * u
    with scene.canvas.pen((0, top, scene.w, scene.h)) as pen:
        for y, x, b, c in sorted(spots):
            _stalk(scene, pen, x, y, (52 + 92 * c) * u, b)


def _stalk(scene: Scene, pen: Pen, x: float, y: float, tall: float, d: float) -> None:
    u = scene.near
    lean = (d - 0.5) * 34 * u
    dark, body, pale = (scene.ink(c, 0.6 + 0.2 * i) for i, c in enumerate(_GREEN[int(d * 30) % 3]))
    pen.stroke([(x, y), (x + lean * 0.3, y - tall * 0.5), (x + lean, y - tall)], 4.4 * u, 3.2 * u, dark)
    x, y = x + lean, y - tall
    if d < 0.42 and scene.allows("flower"):
        flower(scene, pen, x, y + 3 * u, (26 + 14 * d) * u, int(d * 50))
        return
    s = (26 + 22 * d) * u
    _parasol(pen, x, y, s, lean / (60 * u), (dark, body, pale))


def _parasol(pen: Pen, x: float, y: float, s: float, tilt: float, inks: tuple[Ink, Ink, Ink]) -> None:
    """A standing leaf seen a little from above, dished in its middle."""

    def ring(k: float, lift: float) -> list[tuple[float, float]]:
        turns = np.linspace(0, 2 * pi, 15, endpoint=False).tolist()
        return [
            (
                x + s * k * cos(t),
                y - lift + s * k * (0.36 * sin(t) + tilt * 0.5 * cos(t)) + s * 0.03 * cos(5 * t),
            )
            for t in turns
        ]

    dark, body, pale = inks
    pen.blob(ring(1.0, -s * 0.07), dark, 4)
    pen.blob(ring(1.0, 0), body, 4)
    pen.blob(ring(0.72, s * 0.07), pale, 4)
    pen.blob(ring(0.5, s * 0.0), body, 4)
    pen.ellipse(x, y, s * 0.1, s * 0.05, dark)
