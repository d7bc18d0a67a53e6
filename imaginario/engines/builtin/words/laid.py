"""What a table comes with lies on it: "a table with a teapot and two cups"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..spec import SceneSpec, Subject
from ..vocabulary import load
from .items import item_at
from .matching import Item

_LAID = ("food", "thing", "plant", "instrument")
_SMALL = 0.7


def laid(spec: SceneSpec, items: Sequence[Item]) -> SceneSpec:
    """The spec with what is told of right behind a table, up to the first who is alive, on that table.

    Where nobody is there and no more is told of the table, a table is the place.
    """
    table = next((at for at, one in enumerate(spec.subjects) if one.id == "table"), None)
    if table is None or not _comes_with_something(items):
        return spec
    cast, there = list(spec.subjects), False
    for at, one in enumerate(cast):
        entry = load().get(one.id)
        if entry is None or entry.alive:
            break
        there = there or at == table
        small = entry.kind in _LAID and (entry.anchor in ("table", "hand") or entry.size <= _SMALL)
        if at != table and small and one.relation in (None, "beside") and one.to in (None, table):
            cast[at] = replace(one, relation="on", to=table)
    if not there:
        return spec
    return _set(replace(spec, subjects=tuple(cast)), table)


def _set(spec: SceneSpec, table: int) -> SceneSpec:
    """The spec at a table in place of one with a table in it."""
    one, rows = spec.subjects[table], spec.extra.get("told") or ()
    alone = not any(entry.alive for s in spec.subjects if (entry := load().get(s.id)) is not None)
    plain = one.color is None and one.size == 1 and one.count == 1 and spec.place in (None, "kitchen", "room")
    row: Mapping[str, Any] = next((r for r in rows if r.get("subject") == table), {})
    if not (alone and plain and len(spec.subjects) > 1) or row.keys() - {"subject"}:
        return spec
    moved = {old: new for new, old in enumerate(i for i in range(len(spec.subjects)) if i != table)}
    cast = [_stands(s, moved, table) for i, s in enumerate(spec.subjects) if i != table]
    told = [_moved(r, moved, table) for r in rows if r.get("subject") != table]
    extra = {**spec.extra, "told": told} if rows else spec.extra
    return replace(spec, subjects=tuple(cast), place=spec.place or "table", extra=extra)


def _stands(one: Subject, moved: Mapping[int, int], table: int) -> Subject:
    if one.to is None:
        return one
    return replace(one, relation=None, to=None) if one.to == table else replace(one, to=moved[one.to])


def _moved(row: Mapping[str, Any], moved: Mapping[int, int], table: int) -> dict[str, Any]:
    to = row.get("to")
    kept = {k: v for k, v in row.items() if to != table or k not in ("to", "relation")}
    return kept | {k: moved[v] for k, v in kept.items() if k in ("subject", "to") and v in moved}


def _comes_with_something(items: Sequence[Item]) -> bool:
    for at, item in enumerate(items):
        found, link = item.options.get("subject"), item_at(items, at + 1)
        if found is not None and found.id == "table" and link is not None and link.has("with"):
            return True
    return False
