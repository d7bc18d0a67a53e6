"""What painters and writers stand at: an easel with what they paint on it, a blackboard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from . import notes
from .figures.manner import BOARD
from .spec import SceneSpec, Subject
from .vocabulary import Entry

_EASEL = "easel"
_PAINTED = frozenset({"person", "animal", "fantasy", "plant", "food", "sky"})
"""Kinds of what is painted on a canvas; who paints a fence or an egg needs none."""
_SEEN = ("id", "count", "color", "outfit", "hat", "glasses", "action")
"""What of a subject is seen in a picture of it."""


def at_easels(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """Whoever paints a picture has an easel beside them, with what they paint on it."""
    if _EASEL not in entries or _EASEL in {s.id for s in spec.subjects} | set(spec.avoid):
        return spec
    rows = notes.rows(spec)
    objects = {row.get("subject") for row in rows if row.get("object")}
    for index, painter in enumerate(spec.subjects):
        at = index + 1 if index + 1 in objects and index + 1 < len(spec.subjects) else None
        painted = entries.get(spec.subjects[at].id) if at is not None else None
        of_it = any(r.get("subject") == index and r.get("verb") == "picture" for r in rows)
        pictured = painted is None or painted.kind in _PAINTED or of_it
        if painter.action == "paint" and painter.id in entries and pictured:
            return _set_up(spec, rows, index, at, entries)
    return spec


def _set_up(
    spec: SceneSpec, rows: list[dict[str, Any]], index: int, at: int | None, entries: Mapping[str, Entry]
) -> SceneSpec:
    """The spec with an easel for the painter, in the place of the subject `at` if that is what is painted."""
    cast, easel = list(spec.subjects), Subject(id=_EASEL, relation="beside", to=index)
    held = entries.get(cast[index].held or "")
    if at is not None and at not in {s.to for s in cast}:
        thing, cast[at] = cast[at], easel
        told = [_with_picture(r, thing) if r.get("subject") == at else r for r in rows]
    elif held is not None and held.kind in _PAINTED:
        color = next((r.get("held_color") for r in rows if r.get("subject") == index), None)
        cast[index] = replace(cast[index], held=None)
        note = _with_picture({"subject": len(cast)}, Subject(id=held.id, color=color))
        told = [*(rows or [{"subject": i} for i in range(len(cast))]), note]
        cast.append(easel)
    else:
        told = [*rows, {"subject": len(cast)}] if rows else rows
        cast.append(easel)
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told})


def _with_picture(row: Mapping[str, Any], thing: Subject) -> dict[str, Any]:
    """The note on an easel that has a picture of a thing on it."""
    picture = {name: value for name in _SEEN if (value := getattr(thing, name)) is not None}
    return {"subject": row["subject"], "canvas": picture} | ({"near": row["near"]} if "near" in row else {})


def at_boards(spec: SceneSpec) -> SceneSpec:
    """Whoever writes beside a blackboard, or where there is one, writes on it."""
    board = next((i for i, s in enumerate(spec.subjects) if s.id == BOARD), None)
    rows, cast = notes.rows(spec), list(spec.subjects)
    if board is None or not any(row.get("activity") == "writing" for row in rows):
        return spec
    for at, row in enumerate(rows):
        who = row.get("subject", -1)
        if row.get("activity") == "writing" and 0 <= who < len(cast) and cast[who].to in (None, board):
            rows[at] = {**row, "at": BOARD, "to": board, "relation": "beside"}
            cast[who] = replace(cast[who], relation="beside", to=board)
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": rows})
