"""Where it is dark it is night: "a dark kitchen", "uma rua escura", "昏暗的厨房"."""

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


def told(items: Sequence[Item]) -> list[Item]:
    """The items with the hour for a place that is dark, where no other is told."""
    if any(item.has("time", "sky") for item in items):
        return list(items)
    return [_night(item) if _is_of_a_place(items, at) else item for at, item in enumerate(items)]


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
