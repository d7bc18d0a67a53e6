"""Words nobody knows that would be read as something else if they were only named."""

from __future__ import annotations

from ..words.fold import key
from ..words.index import build
from ..words.spelling import guess

NAMED = frozenset({
    "subject", "near", "role", "garment", "hat", "glasses", "place", "place?", "scenery", "color", "weather",
    "sky",
})  # fmt: skip
"""Kinds that would be figures, places or coats of their own if they were only named."""


def looks_known(word: str, code: str) -> bool:
    """Whether a reader of the language `code` takes a word, or one of several, for something it knows."""
    whole = build().meanings(key(word))
    if any(m.kind in ("unknown", "undrawn") and m.language == code for m in whole):
        return any(m.kind in NAMED and m.language != "zh" for m in whole)
    if any(m.kind == "action" and m.language == code for m in whole):
        return True  # a "float" that is no deed
    pieces = {key(word), *key(word).split()}
    read = [m for piece in pieces for m in build().meanings(piece) or guess(build(), piece, code)]
    return any(m.kind in NAMED and m.language != "zh" for m in read)
