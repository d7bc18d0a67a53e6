"""Faces and limbs for things that have none: a smiling croissant, an angry cloud, a watermelon with legs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..vocabulary import Entry
from . import expressions, faces, qualities, raster, trims
from .ink import Ink, disc, group, line, num
from .look import Look, with_fur
from .manner import Manner
from .palette import hex_of
from .svgart import Drawing

_LOOKS_BACK = frozenset({"face", "smile", "eyes"})
_STANDS = frozenset({"paws", "hands", "shoes", "boots", "socks"})
_GRASPS = frozenset({"hands", "gloves"})
_CARVED = frozenset({"jack-o-lantern", "skull", "mask", "statue", "doll", "pinata"})
"""Things that have a face of their own, which is what it is."""
_HALF = 92.0
"""Half the width of a face in its own units, its cheeks included."""


def shown(entry: Entry, told: Manner) -> frozenset[str]:
    """Ids of the traits and parts that become a face or limbs on a thing."""
    if entry.alive and entry.face is not None:
        return frozenset()
    parts = {part for part, _ in told.parts}
    if entry.id in _CARVED:
        seen = {"face", "smile", "smiling"} & (parts | set(told.traits))
    elif entry.face is not None:
        seen = parts & {"face", "smile"}
    else:
        seen = (qualities.FEELINGS & set(told.traits)) | (parts & _LOOKS_BACK)
    return frozenset(seen | (parts & (_STANDS | _GRASPS)))


def limbs(entry: Entry, told: Manner) -> bool:
    """Whether it gets arms or legs, which reach out of the drawing."""
    return bool(shown(entry, told) & (_STANDS | _GRASPS))


def behind(ink: Ink, drawing: Drawing, entry: Entry, told: Manner) -> str:
    """Arms and legs, to be drawn before the thing itself."""
    asked = shown(entry, told)
    x, y, w, h = drawing.box
    u = min(w, h) / 256
    colors = {part: hex_of(color) if color else "" for part, color in told.parts}
    out = (
        "".join(_leg(ink, colors, x + w * at, y + h, u, side) for at, side in _FEET)
        if asked & _STANDS
        else ""
    )
    if asked & _GRASPS:
        out += "".join(_arm(ink, colors, x + w * at, y + h * 0.56, u, side) for at, side in _ARMS)
    return out


_FEET = ((0.36, -1), (0.64, 1))
_ARMS = ((0.14, -1), (0.86, 1))
_LIMB = "#4a3540"


def _leg(ink: Ink, colors: dict[str, str], x: float, low: float, u: float, side: int) -> str:
    stride = line(f"M{num(x)} {num(low - 34 * u)}V{num(low + 56 * u)}", _LIMB, 13 * u)
    worn = colors.get("boots") or colors.get("shoes") or "#d9483d"
    shoe = trims.shoe(ink, worn, "boots" in colors)
    sock = line("M-3-34V-6", colors.get("socks") or "#fdf6ec", 20) if "socks" in colors else ""
    place = (
        f"translate({num(x + side * 6 * u)} {num(low + 58 * u)}) scale({num(side)} 1) scale({u * 1.15:.3f})"
    )
    return stride + group(sock + shoe, place)


def _arm(ink: Ink, colors: dict[str, str], x: float, y: float, u: float, side: int) -> str:
    hand = (x + side * 62 * u, y - 36 * u)
    bend = f"M{num(x)} {num(y)}Q{num(x + side * 48 * u)} {num(y + 30 * u)} {num(hand[0])} {num(hand[1])}"
    glove = ink.ball(colors.get("gloves") or "#fdf6ec", 0.2)
    return (
        line(bend, _LIMB, 12 * u)
        + disc(*hand, 19 * u, glove)
        + disc(hand[0] - side * 15 * u, hand[1] - 9 * u, 8 * u, glove)
    )


def over(ink: Ink, drawing: Drawing, entry: Entry, told: Manner) -> str:
    """The face of a thing, where there is most room for it."""
    given = entry.face is None and entry.id not in _CARVED
    if not given or not shown(entry, told) & (_LOOKS_BACK | qualities.FEELINGS):
        return ""
    room = raster.roomiest(ink.defs() + drawing.content, drawing.box)
    look = _look(room.color, told.traits)
    if color := next((hex_of(c) for part, c in told.parts if part == "eyes" and c), ""):
        look = replace(look, iris=color, vivid=True)
    drawn = (
        faces.cheeks(ink, look)
        + faces.smile(look, 30, 17, expressions.line_color(look))
        + faces.eyes(ink, look)
        + expressions.animal_brows(look)
        + expressions.tears(ink, look)
    )
    at = f"translate({num(room.x)} {num(room.y - room.radius * 0.06)})"
    return group(drawn, f"{at} scale({room.radius / _HALF:.3f})")


def _look(ground: str, traits: Iterable[str]) -> Look:
    look = with_fur(Look(family="plain", eye_x=38, eye_y=0, eye_r=15, muzzle="small"), ground)
    for trait in sorted(traits, key=qualities.rank):
        if trait in qualities.FEELINGS:
            look = qualities.feel(look, trait) or look
    return look
