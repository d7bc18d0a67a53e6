"""Words in four languages: one JSON file each, asked by key, filled by name."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from imaginario import reasons
from imaginario.errors import StudioError

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "pt-BR": "Português (Brasil)",
    "es": "Español",
    "zh-CN": "简体中文",
}
DEFAULT = "en"
_NAMED = frozenset({"engine", "secret", "reason", "what"})
_COMMA = frozenset({"pt-BR", "es"})
"""Languages that write 2,5 where English writes 2.5."""
_UNSPACED = frozenset({"zh-CN"})


def locales_dir() -> Path:
    """The `locales/` folder: beside the package in a checkout, under `share/` once installed."""
    beside = Path(__file__).parent.parent / "locales"
    return beside if beside.is_dir() else Path(sys.prefix) / "share" / "imaginario" / "locales"


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """All sentences of one language. Raises `FileNotFoundError` for one we don't speak."""
    return json.loads((locales_dir() / f"{language}.json").read_text("utf-8"))


def match(wanted: str) -> str | None:
    """Our language for a tag such as "pt", "pt_BR.UTF-8", "zh-TW" or "es-MX"; None if there is none."""
    tag = wanted.split(".")[0].replace("_", "-").strip().lower()
    for language in LANGUAGES:
        if tag == language.lower():
            return language
    root = tag.split("-")[0]
    return next((name for name in LANGUAGES if name.lower().split("-")[0] == root), None)


def negotiate(accept_language: str) -> str:
    """The best of our languages for an `Accept-Language` header."""
    ranked: list[tuple[float, int, str]] = []
    for place, part in enumerate(accept_language.split(",")):
        tag, _, quality = part.partition(";q=")
        try:
            ranked.append((-float(quality or 1), place, tag))
        except ValueError:
            continue
    return next((found for _, _, tag in sorted(ranked) if (found := match(tag))), DEFAULT)


@dataclass(frozen=True, slots=True)
class Translator:
    """Looks up sentences in one language, English where one is missing."""

    language: str = DEFAULT
    _table: Mapping[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        known = self.language if self.language in LANGUAGES else DEFAULT
        object.__setattr__(self, "language", known)
        object.__setattr__(self, "_table", catalogue(known))

    def __call__(self, key: str, /, **values: Any) -> str:
        """The sentence of `key`, filled. A key nobody knows comes back as itself."""
        return self.filled(key, values) if values else self._text(key)

    def filled(self, key: str, values: Mapping[str, Any]) -> str:
        """The sentence of `key`, where a place without a value is left out instead of showing its braces.

        A value may be a mapping from languages to what it is called in each.
        """
        return self._text(key).format_map(_Forgiving({k: self._said(v) for k, v in values.items()}))

    def _said(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return value.get(self.language, value.get(DEFAULT, ""))
        return self.number(value) if isinstance(value, float) else value

    def number(self, value: float, digits: int | None = None) -> str:
        """A number as this language writes it, with so many digits behind the point or as few as it needs."""
        text = f"{value:.10g}" if digits is None else f"{value:.{digits}f}"
        return text.replace(".", ",") if self.language in _COMMA else text

    def joined(self, *sentences: str) -> str:
        """Sentences one after another; Chinese ones stand without a space between them."""
        said = [sentence for sentence in sentences if sentence]
        return ("" if self.language in _UNSPACED else " ").join(said)

    def listed(self, words: Iterable[str]) -> str:
        """Words as one list."""
        return ("、" if self.language in _UNSPACED else ", ").join(words)

    def has(self, key: str) -> bool:
        """Whether there is a sentence for `key`."""
        return key in self._table or key in catalogue(DEFAULT)

    def error(self, error: StudioError) -> tuple[str, str]:
        """What happened and the way out, in words."""
        values = {k: "" if v is None else v for k, v in error.values.items()}
        detail = str(values.get("detail", ""))
        reason = reasons.of(error.code, detail)
        # Only our own words have names; a person's never do, even when they look alike.
        values = {k: self.named(v) if k in _NAMED else v for k, v in values.items()}
        values["detail"] = self._explained(detail, reason)
        cure = f"errors.{error.sentence}.cure"
        if reason and self.has(f"reasons.{reason}.cure"):
            cure = f"reasons.{reason}.cure"
        said = (self.filled(key, values) for key in (f"errors.{error.sentence}", cure))
        sentence, way_out = (" ".join(text.split()) for text in said)  # a value may have been empty
        if self._text(f"errors.{error.sentence}").startswith("{engine}"):  # "the built-in engine …"
            sentence = capital(sentence)
        return sentence, way_out

    def _explained(self, detail: str, reason: str) -> str:
        """A provider's message: what it means, where that is known, and its own words, marked as such."""
        if not detail or self.has(f"names.{detail}"):
            return self.named(detail)
        quoted = self("reasons.quoted", words=" ".join(detail.split()).rstrip(" ."))
        return self.joined(self(f"reasons.{reason}"), quoted) if reason else quoted

    def _text(self, key: str) -> str:
        return self._table.get(key) or catalogue(DEFAULT).get(key) or key

    def named(self, word: Any) -> Any:
        """Our own word for something, such as a reason, in words; anything else as it is."""
        return self(f"names.{word}") if self.has(f"names.{word}") else word


def capital(sentence: str) -> str:
    """A sentence, or a label, with a capital: it may begin with a name such as "the built-in engine".

    One that begins with a model's id stays as it is written.
    """
    first = sentence.partition(" ")[0]
    return sentence if re.search(r"[/_\d]", first) else sentence[:1].upper() + sentence[1:]


class _Forgiving(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""
