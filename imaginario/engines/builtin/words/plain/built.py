"""Roofs and doors of a building, sails, the candles of a cake: parts of it, and no other things or places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from ...vocabulary import LANGUAGES
from ..fold import fold, key
from ..items import beyond, item_at, kind_of
from ..lexicon import listed, table
from ..matching import Item
from ..reader.reading import Figure, Reading

_WITH = ("with", "of", "of-the")
_TELLING = ("a", "the", "count", "number", "color", "size", "trait", "several")
_BUILT = ("building", "vehicle")
_SAIL = "sail"
"""The part of a boat; the others are those of houses."""
_LISTED = ("and", "comma")
_AMONG = (*_TELLING, *_LISTED, "of-the")
_FROM = ("relation", "scenery", "undrawn", "on", "in", "filler")
"""What stands between a house and where its smoke comes from."""


def parted(items: Sequence[Item]) -> list[Item]:
    """The items with parts of a building for what has words of its own: "a house with a red roof"."""
    items = _with_candles(items)
    found = list(items)
    for at, item in enumerate(items):
        part = _part(item)
        house = _house(items, at) if part else -1
        if house >= 0 and (part == _SAIL) == (kind_of(items[house]) == "vehicle"):
            found[at] = Item.of("part", item.raw, item.language, part)
            for near in (at - 1, at + 1):
                if part in ("towers", "door") and 0 <= near < len(found) and found[near].kind == "size":
                    found[near] = Item.of("stop", found[near].raw, item.language)  # "大门" is a door
    return found


def _with_candles(items: Sequence[Item]) -> list[Item]:
    """The items with candles for a part of their cake: "a cake with candles", "as velas do bolo"."""
    found = list(items)
    for at in range(len(items) - 1, -1, -1):
        if at < len(found) and _names(found[at], "candle"):
            _onto_its_cake(found, at)
    return found


def _onto_its_cake(found: list[Item], at: int) -> None:
    part = Item.of("part", found[at].raw, found[at].language, _CANDLES)
    link = beyond(found, at - 1, ("a", "the", "color", "size"), -1)
    cake = beyond(found, link - 1, ("color", "size", "trait", "mood", "of"), -1)
    if cake > 1 and kind_of(found[cake]) == "food" and found[cake - 1].has("of"):
        cake = beyond(found, cake - 2, ("color", "size", "trait", "mood"), -1)
    if link > 0 and found[link].has("with") and cake >= 0 and _names(found[cake], "cake"):
        found[at] = part
        return
    ahead = beyond(found, at + 1, _ONTO)
    linked = ahead > at + 1 and found[at + 1].has("of", "on", "in", "relation")
    if linked and _names(item_at(found, ahead), "cake"):
        start = at - 1 if at and found[at - 1].has("the", "a") else at
        det = [Item("a", found[at].raw, found[at].language)]
        found[start : ahead + 1] = [*det, found[ahead], Item("with", "with", found[at].language), part]
        return
    cake, upon, link = found[max(0, at - 3) : at] if at > 2 else (None, None, None)
    chinese = upon is not None and upon.has("relation") and link is not None and link.has("of-the")
    if chinese and _names(cake, "cake"):
        found[at - 2 : at + 1] = [Item("with", "有", "zh"), part]


_CANDLES = "candles"
_ONTO = ("of", "on", "in", "relation", "a", "the", "color", "size", "trait", "it")


def _names(item: Item | None, ident: str) -> bool:
    known = item.options.get("subject") if item is not None else None
    return known is not None and known.id == ident


def _house(items: Sequence[Item], at: int) -> int:
    """Where the building is whose part is told of here; -1 for none."""
    if items[at].language == "zh":
        after = item_at(items, at + 1)
        ahead = at + 2 if after is not None and after.has("of-the") else at + 1
        while (item := item_at(items, ahead)) is not None and (item.has(*_AMONG) or _part(item)):
            ahead += 1
        return ahead if _is_built(item_at(items, ahead)) else _before(items, at)
    return _before(items, at)


def owner(r: Reading) -> Figure | None:
    """The building whose part is being read."""
    part = r.item.options.get("part")
    if part is None or not table("parts").get(part.id, {}).get("built"):
        return None
    if part.id == _CANDLES:
        return next((f for f in reversed(r.figures) if f.id == "cake"), None)
    built = (f for f in reversed(r.figures) if (e := r.entries.get(f.id or "")) and e.kind in _BUILT)
    return next(built, None)


def _before(items: Sequence[Item], at: int) -> int:
    """The same, where the building is told of first: "com telhado vermelho e porta azul"."""
    start, linked = at - 1, False
    while start > 0 and (_tells_of_it(items, start) or _part(items[start]) or _is_at_it(items, start)):
        linked = linked or items[start].has(*_WITH)
        start -= 1
    if linked and start > 1 and items[start - 1].has("of") and _is_eaten(items[start]):
        start -= 2  # "un castillo de dulces con torres"
    compared = beyond(items, start - 1, ("a", "the", "color", "size", "trait"), -1)
    if linked and compared > 0 and items[compared].kind == "like":
        start = compared - 1  # "un castillo hecho de dulces con torres"
    return start if linked and start >= 0 and _is_built(items[start]) else -1


def _tells_of_it(items: Sequence[Item], at: int) -> bool:
    """Whether it may stand between a house and a part of it: "con techo de tejas y puerta azul"."""
    made = items[at].kind == "unknown" and items[at - 1].has("of")
    there = items[at].kind == "place" and "subject" not in items[at].options
    return made or there or items[at].has(*_TELLING, *_WITH, *_LISTED, *_FROM)


def _is_eaten(item: Item) -> bool:
    return kind_of(item) == "food"


def _is_at_it(items: Sequence[Item], at: int) -> bool:
    """Whether something is told of that is on a part, or beside it: "a castle with a flag on the tower"."""
    where = item_at(items, at + 1)
    if where is None or _is_built(items[at]) or "subject" not in items[at].options:
        return False
    there = where.has("relation", "on") or _is_wide(where)
    listed = where.has("with", "and", "comma") and _comes_along(items, at)
    return (there or listed) and items[at].language != "zh"


def _comes_along(items: Sequence[Item], at: int) -> bool:
    """Whether it is only one of the things that a house comes with: "a house with a tree and a red door"."""
    link = item_at(items, beyond(items, at - 1, _TELLING, -1))
    return link is not None and link.has("with") and not _is_built(items[at])


def _is_wide(item: Item) -> bool:
    """Whether a preposition may say that something is on the thing behind it: "en la torre"."""
    return item.has("in") and (item.language in ("pt", "es") or item.raw.lower() == "at")


def place_at(r: Reading) -> None:
    """Let what is told of right before a part of a building be there: the flag on the tower of a castle."""
    house, last = owner(r), len(r.figures) - 1
    link = r.peek(r.past(("a", "the", "color", "size", "trait")))
    wide = r.preposition == "in" and link is not None and _is_wide(link)
    at_it = "in_front_of" if r.item.has("part") and r.item.options["part"].id == "door" else "on"
    where = r.relation or ("on" if r.preposition == "on" else at_it if wide else "")
    if house is None or not where or last < 1 or r.figures[last] is house:
        return
    at = -1
    while (noun := r.peek(at)) is not None and not noun.has("subject") and noun.has(*_TELLING, *_FROM):
        at -= 1
    if noun is not None and noun.raw == r.figures[last].called and "to" not in r.figures[last].told:
        r.figures[last].told.update(relation=where, to=r.figures.index(house))


def _is_built(item: Item | None) -> bool:
    return item is not None and kind_of(item) in _BUILT and not _part(item)


def _part(item: Item) -> str:
    known = item.has("subject", "place", "place?", "unknown", "scenery")
    word = fold(item.raw) if item.language == "zh" else key(item.raw)
    return _words().get((item.language, word), "") if known else ""


@cache
def _words() -> Mapping[tuple[str, str], str]:
    rows = ((ident, row) for ident, row in table("parts").items() if row.get("built"))
    rows = ((ident, row) for ident, row in rows if ident != _CANDLES)
    return MappingProxyType(
        {
            (language, fold(word) if language == "zh" else key(word)): ident
            for ident, row in rows
            for language in LANGUAGES
            for word in listed(str(row.get(language, "")))
        }
    )
