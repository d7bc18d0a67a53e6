"""People named by what they do: "a violinist", "skatista"."""

from __future__ import annotations

from ..iberian import genders
from .nouns import enter
from .reading import Figure, Reading

_PEOPLE = (
    "ist", "ista", "er", "or", "ora", "man", "eiro", "eira", "nte", "fo", "istas", "ists", "ers", "eiros",
    "eiras", "ores", "oras", "手", "家", "员", "夫",
    "程序猿", "码农",
    "少年", "翁",
)  # fmt: skip
"""How words for somebody who does something end."""


def somebody(r: Reading, doers: list[Figure]) -> Figure | None:
    """Who steps in with the word; None where it is a deed of those who are there already."""
    if not _names_somebody(r):
        return None
    if _is_another(r):
        enter(r, Figure(_who(r), "", True), _are_many(r))
        return r.figures[-1]
    return _first(r) if doers == [r.coming] else None


def _names_somebody(r: Reading) -> bool:
    """Whether the word is a noun for a person: "surfista", "guitarist"."""
    after = r.peek()
    if after is not None and after.has("subject"):
        return False
    first = r.item.raw.lower().partition(" ")[0]
    return r.item.raw.lower().endswith(_PEOPLE) or first.endswith(("dor", "dora", "dores", "doras"))


def _is_another(r: Reading) -> bool:
    """Whether somebody more comes in: "a dog and a violinist"."""
    item = r.peek(r.past(("a", "the", "count", "number", "size", "trait", "color")))
    listed = r.item.language == "zh"  # "二胡手和鼓手"
    counted = bool(r.article) or "count" in r.pending or _are_many(r) or listed
    return (
        bool(r.figures)
        and counted
        and item is not None
        and (item.has("and", "comma", "with", "relation", "undrawn", "action") or item.raw.lower() in _WHILE)
    )


_WHILE = ("while", "as", "enquanto", "mientras")


def _who(r: Reading) -> str:
    """A woman or a man where the word tells it: "una violinista", "um sanfoneiro"."""
    told = genders.of_a_trade(r, r.item.raw.lower()) if r.adjectives_follow else ""
    anybody = r.item.raw.lower().endswith(("ista", "istas", "nte", "ntes"))  # "un violinista" may be a woman
    return "woman" if told == "f" else "man" if told == "m" and not anybody else "person"


def _are_many(r: Reading) -> bool:
    return r.item.language != "zh" and r.item.raw.lower().endswith("s") and "count" not in r.pending


def _first(r: Reading) -> Figure:
    figure = Figure(_who(r), "", True, dict(r.coming.told))
    r.coming = Figure()
    enter(r, figure, _are_many(r))
    r.fresh = False
    return figure
