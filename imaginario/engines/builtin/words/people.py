"""Given names: who is meant by one is a woman or a man."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from . import forms
from .fold import key
from .lexicon import listed, table


def gender(name: str) -> str:
    """ "f" or "m" for somebody called `name`, by its first word or its ending; empty where nothing tells.

    Some names belong to an animal; then that is the answer: "monkey".
    """
    first = key(name.split()[0])
    return _listed(first) or {"a": "f", "o": "m"}.get(first[-1:], "")


def is_given(word: str) -> bool:
    """Whether a folded word is a given name, or a pet form of one: "carlitos"."""
    return bool(_listed(word))


def _listed(word: str) -> str:
    names = given()
    plain = [p for small, _, _ in forms.undiminished(word) for p in (small, small + "s")]
    return next((names[name] for name in (word, *plain) if name in names), "")


@cache
def given() -> Mapping[str, str]:
    """The gender of each known given name, or the animal it belongs to, by its folded key."""
    rows = table("people").items()
    listing = ((who, name) for who, row in rows for names in row.values() for name in listed(names))
    return MappingProxyType({key(name): who for who, name in listing})
