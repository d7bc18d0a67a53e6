"""Those who ride in one vehicle look out of its windows, a head at each, and nobody stands on its roof.

All lengths are canvas pixels; the vehicle has been placed, and those in it are moved in place.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

from ..figures import svgart
from .actors import Actor

_HEAD, _TALL = (200.0, 190.0), 344.0
"""Width and height of a usual head, and the height of a figure, in units of figures."""
_BELOW, _BELOW_GROWN, _BELOW_DRAWN = 0.37, 0.5, 0.22
"""How much of a child, of a grown one and of an animal drawn by hand is below the sill, by its height."""
_GROWN = 1.2
"""How much taller grown people are whose heads are as large."""
_FILLS, _CROWDED = (1.3, 1.3), 0.4
"""How much larger than its place at the window a head may be, and how small it may become in a crowd."""
_UNEVEN = (0.3, 0.8)
"""How much smaller the small ones are: the power of their share of the largest, and the least."""


def rides_inside(actor: Actor) -> bool:
    """Whether it is alive and in something that has windows for it, not on top."""
    mate, there = actor.mate, actor.role == "rider" or actor.subject.relation == "inside"
    windows = mate is not None and mate.entry.art == "svg" and bool(_seats(mate.subject.id))
    return windows and there and actor.entry.alive and not actor.hangs


def look_out(actors: Sequence[Actor]) -> None:
    """Give all who ride in the same vehicle, two or more of them, places at its windows."""
    inside = [a for a in actors if rides_inside(a)]
    for mate in {id(a.mate): a.mate for a in inside if a.mate is not None}.values():
        those = [a for a in inside if a.mate is mate]
        if len(those) > 1:
            _take_seats(those, mate, _seats(mate.subject.id))


@cache
def _seats(ident: str) -> tuple[tuple[float, ...], ...]:
    """The rows of windows of a vehicle as shares of its drawing: sill and height, then the middles."""
    if (drawing := svgart.drawn(ident)) is None:
        return ()
    x, y, w, h = drawing.box
    rows = drawing.seats
    if not rows and drawing.window:
        middle, sill, wide, high = drawing.window
        rows = ((sill, high, middle - 0.34 * wide, middle + 0.34 * wide),)
    return tuple(((r[0] - y) / h, r[1] / h, *((at - x) / w for at in r[2:])) for r in rows)


def _take_seats(those: Sequence[Actor], mate: Actor, rows: Sequence[tuple[float, ...]]) -> None:
    """The first at the front window, the others behind, in as many rows as there are."""
    total, left = sum(len(row) - 2 for row in rows), list(those)
    counts = [round(len(those) * (len(row) - 2) / total) for row in rows]
    counts[-1] += len(those) - sum(counts)
    largest = max(a.visual for a in those)
    for (sill, high, *middles), count in zip(rows, counts, strict=True):
        seats, step = _spread(middles, count)
        k = min(_FILLS[0] * step * mate.width / _HEAD[0], _FILLS[1] * high * mate.height / _HEAD[1])
        k = max(k, _CROWDED * high * mate.height / _HEAD[1])
        for actor, seat in zip(left[:count], reversed(seats), strict=True):
            across = 1 - seat if mate.flip else seat
            small = max(_UNEVEN[1], (actor.visual / largest) ** _UNEVEN[0])
            _at(actor, mate, (mate.x + (across - 0.5) * mate.width, mate.top + sill * mate.height), k * small)
        left = left[count:]


def _spread(middles: Sequence[float], count: int) -> tuple[list[float], float]:
    """The places of `count` along a row of windows and the room for each: one a window, or more crowded."""
    gaps = [b - a for a, b in itertools.pairwise(middles)]
    if count <= len(middles):
        seats = [middles[int((n + 0.5) * len(middles) / count)] for n in range(count)]
        return seats, min(gaps)
    first, last = middles[0] - 0.4 * gaps[0], middles[-1] + 0.4 * gaps[-1]
    step = (last - first) / count
    return [first + (n + 0.5) * step for n in range(count)], step


def _at(actor: Actor, mate: Actor, at: tuple[float, float], k: float) -> None:
    """Head and shoulders above the sill; `k` pixels are a unit of figures."""
    grown = actor.entry.head.get("age") == "adult"
    below = _BELOW_DRAWN if actor.entry.art == "svg" else _BELOW_GROWN if grown else _BELOW
    actor.height = k * (0.8 * _HEAD[1] if actor.entry.art == "svg" else _TALL * (_GROWN if grown else 1.0))
    body = (0.5 - actor.shape.middle) * actor.width * (-1 if mate.flip else 1)
    actor.flip, actor.shadow, actor.tilt = mate.flip, False, mate.tilt
    actor.x, actor.base = at[0] + body, at[1]
    actor.sunk = below / actor.shape.height
    actor.layer = mate.order - actor.base + 0.5
