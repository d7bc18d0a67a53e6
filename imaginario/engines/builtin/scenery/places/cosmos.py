"""Beyond the air: outer space, the Moon, and the sky above the clouds."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import F, mix, noise, resize, rgb, smoothstep
from .. import clouds, land
from ..globe import earth
from ..heavens import aurora, fireworks, planet, rainbow
from ..pen import Ink, Pen, ink
from ..scene import Scene
from ..sky import paint_sky, starfield
from ..stage import Stage

NEBULAE = (
    ("#7a35c4", "#2463d8", "#e04f9c"),
    ("#10919f", "#3d44c9", "#8f3bb0"),
    ("#d06a34", "#8a2f86", "#3558c4"),
    ("#2f6fd0", "#6a3bd0", "#2fb8a8"),
)


def nebula(scene: Scene, bottom: float, amount: float) -> None:
    """Glowing gas in three colours."""
    rng, rows = scene.rng("nebula"), int(min(scene.h, bottom))
    names = NEBULAE[int(rng.integers(len(NEBULAE)))]
    w, h = max(8, scene.w // 3), max(8, rows // 3)
    light = np.zeros((h, w, 3), F)
    for name in names:
        broad = noise(rng, w, h, 130 * scene.u, 4)
        fine = noise(rng, w, h, 38 * scene.u, 3)
        gas = smoothstep(0.42, 0.95, broad * F(0.75) + fine * F(0.3))
        light += (gas * F(amount))[..., None] * rgb(name)
    part = scene.canvas.a[:rows]
    part += (1 - part) * np.clip(resize(light, scene.w, rows), 0, 0.92)


def space(scene: Scene) -> Stage:
    """Stars, a glowing nebula, a great planet and small ones."""
    canvas, u, rng = scene.canvas, scene.u, scene.rng("space")
    canvas.gradient(scene.light.sky, 0, scene.h)
    nebula(scene, scene.h, 0.7)
    if scene.allows("star"):
        starfield(scene, scene.h, 240, milky=0)
    if "aurora" in scene.setting.sky:
        aurora(scene, scene.h)
    if scene.allows("planet"):
        r = (105 + 75 * rng.random()) * u
        low = scene.layout.name in ("high", "framed")
        x, y = scene.x(0.1 + 0.08 * rng.random()), scene.h * (0.8 if low else 0.22)
        planet(scene, "planet-great", x, y, r)
        planet(scene, "planet-small", scene.x(0.84), scene.h * (0.2 if low else 0.76), r * 0.28, ring=False)
        planet(scene, "planet-tiny", scene.x(0.7 + 0.1 * rng.random()), scene.h * 0.12, r * 0.12, ring=False)
    _comet(scene)
    if scene.layout.variant > 0.5:
        _galaxy(scene, scene.x(0.8), scene.h * (0.62 if scene.layout.variant > 0.75 else 0.34), 86 * u)
    if "fireworks" in scene.setting.sky:
        fireworks(scene, scene.h * 0.6)
    if "rainbow" in scene.setting.weather:
        rainbow(scene, scene.h * 0.8)
    return scene.stage(scene.h * 0.74, floating=True, horizon_y=float(scene.h))


def _comet(scene: Scene) -> None:
    rng, u = scene.rng("comet"), scene.u
    x, y = scene.x(0.5 + 0.3 * rng.random()), scene.h * (0.08 + 0.2 * rng.random())
    dx, dy = (1 if scene.layout.flip else -1) * 150 * u, 62 * u
    head, tail = rgb("#f4fbff"), rgb("#8fc4ff")
    x0, x1 = min(x, x - dx), max(x, x - dx)
    with scene.canvas.pen(
        (x0 - 20 * u, y - dy - 20 * u, x1 + 20 * u, y + 20 * u), soft=1.4 * u, opacity=0.8
    ) as pen:
        for i in range(24):
            t = i / 23
            pen.circle(
                x - dx * (1 - t), y - dy * (1 - t), (0.4 + 3.4 * t) * u, ink(mix(tail, head, t), t * t)
            )
    scene.canvas.glow(x, y, 26 * u, head, 0.9)


def _galaxy(scene: Scene, x: float, y: float, r: float) -> None:
    """A small tilted spiral of light."""
    rng = scene.rng("galaxy")
    scene.canvas.haze(x, y, r, r * 0.5, rgb("#ffd9f2"), 0.5, 2.2)
    with scene.canvas.pen((x - r, y - r, x + r, y + r), soft=0.7 * scene.u, opacity=0.8) as pen:
        for a, b, c in rng.random((190, 3)).tolist():
            t = a**0.7
            turn = 2 * pi * (0.5 * (b < 0.5) + 0.62 * t) + (c - 0.5) * 0.7
            px, py = x + cos(turn) * r * t * 0.9, y + sin(turn) * r * t * 0.42
            color = mix(rgb("#fff3da"), rgb("#8fb4ff"), t)
            pen.circle(px, py, (0.5 + 1.3 * c * (1 - 0.5 * t)) * scene.u, ink(color, 0.9 - 0.5 * t))
    scene.canvas.glow(x, y, r * 0.3, rgb("#fff6e0"), 0.85)


def moon(scene: Scene) -> Stage:
    """Cratered grey ground under a black sky, with the Earth hanging there."""
    canvas, u = scene.canvas, scene.u
    scene = scene.with_layout(horizon=0.5 + 0.75 * (scene.layout.horizon - 0.44))
    hor, h = scene.horizon, scene.h
    canvas.gradient(scene.light.sky, 0, hor)
    nebula(scene, hor + 40 * u, 0.24)
    if scene.allows("star"):
        starfield(scene, hor, 210, milky=0.2)
    if "aurora" in scene.setting.sky:
        aurora(scene, hor)
    if "planet" in scene.setting.sky:
        planet(scene, "sky-planet", scene.x(0.14), hor * 0.7, 52 * u)
    if scene.setting.avoid.isdisjoint({"earth", "globe"}):
        earth(scene, *_earth_spot(scene))
    if "fireworks" in scene.setting.sky:
        fireworks(scene, hor)
    if "rainbow" in scene.setting.weather:
        rainbow(scene, hor)
    if scene.layout.variant < 0.4:
        _crags(scene)
    line = np.full(scene.w, hor, F)
    bands = ((0.0, 34, 260, 0.4), (0.1, 22, 330, 0.2), (0.25, 20, 520, 0.0))
    for i, (k, tall, wave, far) in enumerate(bands):
        line = land.crest(scene, f"regolith-{i}", hor + (h - hor) * k, tall * u, wave)
        stops = [scene.tone(c, t, far) for c, t in (("#eceef6", 1.0), ("#c3c6d6", 0.85), ("#8f93ab", 0.6))]
        canvas.ridge(line, stops, (h - hor) * (0.35 + 0.55 * k * 3))
        _craters(scene, f"craters-{i}", float(line.mean()), (0.14, 0.3, 1.0)[i], far, (9, 8, 15)[i])
    land.mottle(scene, "dust", line, scene.tone("#8a8ea8", 0.6), 0.32, 170)
    land.side_light(scene, hor, 0.12)
    _rocks(scene, hor + (h - hor) * 0.3)
    return scene.stage(hor + (h - hor) * 0.72)


def _earth_spot(scene: Scene) -> tuple[float, float, float]:
    """Where the Earth hangs and how large: small and high, large, or rising half hidden by the horizon."""
    k, u, hor = scene.layout.variant, scene.u, scene.horizon
    if k < 0.3:
        return scene.x(0.78), hor * 0.36, 96 * u
    if k < 0.55:
        return scene.x(0.24), hor * 0.42, 140 * u
    if k < 0.78:
        return scene.x(0.62), hor - 20 * u, 210 * u
    return scene.x(0.5), hor * 0.34, 84 * u


def _crags(scene: Scene) -> None:
    """Bare worn mountains along the horizon."""
    hor, v = scene.horizon, scene.v
    for i, (tall, wave, far) in enumerate(((74, 210, 0.45), (52, 150, 0.25))):
        line = land.crest(scene, f"crags-{i}", hor - (30 - 22 * i) * v, tall * v, wave, 4, 0.75)
        stops = [scene.tone(c, k, far) for c, k in (("#d5d7e2", 1.0), ("#9296ac", 0.7), ("#7a7e98", 0.5))]
        scene.canvas.ridge(line, stops, 110 * v, until=hor + 60 * v)


def _craters(scene: Scene, name: str, top: float, depth: float, far: float, count: float) -> None:
    """Round hollows, each a lit rim, a shadowed near wall and a floor."""
    rng, h = scene.rng(name), scene.h
    inks = [
        scene.ink(c, k, far)
        for c, k in (("#e6e8f2", 1.0), ("#70748e", 0.5), ("#9a9eb6", 0.75), ("#b3b7ca", 0.9))
    ]
    bottom = top + (h - top) * depth
    with scene.canvas.pen((0, top, scene.w, h)) as pen:
        for k in np.sort(rng.random(scene.count(count))).tolist():
            y = top + (bottom - top) * (0.1 + 0.95 * k)
            near = max(0.0, (y - scene.horizon) / (h - scene.horizon))
            rx = (9 + 74 * near**1.2) * scene.near * (0.5 + 0.8 * rng.random())
            crater(pen, rng.random() * scene.w, y, rx, rx * (0.2 + 0.14 * near), scene.light_side, inks)


def crater(pen: Pen, x: float, y: float, rx: float, ry: float, side: int, inks: list[Ink]) -> None:
    """One crater; `inks` are rim, shadow, floor and lit wall."""
    pen.ellipse(x + side * rx * 0.02, y + ry * 0.03, rx * 1.09, ry * 1.15, inks[0])
    pen.ellipse(x + side * rx * 0.03, y - ry * 0.1, rx, ry, inks[1])
    pen.ellipse(x - side * rx * 0.1, y + ry * 0.1, rx * 0.86, ry * 0.82, inks[2])
    pen.ellipse(x - side * rx * 0.2, y + ry * 0.28, rx * 0.62, ry * 0.5, inks[3])


def _rocks(scene: Scene, top: float) -> None:
    rng, u = scene.rng("rocks"), scene.near
    with scene.canvas.pen((0, top - 40 * u, scene.w, scene.h)) as pen:
        for k in np.sort(rng.random(scene.count(9))).tolist():
            x, y, s = (
                scene.aside(rng, 0.2),
                top + (scene.h - top) * k,
                (6 + 22 * k) * u * (0.6 + 0.7 * rng.random()),
            )
            rock(scene, pen, x, y, s, "#a4a8bc")


def rock(scene: Scene, pen: Pen, x: float, y: float, s: float, color: str) -> None:
    """A rounded stone, s its half width, lit on one side."""
    side = scene.light_side
    body = [
        (x - s, y),
        (x - s * 0.8, y - s * 0.6),
        (x - s * 0.1, y - s * 0.95),
        (x + s * 0.7, y - s * 0.65),
        (x + s, y),
    ]
    pen.blob(body, scene.ink(color, 0.45), 5)
    pen.blob([(x + side * s * 0.22 + (px - x) * 0.66, y + (py - y) * 0.8 - s * 0.12) for px, py in body],
             scene.ink(color, 1.0), 5)  # fmt: skip


def sky(scene: Scene) -> Stage:
    """High above a sea of clouds."""
    h, u = scene.h, scene.u
    scene = scene.with_layout(horizon=0.74 + 0.16 * (scene.layout.horizon - 0.44))
    paint_sky(scene)
    if not scene.allows("cloud"):
        return scene.stage(h * 0.72, floating=True)
    rng, light = scene.rng("cloud-sea"), scene.light
    for row in range(5):
        k = row / 4
        y = scene.horizon + (h - scene.horizon) * (0.02 + 1.0 * k**1.2)
        size = (120 + 260 * k) * u
        far = 0.55 * (1 - k)
        deep = mix(light.cloud[0], light.sky[1], 0.3)
        ramp = [mix(c, light.fog, far) for c in (deep, light.cloud[1], light.cloud[2])]
        n = scene.count(5.5 - 2.2 * k)
        lumps: list[tuple[float, float, float]] = []
        for i, (a, b) in enumerate(rng.random((n, 2)).tolist()):
            lumps += clouds.heap(rng, scene.w * (i + a) / n, y + size * 0.1, size * (0.9 + 0.5 * b) * 1.3)
        flat = [(scene.w * t, y + size * 0.14, size * 0.2) for t in np.linspace(-0.05, 1.05, n * 4)]
        scene.canvas.puff(lumps + flat, ramp, light=scene.light_from, soft=0.28, balls=True)
        line = land.crest(scene, f"cloud-floor-{row}", y + size * 0.24, 8 * u, 200)
        scene.canvas.ridge(line, (ramp[1], mix(ramp[1], ramp[0], 0.8)), size * 0.6, opacity=0.6)
    if "rainbow" in scene.setting.weather:
        rainbow(scene, scene.horizon)
    return scene.stage(h * 0.7, floating=True)
