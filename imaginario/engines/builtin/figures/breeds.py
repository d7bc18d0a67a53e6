"""What dogs and cats of a breed are known by: ears, markings, jowls and beards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .expressions import stretched
from .faces import kitten, smile, snout
from .ink import Ink, line, mirrored, oval, path, tone
from .look import Look
from .shapes import Painter, pricked, rounded

# -- ears --------------------------------------------------------------------------------------------


_upright = pricked(
    "M24-66C28-112 50-158 80-172C98-178 108-166 110-146C114-104 112-62 98-18Z",
    "M48-74C52-106 66-138 82-148C92-150 96-140 97-128C99-98 98-72 90-46Z",
    own=True,
)
"""Large and upright, with round tips: corgis and shepherds."""


_bat_ears = pricked(
    "M34-62C28-108 40-152 70-158C104-162 118-116 100-34Z",
    "M52-72C48-104 56-134 72-138C92-140 98-106 90-58Z",
)
"""Tall and round at the top, like the petals of a tulip: French bulldogs."""


_sails = pricked(
    "M34-72C56-122 104-164 144-166C160-162 162-146 158-124C150-80 130-40 98-8Z",
    "M58-72C76-108 110-138 138-142C146-138 146-126 142-112C134-80 118-50 98-30Z",
)
"""Far too large for the head, leaning outwards: Chihuahuas and naked cats."""


def _tipped(ink: Ink, look: Look) -> str:
    """Upright to the half, the tips falling forward: collies and terriers."""
    ear = "M34-72C40-106 56-130 80-134C96-134 104-120 106-104C108-74 106-50 98-24Z"
    tip = "M56-122C70-138 94-136 104-116C116-96 124-76 122-58C104-62 84-74 72-92C64-102 58-112 56-122Z"
    return path(ear, ink.slope(look.ear_color or look.dark)) + path(
        tip, tone(look.ear_color or look.dark, 0.16)
    )


def _snug(ink: Ink, look: Look) -> str:
    """Tiny, folded forward and close to the head: a Scottish fold."""
    ear = "M40-84C56-106 86-104 98-84C104-70 100-54 90-46C74-50 52-64 40-84Z"
    return path(ear, ink.slope(tone(look.fur, -0.12))) + path(
        "M48-86C62-100 82-98 92-82C78-90 64-90 48-86Z", "#fff", 0.2
    )


_petite = pricked(
    "M40-70C42-92 56-116 76-122C88-122 98-112 100-98C104-78 102-58 96-38Z",
    "M58-74C60-90 68-102 78-104C88-102 92-80 90-58Z",
)
"""Small triangles far apart: round-headed cats, spitz dogs."""


def _long(ink: Ink, look: Look) -> str:
    """Hanging far below the chin: hounds."""
    ear = "M52-80C90-100 122-70 134-20C146 36 150 92 126 112C104 124 86 98 84 60C82 14 76-50 52-80Z"
    shine = path("M62-80C92-92 116-66 126-22C112-54 92-74 62-80Z", "#fff", 0.14)
    return path(ear, ink.slope(look.ear_color or look.dark)) + shine


def _silky(ink: Ink, look: Look) -> str:
    """Hanging, with long wavy hair: spaniels and lap dogs."""
    ear = (
        "M46-84C88-108 124-84 134-34C144-4 156 24 150 52C154 72 146 92 132 100C126 112 110 112 104 102"
        "C92 104 84 92 86 76C78 62 84 40 80 12C76-24 66-62 46-84Z"
    )
    locks = "M104-40Q120-6 112 34T120 88M122-30Q138 10 132 62"
    fur = look.ear_color or look.dark
    return path(ear, ink.slope(fur)) + line(locks, tone(fur, -0.22), 4, 0.6)


EARS: Mapping[str, Painter] = {
    "upright": _upright, "bat": _bat_ears, "sails": _sails, "tipped": _tipped, "snug": _snug,
    "petite": _petite, "long": _long, "silky": _silky,
}  # fmt: skip
HANGING = frozenset({"long", "silky", "snug"})
"""Those that hang over the face."""

# -- markings ----------------------------------------------------------------------------------------


_corgi = rounded(
    "M0-94C12-94 13-60 17-34C22-6 44 8 66 30C84 50 74 92 0 96C-74 92-84 50-66 30"
    "C-44 8-22-6-17-34C-13-60-12-94 0-94Z",
    "light",
    0.12,
)
"""A white blaze that widens to white cheeks."""


def _tan(ink: Ink, look: Look) -> str:
    """Dots over the eyes and cheeks in the lighter colour: Rottweilers, Dobermans."""
    cheek = "M16 26C34 16 62 22 78 34C92 44 98 38 104 32C102 66 70 92 0 94C0 74 4 40 16 26Z"
    return mirrored(oval(38, -30, 12, 9, look.light, turn=16) + path(cheek, ink.ball(look.light, 0.16)))


def _three(ink: Ink, look: Look) -> str:
    """Rust cheeks and brows in a dark face, and a white blaze between: a Bernese."""
    rust = look.mane
    cheek = "M14 10C40 2 74 12 86 28C96 36 100 34 104 26C104 60 76 88 20 92Z"
    return mirrored(oval(40, -32, 13, 9, rust, turn=16) + path(cheek, ink.ball(rust, 0.16))) + _blaze(
        ink, look
    )


_blaze = rounded(
    "M0-94C10-94 11-60 13-30C16 2 46 20 52 48C56 78 40 96 0 96"
    "C-40 96-56 78-52 48C-46 20-16 2-13-30C-11-60-10-94 0-94Z",
    "light",
    0.12,
)
"""A narrow white blaze and a white muzzle."""


_masked = rounded(
    "M0-40C12-40 18-14 40 2C70 16 76 60 52 82C36 94 18 96 0 96"
    "C-18 96-36 94-52 82C-76 60-70 16-40 2C-18-14-12-40 0-40Z",
    "dark",
    0.16,
)
"""A dark muzzle that runs up between the eyes: German shepherds, boxers."""


def _wrinkles(ink: Ink, look: Look) -> str:
    """Folds of bare skin over the brow."""
    folds = "M-46-66Q0-84 46-66M-38-50Q0-66 38-50M-10-44Q-14-30-22-24M10-44Q14-30 22-24"
    return line(folds, tone(look.fur, -0.22), 5, 0.7)


def _half(ink: Ink, look: Look) -> str:
    """Dark over both eyes and the ears, white between: collies, St Bernards, Shih Tzus."""
    side = "M14-94C60-98 100-72 106-18C110 10 104 34 88 46C62 48 34 34 24 8C16-20 14-60 14-94Z"
    return mirrored(path(side, ink.ball(look.dark, 0.16)))


MARKS: Mapping[str, Painter] = {
    "corgi": _corgi, "tan": _tan, "three": _three, "masked": _masked, "wrinkles": _wrinkles, "half": _half,
}  # fmt: skip

# -- muzzles -----------------------------------------------------------------------------------------


def _jowls(ink: Ink, look: Look) -> str:
    """Broad hanging cheeks around a flat nose, two teeth over the lip: bulldogs."""
    chin = oval(0, 78, 46, 24, ink.ball(tone(look.light, -0.1), 0.2))
    jowl = path("M0 24C26 14 66 26 72 54C74 78 52 90 36 80C22 74 8 66 0 60Z", ink.ball(look.light, 0.24))
    mouth = line("M-44 78Q-20 82 0 62Q20 82 44 78", "#6b3a3c", 4)
    teeth = mirrored(path("M20 78L27 62L34 79Z", "#fffdf6") + line("M20 78L27 62L34 79", "#c9b8b0", 1.6))
    folds = mirrored(line("M24 16Q42 10 56 20M10 6Q22-4 36 0", tone(look.fur, -0.25), 4.5, 0.6))
    return chin + mirrored(jowl) + mouth + teeth + folds + snout(ink, look.nose, 0, 26, 20, 13)


def _pouting(ink: Ink, look: Look) -> str:
    """The same without the teeth: French bulldogs, boxers."""
    fur = look.dark if "masked" in look.marks else look.light
    half = path("M0 22C24 14 54 28 58 52C60 74 40 86 24 78C12 74 4 66 0 60Z", ink.ball(tone(fur, 0.06), 0.22))
    pad, chin = mirrored(half), oval(0, 72, 26, 18, tone(fur, -0.14))
    return (
        chin + pad + snout(ink, look.nose, 0, 28, 18, 12) + (smile(look, 74, 12) if stretched(look) else "")
    )


def _bearded(ink: Ink, look: Look) -> str:
    """A square beard, and brows like brushes: schnauzers."""
    beard = (
        "M0 26C30 16 66 30 74 54C80 76 72 98 64 116C54 110 48 112 40 122C30 114 22 116 12 126"
        "C8 120 4 118 0 118C-4 118-8 120-12 126C-22 116-30 114-40 122C-48 112-54 110-64 116"
        "C-72 98-80 76-74 54C-66 30-30 16 0 26Z"
    )
    brow = path("M14-22C30-50 66-58 90-44C82-40 82-34 84-26C66-30 40-26 18-10Z", ink.ball(look.light, 0.14))
    hairs = "M-44 62Q-48 84-44 100M-20 70Q-24 92-18 106M20 70Q24 92 18 106M44 62Q48 84 44 100"
    return (
        path(beard, ink.ball(look.light, 0.18))
        + line(hairs, tone(look.light, -0.18), 3.5, 0.7)
        + mirrored(brow)
        + snout(ink, look.nose, 0, 34, 18, 13)
        + kitten(replace(look, mood=look.mood if stretched(look) else "calm"), 48, 18)
    )


def _whiskered(ink: Ink, look: Look) -> str:
    """Long hair that falls to both sides from the nose: Shih Tzus and Yorkshire terriers."""
    fall = (
        "M0 22C16 12 40 22 58 40C78 60 92 86 94 116C82 106 74 106 68 116C58 104 50 106 44 118"
        "C34 104 26 100 14 106C8 92 4 80 0 70Z"
    )
    hairs = "M14 38Q46 56 66 100M10 50Q32 70 42 102"
    return (
        mirrored(path(fall, ink.ball(look.light, 0.18)) + line(hairs, tone(look.light, -0.2), 3.5, 0.7))
        + snout(ink, look.nose, 0, 34, 15, 11)
        + kitten(replace(look, mood=look.mood if stretched(look) else "calm"), 45, 15)
    )


def _mastiff(ink: Ink, look: Look) -> str:
    """A deep muzzle whose lips hang, and a tongue between them: St Bernards, hounds and great Danes."""
    lips = (
        "M0 20C24 16 44 30 52 54C58 76 48 96 32 94C20 92 8 78 0 74C-8 78-20 92-32 94"
        "C-48 96-58 76-52 54C-44 30-24 16 0 20Z"
    )
    tongue = path("M-12 72H12V92Q12 104 0 104Q-12 104-12 92Z", "#f2798a") + line("M0 78V92", "#d95c72", 2.5)
    return (
        tongue
        + path(lips, ink.ball(look.light, 0.2))
        + snout(ink, look.nose, 0, 34, 21, 15)
        + line("M0 48V74", "#6b3a3c", 4)
        + (smile(look, 76, 18) if stretched(look) else "")
    )


MUZZLES: Mapping[str, Painter] = {
    "jowls": _jowls, "pouting": _pouting, "bearded": _bearded, "whiskered": _whiskered, "mastiff": _mastiff,
}  # fmt: skip


# -- on the head -------------------------------------------------------------------------------------


def _topknot(ink: Ink, look: Look) -> str:
    """Hair gathered on the crown with a bow."""
    plume = (
        "M-20-86C-34-112-50-128-44-142C-28-136-20-140-12-152C0-142 14-146 24-150"
        "C28-138 42-136 46-126C38-112 28-104 20-86Z"
    )
    red = "#e2564a"
    bow = mirrored(path("M2-92C18-112 40-112 42-98C44-82 20-78 2-88Z", ink.ball(red, 0.2)))
    return path(plume, ink.slope(look.light)) + bow + oval(0, -91, 9, 8, tone(red, -0.16))


CRESTS: Mapping[str, Painter] = {"topknot": _topknot}
