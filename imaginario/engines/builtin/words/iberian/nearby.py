"""Spanish and Portuguese words that others near them explain: a kangaroo's "bolsa", a pet's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..fold import key
from ..index import Meaning
from ..items import DEEDS, beyond, item_at, kind_of
from ..lexicon import listed, table
from ..matching import Item
from .senses import phrase


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what is meant."""
    for step in (
        _bubbles, _named_like_years, _parts, _salmon, _pets, _warriors, _glasses, _skins,
        _wheels, _magic, _nets, _earth, _laps,
    ):  # fmt: skip
        items = step(items)
    return list(items)


_BLOWING = frozenset(
    {"soltando", "solta", "soltam", "soprando", "sopra", "soplando", "haciendo", "fazendo", "faz"}
)
_BLOWN = frozenset({"bubble", "fireworks"})


def _bubbles(items: Sequence[Item]) -> list[Item]:
    """Without the deed of who blows bubbles: these are seen."""
    found: list[Item] = []
    for at, item in enumerate(items):
        noun = item_at(items, beyond(items, at + 1, ("a", "the", "count", "size")))
        blown = noun is not None and any(m.id in _BLOWN for m in noun.options.values())
        if not (blown and item.has("undrawn", "stop") and key(item.raw) in _BLOWING):
            found.append(item)
    return found


_MINE = frozenset({"meu", "minha", "nosso", "nossa", "mi", "nuestro", "nuestra"})


@cache
def _called(language: str) -> frozenset[str]:
    """What pets are called that is a word as well."""
    return frozenset(map(key, listed(table("pets")["called"][language])))


def _pets(items: Sequence[Item]) -> list[Item]:
    """With a name for the word behind somebody's own animal: "minha gata mimi", "mi perro firulais"."""
    found = list(items)
    for at, item in enumerate(items[2:], 2):
        own = items[at - 2].raw.lower() in _MINE and kind_of(items[at - 1]) == "animal"
        unheard = (
            item.kind == "unknown" and item.raw.isalpha() and not item.raw.endswith(("ndo", "ado", "ida"))
        )
        if own and (unheard or key(item.raw) in _called(item.language)):
            found[at] = Item("name", item.raw.title(), item.language)
    return found


_WARRIORS = frozenset({"guerreiro", "guerreira", "guerrero", "guerrera"})


def _warriors(items: Sequence[Item]) -> list[Item]:
    """Without the "guerreiro" of a "guerreiro samurai", who is one of that kind."""
    return [
        item
        for at, item in enumerate(items)
        if not (
            key(item.raw) in _WARRIORS and (after := item_at(items, at + 1)) is not None and after.has("role")
        )
    ]


_PARTS = {
    "teclado": (
        frozenset({"computer", "laptop"}),
        {"pt": "teclado de computador", "es": "teclado de computadora"},
    ),
    "bolsa": (
        frozenset({"kangaroo", "koala", "opossum", "wombat"}),
        {"pt": "bolsa marsupial", "es": "marsupio"},
    ),
}
"""Words for a part of those whose ids come first, and what it is called in full."""


def _parts(items: Sequence[Item]) -> list[Item]:
    """With the keyboard of a computer, no piano, and the pouch of a kangaroo, no handbag."""
    there = {m.id for item in items for m in item.options.values()}
    named = {word: names for word, (owners, names) in _PARTS.items() if owners & there}
    return [
        Item("unknown", named[word][item.language], item.language)
        if (word := key(item.raw)) in named and item.language in named[word]
        else item
        for item in items
    ]


def _salmon(items: Sequence[Item]) -> list[Item]:
    """With a fish for the "salmão" that is eaten, and no colour; who catches one has a rod."""
    found = list(items)
    for at in range(len(items) - 1, 0, -1):
        item = items[at]
        caught = items[at - 1].has(*DEEDS, "a", "count") and item.has("color") and "subject" in item.options
        if caught and key(item.raw) in ("salmao", "salmon"):
            fishing = "activity" in items[at - 1].options
            fish = replace(item, kind="subject", options={"subject": item.options["subject"]})
            found[at : at + 1] = [] if fishing else [fish]
    return found


def _named_like_years(items: Sequence[Item]) -> list[Item]:
    """With somebody's name for "ana", which is no feminine of "ano"."""
    return [
        Item("name", "Ana", item.language) if item.kind == "filler" and item.raw.lower() == "ana" else item
        for item in items
    ]


_SERVED = frozenset({"waiter", "tray", "wine", "champagne"})


def _glasses(items: Sequence[Item]) -> list[Item]:
    """With glasses of wine for the "taças" of a waiter, which are no trophies."""
    served = any(m.id in _SERVED for item in items for m in item.options.values())
    return [
        phrase(item, "taça de vinho") if served and key(item.raw) in ("taca", "tacas") else item
        for item in items
    ]


def _skins(items: Sequence[Item]) -> list[Item]:
    """With the skin told right behind who has it: "menina com cabelo cacheado e pele morena"."""
    found = list(items)
    for at in range(len(found) - 1, 2, -1):
        known = found[at].options.get("trait")
        if known is None or not known.id.endswith("-skinned") or not found[at - 1].has("and"):
            continue
        start = at - 2
        while start > 0 and found[start].has("part", "color", "size", "trait", "comma", "and", "a", "the"):
            start -= 1
        if start > 0 and found[start].has("with") and start < at - 2:
            skin = found[at]
            del found[at - 1 : at + 1]
            found.insert(start, skin)
    return found


_SMALL_WHEELS = frozenset({"scooter", "bicycle", "motorcycle", "tricycle", "skateboard", "sled", "skis"})
_SEATED = frozenset({"cadeirante", "cadeirantes"})


def _wheels(items: Sequence[Item]) -> list[Item]:
    """With who rides for "menina de patinete", and somebody in a wheelchair for "cadeirante"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        before, after = item_at(items, at - 1), item_at(items, at + 1)
        known = after.options.get("subject") if after is not None else None
        rides = item.raw.lower() == "de" and known is not None and known.id in _SMALL_WHEELS
        if rides and kind_of(before) in ("person", "animal"):
            found.append(Item.of("action", "andando de", item.language, "ride"))
        elif key(item.raw) in _SEATED:
            chair = Item.of("subject", "cadeira de rodas", item.language, "wheelchair")
            found += [phrase(item, "pessoa"), Item.of("in", "em", item.language), chair]
        else:
            found.append(item)
    return found


_MAGIC = frozenset({"magico", "magica", "magicos", "magicas"})


def _magic(items: Sequence[Item]) -> list[Item]:
    """Without the magician of a magic lantern."""
    found: list[Item] = []
    for at, item in enumerate(items):
        thing = kind_of(item_at(items, at - 1)) not in ("", "person", "animal", "fantasy")
        found.append(Item("filler", item.raw, item.language) if thing and key(item.raw) in _MAGIC else item)
    return found


_GAMES = (
    "vôlei",
    "vólei",
    "voleibol",
    "vóley",
    "voley",
    "tênis",
    "tenis",
    "badminton",
    "gol",
    "goleiro",
    "futevôlei",
)


def _nets(items: Sequence[Item]) -> list[Item]:
    """With an unknown net for the "rede" of a game, which is no hammock."""
    if not any(item.raw.lower().endswith(_GAMES) for item in items):
        return list(items)
    return [
        Item("unknown", "rede de vôlei", item.language) if item.raw.lower() in ("rede", "redes") else item
        for item in items
    ]


def _earth(items: Sequence[Item]) -> list[Item]:
    """With the planet for "la Tierra", which is nobody's name, and for "a terra" seen from space."""
    found, known = list(items), {m.id for item in items for m in item.options.values()}
    for at, item in enumerate(items):
        word = key(item.raw)
        named = item.kind == "name" and item.raw in ("Tierra", "Terra")
        afar = bool(known & _SPACE) and at > 0 and items[at - 1].raw.lower() in ("a", "la", "à", "da")
        if named or (afar and word in ("tierra", "terra")):
            kinds = ("subject", "sky") if not named else ("subject",)
            options = {kind: Meaning(kind, "earth", item.language, item.raw) for kind in kinds}
            found[at] = Item("subject", item.raw, item.language, options)
    return found


_SPACE = frozenset(
    {"moon", "space", "planet", "astronaut", "rocket", "spaceship", "satellite", "mars", "ufo"}
)


_ENDS = ("comma", "and", "in", "on", "with", "relation", "stop", "stop.", "place", "time", "weather")


def _laps(items: Sequence[Item]) -> list[Item]:
    """With what somebody does told before who is on their lap: "com um gatinho no colo fazendo tricô"."""
    for at in range(len(items) - 1):
        start = next((n for n in range(at - 1, max(at - 6, 0), -1) if items[n].has("with")), 0)
        busy = items[at].has("upon") and items[at + 1].has(*DEEDS) and start > 0
        if busy and kind_of(items[start - 1]) == "person" and kind_of(items[at - 1]) != "thing":
            end = next((n for n in range(at + 2, len(items)) if items[n].has(*_ENDS)), len(items))
            return [*items[:start], *items[at + 1 : end], *items[start : at + 1], *items[end:]]
    return list(items)
