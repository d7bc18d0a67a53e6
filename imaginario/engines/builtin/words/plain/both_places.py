"""Two places of one sentence that are one: a river in the forest, a lake in the park."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..index import Meaning
from ..lexicon import meaning as painted
from ..lexicon import table
from ..matching import Item

_SHOWN = {"rooftop": "city"}
"""Places that are seen from others: all around a rooftop is its city."""


def merged(items: Sequence[Item]) -> list[Item]:
    """The items with one place for two of which one is in the other, and both are seen."""
    found = list(items)
    there = [at for at, item in enumerate(items) if item.kind == "place"]
    ids = [painted("places", items[at].options["place"].id) for at in there]
    two = tuple(dict.fromkeys(ids))
    if len(two) != _PAIR or any(item.kind in ("no", "like") for item in items):
        return found
    one, other = two
    row = _row(one, other) or _row(other, one)
    for at in there if row else ():
        known = items[at].options["place"]
        place = Meaning("place", row, known.language, known.spelled)
        found[at] = replace(items[at], options={"place": place})
    return found


_PAIR = 2


def _row(outer: str, inner: str) -> str:
    """The row of `lexicon/places.toml` for a place in another; empty where they are no one place."""
    if _SHOWN.get(inner) == outer:
        return inner
    rows = table("places").items()
    return next((i for i, row in rows if row.get("around") == outer and row.get("means") == inner), "")
