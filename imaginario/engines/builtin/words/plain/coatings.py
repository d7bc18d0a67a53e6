"""What food is covered with: chocolate is part of a cake, and strawberries lie on top of it."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..items import beyond, item_at, kind_of
from ..matching import Item

_COVERED = ("cobert", "cubiert", "covered", "topped", "decorad", "adornad", "enfeitad", "coated", "banhad")
_RUNNING = frozenset({"chocolate", "honey", "cheese"})
_SAID = {"en": ("of", "on top"), "pt": ("de", "em cima"), "es": ("de", "encima")}
_BEFORE = ("a", "the", "count", "size", "color", "trait")
_BEHIND = ("size", "color", "trait")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with "of chocolate" and "with strawberries on top" for what food is covered with."""
    found = list(items)
    for at in range(len(found) - 1, 0, -1):
        item, words = found[at], _SAID.get(found[at].language)
        if words is None or not item.has("with", "like") or not key(item.raw).startswith(_COVERED):
            continue
        noun = beyond(found, at - 1, _BEHIND, -1)
        first = beyond(found, at + 1, _BEFORE)
        cover = item_at(found, first)
        if (
            noun < 0
            or kind_of(found[noun]) != "food"
            or cover is None
            or kind_of(cover) not in ("food", "plant")
        ):
            continue
        if cover.options["subject"].id in _RUNNING:
            of = Item.of("of", words[0], item.language)
            found[at : first + 1] = []
            found[noun + 1 : noun + 1] = [of, cover]
        elif not _is_on_it_already(found, end := beyond(found, first + 1, _BEHIND)):
            found[at] = Item.of("with", item.raw, item.language)
            found.insert(end, Item.of("relation", words[1], item.language, "on"))
    return found


def _is_on_it_already(items: Sequence[Item], at: int) -> bool:
    after = item_at(items, at)
    return after is not None and after.has("relation", "in", "on", "upon")
