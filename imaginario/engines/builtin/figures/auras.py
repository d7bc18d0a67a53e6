"""Light, fire, frost and steam around a figure or a thing, in a box (x, y, width, height) that holds it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from .expressions import DROP
from .ink import Ink, group, line, num, oval, path

Box = tuple[float, float, float, float]
FIGURE: Box = (-105.0, -100.0, 210.0, 352.0)
"""What a usual figure fills."""


def behind(ink: Ink, auras: Sequence[str], box: Box) -> str:
    """What is seen behind."""
    return "".join(_BEHIND[name](ink, box) for name in auras if name in _BEHIND)


def front(ink: Ink, auras: Sequence[str], box: Box) -> str:
    """What is seen in front."""
    return "".join(_FRONT[name](ink, box) for name in auras if name in _FRONT)


def _sparkle(x: float, y: float, r: float) -> str:
    """A star of four long points."""
    k = r * 0.16
    return (
        f"M{num(x)} {num(y - r)}Q{num(x + k)} {num(y - k)} {num(x + r)} {num(y)}"
        f"Q{num(x + k)} {num(y + k)} {num(x)} {num(y + r)}Q{num(x - k)} {num(y + k)} {num(x - r)} {num(y)}"
        f"Q{num(x - k)} {num(y - k)} {num(x)} {num(y - r)}Z"
    )


def _stars(box: Box, places: Sequence[tuple[float, float, float]], color: str, opacity: float = 1.0) -> str:
    x, y, w, h = box
    u = math.sqrt(w * h) / 100
    return "".join(path(_sparkle(x + w * a, y + h * b, r * u), color, opacity) for a, b, r in places)


def _halo(ink: Ink, box: Box) -> str:
    """A warm light that ends where its owner stands."""
    x, y, w, h = box
    ry = h * 0.56
    return oval(x + w / 2, y + h * 0.97 - ry, w * 0.78, ry, ink.glow("#ffe98a", 0.95))


def _motes(ink: Ink, box: Box) -> str:
    places = ((0.02, 0.3, 5), (0.98, 0.2, 6), (0.12, 0.06, 4), (0.9, 0.62, 4.5), (0.06, 0.7, 4))
    return _stars(box, places, "#fff6c8")


def _glints(ink: Ink, box: Box) -> str:
    places = ((0.2, 0.2, 13), (0.85, 0.12, 9), (0.78, 0.56, 10), (0.12, 0.64, 7))
    return _stars(box, places, "#ffffff", 0.96)


def _flames(ink: Ink, box: Box) -> str:
    """Tongues of fire all around, higher towards the top."""
    x, y, w, h = box
    middle = (x + w / 2, y + h * 0.52)
    outer = _tongues(middle, (w * 0.56, h * 0.5), 11, h * 0.17)
    inner = _tongues(middle, (w * 0.5, h * 0.46), 11, h * 0.08)
    return path(outer, ink.blend("#ffb53a", "#e2402c", "#f2702c", down=True)) + path(
        inner, ink.blend("#fff0a0", "#f9a53a", down=True), 0.95
    )


def _tongues(middle: tuple[float, float], radii: tuple[float, float], count: int, reach: float) -> str:
    """An arch of flames from the lower left over the top to the lower right."""
    cx, cy = middle
    rx, ry = radii

    def at(step: float, out: float = 0.0) -> tuple[float, float]:
        angle = math.radians(206 - 232 * step / count)
        rise = out * (0.55 + 0.45 * math.sin(angle))
        return cx + (rx + 0.4 * out) * math.cos(angle), cy - ry * math.sin(angle) - rise

    def spot(p: tuple[float, float]) -> str:
        return f"{num(p[0])} {num(p[1])}"

    d = f"M{spot(at(0))}"
    for i in range(count):
        high = reach * (1.0 if i % 2 else 0.66)
        d += f"Q{spot(at(i + 0.12, high * 0.5))} {spot(at(i + 0.62, high))}"
        d += f"Q{spot(at(i + 0.66, high * 0.3))} {spot(at(i + 1))}"
    return f"{d}Q{spot((cx, cy + ry * 1.02))} {spot(at(0))}Z"


def _embers(ink: Ink, box: Box) -> str:
    x, y, w, h = box
    tongue = "M-11 10C-16-6-6-14-2-28C8-18 14-6 10 10Z"
    heart = "M-5 10C-8 0-2-6 0-14C5-8 7 2 5 10Z"
    flame = path(tongue, "#f2702c", 0.95) + path(heart, "#ffe28a")
    u = math.sqrt(w * h) / 200
    places = ((0.04, 0.93, 1.0), (0.22, 0.97, 0.7), (0.8, 0.97, 0.75), (0.97, 0.92, 1.05))
    return "".join(
        group(flame, f"translate({num(x + w * a)} {num(y + h * b)}) scale({u * k:.3f})") for a, b, k in places
    )


def _wisps(ink: Ink, box: Box) -> str:
    x, y, w, h = box
    curl = "M0 0C-16-18 14-30 0-50C-12-68 12-78 2-98"
    u = min(w, h) / 240
    places = ((0.3, 0.02, 0.8), (0.5, -0.04, 1.0), (0.7, 0.02, 0.8))
    return "".join(
        group(
            line(curl, "#ffffff", 13, 0.8), f"translate({num(x + w * a)} {num(y + h * b)}) scale({u * k:.3f})"
        )
        for a, b, k in places
    )


def _frost(ink: Ink, box: Box) -> str:
    x, y, w, h = box
    u = math.sqrt(w * h) / 100
    flake = "".join(
        f"M0 0L{9 * math.cos(a):.1f} {9 * math.sin(a):.1f}" for a in (k * math.pi / 3 for k in range(6))
    )
    places = ((0.08, 0.14, 1.0), (0.94, 0.3, 0.8), (0.9, 0.76, 1.0), (0.05, 0.62, 0.75))
    return "".join(
        group(line(flake, "#ffffff", 2.2), f"translate({num(x + w * a)} {num(y + h * b)}) scale({u * k:.3f})")
        for a, b, k in places
    ) + _stars(box, ((0.3, 0.1, 6), (0.7, 0.5, 6)), "#ffffff")


def _drops(ink: Ink, box: Box) -> str:
    x, y, w, h = box
    u = math.sqrt(w * h) / 180
    fill = ink.blend("#eaf8ff", "#5cb3ee", "#9ad6fa", down=True)
    drop = path(DROP, fill) + oval(-3, 5, 2.2, 2.6, "#ffffff", 0.9)
    places = ((0.1, 0.2, 0.9), (0.9, 0.14, 1.0), (0.98, 0.5, 0.8), (0.02, 0.56, 0.8), (0.24, 0.94, 0.7),
              (0.84, 0.86, 0.9), (0.62, 0.62, 0.7))  # fmt: skip
    return "".join(
        group(drop, f"translate({num(x + w * a)} {num(y + h * b)}) scale({u * k:.3f})") for a, b, k in places
    )


def _weeds(ink: Ink, box: Box) -> str:
    """Grass, thistles and a few leaves that grew around its foot."""
    x, y, w, h = box
    u = math.sqrt(w * h) / 100
    blades = (
        "M-9 0C-12-16-20-24-28-30C-14-26-6-14-2 0ZM-3 0C-5-22-4-36 2-50C6-34 6-18 3 0Z"
        "M3 0C6-14 14-22 26-26C18-18 12-10 9 0Z"
    )
    tuft = path(blades, ink.blend("#8fbb55", "#4f7d3a", down=True))
    bloom = line("M0 0Q-2-20 4-38", "#5f8f45", 3) + oval(4, -42, 7, 7.5, ink.ball("#b48ad6"))
    places = ((0.0, 0.5), (0.1, 0.34), (0.2, 0.42), (0.78, 0.38), (0.9, 0.52), (1.0, 0.4))
    grass = "".join(
        group(tuft, f"translate({num(x + w * a)} {num(y + h * 1.004)}) scale({u * k:.3f})") for a, k in places
    )
    blooms = "".join(
        group(bloom, f"translate({num(x + w * a)} {num(y + h)}) scale({u * k:.3f})")
        for a, k in ((0.06, 0.4), (0.85, 0.46))
    )
    return blooms + grass


def _breath(ink: Ink, box: Box) -> str:
    """Fire that comes out of a dragon's mouth."""
    jet = (
        "M0 0C-18 4-40 8-58 24C-76 34-74 44-92 46C-82 52-84 58-100 66C-86 66-82 72-84 84C-74 78-66 78-60 86"
        "C-58 74-50 72-44 60C-40 48-20 36 6 14Z"
    )
    heart = "M-2 4C-20 12-38 22-52 38C-62 46-60 52-72 58C-62 58-56 62-56 68C-46 56-26 34 2 12Z"
    fire = path(jet, ink.blend("#e2402c", "#ffb53a", "#f2702c")) + path(heart, "#ffe28a", 0.95)
    return group(fire, "translate(-10 66) scale(1.5)")


_BEHIND: Mapping[str, Callable[[Ink, Box], str]] = {"glowing": _halo, "fiery": _flames}
_FRONT: Mapping[str, Callable[[Ink, Box], str]] = {
    "glowing": _motes, "shiny": _glints, "fiery": _embers, "steaming": _wisps, "frozen": _frost,
    "wet": _drops, "breath": _breath, "abandoned": _weeds,
}  # fmt: skip
