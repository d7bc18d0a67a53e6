"""Small letters for captions: Pillow's own font, which knows no accents, and accents drawn by hand.

Only Latin letters can be written; others are left out.
"""

from __future__ import annotations

import math
import unicodedata
from functools import cache

from PIL import Image, ImageDraw, ImageFont

FINER = 4
"""Lines are drawn this many times as large, then made smaller, for smooth accents."""
_MARKS = {
    "\u0301": ((-0.05, 0.0), (0.09, -0.13)),
    "\u0300": ((-0.09, -0.13), (0.05, 0.0)),
    "\u0302": ((-0.13, 0.0), (0.0, -0.12), (0.13, 0.0)),
    "\u0303": tuple((x / 40, -0.06 + 0.04 * math.sin(x * math.pi / 6)) for x in range(-6, 7)),
    "\u0327": ((0.01, 0.0), (0.05, 0.07), (0.0, 0.13), (-0.07, 0.12)),
}
"""Accents as strokes: points in letter heights, from the middle of the letter's top (the cedilla's: foot)."""
_DOTS = {"\u0308": (-0.1, 0.1)}


def length(text: str, size: float) -> float:
    """How long a line is, in pixels."""
    return _font(round(size * FINER)).getlength(_letters(text)) / FINER


def wrapped(text: str, size: float, width: float) -> list[str]:
    """The lines of a text, none longer than `width` pixels, unless a word is."""
    lines: list[str] = []
    for word in text.split():
        if lines and length(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def line(text: str, size: float) -> Image.Image:
    """One line as a mask (mode L), 1.6 times as high as `size` pixels."""
    big = round(size * FINER)
    font, width = _font(big), math.ceil(length(text, size)) + 2
    mask = Image.new("L", (width * FINER, round(1.6 * size) * FINER), 0)
    pen, x, top = ImageDraw.Draw(mask), 0.0, round(0.24 * big)
    for letter in unicodedata.normalize("NFC", text):
        base, *marks = unicodedata.normalize("NFD", letter)
        if not base.isascii() and base != "·":
            continue
        pen.text((x, top), base, font=font, fill=255)
        for mark in marks:
            _accent(pen, base, mark, x, top, big)
        x += font.getlength(base)
    return mask.resize((width, mask.height // FINER), Image.Resampling.LANCZOS)


def _accent(pen: ImageDraw.ImageDraw, base: str, mark: str, x: float, top: int, size: int) -> None:
    left, high, right, low = _font(size).getbbox("l" if base == "i" else base)
    middle, width = x + (left + right) / 2, round(0.075 * size)
    if base == "i":
        high = _font(size).getbbox("x")[1]
        pen.rectangle((x, 0, x + right + 1, top + high - 1), fill=0)
    at = top + (low if mark == "\u0327" else high - 0.08 * size)
    for away in _DOTS.get(mark, ()):
        cx, cy, r = middle + away * size, at - 0.03 * size, 0.055 * size
        pen.ellipse((cx - r, cy - r, cx + r, cy + r), fill=255)
    if points := _MARKS.get(mark):
        pen.line(
            [(middle + px * size, at + py * size) for px, py in points], fill=255, width=width, joint="curve"
        )


def _letters(text: str) -> str:
    """The text as the font knows it."""
    bare = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return "".join(c for c in bare if c.isascii() or c == "·")


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
