"""Slips of the pen in Chinese, put right before anything is read: "打蓝球" is basketball."""

from __future__ import annotations

import re
from functools import cache

from .lexicon import table


def mended(text: str) -> str:
    """The text without the slips of `lexicon/slips.toml`."""
    return text if text.isascii() else _pattern().sub(lambda found: table("slips")["zh"][found[0]], text)


@cache
def _pattern() -> re.Pattern[str]:
    spared = table("slips")["spared"]
    return re.compile("|".join(_guarded(word, spared.get(word, "")) for word in table("slips")["zh"]))


def _guarded(word: str, spared: str) -> str:
    return f"(?<![{spared}]){word}" if spared else word
