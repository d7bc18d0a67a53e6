"""Where somebody is, told before who it is: "on a park bench sits a scarecrow"."""

from __future__ import annotations

from collections.abc import Sequence

from .items import beyond, is_alive, item_at, kind_of
from .lexicon import meaning as painted
from .matching import Item

_WHERE = ("in", "on", "relation")
_LITTLE = ("a", "the", "count", "number", "color", "size", "trait", "mood", "place")
_RESTING = frozenset({"sit", "sleep"})
_SEATS = ("furniture", "thing", "vehicle", "building", "plant")


def plain(items: Sequence[Item]) -> list[Item]:
    """With who sits there first: "a scarecrow sits on a park bench"."""
    verb = _verb(items)
    who = _noun(items, verb + 1) if verb else 0
    if not who or not items[verb + 1].has("a", "the", "count", "number"):
        return list(items)
    last = who
    while (after := item_at(items, last + 1)) is not None and after.has("color", "trait", "size"):
        last += 1
    return [*items[verb + 1 : last + 1], items[verb], *items[:verb], *items[last + 1 :]]


def _verb(items: Sequence[Item]) -> int:
    """Where the deed of an opening such as "on a bench sits" is; 0 where there is none."""
    if not items or items[0].language == "zh" or not items[0].has(*_WHERE):
        return 0
    at = beyond(items, 1, _LITTLE)
    deed = item_at(items, at + 1)
    found = deed.options.get("action") if deed is not None else None
    rests = found is not None and painted("actions", found.id) in _RESTING
    return at + 1 if kind_of(item_at(items, at)) in _SEATS and rests else 0


def _noun(items: Sequence[Item], at: int) -> int:
    """Where the living noun is to which the articles and adjectives from `at` on lead; 0 for none."""
    at = beyond(items, at, _LITTLE)
    return at if is_alive(item_at(items, at)) else 0
