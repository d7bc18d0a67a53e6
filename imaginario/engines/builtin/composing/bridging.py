"""Bridges that somebody is on or under span the picture: what crosses them is on their deck, over water.

All lengths are canvas pixels; the actors are placed in place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .actors import Actor
from .camera import Frame

_BRIDGE = "bridge"
_DECK = 0.372
"""How high its deck is, by its height."""
_SPAN = 1.06
"""How wide it is by the width of the picture: its ends are out of sight."""
_TALLEST = 0.92
"""How tall it is at most, by the height of the picture."""
_ON_DECK, _WIDE_ON_DECK = 0.62, 0.56
"""How tall and how wide who is on the deck is at most, by its height and width."""
_BELOW, _WIDE_BELOW = 0.42, 0.44
"""The same of who is under it, between its piers."""


def is_bridge(actor: Actor) -> bool:
    """Whether it is a bridge that has the picture for itself."""
    return actor.subject.id == _BRIDGE and actor.subject.count == 1 and actor.role == "ground"


def spanning(actors: Sequence[Actor]) -> list[Actor]:
    """The first bridge that somebody is on or under, or that is all there is; the others come there, too."""
    used = [a.mate for a in actors if a.mate is not None and a.role == "attached" and is_bridge(a.mate)]
    alone = [a for a in actors if is_bridge(a)] if len(actors) == 1 else []
    for bridge in used[:1]:
        _gather(bridge, actors)
    return [*used, *alone][:1]


def _gather(bridge: Actor, actors: Sequence[Actor]) -> None:
    """Let all who would stand in its water be on it; under it, who is with somebody there."""
    there = {a.index: a.subject.relation for a in actors if a.mate is bridge}
    only = set(there.values()) == {"under"}
    for actor in actors:
        if actor.role not in ("ground", "water") or actor is bridge:
            continue
        beside = there.get(actor.subject.to if actor.subject.to is not None else -1)
        under = beside == "under" or actor.role == "water" or (only and beside is None)
        actor.role, actor.mate = "attached", bridge
        actor.subject = replace(actor.subject, relation="under" if under else "on")


def span(bridges: Sequence[Actor], view: Frame) -> None:
    """Put each from one side of the picture to the other, the water below it in front."""
    for bridge in bridges:
        bridge.height = min(_SPAN * view.width / bridge.shape.width, _TALLEST * view.height)
        bridge.x, bridge.base = 0.5 * view.width, view.height - 0.02 * bridge.height
        bridge.shadow, bridge.flip = False, False


def spread(actors: Sequence[Actor]) -> None:
    """Side by side, who is under the same bridge."""
    for bridge in {id(a.mate): a.mate for a in actors if a.mate is not None and is_bridge(a.mate)}.values():
        below = [a for a in actors if a.mate is bridge and a.subject.relation == "under"]
        total = sum(a.width for a in below)
        if len(below) < _TWO or not total:
            continue
        fit = min(1.0, _ROW_BELOW * bridge.width / total)
        x = bridge.x - 0.5 * fit * total
        for actor in below:
            actor.height *= fit
            actor.x = x + 0.5 * actor.width
            x += actor.width


_TWO = 2
_ROW_BELOW = 0.8
"""How wide a row of those under it is at most, by its width."""


def cross(actor: Actor, bridge: Actor) -> None:
    """On the deck, small enough to leave the bridge in sight."""
    natural = 0.5 * bridge.height * (actor.visual / _PERSON) ** 0.5
    most = min(
        _ON_DECK * bridge.height / actor.shape.height, _WIDE_ON_DECK * bridge.width / actor.shape.width
    )
    actor.height = min(natural, most)
    actor.x, actor.base = bridge.x, bridge.base - _DECK * bridge.height + 0.02 * actor.height
    actor.layer = bridge.order - actor.base + 0.5


_PERSON = 1.3


def shelter_below(actor: Actor, bridge: Actor) -> None:
    """Between the piers, right before the water."""
    natural = 0.36 * bridge.height * (actor.visual / _PERSON) ** 0.5
    most = min(_BELOW * bridge.height / actor.shape.height, _WIDE_BELOW * bridge.width / actor.shape.width)
    actor.height = min(natural, most)
    actor.x, actor.base = bridge.x, bridge.base - 0.04 * bridge.height
    actor.layer, actor.shadow = bridge.order - actor.base + 0.5, True
