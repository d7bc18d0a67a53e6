"""What a garage holds: hand tools, tins of paint, tyres, and a bicycle on the wall."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import numpy as np

from . import furniture
from .pen import Ink, Point, Sketch
from .scene import Scene

STEEL, DARK = "#aab4bd", "#4f5560"
TINS = ("#d8503f", "#f2b83f", "#4f9fc8", "#6fb56a", "#b06fc0", "#f0f0ea")


def _hammer(scene: Scene, it: Sketch) -> None:
    it.rect(-0.05, 0.0, 0.05, 0.86, scene.ink("#c98f52", 0.95), 0.04)
    it.rect(-0.2, 0.78, 0.16, 0.96, scene.ink(DARK, 0.9), 0.03)
    it.poly(scene.ink(DARK, 0.9), (0.14, 0.78), (0.14, 0.96), (0.28, 0.9))


def _saw(scene: Scene, it: Sketch) -> None:
    it.poly(scene.ink("#cfd8de", 1.0), (-0.1, 0.04), (0.06, 0.04), (0.16, 0.7), (-0.13, 0.7))
    it.blob(scene.ink("#d8703f", 0.95), (-0.18, 0.68), (-0.15, 0.98), (0.16, 1.0), (0.21, 0.68))
    it.rect(-0.06, 0.76, 0.09, 0.9, scene.ink("#e8c892", 0.8), 0.05)


def _spanner(scene: Scene, it: Sketch) -> None:
    steel = scene.ink("#9aa5b0", 0.95)
    it.rect(-0.05, 0.14, 0.05, 0.86, steel, 0.03)
    for py in (0.12, 0.88):
        it.circle(0, py, 0.13, steel)
    it.poly(scene.ink("#e0c49a", 0.9), (-0.05, 0.9), (0.05, 0.9), (0.07, 1.03), (-0.07, 1.03))
    it.circle(0, 0.12, 0.055, scene.ink("#e0c49a", 0.8))


def _driver(scene: Scene, it: Sketch) -> None:
    it.rect(-0.025, 0.06, 0.025, 0.6, scene.ink("#9aa5b0", 0.95))
    it.rect(-0.085, 0.52, 0.085, 0.96, scene.ink("#d8453f", 0.95), 0.07)
    it.rect(-0.055, 0.56, -0.02, 0.92, scene.ink("#f2907f", 1.0), 0.02)


def _pliers(scene: Scene, it: Sketch) -> None:
    for d in (-1, 1):
        it.stroke(scene.ink("#3f7fb5", 0.95), 0.09, 0.07, (0, 0.56), (d * 0.14, 0.36), (d * 0.1, 0.06))
        it.stroke(scene.ink(DARK, 0.95), 0.1, 0.05, (0, 0.58), (d * 0.08, 0.76), (d * 0.02, 0.92))
    it.circle(0, 0.58, 0.05, scene.ink("#cfd8de", 1.0))


TOOLS: Sequence[Callable[[Scene, Sketch], None]] = (_hammer, _saw, _spanner, _driver, _pliers)


def tin(scene: Scene, it: Sketch, x: float, y: float, size: float, color: str) -> None:
    """A tin of paint, a run of it down its side."""
    half, tall = size * 0.42, size
    it.rect(x - half, y, x + half, y + tall, scene.ink(STEEL, 0.6), size * 0.06)
    it.rect(x - half, y, x + half * 0.7, y + tall, scene.ink("#cfd8de", 0.98), size * 0.06)
    it.rect(x - half, y + tall * 0.16, x + half, y + tall * 0.66, scene.ink(color, 0.92))
    it.ellipse(x, y + tall, half * 1.04, size * 0.1, scene.ink(color, 1.0))
    it.rect(x - half * 0.5, y + tall * 0.5, x - half * 0.2, y + tall, scene.ink(color, 1.0), size * 0.06)


def tins(scene: Scene, x: float, y: float, wide: float, key: str) -> None:
    """A shelf of paint tins."""
    u, rng = scene.u, scene.rng(key)
    size = min(46 * u, wide * 0.2)
    count = max(3, int(wide / (size * 1.15)))
    with scene.canvas.pen((x - wide, y - size * 3, x + wide, y + 40 * u)) as pen:
        it = Sketch(pen, x, y, size)
        for i, luck in enumerate(rng.random(count).tolist()):
            px = (wide / size) * ((i + 0.5) / count - 0.5)
            tin(scene, it, px, 0, 0.9, TINS[int(luck * len(TINS))])
            if luck > 0.66:
                tin(scene, it, px + 0.06, 0.98, 0.74, TINS[int(luck * 31) % len(TINS)])
        pen.rect(x - wide / 2, y, x + wide / 2, y + 11 * u, scene.ink("#b5824e", 0.95), 2 * u)
        pen.rect(x - wide / 2, y + 8 * u, x + wide / 2, y + 12 * u, scene.ink("#7a5236", 0.6), 2 * u)
        furniture.brackets(pen, x, wide, (5 * u, y + 11 * u, y + 34 * u), scene.ink(DARK, 0.7))


def bicycle(scene: Scene, x: float, y: float, size: float, color: str) -> None:
    """A bicycle hung on the wall by two hooks, its middle at (x, y)."""
    if "bicycle" in scene.setting.drawn:
        return
    frame, dark, steel = scene.ink(color, 0.95), scene.ink("#3a3a44", 0.7), scene.ink("#dfe6ea", 1.0)
    with scene.canvas.pen((x - size * 0.7, y - size * 0.6, x + size * 0.7, y + size * 0.5)) as pen:
        it = Sketch(pen, x, y, size)
        for px in (-0.32, 0.32):
            _wheel(it, px, dark, steel)
        joints: Sequence[tuple[Point, Point]] = (
            ((-0.32, -0.1), (-0.04, -0.1)),
            ((-0.32, -0.1), (-0.12, 0.13)),
            ((-0.04, -0.1), (-0.13, 0.17)),
            ((-0.12, 0.12), (0.22, 0.14)),
            ((-0.04, -0.1), (0.22, 0.12)),
            ((0.32, -0.1), (0.2, 0.2)),
        )
        for a, b in joints:
            it.line(a, b, 0.032, frame)
        it.circle(-0.04, -0.1, 0.045, dark)
        it.rect(-0.22, 0.165, -0.05, 0.2, dark, 0.02)
        it.stroke(dark, 0.028, 0.028, (0.2, 0.2), (0.22, 0.25), (0.3, 0.25), (0.33, 0.2))
        for px in (-0.1, 0.12):
            it.rect(px, 0.11, px + 0.05, 0.16, scene.ink(STEEL, 0.6), 0.02)


def _wheel(it: Sketch, x: float, dark: Ink, steel: Ink) -> None:
    line = [
        (x + 0.18 * float(np.cos(t)), -0.1 + 0.18 * float(np.sin(t)))
        for t in np.linspace(0, 6.2832, 26).tolist()
    ]
    for (ax, ay), (bx, by) in zip(line[0:12], line[13:25], strict=True):
        it.line((ax, ay), (bx, by), 0.006, steel)
    for a, b in itertools.pairwise(line):
        it.line(a, b, 0.03, dark)
        it.circle(*a, 0.015, dark)
    it.circle(x, -0.1, 0.025, steel)


def tyres(scene: Scene, x: float, y: float, size: float) -> None:
    """Tyres in a stack, one leaning against it."""
    x = min(max(x, size * 0.5), scene.w - size * 0.5)
    furniture.shadow(scene, x, y, size * 0.66)
    rubber, lit, dim = scene.ink("#4a4a56", 0.7), scene.ink("#6f7080", 1.0), scene.ink("#2f2f3a", 0.4)
    with scene.canvas.pen((x - size, y - size * 1.5, x + size, y + size * 0.3)) as pen:
        it = Sketch(pen, x, y, size)
        for i in range(3):
            base = 0.06 + 0.25 * i
            it.rect(-0.5, base - 0.02, 0.5, base + 0.23, rubber, 0.11)
            it.rect(-0.44, base + 0.12, 0.3, base + 0.18, lit, 0.03)
            for j in range(12):
                it.rect(-0.46 + 0.08 * j, base + 0.01, -0.43 + 0.08 * j, base + 0.08, dim, 0.01)
        it.ellipse(0, 0.81, 0.49, 0.13, lit)
        it.ellipse(0, 0.815, 0.42, 0.105, rubber)
        it.ellipse(0, 0.805, 0.25, 0.06, dim)
