"""Bands: several musicians, each with an instrument of that music, or the animals that play in one."""

from __future__ import annotations

from collections.abc import Sequence

from ..index import Meaning
from ..lexicon import table
from .nouns import SOME, enter, swallow
from .reading import Figure, Reading

_PLAYERS = ("musician", "woman", "man")
"""Who plays, so that no two of them look alike."""


def band(r: Reading, found: Meaning) -> None:
    """ "Banda de forró" is somebody with an accordion, one with a drum, one with a tambourine."""
    row = table("bands")[found.id]
    plays = [name for name in str(row["instruments"]).split() if name in r.entries]
    if r.expect == "like":
        return swallow(r)
    if r.expect in ("dress", "held"):
        return r.end_of_phrase()
    if (there := _who_plays(r)) is not None:
        return _let_play(there, plays, r)
    if _of_whom(r):
        return _let_play([r.coming], plays, r)
    r.pending.pop("count", None)
    adjectives = dict(r.pending)
    for who, name in zip(_PLAYERS, plays, strict=False):
        r.pending = dict(adjectives)
        sings = name == "microphone" and "singer" in r.entries
        who = "singer" if sings else who
        told = {"held": name, "action": "hold" if sings else "play"}
        told |= {name: row[name] for name in ("hat", "outfit") if name in row}
        enter(r, Figure(who, "", True, told), False, r.entries.get(who))
        r.joined = "and"
    return r.end_of_phrase()


def _who_plays(r: Reading) -> list[Figure] | None:
    """Those who were named before: "frogs in a jazz band", "a cat rock band"."""
    before, figures = r.peek(-1), [r.figures[i] for i in r.agents if r.figures[i].alive]
    if r.preposition in ("in", "with") and figures and not r.relation:
        return figures
    beside = before is not None and "subject" in before.options and bool(r.figures)
    if beside and before is not None and before.language == "zh" and r.figures[-1].id == "skull":
        r.figures[-1].id, r.figures[-1].alive = "skeleton", True  # "骷髅摇滚乐队"
    return [r.figures[-1]] if beside and r.figures[-1].alive and not r.joined else None


def _of_whom(r: Reading) -> bool:
    """Whether animals follow: "banda de rock de gatos"."""
    link, noun = r.peek(1), r.peek(2)
    found = noun.options.get("subject") if noun is not None else None
    return link is not None and link.has("of") and found is not None and r.entries[found.id].alive


def _let_play(figures: Sequence[Figure], plays: Sequence[str], r: Reading) -> None:
    if all("held" in figure.told for figure in figures) and r.item.raw not in r.unknown:
        r.unknown.append(r.item.raw)  # "tocando cavaquinho numa roda de samba"
    for figure, name in zip(figures, list(plays) * len(figures), strict=False):
        figure.told["action"] = "hold" if name == "microphone" else "play"
        figure.add("held", name)
    if r.preposition != "in" and len(figures) == 1:
        r.pending.pop("count", None)
        figures[0].add("count", SOME)
    r.end_of_phrase()
