"""Spanish and Portuguese words that the company tells: a "chita" that is cloth, a "chiva" that is a bus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..fold import key
from ..items import DEEDS, beyond, is_alive, item_at, kind_of
from ..matching import Item
from .senses import each, phrase

_LITTLE = ("a", "the", "size", "color", "trait", "count")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what is meant."""
    for step in (
        _cloth,
        _floral,
        _country_buses,
        _treadmills,
        _skates,
        _taken_out,
        _coated,
        _all_in_one_color,
        _mothers,
        _banks,
        _rooms,
        _meals,
        _feasts,
        _snobs,
        _huge,
        _carts,
        _lassos,
        _ties,
        _mustard,
    ):
        items = step(items)
    return list(items)


def _words(items: Sequence[Item]) -> set[str]:
    return {word for item in items for word in key(item.raw).split()}


def _cloth(items: Sequence[Item]) -> list[Item]:
    """Without the calico that a dress is made of: "vestido chita", "saia de chita"."""
    found: list[Item] = []
    for item in items:
        worn = next((i for i in reversed(found[-2:]) if not i.has("of")), None)
        if key(item.raw) == "chita" and worn is not None and worn.has("garment", "hat"):
            item = Item("filler", item.raw, item.language)
        found.append(item)
    return found


_PRINT = ("florido", "floreado")
_BLOSSOMS = frozenset({"flower", "rose", "sunflower", "daisy", "tulip", "hibiscus"})


def _floral(items: Sequence[Item]) -> list[Item]:
    """With a pattern for the flowers of a dress: "vestido azul de flores amarelas", "falda de rosas"."""
    found: list[Item] = []
    printed = False
    for item in items:
        if item.has("color") and printed:
            item = Item("unknown", item.raw, item.language)  # the flowers are drawn in colours of their own
        printed = False
        known, of = item.options.get("subject"), found[-1] if found else None
        worn = next((i for i in reversed(found[:-1]) if not i.has("color", "trait")), None)
        clothes = worn is not None and worn.has("garment") and of is not None and of.has("of")
        gown = of is not None and of.has("dressed") and worn is not None and worn.has("of", "with", "a")
        if known is None or known.id not in _BLOSSOMS or not known.plural or not (clothes or gown):
            found.append(item)
            continue
        found.pop()
        if gown and of is not None:
            found.append(phrase(of, of.raw.split()[0]))
        found.append(phrase(item, _PRINT[item.language == "es"]))
        printed = True
    return found


_RIDDEN = frozenset(
    {"colombia", "colombiana", "pasajeros", "llena", "repleta", "colorida", "rumbera", "carretera"}
)


def _country_buses(items: Sequence[Item]) -> list[Item]:
    """With a bus for the "chiva" of Colombia, which is a goat elsewhere."""
    rides = len(_RIDDEN & _words(items)) > 1

    def bus(items: Sequence[Item], at: int) -> str:
        return "chiva colombiana" if rides and items[at].language == "es" else ""

    return each(items, frozenset({"chiva", "chivas"}), bus)


_TRAINING = frozenset({"academia", "correndo", "corre", "corrida", "suado", "suada", "ginastica", "treino"})


def _treadmills(items: Sequence[Item]) -> list[Item]:
    """With what one runs on for the "esteira" of a gym, which is a mat at the beach."""
    trains = _TRAINING & _words(items)

    def treadmill(items: Sequence[Item], at: int) -> str:
        return "esteira de corrida" if trains and items[at].language == "pt" else ""

    return each(items, frozenset({"esteira", "esteiras"}), treadmill)


_ICE = frozenset({"hielo", "gelo", "congelado", "congelada", "helado", "glaciar", "gelado", "gelada"})


def _skates(items: Sequence[Item]) -> list[Item]:
    """With skates on the ice for who skates on a frozen lake, where there are no wheels."""
    found = list(items)
    icy = _ICE & _words(items)
    for at, item in enumerate(items):
        meant = item.options.get("activity")
        if icy and meant is not None and meant.id == "roller-skating" and key(item.raw).startswith("patina"):
            found[at] = replace(
                item, kind="activity", options={"activity": meant._replace(id="ice-skating", spelled="")}
            )
    return found


def _taken_out(items: Sequence[Item]) -> list[Item]:
    """With "beside" for the "de" of what something is taken out of, and without the hat told of before."""
    found = list(items)
    for at in range(len(items) - 1, -1, -1):
        deed = items[at].options.get("undrawn")
        if deed is None or deed.id != "taking-out":
            continue
        if items[at].language == "pt":
            found[at] = Item.of(
                "undrawn", "retirando", "pt", "taking-out"
            )  # "tirando" is Spanish for another
        of = beyond(found, beyond(found, at + 1, _LITTLE) + 1, ("color", "size", "trait"))
        link, where = item_at(found, of), item_at(found, beyond(found, of + 1, _LITTLE))
        if link is None or where is None or not link.has("of"):
            continue
        again = any(i.raw == where.raw for i in found[:at])
        if where.has("hat", "garment") and again:
            del found[of : beyond(found, of + 1, _LITTLE) + 1]
        elif "subject" in where.options and kind_of(where) != "food":
            beside = "junto a" if link.language == "es" else "ao lado de"
            found[of] = Item.of("relation", beside, link.language, "beside")
    return found


_COATS = {
    "baio": "marrom", "baia": "marrom", "alazao": "castanho", "alaza": "castanho", "zaino": "marrom",
    "alazan": "castaño", "alazana": "castaño", "bayo": "marrón", "tordilho": "cinza", "tordillo": "gris",
    "rosilho": "cinza", "tostado": "marrón", "pangare": "marrom",
}  # fmt: skip


def _coated(items: Sequence[Item]) -> list[Item]:
    """With the colour of a horse for the word behind it that is no second one: "un caballo alazán"."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        horse = items[at - 1].options.get("subject")
        hue = _COATS.get(key(item.raw), "")
        if hue and horse is not None and horse.id == "horse" and key(items[at - 1].raw) not in _COATS:
            dyed = phrase(item, hue)
            found[at] = dyed if dyed.has("color") else item
    return found


_WHOLLY = frozenset({"todo", "toda", "todos", "todas", "tudo"})


def _all_in_one_color(items: Sequence[Item]) -> list[Item]:
    """Without the "toda" of "uma mulher toda de branco", who is told by what she has on."""
    found: list[Item] = []
    for at, item in enumerate(items):
        of, hue, after = (item_at(items, at + n) for n in (1, 2, 3))
        dyed = of is not None and of.raw.lower() == "de" and hue is not None and hue.has("color")
        ends = after is None or not after.has("subject", "garment", "hat")
        if not (key(item.raw) in _WHOLLY and dyed and ends and found):
            found.append(item)
    return found


_KIN_OF_BEASTS = frozenset(
    {"una familia de", "familia de", "uma familia de", "a familia de", "la familia de"}
)
_MOTHERS = ("mama ", "mamae ", "papa ", "papai ")


def _mothers(items: Sequence[Item]) -> list[Item]:
    """With the mother alone for the family of animals that is told by its members."""
    at = next((n for n, i in enumerate(items) if i.has("count") and key(i.raw) in _KIN_OF_BEASTS), -1)
    noun = item_at(items, at + 1)
    if at < 0 or noun is None or kind_of(noun) != "animal":
        return list(items)
    known = noun.options["subject"]
    mother = next((n for n in range(at + 2, len(items)) if _length(items, n, known.id)), 0)
    if not mother or not items[mother - 1].has("comma", "stop", "the"):
        return list(items)
    end = mother + _length(items, mother, known.id)
    end += item_at(items, end) is not None and items[end].has("relation")
    start = mother - 1 if items[mother - 1].has("the") else mother
    one = replace(noun, options={"subject": known._replace(plural=False)})
    rest = list(items[end:])
    return [*items[:at], Item.of("a", "un", noun.language), one, *items[at + 2 : start - 1], *rest]


def _length(items: Sequence[Item], at: int, ident: str) -> int:
    """How many items name the mother of such animals: "mamá pata", "la mamá" and "gata"; 0 where none do."""
    known, after = items[at].options.get("subject"), item_at(items, at + 1)
    if known is None:
        return 0
    if known.id == ident and key(items[at].raw).startswith(_MOTHERS):
        return 1
    beast = after.options.get("subject") if after is not None else None
    return 2 if known.id in ("mother", "father") and beast is not None and beast.id == ident else 0


_ROBBING = frozenset({
    "robando", "roban", "roba", "asaltando", "asalta", "asalto", "atracando", "atraco", "ladron", "ladrones",
    "cajero", "cajera", "boveda", "fila", "roubando", "assaltando", "assalto", "ladrao", "ladroes",
})  # fmt: skip


def _banks(items: Sequence[Item]) -> list[Item]:
    """With a house for the "banco" that is robbed, where nobody sits."""
    robbed = bool(_ROBBING & _words(items))

    def bank(items: Sequence[Item], at: int) -> str:
        if not robbed or _sat_on(items, at):
            return ""
        return "edificio del banco" if items[at].language == "es" else "prédio do banco"

    found = each(items, frozenset({"banco", "bancos"}), bank)
    for at in range(len(found) - 2):
        taken = found[at].has("action") and found[at].options["action"].id == "steal"
        if taken and _is_bank(found, at + 1):
            found[at] = phrase(found[at], "atracando" if found[at].language == "es" else "assaltando")
    return found


def _is_bank(items: Sequence[Item], at: int) -> bool:
    noun = item_at(items, beyond(items, at, _LITTLE))
    return noun is not None and noun.raw in ("edificio del banco", "prédio do banco")


def _sat_on(items: Sequence[Item], at: int) -> bool:
    return any(key(i.raw).startswith(("sentad", "sienta")) for i in items[max(0, at - 3) : at])


_ROOMS = frozenset({"cuarto", "habitacion", "recamara", "dormitorio", "quarto", "alcoba", "pieza"})
_NURSERY = frozenset({"boy", "girl", "child", "baby"})


def _rooms(items: Sequence[Item]) -> list[Item]:
    """Without the one whose room it is, and who is not in it: "un cuarto de niña con peluches"."""
    found = list(items)
    for at in range(len(items) - 2, -1, -1):
        of, owner = items[at + 1], beyond(items, at + 2, ("a",))
        noun = item_at(items, owner)
        if key(items[at].raw) not in _ROOMS or not of.has("of") or noun is None:
            continue
        after = item_at(items, owner + 1)
        acts = after is not None and after.has("action", "activity", "undrawn", "wearing")
        if kind_of(noun) == "person" and not acts:
            young = noun.options["subject"].id in _NURSERY
            spanish = noun.language == "es"
            room = ("cuarto de niños", "dormitorio") if spanish else ("quarto de criança", "quarto")
            found[at : owner + 1] = [phrase(replace(noun, options={}), room[not young])]
    return found


_MEALS = frozenset({
    "desayuno", "almuerzo", "comida", "cena", "merienda", "lonche", "once", "botana", "antojitos", "picada",
    "parrillada", "cafe da manha", "almoco", "jantar", "lanche",
})  # fmt: skip


def _meals(items: Sequence[Item]) -> list[Item]:
    """Without the meal that is told by what it is made of: "un desayuno con huevos y pan"."""
    found = list(items)
    for at in range(len(items) - 2, -1, -1):
        link = beyond(items, at + 1, ("trait", "unknown", "filler", "size"))
        linked = item_at(items, link)
        food = item_at(items, beyond(items, link + 1, _LITTLE))
        told = item_at(items, link + 1) is not None and linked is not None and linked.has("with", "of")
        loose = items[at].kind in ("unknown", "mood", "undrawn", "filler")
        if key(items[at].raw) in _MEALS and loose and told and kind_of(food) == "food":
            found[at : link + 1] = []
            if at and found[at - 1].has("a", "the"):
                del found[at - 1]
    return found


_COUPLE = frozenset({"boda", "bodas", "casamiento", "casorio", "casamento"})
_WEDDED = {"es": ("novia", "novio", "y"), "pt": ("noiva", "noivo", "e")}


def _feasts(items: Sequence[Item]) -> list[Item]:
    """With those whose feast it is where nobody is told of: the couple of "una boda en la playa"."""
    if any(is_alive(i) or i.has("scenery", "name") for i in items):
        return list(items)
    at = next((n for n, i in enumerate(items) if i.has("mood") and key(i.raw) in _COUPLE), -1)
    if at < 0 or items[at].language not in _WEDDED:
        return list(items)
    bride, groom, link = _WEDDED[items[at].language]
    code = items[at].language
    pair = [Item.of("a", "un", code), Item.of("subject", bride, code, "bride"), Item.of("and", link, code)]
    pair += [Item.of("a", "un", code), Item.of("subject", groom, code, "groom")]
    return [*items[: at + 1], Item("comma", ","), *pair, *items[at + 1 :]]


_SO = frozenset({"toda", "todo", "muy", "bien", "super", "re", "bien toda"})


def _snobs(items: Sequence[Item]) -> list[Item]:
    """With an unknown word for the "fresa" that a Mexican is, and nobody eats."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        after = item_at(items, at + 1)
        ends = after is None or after.has("comma", "with", "in", "and", "stop.", *DEEDS)
        if key(item.raw) == "fresa" and key(items[at - 1].raw) in _SO and ends:
            found[at] = Item("unknown", item.raw, item.language)
    return found


def _huge(items: Sequence[Item]) -> list[Item]:
    """With a size for the "gigante" behind a place, where no giant is: "un acuario gigante"."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        before = items[at - 1].has("place", "place?", "scenery", "garment", "hat", "unknown", "sky")
        if before and "size" in item.options and "subject" in item.options:
            found[at] = replace(item, kind="size", options={"size": item.options["size"]})
    return found


def _carts(items: Sequence[Item]) -> list[Item]:
    """With a food cart for "el carrito de los raspados", and what is sold there."""
    found = list(items)
    for at in range(len(items) - 2, -1, -1):
        sold = item_at(items, beyond(items, at + 2, ("the",)))
        cart = key(items[at].raw) in ("carrito", "carritos", "carrinho", "carrinhos")
        if cart and items[at + 1].has("of") and kind_of(sold) == "food":
            found[at] = phrase(
                items[at], "carrito de comida" if items[at].language == "es" else "carrinho de comida"
            )
            found[at + 1] = Item.of(
                "with", "con" if items[at].language == "es" else "com", items[at].language
            )
    return found


_ROPERS = frozenset(
    {"vaquero", "vaquera", "vaqueiro", "vaqueira", "gaucho", "charro", "cowboy", "peao", "boiadeiro"}
)


def _lassos(items: Sequence[Item]) -> list[Item]:
    """With a lasso for the "lazo" of who herds cattle, which is no ribbon."""
    words = {"pt": "laço de vaqueiro", "es": "lazo de vaquero"}
    herds = bool(_ROPERS & _words(items))
    return each(
        items, frozenset({"lazo", "laco"}), lambda found, at: words[found[at].language] if herds else ""
    )


_SUITS = {"terno e gravata": ("terno", "gravata"), "traje y corbata": ("traje", "corbata")}


def _ties(items: Sequence[Item]) -> list[Item]:
    """With a suit and a tie apart where a colour follows, which is the tie's: "terno e gravata roxa"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        suit, after = _SUITS.get(item.raw.lower()), item_at(items, at + 1)
        if suit is not None and after is not None and after.has("color"):
            both = Item.of("and", "e" if item.language == "pt" else "y", item.language)
            found += [phrase(item, suit[0]), both, phrase(item, suit[1])]
        else:
            found.append(item)
    return found


def _mustard(items: Sequence[Item]) -> list[Item]:
    """With a thing for the mustard that food comes with, which is no colour of what follows."""
    words = {"pt": "mostarda no lanche", "es": "salsa de mostaza"}

    def sauce(found: Sequence[Item], at: int) -> str:
        return words[found[at].language] if at and found[at - 1].has("with", "and") else ""

    return each(items, frozenset({"mostarda", "mostaza"}), sauce)
