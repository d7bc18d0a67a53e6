"""Which of the four languages a text is in."""

from __future__ import annotations

from collections.abc import Sequence

from .fold import is_han
from .iberian import by_ear
from .index import BENDING, Index
from .tokens import Token

TAGS = {"en": "en", "pt": "pt-BR", "es": "es", "zh": "zh-CN"}
"""BCP 47 tags by the language codes of the lexicon."""

_TELLING = {"ã": "pt", "õ": "pt", "ç": "pt", "ê": "pt", "ô": "pt", "à": "pt", "ñ": "es"}
_MARKS = {"¿": "es", "¡": "es"}
_GRAMMAR = 2.0
_CONTENT = 1.0
_HINT = 0.6
_NO_GRAMMAR = BENDING | {"unknown"}
_TWO = "dos"
"""Spanish opens a text with it; in Portuguese it would be "of the"."""
_GERUNDS = ("ando", "endo", "indo")
"""How unknown verbs end in Portuguese and Spanish: "pelando", "puliendo"."""


_SMALL = ("inho", "inha", "inhos", "inhas", "inhu", "inhus")
"""How unknown diminutives end in Portuguese alone: "caxorrinho"."""


_SPOKEN = ("ano", "eno", "ino", "anu", "enu", "inu")
"""How Portuguese gerunds end as many say them: "soltano"."""


def guess(text: str, tokens: Sequence[Token], index: Index, default: str = "en") -> tuple[str, bool]:
    """The language code of a text and whether the votes were clear."""
    han = sum(map(is_han, text))
    if han and han * 3 >= sum(c.isalpha() for c in text) - han:
        return "zh", True
    return guess_latin(text, tokens, index, default)


def guess_latin(text: str, tokens: Sequence[Token], index: Index, default: str = "en") -> tuple[str, bool]:
    """The same among English, Portuguese and Spanish, for the words in Latin letters."""
    votes = {"en": 0.0, "pt": 0.0, "es": 0.0}
    for char in text.lower():
        if char in _MARKS:
            votes[_MARKS[char]] += _GRAMMAR
    if tokens and tokens[0].key == _TWO:
        votes["es"] += _GRAMMAR
    for token in tokens:
        if token.kind == "word":
            _spell(token, index, votes)
            _vote(token, index, votes)
    if default == "zh" and not any(votes.values()):
        return "zh", False
    first, sure = _ranked(votes, default)
    if not sure or first == "es":
        ends = ("",) if not sure else _SPOKEN
        said = (t for t in tokens if t.key.endswith(ends) and _sounds_portuguese(t, index))
        votes["pt"] += sum(_GRAMMAR if t.key.endswith(_SPOKEN) else _CONTENT for t in said)
        first, sure = _ranked(votes, default)
    return first, sure


def _ranked(votes: dict[str, float], default: str) -> tuple[str, bool]:
    """The language with most votes, and whether they are clear."""
    ranked = sorted(votes, key=lambda code: (-votes[code], code != default, code != "pt"))
    first, second = ranked[:2]
    return first, votes[first] > 1.35 * votes[second] + 0.5


def _sounds_portuguese(token: Token, index: Index) -> bool:
    unknown = token.kind == "word" and not index.meanings(token.key)
    return unknown and by_ear.sounds_so(token.raw.lower(), index)


def _spell(token: Token, index: Index, votes: dict[str, float]) -> None:
    """Letters that only one of the languages has, but for words that English has taken over: "piñata"."""
    word = token.raw.lower()
    telling = [char for char in word if char in _TELLING]
    if telling and not any(m.language == "en" and m.spelled == word for m in index.meanings(token.key)):
        for char in telling:
            votes[_TELLING[char]] += _CONTENT if char == "ñ" else _GRAMMAR


def _vote(token: Token, index: Index, votes: dict[str, float]) -> None:
    meanings = index.meanings(token.key)
    if not meanings and token.key.endswith(_GERUNDS):
        for code in ("pt", "es"):
            votes[code] += _HINT
    if not meanings and token.key.endswith(_SMALL):
        votes["pt"] += _CONTENT
    if len(exact := [m for m in meanings if m.spelled == token.raw.lower()]) > 0:
        meanings = tuple(exact)
    weights: dict[str, float] = {}
    for meaning in meanings:
        if meaning.language in votes:
            grammar = not meaning.id and meaning.kind not in _NO_GRAMMAR
            weight = _GRAMMAR if grammar else _CONTENT
            weights[meaning.language] = max(weights.get(meaning.language, 0), weight)
    for code, weight in weights.items():
        votes[code] += weight / len(weights)
