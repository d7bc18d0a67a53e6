"""Illustration: the scene as painted, with a soft bloom, a little more colour and a fine grain."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import luma, saturate
from ._ops import blur, noise, vignette
from ._plate import Plate

LIGHT = True


def paint(plate: Plate) -> Pixels:
    """A storybook print."""
    a, u = saturate(plate.pixels, 1.08), plate.unit
    glow = np.clip(a - 0.62, 0, 1) * luma(a)[..., None]
    a = a + (1 - a) * np.clip(blur(glow, 22 * u) * 0.9, 0, 0.5)
    tooth = noise(plate.rng("tooth"), a.shape, 200, 2) - np.float32(0.5)
    wash = noise(plate.rng("wash"), a.shape, 4, 4) - np.float32(0.5)
    calm = 1 - 0.6 * plate.subjects
    a = a * (1 + 0.06 * wash * calm)[..., None] + (0.032 * tooth)[..., None]
    return a * vignette(a, 0.16)[..., None]
