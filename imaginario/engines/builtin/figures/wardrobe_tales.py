"""Clothes of tales: wizards, royalty, knights and heroes."""

from __future__ import annotations

from collections.abc import Mapping

from .clothes import Clothes, buckle, buttons, cape, lower, stripes
from .crests import fluff
from .curves import heart, star
from .ink import Ink, disc, line, mirrored, oval, path, tone
from .look import Look
from .palette import hex_of
from .wardrobe_daily import Tailor


def _stars(spots: tuple[tuple[float, float, float], ...], color: str) -> str:
    return "".join(path(star(x, y, r), color) for x, y, r in spots)


def _wizard(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#5a45b5"
    sky = _stars(
        (
            (-52, 214, 10),
            (44, 150, 9),
            (-34, 138, 8),
            (16, 222, 12),
            (66, 206, 9),
            (-10, 186, 6),
            (-72, 178, 6),
        ),
        "#ffe08a",
    )
    belt = line("M-80 166Q0 184 80 166", "#e8b33c", 10)
    hem = line("M-96 236Q0 260 96 236", "#e8b33c", 9)
    moon = path("M10 128A17 17 0 1 0 10 158A20 20 0 0 1 10 128Z", "#fff2c2")
    collar = path(
        "M-62 80C-34 112 34 112 62 80C70 96 40 118 0 120C-40 118-70 96-62 80Z", ink.slope(tone(main, 0.16))
    )
    return Clothes(
        torso=main,
        shape="robe",
        marks=hem + belt + sky + moon,
        cuff="#e8b33c",
        shoe="#4a3430",
        collar=collar,
        hat="wizard",
    )


def _witch(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#4a3a66"
    hem = "".join(path(f"M{x} 262L{x + 18} 226L{x + 36} 262Z", "#8fce5a") for x in range(-108, 108, 36))
    belt = line("M-60 150Q0 166 60 150", "#8fce5a", 10)
    return Clothes(
        torso=main,
        shape="gown",
        marks=hem + belt,
        over=buckle(158),
        cuff="#8fce5a",
        shoe="#33284a",
        hat="witch",
        behind=cape(ink, "#6b4fa0"),
    )


def _ermine(ink: Ink) -> str:
    d = "M-82 76C-50 112 50 112 82 76C98 100 84 130 50 138C20 144-20 144-50 138C-84 130-98 100-82 76Z"
    specks = "".join(
        path(f"M{x} {y}l4 9h-8z", "#4a4452")
        for x, y in ((-60, 104), (-36, 120), (-10, 126), (18, 124), (42, 116), (64, 100))
    )
    return (
        path(d, ink.ball("#fffaf0", 0.18))
        + specks
        + disc(0, 136, 11, ink.ball("#f2c94c"))
        + disc(-3, 133, 4, "#fff", 0.8)
    )


def _king(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#b8323f"
    front = path("M-18 90H18L26 250H-26Z", "#fff1d6") + line("M-20 90L-28 250M20 90L28 250", "#f2c94c", 5)
    hem = path("M-110 226Q0 250 110 226V280H-110Z", "#fffaf0")
    return Clothes(
        torso=main,
        shape="robe",
        marks=front + hem + line("M-76 168Q0 186 76 168", "#f2c94c", 9),
        cuff="#fffaf0",
        shoe="#7a3a2c",
        behind=cape(ink, tone(main, -0.12), "#fff1d6"),
        collar=_ermine(ink),
        hat="crown",
    )


def _queen(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#7d4bb0"
    front = path("M0 132L44 270H-44Z", tone(main, 0.6)) + line("M0 132L44 270M0 132L-44 270", "#f2c94c", 5)
    hem = line("M-118 236Q0 264 118 236", "#f2c94c", 9)
    gem = disc(0, 116, 9, ink.ball("#4cc3e0")) + line("M-34 92Q0 124 34 92", "#f2c94c", 5)
    return Clothes(
        torso=main,
        shape="gown",
        marks=front + hem + line("M-54 132Q0 148 54 132", "#f2c94c", 8),
        cuff="#fffaf0",
        over=gem,
        shoe=tone(main, -0.3),
        behind=cape(ink, tone(main, -0.25)),
        hat="crown",
    )


def _princess(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#f58fbd"
    glitter = _stars(
        ((-66, 220, 8), (-30, 196, 7), (8, 226, 9), (40, 192, 7), (76, 222, 8), (-10, 170, 5), (20, 164, 5)),
        "#fff6c9",
    )
    tiers = line("M-88 196Q0 224 88 196", tone(main, 0.45), 6) + line(
        "M-116 240Q0 268 116 240", tone(main, 0.55), 10
    )
    sash = line("M-52 132Q0 148 52 132", "#ffffff", 8)
    puffs = mirrored(oval(58, 112, 24, 20, ink.ball(tone(main, 0.22))))
    return Clothes(
        torso=main,
        shape="gown",
        marks=tiers + glitter + sash,
        over=path(heart(0, 142, 10), "#f2c94c"),
        collar=puffs,
        sleeve_end=0.3,
        shoe=tone(main, -0.2),
        hat="tiara",
    )


def _prince(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#3f67c4"
    sash = path("M-60 70L-34 66L66 184L52 210Z", "#d8434a") + line("M-62 74L52 208", "#f2c94c", 4)
    gold = mirrored(path("M40 86C54 80 70 88 74 102L48 108Z", "#f2c94c"))
    return Clothes(
        torso=main,
        marks=lower("#fbf7ee", belt="#f2c94c") + sash,
        over=buttons((124, 148, 172), "#f2c94c", 5),
        collar=gold,
        cuff="#f2c94c",
        leg="#fbf7ee",
        shoe="#6b4632",
        boot=True,
        behind=cape(ink, "#c23b4a"),
        hat="coronet",
    )


def _pirate(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#b33a3f"
    shirt = path("M-40 60H40V200H-40Z", "#fffaf0") + stripes(range(90, 200, 22), "#3f5fa6", 9)
    coat = mirrored(path("M24 56L70 80L90 240H34C40 170 40 110 24 56Z", ink.slope(main))) + mirrored(
        line("M26 60C42 112 42 170 35 238", "#f2c94c", 5)
    )
    belt = path("M-40 176H40V194H-40Z", "#4a3028")
    return Clothes(
        torso=main,
        shape="coat",
        marks=shirt + lower("#4a4657", at=194) + belt + coat,
        over=buckle(185),
        cuff="#f2c94c",
        leg="#4a4657",
        shoe="#3a2a2c",
        boot=True,
        hat="pirate",
        mask="eyepatch",
    )


def _hero(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#3f76d8"
    red, gold = "#de4a44", "#f9cf3f"
    shield = path("M-30 118H30L24 150L0 172L-24 150Z", gold) + path(star(0, 141, 17), red)
    trunks = path("M-80 192Q0 208 80 192V240H-80Z", red) + line("M-80 188Q0 204 80 188", gold, 11)
    return Clothes(
        torso=main,
        marks=trunks,
        over=shield + buckle(197, gold),
        hand=red,
        cuff=gold,
        leg=main,
        shoe=red,
        boot=True,
        behind=cape(ink, red),
        collar=mirrored(
            path("M0 100C20 92 44 80 62 70C76 84 70 104 48 106C28 108 12 108 0 100Z", ink.slope(red))
        ),
        mask="domino",
    )


METALS = frozenset(hex_of(name) for name in ("gold", "silver", "black"))
"""Colours that armour itself may have, and not only what is worn over it."""


def _knight(ink: Ink, color: str, look: Look) -> Clothes:
    metal = color in METALS
    gloves = tone(color, -0.16) if metal else "#98a5b8"
    steel, tabard = color if metal else "#b6c1d1", "#d8434a" if metal else color or "#d8434a"
    front = path("M-32 60H32L36 224H-36Z", tabard) + path(
        "M-8 122H8V138H22V152H8V184H-8V152H-22V138H-8Z", "#fff6e2"
    )
    plates = mirrored(line("M36 150Q60 160 80 152M36 180Q60 190 80 182", tone(steel, -0.35), 4))
    shoulders = mirrored(
        oval(60, 104, 25, 20, ink.ball(steel)) + line("M42 112Q60 122 80 112", tone(steel, -0.3), 4)
    )
    return Clothes(
        torso=steel,
        marks=front + plates,
        over=line("M-66 186Q0 202 66 186", "#6b4a34", 10) + buckle(195),
        sleeve=steel,
        hand=gloves,
        cuff=tone(steel, -0.2),
        leg=steel,
        shoe=gloves,
        boot=True,
        collar=shoulders,
        behind=cape(ink, tabard),
        hat="helm",
    )


def _ninja(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#34344a"
    red = "#dd4b44"
    cross = line("M-40 66L30 170M40 66L-30 170", tone(main, 0.22), 8)
    belt = line("M-80 182Q0 200 80 182", red, 13)
    knot = path("M-2 192L-22 228L-8 230L4 202L12 232L26 226L10 192Z", red)
    return Clothes(
        torso=main,
        marks=cross + belt,
        over=knot,
        cuff=red,
        hand=tone(main, -0.15),
        leg=main,
        shoe=tone(main, -0.3),
        boot=True,
        mask="ninja",
    )


def _samurai(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#a83240"
    plates = "".join(line(f"M-90 {y}Q0 {y + 14} 90 {y}", "#f2c94c", 3.5) for y in (116, 138, 160)) + line(
        "M-90 184Q0 202 90 184", "#33303e", 12
    )
    skirt = mirrored(
        path("M4 196H40L46 238Q24 246 4 242Z", ink.slope(main))
        + path("M44 194H74L86 230Q66 240 50 236Z", ink.slope(main))
    )
    guard = mirrored(
        path("M46 84H92L96 130Q70 140 48 128Z", ink.slope(main)) + line("M48 106H94", "#f2c94c", 3.5)
    )
    return Clothes(
        torso=main,
        marks=plates,
        over=skirt,
        sleeve="#33303e",
        leg="#33303e",
        shoe="#5b4632",
        collar=guard,
        hat="kabuto",
    )


def _viking(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#7a6a4c"
    fur = path(fluff(0, 96, 76, 20, 14, 1.2), ink.ball("#b89a72", 0.3))
    belt = line("M-90 178Q0 196 90 178", "#5b3c26", 14)
    studs = "".join(disc(x, y, 4, "#e0c06a") for x, y in ((-40, 186), (40, 186)))
    return Clothes(
        torso=main,
        shape="coat",
        marks=belt,
        over=buckle(190, "#e0c06a") + studs,
        sleeve_end=0.5,
        cuff="",
        leg="#5b5566",
        shoe="#6b4a34",
        boot=True,
        collar=fur,
        hat="viking",
    )


TALES: Mapping[str, Tailor] = {
    "wizard": _wizard, "witch": _witch, "king": _king, "queen": _queen, "princess": _princess,
    "prince": _prince, "pirate": _pirate, "hero": _hero, "knight": _knight, "ninja": _ninja,
    "samurai": _samurai, "viking": _viking,
}  # fmt: skip
