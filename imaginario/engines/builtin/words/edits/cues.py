"""Cues: the words that tell what an instruction does with the words around them, such as "remove"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from .. import language
from ..fold import fold, tidy
from ..index import LANGUAGES, build
from ..lexicon import listed, table
from ..slips import mended
from ..tokens import split

_CLITICS = {
    "pt": "(?:-?(?:lhes?|l?[oa]s?|n[oa]s?|me))?",
    "es": "(?:[mts]e|nos)?(?:l[oae]s?)?",
}
_WORD, _NO_WORD = r"(?<![^\W_])", r"(?![^\W_])"
_EVERYBODY = (" el mundo", " mundo")
"""What makes "todo", a word for the whole picture, one for the people in it."""
_BLANK = r"[\s'’-]+"


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in a text. `op` is the row's in `lexicon/edits.toml`, `value` what it comes to by itself."""

    op: str
    value: Any
    start: int
    end: int
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """An instruction with its cues and its language (a code of the lexicon)."""

    text: str
    language: str
    cues: tuple[Cue, ...]


def hear(text: str) -> Heard:
    """The cues of a text, read in the language in which it has most of them."""
    plain = mended(tidy(text))
    folded = fold(plain)
    if len(folded) != len(plain):  # a sign that folding makes longer or takes away
        plain = folded
    guessed = _guess(plain)
    found = {code: _cues(folded, code, code == guessed) for code in LANGUAGES}
    best = max(LANGUAGES, key=lambda code: (_score(found[code]), code == guessed))
    if _score(found[best]) == 0:
        best = guessed
    return Heard(plain, best, found[best])


def _guess(text: str) -> str:
    known = build()
    return language.guess(text, split(text, known), known)[0]


def _score(cues: tuple[Cue, ...]) -> int:
    return sum(c.end - c.start for c in cues if not c.weak)


def _cues(folded: str, code: str, own: bool) -> tuple[Cue, ...]:
    pattern, rows = _pattern(code)
    found = []
    for match in pattern.finditer(folded):
        row, weak = rows[(match.lastindex or 1) - 1]
        if (own or not weak) and not (row["op"] == "it" and folded.startswith(_EVERYBODY, match.end())):
            found.append(Cue(row["op"], row.get("value"), match.start(), match.end(), weak))
    return tuple(found)


@cache
def _pattern(code: str) -> tuple[re.Pattern[str], list[tuple[Mapping[str, Any], bool]]]:
    """All cues of a language, longer ones first, and the row and weakness of each of its groups."""
    phrases = [(phrase, row) for row in table("edits").values() for phrase in listed(row.get(code, ""))]
    phrases.sort(key=lambda pair: -len(pair[0].strip("?~")))
    groups = [f"({_regex(phrase.lstrip('?'), code)})" for phrase, _ in phrases]
    # Most places are passed by at a glance: hundreds of cues are tried only where one can begin.
    begins = "".join(sorted({re.escape(fold(phrase.strip("?~"))[0]) for phrase, _ in phrases}))
    pattern = f"(?=[{begins}])(?:{'|'.join(groups)})"
    if code != "zh":
        pattern = f"{_WORD}{pattern}{_NO_WORD}"
    return re.compile(pattern), [(row, phrase.startswith("?")) for phrase, row in phrases]


def _regex(phrase: str, code: str) -> str:
    bare = _BLANK.join(re.escape(word) for word in fold(phrase.rstrip("~")).split())
    return bare + (_CLITICS.get(code, "") if phrase.endswith("~") else "")
