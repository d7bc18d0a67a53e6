"""Flat: cut-out shapes in few clean colours, skies in waving bands, no outlines."""

from __future__ import annotations

from ..pixels import Array as Pixels
from ..pixels import F, saturate
from ._ops import blur, noise, patches
from ._palette import palette, regions
from ._plate import Plate

FLAT = True


def paint(plate: Plate) -> Pixels:
    """Colours are chosen for the subjects and for the rest apart, so that small faces keep theirs."""
    u = plate.unit
    a = saturate(patches(plate.pixels, 4 * u / plate.detail**0.5), 1.14)
    wave = (noise(plate.rng("wave"), a.shape, 2.2, 2) - F(0.5)) * F(0.07)
    a = a + (wave * (1 - blur(plate.subjects, u)))[..., None]
    few = palette(a, plate.subjects, round(15 * plate.detail**0.5), 18, (0.11, 0.11))
    return blur(few.colours[regions(a, plate.subjects, few, 1.5 * u)], 0.6 * u)
