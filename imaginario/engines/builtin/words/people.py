"""Given names: who is meant by one is a woman or a man."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from . import forms
from .fold import key
from .lexicon import listed, table


def gender(name: str) -> str:
    """ "f" or "m" for somebody called `name`, by its first word or its ending; empty where nothing tells.

    Some names belong to an animal; then that is the answer: "monkey".
    """
    first = key(name.split()[0])
    told = given().get(key(name), "") or _listed(first) or _words_too().get(first, "")
    return told or {"a": "f", "o": "m"}.get(first[-1:], "")


def is_given(word: str) -> bool:
    """Whether a folded word is a given name, or a pet form of one: "carlitos"."""
    return bool(_listed(word))


_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
"""Usual Chinese surnames of one sign; only where a word that nobody knows acts like somebody."""


def is_chinese(word: str) -> bool:
    """Whether an unknown word is built like a Chinese name: a surname and one or two signs."""
    return len(word) in (2, 3) and word[0] in _SURNAMES


@lru_cache(maxsize=4096)
def _listed(word: str) -> str:
    names = given()
    plain = [p for small, _, _ in forms.undiminished(word) for p in (small, small + "s")]
    return next((names[name] for name in (word, *plain) if name in names), "")


def may_be_given(word: str) -> bool:
    """Whether a folded word is a name as well as a word: "rose", "mark"."""
    return word in _words_too()


_TOO = "-too"


@cache
def _words_too() -> Mapping[str, str]:
    rows = ((who.removesuffix(_TOO), row) for who, row in table("people").items() if who.endswith(_TOO))
    listing = ((who, name) for who, row in rows for names in row.values() for name in listed(names))
    return MappingProxyType({key(name): who for who, name in listing})


@cache
def given() -> Mapping[str, str]:
    """The gender of each known given name, or the animal it belongs to, by its folded key."""
    rows = ((who, row) for who, row in table("people").items() if not who.endswith(_TOO))
    listing = ((who, name) for who, row in rows for names in row.values() for name in listed(names))
    return MappingProxyType({key(name): who for who, name in listing})
