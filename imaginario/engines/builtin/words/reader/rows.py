"""Who acts: the noun that came last, and the others of its row."""

from __future__ import annotations

from ..chinese import grammar as chinese
from ..chinese import there
from . import abreast
from .meeting import is_all_around
from .reading import Reading


def act(r: Reading, index: int) -> None:
    """The new noun acts from now on, with the others of its row if an "and" links them."""
    abreast.follow(r, index)
    if r.preposition == "with" and r.agents and (not r.figures[index].alive or is_all_around(r)):
        return  # "con espada y escudo": these only come along
    together = there.stand_together(r, index)
    listed = together or (bool(r.joined) and _idle(r, index) and not _set_apart(r))
    r.row = [*r.row, index] if listed else [index]
    if chinese.is_recipient(r):
        return
    if listed and (r.joined == "and" or together):
        r.agents = list(r.row)
    elif r.figures[index].alive or not r.agents or _acts_apart(r):
        r.done_to = (index, r.agents[-1]) if r.agents and _is_object(r) else None
        r.company = tuple(r.agents) if r.preposition == "with" and r.adjectives_follow else ()
        r.agents = [index]


def _is_object(r: Reading) -> bool:
    """Spanish, Portuguese: whether something is done to the noun: "alimentando as galinhas"."""
    item = r.peek(r.past(("a", "the", "count", "color", "size", "trait", "stop")))
    deed = item is not None and item.has("unknown", "undrawn") and item.raw.lower().endswith(("ndo", "ndose"))
    return r.adjectives_follow and deed and not r.preposition


def _set_apart(r: Reading) -> bool:
    """English: whether a comma parts two of them: in "a dog, and a man dancing" only he does."""
    at = r.past(("a", "the", "count", "color", "size", "trait", "mood"))
    item = r.peek(at)
    before = r.peek(at - 1)
    parted = item is not None and item.kind == "and" and before is not None and before.kind == "comma"
    return parted and r.item.language == "en" and len(r.row) == 1


def _acts_apart(r: Reading) -> bool:
    """Whether a thing after an "and" does something of its own: "... e as estrelas dançando"."""
    after = r.peek()
    linked = any(i is not None and i.kind == "and" for i in (r.peek(-1), r.peek(-2)))
    if after is not None and after.language != "zh" and after.has("in", "on", "relation") and _opens(r):
        return True  # "a cat asleep, flowers in a vase"
    if after is not None and after.language == "zh" and after.has("in", "action", "activity") and _opens(r):
        return True  # "…，梯子靠在树上"
    return linked and r.preposition != "with" and after is not None and "action" in after.options


def _opens(r: Reading) -> bool:
    """Whether the noun being read is the first one behind a comma."""
    at = r.past(("a", "the", "count", "color", "size", "trait", "mood"))
    item = r.peek(at)
    bounds = ("comma", "stop.") if r.item.language == "zh" else ("comma", "stop")
    before = r.peek(at - 1)
    if item is not None and item.kind == "and" and before is not None and before.kind == "comma":
        return r.item.language == "en"  # ", and a coin under a pillow"
    return item is not None and item.kind in bounds


def _idle(r: Reading, index: int) -> bool:
    """Whether the row so far may share what comes: they do nothing yet and stand nowhere."""
    row = [r.figures[i].told for i in r.row]
    return index not in r.row and not any("action" in told or "to" in told for told in row)
