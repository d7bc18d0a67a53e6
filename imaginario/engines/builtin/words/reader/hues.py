"""Colours that are things as well: when "orange" is no fruit, and who is "in orange"."""

from __future__ import annotations

from ..matching import Item
from .reading import Reading


def is_worn(r: Reading, item: Item) -> bool:
    """Whether somebody is "in orange"; no animal is in a single fruit."""
    after = r.peek()
    alone = after is None or not after.has("subject", "role", "garment", "hat", "part", "of")
    single = not item.options["subject"].plural if "subject" in item.options else False
    here = item.language == "en" and r.preposition == "in" and not r.article and not r.pending
    return here and alone and single and any(r.figures[i].alive for i in r.agents)


def in_a_row_of_colors(r: Reading) -> bool:
    """Whether it is one of two colours: "a fox, orange and white", "cores verde e laranja"."""
    link, one, head = r.peek(-1), r.peek(-2), r.peek(-3)
    listed = link is not None and link.kind == "and" and one is not None and one.kind == "color"
    if listed and head is not None and head.has("sink", "comma", "color"):
        return True
    link, other, after = r.peek(), r.peek(2), r.peek(3)
    alone = other is not None and "color" in other.options and "subject" not in other.options
    ends = after is None or after.kind in ("comma", "stop")
    return link is not None and link.kind == "and" and alone and ends


def follows_clothes(r: Reading) -> bool:
    """Whether what is worn stands right before: "gafas naranja"."""
    before = r.peek(-1)
    return before is not None and before.has("glasses", "hat", "garment", "part")


def follows_a_place(r: Reading) -> bool:
    """Spanish, Portuguese: whether it is a place that has the colour: "en el cielo rosa"."""
    before = r.peek(-1)
    free = not r.article and not r.joined and not r.preposition and "count" not in r.pending
    return (
        r.adjectives_follow
        and free
        and before is not None
        and before.has("place", "place?", "unknown", "time")
    )
