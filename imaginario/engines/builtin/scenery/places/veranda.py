"""The porch: boards under a roof, a railing with steps down into the garden, pots, a hanging lamp."""

from __future__ import annotations

from collections.abc import Callable

from ...pixels import mix, rgb
from .. import buildings, flowers, land, plants
from ..canvas import ramp_rows
from ..pen import Ink, Pen, Point, Sketch, ink
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from ..weather import falling
from .country import backdrop
from .greylane import pot
from .meadow import lawn

WHITE = "#fbf4e8"
WALLS = ("#a9c4c0", "#e3c79a", "#c9b4a4", "#b5c8a4")


def porch(scene: Scene) -> Stage:
    """We stand on the boards before a house and look past the railing into the garden."""
    scene = scene.with_layout(horizon=0.47 + 0.3 * (scene.layout.horizon - 0.58))
    hor, h = scene.horizon, scene.h
    edge = hor + 0.38 * (h - hor)
    way = -1 if scene.layout.flip else 1
    paint_sky(scene)
    door = _garden(scene, edge)
    falling(scene)
    gap = (door - min(0.12 * scene.w, 110 * scene.u), door + min(0.12 * scene.w, 110 * scene.u))
    _boards(scene, edge)
    _steps(scene, edge, gap)
    _railing(scene, edge, gap)
    _wall(scene, edge, way)
    _roof(scene, edge, gap)
    _furnish(scene, edge, gap)
    land.side_light(scene, edge, 0.1)
    if scene.light.dark > 0.2:
        warm = rgb("#ffcf7a")
        scene.canvas.haze(
            door, edge + 0.3 * (h - edge), 420 * scene.u, 0.7 * (h - edge), warm, 0.3 * scene.light.dark
        )
    return scene.stage(hor + (h - hor) * 0.8)


def _garden(scene: Scene, edge: float) -> float:
    """Lawns with trees and beds of flowers, and a path; gives the x at which it reaches the steps."""
    hor, h, u = scene.horizon, scene.h, scene.u
    backdrop(scene)
    line = lawn(scene, hor + 0.1 * (h - hor), 10)
    road = land.path(scene, "path", line, ("#f6ead0", "#e3cda4"), edge + 30 * u)
    if scene.allows("tree"):
        rng = scene.rng("garden-trees")
        for share, deep, size in ((0.4, 0.03, 150), (0.93, 0.05, 210), (0.24, 0.1, 270)):
            plants.tree(
                scene, fork(rng), scene.x(share), hor + (0.1 + deep) * (h - hor), size * scene.v, 0.08
            )
    top = float(line.mean())
    inks = [
        scene.ink(c, k) for c, k in (("#7fc24f", 1.0), ("#4f9a45", 0.8), ("#a9d95c", 1.0), ("#3a8548", 0.6))
    ]
    land.grass(scene, "grass", top + 8 * u, edge + 20 * u, inks, 260, 14, road=road)
    flowers.field(scene, "flowers", top + 12 * u, edge + 20 * u, 110, 8.0, road=road)
    rng = scene.rng("roses")
    door = float(road.middle[min(len(road.middle) - 1, max(0, int(edge - 20 * u) - road.top))])
    for share in (0.14, 0.24, 0.33, 0.68, 0.8, 0.94):
        x, size = scene.x(share), (110 + 40 * rng.random()) * u
        if abs(x - door) < 190 * u:
            continue
        plants.bush(scene, fork(rng), x, edge + 14 * u, size)
        if scene.allows("flower"):
            bloom = [scene.ink(c, k) for c, k in (("#f2545b", 0.8), ("#ff8fab", 1.0), ("#ffd3dd", 1.0))]
            with scene.canvas.pen((x - size, edge - size, x + size, edge + 10 * u)) as pen:
                for a, b, c in rng.random((16, 3)).tolist():
                    pen.circle(
                        x + (a - 0.5) * size * 0.8,
                        edge + 4 * u - b * size * 0.36,
                        (4 + 4 * c) * u,
                        bloom[int(c * 3)],
                    )
    return door


def _ground(scene: Scene, edge: float) -> Callable[[float, float], Point]:
    """The canvas point of a point of the floor: units from the middle at its far edge, depth from 0 to 1."""
    eye = edge - 1.3 * (scene.h - edge)
    cx = scene.x(0.5)

    def at(x: float, t: float) -> Point:
        y = edge + (scene.h - edge) * t
        return cx + x * (y - eye) / (edge - eye), y

    return at


def _boards(scene: Scene, edge: float) -> None:
    """Floor boards running towards the garden, the light of the sky upon them."""
    h, u, at = scene.h, scene.u, _ground(scene, edge)
    tones = [scene.tone(c, k) for c, k in (("#d9a870", 1.0), ("#c48f58", 0.9), ("#a06f42", 0.7))]
    rows = ramp_rows(tones, edge, h, h)
    scene.canvas.a[int(edge) :] = rows[int(edge) :, None]
    rng, step = scene.rng("porch-boards"), 40 * u
    n = int(scene.w / step / 2) + 3
    seam, lit, dim = scene.ink("#6f4a30", 0.5), scene.ink("#ecc490", 1.0), scene.ink("#b07f4c", 0.8)
    with scene.canvas.pen((0, edge, scene.w, h), opacity=0.6) as pen:
        for i in range(-n, n):
            a, b, luck = i * step, (i + 1) * step, rng.random()
            if luck < 0.5:
                pen.poly([at(a, 0), at(b, 0), at(b, 1.02), at(a, 1.02)], lit if luck < 0.26 else dim)
            pen.poly([at(a, 0), at(a + 1.6 * u, 0), at(a + 1.8 * u, 1.02), at(a, 1.02)], seam)
            t = 0.15 + 0.75 * rng.random()
            pen.poly([at(a, t), at(b, t), at(b, t + 0.012), at(a, t + 0.012)], seam)
    shine = mix(scene.light.sky[-1], scene.light.sun, 0.5)
    scene.canvas.haze(
        scene.light_x * 0.5 + scene.w * 0.25,
        edge + 20 * u,
        0.4 * scene.w,
        0.5 * (h - edge),
        shine,
        0.3 * (1 - scene.light.dark),
    )
    with scene.canvas.pen((0, edge - 10 * u, scene.w, edge + 12 * u)) as pen:
        pen.rect(-2, edge - 2 * u, scene.w + 2, edge + 5 * u, scene.ink(scene.snowed("#efd0a0"), 1.0))
        pen.rect(-2, edge - 8 * u, scene.w + 2, edge - 2 * u, scene.ink("#7f5a3c", 0.5))


def _steps(scene: Scene, edge: float, gap: tuple[float, float]) -> None:
    """The steps that go down to the path where the railing is open, a rail at each side of them."""
    u, (a, b) = scene.u, gap
    tall, lit, dim = 108 * u, scene.ink(scene.snowed("#e3bd88"), 1.0), scene.ink("#8a6040", 0.55)
    white, shade = scene.ink(WHITE, 1.0), scene.ink("#cfc4c4", 0.6)
    with scene.canvas.pen((a - 20 * u, edge - tall * 1.2, b + 20 * u, edge + 4 * u)) as pen:
        for i in (2, 1, 0):
            y, d = edge - (4 + 10 * i) * u, 9 * u * (i + 1)
            pen.poly([(a + d + 5 * u, y - 11 * u), (b - d - 5 * u, y - 11 * u), (b - d, y), (a + d, y)], lit)
            pen.line((a + d, y), (b - d, y), 3 * u, dim)
        for x, way in ((a, 1), (b, -1)):
            end = (x + way * 34 * u, edge - 0.5 * tall)
            pen.rect(end[0] - 5 * u, end[1] - 6 * u, end[0] + 5 * u, edge - 30 * u, white, 2 * u)
            pen.line((x, edge - tall + 4 * u), (end[0], end[1] + 4 * u), 10 * u, shade)
            pen.line((x, edge - tall), end, 10 * u, white)
            pen.circle(end[0], end[1] - 9 * u, 7 * u, white)


def _railing(scene: Scene, edge: float, gap: tuple[float, float]) -> None:
    """White balusters between rails, on both sides of the steps."""
    u, tall, (g0, g1) = scene.near, 108 * scene.near, gap
    white, shade, cream = (scene.ink(c, k) for c, k in ((WHITE, 1.0), ("#cfc4c4", 0.6), ("#fffaf0", 1.0)))
    with scene.canvas.pen((0, edge - tall - 20 * u, scene.w, edge + 6 * u)) as pen:
        for x0, x1 in ((-10 * u, g0), (g1, scene.w + 10 * u)):
            n = max(2, int((x1 - x0) / (25 * u)))
            for i in range(n):
                x = x0 + (x1 - x0) * (i + 0.5) / n
                pen.rect(x - 4.5 * u, edge - tall, x + 4.5 * u, edge - 10 * u, white)
                off = -scene.light_side
                pen.rect(
                    min(x + off * 4.5 * u, x + off * 1.5 * u),
                    edge - tall,
                    max(x + off * 4.5 * u, x + off * 1.5 * u),
                    edge - 10 * u,
                    shade,
                )
                pen.ellipse(x, edge - 0.45 * tall, 7 * u, 13 * u, white)
            pen.rect(x0, edge - 20 * u, x1, edge - 10 * u, white)
            pen.rect(x0, edge - 13 * u, x1, edge - 10 * u, shade)
            pen.rect(x0, edge - tall - 9 * u, x1, edge - tall + 5 * u, cream, 3 * u)
            pen.rect(x0, edge - tall + 1 * u, x1, edge - tall + 6 * u, shade)


def _post(scene: Scene, pen: Pen, x: float, foot: float, top: float, w: float) -> None:
    """A turned post that carries the roof."""
    white, shade = scene.ink(WHITE, 1.0), scene.ink("#c9bfc4", 0.6)
    off = -scene.light_side
    for half, low, high in (
        (1.0, foot, top),
        (1.5, foot + 2, foot - 1.6 * w),
        (1.3, foot - 7.4 * w, foot - 6.4 * w),
        (1.4, top + 2.2 * w, top),
    ):
        pen.rect(x - half * w, high, x + half * w, low, white, 0.2 * w)
        a, b = x + off * half * w, x + off * half * w * 0.45
        pen.rect(min(a, b), high, max(a, b), low, shade)


def _roof(scene: Scene, edge: float, gap: tuple[float, float]) -> None:
    """The beam and the ceiling over us, on posts with carved brackets; a lamp hangs from it."""
    u, v, w = scene.near, scene.v, scene.w
    low = max(scene.canvas.inner[1], 0) + 96 * v
    white, shade, wood, dark = (
        scene.ink(c, k) for c, k in ((WHITE, 0.96), ("#c9bfc4", 0.6), ("#b98a58", 0.62), ("#7f5a3c", 0.45))
    )
    posts = (-0.0 * w, gap[0] - 8 * u, gap[1] + 8 * u, w)
    with scene.canvas.pen((0, 0, w, edge + 6 * u)) as pen:
        pen.rect(-2, -2, w + 2, low - 26 * v, wood)
        for i in range(-14, 15):
            x = w / 2 + i * 60 * u
            pen.line((x, low - 26 * v), (w / 2 + (x - w / 2) * 1.7, -2), 2.4 * u, dark)
        for x in posts:
            _post(scene, pen, x, edge + 2 * u, low - 4 * v, 11 * u)
            for s in (-1, 1):
                pen.blob(
                    [
                        (x + s * 10 * u, low + 70 * v),
                        (x + s * 16 * u, low + 30 * v),
                        (x + s * 38 * u, low + 12 * v),
                        (x + s * 76 * u, low),
                        (x + s * 8 * u, low - 2 * v),
                    ],
                    white,
                    5,
                )
                pen.circle(x + s * 25 * u, low + 15 * v, 7 * u, shade)
        pen.rect(-2, low - 30 * v, w + 2, low, white)
        pen.rect(-2, low - 6 * v, w + 2, low, shade)
        pen.rect(-2, low - 36 * v, w + 2, low - 28 * v, dark)
    _lamp(scene, (gap[0] + gap[1]) / 2, low - 30 * v, 34 * v)


def _lamp(scene: Scene, x: float, top: float, size: float) -> None:
    """A lantern of iron and glass on its chain."""
    on, y = scene.light.dark > 0.2, top + 3.0 * size
    iron, shine = scene.ink("#3f4456", 0.5), scene.ink("#7a8298", 1.0)
    glass = ink(rgb("#ffe9a8")) if on else scene.ink("#f3f4ea", 1.0)
    with scene.canvas.pen((x - size * 2, 0, x + size * 2, y + size * 2)) as pen:
        it = Sketch(pen, x, y, size)
        it.line((0, 0.9), (0, 4.4), 0.09, iron)
        it.ellipse(0, 4.4, 0.5, 0.14, iron)
        it.poly(glass, (-0.5, 0.4), (0.5, 0.4), (0.38, -0.7), (-0.38, -0.7))
        if on:
            it.blob(ink(rgb("#ffb040")), (-0.12, -0.4), (0, 0.16), (0.12, -0.4))
        for a, b in ((-0.5, -0.38), (0.5, 0.38), (0, 0)):
            it.line((a, 0.4), (b, -0.7), 0.07, iron)
        it.poly(iron, (-0.66, 0.38), (0, 1.0), (0.66, 0.38))
        it.poly(shine, (scene.light_side * 0.5, 0.42), (0, 0.94), (scene.light_side * 0.2, 0.42))
        it.rect(-0.44, -0.8, 0.44, -0.66, iron)
        it.circle(0, 1.05, 0.14, iron)
    if on:
        scene.canvas.glow(x, y, size * 7, rgb("#ffcf7a"), 0.5)


def _wall(scene: Scene, edge: float, way: int) -> None:
    """The house at one side: painted boards, a window with a lamp behind it and a box of flowers."""
    h, v = scene.h, scene.v
    out = 0.0 if way > 0 else float(scene.w)
    far_x, near_x = scene.x(0.13), scene.x(0.0) - way * 0.02 * scene.w
    color = WALLS[int(scene.rng("siding").integers(len(WALLS)))]
    k = 0.95 if way != scene.light_side * -1 else 0.7
    eye = scene.horizon

    def at(along: float, up: float) -> Point:
        x = far_x + (near_x - far_x) * along
        low = edge + (h * 1.08 - edge) * along
        high = eye - (eye - 60 * v) * (1 + 0.6 * along)
        return x, low + (high - low) * up

    wall, seam, trim = scene.ink(color, k), scene.ink(color, k * 0.6), scene.ink(WHITE, k)
    lit: list[Point] = []
    with scene.canvas.pen((0, 0, scene.w, h)) as pen:
        pen.poly([at(0, 0), at(0, 1), at(1, 1), (out, 0), (out, h), at(1, 0)], wall)
        for i in range(1, 20):
            (x0, y0), (x1, y1) = at(0, i / 20), at(1, i / 20)
            pen.line((x0, y0), (x1, y1), 2.2 * scene.u, seam)
        pen.poly([at(0, 0), at(0, 1), at(0.07, 1), at(0.07, 0)], trim)
        pen.poly([at(0, 0), at(0, 0.03), at(1, 0.03), at(1, 0)], scene.ink(WHITE, k * 0.8))
        pane, on = buildings.window_ink(scene, scene.rng("porch-window"))
        _window(scene, pen, at, (trim, pane, scene.ink("#4f8a8a", k)))
        if on:
            lit.append(at(0.5, 0.56))
    for x, y in lit:
        scene.canvas.glow(x, y, 190 * v, rgb("#ffc766"), 0.34)


def _window(scene: Scene, pen: Pen, at: Callable[[float, float], Point], inks: tuple[Ink, Ink, Ink]) -> None:
    """The window in the wall: shutters, panes, a box of flowers under it."""
    trim, pane, shutter = inks

    def quad(a: float, b: float, low: float, high: float, tint: Ink) -> None:
        pen.poly([at(a, low), at(a, high), at(b, high), at(b, low)], tint)

    quad(0.18, 0.84, 0.4, 0.78, shutter)
    quad(0.3, 0.72, 0.38, 0.8, trim)
    quad(0.34, 0.68, 0.41, 0.77, pane)
    quad(0.5, 0.52, 0.41, 0.77, trim)
    quad(0.34, 0.68, 0.59, 0.605, trim)
    quad(0.26, 0.76, 0.33, 0.385, scene.ink("#a8754a", 0.8))
    if scene.allows("flower"):
        bloom = [scene.ink(c, 1.0) for c in ("#e8506a", "#ffb04a", "#5fa850", "#4f9a4f", "#f7b5c4")]
        for a, b, c in scene.rng("window-box").random((22, 3)).tolist():
            x, y = at(0.26 + 0.5 * a, 0.385 + 0.035 * b)
            pen.circle(x, y, (4 + 4 * c) * scene.v, bloom[int(c * 5)])


def _furnish(scene: Scene, edge: float, gap: tuple[float, float]) -> None:
    """Pots of flowers by the posts and along the sides, and a mat before the steps."""
    rng, u, at = scene.rng("porch-pots"), scene.near, _ground(scene, edge)
    middle, half = (gap[0] + gap[1]) / 2 - scene.x(0.5), 0.36 * (gap[1] - gap[0])
    with scene.canvas.pen((0, edge, scene.w, scene.h)) as pen:
        for inset, near, color in ((0.0, 0.0, "#b5503f"), (0.09, 0.022, "#e0a862"), (0.18, 0.044, "#c8634a")):
            a, b = middle - half * (1 - inset), middle + half * (1 - inset)
            pen.poly(
                [at(a, 0.1 + near), at(b, 0.1 + near), at(b, 0.27 - near), at(a, 0.27 - near)],
                scene.ink(color, 0.95),
            )
    for x, deep, size in (
        (gap[0] - 46 * u, 0.05, 66),
        (gap[1] + 46 * u, 0.05, 62),
        (scene.x(0.9), 0.14, 104),
        (scene.x(0.15), 0.2, 84),
        (scene.x(0.99), 0.34, 132),
        (scene.x(0.06), 0.46, 116),
    ):
        pot(scene, rng, x, edge + (scene.h - edge) * deep, size * u)
