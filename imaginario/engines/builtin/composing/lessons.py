"""A lesson: the blackboard at the wall, the teacher beside it, the pupils small at the lower edge.

All lengths are canvas pixels; the actors are placed in place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .actors import Actor
from .camera import Frame
from .limbs import axis_of

_BOARD, _TEACHER = "blackboard", "teacher"
_CLASS = 2
"""So many pupils are a class."""
_IN_A_ROW = 6
_TALL, _WIDE = 0.44, 0.6
"""How tall the board is by the height of the picture, and how wide at most by its width."""
_GROWN = 0.5
"""How tall the teacher is by the height of the picture."""
_YOUNG = 0.3
"""How tall pupils are at most by it."""
_FLOOR, _FEET, _FRONT = 0.72, 0.79, 0.985
"""How far down the board, the teacher and the first row of pupils stand."""
_EDGE = 0.03
_BESIDE = 0.3
"""How much of a teacher is before the board, by their width."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Who takes part in a lesson."""

    board: Actor
    teachers: tuple[Actor, ...]
    pupils: tuple[Actor, ...]

    @property
    def everyone(self) -> tuple[Actor, ...]:
        """All of them, and the board."""
        return (self.board, *self.teachers, *self.pupils)


def lesson(actors: Sequence[Actor]) -> Lesson | None:
    """The lesson that is given where there are a blackboard and a class; None where there is none."""
    board = next((a for a in actors if a.subject.id == _BOARD and a.role == "ground"), None)
    people = [a for a in actors if a.entry.alive and a.role == "ground"]
    if board is None or board.subject.count > 1:
        return None
    teaching = {a.index for a in people if _teaches(a, board)}
    teachers = tuple(a for a in people if a.index in teaching)
    pupils = tuple(a for a in people if a.index not in teaching)
    return Lesson(board, teachers[:1], (*pupils, *teachers[1:])) if len(pupils) >= _CLASS else None


def _teaches(actor: Actor, board: Actor) -> bool:
    trade = _TEACHER in (actor.subject.id, actor.subject.outfit)
    at_it = actor.subject.to == board.index and actor.subject.relation in ("beside", "in_front_of")
    return trade or actor.towards == board.index or (at_it and actor.subject.count == 1)


def give(lesson: Lesson, view: Frame) -> None:
    """Put everyone where they leave the board and the teacher in sight."""
    board, wide, high = lesson.board, view.width, view.height
    board.height = min(_TALL * high, _WIDE * wide / board.shape.width) / board.shape.height
    board.base, board.depth, board.flip, board.shadow = _FLOOR * high, 0.0, False, True
    left = view.streams["lesson"].random() < _TO_THE_LEFT
    side = 1 if left else -1
    board.x = 0.5 * wide
    for teacher in lesson.teachers:
        teacher.height = _GROWN * high / max(1.0, teacher.shape.height)
        body = min(teacher.width, 0.7 * teacher.height)
        total = board.width + (1 - _BESIDE) * body
        fit = min(1.0, (1 - 2 * _EDGE) * wide / total)
        board.height *= fit
        board.x = 0.5 * wide - 0.5 * side * (1 - _BESIDE) * body
        teacher.flip = side > 0  # the right hand is at the board
        axis = board.x + side * (0.5 * board.width + (0.5 - _BESIDE) * body)
        teacher.x += axis - axis_of(teacher)
        teacher.base, teacher.depth = _FEET * high, 0.0
    _seat(lesson.pupils, view)


_TO_THE_LEFT = 0.5


def _seat(pupils: Sequence[Actor], view: Frame) -> None:
    """In rows at the lower edge, the second one between the heads of the first."""
    largest = max(a.visual for a in pupils)
    rows = [pupils[at : at + _IN_A_ROW] for at in range(0, len(pupils), _IN_A_ROW)]
    for number, row in enumerate(rows):
        step = (1 - 2 * _EDGE) * view.width / max(len(rows[0]), _CLASS)
        for place, actor in enumerate(row):
            natural = _YOUNG * view.height * (actor.visual / largest) ** 0.5
            actor.height = min(natural / max(1.0, actor.shape.height), 1.1 * step / actor.shape.width)
            middle = 0.5 * view.width + (place - (len(row) - 1) / 2 + 0.5 * (number % 2)) * step
            actor.x += middle - axis_of(actor)
            actor.base = _FRONT * view.height - number * 0.5 * actor.height
            actor.depth, actor.tilt = 0.0, 0.0
