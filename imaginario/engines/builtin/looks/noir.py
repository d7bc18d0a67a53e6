"""Noir: black and white film, hard light through a blind, deep corners, coarse grain."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, luma
from ._ops import blur, expose, grid, mix, noise, step, vignette
from ._plate import Plate

LIGHT = True


def paint(plate: Plate) -> Pixels:
    """Light falls on the subjects and leaves the rest in the dark."""
    u = plate.unit
    tone = mix(luma(expose(plate.pixels, 0.47)), np.maximum(luma(plate.pixels), 0) ** F(0.84), plate.subjects)
    near = blur(plate.subjects, 60 * u)
    tone = tone * (0.7 + 0.5 * np.clip(near, 0, 1)) * _blind(plate)
    tone = step(0.0, 1.0, tone.astype(F)) * vignette(tone, 0.62, plate.inner)
    glow = blur(np.clip(tone - 0.6, 0, 1), 14 * u)
    grain = noise(plate.rng("grain"), tone.shape, 330, 1) - F(0.5)
    tone = tone + (1 - tone) * glow * 0.6 + 0.07 * grain
    return np.clip(tone, 0, 1)[..., None] * np.array([1.0, 0.985, 0.96], F)


def _blind(plate: Plate) -> Pixels:
    """Slanted bars of light, stronger at one side, faint on the subjects."""
    rng = plate.rng("blind")
    x, y = grid(plate.subjects)
    lean = rng.uniform(0.18, 0.3) * (1 if rng.random() < 0.5 else -1)
    height, width = plate.subjects.shape
    phase = (y + F(lean) * x) / F(54 * plate.unit)
    bars = step(-0.35, 0.35, np.sin(phase * F(2 * np.pi)).astype(F))
    reach = step(0.0, 0.75, x / F(width) if lean > 0 else 1 - x / F(width))
    reach = reach * step(1.0, 0.35, np.broadcast_to(y / F(height), plate.subjects.shape))
    return 1 - 0.4 * (1 - bars) * reach * (1 - 0.65 * plate.subjects)
