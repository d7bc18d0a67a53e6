"""PNG files as rows of chunks: their words read and written, their wholeness proven without decoding.

Everything here is plain CPU work; call it in a thread. The format: https://www.w3.org/TR/png-3/
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MAGIC = b"\x89PNG\r\n\x1a\n"
MAX_TEXT = 8_000_000
"""About how many bytes the compressed text chunks of one file may unpack to, all together."""
_TEXT_KINDS = (b"tEXt", b"zTXt", b"iTXt")
_FRAME = 12  # bytes of a chunk around its body: length, kind, checksum
_GREY, _RGB = 0, 2  # colour types
_SAMPLES = {_GREY: 1, _RGB: 3}
_GLANCE = 1 << 16
"""How many bytes of the unpacked rows are looked at."""


@dataclass(frozen=True, slots=True)
class Header:
    """What IHDR tells: pixels, bits per channel, the number of the colour type, whether it is interlaced."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool


def chunks(png: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of each whole chunk, up to and with IEND."""
    start = len(MAGIC)
    while start + _FRAME <= len(png):
        end = start + _FRAME + int.from_bytes(png[start : start + 4], "big")
        if end > len(png):
            return
        kind = png[start + 4 : start + 8]
        yield kind, start, end
        if kind == b"IEND":
            return
        start = end


def header(png: bytes) -> Header | None:
    """The header of a PNG, or None if it does not begin with one."""
    first = next(chunks(png), None)
    if first is None or first[0] != b"IHDR" or first[2] - first[1] != 13 + _FRAME:
        return None
    width, height, depth, colour, *_, interlace = struct.unpack_from(">IIBBBBB", png, first[1] + 8)
    return Header(width, height, depth, colour, bool(interlace))


def arrived(png: bytes) -> bool:
    """Whether every byte is as it was written: all checksums fit and the last chunk is there.

    That takes a fortieth of the time of decoding, and finds more: a decoder lets much pass.
    """
    last = b""
    for kind, start, end in chunks(png):
        if zlib.crc32(png[start + 4 : end - 4]) != int.from_bytes(png[end - 4 : end], "big"):
            return False
        last = kind
    return last == b"IEND"


def bright(png: bytes, darkest: int) -> bool:
    """Whether some channel of some pixel is surely brighter than `darkest` (0-126); False is "perhaps not".

    Told from the packed rows. In a picture as dark as `darkest` throughout, what any of the format's filters
    predicts is as dark as that too, so what they leave of a byte is at most `darkest` up or down. Only plain
    grey and RGB of 8 bits are told: elsewhere a large byte may be something else than light.
    """
    told = header(png)
    if told is None or told.depth != 8 or told.colour not in _SAMPLES or told.interlaced:
        return False
    stride = 1 + told.width * _SAMPLES[told.colour]
    rows = _unpacked(png, _GLANCE)
    if len(rows) < min(_GLANCE, stride * told.height):
        return False
    del rows[::stride]  # the numbers of the rows' filters
    return bool(rows.translate(None, bytes({n % 256 for n in range(-darkest, darkest + 1)})))


def texts(png: bytes) -> dict[str, str]:
    """The text chunks (tEXt, zTXt, iTXt) of a PNG by their keys; what can't be read is left out."""
    found: dict[str, str] = {}
    left = MAX_TEXT
    for kind, start, end in chunks(png):
        if kind not in _TEXT_KINDS:
            continue
        key, packed = _split(png[start + 8 : end - 4])
        text = _text_of(kind, packed, left)
        if text is not None:
            found[key] = text
            left -= len(text)
    return found


def with_texts(png: bytes, texts: Mapping[str, str]) -> bytes:
    """`png` with these text chunks, right behind its header, in place of chunks of the same keys.

    Not a pixel is touched. Raises `ValueError` if it is no PNG, or a key is not 1-79 Latin-1 characters.
    """
    if not png.startswith(MAGIC):
        raise ValueError("not a PNG")
    pieces, rest = [MAGIC], len(MAGIC)
    for kind, start, end in chunks(png):
        if kind not in _TEXT_KINDS or _split(png[start + 8 : end - 4])[0] not in texts:
            pieces.append(png[start:end])
        if kind == b"IHDR":
            pieces += [_text_chunk(key, text) for key, text in texts.items()]
        rest = end
    return b"".join([*pieces, png[rest:]])


def _unpacked(png: bytes, most: int) -> bytearray:
    """The beginning of the filtered rows; nothing for what does not unpack."""
    unpack, rows = zlib.decompressobj(), bytearray()
    for kind, start, end in chunks(png):
        if kind == b"IDAT":
            try:
                rows += unpack.decompress(png[start + 8 : end - 4], most - len(rows))
            except zlib.error:
                break
            if len(rows) >= most:
                break
    return rows


def _split(body: bytes) -> tuple[str, bytes]:
    """The key of a text chunk, and what follows it."""
    key, _, rest = body.partition(b"\0")
    return key.decode("latin-1"), rest


def _text_of(kind: bytes, rest: bytes, most: int) -> str | None:
    """The text behind the key, unpacked to at most so many bytes; None if it can't be read."""
    try:
        if kind == b"tEXt":
            return rest.decode("latin-1")
        if kind == b"zTXt":
            return _inflated(rest[1:], most).decode("latin-1")
        is_packed, words = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[2]
        return (_inflated(words, most) if is_packed else words).decode("utf-8")
    except (ValueError, IndexError, zlib.error):
        return None


def _inflated(packed: bytes, most: int) -> bytes:
    if most <= 0:  # for zlib that would mean any number
        raise ValueError("too much text")
    return zlib.decompressobj().decompress(packed, most)


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
