"""What is worn in a way of its own: caps that are turned, with a colour in between, ties that are tied."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

from ..items import beyond, by_rules
from ..lexicon import listed, table
from ..matching import Item

_CAPS = frozenset({"cap", "hat", "red-cap"})
_BACKWARDS = "backwards-cap"
_MOST = 4
"""How many words tell, at most, how it is worn."""
_RED = {"red cap": ("color", "red", "red"), "红帽子": ("color", "红", "red"), "红帽": ("color", "红", "red")}
"""Words for a cap with its colour in them."""


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with one word for each cap that is worn backwards, and with ties that are worn."""
    return by_rules(items, [_turn, _tie])


_TIED = frozenset({"打", "打着", "扎着", "结着"})


def _tie(found: list[Item], at: int) -> None:
    """Chinese: a tie that is "beaten" is worn: "打着红色领带的猫"."""
    part = found[at].options.get("part")
    if part is None or part.id != "tie" or found[at].language != "zh":
        return
    verb = beyond(found, at - 1, ("color", "trait", "count"), -1)
    if verb >= 0 and found[verb].raw in _TIED:
        found[verb] = Item("wearing", "戴着", "zh")


def _turn(found: list[Item], at: int) -> None:
    """One word for "boné vermelho para trás", for "反戴红帽子"."""
    item = found[at]
    named = item.options.get("hat")
    if named is None or named.id not in _CAPS:
        return
    heads, tails = _words(item.language)
    furthest = beyond(found, at + 1, ("color", "trait"))
    for first, size in itertools.product(range(at + 1, furthest + 1), range(_MOST, 0, -1)):
        if _joined(found[first : first + size]) in tails:
            _put(found, at, slice(first, first + size))
            return
    last = beyond(found, at - 1, ("color", "trait", "a"), -1) + 1
    for first in range(max(0, last - _MOST), last):
        if "".join(i.raw for i in found[first:last]) in heads:
            _put(found, at, slice(first, last))
            return


def _put(found: list[Item], at: int, said: slice) -> None:
    """Put the cap that is worn backwards in place of a cap and of the words that say so."""
    item = found[at]
    colored = _RED.get(item.raw.lower())
    cap = Item.of("hat", item.raw, item.language, _BACKWARDS)
    color = [Item.of(colored[0], colored[1], item.language, colored[2])] if colored else []
    wears = [Item("wearing", "戴着", "zh")] if item.language == "zh" else []
    found[at : at + 1] = [*color, cap]
    moved = len(color) if said.start > at else 0
    found[said.start + moved : said.stop + moved] = wears if said.start < at else []


def _joined(items: Sequence[Item]) -> str:
    return " ".join(i.raw.lower() for i in items)


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """What stands before a cap and behind it that is worn backwards, by the phrases of the lexicon."""
    rows = table("hats")
    caps = sorted((w for name in ("cap", "hat") for w in listed(str(rows[name].get(language, "")))), key=len)
    heads, tails = set(), set()
    for phrase in listed(str(rows[_BACKWARDS].get(language, ""))):
        for cap in caps:
            heads |= {phrase.removesuffix(cap)} if phrase.endswith(cap) else set()
            tails |= {phrase.removeprefix(cap).strip()} if phrase.startswith(cap) else set()
    return frozenset(w for w in heads if w), frozenset(w for w in tails if w)
