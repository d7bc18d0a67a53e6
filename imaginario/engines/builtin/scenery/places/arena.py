"""The stadium: a pitch, a goal, stands full of people, floodlights."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, noise, rgb
from .. import land
from ..pen import Pen, Point, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .town import wet_shine

CROWD = ("#f25f5c", "#ffd166", "#4fb0c6", "#f4f1e8", "#8bc34a", "#7a6fd0", "#f78fb3", "#3f5f8f")
SEATS = ("#4f7fc0", "#c8584f", "#3f9a86", "#7a6fc0")
BOARDS = ("#f2c14e", "#e8605a", "#4fa3c7", "#f4f1e8", "#6fbf73")


def stadium(scene: Scene) -> Stage:
    """A football ground seen from the grass: before the goal, or at the halfway line."""
    scene = scene.with_layout(horizon=0.53 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, u, v = scene.horizon, scene.u, scene.v
    roof, foot = hor - 190 * v, hor - 22 * v
    for share, tall in ((0.07, 350), (0.93, 350)):
        _mast(scene, scene.x(share), hor, min(tall * v, hor * 0.84))
    _stands(scene, roof, foot)
    _boards(scene, foot, hor)
    _pitch(scene, hor)
    goal = scene.layout.variant < 0.6
    _lines(scene, hor, goal)
    if goal:
        goal_net(scene, scene.w / 2 + (scene.x(0.56) - scene.w / 2), hor + 26 * u, 300 * scene.near)
    land.side_light(scene, hor)
    _beams(scene)
    wet_shine(scene, hor)
    return scene.stage(hor + (scene.h - hor) * 0.7)


def _bow(scene: Scene, x: float) -> float:
    """How far the stands rise at x towards the sides, which are nearer: 0 in the middle."""
    return ((x - scene.w / 2) / (384 * scene.u)) ** 2 * 16 * scene.v


def _stands(scene: Scene, roof: float, foot: float) -> None:
    """Tiers of seats with a crowd on them, under a roof along the far side."""
    rng, u, v = scene.rng("crowd"), scene.u, scene.v
    color = SEATS[int(rng.integers(len(SEATS)))]
    step = 12 * u
    xs = [float(x) for x in np.arange(-step, scene.w + 2 * step, step)]
    rows = 11
    inks = [scene.ink(c, 0.8, 0.16) for c in CROWD]
    skins = [scene.ink(c, 0.85, 0.14) for c in ("#f3c9a5", "#c98d63", "#8a5a3c", "#e3b088")]
    dice = rng.random((rows, len(xs), 3))
    with scene.canvas.pen((0, roof - 260 * v, scene.w, foot + 30 * v)) as pen:
        back: list[Point] = [(x, roof - 2 * _bow(scene, x)) for x in xs]
        pen.poly([*back, (xs[-1], foot + 20 * v), (xs[0], foot + 20 * v)], scene.ink(color, 0.3, 0.2))
        for row in range(rows):
            t = (row + 1) / rows
            k = 0.72 + 0.4 * t
            for i, x in enumerate(xs):
                a, b, c = dice[row, i].tolist()
                if i % 9 == 4:
                    continue
                y = roof + (foot - roof) * (0.12 + 0.88 * t) - _bow(scene, x) * (2 - t)
                px = x + (row % 2) * step / 2
                if a < 0.14:
                    pen.rect(px - 4 * u, y - 11 * v, px + 4 * u, y - 2 * v, scene.ink(color, 0.85, 0.16), u)
                    continue
                pen.ellipse(px, y - 3 * v, 5.2 * u * k, 6.4 * v * k, inks[int(b * len(inks))])
                pen.circle(px, y - 11 * v * k, 3.4 * u * k, skins[int(c * 4)])
        _roof(scene, pen, xs, roof)


def _roof(scene: Scene, pen: Pen, xs: list[float], roof: float) -> None:
    v = scene.v
    top: list[Point] = [(x, roof - 46 * v - 2.4 * _bow(scene, x)) for x in xs]
    low: list[Point] = [(x, roof - 6 * v - 2.0 * _bow(scene, x)) for x in xs]
    pen.poly([*top, *low[::-1]], scene.ink(scene.snowed("#e9edf2"), 0.9, 0.14))
    pen.poly([*low, *[(x, y + 9 * v) for x, y in low[::-1]]], scene.ink("#9aa6b8", 0.5, 0.14))
    for (x, y), (_, y1) in list(zip(top, low, strict=True))[::4]:
        pen.line((x, y), (x, y1), 1.6 * scene.u, scene.ink("#aab5c6", 0.7, 0.14))
    for i, (x, y) in enumerate(top[::8]):
        tint = scene.ink(CROWD[i % len(CROWD)], 1.0, 0.1)
        pen.rect(x - scene.u, y - 26 * v, x + scene.u, y, scene.ink("#6a7690", 0.6, 0.1))
        pen.poly([(x, y - 26 * v), (x + 20 * scene.u, y - 20 * v), (x, y - 13 * v)], tint)


def _mast(scene: Scene, x: float, foot: float, tall: float) -> None:
    """A floodlight mast."""
    u = scene.u
    top, w, deep = foot - tall, 74 * u, 46 * u
    on = scene.light.dark > 0.2 or scene.setting.gloomy
    steel = scene.ink("#7f8aa6", 0.7, 0.1)
    lamp = ink(rgb("#fffbe6")) if on else scene.ink("#f0f4fa", 1.0)
    with scene.canvas.pen((x - w, top - deep, x + w, foot)) as pen:
        pen.poly([(x - 4 * u, top), (x + 4 * u, top), (x + 9 * u, foot), (x - 9 * u, foot)], steel)
        pen.rect(x - w / 2, top - deep, x + w / 2, top + 4 * u, scene.ink("#5f6a86", 0.6, 0.1), 4 * u)
        for row in range(3):
            for col in range(5):
                pen.circle(x - w * 0.38 + col * w * 0.19, top - deep * 0.8 + row * deep * 0.34, 5.4 * u, lamp)
    if on:
        scene.canvas.glow(x, top - deep / 2, 250 * u, rgb("#fff6d8"), 0.75)


def _beams(scene: Scene) -> None:
    """After dark the floodlights reach down to the grass."""
    if scene.light.dark < 0.2:
        return
    hor, h = scene.horizon, scene.h
    pale = rgb("#fff6d8")
    scene.canvas.haze(
        scene.w / 2,
        hor + 0.5 * (h - hor),
        0.62 * scene.w,
        0.62 * (h - hor),
        pale,
        0.32 * scene.light.dark,
        1.3,
    )
    scene.canvas.haze(
        scene.w / 2, hor - 60 * scene.v, 0.7 * scene.w, 130 * scene.v, pale, 0.26 * scene.light.dark, 1.4
    )


def _boards(scene: Scene, top: float, bottom: float) -> None:
    """Coloured boards between the stands and the grass."""
    rng, u, wide = scene.rng("boards"), scene.u, 128 * scene.u
    with scene.canvas.pen((0, top - 30 * u, scene.w, bottom + 6 * u)) as pen:
        last = -1
        for i in range(int(scene.w / wide) + 2):
            x = (i - scene.layout.variant) * wide
            pick = int(rng.integers(len(BOARDS)))
            pick = (pick + 1) % len(BOARDS) if pick == last else pick
            last = pick
            pen.rect(x, top - 4 * u, x + wide - 2 * u, bottom + 2 * u, scene.ink(BOARDS[pick], 0.9, 0.08))
            pen.rect(x, bottom - 4 * u, x + wide - 2 * u, bottom + 2 * u, scene.ink(BOARDS[pick], 0.4, 0.08))
            pale = scene.ink(mix(rgb(BOARDS[pick]), np.ones(3, F), 0.45), 1.0, 0.06)
            for j in range(3):
                pen.star(x + wide * (0.25 + 0.25 * j), (top + bottom) / 2 - 2 * u, 6.5 * u, pale, 5, 0.5)


def _pitch(scene: Scene, hor: float) -> None:
    """Grass mown in stripes that run towards the far side."""
    h, w, u = scene.h, scene.w, scene.u
    scene.canvas.ridge(
        np.full(w, hor, F),
        [scene.tone(scene.snowed(c), k) for c, k in (("#8fcf5a", 1.0), ("#6dbb4c", 0.95), ("#459442", 0.85))],
        h - hor,
    )
    reach, step = 2.6 * (h - hor) / (360 * u), 58 * u
    n = int(w / step / 2) + 2
    light = scene.ink(scene.snowed("#b2e070"), 1.0)
    with scene.canvas.pen((0, hor, w, h), opacity=0.5) as pen:
        for i in range(-n, n + 1):
            if i % 2:
                continue
            x0, x1 = w / 2 + i * step, w / 2 + i * step * (1 + reach)
            pen.poly([(x0, hor), (x0 + step, hor), (x1 + step * (1 + reach), h), (x1, h)], light)
    rows = h - int(hor)
    grain = noise(scene.rng("turf"), w, rows, 14 * u, 2) - F(0.5)
    part = scene.canvas.a[int(hor) :]
    part += grain[..., None] * F(0.06)
    np.clip(part, 0, 1, out=part)


def _lines(scene: Scene, hor: float, goal: bool) -> None:
    """Chalk: the touchline, and the box before the goal or the circle at the middle."""
    h, u, vx = scene.h, scene.near, scene.x(0.56)
    white, deep = scene.ink("#ffffff", 1.0), scene.h - hor
    with scene.canvas.pen((0, hor, scene.w, h), opacity=0.88) as pen:
        pen.rect(-5, hor + 20 * u, scene.w + 5, hor + 25 * u, white)
        y, rx, ry = hor + 0.55 * deep, 330 * u, 0.26 * deep
        if not goal:
            pen.rect(-5, y - 4 * u, scene.w + 5, y + 4 * u, white)
        if scene.canvas.beside:
            return
        if goal:
            _box(pen, vx, (hor + 24 * u, hor + 0.24 * deep), (270 * u, 390 * u), 5 * u, white)
            _box(pen, vx, (hor + 24 * u, hor + 0.56 * deep), (430 * u, 800 * u), 8 * u, white)
            pen.ellipse(vx, hor + 0.4 * deep, 9 * u, 3.4 * u, white)
            return
        pen.ellipse(scene.w / 2, y, 16 * u, 7 * u, white)
        ring = [(scene.w / 2 + rx * np.cos(t), y + ry * np.sin(t)) for t in np.linspace(0, 2 * np.pi, 49)]
        pen.stroke([(float(a), float(b)) for a, b in ring], 7 * u, 7 * u, white)


def _box(
    pen: Pen, x: float, y: tuple[float, float], half: tuple[float, float], wide: float, white: tuple
) -> None:
    (top, low), (far, near) = y, half
    for side in (-1, 1):
        pen.line((x + side * far, top), (x + side * near, low), wide, white)
    pen.rect(x - near - wide / 2, low - wide * 0.45, x + near + wide / 2, low + wide * 0.45, white)


def goal_net(scene: Scene, x: float, foot: float, w: float) -> None:
    """A goal with its net."""
    if scene.canvas.beside:
        return
    tall, post = w * 0.4, w * 0.02
    white, net = scene.ink("#ffffff", 1.0), scene.ink("#eef4f8", 0.95, 0.1, 0.55)
    with scene.canvas.pen((x - w, foot - tall * 1.1, x + w, foot + 6)) as pen:
        for i in range(23):
            t = i / 22
            pen.line(
                (x - w * 0.5 + w * t, foot - tall),
                (x - w * 0.46 + w * 0.92 * t, foot - tall * 0.06),
                w * 0.0035,
                net,
            )
        for j in range(10):
            y = foot - tall + tall * 0.94 * j / 9
            pen.line((x - w * 0.5, y), (x + w * 0.5, y), w * 0.0035, net)
        for side in (-1, 1):
            pen.rect(x + side * w * 0.5 - post / 2, foot - tall, x + side * w * 0.5 + post / 2, foot, white)
        pen.rect(
            x - w * 0.5 - post / 2,
            foot - tall - post / 2,
            x + w * 0.5 + post / 2,
            foot - tall + post / 2,
            white,
        )
