"""Who is under an umbrella or a balloon: side by side on the ground, the roof wide enough for all."""

from __future__ import annotations

from collections.abc import Sequence

from .actors import Actor
from .bridging import is_bridge

ROOF = 0.75
"""Height of an umbrella by that of the one under it."""
_HELD = 0.62
"""How high its handle ends, as a share of the tallest one's height."""
_TALLEST = 0.62
"""The height of the tallest one below, by all the room there is."""
_CLOSE = 0.86
"""How near they come to each other: a share of their widths."""
_WIDEST = 1.35
"""Height of the roof over many, by that of the tallest one."""


def shelters(mate: Actor) -> bool:
    """Whether it is above those who are under it, instead of standing around them."""
    return mate.entry.anchor in ("hand", "sky")


def shelter(actors: Sequence[Actor], mate: Actor, width: int, height: int) -> None:
    """Place all who are under it, and lift it above them, in place, in a picture of that size."""
    base, middle, room = mate.base, mate.x, 1.5 * mate.height
    largest = max(a.visual for a in actors)
    for actor in actors:
        actor.height = _TALLEST * room * actor.visual / largest
        actor.base, actor.depth, actor.shadow, actor.tilt = base, mate.depth, True, mate.tilt
    tallest = max(a.height for a in actors)
    wide = _CLOSE * sum(a.width for a in actors)
    over_all = 0.95 * wide / mate.shape.width if len(actors) > 1 else 0.0
    mate.height = min(max(ROOF * tallest, over_all), _WIDEST * tallest)
    fit = min(1.0, (base - 0.03 * height) / (_HELD * tallest + mate.tall), 0.94 * width / wide)
    mate.height *= fit
    for actor in actors:
        actor.height *= fit
    mate.base = base - _HELD * fit * tallest
    mate.layer, mate.shadow = base - mate.base - 0.5, False
    left = min(max(middle - 0.5 * fit * wide, 0.03 * width), 0.97 * width - fit * wide)
    mate.x = left + 0.5 * fit * wide
    for actor in actors:
        actor.x = left + 0.5 * _CLOSE * actor.width
        left += _CLOSE * actor.width


def side_by_side_below(actors: Sequence[Actor], width: int) -> None:
    """Several under a mushroom, a tree or a table: in one row, each in sight, in place."""
    below = [a for a in actors if _stands_below(a)]
    for mate in {id(a.mate): a.mate for a in below if a.mate is not None}.values():
        row = sorted((a for a in below if a.mate is mate), key=lambda a: a.copy)
        if len(row) == 1 or mate.subject.count > 1:
            continue
        wide = sum(_ABREAST * a.width for a in row)
        room = min(max(_CROWN * mate.width, row[0].width), (1 - 2 * _EDGE) * width)
        fit = min(1.0, max(_SMALLEST, room / wide))
        middle = min(max(mate.x, _EDGE * width + 0.5 * fit * wide), (1 - _EDGE) * width - 0.5 * fit * wide)
        left = middle - 0.5 * fit * wide
        for actor in row:
            actor.height *= fit
            actor.x = left + 0.5 * _ABREAST * actor.width
            left += _ABREAST * actor.width


def _stands_below(actor: Actor) -> bool:
    """Whether it is on the ground under something that is not held above it."""
    mate = actor.mate
    below = mate is not None and actor.role == "attached" and actor.subject.relation == "under"
    return below and mate is not None and not shelters(mate) and not mate.entry.alive and not is_bridge(mate)


_ABREAST, _CROWN = 0.9, 1.2
"""The share of its width that each has for itself, and how wide the row is at most by what is above it."""
_SMALLEST, _EDGE = 0.5, 0.03
"""How small they become to have room, and what is kept free at the edges of the picture."""
