"""Hats. They rest on a brow at y = -58, about 170 units wide; `figure.py` shifts them for other heads."""

from __future__ import annotations

from collections.abc import Callable

from .crests import fluff
from .curves import star
from .hats_more import MORE
from .ink import Ink, disc, line, mirrored, oval, path, slab, tone


def draw(ink: Ink, hat: str, color: str = "") -> str:
    """A hat, in its own colours or in a hex `color`. Raises `KeyError` for an unknown one."""
    return _HATS[hat](ink, color)


def _brim(ink: Ink, color: str, rx: float = 112, ry: float = 24, y: float = -62) -> str:
    return oval(0, y + 5, rx, ry, tone(color, -0.42)) + oval(0, y, rx, ry, ink.slope(color, 0.24))


def _wizard(ink: Ink, color: str) -> str:
    main = color or "#5a45b5"
    cone = (
        "M-78-66C-52-100-34-160-6-204C10-226 44-222 58-196"
        "C44-202 30-198 30-184C44-150 62-100 78-66Q0-40-78-66Z"
    )
    band = path("M-78-66C-72-76-66-86-60-96Q0-74 60-96C66-86 72-76 78-66Q0-40-78-66Z", "#e8b33c")
    stars = (
        path(star(-14, -122, 14), "#ffe08a")
        + path(star(24, -146, 8), "#ffe08a")
        + path(star(4, -178, 7), "#ffe08a")
    )
    return _brim(ink, tone(main, -0.1)) + ink.form(cone, main, band + stars)


def _witch(ink: Ink, color: str) -> str:
    main = color or "#4a3a66"
    cone = (
        "M-70-66C-46-104-40-160-30-190C-18-222 30-232 64-208"
        "C40-210 26-196 30-178C44-144 56-102 70-66Q0-42-70-66Z"
    )
    band = path("M-70-66C-65-75-60-84-56-94Q0-72 56-94C60-84 65-75 70-66Q0-42-70-66Z", "#8fce5a")
    clasp = slab(-13, -84, 26, 22, 4, "#f2c94c") + slab(-7, -78, 14, 10, 2, tone(main, -0.2))
    return _brim(ink, main, 120) + ink.form(cone, main, band) + clasp


def _crown(ink: Ink, color: str) -> str:
    main = color or "#f5c542"
    d = "M-66-58L-78-128L-40-98L0-146L40-98L78-128L66-58Q0-36-66-58Z"
    tips = "".join(disc(x, y, 9, ink.ball(main)) for x, y in ((-78, -130), (0, -150), (78, -130)))
    band = line("M-68-68Q0-46 68-68", tone(main, -0.28), 6)
    gems = oval(0, -78, 9, 12, ink.ball("#e2483d")) + mirrored(oval(38, -80, 7, 9, ink.ball("#3f9ee0")))
    return (
        path("M-64-60Q0-84 64-60L58-92H-58Z", tone(main, -0.5))
        + tips
        + ink.form(d, main, band, depth=0.32)
        + gems
    )


def _coronet(ink: Ink, color: str) -> str:
    return f'<g transform="translate(0 -20) scale(.72)">{_crown(ink, color)}</g>'


def _tiara(ink: Ink, color: str) -> str:
    main = color or "#f5cf5e"
    d = (
        "M-60-66C-48-84-44-96-40-110C-30-94-24-94-18-98C-12-112-6-126 0-134"
        "C6-126 12-112 18-98C24-94 30-94 40-110C44-96 48-84 60-66Q0-88-60-66Z"
    )
    gems = (
        oval(0, -106, 8, 11, ink.ball("#f06ba8"))
        + mirrored(disc(39, -92, 5, "#8fd8f0"))
        + disc(0, -138, 6, "#fff6c9")
    )
    return ink.form(d, main, depth=0.3) + gems


def _chef(ink: Ink, color: str) -> str:
    main = color or "#fffdf8"
    puff = fluff(0, -142, 68, 34, 7, 1.14)
    band = "M-64-58L-70-118Q0-100 70-118L64-58Q0-38-64-58Z"
    folds = line("M-34-92L-30-58M0-90V-52M34-92L30-58", tone(main, -0.16), 4, 0.7)
    return ink.form(puff, main, depth=0.16) + ink.form(band, main, folds, depth=0.16)


def _pirate(ink: Ink, color: str) -> str:
    main = color or "#3a3646"
    d = "M-122-48C-110-104-64-152 0-152C64-152 110-104 122-48C84-76 40-84 0-84C-40-84-84-76-122-48Z"
    trim = line("M-120-52C-84-80-40-88 0-88C40-88 84-80 120-52", "#f2c94c", 7)
    skull = (
        disc(0, -122, 16, "#fffaf0") + slab(-8, -112, 16, 12, 4, "#fffaf0") + mirrored(disc(6, -121, 4, main))
    )
    bones = line("M-26-100L26-92M26-100L-26-92", "#fffaf0", 5)
    return ink.form(d, main, trim) + bones + skull


def _santa(ink: Ink, color: str) -> str:
    main = color or "#d9413f"
    d = (
        "M-84-60C-78-128-30-168 34-166C92-162 128-112 124-58"
        "C112-84 96-98 78-100C84-86 86-74 84-60Q0-36-84-60Z"
    )
    fur = path(
        (
            "M-94-64C-92-82-76-84-66-78C-30-66 30-66 66-78C76-84 92-82 94-64"
            "C96-46 84-38 72-40C30-26-30-26-72-40C-84-38-96-46-94-64Z"
        ),
        ink.ball("#fffaf2", 0.18),
    )
    return ink.form(d, main) + fur + path(fluff(122, -50, 16, 16, 8, 1.15), ink.ball("#fffaf2", 0.18))


def _safari(ink: Ink, color: str) -> str:
    main = color or "#cda86c"
    dome = "M-80-62C-82-130-42-152 0-152C42-152 82-130 80-62Q0-38-80-62Z"
    band = line("M-80-72Q0-48 80-72", "#7a5632", 13)
    return _brim(ink, main, 118) + ink.form(dome, main, band + line("M0-150V-70", tone(main, -0.2), 4, 0.6))


def _beret(ink: Ink, color: str) -> str:
    main = color or "#c23b4a"
    d = "M-84-64C-116-72-122-110-70-126C-20-142 60-140 96-112C116-92 104-68 78-62Q0-42-84-64Z"
    return (
        line("M4-130Q6-144 14-148", main, 9)
        + ink.form(d, main)
        + line("M-80-64Q0-42 78-62", tone(main, -0.3), 8)
    )


def _cowboy(ink: Ink, color: str) -> str:
    main = color or "#a66c3f"
    brim = (
        "M-136-88C-124-60-80-40 0-40C80-40 124-60 136-88C140-100 126-102 116-92"
        "C92-74 60-68 0-68C-60-68-92-74-116-92C-126-102-140-100-136-88Z"
    )
    dome = (
        "M-72-62C-74-110-64-152-42-156C-24-158-14-146 0-146"
        "C14-146 24-158 42-156C64-152 74-110 72-62Q0-40-72-62Z"
    )
    return ink.form(dome, main, line("M-76-76Q0-54 76-76", "#5b3c26", 13)) + ink.form(brim, main, depth=0.3)


def _party(ink: Ink, color: str) -> str:
    main = color or "#f06ba8"
    bands = "".join(
        line(f"M-70 {y}Q0 {y + 18} 70 {y}", c, 10)
        for y, c in ((-88, "#ffe14d"), (-120, "#6fc8f5"), (-150, "#ffe14d"))
    )
    return ink.form("M-52-72L0-190L52-72Q0-52-52-72Z", main, bands) + path(
        star(0, -190, 24, 0.6, 8), "#ffe14d"
    )


def _top_hat(ink: Ink, color: str) -> str:
    main = color or "#3a3646"
    d = "M-62-66L-70-164Q0-148 70-164L62-66Q0-44-62-66Z"
    lid = oval(0, -164, 70, 15, tone(main, 0.16))
    return (
        _brim(ink, main, 104) + ink.form(d, main, path("M-80-96Q0-74 80-96V-60Q0-36-80-60Z", "#c23b4a")) + lid
    )


def _straw(ink: Ink, color: str) -> str:
    main = color or "#f0cf85"
    dome = "M-74-64C-76-122-44-140 0-140C44-140 76-122 74-64Q0-40-74-64Z"
    weave = line("M-66-110Q0-92 66-110M-54-126Q0-112 54-126", tone(main, -0.2), 3, 0.6)
    rings = line("M-104-58Q0-28 104-58", tone(main, -0.2), 3, 0.6)
    return (
        _brim(ink, main, 124, 28)
        + rings
        + ink.form(dome, main, weave + line("M-76-74Q0-50 76-74", "#d8503f", 14))
    )


def _cap(ink: Ink, color: str) -> str:
    main = color or "#e2483d"
    dome = "M-86-58C-92-128-48-144 0-144C48-144 92-128 86-58Q0-40-86-58Z"
    peak = "M-84-62C-50-44 50-44 84-62C98-46 104-30 100-24C60-44-60-44-100-24C-104-30-98-46-84-62Z"
    seams = line("M0-144V-56M-44-138Q-56-100-52-60M44-138Q56-100 52-60", tone(main, -0.2), 3, 0.6)
    badge = disc(0, -96, 20, "#fffaf0") + path(star(0, -96, 13), main)
    return (
        ink.form(dome, main, seams)
        + disc(0, -145, 7, main)
        + badge
        + path(peak, ink.slope(tone(main, -0.16)))
    )


def _beanie(ink: Ink, color: str) -> str:
    main = color or "#3f7fd6"
    dome = "M-86-60C-90-128-46-150 0-150C46-150 90-128 86-60Q0-38-86-60Z"
    ribs = "".join(line(f"M{x}-150V-40", tone(main, -0.14), 4, 0.7) for x in range(-72, 80, 24))
    fold = (
        "M-92-70C-92-84-84-88-74-84Q0-58 74-84C84-88 92-84 92-70"
        "C94-48 88-42 78-44Q0-22-78-44C-88-42-94-48-92-70Z"
    )
    return (
        path(fluff(0, -160, 22, 20, 9, 1.15), ink.ball("#fffaf0", 0.2))
        + ink.form(dome, main, ribs)
        + path(fold, ink.ball(tone(main, 0.2)))
    )


def _police(ink: Ink, color: str) -> str:
    main = color or "#33467f"
    top = "M-74-84C-120-96-112-128-72-138C-30-150 30-150 72-138C112-128 120-96 74-84Q0-70-74-84Z"
    band = path("M-78-66V-92Q0-74 78-92V-66Q0-42-78-66Z", ink.slope(tone(main, -0.25)))
    peak = path("M-74-60Q0-34 74-60C72-40 44-28 0-28C-44-28-72-40-74-60Z", ink.slope("#2b2733"))
    badge = path(star(0, -108, 20), ink.slope("#f2c94c")) + disc(0, -108, 6, "#fff3c4")
    return ink.form(top, main) + band + peak + badge


def _captain(ink: Ink, color: str) -> str:
    main = color or "#fffdf8"
    top = "M-74-84C-112-94-104-126-68-134C-30-144 30-144 68-134C104-126 112-94 74-84Q0-70-74-84Z"
    band = path("M-78-66V-92Q0-74 78-92V-66Q0-42-78-66Z", "#2f3f6e") + line(
        "M-76-70Q0-46 76-70", "#f2c94c", 5
    )
    peak = path("M-74-60Q0-34 74-60C72-40 44-28 0-28C-44-28-72-40-74-60Z", ink.slope("#26304e"))
    wing = mirrored(path("M4-104C20-116 44-112 56-102C40-96 18-94 4-98Z", "#f2c94c")) + disc(
        0, -102, 9, ink.ball("#f2c94c")
    )
    return ink.form(top, main, depth=0.16) + band + peak + wing


def _firefighter(ink: Ink, color: str) -> str:
    main = color or "#d9473c"
    dome = "M-84-60C-88-124-46-148 0-148C46-148 88-124 84-60Q0-40-84-60Z"
    ridge = path("M-12-150H12L10-56H-10Z", tone(main, 0.2), 0.8)
    shield = path("M-26-118H26L22-82L0-66L-22-82Z", "#f7d65c") + path(
        "M0-108C10-98 14-92 12-84Q6-76 0-76Q-6-76-12-84C-14-92-6-94 0-108Z", "#e2564a"
    )
    return _brim(ink, main, 112, 22) + ink.form(dome, main, ridge) + shield


def _hardhat(ink: Ink, color: str) -> str:
    main = color or "#f7c53c"
    dome = "M-84-60C-88-122-46-144 0-144C46-144 88-122 84-60Q0-40-84-60Z"
    ridges = path("M-11-146H11L14-50H-14Z", tone(main, 0.4), 0.9) + mirrored(
        line("M38-140Q54-104 50-60", tone(main, -0.22), 6, 0.7)
    )
    return ink.form(dome, main, ridges) + path(
        "M-100-62Q0-28 100-62C106-50 98-42 90-42Q0-16-90-42C-98-42-106-50-100-62Z", ink.slope(main, 0.34)
    )


def _graduate(ink: Ink, color: str) -> str:
    main = color or "#3a3f5c"
    cap = path("M-72-60V-98H72V-60Q0-36-72-60Z", ink.slope(tone(main, -0.2)))
    board = path("M0-144L124-104L0-64L-124-104Z", ink.slope(main, 0.34))
    tassel = (
        line("M0-104L92-92V-52", "#f2c94c", 5)
        + path("M86-56H98L104-24H80Z", "#f2c94c")
        + disc(92, -56, 7, "#e0b02e")
    )
    return cap + board + tassel + oval(0, -104, 9, 5, "#f2c94c")


def _helm(ink: Ink, color: str) -> str:
    main = color or "#b6c1d1"
    plume = path(
        "M-6-136C-10-190 40-214 96-186C124-170 130-132 118-104C108-130 84-146 56-142C36-140 20-136 8-128Z",
        ink.slope("#d8434a", 0.36),
    )
    dome = (
        "M-106-20C-122-96-70-146 0-146C70-146 122-96 106-20C96-10 88-14 86-26"
        "C84-48 60-62 0-62C-60-62-84-48-86-26C-88-14-96-10-106-20Z"
    )
    visor = path(
        "M-102-72C-70-112 70-112 102-72C104-58 96-52 86-56C50-84-50-84-86-56C-96-52-104-58-102-72Z",
        ink.slope(tone(main, -0.14), 0.34),
    )
    slits = "".join(line(f"M{x}-92V-80", tone(main, -0.5), 4) for x in (-40, -20, 0, 20, 40))
    bolts = mirrored(disc(94, -48, 8, ink.ball("#f2c94c")))
    return plume + ink.form(dome, main, line("M0-146V-96", tone(main, 0.4), 8, 0.7)) + visor + slits + bolts


_HATS: dict[str, Callable[[Ink, str], str]] = {
    "wizard": _wizard, "witch": _witch, "crown": _crown, "coronet": _coronet, "tiara": _tiara, "chef": _chef,
    "pirate": _pirate, "santa": _santa, "safari": _safari, "beret": _beret, "cowboy": _cowboy,
    "party": _party,
    "top-hat": _top_hat, "straw": _straw, "cap": _cap, "beanie": _beanie, "police": _police,
    "captain": _captain,
    "firefighter": _firefighter, "hardhat": _hardhat, "graduate": _graduate, "helm": _helm, **MORE,
}  # fmt: skip
HATS: tuple[str, ...] = tuple(_HATS)
"""Ids of all hats."""
BESIDE = frozenset({"bow", "halo", "flowers", "headphones", "headband", "tiara", "coronet", "feathers"})
"""Hats that sit between ears and horns instead of hiding them."""
