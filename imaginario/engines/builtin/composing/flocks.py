"""Several who fly around something tall: it stands near the middle, they are small, at both its sides.

All lengths are canvas pixels; the actors have been placed, and are moved in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from .actors import Actor
from .camera import Frame

_SEVERAL = 2
_TALL = ("building", "plant")
_SIZE, _LARGEST = 0.26, 0.17
"""How tall a flier is at most, by what it flies around and by the height of the picture."""
_APART = 0.62
"""How far from the middle of it the nearest are, by its width and theirs."""
_LEVELS = (0.12, 0.42, -0.08, 0.26, 0.55, 0.02)
"""How far down they fly by the height of what they fly around, in turns."""
_MIDDLE = 0.1
"""How far from the middle of the picture it is at most, by the width."""


def fly_around(fliers: Sequence[Actor], group: Sequence[Actor], view: Frame) -> None:
    """Put them at both sides by turns; who stands on the ground keeps what is flown around where it is."""
    those = [a for a in fliers if a.subject.relation == "beside" and a.mate is not None]
    for tall in {id(a.mate): a.mate for a in those if a.mate is not None}.values():
        around = [a for a in those if a.mate is tall]
        if tall.entry.kind not in _TALL or len(around) < _SEVERAL or tall.role == "field":
            continue
        if not any(a is not tall for a in group):
            middle = 0.5 * view.width
            tall.x = min(max(tall.x, middle - _MIDDLE * view.width), middle + _MIDDLE * view.width)
        for number, actor in enumerate(around):
            _place(actor, tall, number, view)


def _place(actor: Actor, tall: Actor, number: int, view: Frame) -> None:
    side = 1 if number % 2 == 0 else -1
    actor.height = min(actor.height, _SIZE * tall.tall, _LARGEST * view.height)
    out = _APART * (tall.width + actor.width) + (number // 2) * 0.9 * actor.width
    actor.x = tall.x + side * out
    half = 0.5 * actor.width
    actor.x = min(max(actor.x, half), view.width - half)
    down = _LEVELS[number % len(_LEVELS)]
    actor.base = max(tall.top + down * tall.tall + 0.5 * actor.tall, actor.tall + 0.02 * view.height)
