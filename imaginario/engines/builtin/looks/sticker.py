"""Sticker: the subjects cut out with a thick white border, lying on a plain ground."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, luma, rgb, saturate
from ._ops import blur, grid, grow, mix, shift, step, vignette
from ._plate import Plate

PLAIN = True
LIGHT = True
GROUND = "#cfe6f3"


def paint(plate: Plate) -> Pixels:
    """With nothing to cut out the whole scene becomes one sticker with round corners."""
    u = plate.unit
    cut = _cut(plate)
    border = grow(cut, 13 * u)
    ground = _ground(plate)
    shade = 0.34 * blur(shift(border, 5 * u, 9 * u), 9 * u) + 0.2 * blur(shift(border, 1 * u, 2 * u), 2 * u)
    out = ground * (1 - shade[..., None] * np.array([1, 0.92, 0.8], F))
    out = mix(out, np.full(3, 0.995, F), border)
    out = mix(out, saturate(plate.pixels, 1.12), cut)
    return _gloss(plate, out, border)


def _cut(plate: Plate) -> Pixels:
    if plate.subjects.max() > F(0.5):
        return plate.subjects
    x, y = grid(plate.subjects)
    height, width = plate.subjects.shape
    short = min(width, height)
    inset, corner = 0.09 * short, 0.13 * short
    dx = np.maximum(np.abs(x - F(width / 2)) - F(width / 2 - inset - corner), 0)
    dy = np.maximum(np.abs(y - F(height / 2)) - F(height / 2 - inset - corner), 0)
    return step(corner + 0.8, corner - 0.8, np.hypot(dx, dy))


def _ground(plate: Plate) -> Pixels:
    """The asked rgb, or a pale blue, with a pattern of faint dots."""
    base = rgb(GROUND) if plate.ground is None else plate.ground
    x, y = grid(plate.subjects)
    pitch = 44 * plate.unit
    u, v = (x + y) / F(pitch), (x - y) / F(pitch)
    dots = step(0.2, 0.17, np.hypot(u - np.rint(u), v - np.rint(v)))
    lit = 1.05 * vignette(plate.pixels, 0.16)
    return base * lit[..., None] + (0.14 * dots)[..., None] * (1 - base)


def _gloss(plate: Plate, a: Pixels, border: Pixels) -> Pixels:
    """A sheen falling across the vinyl, and its bevelled edge."""
    x, y = grid(border)
    height, width = border.shape
    band = (x / F(width) + y / F(height)) - F(0.62)
    sheen = np.exp(-((band / 0.09) ** 2)) * 0.16 + np.exp(-(((band - 0.2) / 0.02) ** 2)) * 0.1
    bevel = np.clip(border - shift(blur(border, 1.2 * plate.unit), -plate.unit, -plate.unit), 0, 1) * border
    a = a * (1 - 0.28 * bevel)[..., None]
    return a + (1 - a) * (sheen * border * (0.4 + 0.6 * luma(a)))[..., None]
