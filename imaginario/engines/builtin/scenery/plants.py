"""Trees and bushes, each growing from (x, y) upwards to `size` pixels."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ..pixels import Array, F
from .pen import Ink, Pen, Point, ink
from .scene import Scene
from .stage import Mark

GREENS = (
    ("#2f6b3a", "#4f9a45", "#8fc95a"),
    ("#2a6a4a", "#3f9560", "#7cc880"),
    ("#4a7434", "#78a83e", "#bcd65c"),
)
AUTUMN = (
    ("#a8402a", "#e5752f", "#ffbe50"),
    ("#a05c22", "#e6a42e", "#ffdc62"),
    ("#93302c", "#d4503a", "#f6925a"),
)
BLOSSOM = ("#b8577f", "#ea94b4", "#ffd3df")


def foliage(
    scene: Scene, pick: int, colors: tuple[str, str, str] | None = None, *, far: bool = False
) -> tuple[str, str, str]:
    """Leaf colours: those given (or a green) usually, turned in autumn, in blossom in spring."""
    season = scene.setting.season
    if season == "autumn":
        return AUTUMN[pick % len(AUTUMN)]
    if season == "spring" and not far and pick % 3 != 1:
        return BLOSSOM
    return GREENS[pick % len(GREENS)] if colors is None else colors


def tree(
    scene: Scene,
    rng: np.random.Generator,
    x: float,
    y: float,
    size: float,
    far: float = 0.0,
    colors: tuple[str, str, str] | None = None,
) -> None:
    """A round-crowned tree."""
    colors = foliage(scene, int(rng.integers(len(GREENS))), colors)
    _ground_shadow(scene, x, y, size * 0.36, far)
    lean = (rng.random() - 0.5) * 0.06 * size
    crown_y, rx, ry = y - size * 0.63, size * 0.34, size * 0.33
    with scene.canvas.pen((x - size * 0.4, y - size, x + size * 0.4, y + size * 0.04)) as pen:
        _trunk(scene, pen, x, y, size, lean, far)
    scene.marks.append(Mark(x, y - 0.5 * size, 0.36 * size, y))
    lumps = _crown(rng, x + lean, crown_y, rx, ry, size)
    ramp = scene.light.ramp(*colors, far=far)
    scene.canvas.puff(lumps, ramp, light=scene.light_from, soft=0.22, balls=True)
    if size > 46 * scene.u:
        _leaf_dabs(scene, rng, lumps, size, ramp)


def _crown(
    rng: np.random.Generator, x: float, y: float, rx: float, ry: float, size: float
) -> list[tuple[float, float, float]]:
    lumps = [(x, y, min(rx, ry) * 0.8)]
    for n, ring, low in ((11, 0.8, 0.085), (7, 0.45, 0.11)):
        for i, (a, b, c) in enumerate(rng.random((n, 3)).tolist()):
            t = 2 * pi * (i + 0.7 * (a - 0.5)) / n
            q = ring * (0.92 + 0.16 * c)
            squash = 0.8 if sin(t) > 0.3 else 1.0
            lumps.append((x + cos(t) * rx * q, y + sin(t) * ry * q * squash, size * (low + 0.045 * b)))
    lumps.sort(key=lambda c: c[1])
    return lumps


def _trunk(scene: Scene, pen: Pen, x: float, y: float, size: float, lean: float, far: float) -> None:
    dark, lit = scene.ink("#6a452f", 0.35, far), scene.ink("#8f6440", 0.95, far)
    top = (x + lean, y - size * 0.55)
    w = size * 0.085
    pen.poly([(x - w * 1.1, y + size * 0.015), (x - w * 0.5, y - size * 0.1), (top[0] - w * 0.4, top[1]),
              (top[0] + w * 0.4, top[1]), (x + w * 0.5, y - size * 0.1), (x + w * 1.1, y + size * 0.015)],
              dark)  # fmt: skip
    side = scene.light_side
    pen.stroke([(x + side * w * 0.3, y - size * 0.01), (x + side * w * 0.2, y - size * 0.3), top], w * 0.45,
               w * 0.25, lit)  # fmt: skip
    for s in (-1, 1):
        pen.stroke(
            [(x + lean * 0.5, y - size * 0.3), (x + s * size * 0.13, y - size * 0.47)],
            w * 0.45,
            w * 0.2,
            dark,
        )


def _leaf_dabs(
    scene: Scene,
    rng: np.random.Generator,
    lumps: list[tuple[float, float, float]],
    size: float,
    ramp: tuple[Array, ...],
) -> None:
    """Little leaf-shaped touches on the lit brow of every lump, which break the smooth crown."""
    lx, ly = scene.light_from
    inks = [ink(c) for c in (ramp[1], ramp[2], np.clip(ramp[2] * F(1.1), 0, 1))]
    c = np.asarray(lumps)
    low, high = (c[:, :2] - c[:, 2:]).min(0), (c[:, :2] + c[:, 2:]).max(0)
    middle, half = (low + high) / 2, (high - low) / 2
    with scene.canvas.pen((low[0], low[1], high[0], high[1]), opacity=0.6) as pen:
        for x, y, r in lumps:
            facing = (x - middle[0]) / half[0] * lx + (y - middle[1]) / half[1] * ly
            for a, b, d in rng.random((5, 3)).tolist():
                t = np.arctan2(ly, lx) + (a - 0.5) * 2.2
                q = r * (0.35 + 0.55 * b)
                tone = inks[min(2, max(0, int(1.2 + facing * 1.3 + 0.8 * d - 0.4)))]
                px, py = x + cos(t) * q, y + sin(t) * q
                pen.leaf(px, py, size * (0.022 + 0.02 * d), size * 0.019, t + (d - 0.5) * 2.4, tone)


def pine(
    scene: Scene,
    rng: np.random.Generator,
    x: float,
    y: float,
    size: float,
    far: float = 0.0,
    colors: tuple[str, str, str] = ("#1d5245", "#2f7a58", "#63ad6c"),
    snow: float = 0.0,
) -> None:
    """A pine of drooping tiers, lit on one side, with snow on them if `snow` is over 0."""
    _ground_shadow(scene, x, y, size * 0.24, far)
    if scene.light.frost and not snow:
        snow = 0.7
    tiers = 5
    shade, mid, lit = (
        scene.ink(colors[0], 0.25, far),
        scene.ink(colors[1], 0.6, far),
        scene.ink(colors[2], 1.0, far),
    )
    white, blue = scene.ink("#ffffff", 1.0, far), scene.ink("#d9e8f7", 0.5, far)
    with scene.canvas.pen((x - size * 0.4, y - size * 1.05, x + size * 0.4, y + size * 0.04)) as pen:
        pen.rect(
            x - size * 0.035,
            y - size * 0.15,
            x + size * 0.035,
            y + size * 0.012,
            scene.ink("#5a3d2c", 0.5, far),
        )
        for i in range(tiers):
            k = i / (tiers - 1)
            top = y - size * (0.44 + 0.56 * (1 - (tiers - 1 - i) / (tiers - 1)))
            foot = y - size * (0.09 + 0.6 * k)
            half = size * (0.29 - 0.19 * k) * (0.94 + 0.12 * rng.random())
            _tier(pen, (x, top, foot, half), scene.light_side, (shade, mid, lit))
            if snow:
                _tier_snow(pen, (x, top, foot, half), scene.light_side, (white, blue), snow)


def _tier(pen: Pen, at: tuple[float, float, float, float], side: int, inks: tuple) -> None:
    x, top, foot, half = at
    drop = half * 0.16

    def skirt(reach: float, low: float, from_x: float, lift: float) -> list[tuple[float, float]]:
        n = 5
        points = [(x, top + lift)]
        for j in range(n + 1):
            px = from_x + (x + reach - from_x) * j / n
            sag = foot - low + (drop if j % 2 else -drop * 0.2) + abs(px - x) / half * drop
            points.append((px, sag))
        return points

    pen.poly(skirt(half, 0, x - half, 0), inks[0])
    if side < 0:
        pen.poly(skirt(half * 0.35, drop * 0.8, x - half * 0.94, 0), inks[1])
        pen.poly(skirt(-half * 0.25, drop * 1.5, x - half * 0.86, half * 0.1), inks[2])
    else:
        pen.poly(skirt(half * 0.94, drop * 0.8, x - half * 0.35, 0), inks[1])
        pen.poly(skirt(half * 0.86, drop * 1.5, x + half * 0.25, half * 0.1), inks[2])


def _tier_snow(
    pen: Pen, at: tuple[float, float, float, float], side: int, inks: tuple, amount: float
) -> None:
    """Snow lying on the outer part of one tier, its lower rim in lobes, thicker on the lit side."""
    x, top, foot, half = at
    tall = foot - top
    for k, color, shift in ((1.0, inks[1], 0.0), (0.82, inks[0], side * half * 0.08)):
        reach = half * (0.5 + 0.45 * amount) * k
        rim: list[tuple[float, float]] = []
        for j in range(9):
            t = j / 4 - 1
            low = foot - half * 0.1 - tall * 0.05 + abs(t) * half * 0.12
            rim.append((x + t * reach + shift, low - (tall * 0.13 if j % 2 else 0.0)))
        brow = [
            (x + t * reach * 0.62 + shift, foot - tall * (0.62 - 0.22 * abs(t))) for t in (1, 0.4, -0.4, -1)
        ]
        pen.blob([*rim, *brow], color, 4)


def palm(scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, far: float = 0.0) -> None:
    """A leaning palm with arching fronds and a few coconuts."""
    lean = (0.1 + 0.14 * rng.random()) * size * (1 if rng.random() < 0.5 else -1)
    _ground_shadow(scene, x, y, size * 0.28, far)
    top = (x + lean, y - size * 0.74)
    spine = [(x, y), (x + lean * 0.18, y - size * 0.3), (x + lean * 0.55, y - size * 0.56), top]
    side = scene.light_side
    with scene.canvas.pen((x - size, y - size * 1.1, x + size, y + size * 0.03)) as pen:
        pen.stroke(spine, size * 0.075, size * 0.042, scene.ink("#8a6342", 0.35, far))
        pen.stroke([(px + side * size * 0.01, py) for px, py in spine], size * 0.042, size * 0.024,
                   scene.ink("#c09462", 0.95, far))  # fmt: skip
        for i in range(1, 9):
            t = i / 9
            px = x + lean * t**1.7
            pen.line((px - size * 0.03, y - size * 0.74 * t),
                     (px + size * 0.03, y - size * 0.74 * t - size * 0.008),
                     size * 0.007, scene.ink("#7a5638", 0.4, far))  # fmt: skip
        _fronds(scene, rng, pen, top, size, far)
        for dx in (-0.03, 0.028):
            pen.circle(
                top[0] + dx * size, top[1] + size * 0.035, size * 0.032, scene.ink("#6a4426", 0.6, far)
            )


def _fronds(
    scene: Scene, rng: np.random.Generator, pen: Pen, top: tuple[float, float], size: float, far: float
) -> None:
    inks = [scene.ink(c, k, far) for c, k in (("#2d6b3c", 0.3), ("#3f9150", 0.7), ("#7cc45c", 1.0))]
    angles = [-0.05, 1.05, 0.22, 0.78, 0.4, 0.6, -0.2, 1.2]
    for i, a in enumerate(angles):
        turn = pi + pi * (a + 0.06 * (rng.random() - 0.5))
        reach = size * (0.4 + 0.08 * rng.random())
        dx, dy = cos(turn), sin(turn) * 0.75
        tip = (top[0] + dx * reach, top[1] + dy * reach * 0.7 + reach * (0.42 + 0.25 * abs(dx)))
        mid = (top[0] + dx * reach * 0.58, top[1] + dy * reach * 0.72 - reach * 0.04)
        towards = dx * scene.light_side > 0
        base, rib = (inks[1], inks[2]) if towards else (inks[0], inks[1])
        _frond(pen, top, mid, tip, size, base if i < 6 else inks[0], rib)


def _frond(pen: Pen, a: Point, mid: Point, tip: Point, size: float, color: Ink, rib: Ink) -> None:
    t = np.linspace(0, 1, 13)
    px = (1 - t) ** 2 * a[0] + 2 * t * (1 - t) * mid[0] + t**2 * tip[0]
    py = (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * mid[1] + t**2 * tip[1]
    width = size * 0.075 * np.sin(np.pi * np.clip(t * 0.9 + 0.1, 0, 1)) ** 0.7
    upper = [(float(x), float(y - w * 0.35)) for x, y, w in zip(px, py, width, strict=True)]
    lower = []
    for i, (x, y, w) in enumerate(zip(px, py, width, strict=True)):
        lower.append((float(x), float(y + w * (1.15 if i % 2 else 0.45))))
    pen.poly([*upper, *lower[::-1]], color)
    pen.stroke([upper[1], upper[6], upper[11]], size * 0.016, size * 0.006, rib)


def bush(
    scene: Scene,
    rng: np.random.Generator,
    x: float,
    y: float,
    size: float,
    far: float = 0.0,
    colors: tuple[str, str, str] | None = None,
) -> None:
    """A low round bush, `size` wide."""
    colors = foliage(scene, int(rng.integers(len(GREENS))), colors, far=True)
    _ground_shadow(scene, x, y, size * 0.5, far)
    lumps = []
    for i, (a, b) in enumerate(rng.random((7, 2)).tolist()):
        t = (i + 0.5) / 7
        r = size * (0.13 + 0.08 * b) * (0.7 + 0.6 * sin(pi * t))
        lumps.append((x + (t - 0.5) * size * 0.84, y - r * 0.75 - size * 0.16 * sin(pi * t) * a, r))
    scene.canvas.puff(
        lumps, scene.light.ramp(*colors, far=far), light=scene.light_from, soft=0.3, balls=True, floor=y
    )


def tree_line(
    scene: Scene,
    name: str,
    line: Array,
    size: float,
    far: float,
    *,
    pines: bool = False,
    gap: float = 0.25,
    colors: tuple[str, str, str] = GREENS[1],
) -> None:
    """A far wood standing along a crest line, broken by clearings (`gap` is their share)."""
    if not scene.allows("tree"):
        return
    rng = scene.rng(name)
    step = size * (0.3 if pines else 0.42)
    n = int(scene.w / step) + 2
    open_ = np.interp(np.arange(n) * step, np.arange(0, scene.w + 401 * scene.u, 130 * scene.u + 1),
                      rng.random(len(np.arange(0, scene.w + 401 * scene.u, 130 * scene.u + 1))))  # fmt: skip
    data = rng.random((n, 3)).tolist()
    lumps = []
    spots = []
    for i, (a, b, c) in enumerate(data):
        if open_[i] < gap:
            continue
        x = i * step + (a - 0.5) * step
        y = float(line[int(min(max(x, 0), scene.w - 1))]) + size * 0.1
        if pines:
            spots.append((x, y, size * (0.7 + 0.6 * b)))
        else:
            r = size * (0.26 + 0.2 * b)
            lumps += [(x, y - r * 0.6, r), (x + r * 0.5 * (c - 0.5), y - r * 1.35, r * 0.75)]
    if not pines:
        colors = foliage(scene, len(name), colors, far=True)
    ramp = scene.light.ramp(*colors, far=far)
    if lumps:
        scene.canvas.puff(lumps, ramp, light=scene.light_from, soft=0.25, balls=True)
    if spots:
        _far_pines(scene, spots, colors, far)


def _far_pines(scene: Scene, spots: list, colors: tuple[str, str, str], far: float) -> None:
    dark, lit = scene.ink(colors[0], 0.35, far), scene.ink(colors[1], 0.95, far)
    side = scene.light_side
    low = min(y - s for _, y, s in spots)
    with scene.canvas.pen((0, low * 1.0 - 4, scene.w, max(y for _, y, _ in spots) + 4)) as pen:
        for x, y, s in spots:
            for k, wide in ((0.0, 0.26), (0.3, 0.19), (0.58, 0.12)):
                foot, top = y - s * k, y - s * min(1.0, k + 0.55)
                pen.poly([(x - s * wide, foot), (x, top), (x + s * wide, foot)], dark)
                pen.poly([(x + side * s * wide * 0.9, foot - s * 0.02), (x, top),
                          (x + side * s * 0.02, foot - s * 0.05)],
                         lit)  # fmt: skip


def grove(
    scene: Scene, name: str, foot: float, size: float, far: float, open_: float, colors: tuple[str, str, str]
) -> None:
    """A wall of leafy trees, tall at the sides and low in the middle; `open_` is how wide the gap is."""
    rng = scene.rng(name)
    colors = foliage(scene, len(name) + int(10 * far), colors, far=far > 0.5)
    n = scene.count(11)
    lumps: list[tuple[float, float, float]] = []
    trunks: list[tuple[float, float, float]] = []
    for i, (a, b, c) in enumerate(rng.random((n, 3)).tolist()):
        x = scene.w * (i + 0.15 + 0.7 * a) / n
        aside = min(1.0, abs(x / scene.w - 0.5) * 2 / open_)
        tall = size * (0.36 + 0.9 * aside**1.3) * (0.82 + 0.36 * b)
        lumps += _crown(rng, x, foot - tall * 0.66, tall * 0.36, tall * 0.34, tall)
        r = size * 0.16 * (0.8 + 0.5 * c)
        lumps += [(x + (a - 0.5) * r * 3, foot - r * 0.5, r), (x + r * 1.7, foot - r * 0.35, r * 0.8)]
        trunks.append((x, tall, foot - tall * 0.45))
    bark = scene.ink("#5f4634", 0.5, far)
    with scene.canvas.pen((0, foot - size * 1.4, scene.w, foot + 4)) as pen:
        for x, tall, top in trunks:
            pen.poly(
                [
                    (x - tall * 0.04, foot),
                    (x - tall * 0.025, top),
                    (x + tall * 0.025, top),
                    (x + tall * 0.04, foot),
                ],
                bark,
            )
    lumps.sort(key=lambda p: p[1])
    scene.canvas.puff(
        lumps, scene.light.ramp(*colors, far=far), light=scene.light_from, soft=0.24, balls=True
    )


def _ground_shadow(scene: Scene, x: float, y: float, reach: float, far: float) -> None:
    if far < 0.6:
        shift = -scene.light_side * reach * 0.35
        color = scene.light.shade * F(0.3)
        scene.canvas.shadow(x + shift, y, reach * 1.15, reach * 0.2, color, 0.42 * (1 - far))
