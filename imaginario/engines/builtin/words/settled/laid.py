"""What a table comes with lies on it: "a table with a teapot and two cups"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...spec import SceneSpec, Subject
from ...vocabulary import load
from ..items import item_at
from ..matching import Item

_LAID = ("food", "thing", "plant", "instrument")
_SMALL = 0.7


def laid(spec: SceneSpec, items: Sequence[Item]) -> SceneSpec:
    """The spec with what is told of right behind a table, up to the first who is alive, on that table."""
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
    return replace(spec, subjects=tuple(cast)) if there else spec


def _comes_with_something(items: Sequence[Item]) -> bool:
    for at, item in enumerate(items):
        found, link = item.options.get("subject"), item_at(items, at + 1)
        if found is not None and found.id == "table" and link is not None and link.has("with"):
            return True
    return False


def as_place(spec: SceneSpec) -> SceneSpec:
    """A spec at a table in place of one with a table that all it shows is on, and nobody is at."""
    table = next((at for at, one in enumerate(spec.subjects) if one.id == "table"), None)
    if table is None or not _is_only_stood_on(spec, table):
        return spec
    rows = spec.extra.get("told") or ()
    moved = {old: new for new, old in enumerate(i for i in range(len(spec.subjects)) if i != table)}
    cast = tuple(_stands(s, moved, table) for i, s in enumerate(spec.subjects) if i != table)
    told = [_moved(r, moved, table) for r in rows if r.get("subject") != table]
    extra = {**spec.extra, "told": told} if rows else spec.extra
    return replace(spec, subjects=cast, place="table", extra=extra)


def _is_only_stood_on(spec: SceneSpec, table: int) -> bool:
    one, rows = spec.subjects[table], spec.extra.get("told") or ()
    row: Mapping[str, Any] = next((r for r in rows if r.get("subject") == table), {})
    alive = any(entry.alive for s in spec.subjects if (entry := load().get(s.id)) is not None)
    plain = one.color is None and one.size == 1 and one.count == 1 and not row.keys() - {"subject"}
    return plain and not alive and spec.place is None and any(s.to == table for s in spec.subjects)


def _stands(one: Subject, moved: Mapping[int, int], table: int) -> Subject:
    if one.to is None:
        return one
    return replace(one, relation=None, to=None) if one.to == table else replace(one, to=moved[one.to])


def _moved(row: Mapping[str, Any], moved: Mapping[int, int], table: int) -> dict[str, Any]:
    kept = {k: v for k, v in row.items() if row.get("to") != table or k not in ("to", "relation")}
    return kept | {k: moved[v] for k, v in kept.items() if k in ("subject", "to") and v in moved}
