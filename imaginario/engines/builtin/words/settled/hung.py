"""Who hangs, by the hands or head first: "a sloth hanging from a branch", "morcegos pendurados"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ... import naming, vocabulary
from ...scenery.setting import INDOORS
from ...spec import SceneSpec, Subject
from ..matching import Item

_HANGING, _HEAD_FIRST = "hanging", "hanging-upside-down"
"""Rows of `lexicon/deeds.toml`."""
_ALWAYS_HEAD_FIRST = frozenset({"bat"})
_CHINESE = {"挂在": "挂着", "悬挂在": "挂着", "倒挂在": "倒挂"}
"""What is read as "in", and so told of nobody, and the deed it is."""


def hung(spec: SceneSpec, items: Sequence[Item]) -> SceneSpec:
    """The spec with the pose of those who hang from what grows, or under a roof: then the deed is seen."""
    said = {word: naming.deed_row(word) for word in spec.unknown}
    said = {word: row for word, row in said.items() if row in (_HANGING, _HEAD_FIRST)}
    chinese = [_CHINESE[item.raw] for item in items if item.raw in _CHINESE]
    if not said and not chinese:
        return spec
    rows = spec.extra.get("told") or [{"subject": index} for index in range(len(spec.subjects))]
    told: list[dict[str, Any]] = [dict(row) for row in rows]
    turned = _HEAD_FIRST in said.values() or any(raw.startswith("倒") for raw in chinese)
    those = [row for row in told if _hangs(spec, row, [*said, *chinese])]
    for row in those:
        one = spec.subjects[row["subject"]]
        row["pose"] = "head-first" if turned or one.id in _ALWAYS_HEAD_FIRST else "hang"
        row.setdefault("deed", next(iter((*said, *chinese))))
    others = {row.get("deed") for row in told if row not in those}
    if those and all(_is_under_a_roof(spec, spec.subjects[row["subject"]]) for row in those):
        spec = replace(spec, place=spec.place or "cave")
    left = tuple(word for word in spec.unknown if word not in said or not those or word in others)
    return replace(spec, unknown=left, extra={**spec.extra, "told": told}) if those else spec


def _hangs(spec: SceneSpec, row: dict[str, Any], said: Sequence[str]) -> bool:
    """Whether somebody is told to hang, and from something that the picture has."""
    at, deed = row.get("subject"), row.get("deed")
    if not isinstance(at, int) or (deed not in said and deed is not None):
        return False
    one = spec.subjects[at]
    if deed is None and one.to is None:
        return False
    entries = vocabulary.load()
    if one.id not in entries or one.action not in (None, "sleep"):
        return False
    if one.relation == "on" and one.to is not None:
        above = entries.get(spec.subjects[one.to].id)
        return above is not None and above.kind == "plant"
    return _is_under_a_roof(spec, one)


def _is_under_a_roof(spec: SceneSpec, one: Subject) -> bool:
    """Whether it hangs head first from the roof of a cave or a house."""
    return spec.place in (None, *INDOORS) and one.to is None and one.id in _ALWAYS_HEAD_FIRST
