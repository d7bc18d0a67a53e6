"""The sky: gradient, sun, moon, stars, and all that was asked to be in it."""

from __future__ import annotations

from math import acos, atan2, cos, hypot, pi, sin

import numpy as np

from ..pixels import F, luma, mix, noise, resize, rgb, smoothstep
from .clouds import fair_weather, overcast
from .heavens import aurora, fireworks, lightning, planet, rainbow
from .pen import Marks, Pen, ink
from .scene import Scene
from .stage import Mark

_WHITE = np.ones(3, F)


def paint_sky(scene: Scene, bottom: float | None = None, *, clouds: bool = True) -> None:
    """Paints everything above the horizon (and the gradient a little below it)."""
    bottom = scene.horizon if bottom is None else bottom
    scene.canvas.gradient(scene.light.sky, scene.canvas.inner[1], bottom, int(bottom + 0.16 * scene.h) + 2)
    _drifts(scene, bottom)
    if shows_stars(scene):
        starfield(scene, bottom)
    if "aurora" in scene.setting.sky:
        aurora(scene, bottom)
    _sun_or_moon(scene)
    if "planet" in scene.setting.sky and not scene.canvas.beside:
        x = scene.w - scene.light_x * 0.9
        planet(scene, "sky-planet", min(max(x, 0.16 * scene.w), 0.84 * scene.w), bottom * 0.3, 74 * scene.u)
    if clouds:
        _clouds(scene, bottom)
    if "rainbow" in scene.setting.weather and scene.allows("rainbow"):
        rainbow(scene, bottom)
    if "fireworks" in scene.setting.sky:
        fireworks(scene, bottom)
    if "storm" in scene.setting.weather:
        lightning(scene, bottom)
    _birds(scene, bottom)


def shows_stars(scene: Scene) -> bool:
    """Whether stars can be seen: asked for, or a clear night."""
    setting = scene.setting
    if not setting.allows("star"):
        return False
    return "stars" in setting.sky or (setting.time == "night" and not setting.gloomy)


def _drifts(scene: Scene, bottom: float) -> None:
    """Large faint bands of lighter and darker air: a sky is never one clean gradient."""
    rows = int(min(scene.h, bottom))
    if rows < 4:
        return
    small = noise(scene.rng("air"), max(8, scene.w // 8), max(8, rows // 3), 20 * scene.u, 2)

    drift = resize(small, scene.w, rows) - F(0.5)
    scene.canvas.a[:rows] += drift[..., None] * F(0.05)
    np.clip(scene.canvas.a[:rows], 0, 1, out=scene.canvas.a[:rows])


def starfield(scene: Scene, bottom: float, count: float = 150, milky: float = 0.16) -> None:
    """Stars of several sizes with a few twinkles, and a faint milky band."""
    canvas, u, rng = scene.canvas, scene.u, scene.rng("stars")
    box = canvas.clip(0, 0, scene.w, bottom)
    if box[3] < 4:
        return
    if milky:
        _milky_way(scene, box[3], milky)
    n = scene.count(count * max(0.4, bottom / (0.6 * 768 * u)))
    marks = Marks(box, 2)
    for x, y, k in rng.random((n, 3)).tolist():
        marks.circle(x * scene.w, y**1.15 * bottom, (0.55 + 1.5 * k**5) * max(u, 0.5), int(90 + 165 * k))
    mask = marks.mask()
    fade = np.linspace(1.0, 0.25, box[3], dtype=F)[:, None]
    part = canvas.part(box)
    part += (1 - part) * (mask * fade)[..., None]
    with canvas.pen(box) as pen:
        for x, y, k in rng.random((max(3, n // 22), 3)).tolist():
            _twinkle(scene, pen, x * scene.w, y * bottom * 0.85, (5 + 8 * k) * u)


def _twinkle(scene: Scene, pen: Pen, x: float, y: float, r: float) -> None:
    scene.canvas.glow(x, y, r * 1.6, rgb("#cfe0ff"), 0.35)
    pen.star(x, y, r, ink((1.0, 1.0, 0.94)), 4, 0.13)


def _milky_way(scene: Scene, rows: int, amount: float) -> None:
    rng = scene.rng("milky-way")
    w, h = max(8, scene.w // 4), max(8, rows // 4)
    cloud = noise(rng, w, h, 26 * scene.u, 3)
    x, y = np.ogrid[0:h, 0:w]
    slope = scene.x(0.3) / scene.w - 0.5
    band = np.exp(-(((y / w - 0.5 - slope) + (x / h - 0.5) * (0.9 if slope > 0 else -0.9)) ** 2) / 0.03)
    glow = (smoothstep(0.35, 0.95, cloud) * band).astype(F)

    part = scene.canvas.a[:rows]
    part += (1 - part) * (resize(glow, scene.w, rows)[..., None] * (rgb("#9fb4ff") * F(amount * 1.6)))


def _sun_or_moon(scene: Scene) -> None:
    setting = scene.setting
    if scene.canvas.beside:
        return
    by_night = setting.time == "night"
    moons = setting.sky & {"moon", "crescent"}
    if (by_night or moons) and "sun" not in setting.sky:
        hidden = setting.gloomy and not moons
        if setting.avoid.isdisjoint({"moon", "crescent"}) and not hidden:
            moon(scene, scene.light_x, scene.light_y)
        return
    if "sun" in setting.sky or (not setting.gloomy and setting.allows("sun")):
        sun(scene, scene.light_x, scene.light_y)
    elif setting.gloomy:
        x, y = scene.light_x, min(scene.light_y, scene.horizon * 0.6)
        scene.canvas.glow(x, y, 330 * scene.u, mix(scene.light.sky[-1], _WHITE, 0.5), 0.35)


def sun(scene: Scene, x: float, y: float) -> None:
    """The sun with its halo; large and low at dawn and sunset."""
    canvas, u, color = scene.canvas, scene.u, scene.light.sun
    low = scene.setting.time in ("dawn", "sunset")
    r = (50 if low else 37) * u
    scene.marks.append(Mark(x, y, r, 0, far=True))
    if low:
        canvas.haze(x, y, r * 15, r * 6, color, 0.55, 1.7)
    canvas.glow(x, y, r * 6.5, color, 0.55, 2.2)
    canvas.glow(x, y, r * 2.6, mix(color, _WHITE, 0.3), 0.55, 1.4)
    with canvas.pen((x - r - 2, y - r - 2, x + r + 2, y + r + 2), soft=0.6) as pen:
        pale = 0.25 if scene.setting.time == "dawn" else 0.62
        pen.circle(x, y, r, ink(mix(color, _WHITE, pale)))
        pen.circle(x, y, r * 0.86, ink(mix(color, _WHITE, pale + 0.2)))


def moon(scene: Scene, x: float, y: float) -> None:
    """A full moon with soft seas, or a crescent when asked for (or, one night in three, by chance)."""
    canvas, u, rng = scene.canvas, scene.u, scene.rng("moon")
    asked = scene.setting.sky
    crescent = "crescent" in asked or (not asked & {"moon"} and rng.random() < 0.33)
    r = (58 if "moon" in asked else 44) * u
    scene.marks.append(Mark(x, y, r, 0, far=True))
    day = float(luma(scene.light.sky[0])) > 0.45
    strength = 0.25 if day else 0.6
    canvas.glow(x, y, r * 7, rgb("#8fb0ff"), strength * 0.6, 2.2)
    canvas.glow(x, y, r * 2.4, rgb("#dfe9ff"), strength, 1.8)
    box = canvas.clip(x - r - 2, y - r - 2, x + r + 2, y + r + 2)
    if crescent:
        side = scene.light_side
        with canvas.pen(box, ss=3) as pen:
            pen.poly(_crescent(x, y, r, side), ink(rgb("#fff7dc")))
        return
    with canvas.pen(box, ss=3) as pen:
        pen.circle(x, y, r, ink(rgb("#e9e4d2")))
        pen.circle(x - r * 0.1, y - r * 0.1, r * 0.88, ink(rgb("#fdf8e6")))
        for a, d, k in rng.random((8, 3)).tolist():
            q = r * 0.7 * d**0.6
            px, py, size = x + q * cos(a * 2 * pi), y + q * sin(a * 2 * pi), r * (0.06 + 0.13 * k)
            pen.circle(px, py, size, ink(rgb("#dcd6c2")))
            pen.circle(px + size * 0.16, py + size * 0.2, size * 0.8, ink(rgb("#e6e0cd")))


def _crescent(x: float, y: float, r: float, side: int) -> list[tuple[float, float]]:
    """The outline of a disc with a smaller disc cut from it; the horns lie where the two circles cross."""
    dx, dy, inner = 0.42, -0.16, 0.8
    d = hypot(dx, dy)
    towards, open_ = atan2(dy, dx), acos((1 + d * d - inner * inner) / (2 * d))
    outer = [(cos(t), sin(t)) for t in np.linspace(towards + open_, towards + 2 * pi - open_, 44)]
    within = acos((d * d + inner * inner - 1) / (2 * d * inner))
    back = np.linspace(towards + pi + within, towards + pi - within, 40)
    points = [*outer, *((dx + inner * cos(t), dy + inner * sin(t)) for t in back)]
    return [(x - side * px * r, y + py * r) for px, py in points]


def _clouds(scene: Scene, bottom: float) -> None:
    setting = scene.setting
    asked = "clouds" in setting.sky or "clouds" in setting.weather
    if not setting.allows("cloud"):
        return
    if setting.weather & {"rain", "storm", "snowfall", "clouds"}:
        overcast(scene, bottom, heavy="storm" in setting.weather)
    elif "clear" in setting.weather and not asked:
        return
    else:
        fair_weather(scene, bottom, many=asked)


def _birds(scene: Scene, bottom: float) -> None:
    setting, rng = scene.setting, scene.rng("birds")
    likely = 0.45 if setting.time != "night" and not setting.gloomy else 0.0
    if not setting.allows("bird") or not ("birds" in setting.sky or rng.random() < likely):
        return
    n = 9 if "birds" in setting.sky else 4 + int(rng.integers(3))
    cx, cy = scene.x(0.62 + 0.2 * rng.random()), bottom * (0.3 + 0.25 * rng.random())
    color = ink(mix(scene.light.sky[0] * F(0.45), scene.light.fog, 0.2))
    with scene.canvas.pen((0, 0, scene.w, bottom), ss=3) as pen:
        for i, (dx, dy, k) in enumerate((rng.random((n, 3)) - 0.5).tolist()):
            row = (i + 1) // 2 * (1 if i % 2 else -1)
            x, y = cx + (row * 34 + dx * 18) * scene.u, cy + (abs(row) * 13 + dy * 14) * scene.u
            s = (9 + 5 * k) * scene.u
            for side in (-1, 1):
                pen.blob([(x, y), (x + side * s * 0.5, y - s * 0.55), (x + side * s * 1.25, y - s * 0.1),
                          (x + side * s * 0.5, y - s * 0.3)], color, 5)  # fmt: skip
