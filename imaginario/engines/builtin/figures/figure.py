"""One whole figure: body, clothes, head, hat and what it holds, as SVG around the head's centre."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from . import ages, auras, bodies, glasses, hats, heads, motion, outfits, sleepers, tails, trims
from .clothes import Clothes
from .ink import Ink, disc, group, line, num, oval, path, slab
from .look import Look
from .poses import SOLE, Pose
from .wardrobe_tales import METALS

CROWN = -94.0
"""Top of a usual head; with `SOLE` this gives a figure's natural height, hats and ears aside."""
_SHOULDERS = 100.0
_MATCHING = frozenset({"wizard", "witch", "nightcap", "turban"})
"""Hats of the same cloth as the clothes they come with."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Prop:
    """A drawing to be held: SVG in its own units, where it is gripped, and its scale."""

    svg: str
    grip: tuple[float, float]
    scale: float
    long: float = 1
    """Its height in its own units."""
    turn: float = 0
    rise: float = 0
    """How far it reaches above the grip, in units of the figure."""
    tall: bool = False
    """Whether it rises beside the head and so needs the hand further out."""
    lips: tuple[float, float, float] | None = None
    """Where it is blown into, and how many degrees it is turned then."""
    bowed: tuple[float, float, float, str] | None = None
    """What of it is at the chin or on the floor under a bow, and how many degrees it is turned then."""
    action: str | None = None
    """What one does with it when nothing else is asked: read a book, play a guitar."""
    other: Prop | None = None
    """What is in the other hand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wear:
    """What a figure has on. Empty means nothing; `cloth` is the colour asked for."""

    outfit: str = ""
    cloth: str = ""
    hat: str = ""
    hat_color: str = ""
    glasses: str = ""
    frames: str = ""
    """The colour of the glasses, as hex."""


def draw(ink: Ink, look: Look, wear: Wear, pose: Pose, prop: Prop | None = None) -> str:
    """The figure, standing on y = 252 with its head around (0, 0)."""
    look = _in_the_mood(look, pose)
    if prop and prop.tall and pose.hold == "right":
        pose = replace(pose, right=((98, 142), (126, 128)))
    if prop and pose.hold == "mouth":
        pose = _to_the_mouth(pose, prop)
    clothes = outfits.dress(ink, wear.outfit, wear.cloth, look) if wear.outfit else None
    look = _under_hat(look, clothes, wear)
    if not look.aura:
        return _drawn(ink, look, wear, pose, prop, clothes)
    around, over = auras.behind(ink, look.aura, auras.FIGURE), auras.front(ink, look.aura, auras.FIGURE)
    return around + _drawn(ink, look, wear, pose, prop, clothes) + over


def hand(ink: Ink, look: Look, wear: Wear, pose: Pose) -> tuple[float, float]:
    """Where the hand at the viewer's right is, in units around the head's centre of a child."""
    clothes = outfits.dress(ink, wear.outfit, wear.cloth, look) if wear.outfit else None
    frame, (x, y) = build_of(look, clothes, pose), pose.right[1]
    x, y = x * frame.wide, (y - frame.legs) * frame.tall + SOLE * (1 - frame.tall)
    turn = math.radians(pose.lean)
    dx, dy = x, y - _TURNED
    return dx * math.cos(turn) - dy * math.sin(turn), _TURNED + dx * math.sin(turn) + dy * math.cos(turn)


_TURNED = 150.0
"""How low the point is around which a body leans."""


def near_arm(ink: Ink, look: Look, wear: Wear, pose: Pose) -> str:
    """The arm at the viewer's right alone, right where `draw` puts it."""
    clothes = outfits.dress(ink, wear.outfit, wear.cloth, look) if wear.outfit else None
    drawn = build_of(look, clothes, pose).upper(bodies.arm(ink, look, clothes, pose.right, 1))
    return group(drawn, f"rotate({num(pose.lean)} 0 150)") if pose.lean else drawn


def _in_the_mood(look: Look, pose: Pose) -> Look:
    """The face of a pose, unless one was asked for; who sleeps shows nothing else."""
    if pose.mood == "asleep":
        return replace(look, mood="asleep", gaze="", brow="", tears=False)
    return replace(look, mood=pose.mood) if look.mood == "calm" else look


def _drawn(ink: Ink, look: Look, wear: Wear, pose: Pose, prop: Prop | None, clothes: Clothes | None) -> str:
    if pose.lying:
        lying = heads.draw(ink, look)
        behind = "" if clothes and clothes.helmet else lying.behind
        laid = behind + _dressed_head(ink, look, clothes, wear, lying)
        held = (prop.svg, prop.grip, prop.scale) if prop else None
        return sleepers.lying(ink, look, clothes, laid, pose.nod) + sleepers.beside(look, held)
    head = heads.draw(ink, look)
    inside = clothes is not None and clothes.helmet and wear.hat != "none"
    frame = build_of(look, clothes, pose)
    top = "" if inside else group(head.behind, _head_turn(look, pose, frame))
    face = group(_dressed_head(ink, look, clothes, wear, head), _head_turn(look, pose, frame))
    low, high = _arms(ink, look, clothes, pose)
    held_low, held_high = _held(look, pose, prop)
    back = (
        (clothes.behind if clothes else "")
        + trims.behind(ink, look)
        + tails.wings(ink, look)
        + tails.tail(ink, look)
    )
    trunk = _neck(ink, look) + bodies.torso(ink, look, clothes)
    front = trunk + low + (clothes.collar if clothes else "") + _around_neck(ink, look, clothes, wear)
    front += held_low
    legs = bodies.legs(ink, look, clothes, pose, frame.legs)
    body = frame.upper(back) + top + frame.whole(legs) + frame.upper(front) + face
    body += frame.upper(held_high + motion.tool(pose.tool) + high)
    return motion.draw(pose.mark) + (group(body, f"rotate({num(pose.lean)} 0 150)") if pose.lean else body)


def _to_the_mouth(pose: Pose, prop: Prop) -> Pose:
    """The hand so low that what is eaten ends beside the mouth and leaves the eyes in sight."""
    y = min(162.0, max(96.0, 50 + prop.rise))
    return replace(pose, right=((100, 142 + 0.2 * (y - 96)), (72, y)))


def _under_hat(look: Look, clothes: Clothes | None, wear: Wear) -> Look:
    """Hair that stands up lies down under a hat, so that no spike looks out of a crown."""
    hat = wear.hat or (clothes.hat if clothes else "")
    if hat in ("", "none") or hat in hats.BESIDE or look.hair not in _FLAT:
        return look
    worn = _FLAT[look.hair]
    if look.lashes:
        worn = "bob" if look.old else _LOOSE.get(look.hair, worn)
    return replace(look, hair=worn)


@dataclass(frozen=True, slots=True)
class Build:
    """How all below the chin is scaled; the soles stay where they are."""

    wide: float
    tall: float
    legs: float
    """How much longer the legs are, in units before scaling."""

    def whole(self, below: str) -> str:
        """What stands on the ground."""
        if self.wide == self.tall == 1:
            return below
        return group(
            below, f"translate(0 {num(SOLE * (1 - self.tall))}) scale({self.wide:.3f} {self.tall:.3f})"
        )

    def upper(self, body: str) -> str:
        """What is carried by the legs."""
        return self.whole(group(body, f"translate(0 {num(-self.legs)})") if self.legs else body)

    @property
    def rise(self) -> float:
        """How much higher the shoulders are than a child's."""
        return (SOLE - _SHOULDERS + self.legs) * self.tall - (SOLE - _SHOULDERS)


def build_of(look: Look, clothes: Clothes | None, pose: Pose) -> Build:
    """The build of a look: long clothes are longer instead of showing longer legs, and who sits has none."""
    body = ages.stature(look)
    tall, legs = body.tall * look.build, body.legs + look.legs
    if pose.legs in ("sit", "astride"):
        legs = 0.0
    elif clothes and (clothes.below or clothes.shape in ("robe", "gown", "slim")):
        tall, legs = tall * (1 + legs / (SOLE - _SHOULDERS)), 0.0
    return Build(body.wide * look.build * look.girth, tall, legs)


def _neck(ink: Ink, look: Look) -> str:
    if not look.neck:
        return ages.neck(ink, look)
    return ink.form(f"M-36 140L-28 {-look.neck + 60}H28L36 140Z", look.fur)


def _head_turn(look: Look, pose: Pose, frame: Build) -> str:
    x, y = pose.head
    body = ages.stature(look)
    rise = look.neck + body.neck + frame.rise
    turned = f"translate({num(x)} {num(y - rise)}) rotate({num(pose.nod)} 0 80)"
    size = body.head * look.crown
    return turned if size == 1 else turned + _shrunk(size)


def _shrunk(scale: float) -> str:
    return f" translate(0 {num(ages.CHIN * (1 - scale))}) scale({scale:.3f})"


def _dressed_head(ink: Ink, look: Look, clothes: Clothes | None, wear: Wear, head: heads.Head) -> str:
    face, above = head.face, head.above
    if clothes and clothes.helmet and wear.hat != "none":
        return _helmet(ink, look, head.behind + face + above + _worn_glasses(ink, look, clothes, wear))
    hat = wear.hat or (clothes.hat if clothes else "")
    if hat in ("", "none"):
        return face + above + _worn_glasses(ink, look, clothes, wear) + trims.on_head(ink, look, False)
    matching = hat in _MATCHING or (hat == "helm" and wear.cloth in METALS)
    dyed = wear.hat_color or (wear.cloth if not wear.hat and matching else "")
    hatted = group(
        hats.draw(ink, hat, dyed), f"translate(0 {num(_hat_height(look, hat))}) scale({look.hat_scale:.3f})"
    )
    kept = above if hat in hats.BESIDE or "ramhorns" in look.crest or "unicorn" in look.crest else ""
    return face + trims.on_head(ink, look, True) + kept + _worn_glasses(ink, look, clothes, wear) + hatted


def _hat_height(look: Look, hat: str) -> float:
    """How far from its usual place a hat sits; a wig hangs below eyes that are on top of the head."""
    return 22 if hat == "wig" and look.skull == "frog" else look.hat_y


def _around_neck(ink: Ink, look: Look, clothes: Clothes | None, wear: Wear) -> str:
    hat = wear.hat or (clothes.hat if clothes else "")
    inside = clothes is not None and clothes.helmet and wear.hat != "none"
    return trims.at_the_neck(ink, look, inside or hat not in ("", "none"))


def _worn_glasses(ink: Ink, look: Look, clothes: Clothes | None, wear: Wear) -> str:
    name = wear.glasses or (clothes.mask if clothes else "")
    if not name:
        return ""
    return glasses.draw(ink, name, look, wear.frames)


_SHRINK = {
    "rabbit": 0.68,
    "elephant": 0.66,
    "mouse": 0.74,
    "deer": 0.72,
    "koala": 0.74,
    "cow": 0.7,
    "horse": 0.76,
    "mane": 0.74,
    "antlers": 0.62,
    "palms": 0.62,
    "unicorn": 0.7,
    "horns": 0.74,
    "feelers": 0.76,
    "antenna": 0.76,
    "pigtails": 0.72,
    "braids": 0.74,
    "bun": 0.74,
    "buns": 0.76,
    "afro": 0.76,
    "long": 0.78,
    "wavy": 0.78,
    "toucan": 0.6,
}
_FLAT = {"spiky": "short", "fiery": "short", "bun": "tied", "buns": "bob", "mohawk": "bald", "tuft": "bald"}
_LOOSE = {"bun": "long", "buns": "wavy"}
"""How women wear up hair under a hat, which would seem to be short hair otherwise."""
_DROP = {"rabbit": 34, "fox": 18, "pointed": 12, "wolf": 16, "horse": 20, "deer": 8}


def _helmet(ink: Ink, look: Look, face: str) -> str:
    """A round glass helmet with the whole head inside."""
    scale = min(_SHRINK.get(part, 0.82) for part in (look.ears, look.hair, look.muzzle, *look.crest))
    drop = 30 if {"antlers", "palms"} & set(look.crest) else _DROP.get(look.ears, 2)
    shell = disc(0, -8, 132, ink.blend("#ffffff", "#a9b6cc", "#e4eaf3"))
    inside = disc(0, -8, 118, ink.blend("#243a66", "#86b4de", "#44699f"))
    pods = "".join(slab(x, -36, 26, 60, 12, ink.slope("#c3cede")) for x in (-148, 122))
    lamp = line("M92-96L126-134", "#aab6c9", 6) + disc(129, -138, 10, ink.ball("#ff6f61"))
    content = ink.inside(_ring(118), group(face, f"translate(0 {drop}) scale({scale})"))
    glass = (
        disc(0, -8, 118, "#bfe3ff", 0.07)
        + path("M-96 34C-118-40-72-108-8-116C-66-92-96-44-84 26C-86 34-92 38-96 34Z", "#ffffff", 0.5)
        + oval(-66, -86, 12, 7, "#ffffff", 0.85, turn=-46)
        + path("M60 88C92 68 108 36 106 0C114 44 96 84 66 98Z", "#ffffff", 0.3)
    )
    rim = line(_ring(121), "#dfe6f0", 9) + line("M-121-8A121 121 0 0 1 0-129", "#ffffff", 9)
    return pods + lamp + shell + inside + content + glass + rim


def _ring(r: float) -> str:
    return f"M{-r} -8A{r} {r} 0 1 1 {r} -8A{r} {r} 0 1 1 {-r} -8Z"


def _arms(ink: Ink, look: Look, clothes: Clothes | None, pose: Pose) -> tuple[str, str]:
    """Arms under and over the head: raised ones come in front."""
    low = high = ""
    for place, side in ((pose.left, -1), (pose.right, 1)):
        drawn = bodies.arm(ink, look, clothes, place, side)
        before = pose.hold in _BEFORE or (pose.hold == "mouth" and side > 0)
        if place[1][1] < 124 or before:
            high += drawn
        else:
            low += drawn
    return low, high


_BEFORE = frozenset({"front", "lips", "bowed"})
"""Holds with both arms in front of the head and of what is held."""


def _mouth(look: Look) -> float:
    """How low the mouth is, among the units of the body."""
    body = ages.stature(look)
    return 90 - 30 * body.head * look.crown - (look.neck + body.neck) / body.tall


def _held(look: Look, pose: Pose, prop: Prop | None) -> tuple[str, str]:
    """The held thing, under or over the head."""
    if prop is None or pose.hold == "none":
        return "", ""
    places = {
        "front": (0, 168, prop.turn), "left": (*pose.left[1], 0), "mouth": (*pose.right[1], 0),
        "foot": (150, 214, 0),
    }  # fmt: skip
    x, y, turn = places.get(pose.hold, (*pose.right[1], prop.turn if prop.tall else 0))
    gx, gy = prop.grip
    if pose.hold == "lips" and prop.lips:
        x, y = 2, _mouth(look)
        gx, gy, turn = prop.lips
    if pose.hold == "bowed" and prop.bowed:
        return "", _bowed(look, pose, prop, prop.bowed)
    placed = _put(look, prop, (gx, gy), (x, y), turn)
    low, high = (placed, "") if prop.tall and pose.hold == "right" else ("", placed)
    if prop.other is None:
        return low, high
    turned = -prop.other.turn if prop.other.tall else 0
    other = _put(look, prop.other, prop.other.grip, pose.left[1], turned)
    return (low + other, high) if prop.other.tall else (low, high + other)


def _put(look: Look, prop: Prop, grip: tuple[float, float], hand: tuple[float, float], turn: float) -> str:
    """A thing with its grip in a hand. A body that is stretched must not stretch what it holds."""
    body = ages.stature(look)
    round_again = f"scale({1 / body.wide:.3f} {1 / body.tall:.3f})"
    there = (
        f"translate({num(hand[0])} {num(hand[1])}) {round_again} rotate({num(turn)}) scale({prop.scale:.3f})"
    )
    return group(prop.svg, f"{there} translate({num(-grip[0])} {num(-grip[1])})")


_BOWED = {"chin": (172.0, "M-26 158L104 66"), "floor": (296.0, "M-104 158L92 178")}
"""By where an instrument rests under its bow: its length, and where the bow lies, in units."""


def _bowed(look: Look, pose: Pose, prop: Prop, held: tuple[float, float, float, str]) -> str:
    """A violin under the chin or a cello between the knees, with the bow on its strings."""
    gx, gy, turn, rest = held
    length, bow = _BOWED[rest]
    chin = _mouth(look) + 46
    x, y, lower = (14, chin, chin - 106) if rest == "chin" else (-4, SOLE, 0)
    body = ages.stature(look)
    there = f"translate({num(x)} {num(y)}) scale({1 / body.wide:.3f} {1 / body.tall:.3f}) rotate({num(turn)})"
    placed = group(prop.svg, f"{there} scale({length / prop.long:.3f}) translate({num(-gx)} {num(-gy)})")
    hair, stick = line(bow, "#fff8ea", 5), line(bow, "#6b4329", 5)
    return placed + group(hair + group(stick, "translate(-3 -6)"), f"translate(0 {num(lower)})")


__all__ = ["CROWN", "SOLE", "Prop", "Wear", "draw"]
