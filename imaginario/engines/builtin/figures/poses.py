"""Poses: where hands, feet and head go. Units are the head's: shoulders near y = 104, soles at y = 252."""

from __future__ import annotations

from dataclasses import dataclass, replace

Point = tuple[float, float]
Arm = tuple[Point, Point]
"""Elbow and hand."""

SOLE = 252.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Pose:
    """One pose. `left` and `right` are as seen by the viewer; `lean` and `nod` are degrees, clockwise."""

    left: Arm = ((-76, 136), (-74, 178))
    right: Arm = ((76, 136), (74, 178))
    legs: str = "stand"
    lean: float = 0
    nod: float = 0
    head: Point = (0, 0)
    mood: str = "calm"
    hold: str = "right"
    """Where a held thing goes: `right` hand, `front` (both hands), `mouth` or `foot`."""
    lying: bool = False


POSES: dict[str, Pose] = {
    "stand": Pose(),
    "hold": Pose(right=((86, 146), (96, 126))),
    "wave": Pose(right=((100, 112), (128, 58)), mood="glad", nod=4),
    "read": Pose(
        left=((-80, 150), (-50, 176)), right=((80, 150), (50, 176)), hold="front", nod=-2, head=(0, 4)
    ),
    "dance": Pose(
        left=((-98, 104), (-126, 62)),
        right=((92, 140), (112, 104)),
        legs="dance",
        lean=5,
        nod=-8,
        mood="glad",
    ),
    "sit": Pose(left=((-78, 142), (-56, 190)), right=((78, 142), (56, 190)), legs="sit"),
    "ride": Pose(left=((-78, 142), (-40, 178)), right=((78, 142), (40, 178)), legs="astride", mood="glad"),
    "sleep": Pose(mood="asleep", lying=True, nod=7),
    "run": Pose(
        left=((-86, 130), (-104, 104)), right=((84, 146), (106, 158)), legs="run", lean=7, nod=-5, mood="glad"
    ),
    "fly": Pose(
        left=((-92, 126), (-132, 98)),
        right=((98, 112), (128, 56)),
        legs="trail",
        lean=24,
        nod=-14,
        mood="glad",
    ),
    "swim": Pose(
        left=((-92, 118), (-130, 84)),
        right=((96, 112), (126, 50)),
        legs="kick",
        lean=58,
        nod=-40,
        mood="glad",
    ),
    "play": Pose(
        left=((-84, 150), (-40, 170)), right=((86, 140), (84, 118)), hold="front", nod=5, mood="glad"
    ),
    "eat": Pose(right=((92, 140), (70, 98)), left=((-78, 146), (-46, 176)), hold="mouth", mood="glad"),
    "cook": Pose(right=((86, 146), (98, 126)), left=((-86, 142), (-96, 132)), nod=3),
    "paint": Pose(right=((92, 130), (112, 100)), left=((-82, 146), (-52, 160)), nod=4),
}


def choose(action: str | None, *, holding: bool, seed: int) -> Pose:
    """The pose for an action (unknown ones stand), nudged a little by `seed` so that three cats differ."""
    name = action if action in POSES else "hold" if holding else "stand"
    if name in ("run", "dance", "sit", "wave", "fly", "swim") and holding:
        kept = POSES["hold"].right
        pose = replace(POSES[name], right=kept)
    else:
        pose = POSES[name]
    return _nudge(pose, seed) if seed else pose


def _nudge(pose: Pose, seed: int) -> Pose:
    """Tilt the head a little, and let some stand with a hand at the hip or with open arms."""
    tilt = (seed * 7919 % 11) - 5
    moved = replace(pose, nod=pose.nod + tilt)
    if pose != POSES["stand"]:
        return moved
    stance = seed % 4
    if stance == 1:
        return replace(moved, left=((-96, 142), (-56, 176)))
    if stance == 2:
        return replace(moved, left=((-88, 128), (-104, 160)), right=((88, 128), (104, 160)), mood="glad")
    if stance == 3:
        return replace(moved, right=((84, 134), (100, 164)))
    return moved
