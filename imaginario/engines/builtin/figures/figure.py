"""One whole figure: body, clothes, head, hat and what it holds, as SVG around the head's centre."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from . import (
    ages,
    auras,
    bodies,
    glasses,
    hat_fit,
    hats,
    heads,
    motion,
    mounts,
    outfits,
    raster,
    sleepers,
    tails,
    trims,
)
from .builds import Build, build_of
from .clothes import Clothes
from .ink import Ink, disc, group, line, num, oval, path, slab
from .look import Look
from .poses import FORWARD, GALLOP, SOLE, Pose
from .props import Prop, laid_out, over_head, reaching
from .wardrobe_tales import METALS

CROWN = -94.0
"""Top of a usual head; with `SOLE` this gives a figure's natural height, hats and ears aside."""
_MATCHING = frozenset({"wizard", "witch", "nightcap", "turban"})
"""Hats of the same cloth as the clothes they come with."""


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
    if prop:
        pose = reaching(look, pose, prop)
    clothes = outfits.dress(ink, wear.outfit, wear.cloth, look) if wear.outfit else None
    look = _under_hat(look, clothes, wear)
    if clothes and clothes.sock and not look.trim.socks:
        look = replace(look, trim=replace(look.trim, socks=clothes.sock))
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
    """The arm at the viewer's right alone, or both where a pose says so, right where `draw` puts them."""
    clothes = outfits.dress(ink, wear.outfit, wear.cloth, look) if wear.outfit else None
    arms = bodies.arm(ink, look, clothes, pose.right, 1)
    if pose.arms == "both":
        arms = bodies.arm(ink, look, clothes, pose.left, -1) + arms
    drawn = build_of(look, clothes, pose).upper(arms)
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
    if pose.legs == GALLOP:
        face = group(_dressed_head(ink, look, clothes, wear, head), f"rotate({num(pose.nod)} 0 80)")
        collar = _around_neck(ink, look, clothes, wear)
        return motion.draw(pose.mark) + mounts.galloping(ink, look, head.behind, face, collar)
    inside = clothes is not None and clothes.helmet and wear.hat != "none"
    frame = build_of(look, clothes, pose)
    top = "" if inside else group(head.behind, _head_turn(look, pose, frame))
    face = group(_dressed_head(ink, look, clothes, wear, head), _head_turn(look, pose, frame))
    low, high = _arms(ink, look, clothes, pose, over_head(look, pose, prop))
    held = laid_out(look, frame, pose, prop, _box_of(ink, top + face, prop))
    back = (
        (clothes.behind if clothes else "")
        + trims.behind(ink, look)
        + tails.wings(ink, look)
        + _tail(ink, look, pose)
    )
    trunk = _neck(ink, look) + bodies.torso(ink, look, clothes)
    front = (
        trunk
        + held.under
        + low
        + (clothes.collar if clothes else "")
        + _around_neck(ink, look, clothes, wear)
    )
    front += held.low
    legs = bodies.legs(ink, look, clothes, pose, frame.legs)
    body = frame.upper(held.behind + back) + top + frame.whole(legs) + frame.upper(front) + face
    body += frame.upper(held.high + motion.tool(pose.tool) + high + held.last)
    return motion.draw(pose.mark) + (group(body, f"rotate({num(pose.lean)} 0 150)") if pose.lean else body)


def _tail(ink: Ink, look: Look, pose: Pose) -> str:
    """The tail, which is behind whoever runs ahead."""
    tail = tails.tail(ink, look)
    return group(tail, "scale(-1 1)") if pose.legs in FORWARD else tail


def _box_of(ink: Ink, head: str, prop: Prop | None) -> raster.Box:
    """What the head takes up, where an umbrella is held over it."""
    return raster.seen(ink.defs() + head, _ROOM) if prop is not None and prop.roof else _ROOM


_ROOM: raster.Box = (-300, -460, 600, 600)
"""Wherever a head may be."""


def _under_hat(look: Look, clothes: Clothes | None, wear: Wear) -> Look:
    """Hair that stands up lies down under a hat, so that no spike looks out of a crown."""
    hat = wear.hat or (clothes.hat if clothes else "")
    if hat in ("", "none") or hat in hats.BESIDE or look.hair not in _FLAT:
        return look
    worn = _FLAT[look.hair]
    if look.lashes:
        worn = "bob" if look.old else _LOOSE.get(look.hair, worn)
    return replace(look, hair=worn)


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
    hatted = hat_fit.worn(ink, look, hat, dyed)
    kept = above if hat in hats.BESIDE or "ramhorns" in look.crest or "unicorn" in look.crest else ""
    return face + trims.on_head(ink, look, True) + kept + _worn_glasses(ink, look, clothes, wear) + hatted


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


def _arms(ink: Ink, look: Look, clothes: Clothes | None, pose: Pose, over: bool) -> tuple[str, str]:
    """Arms under and over the head: raised ones come in front, and with `over` the one that holds."""
    low = high = ""
    for place, side in ((pose.left, -1), (pose.right, 1)):
        drawn = bodies.arm(ink, look, clothes, place, side)
        before = pose.hold in _BEFORE or (side > 0 and (over or pose.hold == "mouth"))
        if place[1][1] < 124 or before:
            high += drawn
        else:
            low += drawn
    return low, high


_BEFORE = frozenset({"front", "lips", "bowed"})
"""Holds with both arms in front of the head and of what is held."""


__all__ = ["CROWN", "SOLE", "Prop", "Wear", "draw"]
