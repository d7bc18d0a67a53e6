"""Lessons: a "quadro" that somebody writes on is a blackboard, and who is at one before a class teaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import naming
from ...spec import SceneSpec
from ...vocabulary import is_alive
from ..items import item_at
from ..matching import Item

_BOARDS = frozenset({"board", "quadro", "tablero", "pizarrón"})
_BLACKBOARD = "blackboard"
_TEACHING = frozenset({"teaching", "having-class"})
"""Rows of `lexicon/deeds.toml`."""
_CLASS = 2


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with a blackboard for what somebody writes on."""
    found = list(items)
    for at, item in enumerate(items):
        if item.raw.lower() not in _BOARDS or item.has("subject"):
            continue
        link = at - 2 if (before := item_at(items, at - 1)) is not None and before.has("the", "a") else at - 1
        where, deed = item_at(items, link), item_at(items, link - 1)
        if where is not None and where.has("on", "in") and deed is not None and _writes(deed):
            found[at] = Item.of("subject", item.raw, item.language, _BLACKBOARD)
    return found


def _writes(item: Item) -> bool:
    deed = item.options.get("activity")
    return deed is not None and deed.id == "writing"


def given(spec: SceneSpec) -> SceneSpec:
    """The spec without the word for teaching, where a teacher, a blackboard and a class are seen."""
    those = [s for s in spec.subjects if is_alive(s.id)]
    teaches = any("teacher" in (s.id, s.outfit) for s in those)
    board = any(s.id == _BLACKBOARD for s in spec.subjects)
    if not (teaches and board and sum(s.count for s in those) > _CLASS):
        return spec
    return replace(
        spec, unknown=tuple(word for word in spec.unknown if naming.deed_row(word) not in _TEACHING)
    )
