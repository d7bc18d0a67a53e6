"""What grown people wear on an ordinary day: shirts, blouses, a longer dress."""

from __future__ import annotations

from .clothes import Clothes, buckle, buttons, lower, stripes
from .ink import Ink, disc, line, mirrored, path, tone
from .look import Look

_TROUSERS = ("#3f5688", "#5f5468", "#a08a68", "#46505f")


def _taste(look: Look) -> int:
    """A number that goes with the person, so that everyone always dresses alike."""
    return sum(map(ord, look.hair + look.skull + look.beard))


def casual(ink: Ink, color: str, look: Look) -> Clothes:
    """A shirt or a blouse with trousers and a belt; its cut goes with the person."""
    main = color or "#3fa796"
    taste = _taste(look)
    cuts = (_blouse, _sailor, _cardigan) if look.lashes else (_polo, _checked, _striped)
    marks, collar = cuts[taste % 3](ink, main)
    leg = _TROUSERS[taste % 4]
    belt = lower(leg, belt=tone(leg, -0.45), at=192)
    return Clothes(
        torso=main,
        marks=marks + belt,
        over="" if look.lashes else buckle(201, "#d9c48a"),
        collar=collar,
        sleeve_end=0.62 if taste % 2 else 1.0,
        leg=leg,
        shoe="#6b4634" if taste % 2 else "#f1ece4",
    )


def _points(color: str) -> str:
    """The two points of a shirt collar."""
    return mirrored(path("M0 104C8 92 28 84 44 86L36 112L16 122Z", color))


def _polo(ink: Ink, main: str) -> tuple[str, str]:
    placket = path("M-9 100H9V150Q0 156-9 150Z", tone(main, -0.16))
    return placket + buttons((118, 136), tone(main, 0.7), 3.6), _points(tone(main, 0.24))


def _checked(ink: Ink, main: str) -> tuple[str, str]:
    dark = tone(main, -0.3)
    upright = "".join(line(f"M{x} 60V240", dark, 7, 0.45) for x in (-48, -24, 24, 48))
    across = "".join(
        line(f"M-100 {y}Q0 {y + 10} 100 {y}", tone(main, 0.5), 5, 0.5) for y in range(112, 196, 24)
    )
    seam = line("M0 100V230", dark, 4, 0.7) + buttons((124, 146, 168), tone(main, 0.75), 3.6)
    return upright + across + seam, _points(tone(main, 0.12))


def _striped(ink: Ink, main: str) -> tuple[str, str]:
    band = line("M-100 138Q0 152 100 138", tone(main, 0.62), 20) + line(
        "M-100 138Q0 152 100 138", tone(main, -0.3), 6
    )
    return band + line("M-34 84Q0 118 34 84", tone(main, -0.24), 8), ""


def _blouse(ink: Ink, main: str) -> tuple[str, str]:
    seam = line("M0 112V230", tone(main, -0.22), 3.5, 0.8) + buttons((132, 152, 172), tone(main, 0.75), 3.4)
    frill = mirrored(path("M0 106C10 92 26 86 40 88C42 102 32 116 18 120C10 120 4 114 0 106Z", "#fffaf2"))
    return seam, frill


def _sailor(ink: Ink, main: str) -> tuple[str, str]:
    boat = line("M-40 86Q0 110 40 86", tone(main, 0.72), 8)
    return stripes(range(116, 192, 22), tone(main, 0.66), 8) + boat, ""


def _cardigan(ink: Ink, main: str) -> tuple[str, str]:
    shirt = path("M-30 60H30L14 236H-14Z", "#fff6ea")
    edges = mirrored(line("M30 70L14 236", tone(main, -0.24), 6))
    return shirt + edges + buttons((142, 164, 184), tone(main, -0.34), 3.8, 23), ""


def dress(ink: Ink, color: str, look: Look) -> Clothes:
    """A dress to the knee, with a belt and a sprinkle of flowers at its hem."""
    main = color or "#d9688a"
    folds = line("M-24 150Q-36 190-46 224M24 150Q36 190 46 224", tone(main, -0.22), 4, 0.6)
    hem = line("M-106 206Q0 234 106 206", tone(main, 0.5), 5, 0.9)
    blooms = "".join(
        disc(x, y, 5, "#fff4e0") + disc(x, y, 2.2, "#f2b33c")
        for x, y in (
            (-74, 196),
            (-42, 204),
            (-8, 208),
            (26, 206),
            (60, 200),
            (-58, 180),
            (-24, 190),
            (12, 188),
            (44, 184),
        )
    )
    neck = path("M-26 84Q0 126 26 84Q0 100-26 84Z", tone(main, 0.4))
    return Clothes(
        torso=main,
        shape="dress",
        marks=folds + hem + blooms + line("M-56 130Q0 144 56 130", tone(main, -0.4), 9) + neck,
        sleeve_end=0.5,
        shoe=tone(main, -0.35),
    )
