"""A family with a seat, and of whom each is told: "the family on the sofa, dad in blue, mom in green"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..items import item_at
from ..matching import Item
from .couples import the_same

_FAMILIES = ("famil",)
_KIN = frozenset({"mother", "father", "grandmother", "grandfather", "boy", "girl", "teenager", "baby"})
_SEATS = frozenset({"sofa", "bench", "bed", "armchair", "rug", "picnic-blanket", "stairs"})
_BESIDES = ("stop", "a", "the", "filler")
_LINKS = ("comma", "and")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with every one of a family where the whole of it is said to be."""
    at = next((n for n, item in enumerate(items) if key(item.raw).startswith(_FAMILIES)), -1)
    where = _where(items, at) if at >= 0 else (0, 0)
    if where[1] <= where[0]:
        return list(items)
    comma = next((n for n in range(where[1], len(items)) if _links(items[n])), len(items))
    members = _members(items, comma)
    if len(members) < 2:
        return list(items)
    start = at - (at > 0 and items[at - 1].has("a", "the"))
    place = [*_seated(items[at]), *items[where[0] : where[1]]]
    found = [*items[:start], *_left(items[where[1] : comma])]
    for number, (begin, end) in enumerate(members):
        told = items[begin:end]
        there = [] if _is_elsewhere(told) else list(place) if not number else map(the_same, place)
        found += [*items[(comma if not number else members[number - 1][1]) : begin], *told, *there]
    return [*found, *items[members[-1][1] :]]


def _where(items: Sequence[Item], at: int) -> tuple[int, int]:
    """From where to where the seat of the family is told of; nowhere where it is not."""
    start = at + 1
    while start < len(items) and items[start].has(*_BESIDES) and not items[start].has("in", "on"):
        start += 1
    link = item_at(items, start)
    end = start + 1
    while end < len(items) and items[end].has("a", "the"):
        end += 1
    there = link is not None and link.has("in", "on", "relation")
    known = seat.options.get("subject") if (seat := item_at(items, end)) is not None else None
    seated = there and known is not None and known.id in _SEATS
    return (start, end + 1) if seated else (0, 0)


def _seated(family: Item) -> list[Item]:
    """The deed of who has a seat: "sentado"."""
    said = {"pt": "sentado", "es": "sentado", "en": "sitting"}.get(family.language, "")
    return [Item.of("action", said, family.language, "sit")] if said else []


def _is_elsewhere(told: Sequence[Item]) -> bool:
    """Whether one of them is somewhere else, or on somebody: "the baby on her lap"."""
    for at, item in enumerate(told):
        noun = next((i for i in told[at + 1 :] if not i.has("a", "the", "color", "size", "trait")), None)
        put = item.has("in", "on", "relation") and noun is not None
        if item.has("upon") or (put and noun and not noun.has("garment", "hat", "glasses", "part")):
            return True
    return False


def _left(items: Sequence[Item]) -> list[Item]:
    """What else is told before the members, with the room that the seat is in as a place."""
    found = list(items)
    if found and found[0].has("of"):
        found[0] = Item.of("in", "em" if found[0].language == "pt" else "en", found[0].language)
    return found


def _links(item: Item) -> bool:
    return item.has(*_LINKS) or item.raw == ":"


def _members(items: Sequence[Item], comma: int) -> list[tuple[int, int]]:
    """From where to where each of the family is told of, one behind the other."""
    found: list[tuple[int, int]] = []
    at = comma
    while at < len(items) and _links(items[at]):
        begin = at + 1
        noun = next(
            (n for n in range(begin, min(begin + 3, len(items))) if not items[n].has("a", "the", "count")), 0
        )
        known = items[noun].options.get("subject") if noun else None
        if known is None or known.id not in _KIN:
            break
        at = next((n for n in range(noun, len(items)) if _links(items[n])), len(items))
        found.append((begin, at))
    return found
