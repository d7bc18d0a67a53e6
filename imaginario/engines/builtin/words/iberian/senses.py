"""Spanish and Portuguese words that mean another thing in company: the "barraca" of a market, jeans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..fold import key
from ..index import build
from ..items import DEEDS, item_at, kind_of
from ..matching import Item

_LITTLE = ("a", "the", "size", "color", "trait")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with the one meaning that each has beside the others."""
    for step in (
        _clitics, _stalls, _directors, _carts, _guards, _jeans, _letter_carriers, _stairs, _full,
        _both_of_them, _boots, _by_them, _nights, _stoves, _walls, _ropes, _owners,
        _hoses, _weavers,
    ):  # fmt: skip
        items = step(items)
    return list(items)


def _said(items: Sequence[Item]) -> set[str]:
    """All words of the items, without accents."""
    return {word for item in items for word in key(item.raw).split()}


def _known(items: Sequence[Item]) -> set[str]:
    """The ids of all that the items may mean."""
    return {meaning.id for item in items for meaning in item.options.values()}


def phrase(item: Item, words: str) -> Item:
    """The item with what the index knows of another phrase of its language, in the item's own number."""
    plural = any(m.plural for m in item.options.values())
    meanings = [m for m in build().meanings(key(words)) if m.language == item.language]
    options = {m.kind: m._replace(plural=m.plural or plural) for m in reversed(meanings)}
    return Item(meanings[0].kind, words, item.language, options, item.begins) if meanings else item


def each(
    items: Sequence[Item], words: frozenset[str], meant: Callable[[Sequence[Item], int], str]
) -> list[Item]:
    """The items with another phrase, where `meant` has one, for each that is one of `words`."""
    found = list(items)
    for at, item in enumerate(items):
        if key(item.raw) in words and (said := meant(items, at)):
            found[at] = phrase(item, said)
    return found


def _clitics(items: Sequence[Item]) -> list[Item]:
    """Without the pronoun before a deed, which is no article: "dos gatas lo escuchan"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        after, word = item_at(items, at + 1), item.raw.lower()
        deed = after is not None and after.has(*DEEDS) and not after.has("subject", "role")
        told = word == "lo" or (word in ("los", "las") and after is not None and after.raw[-1:] != "s")
        if not (item.has("the") and item.language == "es" and deed and told):
            found.append(item)
    return found


_FAIRS = frozenset({"market", "fairground"})


def _stalls(items: Sequence[Item]) -> list[Item]:
    """With a stall for the "barraca" on a market, at a fair, or of what is eaten."""

    def stall(items: Sequence[Item], at: int) -> str:
        of, sold = item_at(items, at + 1), item_at(items, at + 2)
        food = of is not None and of.has("of") and kind_of(sold) == "food"
        return "barraca de feira" if food or _FAIRS & _known(items) else ""

    return each(items, frozenset({"barraca", "barracas"}), stall)


_DIRECTORS = frozenset({"diretor", "diretora", "director", "directora"})
_FILMS = frozenset({"cinema", "filme", "filmagem", "cine", "pelicula", "rodaje", "claquete", "claqueta"})
_SCHOOLS = frozenset({"school", "classroom", "student"})


def _directors(items: Sequence[Item]) -> list[Item]:
    """With who directs a film, or a school, where one of them is told of."""

    def director(items: Sequence[Item], at: int) -> str:
        word, spanish = key(items[at].raw), items[at].language == "es"
        if _FILMS & _said(items):
            return f"{word} de {'cine' if spanish else 'cinema'}"
        return f"{word} de {'escuela' if spanish else 'escola'}" if _SCHOOLS & _known(items) else ""

    return each(items, _DIRECTORS, director)


_SOLD = {
    "waste-picker": ("carroça", "carreta"),
    "ice-cream-seller": ("carrinho de sorvete", "carrito de helados"),
    "popcorn-seller": ("carrinho de pipoca", "carrito de palomitas"),
}
_CHILDREN = frozenset({"boy", "girl", "child", "baby"})
_PUSHING = frozenset({"empurrando", "empurra", "empurram", "empujando", "empuja", "empujan"})


def _carts(items: Sequence[Item]) -> list[Item]:
    """With what is sold from for the "carrinho" that somebody pushes, or that a vendor has."""
    near = {build().near.get((i.language, i.raw.lower()), "") for i in items}

    def cart(items: Sequence[Item], at: int) -> str:
        seller = next((words for row, words in _SOLD.items() if row in near), None)
        spanish = items[at].language == "es"
        if seller:
            return seller[spanish]
        after = item_at(items, at + 1)
        if after is not None and after.has("of"):
            return ""
        pushed = any(key(i.raw) in _PUSHING for i in items[max(0, at - 3) : at])
        if _CHILDREN & _known(items):
            return ("carrinho de brinquedo", "carrito de juguete")[spanish] if pushed else ""
        vendor = "vendor" in near
        return ("carrinho de comida", "carrito de comida")[spanish] if pushed or vendor else ""

    return each(items, frozenset({"carrinho", "carrito"}), cart)


_ROYAL = frozenset({"king", "queen", "prince", "princess", "castle", "throne", "throne-room", "royal-robe"})


def _guards(items: Sequence[Item]) -> list[Item]:
    """With the guards of a king for those beside one, or at his palace."""

    def guard(items: Sequence[Item], at: int) -> str:
        armed = any("knight" in _known([i]) for i in items[at + 1 : at + 3])
        if not armed and not _ROYAL & _known(items):
            return ""
        return "guardia real" if items[at].language == "es" else "guarda real"

    return each(items, frozenset({"guarda", "guardas", "guardia", "guardias"}), guard)


def _jeans(items: Sequence[Item]) -> list[Item]:
    """With trousers for the "vaqueros" that somebody has on: "una chica con vaqueros"."""
    found = list(items)
    for at, item in enumerate(items):
        before = item_at(items, at - 1)
        worn = before is not None and before.has("with", "wearing", "of", "in", "dressed")
        if "garment" in item.options and "role" in item.options and key(item.raw) == "vaqueros" and worn:
            found[at] = replace(item, kind="garment", options={"garment": item.options["garment"]})
    return found


_DELIVERING = frozenset({
    "entrega", "entregando", "reparte", "repartiendo", "lleva", "llevando", "distribuindo", "uniforme",
    "cartas", "carta", "correo", "correios", "bicicleta", "bici", "trae",
})  # fmt: skip


def _letter_carriers(items: Sequence[Item]) -> list[Item]:
    """With who brings the letters for the "cartera" that has a uniform on or delivers something."""

    def carrier(items: Sequence[Item], at: int) -> str:
        opens = at < 2 or items[at - 2].has("comma", "and", "stop.", "stop")
        article = (before := item_at(items, at - 1)) is not None and before.has("a", "the")
        busy = _DELIVERING & _said(items[at + 1 : at + 5])
        if not (opens and article and busy):
            return ""
        return "cartera de correos" if items[at].language == "es" else "carteira dos correios"

    return each(items, frozenset({"cartera", "carteira"}), carrier)


_UP_AND_DOWN = frozenset({
    "sentado", "sentada", "sentados", "sentadas", "degrau", "peldano", "descendo a", "descendo as",
    "bajando la", "bajando las", "barriendo", "trapeando", "limpiando", "varrendo",
    "bajando por una", "bajando por la", "subiendo por una", "subiendo por la",
})  # fmt: skip


def _stairs(items: Sequence[Item]) -> list[Item]:
    """With stairs, and no ladder, for what belongs to a building or is sat on."""

    def stairs(items: Sequence[Item], at: int) -> str:
        house = item_at(items, _owner(items, at))
        built = house is not None and (kind_of(house) == "building" or house.has("place", "place?"))
        sat = any(key(i.raw) in _UP_AND_DOWN for i in items[max(0, at - 3) : at])
        if not (built or sat):
            return ""
        return "escalinata" if items[at].language == "es" else "escadaria"

    return each(items, frozenset({"escada", "escadas", "escalera", "escaleras"}), stairs)


def _owner(items: Sequence[Item], at: int) -> int:
    """Where the noun is that the one at an index belongs to: "da escola"; -1 for nowhere."""
    of = item_at(items, at + 1)
    owners = (n for n in range(at + 2, min(at + 4, len(items))) if not items[n].has("the"))
    return next(owners, -1) if of is not None and of.has("of") else -1


_FULL = frozenset({"lleno", "llena", "llenos", "llenas", "cheio", "cheia", "cheios", "cheias"})


def _full(items: Sequence[Item]) -> list[Item]:
    """Without the "llena" of a basket of which nobody says what is in it."""
    return [item for at, item in enumerate(items) if not _is_only_full(items, at)]


def _is_only_full(items: Sequence[Item], at: int) -> bool:
    before, after = item_at(items, at - 1), item_at(items, at + 1)
    ends = after is None or after.has("relation", "comma", "in", "and", "on")
    return key(items[at].raw) in _FULL and before is not None and before.has("subject") and ends


_BOTH = frozenset({"los dos", "las dos", "os dois", "as duas", "ambos", "ambas"})


def _both_of_them(items: Sequence[Item]) -> list[Item]:
    """With a pronoun for "between the two", and "and" for the "con" of what is between them."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        where = items[at - 1].options.get("relation")
        after = item_at(items, at + 1)
        ends = after is None or after.has("comma", "and", "stop.", "in", "on")
        if where is None or where.id != "between" or key(item.raw) not in _BOTH | _THEM or not ends:
            continue
        found[at] = Item("it", "ellos" if item.language == "es" else "eles", item.language)
        start = at - 2
        while start >= 0 and items[start].has("subject", "a", "count", "color", "size", "trait"):
            start -= 1
        if 0 <= start < at - 2 and items[start].has("with"):
            found[start] = Item.of("and", "y" if item.language == "es" else "e", item.language)
    return found


_THEM = frozenset({"ellos", "ellas", "eles", "elas"})


def _boots(items: Sequence[Item]) -> list[Item]:
    """With a thing that nobody has on for one boot alone: "dentro de uma bota"."""

    def boot(items: Sequence[Item], at: int) -> str:
        before = item_at(items, at - 1)
        alone = before is not None and (before.has("a") or before.raw.lower().endswith((" uma", " una")))
        return ("bota suelta" if items[at].language == "es" else "bota sozinha") if alone else ""

    return each(items, frozenset({"bota"}), boot)


_PRONOUNS = frozenset({"dele", "dela", "deles", "delas"})
_BY = {
    "frente": ("na frente de", "in_front_of"),
    "acima": ("acima de", "over"),
    "abaixo": ("abaixo de", "under"),
}


def _by_them(items: Sequence[Item]) -> list[Item]:
    """With the relation of "na frente delas" and "acima dele"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        after = item_at(items, at + 1)
        by = _BY.get(key(item.raw)) if after is not None and key(after.raw) in _PRONOUNS else None
        if by is not None:
            if found and found[-1].has("in") and key(item.raw) == "frente":
                found.pop()
            item = Item.of("relation", by[0], item.language, by[1])
        found.append(item)
    return found


def _nights(items: Sequence[Item]) -> list[Item]:
    """With the night of a full moon for the day of a summer that only tells the season."""
    moon = any("sky" in i.options and key(i.raw) in ("lua cheia", "luna llena") for i in items)
    if not moon or any("time" in i.options and "scenery" not in i.options for i in items):
        return list(items)
    found: list[Item] = []
    for item in items:
        if "time" in item.options:
            night = "de noche" if item.language == "es" else "à noite"
            item = replace(item, kind="scenery", options={"scenery": item.options["scenery"]})
            found.append(Item.of("time", night, item.language, "night"))
        found.append(item)
    return found


def _stoves(items: Sequence[Item]) -> list[Item]:
    """With who cooks beside the stove, and not upon it."""
    found = list(items)
    cooks = any("cook" in _known([i]) for i in items)
    for at, item in enumerate(items):
        there = next((n for n in (at - 1, at - 2) if n >= 0 and items[n].has("in", "on")), -1)
        if cooks and "oven" in _known([item]) and there >= 0:
            found[there] = Item.of("relation", "junto a", item.language, "beside")
    return found


_COATED = frozenset({"wall", "fence", "gate", "door", "ceiling"})
"""What is painted itself, and is no picture's subject; another thing is where its new colour is told."""


def _walls(items: Sequence[Item]) -> list[Item]:
    """With the work, and no easel, for who paints a wall: "pintando o muro de azul"."""
    found = list(items)
    for at in range(len(items) - 1, -1, -1):
        item = items[at]
        if not (item.has("action") and item.options["action"].id == "paint"):
            continue
        behind = next((n for n in range(at + 1, len(items)) if not items[n].has(*_LITTLE)), len(items))
        if behind == len(items):
            continue
        thing, of, hue = items[behind], item_at(items, behind + 1), item_at(items, behind + 2)
        dyed = of is not None and of.raw.lower() == "de" and hue is not None and hue.has("color")
        if not (_COATED & _known([thing]) or (dyed and thing.has("subject"))):
            continue
        said = "dando una mano de pintura" if item.language == "es" else "dando uma demão de tinta"
        found[at] = Item.of("undrawn", said, item.language, "painting-a-wall")
        if dyed and hue is not None:
            told = hue if thing.has("subject") else Item("unknown", hue.raw, hue.language)
            found[behind + 1 : behind + 3] = [told]
    return found


def _ropes(items: Sequence[Item]) -> list[Item]:
    """With a rope that somebody comes down, and nobody stands on: "escapa por una cuerda"."""
    found = list(items)
    for at, item in enumerate(items):
        by = next((n for n in (at - 1, at - 2) if n >= 0 and key(items[n].raw) in ("por", "pela")), -1)
        if by >= 0 and "rope" in _known([item]):
            found[by] = Item.of("relation", "junto a", item.language, "beside")
    return found


def _hoses(items: Sequence[Item]) -> list[Item]:
    """With what water comes out of for the "mangueira" that somebody holds, and that is no mango tree."""

    def hose(items: Sequence[Item], at: int) -> str:
        start = at - 1
        while (before := item_at(items, start)) is not None and before.has(*_LITTLE):
            start -= 1
        held = before is not None and (before.has("with") or "hold" in _known([before]))
        wet = {"firefighter", "fire-truck", "gardening"} & _known(items)
        under = before is not None and before.has("relation")
        return "mangueira de água" if (held or wet) and not under else ""

    return each(items, frozenset({"mangueira", "mangueiras"}), hose)


_WOVEN = frozenset({"basket", "hammock", "fishing-net", "rug", "hat", "magic-carpet"})


def _weavers(items: Sequence[Item]) -> list[Item]:
    """With weaving for who makes a basket and no knitting: "tejiendo una canasta"."""

    def weaving(items: Sequence[Item], at: int) -> str:
        noun = at + 1
        while (made := item_at(items, noun)) is not None and made.has(*_LITTLE):
            noun += 1
        return "tejiendo en el telar" if made is not None and _WOVEN & _known([made]) else ""

    return each(items, frozenset({"tejiendo", "teje", "tejen"}), weaving)


_INSTITUTIONS = frozenset({"school", "hotel", "hospital", "church", "castle"})
_ROOMS = frozenset({"hallway", "pool", "kitchen", "library", "garden", "attic", "backyard", "basement"})


def _owners(items: Sequence[Item]) -> list[Item]:
    """With an unknown word for the house that a place told of belongs to: "no corredor da escola"."""
    found = list(items)
    for at, item in enumerate(items):
        room = item.options.get("place")
        if room is None or room.id not in _ROOMS:
            continue
        house = item_at(items, owner := _owner(items, at))
        if house is not None and _INSTITUTIONS & _known([house]):
            found[owner] = Item("unknown", house.raw, house.language)
    return found
