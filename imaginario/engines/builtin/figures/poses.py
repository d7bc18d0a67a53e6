"""Poses: where hands, feet and head go. Units are the head's: shoulders near y = 104, soles at y = 252."""

from __future__ import annotations

from dataclasses import dataclass, replace

Point = tuple[float, float]
Arm = tuple[Point, Point]
"""Elbow and hand."""

SOLE = 252.0
ICE = "glide"
"""The mark (see `motion`) of those who skate on ice, with blades under their feet."""


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
    """Where a held thing goes: `right` or `left` hand, `front` (both hands), `mouth`, `lips` (blown into),
    `bowed` (under a bow), `foot`, `none` (nowhere)."""
    lying: bool = False
    mark: str = ""
    """A sign of the deed around the figure, see `motion`: `dust`, `notes`, `splash` ..."""
    arms: str = "near"
    """Which of its arms lie around or on what stands before it: the `near` one or `both`."""
    tool: str = ""
    """What the deed is done with and nobody holds otherwise, see `motion.tool`: `sheet`, `rope` ..."""


GALLOP = "gallop"
"""The legs of an animal that runs on all four."""

POSES: dict[str, Pose] = {
    "stand": Pose(),
    "hold": Pose(right=((86, 146), (96, 126))),
    "wave": Pose(right=((100, 112), (132, 52)), mood="glad", nod=5),
    "read": Pose(
        left=((-80, 150), (-50, 176)), right=((80, 150), (50, 176)), hold="front", nod=-2, head=(0, 4)
    ),
    "dance": Pose(
        left=((-102, 96), (-130, 46)),
        right=((98, 120), (138, 96)),
        legs="dance",
        lean=8,
        nod=-12,
        mood="glad",
        mark="notes",
    ),
    "sit": Pose(left=((-78, 142), (-56, 190)), right=((78, 142), (56, 190)), legs="sit"),
    "ride": Pose(left=((-78, 142), (-40, 178)), right=((78, 142), (40, 178)), legs="astride", mood="glad"),
    "steer": Pose(left=((-58, 152), (66, 172)), right=((92, 140), (126, 158)), legs="astride", mood="glad"),
    "balance": Pose(
        left=((-96, 124), (-134, 108)), right=((98, 112), (132, 78)), legs="walk", lean=5, nod=-5,
        mood="glad",
    ),
    "doze": Pose(
        left=((-78, 142), (-40, 176)), right=((78, 142), (40, 176)), legs="sit", nod=9, mood="asleep",
        mark="zs",
    ),
    "sleep": Pose(mood="asleep", lying=True, nod=7),
    "lie-down": Pose(lying=True, nod=4),
    "run": Pose(
        left=((-104, 128), (-92, 168)),
        right=((88, 146), (116, 106)),
        legs="run",
        lean=13,
        nod=-10,
        mood="glad",
        mark="dust",
    ),
    "gallop": Pose(legs=GALLOP, nod=-3, mood="glad", mark="hooves", hold="none"),
    "fly": Pose(
        left=((-92, 126), (-132, 98)),
        right=((98, 112), (128, 56)),
        legs="trail",
        lean=24,
        nod=-14,
        mood="glad",
    ),
    "swim": Pose(
        left=((-98, 122), (-142, 112)),
        right=((104, 104), (132, 44)),
        legs="kick",
        lean=26,
        nod=-22,
        mood="glad",
        mark="splash",
    ),
    "play": Pose(
        left=((-88, 146), (-58, 160)), right=((88, 146), (58, 160)), hold="front", nod=6, mood="glad",
        legs="dance",
    ),
    "blown": Pose(left=((-40, 142), (52, 100)), right=((98, 136), (90, 96)), hold="lips", nod=0),
    "chin": Pose(
        left=((-92, 148), (-34, 164)), right=((104, 140), (128, 92)), hold="bowed", nod=8, mood="glad",
    ),
    "floor": Pose(
        left=((-104, 132), (-98, 160)), right=((92, 112), (74, 92)), hold="bowed", nod=-6, mood="glad",
    ),
    "keys": Pose(
        left=((-88, 148), (-54, 168)), right=((88, 148), (54, 168)), hold="none", nod=5, mood="glad",
        arms="both",
    ),
    "strings": Pose(
        left=((-108, 128), (-142, 104)), right=((40, 168), (-88, 158)), hold="none", nod=-5, mood="glad",
        arms="both",
    ),
    "lap": Pose(
        left=((-92, 148), (-20, 158)), right=((100, 138), (64, 116)), hold="bowed", nod=-7, mood="glad",
    ),
    "belly": Pose(
        left=((-98, 146), (-58, 160)), right=((98, 142), (62, 134)), hold="bowed", nod=7, mood="glad",
    ),
    "sing": Pose(
        left=((-86, 144), (-34, 158)), right=((102, 116), (136, 84)), nod=-6, mood="sing", mark="notes",
    ),
    "sing-into": Pose(
        left=((-98, 128), (-132, 110)), right=((92, 140), (70, 98)), hold="mouth", nod=-4, mood="sing",
        mark="notes",
    ),
    "voice": Pose(nod=-7, mood="sing", mark="voice"),
    "write": Pose(
        left=((-82, 150), (-46, 182)), right=((84, 150), (34, 166)), hold="none", nod=4, head=(0, 4),
        tool="sheet",
    ),
    "chalk": Pose(right=((104, 110), (140, 66)), hold="none", nod=6, tool="chalk"),
    "skate": Pose(
        left=((-96, 124), (-134, 108)), right=((98, 112), (132, 78)), legs="walk", lean=8, nod=-7,
        mood="glad", mark="glide",
    ),
    "push": Pose(
        left=((18, 150), (112, 122)), right=((88, 140), (124, 116)), legs="walk", lean=7, nod=-4, mood="glad",
        hold="none",
    ),
    "offer": Pose(right=((104, 130), (140, 120)), left=((-80, 142), (-66, 176)), nod=4, mood="glad"),
    "feed": Pose(
        left=((-80, 148), (-44, 172)), right=((92, 134), (116, 132)), hold="left", nod=6, mood="glad",
        mark="grains",
    ),
    "serve": Pose(left=((-78, 150), (20, 172)), right=((100, 142), (96, 160)), nod=6, mood="glad"),
    "eat": Pose(right=((92, 140), (70, 98)), left=((-78, 146), (-46, 176)), hold="mouth", mood="glad"),
    "comb": Pose(right=((112, 104), (96, 30)), nod=-4, mood="glad"),
    "cook": Pose(right=((86, 146), (98, 126)), left=((-86, 142), (-96, 132)), nod=3),
    "stir": Pose(
        left=((-84, 138), (-4, 124)), right=((86, 142), (14, 144)), hold="none", nod=5, mood="glad",
        tool="ladle",
    ),
    "stir-cup": Pose(
        left=((-84, 148), (-26, 172)), right=((92, 126), (24, 128)), hold="left", nod=6, mood="glad",
        tool="spoon",
    ),
    "paint": Pose(right=((92, 130), (112, 100)), left=((-82, 146), (-52, 160)), nod=4),
    "water": Pose(
        right=((92, 140), (118, 124)), left=((-78, 146), (-46, 176)), nod=6, mood="glad", mark="drops",
    ),
    "kick": Pose(
        left=((-92, 122), (-124, 98)), right=((92, 138), (116, 158)), legs="shot", lean=-7, hold="foot",
        mood="glad",
    ),
    "throw": Pose(
        left=((-92, 136), (-120, 118)), right=((102, 98), (124, 40)), legs="walk", lean=-4, nod=-8,
        mood="glad",
    ),
    "jump": Pose(
        left=((-98, 108), (-124, 58)), right=((98, 108), (124, 58)), legs="jump", nod=-6, mood="glad",
        mark="hop",
    ),
    "skip": Pose(
        left=((-92, 140), (-122, 154)), right=((92, 140), (122, 154)), legs="jump", nod=-3, mood="glad",
        mark="hop", tool="rope", hold="none",
    ),
    "hug": Pose(
        left=((-88, 138), (-34, 166)), right=((88, 138), (34, 166)), hold="front", nod=7, mood="glad",
    ),
    "embrace": Pose(
        left=((-40, 158), (72, 168)), right=((104, 136), (160, 146)), hold="none", nod=7, mood="glad",
    ),
    "embrace-down": Pose(
        left=((-78, 146), (-62, 180)), right=((84, 158), (150, 196)), hold="none", nod=8, mood="glad",
    ),
    "embrace-up": Pose(
        left=((-40, 146), (84, 138)), right=((106, 128), (156, 124)), hold="none", nod=7, mood="glad",
    ),
    "kiss": Pose(
        left=((-40, 158), (72, 168)), right=((104, 136), (160, 146)), hold="none", nod=13, mood="asleep",
        mark="hearts",
    ),
    "kiss-down": Pose(
        left=((-78, 146), (-62, 180)), right=((84, 158), (150, 196)), hold="none", nod=16, mood="asleep",
        mark="hearts",
    ),
    "kiss-up": Pose(
        left=((-40, 146), (84, 138)), right=((106, 128), (156, 124)), hold="none", nod=-4, mood="asleep",
    ),
    "hand-in-hand": Pose(right=((90, 144), (108, 168)), hold="none", nod=4, mood="glad"),
    "hand-in-hand-down": Pose(right=((88, 148), (108, 178)), hold="none", nod=5, mood="glad"),
    "hand-in-hand-up": Pose(right=((98, 124), (114, 104)), hold="none", nod=-4, mood="glad"),
    "hand-in-hand-row": Pose(
        left=((-90, 144), (-108, 168)), right=((90, 144), (108, 168)), hold="none", mood="glad",
    ),
    "spy": Pose(left=((-94, 142), (-62, 172)), right=((118, 108), (108, 34)), hold="none", nod=-5),
    "spy-both": Pose(left=((-122, 100), (-84, 26)), right=((122, 100), (84, 26)), hold="none"),
    "dance-hold": Pose(
        left=((-100, 122), (-138, 100)), right=((104, 136), (160, 146)), hold="none", nod=6, mood="glad",
        legs="dance", mark="notes-aside",
    ),
    "hide-and-seek": Pose(
        left=((-92, 104), (-44, 12)), right=((92, 104), (44, 12)), hold="none", nod=6, mood="glad",
    ),
    "juggle": Pose(
        left=((-92, 138), (-98, 108)), right=((92, 138), (98, 108)), hold="none", nod=-5, mood="glad",
        mark="balls",
    ),
    "hang": Pose(
        left=((-122, 34), (-86, -112)), right=((122, 34), (86, -112)), legs="trail", nod=-4, mood="glad",
    ),
    "build": Pose(left=((-70, 148), (44, 158)), right=((100, 138), (142, 132)), lean=5, nod=6, mood="glad"),
    "build-low": Pose(
        left=((-70, 148), (44, 166)), right=((100, 142), (140, 156)), legs="sit", nod=7, mood="glad",
    ),
    "climb": Pose(
        left=((-122, 30), (-66, -108)), right=((122, 66), (84, -34)), legs="climb", hold="none", nod=-4,
        mood="glad",
    ),
    "lead": Pose(left=((-84, 142), (-92, 170)), right=((86, 142), (108, 152)), legs="walk", lean=3, nod=-4),
    "fly-kite": Pose(left=((-80, 140), (-66, 176)), right=((98, 108), (124, 54)), nod=-9, mood="glad"),
    "drink-down": Pose(left=((-52, 164), (-50, 222)), right=((52, 164), (54, 222)), head=(0, 108), nod=8),
    "build-flag": Pose(left=((-70, 140), (108, 150)), right=((100, 124), (140, 118)), lean=4, mood="glad"),
    "row": Pose(
        left=((-80, 140), (-34, 128)), right=((86, 150), (34, 172)), legs="astride", hold="none", nod=4,
        mood="glad", tool="paddle",
    ),
    "walk": Pose(left=((-84, 142), (-92, 170)), right=((86, 138), (104, 156)), legs="walk", lean=3, nod=-4),
}  # fmt: skip


LEGS: dict[str, tuple[tuple[list[Point], tuple[float, float, float]], ...]] = {
    "stand": (
        ([(-31, 196), (-33, 216), (-34, 228)], (-37, 240, 0)),
        ([(31, 196), (33, 216), (34, 228)], (37, 240, 0)),
    ),
    "dance": (
        ([(-28, 196), (-40, 216), (-40, 228)], (-44, 240, 0)),
        ([(30, 196), (62, 204), (66, 226)], (76, 224, -34)),
    ),
    "run": (
        ([(-22, 196), (-40, 240), (-94, 226)], (-107, 223, 102)),
        ([(24, 192), (96, 172), (110, 206)], (120, 215, -22)),
    ),
    "walk": (
        ([(-30, 196), (-42, 216), (-50, 226)], (-54, 239, 4)),
        ([(30, 196), (42, 214), (54, 224)], (62, 235, -16)),
    ),
    "sit": (
        ([(-34, 206), (-50, 214), (-60, 220)], (-62, 220, 0)),
        ([(34, 206), (50, 214), (60, 220)], (62, 220, 0)),
    ),
    "astride": (
        ([(-40, 190), (-66, 208), (-70, 236)], (-76, 240, 12)),
        ([(40, 190), (66, 208), (70, 236)], (76, 240, -12)),
    ),
    "pedal": (),
    "trail": (
        ([(-26, 196), (-30, 222), (-26, 248)], (-26, 258, 10)),
        ([(26, 196), (26, 216), (16, 238)], (14, 248, 8)),
    ),
    "shot": (
        ([(-26, 196), (-30, 212), (-34, 226)], (-42, 236, 0)),
        ([(24, 196), (62, 206), (92, 196)], (108, 194, -38)),
    ),
    "jump": (
        ([(-28, 194), (-58, 206), (-44, 228)], (-52, 238, 22)),
        ([(28, 194), (58, 206), (44, 228)], (52, 238, -22)),
    ),
    "climb": (
        ([(-28, 196), (-34, 222), (-32, 244)], (-36, 254, 4)),
        ([(28, 190), (74, 192), (62, 216)], (68, 226, -6)),
    ),
    "kick": (
        ([(-26, 196), (-32, 222), (-40, 246)], (-42, 256, 20)),
        ([(26, 196), (28, 218), (34, 236)], (36, 248, -16)),
    ),
}
"""Per leg: hip, knee and ankle; then where the foot is (x, y) and its turn."""

FORWARD = frozenset({"run"})
"""Legs that are seen from the side: the toes of both feet point to where one runs."""


def mirrored(arm: Arm) -> Arm:
    """The same of the arm at the other side."""
    (ex, ey), (hx, hy) = arm
    return (-ex, ey), (-hx, hy)


def choose(action: str | None, *, holding: bool, seed: int, grown: bool = False) -> Pose:
    """The pose for an action (unknown ones stand), nudged a little by `seed` so that three cats differ.

    `grown` people do not sit down on the ground unasked.
    """
    name = action if action in POSES else "hold" if holding else "stand"
    if name in ("run", "dance", "sit", "wave", "fly", "swim", "sing", "skate") and holding:
        kept = POSES["hold"].right
        pose = replace(POSES[name], right=kept)
    else:
        pose = POSES[name]
    return _nudge(pose, seed, grown) if seed else pose


def _nudge(pose: Pose, seed: int, grown: bool) -> Pose:
    """Tilt the head a little, and let some stand with a hand at the hip, wave, stroll or sit."""
    tilt = (seed * 7919 % 11) - 5
    stance = _STANCES[seed % len(_STANCES)] if pose == POSES["stand"] else pose
    if grown and stance == POSES["sit"] != pose:
        stance = _STANCES[1]
    if pose == POSES["read"] and seed % 3 == 1 and not grown:
        stance = replace(pose, legs="sit")
    return replace(stance, nod=stance.nod + tilt)


_STANCES = (
    POSES["stand"],
    Pose(left=((-96, 142), (-56, 176))),
    Pose(left=((-88, 128), (-104, 160)), right=((88, 128), (104, 160)), mood="glad"),
    Pose(right=((84, 134), (100, 164))),
    POSES["wave"],
    POSES["walk"],
    Pose(left=((-82, 148), (-30, 172)), right=((82, 148), (30, 172)), head=(0, 2), mood="glad"),
    POSES["sit"],
    Pose(left=((-102, 108), (-130, 72)), right=((102, 108), (130, 72)), mood="glad", legs="walk"),
)
"""How one may stand who does nothing in particular."""
