"""Twins of whom no number is told are two: "twin girls", "meninas gêmeas"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import by_rules, item_at
from ..matching import Item

_TWO = {"en": "two", "pt": "dois", "es": "dos", "zh": "两个"}
_TOLD = ("count", "number", "size", "color", "trait")


def counted(items: Sequence[Item]) -> list[Item]:
    """The items with a number before such twins."""
    return by_rules(items, (_count,))


def _count(items: list[Item], at: int) -> None:
    language, twin = items[at].language, items[at].options.get("trait")
    if twin is None or twin.id != "twin":
        return
    behind = language in ("pt", "es")
    noun, start = item_at(items, at - 1 if behind else at + 1), at - 1 if behind else at
    if noun is None or not noun.has("subject", "role") or not any(m.plural for m in noun.options.values()):
        return
    before = item_at(items, start - 1)
    if before is not None and before.has(*_TOLD):
        return
    first = start - 1 if before is not None and before.has("a", "the") else start
    items[first:start] = [Item.of("count", _TWO.get(language, "two"), language, "2")]
