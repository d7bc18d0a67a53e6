"""What an outfit is made of; each outfit of the wardrobe fills in one of these."""

from __future__ import annotations

from dataclasses import dataclass

from .ink import Ink, line, mirrored, path, slab, tone

# Outlines of what covers the body, each meant for the same shoulders and hips.
SHAPES = {
    "body": "M0 64C44 64 56 96 63 134C71 176 66 224 0 224C-66 224-71 176-63 134C-56 96-44 64 0 64Z",
    "coat": (
        "M0 64C46 64 58 96 66 134C74 172 76 202 74 218Q0 236-74 218C-76 202-74 172-66 134C-58 96-46 64 0 64Z"
    ),
    "robe": (
        "M0 64C46 64 58 98 68 140C78 182 88 220 92 240Q0 262-92 240C-88 220-78 182-68 140C-58 98-46 64 0 64Z"
    ),
    "dress": (
        "M0 64C42 64 50 96 52 128C56 146 90 184 100 212"
        "Q0 238-100 212C-90 184-56 146-52 128C-50 96-42 64 0 64Z"
    ),
    "gown": (
        "M0 64C42 64 50 96 52 128C56 148 104 206 116 244"
        "Q0 270-116 244C-104 206-56 148-52 128C-50 96-42 64 0 64Z"
    ),
    "slim": (
        "M0 64C42 64 52 96 52 128C52 150 66 172 66 196C66 218 60 236 56 244"
        "Q0 256-56 244C-60 236-66 218-66 196C-66 172-52 150-52 128C-52 96-42 64 0 64Z"
    ),
    "tutu": (
        "M0 64C42 64 50 96 52 132C54 146 96 158 108 176Q96 202 60 204"
        "Q0 216-60 204Q-96 202-108 176C-96 158-54 146-52 132C-50 96-42 64 0 64Z"
    ),
}

BIB = "M-38 112H38L46 150C58 172 62 204 58 222Q0 242-58 222C-62 204-58 172-46 150Z"
"""The outline of an apron over any of them."""
LONG = frozenset({"robe", "dress", "gown", "slim"})
"""Shapes that hide the legs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clothes:
    """One outfit on one body: colours, and SVG for what is particular to it."""

    torso: str
    shape: str = "body"
    marks: str = ""
    """Drawn on the torso, inside its outline."""
    over: str = ""
    """Drawn on the torso, over its outline: aprons, buckles."""
    sleeve: str = ""
    """Colour of the sleeves; empty follows the torso."""
    sleeve_end: float = 1.0
    """How far the sleeve covers the arm, 0 (none) to 1."""
    drape: float = 0
    """How far a wide sleeve hangs from where it ends, in units."""
    cuff: str = ""
    hand: str = ""
    """Glove colour; empty is the wearer's own."""
    leg: str = ""
    """Trouser colour; empty shows the wearer's own legs."""
    shoe: str = ""
    """Shoe colour; empty shows the wearer's own feet."""
    sock: str = ""
    boot: bool = False
    below: str = ""
    """What is in place of two legs: `fishtail`, `one` (leg) or `smoke`."""
    behind: str = ""
    collar: str = ""
    """Over the chest, under the chin: scarves, ruffs, ties."""
    hat: str = ""
    mask: str = ""
    """Over the face, under the hat."""
    helmet: bool = False
    """Whether the head sits inside a glass helmet."""


def lower(color: str, *, belt: str = "", at: float = 190) -> str:
    """Trousers below a shirt, for `marks`: everything under `at`, with an optional belt."""
    cloth = path(f"M-130 {at}Q0 {at + 15} 130 {at}V300H-130Z", color)
    return cloth + (line(f"M-130 {at}Q0 {at + 15} 130 {at}", belt, 11) if belt else "")


def buckle(y: float = 202, color: str = "#f0c24b") -> str:
    """A belt buckle, for `over`."""
    return slab(-12, y - 10, 24, 19, 5, color) + slab(-6, y - 5, 12, 9, 2, tone(color, -0.5))


def buttons(ys: tuple[float, ...], color: str, r: float = 4.5, x: float = 0) -> str:
    """A row of buttons down the front."""
    return "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="{color}"/>' for y in ys)


def lapels(shirt: str, coat: str) -> str:
    """A shirt front and the lapels that frame it, for `marks`."""
    front = path("M-34 60L0 176L34 60Z", shirt)
    return front + mirrored(path("M26 60L66 92L40 122L48 132L6 186L0 172Z", tone(coat, -0.22)))


def cape(ink: Ink, color: str, lining: str = "") -> str:
    """A cape behind the body."""
    d = (
        "M0 70C60 70 74 100 92 150C108 190 122 216 126 238"
        "C100 232 92 250 66 242C44 236 28 250 0 246C-28 250-44 236-66 242"
        "C-92 250-100 232-126 238C-122 216-108 190-92 150C-74 100-60 70 0 70Z"
    )
    inner = "M0 110C60 110 84 190 100 232Q0 260-100 232C-84 190-60 110 0 110Z"
    return path(d, ink.slope(color, 0.34)) + path(inner, lining or tone(color, -0.4), 0.8)


def stripes(ys: range, color: str, width: float = 12) -> str:
    """Horizontal stripes that follow the belly, for `marks`."""
    return "".join(line(f"M-110 {y}Q0 {y + 16} 110 {y}", color, width) for y in ys)
