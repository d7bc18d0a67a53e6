"""Coats that were asked for: stripes, spots, fluff, grey muzzles, wood and stone, on any animal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from .crests import fluff
from .curves import star
from .ink import Ink, disc, line, luma, mirrored, oval, path, tone
from .look import Look

RAINBOW = ("#e2564a", "#f7a233", "#f7d14a", "#55b868", "#3f9ee0", "#8f6fd8")


def contrast(look: Look) -> str:
    """A colour for marks that must be seen on the fur."""
    if abs(luma(look.dark) - luma(look.fur)) > 0.2:
        return look.dark
    return tone(look.fur, -0.62) if luma(look.fur) > 0.3 else tone(look.fur, 0.5)


# -- on heads ----------------------------------------------------------------------------------------


def _stripes(ink: Ink, look: Look) -> str:
    brow = (
        "M-8-98H8L4-56Q0-50-4-56ZM-40-96L-25-98Q-25-74-16-60Q-34-70-40-96Z"
        "M40-96L25-98Q25-74 16-60Q34-70 40-96ZM-72-84L-58-92Q-54-74-44-62Q-64-68-72-84Z"
        "M72-84L58-92Q54-74 44-62Q64-68 72-84Z"
    )
    side = (
        "M122-16Q98-20 84-8Q102-4 122-2ZM124 14Q98 10 86 20Q104 26 124 28ZM122 44Q100 36 88 46Q104 54 118 58Z"
    )
    color = contrast(look)
    return path(brow, color) + mirrored(path(side, color))


_SPOTS = (
    (-56, -56, 15), (-12, -76, 12), (36, -66, 17), (76, -36, 11), (-88, -14, 11), (-92, 34, 13),
    (94, 14, 13), (82, 58, 12), (-62, 70, 10),
)  # fmt: skip


def _spotted(ink: Ink, look: Look) -> str:
    color = contrast(look)
    return "".join(oval(x, y, r, r * 0.88, color) for x, y, r in _SPOTS)


def _aged(ink: Ink, look: Look) -> str:
    """Grey around the muzzle and over the eyes."""
    grey = tone("#d9d8de", 0.3 if luma(look.fur) < 0.6 else -0.12)
    x, y = look.eye_x, look.eye_y
    muzzle = oval(0, 62, 62, 38, grey, 0.8) + mirrored(oval(58, 52, 22, 24, grey, 0.55))
    tufts = mirrored(
        line(f"M{x - 20} {y - 27}Q{x} {y - 40} {x + 22} {y - 26}", grey, 10)
        + line(f"M{x + 14} {y - 30}L{x + 26} {y - 38}M{x} {y - 34}L{x + 6} {y - 46}", grey, 6)
    )
    return muzzle + tufts


def _rainbow(ink: Ink, look: Look) -> str:
    bands = "".join(
        line(f"M-{r} -28A{r} {r * 0.86:.0f} 0 0 1 {r} -28", color, 13)
        for r, color in zip((118, 105, 92, 79, 66, 53), RAINBOW, strict=True)
    )
    return f'<g transform="translate(0 -8)">{bands}</g>'


def _grain(ink: Ink, look: Look) -> str:
    rings = (
        "M-110-40Q-40-64 20-44T120-56M-110-66Q-20-92 110-80"
        "M-112 44Q-90 34-80 48T-84 84M112 30Q92 40 96 62T80 84"
    )
    knot = oval(66, -56, 13, 8, tone(look.fur, -0.3), 0.8) + oval(66, -56, 6, 4, tone(look.fur, -0.5), 0.8)
    return line(rings, tone(look.fur, -0.42), 4.5, 0.8) + knot


def _rivets(ink: Ink, look: Look) -> str:
    seam = line("M0-96V-44M-112 24Q-84 30-70 24M112 24Q84 30 70 24", tone(look.fur, -0.4), 4, 0.8)
    bolts = "".join(
        disc(x, y, 5.5, tone(look.fur, -0.3)) for x, y in ((14, -78), (14, -56), (88, 38), (84, 8))
    )
    glint = path("M-84-40C-70-74-44-88-20-90C-46-74-64-56-72-30Z", "#ffffff", 0.6)
    return seam + mirrored(bolts) + glint


def _cracks(ink: Ink, look: Look) -> str:
    d = "M-60-86L-46-62L-56-48L-40-36M84-40L66-34L70-18M-98 30L-78 34L-80 50M70 82L62 66L72 56"
    specks = "".join(
        disc(x, y, 4, tone(look.fur, -0.22)) for x, y in ((20, -76), (44, -70), (-84, -8), (88, 22))
    )
    return line(d, tone(look.fur, -0.42), 4.2, 0.85) + specks


def _facets(ink: Ink, look: Look) -> str:
    shapes = "M-110-20L-60-96L-20-60L-74 0ZM110 10L70-90L40-50L80 30ZM-100 30L-60 100L-30 76L-76 40Z"
    return path(shapes, "#ffffff", 0.42) + line("M-20-60L40-50M-74 0L-76 40M80 30L40 96", "#ffffff", 3, 0.7)


def _mud(ink: Ink, look: Look) -> str:
    blots = ((-62, 44, 15), (-44, 58, 8), (70, 30, 12), (24, -62, 13), (46, -56, 6), (-30, 76, 9))
    return "".join(oval(x, y, r, r * 0.74, "#6b4a30", 0.82) for x, y, r in blots)


def rust(x: float, y: float, r: float) -> str:
    """A patch of rust of radius `r` around (x, y), eaten out at its rim, with crumbs beside it."""

    def blots(color: str, grow: float, places: Iterable[tuple[float, float, float]]) -> str:
        return "".join(
            oval(x + r * a, y + r * b, r * k + grow, r * k * 0.86 + grow, color) for a, b, k in places
        )

    return blots("#cf8746", r * 0.08, _RUST[:5]) + blots("#ad5c2c", 0, _RUST) + blots("#8a4526", 0, _DEEP)


_RUST = (
    (0, 0, 0.66), (-0.58, 0.2, 0.46), (0.5, -0.34, 0.44), (0.34, 0.5, 0.42), (-0.3, -0.5, 0.3),
    (1.16, 0.2, 0.13), (-1.2, -0.2, 0.1), (0.2, 1.16, 0.11), (0.9, -0.94, 0.09), (-0.76, 0.98, 0.08),
)  # fmt: skip
_DEEP = ((0.16, 0.1, 0.3), (-0.46, 0.26, 0.17), (0.5, -0.3, 0.16), (0.36, 0.52, 0.15))
"""Places of the blots of a patch and their radii, in radii of the patch."""


def _rust(ink: Ink, look: Look) -> str:
    spots = ((-78, -66, 19), (60, -84, 13), (94, 44, 20), (-92, 60, 13), (-20, -90, 9), (30, 84, 12))
    return "".join(rust(*spot) for spot in spots)


MARKS: Mapping[str, Callable[[Ink, Look], str]] = {
    "stripes": _stripes, "spotted": _spotted, "aged": _aged, "rainbow": _rainbow, "grain": _grain,
    "rivets": _rivets, "cracks": _cracks, "facets": _facets, "mud": _mud, "rust": _rust,
}  # fmt: skip


# -- on bodies ---------------------------------------------------------------------------------------


def rainbow(top: float, bottom: float, half: float = 110) -> str:
    """Bands in the colours of the rainbow over a body between two heights."""
    step = (bottom - top) / len(RAINBOW)
    return "".join(
        line(f"M{-half} {y:.0f}Q0 {y + 18:.0f} {half} {y:.0f}", color, step + 1)
        for y, color in ((top + (i + 0.5) * step, color) for i, color in enumerate(RAINBOW))
    )


def _bands(look: Look) -> str:
    """Stripes around the whole body; the belly is laid over them."""
    return "".join(line(f"M-90 {y}Q0 {y + 20} 90 {y}", contrast(look), 9) for y in range(106, 226, 23))


_BODY_SPOTS = (
    (-52, 116, 13), (46, 104, 11), (62, 138, 13), (-64, 158, 11), (54, 178, 12), (-48, 198, 14),
    (44, 212, 11),
)  # fmt: skip


def _body_spots(look: Look) -> str:
    return "".join(oval(x, y, r, r * 0.9, contrast(look)) for x, y, r in _BODY_SPOTS)


def _body_grain(look: Look) -> str:
    return line(
        "M-90 112Q-50 104-30 116T30 108T90 116M-90 150Q-60 140-44 152M90 146Q60 154 46 144"
        "M-90 190Q-50 182-40 196M90 186Q54 196 42 186M-60 216Q0 208 60 218",
        tone(look.fur, -0.4), 4, 0.7,
    )  # fmt: skip


def _body_cracks(look: Look) -> str:
    d = "M-74 120L-56 128L-50 146L-38 150M72 150L56 158L60 176M-66 190L-50 196L-46 214"
    return line(d, tone(look.fur, -0.42), 4, 0.85)


def _body_facets(look: Look) -> str:
    shapes = "M-76 120L-44 96L-30 140L-66 160ZM70 130L40 150L62 190L84 170ZM-70 190L-40 176L-34 216Z"
    return path(shapes, "#ffffff", 0.42)


def _body_mud(look: Look) -> str:
    blots = ((-52, 124, 13), (56, 156, 15), (-46, 200, 16), (38, 212, 12))
    return "".join(oval(x, y, r, r * 0.74, "#6b4a30", 0.82) for x, y, r in blots)


def _body_rust(look: Look) -> str:
    spots = ((-56, 118, 15), (36, 196, 17), (-38, 184, 11), (58, 140, 12), (10, 168, 8), (-6, 214, 10))
    return "".join(rust(*spot) for spot in spots)


def shimmer() -> str:
    """The throat of a pigeon, green above purple."""
    green, purple = "M-46 70H46L62 108Q0 142-62 108Z", "M-66 100Q0 134 66 100Q44 148 0 150Q-44 148-66 100Z"
    return path(purple, "#a06cc4") + path(green, "#58b09a") + line("M-46 106Q0 126 46 106", "#9ae0c4", 4, 0.7)


BODIES: Mapping[str, Callable[[Look], str]] = {
    "bands": _bands, "spotted": _body_spots, "rainbow": lambda look: rainbow(70, 226), "grain": _body_grain,
    "cracks": _body_cracks, "facets": _body_facets, "mud": _body_mud,
    "rust": _body_rust,
}  # fmt: skip
_CLOTH_DOTS = (
    (-44, 112), (-8, 128), (34, 110), (-58, 148), (-26, 162), (14, 160), (52, 146), (-48, 188), (-6, 196),
    (36, 188), (66, 178), (-72, 218), (-34, 224), (26, 222), (62, 214), (-98, 236), (94, 234),
)  # fmt: skip


def _rows(color: str) -> str:
    return "".join(line(f"M-130 {y}Q0 {y + 16} 130 {y}", color, 10) for y in range(100, 260, 27))


def _checks(color: str) -> str:
    across = "".join(line(f"M-130 {y}Q0 {y + 16} 130 {y}", color, 11, 0.55) for y in range(92, 270, 30))
    return across + "".join(line(f"M{x} 60V280", color, 11, 0.55) for x in range(-120, 130, 30))


def _blossoms(color: str) -> str:
    hues = ("#e8607a", "#f2a93b", "#7a6bd0")
    petals = ((0, -6), (6, -1), (4, 6), (-4, 6), (-6, -1))
    return "".join(
        "".join(disc(x + dx, y + dy, 4.6, color) for dx, dy in petals) + disc(x, y, 3.6, hues[n % 3])
        for n, (x, y) in enumerate(_CLOTH_DOTS)
    )


def _hearts(color: str) -> str:
    return "".join(
        path(
            f"M{x} {y + 9}C{x - 16} {y - 2} {x - 7} {y - 13} {x} {y - 4}"
            f"C{x + 7} {y - 13} {x + 16} {y - 2} {x} {y + 9}Z",
            color,
        )
        for x, y in _CLOTH_DOTS
    )


PRINTS: Mapping[str, Callable[[str], str]] = {
    "striped": _rows,
    "dotted": lambda color: "".join(disc(x, y, 7.5, color) for x, y in _CLOTH_DOTS),
    "checkered": _checks,
    "floral": _blossoms,
    "starry": lambda color: "".join(path(star(x, y, 10), color) for x, y in _CLOTH_DOTS),
    "hearts": _hearts,
    "rainbow": lambda color: rainbow(84, 250, 140),
}
"""By the rows of `lexicon/patterns.toml`, and the rainbow; each in a hex colour."""


def printed(pattern: str, cloth: str, color: str = "") -> str:
    """A pattern for clothes of a colour, in one that goes with it or its own, to be cut to their outline."""
    return PRINTS[pattern](color or on_cloth(cloth))


def on_cloth(cloth: str) -> str:
    """The colour of what is printed on or knitted into clothes of a colour."""
    return "#fdf6ec" if luma(cloth) < 0.72 else tone(cloth, -0.42)


def ruff(ink: Ink, look: Look) -> str:
    """Fur that stands off all around the head."""
    if not look.fluffy:
        return ""
    fur = look.face or look.fur
    return path(fluff(0, 14, 112, 92, 15, 1.12, 0.2), ink.ball(tone(fur, 0.08), 0.28))


def forelock(ink: Ink, look: Look) -> str:
    """A tuft between the ears."""
    if not look.fluffy:
        return ""
    d = (
        "M-34-82C-40-104-26-114-18-104C-16-122 4-124 6-108C18-120 34-108 30-84"
        "C18-90 10-80 2-72C-6-82-20-88-34-82Z"
    )
    return path(d, ink.slope(tone(look.face or look.fur, 0.12), 0.16))


def down(ink: Ink, look: Look) -> str:
    """Fur that stands off around the body, behind it."""
    if not look.fluffy:
        return ""
    return path(fluff(0, 152, 72, 78, 14, 1.14, 0.1), ink.ball(look.fur, 0.3))


def bib(ink: Ink, look: Look) -> str:
    """A soft chest over the body."""
    if not look.fluffy:
        return ""
    return path(
        "M-52 98C-30 112 30 112 52 98C60 116 52 128 42 130C42 146 26 152 16 146C12 164-8 164-12 148"
        "C-24 154-40 146-40 132C-54 128-60 114-52 98Z", ink.ball(tone(look.light, 0.3), 0.14),
    )  # fmt: skip
