"""Cordel: a woodcut of the Brazilian Northeast, black carved forms with flat colours behind, on cream."""

from __future__ import annotations

import math

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, luma, rgb
from ._ops import blur, contours, expose, grid, grow, mix, noise, patches, relief, rim, shift, step
from ._plate import Plate

FLAT = True

PAPER = "#f6e8c8"
INK = "#181310"
BLOCKS = ("#d8412f", "#e9a820", "#2f7d5b", "#2c6c9c")


def paint(plate: Plate) -> Pixels:
    """Colour blocks first, a little out of register; then the black block; then its frame."""
    u = plate.unit
    flat = patches(expose(plate.pixels, 0.5), 5 * u)
    tooth = noise(plate.rng("tooth"), plate.subjects.shape, 110, 3)
    sheet = rgb(PAPER) * (1 + 0.1 * np.clip(relief(tooth), -0.3, 0.3))[..., None]
    a = _blocks(plate, flat, sheet)
    black = _black(plate, flat)
    worn = 1 - 0.8 * step(0.86, 0.97, noise(plate.rng("worn"), tooth.shape, 130, 2))
    return mix(a, rgb(INK), _frame(plate, black) * worn)


def _blocks(plate: Plate, flat: Pixels, sheet: Pixels) -> Pixels:
    """Strong colours printed flat where the scene is colourful, each from its own block."""
    rng, u = plate.rng("blocks"), plate.unit
    low, high = flat.min(2), flat.max(2)
    vivid = blur(step(0.1, 0.2, high - low), 1.5 * u)
    table = np.stack([rgb(b) for b in BLOCKS])
    hue = (flat - low[..., None]) / (high - low + F(1e-3))[..., None]
    nearest = _nearest(hue, (table - table.min(1, keepdims=True)) / np.ptp(table, 1)[:, None])
    out = sheet
    free = 1 - 0.9 * grow(plate.subjects, 6 * u) * (1 - plate.subjects)
    for number, ink in enumerate(table):
        own = step(0.42, 0.58, blur((nearest == number).astype(F) * vivid, 2.5 * u))
        dx, dy = rng.uniform(-3, 3, 2) * u
        out = mix(
            out,
            out * mix(ink, np.ones(3, F), 0.08),
            0.94 * shift(own, dx, dy) * step(20, 24, rim(flat) * F(768)) * free,
        )
    return out


def _nearest(hue: Pixels, pure: Pixels) -> Pixels:
    """The number of the block whose colour is nearest to a pixel's."""
    found, best = np.zeros(hue.shape[:2], np.int8), np.full(hue.shape[:2], np.inf, F)
    # Browns and skins lie between red and ochre: red must be rather pure to win.
    for number, weight in enumerate((2.2, 1.0, 1.0, 1.0)):
        far = np.zeros_like(best)
        for i in range(3):
            far += (hue[..., i] - pure[number, i]) ** 2
        far *= F(weight)
        closer = far < best
        np.copyto(best, far, where=closer)
        np.copyto(found, number, where=closer)
    return found


def _black(plate: Plate, flat: Pixels) -> Pixels:
    """Black where it is dark, carved into strokes where it is half dark, cut away around the subjects."""
    u, tone = plate.unit, luma(flat)
    tone = tone + 0.5 * (tone - blur(tone, 26 * u)) + 0.1 * plate.subjects
    need = step(0.62, 0.2, tone)
    carved = step(-0.06, 0.06, need * F(1.12) - _strokes(plate) - F(0.06))
    lines = step(0.2, 0.5, contours(flat, 3.0 * u, 7))
    halo = grow(plate.subjects, 5.5 * u) * (1 - plate.subjects)
    outer = np.clip(grow(plate.subjects, 1.5 * u) - grow(plate.subjects, -2.6 * u), 0, 1)
    solid = plate.subjects * step(0.3, 0.2, luma(plate.pixels))
    black = np.maximum(np.maximum(carved * (1 - 0.75 * plate.subjects * (1 - need)), lines), solid)
    return np.maximum(black * (1 - halo), outer)


def _strokes(plate: Plate) -> Pixels:
    """Gouge marks as a threshold map in 0..1: level in the air, leaning below, ragged everywhere."""
    rng, u = plate.rng("gouge"), plate.unit
    x, y = grid(plate.subjects)
    turn = noise(rng, plate.subjects.shape, 1.6, 2) * F(2.2)
    drift = (noise(rng, plate.subjects.shape, 4, 3) - F(0.5)) * F(30 * u)
    pitch = F(2 * math.pi / (8.5 * u + 0.5))
    air = np.sin((y + drift) * pitch)
    ground = np.sin((x * F(0.55) + y * F(0.84) + drift) * pitch)
    wave = mix(air, ground, step(0.35, 0.65, turn / F(2.2)))
    ragged = noise(rng, plate.subjects.shape, 46, 2) - F(0.5)
    return np.clip(0.5 + 0.5 * wave + 0.5 * ragged, 0, 1)


def _frame(plate: Plate, black: Pixels) -> Pixels:
    """A hand-cut double frame."""
    shake = noise(plate.rng("frame"), black.shape, 26, 2) - F(0.5)
    edge = rim(plate.pixels) * F(768) + 4 * shake
    black = black * step(24, 26, edge)
    thick = step(12, 13.5, edge) * step(20, 18.5, edge)
    return np.maximum(black, thick)
