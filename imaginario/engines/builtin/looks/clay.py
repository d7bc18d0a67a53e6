"""Clay: everything modelled from plasticine, puffy, soft-shadowed, with finger marks."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, saturate
from ._ops import blur, contours, mix, noise, patches, shift, slope, step, wobble
from ._plate import Plate


def paint(plate: Plate) -> Pixels:
    """A height is guessed from borders (things swell away from them) and lit from the upper left."""
    u = plate.unit
    a = patches(wobble(plate.pixels, plate.rng("hand"), 2 * u, 22), 4.5 * u)
    height = _swell(plate, a)
    right, down = (np.clip(v, -0.8, 0.8) for v in slope(height))
    slant = F(0.9)
    facing = (1 + slant * (right + down)) / np.sqrt(1 + right * right + down * down)
    shine = np.clip((facing - 1.16) * 5, 0, 1) ** 2
    hollow = np.clip((blur(height, 7 * u) - height) * 0.09 / u, 0, 0.26)
    tone = 0.62 + 0.38 * facing - hollow
    out = mix(saturate(a, 1.12), np.array([1, 0.97, 0.94], F), 0.07) * tone[..., None]
    out = out * (1 - _cast(plate))[..., None]
    return out + (1 - out) * (0.34 * shine)[..., None]


def _swell(plate: Plate, a: Pixels) -> Pixels:
    """Height in pixels: low at borders, round above them, with lumps and finger marks on top."""
    u = plate.unit
    border = step(0.12, 0.5, contours(a, 2 * u, 7))
    groove = np.maximum(blur(border, 3 * u) * 1.6, blur(border, 9 * u) * 2.2)
    body = 11 * u * (1 - np.clip(groove, 0, 1)) ** 1.3
    lumps = noise(plate.rng("lumps"), border.shape, 16, 3) * F(7 * u)
    return blur(body.astype(F), 1.2 * u) + lumps + _prints(plate)


def _prints(plate: Plate) -> Pixels:
    """Patches of fingerprint ridges."""
    rng, u = plate.rng("prints"), plate.unit
    lines = noise(rng, plate.subjects.shape, 5, 2) * F(200)
    where = step(0.72, 0.9, noise(rng, plate.subjects.shape, 7, 2))
    return np.sin(lines).astype(F) * where * F(0.5 * u)


def _cast(plate: Plate) -> Pixels:
    """The subjects' shadow on the set behind them."""
    u = plate.unit
    return 0.38 * blur(shift(plate.subjects, 9 * u, 12 * u), 10 * u) * (1 - plate.subjects)
