"""Who stands beside what: in front of a house, between two trees, at one board, in a chase.

All lengths are canvas pixels; the actors have been placed, and are moved in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..figures.casting import is_figure
from ..figures.svgart import heads_left
from .actors import Actor
from .camera import Frame
from .limbs import axis_of
from .partners import WATERING_CAN

_STIRRED = (0.42, 0.0, 0.1)
_PLAYED = {
    "drum-kit": (0.72, 0.0, 0.12), "drum": (0.42, 0.0, 0.1), "telescope": (1.34, 0.63, 0.0),
    "grand-piano": (0.45, 0.0, 0.1), "guzheng": (0.38, 0.0, 0.1), "harp": (0.76, -0.64, 0.03),
    "cauldron": _STIRRED, "pot": _STIRRED, "bucket": _STIRRED, "barrel": _STIRRED,
}  # fmt: skip
"""Instruments before their players, and what is stirred: how tall by the player's height, how far to the side
by the width of the instrument, and how far below the player's feet by the height of those."""

_GROWN = 1.2
"""How much taller it is before grown people, whose hands are higher."""


def is_played(actor: Actor) -> bool:
    """Whether it is an instrument that stands before its player, and so takes no place of its own."""
    return actor.subject.id in _PLAYED and actor.subject.relation == "in_front_of" and actor.mate is not None


def before_players(instruments: Sequence[Actor], everyone: Sequence[Actor], view: Frame) -> None:
    """Right before who plays it: a drummer is seen between the cymbals, a harp leans on a shoulder."""
    for one in instruments:
        tall, aside, below = _PLAYED[one.subject.id]
        tall *= _GROWN if one.mate and one.mate.entry.head.get("age") == "adult" else 1.0
        assert one.mate is not None
        tall *= 1.0 if aside or is_figure(one.mate.entry, one.mate.subject) else _BELOW_ARMS
        players = [a for a in everyone if a.index == one.mate.index]
        player = min(players, key=lambda a: a.x) if aside else one.mate
        one.height = tall * player.height
        if aside > 0:
            _at_the_eye(one, player, aside, view)
            continue
        if aside:
            _change_places(player, min((a for a in everyone if a.role == player.role), key=lambda a: a.x))
        _make_room(player, everyone, 0.03 * view.width + (0.5 - aside) * one.width - player.x, view)
        one.height, one.tilt, one.depth, one.shadow = tall * player.height, 0.0, player.depth, player.shadow
        one.flip, player.tilt, player.flip = bool(aside), 0.0, player.flip and not aside
        plays = player.subject.action == "play" and is_figure(player.entry, player.subject)
        one.clasped = [player] if one.entry.kind == "instrument" and plays else []
        one.x, one.base = player.x + aside * one.width, player.base
        one.layer = 0.5 + player.layer
        if player.mate is None:
            player.base -= below * player.height
            continue
        seat = player.mate  # a piano before a chair reaches from the floor to the hands of who sits there
        one.height += max(0.0, seat.base - one.base)
        one.base, one.layer = seat.base + 0.02 * one.height, 0.5 + player.order - seat.base


def _at_the_eye(tube: Actor, player: Actor, aside: float, view: Frame) -> None:
    """A telescope at the side where there is more room, its eyepiece at the face."""
    side = 1 if player.x <= 0.5 * view.width else -1
    fit = min(1.0, 0.9 * view.width / ((0.5 + aside) * tube.width + 0.5 * player.width))
    player.height, tube.height = fit * player.height, fit * tube.height
    tube.x, tube.base, tube.flip, tube.tilt = (
        axis_of(player) + side * aside * tube.width,
        player.base,
        side < 0,
        0.0,
    )
    tube.depth, tube.shadow, tube.layer = player.depth, player.shadow, 0.5 + player.layer
    over = side * tube.x + 0.5 * tube.width - (0.97 * view.width if side > 0 else -0.03 * view.width)
    if over > 0:
        tube.x, player.x = tube.x - side * over, player.x - side * over


_BELOW_ARMS = 0.72
"""How much lower a drum is before one who has no arms to reach over it."""


def _change_places(one: Actor, other: Actor) -> None:
    one.x, other.x = other.x, one.x


def _make_room(player: Actor, everyone: Sequence[Actor], step: float, view: Frame) -> None:
    """Move a player, and all who stand to the right, to the right, smaller where there is not enough room."""
    if step <= 0:
        return
    moved = [a for a in everyone if a.role in ("ground", "float") and a.x >= player.x and not is_played(a)]
    right = max(a.x + 0.5 * a.width for a in moved) + step
    fit = min(1.0, 0.98 * view.width / right)
    for actor in moved:
        actor.x = fit * (actor.x + step)
        actor.height *= fit


def between_eaters(board: Actor, group: Sequence[Actor]) -> None:
    """The pot in the middle, before the feet of those who sit or eat there."""
    players = [a for a in group if a.entry.alive and a.subject.action in ("sit", "eat")]
    if players:
        board.height = min(board.height, 0.42 * max(a.height for a in players))
        board.x = sum(a.x for a in players) / len(players)
        board.base = max(a.base for a in players) + 0.1 * board.height


def between(actors: Sequence[Actor], view: Frame) -> None:
    """One of two things at each side of who is told to be between them."""
    for actor in actors:
        pair = [a for a in actors if a.index == actor.subject.to]
        if actor.limb != "between" or len(pair) != _PAIR or actor.subject.count > 1:
            continue
        middle = min(max(actor.x, 0.42 * view.width), 0.58 * view.width)
        room = 0.5 * (0.96 * view.width - 0.7 * actor.width)
        for side, other in zip((-1, 1), pair, strict=True):
            other.height *= min(1.0, room / (0.8 * other.width))
            other.x = middle + side * 0.5 * (0.8 * actor.width + 0.9 * other.width)
            other.x = min(max(other.x, 0.36 * other.width), view.width - 0.36 * other.width)
        actor.x = middle


def hover_between(actors: Sequence[Actor], view: Frame) -> None:
    """Who flies between two things hovers in the gap between their heads, and fits in."""
    for actor in actors:
        pair = [a for a in actors if a.index == actor.subject.to]
        if actor.role != "air" or actor.limb != "between" or len(pair) != _PAIR or actor.subject.count > 1:
            continue
        left, right = sorted(pair, key=lambda a: a.x)
        actor.height *= min(1.0, 0.45 * view.width / actor.width)
        for side, other in ((-1, left), (1, right)):
            away = 0.5 * (0.9 * actor.width + other.width)
            other.x = min(
                max(0.5 * view.width + side * away, 0.4 * other.width), view.width - 0.4 * other.width
            )
        actor.x = 0.5 * (left.x + right.x)
        actor.base = sum(a.base - 0.62 * a.height for a in pair) / _PAIR + 0.5 * actor.height


_PAIR = 2
"""Of more than two nobody is told who stands where."""


def turn_to_work(group: Sequence[Actor], view: Frame) -> None:
    """Who writes on a board, paints or feeds turns a hand that way, and comes near enough to reach it."""
    for actor in group:
        aims = [a for a in group if a.index == actor.towards]
        if not aims:
            continue
        nearest = min(aims, key=lambda a: abs(a.x - actor.x))
        actor.flip = nearest.x < actor.x
        for other in (a for a in aims if a.entry.alive):
            other.flip = (other.x > actor.x) != heads_left(other.entry)
        if actor.subject.held == WATERING_CAN and not nearest.entry.alive:
            _under_the_spout(nearest, actor, view)
            continue
        written = nearest.subject.id == _WRITTEN_ON
        others = [a for a in group if a.towards == actor.towards]
        first = actor is min(others, key=lambda a: abs(a.x - nearest.x))
        if not first or (not written and (len(aims) > 1 or not nearest.entry.alive)):
            continue
        side = 1 if actor.flip else -1
        reach = _REACH if written else _OUT_OF_REACH
        gap = side * (actor.x - nearest.x) - 0.5 * nearest.width - reach * actor.width
        actor.x -= side * 0.5 * gap
        nearest.x += side * 0.5 * gap
        if written:
            nearest.base = min(nearest.base, actor.base - 0.01 * view.height)


def turn_out(group: Sequence[Actor]) -> None:
    """What is long in the hand of the first or the last of a row points away from the others."""
    row = sorted((a for a in group if a.entry.alive and a.height), key=lambda a: a.x)
    if len(row) < _PAIR or max(a.base for a in row) - min(a.base for a in row) > _ONE_ROW * row[0].height:
        return
    for actor, left in ((row[0], True), (row[-1], False)):
        busy = actor.towards >= 0 or actor.hugged >= 0 or actor.prey >= 0 or actor.works
        held = actor.subject.held is not None and not busy and actor.led_by < 0
        if held and actor.mate is None and abs(actor.shape.middle - 0.5) > _LONG:
            actor.flip = left == (actor.shape.middle < 0.5)


_LONG, _ONE_ROW = 0.1, 0.1
"""How far from the middle of a drawing the body of who holds something long is, and how even a row is."""


def _under_the_spout(flower: Actor, gardener: Actor, view: Frame) -> None:
    """Where the drops fall, and no taller than the can is high."""
    flower.height = min(flower.height, _BELOW_CAN * gardener.height)
    side = -1 if gardener.flip else 1
    flower.x = axis_of(gardener) + side * _SPOUT * gardener.height
    flower.base, flower.layer = gardener.base, gardener.order - gardener.base + 0.5
    over = max(0.0, flower.x + 0.5 * flower.width - 0.97 * view.width) - max(
        0.0, 0.5 * flower.width + 0.03 * view.width - flower.x
    )
    flower.x, gardener.x = flower.x - over, gardener.x - over


_SPOUT, _BELOW_CAN = 0.67, 0.34
"""How far from the axis of who waters the drops fall, and how high the can is, by the height of that one."""
_WRITTEN_ON, _REACH, _OUT_OF_REACH = "blackboard", 0.18, 0.56
"""The board that hands reach, and how far away from its edge its writer stands, in widths of the writer; and
how far away one stands from whom one feeds."""
