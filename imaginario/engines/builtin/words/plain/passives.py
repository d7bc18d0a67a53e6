"""Deeds told by who has them done, put the usual way round: "a cat chased by a dog", "fugindo de um boi"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from ..fold import key
from ..index import build
from ..items import (
    beyond,
    is_alive,
    is_told_of,
    item_at,
    kind_of,
    one_of,
)
from ..lexicon import listed, table
from ..matching import Item

_TELLING = ("a", "the", "count", "number", "color", "size", "trait", "mood", "of-the")
_AFTER = ("color", "size", "trait", "mood")
_BOUNDS = ("comma", "stop.")
_DEEDS = ("action", "activity", "undrawn")
_WORN = ("garment", "hat", "glasses", "part")
_GOVERNING = ("with", "in", "on", "of", "wearing", "dressed", "relation", "at", *_DEEDS)
"""Behind these a noun only tells of another before it: "a boy in a red coat chased by a goose"."""
_BEING = frozenset({
    "being", "sendo", "siendo", "that", "which", "who", "que", "is being", "está sendo", "está siendo",
    "se", "está", "are being",
})  # fmt: skip
_LONGEST = 6
"""Items that a deed and its small word may be."""
_CONTRACTED = frozenset({"pelo", "pela", "pelos", "pelas", "do", "da", "dos", "das", "del"})


class _Passive(NamedTuple):
    """What the words of a row say."""

    active: str
    sort: str
    """"from", "any" or nothing: the first of those that its row has."""


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with whoever does it before the deed, and whom it is done to behind."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        if found[at].language == "zh":
            _turn_chinese(found, at)
        else:
            _turn(found, at)
    return found


@cache
def _phrases(language: str) -> Mapping[str, _Passive]:
    """Every way to say one of the deeds and by whom, by its folded words."""
    rows = table("passives")
    found: dict[str, _Passive] = {}
    for name, row in rows.items():
        if name in ("by", "from"):
            continue
        active, *others = listed(row[language])
        links = listed(rows["from" if row.get("from") else "by"][language])
        sort = next((s for s in ("from", "any") if row.get(s)), "")
        for word in (form for other in others for form in _forms(other, language)):
            for said in [word] if row.get("whole") else [f"{word} {link}" for link in links]:
                found.setdefault(key(said), _Passive(active, sort))
    return found


_LETTERS = 2


@cache
def _beginnings(language: str) -> frozenset[str]:
    """The first letters of all these phrases: most words are none of them, and soon passed by."""
    return frozenset(phrase[:_LETTERS] for phrase in _phrases(language))


def _forms(word: str, language: str) -> Iterator[str]:
    """The word, and where it is a participle, its feminine and its plurals."""
    yield word
    if language in ("pt", "es") and key(word).endswith(("do", "to")):
        yield from (word[:-1] + end for end in ("a", "os", "as"))


def _turn(found: list[Item], at: int) -> None:
    passive, size = _said(found, at)
    if passive is None:
        return
    end = _end_of_doers(found, at + size, passive.sort == "any")
    stop = at
    while stop and (found[stop - 1].has("be") or found[stop - 1].raw.lower() in _BEING):
        stop -= 1
    begin, last = _sufferers(found, stop), stop
    if begin == stop and stop == 0 and end and (link := item_at(found, end)) is not None:
        begin, last = end + link.has("comma"), _end_of_doers(found, end + link.has("comma"), True)
        stop, begin_of_all, end_of_all = last, 0, last
    else:
        begin_of_all, end_of_all = begin, end
    if not end or begin >= last:
        return
    doers = [*_article(found[at + size - 1]), *found[at + size : end]]
    deed = _active(passive.active, found[at].language)
    if not _may_suffer(found[begin:last], deed, passive.sort, item_at(found, end)):
        return
    told = found[begin:last]
    if deed.has("relation"):
        found[begin_of_all:end_of_all] = _among(told, doers, deed)
    else:
        found[begin_of_all:end_of_all] = [*doers, deed, *told]


def _among(told: list[Item], doers: list[Item], deed: Item) -> list[Item]:
    """ "A girl, and cats around the girl"; Portuguese and Spanish trades are not met again so."""
    head = next(i for i in reversed(told) if _is_somebody(i, anything=True))
    if deed.language != "en" and not head.has("subject"):
        return [*doers, deed, *told]
    the = Item.of("the", "the", deed.language)
    return [*told, Item.of("and", "and", deed.language), *doers, deed, the, one_of(head)]


def _may_suffer(told: Sequence[Item], deed: Item, sort: str, after: Item | None) -> bool:
    """Whether those may have it done: nobody but the living flees, a table is only among its chairs, and
    who is surrounded and does something besides does it alone.
    """
    if sort == "from":
        return any(map(is_alive, told)) or any(map(_is_folk, told))
    busy = any(i.has(*_DEEDS) for i in (*told, *([after] if after is not None else [])))
    return not (deed.has("relation") and (busy or any(kind_of(i) == "furniture" for i in told)))


def _said(items: Sequence[Item], at: int) -> tuple[_Passive | None, int]:
    """The deed that begins at an index with its small word, and how many items both are."""
    language = items[at].language or "en"
    if items[at].raw[:_LETTERS].lower() not in _beginnings(language):
        return None, 0
    known, words = _phrases(language), ""
    found: tuple[_Passive | None, int] = None, 0
    for size, item in enumerate(items[at : at + _LONGEST], 1):
        if item.has(*_BOUNDS):
            break
        words = f"{words} {key(item.raw)}".strip()
        if (passive := known.get(words)) is not None:
            found = passive, size
    return found


def _article(link: Item) -> list[Item]:
    """The article that a small word holds: "pelo", "del", "por um"."""
    last = link.raw.lower().split()[-1]
    if last in _CONTRACTED:
        return [Item.of("the", "the", link.language)]
    some = last in ("um", "uma", "un", "una", "dum", "duma")
    return [Item.of("a", last, link.language)] if some else []


def _active(word: str, language: str) -> Item:
    """The item of a deed told the usual way."""
    meanings = [m for m in build().meanings(key(word)) if m.language == language]
    options = {m.kind: m for m in reversed(meanings)}
    return Item(meanings[0].kind if meanings else "unknown", word, language, options)


def _is_somebody(item: Item | None, anything: bool = False) -> bool:
    if item is None or item.has(*_WORN):
        return False
    return is_alive(item) or is_told_of(item) if anything else is_alive(item) or _is_folk(item)


def _is_folk(item: Item) -> bool:
    return is_told_of(item) and not item.has("subject", "role")


def _end_of_doers(items: Sequence[Item], at: int, anything: bool) -> int:
    """Where those end who are told of from an index on; 0 where nobody is."""
    noun = beyond(items, at, _TELLING)
    if not _is_somebody(item_at(items, noun), anything):
        return 0
    end = noun + 1
    while (item := item_at(items, end)) is not None and item.has("subject", "role") and not item.has(*_DEEDS):
        end += 1
    if items[noun].language != "en":
        end = beyond(items, end, _AFTER)
    end = _end_of_clothes(items, end)
    return _with_another(items, end, anything)


def _end_of_clothes(items: Sequence[Item], at: int) -> int:
    link = item_at(items, at)
    if link is None or not link.has("with", "in", "wearing", "of"):
        return at
    noun = beyond(items, at + 1, _TELLING)
    worn = item_at(items, noun)
    return beyond(items, noun + 1, _AFTER) if worn is not None and worn.has(*_WORN) else at


def _with_another(items: Sequence[Item], end: int, anything: bool) -> int:
    """Where the next one ends of "by a dog and a cat", unless that one does something else."""
    link = item_at(items, end)
    if link is None or link.kind != "and" or not (more := _end_of_doers(items, end + 1, anything)):
        return end
    after = item_at(items, more)
    return end if after is not None and after.has("be", *_DEEDS) else more


def _sufferers(items: Sequence[Item], stop: int) -> int:
    """Where those begin whom it is done to and who are told of right before an index; there if nobody is."""
    begin = at = stop
    while (noun := _noun_before(items, at)) >= 0:
        while noun and items[noun - 1].has("subject", "role") and not items[noun - 1].has("color", *_DEEDS):
            noun -= 1  # "a mother duck"
        begin = start = beyond(items, noun - 1, _TELLING, -1) + 1
        if items[begin - 1 : begin] and items[begin].has("of-the") and items[begin].language == "zh":
            return _clause(items, begin)  # "穿红裙子的女孩被鹅追"
        link = item_at(items, start - 1)
        if link is None or not _goes_on(items, start - 1, noun):
            break
        at = start - 1
    return begin


def _noun_before(items: Sequence[Item], at: int) -> int:
    """The last noun before an index in its clause; -1 for none."""
    for n in range(at - 1, max(-1, at - _REACH), -1):
        if items[n].has(*_BOUNDS) or (items[n].kind == "and" and n < at - 1):
            return -1
        if is_told_of(items[n]) and not items[n].has(*_WORN, "color"):
            return n
    return -1


_REACH = 9
"""Items between a deed and the noun that has it done."""


def _goes_on(items: Sequence[Item], link: int, noun: int) -> bool:
    """Whether the noun behind a link only tells of another, or is one of two."""
    before = item_at(items, beyond(items, link - 1, _AFTER, -1))
    if items[link].kind == "and":
        return is_alive(items[noun]) and is_alive(before)
    if items[link].has(*_DEEDS):
        return not is_alive(items[noun])
    return items[link].has(*_GOVERNING) and _noun_before(items, link) >= 0


def _turn_chinese(found: list[Item], at: int) -> None:
    """ "狗被猫追" as "猫追狗", "男孩逃离熊" as "熊追男孩", "老人后面跟着鸭子" as "鸭子跟着老人"."""
    if found[at].raw in _by():
        feels = any(i.has("trait") and i.options["trait"].id == "scared" for i in found[at + 1 : at + _NEAR])
        return None if feels else _turn_by(found, at)  # "被黄瓜吓得跳起来" tells how one feels
    behind = at > 0 and found[at].raw in _TAGGING and found[at - 1].raw in _BEHIND
    if not behind and found[at].raw not in _flights():
        return None
    stop = at - behind
    end, begin = _end_of_doers(found, at + 1, False), _sufferers(found, stop)
    if end and begin < stop:
        deed = _active(_phrases_behind()[found[at].raw], "zh")
        found[begin:end] = [*found[at + 1 : end], deed, *found[begin:stop]]
    return None


_NEAR = 5
_TAGGING = frozenset({"跟着"})
_BEHIND = frozenset({"后面", "身后", "后头", "后边", "背后"})


def _turn_by(found: list[Item], at: int) -> None:
    end = _end_of_doers(found, at + 1, True)
    start = end
    while end and (item := item_at(found, end)) is not None and item.raw in _FORCEFULLY:
        end += 1
    verb, more = (item_at(found, end), item_at(found, end + 1)) if end else (None, None)
    if verb is not None and more is not None and verb.raw + more.raw in _phrases_behind():
        found[end : end + 2] = [Item("unknown", verb.raw + more.raw, "zh")]
        verb = found[end]
    deed, after = _done(verb), item_at(found, end + 1)
    if deed is None:
        return
    doers = found[at + 1 : start]
    if _phrases_behind().get(found[end].raw) in _ALL_AROUND and not any(i.has("count") for i in doers):
        doers = [*doers[:-1], _several(doers[-1])]
    if after is not None and after.has("of-the"):
        last = _end_of_doers(found, end + 2, True)
        if last:
            found[at:last] = [*doers, deed, *found[end + 2 : last]]
        return
    begin = _sufferers(found, at)
    if begin < at:
        found[begin : end + 1] = [*doers, deed, *found[begin:at]]


_ALL_AROUND = frozenset({"围着"})
"""What takes several to do it."""


def _several(item: Item) -> Item:
    return replace(item, options={kind: m._replace(plural=True) for kind, m in item.options.items()})


_FORCEFULLY = frozenset({"给", "用力", "狠狠"})


def _done(verb: Item | None) -> Item | None:
    """The deed of a verb behind "被" as it is told the usual way; None for no deed."""
    if verb is None or verb.has(*_BOUNDS):
        return None
    if (active := _phrases_behind().get(verb.raw)) is not None:
        return _active(active, "zh")
    return verb if verb.has("action", "undrawn") else None


def _clause(items: Sequence[Item], at: int) -> int:
    """Where the clause begins in which an item stands."""
    return next((n + 1 for n in range(at - 1, -1, -1) if items[n].has(*_BOUNDS)), 0)


@cache
def _phrases_behind() -> Mapping[str, str]:
    """The usual way to say each Chinese verb behind "被"."""
    rows = {name: row for name, row in table("passives").items() if name not in ("by", "from")}
    found: dict[str, str] = {}
    for row in rows.values():
        active, *others = listed(row["zh"])
        found |= {word: active for word in others if word not in found}
    return found


@cache
def _by() -> frozenset[str]:
    return frozenset(listed(table("passives")["by"]["zh"]))


@cache
def _flights() -> frozenset[str]:
    rows = (row for row in table("passives").values() if row.get("from"))
    return frozenset(word for row in rows for word in listed(row["zh"])[1:])
