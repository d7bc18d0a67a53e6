"""Flowers, ferns and other small growth."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

import numpy as np

from .land import Road
from .pen import Ink, Pen
from .scene import Scene

BEDS: tuple[tuple[str, ...], ...] = (
    ("#ffffff", "#ffe08a", "#f7a1c4"),
    ("#f2545b", "#ffb347", "#fff3d6"),
    ("#b38bff", "#7ea6ff", "#ffffff"),
    ("#ff8fab", "#ffd166", "#c77dff"),
)


def field(
    scene: Scene,
    name: str,
    top: float,
    bottom: float,
    count: float,
    size: float = 9.0,
    road: Road | None = None,
) -> None:
    """Flowers scattered in drifts over a strip of ground, dots far off and petals near."""
    if not scene.allows("flower"):
        return
    if scene.setting.season == "autumn":
        fallen_leaves(scene, name, top, bottom, count * 2.6, road)
        return
    rng = scene.rng(name)
    bed = BEDS[int(rng.integers(len(BEDS)))]
    inks = [(scene.ink(c, 1.0), scene.ink(c, 0.55)) for c in bed]
    heart, stem = scene.ink("#ffc93c", 1.0), scene.ink("#3f7f3a", 0.6)
    drifts = rng.random((6, 2))
    n = scene.count(count)
    rows = np.sort(rng.random(n))
    u = scene.near
    with scene.canvas.pen((0, top - 40 * u, scene.w, scene.h)) as pen:
        for k, (a, b, c, d) in zip(rows.tolist(), rng.random((n, 4)).tolist(), strict=True):
            px, _ = drifts[int(a * 6)]
            x = scene.w * (px + (b - 0.5) * 0.34) % scene.w
            y = top + (bottom - top) * k**0.7
            if road is not None and road.covers(x, y):
                continue
            s = size * u * (0.22 + 0.95 * k) * (0.75 + 0.5 * c)
            kind = int((a * 6 % 1) * len(inks)) if d < 0.8 else int(d * 50) % len(inks)
            flower(pen, x, y, s, inks[kind], heart, stem, d)


LEAVES = ("#e8a03c", "#d9663c", "#f2cf5a", "#b94a34", "#c98a2e")
PETALS = ("#ffd3df", "#f9a8c0", "#fff0f4")


def fallen_leaves(
    scene: Scene, name: str, top: float, bottom: float, count: float, road: Road | None = None
) -> None:
    """Leaves lying flat on the ground, or petals in spring."""
    rng, u = scene.rng(f"{name}-leaves"), scene.near
    colors = PETALS if scene.setting.season == "spring" else LEAVES
    inks = [scene.ink(c, k) for c in colors for k in (0.75, 1.0)]
    rows = np.sort(rng.random(scene.count(count)))
    with scene.canvas.pen((0, top - 10 * u, scene.w, scene.h)) as pen:
        for k, (a, b, c, d) in zip(rows.tolist(), rng.random((len(rows), 4)).tolist(), strict=True):
            x, y, s = a * scene.w, top + (bottom - top) * k**0.8, (3 + 11 * k) * u * (0.7 + 0.6 * b)
            if road is None or not road.covers(x, y) or b < 0.3:
                pen.leaf(x, y, s * (0.7 + 0.6 * abs(cos(6 * c))), s * 0.42, 6.3 * c, inks[int(d * len(inks))])


def flower(
    pen: Pen, x: float, y: float, s: float, petals: tuple[Ink, Ink], heart: Ink, stem: Ink, d: float
) -> None:
    """One flower of radius s on a short stem; a mere dot when it is tiny."""
    if s < 2.2:
        pen.circle(x, y - s, max(0.6, s * 0.8), petals[0])
        return
    top = y - s * (1.7 + d)
    lean = (d - 0.5) * s
    pen.stroke([(x, y), (x + lean * 0.4, (y + top) / 2), (x + lean, top)], s * 0.24, s * 0.16, stem)
    pen.leaf(x, y - s * 0.3, s * 1.0, s * 0.4, -0.6 if d < 0.5 else pi + 0.6, stem)
    n = 5 + int(d * 3.99) % 2
    for i in range(n):
        t = 2 * pi * i / n + d * 6
        shade = petals[1] if sin(t) > 0.4 else petals[0]
        pen.ellipse(x + lean + cos(t) * s * 0.55, top + sin(t) * s * 0.5, s * 0.46, s * 0.42, shade)
    pen.circle(x + lean, top, s * 0.34, heart)


def fern(pen: Pen, x: float, y: float, size: float, inks: Sequence[Ink], lean: float) -> None:
    """A fan of arching leaves."""
    for i in range(7):
        t = -pi / 2 + (i - 3) * 0.36 + lean
        length = size * (1 - 0.07 * abs(i - 3))
        tip = (x + cos(t) * length, y + sin(t) * length * 0.9 + abs(i - 3) * size * 0.06)
        mid = (x + cos(t) * length * 0.5, y + sin(t) * length * 0.62)
        pen.stroke([(x, y), mid, tip], size * 0.1, size * 0.015, inks[i % len(inks)])


def mushroom(pen: Pen, scene: Scene, x: float, y: float, s: float, cap: str) -> None:
    """A spotted toadstool, s pixels tall."""
    pen.blob([(x - s * 0.16, y), (x - s * 0.11, y - s * 0.5), (x + s * 0.11, y - s * 0.5), (x + s * 0.16, y)],
             scene.ink("#f6ead2", 0.85))  # fmt: skip
    pen.blob([(x - s * 0.46, y - s * 0.42), (x - s * 0.3, y - s * 0.82), (x, y - s),
              (x + s * 0.3, y - s * 0.82),
              (x + s * 0.46, y - s * 0.42), (x, y - s * 0.36)], scene.ink(cap, 0.75))  # fmt: skip
    lx = scene.light_side * s * 0.08
    pen.blob([(x - s * 0.32 + lx, y - s * 0.56), (x - s * 0.2 + lx, y - s * 0.82), (x + lx, y - s * 0.93),
              (x + s * 0.2 + lx, y - s * 0.82), (x + s * 0.32 + lx, y - s * 0.56)],
              scene.ink(cap, 1.0))  # fmt: skip
    for dx, dy, r in ((-0.2, 0.62, 0.065), (0.06, 0.8, 0.075), (0.24, 0.58, 0.055), (0.0, 0.52, 0.04)):
        pen.circle(x + dx * s, y - dy * s, r * s, scene.ink("#fff8ea", 1.0))
