"""English "one" and "both" for a noun told before: "a black cat and a white one", "both asleep"."""

from __future__ import annotations

from collections.abc import Sequence

from ..index import Meaning, build
from ..items import item_at
from ..matching import Item

_ADJECTIVES = ("color", "size", "trait", "mood")
_NOUNS = ("subject", "role", "garment", "hat", "part")


def plain(items: Sequence[Item]) -> list[Item]:
    """With the noun again for "one": "a black cat and a white one", "a blue coat … a red one"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        word, before = item.raw.lower(), found[-1] if found else None
        described = word in ("one", "ones") and before is not None and before.has(*_ADJECTIVES)
        nouns = (i for i in reversed(found) if i.has(*_NOUNS) and not i.has("color"))
        if described and (noun := next(nouns, None)) is not None:
            kinds = {k: m._replace(plural=word == "ones") for k, m in _base(noun).items() if k in _NOUNS}
            if not _was_told(found):
                _begin_another(found)
            found.append(Item(next(iter(kinds)), noun.raw.split()[-1], "en", kinds))
        elif word == "both" and item.kind == "stop" and not _is_noun_next(items, at):
            found.append(Item.of("it", "they", "en"))
        else:
            found.append(item)
    return found


def _is_noun_next(items: Sequence[Item], at: int) -> bool:
    after = item_at(items, at + 1)
    return (
        after is not None
        and after.has(*_NOUNS, "scenery", "the", "unknown", *_ADJECTIVES)
        and not after.has("action")
    )


def _was_told(found: Sequence[Item]) -> bool:
    """Whether one so described stands there: "a small turtle … on top of the big one"."""
    quality = found[-1]
    kind = next((k for k in _ADJECTIVES if k in quality.options), "")
    before = [i.options[kind].id for i in found[:-2] if kind in i.options] if kind else []
    told = quality.raw.lower() in (i.raw.lower().split()[0] for i in found[:-2] if " " in i.raw)
    again = bool(kind) and (told or quality.options[kind].id in before)
    return again and found[-2].raw.lower() == "the"


def _begin_another(found: list[Item]) -> None:
    """With "a" for the "the" of "the smaller one", which is not the one told of before."""
    at = len(found) - 1
    while at >= 0 and found[at].has(*_ADJECTIVES):
        at -= 1
    if at >= 0 and found[at].raw.lower() == "the":
        found[at] = Item.of("a", "a", "en")


def _base(noun: Item) -> dict[str, Meaning]:
    """What the noun may mean without its colour: a "black cat" is a cat."""
    first, _, last = noun.raw.lower().rpartition(" ")
    meanings = (
        build().phrases.get(last, ()) if first in ("black", "white", "blue", "red", "brown", "grey") else ()
    )
    known = {m.kind: m for m in reversed(meanings) if m.language == "en" and m.kind in _NOUNS}
    return known or noun.options
