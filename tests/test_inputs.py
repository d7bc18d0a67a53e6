"""Pictures as people have them: turned, deep, see-through, moving, from phones, too large, or none at all."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as pil

from imaginario import imaging, pictures
from imaginario.errors import UnusableImage
from imaginario.events import Note
from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import Image
from tests.test_imaging import decoded, drawn, encoded

ROOT = Path(__file__).resolve().parent.parent
CORNERS = {1: "red", 2: "lime", 3: "blue", 4: "yellow", 5: "red", 6: "yellow", 7: "blue", 8: "lime"}
"""The corner of the stored picture that comes to stand in the upper left, by EXIF orientation."""


def cornered() -> pil.Image:
    """Red and lime above, yellow and blue below; wider than high."""
    picture = pil.new("RGB", (60, 40))
    for colour, box in {"red": (0, 0, 30, 20), "lime": (30, 0, 60, 20), "yellow": (0, 20, 30, 40),
                        "blue": (30, 20, 60, 40)}.items():  # fmt: skip
        picture.paste(colour, box)
    return picture


def turned(orientation: int) -> pil.Exif:
    exif = pil.Exif()
    exif[0x0112] = orientation
    return exif


def brands(major: bytes, *others: bytes) -> bytes:
    """The first box of a file of the HEIF family, and bytes that are no picture."""
    return (
        struct.pack(">I", 16 + 4 * len(others)) + b"ftyp" + major + b"\0\0\0\0" + b"".join(others) + b"?" * 64
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_whichever_way_the_camera_was_held_the_picture_stands_upright(orientation: int, kind: str) -> None:
    data = encoded(cornered(), kind, exif=turned(orientation), quality=95)
    image = imaging.opened(data, "phone")
    assert (image.width, image.height) == ((60, 40) if orientation < 5 else (40, 60))
    found = decoded(image.data).convert("RGB").getpixel((5, 5))
    wanted = pil.new("RGB", (1, 1), CORNERS[orientation]).getpixel((0, 0))
    assert np.abs(np.subtract(found, wanted)).max() < 60  # type: ignore[arg-type]  # three numbers each


def test_a_large_turned_photo_tells_its_size_as_it_is_seen() -> None:
    data = encoded(pil.new("RGB", (3000, 2000), "teal"), "JPEG", exif=turned(6))
    image = imaging.opened(data, "phone.jpg")
    assert (image.width, image.height, image.shrunk_from) == (1365, 2048, (2000, 3000))


def test_shrinking_is_told_for_each_picture_it_happened_to() -> None:
    large = imaging.opened(encoded(pil.new("RGB", (4096, 1024), "teal")), "a")
    small = imaging.opened(encoded(drawn()), "b")
    note = Note("page.shrunk", {"was": "4096 × 1024", "now": "2048 × 512"})
    assert imaging.shrunk(large, None, small, large) == (note, note)
    assert imaging.shrunk(small, None) == ()
    assert "4096 × 1024" in Translator("zh-CN")(note.key, **note.values)


def test_a_clear_shade_of_deep_grey_stays_the_clear_one() -> None:
    ramp = pil.new("I;16", (3, 1))
    for x, value in enumerate((0, 0x8000, 0xFFFF)):
        ramp.putpixel((x, 0), value)
    picture = decoded(imaging.opened(encoded(ramp, transparency=0x8000), "deep.png").data)
    assert picture.mode == "RGBA"
    assert [picture.getpixel((x, 0))[3] for x in range(3)] == [255, 0, 255]  # type: ignore[index]


@pytest.mark.parametrize(("kind", "mode"), [("I", np.int32), ("F", np.float32)])
def test_numbers_without_a_top_are_spread_over_what_is_there(kind: str, mode: type) -> None:
    values = pil.fromarray(np.array([[0, 100, 200]], dtype=mode))
    assert values.mode == kind
    picture = decoded(imaging.opened(encoded(values, "TIFF"), "scan.tif").data)
    assert [picture.getpixel((x, 0))[0] for x in range(3)] == [0, 127, 255]  # type: ignore[index]


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_colour_that_counts_as_clear_becomes_clear(mode: str) -> None:
    picture = pil.new(mode, (4, 4), 7 if mode == "L" else (7, 8, 9))
    picture.putpixel((0, 0), 200 if mode == "L" else (200, 0, 0))
    data = encoded(picture, transparency=7 if mode == "L" else (7, 8, 9))
    found = decoded(imaging.opened(data, "logo.png").data)
    assert (found.mode, found.getpixel((0, 0))[3], found.getpixel((3, 3))[3]) == ("RGBA", 255, 0)  # type: ignore[index]


def test_a_palette_may_be_partly_clear() -> None:
    picture = pil.new("P", (2, 1))
    picture.putpalette([255, 0, 0, 0, 255, 0])
    picture.putpixel((1, 0), 1)
    found = decoded(imaging.opened(encoded(picture, transparency=bytes([128, 255])), "logo.png").data)
    assert [found.getpixel((x, 0)) for x in range(2)] == [(255, 0, 0, 128), (0, 255, 0, 255)]


def test_of_a_phones_double_picture_the_first_is_taken() -> None:
    first, second = (pil.new("RGB", (16, 16), colour) for colour in ("red", "blue"))
    image = imaging.opened(encoded(first, "MPO", save_all=True, append_images=[second]), "phone.jpg")
    assert image.mime == "image/png"
    assert decoded(image.data).getpixel((3, 3))[0] > 240  # type: ignore[index]


@pytest.mark.parametrize("kind", ["AVIF", "GIF", "TIFF"])
def test_of_many_frames_or_pages_the_first_is_taken(kind: str) -> None:
    frames = [pil.new("RGB", (32, 16), colour) for colour in ("red", "lime", "blue")]
    image = imaging.opened(encoded(frames[0], kind, save_all=True, append_images=frames[1:]), "moving")
    assert (image.width, image.height, image.mime) == (32, 16, "image/png")
    assert decoded(image.data).convert("RGB").getpixel((3, 3))[0] > 240  # type: ignore[index]


def test_avif_and_heic_are_told_apart_by_all_their_brands() -> None:
    assert imaging.sniff(encoded(drawn(), "AVIF")) == "image/avif"
    assert imaging.sniff(brands(b"mif1", b"avif", b"miaf")) == "image/avif"
    assert imaging.sniff(brands(b"heic", b"mif1")) == "image/heic"
    assert imaging.sniff(brands(b"mif1", b"heic")) == "image/heic"
    assert imaging.sniff(brands(b"hevx")) == "image/heic"
    assert imaging.sniff(brands(b"isom", b"mp42")) is None  # a film
    assert imaging.sniff(brands(b"qt  ")) is None
    assert imaging.sniff(b"\0\0\0\x18ftyp") is None


READER = """
import io
from PIL import Image, ImageFile

def register_heif_opener():
    class Reader(ImageFile.ImageFile):
        format = "HEIF"
        def _open(self):
            inner = Image.open(io.BytesIO(self.fp.read()[24:]))
            inner.load()
            self._mode, self._size, self.im, self.tile = inner.mode, inner.size, inner.im, []
    Image.register_open("HEIF", Reader, lambda head: head[4:12] == b"ftypheic")
"""
"""Stands for pillow-heif: a picture in the box is a PNG behind its first 24 bytes."""

ASK = """
import json, sys
from imaginario import imaging
from imaginario.errors import UnusableImage
data, plain = (open(name, "rb").read() for name in ("phone.heic", "plain.png"))
imaging.opened(plain, "plain.png")
early = "pillow_heif" in sys.modules
try:
    image = imaging.opened(data, "phone.heic")
    print(json.dumps([early, image.mime, image.width, image.height]))
except UnusableImage as error:
    print(json.dumps([early, error.values["reason"]]))
"""


@pytest.mark.parametrize(
    ("module", "said"),
    [(READER, [False, "image/png", 64, 48]), ("raise ImportError('not installed')", [False, "heic"])],
)
def test_heic_is_read_where_its_reader_is_installed(module: str, said: list[object], tmp_path: Path) -> None:
    (tmp_path / "pillow_heif.py").write_text(module, "utf-8")
    box = struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic"
    (tmp_path / "phone.heic").write_bytes(box + encoded(drawn()))
    (tmp_path / "plain.png").write_bytes(encoded(drawn()))
    path = os.pathsep.join(filter(None, (str(tmp_path), str(ROOT), os.environ.get("PYTHONPATH", ""))))
    command, environment = [sys.executable, "-c", ASK], os.environ | {"PYTHONPATH": path}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_can_not_be_read_here_is_told_with_the_way_out(language: str) -> None:
    for reason in ("heic", "avif"):
        sentence, _ = Translator(language).error(UnusableImage(name="IMG_1.HEIC", reason=reason))
        assert "JPEG" in sentence
        assert "IMG_1.HEIC" in sentence


@pytest.mark.parametrize("size", [(30, 20), (240, 160), (60, 60)])
def test_a_mask_of_another_size_is_stretched_over_the_picture(size: tuple[int, int]) -> None:
    mask = pil.new("L", size, 0)
    mask.paste(255, (0, 0, size[0] // 2, size[1]))
    made = pictures.as_mask(Image(encoded(mask), "image/png", *size), (60, 40))
    grey = np.asarray(decoded(made.data))
    assert grey.shape == (40, 60)
    assert grey[:, :27].min() > 240
    assert grey[:, 33:].max() == 0


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        tuple(form.split())
        for form in ("PNG 1", "PNG P", "PNG LA", "PNG I;16", "JPEG L", "BMP L", "JPEG CMYK")
    ],
)
def test_a_mask_may_come_in_any_form(kind: str, mode: str) -> None:
    mask = pil.new("L", (40, 20), 0)
    mask.paste(255, (0, 0, 20, 20))
    deep = pil.fromarray(np.asarray(mask).astype(np.uint16) * 257)
    mask = deep if mode == "I;16" else mask.convert(mode)
    image = imaging.opened(encoded(mask, kind), "mask")
    grey = np.asarray(decoded(pictures.as_mask(image, (40, 20)).data))
    assert grey[:, :18].min() > 240
    assert grey[:, 22:].max() == 0
