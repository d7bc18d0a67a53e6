"""What is in a vessel that somebody holds, and what is in the other hand: "a basket full of apples"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..words import forms
from ..words.lexicon import listed, table
from .said import Said

_FULL: Mapping[str, Mapping[str, str]] = {
    "en": {"": "full of"},
    "pt": {"": "cheio de", "f": "cheia de"},
    "es": {"": "lleno de", "f": "llena de"},
}


def laden(phrase: str, figure: Said, name: str, code: str, gender: str) -> str:
    """The phrase of a vessel with `name`, what it is full of; `gender` is that of the vessel's noun."""
    if not (figure.held_load and phrase):
        return phrase
    if code == "zh":
        return f"装满{name}的{phrase}"
    full = _FULL[code].get(gender) or _FULL[code][""]
    uncounted = code == "en" and name in listed(str(table("genders")["en"]["mass"]))
    return f"{phrase} {full} {name if uncounted else next(forms.plurals(name, code), name)}"


def with_other_hand(figure: Said) -> Said:
    """The figure as if what is in its other hand were all it held."""
    return replace(
        figure, held=figure.other_held, held_color=figure.other_color, held_near=figure.other_near,
        other_held="", held_word="", held_kind="", held_print="", held_traits=(), held_size=1.0,
        held_many=False, held_load="",
    )  # fmt: skip
