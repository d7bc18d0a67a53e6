"""Spanish, Portuguese: a "mina" who is a girl, and the roof that somebody is on."""

from __future__ import annotations

from collections.abc import Sequence

from .fold import key
from .iberian_senses import DEEDS, each
from .items import beyond, item_at, kind_of
from .matching import Item


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what is meant."""
    return _roofs(_slang(items))


def _slang(items: Sequence[Item]) -> list[Item]:
    """With a girl for the "mina" who has hair or does something, and is no mine."""

    def girl(items: Sequence[Item], at: int) -> str:
        after, part = item_at(items, at + 1), item_at(items, at + 2)
        has = (
            after is not None and after.has("of", "with") and part is not None and part.has("part", "garment")
        )
        acts = after is not None and after.has(*DEEDS)
        return "menina" if items[at].language == "pt" and (has or acts) else ""

    return each(items, frozenset({"mina"}), girl)


_ROOFS = frozenset({"techo", "tejado", "azotea", "telhado", "teto"})


def _roofs(items: Sequence[Item]) -> list[Item]:
    """Without the roof of a building that somebody is on: "arriba del techo de una iglesia"."""
    found = list(items)
    for at in range(len(found) - 3, 0, -1):
        before, of = found[at - 1], found[at + 1]
        said = before.options.get("relation")
        upon = before.has("on", "the") or (said is not None and said.id in ("on", "over"))
        ahead = beyond(found, at + 2, ("a", "the", "color", "size", "trait"))
        if (
            key(found[at].raw) in _ROOFS
            and of.has("of")
            and upon
            and kind_of(item_at(found, ahead)) == "building"
        ):
            del found[at : at + 2]
    return found
