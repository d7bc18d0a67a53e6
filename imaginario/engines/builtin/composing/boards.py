"""Two at one board: it lies on a small table between them, no wider than one of them.

All lengths are canvas pixels; the actors have been placed, and are moved in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from .actors import Actor
from .camera import Frame
from .limbs import axis_of

_BOARD = "chess-board"
_WIDE = 0.62
"""How wide the board is by the width of a player."""
_TABLE = 0.2
"""How high the table is by the height of a player who sits."""
_BODY = 0.84
"""How much of its width a player takes beside the table."""
_EDGE = 0.03
_PAIR = 2


def is_played_on(actor: Actor) -> bool:
    """Whether it is a board with a player, and so takes no place of its own."""
    return actor.subject.id == _BOARD and actor.subject.relation == "in_front_of" and actor.mate is not None


def set_up(boards: Sequence[Actor], everyone: Sequence[Actor], view: Frame) -> None:
    """Put each board between its players, or beside the only one."""
    for board in boards:
        players = [a for a in everyone if a.entry.alive and (a.plays or a.index == board.subject.to)]
        if not players:
            continue
        pair = sorted(players[:_PAIR], key=lambda a: a.x)
        narrow = min(min(a.width, 0.8 * a.height) for a in pair)
        board.height = _WIDE * narrow / board.shape.width
        _sit_down(pair, board, view)
        tall = min(a.height for a in pair)
        floor = max(a.base for a in pair) + 0.03 * tall
        board.lift, board.tilt, board.flip, board.shadow = _TABLE * tall, 0.0, False, False
        board.base, board.depth = floor - board.lift, min(a.depth for a in pair)
        board.layer = max(a.order for a in pair) - board.base + 0.5


def _sit_down(pair: Sequence[Actor], board: Actor, view: Frame) -> None:
    """Move the players to both sides of the board, smaller where there is not enough room."""
    shares = [_BODY * min(a.width, 0.8 * a.height) for a in pair]
    line = [shares[0], board.width, *shares[1:]]
    total = sum(line)
    fit = min(1.0, (1 - 2 * _EDGE) * view.width / total)
    middle = sum(axis_of(a) for a in pair) / len(pair)
    left = min(max(middle - 0.5 * fit * total, _EDGE * view.width), (1 - _EDGE) * view.width - fit * total)
    for actor, own in zip((pair[0], board, *pair[1:]), line, strict=True):
        actor.height *= fit
        shift = axis_of(actor) - actor.x if actor is not board else 0.0
        actor.x = left + 0.5 * fit * own - shift
        left += fit * own
