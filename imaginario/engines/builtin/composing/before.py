"""Who stands in front of what, and both are seen: a girl before a fire, a king and a queen before a castle.

All lengths are canvas pixels; the actors have been placed, and are moved in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from .actors import Actor
from .beside import between_eaters
from .camera import NARROW, Frame

_BOARDS = frozenset({"hotpot"})
"""They lie in front of all who eat from them."""
_LOWER = 0.85
"""What is lower than this share of those before it would be hidden by them."""
_BEFORE_MANY = 1.2
"""How tall what many are around may be before them."""
_FLANKED = 4
"""So many stand at both sides of a thing; of more there is no room beside it."""


def step_forward(group: Sequence[Actor], view: Frame) -> None:
    """Who stands in front of another comes nearer: half before what is tall, beside what is small."""
    ahead = [a for a in group if a.subject.relation == "in_front_of" and a.mate is not None]
    for board in (a for a in ahead if a.subject.id in _BOARDS):
        between_eaters(board, group)
    ahead = [a for a in ahead if a.subject.id not in _BOARDS and a.mate in group]
    for behind in {id(a.mate): a.mate for a in ahead if a.mate is not None}.values():
        those = [a for a in ahead if a.mate is behind]
        if behind.subject.count == 1:
            those = [a for a in ahead if a.mate is not None and a.mate.index == behind.index]
        if behind.tall < _LOWER * max(a.tall for a in those) and behind.subject.count == 1:
            _flank(those, behind, view)
            continue
        if 1 < len(those) <= _FLANKED and behind.subject.count == 1:
            _between(those, behind, _BESIDE, view)
            behind.base -= 0.05 * view.height
            continue
        for actor in those:
            _cover(actor, behind, view)
    _around(group, view)


def _around(group: Sequence[Actor], view: Frame) -> None:
    """What all who stand there are beside is in the middle of them: a cake, a campfire."""
    for thing in (a for a in group if not a.entry.alive and a.subject.count == 1 and a.mate is None):
        those = [a for a in group if a.subject.relation == "beside" and a.subject.to in (thing.index, None)]
        all_there = len(those) > 1 and len(those) == sum(a.entry.alive for a in group)
        alone = sum(not a.entry.alive for a in group) == 1
        low = (_LOWER if len(those) <= _FLANKED else _BEFORE_MANY) * max((a.tall for a in those), default=0)
        if all_there and alone and thing.tall < low:
            _flank(those, thing, view)


def _cover(actor: Actor, behind: Actor, view: Frame) -> None:
    """Come nearer to what is as tall, and half cover it."""
    side = 1 if actor.x >= behind.x else -1
    gap = max(0.0, abs(actor.x - behind.x) - 0.5 * (behind.width + 0.3 * actor.width))
    actor.x -= side * 0.5 * gap
    behind.x += side * 0.5 * gap
    behind.base -= 0.05 * view.height
    behind.depth += 0.06
    actor.base = min(0.97 * view.height, actor.base + 0.02 * view.height)


def _flank(those: Sequence[Actor], behind: Actor, view: Frame) -> None:
    """Leave what is small in sight: one half of those before it at each side, it a little farther off."""
    front = max(a.base for a in those)
    if len(those) > _FLANKED:
        behind.x = sum(a.x for a in those) / len(those)
        behind.base = min(0.975 * view.height, front + 0.03 * view.height)
        return
    behind.height = max(behind.height, min(1.25 * behind.height, 0.5 * max(a.height for a in those)))
    _between(those, behind, _BESIDE, view)
    behind.base = front - 0.02 * view.height
    behind.depth += 0.03


def _between(those: Sequence[Actor], thing: Actor, share: float, view: Frame) -> list[Actor]:
    """Spread them in a row around the thing, smaller where there is no room; returns those at its left."""
    row = sorted(those, key=lambda a: a.x)
    half = len(row) // 2 if row[len(row) // 2].x >= thing.x else -(-len(row) // 2)
    line = [*row[:half], thing, *row[half:]]
    shares = [share * a.width for a in line]
    room, total = 0.94 * view.width, sum(shares)
    fit = min(1.0, room / total)
    middle = sum(a.x for a in row) / len(row) if len(row) > 1 else (row[0].x + thing.x) / 2
    left = min(max(middle - 0.5 * fit * total, 0.03 * view.width), 0.97 * view.width - fit * total)
    for actor, own in zip(line, shares, strict=True):
        actor.height *= fit
        actor.x = left + 0.5 * fit * own
        left += fit * own
    return row[:half]


def at_work(group: Sequence[Actor], view: Frame) -> None:
    """What is built stands in the middle in full sight, and those who build it have their hands at it."""
    work = next((a for a in group if a.built), None)
    builders = [a for a in group if a.works]
    if work is None or not builders:
        return
    tallest, front = max(a.height for a in builders), max(a.base for a in builders)
    work.height = max(work.height, _WORK * tallest)
    near = sorted(builders, key=lambda a: (-a.base, abs(a.x - work.x)))[:_FLANKED]
    left = _between(near, work, _CLOSE, view)
    for actor in builders:
        actor.flip = actor not in left if actor in near else actor.x > work.x
    if work.entry.anchor == "hand":  # a flag, its pole at the left
        work.flip = not near[0].x < work.x
    work.base = front
    work.layer = min(a.order for a in near) - front - 0.25


_WORK = 0.6
"""How tall the work is at least, by those who build it."""
_CLOSE = 0.8
"""The share of its width that each has for itself whose hands reach the next one."""
_BESIDE = 0.92
"""The share of its width that each has for itself."""


def before_buildings(actors: Sequence[Actor], view: Frame) -> None:
    """What stands in front of a building leaves most of it in sight: lower than it, and aside."""
    ahead = [a for a in actors if a.subject.relation == "in_front_of" and a.mate is not None]
    ahead = [a for a in ahead if a.height]  # who rides something that stands there has no place yet
    for house in {id(a.mate): a.mate for a in ahead if a.mate is not None}.values():
        those = [a for a in ahead if a.mate is house]
        if house.entry.kind != "building" or house.subject.count > 1:
            continue
        if len(those) == 1:
            _aside(those[0], house, view)
        elif len(those) <= _FLANKED:
            _at_both_sides(those, house, view)


def with_a_house(group: Sequence[Actor], back: Sequence[Actor], view: Frame) -> None:
    """A lone one and a lone house are seen beside each other, also where nobody says how they stand."""
    alone = len(group) == len(back) == 1 and view.stage.place not in NARROW
    if alone and group[0].entry.alive and back[0].entry.kind == "building":
        _aside(group[0], back[0], view)


def _aside(actor: Actor, house: Actor, view: Frame) -> None:
    """Stand to one side of the house."""
    actor.height = min(actor.height, 0.5 * view.reach, 0.52 * view.width / actor.shape.width)
    _grow(house, 1.25 * actor.height, 0.62, view)
    actor.height = min(actor.height, house.height / min(1.0, house.subject.size))
    side = 1 if actor.x >= 0.5 * view.width else -1
    if abs(actor.x - 0.5 * view.width) < 0.08 * view.width:
        side = -1 if house.x > actor.x else 1
    apart = 0.5 * (actor.width + house.width) - 0.28 * min(actor.width, house.width)
    if view.stage.place in NARROW:  # on the paving, and not above the doors of the row
        house.base = max(house.base, actor.base - 0.03 * view.height)
    house.x = min(
        max(0.5 * view.width - 0.5 * side * apart, 0.46 * house.width), view.width - 0.46 * house.width
    )
    actor.x = house.x + side * apart
    actor.x = min(max(actor.x, 0.5 * actor.width), view.width - 0.5 * actor.width)


def _at_both_sides(those: Sequence[Actor], house: Actor, view: Frame) -> None:
    """Stand at both sides of the house, its door between them."""
    row = sorted(those, key=lambda a: a.x)
    half = -(-len(row) // 2)
    sides = (row[:half], row[half:])
    wide = max(sum(a.width for a in side) for side in sides)
    fit = min(1.0, _SIDE * view.width / wide, 0.46 * view.reach / max(a.height for a in row))
    couple = len(row) == _PAIR and all(a.hugged >= 0 for a in row)  # they will stand in the middle
    for actor in row:
        actor.height *= fit * (_SMALLER if couple else 1.0)
    _grow(
        house, (_OVER_HEADS if couple else 1.4) * max(a.height for a in row), 0.72 if couple else 0.66, view
    )
    house.x = 0.5 * view.width
    for sign, side in zip((-1, 1), sides, strict=True):
        inner = max(0.12 * view.width, min(0.3 * house.width, 0.49 * view.width - fit * wide))
        for actor in side[::-1] if sign < 0 else side:
            actor.x = house.x + sign * (inner + 0.5 * actor.width)
            inner += actor.width


_PAIR, _SMALLER, _OVER_HEADS = 2, 0.85, 1.9
"""How small a couple is before a house, and how tall the house behind them, by their height."""
_SIDE = 0.32
"""The share of the width that those at one side of a house may take."""


def _grow(house: Actor, least: float, share: float, view: Frame) -> None:
    """Let the house be so tall at least, if there is room."""
    floor = house.base - 0.04 * view.height
    house.height = min(max(house.height, least), floor / house.shape.height, share * view.reach)
    house.height = min(house.height, 0.62 * view.width / house.shape.width)
