"""Comic: poster colours, ink lines that swell around the hero, dots in the shade, a white gutter."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, luma, saturate
from ._ops import blur, contours, grid, grow, ink, mix, patches, relight, rim, step, tones
from ._plate import Plate


def paint(plate: Plate) -> Pixels:
    """Colour in five tones, then dots, then lines, then the frame."""
    flat = patches(plate.pixels, 3 * plate.unit / plate.detail**0.5)
    tone = np.clip(luma(flat) * 1.08, 0, 1)
    a = saturate(relight(flat, tones(tone, 5, 5)), 1.38)
    a = _dots(plate, a, tone)
    return _frame(plate, a * _lines(plate, flat)[..., None])


def _dots(plate: Plate, a: Pixels, tone: Pixels) -> Pixels:
    """Halftone at 45 degrees: dark dots that grow with the shade, white ones in the brightest light."""
    x, y = grid(tone)
    pitch = max(3.0, 7.4 * plate.unit)
    across, down = (x + y) * F(0.7071 / pitch), (x - y) * F(0.7071 / pitch)
    far = np.hypot(across - np.rint(across), down - np.rint(down))
    soft = blur(tone, 3 * plate.unit)
    shade = np.clip((0.62 * np.clip(0.66 - soft, 0, 1) ** 0.75 - far) * pitch * 0.8, 0, 1)
    shine = np.clip((0.55 * np.clip(soft - 0.8, 0, 1) ** 0.6 - far) * pitch * 0.8, 0, 1)
    calm = 1 - 0.55 * plate.subjects
    a = a * (1 - 0.4 * (shade * calm)[..., None] * np.array([1, 0.92, 0.72], F))
    return mix(a, np.ones(3, F), 0.6 * shine * calm)


def _lines(plate: Plate, flat: Pixels) -> Pixels:
    """1 is paper, 0 is ink: thin lines everywhere, a brush line around the subjects."""
    u, tone = plate.unit, luma(flat)
    thin = ink(tone, 1.15 * u, 0.975, 85)
    edge = 1 - step(0.4, 0.62, contours(flat, 1.7 * u, 6.5))
    outer = grow(plate.subjects, 2.4 * u) * (1 - plate.subjects)
    return np.minimum(thin, 0.2 + 0.8 * edge) * (1 - outer)


def _frame(plate: Plate, a: Pixels) -> Pixels:
    near = rim(a) * F(768)
    a = mix(np.full(3, 0.06, F), a, step(15.5, 16.8, near))
    return mix(np.ones(3, F), a, step(11.2, 12.5, near))
