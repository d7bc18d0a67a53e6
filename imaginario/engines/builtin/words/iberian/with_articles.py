"""Spanish and Portuguese deeds with an article or without: "pegando uma onda" is "pegando onda"."""

from __future__ import annotations

from collections.abc import Sequence

from ..index import Index
from ..tokens import Token

_ARTICLES = frozenset(
    {"um", "uma", "o", "a", "os", "as", "un", "una", "el", "la", "los", "las", "uns", "umas"}
)
_LINKS = frozenset(
    {"por", "para", "pra", "pro", "com", "con", "de", "em", "en", "sobre", "que", "do", "da", "no", "na"}
)
"""What is no noun: "olhando o pôr do sol" is not "olhando por"."""
_DEEDS = ("activity", "undrawn")
_THROWN = ("jog", "jug")
"""How verbs begin that mean another thing with an article: "jogando a bola" throws it."""


def dropped(tokens: Sequence[Token], index: Index, language: str) -> list[Token]:
    """The tokens without the article inside a deed that is known without it."""
    if language not in ("pt", "es"):
        return list(tokens)
    inside = {
        at
        for at in range(1, len(tokens) - 1)
        if tokens[at].key in _ARTICLES and _is_inside(tokens[at - 1 : at + 2], index, language)
    }
    return [token for at, token in enumerate(tokens) if at not in inside]


def _is_inside(phrase: Sequence[Token], index: Index, language: str) -> bool:
    verb, article, noun = phrase
    deed, whole = f"{verb.key} {noun.key}", f"{verb.key} {article.key} {noun.key}"
    if (
        noun.key in _LINKS
        or verb.key.startswith(_THROWN)
        or not verb.key.endswith("ndo")
        or whole in index.phrases
    ):
        return False
    return any(m.kind in _DEEDS and m.language == language for m in index.phrases.get(deed, ()))
