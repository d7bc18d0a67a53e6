"""Puddles, blankets and towels: flat on the ground, before and under those who are on them.

All lengths are canvas pixels; the actors have been placed, and are moved in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from .actors import FLUSH, Actor
from .camera import Frame
from .limbs import axis_of

_WIDER, _WIDEST = {"puddle": 1.25}, {"puddle": 0.62}
_SPREAD, _ALL = 1.6, 0.96
"""How wide a puddle is by the width of those in it, and at most by that of the picture; and all else."""
_DEEP = 0.5
"""How far down in it their feet are, by its height."""
_LOWEST = 0.985
_FALLEN, _SEATED = {"puddle": 0.92}, 0.86
"""How far down the feet of who plays in a puddle or sits there are at least, by the height of the picture."""


def lie_flat(actors: Sequence[Actor], view: Frame) -> None:
    """Fit each puddle to those who are in it, near the lower edge of the picture."""
    upon = [a for a in actors if a.mate is not None and a.mate.subject.id in FLUSH and a.role == "attached"]
    upon = [a for a in upon if a.subject.relation != "over"]
    for puddle in {id(a.mate): a.mate for a in upon if a.mate is not None}.values():
        those = [a for a in upon if a.mate is puddle]
        _side_by_side(those, view)
        low = min(axis_of(a) - 0.4 * min(a.width, a.height) for a in those)
        high = max(axis_of(a) + 0.4 * min(a.width, a.height) for a in those)
        kind = puddle.subject.id
        wide = min(_WIDER.get(kind, _SPREAD) * (high - low), _WIDEST.get(kind, _ALL) * view.width)
        puddle.height = wide / puddle.shape.width
        half = 0.5 * wide
        puddle.x = min(max(0.5 * (low + high), half + 0.01 * view.width), 0.99 * view.width - half)
        down = max(0.0, _FALLEN.get(kind, _SEATED) * view.height - max(a.base for a in those))
        for actor in those:
            actor.base += down
        feet = max(a.base for a in those)
        puddle.base = min(_LOWEST * view.height, feet + (1 - _DEEP) * puddle.height)
        puddle.layer = min(a.order for a in those) - puddle.base - 0.5
        puddle.depth = 0.0


def _side_by_side(those: Sequence[Actor], view: Frame) -> None:
    """Move several apart, smaller where there is not enough room."""
    shares = [_ABREAST * min(a.width, a.height) for a in those]
    fit = min(1.0, _ROOM * view.width / sum(shares))
    middle = sum(axis_of(a) for a in those) / len(those)
    half = 0.5 * fit * sum(shares)
    left = min(max(middle, 0.02 * view.width + half), 0.98 * view.width - half) - half
    for actor, own in zip(those, shares, strict=True):
        actor.height *= fit
        actor.x += left + 0.5 * fit * own - axis_of(actor)
        left += fit * own


_ABREAST, _ROOM = 0.9, 0.9
"""The share of its width that each has for itself, and that of the picture that is there for all."""
