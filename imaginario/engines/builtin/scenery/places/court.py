"""Inside a castle: the throne room, and the dungeon below it."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, noise, rgb
from .. import furniture, interior
from ..interior import Decor
from ..pen import Point, Sketch, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale

HALLS = (
    Decor("#d9cdbc", "#c6b8a4", "#8a6248", "#a8323f", "#d9a441"),
    Decor("#cfd3de", "#bac0d0", "#6f6a8a", "#34509a", "#e2c25a"),
    Decor("#d6cfc6", "#c2b9ae", "#7a6a5a", "#6a3f8a", "#d9b45a"),
)
CELL = Decor("#8f8a96", "#77727f", "#5f5a6a", "#8a4f3a", "#c9973f")


def throne_room(scene: Scene) -> Stage:
    """A stone hall with columns and banners; a red carpet leads to the throne between tall windows."""
    scene = indoors(scene)
    decor = interior.decor_of(scene, HALLS)
    floor, u = scene.horizon, scene.u
    _stones(scene, decor)
    interior.corners(scene, 0.26)
    for share in (0.24, 0.76):
        _stained_window(scene, scene.x(share), floor * 0.42, 100 * u, min(250 * scene.v, floor * 0.5))
    interior.floor(scene, pale(decor.wood, 0.3), tiles=True)
    _carpet(scene, decor)
    _dais(scene, scene.w / 2, floor + 16 * u, 300 * u, decor)
    for share in (0.07, 0.93):
        _banner(scene, scene.x(share), floor * 0.14, 62 * u, min(220 * scene.v, floor * 0.48), decor)
    step = max(0.34, 340 * u / scene.w)
    for i in range(-2, 3):
        if i:
            _column(
                scene,
                scene.w * (0.5 + (abs(i) - 0.5) * step * (1 if i > 0 else -1)),
                floor + 30 * u,
                66 * u,
                decor,
            )
    for share in (0.16, 0.84):
        torch(scene, scene.x(share), floor * 0.62, 70 * u)
    ground = floor + (scene.h - floor) * 0.72
    return scene.stage(ground, indoor=True, light=(scene.w / 2, 0.0))


def _stones(scene: Scene, decor: Decor) -> None:
    """A wall of dressed stone."""
    floor, u, rng = scene.horizon, scene.u, scene.rng("stones")
    stops = [scene.tone(decor.wall, k) for k in (0.7, 1.0, 0.85)]
    scene.canvas.gradient(stops, 0, floor, int(floor) + 2)
    tall, wide = 44 * u, 96 * u
    seam = scene.ink(decor.pattern, 0.5)
    tints = [
        scene.ink(c, k) for c, k in ((decor.wall, 1.0), (decor.pattern, 0.9), (pale(decor.wall, 0.2), 1.0))
    ]
    with scene.canvas.pen((0, 0, scene.w, floor), opacity=0.7) as pen:
        for row in range(int(floor / tall) + 1):
            y = floor - (row + 1) * tall
            for col in range(int(scene.w / wide) + 2):
                x = (col - 0.5 * (row % 2)) * wide
                pen.rect(x, y, x + wide, y + tall, seam)
                pen.rect(x + u, y + u, x + wide - u, y + tall - u, tints[int(rng.integers(3))], 4 * u)


def _stained_window(scene: Scene, x: float, y: float, w: float, h: float) -> None:
    """A pointed window of coloured glass."""
    u, dark = scene.u, scene.light.dark
    tints = ("#f2c14e", "#e8605a", "#4fa3c7", "#6fbf73", "#b07af0", "#f29a5a")
    glow = F(1.0 - 0.55 * dark)
    with scene.canvas.pen((x - w, y - h, x + w, y + h)) as pen:
        outer = _pointed(x, y, w * 1.2, h * 1.08)
        pen.poly(outer, scene.ink("#f4ecdc", 0.85))
        pen.poly(_pointed(x, y, w, h), ink(rgb("#5a5066") * glow))
        rows, columns = 7, 4
        for row in range(rows):
            for col in range(columns):
                px, py = x + ((col + 0.5) / columns - 0.5) * w, y + ((row + 0.5) / rows - 0.5) * h
                if row == 0 and col in (0, 3):
                    continue
                color = rgb(tints[(row * 2 + col * 3 + (col > 1)) % 6]) * glow
                half_w, half_h = w / columns * 0.42, h / rows * 0.43
                pen.poly(
                    [(px, py - half_h), (px + half_w, py), (px, py + half_h), (px - half_w, py)], ink(color)
                )
                pen.poly(
                    [(px, py - half_h), (px + half_w, py), (px, py)], ink(mix(color, np.ones(3, F), 0.25))
                )
        pen.rect(x - 2 * u, y - h * 0.42, x + 2 * u, y + h / 2, scene.ink("#4a4258", 0.5))
    scene.canvas.haze(x, y, w * 1.6, h * 0.8, rgb("#ffe6b0"), 0.3 * (1 - dark), 1.5)


def _pointed(x: float, y: float, w: float, h: float) -> list[Point]:
    top, low, a = y - h / 2, y + h / 2, w / 2
    return [
        (x - a, low),
        (x - a, top + a * 1.1),
        (x - a * 0.5, top + a * 0.36),
        (x, top),
        (x + a * 0.5, top + a * 0.36),
        (x + a, top + a * 1.1),
        (x + a, low),
    ]


def _carpet(scene: Scene, decor: Decor) -> None:
    if scene.canvas.beside:
        return
    top, h, w = scene.horizon, scene.h, scene.w
    a, b = 60 * scene.u, 210 * scene.u
    gold, red, dim = scene.ink(decor.accent, 0.95), scene.ink(decor.cloth, 0.95), scene.ink(decor.cloth, 0.6)
    with scene.canvas.pen((0, top, w, h)) as pen:
        for k, tint in ((1.0, dim), (0.96, gold), (0.88, red)):
            pen.poly(
                [(w / 2 - a * k, top), (w / 2 + a * k, top), (w / 2 + b * k, h), (w / 2 - b * k, h)], tint
            )


def _dais(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    """Steps, and on them a golden throne under a canopy."""
    if "throne" in scene.setting.drawn:
        return
    stone, dim = scene.ink(pale(decor.wall, 0.3), 1.0), scene.ink(decor.pattern, 0.6)
    gold, lit = scene.ink("#d9a441", 0.85), scene.ink("#f6d87a", 1.0)
    red, deep = scene.ink(decor.cloth, 0.95), scene.ink(decor.cloth, 0.55)
    furniture.shadow(scene, x, y + 6 * scene.u, size * 0.62)
    with scene.canvas.pen((x - size, y - size * 1.5, x + size, y + 20 * scene.u)) as pen:
        it = Sketch(pen, x, y, size)
        for k, base in ((0.62, 0.0), (0.5, 0.07), (0.4, 0.14)):
            it.rect(-k, base - 0.01, k, base + 0.06, stone)
            it.rect(-k, base - 0.02, k, base, dim)
        it.poly(deep, (-0.34, 1.3), (0.34, 1.3), (0.28, 0.2), (-0.28, 0.2))
        for a in (-0.2, 0.0, 0.2):
            it.poly(red, (a - 0.06, 1.3), (a + 0.05, 1.3), (a + 0.04, 0.2), (a - 0.04, 0.2))
        it.poly(red, (-0.42, 1.2), (0.42, 1.2), (0.3, 1.4), (-0.3, 1.4))
        for i in range(7):
            it.ellipse(-0.36 + 0.12 * i, 1.2, 0.06, 0.05, red if i % 2 else gold)
        it.rect(-0.19, 0.2, 0.19, 0.92, gold, 0.03)
        it.rect(-0.14, 0.44, 0.14, 0.86, red, 0.05)
        it.blob(
            lit, (-0.2, 0.9), (-0.16, 1.04), (-0.08, 0.96), (0, 1.1), (0.08, 0.96), (0.16, 1.04), (0.2, 0.9)
        )
        it.circle(0, 0.96, 0.03, scene.ink("#e8453c", 1.0))
        it.rect(-0.2, 0.36, 0.2, 0.45, red, 0.03)
        it.rect(-0.2, 0.2, 0.2, 0.37, gold)
        for d in (-1, 1):
            it.rect(min(d * 0.17, d * 0.25), 0.2, max(d * 0.17, d * 0.25), 0.56, lit, 0.03)
            it.circle(d * 0.21, 0.58, 0.05, gold)


def _banner(scene: Scene, x: float, y: float, w: float, h: float, decor: Decor) -> None:
    with scene.canvas.pen((x - w, y - 10, x + w, y + h * 1.2)) as pen:
        it = Sketch(pen, x, y + h, w)
        tall = h / w
        it.rect(-0.6, tall, 0.6, tall + 0.06, scene.ink("#8a6242", 0.7))
        it.poly(scene.ink(decor.cloth, 0.6), (-0.5, tall), (0.5, tall), (0.5, 0), (0, 0.34), (-0.5, 0))
        it.poly(
            scene.ink(decor.cloth, 0.95), (-0.42, tall), (0.42, tall), (0.42, 0.14), (0, 0.42), (-0.42, 0.14)
        )
        pen.star(*it.at(0, tall * 0.6), w * 0.3, scene.ink(decor.accent, 1.0), 5, 0.45)


def _column(scene: Scene, x: float, y: float, w: float, decor: Decor) -> None:
    furniture.shadow(scene, x, y, w * 0.8)
    side = scene.light_side
    with scene.canvas.pen((x - w, -5, x + w, y + 4)) as pen:
        pen.rect(x - w * 0.42, -5, x + w * 0.42, y - w * 0.3, scene.ink(pale(decor.wall, 0.25), 0.9))
        for d, k in ((-0.3, 0.5), (-0.1, 0.75), (0.12, 1.0), (0.3, 0.8)):
            pen.rect(
                x + side * d * w - w * 0.05,
                -5,
                x + side * d * w + w * 0.05,
                y - w * 0.3,
                scene.ink(pale(decor.wall, 0.3), k),
            )
        pen.rect(x - w * 0.6, y - w * 0.34, x + w * 0.6, y, scene.ink(pale(decor.wall, 0.15), 0.8), 4)
        pen.rect(
            x - w * 0.52, y - w * 0.5, x + w * 0.52, y - w * 0.34, scene.ink(pale(decor.wall, 0.35), 1.0), 4
        )


def torch(scene: Scene, x: float, y: float, size: float) -> None:
    """A torch in an iron ring on the wall, burning."""
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + size)) as pen:
        it = Sketch(pen, x, y, size)
        it.poly(scene.ink("#6a4630", 0.7), (-0.1, 0.1), (0.1, 0.1), (0.05, -0.7), (-0.05, -0.7))
        it.rect(-0.16, -0.12, 0.16, 0.0, scene.ink("#4a4a5a", 0.6), 0.03)
        for k, tint in ((1.0, "#f2682f"), (0.68, "#ffb03c"), (0.36, "#fff0a8")):
            it.blob(
                ink(rgb(tint)),
                (-0.2 * k, 0.1),
                (-0.16 * k, 0.1 + 0.4 * k),
                (0.03, 0.1 + 0.85 * k),
                (0.17 * k, 0.1 + 0.36 * k),
                (0.2 * k, 0.1),
            )
    scene.canvas.glow(x, y - size * 0.4, size * 3.2, rgb("#ff9d4a"), 0.3 + 0.25 * scene.light.dark, 1.7)


def dungeon(scene: Scene) -> Stage:
    """A vaulted cellar: iron bars, chains, straw, a small barred window, torches."""
    scene = indoors(scene)
    decor, floor, u = CELL, scene.horizon, scene.u
    _stones(scene, decor)
    interior.corners(scene, 0.55)
    pane = _barred_window(scene, scene.x(0.3), floor * 0.3, 110 * u)
    interior.floor(scene, "#6f6874", tiles=True)
    _bars(scene, scene.x(0.78), floor + 10 * u, 250 * u)
    _chains(scene, scene.x(0.12), floor * 0.4)
    _straw(scene)
    for share in (0.47, 0.97):
        torch(scene, scene.x(share), floor * 0.56, 64 * u)
    gloom = noise(scene.rng("damp"), scene.w, scene.h, 130 * u, 2) - F(0.5)
    scene.canvas.a += (gloom * F(0.08))[..., None]
    np.clip(scene.canvas.a, 0, 1, out=scene.canvas.a)
    ground = floor + (scene.h - floor) * 0.72
    side = -1 if (pane[0] + pane[2]) / 2 < scene.w / 2 else 1
    return scene.stage(ground, indoor=True, window=pane, light_side=side)


def _barred_window(scene: Scene, x: float, y: float, w: float) -> interior.Rect:
    u = scene.u
    pane = interior.window(scene, x - w / 2, y - w * 0.3, w, w * 0.9, arched=True)
    with scene.canvas.pen((x - w, y - w, x + w, y + w)) as pen:
        for i in range(5):
            px = x - w / 2 + (i + 0.5) * w / 5
            pen.rect(px - 3 * u, y - w * 0.74, px + 3 * u, y + w * 0.6, scene.ink("#4a4a5a", 0.5))
    return pane


def _bars(scene: Scene, x: float, y: float, size: float) -> None:
    """A cell behind bars."""
    iron, shine = scene.ink("#4a4a5a", 0.5), scene.ink("#8a8a9c", 0.8)
    with scene.canvas.pen((x - size, y - size * 1.4, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.5, 0, 0.5, 1.14, scene.ink("#3a3646", 0.4))
        it.ellipse(0, 1.14, 0.5, 0.14, scene.ink("#3a3646", 0.4))
        for i in range(9):
            a = -0.46 + 0.115 * i
            it.rect(a - 0.016, 0, a + 0.016, 1.22, iron)
            it.rect(a - 0.012, 0, a - 0.004, 1.2, shine)
        for k in (0.16, 0.62, 1.06):
            it.rect(-0.52, k, 0.52, k + 0.045, iron)
        it.rect(0.1, 0.5, 0.3, 0.68, iron, 0.02)
        it.circle(0.2, 0.6, 0.025, scene.ink("#c9b24a", 0.9))


def _chains(scene: Scene, x: float, y: float) -> None:
    u, steel = scene.u, scene.ink("#8a8a9c", 0.7)
    with scene.canvas.pen((x - 80 * u, y - 20 * u, x + 80 * u, y + 190 * u)) as pen:
        for dx, n in ((-26, 7), (28, 10)):
            for i in range(n):
                px, py = x + dx * u, y + i * 15 * u
                wide = 4 if i % 2 else 7
                pen.ellipse(px, py, wide * u, 9 * u, steel)
                pen.ellipse(px, py, wide * 0.45 * u, 5 * u, scene.ink("#5a5666", 0.5))
            pen.ellipse(x + dx * u, y + n * 15 * u + 10 * u, 15 * u, 13 * u, steel)
            pen.ellipse(x + dx * u, y + n * 15 * u + 10 * u, 9 * u, 8 * u, scene.ink("#6a6674", 0.6))


def _straw(scene: Scene) -> None:
    rng, u, top = scene.rng("straw"), scene.near, scene.horizon + 20 * scene.u
    inks = [scene.ink(c, k) for c, k in (("#e0bf6a", 0.9), ("#c99a45", 0.7), ("#f0d68a", 1.0))]
    with scene.canvas.pen((0, top, scene.w, scene.h)) as pen:
        for a, b, c, d in rng.random((scene.count(130), 4)).tolist():
            x, y = scene.x(0.02 + 0.3 * a * a), top + (scene.h - top) * 0.5 * b
            long = (16 + 18 * c) * u
            pen.line(
                (x, y), (x + (d - 0.5) * 2 * long, y + (c - 0.5) * long * 0.6), 2.4 * u, inks[int(d * 3)]
            )
