"""Those who hug or dance in each other's arms: close, leaning in, the nearer arm of each around the other.

All lengths are canvas pixels; the actors have been placed, and are moved in place.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from .actors import Actor
from .camera import Frame
from .limbs import axis_of

_APART, _AN_ARM = 0.4, 0.63
"""How far apart the middles are of two who hug, and of two hand in hand, by how tall both are on average."""
_LITTLE, _FARTHER = 0.78, 0.47
"""Who is that much lower than the other is farther off, so that no hair is before a mouth."""
_SHORT = 0.96
"""Who is lower than that share of the others stands in front of them."""
_LEAN = 3.5
"""Degrees."""


def embrace(actors: Sequence[Actor], view: Frame) -> None:
    """Bring those together who hug each other, and lay their arms around each other."""
    done: list[Actor] = []
    for actor in actors:
        if actor.hugged < 0 or actor in done or actor.role == "water":
            continue
        others = [a for a in actors if a.index in (actor.hugged, actor.index) or a.hugged == actor.index]
        others = [a for a in others if a.role == actor.role and a is not actor and a not in done]
        others = [a for a in others if a.role == "ground" or a.mate is actor.mate]
        if others:
            row = sorted((actor, *_nearest(actor, others)), key=lambda a: a.x)
            done += row
            _close(row, view)


def _nearest(actor: Actor, others: Sequence[Actor]) -> list[Actor]:
    near = sorted(others, key=lambda a: abs(a.x - actor.x))
    return near[: _MOST - 1]


_MOST = 5
"""No more have each other in their arms."""


def _close(row: Sequence[Actor], view: Frame) -> None:
    """Side by side around the middle that they had, the lowest or the middle one in front."""
    lowest = min(row, key=lambda a: a.height)
    short = lowest.height < _SHORT * max(a.height for a in row)
    narrow = lowest if short else min(row, key=lambda a: a.width)
    front = narrow if len(row) == len("ab") else row[len(row) // 2]
    for number, actor in enumerate(row):
        actor.flip = 2 * number >= len(row)
        lean = 0.0 if actor.hand_in_hand else _LEAN
        actor.tilt = lean if actor.flip else -lean
        actor.base = max(a.base for a in row)
    places = [0.0]
    for left, right in itertools.pairwise(row):
        small = min(left.height, right.height) < _LITTLE * max(left.height, right.height)
        apart = _AN_ARM if left.hand_in_hand else _FARTHER if small else _APART
        places.append(places[-1] + apart * (left.height + right.height) / 2)
    left, right = 0.5 * row[0].width, view.width - 0.5 * row[-1].width
    middle = sum(map(axis_of, row)) / len(row)
    start = min(max(middle - places[-1] / 2, 0.4 * left), right - places[-1])
    for actor, place in zip(row, places, strict=True):
        actor.x = start + place - (axis_of(actor) - actor.x)
    if front.hand_in_hand:
        return
    front.layer = max(a.order for a in row) - front.base + 0.3
    front.clasped = [a for a in row if a is not front and a.entry.art == "head"]
