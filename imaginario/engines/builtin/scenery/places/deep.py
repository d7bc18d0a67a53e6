"""Underwater: blue light from above, a reef, fish and bubbles."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...pixels import Array, F, mix, noise, noise_line, resize, rgb
from .. import land
from ..pen import Ink, Pen, ink, smooth
from ..scene import Scene
from ..stage import Stage
from .cosmos import rock

CORALS = ("#ff7f6b", "#ff9fb8", "#ffb84d", "#b57be6", "#f2607d", "#ffd98a")


def underwater(scene: Scene) -> Stage:
    """A sandy floor with a reef at the sides, open blue water in the middle."""
    canvas, h, u = scene.canvas, scene.h, scene.u
    scene = scene.with_layout(horizon=0.7 + 0.6 * (scene.layout.horizon - 0.58))
    hor = scene.horizon
    canvas.gradient(scene.light.sky, 0, h * 0.96)
    _surface(scene)
    _beams(scene)
    for i, (dy, tall, far) in enumerate(((-60, 90, 0.72), (-8, 62, 0.48))):
        line = land.crest(scene, f"reef-far-{i}", hor + dy * u, tall * scene.v, 210, 3)
        canvas.ridge(line, (scene.tone("#3a8fb0", 0.9, far), scene.tone("#256a94", 0.6, far + 0.15)), 140 * u)
    line = land.crest(scene, "sea-floor", hor + 0.16 * (h - hor), 16 * u, 430)
    stops = [scene.tone(c, k) for c, k in (("#ffeac6", 0.95), ("#efd0a0", 0.8), ("#c9a878", 0.6))]
    canvas.ridge(line, stops, h - hor)
    _caustics(scene, line)
    if scene.layout.variant < 0.3:
        _ruins(scene, line)
    elif scene.layout.variant > 0.65:
        _rock_arch(scene, line)
    if scene.allows("fish"):
        _shoals(scene)
    _reef(scene, line)
    _bubbles(scene)
    return scene.stage(hor + (h - hor) * 0.5, floating=True, water=True, water_y=(0.0, hor))


def _surface(scene: Scene) -> None:
    """The shining underside of the waves."""
    rows = int(scene.h * 0.2)
    w, h = max(8, scene.w // 3), max(8, rows // 2)
    net = noise(scene.rng("surface"), w, h, 26 * scene.u, 2)
    shine = np.clip(1 - np.abs(net - F(0.5)) * 7, 0, 1)
    fade = np.linspace(1, 0, h, dtype=F)[:, None] ** 2
    glow = resize((shine * fade * F(0.5)).astype(F), scene.w, rows)
    part = scene.canvas.a[:rows]
    part += (1 - part) * (glow[..., None] * scene.light.sun)
    scene.canvas.haze(scene.light_x, 0, 0.5 * scene.w, 0.55 * scene.h, scene.light.sun, 0.45, 1.8)


def _beams(scene: Scene) -> None:
    w, h = max(8, scene.w // 4), max(8, scene.h // 4)
    y, x = np.ogrid[0:h, 0:w]
    angle = np.arctan2(x - F(scene.light_x / 4), y + F(0.3 * h))
    fan = np.clip((noise_line(scene.rng("beams"), 720, 30, 2) - F(0.47)) * 3.2, 0, 1)
    beams = fan[np.clip((angle / np.pi + 0.5) * 719, 0, 719).astype(np.intp)]
    fall = np.clip(1 - y / F(0.85 * h), 0, 1) ** F(1.3)
    glow = resize((beams * fall * F(0.36)).astype(F), scene.w, scene.h)
    scene.canvas.a += (1 - scene.canvas.a) * (glow[..., None] * scene.light.sun)


def _caustics(scene: Scene, line: Array) -> None:
    """The net of light that waves throw on the sand."""
    top = int(line.min())
    rows = scene.h - top
    if rows < 4:
        return
    w, h = max(8, scene.w // 2), max(8, rows // 2)
    net = noise(scene.rng("caustics"), w, h * 2, 34 * scene.u, 2)[::2][:h]
    shine = np.clip(1 - np.abs(net - F(0.5)) * 9, 0, 1) ** 1.5
    shine = resize(shine.astype(F), scene.w, rows)
    shine *= np.clip(np.arange(top, scene.h, dtype=F)[:, None] - line[None], 0, 1) * F(
        0.42 - 0.2 * scene.light.dark
    )
    part = scene.canvas.a[top:]
    part += (1 - part) * (shine[..., None] * scene.light.sun)
    land.mottle(scene, "sand-dark", line, scene.tone("#b08f70", 0.5), 0.3, 200)


def _ruins(scene: Scene, line: Array) -> None:
    """The broken columns of a drowned temple."""
    rng, v, low = scene.rng("ruins"), scene.v, float(line.mean())
    side = scene.light_side
    with scene.canvas.pen((0, low - 330 * v, scene.w, low + 40 * v)) as pen:
        for i, share in enumerate((0.06, 0.17, 0.29, 0.74, 0.86, 0.97)):
            x, far = scene.x(share), 0.4 if i % 2 else 0.26
            w, tall = (15 - 4 * far) * v, (90 + 150 * rng.random()) * v
            lit, dim = scene.ink("#dfe3d6", 1.0, far), scene.ink("#9fb0b4", 0.5, far)
            pen.rect(x - w, low - tall, x + w, low + 14 * v, lit)
            for t in (-0.55, 0.0, 0.55):
                pen.rect(x + t * w - w * 0.1, low - tall, x + t * w + w * 0.1, low + 14 * v, dim)
            shade = (x - side * w, x - side * w * 0.3)
            pen.rect(min(shade), low - tall, max(shade), low + 14 * v, dim)
            pen.rect(x - w * 1.5, low, x + w * 1.5, low + 18 * v, lit, 3)
            if i % 3 == 1:
                pen.rect(x - w * 1.5, low - tall - 12 * v, x + w * 1.5, low - tall, lit, 3)
            else:
                pen.poly([(x - w, low - tall + 2), (x - w * 0.4, low - tall - 9 * v),
                          (x + w * 0.3, low - tall + 3),
                          (x + w, low - tall - 5 * v), (x + w, low - tall + 5)], lit)  # fmt: skip


def _rock_arch(scene: Scene, line: Array) -> None:
    """A great arch of stone behind one side of the picture."""
    low, v, x = float(line.mean()) + 20 * scene.v, scene.v, scene.x(0.78)
    side = scene.light_side
    for far, shift, color in ((0.42, 0.0, "#5f7f9a"), (0.3, 7.0, "#7a9ab0")):
        outer = [(x - 190 * v, low), (x - 170 * v, low - 150 * v), (x - 90 * v, low - 262 * v),
                 (x + 30 * v, low - 290 * v),
                 (x + 140 * v, low - 230 * v), (x + 190 * v, low - 110 * v), (x + 210 * v, low)]  # fmt: skip
        inner = [(x + 110 * v, low), (x + 96 * v, low - 96 * v), (x + 30 * v, low - 176 * v),
                 (x - 50 * v, low - 150 * v),
                 (x - 96 * v, low - 70 * v), (x - 104 * v, low)]  # fmt: skip
        rim = [*smooth(outer, closed=False), *smooth(inner, closed=False)]
        with scene.canvas.pen((x - 260 * v, low - 320 * v, x + 260 * v, low + 10)) as pen:
            pen.poly(
                [(px + side * shift * v, py - shift * v * 0.6) for px, py in rim],
                scene.ink(color, 0.7 if shift else 0.45, far),
            )
    # Boulders where the feet meet the sand, so that the arch does not end in a cut.
    with scene.canvas.pen((x - 300 * v, low - 120 * v, x + 320 * v, low + 40 * v)) as pen:
        for dx, dy, size in (
            (-196, 2, 52),
            (-118, 8, 44),
            (-152, 16, 60),
            (118, 8, 46),
            (214, 2, 50),
            (166, 16, 62),
        ):
            rock(scene, pen, x + dx * v, low + dy * v, size * v, "#7290a4")


def _shoals(scene: Scene) -> None:
    """Small schools swimming aside of the middle."""
    rng, u = scene.rng("fish"), scene.u
    palette = (("#ffb347", "#ffe29a"), ("#ff7f7f", "#ffd0c4"), ("#ffe15c", "#fff4b8"), ("#8fd6ff", "#e0f6ff"))
    with scene.canvas.pen(None, ss=2) as pen:
        for _ in range(scene.count(4)):
            cx, cy = scene.aside(rng, 0.2), scene.h * (0.16 + 0.46 * rng.random())
            colors = palette[int(rng.integers(len(palette)))]
            way = 1 if rng.random() < 0.5 else -1
            far = 0.05 + 0.35 * rng.random()
            size = (12 + 13 * (1 - far)) * u
            body, belly = scene.ink(colors[0], 0.9, far), scene.ink(colors[1], 1.0, far)
            for dx, dy, k in (rng.random((4 + int(rng.integers(4)), 3)) - 0.5).tolist():
                fish(pen, cx + dx * 190 * u, cy + dy * 120 * u, size * (1 + 0.4 * k), way, body, belly)


def fish(pen: Pen, x: float, y: float, s: float, way: int, body: Ink, belly: Ink) -> None:
    """A little fish swimming to `way` (1 = right)."""
    pen.blob([(x - way * s * 0.7, y), (x - way * s * 1.5, y - s * 0.6), (x - way * s * 1.3, y),
              (x - way * s * 1.5, y + s * 0.6)], body, 4)  # fmt: skip
    pen.blob(
        [(x - way * s * 0.9, y), (x, y - s * 0.58), (x + way * s, y - s * 0.05), (x, y + s * 0.52)], body, 6
    )
    pen.blob([(x - way * s * 0.6, y + s * 0.12), (x + way * s * 0.1, y + s * 0.02),
              (x + way * s * 0.85, y + s * 0.1),
              (x, y + s * 0.46)], belly, 5)  # fmt: skip
    pen.circle(x + way * s * 0.56, y - s * 0.12, s * 0.13, ink((1, 1, 1)))
    pen.circle(x + way * s * 0.59, y - s * 0.12, s * 0.075, ink((0.08, 0.1, 0.2)))


def _reef(scene: Scene, line: Array) -> None:
    """Rocks, corals, kelp and anemones, thick at the sides and sparse in the middle."""
    rng, u, h = scene.rng("reef"), scene.near, scene.h
    top = float(line.mean())
    with scene.canvas.pen((0, top - 330 * scene.v, scene.w, h)) as pen:
        for k in np.sort(rng.random(scene.count(42))).tolist():
            x, y = scene.aside(rng, 0.23), top + (h - top) * (0.02 + 1.02 * k)
            far = 0.34 * (1 - k)
            size = (40 + 75 * k) * u * (0.7 + 0.6 * rng.random())
            kind = rng.random()
            color = CORALS[int(rng.integers(len(CORALS)))]
            if kind < 0.24:
                rock(scene, pen, x, y, size * 0.55, "#6f88a0")
            elif kind < 0.44:
                kelp(scene, rng, pen, x, y, size * 2.4, far)
            elif kind < 0.66:
                branch_coral(scene, rng, pen, x, y, size, color, far)
            elif kind < 0.84:
                fan_coral(scene, pen, x, y, size, color, far)
            else:
                tube_coral(scene, rng, pen, x, y, size, color, far)


def kelp(
    scene: Scene, rng: np.random.Generator, pen: Pen, x: float, y: float, size: float, far: float
) -> None:
    """Waving ribbons of weed."""
    inks = [scene.ink(c, k, far) for c, k in (("#1f7a58", 0.5), ("#3fae6a", 0.85), ("#8fd66a", 1.0))]
    for i in range(4):
        px, tall, sway = x + (i - 1.5) * size * 0.08, size * (0.6 + 0.4 * rng.random()), size * 0.09
        if i % 2:
            sway = -sway
        points = [(px, y), (px + sway, y - tall * 0.28), (px - sway, y - tall * 0.55),
                  (px + sway * 0.7, y - tall * 0.8),
                  (px, y - tall)]  # fmt: skip
        pen.stroke(points, size * 0.06, size * 0.012, inks[i % 3])


def branch_coral(
    scene: Scene, rng: np.random.Generator, pen: Pen, x: float, y: float, size: float, color: str, far: float
) -> None:
    """A coral branching like a small bare tree, tips light."""
    dim, mid, tip = (
        scene.ink(color, 0.5, far),
        scene.ink(color, 0.9, far),
        scene.ink(mix(rgb(color), np.ones(3, F), 0.5), 1.0, far),
    )

    def grow(px: float, py: float, angle: float, length: float, width: float, level: int) -> None:
        ex, ey = px + cos(angle) * length, py + sin(angle) * length
        pen.stroke([(px, py), (ex, ey)], width, width * 0.8, dim if level == 0 else mid)
        if level == 2:
            pen.circle(ex, ey, width * 0.5, tip)
            return
        for turn in (-0.5, 0.42):
            grow(ex, ey, angle + turn + 0.3 * (rng.random() - 0.5), length * 0.72, width * 0.76, level + 1)

    for start in (-0.55, 0.0, 0.5):
        grow(x, y, -pi / 2 + start, size * 0.4, size * 0.13, 0)


def fan_coral(scene: Scene, pen: Pen, x: float, y: float, size: float, color: str, far: float) -> None:
    """A flat scalloped fan."""
    dim, lit = scene.ink(color, 0.55, far), scene.ink(color, 1.0, far)
    rim = [(x + cos(t) * size * (0.62 if i % 2 else 0.54),
            y - size * 0.14 + sin(t) * size * (0.8 if i % 2 else 0.72))
           for i, t in enumerate(np.linspace(pi * 1.06, pi * 1.94, 11))]  # fmt: skip
    pen.blob([(x - size * 0.08, y), *rim, (x + size * 0.08, y)], dim, 4)
    for px, py in rim[1::2]:
        pen.stroke([(x, y - size * 0.05), ((x + px) / 2, (y + py) / 2 - size * 0.04),
                    (x + (px - x) * 0.9, y + (py - y) * 0.9)],
                   size * 0.05, size * 0.035, lit)  # fmt: skip


def tube_coral(
    scene: Scene, rng: np.random.Generator, pen: Pen, x: float, y: float, size: float, color: str, far: float
) -> None:
    """A cluster of soft tubes with dark mouths."""
    dim, lit, mouth = scene.ink(color, 0.6, far), scene.ink(color, 1.0, far), scene.ink(color, 0.1, far)
    for dx in (-0.3, 0.28, -0.05):
        tall, w = size * (0.5 + 0.4 * rng.random()), size * 0.13
        px = x + dx * size
        pen.stroke([(x + dx * size * 0.4, y), (px, y - tall)], w * 1.5, w * 2, dim)
        pen.stroke([(x + dx * size * 0.4 + scene.light_side * w * 0.3, y),
                    (px + scene.light_side * w * 0.4, y - tall)],
                   w * 0.6, w * 0.8, lit)  # fmt: skip
        pen.ellipse(px, y - tall, w, w * 0.5, lit)
        pen.ellipse(px, y - tall, w * 0.66, w * 0.3, mouth)


def _bubbles(scene: Scene) -> None:
    """Rising strings of bubbles with a rim and a glint."""
    rng, u = scene.rng("bubbles"), scene.u
    with scene.canvas.pen(None, opacity=0.6) as pen:
        for _ in range(scene.count(6)):
            x, y = scene.aside(rng, 0.12), scene.h * (0.35 + 0.5 * rng.random())
            for a, b, c in rng.random((7, 3)).tolist():
                r = (2 + 7 * c * c) * u
                y -= (16 + 26 * b) * u
                px = x + (a - 0.5) * 34 * u
                pen.circle(px, y, r, ink(rgb("#e6fbff"), 0.75))
                pen.circle(px, y, r * 0.82, ink(rgb("#bfefff"), 0.25))
                pen.circle(px - r * 0.35, y - r * 0.35, r * 0.22, ink((1, 1, 1), 1.0))
