"""A table with a cloth on it is one thing: "a table with a red tablecloth", "铺着红色桌布的桌子"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..index import Meaning
from ..matching import Item

_TABLE, _CLOTH = "table", "tablecloth"
_ON = Meaning("relation", "on", "zh", "上")


def spread(items: Sequence[Item]) -> list[Item]:
    """The items, with the covered table in place of the table and its cloth, and a family told of once."""
    items = [item for at, item in enumerate(items) if at == 0 or not _is_counted(items[at - 1], item)]
    found: list[Item] = []
    at = 0
    while at < len(items):
        cloth, taken = _covered(items, at) or ([items[at]], 1)
        found += cloth
        at += taken
    return found


_FAMILIES = ("família de", "familia de", "family of")


def _is_counted(family: Item, people: Item) -> bool:
    """Whether a word only tells of whom there are so many in the family: "família de cinco pessoas"."""
    folk = people.options.get("scenery")
    counted = family.raw.lower().startswith(_FAMILIES) and "scenery" in family.options
    return counted and folk is not None and folk.id == "person"


def _is(items: Sequence[Item], at: int, ident: str) -> bool:
    meaning = items[at].options.get("subject") if at < len(items) else None
    return meaning is not None and meaning.id == ident


def _is_a_cloth(items: Sequence[Item], at: int) -> bool:
    """Whether a towel or a picnic blanket is told that lies on a table."""
    return at < len(items) and key(items[at].raw).startswith("toalha") and "subject" in items[at].options


def _covered(items: Sequence[Item], at: int) -> tuple[list[Item], int] | None:
    if _is(items, at, _CLOTH) and at + 2 < len(items) and items[at + 1].has("of-the"):
        there = items[at + 2]
        if there.raw.endswith("上") and "place" in there.options and there.options["place"].id == _TABLE:
            return [items[at], Item("relation", "上", "zh", {"relation": _ON})], 3
        return ([items[at]], 3) if _is(items, at + 2, _TABLE) else None
    end = at + 1
    while end < len(items) and items[end].kind == "filler":
        end += 1  # "mesa posta com toalha"
    if not _is(items, at, _TABLE) or end >= len(items) or not items[end].has("with"):
        return None
    end += 1
    if end < len(items) and items[end].has("a", "the"):
        end += 1
    colors = end
    while end < len(items) and items[end].kind in ("color", "trait"):
        end += 1
    if not (_is(items, end, _CLOTH) or _is_a_cloth(items, end)):
        return None
    return [*items[colors:end], *_as_a_cloth(items[end])], end + 1 - at


def _as_a_cloth(item: Item) -> list[Item]:
    """The cloth of a table, with the pattern that its word tells of: "toalha xadrez"."""
    if _is([item], 0, _CLOTH):
        return [item]
    checkered = [Item.of("trait", "xadrez", item.language, "checkered")] if "xadrez" in key(item.raw) else []
    return [Item.of("subject", "toalha de mesa", item.language, _CLOTH), *checkered]
