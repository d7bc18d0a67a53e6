"""Spanish and Portuguese words that others near them explain: a kangaroo's "bolsa", a pet's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..fold import key
from ..index import Meaning
from ..items import DEEDS, beyond, is_alive, item_at, kind_of
from ..lexicon import listed, table
from ..matching import Item
from .senses import phrase


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what is meant."""
    for step in (
        _bubbles, _named_like_years, _parts, _salmon, _pets, _warriors, _glasses, _skins,
        _wheels, _magic, _nets, _earth, _necks, _chimneys, _swings, _on_the_back, _armed, _bound_for, _laps,
        _songs,
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
    """Without the magician of a magic lantern, or of a magic kitchen."""
    found: list[Item] = []
    for at, item in enumerate(items):
        before = item_at(items, at - 1)
        thing = kind_of(before) not in ("", "person", "animal", "fantasy")
        place = before is not None and before.has("place", "place?")
        if key(item.raw) in _MAGIC and (thing or place):
            item = Item("filler", item.raw, item.language)
            item = item if thing else Item.of("mood", item.raw, item.language, "magical")
        found.append(item)
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


_NECK = frozenset({"cuello", "pescoco", "pescuezo", "cogote"})


def _necks(items: Sequence[Item]) -> list[Item]:
    """Without the neck that a scarf or a bow is around: "un pañuelo rojo al cuello"."""
    found = list(items)
    for at in range(len(items) - 1, 1, -1):
        start = at - 1 - (items[at - 1].has("the") and items[at - 2].has("in", "on"))
        worn = item_at(items, beyond(items, start - 1, ("color", "size", "trait", "unknown"), -1))
        around = items[start].has("the", "in", "on") and key(items[at].raw) in _NECK
        if around and worn is not None and worn.has("garment", "hat", "part", "subject"):
            del found[start : at + 1]
    return found


def _swings(items: Sequence[Item]) -> list[Item]:
    """With a swing for who swings, and has neither a branch nor a rope to do so: "una niña columpiándose"."""
    found = list(items)
    for at, item in enumerate(items):
        deed, link = item.options.get("undrawn"), item_at(items, at + 1)
        where = item_at(items, beyond(items, at + 2, ("a", "the")))
        free = link is None or not link.has("in", "on", "of", "with", "relation")
        free = free or (where is not None and where.has("place") and "subject" not in where.options)
        if deed is not None and deed.id == "swinging" and key(item.raw).startswith("columpi") and free:
            found[at] = phrase(item, "columpiándose en un columpio")
    return found


def _chimneys(items: Sequence[Item]) -> list[Item]:
    """With a comma before the smoke of a chimney, which tells of no place: "en la nieve con humo en …"."""
    found: list[Item] = []
    for item in items:
        known = item.options.get("unknown")
        if known is not None and known.id == "chimney-smoke" and found:
            if found[-1].has("with"):
                found.pop()
            found.append(Item("comma", ","))
        found.append(item)
    return found


_BEFORE_NOUNS = ("a", "the", "size", "color", "trait", "count")
_BEARING = ("carry", "hold")
_BACKS = frozenset({"caparazon", "lomo", "casco", "carapaca", "lombo", "dorso", "joroba", "trompa"})
"""What only animals bear somebody on: of a back the deed is told anyway."""


def _on_the_back(items: Sequence[Item]) -> list[Item]:
    """With "with" for the deed of who bears somebody on the back: "llevando a un ratón en su caparazón"."""
    found: list[Item] = []
    skip = False
    for at, item in enumerate(items):
        if skip:
            skip = False
            continue
        deed = item.options.get("action")
        link = item_at(items, at + 1)
        marked = link is not None and key(link.raw) == "a" and link.has("stop")
        noun = beyond(items, at + 1 + marked, _BEFORE_NOUNS)
        upon = item_at(items, beyond(items, noun + 1, ("color", "size", "trait")))
        borne = deed is not None and deed.id in _BEARING and is_alive(item_at(items, noun))
        if borne and upon is not None and upon.has("upon") and _BACKS & set(key(upon.raw).split()):
            found.append(Item.of("with", "con" if item.language == "es" else "com", item.language))
            skip = marked
        else:
            found.append(item)
    return found


_TOOLS = frozenset({
    "ladle", "broom", "fishing-net", "frying-pan", "sword", "spear", "hammer", "axe", "bow-and-arrow", "hose",
    "camera", "magnifying-glass", "flashlight", "rope", "bucket", "dagger", "knife", "spoon", "shovel",
})  # fmt: skip


def _armed(items: Sequence[Item]) -> list[Item]:
    """With the tool before the deed it serves: "un chef persiguiendo a una rata con un cucharón"."""
    for at, item in enumerate(items):
        deed = item.options.get("action")
        noun = beyond(items, at + 2, _BEFORE_NOUNS)
        tool = beyond(items, noun + 2, _BEFORE_NOUNS)
        link, thing = item_at(items, noun + 1), item_at(items, tool)
        doer = item_at(items, beyond(items, at - 1, ("color", "size", "trait", "mood"), -1))
        armed = thing is not None and "subject" in thing.options and thing.options["subject"].id in _TOOLS
        hunts = deed is not None and deed.id == "chase" and key(items[min(at + 1, len(items) - 1)].raw) == "a"
        animal = kind_of(item_at(items, noun)) == "animal" and link is not None and link.has("with")
        if (
            hunts
            and animal
            and armed
            and (kind_of(doer) == "person" or (doer is not None and doer.has("role")))
        ):
            return [
                *items[:at],
                *items[noun + 1 : tool + 1],
                item,
                *items[at + 2 : noun + 1],
                *items[tool + 1 :],
            ]
    return list(items)


_TOWARDS = frozenset({"hacia", "rumbo a", "rumo a", "camino a", "en direccion a", "em direcao a"})


def _bound_for(items: Sequence[Item]) -> list[Item]:
    """With the moon of the sky for the one that somebody only flies to: "un cohete hacia la luna"."""
    found = list(items)
    for at, item in enumerate(items[2:], 2):
        link = next((n for n in (at - 2, at - 1) if key(items[n].raw) in _TOWARDS), -1)
        if link >= 0 and "sky" in item.options and item.has("place", "place?"):
            found[link] = Item("stop", items[link].raw, item.language)
            found[at] = replace(item, kind="sky", options={"sky": item.options["sky"]})
    return found


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


_SONGS = frozenset({"ranchera", "rancheras", "sertanejo", "sertaneja", "sertanejas"})


def _songs(items: Sequence[Item]) -> list[Item]:
    """With a song for the "ranchera" that somebody sings, who is no farmer."""
    found = list(items)
    for at, item in enumerate(items):
        deed = item_at(items, beyond(items, at - 1, ("a", "the"), -1))
        known = deed.options.get("activity") if deed is not None else None
        if key(item.raw) in _SONGS and known is not None and known.id == "singing":
            said = f"música {item.raw}" if item.language == "pt" else f"canción {item.raw}"
            found[at] = Item("unknown", said, item.language)
    return found
