"""Feelings on a face: mouths, shut eyes, lids, brows and tears."""

from __future__ import annotations

from collections.abc import Callable

from .ink import Ink, group, line, luma, mirrored, num, oval, path, tone
from .look import Look

_DEEP = "#7a2e3a"
_TONGUE = "#f2798a"
_TEETH = "#fffdf6"
_MASKS = frozenset({"panda", "raccoon", "sloth"})
"""Marks that darken the face around the eyes."""


# -- mouths ------------------------------------------------------------------------------------------


def mouth(look: Look, y: float, half: float, color: str) -> str:
    """The mouth of a feeling around (0, y), `2 * half` wide when at rest. Raises `KeyError` for none."""
    return MOUTHS[look.mood](y, half, color)


def stretched(look: Look) -> bool:
    """Whether the mouth tells of a feeling that has a shape of its own."""
    return look.mood in MOUTHS


def _bowl(y: float, half: float, deep: float) -> str:
    """A mouth open below a hanging upper lip."""
    return (
        f"M{-half} {y}Q0 {y + half * 0.3} {half} {y}C{half * 0.98} {y + deep * 0.7} {half * 0.55} {y + deep}"
        f" 0 {y + deep}C{-half * 0.55} {y + deep} {-half * 0.98} {y + deep * 0.7} {-half} {y}Z"
    )


def _grin(y: float, half: float, color: str) -> str:
    """A broad smile that shows the teeth."""
    w, y = half * 1.45, y - 4
    shape = _bowl(y, w, w * 0.82)
    teeth = (
        f"M{-w * 0.88} {y + w * 0.1}Q0 {y + w * 0.32} {w * 0.88} {y + w * 0.1}"
        f"C{w * 0.8} {y + w * 0.34} {w * 0.6} {y + w * 0.46} 0 {y + w * 0.5}"
        f"C{-w * 0.6} {y + w * 0.46} {-w * 0.8} {y + w * 0.34} {-w * 0.88} {y + w * 0.1}Z"
    )
    corners = mirrored(line(f"M{w - 3} {y - 3}Q{w + 4} {y - 1} {w + 5} {y - 8}", color, 4))
    return path(shape, _DEEP) + path(teeth, _TEETH) + corners


def _laugh(y: float, half: float, color: str) -> str:
    """A mouth wide open, the tongue seen in it."""
    w, y = half * 1.4, y - 5
    tongue = oval(0, y + w * 0.9, w * 0.56, w * 0.3, _TONGUE)
    teeth = path(
        f"M{-w * 0.8} {y + w * 0.1}Q0 {y + w * 0.3} {w * 0.8} {y + w * 0.1}L{w * 0.66} {y + w * 0.28}"
        f"Q0 {y + w * 0.46} {-w * 0.66} {y + w * 0.28}Z", _TEETH,
    )  # fmt: skip
    return path(_bowl(y, w, w * 1.2), _DEEP) + tongue + teeth


def _sad(y: float, half: float, color: str) -> str:
    return line(f"M{-half} {y + 11}Q0 {y - half * 0.42} {half} {y + 11}", color, 4.8)


def _sob(y: float, half: float, color: str) -> str:
    """A mouth that wails: open, its corners down."""
    w, low = half * 0.98, y + 15
    shape = (
        f"M{-w} {low}C{-w * 0.9} {y - 8} {w * 0.9} {y - 8} {w} {low}C{w * 0.7} {low - 3} {w * 0.3} {low - 6}"
        f" 0 {low - 6}C{-w * 0.3} {low - 6} {-w * 0.7} {low - 3} {-w} {low}Z"
    )
    return path(shape, _DEEP) + line(shape, _DEEP, 4) + oval(0, y + 6, w * 0.42, 3.4, _TONGUE)


def _cross(y: float, half: float, color: str) -> str:
    """Teeth clenched between lips whose corners are down."""
    w, top, low = half * 1.05, y - 3, y + 15
    shape = (
        f"M{-w} {low}C{-w * 1.02} {top + 2} {-w * 0.5} {top} 0 {top}C{w * 0.5} {top} {w * 1.02} {top + 2} "
        f"{w} {low}C{w * 0.5} {low - 4} {-w * 0.5} {low - 4} {-w} {low}Z"
    )
    gaps = f"M{-w * 0.45} {top + 1}V{low - 3}M0 {top}V{low - 3}M{w * 0.45} {top + 1}V{low - 3}"
    return path(shape, _TEETH) + line(gaps, "#cbb9b0", 2.4) + line(shape, color, 4.4)


def _oh(y: float, half: float, color: str) -> str:
    r = min(13.0, half * 0.72)
    return oval(0, y + 9, r, r * 1.28, _DEEP) + oval(0, y + 9 + r * 0.7, r * 0.6, r * 0.42, _TONGUE)


def _yawn(y: float, half: float, color: str) -> str:
    r = min(17.0, half * 0.9)
    return oval(0, y + 11, r * 0.9, r * 1.2, _DEEP) + oval(0, y + 11 + r * 0.66, r * 0.6, r * 0.42, _TONGUE)


def _sing(y: float, half: float, color: str) -> str:
    """A round mouth, wide open."""
    r = min(19.0, half * 1.05)
    return oval(0, y + 10, r * 0.94, r * 1.16, _DEEP) + oval(0, y + 10 + r * 0.66, r * 0.62, r * 0.4, _TONGUE)


MOUTHS: dict[str, Callable[[float, float, str], str]] = {
    "grin": _grin, "laugh": _laugh, "sad": _sad, "sob": _sob, "cross": _cross, "oh": _oh, "yawn": _yawn,
    "sing": _sing,
}  # fmt: skip


# -- eyes --------------------------------------------------------------------------------------------


def arc(look: Look, side: int) -> str:
    """An eye that is shut because its owner smiles."""
    r = look.eye_r * 1.08
    color, x = line_color(look), look.eye_x * side
    return line(
        f"M{x - r} {look.eye_y + r * 0.45}Q{x} {look.eye_y - r * 1.15} {x + r} {look.eye_y + r * 0.45}",
        color,
        6.4,
    )


def lids(look: Look, cover: float, tilt: float) -> str:
    """Upper lids over `cover` (0 to 1) of the eyes; a `tilt` above 0 lowers their inner corners: anger."""
    r = look.eye_r * {"white": 1.42, "ring": 1.42, "alien": 1.3}.get(look.eyes, 1.0)
    wide, high = r * 1.24, r * 1.4
    low = -high + 2 * high * cover
    inner, outer = low + tilt, low - tilt
    lid = path(
        f"M{-wide} {inner}C{-wide * 1.06} {-high * 0.9} {-wide * 0.5} {-high * 1.2} 0 {-high * 1.2}"
        f"C{wide * 0.5} {-high * 1.2} {wide * 1.06} {-high * 0.9} {wide} {outer}Z",
        _lid_color(look),
    )
    edge = line(f"M{-wide} {inner}L{wide} {outer}", line_color(look), 4.6)
    return mirrored(group(lid + edge, f"translate({look.eye_x} {look.eye_y})"))


def _lid_color(look: Look) -> str:
    if look.human:
        return tone(look.skin, -0.08)
    if look.eyes == "screen":
        return "#1d2945"
    return tone(look.dark if _MASKS & set(look.marks) else look.fur, -0.06)


def line_color(look: Look) -> str:
    """Of lines that must be seen on this face."""
    if look.eyes == "screen":
        return look.iris
    ground = look.skin if look.human else look.dark if _MASKS & set(look.marks) else look.fur
    return "#3f2a36" if luma(ground) > 0.3 else tone(ground, 0.62)


def startled(ink: Ink, look: Look, eye: str) -> str:
    """An `eye` (drawn around 0, 0) wide open: small in much white."""
    r = look.eye_r
    if look.eyes in ("screen", "alien"):
        return group(eye, "scale(1.2)")
    if look.eyes == "white":
        return group(eye, "scale(1.14)")
    return oval(0, 0, r * 1.42, r * 1.66, ink.ball("#fffaf3", 0.14)) + group(eye, "scale(.8)")


# -- brows and tears ---------------------------------------------------------------------------------

_BROWS = {"angry": (10.0, -7.0, 0.0), "worried": (-9.0, 6.0, -3.0), "raised": (-2.0, 2.0, -13.0)}
"""How much lower than usual the inner and the outer end stand, and both."""


def brows(look: Look, color: str, width: float) -> str:
    """Eyebrows that tell of a feeling."""
    inner, outer, both = _BROWS[look.brow]
    r = look.eye_r * (1.3 if look.eyes in ("white", "ring", "alien") else 1.0)
    x, y = look.eye_x, look.eye_y - r * 1.86 + both
    bend = -5 if look.brow != "angry" else 1
    return mirrored(
        line(f"M{x - r * 1.02} {y + inner}Q{x} {y + bend} {x + r * 1.05} {y + outer}", color, width)
    )


def animal_brows(look: Look) -> str:
    """The same on faces that have none of their own."""
    if not look.brow or (look.brow == "raised" and look.eyes == "white"):
        return ""
    ground = look.dark if _MASKS & set(look.marks) else look.fur
    color = tone(ground, -0.62) if luma(ground) > 0.32 else tone(ground, 0.5)
    return brows(look, look.iris if look.eyes == "screen" else color, 7.2)


def tears(ink: Ink, look: Look) -> str:
    """Drops that well up in the eyes and run over the cheeks."""
    if not look.tears:
        return ""
    x, y, r = look.eye_x, look.eye_y, look.eye_r
    fill = ink.blend("#eaf8ff", "#5cb3ee", "#9ad6fa", down=True)

    one = path(DROP, fill) + oval(-3, 5, 2.2, 2.6, "#ffffff", 0.9)
    pool = mirrored(oval(x, y + r * 1.1, r * 0.8, r * 0.3, "#bfe6fb", 0.95))
    low = min(y + r + 30, 62)
    return pool + "".join(
        group(one, f"translate({num(dx)} {num(dy)}) scale({k})")
        for dx, dy, k in ((-x - 7, low, 1.2), (x + 9, low - 10, 1.0), (x + 15, low + 22, 0.8))
    )


DROP = "M0-15C6-6 9 0 9 5A9 9 0 0 1-9 5C-9 0-6-6 0-15Z"
"""Outline of a drop around (0, 0), 20 units high."""
