"""What a proper name tells beside who it is: that a child is meant, or a place nobody can paint."""

from __future__ import annotations

from .. import people
from ..fold import key
from ..items import POSSESSIVES
from ..matching import Item
from .reading import Reading


def is_given(item: Item) -> bool:
    """Whether an item begins with a given name."""
    return people.is_given(key(item.raw.split()[0]))


def tell_of_a_place(r: Reading, item: Item) -> None:
    """Tell of a name after "in" that nobody knows and nothing is painted for: "in Zaragoza"."""
    before, earlier = r.peek(-1), r.peek(-2)
    of_a_place = before is not None and before.has("of") and earlier is not None and earlier.has("place")
    there = before is not None and before.has("in") and before.raw.lower() in _WHERE
    if (there or of_a_place) and item.raw not in r.unknown and not is_given(item):
        r.unknown.append(item.raw)


_WHERE = frozenset({"in", "em", "en"})


def is_a_child(r: Reading) -> bool:
    """Whether somebody is young or told of with a parent: "Sofia and her grandpa", "Lia, 6 anos"."""
    if _is_of_age(r):
        return True
    link, own, kin = r.peek(1), r.peek(2), r.peek(3)
    linked = link is not None and link.has("and", "with") and own is not None and own.has("the")
    found = kin.options.get("subject") if kin is not None and linked else None
    return found is not None and found.id in _ELDERS and own is not None and own.raw.lower() in _THEIR


_THEIR = POSSESSIVES | {"su", "seu", "sua"}
_ELDERS = frozenset({"mother", "father", "grandmother", "grandfather"})


def _is_of_age(r: Reading) -> bool:
    """Whether a child's age follows: "Alice de 4 anos"."""
    first = r.peek(1)
    at = 2 if first is not None and first.has("of", "comma") else 1
    number, years = r.peek(at), r.peek(at + 1)
    if number is None or years is None or not number.has("number", "count") or key(years.raw) not in _YEARS:
        return False
    said = number.options["count"].id if number.has("count") else number.raw
    return said.isdigit() and int(said) <= _GROWN


_YEARS = frozenset(map(key, ("anos", "ano", "años", "años", "aninhos", "añitos", "岁")))
_GROWN = 12


def is_listed(r: Reading) -> bool:
    """Whether another given name stands beside it in a list: "con maria, jose y un buey"."""
    near = [(r.peek(-1), r.peek(-2)), (r.peek(1), r.peek(2))]
    return is_given(r.item) and any(
        link is not None
        and link.has("comma", "and")
        and name is not None
        and name.kind == "name"
        and is_given(name)
        for link, name in near
    )
