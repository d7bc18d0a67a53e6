"""The hill: we stand on its round grassy top, the land lies far below."""

from __future__ import annotations

from math import sin

import numpy as np

from ...pixels import Array, F
from .. import buildings, flowers, land, plants, water
from ..pen import Ink, Pen, Point
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .meadow import GRASS
from .peaks import mist, range_of

FIELDS = ("#a9d25c", "#dcd06a", "#7fb552", "#c9b35a", "#93c765", "#e6d98a", "#6fa552", "#b98f56")


def hill(scene: Scene) -> Stage:
    """A hill with the wide land below it: fields, a village, a lake, mountains, or the sea."""
    scene = scene.with_layout(horizon=scene.horizon / scene.h - 0.1 * _tall(scene) / scene.h)
    paint_sky(scene)
    kind = int(scene.layout.variant * 4)
    top = _top(scene)
    _land_below(scene, kind, top)
    line = _dome(scene, top)
    road = None
    if scene.rng("lane").random() < 0.6:
        narrow = scene.with_layout(path=min(0.5, scene.layout.path))
        road = land.path(narrow, "path", line, ("#f0dca8", "#d9b878"))
    _tree(scene, line)
    return _finish(scene, line, top, road)


def _tall(scene: Scene) -> float:
    """How many rows the picture itself has."""
    return float(scene.canvas.inner[3] - scene.canvas.inner[1])


def _low(scene: Scene) -> float:
    """The lower edge of the picture itself."""
    return float(scene.canvas.inner[3])


def _top(scene: Scene) -> float:
    """The y of the hill's crest: a good way below the horizon."""
    return scene.horizon + (0.34 + 0.08 * float(scene.rng("crest").random())) * (_low(scene) - scene.horizon)


def _land_below(scene: Scene, kind: int, top: float) -> None:
    """The far land, from the horizon to below the hill's flanks."""
    hor, u, low = scene.horizon, scene.u, _low(scene)
    if kind == 2:
        range_of(scene, "peaks", hor + 12 * u, 190 * scene.v, 0.5, 3.4)
        mist(scene, hor, 60 * u, 0.6)
    elif kind != 3:
        land.far_range(scene, "range", hor - 4 * u, (40, 80, 0)[kind] * scene.v, "#7f9fc4", 0.58)
    stops = [
        scene.tone(c, k, f)
        for c, k, f in (("#9cc47a", 0.9, 0.62), ("#8abf60", 0.9, 0.3), ("#74b054", 0.85, 0.12))
    ]
    scene.canvas.ridge(land.crest(scene, "plain", hor, 5 * u, 300), stops, top - hor)
    if kind == 3:
        _coast(scene, top)
    else:
        line = land.hills(
            scene, "hills-far", hor + 8 * u, 22 * u, 300, ("#9cc77a", "#7db070"), 0.5, until=hor + 44 * u
        )
        plants.tree_line(scene, "wood-far", line, 20 * u, 0.5, gap=0.4)
        _patchwork(scene, hor + 26 * u, low)
    _copses(scene, hor + 30 * u, low, 30 if kind == 2 else 16)
    if kind == 1:
        _lake(scene, top)
    if kind in (0, 3) and scene.allows("house"):
        _village(scene, top)
    land.side_light(scene, hor, 0.1)


def _patchwork(scene: Scene, top: float, low: float) -> None:
    """Fields of many greens in bending strips between hedges, smaller the farther they lie."""
    rng, u = scene.rng("fields"), scene.u
    rows = [top + (low * 1.1 - top) * k for k in (0.0, 0.05, 0.12, 0.21, 0.33, 0.49, 0.7, 1.0)]
    bend = rng.random((len(rows), 3))
    lean = (0.5 + float(rng.random())) * (1 if rng.random() < 0.5 else -1)

    def at(i: int, x: float) -> Point:
        """A point on the far rim of a strip."""
        a, b, c = bend[i].tolist()
        wave = sin(x / ((130 + 90 * a) * u) + 6 * b) + 0.6 * sin(x / ((310 + 200 * c) * u) + 6 * a)
        return x, rows[i] + wave * (1.2 + 2.6 * i) * u

    with scene.canvas.pen((0, top - 4 * u, scene.w, scene.h)) as pen:
        for i in range(len(rows) - 1):
            far, wide, tilt = 0.5 - 0.06 * i, (70 + 60 * i) * u, lean * (rows[i + 1] - rows[i])
            x = -wide * float(rng.random()) - abs(tilt) - 60 * u
            while x < scene.w + abs(tilt) + 60 * u:
                end = x + wide * (0.55 + 1.0 * float(rng.random()))
                skew = tilt * (0.4 + 0.8 * float(rng.random()))
                shares = np.linspace(0, 1, 5).tolist()
                far_rim = [at(i, x + (end - x) * t) for t in shares]
                rim = [at(i + 1, x + skew + (end - x) * t) for t in shares]
                color = FIELDS[int(rng.integers(len(FIELDS)))]
                pen.poly([*far_rim, *rim[::-1], at(i + 1, x + skew - wide)], scene.ink(color, 0.95, far))
                _furrows(pen, far_rim, rim, scene.ink(color, 0.7, far), (int(rng.integers(3)), u))
                hedge = scene.ink("#4f8a48", 0.5, far)
                pen.stroke([far_rim[0], rim[0]], (1 + 0.6 * i) * u, (1.4 + 0.8 * i) * u, hedge)
                pen.stroke(far_rim, (1 + 0.5 * i) * u, (1 + 0.5 * i) * u, hedge)
                x = end


def _furrows(pen: Pen, far: list[Point], near: list[Point], color: Ink, how: tuple[int, float]) -> None:
    """Thin lines along a field that was ploughed."""
    kind, u = how
    if kind:
        return
    for j in range(1, 9):
        t = j / 9 * (len(far) - 1)
        k, f = int(t), t % 1
        a, b = (
            (rim[k][0] + (rim[k + 1][0] - rim[k][0]) * f, rim[k][1] + (rim[k + 1][1] - rim[k][1]) * f)
            for rim in (far, near)
        )
        pen.line(a, b, u, color)


def _lake(scene: Scene, top: float) -> None:
    """A lake among the fields that mirrors the sky."""
    hor, rng = scene.horizon, scene.rng("lake")
    y0, tall = hor + 0.2 * (top - hor), 0.66 * (top - hor)
    rows = max(4, int(tall))
    t = np.linspace(-1, 1, rows, dtype=F)
    wide = (0.24 + 0.1 * float(rng.random())) * (scene.canvas.inner[2] - scene.canvas.inner[0])
    middle = F(scene.x(0.36)) + np.sin(t * F(2.2)) * F(50 * scene.u)
    half = np.sqrt(np.clip(1 - t * t, 0, 1)) * F(min(wide, 330 * scene.u)) * (1 + 0.12 * np.sin(t * 7))
    water.pool(scene, land.Road(int(y0), middle.astype(F), half.astype(F)), "#cfd39a")


def _coast(scene: Scene, top: float) -> None:
    """A bay of the sea, the land's edge running down one side."""
    hor, u = scene.horizon, scene.u
    water.surface(scene, hor, min(scene.h, top + 0.7 * (_low(scene) - top)), mirror=0.25, shallow=0.4)
    x = scene.canvas.along() * F(-1 if scene.layout.flip else 1)
    for i, (start, deep, far) in enumerate(((0.35, 0.1, 0.42), (0.05, 0.34, 0.26), (-0.7, 0.8, 0.1))):
        shore = F(hor + deep * (top - hor) + 10 * u) + np.clip(F(start) + x, -3, 0.6) * F(-(30 + 60 * i) * u)
        line = land.crest(scene, f"cape-{i}", 0.0, (5 + 3 * i) * u, 120, 3) + shore
        rim = [scene.tone("#f0e0b0", 0.95, far)] * 2
        scene.canvas.ridge((line + F(3 * u)).astype(F), rim, 10 * u)
        green = [
            scene.tone("#93c765", 1.0, far),
            scene.tone("#6fa552", 0.8, far),
            scene.tone("#6fa552", 0.7, far),
        ]
        scene.canvas.ridge((line + F((5 + 2 * i) * u)).astype(F), green, 60 * u)


def _village(scene: Scene, top: float) -> None:
    """A few roofs about a steeple, far below."""
    rng, hor = scene.rng("village"), scene.horizon
    x0, y0 = scene.x(0.7), hor + 0.46 * (top - hor)
    spots = sorted(((b, a) for a, b in rng.random((7, 2)).tolist()))
    for i, (b, a) in enumerate(spots):
        x, y = x0 + (a - 0.5) * 190 * scene.u, y0 + (b - 0.3) * 0.4 * (top - hor)
        if i == 2:
            _steeple(scene, x0, y, 66 * scene.u)
        buildings.cottage(scene, rng, x, y, (24 + 12 * b) * scene.u, 0.24)


def _steeple(scene: Scene, x: float, foot: float, tall: float) -> None:
    """The tower of a village church."""
    w, far = tall * 0.12, 0.28
    with scene.canvas.pen((x - w * 3, foot - tall * 1.1, x + w * 6, foot + 2)) as pen:
        pen.rect(x + w, foot - tall * 0.32, x + w * 4.4, foot, scene.ink("#f2e8d6", 0.8, far))
        pen.poly(
            [
                (x + w * 0.6, foot - tall * 0.32),
                (x + w * 1.4, foot - tall * 0.5),
                (x + w * 4, foot - tall * 0.5),
                (x + w * 4.8, foot - tall * 0.32),
            ],
            scene.ink(scene.snowed("#b5654c"), 0.8, far),
        )
        pen.rect(x - w, foot - tall * 0.6, x + w, foot, scene.ink("#f7efe0", 0.95, far))
        pen.poly(
            [(x - w * 1.3, foot - tall * 0.6), (x, foot - tall), (x + w * 1.3, foot - tall * 0.6)],
            scene.ink("#7f5a6a", 0.7, far),
        )
        pane, _ = buildings.window_ink(scene, scene.rng("steeple"), far)
        pen.rect(x - w * 0.35, foot - tall * 0.52, x + w * 0.35, foot - tall * 0.4, pane)


def _copses(scene: Scene, top: float, low: float, count: float) -> None:
    """Round trees in little groups all over the land below."""
    if not scene.allows("tree"):
        return
    rng, u, lumps = scene.rng("copses"), scene.u, []
    for a, b, c in rng.random((scene.count(count), 3)).tolist():
        k = b**1.6
        x, y = a * scene.w, top + (low - top) * k * 0.8
        size = (4 + 15 * k) * u
        for j, d in enumerate(rng.random(1 + int(c * 5)).tolist()):
            lumps.append(
                (
                    x + (j - 1.5) * size * 1.1 + d * size,
                    y - size * 0.6 - d * size * 0.3,
                    size * (0.7 + 0.4 * d),
                )
            )
    for far, part in ((0.34, lumps[::2]), (0.24, lumps[1::2])):
        if part:
            scene.canvas.puff(
                part,
                scene.light.ramp(*plants.foliage(scene, 0, far=True), far=far),
                light=scene.light_from,
                balls=True,
            )


def _dome(scene: Scene, top: float) -> Array:
    """The round back of the hill; gives its outline."""
    deep, rng = _low(scene) - top, scene.rng("dome")
    wide = scene.canvas.inner[2] - scene.canvas.inner[0]
    lean = (
        (0.1 + 0.1 * float(rng.random()))
        * (-1 if scene.layout.flip else 1)
        * (1 if rng.random() < 0.5 else -1)
    )
    broad = max(1.0, wide / (1.3 * _tall(scene))) ** 0.6
    x = (scene.canvas.along() - F(lean)) * F(broad)
    fall = F(min((0.5 + 0.34 * float(rng.random())) * deep, 0.3 * wide))
    line = F(top) + fall * np.abs(x) ** F(1.9) + land.crest(scene, "bumps", 0.0, 4 * scene.u, 150, 3)
    line = line.astype(F)
    stops = [scene.tone(c, k) for c, k in zip(("#c2e266", *GRASS), (1.0, 1.0, 0.92, 0.72), strict=True)]
    scene.canvas.ridge(line, stops, deep)
    land.mottle(scene, "hill-light", line, scene.tone("#cfe872", 1.0), 0.4)
    land.mottle(scene, "hill-dark", line, scene.tone("#2f7a44", 0.55), 0.3, 170)
    shade = F(scene.light_side) * (x / F(broad) + F(lean))
    part = scene.canvas.a[max(0, int(top)) :]
    inside = np.clip(np.arange(max(0, int(top)), scene.h, dtype=F)[:, None] - line[None], 0, 1)
    dim = inside * np.clip(-shade, 0, 1)[None] * F(0.34)
    part += (scene.light.shade * F(0.42) * np.array((0.7, 1.0, 0.7), F) - part) * dim[..., None]
    return line


def _tree(scene: Scene, line: Array) -> None:
    """A lone tree on one shoulder of the hill, or two young ones, or bushes only."""
    rng = scene.rng("lone-tree")
    kind, x = int(rng.integers(4)), scene.x((0.17, 0.83)[int(rng.integers(2))] + 0.03 * float(rng.random()))
    y = land.height_at(line, x) + 14 * scene.u
    if scene.allows("tree"):
        if kind < 2:
            plants.tree(
                scene, rng, x, y, (330 - 60 * kind) * min(scene.v, 1.25 * scene.u) * scene.layout.zoom
            )
        elif kind == 2:
            plants.pine(scene, rng, x, y, 270 * scene.near)
            plants.pine(scene, rng, x + 70 * scene.u, y + 12 * scene.u, 170 * scene.near)
    if scene.allows("bush"):
        other = scene.w - x
        plants.bush(scene, rng, other, land.height_at(line, other) + 16 * scene.u, 80 * scene.near)


def _finish(scene: Scene, line: Array, top: float, road: land.Road | None) -> Stage:
    """Grass and flowers on the hill, blades along its outline, and the stage upon it."""
    u, low = scene.near, _low(scene)
    inks = [
        scene.ink(c, k) for c, k in (("#7fc24f", 1.0), ("#4f9a45", 0.8), ("#b5e060", 1.0), ("#3a8548", 0.6))
    ]
    keep = [(x, y) for x, y in _spots(scene, top) if y > land.height_at(line, x)]
    with scene.canvas.pen((0, top - 40 * u, scene.w, scene.h)) as pen:
        for i, (x, y) in enumerate(keep):
            if scene.allows("grass") and not (road is not None and road.covers(x, y)):
                k = (y - top) / max(1.0, low - top)
                for j in (-1, 0, 1):
                    pen.blade(
                        x + j * 3 * u * k,
                        y,
                        (6 + 15 * k) * u,
                        (j * 5 + (i % 7) - 3) * u * (0.4 + k),
                        (1.4 + 2 * k) * u,
                        inks[i % 4],
                    )
        if scene.allows("grass"):
            for i, x in enumerate(np.arange(0, scene.w, 5 * scene.u).tolist()):
                y = land.height_at(line, x)
                pen.blade(
                    x,
                    y + 2 * u,
                    (4 + (i * 7 % 5) * 1.6) * u,
                    ((i * 5) % 7 - 3) * 1.4 * u,
                    2.2 * u,
                    inks[(i * 3) % 4],
                )
    flowers.field(
        scene,
        "flowers",
        top + 0.36 * (low - top),
        scene.h + 6 * scene.u,
        70 + 70 * scene.layout.variant,
        road=road,
    )
    return scene.stage(top + 0.5 * (low - top), horizon_y=top)


def _spots(scene: Scene, top: float) -> list[tuple[float, float]]:
    """Where grass grows, far tufts first."""
    n = scene.count(420 * (0.35 if scene.light.frost else 1.0))
    data = scene.rng("tufts").random((n, 2))
    data = data[np.argsort(data[:, 0])]
    return [(b * scene.w, top + (scene.h - top) * a**0.85) for a, b in data.tolist()]
