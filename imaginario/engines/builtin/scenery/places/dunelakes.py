"""The Lençóis: white dunes without end, and clear rain water standing between them."""

from __future__ import annotations

import numpy as np

from ...pixels import Array, F, mix, noise_line, rgb
from .. import land, plants, water
from ..canvas import ramp_rows
from ..pen import Point, smooth
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .dry import dune, wind_ripples
from .shore import grains
from .wetland import fan_palm

_WHITE = ("#fffef8", "#fcf5e6", "#f0e4d0")
_LEE = "#ddd3e4"
_WATER = {
    "dawn": ("#f0f0e2", "#a6ddd6", "#6cbfca", "#4c9fbb"),
    "day": ("#dcf8ea", "#74e8da", "#2fc8d2", "#179fc6"),
    "sunset": ("#ffe8c4", "#f9c6a2", "#dba4ac", "#a58dbd"),
    "night": ("#9fb6e2", "#5f8fd0", "#3a6fb8", "#28529c"),
}
"""The water from its rim to its deepest, as it looks at each hour."""


def lencois(scene: Scene) -> Stage:
    """White dunes one behind the other, turquoise lagoons in the hollows between them."""
    scene = scene.with_layout(horizon=0.5 + 0.5 * (scene.layout.horizon - 0.5))
    paint_sky(scene)
    hor, h, w, u = scene.horizon, scene.h, abs(scene.x(1) - scene.x(0)), scene.u
    ground, k, v = h - hor, scene.layout.variant, scene.v
    for i, (share, wide, tall) in enumerate(
        ((0.12, 250, 44), (0.47, 230, 34), (0.8, 280, 56), (0.3, 260, 30))
    ):
        _peak(scene, i, scene.x(share), hor + (4 + 3 * i) * u, (wide * u, tall * v), 0.34 - 0.03 * i)
    _dune(scene, 0, hor + 0.055 * ground, 5 * u, 330, 0.26)
    for i, x, y, half in ((0, 0.62, 0.075, 0.2), (1, 0.22, 0.095, 0.24)):
        _lagoon(scene, i, (scene.x(x), hor + y * ground), (half * w, 0.017 * ground, 0.014 * ground), 0.22)
    _dune(scene, 1, hor + 0.14 * ground, 7 * u, 420, 0.14)
    if scene.allows("tree"):
        _oasis(scene, scene.x(0.5 + 0.06 * k), hor + 0.15 * ground)
    _peak(scene, 4, scene.x(0.9), hor + 0.19 * ground, (0.46 * w, (112 + 30 * k) * v), 0.1)
    _peak(scene, 5, scene.x(0.1), hor + 0.2 * ground, (0.4 * w, (104 - 30 * k) * v), 0.08)
    _lagoon(scene, 2, (scene.x(0.4), hor + 0.2 * ground), (0.36 * w, 0.03 * ground, 0.036 * ground), 0.08)
    _dune(scene, 2, hor + 0.3 * ground, 10 * u, 460, 0.03)
    x, half = scene.x(0.62 - 0.14 * k), min(0.56 * w, 520 * u)
    _lagoon(scene, 3, (x, hor + 0.42 * ground), (half, 0.1 * ground, 0.17 * ground), 0.0)
    line = _dune(scene, 3, hor + 0.56 * ground, 18 * u, 520, 0.0)
    land.mottle(scene, "sand-light", line, scene.tone("#ffffff", 1.0), 0.4, 170)
    land.mottle(scene, "sand-dark", line, scene.tone(scene.snowed("#e3d0b4"), 0.85), 0.3, 220)
    for i, share, y, half in ((4, 0.98, 0.72, 0.24), (5, 0.0, 0.88, 0.2)):
        at, size = (scene.x(share), hor + y * ground), (half * w, 0.026 * ground, 0.03 * ground)
        _lagoon(scene, i, at, size, 0.0)
    wind_ripples(scene, line, ("#c9b49a", "#ffffff"))
    grains(scene, "grains", line + F(40 * u))
    land.side_light(scene, float(line.min()), 0.1)
    if scene.allows("grass"):
        _tufts(scene, line)
    return scene.stage(hor + ground * 0.79, water=True, water_y=(hor + 0.34 * ground, hor + 0.5 * ground))


def _dune(scene: Scene, i: int, y: float, height: float, wave: float, far: float) -> Array:
    return dune(scene, f"white-{i}", y, height, wave, far, _WHITE, _LEE)


def _peak(scene: Scene, i: int, x: float, foot: float, size: tuple[float, float], far: float) -> None:
    """A great dune: a long slope to the light, and a ridge that winds down from its top before the shade."""
    (half, tall), way = size, -scene.light_side
    rng = scene.rng(f"peak-{i}")
    a, b = rng.random(2).tolist()
    outline = ((-1.5, 0.0), (-1.1, 0.07), (-0.6, 0.44), (-0.2, 0.9), (0.0, 1.0), (0.22, 0.78),
               (0.55, 0.32), (0.95, 0.06), (1.3, 0.0))  # fmt: skip
    points = smooth([(x + way * px * half, foot - py * tall) for px, py in outline], closed=False)
    xs, ys = np.asarray(sorted(points), F).T
    line = np.interp(np.arange(scene.w), xs, ys, left=foot + 2, right=foot + 2).astype(F)
    steps = ((_WHITE[0], 1.0), (_WHITE[1], 0.94), (_WHITE[0], 1.0))
    tones = [scene.tone(scene.snowed(c, 0.6), k, far) for c, k in steps]
    scene.canvas.ridge(line, tones, tall * 1.1, until=foot + 2)
    ridge = [(0.0, 1.0), (0.06 + 0.06 * a, 0.72), (-0.1 + 0.1 * b, 0.46), (0.06 + 0.1 * a, 0.24), (0.2, 0.0)]
    low = smooth([(x + way * px * half, foot + 2 - py * tall) for px, py in ridge], closed=False)
    back = [p for p in points if way * (p[0] - x) > 0]
    back.sort(key=lambda p: -way * p[0])
    with scene.canvas.pen((x - 1.6 * half, foot - tall - 4, x + 1.6 * half, foot + 2), opacity=0.8) as pen:
        pen.poly([*low, *back], scene.ink(scene.snowed(_LEE, 0.4), 0.66, far))


def _lagoon(scene: Scene, i: int, at: Point, size: tuple[float, float, float], far: float) -> None:
    """Clear water about a point: half its width, how far it reaches up and down; shallow at its rim."""
    (x, y), (half, up, down) = at, size
    dx = (np.arange(scene.w, dtype=F) - F(x)) / F(half)
    body = np.clip(1 - dx * dx, 0, 1) ** F(0.6)
    rng = scene.rng(f"lagoon-{i}")
    top, low = (
        F(y) + body * F(reach) * (F(0.55) + F(0.9) * noise_line(fork(rng), scene.w, 0.5 * half, 2))
        for reach in (-up, down)
    )
    rim = F(0.16 * (up + down))
    y0, y1 = max(0, int(top.min() - rim)), min(scene.h, int(low.max() + rim) + 2)
    if y1 - y0 < 2:
        return
    rows = np.arange(y0, y1, dtype=F)[:, None]
    depth = np.minimum(rows - top[None], low[None] - rows)
    wet = np.clip((depth + rim) / rim, 0, 1) * (body > 0)
    scene.canvas.paint((wet * F(0.5)).astype(F), 0, y0, scene.tone(scene.snowed("#e0cba6", 0.4), 0.9, far))
    colors = [mix(c, scene.light.fog, far) for c in _colors(scene)]
    table = ramp_rows(colors, 0, 255, 256)
    deep = np.clip(depth / F(0.36 * (up + down)), 0, 1) ** F(0.8)
    shade = (deep * 255).astype(np.uint8)
    mask = (np.clip(depth + F(0.5), 0, 1) * (body > 0)).astype(F)
    keep = scene.canvas.a[y0:y1].copy()
    water.reflect(scene, top, y1, 0.14, last=0.2)
    seen = scene.canvas.a[y0:y1] - keep
    scene.canvas.a[y0:y1] = keep
    scene.canvas.paint(mask, 0, y0, table[shade])
    scene.canvas.a[y0:y1] += seen * (mask * deep)[..., None]
    _shimmer(scene, fork(rng), top, low, (x, half), far)


def _colors(scene: Scene) -> list[Array]:
    grey = scene.light.sky[len(scene.light.sky) // 2]
    colors = [rgb(c) for c in _WATER[scene.setting.time]]
    return [mix(c, grey, 0.4) for c in colors] if scene.setting.gloomy else colors


def _shimmer(
    scene: Scene, rng: np.random.Generator, top: Array, low: Array, at: tuple[float, float], far: float
) -> None:
    """Thin lines of light lying on a lagoon."""
    x, half = at
    pale = scene.ink("#ffffff", 1.0, far)
    with scene.canvas.pen((x - half, float(top.min()), x + half, float(low.max())), opacity=0.4) as pen:
        for a, b, c in rng.random((16, 3)).tolist():
            px = x + (a - 0.5) * 1.5 * half
            t, n = land.height_at(top, px), land.height_at(low, px)
            y, long = t + (n - t) * (0.15 + 0.7 * b), half * (0.02 + 0.07 * c)
            pen.ellipse(px, y, long, max(0.5, (n - t) * 0.008), pale)


def _oasis(scene: Scene, x: float, y: float) -> None:
    """A few palms far off, where people live among the dunes."""
    rng, u = scene.rng("oasis"), scene.u
    for dx, k in ((-26, 0.8), (20, 0.9), (-4, 1.0), (40, 0.7)):
        fan_palm(scene, fork(rng), x + dx * u, y, 84 * k * scene.v, 0.2)
    for dx in (-40, 6, 50):
        plants.bush(scene, fork(rng), x + dx * u, y + 3 * u, 40 * u, 0.2)


def _tufts(scene: Scene, line: Array) -> None:
    """Clumps of green beach grass at the sides, each with its small shadow."""
    rng, u, top = scene.rng("tufts"), scene.near, float(line.mean())
    inks = [scene.ink(c, k) for c, k in (("#7f9f4a", 0.7), ("#a8c25c", 1.0), ("#5f8448", 0.55))]
    for k in sorted(rng.random(scene.count(9)).tolist()):
        x, y = scene.aside(rng, 0.27), top + (scene.h - top) * (0.06 + 0.86 * k)
        size = (20 + 46 * k) * u
        shade = scene.light.shade * F(0.4)
        scene.canvas.shadow(x - scene.light_side * size * 0.4, y, size * 0.8, size * 0.14, shade, 0.4)
        with scene.canvas.pen((x - 2 * size, y - 2 * size, x + 2 * size, y + size * 0.2)) as pen:
            for a, b, c in rng.random((18, 3)).tolist():
                lean, foot = (a - 0.5) * size * 2.2, x + (a - 0.5) * size * 0.8
                pen.blade(foot, y + size * 0.1 * b, size * (0.6 + 0.6 * c), lean, 3.4 * u, inks[int(b * 3)])
