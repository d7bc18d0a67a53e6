"""Who climbs what stands there: "a boy climbing a tree", "um gato subindo na escada", "爬树"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from ... import naming, vocabulary
from ...spec import SceneSpec, Subject
from ..lexicon import table
from ..matching import Item

CLIMB = "climb"
"""A row of `lexicon/relations.toml`, and the pose."""
_CHINESE = frozenset({"爬", "爬上", "爬到", "爬上了", "爬到了", "攀爬", "攀上"})
_LADDER = "ladder"


def climbed(spec: SceneSpec, items: Sequence[Item]) -> SceneSpec:
    """The spec with the pose of those who climb a tree or a ladder: they are halfway up, not on top."""
    raws = {item.raw.lower() for item in items}
    if not raws & _words():
        return spec
    cast = list(spec.subjects)
    rows = spec.extra.get("told") or [{"subject": at} for at in range(len(cast))]
    told: list[dict[str, Any]] = [dict(row) for row in rows]
    for row, behind in zip(told, [*told[1:], {}], strict=True):
        at, to = row.get("subject", -1), behind.get("subject", -1)
        if at not in range(len(cast)):
            continue
        if row.get("deed") in _CHINESE and behind.get("object") and to in range(len(cast)) and to != at:
            cast[at] = replace(cast[at], relation="on", to=to)
            row["to"] = to
            del row["deed"], behind["object"]
        if _climbs(spec, cast[at]):
            row.update(relation=CLIMB, pose=CLIMB)
    seen = any(row.get("pose") == CLIMB for row in told)
    left = tuple(
        w for w in spec.unknown if not seen or any(r.get("deed") == w for r in told) or not _is_up(w)
    )
    return replace(spec, subjects=tuple(cast), unknown=left, extra={**spec.extra, "told": told})


def _climbs(spec: SceneSpec, one: Subject) -> bool:
    """Whether somebody alive is on what has a trunk or rungs, and does nothing else there."""
    entries = vocabulary.load()
    if one.relation != "on" or one.to is None or one.action is not None or one.id not in entries:
        return False
    under = entries.get(spec.subjects[one.to].id)
    tall = under is not None and (under.id == _LADDER or (under.kind == "plant" and under.size > 1))
    return tall and entries[one.id].art == "head"


def _is_up(word: str) -> bool:
    """Whether what was not drawn so far is seen of who climbs."""
    return word in _CHINESE or naming.deed_row(word) == "going-up"


@cache
def _words() -> frozenset[str]:
    """Every way to say it."""
    row = table("relations")[CLIMB]
    return _CHINESE.union(w.strip() for code in ("en", "pt", "es") for w in row[code].split(","))
