"""The town: a skyline with an avenue, or with a river and a promenade."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, noise, resize, rgb
from .. import buildings, plants, water
from ..pen import ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Mark, Stage

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
        buildings.skyline(scene, f"towers-{i}", hor + (2 + 12 * i) * u, (low, high), widths, TOWERS[i], far)
        glow = mix(rgb("#ffb874"), scene.light.fog, 0.5)
        scene.canvas.haze(
            scene.w / 2, hor + 6 * u, scene.w * 0.75, 110 * u, glow, 0.16 + 0.2 * scene.light.dark, 1.5
        )
    if scene.layout.variant > 0.55:
        return _waterfront(scene)
    _park(scene, hor + 22 * u, walk)
    road_y, near = walk + 0.12 * (h - hor), walk + 0.36 * (h - hor)
    _pavement(scene, walk, road_y)
    _road(scene, road_y, near)
    _lamps(scene, walk + 0.08 * (h - hor))
    _near_pavement(scene, near)
    wet_shine(scene, walk)
    return scene.stage(hor + (h - hor) * 0.84, road_y=near - 0.06 * (h - hor))


def _near_pavement(scene: Scene, top: float) -> None:
    """The pavement on this side of the avenue, where those on foot are."""
    u = scene.near
    colors = (("#dcd3c4", 1.0), ("#cbbfb0", 0.92), ("#a99e92", 0.78))
    stops = [scene.tone(scene.snowed(c), k) for c, k in colors]
    scene.canvas.ridge(np.full(scene.w, top, F), stops, scene.h - top)
    paving(scene, top + 8 * u)
    with scene.canvas.pen((0, top - 2, scene.w, top + 16 * u)) as pen:
        pen.rect(-2, top, scene.w + 2, top + 9 * u, scene.ink(scene.snowed("#efe7da"), 1.0))
        pen.rect(-2, top + 9 * u, scene.w + 2, top + 12 * u, scene.ink("#8d867f", 0.6))


def _waterfront(scene: Scene) -> Stage:
    """The other kind of city: the towers across a river, a railed promenade on the near bank."""
    hor, h, u = scene.horizon, scene.h, scene.near
    quay = hor + 0.5 * (h - hor)
    scene.canvas.ridge(np.full(scene.w, hor + 20 * scene.u, F),
                       [scene.tone("#7f8a96", 0.8), scene.tone("#5f6a7a", 0.5)],
                       14 * scene.u, until=hor + 32 * scene.u)  # fmt: skip
    water.surface(scene, hor + 30 * scene.u, quay + 2, mirror=0.68, shallow=0.25)
    if scene.allows("boat") and not scene.setting.gloomy:
        water.sailboat(scene, scene.x(0.76), hor + 0.2 * (h - hor), 70 * scene.u, 0.1)
    stops = [
        scene.tone(scene.snowed(c), k) for c, k in (("#e3d9c9", 1.0), ("#cbbfae", 0.9), ("#a99c8e", 0.75))
    ]
    scene.canvas.ridge(np.full(scene.w, quay, F), stops, h - quay)
    paving(scene, quay)
    _railing(scene, quay + 6 * u)
    _lamps(scene, quay + 22 * u)
    wet_shine(scene, quay)
    return scene.stage(hor + (h - hor) * 0.8, water=True, water_y=(hor + 30 * scene.u, quay))


def paving(scene: Scene, top: float) -> None:
    """Flagstones running towards the water."""
    h, vx, u = scene.h, scene.w / 2, scene.near
    seam, pale = scene.ink("#8f8478", 0.7), scene.ink("#f2eadc", 1.0)
    n = int(scene.w / (110 * scene.u)) + 3
    reach = (h - top) / (240 * scene.u) + 0.4
    with scene.canvas.pen((0, top, scene.w, h), opacity=0.55) as pen:
        for i in range(-n, n + 1):
            x0, step = vx + i * 74 * scene.u, 74 * scene.u
            x1 = vx + (x0 - vx) * (1 + reach)
            if i % 3 == 0:
                pen.poly([(x0, top), (x0 + step, top), (x1 + step * (1 + reach), h), (x1, h)], pale)
            pen.poly([(x0, top), (x0 + u, top), (x1 + 3 * u, h), (x1, h)], seam)
        for t in (0.1, 0.24, 0.43, 0.68):
            y = top + (h - top) * t
            pen.rect(0, y, scene.w, y + (1 + 2 * t) * u, seam)


def _railing(scene: Scene, foot: float) -> None:
    """An iron balustrade along the water."""
    u, iron, shine = scene.near, scene.ink("#46506a", 0.5), scene.ink("#7f8aa6", 1.0)
    tall, step = 64 * u, 19 * u
    with scene.canvas.pen((0, foot - tall - 16 * u, scene.w, foot + 4 * u)) as pen:
        for i in range(int(scene.w / step) + 2):
            x = i * step
            if i % 6 == 0:
                pen.rect(x - 4 * u, foot - tall - 4 * u, x + 4 * u, foot, iron, 2 * u)
                pen.circle(x, foot - tall - 8 * u, 6 * u, shine)
            else:
                pen.rect(x - 1.4 * u, foot - tall, x + 1.4 * u, foot - 8 * u, iron)
        pen.rect(-2, foot - tall - 3 * u, scene.w + 2, foot - tall + 3 * u, iron)
        pen.rect(-2, foot - tall - 3 * u, scene.w + 2, foot - tall - 1 * u, shine)
        pen.rect(-2, foot - 11 * u, scene.w + 2, foot - 7 * u, iron)


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
    stops = [scene.tone(scene.snowed("#dcd3c4"), 1.0), scene.tone(scene.snowed("#c2b8ac"), 0.85)]
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


def _road(scene: Scene, top: float, h: float) -> None:
    """The avenue, from `top` down to `h`."""
    u = scene.near
    stops = [
        scene.tone(scene.snowed(c, 0.45), k)
        for c, k in (("#8b8f9e", 0.95), ("#6b7082", 0.8), ("#555a6e", 0.7))
    ]
    scene.canvas.ridge(np.full(scene.w, top + 11 * u, F), stops, h - top, until=h + 2)
    grain = noise(scene.rng("asphalt"), scene.w, max(1, int(h - top)), 26 * scene.u, 2) - F(0.5)
    part = scene.canvas.a[int(h) - grain.shape[0] : int(h)]
    part += grain[..., None] * F(0.035)
    with scene.canvas.pen((0, top, scene.w, h), opacity=0.85) as pen:
        y, white = top + (h - top) * 0.52, scene.ink("#fff4d2", 1.0)
        step = 150 * u
        shift = scene.layout.variant * step
        for i in range(-1, int(scene.w / step) + 2):
            x = i * step + shift
            pen.poly(
                [(x, y), (x + step * 0.55, y), (x + step * 0.52, y + 8 * u), (x - step * 0.03, y + 8 * u)],
                white,
            )
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
    scene.marks.append(Mark(x, y - 0.5 * size, 3 * w, y))
    scene.canvas.shadow(
        x - scene.light_side * size * 0.06, y, size * 0.12, size * 0.03, scene.light.shade * F(0.3), 0.4
    )
    with scene.canvas.pen((x - size * 0.2, y - size * 1.05, x + size * 0.2, y + 3)) as pen:
        pen.rect(x - w * 2, y - size * 0.05, x + w * 2, y, iron, w)
        pen.rect(x - w * 0.8, y - size * 0.8, x + w * 0.8, y, iron)
        pen.rect(
            x + scene.light_side * w * 0.2, y - size * 0.8, x + scene.light_side * w * 0.2 + w * 0.4, y, shine
        )
        pen.poly([(x - w * 1.4, y - size * 0.8), (x - w * 2.6, y - size * 0.93),
                  (x + w * 2.6, y - size * 0.93),
                  (x + w * 1.4, y - size * 0.8)], glass)  # fmt: skip
        pen.poly(
            [(x - w * 3.2, y - size * 0.925), (x, y - size * 1.0), (x + w * 3.2, y - size * 0.925)], iron
        )
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
