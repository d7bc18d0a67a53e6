"""Where it is dark it is night, and twins are two: "a dark kitchen", "uma rua escura", "twin girls"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..items import beyond, item_at
from ..matching import Item

_DARK = frozenset(map(key, {
    "dark", "dim", "pitch dark", "gloomy", "escuro", "escura", "escuros", "escuras", "oscuro", "oscura",
    "oscuros", "oscuras", "黑暗的", "黑暗", "昏暗的", "昏暗", "漆黑的", "漆黑", "阴暗的", "阴暗",
}))  # fmt: skip
_BETWEEN = ("color", "size", "trait", "mood", "of-the")
_NIGHT = {"en": "night", "pt": "noite", "es": "noche", "zh": "夜晚"}
_TWO = {"en": "two", "pt": "dois", "es": "dos", "zh": "两个"}


def told(items: Sequence[Item]) -> list[Item]:
    """The items with the hour for a place that is dark, and with a number before twins without one."""
    found = list(items)
    if not any(item.has("time", "sky") for item in found):
        found = [_night(item) if _is_of_a_place(found, at) else item for at, item in enumerate(found)]
    return _counted(found)


def _is_of_a_place(items: Sequence[Item], at: int) -> bool:
    where = _noun(items, at) if key(items[at].raw) in _DARK else None
    return where is not None and where.has("place", "place?") and not where.has("subject")


def _noun(items: Sequence[Item], at: int) -> Item | None:
    """What the quality is said of: what stands before it in Portuguese and Spanish, else behind it."""
    if not items[at].has("filler", "unknown", "color", "trait"):
        return None
    if items[at].language in ("pt", "es"):
        return item_at(items, beyond(items, at - 1, _BETWEEN, -1))
    return item_at(items, beyond(items, at + 1, _BETWEEN))


def _night(item: Item) -> Item:
    return Item.of("time", _NIGHT.get(item.language, "night"), item.language, "night")


def _counted(items: Sequence[Item]) -> list[Item]:
    """With "two" for twins of whom no number is told."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        twin, noun = found[at].options.get("trait"), at
        if twin is None or twin.id != "twin":
            continue
        behind = found[at].language in ("pt", "es")
        near = item_at(found, at - 1 if behind else at + 1)
        noun = at - 1 if behind else at
        named = near is not None and near.has("subject", "role")
        several = named and any(m.plural for m in near.options.values())
        before = item_at(found, noun - 1)
        if several and not (before is not None and before.has("count", "number", "size", "color", "trait")):
            start = noun - 1 if before is not None and before.has("the", "a") else noun
            found[start:noun] = [
                Item.of("count", _TWO.get(found[at].language, "two"), found[at].language, "2")
            ]
    return found
