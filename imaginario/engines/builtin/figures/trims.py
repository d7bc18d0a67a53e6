"""Small things that are worn: shoes, socks, gloves, belts, collars, bells, necklaces, earrings, ribbons."""

from __future__ import annotations

from . import coats, hats
from .clothes import BIB, LONG, SHAPES, Clothes, buckle, cape
from .ink import Ink, disc, group, line, mirrored, num, oval, path, slab, tone
from .look import Look


def footwear(look: Look, clothes: Clothes | None) -> tuple[str, bool]:
    """Colour of the shoes (or nothing), and whether they are boots."""
    trim = look.trim
    if trim.skates or trim.boots or trim.shoes:
        return trim.skates or trim.boots or trim.shoes, bool(trim.skates or trim.boots)
    return (clothes.shoe, clothes.boot) if clothes else ("", False)


def glove(look: Look, clothes: Clothes | None) -> str:
    """Colour of the gloves, or nothing."""
    return look.trim.gloves or (clothes.hand if clothes else "")


def sock(ink: Ink, look: Look, shod: bool) -> str:
    """A sock in a foot's own place, its toes seen if no shoe covers them."""
    color = look.trim.socks
    if not color:
        return ""
    shaft = path("M-25-32Q-2-26 20-32V2H-26Z", ink.slope(color)) + line(
        "M-25-31Q-2-25 20-31", tone(color, 0.4 if color != "#fdf6ec" else -0.16), 6
    )
    if shod:
        return shaft
    return shaft + path(
        "M-25-6C-20-12 6-14 16-8C30-4 35 2 34 8Q33 13 27 13H-23Q-29 12-28 4Z", ink.slope(color)
    )


def cuff(look: Look, boot: bool) -> str:
    """The rim of a sock that looks out of a shoe."""
    return line("M-20-10Q-4-4 10-11", look.trim.socks, 9) if look.trim.socks and not boot else ""


_CHEST = 148
"""Where the middle of a picture on a shirt is, in units."""


def behind(ink: Ink, look: Look) -> str:
    """A cape that is worn over other clothes, and the bag on somebody's back."""
    bag = _bag(ink, look.trim.backpack) if look.trim.backpack else ""
    return (cape(ink, look.trim.cape) if look.trim.cape else "") + bag


_BAG = "M-70 74H70Q106 76 108 114V186Q106 216 76 218H-76Q-106 216-108 186V114Q-106 76-70 74Z"


def _bag(ink: Ink, color: str) -> str:
    """A backpack, of which both sides look out from behind the body."""
    pockets = "".join(path(f"M{x} 150h26v48h-26Z", tone(color, -0.16)) for x in (-106, 80))
    return ink.form(_BAG, color, pockets, depth=0.3)


def _straps(color: str) -> str:
    dark = tone(color, -0.22)
    return "".join(line(f"M{38 * side} 84Q{46 * side} 130 {50 * side} 206", dark, 14) for side in (-1, 1))


def badge(look: Look) -> str:
    """A picture on the clothes."""
    return group(look.trim.badge, f"translate(0 {_CHEST})") if look.trim.badge else ""


def on_body(ink: Ink, look: Look, clothes: Clothes | None) -> str:
    """A pattern on the clothes and a belt around the waist, over the torso."""
    shape = SHAPES[clothes.shape] if clothes else SHAPES["body"]
    out = ""
    if look.trim.cloth and clothes:
        out += ink.inside(shape, coats.printed(look.trim.cloth, clothes.torso, look.trim.cloth_color))
    if look.trim.belly:
        out += _belly(ink, look, clothes)
    if look.trim.backpack:
        out += ink.inside(shape, _straps(look.trim.backpack))
    if look.trim.belt:
        at = 148 if clothes and clothes.shape in ("dress", "gown", "tutu") else 188
        strap = line(f"M-130 {at}Q0 {at + 16} 130 {at}", look.trim.belt, 14)
        out += ink.inside(shape, strap) + buckle(at + 8)
    return out


LINEN = "#f6ead2"
"""The colour of an apron of which nobody said any."""


def apron(ink: Ink, look: Look) -> str:
    """An apron with a pocket, over all that is worn, or over fur."""
    color = look.trim.apron
    if not color:
        return ""
    hem = tone(color, -0.3) if color != LINEN else "#d8606a"
    straps = mirrored(line("M34 116L44 70", color, 9))
    pocket = path("M-26 176H26V200Q0 216-26 200Z", tone(color, -0.1)) + line("M-26 177H26", hem, 5)
    edges = line("M-56 212Q0 232 56 212", hem, 6) + line("M-36 116H36", hem, 5)
    marks = coats.PRINTS[look.trim.knit](coats.on_cloth(color)) if look.trim.knit else ""
    tied = line("M-58 154Q0 170 58 154", hem, 7)
    return straps + ink.form(BIB, color, marks + edges, rim=0.06) + tied + pocket


_BELLY = "M0 124C40 124 62 146 69 174C74 204 54 230 3 232C-49 230-70 204-65 174C-58 146-40 124 0 124Z"
_ABOVE_THE_BELT = "M-130 60H130V184H-130Z"


def _belly(ink: Ink, look: Look, clothes: Clothes | None) -> str:
    """A round belly, in the cloth that is worn over it."""
    if clothes is None:
        return ink.form(_BELLY, look.fur, plain=oval(2, 182, 50, 45, ink.ball(look.light, 0.16)), rim=0.08)
    cloth = clothes.marks if clothes.shape in LONG else ink.inside(_ABOVE_THE_BELT, clothes.marks)
    shine = oval(-20, 156, 24, 17, ink.glow("#ffffff", 0.34))
    navel = line("M-5 212Q0 216 5 212", tone(clothes.torso, -0.3), 3.4, 0.7)
    return ink.form(_BELLY, clothes.torso, cloth, plain=shine + navel, depth=0.3, rim=0.08)


_WRAP = "M-74 82C-40 112 40 112 74 82C84 98 80 112 66 118C30 132-30 132-66 118C-80 112-84 98-74 82Z"
_END = "M26 116L54 110L58 168L30 172Z"


def apron_of_a_sleeper(look: Look) -> str:
    """An apron around a body that lies on its belly, as far as it looks out below."""
    color = look.trim.apron
    if not color:
        return ""
    cloth = path("M-20 190Q70 214 150 190L156 256H-20Z", color)
    return (
        cloth
        + line("M-20 190Q70 214 150 190", tone(color, -0.3), 7)
        + line("M148 190Q170 158 158 124", color, 10)
    )


def scarf(ink: Ink, color: str, pattern: str = "") -> str:
    """A knitted scarf, one end hanging down, with a pattern of `coats.PRINTS` or none."""
    wrap, end = path(_WRAP, ink.slope(color)), path(_END, ink.slope(tone(color, -0.1)))
    fringe = line("M31 172V184M40 171V183M49 169V181", color, 5)
    if pattern:
        return fringe + end + wrap + ink.inside(_WRAP + _END, _knit(pattern, coats.on_cloth(color)))
    fold = line("M-50 106Q0 128 50 106", tone(color, -0.25), 3, 0.6)
    return fringe + end + line("M30 160L58 157", tone(color, 0.5), 5) + wrap + fold


def _knit(pattern: str, color: str) -> str:
    """A pattern where the scarf lies around the neck and hangs down: stripes go across it."""
    if pattern == "striped":
        turns = ((x, 78 + 0.004 * (4900 - x * x), x / 3) for x in (-66, -42, -18, 6, 30, 54))
        around = "".join(line(f"M{x} {num(y)}L{num(x - lean)} 134", color, 11) for x, y, lean in turns)
        return around + line("M24 132L60 126M26 152L62 146M28 172L64 166", color, 9)
    if pattern == "dotted":
        spots = ((-64, 100), (-40, 108), (-14, 115), (12, 114), (38, 107), (62, 100))
        return "".join(disc(x, y, 6, color) for x, y in (*spots, (38, 130), (49, 145), (37, 160)))
    return group(coats.PRINTS[pattern](color), "translate(0 44) scale(.56)")


def at_the_neck(ink: Ink, look: Look, hatted: bool) -> str:
    """What hangs around the neck, under the chin; a ribbon too, if a hat takes its place on the head."""
    out = _necklace(ink, look.trim.necklace) if look.trim.necklace else ""
    if look.trim.cape:
        cord = tone(look.trim.cape, -0.3)
        out += line("M-56 92Q0 124 56 92", look.trim.cape, 17) + disc(0, 112, 9, ink.ball("#f0c24b"))
        out += line("M-56 100Q0 132 56 100", cord, 3, 0.7)
    if look.trim.collar:
        out += line("M-50 98Q0 124 50 98", tone(look.trim.collar, -0.28), 15)
        out += line("M-50 96Q0 121 50 96", look.trim.collar, 11)
    if look.trim.bell:
        out += _bell(ink, look.trim.bell)
    if look.trim.ribbon and hatted:
        out += group(_bow(ink, look.trim.ribbon), "translate(0 114) scale(.9)")
    if look.trim.bow:
        out += group(_bow(ink, look.trim.bow), "translate(0 112) scale(.82)")
    if look.trim.tie:
        out += _tie(ink, look.trim.tie)
    if look.trim.scarf:
        out += scarf(ink, look.trim.scarf, look.trim.knit)
    return out


def of_a_sleeper(ink: Ink, look: Look) -> str:
    """What hangs around a neck that lies behind the head, on its right: under the head of an animal."""
    return group(at_the_neck(ink, look, False), "rotate(-64)")


def _necklace(ink: Ink, color: str) -> str:
    beads = [(-46, 99), (-36, 111), (-23, 120), (-8, 125), (8, 125), (23, 120), (36, 111), (46, 99)]
    return "".join(disc(x, y, 7.4, ink.ball(color, 0.34)) for x, y in beads)


def _bell(ink: Ink, color: str) -> str:
    slot = tone(color, -0.6)
    return (
        disc(0, 126, 14, ink.ball(color, 0.34))
        + line("M-13 125H13", tone(color, -0.34), 3)
        + disc(0, 131, 3, slot)
        + line("M0 132V139", slot, 3)
        + disc(-5, 120, 3, "#fff", 0.85)
    )


def _tie(ink: Ink, color: str) -> str:
    """A tie, and the points of the collar that it is knotted under."""
    wing = path("M2 106L50 86L56 104L26 128Z", ink.slope("#fdf8ee"))
    blade = ink.form("M-9 126H9L18 182L0 202L-18 182Z", color, line("M-22 150L22 168", tone(color, 0.3), 6))
    return blade + mirrored(wing) + path("M-12 106H12L8 128H-8Z", ink.ball(tone(color, 0.08)))


def _bow(ink: Ink, color: str) -> str:
    loop = path("M4 0C16-22 44-28 48-14C52 2 50 16 44 22C34 26 16 16 4 2Z", ink.slope(color, 0.3))
    fold = line("M10 0Q24-6 36-4", tone(color, -0.34), 4, 0.7)
    return mirrored(loop + fold) + slab(-9, -10, 18, 21, 8, ink.ball(color, 0.34))


def on_head(ink: Ink, look: Look, hatted: bool) -> str:
    """Ribbons in the hair and rings in the ears."""
    out = ""
    if look.trim.earrings:
        x = 97 if look.age == "child" else 92
        ring = disc(x, 42, 8, ink.ball(look.trim.earrings, 0.34)) + disc(x - 2.5, 39, 2.2, "#fff", 0.9)
        out += mirrored(ring)
    if look.trim.ribbon and not hatted:
        bow = hats.draw(ink, "bow", look.trim.ribbon)
        out += group(bow, f"translate(0 {num(look.hat_y)}) scale({look.hat_scale:.3f})")
    return out


def shoe(ink: Ink, color: str, boot: bool) -> str:
    """A shoe or a boot in a foot's own place."""
    shape = "M-25-9C-20-18 6-18 16-10C30-6 36 2 35 9Q34 13 28 13H-24Q-29 13-29 6C-29-1-28-5-25-9Z"
    top = path("M-27-34H21V0H-27Z", ink.slope(color)) if boot else ""
    rim = line("M-25-33H19", tone(color, 0.35), 8) if boot else ""
    return top + path(shape, ink.slope(color)) + rim + line("M-25 11H29", tone(color, -0.45), 4.5)


def wheels(ink: Ink) -> str:
    """What turns a boot into a roller skate, under a foot in its own place."""
    rail = slab(-26, 13, 56, 8, 3, "#8d93b4")
    return rail + "".join(
        disc(x, 27, 10.5, ink.ball("#f7c948")) + disc(x, 27, 4, "#fff6e2") for x in (-18, 3, 24)
    )


def blade(ink: Ink) -> str:
    """What turns a boot, or a bare foot, into an ice skate."""
    steel = path("M-28 22H32Q38 22 36 15L33 15Q33 17 30 17H-28Z", ink.slope("#c9d3e6"))
    return slab(-18, 10, 7, 9, 2, "#8d93b4") + slab(14, 10, 7, 9, 2, "#8d93b4") + steel


def sole(ink: Ink, color: str) -> str:
    """A shoe seen from below."""
    return oval(0, 0, 27, 31, ink.ball(color)) + oval(0, 2, 18, 22, tone(color, -0.25), 0.7)
