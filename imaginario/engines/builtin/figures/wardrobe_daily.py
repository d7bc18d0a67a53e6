"""Everyday, sporting and travelling clothes, from the sweater to the space suit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import wardrobe_grown
from .clothes import Clothes, buckle, buttons, lapels, lower, stripes
from .curves import heart, star
from .ink import Ink, disc, line, luma, mirrored, oval, path, sign, slab, tone
from .look import Look

Tailor = Callable[[Ink, str, Look], Clothes]


def _astronaut(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#f4f6fb"
    trim, steel = "#f28a3c", "#b7c3d6"
    panel = slab(-34, 128, 68, 44, 11, ink.slope("#d5deea", 0.25)) + slab(-27, 135, 54, 13, 5, "#2c3b57")
    lights = disc(-17, 159, 6, "#ef5350") + disc(0, 159, 6, "#ffca42") + disc(17, 159, 6, "#4cb86a")
    trace = line("M-21 142H-10L-5 138L2 146L7 142H21", "#6fe6f2", 2.6)
    seams = line("M-70 186Q0 206 70 186", steel, 9) + line("M0 206V240", steel, 5, 0.7)
    hoses = line("M-32 150C-66 150-66 112-50 100", "#98a6bd", 7) + line(
        "M32 150C66 150 66 112 50 100", "#98a6bd", 7
    )
    pack = slab(-82, 86, 164, 122, 34, ink.slope("#aab6c9", 0.34)) + mirrored(
        slab(70, 104, 18, 78, 9, "#8492aa")
    )
    ring = oval(0, 98, 72, 21, ink.slope("#c9d3e2", 0.3)) + oval(0, 93, 62, 16, "#8b99b2")
    return Clothes(
        torso=main,
        marks=seams + hoses,
        over=panel + lights + trace,
        sleeve=main,
        cuff=trim,
        hand="#dbe3ef",
        leg=main,
        shoe="#c3cede",
        boot=True,
        behind=pack,
        collar=ring,
        helmet=True,
    )


def _casual(ink: Ink, color: str, look: Look) -> Clothes:
    if look.age == "adult":
        return wardrobe_grown.casual(ink, color, look)
    main = color or "#3fa796"
    neck = line("M-34 84Q0 118 34 84", tone(main, 0.5), 9)
    pocket = path(heart(26, 138, 11), tone(main, 0.55), 0.9)
    return Clothes(
        torso=main, marks=neck + pocket + lower("#4a6698"), sleeve_end=0.62, leg="#4a6698", shoe="#f4f0ea"
    )


def _sweater(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#c6524f"
    cream = "#fff1d8"
    zig = "".join(
        line(f"M-98 {y}" + "".join(f"l14 {-13 if i % 2 == 0 else 13}" for i in range(14)), cream, 5.5)
        for y in (146, 176)
    )
    dots = "".join(disc(x, 160, 3.6, cream) for x in range(-84, 90, 24))
    hem = line("M-80 196Q0 212 80 196", tone(main, -0.25), 13)
    return Clothes(
        torso=main,
        marks=zig + dots + lower("#4a5f8c", at=204) + hem,
        cuff=tone(main, -0.25),
        leg="#4a5f8c",
        shoe="#7a4e32",
        collar=line("M-56 94Q0 122 56 94", tone(main, -0.25), 17),
    )


def _hoodie(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#5b8def"
    pocket = path("M-40 164H40L52 198H-52Z", tone(main, -0.16))
    hood = path(
        "M-80 78C-60 120 60 120 80 78C92 104 60 124 0 126C-60 124-92 104-80 78Z", ink.slope(tone(main, -0.1))
    )
    cords = line("M-14 120V150M14 120V146", "#ffffff", 4)
    return Clothes(
        torso=main,
        marks=pocket + lower("#3d4661", at=204),
        cuff=tone(main, -0.2),
        leg="#3d4661",
        shoe="#f4f0ea",
        collar=hood + cords,
    )


def _suit(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#38456b"
    tie = path("M-10 94H10L7 108L14 160L0 174L-14 160L-7 108Z", "#d8434a") + path(
        "M-10 94H10L6 108H-6Z", "#b5303c"
    )
    square = path("M28 128L46 122L44 138H30Z", "#ffffff")
    return Clothes(
        torso=main,
        shape="coat",
        marks=lapels("#ffffff", main) + tie + line("M0 178V230", tone(main, -0.35), 3),
        over=square + buttons((192, 208), tone(main, -0.45), 4.5, -8),
        cuff="#ffffff",
        leg=main,
        shoe="#2b2733",
    )


def _tuxedo(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#2c2b3a"
    bow = mirrored(path("M0 104L32 90V120Z", "#d8434a")) + disc(0, 105, 7, "#b5303c")
    return Clothes(
        torso=main,
        shape="coat",
        marks=lapels("#ffffff", main),
        over=buttons((134, 152), "#2c2b3a", 4),
        cuff="#ffffff",
        leg=main,
        shoe="#1e1c26",
        collar=bow,
    )


def _dress(ink: Ink, color: str, look: Look) -> Clothes:
    if look.age == "adult":
        return wardrobe_grown.dress(ink, color, look)
    main = color or "#ef6f9f"
    waist = line("M-52 130Q0 144 52 130", "#ffffff", 8, 0.9)
    hem = line("M-104 202Q0 230 104 202", "#ffffff", 6, 0.8)
    dots = "".join(
        disc(x, y, 4.5, "#ffffff", 0.8)
        for x, y in ((-60, 186), (-28, 168), (4, 194), (36, 172), (64, 190), (-12, 148), (20, 152))
    )
    collar = mirrored(path("M0 98C10 86 34 80 46 88C40 108 18 114 0 104Z", "#ffffff"))
    return Clothes(
        torso=main,
        shape="dress",
        marks=waist + hem + dots,
        sleeve_end=0.42,
        shoe=tone(main, -0.2),
        collar=collar,
    )


def _raincoat(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#f7c53c"
    seam = line("M0 100V240", tone(main, -0.3), 4) + mirrored(slab(22, 172, 34, 9, 4, tone(main, -0.25)))
    collar = mirrored(path("M0 96C16 84 46 76 64 82C60 108 26 122 0 112Z", ink.slope(tone(main, -0.08))))
    return Clothes(
        torso=main,
        shape="coat",
        marks=seam,
        over=buttons((134, 158, 196), tone(main, -0.45), 5, -10),
        cuff=tone(main, -0.2),
        leg="#4a6698",
        shoe="#3fa7c4",
        boot=True,
        collar=collar,
        hat="rain-hat",
    )


def _pajamas(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#8fb7ea"
    moons = "".join(
        path(star(x, y, 8), "#fff4c4") for x, y in ((-40, 128), (36, 142), (-30, 176), (42, 184), (0, 206))
    )
    return Clothes(
        torso=main,
        marks=moons + line("M0 96V224", tone(main, 0.5), 4),
        over=buttons((120, 148, 176), "#ffffff", 4.5),
        cuff=tone(main, 0.5),
        leg=main,
        hat="nightcap",
    )


def _football(ink: Ink, color: str, look: Look) -> Clothes:
    main, trim, shorts = (
        (color, "#fffaf0", tone(color, -0.35)) if color else ("#f9cf3f", "#2f9e55", "#3f6fd0")
    )
    trim = "#33415f" if color and luma(color) > _PALE else trim
    neck = path("M-30 80L0 116L30 80L22 74L0 100L-22 74Z", trim)
    ten = path("M-24 136L-10 128V182H-22V146L-28 149Z", trim) + line(
        "M12 134C24 134 26 142 26 156C26 170 24 178 12 178C0 178-2 170-2 156C-2 142 0 134 12 134Z", trim, 10
    )
    return Clothes(
        torso=main,
        marks=neck + lower(shorts, at=196) + sign(ten),
        sleeve_end=0.5,
        cuff="",
        shoe="#3b3f56",
        sock="#ffffff",
    )


_PALE = 0.72
"""From this brightness on a shirt has a dark number."""


def _argentina(ink: Ink, color: str, look: Look) -> Clothes:
    """Sky blue and white in upright stripes."""
    bars = "".join(path(f"M{x} 60H{x + 26}V210H{x}Z", "#74c0ec") for x in (-117, -65, -13, 39, 91))
    neck = path("M-30 80L0 112L30 80L22 74L0 98L-22 74Z", "#ffffff")
    ten = path("M-24 136L-10 128V182H-22V146L-28 149Z", "#2b3350") + line(
        "M12 134C24 134 26 142 26 156C26 170 24 178 12 178C0 178-2 170-2 156C-2 142 0 134 12 134Z",
        "#2b3350",
        10,
    )
    return Clothes(
        torso="#fbfdff",
        marks=bars + neck + lower("#2f3550", at=196) + sign(ten),
        sleeve="#74c0ec",
        sleeve_end=0.5,
        cuff="",
        shoe="#3b3f56",
        sock="#ffffff",
    )


def _goalkeeper(ink: Ink, color: str, look: Look) -> Clothes:
    """Long padded sleeves and great gloves."""
    main = color or "#8fd04a"
    dark = tone(main, -0.4)
    bars = mirrored(path("M30 78L64 92L70 118L28 92Z", dark)) + path(
        "M-26 76Q0 98 26 76L18 70Q0 86-18 70Z", dark
    )
    one = path("M-8 138L8 126V184H-8V150L-16 154Z", "#fffaf0")
    return Clothes(
        torso=main,
        marks=bars + lower("#3b3f56", at=196) + sign(one),
        cuff=dark,
        hand="#ff8a3c",
        shoe="#ffffff",
    )


def _basketball(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#e8562f"
    trim = line("M-30 84Q0 112 30 84", "#ffffff", 8) + mirrored(line("M52 96Q40 122 60 144", "#ffffff", 7))
    num = line("M-12 142C-4 130 18 132 14 148C12 160-10 168-12 182H18", "#ffffff", 9)
    return Clothes(
        torso=main,
        marks=trim + sign(num) + lower(tone(main, -0.12), at=198),
        sleeve_end=0,
        shoe="#ffffff",
        hat="headband",
    )


def _karate(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#fbf9f4"
    cross = line("M-40 66L34 176M40 66L-34 176", tone(main, -0.14), 9)
    belt = line("M-80 182Q0 202 80 182", "#33303e", 13)
    ends = path("M-6 194L-24 226L-12 230L2 200L14 232L26 226L8 194Z", "#33303e")
    return Clothes(torso=main, shape="coat", marks=cross + belt, over=ends, leg=main, hat="headband")


def _explorer(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#cda86c"
    pockets = mirrored(slab(18, 128, 34, 30, 7, tone(main, -0.16)) + line("M18 140H52", tone(main, -0.4), 3))
    straps = mirrored(line("M36 70L32 196", "#7a5632", 10))
    pack = slab(-78, 84, 156, 120, 34, ink.slope("#86653c", 0.34)) + slab(
        -86, 74, 172, 24, 12, ink.slope("#5f8a55")
    )
    scarf = path(
        "M-60 84C-30 112 30 112 60 84C66 100 40 116 18 116L0 142L-18 116C-40 116-66 100-60 84Z",
        ink.slope("#d8503f"),
    )
    return Clothes(
        torso=main,
        marks=straps + pockets + lower("#8a6f46", belt="#5b3c26"),
        over=buckle(),
        sleeve_end=0.66,
        leg="#8a6f46",
        shoe="#5b3c26",
        boot=True,
        behind=pack,
        collar=scarf,
        hat="safari",
    )


def _cowboy(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#c8553d"
    checks = "".join(line(f"M-90 {y}H90", tone(main, -0.3), 5, 0.6) for y in range(96, 196, 24)) + "".join(
        line(f"M{x} 60V196", tone(main, 0.35), 4, 0.6) for x in range(-72, 80, 24)
    )
    vest = mirrored(path("M28 60L64 84L76 200L22 194C34 150 40 100 28 60Z", ink.slope("#8a5a36")))
    kerchief = path("M-58 84C-28 110 28 110 58 84L0 148Z", ink.slope("#3f7fd6")) + "".join(
        disc(x, y, 3, "#fff") for x, y in ((-20, 108), (0, 122), (20, 108))
    )
    badge = path(star(44, 134, 14), "#f2c94c")
    return Clothes(
        torso=main,
        marks=checks + vest + lower("#4a6698", belt="#5b3c26"),
        over=buckle() + badge,
        leg="#4a6698",
        shoe="#7a4a2a",
        boot=True,
        collar=kerchief,
        hat="cowboy",
    )


def _swimsuit(ink: Ink, color: str, look: Look) -> Clothes:
    """A striped one-piece, as at the seaside long ago."""
    main = color or "#3fb8b0"
    trim = line("M-40 84Q0 116 40 84", "#ffffff", 7)
    return Clothes(torso=main, marks=stripes(range(112, 230, 26), "#ffffff", 10) + trim, sleeve_end=0.3)


def _diver(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#33415e"
    side = mirrored(path("M48 90C66 130 70 190 52 224H90V80Z", "#3fb8d6"))
    tank = slab(-58, 76, 48, 124, 22, ink.slope("#f2b33c")) + slab(10, 76, 48, 124, 22, ink.slope("#f2b33c"))
    zip_ = line("M0 96V214", "#aab6c9", 5)
    return Clothes(
        torso=main,
        marks=side + zip_,
        leg=main,
        shoe="#3fb8d6",
        behind=tank,
        cuff="#3fb8d6",
        hand="#33415e",
        mask="goggles",
    )


def _ballet(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#f7a8c8"
    frill = line("M-104 180Q-80 208-52 196Q-26 216 0 204Q26 216 52 196Q80 208 104 180", tone(main, 0.55), 9)
    return Clothes(
        torso=main,
        shape="tutu",
        marks=line("M-52 134Q0 148 52 134", tone(main, -0.2), 7),
        over=frill,
        sleeve_end=0,
        leg="#fde3ea",
        shoe=tone(main, -0.12),
        hat="bow",
    )


def _kimono(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#c8435f"
    cross = line("M-36 60L22 150M36 60L-22 150", "#fff3e2", 11)
    obi = path("M-90 146Q0 164 90 146V186Q0 204-90 186Z", "#f2b84a") + line(
        "M-90 166Q0 184 90 166", "#c8435f", 5
    )
    petals = "".join(
        path(star(x, y, 9, 0.6), "#ffd9e4")
        for x, y in ((-52, 214), (-16, 232), (30, 214), (62, 232), (-44, 120), (48, 118))
    )
    return Clothes(torso=main, shape="robe", marks=petals + cross + obi, cuff="#fff3e2", shoe="#7a4e32")


DAILY: Mapping[str, Tailor] = {
    "casual": _casual, "sweater": _sweater, "hoodie": _hoodie, "suit": _suit, "tuxedo": _tuxedo,
    "dress": _dress, "raincoat": _raincoat, "pajamas": _pajamas,
    "football": _football, "argentina-jersey": _argentina,
    "goalkeeper": _goalkeeper, "basketball": _basketball,
    "karate": _karate, "ballet": _ballet, "swimsuit": _swimsuit, "kimono": _kimono, "explorer": _explorer,
    "cowboy": _cowboy, "diver": _diver, "astronaut": _astronaut,
}  # fmt: skip
