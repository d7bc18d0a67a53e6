"""Drawings of a photo: line art for colouring in, and pencil."""

from __future__ import annotations

import numpy as np

from .. import looks
from ..looks._ops import blur, step
from ..pixels import Array, F, luma, mix, smoothstep
from .dials import Photo, stretched
from .lines import ink, outlines, without_specks


def lineart(photo: Photo) -> Array:
    """Even black lines on white; faint outlines are drawn too, texture is not."""
    unit, drive = photo.unit, photo.dials.drive + 2 * photo.dials.excess
    flat = stretched(photo.flat(0.016))
    dark = 1 - ink(luma(flat), unit, width=1.0 + 0.5 * drive, keep=0.975, bite=170, reach=6)
    met = outlines(flat, unit, width=1.2 + 0.5 * drive)
    lines = 1 - without_specks(1 - np.maximum(dark, met), unit, 0.3)
    lines = smoothstep(0.3, 0.68, blur(lines, (0.6 + 0.15 * drive) * unit))
    return np.repeat((1 - F(0.95) * lines)[..., None], 3, 2)


def pencil(photo: Photo) -> Array:
    """Hatching from the full range of tones, contours drawn over it where the forms turn."""
    unit, drive = photo.unit, photo.dials.drive
    met = outlines(photo.flat(0.01), unit, width=1.1)
    tone = luma(stretched(mix(photo.pixels, photo.flat(0.006), 0.6), 1.0))
    # Local contrast stands in for the colours that a drawing has to do without.
    tone = np.clip(tone + 0.7 * (tone - blur(tone, 30 * unit)), 0, 1)
    tone = np.clip(tone, 0, 1) ** F(1.25)
    drawn = looks.apply(np.repeat(tone[..., None], 3, 2), "pencil", photo.streams, detail=photo.dials.detail)
    paper = ink(luma(photo.pixels), unit, width=0.9 + 0.3 * drive, keep=0.985, bite=120, reach=5)
    deep = 1 - F(0.55 * min(1.3, drive)) * step(0.55, 0.0, tone)[..., None] * F(0.8)
    line = np.maximum(1 - paper, F(0.7) * met)
    return drawn * deep * (1 - F(0.5 + 0.12 * drive) * line)[..., None]
