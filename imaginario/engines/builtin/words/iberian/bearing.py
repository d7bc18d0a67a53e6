"""Spanish and Portuguese: who is on another's shoulders, led by the hand, or jumped over."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import beyond, by_rules, is_alive, item_at, kind_of
from ..matching import Item

_BEFORE_NOUNS = ("a", "the", "size", "color", "trait", "count")
_WITH = {"pt": "com", "es": "con"}
_OVER = {"pt": "por cima de", "es": "por encima de"}


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with where somebody is told as the reader knows it."""
    return by_rules(items, (_carried, _by_the_hand, _leapt))


def _noun(items: Sequence[Item], at: int) -> Item | None:
    """The noun that a word at an index leads to."""
    return item_at(items, beyond(items, at + 1, _BEFORE_NOUNS))


def _carried(items: list[Item], at: int) -> None:
    """Who is "a hombros de su padre" or "nos ombros do pai" is on him."""
    upon, of = items[at], item_at(items, at + 1)
    if of is not None and upon.has("upon") and of.has("of") and is_alive(_noun(items, at + 1)):
        items[at : at + 2] = [Item.of("relation", f"{upon.raw} {of.raw}", upon.language, "on")]


def _by_the_hand(items: list[Item], at: int) -> None:
    """Who is "de la mano de su madre" holds hands with her."""
    holding, of = items[at].options.get("undrawn"), item_at(items, at + 1)
    held = holding is not None and holding.id == "holding-hands" and of is not None and of.has("of")
    if held and is_alive(_noun(items, at + 1)):
        items[at + 1] = Item.of("with", _WITH.get(of.language, "con"), of.language)


_ELASTIC = frozenset(
    {"trampoline", "puddle", "drum", "leaf", "lily-pad", "rock", "cloud", "raft", "skateboard"}
)
"""What one jumps on, though it is no furniture."""


def _leapt(items: list[Item], at: int) -> None:
    """Who is "saltando sobre una valla" is over it, where it is no bed."""
    deed, upon = items[at].options.get("action"), item_at(items, at + 1)
    if deed is None or deed.id != "jump" or upon is None or upon.raw.lower() != "sobre":
        return
    noun = _noun(items, at + 1)
    known = noun.options.get("subject") if noun is not None else None
    if known is not None and kind_of(noun) != "furniture" and known.id not in _ELASTIC:
        over = _OVER.get(upon.language, _OVER["es"])
        items[at + 1] = Item.of("relation", over, upon.language, "over")
