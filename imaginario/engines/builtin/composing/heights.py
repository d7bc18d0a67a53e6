"""Clouds and rainbows that carry somebody: large in the middle, feet upon them.

All lengths are canvas pixels; the actors have been placed, and are moved in place.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from .actors import Actor
from .camera import Frame
from .limbs import axis_of, share

_CLOUD, _BOW = "cloud", "rainbow"
_WIDE = {_CLOUD: 0.62, _BOW: 0.94}
"""How wide each is by the width of the picture."""
_TALLEST = {_CLOUD: 0.42, _BOW: 0.58}
_FOOT = {_CLOUD: 0.84, _BOW: 0.9}
"""How far down each reaches, by the height of the picture."""
_MIDDLE, _ARC = (0.5, 0.889), 0.425
"""Where the middle of the arc of a rainbow is, in shares of its drawing, and its radius by its width."""
_STEP, _SLOPE = 26.0, 42.0
"""Degrees between two on one arc, and how far from its top somebody is who slides down."""


def is_bow(actor: Actor) -> bool:
    """Whether it is a rainbow to stand on."""
    return actor.subject.id == _BOW and actor.role in ("air", "float")


def carry(actors: Sequence[Actor], view: Frame) -> None:
    """Make a cloud or rainbow large enough for those who are on it."""
    upon = [a for a in actors if a.role == "attached" and a.subject.relation == "on" and a.mate is not None]
    for mate in {id(a.mate): a.mate for a in upon if a.mate is not None}.values():
        wide = _WIDE.get(mate.subject.id)
        if wide is None or mate.role not in ("air", "float") or mate.subject.count > 1:
            continue
        mate.height = min(wide * view.width / mate.shape.width, _TALLEST[mate.subject.id] * view.height)
        mate.x, mate.base = 0.5 * view.width, _FOOT[mate.subject.id] * view.height
        mate.tilt, mate.flip, mate.shadow = 0.0, False, False


def stand(actor: Actor, bow: Actor) -> None:
    """On the arc, for now at its top."""
    actor.height = min(share(actor, bow, 0.3, 0.62), 0.3 * bow.width / actor.shape.width)
    actor.x, actor.shadow = bow.x, False
    actor.base = _at(bow, 0.0)[1]
    actor.layer = bow.order - actor.base + 0.5


def spread(actors: Sequence[Actor]) -> None:
    """Side by side along the arc; who sits there alone slides down it."""
    bows = {id(a.mate): a.mate for a in actors if a.mate is not None and is_bow(a.mate)}
    for bow in bows.values():
        those = [a for a in actors if a.mate is bow and a.subject.relation == "on"]
        for number, actor in enumerate(those):
            degrees = (number - (len(those) - 1) / 2) * _STEP
            if len(those) == 1 and (actor.slides or actor.subject.action == "sit"):
                degrees = _SLOPE
            x, y = _at(bow, degrees)
            actor.tilt = -0.5 * degrees
            actor.x += x - axis_of(actor)
            actor.layer += actor.base - y
            actor.base = y


def _at(bow: Actor, degrees: float) -> tuple[float, float]:
    """The point of the arc that is so many degrees to the right of its top."""
    turn, radius = math.radians(degrees), _ARC * bow.width
    top = bow.base - bow.tall
    return (
        bow.x + (_MIDDLE[0] - 0.5) * bow.width + radius * math.sin(turn),
        top + _MIDDLE[1] * bow.tall - radius * math.cos(turn),
    )
