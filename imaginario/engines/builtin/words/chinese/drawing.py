"""Chinese: who draws whom. "画" asks for a picture, but is a deed of who stands before it: "女画家画猫"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..index import build
from ..matching import Item

_ASKED = ("给", "帮", "为", "请", "替")
_BETWEEN = ("count", "number", "color", "size", "trait", "a", "of-the")


def told(items: Sequence[Item]) -> list[Item]:
    """The items with a deed for each "画" of somebody who stands before it, and of what stands behind."""
    return [_deed(item) if _is_done(items, at) else item for at, item in enumerate(items)]


def _is_done(items: Sequence[Item], at: int) -> bool:
    item, before = items[at], items[:at]
    if not (item.has("stop") and item.raw.startswith("画")) or any(i.raw.startswith(_ASKED) for i in before):
        return False
    after = next((i for i in items[at + 1 :] if not i.has(*_BETWEEN) or i.has("subject", "role")), None)
    whom = after is not None and after.has("subject", "role")
    return whom and any(i.has("subject", "role", "scenery") for i in before)


def _deed(item: Item) -> Item:
    found = next(m for m in build().meanings("画画") if m.kind == "action")
    return replace(item, options={"action": found}, kind="action")
