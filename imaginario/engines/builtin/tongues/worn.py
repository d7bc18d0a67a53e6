"""English: what several people wear, each of them one: "in yellow raincoats", "wearing red wool beanies"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..words import forms
from ..words.lexicon import listed, table

_JOINTS = re.compile(r"( and |, | with | in | wearing | as )")


def by_many(text: str) -> str:
    """What one wears, as it is said of several: "in robes and pointed hats"."""
    found: list[str] = []
    counted = False
    for piece in _JOINTS.split(text):
        if _JOINTS.fullmatch(piece):
            found.append(piece)
            continue
        counted = piece.startswith(("a ", "an ")) or (counted and found[-1:] == [" and "])
        noun = re.sub(r"^an? ", "", piece)
        shade = noun in _shades()  # "a black and white shirt"
        found.append(next(forms.plurals(noun, "en")) if counted and noun and not shade else noun)
    return "".join(found)


@cache
def _shades() -> frozenset[str]:
    rows = (*table("colors").values(), *table("shades").values())
    return frozenset(word for row in rows for word in listed(str(row.get("en", ""))))


@dataclass(frozen=True, slots=True)
class Clad:
    """Clothes in words, and whether these tell of the hat that goes with them."""

    text: str
    hat_told: bool = False
    hat: str = ""
    """The hat that is to be told apart."""


_HATS = frozenset({"hat", "crown", "cap", "tiara", "helmet"})


def with_its_hat(text: str, hat: str, color: str) -> Clad:
    """Clothes whose own hat has a colour: "in a robe and purple pointed hat"."""
    before, link, own = next(
        (parts for link in (" and ", " with a ") if (parts := f" {text}".rpartition(link))[1]), ("", "", "")
    )
    if hat not in ("", "hat"):  # a king in a small crown has no golden one, too
        return Clad(before.strip() if own.split()[-1:] and own.split()[-1] in _HATS else text)
    if not color:  # a witch with a star on her hat wears no second one
        return Clad(text, hat_told=hat == "hat" and own.split()[-1:] == ["hat"])
    if own.split()[-1:] and own.split()[-1] in _HATS:
        plain = " ".join(word for word in own.split() if word not in _shades())
        return Clad(f"{before}{link}{color} {plain}".strip(), hat_told=True)
    return Clad(text, hat="hat")
