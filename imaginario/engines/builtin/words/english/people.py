"""English items made plain before they are read: who writes, who is called what, "made of"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from .. import people
from ..index import build
from ..items import beyond, is_alive, item_at, kind_of
from ..matching import Item
from . import ones

_TALK = ("filler", "style", "stop", "a", "the", "of", "with")


def _occasion(items: Sequence[Item]) -> list[Item]:
    """Without whom a picture is for where it is told behind a colon: "for my daughter's birthday: a cat"."""
    colon = next((at for at, i in enumerate(items) if i.raw == ":"), 0)
    start = next((at for at in range(colon) if items[at].raw.lower() == "for"), -1)
    if start < 0 or colon - start > _OCCASION or not all(i.has(*_TALK) for i in items[:start]):
        return list(items)
    feast = [i for i in items[start:colon] if i.has("mood")]
    return [*items[:start], *feast, *items[colon:]]


_OCCASION = 10
_EVENTS = frozenset({"race", "competition", "contest", "lesson", "club", "trip", "tour", "championship"})


def _plainly(items: Sequence[Item]) -> list[Item]:
    """With a comma in "3 pigs 2 cows", one told word for a "sailing race", no house where one walks home."""
    found: list[Item] = []
    for at, item in enumerate(items):
        word, before, after = item.raw.lower(), item_at(items, at - 1), item_at(items, at + 1)
        if item.has("number") and before is not None and before.has("subject") and not before.has("number"):
            found += [Item("comma", ",", "en"), item]
        elif word in _EVENTS and before is not None and before.has("activity"):
            found[-1] = Item("unknown", f"{before.raw} {item.raw}", "en")
        elif not (word == "home" and _is_a_way(before) and not (after and after.has("of"))):
            found.append(item)
    return found


def _is_a_way(before: Item | None) -> bool:
    """Whether "home" behind it is where somebody goes: "walking home", "leading his sheep home"."""
    return before is not None and (before.has("action") or (before.kind == "subject" and is_alive(before)))


_DRIFTING = frozenset({"floating", "flying", "drifting", "hovering", "swirling", "orbiting"})


def _around(items: Sequence[Item]) -> list[Item]:
    """With ", and" for "with" before things that float: "a capybara with oranges floating around it"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        drift = item.has("with") and _drift(items, at)
        found += [Item("comma", ",", "en"), Item.of("and", "and", "en")] if drift else [item]
    return found


def _drift(items: Sequence[Item], at: int) -> bool:
    """Whether the things told of behind "with" float or fly."""
    ahead = next((n for n in range(at + 1, min(at + 5, len(items))) if items[n].has("subject")), 0)
    deed = item_at(items, ahead + 1) if ahead else None
    meaning = items[ahead].options.get("subject") if ahead else None
    thing = meaning is not None and not vocabulary.load()[meaning.id].alive
    return thing and deed is not None and deed.raw.lower() in _DRIFTING


def _is_somebody(item: Item) -> bool:
    """Whether it tells of somebody, or what they do, so that they are "behind it", and no background."""
    return item.has("action", "undrawn") or is_alive(item)


def _comes_with(items: Sequence[Item], at: int) -> bool:
    """Whether it is behind the things right before it that "it" is: "a snowman with pine trees behind it"."""
    link = item_at(items, beyond(items, at - 2, ("a", "count", *_ADJECTIVES), -1))
    return (
        at > 1 and kind_of(items[at - 1]) in ("plant", "building") and link is not None and link.has("with")
    )


_WHERE = {"in": "inside", "on": "on"}


def _beside_it(items: Sequence[Item]) -> list[Item]:
    """With an adverb for "behind it" and "in it", where a thing is told of that is there."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        item, it = items[at], item_at(items, at + 1)
        said = item.options.get("relation")
        where = said.id if said is not None else _WHERE.get(item.raw.lower(), "")
        linked = it is not None and it.has("a", "count") and at and items[at - 1].has("and", "comma")
        linked = linked or _comes_with(items, at)
        if item.raw.lower() == "behind it" and at and (linked or _is_somebody(items[at - 1])):
            item, where = Item.of("relation", "on top", "en", "behind"), ""
        if where and it is not None and it.raw.lower() == "it":
            raw = "on it" if where == "on" else "on top"
            found.append(Item.of("relation", raw, "en", where))
            at += 2
        else:
            found.append(item)
            at += 1
    return found


_KIN = frozenset({"grandmother", "grandfather", "mother", "father"})
_OWNED = ("furniture", "building")


def _kin_owned(items: Sequence[Item]) -> list[Item]:
    """With "the bed" for "grandma's bed" where somebody is."""
    found = list(items)
    for at in range(len(items) - 3, 0, -1):
        who, link, thing = items[at : at + 3]
        kin = who.options.get("subject")
        owned = link.raw.lower() == "s" and link.has("of") and kind_of(thing) in _OWNED
        if kin is not None and kin.id in _KIN and owned and items[at - 1].has("in", "on", "relation", "the"):
            found[at : at + 2] = [] if items[at - 1].has("the") else [Item.of("the", "the", "en")]
    return found


_PAIRS = {
    "grandparents": ("grandmother", "grandfather"), "grandma and grandpa": ("grandmother", "grandfather"),
    "parents": ("mother", "father"), "mum and dad": ("mother", "father"), "siblings": ("girl", "boy"),
}  # fmt: skip
_ADJECTIVES = ("color", "size", "trait", "mood")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items without who asks, with names beside those they are of, and nouns for "one"."""
    for step in (
        _asked,
        _myself,
        _occasion,
        _plainly,
        _around,
        _beside_it,
        _kin_owned,
        _pairs,
        _twins,
        _listed_behind,
        _named,
        ones.plain,
        _made,
        _meanwhile,
    ):
        items = step(items)
    return list(items)


_I = frozenset({"i", "im", "i m", "i am"})
_WANTED = frozenset(
    {"need", "want", "need a", "want a", "looking for", "like", "make", "create", "draw", "show me"}
)


def _asked(items: Sequence[Item]) -> list[Item]:
    """Without who asks: "I'm a teacher and I need a picture of ..."."""
    opening = [i.raw.lower() for i in items[:2]]
    am = 1 if opening[:1] == ["im"] else 2 if opening in (["i", "m"], ["i", "am"]) else 0
    noun = next(
        (n for n in range(am, min(am + 5, len(items))) if items[n].has("subject", "role", "unknown")), None
    )
    if not am or noun is None or not items[am].has("a"):
        return list(items)
    rest = items[noun + 1 :]
    asks = any(i.raw.lower() in _WANTED or i.raw.lower().startswith(("need", "want")) for i in rest[:5])
    return list(rest) if asks else list(items)


_ABOUT_ME = ("dressed", "wearing", "in", "on", "as", "action", "activity", "undrawn")
"""What stands behind somebody who is told of, and not behind a "me" that only asks for a picture."""


def _myself(items: Sequence[Item]) -> list[Item]:
    """With somebody for "me" beside others: "me and my dog", "my cat and me", where "draw me" is nobody."""
    found = list(items)
    for at, item in enumerate(items):
        after = item_at(items, at + 1)
        opens = at == 0 and after is not None and after.has("and", "with", *_ABOUT_ME)
        if item.raw.lower() in ("me", "myself") and (opens or (at > 0 and items[at - 1].kind == "and")):
            found[at] = Item.of("me", item.raw, "en")
    return found


def _pairs(items: Sequence[Item]) -> list[Item]:
    """With "grandmother and grandfather" for "grandparents"."""
    found: list[Item] = []
    for item in items:
        words = _PAIRS.get(item.raw.lower(), ()) if item.kind in ("unknown", "scenery") else ()
        for n, word in enumerate(words):
            found += [Item.of("and", "and", "en")] if n else []
            found.append(_noun(word))
        found += [] if words else [item]
    return found


_BORN_TOGETHER = {"twins": "2", "triplets": "3", "quadruplets": "4"}


def _twins(items: Sequence[Item]) -> list[Item]:
    """With two people who look alike for "twins"."""
    found: list[Item] = []
    for item in items:
        number = _BORN_TOGETHER.get(item.raw.lower(), "") if item.kind == "unknown" else ""
        if not number:
            found.append(item)
            continue
        pair = len(found) > 1 and found[-1].has("of") and found[-2].raw.lower() in ("pair", "set", "a pair")
        found = found[:-2] if pair else found
        told = []
        while found and found[-1].has("a", "the", "count", "number", *_ADJECTIVES):
            told.insert(0, found.pop())
        folk = next(m for m in build().phrases["people"] if m.kind == "scenery")
        described = [i for i in told if not i.has("a", "the", "count", "number")]
        count, alike = Item.of("count", "two", "en", number), Item.of("trait", "twin", "en", "twin")
        found += [count, *described, alike, Item("scenery", "people", "en", {"scenery": folk})]
    return found


def _noun(word: str) -> Item:
    meaning = next(m for m in build().phrases[word] if m.kind == "subject" and m.language == "en")
    return Item("subject", word, "en", {"subject": meaning})


def _listed_behind(items: Sequence[Item]) -> list[Item]:
    """Without the head of a list that names each: "three generations of women: grandma, mom and a baby"."""
    colon = next((at for at, i in enumerate(items) if i.raw == ":"), 0)
    start = next((at for at in range(colon) if items[at].has("count", "number")), colon)
    said = items[start].options.get("count") if start < colon else None
    wanted = said.id if said is not None else items[start].raw if start < colon else ""
    end = next((at for at in range(colon + 1, len(items)) if items[at].has("stop.", "in", "on")), len(items))
    listed = items[colon + 1 : end]
    heads = [n for n, i in enumerate(listed) if i.has("subject", "role") and not i.has("color")]
    nouns = [n for n in heads if n + 1 not in heads]
    if (
        not colon
        or colon - start > _CLAUSE
        or not wanted.isdigit()
        or int(wanted) != len(nouns)
        or len(nouns) < 2
    ):
        return list(items)
    return [*items[:start], *items[colon + 1 :]]


def _named(items: Sequence[Item]) -> list[Item]:
    """With "a girl Ana and a boy Leo" for "two kids, Ana and Leo"."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        comma, one, link, other = (item_at(items, at + n) for n in (1, 2, 3, 4))
        folk = items[at].options.get("scenery")
        names = one is not None and other is not None and one.kind == other.kind == "name"
        if not (
            folk
            and names
            and comma is not None
            and comma.has("comma")
            and link is not None
            and link.has("and")
        ):
            found.append(items[at])
            at += 1
            continue
        while found and found[-1].has("count", "number", "a", "the", *_ADJECTIVES):
            found.pop()
        for part in (i for i in (one, link, other) if i is not None):
            found += [part] if part is link else [*_who(folk.id, part), part]
        at += 6 if (end := item_at(items, at + 5)) is not None and end.has("comma") else 5
    return found


def _who(folk: str, name: Item) -> list[Item]:
    """A girl or a boy for a child of that name; nothing for other people, whose names tell."""
    if folk != "child":
        return []
    article = Item.of("a", "a", "en")
    return [article, _noun("boy" if people.gender(name.raw) == "m" else "girl")]


_MADE = ("made", "built", "constructed", "carved", "woven", "sculpted", "assembled")


def _made(items: Sequence[Item]) -> list[Item]:
    """With told words for what a thing is made of: "a robot made of cans and old clocks"."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        found.append(items[at])
        at += 1
        if not (found[-1].kind == "like" and found[-1].raw.lower().startswith(_MADE)):
            continue
        made, first = found[-1], _phrase(items, at)
        link = item_at(items, at + first)
        second = _phrase(items, at + first + 1) if first and link is not None and link.has("and") else 0
        for size, skipped in ((first, 0), (second, 1)):
            if size:
                end = at + skipped + size
                stuff = replace(items[end - 1], kind="unknown", options={})
                found += [*items[at : end - 1], stuff] if not skipped else [made, stuff]
                at = end
    return found


def _phrase(items: Sequence[Item], at: int) -> int:
    """How many items a noun phrase has that begins there; 0 where none does."""
    size = 0
    while (
        (item := item_at(items, at + size)) is not None
        and item.has("a", "the", *_ADJECTIVES)
        and not item.has("subject")
    ):
        size += 1
    return size + 1 if item is not None and item.has("subject", "unknown") else 0


_CLAUSE = 6
"""Items within which a clause has its verb."""


def _meanwhile(items: Sequence[Item]) -> list[Item]:
    """With a comma for the "as" of a clause: "the sun sets as camels walk by"; nobody is dressed as them."""
    found: list[Item] = []
    for at, item in enumerate(items):
        word = item.raw.lower()
        if word in ("as", "as a", "as an") and found and _has_verb(items, at + 1):
            found.append(Item("comma", ",", "en"))
            if word != "as":
                found.append(Item.of("a", "a", "en"))
        else:
            found.append(item)
    return found


def _has_verb(items: Sequence[Item], at: int) -> bool:
    """Whether a noun is followed by what it does, in the present."""
    noun = False
    for item in items[at : at + _CLAUSE]:
        if (
            noun
            and item.has("action", "undrawn", "activity")
            and not item.raw.lower().endswith(("ing", "ed"))
        ):
            return True
        if item.has("comma", "stop.", "in", "on", "with", "and") or (noun and item.has("stop")):
            return False
        noun = noun or item.has("subject", "role", "scenery", "name", "sky", "weather")
    return False
