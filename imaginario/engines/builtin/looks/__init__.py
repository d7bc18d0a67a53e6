"""The styles of the built-in engine: one small file each, found by looking into this folder.

A style is a module with `paint(plate: Plate) -> Pixels`. Adding one is adding one file; its name is
its id. `PLAIN = True` in it says that the subjects stand on a plain ground, without a place.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import numpy as np

from ..pixels import Array as Pixels
from ._ops import brushed
from ._plate import Plate, Streams, blank

DEFAULT = "illustration"


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


def apply(
    pixels: Pixels,
    style: str | None,
    streams: Streams,
    *,
    subjects: Pixels | None = None,
    detail: float = 1.0,
    ground: Pixels | None = None,
) -> Pixels:
    """Paint a scene in a style; same arguments, same pixels. Returns a new `(h, w, 3)` array in 0..1."""
    mask = blank(pixels) if subjects is None else subjects
    # Planes side by side in memory: blending through a map is two to three times faster that way.
    pixels = np.ascontiguousarray(pixels.transpose(2, 0, 1), np.float32).transpose(1, 2, 0)
    pixels = brushed(pixels, detail, min(pixels.shape[:2]) / 768)
    plate = Plate(pixels=pixels, subjects=mask, streams=streams, detail=detail, ground=ground)
    return np.clip(_module(resolve(style)).paint(plate), 0, 1).astype(np.float32, copy=False)


def _module(name: str) -> ModuleType:
    return import_module(f"{__name__}.{name}")
