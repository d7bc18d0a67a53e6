"""Who has a picnic sits on its blanket, which lies under the tree that they are under."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...spec import SceneSpec, Subject
from ...vocabulary import is_alive

BLANKET, _TOYS = "picnic-blanket", frozenset({"teddy", "doll"})
_AT_EASE = frozenset({None, "sit", "eat", "hold", "read", "sing", "play"})
_UNDER_IT = ("under", "beside", "in_front_of")
"""Where the blanket may be spread, of which there may be one word for the picnic and those who have it."""


def seated(spec: SceneSpec) -> SceneSpec:
    """The spec with all who are at ease on the blanket of a picnic that nobody is told to be on."""
    at = next((i for i, s in enumerate(spec.subjects) if s.id == BLANKET and s.count == 1), -1)
    rows: list[dict[str, Any]] = [r for r in spec.extra.get("told") or () if isinstance(r, dict)]
    named = any(row.get("subject") == at and row.get("near") for row in rows)
    taken = any(_is_on(spec, i, at) for i in range(len(spec.subjects)))
    if at < 0 or named or taken or spec.subjects[at].relation not in (None, *_UNDER_IT):
        return spec
    guests = [i for i, s in enumerate(spec.subjects) if _may_sit(spec, s, at)]
    if not guests:
        return spec
    cast = list(spec.subjects)
    for i in guests:
        if cast[i].relation is not None and cast[at].relation is None:
            cast[at] = replace(cast[at], relation=cast[i].relation, to=_target(cast[i], i))
        cast[i] = replace(cast[i], relation="on", to=at)
    placed = {i for i in (*guests, at) if cast[i].relation is not None}
    told = [{**r, **_where(cast[i])} if (i := r.get("subject")) in placed else r for r in rows]
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told} if rows else spec.extra)


def _where(one: Subject) -> dict[str, Any]:
    return {"to": one.to, "relation": one.relation}


def _may_sit(spec: SceneSpec, one: Subject, blanket: int) -> bool:
    """Whether somebody has hands and time for a picnic, and is at most where its blanket may be, too."""
    to = one.to
    plant = (
        one.relation in _UNDER_IT and to is not None and to != blanket and not is_alive(spec.subjects[to].id)
    )
    return (
        (is_alive(one.id) or one.id in _TOYS) and one.action in _AT_EASE and (one.relation is None or plant)
    )


def _target(one: Subject, index: int) -> int:
    return one.to if one.to is not None else index + 1


def _is_on(spec: SceneSpec, index: int, blanket: int) -> bool:
    one = spec.subjects[index]
    return one.relation is not None and _target(one, index) == blanket
