"""Spanish and Portuguese items made plain before they are read: "dos gatos, uno negro y otro blanco"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from ..fold import key
from ..index import Meaning
from ..items import DEEDS, is_told_of, kind_of, number_of, one_of
from ..matching import Item
from . import coffee, colloquial, doubles, kin, nearby, senses, sizes, things

_ONE = frozenset({"un", "una", "uno", "um", "uma", "otro", "otra", "outro", "outra"})
_ORDINALS = frozenset({
    "primero", "primera", "segundo", "segunda", "tercero", "tercera", "cuarto", "cuarta", "ultimo", "ultima",
    "primeiro", "primeira", "terceiro", "terceira", "quarto", "quarta", "otro", "otra", "outro", "outra",
    "mayor", "menor", "maior", "mayorcito", "mayorcita", "cacula",
})  # fmt: skip
"""Without their accents, as `key` leaves them."""
_EXPLORING = frozenset({"explorando", "visitando", "recorriendo", "percorrendo"})
_OTHER = frozenset({"otro", "otra", "outro", "outra"})
_CUBS = frozenset({"filhote", "filhotes", "cria", "crias", "filhotinho", "filhotinhos"})
_SONS = frozenset({"hijos", "hijas", "hijitos", "hijo", "hija", "filhos", "filhas", "filho", "filha"})
_KIN = frozenset({"tio", "tia", "primo", "prima", "vecino", "vecina", "vizinho", "vizinha", "amigo", "amiga"})
_NOBODY = frozenset({"nadie", "ninguem"})
_DESCRIBING = ("color", "size", "trait", "mood", "filler")
_NOUNS = ("subject", "role", "name")
_GAPS = ("comma", "stop.", "stop", "be", "the", "filler")
_LISTED = 12
"""How many figures may be told of in such groups."""


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what is said in a roundabout way put as the reader knows it."""
    for step in (
        coffee.plain,
        senses.plain,
        colloquial.plain,
        things.plain,
        doubles.plain,
        nearby.plain,
        sizes.plain,
        kin.plain,
        _crossings,
        _couples,
        _places,
        _seats,
        _nobody,
        _boughs,
        _cubs,
        _same_person,
        _one_by_one,
        _another,
    ):
        items = step(items)
    return list(items)


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


def _another(items: Sequence[Item]) -> list[Item]:
    """With the noun that "y otro debajo" leaves out."""
    found: list[Item] = []
    noun: Item | None = None
    for at, item in enumerate(items):
        found.append(item)
        if "subject" in item.options or item.has("role"):
            noun = item
        after = items[at + 1] if at + 1 < len(items) else None
        more = key(item.raw) in _OTHER and at and items[at - 1].has("and", "comma")
        lacks = after is not None and after.has(
            "color", "size", "trait", "relation", "in", "with", "action", "of"
        )
        more = more or (key(item.raw) in _ONE and _is_only_dyed(items, at))
        if more and lacks and noun is not None and after is not None and not after.has(*_NOUNS):
            found.append(_of_any_coat(_in_number(noun, 1)) if after.has("color") else _in_number(noun, 1))
    return found


def _of_any_coat(item: Item) -> Item:
    """A cat where "gato preto" is one word, so that another one may be white."""
    known = item.options.get("subject")
    family = str(vocabulary.load()[known.id].head.get("family", "")) if known is not None else ""
    if known is None or not family or not known.id.endswith(f"-{family}"):
        return item
    return replace(item, options=item.options | {"subject": known._replace(id=family)})


def _is_only_dyed(items: Sequence[Item], at: int) -> bool:
    """Whether a colour is all that is told of one more: "tres ovejas blancas y una negra"."""
    linked = at > 0 and items[at - 1].has("and") and at + 1 < len(items)
    dyed = linked and items[at + 1].has("color") and not items[at + 1].has(*_NOUNS)
    behind = items[at + 2] if at + 2 < len(items) else None
    return dyed and (behind is None or behind.has("comma", "and", "in", "with", "relation", "stop."))


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
                _in_number(beast, 2 if many else 1),
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


def _one_by_one(items: Sequence[Item]) -> list[Item]:
    """With every member of a group as a phrase of its own, where all of them are told of."""
    for at in range(len(items)):
        if not 1 < number_of(items[at]) <= _LISTED or (noun := _noun(items, at)) is None:
            continue
        behind = _behind(items, noun)
        parts = [n for n in range(behind, len(items)) if _begins(items, n, behind)]
        counts = [_value(items, n) for n in parts]
        if len(parts) < 2 or sum(counts) != number_of(items[at]):
            continue
        if _follows(items, behind, parts[0]):
            return [*items[:at], *_told(items, (at, noun, behind), parts, counts)]
        if _placed(items, behind, parts[0]):
            told = _told(items, (at, noun, behind), parts, counts)
            return [*items[:at], *told, items[parts[0] - 1], *items[behind : parts[0] - 1]]
    return list(items)


def _told(
    items: Sequence[Item], group: tuple[int, int, int], parts: Sequence[int], counts: Sequence[int]
) -> list[Item]:
    at, noun, behind = group
    said, found = items[at + 1 : behind], []
    for start, end, count in zip(parts, [*parts[1:], len(items)], counts, strict=True):
        own = [i for i in said if not (count == 1 and i.has("trait") and i.has("scenery"))]  # "gemelas"
        mine = [_in_number(i, count) if i is items[noun] else i for i in own]
        found += [_number(count, items[noun].language), *mine, *_of_part(items, start, end)]
    return found


def _of_part(items: Sequence[Item], start: int, end: int) -> list[Item]:
    """What is told of some of them; of those who are "without" it there is nothing to tell."""
    rest = list(items[start + _length(items, start) : end])
    while rest and rest[0].has("be"):
        rest.pop(0)
    if not rest or not rest[0].has("no"):
        return rest
    until = next((n for n, i in enumerate(rest) if i.has("comma", "and", "stop.")), len(rest))
    return rest[until:]


def _number(count: int, language: str) -> Item:
    if count == 1:
        return Item.of("a", "un", language)
    return Item("count", str(count), language, {"count": Meaning("count", str(count), language, str(count))})


def _in_number(item: Item, count: int) -> Item:
    if count == 1:
        return one_of(item)
    options = {kind: meaning._replace(plural=count > 1) for kind, meaning in item.options.items()}
    return replace(item, options=options)


def _noun(items: Sequence[Item], at: int) -> int | None:
    """Where the noun of the number at `at` stands."""
    for n in range(at + 1, min(at + 4, len(items))):
        if is_told_of(items[n]):
            return n
        if not items[n].has(*_DESCRIBING):
            return None
    return None


def _behind(items: Sequence[Item], noun: int) -> int:
    """Where the adjectives behind a noun end."""
    at = noun + 1
    while (
        at < len(items) and items[at].has("color", "size", "trait", "mood") and not items[at].has("subject")
    ):
        at += 1
    return at


def _length(items: Sequence[Item], at: int) -> int:
    """How many items say "one of them", "two of them", "the last one"; 0 where none does."""
    item = items[at]
    if item.has("the") and at + 1 < len(items) and key(items[at + 1].raw) in _ORDINALS:
        return 2
    if item.has("the") and at + 1 < len(items) and items[at + 1].has("size"):
        return 1  # "la pequeña de azul"
    return 1 if key(item.raw) in _ONE | _ORDINALS or number_of(item) else 0


def _value(items: Sequence[Item], at: int) -> int:
    return max(1, number_of(items[at]))


def _begins(items: Sequence[Item], at: int, behind: int) -> bool:
    """Whether some of the group are told of here, with no noun of their own."""
    length = _length(items, at)
    apart = at == behind or items[at - 1].has("comma", "and", "stop.", "stop", "be", "filler")
    if not length or not apart or at + length >= len(items):
        return False
    after = items[at + length]
    return not after.has(*_NOUNS, "unknown", "scenery") or after.has("color", "trait")


def _placed(items: Sequence[Item], behind: int, first: int) -> bool:
    """Whether only where all of them are stands between: "três amigos na praia, um de verde"."""
    where = items[behind:first]
    parted = 1 < len(where) <= _WHERE and where[-1].has("comma", "stop", "stop.")
    known = all(i.has("the", "a", "of", "unknown", "color", "size", "trait", *_THERE) for i in where[:-1])
    return parted and known and where[0].has("in", "on", "relation", "place", "place?", *DEEDS)


_THERE = ("in", "on", "relation", "place", "place?", "subject", *DEEDS)
_WHERE = 8
"""Items that may tell where all of them are, or what they do, before each is told of."""


def _follows(items: Sequence[Item], behind: int, first: int) -> bool:
    return first > behind and all(i.has(*_GAPS) for i in items[behind:first])
