"""Papercut: sheets of coloured card cut out and stacked, each throwing a shadow on those behind."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, saturate
from ._ops import blur, mix, noise, patches, relief, shift
from ._palette import palette, regions
from ._plate import Plate

FLAT = True


def paint(plate: Plate) -> Pixels:
    """Sheets lie in the order of their height in the picture: the lower, the nearer; subjects on top."""
    u = plate.unit
    flat = patches(plate.pixels, 5 * u / plate.detail**0.5)
    fine = patches(plate.pixels, 3 * u)
    a = saturate(mix(flat, fine, plate.subjects), 1.1)
    wave = (noise(plate.rng("wave"), a.shape, 2.0, 2) - F(0.5)) * F(0.14)
    a = a + (wave * (1 - blur(plate.subjects, u)))[..., None]
    few = palette(a, plate.subjects, round(9 * plate.detail**0.5), 24, (0.17, 0.2))
    sheet = regions(a, plate.subjects, few, 1.9 * u)
    level = _ranks(sheet, plate.subjects, few.size)[sheet]
    out = blur(few.colours[sheet], 0.5 * u) * _shadows(plate, level, few.size)[..., None]
    return out * _fibre(plate, level)[..., None]


def _ranks(sheet: np.ndarray, subjects: Pixels, count: int) -> Pixels:
    """For each colour its place in the stack, 0 at the back."""
    rows = np.arange(sheet.shape[0], dtype=F)[:, None] / F(sheet.shape[0])
    weight = (rows + 4 * subjects).ravel()
    number = np.maximum(1, np.bincount(sheet.ravel(), minlength=count))
    height = np.bincount(sheet.ravel(), weights=weight, minlength=count) / number
    return np.argsort(np.argsort(height)).astype(F)


def _shadows(plate: Plate, level: Pixels, count: int) -> Pixels:
    """What the sheets above darken: one soft and one near shadow for every few levels."""
    u, shade = plate.unit, np.ones_like(level)
    for floor in range(1, count, 1 if count < 14 else 2):
        above = (level >= floor).astype(F)
        cast = 0.34 * blur(shift(above, 4 * u, 6 * u), 5 * u) + 0.2 * shift(above, 1.5 * u, 2 * u)
        # Inside a figure the sheets lie close: a face must not look cracked.
        shade = np.minimum(shade, 1 - cast * (1 - above) * (1 - 0.55 * plate.subjects))
    return shade


def _fibre(plate: Plate, level: Pixels) -> Pixels:
    """The grain of card, and the bright cut edge towards the light."""
    u = plate.unit
    grain = noise(plate.rng("grain"), level.shape, 140, 3)
    cut = np.clip(level - shift(level, u, 1.4 * u), 0, 1)
    return 1 + 0.22 * np.clip(relief(grain), -0.2, 0.2) + 0.14 * cut
