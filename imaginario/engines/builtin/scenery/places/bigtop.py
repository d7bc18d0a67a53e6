"""Inside a circus tent: striped walls rise to the mast, rows of people sit round a ring of sand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ...pixels import rgb
from .. import furniture, interior
from ..pen import Ink, Marks, Pen, Point, Sketch, ink, smooth
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one circus."""

    stripe: str
    cloth: str
    kerb: str
    seats: str


LOOKS = (
    _Look("#d8483f", "#fbeccb", "#d8483f", "#7a3a52"),
    _Look("#3f6fb8", "#fbe6a8", "#c9403a", "#4a3f7a"),
    _Look("#2f9188", "#fbeccb", "#d86a3f", "#3f5a6a"),
    _Look("#7a4f9f", "#fbdfa0", "#c9405a", "#54386a"),
    _Look("#e08a35", "#fff3d6", "#b8403f", "#7a4436"),
)
GOLD = "#f2c24f"
FLAGS = ("#e0564f", "#f2c24f", "#4f9fc8", "#6fb56a", "#b06fc0", "#f2925a")
SKINS = ("#f2c9a4", "#d9a077", "#a9714c", "#7a4c34", "#f7d9bd")
HAIRS = ("#3a2a28", "#6a4230", "#b5813f", "#2a2430", "#9a9098", "#8a3f2c")


@dataclass(frozen=True)
class _Tent:
    """Rings about the middle of the tent as they are seen from its edge; 0 is straight away from us."""

    cx: float
    eye: float
    floor: float
    """The y of the floor at the farthest wall."""
    reach: float
    """The radius of the tent, in pixels at its farthest wall."""
    door: float = 0.0
    """The turn at which the artists come in."""

    def at(self, turn: float, ring: float, high: float = 0.0) -> Point:
        """The point at a turn (radians) of a ring (1 = the wall), `high` above the floor (1 = the eye)."""
        k = 1 / (1 - 0.5 * (1 - ring * float(np.cos(turn))))
        deep = self.floor - self.eye
        return self.cx + self.reach * ring * float(np.sin(turn)) * k, self.eye + deep * (1 - high) * k

    def band(self, ring: float, low: float, high: float, turns: tuple[float, float]) -> list[Point]:
        """The outline of an upright strip along a ring."""
        line = np.linspace(*turns, 3 + int(abs(turns[1] - turns[0]) * 11)).tolist()
        return [self.at(t, ring, low) for t in line] + [self.at(t, ring, high) for t in reversed(line)]


ROUND = (-2.1, 2.1)
EAVE = 1.52


def circus(scene: Scene) -> Stage:
    """A ring under the big top, a curtain at its far side, a podium and a ball at its edge."""
    scene = indoors(scene)
    name, variant = scene.layout.name, scene.layout.variant
    look = LOOKS[int(variant * len(LOOKS))]
    left, top, right, _ = scene.canvas.inner
    floor = scene.horizon
    shift = {"winding": 0.1, "high": -0.08}.get(name, 0.0)
    high = 0.34 if scene.w < 2 * scene.h else 0.4
    tent = _Tent(
        scene.x(0.5 + shift),
        floor - high * (floor - top),
        floor,
        (0.44 + 0.08 * variant) * (right - left),
        {"high": 0.5, "framed": -0.46}.get(name, 0.0) * (-1 if scene.layout.flip else 1),
    )
    _roof(scene, tent, look, top)
    _ground(scene, tent)
    _crowd(scene, tent, look)
    _curtain(scene, tent, look)
    _kerb(scene, tent, look)
    _flags(scene, tent, top)
    _beams(scene, tent)
    _trapeze(scene, tent, 0.76 if name in ("low", "framed") else 0.24)
    side = 1 if name in ("open", "framed") else -1
    _podium(scene, look, tent.at(side * 1.22, 0.53), 150 * scene.near)
    _ball(scene, look, tent.at(-side * 1.2, 0.5), 92 * scene.near)
    ground = floor + (scene.h - floor) * 0.74
    return scene.stage(ground, indoor=True, light=(tent.cx, top))


def _segments(count: int) -> Iterator[tuple[int, float, float]]:
    turns = np.linspace(*ROUND, count + 1).tolist()
    for i in range(count):
        yield i, turns[i], turns[i + 1]


def _roof(scene: Scene, tent: _Tent, look: _Look, top: float) -> None:
    """The wall and the roof in stripes, a scalloped edge between them, bulbs along it."""
    scene.canvas.gradient([scene.tone(look.stripe, k) for k in (0.3, 0.5)], 0, tent.floor, scene.h)
    apex = (tent.cx, top - 0.03 * scene.h)
    with scene.canvas.pen((0, 0, scene.w, tent.floor + 4)) as pen:
        for i, a, b in _segments(30):
            color = look.stripe if i % 2 else look.cloth
            k = 0.62 + 0.24 * float(np.cos((a + b) / 2 + 0.5 * scene.light_side))
            pen.poly(tent.band(1.0, 0.0, EAVE, (a, b)), scene.ink(color, k - 0.3))
            edge = [tent.at(t, 1.0, EAVE) for t in (a, (a + b) / 2, b)]
            pen.poly([apex, *edge], scene.ink(color, k + 0.12))
            inner = [(apex[0] + (x - apex[0]) * 0.62, apex[1] + (y - apex[1]) * 0.62) for x, y in edge]
            pen.poly([apex, *inner], scene.ink(color, k))
            inner = [(apex[0] + (x - apex[0]) * 0.3, apex[1] + (y - apex[1]) * 0.3) for x, y in edge]
            pen.poly([apex, *inner], scene.ink(color, k - 0.16))
    _scallops(scene, tent, look)


def _scallops(scene: Scene, tent: _Tent, look: _Look) -> None:
    gold, on = scene.ink(GOLD, 0.95), ink(rgb("#fff0b0"))
    with scene.canvas.pen((0, 0, scene.w, tent.floor)) as pen:
        for i, a, b in _segments(60):
            middle = (a + b) / 2
            flap = [
                tent.at(a, 0.995, EAVE + 0.02),
                tent.at(b, 0.995, EAVE + 0.02),
                tent.at(b, 0.995, EAVE - 0.1),
            ]
            flap += [
                tent.at(b + (a - b) * t, 0.995, EAVE - 0.1 - 0.1 * float(np.sin(np.pi * t)))
                for t in (0.25, 0.5, 0.75)
            ]
            pen.poly(
                [*flap, tent.at(a, 0.995, EAVE - 0.1)], scene.ink(look.cloth if i % 2 else look.stripe, 0.86)
            )
            x, y = tent.at(middle, 0.99, EAVE - 0.02)
            pen.circle(x, y, 4.6 * scene.u, gold)
            pen.circle(x, y, 3.2 * scene.u, on)
        pen.poly(tent.band(0.99, EAVE + 0.02, EAVE + 0.05, ROUND), gold)
    if scene.light.dark > 0.2:
        for _, a, b in _segments(12):
            x, y = tent.at((a + b) / 2, 0.99, EAVE)
            scene.canvas.glow(x, y, 120 * scene.u, rgb("#ffd88a"), 0.3 * scene.light.dark)


def _ground(scene: Scene, tent: _Tent) -> None:
    """Trodden earth around the ring, and its sand."""
    y0 = tent.floor - 2
    with scene.canvas.pen((0, y0, scene.w, scene.h)) as pen:
        pen.rect(-5, y0, scene.w + 5, scene.h + 5, scene.ink("#cfa670", 0.62))
        sand = [tent.at(t, 0.6) for t in np.linspace(-np.pi, np.pi, 60).tolist()]
        pen.poly(sand, scene.ink("#e3bd80", 0.82))
        pen.poly(
            [tent.at(t, 0.52) for t in np.linspace(-np.pi, np.pi, 60).tolist()], scene.ink("#ecca92", 0.96)
        )
    x, y = tent.at(0, 0.1)
    scene.canvas.haze(x, y, tent.reach * 1.0, (scene.h - tent.floor) * 0.7, rgb("#fff0c8"), 0.34, 1.3)
    rng = scene.rng("sand")
    with scene.canvas.pen((0, y0, scene.w, scene.h), opacity=0.5) as pen:
        for a, b, c in rng.random((90, 3)).tolist():
            x, y = tent.at(a * 6.28, 0.55 * b**0.5)
            tint = scene.ink("#c99a5c", 0.7) if c < 0.6 else scene.ink("#fff0cc", 1.0)
            pen.ellipse(x, y, (3 + 9 * c) * scene.u, (1 + 1.6 * c) * scene.u, tint)


def _crowd(scene: Scene, tent: _Tent, look: _Look) -> None:
    """Four rows of benches rising to the wall, people on them in the half-light."""
    with scene.canvas.pen((0, tent.eye - scene.h * 0.3, scene.w, scene.h)) as pen:
        for row, (ring, high) in enumerate(((1.0, 0.6), (0.93, 0.44), (0.86, 0.29), (0.79, 0.14))):
            _bench(scene, tent, pen, (ring, high), row)
            pen.poly(
                tent.band(ring - 0.015, high - 0.2, high + 0.05, ROUND),
                scene.ink(look.seats, 0.14 + 0.1 * row),
            )
            pen.poly(
                tent.band(ring - 0.02, high + 0.02, high + 0.05, ROUND),
                scene.ink(look.seats, 0.5 + 0.1 * row),
            )
        pen.poly(tent.band(0.72, -0.04, 0.15, ROUND), scene.ink(look.kerb, 0.34))
        for _, a, b in _segments(46):
            pen.poly(tent.band(0.72, 0.0, 0.11, (a + 0.014, b - 0.014)), scene.ink(look.cloth, 0.36))
        pen.poly(tent.band(0.72, 0.14, 0.17, ROUND), scene.ink(GOLD, 0.6))


def _bench(scene: Scene, tent: _Tent, pen: Pen, at: tuple[float, float], row: int) -> None:
    rng, (ring, high) = scene.rng(f"row-{row}"), at
    count = int(56 * tent.reach / (scene.u * 380))
    shirts = [scene.ink(c, 0.22 + 0.08 * row) for c in FLAGS]
    skins = [scene.ink(c, 0.3 + 0.09 * row) for c in SKINS]
    hairs = [scene.ink(c, 0.2 + 0.08 * row) for c in HAIRS]
    for i, luck in enumerate(rng.random((count, 4)).tolist()):
        turn = ROUND[0] + (ROUND[1] - ROUND[0]) * (i + 0.5 + 0.3 * (luck[0] - 0.5)) / count
        foot, crown = tent.at(turn, ring, high), tent.at(turn, ring, high + 0.24 + 0.05 * luck[1])
        if not -40 < foot[0] < scene.w + 40 or abs(turn - tent.door) < 0.2 or luck[3] < 0.08:
            continue
        r = max(1.0, (foot[1] - crown[1]) * 0.3)
        x, y = crown[0], crown[1] + r
        pen.rect(x - r * 1.5, y + r * 0.7, x + r * 1.5, foot[1] + r, shirts[int(luck[2] * 6)], r * 1.1)
        pen.circle(x, y - r * 0.12, r * 1.12, hairs[int(luck[1] * 6)])
        pen.circle(x, y + r * 0.24, r * 0.86, skins[int(luck[0] * 5)])


def _curtain(scene: Scene, tent: _Tent, look: _Look) -> None:
    """The artists' entrance: a red curtain parted in the middle under a golden arch with a star."""
    (x, low), (edge, _) = tent.at(tent.door, 0.78), tent.at(tent.door + 0.22, 0.86)
    tall = low - tent.at(tent.door, 0.86, 1.2)[1]
    size = min((edge - x) * 1.05, tall * 0.62)
    with scene.canvas.pen((x - size * 1.6, low - tall * 1.6, x + size * 1.6, low + 5)) as pen:
        pen.rect(x - size * 1.12, low - tall, x + size * 1.12, low, scene.ink(GOLD, 0.55), size * 0.4)
        pen.rect(x - size * 1.06, low - tall * 0.99, x + size * 1.02, low, scene.ink(GOLD, 0.95), size * 0.4)
        pen.rect(
            x - size * 0.92, low - tall * 0.9, x + size * 0.92, low, scene.ink("#5a1f2c", 0.3), size * 0.36
        )
        for way in (-1, 1):
            _drape(scene, pen, look, (x + way * size * 0.92, low, tall * 0.84), -way * size * 0.94)
        pen.rect(
            x - size, low - tall * 0.92, x + size, low - tall * 0.78, scene.ink(look.kerb, 0.9), size * 0.3
        )
        for i in range(5):
            px = x + (i - 2) * size * 0.38
            pen.ellipse(
                px, low - tall * 0.79, size * 0.2, tall * 0.06, scene.ink(look.kerb, 0.96 - 0.14 * (i % 2))
            )
            pen.circle(px, low - tall * 0.74, size * 0.05, scene.ink(GOLD, 1.0))
        pen.star(x, low - tall * 1.02, size * 0.46, scene.ink("#a8702a", 0.7), 5, 0.46)
        pen.star(x, low - tall * 1.035, size * 0.44, scene.ink("#ffd96a", 1.0), 5, 0.46)


def _drape(scene: Scene, pen: Pen, look: _Look, at: tuple[float, float, float], wide: float) -> None:
    """One half of the curtain, hung from the outer edge `at` (x, foot, height) and tied back."""
    x, low, tall = at
    for k, tone in ((1.0, 0.62), (0.78, 0.9), (0.56, 0.62), (0.38, 0.9), (0.2, 0.66)):
        line = [
            (x + wide * k, low - tall),
            (x + wide * k * 0.88, low - tall * 0.66),
            (x + wide * (0.08 + 0.24 * k), low - tall * 0.36),
            (x + wide * (0.1 + 0.34 * k), low),
        ]
        pen.poly([(x, low - tall), *smooth(line, closed=False), (x, low)], scene.ink(look.kerb, tone))
    ends = sorted((x, x + wide * 0.36))
    pen.rect(ends[0], low - tall * 0.39, ends[1], low - tall * 0.34, scene.ink(GOLD, 1.0), tall * 0.02)


def _kerb(scene: Scene, tent: _Tent, look: _Look) -> None:
    """The low wall of the ring, red with gold, a star on every other panel."""
    tall, lid = 0.17, scene.ink("#fff0c8", 1.0)
    with scene.canvas.pen((0, tent.floor - 5, scene.w, scene.h)) as pen:
        for i, (a, b) in enumerate(
            zip(np.linspace(-2.25, 2.25, 37)[:-1], np.linspace(-2.25, 2.25, 37)[1:], strict=True)
        ):
            color = look.kerb if i % 2 else GOLD
            pen.poly(tent.band(0.6, 0, tall, (a, b)), scene.ink(color, 0.84))
            pen.poly(tent.band(0.6, 0, tall * 0.22, (a, b)), scene.ink(color, 0.5))
            if i % 2:
                x, y = tent.at((a + b) / 2, 0.6, tall * 0.55)
                r = 0.3 * (tent.at(0, 0.6)[1] - tent.at(0, 0.6, tall)[1])
                pen.star(x, y, r, scene.ink("#ffe08a", 1.0), 5, 0.46)
        turns = np.linspace(-2.25, 2.25, 80).tolist()
        lip = [tent.at(t, 0.6, tall) for t in turns] + [tent.at(t, 0.645, tall) for t in reversed(turns)]
        pen.poly(lip, scene.ink(look.kerb, 1.0))
        edge = [tent.at(t, 0.6, tall) for t in turns] + [tent.at(t, 0.612, tall) for t in reversed(turns)]
        pen.poly(edge, lid)


def _flags(scene: Scene, tent: _Tent, top: float) -> None:
    """Strings of little flags from the top of the mast to the walls."""
    rng, u, apex = scene.rng("flags"), scene.u, (tent.cx, top)
    start = int(rng.integers(len(FLAGS)))
    with scene.canvas.pen((0, 0, scene.w, tent.floor)) as pen:
        for s, turn in enumerate((-1.25, -0.62, 0.62, 1.25)):
            end = tent.at(turn, 0.97, EAVE - 0.1)
            long = float(np.hypot(end[0] - apex[0], end[1] - apex[1]))
            n = max(5, int(long / (30 * u)))
            line = [
                (
                    apex[0] + (end[0] - apex[0]) * t,
                    apex[1] + (end[1] - apex[1]) * t + long * 0.16 * 4 * t * (1 - t),
                )
                for t in np.linspace(0, 1, n + 1).tolist()
            ]
            for i in range(n):
                (x0, y0), (x1, y1) = line[i], line[i + 1]
                pen.line((x0, y0), (x1, y1), 2.2 * u, scene.ink("#fff3d6", 0.8))
                if i:
                    tip = ((x0 + x1) / 2, max(y0, y1) + (16 + 14 * i / n) * u)
                    pen.poly([(x0, y0), (x1, y1), tip], scene.ink(FLAGS[(i + s + start) % 6], 0.95))


def _beams(scene: Scene, tent: _Tent) -> None:
    """Two spotlights under the roof and their beams on the sand."""
    u, dark = scene.u, scene.light.dark
    target = tent.at(0, 0.06)
    box = scene.canvas.clip(0, 0, scene.w, scene.h)
    marks = Marks(box, 1)
    lamps = [(scene.x(s), scene.canvas.inner[1] + 0.1 * tent.floor) for s in (0.1, 0.9)]
    for i, (x, y) in enumerate(lamps):
        wide, spot = tent.reach * 0.42, target[0] + (0.12 if i else -0.12) * tent.reach
        marks.poly([(x - 6 * u, y), (x + 6 * u, y), (spot + wide, target[1]), (spot - wide, target[1])], 100)
        marks.ellipse(spot, target[1], wide, wide * 0.26, 150)
    light = marks.mask(6 * u)[..., None] * (rgb("#fff3c4") * np.float32(0.3 + 0.22 * dark))
    part = scene.canvas.part(box)
    part += (1 - part) * light
    for x, y in lamps:
        way = 1 if x < tent.cx else -1
        with scene.canvas.pen((x - 60 * u, y - 60 * u, x + 60 * u, y + 60 * u)) as pen:
            pen.line(
                (x - way * 22 * u, y - 26 * u),
                (x + way * 8 * u, y + 8 * u),
                40 * u,
                scene.ink("#54505e", 0.5),
            )
            pen.line(
                (x - way * 22 * u, y - 28 * u),
                (x + way * 6 * u, y + 4 * u),
                26 * u,
                scene.ink("#7f7a8a", 0.9),
            )
            pen.circle(x + way * 7 * u, y + 8 * u, 19 * u, scene.ink("#54505e", 0.6))
            pen.circle(x + way * 9 * u, y + 10 * u, 15 * u, ink(rgb("#fffbe0")))
        scene.canvas.glow(x, y, 90 * u, rgb("#fff0b0"), 0.45)


def _trapeze(scene: Scene, tent: _Tent, share: float) -> None:
    """A trapeze hanging from the roof, swung a little aside."""
    x, y, half, u = scene.x(share), tent.eye - 0.12 * tent.floor, 46 * scene.u, scene.u
    top = (x + (tent.cx - x) * 0.3, scene.canvas.inner[1] - 30 * u)
    rope = scene.ink("#f6e2b8", 0.95)
    with scene.canvas.pen((0, 0, scene.w, tent.floor)) as pen:
        for way in (-1, 1):
            pen.line((top[0] + way * half * 0.8, top[1]), (x + way * half, y - way * 3 * u), 3.4 * u, rope)
        pen.line((x - half * 1.2, y + 4 * u), (x + half * 1.2, y - 4 * u), 10 * u, scene.ink("#7a4a30", 0.5))
        pen.line((x - half * 1.2, y + 2 * u), (x + half * 1.2, y - 6 * u), 6 * u, scene.ink("#d99a5c", 1.0))


def _podium(scene: Scene, look: _Look, at: Point, size: float) -> None:
    """A round stand with a star, striped, its rim golden."""
    x, y = min(max(at[0], size * 0.55), scene.w - size * 0.55), min(at[1] + size * 0.2, scene.h - size * 0.1)
    furniture.shadow(scene, x, y, size * 0.6)
    with scene.canvas.pen((x - size, y - size, x + size, y + size * 0.3)) as pen:
        it = Sketch(pen, x, y, size)
        it.ellipse(0, 0, 0.54, 0.11, scene.ink(look.kerb, 0.5))
        turns = np.linspace(0, np.pi, 9).tolist()
        for i in range(8):
            a, b = (float(np.cos(turns[j])) for j in (i, i + 1))
            c, d = (float(np.sin(turns[j])) for j in (i, i + 1))
            color = look.kerb if i % 2 else look.cloth
            quad = (
                (a * 0.54, -0.11 * c),
                (b * 0.54, -0.11 * d),
                (b * 0.4, 0.5 - 0.08 * d),
                (a * 0.4, 0.5 - 0.08 * c),
            )
            it.poly(scene.ink(color, 0.98 - 0.4 * abs((i + 0.5) / 8 - 0.6)), *quad)
        _rims(scene, it)


def _rims(scene: Scene, it: Sketch) -> None:
    gold, dim = scene.ink(GOLD, 1.0), scene.ink("#a8702a", 0.7)
    it.ellipse(0, 0.5, 0.43, 0.1, dim)
    it.ellipse(0, 0.53, 0.43, 0.1, gold)
    it.ellipse(0, 0.535, 0.36, 0.078, scene.ink("#fff0d0", 1.0))
    it.pen.star(*it.at(0, 0.19), 0.2 * it.size, dim, 5, 0.46)
    it.pen.star(*it.at(-0.008, 0.205), 0.19 * it.size, gold, 5, 0.46)


def _ball(scene: Scene, look: _Look, at: Point, size: float) -> None:
    """A big ball to balance on."""
    x, y = min(max(at[0], size * 0.55), scene.w - size * 0.55), min(at[1] + size * 0.3, scene.h - size * 0.1)
    furniture.shadow(scene, x, y, size * 0.5)
    tints: list[Ink] = [scene.ink(c, 0.92) for c in ("#4f9fc8", "#fff3d6", "#f2b83f", pale(look.kerb, 0.1))]
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 5)) as pen:
        it = Sketch(pen, x, y, size)
        it.circle(0, 0.5, 0.5, tints[0])
        for tint, half, lean in ((tints[1], 0.34, 0.03), (tints[3], 0.2, 0.05), (tints[1], 0.07, 0.06)):
            it.ellipse(lean, 0.5, half, 0.49, tint)
        it.blob(tints[2], (-0.43, 0.7), (0.0, 0.78), (0.43, 0.7), (0.25, 0.93), (0, 0.99), (-0.25, 0.93))
        it.pen.star(*it.at(0, 0.86), size * 0.11, tints[1], 5, 0.46)
        it.ellipse(-0.2, 0.72, 0.1, 0.06, scene.ink("#ffffff", 1.0))
    scene.canvas.shadow(
        x + size * 0.16, y - size * 0.28, size * 0.34, size * 0.34, scene.light.shade * np.float32(0.3), 0.4
    )
    interior.lamplight(scene, x, y - size * 2, size * 2, 0.3)
