"""Spanish and Portuguese: what is put on somebody, and written on things: "um chapéu no gato"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..items import beyond, is_alive, item_at
from ..matching import Item

_WORN = ("hat", "garment", "glasses")
_TELLING = ("a", "the", "count", "number", "color", "size", "trait")
_ON = frozenset({"em", "no", "na", "num", "numa", "nos", "nas", "en", "en el", "en la"})
_ON_THEM = frozenset({"nele", "nela", "neles", "nelas"})
_OPENING = ("comma", "and", "stop.", "filler", "stop", "a")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with who wears it before what is put on them, and with a text as one word."""
    return _dressed(_on_them(_written(items)))


def _dressed(items: Sequence[Item]) -> list[Item]:
    """With a cat in a hat for "um chapéu no gato"."""
    found = list(items)
    for at in range(len(found) - 3, -1, -1):
        ordered = any(key(i.raw) in _PUT for i in found[max(0, at - 3) : at])
        if not found[at].has(*_WORN) or (found[at].has("subject", "role") and not ordered and at > 1):
            continue
        link = beyond(found, at + 1, ("color", "trait"))
        on, whom = item_at(found, link), beyond(found, link + 1, _TELLING)
        start = beyond(found, at - 1, ("a", "the", "count"), -1) + 1
        start -= ordered and key(found[start - 1].raw) in _PUT
        opens = start == 0 or found[start - 1].has(*_OPENING)
        if opens and on is not None and key(on.raw) in _ON and is_alive(item_at(found, whom)):
            end = beyond(found, whom + 1, ("color", "size", "trait"))
            word = Item.of("with", "com" if found[at].language == "pt" else "con", found[at].language)
            found[start:end] = [*found[link + 1 : end], word, *found[start:link]]
    return found


_PUT = frozenset({"bota", "bote", "coloca", "coloque", "poe", "ponha", "colocar", "botar", "pon", "ponga"})


def _on_them(items: Sequence[Item]) -> list[Item]:
    """With "com" for the "e bota" before what is put on who was named: "e bota um chapéu nele"."""
    at = next((n for n, i in enumerate(items) if key(i.raw) in _ON_THEM and n > 1), 0)
    worn = next((n for n in range(at - 1, max(at - 4, 0), -1) if items[n].has(*_WORN)), 0)
    first = beyond(items, worn - 1, ("a", "the", "count"), -1) + 1
    start = first
    while start > 1 and (key(items[start - 1].raw) in _PUT or items[start - 1].has("and", "comma", "stop")):
        start -= 1
    if not worn or start == first or not any(map(is_alive, items[:start])):
        return list(items)
    language = items[at].language
    word = Item.of("with", "com" if language == "pt" else "con", language)
    return [*items[:start], word, *items[first:at], *items[at + 1 :]]


_WRITING = frozenset({
    "escrito", "escrita", "escritos", "escritas", "dizendo", "diz", "diciendo", "dice", "frase", "dizeres",
    "palavra", "palabra", "texto", "mensagem", "mensaje", "nome", "nombre", "letreiro", "letrero",
})  # fmt: skip
_QUOTES = frozenset("\"“”«»'‘’")
_FARTHEST = 12


def _written(items: Sequence[Item]) -> list[Item]:
    """With a text in quotes as one unknown word, of which nothing is drawn: "escrito 'mestre'"."""
    found = list(items)
    for at in range(len(found) - 2, -1, -1):
        opens = key(found[at].raw) in _WRITING and found[at + 1].raw in _QUOTES
        ahead = range(at + 2, min(len(found), at + _FARTHEST))
        end = next((n for n in ahead if found[n].raw in _QUOTES), 0) if opens else 0
        if end:
            found[at : end + 1] = [Item("unknown", found[at].raw, found[at].language)]
    return found
