"""English items made plain before they are read: hours of the clock, "one … the other", "the first …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..items import DEEDS, POSSESSIVES, done_by_all, is_told_of, item_at, kind_of, number_of, one_of
from ..matching import Item
from . import deeds, he_or_she, nouns, particles, people, printed, senses, told

_BOUNDS = ("comma", "stop", "stop.", "filler")
_DESCRIBING = frozenset({"color", "size", "trait", "mood"})
_ONE = frozenset({"one", "the other", "another", "the first", "the second", "the third", "the last"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "other"})
_LISTED = 4
"""How many figures may be told of one by one."""


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what is said in a roundabout way put as the reader knows it."""
    items = people.plain(told.plain(particles.plain(printed.plain(he_or_she.told(items)))))
    for step in (
        _rexes,
        _palms,
        _clocks,
        _verbs,
        _relatives,
        _in_order,
        _one_by_one,
        deeds.members,
        deeds.plain,
        _outside,
        _weathered,
        _canvases,
        _to_school,
        _but_for,
        _players,
        _prepositions,
    ):
        items = step(items)
    return senses.plain(nouns.plain(items))


def _rexes(items: Sequence[Item]) -> list[Item]:
    """With one dinosaur for the three words of "T. rex"."""
    found = list(items)
    for at in range(len(items) - 1, 0, -1):
        if found[at].raw.lower() == "rex":
            start = at - 2 if found[at - 1].kind.startswith("stop") and at > 1 else at - 1
            if found[start].raw.lower() == "t":
                found[start : at + 1] = [Item.of("subject", "T. rex", "en", "t-rex")]
    return found


def _palms(items: Sequence[Item]) -> list[Item]:
    """With a part for "her palm" and "its chest", which are no tree and no box."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        if item.raw.lower() in _OWN_PARTS and items[at - 1].raw.lower() in POSSESSIVES:
            found[at] = Item.of("part", item.raw, "en", "hands")
    return found


_OWN_PARTS = frozenset({"palm", "palms", "chest"})


def _a(raw: str = "a") -> Item:
    return Item.of("a", raw, "en", spelled="a")


def _clocks(items: Sequence[Item]) -> list[Item]:
    """With an hour of the day for "3am" and "7 p.m."; "three-headed" and "5th" count nobody."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        item, half = items[at], item_at(items, at + 1)
        if item.has("count", "number") and half is not None and half.raw.lower() in _ENDOWED:
            found.append(Item("unknown", f"{item.raw}-{half.raw}", "en"))
            at += 2
        elif item.kind == "number" and half is not None and half.raw.lower() in ("st", "nd", "rd", "th"):
            at += 2  # "his 5th birthday" counts nothing
        elif item.kind == "number" and half is not None and half.raw.lower() in ("am", "pm"):
            hour = _hour(int(re.sub(r"\D", "", item.raw)[:2] or 0), half.raw.lower())
            found.append(Item.of("time", f"{item.raw}{half.raw}", "en", hour, spelled=""))
            at += 2
        elif item.raw.lower() == "o" and half is not None and half.raw.lower() == "clock":
            if found and found[-1].has("count", "number"):
                found.pop()
            at += 2
        else:
            found.append(item)
            at += 1
    return found


def _verbs(items: Sequence[Item]) -> list[Item]:
    """With a deed for "saw" and "watches" where they are no things."""
    return [
        Item.of("undrawn", item.raw, "en") if _is_verb(items, at) else item for at, item in enumerate(items)
    ]


def _is_verb(items: Sequence[Item], at: int) -> bool:
    """Whether a word that is a thing as well is what somebody does: "a man saw a cat", "a wolf watches"."""
    word, before, after = items[at].raw.lower(), item_at(items, at - 1), item_at(items, at + 1)
    if word == "saw":
        return after is not None and after.has("a", "the", "count", "it")
    dressed = before is not None and before.has("garment", "hat", "glasses") and word == "leading"
    if dressed and after is not None:
        return after.has("a", "the", "count")
    if before is None or not before.has("subject", "role", "name", "it", "scenery") or before.has("count"):
        return False
    if word == "steps":
        return before.raw != "s" and after is not None and after.has("on", "in", "relation")
    if word == "building" and kind_of(before) in ("person", "animal", "fantasy"):
        return before.raw != "s"
    if word in _DEEDS_TOO and before.raw != "s" and kind_of(before) not in _LIFELESS:
        return after is not None and after.has(
            "a", "the", "count", "color", "size", "trait", "style", "subject", "garment"
        )
    return word in ("watch", "watches")


_DEEDS_TOO = frozenset({
    "lighting", "lights", "filling", "fills", "covering", "placing", "adding", "building up", "leading",
    "spilling", "washing", "arranging", "casting", "creating", "shaping", "spreading", "capturing",
})  # fmt: skip
"""What is picture talk elsewhere: "soft lighting", "a river filling the frame"."""
_LIFELESS = frozenset({"building", "nature", "thing", "food", "plant", "sky", "vehicle", "furniture"})


_ENDOWED = frozenset({"headed", "eyed", "armed", "winged", "horned", "tailed", "legged", "eared", "humped"})
"""What is counted of somebody: "three-headed"."""
_EARLY, _MORNING, _EVENING, _LATE, _NOON = 5, 9, 17, 20, 12


def _hour(said: int, half: str) -> str:
    hour = said % _NOON + (_NOON if half == "pm" else 0)
    if hour < _EARLY or hour >= _LATE:
        return "night"
    if hour < _MORNING:
        return "dawn"
    return "sunset" if hour >= _EVENING else "day"


_THAT_IS = ("that is", "who is", "which is", "thats", "that s", "whos", "who s")


def _relatives(items: Sequence[Item]) -> list[Item]:
    """With a plain "is" in "a cat that is asleep": only "a dog who was a pirate" plays somebody."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        item, ahead = items[at], list(items[at + 1 : at + 5])
        who = item.raw.lower() in ("who", "that", "which") and ahead[:1] and ahead[0].has("be")
        also = [i for i in ahead[1 if who else 0 :] if i.raw.lower() not in ("also", "really", "actually")]
        plays = bool(also) and also[0].has("a", "role", "subject", "name")
        if item.kind == "like" and ahead and ahead[0].raw == "if":
            found.append(replace(item, kind="stop", options={}))
        elif who and plays and also[0].has("a"):
            found.append(Item.of("dressed", "who is", "en"))
            at += 1
        elif item.kind == "dressed" and item.raw.lower() in _THAT_IS and not plays:
            found.append(Item.of("be", item.raw, "en", spelled="is"))
        else:
            found.append(item)
        at += 1
    return found


def _in_order(items: Sequence[Item]) -> list[Item]:
    """With "a robot … a robot" for "the first robot … the second one", where more than one is told of."""
    if sum(i.raw.lower() in _ORDINALS for i in items) < 2:
        return list(items)
    found: list[Item] = []
    noun: Item | None = None
    at = 0
    while at < len(items):
        item, order, one = items[at], item_at(items, at + 1), item_at(items, at + 2)
        ordered = item.raw.lower() in ("the", "a") and order is not None and order.raw.lower() in _ORDINALS
        if ordered and one is not None and one.has("subject", "role"):
            noun = one
            found.append(_a())
            at += 2
        elif ordered and noun is not None:
            found += [_a(), noun]
            at += 3 if one is not None and one.raw.lower() == "one" else 2
        else:
            found.append(item)
            at += 1
    return found


def _one_by_one(items: Sequence[Item]) -> list[Item]:
    """With "a black cat and a white cat" for "two cats, one black and one white"."""
    start = next((at for at in range(len(items)) if _is_counted(items, at)), None)
    if start is None:
        return list(items)
    noun_at = next(at for at in range(start + 1, len(items)) if is_told_of(items[at]))
    ones = [at for at in range(noun_at + 1, len(items)) if _is_one(items, at)]
    wanted = number_of(items[start])
    if not (len(ones) == wanted and 1 < wanted <= _LISTED) or not _follows(items, noun_at, ones[0]):
        return list(items)
    noun, adjectives = one_of(items[noun_at]), list(items[start + 1 : noun_at])
    found = list(items[:start])
    for at, behind in zip(ones, [*ones[1:], len(items)], strict=True):
        told = [
            i for i in items[at + 1 : behind] if not (i.raw.lower() in _ORDINALS or i.raw.lower() == "one")
        ]
        while told and told[0].has("be"):
            told.pop(0)
        until = next((n for n, i in enumerate(told) if not i.has(*_DESCRIBING)), len(told))
        deed = [i for i in told if not i.has("and", "comma", "the")]
        if len(deed) == 1 and told[0].raw.lower() == "asleep":
            until, told = 1, [replace(told[0], raw="sleeping"), *told[1:]]
        tail = told[until:]
        tail = [
            i
            for n, i in enumerate(tail)
            if not (behind < len(items) and n == len(tail) - 1 and i.raw.lower() == "the")
        ]
        found += [_a(), *adjectives, *told[:until], noun, *done_by_all(items, noun_at, ones[0]), *tail]
    between = [i for i in items[noun_at + 1 : ones[0]] if not i.has("with", "the")]
    return (
        [*found, between[-1], *between[:-1]]
        if between and between[0].has("in", "on", "relation", "place")
        else found
    )


def _is_counted(items: Sequence[Item], at: int) -> bool:
    """Whether "two", "three" or "four" begins here, with its noun behind it."""
    if not 1 < number_of(items[at]) <= _LISTED:
        return False
    ahead = items[at + 1 : at + 4]
    noun = next((i for i in ahead if not i.has(*_DESCRIBING) or is_told_of(i)), None)
    return noun is not None and is_told_of(noun)


def _is_one(items: Sequence[Item], at: int) -> bool:
    """Whether one of those is told of here: "one", "the other", "another"."""
    item, before = items[at], items[at - 1].raw.lower()
    word = item.raw.lower()
    if word in ("one", "another"):
        after = item_at(items, at + 1)
        of = after is not None and after.has("subject", "role", "of") and not after.has(*_DESCRIBING)
        return before not in _ORDINALS and not of
    return word in _ORDINALS and before == "the"


def _follows(items: Sequence[Item], noun_at: int, one_at: int) -> bool:
    """Whether nothing but a comma, a colon or a "with" stands between the noun and the first of them."""
    between = items[noun_at + 1 : one_at]
    placed = (
        bool(between)
        and between[0].has("in", "on", "relation", "place", *DEEDS)
        and len(between) <= _WHERE
        and between[-1].has("comma")
    )
    return placed or all(i.has("comma", "stop", "stop.", "with", "the", "filler") for i in between)


_WHERE = 5
"""Items that may tell where all of them are before each is told of."""


def _outside(items: Sequence[Item]) -> list[Item]:
    """With "in front of" for "outside" where a house or a room follows."""
    found = list(items)
    for at, item in enumerate(items):
        if item.raw.lower() not in ("outside", "outside of"):
            continue
        ahead = [i for i in items[at + 1 : at + 4] if not i.has("a", "the", "of", *_DESCRIBING)]
        if ahead and (ahead[0].has("place") or kind_of(ahead[0]) == "building"):
            found[at] = Item.of("relation", item.raw, "en", "in_front_of", spelled="outside")
    return found


_ALL = frozenset({"everyone", "everybody", "all", "nobody", "anyone", "every"})


def _weathered(items: Sequence[Item]) -> list[Item]:
    """With the weather behind its place: "on a windy hill", "in a foggy field"."""
    found = list(items)
    for at in range(2, len(found) - 1):
        place = found[at + 1]
        told = found[at].kind == "weather" and found[at - 1].has("a", "the") and found[at - 2].has("in", "on")
        if told and place.has("place", "place?") and found[at].raw.lower().endswith("y"):
            found[at], found[at + 1] = place, found[at]
    return found


def _canvases(items: Sequence[Item]) -> list[Item]:
    """Without the easel that somebody paints something on: it stands there anyway."""
    found = list(items)
    first = next(
        (at for at, i in enumerate(found) if i.has("action") and i.options["action"].id == "paint"),
        len(found),
    )
    for at in range(len(found) - 1, first, -1):
        if at >= len(found):
            continue
        what = found[at].options.get("subject")
        easel = (what is not None and what.id == "easel") or found[at].raw.lower() in ("canvas", "canvases")
        start = at - 1 - found[at - 1].has("a", "the")
        if easel and start > first and found[start].has("on"):
            del found[start : at + 1]
        elif start >= first and found[at].raw.lower() == "rainbow" and found[start].has("action"):
            found[at] = Item.of("subject", "rainbow", "en", "rainbow")
    return found


def _to_school(items: Sequence[Item]) -> list[Item]:
    """With the building for the school that somebody is on the way to: "riding a bike to school"."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        thing, way = item.options.get("subject"), items[at - 1].raw.lower() == "to"
        if thing is not None and way and item.has("place", "place?") and len(item.options) > 1:
            found[at] = replace(item, kind="subject", options={"subject": thing})
    return found


def _but_for(items: Sequence[Item]) -> list[Item]:
    """With "and" for "except" where one of all does otherwise: "everyone sleeps except the cat"."""
    found: list[Item] = []
    some = False
    for at, item in enumerate(items):
        some = some or (at > 0 and items[at - 1].raw.lower() in _ALL)
        if some and item.raw.lower() in ("except", "but", "except for", "but not"):
            found += [
                Item("comma", ",", "en"),
                Item.of("and", item.raw, "en", spelled="and"),
            ]
        else:
            found.append(item)
    return found


def _players(items: Sequence[Item]) -> list[Item]:
    """With "playing" for "on" before an instrument: "a man on trumpet"; no band where its players follow."""
    found: list[Item] = []
    for at, item in enumerate(items):
        after, before = item_at(items, at + 1), found[-1] if found else None
        if item.has("band") and after is not None and after.raw in (":", ",") and _is_listed(items, at + 2):
            continue
        somebody = before is not None and before.has("subject", "role", "name", "scenery")
        if item.raw.lower() == "on" and somebody and after is not None and kind_of(after) == "instrument":
            found.append(Item.of("action", "playing", "en", "play"))
        else:
            found.append(item)
    return found


def _is_listed(items: Sequence[Item], at: int) -> bool:
    return any(i.has("count", "number", "a") for i in items[at : at + 1])


_LENSES = frozenset({"magnifying-glass", "telescope", "binoculars", "microscope", "camera", "flashlight"})
_OF_THE_SKY = ("sun sets", "sun setting", "sun rises", "sun rising", "sun going")


def _prepositions(items: Sequence[Item]) -> list[Item]:
    """With the preposition that is meant: through a lens, from where one fishes, where the sun sets."""
    found: list[Item] = []
    for at, item in enumerate(items):
        word, before = item.raw.lower(), found[-1] if found else None
        ahead = next((i for i in items[at + 1 : at + 4] if not i.has("a", "the", *_DESCRIBING)), None)
        lens = ahead is not None and "subject" in ahead.options and ahead.options["subject"].id in _LENSES
        if word == "through" and lens:
            found.append(Item.of("action", "holding", "en", "hold"))
        elif word == "from" and before is not None and _fishes(before) and kind_of(ahead) != "vehicle":
            found.append(Item.of("on", "on", "en"))
        elif word == "into" and any(i.raw.lower() in _TURNING for i in items[:at]):
            found.append(Item.of("and", item.raw, "en", spelled="and"))
        elif item.has("on") and before is not None and before.raw.lower() in _WORKING:
            found.append(Item.of("relation", "near", "en", "beside"))
        elif word in ("by", "by the", "by a") and before is not None and _is_passive(before):
            found.append(Item.of("and", item.raw, "en", spelled="and"))
            found += [_a()] if word == "by a" else []
        elif item.has("relation") and before is not None and before.raw.lower().endswith(_OF_THE_SKY):
            found.append(Item("comma", ",", "en"))
        else:
            found.append(item)
    return found


_TURNING = frozenset({"turning", "turns", "turned", "transforming", "transforms", "changing", "changes"})
_WORKING = frozenset({"operating", "working", "drawing", "experimenting", "focusing", "leaning", "leans"})


def _is_passive(item: Item) -> bool:
    """Whether the deed is somebody else's: "a castle guarded by bears"."""
    return item.has("unknown", "undrawn") and item.raw.lower().endswith("ed")


def _fishes(item: Item) -> bool:
    return "activity" in item.options and item.options["activity"].id == "fishing"
