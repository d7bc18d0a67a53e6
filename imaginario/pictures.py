"""Pictures and masks put together: what an edit needs before and after an engine.

Masks are white where a picture is to be painted anew and black where it stays. Plain CPU work; call it in
a thread.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from imaginario.errors import UnusableImage
from imaginario.images import Image, Margins

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

FAINT = 8
"""Mask values (0-255) up to this are black: compression leaves such traces."""
SMALLEST = 8
"""Shortest side, in pixels, with which a picture can be changed."""
ALIKE = 1.05
"""How many times as wide a mask may be as its picture before that is told."""
LARGEST = 4096
"""Longest side, in pixels, a picture may grow to."""


def at_most(image: Image, longest: int) -> Image:
    """The picture with its longer side at most `longest` pixels; small enough ones keep their bytes."""
    if max(image.width, image.height) <= longest:
        return image
    picture = _open(image)
    picture.thumbnail((longest, longest))
    return _png(picture)


def check_sides(image: Image, longest: int) -> None:
    """Raise `UnusableImage` when too little is left of a picture whose longer side is at most `longest`."""
    scale = min(1.0, longest / max(image.width, image.height))
    if min(image.width, image.height) * scale < SMALLEST:
        raise UnusableImage(name="", reason="too_small")


def as_mask(mask: Image, size: tuple[int, int]) -> Image:
    """A mask as grey PNG of this size in pixels. Raises `UnusableImage` when nothing of it is white."""
    grey = _grey(mask, size)
    if not grey.getbbox():
        raise UnusableImage(name="mask", reason="empty_mask")
    return _png(grey)


def outside_kept(original: Image, painted: Image, mask: Image | None) -> Image:
    """`original` with only what `mask` shows taken from `painted`; where the mask is black every pixel is
    the original's. As large as `original`."""
    before, after = _flat(original), _flat(painted)
    if after.size != before.size:
        after = after.resize(before.size, _smooth())
    if mask is None:
        return _png(after)
    before.paste(after, (0, 0), _grey(mask, before.size))
    return _png(before)


def inside_kept(original: Image, painted: Image, margins: Margins) -> Image:
    """`painted` with `original` in its middle, pixel for pixel."""
    before, after = _flat(original), _flat(painted)
    size = margins.around(*before.size)
    if after.size != size:
        after = after.resize(size, _smooth())
    after.paste(before, (margins.left, margins.top))
    return _png(after)


def padded(image: Image, margins: Margins) -> tuple[Image, Image]:
    """A picture with empty margins (its edge colours blurred into them) and the mask of those margins.

    Raises `UnusableImage` when that would be larger than `LARGEST`.
    """
    from PIL import Image as pil
    from PIL import ImageFilter

    before, size = _flat(image), room_for(image, margins)
    wide = before.resize(size, _smooth()).filter(ImageFilter.GaussianBlur(max(size) / 24))
    wide.paste(before, (margins.left, margins.top))
    mask = pil.new("L", size, 255)
    mask.paste(0, (margins.left, margins.top, margins.left + before.width, margins.top + before.height))
    return _png(wide), _png(mask)


def room_for(image: Image, margins: Margins) -> tuple[int, int]:
    """The size of a picture with new margins. Raises `UnusableImage` when that is larger than `LARGEST`."""
    size = margins.around(image.width, image.height)
    if max(size) > LARGEST:
        raise UnusableImage(name="outpaint", reason="too_large")
    return size


def is_alike(image: Image, size: tuple[int, int]) -> bool:
    """Whether a picture has about the shape of this size in pixels."""
    ratio = image.width * size[1] / (image.height * size[0])
    return 1 / ALIKE < ratio < ALIKE


def _grey(mask: Image, size: tuple[int, int]) -> Picture:
    """White where to paint; a see-through mask counts where something was drawn on it."""
    picture = _open(mask)
    if picture.mode in ("RGBA", "LA", "PA") and picture.getchannel("A").getextrema()[0] < 255:  # type: ignore[operator]  # one band: a pair
        grey = picture.getchannel("A")
    else:
        grey = picture.convert("L")
    if grey.size != size:
        grey = grey.resize(size, _smooth())
    return grey.point([0 if value <= FAINT else value for value in range(256)])


def _flat(image: Image) -> Picture:
    """RGB, what is see-through on white."""
    from PIL import Image as pil

    picture = _open(image)
    if picture.mode == "RGBA":
        ground = pil.new("RGB", picture.size, "white")
        ground.paste(picture, (0, 0), picture)
        return ground
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _open(image: Image) -> Picture:
    from PIL import Image as pil

    picture = pil.open(io.BytesIO(image.data))
    picture.load()
    return picture.convert("RGBA") if picture.mode == "P" else picture


def _smooth() -> int:
    from PIL import Image as pil

    return pil.Resampling.LANCZOS


def _png(picture: Picture) -> Image:
    data = io.BytesIO()
    picture.save(data, "PNG", compress_level=3)
    return Image(data.getvalue(), "image/png", *picture.size)
