"""Chinese words for somebody: "女" and "男", young ones, who beats a drum, who is not there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType

from ... import vocabulary
from ..index import Meaning, build
from ..matching import Item
from ..reader import jobs
from .handling import does_not
from .seeming import is_a_style

_GENDERS = MappingProxyType({"女": ("f", "woman"), "男": ("m", "man")})
_YOUNG = frozenset({"幼崽", "崽", "崽崽", "崽子", "幼仔", "仔", "幼兽", "雏鸟", "幼鸟", "小崽", "小崽子"})
_CUB, _STOUT = "55", "130"
_BEATEN = frozenset({"打", "敲", "打着", "敲着", "敲打", "敲打着", "拉", "吹", "吹起", "拉起"})


def told(items: Sequence[Item]) -> list[Item]:
    """The items with such words put into those for whom they tell of."""
    found = list(items)
    for rule in _RULES:
        at = 0
        while at < len(found):
            at = rule(found, at) + 1
    return found


def unwilling(items: Sequence[Item]) -> list[Item]:
    """The items of another language, what somebody can't do in one: the writer leaves it in Chinese."""
    found = [
        Item("unknown", i.raw, "zh") if i.language == "zh" and i.options and i.options.keys() <= _LEFT else i
        for i in items
    ]
    at = 0
    while at < len(found):
        lacking = found[at].kind == "no" and found[at].language == "zh" and at + 1 < len(found)
        if lacking and found[at + 1].kind == "unknown" and found[at + 1].language == "zh":
            raw = found[at].raw + found[at + 1].raw  # "没有翅膀"
            found[at : at + 2] = [Item.of("undrawn", raw, "zh")]
        does_not(found, at)
        is_a_style(found, at)
        at = _unwilling(found, at) + 1
    return found


_LEFT = frozenset({"part", "garment", "hat", "glasses"})
"""What the writer leaves in Chinese where it is on nobody: socks on a line."""


def _herd(items: list[Item], at: int) -> int:
    """ "驼队" are many camels."""
    beast = _HERDS.get(items[at].raw)
    found = next((m for m in build().phrases.get(beast or "", ()) if m.kind == "subject"), None)
    if beast is None or found is None:
        return at
    many = Item.of("count", "一群", "zh", "many")
    before = 1 if at and items[at - 1].has("count") else 0
    items[at - before : at + 1] = [many, Item("subject", beast, "zh", {"subject": found})]
    return at


_HERDS = MappingProxyType({
    "驼队": "骆驼", "马队": "马", "雁阵": "大雁", "雁群": "大雁", "车队": "汽车", "船队": "渔船",
    "象群": "大象", "马帮": "马", "机群": "飞机",
})  # fmt: skip


def _upon_roof(items: list[Item], at: int) -> int:
    """ "医院的屋顶上" is on a hospital, and not on any roof."""
    told = items[at : at + _NEVER]
    found = told[0].options.get("subject")
    if found is None or len(told) < _NEVER or not told[1].has("of-the") or told[2].raw not in _ROOFS:
        return at
    if vocabulary.load()[found.id].kind in ("building", "vehicle"):
        flies = any(i.raw.startswith(("飞", "越")) for i in items[max(0, at - 2) : at])
        above = Meaning("relation", "over" if flies else "on", "zh", "上")
        items[at + 1 : at + _NEVER] = [Item("relation", "上", "zh", {"relation": above})]
    return at


_ROOFS = frozenset(
    {"屋顶上", "房顶上", "楼顶上", "顶上", "屋顶", "房顶", "楼顶", "车顶上", "尖顶上", "天台上"}
)


def _unwilling(items: list[Item], at: int) -> int:
    """What somebody can't or won't do is not done, and told: "不会游泳的鱼"."""
    told = items[at : at + 3]
    if len(told) > 1 and told[0].raw in ("不", "没", "没有") and told[1].has("weather"):
        items[at : at + 2] = [Item("filler", told[0].raw + told[1].raw, "zh")]
        return at  # "不下雨也打伞"
    if len(told) < _NEVER or told[0].raw != "不" or told[1].raw not in _CAN:
        return at
    if told[2].has("action", "activity", "undrawn") and "subject" not in told[2].options:
        raw = "".join(item.raw for item in told)
        items[at : at + 3] = [Item.of("undrawn", raw, "zh")]
    return at


_NEVER = 3
_CAN = frozenset({"会", "能", "想", "要", "肯", "敢", "爱", "喜欢", "愿意", "用"})


_LIGHTS = frozenset({"月亮", "明月", "满月", "星空", "彩虹", "太阳", "星星", "圆月", "弯月"})


def _under_the_sky(items: list[Item], at: int) -> int:
    """ "站在月亮下面" is where the moon shines, and not right below it."""
    below = items[at + 1] if at + 1 < len(items) else None
    said = below.options.get("relation") if below is not None else None
    if items[at].raw in _LIGHTS and said is not None and said.id == "under":
        sky = items[at].options.get("sky") or items[at].options.get("weather")
        if sky is not None:
            items[at : at + 2] = [replace(items[at], kind=sky.kind, options={sky.kind: sky})]
    return at


_CARTS = ("车", "船")


def _in_it(items: list[Item], at: int) -> int:
    """ "购物车 … 车里面" is in the cart that was told of, in no other."""
    told = items[at].options.get("subject")
    inside = items[at + 1] if at + 1 < len(items) else None
    if told is None or inside is None or not inside.has("relation") or items[at].raw not in _CARTS:
        return at
    before = [
        i for i in items[:at] if "subject" in i.options and len(i.raw) > 1 and i.raw.endswith(items[at].raw)
    ]
    if before:
        items[at] = before[-1]
    return at


def _watered(items: list[Item], at: int) -> int:
    """ "给玫瑰浇水" is watering roses."""
    told = items[at : at + 3]
    if len(told) < _NEVER or told[0].raw != "给" or "subject" not in told[1].options:
        return at
    deed = told[2].options.get("activity")
    if deed is not None and deed.id == "gardening":
        items[at : at + 3] = [told[2], told[1]]
    return at


def _there_is_one(items: list[Item], at: int) -> int:
    """ "有个姑娘" is "有一个姑娘"."""
    there = at > 0 and items[at - 1].raw in ("有", "是", "站着", "坐着", "躺着", "蹲着")
    if there and items[at].raw in _MEASURES and items[at].kind == "stop":
        said = "一" + items[at].raw
        items[at] = Item.of("count", said, "zh", "1")
    return at


_MEASURES = frozenset("个只位条头名座棵朵匹辆艘本张")


def _gendered(items: list[Item], at: int) -> int:
    """ "女咖啡师" is a woman, whatever is drawn of a barista."""
    ahead = items[at + 1] if at + 1 < len(items) else None
    if items[at].kind != "unknown" or items[at].raw not in _GENDERS or ahead is None:
        return at
    letter, who = _GENDERS[items[at].raw]
    options = dict(ahead.options)
    if role := options.get("role"):
        options = {"role": role._replace(gender=letter)}
    elif (found := options.get("subject")) and found.id == "person":
        options = {"subject": found._replace(id=who)}
    elif found is not None and jobs.kit(found.id):
        items[at] = Item("subject", items[at].raw, "zh", {"subject": Meaning("subject", who, "zh", who)})
        return at
    elif found is None or vocabulary.load()[found.id].kind not in ("person", "animal"):
        return at
    items[at : at + 2] = [replace(ahead, kind=next(iter(options)), options=options)]
    return at


def _young(items: list[Item], at: int) -> int:
    """ "大熊猫幼崽" is a small panda."""
    if not at or not _is_animal(items[at - 1]):
        return at
    again = items[at].raw in ("宝宝", "宝贝") and any(i.raw == items[at - 1].raw for i in items[: at - 1])
    if items[at].raw not in _YOUNG and not again:
        return at
    items[at] = items[at - 1]
    items[at - 1] = _small(items[at].raw)
    return at


def _small(raw: str) -> Item:
    return Item.of("size", raw, "zh", _CUB, spelled="小")


def _stout(items: list[Item], at: int) -> int:
    """ "小胖子" is a boy, and stout."""
    if "胖" not in items[at].raw or "subject" not in items[at].options:
        return at
    items.insert(at, Item.of("size", "胖", "zh", _STOUT))
    return at + 1


def _is_animal(item: Item) -> bool:
    found = item.options.get("subject")
    return found is not None and vocabulary.load()[found.id].kind in ("animal", "fantasy")


def _beaten(items: list[Item], at: int) -> int:
    """Who beats a drum makes music: "打手鼓"."""
    found = items[at + 1].options.get("subject") if at + 1 < len(items) else None
    if found is None or items[at].raw not in _BEATEN:
        return at
    if vocabulary.load()[found.id].kind == "instrument":
        items[at] = Item.of("action", items[at].raw, "zh", "make-music", spelled="弹")
    return at


def _vendor(items: list[Item], at: int) -> int:
    """Who is only named by what they sell: "有卖臭豆腐的、卖奶茶的"."""
    told = items[at : at + 4]
    sells = told[0].raw in ("卖", "卖着") and len(told) > _GOODS and told[_GOODS].has("of-the")
    behind = told[_GOODS + 1] if len(told) > _GOODS + 1 else None
    if sells and (behind is None or behind.kind in ("comma", "stop.", "and")):
        seller = next((m for m in build().phrases.get("小贩", ()) if m.kind in ("subject", "scenery")), None)
        if seller is not None:
            items.insert(at + _GOODS + 1, Item(seller.kind, "小贩", "zh", {seller.kind: seller}))
    return at


_GOODS = 2


def _not_but(items: list[Item], at: int) -> int:
    """Who is not there: "不是猫，是狗" is a dog."""
    told = items[at : at + _LONGEST]
    raws = [item.raw for item in told]
    if raws[:2] != ["不", "是"] or len(told) < _SHORTEST or not told[2].has(*_SOMEBODY):
        return at
    behind = next((n for n in range(3, len(told)) if told[n].kind != "comma" and raws[n] != "而"), 3)
    if raws[behind : behind + 1] == ["是"]:
        del items[at : at + behind + 1]
    return at


_SOMEBODY = ("subject", "scenery", "role")
_SHORTEST, _LONGEST = 5, 7
"""Words of such phrases: "不", "是", "猫", "是", "狗", or with a comma and a "而"."""


def _carried(items: list[Item], at: int) -> int:
    """Who sits on somebody's shoulders: "爸爸把儿子扛在肩上"."""
    told = items[at : at + 5]
    if len(told) < _LIFT or told[0].raw != "把" or told[2].raw not in _LIFTED or not at:
        return at
    there = told[3].kind == "in" and told[4].raw in _BACKS
    if there and "subject" in told[1].options and "subject" in items[at - 1].options:
        on = Item.of("relation", "上", "zh", "on")
        items[at - 1 : at + _LIFT] = [told[1], told[3], items[at - 1], on]
    return at


_LIFT = 5
_LIFTED = frozenset({"扛", "驮", "举", "背", "放", "架", "扛起", "举起", "背起", "顶"})
_BACKS = frozenset({
    "肩上", "肩膀上", "背上", "头上", "脖子上", "头顶", "肩头", "后背上", "鼻子上", "脑袋上", "手上",
    "尾巴上", "腿上", "膝盖上",
})  # fmt: skip


def _is_an_animal(items: list[Item], at: int) -> int:
    """ "老师是一只猫头鹰" is an owl who teaches, "老板是只兔子" a rabbit."""
    told = items[at : at + 4]
    if len(told) < _SAID or told[1].raw != "是" or not _is_animal(told[3]) or not _is_one(told[2]):
        return at
    who, trade = told[0].options.get("scenery"), told[0].options.get("subject")
    person = trade is not None and vocabulary.load()[trade.id].kind == "person"
    if "role" in told[0].options:
        items[at : at + 4] = [told[2], told[3], told[0]]
    elif person:
        trade_of_it = Item("undrawn", told[0].raw, "zh")
        items[at : at + 4] = [told[2], told[3], Item("comma", ","), trade_of_it]
    elif who is not None and who.id in ("person", "friend"):
        items[at : at + 4] = told[2:]
    return at


_SAID = 4


def _is_one(item: Item) -> bool:
    return item.has("count") or item.raw in ("只", "头", "条", "个", "匹")


def _in_all(items: list[Item], at: int) -> int:
    """How many there are may be said at the end: "麻雀停在树上，一共三只"."""
    told = items[at : at + 2]
    if len(told) < _SUM or told[0].raw not in _SUMS or not told[1].has("count", "number"):
        return at
    nouns = [n for n in range(at - 1, -1, -1) if "subject" in items[n].options and _is_free(items, n)]
    noun = next((n for n in nouns if _is_animal(items[n])), nouns[0] if nouns else None)
    if noun is None:
        return at
    del items[at : at + 2]
    while noun and items[noun - 1].has("of-the", "color", "trait", "size"):
        noun -= 1
    items.insert(noun, told[1])
    return at


def _is_free(items: Sequence[Item], at: int) -> bool:
    """Whether nothing tells yet how many they are."""
    while at and items[at - 1].has("of-the", "color", "trait", "size"):
        at -= 1
    return not at or not items[at - 1].has("count", "number")


_SUM = 2
_SUMS = frozenset({"一共", "总共", "共", "一共有", "总共有", "共有"})


def _on_it(items: list[Item], at: int) -> int:
    """ "它肩膀上" is on the shoulders of the one before."""
    told = items[at : at + 2]
    raws = [item.raw for item in told]
    if len(told) == _SUM and raws[0] in _WHOSE and raws[1].endswith(("上", "顶", "头")) and raws[1] in _BACKS:
        items[at : at + 2] = [Item.of("upon", "".join(raws), "zh", spelled=raws[1])]
    return at


_WHOSE = frozenset({"它", "他", "她", "它的", "他的", "她的"})

Rule = Callable[[list[Item], int], int]
_RULES: Sequence[Rule] = (
    _herd,
    _unwilling,
    _upon_roof,
    _under_the_sky,
    _in_it,
    _watered,
    _there_is_one,
    _vendor,
    _gendered,
    _young,
    _stout,
    _beaten,
    _not_but,
    _carried,
    _is_an_animal,
    _in_all,
    _on_it,
)
