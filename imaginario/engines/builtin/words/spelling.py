"""Slips of the pen: "dinosour", "buterfly" and "cachoro" are read as the words they sound like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from .. import vocabulary
from .index import Index, Meaning, build
from .lexicon import listed, table

SHORTEST = 5
"""Letters of the shortest word that is guessed at; shorter ones sound like too many others."""
_LONGER = 7
"""Letters of the shortest colour that is guessed at: "prato" is no "preto"."""
_KINDS = frozenset({"subject", "place", "color"})
_WORN = frozenset({"garment", "hat", "role", "sky", "glasses"})
"""What English slips may be of, too."""
_SOUNDS = (
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"ph"), "f"), (re.compile(r"(?<![csnl])h"), ""), (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"qu|[ckq]"), "k"), (re.compile(r"[zx]|sh|kh"), "s"), (re.compile(r"v"), "b"),
    (re.compile(r"y"), "i"), (re.compile(r"j"), "g"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiou]+")
_FARTHEST = 2
_DIFFERENT = 2
"""Letters of the shortest word that is drawn out."""
_LONG_DRAWN = re.compile(r"(\w)\1{2,}")
"""Letters of words such as "spaaaace" and "sooo"."""


def guess(index: Index, word: str, language: str) -> Sequence[Meaning]:
    """What the folded, unknown `word` was probably meant to be; empty where nothing sounds like it."""
    if len(set(word)) >= _DIFFERENT and (drawn_out := _LONG_DRAWN.sub(r"\1", word)) != word:
        tries = [_LONG_DRAWN.sub(r"\1\1", word), drawn_out]  # "perrro" is a dog and no "pero"
        found = [m for t in (tries if language != "en" else tries[::-1]) for m in index.meanings(t)]
        if language == "en" or any(m.language == language for m in found):
            return [m for m in found if m.language == language]
    if len(word) < SHORTEST or not word.isalpha() or index is not build() or word in _right(language):
        return ()
    if language == "pt" and word.endswith(_SPOKEN) and (found := _done(index, f"{word[:-1]}do")):
        return found  # "fazeno", "correno"
    for known in _by_sound(language).get(_sound(word), ()):
        if known[0] == word[0] and _far(word, known) <= min(_FARTHEST, len(word) // 3):
            kinds = _kinds(known, language)
            found = [m for m in index.phrases[known] if m.language == language and m.kind in kinds]
            if _is_another_word(word, known) if language == "en" else not _is_slip(word, known, found):
                continue
            if all(m.kind in _DONE for m in found) and _stem(word) != _stem(known):
                continue
            return found if len(word) >= _LONGER or any(m.kind != "color" for m in found) else ()
    if language == "en":
        return _slipped(index, word)
    return _swapped(index, word, language) or _by_ear(index, word, language)


_SPOKEN = ("ano", "eno", "ino")
"""How gerunds end as they are said in the countryside."""


def _done(index: Index, gerund: str) -> list[Meaning]:
    kinds = (*_DONE, "trait", "stop")
    return [m for m in index.phrases.get(gerund, ()) if m.language == "pt" and m.kind in kinds]


def _stem(deed: str) -> str:
    """What is left of an English deed whose ending was written wrong: "huging", "danceing", "runing"."""
    return _SLACK.sub(r"\1", deed.removesuffix("ing").removesuffix("e"))


_SLACK = re.compile(r"(.)\1+")


@cache
def _right(language: str) -> frozenset[str]:
    """Words that are no slips, whatever they look like: a "battle" is no bottle."""
    return frozenset(listed(str(table("no_slips")["words"].get(language, ""))))


_LONG = 6
"""Letters of the shortest word in which one may be missing, too many, or in its neighbour's place."""


def _slipped(index: Index, word: str) -> Sequence[Meaning]:
    """ "Hampster", "girafe" and "pengiun": one letter is wrong somewhere behind the first."""
    if len(word) < _LONG:
        return ()
    if word.endswith("ing") and (deed := _deed(index, word)):
        return deed
    swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1))
    shorter = (word[:i] + word[i + 1 :] for i in range(1, len(word)))
    known = _animals_and_things()
    for near in (*swapped, *shorter, *_with_one_left_out().get(word, ())):
        if near in known and len(near) >= _LONG:
            return [m for m in index.phrases[near] if m.language == "en" and m.kind in _SEEN]
    return ()


_SEEN = frozenset({"subject", "role", "place"})
_SURE = 8
"""Letters of the shortest Portuguese or Spanish word in which two may have changed places."""


def _swapped(index: Index, word: str, language: str) -> Sequence[Meaning]:
    """ "Astronuata": two neighbours have changed places."""
    for i in range(1, len(word) - 1 if len(word) >= _SURE else 0):
        near = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        if found := [m for m in index.phrases.get(near, ()) if m.language == language and m.kind in _SEEN]:
            return found
    return ()


def _by_ear(index: Index, word: str, language: str) -> Sequence[Meaning]:
    """ "Bolando" and "estreyas": written otherwise, and heard the same, whatever it is a word for."""
    if len(word) < _LONG:
        return ()
    known = next(iter(_heard_alike(language).get(_spoken(word), ())), "")
    return [m for m in index.phrases.get(known, ()) if m.language == language and m.kind in _TOLD]


_LL, _NB = re.compile("ll"), re.compile("n(?=[bp])")


def _spoken(word: str) -> str:
    return _heard(_NB.sub("m", _LL.sub("y", word)))


_TOLD = frozenset({
    "subject", "place", "color", "action", "activity", "undrawn", "sky", "weather", "scenery", "trait",
    "mood", "size", "hat", "garment", "role", "part", "glasses",
})  # fmt: skip
"""What two spellings of one sound may be a word for."""


@cache
def _heard_alike(language: str) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word, meanings in build().phrases.items():
        plain = len(word) >= _LONG and word.isalpha() and word[0] < "\u2e80"
        if plain and any(m.language == language and m.kind in _TOLD for m in meanings):
            found.setdefault(_spoken(word), []).append(word)
    return MappingProxyType(found)


def _deed(index: Index, word: str) -> Sequence[Meaning]:
    """ "Rideing", "runing" and "swiming" are verbs whose ending was spelled by another rule."""
    stem = word.removesuffix("ing")
    stems = [stem.removesuffix("e"), stem + stem[-1], stem[:-1] if stem[-2:-1] == stem[-1:] else stem]
    for other in stems:
        found = [m for m in index.phrases.get(other + "ing", ()) if m.language == "en" and m.kind in _DONE]
        if other != stem and found:
            return found
    return ()


_DONE = frozenset({"action", "activity", "undrawn", "wearing"})


@cache
def _animals_and_things() -> frozenset[str]:
    found = build().phrases.items()
    return frozenset(
        word
        for word, meanings in found
        if word.isalpha() and word.isascii() and any(m.language == "en" and m.kind in _SEEN for m in meanings)
    )


@cache
def _with_one_left_out() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word in _animals_and_things():
        for i in range(1, len(word)):
            found.setdefault(word[:i] + word[i + 1 :], []).append(word)
    return MappingProxyType(found)


def _is_slip(word: str, known: str, found: Sequence[Meaning]) -> bool:
    """Whether Portuguese or Spanish vowels allow it: "barrio" is no "burro", but "leona" is a lion."""
    one, other = _heard(word), _heard(known)
    if len(one) != len(other):
        return len(word) >= _LONGER and _far(one, other) == 1 and _ending(one) == _ending(other)
    if one[:-1] == other[:-1] and {one[-1], other[-1]} == {"a", "o"}:
        return any(m.kind == "subject" and vocabulary.load()[m.id].alive for m in found)
    pairs = [{a, b} for a, b in zip(one, other, strict=True) if a != b]
    alike = len(word) >= _LONGER and all(pair in _ALIKE for pair in pairs)
    return (alike or not pairs) and _ending(one) == _ending(other)


def _is_another_word(word: str, known: str) -> bool:
    """Whether two vowels of an English word would be wrong at once: "pegadas" are no pagodas."""
    pairs = [{a, b} for a, b in zip(word, known, strict=False) if a != b]
    return (
        len(word) == len(known)
        and len(pairs) > 1
        and all(p <= set("aeiou") for p in pairs)
        and not all(p in _ALIKE for p in pairs)
    )


_SOFT = re.compile(r"c(?=[ei])")
_ALIKE = ({"e", "i"}, {"o", "u"})
"""Vowels that sound alike where they are not stressed."""


def _heard(word: str) -> str:
    word = _SOFT.sub("s", word)
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word.removesuffix("s")


def _ending(word: str) -> str:
    return word[-1] if word[-1] in "aeiou" else ""


@cache
def _by_sound(language: str) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word in _words(build(), language):
        found.setdefault(_sound(word), []).append(word)
    return MappingProxyType(found)


def _kinds(word: str, language: str) -> frozenset[str]:
    """The kinds of words that an unknown one may be a slip of, if it sounds like `word`."""
    told = _DONE if word.endswith("ing") else frozenset()
    return _KINDS | _WORN | told if language == "en" else _KINDS


def _words(index: Index, language: str) -> Iterator[str]:
    for word, meanings in index.phrases.items():
        latin = len(word) >= SHORTEST and word.isalpha() and word[0] < "\u2e80"
        kinds = _kinds(word, language)
        if latin and any(m.language == language and m.kind in kinds for m in meanings):
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
