"""Chinese phrases told another way round: what is loaded, what flies off, who feels how at the end."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import Rule, beyond, by_rules, item_at, kind_of
from ..matching import Item
from .doings import is_somebody

_TELLING = ("count", "number", "color", "size", "trait", "of-the", "filler")
_ENDS = ("comma", "stop.")
_LADEN = frozenset({"装满", "盛满", "堆满", "放满", "载满"})


def told(items: Sequence[Item]) -> list[Item]:
    """The items with each of these phrases in other words."""
    return by_rules(items, _RULES)


def _is_laden(items: list[Item], at: int) -> None:
    """ "推着装满南瓜的手推车" as "推着手推车装满南瓜": the barrow is pushed."""
    if items[at].raw not in _LADEN or not any(i.has("action", "undrawn") for i in items[max(0, at - 2) : at]):
        return
    goods = beyond(items, at + 1, ("color", "size", "trait"))
    link, load = item_at(items, goods + 1), item_at(items, goods)
    vessel = beyond(items, goods + 2, ("color", "size", "trait"))
    what = item_at(items, vessel)
    if load is None or link is None or not link.has("of-the") or what is None or not what.has("subject"):
        return
    if load.has("subject") and not is_somebody(what):
        items[at : vessel + 1] = [*items[goods + 2 : vessel + 1], *items[at : goods + 1]]


def _flies_off(items: list[Item], at: int) -> None:
    """ "奶奶的草帽飞走了": the hat flies off, and she does not."""
    hat, link = item_at(items, at - 1) if at else None, item_at(items, at - 2) if at > 1 else None
    deed = items[at].options.get("action")
    if deed is None or deed.id != "fly" or hat is None or not hat.has("hat", "garment"):
        return
    if link is not None and link.has("of-the"):
        items[at : at + 1] = [Item.of("undrawn", "飞走不见", "zh", "flying-off"), Item("comma", ",", "zh")]


def _is_little(items: list[Item], at: int) -> None:
    """ "小女巫" is a girl in a witch's robe."""
    size, who = items[at], item_at(items, at + 1)
    if size.raw == "小" and who is not None and who.raw in _GIRLS:
        items[at : at + 1] = [Item.of("subject", "女孩", "zh", "girl")]


_GIRLS = frozenset({"女巫", "魔女", "公主", "女王", "仙女", "护士"})


def _is_a_bit(items: list[Item], at: int) -> None:
    """ "有点委屈" has no dot."""
    if items[at].raw == "有" and (dot := item_at(items, at + 1)) is not None and dot.raw in ("点", "些"):
        feeling = item_at(items, at + 2)
        if feeling is not None and feeling.has("mood", "trait", "color", "size", "weather"):
            del items[at : at + 2]


def _feels(items: list[Item], at: int) -> None:
    """ "霸王龙在写作业，好生气" as "生气的霸王龙在写作业"."""
    feeling, comma = items[at], item_at(items, at - 1) if at else None
    skipped = 1 if comma is not None and comma.has("filler", "stop") else 0
    comma = item_at(items, at - 1 - skipped) if at > skipped else None
    after = item_at(items, at + 1)
    ends = after is None or after.has(*_ENDS)
    if not feeling.has("trait") or not ends or comma is None or not comma.has("comma"):
        return
    who = [n for n, i in enumerate(items[:at]) if is_somebody(i)]
    if feeling.options["trait"].id in _OF_FOOD:
        who = [n for n, i in enumerate(items[:at]) if kind_of(i) in ("food", "thing")][-1:] or who
    if len(who) == 1 and not any(i.has("trait") for i in items[: who[0]]):
        moved = items[at]
        del items[at - 1 - skipped : at + 1]
        items[who[0] : who[0]] = [moved, Item("of-the", "的", "zh")]


_OF_FOOD = frozenset({"steaming"})


def _gladly(items: list[Item], at: int) -> None:
    """ "男孩开心地拿着" as "开心的男孩拿着"."""
    known = _GLADLY.get(items[at].raw)
    before = item_at(items, at - 1) if at else None
    if known is not None and before is not None and is_somebody(before):
        way = item_at(items, at + 1)
        del items[at : at + 2 if way is not None and way.raw == "地" else at + 1]
        items[at - 1 : at - 1] = [Item.of("mood", known, "zh", "happy"), Item("of-the", "的", "zh")]


_GLADLY = {
    "高高兴兴": "高兴",
    "开开心心": "开心",
    "快快乐乐": "快乐",
    "开心地": "开心",
    "高兴地": "高兴",
    "快乐地": "快乐",
    "开心的": "开心",
    "愉快地": "愉快",
}


def _amid(items: list[Item], at: int) -> None:
    """ "海盗站在木船上，中间有一个宝箱": the chest is on board as well."""
    has = item_at(items, at + 1)
    if items[at].raw not in ("中间", "中央") or has is None or has.raw != "有":
        return
    comma, where = item_at(items, at - 1) if at else None, item_at(items, at - 2) if at > 1 else None
    thing = item_at(items, at - 3) if at > 2 else None
    if comma is None or not comma.has("comma") or where is None or not where.has("relation") or thing is None:
        return
    if kind_of(thing) in ("vehicle", "furniture") and where.options["relation"].id in ("on", "inside"):
        items[at : at + 1] = [thing, where]


def _crosses(items: list[Item], at: int) -> None:
    """ "火车穿过大桥" is on its way over it."""
    way = item_at(items, beyond(items, at + 1, _TELLING))
    if items[at].raw in ("穿过", "驶过", "开过", "跨过") and way is not None:
        known = way.options.get("subject")
        if known is not None and known.id == "bridge":
            items[at] = Item.of("undrawn", "横穿过", "zh", "crossing")


_RULES: Sequence[Rule] = (
    _is_laden, _flies_off, _is_little, _is_a_bit, _feels, _gladly, _amid, _crosses,
)  # fmt: skip
