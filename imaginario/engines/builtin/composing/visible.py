"""Nobody who was asked for is hidden: who stands behind somebody larger steps aside, or before them."""

from __future__ import annotations

from collections.abc import Sequence

from .actors import Actor
from .bridging import is_bridge
from .camera import Frame

_HIDDEN = 0.62
"""Share of its box from which on somebody counts as hidden behind another."""
_SMALLER = 0.85
"""Only who is lower than that share of the other's height is moved."""
_HIDING = frozenset({"inside", "at_window", "on", "under"})
"""Who stands so is where it was told to be."""
_SEVERAL = 3
"""More of a kind look over each other's shoulders."""


def bring_out(actors: Sequence[Actor], width: int, height: int) -> None:
    """Move whoever would be hidden, in place, in a picture of that size."""
    _in_the_midst(actors, height)
    carriers = {id(a.mate) for a in actors if a.mate is not None and a.role in ("attached", "rider")}
    for actor in sorted(actors, key=lambda a: a.order):
        placed = actor.role in ("ground", "back") or actor.subject.relation == "behind"
        free = placed and actor.subject.relation not in _HIDING
        if not free or id(actor) in carriers or actor.subject.count > _SEVERAL:
            continue
        hider = next((a for a in actors if _hides(a, actor)), None)
        if hider is not None and not _step_aside(actor, hider, width) and hider is not actor.mate:
            actor.base = min(0.975 * height, max(actor.base, hider.base + 0.01 * height))
            actor.layer = max(actor.layer, hider.order - actor.base + 0.25)
            actor.depth = min(actor.depth, hider.depth)


def in_the_open(actor: Actor, group: Sequence[Actor], view: Frame, wanted: Sequence[float]) -> float:
    """Which of the `wanted` shares of the width hides least of who is far behind; of those alike the first.

    Where all of them hide too much of it, it becomes so tall that it is seen over the heads.
    """
    before = [a for a in group if a.top < actor.base]

    def hidden(share: float) -> float:
        half = 0.5 * actor.width
        middle = min(max(share * view.width, half), max(half, view.width - half))
        left, right = middle - half, middle + half
        spans = [(a.x - _BODY * a.width, a.x + _BODY * a.width) for a in before]
        return sum(max(0.0, min(right, b) - max(left, a)) for a, b in spans) / actor.width

    best = min(wanted, key=lambda share: round(hidden(share), 1))
    if hidden(best) > _MUCH:
        over = 2 * (actor.base - min(a.top for a in before)) / actor.shape.height
        most = min(_TALLER * actor.height, (actor.base - 0.04 * view.height) / actor.shape.height)
        actor.height = max(actor.height, min(over, most))
    return best


_BODY = 0.42
"""Half the width of a body by the width it takes with its arms."""
_MUCH = 0.4
_TALLER = 1.7


def _in_the_midst(actors: Sequence[Actor], height: int) -> None:
    """Move a small thing that many are around to the middle in front of them: a campfire, a cake."""
    for actor in actors:
        crowd = [a for a in actors if a.subject.to == actor.index and a.subject.relation == "beside"]
        if actor.subject.count > 1 or len(crowd) < _MANY or actor.role != "ground" or actor.entry.alive:
            continue
        front = max(a.base for a in crowd)
        if actor.height < 0.7 * max(a.height for a in crowd):
            actor.x = sum(a.x for a in crowd) / len(crowd)
            actor.base = min(0.975 * height, front + 0.03 * height)
            actor.layer = max(actor.layer, front + 1 - actor.base)


_MANY = 3


def _hides(other: Actor, actor: Actor) -> bool:
    if other is actor or other.role in ("air", "field") or is_bridge(other) or other.order <= actor.order:
        return False
    wide = min(actor.x + actor.width / 2, other.x + other.width / 2) - max(
        actor.x - actor.width / 2, other.x - other.width / 2
    )
    tall = min(actor.base, other.base) - max(actor.top, other.top)
    covered = max(0.0, wide) * max(0.0, tall)
    return (
        covered > _HIDDEN * actor.width * actor.tall
        and actor.height < _SMALLER * other.height
        and other.mate is not actor
    )


def _step_aside(actor: Actor, hider: Actor, width: int) -> bool:
    """Move it out to the side that is nearer, so that most of it is seen; whether there is room."""
    reach = 0.5 * hider.width + 0.22 * actor.width
    near = 1 if actor.x >= hider.x else -1
    for side in (near, -near):
        x = hider.x + side * reach
        if 0.5 * actor.width <= x <= width - 0.5 * actor.width:
            actor.x = x
            return True
    return False
