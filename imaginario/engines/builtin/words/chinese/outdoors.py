"""Chinese words for who is outside or up on a tower: "外面下着雨", "书店门口", "窗外有一只鸟"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from ..index import Meaning, build
from ..items import beyond, is_alive, item_at
from ..lexicon import meaning as painted
from ..matching import Item
from ..plain.doorways import HALLS
from ..reader.reading import Reading
from . import doings

_OUT = frozenset({"外面", "外边", "外头"})
_AT_THE_DOOR = frozenset({"门外", "门外面", "大门外", "门口", "大门口", "门前", "大门前"})
_BEFORE = ("subject", "place", "unknown", "role", "scenery", "of-the", "name", "landmark")
_ADJECTIVES = ("count", "number", "color", "size", "trait", "mood", "of-the", "a", "the")
_INDOORS = HALLS | {"kitchen", "bathroom"}


def settled(items: Sequence[Item]) -> list[Item]:
    """The items with those who are outside of what has no front of its own on a street."""
    return _between(_upon_towers(_seen_through_a_window(_outside(_in_the_open(items)))))


def stand(r: Reading, item: Item) -> None:
    """Let all happen on the street before a place that has no drawing from outside; the person is told."""
    if item.raw not in r.unknown:
        r.unknown.append(item.raw)
    if r.scene.get("place", (0, ""))[0] < _STRENGTH:
        r.scene["place"] = (_STRENGTH, "street")
    r.pending = {}
    r.target = None
    r.end_of_phrase()


_STRENGTH = 3.0


def is_within(r: Reading) -> bool:
    """Whether all happens in a place and not before the building it is in: "博物馆里"."""
    where = after.options.get("relation") if (after := r.peek()) is not None else None
    return "place" in r.item.options and where is not None and where.id == "inside"


def pass_over(r: Reading, found: Meaning) -> None:
    """Leave out a place that another one is in, and tell of a room that all is beside: "幼儿园的操场上"."""
    if "subject" in r.item.options or painted("places", found.id) not in _INDOORS:
        r.excuse()


def is_seen(r: Reading) -> bool:
    """Whether a building stands in the place before it, and all happens around it: "街角的面包店"."""
    link, place, after = r.peek(-1), r.peek(-2), r.peek()
    if place is not None and place.kind == "relation":
        place = r.peek(-3)
    there = place is not None and place.kind == "place" and link is not None and link.has("of-the")
    return r.item.language == "zh" and there and not (after is not None and after.has("relation"))


def _in_the_open(items: Sequence[Item]) -> list[Item]:
    """Without an "外面" that is outside of nothing that was named, and the "在" before it."""
    found: list[Item] = []
    for at, item in enumerate(_in_full(items)):
        if item.raw in _OUT and found and found[-1].raw in _HOME and _is_weather(item_at(items, at + 1)):
            found.pop()  # "屋外下着雨"
        if item.raw in _OUT and not (found and found[-1].has(*_BEFORE)):
            if found and found[-1].raw in ("在", "到"):
                found.pop()
            continue
        alone = item.raw in ("门外", "门外面") and not (found and found[-1].has(*_BEFORE))
        if alone and _is_weather(item_at(items, at + 1)):
            continue
        if alone and (gate := _door()) is not None:
            found.append(gate)
        found.append(item)
    return found


def _in_full(items: Sequence[Item]) -> list[Item]:
    """With "外面" for the "外" behind what one may be outside of: "城堡外"."""
    found: list[Item] = []
    for item in items:
        behind = bool(found) and (_is_a_building(found[-1]) or found[-1].has("place"))
        out = item.raw == "外" and item.kind == "unknown" and behind
        found.append(Item.of("relation", "外面", "zh", "in_front_of") if out else item)
    return found


_HOME = frozenset({"屋", "屋子"})


def _is_weather(item: Item | None) -> bool:
    return item is not None and item.has("weather", "be")


def _door() -> Item | None:
    known = next((m for m in build().phrases.get("门", ()) if m.kind == "subject"), None)
    return Item("subject", "门", "zh", {"subject": known}) if known is not None else None


def _outside(items: Sequence[Item]) -> list[Item]:
    """With one item for a place and its "门口" where no building is drawn of it."""
    found: list[Item] = []
    for item in items:
        if item.raw in _OUT | _AT_THE_DOOR and len(found) > 1 and found[-1].has("of-the"):
            found.pop()  # "餐厅的门口"
        if item.raw in _OUT | _AT_THE_DOOR and found and _is_a_hall(found[-1]):
            found[-1] = replace(found[-1], kind="outside", options={})
        else:
            found.append(item)
    return found


def _is_a_hall(item: Item) -> bool:
    if "subject" in item.options:
        return False
    place = item.options.get("place")
    built = item.kind == "unknown" and bool(item.options)
    return built or (place is not None and painted("places", place.id) in _INDOORS)


def _seen_through_a_window(items: Sequence[Item]) -> list[Item]:
    """With who is told to be outside a window at that window: "窗外有一只鸟"."""
    found = list(items)
    for at in range(len(items) - 3, -1, -1):
        if found[at].raw != "窗外" or not _shows(item_at(found, at + 1)):
            continue
        noun = beyond(found, at + 2, _ADJECTIVES)
        if noun > at + 2 and doings.is_somebody(item_at(found, noun)):
            there = [Item("in", "在", "zh"), Item.of("relation", "窗边", "zh", "at_window")]
            found[noun + 1 : noun + 1] = there
            del found[at : at + 2]
    return found


def _shows(item: Item | None) -> bool:
    return item is not None and (item.raw in ("有", "是") or item.raw.endswith("着"))


def _upon_towers(items: Sequence[Item]) -> list[Item]:
    """With the castle itself for "城堡的塔楼上": its tower is drawn with it."""
    found: list[Item] = []
    for item in items:
        of_it = len(found) > 1 and found[-1].has("of-the") and _is_a_building(found[-2])
        if item.raw in _TOWERS and of_it:
            found.pop()
        elif item.raw in _TOWERS and found and _is_a_building(found[-1]):
            continue
        else:
            found.append(item)
    return found


_TOWERS = frozenset({"塔楼", "塔", "高塔", "塔顶", "城墙", "城楼"})


def _is_a_building(item: Item) -> bool:
    known = item.options.get("subject")
    return known is not None and vocabulary.load()[known.id].kind == "building"


def _between(items: Sequence[Item]) -> list[Item]:
    """With who is between two things beside the first of them: "床和窗户之间"."""
    found = list(items)
    at = next((n for n, item in enumerate(found) if item.raw in ("之间", "中间")), 0)
    link = next((n for n in range(at - 1, max(0, at - _REACH), -1) if found[n].kind == "and"), 0)
    there = any(i.raw.endswith("在") for i in found[max(0, link - _REACH) : link])
    if not link or not (_is_a_thing(found[link - 1]) or (there and is_alive(found[link - 1]))):
        return found
    beside = Item.of("relation", "之间", "zh", "between")
    end = next((n for n in range(at, len(found)) if found[n].has("comma", "stop.")), len(found))
    other = [Item("comma", ","), *found[link + 1 : at]]
    return [*found[:link], beside, *found[at + 1 : end], *other, *found[end:]]


_REACH = 5


def _is_a_thing(item: Item) -> bool:
    known = item.options.get("subject")
    return known is not None and not vocabulary.load()[known.id].alive
