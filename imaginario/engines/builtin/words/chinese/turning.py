"""Chinese sentences with the object in front of its verb, turned round so that they read like the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from ..lexicon import meaning as painted
from ..lexicon import table
from ..matching import Item
from .preparing import plain

_REACH = 8
"""How many items behind "把" its verb may stand."""


def turned(items: Sequence[Item]) -> list[Item]:
    """ "妈妈把女儿抱起来" as "妈妈抱起女儿来"; everything else as it is."""
    found = _in_one(_at_homes(plain(items)))
    for at, item in enumerate(found):
        if item.raw != "把":
            continue
        verb = next((n for n in range(at + 1, min(at + _REACH, len(found))) if _ends(found[n])), None)
        if verb is not None and _takes(found[verb]):
            given = found[verb].raw.endswith("给") and verb + 1 < len(found)
            found.insert(at + 1, found.pop(verb))
            if given:
                found.insert(verb + 1, Item("comma", ","))  # "把纸飞机递给女孩"
                continue
            own = found[at + 1].raw.endswith(("到", "在")) and len(found) > verb + 1
            if own and found[verb + 1].kind == "relation":
                del found[verb + 1]  # "把女儿举到肩膀上": his own shoulders
    return found


def _in_one(items: Sequence[Item]) -> list[Item]:
    """The items with a deed and its object in one where both only tell of a thing: "卖冰棍的小车"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        link, noun = items[at + 1 : at + 2], _noun_behind(items, at + 2)
        deed = bool(found) and found[-1].kind == "undrawn" and len(found[-1].options) == 1
        if deed and _names_a_thing(item) and link and link[0].has("of-the") and noun and _names_a_thing(noun):
            found[-1] = replace(found[-1], raw=found[-1].raw + item.raw)
        else:
            found.append(item)
    return found


def _noun_behind(items: Sequence[Item], at: int) -> Item | None:
    return next((i for i in items[at : at + 3] if not i.has("size", "color", "trait", "count")), None)


def _names_a_thing(item: Item) -> bool:
    meaning = item.options.get("subject")
    return meaning is not None and meaning.language == "zh" and not vocabulary.load()[meaning.id].alive


def _at_homes(items: Sequence[Item]) -> list[Item]:
    """The items without whose home something is in: "奶奶家的灶台" is a stove."""
    found: list[Item] = []
    for at, item in enumerate(items):
        if item.raw == "人类" and at + 1 < len(items) and items[at + 1].has("role"):
            continue  # "人类厨师"
        home = len(found) > 1 and found[-1].raw == "家" and item.has("of-the")
        if home and found[-2].has("subject", "name", "the"):
            del found[-2:]
        else:
            found.append(item)
    return found


def _ends(item: Item) -> bool:
    return item.has("comma", "stop.", "action", "activity", "wearing", "undrawn")


def _takes(item: Item) -> bool:
    action = item.options.get("action")
    return action is not None and "takes" in table("actions")[painted("actions", action.id)]
