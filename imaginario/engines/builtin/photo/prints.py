"""Prints of a photo: comic, cordel and pixel art, and the engine's other looks on a prepared photo."""

from __future__ import annotations

import numpy as np

from .. import looks
from ..looks._ops import blur, rim, step
from ..pixels import Array, F, luma, mix, saturate
from .cartoon import cel
from .dials import Photo, stretched
from .lines import ink, outlines, without_specks


def comic(photo: Photo) -> Array:
    """Poster colours with dots and a gutter, brush lines and solid blacks."""
    drive, unit = photo.dials.drive, photo.unit
    flat = photo.flat(0.014)
    a = looks.apply(cel(photo, flat, max(6.0, 8.5 - 2.5 * drive), 0.1 + 0.12 * drive), "comic", photo.streams,
                    detail=photo.dials.detail)  # fmt: skip
    tone = luma(mix(photo.pixels, flat, 0.6))
    paper = without_specks(ink(tone, unit, width=1.1 + 0.4 * drive, keep=0.98, bite=170), unit)
    black = step(0.16, 0.07, blur(luma(stretched(photo.pixels)), 1.2 * unit))
    inside = step(16, 17.5, rim(a) * F(768))
    return a * (1 - inside * (1 - paper * (1 - F(0.85) * black)))[..., None]


def cordel(photo: Photo) -> Array:
    """Black carved from even tones, so that faces come out as paper and not as noise."""
    flat = stretched(photo.flat(0.02), 1.0)
    tone = luma(flat)
    near = tone + F(0.35) * (tone - blur(tone, 60 * photo.unit))
    a = flat * (np.clip(near, 0.02, 1) / (tone + F(0.02)))[..., None]
    return looks.apply(np.clip(a, 0, 1), "cordel", photo.streams, detail=photo.dials.detail)


def pixel(photo: Photo) -> Array:
    """A coarse grid of few colours; more pull makes the cells larger."""
    drive = photo.dials.drive
    a = cel(photo, mix(photo.pixels, photo.flat(0.006), 0.7), 12 - 3 * drive, 0.1 * drive)
    cells = photo.dials.detail * (2.6 / (1 + 1.6 * drive)) ** 2
    return looks.apply(a, "pixel", photo.streams, detail=cells)


def clipart(photo: Photo) -> Array:
    """Even colours on a badge, the forms held by one even line."""
    drive, unit = photo.dials.drive, photo.unit
    met = outlines(photo.flat(0.018), unit, width=1.5 + 0.6 * drive)
    line = 1 - without_specks(1 - met, unit, 0.35)
    line = step(0.3, 0.62, blur(line, (0.7 + 0.2 * drive) * unit)) * step(44, 48, rim(met) * F(768))
    return other(photo, "clipart") * (1 - F(0.9) * line)[..., None]


def other(photo: Photo, look: str) -> Array:
    """Any look of the engine, on the photo in even areas and with its full range of tones."""
    care = photo.attention()[..., None]
    a = mix(photo.flat(0.009), photo.pixels, 0.3 * care)
    a = saturate(photo.opened(a, 0.8), 1 + 0.1 * photo.dials.drive)
    # A photo has more colours than a scene: a small face would go without one of its own.
    fine = photo.dials.detail * (2.5 if look in ("flat", "papercut", "design", "clipart") else 1)
    return looks.apply(a, look, photo.streams, detail=fine)
