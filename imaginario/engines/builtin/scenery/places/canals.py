"""What towns on canals share: the canal that runs away from us, its fronts, its bridge, the quay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np

from ...pixels import F
from .. import land, water
from ..pen import Ink, Pen, Point
from ..scene import Scene
from ..stage import Stage
from ..streams import fork
from .street import side_x


class Deck(Protocol):
    """A bridge's way: from -1.3 to 1.3 across, `up` storeys over it."""

    def __call__(self, t: float, up: float = 0.0) -> Point:
        """The canvas point of it."""
        ...


STOREY = 250.0
"""A storey in units of height, at the picture plane."""


@dataclass(frozen=True)
class Canal:
    """A canal towards `vx`; depths are 1 at the picture plane, `half` its half width in half streets."""

    scene: Scene
    vx: float
    half: float
    quay: float
    """The depth at which the quay begins."""

    def level(self, z: float) -> float:
        """The y of the water, and of the quay, at a depth."""
        return self.scene.horizon + (self.scene.h - self.scene.horizon) / z

    def at(self, side: int, z: float, up: float, out: float = 0.0) -> Point:
        """The point `up` storeys above the water at one side, `out` half streets beyond its edge."""
        x = side_x(self.scene, self.vx, side, z, self.half + out)
        return x, self.level(z) - up * STOREY * self.scene.v / z

    def bed(self, far: float, near: float) -> land.Road:
        """Where the water lies between two depths."""
        top, low = self.level(far), self.level(near)
        y = np.arange(int(top), int(low) + 1, dtype=F)
        z = (self.scene.h - self.scene.horizon) / np.maximum(y - F(self.scene.horizon), 1)
        edges = [[side_x(self.scene, self.vx, side, float(k), self.half) for k in z] for side in (-1, 1)]
        left, right = (np.asarray(edge, F) for edge in edges)
        return land.Road(int(top), (left + right) / 2, (right - left) / 2)

    def fill(self, far: float, near: float, mirror: float) -> None:
        """Fills the canal between two depths with water that mirrors what stands at the far one."""
        water.pool(self.scene, self.bed(far, near), "#8f8a82", mirror)

    def stage(self, far: float, ground: float) -> Stage:
        """The stage on the quay; swimmers keep to the canal on our side of the depth `far`."""
        bed = self.bed(far, self.quay)
        span = (self.level(far), self.level(self.quay))
        return self.scene.stage(ground, water=True, water_y=span, stream=(bed.top, bed.middle, bed.half))


@dataclass(frozen=True)
class Front:
    """One front along the canal: its side, the depths of its ends, its light and its haze."""

    canal: Canal
    side: int
    far_z: float
    near_z: float
    k: float
    haze: float

    def spot(self, along: float, up: float, out: float = 0.0) -> Point:
        """A point of it: 0 to 1 along from its far end, `up` storeys high."""
        z = 1 / ((1 - along) / self.far_z + along / self.near_z)
        return self.canal.at(self.side, z, up, out)

    def pane(self, pen: Pen, a: float, b: float, low: float, high: float, tint: Ink) -> None:
        """An upright rectangle on it."""
        pen.poly([self.spot(a, low), self.spot(a, high), self.spot(b, high), self.spot(b, low)], tint)

    def shape(self, pen: Pen, tint: Ink, points: Sequence[Point]) -> None:
        """A flat shape on it, of points (along, up)."""
        pen.poly([self.spot(a, up) for a, up in points], tint)


def fronts(
    canal: Canal, side: int, name: str, ends: tuple[float, float], deep: tuple[float, float]
) -> Iterator[tuple[Front, np.random.Generator]]:
    """The fronts of one side from far to near; each is a share from `deep` of the depth of the one before."""
    scene = canal.scene
    rng = scene.rng(f"{name}-{side}")
    cuts = [ends[0]]
    while cuts[-1] > ends[1]:
        cuts.append(cuts[-1] * (deep[0] + (deep[1] - deep[0]) * rng.random()))
    k = 0.98 if side != scene.light_side else 0.62
    for far_z, near_z in pairwise(cuts):
        haze = min(0.5, max(0.0, (near_z - 1.2) * 0.12))
        yield Front(canal, side, far_z, near_z, k, haze), fork(rng)


def arch(scene: Scene, canal: Canal, z: float, rise: float, hole: float, inks: tuple[Ink, Ink, Ink]) -> Deck:
    """An arched bridge across the canal at a depth, `rise` storeys high in the middle.

    `hole` is the radius of its arch as a share of the canal's half width; `inks`: stone, its rim, its shade.
    """
    (left, foot), (right, _) = canal.at(-1, z, 0), canal.at(1, z, 0)
    cx, half, tall = (left + right) / 2, (right - left) / 2, rise * STOREY * scene.v / z
    radius = min(hole * half, tall * 0.86)

    def deck(t: float, up: float = 0.0) -> Point:
        hump = float(np.cos(np.clip(t / 1.3, -1, 1) * np.pi / 2)) ** 1.25
        return cx + t * half, foot - tall * (0.4 + 0.6 * hump) - up * STOREY * scene.v / z

    turn = np.linspace(np.pi, 0, 25)
    ring = [(cx + radius * float(np.cos(t)), foot - radius * float(np.sin(t))) for t in turn]
    outer = [(cx + (x - cx) * 1.13, foot - (foot - y) * 1.13) for x, y in ring]
    brow = [deck(t) for t in np.linspace(-1.3, 1.3, 27).tolist()]
    stone, rim, shade = inks
    with scene.canvas.pen((left - half, foot - tall * 1.5, right + half, foot + 4)) as pen:
        pen.poly([*brow, (brow[-1][0], foot), *ring[::-1], (brow[0][0], foot)], stone)
        _courses(pen, (cx, foot, half, tall, radius * 1.15), shade)
        pen.poly([*outer, *ring[::-1]], rim)
        inner = [(cx + (x - cx) * 0.93 + 0.05 * radius, foot - (foot - y) * 0.94) for x, y in ring]
        pen.poly([*ring[:15], *inner[:15][::-1]], shade)
    return deck


def _courses(pen: Pen, at: tuple[float, float, float, float, float], shade: Ink) -> None:
    """Joints of stones to both sides of the arch."""
    cx, foot, half, tall, clear = at
    for row in range(1, 7):
        y = foot - tall * 0.065 * row * 1.7
        for j in range(9):
            x = cx + half * ((j + 0.5 * (row % 2)) / 4 - 1) * 1.1
            t = min(1.0, abs(x - cx) / (half * 1.3))
            top = foot - tall * (0.4 + 0.6 * float(np.cos(t * np.pi / 2)) ** 1.25)
            if y > top + tall * 0.06 and np.hypot(x - cx, y - foot) > clear + half * 0.06:
                pen.rect(x - half * 0.09, y, x + half * 0.09, y + tall * 0.012, shade)


def quay_stone(scene: Scene, top: float, colors: tuple[str, str, str], lip: float = 12.0) -> None:
    """The stone of the quay from its edge at `top` down, with the lit rim and the dark face of its edge."""
    u, line = scene.near, np.full(scene.w, top, F)
    stops = [scene.tone(scene.snowed(c), k) for c, k in zip(colors, (1.0, 0.92, 0.78), strict=True)]
    scene.canvas.ridge(
        line - F(lip * u), [scene.tone(colors[2], 0.45), scene.tone(colors[2], 0.6)], lip * u, until=top + 1
    )
    scene.canvas.ridge(line - F(lip * 0.6 * u), stops, scene.h - top)
    land.mottle(scene, "quay-worn", top, scene.tone(colors[2], 0.7), 0.3, 150)
    with scene.canvas.pen((0, top - lip * u, scene.w, top + 6 * u)) as pen:
        pen.rect(-2, top - lip * 0.6 * u, scene.w + 2, top - lip * 0.2 * u, scene.ink("#fff8ea", 1.0))
