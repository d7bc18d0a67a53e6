"""Somebody's trade, where it is told behind them: "a koala barista", "a woman pilot", "un gato pescador"."""

from __future__ import annotations

from ... import vocabulary
from .. import index, lexicon
from ..index import Meaning
from .reading import Reading

_ANYBODY = frozenset({"man", "woman", "girl", "boy", "person", "teenager", "teenage-girl"})
_FAMILY = frozenset({"mother", "father", "grandmother", "grandfather", "baby", "bride", "groom"})
_MEN = frozenset({"man", "boy"})
_WORN = ("outfit", "hat", "glasses")


def has_a_trade(r: Reading, ident: str, behind: Meaning) -> bool:
    """Whether the noun behind an animal, or behind a woman or a boy, only says what they do for a living."""
    if not (r.entries[ident].kind in ("animal", "fantasy") or ident in _ANYBODY):
        return False
    near = index.build().near.get((behind.language, behind.spelled), "")
    person = r.entries[behind.id].kind == "person" and behind.id not in _FAMILY
    return person and bool(near or kit(behind.id))


def is_trade(ident: str) -> bool:
    """Whether a subject or a row of `near.toml` is what somebody does for a living."""
    entry = vocabulary.load().get(lexicon.meaning("near", ident))
    if entry is None or entry.kind != "person" or entry.id in _FAMILY:
        return False
    return entry.id not in _ANYBODY or entry.id != ident


def kit(ident: str) -> dict[str, str]:
    """What is worn and held in a trade, by slots of a subject; nothing where it has no clothes of its own."""
    entry = vocabulary.load().get(lexicon.meaning("near", ident))
    if entry is None or not is_trade(ident) or entry.id in _ANYBODY:
        return {}
    worn = {slot: entry.head[slot] for slot in _WORN if entry.head.get(slot, "none") != "none"}
    return worn | ({"held": entry.head["held"]} if worn and "held" in entry.head else {})


def settle(r: Reading) -> None:
    """Give everybody whose trade has clothes of its own what is worn in it, where nothing else is."""
    for figure in r.figures:
        if not figure.alive or figure.told.keys() & {"outfit", "hat", "disguise", "parts"}:
            continue
        busy = bool(figure.told.keys() & {"held", "held_word", "action", "activity"})
        for slot, thing in kit(str(figure.told.get("modifier", ""))).items():
            there = slot == "held" and (busy or any(f.id == thing for f in r.figures))
            if not there and not (thing == "dress" and figure.id in _MEN):
                figure.add(slot, thing)
