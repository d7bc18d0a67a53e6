"""Spanish, Portuguese: what is wished for, put as if it were so: "un gato que tenga sombrero" has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..fold import fold
from ..index import Index
from ..tokens import Token

_DEEDS = frozenset({"action", "activity", "undrawn", "with", "wearing", "be"})
_CLITICS = frozenset({"se", "le", "les", "lo", "la", "los", "las", "me", "nos"})
_LINKS = frozenset({"y", "e", "o", "ou", ",", "que"})
_IRREGULAR = {
    "es": {
        "tenga": "tiene", "tengan": "tienen", "este": "está", "esten": "están", "sea": "es", "sean": "son",
        "traiga": "trae", "traigan": "traen", "salga": "sale", "salgan": "salen", "haga": "hace",
        "ponga": "pone", "pongan": "ponen", "diga": "dice", "parezca": "parece", "parezcan": "parecen",
    },
    "pt": {
        "tenha": "tem", "tenham": "têm", "esteja": "está", "estejam": "estão", "seja": "é", "sejam": "são",
        "traga": "traz", "tragam": "trazem", "faca": "faz", "ponha": "põe", "saia": "sai", "pareca": "parece",
    },
}  # fmt: skip
_HARD = {"que": "ca", "gue": "ga", "ce": "za", "ga": "gue", "ja": "ge", "za": "ce"}
_ROOTS = {"es": (("", ""),), "pt": (("", ""), ("u", "o"), ("i", "e"))}
"""Vowels of a stem that change with its ending: "durma" is of "dorme"."""
_SHORTEST = 3


def told(tokens: Sequence[Token], index: Index, language: str) -> list[Token]:
    """The tokens with what somebody does for what they are wished to do."""
    found = list(tokens)
    wished = False
    for at, token in enumerate(found):
        wished = wished and token.kind != "stop"
        if token.kind != "word" or language not in _IRREGULAR or not _opens(found, at, wished):
            continue
        if plain := _indicative(token.key, index, language):
            found[at] = replace(token, raw=plain, key=fold(plain))
            wished = True
    return found


def _opens(tokens: Sequence[Token], at: int, wished: bool) -> bool:
    """Whether a "que" stands before the verb, or one more verb follows: "que baile y cante"."""
    back = at - 1
    while back > 0 and tokens[back].key in _CLITICS:
        back -= 1
    said = tokens[back].key if back >= 0 else ""
    refused = any(t.key in ("no", "nao") for t in tokens[max(0, back - 2) : back])
    return (said == "que" and not refused) or (wished and said in _LINKS)


def _indicative(word: str, index: Index, language: str) -> str:
    """The same verb as a plain telling; empty where the word tells of something itself or none is known."""
    if plain := _IRREGULAR[language].get(word):
        return plain
    if len(word) < _SHORTEST or _tells(word, index, language):
        return ""
    return next((verb for verb in _regular(word, language) if _tells(fold(verb), index, language)), "")


def _tells(word: str, index: Index, language: str) -> bool:
    return any(m.language == language and m.kind in _DEEDS for m in index.meanings(word))


def _regular(word: str, language: str) -> Iterator[str]:
    """What a regular verb may be in the indicative: "vuele" gives "vuela", "toquen" gives "tocan"."""
    many = word[-1] if word.endswith(("n", "m")) else ""
    one = word.removesuffix(many) if many else word
    if not one.endswith(("e", "a")):
        return
    other = "a" if one.endswith("e") else "e"
    stems = [one[:-1] + other]
    stems += [one.removesuffix(end) + hard for end, hard in _HARD.items() if one.endswith(end)]
    for stem in reversed(stems):
        for here, there in _ROOTS[language]:
            head, _, tail = stem.rpartition(here) if here else (stem, "", "")
            if not here or len(tail) > 1:
                yield (head + there + tail if here else stem) + many
