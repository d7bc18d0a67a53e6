"""People's hair: what falls behind the head, and what frames the face. Beards, brows and lines of age too."""

from __future__ import annotations

from collections.abc import Callable

from . import expressions
from .crests import fluff
from .curves import ribbon
from .ink import Ink, disc, group, line, mirrored, oval, path, tone
from .look import Look
from .shapes import rounded

_CAP = "M-97 6C-112-64-66-114 0-114C66-114 112-64 97 6"
"""The outline of the hair on the skull, from ear to ear, left open below."""


def behind(ink: Ink, look: Look) -> str:
    """Hair behind the head."""
    draw = _BEHIND.get(look.hair)
    return draw(ink, look) if draw else ""


def front(ink: Ink, look: Look) -> str:
    """Hair over the forehead and temples. Raises `KeyError` for an unknown style."""
    return _FRONT[look.hair](ink, look) if look.hair else ""


def _shine(look: Look) -> str:
    return line("M-62-66Q-44-90-14-96", tone(look.hair_color, 0.5), 8, 0.35)


def _fringe(below: str) -> Callable[[Ink, Look], str]:
    """A front of hair whose lower edge is `below`, from the right ear back to the left."""

    def draw(ink: Ink, look: Look) -> str:
        return path(f"{_CAP}{below}Z", ink.ball(look.hair_color, 0.3)) + _shine(look)

    return draw


_SHORT = "C92-12 88-26 82-36C50-30 18-42-4-64C-24-42-54-32-82-32C-90-20-94-8-97 6"
_SIDE = "C92-12 88-30 80-44C40-34-8-50-34-76C-44-54-66-36-84-28C-92-18-95-6-97 6"
_BANGS = (
    "C94-8 90-20 86-30C76-30 66-32 58-38C44-28 28-28 16-36C4-28-14-28-24-36"
    "C-38-28-52-30-60-38C-68-32-78-30-86-28C-92-18-95-6-97 6"
)
_PART = "C94-16 88-36 74-50C44-46 16-62 0-86C-16-62-44-46-74-50C-88-36-94-16-97 6"
_HIGH = "C90-18 84-40 66-56C30-70-30-70-66-56C-84-40-90-18-97 6"


def _spiky(ink: Ink, look: Look) -> str:
    d = (
        "M-97 8C-106-30-100-62-84-84C-92-94-94-104-92-112C-76-108-62-108-52-110C-52-122-46-132-38-138"
        "C-28-128-14-124-4-124C4-134 16-142 30-144"
        "C32-134 40-126 50-120C62-124 74-124 86-118C84-108 86-98 90-88"
        "C104-62 106-30 97 8C92-12 88-26 82-36C70-30 60-34 50-46"
        "C38-32 22-34 10-50C-4-34-20-34-30-48C-42-34-62-30-82-32"
        "C-90-20-94-8-97 8Z"
    )
    return path(d, ink.ball(look.hair_color, 0.3)) + _shine(look)


def _crop(ink: Ink, look: Look) -> str:
    """Cut short all around: close to the skull, straight over the forehead."""
    d = (
        "M-93 4C-104-60-64-103 0-103C64-103 104-60 93 4C89-14 87-26 82-40C74-50 66-58 56-60"
        "C20-54-20-54-56-60C-66-58-74-50-82-40C-87-26-89-14-93 4Z"
    )
    return path(d, ink.ball(look.hair_color, 0.3)) + _shine(look)


def _quiff(ink: Ink, look: Look) -> str:
    """Short at the sides, swept up over the forehead."""
    d = (
        "M-95 4C-104-44-96-84-70-104C-58-126-22-136 8-132C48-134 84-118 92-84C102-60 102-26 95 4"
        "C91-14 88-26 82-40C74-58 58-68 40-70C10-66-26-62-58-64C-72-58-80-50-84-38C-89-24-91-10-95 4Z"
    )
    lock = path(
        "M-58-64C-50-96-10-116 40-112C66-108 80-92 82-72C56-86-6-88-58-64Z", tone(look.hair_color, 0.16), 0.8
    )
    return path(d, ink.ball(look.hair_color, 0.32)) + lock


def _curls(ink: Ink, look: Look) -> str:
    curl = ink.ball(look.hair_color, 0.32)
    row = ((-84, -40), (-66, -66), (-40, -80), (-12, -84), (16, -84), (44, -78), (68, -64), (85, -38))
    return "".join(disc(x, y, 24, curl) for x, y in row)


def _curls_behind(ink: Ink, look: Look) -> str:
    return path(fluff(0, -26, 104, 88, 12, 1.12), ink.ball(look.hair_color, 0.34))


def _afro_behind(ink: Ink, look: Look) -> str:
    return path(fluff(0, -34, 128, 112, 15, 1.08), ink.ball(look.hair_color, 0.36))


_bob_behind = rounded(
    "M0-114C76-114 120-64 120 0C122 40 118 66 104 84"
    "C60 96-60 96-104 84C-118 66-122 40-120 0C-120-64-76-114 0-114Z",
    "hair_color",
    0.36,
)


_long_behind = rounded(
    "M0-114C78-114 118-64 118 0C118 60 134 110 124 156C96 168 60 160 40 150H-40C-60 160-96 168-124 156"
    "C-134 110-118 60-118 0C-118-64-78-114 0-114Z",
    "hair_color",
    0.36,
)


_wavy_behind = rounded(
    "M0-116C80-116 122-66 118-6C138 20 122 44 136 70C146 96 124 112 128 140C96 166 64 150 44 140H-44"
    "C-64 150-96 166-128 140C-124 112-146 96-136 70C-122 44-138 20-118-6C-122-66-80-116 0-116Z",
    "hair_color",
    0.36,
)


def _pigtails_behind(ink: Ink, look: Look) -> str:
    tail = "M92-30C132-60 168-30 160 20C158 50 142 70 128 84C116 60 92 40 90 6Z"
    band = oval(100, -22, 11, 15, "#f06b8b", turn=30)
    return mirrored(path(tail, ink.slope(look.hair_color, 0.32)) + band)


def _ponytail_behind(ink: Ink, look: Look) -> str:
    tail = ribbon([(40, -96), (112, -104), (148, -40), (140, 40)], (40, 58, 54, 10))
    return path(tail, ink.slope(look.hair_color, 0.32)) + oval(72, -98, 14, 18, "#f06b8b", turn=30)


def _bun_behind(ink: Ink, look: Look) -> str:
    return disc(0, -122, 40, ink.ball(look.hair_color, 0.32)) + oval(
        0, -94, 30, 9, tone(look.hair_color, -0.35)
    )


def _buns_behind(ink: Ink, look: Look) -> str:
    return mirrored(disc(72, -108, 34, ink.ball(look.hair_color, 0.32)))


def _braids_behind(ink: Ink, look: Look) -> str:
    fill = ink.ball(look.hair_color, 0.32)
    beads = "".join(disc(102 + i * 5, 34 + i * 30, 21 - i * 1.6, fill) for i in range(4))
    return mirrored(beads + oval(121, 140, 9, 9, "#f7c948") + disc(122, 154, 11, fill))


def _balding(ink: Ink, look: Look) -> str:
    return mirrored(
        path("M84-40C112-40 118 0 104 26C98 30 92 20 90 8C88-10 84-22 76-30Z", ink.ball(look.hair_color, 0.2))
    )


def _mohawk_behind(ink: Ink, look: Look) -> str:
    return path("M-28-80C-40-130-30-160 0-168C30-160 40-130 28-80Z", ink.ball(look.hair_color, 0.3))


def _veil_behind(ink: Ink, look: Look) -> str:
    d = (
        "M0-116C78-116 118-60 116 10C116 60 128 96 120 130"
        "C60 150-60 150-120 130C-128 96-116 60-116 10C-118-60-78-116 0-116Z"
    )
    return path(d, ink.ball(look.hair_color, 0.36))


def _veil(ink: Ink, look: Look) -> str:
    ring = (
        "M0-116C76-116 112-60 108 8C106 60 60 108 0 110C-60 108-106 60-108 8C-112-60-76-116 0-116Z"
        "M0-70C-46-70-80-42-80 4C-80 50-46 84 0 86C46 84 80 50 80 4C80-42 46-70 0-70Z"
    )
    return path(ring, ink.ball(look.hair_color, 0.26), extra=' fill-rule="evenodd"') + line(
        "M-78-30C-60-62-30-74 0-74", tone(look.hair_color, 0.5), 5, 0.4
    )


def _tuft(ink: Ink, look: Look) -> str:
    return path(
        "M-14-88C-34-100-34-126-12-134C14-140 30-118 16-104C8-98-2-104 2-112C-8-108-4-96 14-88Q0-82-14-88Z",
        ink.slope(look.hair_color),
    )


def _flames(ink: Ink, look: Look) -> str:
    d = (
        "M-98 10C-116-40-112-80-96-104C-92-92-86-86-78-84C-80-116-66-146-44-160C-42-140-36-128-26-122"
        "C-24-150-6-176 20-186C14-160 20-142 34-130C42-144 56-152 70-152"
        "C62-136 64-122 74-108C84-116 94-118 104-114"
        "C96-104 96-96 100-84C112-54 108-22 98 10C92-12 88-26 82-36"
        "C50-30 18-42-4-64C-24-42-54-32-82-32C-90-20-94-8-98 10Z"
    )
    inner = (
        "M-60-70C-56-100-40-116-30-120C-28-100-14-92-6-90C0-116 14-134 26-140"
        "C22-116 34-98 46-96C50-84 44-66 36-56C18-58 6-66-4-78C-16-62-40-54-60-70Z"
    )
    return path(d, ink.ball(look.hair_color, 0.3)) + path(inner, "#f9b93c", 0.75)


_FRONT: dict[str, Callable[[Ink, Look], str]] = {
    "short": _fringe(_SHORT), "side": _fringe(_SIDE), "spiky": _spiky, "bob": _fringe(_BANGS),
    "long": _fringe(_PART), "wavy": _fringe(_SIDE), "pigtails": _fringe(_PART), "ponytail": _fringe(_BANGS),
    "bun": _fringe(_PART), "buns": _fringe(_BANGS), "braids": _fringe(_PART), "curly": _curls,
    "tied": _fringe(_PART), "crop": _crop, "quiff": _quiff, "afro": _fringe(_HIGH), "balding": _balding,
    "bald": lambda ink, look: "", "mohawk": lambda ink, look: "", "veil": _veil, "tuft": _tuft,
    "fiery": _flames,
}  # fmt: skip
_BEHIND: dict[str, Callable[[Ink, Look], str]] = {
    "bob": _bob_behind, "long": _long_behind, "wavy": _wavy_behind, "pigtails": _pigtails_behind,
    "ponytail": _ponytail_behind, "bun": _bun_behind, "buns": _buns_behind, "braids": _braids_behind,
    "curly": _curls_behind, "afro": _afro_behind, "mohawk": _mohawk_behind, "veil": _veil_behind,
}  # fmt: skip


# -- the rest of a person's face ---------------------------------------------------------------------


def brows(look: Look) -> str:
    """Eyebrows, a little thinner for the young."""
    if not look.brows:
        return ""
    hair = "#5b4038" if look.hair == "veil" else look.hair_color
    color = hair if look.old else tone(hair, -0.25)
    y = look.eye_y - look.eye_r * 1.95
    lift = 4 if look.mood == "glad" else 0
    x = look.eye_x + 1
    width = 7.4 if look.age == "adult" and not look.lashes else 4.6
    if look.brow:
        return expressions.brows(look, color, max(5.6, width))
    return mirrored(
        line(f"M{x - 12} {y - lift + 1}Q{x} {y - 7 - lift} {x + 13} {y - lift + 2}", color, width)
    )


def beard(ink: Ink, look: Look, *, under: bool) -> str:
    """Moustache, beard, or both; those that grow around the mouth are drawn `under` it."""
    if not look.beard or under != (look.beard not in _OVER):
        return ""
    grown = _BEARDS[look.beard](ink, look)
    # Grown people's mouths sit lower and their jaws are wider than those the beards were drawn for.
    return group(grown, "translate(0 9) scale(1.05 1.03)") if look.age == "adult" else grown


def age(look: Look) -> str:
    """Fine lines beside the eyes and the mouth."""
    if not look.old:
        return ""
    return mirrored(line("M70 14L80 10M70 21L81 22M44 40Q50 48 46 58", tone(look.skin, -0.35), 3, 0.6))


def _moustache(ink: Ink, look: Look) -> str:
    half = "M0 38C12 34 30 38 44 50C30 56 8 56 0 46Z"
    return mirrored(path(half, ink.slope(look.hair_color, 0.25)))


def _full(ink: Ink, look: Look) -> str:
    d = (
        "M-94 4C-90 30-80 40-62 40C-40 36-20 40 0 40C20 40 40 36 62 40"
        "C80 40 90 30 94 4C104 60 78 112 0 116C-78 112-104 60-94 4Z"
        "M-22 52Q0 44 22 52Q16 68 0 68Q-16 68-22 52Z"
    )
    return path(d, ink.ball(look.hair_color, 0.26), extra=' fill-rule="evenodd"')


def _long(ink: Ink, look: Look) -> str:
    d = (
        "M-94 4C-90 30-80 40-62 40C-40 36-20 40 0 40C20 40 40 36 62 40C80 40 90 30 94 4C108 70 84 140 0 186"
        "C-84 140-108 70-94 4ZM-20 54Q0 47 20 54Q14 68 0 68Q-14 68-20 54Z"
    )
    waves = line("M-40 80Q-34 110-16 136M36 84Q34 108 20 130M0 84V150", tone(look.hair_color, -0.3), 3.5, 0.5)
    return path(d, ink.ball(look.hair_color, 0.24), extra=' fill-rule="evenodd"') + waves


def _goatee(ink: Ink, look: Look) -> str:
    return _moustache(ink, look) + path(
        "M-20 70Q0 62 20 70Q18 98 0 104Q-18 98-20 70Z", ink.slope(look.hair_color)
    )


def _stubble(ink: Ink, look: Look) -> str:
    d = "M-92 14C-80 44-50 36 0 38C50 36 80 44 92 14C94 60 62 90 0 90C-62 90-94 60-92 14Z"
    return path(d, look.hair_color, 0.18)


def _full_moustache(ink: Ink, look: Look) -> str:
    return _full(ink, look) + _moustache(ink, look)


def _long_moustache(ink: Ink, look: Look) -> str:
    return _long(ink, look) + _moustache(ink, look)


def _pacifier(ink: Ink, look: Look) -> str:
    shield = oval(0, 54, 24, 17, ink.ball("#8fd0f0", 0.2)) + disc(0, 54, 9, "#fffaf0")
    return shield + '<circle cx="0" cy="66" r="11" fill="none" stroke="#f7c948" stroke-width="5"/>'


def _pipe(ink: Ink, look: Look) -> str:
    """A clay pipe in the corner of the mouth, with a curl of smoke."""
    stem = line("M10 56Q40 66 66 62", "#8a5a3a", 7)
    bowl = path("M54 46H84C86 62 80 74 69 74C58 74 53 62 54 46Z", ink.slope("#a8703f"))
    smoke = line("M70 36Q60 24 72 14Q84 4 74-8", "#ffffff", 6, 0.75)
    return stem + bowl + oval(69, 46, 15, 5, "#5b3a2a") + smoke


_OVER = frozenset({"moustache", "goatee", "pacifier", "pipe"})
_BEARDS: dict[str, Callable[[Ink, Look], str]] = {
    "moustache": _moustache, "full": _full_moustache, "long": _long_moustache, "goatee": _goatee,
    "pacifier": _pacifier, "stubble": _stubble, "pipe": _pipe,
}  # fmt: skip
