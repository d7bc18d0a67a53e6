"""Leashes and strings: from a hand to the collar of a dog, or to a kite.

All lengths are canvas pixels.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from ..figures.svgart import heads_left
from ..scenery.canvas import Canvas
from ..scenery.stage import Stage
from .actors import Actor
from .camera import Frame
from .limbs import axis_of

Point = tuple[float, float]


def lead(actors: Sequence[Actor], view: Frame) -> None:
    """Turn who is led the way of the leader, whose right hand is at that side, and who flies a kite to it."""
    for actor in actors:
        leader = holder_of(actor, actors)
        if leader is None:
            continue
        if actor.role == "air":
            _rise(actor, leader, [a for a in actors if a.role == "ground"], view)
            leader = holder_of(actor, actors) or leader
        left = actor.x < leader.x
        leader.flip = left
        if actor.led_by >= 0:
            actor.flip = left != heads_left(actor.entry)


def _rise(kite: Actor, leader: Actor, group: Sequence[Actor], view: Frame) -> None:
    """High up aside of who flies it, where least of it is before heads."""
    kite.height = min(kite.height, 0.36 * view.height)
    kite.base = kite.tall + 0.11 * view.height
    places = [min(max(leader.x + s * view.width, 0.2 * view.width), 0.8 * view.width) for s in _ASIDE]

    def hidden(x: float) -> float:
        spans = [0.5 * (kite.width + a.width) - abs(a.x - x) for a in group if a.top < kite.base]
        straight = kite.width if abs(x - leader.x) < 0.1 * view.width else 0.0
        sun, high = view.stage.light, kite.base - 0.5 * kite.tall
        lit = max(0.0, 0.14 * view.width + 0.5 * kite.width - math.hypot(sun[0] - x, sun[1] - high))
        return (
            max([0.0, *spans]) + straight + 2 * lit + 0.6 * abs(x - 0.5 * view.width)
        )  # leaves hang in the corners

    kite.x = min(places, key=hidden)
    kite.flip, kite.tilt = leader.x > kite.x, 0.0


_ASIDE = (-0.27, 0.27, -0.36, 0.36)
"""How far to the side a kite may be of who flies it, by the width of the picture."""


def holder_of(actor: Actor, actors: Sequence[Actor]) -> Actor | None:
    """Whose hand the leash or the string is in; None where there is neither."""
    by = actor.led_by if actor.led_by >= 0 else actor.flown_by
    holders = (a for a in actors if by >= 0 and a.index == by)
    return min(holders, key=lambda a: abs(a.x - actor.x), default=None)


def draw(canvas: Canvas, stage: Stage, actors: Sequence[Actor], hand: Callable[[Actor], Point]) -> None:
    """Every leash, rope and string, over those whom they tie."""
    for actor in actors:
        for puller in (a for a in actors if actor.pulled_by >= 0 and a.index == actor.pulled_by):
            _rope(canvas, stage, actor, puller)
        leader = holder_of(actor, actors)
        if leader is None:
            continue
        x, y = hand(leader)
        if actor.led_by >= 0:
            to = (axis_of(actor), actor.base - _NECK * actor.height)
            _cord(canvas, stage, ((x, y), to), 0.14 * abs(to[0] - x) + 0.04 * leader.height, 5.0, _LEASH)
        else:
            to = (actor.x, actor.base - _BRIDLE * actor.height)
            _cord(canvas, stage, ((x, y), to), 0.07 * math.hypot(to[0] - x, to[1] - y), 1.8, _THREAD)


def _rope(canvas: Canvas, stage: Stage, thing: Actor, puller: Actor) -> None:
    """From the near end of a thing to the chest of who pulls it."""
    ahead = 1 if puller.x > thing.x else -1
    end, low = _TIED.get(thing.subject.id, (_END, _LOW * min(1.0, puller.height / thing.height)))
    near = (thing.x + ahead * end * thing.width, thing.base - low * thing.height)
    chest = (axis_of(puller), puller.base - _CHEST * puller.height)
    _cord(canvas, stage, (near, chest), 0.02 * puller.height, 6.0, _ROPE)


_END, _LOW, _CHEST = 0.44, 0.22, 0.3
"""Where a rope is tied to what is pulled and to who pulls, by their widths and heights."""
_TIED = {"wagon": (0.45, 0.84)}
"""The same for what has a handle."""
_ROPE = (150, 104, 62)


_NECK, _BRIDLE = 0.44, 0.69
"""How high up a collar is, and the middle of a kite, where its string is tied, by their heights."""
_LEASH, _THREAD = (168, 58, 66), (94, 84, 104)


def _cord(
    canvas: Canvas,
    stage: Stage,
    ends: tuple[Point, Point],
    sag: float,
    width: float,
    color: tuple[int, int, int],
) -> None:
    """A line between two points that hangs through by `sag`."""
    (x, y), (u, v) = ends
    points = [(x + t * (u - x), y + t * (v - y) + 4 * t * (1 - t) * sag) for t in (n / 12 for n in range(13))]
    red, green, blue = (round(min(255, c * float(a))) for c, a in zip(color, stage.ambient, strict=True))
    with canvas.pen() as pen:
        pen.stroke(points, width * stage.unit, width * stage.unit, (red, green, blue, 255))
