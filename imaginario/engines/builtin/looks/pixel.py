"""Pixel art: a coarse grid, a small palette, checkered shading in the sky, a dark edge on the hero."""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..pixels import Array as Pixels
from ..pixels import F, resize, saturate
from ._palette import indices, palette
from ._plate import Plate

LIGHT = True
SHORT = 128
"""Cells along the short side."""
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], F) / 16 - F(0.47)


def paint(plate: Plate) -> Pixels:
    """Shrink, choose colours, draw the edge, and enlarge without smoothing."""
    height, width = plate.subjects.shape
    cell = max(2, round(min(width, height) / (SHORT * plate.detail**0.5)))
    columns, rows = max(8, round(width / cell)), max(8, round(height / cell))
    a = np.clip(resize(saturate(plate.pixels, 1.25), columns, rows, Image.Resampling.BOX), 0, 1)
    mask = resize(plate.subjects, columns, rows, Image.Resampling.BOX)
    few = palette(a, mask, 20, 14)
    checks = np.tile(BAYER, (rows // 4 + 1, columns // 4 + 1))[:rows, :columns]
    a = a + (F(0.038) * checks * (1 - mask))[..., None]
    small = _edge(few.colours[indices(a, mask, few)], mask)
    return resize(small, width, height, Image.Resampling.NEAREST)


def _edge(a: Pixels, mask: Pixels) -> Pixels:
    """One cell of darkness around the subjects."""
    on = (mask > F(0.5)).astype(F)
    wide = np.pad(on, 1)
    near = np.maximum.reduce([wide[:-2, 1:-1], wide[2:, 1:-1], wide[1:-1, :-2], wide[1:-1, 2:]])
    line = (near * (1 - on))[..., None]
    return a * (1 - line) + (a * F(0.22) + np.array([0.05, 0.03, 0.08], F)) * line
