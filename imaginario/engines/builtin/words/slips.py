"""Chinese as it is spelled in the lexicon, before anything is read: "打蓝球" is basketball, "貓" is "猫"."""

from __future__ import annotations

import re
from functools import cache

from .lexicon import listed, table


def mended(text: str) -> str:
    """The text in simplified signs, without the slips of `lexicon/slips.toml`."""
    if text.isascii():
        return text
    return _pattern().sub(lambda found: table("slips")["zh"][found[0]], _simplified(text))


def _simplified(text: str) -> str:
    signs = _signs()
    return _traditional().sub(lambda found: signs.get(found[0], found[0]), text)


@cache
def _signs() -> dict[str, str]:
    return {pair[0]: pair[1] for pair in table("traditional")["zh"]["signs"].split()}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile("|".join([*listed(table("traditional")["zh"]["spared"]), f"[{''.join(_signs())}]"]))


@cache
def _pattern() -> re.Pattern[str]:
    spared = table("slips")["spared"]
    return re.compile("|".join(_guarded(word, spared.get(word, "")) for word in table("slips")["zh"]))


def _guarded(word: str, spared: str) -> str:
    return f"(?<![{spared}]){word}" if spared else word
