"""By whom the last figure is, where only a pronoun tells: "two soldiers behind him", "un perro a su lado"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..items import item_at
from ..lexicon import meaning as painted
from ..matching import Item
from ..reader.reading import Figure, Reading

_WHOM = frozenset(map(key, {
    "him", "her", "them", "dele", "dela", "deles", "delas", "él", "ella", "ellos", "ellas", "ele", "ela",
    "eles", "elas",
}))  # fmt: skip
_NOUNS = ("subject", "role", "garment", "hat", "part", "unknown", "color", "size", "trait", "mood", "scenery")
_SIDES = frozenset({"side", "sides", "lado", "lados"})
_FEET = frozenset({"feet", "pies", "pes"})
_EACH = frozenset({"each", "either", "both", "cada", "ambos"})
_OWN = frozenset({"his", "her", "its", "their", "sus", "seus"})
_BESIDE = frozenset(map(key, {"a su lado", "ao seu lado"}))
_TELLING = ("subject", "role", "action", "activity", "undrawn", "scenery", "unknown")
_ENDS = ("comma", "stop.", "and")


def plain(items: Sequence[Item]) -> list[Item]:
    """With one item for "behind him", "by her side" and "a cada lado"."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        where, size, each = _told(items, at)
        if where:
            raw = " ".join(i.raw for i in items[at : at + size])
            if len(found) > 1 and key(found[-1].raw) == "que" and found[-2].has(*_ENDS):
                found.pop()  # "y que a su lado un cuervo ..."
            fronted = not found or found[-1].has(*_ENDS)
            found.append(Item.of("whom", raw, items[at].language, where, spelled="each" if each else ""))
            after = item_at(items, at + size)
            size += fronted and after is not None and after.kind == "comma"  # "e, ao lado dela, um sapo"
        else:
            found.append(items[at])
        at += size
    return found


def _told(items: Sequence[Item], at: int) -> tuple[str, int, bool]:
    """The relation to somebody unnamed that is told here, in how many items, and whether at both sides."""
    item, second, third = (item_at(items, at + n) for n in range(3))
    said = item.options.get("relation") if item is not None else None
    if item is None or item.language == "zh":
        return "", 1, False
    if said is not None and said.id != "at_window":
        whose = _is_whose(second, third) or _does_something(third, item_at(items, at + 3))
        if second is not None and key(second.raw) in _WHOM and not whose:
            return said.id, 2, False
        if key(item.raw) in _BESIDE or (item.raw.lower() == "behind" and _is_last(items, at)):
            return said.id, 1, False
    if item.raw.lower() == "behind them" and at and items[at - 1].has(*_TELLING):
        return "behind", 1, False
    if second is not None and third is not None and key(third.raw) in _SIDES | _FEET:
        each = key(second.raw) in _EACH
        by = item.raw.lower() in ("at", "on", "by", "a", "de", "em", "en", "à", "aos")
        if by and key(third.raw) in _FEET and second.raw.lower() in _OWN:
            return "in_front_of", 3, False
        if by and (each or second.raw.lower() in _OWN):
            return "beside", 3, each
    return "", 1, False


def _does_something(deed: Item | None, noun: Item | None) -> bool:
    """English: whether it is what the noun behind it does: "next to her sleeping cat"."""
    doing = deed is not None and deed.language == "en" and deed.raw.lower().endswith("ing")
    return doing and noun is not None and noun.has(*_NOUNS)


def _is_whose(pronoun: Item | None, after: Item | None) -> bool:
    """Whether "her" tells whose the next noun is, and "el" is its article: "bajo el árbol"."""
    if pronoun is None:
        return False
    if pronoun.raw.lower() == "el":
        return after is not None and not after.has(*_ENDS)
    return pronoun.raw.lower() == "her" and after is not None and after.has(*_NOUNS)


def _is_last(items: Sequence[Item], at: int) -> bool:
    after = item_at(items, at + 1)
    return at > 0 and items[at - 1].has(*_TELLING) and (after is None or after.has(*_ENDS))


def tell(r: Reading, item: Item) -> None:
    """Let the last figure, or the next where it is still to come, be by somebody told of before it."""
    said, after, many = item.options["whom"], r.peek(), _is_plural(item)
    where = painted("relations", said.id)
    r.end_of_phrase()
    opens = (before := r.peek(-1)) is None or before.has("and", "comma", "stop.")
    last = len(r.figures) - 1
    if (
        opens
        and after is not None
        and after.has("a", "count", "number")
        and (by := _anchor(r, last + 1, many)) >= 0
    ):
        r.coming.told.update(relation=where, to=by)
        r.fresh = True
        return
    anchor = _anchor(r, last, many)
    if last < 1 or anchor < 0 or "to" in r.figures[last].told or r.figures[last].id is None:
        r.unknown.append(item.raw)
        return
    one = r.figures[last]
    one.told.update(relation=where, to=anchor)
    if said.spelled == "each" and one.told.get("count", 1) == 1:
        one.told["count"] = 2


def _is_plural(item: Item) -> bool:
    return key(item.raw.split()[-1]) in _THEM


_THEM = frozenset(map(key, {"them", "deles", "delas", "eles", "elas", "ellos", "ellas"}))


def _anchor(r: Reading, before: int, many: bool) -> int:
    """Whom a pronoun before a figure means: people rather than animals, who is told of first rather than who
    came along, several for "them"; else the last thing that is drawn. -1 where there is nothing.
    """
    earlier = [i for i in range(before) if _is_there(r.figures[i], before)]
    alive = [i for i in earlier if r.figures[i].alive]
    people = [i for i in alive if _is_somebody(r, r.figures[i])]
    groups = [i for i in alive if int(r.figures[i].told.get("count", 1)) > 1] if many else []
    first = next(iter([*groups, *people, *alive]), None)
    return first if first is not None else next(reversed(earlier), -1)


def _is_somebody(r: Reading, figure: Figure) -> bool:
    return "role" in figure.told or r.is_person(figure)


def _is_there(figure: Figure, at: int) -> bool:
    return figure.id is not None and figure.told.get("to") != at
