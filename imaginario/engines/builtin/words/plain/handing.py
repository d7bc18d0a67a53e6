"""Who gives something to eat holds it out, who waves a flag has it in the hand: "giving corn to the hens"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...vocabulary import load
from ..fold import key
from ..index import Meaning
from ..lexicon import listed, table
from ..matching import Item

_BETWEEN = ("a", "the", "count", "number", "color", "size", "trait")
_GIVING, _OFFERING = "giving", "offer"
_EDIBLE = frozenset({"food", "plant"})


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with an offer for each giving of what is eaten, a flag in the hand that waves it, and a
    building of what is made so."""
    given = [_offer(item) if _gives(items, at) else item for at, item in enumerate(items)]
    held = [_held_up(item) if _waves(given, at) else item for at, item in enumerate(given)]
    stuck = [_planted(item) if _plants(held, at) else item for at, item in enumerate(held)]
    built = [_built(item) if _makes(stuck, at) else item for at, item in enumerate(stuck)]
    return [_on_canvas(item) if _is_painted(built, at) else item for at, item in enumerate(built)]


def _makes(items: Sequence[Item], at: int) -> bool:
    """Whether it is made by building: "making a snowman", "fazendo castelos de areia"."""
    if key(items[at].raw) not in _MAKING or at + 1 == len(items):
        return False
    what = next((i for i in items[at + 1 :] if not i.has(*_BETWEEN) or i.has("subject")), None)
    found = what.options.get("subject") if what is not None else None
    return found is not None and found.id in _BUILT


def _built(item: Item) -> Item:
    language = item.language or "en"
    return Item.of("undrawn", listed(table("deeds")["building"][language])[0], language, "building")


_MAKING = frozenset({"making", "makes", "fazendo", "fazem", "faz", "haciendo", "hacen", "hace"})
_BUILT = frozenset({"snowman", "sandcastle", "igloo"})


def _is_painted(items: Sequence[Item], at: int) -> bool:
    """Whether the mountains are those of a picture: "painting a picture of a mountain"."""
    place = items[at].options.get("place")
    if place is None or place.id != "mountains":
        return False
    before = next((i for i in reversed(items[:at]) if not i.has(*_BETWEEN)), None)
    deed = before.options.get("action") if before is not None else None
    return deed is not None and deed.id in ("paint", "picture")


def _on_canvas(item: Item) -> Item:
    known = item.options["place"]
    return replace(item, options={"subject": known._replace(kind="subject", id="mountain")}, kind="subject")


def _waves(items: Sequence[Item], at: int) -> bool:
    """Whether what is waved is a flag: "waving a flag", "agitando a bandeira do Brasil"."""
    deed = items[at].options.get("action")
    if deed is None or deed.id not in ("wave", "shake"):
        return False
    what = next((i for i in items[at + 1 :] if not i.has(*_BETWEEN) or i.has("subject")), None)
    found = what.options.get("subject") if what is not None else None
    return found is not None and found.id in _FLAGS


_FLAGS = frozenset({"flag", "brazil-flag"})


def _plants(items: Sequence[Item], at: int) -> bool:
    """Whether what is planted is a flag: "planting a red flag"."""
    deed = items[at].options.get("undrawn")
    if deed is None or deed.id != "planting":
        return False
    what = next((i for i in items[at + 1 :] if not i.has(*_BETWEEN) or i.has("subject")), None)
    found = what.options.get("subject") if what is not None else None
    return found is not None and found.id in _FLAGS


def _planted(item: Item) -> Item:
    return Item.of("action", item.raw, item.language, "plant-flag")


def _held_up(item: Item) -> Item:
    known = item.options["action"]
    return replace(item, options={"action": known._replace(id="wield")}, kind="action")


def _gives(items: Sequence[Item], at: int) -> bool:
    deed = items[at].options.get("undrawn")
    if deed is None or deed.id != _GIVING or at == 0:
        return False
    gift = next((i for i in items[at + 1 :] if not i.has(*_BETWEEN) or i.has("subject")), None)
    found = gift.options.get("subject") if gift is not None else None
    return found is not None and load()[found.id].kind in _EDIBLE


def _offer(item: Item) -> Item:
    known = item.options["undrawn"]
    return replace(
        item, options={"action": Meaning("action", _OFFERING, known.language, item.raw)}, kind="action"
    )
