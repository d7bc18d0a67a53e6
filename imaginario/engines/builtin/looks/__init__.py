"""The styles of the built-in engine: one small file each, found by looking into this folder.

A style is a module with `paint(plate: Plate) -> Pixels`. Adding one is adding one file; its name is
its id. `PLAIN = True` in it says that the subjects stand on a plain ground, without a place, and
`LIGHT = True` that it is quick enough for the largest canvas, `FLAT = True` that it wants figures without
light and shade, each colour one sheet.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import numpy as np
from PIL import Image

from ..pixels import Array as Pixels
from ..pixels import resize
from ._ops import brushed
from ._plate import Box, Plate, Streams, blank

DEFAULT = "illustration"
MOST_PIXELS = 1_600_000
"""Larger canvases are painted by most styles at this size and enlarged: brush strokes don't mind."""


@cache
def styles() -> tuple[str, ...]:
    """The ids of all styles, in alphabetical order."""
    return tuple(sorted(m.name for m in iter_modules(__path__) if not m.name.startswith("_")))


def resolve(style: str | None) -> str:
    """The id of a style; what is unknown or None becomes the default."""
    name = (style or DEFAULT).replace("-", "").replace("_", "").lower()
    return name if name in styles() else DEFAULT


def is_plain(style: str | None) -> bool:
    """Whether the style wants its subjects on a plain ground instead of in a place."""
    return bool(getattr(_module(resolve(style)), "PLAIN", False))


def is_flat(style: str | None) -> bool:
    """Whether the style wants its subjects without light and shade."""
    return bool(getattr(_module(resolve(style)), "FLAT", False))


def apply(
    pixels: Pixels,
    style: str | None,
    streams: Streams,
    *,
    subjects: Pixels | None = None,
    detail: float = 1.0,
    ground: Pixels | None = None,
    inner: Box | None = None,
) -> Pixels:
    """Paint a scene in a style; same arguments, same pixels. Returns a new `(h, w, 3)` array in 0..1.

    `subjects` is in 0..1 too. `inner` is the part that a picture holds already which this continues.
    """
    mask = blank(pixels) if subjects is None else subjects
    height, width = mask.shape
    module = _module(resolve(style))
    scale = min(1.0, (MOST_PIXELS / (height * width)) ** 0.5)
    if scale == 1 or getattr(module, "LIGHT", False):
        held = [pixels]
        del pixels  # fifty megabytes of the largest picture: the copy that is painted on is enough
        return _painted(module, held.pop(), mask, streams, detail, ground, inner)
    size = (round(width * scale), round(height * scale))
    little, few = resize(pixels, *size), np.clip(resize(mask, *size), 0, 1)
    del pixels, mask, subjects  # a hundred megabytes that the strokes have a use for
    within = inner
    if inner is not None:
        left, top, right, bottom = (round(edge * scale) for edge in inner)
        within = (left, top, right, bottom)
    small = _painted(module, little, few, streams, detail, ground, within)
    del little, few
    large = resize(small, width, height, Image.Resampling.LANCZOS)
    return large.clip(0, 1, out=large)


def _painted(
    style: ModuleType,
    pixels: Pixels,
    mask: Pixels,
    streams: Streams,
    detail: float,
    ground: Pixels | None,
    inner: Box | None,
) -> Pixels:
    # Planes side by side in memory: blending through a map is two to three times faster that way.
    pixels = np.ascontiguousarray(pixels.transpose(2, 0, 1), np.float32).transpose(1, 2, 0)
    plate = Plate(pixels=pixels, subjects=mask, streams=streams, detail=detail, ground=ground, inner=inner)
    plate = replace(plate, pixels=brushed(pixels, detail, plate.unit))
    del pixels
    painted = style.paint(plate).astype(np.float32, copy=False)
    return painted.clip(0, 1, out=painted if painted.flags.writeable else None)


def _module(name: str) -> ModuleType:
    return import_module(f"{__name__}.{name}")
