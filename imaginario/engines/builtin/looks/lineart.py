"""Line art: a page to colour in, black contours on white, a stronger line around the subjects."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import luma
from ._ops import blur, contours, expose, grow, ink, patches, step
from ._plate import Plate

FLAT = True


def paint(plate: Plate) -> Pixels:
    """Contours are sharpened to an even width and then smoothed as a pen would."""
    u = plate.unit
    flat = patches(expose(plate.pixels, 0.6), 4 * u)
    edge = step(0.14, 0.4, contours(flat, 2.2 * u, 7))
    dark = 1 - ink(luma(flat), 1.5 * u, 0.96, 110)
    lines = step(0.3, 0.7, blur(np.maximum(edge, dark), 0.9 * u))
    outer = grow(plate.subjects, 3 * u) - grow(plate.subjects, -1.2 * u)
    lines = np.maximum(lines, np.clip(outer, 0, 1))
    return np.repeat((1 - 0.94 * lines)[..., None], 3, 2)
