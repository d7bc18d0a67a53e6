"""Who is led by the hand or on a leash: "leading a girl by the hand", "levando a menina pela mão"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..items import beyond, item_at, kind_of
from ..lexicon import listed, table
from ..matching import Item

_LEADING = ("lead", "tak", "pull", "hold", "lev", "llev", "conduz", "gui", "pux")
"""How verbs begin that somebody may be led with."""
_HAND = frozenset({"hand", "paw", "mão", "mao", "pata", "mano"})
_LEASH = frozenset({
    "leash", "lead", "rope", "reins", "rein", "bridle", "halter", "string", "coleira", "guia", "correa",
})  # fmt: skip
_BY = ("by the", "by")
_FAR = 6
"""Items between the verb and how it is done."""


def led(items: Sequence[Item]) -> list[Item]:
    """The items with one deed for a verb and the hand by which one is led, and for who leads an animal."""
    found, verbs = [*items], _leading()
    for at in range(1, len(found)):
        if found[at].raw.lower() in verbs and _leads_a_beast(found, at):
            found[at] = Item.of("action", found[at].raw, found[at].language, "lead-along")
    for at, item in enumerate(items):
        start = _link(items, at, item)
        verb = next((n for n in range(start - 1, max(-1, start - _FAR), -1) if _is_verb(items[n])), -1)
        if start < 0 or verb < 0 or any(i.has("comma", "stop.") for i in items[verb:start]):
            continue
        code = items[verb].language
        found[verb] = Item.of("action", items[verb].raw, code, "lead-along")
        found[start : at + 1] = [Item.of("stop", i.raw, code) for i in items[start : at + 1]]
    return found


@cache
def _leading() -> frozenset[str]:
    """The verb of each language that leads somebody, in the form that is told of."""
    return frozenset(listed(str(words))[0] for words in table("passives")["lead"].values())


def _leads_a_beast(items: Sequence[Item], at: int) -> bool:
    before, noun = items[at - 1], item_at(items, beyond(items, at + 1, _TELLING))
    person = before.has("role") or kind_of(before) == "person"
    return person and kind_of(noun) == "animal" and items[at].language != "zh"


_TELLING = ("a", "the", "count", "color", "size", "trait", "mood", "stop")


def _link(items: Sequence[Item], at: int, item: Item) -> int:
    """Where "by the hand" or "on a leash" begins that ends at an index; -1 for nowhere."""
    word, before, earlier = item.raw.lower(), item_at(items, at - 1), item_at(items, at - 2)
    if before is None or word not in _HAND | _LEASH:
        return -1
    said = f"{earlier.raw if earlier is not None else ''} {before.raw}".lower()
    if word in _HAND:
        ends, two = before.raw.lower() in (*_BY, "pela"), said in ("by the", "de la")
    else:
        ends = before.raw.lower() in ("na", "com", "con", "on a", *_BY)
        two = said in ("on a", "con una", "con la", "by the", "by its", "by a", "with a")
    return at - 1 if ends else at - 2 if two else -1


def _is_verb(item: Item) -> bool:
    known = item.has("undrawn", "action") or item.raw.lower() == "leading"
    return known and item.raw.lower().startswith(_LEADING)
