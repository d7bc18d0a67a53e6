"""Styles as data: one TOML file each, wrapped around the prompt."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType

from imaginario.errors import InvalidOption


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """A look: `wrap` holds "{prompt}", `negative` joins the negative prompt, `words` tell an assistant."""

    id: str
    wrap: str
    words: str
    negative: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """The name a person reads."""
        return self.names.get(language) or self.names.get("en", self.id)

    def apply(self, prompt: str) -> str:
        """The prompt in this style; one that already says it is left alone."""
        if self.words.lower() in prompt.lower():
            return prompt
        return self.wrap.replace("{prompt}", prompt.rstrip(" ."))


@cache
def load() -> Mapping[str, Style]:
    """All styles by id, in file-name order."""
    table: dict[str, Style] = {}
    folder = resources.files("imaginario") / "styles"
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            data = tomllib.loads(path.read_text("utf-8"))
            data["aliases"] = tuple(data.get("aliases", ()))
            style = Style(id=path.name.removesuffix(".toml"), **data)
            table[style.id] = style
    return MappingProxyType(table)


def get(wanted: str) -> Style:
    """The style of this id, name or alias in any language. Raises `InvalidOption`."""
    word = wanted.strip().lower()
    for style in load().values():
        if word in {
            style.id,
            *(n.lower() for n in style.names.values()),
            *(a.lower() for a in style.aliases),
        }:
            return style
    raise InvalidOption(option="--style", value=wanted, allowed=", ".join(load()))
