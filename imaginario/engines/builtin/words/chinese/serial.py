"""Chinese verbs in a row: what is got to be eaten, who is helped, who is shown something."""

from __future__ import annotations

from collections.abc import Sequence

from ..index import build
from ..items import Rule, beyond, by_rules, item_at, kind_of
from ..matching import Item
from .doings import is_somebody

_TELLING = ("count", "number", "color", "size", "trait", "mood", "of-the", "a", "the")
_BOUNDS = ("comma", "stop.")
_DEEDS = ("action", "undrawn", "activity")
_REACH = 4


def told(items: Sequence[Item]) -> list[Item]:
    """The items with each of these phrases in other words."""
    return by_rules(items, _RULES)


def _is_for_eating(items: list[Item], at: int) -> None:
    """ "找虫子吃": nobody eats yet, and the worm never does."""
    after, food = item_at(items, at + 1), item_at(items, at - 1)
    if items[at].raw not in _PURPOSES or not (after is None or after.has(*_BOUNDS)):
        return
    if food is None or kind_of(food) not in ("food", "animal", "thing", "plant") or food.has(*_DEEDS):
        return
    start = beyond(items, at - 2, _TELLING, -1)
    if start >= 0 and items[start].raw in ("了", "着", "来", "到"):
        start -= 1
    verb = item_at(items, start)
    if verb is not None and verb.has("undrawn"):
        del items[at]


_PURPOSES = frozenset({"吃", "喝", "玩"})


def _helps(items: list[Item], at: int) -> None:
    """ "帮奶奶提着篮子": one helps her and carries it."""
    whom = item_at(items, beyond(items, at + 1, _TELLING))
    if items[at].raw in _HELPING and is_somebody(whom):
        items[at] = Item.of("undrawn", "帮助", "zh", "helping")


_HELPING = frozenset({"帮", "帮着", "帮忙", "帮助"})


def _is_small_and_red(items: list[Item], at: int) -> None:
    """ "一艘小红船" is small and red, and belongs to nobody called so."""
    before, after, name = item_at(items, at - 1), item_at(items, at + 1), items[at].raw
    if items[at].kind != "name" or before is None or not before.has("count") or not kind_of(after):
        return
    hue = next((m for m in build().meanings(name[1:]) if m.kind == "color" and m.language == "zh"), None)
    if name[:1] == "小" and hue is not None:
        small = Item.of("size", "小", "zh", _SMALL)
        items[at : at + 1] = [small, Item.of("color", hue.spelled, "zh", hue.id)]


_SMALL = "75"


def _shows(items: list[Item], at: int) -> None:
    """ "给妈妈看一幅画" is showing somebody something."""
    whom = beyond(items, at + 1, _TELLING)
    verb = item_at(items, whom + 1)
    if items[at].raw == "给" and is_somebody(item_at(items, whom)) and verb is not None and verb.raw == "看":
        items[at : whom + 2] = [
            Item.of("undrawn", "给别人看", "zh", "showing-somebody"),
            *items[at + 1 : whom + 1],
        ]


def _flies_a_kite(items: list[Item], at: int) -> None:
    """ "把风筝放得高高的" is flying it, and says nothing of its size."""
    if kind_of(items[at]) != "thing" or items[at].options["subject"].id != "kite":
        return
    before, verb = item_at(items, at - 1), item_at(items, at + 1)
    if before is None or before.raw != "把" or verb is None or not verb.raw.startswith("放"):
        return
    end = next((n for n in range(at + 2, len(items)) if items[n].has(*_BOUNDS)), len(items))
    items[at - 1 : end] = [Item.of("activity", "放风筝", "zh", "kite-flying")]


def _is_a_list(items: list[Item], at: int) -> None:
    """ "一盘水果，有苹果、香蕉": the fruit is what is listed."""
    if items[at].raw not in _SORTS:
        return
    link = at + 1
    while (item := item_at(items, link)) is not None and (item.has("comma", "stop.") or item.raw in _NAMELY):
        link += 1
    ahead = items[link : link + _REACH]
    if (
        link > at + 1
        and sum(i.has("subject") for i in ahead) > 1
        and any(i.kind in ("comma", "and") for i in ahead)
    ):
        start = beyond(items, at - 1, _TELLING, -1) + 1
        del items[start:link]


_SORTS = frozenset({"水果", "蔬菜", "水果拼盘"})
_NAMELY = frozenset({"有", "里面有", "包括", "比如", "例如"})


def _sees_the_moon(items: list[Item], at: int) -> None:
    """Where the moon is gazed at there is one: "赏月"."""
    deed = items[at].options.get("undrawn")
    if deed is not None and deed.id == "moon-viewing" and not any(i.has("sky") for i in items):
        items[at:at] = [Item.of("sky", "月亮", "zh", "moon"), Item("comma", "，", "zh")] if at == 0 else []
        if at:
            items[at + 1 : at + 1] = [Item("comma", "，", "zh"), Item.of("sky", "月亮", "zh", "moon")]


def _plants(items: list[Item], at: int) -> None:
    """ "种了一朵玫瑰" is planting, where "这种花" is a sort of flower."""
    if items[at].raw != "种":
        return
    last = at + 1
    while (item := item_at(items, last)) is not None and item.raw in ("了", "着", "下", "上"):
        last += 1
    before = item_at(items, at - 1)
    counted = last > at + 1 or (item is not None and item.has("count"))
    if counted and not (before is not None and before.has("count", "the")):
        items[at:last] = [Item.of("undrawn", "种", "zh", "planting")]


_RULES: Sequence[Rule] = (
    _plants, _is_small_and_red, _shows,
    _is_for_eating, _helps, _flies_a_kite, _is_a_list, _sees_the_moon,
)  # fmt: skip
