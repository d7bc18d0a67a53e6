"""Who lies there: on the belly, the head on the paws; a person asleep under a blanket, on a pillow."""

from __future__ import annotations

from . import ages, bodies, tails, trims
from .clothes import Clothes
from .curves import star
from .ink import Ink, disc, group, line, num, oval, path, tone
from .look import Look
from .poses import SOLE


def lying(ink: Ink, look: Look, clothes: Clothes | None, head: str, nod: float) -> str:
    """One who lies, asleep or awake; the head is drawn around (0, 0) and turned by `nod` degrees."""
    size, asleep = ages.stature(look).head, look.mood == "asleep"
    there = f"translate(-14 {num(152 + 60 * (1 - size))})"
    lifted = group(head, f"{there} rotate({num(nod)}) scale({size:.3f})")
    if look.human:  # long hair lies on the sheet, and does not hang below it
        lifted = ink.inside(f"M-420-420H420V{num(SOLE)}H-420Z", lifted)
    in_bed = look.human and asleep
    under, over = _in_bed(ink, look, clothes) if in_bed else (_on_the_belly(ink, look, clothes), "")
    neck = group(trims.of_a_sleeper(ink, look), f"{there} scale({size:.3f})")
    zs = "".join(
        line(f"M{x} {y}h{s}l{-s} {s * 1.1:.1f}h{s}", "#8fa6d8", s * 0.24, 0.9)
        for x, y, s in ((104, 60, 18), (134, 24, 24), (172, -20, 30))
    )
    if not asleep:
        return under + neck + lifted
    if look.human:  # the blanket would cover it
        return under + lifted + over + neck + zs
    return under + neck + lifted + zs


def _in_bed(ink: Ink, look: Look, clothes: Clothes | None) -> tuple[str, str]:
    """A pillow for under the head and a blanket for over the body, in the colour of the clothes."""
    color = clothes.torso if clothes else "#6f9be8"
    pillow = ink.form(
        "M-150 184C-166 150-120 140-16 142C84 140 124 154 112 190C128 238 116 254 92 252H-122"
        "C-152 254-160 232-150 184Z", "#fdf6ec", depth=0.16,
    )  # fmt: skip
    quilt = "M28 252C30 190 66 146 128 142C214 138 282 170 292 236Q292 252 276 252H28Z"
    fold = path(
        "M28 252C30 190 66 146 128 142C140 141 152 142 164 143C104 156 78 200 76 252Z", tone(color, 0.62)
    )
    stars = "".join(path(star(x, y, r), tone(color, 0.55)) for x, y, r in _QUILT)
    hand = disc(52, 222, 19, ink.ball(look.skin))
    return pillow, ink.form(quilt, color, stars) + fold + hand


def beside(look: Look, held: tuple[str, tuple[float, float], float] | None) -> str:
    """What somebody fell asleep with, as SVG with its grip and scale, on the blanket or between the paws."""
    if held is None:
        return ""
    svg, (gx, gy), scale = held
    x, y = (96, 214) if look.human else (2, 226)
    place = f"translate({num(x)} {num(y)}) rotate(-14) scale({0.8 * scale:.3f})"
    return group(svg, f"{place} translate({num(-gx)} {num(-gy)})")


_QUILT = ((140, 190, 11), (186, 168, 9), (176, 222, 12), (228, 198, 11), (256, 232, 9), (118, 230, 8))


def _on_the_belly(ink: Ink, look: Look, clothes: Clothes | None) -> str:
    """The body a round mound behind, the paws in front."""
    cover = clothes.torso if clothes else look.fur
    mound = "M-20 250C-30 170 30 128 96 128C166 128 206 180 202 236Q200 252 186 252H-10Z"
    marks = ""
    if clothes is None and look.spots == "stripes":
        marks = path("M70 120L84 170L98 122ZM116 122L126 176L144 130ZM160 140L160 190L184 156Z", look.dark)
    back = ink.form(mound, cover, marks + trims.apron_of_a_sleeper(look))
    tail = group(tails.tail(ink, look), "translate(120 30) rotate(26 40 200) scale(.86)")
    sleeve = (
        (clothes.sleeve or clothes.torso)
        if clothes and clothes.sleeve_end >= 0.6
        else bodies.limb_color(look)
    )
    hand = trims.glove(look, clothes) or bodies.limb_color(look)
    paws = oval(-66, 236, 44, 18, ink.ball(sleeve)) + oval(-92, 238, 22, 16, ink.ball(hand))
    paws += oval(40, 236, 44, 18, ink.ball(sleeve)) + oval(66, 238, 22, 16, ink.ball(hand))
    foot = oval(
        176,
        240,
        30,
        15,
        ink.ball(trims.footwear(look, clothes)[0] or look.trim.socks or bodies.limb_color(look)),
    )
    wing = group(tails.wing(ink, look), "translate(58 44) scale(.78)") if look.winged else ""
    return tail + back + wing + foot + paws
