"""Portuguese as it is heard: "caxorru", "profeçora" and "jogano" are put as they are spelled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from .. import people
from ..fold import fold
from ..index import Index, build
from ..tokens import Token

_SHORTEST = 4
"""Letters of the shortest word that is guessed at."""
_LONG = 6
"""Letters of the shortest word in which an "i" or "u" may stand for an "e" or "o" before the last vowel."""
_GERUND = re.compile(r"\w+[aeiou]n[ou]")
"""How "jogando" and "correndo" end where they are written as many say them."""
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ç", "s"), ("ch", "x"), ("lh", "i"), ("nh", "N"), ("ph", "f"), ("h", ""), ("[sx]c(?=[ei])", "s"),
        ("c(?=[ei])", "s"), ("qu(?=[ei])|[ckq]", "k"), ("gu(?=[ei])", "G"), ("g(?=[ei])", "j"), ("g", "G"),
        ("z", "s"), ("y", "i"), ("w", "v"), ("m(?=[^aeiou]|$)", "n"), ("l(?=[^aeiou]|$)", "u"),
        ("ai(?=x)", "a"), ("e", "i"), ("o", "u"), (r"(.)\1+", r"\1"),
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
    if word in _spelled() or people.is_given(word):
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


_CLUSTER = re.compile("([bcfgp])r")
"""An "r" behind these is an "l" to some: "pranta"."""


def _alike(raw: str) -> Iterator[str]:
    return (word for word in _by_ear().get(_ear(raw), ()) if _may_be(raw, word))


def _may_be(raw: str, word: str) -> bool:
    """Whether other vowels are written by ear: an "i" is heard for an "e", not the reverse."""
    one, other = fold(raw), fold(word)
    if any(one.count(vowel) > other.count(vowel) for vowel in "eo"):
        return False
    return len(one) >= _LONG or _vowels(one)[:-1] == _vowels(other)[:-1] or len(one) != len(other)


def _vowels(word: str) -> str:
    """The vowels of a word, in their order."""
    return "".join(letter for letter in word if letter in "aeiou")


def _ear(word: str) -> str:
    found = word.replace("ç", "s") if "ç" in word else word
    found = fold(found)
    for pattern, sound in _SOUNDS:
        found = pattern.sub(sound, found)
    return found


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


@cache
def _by_ear() -> Mapping[str, Sequence[str]]:
    found: dict[str, dict[str, None]] = {}
    for meanings in build().phrases.values():
        for meaning in meanings:
            words = meaning.spelled.split() if meaning.language == "pt" else ()
            for word in words:
                if len(word) >= _SHORTEST and word.isalpha():
                    found.setdefault(_ear(word), {})[word] = None
    return MappingProxyType({ear: tuple(words) for ear, words in found.items()})
