"""Who a pronoun makes a man or a woman: "a firefighter … in her arms", "a child and his dog"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from ..iberian.genders import TRADES
from ..index import Meaning, build
from ..items import item_at, kind_of
from ..lexicon import table
from ..matching import Item

_PRONOUNS = {
    "he": "man", "his": "man", "him": "man", "himself": "man", "hes": "man",
    "she": "woman", "her": "woman", "hers": "woman", "herself": "woman", "shes": "woman",
}  # fmt: skip
_SEX = {"woman": "female", "man": "male"}
_SAID = {word: who for who, word in _SEX.items()}
_CHILD = {"woman": "girl", "man": "boy"}
_NOUNS = (
    "subject",
    "role",
    "unknown",
    "part",
    "hat",
    "garment",
    "color",
    "size",
    "trait",
    "place",
    "activity",
)


def told(items: Sequence[Item]) -> list[Item]:
    """The items with "female" or "male" before the trade of whoever is "she" or "he" later on."""
    found = _said(items)
    for at in range(len(found) - 1, 0, -1):
        who = next((_PRONOUNS[w] for w in found[at].raw.lower().split() if w in _PRONOUNS), "")
        if who and not _is_somebody_else(found, at):
            _mark(found, _meant(found, at, who), who)
    return found


def _said(items: Sequence[Item]) -> list[Item]:
    """With the trade itself a woman's or a man's for "a female pirate" and "a male nurse"."""
    found: list[Item] = []
    for item in items:
        who = _SAID.get(found[-1].raw.lower(), "") if found else ""
        if who and item.has("role") and not item.has("activity"):
            found[-1] = item
            _mark(found, len(found) - 1, who)
        else:
            found.append(item)
    return found


def _is_somebody_else(items: Sequence[Item], at: int) -> bool:
    """Whether something is done to "her" or "him": "a knight saves her"."""
    word, before, after = items[at].raw.lower(), items[at - 1], item_at(items, at + 1)
    if word not in ("her", "him") or before.has("relation", "in", "on", "upon", "with"):
        return False
    return word == "him" or after is None or not after.has(*_NOUNS)


def _meant(items: Sequence[Item], at: int, who: str) -> int:
    """Where the one stands whom the pronoun means; -1 where it may be somebody known to be such."""
    earlier = range(at - 1, max(-1, at - _REACH), -1)
    if any(_sex(items[n]) == who or items[n].kind == "name" for n in earlier):
        return -1
    return next((n for n in earlier if _may_be_either(items, n)), -1)


_REACH = 60
"""Items back to the one whom a pronoun may mean."""


def _sex(item: Item) -> str:
    """ "woman" or "man" for a noun that tells who somebody is; empty for any other."""
    known, role = item.options.get("subject"), item.options.get("role")
    if role is not None:
        drawn = str(table("outfits").get(role.id, {}).get("means", ""))
        return _MARKED.get(role.gender, "") or ("woman" if drawn in _GOWNS else "")
    if known is not None and known.gender:
        return _MARKED[known.gender]
    if known is None or known.plural or known.id in TRADES | _ANYBODY:
        return ""
    entry = vocabulary.load()[known.id]
    told = entry.kind == "person" or (entry.kind == "fantasy" and bool(entry.head.get("lashes")))
    return ("woman" if entry.head.get("lashes") else "man") if told else ""


_MARKED = {"f": "woman", "m": "man"}
_GOWNS = frozenset({"princess", "queen", "witch"})
_ANYBODY = frozenset({"baby", "capoeirista", "ballerina", "person", "teenager"})


def _may_be_either(items: Sequence[Item], at: int) -> bool:
    """Whether it names one person by a trade, or a child, of whom no more is told."""
    item, before, after = items[at], items[at - 1] if at else None, item_at(items, at + 1)
    owner = after is not None and (after.raw == "s" or after.has("subject", "role"))
    nouns = [m for kind in ("subject", "role") if (m := item.options.get(kind)) is not None]
    if owner or item.language != "en" or any(m.plural for m in nouns):
        return False
    player = item.has("activity") and item.raw.lower().endswith(_DOERS)
    named = player and before is not None and before.has("a", "the", "size", "trait", "color", "mood")
    return item.has("role") or kind_of(item) == "person" or named or _is_child(item)


_DOERS = ("er", "ist", "or")


def _is_child(item: Item) -> bool:
    folk = item.options.get("scenery")
    return folk is not None and folk.id == "child" and not folk.plural


def _mark(found: list[Item], at: int, who: str) -> None:
    """Let the noun at an index name a woman or a man."""
    if at < 0:
        return
    if _is_child(found[at]):
        found[at] = Item("subject", _CHILD[who], "en", {"subject": _noun(_CHILD[who])})
    elif found[at].has("role") or kind_of(found[at]) == "person":
        found[at] = replace(found[at], options={k: _bent(m, who) for k, m in found[at].options.items()})
    else:
        found.insert(at, Item("subject", _SEX[who], "en", {"subject": _noun(_SEX[who])}))


def _bent(meaning: Meaning, who: str) -> Meaning:
    """What a noun means, said of a woman or a man."""
    ident = who if (meaning.kind, meaning.id) == ("subject", "person") else meaning.id
    return meaning._replace(id=ident, gender="f" if who == "woman" else "m")


def _noun(word: str) -> Meaning:
    return next(m for m in build().phrases[word] if m.kind == "subject" and m.language == "en")
