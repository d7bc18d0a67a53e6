"""Chinese compounds: the last sign tells what a word is, so that an unlisted one is still understood.

A word of the lexicon that begins with "~" is such a last part: "~池" is a pond, whatever stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from ..index import Index, Meaning, build
from ..lexicon import table

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


@cache
def spelled_out() -> Mapping[str, str]:
    """Words and set phrases for several things at once, each in words of its own parted by blanks."""
    rows = table("set_phrases").values()
    return MappingProxyType({word: str(parts) for row in rows for word, parts in row.items()})


SHAPED = frozenset({
    "shaped", "themed", "styled", "patterned", "print", "printed", "形状", "造型", "味", "味的", "口味",
    "形", "状", "型", "图案", "风格", "画风", "风", "主题", "做的", "做成的", "制成的", "制作的", "搭成的",
    "搭的", "编的", "折的", "拼成的", "堆成的", "组成的",
})  # fmt: skip
"""What follows a noun that only tells what another one looks like: "dragon-shaped"."""


def in_full(pieces: Sequence[tuple[str, bool]], index: Index) -> list[tuple[str, bool]]:
    """The pieces of a run, words for two at once taken apart: "一对母女" is "妈妈和女儿"."""
    full: list[tuple[str, bool]] = []
    for piece, known in pieces:
        words = spelled_out().get(piece, piece).split() if known else [piece]
        if len(words) > 1 and full and _counts(full[-1][0], index):
            if _counts(words[0], index) and full[-1][0] != "一对":
                words = words[1:]
            elif _counts(words[0], index) or "和" in words:
                full.pop()
        full += [(word, known) for word in words]
    return full


def _counts(word: str, index: Index) -> bool:
    return any(m.kind == "count" for m in index.phrases.get(word, ()))


def of_known_words(word: str, index: Index) -> str:
    """The last part of `word` where it is a compound of two known parts; empty where it is none."""
    for size in (1, 2, 3):
        first, last = word[:-size], word[-size:]
        if first.endswith("着"):
            continue  # "牵着手" is no trade
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


def first_part(word: str, found: Meaning) -> Meaning | None:
    """What an unlisted compound begins with, where that can be drawn: the melon of "西瓜汁"."""
    if not found.spelled.startswith(MARK):
        return None
    first = word.removesuffix(found.spelled.removeprefix(MARK))
    return next((m for m in build().phrases.get(first, ()) if m.kind == "subject"), None)
