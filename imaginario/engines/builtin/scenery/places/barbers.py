"""The barbershop: big chairs before mirrors with lamps, bottles, a striped pole, a chequered floor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...pixels import F, mix, rgb
from .. import furniture, interior
from ..interior import Decor
from ..pen import Ink, Marks, Pen, Point, Sketch, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale, stage_of

DECORS = (
    Decor("#f3e3cc", "#e8d2b2", "#8a5a3c", "#b8323f", "#3f6f8f"),
    Decor("#cfe3e0", "#bcd6d2", "#7a5640", "#2f7f7a", "#d9a43c"),
    Decor("#e3d6e8", "#d3c4dc", "#6f4f5a", "#7a4f9a", "#e28f7a"),
    Decor("#f6d9cf", "#eec6b9", "#9a6a4a", "#34599a", "#e2b04f"),
    Decor("#dfe6c9", "#cdd7b0", "#84603f", "#8a3f2f", "#4f8f6a"),
)
BOTTLES = ("#4fa8c9", "#e2604f", "#f2b84a", "#6fb87a", "#b88fd0", "#f2efe6", "#e88fb0")


@dataclass(frozen=True)
class _Row:
    """Where things hang on the wall: the xs of the mirrors and of their chairs, the window's, the pole's."""

    mirrors: tuple[float, ...]
    chairs: tuple[float, ...]
    window: float
    pole: float


ROWS = {
    "open": _Row((0.42, 0.66, 0.9), (0.4, 0.9), 0.14, 0.27),
    "low": _Row((0.11, 0.57, 0.9), (0.13, 0.87), 0.34, 0.74),
    "high": _Row((0.3, 0.54, 0.78), (0.26, 0.82), 0.06, 0.95),
    "framed": _Row((0.16, 0.84), (0.16, 0.84), 0.5, 0.3),
    "winding": _Row((0.12, 0.36, 0.6), (0.12, 0.64), 0.87, 0.735),
}


def barbershop(scene: Scene) -> Stage:
    """A row of mirrors along the wall, chairs before them, the street in the window."""
    scene = indoors(scene)
    floor, u, near = scene.horizon, scene.u, scene.near
    decor = interior.decor_of(scene, DECORS)
    rng, row = scene.rng("barber"), ROWS[scene.layout.name]
    interior.wall(scene, decor, panels=False)
    interior.corners(scene, 0.24)
    interior.floor(scene, pale(decor.accent, 0.1) if rng.random() < 0.35 else "#4a4450", tiles=True)
    _tiled_dado(scene, decor)
    pane = _window(scene, row.window)
    left, _, right, _ = scene.canvas.inner
    wide = min(0.21 * (right - left), 176 * u)
    kind = int(rng.integers(3))
    for share in _all(scene, row.mirrors):
        _mirror(scene, decor, scene.x(share), wide, kind)
    _shelf(scene, decor, [scene.x(s) for s in _all(scene, row.mirrors)], wide)
    _striped_pole(scene, scene.x(row.pole), _high(scene, 0.5), 150 * scene.v)
    _lamps(scene, decor)
    low = scene.canvas.inner[3]
    for share in row.chairs:
        middle = 0.2 if 0.3 < share < 0.7 else 0.44
        x, y = scene.x(share), floor + (middle - 0.02) * (low - floor)
        _chair(
            scene,
            x,
            y,
            (205 if middle < 0.3 else 235) * min(near, 1.04 * u),
            decor.cloth,
            1 if x < scene.w / 2 else -1,
        )
    _coat_stand(scene, decor)
    return stage_of(scene, pane)


def _high(scene: Scene, share: float) -> float:
    """The y of a share of the way from the picture's upper edge to the floor."""
    top = scene.canvas.inner[1]
    return top + share * (scene.horizon - top)


def _all(scene: Scene, shares: tuple[float, ...]) -> list[float]:
    """The shares, and as many more beyond the picture as there is room for."""
    left, _, right, _ = scene.canvas.inner
    step = 0.24
    more = [s for i in range(1, 12) for s in (min(shares) - step * i, max(shares) + step * i)]
    reach = (scene.w - right) / (right - left) + 0.2, left / (right - left) + 0.2
    far = max(reach)
    return [*shares, *(s for s in more if (s < -0.14 or s > 1.14) and -far < s < 1 + far)]


def _tiled_dado(scene: Scene, decor: Decor) -> None:
    """White tiles on the lower part of the wall, a coloured band over them."""
    floor, u, w = scene.horizon, scene.u, scene.w
    top = floor - 150 * scene.v
    with scene.canvas.pen((0, top - 20 * u, w, floor + 2)) as pen:
        pen.rect(-5, top, w + 5, floor, scene.ink("#faf6ee", 0.86))
        size, seam = 30 * u, scene.ink("#cfc6ba", 0.8)
        row, y = 0, top
        while y < floor - 22 * u:
            pen.rect(-5, y, w + 5, y + 1.4 * u, seam)
            for i in range(int(w / (2 * size)) + 2):
                x = (i + 0.5 * (row % 2)) * 2 * size
                pen.rect(x, y, x + 1.4 * u, y + size * 0.9, seam)
            row, y = row + 1, y + size * 0.9
        pen.rect(-5, top - 10 * u, w + 5, top + 3 * u, scene.ink(decor.cloth, 0.9))
        pen.rect(-5, top - 10 * u, w + 5, top - 6 * u, scene.ink(decor.cloth, 1.0))
        pen.rect(-5, floor - 20 * u, w + 5, floor + 2, scene.ink(decor.wood, 0.75))
        pen.rect(-5, floor - 20 * u, w + 5, floor - 15 * u, scene.ink(decor.wood, 1.0))


def _window(scene: Scene, share: float) -> interior.Rect:
    """The window on the street."""
    floor, u = scene.horizon, scene.u
    w, h = 150 * u, min(260 * scene.v, (floor - scene.canvas.inner[1]) * 0.46)
    x, y = scene.x(share), _high(scene, 0.2)
    return interior.window(scene, x - w / 2, y, w, h)


def _mirror(scene: Scene, decor: Decor, x: float, w: float, kind: int) -> None:
    """A big mirror: arched, round-cornered with bulbs along its sides, or round; the room shows in it."""
    floor, u = scene.horizon, scene.u
    top, low = _high(scene, 0.2 if kind else 0.17), floor - 178 * scene.v
    half, e = w / 2 - 16 * u, 10 * u
    on = scene.light.dark > 0.2
    gold, dim = scene.ink("#d9b25f" if kind != 1 else "#f6efe2", 1.0), scene.ink(decor.wood, 0.6)
    with scene.canvas.pen((x - w, top - 60 * u, x + w, low + 30 * u)) as pen:
        for grow, tint in ((e + 3 * u, dim), (e, gold), (2 * u, dim)):
            pen.poly(_outline(x, top, half, low, grow, kind), tint)
    glass = _outline(x, top, half, low, 0, kind)
    _reflection(scene, decor, glass, (x - half, top - half, x + half, low))
    with scene.canvas.pen((x - w, top - 60 * u, x + w, low + 30 * u)) as pen:
        bulb = ink(rgb("#fff3c0")) if on else scene.ink("#fffaf0", 1.0)
        if kind == 1:
            for i in range(6):
                y = top + (low - top) * (i + 0.5) / 6
                for s in (-1, 1):
                    pen.circle(x + s * (half + e * 0.5), y, 7.4 * u, scene.ink("#c9a860", 0.7))
                    pen.circle(x + s * (half + e * 0.5), y, 6 * u, bulb)
        else:
            for s in (-1, 1) if kind == 0 else (0,):
                _sconce(
                    scene,
                    pen,
                    x + s * (half + 6 * u),
                    top + (low - top) * 0.3 if s else top - half * 0.2,
                    decor,
                )
    reach = 0.16 + 0.5 * scene.light.dark
    scene.canvas.haze(x, (top + low) / 2, w * 0.9, (low - top) * 0.8, rgb("#ffdf9a"), 0.4 * reach, 1.7)


def _outline(x: float, top: float, half: float, low: float, grow: float, kind: int) -> list[Point]:
    """The edge of a mirror, widened by `grow`."""
    a, b = x - half - grow, x + half + grow
    if kind == 1:
        return [(a, top - grow), (b, top - grow), (b, low + grow), (a, low + grow)]
    flat = 1.0 if kind == 0 else 0.6
    arc = [
        (x + (half + grow) * float(np.cos(t)), top + half * flat - (half * flat + grow) * float(np.sin(t)))
        for t in np.linspace(np.pi, 0, 24)
    ]
    return [*arc, (b, low + grow), (a, low + grow)]


def _reflection(
    scene: Scene, decor: Decor, glass: list[Point], box: tuple[float, float, float, float]
) -> None:
    """What the mirror shows: the opposite wall, a lamp, a door with daylight, slanting gleams."""
    x0, _, x1, low = box
    top = min(y for _, y in glass)
    w, h = x1 - x0, low - top
    edges = scene.canvas.clip(x0, top, x1, low)
    if edges[2] - edges[0] < 3 or edges[3] - edges[1] < 3:
        return
    marks = Marks(edges, 2)
    marks.poly(glass, 255)
    wall = mix(scene.tone(decor.wall, 0.8), rgb("#cfe2ea"), 0.35)
    rows = np.linspace(1.04, 0.86, edges[3] - edges[1], dtype=F)[:, None, None]
    fill = np.clip(wall * rows, 0, 1) * np.ones((1, edges[2] - edges[0], 1), F)
    scene.canvas.paint(marks.mask(), edges[0], edges[1], fill.astype(F))
    day = mix(scene.light.sky[-1], np.ones(3, F), 0.2)
    with scene.canvas.pen((x0, top, x1, low), soft=1.6 * scene.u, opacity=0.6) as pen:
        pen.rect(x0 + w * 0.58, top + h * 0.34, x0 + w * 0.86, low - h * 0.26, ink(day))
        pen.rect(x0 + w * 0.705, top + h * 0.34, x0 + w * 0.735, low - h * 0.26, scene.ink(decor.wood, 0.8))
        pen.rect(x0 + w * 0.58, top + h * 0.56, x0 + w * 0.86, top + h * 0.58, scene.ink(decor.wood, 0.8))
        pen.rect(x0, low - h * 0.2, x1, low, scene.ink("#faf6ee", 0.8))
        pen.rect(x0, low - h * 0.22, x1, low - h * 0.195, scene.ink(decor.cloth, 0.85))
        pen.circle(x0 + w * 0.28, top + h * 0.4, w * 0.1, ink(rgb("#fff3c8")))
    shine = ink(rgb("#ffffff"))
    with scene.canvas.pen((x0, top, x1, low), opacity=0.26) as pen:
        for a, b in ((0.08, 0.2), (0.28, 0.34)):
            pen.poly(
                [
                    (x0 + w * (a + 0.3), top + h * 0.3),
                    (x0 + w * (b + 0.3), top + h * 0.3),
                    (x0 + w * b, low - h * 0.08),
                    (x0 + w * a, low - h * 0.08),
                ],
                shine,
            )


def _sconce(scene: Scene, pen: Pen, x: float, y: float, decor: Decor) -> None:
    """A lamp with a small shade at a mirror."""
    u, on = scene.u, scene.light.dark > 0.2
    it = Sketch(pen, x, y, 40 * u)
    brass = scene.ink("#c99a4a", 0.9)
    it.rect(-0.12, -0.7, 0.12, -0.3, brass, 0.06)
    it.rect(-0.05, -0.5, 0.05, 0.0, brass)
    it.poly(
        ink(rgb("#ffe9b0")) if on else scene.ink(pale(decor.cloth, 0.72), 1.0),
        (-0.4, -0.04),
        (-0.22, 0.52),
        (0.22, 0.52),
        (0.4, -0.04),
    )
    it.rect(-0.42, -0.1, 0.42, -0.02, brass, 0.03)


def _shelf(scene: Scene, decor: Decor, xs: list[float], w: float) -> None:
    """A marble counter below the mirrors: bottles, brushes, combs in a glass, bowls of lather, towels."""
    floor, u, rng = scene.horizon, scene.u, scene.rng("bottles")
    y = floor - 150 * scene.v
    for x in xs:
        half = w * 0.56
        with scene.canvas.pen((x - w, y - 110 * u, x + w, floor + 4)) as pen:
            pen.rect(x - half * 0.9, y, x + half * 0.9, floor - 26 * u, scene.ink(decor.wood, 0.7))
            for s in (-1, 1):
                a, b = sorted((x + s * 4 * u, x + s * half * 0.84))
                for i in range(2):
                    y0 = y + 20 * u + i * (floor - y - 50 * u) * 0.5
                    y1 = y0 + (floor - y - 60 * u) * 0.44
                    pen.rect(a, y0, b, y1, scene.ink(decor.wood, 0.95), 4 * u)
                    pen.rect(
                        (a + b) / 2 - 9 * u,
                        (y0 + y1) / 2 - 2.4 * u,
                        (a + b) / 2 + 9 * u,
                        (y0 + y1) / 2 + 2.4 * u,
                        scene.ink("#e2bb5a", 1.0),
                        2 * u,
                    )
            pen.rect(x - half, y - 4 * u, x + half, y + 9 * u, scene.ink("#f4f0ea", 1.0), 3 * u)
            pen.rect(x - half, y + 5 * u, x + half, y + 10 * u, scene.ink("#b9b0a8", 0.7), 2 * u)
            px = x - half + 16 * u
            while px < x + half - 14 * u:
                _ware(scene, pen, px, y - 4 * u, float(rng.random()), float(rng.random()))
                px += (19 + 12 * float(rng.random())) * u


def _ware(scene: Scene, pen: Pen, x: float, y: float, a: float, b: float) -> None:
    """One thing on the counter: a bottle of three kinds, a glass of combs, a bowl, a brush."""
    it = Sketch(pen, x, y, 44 * scene.u)
    tint = BOTTLES[int(b * len(BOTTLES))]
    body, lit, cap = scene.ink(tint, 0.8), scene.ink(pale(tint, 0.4), 1.0), scene.ink("#5a4a48", 0.7)
    if a < 0.24:
        it.rect(-0.18, 0, 0.18, 0.62, body, 0.1)
        it.rect(-0.07, 0.58, 0.07, 0.84, body)
        it.rect(-0.1, 0.8, 0.1, 0.98, cap, 0.03)
        it.rect(-0.18, 0.16, 0.18, 0.42, scene.ink("#fff6e6", 1.0))
    elif a < 0.42:
        it.blob(body, (-0.22, 0.02), (-0.26, 0.3), (-0.06, 0.52), (0.06, 0.52), (0.26, 0.3), (0.22, 0.02))
        it.ellipse(-0.08, 0.26, 0.06, 0.12, lit)
        it.rect(-0.06, 0.5, 0.06, 0.66, cap)
        it.circle(0, 0.74, 0.1, scene.ink("#e2bb5a", 1.0))
    elif a < 0.58:
        it.rect(-0.15, 0, 0.15, 0.7, body, 0.05)
        it.rect(-0.1, 0.06, -0.03, 0.64, lit)
        it.rect(-0.03, 0.68, 0.03, 0.88, cap)
        it.rect(-0.03, 0.82, 0.2, 0.9, cap, 0.02)
    elif a < 0.74:
        it.rect(-0.12, 0.3, -0.02, 1.0, scene.ink("#3f4a5a", 0.8), 0.02)
        it.rect(0.02, 0.3, 0.12, 0.9, scene.ink("#c8573f", 0.9), 0.02)
        it.rect(-0.19, 0, 0.19, 0.56, scene.ink("#8fd0e0", 0.95), 0.05)
        it.rect(-0.15, 0.06, -0.07, 0.5, scene.ink("#e6f8fb", 1.0))
    elif a < 0.88:
        it.ellipse(0, 0.34, 0.24, 0.16, scene.ink("#ffffff", 1.0))
        it.blob(scene.ink(tint, 0.9), (-0.28, 0.3), (-0.2, 0.02), (0.2, 0.02), (0.28, 0.3))
    else:
        it.rect(-0.1, 0, 0.1, 0.34, cap, 0.05)
        it.blob(scene.ink("#f4e6cc", 1.0), (-0.1, 0.32), (-0.18, 0.66), (0, 0.76), (0.18, 0.66), (0.1, 0.32))


def _striped_pole(scene: Scene, x: float, y: float, size: float) -> None:
    """The barber's pole on the wall, its stripes winding down, a light on its top."""
    on = scene.light.dark > 0.2
    r, h = size * 0.13, size * 0.34
    with scene.canvas.pen((x - size * 0.4, y - size * 0.8, x + size * 0.4, y + size * 0.8)) as pen:
        metal, shine = scene.ink("#b9a06a", 0.7), scene.ink("#f2dca0", 1.0)
        pen.rect(x - r * 0.8, y - h * 1.6, x + r * 0.8, y + h * 1.6, metal, r * 0.3)
        pen.rect(x - r, y - h, x + r, y + h, scene.ink("#ffffff", 0.96))
        step = h * 0.46
        for i in range(-2, 6):
            for shift, tint in ((0.0, "#d8404a"), (0.5, "#3f6fb8")):
                y0 = y - h + (i + shift) * step
                band = [
                    (x - r, y0 + r),
                    (x + r, y0 - r),
                    (x + r, y0 - r + step * 0.26),
                    (x - r, y0 + r + step * 0.26),
                ]
                pen.poly([(px, min(max(py, y - h), y + h)) for px, py in band], scene.ink(tint, 0.96))
        pen.rect(
            x + r * 0.5 * -scene.light_side - r * 0.14,
            y - h,
            x + r * 0.5 * -scene.light_side + r * 0.14,
            y + h,
            scene.ink("#ffffff", 1.0),
        )
        for s in (-1, 1):
            a, b = sorted((y + s * h, y + s * h * 1.22))
            pen.rect(x - r * 1.3, a, x + r * 1.3, b, metal, r * 0.3)
            pen.rect(x - r * 1.1, a + (b - a) * 0.2, x + r * 0.4, b - (b - a) * 0.4, shine, r * 0.2)
        pen.circle(x, y - h * 1.46, r * 1.05, ink(rgb("#fff0c0")) if on else scene.ink("#fff8ea", 1.0))
        pen.ellipse(x, y + h * 1.34, r * 0.8, r * 0.5, metal)
    if on:
        scene.canvas.glow(x, y - h * 1.46, size * 0.6, rgb("#ffd88a"), 0.5 * scene.light.dark)


def _lamps(scene: Scene, decor: Decor) -> None:
    """A row of hanging lamps."""
    kind = int(scene.rng("lamps").integers(3))
    if kind == 2:
        return
    top = scene.canvas.inner[1]
    for share in (0.25, 0.75) if kind else (0.5,):
        x, y = furniture.pendant(
            scene, scene.x(share), top + 0.14 * (scene.horizon - top), 90 * scene.u, decor.accent
        )
        interior.lamplight(scene, x, y, 300 * scene.u)


def _chair(scene: Scene, x: float, y: float, size: float, color: str, way: int) -> None:
    """A barber's chair turned half to us: head rest, back, arms, foot rest, its round foot of steel."""
    furniture.shadow(scene, x, y, size * 0.4, 0.5)
    dim, mid, lit = (scene.ink(color, k) for k in (0.42, 0.76, 1.0))
    steel: Ink = scene.ink("#c3ccd6", 0.9)
    dark, shine = scene.ink("#6a7484", 0.6), scene.ink("#f4f8fb", 1.0)
    with scene.canvas.pen((x - size * 0.8, y - size * 1.5, x + size * 0.8, y + size * 0.1)) as pen:
        it = Sketch(pen, x, y, size, way)
        it.ellipse(0, 0.03, 0.3, 0.07, dark)
        it.ellipse(0, 0.05, 0.28, 0.055, steel)
        it.rect(-0.07, 0.05, 0.07, 0.34, dark)
        it.rect(-0.05, 0.05, 0.02, 0.34, steel)
        it.rect(-0.14, 0.3, 0.14, 0.38, dark, 0.03)
        it.line((0.2, 0.36), (0.42, 0.1), 0.05, dark)
        it.rect(0.3, 0.06, 0.62, 0.13, steel, 0.03)
        it.rect(0.3, 0.1, 0.62, 0.13, shine, 0.015)
        it.rect(-0.08, 1.08, 0.0, 1.24, dark)
        it.blob(dim, (-0.24, 1.16), (-0.22, 1.34), (0.0, 1.4), (0.16, 1.34), (0.17, 1.16), (0, 1.12))
        it.blob(lit, (-0.2, 1.19), (-0.18, 1.33), (0.0, 1.37), (0.13, 1.32), (0.13, 1.19), (0, 1.16))
        it.rect(-0.38, 0.44, 0.3, 1.12, dim, 0.12)
        it.rect(-0.36, 0.46, 0.28, 1.1, mid, 0.11)
        it.rect(-0.28, 0.56, 0.2, 1.03, lit, 0.08)
        for px in (-0.16, 0.08):
            for py in (0.7, 0.88):
                it.circle(px, py, 0.022, dim)
        it.rect(-0.38, 0.36, 0.36, 0.56, dim, 0.08)
        it.rect(-0.36, 0.44, 0.36, 0.58, lit, 0.07)
        it.rect(-0.36, 0.44, 0.36, 0.47, mid, 0.02)
        for px in (-0.42, 0.3):
            it.rect(px, 0.42, px + 0.06, 0.72, steel, 0.02)
            it.rect(px - 0.05, 0.68, px + 0.12, 0.77, dim, 0.04)
            it.rect(px - 0.04, 0.72, px + 0.11, 0.77, mid, 0.02)


def _coat_stand(scene: Scene, decor: Decor) -> None:
    """At one side a plant in a pot, or a little table with a towel and magazines."""
    rng = scene.rng("corner")
    share = {"open": 0.06, "low": 0.03, "high": 0.03, "framed": 0.97, "winding": 0.97}[scene.layout.name]
    x, y = scene.x(share), scene.horizon + 0.12 * (scene.canvas.inner[3] - scene.horizon)
    if rng.random() < 0.6 and scene.allows("plant"):
        furniture.potted(scene, x, y, 210 * scene.near, int(rng.integers(3)), decor.accent)
        return
    top = furniture.side_table(scene, x, y, 120 * scene.near, decor.wood)
    with scene.canvas.pen((x - 60 * scene.near, top - 60 * scene.near, x + 60 * scene.near, top + 4)) as pen:
        it = Sketch(pen, x, top, 60 * scene.near)
        for i, tint in enumerate(("#ffffff", decor.cloth, "#ffffff")):
            it.rect(-0.4, 0.14 * i, 0.4, 0.14 * i + 0.13, scene.ink(tint, 0.95), 0.06)
