"""The Amazon: a broad golden river between walls of rain forest."""

from __future__ import annotations

import numpy as np

from ...pixels import Array, F, mix, noise_line
from .. import flowers, land, lotus, plants, water
from ..pen import Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .peaks import mist
from .wetland import fan_palm, giant_pad
from .woods import JUNGLE, leaf_fan

_DEEP_GREEN = ("#0f4a3a", "#26784a", "#74b852")
_LIME = ("#2a6a3c", "#57a045", "#b5db62")
_STRETCHES = ((0.0, 0.12, 0.56), (0.12, 0.3, 0.36), (0.3, 0.6, 0.18), (0.6, 9.0, 0.04))
"""How near the shore is where each stretch of forest begins and ends, and how far off it looks."""


def amazon_river(scene: Scene) -> Stage:
    """A calm brown-golden river that opens between tall green walls, lilies and a sandy bank in front."""
    scene = scene.with_layout(horizon=min(0.56, scene.layout.horizon * 0.9))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    line = np.full(scene.w, hor, F)
    plants.tree_line(scene, "wood-far", line, 30 * u, 0.6, gap=0.0, colors=JUNGLE)
    mist(scene, hor - 6 * u, 34 * u, 0.5)
    water_line = _walls(scene, hor)
    shore = hor + 0.64 * (h - hor)
    x = scene.canvas.along()
    edge: Array = (land.crest(scene, "bank", shore, 9 * u, 280) - x * x * F(0.05 * (h - hor))).astype(F)
    _water(scene, water_line, edge)
    _pads(scene, edge)
    _bank(scene, edge)
    if scene.allows("boat") and not scene.setting.drawn & {"canoe", "boat"}:
        side = 0.78 if (scene.light_side < 0) == scene.layout.flip else 0.22
        _canoe(scene, scene.x(side), land.height_at(edge, scene.x(side)) + 8 * u, 150 * scene.near)
    _undergrowth(scene, edge)
    return scene.stage(hor + (h - hor) * 0.86, water=True, water_y=(hor, float(edge[scene.w // 2])))


def _shores(scene: Scene, hor: float) -> tuple[Array, Array]:
    """Where the forest meets the water: the ys, and how near the shore is there, from 0 to 1, `(width,)`."""
    x = np.arange(scene.w, dtype=F)
    middle = scene.x(0.5 + 0.1 * (scene.layout.variant - 0.5))
    away = np.abs(x - F(middle)) / F(abs(scene.x(1) - scene.x(0)))
    near = np.clip((away - F(0.1)) / F(0.42), 0, 1.2) ** F(1.5)
    bays = noise_line(scene.rng("bays"), scene.w, 120 * scene.u, 2) - F(0.5)
    near = np.clip(near * (1 + F(0.4) * bays), 0, 1.2).astype(F)
    return (F(hor) + near * F(0.11 * (scene.h - hor))).astype(F), near


def _walls(scene: Scene, hor: float) -> Array:
    """Forest at both sides, nearer and taller towards the edges; gives the line where it meets the water."""
    line, near = _shores(scene, hor)
    if not scene.allows("tree"):
        return line
    middle = scene.x(0.5 + 0.1 * (scene.layout.variant - 0.5))
    for i, (start, end, far) in enumerate(_STRETCHES):
        for side in (-1, 1):
            rng = scene.rng(f"wall-{i}-{side}")
            x, trees = middle, []
            while -60 * scene.u < x < scene.w + 60 * scene.u:
                k = land.height_at(near, x)
                size = (40 + 320 * k**0.8) * scene.v
                if start <= k < end:
                    trees.append((x, land.height_at(line, x), size, fork(rng)))
                x += side * size * 0.18
            _wall(scene, trees, far)
        if i < 2:
            mist(scene, hor, 40 * scene.u, 0.3)
    return line


def _wall(scene: Scene, trees: list, far: float) -> None:
    """One stretch of forest: the trees (x, foot, size, stream) from far to near."""
    masses: list[list[tuple[float, float, float]]] = [[], [], []]
    palms, kapoks = [], []
    for x, foot, size, rng in trees:
        kind, tall = rng.random(), size * (0.62 + 0.3 * rng.random())
        if kind > 0.8:
            kapoks.append((x, foot, size, rng))
        elif kind < 0.18:
            palms.append((x, foot, size, rng))
        mass = masses[int(rng.random() * 3)]
        for high, a in zip((0.06, 0.24, 0.42), rng.random(3).tolist(), strict=True):
            masses[0].append((x + (a - 0.5) * size * 0.36, foot - high * size, size * 0.125))
        fine = 1.0 if far > 0.3 else 0.72
        for a, b, c in rng.random((int(8 / fine**2), 3)).tolist():
            high = tall * (0.05 + 0.84 * b)
            mass.append(
                (x + (a - 0.5) * size * (0.54 - 0.24 * b), foot - high, size * (0.07 + 0.048 * c) * fine)
            )
    for x, foot, size, rng in kapoks:
        _kapok(scene, rng, x, foot, size, far)
    for mass, colors in zip(masses, (_DEEP_GREEN, JUNGLE, _LIME), strict=True):
        if mass:
            mass.sort(key=lambda p: p[1])
            ramp = scene.light.ramp(*plants.foliage(scene, 1, colors), far=far)
            scene.canvas.puff(mass, ramp, light=scene.light_from, soft=0.24, balls=True)
    for x, foot, size, rng in palms:
        fan_palm(scene, rng, x, foot, size * (0.7 + 0.3 * rng.random()), far, fruit=True)
    if far < 0.3 and trees:
        _lianas(scene, trees, far)


def _kapok(scene: Scene, rng: np.random.Generator, x: float, foot: float, size: float, far: float) -> None:
    """A kapok whose pale trunk and wide crown stand out above the others."""
    bark, lit = scene.ink("#8a7a68", 0.5, far), scene.ink("#d0c0a6", 0.95, far)
    ramp = scene.light.ramp(*plants.foliage(scene, 2, _LIME), far=far)
    top, w = foot - size * (1.02 + 0.16 * rng.random()), size * 0.045
    with scene.canvas.pen((x - size * 0.5, top - size * 0.2, x + size * 0.5, foot)) as pen:
        pen.stroke([(x, foot), (x, top)], w * 1.5, w, bark)
        side = scene.light_side * w
        pen.stroke([(x + side * 0.3, foot), (x + side * 0.2, top)], w * 0.5, w * 0.3, lit)
        for s in (-1, 1):
            pen.stroke([(x, top + size * 0.2), (x + s * size * 0.17, top)], w * 0.7, w * 0.3, bark)
    lumps = []
    for i, (a, b) in enumerate(rng.random((17, 2)).tolist()):
        t = 2 * (i + a) / 17 - 1
        high = (1 - t * t) * 0.13 * b + 0.02
        lumps.append((x + t * size * 0.33, top - high * size, size * (0.055 + 0.025 * a)))
    lumps.sort(key=lambda p: p[1])
    scene.canvas.puff(lumps, ramp, light=scene.light_from, soft=0.24, balls=True)


def _lianas(scene: Scene, trees: list, far: float) -> None:
    """Creepers that hang down the front of a wall of trees."""
    rng = scene.rng(f"lianas-{far}")
    inks = [scene.ink(c, k, far) for c, k in (("#3f6a3a", 0.5), ("#8fc95a", 1.0))]
    xs, low = [x for x, *_ in trees], max(foot for _, foot, *_ in trees)
    reach = max(size for *_, size, _ in trees)
    with scene.canvas.pen((min(xs) - 9, low - 1.2 * reach, max(xs) + 0.1 * reach, low)) as pen:
        for x, foot, size, _ in trees[::2]:
            b, c = rng.random(2).tolist()
            y, long = foot - size * (0.55 + 0.3 * b), size * (0.3 + 0.24 * c)
            line = [(x, y), (x + size * 0.03, y + long * 0.5), (x, y + long)]
            pen.stroke(line, size * 0.016, size * 0.01, inks[0])
            for j in range(5):
                t, turn = (j + 0.5) / 5, 0.5 + 2.1 * (j % 2)
                pen.leaf(x + size * 0.02, y + long * t, size * 0.045, size * 0.024, turn, inks[1])


def _water(scene: Scene, line: Array, edge: Array) -> None:
    """Golden-brown water, green where it mirrors the forest, bright where it mirrors the sky."""
    low, hor = float(edge.max()) + 4, scene.horizon
    gold = [scene.tone(c, k) for c, k in (("#f5cd7c", 1.0), ("#de9a3c", 1.0), ("#b06a24", 0.95))]
    sky = scene.light.sky
    dull = 0.4 if scene.setting.gloomy else 0.34 * scene.light.dark
    gold = [mix(c, sky[len(sky) // 2], dull) for c in gold]
    stops = (mix(gold[0], sky[-1], 0.55), mix(gold[1], sky[-2], 0.12), gold[2])
    water.reflect(scene, line, low, 0.42, stops, last=0.5)
    water.glints(scene, hor + 0.04 * (low - hor), low)
    if scene.allows("grass"):
        _overhang(scene, line)


def _overhang(scene: Scene, line: Array) -> None:
    """Bushes that lean out over the water all along the forest's foot, and the dark they throw on it."""
    rng, hor = scene.rng("overhang"), scene.horizon
    dark = scene.tone("#3f4a2a", 0.5, 0.1)
    water.foam(scene, "foot", line + F(2 * scene.u), 4 * scene.u, dark, 0.45)
    groups: list[list[tuple[float, float, float]]] = [[], [], []]
    x = -10.0 * scene.u
    while x < scene.w + 10 * scene.u:
        a, b, c = rng.random(3).tolist()
        y = land.height_at(line, x)
        near = (y - hor) / (scene.h - hor)
        r = (4 + 150 * near) * scene.u * (0.6 + 0.6 * a)
        for i in range(3):
            groups[min(2, int(near * 30))].append(
                (x + (i - 1) * r * 0.9, y - r * (0.5 - 0.2 * abs(i - 1) + 0.5 * b), r * (0.7 + 0.3 * c))
            )
        x += r * (1.2 + 1.4 * c)
    for lumps, far in zip(groups, (0.42, 0.24, 0.06), strict=True):
        if lumps:
            ramp = scene.light.ramp(*plants.foliage(scene, 2, _LIME), far=far)
            scene.canvas.puff(lumps, ramp, light=scene.light_from, soft=0.26, balls=True)


def _pads(scene: Scene, edge: Array) -> None:
    """Rafts of giant lily pads near the bank, at both sides."""
    rng, u = scene.rng("pads"), scene.near
    placed: list[tuple[float, float, float]] = []
    for a, b in rng.random((scene.count(26), 2)).tolist():
        x = scene.aside(rng, 0.24)
        away = (20 + 120 * a) * u
        y, s = land.height_at(edge, x) - away, (54 - 0.26 * away / u) * u * (0.75 + 0.4 * b)
        if all(abs(x - px) > 0.84 * (s + ps) or abs(y - py) > 0.36 * (s + ps) for py, px, ps in placed):
            placed.append((y, x, s))
    with scene.canvas.pen((0, scene.horizon, scene.w, float(edge.max()) + 40 * u)) as pen:
        for y, x, s in sorted(placed):
            giant_pad(scene, pen, x, y, s)
            if int(x * 7) % 3 == 0 and scene.allows("flower"):
                lotus.flower(scene, pen, x + s * 0.8, y + s * 0.2, s * 0.44, 2)


def _bank(scene: Scene, line: Array) -> None:
    """A beach of pale river sand with grass behind it."""
    u, h = scene.near, scene.h
    pale = mix(scene.light.sky[-1], np.ones(3, F), 0.4)
    wet = [
        scene.tone(scene.snowed(c, 0.6), k)
        for c, k in (("#b98d5c", 0.8), ("#e6c68c", 1.0), ("#d8b274", 0.95))
    ]
    scene.canvas.ridge(line - F(2 * u), wet, 60 * u)
    water.foam(scene, "lap", line - F(2 * u), 2.4 * u, pale, 0.7)
    x = scene.canvas.along()
    lawn: Array = (
        line + F(34 * u) + land.crest(scene, "lawn", 0, 9 * u, 150, 3) + F(16 * u) * (1 - x * x)
    ).astype(F)
    tones = [scene.tone(c, k) for c, k in (("#9ccb56", 1.0), ("#569c48", 0.9), ("#2c703e", 0.7))]
    scene.canvas.ridge(lawn, tones, h - float(lawn.mean()))
    land.mottle(scene, "lawn-light", lawn, scene.tone("#c3e06a", 1.0), 0.34)
    land.mottle(scene, "lawn-dark", lawn, scene.tone("#1f6a40", 0.55), 0.34, 170)
    land.side_light(scene, float(line.min()), 0.1)


def _canoe(scene: Scene, x: float, y: float, size: float) -> None:
    """A dugout drawn up at the bank, a paddle in it."""
    scene.canvas.shadow(x, y + size * 0.06, size * 0.6, size * 0.08, scene.light.shade * F(0.3), 0.5)
    with scene.canvas.pen((x - size, y - size * 0.6, x + size, y + size * 0.2)) as pen:
        it = Sketch(pen, x, y, size, -1 if scene.layout.flip else 1)
        it.line((-0.1, 0.0), (0.26, 0.34), 0.026, scene.ink("#d0a06a", 0.9))
        it.blob(scene.ink("#d0a06a", 0.9), (0.24, 0.3), (0.33, 0.34), (0.37, 0.46), (0.27, 0.42))
        it.blob(scene.ink("#5a3a2c", 0.4), (-0.62, 0.15), (-0.3, 0.1), (0.3, 0.09), (0.62, 0.16),
                (0.3, 0.04), (-0.3, 0.04))  # fmt: skip
        it.blob(scene.ink("#8a5634", 0.6), (-0.68, 0.19), (-0.34, 0.07), (0.34, 0.06), (0.68, 0.2),
                (0.44, -0.05), (0.0, -0.09), (-0.44, -0.05))  # fmt: skip
        it.blob(scene.ink("#b87844", 0.95), (-0.62, 0.14), (-0.32, 0.05), (0.32, 0.04), (0.62, 0.15),
                (0.36, 0.0), (-0.36, 0.0))  # fmt: skip


def _undergrowth(scene: Scene, edge: Array) -> None:
    """Grass, ferns and broad leaves, thick at the sides."""
    u, top = scene.near, float(edge.mean()) + 54 * scene.near
    inks = [
        scene.ink(c, k) for c, k in (("#6fb04a", 1.0), ("#3f8a48", 0.75), ("#a3cf5c", 1.0), ("#2c703e", 0.55))
    ]
    land.grass(scene, "grass", top, scene.h + 8 * u, inks, 280, height=20)
    flowers.field(scene, "flowers", top + 14 * u, scene.h, 16)
    rng = scene.rng("undergrowth")
    with scene.canvas.pen((0, top - 150 * u, scene.w, scene.h)) as pen:
        for k in sorted(rng.random(scene.count(12)).tolist()):
            x, y = scene.aside(rng, 0.3), top + (scene.h * 1.03 - top) * k
            size = (56 + 50 * k) * u * (0.8 + 0.4 * rng.random())
            if rng.random() < 0.4:
                flowers.fern(pen, x, y, size, inks[1:3], (rng.random() - 0.5) * 0.4)
            else:
                leaf_fan(pen, rng, x, y, size, [inks[3], inks[1], inks[0], inks[2]])
