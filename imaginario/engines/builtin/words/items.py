"""What the passes that make items plain ask of them."""

from __future__ import annotations

from collections.abc import Sequence

from .. import vocabulary
from .matching import Item

POSSESSIVES = frozenset({"his", "her", "its", "my", "your", "their"})
"""English words for whose something is."""


def item_at(items: Sequence[Item], at: int) -> Item | None:
    """The item at an index; None beyond the ends."""
    return items[at] if 0 <= at < len(items) else None


def number_of(item: Item) -> int:
    """The number that a count or digits say; 0 where the item says none."""
    if item.kind == "number":
        return int(item.raw) if item.raw.isdigit() else 0
    said = item.options.get("count")
    return int(said.id) if said is not None and said.id.isdigit() else 0


def kind_of(item: Item | None) -> str:
    """The kind ("animal", "food", "person") of the subject an item may name; empty where it names none."""
    meaning = item.options.get("subject") if item is not None else None
    return vocabulary.load()[meaning.id].kind if meaning is not None else ""
