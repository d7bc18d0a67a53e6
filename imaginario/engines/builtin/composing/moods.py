"""Moods: what a feeling does to the colours of a scene, before any style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..pixels import Array, F, luma, resize, rgb
from ..scenery.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Mood:
    """Colour (1 unchanged), brightness, contrast, corner darkness, bloom and a tint laid over softly."""

    color: float = 1.0
    bright: float = 1.0
    contrast: float = 1.0
    corners: float = 0.0
    bloom: float = 0.0
    tint: str | None = None
    amount: float = 0.0


MOODS: Mapping[str, Mood] = {
    "happy": Mood(color=1.14, bright=1.04, bloom=0.1),
    "calm": Mood(color=0.92, contrast=0.93, tint="#cfe3ea", amount=0.1),
    "cozy": Mood(color=1.05, corners=0.2, bloom=0.15, tint="#ffb066", amount=0.14),
    "mysterious": Mood(color=0.85, bright=0.92, corners=0.4, bloom=0.15, tint="#4a5aa8", amount=0.16),
    "spooky": Mood(color=0.78, bright=0.88, contrast=1.1, corners=0.5, tint="#3f6a52", amount=0.2),
    "romantic": Mood(color=1.04, bloom=0.28, tint="#ff9fb4", amount=0.14),
    "epic": Mood(color=1.1, contrast=1.16, corners=0.35, bloom=0.15, tint="#ffb35a", amount=0.06),
    "dreamy": Mood(color=0.95, bright=1.04, contrast=0.9, bloom=0.4, tint="#e3c8ff", amount=0.14),
    "magical": Mood(color=1.1, bloom=0.3, tint="#c9a6ff", amount=0.08),
    "sad": Mood(color=0.6, bright=0.9, contrast=0.94, corners=0.25, tint="#7d94b0", amount=0.16),
    "funny": Mood(color=1.16, bright=1.02),
    "festive": Mood(color=1.18, bright=1.02, bloom=0.18, tint="#ffcf6a", amount=0.06),
    "cute": Mood(color=1.06, bright=1.05, contrast=0.94, bloom=0.18, tint="#ffd6e6", amount=0.1),
}


def grade(canvas: Canvas, moods: Sequence[str], guidance: float | None) -> None:
    """Change the canvas by each mood in turn, and its colours by how strictly the spec is followed."""
    a = canvas.a
    for name in moods:
        if name in MOODS:
            a = graded(a, MOODS[name], canvas)
    if guidance is not None:
        a = graded(a, Mood(color=1 + 0.014 * float(np.clip(guidance - 7.5, -7, 12))))
    canvas.a = a


def graded(a: Array, mood: Mood, canvas: Canvas | None = None) -> Array:
    """The picture in one mood, as a new array; on a `canvas` around or beside a picture its corners are
    those of that."""
    grey = luma(a)[..., None]
    a = grey + (a - grey) * F(mood.color)
    a = (a - F(0.5)) * F(mood.contrast) + F(0.5)
    a = a * F(mood.bright)
    if mood.tint:
        # Multiplied, not mixed: darks stay dark.
        a = a * (1 - F(mood.amount)) + a * rgb(mood.tint) * F(1.25 * mood.amount)
    a = np.clip(a, 0, 1)
    if mood.bloom:
        a = a + (1 - a) * _soft(np.clip(a - F(0.55), 0, 1)) * F(1.6 * mood.bloom)
    if mood.corners:
        a = a * _corners(a, mood.corners, canvas)[..., None]
    return a


def _soft(a: Array) -> Array:
    """A very wide blur, by way of a tiny picture."""
    height, width = a.shape[:2]
    small = resize(a, max(4, width // 28), max(4, height // 28))
    return np.clip(resize(small, width, height), 0, 1)


def _corners(a: Array, amount: float, canvas: Canvas | None) -> Array:
    height, width = a.shape[:2]
    x = (np.linspace(-1, 1, width, dtype=F) if canvas is None else canvas.across())[None, :] ** 2
    y = (np.linspace(-1, 1, height, dtype=F) if canvas is None else canvas.down())[:, None] ** 2
    return 1 - F(amount) * np.clip((x + y - F(0.5)) / F(1.5), 0, 1) ** F(1.3)
