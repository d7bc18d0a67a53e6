"""Chinese measure words that are vessels: "一瓶向日葵" stands in a vase, "一篮鸡蛋" lies in a basket."""

from __future__ import annotations

from collections.abc import Sequence

from ..index import build
from ..items import Rule, beyond, by_rules, item_at, kind_of, number_of
from ..matching import Item

_TELLING = ("color", "size", "trait", "mood", "of-the")
_ENDS = ("stop.",)


def told(items: Sequence[Item]) -> list[Item]:
    """The items with the vessel as a thing of its own, or with the number of what it holds."""
    return by_rules(items, _RULES)


def _thing(word: str) -> Item:
    """What the lexicon draws for a Chinese word."""
    found = next(m for m in build().phrases[word] if m.kind == "subject")
    return Item("subject", word, "zh", {"subject": found})


def _goods(items: Sequence[Item], at: int, measures: Sequence[str]) -> int:
    """Where the thing stands that a measure word counts one of; 0 where it counts something else."""
    item = items[at]
    if not item.has("count") or number_of(item) != 1 or not item.raw.endswith(tuple(measures)):
        return 0
    noun = beyond(items, at + 1, _TELLING)
    named = item_at(items, noun)
    return noun if named is not None and "subject" in named.options else 0


def _is_in_a_vase(items: list[Item], at: int) -> None:
    """ "桌上有一瓶向日葵" as "桌上有几朵向日葵，向日葵在花瓶里"."""
    noun = _goods(items, at, ("瓶",))
    if not noun or kind_of(items[noun]) != "plant":
        return
    flowers = items[noun]
    end = next((n for n in range(noun, len(items)) if items[n].has(*_ENDS)), len(items))
    inside = Item.of("relation", "里", "zh", "inside")
    items[end:end] = [Item("comma", "，"), flowers, Item("in", "在", "zh"), _thing("花瓶"), inside]
    items[at] = Item.of("count", "几朵", "zh", "several")


def _is_in_a_basket(items: list[Item], at: int) -> None:
    """ "提着一篮鸡蛋" as "提着一个篮子装满鸡蛋"."""
    noun = _basketed(items, at)
    if noun:
        one = Item.of("count", "一个", "zh", "1")
        items[at : at + 1] = [one, _thing("篮子"), Item.of("count", "装满", "zh", "many")]


def _basketed(items: Sequence[Item], at: int) -> int:
    if not items[at].raw.endswith(("篮", "篮子", "筐")) or not items[at].has("count"):
        return 0
    noun = beyond(items, at + 1, _TELLING)
    return noun if kind_of(item_at(items, noun)) in ("food", "plant") else 0


def _is_a_pail(items: list[Item], at: int) -> None:
    """ "一桶水" is a pail of it."""
    water = item_at(items, at + 1)
    if items[at].raw in ("一桶", "一大桶") and water is not None and water.raw == "水":
        items[at + 1] = _thing("水桶")


def _is_a_pot(items: list[Item], at: int) -> None:
    """ "一壶茶" comes with its pot."""
    noun = _goods(items, at, ("壶",))
    if noun and items[noun].raw.endswith("茶"):
        items[noun] = _thing("茶具")


def _are_several(items: list[Item], at: int) -> None:
    """ "一盘饺子" are some of them."""
    noun = _goods(items, at, ("盘", "碟", "笼", "盒", "袋", "桌"))
    if noun and items[noun].options["subject"].id in _BY_THE_PLATE:
        items[at] = Item.of("count", "几个", "zh", "several")


_BY_THE_PLATE = frozenset({
    "dumpling", "apple", "orange", "tangerine", "strawberry", "peach", "pear", "cherry", "egg", "cookie",
    "sweet-bun", "donut", "sushi", "mooncake", "banana", "potato", "tomato", "carrot", "lemon", "mango",
    "chocolate", "candy", "cupcake", "croissant", "macaron", "shrimp", "crab", "fish", "sausage",
})  # fmt: skip
"""Food that comes by the plate and is counted in pieces."""

_RULES: Sequence[Rule] = (_is_in_a_vase, _is_in_a_basket, _is_a_pail, _is_a_pot, _are_several)
