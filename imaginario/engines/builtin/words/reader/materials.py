"""Words for a style that are a stuff here: in "clay lamps" and "hands full of clay" nothing is modelled."""

from __future__ import annotations

from .reading import Reading

_STUFFS = {"clay": "clay", "neon": "glowing", "origami": "paper"}
"""Styles that things are made of, and the quality such a thing has."""
_MADE_OF = frozenset({"de", "of"})


def told(r: Reading) -> bool:
    """Whether the style being read is only what a thing is made of; then that is told."""
    found = r.item.options["style"]
    if _is_a_shape(r):
        r.pending, r.target = {}, None
        r.end_of_phrase()
        return True
    stuff = _STUFFS.get(found.id)
    if stuff is None or not r.figures:
        return False
    if r.preposition == "with" and r.agents:
        r.unknown.append(r.item.raw)
        r.end_of_phrase()
        return True
    after, before = r.peek(), r.peek(-1)
    noun = after.options.get("subject") if after is not None else None
    if not r.adjectives_follow and noun is not None and not r.entries[noun.id].alive:
        r.pending["traits"] = [*r.pending.get("traits", []), stuff]
        return True
    if not r.adjectives_follow and after is not None and after.has("undrawn", "sink", "unknown", "scenery"):
        r.unknown.append(r.item.raw)
        return True
    last = r.figures[-1]
    made = before is not None and before.raw.lower() in _MADE_OF and not last.alive
    named = r.peek(-2)
    if made and named is not None and named.has("subject"):
        last.append("traits", stuff)
        r.end_of_phrase()
        return True
    return False


_SHAPES = ("em form", "no form", "en form", "con form", "in the shape", "shaped")


def _is_a_shape(r: Reading) -> bool:
    """Whether a thing only looks like a pencil: "um prédio em forma de lápis"."""
    link = r.peek(-1) if r.expect == "like" else None
    if link is not None and link.has("a", "the"):
        link = r.peek(-2)
    return link is not None and "subject" in r.item.options and link.raw.lower().startswith(_SHAPES)
