"""Who gives something to eat to somebody holds it out to them: "giving corn to the hens", "dando milho"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..vocabulary import load
from .index import Meaning
from .matching import Item

_BETWEEN = ("a", "the", "count", "number", "color", "size", "trait")
_GIVING, _OFFERING = "giving", "offer"
_EDIBLE = frozenset({"food", "plant"})


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with an offer for each giving of what is eaten."""
    return [_offer(item) if _gives(items, at) else item for at, item in enumerate(items)]


def _gives(items: Sequence[Item], at: int) -> bool:
    deed = items[at].options.get("undrawn")
    if deed is None or deed.id != _GIVING or at == 0:
        return False
    gift = next((i for i in items[at + 1 :] if not i.has(*_BETWEEN) or i.has("subject")), None)
    found = gift.options.get("subject") if gift is not None else None
    return found is not None and load()[found.id].kind in _EDIBLE


def _offer(item: Item) -> Item:
    known = item.options["undrawn"]
    return replace(
        item, options={"action": Meaning("action", _OFFERING, known.language, item.raw)}, kind="action"
    )
