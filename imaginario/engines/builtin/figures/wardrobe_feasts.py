"""Clothes of feasts and of other worlds: carnival, Santa, fairies, mermaids."""

from __future__ import annotations

from collections.abc import Mapping

from .clothes import Clothes, buckle, cape, lower
from .crests import fluff
from .ink import Ink, disc, group, line, mirrored, oval, path, tone
from .look import Look
from .wardrobe_daily import Tailor


def _santa(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#d9413f"
    fur = line("M0 90V200", "#fffaf2", 17) + line("M-90 220Q0 240 90 220", "#fffaf2", 20)
    belt = line("M-90 180Q0 198 90 180", "#33303e", 15)
    collar = path(
        "M-64 82C-34 112 34 112 64 82C74 104 40 124 0 124C-40 124-74 104-64 82Z", ink.ball("#fffaf2", 0.16)
    )
    return Clothes(
        torso=main,
        shape="coat",
        marks=fur + belt,
        over=buckle(191),
        cuff="#fffaf2",
        hand="#3a3846",
        leg=main,
        shoe="#33303e",
        boot=True,
        collar=collar,
        hat="santa",
    )


def _fairy(ink: Ink, color: str, look: Look) -> Clothes:
    from dataclasses import replace

    from .tails import wings

    main = color or "#9bdc8c"
    petals = "".join(
        path(
            f"M0 128C{x - 22} 160 {x - 20} 212 {x} 226C{x + 20} 212 {x + 22} 160 0 128Z",
            ink.slope(tone(main, 0.12 * (i % 2))),
        )
        for i, x in enumerate((-84, 84, -50, 50, -16, 16))
    )
    return Clothes(
        torso=main,
        shape="body",
        marks=path("M-90 150H90V260H-90Z", tone(main, -0.1)),
        over=petals + line("M-50 130Q0 142 50 130", "#f7b6d2", 7),
        sleeve_end=0,
        shoe="#f7b6d2",
        behind=wings(ink, replace(look, wings="fairy")),
        hat="flowers",
    )


def _angel(ink: Ink, color: str, look: Look) -> Clothes:
    from dataclasses import replace

    from .tails import wings

    main = color or "#fdfaf4"
    return Clothes(
        torso=main,
        shape="robe",
        marks=line("M-72 160Q0 176 72 160", "#f2c94c", 8) + line("M-96 238Q0 262 96 238", "#f2c94c", 6),
        shoe="#f2c94c",
        behind=wings(ink, replace(look, wings="feathered")),
        hat="halo",
    )


def _clown(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#f7c948"
    half = path("M0 60H110V260H0Z", "#e2564a")
    dots = "".join(
        disc(x, y, 9, c)
        for x, y, c in (
            (-36, 130, "#3f7fd6"),
            (-44, 176, "#4caf63"),
            (-18, 208, "#e2564a"),
            (34, 140, "#fff"),
            (48, 184, "#f7c948"),
            (16, 212, "#fff"),
        )
    )
    ruff = path(fluff(0, 100, 76, 18, 14, 1.2), ink.ball("#ffffff", 0.2))
    poms = disc(0, 142, 12, ink.ball("#8a5cc9")) + disc(0, 178, 12, ink.ball("#8a5cc9"))
    return Clothes(
        torso=main,
        shape="coat",
        marks=half + dots,
        over=poms,
        cuff="#ffffff",
        leg=main,
        shoe="#e2564a",
        collar=ruff,
        hat="wig",
        mask="clown",
    )


def _carnival(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#2fae8f"
    colors = (
        "#f25f8b",
        "#f9b93c",
        "#3fb8d6",
        "#8a5cc9",
        "#f25f8b",
        "#f9b93c",
        "#3fb8d6",
        "#8a5cc9",
        "#f25f8b",
        "#f9b93c",
        "#3fb8d6",
    )
    fan = ""
    for i, c in enumerate(colors):
        turn = -100 + i * 20
        plume = path("M-10 0C-34-60-26-130 0-166C26-130 34-60 10 0Z", ink.slope(c))
        plume += line("M0-10V-140", "#fff", 3, 0.5)
        fan += group(plume, f"translate(0 130) rotate({turn})")
    sequins = "".join(
        disc(x, y, 4.5, "#fff3b0")
        for x, y in ((-30, 124), (0, 132), (30, 124), (-40, 150), (40, 150), (-18, 158), (18, 158))
    )
    skirt = "".join(
        oval(x, 206, 15, 26, ink.slope(c))
        for x, c in ((-58, "#f25f8b"), (-30, "#f9b93c"), (0, "#3fb8d6"), (30, "#8a5cc9"), (58, "#f25f8b"))
    )
    return Clothes(
        torso=main,
        marks=sequins,
        over=skirt + line("M-62 184Q0 200 62 184", "#f9cf3f", 12),
        sleeve_end=0.0,
        cuff="#f9cf3f",
        shoe="#f9cf3f",
        behind=fan,
        collar=line("M-44 90Q0 124 44 90", "#f9cf3f", 10),
        hat="feathers",
    )


def _vampire(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#33303e"
    vest = (
        path("M-30 60H30L24 200H-24Z", "#fffaf2")
        + mirrored(path("M26 60L70 84L76 220H0L22 190Z", main))
        + path("M-20 130H20V200H-20Z", "#b8323f")
    )
    high = mirrored(
        path("M20 112C50 104 92 80 104 30C120 70 108 120 60 130C40 132 26 126 20 112Z", ink.slope("#b8323f"))
    )
    return Clothes(
        torso=main,
        marks=vest + lower("#33303e", at=196),
        cuff="#fffaf2",
        leg="#33303e",
        shoe="#23222e",
        behind=cape(ink, "#33303e", "#b8323f"),
        collar=high,
    )


def _jester(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#8a5cc9"
    half = path("M0 60H110V260H0Z", "#f2b33c") + "".join(
        path(f"M{x} {y}l12 18l-12 18l-12-18z", "#fff", 0.5)
        for x, y in ((-34, 116), (-34, 164), (34, 116), (34, 164))
    )
    tips = "".join(
        path(f"M{x - 18} 92L{x} 140L{x + 18} 92Z", c) + disc(x, 144, 7, "#f9cf3f")
        for x, c in ((-42, "#f2b33c"), (0, "#de4a44"), (42, "#8a5cc9"))
    )
    return Clothes(
        torso=main, marks=half, cuff="#f9cf3f", leg=main, shoe="#f2b33c", collar=tips, hat="jester"
    )


def _mermaid(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#3fb8b0"
    own = look.skin if look.human else look.fur
    scales = path("M-90 168Q0 190 90 168V300H-90Z", main)
    rows = "".join(
        line(
            f"M-80 {y}" + "q10 14 20 0" * 8,
            tone(main, 0.4),
            3.5,
            0.7,
        )
        for y in (186, 206)
    )
    shells = mirrored(
        path("M2 128C2 108 20 96 36 100C52 104 56 124 46 138C34 152 8 148 2 128Z", ink.ball("#c77fe0"))
        + line("M26 142L18 112M26 142L36 108", "#f3dcfb", 3, 0.8)
    )
    strap = line("M-62 128Q0 142 62 128", "#c77fe0", 6)
    return Clothes(
        torso=own, marks=scales + rows + strap, over=shells, sleeve_end=0, leg=main, below="fishtail", hat=""
    )


def _saci(ink: Ink, color: str, look: Look) -> Clothes:
    """The red shorts of Brazil's forest folk; the saci himself has one leg."""
    main = color or "#d9413f"
    own = look.skin if look.human else look.fur
    below = "one" if look.hat == "red-cap" else ""
    return Clothes(torso=own, marks=lower(main, at=176), sleeve_end=0, leg=own, below=below, hat="")


def _genie(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#8a5cc9"
    own = look.skin if look.hat == "turban" else "#fdf3dc"
    vest = mirrored(
        path("M22 60L74 84L78 186L34 190C44 150 44 110 22 60Z", ink.slope(main))
        + line("M24 62C46 112 46 150 36 188", "#f2c94c", 5)
    )
    sash = line("M-80 186Q0 204 80 186", "#f2c94c", 15)
    return Clothes(
        torso=own,
        marks=vest + sash,
        sleeve_end=0,
        cuff="#f2c94c",
        leg=own if look.hat == "turban" else tone(main, 0.2),
        below="smoke",
        hat="",
    )


def _baiana(ink: Ink, color: str, look: Look) -> Clothes:
    """Bahia's white lace: a wide tiered skirt, a striped shawl, strings of beads, a headwrap."""
    main = color or "#fdfaf4"
    lace = "".join(line(f"M-130 {y}" + "q11 15 22 0" * 12, tone(main, -0.2), 4, 0.7) for y in (178, 206, 234))
    tiers = "".join(line(f"M-130 {y}Q0 {y + 22} 130 {y}", tone(main, -0.12), 5) for y in (168, 196, 224))
    shawl = path("M-52 70L-18 66L58 150L40 174Z", ink.slope("#e2564a"))
    shawl += line("M-40 72L46 166M-30 70L52 158", "#f9cf3f", 4)
    beads = "".join(
        disc(x, y, 5.5, ink.ball(c))
        for (x, y), c in zip(
            ((-34, 94), (-26, 107), (-14, 117), (0, 121), (14, 117), (26, 107), (34, 94)),
            ("#f9cf3f", "#3f8fd6", "#e2483d", "#f9cf3f", "#4caf63", "#e2483d", "#3f8fd6"),
            strict=True,
        )
    )
    puffs = mirrored(oval(58, 110, 27, 22, ink.ball(main, 0.2)))
    return Clothes(
        torso=main,
        shape="gown",
        marks=lace + tiers,
        over=shawl,
        sleeve_end=0.34,
        cuff="#f0c24b",
        shoe="#d9a05a",
        collar=puffs + beads,
        hat="turban",
    )


def _bride(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#fffdfa"
    veil = (
        "M0-40C70-40 96 30 112 120C124 180 136 220 140 244"
        "Q0 272-140 244C-136 220-124 180-112 120C-96 30-70-40 0-40Z"
    )
    pearls = "".join(disc(x, 98 + (30 - abs(x)) * 0.5, 4, "#fffaf0") for x in range(-30, 31, 10))
    folds = line("M-34 150Q-52 200-70 244M34 150Q52 200 70 244M0 150V250", tone(main, -0.16), 5, 0.7)
    hem = line("M-112 240" + "q11 14 22 0" * 10, tone(main, -0.18), 4, 0.8)
    sash = line("M-52 130Q0 146 52 130", "#f4c6d4", 9)
    return Clothes(
        torso=main,
        shape="gown",
        marks=folds + hem,
        over=sash + disc(0, 140, 8, "#f2a8bc"),
        sleeve_end=0.3,
        shoe="#fffdfa",
        behind=path(veil, ink.slope("#ffffff", 0.12), 0.62),
        collar=pearls,
        hat="flowers",
    )


def _capoeira(ink: Ink, color: str, look: Look) -> Clothes:
    """White trousers and a cord; a bare chest, or a white top for women and girls."""
    main = color or "#fbf9f4"
    own = look.skin if look.human else look.fur
    chest = line("M0 108V150M-26 132Q-12 140-3 134M26 132Q12 140 3 134", tone(own, -0.3), 4, 0.5)
    cord = line("M-80 180Q0 200 80 180", "#f9c53c", 11) + line("M-80 184Q0 204 80 184", "#4caf63", 4)
    ends = line("M14 192L22 232M22 190L36 226", "#f9c53c", 7)
    if look.human and look.lashes:
        hem = line("M-40 66Q0 104 40 66", tone(main, -0.16), 6)
        return Clothes(torso=main, marks=hem + cord, over=ends, sleeve_end=0.2, leg=main, hat="")
    return Clothes(
        torso=own, marks=chest + lower(main, at=176) + cord, over=ends, sleeve_end=0, leg=main, hat=""
    )


def _tunic(ink: Ink, color: str, look: Look) -> Clothes:
    """A long loose dress with an embroidered border."""
    main = color or "#4f7fb8"
    trim = line("M0 96V250", "#f2d08a", 12) + line("M-100 236Q0 262 100 236", "#f2d08a", 9)
    dots = "".join(disc(0, y, 3.6, "#c8505a") for y in range(112, 244, 16))
    folds = line("M-40 150Q-50 200-58 238M40 150Q50 200 58 238", tone(main, -0.3), 5, 0.5)
    return Clothes(
        torso=main, shape="robe", marks=folds + trim, over=dots, cuff="#f2d08a", shoe=tone(main, -0.4)
    )


FEASTS: Mapping[str, Tailor] = {
    "santa": _santa, "fairy": _fairy, "angel": _angel, "clown": _clown, "carnival": _carnival,
    "vampire": _vampire, "jester": _jester, "mermaid": _mermaid, "saci": _saci, "genie": _genie,
    "baiana": _baiana, "bride": _bride, "capoeira": _capoeira, "tunic": _tunic,
}  # fmt: skip
