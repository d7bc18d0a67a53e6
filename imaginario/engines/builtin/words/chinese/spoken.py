"""Spoken Chinese put as the reader knows it: what is planted and reaped, whose head something is on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from ..index import build
from ..items import Rule, beyond, by_rules, item_at, kind_of, number_of
from ..matching import Item
from .doings import is_somebody

_TELLING = ("count", "number", "color", "size", "trait", "mood", "of-the", "a", "the")
_BOUNDS = ("comma", "stop.")
_ASPECTS = frozenset({"着", "了", "下", "上", "起", "完"})


def told(items: Sequence[Item]) -> list[Item]:
    """The items with each of these phrases in other words."""
    return by_rules(items, _RULES)


def _deed(raw: str, ident: str) -> Item:
    return Item.of("undrawn", raw, "zh", ident)


def _done_to(items: Sequence[Item], at: int) -> tuple[Item | None, int]:
    """What a verb is done to, and where its own words end: "收着金黄的麦子"."""
    end = at + 1
    while (item := item_at(items, end)) is not None and item.raw in _ASPECTS:
        end += 1
    return item_at(items, beyond(items, end, _TELLING)), end


def _plants(items: list[Item], at: int) -> None:
    """ "在种胡萝卜" is planting, where "那种花" is a sort of flower."""
    before = item_at(items, at - 1) if at else None
    if items[at].raw != "种" or before is None or before.has("count", "the", "number", *_BOUNDS):
        return
    noun, end = _done_to(items, at)
    if kind_of(noun) in ("food", "plant"):
        items[at:end] = [_deed("种", "planting")]


def _reaps(items: list[Item], at: int) -> None:
    """ "收麦子" is harvesting, where "收衣服" is putting away."""
    if items[at].raw not in _REAPING:
        return
    noun, end = _done_to(items, at)
    if kind_of(noun) in ("food", "plant"):
        items[at:end] = [_deed("收割", "harvesting")]


_REAPING = frozenset({"收", "割", "掰", "收起来"})


def _fights_over(items: list[Item], at: int) -> None:
    """ "两只狗抢骨头" is about a bone, where "抢银行" is a crime."""
    if items[at].raw != "抢":
        return
    noun, end = _done_to(items, at)
    if kind_of(noun) in ("food", "sport", "plant", "furniture") or (noun is not None and noun.raw in _TOYS):
        items[at:end] = [_deed("争抢", "fighting-over")]


_TOYS = frozenset({"骨头", "玩具", "气球", "球", "毛线球", "红包", "绣球", "飞盘", "书", "遥控器"})


def _coils(items: list[Item], at: int) -> None:
    """ "盘在树上" is coiled on it."""
    after = item_at(items, at + 1)
    if items[at].raw in ("盘", "缠", "绕", "盘绕", "缠绕") and after is not None and after.has("in"):
        items[at] = _deed("盘绕", "curled-up")


def _shines(items: list[Item], at: int) -> None:
    """ "阳光照在猫身上": the light falls on somebody, and nothing more is told."""
    after, ray = item_at(items, at + 1), item_at(items, at - 1) if at else None
    light = ray is not None and ray.has("time", "sky", "weather", "sink", "filler")
    onto = after is not None and (after.has("in") or items[at].raw.endswith("着"))
    if items[at].raw in ("照", "洒", "照着") and light and onto:
        items[at] = Item("filler", "洒在", "zh")


def _bears(items: list[Item], at: int) -> None:
    """ "水豚头上顶着橘子，旁边有猴子" as "水豚顶着橘子，…": it is on no other head."""
    limb, who = item_at(items, at - 1) if at else None, item_at(items, at - 2) if at > 1 else None
    if not items[at].raw.startswith("顶着") or limb is None or not is_somebody(who):
        return
    noun, _ = _done_to(items, at)
    if limb.raw in _HEADS:
        del items[at - 1]
    elif limb.raw in _NOSES and noun is not None and "subject" in noun.options:
        end = next(n for n in range(at, len(items)) if items[n] is noun) + 1
        items.insert(end, Item.of("upon", "它鼻子上", "zh", spelled="鼻子上"))
        items[at - 1 : at + 1] = [Item.of("action", "拿着", "zh", "hold")]


_HEADS = frozenset({"头上", "头顶", "脑袋上", "头顶上", "的头上", "脑袋", "头"})
_NOSES = frozenset({"鼻子上", "鼻尖上", "的鼻子上", "鼻尖"})


def _lies_below(items: list[Item], at: int) -> None:
    """ "滚到下面刺猬的背上": where the hedgehog is says nothing of whose back it is."""
    before, who, where = (
        item_at(items, at - 1) if at else None,
        item_at(items, at + 1),
        item_at(items, at + 2),
    )
    onto = before is not None and (before.has("in", "onto") or before.raw in ("了", "到"))
    there = items[at].raw in _BARE and items[at].has("relation") and onto
    if there and is_somebody(who) and where is not None and where.raw.startswith("的"):
        del items[at]


_BARE = frozenset({"下面", "上面", "旁边", "底下", "前面", "后面", "对面", "身边"})


def _are_twins(items: list[Item], at: int) -> None:
    """ "一对穿棉袄的双胞胎" are two people who look alike."""
    after = item_at(items, at + 1)
    many = _BORN_TOGETHER.get(items[at].raw)
    if many is None or (after is not None and after.has("subject", "scenery", "role", "count")):
        return
    folk = next(m for m in build().phrases["人"] if m.kind == "scenery")
    counted = any(number_of(i) > 1 for i in items[max(0, at - _NEAR) : at])
    two = [] if counted else [Item.of("count", f"{_SPELLED[many]}个", "zh", many)]
    items[at : at + 1] = [*two, items[at], Item("scenery", "人", "zh", {"scenery": folk})]


_BORN_TOGETHER = {"双胞胎": "2", "三胞胎": "3", "四胞胎": "4", "五胞胎": "5"}
_SPELLED = {"2": "两", "3": "三", "4": "四", "5": "五"}
_NEAR = 6
"""How many words before the twins their number may stand."""


def _has_grounds(items: list[Item], at: int) -> None:
    """ "医院的花园里": in a garden, and the hospital stands behind it."""
    link, ground = item_at(items, at + 1), item_at(items, at + 2)
    house, place = (
        items[at].options.get("subject"),
        ground.options.get("place") if ground is not None else None,
    )
    if (
        house is None
        or place is None
        or link is None
        or not link.has("of-the")
        or not items[at].has("place?")
    ):
        return
    if vocabulary.load()[house.id].kind == "building" and place.id in _OUTDOORS:
        end = next((n for n in range(at, len(items)) if items[n].has("stop.")), len(items))
        behind = replace(items[at], kind="subject", options={"subject": house})
        items[end:end] = [Item("comma", "，"), Item("background", "背景", "zh"), behind]
        del items[at : at + 2]


_OUTDOORS = frozenset({"garden", "backyard", "park", "lawn", "meadow", "park-lake", "pond"})


def _is_given(items: list[Item], at: int) -> None:
    """ "递给长颈鹿一片叶子" as "递一片叶子给长颈鹿"."""
    if items[at].raw not in _GIVING:
        return
    whom = beyond(items, at + 1, _TELLING)
    number = whom + 1
    goods = beyond(items, number, _TELLING)
    thing = item_at(items, goods)
    if not is_somebody(item_at(items, whom)) or goods == number:
        return
    if thing is not None and thing.has("subject") and not is_somebody(thing):
        to = Item("stop", "给", "zh")
        items[at + 1 : goods + 1] = [*items[number : goods + 1], to, *items[at + 1 : number]]


_GIVING = frozenset({"递给", "送给", "交给", "送"})


def _is_its_nose(items: list[Item], at: int) -> None:
    """ "鼻子是辣椒的雪人": what a nose is made of is no thing beside it, and told."""
    is_, noun, link = item_at(items, at + 1), item_at(items, at + 2), item_at(items, at + 3)
    if not items[at].has("part") or is_ is None or is_.raw not in ("是", "用") or noun is None:
        return
    if kind_of(noun) in ("food", "thing", "plant"):
        part = items[at].raw
        last = at + 3 + (link is not None and link.has("of-the"))
        doubled = at and items[at - 1].has("comma") and link is not None and link.has("comma")
        del items[at - bool(doubled) : last]
        items += [Item("comma", "，"), Item.of("undrawn", f"{noun.raw}做的{part}", "zh")]


def _is_not(items: list[Item], at: int) -> None:
    """ "不是蓝色而是绿色", "是辣椒不是胡萝卜": what it is not is no part of the picture."""
    is_, noun = item_at(items, at + 1), item_at(items, at + 2)
    if items[at].raw != "不" or is_ is None or is_.raw != "是" or noun is None or not noun.has(*_WHAT_IS):
        return
    end = at + 3
    while (item := item_at(items, end)) is not None and item.raw in ("的", "而", ",", "，"):
        end += 1
    if item is not None and item.raw == "是":
        del items[at:end]
    elif any(i.raw == "是" for i in items[:at]):
        del items[at : at + 3]


_WHAT_IS = ("color", "subject", "garment", "trait", "size", "time", "weather", "place")


def _has_a_color(items: list[Item], at: int) -> None:
    """ "眼睛是绿色的猫" as "绿色眼睛的猫"."""
    is_, hue, link = item_at(items, at + 1), item_at(items, at + 2), item_at(items, at + 3)
    if is_ is None or is_.raw != "是" or hue is None or not hue.has("color") or link is None:
        return
    after = item_at(items, at + 4)
    if link.has("of-the") and items[at].has("part", "garment") and is_somebody(after):
        worn = [Item.of("wearing", "穿着", "zh")] if items[at].has("garment") else []
        items[at : at + 3] = [*worn, hue, items[at]]


def _eats_skewers(items: list[Item], at: int) -> None:
    """ "撸串" is eating, where "撸猫" is petting."""
    noun = item_at(items, at + 1)
    known = noun.options.get("subject") if noun is not None else None
    if items[at].raw == "撸" and known is not None and known.id == "skewer":
        items[at] = Item.of("action", "吃", "zh", "eat")
    elif items[at].raw in ("撸串", "撸串儿") and "subject" in items[at].options:
        items.insert(at, Item.of("action", "吃", "zh", "eat"))


def _comes_to_lie(items: list[Item], at: int) -> None:
    """ "毛线球滚到了刺猬的背上": there it is now."""
    there = at + 2 if (after := item_at(items, at + 2)) is not None and after.raw == "了" else at + 1
    thing, to = item_at(items, at - 1) if at else None, item_at(items, at + 1)
    who, limb = item_at(items, there + 1), item_at(items, there + 2)
    if items[at].raw not in _MOVING or to is None or to.raw != "到" or thing is None or is_somebody(thing):
        return
    if thing.has("subject") and is_somebody(who) and limb is not None and limb.has("relation"):
        items[at : there + 1] = [Item("in", "在", "zh")]


_MOVING = frozenset({"滚", "飘", "掉", "落", "飞", "弹", "砸"})


def _injects(items: list[Item], at: int) -> None:
    """ "医生给小熊打针" is giving one, where "小熊打针" is getting it."""
    if items[at].raw == "打针" and any(i.raw == "给" for i in items[max(0, at - _NEAR) : at]):
        items[at] = _deed("给打针", "giving-injection")


_RULES: Sequence[Rule] = (
    _plants, _reaps, _fights_over, _coils, _shines, _bears, _lies_below, _are_twins, _has_grounds, _is_given,
    _eats_skewers, _comes_to_lie, _is_not, _has_a_color, _is_its_nose, _injects,
)  # fmt: skip
