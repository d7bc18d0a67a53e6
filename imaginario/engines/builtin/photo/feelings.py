"""Moods and colours laid over a photo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..composing.moods import MOODS, Mood, graded
from ..figures import COLORS, hex_of
from ..pixels import Array, F, luma, mix, rgb


def felt(a: Array, moods: Sequence[str], amount: float) -> Array:
    """The photo in each mood in turn; a photo bears more of it than a painted scene."""
    for name in moods:
        if name in MOODS:
            a = np.clip(graded(a, _scaled(MOODS[name], 1.5 * amount)), 0, 1)
    return a


def _scaled(mood: Mood, by: float) -> Mood:
    return replace(
        mood,
        color=1 + (mood.color - 1) * by,
        bright=1 + (mood.bright - 1) * by,
        contrast=1 + (mood.contrast - 1) * by,
        corners=min(0.8, mood.corners * by),
        bloom=mood.bloom * by,
        amount=min(0.6, mood.amount * by),
    )


def tinted(a: Array, color: str | None, amount: float) -> Array:
    """The photo in shades of one colour, its own colours still felt."""
    if color is None or color not in COLORS:
        return a
    ink = rgb(hex_of(color))
    tone = luma(a)[..., None]
    # Dark tones lead into a deep shade of the colour, light ones to paper.
    low, high = ink * F(0.22), mix(ink, np.ones(3, F), 0.82)
    ramp = np.where(tone < F(0.5), mix(low, ink, tone * 2), mix(ink, high, tone * 2 - 1))
    return np.clip(mix(a, ramp, min(0.92, 0.68 * amount)), 0, 1).astype(F)
