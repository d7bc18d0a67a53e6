"""The town: a skyline with an avenue, and a street between old houses."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, noise, resize, rgb
from .. import buildings, plants
from ..canvas import ramp_rows
from ..pen import Pen, Point, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage

TOWERS = (
    ("#9fb6d6", "#b3c2dc", "#8fa6cc"),
    ("#7f9ac6", "#a39bc8", "#6f8fc0", "#8aa9c9"),
    ("#c98f7a", "#d9b48a", "#8a9cc4", "#a97f9c", "#7fa3a8"),
)


def city(scene: Scene) -> Stage:
    """Towers in three depths, a row of trees, a pavement and an avenue."""
    scene = scene.with_layout(horizon=min(0.66, scene.layout.horizon + 0.02))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    walk = hor + 0.22 * (h - hor)
    for i, (low, high, far) in enumerate(((120, 330, 0.62), (110, 270, 0.34), (70, 190, 0.1))):
        widths = ((34, 66), (44, 84), (64, 120))[i]
        buildings.skyline(scene, f"towers-{i}", hor + (2 + 12 * i) * u, low, high, widths, TOWERS[i], far)
        glow = mix(rgb("#ffb874"), scene.light.fog, 0.5)
        scene.canvas.haze(scene.w / 2, hor + 6 * u, scene.w * 0.75, 110 * u, glow, 0.16 + 0.2 * scene.light.dark, 1.5)
    _park(scene, hor + 22 * u, walk)
    _pavement(scene, walk, walk + 0.16 * (h - hor))
    road_y = walk + 0.16 * (h - hor)
    _road(scene, road_y)
    _lamps(scene, walk + 0.1 * (h - hor))
    wet_shine(scene, walk)
    return scene.stage(hor + (h - hor) * 0.78)


def _park(scene: Scene, top: float, bottom: float) -> None:
    """A strip of lawn with round trees between the towers and the pavement."""
    stops = [scene.tone("#8fc25a", 1.0), scene.tone("#4f8f48", 0.8)]
    scene.canvas.ridge(np.full(scene.w, top, F), stops, bottom - top, until=bottom + 2)
    rng = scene.rng("park")
    spots = [(x, k) for x, k in rng.random((scene.count(9), 2)).tolist()]
    for x, k in sorted(spots, key=lambda s: s[1]):
        y = top + (bottom - top) * (0.2 + 0.7 * k)
        if k > 0.75 or not scene.allows("tree"):
            plants.bush(scene, rng, x * scene.w, y, (50 + 40 * k) * scene.u)
        else:
            plants.tree(scene, rng, x * scene.w, y, (74 + 60 * k) * scene.u, 0.1 * (1 - k))


def _pavement(scene: Scene, top: float, bottom: float) -> None:
    u = scene.near
    stops = [scene.tone("#dcd3c4", 1.0), scene.tone("#c2b8ac", 0.85)]
    scene.canvas.ridge(np.full(scene.w, top, F), stops, bottom - top, until=bottom + 8 * u)
    with scene.canvas.pen((0, top, scene.w, bottom + 12 * u), opacity=0.6) as pen:
        seam, vanish = scene.ink("#9c9288", 0.7), scene.w / 2
        for i in range(-24, 25):
            x = vanish + i * 62 * scene.u
            pen.line((x, top), (vanish + (x - vanish) * 1.22, bottom), 1.3 * u, seam)
        pen.line((0, (top + bottom) / 2), (scene.w, (top + bottom) / 2), 1.2 * u, seam)
    with scene.canvas.pen((0, bottom - 2, scene.w, bottom + 14 * u)) as pen:
        pen.rect(-2, bottom, scene.w + 2, bottom + 5 * u, scene.ink("#efe7da", 1.0))
        pen.rect(-2, bottom + 5 * u, scene.w + 2, bottom + 12 * u, scene.ink("#8d867f", 0.6))


def _road(scene: Scene, top: float) -> None:
    u, h = scene.near, scene.h
    stops = [scene.tone("#8b8f9e", 0.95), scene.tone("#6b7082", 0.8), scene.tone("#555a6e", 0.7)]
    scene.canvas.ridge(np.full(scene.w, top + 11 * u, F), stops, h - top)
    grain = noise(scene.rng("asphalt"), scene.w, max(1, int(h - top)), 26 * scene.u, 2) - F(0.5)
    part = scene.canvas.a[scene.h - grain.shape[0] :]
    part += grain[..., None] * F(0.035)
    with scene.canvas.pen((0, top, scene.w, h), opacity=0.85) as pen:
        y, white = top + (h - top) * 0.52, scene.ink("#fff4d2", 1.0)
        step = 150 * u
        shift = scene.layout.variant * step
        for i in range(-1, int(scene.w / step) + 2):
            x = i * step + shift
            pen.poly([(x, y), (x + step * 0.55, y), (x + step * 0.5, y + 13 * u), (x - step * 0.06, y + 13 * u)], white)
    np.clip(part, 0, 1, out=part)


def _lamps(scene: Scene, y: float) -> None:
    """Street lamps in a row along the pavement."""
    n = scene.count(3)
    for i in range(n):
        x = scene.w * (i + 0.5 * scene.layout.variant + 0.12) / n
        if abs(x / scene.w - 0.5) > 0.1:
            lamp(scene, x, y, 200 * scene.near)


def lamp(scene: Scene, x: float, y: float, size: float) -> None:
    """A lantern on an iron post, `size` tall; it glows when the hour is dark."""
    iron, shine = scene.ink("#3a4358", 0.5), scene.ink("#6a7690", 1.0)
    on = scene.light.dark > 0.35
    glass = ink(rgb("#ffe9a8")) if on else scene.ink("#e8f0f2", 1.0)
    w = size * 0.026
    scene.canvas.shadow(x - scene.light_side * size * 0.06, y, size * 0.12, size * 0.03, scene.light.shade * F(0.3), 0.4)
    with scene.canvas.pen((x - size * 0.2, y - size * 1.05, x + size * 0.2, y + 3)) as pen:
        pen.rect(x - w * 2, y - size * 0.05, x + w * 2, y, iron, w)
        pen.rect(x - w * 0.8, y - size * 0.8, x + w * 0.8, y, iron)
        pen.rect(x + scene.light_side * w * 0.2, y - size * 0.8, x + scene.light_side * w * 0.2 + w * 0.4, y, shine)
        pen.poly([(x - w * 1.4, y - size * 0.8), (x - w * 2.6, y - size * 0.93), (x + w * 2.6, y - size * 0.93),
                  (x + w * 1.4, y - size * 0.8)], glass)  # fmt: skip
        pen.poly([(x - w * 3.2, y - size * 0.925), (x, y - size * 1.0), (x + w * 3.2, y - size * 0.925)], iron)
        pen.circle(x, y - size * 1.005, w * 0.7, iron)
    if on:
        scene.canvas.glow(x, y - size * 0.87, size * 0.55, rgb("#ffcf7a"), 0.6)
        scene.canvas.haze(x, y, size * 0.5, size * 0.12, rgb("#ffcf7a"), 0.34)


def wet_shine(scene: Scene, top: float) -> None:
    """After rain the ground mirrors the lights above it, in long soft streaks."""
    if not scene.setting.weather & {"rain", "storm"}:
        return
    y0 = int(top)
    rows = min(scene.h - y0, y0)
    if rows < 4:
        return
    source = scene.canvas.a[y0 - rows : y0][::-1]
    small = resize(resize(source, max(8, scene.w // 4), max(4, rows // 14)), scene.w, rows)
    puddles = noise(scene.rng("puddles"), scene.w, rows, 150 * scene.u, 2)
    k = (F(0.18) + F(0.5) * np.clip(puddles * 2 - 0.7, 0, 1))[..., None]
    part = scene.canvas.a[y0 : y0 + rows]
    part += (np.clip(small, 0, 1) - part) * k


FACADES = ("#f2b8a0", "#f6d9a0", "#bcd6c8", "#e8a58c", "#d9c7e6", "#f4e3c8", "#a9c6dc", "#f0c4c4")


def street(scene: Scene) -> Stage:
    """Old houses on both sides of a cobbled street that runs into the distance."""
    scene = scene.with_layout(horizon=0.6 + 0.3 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, u = scene.horizon, scene.u
    vx = scene.x(0.5 + 0.14 * (scene.layout.light_x - 0.5))
    buildings.skyline(scene, "towers-far", hor + 6 * u, 40, 130, (30, 60), TOWERS[0], 0.6)
    if scene.layout.variant > 0.4:
        _steeple(scene, vx, hor + 6 * u, 190 * scene.v)
    scene.canvas.haze(vx, hor, 0.5 * scene.w, 130 * u, scene.light.fog, 0.5)
    _cobbles(scene, vx)
    with scene.canvas.pen(None) as pen:
        for side in (-1, 1):
            _row_of_houses(scene, pen, vx, side)
    _window_glow(scene, vx)
    _street_lamps(scene, vx)
    if scene.layout.variant < 0.62:
        _bunting(scene, vx)
    wet_shine(scene, hor + 0.1 * (scene.h - hor))
    return scene.stage(hor + (scene.h - hor) * 0.74)


def _side_x(scene: Scene, vx: float, side: int, z: float, k: float = 0.46) -> float:
    """The x of something `k` half streets aside at distance z (1 = at the picture plane)."""
    return vx + side * k * max(scene.w, 0.8 * scene.h) / z + (scene.w / 2 - vx) / z


def _steeple(scene: Scene, x: float, foot: float, tall: float) -> None:
    far, w = 0.42, tall * 0.17
    with scene.canvas.pen((x - w * 2, foot - tall * 1.5, x + w * 2, foot)) as pen:
        pen.rect(x - w, foot - tall, x + w, foot, scene.ink("#d9c3a8", 0.95, far))
        dim = (x - scene.light_side * w, x - scene.light_side * w * 0.3)
        pen.rect(min(dim), foot - tall, max(dim), foot, scene.ink("#d9c3a8", 0.5, far))
        pen.poly([(x - w * 1.25, foot - tall), (x, foot - tall * 1.46), (x + w * 1.25, foot - tall)], scene.ink("#6f7fa6", 0.7, far))
        pen.circle(x, foot - tall * 0.82, w * 0.56, scene.ink("#fff6e0", 1.0, far * 0.6))
        for dx, dy in ((0, -0.36), (0.26, 0.08)):
            pen.line((x, foot - tall * 0.82), (x + dx * w, foot - tall * 0.82 + dy * w), w * 0.1, scene.ink("#5a4a44", 0.4, far))


def _cobbles(scene: Scene, vx: float) -> None:
    """The ground: stones in rows that shrink towards the vanishing point."""
    hor, h, u = scene.horizon, scene.h, scene.near
    rows = ramp_rows([scene.tone("#cdbfae", 0.95, 0.3), scene.tone("#b9a896", 0.9), scene.tone("#8f8176", 0.75)], hor, h, h)
    scene.canvas.a[int(hor) :] = rows[int(hor) :, None]
    rng = scene.rng("cobbles")
    inks = [scene.ink(c, k) for c, k in (("#d8cbba", 1.0), ("#b5a595", 0.85), ("#9c8d82", 0.75), ("#c7b6a2", 0.95))]
    with scene.canvas.pen((0, hor, scene.w, h), opacity=0.62) as pen:
        z = 5.0
        while z > 0.9:
            y = hor + (h - hor) / z
            deep = (h - hor) * (1 / (z * 0.93) - 1 / z)
            step = 52 * u / z
            offset = rng.random() * step
            half = _side_x(scene, vx, 1, z, 0.36) - _side_x(scene, vx, -1, z, 0.36)
            center = (_side_x(scene, vx, 1, z, 0.36) + _side_x(scene, vx, -1, z, 0.36)) / 2
            for j in range(int(half / step) + 1):
                x = center - half / 2 + offset + j * step
                if -step < x < scene.w + step:
                    pen.ellipse(x, y, step * 0.45, deep * 0.42, inks[int(rng.random() * 4)])
            z *= 0.93
    with scene.canvas.pen((0, hor, scene.w, h)) as pen:
        for side in (-1, 1):
            near, far = [(_side_x(scene, vx, side, z, k), hor + (h - hor) / z) for z, k in ((0.8, 0.36), (6, 0.36))]
            out_near, out_far = [(_side_x(scene, vx, side, z, 0.47), hor + (h - hor) / z) for z in (0.8, 6)]
            pen.poly([near, far, out_far, out_near], scene.ink("#ddd2c2", 0.9))
            lip = _side_x(scene, vx, side, 0.8, 0.345), near[1]
            pen.poly([near, far, lip], scene.ink("#8c8078", 0.5))


def _row_of_houses(scene: Scene, pen: Pen, vx: float, side: int) -> None:
    """One side of the street, from far to near."""
    rng = scene.rng(f"houses-{side}")
    cuts = [5.6]
    while cuts[-1] > 0.8:
        cuts.append(cuts[-1] * (0.68 + 0.1 * rng.random()))
    last = -1
    for far_z, near_z in zip(cuts, cuts[1:], strict=False):
        pick = int(rng.integers(len(FACADES)))
        pick = (pick + 1) % len(FACADES) if pick == last else pick
        last = pick
        tall = (270 + 120 * rng.random()) * scene.v
        _house(scene, pen, rng, (vx, side, far_z, near_z), tall, FACADES[pick])


def _house(
    scene: Scene, pen: Pen, rng: np.random.Generator, at: tuple[float, int, float, float], tall: float, color: str
) -> None:
    vx, side, far_z, near_z = at
    hor, ground = scene.horizon, scene.h - scene.horizon
    haze = min(0.5, max(0.0, (near_z - 1.2) * 0.13))
    k = 0.95 if side != scene.light_side else 0.6

    def spot(along: float, up: float) -> Point:
        z = 1 / ((1 - along) / far_z + along / near_z)
        return _side_x(scene, vx, side, z, 0.47), hor + (ground - up * tall * 1.0) / z

    wall, trim = scene.ink(color, k, haze), scene.ink("#fff4e4", k, haze)
    roof = scene.ink(buildings.ROOFS[int(rng.integers(5))], 0.7 * k, haze)
    pen.poly([spot(0, 0), spot(0, 1.9), spot(1, 1.9), spot(1, 0)], wall)
    pen.poly([spot(0, 1.86), spot(-0.02, 2.16), spot(1.02, 2.16), spot(1, 1.86)], roof)
    pen.poly([spot(-0.01, 1.84), spot(-0.01, 1.92), spot(1.01, 1.92), spot(1.01, 1.84)], trim)
    pen.poly([spot(0, 0), spot(0, 0.1), spot(1, 0.1), spot(1, 0)], scene.ink("#9c8f88", k * 0.7, haze))
    n = 2 if far_z / near_z < 1.36 else 3
    for level, (low, high) in enumerate(((0.98, 1.28), (1.46, 1.72))):
        for i in range(n):
            a = (i + 0.28) / n
            b = a + 0.44 / n
            pane, _ = buildings.window_ink(scene, rng, haze)
            m = 0.06 / n
            pen.poly([spot(a - m, low - 0.03), spot(a - m, high + 0.03), spot(b + m, high + 0.03), spot(b + m, low - 0.03)], trim)
            pen.poly([spot(a, low), spot(a, high), spot(b, high), spot(b, low)], pane)
            if level == 0 and scene.allows("flower"):
                _flower_box(scene, pen, rng, spot, a - m, b + m, low, haze)
    _shop(scene, pen, rng, spot, haze, k, trim)


def _flower_box(scene: Scene, pen: Pen, rng: np.random.Generator, spot, a: float, b: float, low: float, haze: float) -> None:
    pen.poly([spot(a, low - 0.1), spot(a, low - 0.03), spot(b, low - 0.03), spot(b, low - 0.1)], scene.ink("#8a5a40", 0.7, haze))
    bloom = [scene.ink(c, 1.0, haze) for c in ("#e8506a", "#ffb04a", "#5fa850")]
    (x0, y0), (x1, y1) = spot(a, low), spot(b, low)
    r = abs(x1 - x0) * 0.09 + 0.6
    for i in range(7):
        t = i / 6
        pen.circle(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + r * (0.4 - rng.random()), r, bloom[int(rng.integers(3))])


def _shop(scene: Scene, pen: Pen, rng: np.random.Generator, spot, haze: float, k: float, trim) -> None:
    """The ground floor: a door, and a shop window under a striped awning, or two plain windows."""
    pane = ink(rgb("#ffdf94")) if scene.light.dark > 0.35 else scene.ink("#9cc4d8", 0.9, haze)
    door = scene.ink(("#4f7f8a", "#a8503f", "#5f7a4a", "#6a5a8a")[int(rng.integers(4))], k, haze)
    pen.poly([spot(0.66, 0), spot(0.66, 0.68), spot(0.9, 0.68), spot(0.9, 0)], trim)
    pen.poly([spot(0.69, 0), spot(0.69, 0.64), spot(0.87, 0.64), spot(0.87, 0)], door)
    pen.poly([spot(0.08, 0.14), spot(0.08, 0.66), spot(0.56, 0.66), spot(0.56, 0.14)], trim)
    pen.poly([spot(0.11, 0.18), spot(0.11, 0.62), spot(0.53, 0.62), spot(0.53, 0.18)], pane)
    if rng.random() < 0.7:
        stripes = [scene.ink(c, k, haze) for c in (("#d9534a", "#3f8f8a", "#e0a13c")[int(rng.integers(3))], "#fff4e4")]
        for i in range(6):
            a, b = 0.04 + 0.56 * i / 6, 0.04 + 0.56 * (i + 1) / 6
            pen.poly([spot(a, 0.82), spot(b, 0.82), spot(b + 0.0, 0.6), spot((a + b) / 2, 0.57), spot(a, 0.6)], stripes[i % 2])


def _window_glow(scene: Scene, vx: float) -> None:
    if scene.light.dark > 0.35:
        for side in (-1, 1):
            for z in (1.15, 1.7, 2.6):
                x, y = _side_x(scene, vx, side, z, 0.42), scene.horizon + 0.8 * (scene.h - scene.horizon) / z
                scene.canvas.haze(x, y, 150 * scene.u / z, 50 * scene.u / z, rgb("#ffc76a"), 0.4 * scene.light.dark)


def _street_lamps(scene: Scene, vx: float) -> None:
    for z, sides in ((2.9, (-1, 1)), (1.75, (-1, 1)), (1.12, (1 if scene.layout.flip else -1,))):
        for side in sides:
            y = scene.horizon + (scene.h - scene.horizon) / z
            lamp(scene, _side_x(scene, vx, side, z, 0.385), y, 330 * scene.v / z)


def _bunting(scene: Scene, vx: float) -> None:
    """Strings of little flags across the street."""
    rng = scene.rng("bunting")
    colors = ("#f25f5c", "#ffd166", "#4fb0c6", "#8bc34a", "#f78fb3")
    with scene.canvas.pen((0, 0, scene.w, scene.horizon)) as pen:
        for z in (2.2, 1.35):
            x0, x1 = _side_x(scene, vx, -1, z, 0.47), _side_x(scene, vx, 1, z, 0.47)
            y, sag, n = scene.horizon - 190 * scene.v / z, 44 * scene.v / z, int(15 / z**0.4)
            line = [(x0 + (x1 - x0) * t, y + sag * 4 * t * (1 - t)) for t in np.linspace(0, 1, n + 1)]
            pen.stroke(line, 1.6 * scene.u, 1.6 * scene.u, scene.ink("#6a5a54", 0.6))
            for i in range(n):
                (ax, ay), (bx, by) = line[i], line[i + 1]
                color = scene.ink(colors[int(rng.integers(5))], 0.95, 0.1 * (z - 1))
                size = (bx - ax) * 0.62
                pen.poly([(ax + (bx - ax) * 0.16, ay), (ax + (bx - ax) * 0.84, by), ((ax + bx) / 2, (ay + by) / 2 + size)], color)
