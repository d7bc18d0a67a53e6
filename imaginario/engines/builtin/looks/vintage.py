"""Vintage: a faded print from a box of photographs, warm, grainy, with a leak of light."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, luma, rgb
from ._ops import blur, grid, mix, noise, rim, step, vignette
from ._plate import Plate

LIGHT = True


def paint(plate: Plate) -> Pixels:
    """Fade, tint, leak, grain, then the white border of the print."""
    a, u = plate.pixels, plate.unit
    tone = luma(a)[..., None]
    sepia = mix(rgb("#3a2618"), rgb("#f6e2b8"), np.clip(tone * 1.08, 0, 1))
    a = mix(a, sepia, 0.62)
    a = 0.09 + 0.86 * a * vignette(a, 0.3)[..., None]
    a = a + (1 - a) * _leak(plate)
    grain = noise(plate.rng("grain"), a.shape, 330, 1) - F(0.5)
    blotch = noise(plate.rng("blotch"), a.shape, 3, 4) - F(0.5)
    a = a * (1 + 0.11 * grain + 0.09 * blotch)[..., None]
    edge = rim(a) * F(768)
    print_edge = step(25, 26.5, edge)
    paper = rgb("#f3ead6") * (1 - 0.05 * step(10, 0, edge) + 0.03 * blotch)[..., None]
    return mix(paper, blur(a, 0.5 * u), print_edge)


def _leak(plate: Plate) -> Pixels:
    """Orange light that came in at one side of the camera."""
    rng = plate.rng("leak")
    x, y = grid(plate.subjects)
    side, centre = rng.random() < 0.5, rng.uniform(0.2, 0.8)
    height, width = plate.subjects.shape
    across = x / F(width) if side else 1 - x / F(width)
    glow = np.exp(-((across / 0.16) ** 2) - (((y / F(height) - centre) / 0.5) ** 2)) * 0.55
    return glow[..., None].astype(F) * rgb("#ff9a4a")
