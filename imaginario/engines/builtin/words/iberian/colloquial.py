"""Spanish, Portuguese: a "mina" who is a girl, a "guagua" that is a bus, wool to play with, roofs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..fold import key
from ..items import DEEDS, beyond, item_at, kind_of
from ..matching import Item
from .senses import each, phrase


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what is meant."""
    for step in (
        _ordered,
        _addressed,
        _slang,
        _wool,
        _buses,
        _lamps,
        _old_man,
        _tales,
        _on_the_way,
        _potted,
        _bearded,
        _roofs,
        _guys,
        _couriers,
        _throws,
    ):
        items = step(items)
    return list(items)


_FRIENDS = frozenset({
    "mano", "mana", "cara", "mermao", "vei", "velho", "parca", "miga", "amigo", "amiga", "galera", "gente",
    "bicho", "parce", "parcero", "pana", "compa", "carnal", "wey", "guey", "tio", "tia", "che", "causa",
    "weon", "pibe", "profe", "bro",
})  # fmt: skip
_ASKING = frozenset({
    "desenha", "desenhe", "faz", "faca", "pinta", "cria", "quero", "queria", "me", "manda", "bota", "poe",
    "dibuja", "dibujame", "haz", "hazme", "quiero", "hace", "haceme", "pintame", "ponme",
})  # fmt: skip


_LAST = frozenset({
    "mano", "mana", "mermao", "vei", "parca", "miga", "galera", "parce", "parcero", "wey", "guey", "weon",
    "bro", "che", "causa", "pana", "bby",
})  # fmt: skip
"""Who is spoken to at the end, and is nobody's friend in the picture."""
_LEADING = ("a", "the", "count", "with", "and", "of", "in", "on", "relation")


def _addressed(items: Sequence[Item]) -> list[Item]:
    """Without the friend who is asked for the picture: "mano desenha uma onça", "un perezoso, parce"."""
    last, link = item_at(items, len(items) - 1), item_at(items, len(items) - 2)
    if last is not None and link is not None and key(last.raw) in _LAST and not link.has(*_LEADING):
        items = items[:-1]
    first, after = item_at(items, 0), item_at(items, 1)
    if first is None or after is None or key(first.raw) not in _FRIENDS:
        return list(items)
    asks = key(after.raw).partition(" ")[0] in _ASKING
    asked = asks or after.kind == "comma" or after.has("a")
    start = 2 if after.kind == "comma" else 1
    verb = item_at(items, start)
    start += verb is not None and asked and key(verb.raw) in _ASKING
    return list(items[start:]) if asked else list(items)


def _ordered(items: Sequence[Item]) -> list[Item]:
    """Without the "bota aí" that asks for a picture and names no boots, nor the colour of a roof."""
    found = list(items)
    first, second = item_at(found, 0), item_at(found, 1)
    if (
        first is not None
        and second is not None
        and key(first.raw) in ("bota", "poe", "mete", "pega", "pegue", "coloca", "coloque")
    ):
        there = key(second.raw) in ("ai", "la", "aqui")
        del found[: 1 + there if there or second.has("a") else 0]
    for at, item in enumerate(found[:-1]):
        after = item_at(found, at + 2)
        opens = after is not None and after.has("a", "the", "count", "number")
        if item.has("upon") and found[at + 1].has("color") and opens:
            found[at + 1] = Item(
                "unknown", found[at + 1].raw, item.language
            )  # "sobre el tejado rojo dos palomas"
    return found


def _lamps(items: Sequence[Item]) -> list[Item]:
    """With a street lamp for the "farol" that stands where somebody walks, and is no lantern in a hand."""
    said = {word for item in items for word in key(item.raw).split()}

    def lamp(items: Sequence[Item], at: int) -> str:
        before = item_at(items, at - 2)
        lit = before is not None and before.has("relation")
        return "farola" if lit and _STREETS & said and items[at].language == "es" else ""

    return each(items, frozenset({"farol"}), lamp)


_STREETS = frozenset(
    {"calle", "esquina", "plaza", "parque", "avenida", "callejon", "banqueta", "vereda", "acera"}
)


def _old_man(items: Sequence[Item]) -> list[Item]:
    """With a father for "su viejo" and "mi vieja", as they say at the River Plate."""

    def parent(items: Sequence[Item], at: int) -> str:
        before, after = item_at(items, at - 1), item_at(items, at + 1)
        own = before is not None and key(before.raw) in ("su", "mi", "tu")
        alone = after is None or not after.has("subject", "role", "unknown", "scenery")
        if not own or not alone or items[at].language != "es":
            return ""
        return "padre" if key(items[at].raw) == "viejo" else "madre"

    return each(items, frozenset({"viejo", "vieja"}), parent)


def _tales(items: Sequence[Item]) -> list[Item]:
    """With a book for the tale that somebody reads: "lee un cuento", "lendo uma história"."""

    def book(items: Sequence[Item], at: int) -> str:
        back = beyond(items, at - 1, ("a", "the", "trait"), -1)
        deed = item_at(items, back)
        reads = deed is not None and deed.has("action") and deed.options["action"].id == "read"
        return ("livro" if items[at].language == "pt" else "libro") if reads else ""

    return each(items, _TALES, book)


_TALES = frozenset({
    "cuento", "cuentos", "historia", "historias", "poema", "poemas", "fabula", "conto", "contos", "leyenda",
    "estoria", "historinha", "poesia", "novela", "noticia", "noticias",
})  # fmt: skip


_TOWARDS = frozenset(
    {"para", "pra", "pro", "hacia", "rumbo a", "rumbo", "camino a", "camino de", "a caminho de"}
)


def _on_the_way(items: Sequence[Item]) -> list[Item]:
    """With the building for where somebody goes, who is not there yet: "de bicicleta para a escola"."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        start = at - 2 if items[at - 1].has("the") else at - 1
        way = item_at(items, start)
        goes = way is not None and key(way.raw) in _TOWARDS
        if way is not None and goes and item.has("place", "place?") and kind_of(item) == "building":
            found[start] = Item("stop", way.raw, way.language)
            found[at] = replace(item, kind="subject", options={"subject": item.options["subject"]})
    return found


def _potted(items: Sequence[Item]) -> list[Item]:
    """With "and" for the "in" of a pot that something is cooked in, and nobody stands on."""
    found = list(items)
    for at, item in enumerate(items):
        pot = beyond(items, at + 1, ("a", "the", "color", "size", "trait"))
        noun = item_at(items, pot)
        vessel = noun is not None and "subject" in noun.options and noun.options["subject"].id in _POTS
        if vessel and item.has("in", "on") and any(_is_cooking(i) for i in items[:at]):
            found[at] = Item.of("and", "e" if item.language == "pt" else "y", item.language)
    return found


_POTS = frozenset({"pot", "cauldron", "frying-pan", "oven"})


def _is_cooking(item: Item) -> bool:
    return item.has("action") and item.options["action"].id in ("cook", "make-dish")


def _bearded(items: Sequence[Item]) -> list[Item]:
    """With "with a beard" for the adjective behind a person, who is no second one: "un pescador barbudo"."""
    found: list[Item] = []
    for item in items:
        said = found[-1] if found else None
        who = kind_of(said) == "person" or (said is not None and said.has("role", "activity"))
        if who and item.has("subject") and item.options["subject"].id == "bearded-man":
            code = item.language
            found += [
                Item.of("with", "com" if code == "pt" else "con", code),
                Item.of("part", "barba", code, "beard"),
            ]
        else:
            found.append(item)
    return found


def _slang(items: Sequence[Item]) -> list[Item]:
    """With a girl for the "mina" who has hair or does something, a lad for "um cria": no mine, no cub."""

    def girl(items: Sequence[Item], at: int) -> str:
        before, after, part = (item_at(items, at + n) for n in (-1, 1, 2))
        if after is None:
            return ""
        has = after.has("of", "with") and part is not None and part.has("part", "garment", "glasses", "hat")
        if items[at].language == "pt":
            return "menina" if has or after.has(*DEEDS) else ""
        there = before is not None and before.has("a", "count") and not (at > 1 and items[at - 2].has("in"))
        told = after.has("trait", "mood", *DEEDS) or key(after.raw) in ("re", "muy", "linda", "hermosa")
        return "muchacha" if there and (has or told) else ""

    def lad(items: Sequence[Item], at: int) -> str:
        before = item_at(items, at - 1)
        one = before is not None and key(before.raw) in ("um", "uns", "o", "os", "dois", "tres")
        many = before is not None and key(before.raw) in ("uns", "os", "dois", "tres")
        return ("rapazes" if many else "rapaz") if one and items[at].language == "pt" else ""

    return each(each(items, frozenset({"mina", "minas"}), girl), frozenset({"cria", "crias"}), lad)


_PASSENGERS = frozenset({
    "llena", "turistas", "turista", "habana", "malecon", "calle", "pasajeros", "chofer", "parada",
    "carretera", "cuba", "tenerife", "canarias", "cubana",
})  # fmt: skip


def _buses(items: Sequence[Item]) -> list[Item]:
    """With a bus for the "guagua" of Cuba and the Canaries, which is a baby in the Andes."""
    said = {word for item in items for word in key(item.raw).split()}

    def bus(items: Sequence[Item], at: int) -> str:
        start = beyond(items, at - 1, ("a", "the", "color", "size"), -1)
        aboard = start >= 0 and (items[start].has("in") or key(items[start].raw).endswith((" en", " en una")))
        return "autobús" if aboard or _PASSENGERS & said else ""

    return each(items, frozenset({"guagua", "guaguas"}), bus)


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


def _guys(items: Sequence[Item]) -> list[Item]:
    """With a man for the "tipo" who does something, and compares nobody: "un tipo tocando la pandereta"."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        after = item_at(items, at + 1)
        acts = after is not None and (after.has(*DEEDS, "with", "size") or key(after.raw) in _VERY)
        guy = item.raw.lower() in ("tipo", "tipos") and "subject" in item.options
        if guy and acts and items[at - 1].has("a", "count"):
            found[at] = replace(item, kind="subject", options={"subject": item.options["subject"]})
    return found


_VERY = frozenset({"re", "muy", "bien", "medio", "todo", "super", "muito"})


def _couriers(items: Sequence[Item]) -> list[Item]:
    """With the motorcycle for a "motoboy", which is in the word."""
    found: list[Item] = []
    ridden = any("motorcycle" in {m.id for m in i.options.values()} for i in items)
    for at, item in enumerate(items):
        found.append(item)
        after = item_at(items, at + 1)
        busy = after is not None and after.has(*DEEDS)
        if key(item.raw) in ("motoboy", "motoboys") and not ridden and not busy:
            found.append(phrase(item, "de moto"))
    return found


_THROWN = frozenset({"ball", "basketball", "snowball", "rock", "paper-airplane"})


def _throws(items: Sequence[Item]) -> list[Item]:
    """With a throw for the "tirando" of what nobody pulls, and nothing for the "de" of what somebody does."""
    found = list(items)
    for at, item in enumerate(items):
        what = item_at(items, beyond(items, at + 1, ("a", "the", "color", "size", "trait", "count")))
        known = what.options.get("subject") if what is not None else None
        if _pulls(item) and known is not None and known.id in _THROWN:
            found[at] = phrase(item, "lanzando")
    pulled = [at for at in range(1, len(found)) if _pulls(found[at - 1]) and found[at].has("of")]
    return [item for at, item in enumerate(found) if at not in pulled]


def _pulls(item: Item) -> bool:
    deed = item.options.get("undrawn")
    return deed is not None and deed.id == "pulling" and key(item.raw).startswith("tir")
