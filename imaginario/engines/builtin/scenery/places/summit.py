"""The top of a high mountain: bare rocks, and below them clouds or snowy ranges."""

from __future__ import annotations

import numpy as np

from ...pixels import Array, F, mix
from .. import flowers, land
from ..pen import Pen, Point, Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .peaks import mist, peak, range_of

STONES = (
    ("#d9d3da", "#a9a3b4", "#767189", "#565169"),
    ("#e2d2bf", "#b7a08f", "#857270", "#5f5160"),
    ("#cfd8de", "#98a6b3", "#6a788c", "#4c566e"),
)


def summit(scene: Scene) -> Stage:
    """A platform of rock high above a sea of clouds, or above range after range of snowy peaks."""
    low, high = float(scene.canvas.inner[3]), float(scene.canvas.inner[1])
    hor = scene.horizon - 0.04 * (low - high)
    scene = scene.with_layout(horizon=hor / scene.h)
    paint_sky(scene)
    stone = STONES[int(scene.rng("stone").integers(len(STONES)))]
    top = hor + 0.4 * (low - hor)
    kind = int(scene.layout.variant * 3)
    if kind == 0:
        _ranges(scene, top)
    else:
        _above_clouds(scene, top, great=kind == 2)
    line = _platform(scene, top, stone)
    _rocks(scene, line, stone)
    _snow(scene, line)
    share = 0.2 if scene.rng("cairn").random() < 0.5 else 0.8
    _cairn(scene, scene.x(share), line, stone)
    _stones(scene, line, stone)
    return scene.stage(top + 0.5 * (low - top), horizon_y=top)


def _ranges(scene: Scene, top: float) -> None:
    """Range after range of snowy mountains, mist between them."""
    hor, u, v = scene.horizon, scene.u, scene.v
    for i, (far, tall, count) in enumerate(((0.62, 130, 6), (0.42, 170, 4.4), (0.24, 200, 3.2))):
        foot = hor + (0.2 + 0.45 * i) * (top - hor) + 20 * u
        range_of(scene, f"range-{i}", foot, tall * v, far, count, 0.5 - 0.06 * i)
        _fill(scene, foot - 4 * u, far)
        mist(scene, foot - 4 * u, 74 * u, 0.75 - 0.1 * i)
    _billows(scene, 3, top + 2 * u, 46)
    _billows(scene, 4, top + 60 * u, 70)


def _fill(scene: Scene, y: float, far: float) -> None:
    """The hazy feet of a range, down to the lower edge."""
    stops = [scene.tone(c, k, min(0.9, far + 0.24)) for c, k in (("#9fb4d0", 0.9), ("#7f93b8", 0.7))]
    scene.canvas.ridge(np.full(scene.w, y, F), stops, 120 * scene.u)


def _above_clouds(scene: Scene, top: float, *, great: bool) -> None:
    """A sea of clouds that single peaks rise out of."""
    hor, u, v, rng = scene.horizon, scene.u, scene.v, scene.rng("islands")
    shade, middle, lit = scene.light.cloud
    fog = scene.light.fog
    scene.canvas.ridge(
        np.full(scene.w, hor, F),
        [mix(lit, fog, 0.5), mix(middle, fog, 0.3), mix(shade, middle, 0.4)],
        top - hor,
    )
    _billows(scene, 0, hor + 6 * u, 22)
    range_of(scene, "islands-far", hor + 26 * u, 96 * v, 0.5, 3, 0.55)
    _billows(scene, 1, hor + 0.2 * (top - hor) + 8 * u, 32)
    spots = (0.2, 0.82) if great else (0.12, 0.58, 0.9)
    for i, share in enumerate(spots):
        tall = ((330, 170) if great else (130, 90, 160))[i] * v * (0.85 + 0.3 * float(rng.random()))
        peak(
            scene,
            rng,
            scene.x(share),
            hor + 0.5 * (top - hor) + 24 * u,
            min(tall, hor * 0.75),
            0.24,
            snow=0.6,
        )
    for i, share in enumerate((0.46, 0.72, 1.0)):
        _billows(scene, 2 + i, hor + share * (top - hor) + 10 * u, 44 + 14 * i)


def _billows(scene: Scene, row: int, y: float, size: float) -> None:
    """One bank of the sea of clouds, its heads at y."""
    rng, u = scene.rng(f"billows-{row}"), scene.u
    shade, middle, lit = scene.light.cloud
    haze = max(0.0, 0.5 - 0.14 * row)
    puffs = []
    for x in np.arange(-60 * u, scene.w + 80 * u, size * u * 0.8).tolist():
        a, b, c = rng.random(3).tolist()
        r = size * u * (0.5 + 0.6 * b * b)
        puffs.append((x + 20 * u * a, y + r * 0.9 - 10 * u * c, r))
        puffs.append((x + size * u * (0.4 * a), y + r * 1.7, r * 1.1))
    body = mix(mix(shade, middle, 0.3), scene.light.fog, haze)
    ramp = [
        mix(shade, scene.light.fog, haze),
        mix(middle, scene.light.fog, haze * 0.8),
        mix(lit, scene.light.fog, haze * 0.6),
    ]
    scene.canvas.ridge(np.full(scene.w, y + size * u, F), [body, body], 90 * u)
    scene.canvas.puff(puffs, ramp, light=scene.light_from, soft=0.34, balls=True)


def _platform(scene: Scene, top: float, stone: tuple[str, ...]) -> Array:
    """The uppermost rocks, falling away at both sides; gives their outline."""
    low, u, rng = float(scene.canvas.inner[3]), scene.u, scene.rng("platform")
    deep = low - top
    x = scene.canvas.along() * F(-1 if scene.layout.flip else 1)
    drop = np.clip(np.abs(x - F(0.2 * (float(rng.random()) - 0.5))) - F(0.42), 0, 4)
    step = np.clip(np.floor(drop * 9 + 0.35) / 9, 0, None)
    fall = (drop * F(0.85) + step * F(0.15)) ** F(1.15) * F(1.0 * deep)
    crag = land.crest(scene, "crag", 0.0, 13 * u, 120, 2, 0.9) + land.crest(
        scene, "chips", 0.0, 5 * u, 30, 1, 1.0
    )
    line = (F(top) + fall + crag).astype(F)
    stops = [
        scene.tone(c, k) for c, k in ((stone[1], 0.95), (stone[1], 0.9), (stone[2], 0.8), (stone[3], 0.65))
    ]
    scene.canvas.ridge(line, stops, deep * 1.1)
    _facets(scene, line, stone)
    land.mottle(scene, "moss", line, scene.tone("#93a65c", 0.95), 0.36, 80)
    land.side_light(scene, top, 0.1)
    return line


def _facets(scene: Scene, line: Array, stone: tuple[str, ...]) -> None:
    """The rock itself: angular plates, lit and dark, wider the nearer they lie."""
    rng, u, low = scene.rng("facets"), scene.near, float(scene.canvas.inner[3])
    top = float(line.min())
    tints = [
        scene.ink(c, k) for c, k in ((stone[0], 1.0), (stone[1], 1.0), (stone[2], 0.95), (stone[1], 0.8))
    ]
    dark = scene.ink(stone[3], 0.6)
    with scene.canvas.pen((0, top, scene.w, scene.h), opacity=0.72) as pen:
        for k, a, b, c in sorted(rng.random((scene.count(120), 4)).tolist()):
            x = a * scene.w
            edge = land.height_at(line, x)
            y = edge + (scene.h - edge) * k
            deep = (y - top) / max(1.0, low - top)
            s = (14 + 40 * deep) * u * (0.6 + 0.8 * b)
            if y - s * 0.34 < max(land.height_at(line, x - s), land.height_at(line, x + s)):
                continue
            shape = [
                (-1.0, 0.1), (-0.7 + 0.3 * c, -0.26), (0.1 + 0.3 * b, -0.32), (0.9, -0.16 + 0.1 * c),
                (1.0, 0.16), (0.2 - 0.4 * c, 0.36), (-0.6, 0.32),
            ]  # fmt: skip
            pen.poly([(x + px * s, y + (py + 0.1) * s) for px, py in shape], dark)
            pen.poly([(x + px * s, y + py * s) for px, py in shape], tints[int(c * 40) % 4])
            lip = [shape[0], shape[1], shape[2], (0.1 + 0.3 * b, -0.24), (-0.6 + 0.3 * c, -0.17)]
            pen.poly([(x + px * s, y + py * s) for px, py in lip], tints[0])


def _rocks(scene: Scene, line: Array, stone: tuple[str, ...]) -> None:
    """Slabs with a lit top and a dark side, in steps down to the lower edge, large at the sides."""
    rng, u, low = scene.rng("slabs"), scene.near, float(scene.canvas.inner[3])
    top = float(np.min(line))
    for a, b, c in rng.random((scene.count(22), 3)).tolist():
        x = scene.x((0.3 if b < 0.5 else 0.7) + (-0.34 if b < 0.5 else 0.34) * a)
        y = land.height_at(line, x)
        boulder(scene, (x, y + (10 + 8 * c) * u, (17 + 26 * c * c + 10 * a) * u), c, (b * 7) % 1, stone)
    for k, a, b, c in sorted(rng.random((scene.count(26), 4)).tolist()):
        x, aside = a * scene.w, abs(2 * a - 1)
        edge = land.height_at(line, x)
        y = edge + (low + 30 * u - edge) * (0.08 + 0.92 * k)
        deep = (y - top) / max(1.0, low - top)
        size = (16 + 40 * deep) * u * (0.5 + 0.7 * b) * (0.6 + 0.9 * aside**2)
        if aside > 0.62 or deep < 0.2:
            boulder(scene, (x, y, size), b, c, stone)


def boulder(scene: Scene, at: tuple[float, float, float], b: float, c: float, stone: tuple[str, ...]) -> None:
    """A rock worn by the wind standing on a point: lit top and flank, dark flank, a cleft."""
    x, y, s = at
    scene.canvas.shadow(x - scene.light_side * s * 0.3, y, s * 1.2, s * 0.24, scene.light.shade * F(0.3), 0.5)
    with scene.canvas.pen((x - s * 1.5, y - s * 1.7, x + s * 1.5, y + s * 0.3)) as pen:
        it = Sketch(pen, x, y, s, scene.light_side)
        top, lean = 0.7 + 0.5 * b, 0.3 * (c - 0.5)
        crown: list[Point] = [
            (-0.7 + lean, top * 0.72),
            (-0.2 + lean, top),
            (0.45 + lean, top * 0.92),
            (0.86 + lean * 0.5, top * 0.55),
        ]
        it.poly(
            scene.ink(stone[3], 0.5),
            (-1.0, -0.04),
            (-0.96, 0.3),
            *crown,
            (1.06, 0.24),
            (1.0, -0.05),
            (0.0, -0.14),
        )
        it.poly(
            scene.ink(stone[2], 0.75),
            (-1.0, 0.0),
            (-0.96, 0.3),
            crown[0],
            (-0.1 + lean, top * 0.6),
            (-0.24, -0.1),
        )
        it.poly(
            scene.ink(stone[1], 0.95),
            (-0.24, -0.1),
            (-0.1 + lean, top * 0.6),
            crown[2],
            crown[3],
            (1.04, 0.24),
            (0.98, -0.02),
        )
        it.poly(
            scene.ink(scene.snowed(stone[0], 0.95), 1.0),
            crown[0],
            crown[1],
            crown[2],
            crown[3],
            (0.3 + lean, top * 0.6),
            (-0.1 + lean, top * 0.58),
        )
        it.poly(scene.ink(stone[3], 0.5), (0.3, 0.5 * top), (0.36, 0.5 * top), (0.5, 0.12), (0.4, 0.16))


def _snow(scene: Scene, line: Array) -> None:
    """Patches of snow in the hollows."""
    rng, u, low = scene.rng("patches"), scene.near, float(scene.canvas.inner[3])
    n = scene.count(5 + 6 * float(rng.random()) + 20 * scene.light.frost)
    white, blue = scene.ink("#ffffff", 1.0), scene.ink("#c3d4ee", 0.7)
    with scene.canvas.pen((0, float(line.min()), scene.w, scene.h)) as pen:
        for a, b, c in rng.random((n, 3)).tolist():
            x = a * scene.w
            edge = land.height_at(line, x)
            y = edge + (low - edge) * (0.14 + 0.8 * b)
            _patch(pen, x, y, (22 + 50 * c) * u * (0.5 + 0.8 * b), c, (white, blue))


def _patch(pen: Pen, x: float, y: float, s: float, c: float, inks: tuple) -> None:
    shape = [
        (-1.0, 0.02),
        (-0.66, -0.16),
        (-0.1, -0.12 - 0.08 * c),
        (0.4, -0.2),
        (1.0, -0.04),
        (0.7, 0.12),
        (0.2, 0.08 + 0.08 * c),
        (-0.4, 0.18),
    ]
    pen.blob([(x + px * s, y + (py + 0.05) * s) for px, py in shape], inks[1], 5)
    pen.blob([(x + px * s * 0.97, y + py * s) for px, py in shape], inks[0], 5)


def _cairn(scene: Scene, x: float, line: Array, stone: tuple[str, ...]) -> None:
    """A cairn of flat stones, now and then with a pole and a pennant blowing in the wind."""
    u, rng = scene.near, scene.rng("cairn-stones")
    y = land.height_at(line, x) + 34 * scene.u
    s = 92 * u
    scene.canvas.shadow(x - scene.light_side * s * 0.3, y, s * 0.7, s * 0.14, scene.light.shade * F(0.3), 0.5)
    with scene.canvas.pen((x - s * 1.5, y - s * 2.6, x + s * 1.5, y + s * 0.2)) as pen:
        it = Sketch(pen, x, y, s, -scene.light_side)
        if rng.random() < 0.6:
            _pennant(scene, it, int(rng.integers(3)))
        level = 0.0
        for i in range(6):
            a, b = rng.random(2).tolist()
            half, tall = 0.46 - 0.066 * i + 0.05 * a, 0.17 - 0.012 * i + 0.03 * b
            off = 0.05 * (a - b)
            tint = stone[1 if i % 2 else 0]
            it.blob(scene.ink(stone[3], 0.5), *_pebble(off, level, half, tall), steps=5)
            it.blob(
                scene.ink(tint, 0.9),
                *_pebble(off + half * 0.08, level + tall * 0.16, half * 0.9, tall * 0.8),
                steps=5,
            )
            it.ellipse(
                off + half * 0.14,
                level + tall * 0.8,
                half * 0.5,
                tall * 0.14,
                scene.ink(scene.snowed("#ffffff" if scene.light.frost else stone[0]), 1.0),
            )
            level += tall * 0.88


def _pebble(x: float, y: float, half: float, tall: float) -> list[Point]:
    rim = ((-1, 0.4), (-0.8, 0.9), (0, 1), (0.84, 0.88), (1, 0.45), (0.8, 0.06), (0, 0), (-0.8, 0.04))
    return [(x + px * half, y + py * tall) for px, py in rim]


def _pennant(scene: Scene, it: Sketch, pick: int) -> None:
    """A pole in the cairn with a pennant, or with a string of little flags."""
    color = ("#d9503f", "#2f7fb8", "#e8a53c")[pick]
    it.line((0.04, 0.3), (0.1, 2.1), 0.045, scene.ink("#7a5640", 0.6))
    wave: list[Point] = [
        (0.1, 2.08),
        (0.4, 2.16),
        (0.66, 2.02),
        (1.02, 2.06),
        (0.72, 1.9),
        (0.42, 1.86),
        (0.09, 1.78),
    ]
    it.blob(scene.ink(color, 0.66), *[(px, py - 0.02) for px, py in wave], steps=5)
    it.blob(
        scene.ink(color, 1.0),
        *[(px * 0.96 + 0.004, py) for px, py in wave[:4]],
        (0.66, 1.96),
        (0.4, 2.0),
        (0.1, 1.9),
        steps=5,
    )
    it.circle(0.1, 2.12, 0.04, scene.ink("#f2cf7a", 1.0))


def _stones(scene: Scene, line: Array, stone: tuple[str, ...]) -> None:
    """Pebbles all over, tufts of grass and a few alpine flowers in the cracks."""
    rng, u, low = scene.rng("pebbles"), scene.near, float(scene.canvas.inner[3])
    inks = [scene.ink(c, k) for c, k in (("#9aa84f", 1.0), ("#6f8a4a", 0.75), ("#b9bf62", 1.0))]
    petals = [(scene.ink(c, 1.0), scene.ink(c, 0.6)) for c in ("#ffffff", "#7f8fe8", "#f08ab0")]
    heart, stem = scene.ink("#ffc93c", 1.0), scene.ink("#5f7f3a", 0.6)
    dark, lit = scene.ink(stone[3], 0.5), scene.ink(scene.snowed(stone[0]), 1.0)
    top = min(float(line.min()), low - 1)
    with scene.canvas.pen((0, float(line.min()), scene.w, scene.h)) as pen:
        for k, a, b in sorted(rng.random((scene.count(110), 3)).tolist()):
            x = a * scene.w
            edge = land.height_at(line, x)
            y = edge + (scene.h - edge) * (0.06 + 0.94 * k)
            s = (2 + 6 * min(1.0, max(0.0, (y - top) / (low - top)))) * u * (0.5 + b)
            if b < 0.62:
                pen.ellipse(x, y + s * 0.3, s, s * 0.55, dark)
                pen.ellipse(x + scene.light_side * s * 0.12, y, s * 0.84, s * 0.46, lit)
            elif scene.allows("grass"):
                for j in range(5):
                    pen.blade(
                        x + (j - 2) * s * 0.4,
                        y,
                        s * (2.2 + (j * 7 % 3) * 0.5),
                        (j - 2) * s * 0.6,
                        s * 0.36,
                        inks[j % 3],
                    )
                if b > 0.88 and scene.allows("flower") and scene.setting.season != "autumn":
                    flowers.flower(pen, x, y, s * 0.8, petals[int(a * 97) % 3], heart, stem, a)
