"""Hand-drawn subjects: the SVG files, recoloured where they say `class="main"`.

A drawing may carry more attributes on its root: `data-grip="x y"`, where a hand holds it,
`data-hand="s"`, its width in a hand relative to a head (0.5 by default), and `data-action="read"`,
what whoever holds it does with it, `data-lips="x y degrees"`, where it is blown into and how it is
turned then, `data-bowed="x y degrees where"`, which point of it is at the player's `chin`,
on the `floor`, in the `lap` or at the `belly` while a bow or a stick plays it, and how it is turned then, and
`data-astride="yes"` if one rides on top of it rather than inside; it is then turned by `data-turn` degrees.
A `<g class="emblem">` belongs to its own colour and is left out in any other: what stands on a country's
flag. A shape with `data-part="roof"` takes the colour that is told of the roof. `data-canvas="x y width
height"` is where a picture is painted on it, `class="scarf"` marks a scarf of its own, in `SCARF_COLOR`.
All of an animal but its head is a `<g class="body">`, if it may get a small upright body instead, for
clothes, for things to hold and for deeds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..vocabulary import Entry, load
from .ink import recolor

_ROOT = re.compile(r"<svg\b([^>]*)>(.*)</svg>", re.DOTALL)
MAIN = re.compile(r"<[^>]*class=\"main\"[^>]*>")
SCARF = re.compile(r"<[^>]*class=\"scarf\"[^>]*>")
SCARF_COLOR = "#e2483d"
_EMBLEM = re.compile(r'<g class="emblem">.*?</g>\s*', re.DOTALL)
_BODY = re.compile(r'<g class="body">.*?</g>\s*', re.DOTALL)
_COLOR = re.compile(r"#[0-9a-fA-F]{6}\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    """One SVG drawing, taken apart: its content and what its root says."""

    content: str
    box: tuple[float, float, float, float]
    grip: tuple[float, float]
    hand: float
    action: str | None
    turn: float
    """Degrees to turn it when ridden (a broom is drawn upright)."""
    inside: bool
    """Whether riders sit behind its near side (boats, cars) rather than astride it."""
    lips: tuple[float, float, float] | None = None
    """Where it is blown into, and how many degrees it is turned."""
    bowed: tuple[float, float, float, str] | None = None
    """What of it is at the `chin`, on the `floor`, in the `lap` or at the `belly` under a bow or a stick, and
    how many degrees it is turned."""
    window: tuple[float, float, float, float] | None = None
    """Out of which a driver looks: the middle and the height of its sill, its width and its height."""
    seats: tuple[tuple[float, ...], ...] = ()
    """Rows of windows of those who ride along: the height of their sill, their height, their middles."""
    places: tuple[float, ...] = ()
    """Where several sit on it: x and y of each place."""
    canvas: tuple[float, float, float, float] | None = None
    """Where a picture is painted on it: x, y, width and height."""
    pedals: tuple[float, float, float, float] | None = None
    """Where the feet of a rider are: the near pedal and the far one."""
    bars: tuple[float, float] | None = None
    """Where a rider's hands are."""
    roof: tuple[float, float, float] | None = None
    """What is held above one's head: the middle and the height of its rim, and its width."""
    hold: tuple[float, float, float] | None = None
    """Where things lie in it, see `filled`: middle, depth and room."""

    @property
    def tall(self) -> bool:
        """Whether it rises well above the hand: balloons, umbrellas, flags."""
        return (self.grip[1] - self.box[1]) * self.hand / self.box[2] > 0.55


def read(text: str, main: str, color: str | None) -> Drawing:
    """The drawing in `text`, recoloured from `main` to the hex `color` if one is given."""
    found = _ROOT.search(text)
    if found is None:
        raise ValueError("not an SVG drawing")
    attributes, content = found.groups()
    x, y, w, h = _numbers(attributes, "viewBox", (0, 0, 256, 256))
    grip = _numbers(attributes, "data-grip", (x + w / 2, y + h * 0.72))
    hand = _numbers(attributes, "data-hand", (0.5,))
    if color:
        content = repaint(_EMBLEM.sub("", content), main, color)
    action = re.search(r'data-action="([a-z]+)"', attributes)
    turn = _numbers(attributes, "data-turn", (0.0,))[0]
    hold = _numbers(attributes, "data-hold", ())
    lips = _numbers(attributes, "data-lips", ())
    window = _numbers(attributes, "data-window", ())
    seats = re.search(r'data-seats="([^"]+)"', attributes)
    rows = seats[1].split("/") if seats else ()
    canvas = _numbers(attributes, "data-canvas", ())
    roof = _numbers(attributes, "data-roof", ())
    pedals = _numbers(attributes, "data-pedals", ())
    bars = _numbers(attributes, "data-bars", ())
    bowed = re.search(r'data-bowed="(\S+) (\S+) (\S+) (chin|floor|lap|belly)"', attributes)
    return Drawing(
        content=content,
        box=(x, y, w, h),
        grip=(grip[0], grip[1]),
        hand=hand[0],
        turn=turn,
        action=action.group(1) if action else None,
        inside='data-astride="yes"' not in attributes,
        lips=(lips[0], lips[1], lips[2]) if lips else None,
        window=(window[0], window[1], window[2], window[3]) if window else None,
        places=_numbers(attributes, "data-places", ()),
        seats=tuple(tuple(map(float, row.split())) for row in rows),
        bowed=(float(bowed[1]), float(bowed[2]), float(bowed[3]), bowed[4]) if bowed else None,
        canvas=(canvas[0], canvas[1], canvas[2], canvas[3]) if canvas else None,
        pedals=(pedals[0], pedals[1], pedals[2], pedals[3]) if pedals else None,
        bars=(bars[0], bars[1]) if bars else None,
        roof=(roof[0], roof[1], roof[2]) if roof else None,
        hold=(hold[0], hold[1], hold[2]) if hold else None,
    )


def of(entry: Entry, color: str | None) -> Drawing:
    """The drawing of a subject, in the hex `color` if one is given. Raises `KeyError` if it has none."""
    text = entry.read_svg()
    if text is None:
        raise KeyError(entry.id)
    return read(text, entry.main or "#cccccc", color)


def drawn(ident: str) -> Drawing | None:
    """The drawing of a subject in its own colours; None for one without, and for an unknown one."""
    entry = load().get(ident)
    return None if entry is None or entry.read_svg() is None else of(entry, None)


def head_alone(drawing: Drawing) -> Drawing:
    """The same without what its file says is the body."""
    return replace(drawing, content=_BODY.sub("", drawing.content))


def has_body(entry: Entry) -> bool:
    """Whether its file tells the body from the head."""
    return '<g class="body">' in (entry.read_svg() or "")


_ASIDE = 0.4
"""The share of its width, from the left, within which the face is of whoever looks to the left."""


def heads_left(entry: Entry) -> bool:
    """Whether it was drawn by hand looking to the left; runners drawn from parts run to the right."""
    if entry.art == "head" or entry.face is None:
        return False
    x, _, w, _ = read(entry.read_svg() or "", "", None).box
    return entry.face[0] - x < _ASIDE * w


def repaint(content: str, main: str, color: str, marked: re.Pattern[str] = MAIN) -> str:
    """Every colour of the marked elements, those of `class="main"`, moved from `main` to `color`."""

    def element(match: re.Match[str]) -> str:
        return _COLOR.sub(lambda c: recolor(c.group(), main, color), match.group())

    return marked.sub(element, content)


_OF_PART = re.compile(r'<[^>]*data-part="([a-z]+)"[^>]*>')
_FILL = re.compile(r'fill="[^"]*"')


def parts(content: str) -> frozenset[str]:
    """The parts that a drawing names and that may have colours of their own: a roof, a door."""
    return frozenset(_OF_PART.findall(content))


def paint_part(content: str, part: str, fill: str) -> str:
    """The drawing with every shape of one of its parts filled with `fill`, an SVG paint."""

    def element(match: re.Match[str]) -> str:
        return _FILL.sub(f'fill="{fill}"', match.group()) if match[1] == part else match.group()

    return _OF_PART.sub(element, content)


_ID = re.compile(r'(\bid="|url\(#|href="#)([^")]+)')


def apart(content: str, mark: str) -> str:
    """The same drawing with names of its own, so that two in different colours may stand in one picture."""
    return _ID.sub(rf"\g<1>\g<2>-{mark}", content)


def disowned(content: str) -> str:
    """The drawing without what somebody else has in the hands here: a paddle, the stick of an umbrella."""
    return _OWN.sub("", content)


def undressed(content: str, *, hat: bool, scarf: bool) -> str:
    """The drawing without the hat or the scarf of its own that is not wanted: a snowman's."""
    content = _HAT.sub("", content) if hat else content
    return _WRAP.sub("", content) if scarf else content


def driverless(content: str) -> str:
    """The drawing without who sits in it as long as nobody else does."""
    return _DRIVER.sub("", content)


_DRIVER = re.compile(r'<g class="driver">.*?</g>\s*', re.DOTALL)
_HAT = re.compile(r'<g class="hat">.*?</g>\s*', re.DOTALL)
_WRAP = re.compile(r'<g class="wrap">.*?</g>\s*', re.DOTALL)
_OWN = re.compile(r'<g class="own">.*?</g>\s*', re.DOTALL)


def _numbers(attributes: str, name: str, default: tuple[float, ...]) -> tuple[float, ...]:
    found = re.search(rf'{name}="([^"]+)"', attributes)
    return tuple(float(v) for v in found.group(1).replace(",", " ").split()) if found else default
