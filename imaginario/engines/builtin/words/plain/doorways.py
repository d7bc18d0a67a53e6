"""Doors, gates and entrances of a building: who waits at one of them is in front of the building."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import item_at, kind_of
from ..lexicon import meaning as painted
from ..matching import Item

HALLS = frozenset({
    "room", "shop", "office", "cafe", "gym", "museum", "library", "laboratory", "bakery", "tavern", "bedroom",
    "stage", "workshop", "greenhouse", "station", "classroom", "hospital", "church", "temple", "barn",
    "cabin", "tower", "train-carriage", "circus", "cinema", "airport", "hallway", "attic", "garage",
    "airplane-cabin", "bus-interior", "barbershop",
})  # fmt: skip
"""Places that cannot be seen from outside."""
_DOORS = frozenset({"door", "gate"})
_ENTRANCES = frozenset({
    "entrance", "entrances", "doorway", "doorstep", "doorsteps", "front steps", "entryway", "entrada",
    "portão", "portões", "portal", "porta", "puerta", "portón", "saída", "salida", "exit",
})  # fmt: skip
_OWN = frozenset({"castle", "door", "gate", "bridge", "tent", "haunted-house"})
"""Buildings whose door or gate is a sight of its own."""
_AT = ("in", "on", "relation")


def plain(items: Sequence[Item]) -> list[Item]:
    """With "in front of the school" for "at the school gate" and "na porta da escola"."""
    found = _steps(items)
    for at in range(len(found) - 1, -1, -1):
        if at < len(found) and _is_door(found[at]) and (span := _span(found, at)) is not None:
            start, of, end = span
            before = Item.of("relation", "in front of", found[at].language, "in_front_of")
            found[start:end] = [before, *found[of : of + 1]]
    return found


def _steps(items: Sequence[Item]) -> list[Item]:
    """With the steps "in front of the museum" for "the steps of the museum"."""
    found = list(items)
    for at, item in enumerate(items[:-1]):
        known = item.options.get("subject")
        of = at + 1
        if known is None or known.id != "stairs" or not items[of].has("of") or item.language == "zh":
            continue
        house = of + 1
        while house < len(items) - 1 and items[house].has("a", "the", "color", "size", "trait"):
            house += 1
        if house < len(items) and _is_house(items[house]):
            found[of] = Item.of("relation", "in front of", item.language, "in_front_of")
    return found


def _is_door(item: Item) -> bool:
    known = item.options.get("subject")
    named = known is not None and known.id in _DOORS
    return item.language != "zh" and (named or item.raw.lower() in _ENTRANCES)


def _span(items: Sequence[Item], door: int) -> tuple[int, int, int] | None:
    """Where the preposition, the building, and what follows are; None where it is nobody's door."""
    link = item_at(items, door + 1)
    if link is not None and link.has("of"):
        of = door + 2
        of += of < len(items) and items[of].has("the", "a")
        first, end = door - 1, of + 1
    else:
        of, first, end = door - 1, door - 2, door + 1
    if not 0 <= of < len(items) or not _is_house(items[of]):
        return None
    while first >= 0 and items[first].has("the") and not _says_at(items[first]):
        first -= 1
    if first < 0 or not (items[first].has(*_AT) or _says_at(items[first])):
        return None
    return first, of, end


def _says_at(item: Item) -> bool:
    """Spanish "a la entrada", Portuguese "à porta"."""
    return item.raw.lower() in ("a", "à", "ao") and item.language in ("es", "pt")


def _is_house(item: Item) -> bool:
    known, place = item.options.get("subject"), item.options.get("place")
    if known is not None and kind_of(item) == "building":
        return known.id not in _OWN
    return place is not None and painted("places", place.id) in HALLS
