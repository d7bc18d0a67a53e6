"""Chinese words for what only seems to be there: a cap called like a girl, who is in a mirror or on water."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from ..index import build
from ..items import Rule, beyond, by_rules, item_at, kind_of
from ..matching import Item
from .doings import is_somebody

_TELLING = ("count", "number", "color", "size", "trait", "mood", "of-the", "a", "the")
_BOUNDS = ("comma", "stop.")


def told(items: Sequence[Item]) -> list[Item]:
    """The items with each of these as what it is."""
    return by_rules(items, _RULES)


def _is_a_cap(items: list[Item], at: int) -> None:
    """ "一顶小红帽" and "戴着小红帽" are a small red hat, where "小红帽" is a girl."""
    before = item_at(items, at - 1)
    if items[at].raw not in _CAPS or before is None:
        return
    if before.kind == "wearing" or (before.has("count") and before.raw.endswith("顶")):
        hat = next(m for m in build().phrases["帽子"] if m.kind == "hat")
        hue = next(m for m in build().phrases[items[at].raw[1:2]] if m.kind == "color")
        items[at : at + 1] = [
            Item.of("size", "小", "zh", "75"),
            Item.of("color", hue.spelled, "zh", hue.id),
            Item("hat", "帽子", "zh", {"hat": hat}),
        ]


_CAPS = frozenset({"小红帽", "小黄帽", "小蓝帽", "小绿帽", "小白帽", "小黑帽"})


def _is_in_a_mirror(items: list[Item], at: int) -> None:
    """ "镜子里的猫" is a cat before a mirror that shows it, and nobody inside."""
    where, link = item_at(items, at + 1), item_at(items, at + 2)
    who = beyond(items, at + 3, _TELLING)
    if items[at].raw not in _MIRRORS or where is None or where.raw not in _INSIDE or link is None:
        return
    if link.has("of-the") and is_somebody(item_at(items, who)):
        mirror = replace(items[at], raw="镜子")
        front = Item.of("relation", "前", "zh", "in_front_of")
        shown = Item.of("undrawn", "倒映", "zh", "reflecting")
        items[at : who + 1] = [*items[at + 3 : who + 1], Item("in", "在", "zh"), mirror, front, shown]


_MIRRORS = frozenset({"镜子", "镜", "魔镜", "大镜子", "穿衣镜"})
_INSIDE = frozenset({"里", "里面", "中", "内", "里头"})


def _is_upon_the_water(items: list[Item], at: int) -> None:
    """ "月亮倒映在水里": above water that shows it, and nothing is under the sea."""
    place = items[at].options.get("place")
    deeds = [i.options["undrawn"].id for i in items if "undrawn" in i.options]
    if place is not None and place.id == "underwater" and "reflecting" in deeds:
        lake = next(m for m in build().phrases["湖"] if m.kind == "place")
        items[at] = Item("place", "湖", "zh", {"place": lake})


def _is_snowed_upon(items: list[Item], at: int) -> None:
    """ "城市在雪中": where a place is told of, the snow falls on it."""
    snow = items[at].options.get("place")
    others = [i.options["place"].id for i in items if i.kind == "place" and i is not items[at]]
    if snow is None or snow.id != "snow" or items[at].raw not in _IN_SNOW or not _FIT_FOR_SNOW & set(others):
        return
    if (before := item_at(items, at - 1)) is not None and before.kind == "in":
        del items[at - 1]
        at -= 1
    items[at] = Item.of("weather", items[at].raw, "zh", "snowfall", spelled="下雪")


_IN_SNOW = frozenset({"雪中", "雪里", "大雪中", "风雪中", "大雪里", "雪中的"})
_FIT_FOR_SNOW = frozenset({
    "city", "street", "village", "park", "forest", "old-town", "harbor", "garden", "market", "station",
    "ancient-town", "lake", "river", "bridge", "temple", "farm", "road", "castle", "bamboo", "courtyard",
})  # fmt: skip


def _is_really(items: list[Item], at: int) -> None:
    """ "其实是一只老虎": what it is says enough."""
    after = item_at(items, at + 1)
    if items[at].raw in _REALLY and after is not None and after.raw in ("是", "都", "都是", "只"):
        items[at] = Item("filler", items[at].raw, "zh")


_REALLY = frozenset({"其实", "实际上", "原来", "竟然", "居然", "事实上"})


def _is_made_of_it(items: list[Item], at: int) -> None:
    """ "帽子" behind a deed of its own and on nobody is a thing that nobody draws: "一顶帽子放在椅子上"."""
    lies = item_at(items, at + 1)
    worn = items[at].has("hat", "garment", "glasses") and not kind_of(items[at])
    start = beyond(items, at - 1, _TELLING, -1)
    opens = start < 0 or items[start].has(*_BOUNDS) or items[start].raw == "有"
    counted = start + 1 < at and items[start + 1].has("count")
    if worn and counted and opens and lies is not None and lies.raw.startswith(_LYING):
        said = "".join(i.raw for i in items[start + 2 : at + 1])
        items[start + 1 : at + 1] = [Item("unknown", said, "zh")]


_LYING = ("放", "挂", "落", "丢", "掉", "躺", "摆", "晾", "扔", "漂")


def _falls(items: list[Item], at: int) -> None:
    """ "樱花飘落": a tree, and its petals in the air; "花瓣飞舞" are petals alone."""
    petals = items[at].raw.endswith("瓣")
    blossom = items[at].raw in _BLOSSOMS
    end = at + 1
    while (item := item_at(items, end)) is not None and item.raw in _FALLING:
        end += 1
    if end == at + 1 or not (petals or blossom):
        return
    petal = next(m for m in build().phrases["花瓣"] if m.kind == "scenery")
    link = item_at(items, end)
    linked = [] if link is None or not link.has("of-the") else [link]
    items[at : end + len(linked)] = [
        *([items[at], Item("comma", "，")] if blossom else []),
        Item("scenery", "花瓣", "zh", {"scenery": petal}),
        *([Item("comma", "，")] if linked else []),
    ]


_BLOSSOMS = frozenset({"樱花", "桃花", "梅花", "梨花", "杏花", "海棠花", "槐花", "花瓣雨"})
_FALLING = frozenset({
    "飘落", "纷飞", "纷", "飞", "飞舞", "飘", "飘舞", "飘飞", "落下", "飘洒", "纷纷", "漫天", "散落", "凋落",
    "凋零", "洒落", "飘扬", "飞扬", "飘散", "掉落", "着", "下来", "落", "缤纷",
})  # fmt: skip


def _are_all(items: list[Item], at: int) -> None:
    """ "员工全是海豹": seals, and who they are is told."""
    is_, end = item_at(items, at + 1), at + 2
    if is_ is not None and is_.raw in ("都", "全", "全都"):
        is_, end = item_at(items, at + 2), at + 3
    noun = beyond(items, end, _TELLING)
    if not _is_folk(items[at]) or is_ is None or is_.raw not in _ALL_ARE:
        return
    if kind_of(item_at(items, noun)) == "animal":
        many = [] if noun > end and items[end].has("count") else [Item.of("count", "几只", "zh", "several")]
        items[at : noun + 1] = [*many, *items[end : noun + 1], _trade(items[at])]


_ALL_ARE = frozenset({"是", "全是", "都是", "全都是", "是一群"})


def _are_everywhere(items: list[Item], at: int) -> None:
    """ "猫咖里全是布偶猫" and "花园里都是蝴蝶" are many of them."""
    before, end = item_at(items, at - 1), at + 1
    if items[at].raw in ("都", "全") and (is_ := item_at(items, at + 1)) is not None and is_.raw == "是":
        end += 1
    elif items[at].raw not in ("全是", "都是", "全都是"):
        return
    thing = item_at(items, beyond(items, end, ("color", "size", "trait", "of-the")))
    there = before is not None and (before.has("relation", "place") or before.raw.endswith(("里", "上")))
    if there and thing is not None and thing.has("subject"):
        items[at:end] = [Item.of("count", "许多", "zh", "many")]


def _is_folk(item: Item) -> bool:
    """Whether it is somebody of a trade or in general, and no animal."""
    folk = item.options.get("scenery")
    return kind_of(item) == "person" or item.has("role") or (folk is not None and folk.id == "person")


def _is_in_trade(items: list[Item], at: int) -> None:
    """ "企鹅老板" is one penguin, and told to be the boss."""
    before = item_at(items, at - 1)
    if items[at].raw in _TRADES and _is_folk(items[at]) and kind_of(before) == "animal":
        items[at] = _trade(items[at])
    elif items[at].raw == "快递" and kind_of(before) == "animal":
        courier = next(m for m in build().phrases["快递员"] if m.kind == "subject")
        items[at] = Item("subject", "快递员", "zh", {"subject": courier})


def _trade(item: Item) -> Item:
    """What an animal in a trade is told to do; a trade with clothes of its own is worn."""
    said, ident = _TRADES.get(item.raw, ("", ""))
    return Item.of("undrawn", said, "zh", ident) if ident else item


_BOSSES = frozenset({"老板", "店长", "经理", "掌柜", "店主", "摊主", "老板娘", "领导", "总裁"})
_TRADES = MappingProxyType(
    {
        **dict.fromkeys(_BOSSES, ("当老板", "being-in-charge")),
        **dict.fromkeys(("员工", "职员", "手下", "下属"), ("当员工", "on-the-staff")),
        **dict.fromkeys(("观众", "听众", "顾客", "客人"), ("当观众", "looking-on-zh")),
    }
)


def _has_grown(items: list[Item], at: int) -> None:
    """ "长了翅膀的小猪" has wings, and nothing of it is long."""
    after, part = item_at(items, at + 1), item_at(items, at + 2)
    grown = items[at].raw == "长" and after is not None and after.raw in _GROWN
    if grown and part is not None and part.has("part", "count", "color"):
        items[at : at + 2] = [Item.of("with", "长着", "zh")]


_GROWN = frozenset({"了", "出", "出了", "有", "满", "满了"})


def _is_me(items: list[Item], at: int) -> None:
    """ "正在加班的我" is somebody."""
    before, after = item_at(items, at - 1), item_at(items, at + 1)
    if items[at].raw not in ("我", "我们", "自己") or before is None or not before.has("of-the"):
        return
    if (after is None or after.has(*_BOUNDS)) and not any(is_somebody(i) for i in items):
        folk = next(m for m in build().phrases["人"] if m.kind == "scenery")
        one = Item.of("count", "一个", "zh", "1")
        start = next((n for n in range(at - 1, -1, -1) if items[n].has(*_BOUNDS)), -1) + 1
        clause = items[start : at - 1]
        items[start : at + 1] = [one, Item("scenery", "人", "zh", {"scenery": folk}), *clause]


def _is_a_toy(items: list[Item], at: int) -> None:
    """ "玩玩具卡车" is playing with a toy truck."""
    after = item_at(items, at + 1)
    if items[at].raw == "玩玩具" and kind_of(after) in ("vehicle", "animal", "thing"):
        playing = next(m for m in build().phrases["玩"] if m.kind == "action")
        items[at : at + 1] = [
            Item("action", "玩", "zh", {"action": playing}),
            Item.of("trait", "玩具", "zh", "toy"),
        ]


def is_a_style(items: list[Item], at: int) -> None:
    """ "凡尔赛风的下午茶" is in a style that nobody knows, and no wind blows."""
    before, after = item_at(items, at - 1), item_at(items, at + 1)
    ends = after is None or after.has("of-the", *_BOUNDS)
    if items[at].raw == "风" and before is not None and before.kind == "unknown" and ends:
        items[at - 1 : at + 1] = [Item("unknown", before.raw + "风", "zh")]
        if after is not None and after.has("of-the"):
            items[at] = Item("comma", "，")


def _are_two(items: list[Item], at: int) -> None:
    """ "闺蜜俩" are two friends, and "猫狗俩" one of each."""
    who, other = item_at(items, at - 1), item_at(items, at - 2)
    folk = who is not None and (is_somebody(who) or who.has("scenery"))
    if items[at].raw != "俩" or not folk:
        return
    del items[at]
    if not is_somebody(other) and not (other is not None and other.has("count", "and")):
        items.insert(at - 1, Item.of("count", "两个", "zh", "2"))


def _is_one_and_one(items: list[Item], at: int) -> None:
    """ "一只红的一只蓝的" as "一只红的，一只蓝的"."""
    told = items[at : at + _PAIR]
    kinds = ("count", ("color", "size", "trait"), "of-the") * 2
    fits = (
        i.has(*((kind,) if isinstance(kind, str) else kind)) for i, kind in zip(told, kinds, strict=False)
    )
    if len(told) == _PAIR and all(fits):
        items.insert(at + 3, Item("comma", "，"))


_PAIR = 6
"""Words of such a phrase: "一只", "红", "的", twice."""


def _are_named(items: list[Item], at: int) -> None:
    """ "四只小动物在伞下：兔子、松鼠" are those that are listed."""
    colon = next((n for n in range(at + 1, len(items)) if items[n].raw in ("：", ":")), 0)
    folk = items[at].options.get("scenery")
    if not colon or folk is None or folk.id != "animal":
        return
    end = next((n for n in range(colon + 1, len(items)) if items[n].has("stop.")), len(items))
    named = items[colon + 1 : end]
    if sum(kind_of(i) == "animal" for i in named) > 1:
        start = at - 1 if at and items[at - 1].has("count") else at
        items[start:end] = [*_joined(named), *items[at + 1 : colon]]


def _joined(named: Sequence[Item]) -> list[Item]:
    return [Item.of("and", "和", "zh") if i.has("comma") else i for i in named]


_RULES: Sequence[Rule] = (
    _is_a_cap, _is_in_a_mirror, _is_upon_the_water, _is_snowed_upon, _is_really, _is_made_of_it, _falls,
    _are_all, _is_in_trade, _has_grown, _is_me, _is_a_toy, _are_everywhere, is_a_style, _are_two,
    _is_one_and_one, _are_named,
)  # fmt: skip
