"""Vintage: a faded print from a box of photographs, warm, grainy, with a leak of light."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, empty, luma, rgb
from ._ops import blur, grid, mix, noise, rim, step, vignette
from ._plate import Plate

LIGHT = True


def paint(plate: Plate) -> Pixels:
    """Fade, tint, leak, grain, then the white border of the print."""
    shape = plate.subjects.shape
    blotch = noise(plate.rng("blotch"), shape, 3, 4)
    blotch -= F(0.5)
    grain = noise(plate.rng("grain"), shape, 330, 1)
    grain -= F(0.5)
    grain *= F(0.11)
    grain += 1 + 0.09 * blotch
    edge = rim(plate.pixels) * F(768)
    print_edge = step(25, 26.5, edge)
    paper = 1 - 0.05 * step(10, 0, edge) + 0.03 * blotch
    del blotch, edge
    out = _faded(plate)
    # One plane at a time, in place: a large canvas would not leave room for more pictures than this one.
    for i, shade in enumerate(rgb("#f3ead6")):
        plane = out[..., i]
        plane *= grain
        sheet = shade * paper
        plane[:] = mix(sheet, blur(plane, 0.5 * plate.unit), print_edge)
    return out


def _faded(plate: Plate) -> Pixels:
    """The scene in sepia, milky in the dark, with the light that leaked in."""
    out, tone = empty(*plate.subjects.shape[::-1]), np.clip(luma(plate.pixels) * 1.08, 0, 1)
    corners, leak = vignette(plate.pixels, 0.3, plate.inner), _leak(plate)
    low, high, orange = rgb("#3a2618"), rgb("#f6e2b8"), rgb("#ff9a4a")
    for i in range(3):
        plane = np.multiply(tone, high[i] - low[i], out=out[..., i])
        plane += low[i]
        plane -= plate.pixels[..., i]
        plane *= F(0.62)
        plane += plate.pixels[..., i]
        plane *= corners
        plane *= F(0.86)
        plane += F(0.09)
        light = leak * orange[i]
        light *= 1 - plane
        plane += light
    return out


def _leak(plate: Plate) -> Pixels:
    """How much orange light came in at one side of the camera."""
    rng = plate.rng("leak")
    x, y = grid(plate.subjects)
    side, centre = rng.random() < 0.5, rng.uniform(0.2, 0.8)
    height, width = plate.subjects.shape
    across = x / F(width) if side else 1 - x / F(width)
    glow = np.exp(-((across / 0.16) ** 2) - (((y / F(height) - centre) / 0.5) ** 2)) * 0.55
    return glow.astype(F)
