"""Chinese numbers in words, with the measure words behind them: "三只", "十二个", "三四朵"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .lexicon import listed, table

_LONELY = 10
"""Numbers above this need no measure word to be told from other words."""
_DIGITS = "一二三四五六七八九"


def counted() -> Iterator[tuple[str, int]]:
    """Every number with every measure word that "一" is listed with, and what it counts."""
    measures = [word[1:] for word in listed(table("counts")["1"]["zh"]) if word[0] == "一"]
    for number, value in _numbers():
        for measure in ("", *measures) if value > _LONELY else measures:
            yield number + measure, value
    for few, more in pairwise(_DIGITS[1:]):  # "三四只" are four
        for measure in measures:
            yield few + more + measure, _DIGITS.index(more) + 1


def _numbers() -> Iterator[tuple[str, int]]:
    yield "两", 2
    for value, digit in enumerate(_DIGITS, 1):
        yield from [(digit, value)] if value > 1 else []
        yield "十" + digit, 10 + value
        yield (digit + "十" if value > 1 else "十"), 10 * value
        yield digit + "百", 100 * value
