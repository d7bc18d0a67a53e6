"""PNG files: words put in without touching a pixel, wholeness and light told without decoding."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import PngImagePlugin

from imaginario import pngfile
from tests.test_imaging import decoded, drawn, encoded, ping

FILTERS = range(5)
"""None, Sub, Up, Average, Paeth."""


TEXTS = {
    "parameters": "a cat\nSteps: 4",
    "título": "São",
    "imaginario": '{"idea": "um gato na lua", "词": "猫"}',
}


def test_words_go_in_and_come_out_and_pillow_reads_them() -> None:
    plain = encoded(drawn())
    marked = pngfile.with_texts(plain, TEXTS)
    assert pngfile.texts(marked) == TEXTS
    assert PngImagePlugin.PngImageFile(io.BytesIO(marked)).info == TEXTS  # read lazily: before any pixel
    picture = decoded(marked)
    assert picture.tobytes() == drawn().tobytes()
    assert ping(marked).width == 64


def test_latin_words_are_text_chunks_and_others_international() -> None:
    marked = pngfile.with_texts(encoded(drawn()), {"a": "não", "b": "猫"})
    assert b"tEXta\0n\xe3o" in marked
    assert b"iTXtb\0\0\0\0\0" + "猫".encode() in marked


def test_only_chunks_are_added() -> None:
    plain = encoded(drawn())
    marked = pngfile.with_texts(plain, {"k": "v"})
    assert plain[:33] == marked[:33]
    assert marked.endswith(plain[33:])
    assert len(marked) == len(plain) + 12 + 3


def test_words_of_the_same_key_are_replaced_and_others_stay() -> None:
    once = pngfile.with_texts(encoded(drawn()), {"a": "1", "b": "2"})
    twice = pngfile.with_texts(once, {"a": "猫"})
    assert pngfile.texts(twice) == {"a": "猫", "b": "2"}
    assert twice.count(b"tEXta") == 0


def test_compressed_words_are_read() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("z", "long " * 50, zip=True)
    info.add_itxt("i", "猫" * 50, zip=True)
    data = encoded(drawn(), pnginfo=info)
    assert pngfile.texts(data) == {"z": "long " * 50, "i": "猫" * 50}
    assert pngfile.texts(pngfile.with_texts(data, {"z": "short"})) == {"z": "short", "i": "猫" * 50}


def test_a_text_that_unpacks_without_end_is_cut() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("bomb", "A" * (pngfile.MAX_TEXT + 1000), zip=True)
    assert len(pngfile.texts(encoded(drawn(), pnginfo=info))["bomb"]) == pngfile.MAX_TEXT


def test_many_bombs_unpack_to_no_more_than_one() -> None:
    info = PngImagePlugin.PngInfo()
    for number in range(5):
        info.add_text(f"bomb {number}", "A" * (pngfile.MAX_TEXT // 2), zip=True)
    info.add_text("plain", "a cat")
    found = pngfile.texts(encoded(drawn(), pnginfo=info))
    assert found.pop("plain") == "a cat"
    assert [len(text) for text in found.values()] == [pngfile.MAX_TEXT // 2] * 2


def test_words_that_cannot_be_read_are_replaced_too() -> None:
    plain = encoded(drawn())
    body = b"k\0\0no deflate"
    broken = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    marked = pngfile.with_texts(plain[:33] + broken + plain[33:], {"k": "v"})
    assert marked == pngfile.with_texts(plain, {"k": "v"})


def test_damaged_words_are_left_out() -> None:
    marked = pngfile.with_texts(encoded(drawn()), {"b": "猫", "ok": "yes"})
    assert pngfile.texts(marked.replace("猫".encode(), b"\xff\xfe\xfd")) == {"ok": "yes"}
    assert pngfile.texts(b"\xff\xd8\xffjpeg") == {}


@pytest.mark.parametrize("key", ["", "k" * 80, "a\0b", "猫"])
def test_a_key_the_format_forbids_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=r"text chunk|latin-1"):
        pngfile.with_texts(encoded(drawn()), {key: "v"})


def test_only_a_png_takes_words() -> None:
    with pytest.raises(ValueError, match="not a PNG"):
        pngfile.with_texts(encoded(drawn(), "JPEG"), {"k": "v"})


def predicted(pixels: np.ndarray, kind: int) -> np.ndarray:
    """What a filter of the format predicts of rows `(h, stride)` with three bytes a pixel."""
    left, above, corner = (np.zeros_like(pixels) for _ in range(3))
    left[:, 3:], above[1:], corner[1:, 3:] = pixels[:, :-3], pixels[:-1], pixels[:-1, :-3]
    if kind == 4:
        guess = left + above - corner
        far = [abs(guess - there) for there in (left, above, corner)]
        nearest = np.where(far[1] <= far[2], above, corner)
        return np.where((far[0] <= far[1]) & (far[0] <= far[2]), left, nearest)
    return [np.zeros_like(pixels), left, above, (left + above) // 2][kind]


def packed(pixels: np.ndarray, kind: int) -> bytes:
    """A PNG of `(h, w, 3)` bytes, every row through the same filter."""
    height, width, _ = pixels.shape
    rows = pixels.reshape(height, -1).astype(int)
    rest = ((rows - predicted(rows, kind)) % 256).astype(np.uint8)
    body = b"".join(bytes([kind]) + row.tobytes() for row in rest)
    ihdr = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return pngfile.MAGIC + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in ((b"IHDR", ihdr), (b"IDAT", zlib.compress(body)), (b"IEND", b""))
    )


@pytest.mark.parametrize("kind", FILTERS)
def test_light_is_told_behind_every_filter(kind: int) -> None:
    rng = np.random.default_rng(4)
    for most, light in ((2, False), (3, True), (9, True), (255, True)):
        pixels = rng.integers(0, most + 1, (9, 14, 3), np.uint8)
        pixels[5, 7, 1] = most
        data = packed(pixels, kind)
        assert np.array_equal(np.asarray(decoded(data)), pixels)
        assert pngfile.bright(data, 2) <= light, "a black picture was taken for a bright one"
        assert pngfile.bright(data, 2) or most < 9


@pytest.mark.parametrize("kind", FILTERS)
def test_a_black_picture_is_never_called_bright(kind: int) -> None:
    rng = np.random.default_rng(5)
    for _ in range(60):
        assert not pngfile.bright(packed(rng.integers(0, 3, (7, 11, 3), np.uint8), kind), 2)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "I;16"])
def test_only_plain_colours_are_told(mode: str) -> None:
    assert not pngfile.bright(encoded(drawn().convert("L" if mode == "I;16" else mode).convert(mode)), 2)


def test_rows_that_are_missing_are_not_told() -> None:
    whole = packed(np.full((8, 8, 3), 200, np.uint8), 0)
    told = pngfile.header(whole)
    assert told is not None
    assert (told.width, told.height, told.depth, told.colour) == (8, 8, 8, 2)
    short = zlib.compress(b"\0" + b"\xc8" * 24)
    at = whole.index(b"IDAT") - 4
    cut = whole[:at] + struct.pack(">I", len(short)) + b"IDAT" + short
    cut += struct.pack(">I", zlib.crc32(b"IDAT" + short)) + whole[whole.index(b"IEND") - 4 :]
    assert pngfile.arrived(cut)
    assert pngfile.bright(whole, 2)
    assert not pngfile.bright(cut, 2)


def test_every_changed_byte_is_noticed() -> None:
    data = encoded(drawn((16, 12)))
    assert pngfile.arrived(data)
    for at in range(len(pngfile.MAGIC), len(data)):
        assert not pngfile.arrived(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :]), at
        assert not pngfile.arrived(data[:at])
