"""Whom and what a deed is done to: "chasing a mouse", "talking to a dog", "reading a book to a dragon"."""

from __future__ import annotations

from collections.abc import Sequence

from ..chinese import grammar as chinese
from ..matching import Item
from .reading import Figure, Reading

_TELLING = ("a", "the", "count", "number", "color", "size", "trait", "mood")
_TO = frozenset({"to", "para", "pra", "pro", "ao", "à", "aos", "às", "a", "al"})


def await_one(r: Reading, doers: Sequence[Figure], takes: bool, verb: str = "") -> None:
    """Note that the next noun may be what `doers` do something to, where their `verb` `takes` one."""
    if verb == "lead-along" and (r.item.language != "zh" or chinese.leads(r)):
        r.expect = ""
    r.acted_on = len(r.figures) if takes and any(d in r.figures for d in doers) else -1


def tell(r: Reading, figure: Figure) -> None:
    """Tell of a figure that steps in whether the one before does something to it or hands it something."""
    if _is_done_to(r, figure) or _is_one_more(r, figure):
        figure.told["object"] = True
    if figure.alive and _dances_along(r):
        figure.add("action", "dance")
    if _is_given_something(r):
        link = r.peek(r.past(_TELLING))
        figure.told["recipient"] = "at" if link is not None and link.raw == "at" else "to"
    elif _is_for(r):
        figure.told["recipient"] = "for"


def _dances_along(r: Reading) -> bool:
    """Whether somebody dances "with" the noun being read, which then dances, too."""
    at = r.past(_TELLING)
    link, deed = r.peek(at), r.peek(at - 1)
    danced = deed.options.get("action") if deed is not None else None
    return link is not None and link.has("with") and danced is not None and danced.id == "dance"


def is_with(r: Reading) -> bool:
    """Whether the noun being read only comes along: "playing with wool"."""
    link = r.peek(r.past(_TELLING))
    return link is not None and (link.has("with") or link.raw.lower().endswith((" with", " com", " con")))


def _is_done_to(r: Reading, figure: Figure) -> bool:
    if r.acted_on != len(r.figures) or r.joined or r.relation:
        return False
    link = r.past(_TELLING)
    with_it, verb = r.peek(link), r.peek(link - 1)
    directly = with_it is not None and with_it.has("with") and verb is not None
    met = directly and verb is not None and verb.has("undrawn", "action", "unknown")
    met = met and not (verb is not None and verb.raw.lower() in _GOING_ALONG)
    return not r.preposition or (r.preposition == "with" and figure.alive and met)


_GOING_ALONG = frozenset({"walking", "walks", "walk", "strolling", "hiking", "marching", "jogging"})
"""What one does with somebody, and does not do to them: nobody walks the dog that they walk with."""


def _is_one_more(r: Reading, figure: Figure) -> bool:
    """Whether it is listed behind one of its sort that something is done to: "feeding a cat and a dog"."""
    last = r.figures[-1] if r.figures else None
    if last is None or not last.told.get("object") or r.joined != "and":
        return False
    idle = not last.told.keys() & {"action", "deed", "to", "held"}
    return idle and _is_somebody(r, last) and _is_somebody(r, figure)


def _is_somebody(r: Reading, figure: Figure) -> bool:
    entry = r.entries.get(figure.id or "")
    return entry is not None and (
        entry.kind in ("person", "animal") or (figure.alive and entry.art == "head")
    )


def _is_given_something(r: Reading) -> bool:
    """Whether somebody with something in hand hands it over to the noun, or reads it out."""
    link, agent = r.peek(r.past(_TELLING)), r.agent()
    reads = agent is not None and agent.told.get("action") == "read"
    hands = reads or (agent is not None and bool(agent.told.keys() & {"held", "held_word"}))
    aimed = link is not None and _aims(link)
    return hands and aimed and not (r.joined or r.relation)


_FOR = frozenset({"for", "给", "为", "替", "帮"})


def _is_for(r: Reading) -> bool:
    """Whether somebody does something for the noun: "给乘客倒果汁", "combing hair for a girl"."""
    at = r.past(_TELLING)
    link, deed, after = r.peek(at), r.peek(at - 1), r.peek()
    if link is None or link.raw.lower() not in _FOR or r.agent() is None or r.joined or r.relation:
        return False
    told = after if r.item.language == "zh" else deed
    return told is not None and told.has("action", "activity", "undrawn", "subject")


def _aims(item: Item) -> bool:
    """Whether it ends with "to": "to", "reading to"."""
    if item.kind == "stop" and item.raw == "at":  # "pointing a sword at a dragon"
        return True
    return bool(item.raw.strip()) and item.raw.lower().split()[-1] in _TO and not item.has("a")


def ends_a_phrase(r: Reading) -> bool:
    """Whether adjectives before it are its own: the pink of "with pink frosting on a silver tray"."""
    after = r.peek()
    return after is not None and after.has("on", "in", "relation", "comma", "and", "with")
