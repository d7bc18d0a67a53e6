"""Families: a word such as "family" gives way to those who are named behind it."""

from __future__ import annotations

from collections.abc import Iterator

from .nouns import enter, swallow
from .reading import Figure, Reading

_PARENTS = ("mother", "father")
_RELATIVES = frozenset({
    *_PARENTS, "grandmother", "grandfather", "baby", "boy", "girl", "teenager", "teenage-girl",
})  # fmt: skip
_ELDERS = frozenset({*_PARENTS, "grandmother", "grandfather"})
_LINKS = ("with", "of", "and", "comma")
_TOLD = ("a", "the", "count", "number", "size", "trait", "color", "mood", "filler")


def are_named(r: Reading) -> bool:
    """Whether the family being read is told by its members; who they are the children of comes in then."""
    before = r.peek(-1)
    if before is not None and "subject" in before.options:
        return False  # "penguin family"
    named = set(_members(r))
    if named & set(_PARENTS):
        r.excuse()
        swallow(r)
        return True
    if not named or named & _ELDERS or not {*_PARENTS} <= r.entries.keys():
        return False
    r.pending.pop("count", None)
    adjectives = dict(r.pending)
    for ident in _PARENTS:
        r.pending = dict(adjectives)
        enter(r, Figure(ident, "", True), False, r.entries[ident])
        r.joined = "and"
    r.end_of_phrase()
    return True


def _members(r: Reading) -> Iterator[str]:
    """Who is listed behind: "a family with two kids", "mi familia: mi mamá, mi papá y yo"."""
    linked, at = False, 1
    while (item := r.peek(at)) is not None and item.raw not in (".", "。", "!", "?", "！", "？"):
        found = item.options.get("subject")
        if found is not None and found.id in _RELATIVES and linked:
            yield found.id
        elif linked and "scenery" in item.options and item.options["scenery"].id == "child":
            yield "girl"
        if not item.has(*_TOLD):
            linked = item.has(*_LINKS) or item.raw in (":", "：")
        at += 1
