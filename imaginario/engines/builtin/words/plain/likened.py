"""What something only looks like does nothing: "an island that looks like a sleeping turtle"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import beyond, by_rules, item_at
from ..matching import Item

_LIKE = (
    "look",
    "shaped",
    "in the shape",
    "resembl",
    "parec",
    "que parece",
    "con forma",
    "em forma",
    "像",
    "好像",
)
_DESCRIBING = ("a", "the", "color", "size", "trait")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items without the deeds of those that are only likenesses."""
    return by_rules(items, (_idle,))


def _idle(found: list[Item], at: int) -> None:
    if found[at].kind != "like" or not found[at].raw.lower().startswith(_LIKE):
        return
    first = beyond(found, at + 1, _DESCRIBING)
    deed = item_at(found, first)
    if deed is not None and deed.has("action") and not deed.has("subject"):
        link = item_at(found, first + 1)
        end = first + 1 + (link is not None and link.has("of-the"))
        noun = item_at(found, beyond(found, end, _DESCRIBING))
        if noun is not None and noun.has("subject", "role"):
            del found[first:end]
        return
    behind = item_at(found, first + 1)
    if deed is not None and deed.has("subject") and behind is not None and behind.kind == "action":
        del found[first + 1]
