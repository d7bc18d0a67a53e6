"""What stands and hangs aboard a sailing ship: masts, sails, shrouds, the wheel, lanterns, a flag."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

import numpy as np

from ..pixels import F, rgb
from . import furniture
from .pen import Ink, Pen, Point, Sketch, ink
from .scene import Scene


@dataclass(frozen=True)
class Ship:
    """The colours of one ship: deck, painted wood, trim, sails, flag."""

    deck: str
    wood: str
    trim: str
    sail: str
    flag: str


SHIPS = (
    Ship("#d9a871", "#8a5634", "#e2bb5a", "#fbf1dc", "#c8403f"),
    Ship("#cf9c68", "#2f5f78", "#f2d9a0", "#f7ead0", "#2f6fae"),
    Ship("#d2ab7e", "#7a2f33", "#e8c878", "#fff6e6", "#e0a13c"),
    Ship("#c9a274", "#3f6a52", "#f0dcb0", "#f3dfb8", "#7a4f9a"),
    Ship("#bf8f62", "#5a4038", "#d9b25f", "#e8d3b0", "#3a3448"),
)
ROPE = "#b8955f"


def mast(scene: Scene, pen: Pen, ship: Ship, at: tuple[float, float, float, float]) -> None:
    """A mast about x from its foot up to `top`, half as thick at its head; bands of rope around it."""
    x, foot, top, r = at
    side = scene.light_side
    for k, tone in ((1.0, 0.42), (0.7, 0.72), (0.3, 0.96)):
        shift = side * (1 - k) * r * 0.6
        pen.poly(
            [
                (x + shift - r * k, foot),
                (x + shift - r * k * 0.6, top),
                (x + shift + r * k * 0.6, top),
                (x + shift + r * k, foot),
            ],
            scene.ink("#b07f4e", tone),
        )
    tall = foot - top
    for t in (0.1, 0.3, 0.52, 0.74):
        w, y = r * (1 - 0.4 * t), foot - tall * t
        for i in range(4):
            pen.rect(
                x - w * 1.08,
                y + i * r * 0.34,
                x + w * 1.08,
                y + i * r * 0.34 + r * 0.26,
                scene.ink(ROPE, 0.95 - 0.12 * (i % 2)),
            )
    pen.rect(x - r * 1.5, foot - r * 0.9, x + r * 1.5, foot, scene.ink(ship.wood, 0.6), r * 0.2)
    pen.rect(x - r * 1.5, foot - r * 0.9, x + r * 1.5, foot - r * 0.5, scene.ink(ship.trim, 0.95), r * 0.2)


def square_sail(
    scene: Scene, pen: Pen, ship: Ship, at: tuple[float, float, float, float], emblem: int = 0
) -> None:
    """A sail full of wind below its yard: middle x, y of the yard, half its width, its depth."""
    x, y, half, deep = at
    side = scene.light_side

    def line(t: float, k: float) -> Point:
        return x + t * half * (0.94 + 0.06 * k), y + deep * k * (1 - 0.13 * (1 - t * t) * k)

    shape = [line(-1, 0), line(1, 0), line(1.06, 0.5), line(1, 1)]
    shape += [line(t, 1) for t in np.linspace(0.8, -0.8, 9).tolist()] + [line(-1, 1), line(-1.06, 0.5)]
    pen.poly(shape, scene.ink(ship.sail, 0.66))
    stripes = 7
    for i in range(stripes):
        a, b = -1 + 2 * i / stripes, -1 + 2 * (i + 1) / stripes
        lit = 0.98 - 0.34 * abs((a + b) / 2 - side * 0.35) ** 1.4
        color = ship.flag if emblem == 2 and i % 2 else ship.sail
        pen.poly(
            [line(a, 0), line(b, 0), line(b, 0.5), line(b, 0.985), line(a, 0.985), line(a, 0.5)],
            scene.ink(color, lit),
        )
        pen.line(line(b, 0), line(b, 0.97), half * 0.008, scene.ink(ship.sail, 0.6))
    for i in range(9):
        px, py = line(-0.9 + 0.225 * i, 0.78)
        pen.rect(px - half * 0.006, py, px + half * 0.006, py + deep * 0.07, scene.ink(ROPE, 0.7))
    if emblem == 1:
        cx, cy = line(0, 0.48)
        pen.circle(cx, cy, deep * 0.22, scene.ink(ship.flag, 0.9))
        pen.star(cx, cy, deep * 0.17, scene.ink("#ffe2a0", 1.0), 8, 0.42)
    r = half * 0.032
    pen.rect(x - half * 1.12, y - r, x + half * 1.12, y + r, scene.ink("#8f6440", 0.6), r)
    pen.rect(x - half * 1.12, y - r, x + half * 1.12, y, scene.ink("#b5824e", 0.95), r)
    for i in range(11):
        px = x - half * 0.95 + half * 0.19 * i
        pen.rect(px - r * 0.4, y - r * 1.2, px + r * 0.4, y + r * 1.6, scene.ink(ROPE, 0.95))


def loose_sail(scene: Scene, pen: Pen, ship: Ship, points: tuple[Point, Point, Point]) -> None:
    """A three-cornered sail between its head, its foot at the mast, and its outer corner."""
    head, tack, clew = points
    belly = ((tack[0] + clew[0]) / 2, (tack[1] + clew[1]) / 2 - 0.06 * abs(clew[0] - tack[0]))
    leech = ((head[0] + clew[0]) / 2 + 0.08 * (clew[0] - tack[0]), (head[1] + clew[1]) / 2)
    pen.blob([head, leech, clew, belly, tack], scene.ink(ship.sail, 0.6), 6)
    for i in range(7):
        a, b = i / 7, (i + 1) / 7
        quad = []
        for t in (a, b):
            quad.append((head[0] + (tack[0] - head[0]) * t, head[1] + (tack[1] - head[1]) * t))
        for t in (b, a):
            bulge = 4 * t * (1 - t) * 0.1 * (clew[0] - tack[0])
            quad.append((head[0] + (clew[0] - head[0]) * t + bulge, head[1] + (clew[1] - head[1]) * t))
        pen.poly(quad, scene.ink(ship.sail, 0.98 - 0.05 * (i % 2) - 0.02 * i))


def furled_sail(scene: Scene, pen: Pen, ship: Ship, inner: Point, end: Point) -> None:
    """A sail rolled up and tied on its boom, thick at the mast."""
    u, way = scene.u, 1 if end[0] > inner[0] else -1
    middle = ((inner[0] + end[0]) / 2, inner[1] - 36 * u)
    roll = [(inner[0] + way * 30 * u, inner[1] - 22 * u), middle, (end[0], end[1] - 14 * u)]
    pen.stroke(roll, 40 * u, 18 * u, scene.ink(ship.sail, 0.6))
    pen.stroke([(px, py - 4 * u) for px, py in roll], 28 * u, 10 * u, scene.ink(ship.sail, 0.98))
    for t in np.linspace(0.08, 0.92, 6).tolist():
        px, py = inner[0] + (end[0] - inner[0]) * t, inner[1] + (end[1] - inner[1]) * t
        pen.rect(px - 3 * u, py - (44 - 22 * t) * u, px + 3 * u, py, scene.ink(ROPE, 0.9))


def shrouds(scene: Scene, pen: Pen, feet: tuple[Point, Point], head: Point, width: float) -> None:
    """Ropes from two points of a rail up to one point, steps of rope tied across."""
    rope = scene.ink("#6f5640", 0.6)
    (ax, ay), (bx, by) = feet
    for t in (0, 1 / 3, 2 / 3, 1):
        foot = (ax + (bx - ax) * t, ay + (by - ay) * t)
        pen.line(foot, head, width, rope)
        pen.circle(*foot, width * 2.2, scene.ink("#5a4034", 0.6))
    for i in range(1, 17):
        k = 1 - i / 18
        a = (head[0] + (ax - head[0]) * k, head[1] + (ay - head[1]) * k)
        b = (head[0] + (bx - head[0]) * k, head[1] + (by - head[1]) * k)
        pen.line(a, b, width * 0.8, scene.ink(ROPE, 0.72))


def wheel(scene: Scene, x: float, y: float, size: float, ship: Ship) -> None:
    """The steering wheel on its stand, its foot on y."""
    furniture.shadow(scene, x, y, size * 0.4)
    with scene.canvas.pen((x - size, y - size * 1.5, x + size, y + 4)) as pen:
        it = Sketch(pen, x, y, size, scene.light_side)
        dim, mid, lit = (scene.ink(c, k) for c, k in (("#6f472c", 0.5), ("#9a6840", 0.85), ("#c08a58", 1.0)))
        it.rect(-0.22, 0, 0.22, 0.1, dim, 0.02)
        it.poly(dim, (-0.16, 0.06), (-0.1, 0.8), (0.1, 0.8), (0.16, 0.06))
        it.poly(scene.ink(ship.wood, 0.9), (-0.08, 0.06), (-0.05, 0.8), (0.08, 0.8), (0.13, 0.06))
        cx, cy = 0.0, 0.78
        for i in range(8):
            t = pi * i / 4 + 0.2
            a, b = (cx, cy), (cx + 0.56 * cos(t), cy + 0.56 * sin(t))
            it.line(a, b, 0.05, dim)
            it.line((cx + 0.44 * cos(t), cy + 0.44 * sin(t)), b, 0.07, mid)
            it.circle(b[0], b[1], 0.04, lit)
        ring = [(cos(t), sin(t)) for t in np.linspace(0, 2 * pi, 40).tolist()]
        for r0, r1, tint in ((0.45, 0.33, dim), (0.44, 0.35, mid), (0.42, 0.385, lit)):
            outer = [(cx + c * r0, cy + s * r0) for c, s in ring]
            inner = [(cx + c * r1, cy + s * r1) for c, s in reversed(ring)]
            it.poly(tint, *outer, *inner)
        it.circle(cx, cy, 0.13, dim)
        it.circle(cx, cy, 0.1, scene.ink(ship.trim, 1.0))
        it.circle(cx, cy, 0.045, dim)


def lantern(scene: Scene, x: float, y: float, size: float) -> None:
    """A ship's lantern with a hood, hanging about (x, y); it burns after dark."""
    on = scene.light.dark > 0.2
    brass: Ink = scene.ink("#c99a4a", 0.95)
    with scene.canvas.pen((x - size, y - size * 1.6, x + size, y + size)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.3, -0.5, 0.3, 0.4, ink(rgb("#ffe69a")) if on else scene.ink("#e8f0f0", 0.95), 0.08)
        for px in (-0.3, -0.03, 0.24):
            it.rect(px, -0.5, px + 0.07, 0.4, brass)
        it.rect(-0.4, -0.66, 0.4, -0.46, brass, 0.06)
        it.poly(brass, (-0.42, 0.36), (-0.12, 0.74), (0.12, 0.74), (0.42, 0.36))
        it.circle(0, 0.84, 0.12, brass)
    if on:
        scene.canvas.glow(x, y, size * 4.5, rgb("#ffcf7a"), 0.55 * max(0.5, scene.light.dark))


def ensign(scene: Scene, pen: Pen, ship: Ship, x: float, y: float, size: float) -> None:
    """A flag on its staff, blowing to the side the light does not come from."""
    it = Sketch(pen, x, y, size, -scene.light_side)
    it.line((0, 0), (0, 1.5), 0.05, scene.ink("#8f6440", 0.7))
    it.circle(0, 1.52, 0.05, scene.ink(ship.trim, 1.0))
    rim = [(0.1 * i, 0.05 * sin(i * 0.9)) for i in range(11)]
    cloth = [(px, 1.44 + py) for px, py in rim] + [(px, 0.86 + py) for px, py in reversed(rim)]
    it.poly(scene.ink(ship.flag, 0.9), *cloth)
    band = [(px, 1.25 + py) for px, py in rim] + [(px, 1.06 + py) for px, py in reversed(rim)]
    it.poly(scene.ink("#fff6e6", 1.0), *band)


def shade(scene: Scene, x: float, y: float, rx: float, ry: float) -> None:
    """A soft shadow on the deck."""
    scene.canvas.shadow(x, y, rx, ry, scene.light.shade * F(0.3), 0.4)
