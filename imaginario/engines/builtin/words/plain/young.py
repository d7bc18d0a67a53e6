"""Young animals that have one word: a kitten is a young cat."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import item_at
from ..matching import Item

_YOUNG = frozenset({
    "kitten", "kittens", "piglet", "piglets", "gatito", "gatita", "gatitos", "gatitas", "fawn", "fawns",
    "veadinho", "veadinhos", "cervinho", "cervatillo", "cervatillos", "venadito", "venaditos", "小鹿",
})  # fmt: skip


def told(items: Sequence[Item]) -> list[Item]:
    """The items with a quality before each word for a young animal, where no size is told."""
    found: list[Item] = []
    for at, item in enumerate(items):
        near = [i for i in (item_at(items, at - 1), item_at(items, at + 1)) if i is not None]
        named = at and item.language == "en" and items[at - 1].has("subject")  # "a siamese kitten"
        known = item.raw.lower() in _YOUNG and item.has("subject") and not named
        if known and not any(i.has("size", "of") for i in near):
            found.append(Item.of("trait", "young", item.language, "young"))
        found.append(item)
    return found
