"""What a flat photo tells of the space behind it: its sky, its horizon, and how far things may be.

Rules of thumb on a thumbnail, meant for light and weather, which forgive a soft border in the wrong place.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from ..looks._ops import blur, contours, step
from ..pixels import Array, F, luma, resize
from .smoothing import guided

SMALL = 160
"""Longer side of the thumbnail, in pixels."""

WIDE = 0.3
"""Share of the upper edge that a sky must have."""


@dataclass(frozen=True, slots=True)
class View:
    """Maps `(height, width)` of a photo."""

    sky: Array
    """1 in the sky, 0 elsewhere."""
    far: Array
    """0 at the nearest ground, 1 at the horizon and above."""
    horizon: float
    """Where the ground ends, as a share of the height from the top."""

    @property
    def outdoors(self) -> bool:
        """Whether there is enough sky to say so."""
        return float(self.sky.mean()) > 0.06


def look_at(a: Array) -> View:
    """Read a photo."""
    height, width = a.shape[:2]
    scale = SMALL / max(height, width)
    small = resize(a, max(8, round(width * scale)), max(8, round(height * scale)), Image.Resampling.BOX)
    sky = _sky(small)
    horizon = _horizon(sky)
    reach = max(2, SMALL // 24)
    sky = np.clip(guided(luma(small), sky, reach, 0.002), 0, 1)
    sky = step(0.25, 0.75, resize(sky, width, height, Image.Resampling.BILINEAR))
    y = np.linspace(0, 1, height, dtype=F)[:, None]
    ground = np.clip((1 - y) / F(1 - horizon), 0, 1) ** F(1.6)
    return View(sky=sky, far=np.maximum(ground, sky), horizon=horizon)


def _sky(small: Array) -> Array:
    """Even, rather blue, grey or bright ground that hangs together with the upper edge."""
    tone = luma(small)
    even = contours(small, 1.2, 6) < 0.22
    red, green, blue = small[..., 0], small[..., 1], small[..., 2]
    cool = (blue >= red - F(0.04)) & (blue >= green - F(0.03))
    lit = (tone > F(0.12)) | ((tone > F(0.05)) & (blue > red * F(1.2)))
    like = blur((even & ((cool & lit) | (small.min(2) > F(0.62)))).astype(F), 0.8) > F(0.5)
    # A row above the picture joins what poles and towers part.
    field = np.pad(like, ((1, 0), (0, 0)), constant_values=True).astype(np.uint8) * np.uint8(100)
    image = Image.fromarray(field).copy()  # one that shares memory can't be drawn on
    ImageDraw.floodfill(image, (0, 0), 255)
    sky = (np.asarray(image)[1:] == 255).astype(F)
    sky = (blur(sky, 1.5) > F(0.5)).astype(F)
    return sky if sky[0].mean() > WIDE else np.zeros_like(sky)


def _horizon(sky: Array) -> float:
    depth = sky.sum(0) / sky.shape[0]
    deep = depth[depth > 0.08]
    if deep.size < 0.25 * depth.size:
        return 0.4
    return float(np.clip(np.percentile(deep, 70), 0.15, 0.8))
