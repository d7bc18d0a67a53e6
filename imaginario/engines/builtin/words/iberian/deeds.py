"""Spanish and Portuguese deeds that mean another thing in company: "montando a barraca", "dando banho"."""

from __future__ import annotations

from collections.abc import Sequence

from ... import vocabulary
from ..fold import key
from ..items import DEEDS, beyond, is_alive, item_at, kind_of
from ..matching import Item
from ..plain.couples import the_same
from .senses import phrase

_TELLING = ("a", "the", "count", "number", "color", "size", "trait")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with the deed that is meant."""
    for step in (
        _matches,
        _through_windows,
        _given,
        _put_together,
        _hosed,
        _washed,
        _in_wheelchairs,
        _retired,
        _behind_somebody,
        _aboard,
        _done_together,
    ):
        items = step(items)
    return list(items)


_MOUNTING = frozenset({"montando", "monta", "montam", "montan", "montar"})


def _put_together(items: Sequence[Item]) -> list[Item]:
    """With the building of what nobody rides: "montando um castelo de areia"."""
    found = list(items)
    for at, item in enumerate(items):
        thing = item_at(items, beyond(items, at + 1, _TELLING))
        known = thing.options.get("subject") if thing is not None else None
        told = known is not None and not is_alive(thing) and not vocabulary.load()[known.id].rides
        strange = thing is not None and thing.has("unknown") and known is None
        if item.has("action") and key(item.raw) in _MOUNTING and (told or strange):
            said = "construindo" if item.language == "pt" else "construyendo"
            found[at] = Item.of("undrawn", said, item.language, "building")
    return found


_GIVING = frozenset({"dando", "da", "dao", "dar", "dandole", "dan"})
_BATHS = frozenset({"banho", "bano"})


def _washed(items: Sequence[Item]) -> list[Item]:
    """With the washing of who is given a bath, and is no mount: "dando banho no cachorro"."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        bath = beyond(items, at + 1, ("a", "the", "trait"))
        noun, link = item_at(items, bath), item_at(items, bath + 1)
        whom = item_at(items, beyond(items, bath + 2, _TELLING))
        bathed = noun is not None and key(noun.raw) in _BATHS and key(item.raw) in _GIVING
        if bathed and link is not None and link.has("in", "on", "stop", "to") and is_alive(whom):
            found.append(Item.of("action", f"{item.raw} banho", item.language, "bathe"))
            at = bath + 2
            continue
        found.append(item)
        at += 1
    return found


_SEATED = frozenset({"cadeirante", "cadeirantes"})


def _in_wheelchairs(items: Sequence[Item]) -> list[Item]:
    """With a wheelchair for somebody who is in one, and is no second person: "menino cadeirante"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        who = item_at(items, at - 1)
        folk = kind_of(who) == "person" or (who is not None and who.has("role"))
        if key(item.raw) in _SEATED and folk:
            found += [
                Item.of("in", "em", item.language),
                Item.of("subject", "cadeira de rodas", item.language, "wheelchair"),
            ]
        else:
            found.append(item)
    return found


_SHARED = (
    "jog", "jug", "pesc", "nad", "cant", "surf", "patin", "corr", "apost", "disput", "lut", "estud", "acamp",
    "remand", "cozinh", "cocin", "compet", "trein", "entren",
)  # fmt: skip
"""How verbs begin that are done together with somebody, and to nobody."""


def _done_together(items: Sequence[Item]) -> list[Item]:
    """With the same deed for the one it is done with: "um tatu jogando bola com um tamanduá"."""
    found = list(items)
    for at in range(len(found) - 3, 0, -1):
        deed, link, end = found[at], found[at + 1], _one_behind(found, at + 2)
        shared = deed.has(*DEEDS) and key(deed.raw).startswith(_SHARED)
        if (
            shared
            and key(link.raw) in ("com", "con", "com o", "com a")
            and end
            and any(map(is_alive, found[:at]))
        ):
            both = Item.of("and", "e" if deed.language == "pt" else "y", deed.language)
            after, other = item_at(found, end), found[at + 2 : end]
            dressed = after is not None and after.has("of", "with")
            found[at:end] = [deed, both, *other, the_same(deed)] if dressed else [both, *other, deed]
    return found


def _one_behind(items: Sequence[Item], at: int) -> int:
    """Behind the phrase of somebody that begins at an index; 0 where none does."""
    noun = beyond(items, at, _TELLING)
    if not is_alive(item_at(items, noun)):
        return 0
    end = beyond(items, noun + 1, ("color", "size", "trait", "mood"))
    after = item_at(items, end)
    return 0 if after is not None and after.has("subject", "role") else end


def _aboard(items: Sequence[Item]) -> list[Item]:
    """With those in a vehicle who are told to be with it: "um barco com dois pescadores"."""
    found = list(items)
    for at in range(len(found) - 3, -1, -1):
        known = found[at].options.get("subject")
        link = beyond(found, at + 1, ("color", "size", "trait"))
        end = _one_behind(found, link + 1)
        start = at - 1 if at and found[at - 1].has("a", "the", "count") else at
        ridden = known is not None and vocabulary.load()[known.id].rides and kind_of(found[at]) == "vehicle"
        opens = start == 0 or found[start - 1].has("comma", "and", "stop.", "filler", "stop")
        after = item_at(found, end)
        apart = after is not None and after.has("relation", "upon")
        if ridden and opens and end and key(items[link].raw) in ("com", "con") and not apart:
            there = Item.of("in", "em" if found[at].language == "pt" else "en", found[at].language)
            found[start:end] = [*found[link + 1 : end], there, *found[start:link]]
    return found


def _hosed(items: Sequence[Item]) -> list[Item]:
    """With what water comes out of, and no mango tree, for "um banho de mangueira"."""
    found = list(items)
    for at in range(2, len(found)):
        bathes = key(found[at - 2].raw).rpartition(" ")[2] in _BATHS and found[at - 1].has("of")
        if bathes and key(found[at].raw) == "mangueira":
            found[at - 1] = Item.of("and", "e", "pt")
            found[at] = Item.of("subject", "mangueira de jardim", "pt", "hose")
    return found


_RETIRED = frozenset({"aposentado", "aposentada", "aposentados", "aposentadas", "jubilado", "jubilada"})


def _retired(items: Sequence[Item]) -> list[Item]:
    """With a quality for "aposentado" behind somebody, who is no grandfather beside them."""
    found = list(items)
    for at, item in enumerate(items):
        before = item_at(items, at - 1)
        told = is_alive(before) or (before is not None and before.has("trait", *DEEDS))
        if key(item.raw) in _RETIRED and told:
            found[at] = Item.of("trait", item.raw, item.language, "retired")
    return found


_WATCHING = frozenset({"watching", "observing", "admiring", "peeking", "spying", "staring", "gazing"})
_WINDOWS = {"janela": "na janela", "ventana": "en la ventana"}


def _through_windows(items: Sequence[Item]) -> list[Item]:
    """With who watches at the window before what is seen through it: "olhando as estrelas pela janela"."""
    at = next((n for n in range(len(items) - 1, 1, -1) if key(items[n].raw) in _WINDOWS), 0)
    by = at - 2 if at and items[at - 1].has("the") else at - 1
    through = at > 1 and key(items[by].raw) in ("pela", "por", "por la")
    deed = next((n for n in range(by - 1, max(by - 6, -1), -1) if items[n].has("undrawn")), -1)
    if not through or deed < 0 or items[deed].options["undrawn"].id not in _WATCHING:
        return list(items)
    there = Item.of("relation", _WINDOWS[key(items[at].raw)], items[at].language, "at_window")
    return [*items[:deed], there, *items[deed:by], *items[at + 1 :]]


_GIVEN = ("dando", "fazendo", "aplicando", "haciendo", "poniendo", "mexendo", "vacin", "mordendo", "batendo")


def _given(items: Sequence[Item]) -> list[Item]:
    """Without the "em" of whom a deed is done to, who is no place and no mount: "dando vacina num gato"."""
    return [
        item
        for at, item in enumerate(items)
        if not (
            at
            and item.has("in")
            and key(item.raw) in ("em", "no", "na", "num", "numa", "nos", "nas")
            and items[at - 1].has("undrawn")
            and key(items[at - 1].raw).startswith(_GIVEN)
            and _is_somebody(item_at(items, beyond(items, at + 1, _TELLING)))
        )
    ]


def _is_somebody(item: Item | None) -> bool:
    placed = item is not None and item.has("place", "place?")
    return is_alive(item) or (kind_of(item) in ("thing", "plant", "food") and not placed)


_LACKING = {"banguela": "toothless", "barbada": "beard", "barbado": "beard"}


def _behind_somebody(items: Sequence[Item]) -> list[Item]:
    """With what tells of somebody, and is nobody more: "menina banguela", "mulher barbada"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        told = _LACKING.get(key(item.raw), "") if at and is_alive(items[at - 1]) else ""
        if told == "beard":
            link = "com" if item.language == "pt" else "con"
            found += [Item.of("with", link, item.language), Item.of("part", "barba", item.language, "beard")]
        elif told:
            found.append(Item.of("trait", item.raw, item.language, told))
        else:
            found.append(item)
    return found


def _matches(items: Sequence[Item]) -> list[Item]:
    """With players for the football that a text begins with: "futebol na várzea"."""
    first, after = item_at(items, 0), item_at(items, 1)
    game = first is not None and key(first.raw) in ("futebol", "futsal", "futbol") and first.kind == "unknown"
    if first is None or not game or not (after is None or after.has("in", "comma", "place")):
        return list(items)
    return [phrase(first, "jogo de futebol" if first.language == "pt" else "partido de fútbol"), *items[1:]]
