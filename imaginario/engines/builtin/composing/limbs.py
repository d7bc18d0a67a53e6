"""Who is carried by somebody: on the shoulders, the head, the nose or the lap."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..sharing import SHARED
from .actors import Actor


def share(actor: Actor, mate: Actor, low: float, high: float) -> float:
    """The actor's height by its mate's, near the natural ratio but kept drawable."""
    return min(high, max(low, actor.visual / mate.visual)) * mate.height


def carried(actor: Actor, mate: Actor) -> None:
    """On the shoulders of one who stands on two legs: looking over its head from behind."""
    actor.height = share(actor, mate, 0.6, 0.8)
    actor.flip = mate.flip
    actor.x = mate.x
    actor.base = mate.base - 0.72 * mate.height
    actor.layer = mate.order - actor.base - 0.5


def _on_shoulder(actor: Actor, mate: Actor) -> None:
    """Beside the head, at the height where the arms begin, turned with who carries it; a child, on both."""
    if actor.entry.kind == "person":
        carried(actor, mate)
        actor.height = share(actor, mate, 0.5, 0.62)
        actor.base = mate.base - 0.76 * mate.height
        actor.layer = mate.order - actor.base - 0.5
        return
    grown = mate.entry.head.get("age") in ("adult", "teen")
    actor.height = share(actor, mate, 0.2, 0.27)
    side = 1 if mate.flip else -1
    actor.x = axis_of(mate) + side * ((0.17 if grown else 0.22) * mate.height + 0.3 * actor.width)
    actor.base = mate.base - (0.52 if grown else 0.41) * mate.height
    actor.flip = mate.flip
    actor.layer = mate.order - actor.base + 0.5


def axis_of(mate: Actor) -> float:
    """The x of the middle of its body."""
    middle = 1 - mate.shape.middle if mate.flip else mate.shape.middle
    return mate.x + (middle - 0.5) * mate.width


def _on_nose(actor: Actor, mate: Actor) -> None:
    """Small between the eyes."""
    actor.height = share(actor, mate, 0.12, 0.15)
    actor.x, actor.base = axis_of(mate), mate.base - 0.64 * mate.height
    actor.layer = mate.order - actor.base + 0.5


def _on_head(actor: Actor, mate: Actor) -> None:
    """On the crown, between the ears, and no wider than the head; on a hat, if there is one."""
    actor.height = share(actor, mate, 0.14, 0.42)
    actor.height *= min(1.0, 0.5 * mate.height / actor.width)
    actor.x = axis_of(mate)
    crown = mate.base - mate.height + mate.sunk * mate.tall
    actor.base = (mate.top if mate.subject.hat else crown) + 0.06 * actor.height
    actor.layer = mate.order - actor.base + 0.5


def _on_lap(actor: Actor, mate: Actor) -> None:
    """Small on the knees of who sits, before the belly."""
    actor.height = share(actor, mate, 0.26, 0.4)
    actor.x, actor.base = axis_of(mate), mate.base - 0.08 * mate.height
    actor.layer = mate.order - actor.base + 0.5


def _beneath_roof(actor: Actor, mate: Actor) -> None:
    """Close beside the hand that holds an umbrella up, on the same ground."""
    actor.height = min(1.2, actor.visual / mate.visual) * mate.height
    side = -1 if mate.flip else 1
    actor.x = axis_of(mate) + side * (_AT_THE_STICK * mate.height + 0.42 * actor.width)
    actor.base, actor.shadow = mate.base + 0.01 * mate.height, True
    actor.flip = mate.flip
    actor.layer = mate.order - actor.base + 0.5


def at_both_sides(actors: Sequence[Actor]) -> None:
    """Of different ones under what another holds up, the second ones are at the holder's other side."""
    for mate in {id(a.mate): a.mate for a in actors if a.limb == SHARED and a.mate is not None}.values():
        below = [a for a in actors if a.limb == SHARED and a.mate is mate]
        side = 1 if mate.flip else -1
        for actor in below:
            if actor.index != below[0].index:
                actor.x = axis_of(mate) + side * 0.4 * (mate.width + actor.width)


_AT_THE_STICK = 0.34
"""How far from the axis of its holder an umbrella's stick is, by the holder's height."""


LIMBS: Mapping[str, Callable[[Actor, Actor], None]] = {
    "shoulder": _on_shoulder,
    "back": carried,
    "nose": _on_nose,
    "head": _on_head,
    "lap": _on_lap,
    SHARED: _beneath_roof,
}
"""How it is on one limb of somebody whose head is drawn from parameters."""
