"""Bodies that are told of and not drawn so: "three eyes", "headless"; they are nobody beside their owner."""

from __future__ import annotations

from ..matching import Item
from . import strangers
from .reading import Reading

_OF_BODY = "body-"
"""How the ids of such rows of `things.toml` begin."""


def unknown(r: Reading, item: Item) -> None:
    """A word that has no drawing; what only tells of a body is kept and changes nothing."""
    known = item.options.get("unknown")
    if known is None or not known.id.startswith(_OF_BODY):
        return strangers.unknown(r, item)
    if item.raw not in r.unknown:
        r.unknown.append(item.raw)
    if r.preposition != "with":
        r.end_of_phrase()
    return None
