"""What is to be taken out of a picture: "the dog", "its hat", "the people in the background"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..matching import Item
from ..reader.avoiding import ids
from . import phrases
from .finding import Found

_FROM = frozenset({"from", "off", "desde"})


def remove(f: Found, text: str, known: bool = False) -> None:
    """Note what a piece names as unwanted; with `known` only what the vocabulary answers to."""
    pieces = phrases.items(text, f.code)
    bare = bool(phrases.colors(pieces)) and not any(True for i in pieces if _nouns(i))
    behind = worn = False
    gone: list[str] = []
    owner = ""
    for at, item in enumerate(pieces):
        if item.kind == "comma" and gone and _goes_on(pieces[at + 1 :]):
            f.attributes(phrases.joined(pieces[at + 1 :], f.code), None)
            break
        if item.has("and", "comma", "or"):
            behind, owner = False, ""
        elif gone and (item.has("in", "on", "of", "relation") or item.raw.lower() in _FROM):
            behind = True
        elif worn and phrases.is_figure(item):
            f.of = item.options["subject"].id
        elif not (behind or _is_where(item, gone)):
            if owner and phrases.is_worn(item):  # "the cat's hat"
                f.of, gone = owner, [ident for ident in gone if ident != owner]
            gone += _unwanted(f, item, bare, known)
            worn |= phrases.is_worn(item)
            owner = item.options["subject"].id if phrases.is_figure(item) else owner
    f.lists["remove"].extend(gone)


def _goes_on(pieces: Sequence[Item]) -> bool:
    """Whether something else is asked for behind the comma: "no dog, at night"."""
    return bool(pieces) and pieces[0].has("in", "on", "with", "time", "style", "action", "be")


def _is_where(item: Item, gone: Sequence[str]) -> bool:
    """Whether a word for the background only says where the unwanted thing is."""
    return item.has("background") and (bool(gone) or item.raw.endswith(("里", "中")))


def _unwanted(f: Found, item: Item, bare: bool, known: bool) -> Iterator[str]:
    if item.kind == "unknown" and not known:
        f.lists["unknown"].append(item.raw)
        yield item.raw
    elif item.has("background"):
        yield "background"
    elif bare or _nouns(item):
        yield from ids(item)


def _nouns(item: Item) -> Sequence[str]:
    return [] if set(item.options) <= {"color"} else list(ids(item))
