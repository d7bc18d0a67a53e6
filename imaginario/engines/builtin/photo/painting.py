"""Paintings of a photo: watercolor that spares eyes and mouths, and oil that brushes skies evenly."""

from __future__ import annotations

from math import pi

import numpy as np
from numpy.typing import NDArray

from ..looks import oil as oils
from ..looks import watercolor as washes
from ..looks._ops import blur, contours, mix, noise, slope, step
from ..looks._plate import Plate
from ..pixels import Array, F, luma, saturate
from .dials import Photo
from .lines import ink


def watercolor(photo: Photo) -> Array:
    """Washes over even areas; small features are kept from running, and a fine pencil line holds them."""
    drive, care = photo.dials.drive, photo.attention()
    a = photo.opened(mix(photo.flat(0.009), photo.pixels, 0.35 * care), 0.8, 0.85)
    a = saturate(a, 1 + 0.12 * drive)
    plate = _plate(photo, a, care)
    line = 1 - ink(luma(photo.pixels), photo.unit, width=0.85, keep=0.985, bite=80, reach=5)
    return np.clip(washes.paint(plate), 0, 1) * (1 - F(0.3 + 0.1 * drive) * line)[..., None]


def oil(photo: Photo) -> Array:
    """Strokes along the forms; where there is none they lie level, as a painter fills a sky."""
    care, drive = photo.attention(), photo.dials.drive
    # In one line, so that what was only a step on the way is free again before the strokes begin.
    src = photo.opened(mix(photo.flat(0.005), photo.pixels, 0.15 + 0.5 * care), 0.75)
    src = saturate(src, 1.08 + 0.14 * drive)
    plate = _plate(photo, src, care)
    return np.clip(oils.brushwork(plate, src, *_flow(plate, src)), 0, 1)


def _plate(photo: Photo, a: Array, care: Array) -> Plate:
    # A stronger pull coarsens the brush, detail makes it finer.
    fine = photo.dials.detail / (0.55 + 0.45 * photo.dials.drive)
    return Plate(pixels=a, subjects=care, streams=photo.streams, detail=float(np.clip(fine, 0.4, 2.2)))


def _flow(plate: Plate, src: Array) -> tuple[NDArray[np.int8], Array]:
    """The direction of strokes and how fine each place must be, as `looks.oil` wants them."""
    u = plate.unit
    right, down = slope(blur(luma(src), 2 * u))
    xx, yy, xy = right * right, down * down, right * down
    cos, sin, sure = np.zeros_like(xx), np.zeros_like(xx), np.zeros_like(xx)
    for reach, weight in ((5, 1.0), (18, 0.5), (60, 0.2)):
        x, y, m = (blur(v, reach * u) for v in (xx, yy, xy))
        power = np.sqrt((x - y) ** 2 + 4 * m * m) + F(1e-9)
        trust = F(weight) * step(0.12, 0.8, np.sqrt(power) * F(150 * u))
        cos, sin, sure = cos + trust * (x - y) / power, sin + trust * 2 * m / power, sure + trust
    # The doubled angle of a level stroke, which is across the steepest way down.
    level = (noise(plate.rng("swirl"), xx.shape, 1.6, 2) - F(0.5)) * F(0.9)
    rest = np.clip(0.5 - sure, 0.03, 0.5)
    angle = np.arctan2(sin - rest * np.sin(level), cos - rest * np.cos(level)) + F(pi)
    turn = np.rint((angle / 2 % F(pi)) * F(oils.TURNS / pi)).astype(np.int8) % oils.TURNS
    border = blur(contours(src, 2 * u, 7), 1.5 * u)
    return turn, np.clip(border * (1 + plate.subjects) + 0.3 * plate.subjects, 0, 1)
