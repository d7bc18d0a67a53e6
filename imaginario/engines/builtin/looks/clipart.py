"""Clip art: flat saturated colours inside one bold even outline, on white."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, rgb, saturate
from ._ops import blur, contours, grid, grow, mix, patches, step
from ._palette import palette, regions
from ._plate import Plate

PLAIN = True
FLAT = True
INK = "#17141d"


def paint(plate: Plate) -> Pixels:
    """With nothing to cut out the whole scene becomes one badge with round corners."""
    u = plate.unit
    cut = _cut(plate)
    a = saturate(patches(plate.pixels, 3 * u / plate.detail**0.5), 1.42)
    few = palette(a, cut, 4, round(28 * plate.detail**0.5), (0.2, 0.09))
    flat = blur(few.colours[regions(a, cut, few, 1.3 * u)], 0.5 * u)
    # Small marks, eyes first, keep their shape: only borders of strong contrast are drawn.
    inner = step(0.5, 0.72, contours(flat, 2.1 * u, 3.4)) * grow(cut, -2.5 * u)
    figure = mix(flat, rgb(INK), 0.92 * inner)
    ground = np.ones(3, F) if plate.ground is None or plate.ground.min() > F(0.85) else plate.ground
    return mix(mix(ground, rgb(INK), grow(cut, 6.5 * u)), figure, grow(cut, -1.2 * u))


def _cut(plate: Plate) -> Pixels:
    """What is inside the outline."""
    if plate.subjects.max() > F(0.5):
        return plate.subjects
    x, y = grid(plate.subjects)
    height, width = plate.subjects.shape
    short = min(width, height)
    inset, corner = 0.05 * short, 0.1 * short
    dx = np.maximum(np.abs(x - F(width / 2)) - F(width / 2 - inset - corner), 0)
    dy = np.maximum(np.abs(y - F(height / 2)) - F(height / 2 - inset - corner), 0)
    return step(corner + 0.8, corner - 0.8, np.hypot(dx, dy))
