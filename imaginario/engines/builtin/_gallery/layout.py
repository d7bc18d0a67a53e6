"""Sheets to print: a heading, pictures in rows with room around them, small captions below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image, ImageDraw

from . import lettering

PAPER, INK, FAINT = (252, 249, 244), (52, 46, 58), (140, 131, 145)
WIDTH = 1920
"""Of every sheet, in pixels; all other lengths are in pixels of it."""
MARGIN, GAP, CORNER = 72, 28, 12
TITLE, TEXT, SMALL = 46, 21, 17
FOOT = "Imaginário · built-in sketches, not AI"


@dataclass(frozen=True, slots=True)
class Tile:
    """One picture with its caption; `span` is how many columns it takes."""

    picture: Image.Image
    caption: str
    note: str = ""
    span: float = 1


def width_of(span: float, columns: int) -> int:
    """How wide a tile is, in pixels."""
    cell = (WIDTH - 2 * MARGIN - (columns - 1) * GAP) // columns
    return round(span * cell + (span - 1) * GAP)


def side_by_side(*tiles: Tile) -> list[Tile]:
    """The tiles made equally high, so that together they fill two columns of two."""
    shapes = [tile.picture.width / tile.picture.height for tile in tiles]
    room = width_of(2, 2) - GAP * (len(tiles) - 1)
    widths = [room * shape / sum(shapes) for shape in shapes]
    return [
        replace(tile, span=(width + GAP) / (width_of(1, 2) + GAP))
        for tile, width in zip(tiles, widths, strict=True)
    ]


def sheet(title: str, tiles: Sequence[Tile], columns: int) -> Image.Image:
    """The tiles in rows of `columns` under a title; a last row that is not full stands in the middle."""
    rows = _rows(tiles, columns)
    heights = [max(_height(tile, columns) for tile in row) for row in rows]
    top = MARGIN + 2 * TITLE
    page = Image.new("RGB", (WIDTH, top + sum(heights) + GAP * len(rows) + MARGIN + TEXT), PAPER)
    _write(page, (MARGIN, MARGIN - TITLE // 4), title, TITLE, INK)
    foot = (WIDTH - MARGIN - round(lettering.length(FOOT, TEXT)), page.height - MARGIN)
    _write(page, foot, FOOT, TEXT, FAINT)
    for row, height in zip(rows, heights, strict=True):
        x = (WIDTH - sum(width_of(tile.span, columns) + GAP for tile in row) + GAP) // 2
        for tile in row:
            _lay(page, tile, (x, top), width_of(tile.span, columns))
            x += width_of(tile.span, columns) + GAP
        top += height + GAP
    return page


def strip(pictures: Sequence[Image.Image], height: int = 330) -> Image.Image:
    """Pictures side by side without words, on nothing: it suits light pages and dark ones."""
    gap = GAP // 2
    fitted = [
        p.resize((round(p.width * height / p.height), height), Image.Resampling.LANCZOS) for p in pictures
    ]
    page = Image.new("RGBA", (sum(p.width + gap for p in fitted) - gap, height), (0, 0, 0, 0))
    x = 0
    for picture in fitted:
        page.paste(picture, (x, 0), _round(picture.size))
        x += picture.width + gap
    return page


def _rows(tiles: Sequence[Tile], columns: int) -> list[list[Tile]]:
    rows: list[list[Tile]] = [[]]
    for tile in tiles:
        if sum(t.span for t in rows[-1]) + tile.span > columns + 0.01:
            rows.append([])
        rows[-1].append(tile)
    return rows


def _height(tile: Tile, columns: int) -> int:
    width = width_of(tile.span, columns)
    lines = len(lettering.wrapped(tile.caption, TEXT, width))
    words = round(1.4 * TEXT) * lines + (round(1.4 * SMALL) if tile.note else 0)
    return round(width * tile.picture.height / tile.picture.width) + 10 + words


def _lay(page: Image.Image, tile: Tile, at: tuple[int, int], width: int) -> None:
    (x, y), height = at, round(width * tile.picture.height / tile.picture.width)
    # Pixel art stays crisp: it is never enlarged, and averaging keeps its cells.
    page.paste(tile.picture.resize((width, height), Image.Resampling.LANCZOS), at, _round((width, height)))
    y += height + 10
    for text in lettering.wrapped(tile.caption, TEXT, width):
        _write(page, (x, y), text, TEXT, INK)
        y += round(1.4 * TEXT)
    if tile.note:
        _write(page, (x, y), tile.note, SMALL, FAINT)


def _write(page: Image.Image, at: tuple[int, int], text: str, size: int, ink: tuple[int, int, int]) -> None:
    mask = lettering.line(text, size)
    page.paste(ink, (*at, at[0] + mask.width, at[1] + mask.height), mask)


def _round(size: tuple[int, int]) -> Image.Image:
    """A mask with round corners."""
    finer = 4
    mask = Image.new("L", (size[0] * finer, size[1] * finer), 0)
    box = (0, 0, mask.width - 1, mask.height - 1)
    ImageDraw.Draw(mask).rounded_rectangle(box, CORNER * finer, fill=255)
    return mask.resize(size, Image.Resampling.BOX)
