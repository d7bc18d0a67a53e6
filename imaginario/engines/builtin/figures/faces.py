"""Eyes, mouths and muzzles."""

from __future__ import annotations

from collections.abc import Callable

from . import expressions
from .ink import Ink, disc, group, line, mirrored, oval, path, tone
from .look import Look

_MOUTH = "#7a2e3a"
_TONGUE = "#f2798a"


# -- eyes --------------------------------------------------------------------------------------------


def eyes(ink: Ink, look: Look) -> str:
    """Both eyes (never mirrored: the shine is at the top left of each)."""
    if look.mood == "asleep":
        return _lids(look)
    if look.gaze == "happy":
        return expressions.arc(look, -1) + expressions.arc(look, 1)
    right = expressions.arc(look, 1) if look.gaze == "wink" else _eye(ink, look, 1)
    return _eye(ink, look, -1) + right + _half_lids(look) + _feeling_lids(look)


def _eye(ink: Ink, look: Look, side: int) -> str:
    eye = _EYES[look.eyes](ink, look, side)
    if look.gaze == "wide":
        eye = expressions.startled(ink, look, eye)
    return group(eye, f"translate({look.eye_x * side} {look.eye_y})")


def _feeling_lids(look: Look) -> str:
    if look.gaze == "drowsy":
        return expressions.lids(look, 0.52, -1.5)
    if look.brow == "angry":
        return expressions.lids(look, 0.26, 6.5)
    return expressions.lids(look, 0.2, -4.5) if look.brow == "worried" and look.gaze != "wide" else ""


def _half_lids(look: Look) -> str:
    """Upper lids that hang over the eyes, in the colour of the face."""
    if not look.lids:
        return ""
    wide, high = look.eye_r * 1.14, look.eye_r * 1.36
    low = -high + 2 * high * look.lids
    # The outer corners hang lower: calm, not cross.
    inner, outer = low - 2.5, low + 4.5
    lid = path(
        f"M{-wide} {inner}C{-wide * 1.06} {-high * 0.9} {-wide * 0.5} {-high * 1.16} 0 {-high * 1.16}"
        f"C{wide * 0.5} {-high * 1.16} {wide * 1.06} {-high * 0.9} {wide} {outer}"
        f"Q0 {low + 2} {-wide} {inner}Z",
        tone(look.fur, -0.06),
    )
    edge = line(f"M{-wide} {inner}Q0 {low + 2} {wide + 2} {outer}", tone(look.fur, -0.62), 4.5)
    at = f"translate({look.eye_x} {look.eye_y})"
    return mirrored(group(lid + edge, at))


def _lids(look: Look) -> str:
    r = look.eye_r * 1.05
    ink = "#4a3340" if look.skull != "robot" else "#7fe3ef"
    arc = (
        f"M{look.eye_x - r} {look.eye_y + 2}"
        f"Q{look.eye_x} {look.eye_y + r * 0.95} {look.eye_x + r} {look.eye_y + 2}"
    )
    return mirrored(line(arc, ink, 5))


def _bead(ink: Ink, look: Look, side: int) -> str:
    if look.vivid:
        return _bright(ink, look)
    r = look.eye_r
    deep = ink.blend("#1d1420", tone(look.iris, -0.15), tone(look.iris, -0.72), down=True)
    glint = oval(0, r * 0.62, r * 0.55, r * 0.38, tone(look.iris, 0.45), 0.55)
    return oval(0, 0, r, r * 1.24, deep) + glint + _shine(r)


def _bright(ink: Ink, look: Look) -> str:
    """An eye whose colour was asked for: the iris around a round pupil."""
    r = look.eye_r
    ring = oval(0, 0, r * 1.04, r * 1.28, "#2b1d28")
    iris = oval(
        0,
        0,
        r * 0.94,
        r * 1.16,
        ink.blend(tone(look.iris, -0.3), tone(look.iris, 0.42), look.iris, down=True),
    )
    return ring + iris + oval(0, 0, r * 0.52, r * 0.68, "#1d1420") + _shine(r * 0.95)


def _shine(r: float) -> str:
    return disc(-r * 0.3, -r * 0.5, r * 0.37, "#fff") + disc(r * 0.36, r * 0.42, r * 0.16, "#fff", 0.9)


def _iris(ink: Ink, look: Look, side: int) -> str:
    """A coloured iris filling the eye, with a dark pupil: cats, dragons."""
    r = look.eye_r * 1.08
    ring = oval(0, 0, r * 1.1, r * 1.32, "#33222c")
    colour = oval(0, 0, r, r * 1.22, ink.blend(tone(look.iris, -0.35), tone(look.iris, 0.4), down=True))
    return ring + colour + oval(0, 0, r * 0.62, r * 1.0, "#1d1420") + _shine(r * 0.95)


def _white(ink: Ink, look: Look, side: int) -> str:
    """A pupil in a round white: frogs, owls, wide-awake things."""
    r = look.eye_r
    ball = disc(0, 0, r * 1.5, ink.ball("#fffaf0", 0.16))
    pupil = disc(
        -side * r * 0.14, 1, r * 0.98, ink.blend(tone(look.iris, -0.2), tone(look.iris, 0.3), down=True)
    )
    return ball + pupil + disc(-side * r * 0.14, 1, r * 0.66, "#1d1420") + _shine(r * 0.9)


def _person(ink: Ink, look: Look, side: int) -> str:
    """A bead with a sliver of white, so that dark eyes are seen in dark faces too."""
    r = look.eye_r
    white = oval(side * r * 0.1, r * 0.06, r * 1.16, r * 1.3, "#fffaf3")
    lid = line(f"M{-r * 1.12} {-r * 0.72}Q0 {-r * 1.7} {r * 1.12} {-r * 0.72}", "#3a2730", 4)
    lash = ""
    if look.lashes:
        tips = f"M{r * 1.0} {-r * 0.86}L{r * 1.52} {-r * 1.3}M{r * 1.18} {-r * 0.5}L{r * 1.66} {-r * 0.78}"
        lash = group(line(tips, "#3a2730", 3.4), f"scale({side} 1)")
    return white + _bead(ink, look, side) + lid + lash


def _screen(ink: Ink, look: Look, side: int) -> str:
    r = look.eye_r
    halo = disc(0, 0, r * 1.9, ink.glow(look.iris, 0.7))
    return halo + oval(0, 0, r * 0.85, r * 1.15, look.iris) + _shine(r * 0.8)


def _alien(ink: Ink, look: Look, side: int) -> str:
    deep = ink.blend("#3a2a66", "#120c22", down=True)
    almond = oval(0, 0, 21, 34, deep, turn=side * 24)
    return almond + disc(-7, -14, 8, "#fff") + disc(6, 12, 4, "#fff", 0.8)


def _beady(ink: Ink, look: Look, side: int) -> str:
    """A bead in a pale ring: toucans, parrots."""
    r = look.eye_r
    return disc(0, 0, r * 1.6, ink.ball(look.light, 0.2)) + _bead(ink, look, side)


_EYES: dict[str, Callable[[Ink, Look, int], str]] = {
    "bead": _bead, "iris": _iris, "white": _white, "person": _person, "screen": _screen,
    "alien": _alien, "ring": _beady,
}  # fmt: skip


# -- mouths ------------------------------------------------------------------------------------------


def smile(look: Look, y: float, half: float = 14, color: str = _MOUTH) -> str:
    """A smile around (0, y): a curve, or an open laugh when glad."""
    if expressions.stretched(look):
        return expressions.mouth(look, y, half, color)
    if look.mood == "glad":
        shape = (
            f"M{-half} {y - 2}Q0 {y + 3} {half} {y - 2}Q{half * 0.9} {y + half * 1.35} 0 {y + half * 1.4}"
            f"Q{-half * 0.9} {y + half * 1.35} {-half} {y - 2}Z"
        )
        return path(shape, color) + oval(0, y + half * 1.0, half * 0.55, half * 0.36, _TONGUE)
    return line(f"M{-half} {y}Q0 {y + half * 0.85} {half} {y}", color, 4.5)


def kitten(look: Look, y: float, half: float = 17) -> str:
    """The double curve under a cat's nose, open below when glad."""
    if expressions.stretched(look):
        return line(f"M0 {y}V{y + 8}", _MOUTH, 4.2) + expressions.mouth(look, y + 10, half * 0.86, _MOUTH)
    curve = line(
        f"M{-half} {y}Q{-half * 0.95} {y + 11} {-half * 0.45} {y + 11}Q0 {y + 11} 0 {y}"
        f"Q0 {y + 11} {half * 0.45} {y + 11}Q{half * 0.95} {y + 11} {half} {y}",
        _MOUTH,
        4.2,
    )
    if look.mood != "glad":
        return curve
    return path(
        f"M-10 {y + 10}Q0 {y + 6} 10 {y + 10}Q9 {y + 26} 0 {y + 26}Q-9 {y + 26} -10 {y + 10}Z", _MOUTH
    ) + (oval(0, y + 21, 5.5, 4.5, _TONGUE) + curve)


def snout(ink: Ink, color: str, x: float, y: float, rx: float, ry: float) -> str:
    """A nose with a shine."""
    d = (
        f"M{x - rx} {y - ry * 0.5}Q{x - rx} {y - ry} {x} {y - ry}Q{x + rx} {y - ry} {x + rx} {y - ry * 0.5}"
        f"Q{x + rx * 0.8} {y + ry * 0.6} {x} {y + ry}Q{x - rx * 0.8} {y + ry * 0.6} {x - rx} {y - ry * 0.5}Z"
    )
    return path(d, ink.slope(color)) + oval(x - rx * 0.32, y - ry * 0.5, rx * 0.3, ry * 0.24, "#fff", 0.65)


def whiskers(color: str = "#fff", y: float = 38, opacity: float = 0.9) -> str:
    """Three fine hairs on each cheek."""
    hairs = (
        f"M64 {y}Q88 {y - 7} 116 {y - 8}M64 {y + 9}"
        f"Q90 {y + 8} 118 {y + 12}M62 {y + 18}Q84 {y + 22} 108 {y + 32}"
    )
    return mirrored(line(hairs, color, 2.6, opacity))


def cheeks(ink: Ink, look: Look) -> str:
    """A blush under each eye."""
    if not look.blush:
        return ""
    grown = look.age == "adult"
    strength = 0.75 if not grown else 0.5 if look.lashes else 0.32
    # On the cheeks even where the eyes are high and wide apart: frogs, hippos, camels.
    x, y = min(look.eye_x + 30, 78), max(look.eye_y + 32, 14)
    return mirrored(oval(x, y, 22, 15, ink.glow(look.blush, strength)))
