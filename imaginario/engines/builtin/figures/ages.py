"""Ages: what the heads and bodies of grown people have that children's have not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from . import expressions
from .ink import Ink, line, luma, mirrored, mix, oval, path, tone
from .look import Look

CHIN = 92.0
"""Heads of every age are scaled about this height, so that they stay on their shoulders."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stature:
    """Scales of the head, and of all below it across and upwards.

    `legs` is how much longer the legs are and `neck` how much higher the head stands, in units.
    """

    head: float = 1.0
    wide: float = 1.0
    tall: float = 1.0
    legs: float = 0.0
    neck: float = 0.0


_CHILD = Stature()
_STATURES: Mapping[str, Stature] = MappingProxyType(
    {
        "teen": Stature(head=0.9, wide=1.05, tall=1.08, legs=16, neck=5),
        "adult": Stature(head=0.82, wide=1.14, tall=1.15, legs=30, neck=9),
        "woman": Stature(head=0.82, wide=1.06, tall=1.13, legs=30, neck=10),
    }
)
_TEEN = {"skull": "teen", "eye_y": 9, "eye_r": 14.2, "muzzle": "teen"}
_ADULT = {"skull": "man", "eye_x": 37, "eye_y": 4, "eye_r": 12.4, "muzzle": "man"}
_WOMAN = {"skull": "woman", "eye_x": 38, "eye_y": 6, "eye_r": 13.8, "muzzle": "woman"}


def stature(look: Look) -> Stature:
    """The proportions of a look; a child's for everyone who is not human."""
    found = _STATURES.get("woman" if look.age == "adult" and look.lashes else look.age)
    return found or _CHILD


def preset(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a subject's age, told in its `[head]` table, changes in its family's face."""
    age = given.get("age", "child")
    if age == "teen":
        return _TEEN
    if age == "adult":
        return _WOMAN if given.get("lashes") else _ADULT
    return {}


def neck(ink: Ink, look: Look) -> str:
    """The neck of the grown, seen between chin and collar."""
    if not stature(look).neck:
        return ""
    half = 19 if look.lashes else 25
    d = f"M{-half} 52L{-half - 6} 100H{half + 6}L{half} 52Z"
    return path(d, ink.blend(look.skin, tone(look.skin, -0.3), tone(look.skin, -0.16)))


def man(ink: Ink, look: Look) -> str:
    """The nose and mouth of a man."""
    return _nose(ink, look, 15, 11) + _mouth(look, 62, 19)


def woman(ink: Ink, look: Look) -> str:
    """The nose and lips of a woman."""
    return _nose(ink, look, 9.5, 7.5) + _lips(look)


def teen(ink: Ink, look: Look) -> str:
    """The nose and mouth of one who is no child any more."""
    return _nose(ink, look, 9, 7) + _mouth(look, 56, 17)


def _nose(ink: Ink, look: Look, rx: float, ry: float) -> str:
    """A soft bridge that catches the light at its left, ending in a rounded tip."""
    y = 38.0
    bridge = path(
        f"M2 {y - 26}C{rx * 0.6} {y - 16} {rx * 1.1} {y - 6} {rx} {y + 2}L0 {y + 2}Z",
        tone(look.skin, -0.16),
        0.75,
    )
    wings = mirrored(oval(rx * 0.72, y + ry * 0.34, rx * 0.42, ry * 0.5, tone(look.skin, -0.2)))
    tip = oval(0, y, rx * 0.86, ry, ink.ball(tone(look.skin, -0.05), 0.24))
    return bridge + wings + tip + oval(-rx * 0.26, y - ry * 0.36, rx * 0.26, ry * 0.24, "#fff", 0.5)


def _deep(look: Look) -> str:
    return "#8e3a40" if luma(look.skin) > 0.45 else "#561a28"


def _mouth(look: Look, y: float, half: float) -> str:
    if expressions.stretched(look):
        return expressions.mouth(look, y - 1, half * 0.96, _deep(look)) + _fangs(look, y + 6)
    if look.mood == "glad":
        return _laugh(look, y - 4, half, "")
    under = line(f"M{-half * 0.4} {y + 21}Q0 {y + 25} {half * 0.4} {y + 21}", tone(look.skin, -0.3), 3.5, 0.6)
    return (
        line(f"M{-half} {y}Q0 {y + half * 0.95} {half} {y}", _deep(look), 4.6) + under + _fangs(look, y + 6)
    )


def _lips(look: Look) -> str:
    rose = mix(look.skin, "#c22f4c", 0.56)
    if expressions.stretched(look):
        return expressions.mouth(look, 60, 18, rose) + _fangs(look, 64)
    if look.mood == "glad":
        return _laugh(look, 58, 18, rose)
    upper = path("M-19 57C-11 54-5 55 0 59C5 55 11 54 19 57Q0 71-19 57Z", rose)
    lower = path("M-19 57Q0 71 19 57C13 77-13 77-19 57Z", tone(rose, 0.16))
    return upper + lower + line("M-20 56Q0 71 20 56", tone(rose, -0.42), 3) + _fangs(look, 64)


def _laugh(look: Look, y: float, half: float, rim: str) -> str:
    """An open laugh with the upper teeth, in lips if `rim` gives their colour."""
    shape = (
        f"M{-half} {y}Q0 {y + 5} {half} {y}Q{half * 0.9} {y + half * 1.2} 0 {y + half * 1.25}"
        f"Q{-half * 0.9} {y + half * 1.2} {-half} {y}Z"
    )
    teeth = path(
        f"M{-half * 0.86} {y + 1.5}Q0 {y + 5} {half * 0.86} {y + 1.5}L{half * 0.7} {y + 8}"
        f"Q0 {y + 11} {-half * 0.7} {y + 8}Z", "#fffdf6",
    )  # fmt: skip
    tongue = oval(0, y + half * 0.98, half * 0.5, half * 0.24, "#f2798a")
    return (line(shape, rim, 5) if rim else "") + path(shape, "#7a2e3a") + tongue + teeth


def _fangs(look: Look, y: float) -> str:
    return mirrored(path(f"M7 {y}L14 {y - 1}L11 {y + 11}Z", "#fffdf6")) if look.fangs else ""
