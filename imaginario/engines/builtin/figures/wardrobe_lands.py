"""Clothes that belong to lands and crafts: ponchos, hanfu, qipao, the aprons of smiths."""

from __future__ import annotations

from collections.abc import Mapping

from . import coats
from .clothes import BIB, Clothes, lapels, lower
from .curves import star
from .ink import Ink, disc, line, luma, mirrored, oval, path, sign, slab, tone
from .look import Look
from .wardrobe_daily import Tailor

# -- poncho ------------------------------------------------------------------------------------------

_PONCHO = (
    "M-40 78C-74 84-98 108-107 150C-109 160-104 168-96 171Q-44 184-9 217Q0 224 9 217"
    "Q44 184 96 171C104 168 109 160 107 150C98 108 74 84 40 78Q0 104-40 78Z"
)
_WOVEN = ("#f2b83c", "#2f9e94", "#fff1d6", "#3f62a8")


def _chevron(y: float, color: str, width: float) -> str:
    """A woven band along the hem, pointed at its middle; `y` is where it meets the side."""
    return line(f"M-112 {y - 10}Q-48 {y + 6} 0 {y + 56}Q48 {y + 6} 112 {y - 10}", color, width)


def _teeth(color: str) -> str:
    """A zigzag woven into the widest band."""
    steps = ((-84, 121), (-70, 138), (-58, 131), (-46, 150), (-34, 146), (-22, 166), (-11, 165), (0, 183))
    left = "L".join(f"{x} {y}" for x, y in steps)
    right = "L".join(f"{-x} {y}" for x, y in steps[-2::-1])
    return line(f"M{left}L{right}", color, 4)


def _fringe(color: str) -> str:
    ends = ((-92, 172), (-77, 176), (-61, 181), (-46, 188), (-31, 197), (-16, 209), (0, 219))
    return mirrored("".join(line(f"M{x} {y - 6}L{x} {y + 10}", color, 5.5) for x, y in ends))


def _over_a_belly(ink: Ink) -> str:
    """Light and shade of what is round under a cape."""
    crescent = "M-52 168C-36 200-18 212 2 212C28 212 50 194 60 160C56 184 40 196 4 198C-22 198-40 186-52 168Z"
    under = path(crescent, "#2c1c54", 0.26)
    return oval(-14, 150, 30, 24, ink.glow("#ffffff", 0.5)) + under


def _poncho(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#cf4f42"
    bands = (tone(main, 0.55), tone(main, -0.4), "#fff1d6", tone(main, -0.4)) if color else _WOVEN
    weave = (
        _chevron(100, bands[1], 24)
        + _chevron(100, bands[2], 15)
        + _teeth(main)
        + _chevron(80, bands[0], 6)
        + _chevron(125, bands[0], 7)
        + _chevron(138, bands[3], 6)
    )
    if look.trim.cloth in coats.PRINTS and look.trim.cloth != "striped":
        weave = coats.printed(look.trim.cloth, main)
    slit = path("M-24 86Q0 104 24 86L0 132Z", tone(main, -0.5)) + line("M-24 88L0 132L24 88", bands[2], 5)
    cloth = (
        ink.form(_PONCHO, main, weave, plain=_over_a_belly(ink) if look.trim.belly else "", rim=0.06) + slit
    )
    return Clothes(
        torso=main,
        marks=lower("#4a5068", at=170),
        sleeve_end=0.5,
        drape=74,
        cuff=bands[2],
        leg="#4a5068",
        shoe="#7a4e32",
        collar=_fringe(bands[0] if not color else tone(main, 0.4)) + cloth,
    )


# -- hanfu -------------------------------------------------------------------------------------------


def _blossom(x: float, y: float, r: float, color: str = "#ffe3ea") -> str:
    return path(star(x, y, r, 0.62), color) + disc(x, y, r * 0.3, "#f2b83c")


def _crossed(ink: Ink, collar: str, low: float) -> str:
    """The crossed collar, its upper side always the wearer's left one."""
    inner = path(f"M-30 60L0 {low - 30}L30 60Z", "#fffaf2")
    bands = line(f"M-40 60L26 {low}", tone(collar, -0.2), 17) + line(f"M-36 60L28 {low}", "#fffaf2", 4)
    over = line(f"M40 60L-30 {low + 4}", collar, 19) + line(f"M33 60L-36 {low + 1}", "#fffaf2", 4.5)
    return sign(inner + bands + over)


def _sash(y: float, color: str, half: float = 120) -> str:
    band = path(f"M{-half} {y}Q0 {y + 14} {half} {y}V{y + 22}Q0 {y + 36} {-half} {y + 22}Z", color)
    return band + line(f"M{-half} {y + 3}Q0 {y + 17} {half} {y + 3}", tone(color, 0.55), 4)


def _ribbons(ink: Ink, color: str, y: float) -> str:
    """The two ends of a sash and a ring of jade on its tassel."""
    left = path(f"M-8 {y}C-4 {y + 26}-12 {y + 50}-10 {y + 76}L6 {y + 74}C4 {y + 50} 8 {y + 24} 6 {y}Z",
                ink.slope(tone(color, -0.06)))  # fmt: skip
    right = path(f"M0 {y}C12 {y + 18} 10 {y + 34} 20 {y + 52}L34 {y + 46}C24 {y + 30} 22 {y + 14} 10 {y}Z",
                 ink.slope(color))  # fmt: skip
    jade = disc(0, y - 3, 10, ink.ball("#6fc79a")) + disc(0, y - 3, 3.6, tone(color, -0.3))
    return right + left + jade


def _hanfu(ink: Ink, color: str, look: Look) -> Clothes:
    return _gentlemans(ink, color) if look.human and not look.lashes else _ruqun(ink, color)


def _ruqun(ink: Ink, color: str) -> Clothes:
    """A jacket with wide sleeves, tucked into a long skirt."""
    main = color or "#d9607c"
    jacket = "#fdf1e6" if luma(main) < 0.82 else "#bfe0dc"
    gold = "#f0bd48"
    skirt = path("M-130 158Q0 174 130 158V290H-130Z", ink.blend(main, tone(main, 0.3), down=True))
    pleats = "".join(
        line(f"M{x * 0.62} 168Q{x * 0.8} 206 {x} 258", tone(main, -0.24), 3.5, 0.55)
        for x in (-78, -46, 46, 78)
    )
    hem = line("M-104 238Q0 264 104 238", "#fff6ea", 6, 0.9)
    flowers = "".join(
        _blossom(x, y, r)
        for x, y, r in (
            (-64, 222, 9),
            (-30, 236, 10),
            (30, 238, 10),
            (62, 220, 9),
            (-50, 194, 7),
            (48, 196, 7),
        )
    )
    return Clothes(
        torso=jacket,
        shape="robe",
        marks=_crossed(ink, main, 168) + skirt + pleats + flowers + hem + _sash(146, gold),
        over=_ribbons(ink, gold, 166),
        sleeve=jacket,
        drape=88,
        cuff=main,
        shoe=tone(main, -0.3),
    )


def _gentlemans(ink: Ink, color: str) -> Clothes:
    """A long robe with a sash and a jade pendant."""
    main = color or "#4f8fa8"
    trim = tone(main, -0.5) if luma(main) > 0.3 else "#d9c48a"
    hem = line("M-96 236Q0 262 96 236", trim, 9)
    fold = line("M-22 176Q-26 214-30 250M34 180Q42 216 46 246", tone(main, -0.24), 4, 0.6)
    jade = (
        line("M34 176V190", "#d8434a", 3.5) + disc(34, 199, 10, ink.ball("#6fc79a")) + disc(34, 199, 4, main)
    )
    tassel = path("M30 209H38L41 232H27Z", "#d8434a")
    return Clothes(
        torso=main,
        shape="robe",
        marks=fold + hem + _crossed(ink, trim, 160) + _sash(156, trim),
        over=jade + tassel,
        drape=70,
        cuff=trim,
        shoe="#33303e",
    )


# -- qipao -------------------------------------------------------------------------------------------


def _knot(x: float, y: float, gold: str, turn: float = -24) -> str:
    """A button of knotted cord."""
    loops = oval(x - 7, y, 6, 3.6, gold, turn=turn) + oval(x + 7, y - 4, 6, 3.6, gold, turn=turn)
    return loops + disc(x, y - 2, 3.8, tone(gold, 0.4))


def _qipao(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#c9304a"
    gold = "#f2c94c" if luma(main) < 0.72 else "#b5303c"
    opening = line("M4 118C-6 132-26 128-52 150", gold, 6) + line("M-58 150C-68 182-66 214-60 240", gold, 5)
    knots = _knot(-10, 129, gold) + _knot(-34, 138, gold) + _knot(-54, 172, gold, -60)
    hem = line("M-60 238Q0 252 60 238", gold, 7)
    slit = path("M60 178C62 200 58 224 50 250H80V178Z", look.skin if look.human else look.limb or look.fur)
    edge = line("M60 180C60 204 56 224 48 246", gold, 5)
    twig = line("M44 236C30 206 20 196 4 184M26 204C30 190 40 182 46 168", tone(main, -0.5), 4)
    plum = "".join(
        _blossom(x, y, r, "#ffd7df")
        for x, y, r in ((4, 182, 11), (46, 164, 9), (26, 204, 9), (-6, 206, 7), (14, 226, 8))
    )
    neck = path("M-36 84Q0 110 36 84L33 106Q0 128-33 106Z", ink.slope(main)) + line(
        "M-36 86Q0 111 36 86", gold, 5
    )
    return Clothes(
        torso=main,
        shape="slim",
        marks=sign(slit + edge + twig + plum + opening + knots) + hem,
        sleeve_end=0.3,
        cuff=gold,
        shoe=gold,
        collar=neck + sign(_knot(0, 114, gold, 0)),
    )


# -- crafts ------------------------------------------------------------------------------------------


def _blacksmith(ink: Ink, color: str, look: Look) -> Clothes:
    """A scorched apron of leather over rolled sleeves."""
    main = color or "#8a5a38"
    dark = tone(main, -0.4)
    straps = mirrored(line("M34 116L44 66", tone(main, -0.2), 12))
    seam = line(
        "M-32 118H32L40 152C50 174 54 202 51 216Q0 234-51 216C-54 202-50 174-40 152Z",
        tone(main, 0.4),
        2.6,
        0.9,
    )
    belt = line("M-62 160Q0 174 62 160", dark, 11)
    pouch = path("M-26 182H26V202Q0 214-26 202Z", dark, 0.75) + line("M-26 182H26", tone(main, 0.3), 4)
    burns = "".join(
        oval(x, y, r, r * 0.8, "#3a2620", 0.4) for x, y, r in ((-30, 138, 6), (36, 196, 7), (20, 130, 4))
    )
    clasp = slab(-11, 157, 22, 18, 4, "#c3cad6") + slab(-5, 162, 10, 8, 2, dark)
    rivets = mirrored(disc(33, 119, 5, ink.ball("#d9c48a")))
    return Clothes(
        torso="#e9dcc3",
        marks=line("M0 90V130", "#b5a184", 4) + straps + lower("#4b4a5c", at=196),
        over=ink.form(BIB, main, burns, rim=0.07) + seam + belt + pouch + clasp + rivets,
        sleeve_end=0.5,
        cuff="#cbb997",
        hand="#6b4630",
        leg="#4b4a5c",
        shoe="#3f3230",
        boot=True,
    )


# -- fiestas -----------------------------------------------------------------------------------------

_SILVER = "#dfe4ec"


def _mariachi(ink: Ink, color: str, look: Look) -> Clothes:
    """A short jacket embroidered with silver, a great bow at the neck, studs down the trousers."""
    main = color or "#2f2c3a"
    bow_color = "#d8434a" if main != "#d8434a" else "#fff6e8"
    scroll = (
        "M58 96C44 104 46 120 58 120C68 120 66 108 58 110M64 132C50 140 52 156 64 156C74 156 72 144 64 146"
    )
    swirls = mirrored(line(scroll, _SILVER, 4))
    open_ = line("M-20 128L-30 186M20 128L30 186", _SILVER, 4)
    studs = mirrored("".join(disc(45, y, 4.6, ink.ball(_SILVER)) for y in (204, 216, 228)))
    belt = line("M-60 188Q0 202 60 188", "#8a5a38", 12)
    loop = path("M0 106C18 84 50 82 54 96C58 116 46 130 34 128C20 126 8 116 0 106Z", ink.slope(bow_color))
    tails = path("M-4 110L-24 158L-8 152L0 164L8 152L24 158L4 110Z", ink.slope(tone(bow_color, -0.14)))
    knot = oval(0, 106, 11, 12, ink.ball(tone(bow_color, -0.08)))
    return Clothes(
        torso=main,
        marks=lapels("#fffaf2", main) + open_ + swirls + lower(main, at=190) + belt,
        over=studs + slab(-13, 185, 26, 20, 6, _SILVER) + slab(-6, 190, 12, 10, 4, main),
        cuff=_SILVER,
        leg=main,
        shoe="#241f28",
        boot=True,
        collar=tails + mirrored(loop) + knot,
        hat="sombrero",
    )


def _luchador(ink: Ink, color: str, look: Look) -> Clothes:
    """Tights, a champion's golden belt, boots with laces and the mask."""
    main = color or "#2f6fd0"
    gold = "#f5c33b"
    skin = look.skin if look.human else look.light or tone(look.fur, 0.3)
    tights = lower(main, at=180)
    flames = path("M-66 196C-50 214-52 232-40 250H-90V196ZM66 196C50 214 52 232 40 250H90V196Z", gold)
    belt = line("M-70 176Q0 192 70 176", tone(main, -0.45), 20)
    plate = path(star(0, 184, 27, 0.8, 12), ink.ball(gold)) + path(star(0, 184, 14, 0.5), "#d8434a")
    sides = mirrored(disc(38, 181, 9, ink.ball(gold)))
    clad = look.human and (look.lashes or look.age != "adult")
    chest = mirrored(line("M8 130Q26 142 42 128", tone(skin, -0.2), 4, 0.6))
    if clad:
        chest = path(star(0, 134, 22, 0.5), gold)
    return Clothes(
        torso=main if clad else skin,
        marks=(chest if look.human else "") + tights + flames + belt,
        over=sides + plate,
        sleeve_end=0,
        cuff="#fffaf2",
        leg=main,
        shoe=gold,
        boot=True,
        mask="luchador",
    )


LANDS: Mapping[str, Tailor] = {
    "mariachi": _mariachi, "luchador": _luchador,
    "poncho": _poncho, "hanfu": _hanfu, "qipao": _qipao, "blacksmith": _blacksmith,
}  # fmt: skip
