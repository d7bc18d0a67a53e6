"""Who plays a game with a board sits at it, with whoever else plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from . import notes
from .spec import SceneSpec, Subject
from .vocabulary import Entry
from .words.lexicon import table


def set_out(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with the board that a game is played on: two who play chess have one, and sit."""
    rows = notes.rows(spec)
    for row in rows:
        board = str(table("actions").get(str(row.get("verb")), {}).get("before", ""))
        doer = row.get("subject")
        if board in entries and isinstance(doer, int) and board not in {s.id for s in spec.subjects}:
            return _sat_down(spec, rows, board, doer, entries)
    return spec


def _sat_down(
    spec: SceneSpec, rows: list[dict[str, Any]], board: str, doer: int, entries: Mapping[str, Entry]
) -> SceneSpec:
    verb = next(row.get("verb") for row in rows if row.get("subject") == doer)
    players = [
        row["subject"] for row in rows if row.get("verb") == verb and isinstance(row.get("subject"), int)
    ]
    if len(players) == 1 and spec.subjects[doer].count == 1:
        players += _partner(spec, doer, entries)
    cast = [replace(s, action="sit") if i in players else s for i, s in enumerate(spec.subjects)]
    told = [{**row, "game": board} if row.get("subject") in players else row for row in rows]
    told.append({"subject": len(cast)})
    cast.append(Subject(id=board, relation="in_front_of", to=doer))
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told})


def _partner(spec: SceneSpec, doer: int, entries: Mapping[str, Entry]) -> list[int]:
    """The index of who plays along without being told to: the next one who does nothing else."""
    for index, one in enumerate(spec.subjects[doer + 1 :], doer + 1):
        free = one.action is None and one.relation is None and one.count == 1
        if free and one.id in entries and entries[one.id].alive:
            return [index]
    return []
