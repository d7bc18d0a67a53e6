"""All of those told of, one by one: "each holding a flower", "cada um com um balão", "每只拿着一朵花"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import beyond, is_alive, item_at, kind_of
from ..matching import Item

_EACH = frozenset({"each", "cada", "每", "各", "各自", "每个", "每只", "每人", "分别", "每个人", "人人"})
_ONE = frozenset({
    "one", "uno", "una", "um", "uma", "of", "them", "only", "delas", "deles", "de", "ellos", "ellas", "qual",
    "quien", "只", "个", "人", "位", "都", "个人", "一个", "cual", "个都", "eles", "elas",
})  # fmt: skip
_DEEDS = ("action", "activity", "undrawn", "wearing", "with", "be", "like")
_ALL = Item.of("it", "they", "en")
_HOLDING = Item.of("action", "holding", "en", "hold")
_HELD = ("thing", "food", "plant", "sport", "instrument")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with a word for all of them where each of them does, wears or has something."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        end = at + 1
        while items[at].raw.lower() in _EACH and (item := item_at(items, end)) and item.raw.lower() in _ONE:
            end += 1
        deed = item_at(items, end) if items[at].raw.lower() in _EACH and found else None
        if deed is not None and deed.has(*_DEEDS) and not deed.has("subject"):
            found.append(_ALL)
            at = end + 1
            found.append(_HOLDING if any(map(is_alive, found)) and has_in_hand(items, end) else deed)
        else:
            found.append(items[at])
            at += 1
    return found


def has_in_hand(items: Sequence[Item], at: int) -> bool:
    """Whether it is with a thing for the hands that all of them come."""
    thing = item_at(items, beyond(items, at + 1, ("a", "count", "color", "size", "trait")))
    worn = thing is not None and thing.has("part", "garment", "hat", "glasses")
    return items[at].has("with") and not worn and kind_of(thing) in _HELD
