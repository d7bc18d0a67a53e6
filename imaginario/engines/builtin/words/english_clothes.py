"""English clothes made plain before they are read: a "yellow lab coat" is no labrador's."""

from __future__ import annotations

from collections.abc import Sequence

from . import english_senses
from .items import item_at
from .matching import Item


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with clothes put as the reader knows them."""
    return english_senses.plain(_lab_coats(items))


def _lab_coats(items: Sequence[Item]) -> list[Item]:
    """With a colour and a lab coat for "yellow lab" and "coat"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        word, after = item.raw.lower(), item_at(items, at + 1)
        coat = after is not None and after.raw.lower() in ("coat", "coats")
        if coat and after is not None and word in ("yellow lab", "black lab", "chocolate lab"):
            color = {"chocolate": "brown"}.get(word.split()[0], word.split()[0])
            found.append(Item.of("color", word.split()[0], "en", color))
        elif found and word in ("coat", "coats") and items[at - 1].raw.lower().endswith(" lab"):
            found.append(Item.of("garment", f"lab {item.raw}", "en", "lab-coat"))
        else:
            found.append(item)
    return found
