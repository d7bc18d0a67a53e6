"""Parts of a grand building: columns, gables, domes, doors, balusters, urns, clipped trees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, pi, sin

import numpy as np

from ..pixels import F, rgb
from . import buildings, flowers, plants
from .pen import Ink, Pen, Point, Sketch, ink
from .scene import Scene


@dataclass(frozen=True)
class Look:
    """One building: its walls, its stone, its roof, its cloth, and whether it has a dome."""

    wall: str
    stone: str
    roof: str
    cloth: str
    crown: str


LOOKS = (
    Look("#e9dfce", "#f3ece0", "#8f9aa8", "#b8323f", "gable"),
    Look("#f0cf8a", "#fbf1dc", "#6fa89a", "#c23a4a", "dome"),
    Look("#dfe7ee", "#fafcff", "#7f8fb8", "#34599a", "gable"),
    Look("#e0a08c", "#faeee2", "#5f6f8f", "#7a4f9a", "mansard"),
    Look("#d9c7a6", "#efe3c8", "#b5765a", "#2f6f86", "dome"),
)

CLOTHS = ("#b8323f", "#34599a", "#7a4f9a", "#2f6f86", "#c8702f")


def look_of(scene: Scene) -> Look:
    """The building of a seed: its colours, crowned with a gable, a dome or a steep roof."""
    rng, look = scene.rng("building"), LOOKS[int(scene.layout.variant * len(LOOKS))]
    crown = ("gable", "dome", "mansard")[(scene.streams.seed + int(rng.integers(2))) % 3]
    return replace(look, crown=crown, cloth=CLOTHS[int(rng.integers(len(CLOTHS)))])


def window(scene: Scene, pen: Pen, it: tuple[float, float, float, float], trim: Ink, round_: bool) -> None:
    """A tall window about x with its foot on y."""
    x, y, w, h = it
    pane, _ = buildings.window_ink(scene, scene.rng(f"pane-{int(x)}-{int(y)}"), 0.1)
    e = w * 0.16
    if round_:
        pen.ellipse(x, y - h, w / 2 + e, w / 2 + e, trim)
    pen.rect(x - w / 2 - e, y - h - (0 if round_ else e), x + w / 2 + e, y + e, trim)
    if round_:
        pen.ellipse(x, y - h, w / 2, w / 2, pane)
    pen.rect(x - w / 2, y - h, x + w / 2, y, pane)
    pen.rect(x - w * 0.05, y - h - (w / 2 if round_ else 0), x + w * 0.05, y, trim)
    for t in (0.36, 0.7, 1.0):
        pen.rect(x - w / 2, y - h * t - w * 0.04, x + w / 2, y - h * t + w * 0.04, trim)
    pen.rect(x - w * 0.8, y + e * 0.6, x + w * 0.8, y + e * 1.7, trim)


def door(scene: Scene, pen: Pen, at: tuple[float, float, float, float], look: Look) -> None:
    """A great door with panels, a fanlight over it."""
    x, base, w, h = at
    on = scene.light.dark > 0.3
    pen.ellipse(x, base - h, w * 1.2, w * 1.2, scene.ink(look.stone, 0.8))
    pen.rect(x - w * 1.2, base - h, x + w * 1.2, base, scene.ink(look.stone, 0.8))
    glow = ink(rgb("#ffd98a")) if on else scene.ink("#7f6a6a", 0.5)
    pen.ellipse(x, base - h, w, w, glow)
    for s in (-1, 1):
        a, b = sorted((x, x + s * w))
        pen.rect(a, base - h, b, base, scene.ink("#8a5a3c", 0.85 if s * scene.light_side < 0 else 0.6))
        for t in (0.12, 0.4, 0.68):
            c, d = sorted((x + s * w * 0.2, x + s * w * 0.84))
            pen.rect(c, base - h * (t + 0.2), d, base - h * t, scene.ink("#a97448", 0.9))
        pen.circle(x + s * w * 0.12, base - h * 0.42, w * 0.07, scene.ink("#f2d27a", 1.0))
    pen.rect(x - w * 1.2, base - h - w * 0.08, x + w * 1.2, base - h + w * 0.04, scene.ink(look.stone, 1.0))


def column(scene: Scene, pen: Pen, at: tuple[float, float, float, float], look: Look) -> None:
    """A fluted column from its base up to the beam."""
    x, base, r, top = at
    side = scene.light_side
    pen.rect(x - r * 1.5, base - r * 0.9, x + r * 1.5, base, scene.ink(look.stone, 0.85))
    pen.rect(x - r, top, x + r, base - r * 0.8, scene.ink(look.stone, 0.7))
    for j, k in ((-0.62, 0.5), (-0.24, 0.78), (0.12, 0.94), (0.5, 1.0)):
        px = x + side * j * r
        pen.rect(px - r * 0.15, top, px + r * 0.15, base - r * 0.8, scene.ink(look.stone, k))
    for a, b in ((1.2, 0.5), (1.6, 1.0)):
        pen.rect(x - r * a, top + r * (1.4 - b) * 0.9, x + r * a, top + r * 1.2, scene.ink(look.stone, 0.96))
    for s in (-1, 1):
        pen.circle(x + s * r * 1.15, top + r * 1.1, r * 0.5, scene.ink(look.stone, 0.86))
        pen.circle(x + s * r * 1.15, top + r * 1.1, r * 0.22, scene.ink(look.stone, 0.5))


def banner(scene: Scene, pen: Pen, x: float, y: float, w: float, h: float, look: Look) -> None:
    """A long cloth with a star, hanging between two columns."""
    pen.poly(
        [(x - w, y), (x + w, y), (x + w, y + h), (x, y + h * 0.86), (x - w, y + h)],
        scene.ink(look.cloth, 0.86),
    )
    pen.rect(x - w, y, x - w * 0.5, y + h * 0.9, scene.ink(look.cloth, 1.0))
    pen.star(x, y + h * 0.36, w * 0.62, scene.ink("#ffe2a0", 1.0), 5, 0.46)
    pen.rect(x - w * 1.16, y - w * 0.16, x + w * 1.16, y + w * 0.1, scene.ink("#d9b25f", 1.0))


def gable(scene: Scene, pen: Pen, at: tuple[float, float, float, float], look: Look) -> None:
    """The triangle over the beam, a wreath and leaves in it, an ornament on its top."""
    x, y, half, rise = at
    lit, mid, dim = (scene.ink(look.stone, k, 0.06) for k in (1.0, 0.8, 0.5))
    pen.poly([(x - half, y), (x, y - rise), (x + half, y)], scene.ink(scene.snowed(look.stone), 1.0, 0.04))
    pen.poly(
        [(x - half * 0.84, y - rise * 0.06), (x, y - rise * 0.85), (x + half * 0.84, y - rise * 0.06)], dim
    )
    pen.poly(
        [(x - half * 0.78, y - rise * 0.06), (x, y - rise * 0.78), (x + half * 0.78, y - rise * 0.06)], mid
    )
    for i in range(7):
        for s in (-1, 1):
            px, r = x + s * half * (0.16 + 0.07 * i), rise * (0.16 - 0.015 * i)
            pen.leaf(px, y - rise * 0.12, r * 1.9, r * 0.9, -pi / 2 + s * 0.7, lit)
    pen.circle(x, y - rise * 0.34, rise * 0.22, lit)
    pen.circle(x, y - rise * 0.34, rise * 0.15, scene.ink(look.cloth, 0.9))
    pen.star(x, y - rise * 0.34, rise * 0.12, scene.ink("#ffe2a0", 1.0), 6, 0.5)
    for px, py in ((x, y - rise), (x - half, y), (x + half, y)):
        for t in (-0.7, 0.0, 0.7):
            pen.leaf(px, py + 1, rise * 0.26, rise * 0.11, -pi / 2 + t, lit)


def dome(scene: Scene, pen: Pen, at: tuple[float, float, float], look: Look) -> None:
    """A ribbed dome on a drum, a lantern and a pennant on top."""
    x, y, r = at
    side = scene.light_side
    pen.rect(x - r, y - r * 0.42, x + r, y, scene.ink(look.wall, 0.8, 0.1))
    for i in range(7):
        px = x - r * 0.84 + r * 0.28 * i
        pane, _ = buildings.window_ink(scene, scene.rng(f"drum-{i}"), 0.1)
        pen.rect(px - r * 0.06, y - r * 0.32, px + r * 0.06, y - r * 0.08, pane)
    pen.rect(x - r * 1.06, y - r * 0.46, x + r * 1.06, y - r * 0.38, scene.ink(look.stone, 1.0, 0.1))
    top, high = y - r * 0.44, r * 0.86
    arc = [(cos(t), sin(t)) for t in np.linspace(0, pi, 26)]
    for k, tone in ((1.0, 0.5), (0.78, 0.72), (0.46, 0.92), (0.14, 1.0)):
        shift = side * (1 - k) * r * 0.5
        pen.poly(
            [(x + shift + c * r * k, top - s * high) for c, s in arc],
            scene.ink(scene.snowed(look.roof), tone, 0.08),
        )
    for k in (-0.66, -0.24, 0.24, 0.66):
        pen.stroke(
            [(x + r * k, top), (x + r * k * 0.78, top - high * 0.66), (x, top - high)],
            r * 0.035,
            r * 0.02,
            scene.ink(look.roof, 0.42, 0.08),
        )
    it = Sketch(pen, x, top - high, r)
    it.rect(-0.13, -0.02, 0.13, 0.22, scene.ink(look.stone, 0.96, 0.08))
    it.rect(
        -0.06, 0.02, 0.06, 0.18, ink(rgb("#ffd98a")) if scene.light.dark > 0.3 else scene.ink("#7f93a8", 0.7)
    )
    it.poly(scene.ink(look.roof, 0.8), (-0.17, 0.22), (0, 0.42), (0.17, 0.22))
    it.line((0, 0.4), (0, 0.74), 0.02, scene.ink("#8a6a4a", 0.7))
    it.poly(scene.ink(look.cloth, 1.0), (0, 0.74), (0.3, 0.68), (0, 0.58))


def clipped(scene: Scene, x: float, y: float, size: float, kind: int) -> None:
    """A clipped tree: a cone, a ball on a stem, or two balls."""
    ramp = scene.light.ramp("#1f5f3c", "#3f8f4a", "#7fc25a")
    if kind == 0:
        lumps = [(x, y - size * (0.12 + 0.13 * i), size * (0.3 - 0.035 * i)) for i in range(8)]
    elif kind == 1:
        with scene.canvas.pen((x - 10, y - size, x + 10, y + 2)) as pen:
            pen.rect(x - size * 0.035, y - size * 0.6, x + size * 0.035, y, scene.ink("#7a5640", 0.7))
        lumps = [(x, y - size * 0.72, size * 0.3)]
    else:
        lumps = [
            (x, y - size * 0.24, size * 0.27),
            (x, y - size * 0.66, size * 0.2),
            (x, y - size * 0.94, size * 0.12),
        ]
    scene.canvas.shadow(
        x - scene.light_side * size * 0.1, y, size * 0.34, size * 0.07, scene.light.shade * F(0.3), 0.45
    )
    scene.canvas.puff(lumps, ramp, light=scene.light_from, soft=0.3, balls=kind != 0)


def baluster(pen: Pen, x: float, y: float, h: float, inks: tuple[Ink, Ink, Ink]) -> None:
    """One baluster of a rail: lit, middle and dim stone."""
    r = h * 0.11
    pen.rect(x - r * 0.5, y - h, x + r * 0.5, y, inks[1])
    pen.ellipse(x, y - h * 0.3, r, h * 0.2, inks[1])
    pen.ellipse(x - r * 0.3, y - h * 0.32, r * 0.5, h * 0.17, inks[0])
    pen.rect(x - r, y - h * 0.1, x + r, y, inks[2])


def pier(scene: Scene, pen: Pen, at: tuple[float, float, float, float], look: Look) -> None:
    """A square pier with a cap: x, foot, half its width, height."""
    x, y, w, h = at
    pen.rect(x - w, y - h, x + w, y + w * 0.2, scene.ink(look.stone, 0.84))
    dim = (x - scene.light_side * w, x - scene.light_side * w * 0.5)
    pen.rect(min(dim), y - h, max(dim), y + w * 0.2, scene.ink(look.stone, 0.56))
    pen.rect(
        x - w * 1.22, y - h - w * 0.3, x + w * 1.22, y - h, scene.ink(scene.snowed(look.stone, 0.95), 1.0)
    )
    pen.rect(x - w * 1.22, y - w * 0.3, x + w * 1.22, y + w * 0.2, scene.ink(look.stone, 0.7))


def urn(scene: Scene, x: float, y: float, size: float, look: Look) -> None:
    """A stone urn full of flowers."""
    rng = scene.rng(f"urn-{x < scene.w / 2}")
    plants.bush(scene, rng, x, y - size * 0.5, size * 1.25)
    with scene.canvas.pen((x - size, y - size * 1.6, x + size, y + 4)) as pen:
        if scene.allows("flower") and scene.setting.season != "autumn":
            for a, b, c in rng.random((13, 3)).tolist():
                tint = (look.cloth, "#ffffff", "#f7a8c0", "#ffd45f")[int(c * 4)]
                heart = scene.ink("#ffc93c", 1.0)
                px, py = x + (a - 0.5) * size * 1.1, y - size * (0.56 + 0.42 * b * (1 - abs(2 * a - 1)))
                flowers.flower(
                    pen,
                    px,
                    py,
                    size * 0.09,
                    (scene.ink(tint, 1.0), scene.ink(tint, 0.6)),
                    heart,
                    scene.ink("#3f7f3a", 0.6),
                    c,
                )
        it = Sketch(pen, x, y, size, scene.light_side)
        it.rect(-0.2, 0, 0.2, 0.07, scene.ink(look.stone, 0.7))
        it.rect(-0.07, 0.05, 0.07, 0.16, scene.ink(look.stone, 0.6))
        bowl: tuple[Point, ...] = (
            (-0.1, 0.12),
            (-0.36, 0.28),
            (-0.42, 0.52),
            (0.42, 0.52),
            (0.36, 0.28),
            (0.1, 0.12),
        )
        it.blob(scene.ink(look.stone, 0.56), *bowl)
        it.blob(scene.ink(look.stone, 0.95), *[(px * 0.74 + 0.07, py) for px, py in bowl])
        it.rect(-0.48, 0.5, 0.48, 0.58, scene.ink(look.stone, 1.0), 0.03)
