"""One game, one ball: of all who play one has it, the others run for it or wait with raised arms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..figures import Manner
from ..spec import SceneSpec, Subject

_BALLS = frozenset({
    "ball", "baseball", "basketball", "frisbee", "rugby-ball", "tennis-ball", "volleyball",
})  # fmt: skip
_RAISED = frozenset({"volleyball"})
"""Games of which nobody runs."""
_DEEDS = ("", "kick", "throw")
"""How one moves who has the ball."""


def without_ball(
    spec: SceneSpec, index: int, copy: int, wish: Subject, told: Manner, row: Mapping[str, Any]
) -> tuple[Subject, Manner]:
    """What a player without the ball looks like, and does; whoever has it stays as they are.

    `row` is the reader's note on the subject of that index, `copy` tells which of several it is.
    """
    own = not _plays(wish, told) or row.get("held_many") or row.get("held_count") or told.sits
    if own or (copy == 0 and _first(spec, wish) == index):
        return wish, told
    arms = wish.held in _RAISED or (copy + index) % 2 == 0
    free = replace(wish, held=None, action="wave" if arms else "run")
    return free, replace(told, deed="jump" if arms and wish.held else "")


def _plays(one: Subject, told: Manner) -> bool:
    balls = one.held in _BALLS or (one.held is None and not told.deed)
    return one.action == "play" and balls and told.deed in _DEEDS


def _first(spec: SceneSpec, player: Subject) -> int:
    """The index of the first who plays with such a ball."""
    same = (i for i, s in enumerate(spec.subjects) if s.action == "play" and s.held == player.held)
    return next(same, -1)
