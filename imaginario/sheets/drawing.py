"""The drawing of a sheet: pictures in a grid, labels over them, the prompt below. Pillow only."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from imaginario.images import Image
from imaginario.sheets.lettering import FONTS, Lettering

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from PIL.ImageDraw import ImageDraw

    from imaginario.sheets.lettering import Font

PAPER, INK, SOFT, EMPTY = "#fbfaf8", "#2a2622", "#6b645a", "#ece7df"
MARGIN, GAP = 24, 14
LETTERS = 20
"""Pixels of a label's letters."""
WIDEST, NARROWEST = 448, 176
"""Pixels a picture's place may be wide; a picture is never enlarged."""
IN_A_ROW = 4
"""Pictures side by side where one control is compared."""
PROMPT_LINES = 4
LONGEST_LABEL = 3
"""Lines a label may take."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """What is to be drawn: labels, and pictures row by row; None where one is lacking.

    Without `rows`, every column's label stands over its own picture.
    """

    columns: tuple[str, ...]
    rows: tuple[str, ...] = ()
    cells: tuple[Image | None, ...]
    prompt: str = ""
    line: str = ""
    plain: str = ""
    """Instead of `line` where no font has its signs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """Where everything goes, in pixels."""

    across: int
    """Pictures side by side."""
    box: tuple[int, int]
    """Size of a picture's place."""
    side: int
    """Width of the row labels, gap included."""
    heads: list[int] = field(default_factory=list)
    """Height of the label over each line of pictures, gap included."""

    @property
    def width(self) -> int:
        """Of the whole sheet."""
        return 2 * MARGIN + self.side + self.across * (self.box[0] + GAP) - GAP

    def left(self, number: int) -> int:
        """Left edge of place `number`, from 0."""
        return MARGIN + self.side + number % self.across * (self.box[0] + GAP)

    def top(self, number: int) -> int:
        """Top edge of place `number`."""
        line = number // self.across
        return MARGIN + sum(self.heads[: line + 1]) + line * (self.box[1] + GAP)

    def bottom(self) -> int:
        """Where the pictures end."""
        return MARGIN + sum(self.heads) + len(self.heads) * (self.box[1] + GAP) - GAP


class Pen:
    """Writes within a width, line by line."""

    def __init__(self, letters: Lettering) -> None:
        self.letters = letters

    def lines(
        self, text: str, width: int, most: int, size: int = LETTERS, *, whole: bool = True
    ) -> tuple[list[str], Font]:
        """The text in lines of at most `width` pixels; what is over `most` lines ends in dots."""
        wording, font = self.letters.written(text, size, whole=whole)
        found: list[str] = []
        for piece in _pieces(wording):
            joined = found[-1] + piece if found else piece.lstrip()
            if found and font.getlength(joined.rstrip()) > width:
                found.append(piece.lstrip())
            elif found:
                found[-1] = joined
            else:
                found = [joined]
        found = [part for line in found for part in _broken(line.strip(), width, font)]
        if len(found) > most:
            found = [*found[: most - 1], _cut(found[most - 1] + " ...", width, font)]
        return found or [""], font


def drawn(sheet: Sheet, fonts: Sequence[str] = FONTS) -> tuple[Image, list[str]]:
    """The sheet as PNG, and the legend for words that could only be numbered.

    Raises `ValueError` for bytes that don't decode.
    """
    from PIL import Image as pil
    from PIL import ImageDraw

    letters = Lettering(fonts, (*sheet.columns, *sheet.rows, sheet.prompt, sheet.line))
    pen = Pen(letters)
    plan = _planned(sheet, pen)
    width = plan.width - 2 * MARGIN
    prompt, prompt_font = pen.lines(sheet.prompt, width, PROMPT_LINES, LETTERS - 2, whole=False)
    said = sheet.line if letters.legible(sheet.line) else sheet.plain
    line, line_font = pen.lines(said, width, 2, LETTERS - 3, whole=False)
    height = plan.bottom() + GAP + 26 * len(prompt) + 24 * len(line) + MARGIN
    paper = pil.new("RGB", (plan.width, height), PAPER)
    draw = ImageDraw.Draw(paper)
    for number, image in enumerate(sheet.cells):
        _put(paper, draw, image, (plan.left(number), plan.top(number)), plan.box)
    _label(draw, sheet, plan, pen)
    top = plan.bottom() + GAP
    _write(draw, prompt, prompt_font, (MARGIN, top), 26, INK)
    _write(draw, line, line_font, (MARGIN, top + 26 * len(prompt) + 4), 24, SOFT)
    return _png(paper), letters.explained


def _planned(sheet: Sheet, pen: Pen) -> Plan:
    across = len(sheet.columns)
    if not sheet.rows and across > IN_A_ROW:
        across = -(-across // 2)
    box = _box([image for image in sheet.cells if image is not None], across)
    side = 0
    if sheet.rows:
        labels = [pen.lines(row, NARROWEST, LONGEST_LABEL) for row in sheet.rows]
        side = GAP + max(int(font.getlength(line)) for lines, font in labels for line in lines)
    plan = Plan(across=across, box=box, side=side)
    for start in range(0, len(sheet.cells), across):
        shown = sheet.columns if not start else () if sheet.rows else sheet.columns[start : start + across]
        most = max((len(pen.lines(label, box[0], LONGEST_LABEL)[0]) for label in shown), default=0)
        plan.heads.append(most * (LETTERS + 6) + (6 if most else 0))
    return plan


def _box(images: Sequence[Image], across: int) -> tuple[int, int]:
    """The place that every picture fits into, none of them enlarged."""
    widest = WIDEST if across <= IN_A_ROW else WIDEST * IN_A_ROW // across + 80
    sizes = [_fitted(image.width, image.height, widest) for image in images]
    return max(NARROWEST, *(w for w, _ in sizes)), max(h for _, h in sizes)


def _fitted(width: int, height: int, most: int) -> tuple[int, int]:
    scale = min(1.0, most / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _put(
    paper: Picture, draw: ImageDraw, image: Image | None, at: tuple[int, int], box: tuple[int, int]
) -> None:
    """One picture in the middle of its place, its shape kept."""
    left, top = at
    if image is None:
        draw.rectangle((left, top, left + box[0] - 1, top + box[1] - 1), fill=EMPTY)
        middle = left + box[0] // 2, top + box[1] // 2
        draw.line((middle[0] - 8, middle[1], middle[0] + 8, middle[1]), fill=SOFT, width=2)
        return
    small = _decoded(image, max(box))
    small.thumbnail(box)
    paper.paste(small, (left + (box[0] - small.width) // 2, top + (box[1] - small.height) // 2), _mask(small))


def _decoded(image: Image, side: int) -> Picture:
    from PIL import Image as pil

    try:
        picture = pil.open(io.BytesIO(image.data))
        picture.draft("RGB", (side, side))
        alpha = "A" in picture.mode or "transparency" in picture.info
        return picture.convert("RGBA" if alpha else "RGB")
    except (OSError, SyntaxError) as error:
        raise ValueError("not a picture") from error


def _mask(picture: Picture) -> Picture | None:
    return picture.getchannel("A") if picture.mode == "RGBA" else None


def _label(draw: ImageDraw, sheet: Sheet, plan: Plan, pen: Pen) -> None:
    for number, label in enumerate(sheet.columns):
        lines, font = pen.lines(label, plan.box[0], LONGEST_LABEL)
        top = plan.top(number) - 6 - len(lines) * (LETTERS + 6)
        _write(draw, lines, font, (plan.left(number), top), LETTERS + 6, INK, centred=plan.box[0])
    for number, label in enumerate(sheet.rows):
        lines, font = pen.lines(label, NARROWEST, LONGEST_LABEL)
        middle = plan.top(number * plan.across) + plan.box[1] // 2 - len(lines) * (LETTERS + 6) // 2
        _write(draw, lines, font, (MARGIN, middle), LETTERS + 6, INK)


def _write(
    draw: ImageDraw, lines: Sequence[str], font: Font, at: tuple[int, int], step: int, ink: str,
    centred: int = 0,
) -> None:  # fmt: skip
    for number, line in enumerate(lines):
        left = at[0] + (max(0, int(centred - font.getlength(line)) // 2) if centred else 0)
        draw.text((left, at[1] + number * step), line, font=font, fill=ink)


def _pieces(text: str) -> list[str]:
    """Where a line may be broken: before each word."""
    words = text.split(" ")
    return [words[0], *(f" {word}" for word in words[1:])]


def _broken(line: str, width: int, font: Font) -> list[str]:
    """A line without blanks that is too long (Chinese, a model's name), broken between its signs."""
    parts = [""]
    for sign in line:
        if parts[-1] and font.getlength(parts[-1] + sign) > width:
            parts.append("")
        parts[-1] += sign
    return [part.strip() for part in parts]


def _cut(line: str, width: int, font: Font) -> str:
    """A line that ends in dots, short enough."""
    body = line.removesuffix(" ...")
    while body and font.getlength(body + " ...") > width:
        body = body[:-1]
    return f"{body.rstrip()} ..."


def _png(paper: Picture) -> Image:
    buffer = io.BytesIO()
    paper.save(buffer, "PNG", compress_level=3)
    return Image(buffer.getvalue(), "image/png", *paper.size)
