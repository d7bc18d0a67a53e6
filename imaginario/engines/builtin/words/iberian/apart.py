"""Several who are told of one by one: "dos gatos, uno negro y otro blanco", "três, uma delas de azul"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ..fold import key
from ..index import Meaning
from ..items import DEEDS, is_told_of, item_at, number_of, one_of
from ..matching import Item
from ..plain.each import has_in_hand

_ONE = frozenset({"un", "una", "uno", "um", "uma", "otro", "otra", "outro", "outra"})
_ORDINALS = frozenset({
    "primero", "primera", "segundo", "segunda", "tercero", "tercera", "cuarto", "cuarta", "ultimo", "ultima",
    "primeiro", "primeira", "terceiro", "terceira", "quarto", "quarta", "otro", "otra", "outro", "outra",
    "mayor", "menor", "maior", "mayorcito", "mayorcita", "cacula",
})  # fmt: skip
"""Without their accents, as `key` leaves them."""
_DESCRIBING = ("color", "size", "trait", "mood", "filler")
_NOUNS = ("subject", "role", "name")
_GAPS = ("comma", "stop.", "stop", "be", "the", "filler")
_LISTED = 12
"""How many figures may be told of in such groups."""
_Group = tuple[int, int, int]
"""Where the number of a group stands, its noun, and what comes behind the noun and its adjectives."""


def told(items: Sequence[Item]) -> list[Item]:
    """The items with every member of a group as a phrase of its own, where all of them are told of."""
    for at in range(len(items)):
        if not 1 < number_of(items[at]) <= _LISTED or (noun := _noun(items, at)) is None:
            continue
        behind = _behind(items, noun)
        parts = [n for n in range(behind, len(items)) if _begins(items, n, behind)]
        counts = [_value(items, n) for n in parts]
        group = (at, noun, behind)
        if (of_them := next((n for n in parts if _of_them(items, n)), 0)) > behind:
            return _some_of_them(items, group, of_them)
        if len(parts) < _FEWEST or sum(counts) != number_of(items[at]):
            continue
        if _follows(items, behind, parts[0]):
            return [*items[:at], *_each(items, group, parts, counts)]
        if _placed(items, behind, parts[0]):
            each = _each(items, group, parts, counts)
            return [*items[:at], *each, items[parts[0] - 1], *items[behind : parts[0] - 1]]
    return list(items)


_FEWEST = 2


def in_number(item: Item, count: int) -> Item:
    """A noun for one of them, or for several."""
    if count == 1:
        return one_of(item)
    options = {kind: meaning._replace(plural=count > 1) for kind, meaning in item.options.items()}
    return replace(item, options=options)


def _some_of_them(items: Sequence[Item], group: _Group, one: int) -> list[Item]:
    """With the others, and those of whom something is told: "quatro crianças na rua, uma delas de azul"."""
    at, noun, behind = group
    few, many = _value(items, one), number_of(items[at])
    if few >= many or not (_follows(items, behind, one) or _placed(items, behind, one)):
        return list(items)
    language = items[noun].language
    others = [in_number(i, many - few) if i is items[noun] else i for i in items[at + 1 : behind]]
    link = Item.of("and", "e" if language == "pt" else "y", language)
    those = _each(items, group, [one], [few])
    where = items[behind : one - 1] if _placed(items, behind, one) else ()
    same = list(takewhile(lambda item: item.has(*DEEDS), where))
    comma = Item("comma", ",")
    return [*items[:at], _number(many - few, language), *others, *where, comma, link, *those, comma, *same]


def _each(items: Sequence[Item], group: _Group, parts: Sequence[int], counts: Sequence[int]) -> list[Item]:
    at, noun, behind = group
    said, found = items[at + 1 : behind], []
    for start, end, count in zip(parts, [*parts[1:], len(items)], counts, strict=True):
        own = [i for i in said if not (count == 1 and i.has("trait") and i.has("scenery"))]  # "gemelas"
        mine = [_one(items, start, i, count) if i is items[noun] else i for i in own]
        found += [_number(count, items[noun].language), *mine, *_of_part(items, start, end)]
    return found


_SEXES = {"a": "woman", "o": "man", "m": "man", "n": "man"}
_FOLK = {
    ("pt", "woman"): "mulher", ("pt", "man"): "homem", ("es", "woman"): "mujer", ("es", "man"): "hombre",
    ("pt", "girl"): "menina", ("pt", "boy"): "menino", ("es", "girl"): "niña", ("es", "boy"): "niño",
}  # fmt: skip
_AS_CHILD = {"woman": "girl", "man": "boy"}


def _one(items: Sequence[Item], start: int, noun: Item, count: int) -> Item:
    """The noun for one of the group; of friends and children the word for "one" tells who it is."""
    folk = noun.options.get("scenery")
    who = _SEXES.get(key(items[start + _length(items, start) - 1].raw)[-1:], "")
    known = folk is not None and folk.id in ("friend", "child") and not noun.has("subject", "role")
    if count > 1 or not known or not who or folk is None:
        return in_number(noun, count)
    ident = _AS_CHILD[who] if folk.id == "child" else who
    word = _FOLK.get((noun.language, ident), "")
    return Item.of("subject", word, noun.language, ident) if word else in_number(noun, count)


def _of_part(items: Sequence[Item], start: int, end: int) -> list[Item]:
    """What is told of some of them; of those who are "without" it there is nothing to tell."""
    rest = list(items[start + _length(items, start) + _of_them(items, start) : end])
    while rest and (rest[0].has("be") or _only_relates(rest)):
        rest.pop(0)
    if rest and has_in_hand(rest, 0):
        rest[0] = Item.of("action", _HOLDING[rest[0].language], rest[0].language, "hold")
    if not rest or not rest[0].has("no"):
        return rest
    until = next((n for n, i in enumerate(rest) if i.has("comma", "and", "stop.")), len(rest))
    return rest[until:]


_HOLDING = {"pt": "segurando", "es": "sosteniendo"}


def _only_relates(rest: Sequence[Item]) -> bool:
    """Whether it is the "que" of "el tercero que tenga un sombrero"."""
    after = item_at(rest, 1)
    return key(rest[0].raw) == "que" and after is not None and after.has("with", "wearing", "be", *DEEDS)


def _number(count: int, language: str) -> Item:
    if count == 1:
        return Item.of("a", "un", language)
    return Item("count", str(count), language, {"count": Meaning("count", str(count), language, str(count))})


def _noun(items: Sequence[Item], at: int) -> int | None:
    """Where the noun of the number at `at` stands."""
    for n in range(at + 1, min(at + 4, len(items))):
        if is_told_of(items[n]):
            return n
        if not items[n].has(*_DESCRIBING):
            return None
    return None


def _behind(items: Sequence[Item], noun: int) -> int:
    """Where the adjectives behind a noun end."""
    at = noun + 1
    while (
        at < len(items) and items[at].has("color", "size", "trait", "mood") and not items[at].has("subject")
    ):
        at += 1
    return at


def _length(items: Sequence[Item], at: int) -> int:
    """How many items say "one of them", "two of them", "the last one"; 0 where none does."""
    item = items[at]
    if item.has("the") and at + 1 < len(items) and key(items[at + 1].raw) in _ORDINALS:
        return 2
    if item.has("the") and at + 1 < len(items) and items[at + 1].has("size"):
        return 1  # "la pequeña de azul"
    return 1 if key(item.raw) in _ONE | _ORDINALS or number_of(item) else 0


_THEM = frozenset({"delas", "deles", "ellas", "ellos", "elas", "eles"})


def _of_them(items: Sequence[Item], at: int) -> int:
    """How many items say "of them" behind "one": "delas", "de ellas"."""
    after, last = item_at(items, at + 1), item_at(items, at + 2)
    if after is not None and key(after.raw) in _THEM:
        return 1
    linked = after is not None and after.has("of") and last is not None
    return 2 if linked and last is not None and key(last.raw) in _THEM else 0


def _value(items: Sequence[Item], at: int) -> int:
    return max(1, number_of(items[at]))


def _begins(items: Sequence[Item], at: int, behind: int) -> bool:
    """Whether some of the group are told of here, with no noun of their own."""
    length = _length(items, at)
    apart = at == behind or items[at - 1].has("comma", "and", "stop.", "stop", "be", "filler")
    if not length or not apart or at + length >= len(items):
        return False
    after = items[at + length]
    return not after.has(*_NOUNS, "unknown", "scenery") or after.has("color", "trait")


def _placed(items: Sequence[Item], behind: int, first: int) -> bool:
    """Whether only where all of them are stands between: "três amigos na praia, um de verde"."""
    where = items[behind:first]
    parted = 1 < len(where) <= _WHERE and where[-1].has("comma", "stop", "stop.")
    known = all(i.has(*_TOLD_OF_ALL, *_THERE) for i in where[:-1])
    return parted and known and where[0].has(*_OPENING, *DEEDS)


_TOLD_OF_ALL = ("the", "a", "of", "unknown", "color", "size", "trait", "mood", "filler", "with")
_OPENING = ("in", "on", "relation", "upon", "place", "place?", "stop", "weather", "time")
_THERE = (*_OPENING, "subject", "scenery", "sky", *DEEDS)
_WHERE = 14
"""Items that may tell where all of them are, or what they do, before each is told of."""


def _follows(items: Sequence[Item], behind: int, first: int) -> bool:
    return first > behind and all(i.has(*_GAPS) for i in items[behind:first])
