"""Chinese phrases in words that the reader knows: who is on a back, on one of them, on board, between two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ... import vocabulary
from ..index import build
from ..items import (
    Rule,
    beyond,
    by_rules,
    item_at,
    kind_of,
    number_of,
)
from ..lexicon import meaning as painted
from ..matching import Item
from .doings import is_somebody

_TELLING = ("count", "number", "color", "size", "trait", "mood", "of-the", "a", "the", "filler")
_CLOTHES = ("garment", "hat", "glasses")
_ENDS = ("comma", "stop.")


def told(items: Sequence[Item]) -> list[Item]:
    """The items with each of these phrases in other words."""
    return by_rules(items, _RULES)


def _in() -> Item:
    return Item("in", "在", "zh")


def _where(word: str, ident: str) -> Item:
    return Item.of("relation", word, "zh", ident)


def _thing(item: Item | None) -> str:
    """The id of what an item may name; empty where it names nothing that is drawn."""
    known = item.options.get("subject") if item is not None else None
    return known.id if known is not None else ""


def _last(items: Sequence[Item], at: int, fits: Callable[[Item], bool]) -> Item | None:
    return next((items[n] for n in range(at - 1, -1, -1) if fits(items[n])), None)


def _told_of(items: Sequence[Item], at: int) -> int:
    """Where the somebody stands whom a phrase from `at` on tells of, with what they wear; -1 for nobody."""
    worn = False
    while (item := item_at(items, at)) is not None:
        if is_somebody(item):
            return at
        if not item.has("wearing", *_TELLING) and not (worn and item.has(*_CLOTHES)):
            return -1
        worn = worn or item.has("wearing")
        at += 1
    return -1


def _is_carried(items: list[Item], at: int) -> None:
    """ "爸爸背着女儿走" as "爸爸走，女儿在爸爸的背上"."""
    upon = _UPON_WHAT.get(items[at].raw, "")
    borne = _told_of(items, at + 1) if upon else -1
    if borne < 0:
        return
    behind = _told_of(items, borne + 1) if _is_link(item_at(items, borne + 1)) else -1
    carrier = items[behind] if behind > 0 else _last(items, at, is_somebody)
    if carrier is None:
        return
    end = _end_of_talk(items, max(borne, behind) + 1)
    there = [
        Item("comma", ","),
        *items[at + 1 : borne + 1],
        _in(),
        _plain(carrier),
        _where(f"的{upon}上", "on"),
    ]
    items[end:end] = there
    del items[at : behind if behind > 0 else borne + 1]


_UPON_WHAT = {
    "背": "背",
    "背着": "背",
    "背起": "背",
    "背上了": "背",
    "驮着": "背",
    "扛着": "肩",
    "扛起": "肩",
}


def _plain(noun: Item) -> Item:
    """The noun without the deeds it may be, too."""
    options = {kind: m for kind, m in noun.options.items() if kind not in ("action", "activity")}
    return replace(noun, kind=next(iter(options)), options=options) if options else noun


def _is_link(item: Item | None) -> bool:
    return item is not None and item.has("of-the")


def _end_of_talk(items: Sequence[Item], at: int) -> int:
    """Where the clauses end that still tell of the same one: those that begin with a deed or a part."""
    while (item := item_at(items, at)) is not None:
        after = item_at(items, at + 1)
        goes_on = after is not None and after.has("action", "activity", "undrawn", "part", "relation")
        if item.kind in _ENDS and not (item.kind == "comma" and goes_on):
            break
        at += 1
    return min(at, len(items))


def _is_one_of_them(items: list[Item], at: int) -> None:
    """ "落在其中一个人的头上" as on those who were told of in number."""
    one, noun = item_at(items, at + 2), item_at(items, at + 3)
    said = [i.raw for i in items[at : at + 2]]
    if said != ["其", "中"] or one is None or number_of(one) != 1 or not at or items[at - 1].has(*_ENDS):
        return
    size = 4 if noun is not None and (is_somebody(noun) or noun.raw == "人") else 3
    where = item_at(items, at + size)
    if where is not None and where.has("of-the"):
        where = item_at(items, at + size + 1)
    group = _group(items, at)
    if group is not None and where is not None and where.has("relation"):
        items[at : at + size] = [_plain(group)]


def _group(items: Sequence[Item], at: int) -> Item | None:
    """Those who were told of in number last."""
    for n in range(at - 1, -1, -1):
        if number_of(items[n]) > 1 and (noun := _told_of(items, n + 1)) > 0:
            return items[noun]
    return None


def _is_between(items: list[Item], at: int) -> None:
    """ "他们中间" and "两棵树中间" is between them."""
    before = item_at(items, at - 1) if at else None
    if items[at].raw not in ("中间", "之间") or before is None:
        return
    told = next((n for n in range(at - 2, -1, -1) if not items[n].has(*_TELLING)), -1) + 1
    two = any(number_of(i) > 1 for i in items[told : at - 1]) and bool(_thing(before))
    if two or before.raw in _THEM:
        items[at] = _where(items[at].raw, "between")


_THEM = frozenset({"他们", "她们", "它们", "他俩", "她俩", "俩人", "两人", "两个人", "二人", "大家"})


def _is_on_board(items: list[Item], at: int) -> None:
    """The bow and the deck are those of the vessel that was told of before: "竹筏 … 船头"."""
    item, before = items[at], item_at(items, at - 1) if at else None
    after = item_at(items, at + 1)
    part = item.raw in _PARTS_OF_SHIPS
    again = item.raw in _SHIPS and after is not None and after.has("relation")
    told_of = before is not None and before.has(*_TELLING) and not before.raw.endswith("在")
    if not (part or again) or told_of:
        return
    ship = _last(items, at, lambda i: _thing(i) in _AFLOAT)
    if ship is None or (again and _thing(ship) == _thing(item)):
        return
    there = after is not None and after.has("relation")
    items[at : at + 1] = [_plain(ship), *([] if there else [_where("上", "on")])]


_PARTS_OF_SHIPS = frozenset({"船头", "船尾", "船舷", "甲板", "船边"})
_SHIPS = frozenset({"船", "船儿", "小船"})
_AFLOAT = frozenset({
    "boat", "jangada", "canoe", "ship", "sailboat", "pirate-ship", "viking-ship", "motorboat", "gondola",
    "dragon-boat", "yacht", "paper-boat",
})  # fmt: skip


def _is_poled(items: list[Item], at: int) -> None:
    """Who pushes a raft along with a pole is on it, and the pole is told of: "撑着竹筏"."""
    raft, where = item_at(items, at + 1), item_at(items, at + 2)
    if items[at].raw not in _POLING or _thing(raft) not in _AFLOAT or raft is None:
        return
    on = [] if where is not None and where.has("relation") else [_where("上", "on")]
    items[at : at + 2] = [Item.of("undrawn", "撑篙", "zh", "steering-a-raft"), _in(), raft, *on]


_POLING = frozenset({"撑着", "撑", "撑起"})


def _leans(items: list[Item], at: int) -> None:
    """Who leans on a wall or a tree does not sleep: "靠在柱子旁边"."""
    noun, where = item_at(items, at + 1), item_at(items, at + 2)
    who = _last(items, at, lambda i: i.has("subject", "role", "scenery", *_ENDS))
    known = _last(items, at, is_somebody)
    thing = who is not None and bool(_thing(who)) and not is_somebody(who)
    if items[at].raw not in _LEANING or noun is None or known is None or thing:
        return
    entry = vocabulary.load().get(_thing(noun))
    soft = entry is not None and (entry.kind == "furniture" or entry.id in _SOFT)
    lap = where is not None and where.raw.startswith(("怀", "的怀", "背", "的背", "身上", "肩"))
    if not (lap or (soft and where is not None and where.raw[:1] in ("上", "里"))):
        upright = where is None or where.raw in ("上", "上面") or not where.has("relation")
        if upright and noun.has("subject"):
            over = where is not None and where.has("relation")
            items[at + 2 : at + 2 + over] = [_where("旁", "beside")]
        items[at : at + 1] = [Item.of("undrawn", "斜倚着", "zh", "leaning"), _in()]


_LEANING = frozenset({"靠在", "倚在", "倚靠在", "斜靠在", "靠着", "倚着"})
_SOFT = frozenset({"pillow", "picnic-blanket", "hammock"})


def _rummages(items: list[Item], at: int) -> None:
    """ "翻垃圾桶" is looking for something, where "翻书" is reading."""
    if items[at].raw not in ("翻", "翻着") or items[at].kind != "unknown":
        return
    noun = item_at(items, at + 1 if not _follows(items, at, "着") else at + 2)
    if noun is not None and noun.has("subject", "unknown") and _thing(noun) not in _READ:
        items[at] = Item.of("undrawn", "翻找", "zh", "rummaging")


_READ = frozenset({"book", "newspaper", "map", "letter", "notebook", "pancake"})


def _follows(items: Sequence[Item], at: int, raw: str) -> bool:
    after = item_at(items, at + 1)
    return after is not None and after.raw == raw


def _is_a_pail(items: list[Item], at: int) -> None:
    """A wooden tub that is carried or has somebody in it is a pail, and no barrel: "提着木桶"."""
    before, after = item_at(items, at - 1) if at else None, item_at(items, at + 1)
    carried = before is not None and before.raw.startswith(_CARRYING)
    inside = after is not None and after.raw in ("里", "里面", "中", "内")
    pail = next((m for m in build().phrases.get("水桶", ()) if m.kind == "subject"), None)
    if items[at].raw == "木桶" and (carried or inside) and pail is not None:
        items[at] = replace(items[at], options={"subject": pail})


def _heaves(items: list[Item], at: int) -> None:
    """ "搬木箱" is done to the crate that is there."""
    noun = _told_of_thing(items, at + 1)
    if items[at].raw == "搬" and noun is not None:
        items[at] = Item.of("undrawn", "搬动", "zh", "heaving")


def _queues(items: list[Item], at: int) -> None:
    """ "摊位前排队" is queueing in front of it, and no front row."""
    if items[at].raw == "前排" and _follows(items, at, "队"):
        items[at : at + 2] = [_where("前", "in_front_of"), Item.of("undrawn", "排队", "zh", "queueing")]


def _hugs(items: list[Item], at: int) -> None:
    """ "拥抱着妻子" is done to her, where "两人拥抱" is done by both."""
    start = at + 2 if _follows(items, at, "着") or _follows(items, at, "了") else at + 1
    if items[at].raw == "拥抱" and _told_of(items, start) > 0:
        items[at:start] = [Item.of("undrawn", "拥抱住", "zh", "hugging-somebody")]


def _told_of_thing(items: Sequence[Item], at: int) -> Item | None:
    """The thing that is drawn and that a phrase from `at` on names."""
    item = item_at(items, beyond(items, at, _TELLING))
    return item if item is not None and _thing(item) and not is_somebody(item) else None


def _takes_a_seat(items: list[Item], at: int) -> None:
    """Who sits at a table or on what nobody can draw and does something else is seen doing that."""
    if items[at].raw not in _SITTING:
        return
    end = next((n for n in range(at, len(items)) if items[n].has(*_ENDS)), len(items))
    behind = items[at + 1 : end]
    where = next((n for n, i in enumerate(behind) if i.has("relation")), -1)
    busy = any(_is_pose(item) for item in behind[where + 1 :])
    beside = where > 0 and behind[where].options["relation"].id == "beside"
    strange = where > 0 and behind[where - 1].kind == "unknown"
    plays = where > 0 and kind_of(behind[where - 1]) == "instrument"
    if busy and (beside or strange) and not plays:
        items[at : at + 1] = [Item.of("undrawn", "就座", "zh", "taking-seats"), _in()]


_SITTING = frozenset({"坐在", "围坐在", "围坐"})


def _is_pose(item: Item) -> bool:
    """Whether it is a deed that is drawn otherwise than sitting."""
    deed = item.options.get("action")
    pose = painted("actions", deed.id) if deed is not None else ""
    return bool(pose) and pose not in ("sit", "hold", "sleep", "read")


_CARRYING = ("提", "拎", "拿", "挑", "端", "抱")

_RULES: Sequence[Rule] = (
    _is_poled, _is_on_board, _is_one_of_them, _is_between, _leans, _rummages, _is_a_pail, _is_carried,
    _heaves, _queues, _hugs, _takes_a_seat,
)  # fmt: skip
