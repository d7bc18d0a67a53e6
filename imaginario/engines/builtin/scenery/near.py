"""The near layer: soft foliage at the edges of the picture, painted after the subjects."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from .pen import Pen
from .scene import Scene

_LEAFY = frozenset(
    {"meadow", "forest", "garden", "village", "lake", "river", "farm", "castle", "park", "road"}
)
_GRASSY = _LEAFY | {"mountains", "graveyard", "bamboo", "hill"}


_PLAIN = frozenset(
    {
        "water-town",
        "venice",
        "steppe",
        "rice-terraces",
        "schoolyard",
        "porch",
        "hot-spring",
        "ice-rink",
        "ice",
    }
)
"""Kinds of leafy places that have none of their grass and boughs at the edges."""
_PAVED = frozenset({"corcovado"})
"""Kinds of mountains with leafy trees and no grass underfoot."""


_BOUGHS = {
    "": ("#24603a", "#357a42", "#4f9a4c", "#86bf58"),
    "autumn": ("#8a3a2a", "#c8552f", "#e08a34", "#f3b24a"),
    "spring": ("#357a42", "#d978a0", "#ef9fbc", "#ffd3df"),
}


def near_layer(scene: Scene, *, crowded: bool = False) -> None:
    """Branches in the upper corners and blades in the lower ones, as the layout's framing asks.

    `crowded` says that subjects may be up there: then no branches.
    """
    place, frame = scene.setting.place, scene.layout.frame
    if scene.setting.kind in _PLAIN:
        return
    snowed = place == "snow" or scene.setting.kind == "snowy-mountains"
    paved = scene.setting.kind in _PAVED
    if place in _GRASSY | {"jungle"} and not (snowed or paved) and scene.allows("grass"):
        _fringe(scene)
    if frame == "none" or crowded or not scene.allows("tree") or "planet" in scene.setting.sky:
        return
    sides = (-1, 1) if frame == "both" else (-scene.light_side,)
    for side in sides:
        if place in _LEAFY or paved:
            _bough(scene, side)
        elif place in ("beach", "jungle"):
            _frond(scene, side)
        elif place in ("snow", "mountains"):
            _needles(scene, side, snowy=snowed)
        elif place == "underwater":
            _weed(scene, side)


def _fringe(scene: Scene) -> None:
    """Out-of-focus grass along the lower edge, tall in the corners and absent in the middle."""
    rng, u, h = scene.rng("fringe"), scene.near, scene.h
    inks = [scene.ink(c, k) for c, k in (("#2f6f3c", 0.45), ("#3f8a48", 0.6), ("#5fa350", 0.75))]
    with scene.canvas.pen((0, h - 130 * u, scene.w, h), soft=1.5 * scene.u) as pen:
        for a, b, c, d in rng.random((scene.count(110), 4)).tolist():
            x = a * scene.w
            aside = max(0.0, abs(a - 0.5) * 2 - 0.42) / 0.58
            tall = (8 + 95 * aside**1.5) * u * (0.6 + 0.6 * b)
            if aside > 0:
                pen.blade(x, h + 6 * u, tall, (c - 0.5) * 44 * u, (5 + 5 * d) * u, inks[int(d * 3)])


def _bough(scene: Scene, side: int) -> None:
    """A leafy branch hanging in from an upper corner."""
    rng, u = scene.rng(f"bough-{side}"), scene.u
    x0 = 0.0 if side < 0 else float(scene.w)
    way = -side
    colors = _BOUGHS.get(scene.setting.season or "", _BOUGHS[""])
    inks = [scene.ink(c, k) for c, k in zip(colors, (0.35, 0.55, 0.75, 0.95), strict=True)]
    box = (x0 - 400 * u, -10, x0 + 400 * u, 300 * u)
    with scene.canvas.pen(box, soft=1.7 * u) as pen:
        for b in range(4):
            reach, drop = (100 + 46 * b + 40 * rng.random()) * u, (190 - 44 * b + 30 * rng.random()) * u
            line = [
                (x0 - way * 20 * u, -8 * u),
                (x0 + way * reach * 0.45, drop * 0.28),
                (x0 + way * reach, drop * 0.8),
            ]
            pen.stroke(line, 7 * u, 2 * u, scene.ink("#54402f", 0.4))
            _leaves(scene, pen, rng, line, way, inks)


def _leaves(scene: Scene, pen: Pen, rng: np.random.Generator, line: list, way: int, inks: list) -> None:
    u = scene.u
    for a, b, c in rng.random((26, 3)).tolist():
        t = 0.12 + 0.88 * a
        x = (1 - t) ** 2 * line[0][0] + 2 * t * (1 - t) * line[1][0] + t * t * line[2][0]
        y = (1 - t) ** 2 * line[0][1] + 2 * t * (1 - t) * line[1][1] + t * t * line[2][1]
        size = (24 + 18 * b) * u
        angle = (0.5 if way > 0 else pi - 0.5) + (c - 0.5) * 3.0
        pen.leaf(
            x + (b - 0.5) * 26 * u,
            y + (c - 0.5) * 26 * u,
            size,
            size * 0.46,
            angle,
            inks[min(3, int(b * c * 5))],
        )


def _frond(scene: Scene, side: int) -> None:
    """Palm leaves reaching in from an upper corner."""
    rng, u = scene.rng(f"frond-{side}"), scene.u
    x0, way = (0.0 if side < 0 else float(scene.w)), -side
    inks = [scene.ink(c, k) for c, k in (("#1f5f3c", 0.35), ("#2f7f48", 0.6), ("#5aa650", 0.85))]
    with scene.canvas.pen((x0 - 330 * u, -10, x0 + 330 * u, 330 * u), soft=1.6 * u) as pen:
        for i in range(4):
            turn = 0.12 + 0.36 * i + 0.08 * rng.random()
            length = (250 - 22 * i) * u
            tip = (x0 + way * cos(turn) * length, sin(turn) * length * 0.95)
            mid = (x0 + way * cos(turn) * length * 0.55, sin(turn) * length * 0.36)
            spine = [(x0, -6.0 * u), mid, tip]
            for k in range(17):
                t = 0.1 + 0.9 * k / 16
                x = (1 - t) ** 2 * spine[0][0] + 2 * t * (1 - t) * mid[0] + t * t * tip[0]
                y = (1 - t) ** 2 * spine[0][1] + 2 * t * (1 - t) * mid[1] + t * t * tip[1]
                size = (66 - 36 * t) * u
                for fold in (0.5, 1.5):
                    angle = (turn + fold) if way > 0 else pi - (turn + fold)
                    pen.leaf(x, y, size, size * 0.2, angle, inks[(k + i) % 3])
            pen.stroke(spine, 5 * u, 1.4 * u, inks[2])


def _needles(scene: Scene, side: int, *, snowy: bool) -> None:
    """Fir twigs in an upper corner, with snow on them in a snowy land."""
    rng, u = scene.rng(f"needles-{side}"), scene.u
    x0, way = (0.0 if side < 0 else float(scene.w)), -side
    inks = [scene.ink(c, k) for c, k in (("#1d4f44", 0.35), ("#2f7058", 0.6), ("#5a9a74", 0.9))]
    white = scene.ink("#f4f9ff", 0.95)
    with scene.canvas.pen((x0 - 360 * u, -10, x0 + 360 * u, 280 * u), soft=1.5 * u) as pen:
        for i in range(3):
            reach, drop = (150 + 60 * i) * u, (170 - 58 * i + 30 * rng.random()) * u
            for k in range(34):
                t = k / 33
                x, y = x0 + way * reach * t, -10 * u + drop * t**1.3
                size = (40 - 20 * t) * u
                for fold in (-0.75, 0.85):
                    angle = (0.45 + fold) if way > 0 else pi - (0.45 + fold)
                    pen.leaf(x, y, size, 5.5 * u, angle, inks[(k + i) % 3])
                if snowy and k % 4 == 1:
                    pen.ellipse(x, y - 4 * u, size * 0.42, 6.5 * u, white)


def _weed(scene: Scene, side: int) -> None:
    """Dark ribbons of weed rising at one edge."""
    rng, u, h = scene.rng(f"weed-{side}"), scene.u, scene.h
    x0 = 0.0 if side < 0 else float(scene.w)
    inks = [scene.ink(c, k) for c, k in (("#0f4a5a", 0.4), ("#146a62", 0.55), ("#1f8a6a", 0.75))]
    with scene.canvas.pen((x0 - 160 * u, 0, x0 + 160 * u, h), soft=2.0 * u) as pen:
        for i, (a, b) in enumerate(rng.random((7, 2)).tolist()):
            x, tall = x0 - side * (a * 105) * u, (190 + 230 * b) * scene.v
            sway = 24 * u * (1 if i % 2 else -1)
            points = [
                (x, h + 10.0),
                (x + sway, h - tall * 0.35),
                (x - sway, h - tall * 0.7),
                (x + sway * 0.5, h - tall),
            ]
            pen.stroke(points, 22 * u, 4 * u, inks[i % 3])
