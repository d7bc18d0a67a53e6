"""Hunters and hunted: all run the same way, one behind the other.

All lengths are canvas pixels; the actors have been placed, and are moved in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..figures.svgart import heads_left
from .actors import Actor
from .camera import Frame


def one_way(actors: Sequence[Actor]) -> None:
    """Nobody in a line walks off, and all who run do so the same way."""
    runners = [a for a in actors if a.subject.action == "run" and a.entry.art == "head"]
    for actor in (a for a in actors if a.lined):
        actor.flip = actors[0].flip
    for actor in runners:
        actor.flip = runners[0].flip


def give_chase(group: Sequence[Actor], everyone: Sequence[Actor], view: Frame) -> None:
    """Who runs after somebody, or is pulled, goes the same way, all together; fliers are near their heads."""
    for chain in _chains(group, everyone):
        first, *others = ([a for a in everyone if a.index == index] for index in chain)
        left = _middle(first) > _middle(others[0])
        if len(others) > 1 or first[0].pulled_by >= 0:
            _one_behind_the_other([a for those in (first, *others) for a in those], everyone, left)
        for actor in (*first, *(a for those in others for a in those)):
            actor.flip = left != heads_left(actor.entry)
        for flier in (a for those in others for a in those if a.role == "air"):
            edge = 0.5 * flier.width + 0.03 * view.width
            flier.x = edge if left else view.width - edge
            flier.base = max(flier.base, min(a.top for a in first) + 0.5 * flier.height)


def _chains(group: Sequence[Actor], everyone: Sequence[Actor]) -> list[list[int]]:
    """The indices of each first hunter, whom it chases, whom that one chases, and so on."""
    there = {a.index for a in everyone}
    prey = {a.index: a.prey for a in group if a.prey in there}
    found = []
    for index in (i for i in prey if i not in prey.values()):
        chain = [index]
        while (after := prey.get(chain[-1], -1)) >= 0 and after not in chain:
            chain.append(after)
        found.append(chain)
    return found


def _one_behind_the_other(chain: Sequence[Actor], everyone: Sequence[Actor], left: bool) -> None:
    """In the order of the chase on the room that they have, the last one ahead, each with who is on it."""
    row = [a for a in chain if a.role == "ground"]
    if len(row) < len(chain):
        return
    start, end = min(a.x - a.width / 2 for a in row), max(a.x + a.width / 2 for a in row)
    gap = (end - start - sum(a.width for a in row)) / (len(row) - 1)
    for actor in reversed(row) if left else row:
        moved = start + actor.width / 2 - actor.x
        for one in (actor, *(a for a in everyone if a.mate is actor)):
            one.x += moved
        start += actor.width + gap


def _middle(actors: Sequence[Actor]) -> float:
    return sum(a.x for a in actors) / len(actors)


def take_off(group: Sequence[Actor], view: Frame) -> None:
    """Lift those who go through the air, the first of them a little higher than the last."""
    those = [a for a in group if a.aloft]
    if not those:
        return
    top, low = min(a.top for a in those), max(a.base for a in those)
    rise = max(0.0, min(0.5 * (top + low) - _HIGH * view.height, top - _BELOW_THE_TOP * view.height))
    ahead = -1 if those[0].flip else 1
    middle = _middle(those)
    for actor in those:
        up = rise + _CLIMB * ahead * (actor.x - middle)
        actor.base, actor.layer, actor.shadow = actor.base - up, actor.layer + up, False
        actor.tilt = _STEEP * ahead


_HIGH, _BELOW_THE_TOP, _CLIMB, _STEEP = 0.4, 0.08, 0.12, 6.0
"""How far down they fly and how near to the upper edge, by the picture's height; how steeply, in two ways."""
