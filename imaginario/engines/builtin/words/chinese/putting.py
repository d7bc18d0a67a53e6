"""Chinese "把": what is put somewhere is there, and not who puts it: "妈妈把花插在花瓶里"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import beyond, item_at, kind_of
from ..matching import Item

_TELLING = ("count", "number", "color", "size", "trait", "mood", "of-the", "a", "the")
_BOUNDS = ("comma", "stop.")
_PUTTING = tuple("放插装塞扔倒挂摆贴藏丢埋铺")
_BETWEEN = frozenset({"进", "到", "在", "了", "回", "入", "地", "进了", "一个一个", "一个个"})
_REACH = 9
_VESSELS = frozenset({"thing", "furniture", "vehicle", "food"})


def told(items: Sequence[Item]) -> list[Item]:
    """The items with a clause of its own for where something is put."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        if found[at].raw in ("把", "将") and at:
            _put(found, at)
    return found


def _put(items: list[Item], at: int) -> None:
    goods = at + 1
    while goods < len(items) and items[goods].has(*_TELLING) and not items[goods].has("subject", "unknown"):
        goods += 1
    thing = item_at(items, goods)
    if thing is None or not thing.has("subject", "unknown"):
        return
    verb = next((n for n in range(goods + 1, min(goods + _REACH, len(items))) if _is_put(items[n])), None)
    if verb is None or any(i.has(*_BOUNDS) for i in items[goods:verb]):
        return
    there = verb + 1
    while (item := item_at(items, there)) is not None and item.raw in _BETWEEN:
        there += 1
    ground = beyond(items, there, _TELLING)
    where, link = item_at(items, ground), item_at(items, ground + 1)
    if where is None or kind_of(where) not in _VESSELS or where.kind == "place":
        return
    end = next((n for n in range(ground, len(items)) if items[n].has(*_BOUNDS)), len(items))
    located = link is not None and link.has("relation")
    last = ground + 1 + located
    told_where = [] if located else [Item.of("relation", "里", "zh", "inside")]
    lies = [Item("comma", "，"), thing, Item("in", "在", "zh"), *items[there:last], *told_where]
    does = [Item.of("undrawn", "摆放好", "zh", "putting"), *items[at + 1 : goods + 1]]
    items[at:end] = [*does, *items[last:end], *lies]


def _is_put(item: Item) -> bool:
    return item.raw.startswith(_PUTTING) and not item.has("subject", "place")
