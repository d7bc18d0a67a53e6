"""Spanish and Portuguese items made plain before they are read: "dos gatos, uno negro y otro blanco"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from ..fold import key
from ..index import Meaning
from ..items import kind_of
from ..matching import Item
from . import (
    agreeing,
    apart,
    asking,
    bearing,
    called,
    coffee,
    colloquial,
    deeds,
    doubles,
    events,
    homonyms,
    kin,
    nearby,
    others,
    put_on,
    senses,
    sizes,
    things,
)

_EXPLORING = frozenset({"explorando", "visitando", "recorriendo", "percorrendo"})
_CUBS = frozenset({"filhote", "filhotes", "cria", "crias", "filhotinho", "filhotinhos"})
_SONS = frozenset({"hijos", "hijas", "hijitos", "hijo", "hija", "filhos", "filhas", "filho", "filha"})
_KIN = frozenset({"tio", "tia", "primo", "prima", "vecino", "vecina", "vizinho", "vizinha", "amigo", "amiga"})
_NOBODY = frozenset({"nadie", "ninguem"})


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what is said in a roundabout way put as the reader knows it."""
    for step in (
        asking.plain,
        _spoken_plurals,
        called.plain,
        deeds.plain,
        coffee.plain,
        senses.plain,
        colloquial.plain,
        put_on.plain,
        things.plain,
        homonyms.plain,
        doubles.plain,
        events.plain,
        nearby.plain,
        bearing.plain,
        sizes.plain,
        kin.plain,
        agreeing.told,
        _crossings,
        _couples,
        _places,
        _seats,
        _nobody,
        _boughs,
        _cubs,
        _same_person,
        apart.told,
        others.told,
    ):
        items = step(items)
    return list(items)


_MANY = frozenset({
    "os", "as", "uns", "umas", "meus", "minhas", "seus", "suas", "nossos", "nossas", "esses", "essas",
    "aqueles", "aquelas", "dos meus", "com os", "com as",
})  # fmt: skip


def _spoken_plurals(items: Sequence[Item]) -> list[Item]:
    """With several for the noun that only its Portuguese article says there are many of: "os menino"."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        noun = next((m for k in ("subject", "role", "scenery") if (m := item.options.get(k))), None)
        many = key(items[at - 1].raw) in _MANY and item.language == "pt" and not key(item.raw).endswith("s")
        if noun is not None and many and " " not in item.raw:
            options = {kind: meaning._replace(plural=True) for kind, meaning in item.options.items()}
            found[at] = replace(item, options=options)
    return found


_COUPLES = frozenset({"um casal de", "casal de", "una pareja de", "pareja de"})


def _couples(items: Sequence[Item]) -> list[Item]:
    """With two people for "um casal de chapéu", who are no number of hats."""
    found: list[Item] = []
    for at, item in enumerate(items):
        worn = at + 1 < len(items) and items[at + 1].has("hat", "garment", "glasses")
        if worn and item.raw.lower() in _COUPLES:
            word = "casal" if item.language == "pt" else "pareja"
            found += [Item.of("scenery", word, item.language, "person"), Item.of("with", "de", item.language)]
        else:
            found.append(item)
    return found


def _places(items: Sequence[Item]) -> list[Item]:
    """With markets as places only, and with "in" before a place that somebody explores."""
    found: list[Item] = []
    for at, item in enumerate(items):
        if key(item.raw) == "mercado" and "place" in item.options:
            item = replace(item, options={"place": item.options["place"]}, kind="place")
        found.append(item)
        noun = items[at + 2] if at + 2 < len(items) and items[at + 1].has("a", "the") else None
        if key(item.raw) in _EXPLORING and noun is not None and noun.has("place"):
            found.append(Item.of("in", "en", item.language))
    return found


_CROSSING = frozenset({
    "cruzando", "atravesando", "cruza", "atraviesa", "atravessando", "atravessa", "cruzan", "atraviesan",
    "cruzam", "atravessam",
})  # fmt: skip


def _crossings(items: Sequence[Item]) -> list[Item]:
    """With the deed before the "in" of "cruzando la calle"; on a bridge one is seen to cross it."""
    found: list[Item] = []
    for at, item in enumerate(items):
        way = next((i for i in items[at + 1 : at + 3] if not i.has("a", "the")), None)
        if item.has("in") and key(item.raw) in _CROSSING and way is not None and kind_of(way) != "building":
            said = "pasando al otro lado" if item.language == "es" else "fazendo a travessia"
            found.append(Item.of("undrawn", said, item.language, "crossing"))
        found.append(item)
    return found


def _seats(items: Sequence[Item]) -> list[Item]:
    """With "in" for the "de" of "um garoto de cadeira de rodas", and the house for "num café"."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        known = item.options.get("subject")
        if known is not None and known.id == "wheelchair" and items[at - 1].raw.lower() == "de":
            found[at - 1] = Item.of("in", "em", item.language)
    return found


def _cubs(items: Sequence[Item]) -> list[Item]:
    """With small opossums for the cubs of "un zarigüeya con seis crías"."""
    found: list[Item] = []
    beast, folk = None, False
    for at, item in enumerate(items):
        known = item.options.get("subject")
        if known is not None and vocabulary.load()[known.id].kind == "animal":
            beast = item
        of = at + 1 < len(items) and items[at + 1].has("of")
        told = bool(found) and found[-1].has("a", "the", "count", "number")
        young = key(item.raw) in _CUBS or (key(item.raw) in _SONS and not folk)
        folk = folk or kind_of(item) == "person" or item.has("role")
        if young and beast is not None and told and not of:
            many = key(item.raw).endswith("s")
            small = Meaning("size", "55", item.language, item.raw)
            found += [
                apart.in_number(beast, 2 if many else 1),
                Item("size", item.raw, item.language, {"size": small}),
            ]
        else:
            found.append(item)
    return found


def _same_person(items: Sequence[Item]) -> list[Item]:
    """With "mi mecánico" for "mi tío el mecánico"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        after, trade = (items[at + n] if at + n < len(items) else None for n in (1, 2))
        article = after is not None and after.raw.lower() in ("el", "la", "o", "a")
        if (
            _is_kin(item)
            and article
            and trade is not None
            and (kind_of(trade) == "person" or trade.has("role"))
        ):
            continue
        twice = item.raw.lower() in ("el", "la", "o", "a") and at and _is_kin(items[at - 1])
        if (
            twice
            and at + 1 < len(items)
            and (kind_of(items[at + 1]) == "person" or items[at + 1].has("role"))
        ):
            continue
        found.append(item)
    return found


def _is_kin(item: Item) -> bool:
    return key(item.raw) in _KIN


def _nobody(items: Sequence[Item]) -> list[Item]:
    """With "no people" for "nadie" and "ninguém"."""
    found: list[Item] = []
    for item in items:
        if key(item.raw) in _NOBODY:
            found.append(Item.of("no", item.raw, item.language))
            people = Meaning("scenery", "person", item.language, "gente")
            found.append(Item("scenery", item.raw, item.language, {"scenery": people}))
        else:
            found.append(item)
    return found


def _boughs(items: Sequence[Item]) -> list[Item]:
    """With the tree itself for "una rama de un árbol" on which somebody is."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        bough = "scenery" in item.options and item.options["scenery"].id == "branch"
        there = any(i.has("in", "relation") for i in found[-2:])
        if bough and there and at + 2 < len(items) and items[at + 1].has("of"):
            noun = at + 2
            while noun < len(items) and items[noun].has("a", "the", "size", "color", "trait"):
                noun += 1
            if noun < len(items) and kind_of(items[noun]) == "plant":
                found, at = _without_article(found), at + 2
                continue
        found.append(item)
        at += 1
    return found


def _without_article(items: list[Item]) -> list[Item]:
    return items[:-1] if items and items[-1].has("a", "the") else items
