"""Chinese verbs done to somebody or upon something: who lays a hand, treads on clouds, fights a demon."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from ..index import build
from ..items import Rule, beyond, by_rules, item_at, kind_of
from ..matching import Item
from .doings import is_somebody

_TELLING = ("count", "number", "color", "size", "trait", "mood", "of-the", "a", "the")
_BOUNDS = ("comma", "stop.")
_DEEDS = ("action", "activity", "undrawn")


def told(items: Sequence[Item]) -> list[Item]:
    """The items with each of these phrases in other words."""
    return by_rules(items, _RULES)


def _deed(raw: str, ident: str) -> Item:
    return Item.of("undrawn", raw, "zh", ident)


def _lays_a_hand(items: list[Item], at: int) -> None:
    """ "爸爸把手放在儿子肩膀上": he lays a hand on him, and sits on no shoulders."""
    if items[at].raw not in _HANDS or not at:
        return
    verb, end = at + 1, at + 2
    laid = item_at(items, verb)
    if laid is None or not laid.raw.startswith(_LAYING):
        return
    while (item := item_at(items, end)) is not None and (item.kind == "in" or item.raw in ("着", "到")):
        end += 1
    whom = beyond(items, end, _TELLING)
    limb = item_at(items, whom + 1)
    if not is_somebody(item_at(items, whom)) or limb is None or not limb.has("relation", "part", "upon"):
        return
    start = at - 1 if items[at - 1].raw in ("把", "将", "用") or items[at - 1].has("of-the") else at
    items[start : whom + 2] = [_deed("手搭着", "laying-a-hand"), *items[end : whom + 1]]


_HANDS = frozenset({"手", "双手", "小手", "大手", "爪子", "手掌", "一只手", "胳膊", "手臂"})
_LAYING = ("放", "搭", "按", "搁", "抚", "扶")


def _treads(items: list[Item], at: int) -> None:
    """ "踏着祥云" is standing on a cloud, and who treads on what nobody draws rides nobody."""
    ground = beyond(items, at + 1, _TELLING)
    under = item_at(items, ground)
    if items[at].raw not in _TREADING or under is None:
        return
    if (under.has("sky") and under.options["sky"].id == "clouds") or under.raw in _CLOUDS:
        cloud = next(m for m in build().phrases["云朵"] if m.kind == "subject")
        standing = [Item("filler", "站", "zh"), Item("in", "在", "zh"), *items[at + 1 : ground]]
        on = Item.of("relation", "上", "zh", "on")
        items[at : ground + 1] = [*standing, Item("subject", "云朵", "zh", {"subject": cloud}), on]
    elif under.has("unknown") and items[at].has("action"):
        items[at] = Item("filler", "踩着", "zh")


_TREADING = frozenset({"踩着", "踩", "踏着", "踏", "脚踩", "脚踏", "驾着", "驾", "骑着", "乘着", "腾着"})
_CLOUDS = frozenset({"筋斗云", "七彩祥云", "七彩云", "云雾", "云", "祥云", "云朵", "白云", "彩云"})


def _strikes(items: list[Item], at: int) -> None:
    """ "打妖怪" is fighting one, "打沙袋" striking a thing; "打伞" and "打鼓" are other deeds."""
    if items[at].raw not in _BEATING or not items[at].has("unknown"):
        return
    end = at + 1
    while (item := item_at(items, end)) is not None and item.raw in _ASPECTS:
        end += 1
    noun = item_at(items, beyond(items, end, _TELLING))
    if is_somebody(noun):
        items[at:end] = [_deed("攻打", "fighting-foe")]
    elif noun is not None and noun.has("subject", "unknown") and kind_of(noun) != "instrument":
        items[at:end] = [_deed("击打", "striking-zh")]
    elif end > at + 1 or noun is None or noun.has(*_BOUNDS):
        items[at:end] = [_deed("打架", "fighting")]


_BEATING = frozenset({"打", "打着", "暴打", "痛打", "揍", "狂揍", "殴打", "击打着"})
_ASPECTS = frozenset({"着", "了", "起来", "起", "成一团", "死", "败", "倒", "跑"})


def _sneaks(items: list[Item], at: int) -> None:
    """ "偷吃" is eating, and told to be done in secret."""
    if items[at].raw in _IN_SECRET and items[at].has("action"):
        deed = items[at].raw[1:]
        known = next((m for m in build().phrases.get(deed, ()) if m.kind == "action"), None)
        if known is not None:
            items[at : at + 1] = [
                _deed("偷偷", "sneaking"),
                Item("action", deed, "zh", {"action": known}),
            ]


_IN_SECRET = frozenset({"偷吃", "偷喝", "偷吃着", "偷喝着"})


def _does_both(items: list[Item], at: int) -> None:
    """ "吃火锅喝可乐": what is eaten is in hand, and the drink stands by and is told to be drunk."""
    deed = items[at].options.get("action")
    if deed is None or deed.id not in _AT_TABLE or items[at].has("subject"):
        return
    first = next((n for n in range(at - 1, -1, -1) if _is_at_table(items[n]) or items[n].has(*_BOUNDS)), -1)
    if first < 0 or items[first].has(*_BOUNDS):
        return
    meal = beyond(items, first + 1, _TELLING)
    noun = item_at(items, beyond(items, at + 1, _TELLING))
    others = any(is_somebody(i) for i in items[meal + 1 : at])
    if noun is not None and noun.has("subject", "unknown") and not others:
        items[at] = _deed(*_AT_TABLE[deed.id])


def _is_at_table(item: Item) -> bool:
    deed = item.options.get("action")
    return deed is not None and deed.id in _AT_TABLE and not item.has("subject")


def _is_bare(items: list[Item], at: int) -> None:
    """ "爸爸光着膀子洗车": he is, and the car is not."""
    bare, after = items[at].options.get("trait"), item_at(items, at + 1)
    if bare is None or bare.id not in _BARE or not at or not is_somebody(items[at - 1]):
        return
    if after is None or not after.has("of-the"):
        items[at - 1 : at + 1] = [items[at], Item("of-the", "的", "zh"), items[at - 1]]


_BARE = frozenset({"shirtless", "barefoot"})


_AT_TABLE = MappingProxyType({"eat": ("还吃着", "eating-too"), "drink": ("还喝着", "drinking-too")})


def does_not(items: list[Item], at: int) -> None:
    """ "没有打伞", "不睡觉": what is not done is not to be seen, and told."""
    end = at + 1
    while (item := item_at(items, end)) is not None and item.raw in ("在", "再", "有", "去"):
        end += 1
    deed = item_at(items, end)
    if (
        items[at].raw not in _NOT
        or deed is None
        or deed.language != "zh"
        or not deed.has("action", "activity", "undrawn")
    ):
        return
    if deed.has("subject", "garment", "hat", "glasses", "part", "wearing"):
        return
    last = end
    noun = beyond(items, end + 1, _TELLING)
    behind = item_at(items, noun)
    if (
        deed.has("action", "undrawn")
        and behind is not None
        and behind.has("subject")
        and not is_somebody(behind)
    ):
        last = noun
    items[at : last + 1] = [Item.of("undrawn", "".join(i.raw for i in items[at : last + 1]), "zh")]


_NOT = frozenset({"没有", "没", "不", "未", "并没有", "从不", "不再", "别"})


def _is_of_whom(items: list[Item], at: int) -> None:
    """ "洒在爸爸的电脑上" is on a computer, and nobody is upon it."""
    link, thing, where = (item_at(items, at + n) for n in (1, 2, 3))
    before = item_at(items, at - 1)
    if before is None or link is None or thing is None or where is None or not link.has("of-the"):
        return
    there = before.raw.endswith(("在", "到", "了", "进", "向")) and where.has("relation")
    owned = kind_of(thing) in ("thing", "furniture", "vehicle", "instrument") and not thing.has("part")
    if there and owned and is_somebody(items[at]) and kind_of(items[at]) in ("person", ""):
        del items[at : at + 2]


def _is_famous(items: list[Item], at: int) -> None:
    """ "网红水豚" is a capybara that is known online, and nobody beside it."""
    after = item_at(items, at + 1)
    if items[at].raw in _FAMOUS and after is not None and after.has("subject", "role"):
        items[at] = Item("unknown", items[at].raw, "zh")


_FAMOUS = frozenset({"网红", "明星", "主播", "霸总"})


def _is_scared_by(items: list[Item], at: int) -> None:
    """ "狗被雷声吓得钻到床底下": a scared dog, and what has scared it is told of at the end."""
    if items[at].raw != "被" or not at or not is_somebody(items[at - 1]):
        return
    end = next((n for n in range(at + 1, min(at + _NEAR, len(items))) if items[n].has("trait")), 0)
    if not end or items[end].options["trait"].id != "scared":
        return
    cause, scared = items[at + 1 : end], items[end]
    last = next((n for n in range(end, len(items)) if items[n].has(*_BOUNDS)), len(items))
    items[last:last] = [Item("comma", "，"), *cause] if cause else []
    del items[at : end + 1]
    items[at - 1 : at - 1] = [scared, Item("of-the", "的", "zh")]


_NEAR = 5


def _is_at_the_door(items: list[Item], at: int) -> None:
    """ "站在门口" is before a door, where "寺庙门口" is before that temple."""
    before = item_at(items, at - 1)
    if items[at].raw not in ("门口", "门前") or not items[at].has("relation") or before is None:
        return
    if before.raw.endswith("在") and not kind_of(before):
        door = next(m for m in build().phrases["门"] if m.kind == "subject")
        front = Item.of("relation", "前", "zh", "in_front_of")
        items[at : at + 1] = [Item("subject", "门", "zh", {"subject": door}), front]


def _mends_a_bug(items: list[Item], at: int) -> None:
    """ "改bug" is about a program, and no insect."""
    if items[at].raw.lower() not in ("bug", "bugs") or not at or items[at - 1].raw not in _MENDING:
        return
    items[at - 1 : at + 1] = [_deed("改代码", "debugging")]


_MENDING = frozenset({"改", "修", "写", "找", "调", "修复", "抓", "解决", "出", "着"})


def _is_all_over(items: list[Item], at: int) -> None:
    """ "四处逃跑" counts nobody, and "孔明灯漫天" are many."""
    before, after = item_at(items, at - 1), item_at(items, at + 1)
    if (
        items[at].raw == "四处"
        and after is not None
        and after.has("action", "undrawn", "activity", "unknown")
    ):
        items[at] = Item("filler", "四处", "zh")
    elif items[at].raw in _EVERYWHERE and before is not None and before.has("subject"):
        del items[at]
        items.insert(at - 1, Item.of("count", "许多", "zh", "many"))


_EVERYWHERE = frozenset({"漫天", "满天", "满地", "遍地", "满山"})


def _chases(items: list[Item], at: int) -> None:
    """ "狗追骑单车的邮递员": who is chased is on the bicycle."""
    deed = items[at].options.get("action")
    if deed is None or deed.id not in _CHASING:
        return
    start = at + 1
    while (item := item_at(items, start)) is not None and item.has("the", "count"):
        start += 1
    link = next((n for n in range(start + 1, min(start + _NEAR, len(items))) if items[n].has("of-the")), 0)
    whom = item_at(items, beyond(items, link + 1, _TELLING)) if link else None
    does = item is not None and item.has("activity", "action", "undrawn") and not is_somebody(item)
    if does and link and whom is not None and is_somebody(whom):
        end = next(n for n in range(link, len(items)) if items[n] is whom)
        clause = items[start:link]
        items[at + 1 : end + 1] = [
            *items[at + 1 : start],
            *items[link + 1 : end + 1],
            Item("comma", "，"),
            whom,
            *clause,
        ]


_CHASING = frozenset({"chase", "follow"})


def _lets_go(items: list[Item], at: int) -> None:
    """ "放飞鸽子" is letting it go, and it holds nothing."""
    if items[at].raw in ("放飞", "放飞了") and is_somebody(item_at(items, beyond(items, at + 1, _TELLING))):
        items[at] = _deed("放生", "releasing-zh")


_RULES: Sequence[Rule] = (
    _lays_a_hand, _treads, _strikes, _sneaks, _does_both, _is_bare, _is_scared_by, _is_at_the_door,
    _mends_a_bug, does_not, _is_of_whom, _is_famous, _is_all_over, _chases, _lets_go,
)  # fmt: skip
