"""Changing a picture from a terminal, over HTTP and as a tool: the same edit whichever way it comes."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PIL import Image as pil

from imaginario import cli
from imaginario.images import Margins
from tests.faces.fakes import FakeHouse, Script
from tests.faces.serving import caller
from tests.test_pictures import noise, packed, pixels, spot

PHOTO = noise(48, 32)
MASK = spot(48, 32, (0, 0, 16, 32))


@pytest.fixture
def photo(here: Path) -> Path:
    """A photo and a mask in the folder we stand in."""
    (here / "photo.png").write_bytes(PHOTO.data)
    (here / "mask.png").write_bytes(MASK.data)
    return here / "photo.png"


def ran(tmp_path: Path, script: Script, *argv: str) -> int:
    return cli.run(argv, {"LANG": "C"}, lambda settings, environ: FakeHouse(tmp_path / "data", script))


def base(data: bytes) -> str:
    return base64.b64encode(data).decode()


@pytest.mark.parametrize(
    "words", [("edit", "photo.png", "make it snow"), ("imagine", "make it snow", "--image", "photo.png")]
)
def test_edit_in_a_terminal(
    words: tuple[str, ...], photo: Path, tmp_path: Path, script: Script, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(tmp_path, script, *words, "--mask", "mask.png", "--output", "out.png") == 0
    request = script.requests[0]
    assert request.image is not None
    assert (request.image.data, request.mask_image is not None) == (PHOTO.data, True)
    from imaginario.images import Image

    out = Image((photo.parent / "out.png").read_bytes(), "image/png", 48, 32)
    assert (pixels(out)[:, 16:] == pixels(PHOTO)[:, 16:]).all()


def test_cartoonize_in_a_terminal_needs_no_words(
    photo: Path, tmp_path: Path, script: Script, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(tmp_path, script, "cartoonize", "photo.png") == 0
    assert script.requests[0].prompt == "Cartoonize the following image"
    assert (photo.parent / capsys.readouterr().out.strip()).is_file()


def test_outpaint_in_a_terminal_needs_no_words(photo: Path, tmp_path: Path, script: Script) -> None:
    assert (
        ran(tmp_path, script, "edit", "photo.png", "--outpaint", "left=16", "--raw", "--output", "w.png") == 0
    )
    assert script.requests[0].image is not None
    assert script.requests[0].image.width == 64


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("edit",), "file"),
        (("edit", "photo.png"), "words"),
        (("edit", "nowhere.png", "snow"), "nowhere.png"),
        (("imagine", "snow", "--mask", "mask.png"), "--mask"),
        (("edit", "photo.png", "snow", "--outpaint", "sideways=3"), "--outpaint"),
        (("edit", "photo.png", "snow", "--strength", "7"), "--strength"),
    ],
)
def test_wrong_edits_are_two_and_say_why(
    words: tuple[str, ...], why: str, photo: Path, tmp_path: Path, script: Script,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert ran(tmp_path, script, *words) == 2
    assert why in capsys.readouterr().err.lower() or why == "words"
    assert script.requests == []


async def test_edit_over_http(tmp_path: Path, script: Script) -> None:
    body = {
        "idea": "make it snow", "image": base(PHOTO.data), "mask_image": base(MASK.data), "raw": True,
        "reference_images": ["data:image/png;base64," + base(MASK.data)], "strength": 0.5,
    }  # fmt: skip
    async with caller(FakeHouse(tmp_path, script)) as client:
        answer = (await client.post("/api/imagine", json=body)).json()
    assert script.requests[0].image is not None
    assert answer["pictures"][0]["recipe"]["asked"]["mask_image"] == "48x32"
    assert set(answer["adjusted"]["ignored"]) == {"strength", "reference_images"}


async def test_cartoonize_over_http(tmp_path: Path, script: Script) -> None:
    async with caller(FakeHouse(tmp_path, script)) as client:
        done = await client.post("/api/cartoonize", json={"image": base(PHOTO.data), "outpaint": "right=16"})
        none = await client.post("/api/cartoonize", json={})
    assert done.status_code == 200
    assert script.requests[0].prompt == "Cartoonize the following image"
    assert none.status_code == 400


@pytest.mark.parametrize(
    ("field", "value"),
    [("image", "%%%"), ("mask_image", "%%%"), ("image", base(b"no picture")), ("outpaint", "x")],
)
async def test_a_picture_that_is_none_is_refused_in_words(
    tmp_path: Path, script: Script, field: str, value: str
) -> None:
    body = {"idea": "snow", "image": base(PHOTO.data), field: value}
    async with caller(FakeHouse(tmp_path, script)) as client:
        answer = await client.post("/api/imagine", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["cure"]
    assert script.requests == []


def wide() -> bytes:
    """A picture longer than any that is worked with."""
    return packed(pil.new("RGB", (2400, 40), "teal")).data


def test_a_terminal_tells_once_that_a_picture_was_made_smaller(
    here: Path, tmp_path: Path, script: Script, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "wide.png").write_bytes(wide())
    assert ran(tmp_path, script, "edit", "wide.png", "snow", "--raw", "--json", "--output", "out.png") == 0
    told = capsys.readouterr()
    assert told.err.count("2400 × 40") == told.out.count("2400 × 40") == 1


async def test_the_api_tells_that_a_picture_was_made_smaller(tmp_path: Path, script: Script) -> None:
    body = {"idea": "snow", "image": base(wide()), "raw": True}
    async with caller(FakeHouse(tmp_path, script)) as client:
        answer = (await client.post("/api/imagine", json=body)).json()
    assert sum("2400 × 40" in note for note in answer["notes"]) == 1


def test_margins_are_read_in_every_language() -> None:
    from imaginario.commands.parse import margins

    assert margins("256") == Margins(256, 256, 256, 256)
    assert margins("esquerda=64, direita=32px") == Margins(left=64, right=32)
    assert margins("左=64，下=8") == Margins(left=64, bottom=8)
