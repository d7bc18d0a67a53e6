"""The market: stalls under striped awnings, crates heaped with fruit, lanterns over a square."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, rgb
from .. import buildings
from ..pen import Ink, Pen, Point, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .street import FACADES, cobbles
from .town import wet_shine

AWNINGS = ("#e2574c", "#2f9a92", "#f0a53a", "#4f7fc8", "#c85a8f", "#6aa84f")
FRUIT = (
    ("#e8453c", "#f2695a"), ("#f58b2a", "#ffb14a"), ("#f7cf3d", "#ffe27a"), ("#7fb83c", "#a9d95c"),
    ("#8a4fa8", "#b07fd0"), ("#d9483b", "#f29a5a"), ("#4f9a45", "#86c566"), ("#f2a0a8", "#ffc9c4"),
)  # fmt: skip


def market(scene: Scene) -> Stage:
    """A market square: a row of stalls before old houses, and larger ones to either side."""
    scene = scene.with_layout(horizon=0.55 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, u, v = scene.horizon, scene.u, scene.v
    fronts(scene, hor + 4 * u)
    cobbles(scene, scene.w / 2)
    rng = scene.rng("stalls")
    size = 170 * u
    n = max(3, round(scene.w / (size * 1.08)))
    shift = scene.layout.variant
    for i in range(n + 1):
        own = fork(rng)
        stall(scene, own, (i - 0.5 + shift) * scene.w / n, hor + 34 * u, size * 0.98, v / u, 0.12)
    _lights(scene)
    near = 330 * scene.near
    gap = min(0.5 * scene.w - 0.1 * near, 0.5 * scene.w + 10 * u)
    for side in (-1, 1):
        tall = 1.0 if side < 0 else 0.94
        x = scene.w / 2 + side * (gap - (0.02 if scene.layout.flip == (side > 0) else 0.1) * scene.w)
        stall(
            scene,
            scene.rng(f"stall-near{side}"),
            x,
            hor + 0.46 * (scene.h - hor) + 20 * u,
            near * tall,
            1.0,
            0.0,
        )
    _crates(scene)
    wet_shine(scene, hor + 0.2 * (scene.h - hor))
    return scene.stage(hor + (scene.h - hor) * 0.76)


def fronts(scene: Scene, foot: float) -> None:
    """Old house fronts side by side behind the stalls."""
    rng, u, v = scene.rng("fronts"), scene.u, scene.v
    far, lit, x = 0.2, [], -70.0 * scene.u * scene.layout.variant
    with scene.canvas.pen((0, 0, scene.w, foot + 10 * u)) as pen:
        while x < scene.w:
            own = fork(rng)
            w, tall = (110 + 60 * own.random()) * u, (210 + 110 * own.random()) * v
            _front(scene, pen, own, (x, foot, w, tall), far, lit)
            x += w
    for px, py in lit:
        scene.canvas.glow(px, py, 44 * u, rgb("#ffc766"), 0.3)


def _front(
    scene: Scene,
    pen: Pen,
    rng: np.random.Generator,
    at: tuple[float, float, float, float],
    far: float,
    lit: list[tuple[float, float]],
) -> None:
    x, foot, w, tall = at
    wall = FACADES[int(rng.integers(len(FACADES)))]
    roof = scene.snowed(buildings.ROOFS[int(rng.integers(5))])
    top, frame = foot - tall, scene.ink("#fff4e4", 0.95, far)
    if rng.random() < 0.5:
        pen.poly(
            [(x - 4, top + 2), (x + w / 2, top - w * 0.44), (x + w + 4, top + 2)], scene.ink(roof, 0.8, far)
        )
        pen.poly(
            [(x + w * 0.1, top + 2), (x + w / 2, top - w * 0.3), (x + w * 0.9, top + 2)],
            scene.ink(wall, 0.9, far),
        )
    else:
        pen.poly(
            [(x, top), (x + w * 0.1, top - w * 0.24), (x + w * 0.9, top - w * 0.24), (x + w, top)],
            scene.ink(roof, 0.8, far),
        )
    pen.rect(x, top, x + w, foot, scene.ink(wall, 0.9, far))
    pen.rect(
        *((x, top, x + w * 0.06, foot) if scene.light_side > 0 else (x + w * 0.94, top, x + w, foot)),
        scene.ink(wall, 0.5, far),
    )
    pen.rect(x - 2, top - 3, x + w + 2, top + w * 0.05, frame)
    size = w * 0.17
    for row in range(max(1, int(tall / (w * 0.58)))):
        for share in (0.16, 0.62):
            pane, on = buildings.window_ink(scene, rng, far)
            px, py = x + w * share, top + w * (0.16 + 0.5 * row)
            buildings.window(pen, px, py, size * 1.1, size * 1.5, pane, frame)
            if on:
                lit.append((px + size / 2, py + size * 0.7))


def stall(
    scene: Scene, rng: np.random.Generator, x: float, foot: float, size: float, stretch: float, far: float
) -> None:
    """A stall `size` wide: poles, a striped awning with a scalloped edge, and goods on a slanted counter."""
    tall = size * 0.9 * stretch
    color = AWNINGS[int(rng.integers(len(AWNINGS)))]
    top, table = foot - tall, foot - size * 0.3
    wood, dark = scene.ink("#a9764a", 0.9, far), scene.ink("#7a5236", 0.5, far)
    half = size * 0.46
    scene.canvas.shadow(x, foot, size * 0.56, size * 0.09, scene.light.shade * F(0.3), 0.5)
    with scene.canvas.pen((x - size * 0.7, top - size * 0.1, x + size * 0.7, foot + 4)) as pen:
        pen.rect(x - half, top + size * 0.1, x + half, table, scene.ink("#6a4a4f", 0.3, far, 0.82))
        for s in (-1, 1):
            pen.rect(x + s * half - size * 0.018, top, x + s * half + size * 0.018, foot, wood)
        _goods(scene, pen, rng, x, table, half, far)
        pen.rect(x - half * 1.04, table, x + half * 1.04, table + size * 0.05, wood)
        pen.rect(x - half, table + size * 0.05, x + half, foot, dark)
        for i in range(7):
            px = x - half + (i + 0.06) * half * 2 / 7
            pen.rect(px, table + size * 0.06, px + half * 2 / 7 * 0.88, foot, scene.ink("#b98758", 0.75, far))
        _awning(scene, pen, x, top, size, color, far)
    if scene.light.dark > 0.2:
        scene.canvas.glow(x, top + size * 0.42, size * 0.7, rgb("#ffc766"), 0.2 + 0.3 * scene.light.dark)


def _awning(scene: Scene, pen: Pen, x: float, top: float, size: float, color: str, far: float) -> None:
    deep, n = size * 0.3, 8
    white = scene.snowed("#fff6e6")
    for i in range(n):
        a, b = i / n - 0.5, (i + 1) / n - 0.5
        tint = scene.snowed(color, 0.5) if i % 2 == 0 else white
        k = 0.95 if (a + b) * scene.light_side > -0.5 else 0.75
        ya, yb = top - size * 0.08, top - size * 0.08 + deep
        pen.poly(
            [
                (x + a * size * 0.94, ya),
                (x + b * size * 0.94, ya),
                (x + b * size * 1.16, yb),
                (x + a * size * 1.16, yb),
            ],
            scene.ink(tint, k, far),
        )
        mid, r = x + (a + b) / 2 * size * 1.16, size * 1.16 / n / 2
        pen.rect(mid - r, yb - 1, mid + r, yb + size * 0.035, scene.ink(tint, k * 0.8, far))
        pen.ellipse(mid, yb + size * 0.035, r, size * 0.045, scene.ink(tint, k * 0.8, far))


def _goods(
    scene: Scene, pen: Pen, rng: np.random.Generator, x: float, table: float, half: float, far: float
) -> None:
    """Boxes of fruit side by side, each heaped."""
    n = 4
    wide = half * 2 / n
    first = int(rng.integers(len(FRUIT)))
    for i in range(n):
        cx = x - half + (i + 0.5) * wide
        dim, lit = FRUIT[(first + i * 3) % len(FRUIT)]
        heap(scene, pen, cx, table - wide * 0.16, wide, dim, lit, far)
        pen.rect(
            cx - wide * 0.46,
            table - wide * 0.22,
            cx + wide * 0.46,
            table + 1,
            scene.ink("#c99a62", 0.85, far),
        )
        pen.rect(
            cx - wide * 0.46,
            table - wide * 0.12,
            cx + wide * 0.46,
            table - wide * 0.08,
            scene.ink("#8a6038", 0.6, far),
        )


def heap(scene: Scene, pen: Pen, x: float, y: float, wide: float, dim: str, lit: str, far: float) -> None:
    """A heap of round fruit in a box `wide` pixels across."""
    r = wide * 0.125
    base, shine, dark = scene.ink(dim, 0.9, far), scene.ink(lit, 1.0, far), scene.ink(dim, 0.4, far)
    for row, n in ((2, 2), (1, 3), (0, 4)):
        for i in range(n):
            px, py = x + (i - (n - 1) / 2) * r * 1.9, y - row * r * 1.35 - r * 0.4
            pen.circle(px, py + r * 0.1, r * 1.06, dark)
            pen.circle(px, py, r, base)
            pen.circle(px + scene.light_side * r * 0.3, py - r * 0.32, r * 0.42, shine)


def _lights(scene: Scene) -> None:
    """Strings of bulbs and paper lanterns across the square."""
    rng, u, v = scene.rng("lights"), scene.u, scene.v
    on = scene.light.dark > 0.2
    spots: list[tuple[float, float, str]] = []
    with scene.canvas.pen((0, 0, scene.w, scene.horizon)) as pen:
        for j, high in enumerate((250, 190)):
            y, sag, n = scene.horizon - high * v, 50 * v, max(8, int(scene.w / (62 * u)))
            line: list[Point] = [
                (scene.w * t, y + sag * 4 * t * (1 - t)) for t in np.linspace(-0.03, 1.03, n).tolist()
            ]
            pen.stroke(line, 1.8 * u, 1.8 * u, scene.ink("#5a4a54", 0.5))
            for i, (x, py) in enumerate(line):
                color = AWNINGS[(i + j + int(rng.integers(2))) % len(AWNINGS)]
                spots.append((x, py + 14 * u, color))
        for x, y, color in spots:
            pale = mix(rgb(color), rgb("#fff0b8"), 0.42)
            tint: Ink = ink(pale) if on else scene.ink(color, 0.95)
            pen.rect(x - 3 * u, y - 13 * u, x + 3 * u, y - 9 * u, scene.ink("#5a4a44", 0.6))
            pen.ellipse(x, y, 9 * u, 11 * u, tint)
            pen.ellipse(
                x - 2.4 * u,
                y - 1 * u,
                3 * u,
                8 * u,
                ink(mix(pale, np.ones(3, F), 0.4)) if on else scene.ink(pale, 1.0),
            )
    if on:
        for x, y, color in spots:
            scene.canvas.glow(x, y, 52 * u, mix(rgb(color), rgb("#ffcf7a"), 0.6), 0.36)


def _crates(scene: Scene) -> None:
    """Crates and baskets standing on the ground in front of the near stalls."""
    rng, u, h = scene.rng("crates"), scene.near, scene.h
    y = scene.horizon + 0.62 * (h - scene.horizon)
    for side, shares in ((-1, (0.03, 0.15)), (1, (0.97, 0.87))):
        for i, share in enumerate(shares):
            wide = (92 + 20 * rng.random()) * u
            x, foot = scene.w * share, y + (16 * i + 14 * (side > 0)) * u
            dim, lit = FRUIT[int(rng.integers(len(FRUIT)))]
            scene.canvas.shadow(x, foot, wide * 0.6, wide * 0.13, scene.light.shade * F(0.3), 0.5)
            with scene.canvas.pen((x - wide, foot - wide * 1.2, x + wide, foot + 4)) as pen:
                heap(scene, pen, x, foot - wide * 0.4, wide, dim, lit, 0.0)
                pen.rect(x - wide * 0.5, foot - wide * 0.42, x + wide * 0.5, foot, scene.ink("#8a6038", 0.5))
                for k in (0.02, 0.17, 0.32):
                    pen.rect(
                        x - wide * 0.5,
                        foot - wide * (k + 0.11),
                        x + wide * 0.5,
                        foot - wide * k,
                        scene.ink("#c99a62", 0.95),
                    )
