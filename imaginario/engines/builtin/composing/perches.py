"""Many on something long: owls on a branch, frogs on a log, side by side with a clear face each.

All lengths are canvas pixels; what they are on has been placed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .actors import Actor
from .camera import Frame

MOST_IN_A_ROW, MOST_ON_A_PERCH = 3, 8
"""So many have room on anything, and so many on something long."""
_PERCHES: Mapping[str, tuple[float, float, float]] = {"tree-branch": (0.3, 0.97, 0.03)}
_PERCH = (0.04, 0.96, 0.0)
"""From where to where along it one can stand, as shares of its width, and how far down at its ends."""
_SHOULDERS, _UNEVEN = 0.92, 0.16
"""The share of its width that each has for itself, and how much smaller the smallest is."""
_WIDE, _TALL = 0.9, 0.5
"""How wide and how tall what carries many is, by the width and the height of the picture."""


def is_perch(mate: Actor) -> bool:
    """Whether many have room on it side by side: a branch, a log, a bench."""
    return not mate.entry.alive and mate.entry.kind != "vehicle" and mate.shape.width > mate.shape.height


def perch(actor: Actor, mate: Actor, number: int, count: int) -> None:
    """One of many in a single row along it, not all of one size; each stands on it."""
    left, right, _ = _PERCHES.get(mate.subject.id, _PERCH)
    left, right = (1 - right, 1 - left) if mate.flip else (left, right)
    step = (right - left) * mate.width / count
    foot = actor.base - _SUNK * actor.height
    actor.height = min(actor.height, step / (_SHOULDERS * actor.shape.width))
    actor.height *= 1 - _UNEVEN * ((number * 0.618) % 1)
    actor.x = mate.x + (left - 0.5) * mate.width + (number + 0.5) * step
    actor.base = foot + _SUNK * actor.height
    actor.layer = mate.order - actor.base + 0.5


_SUNK = 0.03
"""How far below the edge of what carries them their feet are, by their height."""


def lengthen(group: Sequence[Actor], actors: Sequence[Actor], view: Frame) -> None:
    """Let what carries many, and is alone on the ground, reach from one side of the picture to the other."""
    if len(group) != 1 or not is_perch(group[0]):
        return
    upon = [a for a in actors if a.mate is group[0] and a.role == "attached" and a.subject.relation == "on"]
    if len(upon) > MOST_IN_A_ROW:
        group[0].height = min(_WIDE * view.width / group[0].shape.width, _TALL * view.height)
