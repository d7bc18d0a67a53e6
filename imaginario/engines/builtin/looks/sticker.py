"""Sticker: the subjects cut out with a thick white border, lying on a plain ground."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, empty, luma, rgb, screen
from ._ops import blur, grid, grow, shift, step, vignette
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
    grey = luma(plate.pixels)
    # One plane at a time, in place: a large canvas would not leave room for more pictures than this one.
    for i, depth in enumerate((1.0, 0.92, 0.8)):
        plane = ground[..., i]
        plane *= 1 - F(depth) * shade
        plane += (F(0.995) - plane) * border
        # As `saturate` does it.
        own = (plate.pixels[..., i] - grey) * F(1.12)
        own += grey
        own.clip(0, 1, out=own)
        own -= plane
        own *= cut
        plane += own
    return _gloss(plate, ground, border)


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
    u -= np.rint(u)
    v -= np.rint(v)
    dots = step(0.2, 0.17, np.hypot(u, v, out=u))
    del u, v
    dots *= F(0.14)
    lit = 1.05 * vignette(plate.pixels, 0.16, plate.inner)
    out = empty(*plate.subjects.shape[::-1])
    for i in range(3):
        np.multiply(lit, base[i], out=out[..., i])
        out[..., i] += dots * (1 - base[i])
    return out


def _gloss(plate: Plate, a: Pixels, border: Pixels) -> Pixels:
    """A sheen falling across the vinyl, and its bevelled edge; in place."""
    bevel = border - shift(blur(border, 1.2 * plate.unit), -plate.unit, -plate.unit)
    bevel.clip(0, 1, out=bevel)
    bevel *= border
    bevel *= F(-0.28)
    bevel += 1
    for i in range(3):
        a[..., i] *= bevel
    del bevel
    shine = _sheen(border)
    shine *= border
    shine *= 0.4 + 0.6 * luma(a)
    return screen(a, np.ones(3, F), shine)


def _sheen(border: Pixels) -> Pixels:
    """A broad and a narrow band of light across the sheet."""
    x, y = grid(border)
    height, width = border.shape
    band = (x / F(width) + y / F(height)) - F(0.62)
    sheen = np.exp(-((band / F(0.09)) ** 2))
    sheen *= F(0.16)
    sheen += np.exp(-(((band - F(0.2)) / F(0.02)) ** 2)) * F(0.1)
    return sheen
