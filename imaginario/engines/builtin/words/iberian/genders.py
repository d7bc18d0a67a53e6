"""Spanish and Portuguese say who somebody is: "enfermero" is a man, "la policía" a woman."""

from __future__ import annotations

from ...vocabulary import Entry
from ..fold import key
from ..index import Meaning
from ..reader.reading import Figure, Reading

TRADES = frozenset({
    "builder", "cook", "detective", "doctor", "farmer", "firefighter", "fisherman", "football-player",
    "basketball-player", "judge", "musician", "nurse", "painter", "photographer", "pilot", "police-officer",
    "punk", "sailor", "scientist", "singer", "student", "surfer", "teacher", "waiter",
})  # fmt: skip
"""Subjects of a trade, each drawn as a man or as a woman."""
_EQUIPPED = frozenset({"photographer", "singer"})
"""Trades that are known by what is in their hands."""
_SHE = frozenset({"una", "la", "las", "unas", "esta", "esa", "uma", "a", "as", "umas", "essa", "da", "na"})
_HE = frozenset({"un", "el", "los", "unos", "este", "ese", "del", "um", "o", "os", "uns", "esse", "do", "no"})
_ANYBODY = ("ista", "istas", "nte", "ntes", "eta", "etas", "al", "ais", "ales", "ia", "ias", "e", "es")
"""How words end that are said of men and women alike."""
_WOMEN, _MEN = ("a", "as", "triz"), ("o", "os", "or", "ores", "om", "ons", "il", "iz", "ez")


def of_the_word(r: Reading, found: Meaning) -> str:
    """ "f" or "m" where the word, or the article before it, says who somebody is; else empty."""
    if found.language not in ("pt", "es"):
        return found.gender
    return of_a_trade(r, found.spelled)


def of_a_trade(r: Reading, words: str) -> str:
    """ "f" or "m" for Spanish or Portuguese words for who does something, by their article or end."""
    word = words.split()[0]
    if said := by_article(r):
        return said
    if key(word).endswith(_ANYBODY) and not word.endswith(("cía",)):
        return ""
    return "f" if word.endswith(_WOMEN) else "m" if word.endswith(_MEN) else ""


def by_article(r: Reading) -> str:
    """ "f" or "m" where the Spanish or Portuguese article before the word being read tells it."""
    before = r.peek(-1)
    if not r.adjectives_follow or before is None or not before.has("a", "the", "count", "of", "in"):
        return ""
    return of_article(before.raw)


def of_article(word: str) -> str:
    """ "f" or "m" for a Spanish or Portuguese article; empty for any other word."""
    said = word.lower()
    return "f" if said in _SHE else "m" if said in _HE else ""


_ANYONE = frozenset({"person", "man", "woman"})


def _said_before(r: Reading, entry: Entry) -> str:
    """English: "f" or "m" for "a female tailor", "a male singer"."""
    who = {"woman": "f", "man": "m"}.get(str(r.pending.get("modifier")), "")
    if not who or entry.id not in TRADES | _ANYONE:
        return ""
    r.pending.pop("modifier")
    return who


def other(r: Reading, found: Meaning, entry: Entry) -> Figure | None:
    """Somebody of that trade who is not drawn as the word says, as a man or a woman in their clothes."""
    who = _said_before(r, entry)
    if entry.id == "person" and "near" in r.pending and by_article(r) == "f":
        who = "f"
    if who and entry.id in _ANYONE:
        return Figure("woman" if who == "f" else "man", "", True, called=r.item.raw)
    who = who or (of_the_word(r, found) if entry.id in TRADES else "")
    if not who or (who == "f") == bool(entry.head.get("lashes")) or entry.id == "musician":
        return None
    pair = ("girl", "boy") if entry.id == "student" else ("woman", "man")
    figure = Figure(pair[who == "m"], "", True, called=r.item.raw)
    for slot in ("outfit", "hat", "held") if entry.id in _EQUIPPED else ("outfit", "hat"):
        if entry.head.get(slot) != "dress" or who == "f":
            figure.add(slot, entry.head.get(slot))
    if found.gender:
        _name(r, figure, entry)
    return figure


def _name(r: Reading, figure: Figure, entry: Entry) -> None:
    """Let the figure be called by the trade: its own word, its clothes' word, or that of the drawing."""
    near, trade = r.pending.pop("near", None), r.item.options.get("role")
    slot = "near" if near else "role" if trade is not None else "modifier"
    figure.add(slot, near or (trade.id if trade is not None else entry.id))
