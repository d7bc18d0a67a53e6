"""Spanish and Portuguese: who is on another's shoulders, led by the hand, or jumped over."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import beyond, is_alive, item_at, kind_of
from ..matching import Item

_BEFORE_NOUNS = ("a", "the", "size", "color", "trait", "count")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with where somebody is told as the reader knows it."""
    return _leapt(_by_the_hand(_carried(items)))


def _carried(items: Sequence[Item]) -> list[Item]:
    """With where somebody is for the "on the shoulders" of another: "a hombros de su padre"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        last = found[-1] if found else None
        whose = item_at(items, beyond(items, at + 1, _BEFORE_NOUNS))
        if last is not None and last.has("upon") and item.has("of") and is_alive(whose):
            found[-1] = Item.of("relation", f"{last.raw} {item.raw}", last.language, "on")
        else:
            found.append(item)
    return found


def _by_the_hand(items: Sequence[Item]) -> list[Item]:
    """With "with" for the one whose hand somebody holds: "un niño de la mano de su madre"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        deed = items[at - 1].options.get("undrawn") if at else None
        whose = item_at(items, beyond(items, at + 1, _BEFORE_NOUNS))
        held = deed is not None and deed.id == "holding-hands" and item.has("of") and is_alive(whose)
        found.append(Item.of("with", "con", item.language) if held else item)
    return found


_ELASTIC = frozenset(
    {"trampoline", "puddle", "drum", "leaf", "lily-pad", "rock", "cloud", "raft", "skateboard"}
)
"""What one jumps on, though it is no furniture."""


def _leapt(items: Sequence[Item]) -> list[Item]:
    """With "over" for the "sobre" of who jumps, where it is no bed: "un caballo saltando sobre una valla"."""
    found = list(items)
    for at, item in enumerate(items):
        deed = items[at - 1].options.get("action") if at else None
        noun = item_at(items, beyond(items, at + 1, _BEFORE_NOUNS))
        known = noun.options.get("subject") if noun is not None else None
        jumps = deed is not None and deed.id == "jump" and item.raw.lower() == "sobre"
        if jumps and known is not None and kind_of(noun) != "furniture" and known.id not in _ELASTIC:
            over = "por encima de" if item.language == "es" else "por cima de"
            found[at] = Item.of("relation", over, item.language, "over")
    return found
