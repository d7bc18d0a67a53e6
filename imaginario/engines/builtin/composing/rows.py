"""Rows: a group side by side, the hero innermost; larger groups in two or three, every face in sight."""

from __future__ import annotations

import itertools

from .actors import Actor
from .camera import Frame


def line_up(group: list[Actor], view: Frame, base: float) -> None:
    """Place a group whose heights are set, in place; `base` is the y of the front row's feet."""
    laid = view.stage.table and len(group) <= _LAID and not any(a.entry.alive for a in group)
    rows = [group] if laid else _rows(group, 0.94 * view.room)
    _faces_clear(rows, view, base)
    # Rows of as many are shifted against each other, so that faces show between shoulders.
    mirrored = view.streams["mirror"].random() < 0.5
    even = len(rows) > 1 and len(rows[0]) == len(rows[1])
    for number, row in enumerate(rows):
        row = _side_by_side(_hero_inside(sorted(row, key=_is_outside)))[:: -1 if mirrored else 1]
        for actor in row:
            actor.height *= _FARTHER**number
        left, gap = _fit(row, view)
        if even:
            left += (0.25 if number % 2 else -0.25) * (gap + row[0].width)
        _stand(row, number, view, base, left, gap)
        if number > 0 and len(row) < len(rows[0]):
            _between(row, rows[0])
        if number:
            _look_over(row, rows[number - 1], view)
    if len(rows) == 2 and len(rows[1]) == 1:
        _part(rows[0], rows[1][0], view)


_LAID = 8
"""So many things lie side by side on a table, where none hides another."""


def _rows(group: list[Actor], room: float) -> list[list[Actor]]:
    """Front row first. The hero stands in front, but those much larger than the others stand behind them."""
    count = len(group)
    if any(a.lined for a in group) or count <= 4 or (count <= 7 and sum(a.width for a in group) < room):
        return [group]
    least = min(a.visual for a in group)
    small = [a for a in group if a.visual < _TOWERING * least]
    if 0 < count - len(small) <= _FEW and len(small) <= _SMALL_ONES:
        return [small, [a for a in group if a not in small]]
    first = group[0].visual < _TOWERING * least
    ranked = sorted(group, key=lambda a: (first and a.index != group[0].index, a.visual))
    size = -(-count // (2 if count <= _IN_TWO_ROWS else 3))
    return [ranked[i : i + size] for i in range(0, count, size)]


_TOWERING = 1.5
"""From that many times the size of the smallest on one is seen over those in front."""
_FEW, _SMALL_ONES, _IN_TWO_ROWS = 4, 7, 10
"""How many large ones stand behind how many small ones, and how many there are in two rows at most."""
_FARTHER = 0.84
"""How tall those in the second row are by those in the first."""
_CHIN = 0.54
"""How high above its feet a figure is seen over the one before it, by its height."""


def _faces_clear(rows: list[list[Actor]], view: Frame, base: float) -> None:
    """Make all so small that each row, on the ground behind the one before it, looks over that."""
    if len(rows) < 2:
        return
    crowns = [max(_crown(a) for a in row) * _FARTHER**n for n, row in enumerate(rows)]
    tall = [max(a.height for a in row) * _FARTHER**n for n, row in enumerate(rows)]
    need = sum(front - _CHIN * back for front, back in zip(crowns, tall[1:], strict=False))
    fit = min(1.0, (base - _farthest(view)) / max(1.0, need))
    towering = min(a.visual for a in rows[1]) >= _TOWERING * min(a.visual for a in rows[0])
    tight = min(1.0, _tight(rows, view) / fit)
    for number, row in enumerate(rows):
        for actor in row:
            actor.height *= max(0.5, fit * (1.0 if towering and number else tight))


def _tight(rows: list[list[Actor]], view: Frame) -> float:
    """How small the front row must be to leave gaps to look through."""
    return view.room / (_LOOSE * sum(a.width for a in rows[0]))


_LOOSE = 1.12
"""The room of those in the front row, by their width."""


def _farthest(view: Frame) -> float:
    """The y of the farthest feet."""
    stage = view.stage
    return stage.horizon_y + 0.22 * max(0.0, stage.ground_y - stage.horizon_y)


def _side_by_side(row: list[Actor]) -> list[Actor]:
    """With a single one that is told to be beside another right next to it, where it comes least far."""
    for actor in list(row):
        one = actor.subject
        mate = next((a for a in row if a.index == one.to), None)
        if one.relation != "beside" or one.count > 1 or mate is None or not _is_outside(actor):
            continue
        left = row.index(actor) < row.index(mate)
        row.remove(actor)
        row.insert(row.index(mate) + (0 if left else 1), actor)
    return row


def _is_outside(actor: Actor) -> bool:
    """Whether it is not one who is to be between the others."""
    return actor.limb != "between" and not actor.built


def _hero_inside(row: list[Actor]) -> list[Actor]:
    """The first of the row in the middle, the others in turn to its right and left."""
    ordered: list[Actor] = []
    for number, actor in enumerate(row):
        ordered.insert(0 if number % 2 else len(ordered), actor)
    return ordered


def _fit(row: list[Actor], view: Frame) -> tuple[float, float]:
    """Shrink a row until it fits, then let it overlap; returns its left end and the gap."""
    gap, room = 0.03 * view.width, _room(row, view)
    total = sum(a.width for a in row) + gap * (len(row) - 1)
    if total > room:
        fit = max(0.45, room / total)
        for actor in row:
            actor.height *= fit
        wide = sum(a.width for a in row)
        gap = min(gap, (room - wide) / max(1, len(row) - 1))
        total = wide + gap * (len(row) - 1)
    middle = (view.camera.x if len(row) <= 2 else 0.5) * view.width
    lowest, highest = 0.04 * view.width, 0.96 * view.width - total
    return max(lowest, min(highest, middle - total / 2)), gap


_SHOULDERS = 0.8
"""How far apart those of one row are at least, by their width."""


def _room(row: list[Actor], view: Frame) -> float:
    """How wide the row may be; what has wheels takes the whole street."""
    return 0.9 * view.width if any(a.entry.kind == "vehicle" for a in row) else view.room


def _between(row: list[Actor], front: list[Actor]) -> None:
    """Those of a shorter row look through the gaps of the front one."""
    places = sorted(a.x for a in front)
    gaps = [(a + b) / 2 for a, b in itertools.pairwise(places)]
    wide = sum(a.width for a in row) / len(row)
    if len(row) > 1 and (places[-1] - places[0]) / (len(front) - 1) < _SHOULDERS * wide:
        return  # they stand as far apart as they are wide
    first = (len(gaps) - len(row)) // 2
    for actor, x in zip(row, gaps[first:], strict=False):
        actor.x = x


def _crown(actor: Actor) -> float:
    """How tall it is with half of its ears or its hat."""
    return 0.5 * (actor.height + actor.tall)


def _look_over(row: list[Actor], front: list[Actor], view: Frame) -> None:
    """Faces of a farther row rise above the shoulders of those right before them, feet on the ground."""
    farthest = _farthest(view)
    for actor in row:
        hiding = [a for a in front if abs(a.x - actor.x) < 0.45 * (a.width + actor.width)]
        if hiding:
            crown = min(a.base - _crown(a) for a in hiding)
            actor.base = min(actor.base, max(farthest, crown + _CHIN * actor.height))


def _part(front: list[Actor], behind: Actor, view: Frame) -> None:
    """Small ones leave a gap before the one in the middle behind them, whose hands are seen there."""
    row = sorted(front, key=lambda a: a.x)
    left, right = row[0].x - 0.5 * row[0].width, row[-1].x + 0.5 * row[-1].width
    gap = max(0.0, min(_GAP * behind.width, 0.96 * view.width - (right - left)))
    half = -(-len(row) // 2)
    for number, actor in enumerate(row):
        actor.x += -0.5 * gap if number < half else 0.5 * gap
    behind.x = 0.5 * (row[half - 1].x + row[half].x) if half < len(row) else behind.x
    out = max(0.0, 0.02 * view.width - left + 0.5 * gap) or min(0.0, 0.98 * view.width - right - 0.5 * gap)
    for actor in (*row, behind):
        actor.x += out


_GAP = 0.5
"""How wide the gap is by the width of who stands behind it."""


def _stand(row: list[Actor], number: int, view: Frame, base: float, x: float, gap: float) -> None:
    """Give the actors of a row their places from left to right."""
    rng = view.streams[f"row{number}"]
    depth = max(0.06 * view.height, view.stage.ground_y - view.stage.horizon_y)
    several = len(row) > 1
    for place, actor in enumerate(row):
        shake = 0.0 if actor.lined else float(rng.random()) - 0.5
        bend = 0.0 if actor.lined else _bend(place, len(row))
        actor.x = x + actor.width / 2
        x += actor.width + gap
        actor.height *= 1 - 0.07 * bend + (0.1 * shake if actor.subject.count > 1 else 0.0)
        lower = 0.022 * (shake - bend) + (0.035 if actor.natural < 0.55 else 0.0)
        actor.base = base - 0.18 * number * depth + (lower * view.height if several else 0.0)
        actor.base = min(actor.base, 0.975 * view.height)
        actor.depth = 0.08 * number + 0.35 * max(0.0, view.camera.rise)


def _bend(place: int, count: int) -> float:
    """An arc, not a line: the ends of a long row stand a little farther off."""
    return (2 * place / (count - 1) - 1) ** 2 if count > 2 else 0.0
