"""Chinese everyday talk put as the reader knows it: how hard it rains, who is scared, who goes for a ride."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import Rule, beyond, by_rules, item_at, kind_of
from ..matching import Item
from .doings import is_somebody

_TELLING = ("count", "number", "color", "size", "trait", "mood", "of-the", "filler", "a", "the")
_ENDS = ("comma", "stop.", "stop", "of-the")
_BOUNDS = ("comma", "stop.")


def told(items: Sequence[Item]) -> list[Item]:
    """The items with each of these phrases in other words."""
    return by_rules(items, _RULES)


def _is_heavy(items: list[Item], at: int) -> None:
    """ "雨下得好大", "太阳很大": how much of it there is says nothing of anybody's size."""
    after = item_at(items, at + 1)
    if not items[at].has("size") or not (after is None or after.has(*_ENDS)):
        return
    start = at
    while (before := item_at(items, start - 1)) is not None and before.raw in _FALLING:
        start -= 1
    if before is not None and (before.has("weather") or before.raw in _SUNS):
        del items[start : at + 1]


_FALLING = frozenset(
    {"下", "刮", "得", "的", "好", "着", "特别", "越来越", "真", "太", "很", "非常", "这么", "那么", "吹"}
)
_SUNS = frozenset({"太阳", "阳光", "日头"})


def _soaks(items: list[Item], at: int) -> None:
    """ "泡温泉" is bathing in it."""
    last = at + 1 if (after := item_at(items, at + 1)) is not None and after.raw in ("着", "了", "个") else at
    spring = item_at(items, last + 1)
    place = spring.options.get("place") if spring is not None else None
    if items[at].raw in ("泡", "泡着") and place is not None and place.id == "hot-spring":
        items[at : last + 1] = [Item.of("action", "泡着", "zh", "bathe"), Item("in", "在", "zh")]


def _is_that_day(items: list[Item], at: int) -> None:
    """ "冰雹天" is a day with hail."""
    before = item_at(items, at - 1)
    if (
        items[at].raw in ("天", "天里", "天气")
        and before is not None
        and before.has("weather", "mood", "sky")
    ):
        del items[at]


def _fears(items: list[Item], at: int) -> None:
    """ "小狗怕打雷" as "害怕的小狗，打雷"."""
    if items[at].raw not in _FEARING:
        return
    feared, who = item_at(items, at + 1), _who_before(items, at)
    if feared is None or feared.has(*_BOUNDS) or who < 0:
        return
    items[at] = Item("comma", "，", "zh")
    items[who:who] = [Item.of("trait", "害怕", "zh", "scared"), Item("of-the", "的", "zh")]


_FEARING = frozenset({"怕", "害怕", "很怕", "最怕", "惧怕"})


def _who_before(items: Sequence[Item], at: int) -> int:
    """Where somebody stands just before an index, adverbs aside; -1 where nobody does."""
    at -= 1
    while (item := item_at(items, at)) is not None and item.raw in _ADVERBS:
        at -= 1
    return at if is_somebody(item) else -1


_ADVERBS = frozenset({"很", "最", "也", "都", "非常", "特别", "有点", "们", "真", "好", "太"})


def _goes_for_a_ride(items: list[Item], at: int) -> None:
    """ "骑摩托车兜风": who rides already needs no other car."""
    activity = items[at].options.get("activity")
    if activity is None or activity.id != "driving" or not items[at].raw.startswith("兜"):
        return
    if any(_is_a_mount(i) for i in items[:at]) or any(_is_a_mount(i) for i in items[at + 1 :]):
        del items[at]
        if (way := item_at(items, at - 1)) is not None and way.raw in ("去", "来"):
            del items[at - 1]


def _is_a_mount(item: Item) -> bool:
    rides = any(
        item.has(kind) and item.options[kind].id in _RIDES
        for kind in ("activity", "action")
        if kind in item.options
    )
    return rides or kind_of(item) == "vehicle"


_RIDES = frozenset({"driving", "cycling", "motorcycling", "ride", "drive"})


def _is_on_the_car(items: list[Item], at: int) -> None:
    """ "坐在车上": of no other one than a car, where none has been told of."""
    if items[at].raw not in _ABOARD or not items[at].has("relation"):
        return
    before = item_at(items, at - 1)
    if any(_is_a_mount(i) for i in items[:at]) or before is None or not before.raw.endswith("在"):
        return
    inside = "inside" if items[at].raw.endswith(("里", "内")) else "on"
    items[at : at + 1] = [
        Item.of("subject", "汽车", "zh", "car"),
        Item.of("relation", items[at].raw[-1], "zh", inside),
    ]


_ABOARD = frozenset({"车上", "车里", "车内", "车里面"})


def _takes_along(items: list[Item], at: int) -> None:
    """ "爸爸开车带小狗": the dog is in the car as well."""
    if items[at].raw not in ("带", "带着", "载着", "载") or at < 1 or not _is_a_mount(items[at - 1]):
        return
    who = _last_somebody(items, at)
    noun = beyond(items, at + 1, _TELLING)
    if who < 0 or not is_somebody(item_at(items, noun)):
        return
    guest = items[at + 1 : noun + 1]
    del items[at : noun + 1]
    items[who + 1 : who + 1] = [Item.of("and", "和", "zh"), *guest]


def _last_somebody(items: Sequence[Item], at: int) -> int:
    for n in range(at - 1, -1, -1):
        if is_somebody(items[n]):
            return n
        if items[n].has(*_BOUNDS):
            return -1
    return -1


def _fastens(items: list[Item], at: int) -> None:
    """ "打领带" and "别着胸针" are worn."""
    if items[at].raw not in _FASTENING or not items[at].has("unknown", "action"):
        return
    last = at + 1
    if (after := item_at(items, last)) is not None and after.raw in ("着", "了", "上"):
        last += 1
    worn = item_at(items, beyond(items, last, _TELLING))
    if worn is not None and any(m.id in _FASTENED for m in worn.options.values()):
        items[at:last] = [Item.of("wearing", items[at].raw, "zh")]


_FASTENING = frozenset({"打", "打着", "打上", "别", "别着", "别上", "佩戴", "佩戴着", "扣着", "挂着"})
_FASTENED = frozenset({"tie", "bow-tie", "brooch", "badge", "hair-clip", "medal", "scarf"})


def _looks_out(items: list[Item], at: int) -> None:
    """ "看外面" is looking out, of a window where one is told of."""
    out, link = item_at(items, at + 1), item_at(items, at + 2)
    if items[at].raw not in _LOOKING or out is None or out.raw not in _OUTSIDE:
        return
    if link is None or not link.has("of-the"):
        items[at : at + 2] = [Item.of("undrawn", "看着", "zh", "watching")]


_LOOKING = frozenset({"看", "看着", "望", "望着", "看向", "望向", "盯着"})
_OUTSIDE = frozenset({"外面", "外边", "外头", "窗外", "屋外"})


def _is_its_roof(items: list[Item], at: int) -> None:
    """ "一只猫坐在屋顶上，下面是小木屋" as "一只猫坐在小木屋上": the roof is that house's."""
    place, before = items[at].options.get("place"), item_at(items, at - 1)
    if place is None or place.id != "rooftop" or not items[at].raw.endswith("上"):
        return
    if before is not None and (before.has("of-the", "place") or kind_of(before) == "building"):
        return
    houses = [n for n, i in enumerate(items) if kind_of(i) == "building" and "place" not in i.options]
    if len(houses) != 1:
        return
    house = items[houses[0]]
    items[at : at + 1] = [house, Item.of("relation", "上", "zh", "on")]
    later = houses[0] + 1
    first = beyond(items, later - 1, _TELLING, -1)
    if later > at and first >= 0 and items[first].raw in _IS_THERE and _is_only_below(items, first - 1):
        del items[first - 1 : later + 1]


_IS_THERE = frozenset({"是", "有"})


def _is_only_below(items: Sequence[Item], at: int) -> bool:
    below, comma = item_at(items, at), item_at(items, at - 1)
    return below is not None and below.has("relation") and comma is not None and comma.has(*_BOUNDS)


def _is_to_a_degree(items: list[Item], at: int) -> None:
    """ "飞得很高": how high it flies says nothing of its size."""
    after, start = item_at(items, at + 1), at
    if not items[at].has("size") or not (after is None or after.has(*_ENDS)):
        return
    while (before := item_at(items, start - 1)) is not None and before.raw in (
        "很",
        "好",
        "真",
        "太",
        "特别",
    ):
        start -= 1
    verb = item_at(items, start - 2)
    linked = before is not None and before.raw in ("得", "的")
    done = verb is not None and verb.has("action", "undrawn") and not verb.has("subject", "trait")
    if linked and done:
        del items[start - 1 : at + 1]


def _jumps_in(items: list[Item], at: int) -> None:
    """ "青蛙跳进水里": into the pond, and not under the sea."""
    water = item_at(items, at + 1)
    place = water.options.get("place") if water is not None else None
    if items[at].raw in _INTO and water is not None and place is not None and water.raw.startswith("水"):
        splash = Item.of("action", "跳", "zh", "jump")
        items[at : at + 2] = [splash, Item("in", "在", "zh"), Item.of("place", "池塘", "zh", "pond")]


_INTO = frozenset({"跳进", "跳入", "跳到", "跳下", "扑进", "扑通跳进"})


def _compares(items: list[Item], at: int) -> None:
    """ "比自己还大的泰迪熊" is a big one."""
    end = next((n for n in range(at + 1, min(at + _FAR, len(items))) if items[n].has("size")), 0)
    link = item_at(items, end + 1)
    if items[at].raw == "比" and end and link is not None and link.has("of-the"):
        items[at : end + 1] = [Item.of("size", "大", "zh", "135")]


_FAR = 5


def _floats(items: list[Item], at: int) -> None:
    """ "河面上漂着一只纸船": a boat on the water does not fly."""
    if items[at].raw not in ("漂着", "漂浮着", "漂", "漂浮") or not items[at].has("action"):
        return
    if any("place" in i.options and i.options["place"].id in _WATERS for i in items):
        items[at] = Item("filler", "停着", "zh")


_WATERS = frozenset({"river", "lake", "sea", "pond", "stream", "pool", "harbor", "bay"})


def _is_not_able(items: list[Item], at: int) -> None:
    """ "胖得走不动路": nobody walks."""
    after = item_at(items, at + 1)
    if (
        items[at].has("action")
        and after is not None
        and after.kind == "unknown"
        and after.raw.startswith(_UNABLE)
    ):
        del items[at]


_UNABLE = ("不动", "不了", "不到", "不上", "不起", "不开", "不着")


_RULES: Sequence[Rule] = (
    _is_heavy, _soaks, _is_that_day, _fears, _goes_for_a_ride, _is_on_the_car, _takes_along, _fastens,
    _looks_out, _is_its_roof, _is_to_a_degree, _jumps_in,
    _compares, _floats, _is_not_able,
)  # fmt: skip
