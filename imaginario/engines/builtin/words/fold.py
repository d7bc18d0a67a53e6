"""One spelling for many: what is left of a text when case, accents and odd signs no longer matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MAX_LENGTH = 6000
"""Characters that are read; whatever comes after is left unread."""

_PLAIN = str.maketrans("áàâãäåāéèêëēíìîïīóòôõöōøúùûüūçý", "aaaaaaaeeeeeiiiiiooooooouuuuucy", "\u0301\u0300")
_JOINTS = str.maketrans({**dict.fromkeys("-'’_/‐‑", " "), "&": " & "})


_FLAG = re.compile(
    r"(?<!\S)(?:--|—)(?:(no)\b|[a-z]{1,9}\b(?:[ \t]+(?:[\d.:]+|raw|cute|scenic)(?![^\s,]))?)"
    r"|<(?:lora|lyco|hypernet)[^<>\n]{0,80}>"
)
"""Switches of other painting tools: "--ar 16:9 --v 6", "<lora:name:0.8>"; "--no fog" still says something."""


def tidy(text: str) -> str:
    """The part of `text` that is read, with compatible signs made plain and control signs made blanks."""
    text = unicodedata.normalize("NFKC", text[:MAX_LENGTH])[:MAX_LENGTH]
    text = "".join(c if c == "\n" or c.isprintable() else " " for c in text)
    return _FLAG.sub(lambda found: ", no " if found[1] else " , ", text)


def fold(text: str) -> str:
    """`text` in lower case without accents; "ñ" stays, for "año" and "ano" are different words."""
    text = text.lower()
    return text if text.isascii() else text.translate(_PLAIN)


@lru_cache(maxsize=4096)
def key(phrase: str) -> str:
    """`phrase` as it stands in the index: folded, with blanks for hyphens and apostrophes."""
    folded = fold(phrase)
    if folded.isalnum():
        return folded
    return " ".join(folded.translate(_JOINTS).split())


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"
