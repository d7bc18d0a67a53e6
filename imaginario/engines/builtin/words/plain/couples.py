"""Two people of whom each is told apart: "a couple, he in a black suit and she in a red dress"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..index import Meaning
from ..items import is_alive, item_at, kind_of, number_of, one_of
from ..matching import Item

_HE = frozenset(map(key, {"he", "ele", "él"}))
_SHE = frozenset(map(key, {"she", "ela", "ella"}))
_COUPLES = frozenset({"couple", "casal", "pareja"})
_LOVERS = frozenset(map(key, {"namorados", "enamorados", "novios", "noivos", "lovers", "recém-casados"}))
_WEDDED = frozenset(map(key, {"novios", "noivos", "newlyweds", "recém-casados", "recién casados"}))
_FRIENDS = frozenset({"friends", "amigos"})
_ENDS = ("comma", "and", "stop.", "stop")
_WHO = {
    "man": {"pt": "homem", "es": "hombre"}, "woman": {"pt": "mulher", "es": "mujer"},
    "groom": {"pt": "noivo", "es": "novio"}, "bride": {"pt": "noiva", "es": "novia"},
}  # fmt: skip


def plain(items: Sequence[Item]) -> list[Item]:
    """With a man and a woman for a couple of whom "he" and "she" are told apart."""
    items = _sexes(items)
    pair = next((at for at, item in enumerate(items) if _is_a_couple(item)), None)
    if pair is None:
        return list(items)
    ahead = range(pair + 1, len(items))
    told = [at for at in ahead if key(items[at].raw) in _HE | _SHE and _opens(items, at)]
    if len(told) != 2 or len({key(items[at].raw) in _HE for at in told}) != 2:
        return list(items)
    first, second = told
    if (beasts := _of_a_kind(items, pair)) is not None:
        return _two_of_them(items, pair, beasts, (first, second))
    behind = pair + 1
    while behind < first and (key(items[behind].raw) in _LOVERS | _FRIENDS or items[behind].has("of")):
        behind += 1
    wedded = any(key(item.raw) in _WEDDED for item in items[pair:behind])
    language = items[first].language
    start = pair - (pair > 0 and items[pair - 1].has("a", "the"))
    shared = _trimmed(items[behind:first])
    found = [*items[:start], *_one(items[first], wedded), *_trimmed(items[first + 1 : second])]
    found += [Item.of("and", "and", language), *_one(items[second], wedded), *items[second + 1 :]]
    return [*found, Item("comma", ",", language), *shared] if shared else found


_MALE, _FEMALE = frozenset({"macho", "male"}), frozenset({"hembra", "femea", "female"})


def _sexes(items: Sequence[Item]) -> list[Item]:
    """With "he" and "she" for "el macho" and "la hembra", where both are told of."""
    said = {key(item.raw) for item in items}
    if not (said & _MALE and said & _FEMALE):
        return list(items)
    he = {"es": ("él", "ella"), "pt": ("ele", "ela")}
    found: list[Item] = []
    for item in items:
        sex = key(item.raw) in _MALE, key(item.raw) in _FEMALE
        if any(sex) and found and found[-1].has("the"):
            found[-1] = Item("it", he.get(item.language, ("he", "she"))[sex[1]], item.language)
        else:
            found.append(item)
    return found


def _is_a_couple(item: Item) -> bool:
    words = key(item.raw).split()
    return bool(_COUPLES.intersection(words)) or key(item.raw) in _WEDDED or _are_two(item)


def _are_two(item: Item) -> bool:
    """Whether it counts two of whom one may be he and the other she: "dos catrines"."""
    return number_of(item) == len(_WHO) // 2


def _of_a_kind(items: Sequence[Item], pair: int) -> Item | None:
    """The animals that the couple is of: "um casal de sapos", "a couple of frogs"."""
    noun = item_at(items, pair + 1 + items[pair + 1].has("of")) if pair + 1 < len(items) else None
    counted = not _COUPLES.intersection(key(items[pair].raw).split()) and _are_two(items[pair])
    alike = kind_of(noun) in ("animal", "fantasy") or (counted and is_alive(noun))
    if noun is not None and key(noun.raw) in _WEDDED:
        return None
    return noun if alike else None


def _two_of_them(items: Sequence[Item], pair: int, beasts: Item, told: tuple[int, int]) -> list[Item]:
    """With one animal for "he" and another for "she", both where the couple is."""
    first, second = told
    start, behind = pair - (pair > 0 and items[pair - 1].has("a", "the")), items.index(beasts, pair) + 1
    shared, language = _trimmed(items[behind:first]), beasts.language
    rest = items[second + 1 :]
    end = next((n for n, i in enumerate(rest) if i.has("comma", "stop.")), len(rest))
    one, other = _trimmed(items[first + 1 : second]), [*rest[:end]]
    article, noun, link = Item.of("a", "a", language), one_of(beasts), Item.of("and", "and", language)
    acts = any(i.has("action", "activity", "undrawn") for i in shared)
    again = [*map(the_same, shared)]
    said = ([*shared, *one], [*again, *other]) if acts else ([*one, *shared], [*other, *again])
    found = [article, noun, *said[0], link, article, noun, *said[1]]
    return [*items[:start], *found, *rest[end:]]


_AGAIN = {"num": "no", "numa": "na"}


def the_same(item: Item) -> Item:
    """The item with "the" for "a": what is told of several people is there once."""
    if item.has("a"):
        return Item.of("the", "the", item.language)
    again = _AGAIN.get(item.raw.lower(), "")
    return Item.of("in", again, item.language) if again else item


def _opens(items: Sequence[Item], at: int) -> bool:
    return items[at - 1].has(*_ENDS) and at + 1 < len(items)


def _one(pronoun: Item, wedded: bool) -> list[Item]:
    male = key(pronoun.raw) in _HE
    ident = ("groom" if male else "bride") if wedded else ("man" if male else "woman")
    word = _WHO[ident].get(pronoun.language, ident)
    meaning = Meaning("subject", ident, pronoun.language, word)
    article = Item.of("a", "a", pronoun.language)
    return [article, Item("subject", word, pronoun.language, {"subject": meaning})]


def _trimmed(items: Sequence[Item]) -> list[Item]:
    found = list(items)
    while found and found[-1].has(*_ENDS):
        found.pop()
    while found and found[0].has(*_ENDS):
        found.pop(0)
    return found
