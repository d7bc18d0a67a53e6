"""Spanish, Portuguese: a "mina" who is a girl, a "guagua" that is a bus, wool to play with, roofs."""

from __future__ import annotations

from collections.abc import Sequence

from .fold import key
from .iberian_senses import DEEDS, each
from .items import beyond, item_at, kind_of
from .matching import Item


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what is meant."""
    return _roofs(_buses(_wool(_slang(items))))


def _slang(items: Sequence[Item]) -> list[Item]:
    """With a girl for the "mina" who has hair or does something, and is no mine."""

    def girl(items: Sequence[Item], at: int) -> str:
        after, part = item_at(items, at + 1), item_at(items, at + 2)
        if after is None or items[at].language != "pt":
            return ""
        has = after.has("of", "with") and part is not None and part.has("part", "garment")
        return "menina" if has or after.has(*DEEDS) else ""

    return each(items, frozenset({"mina"}), girl)


_PASSENGERS = frozenset({
    "llena", "turistas", "turista", "habana", "malecon", "calle", "pasajeros", "chofer", "parada",
    "carretera", "cuba", "tenerife", "canarias", "cubana",
})  # fmt: skip


def _buses(items: Sequence[Item]) -> list[Item]:
    """With a bus for the "guagua" of Cuba and the Canaries, which is a baby in the Andes."""
    said = {word for item in items for word in key(item.raw).split()}
    return each(
        items, frozenset({"guagua", "guaguas"}), lambda i, at: "autobús" if _PASSENGERS & said else ""
    )


def _wool(items: Sequence[Item]) -> list[Item]:
    """With a ball of it for the wool that somebody plays with: "el gato jugando con la lana"."""

    def ball(items: Sequence[Item], at: int) -> str:
        played = any(i.has("action") and i.options["action"].id == "play" for i in items[max(0, at - 3) : at])
        return ("novelo de lã" if items[at].language == "pt" else "ovillo de lana") if played else ""

    wool = frozenset(key(i.raw) for i in items if i.raw.lower() in ("lana", "lã"))
    return each(items, wool, ball)


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
