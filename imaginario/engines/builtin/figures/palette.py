"""The colours that may be asked for by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

COLORS: tuple[str, ...] = (
    "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white", "gray", "gold",
    "silver", "turquoise",
)  # fmt: skip
"""Names of all colours; `colors.toml` has their values."""


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    text = Path(__file__).with_name("colors.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def hex_of(name: str) -> str:
    """`#rrggbb` of a colour name. Raises `KeyError` for an unknown one."""
    return _table()[name]
