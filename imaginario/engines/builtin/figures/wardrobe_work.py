"""Working clothes: the chef's jacket, the doctor's coat, the firefighter's gear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .clothes import Clothes, buckle, buttons, lapels, lower, stripes
from .curves import star
from .ink import Ink, disc, line, mirrored, oval, path, slab, tone
from .look import Look
from .wardrobe_daily import Tailor


def _chef(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#fdfcf8"
    flap = line("M-8 92L-20 200", tone(main, -0.14), 4)
    rows = buttons((132, 154, 176), "#3a3846", 4.5, -24) + buttons((132, 154, 176), "#3a3846", 4.5, 16)
    tie = path(
        "M-54 84C-26 108 26 108 54 84C60 98 36 112 16 112L26 138L0 124L-26 138L-16 112C-36 112-60 98-54 84Z",
        ink.slope("#dd4b44"),
    )
    return Clothes(
        torso=main,
        shape="coat",
        marks=flap,
        over=rows,
        cuff="#dd4b44",
        leg="#5c6a86",
        shoe="#33303e",
        collar=tie,
        hat="chef",
    )


def _coat(color: str, look: Look, inner: str) -> str:
    front = path("M-30 60L0 150L30 60Z", inner)
    edge = line("M0 150V236", tone(color, -0.16), 3.5)
    return front + mirrored(path("M22 60L58 88L38 116L44 126L6 160L0 148Z", tone(color, -0.1))) + edge


def _doctor(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#fbfdff"
    pocket = (
        slab(24, 176, 32, 4, 2, tone(main, -0.2))
        + line("M34 176V166", "#3f7fd6", 4)
        + line("M42 176V168", "#dd4b44", 4)
    )
    tubes = line("M-32 92C-36 132-24 150-10 152M32 92C36 126 32 140 28 150", "#4b5a78", 6)
    bell = disc(27, 156, 11, ink.ball("#aeb9c9")) + disc(27, 156, 5, "#e9eef5")
    cross = slab(-46, 140, 8, 22, 2, "#dd4b44") + slab(-53, 147, 22, 8, 2, "#dd4b44")
    return Clothes(
        torso=main,
        shape="coat",
        marks=_coat(main, look, "#86c3da"),
        over=pocket + cross + tubes + bell,
        leg="#86c3da",
        shoe="#f2f2f4",
    )


def _nurse(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#7cc7d8"
    neck = path("M-30 70L0 112L30 70Z", "#ffffff", 0.9)
    pocket = slab(14, 148, 36, 34, 7, tone(main, -0.14))
    cross = slab(28, 154, 8, 22, 2, "#ffffff") + slab(21, 161, 22, 8, 2, "#ffffff")
    return Clothes(
        torso=main,
        marks=neck + pocket + lower(tone(main, -0.06), at=204),
        over=cross,
        sleeve_end=0.6,
        leg=main,
        shoe="#ffffff",
        hat="nurse",
    )


def _scientist(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#fbfdff"
    pens = line("M30 132V118M38 132V120", "#5b8def", 4) + slab(22, 130, 30, 30, 6, tone(main, -0.1))
    return Clothes(
        torso=main,
        shape="coat",
        marks=_coat(main, look, "#9b7fd4"),
        over=pens + buttons((186, 206), "#c3cede", 4, -8),
        leg="#59617c",
        shoe="#4a3a36",
        mask="safety",
    )


def _lab_coat(ink: Ink, color: str, look: Look) -> Clothes:
    return replace(_scientist(ink, color, look), mask="")


def _firefighter(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#d9473c"
    band = line("M-100 166Q0 184 100 166", "#f7e07a", 12) + line("M-100 166Q0 184 100 166", "#dfe5ee", 4)
    hem = line("M-100 208Q0 226 100 208", "#f7e07a", 10)
    clasp = "".join(slab(-9, y, 18, 8, 3, "#4a4657") for y in (116, 140, 190))
    return Clothes(
        torso=main,
        shape="coat",
        marks=line("M0 90V236", tone(main, -0.4), 4) + band + hem,
        over=clasp,
        cuff="#f7e07a",
        leg=tone(main, -0.3),
        shoe="#33303e",
        boot=True,
        hand="#4a4657",
        hat="firefighter",
    )


def _police(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#3f5fa6"
    tie = path("M-8 92H8L6 104L11 150L0 162L-11 150L-6 104Z", "#26304e")
    collar = mirrored(path("M0 98C10 84 36 78 48 84C44 106 20 116 0 106Z", tone(main, 0.22)))
    badge = path(star(38, 130, 15), ink.slope("#f2c94c")) + disc(38, 130, 5, "#fff3c4")
    pocket = slab(-54, 124, 30, 26, 6, tone(main, -0.16))
    return Clothes(
        torso=main,
        marks=pocket + tie + lower("#2c3a63", belt="#23222e"),
        over=badge + buckle(),
        leg="#2c3a63",
        shoe="#23222e",
        collar=collar,
        hat="police",
    )


def _teacher(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#5f9e7a"
    shirt = path("M-26 60L0 132L26 60Z", "#fffaf0")
    edge = line("M-26 62L0 134L26 62M0 134V224", tone(main, -0.25), 5)
    collar = mirrored(path("M0 98C8 86 30 80 42 86C40 104 18 114 0 106Z", "#ffffff"))
    apple = disc(38, 146, 10, ink.ball("#e2483d")) + line("M38 137Q40 130 45 130", "#6b4a2c", 3)
    return Clothes(
        torso=main,
        marks=shirt + edge + lower("#7a5a4a", at=204),
        over=apple + buttons((150, 168, 186), "#fff1d8", 4),
        cuff=tone(main, -0.2),
        leg="#7a5a4a",
        shoe="#4a3430",
        collar=collar,
        mask="glasses",
    )


def _overalls(main: str) -> str:
    bib = path("M-34 122H34V170H-34Z", main) + mirrored(line("M32 128L46 66", main, 13))
    return bib + lower(main, at=160) + slab(-18, 138, 36, 24, 6, tone(main, -0.2))


def _farmer(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#4c74b8"
    shirt = "#e0604f"
    checks = "".join(line(f"M-90 {y}H90", "#fff3e2", 3.5, 0.5) for y in range(84, 180, 18)) + "".join(
        line(f"M{x} 60V180", tone(shirt, -0.4), 3.5, 0.4) for x in range(-72, 80, 18)
    )
    studs = buttons((128,), "#f2c94c", 5.5, -31) + buttons((128,), "#f2c94c", 5.5, 31)
    return Clothes(
        torso=shirt,
        marks=checks + _overalls(main),
        over=studs,
        sleeve_end=0.7,
        leg=main,
        shoe="#7a4e32",
        boot=True,
        hat="straw",
    )


def _dungarees(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#4c74b8"
    studs = buttons((128,), "#f2c94c", 5.5, -31) + buttons((128,), "#f2c94c", 5.5, 31)
    stripes_under = stripes(range(76, 180, 18), "#f2a65a", 5)
    return Clothes(
        torso="#fff3e2",
        sleeve="#fff3e2",
        marks=stripes_under + _overalls(main),
        over=studs,
        sleeve_end=0.5,
        leg=main,
        shoe="#7a4e32",
    )


def _builder(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#f28c38"
    shirt = "#5f6f94"
    vest = mirrored(path("M20 60L64 80L78 200L8 200V110Z", main)) + mirrored(line("M40 62V200", "#f7f3c4", 9))
    band = line("M-90 168Q0 184 90 168", "#f7f3c4", 9)
    return Clothes(
        torso=shirt,
        marks=vest + band + lower("#4a5878", belt="#6b4a2c", at=198),
        sleeve_end=0.66,
        leg="#4a5878",
        shoe="#c8913c",
        boot=True,
        hat="hardhat",
    )


def _artist(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#6aa5d8"
    apron = path(
        "M-38 112H38L46 150C56 170 58 200 54 222Q0 238-54 222C-58 200-56 170-46 150Z",
        ink.slope("#f5e8cf", 0.2),
    )
    straps = mirrored(line("M36 114L42 70", "#f5e8cf", 8))
    blots = (
        (-24, 138, 8, "#e2483d"),
        (14, 150, 9, "#3f7fd6"),
        (-10, 178, 7, "#f7c948"),
        (26, 192, 8, "#4caf63"),
        (-30, 200, 6, "#8a5cc9"),
    )
    return Clothes(
        torso=main,
        marks=stripes(range(84, 240, 22), "#ffffff", 7) + straps,
        over=apron + "".join(disc(*b[:3], b[3]) for b in blots) + slab(-20, 206, 40, 4, 2, "#d9c7a4"),
        sleeve_end=0.7,
        leg="#4a5878",
        shoe="#7a4e32",
        hat="beret",
    )


def _sailor(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#fbfbf8"
    blue = "#3f67b5"
    collar = path(
        (
            "M-70 78C-40 110-20 118 0 138C20 118 40 110 70 78"
            "C80 100 60 128 34 132L0 142L-34 132C-60 128-80 100-70 78Z"
        ),
        ink.slope(blue),
    )
    trim = line("M-64 96C-40 118-18 122 0 134C18 122 40 118 64 96", "#ffffff", 3.5)
    knot = path("M-7 130H7L16 170L0 162L-16 170Z", ink.slope("#dd4b44"))
    return Clothes(
        torso=main,
        marks=lower(blue, at=194),
        cuff=blue,
        leg=blue,
        shoe="#2c3350",
        collar=collar + trim + knot,
        hat="sailor",
    )


def _captain(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#2f3f6e"
    wings = mirrored(path("M4 128C20 116 40 118 50 126C36 134 18 138 4 134Z", "#f2c94c"))
    marks = lapels("#ffffff", main) + path("M-8 92H8L10 150L0 164L-10 150Z", "#23222e")
    pips = mirrored(slab(40, 84, 26, 12, 4, "#f2c94c"))
    return Clothes(
        torso=main,
        shape="coat",
        marks=marks,
        over=pips + buttons((180, 200), "#f2c94c", 5, -8) + wings,
        cuff="#f2c94c",
        leg=main,
        shoe="#23222e",
        hat="captain",
    )


def _detective(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#c39b66"
    belt = line("M-90 180Q0 198 90 180", tone(main, -0.35), 13)
    marks = lapels("#f4ead8", main) + path("M-7 96H7L9 140L0 152L-9 140Z", "#7a3b3b") + belt
    return Clothes(
        torso=main,
        shape="coat",
        marks=marks,
        over=buckle(190, "#5b4632") + buttons((208,), "#5b4632", 5, -20),
        leg="#5b5566",
        shoe="#4a3430",
        hat="detective",
    )


def _judge(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#33303e"
    jabot = path("M-14 96H14L22 150Q11 160 0 150Q-11 160-22 150Z", "#ffffff") + line(
        "M-14 122Q0 130 14 122", "#d9dbe6", 3
    )
    return Clothes(
        torso=main, shape="robe", marks=line("M0 130V250", tone(main, 0.2), 4), shoe="#23222e", collar=jabot
    )


def _graduate(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#3a4478"
    sash = line("M-34 66C-34 130-26 170-26 230M34 66C34 130 26 170 26 230", "#f2c94c", 14)
    return Clothes(
        torso=main,
        shape="robe",
        marks=sash + line("M0 110V250", tone(main, 0.25), 4),
        shoe="#23222e",
        hat="graduate",
    )


def _soccer_coach(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#4c8c6a"
    zip_ = line("M0 92V196", "#ffffff", 4) + mirrored(line("M58 80Q70 130 64 196", "#ffffff", 8))
    whistle = line("M-30 92Q0 140 30 92", "#33303e", 3.5) + disc(0, 128, 9, ink.ball("#c9d3e2"))
    return Clothes(
        torso=main,
        marks=zip_ + lower("#33405e", at=202),
        cuff="#ffffff",
        leg="#33405e",
        shoe="#ffffff",
        over=whistle,
        hat="cap",
    )


def _waiter(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#33303e"
    vest = mirrored(path("M14 60L60 78L74 200H0V150Z", main))
    bow = mirrored(path("M0 104L26 92V118Z", "#dd4b44")) + disc(0, 105, 6, "#a93038")
    return Clothes(
        torso="#ffffff",
        sleeve="#ffffff",
        marks=vest + lower("#4a4657", at=200),
        over=buttons((160, 178), "#f2c94c", 4),
        leg="#4a4657",
        shoe="#23222e",
        collar=bow,
    )


def _fisher(ink: Ink, color: str, look: Look) -> Clothes:
    main = color or "#5b8f6b"
    return Clothes(
        torso="#f4ead8",
        sleeve="#f4ead8",
        marks=stripes(range(80, 170, 20), "#3f67b5", 7) + _overalls(main),
        sleeve_end=0.7,
        leg=main,
        shoe=tone(main, -0.3),
        boot=True,
        over=oval(0, 150, 0, 0, main),
        hat="bucket",
    )


WORK: Mapping[str, Tailor] = {
    "chef": _chef, "doctor": _doctor, "nurse": _nurse, "scientist": _scientist, "lab-coat": _lab_coat,
    "firefighter": _firefighter,
    "police": _police, "teacher": _teacher, "farmer": _farmer, "overalls": _dungarees, "builder": _builder,
    "artist": _artist,
    "sailor": _sailor, "captain": _captain, "detective": _detective, "judge": _judge, "graduate": _graduate,
    "coach": _soccer_coach, "waiter": _waiter, "fisher": _fisher,
}  # fmt: skip
