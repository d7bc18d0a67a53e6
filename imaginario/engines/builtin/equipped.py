"""What a deed is done with or at: the comb in the hand of who combs, the grill before who grills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from . import naming, notes
from .spec import SceneSpec, Subject
from .vocabulary import Entry
from .words.lexicon import table


def equipped(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with the tools that its deeds speak of, where nobody has or names another one."""
    cast, rows = list(spec.subjects), notes.rows(spec)
    for at, row in enumerate(rows):
        doer, needs = row.get("subject"), _needs(row)
        if not needs or not isinstance(doer, int) or not _has_hands(cast, doer, entries):
            continue
        tool, stand = str(needs.get("with", "")), str(needs.get("stand", ""))
        if tool in entries and cast[doer].held in (None, tool) and not _follows(rows, at):
            cast[doer] = replace(cast[doer], held=tool, action=cast[doer].action or "hold")
            rows[at] = {**row, "pose": needs.get("pose", "hold")}
        if stand in entries and stand not in {one.id for one in cast}:
            cast[doer] = _at_it(cast[doer], entries)
            rows = [*rows, {"subject": len(cast)}]
            cast.append(Subject(id=stand, relation="in_front_of", to=doer))
    if cast == list(spec.subjects):
        return spec
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": rows})


def shows(word: str, spec: SceneSpec) -> bool:
    """Whether the tool of a deed that has no pose of its own is seen in a complete spec."""
    needs = table("deeds").get(naming.deed_row(word), {})
    held = str(needs.get("with", "")) in {one.held for one in spec.subjects if one.held}
    return held or str(needs.get("stand", "")) in {one.id for one in spec.subjects}


def _needs(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """The row of the lexicon that says what the deed of a note is done with."""
    if row.get("deed"):
        return table("deeds").get(naming.deed_row(str(row["deed"])), {})
    needs = table("actions").get(str(row.get("verb")), {})
    return needs if "stand" in needs else {}


def _has_hands(cast: list[Subject], doer: int, entries: Mapping[str, Entry]) -> bool:
    free = 0 <= doer < len(cast) and cast[doer].relation is None
    entry = entries.get(cast[doer].id) if free else None
    return entry is not None and (entry.alive or cast[doer].id == "person")


def _follows(rows: list[dict[str, Any]], at: int) -> bool:
    """Whether it is done to the one told of next: who combs a dog holds no comb to her own hair."""
    return at + 1 < len(rows) and bool(rows[at + 1].get("object"))


def _at_it(doer: Subject, entries: Mapping[str, Entry]) -> Subject:
    """Who stands at it, with nothing in the hands that is seen upon it."""
    food = doer.held in entries and entries[doer.held or ""].kind == "food"
    return replace(doer, held=None, action=None) if food or doer.held is None else doer
