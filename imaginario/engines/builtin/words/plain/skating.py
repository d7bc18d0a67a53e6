"""Skates with blades for who skates where there is ice: "skating on a frozen pond", "patinando no gelo"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..matching import Item

_ICE = frozenset({
    "ice", "icy", "frozen", "rink", "pond", "lake", "gelo", "congelado", "congelada", "gelado", "gelada",
    "hielo", "helada", "冰", "冰面", "冰上", "结冰",
})  # fmt: skip
_SKATING = frozenset(map(key, {
    "skating", "skates", "skate", "patinando", "patina", "patinam", "patinar", "patinan", "滑",
}))  # fmt: skip
_ACTIVITY = "activity"


def plain(items: Sequence[Item]) -> list[Item]:
    """With ice skating for the skating of a text that tells of ice."""
    if not any(_ICE & set(item.raw.lower().split()) for item in items):
        return list(items)
    return [
        _on_ice(item) if key(item.raw) in _SKATING and _ACTIVITY in item.options else item for item in items
    ]


def _on_ice(item: Item) -> Item:
    told = {_ACTIVITY: item.options[_ACTIVITY]._replace(id="ice-skating")}
    return Item(_ACTIVITY, item.raw, item.language, told)
