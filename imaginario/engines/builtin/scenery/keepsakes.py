"""What is kept under a roof: a trunk, boxes, a rocking horse, an old lamp, a dummy, pictures."""

from __future__ import annotations

from ..pixels import rgb
from . import furniture, interior
from .pen import Ink, Point, Sketch, ink
from .scene import Scene

CARD = "#c99b62"


def trunk(scene: Scene, at: Point, size: float) -> None:
    """An old trunk with a rounded lid, brass corners and a lock."""
    x, y = at
    furniture.shadow(scene, x, y, size * 0.56)
    mid, dim, lit = (scene.ink(c, k) for c, k in (("#8a4f36", 0.86), ("#8a4f36", 0.4), ("#b06a46", 1.0)))
    gold, strap = scene.ink("#e2b654", 1.0), scene.ink("#5f3a2c", 0.7)
    with scene.canvas.pen((x - size, y - size, x + size, y + 5)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.5, 0, 0.5, 0.42, dim, 0.03)
        it.rect(-0.49, 0.02, 0.47, 0.42, mid, 0.03)
        it.blob(
            dim, (-0.51, 0.4), (-0.5, 0.58), (-0.36, 0.67), (0.36, 0.67), (0.5, 0.58), (0.51, 0.4), (0, 0.39)
        )
        it.blob(
            lit,
            (-0.49, 0.43),
            (-0.48, 0.57),
            (-0.36, 0.645),
            (0.34, 0.645),
            (0.47, 0.57),
            (0.47, 0.43),
            (0, 0.42),
        )
        for px in (-0.34, 0.34):
            it.rect(px - 0.045, 0, px + 0.045, 0.655, strap, 0.01)
            it.rect(px - 0.035, 0.01, px + 0.02, 0.65, scene.ink("#7a4c38", 1.0), 0.01)
            for py in (0.1, 0.3, 0.54):
                it.circle(px - 0.008, py, 0.018, gold)
        for px in (-0.5, 0.42):
            it.rect(px, 0, px + 0.08, 0.08, gold, 0.015)
            it.rect(px, 0.34, px + 0.08, 0.42, gold, 0.015)
        it.rect(-0.5, 0.395, 0.5, 0.43, strap)
        it.rect(-0.075, 0.28, 0.075, 0.47, gold, 0.03)
        it.circle(0, 0.36, 0.022, dim)


def boxes(scene: Scene, at: Point, size: float, way: int) -> None:
    """Cardboard boxes on each other, a bear looking out of the top one."""
    x, y = at
    furniture.shadow(scene, x, y, size * 0.7)
    with scene.canvas.pen((x - size * 1.4, y - size * 2, x + size * 1.4, y + 5)) as pen:
        it = Sketch(pen, x, y, size, way)
        if "bear" not in scene.setting.drawn:
            _bear(scene, it)
        for px, py, w, h, k in ((-0.5, 0, 0.98, 0.6, 0.84), (-0.4, 0.6, 0.7, 0.46, 0.96)):
            it.rect(px, py, px + w, py + h, scene.ink(CARD, k - 0.4))
            it.rect(px, py, px + w * 0.94, py + h, scene.ink(CARD, k))
            it.rect(px + w * 0.4, py, px + w * 0.54, py + h, scene.ink("#e6c896", k))
            it.rect(px, py + h - 0.05, px + w, py + h, scene.ink("#dcb47c", k + 0.1))
        for a, b in ((-0.4, -0.6), (0.3, 0.48)):
            it.poly(
                scene.ink("#dcb47c", 0.9),
                (a, 1.06),
                (a + (0.12 if a < 0 else -0.12), 1.06),
                (b + 0.06, 1.2),
                (b, 1.16),
            )


def _bear(scene: Scene, it: Sketch) -> None:
    fur, dark, light = scene.ink("#b5804c", 0.95), scene.ink("#4a3028", 0.5), scene.ink("#ecc998", 1.0)
    for px in (-0.22, 0.1):
        it.circle(px, 1.48, 0.085, fur)
        it.circle(px, 1.48, 0.045, light)
    it.circle(-0.06, 1.3, 0.22, fur)
    it.ellipse(-0.06, 1.23, 0.1, 0.08, light)
    it.ellipse(-0.06, 1.26, 0.035, 0.025, dark)
    for px in (-0.14, 0.02):
        it.circle(px, 1.34, 0.024, dark)


def horse(scene: Scene, at: Point, size: float, way: int) -> None:
    """A painted rocking horse."""
    if not scene.setting.drawn.isdisjoint({"rocking-horse", "horse"}):
        return
    x, y = at
    furniture.shadow(scene, x, y, size * 0.5)
    coat, dim, red = scene.ink("#f2e2c8", 1.0), scene.ink("#d9bf9c", 0.66), scene.ink("#c8453f", 0.92)
    mane, wood = scene.ink("#8a5436", 0.8), scene.ink("#b5713f", 0.9)
    with scene.canvas.pen((x - size, y - size * 1.3, x + size, y + 6)) as pen:
        it = Sketch(pen, x, y, size, way)
        it.stroke(wood, 0.06, 0.06, (-0.56, 0.16), (-0.3, 0.04), (0.0, 0.01), (0.3, 0.04), (0.56, 0.16))
        it.stroke(mane, 0.1, 0.03, (-0.34, 0.62), (-0.5, 0.58), (-0.54, 0.36))
        for a, b in ((-0.26, -0.38), (0.2, 0.36)):
            it.stroke(dim, 0.12, 0.07, (a + 0.04, 0.42), (b + 0.07, 0.24), (b + 0.06, 0.07))
            it.stroke(coat, 0.13, 0.075, (a, 0.44), (b, 0.26), (b - 0.02, 0.07))
        it.blob(
            dim,
            (-0.37, 0.5),
            (-0.3, 0.68),
            (0.0, 0.64),
            (0.24, 0.68),
            (0.32, 0.5),
            (0.16, 0.36),
            (-0.24, 0.36),
        )
        it.blob(
            coat,
            (-0.37, 0.54),
            (-0.3, 0.68),
            (0.0, 0.64),
            (0.24, 0.68),
            (0.3, 0.54),
            (0.14, 0.43),
            (-0.24, 0.43),
        )
        it.stroke(coat, 0.26, 0.17, (0.2, 0.56), (0.32, 0.78), (0.36, 0.98))
        it.blob(coat, (0.26, 1.0), (0.36, 1.08), (0.5, 0.96), (0.6, 0.84), (0.54, 0.77), (0.36, 0.86))
        it.poly(coat, (0.28, 1.02), (0.29, 1.16), (0.37, 1.05))
        it.stroke(mane, 0.08, 0.1, (0.31, 1.06), (0.2, 0.94), (0.13, 0.7))
        it.circle(0.43, 0.96, 0.024, scene.ink("#3a2824", 0.5))
        it.stroke(red, 0.03, 0.03, (0.36, 0.88), (0.46, 0.86), (0.52, 0.93))
        it.blob(red, (-0.14, 0.68), (0.1, 0.68), (0.14, 0.5), (-0.02, 0.44), (-0.18, 0.5))
        it.stroke(scene.ink("#e8b84f", 1.0), 0.03, 0.03, (-0.16, 0.51), (-0.02, 0.47), (0.12, 0.51))


def lamp(scene: Scene, at: Point, size: float) -> None:
    """An old lamp with a fringed shade."""
    x, y = at
    with scene.canvas.pen((x - size, y - size * 1.5, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.blob(
            scene.ink("#4f8a8f", 0.8),
            (-0.14, 0.02),
            (-0.2, 0.3),
            (-0.05, 0.52),
            (0.05, 0.52),
            (0.2, 0.3),
            (0.14, 0.02),
        )
        it.rect(-0.03, 0.5, 0.03, 0.66, scene.ink("#d9ac52", 0.9))
        on = scene.light.dark > 0.2
        it.poly(
            ink(rgb("#ffdf9c")) if on else scene.ink("#efd2b0", 0.98),
            (-0.2, 1.1),
            (0.2, 1.1),
            (0.42, 0.6),
            (-0.42, 0.6),
        )
        for i in range(12):
            px = -0.4 + 0.073 * i
            it.rect(px - 0.014, 0.53, px + 0.014, 0.61, scene.ink("#c8705a", 0.9))
        it.rect(-0.42, 0.59, 0.42, 0.63, scene.ink("#c8705a", 0.95))
    interior.lamplight(scene, x, y - size * 0.85, size * 3.4)


def dressform(scene: Scene, at: Point, size: float) -> None:
    """A dressmaker's dummy on a wooden foot, a tape about it."""
    x, y = at
    furniture.shadow(scene, x, y, size * 0.2)
    cloth, dim = scene.ink("#d9b8a0", 1.0), scene.ink("#c09a86", 0.6)
    wood: Ink = scene.ink("#8a5a38", 0.75)
    with scene.canvas.pen((x - size, y - size * 1.6, x + size, y + 5)) as pen:
        it = Sketch(pen, x, y, size)
        for d in (-0.18, 0.18):
            it.stroke(wood, 0.035, 0.03, (0, 0.16), (d * 0.6, 0.1), (d, 0.0))
        it.rect(-0.02, 0.06, 0.02, 0.6, wood)
        shape = (
            (-0.19, 0.58),
            (-0.12, 0.84),
            (-0.2, 1.08),
            (-0.07, 1.2),
            (0.07, 1.2),
            (0.2, 1.08),
            (0.12, 0.84),
            (0.19, 0.58),
        )
        it.blob(dim, *shape)
        it.blob(cloth, *[(px * 0.84 - 0.025, py) for px, py in shape])
        it.rect(-0.045, 1.18, 0.045, 1.3, dim)
        it.circle(0, 1.32, 0.055, wood)
        it.stroke(scene.ink("#f2d05a", 0.98), 0.03, 0.03, (-0.1, 1.16), (-0.1, 0.96), (-0.05, 0.8))
        it.stroke(scene.ink("#f2d05a", 0.98), 0.03, 0.03, (0.09, 1.16), (0.11, 0.9), (0.07, 0.68))


def frames(scene: Scene, at: Point, size: float) -> None:
    """Old pictures leaning on each other."""
    x, y = at
    furniture.shadow(scene, x, y, size * 0.5)
    for dx, tall, seed in ((0.18, 0.95, 0.4), (-0.14, 0.72, 0.75)):
        furniture.picture(scene, x + dx * size, y - tall * size / 2, size * 0.7, tall * size, seed)
