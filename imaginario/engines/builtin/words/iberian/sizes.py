"""Spanish and Portuguese sizes told in a roundabout way: "um elefantão", "un perrote", "maior do que ele"."""

from __future__ import annotations

from collections.abc import Sequence

from ... import vocabulary
from ..fold import key
from ..index import Meaning, build
from ..items import item_at
from ..matching import Item

_BIG, _SMALL = "135", "75"
_COMPARED = {
    "maior": _BIG,
    "maiores": _BIG,
    "mayor": _BIG,
    "mayores": _BIG,
    "menor": _SMALL,
    "menores": _SMALL,
}
_ENDINGS = {
    "pt": ("zarroes", "zarrao", "zoes", "zao", "oes", "ao", "ona", "onas"),
    "es": ("otes", "otas", "ote", "ota", "azos", "azas", "azo", "aza"),
}
_STEM = 3
"""Letters of the shortest stem: "cão" is no augmentative."""


def plain(items: Sequence[Item]) -> list[Item]:
    """The items, with "big" behind an augmentative, and for who is bigger than another."""
    found: list[Item] = []
    for at, item in enumerate(items):
        size = _COMPARED.get(key(item.raw), "") if _is_compared(items, at) else ""
        if size:
            found.append(_sized(item, size))
            continue
        if _is_of_the_sky(items, at):
            continue
        found.append(item)
        after = item_at(items, at + 1)
        if _is_augmented(item) and not (after is not None and after.has("size")):
            found.append(_sized(item, _BIG))
    return found


def _sized(item: Item, size: str) -> Item:
    return Item("size", item.raw, item.language, {"size": Meaning("size", size, item.language, item.raw)})


def _is_compared(items: Sequence[Item], at: int) -> bool:
    """Whether somebody is bigger or smaller here, and not older or the eldest: "mi hermano mayor"."""
    ahead = [key(i.raw) for i in items[at + 1 : at + 3]]
    return ahead[:1] in (["que"], ["do que"]) or ahead == ["do", "que"]


def _is_of_the_sky(items: Sequence[Item], at: int) -> bool:
    """Whether only the moon of the sky is said to be huge: "lua cheia enorme atrás de um castelo"."""
    thing, after = item_at(items, at - 1), item_at(items, at + 1)
    sky = items[at].kind == "size" and thing is not None and "sky" in thing.options
    return sky and not (after is not None and after.has("action", "activity", "trait", "with"))


def _is_augmented(item: Item) -> bool:
    """Whether the noun is a big one of what it is without its ending, and no word of its own: "limão"."""
    known, word = item.options.get("subject"), key(item.raw)
    if known is None or item.language not in _ENDINGS or " " in word:
        return False
    names = {key(name) for code in ("pt", "es") for name in vocabulary.load()[known.id].names.get(code, ())}
    end = next((e for e in _ENDINGS[item.language] if word.endswith(e)), "")
    stem = word.removesuffix(end)
    if not end or len(stem) < _STEM or word in names:
        return False
    roots = (stem, stem.removesuffix("qu") + "c", stem.removesuffix("gu") + "g")
    whole = {m.id for r in roots for v in ("", "o", "a", "e") for m in build().phrases.get(r + v, ())}
    return known.id in whole
