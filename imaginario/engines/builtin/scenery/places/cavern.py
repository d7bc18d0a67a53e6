"""The cave: rock all round, a mouth of daylight, stones that hang and stones that grow."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import Array, F, mix, noise, noise_line, resize, rgb, smoothstep
from .. import interior, land
from ..pen import Marks, Pen, ink
from ..scene import Scene
from ..stage import Stage
from .woods import rays

ROCKS = (
    ("#b09a8c", "#8a7682", "#665a70", "#463f58"),
    ("#a9a292", "#7f8290", "#5c6480", "#3f4663"),
    ("#bb9078", "#966c6c", "#6e5264", "#4c3c54"),
)
"""From the far wall to the nearest rock."""
CRYSTALS = (("#5fe0ea", "#2f9fd0"), ("#c58cf5", "#7a52c8"), ("#ff9ac8", "#c8569a"), ("#8af0b0", "#3aa888"))


def cave(scene: Scene) -> Stage:
    """A cavern: with a wide mouth, with glowing crystals, or with a pool of shining water."""
    scene = scene.with_layout(horizon=0.64 + 0.3 * (scene.layout.horizon - 0.58))
    rocks = ROCKS[int(scene.rng("rock").integers(len(ROCKS)))]
    kind = int(scene.layout.variant * 3)
    _wall(scene, rocks)
    mouth = scene.x(0.64 if scene.layout.name != "framed" else 0.5)
    size = (1.0, 0.62, 0.74)[kind]
    pane = _mouth(scene, mouth, size, rocks)
    _ceiling(scene, 0, scene.h * 0.07, 0.24, 46, rocks[1], 0.2)
    _growths(scene, "growths-far", scene.horizon + 8 * scene.u, 60, rocks[1], 0.75, 0.1)
    line = _floor(scene, rocks)
    if kind == 2:
        _pool(scene, scene.x(0.3), float(line.mean()) + 0.16 * (scene.h - float(line.mean())))
    _shine(scene, mouth, line, size)
    _ceiling(scene, 1, scene.h * 0.02, 0.4, 82, rocks[2], 0.05)
    _growths(scene, "growths-near", scene.horizon + 46 * scene.u, 120, rocks[2], 0.9, 0.0)
    _crystals(scene, line, kind)
    _ceiling(scene, 2, -scene.h * 0.05, 0.62, 120, rocks[3], 0.0)
    light = (mouth, scene.horizon * 0.5)
    side = -1 if mouth < scene.w / 2 else 1
    ground = scene.horizon + (scene.h - scene.horizon) * 0.72
    return scene.stage(ground, indoor=True, window=pane, light_side=side, light=light)


def _wall(scene: Scene, rocks: tuple[str, ...]) -> None:
    """The far wall: pale in the middle, with veins and hollows."""
    w, h = scene.w, scene.h
    stops = [scene.tone(rocks[2], 0.35), scene.tone(rocks[1], 0.6), scene.tone(rocks[0], 0.85)]
    scene.canvas.gradient(stops, 0, scene.horizon, h)
    wide, tall = max(8, w // 3), max(8, h // 3)
    cloud = noise(scene.rng("hollows"), wide, tall * 2, 60 * scene.u, 3)[::2][:tall]
    veins = resize(np.clip(np.sin(cloud * F(26)) * F(1.5) - F(0.6), 0, 1), w, h)
    dark = resize(smoothstep(0.4, 0.8, cloud), w, h)
    x = np.abs(scene.canvas.along())[None] ** F(1.6)
    scene.canvas.a += (scene.tone(rocks[3], 0.4) - scene.canvas.a) * np.clip(
        dark * F(0.45) + x * F(0.5), 0, 0.9
    )[..., None]
    scene.canvas.a += (scene.tone(rocks[0], 1.0) - scene.canvas.a) * (veins * F(0.16))[..., None]


def _mouth(scene: Scene, x: float, size: float, rocks: tuple[str, ...]) -> tuple[int, int, int, int]:
    """The way out, the land and the hour behind it; gives its rectangle."""
    rng, u = scene.rng("mouth"), scene.u
    w = min(0.6 * scene.w, 330 * u) * size
    top, bottom = scene.horizon * (0.62 - 0.38 * size), scene.horizon + 16 * u
    tall = bottom - top
    box = scene.canvas.clip(x - w / 2, top, x + w / 2, bottom)
    if box[2] - box[0] < 6 or box[3] - box[1] < 6:
        return box
    ring = _ring(rng, x, (top, bottom), w)
    with scene.canvas.pen((x - w, top - 60 * u, x + w, bottom + 20 * u)) as pen:
        for k, tint in ((1.2, scene.ink(rocks[1], 0.5)), (1.1, scene.ink(rocks[0], 1.0))):
            pen.blob([(x + (px - x) * k, bottom + (py - bottom) * k) for px, py in ring], tint, 5)
    view = interior.outside(scene, box[2] - box[0], box[3] - box[1])
    marks = Marks(box, 2)
    marks.poly(_smoothed(ring), 255)
    scene.canvas.paint(marks.mask(), box[0], box[1], view.a)
    color = mix(scene.light.sun, rgb("#ffffff"), 0.2)
    scene.canvas.haze(x, top + tall * 0.5, w * 1.15, tall * 0.95, color, 0.42 - 0.2 * scene.light.dark, 1.5)
    return box


def _ring(rng: np.random.Generator, x: float, y: tuple[float, float], w: float) -> list[tuple[float, float]]:
    top, bottom = y
    ring = []
    for i, d in enumerate(rng.random(13).tolist()):
        t = pi + pi * i / 12
        k = 0.93 + 0.12 * d
        aside = cos(t) * abs(cos(t)) ** -0.25 if abs(cos(t)) > 0.01 else 0.0
        ring.append((x + aside * w / 2 * k, bottom + sin(t) * (bottom - top) * k))
    return ring


def _smoothed(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    from ..pen import smooth

    return smooth(points, steps=5)


def _ceiling(scene: Scene, layer: int, y: float, arch: float, long: float, color: str, far: float) -> None:
    """A vault of rock coming down at the sides, stalactites hanging from it."""
    rng, u, v, w = scene.rng(f"ceiling-{layer}"), scene.u, scene.v, scene.w
    x = scene.canvas.along()
    bumps = noise_line(rng, w, 120 * u, 3) - F(0.5)
    line = F(y) + np.abs(x) ** F(2.2) * F(arch * scene.horizon) + bumps * F(70 * v)
    dim, lit = scene.ink(color, 0.4, far), scene.ink(color, 0.95, far)
    step = max(1, int(6 * u))
    top: list[tuple[float, float]] = [(float(i), float(line[i])) for i in range(0, w, step)]
    with scene.canvas.pen((0, 0, w, scene.horizon)) as pen:
        pen.poly([(0, -5), *top, (w, float(line[-1])), (w, -5)], dim)
        for a, b, c in rng.random((scene.count(17 - 3 * layer), 3)).tolist():
            px = a * w
            aside = abs(px / w - 0.5) * 2
            if layer == 2 and aside < 0.5:
                continue
            py = land.height_at(line, px)
            tall = (0.3 + 0.8 * b) * long * v * (0.55 + 0.6 * aside)
            _spike(
                scene, pen, px, py - 8 * u, tall + 8 * u, (15 + 17 * c) * u * (0.8 + 0.3 * layer), (dim, lit)
            )


def _spike(scene: Scene, pen: Pen, x: float, y: float, tall: float, half: float, inks: tuple) -> None:
    """A stalactite (or with a negative height a stalagmite), lit along one side."""
    side = scene.light_side
    pen.blob(
        [
            (x - half * 1.5, y),
            (x - half * 0.6, y + tall * 0.3),
            (x - half * 0.16, y + tall * 0.86),
            (x, y + tall),
            (x + half * 0.16, y + tall * 0.86),
            (x + half * 0.6, y + tall * 0.3),
            (x + half * 1.5, y),
        ],
        inks[0],
        5,
    )
    pen.poly(
        [
            (x + side * half * 0.9, y),
            (x + side * half * 0.42, y + tall * 0.32),
            (x, y + tall * 0.94),
            (x + side * half * 0.1, y + tall * 0.3),
            (x + side * half * 0.3, y),
        ],
        inks[1],
    )


def _growths(scene: Scene, name: str, y: float, long: float, color: str, k: float, far: float) -> None:
    """Stalagmites and boulders along the walls, the middle free."""
    rng, u = scene.rng(name), scene.near
    inks = (scene.ink(color, 0.4 * k, far), scene.ink(color, k, far))
    with scene.canvas.pen((0, y - 2 * long * scene.v, scene.w, y + 90 * u)) as pen:
        for a, b in rng.random((scene.count(9), 2)).tolist():
            x = scene.aside(rng, 0.25)
            tall = (0.3 + 0.8 * b) * long * scene.v
            foot = y + 26 * a * u
            _spike(scene, pen, x, foot, -tall, (20 + 22 * a) * u, inks)
            pen.ellipse(x, foot, (26 + 18 * a) * u, (9 + 5 * a) * u, inks[0])


def _floor(scene: Scene, rocks: tuple[str, ...]) -> Array:
    hor, h = scene.horizon, scene.h
    line = land.crest(scene, "floor", hor + 16 * scene.u, 8 * scene.u, 220, 3)
    stops = [scene.tone(c, k) for c, k in ((rocks[0], 0.95), (rocks[1], 0.75), (rocks[2], 0.55))]
    scene.canvas.ridge(line, stops, h - hor)
    land.mottle(scene, "floor-dark", line, scene.tone(rocks[3], 0.5), 0.42, 150)
    land.mottle(scene, "floor-light", line, scene.tone(rocks[0], 1.0), 0.34)
    rng, u, top = scene.rng("pebbles"), scene.near, float(line.mean())
    dark, pale = scene.ink(rocks[3], 0.4), scene.ink(rocks[0], 1.0)
    with scene.canvas.pen((0, top, scene.w, h), opacity=0.8) as pen:
        for a, b, c in rng.random((scene.count(46), 3)).tolist():
            x, y, s = a * scene.w, top + 8 * u + (h - top) * b, (3 + 11 * b) * u * (0.4 + c)
            pen.ellipse(x, y, s, s * 0.5, dark)
            pen.ellipse(x + scene.light_side * s * 0.2, y - s * 0.16, s * 0.72, s * 0.3, pale)
    return line


def _shine(scene: Scene, mouth: float, line: Array, size: float) -> None:
    """What comes in by the mouth: a pool of light on the floor, and shafts."""
    top, h = float(line.mean()), scene.h
    color = mix(scene.light.sun, rgb("#ffffff"), 0.2)
    amount = (0.5 - 0.3 * scene.light.dark) * (0.6 if scene.setting.gloomy else 1.0)
    middle = (mouth + scene.w / 2) / 2
    scene.canvas.haze(
        middle, top + 0.3 * (h - top), 0.5 * scene.w, 0.55 * (h - top), color, amount * size, 1.4
    )
    if scene.setting.time != "night":
        rays(scene.with_layout(light_x=0.64, flip=scene.layout.flip), h * 0.8, 0.26 * size)


def _crystals(scene: Scene, line: Array, kind: int) -> None:
    """Clusters of crystals that glow by themselves, many in a crystal cave."""
    rng, u = scene.rng("crystals"), scene.near
    top, h = float(line.mean()), scene.h
    pick = int(rng.integers(len(CRYSTALS)))
    for i in range((2, 7, 3)[kind]):
        edge = 0.02 + 0.2 * rng.random()
        x = scene.w * (edge if i % 2 == (kind == 1) else 1 - edge)
        y = top + (h - top) * (0.08 + 0.14 * i * rng.random())
        color = CRYSTALS[(pick + i // 2) % len(CRYSTALS)]
        if kind == 2 and (x < scene.w / 2) != scene.layout.flip:
            x = scene.w - x
        size = (60 + 66 * rng.random()) * u * (1.0 if kind == 1 else 0.72)
        _cluster(scene, rng, x, y, size, color)


def _cluster(
    scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, colors: tuple[str, str]
) -> None:
    lit, dim = rgb(colors[0]), rgb(colors[1])
    day = F(0.86 + 0.14 * scene.light.dark)
    inks = ink(dim * F(0.8) * day), ink(lit * day), ink(mix(lit, np.ones(3, F), 0.6))
    scene.canvas.glow(x, y - size * 0.5, size * 2.1, lit, 0.26 + 0.3 * scene.light.dark, 1.6)
    with scene.canvas.pen((x - size * 1.3, y - size * 1.5, x + size * 1.3, y + size * 0.3)) as pen:
        for turn, k in ((-0.62, 0.62), (0.66, 0.56), (-0.3, 0.86), (0.34, 0.8), (0.02, 1.15)):
            t = turn + 0.16 * (rng.random() - 0.5)
            long, half = size * k, size * 0.13 * (0.8 + 0.4 * k)
            _shard(pen, x + turn * size * 0.34, y, (sin(t), -cos(t)), long, half, inks)
        pen.ellipse(x, y + size * 0.03, size * 0.5, size * 0.11, scene.ink("#463f58", 0.4))


def _shard(
    pen: Pen, x: float, y: float, way: tuple[float, float], long: float, half: float, inks: tuple
) -> None:
    dx, dy = way

    def at(along: float, aside: float) -> tuple[float, float]:
        return x + dx * long * along - dy * half * aside, y + dy * long * along + dx * half * aside

    pen.poly([at(0, -1), at(0.78, -1), at(1, 0), at(0.78, 1), at(0, 1)], inks[0])
    pen.poly([at(0, -1), at(0.78, -1), at(1, 0), at(0.72, 0.15), at(0, 0.15)], inks[1])
    pen.poly([at(0.1, -0.7), at(0.74, -0.75), at(0.9, -0.2), at(0.66, -0.4), at(0.1, -0.4)], inks[2])


def _pool(scene: Scene, x: float, y: float) -> None:
    """A pool of clear water that shines from below."""
    u = scene.near
    rx, ry = min(0.34 * scene.w, 270 * u), 40 * u
    blue, pale = rgb("#2f9fc8"), rgb("#8af0ea")
    k = F(0.8 + 0.2 * (1 - scene.light.dark))
    with scene.canvas.pen((x - rx * 1.2, y - ry * 1.4, x + rx * 1.2, y + ry * 1.4)) as pen:
        pen.ellipse(x, y + 3 * u, rx * 1.05, ry * 1.14, scene.ink("#463f58", 0.3))
        for j, t in enumerate((0.0, 0.3, 0.6)):
            pen.ellipse(x, y + j * 2 * u, rx * (1 - 0.2 * t), ry * (1 - 0.3 * t), ink(mix(blue, pale, t) * k))
        rng = scene.rng("pool")
        for a, b, c in rng.random((16, 3)).tolist():
            t = 2 * pi * a
            px, py = x + cos(t) * rx * 0.7 * b, y + sin(t) * ry * 0.7 * b
            pen.ellipse(px, py, (10 + 22 * c) * u, 1.7 * u, ink(mix(pale, np.ones(3, F), 0.5)))
    scene.canvas.haze(x, y - 10 * u, rx * 1.35, 150 * u, pale, 0.34, 1.7)
