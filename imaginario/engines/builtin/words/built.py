"""Roofs, doors and towers of a building, the sails of a boat: parts of it, and no other things or places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from ..vocabulary import LANGUAGES
from .fold import fold, key
from .items import item_at, kind_of
from .lexicon import listed, table
from .matching import Item
from .reading import Figure, Reading

_WITH = ("with", "of", "of-the")
_TELLING = ("a", "the", "count", "number", "color", "size", "trait", "several")
_BUILT = ("building", "vehicle")
_SAIL = "sail"
"""The part of a boat; the others are those of houses."""
_LISTED = ("and", "comma")
_AMONG = (*_TELLING, *_LISTED, "of-the")
_FROM = ("relation", "scenery", "undrawn")
"""What stands between a house and where its smoke comes from."""


def parted(items: Sequence[Item]) -> list[Item]:
    """The items with parts of a building for what has words of its own: "a house with a red roof"."""
    found = list(items)
    for at, item in enumerate(items):
        part = _part(item)
        house = _house(items, at) if part else -1
        if house >= 0 and (part == _SAIL) == (kind_of(items[house]) == "vehicle"):
            found[at] = Item.of("part", item.raw, item.language, part)
            for near in (at - 1, at + 1):
                if part in ("towers", "door") and 0 <= near < len(found) and found[near].kind == "size":
                    found[near] = Item.of("stop", found[near].raw, item.language)  # "大门" is a door
    return found


def _house(items: Sequence[Item], at: int) -> int:
    """Where the building is whose part is told of here; -1 for none."""
    if items[at].language == "zh":
        after = item_at(items, at + 1)
        ahead = at + 2 if after is not None and after.has("of-the") else at + 1
        while (item := item_at(items, ahead)) is not None and (item.has(*_AMONG) or _part(item)):
            ahead += 1
        return ahead if _is_built(item_at(items, ahead)) else _before(items, at)
    return _before(items, at)


def owner(r: Reading) -> Figure | None:
    """The building whose part is being read."""
    part = r.item.options.get("part")
    if part is None or not table("parts").get(part.id, {}).get("built"):
        return None
    built = (f for f in reversed(r.figures) if (e := r.entries.get(f.id or "")) and e.kind in _BUILT)
    return next(built, None)


def _before(items: Sequence[Item], at: int) -> int:
    """The same, where the building is told of first: "com telhado vermelho e porta azul"."""
    start, linked = at - 1, False
    while start > 0 and (items[start].has(*_TELLING, *_WITH, *_LISTED, *_FROM) or _part(items[start])):
        linked = linked or items[start].has(*_WITH)
        start -= 1
    return start if linked and start >= 0 and _is_built(items[start]) else -1


def _is_built(item: Item | None) -> bool:
    return item is not None and kind_of(item) in _BUILT and not _part(item)


def _part(item: Item) -> str:
    known = item.has("subject", "place", "place?", "unknown", "scenery")
    word = fold(item.raw) if item.language == "zh" else key(item.raw)
    return _words().get((item.language, word), "") if known else ""


@cache
def _words() -> Mapping[tuple[str, str], str]:
    rows = ((ident, row) for ident, row in table("parts").items() if row.get("built"))
    return MappingProxyType(
        {
            (language, fold(word) if language == "zh" else key(word)): ident
            for ident, row in rows
            for language in LANGUAGES
            for word in listed(str(row.get(language, "")))
        }
    )
