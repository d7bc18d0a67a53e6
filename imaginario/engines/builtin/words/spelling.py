"""Slips of the pen: "dinosour", "buterfly" and "cachoro" are read as the words they sound like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from .index import Index, Meaning, build

SHORTEST = 5
"""Letters of the shortest word that is guessed at; shorter ones sound like too many others."""
_LONGER = 7
"""Letters of the shortest colour that is guessed at: "prato" is no "preto"."""
_KINDS = frozenset({"subject", "place", "color"})
_SOUNDS = (
    (re.compile(r"ph"), "f"), (re.compile(r"(?<![csnl])h"), ""), (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"qu|[ckq]"), "k"), (re.compile(r"[zx]|sh|kh"), "s"), (re.compile(r"v"), "b"),
    (re.compile(r"y"), "i"), (re.compile(r"j"), "g"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiou]+")
_FARTHEST = 2


def guess(index: Index, word: str, language: str) -> Sequence[Meaning]:
    """What the folded, unknown `word` was probably meant to be; empty where nothing sounds like it."""
    if len(word) < SHORTEST or not word.isalpha() or index is not build():
        return ()
    for known in _by_sound(language).get(_sound(word), ()):
        if known[0] == word[0] and _far(word, known) <= min(_FARTHEST, len(word) // 3):
            found = [m for m in index.phrases[known] if m.language == language and m.kind in _KINDS]
            return found if len(word) >= _LONGER or any(m.kind != "color" for m in found) else ()
    return ()


@cache
def _by_sound(language: str) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word in _words(build(), language):
        found.setdefault(_sound(word), []).append(word)
    return MappingProxyType(found)


def _words(index: Index, language: str) -> Iterator[str]:
    for word, meanings in index.phrases.items():
        latin = len(word) >= SHORTEST and word.isalpha() and word[0] < "\u2e80"
        if latin and any(m.language == language and m.kind in _KINDS for m in meanings):
            yield word


def _sound(word: str) -> str:
    """The consonants of a word as they are heard, with one mark for any vowels between them."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return _VOWELS.sub("*", word).rstrip("*")


def _far(one: str, other: str) -> int:
    """How many letters must be put in, left out or changed to make `other` of `one`."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]
