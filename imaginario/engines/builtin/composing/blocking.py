"""Where everyone stands: on the ground in rows, far behind, afloat, in the water, in the air.

(In a theatre, blocking is the plan of who stands where.) All lengths are canvas pixels.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..figures.casting import is_figure
from . import (
    aloft,
    before,
    beside,
    boards,
    bridging,
    chasing,
    embracing,
    flocks,
    heights,
    lessons,
    perches,
    puddles,
    shores,
    tethers,
    windows,
)
from .actors import Actor, at_sea
from .attaching import attach
from .behind import follow
from .camera import NARROW, Frame, hero_height
from .clearing import step_clear
from .edges import keep_inside
from .hanging import under_the_roof
from .rows import line_up
from .visible import bring_out, in_the_open
from .wading import LONG_LEGGED


def block(actors: list[Actor], view: Frame) -> None:
    """Give every actor its place, in place."""
    rng = view.streams["facing"]
    for actor in actors:
        actor.flip = bool(rng.random() < 0.5)
    chasing.one_way(actors)
    back = [a for a in actors if a.role == "back"]
    played = [a for a in actors if beside.is_played(a)]
    games = [a for a in actors if boards.is_played_on(a)]
    lesson = lessons.lesson(actors)
    taught = lesson.everyone if lesson else ()
    spans = bridging.spanning(actors)
    group = [a for a in actors if a.role == "ground" and a not in (*played, *spans, *games, *taught)]
    floating = [a for a in actors if a.role == "float" and a not in (*played, *games)]
    _ground(group, view, bool(back), actors)
    before.step_forward(group, view)
    beside.turn_out(group)
    beside.turn_to_work(group, view)
    before.at_work(group, view)
    _on_wheels(group, view)
    shores.on_the_bank(group, view)
    bridging.span(spans, view)
    if lesson:
        lessons.give(lesson, view)
    _back(back, view, group, actors)
    before.before_buildings(actors, view)
    beside.between(actors, view)
    _float(floating, view)
    if group and floating:
        _on_the_floor(group, floating, view)
    _water([a for a in actors if a.role == "water"], view, bool(group))
    _below_planes(actors)
    upon = [a for a in actors if a.role in ("attached", "rider")]
    heights.carry(upon, view)
    attach([a for a in upon if not _aloft(a)], view.stage, view.width, view.height)
    bridging.spread(upon)
    _towers([a for a in upon if not _aloft(a)], view)
    _by_the_window(actors, group)
    beside.before_players(played, actors, view)
    boards.set_up(games, actors, view)
    hung = [a for a in actors if a.role == "air" and a.hangs]
    under_the_roof(hung, view)
    aloft.fly([a for a in actors if a.role == "air" and a not in hung], view, actors)
    flocks.fly_around([a for a in actors if a.role == "air"], group, view)
    heights.carry(upon, view)
    beside.hover_between(actors, view)
    attach([a for a in upon if _aloft(a)], view.stage, view.width, view.height)
    puddles.lie_flat(upon, view)
    _move(group, actors, view)
    _show(actors, view)


def _show(actors: Sequence[Actor], view: Frame) -> None:
    """Let nobody be hidden, cut by an edge or under something of the scenery."""
    bring_out(actors, view.width, view.height)
    keep_inside(actors, view)
    step_clear(actors, view)


def _on_wheels(group: Sequence[Actor], view: Frame) -> None:
    """Cars and trains stay on the road or the rails behind those on foot."""
    for actor in group:
        if view.stage.road_y is not None and actor.entry.kind == "vehicle" and actor.natural >= _DRIVEN:
            actor.base = min(actor.base, view.stage.road_y)


_DRIVEN = 1.3
"""From this size on a vehicle is driven on a road."""


def _move(group: Sequence[Actor], actors: Sequence[Actor], view: Frame) -> None:
    """Let them run after each other, hug, lead and sway."""
    chasing.give_chase(group, actors, view)
    chasing.take_off(group, view)
    embracing.embrace(actors, view)
    tethers.lead(actors, view)
    _sway(group)


def _sway(group: Sequence[Actor]) -> None:
    """Drawings made in one piece lean to the side when they dance."""
    for actor in group:
        if actor.subject.action == "dance" and not is_figure(actor.entry, actor.subject):
            actor.tilt = _SWAY * (-1 if actor.copy % 2 else 1)


_SWAY = 9.0
"""Degrees."""


def _towers(upon: Sequence[Actor], view: Frame) -> None:
    """Make what carries others that carry somebody small enough for all of them: a parrot on a sailor."""
    for actor in upon:
        carrier = actor.mate
        if carrier is None or carrier.mate is None or carrier not in upon or actor.role != "attached":
            continue
        for _ in range(_TRIES):
            if actor.base > _HEADROOM * view.height:
                break
            carrier.mate.height *= 0.75
            attach(upon, view.stage, view.width, view.height)


_TRIES = 4
_HEADROOM = 0.25
"""How far below the upper edge somebody stands who is on top of others, as a share of the height."""


def _aloft(actor: Actor) -> bool:
    """Whether what it is on flies, and so has no place before the air is filled."""
    mate = actor.mate
    while mate is not None and mate.role != "air":
        mate = mate.mate
    return mate is not None


def _ground(group: list[Actor], view: Frame, has_back: bool, actors: list[Actor]) -> None:
    if not group:
        return
    burden = {id(a.mate): a for a in actors if a.mate is not None and a.role in ("attached", "rider")}
    tallest = max(group, key=lambda a: a.visual)
    top = hero_height(tallest, view, len(group)) * (_BEFORE if has_back else 1.0)
    top = min(top, _MOST_BEFORE * view.reach) if has_back else top
    if burden and not all(windows.rides_inside(a) for a in burden.values()):
        top *= 0.8 if any(a.role == "rider" or a.subject.relation == "on" for a in burden.values()) else 1.12
    base = view.ground(view.camera.rise)
    top = min(top, (base - 0.04 * view.height) / max(a.shape.height for a in group))
    for actor in group:
        actor.height = top * (actor.visual / tallest.visual)
        if id(actor) in burden and actor.entry.kind == "plant" and actor.seat is not None:
            actor.height = min(_CROWN * actor.height, (base - 0.05 * view.height) / actor.shape.height)
    perches.lengthen(group, actors, view)
    line_up(group, view, base)


_CROWN = 1.5
"""How much taller a tree is with somebody in it."""
_BEFORE, _MOST_BEFORE = 0.8, 0.47
"""How tall they are before a house or a tree, by their usual height, and at most: it is taller than they."""


def _by_the_window(actors: Sequence[Actor], group: Sequence[Actor]) -> None:
    """The others keep to the measure of the one at the window, and leave it in sight."""
    for sitter in actors:
        if sitter.subject.relation != "at_window" or sitter in group:
            continue
        for other in group:
            most = 1.35 * sitter.height * other.visual / sitter.visual
            other.height = min(other.height, most)
            apart = 0.5 * (other.width + sitter.width)
            if abs(other.x - sitter.x) < apart and other.top < sitter.base:
                other.x = sitter.x + apart * (1 if other.x >= sitter.x else -1)


def _back(back: list[Actor], view: Frame, group: Sequence[Actor], everyone: Sequence[Actor]) -> None:
    """Buildings and big trees stand far behind, where the group leaves room."""
    rng = view.streams["back"]
    flown_over = {id(a.mate) for a in everyone if a.role == "air"}
    taken = sum(a.x for a in group) / len(group) / view.width if group else 0.5
    sides = (0.24, 0.77, 0.5, 0.1, 0.9) if taken > 0.5 else (0.76, 0.23, 0.5, 0.9, 0.1)
    if 0.45 < taken < 0.55 and rng.random() < 0.5:
        sides = (0.76, 0.23, 0.5, 0.9, 0.1)
    if view.stage.place in NARROW:
        sides = (0.5,)  # where the street ends, not on its houses
    for number, actor in enumerate(back):
        share = 0.5 * (actor.visual / _HOUSE) ** 0.8 * (1.0 if len(back) < 3 else 0.8)
        actor.height = min(share * view.reach, 0.6 * view.width / actor.shape.width)
        if len(back) == 1 and group:  # a castle is larger than a knight before it
            actor.height = max(actor.height, _ABOVE * actor.subject.size * max(a.height for a in group))
            actor.height = min(actor.height, 0.62 * view.width / actor.shape.width)
        if id(actor) in flown_over:
            actor.height *= 0.8
        rise = _BEHIND + 0.08 * (number % 3)
        actor.base = view.ground(rise)
        actor.base = _dry(actor.base, view)
        actor.height = min(actor.height, (actor.base - 0.04 * view.height) / actor.shape.height)
        side = sides[number % len(sides)] if len(back) > 1 else in_the_open(actor, group, view, sides)
        actor.x = view.width * (side + 0.05 * (float(rng.random()) - 0.5))
        edge = min(0.5, 0.5 * actor.width / view.width + 0.02)
        actor.x = min(max(actor.x, edge * view.width), (1 - edge) * view.width)
        actor.depth = 0.08 + 0.05 * (number % 3)
    before.with_a_house(group, back, view)


_ABOVE = 1.2
"""How tall a house or a tree is at least, by the tallest before it."""
_HOUSE = 1.8
"""How large a usual house and a large tree are for the eye."""
_BEHIND = 0.36
"""How far up from the foreground what is behind the others stands, as a share of the ground's height."""


def _dry(base: float, view: Frame) -> float:
    """On the shore instead of in the water; where all is water, on a rock in the middle of it."""
    stage = view.stage
    if not stage.water or stage.water_y is None:
        return base
    if stage.stream is not None and stage.stream[0] + len(stage.stream[1]) > stage.ground_y:
        return base  # a river that runs past whoever stands here; a canal ends at its quay
    top, bottom = stage.water_y
    if not at_sea(stage):
        return max(base, bottom + 0.3 * (stage.ground_y - bottom))
    return top + 0.3 * (bottom - top)


def _float(actors: list[Actor], view: Frame) -> None:
    """Weightless ones fill the middle of the picture, a little tilted."""
    if not actors:
        return
    rng = view.streams["floating"]
    count = len(actors)
    tallest = max(actors, key=lambda a: a.visual)
    top = min(hero_height(tallest, view, count) * 1.06, 0.78 * view.height)
    spots = _spots(count, view)
    for actor, (x, y) in zip(actors, spots, strict=True):
        shake = (rng.random(3) - 0.5) * (1.7 if count > 1 else 1.0)
        own = top * actor.visual / tallest.visual * (1.0 if actor.index == actors[0].index else 0.85)
        wide = 0.9 / min(count, 3) if count <= _ABREAST else min(0.3, 1.7 / count)
        actor.height = min(own, wide * view.width / actor.shape.width, 1.2 * wide * view.height)
        actor.x = x + 0.05 * view.width * float(shake[0]) * (count > 1)
        actor.base = y + actor.tall / 2 + 0.06 * view.height * float(shake[1])
        actor.tilt = 14 * float(shake[2])
        actor.shadow = False


def _on_the_floor(group: Sequence[Actor], floating: Sequence[Actor], view: Frame) -> None:
    """What lies on the floor of the sea keeps to the sides of those who swim above it, and is no larger."""
    hero = floating[0]
    for number, actor in enumerate(group):
        actor.height = min(actor.height, 0.62 * hero.height, 0.3 * view.height)
        side = 1 if (hero.x <= 0.5 * view.width) == (number % 2 == 0) else -1
        x = hero.x + side * (0.45 * hero.width + 0.5 * actor.width) + side * (number // 2) * actor.width
        actor.x = min(max(x, 0.55 * actor.width), view.width - 0.55 * actor.width)


def _spots(count: int, view: Frame) -> list[tuple[float, float]]:
    """Evenly spread places, the first in the middle of the group."""
    if count == 1:
        return [(view.camera.x * view.width, 0.52 * view.height)]
    if count > _ABREAST:
        return [(0.5 * view.width, 0.5 * view.height), *_ring(count - 1, view)]
    x = (0.5 + (number - (count - 1) / 2) * 0.78 / count for number in range(count))
    found = [(share * view.width, 0.52 * view.height) for share in x]
    return sorted(found, key=lambda p: abs(p[0] - 0.5 * view.width))


def _ring(count: int, view: Frame) -> list[tuple[float, float]]:
    """A loose ring around the middle, no two alike in their distance from it."""
    turn = float(view.streams["ring"].random())
    found = []
    for number in range(count):
        angle = 2 * math.pi * (number + turn) / count
        out = (1.0, 0.86, 0.95)[number % 3]
        found.append((
            (0.5 + 0.37 * out * math.cos(angle)) * view.width,
            (0.5 + 0.33 * out * math.sin(angle)) * view.height,
        ))  # fmt: skip
    return found


_ABREAST = 3
"""Of more who float, the first is in the middle and the others around it."""


def _water(actors: list[Actor], view: Frame, has_ground: bool) -> None:
    """Boats and swimmers, side by side from near to far; with people on the shore they are further out."""
    if not actors:
        return
    rng = view.streams["water"]
    stage = view.stage
    top, bottom = stage.water_y or (stage.horizon_y, stage.ground_y)
    tallest = max(actors, key=lambda a: a.visual)
    high = hero_height(tallest, view, len(actors)) * (
        0.5 if has_ground else 1.06 if len(actors) == 1 else 0.9
    )
    for number, actor in enumerate(actors):
        far = min(0.85, (0.5 if has_ground else 0.3) + 0.16 * (number % 3))
        actor.height = high * actor.visual / tallest.visual * (1 - 0.45 * 0.16 * (number % 3))
        actor.base = bottom - far * (bottom - top)
        if stage.stream is not None:
            _into_the_stream(actor, number, len(actors), view)
            continue
        actor.height = min(actor.height, (actor.base - 0.05 * view.height) / actor.shape.height)
        if actor.entry.kind == "plant":
            actor.height = min(actor.height, _LEAF * view.width / actor.shape.width)
        actor.sunk = 0.04 if actor.entry.kind == "vehicle" else 0.3 if actor.entry.alive else 0.1
        actor.sunk = 0.05 if actor.subject.id in _ARMED | LONG_LEGGED else actor.sunk
        actor.depth = 0.1 * (number % 3)
        actor.shadow = False
    if stage.stream is None:
        middle = 1 - view.camera.x if has_ground else 0.5 if len(actors) > 1 else view.camera.x
        _abreast(actors, view, middle + 0.06 * (float(rng.random()) - 0.5))
    _behind_a_mother(actors, view)


def _below_planes(actors: Sequence[Actor]) -> None:
    """What swims is smaller where a plane or a balloon flies above it."""
    if any(a.role == "air" and a.entry.kind == "vehicle" and a.natural > _DRIVEN for a in actors):
        for actor in (a for a in actors if a.role == "water" and a.natural < _SHIP):
            actor.height *= _UNDER_A_PLANE


_SHIP, _UNDER_A_PLANE = 1.8, 0.7
"""What is no ship, and how tall it is under a plane, by its usual height."""


def _shore(view: Frame) -> float:
    """The share of the width at both sides where trees hide what swims."""
    return 0.18 if view.stage.place == "lake" else 0.03


def _behind_a_mother(swimmers: Sequence[Actor], view: Frame) -> None:
    """Those who swim behind one of them follow her in a line."""
    for leader in swimmers:
        young = [a for a in swimmers if a.subject.relation == "behind" and a.subject.to == leader.index]
        if young and leader.subject.count == 1 and view.stage.stream is None:
            follow(young, leader, view.width, _shore(view))


_ARMED = frozenset({"octopus", "squid"})
"""Their arms begin right below the head, and would not be seen under water."""
_LEAF = 0.56
"""The widest that leaves and flowers on the water are, by the width of the picture: they lie flat far out."""
_OVERLAP = 0.9
"""The share of its width that each of those who swim side by side has for itself."""


def _abreast(actors: Sequence[Actor], view: Frame, middle: float) -> None:
    """Side by side around `middle` (a share of the width), the first innermost, small enough for all."""
    shore = _shore(view) * view.width
    total, room = sum(a.width for a in actors) * _OVERLAP, view.width - 2 * shore
    for actor in actors:
        actor.height *= max(0.4, min(1.0, room / total))
    row: list[Actor] = []
    for number, actor in enumerate(actors):
        row.insert(0 if number % 2 else len(row), actor)
    total = sum(a.width for a in row) * _OVERLAP
    x = max(shore, min(middle * view.width - total / 2, view.width - shore - total))
    for actor in row:
        half = 0.5 * min(actor.width, room)
        actor.x = min(max(x + 0.5 * _OVERLAP * actor.width, shore + half), view.width - shore - half)
        x += _OVERLAP * actor.width


def _into_the_stream(actor: Actor, number: int, count: int, view: Frame) -> None:
    """Between the banks of a river, and no wider than it."""
    assert view.stage.stream is not None
    top, middle, half = view.stage.stream
    share = 0.84 - 0.46 * number / max(1, count)
    row = int(share * (min(len(middle), view.height - top) - 1))
    actor.base, actor.x = float(top + row), float(middle[row])
    actor.height = min(actor.height, 1.7 * float(half[row]) / actor.shape.width)
    if count > 1:
        # One beside the other, as far as the banks allow.
        actor.height *= 0.72
        actor.x += (0.5 if number % 2 else -0.5) * float(half[row])
    actor.height = max(actor.height, 0.12 * view.height)
    actor.sunk = 0.3 if actor.entry.alive else 0.06
    actor.shadow = False
