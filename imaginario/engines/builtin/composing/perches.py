"""Many on something long: owls on a branch, frogs on a log, side by side with a clear face each.

All lengths are canvas pixels; what they are on has been placed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from ..figures import render, svgart
from ..spec import Subject
from .actors import Actor, Shape
from .camera import Frame
from .limbs import share

MOST_IN_A_ROW, _MOST_ON_A_PERCH = 3, 8
"""So many have room on anything, and so many on something long."""
_ALONG = frozenset({"on", "over"})
_OTHERWISE = frozenset({"vehicle", "building", "sky"})
"""What is long, but carries many in another way."""
_PERCHES: Mapping[str, tuple[float, float]] = {"tree-branch": (0.3, 0.97)}
_PERCH = (0.04, 0.96)
"""From where to where along it one can stand, as shares of its width."""
_SHOULDERS, _UNEVEN = 0.92, 0.16
"""The share of its width that each has for itself, and how much smaller the smallest is."""
_WIDE, _TALL = 0.9, 0.5
"""How wide and how tall what carries many is, by the width and the height of the picture."""


def is_perched(actor: Actor) -> bool:
    """Whether it is on, or leaps over, something where few enough for one row have room side by side."""
    mate, relation = actor.mate, actor.subject.relation
    along = mate is not None and actor.role == "attached" and relation in _ALONG and not actor.hangs
    return along and mate is not None and _is_perch(mate) and actor.subject.count <= _MOST_ON_A_PERCH


def _is_perch(mate: Actor) -> bool:
    long = mate.shape.width > mate.shape.height and mate.entry.kind not in _OTHERWISE
    return long and not mate.entry.alive and mate.subject.count == 1


def perch(actors: Sequence[Actor]) -> None:
    """All who are along the same thing in a single row, not all of one size; each stands on it."""
    for mate in {id(a.mate): a.mate for a in actors if a.mate is not None}.values():
        those = sorted((a for a in actors if a.mate is mate and is_perched(a)), key=lambda a: a.copy)
        if MOST_IN_A_ROW < len(those) <= _MOST_ON_A_PERCH:
            for number, actor in enumerate(those):
                _place(actor, mate, number, len(those))


def _place(actor: Actor, mate: Actor, number: int, count: int) -> None:
    left, right = _PERCHES.get(mate.subject.id, _PERCH)
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
    if len(group) != 1:
        return
    upon = [a for a in actors if a.mate is group[0] and is_perched(a)]
    if len(upon) > MOST_IN_A_ROW:
        group[0].height = min(_WIDE * view.width / group[0].shape.width, _TALL * view.height)


def take_places(actors: Sequence[Actor]) -> None:
    """Two on a seesaw sit at its ends, more of them close together there, in place."""
    for mate in {id(a.mate): a.mate for a in actors if a.mate is not None}.values():
        spots = _spots(mate.subject.id) if mate.entry.art == "svg" else ()
        those = [a for a in actors if a.mate is mate and (a.role == "rider" or a.subject.relation == "on")]
        if len(those) < len(spots) or not spots:
            continue
        for number, actor in enumerate(those):
            (x, y), back = spots[number % len(spots)], number // len(spots)
            inward = _INWARD * back * actor.width * (1 if x < 0.5 else -1)
            actor.x = mate.x + (x - 0.5) * mate.width + inward
            actor.base = mate.top + y * mate.height + _SUNK * actor.height
            actor.layer = mate.order - actor.base + 0.5 + 0.1 * back
            actor.flip = x > 0.5


_INWARD = 0.8
"""How much farther in the next ones sit, by their width."""


@cache
def _spots(ident: str) -> tuple[tuple[float, float], ...]:
    """The places on a drawing, as shares of its width and height."""
    if (drawing := svgart.drawn(ident)) is None:
        return ()
    x, y, w, h = drawing.box
    flat = drawing.places
    return tuple(((a - x) / w, (b - y) / h) for a, b in zip(flat[::2], flat[1::2], strict=True))


def top_of(mate: Actor) -> tuple[float, float]:
    """Where one is on what names no seat: near its upper edge, or where it is broad enough."""
    flat = 0.16 if mate.entry.kind == "furniture" else 0.06
    if mate.seat or mate.entry.alive or mate.entry.art == "head" or mate.entry.kind not in _BROAD_BELOW:
        return mate.shape.middle, flat
    x, y = _surface(mate.subject.id)
    return (x, y) if y > flat + 0.03 else (mate.shape.middle, flat)


_BROAD_BELOW = frozenset({"food", "thing", "plant"})


@cache
def _surface(ident: str) -> tuple[float, float]:
    """Where one can be on a drawing, as shares of its width and height: below its steam, candles or hat."""
    veil = np.asarray(render(Subject(id=ident), height=_MEASURE).getchannel("A")) > _SOLID
    wide = veil.sum(axis=1)
    row = int(np.argmax(wide >= _BROAD * wide.max()))
    return float(np.flatnonzero(veil[row]).mean() + 0.5) / veil.shape[1], row / veil.shape[0]


_MEASURE, _SOLID, _BROAD = 64, 150, 0.34
"""At what height it is measured, and from what alpha and what share of its width on it carries somebody."""


def in_the_crown(actor: Actor, mate: Actor) -> None:
    """On a branch within the crown of a tree."""
    least, most = _IN_A_TREE
    actor.height = share(actor, mate, least, most)
    x, y = mate.seat or (mate.shape.middle, 0.5)
    x = 1 - x if mate.flip else x
    actor.x = mate.x + (x - 0.5) * mate.width + _ASTRAY * mate.width * (-1 if mate.flip else 1)
    actor.base = mate.top + y * mate.height
    actor.layer = mate.order - actor.base + 0.5
    actor.perched = mate.shape.width < mate.shape.height  # what is a branch has no need of another


_IN_A_TREE, _ASTRAY = (0.2, 0.36), 0.06
"""How small and how tall one is in a tree, by its height, and how far from its middle, by its width."""


def lie_under(actor: Actor, leaf: Actor) -> None:
    """Let a leaf lie flat on the ground, and who is on it in the middle of it."""
    leaf.laid, leaf.shape = True, Shape(*LAID[leaf.subject.id])
    actor.height = share(actor, leaf, *_ON_A_LEAF)
    actor.height *= min(1.0, _WITHIN * leaf.width / actor.width)
    actor.x, actor.base = leaf.x, leaf.base - 0.45 * leaf.tall
    actor.layer = leaf.order - actor.base + 0.5


LAID: Mapping[str, tuple[float, float]] = {"leaf": (1.42, 0.36)}
"""Leaves that lie flat under who is on them: how wide and how tall they are then, by their usual height."""
_ON_A_LEAF, _WITHIN = (0.4, 0.75), 0.72
"""How tall one is on a leaf, by its usual height, and how wide at most, by its width."""
