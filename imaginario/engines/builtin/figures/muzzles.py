"""Muzzles, snouts, beaks and trunks: what stands in the middle of the face."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from . import ages, breeds, expressions, wilds
from .curves import ribbon
from .faces import kitten, smile, snout, whiskers
from .ink import Ink, disc, group, line, luma, mirrored, oval, path, tone
from .look import Look
from .snouts import SNOUTS


def draw(ink: Ink, look: Look) -> str:
    """The muzzle of a look. Raises `KeyError` for an unknown kind."""
    return _MUZZLES[look.muzzle](ink, look) if look.muzzle else ""


def _puffs(ink: Ink, look: Look, y: float = 46, rx: float = 26, ry: float = 20) -> str:
    pad = ink.ball(look.light, 0.18)
    return (
        oval(0, y + 12, rx * 0.7, ry * 0.8, pad)
        + oval(-rx * 0.72, y, rx, ry, pad)
        + oval(rx * 0.72, y, rx, ry, pad)
    )


def _cat(ink: Ink, look: Look) -> str:
    return _puffs(ink, look) + snout(ink, look.nose, 0, 32, 11, 8) + kitten(look, 41) + whiskers()


def _lion(ink: Ink, look: Look) -> str:
    bridge = path("M-15-24Q0-34 15-24L19 30Q0 40-19 30Z", ink.blend(look.light, look.light), 0.45)
    return (
        bridge + _puffs(ink, look, 50, 30, 23) + snout(ink, look.nose, 0, 32, 18, 12) + kitten(look, 45, 20)
    )


def _dog(ink: Ink, look: Look) -> str:
    pad = oval(0, 48, 46, 34, ink.ball(look.light, 0.18))
    tongue = ""
    if look.mood == "glad":
        tongue = path("M-10 58H10V76Q10 88 0 88Q-10 88-10 76Z", "#f2798a") + line("M0 62V76", "#d95c72", 2.5)
    return (
        pad
        + tongue
        + snout(ink, look.nose, 0, 32, 18, 13)
        + kitten(look if not tongue else _calm(look), 46, 20)
    )


def _pug(ink: Ink, look: Look) -> str:
    """Flat and dark, as the mask around it."""
    return _dog(ink, replace(look, light=tone(look.dark, 0.1)))


def _calm(look: Look) -> Look:
    """Shut, unless a feeling opens the mouth."""
    return look if expressions.stretched(look) else replace(look, mood="calm")


def _bear(ink: Ink, look: Look) -> str:
    pad = oval(0, 46, 40, 31, ink.ball(look.light, 0.18))
    return pad + snout(ink, look.nose, 0, 32, 15, 11) + line("M0 42V50", "#6b3a3c", 4) + smile(look, 51, 13)


def _rabbit(ink: Ink, look: Look) -> str:
    teeth = path("M-9 54H9V64Q9 69 4.5 69Q0 69 0 65Q0 69-4.5 69Q-9 69-9 64Z", "#fffdf6")
    return (
        _puffs(ink, look, 45, 23, 18)
        + teeth
        + snout(ink, look.nose, 0, 32, 9, 7)
        + kitten(_calm(look), 40, 15)
    )


def _fox(ink: Ink, look: Look) -> str:
    return snout(ink, look.nose, 0, 50, 14, 10) + line("M0 58V66", "#6b3a3c", 4) + smile(look, 66, 13)


def _mouse(ink: Ink, look: Look) -> str:
    pad = oval(0, 48, 34, 26, ink.ball(look.light, 0.15))
    teeth = path("M-7 58H7V66Q7 70 0 70Q-7 70-7 66Z", "#fffdf6")
    return (
        pad
        + teeth
        + disc(0, 32, 12, ink.ball(look.nose))
        + disc(-4, 28, 3.4, "#fff", 0.7)
        + (smile(_calm(look), 55, 14) + whiskers(tone(look.fur, -0.45), 40, 0.55))
    )


def _pig(ink: Ink, look: Look) -> str:
    rim = tone(look.fur, -0.16)
    holes = mirrored(oval(12, 40, 6, 9, tone(look.fur, -0.62)))
    return oval(0, 40, 36, 26, ink.ball(rim, 0.28)) + holes + smile(look, 71, 12)


def _cow(ink: Ink, look: Look) -> str:
    pad = oval(0, 60, 70, 36, ink.ball(look.light, 0.2))
    holes = mirrored(oval(26, 48, 7, 9, tone(look.light, -0.5)))
    return pad + holes + smile(look, 68, 20)


def _horse(ink: Ink, look: Look) -> str:
    pad = oval(0, 64, 58, 38, ink.ball(look.light, 0.2))
    holes = mirrored(oval(22, 54, 6.5, 9, tone(look.light, -0.5), turn=-14))
    return pad + holes + smile(look, 76, 18)


def _deer(ink: Ink, look: Look) -> str:
    pad = oval(0, 62, 38, 30, ink.ball(look.light, 0.18))
    return pad + snout(ink, look.nose, 0, 48, 17, 12) + line("M0 58V66", "#6b3a3c", 4) + smile(look, 66, 12)


def _monkey(ink: Ink, look: Look) -> str:
    mask = "M0-40C22-66 84-56 82-4C80 20 70 30 62 38L-62 38C-70 30-80 20-82-4C-84-56-22-66 0-40Z"
    face = path(mask, ink.ball(look.light, 0.16)) + oval(0, 50, 66, 37, ink.ball(look.light, 0.2))
    return face + mirrored(oval(8, 38, 4, 5.5, tone(look.light, -0.55))) + smile(look, 54, 26)


def _elephant(ink: Ink, look: Look) -> str:
    spine = [(0, 16), (0, 60), (-4, 100), (-22, 130), (-50, 132)]
    widths = (62, 50, 40, 34, 30)
    trunk = path(ribbon(spine, widths), ink.slope(look.fur, 0.24))
    folds = "M-20 58Q0 66 22 57M-20 80Q-2 88 16 78M-20 101Q-4 108 10 98"
    tusks = mirrored(path("M34 54C46 60 50 78 44 96C36 90 28 76 26 60Z", ink.slope("#fff6e2", 0.2)))
    return tusks + trunk + line(folds, tone(look.fur, -0.35), 3.5, 0.6)


def _frog(ink: Ink, look: Look) -> str:
    holes = mirrored(oval(11, 16, 3.2, 4.2, tone(look.fur, -0.6)))
    pale = path("M-102 40Q0 74 102 40Q84 86 0 86Q-84 86-102 40Z", look.light, 0.55)
    if look.mood == "glad":
        laugh = path("M-58 34Q0 50 58 34Q44 76 0 76Q-44 76-58 34Z", "#7a2e3a")
        return pale + holes + laugh + oval(0, 66, 24, 9, "#f2798a")
    if expressions.stretched(look):
        return pale + holes + expressions.mouth(look, 40, 34, tone(look.fur, -0.7))
    return pale + holes + line("M-62 34Q0 66 62 34", tone(look.fur, -0.7), 5)


def _human(ink: Ink, look: Look) -> str:
    nose = oval(0, 34, 7, 5.2, tone(look.skin, -0.2), 0.85) + oval(-2, 32, 3, 2, "#fff", 0.45)
    fangs = mirrored(path("M7 58L13 56L11 68Z", "#fffdf6"))
    mouth = "#8e3a40" if luma(look.skin) > 0.45 else "#561a28"
    return nose + smile(look, 51, 16, mouth) + (fangs if look.fangs else "")


def _robot(ink: Ink, look: Look) -> str:
    panel = path(
        "M-70-50H70Q86-50 86-34V46Q86 62 70 62H-70Q-86 62-86 46V-34Q-86-50-70-50Z",
        ink.blend("#2c3b57", "#16203a"),
    )
    shine = path("M-70-50H-10L-50 62H-70Q-86 62-86 46V-34Q-86-50-70-50Z", "#fff", 0.07)
    if look.mood == "glad":
        return panel + shine + path("M-20 34H20Q16 54 0 54Q-16 54-20 34Z", look.iris)
    if expressions.stretched(look):
        return panel + shine + expressions.mouth(look, 34, 20, look.iris)
    return panel + shine + line("M-18 36Q0 52 18 36", look.iris, 6)


# -- beaks -------------------------------------------------------------------------------------------


def _lower_bill(look: Look, low: str, y: float) -> str:
    """The lower half of a bill whose upper edge is at `y`: apart from the upper half while it sings."""
    if look.mood != "sing":
        return low
    return oval(0, y + 10, 17, 14, "#7a2e3a") + group(low, "translate(0 14)")


def _beak(ink: Ink, look: Look) -> str:
    low = _lower_bill(look, path("M-17 40Q0 46 17 40Q12 60 0 62Q-12 60-17 40Z", tone(look.nose, -0.3)), 40)
    top = path("M0 18C14 20 28 32 26 42C16 50-16 50-26 42C-28 32-14 20 0 18Z", ink.ball(look.nose, 0.3))
    return low + top + mirrored(oval(8, 31, 2.5, 3, tone(look.nose, -0.5), 0.7))


def _duck(ink: Ink, look: Look) -> str:
    low = _lower_bill(look, path("M-34 46Q0 58 34 46Q28 70 0 70Q-28 70-34 46Z", tone(look.nose, -0.3)), 48)
    top = path(
        "M0 20C18 20 26 30 44 40C52 48 40 54 0 54C-40 54-52 48-44 40C-26 30-18 20 0 20Z",
        ink.ball(look.nose, 0.28),
    )
    return low + top + mirrored(oval(9, 32, 3, 4, tone(look.nose, -0.5), 0.7))


def _hook(ink: Ink, look: Look) -> str:
    """A hooked beak: owls, eagles, parrots."""
    d = (
        "M0 8C18 10 30 24 28 40C26 52 16 54 10 52C8 66 4 74 0 76"
        "C-4 74-8 66-10 52C-16 54-26 52-28 40C-30 24-18 10 0 8Z"
    )
    return path(d, ink.ball(look.nose, 0.32)) + oval(-8, 24, 6, 9, "#fff", 0.3, turn=20)


def _penguin(ink: Ink, look: Look) -> str:
    low = path("M-12 42Q0 46 12 42Q8 54 0 55Q-8 54-12 42Z", tone(look.nose, -0.3))
    top = path("M0 24C10 25 21 34 20 41C12 47-12 47-20 41C-21 34-10 25 0 24Z", ink.ball(look.nose, 0.3))
    return low + top


def _dragon(ink: Ink, look: Look) -> str:
    pad = oval(0, 54, 60, 34, ink.ball(look.light, 0.2))
    holes = mirrored(oval(20, 40, 6, 8, tone(look.light, -0.55), turn=-20))
    fangs = mirrored(path("M20 60L28 58L25 70Z", "#fffdf6"))
    return pad + holes + fangs + smile(look, 60, 26)


def _hippo(ink: Ink, look: Look) -> str:
    pad = oval(0, 56, 92, 36, ink.ball(tone(look.fur, 0.12), 0.24))
    holes = mirrored(oval(34, 40, 8, 10, tone(look.fur, -0.55)))
    teeth = mirrored(path("M28 74H42V84Q42 90 35 90Q28 90 28 84Z", "#fffdf6"))
    return pad + holes + teeth + smile(look, 68, 40)


def _koala(ink: Ink, look: Look) -> str:
    nose = path(
        "M0-4C16-4 24 14 24 34C24 50 14 56 0 56C-14 56-24 50-24 34C-24 14-16-4 0-4Z", ink.ball(look.nose, 0.3)
    )
    pale = oval(0, 64, 40, 22, ink.ball(look.light, 0.15))
    return pale + nose + oval(-8, 12, 6, 11, "#fff", 0.35) + smile(look, 66, 12)


def _sloth(ink: Ink, look: Look) -> str:
    nose = snout(ink, look.nose, 0, 30, 17, 11)
    if expressions.stretched(look):
        return nose + smile(look, 50, 20)
    return nose + line("M-30 50Q0 68 30 50", "#5b3a34", 4.5)


def _small(ink: Ink, look: Look) -> str:
    return smile(look, 40, 15)


def _sheep(ink: Ink, look: Look) -> str:
    pad = oval(0, 56, 42, 30, ink.ball(tone(look.fur, 0.22), 0.18))
    nose = path("M-13 42Q0 36 13 42Q10 52 0 54Q-10 52-13 42Z", tone(look.fur, -0.55))
    return (
        pad + nose + line("M0 53V60", tone(look.fur, -0.6), 3.5) + smile(look, 61, 12, tone(look.fur, -0.65))
    )


def _bat(ink: Ink, look: Look) -> str:
    fangs = mirrored(path("M6 54L12 53L10 64Z", "#fffdf6"))
    return snout(ink, look.nose, 0, 34, 10, 7) + smile(look, 48, 18) + fangs


def _croc(ink: Ink, look: Look) -> str:
    """A long snout towards the viewer, wider at its end, with a toothy grin."""
    jaw = path(
        "M-58 6C-40-6 40-6 58 6C70 24 98 36 98 66C98 96 56 108 0 108C-56 108-98 96-98 66C-98 36-70 24-58 6Z",
        ink.ball(tone(look.fur, 0.1), 0.24),
    )
    bumps = mirrored(disc(27, 32, 15, ink.ball(tone(look.fur, 0.16)))) + mirrored(
        oval(28, 31, 6, 5, tone(look.fur, -0.62))
    )
    teeth = "".join(path(f"M{x - 8} {y}L{x + 8} {y}L{x} {y + 15}Z", "#fffdf6") for x, y in _CROC_TEETH)
    return jaw + bumps + teeth + line("M-86 62Q-60 78 0 80Q60 78 86 62", tone(look.fur, -0.65), 5)


_CROC_TEETH = ((-64, 73), (-38, 78), (38, 78), (64, 73))


def _monster(ink: Ink, look: Look) -> str:
    if expressions.stretched(look):
        return smile(look, 42, 28)
    laugh = path("M-40 34Q0 44 40 34Q34 70 0 70Q-34 70-40 34Z", "#6b2440")
    teeth = mirrored(path("M10 38L24 37L18 50Z", "#fffdf6"))
    return laugh + oval(0, 62, 18, 8, "#f2798a") + teeth


_MUZZLES: dict[str, Callable[[Ink, Look], str]] = {
    **SNOUTS, **breeds.MUZZLES, **wilds.MUZZLES,
    "cat": _cat, "lion": _lion, "dog": _dog, "pug": _pug, "bear": _bear, "rabbit": _rabbit, "fox": _fox,
    "mouse": _mouse, "pig": _pig, "cow": _cow, "horse": _horse, "deer": _deer, "monkey": _monkey,
    "elephant": _elephant, "frog": _frog, "human": _human, "robot": _robot, "beak": _beak, "duck": _duck,
    "hook": _hook, "penguin": _penguin, "dragon": _dragon, "hippo": _hippo,
    "koala": _koala, "sloth": _sloth, "small": _small,
    "sheepnose": _sheep, "bat": _bat, "croc": _croc, "monster": _monster,
    "man": ages.man, "woman": ages.woman, "teen": ages.teen,
}  # fmt: skip
