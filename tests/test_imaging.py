"""Picture bytes: verified whole, converted without loss of sense."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image as pil
from PIL import ImageDraw

from imaginario import imaging, pngfile
from imaginario.errors import BlackImage, BrokenImage, UnusableImage
from imaginario.images import Image


def drawn(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> pil.Image:
    """A picture whose left half is red above and blue below, so that turning it shows."""
    picture = pil.new("RGB", size, "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, size[0] // 2, size[1] // 2), fill="red")
    pen.rectangle((0, size[1] // 2, size[0] // 2, size[1]), fill="blue")
    return picture.convert(mode)


def encoded(picture: pil.Image, kind: str = "PNG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def decoded(data: bytes) -> pil.Image:
    picture = pil.open(io.BytesIO(data))
    picture.load()
    return picture


def ping(data: bytes) -> Image:
    return imaging.verified(data, engine="e", model="m")


def png_claiming(width: int, height: int) -> bytes:
    """A tiny file that says it is huge."""
    ihdr = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", ihdr), (b"IDAT", zlib.compress(b"\0" * 64)), (b"IEND", b"")]
    return pngfile.MAGIC + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


KINDS = [("PNG", "png"), ("JPEG", "jpeg"), ("WEBP", "webp"), ("GIF", "gif"), ("BMP", "bmp"),
         ("TIFF", "tiff"), ("AVIF", "avif")]  # fmt: skip


@pytest.mark.parametrize(("kind", "mime"), KINDS)
def test_bytes_tell_their_kind_and_verify(kind: str, mime: str) -> None:
    data = encoded(drawn(), kind)
    assert imaging.sniff(data) == f"image/{mime}"
    image = ping(data)
    assert (image.data, image.mime, image.width, image.height) == (data, f"image/{mime}", 64, 48)


@pytest.mark.parametrize("data", [b"", b"hello", b"<html>", b"%!PS-Adobe-3.0", b"RIFF0000WAVE", b"\x89PN"])
def test_other_bytes_are_no_picture(data: bytes) -> None:
    assert imaging.sniff(data) is None


@pytest.mark.parametrize(
    ("data", "detail"),
    [
        (b"", "nothing"),
        (b"  <!DOCTYPE html><h1>Bad gateway</h1>", "HTML"),
        (b'{"error": "no"}', "JSON"),
        (b'["a"]', "JSON"),
        (b"\x00\x01garbage", "no picture"),
    ],
)
def test_what_is_no_picture_is_broken_and_named(data: bytes, detail: str) -> None:
    with pytest.raises(BrokenImage) as caught:
        ping(data)
    assert caught.value.values["detail"] == detail
    assert (caught.value.engine, caught.value.model) == ("e", "m")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_truncated_picture_is_broken(kind: str, part: float) -> None:
    data = encoded(drawn((256, 256)).effect_spread(40), kind)
    with pytest.raises(BrokenImage):
        ping(data[: int(len(data) * part)])


def test_a_png_without_its_last_chunk_is_broken() -> None:
    with pytest.raises(BrokenImage):
        ping(encoded(drawn())[:-12])


def test_a_png_with_a_flipped_bit_is_broken() -> None:
    data = bytearray(encoded(drawn()))
    data[data.index(b"IDAT") + 20] ^= 0xFF
    with pytest.raises(BrokenImage):
        ping(bytes(data))


def test_a_picture_that_claims_to_be_huge_is_broken() -> None:
    with pytest.raises(BrokenImage):
        ping(png_claiming(60_000, 60_000))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1"])
def test_black_is_refused_in_every_mode(mode: str) -> None:
    with pytest.raises(BlackImage):
        ping(encoded(pil.new("RGB", (32, 32), (0, 0, 0)).convert(mode)))


def test_nearly_black_is_black_and_dark_is_not() -> None:
    with pytest.raises(BlackImage):
        ping(encoded(pil.new("RGB", (32, 32), (1, 2, 0))))
    assert ping(encoded(pil.new("RGB", (32, 32), (3, 3, 3)))).width == 32
    night = pil.new("RGB", (32, 32))
    night.putpixel((5, 5), (9, 9, 30))
    assert ping(encoded(night)).height == 32


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
@pytest.mark.parametrize("place", [(0, 0), (40, 21), (99, 99)])
def test_one_star_anywhere_is_enough(mode: str, place: tuple[int, int]) -> None:
    night = pil.new("RGB", (100, 100))
    night.putpixel(place, (90, 90, 30))
    assert ping(encoded(night.convert(mode))).width == 100


def test_a_png_stays_as_it_is() -> None:
    image = ping(encoded(drawn()))
    assert imaging.as_png(image) is image


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "RGB"), ("WEBP", "RGBA"), ("JPEG", "CMYK"), ("GIF", "P")]
)
def test_others_become_png_of_the_same_look(kind: str, mode: str) -> None:
    image = ping(encoded(drawn(mode=mode), kind))
    png = imaging.as_png(image)
    picture = decoded(png.data)
    assert (png.mime, picture.format, picture.size) == ("image/png", "PNG", (64, 48))
    red, green, blue = picture.convert("RGB").getpixel((8, 8))  # type: ignore[misc]
    assert red > 200
    assert max(green, blue) < 60


def test_as_png_refuses_what_does_not_decode() -> None:
    with pytest.raises(ValueError, match="not a picture"):
        imaging.as_png(Image(b"\xff\xd8\xffno", "image/jpeg", 1, 1))


@pytest.mark.parametrize(("mode", "mime"), [("RGB", "image/jpeg"), ("RGBA", "image/webp")])
def test_a_preview_is_small_and_whole(mode: str, mime: str) -> None:
    image = imaging.preview(encoded(drawn((1200, 600), mode)), longest=300)
    assert (image.mime, image.width, image.height) == (mime, 300, 150)
    assert decoded(image.data).size == (300, 150)
    assert len(image.data) < 10_000


def test_a_preview_never_enlarges() -> None:
    assert imaging.preview(encoded(drawn((40, 30)))).width == 40


def test_a_preview_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="not a picture"):
        imaging.preview(b"nothing")


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("JPEG", "RGB"), ("WEBP", "RGB")]
)
def test_a_plain_attachment_keeps_its_bytes(kind: str, mode: str) -> None:
    data = encoded(drawn(mode=mode), kind)
    image = imaging.opened(data, "a")
    assert image.data == data
    assert image.shrunk_from is None


@pytest.mark.parametrize(
    ("kind", "mode", "becomes"),
    [("PNG", "P", "RGB"), ("JPEG", "CMYK", "RGB"), ("PNG", "L", "RGB"), ("PNG", "LA", "RGBA"),
     ("PNG", "1", "RGB"), ("TIFF", "RGB", "RGB"), ("BMP", "RGB", "RGB"), ("JPEG", "L", "RGB")],
)  # fmt: skip
def test_odd_attachments_become_plain_png(kind: str, mode: str, becomes: str) -> None:
    image = imaging.opened(encoded(drawn(mode=mode), kind), "a")
    picture = decoded(image.data)
    assert (image.mime, picture.format, picture.mode) == ("image/png", "PNG", becomes)


def test_an_attachment_is_set_upright() -> None:
    exif = pil.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    image = imaging.opened(encoded(drawn((64, 48)), "JPEG", exif=exif, quality=95), "phone.jpg")
    picture = decoded(image.data)
    assert (image.width, image.height, picture.size) == (48, 64, (48, 64))
    assert picture.getpixel((40, 8))[0] > 200  # type: ignore[index]  # red moved to the upper right
    assert picture.getexif().get(0x0112, 1) == 1


def test_sixteen_bits_keep_their_shades() -> None:
    ramp = pil.new("I;16", (3, 1))
    for x, value in enumerate((0, 0x8000, 0xFFFF)):
        ramp.putpixel((x, 0), value)
    picture = decoded(imaging.opened(encoded(ramp), "deep.png").data)
    assert [picture.getpixel((x, 0))[0] for x in range(3)] == [0, 127, 255]  # type: ignore[index]


def test_sixteen_bit_colour_is_encoded_anew() -> None:
    ihdr = struct.pack(">IIBBBBB", 2, 1, 16, 2, 0, 0, 0)
    row = zlib.compress(b"\0" + struct.pack(">6H", 0xFFFF, 0, 0, 0, 0, 0xFFFF))
    data = pngfile.MAGIC + b"".join(
        struct.pack(">I", len(b)) + k + b + struct.pack(">I", zlib.crc32(k + b))
        for k, b in [(b"IHDR", ihdr), (b"IDAT", row), (b"IEND", b"")]
    )
    image = imaging.opened(data, "deep.png")
    assert image.data[24] == 8
    assert decoded(image.data).getpixel((0, 0)) == (255, 0, 0)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_frame_is_taken(kind: str) -> None:
    frames = [pil.new("RGB", (20, 10), colour) for colour in ("red", "lime", "blue")]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    picture = decoded(imaging.opened(data, "moving").data)
    assert (picture.format, getattr(picture, "n_frames", 1)) == ("PNG", 1)
    assert picture.convert("RGB").getpixel((3, 3))[0] > 240  # type: ignore[index]


def test_transparency_of_a_palette_is_kept() -> None:
    palette = drawn().quantize(4)
    picture = decoded(
        imaging.opened(encoded(palette, transparency=palette.getpixel((8, 8))), "logo.png").data
    )
    assert picture.mode == "RGBA"
    assert picture.getpixel((8, 8))[3] == 0  # type: ignore[index]


def test_a_large_attachment_is_shrunk_and_says_so() -> None:
    image = imaging.opened(encoded(drawn((4096, 1024)), "JPEG"), "big.jpg")
    assert (image.width, image.height, image.shrunk_from) == (2048, 512, (4096, 1024))
    assert decoded(image.data).size == (2048, 512)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 a zip", "unreadable"),
        (b"%PDF-1.7", "unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unreadable"),
        (pngfile.MAGIC, "damaged"),
        (encoded(drawn((256, 256)).effect_spread(40))[:3000], "damaged"),
        (encoded(drawn((256, 256)).effect_spread(40), "JPEG")[:3000], "damaged"),
        (png_claiming(9_000, 9_000), "too_large"),
        (png_claiming(60_000, 60_000), "too_large"),
    ],
)
def test_an_attachment_that_can_not_be_used_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnusableImage) as caught:
        imaging.opened(data, "cat.png")
    assert caught.value.values == {"name": "cat.png", "reason": reason}


def test_a_colour_profile_goes_with_the_colours_it_describes() -> None:
    profile = b"\0" * 16 + b"RGB " + b"\0" * 108
    kept = imaging.as_png(ping(encoded(drawn(), "JPEG", icc_profile=profile)))
    assert decoded(kept.data).info["icc_profile"] == profile
    alien = b"\0" * 16 + b"CMYK" + b"\0" * 108
    dropped = imaging.as_png(ping(encoded(drawn(mode="CMYK"), "JPEG", icc_profile=alien)))
    assert "icc_profile" not in decoded(dropped.data).info


def test_where_a_photo_was_taken_is_not_passed_on() -> None:
    import io

    from PIL import Image as pil

    photo = pil.new("RGB", (32, 24), "teal")
    exif = pil.Exif()
    exif.get_ifd(0x8825)[1] = "S"
    exif[0x010F] = "a camera"
    buffer = io.BytesIO()
    photo.save(buffer, "JPEG", exif=exif)
    assert b"a camera" in buffer.getvalue()
    opened = imaging.opened(buffer.getvalue(), "photo.jpg")
    assert (opened.width, opened.height) == (32, 24)
    assert not pil.open(io.BytesIO(opened.data)).getexif()
