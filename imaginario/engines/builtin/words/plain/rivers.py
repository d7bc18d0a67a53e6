"""Who crosses a bridge is on it ("火车开过大桥"), and the bank of a river is no house."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..items import beyond, item_at
from ..matching import Item

_BRIDGE, _DEED = "bridge", "crossing"
_TOLD = ("a", "the", "color", "size", "trait", "count", "number")
_PASSING = frozenset({"passing", "passes", "going", "passando", "passa", "pasando", "pasa", "经过", "通过"})


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with the place for the deed: "a car on a bridge"."""
    found = _without_banks(items)
    for at in range(len(found) - 1, -1, -1):
        item = found[at]
        noun = beyond(found, at + 1, _TOLD)
        if _is_crossing(item) and _is_bridge(item_at(found, noun)):
            if item.language == "zh":
                there = Item.of("relation", "上", "zh", "on")
                found[at : noun + 1] = [Item("in", "在", "zh"), *found[at + 1 : noun + 1], there]
            else:
                found[at] = Item.of("relation", item.raw, item.language, "on")
        elif at and item.raw.lower() in _PASSING and _leads_to_a_bridge(found, at):
            del found[at]
        elif _is_bridge(item_at(found, noun)) and item.has("relation"):
            first, _, where = item.raw.partition(" ")
            found[at] = replace(item, raw=where) if where and first.lower() in _PASSING else item
    return found


_BANKS = frozenset({"bank", "banks", "margem", "margens", "orilla", "ribera"})
_WATERS = frozenset({"river", "lake", "stream", "pond", "sea"})


def _without_banks(items: Sequence[Item]) -> list[Item]:
    """The items without the bank of a river or lake, where everybody stands anyway."""
    found = list(items)
    waters = any((place := i.options.get("place")) is not None and place.id in _WATERS for i in items)
    for at in range(len(found) - 1, 0, -1):
        if not waters or at >= len(found) or found[at].raw.lower() not in _BANKS:
            continue
        start = at - 1 if found[at - 1].has("the", "a") else at
        of, where = item_at(found, at + 1), found[start - 1] if start else None
        if of is not None and of.has("of") and where is not None and where.has("on", "in", "relation"):
            del found[start : at + 2]
        elif where is not None and where.has("on", "in"):
            del found[start - 1 : at + 1]
    return found


def _is_crossing(item: Item) -> bool:
    deed = item.options.get("undrawn")
    return deed is not None and deed.id == _DEED


def _is_bridge(item: Item | None) -> bool:
    named = item.options.get("subject") if item is not None else None
    return named is not None and named.id == _BRIDGE


def _leads_to_a_bridge(items: Sequence[Item], at: int) -> bool:
    """Whether it only says that somebody goes over or under a bridge, where they are seen."""
    where = item_at(items, at + 1)
    there = where is not None and where.has("relation", "on")
    return there and _is_bridge(item_at(items, beyond(items, at + 2, _TOLD)))
