"""Who stands in a row, or together before a camera: "five ducklings lined up", "一家人合影"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ... import naming, vocabulary
from ...spec import SceneSpec

ROW = "in-a-row"
"""The pose of those who are all in one row."""
_LINED = frozenset({"lined-up", "queueing"})
_POSING = "posing-together"
"""Rows of `lexicon/deeds.toml`."""
_MOST = 9
"""Of more than these no row is seen."""


def lined(spec: SceneSpec) -> SceneSpec:
    """The spec with one row of those who are told to be in one; who poses is seen as everybody is."""
    rows = spec.extra.get("told") or ()
    said = {row["deed"]: naming.deed_row(str(row["deed"])) for row in rows if row.get("deed")}
    told: list[dict[str, Any]] = [dict(row) for row in rows]
    those = [row for row in told if said.get(row.get("deed")) in _LINED and _stands(spec, row)]
    several = 1 < sum(spec.subjects[row["subject"]].count for row in those) <= _MOST
    for row in those if several else ():
        row["pose"] = ROW
    seen = {deed for deed, ident in said.items() if ident == _POSING or (ident in _LINED and several)}
    if not seen:
        return spec
    unknown = tuple(word for word in spec.unknown if word not in seen)
    return replace(spec, unknown=unknown, extra={**spec.extra, "told": told})


def _stands(spec: SceneSpec, row: dict[str, Any]) -> bool:
    """Whether somebody is on the ground, and on or in nothing."""
    at = row.get("subject")
    if not isinstance(at, int) or spec.subjects[at].id not in vocabulary.load():
        return False
    return (
        spec.subjects[at].relation in (None, "beside", "in_front_of")
        and spec.subjects[at].action not in _AWAY
    )


_AWAY = frozenset({"ride", "swim", "fly"})
