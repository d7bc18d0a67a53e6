"""Ways through green land: the park, the country road, the wheat field, the bamboo grove."""

from __future__ import annotations

import itertools
from math import atan2

import numpy as np

from ...pixels import Array, F, mix
from .. import buildings, flowers, land, plants
from ..pen import Pen, Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .country import backdrop, fountain
from .meadow import finish_lawn, lawn, pond, trees
from .town import TOWERS, lamp
from .woods import rays


def park(scene: Scene) -> Stage:
    """Lawns and trees in the middle of a town: benches and lamps along a path, a pond or a fountain."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    buildings.skyline(scene, "towers-far", hor + 6 * u, (60, 190), (34, 66), TOWERS[0], 0.6)
    line = land.hills(scene, "hills-far", hor + 4 * u, 14 * u, 320, ("#9cc77a", "#6fa86a"), 0.38)
    plants.tree_line(scene, "wood-far", line, 92 * u, 0.3, gap=0.1, colors=plants.GREENS[0])
    line = lawn(scene, hor + 0.14 * (h - hor), 12)
    low = float(line.mean())
    wet = scene.layout.variant < 0.36
    road = pond(scene, line) if wet else land.path(scene, "path", line, ("#f2e3c4", "#dcc59c"))
    trees(scene, line, road, shun=(scene.x(0.2), scene.x(0.78)))
    stage = finish_lawn(scene, line, road)
    if scene.layout.variant > 0.66 and "fountain" not in scene.setting.drawn:
        fountain(scene, scene.x(0.78), low + 0.2 * (h - low), 130 * scene.near)
    lamp(scene, scene.x(0.1), low + 0.2 * (h - low), 250 * scene.near)
    lamp(scene, scene.x(0.64), low + 0.05 * (h - low), 160 * scene.near)
    bench(scene, scene.x(0.2), low + 0.24 * (h - low), 200 * scene.near)
    return stage


def bench(scene: Scene, x: float, y: float, size: float) -> None:
    """A slatted park bench, `size` wide."""
    scene.canvas.shadow(x, y, size * 0.56, size * 0.08, scene.light.shade * F(0.3), 0.45)
    wood, dim, iron = scene.ink("#b07a4a", 0.95), scene.ink("#8a5a38", 0.6), scene.ink("#3f4660", 0.5)
    with scene.canvas.pen((x - size * 0.6, y - size * 0.6, x + size * 0.6, y + 4)) as pen:
        it = Sketch(pen, x, y, size)
        for d in (-0.4, 0.4):
            it.rect(d - 0.02, 0, d + 0.02, 0.46, iron)
            it.stroke(iron, 0.04, 0.03, (d - 0.02, 0.3), (d + 0.06, 0.31), (d + 0.07, 0.0))
        for k in (0.27, 0.36, 0.45):
            it.rect(-0.48, k, 0.48, k + 0.06, wood, 0.01)
        it.rect(-0.5, 0.17, 0.5, 0.23, wood, 0.01)
        it.rect(-0.5, 0.14, 0.5, 0.175, dim)


def road(scene: Scene) -> Stage:
    """A country road that runs straight to the horizon, or winds there, poles beside it."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    backdrop(scene)
    line = lawn(scene, hor + 0.08 * (h - hor), 12)
    way = _asphalt(scene, line)
    _poles(scene, way)
    trees(scene, line, way)
    top = float(line.mean()) + 8 * u
    inks = [
        scene.ink(c, k) for c, k in (("#8fc24f", 1.0), ("#5a9a45", 0.8), ("#b5d95c", 1.0), ("#3a8548", 0.6))
    ]
    land.grass(scene, "grass", top, h - 2, inks, 420, road=way)
    flowers.field(scene, "flowers", top + 14 * u, h - 2, 70, road=way)
    return scene.stage(hor + (h - hor) * 0.74)


def _asphalt(scene: Scene, line: Array) -> land.Road:
    """The carriageway with its verges and white dashes."""
    start, top = scene.x(0.5), float(line[min(max(int(scene.x(0.5)), 0), scene.w - 1)])
    rows = scene.h - int(top)
    t = np.linspace(0, 1, max(2, rows), dtype=F)
    wind = F(0.3 * scene.layout.path * (scene.layout.variant > 0.5) * (-1 if scene.layout.flip else 1))
    bend = np.sin(t**0.6 * F(1.9 * np.pi)) * (1 - t) ** F(1.2) * wind * scene.w
    middle = F(start) + (F(scene.w / 2) - F(start)) * t + bend
    half = scene.near * (F(5) + F(330) * t ** F(1.15))
    x = np.arange(scene.w, dtype=F)[None]
    off = np.abs(x - middle[:, None])
    mist = scene.light.fog

    def lay(width: Array, color: str, k: float, opacity: float = 1.0) -> None:
        mask = np.clip((width[:, None] - off) / F(max(1.0, 1.5 * scene.u)) + F(0.5), 0, 1) * F(opacity)
        tint = scene.tone(scene.snowed(color, 0.5), k)
        fill = tint + (mist - tint) * (F(0.4) * (1 - t) ** 3)[:, None, None]
        scene.canvas.paint(mask.astype(F), 0, int(top), np.broadcast_to(fill, (*off.shape, 3)).astype(F))

    lay(half * F(1.1), "#d9c79c", 0.95)
    lay(half, "#7f8496", 0.8)
    lay(half * F(0.955), "#f4efe2", 1.0)
    lay(half * F(0.92), "#7f8496", 0.85)
    dash = np.sin(F(26) / (t + F(0.16)))
    lay(np.where(dash > 0, half * F(0.026), F(-9)).astype(F), "#fff4d2", 1.0)
    return land.Road(int(top), middle.astype(F), (half * F(1.12)).astype(F))


def _poles(scene: Scene, way: land.Road) -> None:
    """Posts along the verge, smaller and smaller, a wire between them."""
    side, tops = (-1 if scene.layout.flip else 1), []
    wood = scene.ink("#8a6a4f", 0.7)
    with scene.canvas.pen(None) as pen:
        for t in (0.05, 0.09, 0.16, 0.28, 0.5):
            row = int(t * (len(way.half) - 1))
            x = float(way.middle[row]) + side * float(way.half[row]) * 1.5
            y, tall = way.top + row, (26 + 560 * t) * scene.v * 0.8
            tops.append((x, y - tall))
            w = max(1.0, tall * 0.018)
            pen.rect(x - w, y - tall, x + w, y, wood)
            pen.rect(x - tall * 0.1, y - tall * 0.95, x + tall * 0.1, y - tall * 0.92, wood)
        for (ax, ay), (bx, by) in itertools.pairwise(tops):
            pen.stroke(
                [
                    (ax, ay),
                    ((ax + bx) / 2, (ay + by) / 2 + 0.16 * (bx - ax) * (1 if bx > ax else -1)),
                    (bx, by),
                ],
                1.2,
                1.6,
                scene.ink("#5a4a50", 0.5),
            )


def wheat_field(scene: Scene) -> Stage:
    """Golden wheat to the horizon, a trodden way through it, a few poppies."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    land.far_range(scene, "range", hor - 8 * u, 44 * scene.v, "#7f9fc4", 0.55)
    line = land.hills(scene, "hills-far", hor + 2 * u, 26 * u, 320, ("#d9c76a", "#b5a85a"), 0.4)
    plants.tree_line(scene, "wood-far", line, 40 * u, 0.4, gap=0.5)
    line = land.crest(scene, "field", hor + 0.1 * (h - hor), 14 * u, 640)
    stops = [
        scene.tone(scene.snowed(c), k) for c, k in (("#f6dc7c", 1.0), ("#e3b54a", 0.9), ("#b9823a", 0.7))
    ]
    scene.canvas.ridge(line, stops, h - float(line.mean()))
    land.mottle(scene, "field-light", line, scene.tone("#fbeaa0", 1.0), 0.4)
    land.mottle(scene, "field-dark", line, scene.tone("#a8742f", 0.6), 0.34, 170)
    land.side_light(scene, hor, 0.14)
    way = land.path(scene, "path", line, ("#e8cf98", "#c9a468"))
    _ears(scene, line, way)
    return scene.stage(hor + (h - hor) * 0.74)


def _ears(scene: Scene, line: Array, way: land.Road) -> None:
    """Stalks with heavy ears, the farthest first, and poppies among them."""
    rng, u, top = scene.rng("ears"), scene.near, float(line.mean()) + 4 * scene.u
    lit, mid, dim = (
        scene.ink(scene.snowed(c, 0.4), k) for c, k in (("#f8e08a", 1.0), ("#e0ad45", 0.9), ("#a8742f", 0.6))
    )
    data = rng.random((scene.count(1300), 4))
    data = data[np.argsort(data[:, 0])]
    with scene.canvas.pen((0, top - 90 * u, scene.w, scene.h)) as pen:
        for a, b, c, d in data.tolist():
            k = a**0.75
            x, y = b * scene.w, top + (scene.h * 1.12 - top) * k
            # The trodden middle, where somebody stands, stays lower.
            open_ = abs(b - 0.5) < 0.24 and k > 0.3
            if way.covers(x, y):
                continue
            tall = (15 + 62 * k * (0.5 if open_ else 1.0)) * u * (0.8 + 0.4 * c)
            lean = (d - 0.5) * 0.5 * tall
            pen.line((x, y), (x + lean * 0.5, y - tall * 0.7), (0.8 + 1.6 * k) * u, dim if c < 0.4 else mid)
            _ear(pen, x + lean * 0.5, y - tall * 0.64, tall * 0.42, lean * 0.7, lit if c > 0.45 else mid, dim)
            if d > 0.965 and scene.allows("flower"):
                pen.circle(x + 6 * u, y - tall * 0.6, (2 + 7 * k) * u, scene.ink("#e8483a", 0.95))
                pen.circle(x + 6 * u, y - tall * 0.6, (0.7 + 2 * k) * u, scene.ink("#4a2a34", 0.4))


def _ear(pen: Pen, x: float, y: float, size: float, lean: float, color: tuple, dark: tuple) -> None:
    turn = atan2(-size, lean)
    pen.leaf(x - lean * 0.1, y + size * 0.1, size * 1.15, size * 0.44, turn, color)
    pen.line((x, y), (x + lean, y - size), max(0.7, size * 0.05), dark)


def bamboo(scene: Scene) -> Stage:
    """A grove of tall bamboo, light falling between the canes, a path through it."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    glow = mix(scene.light.fog, scene.light.sun, 0.4 * (1 - scene.light.dark * 0.7))
    pale = [scene.tone(c, k, 0.5) for c, k in (("#cfe08a", 1.0), ("#9cc86a", 0.9), ("#6fa85a", 0.8))]
    wash = np.linspace(0.25, 0.9, max(2, int(hor) + 2), dtype=F)[:, None]
    scene.canvas.paint(np.broadcast_to(wash, (len(wash), scene.w)).astype(F), 0, 0, pale[1])
    for i, (far, n, wide) in enumerate(((0.62, 34, 10), (0.42, 22, 16))):
        _canes(scene, f"canes-{i}", hor + (4 + 14 * i) * u, n, wide, far, 0.06)
        scene.canvas.haze(scene.w * 0.5, hor, 0.5 * scene.w, 190 * u, glow, 0.34)
    land.hills(scene, "hills", hor + 2 * u, 16 * u, 320, ("#b5d978", "#7fb05a"), 0.3)
    line = lawn(scene, hor + 0.08 * (h - hor), 12)
    way = land.path(scene, "path", line, ("#e0cf9c", "#b79a68"))
    _canes(scene, "canes-2", hor + 0.16 * (h - hor), 13, 26, 0.12, 0.17)
    rays(scene, hor + 0.3 * (h - hor), 0.36)
    _canes(scene, "canes-3", hor + 0.34 * (h - hor), 8, 40, 0.0, 0.3)
    low = float(line.mean()) + 8 * u
    inks = [
        scene.ink(c, k) for c, k in (("#7fb84f", 1.0), ("#4a8f45", 0.75), ("#a5cf5c", 1.0), ("#2f7044", 0.5))
    ]
    land.grass(scene, "grass", low, h + 8 * u, inks, 300, road=way)
    return scene.stage(hor + (h - hor) * 0.74)


def _canes(scene: Scene, name: str, foot: float, count: float, wide: float, far: float, gap: float) -> None:
    """Canes rising out of the picture, ringed at their joints, leaves in sprays."""
    if not scene.allows("tree"):
        return
    rng, u, side = scene.rng(name), scene.near, scene.light_side
    body, lit, dim, ring = (
        scene.ink(c, k, far)
        for c, k in (("#7fb84f", 0.75), ("#bfe07a", 1.0), ("#4a8a48", 0.4), ("#e0eeb0", 1.0))
    )
    leaves = [scene.ink(c, k, far) for c, k in (("#3f8a4a", 0.5), ("#6fb04f", 0.8), ("#a8d468", 1.0))]
    with scene.canvas.pen((0, 0, scene.w, foot + 40 * u)) as pen:
        for _ in range(scene.count(count)):
            own = fork(rng)
            x = scene.aside(own, gap) if gap > 0.1 else float(own.random()) * scene.w
            y, w = foot + 26 * u * float(own.random()), wide * u * (0.7 + 0.5 * float(own.random())) * 0.5
            lean, step = (float(own.random()) - 0.5) * 40 * u, w * 9
            pen.poly([(x - w, y), (x + w, y), (x + w + lean, -5), (x - w + lean, -5)], body)
            edge = x - side * w
            pen.poly(
                [
                    (edge, y),
                    (edge + side * w * 0.7, y),
                    (edge + side * w * 0.7 + lean, -5),
                    (edge + lean, -5),
                ],
                dim,
            )
            shine = x + side * w * 0.45
            pen.poly(
                [
                    (shine, y),
                    (shine + side * w * 0.3, y),
                    (shine + side * w * 0.3 + lean, -5),
                    (shine + lean, -5),
                ],
                lit,
            )
            at = y - step * float(own.random())
            while at > 0:
                cx = x + lean * (y - at) / max(1.0, y)
                pen.rect(cx - w * 1.1, at - w * 0.2, cx + w * 1.1, at + w * 0.1, dim)
                pen.rect(cx - w * 1.1, at - w * 0.34, cx + w * 1.1, at - w * 0.16, ring)
                if float(own.random()) < 0.5:
                    _spray(pen, own, cx, at, wide * u * 1.6, leaves)
                at -= step * (0.9 + 0.2 * float(own.random()))


def _spray(pen: Pen, rng: np.random.Generator, x: float, y: float, size: float, inks: list) -> None:
    way = 1 if rng.random() < 0.5 else -1
    ex, ey = x + way * size * 0.7, y - size * 0.4
    pen.line((x, y), (ex, ey), max(0.8, size * 0.03), inks[0])
    for i in range(5):
        turn = (0.1 + 0.28 * i) if way > 0 else np.pi - (0.1 + 0.28 * i)
        px, py = x + (ex - x) * (0.3 + 0.17 * i), y + (ey - y) * (0.3 + 0.17 * i)
        pen.leaf(px, py, size * (0.6 - 0.05 * i), size * 0.13, float(turn), inks[i % 3])
