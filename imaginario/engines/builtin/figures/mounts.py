"""On four legs: an animal that is ridden or runs, seen from its side, its head turned to the viewer."""

from __future__ import annotations

import math
from dataclasses import replace

from . import bodies, coats, heads, tails
from .bodies import Way
from .curves import ribbon
from .ink import Ink, group, line, oval, path, tone
from .look import Look

SEAT = (52.0, 116.0)
"""Where the rider's hips go, in the units of a figure standing on y = 252."""

_TRUNK = (
    "M-70 130C-66 104-30 100 10 112Q46 122 84 108C128 100 150 128 146 168"
    "C142 206 116 222 84 218C50 226 4 228-30 220C-64 212-76 172-70 130Z"
)
_HEAD = "translate(-96 58) scale(.8)"


def behind(ink: Ink, look: Look) -> str:
    """Tail, far wing and far legs, mane and horns."""
    tail = _tail(ink, look)
    wing = group(tails.wing(ink, look), "translate(14 -22) rotate(-16 30 130)")
    far = _leg(ink, look, -66, tone(bodies.limb_color(look), -0.28)) + _leg(
        ink, look, 70, tone(bodies.limb_color(look), -0.28)
    )
    return tail + wing + far


def before(ink: Ink, look: Look) -> str:
    """Near legs, trunk, saddle, near wing and head: all that hides the rider's far side."""
    near = _leg(ink, look, -32, bodies.limb_color(look)) + _leg(ink, look, 108, bodies.limb_color(look))
    wing = group(tails.wing(ink, look), "translate(70 26) scale(.9)")
    head = heads.draw(ink, look)
    top = group(head.behind, _HEAD)
    neck = (
        path(ribbon([(-30, 150), (-70, 100), (-96, 58)], (84, 86, 80)), ink.slope(look.fur))
        if look.neck
        else ""
    )
    trunk = ink.form(_TRUNK, look.fur, _coat(look))
    return (
        near
        + top
        + neck
        + _hump(ink, look)
        + trunk
        + _saddle(ink)
        + wing
        + group(head.face + head.above, _HEAD)
    )


_GAITS = frozenset({
    "lion", "dog", "bear", "rabbit", "fox", "wolf", "mouse", "cat", "elephant", "pig", "cow", "horse", "deer",
    "capybara", "hippo",
})  # fmt: skip
"""Families that run on four legs."""


def gallops(look: Look) -> bool:
    """Whether such an animal runs on four legs: it has the feet for it, and only its neck has anything on."""
    trim = look.trim
    worn = (
        look.outfit,
        trim.cape,
        trim.apron,
        trim.backpack,
        trim.boots,
        trim.shoes,
        trim.socks,
        trim.gloves,
    )
    worn = (*worn, trim.skates, trim.badge, trim.belly)
    stands = look.spots == "pouch" or look.paws not in ("paw", "hoof", "nail") or bool(look.drawn)
    return look.family in _GAITS and not stands and not any(worn)


def galloping(ink: Ink, look: Look, mane: str, face: str, collar: str) -> str:
    """An animal at full gallop to the right, above the ground; what is behind its face, that, and what is
    around its neck are in the units of a head."""
    color, rise = bodies.limb_color(look), 0.8 * look.neck
    place = f"translate(104 {56 - rise:.0f}) scale(.86)"
    far, near = tone(color, -0.28), color
    back = _tail(ink, look) + _stretched(ink, look, _FORE, far, 34) + _stretched(ink, look, _HIND, far, -34)
    neck = path(ribbon([(-34, 156), (-76, 104), (-104, 60 - rise)], (84, 84, 76)), ink.slope(look.fur))
    wing = group(tails.wing(ink, look), "translate(70 26) scale(.9)")
    body = (neck if look.neck else "") + _hump(ink, look) + ink.form(_TRUNK, look.fur, _coat(look)) + wing
    body = _stretched(ink, look, _HIND, near) + body + _stretched(ink, look, _FORE, near)
    whole = group(back, _AHEAD) + group(mane, place) + group(body, _AHEAD) + group(collar + face, place)
    return group(whole, _LIFTED)


_AHEAD, _LIFTED = "scale(-1 1)", "translate(0 252) scale(1.12) translate(0 -252) rotate(-5 0 170)"
"""Heads to the left are turned to the right, and the fore end of who gallops is the higher one."""
_FORE: Way = [(-44, 178), (-92, 194), (-134, 216)]
_HIND: Way = [(104, 176), (130, 214), (178, 214)]
"""Legs at full stretch, from the trunk to the foot, of an animal that heads left."""


def _stretched(ink: Ink, look: Look, way: Way, color: str, aside: float = 0) -> str:
    """A leg at full stretch with its foot, whose far end is so much to the right of what it says."""
    hip, (kx, ky), (x, y) = way
    x, y, kx = x + aside, y + 0.34 * abs(aside), kx + 0.5 * aside
    turn = math.degrees(math.atan2(y - ky, x - kx)) - 90
    leg = path(ribbon([hip, (kx, ky), (x, y)], (62, 46, 36)), ink.slope(color))
    shape = _HOOF if look.paws == "hoof" else _PAW
    foot = path(shape, ink.slope(_foot_color(look, color)))
    return leg + group(foot, f"translate({x:.0f} {y:.0f}) rotate({turn:.0f})")


_HOOF = "M-18-8H18L22 14Q0 22-22 14Z"
_PAW = "M-26 4C-28-12-12-20 4-17C20-14 24 0 20 10C14 20-24 20-26 4Z"


def _tail(ink: Ink, look: Look) -> str:
    """The tail; what a camel has behind it on two legs is the hump on its back."""
    return group(tails.tail(ink, look), "translate(94 -54) scale(.86)") if look.tail != "camel" else ""


def _hump(ink: Ink, look: Look) -> str:
    hump = "M78 150C82 96 104 72 122 76C142 82 150 118 148 160Z"
    return ink.form(hump, look.fur) if look.tail == "camel" else ""


def _leg(ink: Ink, look: Look, x: float, color: str) -> str:
    leg = path(ribbon([(x, 180), (x - 2, 210), (x - 2, 232)], (46, 42, 38)), ink.slope(color))
    foot = path(
        f"M{x - 26} 236Q{x - 26} 226 {x - 12} 226H{x + 16}L{x + 20} 252H{x - 24}Q{x - 30} 250 {x - 26} 236Z",
        ink.slope(_foot_color(look, color)),
    )
    return leg + foot


def _foot_color(look: Look, color: str) -> str:
    return tone(look.fur, -0.55) if look.paws == "hoof" else tone(color, -0.06)


def _coat(look: Look) -> str:
    if look.spots in ("bands", "spotted"):
        look = replace(look, dark=coats.contrast(look))
    if look.spots == "rainbow":
        return coats.rainbow(84, 236, 170)
    if look.spots in ("stripes", "bands"):
        stripes = (
            "M-30 100L-20 150L-8 106ZM20 108L28 160L42 112ZM92 100L96 152L112 104ZM130 130L108 168L146 160Z"
        )
        return path(stripes, look.dark)
    if look.spots == "patches":
        return path(
            (
                "M84 96C124 92 158 130 150 176C120 190 92 160 84 96Z"
                "M-70 150C-44 146-30 180-44 206C-70 210-84 180-70 150Z"
            ),
            look.dark,
        )
    if look.spots in ("belly", "scales"):
        return path("M-64 190C-20 214 60 214 118 200L100 240H-50Z", look.light, 0.9)
    if look.spots in ("rosettes", "dots", "tiles", "spotted", "mud"):
        color = "#6b4a30" if look.spots == "mud" else look.dark
        return "".join(
            oval(x, y, 11, 9, color)
            for x, y in ((-40, 140), (-10, 190), (-44, 186), (96, 140), (120, 170), (96, 196))
        )
    return ""


def _saddle(ink: Ink) -> str:
    blanket = path("M0 108Q46 124 92 106L98 168Q48 186-4 168Z", ink.slope("#c8434f"))
    trim = line("M-2 162Q48 180 96 162", "#f2c94c", 6)
    return blanket + trim + path("M14 108Q46 122 80 107Q86 124 46 128Q10 126 14 108Z", ink.slope("#7a4630"))
