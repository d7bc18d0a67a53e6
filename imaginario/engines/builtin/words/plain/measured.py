"""How large or strong somebody is, told by something else: "a cat as big as a house"."""

from __future__ import annotations

from collections.abc import Sequence

from ... import vocabulary
from ..fold import key
from ..index import build
from ..items import item_at, kind_of
from ..matching import Item

_AS = frozenset({"as", "tão", "tao", "tan"})
_AS_IN = frozenset({"as", "as a", "as an", "quanto", "como", "quanto a", "tal como"})
_ALL_IN_ONE = ("do tamanho d", "del tamaño d", "del tamano d", "tamaño d")
_LIKE = frozenset({"像", "和", "跟", "如", "有", "如同", "好像"})
_ALIKE = frozenset({"一样", "那么", "般", "似的", "这么"})
_SO = ("那么", "这么")
_MORE = frozenset({"还", "更", "还要"})
_DESCRIBING = ("a", "the", "count", "color", "size", "trait", "stop")
_NOUNS = ("subject", "scenery", "place", "place?", "unknown", "role", "filler", "time", "weather", "sky")
_OPEN = 9.0
"""How large land, trees and houses are that have no size of their own."""
_SIZES = ((1.25, "180"), (1.0, "135"), (0.8, "75"), (0.0, "55"))
"""From which share of somebody's own size on they are drawn so large."""


def told(items: Sequence[Item]) -> list[Item]:
    """The items with a plain size or quality beside the noun for what it is as large or strong as."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        first, word = _begins(items, at)
        thing, end = _thing(items, first) if first > at else (None, at)
        noun = _noun_before(found)
        if (chinese := _in_chinese(items, at)) is not None:
            found.append(_size(chinese[0], items[at + 1], chinese[1]))
            at = chinese[2]
        elif thing is None or noun < 0:
            found.append(items[at])
            at += 1
        else:
            del found[noun + 1 :]
            if word is not None and not word.has("size"):
                found.insert(noun + _behind(word), word)
            elif not _is_told(found, noun):
                found.insert(noun, _size(found[noun], thing, word))
            at = end
    return found


def _in_chinese(items: Sequence[Item], at: int) -> tuple[Item, Item, int] | None:
    """Who is so large, the word for how, and where the words go on: "像房子一样大的猫"."""
    thing, how = item_at(items, at + 1), item_at(items, at + 2)
    if thing is None or how is None or not thing.has(*_NOUNS):
        return None
    end = at + 3
    if (items[at].raw in _LIKE and how.raw in _ALIKE) or (items[at].raw == "比" and how.raw in _MORE):
        how, end = item_at(items, at + 3), at + 4
    elif not (items[at].raw in _LIKE and how.raw.startswith(_SO)):
        return None
    if how is None or not how.has("size"):
        return None
    link, noun = item_at(items, end), item_at(items, end + 1)
    named = noun if link is not None and link.has("of-the") and noun is not None else items[at - 1]
    return named, how, end


def _begins(items: Sequence[Item], at: int) -> tuple[int, Item | None]:
    """Where the thing stands that something is as large as, if after `at`, and the word for how it is."""
    item, second, third = (item_at(items, at + n) for n in range(3))
    raw = item.raw.lower() if item is not None else ""
    if item is not None and item.kind == "like" and (how := _in_between(item)) is not None:
        return at + 1, how
    if raw.startswith(_ALL_IN_ONE):
        return at + 1, None
    if raw == "the" and second is not None and second.raw.lower() in ("size", "height"):
        return (at + 3, None) if third is not None and third.has("of") else (at, None)
    if raw in ("size", "height") and second is not None and second.has("of"):
        return at + 2, None
    if second is None or third is None:
        return at, None
    if raw in _AS and second.has(*_HOW, "unknown") and third.raw.lower() in _AS_IN:
        return at + 3, second
    plain = item is not None and item.has("size") and item.language in ("pt", "es")
    return (at + 2, item) if plain and second.raw.lower() == "como" else (at, None)


_HOW = ("size", "color", "trait", "mood")


def _in_between(item: Item) -> Item | None:
    """What a phrase of three words says that something is like: the black of "as black as"."""
    words = item.raw.lower().split()
    if len(words) != 3 or words[0] not in _AS or words[2] not in _AS_IN:
        return None
    found = {m.kind: m for m in build().meanings(key(words[1])) if m.kind in _HOW}
    return Item(next(iter(found)), words[1], item.language, found) if found else None


def _thing(items: Sequence[Item], at: int) -> tuple[Item | None, int]:
    """The thing, and where the words go on behind it: "a grain of rice" is one."""
    while (item := item_at(items, at)) is not None and item.has(*_DESCRIBING) and not item.has(*_NOUNS):
        at += 1
    if item is None or not item.has(*_NOUNS):
        return None, at
    link, part = item_at(items, at + 1), item_at(items, at + 2)
    linked = link is not None and link.has("of") and link.raw != "s"
    if linked and part is not None and part.has(*_NOUNS):
        return (part if item.has("filler") else item), at + 3
    return item, at + 1


def _noun_before(found: Sequence[Item]) -> int:
    """Where the noun stands that ends just here; -1 where none does."""
    at = len(found) - 1
    while at >= 0 and (found[at].has("be", "comma", "stop", "color") and "subject" not in found[at].options):
        at -= 1
    return at if at >= 0 and found[at].has("subject", "role", "part", "garment", "hat") else -1


def _is_told(found: Sequence[Item], noun: int) -> bool:
    """Whether a size is told of it already."""
    while noun > 0 and found[noun - 1].has("size", "color", "trait"):
        noun -= 1
        if found[noun].has("size"):
            return True
    return False


def _behind(adjective: Item) -> int:
    """How many steps behind its noun an adjective stands in its language."""
    return int(adjective.language in ("pt", "es"))


def _size(noun: Item, thing: Item, word: Item | None) -> Item:
    own, other = _natural(noun), _natural(thing)
    ident = next(ident for least, ident in _SIZES if other / own >= least)
    if kind_of(noun) == kind_of(thing) == "person":
        ident = min(ident, "135", key=int)
    if word is not None and (said := int(word.options["size"].id)) != 0:
        ident = max(ident, "135", key=int) if said > 100 else min(ident, "75", key=int)
    return Item.of("size", thing.raw, noun.language, ident)


def _natural(item: Item) -> float:
    meaning = item.options.get("subject")
    if meaning is None:
        return 1.0 if item.has("role", "unknown", "filler") else _OPEN
    entry = vocabulary.load()[meaning.id]
    return entry.size
