"""Small things in the air that were asked for: confetti, bubbles, petals, leaves, sparks, lights on strings.

Each has a random stream of its own. Most hang behind the figures; what is nearer keeps to the edges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import cos, sin

import numpy as np

from ..pixels import F, mix, rgb
from .pen import Point, Sketch, ink
from .scene import Scene
from .weather import fireflies

_HANGLESS = frozenset(
    {
        "sea",
        "sky",
        "space",
        "underwater",
        "moon",
        "mars",
        "desert",
        "cliff",
        "savanna",
        "oasis",
        "floating-island",
    }
)
"""Where there is nothing to hang a string of lights from."""
_PARTY = ("#f25f5c", "#ffd166", "#4fb0c6", "#8bc34a", "#f78fb3", "#9b7fe0", "#ff9f4a")


def in_the_air(scene: Scene, *, near: bool) -> None:
    """Paint all of them that the setting asks for: those behind the figures, or those before them."""
    for thing, paint in PAINTED.items():
        if thing in scene.setting.things and scene.setting.allows(thing):
            paint(scene, near)


def _spots(scene: Scene, name: str, count: float, near: bool) -> Iterator[tuple[float, float, float, float]]:
    """Points all over the picture, near ones only at its sides, each with two numbers in 0..1."""
    rng = scene.rng(f"{name}-near" if near else name)
    for a, b, c, d in rng.random((scene.count(count * (0.5 if near else 1.0)), 4)).tolist():
        if not near or abs(a - 0.5) > 0.36:
            yield a * scene.w, b * scene.h, c, d


def _confetti(scene: Scene, near: bool) -> None:
    """Slips of coloured paper turning as they fall, and a few curled streamers."""
    u = scene.u
    inks = [scene.ink(c, k) for c in _PARTY for k in (1.0, 0.8)]
    with scene.canvas.pen(None) as pen:
        for x, y, c, d in _spots(scene, "confetti", 150, near):
            long, wide, t = (5 + 8 * c) * u, (3 + 5 * c) * u * abs(cos(9 * d)) + u, 6.3 * d
            dx, dy = cos(t), sin(t)
            pen.poly(
                [
                    (x + dx * long - dy * wide, y + dy * long + dx * wide),
                    (x + dx * long + dy * wide, y + dy * long - dx * wide),
                    (x - dx * long + dy * wide, y - dy * long - dx * wide),
                    (x - dx * long - dy * wide, y - dy * long + dx * wide),
                ],
                inks[int(97 * d) % len(inks)],
            )
        for x, y, c, d in _spots(scene, "streamers", 12, near):
            curl: list[Point] = [(x + 13 * u * sin(i * 1.3 + 6 * d), y * 0.6 + i * 13 * u) for i in range(8)]
            pen.stroke(curl, 5 * u, 3 * u, inks[int(89 * c) % len(inks)])


def _bubbles(scene: Scene, near: bool) -> None:
    """Soap bubbles: a rim that shimmers in colours, a bright spot, the rest see-through."""
    white = mix(scene.light.tone("#ffffff", 1.0), np.ones(3, F), 0.6)
    u = scene.u
    for x, y, c, d in _spots(scene, "asked-bubbles", 34, near):
        r = (7 + 30 * c * c) * u
        hue = rgb(("#bfe6ff", "#e6c8ff", "#c8ffe6", "#ffe0f0")[int(d * 4)])
        box = (x - r * 1.2, y - r * 1.2, x + r * 1.2, y + r * 1.2)
        with scene.canvas.pen(box, ss=3, opacity=0.78) as pen:
            pen.circle(x, y, r, ink(mix(hue, white, 0.3), 0.75))
            pen.circle(x, y, r * 0.9, ink(mix(hue, white, 0.2), 0.22))
            arc = [(x + r * 0.72 * cos(t), y + r * 0.72 * sin(t)) for t in np.linspace(0.3, 1.5, 7).tolist()]
            pen.stroke(arc, r * 0.1, r * 0.06, ink(white, 0.7))
            pen.ellipse(x - r * 0.36, y - r * 0.42, r * 0.22, r * 0.14, ink(white, 0.95))


def _petals(scene: Scene, near: bool) -> None:
    _drifting(scene, "petals", ("#ffd3df", "#f9a8c0", "#fff0f4", "#ffc1d3"), (52, 0.8), near)


def _leaves(scene: Scene, near: bool) -> None:
    autumn = ("#e8a03c", "#d9663c", "#f2cf5a", "#b94a34")
    _drifting(
        scene,
        "leaves",
        autumn if scene.setting.season == "autumn" else ("#6fb04f", "#a9c94a", "#e8b43c", "#4f9a52"),
        (44, 1.0),
        near,
    )


def _drifting(
    scene: Scene, name: str, colors: tuple[str, ...], many: tuple[float, float], near: bool
) -> None:
    count, scale = many
    inks = [(scene.ink(c, 1.0), scene.ink(c, 0.6)) for c in colors]
    with scene.canvas.pen(None) as pen:
        for x, y, c, d in _spots(scene, f"asked-{name}", count, near):
            size, t = (10 + 15 * c) * scene.u * scale, 6.3 * d
            lit, dim = inks[int(d * 97) % len(inks)]
            pen.leaf(x, y, size, size * 0.52, t, lit)
            pen.line((x, y), (x + cos(t) * size * 0.9, y + sin(t) * size * 0.9), max(0.7, size * 0.05), dim)


def _glowworms(scene: Scene, near: bool) -> None:
    if near:
        fireflies(scene, scene.horizon)


def _sparks(scene: Scene, near: bool) -> None:
    """Embers rising."""
    gold, heart = rgb("#ff9a3c"), rgb("#fff0c0")
    for x, y, c, _ in _spots(scene, "sparks", 46, near):
        r = (1.4 + 2.6 * c) * scene.u
        scene.canvas.glow(x, y, r * 5, gold, 0.55)
        scene.canvas.glow(x, y, r * 1.5, heart, 0.95, 1.0)


def _lights(scene: Scene, near: bool) -> None:
    """Two strings of coloured bulbs across the top."""
    if near or scene.setting.place in _HANGLESS:
        return
    u, n = scene.u, max(8, int(scene.w / (58 * scene.u)))
    bulbs: list[tuple[float, float, str]] = []
    with scene.canvas.pen((0, 0, scene.w, scene.h * 0.4)) as pen:
        for row, (high, sag) in enumerate(((0.02, 62), (0.0, 118))):
            line: list[Point] = [
                (scene.w * t, scene.h * high + sag * scene.v * 4 * t * (1 - t))
                for t in np.linspace(-0.02, 1.02, n).tolist()
            ]
            pen.stroke(line, 1.8 * u, 1.8 * u, scene.ink("#4a3f4a", 0.5))
            bulbs += [(x, y, _PARTY[(i + row) % len(_PARTY)]) for i, (x, y) in enumerate(line)]
        for x, y, color in bulbs:
            it = Sketch(pen, x, y, 20 * u)
            it.rect(-0.12, -0.2, 0.12, 0.06, scene.ink("#4a3f4a", 0.5))
            it.ellipse(0, -0.52, 0.3, 0.38, ink(mix(rgb(color), np.ones(3, F), 0.3)))
            it.ellipse(-0.08, -0.44, 0.1, 0.14, ink(mix(rgb(color), np.ones(3, F), 0.75)))
    for x, y, color in bulbs:
        amount = 0.25 + 0.35 * scene.light.dark
        scene.canvas.glow(x, y + 10 * u, 46 * u, mix(rgb(color), rgb("#ffe2a0"), 0.4), amount)


PAINTED: Mapping[str, Callable[[Scene, bool], None]] = {
    "light": _lights,
    "firefly": _glowworms,
    "leaf": _leaves,
    "petal": _petals,
    "bubble": _bubbles,
    "confetti": _confetti,
    "fire": _sparks,
}
