"""A red rug that somebody sits on, and the red carpet of the stars."""

from __future__ import annotations

from collections.abc import Sequence

from ..matching import Item

_CARPETS = {
    "red carpet": ("red", "carpet"), "tapete vermelho": ("vermelho", "tapete"),
    "alfombra roja": ("roja", "alfombra"),
}  # fmt: skip
"""Words for the event, as a colour and a rug."""
_ONE = frozenset({"num", "numa"})


def plain(items: Sequence[Item]) -> list[Item]:
    """With a rug for "a red carpet" and for the one of a room: stars walk "the red carpet"."""
    found = list(items)
    for at in range(len(items) - 1, 0, -1):
        words = _CARPETS.get(found[at].raw.lower())
        if words is None:
            continue
        one = found[at - 1].has("a") or found[at - 1].raw.lower() in _ONE
        if one or any(i.has("place") for n, i in enumerate(found) if n != at):
            color, rug = words
            code = found[at].language
            told = [Item.of("color", color, code, "red"), Item.of("subject", rug, code, "rug")]
            found[at : at + 1] = told if code == "en" else told[::-1]
    return found
