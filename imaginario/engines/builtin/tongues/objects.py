"""A deed with whom or what it is done to: "chasing a mouse", "leading a girl by the hand"."""

from __future__ import annotations

from collections.abc import Sequence

from .. import naming
from ..words.lexicon import say, table
from .said import Said

_LINKS = ("at", "to", "for", "with", "after", "of", "on", "com", "con", "a", "para")
"""How deeds end that have their preposition already: "pointing at"."""
_DIRECT = frozenset({"feeding"})
"""Deeds that are done to whom they are done for."""
_GIVING = {"en": "to", "pt": "para", "es": "para", "zh": "给"}


def after_doers(order: Sequence[int], figures: Sequence[Said]) -> list[int]:
    """The figures in the order of their telling, with what something is done to right behind the doer: no
    things stand between that came along with the doer.
    """
    found: list[int] = []
    for at in order:
        end = len(found)
        while end and _only_came_along(figures[found[end - 1]]):
            end -= 1
        meant = (
            figures[at].object
            and end
            and (figures[found[end - 1]].deed_word or figures[found[end - 1]].action)
        )
        found.insert(end if meant else len(found), at)
    return found


def _only_came_along(figure: Said) -> bool:
    return not (figure.alive or figure.entry or figure.object or any(figure.deed()))


def takes_one(doer: Said, done_to: Said, code: str) -> bool:
    """Whether the phrase of a figure is to be followed by the one it does something to."""
    full = bool(doer.held or doer.held_word)
    if _is_given(doer, done_to):
        return code in _GIVING and not doer.relation
    if not (done_to.object or (done_to.recipient and doer.deed_row in _DIRECT)):
        return False
    if doer.deed_word:
        return True
    return not doer.relation and bool(
        _pattern(doer, code) or (doer.action and not full and not doer.activity)
    )


def followed(phrase: str, doer: Said, done_to: Said, noun: str, code: str) -> str:
    """A phrase that ends with what somebody does, and whom it is done to."""
    blank = "" if code == "zh" else " "
    if _is_given(doer, done_to):
        link = done_to.recipient if code == "en" else _GIVING[code]
        linked = phrase.endswith(f" {link}")
        return blank.join((phrase, noun) if linked else (phrase, link, noun))
    pattern, deed = _pattern(doer, code), _deed(doer, code)
    if done_to.entry is not None and done_to.entry.kind != "person":
        pattern = say(*_row(doer), code, "to_animal") or pattern
    if "{}" in pattern and phrase.endswith(deed):
        return phrase.removesuffix(deed) + pattern.format(noun)
    linked = "{}" in pattern or (phrase.split() or [""])[-1] in _LINKS
    return blank.join(part for part in (phrase, "" if linked else pattern, noun) if part)


def _is_given(doer: Said, done_to: Said) -> bool:
    full = bool(doer.held or doer.held_word)
    if done_to.recipient == "for":
        does = full or bool(doer.action or doer.activity or doer.deed_word)
        return does and doer.deed_row not in _DIRECT
    return bool(done_to.recipient) and full and not doer.deed_word


def _row(doer: Said) -> tuple[str, str]:
    """The table of the lexicon that tells of what somebody does last, and the row."""
    if doer.deed_word:
        return "deeds", doer.deed_row
    if doer.activity:
        return "activities", doer.activity
    return "actions", doer.verb or doer.action


def _pattern(doer: Said, code: str) -> str:
    """What links the deed to whom it is done to: a preposition, or the deed with a place for it."""
    name, ident = _row(doer)
    own = say(name, ident, code, "with") if name == "actions" and not doer.verb else ""
    if name == "deeds":
        return str(table("done_to").get(ident, {}).get(code, ""))
    return say(name, ident, code, "to") or (own and f"{own} {{}}")


def _deed(doer: Said, code: str) -> str:
    name, ident = _row(doer)
    if name == "deeds":
        return doer.deed_word
    kind = {"activities": "activity", "actions": "action"}[name]
    return say(name, ident, code) or naming.called(kind, ident, code)
