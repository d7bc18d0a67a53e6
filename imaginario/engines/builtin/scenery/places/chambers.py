"""The bedroom and the bathroom."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior
from ..interior import Decor
from ..pen import Pen, Sketch, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale, stage_of, tiled


def bedroom(scene: Scene) -> Stage:
    """A bed under a quilt, a window with curtains, a lamp, a shelf of books and a soft rug."""
    scene = indoors(scene)
    decor = interior.decor_of(scene)
    interior.wall(scene, decor)
    interior.corners(scene, 0.2)
    u, v, floor = scene.u, scene.v, scene.horizon
    w, h = 190 * u, min(230 * v, floor * 0.52)
    cx = min(max(scene.x(0.3), w * 0.8), scene.w - w * 0.8)
    pane = interior.window(scene, cx - w / 2, floor * 0.42 - h / 2, w, h)
    interior.curtains(scene, pane, decor.cloth)
    interior.floor(scene, decor.wood)
    interior.sunbeam(scene, pane)
    interior.rug(scene, decor)
    far = 1 if scene.x(0.8) > scene.w / 2 else -1
    furniture.shelf(scene, scene.x(0.62), floor * 0.42, 150 * u, "bpb", decor.wood)
    furniture.picture(scene, scene.x(0.84), floor * 0.3, 120 * u, 92 * u, scene.layout.variant)
    if scene.layout.variant < 0.6:
        _fairy_lights(scene)
    _bed(scene, scene.x(0.78), floor + 84 * u, 320 * scene.near, -far, decor)
    bedside = scene.x(0.47)
    top = furniture.side_table(scene, bedside, floor + 30 * u, 96 * scene.near, decor.wood)
    _table_lamp(scene, bedside, top, 110 * scene.near, decor)
    furniture.potted(scene, scene.x(0.05), floor + 56 * u, 180 * scene.near, int(scene.layout.variant * 3))
    return stage_of(scene, pane)


def _bed(scene: Scene, x: float, y: float, size: float, way: int, decor: Decor) -> None:
    """A bed standing against the wall, seen from its side: headboard at the outer end, quilt, pillows."""
    if "bed" in scene.setting.drawn:
        return
    wood, dim = scene.ink(decor.wood, 0.9), scene.ink(decor.wood, 0.5)
    quilt, fold = scene.ink(decor.accent, 0.9), scene.ink(pale(decor.accent, 0.4), 1.0)
    furniture.shadow(scene, x, y, size * 0.56, 0.5)
    with scene.canvas.pen((x - size * 0.8, y - size * 0.9, x + size * 0.8, y + 5)) as pen:
        it = Sketch(pen, x, y, size, way)
        it.blob(wood, (-0.56, 0), (-0.57, 0.6), (-0.53, 0.7), (-0.46, 0.7), (-0.43, 0.6), (-0.43, 0))
        it.poly(dim, (-0.44, 0.06), (-0.44, 0.3), (0.54, 0.3), (0.54, 0.06))
        it.blob(
            scene.ink("#fffaf2", 1.0),
            (-0.46, 0.22),
            (-0.46, 0.42),
            (0, 0.44),
            (0.52, 0.42),
            (0.56, 0.3),
            (0.54, 0.2),
        )
        for px, color, k in ((-0.33, pale(decor.cloth, 0.5), 0.98), (-0.22, "#ffffff", 1.0)):
            pillow = (
                (px - 0.13, 0.4),
                (px - 0.12, 0.52),
                (px + 0.02, 0.58),
                (px + 0.11, 0.5),
                (px + 0.12, 0.4),
            )
            it.blob(scene.ink(color, k), *pillow)
        it.blob(
            quilt, (-0.1, 0.12), (-0.12, 0.44), (0, 0.49), (0.3, 0.48), (0.56, 0.42), (0.6, 0.26), (0.56, 0.1)
        )
        it.blob(fold, (-0.14, 0.14), (-0.15, 0.45), (-0.06, 0.5), (0.02, 0.46), (0.0, 0.13))
        for i in range(8):
            pen.star(*it.at(0.1 + i // 2 * 0.125, 0.2 + 0.14 * (i % 2)), size * 0.026, fold, 5, 0.5)
        it.blob(wood, (0.53, 0.0), (0.52, 0.36), (0.56, 0.44), (0.62, 0.4), (0.63, 0.0))
        for px in (-0.5, 0.58):
            it.rect(px - 0.025, 0.0, px + 0.025, 0.05, dim)


def _table_lamp(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    on = scene.light.dark > 0.2
    shade = ink(rgb("#ffe2a0")) if on else scene.ink("#f6e6c8", 0.95)
    with scene.canvas.pen((x - size, y - size * 1.1, x + size, y + 2)) as pen:
        pen.blob(
            [
                (x - size * 0.16, y),
                (x - size * 0.2, y - size * 0.2),
                (x, y - size * 0.48),
                (x + size * 0.2, y - size * 0.2),
                (x + size * 0.16, y),
            ],
            scene.ink(decor.cloth, 0.85),
        )
        pen.poly(
            [
                (x - size * 0.2, y - size * 0.92),
                (x + size * 0.2, y - size * 0.92),
                (x + size * 0.36, y - size * 0.44),
                (x - size * 0.36, y - size * 0.44),
            ],
            shade,
        )
    interior.lamplight(scene, x, y - size * 0.66, 300 * scene.u)


def _fairy_lights(scene: Scene) -> None:
    """A string of small lights along the wall."""
    u, y, n = scene.u, scene.horizon * 0.09, max(9, int(scene.w / (46 * scene.u)))
    tints = ("#ffd36e", "#ff9ab0", "#8fd0f0", "#b8e68a")
    spots = [(scene.w * i / (n - 1), y + 26 * u * abs(sin(pi * i / (n - 1) * 3))) for i in range(n)]
    with scene.canvas.pen((0, 0, scene.w, y + 60 * u)) as pen:
        pen.stroke(spots, 1.6 * u, 1.6 * u, scene.ink("#8f7a66", 0.6))
        for i, (x, py) in enumerate(spots):
            color = rgb(tints[i % 4])
            pen.ellipse(
                x,
                py + 7 * u,
                4.6 * u,
                6.4 * u,
                ink(color) if scene.light.dark > 0.2 else scene.ink(color, 1.0),
            )
    if scene.light.dark > 0.2:
        for i, (x, py) in enumerate(spots):
            scene.canvas.glow(x, py + 7 * u, 30 * u, rgb(tints[i % 4]), 0.4)


def bathroom(scene: Scene) -> Stage:
    """A bath full of foam, tiles, a basin under a mirror, towels."""
    scene = indoors(scene)
    decor = interior.decor_of(scene)
    interior.wall(scene, decor, panels=False)
    interior.corners(scene, 0.14)
    u, v, floor = scene.u, scene.v, scene.horizon
    _tiles(scene, floor - 210 * v, floor, decor)
    w, h = 150 * u, min(170 * v, floor * 0.38)
    cx = min(max(scene.x(0.24), w * 0.7), scene.w - w * 0.7)
    pane = interior.window(scene, cx - w / 2, floor * 0.24 - h * 0.3, w, h)
    interior.floor(scene, pale(decor.wall, 0.15), tiles=True)
    interior.sunbeam(scene, pane)
    basin = scene.x(0.66)
    _mirror(scene, basin, floor - 290 * v, 120 * u)
    _basin(scene, basin, floor + 8 * u, 190 * scene.near, decor)
    _towels(scene, scene.x(0.88), floor - 190 * v, decor)
    furniture.potted(scene, scene.x(0.95), floor + 62 * u, 170 * scene.near, 1, decor.cloth)
    _mat(scene, decor)
    _bath(scene, scene.x(0.19), floor + 62 * u, 330 * scene.near)
    x, y = furniture.pendant(scene, scene.x(0.46), floor * 0.16, 84 * u, decor.accent)
    interior.lamplight(scene, x, y, 340 * u)
    _bubbles(scene)
    return stage_of(scene, pane)


def _tiles(scene: Scene, top: float, bottom: float, decor: Decor) -> None:
    u, size = scene.u, 42 * scene.u
    rng = scene.rng("bath-tiles")
    with scene.canvas.pen((0, top - 14 * u, scene.w, bottom)) as pen:
        pen.rect(0, top, scene.w, bottom, scene.ink("#c9d3d6", 0.75))
        tints = ("#fbfdfc", pale(decor.accent, 0.5))
        tiled(scene, pen, (top, bottom, size), rng, lambda row, col: tints[(row + col) % 7 == 0])
        pen.rect(-5, top - 12 * u, scene.w + 5, top + 2 * u, scene.ink(decor.accent, 0.9), 2 * u)


def _bath(scene: Scene, x: float, y: float, size: float) -> None:
    """A tub on feet, foam heaped over its rim, a tap and a yellow duck."""
    if "bathtub" in scene.setting.drawn:
        return
    white, dim, gold = scene.ink("#ffffff", 1.0), scene.ink("#d3dde4", 0.7), scene.ink("#d9b45a", 0.9)
    way, side = (1 if x < scene.w / 2 else -1), scene.light_side
    box = (x - size * 0.8, y - size * 0.9, x + size * 0.8, y + 5)
    furniture.shadow(scene, x, y, size * 0.56, 0.5)
    with scene.canvas.pen(box) as pen:
        it = Sketch(pen, x, y, size, way)
        for d in (-0.4, 0.4):
            it.blob(gold, (d - 0.06, 0.1), (d + 0.06, 0.1), (d + 0.05, 0), (d - 0.05, 0))
        it.stroke(gold, 0.035, 0.035, (-0.5, 0.46), (-0.5, 0.66), (-0.4, 0.68), (-0.38, 0.59))
        body = ((-0.6, 0.46), (-0.52, 0.18), (-0.36, 0.05), (0.36, 0.05), (0.52, 0.18), (0.6, 0.46))
        it.blob(dim, *body)
        it.blob(white, *((px + 0.03 * side * way, py + 0.02) for px, py in body))
        it.ellipse(0, 0.46, 0.58, 0.07, scene.ink("#9fd6e6", 0.9))
    lumps = [
        (x + (a - 0.5) * size, y - size * (0.47 + 0.07 * b), size * (0.045 + 0.045 * c))
        for a, b, c in scene.rng("foam").random((22, 3)).tolist()
    ]
    foam = [mix(scene.tone(c, 1.0), np.ones(3, F), 0.3) for c in ("#cfe2f0", "#eef6fb", "#ffffff")]
    scene.canvas.puff(lumps, foam, light=scene.light_from, soft=0.25, balls=True)
    with scene.canvas.pen(box) as pen:
        it = Sketch(pen, x, y, size, way)
        it.rect(-0.64, 0.39, 0.64, 0.45, white, 0.03)
        it.rect(-0.62, 0.385, 0.62, 0.405, dim, 0.01)
        _duck(scene, pen, x + way * size * 0.26, y - size * 0.49, size * 0.14)


def _duck(scene: Scene, pen: Pen, x: float, y: float, s: float) -> None:
    lit, dim = scene.ink("#ffd53d", 1.0), scene.ink("#e8a82f", 0.7)
    pen.blob(
        [
            (x - s * 0.6, y - s * 0.5),
            (x - s * 0.4, y),
            (x + s * 0.4, y),
            (x + s * 0.55, y - s * 0.4),
            (x, y - s * 0.45),
        ],
        dim,
    )
    pen.blob(
        [
            (x - s * 0.58, y - s * 0.52),
            (x - s * 0.36, y - s * 0.06),
            (x + s * 0.34, y - s * 0.08),
            (x + s * 0.5, y - s * 0.42),
            (x, y - s * 0.46),
        ],
        lit,
    )
    pen.circle(x + s * 0.3, y - s * 0.72, s * 0.33, lit)
    pen.poly(
        [(x + s * 0.56, y - s * 0.76), (x + s * 0.86, y - s * 0.66), (x + s * 0.56, y - s * 0.56)],
        scene.ink("#f27a2f", 0.95),
    )
    pen.circle(x + s * 0.4, y - s * 0.8, s * 0.06, scene.ink("#2c2430", 0.3))


def _mirror(scene: Scene, x: float, y: float, size: float) -> None:
    with scene.canvas.pen((x - size, y - size, x + size, y + size)) as pen:
        pen.ellipse(x + 3, y + 5, size * 0.62, size * 0.74, scene.ink("#8f9aa8", 0.5))
        pen.ellipse(x, y, size * 0.62, size * 0.74, scene.ink("#d9b45a", 0.95))
        pen.ellipse(x, y, size * 0.54, size * 0.66, scene.ink("#cfe6ee", 0.95))
        for dx, w in ((-0.14, 0.1), (0.08, 0.05)):
            pen.poly(
                [
                    (x + dx * size + size * 0.16, y - size * 0.44),
                    (x + (dx + w) * size + size * 0.16, y - size * 0.42),
                    (x + (dx + w) * size - size * 0.16, y + size * 0.42),
                    (x + dx * size - size * 0.16, y + size * 0.4),
                ],
                scene.ink("#f4fbfd", 1.0),
            )


def _basin(scene: Scene, x: float, y: float, size: float, decor: Decor) -> None:
    top = y - size * 0.72
    white, dim = scene.ink("#ffffff", 1.0), scene.ink("#d3dde4", 0.7)
    furniture.shadow(scene, x, y, size * 0.42)
    with scene.canvas.pen((x - size, top - size * 0.5, x + size, y + 4)) as pen:
        pen.rect(x - size * 0.4, top + size * 0.08, x + size * 0.4, y, scene.ink(decor.wood, 0.7), 4)
        for s in (-1, 1):
            pen.rect(
                x + (0.02 if s > 0 else -0.37) * size,
                top + size * 0.15,
                x + (0.37 if s > 0 else -0.02) * size,
                y - size * 0.05,
                scene.ink(decor.wood, 0.9),
                4,
            )
            pen.circle(x + s * size * 0.07, top + size * 0.4, size * 0.024, scene.ink("#e8c47a", 1.0))
        pen.blob(
            [
                (x - size * 0.48, top - size * 0.04),
                (x - size * 0.38, top + size * 0.12),
                (x + size * 0.38, top + size * 0.12),
                (x + size * 0.48, top - size * 0.04),
            ],
            dim,
        )
        pen.ellipse(x, top - size * 0.02, size * 0.5, size * 0.08, white)
        pen.ellipse(x, top - size * 0.01, size * 0.38, size * 0.05, scene.ink("#cfe3ea", 0.85))
        steel = scene.ink("#9fb0bd", 0.9)
        pen.stroke(
            [(x, top - size * 0.04), (x, top - size * 0.24), (x + size * 0.08, top - size * 0.22)],
            size * 0.04,
            size * 0.035,
            steel,
        )
        for i, c in enumerate((decor.cloth, decor.accent)):
            px = x - size * (0.3 - 0.08 * i)
            pen.line(
                (px, top - size * 0.06),
                (px + (i - 0.5) * size * 0.08, top - size * 0.32),
                size * 0.02,
                scene.ink(c, 0.95),
            )
        pen.rect(
            x - size * 0.34,
            top - size * 0.16,
            x - size * 0.2,
            top - size * 0.03,
            scene.ink("#8fc7d0", 0.95),
            3,
        )


def _towels(scene: Scene, x: float, y: float, decor: Decor) -> None:
    u = scene.u
    with scene.canvas.pen((x - 90 * u, y - 20 * u, x + 90 * u, y + 150 * u)) as pen:
        pen.rect(x - 70 * u, y - 4 * u, x + 70 * u, y + 2 * u, scene.ink("#9fb0bd", 0.9), 3 * u)
        for dx, c, tall in ((-34, decor.cloth, 118), (30, decor.accent, 92)):
            pen.rect(x + (dx - 28) * u, y - 6 * u, x + (dx + 28) * u, y + tall * u, scene.ink(c, 0.8), 4 * u)
            pen.rect(x + (dx - 28) * u, y - 6 * u, x + (dx + 10) * u, y + tall * u, scene.ink(c, 0.95), 4 * u)
            for k in (18, 30):
                pen.rect(
                    x + (dx - 28) * u,
                    y + (tall - k) * u,
                    x + (dx + 28) * u,
                    y + (tall - k + 6) * u,
                    scene.ink("#fff8ec", 0.95),
                )


def _mat(scene: Scene, decor: Decor) -> None:
    u, x = scene.near, scene.w / 2
    y = scene.horizon + (scene.h - scene.horizon) * 0.7
    rx, ry = min(0.3 * scene.w, 210 * u), 46 * u
    with scene.canvas.pen((x - rx * 1.1, y - ry * 1.3, x + rx * 1.1, y + ry * 1.3)) as pen:
        pen.ellipse(x, y + 5 * u, rx, ry, scene.ink(decor.accent, 0.35))
        for k, tint in ((1.0, pale(decor.accent, 0.3)), (0.86, "#fff8ec"), (0.78, pale(decor.accent, 0.3))):
            pen.ellipse(x, y, rx * k, ry * k, scene.ink(tint, 0.95))
        for i in range(40):
            t = 2 * pi * i / 40
            pen.circle(x + cos(t) * rx, y + sin(t) * ry, 7 * u, scene.ink(pale(decor.accent, 0.3), 0.9))


def _bubbles(scene: Scene) -> None:
    """Soap bubbles over the bath."""
    rng, u = scene.rng("bath-bubbles"), scene.u
    x0 = scene.x(0.19)
    pale_ = mix(rgb("#d6f0fa"), np.ones(3, F), 0.4)
    with scene.canvas.pen(None, opacity=0.75) as pen:
        for a, b, c in rng.random((14, 3)).tolist():
            x, y, r = x0 + (a - 0.5) * 330 * u, scene.horizon * (0.4 + 0.5 * b), (6 + 14 * c) * u
            pen.circle(x, y, r, ink(pale_, 0.4))
            pen.circle(x - r * 0.35, y - r * 0.35, r * 0.22, ink(np.ones(3, F), 0.95))
