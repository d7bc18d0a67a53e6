"""Chinese verbs with a thing: what is borne on a back, gripped by a trunk, gnawed, knitted, walked over."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from ..index import build
from ..items import Rule, beyond, by_rules, item_at, kind_of
from ..matching import Item
from .doings import is_somebody

_TELLING = ("count", "number", "color", "size", "trait", "mood", "of-the", "a", "the")


def told(items: Sequence[Item]) -> list[Item]:
    """The items with each of these phrases in other words."""
    return by_rules(items, _RULES)


def _holds_with(items: list[Item], at: int) -> None:
    """ "用鼻子卷着花" is holding it, and told with what."""
    limb = items[at].options.get("undrawn")
    verb = item_at(items, at + 1)
    if limb is None or not limb.id.startswith("using-") or verb is None or verb.raw[:1] not in _GRIPPING:
        return
    end = at + 2
    while (item := item_at(items, end)) is not None and item.raw in ("着", "起", "住", "了"):
        end += 1
    noun = beyond(items, end, _TELLING)
    if (thing := item_at(items, noun)) is not None and thing.has("subject") and not is_somebody(thing):
        held = Item.of("action", "拿着", "zh", "hold")
        items[at : noun + 1] = [held, *items[end : noun + 1], items[at]]


_GRIPPING = frozenset("卷举拿叼夹抓捧托顶提拎")


def _holds_in_its_sleep(items: list[Item], at: int) -> None:
    """ "抱着树干睡着了": what is too large to be held stands by, and the hug is told."""
    deed, noun = items[at].options.get("action"), beyond(items, at + 1, _TELLING)
    hugged, then = item_at(items, noun), item_at(items, noun + 1)
    if deed is None or deed.id != "hug" or hugged is None or then is None or not then.has("action"):
        return
    if kind_of(hugged) in ("plant", "building", "furniture", "vehicle"):
        beside = Item.of("relation", "旁", "zh", "beside")
        hugging = Item.of("undrawn", "拥抱住", "zh", "hugging-somebody")
        items[at : noun + 1] = [Item("in", "在", "zh"), *items[at + 1 : noun + 1], beside, hugging]


def _bears(items: list[Item], at: int) -> None:
    """ "背着吉他" is on a back and "脖子上挂着灯笼" round a neck, and neither is worn."""
    thing = item_at(items, beyond(items, at + 1, _TELLING))
    how = _BEARING.get(items[at].raw)
    if how is None or not items[at].has("wearing") or thing is None or is_somebody(thing):
        return
    if thing.has("subject") and not thing.has("part", "garment", "hat", "glasses", "trait"):
        items[at] = Item.of("action", items[at].raw, "zh", how)


_BEARING = MappingProxyType({
    "背着": "on-back", "脖子上挂着": "round-neck", "脖子上系着": "round-neck", "脖子上戴着": "round-neck",
    "胸前挂着": "round-neck",
})  # fmt: skip


def _gnaws(items: list[Item], at: int) -> None:
    """ "啃了老爸的拖鞋": he is not there, and nobody wears it."""
    start = at + 1
    while (item := item_at(items, start)) is not None and item.raw in _ASPECTS | {"过", "走"}:
        start += 1
    owner, link, goods = (item_at(items, start + n) for n in range(3))
    if not items[at].has("action", "undrawn") or items[at].raw[:1] not in _AT_GOODS:
        return
    theirs = is_somebody(owner) and link is not None and link.has("of-the")
    worn = goods is not None and goods.has("garment", "hat", "glasses", "part")
    if theirs and (worn or kind_of(goods) in ("thing", "food", "furniture")):
        del items[start : start + 2]


_ASPECTS = frozenset({"着", "了", "起来", "死", "败", "倒", "跑"})
_AT_GOODS = frozenset("啃咬叼偷藏撕玩吃喝弄打抢拿")


def _squeezes(items: list[Item], at: int) -> None:
    """ "挤在一个篮子里": all of them are inside, and told to be crammed."""
    ground = beyond(items, at + 1, _TELLING)
    where = item_at(items, ground + 1)
    if items[at].raw in _CRAMMED and where is not None and where.has("relation"):
        crammed = Item.of("undrawn", items[at].raw, "zh", "crammed")
        items[at : ground + 2] = [Item("in", "在", "zh"), *items[at + 1 : ground + 2], crammed]


_CRAMMED = frozenset({"挤在", "挤进", "窝在", "缩在"})


def _crawls_on(items: list[Item], at: int) -> None:
    """ "蜗牛爬叶子" is crawling on a leaf."""
    leaf = item_at(items, at + 1)
    if items[at].raw[:1] != "爬" or leaf is None or leaf.raw not in ("叶子", "树叶", "叶片", "绿叶"):
        return
    thing = next((m for m in build().phrases["叶子"] if m.kind == "subject"), None)
    if thing is not None:
        ground = [Item("in", "在", "zh"), Item("subject", leaf.raw, "zh", {"subject": thing})]
        items[at : at + 2] = [*ground, Item.of("relation", "上", "zh", "on"), items[at]]


def _goes_over(items: list[Item], at: int) -> None:
    """ "走过石桥" is walking on it."""
    way = beyond(items, at + 1, _TELLING)
    bridge = item_at(items, way)
    known = bridge.options.get("subject") if bridge is not None else None
    if items[at].raw in _OVER and items[at].has("action") and known is not None and known.id == "bridge":
        items[at + 1 : way + 1] = [
            Item("in", "在", "zh"),
            *items[at + 1 : way + 1],
            Item.of("relation", "上", "zh", "on"),
        ]


_OVER = frozenset({"走过", "跑过", "路过", "走上", "经过"})


def _knits(items: list[Item], at: int) -> None:
    """ "织围巾" is knitting, and nobody wears what is being made."""
    made = item_at(items, beyond(items, at + 1, (*_TELLING, "stop")))
    deed = items[at].options.get("activity")
    knits = items[at].raw in _KNITTING or (deed is not None and deed.id == "knitting")
    if knits and made is not None and made.has("garment", "hat", "part") and not made.has("activity"):
        end = next(n for n in range(at, len(items)) if items[n] is made)
        items[at : end + 1] = [Item.of("activity", "织毛衣", "zh", "knitting")]


_KNITTING = frozenset({"织", "织着", "编织", "钩"})


_RULES: Sequence[Rule] = (
    _holds_with,
    _holds_in_its_sleep,
    _bears,
    _gnaws,
    _squeezes,
    _crawls_on,
    _goes_over,
    _knits,
)
