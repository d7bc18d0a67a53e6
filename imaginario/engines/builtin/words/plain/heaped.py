"""What is one thing in company: a branch that somebody sits on, a stack of old books."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..index import Meaning
from ..items import beyond, item_at
from ..matching import Item

_QUALITIES = ("size", "color", "trait", "mood", "unknown")
_FROM = frozenset({"on", "upon", "onto", "from", "no", "num", "em", "en"})
_PLURAL = ("stacks", "piles", "heaps", "pilhas", "montes", "pilas", "montones")
_STACKS = ("stack", "pile", "heap", "tower", "pilha", "monte", "torre", "pila", "montón", *_PLURAL)
_ZH_STACKS = ("一堆", "一摞", "一叠", "一大堆", "一大摞")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with the branch and the books that can be drawn, where it is these that are meant."""
    told = _mossy(items)
    return _books([_bough(told, at) for at in range(len(told))])


def _mossy(items: Sequence[Item]) -> list[Item]:
    """With the moss of "a mossy branch" last, where it does not part the branch from who is on it."""
    mossy = (at for at, i in enumerate(items) if i.raw.lower() == "mossy")
    moss = dict.fromkeys(at for at in mossy if _is_bough(item_at(items, at + 1)))
    last = [i for at in moss for i in (Item("comma", ",", "en"), items[at])]
    return [*(i for at, i in enumerate(items) if at not in moss), *last]


def _is_bough(item: Item | None) -> bool:
    small = item.options.get("scenery") if item is not None else None
    return small is not None and small.id == "branch"


def _bough(items: Sequence[Item], at: int) -> Item:
    """The branch as a thing of its own where somebody is on it or nothing else is told of."""
    item = items[at]
    small, thing = item.options.get("scenery"), item.options.get("subject")
    if small is None or thing is None or not _is_bough(item):
        return item
    alone = not any(i.has("subject", "role") and i is not item for i in items)
    if not thing.plural and (alone or _is_sat_on(items, at)):
        return replace(item, kind="subject", options={"subject": thing})
    return replace(item, kind="scenery", options={"scenery": small})


def _is_sat_on(items: Sequence[Item], at: int) -> bool:
    after, before = item_at(items, at + 1), item_at(items, at - 1)
    others = any(i.has("subject", "role") and i is not items[at] for i in items)
    if not others or (after is not None and after.has("of")):
        return False
    if items[at].language == "zh":
        if before is not None and before.has("subject", "of-the"):
            return False  # "樱花树枝上"
        there = before is not None and before.raw.endswith(("在", "到"))
        return there or (after is not None and after.raw.startswith("上"))
    start = at - 1
    while (said := item_at(items, start)) is not None and said.has("a", "the", *_QUALITIES):
        start -= 1
    if said is None:
        return False
    where = said.options.get("relation")
    return said.raw.lower() in _FROM or (where is not None and where.id in ("on", "under"))


def _books(items: Sequence[Item]) -> list[Item]:
    """With a stack for "a stack of old books"."""
    found = list(items)
    for at, item in enumerate(items):
        if not (heap := _heap(item)):
            continue
        book = item_at(items, noun := beyond(items, at + 1, _QUALITIES))
        meaning = book.options.get("subject") if book is not None else None
        if book is None or meaning is None or meaning.id != "book":
            continue
        many = heap in _PLURAL
        found[at] = (
            Item.of("count", item.raw, item.language, "several", spelled="several") if many else _one(item)
        )
        stack = Meaning("subject", "book-stack", item.language, book.raw, many)
        found[noun] = Item("subject", book.raw, item.language, {"subject": stack}, book.begins)
    return found


def _one(item: Item) -> Item:
    return Item.of("a", "一" if item.language == "zh" else "a", item.language)


def _heap(item: Item) -> str:
    """The word for a heap in a count: "a stack of", "一摞"; empty where it says something else."""
    said = item.options.get("count")
    if said is None:
        return ""
    if item.language == "zh":
        return item.raw if item.raw.startswith(_ZH_STACKS) else ""
    return next((word for word in said.spelled.split() if word in _STACKS), "")
