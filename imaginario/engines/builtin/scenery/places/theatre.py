"""The stage: boards, a curtain drawn aside, light from above."""

from __future__ import annotations

import numpy as np

from ...pixels import F, noise, rgb
from .. import interior
from ..pen import Marks, Pen, Point, ink
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors

VELVET = ("#b3283a", "#8a2f6a", "#2f6f8a", "#a8452f", "#3f4fa0")
NEON = ("#ff5fa8", "#4fd0ff", "#ffd34a", "#8a6cff", "#5ff0a8")


def stage(scene: Scene) -> Stage:
    """A theatre's stage with velvet and a painted cloth, or a concert's with coloured beams."""
    scene = indoors(scene)
    concert = scene.layout.variant > 0.62
    _backcloth(scene, concert)
    _boards(scene)
    _beams(scene, concert)
    velvet = VELVET[int(scene.rng("velvet").integers(len(VELVET)))]
    if concert:
        _truss(scene)
        _speakers(scene)
    else:
        _drapes(scene, velvet)
        _valance(scene, velvet)
    _footlights(scene)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.58
    return scene.stage(ground, indoor=True, light=(scene.w / 2, 0.0))


def _backcloth(scene: Scene, concert: bool) -> None:
    """The painted cloth behind: a starry evening over hills, or for a concert the dark and a glow."""
    hor, u, rng = scene.horizon, scene.u, scene.rng("backcloth")
    if concert:
        stops = [rgb(c) * F(0.9) for c in ("#0e0a26", "#241650", "#5a2f8a", "#b04f9a")]
        scene.canvas.gradient(stops, 0, hor, int(hor) + 2)
        for a, b, c in rng.random((scene.count(40), 3)).tolist():
            tint = rgb(NEON[int(c * len(NEON))])
            scene.canvas.glow(a * scene.w, hor * (0.2 + 0.75 * b), (7 + 12 * c) * u, tint, 0.5, 1.2)
        return
    kinds = (("#1f2a66", "#4a4a9a", "#a06ab0", "#f2b48a"), ("#3f8fd0", "#7fc0ea", "#c9e8f2", "#fbeed0"))
    sky = kinds[int(rng.integers(2)) if scene.setting.time in ("day", "dawn") else 0]
    cool = np.array((0.9, 0.92, 1.0), F)
    scene.canvas.gradient([rgb(c) * cool for c in sky], 0, hor, int(hor) + 2)
    with scene.canvas.pen((0, 0, scene.w, hor)) as pen:
        pen.circle(scene.x(0.68), hor * 0.36, 42 * u, scene.ink("#fff3c4", 1.0))
        for a, b, c in rng.random((scene.count(26), 3)).tolist():
            pen.star(a * scene.w, hor * (0.08 + 0.5 * b), (4 + 7 * c) * u, scene.ink("#fff6d6", 1.0), 5, 0.45)
        for k, tint in ((0.66, "#6f8fc0"), (0.8, "#5f9a7a"), (0.93, "#4f8a4f")):
            wave = rng.random(2) * 6.3
            xs = np.linspace(-10, scene.w + 10, 25)
            bumps = np.sin(xs / (130 * u) + wave[0]) + 0.5 * np.sin(xs / (61 * u) + wave[1])
            line: list[Point] = [
                (float(x), float(hor * k - b * 20 * u)) for x, b in zip(xs, bumps, strict=True)
            ]
            pen.poly([*line, (scene.w + 10.0, hor + 4), (-10.0, hor + 4)], scene.ink(tint, 0.8))
    interior.corners(scene, 0.4)


def _boards(scene: Scene) -> None:
    interior.floor(scene, "#a8703f")
    scene.canvas.shadow(scene.w / 2, scene.horizon, scene.w * 0.8, 26 * scene.u, rgb("#3a2030"), 0.5)


def _beams(scene: Scene, concert: bool) -> None:
    """Cones of light from above, each with its pool on the boards."""
    if scene.canvas.beside:
        return
    hor, h, w = scene.horizon, scene.h, scene.w
    floor = hor + (h - hor) * 0.56
    tints = NEON if concert else ("#fff1c9", "#ffe2b0", "#fff1c9", "#ffd9c0", "#fff6dc")
    aims = ((0.06, 0.3), (0.94, 0.7), (0.5, 0.5), (0.24, 0.62), (0.78, 0.36))[: 5 if concert else 3]
    first = int(scene.rng("beams").integers(len(tints)))
    for i, (start, end) in enumerate(aims):
        color = rgb(tints[(first + i) % len(tints)])
        half = (0.15 if i == 2 else 0.12) * min(w, 1.2 * h)
        marks = Marks((0, 0, w, h), 1)
        x0, x1 = w * start, w * end
        marks.poly(
            [(x0 - 6 * scene.u, -4), (x0 + 6 * scene.u, -4), (x1 + half, floor), (x1 - half, floor)], 255
        )
        mask = marks.mask(7 * scene.u)
        fall = np.linspace(1.0, 0.45, h, dtype=F)[:, None]
        part = scene.canvas.a
        part += (1 - part) * ((mask * fall * F(0.3 if concert else 0.22))[..., None] * color)
        scene.canvas.haze(x1, floor, half * 1.35, (h - hor) * 0.26, color, 0.4, 1.1)


def _drapes(scene: Scene, color: str) -> None:
    """The curtain drawn to both sides, in deep folds, held by a golden cord."""
    u, low = scene.u, scene.horizon + 0.1 * (scene.h - scene.horizon)
    wide = min(0.24 * scene.w, 190 * u)
    folds = 7
    with scene.canvas.pen((0, 0, scene.w, low + 20 * u)) as pen:
        for side in (-1, 1):
            edge = 0.0 if side < 0 else float(scene.w)
            for i in range(folds):
                a, b = i / folds, (i + 1.12) / folds
                _fold(scene, pen, color, (edge, -side), (a * wide, b * wide), low)
            ty = low * 0.62
            tie: list[Point] = [
                (edge, ty - 26 * u),
                (edge - side * wide * 0.5, ty),
                (edge - side * wide * 0.66, ty - 8 * u),
            ]
            pen.stroke(tie, 12 * u, 10 * u, scene.ink("#d9a441", 0.8))
            pen.circle(edge - side * wide * 0.66, ty - 8 * u, 11 * u, scene.ink("#f2cf6a", 1.0))
            pen.poly(
                [
                    (edge - side * wide * 0.66 - 7 * u, ty),
                    (edge - side * wide * 0.66 + 7 * u, ty),
                    (edge - side * wide * 0.66 + 10 * u, ty + 40 * u),
                    (edge - side * wide * 0.66 - 10 * u, ty + 40 * u),
                ],
                scene.ink("#d9a441", 0.85),
            )


def _fold(
    scene: Scene, pen: Pen, color: str, at: tuple[float, int], span: tuple[float, float], low: float
) -> None:
    """One fold: a strip that is drawn in at the cord, with a dark valley and a bright ridge."""
    edge, way = at
    a, b = span

    def x(share: float, y: float) -> float:
        nip = 1 - 0.36 * np.exp(-(((y / low - 0.62) / 0.2) ** 2)) + 0.22 * max(0.0, 0.36 - y / low)
        return edge + way * (a + (b - a) * share) * float(nip)

    ys = [float(y) for y in np.linspace(-5, low, 15)]
    for lo, hi, k in ((0.0, 1.0, 0.3), (0.22, 0.95, 0.72), (0.42, 0.68, 1.0)):
        left, right = [(x(lo, y), y) for y in ys], [(x(hi, y), y) for y in ys]
        pen.poly([*left, *right[::-1]], scene.ink(color, k))


def _valance(scene: Scene, color: str) -> None:
    """Swags of the same velvet along the top, with a golden fringe."""
    u, deep = scene.u, min(0.16 * scene.horizon, 96 * scene.v)
    n = max(3, round(scene.w / (190 * u)))
    wide = scene.w / n
    gold, dim = scene.ink("#f2cf6a", 1.0), scene.ink("#b8863f", 0.7)
    with scene.canvas.pen((0, -10, scene.w, deep * 1.7)) as pen:
        for i in range(n):
            x0, mid = i * wide, (i + 0.5) * wide
            for k, tone in (
                (1.0, dim),
                (0.93, gold),
                (0.86, scene.ink(color, 0.6)),
                (0.6, scene.ink(color, 0.85)),
                (0.36, scene.ink(color, 1.0)),
            ):
                sag: list[Point] = [
                    (x0 + wide * t, deep * k * (0.62 + 0.9 * (1 - (2 * t - 1) ** 2) * 0.8))
                    for t in np.linspace(0, 1, 15).tolist()
                ]
                pen.poly([(x0, -5), *sag, (x0 + wide, -5)], tone)
            for t in (0.3, 0.5, 0.7):
                pen.stroke(
                    [(mid + (t - 0.5) * wide * 0.2, 0), (x0 + wide * t, deep * 0.8)],
                    5 * u,
                    2 * u,
                    scene.ink(color, 0.4),
                )
        pen.rect(-5, -5, scene.w + 5, deep * 0.2, scene.ink(color, 0.5))
        pen.rect(-5, deep * 0.18, scene.w + 5, deep * 0.24, gold)


def _truss(scene: Scene) -> None:
    """The girder above a concert, hung with lamps."""
    u, y, deep = scene.u, 0.07 * scene.horizon, 26 * scene.u
    steel, dark = scene.ink("#8f97ad", 0.8), scene.ink("#2c2a40", 0.6)
    step = 40 * u
    n = int(scene.w / step) + 2
    with scene.canvas.pen((0, -5, scene.w, y + deep + 60 * u)) as pen:
        for yy in (y, y + deep):
            pen.rect(-5, yy - 2 * u, scene.w + 5, yy + 2 * u, steel)
        for i in range(n):
            pen.line((i * step, y), ((i + 0.5) * step, y + deep), 2 * u, steel)
            pen.line(((i + 0.5) * step, y + deep), ((i + 1) * step, y), 2 * u, steel)
        for share in (0.06, 0.24, 0.5, 0.78, 0.94):
            x = share * scene.w
            pen.poly(
                [
                    (x - 9 * u, y + deep),
                    (x + 9 * u, y + deep),
                    (x + 15 * u, y + deep + 34 * u),
                    (x - 15 * u, y + deep + 34 * u),
                ],
                dark,
            )
            pen.ellipse(x, y + deep + 34 * u, 15 * u, 6 * u, ink(rgb("#fffbe2")))


def _speakers(scene: Scene) -> None:
    """Towers of loudspeakers at both sides."""
    u, foot = scene.near, scene.horizon + 30 * scene.u
    for side in (-1, 1):
        x = scene.w / 2 + side * (scene.w / 2 - 46 * u)
        with scene.canvas.pen((x - 70 * u, foot - 330 * u, x + 70 * u, foot + 4)) as pen:
            for i in range(3):
                y = foot - i * 96 * u
                pen.rect(x - 50 * u, y - 92 * u, x + 50 * u, y, scene.ink("#35324a", 0.6), 5 * u)
                pen.rect(x - 44 * u, y - 86 * u, x + 44 * u, y - 6 * u, scene.ink("#4a4664", 0.7), 4 * u)
                pen.circle(x, y - 36 * u, 26 * u, scene.ink("#2a2740", 0.5))
                pen.circle(x, y - 36 * u, 18 * u, scene.ink("#6a6684", 0.8))
                pen.circle(x, y - 36 * u, 7 * u, scene.ink("#2a2740", 0.5))
                pen.circle(x, y - 74 * u, 10 * u, scene.ink("#6a6684", 0.8))


def _footlights(scene: Scene) -> None:
    """The front edge of the stage with a row of small lamps."""
    u, top = scene.u, scene.h - 30 * scene.u
    step = 76 * u
    with scene.canvas.pen((0, top - 20 * u, scene.w, scene.h)) as pen:
        pen.rect(-5, top, scene.w + 5, scene.h + 5, scene.ink("#5a3226", 0.5))
        pen.rect(-5, top, scene.w + 5, top + 7 * u, scene.ink("#d9a441", 0.9))
        for i in range(int(scene.w / step) + 2):
            x = (i + 0.25) * step
            pen.ellipse(x, top, 15 * u, 12 * u, scene.ink("#c9973f", 0.9))
            pen.ellipse(x, top - 2 * u, 10 * u, 7 * u, ink(rgb("#fff6cf")))
    for i in range(int(scene.w / step) + 2):
        scene.canvas.glow((i + 0.25) * step, top - 4 * u, 60 * u, rgb("#ffdf9a"), 0.4, 1.6)
    dust = noise(scene.rng("dust"), scene.w, scene.h, 90 * u, 2) - F(0.5)
    scene.canvas.a += (dust * F(0.03))[..., None]
    np.clip(scene.canvas.a, 0, 1, out=scene.canvas.a)
