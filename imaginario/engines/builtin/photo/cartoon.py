"""Cartoon: even colours in few soft tones, livelier than life, held by ink lines along the forms."""

from __future__ import annotations

import numpy as np

from ..looks._ops import blur, contours, relight, step, tones
from ..pixels import Array, F, luma, mix, saturate
from .dials import Photo
from .lines import ink, without_specks


def paint(photo: Photo) -> Array:
    """Flatten, lay down to few tones, ink."""
    drive, unit = photo.dials.drive, photo.unit
    flat = photo.flat(0.013)
    tone = luma(mix(photo.pixels, flat, 0.62))
    paper = ink(tone, unit, width=0.75 + 0.35 * drive, keep=0.985 - 0.004 * drive, bite=120)
    paper = without_specks(paper, unit)
    calm = _calm(photo)
    eased = mix(flat, blur(photo.pixels, 5 * unit), calm[..., None])
    a = cel(photo, eased, 9.5 - 2.6 * drive, 0.16 + 0.17 * drive, 1 - 0.8 * calm)
    weight = F(min(0.96, 0.5 + 0.42 * drive))
    return a * (1 - weight * (1 - paper))[..., None]


def _calm(photo: Photo) -> Array:
    """1 in wide gradients such as skies, where flattening and few tones would leave terraces."""
    rough = blur(contours(photo.pixels, 2 * photo.unit, 14), 10 * photo.unit)
    return step(0.1, 0.03, rough)


def cel(photo: Photo, flat: Array, levels: float, more: float, hard: Array | float = 1.0) -> Array:
    """Even colours in soft steps of light, stepped only where `hard` is 1.

    `more` is the gain of saturation, 0.3 being lively.
    """
    a = photo.opened(flat)
    t = hard[..., None] * F(0.85) if isinstance(hard, np.ndarray) else 0.85 * hard
    a = mix(a, relight(a, tones(luma(a), levels, 6.0)), t)
    return np.clip(F(0.04) + saturate(a, 1 + more) * F(0.96), 0, 1)
