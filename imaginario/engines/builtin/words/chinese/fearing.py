"""Chinese: who is afraid of what: "怕打雷的小怪兽" is a scared monster, and there is thunder."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import item_at
from ..matching import Item

_AFRAID, _NOT = frozenset({"怕", "害怕"}), frozenset({"不", "没", "不再", "不会"})
_FAR = 4
"""Items between the fear and who has it."""
_DARK = ("color",)


def told(items: Sequence[Item]) -> list[Item]:
    """The items with each fear right before who has it, and none where nobody is afraid."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        if found[at].raw not in _AFRAID or not found[at].has("trait"):
            continue
        before = item_at(found, at - 1)
        if before is not None and before.raw in _NOT:
            del found[at - 1 : at + 1]
            continue
        of = next((n for n in range(at + 1, min(at + _FAR, len(found))) if found[n].has("of-the")), -1)
        after = item_at(found, of + 1) if of > at + 1 else None
        if after is None and before is not None and before.has("subject", "role"):
            found[at - 1 : at + 1] = [found[at], before]  # "小猫怕打雷"
            continue
        if after is None or any(i.has("comma", "stop.", "subject") for i in found[at + 1 : of]):
            continue
        dreaded = [i for i in found[at + 1 : of] if not i.has(*_DARK)]  # "怕黑" tells of no colour
        found[at : of + 1] = [*dreaded, *([found[of]] if dreaded else []), found[at]]
    return found
