"""Nouns that only tell of another: the apple of "apple pie", the chocolate of "bolo de chocolate"."""

from __future__ import annotations

from ..chinese import compounds
from ..chinese import grammar as chinese
from ..index import Meaning
from ..matching import Item
from . import idioms, jobs
from .choosing import plays_roles
from .meeting import tells_who
from .reading import Reading

_BEASTS = ("animal", "fantasy")


def modifies_next(r: Reading, found: Meaning) -> bool:
    """In "apple pie" and "robot dog" the first noun is no figure of its own."""
    after = r.peek()
    if r.adjectives_follow or found.plural or after is None:
        return False
    if (
        after.raw.lower() in compounds.SHAPED
        or (
            after.kind == "place" and (r.preposition == "in" or idioms.is_made_of(r.entries[found.id], after))
        )
        or _is_ground(r, after)
    ):
        return True  # "dragon-shaped", "in a mushroom forest"
    of_it = r.entries[found.id].kind in ("plant", "food", "building") and found.id != "bridge"
    if after.kind == "place" and after.language == "zh" and of_it:
        return True  # "玫瑰花园", "医院走廊"
    if after.has("role") and plays_roles(r, found):
        return False
    if after.raw.lower() in _TRADERS:
        return True
    if "subject" not in after.options:
        if after.raw.lower() in _WHOLE and not r.agents and r.preposition != "with":
            return False  # a "fox head" is a picture of a fox
        if chinese.is_whose_part(r):
            return False
        worn = after.has("part", "garment", "hat") and not chinese.is_stood_on(after)
        return worn and r.entries[found.id].kind != "person"
    other = after.options["subject"].id
    if chinese.is_other_animal(r, found, other):
        return False
    behind = after.options["subject"]
    beast = r.entries[found.id].kind in _BEASTS
    if jobs.has_a_trade(r, found.id, behind) or (beast and tells_who(after, behind)):
        return False
    if after.language == "zh" and {r.entries[found.id].kind, r.entries[other].kind} == {"person"}:
        return False
    if after.language == "en" and after.has("filler"):
        return False  # "the baby watches"
    return not after.has("color", "count", "sky", "action", "size")


def _is_ground(r: Reading, after: Item) -> bool:
    """Whether the noun only tells what the ground behind it is of: "on a cheese moon"."""
    on = "on" in (r.relation, r.preposition)
    return on and r.item.language == "en" and after.has("place?") and after.has("sky")


_WHOLE = frozenset({"head", "face", "heads", "faces", "头", "脸", "头部", "脑袋"})
_TRADERS = frozenset({
    "keeper", "seller", "vendor", "owner", "salesman", "shopkeeper", "person", "卖家", "小贩", "店主", "老板",
})  # fmt: skip


def modifies_last(r: Reading) -> bool:
    """In "bolo de chocolate" and "cup of tea" the second noun is no figure of its own."""
    before, earlier = r.peek(-1), r.peek(-2)
    if before is None or earlier is None or not before.has("of") or r.article == "a" or before.raw == "s":
        return False  # "my dog's ball"
    return (
        earlier.has("subject", "unknown") and r.target is not None and r.target[0] in ("figure", "held_color")
    )
