"""Wide lands: the grass steppe with its yurts, and a sea of sand."""

from __future__ import annotations

from math import pi

import numpy as np

from ...pixels import Array, F, mix, noise_line, rgb, smoothstep
from .. import flowers, land, water
from ..pen import Pen, Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .cosmos import rock
from .dry import wind_ripples

FLAGS = ("#3f8fd0", "#f6f3ea", "#e0483f", "#4fa85a", "#f2c14e")
SAND = ("#ffe2a0", "#f4bd68", "#d98f48")
LEE = ("#c8703a", "#e59a52")


def steppe(scene: Scene) -> Stage:
    """Rolling grass to the sky, a river in loops, white yurts and flocks far off."""
    scene = scene.with_layout(horizon=min(0.66, scene.layout.horizon + 0.02))
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    land.far_range(scene, "range", hor - 4 * u, 34 * scene.v, "#7f9fc4", 0.58)
    land.hills(scene, "swell-0", hor + 2 * u, 20 * u, 420, ("#a9cf7a", "#7fb46a"), 0.42)
    line = land.hills(scene, "swell-1", hor + 0.09 * (h - hor), 22 * u, 560, ("#a8d468", "#5fa852"), 0.22)
    for share, size, deep in ((0.15, 76, 0.03), (0.25, 58, 0.02), (0.66, 66, 0.04)):
        x = scene.x(share)
        if scene.allows("house"):
            yurt(scene, x, land.height_at(line, x) + (10 + deep * 300) * u, size * scene.v, 0.2)
    line = land.hills(scene, "swell-2", hor + 0.15 * (h - hor), 18 * u, 480, ("#b4dc62", "#63ad4e"), 0.1)
    line = land.crest(scene, "steppe", hor + 0.22 * (h - hor), 16 * u, 700)
    stops = [
        scene.tone(c, k, f) for c, k, f in (("#bfe063", 1.0, 0.1), ("#78bd4e", 0.95, 0), ("#459446", 0.76, 0))
    ]
    scene.canvas.ridge(line, stops, h - hor)
    land.mottle(scene, "light", line, scene.tone("#d6ee78", 1.0), 0.44, 190)
    land.mottle(scene, "cloud-shade", line, scene.tone("#2f7f4c", 0.6), 0.4, 300)
    land.side_light(scene, hor)
    bed = _loops(scene, line)
    _flock(scene, line, bed)
    if scene.layout.variant > 0.4:
        x = scene.x(0.86)
        _cairn(scene, x, land.height_at(line, x) + 0.2 * (h - hor), 150 * scene.near)
    _grass(scene, line, bed)
    return scene.stage(hor + (h - hor) * 0.76)


def yurt(scene: Scene, x: float, y: float, size: float, far: float) -> None:
    """A white felt tent with a painted door and bands of blue, `size` wide."""
    white, shade, blue = (
        scene.ink(scene.snowed(c, 0.3), k, far)
        for c, k in (("#fbf7ee", 1.0), ("#d9d4d2", 0.66), ("#3f7fc0", 0.9))
    )
    side, red = scene.light_side, scene.ink("#d9603f", 0.95, far)
    scene.canvas.shadow(x - side * size * 0.2, y, size * 0.66, size * 0.09, scene.light.shade * F(0.3), 0.45)
    with scene.canvas.pen((x - size, y - size * 1.1, x + size, y + 3)) as pen:
        it = Sketch(pen, x, y, size)
        it.poly(white, (-0.5, 0), (-0.5, 0.36), (-0.14, 0.6), (0.14, 0.6), (0.5, 0.36), (0.5, 0))
        it.poly(
            shade,
            (-side * 0.5, 0),
            (-side * 0.5, 0.36),
            (-side * 0.14, 0.6),
            (-side * 0.04, 0.6),
            (-side * 0.26, 0.36),
            (-side * 0.26, 0),
        )
        it.rect(-0.5, 0.31, 0.5, 0.36, blue)
        it.rect(-0.5, 0.02, 0.5, 0.05, blue)
        it.poly(scene.ink("#c9a878", 0.8, far), (-0.15, 0.59), (0.15, 0.59), (0.1, 0.66), (-0.1, 0.66))
        for a, b in ((-0.34, -0.1), (0.34, 0.1)):
            it.line((a, 0.36), (b, 0.59), 0.018, blue)
        it.rect(-0.1, 0, 0.1, 0.3, red)
        it.rect(-0.065, 0.02, 0.065, 0.27, scene.ink("#f2b84c", 0.95, far))
        it.rect(-0.012, 0.02, 0.012, 0.27, red)
    if scene.light.dark > 0.3:
        scene.canvas.glow(x, y - size * 0.15, size * 0.7, rgb("#ffc766"), 0.5 * scene.light.dark)


def _loops(scene: Scene, line: Array) -> land.Road:
    """A narrow river in wide loops that mirrors the sky."""
    top = int(land.height_at(line, scene.x(0.6)) + 0.03 * (scene.h - scene.horizon))
    rows = max(8, int((scene.h - top) * 0.62))
    t = np.linspace(0, 1, rows, dtype=F)
    way = -1 if scene.layout.flip else 1
    swing = np.sin(t ** F(0.55) * F(3.1 * np.pi)) * (F(0.07) + F(0.3) * t)
    middle = F(scene.x(0.62)) + (swing - F(0.34) * t ** F(1.6) * F(1.6)) * F(
        way * max(scene.w, 0.7 * scene.h)
    )
    # Where it runs across the view a loop is seen lengthwise: a row then covers more of it.
    run = np.abs(np.gradient(middle))
    half = F(scene.near) * (F(3) + F(46) * t ** F(1.2)) + run * (F(1.0) + F(2.4) * t)
    bed = land.Road(top, middle.astype(F), half.astype(F))
    water.pool(scene, bed, "#e3dba0", 0.5)
    return bed


def _flock(scene: Scene, line: Array, bed: land.Road) -> None:
    """Sheep, small and white, and a few horses."""
    rng, u = scene.rng("flock"), scene.u
    low = float(line.mean())
    spots = []
    for share, deep in ((0.3, 0.07), (0.88, 0.05), (0.7, 0.2), (0.12, 0.24)):
        for a, b in rng.random((9, 2)).tolist():
            spots.append((low + (scene.h - low) * (deep + 0.07 * b), scene.x(share + 0.15 * (a - 0.5))))
    with scene.canvas.pen((0, low - 40 * u, scene.w, scene.h)) as pen:
        for y, x in sorted(spots):
            if not bed.covers(x, y):
                _sheep(scene, pen, fork(rng), x, y, (9 + 26 * (y - low) / (scene.h - low)) * u)


def _sheep(scene: Scene, pen: Pen, rng: np.random.Generator, x: float, y: float, size: float) -> None:
    """One sheep, its head up or in the grass."""
    it = Sketch(pen, x, y, size, 1 if rng.random() < 0.5 else -1)
    far = 0.12
    dark, white, dim = (
        scene.ink(c, k, far) for c, k in (("#4a4048", 0.6), ("#fffaf0", 1.0), ("#cfc9d0", 0.7))
    )
    for px in (-0.26, 0.22):
        it.line((px, 0), (px, 0.3), 0.1, dark)
    it.ellipse(0, 0.44, 0.5, 0.32, dim)
    it.ellipse(0.02, 0.5, 0.46, 0.27, white)
    it.ellipse(0.5, 0.5 - 0.24 * (rng.random() < 0.6), 0.15, 0.18, dark)


def _cairn(scene: Scene, x: float, y: float, size: float) -> None:
    """A heap of stones with a mast, strings of small flags running down from it."""
    rng = scene.rng("cairn")
    scene.canvas.shadow(x, y, size * 0.6, size * 0.1, scene.light.shade * F(0.3), 0.45)
    with scene.canvas.pen((x - size * 1.3, y - size * 1.6, x + size * 1.3, y + size * 0.2)) as pen:
        it = Sketch(pen, x, y, size)
        it.line((0, 0.3), (0, 1.3), 0.03, scene.ink("#7a5a40", 0.7))
        it.circle(0, 1.33, 0.035, scene.ink("#f2c14e", 1.0))
        for end in (-1.0, -0.56, 0.6, 1.05):
            line = [(end * t, 1.24 - 1.2 * t + 0.1 * (t * t - t)) for t in np.linspace(0, 1, 10).tolist()]
            it.stroke(scene.ink("#8a7a6a", 0.8), 0.01, 0.01, *line)
            for i, (px, py) in enumerate(line[1:-1]):
                it.poly(
                    scene.ink(FLAGS[i % 5], 0.95),
                    (px - 0.04, py),
                    (px + 0.04, py - 0.01),
                    (px + 0.045, py - 0.11),
                    (px - 0.035, py - 0.1),
                )
        for row, n in enumerate((7, 6, 5, 3, 2)):
            for i in range(n):
                px = (i - (n - 1) / 2) * 0.15 + 0.04 * (rng.random() - 0.5)
                rock(
                    scene, pen, *it.at(px, 0.09 * row - 0.02), (0.09 + 0.02 * rng.random()) * size, "#a8a49e"
                )


def _grass(scene: Scene, line: Array, bed: land.Road) -> None:
    """Short grass, long at the sides, with the flowers of the steppe."""
    u, top = scene.near, float(line.mean()) + 8 * scene.u
    inks = [
        scene.ink(c, k) for c, k in (("#8fcf55", 1.0), ("#57a548", 0.85), ("#bde468", 1.0), ("#3f8a48", 0.65))
    ]
    land.grass(scene, "grass", top, scene.h + 8 * u, inks, 620, 13, road=bed)
    flowers.field(scene, "flowers", top + 20 * u, scene.h + 6 * u, 58, 7.0, road=bed)
    rng = scene.rng("tall-grass")
    with scene.canvas.pen((0, scene.h - 150 * u, scene.w, scene.h)) as pen:
        for a, b, c, d in rng.random((scene.count(90), 4)).tolist():
            aside = max(0.0, abs(a - 0.5) * 2 - 0.5) / 0.5
            if aside > 0 and scene.allows("grass"):
                tall = (10 + 90 * aside**1.4) * u * (0.6 + 0.6 * b)
                pen.blade(
                    a * scene.w, scene.h + 4 * u, tall, (c - 0.4) * 50 * u, (4 + 4 * d) * u, inks[int(d * 4)]
                )


def dunes(scene: Scene) -> Stage:
    """A sea of golden dunes with sharp crests, a caravan small on one of them."""
    scene = scene.with_layout(horizon=min(0.6, scene.layout.horizon * 0.96))
    paint_sky(scene)
    hor, h, u, v = scene.horizon, scene.h, scene.u, scene.v
    land.far_range(scene, "far-dunes", hor - 2 * u, 26 * v, "#e0b27a", 0.55)
    rows = (
        (0.04, 92, 5, 0.4, 0.5),
        (0.16, 120, 3.6, 0.24, 0.55),
        (0.34, 150, 2.5, 0.1, 0.6),
    )
    for i, (deep, tall, count, far, keep) in enumerate(rows):
        line = _dune_row(scene, f"row-{i}", hor + deep * (h - hor), tall * v, count, far, keep)
        if i == 1:
            _caravan(scene, line)
    line = _dune_row(scene, "row-near", hor + 0.56 * (h - hor), 64 * v, 1.6, 0.0, 0.35)
    land.mottle(scene, "sand-light", line, scene.tone("#fff0bf", 1.0), 0.3, 200)
    wind_ripples(scene, line, count=52)
    _sparse(scene, line)
    return scene.stage(hor + (h - hor) * 0.8)


def _dune_row(
    scene: Scene, name: str, foot: float, tall: float, count: float, far: float, keep: float
) -> Array:
    """A row of dunes: long slopes to the wind and the light, knife-edged crests, curved slip faces in shade.

    `keep` is how high the saddles between them are, as a share of the peaks; gives the crest line.
    """
    rng, w = scene.rng(name), scene.w
    n = scene.count(count) + 2
    data = rng.random((n, 3))
    xs = (np.arange(n) - 0.6 + 0.5 * data[:, 0]) * (w / max(1, n - 2))
    tops = tall * (0.55 + 0.45 * data[:, 1])
    if w > 0 and far < 0.2:  # keep those in the middle low: figures stand there
        tops *= 0.55 + 0.45 * np.clip(np.abs(xs / w - 0.5) * 2.6, 0, 1)
    line = _crest(scene, name, foot, (xs, tops), keep)
    stops = [scene.tone(scene.snowed(c, 0.6), k, far) for c, k in zip(SAND, (1.0, 0.96, 0.78), strict=True)]
    scene.canvas.ridge(line, stops, max(90 * scene.u, tall * 1.7))
    for x, top, c in zip(xs.tolist(), tops.tolist(), data[:, 2].tolist(), strict=True):
        _slip_face(scene, line, x, top * (1.5 + 0.7 * c), tall * (1.5 + 1.2 * c), far)
    rim = scene.tone("#fff3c8", 1.0, far)
    y0, y1 = max(0, int(line.min()) - 2), min(scene.h, int(line.max()) + 6)
    if y1 > y0:
        below = np.arange(y0, y1, dtype=F)[:, None] - line[None]
        mask = np.clip(below + F(0.5), 0, 1) * np.clip(F(1) - below / F(3.2 * scene.u), 0, 1) * F(0.6)
        lit = np.clip(np.gradient(line) * F(-scene.light_side) * F(6) + F(0.35), 0, 1)
        scene.canvas.paint((mask * lit[None]).astype(F), 0, y0, rim)
    return line


def _crest(scene: Scene, name: str, foot: float, peaks: tuple[Array, Array], keep: float) -> Array:
    """The skyline of dunes: gentle to the light, steep away from it, a point at every peak."""
    xs, tops = peaks
    side = scene.light_side
    x = np.arange(scene.w, dtype=F)
    high = np.zeros(scene.w, F)
    for px, top in zip(xs.tolist(), tops.tolist(), strict=True):
        d = (x - F(px)) * F(side)
        lit = np.clip(1 - d / F(top * 4.2), 0, 1) ** F(1.25)
        dim = np.clip(1 + d / F(top * 2.5), 0, 1) ** F(1.7)
        high = np.maximum(high, np.where(d >= 0, lit, dim) * F(top))
    soft = noise_line(scene.rng(name + "-swell"), scene.w, 420 * scene.u, 1) - F(0.5)
    return (F(foot) - soft * F(keep * float(np.max(tops))) - high).astype(F)


def _slip_face(scene: Scene, line: Array, x: float, deep: float, reach: float, far: float) -> None:
    """The shaded face of one dune: from its crest it falls away from the light, bounded by a curved ridge."""
    side = scene.light_side
    top = land.height_at(line, x)
    y0, y1 = max(0, int(top)), min(scene.h, int(top + deep))
    a, b = (x - reach * 1.4, x + reach * 0.7) if side > 0 else (x - reach * 0.7, x + reach * 1.4)
    x0, x1 = max(0, int(a)), min(scene.w, int(b))
    if y1 - y0 < 3 or x1 - x0 < 3:
        return
    t = (np.arange(y0, y1, dtype=F) - F(top)) / F(deep)
    # The ridge runs from the peak towards us in an S; the far rim of the face leaves it as a wing.
    ridge = F(x) + F(side) * F(reach) * (F(0.34) * np.sin(t * F(pi) * F(1.15)) - F(0.62) * t * t)
    wing = F(x) - F(side) * F(reach) * F(1.3) * np.clip(t, 0, 1) ** F(0.62)
    px = np.arange(x0, x1, dtype=F)[None]
    soft = F(max(1.0, 1.4 * scene.u))
    inside = np.clip((ridge[:, None] - px) * F(side) / soft + F(0.5), 0, 1)
    outer = smoothstep(0.0, 1.0, np.clip((px - wing[:, None]) * F(side) / F(0.5 * reach) + F(0.75), 0, 1))
    y = np.arange(y0, y1, dtype=F)[:, None]
    under = np.clip(y - line[None, x0:x1] + F(0.5), 0, 1)
    fade = 1 - smoothstep(0.5, 1.0, t)[:, None]
    mask = (inside * outer * under * fade * F(0.92)).astype(F)
    deep_tone, pale = (
        scene.tone(scene.snowed(c, 0.4), k, far) for c, k in zip(LEE, (0.62, 0.85), strict=True)
    )
    fill = mix(deep_tone[None], pale[None], t[:, None])[:, None]
    scene.canvas.paint(mask, x0, y0, np.broadcast_to(fill, (*mask.shape, 3)))


def _caravan(scene: Scene, line: Array) -> None:
    """Camels in a row along a far crest, somebody walking before them."""
    u, way = scene.u, -1 if scene.layout.flip else 1
    if "camel" in scene.setting.drawn:
        return
    dark, cloth = (
        scene.ink("#6a4436", 0.5, 0.16),
        [scene.ink(c, 0.9, 0.14) for c in ("#d9503f", "#3f7fa8", "#f2f0e0")],
    )
    with scene.canvas.pen((0, float(line.min()) - 60 * u, scene.w, float(line.max()) + 20 * u)) as pen:
        for i in range(5):
            x = scene.x(0.63 + 0.045 * i)
            it = Sketch(pen, x, land.height_at(line, x) + 2.5 * u, 30 * u, -way)
            if i == 0:
                it.line((0, 0), (0, 0.5), 0.16, cloth[2])
                it.circle(0, 0.6, 0.1, dark)
                it.line((0.2, 0), (0.16, 0.74), 0.03, dark)
                continue
            for px in (-0.36, -0.26, 0.2, 0.3):
                it.line((px, 0), (px * 0.95, 0.46), 0.06, dark)
            it.blob(
                dark,
                (-0.46, 0.5),
                (-0.3, 0.66),
                (0, 0.92),
                (0.26, 0.64),
                (0.42, 0.5),
                (0.3, 0.38),
                (-0.36, 0.38),
                steps=5,
            )
            it.stroke(dark, 0.12, 0.08, (0.36, 0.5), (0.52, 0.52), (0.58, 0.78), (0.6, 0.92))
            it.poly(dark, (0.54, 0.98), (0.62, 1.0), (0.8, 0.9), (0.6, 0.85))
            it.poly(cloth[i % 3], (-0.2, 0.78), (0.0, 0.96), (0.16, 0.78), (0.2, 0.5), (-0.24, 0.5))


def _sparse(scene: Scene, line: Array) -> None:
    """A tuft of dry grass or two at the sides, footprints of the wind around them."""
    rng, u, top = scene.rng("sparse"), scene.near, float(line.mean())
    straw = [scene.ink(c, k) for c, k in (("#c9b060", 0.9), ("#8f8a4a", 0.6), ("#e3cc82", 1.0))]
    if not scene.allows("grass"):
        return
    for k in np.sort(rng.random(scene.count(5))).tolist():
        x, y = scene.aside(rng, 0.3), top + (scene.h - top) * (0.25 + 0.65 * k)
        scene.canvas.shadow(x - scene.light_side * 26 * u, y, 40 * u, 7 * u, scene.light.shade * F(0.4), 0.4)
        with scene.canvas.pen((x - 90 * u, y - 90 * u, x + 90 * u, y + 10 * u)) as pen:
            for a, b in rng.random((16, 2)).tolist():
                pen.blade(
                    x + (a - 0.5) * 30 * u,
                    y + 3 * u,
                    (18 + 36 * b) * u * (0.6 + k),
                    (a - 0.5) * 60 * u,
                    3 * u,
                    straw[int(b * 3)],
                )
