"""Colours fitted to their border with their steps kept: the membrane of Poisson blending, by multigrid."""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..pixels import Array, F, resize

CYCLES = 3
SWEEPS = 2


def settle(wanted: Array, hole: Array, start: Array) -> Array:
    """The field `(h, w, channels)` whose Laplacian in the hole (bool) is `wanted` and which elsewhere is
    `start`, nearly: what the eye sees of it is right. The picture's edge is free."""
    field = np.ascontiguousarray(start.transpose(2, 0, 1), F)
    right = np.ascontiguousarray(wanted.transpose(2, 0, 1), F)
    for _ in range(CYCLES):
        field = _cycle(field, right, hole.astype(F))
    return field.transpose(1, 2, 0)


def laplacian(field: Array) -> Array:
    """The sum of the four neighbours less four times the pixel, planes first; edges repeated."""
    wide = np.pad(field, ((0, 0), (1, 1), (1, 1)), mode="edge")
    around = wide[:, :-2, 1:-1] + wide[:, 2:, 1:-1] + wide[:, 1:-1, :-2] + wide[:, 1:-1, 2:]
    return around - 4 * field


def _cycle(field: Array, right: Array, hole: Array) -> Array:
    for _ in range(SWEEPS):
        field = _swept(field, right, hole)
    if min(hole.shape) > 3 and hole.any():
        residual = (right - laplacian(field)) * hole
        field = field + _coarse(residual, hole)
    for _ in range(SWEEPS):
        field = _swept(field, right, hole)
    return field


def _swept(field: Array, right: Array, hole: Array) -> Array:
    """A damped Jacobi step."""
    return field + (laplacian(field) - right) * (hole * F(0.2))


def _coarse(residual: Array, hole: Array) -> Array:
    """The correction found at half the size; only cells that lie wholly in the hole take part."""
    height, width = hole.shape
    size = ((width + 1) // 2, (height + 1) // 2)
    inside = (resize(hole, *size, Image.Resampling.BOX) > 0.99).astype(F)
    small = np.stack([resize(plane, *size, Image.Resampling.BOX) for plane in residual]) * F(4)
    fix = _cycle(np.zeros_like(small), small * inside, inside)
    return np.stack([resize(plane, width, height, Image.Resampling.BILINEAR) for plane in fix]) * hole
