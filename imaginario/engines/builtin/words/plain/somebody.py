"""Deeds of nobody: "放风筝", "playing basketball" alone are done by somebody, and by no kite or ball."""

from __future__ import annotations

from collections.abc import Sequence

from ..index import build
from ..lexicon import table
from ..matching import Item

_WHO = {"en": "person", "pt": "pessoa", "es": "persona", "zh": "人"}
_WHO_DOES = tuple("员手家师者夫人客迷生")
"""How Chinese words for those who do it end: "小提琴手"."""
_ANYBODY = (
    "subject",
    "role",
    "scenery",
    "name",
    "me",
    "it",
    "band",
    "unknown",
    "garment",
    "hat",
    "part",
    "no",
)


def added(items: Sequence[Item], code: str) -> list[Item]:
    """The items with somebody before the first deed where nothing is named that might do it."""
    found = list(items)
    at = next((n for n, item in enumerate(found) if _is_done(item)), None)
    players = any(item.kind == "activity" and not _is_done(item) for item in found)
    if at is None or players or any(item.has(*_ANYBODY) for item in found):
        return found
    known = next((m for m in build().phrases[_WHO[code]] if m.language == code and m.kind == "scenery"), None)
    return (
        [*found[:at], Item("scenery", _WHO[code], code, {"scenery": known}), *found[at:]] if known else found
    )


def _is_done(item: Item) -> bool:
    deed = item.options.get("activity")
    word = item.raw.lower().partition(" ")[0]
    done = not word.endswith(_WHO_DOES) if item.language == "zh" else word.endswith(("ing", "ndo"))
    drawn = deed is not None and bool(table("activities")[deed.id].get("things"))
    return item.kind == "activity" and drawn and done
