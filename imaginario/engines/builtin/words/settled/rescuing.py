"""Whom somebody gets down from a tree is up in it: "a firefighter rescuing a kitten from a tree"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ... import naming
from ...spec import SceneSpec
from ...vocabulary import is_alive, load

_RESCUES = frozenset({"rescuing", "rescuing-down"})
"""Rows of `lexicon/deeds.toml`."""


def up_there(spec: SceneSpec) -> SceneSpec:
    """The spec with who is rescued in the tree that is told of beside them."""
    cast = list(spec.subjects)
    tree = next((i for i, s in enumerate(cast) if _is_tree(s.id) and s.count == 1 and s.relation is None), -1)
    rows: list[dict[str, Any]] = [r for r in spec.extra.get("told") or () if isinstance(r, dict)]
    for who, whom in _rescues(rows):
        free = (
            cast[whom].relation is None and is_alive(cast[whom].id) and load()[cast[whom].id].size <= _SMALL
        )
        if tree < 0 or not free:
            continue
        if cast[who].to == tree:
            cast[who] = replace(cast[who], relation=None, to=None)
            rows = [_let_down(r) if r.get("subject") == who else r for r in rows]
        cast[whom] = replace(cast[whom], relation="on", to=tree)
        rows = [{**r, "to": tree, "relation": "on"} if r.get("subject") == whom else r for r in rows]
    if cast == list(spec.subjects):
        return spec
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": rows})


_SMALL = 1.2


def _rescues(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, int]]:
    """The indices of who rescues, and of whom, who may be told of behind the tree."""
    for at, row in enumerate(rows):
        if naming.deed_row(str(row.get("deed") or "")) in _RESCUES:
            objects = (int(r["subject"]) for r in rows[at + 1 :] if r.get("object") and "subject" in r)
            whom = next(objects, -1)
            if whom >= 0 and "subject" in row:
                yield int(row["subject"]), whom


def _is_tree(ident: str) -> bool:
    entry = load().get(ident)
    return entry is not None and entry.kind == "plant" and entry.seat is not None


def _let_down(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("to", "relation")}
