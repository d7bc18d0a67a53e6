"""Things that are stowed away: barrels, crates, ropes, bales of hay, suitcases; and the lantern above."""

from __future__ import annotations

import numpy as np

from ..pixels import rgb
from . import furniture, interior
from .pen import Ink, Pen, Sketch, ink
from .scene import Scene

CASES = ("#a8503f", "#c99a52", "#4f7f8a", "#7a5a8a", "#5f7f4f", "#8a5f3c")


def barrel(scene: Scene, x: float, y: float, size: float) -> None:
    """A barrel standing on (x, y), `size` tall."""
    furniture.shadow(scene, x, y, size * 0.42)
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 6)) as pen:
        it = Sketch(pen, x, y, size)
        side = ((-0.3, 0.04), (-0.4, 0.5), (-0.31, 0.96), (0.31, 0.96), (0.4, 0.5), (0.3, 0.04))
        it.blob(scene.ink("#9a6a40", 0.5), *side, (0.0, -0.04))
        it.blob(scene.ink("#b5824e", 0.88), *[(px * 0.86 - 0.045, py) for px, py in side], (-0.04, -0.03))
        it.blob(
            scene.ink("#cf9f66", 1.0),
            (-0.24, 0.04),
            (-0.31, 0.5),
            (-0.25, 0.95),
            (-0.1, 0.95),
            (-0.13, 0.5),
            (-0.1, 0.0),
        )
        for px in (-0.1, 0.08, 0.22):
            it.stroke(
                scene.ink("#7a5236", 0.5), 0.014, 0.014, (px * 0.8, 0.02), (px * 1.05, 0.5), (px * 0.8, 0.95)
            )
        for py, half in ((0.14, 0.35), (0.3, 0.385), (0.68, 0.385), (0.84, 0.35)):
            it.rect(-half, py, half, py + 0.055, scene.ink("#5f6472", 0.55), 0.02)
            it.rect(-half, py + 0.012, half * 0.4, py + 0.055, scene.ink("#9298a6", 0.95), 0.02)
        it.ellipse(0, 0.96, 0.31, 0.075, scene.ink("#7a5236", 0.6))
        it.ellipse(0, 0.965, 0.27, 0.058, scene.ink("#c99a62", 0.95))


def coil(scene: Scene, x: float, y: float, r: float) -> None:
    """A coil of rope on the ground, its end lying loose."""
    furniture.shadow(scene, x, y + r * 0.2, r * 1.1)
    with scene.canvas.pen((x - r * 1.4, y - r, x + r * 1.8, y + r)) as pen:
        for i in range(3):
            yy = y - i * r * 0.2
            for k, tint in ((1.0, scene.ink("#a07a46", 0.55)), (0.97, scene.ink("#d6b070", 0.95))):
                pen.ellipse(x, yy + (1 - k) * -60, r * k, r * 0.36 * k, tint)
            pen.ellipse(x, yy - r * 0.03, r * 0.72, r * 0.22, scene.ink("#a07a46", 0.5))
            for j in range(14):
                t = np.pi * (j + 0.5) / 14
                px, py = x + r * 0.92 * float(np.cos(t)), yy + r * 0.31 * float(np.sin(t))
                pen.line(
                    (px - r * 0.05, py - r * 0.05),
                    (px + r * 0.05, py + r * 0.05),
                    r * 0.035,
                    scene.ink("#a07a46", 0.6),
                )
        pen.ellipse(x, y - r * 0.43, r * 0.56, r * 0.15, scene.ink("#6a4a38", 0.5))
        pen.stroke(
            [(x + r * 0.8, y + r * 0.1), (x + r * 1.15, y + r * 0.34), (x + r * 1.5, y + r * 0.26)],
            r * 0.16,
            r * 0.13,
            scene.ink("#d6b070", 0.9),
        )


def crate(scene: Scene, x: float, y: float, size: float) -> None:
    """A wooden crate standing on (x, y), `size` wide."""
    furniture.shadow(scene, x, y, size * 0.6)
    with scene.canvas.pen((x - size, y - size, x + size, y + 6)) as pen:
        _crate(scene, Sketch(pen, x, y, size))


def _crate(scene: Scene, it: Sketch) -> None:
    dim, mid, lit = (scene.ink(c, k) for c, k in (("#8a5f3c", 0.5), ("#b5824e", 0.85), ("#cf9f66", 1.0)))
    it.rect(-0.45, 0, 0.45, 0.74, dim, 0.02)
    for i in range(4):
        it.rect(-0.43, 0.03 + 0.175 * i, 0.43, 0.185 + 0.175 * i, mid, 0.02)
    it.line((-0.38, 0.08), (0.38, 0.66), 0.1, lit)
    for a, b in ((-0.45, -0.34), (0.34, 0.45)):
        it.rect(a, 0, b, 0.74, lit, 0.02)
    for a, b in ((0.0, 0.1), (0.64, 0.74)):
        it.rect(-0.45, a, 0.45, b, lit, 0.02)
    for px in (-0.395, 0.395):
        for py in (0.05, 0.69):
            it.circle(px, py, 0.02, dim)


def bale(scene: Scene, x: float, y: float, size: float, way: int = 1) -> None:
    """A bale of hay with two strings, `size` wide, its foot on y."""
    lit, mid, dim = (scene.ink("#e9c869", 1.0), scene.ink("#d9b04f", 0.9), scene.ink("#b5853a", 0.6))
    rng = scene.rng(f"bale-{int(x)}-{int(y)}")
    furniture.shadow(scene, x, y, size * 0.6, 0.5)
    with scene.canvas.pen((x - size, y - size, x + size, y + 6)) as pen:
        it = Sketch(pen, x, y, size, way)
        it.poly(lit, (-0.5, 0.46), (-0.38, 0.62), (0.62, 0.62), (0.5, 0.46))
        it.poly(dim, (0.5, 0.46), (0.62, 0.62), (0.62, 0.14), (0.5, 0.0))
        it.rect(-0.5, 0, 0.5, 0.47, mid, 0.05)
        for a, b, c in rng.random((34, 3)).tolist():
            px, py = a - 0.5, 0.03 + 0.4 * b
            it.line((px, py), (px + 0.09 * (c - 0.3), py + 0.05 * (a - 0.5)), 0.013, lit if c < 0.55 else dim)
        for px in (-0.24, 0.24):
            it.rect(px - 0.014, 0, px + 0.014, 0.47, scene.ink("#a8503f", 0.85))
            it.poly(
                scene.ink("#a8503f", 1.0),
                (px - 0.014, 0.47),
                (px + 0.1, 0.62),
                (px + 0.128, 0.62),
                (px + 0.014, 0.47),
            )
        for a, c in rng.random((9, 2)).tolist():
            it.line((a - 0.5, 0.01), (a - 0.5 + 0.16 * (c - 0.5), -0.03), 0.014, mid)


def storm_lantern(scene: Scene, x: float, y: float, top: float, size: float) -> None:
    """A storm lantern about (x, y) that hangs down from `top`; it burns after dark."""
    on = scene.light.dark > 0.2
    glass = ink(rgb("#ffe9a0")) if on else scene.ink("#f6efd8", 1.0)
    iron, shine = scene.ink("#5f5a5a", 0.6), scene.ink("#8f8a88", 1.0)
    with scene.canvas.pen((x - size * 2, top, x + size * 2, y + size * 2)) as pen:
        it = Sketch(pen, x, y, size)
        pen.rect(x - size * 0.05, top, x + size * 0.05, y - size * 0.9, iron)
        _lantern_body(it, glass, iron, shine)
    interior.lamplight(scene, x, y, size * 9)


def _lantern_body(it: Sketch, glass: Ink, iron: Ink, shine: Ink) -> None:
    it.rect(-0.62, -0.95, 0.62, -0.62, iron, 0.14)
    it.rect(-0.56, -0.8, 0.3, -0.66, shine, 0.06)
    it.blob(glass, (-0.42, -0.64), (-0.56, 0.0), (-0.3, 0.62), (0.3, 0.62), (0.56, 0.0), (0.42, -0.64))
    it.blob(ink(rgb("#ffb040")), (-0.15, -0.5), (0, 0.26), (0.15, -0.5))
    it.rect(-0.4, 0.56, 0.4, 0.82, iron, 0.12)
    it.rect(-0.34, 0.66, 0.16, 0.8, shine, 0.05)
    it.rect(-0.18, 0.8, 0.18, 1.05, iron, 0.08)
    for d in (-0.64, 0.64):
        it.line((d, -0.75), (d * 0.72, 0.74), 0.07, iron)


def suitcase(scene: Scene, pen: Pen, box: tuple[float, float, float, float], color: int, kind: int) -> None:
    """A suitcase with straps, a round hat box, or a soft bag."""
    x0, y0, x1, y1 = box
    u, tint = scene.u, CASES[color]
    lit, dim, strap = scene.ink(tint, 1.0), scene.ink(tint, 0.55), scene.ink("#f0dcb0", 0.9)
    middle = (x0 + x1) / 2
    pen.rect(middle - 10 * u, y0 - 7 * u, middle + 10 * u, y0 + 6 * u, dim, 6 * u)
    pen.rect(middle - 6 * u, y0 - 3 * u, middle + 6 * u, y0 + 6 * u, scene.ink("#efe0c4", 0.8), 4 * u)
    r = (8 if kind == 0 else 18) * u
    pen.rect(x0, y0, x1, y1, dim, r)
    pen.rect(x0, y0, x1 - 4 * u, y1 - 4 * u, lit, r)
    if kind == 1:
        pen.rect(x0, y0 + (y1 - y0) * 0.2, x1, y0 + (y1 - y0) * 0.32, strap)
        return
    for t in (0.24, 0.76):
        px = x0 + (x1 - x0) * t
        pen.rect(px - 3.5 * u, y0, px + 3.5 * u, y1, strap if kind == 0 else dim)
    if kind == 0:
        pen.rect(middle - 9 * u, y0 + 16 * u, middle + 9 * u, y0 + 28 * u, scene.ink("#fff6e2", 1.0), 2 * u)
