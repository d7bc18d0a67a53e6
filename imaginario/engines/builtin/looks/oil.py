"""Oil: thousands of bristle strokes that follow the forms, thick enough to catch the light."""

from __future__ import annotations

from math import pi

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..pixels import Array as Pixels
from ..pixels import F, luma, saturate, to_image
from ._ops import Rng, blur, contours, mix, noise, relief, slope, step
from ._plate import Plate

Spots = NDArray[np.intp]

TURNS = 24
SHAPES = 3
# Each pass: half width of the brush, distance of strokes in half widths, and the fineness that a
# place must ask for (0..1) to get this pass.
PASSES = ((17.0, 1.1, 0.0), (9.0, 1.1, 0.0), (5.0, 1.1, 0.16), (2.8, 1.1, 0.3))


def paint(plate: Plate) -> Pixels:
    """Four passes, broad to fine; only borders and subjects get the fine ones."""
    src = saturate(plate.pixels, 1.2)
    return brushwork(plate, src, *_flow(plate, src))


def brushwork(plate: Plate, src: Pixels, turn: NDArray[np.int8], fine: Pixels) -> Pixels:
    """Paint `src` in strokes of the direction `turn` (0..TURNS), as fine as `fine` (0..1) asks for."""
    canvas = to_image(blur(src, 8 * plate.unit)).convert("RGBA")
    canvas.putalpha(96)
    for number, (half, gap, need) in enumerate(PASSES):
        size = max(1.2, half * plate.unit / plate.detail**0.5)
        spots = _spots(plate.rng(f"spots{number}"), size * gap, fine >= F(need))
        _strokes(canvas, plate.rng(f"strokes{number}"), spots, blur(src, size * 0.4), turn, size)
    return _lit(plate, canvas, src)


def _flow(plate: Plate, src: Pixels) -> tuple[NDArray[np.int8], Pixels]:
    """The direction of strokes (0..TURNS) along borders, and how fine each place must be (0..1)."""
    u = plate.unit
    right, down = slope(blur(luma(src), 2.5 * u))
    # Directions have no sign: they are smoothed as doubled angles.
    xx, yy, xy = (blur(v, 10 * u) for v in (right * right, down * down, right * down))
    along = np.arctan2(2 * xy, xx - yy) + F(pi)
    swirl = (noise(plate.rng("swirl"), xx.shape, 2.2, 2) - F(0.5)) * F(5)
    sure = step(0.3, 0.9, np.sqrt(np.maximum(xx + yy, 0)) * F(160 * u))
    angle = np.arctan2(mix(np.sin(swirl), np.sin(along), sure), mix(np.cos(swirl), np.cos(along), sure))
    turn = np.rint((angle / 2 % F(pi)) * F(TURNS / pi)).astype(np.int8) % TURNS
    border = blur(contours(src, 2 * u, 7), 1.5 * u)
    return turn, np.clip(border * (1 + 1.2 * plate.subjects) + 0.2 * plate.subjects, 0, 1)


def _spots(rng: Rng, gap: float, wanted: NDArray[np.bool_]) -> Spots:
    """Where strokes go, as rows of x and y: a shaken grid in random order, thinned to what is wanted."""
    height, width = wanted.shape
    gap = max(1.5, gap)
    y, x = np.mgrid[gap / 2 : height : gap, gap / 2 : width : gap]
    spots = np.stack([x.ravel(), y.ravel()], 1) + rng.normal(0, 0.35 * gap, (x.size, 2))
    spots = np.clip(spots, 0, [width - 1, height - 1]).astype(np.intp)
    spots = spots[rng.permutation(len(spots))]
    return spots[wanted[spots[:, 1], spots[:, 0]]]


def _strokes(
    canvas: Image.Image, rng: Rng, spots: Spots, src: Pixels, turn: NDArray[np.int8], half: float
) -> None:
    """Stamp one pass; the alpha of the canvas collects how thick the paint lies."""
    x, y = spots[:, 0], spots[:, 1]
    count = len(spots)
    paints = src[y, x] * (1 + 0.08 * rng.standard_normal((count, 1), dtype=F))
    paints += 0.02 * rng.standard_normal((count, 3), dtype=F)
    thick = rng.integers(70, 235, (count, 1))
    inks = np.hstack([(np.clip(paints, 0, 1) * 255).astype(np.intp), thick]).tolist()
    brushes = _brushes(rng, half)
    picks = (turn[y, x] * SHAPES + rng.integers(0, SHAPES, count)).tolist()
    for (px, py), ink, pick in zip(spots.tolist(), inks, picks, strict=True):
        brush = brushes[pick]
        canvas.paste(tuple(ink), (px - brush.width // 2, py - brush.height // 2), brush)


def _brushes(rng: Rng, half: float) -> list[Image.Image]:
    """Stamps of one size: `SHAPES` different strokes in each of `TURNS` directions."""
    flat = [to_image(_bristles(rng, half, bend)) for bend in (-0.35, 0.0, 0.35)]
    turned = []
    for number in range(TURNS):
        for stamp in flat:
            turned.append(stamp.rotate(-180 * number / TURNS, Image.Resampling.BILINEAR, expand=True))
    return turned


def _bristles(rng: Rng, half: float, bend: float) -> Pixels:
    """One lying stroke: streaks along it, ragged ends, slightly bent."""
    length = max(4, round(half * 3.1))
    wide = max(2, round(half * 1.5))
    along = np.linspace(-1, 1, 2 * length, dtype=F)[None, :]
    across = np.linspace(-1.5, 1.5, 2 * wide, dtype=F)[:, None] + F(bend) * (along * along - F(0.35))
    hairs = max(3, round(half * 1.3))
    load, reach = rng.random((2, hairs + 2), dtype=F)
    hair = np.clip((across + 1) / 2 * hairs, 0, hairs)
    streak = np.interp(hair, np.arange(hairs + 2), load)
    end = 0.72 + 0.28 * np.interp(hair, np.arange(hairs + 2), reach)
    body = step(1.0, 0.72, np.abs(across)) * step(0, 0.16, (end - np.abs(along)).astype(F))
    return (body * (0.5 + 0.5 * streak)).astype(F)


def _lit(plate: Plate, canvas: Image.Image, src: Pixels) -> Pixels:
    """The faces kept a little, then light across the thickness of the paint and the weave of the linen."""
    u = plate.unit
    layers = np.multiply(np.asarray(canvas), F(1 / 255), dtype=F)
    out = mix(layers[..., :3], src, 0.3 * plate.subjects)
    weave = noise(plate.rng("weave"), src.shape, 190, 2)
    height = blur(layers[..., 3], 0.7 * u) + 0.05 * weave
    shine = np.clip(relief(height), -0.3, 0.3)
    out = out * (1 + 0.75 * np.minimum(shine, 0) + 0.5 * np.maximum(shine, 0))[..., None]
    return out + (np.clip(shine - 0.08, 0, 1) * 0.35)[..., None]
