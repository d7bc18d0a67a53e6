"""English deeds made plain: into what something is put, who looks in, what is worn as a sign, cold."""

from __future__ import annotations

from collections.abc import Sequence

from ... import vocabulary
from ..index import Meaning, build
from ..items import POSSESSIVES, beyond, is_alive, item_at, kind_of, one_of, rewritten
from ..lexicon import meaning as painted
from ..lexicon import table
from ..matching import Item

_ADJECTIVES = ("color", "size", "trait", "mood")
_LEADING = ("a", "the", "count", "number", *_ADJECTIVES)


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what is said in a roundabout way put as the reader knows it."""
    found = list(items)
    for step in (_into, _facing, _badges):
        found = step(found)
    found = rewritten(found, _looking_in)
    for step in (_blown, _cold, _behind_them, _wished):
        found = step(found)
    return found


def members(items: Sequence[Item]) -> list[Item]:
    """With the noun for one more of them: "three rabbits in red scarves and one in a yellow scarf"."""
    found: list[Item] = []
    noun: Item | None = None
    told_apart = False
    for at, item in enumerate(items):
        found.append(item)
        if is_alive(item):
            noun, told_apart = item, False
        if item.raw.lower() not in _ONE:
            continue
        after, linked = item_at(items, at + 1), at > 0 and items[at - 1].has("and")
        goes_on = after is not None and after.has(*_GOING_ON)
        if linked and goes_on and noun is not None and not told_apart:
            found[-1] = Item.of("count", "one", "en", "1")
            found.append(one_of(noun))
        told_apart = True
    return found


_GOING_ON = ("in", "with", "wearing", "action", "activity", "undrawn", "on")
_ONE = frozenset({"one", "another"})


def _into(items: list[Item]) -> list[Item]:
    """With "beside" for "into" behind what somebody does with a thing: only the thing goes in."""
    found = list(items)
    for at, item in enumerate(items):
        if item.raw.lower() != "into" or at < _AFTER_A_DEED:
            continue
        thing, vessel = at - 1, item_at(items, beyond(items, at + 1, _LEADING))
        deed = item_at(items, beyond(items, thing - 1, _LEADING, -1))
        if vessel is None or deed is None:
            continue
        put = kind_of(items[thing]) not in ("", "person", "animal", "fantasy") or _is_lifeless(items[thing])
        put = put or items[thing].kind == "unknown"
        if put and _is_handled(deed) and kind_of(vessel) in ("thing", "furniture", "fantasy", "food"):
            found[at] = Item.of("relation", "into", "en", "beside", spelled="near")
    return found


_AFTER_A_DEED = 2
"""Where the word "into" stands at least, behind a deed and a thing."""


def _is_lifeless(item: Item) -> bool:
    meaning = item.options.get("subject")
    return meaning is not None and not vocabulary.load()[meaning.id].alive


def _is_handled(item: Item) -> bool:
    """Whether it is a deed that is done with something in the hands."""
    found = item.options.get("action")
    rows = table("actions")
    ids = (found.id, painted("actions", found.id)) if found is not None else ()
    return any(rows[ident].get("takes") == "held" for ident in ids)


_FACING = frozenset({"facing", "faces"})


def _facing(items: list[Item]) -> list[Item]:
    """With a deed for "facing" somebody: a house that faces the sea stands before it."""
    found = list(items)
    for at, item in enumerate(items):
        if not (item.raw.lower() in _FACING and item.has("relation")):
            continue
        if is_alive(item_at(items, beyond(items, at + 1, _LEADING))):
            found[at] = Item.of("undrawn", item.raw, "en")
    return found


_BADGES = frozenset({"star", "stars", "sun", "moon", "crescent moon"})


def _badges(items: list[Item]) -> list[Item]:
    """With a word of its own for the star that somebody has on: it is none of the sky."""
    found = list(items)
    for at in range(len(items) - 1, 0, -1):
        if items[at].raw.lower() not in _BADGES:
            continue
        start = beyond(items, at - 1, _LEADING, -1)
        link, owner = item_at(items, start), item_at(items, start - 1)
        after = item_at(items, at + 1)
        has = link is not None and (link.has("with", "wearing") or link.raw.lower() in _HAVING)
        aloft = after is not None and (after.has("relation", "on", "upon") or after.raw.lower() == "in")
        whose = item_at(items, at + 2)
        aloft = aloft and not (whose is not None and whose.raw.lower() in POSSESSIVES)  # "on its belly"
        if (
            not has
            or not is_alive(owner)
            or aloft
            or start == at - 1
            or not any(i.has("a") for i in items[start:at])
        ):
            continue
        words = [i.raw for i in items[start + 1 : at] if not i.has("a", "the")]
        found[start + 1 : at + 1] = [Item("unknown", " ".join([*words, items[at].raw]), "en")]
    return found


_HAVING = frozenset({"wearing", "wears", "having", "has"})


def _looking_in(items: Sequence[Item], at: int) -> tuple[Sequence[Item], int] | None:
    """A deed for "looks in" where nothing follows that it would be in."""
    link, after = item_at(items, at + 1), item_at(items, at + 2)
    if items[at].raw.lower() not in _LOOKS or link is None or link.raw.lower() not in ("in", "on"):
        return None
    ends = after is None or after.has("comma", "stop.", "in", "and", "relation")
    return ([Item.of("undrawn", f"{items[at].raw} {link.raw}", "en")], 2) if ends else None


_LOOKS = frozenset({"looks", "looking", "look", "peeks", "peeking", "peers", "peering", "gazing", "gazes"})


def _blown(items: list[Item]) -> list[Item]:
    """With the bubbles in the air of those who blow them: "blowing soap bubbles"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        before = items[at - 1].raw.lower() if at else ""
        if "scenery" in item.options and item.options["scenery"].id == "bubble" and before in _BLOWING:
            found[-1] = Item.of("undrawn", "blowing bubbles", "en")
        elif item.raw.lower() == "blowing bubbles":
            found += [item, Item("scenery", "bubbles", "en", {"scenery": _bubbles()})]
            continue
        found.append(item)
    return found


_BLOWING = frozenset({"blowing", "blows"})


def _bubbles() -> Meaning:
    return next(m for m in build().phrases["bubbles"] if m.kind == "scenery")


_FELT = {"cold": "cold", "chilly": "cold", "freezing": "cold", "frosty": "cold", "icy": "cold", "hot": "hot"}
_SEASONS = frozenset({"autumn", "spring", "summer", "winter"})


def _cold(items: list[Item]) -> list[Item]:
    """With a word of its own behind the hour or the season that is cold: "a cold evening"."""
    found = list(items)
    for at in range(len(items) - 1, -1, -1):
        felt = _FELT.get(items[at].raw.lower(), "")
        end = at + 1
        while (item := item_at(items, end)) is not None and _is_an_hour(item):
            end += 1
        if felt and end > at + 1 and items[at].has("filler", "unknown", "trait"):
            found[at:end] = [*items[at + 1 : end], Item("unknown", f"{felt} weather", "en")]
    return found


def _is_an_hour(item: Item) -> bool:
    return item.has("time") or (item.has("scenery") and item.options["scenery"].id in _SEASONS)


def _behind_them(items: list[Item]) -> list[Item]:
    """With a relation for "behind them" where it is told of the last one that they are tied there."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        if item.kind == "background" and item.raw.lower() == "behind them" and items[at - 1].has("trait"):
            found[at] = Item.of("whom", item.raw, "en", "behind", spelled="")
    return found


def _wished(items: list[Item]) -> list[Item]:
    """With a word of its own for clothes that nobody wears yet: "looking for a red hat"."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        found.append(items[at])
        at += 1
        if found[-1].raw.lower().split()[-1:] != ["for"]:
            continue
        end = at
        while (item := item_at(items, end)) is not None and item.has(*_LEADING, "unknown"):
            end += 1
        if item is not None and item.has("garment", "hat", "glasses") and "subject" not in item.options:
            words = [i.raw for i in items[at:end] if not i.has("a", "the")]
            found.append(Item("unknown", " ".join([*words, item.raw]), "en"))
            at = end + 1
    return found
