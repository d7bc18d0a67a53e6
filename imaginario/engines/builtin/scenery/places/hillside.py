"""Built-up heights: houses stacked on a hillside, and an island in the sky."""

from __future__ import annotations

import numpy as np

from ...pixels import Array, F, mix, rgb
from .. import buildings, clouds, land, plants
from ..pen import Pen, Point, Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .town import lamp, paving, wet_shine

WALLS = (
    "#e8735c",
    "#f2b04a",
    "#4fa89c",
    "#f2d36a",
    "#6f9fd0",
    "#e88fa8",
    "#8fbf6a",
    "#c98a6a",
    "#b08ac8",
    "#f2e3c8",
)


def favela(scene: Scene) -> Stage:
    """Little houses of every colour climbing a green hill, steps and wires between them."""
    scene = scene.with_layout(horizon=0.56 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u, v = scene.horizon, scene.h, scene.u, scene.v
    land.far_range(scene, "range", hor - 60 * v, 120 * v, "#7f9fc4", 0.5)
    peak = scene.x(0.42)
    x = np.arange(scene.w, dtype=F)
    hump = np.clip(1 - np.abs(x - F(peak)) / F(0.8 * scene.w), 0, 1) ** F(0.8) * F(0.62 * hor)
    crest = (F(hor) - hump - land.crest(scene, "hill", 0, 12 * u, 160, 3)).astype(F)
    scene.canvas.ridge(
        crest,
        [scene.tone(c, k, 0.2) for c, k in (("#7fb45c", 1.0), ("#3f7f4a", 0.6))],
        0.6 * hor,
        until=hor + 30 * u,
    )
    _trees(scene, crest)
    _houses(scene, crest, hor)
    stops = [
        scene.tone(scene.snowed(c), k) for c, k in (("#d9cdbf", 1.0), ("#c0b2a4", 0.9), ("#968a84", 0.75))
    ]
    scene.canvas.ridge(np.full(scene.w, hor + 14 * u, F), stops, h - hor)
    paving(scene, hor + 14 * u)
    _wires(scene, hor)
    lamp(scene, scene.x(0.9), hor + 0.26 * (h - hor), 260 * scene.near)
    wet_shine(scene, hor + 0.1 * (h - hor))
    return scene.stage(hor + (h - hor) * 0.74)


def _trees(scene: Scene, crest: Array) -> None:
    if not scene.allows("tree"):
        return
    rng = scene.rng("hill-trees")
    for a, b in rng.random((scene.count(16), 2)).tolist():
        x = a * scene.w
        y = float(crest[min(scene.w - 1, int(x))]) + (10 + 40 * b) * scene.u
        plants.tree(scene, fork(rng), x, y, (34 + 26 * b) * scene.u, 0.24)


def _houses(scene: Scene, crest: Array, hor: float) -> None:
    """Row above row, the nearest last and largest."""
    rng, u, v = scene.rng("houses"), scene.u, scene.v
    lit: list[Point] = []
    rows = 7
    with scene.canvas.pen((0, 0, scene.w, hor + 30 * u)) as pen:
        for row in range(rows):
            t = (row + 1) / rows
            far, size = 0.34 * (1 - t), (34 + 46 * t) * u
            x = -size * rng.random()
            while x < scene.w:
                own = fork(rng)
                w, tall = size * (0.9 + 0.5 * own.random()), (34 + 40 * t) * v * (0.9 + 0.4 * own.random())
                top_here = float(crest[min(max(int(x + w / 2), 0), scene.w - 1)])
                foot = top_here + (hor + 20 * u - top_here) * t + 10 * u * own.random()
                if foot - top_here > 24 * u or row == rows - 1:
                    _house(scene, pen, own, (x, foot, w, tall), far, lit)
                x += w * (0.98 + (0.5 if own.random() < 0.16 else 0.0))
    for px, py in lit:
        scene.canvas.glow(px, py, 24 * u, rgb("#ffc766"), 0.26)


def _house(
    scene: Scene,
    pen: Pen,
    rng: np.random.Generator,
    at: tuple[float, float, float, float],
    far: float,
    lit: list[Point],
) -> None:
    x, foot, w, tall = at
    wall, high, low = WALLS[int(rng.integers(len(WALLS)))], tall / w, -40 * scene.u / w
    it = Sketch(pen, x, foot, w)
    it.rect(0, low, 1, high, scene.ink(wall, 0.9, far))
    shaded = (0.0, 0.16) if scene.light_side > 0 else (0.84, 1.0)
    it.rect(shaded[0], low, shaded[1], high, scene.ink(wall, 0.5, far))
    it.rect(-0.04, high - 0.03, 1.04, high + 0.05, scene.ink(scene.snowed("#cdb8a6"), 0.95, far))
    kind = rng.random()
    if kind < 0.34:
        it.rect(0.58, high + 0.05, 0.86, high + 0.34, scene.ink("#4f9fc8", 0.85, far), 0.05)
        it.rect(0.55, high + 0.3, 0.89, high + 0.37, scene.ink("#7fc4e0", 1.0, far), 0.03)
    elif kind < 0.5:
        roof = scene.ink(scene.snowed("#b5563f"), 0.85, far)
        it.poly(roof, (-0.06, high), (0.5, high + 0.3), (1.06, high))
    frame, size = scene.ink("#fff4e4", 0.95, far), w * 0.2
    for share in (0.2, 0.6):
        pane, on = buildings.window_ink(scene, rng, far)
        px, py = it.at(share, high - 0.2)
        buildings.window(pen, px, py, size, size * 1.1, pane, frame, cross=False)
        if on:
            lit.append((px + size / 2, py + size / 2))
    it.rect(0.4, low, 0.6, high * 0.36, scene.ink("#7a4a34", 0.7, far))


def _wires(scene: Scene, hor: float) -> None:
    """Poles with many wires, and a kite over the roofs."""
    u, dark = scene.u, scene.ink("#4a3f4a", 0.5)
    xs = [scene.x(s) for s in (-0.06, 0.3, 0.72, 1.08)]
    tops = [hor - (150 + 30 * (i % 2)) * scene.v for i in range(4)]
    with scene.canvas.pen((0, 0, scene.w, hor + 40 * u)) as pen:
        for x, y in zip(xs, tops, strict=True):
            pen.rect(x - 4 * u, y, x + 4 * u, hor + 18 * u, scene.ink("#6a5a54", 0.6))
            pen.rect(x - 22 * u, y + 8 * u, x + 22 * u, y + 13 * u, scene.ink("#6a5a54", 0.6))
        for a in range(3):
            for j in range(3):
                (ax, ay), (bx, by) = (xs[a], tops[a] + 6 * j * u), (xs[a + 1], tops[a + 1] + 6 * j * u)
                pen.stroke(
                    [(ax, ay), ((ax + bx) / 2, (ay + by) / 2 + (26 + 8 * j) * u), (bx, by)],
                    1.3 * u,
                    1.3 * u,
                    dark,
                )


def floating_island(scene: Scene) -> Stage:
    """We stand on a green island high over the clouds; others hang about, water falling from them."""
    h, w, u = scene.h, scene.w, scene.u
    scene = scene.with_layout(horizon=0.62 + 0.2 * (scene.layout.horizon - 0.58))
    paint_sky(scene, h * 0.9)
    _cloud_sea(scene)
    for share, high, size, far in ((0.2, 0.3, 90, 0.4), (0.82, 0.42, 150, 0.22), (0.62, 0.18, 60, 0.5)):
        _islet(scene, scene.rng(f"islet-{high}"), scene.x(share), h * high, size * u, far)
    top, rx = scene.horizon + 0.06 * (h - scene.horizon), 0.56 * w
    _ledge(scene, w / 2, top, rx)
    return scene.stage(top + 0.56 * (h - top) * 0.78, horizon_y=top)


def _cloud_sea(scene: Scene) -> None:
    """Banks of cloud below."""
    rng, light, u, h = scene.rng("cloud-sea"), scene.light, scene.u, scene.h
    if not scene.allows("cloud"):
        return
    for row in range(3):
        k, n = row / 2, scene.count(5 - row)
        size = (110 + 150 * k) * u
        ramp = [
            mix(c, light.fog, 0.5 * (1 - k))
            for c in (mix(light.cloud[0], light.sky[1], 0.3), light.cloud[1], light.cloud[2])
        ]
        lumps: list[tuple[float, float, float]] = []
        for i, (a, b) in enumerate(rng.random((n, 2)).tolist()):
            lumps += clouds.heap(rng, scene.w * (i + a) / n, h * (0.74 + 0.14 * k), size * (0.9 + 0.4 * b))
        flat = [(scene.w * t, h * (0.76 + 0.14 * k), size * 0.2) for t in np.linspace(-0.05, 1.05, n * 4)]
        scene.canvas.puff(lumps + flat, ramp, light=scene.light_from, soft=0.28, balls=True)
        scene.canvas.ridge(
            land.crest(scene, f"cloud-floor-{row}", h * (0.78 + 0.14 * k), 8 * u, 200),
            (ramp[1], mix(ramp[1], ramp[0], 0.7)),
            size * 0.6,
        )


def _islet(scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, far: float) -> None:
    """A small island: rock that tapers downwards, grass and a tree on top, a fall of water."""
    lit, mid, dim = (scene.ink(c, k, far) for c, k in (("#b9987c", 1.0), ("#93745f", 0.7), ("#6f5650", 0.45)))
    foam, green = scene.ink("#d6f2fb", 1.0, far * 0.5), scene.ink(scene.snowed("#8fc65a"), 0.95, far)
    with scene.canvas.pen((x - size * 1.3, y - size * 0.3, x + size * 1.3, y + size * 1.9)) as pen:
        it = Sketch(pen, x, y, size, scene.light_side)
        it.poly(mid, (-1, 0), (-0.7, -0.5), (-0.3, -0.8), (0, -1.3), (0.2, -0.75), (0.66, -0.44), (1, 0))
        it.poly(lit, (1, 0), (0.66, -0.44), (0.3, -0.62), (0.34, 0))
        it.poly(dim, (-1, 0), (-0.7, -0.5), (-0.36, -0.74), (-0.5, 0))
        for d, k in ((0.0, 1.1), (0.04, 0.88), (-0.05, 0.77)):
            it.line((d - 0.62, 0), (d * 1.6 - 0.62, -k), 0.07, foam)
        it.blob(
            green, (-1.08, -0.06), (-0.7, 0.14), (0, 0.2), (0.7, 0.14), (1.08, -0.06), (0, -0.16), steps=6
        )
    if scene.allows("tree"):
        plants.tree(scene, rng, x + scene.light_side * size * 0.3, y - size * 0.06, size * 0.8, far)


def _ledge(scene: Scene, x: float, top: float, rx: float) -> None:
    """Our own island: a broad green top, its rocky rim before us."""
    h, w, u = scene.h, scene.w, scene.near
    along = (np.arange(w, dtype=F) - F(x)) / F(rx)
    bow = np.clip(np.abs(along), 0, 1.2)
    rim = (F(top) + bow ** F(3) * F(0.3 * (h - top)) + land.crest(scene, "rim", 0, 5 * u, 200, 3)).astype(F)
    lip = (
        F(top + 0.78 * (h - top))
        - bow ** F(2) * F(0.34 * (h - top))
        + land.crest(scene, "lip", 0, 8 * u, 140, 3)
    ).astype(F)
    under = (
        F(top + 1.5 * (h - top))
        - bow ** F(1.2) * F(1.06 * (h - top))
        + land.crest(scene, "under", 0, 26 * u, 110, 4, 0.6)
    ).astype(F)
    lip, under = np.maximum(lip, rim), np.maximum(under, np.maximum(lip, rim))
    rows = np.arange(h, dtype=F)[:, None]
    rock = (rows > lip[None]) & (rows <= under[None])
    deep = np.clip((rows - lip[None]) / F(0.4 * (h - top)), 0, 1)
    tones = [scene.tone(c, k) for c, k in (("#c9a88a", 0.95), ("#7a6060", 0.5))]
    fill = tones[0] + (tones[1] - tones[0]) * deep[..., None]
    scene.canvas.paint(rock.astype(F), 0, 0, fill.astype(F))
    grass = (rows > rim[None]) & (rows <= lip[None])
    shade = np.clip((rows - F(top)) / F(0.8 * (h - top)), 0, 1)[..., None]
    a, b = scene.tone(scene.snowed("#b4d860"), 1.0), scene.tone(scene.snowed("#4f9a4a"), 0.8)
    scene.canvas.paint(grass.astype(F), 0, 0, np.broadcast_to(a + (b - a) * shade, (h, w, 3)).astype(F))
    _meadow(scene, rim, lip)


def _meadow(scene: Scene, rim: Array, lip: Array) -> None:
    """Grass, flowers and a tree or two on the island, tufts along its lip."""
    u, rng = scene.near, scene.rng("island")
    inks = [
        scene.ink(c, k) for c, k in (("#8fc653", 1.0), ("#579a45", 0.8), ("#b5d860", 1.0), ("#3f8548", 0.6))
    ]
    bloom = [scene.ink(c, 1.0) for c in ("#ff8fab", "#ffd166", "#ffffff", "#c79bf0")]
    low = float(lip.max())
    with scene.canvas.pen((0, float(rim.min()) - 60 * u, scene.w, scene.h)) as pen:
        for a, b, c, d in sorted(rng.random((scene.count(420), 4)).tolist(), key=lambda t: t[1]):
            x = min(scene.w - 1, int(a * scene.w))
            y = float(rim[x]) + (float(lip[x]) - float(rim[x])) * b
            if float(lip[x]) - float(rim[x]) < 12 * u or not scene.allows("grass"):
                continue
            tall = (6 + 16 * b) * u
            for j in (-1, 0, 1):
                pen.blade(x + j * 3 * u, y, tall, (j * 0.4 + c - 0.5) * tall, 3 * u, inks[int(d * 4)])
            if d > 0.86 and scene.allows("flower"):
                pen.circle(x, y - tall, (2 + 3.4 * b) * u, bloom[int(c * 4)])
        for x in range(0, scene.w, max(1, int(7 * u))):
            if float(lip[x]) < low + 1 and float(lip[x]) - float(rim[x]) > 12 * u:
                pen.blade(
                    x,
                    float(lip[x]) - 4 * u,
                    -(8 + 12 * rng.random()) * u,
                    (rng.random() - 0.5) * 8 * u,
                    4 * u,
                    inks[1 + int(rng.random() * 3)],
                )
    if scene.allows("tree"):
        plants.tree(
            scene,
            rng,
            scene.x(0.16),
            float(rim[min(max(int(scene.x(0.16)), 0), scene.w - 1)]) + 40 * u,
            230 * u,
        )
