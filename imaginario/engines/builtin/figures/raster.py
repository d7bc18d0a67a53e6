"""From SVG text to pixels."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL import Image


Box = tuple[float, float, float, float]
"""x, y, width and height, in the units of the SVG."""
_PROBE = 90
_KEPT = 128
"""Drawings whose measures are remembered: a picture asks more than once, and things look alike in many."""


class NoRenderer(RuntimeError):
    """resvg_py can't be imported here: the figures can't be drawn. Installing `resvg-py` cures it."""


def rasterise(body: str, box: Box, scale: float) -> Image.Image:
    """RGBA pixels of the part `box` of some SVG, `scale` pixels per unit.

    Raises `NoRenderer`, and `ValueError` if the SVG is broken.
    """
    try:
        import resvg_py
    except ImportError as error:
        raise NoRenderer("resvg-py is not installed") from error
    from PIL import Image

    x, y, w, h = box
    width, height = max(1, round(w * scale)), max(1, round(h * scale))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{x:.2f} {y:.2f} {w:.2f} {h:.2f}" preserveAspectRatio="none">{body}</svg>'
    )
    data = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    return Image.open(BytesIO(bytes(data))).convert("RGBA")


@lru_cache(maxsize=_KEPT)
def seen(body: str, box: Box) -> Box:
    """The part of `box` where anything is drawn, found on a thumbnail (empty pictures keep their box)."""
    x, y, w, h = box
    probe = rasterise(body, box, _PROBE / h)
    found = probe.getchannel("A").getbbox()
    if found is None:
        return box
    kx, ky = w / probe.width, h / probe.height
    left, top, right, bottom = found
    return x + left * kx, y + top * ky, (right - left) * kx, (bottom - top) * ky


class Room(NamedTuple):
    """A circle that a drawing covers wholly."""

    x: float
    y: float
    radius: float
    color: str
    """What is seen at its middle, as #rrggbb."""


@lru_cache(maxsize=_KEPT)
def roomiest(body: str, box: Box) -> Room:
    """Where the largest circle lies that a drawing covers wholly, found on a thumbnail."""
    from PIL import ImageFilter

    x, y, _, h = box
    image, unit = rasterise(body, box, _PROBE / h), h / _PROBE
    solid = image.getchannel("A").point([0] * 128 + [255] * 128)
    # A border of nothing, so that the edges of the box are edges, too.
    solid, depth = solid.crop((-1, -1, solid.width + 1, solid.height + 1)), 0
    while (smaller := solid.filter(ImageFilter.MinFilter(3))).getbbox():
        if smaller.tobytes() == solid.tobytes():
            break
        solid, depth = smaller, depth + 1
    a, b, c, d = solid.getbbox() or (1, 1, image.width + 1, image.height + 1)
    column, row = (a + c) / 2 - 1, (b + d) / 2 - 1
    near = (
        image.crop((int(column) - 2, int(row) - 2, int(column) + 3, int(row) + 3))
        .convert("RGB")
        .resize((1, 1))
    )
    color = "#" + "".join(f"{band:02x}" for band in near.tobytes())
    return Room(x + column * unit, y + row * unit, max(4, depth) * unit, color)


@lru_cache(maxsize=_KEPT)
def size(body: str, box: Box, scale: float) -> tuple[int, int]:
    """Width and height in pixels of what `rasterise` draws, without its empty borders."""
    return trimmed(rasterise(body, box, scale)).size


def mirrored(image: Image.Image) -> Image.Image:
    """The image, left and right exchanged."""
    from PIL import ImageOps

    return ImageOps.mirror(image)


def trimmed(image: Image.Image) -> Image.Image:
    """The image without its empty borders; an empty one becomes a single clear pixel."""
    return image.crop(extent(image))


def extent(image: Image.Image) -> tuple[int, int, int, int]:
    """Where anything is drawn: left, top, right and bottom in pixels; one pixel of an empty image."""
    return image.getchannel("A").point([0] * 9 + [255] * 247).getbbox() or (0, 0, 1, 1)
