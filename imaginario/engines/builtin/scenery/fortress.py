"""The castle itself: walls, towers with pointed roofs, flags, a gate."""

from __future__ import annotations

import numpy as np

from ..pixels import rgb
from .buildings import window_ink
from .pen import Ink, Pen
from .scene import Scene
from .streams import fork

_ROOFS = ("#5d74b8", "#b8505f", "#6f8a5a", "#7a5aa8")
# Each tower: x, half width, height of its wall and of its roof, as shares of the size; back ones first.
_TOWERS = ((0.0, 0.085, 0.94, 0.36), (-0.2, 0.062, 0.74, 0.28), (0.19, 0.066, 0.8, 0.3),
           (-0.36, 0.074, 0.56, 0.27),
           (0.36, 0.074, 0.54, 0.27), (-0.12, 0.056, 0.46, 0.2), (0.12, 0.056, 0.46, 0.2))  # fmt: skip


def castle(scene: Scene, x: float, y: float, size: float, far: float) -> None:
    """A castle `size` tall standing on (x, y)."""
    if scene.canvas.beside:
        return
    rng = scene.rng("castle")
    roof = _ROOFS[int(rng.integers(len(_ROOFS)))]
    stone = ("#efe3d2", "#e4e0ea", "#ead6c4")[int(rng.integers(3))]
    with scene.canvas.pen((x - size * 0.6, y - size * 1.5, x + size * 0.6, y + size * 0.06), ss=2) as pen:
        for i, (dx, half, wall, cone) in enumerate(_TOWERS):
            if i == 3:
                _walls(scene, pen, x, y, size, stone, far)
            k = 0.86 if i < 3 else 1.0
            _tower(scene, pen, rng, (x + dx * size, y), size, (half, wall, cone), (stone, roof), far, k)
        _gate(scene, pen, x, y, size, stone, far)
    if scene.light.dark > 0.35:
        scene.canvas.glow(x, y - size * 0.16, size * 0.3, rgb("#ffc766"), 0.35)


def _walls(scene: Scene, pen: Pen, x: float, y: float, size: float, stone: str, far: float) -> None:
    lit, dim = scene.ink(stone, 0.92, far), scene.ink(stone, 0.6, far)
    top = y - size * 0.3
    pen.rect(x - size * 0.38, top, x + size * 0.38, y + size * 0.02, lit)
    pen.rect(x - size * 0.38, y - size * 0.07, x + size * 0.38, y + size * 0.02, dim)
    _merlons(pen, x - size * 0.38, x + size * 0.38, top, size * 0.03, lit)
    pen.rect(x - size * 0.16, y - size * 0.62, x + size * 0.16, top, scene.ink(stone, 0.8, far))
    _merlons(pen, x - size * 0.16, x + size * 0.16, y - size * 0.62, size * 0.026, scene.ink(stone, 0.8, far))


def _merlons(pen: Pen, x0: float, x1: float, top: float, s: float, color: Ink) -> None:
    n = max(2, int((x1 - x0) / (2 * s)))
    for i in range(n):
        left = x0 + (x1 - x0) * (i + 0.2) / n
        pen.rect(left, top - s, left + (x1 - x0) * 0.6 / n, top + 1, color)


def _tower(
    scene: Scene,
    pen: Pen,
    rng: np.random.Generator,
    foot: tuple[float, float],
    size: float,
    shape: tuple[float, float, float],
    colors: tuple[str, str],
    far: float,
    k: float,
) -> None:
    (x, y), (half, wall, cone), side = foot, shape, scene.light_side
    rng = fork(rng)
    w, top = half * size, y - wall * size
    lit, dim = scene.ink(colors[0], k, far), scene.ink(colors[0], 0.48 * k, far)
    pen.rect(x - w, top, x + w, y + size * 0.02, lit)
    shade = (x - side * w, x - side * w * 0.25)
    pen.rect(min(shade), top, max(shade), y + size * 0.02, dim)
    pen.rect(x - w * 1.22, top - size * 0.015, x + w * 1.22, top + size * 0.05, lit, 2)
    shade = (x - side * w * 1.22, x - side * w * 0.3)
    pen.rect(min(shade), top - size * 0.015, max(shade), top + size * 0.05, dim)
    tip = top - cone * size
    pen.poly(
        [(x - w * 1.45, top - size * 0.01), (x, tip), (x + w * 1.45, top - size * 0.01)],
        scene.ink(scene.snowed(colors[1], 0.6), 0.95 * k, far),
    )
    pen.poly([(x - side * w * 1.45, top - size * 0.01), (x, tip), (x - side * w * 0.2, top - size * 0.01)],
             scene.ink(scene.snowed(colors[1], 0.6), 0.45 * k, far))  # fmt: skip
    _flag(scene, pen, rng, x, tip, size, far)
    for t in (0.2, 0.46):
        wy = top + (y - top) * t + size * 0.05
        if wy < y - size * 0.1:
            pen.rect(
                x - w * 0.24, wy, x + w * 0.24, wy + size * 0.055, window_ink(scene, rng, far)[0], w * 0.24
            )


def _flag(
    scene: Scene, pen: Pen, rng: np.random.Generator, x: float, y: float, size: float, far: float
) -> None:
    pen.line((x, y + size * 0.01), (x, y - size * 0.085), size * 0.008, scene.ink("#5a4a44", 0.5, far))
    color = scene.ink(("#f2545b", "#ffc145", "#4fb0c6")[int(rng.integers(3))], 1.0, far)
    way = -scene.light_side
    pen.poly(
        [(x, y - size * 0.085), (x + way * size * 0.075, y - size * 0.066), (x, y - size * 0.042)], color
    )


def _gate(scene: Scene, pen: Pen, x: float, y: float, size: float, stone: str, far: float) -> None:
    w = size * 0.062
    pen.rect(
        x - w * 1.35, y - size * 0.22, x + w * 1.35, y + size * 0.02, scene.ink(stone, 0.65, far), w * 1.2
    )
    warm = scene.light.dark > 0.35
    inside = window_ink(scene, scene.rng("gate"), far)[0] if warm else scene.ink("#5a4034", 0.5, far)
    pen.rect(x - w, y - size * 0.19, x + w, y + size * 0.02, inside, w)
    pen.rect(x - w, y - size * 0.06, x + w, y + size * 0.02, inside)
    for dx in (-0.6, 0.0, 0.6):
        pen.line(
            (x + dx * w, y - size * 0.18),
            (x + dx * w, y + size * 0.02),
            w * 0.12,
            scene.ink("#3f2c26", 0.6, far),
        )
