"""Spanish and Portuguese "café": a drink, a colour, or the place where it is served."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..fold import key
from ..index import Meaning
from ..items import is_alive, item_at, kind_of
from ..matching import Item

_MEALS = frozenset({"da manha", "da tarde"})
_ARTICLES = frozenset({"un", "um", "el", "o", "do", "del"})
_PARTS = frozenset({"mesa", "mesas", "mesinha", "mesita", "terraza", "terraca", "barra", "balcao"})


def plain(items: Sequence[Item]) -> list[Item]:
    """With the place for "en el café" and "la mesa de un café", and the drink for "sirviendo café"."""
    found = list(items)
    for at, item in enumerate(items):
        if key(item.raw) != "cafe" or item.language not in ("es", "pt"):
            continue
        drink = item.options.get("subject")
        if _is_where(items, at):
            place = Meaning("place", "cafe", item.language, item.raw)
            found[at] = Item("place", item.raw, item.language, {"place": place})
            start = at - 1 if items[at - 1].raw.lower() in ("do", "del") else at - 2
            if key(items[start - 1].raw) in _PARTS:
                found[start] = Item.of("in", "em", item.language)
        elif drink is not None and at and items[at - 1].has("undrawn", "action", "activity"):
            found[at] = replace(item, kind="subject", options={"subject": drink})
    return found


def _is_somebody(item: Item) -> bool:
    """Cream in coffee is in no café."""
    return item.has("scenery", "name") or is_alive(item)


def _is_where(items: Sequence[Item], at: int) -> bool:
    """Whether somebody is in it, or at one of its tables."""
    after, before = item_at(items, at + 1), items[at - 1].raw.lower() if at else ""
    served = after is not None and (key(after.raw) in _MEALS or after.raw.lower() in ("da", "com", "con"))
    if served or not at:
        return False
    if before == "num" or (before == "no" and any(_is_somebody(i) for i in items[:at])):
        return True
    start = at - 1 if before in ("do", "del") else at - 2
    if before not in _ARTICLES or start < 1:
        return False
    if key(items[start - 1].raw) in _PARTS and items[start].has("of"):
        return True
    return items[start].raw.lower() in ("en", "em") and not any(kind_of(i) == "food" for i in items[:start])
