"""The lexicon: what the TOML files beside the engine say, as plain tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tomli

_FOLDER = Path(__file__).parent.parent / "lexicon"


@cache
def table(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The tables of `lexicon/<name>.toml` by id, in the order of the file."""
    return MappingProxyType(tomli.loads((_FOLDER / f"{name}.toml").read_text("utf-8")))


def listed(words: str) -> list[str]:
    """The words of a comma-separated list."""
    return [word for piece in words.split(",") if (word := piece.strip())]


def meaning(name: str, ident: str) -> str:
    """The id that is painted for a row: another one's where the row is a variant."""
    return str(table(name).get(ident, {}).get("means", ident))


def say(name: str, ident: str, language: str = "en", kind: str = "say") -> str:
    """How the writer puts a row in a language; empty where the row does not tell."""
    return str(table(name).get(ident, {}).get(kind, {}).get(language, ""))


def seen_where(deed: str) -> Sequence[str]:
    """The relations that show a deed which no pose does: who is behind a tree hides."""
    return [name for name, row in table("relations").items() if deed in str(row.get("shows", "")).split()]


def choices(words: str) -> list[str]:
    """The choices of a list parted by "|"."""
    return [word.strip() for word in words.split("|") if word.strip()]
