"""Chinese talk of the family: who "我" is beside a mother, who "两个人" and "有的" are."""

from __future__ import annotations

from collections.abc import Sequence

from ..index import build
from ..items import Rule, by_rules, item_at, number_of
from ..matching import Item
from .doings import is_somebody

_KIN = frozenset({
    "爸爸", "妈妈", "爷爷", "奶奶", "外公", "外婆", "姥姥", "姥爷", "哥哥", "弟弟", "姐姐", "妹妹",
    "叔叔", "阿姨", "舅舅", "姑姑", "老爸", "老妈", "爸妈", "老师", "表哥", "表弟", "表姐", "表妹",
    "堂哥", "堂弟", "堂姐", "堂妹", "伯伯", "婶婶", "舅妈", "姨妈", "儿子", "女儿", "孙子", "孙女",
})  # fmt: skip
_BOUNDS = ("comma", "stop.")


def told(items: Sequence[Item]) -> list[Item]:
    """The items with each of these words as whom it means."""
    return by_rules(items, _RULES)


def are_two(one: str, other: str) -> bool:
    """Whether two words for relatives are of two people, though both are drawn alike: "姐姐" and "妹妹"."""
    return one != other and one in _KIN and other in _KIN


def _is_me(items: list[Item], at: int) -> None:
    """ "妈妈给我讲故事，我听着": the child of those who are told of."""
    word, after, before = items[at].raw, item_at(items, at + 1), item_at(items, at - 1)
    if word not in ("我", "给我") or not any(i.raw in _KIN for i in items):
        return
    if (
        after is None
        or after.has("of-the", "the", "stop")
        or after.raw in _MINE
        or after.raw in _KIN
        or is_somebody(after)
    ):
        return
    if word == "给我":
        if before is not None and before.raw in _KIN:
            items[at : at + 1] = [Item("stop", "给", "zh"), _child()]
        return
    opens = before is None or before.has(*_BOUNDS)
    if opens or before is None or before.raw in _TO_ME:
        items[at] = _child()


_MINE = frozenset({"的", "家", "们", "家的"})
_TO_ME = frozenset(
    {"带", "带着", "陪", "陪着", "抱", "抱着", "教", "送", "让", "帮", "牵着", "拉着", "背着", "给"}
)


def _child(word: str = "女孩") -> Item:
    found = next(m for m in build().phrases[word] if m.kind == "subject")
    return Item("subject", word, "zh", {"subject": found})


def _are_they(items: list[Item], at: int) -> None:
    """ "老爷爷…，老奶奶…，两个人走在夕阳下": nobody else comes."""
    before = item_at(items, at - 1)
    if before is None or not before.has("comma"):
        return
    noun, after = item_at(items, at + 1), item_at(items, at + 2)
    paired = number_of(items[at]) if noun is not None and noun.raw == "人" and items[at].has("count") else 0
    size = 2 if paired else 1
    many = paired or (2 if items[at].raw in _BOTH else 0)
    after = item_at(items, at + size)
    there = sum(max(1, _count(items, n)) for n in range(at) if is_somebody(items[n]))
    if many and there == many and after is not None and not after.has("of-the", *_BOUNDS, "and"):
        items[at : at + size] = [Item("it", "他们", "zh")]


_BOTH = frozenset({"两人", "俩人", "二人"})


def _count(items: Sequence[Item], at: int) -> int:
    before = item_at(items, at - 1)
    return number_of(before) if before is not None and before.has("count", "number") else 1


def _is_everybody(items: list[Item], at: int) -> None:
    """ "老师带着同学们去春游，大家坐在草地上": nobody else comes."""
    before, after = item_at(items, at - 1), item_at(items, at + 1)
    opens = before is not None and before.has(*_BOUNDS) and any(is_somebody(i) for i in items[:at])
    if items[at].raw in ("大家", "大家都") and opens and after is not None and not after.has("of-the"):
        items[at] = Item("it", "大家", "zh")


def _are_some(items: list[Item], at: int) -> None:
    """ "有的小朋友在滑滑梯，有的小朋友在荡秋千" are one and another."""
    link, noun, before = item_at(items, at + 1), item_at(items, at + 2), item_at(items, at - 1)
    if items[at].raw != "有" or link is None or not link.has("of-the") or not is_somebody(noun):
        return
    if noun is None or not (before is None or before.has(*_BOUNDS) or before.has("place", "relation")):
        return
    folk = noun.options.get("scenery")
    earlier = sum(i.raw == "有" for i in items[:at])
    who = _child(_BY_TURNS[earlier % 2]) if folk is not None and folk.id == "child" else noun
    items[at : at + 3] = [Item.of("count", "一个", "zh", "1"), who]
    if before is not None and before.has("place", "relation"):
        items[at:at] = [Item("comma", "，", "zh")]


_BY_TURNS = ("女孩", "男孩")
_RULES: Sequence[Rule] = (_is_me, _are_they, _is_everybody, _are_some)
