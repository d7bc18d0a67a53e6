"""What a figure holds: how large it is in a hand, where the hand goes, and what of it is in front."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from . import ages
from .builds import Build
from .ink import group, line, num
from .look import Look
from .poses import SOLE, Pose
from .raster import Box
from .svgart import disowned

_LONGEST = 372.0
"""How long what is held upright may be: a little more than a figure is tall."""
_POLE, _SHAFT = 300.0, 0.2
"""From this length on a thing is a pole that stands on the ground, if so much of it is below the grip."""
_LEAST_EATEN = 92.0
"""How large, at least, what is eaten out of a hand is."""
_HEAD = 104.0
"""Half the width of a usual head, with its ears."""
_HALVES: Mapping[str, float] = {
    "elephant": 188, "koala": 160, "cow": 165, "fin": 160, "mouse": 146, "elf": 144, "monkey": 142,
    "deer": 150, "lop": 138, "dog": 134, "pompon": 140, "pigtails": 150, "braids": 130, "afro": 136,
    "mane": 134, "palms": 210, "gills": 148, "frill": 142, "spines": 148,
}  # fmt: skip
"""The same of heads with wide ears, hair or crests."""
_ABOVE_IT = 66.0
"""No higher than this reaches, in front, what both hands hold: the face stays free."""
_FELT = 0.75
"""By which power of its size something is larger in a hand: nobody lifts giants."""
_ROOM, _BROAD = 190.0, 110.0
"""How long something large before the body may be, and from which width on it takes both hands."""
_EATEN_AWAY, _EATEN_TURN = 116.0, 16.0
"""What rises so high above the hand while it is eaten leans away from the eyes, by so many degrees."""
_SPREAD = 26.0
"""By how many degrees, at most, a thing leans away from a wide head."""
_STICK, _HELD_UP = "#8a5a3a", ((104, 140), (132, 120))
"""The colour of an umbrella's stick, and the arm that holds it up beside the head."""
_RIM, _SLANT, _COVERED = 6.0, 0.17, 0.84
"""How far above the head its rim is, how much its stick slants by its length, and how much of a head is below
it at the far side at least, as a share."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Prop:
    """A drawing to be held: SVG in its own units, where it is gripped, and its scale."""

    svg: str
    grip: tuple[float, float]
    scale: float
    long: float = 1
    """Its height in its own units."""
    wide: float = 1
    """Its width in its own units."""
    turn: float = 0
    rise: float = 0
    """How far it reaches above the grip, in units of the figure."""
    left: float = 0
    """How far to the left of the grip."""
    tall: bool = False
    """Whether it rises beside the head and so needs the hand further out."""
    size: float = 1
    """How large it is by what is usual, as it was told."""
    strummed: bool = False
    """Whether it is an instrument, which lies before the hand that holds it."""
    roof: tuple[float, float, float] | None = None
    """Where its holder stands under it: the middle and the height of its rim, and its width."""
    lips: tuple[float, float, float] | None = None
    """Where it is blown into, and how many degrees it is turned then."""
    bowed: tuple[float, float, float, str] | None = None
    """What of it is at the chin or on the floor under a bow, and how many degrees it is turned then."""
    shared: float = 0
    """How tall those are who stand under its roof beside its holder, as a share of the holder's height."""
    action: str | None = None
    """What one does with it when nothing else is asked: read a book, play a guitar."""
    other: Prop | None = None
    """What is in the other hand."""

    @property
    def pole(self) -> bool:
        """Whether it is a staff or a spear, whose foot stands on the ground."""
        below = self.long * self.scale - self.rise
        upright = self.tall and not self.strummed and self.roof is None
        return upright and self.long * self.scale > _POLE and below > _SHAFT * self.long * self.scale


class Layers(NamedTuple):
    """A held thing in the layers of a figure, all in the units of the body."""

    behind: str = ""
    """Behind all of the figure: an umbrella."""
    under: str = ""
    """Before the body, in the hand: under the arms."""
    low: str = ""
    """Over the arms, under the head."""
    high: str = ""
    """Over the head, under arms that are raised."""
    last: str = ""
    """Over everything: what is eaten."""


def sized(prop: Prop) -> Prop:
    """The thing no longer than a figure is tall."""
    length = prop.long * prop.scale
    if length <= _LONGEST or not prop.tall or prop.strummed:
        return prop
    k = _LONGEST / length
    return replace(prop, scale=prop.scale * k, rise=prop.rise * k, left=prop.left * k)


def told(prop: Prop, size: float) -> Prop:
    """The thing as large as it was told to be: a giant teddy bear."""
    k = size**_FELT
    return replace(prop, scale=prop.scale * k, rise=prop.rise * k, left=prop.left * k, size=k)


def half(look: Look) -> float:
    """How far the head of a look reaches to each side, in its own units."""
    return max([_HEAD, *(_HALVES.get(part, 0) for part in (look.ears, look.hair, *look.crest))])


def reaching(look: Look, pose: Pose, prop: Prop) -> Pose:
    """The pose with the hand where the thing needs it."""
    if prop.size > 1 and not prop.tall and pose.hold in ("right", "front"):
        return _embracing(pose, prop)
    if pose.hold == "mouth":
        # So low that what is eaten ends beside the mouth and leaves the eyes in sight.
        y = min(162.0, max(96.0, 50 + prop.rise))
        x = 98 if _is_in_the_way(prop) else 104 if prop.tall else 72
        return replace(pose, right=((max(100, x + 10), 142 + 0.2 * (y - 96)), (x, y)))
    if pose.hold != "right" or not prop.tall:
        return pose
    if prop.roof is None:
        return replace(pose, right=((98, 142), (126, 128)))
    return replace(pose, right=_HELD_UP)


def _is_in_the_way(prop: Prop) -> bool:
    return prop.tall and prop.rise > _EATEN_AWAY


def _embracing(pose: Pose, prop: Prop) -> Pose:
    """Both arms around something large, its face free."""
    if pose.hold == "right" and prop.wide * prop.scale < _BROAD:
        return pose
    x, y = min(70.0, 0.38 * prop.wide * prop.scale), min(206.0, _before(prop)[1] + 8)
    return replace(pose, left=((-92, 150), (-x, y)), right=((92, 150), (x, y)), hold="front")


def _before(prop: Prop) -> tuple[Prop, float]:
    """What is held before the body, and how high: large things a little smaller, below the face."""
    if prop.size <= 1:
        return prop, 168
    k = min(1.0, _ROOM / (prop.long * prop.scale))
    prop = replace(prop, scale=prop.scale * k, rise=prop.rise * k, left=prop.left * k)
    return prop, max(168, _ABOVE_IT + prop.rise)


def over_head(look: Look, pose: Pose, prop: Prop | None) -> bool:
    """Whether the thing, and the arm that holds it, are before a head that would hide them."""
    wide = prop is not None and prop.tall and prop.roof is None and half(look) > _HEAD
    return wide and pose.hold == "right" and not pose.lying


def laid_out(look: Look, frame: Build, pose: Pose, prop: Prop | None, head: Box) -> Layers:
    """The held thing at its place; `head` is the box of the head with all that is on it."""
    if prop is None or pose.hold == "none":
        return Layers()
    if prop.roof is not None and pose.hold == "right" and prop.tall:
        return Layers(behind=_above(look, frame, pose, prop, (prop.roof, head)))
    out = _first(look, frame, pose, prop)
    if prop.other is None:
        return out
    turned = -prop.other.turn if prop.other.tall else 0
    other = _put(look, prop.other, prop.other.grip, pose.left[1], turned)
    return out._replace(under=out.under + other) if prop.other.tall else out._replace(high=out.high + other)


def _first(look: Look, frame: Build, pose: Pose, prop: Prop) -> Layers:
    if pose.hold == "bowed" and prop.bowed:
        return Layers(high=_bowed(look, pose, prop, prop.bowed))
    if pose.hold == "lips" and prop.lips:
        gx, gy, turn = prop.lips
        return Layers(high=_put(look, prop, (gx, gy), (2, _mouth(look)), turn))
    if pose.hold == "right" and prop.tall:
        return _beside(look, frame, pose, prop)
    if pose.hold == "front":
        prop, y = _before(prop)
        return Layers(high=_put(look, prop, prop.grip, (0, y), prop.turn))
    if pose.hold == "mouth" and not prop.tall:
        size = max(prop.long, prop.wide) * prop.scale
        prop = replace(prop, scale=prop.scale * max(1.0, _LEAST_EATEN * min(1.0, prop.size) / size))
        return Layers(last=_put(look, prop, prop.grip, pose.right[1], 0))
    places = {"left": pose.left[1], "foot": (150.0, 214.0)}
    turn = _EATEN_TURN if pose.hold == "mouth" and _is_in_the_way(prop) else 0
    if pose.hold == "mouth":
        return Layers(last=_put(look, prop, prop.grip, pose.right[1], turn))
    return Layers(high=_put(look, prop, prop.grip, places.get(pose.hold, pose.right[1]), turn))


def _beside(look: Look, frame: Build, pose: Pose, prop: Prop) -> Layers:
    """A tall thing, leaning so far outwards that the head hides nothing of it."""
    hand, grip, turn = pose.right[1], prop.grip, prop.turn
    if prop.pole:
        body = SOLE - SOLE * (1 - frame.tall) - frame.tall * (hand[1] - frame.legs)
        bottom = max(prop.grip[1], prop.long - 4)
        grip, turn = (prop.grip[0], max(prop.long * 0.3, bottom - body / prop.scale)), 4.0
    elif not prop.strummed:
        reach = max(40.0, prop.rise - prop.left)
        lean = math.degrees(math.asin(min(0.5, max(0.0, (half(look) + prop.left - hand[0]) / reach))))
        turn = max(turn, min(lean, _SPREAD))
    placed = _put(look, prop, grip, hand, turn)
    if over_head(look, pose, prop):
        return Layers(high=placed)
    return Layers(low=placed) if prop.strummed else Layers(under=placed)


def _above(
    look: Look, frame: Build, pose: Pose, prop: Prop, over: tuple[tuple[float, float, float], Box]
) -> str:
    """An umbrella over the head and all that is on it, its stick beside the head from the hand up.

    `over` is the rim of the drawing and the box of the head; all who share it are under it, too.
    """
    (rx, ry, width), (left, top, wide, _) = over
    x, y = pose.right[1]
    hand = x * frame.wide, SOLE - frame.tall * (SOLE - y + frame.legs)
    rim = min(top, SOLE - prop.shared * _TALLER * (SOLE + _CROWN)) - _RIM
    slant = 0.0 if prop.shared else _SLANT * (hand[1] - rim)
    middle = hand[0] - slant
    end = hand[0] + _BROADER * prop.shared * (SOLE + _CROWN) if prop.shared else left + wide
    reach = max(_COVERED * (middle - left), end - middle)
    scale = max(prop.scale, 2 * reach / width) * prop.size
    there = middle / frame.wide, (rim - SOLE) / frame.tall + SOLE + frame.legs
    stick = line(f"M{num(there[0])} {num(there[1] - 20)}L{num(x)} {num(y + 34)}", _STICK, 11)
    turn = -0.4 * math.degrees(math.atan2(slant, hand[1] - rim))
    canopy = replace(prop, scale=scale, svg=disowned(prop.svg))
    return stick + _put(look, canopy, (rx, ry), there, turn)


_CROWN, _TALLER, _BROADER = 94.0, 1.16, 0.62
"""How high a usual crown is, and how tall and how broad one is with ears and arms, by the usual height."""


def _put(look: Look, prop: Prop, grip: tuple[float, float], hand: tuple[float, float], turn: float) -> str:
    """A thing with its grip in a hand. A body that is stretched must not stretch what it holds."""
    body = ages.stature(look)
    round_again = f"scale({1 / body.wide:.3f} {1 / body.tall:.3f})"
    there = (
        f"translate({num(hand[0])} {num(hand[1])}) {round_again} rotate({num(turn)}) scale({prop.scale:.3f})"
    )
    return group(prop.svg, f"{there} translate({num(-grip[0])} {num(-grip[1])})")


def _mouth(look: Look) -> float:
    """How low the mouth is, among the units of the body."""
    body = ages.stature(look)
    return 90 - 30 * body.head * look.crown - (look.neck + body.neck) / body.tall


class _Rest(NamedTuple):
    """Where an instrument under a bow rests, its length, and where the bow or the stick is, in units."""

    at: tuple[float, float]
    length: float
    bow: str = ""
    stick: str = ""


_BOWED = {
    "chin": _Rest((14, 0), 172, bow="M-26 158L104 66"),
    "floor": _Rest((-4, SOLE), 296, bow="M-104 158L92 178"),
    "lap": _Rest((6, 222), 182),
    "belly": _Rest((-38, 176), 316, stick="M78 140L-78 96"),
}
"""By what of its player an instrument is at."""


def _bowed(look: Look, pose: Pose, prop: Prop, held: tuple[float, float, float, str]) -> str:
    """A violin under the chin, a cello between the knees, with the bow on its strings, or a berimbau."""
    gx, gy, turn, rest = held
    (x, y), length, bow, stick = _BOWED[rest]
    lower = _mouth(look) - 60 if rest == "chin" else 0.0
    y = _mouth(look) + 46 if rest == "chin" else y
    body = ages.stature(look)
    there = f"translate({num(x)} {num(y)}) scale({1 / body.wide:.3f} {1 / body.tall:.3f}) rotate({num(turn)})"
    k = length * prop.size / prop.long
    placed = group(prop.svg, f"{there} scale({k:.3f}) translate({num(-gx)} {num(-gy)})")
    wood = group(line(bow, "#6b4329", 5), "translate(-3 -6)") if bow else line(stick, "#6b4329", 6)
    return placed + group((line(bow, "#fff8ea", 5) if bow else "") + wood, f"translate(0 {num(lower)})")
