"""Who is behind something looks out: over what is low, around what is tall, across a table, out of the sky.

All lengths are canvas pixels; what they are behind has been placed, and may be moved and shrunk to make room.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..scenery.stage import Stage
from .actors import Actor
from .limbs import share

TABLES = frozenset({"table"})
"""What one sits at."""
_TABLE = 0.5
"""The height of a table by that of who sits at it."""
_FARTHER = 0.17
"""How far behind the feet of the table theirs are, by their height: face and hands are above its edge."""
_WIDE = 1.2
"""From this width, by its height, on one looks over a thing instead of around it."""
_SHOWN = 0.54
"""How much of who looks over something is seen above it, by its height: face and hands."""
_EDGE = 0.03
"""What is kept free at the edges of the picture, as a share of its width and height."""


def look_out(actors: Sequence[Actor], mate: Actor, stage: Stage, width: int, height: int) -> None:
    """Place all who are behind `mate`, in place, in a picture of that size."""
    for actor in actors:
        actor.depth, actor.shadow, actor.tilt = mate.depth, True, mate.tilt
    if _is_in_the_sky(actors) and not stage.indoor and not stage.floating:
        _rise(actors, mate, width, height)
    elif mate.entry.alive and len(actors) >= _FILE:
        follow(actors, mate, width)
    elif mate.subject.id in TABLES:
        _sit_at(actors, mate, width, height)
    elif _is_low(mate):
        _look_over(actors, mate, width, height)
    else:
        _look_around(actors, mate, width, height)
    for actor in actors:
        actor.layer = mate.order - actor.base - 0.5


def _is_in_the_sky(actors: Sequence[Actor]) -> bool:
    return all(a.entry.kind == "sky" for a in actors)


def _is_low(mate: Actor) -> bool:
    thing = not mate.entry.alive and mate.entry.kind != "building" and mate.subject.id not in _SEEN_THROUGH
    return thing and mate.shape.width / mate.shape.height > _WIDE


_SEEN_THROUGH = frozenset({"bicycle", "tricycle", "motorcycle", "scooter", "seesaw", "sled", "bench"})
"""Who is behind these stands on the ground: their feet are seen."""


def _rise(actors: Sequence[Actor], mate: Actor, width: int, height: int) -> None:
    """Half hidden by the roofs, at one side of the highest."""
    for number, actor in enumerate(actors):
        actor.height = min(share(actor, mate, 0.3, 0.5), 0.34 * height)
        room = mate.base - _EDGE * height - _ABOVE * actor.tall
        mate.height = min(mate.height, room / mate.shape.height)
        actor.shadow, actor.tilt = False, 0.0
        if actor.shape.width > _WIDE:
            _span(actor, mate, width, height)
            continue
        side = (1 if actor.flip else -1) * (-1 if number % 2 else 1)
        actor.x = mate.x + side * (0.3 * mate.width + 0.2 * actor.width)
        if not 0.5 * actor.width < actor.x < width - 0.5 * actor.width:
            actor.x = 2 * mate.x - actor.x
        actor.base = mate.top + (1 - _ABOVE) * actor.tall


def _span(bow: Actor, mate: Actor, width: int, height: int) -> None:
    """A rainbow reaches from one side of the house to the other, above the roof."""
    bow.height = min(1.4 * mate.width, 0.98 * width) / bow.shape.width
    mate.height = min(mate.height, 0.7 * (mate.base - _EDGE * height) / mate.shape.height)
    top = max(_EDGE * height, mate.top - 0.5 * bow.tall)
    bow.x, bow.base = mate.x, top + bow.tall


_ABOVE = 0.5
"""The share of a moon that is above the roof."""


def _sit_at(actors: Sequence[Actor], table: Actor, width: int, height: int) -> None:
    """Side by side in the middle of the table, which is about half as tall as they are."""
    largest = max(a.visual for a in actors)
    tall = min(1.3 * table.height, 0.72 * (table.base - _EDGE * height))
    tall = min(tall, (table.base - _EDGE * height) / (max(a.shape.height for a in actors) + _FARTHER))
    step = [_ABREAST * tall * a.visual / largest * a.shape.width for a in actors]
    fit = min(1.0, (1 - 2 * _EDGE) * width / sum(step))
    tall *= fit
    least, most = _TABLE * tall, 1.3 * _TABLE * tall
    table.height = min(most, max(least, _SPAN * fit * sum(step) / table.shape.width))
    table.height *= table.subject.size**0.5
    wide = max(table.width, fit * sum(step))
    table.x = min(max(table.x, _EDGE * width + 0.5 * wide), (1 - _EDGE) * width - 0.5 * wide)
    x = table.x - 0.5 * fit * sum(step)
    for actor, own in zip(actors, step, strict=True):
        actor.height = tall * actor.visual / largest
        actor.x = x + 0.5 * fit * own + (0.5 - actor.shape.middle) * actor.width * (-1 if actor.flip else 1)
        x += fit * own
        actor.base = table.base - min(_FARTHER * tall, 0.9 * table.height)
        if actor.height < tall:  # small ones sit higher, or the table would hide them
            actor.base -= 0.8 * _TABLE * (tall - actor.height)


_SPAN = 0.62
"""How wide a table is at least, if it may be tall enough, by the width of the row behind it."""
_ABREAST = 0.95
"""The share of its width that each of a row has for itself."""


def _look_over(actors: Sequence[Actor], mate: Actor, width: int, height: int) -> None:
    """Faces and hands above what is low and wide."""
    for actor in actors:
        actor.height = share(actor, mate, 0.5, 1.2)
    room = (mate.base - _EDGE * height) / (mate.tall + max(_over(a) for a in actors))
    step = [_ABREAST * a.width for a in actors]
    fit = min(1.0, room, (1 - 2 * _EDGE) * width / max(mate.width, sum(step)))
    for one in (mate, *actors):
        one.height *= fit
    wide = max(mate.width, fit * sum(step))
    mate.x = min(max(mate.x, _EDGE * width + 0.5 * wide), (1 - _EDGE) * width - 0.5 * wide)
    spread = min(1.0, 0.84 * mate.width / (fit * sum(step)))  # its corners may be round
    for actor in actors:
        actor.height *= max(0.75, spread)
    x = mate.x - 0.5 * spread * fit * sum(step)
    for actor, own in zip(actors, step, strict=True):
        actor.x = x + 0.5 * spread * fit * own
        x += spread * fit * own
        actor.base = min(mate.top + actor.tall - _over(actor), mate.base - 0.02 * height)
        actor.shadow = False


def _over(actor: Actor) -> float:
    """How much of it is above what it looks over."""
    return actor.tall - (1 - _SHOWN) * actor.height


def _look_around(actors: Sequence[Actor], mate: Actor, width: int, height: int) -> None:
    """At both sides by turns, so far out that the faces are in sight."""
    low = 0.34 if mate.entry.kind == "building" or mate.subject.id in _SLIM else 0.55
    side = 1 if actors[0].flip else -1
    reach = {-1: 0.5 * mate.width, 1: 0.5 * mate.width}
    outs: list[tuple[Actor, float]] = []
    for number, actor in enumerate(actors):
        actor.height = share(actor, mate, low, 1.15)
        turn = side * (-1 if number % 2 else 1)
        first = reach[turn] == 0.5 * mate.width
        inner = ((0.45 if mate.subject.id in _SLIM else _HIDDEN) if first else 0.15) * actor.width
        outs.append((actor, turn * (reach[turn] - inner + 0.5 * actor.width)))
        reach[turn] += actor.width - inner
    _turned(outs, reach, mate, width)
    fit = min(1.0, (1 - 2 * _EDGE) * width / (reach[-1] + reach[1]))
    mate.height *= fit
    mate.x = min(
        max(mate.x, _EDGE * width + fit * reach[-1]),
        (1 - _EDGE) * width - fit * reach[1],
    )
    for actor, out in outs:
        actor.height = min(fit * actor.height, (mate.base - _EDGE * height) / actor.shape.height)
        actor.x, actor.base = mate.x + fit * out, mate.base - 0.07 * mate.height


_SLIM = frozenset({"saguaro"})
"""What is tall and slim: who is behind it is small beside it."""
_FILE = 3
"""So many behind somebody alive go in a line."""


def follow(actors: Sequence[Actor], leader: Actor, width: int, edge: float = _EDGE) -> None:
    """In a line behind a mother, who is larger than her young, all going the same way.

    `edge` is the share of the width that is kept free at both sides.
    """
    tallest = max(a.height or share(a, leader, 0.3, 2.2) for a in actors)
    step = _APART * tallest * max(a.shape.width for a in actors)
    if leader.natural > max(a.natural for a in actors):
        leader.height = max(leader.height, _MOTHER * tallest)
    total = leader.width + len(actors) * step
    fit = min(1.0, (1 - 2 * edge) * width / total)
    leader.height *= fit
    way = -1 if leader.flip else 1  # who is not turned goes to the right
    left = min(max(leader.x - 0.5 * fit * total, edge * width), (1 - edge) * width - fit * total)
    front = left + fit * total if way > 0 else left
    leader.x = front - way * 0.5 * leader.width
    x = leader.x - way * 0.5 * (leader.width + fit * step)
    for number, actor in enumerate(actors):
        actor.height, actor.flip = fit * tallest * actor.visual / max(a.visual for a in actors), leader.flip
        actor.x, actor.depth = x, leader.depth
        actor.base = leader.base - (0.06 + 0.03 * (number % 2)) * leader.height
        x -= way * fit * step


_MOTHER = 1.6
"""How tall a mother is at least, by her young."""
_APART = 0.76
"""How far apart those in a line are, by their width."""
_HIDDEN = 0.3
"""How much of its width is behind something tall, of who looks around it."""


def _turned(outs: list[tuple[Actor, float]], reach: dict[int, float], mate: Actor, width: int) -> None:
    """Change sides where there is more room at the other one."""
    out = max(_EDGE * width + reach[-1] - mate.x, mate.x + reach[1] - (1 - _EDGE) * width)
    other = max(_EDGE * width + reach[1] - mate.x, mate.x + reach[-1] - (1 - _EDGE) * width)
    if out > 0 and other < out:
        reach[-1], reach[1] = reach[1], reach[-1]
        outs[:] = [(actor, -x) for actor, x in outs]
