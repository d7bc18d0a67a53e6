"""Who "he" is beside a bride: "una novia con vestido blanco y él con traje negro"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import item_at
from ..matching import Item

_OTHERS = {
    "bride": ("groom", frozenset({"he", "él", "ele"})),
    "groom": ("bride", frozenset({"she", "ella", "ela"})),
}


def named(items: Sequence[Item]) -> list[Item]:
    """The items with a noun for the one of a couple who is only "he" or "she" and is dressed."""
    found = list(items)
    for at, item in enumerate(items):
        after = item_at(items, at + 1)
        if not item.has("it") or after is None or not after.has("with", "in", "of", "wearing"):
            continue
        met = {i.options["subject"].id for i in items[:at] if "subject" in i.options}
        for known, (other, words) in _OTHERS.items():
            if known in met and other not in met and item.raw.lower() in words:
                found[at] = Item.of("subject", other, item.language, other)
    return found
