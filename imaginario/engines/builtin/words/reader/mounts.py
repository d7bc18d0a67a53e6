"""Whose wings and tails are told: those of the animal that somebody rides."""

from __future__ import annotations

from .reading import Reading

_BEASTLY = frozenset({"wings", "horns", "tail", "fur"})


def has_it(r: Reading) -> bool:
    """Whether the animal that somebody rides has it, and no rider: "riding a lion with wings"."""
    part, last = r.item.options.get("part"), len(r.figures) - 1
    if part is None or part.id not in _BEASTLY or r.preposition != "with" or last < 1:
        return False
    ridden = any(f.told.get("action") == "ride" and f.told.get("to") == last for f in r.figures)
    at = r.past(("a", "the", "color", "size", "trait", "count"))
    noun = r.peek(r.past(("color", "size", "trait"), at - 1))
    return ridden and noun is not None and noun.has("subject")
