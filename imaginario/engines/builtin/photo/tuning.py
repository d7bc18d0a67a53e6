"""The tones of a photo tuned: darker, brighter, warmer, cooler, livelier, paler, sharper, softer, grey."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from ..looks._ops import blur
from ..pixels import Array, F, luma, mix, saturate


def tuned(a: Array, names: Sequence[str], amount: float) -> Array:
    """The photo with each of `spec.TONES` (or "grey") carried out; `amount` 1 is usual."""
    for name in names:
        if name in _TONES:
            a = np.clip(mix(a, np.clip(_TONES[name](a), 0, 1), amount), 0, 1)
    return a


def _soft(a: Array) -> Array:
    return mix(a, blur(a, 5 * min(a.shape[:2]) / 768), 0.75) * F(0.97) + F(0.03)


def _sharp(a: Array) -> Array:
    unit = min(a.shape[:2]) / 768
    return a + (a - blur(a, max(0.7, 1.3 * unit))) * F(1.1) + (a - blur(a, 9 * unit)) * F(0.2)


def _grey(a: Array) -> Array:
    tone = luma(a)
    return np.repeat(np.clip((tone - F(0.5)) * F(1.12) + F(0.5), 0, 1)[..., None], 3, 2)


_TONES: Mapping[str, Callable[[Array], Array]] = {
    "darker": lambda a: a ** F(1.25) * F(0.72),
    "brighter": lambda a: np.clip(a, 0, 1) ** F(0.72) * F(0.98) + F(0.02),
    "warmer": lambda a: a * np.array([1.12, 1.0, 0.78], F),
    "cooler": lambda a: a * np.array([0.82, 0.98, 1.16], F),
    "vivid": lambda a: saturate((a - F(0.5)) * F(1.08) + F(0.5), 1.5),
    "pale": lambda a: saturate(a, 0.5) * F(0.78) + F(0.2),
    "sharper": _sharp,
    "softer": _soft,
    "grey": _grey,
}
