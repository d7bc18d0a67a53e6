"""Feelings and eye colours on faces drawn by hand, laid over their eyes, which are found by their colour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ..vocabulary import Entry
from .expressions import DROP
from .ink import Ink, disc, group, line, luma, num, oval, path, tone
from .manner import Manner
from .palette import hex_of

_INK = frozenset({"#2a1c28", "#2a1d2c"})
"""The colours of all eyes in the drawings."""
_OVAL = re.compile(r"<(?:circle|ellipse)\b([^>]*)>")
_VALUE = re.compile(r'([a-z-]+)="([^"]*)"')
_LEAST = 6.0
_MIDDLE = 128.0
_HEADS = {"butterfly": "#5b4858", "ladybug": "#3f3a48", "ostrich": "#f0a896", "firefly": "#5b4a68"}
"""Heads of another colour than the rest."""
_BROWS = {
    "crying": "worried", "sad": "worried", "angry": "angry", "wild": "angry", "evil": "angry",
    "surprised": "raised",
}  # fmt: skip
_FELT = frozenset({*_BROWS, "sleepy", "lazy", "smiling", "happy", "young", "baby"})
"""Feelings that eyes can show; every drawn face smiles anyway."""


class Eye(NamedTuple):
    """One eye: its middle and half its sides, and whether its inner corner is at its right."""

    x: float
    y: float
    rx: float
    ry: float
    left: bool


def found(entry: Entry, content: str) -> list[Eye]:
    """The eyes in a drawing; one alone looks to the side on which it has its face."""
    if entry.face is None:
        return []
    spots = [spot for tag in _OVAL.findall(content) if (spot := _spot(dict(_VALUE.findall(tag))))]
    if len(spots) == 1:
        x, y, rx, ry = spots[0]
        return [Eye(x, y, rx, ry, x > _MIDDLE)]
    middle = sum(spot[0] for spot in spots) / max(1, len(spots))
    return [Eye(*spot, spot[0] < middle) for spot in spots]


def _spot(values: dict[str, str]) -> tuple[float, float, float, float] | None:
    if values.get("fill") not in _INK or "cx" not in values:
        return None
    rx = float(values.get("rx") or values.get("r") or 0)
    ry = float(values.get("ry") or values.get("r") or 0)
    return (float(values["cx"]), float(values["cy"]), rx, ry) if rx >= _LEAST else None


def shown(entry: Entry, told: Manner) -> frozenset[str]:
    """Ids of what was told and is seen in the eyes of a drawing."""
    if not found(entry, entry.read_svg() or ""):
        return frozenset()
    if any(part == "smile" for part, _ in told.parts):
        return frozenset({"smile", *_seen(told)})
    return _seen(told)


def _seen(told: Manner) -> frozenset[str]:
    colored = {"eyes"} if any(part == "eyes" and color for part, color in told.parts) else set()
    return frozenset({*(_FELT & set(told.traits)), *colored})


def over(ink: Ink, entry: Entry, content: str, main: str, told: Manner) -> str:
    """What is laid over the eyes of a drawing in the hex colour `main`."""
    eyes = found(entry, content) if told else []
    feelings = {*told.traits, told.face}
    main = _HEADS.get(entry.id, main)
    color = next((hex_of(c) for part, c in told.parts if part == "eyes" and c), "")
    out = ""
    if feelings & {"young", "baby"}:
        eyes = [eye._replace(rx=eye.rx * 1.36, ry=eye.ry * 1.32) for eye in eyes]
        out = "".join(oval(*eye[:4], "#2a1c28") + _shine(eye) for eye in eyes)
    out += "".join(_iris(ink, eye, color) for eye in eyes) if color else ""
    if "surprised" in feelings:
        out += "".join(_startled(ink, eye) for eye in eyes)
    if feelings & {"sleepy", "lazy"}:
        out += "".join(_lid(eye, main) for eye in eyes)
    brow = next((kind for feeling, kind in _BROWS.items() if feeling in feelings), "")
    out += "".join(_brow(eye, brow, main) for eye in eyes) if brow else ""
    return out + (_tears(ink, eyes) if "crying" in feelings else "")


def sleeps(entry: Entry) -> bool:
    """Whether it has eyes to be shut."""
    return bool(found(entry, entry.read_svg() or ""))


def dreaming(told: Manner) -> Manner:
    """The manner of one who sleeps: nothing else is seen in the eyes."""
    awake = tuple(t for t in told.traits if t not in _FELT)
    parts = tuple(pair for pair in told.parts if pair[0] != "eyes")
    return replace(told, traits=awake, parts=parts, face="")


def shut(entry: Entry, content: str, main: str) -> str:
    """Lids over the eyes of a drawing in the hex colour `main`, and what is heard of a sleeper."""
    eyes = found(entry, content)
    main = _HEADS.get(entry.id, main)
    if not eyes:
        return ""
    lids = "".join(
        oval(x, y, rx * 1.16, ry * 1.12, tone(main, 0.04))
        + line(
            f"M{num(x - rx)} {num(y)}Q{num(x)} {num(y + ry)} {num(x + rx)} {num(y)}", _stroke(main), rx * 0.36
        )
        for x, y, rx, ry, _ in eyes
    )
    x, y, rx, ry, _ = max(eyes)
    heard = "".join(
        line(
            f"M{num(x + a * rx)} {num(y - b * ry)}h{num(s * rx)}l{num(-s * rx)} {num(s * ry)}h{num(s * rx)}",
            "#8fa6d8",
            rx * 0.24 * s,
        )
        for a, b, s in ((1.8, 3.4, 1.0), (3.3, 5.6, 1.3))
    )
    return lids + heard


def _iris(ink: Ink, eye: Eye, color: str) -> str:
    x, y, rx, ry, _ = eye
    iris = oval(x, y, rx * 0.92, ry * 0.92, ink.blend(tone(color, -0.3), tone(color, 0.42), color, down=True))
    return iris + oval(x, y, rx * 0.5, ry * 0.54, "#1d1420") + _shine(eye)


def _shine(eye: Eye) -> str:
    x, y, rx, ry, _ = eye
    return disc(x - rx * 0.3, y - ry * 0.4, rx * 0.34, "#fff") + disc(
        x + rx * 0.34, y + ry * 0.34, rx * 0.15, "#fff"
    )


def _startled(ink: Ink, eye: Eye) -> str:
    x, y, rx, ry, _ = eye
    white = oval(x, y, rx * 1.36, ry * 1.3, ink.ball("#fffaf3", 0.14))
    return (
        white + oval(x, y, rx * 0.72, ry * 0.72, "#2a1c28") + _shine(Eye(x, y, rx * 0.8, ry * 0.8, eye.left))
    )


def _lid(eye: Eye, main: str) -> str:
    x, y, rx, ry, _ = eye
    wide, high = rx * 1.2, ry * 1.2
    lid = path(
        f"M{num(x - wide)} {num(y)}A{num(wide)} {num(high)} 0 0 1 {num(x + wide)} {num(y)}Z",
        tone(main, -0.06),
    )
    return lid + line(f"M{num(x - wide)} {num(y)}H{num(x + wide)}", _stroke(main), rx * 0.3)


def _stroke(main: str) -> str:
    return "#3f2a36" if luma(main) > 0.3 else tone(main, 0.62)


_ENDS = {"angry": (0.5, -0.35, -1.5), "worried": (-0.5, 0.3, -1.6), "raised": (0.0, 0.1, -2.1)}
"""How much lower the inner and the outer end of a brow stand, and its height, in half heights of an eye."""


def _brow(eye: Eye, kind: str, main: str) -> str:
    x, y, rx, ry, left = eye
    inner, outer, height = _ENDS[kind]
    side = 1 if left else -1
    high = y + ry * height
    bend = high - ry * (0.5 if kind != "angry" else 0.0)
    d = (
        f"M{num(x + side * rx * 1.1)} {num(high + ry * inner)}Q{num(x)} {num(bend)} "
        f"{num(x - side * rx * 1.1)} {num(high + ry * outer)}"
    )
    return line(d, _stroke(main), rx * 0.44)


def _tears(ink: Ink, eyes: Sequence[Eye]) -> str:
    fill = ink.blend("#eaf8ff", "#5cb3ee", "#9ad6fa", down=True)
    drop = path(DROP, fill) + oval(-3, 5, 2.2, 2.6, "#ffffff", 0.9)
    out = ""
    for eye in eyes:
        x, y, rx, ry, left = eye
        pool = oval(x, y + ry * 0.92, rx * 0.8, ry * 0.26, "#bfe6fb", 0.95)
        side = -0.5 if left else 0.5
        fall = f"translate({num(x + rx * side)} {num(y + ry * 2.1)}) scale({rx / 13:.3f})"
        low = f"translate({num(x + rx * side * 2.2)} {num(y + ry * 3.5)}) scale({rx / 17:.3f})"
        out += pool + group(drop, fall) + group(drop, low)
    return out
