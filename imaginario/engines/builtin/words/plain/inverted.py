"""Where somebody is, told before who it is: "on a park bench sits a scarecrow"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import beyond, is_alive, item_at, kind_of
from ..lexicon import meaning as painted
from ..matching import Item

_WHERE = ("in", "on", "relation")
_LITTLE = ("a", "the", "count", "number", "color", "size", "trait", "mood", "place")
_RESTING = frozenset({"sit", "sleep"})
_SEATS = ("furniture", "thing", "vehicle", "building", "plant", "instrument")


def plain(items: Sequence[Item]) -> list[Item]:
    """With who sits there first: "a scarecrow sits on a park bench"."""
    if told := _seat_first(items) or _all_of_them(items):
        return told
    verb = _verb(items)
    who = _noun(items, verb + 1) if verb else 0
    if not who or not items[verb + 1].has("a", "the", "count", "number"):
        return list(items)
    last = who
    while (after := item_at(items, last + 1)) is not None and after.has("color", "trait", "size"):
        last += 1
    return [*items[verb + 1 : last + 1], items[verb], *items[:verb], *items[last + 1 :]]


def _seat_first(items: Sequence[Item]) -> list[Item]:
    """With the seat last in "on the chair a cat sits"; nothing where it is told otherwise."""
    if not items or items[0].language == "zh" or not items[0].has("in", "on"):
        return []
    seat = beyond(items, 1, _LITTLE)
    start = beyond(items, seat + 1, ("color", "trait", "size", "comma"))
    who = _noun(items, start)
    deed = item_at(items, who + 1) if who else None
    found = deed.options.get("action") if deed is not None else None
    rests = found is not None and painted("actions", found.id) in _RESTING
    told = kind_of(item_at(items, seat)) in _SEATS and rests and items[start].has("a", "the", "count")
    where = [item for item in items[:start] if item.kind != "comma"]
    return [*items[start : who + 2], *where, *items[who + 2 :]] if told else []


def _all_of_them(items: Sequence[Item]) -> list[Item]:
    """With the place last in "under the tree a boy and a girl read", so that both are there; else nothing."""
    if not items or items[0].language == "zh" or not items[0].has(*_WHERE):
        return []
    seat = beyond(items, 1, _LITTLE)
    start = end = at = beyond(items, seat + 1, ("color", "trait", "size", "comma"))
    told = 0
    while _opens(item_at(items, at)) and (who := _noun(items, at)):
        told, end = told + 1, beyond(items, who + 1, ("color", "trait", "size"))
        at = beyond(items, end, ("and", "comma"))
        if at == end:
            break
    if told < _SEVERAL or kind_of(item_at(items, seat)) not in (*_SEATS, "sky"):
        return []
    where = [item for item in items[:start] if item.kind != "comma"]
    return [*items[start:end], *where, *items[end:]]


_SEVERAL = 2


def _opens(item: Item | None) -> bool:
    return item is not None and item.has("a", "the", "count", "number")


def _verb(items: Sequence[Item]) -> int:
    """Where the deed of an opening such as "on a bench sits" is; 0 where there is none."""
    if not items or items[0].language == "zh" or not items[0].has(*_WHERE):
        return 0
    at = beyond(items, 1, _LITTLE)
    seat, at = (
        item_at(items, at),
        beyond(items, at + 1, ("color", "trait", "size")),
    )  # "en la silla roja duerme"
    if (of := item_at(items, at)) is not None and of.has("of") and _is_place(item_at(items, at + 1)):
        at += 2  # "na cadeira da biblioteca"
    deed = item_at(items, at)
    found = deed.options.get("action") if deed is not None else None
    rests = found is not None and painted("actions", found.id) in _RESTING
    return at if kind_of(seat) in _SEATS and rests else 0


def _is_place(item: Item | None) -> bool:
    return item is not None and item.has("place", "place?")


def _noun(items: Sequence[Item], at: int) -> int:
    """Where the living noun is to which the articles and adjectives from `at` on lead; 0 for none."""
    at = beyond(items, at, _LITTLE)
    item = item_at(items, at)
    if item is not None and item.language == "en" and item.has("size") and is_alive(item_at(items, at + 1)):
        at += 1  # "a giant troll" is one
    return at if is_alive(item_at(items, at)) else 0
