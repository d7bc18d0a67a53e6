"""Spanish and Portuguese: people called by what tells of them: "um careca", "duas loiras", "un borracho"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from .. import forms
from ..fold import key
from ..index import build
from ..items import DEEDS, is_alive, item_at, kind_of, number_of
from ..lexicon import listed, table
from ..matching import Item
from .senses import phrase

_NOUNS = ("subject", "role", "garment", "hat", "scenery", "name", "glasses", "part")
_OPENING = ("a", "the", "count", "number")
_LINKS = ("comma", "and", "with", "stop", "stop.", "filler", "relation", *("action", "undrawn", "activity"))
_TELLING = ("size", "trait", "mood", "undrawn", "color")
_COUPLES = {"pt": "casal", "es": "pareja"}
_WORDS = {
    "pt": {"m": ("homem", "homens"), "f": ("mulher", "mulheres")},
    "es": {"m": ("hombre", "hombres"), "f": ("mujer", "mujeres")},
}
"""One man and several, one woman and several."""


class _Who(NamedTuple):
    sort: str
    """A row of `called.toml`."""
    gender: str
    plural: bool
    word: str
    """As it stands in a dictionary."""


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with a man, a woman or people before what is said for them alone."""
    items, found = _friends(items), []
    for at, item in enumerate(items):
        who = _forms().get((item.language, key(item.raw)))
        if who is None or not _is_noun(items, at, who):
            found.append(item)
            continue
        pair = who.sort == "couples" and who.plural and not (at and number_of(items[at - 1]) not in (0, 2))
        if pair:
            while found and found[-1].has(*_OPENING):
                found.pop()
            one = Item.of("a", "um", item.language)
            known = [_telling(item, who)] if item.has(*_TELLING) else []
            found += [one, Item.of("scenery", _COUPLES[item.language], item.language, "person"), *known]
        else:
            found += [
                phrase(item, _WORDS[item.language][who.gender][who.plural or _are_many(items, at)]),
                _telling(item, who),
            ]
    return found


def _telling(item: Item, who: _Who) -> Item:
    """The word as a quality, whatever else it may be called."""
    known = {m.kind: m for m in build().meanings(key(who.word)) if m.language == item.language}
    options = {**known, **item.options}
    kind = next((k for k in _TELLING if k in options), "")
    options = {kind: options[kind]} if kind else {}
    return Item(kind or "unknown", item.raw, item.language, options)


def _is_noun(items: Sequence[Item], at: int, who: _Who) -> bool:
    """Whether the word stands where a noun does, and no noun that it tells of is near."""
    if is_alive(items[at]) or not _is_spelled_so(items[at], who):
        return False  # "un perezoso" is a sloth, "louça" is no mad woman
    before, lead, after = item_at(items, at - 1), item_at(items, at - 2), item_at(items, at + 1)
    opens = before is not None and before.has(*_OPENING)
    if (before is not None and not opens) or (lead is not None and opens and not lead.has(*_LINKS)):
        return False
    if after is not None and after.has(*_NOUNS, "unknown"):
        return False
    earlier = [i for i in items[:at] if is_alive(i) or (i.has("scenery") and not i.has("place"))]
    return not (earlier and (who.sort == "anybody" or _counted(items, at)))


def _is_spelled_so(item: Item, who: _Who) -> bool:
    return "ç" not in item.raw.lower() or "ç" in who.word


_MANY = frozenset({"os", "as", "uns", "umas", "los", "las", "unos", "unas"})


def _are_many(items: Sequence[Item], at: int) -> bool:
    """Whether the article or the number before the word says so: "os bebum"."""
    return at > 0 and (items[at - 1].raw.lower() in _MANY or number_of(items[at - 1]) > 1)


def _counted(items: Sequence[Item], at: int) -> bool:
    """Whether several were told of before, of whom this may be one: "três amigas, a ruiva de azul"."""
    many = any(number_of(i) > 1 or any(m.plural for m in i.options.values()) for i in items[: max(0, at - 1)])
    return many and number_of(items[at - 1]) <= 1


@cache
def _forms() -> Mapping[tuple[str, str], _Who]:
    found: dict[tuple[str, str], _Who] = {}
    for sort, row in table("called").items():
        for language in ("pt", "es"):
            for word in listed(str(row[language])):
                for form, gender, plural in _bent(word, language):
                    found.setdefault((language, key(form)), _Who(sort, gender, plural, word))
    return MappingProxyType(found)


def _bent(word: str, language: str) -> Iterator[tuple[str, str, bool]]:
    """A masculine word, its feminine, and the plurals of both, with gender and number."""
    she = _feminine(word)
    for form, gender in ((word, "m"), (she, "f")):
        yield form, gender, False
        yield from ((many, gender, True) for many in forms.plurals(form, language))


def _feminine(word: str) -> str:
    for ending, other in (("ão", "ona"), ("ón", "ona"), ("o", "a")):
        if word.endswith(ending):
            return word.removesuffix(ending) + other
    return word


def _friends(items: Sequence[Item]) -> list[Item]:
    """Without the friends who are told to be something at once: "dos cuates mariachis", "amigas sereias"."""
    return [item for at, item in enumerate(items) if not _is_told_again(item, item_at(items, at + 1))]


def _is_told_again(item: Item, after: Item | None) -> bool:
    folk = item.options.get("scenery")
    if folk is None or folk.id != "friend" or after is None or after.has("color", "trait", *DEEDS):
        return False
    return after.has("role") or kind_of(after) in ("person", "fantasy")
