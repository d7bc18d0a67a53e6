"""What is full of what: a cart full of bananas, kittens in a basket, apples in one that is held."""

from __future__ import annotations

from collections.abc import Sequence

from ... import vocabulary
from ...figures import holds
from ...scenery.setting import INDOORS
from ...vocabulary import Entry
from ..items import beyond, item_at
from ..lexicon import meaning as painted
from ..matching import Item
from ..reader.reading import Figure, Reading

_FULL = (
    "full of", "filled with", "loaded with", "packed with", "overflowing with", "stuffed with",
    "bursting with", "chei", "carregad", "lotad", "transbordando", "llen", "replet", "cargad", "abarrotad",
    "rebosante", "装满", "盛满", "载满", "堆满", "塞满", "放满", "插满", "满满", "插着", "装着", "盛着",
)  # fmt: skip
_TOLD = ("trait", "size", "color", "mood", "a", "the")


_SMALL = "young"
"""What young animals are told to be that were said in one word."""


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with the vessel first: Chinese "装满西瓜的手推车" as "手推车装满西瓜"."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        if not (found[at].language == "zh" and _is_full(found[at])):
            continue
        load = beyond(found, at + 1, _TOLD)
        link, noun = item_at(found, load + 1), beyond(found, load + 2, _TOLD)
        vessel = item_at(found, noun)
        if link is None or vessel is None or not link.has("of-the") or not found[load].has("subject"):
            continue
        if vessel.has("subject"):
            found[at : noun + 1] = [*found[load + 2 : noun + 1], *found[at : load + 1]]
    return found


def _is_full(item: Item) -> bool:
    return item.raw.lower().startswith(_FULL)


def is_full_of(r: Reading) -> bool:
    """Whether the noun is what the one before it is full of."""
    at = -1
    while (before := r.peek(at)) is not None and before.has(*_TOLD) and "subject" not in before.options:
        at -= 1
    return before is not None and _is_full(before)


def grows_there(r: Reading, entry: Entry) -> bool:
    """Whether it grows in the place that was named last: "a chest on an island with palm trees"."""
    at = -1
    while (before := r.peek(at)) is not None and before.has("with", "count", "number", *_TOLD):
        at -= 1
    land = before.options.get("place") or before.options.get("place?") if before is not None else None
    return entry.kind == "plant" and land is not None and painted("places", land.id) not in _NO_SOIL


_NO_SOIL = INDOORS | {"table"}


def loads_the_held(r: Reading, entry: Entry) -> bool:
    """Put what the noun names into the vessel that somebody holds; whether there is one."""
    holder = r.agent()
    named = holder is not None and r.figures[-1] is holder and is_full_of(r)
    return holder is not None and named and load_into(r, holder, entry)


def load_into(r: Reading, holder: Figure, entry: Entry) -> bool:
    """Put it into the vessel in somebody's hands, if things can be drawn in that; whether they can."""
    vessel = vocabulary.load().get(str(holder.told.get("held")))
    if vessel is None or not holds(vessel) or "held_load" in holder.told:
        return False
    holder.told["held_load"] = entry.id
    holder.add("held_load_near", r.pending.get("near"))
    told = [i for n in (1, 2) if (i := r.peek(-n)) is not None and i.has("color", "trait")]
    r.unknown += [i.raw for i in told if i.raw not in (*r.unknown, _SMALL)]
    return True
