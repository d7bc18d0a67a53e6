"""Bodies: torso, legs, feet, arms and hands, bare or dressed."""

from __future__ import annotations

from . import coats, trims
from .clothes import LONG, SHAPES, Clothes
from .curves import draped, ribbon
from .ink import Ink, disc, line, mirrored, oval, path, tone
from .look import Look
from .poses import FORWARD, ICE, LEGS, Arm, Pose

Way = list[tuple[float, float]]
_SHOULDER = (44.0, 106.0)
_BEND = "#2c1c54"


def limb_color(look: Look) -> str:
    """Colour of bare arms and legs."""
    return look.skin if look.human else look.limb or look.fur


# -- torso -------------------------------------------------------------------------------------------


_CHIN = "M-45 96C-28 116 28 116 45 96C44 72-44 72-45 96Z"
"""The head's shadow on the chest."""


def torso(ink: Ink, look: Look, clothes: Clothes | None) -> str:
    """The torso with what it wears, and the head's shadow on it."""
    shadow = "" if look.neck else path(_CHIN, _BEND, 0.17)  # a long neck would seem to stick in a ring
    if clothes is not None:
        shape = SHAPES[clothes.shape]
        dressed = ink.form(shape, clothes.torso, clothes.marks, plain=shadow, depth=0.22)
        dressed += trims.on_body(ink, look, clothes) + clothes.over
        return dressed + trims.apron(ink, look) + trims.badge(look)
    cut, plain = _bare(ink, look)
    bare = ink.form(SHAPES["body"], look.fur, cut, plain=plain + shadow)
    bare += coats.bib(ink, look) + trims.on_body(ink, look, None)
    return coats.down(ink, look) + bare + trims.apron(ink, look)


def _bare(ink: Ink, look: Look) -> tuple[str, str]:
    """Markings that reach over the outline, and those that stay inside."""
    if look.body == "metal":
        return "", _metal(ink, look) + (coats.BODIES["rust"](look) if look.spots == "rust" else "")
    if "panda" in look.marks:
        return path("M-90 60H90V128C50 146-50 146-90 128Z", ink.slope(look.dark)), ""
    belly = oval(0, 168, 43, 51, ink.ball(look.light, 0.16))
    if look.body == "bird":
        belly = oval(0, 158, 49, 60, ink.ball(look.light, 0.16))
    return _spots(ink, look), belly + (
        _over_belly(ink, look) if look.spots in ("belly", "scales", "pouch", "shimmer") else ""
    )


def _spots(ink: Ink, look: Look) -> str:
    if look.spots == "stripes":
        sides = (
            "M-80 118Q-56 122-44 132Q-60 136-80 134ZM-82 150Q-60 154-46 164"
            "Q-62 168-82 166ZM-80 182Q-60 186-48 194Q-62 200-80 198Z"
        )
        return mirrored(path(sides, look.dark))
    if look.spots == "pouch":
        return ""
    if look.spots in coats.BODIES:
        return coats.BODIES[look.spots](look)
    if look.spots in ("rosettes", "dots"):
        at = (
            (-54, 112, 8),
            (50, 116, 9),
            (-60, 142, 9),
            (58, 148, 8),
            (-58, 174, 8),
            (60, 180, 9),
            (-44, 204, 7),
            (44, 208, 7),
        )
        return "".join(oval(x, y, r, r * 0.85, look.dark) for x, y, r in at)
    if look.spots == "patches":
        return path("M-80 100C-40 96-30 130-46 152C-60 170-86 160-90 150Z", look.dark) + oval(
            58, 190, 30, 28, look.dark
        )
    if look.spots == "tiles":
        at = ((-58, 112), (54, 112), (-64, 150), (64, 150), (-58, 190), (58, 190))
        return "".join(
            path(f"M{x - 15} {y - 12}L{x + 12} {y - 15}L{x + 16} {y + 12}L{x - 10} {y + 15}Z", look.dark)
            for x, y in at
        )
    return ""


def _over_belly(ink: Ink, look: Look) -> str:
    color = tone(look.light, -0.22)
    if look.spots == "pouch":
        return _joey(ink, look)
    if look.spots == "shimmer":
        return coats.shimmer()
    if look.spots == "belly":
        return "".join(line(f"M-38 {y}Q0 {y + 12} 38 {y}", color, 4, 0.7) for y in range(132, 216, 18))
    row = "M-30 %dq10 12 20 0q10 12 20 0q10 12 20 0"
    return "".join(line(row % y, color, 4, 0.8) for y in (138, 158, 178, 198))


def _joey(ink: Ink, look: Look) -> str:
    """A pouch with a young one that looks out."""
    ears = mirrored(oval(17, 142, 8, 17, ink.ball(look.fur), turn=24))
    head = disc(0, 168, 25, ink.ball(look.fur)) + oval(0, 177, 13, 10, look.light)
    eyes = mirrored(disc(10, 164, 4.2, "#2b1d24") + disc(8.8, 162.4, 1.4, "#fff"))
    pouch = "M-44 176Q0 198 44 176C46 206 30 220 0 220C-30 220-46 206-44 176Z"
    nose = oval(0, 172, 4.5, 3.2, "#3b2d33")
    return (
        ears
        + head
        + eyes
        + nose
        + path(pouch, ink.ball(tone(look.light, -0.08)))
        + line("M-44 176Q0 198 44 176", _seam(look), 5)
    )


def _seam(look: Look) -> str:
    """Of a seam in pale fur."""
    return tone(look.light, -0.3)


def _metal(ink: Ink, look: Look) -> str:
    plate = path(
        "M-40 118Q-40 110-32 110H32Q40 110 40 118V166Q40 176 32 176H-32Q-40 176-40 166Z",
        ink.slope(look.light),
    )
    dial = disc(-18, 134, 12, "#2c3b57") + line("M-18 134L-11 126", "#ff6f61", 3.5)
    lamps = (
        disc(12, 128, 6, "#6fe6f2")
        + disc(28, 128, 6, "#ffca42")
        + line("M6 146H32M6 158H32", tone(look.light, -0.35), 4)
    )
    bolts = mirrored(disc(56, 112, 4.5, look.dark) + disc(56, 196, 4.5, look.dark))
    return plate + dial + lamps + bolts + line("M-70 188Q0 204 70 188", tone(look.fur, -0.35), 5)


# -- legs and feet -----------------------------------------------------------------------------------


def legs(ink: Ink, look: Look, clothes: Clothes | None, pose: Pose, longer: float = 0) -> str:
    """Both legs and feet of a pose, their hips `longer` units above the usual ones."""
    if clothes and clothes.below:
        return _instead(ink, look, clothes)
    color = (clothes.leg if clothes and clothes.leg else "") or limb_color(look)
    skirt = clothes if clothes and clothes.shape in LONG else None
    thick = 24 if look.body == "bird" and not (clothes and clothes.leg) else 46
    out = ""
    for points, (x, y, turn) in LEGS[pose.legs]:
        points, y = [(px, _up(py, longer)) for px, py in points], _up(y, longer, 240)
        if not (skirt and pose.legs == "stand" and not look.human):
            out += path(ribbon(points, (thick, thick * 0.95, thick * 0.86)), ink.slope(color))
        if skirt and pose.legs in FORWARD:
            out += _skirt(ink, skirt, points, thick * 1.05, 0.5 if skirt.shape == "dress" else 0.7, -0.16)
        out += _foot(ink, look, clothes, pose, x, y, turn)
    return out


def _up(y: float, longer: float, floor: float = 228) -> float:
    """A hip rises by the whole of what a leg is longer, what is on the floor by nothing."""
    return y - longer * min(1.0, max(0.0, (floor - y) / (floor - 196)))


def near_leg(ink: Ink, look: Look, clothes: Clothes | None) -> str:
    """A rider's leg on the viewer's side, hanging from the hip at (0, 196), its foot to the left."""
    color = (clothes.leg if clothes and clothes.leg else "") or limb_color(look)
    if clothes and clothes.shape in ("robe", "dress", "gown"):
        color = clothes.torso
    leg = path(ribbon([(4, 188), (-8, 220), (-2, 254)], (58, 52, 42)), ink.slope(color))
    return leg + _foot(ink, look, clothes, Pose(), -8, 262, 0)


def leg_along(ink: Ink, look: Look, clothes: Clothes | None, way: Way, wide: float, shade: float) -> str:
    """A leg from hip over knee to ankle, with its foot, in a tone of its own; a skirt ends above the knee."""
    color = tone((clothes.leg if clothes and clothes.leg else "") or limb_color(look), shade)
    thick = wide * (26 if look.body == "bird" and not (clothes and clothes.leg) else 50)
    leg = path(ribbon(way, (thick * 1.1, thick, thick * 0.82)), ink.slope(color))
    if clothes and clothes.shape in LONG:
        leg += _skirt(ink, clothes, way, thick, 0.5, shade)
    x, y = way[-1]
    return leg + _foot(ink, look, clothes, Pose(), round(x, 1), round(y + 10, 1), 0)


def _skirt(ink: Ink, clothes: Clothes, way: Way, thick: float, share: float, shade: float) -> str:
    """The cloth of a long garment over a `share` of a leg, from the hip on."""
    cloth = ink.slope(tone(clothes.torso, shade))
    return path(ribbon(way, (thick * 1.3, thick * 1.3, thick * 1.2), end=share), cloth)


def _instead(ink: Ink, look: Look, clothes: Clothes) -> str:
    """A mermaid's tail, a saci's single leg, a genie's smoke."""
    color = clothes.leg
    if clothes.below == "one":
        leg = path(ribbon([(0, 196), (0, 216), (0, 228)], (50, 48, 42)), ink.slope(limb_color(look)))
        return leg + f'<g transform="translate(4 240)">{_FEET["hand"](ink, look)}</g>'
    if clothes.below == "smoke":
        wisp = ribbon([(0, 180), (10, 216), (-26, 236), (10, 250), (44, 240)], (116, 80, 46, 22, 4))
        return path(wisp, ink.slope(color, 0.2))
    fin = (
        "M-14 232C-60 214-92 226-106 250C-76 262-40 262-12 250Z"
        "M14 226C30 196 66 180 100 186C98 222 60 252 10 250Z"
    )
    tail = path(ribbon([(0, 176), (4, 214), (-2, 240)], (118, 74, 36)), ink.slope(color))
    return path(fin, ink.slope(tone(color, 0.2))) + tail


def _foot(ink: Ink, look: Look, clothes: Clothes | None, pose: Pose, x: float, y: float, turn: float) -> str:
    worn, boot = trims.footwear(look, clothes)
    if pose.legs == "sit":
        content = _sole(ink, look, worn or look.trim.socks)
    elif worn:
        content = trims.sock(ink, look, True) + trims.shoe(ink, worn, boot) + trims.cuff(look, boot)
        content = (trims.wheels(ink) if look.trim.skates and pose.mark != ICE else "") + content
    else:
        content = _FEET.get(look.paws, _paw)(ink, look) if not look.trim.socks else ""
        content += trims.sock(ink, look, False)
        content = (trims.blade(ink) if pose.mark == ICE else "") + content
    flip = " scale(-1 1)" if x < 0 and pose.legs not in FORWARD else ""
    return f'<g transform="translate({x} {y}) rotate({turn}){flip}">{content}</g>'


def _sole(ink: Ink, look: Look, worn: str) -> str:
    if worn:
        return trims.sole(ink, worn)
    color = limb_color(look)
    base = oval(0, 0, 27, 31, ink.ball(color))
    if look.paws in ("hoof", "metal", "web", "claw"):
        return base
    pad = look.inner if not look.human else tone(look.skin, -0.12)
    toes = "".join(disc(dx, -14 + abs(dx) * 0.25, 5.5, pad) for dx in (-14, 0, 14))
    return base + oval(0, 9, 14, 12, pad) + toes


def _paw(ink: Ink, look: Look) -> str:
    color = limb_color(look)
    toes = line("M2 4V12M16 3V11", tone(color, -0.3), 3.5, 0.7)
    return oval(2, 0, 31, 15, ink.ball(color)) + toes


def _hand_foot(ink: Ink, look: Look) -> str:
    return oval(4, 1, 30, 13, ink.ball(limb_color(look) if look.human else tone(look.limb, 0.15)))


def _backward(ink: Ink, look: Look) -> str:
    """A foot that points the wrong way: the curupira's, whose tracks mislead hunters."""
    skin = ink.ball(limb_color(look))
    toes = "".join(disc(-40 + i * 7, -13 + i * 0.6, 6, skin) for i in range(4))
    return toes + oval(-20, -3, 28, 13, skin) + oval(4, 2, 19, 14, skin)


def _hoof(ink: Ink, look: Look) -> str:
    return path("M-24-10H24L30 10Q28 14 22 14H-22Q-28 14-30 10Z", ink.slope(tone(look.fur, -0.55)))


def _claw(ink: Ink, look: Look) -> str:
    color = look.nose if look.muzzle not in ("toucan",) else "#8fa3c4"
    return "".join(oval(dx, 2, 11, 12, ink.ball(color)) for dx in (-15, 1, 17))


def _claw3(ink: Ink, look: Look) -> str:
    nails = "".join(path(f"M{dx - 6} 6L{dx + 7} 8L{dx + 3} 15Z", "#fff6e2") for dx in (-10, 8, 24))
    return oval(2, 0, 32, 16, ink.ball(look.limb)) + nails


def _web(ink: Ink, look: Look) -> str:
    color = look.nose if look.body == "bird" else tone(look.fur, 0.12)
    return path(
        "M-26 4C-20-14 20-14 30 6C34 12 28 15 20 12Q12 16 4 12Q-4 16-12 12C-22 16-30 12-26 4Z",
        ink.ball(color),
    )


def _nail(ink: Ink, look: Look) -> str:
    nails = "".join(oval(dx, 7, 6, 5, "#fff3e2") for dx in (-16, 1, 18))
    return oval(1, -1, 32, 15, ink.ball(look.limb)) + nails


def _metal_foot(ink: Ink, look: Look) -> str:
    return path("M-28 13V4C-28-12-14-16 2-16C20-16 32-8 34 4V13Z", ink.slope(look.dark))


_FEET = {
    "paw": _paw,
    "hand": _hand_foot,
    "hoof": _hoof,
    "backward": _backward,
    "claw": _claw,
    "claw3": _claw3,
    "web": _web,
    "nail": _nail,
    "metal": _metal_foot,
}


# -- arms and hands ----------------------------------------------------------------------------------


def arm(ink: Ink, look: Look, clothes: Clothes | None, place: Arm, side: int) -> str:
    """One arm with its hand. `side` is -1 for the viewer's left, 1 for the right."""
    elbow, hand = place
    points = [(_SHOULDER[0] * side, _SHOULDER[1]), elbow, hand]
    if look.body == "bird" and clothes is None:
        return _wing(ink, look, points) + _gloved(ink, look, hand)
    own = limb_color(look)
    out = path(ribbon(points, (38, 36, 32)), ink.slope(own, 0.34))
    if clothes and clothes.sleeve_end:
        sleeve = clothes.sleeve or clothes.torso
        out += path(ribbon(points, (43, 42, 39), end=min(clothes.sleeve_end, 0.86)), ink.slope(sleeve, 0.36))
        # A cape's short sleeves lie under it unless the arm is raised.
        if clothes.drape and (clothes.sleeve_end > 0.6 or hand[1] < 124):
            out += _wide(ink, clothes, points, side)
        cut = 0.74 if clothes.sleeve_end >= 1 else clothes.sleeve_end - 0.1
        if clothes.cuff:
            out += path(ribbon(points, (44, 44, 42), start=cut, end=cut + 0.13), ink.slope(clothes.cuff))
    elif clothes and clothes.cuff:
        out += path(ribbon(points, (40, 38, 34), start=0.8, end=0.92), ink.slope(clothes.cuff))
    return out + _hand(ink, look, clothes, hand, side)


def _wide(ink: Ink, clothes: Clothes, points: list[tuple[float, float]], side: int) -> str:
    """A wide sleeve that hangs down from the arm, its opening towards the hand."""
    color = clothes.sleeve or clothes.torso
    cloth, rim, opening = draped(points, min(clothes.sleeve_end, 0.8), clothes.drape, side)
    out = path(cloth, ink.slope(color, 0.36)) + path(opening, tone(color, -0.55))
    return out + line(rim, clothes.cuff or tone(color, -0.22), 7)


def _wing(ink: Ink, look: Look, points: list[tuple[float, float]]) -> str:
    widths = (34, 52, 16)
    body = path(ribbon(points, widths), ink.slope(look.wing_color or tone(look.fur, -0.1), 0.34))
    if look.tail == "plumes":
        body += path(ribbon(points, widths, start=0.5), ink.slope(look.horn))
        body += path(ribbon(points, widths, start=0.74), ink.slope(look.dark))
    return body + path(ribbon(points, (10, 18, 6), start=0.35), tone(look.fur, -0.4), 0.25)


def _gloved(ink: Ink, look: Look, hand: tuple[float, float]) -> str:
    """The glove at the end of a bare wing."""
    return disc(*hand, 19, ink.ball(look.trim.gloves)) if look.trim.gloves else ""


def _hand(ink: Ink, look: Look, clothes: Clothes | None, hand: tuple[float, float], side: int) -> str:
    x, y = hand
    if glove := trims.glove(look, clothes):
        return disc(x, y, 20, ink.ball(glove))
    color = limb_color(look)
    if look.paws == "hoof":
        return disc(x, y, 17, ink.ball(tone(look.fur, -0.5)))
    if look.body == "metal":
        return disc(x, y, 18, ink.ball(look.dark)) + disc(x, y, 8, look.light)
    if look.body == "bird":
        tip = look.dark if look.tail == "plumes" and clothes is None else tone(look.fur, -0.1)
        return disc(x, y, 18, ink.ball(tip))
    thumb = disc(x - side * 13, y - 7, 7, ink.ball(color)) if look.human or look.family == "monkey" else ""
    return disc(x, y, 18, ink.ball(color)) + thumb
