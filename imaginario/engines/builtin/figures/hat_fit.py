"""How hats sit: on the crown of any head, with the eyes free below them and small ears before them."""

from __future__ import annotations

from collections.abc import Sequence

from . import ears, hats
from .eyes_drawn import Eye
from .ink import Ink, group, num
from .look import Look

_HEMS = {
    "wizard": -34, "witch": -34, "crown": -48, "coronet": -57, "tiara": -67, "chef": -50, "pirate": -73,
    "santa": -31, "safari": -34, "beret": -49, "cowboy": -42, "party": -63, "top-hat": -35, "straw": -30,
    "cap": -32, "backwards-cap": -46, "beanie": -35, "police": -31, "captain": -31, "firefighter": -36,
    "hardhat": -31,
    "graduate": -51, "helm": -45, "headphones": -71, "headband": -37, "bow": -45, "halo": -114,
    "flowers": -44, "feathers": -55, "sailor": -52, "nurse": -57, "nightcap": -29, "rain-hat": -38,
    "bucket": -38, "detective": -34, "viking": -50, "kabuto": -24, "jester": -42, "sombrero": -17,
    "cangaceiro": -70, "fez": -59, "turban": -47, "aviator": -47, "leaf": -85, "red-cap": -31,
}  # fmt: skip
"""How far down each hat reaches over the eyes, in its own units."""
_GAP = 4.0
_TALL = {"bead": 1.24, "iris": 1.44, "white": 1.3, "person": 1.4, "screen": 1.15, "alien": 1.9, "ring": 1.3}
"""How far up an eye reaches from its middle, in its own radii."""
_BEFORE = frozenset({"capybara", "hippo"})
"""Ears so small that a brim would hide them: they stand before it."""
_UNDER_EYES = 22.0
"""Where a wig hangs whose wearer has the eyes on top of the head."""


def worn(ink: Ink, look: Look, hat: str, color: str) -> str:
    """A hat on the head of a look. Raises `KeyError` for an unknown one."""
    place = f"translate(0 {num(height(look, hat))}) scale({look.hat_scale:.3f})"
    out = group(hats.draw(ink, hat, color), place)
    return out + ears.draw(ink, look) if look.ears in _BEFORE and hat not in hats.BESIDE else out


def height(look: Look, hat: str) -> float:
    """How far below (above, if negative) its usual place a hat sits."""
    if hat not in _HEMS:
        return _UNDER_EYES if look.skull == "frog" else look.hat_y
    if look.drawn:
        return look.hat_y
    free = look.eye_y - look.eye_r * _TALL.get(look.eyes, 1.24) - _GAP
    return min(look.hat_y, free - _HEMS[hat] * look.hat_scale)


def lift(hat: str, face: tuple[float, float, float], eyes: Sequence[Eye]) -> float:
    """How far above its usual place a hat sits on a face drawn by hand, in units of the drawing."""
    _, y, radius = face
    if hat not in _HEMS or not eyes:
        return 0
    free = min(eye.y - eye.ry for eye in eyes) - _GAP * radius / 100
    return min(_MOST * radius, max(0, y + _HEMS[hat] * radius / 100 - free))


_MOST = 0.5
"""No hat is lifted further than this share of the face's radius."""


__all__ = ["height", "lift", "worn"]
