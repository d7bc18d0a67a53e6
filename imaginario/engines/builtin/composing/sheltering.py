"""Who is under an umbrella or a balloon: side by side on the ground, the roof wide enough for all."""

from __future__ import annotations

from collections.abc import Sequence

from .actors import Actor

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
