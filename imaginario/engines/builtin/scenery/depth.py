"""A long room in one-point perspective: where its walls, its floor and its rows of things meet the eye."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from ..pixels import Array
from .canvas import ramp_rows
from .pen import Ink, Pen, Point
from .scene import Scene


@dataclass(frozen=True)
class Depth:
    """Lengths are pixels on the far wall; `k` is how much larger they are seen nearer by (1 = far wall)."""

    cx: float
    eye: float
    """The y all lines into the distance run to, as they do to the x `cx`."""
    floor: float
    """The y at which the far wall meets the floor."""
    half: float
    """Half the width of the far wall."""

    @classmethod
    def of(cls, scene: Scene, half: float, shift: float = 0.0, eye: float = 0.3) -> Depth:
        """The room of a scene, its far wall `half` shares of the picture's width to either side.

        `shift` moves it sideways in shares of the width, `eye` is how high above its floor line it is seen
        from, in shares of the room above.
        """
        left, top, right, _ = scene.canvas.inner
        floor = scene.horizon
        return cls(scene.x(0.5 + shift), floor - eye * (floor - top), floor, half * (right - left))

    def at(self, x: float, y: float, k: float) -> Point:
        """The canvas point of a point `x` beside the middle and `y` above the floor, at the depth `k`."""
        return self.cx + x * k, self.eye + (self.floor - self.eye - y) * k

    def nearest(self, scene: Scene) -> float:
        """The depth at which the floor leaves the picture below."""
        return (scene.h - self.eye) / (self.floor - self.eye)

    def bays(self, count: int, near: float) -> list[float]:
        """The depths of evenly spaced posts from the far wall to `near`, the far one first."""
        return [1 / (1 - (1 - 1 / near) * i / count) for i in range(count + 1)]

    def quad(self, pen: Pen, corners: Sequence[tuple[float, float, float]], color: Ink) -> None:
        """A flat shape through points (x, y, k)."""
        pen.poly([self.at(*corner) for corner in corners], color)


def paved(scene: Scene, top: float, color: str | Array, shares: Sequence[float]) -> None:
    """A floor of one colour from the y `top` down, with shares of its light from far to near."""
    rows = ramp_rows([scene.tone(color, k) for k in shares], top, scene.h, scene.h)
    y0 = max(0, int(top))
    scene.canvas.a[y0:] = rows[y0:, None]


def tiles(scene: Scene, room: Depth, colors: tuple[str, str], across: int = 9) -> None:
    """A chequered floor that runs to the far wall."""
    top, h, w = room.floor, scene.h, scene.w
    pale, dark = colors
    paved(scene, top, pale, (0.68, 0.9, 0.98))
    near = room.nearest(scene)
    step = 2 * room.half / across
    reach = int(max(room.cx, w - room.cx) / step) + 2
    lines = [1 / (1 - i * 0.085) for i in range(11) if i * 0.085 < 1 - 0.9 / near]
    lines.append(near * 1.15)
    with scene.canvas.pen((0, top, w, h), opacity=0.8) as pen:
        for row, (far, close) in enumerate(itertools.pairwise(lines)):
            tint = scene.ink(dark, 0.66 + 0.3 * (far - 1) / max(0.1, near - 1))
            for col in range(-reach, reach + 1):
                if (row + col) % 2:
                    a, b = (col - 0.5) * step, (col + 0.5) * step
                    room.quad(pen, ((a, 0, far), (b, 0, far), (b, 0, close), (a, 0, close)), tint)


def boards(scene: Scene, room: Depth, color: str, across: int = 12) -> None:
    """A floor of boards that run to the far wall."""
    top, h, w = room.floor, scene.h, scene.w
    paved(scene, top, color, (0.6, 0.86, 0.96))
    near, step = room.nearest(scene) * 1.05, 2 * room.half / across
    reach, rng = int(max(room.cx, w - room.cx) / step) + 2, scene.rng("boards")
    seam, lit, dim = scene.ink(color, 0.3), scene.ink(color, 1.0), scene.ink(color, 0.66)
    with scene.canvas.pen((0, top, w, h), opacity=0.55) as pen:
        for col in range(-reach, reach):
            a, b, luck = col * step, (col + 1) * step, float(rng.random())
            if luck < 0.5:
                tint = lit if luck < 0.27 else dim
                room.quad(pen, ((a, 0, 1), (b, 0, 1), (b, 0, near), (a, 0, near)), tint)
            gap = 0.012 * step
            room.quad(pen, ((a, 0, 1), (a + gap, 0, 1), (a + 2 * gap, 0, near), (a, 0, near)), seam)
            end = 1 / (1 - (1 - 1 / near) * (0.2 + 0.75 * float(rng.random())))
            room.quad(pen, ((a, 0, end), (b, 0, end), (b, 0, end * 1.008), (a, 0, end * 1.008)), seam)
