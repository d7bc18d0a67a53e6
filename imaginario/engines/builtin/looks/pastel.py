"""Pastel: soft chalk rubbed on toned paper, with strokes where the hand pressed."""

from __future__ import annotations

import math

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, rgb, saturate
from ._ops import blur, grid, mix, noise, patches, rim, step, wobble
from ._plate import Plate

PAPER = "#e9dcd2"


def paint(plate: Plate) -> Pixels:
    """Chalk covers the paper where the tooth is high; borders are rubbed, subjects drawn firmer."""
    u = plate.unit
    a = wobble(plate.pixels, plate.rng("hand"), 2.2 * u, 30)
    a = mix(blur(a, 2.6 * u), patches(a, 3 * u), 0.35 + 0.65 * blur(plate.subjects, u))
    a = mix(saturate(a, 1.08), np.array([1, 0.955, 0.965], F), 0.3)
    tooth = noise(plate.rng("tooth"), plate.subjects.shape, 230, 2)
    strokes = _strokes(plate)
    cover = 0.62 + 0.55 * strokes + 0.35 * plate.subjects - 0.5 * tooth
    cover = (0.42 + 0.58 * step(0.1, 0.75, cover)) * step(
        0.0, 0.03, rim(a) - 0.012 + 0.03 * (strokes - F(0.5))
    )
    shade = 1 + 0.16 * (strokes - F(0.5)) * (1 - 0.5 * plate.subjects)
    sheet = np.broadcast_to(rgb(PAPER), a.shape) * (1 + 0.05 * (tooth - F(0.5)))[..., None]
    return mix(sheet, np.clip(a * shade[..., None], 0, 1), cover)


def _strokes(plate: Plate) -> Pixels:
    """Streaks of chalk in 0..1, slanted, their slant drifting over the sheet."""
    rng, u = plate.rng("strokes"), plate.unit
    x, y = grid(plate.subjects)
    drift = (noise(rng, plate.subjects.shape, 2, 2) - F(0.5)) * F(60 * u)
    across = (x * F(math.sin(0.9)) + y * F(math.cos(0.9)) + drift) / F(2.6 * u / plate.detail**0.5)
    along = (x * F(math.cos(0.9)) - y * F(math.sin(0.9))) / F(70 * u)
    table = rng.random((128, 512), dtype=F)
    rows, columns = np.floor(along).astype(np.intp), np.floor(across).astype(np.intp)
    part = (across - columns) ** 2 * (3 - 2 * (across - columns))
    first, second = table[rows % 128, columns % 512], table[rows % 128, (columns + 1) % 512]
    return blur(first * (1 - part) + second * part, 0.8 * u)
