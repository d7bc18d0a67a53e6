"""Who rides on wheels: in the saddle, the hands at the bars, the feet on the pedals."""

from __future__ import annotations

import math
from dataclasses import replace

from ..spec import Subject
from ..vocabulary import Entry, load
from . import bodies, outfits, overlays, svgart
from .builds import Build, build_of
from .casting import Cast, Dyes, cast
from .clothes import Clothes
from .figure import CROWN, SOLE
from .ink import Ink, group, num
from .look import Look
from .manner import Manner
from .palette import hex_of
from .poses import POSES, Point, Pose
from .svgart import Drawing

_HIPS, _ANKLE, _FAR = 196.0, 14.0, -0.22
"""Where the legs begin, how high the ankle is above a pedal, and how much darker the far leg is."""
_TALL = SOLE - CROWN
_LEAST, _MOST = 1.0, 1.26
"""How tall a rider is, at least and at most, by the height of what is ridden."""
_APART = 40.0
"""How far one hand is from the other on the bars, in units of the figure."""
_BENT = 1.12
"""How much longer a bent leg is than its way from the hip to the foot."""


def steers(mount: Entry) -> bool:
    """Whether a mount has pedals and bars."""
    return mount.art == "svg" and "data-pedals=" in (mount.read_svg() or "")


def draw(
    ink: Ink,
    rider: Subject,
    mount: Subject,
    seed: int,
    dyes: Dyes | None,
    told: tuple[Manner, Manner],
) -> tuple[str, float]:
    """Rider and mount as SVG, and how tall the mount is in its units."""
    under, over = load()[mount.id], load()[rider.id]
    color = hex_of(mount.color) if mount.color else ""
    drawing = svgart.of(under, color or None)
    x, y, w, h = drawing.box
    seat = under.seat or (x + w / 2, y + h * 0.4)
    k = min(_MOST, max(_LEAST, 1.24 * over.size / max(under.size, 0.1))) * h / _TALL
    action = rider.action if rider.action in ("wave", "read", "play") else "steer"
    one = cast(ink, over, replace(rider, action=action), seed, dyes=dyes, told=told[0])
    clothes = outfits.dress(ink, one.wear.outfit, one.wear.cloth, one.look) if one.wear.outfit else None
    look = replace(one.look, build=1)
    pose = replace(one.pose, legs="pedal", lean=0, mark="")
    frame = build_of(look, clothes, pose)
    hips = SOLE - (SOLE - _HIPS) * frame.tall

    def seen(point: Point) -> Point:
        return (point[0] - seat[0]) / k, hips + (point[1] - seat[1]) / k

    pose = _at_the_bars(pose, frame, seen(_bars(drawing, seat)))
    person = Cast(look, one.wear, pose, one.prop).draw(ink)
    legs = [_leg(ink, look, clothes, frame, hips, seen(p), far) for p, far in _pedals(drawing, seat)]
    near, far = ("", "") if clothes and clothes.below else legs
    place = f"translate({num(seat[0])} {num(seat[1])}) scale({k:.3f}) translate(0 {num(-hips)})"
    ridden = overlays.around(ink, drawing, under, told[1], color)
    body = group(far, place) + ridden + group(person + near, place)
    return group(body, f"translate({num(-x - w / 2)} {num(SOLE - y - h)})"), h


def _bars(drawing: Drawing, seat: Point) -> Point:
    return drawing.bars or (seat[0] + 80, seat[1])


def _pedals(drawing: Drawing, seat: Point) -> list[tuple[Point, bool]]:
    """Both pedals, the near one first, each with whether it is the far one."""
    x, y, far_x, far_y = drawing.pedals or (seat[0], seat[1] + 80, seat[0], seat[1] + 80)
    return [((x, y), False), ((far_x, far_y), True)]


def _at_the_bars(pose: Pose, frame: Build, bars: Point) -> Pose:
    """The pose with both hands at the bars, those that do something else left as they are."""
    if pose.hold == "front":
        return pose
    side = 1 if bars[0] > 0 else -1
    x, y = bars[0] / frame.wide, SOLE - (SOLE - bars[1]) / frame.tall
    front = ((44 * side + x) / 2 + 10 * side, (106 + y) / 2 + 14), (x, y)
    crossing = ((-50 * side, (106 + y) / 2 + 12), (x - _APART * side, y + 8))
    waves = pose.right == POSES["wave"].right
    if side > 0:
        return replace(pose, left=crossing, right=pose.right if waves else front)
    return replace(pose, left=front, right=pose.right if waves else crossing)


def _leg(
    ink: Ink, look: Look, clothes: Clothes | None, frame: Build, hips: float, pedal: Point, far: bool
) -> str:
    """A leg from the hip to a pedal, its knee bent forwards."""
    side = 1 if pedal[0] > 0 else -1
    hip, ankle = (0.0 if far else 4.0 * side, hips - 8), (pedal[0], pedal[1] - _ANKLE)
    dx, dy = ankle[0] - hip[0], ankle[1] - hip[1]
    way = math.hypot(dx, dy)
    out = math.sqrt((_BENT * way / 2) ** 2 - (way / 2) ** 2)
    knee = (hip[0] + dx / 2 + side * out * dy / way, hip[1] + dy / 2 - side * out * dx / way)
    return bodies.leg_along(ink, look, clothes, [hip, knee, ankle], frame.wide, _FAR if far else 0)
