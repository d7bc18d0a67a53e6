"""Portuguese as it is heard: "caxorru", "profeçora" and "jogano" are put as they are spelled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from ... import vocabulary
from .. import people
from ..fold import fold
from ..index import Index, Meaning, build
from ..lexicon import listed, table
from ..tokens import Token

_SHORTEST = 4
"""Letters of the shortest word that is guessed at."""
_GERUND = re.compile(r"\w+[aeiou]n[ou]")
"""How "jogando" and "correndo" end where they are written as many say them."""
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ch", "x"), ("lh|(?<=[aeou])i(?=[aeou])", "Y"), ("nh|(?<=[aeiou])ni(?=[aou])", "N"), ("ph", "f"),
        ("h", ""),
        ("[sx]?c(?=[ei])", "ss"), ("qu(?=[ei])|[ckq]", "k"), ("gu(?=[ei])", "G"), ("g(?=[ei])", "j"),
        ("g", "G"), ("(?<=[aeiou])s(?=[aeiou])", "z"), ("z$", "s"), ("ss", "s"), ("y", "i"), ("w", "v"),
        ("(?<=[aeo])u(?![aeou])", "w"), ("l(?=[^aeiouY]|$)", "w"), ("m(?=[^aeiou]|$)", "n"),
        ("ai(?=x)", "a"), ("ei(?=[xjr])", "e"), ("e", "i"), ("o", "u"), (r"([^aeioru])\1+", r"\1"),
    )
)  # fmt: skip


def heard(tokens: Sequence[Token], index: Index, language: str) -> list[Token]:
    """The tokens with the words that are meant, where a Portuguese one is written as it sounds."""
    if language != "pt" or index is not build():
        return list(tokens)
    return [_mended(token, index) for token in tokens]


def sounds_so(raw: str, index: Index) -> bool:
    """Whether an unknown word in lower case is heard as a Portuguese one."""
    return index is build() and len(raw) > _SHORTEST and raw.isalpha() and bool(next(_meant(raw, index), ""))


def _mended(token: Token, index: Index) -> Token:
    named = token.capital and not token.begins
    odd = token.kind == "word" and token.key.isalpha() and len(token.key) >= _SHORTEST and not named
    if not odd or _is_known(token.key, index):
        return token
    meant = next(_meant(token.raw.lower(), index), "")
    return replace(token, raw=meant, key=fold(meant)) if meant else token


def _is_known(word: str, index: Index) -> bool:
    """Whether a folded word is Portuguese, somebody's name or a word of English."""
    if word in _spelled() or word in _no_slips() or people.is_given(word):
        return True
    exact = index.phrases.get(word, ())
    return any(m.language in ("pt", "en") for m in exact) or any(
        m.language == "pt" for m in index.unbent(word)
    )


def _meant(raw: str, index: Index) -> Iterator[str]:
    """Words that sound like an unknown one, most likely first."""
    if _GERUND.fullmatch(raw):
        deed = f"{raw[:-1]}do"
        if _is_known(fold(deed), index):
            yield deed
        yield from (word for word in _alike(deed) if word.endswith("ndo"))
    yield from _alike(raw)
    if len(raw) > _SHORTEST:
        yield from (w for w in _alike(_CLUSTER.sub(r"\1l", raw)) if _CLUSTER.search(raw))

    yield from _one_letter_off(fold(raw))


_CLUSTER = re.compile("([bcfgp])r")
"""An "r" behind these is an "l" to some: "pranta"."""


_TYPED = 7
"""Letters of the shortest animal or trade in which one may be missing or too many."""
_VERBAL = (
    "ado", "ada", "ido", "ida", "ados", "adas", "idos", "idas", "ar", "er", "ir", "ndo", "am", "em", "ou",
    "ei", "oes",
)  # fmt: skip


def _one_letter_off(word: str) -> Iterator[str]:
    """Animals and trades that are spelled with one letter more or less: "flamigo"."""
    if len(word) >= _TYPED and not word.endswith(_VERBAL):
        yield from (known for known in _with_one_left_out().get(word, ()) if known[-1] == word[-1])
        shorter = (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))
        yield from (near for near in shorter if near in _living())


@cache
def _living() -> frozenset[str]:
    """Folded Portuguese words for animals and people, long enough for a slip to be told."""
    found = build().phrases.items()
    long = ((word, meanings) for word, meanings in found if len(word) >= _TYPED and word.isalpha())
    return frozenset(word for word, meanings in long if any(map(_lives, meanings)))


def _lives(meaning: Meaning) -> bool:
    alive = meaning.kind == "role" or (meaning.kind == "subject" and vocabulary.load()[meaning.id].alive)
    return meaning.language == "pt" and alive


@cache
def _with_one_left_out() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word in _living():
        for at in range(1, len(word) - 1):
            found.setdefault(word[:at] + word[at + 1 :], []).append(word)
    return MappingProxyType(found)


def _alike(raw: str) -> Iterator[str]:
    return (word for word in _by_ear(_opening(raw)).get(_ear(raw), ()) if _may_be(raw, word))


def _may_be(raw: str, word: str) -> bool:
    """Whether other vowels are written by ear: an "i" is heard for an "e", not the reverse."""
    one, other = fold(raw), fold(word)
    if any(one.count(vowel) > other.count(vowel) for vowel in "eo"):
        return False
    mine, theirs = _vowels(one), _vowels(other)
    if mine[-1:] != theirs[-1:] and not _names_something(other):
        return False
    return mine[-_STRESSED:-1] == theirs[-_STRESSED:-1] or "ei" in theirs.replace(mine, "")


_STRESSED = 2
"""Vowels from the stressed one on: those before are the ones that are heard otherwise."""
_NOUNS = frozenset({
    "subject", "role", "place", "place?", "scenery", "garment", "hat", "sky", "weather", "part", "color",
    "trait", "size", "mood", "glasses", "time", "filler",
})  # fmt: skip


def _names_something(word: str) -> bool:
    """Whether a folded word is a noun or a quality, and no verb: "elefanti" and not "comi"."""
    return any(m.language == "pt" and m.kind in _NOUNS for m in build().meanings(word))


_GLIDES = re.compile("lh|(?<=[aeou])i(?=[aeou])|(?<=[aeo])[ul](?![aeiou])")
"""What is written as a vowel and heard as a consonant, or the reverse: "coeio", "dinossalro"."""


def _vowels(word: str) -> str:
    """The vowels of a word, in their order."""
    word = _GLIDES.sub("-", word)
    return "".join(letter for letter in word if letter in "aeiou")


def _ear(word: str) -> str:
    found = fold(word.replace("ç", "ss"))
    for pattern, sound in _SOUNDS:
        found = pattern.sub(sound, found)
    return found


_FOREIGN = re.compile("[A-Zwyk]|[sz]h|th|oo|ee")
"""What no Portuguese word has."""


@cache
def _no_slips() -> frozenset[str]:
    return frozenset(map(fold, listed(str(table("no_slips")["words"]["pt"]))))


@cache
def _spelled() -> frozenset[str]:
    """Every folded word of a Portuguese phrase."""
    found = build().phrases.items()
    return frozenset(
        word
        for phrase, meanings in found
        for word in phrase.split()
        if any(m.language == "pt" for m in meanings)
    )


_FIRST = {letter: kind for kind in ("ckqsxzç", "gj", "ei", "ou", "bp", "vw") for letter in kind}
"""Letters of which one may stand for another at the beginning of a word, by what they have in common."""


def _opening(word: str) -> str:
    """What the first letter of a word, or the next one of "h", may be taken for."""
    first = fold(word.removeprefix("h"))[:1]
    return _FIRST.get(first, first)


@cache
def _by_ear(opening: str) -> Mapping[str, Sequence[str]]:
    """Portuguese words by how they sound, of those that begin alike; all of them at once would take long."""
    found: dict[str, list[str]] = {}
    for word in _by_opening().get(opening, ()):
        found.setdefault(_ear(word), []).append(word)
    return MappingProxyType(found)


@cache
def _by_opening() -> Mapping[str, Sequence[str]]:
    found: dict[str, dict[str, None]] = {}
    for meanings in build().phrases.values():
        for meaning in meanings:
            own = meaning.language == "pt" and meaning.kind not in ("landmark", "style", "name")
            for word in meaning.spelled.split() if own else ():
                if len(word) >= _SHORTEST and word.isalpha() and not _FOREIGN.search(word):
                    found.setdefault(_opening(word), {})[word] = None
    return MappingProxyType({opening: tuple(words) for opening, words in found.items()})
