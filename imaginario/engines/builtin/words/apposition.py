"""Who somebody with a name is: "Camila la enfermera", "Lucy the pirate girl", "Emma the elephant"."""

from __future__ import annotations

from collections.abc import Sequence

from .items import is_alive, item_at
from .matching import Item

_TELLING = ("color", "size", "trait", "role")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with the name behind what its bearer is, as in "the nurse Camila"."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        start = _article(found, at)
        end = _phrase(found, start + 1) if start else 0
        if end:
            article = Item.of("a", found[start].raw if found[start].has("a") else "a", found[start].language)
            found[at:end] = [article, *found[start + 1 : end], found[at]]
    return found


def _article(items: Sequence[Item], at: int) -> int:
    """Where the article behind a name stands: "the" at once, "a" behind a comma; 0 where there is none."""
    first, second = item_at(items, at + 1), item_at(items, at + 2)
    if items[at].kind != "name" or first is None or first.language == "zh":
        return 0
    if first.has("the") and not first.has("subject"):
        return at + 1
    return at + 2 if first.kind == "comma" and second is not None and second.has("a") else 0


def _phrase(items: Sequence[Item], at: int) -> int:
    """Where a phrase for one living thing ends that begins here; 0 for none, or where others are listed."""
    end = at
    while (item := item_at(items, end)) is not None and (item.has(*_TELLING) or is_alive(item)):
        end += 1
    somebody = end > at and is_alive(items[end - 1]) and not _are_many(items[end - 1])
    after = item_at(items, end)
    return end if somebody and not (after is not None and after.has("and", "subject", "name")) else 0


def _are_many(item: Item) -> bool:
    return any(m.plural for kind, m in item.options.items() if kind in ("subject", "role"))
