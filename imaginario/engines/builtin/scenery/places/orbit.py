"""The space station: panels and lamps, and a great window on the stars."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior
from ..canvas import Canvas
from ..globe import earth
from ..pen import Marks, Sketch, ink
from ..scene import Scene
from ..sky import starfield
from ..stage import Stage
from .rooms import indoors

HULLS = (
    ("#e4eaf0", "#b9c6d2", "#4fb0c6"),
    ("#e9e6e0", "#c6beb4", "#f0903c"),
    ("#dfe3f2", "#b4bada", "#8a6cff"),
)


def space_station(scene: Scene) -> Stage:
    """A white cabin with a round-cornered window on the Earth and the stars, screens and lockers."""
    scene = indoors(scene)
    shell, dim, glow = HULLS[int(scene.rng("hull").integers(len(HULLS)))]
    floor, u, w = scene.horizon, scene.u, scene.w
    scene.canvas.gradient(
        [scene.tone(dim, 0.7), scene.tone(shell, 1.0), scene.tone(shell, 0.85)], 0, floor, int(floor) + 2
    )
    _panels(scene, shell, dim, glow)
    pane = _window(
        scene, scene.x(0.5), floor * 0.42, min(0.62 * w, 470 * u), min(280 * scene.v, floor * 0.58)
    )
    _floor(scene, shell, dim, glow)
    _console(scene, scene.x(0.87), floor + 26 * u, 270 * scene.near, shell, dim, glow)
    _locker(scene, scene.x(0.08), floor + 34 * u, 200 * scene.near, shell, dim, glow)
    for share in (0.2, 0.8):
        scene.canvas.glow(scene.x(share), floor * 0.04, 170 * u, rgb("#e8f6ff"), 0.4)
    return scene.stage(floor + (scene.h - floor) * 0.72, indoor=True, window=pane, light=(w / 2, floor * 0.4))


def _panels(scene: Scene, shell: str, dim: str, glow: str) -> None:
    """Plates with rivets, ribs, and strips of light."""
    floor, u, w = scene.horizon, scene.u, scene.w
    rng, step = scene.rng("plates"), 128 * u
    light = rgb(glow)
    with scene.canvas.pen((0, 0, w, floor)) as pen:
        for row in range(int(floor / (104 * u)) + 1):
            for col in range(int(w / step) + 2):
                x, y = (col - 0.5) * step, row * 104 * u
                k = 0.82 + 0.16 * rng.random()
                pen.rect(x + 2 * u, y + 2 * u, x + step - 2 * u, y + 102 * u, scene.ink(shell, k), 10 * u)
                for dx, dy in ((12, 12), (116, 12), (12, 92), (116, 92)):
                    pen.circle(x + dx * u, y + dy * u, 2.6 * u, scene.ink(dim, 0.6))
        for y in (floor * 0.06, floor - 40 * u):
            pen.rect(-5, y - 7 * u, w + 5, y + 13 * u, scene.ink(dim, 0.7))
            pen.rect(-5, y, w + 5, y + 6 * u, ink(mix(light, np.ones(3, F), 0.45)))
        for i in range(-2, 3):
            if i:
                x = w / 2 + i * max(0.3 * w, 250 * u)
                pen.rect(x - 15 * u, -5, x + 15 * u, floor, scene.ink(dim, 0.6))
                pen.rect(x - 11 * u, -5, x + 5 * u, floor, scene.ink(shell, 0.95))


def _window(scene: Scene, x: float, y: float, w: float, h: float) -> interior.Rect:
    u = scene.u
    box = scene.canvas.clip(x - w / 2, y - h / 2, x + w / 2, y + h / 2)
    if box[2] - box[0] < 8 or box[3] - box[1] < 8:
        return box
    with scene.canvas.pen((x - w, y - h, x + w, y + h)) as pen:
        for e, tint in (
            (24, scene.ink("#8f9cab", 0.6)),
            (19, scene.ink("#f6f9fb", 1.0)),
            (7, scene.ink("#5a6678", 0.5)),
        ):
            pen.rect(x - w / 2 - e * u, y - h / 2 - e * u, x + w / 2 + e * u, y + h / 2 + e * u, tint, 60 * u)
    view = _space(scene, box[2] - box[0], box[3] - box[1])
    marks = Marks(box, 2)
    r, a, b = 44 * u, w / 2, h / 2
    corners = [(sx, sy) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    ring = []
    for i, (sx, sy) in enumerate(corners):
        for t in np.linspace(np.pi + i * np.pi / 2, 1.5 * np.pi + i * np.pi / 2, 7).tolist():
            ring.append((x + sx * (a - r) + r * float(np.cos(t)), y + sy * (b - r) + r * float(np.sin(t))))
    marks.poly(ring, 255)
    scene.canvas.paint(marks.mask(), box[0], box[1], view.a)
    with scene.canvas.pen((x - w, y - h, x + w, y + h)) as pen:
        for t in (-0.17, 0.17):
            pen.rect(x + t * w - 5 * u, y - h / 2, x + t * w + 5 * u, y + h / 2, scene.ink("#dfe7ee", 0.9))
        for px, py in ring[::7]:
            pen.circle(x + (px - x) * 1.05, y + (py - y) * 1.08, 4 * u, scene.ink("#9fb0bd", 0.7))
    return box


def _space(scene: Scene, w: int, h: int) -> Canvas:
    """Black sky, stars, and the Earth's disc below."""
    view = Canvas(max(2, w), max(2, h), unit=scene.u * 0.7)
    out = replace(
        interior.outside_scene(scene, view), setting=replace(scene.setting, place="space", time="night")
    )
    view.gradient([rgb(c) for c in ("#05061a", "#0d1236", "#2a2560")], 0, h, h)
    starfield(out, float(h))
    earth(out, w * (0.3 + 0.4 * scene.layout.variant), h * 0.86, 0.62 * h)
    return view


def _floor(scene: Scene, shell: str, dim: str, glow: str) -> None:
    """A ribbed deck with a lit path."""
    top, h, w, u = scene.horizon, scene.h, scene.w, scene.u
    interior.floor(scene, dim, tiles=True)
    light = ink(mix(rgb(glow), np.ones(3, F), 0.4))
    with scene.canvas.pen((0, top, w, h)) as pen:
        for d in () if scene.canvas.beside else (-1, 1):
            a, b = w / 2 + d * 0.16 * w, w / 2 + d * 0.4 * w
            pen.poly([(a, top), (a + d * 5 * u, top), (b + d * 14 * u, h), (b, h)], light)
        pen.rect(-5, top - 3 * u, w + 5, top + 8 * u, scene.ink(shell, 0.6))
    scene.canvas.haze(w / 2, top + 0.5 * (h - top), 0.4 * w, 0.5 * (h - top), rgb(glow), 0.14, 1.4)


def _console(scene: Scene, x: float, y: float, size: float, shell: str, dim: str, glow: str) -> None:
    """A desk of screens and buttons."""
    furniture.shadow(scene, x, y, size * 0.5)
    with scene.canvas.pen((x - size * 0.7, y - size, x + size * 0.7, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.poly(scene.ink(dim, 0.7), (-0.4, 0), (-0.5, 0.36), (0.5, 0.36), (0.4, 0))
        it.poly(scene.ink(shell, 0.95), (-0.54, 0.34), (-0.46, 0.5), (0.46, 0.5), (0.54, 0.34))
        for i in range(9):
            color = rgb(("#f25f5c", "#ffd166", "#8bc34a", glow)[(i * 3) % 4])
            it.circle(-0.4 + 0.1 * i, 0.42 + 0.02 * (i % 2), 0.022, ink(color))
        for i, a in enumerate((-0.34, 0.0, 0.34)):
            it.rect(a - 0.16, 0.52, a + 0.16, 0.76, scene.ink("#3f4a5c", 0.55), 0.02)
            _screen(it, a, i, glow)
    scene.canvas.glow(x, y - size * 0.62, size * 0.6, rgb(glow), 0.22)


def _screen(it: Sketch, a: float, kind: int, glow: str) -> None:
    it.rect(a - 0.14, 0.54, a + 0.14, 0.74, ink(mix(rgb("#10243a"), rgb(glow), 0.2)))
    line = ink(mix(rgb(glow), np.ones(3, F), 0.5))
    if kind == 0:
        it.stroke(
            line, 0.012, 0.012, (a - 0.12, 0.6), (a - 0.06, 0.68), (a, 0.6), (a + 0.05, 0.7), (a + 0.12, 0.62)
        )
    elif kind == 1:
        it.circle(a, 0.64, 0.075, line)
        it.circle(a, 0.64, 0.062, ink(mix(rgb("#10243a"), rgb(glow), 0.3)))
        it.line((a, 0.64), (a + 0.05, 0.69), 0.01, line)
    else:
        for i in range(4):
            it.rect(a - 0.11 + 0.06 * i, 0.56, a - 0.07 + 0.06 * i, 0.6 + 0.035 * ((i * 7) % 4), line)


def _locker(scene: Scene, x: float, y: float, size: float, shell: str, dim: str, glow: str) -> None:
    """A locker with a suit's helmet on top."""
    furniture.shadow(scene, x, y, size * 0.44)
    with scene.canvas.pen((x - size * 0.7, y - size * 1.5, x + size * 0.7, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.4, 0, 0.4, 0.86, scene.ink(dim, 0.6), 0.04)
        for a in (-0.2, 0.2):
            it.rect(a - 0.17, 0.05, a + 0.17, 0.81, scene.ink(shell, 0.92), 0.03)
            it.rect(a - 0.1, 0.62, a + 0.1, 0.66, scene.ink(dim, 0.5))
            it.rect(a - 0.1, 0.54, a + 0.1, 0.58, scene.ink(dim, 0.5))
            it.circle(a + 0.1, 0.4, 0.025, ink(rgb(glow)))
        it.circle(0, 1.06, 0.22, scene.ink("#fbfdff", 1.0))
        it.ellipse(0, 1.04, 0.16, 0.13, scene.ink("#3f5a7a", 0.6))
        it.ellipse(-0.05 * scene.light_side, 1.09, 0.06, 0.035, scene.ink("#d6ecf6", 1.0))
        it.rect(-0.16, 0.85, 0.16, 0.9, scene.ink("#c9d3dc", 0.9), 0.02)
