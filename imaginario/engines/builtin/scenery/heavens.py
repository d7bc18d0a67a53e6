"""Wonders of the sky: aurora, rainbow, planets, fireworks."""

from __future__ import annotations

from colorsys import hsv_to_rgb
from itertools import pairwise
from math import cos, pi, sin

import numpy as np

from ..pixels import Array, F, mix, noise, noise_line, resize, rgb, smoothstep
from .pen import ink
from .scene import Scene

PLANET_HUES = (0.04, 0.09, 0.13, 0.38, 0.48, 0.55, 0.62, 0.74, 0.82, 0.92)


def aurora(scene: Scene, bottom: float) -> None:
    """Curtains of green, blue and violet light, hanging in folds."""
    rng, rows = scene.rng("aurora"), int(min(scene.h, bottom))
    if rows < 8:
        return
    w, h, u = max(8, scene.w // 3), max(8, rows // 3), scene.u / 3
    y = np.arange(h, dtype=F)[:, None]
    light = np.zeros((h, w, 3), F)
    for k, name in enumerate(("#36f5a0", "#35d0e8", "#a86bf2")):
        fold = noise_line(rng, w, 260 * u, 3)
        foot = h * (0.6 - 0.13 * k) + h * 0.42 * (fold - F(0.5))
        rays = F(0.4) + F(0.6) * noise_line(rng, w, 22 * u, 2)
        up = (foot[None] - y) / F(h * 0.4)
        glow = np.where(up > 0, np.exp(-np.clip(up, 0, 9) * 2.6), np.exp(np.clip(up, -1, 0) * 34))
        light += (glow * rays[None] * F(0.75))[..., None] * rgb(name)
    part = scene.canvas.a[:rows]
    part += (1 - part) * np.clip(resize(light, scene.w, rows), 0, 1)


def rainbow(scene: Scene, bottom: float) -> None:
    """A wide soft arch standing opposite the sun."""
    rows = int(min(scene.h, bottom + 4))
    if rows < 4:
        return
    left, top, right, _ = scene.canvas.inner
    wide = right - left
    r = min(0.56 * wide, 0.92 * (bottom - top))
    cx = left + wide * 0.5 + (0.18 if scene.light_side < 0 else -0.18) * wide
    cy = bottom + 0.12 * r
    y, x = np.ogrid[0:rows, 0 : scene.w]
    d = (np.hypot(x - F(cx), y - F(cy)) - F(r * 0.86)) / F(r * 0.14)
    bands = [rgb(c) for c in ("#9a6bff", "#4a9bff", "#3fd28a", "#ffe45c", "#ffa04a", "#ff5f6d")]
    table = np.stack([bands[min(5, int(i / 256 * 6))] for i in range(256)])
    table = np.stack([_smoothed(table[:, i]) for i in range(3)], 1)
    alpha = smoothstep(0.0, 0.14, d) * smoothstep(1.0, 0.86, d) * F(0.55)
    alpha *= np.linspace(1, 0.55, rows, dtype=F)[:, None]
    shade = np.clip(d * 255, 0, 255).astype(np.uint8)
    part = scene.canvas.a[:rows]
    for i in range(3):
        plane = part[..., i]
        plane += (table[:, i][shade] - plane) * alpha


def _smoothed(line: Array) -> Array:
    kernel = np.ones(29, F) / F(29)
    return np.convolve(np.pad(line, 14, mode="edge"), kernel, mode="valid").astype(F)


def planet(
    scene: Scene,
    name: str,
    x: float,
    y: float,
    r: float,
    *,
    hue: float | None = None,
    ring: bool | None = None,
) -> None:
    """A banded planet, ringed or not; its hue and bands come from the stream `name`."""
    rng = scene.rng(name)
    hue = PLANET_HUES[int(rng.integers(len(PLANET_HUES)))] if hue is None else hue
    ring = bool(rng.random() < 0.7) if ring is None else ring
    base = np.array(hsv_to_rgb(hue, 0.5, 0.95), F)
    deep = np.array(hsv_to_rgb((hue + 0.08) % 1, 0.62, 0.62), F)
    canvas = scene.canvas
    if canvas.beside:
        return
    canvas.glow(x, y, r * 2.1, base, 0.28)
    if ring:
        _ring(scene, x, y, r, base, front=False)
    box = canvas.reach(x - r - 1, y - r - 1, x + r + 2, y + r + 2)
    if box[2] - box[0] < 2 or box[3] - box[1] < 2:
        return
    gy, gx = np.ogrid[box[1] : box[3], box[0] : box[2]]
    nx, ny = (gx - F(x)) / F(r), (gy - F(y)) / F(r)
    d = np.sqrt(nx * nx + ny * ny).astype(F)
    # All of it, so that the stripes don't depend on how much of the planet the canvas shows.
    left, top = int(np.floor(x - r - 1)), int(np.floor(y - r - 1))
    whole = noise(rng, int(2 * r) + 5, int(2 * r) + 5, r * 0.7, 2) - F(0.5)
    wobble = whole[box[1] - top : box[3] - top, box[0] - left : box[2] - left]
    bands = 0.5 + 0.5 * np.sin((ny * 1.0 + nx * 0.18 + wobble * 0.22) * F(9) + F(rng.random() * 6))
    side = scene.light_side
    lit = np.clip(0.72 + 0.46 * (nx * 0.62 * side - ny * 0.6) - 0.42 * d**4, 0.2, 1.14)
    color = (deep + (base - deep) * bands[..., None]) * lit[..., None]
    canvas.paint(np.clip(r * (1 - d) + 0.5, 0, 1).astype(F), box[0], box[1], np.clip(color, 0, 1).astype(F))
    if ring:
        _ring(scene, x, y, r, base, front=True)


def _ring(scene: Scene, x: float, y: float, r: float, color: Array, *, front: bool) -> None:
    box = scene.canvas.reach(x - r * 2, y - r, x + r * 2, y + r)
    if box[2] - box[0] < 2 or box[3] - box[1] < 2:
        return
    gy, gx = np.ogrid[box[1] : box[3], box[0] : box[2]]
    dx, dy = gx - F(x), gy - F(y)
    tilt = 0.3 * scene.light_side
    along, across = dx * F(cos(tilt)) - dy * F(sin(tilt)), dx * F(sin(tilt)) + dy * F(cos(tilt))
    e = np.sqrt((along / (r * 1.85)) ** 2 + (across / (r * 0.46)) ** 2).astype(F)
    alpha = smoothstep(0.66, 0.7, e) * smoothstep(1.0, 0.96, e) * (F(0.68) + F(0.24) * np.sin(e * 48))
    alpha *= (across > 0) if front else (across <= 0)
    scene.canvas.paint(alpha.astype(F), box[0], box[1], mix(color, np.ones(3, F), 0.5))


def fireworks(scene: Scene, bottom: float) -> None:
    """Bursts of coloured sparks with a glow about each."""
    rng, u, canvas = scene.rng("fireworks"), scene.u, scene.canvas
    names = ("#ff5a7a", "#ffd24a", "#63d5ff", "#b98aff", "#7dffa0", "#ff9a4a", "#ff8ad8")
    n = scene.count(6)
    for i in range(n):
        a, b, c = rng.random(3).tolist()
        x, y = scene.w * (i + 0.2 + 0.6 * a) / n, bottom * (0.12 + 0.5 * b)
        r = (70 + 80 * c) * u
        color = rgb(names[int(rng.integers(len(names)))])
        canvas.glow(x, y, r * 2.0, color, 0.34)
        canvas.glow(x, y, r * 0.5, np.ones(3, F), 0.5)
        _burst(scene, rng, x, y, r, color)


def _burst(scene: Scene, rng: np.random.Generator, x: float, y: float, r: float, color: Array) -> None:
    hot, u = mix(color, np.ones(3, F), 0.55), scene.u
    rays = 22
    with scene.canvas.pen((x - r * 1.2, y - r * 1.2, x + r * 1.2, y + r * 1.4)) as pen:
        for i, (a, b) in enumerate(rng.random((rays, 2)).tolist()):
            t = 2 * pi * (i + 0.5 * a) / rays
            length = r * (0.72 + 0.3 * b)
            for k in np.linspace(0.25, 1, 8):
                px, py = x + cos(t) * length * k, y + sin(t) * length * k + 0.12 * r * k * k
                size = (0.9 + 1.9 * k**3) * u
                pen.circle(px, py, size, ink(hot if k > 0.9 else color, 0.35 + 0.65 * float(k)))


def lightning(scene: Scene, bottom: float) -> None:
    """One or two forked bolts, and the flash about them."""
    rng, u, bottom = scene.rng("lightning"), scene.u, min(bottom, scene.h * 0.9)
    hot, blue = rgb("#fffbe0"), rgb("#c9d6ff")
    for i in range(1 + int(rng.random() < 0.4)):
        x = scene.x(0.18 + 0.22 * rng.random() + 0.5 * i)
        points = [(x, -4.0)]
        while points[-1][1] < bottom * (0.92 - 0.25 * i):
            px, py = points[-1]
            points.append((px + (rng.random() - 0.5) * 70 * u, py + (24 + 34 * rng.random()) * u))
        scene.canvas.haze(x, bottom * 0.3, 260 * u, bottom * 0.7, blue, 0.3, 1.6)
        for wide, tint, soft, opacity in ((13, blue, 6 * u, 0.6), (4.6, hot, 0.0, 1.0)):
            with scene.canvas.pen((x - 300 * u, 0, x + 300 * u, bottom), soft=soft, opacity=opacity) as pen:
                for (ax, ay), (bx, by) in pairwise(points):
                    thin = 1 - 0.6 * by / bottom
                    pen.line((ax, ay), (bx, by + 1), wide * thin * u, ink(tint))
                    if tint is hot:
                        pen.circle(bx, by, wide * thin * u * 0.5, ink(tint))
                fork = points[len(points) // 2]
                end = (fork[0] + (60 if i else -60) * u, fork[1] + 90 * u)
                pen.line(fork, end, wide * 0.4 * u, ink(tint))
