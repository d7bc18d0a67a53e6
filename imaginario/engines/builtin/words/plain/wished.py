"""What a picture is asked to be like is what is wanted: "queria tipo um gato", "something like a castle"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..items import beyond, is_told_of, item_at
from ..matching import Item

_LOOSELY = frozenset({"like", "tipo", "como", "como que", "algo como", "similar to", "parecido com"})
_ALWAYS = frozenset({"tipo"})
"""What opens a request that way, even as its first word."""


def plain(items: Sequence[Item]) -> list[Item]:
    """The items without the "like" that stands before the first noun of a request."""
    for at, item in enumerate(items):
        if is_told_of(item) or item.has("comma", "scenery", "place", "name"):
            break
        noun = item_at(items, beyond(items, at + 1, ("a", "the", "count", "size", "color", "trait", "mood")))
        loose = item.kind == "like" and key(item.raw) in _LOOSELY and (at > 0 or key(item.raw) in _ALWAYS)
        if loose and noun is not None and is_told_of(noun):
            return [*items[:at], *items[at + 1 :]]
    return list(items)
