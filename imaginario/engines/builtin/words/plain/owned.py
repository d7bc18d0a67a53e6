"""Whose a thing is, where only the thing is asked for: "o carro do meu pai", "我姐姐的自行车"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import beyond, by_rules, item_at, kind_of
from ..matching import Item

_POSSESSIVES = frozenset({
    "meu", "minha", "seu", "sua", "nosso", "nossa", "teu", "tua", "mi", "su", "tu", "nuestro", "nuestra",
    "da minha", "do meu", "de mi", "de su", "da sua", "do seu",
})  # fmt: skip
_MINE = frozenset({"我", "他", "她", "你", "我的", "他的", "她的", "你的", "我们", "咱"})
_OWNED = frozenset({"vehicle", "thing", "instrument", "food", "plant", "sport", "furniture", "animal"})
_SHOWING = frozenset({"statue", "photo", "book", "picture-frame", "letter"})
"""Things that may be of somebody without being theirs."""
_DESCRIBING = ("color", "size", "trait", "mood")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items without whose a thing is."""
    return by_rules(items, (_behind, _before))


def _behind(found: list[Item], at: int) -> None:
    """Spanish, Portuguese: the owner stands behind the thing."""
    thing, whose = item_at(found, beyond(found, at - 1, _DESCRIBING, -1)), item_at(found, at + 1)
    if not found[at].has("of") or found[at].language not in ("pt", "es") or whose is None:
        return
    who = item_at(found, beyond(found, at + 2, _DESCRIBING))
    if whose.raw.lower() in _POSSESSIVES and kind_of(who) == "person" and _may_be_owned(thing):
        del found[at : found.index(who, at) + 1 if who is not None else at]


def _before(found: list[Item], at: int) -> None:
    """Chinese: the owner stands before it."""
    link = item_at(found, at + 2)
    thing = item_at(found, beyond(found, at + 3, _DESCRIBING))
    mine = found[at].raw in _MINE and kind_of(item_at(found, at + 1)) == "person"
    if mine and link is not None and link.has("of-the") and _is_owned(thing):
        del found[at : at + 3]


def _may_be_owned(thing: Item | None) -> bool:
    """Whether it is a thing, or a deed with one: "tocando el violín de su abuelo"."""
    return _is_owned(thing) or (thing is not None and thing.kind == "activity")


def _is_owned(thing: Item | None) -> bool:
    known = thing.options.get("subject") if thing is not None else None
    return known is not None and kind_of(thing) in _OWNED and known.id not in _SHOWING
