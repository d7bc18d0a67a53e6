"""The sertão, Brazil's dry backland: cracked earth, tall cacti, grey thorn trees, a small house far off."""

from __future__ import annotations

from math import pi

import numpy as np

from ...pixels import Array, F, mix, rgb
from .. import buildings, land, plants
from ..pen import Pen, Point, Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .cosmos import rock
from .dry import column
from .graves import bare
from .warmlands import acacia

EARTH = ("#f6c08a", "#e39a64", "#b86d48")
_SCRUB = ("#857670", "#aea091", "#d3c6ac")
_THORN = ("#b3a297", "#ece2d4")
_LEAF = ("#3f7a3c", "#68a544", "#a6cf5c")


def sertao(scene: Scene) -> Stage:
    """A pale, cracked plain with mandacaru and bare grey trees, low serras behind a lonely house."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    _serras(scene, hor)
    line = land.hills(scene, "scrub-far", hor + 4 * u, 10 * u, 360, ("#dcb688", "#cf9a68"), 0.34)
    plants.tree_line(scene, "caatinga-far", line + F(4 * u), 21 * u, 0.36, gap=0.2, colors=_SCRUB)
    line = _ground(scene, "plain", hor + 0.1 * (h - hor), 12 * u, 0.16)
    plants.tree_line(scene, "caatinga", line + F(4 * u), 30 * u, 0.18, gap=0.62, colors=_SCRUB)
    _homestead(scene, line)
    line = _ground(scene, "plain-near", hor + 0.27 * (h - hor), 12 * u, 0.0)
    land.mottle(scene, "earth-light", line, scene.tone(scene.snowed("#ffdca8"), 1.0), 0.4)
    land.mottle(scene, "earth-dark", line, scene.tone(scene.snowed("#c97a52"), 0.8), 0.3, 170)
    cracks(scene, float(line.min()))
    land.side_light(scene, hor, 0.14)
    _growth(scene, line)
    return scene.stage(hor + (h - hor) * 0.75)


def _ground(scene: Scene, name: str, y: float, height: float, far: float) -> Array:
    line = land.crest(scene, name, y, height, 620)
    tones = [scene.tone(scene.snowed(c), k, far) for c, k in zip(EARTH, (1.0, 0.96, 0.8), strict=True)]
    scene.canvas.ridge(line, tones, (scene.h - y) * 1.05)
    return line


def _serras(scene: Scene, hor: float) -> None:
    """Low ranges in the haze: a blue one, and a warmer one with a flat top before it."""
    u, v = scene.u, scene.v
    land.far_range(scene, "serra-far", hor - 22 * u, 46 * v, "#8f93bd", 0.5)
    x = np.arange(scene.w, dtype=F)
    middle, half = scene.x(0.24 + 0.2 * scene.layout.variant), 300 * u
    table = np.clip((1 - np.abs(x - F(middle)) / F(half)) * 2.2, 0, 1)
    table = table * table * (3 - 2 * table)
    rough = land.crest(scene, "serra", 0, 9 * v, 90, 3)
    line = (F(hor + 2 * u) - table * F(62 * v) - np.abs(rough) * (F(0.5) + table)).astype(F)
    tones = [scene.tone(scene.snowed(c, 0.4), k, 0.36) for c, k in (("#b98d86", 1.0), ("#94707a", 0.6))]
    scene.canvas.ridge(line, tones, 90 * v, until=hor + 34 * u)


def cracks(scene: Scene, top: float) -> None:
    """Dried mud in plates that curl at their rims, wide near by and narrow far off."""
    rng, h = scene.rng("cracks"), scene.h
    eye, wide = scene.horizon - 6 * scene.u, 0.27
    rows = int(np.log(max(1.5, (h - eye) / max(1.0, top - eye))) / np.log(1.17)) + 3
    reach = int(scene.w / (2 * wide * max(1.0, top - eye))) + 3
    shake = rng.random((rows + 1, 2 * reach + 3, 3)) - 0.5

    def corner(j: int, i: int) -> Point:
        a, b, _ = shake[j, i + reach].tolist()
        tall = (top - eye) * 1.17**j
        y = eye + tall * (1 + (0.035 if (i + j + reach) % 2 == 0 else -0.035) + 0.06 * b)
        return scene.w / 2 + (i + 0.75 * a) * wide * tall, y

    with scene.canvas.pen((0, top, scene.w, h), opacity=0.62) as pen:
        for j in range(rows):
            k = min(1.0, (j + 1) / rows)
            for i in range(-reach + j % 2, reach - 1, 2):
                plate = [corner(j, i), corner(j, i + 1), corner(j, i + 2)]
                plate += [corner(j + 1, i + 2), corner(j + 1, i + 1), corner(j + 1, i)]
                if max(p[0] for p in plate) > 0 and min(p[0] for p in plate) < scene.w:
                    _plate(scene, pen, plate, k, float(shake[j, i + reach, 2]))


def _plate(scene: Scene, pen: Pen, outline: list[Point], k: float, pick: float) -> None:
    base = scene.snowed("#eeb07a", 0.9)
    body = mix(base, scene.snowed("#f9cf9c" if pick > 0 else "#d98f5f", 0.9), abs(pick) * 0.9)
    dark = mix(base, scene.snowed("#8a4a38", 0.5), 0.3 + 0.7 * k)
    pale = mix(base, scene.snowed("#ffe6bc", 0.9), 0.3 + 0.7 * k)
    light = 0.8 + 0.2 * (1 - k)
    x, y = (sum(p[n] for p in outline) / len(outline) for n in (0, 1))
    rise = (outline[5][1] - outline[0][1]) * 0.03
    pen.poly(outline, scene.ink(dark, 0.55))
    for share, lift, tone, shine in ((0.92, 0.0, pale, 1.0), (0.89, -rise, body, light)):
        inner = [(x + (a - x) * share, y + (b - y) * share - lift) for a, b in outline]
        pen.poly(_blunt(inner), scene.ink(tone, shine))


def _blunt(outline: list[Point]) -> list[Point]:
    """A polygon with its corners cut."""
    points: list[Point] = []
    for i, (x, y) in enumerate(outline):
        for px, py in (outline[i - 1], outline[(i + 1) % len(outline)]):
            points.append((x + (px - x) * 0.16, y + (py - y) * 0.16))
    return points


def _homestead(scene: Scene, line: Array) -> None:
    """A small house with its clay roof, a juazeiro that never loses its leaves, a fence of sticks."""
    u, h, hor = scene.u, scene.h, scene.horizon
    x = scene.x(0.68)
    y = land.height_at(line, x) + 0.06 * (h - hor)
    rng, way = scene.rng("homestead"), -1 if scene.layout.flip else 1
    if scene.allows("tree"):
        plants.tree(scene, fork(rng), x + way * 104 * u, y - 2 * u, 104 * scene.v, 0.14, _LEAF)
        plants.tree(scene, fork(rng), scene.x(0.2), y - 12 * u, 66 * scene.v, 0.22, _LEAF)
    if not scene.allows("house"):
        return
    house(scene, fork(rng), x, y, 132 * u, 0.1, daub=scene.layout.variant < 0.5)
    wood = scene.ink("#9a7f70", 0.7, 0.12)
    with scene.canvas.pen((x - 300 * u, y - 40 * u, x + 300 * u, y + 20 * u)) as pen:
        for k, (a, b) in enumerate(rng.random((9, 2)).tolist()):
            px = x - way * (84 + 15 * k) * u
            pen.line((px, y + 4 * u), (px + (a - 0.5) * 5 * u, y - (15 + 7 * b) * u), 2.6 * u, wood)
        for rise in (6, 13):
            ends = (x - way * 78 * u, y - rise * u), (x - way * 210 * u, y - (rise - 2) * u)
            pen.line(*ends, 2 * u, wood)


def house(
    scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, far: float, *, daub: bool
) -> None:
    """A low house `size` wide under a roof of clay tiles: of wattle and daub, or whitewashed."""
    wall, base = ("#d9a06c", "#b97f50") if daub else ("#fff6e6", "#6fa3c8")
    way, lit = scene.light_side, scene.light.dark > 0.2
    scene.canvas.shadow(
        x - way * size * 0.2, y, size * 0.66, size * 0.09, scene.light.shade * F(0.3), 0.4 * (1 - far)
    )
    with scene.canvas.pen((x - size, y - size, x + size, y + size * 0.1)) as pen:
        it = Sketch(pen, x, y, size, way)
        it.rect(-0.5, 0, 0.5, 0.36, scene.ink(wall, 0.95, far))
        it.rect(-0.5, 0, -0.36, 0.36, scene.ink(wall, 0.55, far))
        it.rect(-0.5, 0, 0.5, 0.055, scene.ink(base, 0.8, far))
        if daub:
            for a, b in rng.random((15, 2)).tolist():
                it.line((-0.46 + 0.9 * a, 0.06 + 0.2 * b), (-0.45 + 0.9 * a, 0.13 + 0.2 * b), 0.012,
                        scene.ink("#8a5a3c", 0.6, far))  # fmt: skip
        wood = scene.ink("#3f7fa8" if daub else "#3f8f78", 0.85, far)
        pane, _ = buildings.window_ink(scene, rng, far)
        it.rect(-0.08, 0, 0.1, 0.27, wood, 0.01)
        for px in (-0.32, 0.24):
            it.rect(px - 0.015, 0.125, px + 0.165, 0.275, wood, 0.01)
            it.rect(px, 0.14, px + 0.15, 0.26, pane if lit else scene.ink("#5a4038", 0.5, far))
        _tiles(scene, it, far)
    if lit:
        scene.canvas.glow(x, y - size * 0.16, size * 0.6, rgb("#ffc766"), 0.3)


def _tiles(scene: Scene, it: Sketch, far: float) -> None:
    clay = scene.snowed("#cf6a42")
    it.poly(scene.ink(clay, 0.95, far), (-0.6, 0.33), (0.6, 0.33), (0.45, 0.6), (-0.45, 0.6))
    for i in range(13):
        t = i / 12 - 0.5
        it.line((1.17 * t, 0.335), (0.88 * t, 0.595), 0.012, scene.ink(clay, 0.5, far))
    it.rect(-0.61, 0.315, 0.61, 0.35, scene.ink(clay, 0.6, far), 0.01)
    it.rect(-0.46, 0.585, 0.46, 0.615, scene.ink(clay, 0.7, far), 0.01)


def _growth(scene: Scene, line: Array) -> None:
    """Cacti and thorn trees at the sides, the nearest last; stones and straw between them."""
    rng, u, top, h = scene.rng("backland"), scene.near, float(line.mean()), scene.h
    if scene.allows("tree"):
        x = scene.x(0.985 if scene.layout.variant < 0.5 else 0.02)
        acacia(scene, fork(rng), x, top + 0.03 * (h - top), 210 * scene.near, 0.05)
        for share, k, size in ((0.3, -0.1, 130), (0.23, -0.05, 190), (0.8, -0.06, 200), (0.0, 0.1, 260)):
            bare(scene, fork(rng), scene.x(share), top + k * (h - top), size * u, 0.1 - 0.4 * k, _THORN)
    spots = ((0.91, 0.22, 300, mandacaru), (0.2, 0.14, 210, mandacaru), (0.79, 0.36, 100, shrub),
             (0.06, 0.42, 330, mandacaru), (0.17, 0.56, 120, shrub), (0.88, 0.66, 52, crown),
             (0.12, 0.8, 58, crown))  # fmt: skip
    for i, (share, k, size, kind) in enumerate(spots):
        own, x = fork(rng), scene.x(share + 0.03 * (rng.random() - 0.5))
        y, tall = top + k * (h - top), size * u * (0.9 + 0.2 * rng.random())
        _litter(scene, own, x + (30 - 60 * (i % 2)) * u, y, k)
        if scene.allows("cactus") and (i != 1 or scene.layout.variant > 0.4):
            shade = scene.light.shade * F(0.35)
            scene.canvas.shadow(x - scene.light_side * tall * 0.1, y, tall * 0.3, tall * 0.05, shade, 0.45)
            with scene.canvas.pen((x - tall, y - tall * 1.15, x + tall, y + tall * 0.1)) as pen:
                kind(scene, own, pen, x, y, tall)


def _litter(scene: Scene, rng: np.random.Generator, x: float, y: float, k: float) -> None:
    u = scene.near
    straw = [scene.ink(scene.snowed(c, 0.5), s) for c, s in (("#c9a860", 0.9), ("#a08a4c", 0.7))]
    with scene.canvas.pen((x - 90 * u, y - 90 * u, x + 90 * u, y + 30 * u)) as pen:
        rock(scene, pen, x, y, (12 + 22 * k) * u, "#c99878")
        for a, b in rng.random((9, 2)).tolist():
            lean, tall = (a - 0.5) * 34 * u, (12 + 22 * b) * u * (0.6 + k)
            pen.blade(x + (a - 0.3) * 60 * u, y + 5 * u, tall, lean, 3 * u, straw[int(b * 2)])


def mandacaru(scene: Scene, rng: np.random.Generator, pen: Pen, x: float, y: float, size: float) -> None:
    """The candelabra of the backland: many slim columns rising side by side, white flowers, red fruit."""
    inks = scene.ink("#5a9c84", 0.85), scene.ink("#2f6a62", 0.4), scene.ink("#a6d3a0", 1.0)
    side, w = scene.light_side, size * 0.08
    tips: list[Point] = []
    limbs = ((0.25, 0.3, 0.74), (-0.24, 0.24, 0.8), (0.13, 0.46, 0.93), (-0.12, 0.52, 0.9),
             (0.36, 0.42, 0.64), (-0.35, 0.36, 0.66))  # fmt: skip
    for i, (out, root, top) in enumerate(limbs):
        a, b = rng.random(2).tolist()
        dx, low, high = out * size * (0.9 + 0.2 * a), root * size, (top + 0.1 * (b - 0.5)) * size
        from_x = x + (dx * 0.62 if i > 3 else 0.0)
        arm = [(from_x, y - low), (from_x + (x + dx - from_x) * 0.7, y - low - size * 0.02)]
        arm += [(x + dx, y - low - size * 0.1), (x + dx, y - high)]
        column(pen, arm, w * 0.82, side, inks)
        tips.append((x + dx, y - high))
    column(pen, [(x, y), (x, y - size * 0.5), (x, y - size)], w * 1.15, side, inks)
    tips.append((x, y - size))
    for (px, py), a in zip(tips, rng.random(len(tips)).tolist(), strict=True):
        if a < 0.45 and scene.allows("flower"):
            for t in (-0.9, 0.9, -0.45, 0.45, 0.0):
                pen.leaf(px, py, size * 0.062, size * 0.03, t - pi / 2, scene.ink("#fffaf0", 1.0))
            pen.circle(px, py - size * 0.012, size * 0.013, scene.ink("#ffd95c", 1.0))
        elif a > 0.7:
            pen.ellipse(px + w * 0.5, py + w * 0.6, w * 0.28, w * 0.36, scene.ink("#e0405f", 0.9))


def shrub(scene: Scene, rng: np.random.Generator, pen: Pen, x: float, y: float, size: float) -> None:
    """A xique-xique: low arms that creep outwards and turn up their ends."""
    inks = scene.ink("#6f9a6a", 0.8), scene.ink("#3f6650", 0.45), scene.ink("#b9d39a", 1.0)
    for out, top in ((-0.8, 0.55), (0.8, 0.6), (-0.5, 0.85), (0.52, 0.8), (-0.2, 1.0), (0.2, 0.95)):
        dx, high = out * size * (0.9 + 0.2 * rng.random()), top * size * (0.9 + 0.2 * rng.random())
        arm = [(x + dx * 0.1, y), (x + dx * 0.7, y - high * 0.22), (x + dx, y - high * 0.6),
               (x + dx * 1.02, y - high)]  # fmt: skip
        column(pen, arm, size * 0.17, scene.light_side, inks)
        for t in (0.45, 0.62, 0.8):
            for s in (-1, 1):
                at = (x + dx, y - high * t)
                pen.line(at, (at[0] + s * size * 0.15, at[1] - size * 0.06), size * 0.012, inks[2])


def crown(scene: Scene, rng: np.random.Generator, pen: Pen, x: float, y: float, size: float) -> None:
    """A friar's crown: a ribbed ball with a red cap."""
    r, side = size * 0.5, scene.light_side
    pen.ellipse(x, y - r * 0.8, r, r * 0.86, scene.ink("#2f6b50", 0.5))
    for t in (-0.72, -0.36, 0.0, 0.36, 0.72):
        pen.ellipse(x + t * r, y - r * 0.8, r * 0.17, r * (0.84 - 0.4 * t * t),
                    scene.ink("#62a868", 0.65 + 0.35 * t * side))  # fmt: skip
    pen.rect(x - r * 0.4, y - r * 1.86, x + r * 0.4, y - r * 1.5, scene.ink("#c9384a", 0.7), r * 0.2)
    pen.ellipse(x, y - r * 1.86, r * 0.4, r * 0.16, scene.ink("#f26a6a", 1.0))
    if rng.random() < 0.6 and scene.allows("flower"):
        pen.circle(x + r * 0.14, y - r * 1.94, r * 0.13, scene.ink("#ff9fc0", 1.0))
