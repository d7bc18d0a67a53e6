"""What the words said of a thing that was drawn by hand: patterns and stuffs on it, light around it, wings.

Patterns are laid over those parts of a drawing that take another colour, and over nothing else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from ..vocabulary import Entry
from . import auras, eyes_drawn, faces_given, svgart, tails
from .coats import RAINBOW, rust
from .ink import Ink, group, line, luma, mirrored, num, oval, path, slab, tone
from .look import Look
from .manner import Manner
from .palette import hex_of
from .svgart import MAIN, SCARF, SCARF_COLOR, Drawing, apart, repaint

Box = auras.Box
_COLOR = re.compile(r"(?<!url\()#[0-9a-fA-F]{3,8}\b")


def has_scarf(entry: Entry) -> bool:
    """Whether it is drawn with a scarf of its own."""
    return SCARF.search(entry.read_svg() or "") is not None


def in_its_scarf(drawing: Drawing, told: Manner, color: str) -> Drawing:
    """A drawing whose own scarf, if it has one, has the hex `color` (or its own) and the pattern told of."""
    content = repaint(drawing.content, SCARF_COLOR, color, SCARF) if color else drawing.content
    pattern = WOVEN.get(told.cloth)
    if pattern and told.scarf:
        cloth = color or SCARF_COLOR
        content += _laid(content, PATTERNS[pattern](drawing.box, cloth), pattern, SCARF)
    return replace(drawing, content=content)


def around(
    ink: Ink, drawing: Drawing, entry: Entry, told: Manner, color: str = "", *, asleep: bool = False
) -> str:
    """The content of a drawing (in a hex `color`, or its own) with all that was told and can be drawn."""
    content, box, main = drawing.content, drawing.box, color or entry.main or "#cccccc"
    if asleep and (shut := eyes_drawn.shut(entry, content, main)):
        told, drawing = eyes_drawn.dreaming(told), replace(drawing, content=content + shut)
    if not told:
        return drawing.content
    content = laid(ink, drawing, entry, told, main) + faces_given.over(ink, drawing, entry, told)
    afloat = entry.anchor == "water"
    lights = [t for t in told.traits if t in LIGHTS and not (afloat and t == "abandoned")]
    wings = "".join(_wings(ink, box, color) for part, color in told.parts if part == "wings")
    wings = wings if not _winged(entry) else ""
    back = auras.behind(ink, lights, box) + wings + faces_given.behind(ink, drawing, entry, told)
    return back + content + auras.front(ink, lights, box)


def laid(ink: Ink, drawing: Drawing, entry: Entry, told: Manner, main: str) -> str:
    """The content of a drawing in the hex colour `main`, with patterns on it and feelings in its eyes."""
    content = drawing.content
    for part, color in told.parts:
        if color and part in svgart.parts(content):
            content = svgart.paint_part(content, part, ink.slope(hex_of(color)))
    eyes = eyes_drawn.over(ink, entry, content, main, told)
    for pattern in told.traits:
        if pattern in PATTERNS:
            content += _laid(content, PATTERNS[pattern](drawing.box, main), pattern)
    for part, color in told.parts:
        if part in _PARTS and entry.has.get(part) != color:
            hue = hex_of(color) if color else _contrast(main)
            content += _laid(content, _DYED[_PARTS[part]](drawing.box, hue), _PARTS[part])
    return content + eyes


def on_a_head(entry: Entry, told: Manner) -> frozenset[str]:
    """Ids of what is seen on a drawing that became the head of a dressed figure."""
    patterns = {t for t in told.traits if t in PATTERNS} | {p for p, _ in told.parts if p in _PARTS}
    return eyes_drawn.shown(entry, told) | patterns


def reaches_out(entry: Entry, told: Manner) -> bool:
    """Whether wings, limbs, flames or light are seen beyond the drawing."""
    if any(t in LIGHTS for t in told.traits) or any(part == "wings" for part, _ in told.parts):
        return True
    return faces_given.limbs(entry, told)


def lost(entry: Entry, told: Manner) -> list[str]:
    """Ids of the traits and parts that are not seen in the drawing of an entry."""
    seen = eyes_drawn.shown(entry, told) | faces_given.shown(entry, told)
    gone = [t for t in told.traits if t not in PATTERNS and t not in LIGHTS and not _is(entry, t)]
    gone += [p for p, color in told.parts if not _has(entry, p, color)]
    return [name for name in gone if name not in seen]


def _is(entry: Entry, trait: str) -> bool:
    if trait == "blooming":
        return entry.id in _BLOSSOMS
    if trait == "upright":
        return entry.id in _FLYING or not entry.alive
    if trait == "open":
        return entry.id == "book"
    if trait == "toy":
        return entry.kind == "vehicle"
    return trait == "twin" or (trait in _ALREADY and not entry.alive)


def _has(entry: Entry, part: str, color: str) -> bool:
    if part in _PARTS or part == "stem":
        return True
    if part in svgart.parts(entry.read_svg() or ""):
        return True
    if part == "wings":
        return not (color and _winged(entry))
    return entry.alive and not color and part in _NATURAL


_NATURAL = frozenset({"eyes", "face", "nose", "hands", "paws", "tail", "fur", "feathers", "scales", "ears"})
_ALREADY = frozenset({"wild", "empty"})
"""Qualities that a thing has as it is drawn."""
_BLOSSOMS = frozenset(
    {"cherry-blossom", "flower", "hibiscus", "ipe", "lavender", "lotus", "orchid", "rose", "sunflower",
     "tulip"}
)  # fmt: skip
_FLYING = frozenset(
    {"bee", "bird", "butterfly", "dragonfly", "firefly", "flamingo", "heron", "hummingbird", "ladybug",
     "ostrich", "pelican", "seagull", "swan"}
)  # fmt: skip


def _winged(entry: Entry) -> bool:
    return entry.id in _FLYING


# -- patterns ----------------------------------------------------------------------------------------


def _laid(content: str, pattern: str, name: str, marked: re.Pattern[str] = MAIN) -> str:
    """A pattern, seen only where the drawing is marked as of its main colour, or on all of it."""
    black = _COLOR.sub("#000000", content)
    white = marked.sub(lambda found: _COLOR.sub("#ffffff", found.group()), black)
    if name in _ALL_OVER:
        white = _COLOR.sub("#ffffff", content)
    # Ids of the copy must not shadow the original's.
    copy = apart(white, name)
    return f'<mask id="mask-{name}">{copy}</mask><g mask="url(#mask-{name})">{pattern}</g>'


def _across(box: Box, count: int) -> list[float]:
    x, _, w, _ = box
    return [x + w * (i + 0.5) / count for i in range(count)]


def _contrast(main: str) -> str:
    """A colour in which a pattern is seen on another one."""
    return tone(main, -0.5) if luma(main) > 0.3 else tone(main, 0.55)


def _stripes(box: Box, color: str) -> str:
    _, y, w, h = box
    wide = w / 20
    return "".join(
        line(
            f"M{num(at)} {num(y - 4)}Q{num(at + wide * 1.6)} {num(y + h / 2)} {num(at)} {num(y + h + 4)}",
            color,
            wide,
        )
        for at in _across(box, 9)
    )


def _spots(box: Box, color: str) -> str:
    x, y, w, h = box
    r = min(w, h) / 19
    rows = round(h / (r * 4.4)) + 1
    columns = round(w / (r * 4.4)) + 1
    return "".join(
        oval(x + (i + (j % 2) * 0.5) * r * 4.4, y + j * r * 3.9, r * (1.1 if (i + j) % 3 else 0.76), r, color)
        for j in range(rows + 1)
        for i in range(columns + 1)
    )


def _patches(box: Box, main: str) -> str:
    """White patches on what was painted black."""
    x, y, w, h = box
    spots = ((0.22, 0.3, 0.15), (0.56, 0.2, 0.12), (0.8, 0.44, 0.15), (0.4, 0.66, 0.17), (0.72, 0.82, 0.12))
    return "".join(oval(x + w * a, y + h * b, w * r, h * r, "#f8f4ee") for a, b, r in spots)


def _rainbow(box: Box, main: str) -> str:
    x, y, w, h = box
    step = w / len(RAINBOW)
    bands = "".join(
        slab(x + i * step - 1, y - h * 0.2, step + 2, h * 1.4, 0, color, 0.78)
        for i, color in enumerate(RAINBOW)
    )
    return group(bands, f"rotate(12 {num(x + w / 2)} {num(y + h / 2)}) ")


def _tinted(color: str, lines: Callable[[Box], str]) -> Callable[[Box, str], str]:
    def pattern(box: Box, main: str) -> str:
        x, y, w, h = box
        return slab(x, y, w, h, 0, color, 0.9) + lines(box)

    return pattern


def _grain(box: Box) -> str:
    x, y, w, h = box

    def vein(at: float) -> str:
        bend = f"{num(x + w * 0.3)} {num(at + h * 0.03)} {num(x + w * 0.6)} {num(at - h * 0.04)}"
        d = f"M{num(x)} {num(at)}C{bend} {num(x + w)} {num(at + h * 0.01)}"
        return line(d, "#6f4526", min(w, h) / 75, 0.55)

    return "".join(vein(y + h * (i + 0.5) / 11) for i in range(11))


def _sheen(box: Box) -> str:
    x, y, w, h = box

    def band(start: float, wide: float) -> str:
        low = start - 0.16
        d = f"M{num(x + w * start)} {num(y)}H{num(x + w * (start + wide))}L{num(x + w * (low + wide))} "
        return path(f"{d}{num(y + h)}H{num(x + w * low)}Z", "#ffffff", 0.38)

    return band(0.14, 0.18) + band(0.62, 0.06)


def _specks(box: Box) -> str:
    x, y, w, h = box
    r = min(w, h) / 60
    return "".join(
        oval(x + w * (i * 37 % 100) / 100, y + h * (i * 61 % 100) / 100, r * 1.3, r, "#6c6974", 0.55)
        for i in range(28)
    )


def _cracks(box: Box, main: str, width: float = 4.6, opacity: float = 0.9) -> str:
    x, y, w, h = box
    u = min(w, h) / 200
    d = "M0-40L8-22L-6-8L6 8L-4 22L4 42M8-22L22-14M6 8L-16 18"
    crack = line(d, tone(main, -0.7), width, opacity)
    places = ((0.24, 0.3, 0), (0.6, 0.22, 40), (0.82, 0.5, -20), (0.4, 0.66, 70), (0.7, 0.82, 10))
    return "".join(
        group(crack, f"translate({num(x + w * a)} {num(y + h * b)}) rotate({turn}) scale({u:.3f})")
        for a, b, turn in places
    )


def _mud(box: Box, main: str) -> str:
    x, y, w, h = box
    blots = (
        (0.16, 0.36, 9),
        (0.44, 0.7, 12),
        (0.7, 0.34, 8),
        (0.84, 0.72, 11),
        (0.26, 0.86, 12),
        (0.6, 0.9, 10),
    )
    u = min(w, h) / 110
    return "".join(
        oval(x + w * a, y + h * b, r * u, r * u * 0.74, "#6b4a30", 0.85)
        + oval(x + w * a + r * u * 1.3, y + h * b - r * u * 0.7, r * u * 0.3, r * u * 0.28, "#6b4a30", 0.85)
        for a, b, r in blots
    )


def _rust(box: Box, main: str) -> str:
    """Patches of rust, and the brown that ran down from them."""
    x, y, w, h = box
    u = math.sqrt(w * h) / 100
    spots = ((0.13, 0.3, 7), (0.36, 0.62, 9), (0.55, 0.2, 6), (0.66, 0.76, 8), (0.87, 0.42, 8),
             (0.24, 0.86, 7), (0.92, 0.84, 6), (0.46, 0.4, 5), (0.74, 0.56, 5), (0.05, 0.66, 6))  # fmt: skip
    runs = "".join(
        line(f"M{num(x + w * a)} {num(y + h * b)}v{num(r * u * 2.1)}", "#a4552a", r * u * 0.34, 0.55)
        for a, b, r in spots[::2]
    )
    patches = "".join(rust(x + w * a, y + h * b, r * u) for a, b, r in spots)
    return slab(x, y, w, h, 0, "#a3683f", 0.2) + runs + patches


def _overgrown(box: Box, main: str) -> str:
    """Pale and cracked, with ivy that climbs up from one side."""
    x, y, w, h = box
    u = math.sqrt(w * h) / 100
    vines = ""
    for start, lean, high in ((0.1, 0.1, 0.72), (0.84, -0.1, 0.5)):
        steps = [
            (x + w * (start + lean * t + 0.03 * math.sin(9 * t)), y + h * (1 - high * t)) for t in _TENTHS
        ]
        vines += line("M" + "L".join(f"{num(a)} {num(b)}" for a, b in steps), "#55753f", u * 1.6)
        for i, (a, b) in enumerate(steps[1:]):
            side = 1 if i % 2 else -1
            leaf = ("#6d9a4b", "#82ae56")[i % 2]
            vines += oval(a + side * u * 3.4, b, u * 4.1, u * 2.7, leaf, turn=side * -28)
    return slab(x, y, w, h, 0, "#a89f8c", 0.36) + _cracks(box, main, 3.4, 0.6) + vines


_TENTHS = tuple(i / 10 for i in range(11))


def _crumbling(box: Box, main: str) -> str:
    """Pale, with fine cracks through all of it."""
    x, y, w, h = box
    return slab(x, y, w, h, 0, "#a89f8c", 0.26) + _cracks(box, main, 3.4, 0.75)


def _faded(box: Box, main: str) -> str:
    """Colours gone pale and a few cracks."""
    x, y, w, h = box
    return slab(x, y, w, h, 0, "#b5a48c", 0.42) + _cracks(box, main, 2.8, 0.4)


def _rows(box: Box, dip: float, color: str, opacity: float) -> str:
    """Rows of hanging arcs, each row half an arc further on."""
    x, y, w, h = box
    step = min(w, h) / 12
    out = ""
    for j in range(int(h / step) + 2):
        arcs = f"q{num(step / 2)} {num(step * dip)} {num(step)} 0" * (int(w / step) + 2)
        out += f"M{num(x - step * (1 + j % 2) / 2)} {num(y + j * step * 0.8)}{arcs}"
    return line(out, color, step / 9, opacity)


def _tiles(box: Box, main: str) -> str:
    return _rows(box, 0.9, tone(main, -0.5), 0.8)


def _stitches(box: Box, main: str) -> str:
    return _rows(box, 1.3, tone(main, 0.45), 0.8) + _rows(box, -1.3, tone(main, -0.3), 0.5)


def _straw(box: Box) -> str:
    _, y, w, h = box
    return "".join(
        line(f"M{num(at)} {num(y)}L{num(at + w * 0.03)} {num(y + h)}", "#5c4420", w / 150, 0.3)
        for at in _across(box, 26)
    )


def _folds(box: Box) -> str:
    x, y, w, h = box
    d = (
        f"M{num(x)} {num(y + h * 0.3)}L{num(x + w * 0.4)} {num(y + h * 0.5)}L{num(x + w)} {num(y + h * 0.24)}"
        f"M{num(x + w * 0.4)} {num(y + h * 0.5)}L{num(x + w * 0.3)} {num(y + h)}"
    )
    return line(d, "#6b5a48", min(w, h) / 120, 0.4)


PATTERNS: Mapping[str, Callable[[Box, str], str]] = {
    "striped": lambda box, main: _stripes(box, _contrast(main)),
    "spotted": lambda box, main: _spots(box, _contrast(main)), "black-and-white": _patches, "broken": _cracks,
    "ruined": _crumbling, "rusty": _rust, "abandoned": _overgrown,
    "weathered": _cracks, "colorful": _rainbow, "dirty": _mud,
    "old": _faded, "ancient": _faded, "tiled": _tiles, "knitted": _stitches,
    "thatched": _tinted("#d8b25e", _straw), "leather": _tinted("#8a5a38", _sheen),
    "clay": _tinted("#c67a52", _sheen), "concrete": _tinted("#a9a8a8", _specks),
    "paper": _tinted("#f6efe0", _folds), "denim": _tinted("#4a6fa8", _straw),
    "withered": _tinted("#9a7b4c", _folds), "dead": _tinted("#8a7a66", _folds),
    "wooden": _tinted("#b07a45", _grain), "metal": _tinted("#a9b5c5", _sheen),
    "stone": _tinted("#9f9ca6", _specks), "glass": _tinted("#c4e9f5", _sheen),
    "frozen": _tinted("#b5e2f4", _sheen),
}  # fmt: skip
WOVEN = {"striped": "striped", "dotted": "spotted"}
"""Patterns of things by those of clothes that a scarf may have."""
LIGHTS = frozenset({"glowing", "shiny", "fiery", "steaming", "frozen", "wet", "abandoned"})
_ALL_OVER = frozenset({"abandoned", "ruined"})
"""Patterns that leave no part of a thing as it was."""
_PARTS = {"stripes": "striped", "spots": "spotted", "freckles": "spotted", "second": "striped"}
"""Parts that are patterns, too; a second colour is seen in stripes."""
_DYED = {"striped": _stripes, "spotted": _spots}


def _wings(ink: Ink, box: Box, color: str) -> str:
    x, y, w, h = box
    k = max(w, h) / 300
    look = Look(wings="feathered", wing_color=hex_of(color) if color else "")
    raised = group(tails.wing(ink, look), "rotate(-26 24 150)")
    place = f"translate({num(x + w / 2)} {num(y + h * 0.46 - 150 * k)}) scale({k * 1.08:.3f} {k:.3f})"
    return group(mirrored(raised), place)
