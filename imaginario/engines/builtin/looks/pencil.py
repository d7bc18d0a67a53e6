"""Pencil: graphite lines and hatching on warm paper, darker where the hand pressed."""

from __future__ import annotations

import math

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, luma, rgb
from ._ops import blur, contours, expose, grid, grow, ink, mix, noise, patches, rim, step
from ._plate import Plate

# Each layer of hatching: the tone below which it is drawn, and its angle.
HATCHES = ((0.86, 0.9), (0.58, -0.7), (0.34, 0.25), (0.2, 1.45))


def paint(plate: Plate) -> Pixels:
    """Graphite is gathered as darkness in 0..1 and laid on the paper at the end."""
    u = plate.unit
    flat = patches(expose(plate.pixels, 0.66), 2.5 * u)
    tone = 0.45 * luma(flat) + 0.55 * luma(plate.pixels)
    tooth = noise(plate.rng("tooth"), tone.shape, 210, 2)
    # The sheet is left paler around the subjects, as a draughtsman would, so that they stand out.
    halo = np.clip(grow(plate.subjects, 16 * u) - plate.subjects, 0, 1)
    dark = _hatching(plate, tone) * (0.62 + 0.5 * tooth) * (1 - 0.6 * blur(halo, 5 * u))
    dark = np.maximum(dark, 0.85 * plate.subjects * step(0.3, 0.12, tone))
    dark += 0.16 * blur(np.clip(0.75 - tone, 0, 1), 3 * u)
    dark = np.maximum(dark, _lines(plate, flat) * (0.66 + 0.34 * tooth))
    fade = step(0.0, 0.05, _edge(plate))
    sheet = rgb("#f8f4ea") * (1 + 0.03 * (tooth - F(0.5)))[..., None]
    return mix(sheet, np.broadcast_to(rgb("#2b2b31"), sheet.shape), np.clip(dark, 0, 0.96) * fade)


def _hatching(plate: Plate, tone: Pixels) -> Pixels:
    u, (x, y) = plate.unit, grid(tone)
    layers = HATCHES[: max(1, round(3.4 * plate.detail))]
    dark = np.zeros_like(tone)
    for number, (below, angle) in enumerate(layers):
        rng = plate.rng(f"hatch{number}")
        shake = (noise(rng, tone.shape, 9, 3) - F(0.5)) * F(9 * u)
        phase = (x * F(math.cos(angle)) + y * F(math.sin(angle)) + shake) * F(2 * math.pi / (5.2 * u + 0.6))
        press = 0.45 + 0.55 * noise(rng, tone.shape, 24, 2)
        need = np.clip((F(below) - tone) * 2.6, 0, 1)
        line = step(1 - 1.25 * 0.8, 1.0, 0.5 + 0.5 * np.sin(phase))
        dark = dark + (1 - dark) * need * line * press * 0.62
    return dark


def _lines(plate: Plate, flat: Pixels) -> Pixels:
    """Contours drawn twice, the second a little off, as a sketch is."""
    u = plate.unit
    once = np.maximum(step(0.3, 0.7, contours(flat, 1.5 * u, 6)), 1 - ink(luma(flat), 1.1 * u, 0.975, 90))
    outer = step(0.25, 0.8, contours(np.repeat(plate.subjects[..., None], 3, 2), 2.6 * u, 3.6))
    press = 0.5 + 0.5 * noise(plate.rng("press"), once.shape, 12, 2)
    return np.clip(np.maximum(0.78 * once, outer) * press * 2, 0, 1)


def _edge(plate: Plate) -> Pixels:
    """Where the drawing ends: hatching runs out before the border of the sheet."""
    return rim(plate.pixels) + 0.03 * (noise(plate.rng("edge"), plate.subjects.shape, 9, 3) - F(0.6))
