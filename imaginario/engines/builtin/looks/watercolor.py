"""Watercolor: washes of pigment on rough paper, dark wet edges, a torn white border."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, luma, rgb, saturate
from ._ops import blur, mix, noise, patches, relief, rim, step, warp
from ._plate import Plate

PAPER = "#fdfaf1"


def paint(plate: Plate) -> Pixels:
    """Pigment is handled as optical density, so that layers darken like glazes and never turn grey."""
    a = _simplify(plate)
    density = -np.log(np.clip(saturate(a, 1.2), 0.035, 0.995))
    density *= _load(plate, a)[..., None]
    del a
    inside, pool = _border(plate)
    drops = _splashes(plate, density, inside)
    density *= (inside * (1 + pool))[..., None]
    density += drops
    del drops, pool, inside
    np.negative(density, out=density)
    np.exp(density, out=density)
    tooth = noise(plate.rng("paper"), plate.subjects.shape, 120, 3)
    density *= rgb(PAPER) * (1 + 0.3 * np.clip(relief(tooth), -0.16, 0.16))[..., None]
    return density


def _simplify(plate: Plate) -> Pixels:
    """Shaking edges, flat patches, and places where wet paint has run; subjects keep their marks."""
    u, keep = plate.unit, blur(plate.subjects, 2 * plate.unit)
    rng = plate.rng("hand")
    dx, dy = (noise(rng, keep.shape, 14, 3) - F(0.5) for _ in range(2))
    reach = 9 * u * (1 - 0.62 * keep)
    a = warp(plate.pixels, dx * reach, dy * reach)
    fine = patches(a, 3.5 * u / plate.detail)
    wet = step(0.5, 0.8, noise(plate.rng("wet"), keep.shape, 3, 3)) * (1 - blur(plate.subjects, 9 * u)) ** 2
    return mix(fine, blur(a, 7 * u), 0.75 * wet)


def _load(plate: Plate, a: Pixels) -> Pixels:
    """How much pigment lies where: pooled at borders, drifting in the wash, caught by the paper."""
    u, tone = plate.unit, luma(a)
    pooled = np.clip((blur(tone, 4 * u) - tone) * 5, 0, 0.75)
    lifted = np.clip((tone - blur(tone, 5 * u)) * 2.5, 0, 0.3)
    drift = noise(plate.rng("drift"), a.shape, 3.5, 4) - F(0.5)
    grain = noise(plate.rng("grain"), a.shape, 150, 3) - F(0.5)
    calm = 1 - 0.5 * plate.subjects
    return 0.66 + pooled - lifted + calm * (0.8 * drift + _backrun(plate)) + 0.3 * grain * (1.2 - tone)


def _backrun(plate: Plate) -> Pixels:
    """The cauliflower front left by a drop of water: pale inside, dark just outside."""
    lumps = noise(plate.rng("bloom"), plate.pixels.shape, 3, 5, 0.45)
    front = step(0.7, 0.735, lumps)
    return 0.3 * front * step(0.8, 0.735, lumps) - 0.16 * step(0.72, 0.9, lumps)


def _border(plate: Plate) -> tuple[Pixels, Pixels]:
    """Where the wash reaches, and the pigment pooled along its end."""
    edge = rim(plate.pixels) + 0.034 * (noise(plate.rng("border"), plate.pixels.shape, 5, 4) - F(0.5))
    dry = noise(plate.rng("dry"), plate.pixels.shape, 60, 2)
    edge = edge - 0.008 * step(0.62, 0.9, dry)
    return step(0.024, 0.031, edge), 0.75 * np.exp(-(((edge - 0.033) / 0.004) ** 2))


def _splashes(plate: Plate, density: Pixels, inside: Pixels) -> Pixels:
    """A few drops of the picture's own colours on the bare border."""
    rng, (height, width) = plate.rng("splash"), inside.shape
    out, short = np.zeros_like(density), min(width, height)
    for _ in range(16):
        along, side, far, size = rng.random(4)
        x, y = (along * width, far * 0.03 * short) if side < 0.5 else (far * 0.03 * short, along * height)
        if rng.random() < 0.5:
            x, y = width - x, height - y
        # Its colour comes from a little further inside.
        row, column = int(y * 0.9 + height * 0.05), int(x * 0.9 + width * 0.05)
        ink = density[min(height - 1, row), min(width - 1, column)] * F(0.8)
        _drop(out, x, y, short * (0.002 + 0.005 * size**2), ink)
    out *= (1 - inside)[..., None]
    return out


def _drop(out: Pixels, x: float, y: float, radius: float, ink: Pixels) -> None:
    """Add one drop to a map of density, in place."""
    reach = int(radius) + 2
    top, left = max(0, int(y) - reach), max(0, int(x) - reach)
    part = out[top : int(y) + reach, left : int(x) + reach]
    gy, gx = np.ogrid[top : top + part.shape[0], left : left + part.shape[1]]
    part += step(1.0, 0.6, (np.hypot(gx - x, gy - y) / radius).astype(F))[..., None] * ink
