"""Muzzles by which an animal is known at a glance: long, blunt, hooked, trunked or tusked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .curves import ribbon
from .faces import kitten, smile, snout, whiskers
from .ink import Ink, disc, group, line, mirrored, oval, path, tone
from .look import Look

_LIP = "#5b3a34"


def _capybara(ink: Ink, look: Look) -> str:
    """A long blunt box, as wide as the head, its nostrils high and far apart, its mouth low."""
    box = path(
        "M-66-14C-60-34-34-40 0-40C34-40 60-34 66-14C78 18 84 44 82 66C80 92 50 106 0 106"
        "C-50 106-80 92-82 66C-84 44-78 18-66-14Z", ink.ball(tone(look.fur, 0.16), 0.26),
    )  # fmt: skip
    nose = path(
        "M-50 0C-54-22-30-30 0-30C30-30 54-22 50 0C46 16 26 12 0 12C-26 12-46 16-50 0Z", ink.ball(look.nose)
    )
    holes = mirrored(path("M16-6C22-16 40-16 42-6C38 4 22 4 16-6Z", "#2a1a1c"))
    shine = oval(-20, -23, 16, 4, "#fff", 0.3) + mirrored(oval(62, 50, 18, 13, ink.glow("#f2808a", 0.6)))
    return box + nose + holes + shine + line("M0 12V56", _LIP, 4) + smile(look, 60, 26, _LIP)


def _camel(ink: Ink, look: Look) -> str:
    """Soft lips parted in the middle, and nostrils that can close."""
    pad = path(
        "M-50 34C-50 12-26 6 0 14C26 6 50 12 50 34C66 52 66 94 34 100C20 102 8 98 0 90"
        "C-8 98-20 102-34 100C-66 94-66 52-50 34Z", ink.ball(look.light, 0.22),
    )  # fmt: skip
    holes = mirrored(line("M14 36Q24 24 34 30", tone(look.light, -0.6), 6))
    return pad + holes + line("M0 46V66", tone(look.light, -0.55), 4.5) + smile(look, 68, 22)


def _tapir(ink: Ink, look: Look) -> str:
    """A short soft trunk that bends over the mouth."""
    pad = oval(0, 62, 60, 34, ink.ball(look.light, 0.2))
    trunk = path(
        ribbon([(0, -14), (0, 36), (-10, 80), (-24, 100)], (74, 66, 48, 38)), ink.slope(look.fur, 0.28)
    )
    folds = line("M-30 46Q-4 54 26 44M-31 66Q-8 74 16 64", tone(look.fur, -0.36), 3.5, 0.6)
    holes = oval(-36, 100, 5.5, 4.5, tone(look.fur, -0.65)) + oval(-18, 104, 5.5, 4.5, tone(look.fur, -0.65))
    return pad + smile(look, 78, 30) + trunk + folds + holes


def _anteater(ink: Ink, look: Look) -> str:
    """A tube of a snout with a tiny mouth and a pink thread of tongue at its end."""
    spine = [(0, 0), (0, 56), (-4, 112), (-14, 158)]
    tongue = line("M-16 164Q-24 186-42 190", "#f2798a", 6)
    tube = path(ribbon(spine, (86, 60, 40, 28)), ink.slope(tone(look.fur, 0.2), 0.3))
    return tongue + tube + disc(-15, 162, 16, ink.ball(look.nose)) + disc(-20, 156, 4.5, "#fff", 0.6)


def _toucan(ink: Ink, look: Look) -> str:
    """A beak as long as the head is wide, orange with a black tip."""
    top = (
        "M-40 26C-34-20 40-40 104-16C164 8 196 62 186 112C182 126 168 122 164 110C148 72 90 56 10 62"
        "C-20 64-44 50-40 26Z"
    )
    low = "M-26 54C20 68 108 60 158 104C128 122 26 108-8 84C-20 76-28 64-26 54Z"
    tip = "M148 18C184 44 196 80 186 112C182 126 168 122 164 110C158 96 148 86 134 78C148 58 152 38 148 18Z"
    ridge = path("M-22 12C6-20 62-26 122 2C66-12 16-4-22 12Z", "#fff", 0.5)
    base = line("M-34 42C-40 20-28-2-8-12", tone(look.fur, -0.2), 7)
    beak = path(low, ink.slope("#e2662a", 0.3)) + path(top, ink.blend("#ffe069", "#ee6f2a", "#fba834"))
    whole = beak + path(tip, ink.slope("#2f2b3a", 0.3)) + ridge + base
    return group(whole, "translate(8 20) scale(0.97)")


def _platypus(ink: Ink, look: Look) -> str:
    """A bill as wide as the face, flat and soft."""
    bill = "M-66 34C-60 8-26 2 0 2C26 2 60 8 66 34C72 62 44 82 0 82C-44 82-72 62-66 34Z"
    shield = path("M-40 14C-24-8 24-8 40 14C20 22-20 22-40 14Z", tone(look.nose, -0.3))
    smile = line("M-58 48Q0 78 58 48", tone(look.nose, -0.5), 5)
    return shield + ink.form(bill, look.nose) + mirrored(oval(13, 22, 4, 3, tone(look.nose, -0.55))) + smile


def _crow(ink: Ink, look: Look) -> str:
    """A long straight beak."""
    beak = "M0 4C18 4 30 14 32 28C30 50 14 78 0 98C-14 78-30 50-32 28C-30 14-18 4 0 4Z"
    seam = line("M-30 34Q-12 48 0 62Q12 48 30 34", tone(look.nose, -0.5), 4)
    shine = oval(-12, 18, 9, 5, "#fff", 0.4, turn=-24)
    return ink.form(beak, look.nose) + seam + shine + mirrored(oval(11, 26, 3.6, 2.6, tone(look.nose, -0.6)))


def _raptor(ink: Ink, look: Look) -> str:
    """The great hooked beak of an eagle."""
    low = path("M-20 52Q0 60 20 52Q16 70 0 72Q-16 70-20 52Z", tone(look.nose, -0.35))
    hook = path(
        "M0 2C22 2 40 18 42 42C42 54 26 56 16 54C16 74 8 88 0 96"
        "C-8 88-16 74-16 54C-26 56-42 54-42 42C-40 18-22 2 0 2Z",
        ink.ball(look.nose, 0.34),
    )
    holes = mirrored(oval(13, 26, 4, 3, tone(look.nose, -0.5), turn=20))
    return low + hook + oval(-12, 16, 9, 6, "#fff", 0.4, turn=-20) + holes


def _moose(ink: Ink, look: Look) -> str:
    """A heavy nose that hangs over the lip."""
    bell = path("M-14 92C-16 116-6 132 2 140C12 128 18 112 14 92Z", ink.slope(look.fur, 0.3))
    pad = path(
        "M-44 20C-40 2-20-4 0-4C20-4 40 2 44 20C70 42 74 98 34 102C20 104 10 100 0 100"
        "C-10 100-20 104-34 102C-74 98-70 42-44 20Z", ink.ball(look.light, 0.28),
    )  # fmt: skip
    holes = mirrored(oval(26, 62, 9, 12, tone(look.light, -0.6), turn=-18))
    return bell + pad + holes + smile(look, 86, 18)


def _rhino(ink: Ink, look: Look) -> str:
    pad = path(
        "M-52 24C-40 12 40 12 52 24C82 36 90 96 44 100C20 103-20 103-44 100C-90 96-82 36-52 24Z",
        ink.ball(tone(look.fur, 0.14), 0.26),
    )
    holes = mirrored(oval(40, 58, 8, 10, tone(look.fur, -0.55)))
    return pad + holes + smile(look, 82, 22)


def _boar(ink: Ink, look: Look) -> str:
    rim = tone(look.fur, 0.12)
    holes = mirrored(oval(13, 42, 6.5, 9.5, tone(look.fur, -0.7)))
    tusks = mirrored(path("M34 78C50 78 60 64 58 42C50 46 42 56 32 62Z", ink.slope("#fff6e2", 0.24)))
    return oval(0, 44, 40, 29, ink.ball(rim, 0.3)) + holes + smile(look, 78, 16) + tusks


def _beaver(ink: Ink, look: Look) -> str:
    teeth = path("M-13 60H13V84Q13 89 7 89Q1 89 0 85Q-1 89-7 89Q-13 89-13 84Z", "#fff6dc")
    pads = mirrored(oval(22, 46, 28, 22, ink.ball(look.light, 0.18)))
    split = line("M0 62V84", "#d9c8a0", 3)
    return (
        teeth + split + pads + snout(ink, look.nose, 0, 30, 17, 12) + whiskers(tone(look.fur, -0.45), 40, 0.5)
    )


def _otter(ink: Ink, look: Look) -> str:
    pads = mirrored(oval(20, 48, 27, 21, ink.ball(tone(look.light, 0.35), 0.18)))
    hair = whiskers("#fffaf0", 44, 0.95)
    return pads + snout(ink, look.nose, 0, 30, 19, 12) + kitten(look, 44, 18) + hair


def _goat(ink: Ink, look: Look) -> str:
    beard = path(
        "M-20 84C-22 108-8 128 6 142C10 132 8 128 14 120C22 110 24 98 20 84Q0 94-20 84Z",
        ink.slope(tone(look.fur, -0.14)),
    )
    pad = oval(0, 62, 40, 31, ink.ball(look.light, 0.18))
    nose = path("M-14 46Q0 40 14 46Q11 57 0 59Q-11 57-14 46Z", "#c98a8a")
    return beard + pad + nose + line("M0 58V66", "#6b3a3c", 4) + smile(look, 67, 13)


def _llama(ink: Ink, look: Look) -> str:
    pad = path(
        "M-34 34C-34 16-18 12 0 18C18 12 34 16 34 34C48 48 46 82 22 86C12 88 6 84 0 80"
        "C-6 84-12 88-22 86C-46 82-48 48-34 34Z", ink.ball(look.light, 0.2),
    )  # fmt: skip
    nose = path("M-13 36Q0 30 13 36Q10 46 0 48Q-10 46-13 36Z", tone(look.light, -0.6))
    return pad + nose + line("M0 48V60", tone(look.light, -0.5), 4) + smile(look, 60, 15)


SNOUTS: Mapping[str, Callable[[Ink, Look], str]] = {
    "capybara": _capybara, "camel": _camel, "tapir": _tapir, "anteater": _anteater, "toucan": _toucan,
    "raptor": _raptor, "moose": _moose, "rhino": _rhino, "boar": _boar, "beaver": _beaver, "otter": _otter,
    "goat": _goat, "llama": _llama, "platypus": _platypus, "crow": _crow,
}  # fmt: skip
