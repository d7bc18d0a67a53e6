"""The office and the gym."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, rgb
from .. import buildings, furniture, interior
from ..canvas import Canvas
from ..interior import Decor
from ..pen import Sketch, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .rooms import indoors, pale, stage_of
from .town import TOWERS


def office(scene: Scene) -> Stage:
    """Desks with computers, a whiteboard, plants, broad windows on a town."""
    scene = indoors(scene)
    decor = interior.decor_of(scene)
    interior.wall(scene, decor, panels=False)
    interior.corners(scene, 0.14)
    u, floor = scene.u, scene.horizon
    pane = _view(
        scene, scene.x(0.36), floor * 0.4, min(0.56 * scene.w, 430 * u), min(230 * scene.v, floor * 0.5)
    )
    _whiteboard(scene, scene.x(0.84), floor * 0.36, min(190 * u, 0.26 * scene.w))
    interior.floor(scene, pale(decor.wood, 0.25))
    interior.sunbeam(scene, pane)
    furniture.bookcase(
        scene,
        scene.rng("files"),
        scene.x(0.98) - 60 * u,
        scene.x(0.98) + 60 * u,
        floor - 200 * scene.v,
        floor + 6 * u,
        decor.wood,
    )
    furniture.potted(scene, scene.x(0.03), floor + 30 * u, 200 * scene.near, int(scene.layout.variant * 3))
    for share, y, size in ((0.24, 0.06, 190), (0.76, 0.08, 200), (0.03, 0.52, 270), (0.97, 0.62, 280)):
        _desk(scene, scene.x(share), floor + (scene.h - floor) * y + 30 * u, size * scene.near, decor)
    for share in (0.3, 0.7):
        x, y = furniture.pendant(scene, scene.x(share), floor * 0.12, 76 * u, decor.accent)
        interior.lamplight(scene, x, y, 280 * u, 0.7)
    return stage_of(scene, pane)


def _view(scene: Scene, x: float, y: float, w: float, h: float) -> interior.Rect:
    """A broad window high over the town."""
    u = scene.u
    pane = interior.window(scene, x - w / 2, y - h / 2, w, h)
    view = Canvas(max(2, int(w)), max(2, int(h)), unit=scene.u * 0.62)
    out = interior.outside_scene(scene, view)
    paint_sky(out)
    for i, (low, high, far) in enumerate(((90, 260, 0.55), (60, 170, 0.25))):
        buildings.skyline(out, f"office-{i}", h + 4, (low, high), (44, 84), TOWERS[i], far)
    scene.canvas.paint(np.ones((view.height, view.width), F), int(x - w / 2), int(y - h / 2), view.a)
    frame = scene.ink("#fff8ec", 1.0)
    with scene.canvas.pen((x - w, y - h, x + w, y + h)) as pen:
        for t in (0.25, 0.5, 0.75):
            pen.rect(x + (t - 0.5) * w - 4 * u, y - h / 2, x + (t - 0.5) * w + 4 * u, y + h / 2, frame)
        pen.rect(x - w / 2, y - h * 0.22 - 3 * u, x + w / 2, y - h * 0.22 + 3 * u, frame)
    return pane


def _whiteboard(scene: Scene, x: float, y: float, w: float) -> None:
    """A board with bars, a curve and notes in colours."""
    with scene.canvas.pen((x - w, y - w, x + w, y + w)) as pen:
        it = Sketch(pen, x, y, w)
        it.rect(-0.5, -0.34, 0.5, 0.34, scene.ink("#aab5c0", 0.9), 0.02)
        it.rect(-0.47, -0.31, 0.47, 0.31, scene.ink("#fdfefe", 1.0))
        for i, (k, c) in enumerate(
            ((0.16, "#4fa3c7"), (0.26, "#f2c14e"), (0.2, "#6fbf73"), (0.36, "#e8605a"))
        ):
            it.rect(-0.4 + 0.1 * i, -0.22, -0.33 + 0.1 * i, -0.22 + k, scene.ink(c, 0.95))
        it.stroke(
            scene.ink("#7a6fd0", 0.9), 0.02, 0.02, (-0.4, -0.02), (-0.28, 0.1), (-0.18, 0.06), (-0.06, 0.24)
        )
        for i, c in enumerate(("#fff3a0", "#ffc9d6", "#c9f0d0", "#cfe3ff", "#ffe0b8", "#e3d0ff")):
            px, py = 0.08 + 0.13 * (i % 3), 0.06 - 0.17 * (i // 3)
            it.rect(px, py, px + 0.105, py + 0.13, scene.ink(c, 1.0))
            it.line((px + 0.02, py + 0.08), (px + 0.085, py + 0.08), 0.01, scene.ink("#8a8f9c", 0.8))


def _desk(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    """A desk with a screen, papers and a cup, a chair before it."""
    furniture.shadow(scene, x, y, size * 0.5)
    top, leg, dark = (
        scene.ink(pale(decor.wood, 0.4), 1.0),
        scene.ink("#8f9aa8", 0.75),
        scene.ink("#3f4660", 0.55),
    )
    on = mix(rgb("#8fd0f0"), rgb("#ffffff"), 0.3)
    with scene.canvas.pen((x - size * 0.7, y - size, x + size * 0.7, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        for d in (-0.44, 0.44):
            it.rect(d - 0.02, 0, d + 0.02, 0.4, leg)
        it.rect(0.14, 0.06, 0.44, 0.4, scene.ink(decor.accent, 0.8), 0.01)
        for k in (0.1, 0.21, 0.32):
            it.rect(0.17, k, 0.41, k + 0.08, scene.ink(decor.accent, 0.95), 0.01)
            it.rect(0.26, k + 0.035, 0.32, k + 0.05, scene.ink("#f2ead8", 1.0))
        it.rect(-0.5, 0.39, 0.5, 0.435, top, 0.01)
        it.rect(-0.04, 0.43, 0.04, 0.5, dark)
        it.rect(-0.11, 0.43, 0.11, 0.445, dark)
        it.rect(-0.21, 0.49, 0.21, 0.78, dark, 0.02)
        it.rect(-0.19, 0.51, 0.19, 0.76, ink(on * F(0.9)))
        it.rect(-0.16, 0.68, 0.02, 0.71, scene.ink("#ffffff", 1.0))
        it.rect(-0.16, 0.62, 0.1, 0.65, scene.ink("#f2c14e", 1.0))
        it.rect(-0.16, 0.56, -0.04, 0.59, scene.ink("#6fbf73", 1.0))
        it.poly(scene.ink("#ffffff", 1.0), (-0.46, 0.435), (-0.26, 0.435), (-0.29, 0.46), (-0.43, 0.46))
        it.rect(0.3, 0.435, 0.37, 0.52, scene.ink(decor.cloth, 0.9), 0.01)
    if scene.light.dark > 0.3:
        scene.canvas.glow(x, y - size * 0.62, size * 0.5, rgb("#a8dcf5"), 0.3)


def gym(scene: Scene) -> Stage:
    """A sports hall: wall bars, mirrors, weights, mats, a punching bag, a rope."""
    scene = indoors(scene)
    decor = interior.decor_of(
        scene,
        (
            Decor("#e6e2d6", "#d9d3c4", "#c99a5f", "#d8504a", "#3f7fb5"),
            Decor("#dde4ea", "#cdd6de", "#b98a55", "#3f9a86", "#e0903c"),
        ),
    )
    interior.wall(scene, decor)
    interior.corners(scene, 0.14)
    u, floor = scene.u, scene.horizon
    w = 190 * u
    cx = min(max(scene.x(0.2), w * 0.7), scene.w - w * 0.7)
    pane = interior.window(scene, cx - w / 2, floor * 0.16, w, min(130 * scene.v, floor * 0.28))
    _wall_bars(scene, scene.x(0.5), floor, 170 * u)
    _mirror(scene, scene.x(0.83), floor - 8 * u, 220 * u)
    interior.floor(scene, "#d9a565")
    _court_lines(scene, decor)
    interior.sunbeam(scene, pane)
    _rack(scene, scene.x(0.84), floor + 40 * u, 260 * scene.near)
    _bag(scene, scene.x(0.66), floor * 0.2, floor * 0.78, decor)
    _mats(scene, scene.x(0.14), floor + 66 * u, 250 * scene.near, decor)
    for share, y, size in ((0.3, 0.2, 54), (0.95, 0.5, 66)):
        _ball(scene, scene.x(share), floor + (scene.h - floor) * y, size * scene.near)
    return stage_of(scene, pane)


def _wall_bars(scene: Scene, x: float, floor: float, w: float) -> None:
    wood, dim = scene.ink("#d9a565", 0.95), scene.ink("#a8743f", 0.6)
    tall = floor * 0.8
    with scene.canvas.pen((x - w, floor - tall * 1.1, x + w, floor + 4)) as pen:
        n = max(7, int(tall / (26 * scene.u)))
        for i in range(n):
            y = floor - tall * (i + 1) / (n + 0.5)
            pen.rect(x - w / 2, y + 3, x + w / 2, y + 9 * scene.u, dim, 3)
            pen.rect(x - w / 2, y, x + w / 2, y + 7 * scene.u, wood, 3)
        for d in (-0.5, 0.0, 0.5):
            pen.rect(x + d * w - 7 * scene.u, floor - tall, x + d * w + 7 * scene.u, floor, wood)


def _mirror(scene: Scene, x: float, low: float, w: float) -> None:
    tall = scene.horizon * 0.66
    with scene.canvas.pen((x - w, low - tall * 1.1, x + w, low + 4)) as pen:
        pen.rect(x - w / 2 - 5, low - tall - 5, x + w / 2 + 5, low, scene.ink("#9fb0bd", 0.8))
        pen.rect(x - w / 2, low - tall, x + w / 2, low - 4, scene.ink("#d6e8ee", 0.95))
        for a, wide in ((-0.3, 0.12), (-0.12, 0.05), (0.2, 0.16)):
            pen.poly(
                [
                    (x + (a + 0.16) * w, low - tall),
                    (x + (a + wide + 0.16) * w, low - tall),
                    (x + (a + wide - 0.1) * w, low - 4),
                    (x + (a - 0.1) * w, low - 4),
                ],
                scene.ink("#eef7fa", 1.0),
            )


def _court_lines(scene: Scene, decor: Decor) -> None:
    top, h, w, u = scene.horizon, scene.h, scene.w, scene.u
    white, color = scene.ink("#ffffff", 1.0), scene.ink(decor.accent, 0.95)
    with scene.canvas.pen((0, top, w, h), opacity=0.75) as pen:
        pen.rect(-5, top + 0.16 * (h - top), w + 5, top + 0.16 * (h - top) + 4 * u, white)
        for d in () if scene.canvas.beside else (-1, 1):
            pen.line((w / 2 + d * 0.2 * w, top), (w / 2 + d * 0.52 * w, h), 6 * u, color)


def _rack(scene: Scene, x: float, y: float, size: float) -> None:
    """A stand with dumb-bells in two rows."""
    furniture.shadow(scene, x, y, size * 0.5)
    steel, dark = scene.ink("#8f9aa8", 0.8), scene.ink("#3f4456", 0.55)
    with scene.canvas.pen((x - size * 0.7, y - size, x + size * 0.7, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        for d in (-0.46, 0.46):
            it.rect(d - 0.02, 0, d + 0.02, 0.46, steel)
        for row, k in enumerate((0.14, 0.36)):
            it.rect(-0.5, k, 0.5, k + 0.03, steel)
            for i in range(5 - row):
                px, r = -0.4 + 0.2 * i + 0.1 * row, 0.05 - 0.006 * i
                it.rect(px - 0.06, k + 0.055, px + 0.06, k + 0.075, steel)
                for d in (-0.06, 0.06):
                    it.rect(px + d - 0.025, k + 0.065 - r, px + d + 0.025, k + 0.065 + r, dark, 0.01)


def _bag(scene: Scene, x: float, top: float, low: float, decor: Decor) -> None:
    """A punching bag on its chain."""
    u, w = scene.near, 66 * scene.near
    with scene.canvas.pen((x - w, 0, x + w, low + 10)) as pen:
        pen.rect(x - 2 * u, -5, x + 2 * u, top + 30 * u, scene.ink("#8f9aa8", 0.7))
        pen.rect(x - w * 0.46, top + 30 * u, x + w * 0.46, low, scene.ink(decor.cloth, 0.55), 16 * u)
        pen.rect(x - w * 0.46, top + 30 * u, x + w * 0.22, low, scene.ink(decor.cloth, 0.9), 16 * u)
        for k in (0.12, 0.86):
            y = top + 30 * u + (low - top - 30 * u) * k
            pen.rect(x - w * 0.46, y, x + w * 0.46, y + 9 * u, scene.ink("#f2ead8", 0.95))


def _mats(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    furniture.shadow(scene, x, y, size * 0.5)
    with scene.canvas.pen((x - size * 0.7, y - size * 0.6, x + size * 0.7, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        for i, c in enumerate((decor.accent, decor.cloth, decor.accent)):
            it.rect(-0.5 + 0.01 * i, 0.1 * i, 0.5 - 0.02 * i, 0.1 * i + 0.095, scene.ink(c, 0.75), 0.02)
            it.rect(-0.5 + 0.01 * i, 0.1 * i + 0.06, 0.5 - 0.02 * i, 0.1 * i + 0.095, scene.ink(c, 1.0), 0.02)


def _ball(scene: Scene, x: float, y: float, size: float) -> None:
    furniture.shadow(scene, x, y, size * 0.5)
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 4)) as pen:
        it, seam = Sketch(pen, x, y, size), scene.ink("#5a3a2a", 0.5)
        it.circle(0, 0.45, 0.45, scene.ink("#c9692f", 0.6))
        it.circle(0.04 * scene.light_side, 0.48, 0.41, scene.ink("#f08a3c", 0.95))
        it.line((0, 0.02), (0, 0.88), 0.03, seam)
        it.line((-0.43, 0.45), (0.43, 0.45), 0.03, seam)
        for d in (-1, 1):
            it.stroke(seam, 0.03, 0.03, (d * 0.3, 0.12), (d * 0.14, 0.45), (d * 0.3, 0.78))
