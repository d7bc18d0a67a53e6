"""What has the form of a star shows no stars: "a star-shaped cookie", "星星形状的饼干"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import item_at
from ..matching import Item

_SHAPED = frozenset({"shaped", "形状", "形"})


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with one told word for a form that the sky has a word for."""
    found: list[Item] = []
    for at, item in enumerate(items):
        after = item_at(items, at + 1)
        if item.raw.lower() in _SHAPED and found and found[-1].kind == "unknown":
            continue
        formed = after is not None and after.raw.lower() in _SHAPED and item.has("sky", "weather")
        if formed and after is not None:
            blank = "-" if item.language == "en" else ""
            found.append(Item("unknown", f"{item.raw}{blank}{after.raw}", item.language))
        else:
            found.append(item)
    return found
