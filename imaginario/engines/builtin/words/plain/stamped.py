"""Pictures on clothes, told the other way around: "un niño con un dinosaurio en la playera"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import beyond, item_at, kind_of
from ..matching import Item

_TELLING = ("color", "size", "trait")
_WORN = ("garment", "hat")
_CONTRACTED = frozenset({"na", "no", "nas", "nos"})
"""Portuguese prepositions that hold the article."""
_SHIELDS = frozenset({"shield", "flag"})


def told(items: Sequence[Item]) -> list[Item]:
    """The items with the clothes first and then what is on them: "con una playera con un dinosaurio"."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        end = _picture(found, at)
        link = item_at(found, end) if end else None
        if link is None or not link.has("in", "on", "relation"):
            continue
        own = link.raw.lower() in _CONTRACTED
        thing = beyond(found, end + 1, ("the", *_TELLING))
        if not _bears(item_at(found, thing)) or not (own or found[end + 1].has("the")):
            continue
        last = beyond(found, thing + 1, _TELLING)
        language = link.language
        word = {"en": ("a", "printed"), "pt": ("uma", "estampado")}.get(language, ("una", "estampado"))
        clothes = [Item("a", word[0], language), *found[end + 2 - own : last]]
        print_ = [found[at], *found[at + 1 : end], Item("filler", word[1], language)]
        found[at:last] = [Item("with", found[at].raw, language), *clothes, *print_]
    return found


def _picture(items: Sequence[Item], at: int) -> int:
    """Where "with a dinosaur" ends that begins at an index; 0 where no such words stand there."""
    after = item_at(items, at + 1)
    if not items[at].has("with") or after is None or not after.has("a") or items[at].language == "zh":
        return 0
    noun = beyond(items, at + 2, _TELLING)
    thing = item_at(items, noun)
    if thing is None or not thing.has("subject") or thing.has("garment", "hat", "part"):
        return 0
    return beyond(items, noun + 1, _TELLING) if kind_of(thing) != "clothes" else 0


def _bears(item: Item | None) -> bool:
    """Whether a picture may be on it: a shirt, a cap, a shield."""
    if item is None:
        return False
    known = item.options.get("subject")
    return item.has(*_WORN) or (known is not None and known.id in _SHIELDS)
