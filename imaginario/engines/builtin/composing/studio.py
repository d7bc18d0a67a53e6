"""Grounds without a place: a bare one to cut figures from, and a studio in front of a coloured paper."""

from __future__ import annotations

import numpy as np

from ..pixels import Array, F, mix
from ..scenery.canvas import Canvas
from ..scenery.stage import Stage

BARE = "plain"
"""The name of both as a place."""


def bare(canvas: Canvas) -> Stage:
    """White, without light or shadow."""
    canvas.a[:] = 1.0
    return _stage(canvas, np.ones(3, F))


def paint(canvas: Canvas, color: Array) -> Stage:
    """Paper of one colour, lit from above in the middle, bending into the floor without an edge."""
    height, width = canvas.height, canvas.width
    left, top, right, bottom = canvas.inner
    x = _span(-1, 1, left, right, width)[None, :]
    y = _span(0, 1, top, bottom, height)[:, None]
    lamp = np.exp(-1.3 * ((x / F(0.9)) ** 2 + ((y - F(0.44)) / F(0.5)) ** 2))
    fold = np.exp(-(((y - F(0.78)) / F(0.07)) ** 2))
    canvas.a[:] = mix(color * F(0.86), np.minimum(color * F(1.08) + F(0.07), 1), lamp[..., None])
    canvas.a *= (1 - F(0.045) * fold)[..., None]
    return _stage(canvas, color * F(0.25))


def _span(first: float, last: float, start: int, stop: int, count: int) -> Array:
    """`count` even steps that go from `first` to `last` between two of them, and on as they went outside."""
    step = (last - first) / max(1, stop - 1 - start)
    return np.linspace(first - step * start, last + step * (count - stop), count, dtype=F)


def _stage(canvas: Canvas, shadow: Array) -> Stage:
    height = canvas.height
    return Stage(
        place=BARE,
        horizon_y=0.74 * height,
        ground_y=0.89 * height,
        indoor=True,
        light=(0.5 * canvas.width, 0.1 * height),
        light_color=np.ones(3, F),
        shadow_color=shadow,
        unit=canvas.u,
    )
