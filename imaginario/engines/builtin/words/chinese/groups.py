"""Chinese groups that are told one by one: "两只猫，一只黑色，一只白色", "四个人，其中一个是熊猫"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..index import Meaning
from ..matching import Item
from .doings import is_somebody

_NOUNS = ("subject", "role", "scenery", "unknown", "name", "garment", "hat", "part", "sky")
_ADJECTIVES = ("color", "size", "trait", "mood", "of-the")
_BOUNDS = ("comma", "and")
_REACH = 4
"""How many items behind its number the noun of a group may stand."""


def apart(items: Sequence[Item]) -> list[Item]:
    """The items with every member of a group as a phrase of its own."""
    return _one_by_one(_among(_the_rest(_big_and_small(_some(list(items))))))


def _some(items: list[Item]) -> list[Item]:
    """With one of them for each "有的": "到处都是猫，有的睡觉，有的打架"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        opens = at + 1 < len(items) and item.raw == "有" and items[at + 1].has("of-the")
        noun = next((i for i in reversed(found) if "subject" in i.options), None)
        if opens and noun is not None and found[-1].has(*_BOUNDS):
            found += [Item.of("count", "一只", "zh", "1"), noun]
        elif not (item.has("of-the") and at and items[at - 1].raw == "有" and found[-1] is not items[at - 1]):
            found.append(item)
    return found


def _big_and_small(items: list[Item]) -> list[Item]:
    """With "一只大猫" and "一只小猫" for "两只猫，一大一小", and what "大的" and "小的" do behind theirs."""
    at = next((n for n in range(len(items) - 3) if _are_one_each(items[n : n + 4])), None)
    if at is None:
        return items
    number = next((n for n in (at + 4, *range(at - 1, -1, -1)) if _counts_two(items, n)), None)
    noun = _noun(items, number) if number is not None else None
    if number is None or noun is None:
        return items
    one, other = items[at + 1], items[at + 3]
    first, last = min(number, at), max(noun + 1, at + 4)
    comma = Item("comma", ",")
    each = (_few(items[at]), _few(items[at + 2]))
    if sum(each) != _value(items[number]):
        return items
    ones = [
        _phrase(items, last, who, _counted(items[number], n), items[noun])
        for who, n in zip((one, other), each, strict=True)
    ]
    rest = items[max(last, *(end for _, end in ones)) :]
    return [*items[:first], *ones[0][0], comma, *ones[1][0], *rest]


def _phrase(items: list[Item], at: int, who: Item, number: Item, noun: Item) -> tuple[list[Item], int]:
    """The big or the small one with what is told of it behind `at`, and where that ends."""
    said = [number, who, noun]
    own = next((n for n in range(at, len(items) - 1) if _is_own(items, n, who)), None)
    if own is None:
        return said, at
    end = next((n for n in range(own, len(items)) if items[n].has("comma", "stop.")), len(items))
    return [*said, *items[own + 2 : end]], end


def _is_own(items: Sequence[Item], at: int, who: Item) -> bool:
    return items[at].raw == who.raw and items[at + 1].has("of-the")


def _are_one_each(four: Sequence[Item]) -> bool:
    return all(_few(i) for i in four[::2]) and all(i.has("size", "color", "trait") for i in four[1::2])


def _few(item: Item) -> int:
    """The number of a few of them: "一" and "两" without a measure word; 0 where it is none."""
    return {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}.get(item.raw, 0)


def _counts_two(items: Sequence[Item], at: int) -> bool:
    return at < len(items) and _value(items[at]) >= _PAIR and len(items[at].raw) > 1


_PAIR = 2


def _the_rest(items: list[Item]) -> list[Item]:
    """With a number for the others: "五只猴子，一只在吃香蕉，其余的在睡觉" are one and four."""
    rest = next((n for n, i in enumerate(items) if i.raw in _OTHERS), None)
    group = _group(items, rest) if rest is not None else None
    if rest is None or group is None:
        return items
    ones = [n for n in range(group[1] + 1, rest) if _value(items[n]) and not _has_noun(items, n + 1)]
    told = sum(_value(items[n]) for n in ones)
    number, noun = items[group[0]], items[group[1]]
    if not ones or not 0 < told < _value(number):
        return items
    behind = items[rest + 1 :]
    behind = behind[1:] if behind and behind[0].has("of-the") else behind
    behind = behind[1:] if behind and behind[0].kind == "be" else behind
    items[rest:] = [_counted(number, _value(number) - told), *_with_noun(behind, noun)]
    for n in reversed(ones):
        items[n + 1 : rest] = _with_noun(items[n + 1 : rest], noun)
    return [*items[: group[0]], *items[ones[0] :]]


_OTHERS = frozenset({"其余", "其他", "剩下", "其它", "别的", "剩余", "其余的", "剩下的", "其他的"})


def _among(items: list[Item]) -> list[Item]:
    """With "三个人" and "一个熊猫" for "四个人，其中一个是熊猫"."""
    at = next((n for n in range(1, len(items) - 2) if _opens_some(items[n], items[n + 1])), None)
    if at is None or (group := _group(items, at)) is None:
        return items
    number, noun = group
    rest = items[at + 2 :]
    few = _value(rest[0])
    if not 0 < few < _value(items[number]):
        return items
    items[number] = _counted(items[number], _value(items[number]) - few)
    behind = rest[2:] if len(rest) > 1 and rest[1].kind == "be" else rest[1:]
    return [*items[:at], rest[0], *_with_noun(behind, items[noun])]


def _opens_some(one: Item, other: Item) -> bool:
    """Whether the words say that some of them follow: "其中", "最后"."""
    return (one.raw, other.raw) in (("其", "中"), ("最", "后"), ("最", "前"))


def _one_by_one(items: list[Item]) -> list[Item]:
    """Without the group itself where all of it is told: "一只黑色猫，一只白色猫"."""
    for at in range(len(items)):
        noun = _noun(items, at)
        deeds = _deeds_behind(items, noun) if noun is not None else []
        if noun is None or not _is(items, noun + 1 + len(deeds), "comma"):
            continue
        starts = [n + 1 for n in range(noun + 1, len(items) - 1) if _may_end(items, n)]
        ones = [n for n in starts if _value(items[n]) and not _has_noun(items, n + 1)]
        if len(ones) > 1 and sum(_value(items[n]) for n in ones) == _value(items[at]):
            for n in reversed(ones):
                items[n] = _counted(items[n], 1) if items[n].raw.startswith("另一") else items[n]
                items[n + 1 :] = _with_noun(items[n + 1 :], items[noun])
            return [*items[:at], *(_all_do(items[noun + 2 + len(deeds) :], deeds))]
    return _without_a_number(items)


def _may_end(items: Sequence[Item], at: int) -> bool:
    """Whether one of a group may be told of up to here: "一辆红的一辆蓝的"."""
    linked = items[at].has("of-the") and items[at - 1].has("color", "size")
    return linked or items[at].has(*_BOUNDS, "color", "size")


def _deeds_behind(items: Sequence[Item], noun: int) -> list[Item]:
    """What all of a group do: "两只小猫在打架，一只黑的，一只白的"."""
    end = next((n for n in range(noun + 1, len(items)) if items[n].has("comma", "stop.")), noun + 1)
    said = list(items[noun + 1 : end])
    deeds = any(i.has("action", "undrawn", "activity") for i in said)
    return said if deeds and all(_is_of_a_deed(i) for i in said) else []


def _is_of_a_deed(item: Item) -> bool:
    """Whether it is a deed, where it is done, or a thing that it is done to: "在体育场抢一个球"."""
    thing = item.has("subject", "number", "count", "place", "in") and not is_somebody(item)
    return item.raw in _GOING_ON or item.has("action", "undrawn", "activity", "relation") or thing


_STOPS = ("comma", "stop.")
_GOING_ON = frozenset({"在", "正在", "正", "着", "一起"})


def _all_do(items: list[Item], deeds: Sequence[Item]) -> list[Item]:
    """The members, linked by "和" where they do something together, which is told at the end."""
    if not deeds:
        return items
    last_one = max((n for n, i in enumerate(items) if _value(i) and _has_noun(items, n + 1)), default=0)
    end = next((n for n, i in enumerate(items) if n > last_one and i.has(*_STOPS)), len(items))
    linked = [Item.of("and", "和", "zh") if i.has("comma") else i for i in items[:end]]
    last = linked[-1] if linked else None
    return [*(linked[:-1] if last is not None and last.has("of-the") else linked), *deeds, *items[end:]]


def _without_a_number(items: list[Item]) -> list[Item]:
    """The same where the group has no number: "蚂蚁搬家，一只举着饼干，一只扛着米"."""
    head = next((n for n, i in enumerate(items) if "subject" in i.options), None)
    if head is None or (head and items[head - 1].has(*_ADJECTIVES, "count", "number")):
        return items
    starts = [n + 1 for n in range(head + 1, len(items) - 1) if items[n].has(*_BOUNDS)]
    ones = [n for n in starts if _value(items[n]) == 1 and not _has_noun(items, n + 1)]
    if len(ones) < _PAIR:
        return items
    for n in reversed(ones):
        items[n] = _counted(items[n], 1)
        items[n + 1 :] = _with_noun(items[n + 1 :], items[head])
    return [*items[:head], *items[head + 1 :]]


def _group(items: Sequence[Item], end: int) -> tuple[int, int] | None:
    """Where the last number before `end` and its noun stand."""
    for at in range(end - 1, -1, -1):
        noun = _noun(items, at)
        if noun is not None and noun < end:
            return at, noun
    return None


def _noun(items: Sequence[Item], at: int) -> int | None:
    """Where the noun of the number at `at` stands; None where that is no number or has none."""
    if not _value(items[at]):
        return None
    for n in range(at + 1, min(at + _REACH, len(items))):
        if items[n].has("subject", "role", "scenery") and not items[n].has("color"):
            return n
        if not items[n].has(*_ADJECTIVES):
            return None
    return None


def _has_noun(items: Sequence[Item], at: int) -> bool:
    while at < len(items) and items[at].has(*_ADJECTIVES):
        at += 1
    return at < len(items) and items[at].has(*_NOUNS)


def _with_noun(items: Sequence[Item], noun: Item) -> list[Item]:
    """The items with `noun` behind their first adjectives, where these have none."""
    if not items or _has_noun(items, 0):
        return list(items)
    at = 0
    while at < len(items) and items[at].has(*_ADJECTIVES):
        at += 1
    return [*items[:at], noun, *items[at:]]


def _is(items: Sequence[Item], at: int, kind: str) -> bool:
    return at < len(items) and items[at].kind == kind


def _value(item: Item) -> int:
    if item.raw.startswith("另一"):
        return 1
    said = item.options.get("count")
    text = (
        said.id if said is not None and said.language == "zh" else item.raw if item.kind == "number" else ""
    )
    return int(text) if text.isdigit() else 0


def _counted(item: Item, number: int) -> Item:
    return replace(item, kind="count", options={"count": Meaning("count", str(number), "zh", item.raw)})
