"""Parts of somebody or of a building: whose they are, how many there are, and what is on them."""

from __future__ import annotations

from ..index import Meaning
from ..plain import built
from . import countless, haircuts, idioms, patterns, placing
from .reading import Reading
from .wearing import wearers


def part(r: Reading, found: Meaning) -> None:
    """A part of somebody, with its colour; only the writer tells of it."""
    if (found.id == "hands" and placing.in_hand(r)) or idioms.is_where(r) or idioms.is_apart(r):
        return r.end_of_phrase()
    countless.tell(r, found.id)
    built.place_at(r)
    if r.expect != "like" and patterns.of_part(r, found.id):
        return r.end_of_phrase() if not r.pending.get("traits") else None
    ahead = _is_of_the_next(r)
    if r.expect != "like" and (r.agents or r.fresh or r.pending or ahead):
        owner = r.coming if ahead else idioms.owner(r) or wearers(r, False)[0]
        short = ["short"] if r.pending.get("size", 1) < 1 else []
        haircuts.told(owner, found.id, r.pending.get("color", ""), [*r.pending.get("traits", ()), *short])
        index = r.figures.index(owner) if owner in r.figures else -1
        r.target = ("part", index) if index >= 0 else None
    if r.agents and (after := r.peek()) is not None and after.language == "zh":
        r.fresh = r.fresh and not after.has("action", "activity")  # "用八只手弹琴"
    r.pending = {}
    return r.end_of_phrase()


def _is_of_the_next(r: Reading) -> bool:
    """In "双马尾女孩" and "a blue-eyed cat" the part stands before the one who has it."""
    if r.item.language != "zh" and not (r.item.language == "en" and r.item.raw.lower().endswith("ed")):
        return False
    ahead = [i for at in (1, 2, 3) if (i := r.peek(at))]
    between = ("color", "size", "trait", "mood", "filler", "part", "and", "of-the")
    after = next((i for i in ahead if not i.has(*between)), None)
    return after is not None and after.has("subject", "role")
