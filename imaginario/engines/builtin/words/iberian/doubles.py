"""Spanish, Portuguese words with two senses, as their company tells: "el coco" under a bed, a red light."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from ..fold import key
from ..items import DEEDS, beyond, is_alive, item_at, kind_of
from ..matching import Item
from .senses import each, phrase

_TELLING = ("a", "the", "count", "color", "size", "trait")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with the one meaning that each has beside the others."""
    for step in (
        _cells, _hearths, _bogeys, _lights, _towards, _inns, _whose, _above_clouds, _unworn, _menus, _flags,
        _sheets, _matches, _last_alone, _within, _barbecues, _lit, _rocks, _towers, _referees,
        _fishbowls, _sails, _breeds,
    ):  # fmt: skip
        items = step(items)
    return list(items)


def _said(items: Sequence[Item]) -> set[str]:
    return {word for item in items for word in key(item.raw).split()}


def _cells(items: Sequence[Item]) -> list[Item]:
    """Without the "animal" that only tells of the noun before it: "célula animal", "reino animal"."""
    return [
        item
        for at, item in enumerate(items)
        if not (at and key(item.raw) in ("animal", "animales") and items[at - 1].kind == "unknown")
    ]


_OUTDOORS = frozenset({
    "gaucho", "gauchos", "campo", "pampa", "noche", "estrellas", "campamento", "playa", "bosque", "alrededor",
    "arrieros", "acampando", "guitarra",
})  # fmt: skip


def _hearths(items: Sequence[Item]) -> list[Item]:
    """With a fire in the open for the "fogón" of the gauchos, which is a stove elsewhere."""
    out = bool(_OUTDOORS & _said(items)) and "cocina" not in _said(items)
    return each(items, frozenset({"fogon", "fogones"}), lambda _, at: "fogata" if out else "")


_FEARS = frozenset(
    {"cama", "miedo", "asustado", "asustada", "closet", "armario", "ropero", "duerme", "noche"}
)


def _bogeys(items: Sequence[Item]) -> list[Item]:
    """With who frightens children for "el coco" in a bedroom at night."""

    def bogey(items: Sequence[Item], at: int) -> str:
        before = item_at(items, at - 1)
        alone = before is not None and key(before.raw) in ("el", "del", "al") and items[at].language == "es"
        scares = any(word.startswith("asust") for word in _said(items)) or len(_FEARS & _said(items)) > 1
        return "coco que asusta" if alone and scares else ""

    return each(items, frozenset({"coco"}), bogey)


def _lights(items: Sequence[Item]) -> list[Item]:
    """With the colour that a traffic light shows told, and of nobody else: "un semáforo en rojo y carros"."""
    found = list(items)
    for at in range(len(found) - 2, 0, -1):
        light, hue = found[at - 1], found[at + 1]
        known = light.options.get("subject")
        if known is not None and known.id == "traffic-light" and found[at].has("in") and hue.has("color"):
            found[at : at + 2] = [Item("filler", hue.raw, hue.language)]
    return found


_TO = frozenset({"hacia", "rumbo a", "em direcao a", "em direcao ao"})


def _towards(items: Sequence[Item]) -> list[Item]:
    """With a thing beside whoever goes towards it, who is not upon it yet: "gateando hacia una pelota"."""
    found = list(items)
    for at, item in enumerate(items):
        thing = item_at(items, beyond(items, at + 1, _TELLING))
        goal = thing is not None and thing.has("subject", "role") and not thing.has("place", "place?", "sky")
        if key(item.raw) in _TO and item.has("in", "stop") and goal:
            found[at] = Item.of("relation", "junto a", item.language, "beside")
    return found


def _inns(items: Sequence[Item]) -> list[Item]:
    """With the feast before Christmas for a "posada", where no bird has settled."""

    def feast(items: Sequence[Item], at: int) -> str:
        before = item_at(items, at - 1)
        alone = before is None or before.has("a", "the", "comma", "in", "of")
        return "navidad" if alone and items[at].language == "es" else ""

    return each(items, frozenset({"posada", "posadas"}), feast)


_WHOSE = frozenset({"cuyo", "cuya", "cuyos", "cuyas", "cujo", "cuja", "cujos", "cujas"})


def _whose(items: Sequence[Item]) -> list[Item]:
    """With what it only looks like for "un caracol cuya concha es una casita"."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        if key(found[at].raw) not in _WHOSE:
            continue
        verb = next((n for n in range(at + 1, min(at + 5, len(found))) if found[n].has("be")), 0)
        thing = item_at(found, beyond(found, verb + 1, _TELLING)) if verb else None
        if thing is not None and thing.has("subject", "unknown", "scenery") and not thing.has("color"):
            said = "hecho de" if found[at].language == "es" else "feito de"
            found[at : verb + 1] = [Item.of("like", said, found[at].language)]
    return found


def _above_clouds(items: Sequence[Item]) -> list[Item]:
    """With clouds of the sky for those that a city is above: there is nobody on them."""
    found = list(items)
    for at, item in enumerate(items):
        before = found[:at]
        somebody = any(i.has("subject", "role", "unknown", "name") for i in before)
        if (
            "sky" in item.options
            and item.has("subject")
            and not somebody
            and any(i.has("place") for i in before)
        ):
            found[at] = replace(item, kind="sky", options={"sky": item.options["sky"]})
    return found


def _unworn(items: Sequence[Item]) -> list[Item]:
    """With a thing that is only told of for clothes that nobody has on: "una falda con flores rojas"."""
    living = any(is_alive(i) or i.has("name", *DEEDS) or _is_folk(i) for i in items)
    things = any(i.has("subject", "unknown") for i in items)
    found = list(items)
    for at, item in enumerate(items):
        before = item_at(items, beyond(items, at - 1, _TELLING, -1))
        opens = before is None or before.has("comma", "and", "filler", "style", "of")
        strange = any(i.has("unknown") for i in items[:at])
        worn = living or strange or item.has("subject", "role")
        if item.has("garment") and opens and things and not worn:
            found[at] = Item("unknown", item.raw, item.language)
    return found


def _is_folk(item: Item) -> bool:
    small = item.options.get("scenery")
    return small is not None and small.id in ("person", "child", "friend", "animal")


def _menus(items: Sequence[Item]) -> list[Item]:
    """Without the "comida mexicana:" before the dishes that are told of."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        end = beyond(found, at + 1, ("unknown", "trait", "filler"))
        ends = item_at(found, end)
        if key(found[at].raw) in ("comida", "comidas", "platillos") and ends is not None and ends.raw == ":":
            del found[at : end + 1]
    return found


_WAVING = frozenset({"ondeando", "ondea", "ondear", "tremulando"})


def _flags(items: Sequence[Item]) -> list[Item]:
    """Without the deed of a flag that flies, which holds nothing: "una bandera ondeando"."""

    def flies(at: int) -> bool:
        known = items[at - 1].options.get("subject") if at else None
        return key(items[at].raw) in _WAVING and known is not None and known.id == "flag"

    return [item for at, item in enumerate(items) if not flies(at)]


def _sheets(items: Sequence[Item]) -> list[Item]:
    """With a word for the stars that are only on what nobody knows: "sábanas de estrellas"."""
    found = list(items)
    for at, item in enumerate(items[2:], 2):
        of, cloth = items[at - 1], items[at - 2]
        sky = "sky" in item.options and any(m.plural for m in item.options.values())
        if sky and key(of.raw) == "de" and cloth.kind == "unknown":
            found[at] = Item("filler", item.raw, item.language)
    return found


_GAMES = ("partido de ", "partida de ", "jogo de ", "juego de ")
_TEAMS = frozenset({"equipo de", "un equipo de", "time de", "um time de", "equipe de", "uma equipe de"})


def _matches(items: Sequence[Item]) -> list[Item]:
    """With those who play: "un partido de fútbol de perros contra gatos"."""
    found = list(items)
    for at in range(len(found) - 3, -1, -1):
        game, size = _game(found, at)
        of = item_at(found, at + size)
        who = beyond(found, at + size + 1, _TELLING)
        if not game or of is None or not of.has("of") or not is_alive(item_at(found, who)):
            continue
        deed = phrase(found[at], game)
        if not deed.has("activity"):
            continue
        against = item_at(found, who + 1)
        rival = beyond(found, who + 2, _TELLING)
        end = who + 1
        if against is not None and key(against.raw) in ("contra", "vs") and is_alive(item_at(found, rival)):
            found[who + 1] = Item.of("and", "y", found[at].language)
            end = rival + 1
        start = at - (at > 0 and found[at - 1].has("a", "the"))
        team = [found[at]] if size > 1 else []
        found[start:end] = [*team, *found[at + size + 1 : end], deed]
    return found


def _game(items: Sequence[Item], at: int) -> tuple[str, int]:
    """The words for playing the game that is named here, and how many items name it."""
    word, after = key(items[at].raw), item_at(items, at + 1)
    playing = "jugando" if items[at].language == "es" else "jogando"
    if word in _TEAMS and after is not None and after.has("unknown", "subject"):
        return f"{playing} {after.raw.lower()}", 2
    lead = next((w for w in _GAMES if word.startswith(w)), "")
    return (f"{playing} {word.removeprefix(lead)}", 1) if lead else ("", 1)


_ENDS_OF_ONE = ("ado", "ada", "ido", "ida")


def _last_alone(items: Sequence[Item]) -> list[Item]:
    """With a comma for the "and" before one who alone does what is told: "y el lobo escondido"."""
    found = list(items)
    for at, item in enumerate(items):
        if not item.has("and") or not is_alive(item_at(items, noun := beyond(items, at + 1, _TELLING))):
            continue
        deed = item_at(items, behind := beyond(items, noun + 1, ("color", "size", "trait")))
        first = deed.raw.lower().partition(" ")[0] if deed is not None else ""
        rests = deed is not None and deed.has("relation", "action", "undrawn")
        one = not any(m.plural for m in items[noun].options.values())
        among = any(is_alive(i) for i in items[:at])
        if rests and one and among and first.endswith(_ENDS_OF_ONE) and behind > noun:
            found[at] = Item("comma", ",")
    return found


def _within(items: Sequence[Item]) -> list[Item]:
    """Without the "en la" of "una cabaña en la que vive un oso", which is where the next one is not."""
    found = list(items)
    for at in range(len(found) - 3, -1, -1):
        which = key(found[at + 2].raw) in ("que", "cual", "qual", "cuales")
        if found[at].has("in", "on") and found[at + 1].has("the") and which:
            del found[at : at + 2]
    return found


def _barbecues(items: Sequence[Item]) -> list[Item]:
    """With the grill for "un asado" that people meet at, where nothing is roasted before it."""

    def grill(items: Sequence[Item], at: int) -> str:
        before, after = item_at(items, at - 1), item_at(items, at + 1)
        thing = before is not None and before.has("a", "the") and items[at].language == "es"
        return "asado argentino" if thing and (after is None or not after.has("subject", "unknown")) else ""

    found = each(items, frozenset({"asado", "asadito"}), grill)
    met = len(items) and any(i.raw == "asado argentino" for i in found)
    return [_people(i) if met and i.has("scenery") and not i.has("subject") else i for i in found]


def _people(item: Item) -> Item:
    """People for the friends of nobody who is told of."""
    folk = item.options["scenery"].id == "friend"
    return Item.of("scenery", "personas", item.language, "person") if folk else item


def _lit(items: Sequence[Item]) -> list[Item]:
    """Without the light in the windows of a house, at which nobody stands."""
    found = list(items)
    for at in range(len(found) - 1, 0, -1):
        where = found[at].options.get("relation")
        if (
            where is not None
            and where.id == "at_window"
            and key(found[at - 1].raw) in ("luz", "luces", "luzes")
        ):
            del found[at]
    return found


def _breeds(items: Sequence[Item]) -> list[Item]:
    """Without the animal whose breed follows: "una perrita chihuahua", "um cachorro labrador"."""
    return [item for at, item in enumerate(items) if not _is_of_the_breed(item, item_at(items, at + 1))]


def _is_of_the_breed(item: Item, after: Item | None) -> bool:
    known, breed = item.options.get("subject"), after.options.get("subject") if after is not None else None
    if known is None or breed is None or known.id == breed.id or known.language != breed.language:
        return False
    entries = vocabulary.load()
    family = entries[breed.id].head.get("family", "")
    return entries[breed.id].kind == entries[known.id].kind == "animal" and family == known.id


def _rocks(items: Sequence[Item]) -> list[Item]:
    """With the rock that somebody is on for the one that is no part of the scenery: "uma sereia na pedra"."""
    found = list(items)
    for at, item in enumerate(items[2:], 2):
        known = item.options.get("subject")
        somebody = is_alive(items[at - 2]) or items[at - 2].has("part", "color", *DEEDS)
        if known is not None and known.id == "rock" and items[at - 1].has("in") and somebody:
            found[at - 1] = Item.of("relation", "em cima de", item.language, "on")
            found[at] = replace(item, kind="subject", options={"subject": known})
    return found


_ROYAL = frozenset(
    {"princess", "prince", "king", "queen", "knight", "castle", "dragon", "wizard", "witch", "rapunzel"}
)


def _towers(items: Sequence[Item]) -> list[Item]:
    """With the tower of a castle, and no skyscraper, where a princess is told of."""
    known = {meaning.id for item in items for meaning in item.options.values()}
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        there = item.options.get("place?")
        within = there is not None and there.id == "tower" and items[at - 1].has("in", "of", "relation")
        if there is not None and within and _ROYAL & known:
            link = Item.of("in", "em", item.language)
            found[at - 1] = link if items[at - 1].has("relation") else items[at - 1]
            found[at] = replace(item, kind="place", options={"place": there._replace(kind="place")})
    return found


_OF_A_MATCH = frozenset({
    "football", "ball", "football-player", "goal-net", "red-card", "yellow-card", "penalty-kick",
})  # fmt: skip


def _referees(items: Sequence[Item]) -> list[Item]:
    """With a referee for the "juiz" of a match, who is no judge of a court."""
    known = {meaning.id for item in items for meaning in item.options.values()}
    match = bool(_OF_A_MATCH & known)
    return each(items, frozenset({"juiz", "juiza"}), lambda _, at: "árbitro" if match else "")


_LARGE = frozenset({
    "shark", "stingray", "whale", "dolphin", "turtle", "sea-turtle", "seal", "octopus", "jellyfish",
    "penguin",
})  # fmt: skip
"""What is kept in an aquarium that one walks through."""


def _fishbowls(items: Sequence[Item]) -> list[Item]:
    """With a bowl for the "aquário" of a goldfish or at which a cat looks, which is no sea."""
    known = {meaning.id for item in items for meaning in item.options.values()}
    small = bool(known & {"goldfish", "cat", "black-cat", "siamese-cat"}) and not known & _LARGE
    words = {"pt": "aquário de peixe", "es": "pecera"}
    tank = frozenset({"aquario", "acuario"})
    return each(items, tank, lambda found, at: words[found[at].language] if small else "")


def _sails(items: Sequence[Item]) -> list[Item]:
    """Without the "à vela" of a boat, which has no candle."""
    found = list(items)
    for at in range(len(found) - 1, 0, -1):
        boat = kind_of(found[at - 2]) == "vehicle" if at > 1 else False
        if boat and key(found[at].raw) == "vela" and found[at - 1].raw.lower() in ("a", "à"):
            del found[at - 1 : at + 1]
    return found
