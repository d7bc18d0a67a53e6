"""Chinese compounds: the last sign tells what a word is, so that an unlisted one is still understood.

A word of the lexicon that begins with "~" is such a last part: "~池" is a pond, whatever stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from .index import Index

MARK = "~"
_FIRST = frozenset({
    "subject", "scenery", "sky", "weather", "role", "landmark", "activity", "action", "place", "place?",
    "unknown", "undrawn", "time",
})  # fmt: skip
"""What may be the first part of a compound that is made of known words: "滑雪" in "滑雪场"."""
_WHOLE = frozenset({"place", "filler"})
_WHO = frozenset("手员师匠者")
"""Last parts that tell who somebody is, whatever the first one: "赛车手"."""
"""Compounds of known words with these last parts are one word; in others the first part tells of the last."""
_TASTES = frozenset({"味"})
"""What is told of the noun behind it: "草莓味的蛋糕" is a strawberry cake."""
_SHORTEST, _LONGEST = 3, 5
"""Signs of a compound whose first part nobody knows; shorter ones are often a verb and its object."""


def of_known_words(word: str, index: Index) -> str:
    """The last part of `word` where it is a compound of two known parts; empty where it is none."""
    for size in (1, 2, 3):
        first, last = word[:-size], word[-size:]
        if not first or last not in index.heads or last in _TASTES:
            continue
        ends = index.phrases[MARK + last][0].kind in _WHOLE or (last in _WHO and len(first) > 1)
        alone = any(m.kind == "place" for m in index.phrases.get(last, ()))
        if ends and not alone and any(m.kind in _FIRST for m in index.phrases.get(first, ())):
            return last
    return ""


def of_unknown_words(word: str, index: Index) -> Iterator[tuple[str, str]]:
    """An unknown stretch as (signs, key); the key is empty where it stays unknown."""
    size = next((n for n in (3, 2, 1) if word[-n:] in index.heads and len(word) > n), 0)
    fits = size and _SHORTEST <= len(word) <= _LONGEST
    yield word, MARK + word[-size:] if fits else ""
