"""The sheets of the gallery: what stands on each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from PIL import Image as Pictures
from PIL import ImageDraw, ImageFilter

from imaginario import styles
from imaginario.images import Image, Margins

from .. import cards, looks
from .chosen import FADED, OWN, PHOTO_LOOKS, PROMPTS, SEEDED, SEEDS, SERIES, STYLED, WORLD, Prompt
from .layout import Tile, sheet, side_by_side, strip
from .pictures import Painter, Picture, encoded, kept, seen

Box = tuple[float, float, float, float]
"""Left, top, right, bottom as shares of a picture."""
MARK = (236, 64, 122)
BANNER = (0, 1, 7, 4, 2, 5)
"""Which of the prompts are on the banner."""


def prompts(painter: Painter) -> Picture:
    """Twenty-four prompts, one picture each."""
    return sheet("Twenty-four prompts", _each(painter, PROMPTS), 6)


def world(painter: Painter) -> Picture:
    """Twelve places of the world with their sights."""
    return sheet("Somewhere in the world", _each(painter, WORLD), 6)


def _each(painter: Painter, chosen: Sequence[Prompt]) -> list[Tile]:
    tiles = []
    for one in chosen[: painter.most]:
        style = styles.get(one.style).title("en").lower() if one.style else ""
        note = " · ".join(part for part in (one.language, style, f"seed {one.seed}") if part)
        tiles.append(Tile(seen(painter.paint(one).image), one.gloss or one.words, note))
    return tiles


def banner(painter: Painter) -> Picture:
    """Some of the prompts' pictures side by side."""
    return strip([seen(painter.paint(PROMPTS[n]).image) for n in BANNER[: painter.most]])


def every_style(painter: Painter) -> Picture:
    """One prompt in every style."""
    names = sorted(looks.styles(), key=lambda name: (looks.is_plain(name), name))[: painter.most]
    tiles = [
        Tile(seen(painter.paint(STYLED, style=name).image), styles.get(name).title("en"), f"--style {name}")
        for name in names
    ]
    return sheet(f"One prompt, {len(names)} styles: {STYLED.words}", tiles, 5)


def seeds(painter: Painter) -> Picture:
    """One prompt from ten seeds."""
    tiles = [Tile(seen(painter.paint(SEEDED, seed=n).image), "", f"seed {n}") for n in SEEDS[: painter.most]]
    return sheet(f"One prompt, ten seeds: {SEEDED.words}", tiles, 5)


def photo(painter: Painter) -> Picture:
    """One photo in eight looks."""
    tiles = [Tile(seen(painter.shot), "The photo", "before")]
    for name in PHOTO_LOOKS[: painter.most]:
        tiles.append(Tile(_styled(painter, name), _title(name), "strength 0.75"))
    return sheet("One photo, eight looks", tiles, 3)


def strength(painter: Painter) -> Picture:
    """One look at ten strengths."""
    tiles = [
        Tile(_styled(painter, FADED, strength=n / 10), "", f"--strength {n / 10:.1f}")
        for n in range(1, 11)[: painter.most]
    ]
    return sheet(f"Strength 0.1 to 1.0: {FADED}", tiles, 5)


def series(painter: Painter) -> Picture:
    """What stands in for the five ModelScope looks, for words and for a photo."""
    names = list(cards.LOOKS)[: painter.most]
    tiles = [
        Tile(seen(painter.paint(SERIES, model=name).image), name, f"for {cards.approximated(name)}")
        for name in names
    ]
    tiles += [Tile(painter.change(painter.shot, "a photo", model=name), "", "a photo") for name in names]
    return sheet("Five stand-ins for the ModelScope cartoon series", tiles, 5)


def masks(painter: Painter) -> Picture:
    """Taken away and put in, in a photo and in a picture of the engine's own."""
    own = kept(painter.paint(OWN))
    orders: tuple[tuple[Image, Box, str], ...] = (
        (painter.shot, (0.53, 0.57, 0.69, 0.86), "remove the spoon"),
        (painter.shot, (0.72, 0.45, 0.98, 0.9), "put a cookie here"),
        (own, (0.41, 0.43, 0.86, 1.0), "remove the boat"),
        (own, (0.05, 0.6, 0.38, 0.9), "put a whale here"),
    )
    tiles = [tile for order in orders[: painter.most] for tile in _inside(painter, *order)]
    return sheet("Painted anew inside a mask", tiles, 4)


def margins(painter: Painter) -> Picture:
    """Continued beyond the edges: a photo and a picture of the engine's own."""
    orders = (
        (painter.shot, "a photo", {"right": 4}),
        (kept(painter.paint(OWN)), OWN.words, {"left": 4, "right": 4}),
    )
    tiles = []
    for image, name, sides in orders[: painter.most]:
        new = Margins(**{side: image.width // part for side, part in sides.items()})
        asked = ",".join(f"{side}={pixels}" for side, pixels in asdict(new).items() if pixels)
        after = painter.change(image, "", outpaint=new)
        tiles += side_by_side(
            Tile(seen(image), name, f"before, {image.width} x {image.height}"),
            Tile(after, "", f"--outpaint {asked}"),
        )
    return sheet("Beyond the edges", tiles, 2)


SHEETS: Mapping[str, Callable[[Painter], Picture]] = {
    "banner": banner,
    "prompts": prompts,
    "world": world,
    "styles": every_style,
    "seeds": seeds,
    "photo": photo,
    "strength": strength,
    "series": series,
    "masks": masks,
    "margins": margins,
}


def _styled(painter: Painter, name: str, **controls: float) -> Picture:
    words = (
        "Cartoonize the following image" if name == "cartoon" else f"Turn it into {styles.get(name).words}"
    )
    return painter.change(painter.shot, words, **controls)


def _title(name: str) -> str:
    return "Cartoon" if name == "cartoon" else styles.get(name).title("en")


def _inside(painter: Painter, image: Image, box: Box, words: str) -> tuple[Tile, Tile]:
    """Before, with the mask marked, and after."""
    before = seen(image)
    mask = Pictures.new("L", before.size, 0)
    left, top, right, bottom = (share * side for share, side in zip(box, before.size * 2, strict=True))
    round_off = min(right - left, bottom - top) / 2
    ImageDraw.Draw(mask).rounded_rectangle((left, top, right, bottom), round_off, fill=255)
    after = painter.change(image, words, mask_image=encoded(mask))
    tinted = Pictures.blend(before, Pictures.new("RGB", before.size, MARK), 0.35)
    marked = Pictures.composite(tinted, before, mask)
    edge = mask.filter(ImageFilter.FIND_EDGES).filter(ImageFilter.MaxFilter(3))
    marked.paste(MARK, (0, 0), edge)
    return Tile(marked, words, "before, with the mask"), Tile(after, "", "after")
