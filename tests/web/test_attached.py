"""Attached pictures: every kind that the page offers to take can be read."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image as pil

from imaginario import imaging
from imaginario.errors import UnusableImage
from imaginario.events import Note
from imaginario.web.attached import AT_MOST, ENDINGS, attached, file_types, notes


def test_what_is_offered_can_be_read() -> None:
    formats = {ending: name for name, endings in ENDINGS.items() for ending in endings}
    offered = file_types()
    assert {".png", ".jpg", ".jpeg", ".gif", ".bmp"} <= set(offered) <= set(formats)
    for ending in offered:
        buffer = io.BytesIO()
        pil.new("RGB", (8, 8), "red").save(buffer, formats[ending])
        assert imaging.opened(buffer.getvalue(), f"x{ending}").width == 8


def test_every_format_that_may_be_read_has_endings() -> None:
    assert set(ENDINGS) == set(imaging.FORMATS)


async def test_only_so_many_are_taken_and_a_lost_one_is_told(tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    pil.new("RGB", (8, 8), "red").save(file)
    images, problem = await attached([str(file)] * (AT_MOST + 1))
    assert (len(images), problem) == (AT_MOST, None)
    images, problem = await attached([str(file), str(tmp_path / "gone.png")])
    assert images == ()
    assert isinstance(problem, UnusableImage)
    assert problem.values["name"] == "gone.png"


async def test_what_was_made_smaller_is_told(tmp_path: Path) -> None:
    files = [tmp_path / "large.png", tmp_path / "small.png"]
    for file, side in zip(files, (imaging.MAX_SIDE + 100, 8), strict=True):
        pil.new("1", (side, 4)).save(file)
    images, _ = await attached([str(file) for file in files])
    assert notes(images) == [Note("page.shrunk", {"was": "2148 × 4", "now": "2048 × 4"})]
