"""More hats: headbands, wreaths, helmets with horns, feathers for carnival."""

from __future__ import annotations

from collections.abc import Callable

from .crests import fluff
from .curves import ribbon, star
from .ink import Ink, disc, group, line, mirrored, oval, path, slab, tone


def _headphones(ink: Ink, color: str) -> str:
    main = color or "#e2564a"
    band = line("M-106-4C-116-146 116-146 106-4", "#3a3646", 14) + line(
        "M-96-50C-80-116 80-116 96-50", "#6a667c", 4, 0.6
    )
    cups = mirrored(slab(88, -30, 34, 66, 16, ink.slope(main)) + slab(86, -22, 14, 50, 7, "#3a3646"))
    return band + cups


def _headband(ink: Ink, color: str) -> str:
    main = color or "#e2483d"
    return path("M-98-46C-60-74 60-74 98-46L102-24C60-52-60-52-102-24Z", ink.slope(main)) + line(
        "M-96-38C-60-64 60-64 96-38", "#ffffff", 4, 0.8
    )


def _bow(ink: Ink, color: str) -> str:
    main = color or "#f06b8b"
    loop = path("M0-112C20-144 62-148 70-130C76-108 66-84 54-82C38-82 14-96 0-112Z", ink.slope(main))
    fold = line("M16-112Q36-118 48-114", tone(main, -0.3), 4)
    return group(
        mirrored(loop + fold) + oval(0, -112, 14, 17, ink.ball(tone(main, 0.1))),
        "rotate(22) translate(22 16)",
    )


def _halo(ink: Ink, color: str) -> str:
    main = color or "#ffd95c"
    ring = '<ellipse cx="0" cy="-138" rx="66" ry="19" fill="none" stroke="{}" stroke-width="{}"{}/>'
    return (
        ring.format(main, 26, ' opacity=".28"')
        + ring.format(main, 12, "")
        + ring.format("#fff6d0", 4, ' opacity=".8"')
    )


def _flowers(ink: Ink, color: str) -> str:
    kinds = ("#f58fbd", "#fff6e8", "#f9b93c", "#f58fbd", "#fff6e8", "#c79bf0", "#f58fbd")
    if color:
        kinds = (color, tone(color, 0.4), color, tone(color, 0.18), color, tone(color, 0.4), color)
    leaves = "".join(
        oval(x, y, 18, 8, ink.slope("#6bb35a"), turn=x * 0.5)
        for x, y in ((-78, -50), (-48, -74), (-16, -84), (16, -84), (48, -74), (78, -50))
    )
    blooms = ""
    for i, c in enumerate(kinds):
        x = -90 + i * 30
        y = -88 + (x / 90) ** 2 * 46
        blooms += path(fluff(x, y, 12, 12, 5, 1.2), ink.ball(c)) + disc(
            x, y, 6, "#f2c94c" if c != "#f9b93c" else "#d8703a"
        )
    return leaves + blooms


def _feathers(ink: Ink, color: str) -> str:
    colors = ("#8a5cc9", "#3fb8d6", "#f9b93c", color or "#f25f8b", "#f9b93c", "#3fb8d6", "#8a5cc9")
    fan = ""
    for i, c in enumerate(colors):
        plume = path("M-8-10C-34-50-28-104 0-132C28-104 34-50 8-10Z", ink.slope(c)) + line(
            "M0-16V-112", "#ffffff", 3, 0.5
        )
        fan += group(plume, f"translate(0 -64) rotate({-66 + i * 22})")
    band = path("M-96-44C-60-76 60-76 96-44L100-62C60-100-60-100-100-62Z", ink.slope("#f9cf3f", 0.34))
    gems = oval(0, -80, 11, 13, ink.ball("#e2483d")) + mirrored(
        disc(40, -74, 8, ink.ball("#3fb8d6")) + disc(74, -60, 6, "#fff3b0")
    )
    return fan + band + gems


def _sailor(ink: Ink, color: str) -> str:
    main = color or "#fffdf8"
    top = oval(0, -112, 66, 26, ink.ball(main, 0.2))
    band = "M-78-62L-74-112Q0-86 74-112L78-62Q0-38-78-62Z"
    return top + ink.form(band, main, line("M-84-72Q0-48 84-72", "#3f67b5", 11), depth=0.18)


def _nurse(ink: Ink, color: str) -> str:
    main = color or "#fffdf8"
    cross = slab(-6, -106, 12, 34, 3, "#dd4b44") + slab(-17, -95, 34, 12, 3, "#dd4b44")
    return ink.form("M-62-64L-52-116Q0-134 52-116L62-64Q0-44-62-64Z", main, depth=0.16) + cross


def _nightcap(ink: Ink, color: str) -> str:
    main = color or "#8fb7ea"
    d = (
        "M-84-60C-78-132-22-164 40-152C104-138 138-76 128-14"
        "C120-58 100-84 76-92C84-80 86-70 84-60Q0-36-84-60Z"
    )
    moons = "".join(
        path(star(x, y, 10), "#fff4c4") for x, y in ((-34, -98), (12, -122), (60, -116), (22, -76))
    )
    band = path(
        "M-90-66C-60-50 60-50 90-66C98-50 92-38 84-38Q0-16-84-38C-92-38-98-50-90-66Z",
        ink.ball("#fffaf2", 0.16),
    )
    return ink.form(d, main, moons) + band + path(fluff(128, -8, 13, 13, 7, 1.15), ink.ball("#fffaf2", 0.16))


def _rain_hat(ink: Ink, color: str) -> str:
    main = color or "#f7c53c"
    dome = "M-80-64C-80-128-42-142 0-142C42-142 80-128 80-64Q0-40-80-64Z"
    brim = "M-84-72Q0-48 84-72C104-58 124-36 128-22C80-50-80-50-128-22C-124-36-104-58-84-72Z"
    return ink.form(dome, main, line("M-82-82Q0-58 82-82", tone(main, -0.26), 9)) + path(
        brim, ink.slope(main, 0.34)
    )


def _bucket(ink: Ink, color: str) -> str:
    return _rain_hat(ink, color or "#8aa06a")


def _detective(ink: Ink, color: str) -> str:
    main = color or "#a98657"
    dome = (
        "M-74-62C-78-120-58-150-30-148C-14-146-8-138 0-138"
        "C8-138 14-146 30-148C58-150 78-120 74-62Q0-40-74-62Z"
    )
    brim = oval(0, -54, 110, 22, tone(main, -0.42)) + oval(0, -60, 110, 22, ink.slope(main, 0.24))
    return brim + ink.form(dome, main, line("M-78-76Q0-54 78-76", "#4a3430", 14))


def _viking(ink: Ink, color: str) -> str:
    main = color or "#b6c1d1"
    horn = path(
        ribbon([(78, -84), (116, -92), (132, -128), (122, -164)], (38, 34, 24, 4)), ink.slope("#f7e6c4")
    )
    dome = "M-86-58C-90-126-48-146 0-146C48-146 90-126 86-58Q0-38-86-58Z"
    band = line("M-90-70Q0-46 90-70", "#b88a3c", 20) + line("M0-146V-70", "#b88a3c", 16)
    studs = "".join(
        disc(x, y, 5, "#f6dc93")
        for x, y in ((-60, -64), (-30, -57), (0, -55), (30, -57), (60, -64), (0, -110))
    )
    return mirrored(horn) + ink.form(dome, main, band) + studs


def _kabuto(ink: Ink, color: str) -> str:
    main = color or "#33303e"
    dome = "M-86-58C-90-124-48-144 0-144C48-144 90-124 86-58Q0-38-86-58Z"
    ribs = "".join(line(f"M0-146Q{x}-100 {x}-50", tone(main, 0.3), 3, 0.7) for x in (-54, -26, 0, 26, 54))
    crest = mirrored(path("M4-92C40-100 76-130 84-184C98-140 72-84 6-72Z", ink.slope("#f2c94c", 0.36)))
    brim = path(
        "M-98-66Q0-34 98-66C112-46 112-34 106-28Q0-18-106-28C-112-34-112-46-98-66Z", ink.slope("#a83240")
    )
    return ink.form(dome, main, ribs) + brim + crest + disc(0, -84, 13, ink.ball("#f2c94c"))


def _wig(ink: Ink, color: str) -> str:
    main = color or "#e2564a"
    side = path(fluff(92, -44, 32, 42, 9, 1.15), ink.ball(main))
    hat = ink.form(
        "M-24-100L6-160L34-100Q6-88-24-100Z", "#3f7fd6", line("M-30-116Q4-102 40-116", "#f7c948", 8)
    )
    return (
        mirrored(side)
        + path(fluff(0, -86, 56, 22, 8, 1.2), ink.ball(main))
        + hat
        + disc(6, -162, 9, "#f7c948")
    )


def _jester(ink: Ink, color: str) -> str:
    left = path(
        "M0-60C-50-60-92-70-96-60C-130-80-140-120-118-140C-96-120-60-150-30-136C-10-126 0-90 0-60Z",
        ink.slope(color or "#8a5cc9"),
    )
    right = group(
        path(
            "M0-60C-50-60-92-70-96-60C-130-80-140-120-118-140C-96-120-60-150-30-136C-10-126 0-90 0-60Z",
            ink.slope("#f2b33c"),
        ),
        "scale(-1 1)",
    )
    middle = path("M-40-64C-34-120-20-160 0-182C20-160 34-120 40-64Q0-48-40-64Z", ink.slope("#de4a44"))
    bells = "".join(disc(x, y, 10, ink.ball("#f9cf3f")) for x, y in ((-120, -142), (120, -142), (0, -186)))
    return left + right + middle + line("M-94-58Q0-34 94-58", "#f9cf3f", 12) + bells


def _sombrero(ink: Ink, color: str) -> str:
    main = color or "#e8b65a"
    brim = oval(0, -52, 152, 36, tone(main, -0.42)) + oval(0, -60, 152, 36, ink.slope(main, 0.28))
    trim = (
        '<ellipse cx="0" cy="-62" rx="138" ry="29" fill="none" stroke="#d8434a" '
        'stroke-width="6" stroke-dasharray="14 10"/>'
    )
    dome = "M-58-66C-56-118-38-170 0-170C38-170 56-118 58-66Q0-44-58-66Z"
    bands = line("M-62-80Q0-56 62-80", "#3fa796", 10) + line("M-58-100Q0-78 58-100", "#d8434a", 7)
    return brim + trim + ink.form(dome, main, bands)


def _cangaceiro(ink: Ink, color: str) -> str:
    """The folded leather hat of the Brazilian backlands."""
    main = color or "#9a6238"
    d = "M-112-50C-104-140-56-168 0-168C56-168 104-140 112-50C78-74 40-80 0-80C-40-80-78-74-112-50Z"
    trim = line("M-106-60C-76-84-40-90 0-90C40-90 76-84 106-60", "#f0d9a8", 5) + line(
        "M-96-84C-80-140-44-156 0-156C44-156 80-140 96-84", "#f0d9a8", 4
    )
    stars = path(star(0, -124, 18), "#f2c94c") + mirrored(
        path(star(50, -112, 13), "#fff1d6") + disc(82, -88, 6, "#f2c94c")
    )
    return ink.form(d, main, trim) + stars


def _fez(ink: Ink, color: str) -> str:
    main = color or "#c23b4a"
    tassel = line("M0-142Q50-140 60-100", "#3a3646", 5) + path("M54-104H66L70-72H50Z", "#3a3646")
    return (
        ink.form("M-60-66L-44-142Q0-154 44-142L60-66Q0-46-60-66Z", main)
        + oval(0, -142, 44, 9, tone(main, 0.2))
        + tassel
    )


def _turban(ink: Ink, color: str) -> str:
    main = color or "#4a7fd0"
    d = "M-92-56C-112-120-60-158 0-158C60-158 112-120 92-56Q0-34-92-56Z"
    folds = line(
        "M-96-70C-40-60 30-90 60-150M-100-96C-50-86 0-110 24-156M96-66C40-60 0-70-30-84",
        tone(main, -0.24),
        5,
        0.7,
    )
    return (
        ink.form(d, main, folds) + oval(0, -96, 12, 16, ink.ball("#f2c94c")) + oval(0, -96, 6, 9, "#d8434a")
    )


def _aviator(ink: Ink, color: str) -> str:
    main = color or "#8a5a36"
    d = (
        "M-102 10C-116-96-64-142 0-142C64-142 116-96 102 10C92 26 82 16 82-6"
        "C80-40 56-58 0-58C-56-58-80-40-82-6C-82 16-92 26-102 10Z"
    )
    lens = (
        disc(36, -88, 27, "#d9b878")
        + disc(36, -88, 20, ink.blend("#bfe8f5", "#5aa9cf"))
        + oval(29, -95, 7, 5, "#fff", 0.8)
    )
    return ink.form(d, main) + line("M-98-74Q0-106 98-74", tone(main, -0.45), 14) + mirrored(lens)


def _leaf(ink: Ink, color: str) -> str:
    """A leaf on the head: forest folk."""
    main = color or "#6bb35a"
    return path("M0-84C-40-110-52-150-20-176C24-170 40-130 8-84Z", ink.slope(main)) + line(
        "M2-86Q-4-130-16-164", tone(main, -0.3), 4
    )


def _red_cap(ink: Ink, color: str) -> str:
    """The long soft cap of the saci."""
    main = color or "#d9413f"
    d = (
        "M-86-58C-84-122-46-156 4-162C60-166 104-134 108-86"
        "C96-104 84-110 72-104C82-90 88-74 86-58Q0-36-86-58Z"
    )
    return ink.form(d, main) + path(
        "M-92-64C-60-48 60-48 92-64C98-48 92-40 84-40Q0-18-84-40C-92-40-98-48-92-64Z",
        ink.slope(tone(main, -0.12)),
    )


def _backwards(ink: Ink, color: str) -> str:
    """A cap whose peak looks out behind, with a strap over the brow."""
    main = color or "#e2483d"
    peak = path("M64-96C104-104 138-92 148-66C124-58 96-58 72-64Z", ink.slope(tone(main, -0.22)))
    dome = "M-86-58C-92-128-48-144 0-144C48-144 92-128 86-58Q0-40-86-58Z"
    seams = line("M0-144V-104M-44-138Q-56-100-52-60M44-138Q56-100 52-60", tone(main, -0.2), 3, 0.6)
    gap = path("M-34-56C-32-100 32-100 34-56Q0-50-34-56Z", tone(main, -0.5))
    strap = line("M-36-62Q0-54 36-62", tone(main, -0.12), 10) + disc(0, -58, 4.5, "#fff3d6")
    return peak + ink.form(dome, main, seams) + gap + strap + disc(0, -145, 7, main)


MORE: dict[str, Callable[[Ink, str], str]] = {
    "headphones": _headphones, "headband": _headband, "bow": _bow, "halo": _halo, "flowers": _flowers,
    "feathers": _feathers, "sailor": _sailor, "nurse": _nurse, "nightcap": _nightcap, "rain-hat": _rain_hat,
    "bucket": _bucket, "detective": _detective, "viking": _viking, "kabuto": _kabuto, "wig": _wig,
    "jester": _jester, "sombrero": _sombrero, "cangaceiro": _cangaceiro, "fez": _fez, "turban": _turban,
    "aviator": _aviator, "leaf": _leaf, "red-cap": _red_cap, "backwards-cap": _backwards,
}  # fmt: skip
