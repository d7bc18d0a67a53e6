"""One head: every animal and person is the same few parts, chosen and coloured by a `Look`.

A head is centred on (0, 0), about 210 units wide, crown near y = -92 and chin near y = 90.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from . import ages, coats, crests, ears, expressions, faces, hair, marks, muzzles, skulls
from .families import FAMILIES
from .ink import Ink, disc, mirrored, oval
from .look import Look, build


class Head(NamedTuple):
    """SVG of one head in three layers, so that bodies, hoods and hats can come between them."""

    behind: str
    """Mane, horns and hair behind the shoulders' line."""
    face: str
    """Ears, skull and everything on it."""
    above: str
    """Forelock, tusks of hair: what a hat hides."""


_BELOW_THE_CHIN = "M-340 61H340C340 150 190 224 0 224C-190 224-340 150-340 61Z"
"""Of the body of such a drawing, what looks out from behind the clothes: its own legs would be third ones."""
_ABOVE_CLOTHES = "M-500-500H500V62H76C62 84 36 98 0 98C-36 98-62 84-76 62H-500Z"
"""The face of a drawing that stands in for a head: the rest of its body stays behind what it wears."""


def look_of(params: Mapping[str, Any], main: str) -> Look:
    """The look written in a subject's `[head]` table. Raises `KeyError` for an unknown family."""
    return build({**FAMILIES[params["family"]], **ages.preset(params)}, params, main)


def draw(ink: Ink, look: Look) -> Head:
    """The head of a look."""
    if look.drawn:
        return Head(ink.inside(_BELOW_THE_CHIN, look.drawn), ink.inside(_ABOVE_CLOTHES, look.drawn), "")
    if look.human:
        return _person(ink, look)
    body, look = look, replace(look, fur=look.face or look.fur)
    skull = skulls.outline(look.skull)
    front = look.ears in ears.IN_FRONT
    ear = ears.draw(ink, replace(look, fur=look.ear_color, dark=look.ear_color) if look.ear_color else look)
    face = (
        ("" if front else ear)
        + _bumps(ink, look)
        + ink.form(skull, look.fur, marks.draw(ink, look), plain=_light(ink))
        + (ear if front else "")
        + coats.forelock(ink, look)
        + faces.cheeks(ink, look)
        + _bearded(ink, look, under=True)
        + muzzles.draw(ink, look)
        + _bearded(ink, look, under=False)
        + (faces.whiskers(look.whiskers) if look.whiskers else "")
        + faces.eyes(ink, look)
        + expressions.animal_brows(look)
        + expressions.tears(ink, look)
    )
    return Head(crests.behind(ink, body) + coats.ruff(ink, look), face, crests.above(ink, body))


def _bearded(ink: Ink, look: Look, *, under: bool) -> str:
    """The beard of an animal that was asked to have one."""
    return hair.beard(ink, replace(look, hair_color=look.beard_color), under=under) if look.beard else ""


def _light(ink: Ink) -> str:
    return oval(-36, -48, 50, 33, ink.glow("#ffffff", 0.34), turn=-24)


def _bumps(ink: Ink, look: Look) -> str:
    if look.skull != "frog":
        return ""
    return mirrored(disc(look.eye_x, look.eye_y + 2, 42, ink.ball(look.fur)))


def _person(ink: Ink, look: Look) -> Head:
    skull = skulls.outline(look.skull)
    veiled = look.hair == "veil"
    grown = replace(look, hair_color=look.beard_color) if look.beard_color else look
    face = (
        ("" if veiled else ears.draw(ink, look))
        + ink.form(skull, look.skin, marks.draw(ink, look), depth=0.2)
        + faces.cheeks(ink, look)
        + hair.age(look)
        + hair.beard(ink, grown, under=True)
        + muzzles.draw(ink, look)
        + (disc(0, 36, 15, ink.ball(look.trim.nose)) if look.trim.nose else "")
        + hair.beard(ink, grown, under=False)
        + (faces.whiskers(look.whiskers) if look.whiskers else "")
        + faces.eyes(ink, look)
        + hair.front(ink, look)
        + hair.brows(look)
        + expressions.tears(ink, look)
    )
    top = _second_ears(ink, look) + crests.above(ink, look)
    return Head(crests.behind(ink, look) + hair.behind(ink, look), face, top)


def _second_ears(ink: Ink, look: Look) -> str:
    if not look.extra_ears:
        return ""
    return ears.draw(ink, replace(look, ears=look.extra_ears, fur=look.ear_color, inner="#f7b3ad"))
