"""The harbour: a quay, boats at anchor, houses round the bay."""

from __future__ import annotations

import numpy as np

from ...pixels import F, rgb
from .. import buildings, water
from ..pen import Sketch, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .shore import far_boat, headland
from .street import FACADES
from .town import lamp, paving, wet_shine

HULLS = ("#c8503f", "#2f7fa8", "#e0a13c", "#3f9a7a", "#f2ead8", "#34506a")


def harbor(scene: Scene) -> Stage:
    """A quay with boats moored at it, houses round the bay, a lighthouse on the mole."""
    scene = scene.with_layout(horizon=0.5 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, _u = scene.horizon, scene.h, scene.u
    headland(scene, "headland", hor)
    quay = hor + 0.54 * (h - hor)
    water.surface(scene, hor, quay + 2, mirror=0.3, shallow=0.3)
    far_boat(scene, hor)
    _town(scene, hor)
    _mole(scene, hor)
    _boats(scene, hor, quay)
    wooden = scene.layout.variant > 0.5
    _quay(scene, quay, wooden)
    wet_shine(scene, quay)
    return scene.stage(hor + (h - hor) * 0.82, water=True, water_y=(hor, quay))


def _town(scene: Scene, hor: float) -> None:
    """Narrow coloured houses along one shore of the bay."""
    if not scene.allows("house"):
        return
    rng, u, v = scene.rng("bay-houses"), scene.u, scene.v
    flip = scene.layout.flip
    foot, x, end = hor + 12 * u, 0.0, 0.44 * scene.w
    stops = [scene.tone("#a8a29a", 0.85, 0.2), scene.tone("#7f7a78", 0.5, 0.2)]
    lit: list[tuple[float, float]] = []
    with scene.canvas.pen((0, hor - 200 * v, scene.w, hor + 26 * u)) as pen:
        while x < end:
            w, tall = (36 + 22 * rng.random()) * u, (66 + 52 * rng.random()) * v * (1 - 0.5 * x / end)
            left = scene.w - x - w if flip else x
            color = FACADES[int(rng.integers(len(FACADES)))]
            roof = scene.ink(scene.snowed(buildings.ROOFS[int(rng.integers(5))]), 0.8, 0.2)
            pen.poly(
                [
                    (left - 2 * u, foot - tall),
                    (left + w / 2, foot - tall - w * 0.44),
                    (left + w + 2 * u, foot - tall),
                ],
                roof,
            )
            pen.rect(left, foot - tall, left + w, foot, scene.ink(color, 0.9, 0.2))
            for row in range(int(tall / (30 * v))):
                for share in (0.18, 0.58):
                    pane, on = buildings.window_ink(scene, rng, 0.2)
                    px, py = left + w * share, foot - tall + (8 + 28 * row) * v
                    pen.rect(px, py, px + w * 0.22, py + 14 * v, pane)
                    if on:
                        lit.append((px, py + 7 * v))
            x += w
        a, b = (scene.w - end - 30 * u, scene.w + 5) if flip else (-5, end + 30 * u)
        pen.rect(a, foot, b, foot + 9 * u, ink(stops[0]))
        pen.rect(a, foot + 7 * u, b, foot + 13 * u, ink(stops[1]))
    for px, py in lit:
        scene.canvas.glow(px, py, 26 * u, rgb("#ffc766"), 0.3)
        scene.canvas.haze(px, foot + 50 * u, 12 * u, 50 * u, rgb("#ffc766"), 0.2)


def _mole(scene: Scene, hor: float) -> None:
    """A stone mole with a lighthouse at its head."""
    if "lighthouse" in scene.setting.drawn:
        return
    u, v, x = scene.u, scene.v, scene.x(0.8)
    foot, tall, far = hor + 16 * u, 150 * scene.v, 0.14
    with scene.canvas.pen((x - 240 * u, foot - tall * 1.3, x + 300 * u, foot + 12 * u)) as pen:
        stones = [
            (scene.x(0.72), foot + 8 * u),
            (scene.x(0.75), foot - 8 * u),
            (scene.x(1.1), foot - 12 * u),
            (scene.x(1.1), foot + 8 * u),
        ]
        pen.poly(stones, scene.ink("#9a949a", 0.7, far))
        it = Sketch(pen, x, foot - 6 * u, tall)
        white, red = scene.ink("#fbf6ea", 0.95, far), scene.ink("#d9503f", 0.9, far)
        it.poly(white, (-0.14, 0), (-0.09, 0.74), (0.09, 0.74), (0.14, 0))
        for k in (0.12, 0.42):
            it.poly(
                red,
                (-0.13 + k * 0.06, k),
                (-0.125 + k * 0.07 + 0.01, k + 0.15),
                (0.125 - k * 0.07 - 0.01, k + 0.15),
                (0.13 - k * 0.06, k),
            )
        it.rect(-0.12, 0.74, 0.12, 0.78, scene.ink("#4a5066", 0.6, far))
        on = scene.light.dark > 0.2
        it.rect(-0.07, 0.78, 0.07, 0.9, ink(rgb("#fff3b0")) if on else scene.ink("#cfe6ee", 1.0, far))
        it.poly(red, (-0.1, 0.9), (0, 1.02), (0.1, 0.9))
    if scene.light.dark > 0.2:
        scene.canvas.glow(x, foot - 6 * u - tall * 0.84, 150 * v, rgb("#fff3b0"), 0.6)


def _boats(scene: Scene, hor: float, quay: float) -> None:
    """Fishing boats and yachts at anchor, the nearest at the quay."""
    if not scene.allows("boat"):
        return
    rng = scene.rng("moored")
    spots = ((0.62, 0.16, 90), (0.44, 0.26, 104), (0.9, 0.4, 150), (0.12, 0.52, 170), (0.72, 0.66, 190))
    for share, k, size in spots:
        own = fork(rng)
        x = scene.x(share + 0.06 * (own.random() - 0.5))
        fishing_boat(scene, own, x, hor + (quay - hor) * k, size * scene.u, 0.2 * (1 - k))


def fishing_boat(scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, far: float) -> None:
    """A stout little boat with a wheelhouse and a mast, its waterline at y."""
    hull = HULLS[int(rng.integers(len(HULLS)))]
    way = 1 if rng.random() < 0.5 else -1
    scene.canvas.shadow(
        x, y + size * 0.03, size * 0.56, size * 0.07, water.water_colors(scene)[0] * F(0.5), 0.5
    )
    with scene.canvas.pen((x - size * 0.8, y - size * 1.1, x + size * 0.8, y + size * 0.2)) as pen:
        it = Sketch(pen, x, y, size, way)
        wood, white = scene.ink("#6a4a38", 0.6, far), scene.ink("#fbf6ea", 0.95, far)
        it.line((-0.02, 0.2), (-0.02, 0.98), 0.025, wood)
        it.line((-0.02, 0.9), (0.5, 0.26), 0.008, wood)
        it.line((-0.02, 0.9), (-0.48, 0.22), 0.008, wood)
        it.poly(scene.ink("#e8503f", 0.95, far), (-0.02, 0.98), (-0.18, 0.93), (-0.02, 0.88))
        it.rect(-0.3, 0.18, 0.02, 0.48, white, 0.02)
        it.rect(-0.34, 0.46, 0.06, 0.52, scene.ink(hull, 0.8, far), 0.02)
        pane = ink(rgb("#ffd98a")) if scene.light.dark > 0.3 else scene.ink("#8fb8d0", 0.8, far)
        for a in (-0.25, -0.1):
            it.rect(a, 0.3, a + 0.1, 0.41, pane, 0.01)
        it.blob(
            scene.ink(hull, 0.55, far),
            (-0.54, 0.2),
            (-0.46, -0.04),
            (0.38, -0.04),
            (0.62, 0.3),
            (0.3, 0.2),
            steps=6,
        )
        it.blob(
            scene.ink(hull, 0.95, far),
            (-0.54, 0.21),
            (-0.48, 0.04),
            (0.4, 0.05),
            (0.62, 0.31),
            (0.3, 0.21),
            steps=6,
        )
        it.stroke(white, 0.03, 0.03, (-0.54, 0.2), (0.0, 0.17), (0.34, 0.21), (0.6, 0.3))


def _quay(scene: Scene, top: float, wooden: bool) -> None:
    """The near quay: flagstones or planks, bollards with ropes, crates, a lamp."""
    u, h, w = scene.near, scene.h, scene.w
    colors = ("#c99a68", "#b08052", "#8a6242") if wooden else ("#dcd2c4", "#c2b6a6", "#9c9088")
    stops = [scene.tone(scene.snowed(c, 0.7), k) for c, k in zip(colors, (1.0, 0.9, 0.75), strict=True)]
    scene.canvas.ridge(np.full(w, top, F), stops, h - top)
    if wooden:
        _planks(scene, top)
    else:
        paving(scene, top)
    with scene.canvas.pen((0, top - 60 * u, w, top + 30 * u)) as pen:
        pen.rect(
            -5,
            top - 4 * u,
            w + 5,
            top + 10 * u,
            scene.ink(scene.snowed("#e8d3b0" if wooden else "#efe7da"), 1.0),
        )
        pen.rect(-5, top + 10 * u, w + 5, top + 15 * u, scene.ink("#6a5a4f", 0.5))
        xs = [scene.x(s) for s in (0.06, 0.34, 0.64, 0.94)]
        for a, b in zip(sorted(xs)[:-1], sorted(xs)[1:], strict=True):
            rope = [
                (a + (b - a) * t, top - 22 * u + 26 * u * 4 * t * (1 - t))
                for t in np.linspace(0, 1, 9).tolist()
            ]
            pen.stroke(rope, 4.4 * u, 4.4 * u, scene.ink("#c9ad7a", 0.75))
        for x in xs:
            it = Sketch(pen, x, top + 12 * u, 50 * u)
            iron, shine = scene.ink("#4a5066", 0.5), scene.ink("#7f8aa6", 0.9)
            it.rect(-0.2, 0, 0.2, 0.62, iron, 0.06)
            it.ellipse(0, 0.66, 0.3, 0.14, iron)
            it.ellipse(0.04 * scene.light_side, 0.7, 0.2, 0.07, shine)
    _cargo(scene, top)
    lamp(scene, scene.x(0.86), top + 34 * u, 230 * u)


def _planks(scene: Scene, top: float) -> None:
    h, u, vx = scene.h, scene.near, scene.w / 2
    rng, n = scene.rng("planks"), int(scene.w / (52 * scene.u)) + 3
    dark, pale = scene.ink("#6a4a34", 0.5), scene.ink(scene.snowed("#e0b684", 0.6), 1.0)
    reach = (h - top) / (230 * scene.u) + 0.3
    with scene.canvas.pen((0, top, scene.w, h), opacity=0.5) as pen:
        for i in range(-n, n + 1):
            step = 52 * scene.u
            x0, x1 = vx + i * step, vx + i * step * (1 + reach)
            if rng.random() < 0.36:
                pen.poly([(x0, top), (x0 + step, top), (x1 + step * (1 + reach), h), (x1, h)], pale)
            pen.poly([(x0, top), (x0 + 1.6 * u, top), (x1 + 4 * u, h), (x1, h)], dark)


def _cargo(scene: Scene, top: float) -> None:
    """Barrels and a crate of fish at one side."""
    u, x, y = scene.near, scene.x(0.1), top + 46 * scene.near
    scene.canvas.shadow(x + 20 * u, y, 110 * u, 18 * u, scene.light.shade * F(0.3), 0.45)
    with scene.canvas.pen((x - 130 * u, y - 140 * u, x + 170 * u, y + 8 * u)) as pen:
        for dx, size in ((-36, 100), (34, 86)):
            it = Sketch(pen, x + dx * u, y - (0 if dx < 0 else -6) * u, size * u)
            it.blob(
                scene.ink("#8a5a38", 0.5),
                (-0.3, 0),
                (-0.38, 0.45),
                (-0.3, 0.9),
                (0.3, 0.9),
                (0.38, 0.45),
                (0.3, 0),
            )
            it.blob(
                scene.ink("#b07a4a", 0.9),
                (-0.24, 0.02),
                (-0.3, 0.45),
                (-0.24, 0.9),
                (0.2, 0.9),
                (0.26, 0.45),
                (0.2, 0.02),
            )
            for k in (0.2, 0.66):
                it.rect(-0.36, k, 0.36, k + 0.06, scene.ink("#5a5f70", 0.6))
            it.ellipse(0, 0.9, 0.29, 0.07, scene.ink("#6a4630", 0.5))
        it = Sketch(pen, x + 104 * u, y + 6 * u, 84 * u)
        for i, c in enumerate(("#9fc3d6", "#7fa8c4", "#b9d6e2", "#8fb3cc")):
            it.blob(
                scene.ink(c, 0.95),
                (-0.36 + 0.2 * i, 0.36),
                (-0.28 + 0.2 * i, 0.56),
                (-0.16 + 0.2 * i, 0.5),
                (-0.12 + 0.2 * i, 0.36),
            )
        it.rect(-0.5, 0, 0.5, 0.4, scene.ink("#8a6038", 0.5))
        for k in (0.02, 0.22):
            it.rect(-0.5, k, 0.5, k + 0.15, scene.ink("#c99a62", 0.95))
