"""Who somebody with a name is: "Camila la enfermera", "Lucy the pirate girl", "Emma the elephant"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import is_alive, item_at
from ..matching import Item

_TITLES = frozenset({"don", "doña", "dona", "seu", "señor", "señora", "seño", "mr", "mrs", "miss", "sir"})
"""What a name with a trade behind it needs no second person for: "don Ramiro el panadero"."""
_TELLING = ("color", "size", "trait", "role")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with the name behind what its bearer is, as in "the nurse Camila"."""
    found = _described(_meanwhile(items))
    for at in range(len(found) - 1, -1, -1):
        start = _article(found, at)
        end = _phrase(found, start + 1) if start else 0
        if end:
            if at and found[at - 1].raw.lower() in _TITLES:
                del found[at - 1]
                at, start, end = at - 1, start - 1, end - 1
            article = Item.of("a", found[start].raw if found[start].has("a") else "a", found[start].language)
            noun = next(
                n for n in range(end, start, -1) if found[n - 1].has("role") or is_alive(found[n - 1])
            )
            found[at:end] = [article, *found[start + 1 : noun], found[at], *found[noun:end]]
    return found


_WHILE = frozenset({"while", "enquanto", "mientras"})


def _meanwhile(items: Sequence[Item]) -> list[Item]:
    """With a comma before somebody with a name who does something meanwhile: "Tom reads while Ana sleeps"."""
    found = list(items)
    for at, item in enumerate(items):
        first, second = item_at(items, at + 1), item_at(items, at + 2)
        who = second if first is not None and first.has("the") else first
        if item.raw.lower() in _WHILE and who is not None and who.kind == "name":
            found[at] = Item("comma", ",", item.language)
    return found


def _described(items: Sequence[Item]) -> list[Item]:
    """Without the commas around what somebody with a name is like: "Lia, ruiva, toca pandeiro"."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        end = at + 2
        while (item := item_at(found, end)) is not None and item.has("color", "trait", "size"):
            end += 1
        opens, closes = item_at(found, at + 1), item_at(found, end)
        both = opens is not None and opens.kind == "comma" and closes is not None and closes.kind == "comma"
        if found[at].kind == "name" and both and end > at + 2:
            del found[end], found[at + 1]
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
    last = next((i for i in reversed(items[at:end]) if is_alive(i) or i.has("role")), None)
    somebody = last is not None and not _are_many(last)
    after = item_at(items, end)
    return end if somebody and not (after is not None and after.has("and", "subject", "name")) else 0


def _are_many(item: Item) -> bool:
    return any(m.plural for kind, m in item.options.items() if kind in ("subject", "role"))
