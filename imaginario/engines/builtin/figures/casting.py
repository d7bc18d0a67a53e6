"""From a subject of the scene to what is drawn: its look, what it wears, what it holds, how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from ..spec import Subject
from ..vocabulary import Entry, load
from . import (
    eyes_drawn,
    figure,
    glasses,
    hats,
    heads,
    manner,
    mounts,
    outfits,
    overlays,
    people,
    poses,
    svgart,
)
from .families import FAMILIES
from .figure import Wear
from .ink import Ink, group, num
from .look import Look, with_fur
from .manner import PLAIN, Manner
from .palette import hex_of
from .props import Prop, sized
from .props import told as grown
from .trims import LINEN

_HEAD_UNITS = 210.0
_TOOLS = {"read": "book", "paint": "paintbrush", "play": "ball", "cook": "frying-pan"}
"""What one holds for a deed when nobody said with what."""


FAT = 130
"""The size, in percent, that is one in breadth."""
_LONG_NECK = 30.0
"""From this length of a neck on hands don't reach the mouth, in units."""
_SCARF, _CAPE, _SKATES = "#d8434a", "#c23b4a", "#f6f4fb"
Dyes = Mapping[str, str]
"""Colour names by what they dye: `outfit`, `hat` or `held`."""


class Cast(NamedTuple):
    """One figure, ready to be drawn."""

    look: Look
    wear: Wear
    pose: poses.Pose
    prop: Prop | None

    def draw(self, ink: Ink) -> str:
        """The figure as SVG around its head's centre."""
        return figure.draw(ink, self.look, self.wear, self.pose, self.prop)

    def near_arm(self, ink: Ink) -> str:
        """Its arm at the viewer's right alone, to be laid around somebody."""
        return figure.near_arm(ink, self.look, self.wear, self.pose)


_HANDS_UP = frozenset({
    "wave", "balance", "write", "chalk", "hug", "throw", "kick", "juggle", "paint", "cook", "eat", "water",
    "skate", "hide-and-seek", "feed", "serve", "push",
})  # fmt: skip
"""Deeds for which one has put down what one usually holds: a student raises a hand, a teacher writes."""


def cast(
    ink: Ink,
    entry: Entry,
    subject: Subject,
    seed: int,
    *,
    dyes: Dyes | None = None,
    told: Manner = PLAIN,
    props: bool = True,
) -> Cast:
    """The figure that a subject asks for. Raises `KeyError` for an id of anything that does not exist."""
    tints = {part: hex_of(name) for part, name in (dyes or {}).items()}
    color = hex_of(subject.color) if subject.color else ""
    look = look_of(ink, entry, subject, seed, told)
    look, subject = _wrapped(look, subject, entry, told, tints)
    usual = "" if _HANDS_UP & {subject.action, told.deed} else look.held
    tool = "" if told.no_ball and subject.action == "play" else _TOOLS.get(subject.action or "", "")
    held = (subject.held or usual or tool) if props else ""
    both = told.counted and told.many == PAIR and pairs(subject)
    other = told.other or (held if both else "")
    prop = _in_hand(ink, held, tints, dyes, told, bunch=told.many > 1 and not both) if held else None
    action = _handling(subject.action, prop, look, free=not other) if prop else subject.action
    deed = _deed(told.deed, action, held)
    if action == "run" and not (deed or held or subject.outfit) and mounts.gallops(look):
        action = poses.GALLOP
    pose = poses.choose(deed or action, holding=prop is not None, seed=seed, grown=look.age == "adult")
    pose = replace(pose, mark="") if subject.relation == "over" and pose.mark == "hop" else pose
    if told.sits and not pose.lying:
        pose = replace(pose, legs="sit", lean=0)
    look = _shod(look, pose)
    main = people.cloth(look, entry.main or "", seed)
    wear = replace(_wear(look, subject, color, main, tints), frames=told.frames)
    wear = replace(wear, glasses=told.at_eyes or wear.glasses)
    if told.bare and not subject.hat:
        wear = replace(wear, hat="none")
    dye = hex_of(told.other_color) if told.other_color else tints.get("held") if both else None
    return _with_both_hands(ink, Cast(look, wear, pose, prop), other, dye)


def _in_hand(
    ink: Ink, held: str, tints: Mapping[str, str], dyes: Dyes | None, told: Manner, *, bunch: bool
) -> Prop | None:
    """The thing in a hand: one, a bunch, or a vessel with what is in it."""
    prop, entry = _prop(ink, held, tints.get("held"), dyes, told), load()[held]
    if bunch and (prop.roof is None or told.counted) and bunches(entry):
        prop = replace(prop, svg=_bunch(prop, told.many, entry, tints.get("held")), roof=None)
    if told.load in load() and holds(entry):
        prop = replace(prop, svg=_laden(ink, held, told.load, dyes))
    return prop


PAIR = 2
"""How many of a thing both hands hold, one each."""


def pairs(subject: Subject) -> bool:
    """Whether somebody has both hands free for one thing each, which is none to play on."""
    held = load().get(subject.held or "")
    return subject.action in (None, "hold") and held is not None and held.kind != "instrument"


def _handling(action: str | None, prop: Prop, look: Look, *, free: bool) -> str | None:
    """What one does with something in one's hands, the other one `free` or not, and how it is played."""
    if action in (None, "hold") and free:
        action = prop.action or action
    if prop.lips and action == "play" and look.neck < _LONG_NECK:
        return "blown"
    return prop.bowed[3] if prop.bowed and action == "play" else action


def _deed(deed: str, action: str | None, held: str) -> str:
    """The pose told of, but for a singer who dances or plays, and into a microphone where there is one."""
    if deed != "sing":
        return deed
    if action not in (None, "hold", "sit", "read"):
        return ""
    return "sing-into" if held == _MICROPHONE else deed


_MICROPHONE = "microphone"


def _wrapped(
    look: Look, subject: Subject, entry: Entry, told: Manner, tints: dict[str, str]
) -> tuple[Look, Subject]:
    """The look with a scarf, an apron or a cape over what is usual, and the subject without it."""
    if told.scarf and entry.art == "head":
        # Nothing but a scarf: animals stay in their fur, people in what they usually wear.
        knitted = replace(look.trim, scarf=tints.pop("outfit", "") or _SCARF, knit=told.cloth, cloth="")
        look = replace(look, trim=knitted)
        subject = replace(subject, outfit=None)
    if subject.outfit in outfits.OVER:
        tied = replace(look.trim, apron=tints.pop("outfit", "") or LINEN, knit=told.cloth, cloth="")
        look = replace(look, trim=tied)
        subject = replace(subject, outfit=None)
    if told.cape and entry.art == "head":
        look = replace(look, trim=replace(look.trim, cape=tints.pop("outfit", "") or _CAPE))
        subject = replace(subject, outfit=None)
    return look, subject


def _shod(look: Look, pose: poses.Pose) -> Look:
    """The look with white boots on people who skate on ice."""
    if pose.mark != poses.ICE or not look.human or look.trim.boots:
        return look
    return replace(look, trim=replace(look.trim, skates=_SKATES))


def _with_both_hands(ink: Ink, one: Cast, held: str, color: str | None) -> Cast:
    """The figure with something in its other hand, too, where that was told and is free."""
    if held not in load() or one.prop is None or one.pose.hold != "right":
        return one
    other = _prop(ink, held, color, None, PLAIN)
    pose = replace(one.pose, left=poses.mirrored(poses.POSES["hold"].right))
    return one._replace(prop=replace(one.prop, other=other), pose=pose)


def look_of(ink: Ink, entry: Entry, subject: Subject, seed: int, told: Manner = PLAIN) -> Look:
    """What the figure of a subject looks like, with all that was told of it and can be drawn."""
    color = hex_of(subject.color) if subject.color else ""
    if entry.art != "head":
        look = _mascot(ink, entry, color, told, asleep=subject.action == "sleep")
    else:
        look = _look(entry, color, seed)
    if round(subject.size * 100) == FAT:
        look = replace(look, girth=look.girth * 1.42)
    if told.badge in load():
        look = replace(look, trim=replace(look.trim, badge=_badge(ink, load()[told.badge])))
    return manner.shaped(people.in_costume(look, subject.outfit), told, seed)


_UPRIGHT = frozenset({"read", "dance", "wave", "cook", "paint", "play"})
"""Deeds for which an animal drawn from the side gets a body with hands."""


def is_figure(entry: Entry, subject: Subject) -> bool:
    """Whether it has a body to dress: its own, or what a drawing with a face gets for clothes and deeds."""
    if entry.art == "head" or not (entry.alive and entry.face is not None):
        return entry.art == "head"
    busy = subject.held is not None or subject.action in _UPRIGHT
    return bool(subject.outfit) or (busy and svgart.has_body(entry))


def _mascot(ink: Ink, entry: Entry, color: str, told: Manner, *, asleep: bool) -> Look:
    """A drawn animal as the head of a small body, so that clothes have something to hang on."""
    drawing = svgart.head_alone(svgart.of(entry, color or None))
    fur = color or entry.main or "#9aa4b2"
    if asleep and (shut := eyes_drawn.shut(entry, drawing.content, fur)):
        told, drawing = eyes_drawn.dreaming(told), replace(drawing, content=drawing.content + shut)
    cx, cy, radius = entry.face or (0, 0, 100)
    room = 9.9 if svgart.has_body(entry) else min(330 / drawing.box[2], 300 / drawing.box[3])
    k = min(96 / radius, room)
    face = overlays.laid(ink, drawing, entry, told, fur)
    head = group(face, f"translate({num(-cx * k)} {num(-cy * k)}) scale({k:.3f})")
    own = {name: entry.head[name] for name in ("light", "tail") if name in entry.head}
    look = Look(fur=fur, limb=fur, ears="", muzzle="", drawn=head, hat_scale=k * radius / 100)
    return replace(with_fur(look, fur), **own)


def _look(entry: Entry, color: str, seed: int) -> Look:
    look = heads.look_of(entry.head, entry.main or "#cccccc")
    if look.human:
        return people.passer_by(look, seed) if look.vary and seed else look
    if not color:
        return look
    own: dict[str, Any] = {name: _own(entry, name) for name in ("light", "dark", "limb", "mane")}
    return with_fur(replace(look, **own), color)


_BADGE = 62.0
"""How large a picture on a shirt is, in units."""


def bunches(entry: Entry) -> bool:
    """Whether a hand holds several of it: balloons, flowers, apples, no boxes."""
    return entry.art == "svg" and (entry.anchor == "hand" or entry.kind == "plant")


_INWARD = 0.3
"""The share of a fan that leans towards the head, which would hide it."""
_PARTY = ("", "#f2b632", "#3f9ee0", "#55b868", "#8f6fd8", "#f2786b", "#38b2a8")
"""Colours of the balloons of a bunch, the first one's its own."""


def _bunch(prop: Prop, count: int, entry: Entry, tint: str | None) -> str:
    """Several of a thing in one hand: what is tall fans out from the grip, what is not lies heaped."""
    x, y = prop.grip
    gay = entry.id == "balloon" and tint is None
    each = [
        svgart.apart(svgart.of(entry, _PARTY[i % len(_PARTY)] or None).content, f"{i}") if gay else prop.svg
        for i in range(count)
    ]
    if prop.tall:
        step = min(26.0, 128 / count)
        turns = sorted(((i - (count - 1) * _INWARD) * step for i in range(count)), key=abs, reverse=True)
        return "".join(
            group(one, f"rotate({num(turn)} {num(x)} {num(y)}) translate({num(x)} {num(y)}) "
                       f"scale({0.82 if i % 2 else 1}) translate({num(-x)} {num(-y)})")
            for i, (one, turn) in enumerate(zip(each, turns, strict=True))
        )  # fmt: skip
    wide, high = svgart.of(entry, None).box[2] * 0.55, svgart.of(entry, None).box[3] * 0.42
    heap = [((i % 3 - 1) * wide, -(i // 3) * high - (i % 3 == 1) * high * 0.5) for i in range(count)]
    return "".join(
        group(one, f"translate({num(dx)} {num(dy)})")
        for one, (dx, dy) in zip(each, reversed(heap), strict=True)
    )


def _badge(ink: Ink, entry: Entry) -> str:
    """Any subject as a picture on clothes: of those with a body, the head."""
    if entry.art == "head":
        head = heads.draw(ink, heads.look_of(entry.head, entry.main or "#cccccc"))
        return group(head.behind + head.face + head.above, f"scale({_BADGE / _HEAD_UNITS:.3f})")
    drawing = svgart.of(entry, None)
    x, y, wide, high = drawing.box
    k = _BADGE / max(wide, high)
    return group(drawing.content, f"scale({k:.3f}) translate({num(-x - wide / 2)} {num(-y - high / 2)})")


def _own(entry: Entry, name: str) -> str:
    """What the file or the family says of a colour: that stays when the fur changes."""
    return entry.head.get(name) or FAMILIES[entry.head["family"]].get(name, "")


def _wear(look: Look, subject: Subject, color: str, main: str, tints: Mapping[str, str]) -> Wear:
    asked = ((subject.outfit, outfits.OUTFITS), (subject.hat, hats.HATS), (subject.glasses, glasses.GLASSES))
    for name, known in asked:
        if name and name not in known:
            raise KeyError(name)
    outfit = subject.outfit or look.outfit
    changed = bool(subject.outfit) and subject.outfit != look.outfit
    cloth = (color or ("" if changed else main)) if look.human else ""
    own_hat, own_glasses = ("", "") if changed else (look.hat, look.glasses)
    return Wear(
        outfit=outfit,
        cloth=tints.get("outfit", cloth),
        hat=subject.hat or own_hat,
        hat_color=tints.get("hat", ""),
        glasses=subject.glasses or own_glasses,
    )


def holds(entry: Entry) -> bool:
    """Whether things can be drawn in it."""
    return "data-hold=" in (entry.read_svg() or "")


def _laden(ink: Ink, held: str, load: str, dyes: Dyes | None) -> str:
    """A vessel in the hands with what lies in it."""
    from . import filled  # it casts what lies in there

    vessel = Subject(id=held, color=(dyes or {}).get("held"))
    count = 1 if held == _FLAT else filled.MOST
    return filled.laden(ink, Subject(id=load, count=count), vessel, 0)[0]


_FLAT = "tray"
"""What one thing lies on; all else is full of them."""


def _prop(ink: Ink, held: str, tint: str | None, dyes: Dyes | None, told: Manner) -> Prop:
    """Any subject as something in a hand; an animal becomes a small one in the arm."""
    entry, looks = load()[held], Manner(traits=told.held)
    if entry.art == "head":
        young = Subject(id=held, action="sit", color=(dyes or {}).get("held"))
        small = cast(ink, entry, young, 0, told=looks, props=False)
        rise = (180 - figure.CROWN) * _IN_ARM
        prop = Prop(svg=small.draw(ink), grip=(0, 180), scale=_IN_ARM, rise=rise, long=346, wide=210)
        return grown(prop, told.held_size)
    drawing = svgart.of(entry, tint)
    strummed = entry.kind == "instrument"
    level = strummed and drawing.box[3] < _SLENDER * drawing.box[2]
    turn = 0.0 if level else 34.0 if strummed else 9.0 if drawing.tall else 0.0
    prop = Prop(
        svg=overlays.around(ink, drawing, entry, looks, tint or ""),
        grip=drawing.grip,
        scale=drawing.hand * _HEAD_UNITS / max(drawing.box[2], 1),
        turn=turn,
        tall=drawing.tall,
        rise=(drawing.grip[1] - drawing.box[1]) * drawing.hand * _HEAD_UNITS / max(drawing.box[2], 1),
        left=(drawing.grip[0] - drawing.box[0]) * drawing.hand * _HEAD_UNITS / max(drawing.box[2], 1),
        action=drawing.action,
        lips=drawing.lips,
        bowed=drawing.bowed,
        long=drawing.box[3],
        wide=drawing.box[2],
        strummed=strummed,
        roof=drawing.roof,
    )
    return replace(grown(sized(prop), told.held_size), shared=told.shared)


_SLENDER = 1.2
"""From this height on, by its width, an instrument is held aslant."""
_IN_ARM = 0.42
"""How large an animal in somebody's arm is, by its usual size."""
