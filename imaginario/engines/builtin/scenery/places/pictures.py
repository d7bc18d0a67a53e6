"""Inside a cinema: a glowing screen between red curtains, rows of seats at both sides of the aisle."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...pixels import F, mix, rgb
from ..canvas import Canvas, ramp_rows
from ..depth import Depth, paved
from ..pen import Ink, Marks, Pen, Sketch, ink, smooth
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one cinema."""

    wall: str
    curtain: str
    seat: str
    carpet: str


LOOKS = (
    _Look("#6a3f5a", "#c8343f", "#cf3f48", "#6a3a4a"),
    _Look("#3f4f7a", "#b8303f", "#c93a44", "#34466f"),
    _Look("#70483a", "#c23a34", "#d8503f", "#7a3f34"),
    _Look("#2f5f66", "#c0383f", "#c8404a", "#2f5258"),
)
GOLD = "#f0c25a"


def cinema(scene: Scene) -> Stage:
    """A dim hall seen down its aisle, with a picture on the screen and the beam that throws it."""
    scene = _dimmed(indoors(scene))
    variant, name = scene.layout.variant, scene.layout.name
    look = LOOKS[int(scene.rng("cinema").integers(len(LOOKS)))]
    shift = {"winding": 0.07, "high": -0.07, "low": 0.03}.get(name, 0.0)
    room = Depth.of(scene, 0.36 + 0.05 * variant, shift, 0.36)
    tall = room.floor - scene.canvas.inner[1] * 0.6
    _walls(scene, room, look, tall)
    screen = _screen(scene, room, tall)
    _curtains(scene, room, look, tall)
    _floor(scene, room, look)
    _sconces(scene, room, tall)
    _beam(scene, screen, room)
    _rows(scene, room, look)
    x, y = room.at(0, tall * 0.45, 1)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.74
    return scene.stage(ground, indoor=True, light=(x, y))


def _dimmed(scene: Scene) -> Scene:
    """The scene with its lights turned down: a picture is showing."""
    light, k = scene.light, F(0.84)
    dim = replace(light, lit=light.lit * k, shade=light.shade * F(0.62), dark=max(0.6, light.dark))
    return replace(scene, light=dim)


def _walls(scene: Scene, room: Depth, look: _Look, tall: float) -> None:
    """Cloth-hung side walls with fluted panels, and a ceiling with a step around it."""
    stops = [scene.tone(look.wall, k) for k in (0.12, 0.4)]
    scene.canvas.gradient(stops, 0, room.floor, int(room.floor) + 2)
    end = max(room.cx, scene.w - room.cx) / room.half * 1.15
    a, posts = room.half, room.bays(5, max(2.0, end))
    with scene.canvas.pen((0, 0, scene.w, scene.h)) as pen:
        room.quad(pen, ((-a, 0, 1), (a, 0, 1), (a, tall, 1), (-a, tall, 1)), scene.ink(look.wall, 0.3))
        for side in (-1, 1):
            x, lit = side * a, 0.62 if side * scene.light_side < 0 else 0.5
            room.quad(pen, ((x, 0, 1), (x, tall, 1), (x, tall, end), (x, 0, end)), scene.ink(look.wall, lit))
            for i, k in enumerate(posts[:-1]):
                far, near = k * 1.03, posts[i + 1] * 0.97
                for low, high, tone in ((0.3, 0.9, -0.16), (0.33, 0.87, 0.12)):
                    shape = (
                        (x, tall * low, far),
                        (x, tall * high, far),
                        (x, tall * high, near),
                        (x, tall * low, near),
                    )
                    room.quad(pen, shape, scene.ink(look.wall, lit + tone))
            for low, high, tint in ((0, 0.2, look.carpet), (0.2, 0.225, GOLD), (0.93, 0.955, GOLD)):
                shape = ((x, tall * low, 1), (x, tall * high, 1), (x, tall * high, end), (x, tall * low, end))
                room.quad(pen, shape, scene.ink(tint, lit * 0.9))


def _screen(scene: Scene, room: Depth, tall: float) -> tuple[float, float, float, float]:
    """The screen with its picture, and the light it throws into the hall."""
    half, high = room.half * 0.74, min(tall * 0.56, room.half * 1.05)
    low = tall * 0.27
    (x0, y1), (x1, _) = room.at(-half, low, 1), room.at(half, low, 1)
    y0 = y1 - high
    view = Canvas(max(2, int(x1 - x0)), max(2, int(y1 - y0)), unit=min(x1 - x0, (y1 - y0) * 1.5) / 768)
    _FILMS[int(scene.layout.variant * 7.9) % len(_FILMS)](view)
    with scene.canvas.pen((x0 - 30, y0 - 30, x1 + 30, y1 + 30)) as pen:
        e = 7 * scene.u
        pen.rect(x0 - e, y0 - e, x1 + e, y1 + e, scene.ink("#2a2030", 0.2), e)
    scene.canvas.paint(np.ones(view.a.shape[:2], F), int(x0), int(y0), view.a)
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    glow = mix(view.a.reshape(-1, 3).mean(0), np.ones(3, F), 0.3)
    scene.canvas.haze(x, y, half * 2.2, high * 1.6, glow, 0.24, 1.5)
    return x0, y0, x1, y1


def _moonlit(view: Canvas) -> None:
    """A sailing boat on the sea at night."""
    w, h, u = view.width, view.height, view.u
    view.a[:] = ramp_rows([rgb(c) for c in ("#2f4f9a", "#6f8fd8", "#f2c9b8")], 0, h * 0.66, h)[:, None]
    with view.pen() as pen:
        pen.circle(w * 0.7, h * 0.3, 84 * u, ink(rgb("#fff6d0")))
        for i in range(16):
            pen.star(
                w * (0.07 * i + 0.02) % w, h * (0.05 + 0.29 * ((i * 7) % 5) / 5), 11 * u, ink(rgb("#ffffff"))
            )
        pen.rect(0, h * 0.66, w, h, ink(rgb("#3a6fa8")))
        for i in range(11):
            y = h * (0.69 + 0.028 * i)
            pen.rect(
                w * 0.7 - (70 - 4 * i) * u, y, w * 0.7 + (70 - 4 * i) * u, y + 6 * u, ink(rgb("#cfe0f2"))
            )
        it = Sketch(pen, w * 0.36, h * 0.74, 300 * u)
        it.blob(ink(rgb("#a8443f")), (-0.5, 0.16), (0.5, 0.16), (0.34, -0.06), (-0.32, -0.06))
        it.poly(ink(rgb("#fff3dc")), (0.02, 0.2), (0.02, 0.98), (0.46, 0.24))
        it.poly(ink(rgb("#f2b84f")), (-0.03, 0.2), (-0.03, 0.86), (-0.4, 0.24))


def _rocketing(view: Canvas) -> None:
    """A rocket between stars and a ringed planet."""
    w, h, u = view.width, view.height, view.u
    view.a[:] = ramp_rows([rgb(c) for c in ("#2a2466", "#5a3f9a", "#c86fa8")], 0, h, h)[:, None]
    with view.pen() as pen:
        for i in range(26):
            pen.star(w * ((i * 0.137) % 1), h * ((i * 0.311) % 1), (7 + i % 4 * 4) * u, ink(rgb("#fff6dc")))
        pen.ellipse(w * 0.78, h * 0.3, 180 * u, 34 * u, ink(rgb("#ffe0a0")))
        pen.circle(w * 0.78, h * 0.29, 96 * u, ink(rgb("#f2925a")))
        pen.blob(
            [
                (w * 0.78 - 180 * u, h * 0.3),
                (w * 0.78, h * 0.3 + 38 * u),
                (w * 0.78 + 180 * u, h * 0.3),
                (w * 0.78, h * 0.3 + 18 * u),
            ],
            ink(rgb("#ffe0a0")),
        )
        it = Sketch(pen, w * 0.36, h * 0.84, 350 * u)
        it.blob(ink(rgb("#ffb03c")), (-0.12, 0.18), (0.0, -0.22), (0.12, 0.18))
        for d in (-1, 1):
            it.poly(ink(rgb("#e0564f")), (d * 0.13, 0.46), (d * 0.34, 0.08), (d * 0.13, 0.18))
        it.blob(ink(rgb("#f6f0ea")), (-0.17, 0.16), (-0.22, 0.5), (0, 1.08), (0.22, 0.5), (0.17, 0.16))
        it.blob(ink(rgb("#e0564f")), (-0.13, 0.8), (0, 1.1), (0.13, 0.8), (0.0, 0.77))
        it.circle(0, 0.56, 0.11, ink(rgb("#e0a040")))
        it.circle(0, 0.56, 0.08, ink(rgb("#6fc8e8")))


def _ballooning(view: Canvas) -> None:
    """A balloon over green hills."""
    w, h, u = view.width, view.height, view.u
    view.a[:] = ramp_rows([rgb(c) for c in ("#5fb5ea", "#bfe6f2", "#fff0d0")], 0, h * 0.8, h)[:, None]
    with view.pen() as pen:
        for x, y, r in (
            (0.14, 0.24, 60),
            (0.2, 0.2, 76),
            (0.27, 0.25, 54),
            (0.84, 0.42, 54),
            (0.9, 0.38, 66),
        ):
            pen.circle(w * x, h * y, r * u, ink(rgb("#ffffff")))
        for x, y, r, tint in (
            (0.2, 1.3, 0.5, "#7fbf6a"),
            (0.75, 1.35, 0.6, "#5fa35a"),
            (0.45, 1.5, 0.62, "#a8d263"),
        ):
            pen.ellipse(w * x, h * y, w * 0.56, h * r, ink(rgb(tint)))
        it = Sketch(pen, w * 0.7, h * 0.6, 230 * u)
        for d in (-0.1, 0.1):
            it.line((d, 0.1), (d * 2, 0.4), 0.012, ink(rgb("#7a5236")))
        it.rect(-0.11, -0.04, 0.11, 0.12, ink(rgb("#b5824e")), 0.03)
        for half, tint in ((0.44, "#e0564f"), (0.31, "#fff0d0"), (0.17, "#f2b83f"), (0.06, "#e0564f")):
            it.blob(
                ink(rgb(tint)),
                (-half * 0.36, 0.34),
                (-half, 0.76),
                (0, 1.2),
                (half, 0.76),
                (half * 0.36, 0.34),
            )


def _castled(view: Canvas) -> None:
    """A castle on its hill at sunset."""
    w, h, u = view.width, view.height, view.u
    view.a[:] = ramp_rows([rgb(c) for c in ("#7a4f9a", "#f08f8a", "#ffd98a")], 0, h * 0.8, h)[:, None]
    with view.pen() as pen:
        pen.circle(w * 0.3, h * 0.62, 110 * u, ink(rgb("#fff0b0")))
        pen.ellipse(w * 0.62, h * 1.08, w * 0.6, h * 0.42, ink(rgb("#5a4a7a")))
        it = Sketch(pen, w * 0.62, h * 0.8, 300 * u)
        wall, roof = ink(rgb("#efe0ea")), ink(rgb("#c8506a"))
        for x, high, half in ((-0.36, 0.62, 0.09), (0.36, 0.7, 0.09), (0.0, 0.92, 0.12)):
            it.rect(x - half, -0.1, x + half, high, wall)
            it.poly(roof, (x - half * 1.35, high), (x, high + half * 2.9), (x + half * 1.35, high))
            it.rect(x - 0.03, high - 0.2, x + 0.03, high - 0.07, ink(rgb("#ffc95a")), 0.03)
        it.rect(-0.34, -0.1, 0.34, 0.36, ink(rgb("#d9c2d8")))
        for i in range(6):
            it.rect(-0.32 + 0.11 * i, 0.36, -0.26 + 0.11 * i, 0.42, ink(rgb("#d9c2d8")))
        it.rect(-0.09, -0.1, 0.09, 0.2, ink(rgb("#7a4a5a")), 0.09)


_FILMS = (_moonlit, _rocketing, _ballooning, _castled)


def _curtains(scene: Scene, room: Depth, look: _Look, tall: float) -> None:
    """Curtains drawn aside from the screen, a scalloped one above it, a little stage below."""
    a, low = room.half, tall * 0.12
    with scene.canvas.pen((0, 0, scene.w, room.floor + 5)) as pen:
        room.quad(
            pen, ((-a, 0, 1), (a, 0, 1), (a, tall * 0.13, 1), (-a, tall * 0.13, 1)), scene.ink("#8a5a3c", 0.4)
        )
        room.quad(
            pen,
            ((-a, tall * 0.11, 1), (a, tall * 0.11, 1), (a, tall * 0.14, 1), (-a, tall * 0.14, 1)),
            scene.ink("#d9a05c", 0.8),
        )
        for side in (-1, 1):
            _folds(scene, pen, look, room.at(side * a, low, 1), room.at(side * a * 0.66, tall, 1))
        _swags(scene, pen, look, room.at(-a, tall, 1), room.at(a, tall * 0.84, 1))
    for side in (-0.6, 0.0, 0.6):
        x, y = room.at(side * a, tall * 0.15, 1)
        scene.canvas.glow(x, y, 70 * scene.u, rgb("#ffd88a"), 0.3)


def _folds(
    scene: Scene, pen: Pen, look: _Look, outer: tuple[float, float], inner: tuple[float, float]
) -> None:
    (x, low), (edge, top) = outer, inner
    wide, tall = edge - x, low - top
    for k, tone in ((1.0, 0.5), (0.84, 0.86), (0.7, 0.5), (0.54, 0.9), (0.4, 0.55), (0.26, 0.9), (0.12, 0.5)):
        line = [
            (x + wide * k, top),
            (x + wide * k * 0.96, top + tall * 0.4),
            (x + wide * (0.1 + 0.6 * k), top + tall * 0.68),
            (x + wide * (0.06 + 0.84 * k), low),
        ]
        pen.poly([(x, top), *smooth(line, closed=False), (x, low)], scene.ink(look.curtain, tone))
    a, b = sorted((x, x + wide * 0.76))
    pen.rect(a, top + tall * 0.66, b, top + tall * 0.7, scene.ink(GOLD, 0.9), tall * 0.02)


def _swags(scene: Scene, pen: Pen, look: _Look, a: tuple[float, float], b: tuple[float, float]) -> None:
    count = max(4, int((b[0] - a[0]) / (110 * scene.u)))
    wide, high = (b[0] - a[0]) / count, b[1] - a[1]
    pen.rect(a[0], a[1] - 4, b[0], a[1] + high * 0.6, scene.ink(look.curtain, 0.5))
    for i in range(count):
        x = a[0] + wide * (i + 0.5)
        for k, tint in (
            (1.0, scene.ink(GOLD, 0.85)),
            (0.93, scene.ink(look.curtain, 0.86)),
            (0.68, scene.ink(look.curtain, 0.55)),
            (0.5, scene.ink(look.curtain, 0.95)),
        ):
            pen.blob(
                [
                    (x - wide * 0.52 * k, a[1] - 5),
                    (x - wide * 0.36 * k, a[1] + high * 0.8 * k),
                    (x, a[1] + high * 1.06 * k),
                    (x + wide * 0.36 * k, a[1] + high * 0.8 * k),
                    (x + wide * 0.52 * k, a[1] - 5),
                ],
                tint,
            )


def _floor(scene: Scene, room: Depth, look: _Look) -> None:
    """Dark carpet, the aisle with a pattern and a row of little lights at either side."""
    top, h = room.floor, scene.h
    paved(scene, top, look.carpet, (0.5, 0.3, 0.24))
    half, near = room.half * AISLE, room.nearest(scene) * 1.08
    spots = room.bays(9, near)
    with scene.canvas.pen((0, top, scene.w, h)) as pen:
        for k, tint in (
            (1.0, scene.ink(GOLD, 0.4)),
            (0.93, scene.ink(look.seat, 0.5)),
            (0.84, scene.ink(look.seat, 0.66)),
        ):
            room.quad(
                pen, ((-half * k, 0, 1), (half * k, 0, 1), (half * k, 0, near), (-half * k, 0, near)), tint
            )
        for i, k in enumerate(spots[:-1]):
            b = spots[i + 1]
            for x in (-0.42, 0.0, 0.42):
                c, d = x * half, 0.17 * half
                mid = 2 / (1 / k + 1 / b)
                shape = ((c - d, 0, mid), (c, 0, k * 1.02), (c + d, 0, mid), (c, 0, b * 0.98))
                room.quad(pen, shape, scene.ink(look.carpet, 0.74) if i % 2 else scene.ink(GOLD, 0.5))
    x, y = room.at(0, 0, 1.1)
    scene.canvas.haze(x, y, room.half * 1.3, (h - top) * 0.9, rgb("#cfd8ff"), 0.26, 1.4)
    for k in spots[1:-1]:
        for side in (-1, 1):
            x, y = room.at(side * half * 1.04, 0, k)
            scene.canvas.glow(x, y, 17 * scene.u * k, rgb("#ffe6a0"), 0.75)


AISLE = 0.4


def _sconces(scene: Scene, room: Depth, tall: float) -> None:
    """Lamps on the side walls that shine up and down."""
    end = max(room.cx, scene.w - room.cx) / room.half * 1.15
    for side in (-1, 1):
        for k in room.bays(5, max(2.0, end))[1:-1]:
            x, y = room.at(side * room.half, tall * 0.62, k)
            r = 15 * scene.u * k
            for up in (-1, 1):
                scene.canvas.haze(x, y + up * r * 2.6, r * 3, r * 5, rgb("#ffc878"), 0.42, 1.5)
            with scene.canvas.pen((x - r * 2, y - r * 2, x + r * 2, y + r * 2)) as pen:
                pen.poly(
                    [(x - r, y - r * 0.9), (x + r, y - r * 0.9), (x + r * 0.6, y + r), (x - r * 0.6, y + r)],
                    ink(rgb("#ffe8b0")),
                )
                pen.rect(x - r * 1.1, y - r * 1.1, x + r * 1.1, y - r * 0.7, scene.ink(GOLD, 0.9), r * 0.2)
                pen.rect(x - r * 0.7, y + r * 0.7, x + r * 0.7, y + r * 1.1, scene.ink(GOLD, 0.8), r * 0.2)


def _beam(scene: Scene, screen: tuple[float, float, float, float], room: Depth) -> None:
    """The beam that throws the picture, and the dust dancing in it."""
    x0, y0, x1, y1 = screen
    box = scene.canvas.clip(0, 0, scene.w, y1)
    if box[3] - box[1] < 4:
        return
    x, y = room.cx + (room.cx - scene.x(0.5)) * 2, scene.canvas.inner[1] - 0.08 * scene.h
    marks = Marks(box, 1)
    for k, value in ((1.0, 66), (0.62, 92), (0.3, 112)):
        m, half = (x0 + x1) / 2, (x1 - x0) / 2 * k
        marks.poly(
            [
                (x - 9 * k, y),
                (x + 9 * k, y),
                (m + half, y0 + (y1 - y0) * 0.5),
                (m - half, y0 + (y1 - y0) * 0.5),
            ],
            value,
        )
    light = marks.mask(9 * scene.u)
    rows = np.clip(1 - (np.arange(box[1], box[3], dtype=F) - F(y)) / F((y0 + y1) / 2 - y), 0, 1)[:, None]
    part = scene.canvas.part(box)
    part += (1 - part) * (light * rows * F(1.4))[..., None] * rgb("#e8ecff")


def _rows(scene: Scene, room: Depth, look: _Look) -> None:
    """The rows of seats, seen from behind, the far ones first."""
    near = room.nearest(scene) * 1.3
    count = 8
    for i, k in enumerate(room.bays(count, near)):
        if i == 0:
            continue
        tone = 0.66 - 0.3 * i / count
        _row(scene, room, look, k, tone)


def _row(scene: Scene, room: Depth, look: _Look, k: float, tone: float) -> None:
    size = min(room.half * 0.235, (room.floor - room.eye) * 1.05)
    _, y = room.at(0, 0, k)
    with scene.canvas.pen((0, y - size * 1.5 * k, scene.w, y + 6)) as pen:
        for side in (-1, 1):
            x = AISLE * 1.12 * room.half + size / 2
            while room.cx - x * k > -size * k or room.cx + x * k < scene.w + size * k:
                px = room.cx + side * x * k
                if -size * k < px < scene.w + size * k:
                    _seat(scene, pen, look, (px, y, size * k), tone)
                x += size


def _seat(scene: Scene, pen: Pen, look: _Look, at: tuple[float, float, float], tone: float) -> None:
    x, y, size = at
    it = Sketch(pen, x, y, size)
    tints: list[Ink] = [scene.ink(look.seat, tone + d) for d in (-0.24, 0.0, 0.3)]
    it.rect(-0.5, 0, 0.5, 0.5, scene.ink("#2f2430", tone * 0.5))
    it.rect(-0.44, 0.3, 0.44, 1.1, tints[0], 0.24)
    it.rect(-0.4, 0.34, 0.4, 1.06, tints[1], 0.2)
    it.rect(-0.3, 0.98, 0.3, 1.06, tints[2], 0.05)
    for px in (-0.5, 0.5):
        it.rect(px - 0.07, 0, px + 0.07, 0.56, scene.ink("#3a2c34", tone * 0.7), 0.05)
        it.rect(px - 0.07, 0.53, px + 0.07, 0.6, scene.ink(pale("#8a5a40", 0.1), tone + 0.1), 0.03)
