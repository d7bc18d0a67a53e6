"""Names of places in the world: when one is meant, and what it is called in English."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from .fold import is_han, key
from .index import Meaning, build
from .lexicon import table

ABROAD = "abroad"
"""The row of countries, which look like no place in particular."""
_SHORT = 4


def is_meant(
    meaning: Meaning,
    meanings: Sequence[Meaning],
    before: Sequence[Collection[str]],
    language: str,
    *,
    capital: bool,
) -> bool:
    """Whether a name is that place's, after items of the kinds `before`.

    A country is one only where something is in it ("China tea", "日本刀"); "in paris" needs no capital, and
    "no rio" might be a river.
    """
    into = bool(before) and "in" in before[-1]
    if meaning.id == ABROAD:
        alone = all(m.kind == "landmark" for m in meanings)  # "chile" is hot, and a turkey is "peru"
        return into or (alone and language in ("es", "pt") and _ends_in_a_country(before))
    first = meanings[0]
    if capital or first.language == "zh":
        return True
    known = [kinds for kinds in before if "the" not in kinds]
    there = into or (bool(known) and not {"in", "of"}.isdisjoint(known[-1]))
    there = there or (first.language == "en" == language and len(first.spelled) > _SHORT)
    return all(m.kind == "landmark" for m in meanings) and (there or _is_long(first.spelled))


def _ends_in_a_country(before: Sequence[Collection[str]]) -> bool:
    """Whether it is told where all that was: "en el perú", "una guagua por el malecón, cuba"."""
    if not before:
        return False
    in_the = len(before) > 1 and "the" in before[-1] and "in" in before[-2]
    return in_the or "comma" in before[-1]


def _is_long(name: str) -> bool:
    """Whether a name has several words that tell: "la paz" is peace without its capitals."""
    return " " in name and not name.startswith(("la ", "el ", "los ", "las "))


def is_landmark(name: str) -> bool:
    """Whether a proper name is that of a place in the world."""
    return bool(row_of(name))


def row_of(name: str) -> str:
    """The row of `landmarks.toml` that has a name: the place it looks like, or `ABROAD`; else empty."""
    return next((m.id for m in build().meanings(key(name)) if m.kind == "landmark"), "")


def in_english(name: str) -> str:
    """A name as English has it: "the Nile" for "Nilo"."""
    return str(table("landmarks")["english"].get(name.lower(), name))


def called(name: str, language: str) -> str:
    """A name as it is known in a language; where it is not known there, as it was written."""
    return _in_chinese().get(key(name).removeprefix("the "), name) if language == "zh" else name


@cache
def _in_chinese() -> Mapping[str, str]:
    """Chinese names by the names that others have for the same places; of two Chinese ones the first."""
    english = table("landmarks")["english"]
    own: dict[str, str] = {}
    for name, said in english.items():
        if is_han(name[:1]):
            own.setdefault(key(said).removeprefix("the "), name)
    others = {key(n): own[e] for n, s in english.items() if (e := key(s).removeprefix("the ")) in own}
    return MappingProxyType({n: c for n, c in (others | own).items() if not is_han(n[:1])})
