"""Two people of whom each is told apart: "a couple, he in a black suit and she in a red dress"."""

from __future__ import annotations

from collections.abc import Sequence

from .fold import key
from .index import Meaning
from .matching import Item

_HE = frozenset(map(key, {"he", "ele", "él"}))
_SHE = frozenset(map(key, {"she", "ela", "ella"}))
_COUPLES = frozenset({"couple", "casal", "pareja"})
_LOVERS = frozenset(map(key, {"namorados", "enamorados", "novios", "noivos", "lovers", "recém-casados"}))
_WEDDED = frozenset(map(key, {"novios", "noivos", "newlyweds", "recém-casados", "recién casados"}))
_ENDS = ("comma", "and", "stop.", "stop")
_WHO = {
    "man": {"pt": "homem", "es": "hombre"}, "woman": {"pt": "mulher", "es": "mujer"},
    "groom": {"pt": "noivo", "es": "novio"}, "bride": {"pt": "noiva", "es": "novia"},
}  # fmt: skip


def plain(items: Sequence[Item]) -> list[Item]:
    """With a man and a woman for a couple of whom "he" and "she" are told apart."""
    pair = next((at for at, item in enumerate(items) if _is_a_couple(item)), None)
    if pair is None:
        return list(items)
    ahead = range(pair + 1, len(items))
    told = [at for at in ahead if key(items[at].raw) in _HE | _SHE and _opens(items, at)]
    if len(told) != 2 or len({key(items[at].raw) in _HE for at in told}) != 2:
        return list(items)
    first, second = told
    behind = pair + 1
    while behind < first and (key(items[behind].raw) in _LOVERS or items[behind].has("of")):
        behind += 1
    wedded = any(key(item.raw) in _WEDDED for item in items[pair:behind])
    language = items[first].language
    start = pair - (pair > 0 and items[pair - 1].has("a", "the"))
    shared = _trimmed(items[behind:first])
    found = [*items[:start], *_one(items[first], wedded), *_trimmed(items[first + 1 : second])]
    found += [Item.of("and", "and", language), *_one(items[second], wedded), *items[second + 1 :]]
    return [*found, Item("comma", ",", language), *shared] if shared else found


def _is_a_couple(item: Item) -> bool:
    return bool(_COUPLES.intersection(key(item.raw).split())) or key(item.raw) in _WEDDED


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
