"""A roof is that of the house that is told of: "two crows on the roof, a snowman in front of the house"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..fold import key
from ..index import Meaning
from ..items import beyond, item_at, kind_of
from ..matching import Item

_ROOFS = ("roof", "rooftop", "techo", "tejado", "telhado", "teto", "屋顶", "房顶", "屋顶上", "房顶上")
_LATIN, _OF = _ROOFS[:6], ("of", "de", "do", "da")
_FARM, _BARN = "farm", "barn"
_TOLD = ("a", "the", "color", "size", "trait")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with the building itself for a roof that somebody is on."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        if not _is_roof(found[at]):
            continue
        noun = beyond(found, at + 2, _TOLD)
        link, owner = item_at(found, at + 1), _building(item_at(found, noun))
        if found[at].has("relation") and _building(after := item_at(found, beyond(found, at + 1, _TOLD))):
            found[beyond(found, at + 1, _TOLD)] = _building(after) or found[at]
        elif link is not None and link.has("of") and owner is not None and _is_stood_on(found, at):
            found[at : noun + 1] = [*found[at + 2 : noun], owner]
        elif not any(_is_a_house(i) for i in found[:at]):
            house = next((i for i in found[at + 1 :] if _is_a_house(i)), None)
            if house is not None and found[at].has("upon", "place"):
                found[at : at + 1] = _upon(house, found[at])
    return found


def _is_roof(item: Item) -> bool:
    word = key(item.raw)
    if item.has("relation"):
        return any(f"{roof} {of}" in word for roof in _LATIN for of in _OF)
    return item.has("upon", "place", "scenery") and word.rpartition(" ")[2] in _ROOFS


def _is_stood_on(items: Sequence[Item], at: int) -> bool:
    """Whether somebody is said to be upon it."""
    before = item_at(items, beyond(items, at - 1, ("the", "a"), -1))
    return before is not None and before.has("relation", "on", "in")


def _building(item: Item | None) -> Item | None:
    """The item with nothing but the building it names, the barn for a farm."""
    if item is None:
        return None
    place = item.options.get("place")
    if place is not None and place.id == _FARM and "subject" not in item.options:
        barn = Meaning("subject", _BARN, item.language, item.raw)
        return replace(item, kind="subject", options={"subject": barn})
    if not _is_a_house(item):
        return None
    return replace(item, kind="subject", options={"subject": item.options["subject"]})


def _is_a_house(item: Item) -> bool:
    return kind_of(item) == "building"


def _upon(house: Item, roof: Item) -> list[Item]:
    thing = replace(house, kind="subject", options={"subject": house.options["subject"]})
    if roof.language == "zh":
        return [thing, Item.of("relation", "上", "zh", "on")]
    return [Item.of("relation", "on", roof.language, "on"), Item("the", "the", roof.language), thing]
