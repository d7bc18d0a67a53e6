"""Copacabana: the promenade of black and white waves along the bay, granite hills beyond the sea."""

from __future__ import annotations

import numpy as np

from ...pixels import Array, F, mix, noise_line, resize
from .. import buildings, land, plants, water
from ..canvas import ramp_rows
from ..pen import Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .shore import SAND, far_boat, parasol
from .town import wet_shine

_FRONTS = ("#fff6e8", "#f7e3cc", "#f3efe6", "#dfe9ee", "#fbe9c8", "#f4d9c8")
_PALE = (("#e9dccb", 1.0), ("#f9f3e8", 1.0), ("#e3dad2", 0.9))
_DARK = (("#85838e", 0.8), ("#5c5c6a", 0.75), ("#4a4a58", 0.75))
"""The two stones, from far to near."""
_SUGARLOAF = (
    (-0.66, -0.1), (-0.56, 0.1), (-0.48, 0.36), (-0.38, 0.68), (-0.24, 0.9), (-0.06, 1.0), (0.12, 0.97),
    (0.27, 0.8), (0.38, 0.54), (0.5, 0.3), (0.72, 0.12), (1.0, -0.1),
)  # fmt: skip
"""The outline of the mountain in shares of its height."""


def copacabana(scene: Scene) -> Stage:
    """A promenade paved in waves that runs along sand and sea to a far row of houses; the Sugarloaf."""
    scene = scene.with_layout(horizon=min(0.58, scene.layout.horizon * 0.92))
    paint_sky(scene)
    hor, h = scene.horizon, scene.h
    _hills(scene, hor)
    sugarloaf(scene, scene.x(0.7), hor + 3 * scene.u, min(178 * scene.v, 0.5 * hor))
    shore, kerb = (_along(scene, k, bend) for k, bend in ((0.25, 1.25), (0.47, 1.1)))
    water.surface(scene, hor, float(shore.max()) + 4, mirror=0.3, shallow=0.7)
    if scene.allows("boat") and not scene.setting.weather & {"storm"}:
        far_boat(scene, hor)
    _beach(scene, shore)
    _seafront(scene, hor)
    _bathers(scene, shore, kerb)
    _pavement(scene, kerb)
    _kerb(scene, kerb)
    if scene.allows("tree"):
        _palms(scene, kerb)
    if scene.setting.weather & {"rain", "storm"}:
        _wet(scene, kerb)
    land.side_light(scene, hor, 0.1)
    return scene.stage(hor + (h - hor) * 0.77, water=True, water_y=(hor, float(shore[scene.w // 2])))


def _end(scene: Scene) -> tuple[float, int]:
    """The x to which the bay runs away, and the way (1 right, -1 left) in which all comes nearer."""
    return scene.x(0.15), -1 if scene.layout.flip else 1


def _reach(scene: Scene) -> float:
    """How far it is from there to the other edge of the picture."""
    return 0.85 * abs(scene.x(1) - scene.x(0))


def _along(scene: Scene, share: float, bend: float) -> Array:
    """A line along the bay, from where it runs away on the horizon to a share of the ground's height."""
    end, way = _end(scene)
    t = np.clip(F(way) * (np.arange(scene.w, dtype=F) - F(end)) / F(_reach(scene)), 0, 2)
    return (F(scene.horizon) + t ** F(bend) * F(share * (scene.h - scene.horizon))).astype(F)


def _hills(scene: Scene, hor: float) -> None:
    """Steep green domes behind the end of the bay, bluer the farther they are."""
    rng, v = scene.rng("hills"), scene.v
    x = np.arange(scene.w, dtype=F)
    rows = (
        (
            0.5,
            ("#8fb7a8", "#6d9aa8"),
            ((0.02, 150, 0.2), (0.26, 104, 0.15), (0.47, 62, 0.12), (0.97, 72, 0.2)),
        ),
        (0.3, ("#6fae68", "#3f7f66"), ((0.1, 96, 0.17), (0.34, 54, 0.12), (0.88, 44, 0.16))),
    )
    for far, colors, domes in rows:
        rise = np.zeros(scene.w, F)
        for share, tall, wide in domes:
            middle, half = scene.x(share + 0.03 * (rng.random() - 0.5)), wide * _reach(scene) / 0.85
            body = np.clip(1 - np.abs((x - F(middle)) / F(half)) ** F(2.4), 0, 1) ** F(0.9)
            rise = np.maximum(rise, body * F(tall * v * (0.9 + 0.2 * rng.random())))
        rough = land.crest(scene, f"wood-{far}", 0, 5 * v, 34, 3)
        line = (F(hor + 2) - rise - rough * np.clip(rise / F(20 * v), 0, 1)).astype(F)
        tones = [scene.tone(c, k, far) for c, k in zip(colors, (1.0, 0.5), strict=True)]
        scene.canvas.ridge(line, tones, 130 * v, until=hor + 2)


def sugarloaf(scene: Scene, x: float, foot: float, tall: float) -> None:
    """The bare round mountain, its lower neighbour, and the cable car between them."""
    far, way, side = 0.24, -1 if scene.layout.flip else 1, scene.light_side
    grey, lit, dim = (scene.ink(c, k, far) for c, k in (("#8d8794", 0.7), ("#c3b3ac", 1.0), ("#6f6f86", 0.5)))
    green, leaf = scene.ink("#4f8f5a", 0.6, far), scene.ink("#7fb868", 1.0, far)
    with scene.canvas.pen((x - tall * 2, foot - tall * 1.2, x + tall * 2, foot)) as pen:
        it = Sketch(pen, x, foot, tall, way)
        it.blob(green, (0.4, -0.1), (0.62, 0.24), (0.86, 0.38), (1.08, 0.36), (1.3, 0.14), (1.5, -0.1))
        it.blob(leaf, (0.7, 0.14), (0.8, 0.31), (0.98, 0.32), (1.1, 0.16))
        it.blob(grey, *_SUGARLOAF, steps=6)
        turn = side * way
        it.blob(lit, *((0.62 * px + 0.13 * turn, 0.04 + 0.9 * py) for px, py in _SUGARLOAF[1:-1]), steps=6)
        for px, top, low in ((-0.26, 0.7, 0.3), (-0.1, 0.86, 0.42), (0.06, 0.8, 0.34), (0.2, 0.62, 0.26)):
            it.stroke(dim, 0.012, 0.026, (px * 0.9, top), (px * 1.06, (top + low) / 2), (px * 1.12, low))
        it.blob(
            green,
            (-0.7, -0.1),
            (-0.54, 0.14),
            (-0.3, 0.2),
            (0.0, 0.16),
            (0.3, 0.26),
            (0.56, 0.2),
            (0.9, -0.1),
        )
        it.blob(leaf, (-0.5, 0.02), (-0.4, 0.12), (-0.1, 0.1), (0.2, 0.15), (0.5, 0.1), (0.4, 0.0))
        it.blob(green, (-0.16, 0.96), (-0.05, 1.015), (0.1, 0.985), (0.02, 0.95))
        rope = scene.ink("#5f6478", 0.5, far)
        it.stroke(rope, 0.007, 0.007, (0.08, 0.98), (0.5, 0.6), (0.94, 0.39))
        it.rect(0.44, 0.55, 0.54, 0.61, scene.ink("#f2c84a", 1.0, far * 0.6), 0.015)


def _seafront(scene: Scene, hor: float) -> None:
    """Houses of many storeys at the end of the bay, the nearest last and tallest."""
    rng = scene.rng("seafront")
    end, way = _end(scene)
    u, v = scene.u, scene.v
    with scene.canvas.pen((0, 0, scene.w, hor + 90 * u)) as pen:
        spots = [end + way * (96 - 20 * i) * u for i in range(5)]
        x, grow = end, 0.0
        while x + 60 * u > 0 and x < scene.w + 60 * u:
            spots.append(x)
            grow += 1
            x -= way * (15 + 8 * grow) * u
        for i, px in enumerate(spots):
            near = max(0.0, i - 4.0)
            wide, tall = (
                (17 + 9 * near) * u,
                (30 + 3 * min(i, 5) + 22 * near) * v * (0.85 + 0.3 * rng.random()),
            )
            base = hor + (3 + 3.4 * near**1.3) * u
            color = _FRONTS[int(rng.integers(len(_FRONTS)))]
            buildings.tower(
                scene, pen, fork(rng), px - wide / 2, base, wide, tall, color, max(0.08, 0.36 - 0.05 * i)
            )
    if scene.allows("tree"):
        line = np.full(scene.w, hor + 4 * u, F)
        away = F(way) * (np.arange(scene.w, dtype=F) - F(end))
        line = (
            line
            + np.clip(-away / F(40 * u), 0, 3) * F(4 * u)
            + np.where(away > 110 * u, F(4 * scene.h), F(0))
        )
        plants.tree_line(scene, "seafront-trees", line, 14 * u, 0.2, gap=0.2)


def _beach(scene: Scene, shore: Array) -> None:
    """Sand, wet along the water, and two rims of foam that grow as they come nearer."""
    hor, h = scene.horizon, scene.h
    near = (shore - F(hor)) / F(0.2 * (h - hor))
    tones = [scene.tone(scene.snowed(c, 0.6), k) for c, k in zip(SAND, (1.0, 0.97, 0.85), strict=True)]
    wet = mix(scene.tone("#c39a68", 0.8), scene.light.sky[-1], 0.25)
    white = mix(scene.light.sky[-1], np.ones(3, F), 0.6 * (1 - 0.5 * scene.light.dark))
    shallow = mix(water.water_colors(scene)[1], white, 0.3)
    wave = noise_line(scene.rng("surf"), scene.w, 150 * scene.u, 2) - F(0.5)
    line = (shore + near * wave * F(10 * scene.u)).astype(F)
    u = scene.u
    scene.canvas.ridge((line - near * F(26 * u)).astype(F), (shallow, shallow), 10, until=None, opacity=0.5)
    scene.canvas.ridge(line, (wet, wet, *tones), 0.3 * (h - hor))
    scene.canvas.ridge((line + near * F(13 * u)).astype(F), tones, 0.3 * (h - hor))
    for back, wide, opacity in ((-28.0, 2.4, 0.7), (-1.0, 4.2, 0.95)):
        froth = noise_line(scene.rng(f"foam{back}"), scene.w, 50 * u, 3)
        ys = line + near * F(back * u)
        half = near * (F(0.3) + froth) * F(wide * u)
        _strip(scene, ys - half, ys + half, white, opacity)


def _strip(scene: Scene, top: Array, low: Array, color: Array, opacity: float = 1.0) -> None:
    """Fills what lies between two lines."""
    y0, y1 = max(0, int(top.min())), min(scene.h, int(low.max()) + 2)
    y = np.arange(y0, y1, dtype=F)[:, None]
    mask = np.clip(y - top[None] + F(0.5), 0, 1) * np.clip(low[None] - y + F(0.5), 0, 1)
    scene.canvas.paint((mask * F(opacity)).astype(F), 0, y0, color)


def _bathers(scene: Scene, shore: Array, kerb: Array) -> None:
    """Parasols all over the sand, small ones far off."""
    if not scene.allows("umbrella"):
        return
    rng, hor = scene.rng("parasols"), scene.horizon
    end, way = _end(scene)
    spots = []
    for i, (a, b) in enumerate(rng.random((12, 2)).tolist()):
        t = 0.2 + 0.78 * (i + a) / 12
        x = end + way * t * _reach(scene)
        low, top = land.height_at(kerb, x), land.height_at(shore, x)
        spots.append((top + (low - top) * (0.3 + 0.44 * b), x))
    for y, x in sorted(spots):
        parasol(scene, x, y, (y - hor) * 0.56 + 6 * scene.u, fork(rng))


def _pavement(scene: Scene, kerb: Array) -> None:
    """Small stones set in long black and white waves that run with the shore."""
    top, h, hor = max(0, int(kerb.min())), scene.h, scene.horizon
    end, way = _end(scene)
    span = F(h - hor)
    rows = np.arange(top, h, dtype=F)[:, None]
    down = np.maximum(rows - F(hor) + F(1.5), F(2)) / span
    across = F(way) * (np.arange(scene.w, dtype=F)[None] - F(end)) / span / down
    turn = F(2 * np.pi / 0.62) / down
    phase = across * F(1 / 0.56) + F(0.3) * np.sin(turn)
    slope_x = F(1 / 0.56) / (down * span)
    slope_y = np.abs(across * slope_x + F(0.3) * np.cos(turn) * turn / (down * span))
    slope = np.sqrt(slope_x**2 + slope_y**2)
    black = np.clip(F(0.5) + (F(0.25) - np.abs(phase - np.floor(phase) - F(0.5))) / slope, 0, 1)
    black += (F(0.5) - black) * np.clip(slope * F(2.4) - F(0.5), 0, 1)
    n, rng = h - top, scene.rng("stones")
    size = (max(8, int(scene.w / (3 * scene.u))), max(8, int(n / (2.4 * scene.u))))
    grain = resize(rng.random((size[1], size[0]), F) - F(0.5), scene.w, n) * (F(0.13) * np.clip(down, 0.2, 1))
    pale, dark = (
        ramp_rows([scene.tone(scene.snowed(c, share), k) for c, k in tones], 0, n, n)
        for tones, share in ((_PALE, 0.7), (_DARK, 0.5))
    )
    inside = np.clip(rows - kerb[None] + F(0.5), 0, 1)
    for i in range(3):
        plane = scene.canvas.a[top:, :, i]
        light = pale[:, i : i + 1]
        plane += (
            np.clip((light + (dark[:, i : i + 1] - light) * black) * (1 + grain), 0, 1) - plane
        ) * inside


def _wet(scene: Scene, kerb: Array) -> None:
    """After rain the stones mirror what stands above them; the sand does not."""
    top = max(0, int(kerb.min()))
    dry = scene.canvas.a[top:].copy()
    wet_shine(scene, scene.horizon + 0.1 * (scene.h - scene.horizon))
    part = scene.canvas.a[top:]
    inside = np.clip(np.arange(top, scene.h, dtype=F)[:, None] - kerb[None] + F(0.5), 0, 1)
    part[:] = dry + (part - dry) * inside[..., None]


def _kerb(scene: Scene, kerb: Array) -> None:
    """The low edge of pale stone between sand and promenade."""
    near = (kerb - F(scene.horizon)) / F(scene.h - scene.horizon)
    wide = near * F(22 * scene.near)
    _strip(scene, kerb - wide, kerb, scene.tone(scene.snowed("#f2e9da"), 1.0))
    _strip(scene, kerb, kerb + wide * F(0.7), scene.tone(scene.snowed("#b5aba6"), 0.6))


def _palms(scene: Scene, kerb: Array) -> None:
    """Coconut palms along the kerb, taller and taller, none before the middle."""
    rng, hor = scene.rng("palms"), scene.horizon
    end, way = _end(scene)
    for t in (0.12, 0.17, 0.25, 0.7, 0.97):
        x = end + way * t * _reach(scene)
        y, own = land.height_at(kerb, x) - 1, fork(rng)
        plants.palm(scene, own, x, y, 44 * scene.u + 1.35 * (y - hor), 0.12 * (1 - t))
