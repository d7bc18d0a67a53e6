"""Small far things are not on anybody's head, and nothing near is before a body: all step a little aside.

All lengths are canvas pixels; the actors have been placed, and are moved in place, all by the same step.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..scenery.stage import Mark
from .actors import Actor
from .bridging import is_bridge
from .camera import Frame
from .edges import reach

_STEPS = 10
"""How many steps to each side are tried."""
_FARTHEST = 0.2
"""How far they step aside at most, by the width of the picture."""
_EDGE = 0.03
_LAZY = 0.35
"""What a step to the edge costs: they stay where they are if little is won."""
_HEAD, _FACE = 0.24, 0.46
"""Half the width of a head by the height of a figure, and how far down it reaches."""


def step_clear(actors: Sequence[Actor], view: Frame) -> None:
    """Move everybody by the step after which least is before a body or upon a head."""
    stage = view.stage
    those = [a for a in actors if a.role != "field" and a.height]
    if not those or not stage.marks or stage.indoor or stage.stream is not None:
        return
    if any(is_bridge(a) for a in those) or view.stage.floating:
        return
    left, right = reach(those)
    room = _FARTHEST * view.width
    low = max(-room, min(0.0, _EDGE * view.width - left))
    high = min(room, max(0.0, (1 - _EDGE) * view.width - right))
    steps = [low * n / _STEPS for n in range(_STEPS, 0, -1)] + [high * n / _STEPS for n in range(_STEPS + 1)]
    best = min(steps, key=lambda step: (_cost(those, stage.marks, step, view), abs(step)))
    for actor in those:
        actor.x += best


def _cost(actors: Sequence[Actor], marks: Sequence[Mark], step: float, view: Frame) -> float:
    clashes = sum(_clash(a, m, step) for a in actors for m in marks)
    return clashes + _LAZY * abs(step) / view.width


def _clash(actor: Actor, mark: Mark, step: float) -> float:
    """How much a thing of the scenery disturbs a figure: 1 where it is all upon it."""
    x = actor.x + step
    if mark.far:
        half, low = _HEAD * actor.height, actor.top + _FACE * actor.height
        if not actor.entry.alive or mark.y - mark.half > low or mark.y + mark.half < actor.top - mark.half:
            return 0.0
        hidden = abs(mark.x - x) + mark.half < half and mark.y - mark.half > actor.top
        return 0.0 if hidden else _overlap(x, half, mark)
    if mark.foot <= actor.base or actor.role not in ("ground", "water"):
        return 0.0
    return 1.5 * _overlap(x, 0.4 * actor.width, mark)


def _overlap(x: float, half: float, mark: Mark) -> float:
    """The share of the smaller of the two that lies across the other."""
    wide = min(x + half, mark.x + mark.half) - max(x - half, mark.x - mark.half)
    return max(0.0, wide) / (2 * max(1.0, min(half, mark.half)))
