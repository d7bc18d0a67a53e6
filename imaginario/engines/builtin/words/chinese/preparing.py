"""Chinese items made plain before they are read: hours of the clock, slips, houses that are called places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from ..index import Meaning, build
from ..items import is_alive, item_at, kind_of
from ..matching import Item
from . import (
    bearing,
    doings,
    everyday,
    handling,
    kin,
    outdoors,
    putting,
    retold,
    reworded,
    seeming,
    serial,
    spoken,
    vessels,
)
from .compounds import first_part
from .folk import told
from .groups import apart
from .wording import settled

_LOCALISERS = "上里中内下"
_TABLES = ("桌上", "桌子上", "书桌上", "餐桌上", "木桌上", "茶几上")
_BOUNDS = ("comma", "stop.", "stop")
_SMALL_HOURS = 4
"""Until four o'clock "凌晨" is the middle of the night, and no dawn yet."""


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what only Chinese writes so put as the reader knows it."""
    typed = _mounted(_on_the_way(bearing.told(handling.told(seeming.told(_typed(items))))))
    settled_words = settled(_toys(_grown(_poured(_greens(_one_for_always(_clocks(typed)))))))
    everyday_words = everyday.told(vessels.told(spoken.told(settled_words)))
    in_clauses = putting.told(serial.told(kin.told(everyday_words)))
    worded = doings.told(retold.told(reworded.told(in_clauses)))
    return apart(_houses(told(outdoors.settled(worded))))


_SPELLED = {"yi": "1", "liang": "2", "er": "2", "san": "3", "si": "4", "wu": "5"}
_TELLING = ("trait", "mood", "color", "size", "filler")
_MEASURES = frozenset("只个条头匹辆朵座位名双")


def _typed(items: Sequence[Item]) -> list[Item]:
    """With the number for one typed in Latin letters, and "的" for the "滴" of chats: "yi只可爱滴猫"."""
    found = list(items)
    for at, item in enumerate(items):
        before, after = item_at(items, at - 1) if at else None, item_at(items, at + 1)
        if after is not None and after.raw[:1] in _MEASURES and item.raw.lower() in _SPELLED:
            found[at] = Item.of("count", item.raw, "zh", _SPELLED[item.raw.lower()])
        elif item.raw == "滴" and before is not None and before.has(*_TELLING, "garment", "hat"):
            found[at] = Item("of-the", "的", "zh")
    return found


def _on_the_way(items: Sequence[Item]) -> list[Item]:
    """With the building for where somebody goes, who is not there yet: "骑自行车去学校"."""
    found = list(items)
    for at, item in enumerate(items[:-1]):
        there = items[at + 1]
        if item.raw in ("去", "往") and there.has("place") and kind_of(there) == "building":
            found[at] = Item("stop", item.raw, "zh")
            found[at + 1] = replace(there, kind="subject", options={"subject": there.options["subject"]})
    return found


def _mounted(items: Sequence[Item]) -> list[Item]:
    """With a comma behind the mount where the next one acts at once: "唐僧骑白马孙悟空走在前面"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        rides = any(i.has("action") and i.options["action"].id == "ride" for i in items[max(0, at - 3) : at])
        after = item_at(items, at + 1)
        acts = after is not None and after.has("action", "undrawn", "activity")
        mount = found[-1] if found else None
        if rides and acts and is_alive(item) and kind_of(mount) in ("animal", "vehicle", "fantasy"):
            found.append(Item("comma", "，"))
        found.append(item)
    return found


def _toys(items: Sequence[Item]) -> list[Item]:
    """With the toy in front of its animal: "恐龙玩具"."""
    found: list[Item] = []
    for item in items:
        toy = item.options.get("trait")
        if (
            toy is not None
            and toy.id == "toy"
            and found
            and kind_of(found[-1]) in ("animal", "vehicle", "fantasy")
        ):
            found.insert(len(found) - 1, replace(item, kind="trait", options={"trait": toy}))
        else:
            found.append(item)
    return found


_INTO = frozenset({"往", "向", "朝"})


def _poured(items: Sequence[Item]) -> list[Item]:
    """With what something is done into behind the deed: "往茶杯里倒茶" is tea that is poured, and a cup."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        noun, where = items[at + 1 : at + 2], items[at + 2 : at + 3]
        into = (
            items[at].raw in _INTO
            and noun
            and where
            and where[0].has("relation")
            and "subject" in noun[0].options
        )
        deed = items[at + 3 : at + 4]
        if into and deed and deed[0].has("action", "undrawn"):
            end = next((n for n in range(at + 3, len(items)) if items[n].has(*_BOUNDS)), len(items))
            found += [*items[at + 3 : end], Item.of("and", "和", "zh"), noun[0]]
            at = end
        else:
            found.append(items[at])
            at += 1
    return found


def _greens(items: Sequence[Item]) -> list[Item]:
    """With green for the "青" of what grows: "青苹果", "青山"."""
    found = list(items)
    for at, item in enumerate(items[:-1]):
        hue, noun = item.options.get("color"), items[at + 1]
        grows = kind_of(noun) in ("food", "plant") or noun.has("place", "place?", "scenery")
        if item.raw == "青" and hue is not None and grows:
            found[at] = replace(item, options={"color": hue._replace(id="green")})
    return found


def _is_grown(field: str, crop: Meaning) -> bool:
    """Whether what a place is called after is to be seen there: roses tell only what a garden is like."""
    kind = vocabulary.load()[crop.id].kind
    return kind == "food" or (kind == "plant" and field.endswith(("田", "地")))


def _grown(items: Sequence[Item]) -> list[Item]:
    """With what grows in a field that is called after it: "南瓜田"."""
    found = list(items)
    there = {i.options["subject"].id for i in items if "subject" in i.options}
    for item in items:
        field = item.options.get("place")
        crop = first_part(item.raw, field) if field is not None else None
        if crop is not None and crop.id not in there and _is_grown(item.raw, crop):
            count = Item.of("count", "几个", "zh", "several")
            found += [Item("comma", "，"), count, Item("subject", crop.spelled, "zh", {"subject": crop})]
    return found


def _clocks(items: Sequence[Item]) -> list[Item]:
    """Without the "三点" of "凌晨三点": the hour is said by the word before it."""
    found: list[Item] = []
    at = 0
    items = [part for item in items for part in _parted(item)]
    while at < len(items):
        hour, sign = items[at], items[at + 1] if at + 1 < len(items) else None
        told = found[-1].options.get("time") if found else None
        if told and sign is not None and hour.has("count", "number") and sign.raw.startswith("点"):
            if found[-1].raw == "凌晨" and _value(hour) <= _SMALL_HOURS:
                found[-1] = replace(found[-1], options={"time": told._replace(id="night")})
            at += 3 if at + 2 < len(items) and items[at + 2].raw in ("半", "多", "钟") else 2
            continue
        found.append(hour)
        at += 1
    return found


def _parted(item: Item) -> list[Item]:
    """The number and the sign of an hour that nobody knows as a word: "八点半"."""
    match = _HOUR.fullmatch(item.raw) if item.kind == "unknown" else None
    number = next(iter(build().phrases.get(f"{match[1]}只", ())), None) if match else None
    if match is None or number is None:
        return [item]
    return [Item("count", match[1], "zh", {"count": number}), Item("unknown", match[2], "zh")]


_HOUR = re.compile("([一二三四五六七八九十两]{1,3})(点半|点钟|点多|点)")


def _value(item: Item) -> int:
    said = item.options.get("count")
    text = said.id if said is not None else item.raw
    return int(text) if text.isdigit() else _SMALL_HOURS + 1


def _one_for_always(items: Sequence[Item]) -> list[Item]:
    """With "一只" for its homophone "一直" where a noun phrase begins: "一直黑猫"."""
    found = list(items)
    for at, item in enumerate(items[:-1]):
        opens = at == 0 or items[at - 1].has(*_BOUNDS, "and", "in", "with", "action")
        if item.raw == "一直" and opens and items[at + 1].has("color", "size", "trait", "subject"):
            found[at] = Item.of("count", item.raw, "zh", "1", spelled="一只")
    return found


def _houses(items: Sequence[Item]) -> list[Item]:
    """With the house in "红色的房子里" and the desk that somebody else has something on as things."""
    found: list[Item] = []
    for at, item in enumerate(items):
        stem = item.raw[:-1]
        thing = next((m for m in build().phrases.get(stem, ()) if m.kind == "subject"), None)
        inside = item.kind == "place" and item.language == "zh" and item.raw[-1:] in _LOCALISERS
        if thing and inside and (_is_described(found, thing) or _is_their_desk(found, item)):
            relation = next(m for m in build().phrases[item.raw[-1]] if m.kind == "relation")
            found.append(Item("subject", stem, "zh", {"subject": thing}, item.begins))
            found.append(Item("relation", item.raw[-1], "zh", {"relation": relation}))
        else:
            found.append(items[at])
    return found


def _is_described(before: Sequence[Item], thing: Meaning) -> bool:
    """Whether a colour or another quality stands before a place that is a building as well."""
    if vocabulary.load()[thing.id].kind != "building":
        return False
    back = [i for i in before[-2:] if not i.has("of-the")]
    return bool(back) and back[-1].has("color", "trait", "size")


def _is_their_desk(before: Sequence[Item], item: Item) -> bool:
    """Whether the clause opens with a table and somebody was told of before: "…，桌上一杯咖啡"."""
    if len(before) > 1 and before[-1].has("of-the") and before[-2].kind == "place" and item.raw in _TABLES:
        return True  # "厨房的桌子上"
    opens = bool(before) and before[-1].has(*_BOUNDS)
    return opens and item.raw in _TABLES and any(_is_somebody(i) for i in before)


def _is_somebody(item: Item) -> bool:
    found = item.options.get("subject")
    person = found is not None and vocabulary.load()[found.id].kind == "person"
    folk = item.options.get("scenery")
    trade = "activity" in item.options and item.raw.endswith(("员", "手", "家", "师"))
    return person or trade or "role" in item.options or (folk is not None and folk.id in ("person", "child"))
