"""Boats and basins that one sits in, behind the near side, which hides the feet, and before the mast.

All lengths are canvas pixels; the actors have been placed.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PIL import Image

from .actors import Actor
from .limbs import axis_of, share

_FOUNTAIN = "fountain"
_RIMS = {
    "boat": 0.76,
    "canoe": 0.54,
    "motorboat": 0.4,
    "pirate-ship": 0.645,
    "viking-ship": 0.685,
    _FOUNTAIN: 0.83,
    "gazebo": 0.68,
    "gondola": 0.6,
    "ship": 0.6,
}
"""How far down the upper edge of the side of each is, by its height."""
_HIDDEN, _LAID = 0.3, 0.1
"""How much of who sits there, and of what lies there, is behind the side."""
_TALL, _LONG = 0.62, 0.37
"""How tall who sits there is at most, by the height and by the length of the boat."""
_ROOFED, _UNDER_A_ROOF = frozenset({"gazebo"}), 0.42
"""What has a roof over those in it, and how tall they are at most by its height."""
_DECKED, _ON_DECK = frozenset({"ship"}), 0.75
"""What has cabins, and how tall those on its deck are, by how tall they were in a boat."""
_ABOARD = frozenset({"on", "inside"})


def is_aboard(actor: Actor) -> bool:
    """Whether somebody or something is in such a boat."""
    there = actor.role == "rider" or actor.subject.relation in _ABOARD
    if actor.mate is None or (actor.mate.subject.id == _FOUNTAIN and actor.subject.relation != "inside"):
        return False
    return there and actor.mate.subject.id in _RIMS and not actor.hangs


def embark(actor: Actor, boat: Actor) -> None:
    """Behind the side of the boat, where one sits."""
    if not actor.entry.alive:
        actor.height = min(share(actor, boat, 0.12, 0.3), 0.3 * boat.width / actor.shape.width)
    else:
        roofed = boat.subject.id in _ROOFED
        most = _UNDER_A_ROOF * boat.tall if roofed else max(_TALL * boat.height, _LONG * boat.width)
        most *= _ON_DECK if boat.subject.id in _DECKED else 1.0
        actor.height = min(share(actor, boat, 0.45, 0.95), most)
    beside_jet = 0.26 if boat.subject.id == _FOUNTAIN and actor.subject.count == 1 else 0.5
    across = boat.seat[0] if boat.seat is not None else beside_jet
    across = 1 - across if boat.flip else across
    if actor.entry.alive:
        actor.flip = boat.flip
    body = (0.5 - actor.shape.middle) * actor.width * (-1 if actor.flip else 1)
    actor.x = boat.x + (across - 0.5) * boat.width + body
    rim = boat.base - boat.tall + _RIMS[boat.subject.id] * boat.tall
    actor.base = rim + min((_HIDDEN if actor.entry.alive else _LAID) * actor.height, 0.8 * (boat.base - rim))
    actor.layer = boat.order - actor.base + 0.5


def make_room(actors: Sequence[Actor]) -> None:
    """Move those in one boat together until nobody's body is beyond its ends."""
    inside = [a for a in actors if is_aboard(a)]
    for boat in {id(a.mate): a.mate for a in inside if a.mate is not None}.values():
        those = [a for a in inside if a.mate is boat]
        _apart(those)
        low = min(axis_of(a) - _BODY * a.height for a in those)
        high = max(axis_of(a) + _BODY * a.height for a in those)
        fit = min(1.0, _ROOM * boat.width / max(1.0, high - low))
        middle = 0.5 * (low + high)
        edge = 0.5 * (_ROOM * boat.width - fit * (high - low))
        center = min(max(middle, boat.x - edge), boat.x + edge)
        for actor in those:
            actor.x = center + fit * (actor.x - middle)
            rim = boat.base - (1 - _RIMS[boat.subject.id]) * boat.tall
            raised = (1 - fit) * (actor.base - rim)
            actor.base, actor.layer = actor.base - raised, actor.layer + raised
            actor.height *= fit


def _apart(those: Sequence[Actor]) -> None:
    """Give each of several who are not alike a place of its own."""
    near = any(abs(axis_of(a) - axis_of(b)) < _BODY * a.height for a, b in itertools.combinations(those, 2))
    if not near or len({a.index for a in those}) == 1:
        return
    x = sum(axis_of(a) for a in those) / len(those) - _BODY * sum(a.height for a in those)
    for actor in those:
        actor.x += x + _BODY * actor.height - axis_of(actor)
        x += 2 * _BODY * actor.height


_BODY, _ROOM = 0.3, 0.84
"""Half the width of a body by its height, and how much of the length of a boat there is to sit in."""


def in_order(actors: Sequence[Actor]) -> Iterator[tuple[Actor, bool]]:
    """The actors from far to near, and the side of a boat once more after those aboard: then it is True."""
    sides: dict[int, tuple[Actor, float]] = {}
    for actor in filter(is_aboard, actors):
        if actor.mate is not None:
            last = max(actor.order, sides.get(id(actor.mate), (actor.mate, actor.order))[1])
            sides[id(actor.mate)] = actor.mate, last
    drawn = [(a.order, 0, a, False) for a in actors]
    drawn += [(order, 1, boat, True) for boat, order in sides.values()]
    yield from ((actor, side) for _, _, actor, side in sorted(drawn, key=lambda d: d[:2]))


def side_of(boat: Actor, image: Image.Image) -> tuple[Actor, Image.Image]:
    """The boat without shadow and its picture without all that is above its side."""
    image = image.copy()
    rim = round(_RIMS[boat.subject.id] * image.height)
    image.paste((0, 0, 0, 0), (0, 0, image.width, rim))
    return replace(boat, role="attached", shadow=False), image
