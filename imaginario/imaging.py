"""Picture bytes: told apart, verified, converted and shrunk, without needless re-encoding.

Everything here is plain CPU work; call it in a thread.
"""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from imaginario import pngfile
from imaginario.errors import BlackImage, BrokenImage, UnusableImage
from imaginario.events import Note
from imaginario.images import Image

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
"""What Pillow may decode here; its other plug-ins are closed to strangers' bytes. HEIC comes on top where
its reader, pillow-heif, is installed."""
MAX_PIXELS = 64_000_000
"""Larger pictures are taken for decompression bombs."""
MAX_SIDE = 2048
"""Longest side, in pixels, of a picture a person attaches."""
NEARLY_BLACK = 2
"""Brightest value (0-255) any channel of an all-black picture may have."""
_DOTS = (16, 16)
_PNG_LEVEL = 3  # measured: a third of the time of the usual 6, files within a tenth

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (pngfile.MAGIC, "image/png"),
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
    """The picture an engine sent, when it is whole and there is something on it.

    A PNG is proven whole by its checksums and decoded only if it may be black; others are decoded.
    Raises `BrokenImage` for anything truncated or no picture, `BlackImage` for a black one.
    """
    mime = sniff(data)
    if mime is None:
        raise BrokenImage(engine=engine, model=model, detail=_what_else(data))
    if mime == "image/png" and not pngfile.arrived(data):
        raise BrokenImage(engine=engine, model=model, detail="truncated")
    try:
        picture = _open(data)
        black = not (mime == "image/png" and pngfile.bright(data, NEARLY_BLACK)) and _is_black(picture)
    except _DECODING as error:
        raise BrokenImage(engine=engine, model=model, detail=type(error).__name__) from error
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
    """Whether all of a picture is black, after decoding it; raises what decoders raise."""
    picture.load()
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
