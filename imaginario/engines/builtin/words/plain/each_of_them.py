"""What several have that were told of apart: "a dog and a cat, both with hats" is a hat for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..fold import key
from ..items import beyond, is_alive, item_at, one_of
from ..matching import Item

_BOTH = frozenset({
    "both", "each", "ambos", "ambas", "los dos", "las dos", "os dois", "as duas", "los tres", "las tres",
    "all", "todos", "todas", "os tres", "as tres",
})  # fmt: skip
_ONE = frozenset({"uno", "una", "um", "uma"})
_HAVING = ("with", "wearing", "dressed", "in")
_TELLING = ("a", "the", "count", "color", "size", "trait", "mood", "filler")
_HAD = ("garment", "hat", "glasses", "part", "role", "subject", "undrawn", *_TELLING, "of", "stop", "and")


def told(items: Sequence[Item]) -> list[Item]:
    """The items with what both of them have told of each."""
    found = list(items)
    for at in range(len(found) - 1, 1, -1):
        size = _length(found, at)
        if not size:
            continue
        if _feel_alike(found, at, size):
            continue
        ahead = _having(found, at + size)
        end = _end(found, ahead) if ahead else 0
        start = at - 1 if found[at - 1].has("comma", "stop") else at
        if end and (doing := _doing(found, start)) and _links(found, doing):
            found[start:end] = map(_several, found[ahead:end])
        elif end and (links := _links(found, start)):
            thing, last = _thing(found[ahead:end]), _last_noun(found, start)
            del found[at:end], found[start:at]
            _share(found, thing, [*links, last])
        elif end and size > 1:
            del found[at : at + size]  # "tres ratones, cada uno con capa"
        elif not end and (
            at + size == len(found) or found[at + size].has("comma", "stop.", "in", "relation")
        ):
            found = _trailing(found, at, size)
    return found


def _feel_alike(found: list[Item], at: int, size: int) -> bool:
    """Tell of each of them what both of them feel, in place: "um avô e um neto, os dois rindo"."""
    felt, after = item_at(found, at + size), item_at(found, at + size + 1)
    ends = after is None or after.has("comma", "stop.", "filler", "in")
    trait = felt.options.get("trait") if felt is not None else None
    if felt is None or trait is None or trait.id not in _FELT or not ends:
        return False
    start = at - 1 if found[at - 1].has("comma", "stop") else at
    last = next((n + 1 for n in range(start - 1, -1, -1) if is_alive(found[n])), 0)
    first = next((n + 1 for n in range(last - 2, -1, -1) if is_alive(found[n])), 0)
    if not first:
        return False
    felt = replace(felt, raw=f"{felt.raw} {found[at].raw}")  # what stands between them parts no row
    del found[start : at + size + 1]
    for behind in (last, first):
        found.insert(behind, felt)
    return True


_FELT = frozenset({"laughing", "smiling", "crying", "angry", "sad", "glad", "surprised", "sleepy", "wet"})


def _share(found: list[Item], thing: Sequence[Item], places: Sequence[int]) -> None:
    """Put what each has behind each of them; who came along is one more of them then."""
    for at in sorted(places, reverse=True):
        if at != places[-1] and found[at].has("with"):
            found[at] = Item.of("and", "y" if found[at].language == "es" else "e", found[at].language)
        found[at:at] = thing


def _trailing(found: list[Item], at: int, size: int) -> list[Item]:
    """The same where "both" stands last: "un perro y un gato con sombrero los dos"."""
    begin = next((n for n in range(at - 1, 0, -1) if found[n].has("with", "wearing")), 0)
    if not begin or _end(found, begin) != at:
        return found
    thing, links = _thing(found[begin:at]), _links(found, begin)
    del found[at : at + size]
    if links:
        del found[begin:at]
        _share(found, thing, [*links, begin])
    return found


def _last_noun(items: Sequence[Item], until: int) -> int:
    """Where the last of them ends, behind whom only the place of all is told: "con su perro en la calle"."""
    at = until - 1
    while at > 0 and items[at].has(*_PLACED, *_TELLING) and not is_alive(items[at]):
        at -= 1
    placed = any(i.has(*_PLACED) for i in items[at + 1 : until])
    return at + 1 if placed and is_alive(items[at]) else until


def _doing(items: Sequence[Item], until: int) -> int:
    """Where the deed stands that all of them do before it is told what they have; 0 for none."""
    deed = next((n for n in range(until - 1, 0, -1) if items[n].has("action", "activity", "undrawn")), 0)
    apart = any(i.has("comma") for i in items[deed:until])
    return deed if deed and is_alive(items[deed - 1]) and not apart else 0


def _several(item: Item) -> Item:
    if not item.has("garment", "hat", "glasses"):
        return item
    return replace(item, options={kind: m._replace(plural=True) for kind, m in item.options.items()})


_PLACED = ("in", "on", "place", "place?", "outside")


def _length(items: Sequence[Item], at: int) -> int:
    """How many items say "both of them" or "each one" here; 0 for none."""
    word, after = key(items[at].raw), item_at(items, at + 1)
    if word == "cada" and after is not None and key(after.raw) in _ONE:
        return 2
    if word in ("each", "both") and after is not None and key(after.raw) in ("one", "of them"):
        return 2
    return int(word in _BOTH)


def _having(items: Sequence[Item], at: int) -> int:
    """Where "with" stands that says what they have; 0 where something else is told."""
    item = item_at(items, at)
    if item is not None and item.has("be"):
        at, item = at + 1, item_at(items, at + 1)
    if item is not None and item.raw.lower() == "de":
        worn = item_at(items, beyond(items, at + 1, ("a", "the")))
        return at if worn is not None and worn.has("hat", "garment", "glasses", "part", "color") else 0
    return at if item is not None and item.has(*_HAVING) and not item.has("trait", "subject") else 0


def _end(items: Sequence[Item], at: int) -> int:
    """Where the things end that they have; 0 where there are none."""
    end, noun = at + 1, False
    while (item := item_at(items, end)) is not None and item.has(*_HAD) and not is_alive(item):
        if _length(items, end):
            break
        if item.has("and") and not _lists(items, end):
            break
        noun = noun or item.has("garment", "hat", "glasses", "part", "subject")
        end += 1
    worn = item is not None and item.has("role") and items[at].has("dressed", "wearing", "with", "in")
    if worn and not noun:
        return end + 1
    return end if noun or (end > at + 1 and items[at].has("in")) else 0


def _lists(items: Sequence[Item], at: int) -> bool:
    thing = item_at(items, beyond(items, at + 1, _TELLING))
    return thing is not None and thing.has("garment", "hat", "glasses", "part")


_LINKS = ("and", "comma", "with")


def _links(items: Sequence[Item], until: int) -> list[int]:
    """Where each of the others ends who is told of before: the "and" and the commas of "a, b and c"."""
    found, at = [], _last_noun(items, until) - 1
    while at > 0:
        while at > 0 and items[at].has(*_TELLING, "subject", "role", "stop") and not items[at].has("and"):
            at -= 1
        link = items[at]
        one = next((i for i in items[at + 1 : until] if is_alive(i)), None)
        if not link.has(*_LINKS) or one is None or not is_alive(item_at(items, at - 1)):
            back = beyond(items, at - 1, ("color", "size", "trait", "mood", "filler"), -1)
            if not link.has(*_LINKS) or one is None or not is_alive(item_at(items, back)):
                break
        found.insert(0, at)
        at -= 1
    return found


def _thing(items: Sequence[Item]) -> list[Item]:
    """What each has, with an article, without which it would be the one that is in a hand already."""
    found = [one_of(i) if i.has("subject") and not i.has("role") else i for i in items]
    if len(found) > 1 and found[1].has("subject") and found[0].has("with"):
        found.insert(1, Item("a", "a" if found[0].language == "en" else "un", found[0].language))
    return found
