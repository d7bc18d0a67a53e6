"""English words that mean another thing in company: a tray of glasses, a yellow lab coat, a village green."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..index import build
from ..items import beyond, is_alive, item_at, kind_of
from ..lexicon import table
from ..matching import Item

_TRAYS = frozenset({"tray", "trays", "rack", "shelf", "row", "set", "stack", "box", "full"})
_BEASTS = frozenset({"camel", "donkey", "elephant", "horse", "mule", "llama", "alpaca"})


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with the one meaning that each has beside the others."""
    for step in (
        _lab_coats,
        _glasses,
        _windows,
        _rounds,
        _baths,
        _caravans,
        _greens,
        _showers,
        _glances,
        _seas,
        _little_ones,
        _hats_of_folk,
        _smeared,
        _made_up,
        _matching,
        _in_hand,
        _flapping,
        _over_the_moon,
    ):
        items = step(items)
    return list(items)


def _lab_coats(items: Sequence[Item]) -> list[Item]:
    """With a colour and a lab coat for "yellow lab" and "coat"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        word, after = item.raw.lower(), item_at(items, at + 1)
        coat = after is not None and after.raw.lower() in ("coat", "coats")
        if coat and after is not None and word in ("yellow lab", "black lab", "chocolate lab"):
            color = {"chocolate": "brown"}.get(word.split()[0], word.split()[0])
            found.append(Item.of("color", word.split()[0], "en", color))
        elif found and word in ("coat", "coats") and items[at - 1].raw.lower().endswith(" lab"):
            found.append(Item.of("garment", f"lab {item.raw}", "en", "lab-coat"))
        else:
            found.append(item)
    return found


def _glasses(items: Sequence[Item]) -> list[Item]:
    """With an unknown word for what one drinks from: "a tray of glasses"."""
    found = list(items)
    for at, item in enumerate(items):
        of, holder = item_at(items, at - 1), item_at(items, at - 2)
        served = of is not None and of.raw.lower() == "of" and holder is not None
        if item.raw.lower() == "glasses" and served and holder and holder.raw.lower() in _TRAYS:
            found[at] = Item("unknown", "drinking glasses", "en")
    return found


_CARRIERS = ("vehicle", "building")


def _windows(items: Sequence[Item]) -> list[Item]:
    """With who looks out of "the window of a train" inside it."""
    found: list[Item] = []
    for at, item in enumerate(items):
        of = item_at(items, at + 1)
        ahead = beyond(items, at + 2, ("a", "the", "color", "size", "trait"))
        window = item.options.get("relation")
        there = window is not None and window.id == "at_window" and of is not None and of.has("of")
        inside = there and kind_of(item_at(items, ahead)) in _CARRIERS
        found.append(Item.of("relation", "inside", "en", "inside") if inside else item)
    return [i for n, i in enumerate(found) if not (i.has("of") and n and found[n - 1].raw == "inside")]


def _rounds(items: Sequence[Item]) -> list[Item]:
    """With "around" for the "round" before an article: "chasing a cat round a tree"."""
    return [
        Item.of("relation", "around", "en", "beside")
        if item.raw.lower() == "round" and at and (after := item_at(items, at + 1)) and after.has("a", "the")
        else item
        for at, item in enumerate(items)
    ]


def _baths(items: Sequence[Item]) -> list[Item]:
    """With a tub for the "bath" that somebody is in."""
    found = list(items)
    for at, item in enumerate(items):
        article, link = item_at(items, at - 1), item_at(items, at - 2)
        sits = article is not None and article.has("a", "the") and link is not None and link.has("in")
        if item.raw.lower() in ("bath", "bathtub") and sits:
            found[at] = Item.of("subject", "bathtub", "en", "bathtub")
    return found


def _caravans(items: Sequence[Item]) -> list[Item]:
    """With several camels for "a camel caravan"."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        item, after = items[at], item_at(items, at + 1)
        meaning = item.options.get("subject")
        if (
            meaning
            and after
            and meaning.id in _BEASTS
            and after.raw.lower() in ("caravan", "caravans", "train")
        ):
            if found and found[-1].has("a"):
                found.pop()
            found += [
                Item.of("count", "several", "en", "several"),
                replace(item, options={"subject": meaning._replace(plural=True)}),
            ]
            at += 2
        else:
            found.append(item)
            at += 1
    return found


def _greens(items: Sequence[Item]) -> list[Item]:
    """Without the "green" of a village, which is no colour."""
    return [i for at, i in enumerate(items) if not (i.raw.lower() == "green" and _is_meadow(items, at))]


def _is_meadow(items: Sequence[Item], at: int) -> bool:
    before, after = item_at(items, at - 1), item_at(items, at + 1)
    ends = after is None or not after.has("subject", "role", "garment", "hat", "place")
    return before is not None and before.raw.lower() in ("village", "town") and ends


def _showers(items: Sequence[Item]) -> list[Item]:
    """Without the "shower of" petals, which is seen."""
    found: list[Item] = []
    for at, item in enumerate(items):
        of, what = item_at(items, at + 1), item_at(items, at + 2)
        if (
            item.raw.lower() in ("shower", "flurry", "rain")
            and of
            and of.raw.lower() == "of"
            and what
            and what.has("scenery")
        ):
            found.append(replace(item, kind="filler", options={}))
        else:
            found.append(item)
    return found


def _glances(items: Sequence[Item]) -> list[Item]:
    """With a deed for who looks "over the wall" or "across the river"."""
    found = list(items)
    for at, item in enumerate(items):
        before, after = item_at(items, at - 1), item_at(items, at + 1)
        aimed = after is not None and after.raw.lower() in ("over", "across", "through", "past", "around")
        if item.raw.lower() in ("looking", "looks", "look") and is_alive(before) and aimed:
            found[at] = Item.of("undrawn", "watching", "en", "watching")
    return found


def _seas(items: Sequence[Item]) -> list[Item]:
    """With a sea for many of them where it is one of chocolate or milk."""
    found: list[Item] = []
    for at, item in enumerate(items):
        what = item_at(items, at + 1)
        known = what.options.get("subject") if what is not None else None
        liquid = kind_of(what) == "food" and known is not None and not known.plural
        if item.raw.lower() == "a sea of" and liquid:
            found += [
                Item.of("a", "a", "en"),
                Item.of("place", "sea", "en", "sea"),
                Item.of("of", "of", "en"),
            ]
        else:
            found.append(item)
    return found


def _little_ones(items: Sequence[Item]) -> list[Item]:
    """With a size and a mermaid for "a little mermaid", who is none of a tale."""
    found: list[Item] = []
    for at, item in enumerate(items):
        first, _, noun = item.raw.partition(" ")
        known, before = item.options.get("subject"), item_at(items, at - 1)
        if known is None or not noun:
            found.append(item)
            continue
        near = build().near.get(("en", known.spelled), "")
        some = item.raw.islower() and at > 0 and before is not None and before.has("a", "count", "number")
        size = next((m for m in build().meanings(first) if m.kind == "size"), None)
        if some and size is not None and table("near").get(near, {}).get("name"):
            found.append(Item("size", first, "en", {"size": size}))
            found.append(Item("subject", noun, "en", {"subject": known._replace(spelled=noun)}))
        else:
            found.append(item)
    return found


def _hats_of_folk(items: Sequence[Item]) -> list[Item]:
    """With a told word for whose hat somebody wears: "wearing a pilgrim hat"."""
    found = list(items)
    for at in range(1, len(items) - 1):
        worn = items[at + 1].has("hat", "garment") and not items[at + 1].has("subject")
        link = item_at(items, beyond(items, at - 1, ("a", "color", "size", "trait"), -1))
        known = items[at].options.get("subject")
        whose = kind_of(items[at]) == "person" and known is not None and not known.plural
        if worn and whose and link is not None and link.has("wearing", "with", "in", "and"):
            found[at] = Item("unknown", items[at].raw, "en")
    return found


def _smeared(items: Sequence[Item]) -> list[Item]:
    """With a told word for what somebody is covered in that is picture talk elsewhere: paint, ink."""
    found = list(items)
    for at in range(1, len(items)):
        link = item_at(items, beyond(items, at - 1, ("a", "the", "color", "size"), -1))
        covered = link is not None and link.raw.lower() in ("covered in", "covered with", "covered by")
        if covered and items[at].has("style", "sink", "filler", "action") and not items[at].has("subject"):
            found[at] = Item("unknown", items[at].raw, "en")
    return found


def _made_up(items: Sequence[Item]) -> list[Item]:
    """With a told word for the lipstick that somebody has on: "with red lipstick"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        start = beyond(items, at - 1, ("color", "trait"), -1)
        link = item_at(items, start)
        worn = (
            item.raw.lower() == "lipstick" and link is not None and link.has("with", "wearing", "in", "and")
        )
        if worn and start > 0:
            shade = [i.raw for i in items[start + 1 : at]]
            del found[len(found) - len(shade) :]
            found.append(Item("unknown", " ".join([*shade, item.raw]), "en"))
        else:
            found.append(item)
    return found


def _matching(items: Sequence[Item]) -> list[Item]:
    """With the colour again for what matches it: "red mittens and a matching hat"."""
    found = list(items)
    for at, item in enumerate(items[:-1]):
        worn = items[at + 1].has("hat", "garment", "part", "glasses")
        color = next((i for i in reversed(items[:at]) if i.has("color") and not i.has("subject")), None)
        if item.raw.lower() in ("matching", "same-colored") and worn and color is not None:
            found[at] = color
    return found


def _in_hand(items: Sequence[Item]) -> list[Item]:
    """With a hold for what is "in its mouth", and no hat on who only carries one: "holding a hat"."""
    found = list(items)
    for at in range(1, len(items)):
        start = beyond(items, at - 1, _LEADING, -1)
        if items[start].raw == "s" and start > 1:  # "out of a magician's hat"
            start = beyond(items, start - 2, _LEADING, -1)
        if start < 0 or not items[at].has("hat", "garment", "glasses", "subject", "part"):
            continue
        clothes = items[at].has("hat", "garment", "glasses") or items[at].raw.lower() in _PUT_ON
        carried = _is_carried(items, at) and items[start].has("with") and is_alive(item_at(items, start - 1))
        if carried:
            found[start] = Item.of("action", "holding", "en", "hold")
        if clothes and (carried or items[start].raw.lower() in _CARRYING | _OUT_OF):
            found[at] = _as_a_thing(items[at])
            if items[at - 1].raw == "s":
                found[at - 2 : at] = [Item("filler", i.raw, "en") for i in items[at - 2 : at]]
    return found


_LEADING = ("a", "the", "count", "color", "size", "trait")
_PUT_ON = frozenset({"scarf", "scarves", "boots", "shoes", "boot", "shoe", "gloves", "mittens", "cape"})
_CARRYING = frozenset({
    "holding", "holds", "carrying", "carries", "throwing", "tossing", "catching", "offering", "stealing",
    "steals", "chewing", "selling", "sells", "dropping", "fetching", "washing", "ironing", "folding",
})  # fmt: skip


_OUT_OF = frozenset({"out of", "peeking out of", "inside", "inside of", "popping out of", "coming out of"})
"""Nobody wears what they are inside of: "peeking out of a hat"."""


def _is_carried(items: Sequence[Item], at: int) -> bool:
    after = item_at(items, at + 1)
    known = after.options.get("undrawn") if after is not None else None
    return known is not None and known.id in ("in-the-mouth", "in-the-beak")


def _as_a_thing(item: Item) -> Item:
    """What is worn as a thing: itself where it is drawn alone, and else only told of."""
    known = item.options.get("subject")
    return Item("subject", item.raw, "en", {"subject": known}) if known else Item("unknown", item.raw, "en")


def _flapping(items: Sequence[Item]) -> list[Item]:
    """Without the "flapping" of clothes and hair, which makes nobody fly: "his tie flapping"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        before = item_at(items, at - 1)
        blown = item.raw.lower() in _BLOWN and before is not None and before.has("part", "garment", "hat")
        found.append(Item("filler", item.raw, "en") if blown else item)
    return found


_BLOWN = frozenset({
    "flapping", "fluttering", "flowing", "billowing", "blowing", "streaming", "trailing",
    "swaying",
})  # fmt: skip


def _over_the_moon(items: Sequence[Item]) -> list[Item]:
    """With a moon of its own for what somebody jumps over: "a cow jumping over the moon"."""
    found = list(items)
    for at in range(2, len(items)):
        link, deed = item_at(items, beyond(items, at - 1, _LEADING, -1)), item_at(items, at - 3)
        jumped = deed is not None and deed.raw.lower().startswith(("jump", "leap", "fly", "hop", "sail"))
        if jumped and items[at].raw.lower() == "moon" and link is not None and link.raw.lower() == "over":
            found[at] = Item.of("subject", "moon", "en", "moon")
    return found
