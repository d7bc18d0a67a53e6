"""What is there: "encima hay un florero" and "on it there is a vase" name the thing behind the place."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..items import item_at
from ..matching import Item
from ..reader.reading import Figure

BARE = frozenset(map(key, {
    "encima", "arriba", "adentro", "dentro", "al lado", "al costado", "a un costado", "a su costado",
    "a un lado", "a su lado", "detrás", "atrás", "debajo", "abajo", "em cima", "lá dentro", "ao lado",
    "do lado", "ao seu lado", "lá atrás", "embaixo", "debaixo", "on top", "on it", "in front", "in the front",
    "up front", "out front", "na frente", "em frente",
    "à frente", "lá na frente", "nele", "nela", "neles", "nelas",
    "en ella", "montado nele", "montada nele", "montado nela", "montada nela",
    "al frente", "en frente", "enfrente", "por delante", "adelante", "delante",
    "ao redor", "em volta", "alrededor", "en torno",
}))  # fmt: skip
"""Adverbs of place."""
_THERE_IS = frozenset(map(key, {
    "hay", "hay también", "habia", "había", "tiene", "tem", "tem também", "há", "existe", "existem", "está",
    "están", "estão", "there", "there is", "there are", "there's", "is", "are", "stands", "lies", "sits",
}))  # fmt: skip


def plain(items: Sequence[Item]) -> list[Item]:
    """The items without the words for being there between a bare place and what is in it."""
    found = _around_it([_upon_it(items, at) for at in range(len(items))])
    for at in range(len(found) - 1, -1, -1):
        where, after = found[at], at + 1
        bare = where.has("whom") or (where.has("relation") and key(where.raw) in BARE)
        while bare and (said := item_at(found, after)) is not None and _says_there_is(said):
            after += 1
        if bare and (thing := item_at(found, after)) is not None and thing.has("a", "count", "number"):
            del found[at + 1 : after]
    return found


def _says_there_is(item: Item) -> bool:
    return item.language != "zh" and key(item.raw) in _THERE_IS


def _around_it(items: Sequence[Item]) -> list[Item]:
    """With one item for the Chinese "围着它"."""
    found: list[Item] = []
    for item in items:
        if found and found[-1].raw in _AROUND and item.raw in _IT:
            found[-1] = Item.of("whom", found[-1].raw + item.raw, "zh", "beside")
        else:
            found.append(item)
    return found


_AROUND, _IT = frozenset({"围着", "绕着", "围绕着", "环绕着"}), frozenset({"它", "他", "她", "它们"})


def _upon_it(items: Sequence[Item], at: int) -> Item:
    """Chinese: the place in "上面有" where that opens a clause about what was told of before."""
    item, before = items[at], item_at(items, at - 1)
    if item.raw != "上面有" or before is None or not before.has("comma", "stop."):
        return item
    return Item.of("relation", "上面", "zh", "on")


def ground_of(figure: Figure, otherwise: int, where: str) -> int:
    """The index of what the figure is under or on, which others are on or under, too; or else another one."""
    ground = figure.told.get("to")
    lies = figure.told.get("relation") in ("under", "on", "inside") and ground is not None
    return int(ground) if lies and ground is not None and where in ("on", "under") else otherwise
