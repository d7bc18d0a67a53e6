"""Markings of the face: painted on the skull, inside its outline, under eyes and muzzle."""

from __future__ import annotations

import math
from collections.abc import Callable

from . import breeds, coats, wilds
from .ink import Ink, disc, line, mirrored, oval, path, tone
from .look import Look


def draw(ink: Ink, look: Look) -> str:
    """All markings of a look, in order. Raises `KeyError` for an unknown one."""
    return "".join(_MARKS[name](ink, look) for name in look.marks)


def _tabby(ink: Ink, look: Look) -> str:
    brow = "M0-92V-56M-24-88Q-22-72-18-60M24-88Q22-72 18-60"
    sides = mirrored(line("M108 8Q92 6 80 12M112 28Q96 26 84 30", look.dark, 8, 0.85))
    return line(brow, look.dark, 10, 0.85) + sides


def _tiger(ink: Ink, look: Look) -> str:
    brow = path(
        (
            "M-9-96H9L3-48Q0-44-3-48ZM-46-92L-28-92Q-30-70-16-58"
            "Q-40-64-46-92ZM46-92L28-92Q30-70 16-58Q40-64 46-92Z"
        ),
        look.dark,
    )
    side = (
        "M118-26Q90-28 76-14Q94-12 118-10ZM122 4Q96 0 82 10Q100 14 124 18ZM126 34Q104 26 90 34Q104 42 122 46Z"
    )
    pale = mirrored(oval(42, -18, 22, 11, look.light, turn=10)) + mirrored(oval(62, 62, 52, 40, look.light))
    return pale + brow + mirrored(path(side, look.dark))


def _foxmask(ink: Ink, look: Look) -> str:
    white = ink.ball(look.light, 0.14)
    cheek = "M0 40C10 16 40 14 68 26C96 34 120 30 146 36C130 110 40 104 0 104Z"
    return mirrored(path(cheek, white)) + mirrored(oval(42, -28, 12, 7, look.light, 0.5, turn=12))


def _wolfmask(ink: Ink, look: Look) -> str:
    cheek = "M0 30C8 10 30 10 58 22C92 34 118 26 140 30C130 110 40 106 0 106Z"
    cap = (
        "M0-90C40-90 70-76 86-48C64-56 46-50 30-36C18-24 10-6 0 14"
        "C-10-6-18-24-30-36C-46-50-64-56-86-48C-70-76-40-90 0-90Z"
    )
    return path(cap, look.dark, 0.55) + mirrored(path(cheek, ink.ball(look.light, 0.14)))


def _shiba(ink: Ink, look: Look) -> str:
    """Cream cheeks that meet under the nose, and a cream dot over each eye."""
    cheek = "M0 22C14 20 28 26 50 26C84 24 110 18 134 14C140 100 60 112 0 108Z"
    return mirrored(path(cheek, ink.ball(look.light, 0.14)) + oval(40, -32, 15, 10, look.light, turn=14))


def _pug(ink: Ink, look: Look) -> str:
    """A mask around eyes and muzzle, and a brow full of folds."""
    folds = "M-40-50Q0-30 40-50M-28-68Q0-54 28-68M-12-22V-40M12-22V-40"
    mask = "M0-18C30-26 84-24 88 12C90 62 46 96 0 96C-46 96-90 62-88 12C-84-24-30-26 0-18Z"
    return path(mask, ink.ball(look.dark, 0.2)) + line(folds, tone(look.fur, -0.3), 7, 0.8)


def _pigeon(ink: Ink, look: Look) -> str:
    """The pale skin over its beak."""
    return mirrored(oval(11, 30, 15, 11, "#f6f2f4", turn=-16))


def _panda(ink: Ink, look: Look) -> str:
    return mirrored(oval(48, 8, 31, 38, ink.ball(look.dark, 0.2), turn=24))


def _raccoon(ink: Ink, look: Look) -> str:
    brow = mirrored(path("M10-20C34-46 76-40 104-14C80-34 40-30 10-4Z", look.light))
    mask = "M0 2C16-26 60-34 90-8C106 6 112 20 122 30C96 48 60 44 40 36C20 30 8 22 0 20Z"
    stripe = path("M-12-92H12Q8-30 10 10H-10Q-8-30-12-92Z", look.dark, 0.75)
    low = oval(0, 66, 72, 36, look.light)
    return low + stripe + mirrored(path(mask, look.dark)) + brow


def _blaze(ink: Ink, look: Look) -> str:
    return path(
        "M0-94C22-94 24-40 20-4C18 20 34 30 40 60H-40C-34 30-18 20-20-4C-24-40-22-94 0-94Z", look.light
    )


def _star(ink: Ink, look: Look) -> str:
    return path("M0-70L14-46L0-18L-14-46Z", look.light)


def _patch(ink: Ink, look: Look) -> str:
    return oval(50, 2, 42, 50, ink.ball(look.dark, 0.16), turn=12)


def _cow(ink: Ink, look: Look) -> str:
    left = "M-110-96C-60-100-24-80-30-44C-20-10-36 22-66 26C-90 34-120 10-120-20Z"
    return path(left, ink.ball(look.dark, 0.16)) + oval(84, -52, 34, 30, ink.ball(look.dark, 0.16))


def _calico(ink: Ink, look: Look) -> str:
    return path(
        "M0-96C50-100 110-70 114-10C90 22 50 30 26 4C10-20 14-60 0-96Z", ink.ball(look.dark, 0.16)
    ) + path("M0-96C-40-96-78-76-92-44C-70-34-40-40-24-56C-14-66-6-80 0-96Z", ink.ball(look.mane, 0.16))


def _tuxedo(ink: Ink, look: Look) -> str:
    return path("M0-30C10-6 30 16 66 30C84 60 60 100 0 100C-60 100-84 60-66 30C-30 16-10-6 0-30Z", look.light)


def _siamese(ink: Ink, look: Look) -> str:
    mask = (
        "M0-34C20-34 22-16 46-16C76-14 84 20 70 48C54 76 28 88 0 88"
        "C-28 88-54 76-70 48C-84 20-76-14-46-16C-22-16-20-34 0-34Z"
    )
    return path(mask, ink.glow(look.dark, 1.0)) + path(mask, tone(look.dark, 0.1), 0.72)


def _spots(ink: Ink, look: Look) -> str:
    rosettes = (
        (0, -74, 9),
        (-30, -66, 10),
        (30, -66, 10),
        (-58, -50, 9),
        (58, -50, 9),
        (-14, -52, 7),
        (16, -50, 7),
        (-88, -8, 9),
        (88, -8, 9),
        (-94, 18, 8),
        (94, 18, 8),
        (-82, 40, 7),
        (82, 40, 7),
        (-42, -40, 6),
        (44, -38, 6),
    )
    return "".join(
        oval(x, y, r, r * 0.82, look.dark) + oval(x - 1, y + 1, r * 0.48, r * 0.36, tone(look.fur, -0.18))
        for x, y, r in rosettes
    )


_COAT = (
    (0, -74, 8), (-32, -68, 8), (32, -68, 8), (-60, -50, 7), (60, -50, 7), (-16, -52, 6), (17, -52, 6),
    (-88, -14, 7), (88, -14, 7), (-97, 12, 7), (97, 12, 7), (-84, 36, 6), (84, 36, 6), (-45, -44, 6),
    (46, -44, 6), (-76, -32, 6), (76, -32, 6),
)  # fmt: skip


def _dots(ink: Ink, look: Look) -> str:
    """Small full dots: a cheetah."""
    return "".join(oval(x, y, r * 0.9, r * 0.75, look.dark) for x, y, r in _COAT)


def _rosettes(ink: Ink, look: Look) -> str:
    """Rings that are open at one side: a leopard."""
    rings = "".join(
        f"M{x - r} {y + 2}A{r} {r * 0.85:.1f} 0 0 1 {x + r * 0.6:.1f} {y - r * 0.7:.1f}"
        f"M{x + r} {y + 1}A{r} {r * 0.85:.1f} 0 0 1 {x - r * 0.3:.1f} {y + r * 0.9:.1f}"
        for x, y, r in _COAT
    )
    return line(rings, look.dark, 5)


def _dalmatian(ink: Ink, look: Look) -> str:
    dots = (
        (-40, -66, 12),
        (22, -74, 9),
        (60, -44, 11),
        (-78, -24, 9),
        (84, 16, 9),
        (-86, 36, 8),
        (-6, -48, 6),
    )
    return "".join(oval(x, y, r, r * 0.9, look.dark) for x, y, r in dots)


def _giraffe(ink: Ink, look: Look) -> str:
    patches = (
        "M-20-96L22-96L26-66L0-54L-24-68ZM-84-60L-50-82L-34-56L-56-34L-86-36ZM84-60L50-82L34-56L56-34L86-36Z"
        "M96-20L72-16L70 10L96 18ZM-96-20L-72-16L-70 10L-96 18Z"
    )
    return path(patches, look.dark, 1, ' stroke-linejoin="round"') + line(patches, look.dark, 8)


def _zebra(ink: Ink, look: Look) -> str:
    top = (
        "M-8-96H8L3-44Q0-40-3-44ZM-36-92L-22-96Q-22-70-10-46"
        "Q-32-64-36-92ZM36-92L22-96Q22-70 10-46Q32-64 36-92Z"
    )
    side = (
        "M66-86L54-88Q54-64 34-44Q62-56 66-86ZM100-30Q80-34 66-22Q84-22 100-16Z"
        "M100-4Q80-10 68 0Q84 4 98 10ZM92 24Q78 18 66 26Q80 32 90 36Z"
    )
    return path(top, look.dark) + mirrored(path(side, look.dark))


def _penguin(ink: Ink, look: Look) -> str:
    face = "M0-14C16-58 84-56 88-2C90 50 54 84 0 84C-54 84-90 50-88-2C-84-56-16-58 0-14Z"
    return path(face, ink.ball(look.light, 0.14))


def _owl(ink: Ink, look: Look) -> str:
    discs = mirrored(oval(44, 8, 56, 58, ink.ball(look.light, 0.2)))
    brow = (
        "M0-24C16-62 60-84 104-112C96-84 78-58 44-48C24-42 10-32 0-18"
        "C-10-32-24-42-44-48C-78-58-96-84-104-112C-60-84-16-62 0-24Z"
    )
    return discs + path(brow, look.dark)


def _badger(ink: Ink, look: Look) -> str:
    stripe = "M26-94C48-70 58-40 62-6C66 30 60 56 40 70C30 40 22 10 20-20Q20-60 26-94Z"
    return mirrored(path(stripe, look.dark))


def _sloth(ink: Ink, look: Look) -> str:
    face = oval(0, 12, 82, 66, ink.ball(look.light, 0.16))
    return face + mirrored(path("M22 2C40-14 84-6 100 34C80 34 44 34 22 20Z", look.dark))


def _hedgehog(ink: Ink, look: Look) -> str:
    face = "M0-34C24-66 86-50 90 6C92 56 54 92 0 92C-54 92-92 56-90 6C-86-50-24-66 0-34Z"
    return path(face, ink.ball(look.light, 0.16))


def _freckles(ink: Ink, look: Look) -> str:
    dots = "".join(disc(x, y, 2.8, "#b86b45", 0.75) for x, y in ((54, 30), (66, 27), (60, 38), (72, 37)))
    return mirrored(dots)


def _toucan(ink: Ink, look: Look) -> str:
    bib = "M-66 30C-60-8 60-8 70 30C72 70 44 96 0 96C-44 96-70 70-66 30Z"
    return path(bib, ink.ball(look.light, 0.15))


def _macaw(ink: Ink, look: Look) -> str:
    face = mirrored(oval(50, 16, 38, 36, ink.ball("#fff8ec", 0.12)))
    return face + mirrored(line("M40 30Q56 36 72 32M44 40Q58 45 72 41", look.dark, 3, 0.7))


def _robin(ink: Ink, look: Look) -> str:
    return oval(0, 66, 84, 66, ink.ball(look.light, 0.18))


def _eagle(ink: Ink, look: Look) -> str:
    brow = mirrored(
        path("M10-10C26-30 62-42 92-30C76-26 66-20 60-12C44-20 28-18 12-2Z", tone(look.fur, -0.42))
    )
    return brow + mirrored(path("M72 60L102 52L86 72L104 76L78 88L70 78Z", tone(look.fur, -0.12)))


def _otter(ink: Ink, look: Look) -> str:
    return oval(0, 52, 76, 50, ink.ball(look.light, 0.16))


def _lines(ink: Ink, look: Look) -> str:
    """The two dark tear lines of a cheetah."""
    return mirrored(
        path("M20 16C30 20 34 34 48 44C58 52 60 66 50 80C54 62 44 56 34 48C24 40 18 28 20 16Z", look.dark)
    )


def _scales(ink: Ink, look: Look) -> str:
    arcs = "M-44-58q10 12 20 0q10 12 20 0q10 12 20 0q10 12 20 0M-24-74q8 10 16 0q8 10 16 0q8 10 16 0"
    return line(arcs, tone(look.fur, -0.3), 4, 0.6)


def _squirrel(ink: Ink, look: Look) -> str:
    return mirrored(oval(44, 4, 30, 34, look.light, 0.75)) + mirrored(oval(50, 60, 48, 34, look.light))


def _swan(ink: Ink, look: Look) -> str:
    return path("M0-8C12-12 34 0 48 22C40 40 16 36 0 36C-16 36-40 40-48 22C-34 0-12-12 0-8Z", "#3a3646")


def _bandages(ink: Ink, look: Look) -> str:
    bands = (
        "M-112-70Q0-46 112-78M-112-44Q0-24 112-50M-112 34Q0 58 112 30M-112 60Q0 84 112 56M-100 84Q0 100 90 82"
    )
    slit = "M-96-28Q0-8 96-32L98 22Q0 44-98 26Z"
    return line(bands, look.dark, 4.5, 0.8) + path(slit, "#5a4a52", 0.85)


def _sugar_skull(ink: Ink, look: Look) -> str:
    """The painted face of a catrina: petals around the eyes, a heart for a nose, a stitched smile."""
    x, y = look.eye_x, look.eye_y
    petals = "".join(
        disc(x + 25 * math.cos(a), y + 25 * math.sin(a), 9.5, "#e2508a" if i % 2 else "#f7b93c")
        for i, a in enumerate(k * math.pi / 5 for k in range(10))
    )
    eyes = mirrored(petals + disc(x, y, 26, "#3a2840"))
    brow = disc(0, -48, 9, "#f7b93c") + "".join(
        oval(13 * math.cos(a), -48 + 13 * math.sin(a), 9, 6, "#e2508a", turn=math.degrees(a))
        for a in (k * math.pi / 3 for k in range(6))
    )
    cheeks = mirrored(
        line("M64 52C78 48 82 62 72 66C64 68 62 58 68 58", "#3fa89a", 4) + disc(50, 62, 3.5, "#e2508a")
    )
    stitches = "M-52 60Q0 76 52 60M-42 56V72M-28 60V77M28 60V77M42 56V72"
    chin = disc(0, 90, 4, "#3fa89a") + mirrored(disc(12, 88, 3, "#f7b93c"))
    return eyes + brow + cheeks + line(stitches, "#3a2840", 3.6) + chin


_MARKS: dict[str, Callable[[Ink, Look], str]] = {
    "tabby": _tabby, "tiger": _tiger, "foxmask": _foxmask, "wolfmask": _wolfmask, "panda": _panda,
    "raccoon": _raccoon, "blaze": _blaze, "star": _star, "patch": _patch, "cow": _cow, "calico": _calico,
    "tuxedo": _tuxedo, "siamese": _siamese, "spots": _spots, "dalmatian": _dalmatian, "giraffe": _giraffe,
    "zebra": _zebra, "penguin": _penguin, "owl": _owl, "badger": _badger, "sloth": _sloth,
    "hedgehog": _hedgehog, "freckles": _freckles, "toucan": _toucan, "macaw": _macaw, "robin": _robin,
    "eagle": _eagle, "otter": _otter, "lines": _lines, "dots": _dots, "rosettes": _rosettes,
    "scales": _scales, "squirrel": _squirrel, "shiba": _shiba, "pug": _pug, "pigeon": _pigeon,
    "swan": _swan, "bandages": _bandages, "sugar-skull": _sugar_skull,
    **coats.MARKS, **breeds.MARKS, **wilds.MARKS,
}  # fmt: skip
