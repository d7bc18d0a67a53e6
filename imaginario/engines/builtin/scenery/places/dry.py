"""The desert: dunes or red rocks, cacti, heat."""

from __future__ import annotations

from math import pi, sin

import numpy as np

from ...pixels import Array, F
from .. import land
from ..pen import Pen
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .cosmos import rock

DUNE = ("#fbdf9f", "#efb968", "#cf8a48")


def desert(scene: Scene) -> Stage:
    """Rolling dunes under a wide sky, with mesas behind in some pictures."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    if scene.layout.variant < 0.6:
        mesas(scene, hor + 12 * u)
    else:
        _pyramids(scene, hor + 14 * u)
    for i, (k, tall, wave, far) in enumerate(
        ((0.0, 20, 330, 0.45), (0.12, 34, 420, 0.22), (0.27, 34, 560, 0.05))
    ):
        dune(scene, f"dune-{i}", hor + (h - hor) * k + 6 * u, tall * u, wave, far)
    line = dune(scene, "dune-near", hor + (h - hor) * 0.44, 22 * u, 640, 0.0)
    land.mottle(scene, "sand-light", line, scene.tone("#fff0bf", 1.0), 0.34, 170)
    wind_ripples(scene, line)
    land.side_light(scene, hor, 0.14)
    _desert_things(scene, line)
    return scene.stage(hor + (h - hor) * 0.76)


def dune(
    scene: Scene,
    name: str,
    y: float,
    height: float,
    wave: float,
    far: float,
    colors: tuple[str, str, str] = DUNE,
    lee: str = "#b9743c",
) -> Array:
    """A dune whose lee side, away from the light, lies in shade."""
    line = land.crest(scene, name, y, height, wave, 1)
    stops = [scene.tone(scene.snowed(c, 0.6), k, far) for c, k in zip(colors, (1.0, 0.95, 0.72), strict=True)]
    scene.canvas.ridge(line, stops, max(70 * scene.u, (scene.h - y) * 0.7))
    _lee(scene, line, height, far, lee)
    return line


def _lee(scene: Scene, line: Array, height: float, far: float, color: str) -> None:
    """Shade below the crest wherever the slope turns from the light; its lower edge swings in a curve."""
    slope = np.gradient(line) * F(scene.light_side)
    depth = np.clip(slope * F(5.0), 0, 1) ** F(0.7) * F(2.6 * height + 20 * scene.u)
    kernel = np.ones(max(3, int(24 * scene.u)), F)
    depth = np.convolve(depth, kernel / kernel.sum(), mode="same")[: scene.w]
    y0, y1 = max(0, int(line.min())), min(scene.h, int((line + depth).max()) + 3)
    if y1 <= y0:
        return
    y = np.arange(y0, y1, dtype=F)[:, None]
    below = y - line[None]
    mask = np.clip(below + F(0.5), 0, 1) * np.clip((depth[None] - below) / F(max(2.0, 4 * scene.u)), 0, 1)
    mask *= np.clip(1.2 - below / np.maximum(depth[None], 1), 0.25, 1)
    scene.canvas.paint((mask * F(0.75 * (1 - far))).astype(F), 0, y0, scene.tone(color, 0.4, far))


def mesas(scene: Scene, foot: float) -> None:
    """Flat-topped red rocks with bands."""
    rng, v, side = scene.rng("mesas"), scene.v, scene.light_side
    with scene.canvas.pen((0, foot - 300 * v, scene.w, foot)) as pen:
        for i, far in enumerate((0.6, 0.6, 0.42, 0.42)):
            x = scene.w * ((i + 0.1 + 0.8 * rng.random()) / 4)
            w, tall = (70 + 70 * rng.random()) * scene.u, (70 + 80 * rng.random() + 26 * (i > 1)) * v
            outline = [(x - w * 1.35, foot), (x - w * 0.95, foot - tall * 0.42),
                       (x - w * 0.8, foot - tall * 0.46),
                       (x - w * 0.72, foot - tall), (x + w * 0.7, foot - tall * 0.97),
                       (x + w * 0.8, foot - tall * 0.5),
                       (x + w * 0.98, foot - tall * 0.44), (x + w * 1.4, foot)]  # fmt: skip
            pen.poly(outline, scene.ink("#d9805a", 0.95, far))
            for t in (0.22, 0.4, 0.62, 0.8):
                y = foot - tall * t
                wide = w * (1.1 if t < 0.42 else 0.76)
                pen.rect(
                    x - wide,
                    y - tall * 0.03,
                    x + wide * 0.98,
                    y + tall * 0.025,
                    scene.ink("#c06a4c", 0.8, far),
                )
            edge = (0.1 + 0.16 * rng.random()) * w
            pen.poly([(x - side * w * 1.38, foot), (x - side * w * 0.96, foot - tall * 0.43),
                      (x - side * w * 0.8, foot - tall * 0.47),
                      (x - side * w * 0.71, foot - tall * 0.985), (x - side * edge, foot - tall * 0.985),
                      (x - side * edge * 1.6, foot)], scene.ink("#a3583f", 0.45, far))  # fmt: skip


def _pyramids(scene: Scene, foot: float) -> None:
    """Old stone pyramids far off."""
    rng, v, side = scene.rng("pyramids"), scene.v, scene.light_side
    with scene.canvas.pen((0, foot - 300 * v, scene.w, foot)) as pen:
        for share, size, far in ((0.86, 120, 0.5), (0.68, 170, 0.4), (0.22, 90, 0.55)):
            x, tall = scene.x(share + 0.06 * (rng.random() - 0.5)), size * v
            top, ridge = (x, foot - tall), (x - side * tall * 0.22, foot)
            pen.poly([top, (x + side * tall * 0.92, foot), ridge], scene.ink("#eac27e", 1.0, far))
            pen.poly([top, (x - side * tall * 0.92, foot), ridge], scene.ink("#b98a54", 0.5, far))


def wind_ripples(
    scene: Scene, line: Array, colors: tuple[str, str] = ("#c58a4a", "#ffeab4"), count: float = 46
) -> None:
    """Long curved combings of the wind on the near sand."""
    rng, u, top = scene.rng("wind-ripples"), scene.near, float(line.mean())
    dark, pale = scene.ink(colors[0], 0.62), scene.ink(colors[1], 1.0)
    with scene.canvas.pen((0, top, scene.w, scene.h), opacity=0.42, soft=0.5 * scene.u) as pen:
        for a, b, c in rng.random((scene.count(count), 3)).tolist():
            x, y = a * scene.w, top + (scene.h - top) * (0.1 + 0.9 * b)
            length, bend = (40 + 110 * b) * u * (0.5 + c), (5 + 9 * b) * u
            points = [
                (x - length, y),
                (x - length * 0.3, y - bend * sin(c * pi)),
                (x + length * 0.4, y + bend * 0.4),
                (x + length, y),
            ]
            pen.stroke(points, 0.5 * u, (1.2 + 2.2 * b) * u, dark)
            pen.stroke([(px, py + (2 + 2.5 * b) * u) for px, py in points], 0.5 * u, (1.2 + 2 * b) * u, pale)


def _desert_things(scene: Scene, line: Array) -> None:
    """Cacti aside of the middle, stones and dry tufts."""
    rng, u, top = scene.rng("desert-things"), scene.near, float(line.mean())
    straw = [scene.ink(c, k) for c, k in (("#b9a05a", 0.8), ("#8f8a4a", 0.6))]
    low = top - 0.12 * (scene.h - top)
    spots = np.sort(rng.random(scene.count(11)))
    for k in spots.tolist():
        x, y = scene.aside(rng, 0.22), low + (scene.h - low) * (0.04 + 0.7 * k)
        kind, own = rng.random(), fork(rng)
        if kind < 0.5 and scene.allows("cactus"):
            size = (100 + 170 * k) * u * (0.8 + 0.4 * own.random())
            scene.canvas.shadow(
                x - scene.light_side * size * 0.1,
                y,
                size * 0.3,
                size * 0.05,
                scene.light.shade * F(0.35),
                0.4,
            )
            with scene.canvas.pen((x - size, y - size * 1.1, x + size, y + size * 0.1)) as pen:
                cactus(scene, own, pen, x, y, size, 0.12 * (1 - k))
        else:
            with scene.canvas.pen((x - 90 * u, y - 90 * u, x + 90 * u, y + 30 * u)) as pen:
                if kind < 0.78:
                    rock(scene, pen, x, y, (14 + 26 * k) * u, "#d09468")
                for a, b in own.random((9, 2)).tolist():
                    pen.blade(x + (a - 0.5) * 40 * u, y + 5 * u, (10 + 22 * b) * u * (0.5 + k),
                              (a - 0.5) * 30 * u, 3 * u,
                              straw[int(b * 2)])  # fmt: skip


def cactus(
    scene: Scene, rng: np.random.Generator, pen: Pen, x: float, y: float, size: float, far: float
) -> None:
    """A ribbed cactus with two raised arms, sometimes in flower."""
    base, dim = scene.ink("#4f9a5a", 0.85, far), scene.ink("#2f7350", 0.45, far)
    lit, bloom = scene.ink("#93c96a", 1.0, far), scene.ink("#ff7fa0", 1.0, far)
    side, w = scene.light_side, size * 0.17
    tips = [(x, y - size)]
    arms = []
    for s in (-1, 1):
        root, rise = y - size * (0.34 + 0.16 * rng.random()), size * (0.26 + 0.14 * rng.random())
        out = x + s * size * 0.25
        arms.append(
            [
                (x, root),
                (x + s * size * 0.16, root + size * 0.02),
                (out, root - size * 0.08),
                (out, root - rise),
            ]
        )
        tips.append((out, root - rise))
    for arm in arms:
        column(pen, arm, w * 0.62, side, (base, dim, lit))
    column(pen, [(x, y), (x, y - size * 0.5), (x, y - size * 0.96)], w, side, (base, dim, lit))
    if rng.random() < 0.6 and scene.allows("flower"):
        for px, py in tips:
            for dx, dy in ((-0.03, 0.0), (0.03, 0.0), (0.0, -0.025)):
                pen.circle(px + dx * size, py - size * 0.01 + dy * size, size * 0.028, bloom)


def column(pen: Pen, points: list[tuple[float, float]], w: float, side: int, inks: tuple) -> None:
    """A ribbed limb of a cactus along a line; the inks are its body, its shade and its light."""
    pen.stroke(points, w, w, inks[1])
    pen.stroke([(px + side * w * 0.1, py) for px, py in points], w * 0.76, w * 0.76, inks[0])
    pen.stroke([(px + side * w * 0.26, py) for px, py in points], w * 0.12, w * 0.1, inks[2])
    pen.stroke([(px - side * w * 0.02, py) for px, py in points], w * 0.1, w * 0.08, inks[2])
    pen.stroke([(px - side * w * 0.27, py) for px, py in points], w * 0.08, w * 0.06, inks[1])
