"""Who is at a river and not in it stands on the bank, the water in sight beside them.

All lengths are canvas pixels; the actors have been placed, and are moved in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from .actors import Actor
from .camera import Frame

_LEAST = 0.6
"""How small those on a bank become at most, by their usual height."""
_OVER = 0.12
"""How much of who stands nearest may be before the water, by their width."""
_EDGE = 0.02
_CLOSER = 0.6
"""How much of the room that is missing is made by smaller figures, and not by those who stand closer."""


def on_the_bank(group: Sequence[Actor], view: Frame) -> None:
    """Move a whole group to the wider bank, smaller where it would stand in the water."""
    if not group or view.stage.stream is None:
        return
    left, right = _water(max(a.base for a in group), view)
    if max(left, view.width - right) < _NARROW * view.width:
        return
    low = min(a.x - 0.5 * a.width for a in group)
    high = max(a.x + 0.5 * a.width for a in group)
    before = _OVER * max(a.width for a in group)
    if view.width - right >= left:
        start, end = right - before, (1 - _EDGE) * view.width
    else:
        start, end = _EDGE * view.width, left + before
    fit = min(1.0, max(_LEAST, (end - start) / (high - low)))
    span = fit * (high - low)
    first = min(max(fit * low, start), end - span) if span <= end - start else _beyond(start, end, span, view)
    for actor in group:
        actor.x = first + fit * (actor.x - low)
        actor.height *= fit**_CLOSER
        if actor.subject.held == _ROD:
            actor.flip = start > view.width - end  # the water is at the left


_ROD = "fishing-rod"
"""What is held over the water."""


def _beyond(start: float, end: float, span: float, view: Frame) -> float:
    """Where a group begins that is wider than the bank: its end at the edge of the picture."""
    return end - span if start > view.width - end else start


def _water(y: float, view: Frame) -> tuple[float, float]:
    """Where the water is, from left to right, at that height."""
    assert view.stage.stream is not None
    top, middle, half = view.stage.stream
    row = min(max(0, int(y) - top), len(middle) - 1)
    return float(middle[row] - half[row]), float(middle[row] + half[row])


_NARROW = 0.3
"""A bank that narrow holds nobody, by the width of the picture."""
