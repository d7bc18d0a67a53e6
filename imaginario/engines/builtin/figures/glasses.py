"""Glasses and masks, placed on the eyes of any head."""

from __future__ import annotations

from collections.abc import Callable

from .curves import heart, star
from .ink import Ink, disc, group, line, luma, mirrored, num, path, slab, tone
from .look import Look


def draw(ink: Ink, name: str, look: Look, color: str = "") -> str:
    """Glasses or a mask, in their own colours or in a hex `color`. Raises `KeyError` for an unknown one."""
    return _KINDS[name](ink, look, color)


_PALE, _DARK = "#e6d9bd", 0.24
"""The rim of glasses in faces darker than this, which would not be seen otherwise."""


def _on_dark(look: Look, frame: str) -> bool:
    """Whether a frame is hardly seen in the face: black on a black cat, on the patches of a panda."""
    face = look.skin if look.human else look.face or look.fur
    return luma(frame) < _MIDDLE and (luma(face) < _DARK or "panda" in look.marks)


_MIDDLE = 0.45
"""Frames lighter than this are seen in any face."""


def _bridge(look: Look, color: str, r: float, width: float = 6) -> str:
    x, y = look.eye_x, look.eye_y
    return line(f"M{-x + r} {y - 4}Q0 {y - 14} {x - r} {y - 4}", color, width) + mirrored(
        line(f"M{x + r} {y - 6}L{x + r + 26} {y - 14}", color, width)
    )


def _reach(look: Look, most: float = 34) -> float:
    return min(most, look.eye_x - 8)


def _ring(x: float, y: float, r: float, glass: str, frame: str) -> str:
    return (
        f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" fill="{glass}" fill-opacity=".1" '
        f'stroke="{frame}" stroke-width="6"/>'
    )


def _round(ink: Ink, look: Look, color: str) -> str:
    r, frame = _reach(look), color or (_PALE if _on_dark(look, "#4a3a3c") else "#4a3a3c")
    ring = _ring(look.eye_x, look.eye_y, r, "#dff1fb", frame)
    return mirrored(ring) + _glints(look, r) + _bridge(look, frame, r)


def _glints(look: Look, r: float) -> str:
    """A gleam at the top left of both lenses, beside the eyes: glass over them would dull them."""
    k, y = r * 0.78, look.eye_y
    return "".join(
        line(
            f"M{x - k} {y - k * 0.1}Q{x - k * 0.92} {y - k * 0.75} {x - k * 0.28} {y - k * 0.92}",
            "#fff",
            4.5,
            0.85,
        )
        for x in (-look.eye_x, look.eye_x)
    )


def _safety(ink: Ink, look: Look, color: str) -> str:
    r, x, y = _reach(look, 36), look.eye_x, look.eye_y
    d = (
        f"M{-x - r} {y - 26}Q0 {y - 38} {x + r} {y - 26}L{x + r} {y + 16}"
        f"Q{x} {y + 34} 14 {y + 24}Q0 {y + 6} -14 {y + 24}Q{-x} {y + 34} {-x - r} {y + 16}Z"
    )
    return (
        path(d, "#bfe8f5", 0.14)
        + line(d, color or "#5b6f94", 5)
        + line(f"M{-x - r + 8} {y + 4}L{-x - r + 12} {y - 18}L{-x - 6} {y - 23}", "#fff", 5, 0.8)
    )


def _shades(ink: Ink, look: Look, color: str) -> str:
    r = _reach(look, 37)
    x, y = look.eye_x, look.eye_y
    shape = (
        f"M{x - r} {y - 22}H{x + r + 2}Q{x + r + 4} {y + 30} {x} {y + 30}Q{x - r} {y + 30} {x - r} {y - 22}Z"
    )
    lens = path(
        shape,
        ink.blend(tone(color, 0.2), tone(color, -0.5)) if color else ink.blend("#4a4660", "#1b1824"),
    )
    frame = tone(color, -0.2) if color else "#2b2733"
    top = line(f"M{-x - r} {y - 22}H{x + r}", frame, 8)
    temples = mirrored(line(f"M{x + r} {y - 20}L{x + r + 20} {y - 24}", frame, 7))
    if _on_dark(look, frame):
        around = line(f"M{-x - r} {y - 22}H{x + r}", _PALE, 14) + mirrored(line(shape, _PALE, 8))
        top = around + mirrored(lens) + top
        temples = mirrored(line(f"M{x + r} {y - 20}L{x + r + 20} {y - 24}", _PALE, 7))
    shine = path(
        f"M{x - r + 8} {y - 14}H{x - 4}L{x - 20} {y + 12}Q{x - r + 4} {y} {x - r + 8} {y - 14}Z",
        "#ffffff",
        0.22,
    )
    left = f'<g transform="translate({-2 * x} 0)">{shine}</g>'
    return mirrored(lens) + top + shine + left + temples


def _hearts(ink: Ink, look: Look, color: str) -> str:
    r = _reach(look, 34)
    lens = path(heart(look.eye_x, look.eye_y - 2, r), ink.slope(color or "#e8406c", 0.34))
    return (
        mirrored(lens)
        + _bridge(look, tone(color, -0.24) if color else "#c22f57", r * 0.7, 7)
        + disc(look.eye_x - 14, look.eye_y - 12, 6, "#fff", 0.6)
        + disc(-look.eye_x - 14, look.eye_y - 12, 6, "#fff", 0.6)
    )


def _stars(ink: Ink, look: Look, color: str) -> str:
    r = _reach(look, 42) + 6
    lens = path(star(look.eye_x, look.eye_y, r, 0.58), ink.slope(color or "#f7b93c", 0.34)) + path(
        star(look.eye_x, look.eye_y, r * 0.66, 0.58), "#5b3a5e", 0.85
    )
    return mirrored(lens) + _bridge(look, tone(color, -0.24) if color else "#d8912a", r * 0.8, 7)


def _goggles(ink: Ink, look: Look, color: str) -> str:
    x, y = look.eye_x, look.eye_y
    d = (
        f"M{-x - 40} {y - 20}Q{-x - 40} {y - 36} {-x - 20} {y - 36}H{x + 20}"
        f"Q{x + 40} {y - 36} {x + 40} {y - 20}V{y + 10}Q{x + 38} {y + 32} {x} {y + 32}Q16 {y + 32} 0 {y + 16}"
        f"Q-16 {y + 32} {-x} {y + 32}Q{-x - 38} {y + 32} {-x - 40} {y + 10}Z"
    )
    strap = mirrored(line(f"M{x + 38} {y - 6}L{x + 62} {y - 12}", "#2f3f6e", 14))
    return (
        strap
        + path(d, "#bfe8f5", 0.16)
        + line(d, color or "#3fb8d6", 9)
        + line(f"M{-x - 29} {y + 6}V{y - 14}Q{-x - 28} {y - 24} {-x - 16} {y - 25}H{-x}", "#fff", 6, 0.85)
    )


def _monocle(ink: Ink, look: Look, color: str) -> str:
    r, x, y = _reach(look, 32), look.eye_x, look.eye_y
    ring = _ring(x, y, r, "#e8f6ff", color or "#e0b02e")
    chain = f"M{x + r - 4} {y + 12}Q{x + r + 20} {y + 60} {x + r + 6} {y + 96}"
    return ring + line(chain, color or "#e0b02e", 3.5)


def _eyepatch(ink: Ink, look: Look, color: str) -> str:
    x, y = look.eye_x, look.eye_y
    strap = line(f"M{-x - 52} {y - 50}L{x + 50} {y + 4}", "#2b2733", 6)
    return strap + path(
        f"M{x - 28} {y - 22}H{x + 26}Q{x + 30} {y + 26} {x} {y + 28}Q{x - 30} {y + 22} {x - 28} {y - 22}Z",
        ink.slope(color or "#3a3646"),
    )


def _domino(ink: Ink, look: Look, color: str) -> str:
    x, y = look.eye_x, look.eye_y
    out = x + 52
    holes = "".join(f"M{s * x - 24} {y}a24 27 0 1 0 48 0a24 27 0 1 0-48 0Z" for s in (-1, 1))
    d = (
        f"M0 {y - 26}C24 {y - 44} {x + 20} {y - 46} {out} {y - 26}"
        f"C{out + 4} {y + 14} {x + 20} {y + 40} {x - 8} {y + 38}C20 {y + 34} 10 {y + 20} 0 {y + 18}"
        f"C-10 {y + 20} -20 {y + 34} {-x + 8} {y + 38}"
        f"C{-x - 20} {y + 40} {-out - 4} {y + 14} {-out} {y - 26}C{-x - 20} {y - 46} -24 {y - 44} 0 {y - 26}Z"
    )
    return path(d + holes, ink.slope(color or "#de4a44", 0.3), extra=' fill-rule="evenodd"')


def _carnival(ink: Ink, look: Look, color: str) -> str:
    x, y = look.eye_x, look.eye_y
    plume = path(
        (
            f"M{x + 36} {y - 30}C{x + 30} {y - 90} {x + 56} {y - 130} {x + 84} {y - 140}"
            f"C{x + 92} {y - 100} {x + 76} {y - 50} {x + 46} {y - 26}Z"
        ),
        ink.slope("#3fb8d6"),
    )
    gems = "".join(disc(gx, gy, 5, "#ffe98f") for gx, gy in ((0, y - 14), (x, y - 40), (-x, y - 40)))
    return plume + _domino(ink, look, color or "#8a5cc9") + gems


def _ninja(ink: Ink, look: Look, color: str) -> str:
    low = look.eye_y > -30
    y = look.eye_y
    cloth = "#34344a"
    band = (
        f"M-114 {y - 26}C-100 -104 -60 -104 0 -104"
        f"C60 -104 100 -104 114 {y - 26}C60 {y - 44} -60 {y - 44} -114 {y - 26}Z"
    )
    veil = (
        f"M-116 {y + 24}C-60 {y + 44} 60 {y + 44} 116 {y + 24}"
        f"C118 {y + 70} 70 98 0 98C-70 98 -118 {y + 70} -116 {y + 24}Z"
    )
    knot = path(f"M106 {y - 40}L152 {y - 66}L142 {y - 38}L160 {y - 18}L110 {y - 22}Z", ink.slope("#dd4b44"))
    strip = path(
        (
            f"M-112 {y - 34}C-60 {y - 58} 60 {y - 58} 112 {y - 34}"
            f"L114 {y - 20}C60 {y - 42} -60 {y - 42} -114 {y - 20}Z"
        ),
        "#dd4b44",
    )
    if not low:  # eyes on top of the head, as a frog's: only the chin is veiled
        return path("M-116 2C-60 22 60 22 116 2C122 58 70 92 0 92C-70 92-122 58-116 2Z", ink.ball(cloth))
    return knot + path(band, ink.ball(cloth)) + strip + path(veil, ink.ball(cloth))


def _clown(ink: Ink, look: Look, color: str) -> str:
    x, y = look.eye_x, look.eye_y
    x0, x1, y0, y1 = x - 36, x + 36, y - 38, y + 38
    around = f"M{x} {y - 42}C{x1} {y0} {x1} {y1} {x} {y + 42}C{x0} {y1} {x0} {y0} {x} {y - 42}Z"
    eye = f"M{x - 20} {y}a20 24 0 1 0 40 0a20 24 0 1 0-40 0Z"
    paint = mirrored(path(around + eye, "#ffffff", 0.8, extra=' fill-rule="evenodd"'))
    nose = y + (28 if y > -30 else 60)
    return paint + disc(0, nose, 19, ink.ball("#e2483d")) + disc(-6, nose - 7, 5, "#fff", 0.8)


def _moustache(ink: Ink, look: Look, color: str) -> str:
    y = look.eye_y + 42
    return mirrored(
        path(
            (
                f"M0 {y}C14 {y - 10} 38 {y - 6} 46 {y + 2}C56 {y + 8} 66 {y + 2} 68 {y - 6}"
                f"C74 {y + 14} 52 {y + 22} 32 {y + 18}C16 {y + 16} 6 {y + 12} 0 {y + 8}Z"
            ),
            ink.slope(color or tone("#6b4632", -0.1)),
        )
    )


def _luchador(ink: Ink, look: Look, color: str) -> str:
    """A tight mask over the whole head, open at eyes and mouth, with flames around the eyes."""
    x, y, r = look.eye_x, look.eye_y, look.eye_r
    main, gold = color or "#2f6fd0", "#f5c33b"
    wide, tall = (28, 21) if look.human else (48, 36)
    top = min(-108, y - 2 * r)
    head = f"M-108 0C-112-70-70 {top} 0 {top}C70 {top} 112-70 108 0C110 56 78 106 0 106C-78 106-110 56-108 0Z"
    mouth = y + (39 if y > -30 else 96)
    eye = f"M{x - r - 8} {y}a{r + 8} {r + 7} 0 1 0 {2 * r + 16} 0a{r + 8} {r + 7} 0 1 0-{2 * r + 16} 0Z"
    other = f"M{-x - r - 8} {y}a{r + 8} {r + 7} 0 1 0 {2 * r + 16} 0a{r + 8} {r + 7} 0 1 0-{2 * r + 16} 0Z"
    gap = f"M{-wide} {mouth}a{wide} {tall} 0 1 0 {2 * wide} 0a{wide} {tall} 0 1 0-{2 * wide} 0Z"
    holes = ' fill-rule="evenodd"'
    flame = (
        f"M{x - r - 16} {y + 12}C{x - r - 20} {y - r - 20} {x + 8} {y - r - 26} {x + r + 34} {y - r - 34}"
        f"C{x + r + 22} {y - 16} {x + r + 42} {y - 12} {x + r + 30} {y + 10}"
        f"C{x + r + 18} {y + r + 20} {x - r} {y + r + 22} {x - r - 16} {y + 12}Z"
    )
    crest = path(f"M0 {top + 8}L20 {y - r - 34}L0 {y - 10}L-20 {y - r - 34}Z", gold)
    seams = line(f"M{-wide - 8} {mouth}a{wide + 8} {tall + 8} 0 1 0 {2 * wide + 16} 0", gold, 7)
    lips = line(f"M{-wide - 8} {mouth}a{wide + 8} {tall + 8} 0 1 1 {2 * wide + 16} 0", gold, 7)
    return (
        path(head + eye + other + gap, ink.ball(main, 0.24), extra=holes)
        + mirrored(path(flame + eye, ink.slope(gold), extra=holes))
        + crest
        + seams
        + lips
    )


def _binoculars(ink: Ink, look: Look, color: str) -> str:
    """Seen from the front: two wide lenses, a bridge with a wheel between them."""
    x, y, r = max(38.0, look.eye_x), look.eye_y + 4, 38.0
    body = ink.ball(color or "#3d4663")
    tube = disc(x, y, r, body) + disc(x, y, r - 8, "#20263a") + disc(x, y, r - 12, ink.ball("#8ccbf0"))
    tube += path(f"M{num(x - 16)} {num(y - 4)}A18 18 0 0 1 {num(x)} {num(y - 18)}", "#ffffff", 0.8)
    joint = path(f"M{num(-x)} {num(y - 20)}H{num(x)}V{num(y + 16)}H{num(-x)}Z", body) + disc(
        0, y - 22, 12, "#e0a83e"
    )
    return joint + mirrored(tube)


def _spyglass(ink: Ink, look: Look, color: str) -> str:
    """Three tubes of brass, each wider than the one before, from one eye outwards."""
    x, y = look.eye_x, look.eye_y
    brass, wood = ink.slope("#e3b04b"), ink.slope(color or "#8a5a34")
    near = slab(-8, -15, 44, 30, 5, brass)
    middle = slab(32, -19, 56, 38, 6, wood) + slab(80, -21, 12, 42, 4, brass)
    far = slab(90, -24, 64, 48, 7, wood) + slab(146, -28, 16, 56, 6, brass)
    return group(near + middle + far, f"translate({num(x)} {num(y)}) rotate(-12)")


_KINDS: dict[str, Callable[[Ink, Look, str], str]] = {
    "binoculars": _binoculars, "spyglass": _spyglass,
    "glasses": _round, "sunglasses": _shades, "hearts": _hearts, "stars": _stars, "goggles": _goggles,
    "monocle": _monocle, "eyepatch": _eyepatch, "domino": _domino, "carnival-mask": _carnival,
    "ninja": _ninja, "clown": _clown, "moustache": _moustache, "safety": _safety, "luchador": _luchador,
}  # fmt: skip
GLASSES: tuple[str, ...] = (
    "glasses", "sunglasses", "hearts", "stars", "goggles", "monocle", "eyepatch", "carnival-mask",
    "moustache", "luchador",
)  # fmt: skip
"""Ids that may be asked for; the others belong to outfits."""
