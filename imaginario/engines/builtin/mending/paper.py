"""Pictures on paper: beyond a pale even border there is only more of it."""

from __future__ import annotations

import numpy as np

from ..pixels import Array, F, blur

EVEN = 0.05
"""The most variety (0..1) of a border that is paper."""
PALE = 0.72
"""The least mean colour of it."""


def framed(a: Array) -> bool:
    """Whether a picture has a pale even border all around."""
    border = np.concatenate([a[:2].reshape(-1, 3), a[-2:].reshape(-1, 3), *a[:, :2], *a[:, -2:]])
    return bool((border.std(0) < F(EVEN)).all() and float(border.mean()) > PALE)


def bordered(a: Array, left: int, right: int, rng: np.random.Generator) -> Array:
    """The picture with `left` and `right` more columns of paper."""
    wide = np.pad(a, ((0, 0), (left, right), (0, 0)), mode="edge")
    border = np.concatenate([a[:, :2], a[:, -2:]], 1)
    paper = border.mean((0, 1))
    grain = float((border - blur(border, 1.0)).std())
    away = np.maximum(left - np.arange(wide.shape[1]), np.arange(wide.shape[1]) - (left + a.shape[1] - 1))
    near = np.exp(-np.clip(away, 0, None) / F(0.02 * max(a.shape[:2]) + 1))[None, :, None].astype(F)
    rough = rng.standard_normal(wide.shape[:2], dtype=F)[..., None] * F(grain)
    return np.where(away[None, :, None] > 0, paper + (wide - paper) * near + rough, wide)
