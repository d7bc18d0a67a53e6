"""Picture bytes: told apart, verified, converted, shrunk, and given words, without needless re-encoding.

Everything here is plain CPU work; call it in a thread.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from imaginario.errors import BlackImage, BrokenImage, UnusableImage
from imaginario.events import Note
from imaginario.images import Image

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""What Pillow may decode here; its other plug-ins are closed to strangers' bytes. HEIC comes on top where
its reader, pillow-heif, is installed."""
MAX_PIXELS = 64_000_000
"""Larger pictures are taken for decompression bombs."""
MAX_SIDE = 2048
"""Longest side, in pixels, of a picture a person attaches."""
NEARLY_BLACK = 2
"""Brightest value (0-255) any channel of an all-black picture may have."""
MAX_TEXT = 8_000_000
"""Bytes a compressed text chunk may unpack to."""
_DOTS = (16, 16)
_PNG_LEVEL = 3  # measured: a third of the time of the usual 6, files within a tenth

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (PNG_MAGIC, "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1"})
# What decoders are known to raise for broken bytes; memory is on the list because sizes lie.
_DECODING = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, MemoryError,
    struct.error, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opened(Image):
    """An attached picture made ready; `shrunk_from` is its size in pixels if it was too large."""

    shrunk_from: tuple[int, int] | None = None


def sniff(data: bytes) -> str | None:
    """The MIME type the first bytes tell, or None if they are no picture's."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp":
        return _boxed(data)
    return next((mime for magic, mime in _MAGIC if data.startswith(magic)), None)


def verified(data: bytes, *, engine: str, model: str) -> Image:
    """The picture an engine sent, after decoding all of it.

    Raises `BrokenImage` for anything truncated or no picture, `BlackImage` for a black one.
    """
    mime = sniff(data)
    if mime is None:
        raise BrokenImage(engine=engine, model=model, detail=_what_else(data))
    try:
        picture = _open(data)
        picture.load()
        whole = mime != "image/png" or any(kind == b"IEND" for kind, _, _ in _chunks(data))
        black = _is_black(picture)
    except _DECODING as error:
        raise BrokenImage(engine=engine, model=model, detail=type(error).__name__) from error
    if not whole:
        raise BrokenImage(engine=engine, model=model, detail="truncated")
    if black:
        raise BlackImage(engine=engine, model=model)
    return Image(data, mime, *picture.size)


def as_png(image: Image) -> Image:
    """The same picture as PNG; one that is PNG already comes back as it is.

    Raises `ValueError` for bytes that don't decode.
    """
    if image.mime == "image/png":
        return image
    try:
        return _encoded(_plain(_open(image.data)), "PNG")
    except _DECODING as error:
        raise ValueError("not a picture") from error


def preview(data: bytes, longest: int = 384) -> Image:
    """A small JPEG, or WebP where it is transparent; `longest` is its longer side in pixels.

    Raises `ValueError` for bytes that don't decode.
    """
    try:
        picture = _open(data)
        picture.draft(
            "RGB", (longest, longest)
        )  # JPEG decodes at half, quarter... for a fraction of the work
        picture = _plain(picture)
        picture.thumbnail((longest, longest))
        return _encoded(picture, "JPEG" if picture.mode == "RGB" else "WEBP", quality=85)
    except _DECODING as error:
        raise ValueError("not a picture") from error


def opened(data: bytes, name: str) -> Opened:
    """A picture a person attached: upright, RGB or RGBA with 8 bits, still, at most `MAX_SIDE` long.

    A PNG, JPEG or WebP that is all this already keeps its bytes. Raises `UnusableImage`; `names.<reason>`
    is the locale key that tells why.
    """
    if not data:
        raise UnusableImage(name=name, reason="empty")
    mime = sniff(data)
    if mime is None:
        raise UnusableImage(name=name, reason="unreadable")
    if not _readable(mime):
        raise UnusableImage(name=name, reason=mime.removeprefix("image/"))
    try:
        return _ready(data, mime, _open(data, heic=mime == "image/heic"))
    except _TooManyPixels as error:
        raise UnusableImage(name=name, reason="too_large") from error
    except _DECODING as error:
        raise UnusableImage(name=name, reason="damaged") from error


def shrunk(*images: Image | None) -> tuple[Note, ...]:
    """What there is to tell of attached pictures: which were too large and were made smaller."""
    sizes = [
        {"was": "{} × {}".format(*image.shrunk_from), "now": f"{image.width} × {image.height}"}
        for image in images
        if isinstance(image, Opened) and image.shrunk_from
    ]
    return tuple(Note("page.shrunk", values) for values in sizes)


def png_texts(data: bytes) -> dict[str, str]:
    """The text chunks (tEXt, zTXt, iTXt) of a PNG by their keys; what can't be read is left out."""
    texts: dict[str, str] = {}
    for kind, start, end in _chunks(data):
        if pair := _text_of(kind, data[start + 8 : end - 4]):
            texts[pair[0]] = pair[1]
    return texts


def with_texts(png: bytes, texts: Mapping[str, str]) -> bytes:
    """`png` with these text chunks, right behind its header, in place of chunks of the same keys.

    Not a pixel is touched. Raises `ValueError` if it is no PNG, or a key is not 1-79 Latin-1 characters.
    """
    if not png.startswith(PNG_MAGIC):
        raise ValueError("not a PNG")
    pieces, rest = [PNG_MAGIC], len(PNG_MAGIC)
    for kind, start, end in _chunks(png):
        pair = _text_of(kind, png[start + 8 : end - 4])
        if pair is None or pair[0] not in texts:
            pieces.append(png[start:end])
        if kind == b"IHDR":
            pieces += [_text_chunk(key, text) for key, text in texts.items()]
        rest = end
    return b"".join([*pieces, png[rest:]])


class _TooManyPixels(ValueError):
    """More pixels than an honest picture has."""


def _boxed(data: bytes) -> str | None:
    """AVIF and HEIC are told apart by the brands in their first box; the first may be that of both."""
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, min(_length(data), 256), 4))}
    if brands & _AVIF_BRANDS:
        return "image/avif"
    return "image/heic" if brands & _HEIC_BRANDS else None


def _length(box: bytes) -> int:
    return min(len(box), int.from_bytes(box[:4], "big"))


def _readable(mime: str) -> bool:
    """Whether a kind that not every machine can decode is decoded on this one."""
    from PIL import features

    if mime == "image/heic":
        return _heic_reader()
    return mime != "image/avif" or bool(features.check("avif"))


@cache
def _heic_reader() -> bool:
    """Bring in pillow-heif, if somebody has installed it."""
    try:
        from pillow_heif import register_heif_opener  # type: ignore[import-not-found]  # no dependency of ours
    except ImportError:
        return False
    register_heif_opener()
    return True


def _open(data: bytes, *, heic: bool = False) -> Picture:
    """The picture with its header read, not yet its pixels."""
    from PIL import Image as pil

    try:
        picture = pil.open(io.BytesIO(data), formats=(*FORMATS, "HEIF") if heic else FORMATS)
    except (pil.DecompressionBombError, pil.DecompressionBombWarning) as error:
        raise _TooManyPixels from error
    if picture.width * picture.height > MAX_PIXELS:
        raise _TooManyPixels
    return picture


def _what_else(data: bytes) -> str:
    head = data[:200].lstrip().lower()
    if not head:
        return "nothing"
    if head.startswith((b"<!doctype", b"<html", b"<")):
        return "HTML"
    return "JSON" if head.startswith((b"{", b"[")) else "no picture"


def _is_black(picture: Picture) -> bool:
    # A few dots tell most pictures, for a fraction of the time.
    if picture.mode in ("L", "RGB", "RGBA") and not _is_dark(picture.resize(_DOTS, resample=0)):
        return False
    return _is_dark(picture)


def _is_dark(picture: Picture) -> bool:
    plain = picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
    bands = plain.getextrema()
    highs = [bands[1]] if plain.mode == "L" else [band[1] for band in bands]  # type: ignore[index]  # a pair each
    return max(highs) <= NEARLY_BLACK  # type: ignore[type-var]  # numbers in these modes


def _plain(picture: Picture) -> Picture:
    """Upright, and RGB or RGBA with 8 bits."""
    from PIL import ImageOps

    picture = ImageOps.exif_transpose(picture)
    if picture.mode == "F" or picture.mode.startswith("I"):
        picture = _eight_bits(picture)
    alpha = picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info
    mode = "RGBA" if alpha else "RGB"
    return picture if picture.mode == mode else picture.convert(mode)


def _eight_bits(picture: Picture) -> Picture:
    """Grey of 16 bits and more, spread over 0-255; converting alone would cut everything above off."""
    clear = picture.info.get("transparency")  # one shade; converting would leave another one clear
    grey = picture.convert("F")
    high = 65535.0 if picture.mode.startswith("I;16") else max(1.0, float(grey.getextrema()[1]))  # type: ignore[arg-type]  # one band: a pair
    grey = grey.point(lambda v: v * (255.0 / high)).convert("L")
    grey.info.pop("transparency", None)
    if isinstance(clear, int):
        grey.info["transparency"] = int(clear * 255.0 / high)
    return grey


def _ready(data: bytes, mime: str, picture: Picture) -> Opened:
    keep = _keeps_its_bytes(data, mime, picture)
    picture.load()
    if keep:
        return Opened(data, mime, *picture.size)
    picture = _plain(picture)
    size = picture.size  # only now upright
    large = max(size) > MAX_SIDE
    if large:
        picture.thumbnail((MAX_SIDE, MAX_SIDE))
    image = _encoded(picture, "PNG")
    return Opened(image.data, image.mime, image.width, image.height, shrunk_from=size if large else None)


def _keeps_its_bytes(data: bytes, mime: str, picture: Picture) -> bool:
    usual = mime in ("image/png", "image/jpeg", "image/webp") and picture.mode in ("RGB", "RGBA")
    usual = usual and "transparency" not in picture.info  # one colour that counts as clear
    deep = mime == "image/png" and data[24] == 16  # bits per channel; Pillow's mode hides it
    # What a camera notes down (how it was held, where it was) is worked in or left behind, never passed on.
    noted = bool(picture.getexif())
    return usual and not deep and not noted and not _moves(picture) and max(picture.size) <= MAX_SIDE


def _moves(picture: Picture) -> bool:
    return getattr(picture, "n_frames", 1) > 1


def _encoded(picture: Picture, kind: str, **options: int) -> Image:
    """Without the metadata it came with, but for a colour profile that still fits."""
    buffer = io.BytesIO()
    if kind == "PNG":
        options["compress_level"] = _PNG_LEVEL
    profile = picture.info.get("icc_profile") or b""
    fits = profile[16:20] == b"RGB "  # where ICC writes the colour space; CMYK and grey have been converted
    picture.save(buffer, kind, icc_profile=profile if fits else b"", **options)
    return Image(buffer.getvalue(), f"image/{kind.lower()}", *picture.size)


def _chunks(png: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of each whole chunk."""
    start = len(PNG_MAGIC)
    while start + 12 <= len(png):
        length = int.from_bytes(png[start : start + 4], "big")
        end = start + 12 + length
        if end > len(png):
            return
        kind = png[start + 4 : start + 8]
        yield kind, start, end
        if kind == b"IEND":
            return
        start = end


def _text_of(kind: bytes, body: bytes) -> tuple[str, str] | None:
    if kind not in (b"tEXt", b"zTXt", b"iTXt"):
        return None
    key, _, rest = body.partition(b"\0")
    try:
        if kind == b"tEXt":
            text = rest.decode("latin-1")
        elif kind == b"zTXt":
            text = _inflated(rest[1:]).decode("latin-1")
        else:
            packed, words = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[2]
            text = (_inflated(words) if packed else words).decode("utf-8")
    except (ValueError, IndexError, zlib.error):
        return None
    return key.decode("latin-1"), text


def _inflated(packed: bytes) -> bytes:
    return zlib.decompressobj().decompress(packed, MAX_TEXT)


def _text_chunk(key: str, text: str) -> bytes:
    """tEXt where Latin-1 will do, iTXt (UTF-8, not compressed) where not, as Pillow and A1111 write them."""
    label = key.encode("latin-1")
    if not 1 <= len(label) <= 79 or b"\0" in label:
        raise ValueError(f"a text chunk can't be called {key!r}")
    text = text.replace("\0", "")
    try:
        kind, body = b"tEXt", label + b"\0" + text.encode("latin-1")
    except UnicodeEncodeError:
        kind, body = b"iTXt", label + b"\0\0\0\0\0" + text.encode("utf-8")
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
