"""What those who act are told to do, where another deed of theirs does not count more."""

from __future__ import annotations

from collections.abc import Sequence

from .index import Meaning
from .reading import Figure, Reading


def tell(r: Reading, doers: Sequence[Figure], verb: str, found: Meaning) -> None:
    """Let `doers` do `verb`; `found` is the word it was said by."""
    for doer in doers:
        if doer.told.get("action") == "sit" and verb == "hold" and _nothing_drawn_ahead(r):
            continue  # "坐着举横幅"
        if doer.told.get("action", verb) == verb or (
            doer.told["action"] in ("sit", "hold") and not _reads(doer)
        ):
            if verb == "eat" and doer.told.get("action") == verb and "held" in doer.told:
                continue  # "comendo pastel e tomando suco"
            doer.told["action"] = verb
            doer.told.pop("verb", None)
            doer.told.pop("activity", None)
            doer.add("verb", found.id if found.id != verb else None)


def _reads(doer: Figure) -> bool:
    """Whether somebody has a newspaper in front of them, whatever else they do."""
    return doer.told.get("activity") == "newspaper" and "held" in doer.told


def _nothing_drawn_ahead(r: Reading) -> bool:
    """Whether what the verb is done to has no drawing."""
    item = r.peek(r.past(("a", "the", "count", "color", "size", "trait", "stop"), 1))
    return item is not None and item.kind == "unknown"
