"""Manes, horns, antlers, combs and tufts: behind the head, or on top of it."""

from __future__ import annotations

import math
from collections.abc import Callable

from . import breeds, wilds
from .curves import ribbon, star
from .ink import Ink, disc, line, mirrored, num, oval, path, tone
from .look import Look


def behind(ink: Ink, look: Look) -> str:
    """What stands behind the head."""
    return "".join(_BEHIND[name](ink, look) for name in look.crest if name in _BEHIND)


def above(ink: Ink, look: Look) -> str:
    """What stands on or before the head. Raises `KeyError` for a crest nobody draws."""
    return "".join(_ABOVE[name](ink, look) for name in look.crest if name not in _BEHIND or name in _ABOVE)


def fluff(cx: float, cy: float, rx: float, ry: float, lobes: int, bump: float, turn: float = 0) -> str:
    """Path of a cloud-like ring of `lobes` bumps around an ellipse: manes, wool, curls."""
    points = []
    for i in range(lobes):
        angle = 2 * math.pi * i / lobes + turn
        points.append((cx + rx * math.cos(angle), cy + ry * math.sin(angle)))
    out = f"M{num(points[0][0])} {num(points[0][1])}"
    for i in range(lobes):
        x, y = points[(i + 1) % lobes]
        px, py = points[i]
        r = math.hypot(x - px, y - py) / 2 * bump
        out += f"A{num(r)} {num(r)} 0 0 1 {num(x)} {num(y)}"
    return out + "Z"


def _mane(ink: Ink, look: Look) -> str:
    outer = fluff(0, 2, 132, 126, 13, 1.06, 0.12)
    inner = fluff(0, 0, 112, 106, 13, 1.1, 0.36)
    return ink.form(outer, look.mane) + path(inner, ink.ball(tone(look.mane, 0.18), 0.24))


def _spines(ink: Ink, look: Look) -> str:
    return path(star(0, -6, 150, 0.8, 22), ink.ball(look.dark, 0.3)) + path(
        star(0, -2, 132, 0.82, 22), ink.ball(tone(look.dark, 0.14), 0.3)
    )


def _wool(ink: Ink, look: Look) -> str:
    return ink.form(fluff(0, -18, 112, 98, 12, 1.15), look.fur)


def _wooltop(ink: Ink, look: Look) -> str:
    return path(fluff(0, -82, 56, 24, 9, 1.2), ink.ball(look.fur, 0.16))


def _fleecetop(ink: Ink, look: Look) -> str:
    """A great ball of fleece that hangs over the brow."""
    ball = path(fluff(0, -84, 74, 42, 11, 1.16), ink.ball(tone(look.fur, 0.1), 0.2))
    curls = "M-40-92q12-14 24 0M-4-106q12-14 24 0M24-84q12-14 24 0M-20-70q12-14 24 0"
    return ball + line(curls, tone(look.fur, -0.16), 5, 0.8)


def _horsemane(ink: Ink, look: Look) -> str:
    back = "M-30-104C-90-104-124-50-118 20C-116 60-126 80-112 104C-90 92-80 60-78 30L-60-60Z"
    other = "M30-104C80-104 108-60 104 0C104 30 110 44 100 64C84 52 78 30 78 6L60-60Z"
    return path(back, ink.slope(look.mane)) + path(other, ink.slope(tone(look.mane, -0.12)))


def _forelock(ink: Ink, look: Look) -> str:
    lock = (
        "M-34-98C-10-122 34-116 44-96C46-70 30-46 2-30C8-44 6-54-2-62C-6-48-20-40-34-38C-26-54-30-76-34-98Z"
    )
    return path(lock, ink.slope(look.mane))


def _unicorn(ink: Ink, look: Look) -> str:
    cone = "M-17-84L3-176L19-84Q0-74-17-84Z"
    rings = "M-14-100Q2-92 15-104M-10-120Q2-113 11-124M-6-140Q2-134 8-143"
    return path(cone, ink.slope(look.horn, 0.3)) + line(rings, tone(look.horn, -0.3), 4, 0.8)


def _horns(ink: Ink, look: Look) -> str:
    horn = ribbon([(40, -76), (62, -104), (92, -114), (110, -142)], (32, 27, 18, 3))
    rings = line("M58-96Q70-96 74-106", tone(look.horn, -0.3), 3.5, 0.7)
    return mirrored(path(horn, ink.slope(look.horn)) + rings)


def _cowhorns(ink: Ink, look: Look) -> str:
    return mirrored(path(ribbon([(48, -76), (70, -92), (84, -116)], (26, 20, 4)), ink.slope(look.horn)))


def _goathorns(ink: Ink, look: Look) -> str:
    return mirrored(
        path(ribbon([(26, -80), (40, -124), (70, -148), (96, -136)], (30, 26, 17, 4)), ink.slope(look.horn))
    )


def _ramhorns(ink: Ink, look: Look) -> str:
    spine = [(46, -76), (92, -106), (134, -80), (136, -34), (108, -18), (94, -40)]
    return mirrored(path(ribbon(spine, (38, 36, 32, 26, 18, 6)), ink.slope(look.horn)))


def _antlers(ink: Ink, look: Look) -> str:
    beam = ribbon([(32, -80), (48, -120), (84, -150), (96, -188)], (17, 16, 14, 9))
    tines = ribbon([(52, -122), (54, -150), (48, -172)], (13, 12, 8)) + ribbon(
        [(78, -144), (108, -152), (128, -170)], (13, 12, 8)
    )
    fill = ink.slope(look.horn)
    return mirrored(path(tines, fill) + path(beam, fill))


def _palms(ink: Ink, look: Look) -> str:
    """The broad antlers of a moose."""
    palm = (
        "M28-74C48-82 58-96 64-118C54-140 56-172 74-188C82-172 88-160 96-152C94-176 102-198 120-206"
        "C126-186 130-174 138-164C144-182 156-194 172-196C172-176 172-164 176-152C186-160 198-162 210-158"
        "C200-116 146-84 92-80C76-70 56-60 36-58Z"
    )
    return mirrored(path(palm, ink.slope(look.horn)))


def _ossicones(ink: Ink, look: Look) -> str:
    stalk = ribbon([(30, -80), (36, -112), (40, -130)], (18, 15, 15))
    return mirrored(path(stalk, ink.slope(look.fur)) + disc(41, -136, 15, ink.ball(look.dark)))


def _comb(ink: Ink, look: Look) -> str:
    return path(
        "M-32-86C-48-112-24-130-10-112C-10-140 22-140 20-112C38-124 54-104 38-84Q0-72-32-86Z",
        ink.ball(look.horn),
    )


def _wattle(ink: Ink, look: Look) -> str:
    return mirrored(path("M2 58C14 58 20 74 14 86C6 92 0 80 2 58Z", ink.ball(look.horn)))


def _tuft(ink: Ink, look: Look) -> str:
    return path(
        (
            "M-16-86C-30-108-24-126-12-134C-12-118-2-112 2-106"
            "C6-122 18-130 30-128C20-116 26-102 16-86Q0-78-16-86Z"
        ),
        ink.slope(look.fur),
    )


def _fringe(ink: Ink, look: Look) -> str:
    return path(
        (
            "M-56-82C-30-112 30-112 56-82C42-84 36-74 30-62"
            "C24-74 12-80 2-62C-6-78-18-78-28-62C-32-76-42-84-56-82Z"
        ),
        ink.slope(tone(look.fur, 0.1)),
    )


def _cowlick(ink: Ink, look: Look) -> str:
    return path(
        (
            "M-40-92C-20-120 30-120 42-92C40-72 24-62 10-54"
            "C12-66 6-72 0-74C-6-62-18-56-28-56C-24-66-34-78-40-92Z"
        ),
        ink.slope(look.mane),
    )


def _antenna(ink: Ink, look: Look) -> str:
    rod = line("M0-84V-122", look.dark, 7)
    bulb = disc(0, -132, 34, ink.glow(look.horn, 0.5)) + disc(0, -132, 15, ink.ball(look.horn))
    return rod + bulb + disc(-5, -137, 4, "#fff", 0.85)


def _feelers(ink: Ink, look: Look) -> str:
    stalk = line("M26-84Q34-124 62-136", look.dark, 7)
    return mirrored(stalk + disc(66, -138, 11, ink.ball(look.horn)))


def _plume(ink: Ink, look: Look) -> str:
    feathers = (("-6-84", -34, -150), ("0-84", 0, -164), ("6-84", 34, -150))
    return "".join(
        line(f"M{root}Q{x * 0.3} -118 {x} {y}", look.dark, 5) + oval(x, y - 2, 9, 11, ink.ball(look.horn))
        for root, x, y in feathers
    )


def _spikes(ink: Ink, look: Look) -> str:
    return "".join(
        path(
            f"M{x - 16} {y + 22}Q{x - 8} {y - 6} {x} {y - 22}Q{x + 8} {y - 6} {x + 16} {y + 22}Z",
            ink.slope(look.horn),
        )
        for x, y in ((-44, -88), (44, -88), (0, -102))
    )


def _gills(ink: Ink, look: Look) -> str:
    """The feathery gills of an axolotl."""
    stem = "".join(
        path(ribbon([(86, y), (124, y + lift * 0.5), (148, y + lift)], (22, 18, 6)), ink.slope(look.dark))
        for y, lift in ((-44, -44), (-8, -8), (28, 26))
    )
    return mirrored(stem)


def _cockatoo(ink: Ink, look: Look) -> str:
    feathers = ((-30, -128, -24), (0, -146, 0), (30, -134, 26))
    return "".join(oval(x, y + 26, 14, 42, ink.slope(look.horn), turn=t) for x, y, t in feathers)


def _zebramane(ink: Ink, look: Look) -> str:
    teeth = "M-26-86L-30-120L-16-108L-12-136L-2-116L6-140L12-116L24-134L24-108L34-118L26-86Z"
    return path(teeth, ink.slope(look.mane))


def _frill(ink: Ink, look: Look) -> str:
    fan = fluff(0, -34, 140, 122, 11, 1.1)
    return ink.form(fan, look.fur) + path(fluff(0, -30, 112, 96, 11, 1.08), ink.ball(look.dark, 0.2))


def _nosehorn(ink: Ink, look: Look) -> str:
    return path("M-15 34C-12 14-4-2 2-12C10-2 16 14 17 34Q0 42-15 34Z", ink.slope(look.horn))


def _rhinohorn(ink: Ink, look: Look) -> str:
    big = path("M-28 44C-28 4-14-40 10-74C22-40 32 2 30 44Q0 58-28 44Z", ink.slope(look.horn, 0.4))
    return path("M-13-44C-12-62-5-76 2-84C11-74 15-60 15-44Z", ink.slope(look.horn)) + big


def _goatee(ink: Ink, look: Look) -> str:
    return path(
        "M-16 84C-14 104-4 120 6 128C14 116 20 100 17 84Q0 92-16 84Z", ink.slope(tone(look.fur, -0.12))
    )


_BEHIND: dict[str, Callable[[Ink, Look], str]] = {
    "mane": _mane, "spines": _spines, "wool": _wool, "horsemane": _horsemane, "horns": _horns,
    "goathorns": _goathorns, "cowhorns": _cowhorns, "antlers": _antlers, "palms": _palms,
    "antenna": _antenna, "comb": _comb,
    "plume": _plume, "spikes": _spikes, "gills": _gills, "cockatoo": _cockatoo, "feelers": _feelers,
    "ossicones": _ossicones, "zebramane": _zebramane, "frill": _frill, "goatee": _goatee,
}  # fmt: skip
_ABOVE: dict[str, Callable[[Ink, Look], str]] = {
    "forelock": _forelock, "unicorn": _unicorn, "ramhorns": _ramhorns, "wattle": _wattle, "tuft": _tuft,
    "fringe": _fringe, "cowlick": _cowlick, "wooltop": _wooltop, "nosehorn": _nosehorn,
    "rhinohorn": _rhinohorn, "fleecetop": _fleecetop, **breeds.CRESTS, **wilds.CRESTS,
}  # fmt: skip
