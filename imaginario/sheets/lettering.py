"""Words on a sheet: a font that has every sign of them, or a number and a legend. Never an empty box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont as Font

FONTS = (
    "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf", "segoeui.ttf", "arial.ttf",
    "Arial.ttf", "Helvetica.ttc", "NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf",
    "NotoSansSC-Regular.otf", "wqy-microhei.ttc", "wqy-zenhei.ttc", "DroidSansFallbackFull.ttf", "msyh.ttc",
    "simhei.ttf", "simsun.ttc", "PingFang.ttc", "Hiragino Sans GB.ttc", "STHeiti Medium.ttc",
    "Arial Unicode.ttf",
)  # fmt: skip
"""Fonts of Linux, Windows and macOS that are looked for, by file name; Pillow's own knows ASCII only."""
ENOUGH = 0.8
"""Part of a text that has to be left when signs are dropped."""
NOWHERE = "\U0010ffff"
"""A sign no font has."""


class Lettering:
    """Chooses fonts and keeps the legend."""

    def __init__(self, fonts: Sequence[str], texts: Iterable[str] = ()) -> None:
        self._names = ("", *(name for name in fonts if _place(name)))
        signs = "".join(texts)
        # One hand for the whole sheet, if one font has it all.
        self._first = next((name for name in self._names if self._has(name, signs)), "")
        self.legend: list[str] = []

    def written(self, text: str, size: int, *, whole: bool = True) -> tuple[str, Font]:
        """What to write for `text`, and the font, `size` pixels high.

        Where no font has its signs: the same without accents; unless it must be `whole`, without a few signs
        (an emoji); or a number that the legend explains.
        """
        text = " ".join(text.split())
        for wording in (text, _bare(text)):
            names = (self._first, *self._names)
            found = next((name for name in names if self._has(name, wording)), None)
            if found is not None:
                return wording, font(found, size)
        best = max(self._names, key=lambda name: len(self._known(name, text)))
        known = self._known(best, text)
        if not whole and len(known) >= ENOUGH * len(text):
            return " ".join(known.split()), font(best, size)
        if text not in self.legend:
            self.legend.append(text)
        return f"#{self.legend.index(text) + 1}", font("", size)

    def legible(self, text: str) -> bool:
        """Whether it can be written, be it without accents."""
        return any(self._has(name, _bare(text)) for name in self._names)

    def _has(self, name: str, text: str) -> bool:
        return all(_knows(name, sign) for sign in set(text) if not sign.isspace())

    def _known(self, name: str, text: str) -> str:
        return "".join(sign for sign in text if sign.isspace() or _knows(name, sign))

    @property
    def explained(self) -> list[str]:
        """The legend, one line for each number."""
        return [f"#{number}: {text}" for number, text in enumerate(self.legend, start=1)]


def font(name: str, size: int) -> Font:
    """A font of the system by its file name; "" is Pillow's own."""
    from PIL import ImageFont

    if name:
        return ImageFont.truetype(_place(name), size)
    return cast("Font", ImageFont.load_default(size))  # a bitmap font only where FreeType is lacking


def _bare(text: str) -> str:
    """The text without accents, with signs of ASCII for some that it lacks."""
    plain = text.translate({ord("×"): "x", ord("–"): "-", ord("—"): "-", ord("·"): "|", ord("…"): "..."})
    apart = unicodedata.normalize("NFD", plain)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@cache
def _place(name: str) -> str:
    """Where a font of this file name lies; "" where there is none."""
    from PIL import ImageFont

    try:
        return str(ImageFont.truetype(name, 10).path)
    except OSError:
        return ""


@cache
def _knows(name: str, sign: str) -> bool:
    """Whether a font has a sign of its own for this one: the one for what it lacks looks different."""
    known = font(name, 20)
    return _dots(known, sign) != _dots(known, NOWHERE)


def _dots(known: Font, sign: str) -> bytes:
    from PIL import Image, ImageDraw

    picture = Image.new("L", (40, 40))
    ImageDraw.Draw(picture).text((4, 4), sign, font=known, fill=255)
    return picture.tobytes()
