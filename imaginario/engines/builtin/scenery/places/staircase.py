"""The grand steps: a wide stone staircase that leads up to the columns of a palace or a museum."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...pixels import F, rgb
from .. import buildings, flowers, land, palatial, plants
from ..pen import Point
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .town import lamp, paving, wet_shine


@dataclass(frozen=True)
class _Plan:
    """Where the stairs run: their middle, the ys of their head and foot, half their width at both."""

    cx: float
    head: float
    foot: float
    narrow: float
    wide: float

    def at(self, t: float) -> tuple[float, float]:
        """Half the width and the y at a share of the way down."""
        k = t**1.25
        return self.narrow + (self.wide - self.narrow) * k, self.head + (self.foot - self.head) * k


def steps(scene: Scene) -> Stage:
    """The foot of the stairs on a paved place, the portico above, gardens at both sides."""
    left, top, right, low = scene.canvas.inner
    tall, name = float(low - top), scene.layout.name
    look = palatial.look_of(scene)
    foot = top + tall * (0.77 + 0.22 * (scene.horizon - top) / tall - 0.13)
    head = foot - tall * (0.25 if name in ("open", "winding") else 0.2 if name == "high" else 0.3)
    shift = {"winding": 0.07, "high": -0.06, "low": 0.04}.get(name, 0.0)
    wide = min(0.345 * (right - left), (330 + 60 * scene.layout.variant) * scene.u)
    plan = _Plan(scene.x(0.5 + shift), head, foot, wide * 0.66, wide)
    scene = scene.with_layout(horizon=head / scene.h)
    paint_sky(scene)
    _behind(scene, plan)
    high = min(0.46 * tall, head - top - 0.2 * tall) * (0.86 if look.crown == "dome" else 1.0)
    _wings(scene, plan, look, high * 0.74)
    _portico(scene, plan, look, high)
    _garden(scene, plan, look)
    _flight(scene, plan, look)
    _stones(scene, plan)
    paving(scene, foot)
    _balustrades(scene, plan, look)
    for side in (-1, 1):
        lamp(scene, plan.cx + side * (wide + 74 * scene.u), foot + 20 * scene.near, 250 * scene.near)
    wet_shine(scene, foot)
    return scene.stage(foot + 0.5 * (low - foot), horizon_y=foot - 0.2 * (foot - head))


def _stones(scene: Scene, plan: _Plan) -> None:
    """The stone of the place before the stairs, its slabs still to be drawn."""
    colors = ("#ddd2c2", "#cbbfae", "#a99c8e")
    stops = [scene.tone(scene.snowed(c), k) for c, k in zip(colors, (1.0, 0.92, 0.8), strict=True)]
    scene.canvas.ridge(np.full(scene.w, plan.foot, F), stops, scene.canvas.inner[3] - plan.foot)


def _behind(scene: Scene, plan: _Plan) -> None:
    """The trees of a park far behind the building."""
    u = scene.u
    line = land.hills(scene, "rise", plan.head - 50 * u, 16 * u, 300, ("#8fbf7a", "#6fa86a"), 0.3)
    plants.tree_line(scene, "park", line, 90 * u, 0.3, gap=0.1)


def _wings(scene: Scene, plan: _Plan, look: palatial.Look, tall: float) -> None:
    """The wings at both sides: two rows of windows between pilasters, a cornice, the roof."""
    u, far = scene.u, 0.14
    base, top = plan.head + 4 * u, plan.head - tall
    wall, stone, dim = (
        scene.ink(look.wall, 0.88, far),
        scene.ink(look.stone, 0.98, far),
        scene.ink(look.wall, 0.5, far),
    )
    reach, bay = max(plan.cx, scene.w - plan.cx) + 40 * u, 78 * u
    if scene.canvas.inner[2] - scene.canvas.inner[0] > 2.1 * plan.wide + 500 * u:
        reach = min(reach, plan.narrow * 1.2 + 6 * bay)
    roof = scene.ink(scene.snowed(look.roof), 0.85, far)
    with scene.canvas.pen((0, top - 140 * u, scene.w, base + 2)) as pen:
        a, b = plan.cx - reach, plan.cx + reach
        if look.crown == "mansard":
            pen.poly(
                [(a - 4 * u, top), (a + 20 * u, top - 64 * u), (b - 20 * u, top - 64 * u), (b + 4 * u, top)],
                roof,
            )
            pen.rect(a + 16 * u, top - 68 * u, b - 16 * u, top - 61 * u, scene.ink(look.roof, 0.5, far))
        else:
            for x in np.arange(a, b, 14 * u).tolist():
                pen.rect(x + 3 * u, top - 24 * u, x + 9 * u, top - 4 * u, stone)
            pen.rect(a, top - 28 * u, b, top - 22 * u, stone)
        pen.rect(a, top, b, base, wall)
        for side in (-1, 1):
            x = plan.narrow * 1.2 + bay * 0.5
            while x < reach:
                px = plan.cx + side * x
                for y, h in ((base - tall * 0.13, tall * 0.26), (base - tall * 0.58, tall * 0.2)):
                    palatial.window(scene, pen, (px, y, 27 * u, h), stone, y > base - tall * 0.3)
                pen.rect(px + bay * 0.44, top, px + bay * 0.56, base, stone)
                pen.rect(px + bay * 0.53, top, px + bay * 0.56, base, dim)
                if look.crown == "mansard":
                    pen.rect(px - 15 * u, top - 46 * u, px + 15 * u, top, stone)
                    pen.ellipse(px, top - 46 * u, 18 * u, 14 * u, stone)
                    pane, _ = buildings.window_ink(scene, scene.rng(f"dormer-{int(px)}"), far)
                    pen.rect(px - 9 * u, top - 42 * u, px + 9 * u, top - 8 * u, pane)
                x += bay
        pen.rect(a - 6 * u, top - 4 * u, b + 6 * u, top + 7 * u, stone)
        pen.rect(a, top + 7 * u, b, top + 12 * u, dim)
        pen.rect(a, base - tall * 0.47, b, base - tall * 0.44, stone)
        pen.rect(a - 3 * u, base - tall * 0.07, b + 3 * u, base, scene.ink(look.stone, 0.76, far))


def _portico(scene: Scene, plan: _Plan, look: palatial.Look, tall: float) -> None:
    """The columned entrance: its shadowy hall with a great door, its columns, its gable or dome."""
    u, cx, half = scene.u, plan.cx, plan.narrow * 1.22
    base = plan.head + 3 * u
    beam = base - tall * 0.66
    lit, mid, dim = (scene.ink(look.stone, k, 0.06) for k in (1.0, 0.76, 0.46))
    with scene.canvas.pen((cx - half * 1.3, 0, cx + half * 1.3, base + 2)) as pen:
        if look.crown == "dome":
            room = beam - tall * 0.1 - scene.canvas.inner[1]
            palatial.dome(scene, pen, (cx, beam - tall * 0.1, min(half * 0.52, room * 0.42)), look)
        pen.rect(cx - half, beam, cx + half, base, scene.ink(look.wall, 0.46, 0.05))
        palatial.door(scene, pen, (cx, base, half * 0.17, tall * 0.4), look)
        for s in (-0.42, 0.42):
            palatial.window(
                scene, pen, (cx + s * half, base - tall * 0.1, half * 0.14, tall * 0.28), mid, False
            )
        n = 6 if half > 190 * u or look.crown != "dome" else 4
        for i in range(n):
            x = cx - half * 0.9 + 1.8 * half * i / (n - 1)
            palatial.column(scene, pen, (x, base, half * 0.066, beam), look)
        banners = scene.rng("banners").random() < 0.55
        for i in range(n - 1):
            x = cx - half * 0.9 + 1.8 * half * (i + 0.5) / (n - 1)
            if banners and abs(x - cx) > 0.1 * half:
                palatial.banner(scene, pen, x, beam + tall * 0.07, half * 0.075, tall * 0.3, look)
        pen.rect(cx - half * 1.02, beam - tall * 0.1, cx + half * 1.02, beam + 2 * u, lit)
        pen.rect(cx - half * 1.0, beam - tall * 0.015, cx + half * 1.0, beam + 2 * u, mid)
        pen.rect(cx - half * 1.07, beam - tall * 0.13, cx + half * 1.07, beam - tall * 0.1, lit)
        pen.rect(cx - half * 1.05, beam - tall * 0.1, cx + half * 1.05, beam - tall * 0.086, dim)
        if look.crown != "dome":
            palatial.gable(scene, pen, (cx, beam - tall * 0.13, half * 1.1, tall * 0.24), look)
        else:
            for x in np.linspace(cx - half, cx + half, 19).tolist():
                pen.rect(x - 3 * u, beam - tall * 0.2, x + 3 * u, beam - tall * 0.13, lit)
            pen.rect(cx - half * 1.04, beam - tall * 0.215, cx + half * 1.04, beam - tall * 0.19, lit)
    if scene.light.dark > 0.3:
        scene.canvas.haze(
            cx, base - tall * 0.25, half * 1.1, tall * 0.5, rgb("#ffc870"), 0.4 * scene.light.dark, 1.6
        )


def _garden(scene: Scene, plan: _Plan, look: palatial.Look) -> None:
    """Lawns at both sides of the stairs, a terrace wall, clipped trees and beds of flowers."""
    u, foot = scene.u, plan.foot
    ledge = plan.head + 0.34 * (foot - plan.head)
    stone = [scene.tone(look.stone, k) for k in (0.86, 0.66)]
    scene.canvas.ridge(np.full(scene.w, plan.head, F), stone, ledge - plan.head, until=ledge + 2)
    with scene.canvas.pen((0, plan.head - 2, scene.w, ledge + 2)) as pen:
        pen.rect(
            -5, plan.head - 2 * u, scene.w + 5, plan.head + 5 * u, scene.ink(scene.snowed(look.stone), 1.0)
        )
        for row in range(3):
            y = plan.head + (ledge - plan.head) * (row + 1) / 3
            pen.rect(-5, y - 1.5 * u, scene.w + 5, y, scene.ink(look.stone, 0.46))
            for i in range(int(scene.w / (60 * u)) + 2):
                x = (i + 0.5 * (row % 2)) * 60 * u
                pen.rect(x, y - (ledge - plan.head) / 3, x + 1.5 * u, y, scene.ink(look.stone, 0.46))
    lawn = [scene.tone(c, k) for c, k in (("#a3d05a", 1.0), ("#6bb04a", 0.9))]
    scene.canvas.ridge(np.full(scene.w, ledge, F), lawn, foot - ledge, until=foot + 2)
    rng = scene.rng("clipped")
    kind = int(rng.integers(3))
    for side in (-1, 1):
        for i in range(int(scene.w / (150 * u)) + 2):
            half, _ = plan.at(0.5)
            x = plan.cx + side * (half + (70 + 128 * i) * u)
            if -80 * u < x < scene.w + 80 * u and scene.allows("tree"):
                palatial.clipped(
                    scene, x, ledge + 0.36 * (foot - ledge), 120 * u, kind if i % 2 == 0 else (kind + 1) % 3
                )
    if scene.allows("flower") and scene.setting.season != "autumn":
        bed = flowers.BEDS[int(rng.integers(len(flowers.BEDS)))]
        heart, stem = scene.ink("#ffc93c", 1.0), scene.ink("#3f7f3a", 0.6)
        with scene.canvas.pen((0, ledge, scene.w, foot + 4)) as pen:
            for i, (a, b, c) in enumerate(
                sorted(rng.random((scene.count(90), 3)).tolist(), key=lambda t: t[1])
            ):
                tint = bed[i % len(bed)]
                inks = (scene.ink(tint, 1.0), scene.ink(tint, 0.6))
                flowers.flower(
                    pen, a * scene.w, foot - (2 + 16 * (1 - b)) * u, (4 + 2.5 * c) * u, inks, heart, stem, c
                )


def _flight(scene: Scene, plan: _Plan, look: palatial.Look) -> None:
    """The steps themselves: light treads, darker risers, perhaps a carpet."""
    rng = scene.rng("flight")
    count = 9 + int(rng.integers(4))
    carpet = rng.random() < 0.34
    landing = int(rng.integers(3, 6)) if rng.random() < 0.5 else -1
    cuts = [(i + (0.9 if 0 <= landing < i else 0.0)) for i in range(count + 1)]
    with scene.canvas.pen(
        (plan.cx - plan.wide * 1.2, plan.head - 2, plan.cx + plan.wide * 1.2, plan.foot + 2)
    ) as pen:
        for i in range(count):
            (a, y0), (b, y1) = plan.at(cuts[i] / cuts[-1]), plan.at(cuts[i + 1] / cuts[-1])
            share = 0.68 if i == landing else 0.36
            edge = y0 + (y1 - y0) * share
            m = a + (b - a) * share
            snowy = scene.ink(scene.snowed(look.stone, 0.95), 1.0)
            pen.poly([(plan.cx - a, y0), (plan.cx + a, y0), (plan.cx + m, edge), (plan.cx - m, edge)], snowy)
            pen.rect(plan.cx - m, edge, plan.cx + m, y1 + 1, scene.ink(look.stone, 0.5 + 0.02 * i))
            pen.rect(plan.cx - m, edge, plan.cx + m, edge + (y1 - edge) * 0.24, scene.ink(look.stone, 0.26))
            if carpet:
                for k, tint in ((0.34, "#f2d27a"), (0.315, look.cloth)):
                    pen.poly(
                        [
                            (plan.cx - a * k, y0),
                            (plan.cx + a * k, y0),
                            (plan.cx + m * k, edge),
                            (plan.cx - m * k, edge),
                        ],
                        scene.ink(tint, 1.0),
                    )
                    pen.rect(plan.cx - m * k, edge, plan.cx + m * k, y1 + 1, scene.ink(tint, 0.6))


def _balustrades(scene: Scene, plan: _Plan, look: palatial.Look) -> None:
    """A rail on balusters along both sides of the stairs, piers with urns at its ends."""
    lit, mid, dim = (scene.ink(look.stone, k) for k in (1.0, 0.78, 0.46))
    top = scene.ink(scene.snowed(look.stone, 0.95), 1.0)
    for side in (-1, 1):
        x0 = plan.cx + side * plan.wide
        with scene.canvas.pen(
            (x0 - plan.wide, plan.head - 160 * scene.u, x0 + plan.wide, plan.foot + 60 * scene.u)
        ) as pen:
            line = [plan.at(t) for t in np.linspace(0, 1, 15).tolist()]
            grown = [(0.1 + 0.11 * t) * plan.wide * 1.2 for t in np.linspace(0, 1, 15).tolist()]
            feet: list[Point] = [(plan.cx + side * (a + 4 * scene.u), y) for a, y in line]
            out = [(x + side * plan.wide * 0.1, y) for x, y in feet]
            pen.poly([*feet, *out[::-1], (out[0][0], feet[0][1])], mid)
            pen.poly(
                [*out, (out[-1][0], plan.foot + 4), (out[0][0], plan.foot + 4)], scene.ink(look.stone, 0.6)
            )
            for (x, y), g in zip(feet[1:-1], grown[1:-1], strict=True):
                palatial.baluster(pen, x + side * plan.wide * 0.05, y, g * 0.86, (lit, mid, dim))
            rail = [(x + side * plan.wide * 0.05, y - g) for (x, y), g in zip(feet, grown, strict=True)]
            w = plan.wide * 0.05
            pen.stroke([(x, y + w * 0.5) for x, y in rail], w * 0.8, w * 1.3, dim)
            pen.stroke(rail, w * 0.7, w * 1.2, top)
            for (x, y), g, size in ((feet[0], grown[0], 0.055), (feet[-1], grown[-1], 0.085)):
                palatial.pier(scene, pen, (x + side * plan.wide * 0.05, y, plan.wide * size, g * 1.2), look)
        palatial.urn(
            scene,
            feet[-1][0] + side * plan.wide * 0.05,
            feet[-1][1] - grown[-1] * 1.2,
            plan.wide * 0.24,
            look,
        )
