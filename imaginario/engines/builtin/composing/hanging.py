"""Who hangs, by the hands from a branch, head first from it or from the roof of a cave; and who climbs."""

from __future__ import annotations

from collections.abc import Sequence

from .actors import Actor
from .camera import Frame

HEAD_FIRST, CLIMB = "head-first", "climb"
_REACH = 1.1
"""How far the hands of who hangs are above the toes, by their height."""
_BELOW = 0.93
"""How much of the room below a branch they fill."""
_CROWN = (0.72, 0.5)
"""Where one hangs in a tree, as shares of its width and height."""
_ALONG = 0.62
"""How much of a branch is free, as a share of its width."""


def hang(actors: Sequence[Actor], mate: Actor, width: int, height: int) -> None:
    """Let all hang from a branch or a tree, in place, in a picture of that size."""
    x, y = mate.seat or _CROWN
    room = (mate.base - 0.02 * height) / mate.shape.height
    mate.height = min(max(mate.height, 0.78 * height), room, 0.94 * width / mate.shape.width)
    mate.x = min(max(mate.x, 0.5 * mate.width), width - 0.5 * mate.width)
    x = 1 - x if mate.flip else x
    below = _BELOW * (1 - y) * mate.height
    top, largest = mate.top + y * mate.height, max(a.visual for a in actors)
    for actor in actors:
        actor.height = below * actor.visual / largest / max(_REACH, actor.shape.height)
        actor.height = min(actor.height, actor.visual / mate.visual * mate.height)
    fit = min(1.0, _ALONG * mate.width / sum(0.8 * a.width for a in actors))
    step = [0.8 * fit * a.width for a in actors]
    left = mate.x + (x - 0.5) * mate.width - 0.5 * sum(step)
    if len(actors) > 1:
        own = _ALONG * mate.width / len(actors)
        step = [max(own, one) for one in step]
        left = mate.x - 0.5 * sum(step)
    for actor, own in zip(actors, step, strict=True):
        actor.height *= fit
        actor.x = left + 0.5 * own
        left += own
        _let_down(actor, top + (0.08 * mate.height if actor.hangs == HEAD_FIRST and mate.seat else 0.0))
        actor.depth, actor.shadow = mate.depth, False
        actor.layer = mate.order - actor.base + 0.5


def climb(actor: Actor, mate: Actor, width: int, height: int) -> None:
    """Halfway up a trunk or a ladder, in place, in a picture of that size."""
    tall = min(0.86 * height, mate.base - 0.02 * height, 0.9 * width * mate.height / mate.width)
    mate.height = max(mate.height, tall / mate.shape.height)
    mate.x = min(max(mate.x, 0.5 * mate.width), width - 0.5 * mate.width)
    most = _IN_A_TREE if mate.entry.kind == "plant" else _CLIMBER
    actor.height = min(most * mate.tall, actor.visual / mate.visual * mate.height)
    actor.x, actor.base = mate.x, mate.base - _UP * mate.tall
    actor.depth, actor.shadow, actor.perched = mate.depth, False, False
    actor.layer = mate.order - actor.base + 0.5


_CLIMBER, _IN_A_TREE, _UP = 0.5, 0.36, 0.2
"""How tall who climbs a ladder or a tree is at most, and how high up, by what is climbed."""


def _let_down(actor: Actor, top: float) -> None:
    """Hands, feet or the upper edge at that height."""
    if actor.hangs == HEAD_FIRST:
        actor.tilt, actor.base = 180.0, top + actor.tall
    elif actor.entry.alive:
        actor.tilt, actor.base = 0.0, top + _REACH * actor.height
    else:
        actor.tilt, actor.base = 0.0, top + 0.98 * actor.tall


def under_the_roof(actors: Sequence[Actor], view: Frame) -> None:
    """Spread over the roof those who hang from it head first."""
    rng = view.streams["roof"]
    tall = min(0.34 * view.reach, 0.8 * view.width / max(1, len(actors)))
    for number, actor in enumerate(actors):
        shake = float(rng.random()) - 0.5
        actor.height = tall * (1 - 0.15 * (number % 2)) / max(1.0, actor.shape.height)
        actor.x = view.width * ((number + 0.5) / len(actors) * 0.84 + 0.08 + 0.03 * shake)
        _let_down(actor, (0.01 + 0.05 * (number % 2)) * view.height)
        actor.shadow = False
