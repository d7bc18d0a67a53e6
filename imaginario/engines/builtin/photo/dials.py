"""What the controls of a request come to: how far, how fine and how hard a photo is repainted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..looks._plate import Streams
from ..pixels import Array, F, luma
from .smoothing import flattened

USUAL_STRENGTH = 0.75
"""A photo is then wholly repainted; more exaggerates the look."""
USUAL_GUIDANCE = 7.5
USUAL_STEPS = 25


@dataclass(frozen=True, kw_only=True, slots=True)
class Dials:
    """Three knobs, each continuous."""

    strength: float = USUAL_STRENGTH
    """0.05 to 1: how far the result leaves the photo."""
    detail: float = 1.0
    """Fineness of the brush: 0.5 coarse, 1 usual, 2 finest."""
    push: float = 1.0
    """How hard look and light are pushed: 0.5 hints at them, 1 is usual, 1.6 is a caricature."""

    @property
    def fade(self) -> float:
        """How much of a look as far from photos as a drawing shows: 1 from the usual strength on."""
        return min(1.0, (self.strength / USUAL_STRENGTH) ** 1.1)

    @property
    def quick_fade(self) -> float:
        """How much of a look that stays near its photo shows: small strengths would else hardly be seen."""
        return min(1.0, (self.strength / USUAL_STRENGTH) ** 0.7)

    @property
    def grade(self) -> float:
        """How far light, weather and mood go: 1 is usual, 1.33 the most at the usual push."""
        return self.strength / USUAL_STRENGTH * self.push

    @property
    def drive(self) -> float:
        """How strongly a look simplifies: 1 at the usual strength and push, 0.13 to 2 in all."""
        return self.strength / USUAL_STRENGTH * self.push

    @property
    def excess(self) -> float:
        """How far beyond the usual strength: 0 to 1."""
        return max(0.0, (self.strength - USUAL_STRENGTH) / (1 - USUAL_STRENGTH))


def dials(strength: float | None, steps: int | None, guidance: float | None) -> Dials:
    """The knobs for a request: `strength`, `num_inference_steps` and `guidance_scale`; None is usual."""
    far = USUAL_STRENGTH if strength is None else float(np.clip(strength, 0.05, 1))
    fine = 0.5 + 0.5 * float(np.clip((steps or USUAL_STEPS) / USUAL_STEPS, 0.04, 3))
    hard = USUAL_GUIDANCE if guidance is None else guidance
    return Dials(
        strength=far, detail=fine, push=float(np.clip(0.45 + 0.55 * hard / USUAL_GUIDANCE, 0.45, 1.6))
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Photo:
    """A photo on its way through a look: pixels `(height, width, 3)` float32, never written into."""

    pixels: Array
    dials: Dials
    streams: Streams
    dim: bool = False
    """Whether it is meant to be dark: it then stays so."""

    @property
    def unit(self) -> float:
        """How many pixels stand for one of a 768 picture."""
        return min(self.pixels.shape[:2]) / 768

    def flat(self, weight: float) -> Array:
        """The photo in even areas: more of them with strength and push, fewer with detail."""
        return flattened(self.pixels, weight * (0.25 + 0.75 * self.dials.drive) / self.dials.detail)

    def opened(self, a: Array, amount: float = 0.7, gamma: float = 0.93) -> Array:
        """`stretched`, but for dim photos, which keep their tones."""
        return stretched(a, 0.15 * amount, 1.0) if self.dim else stretched(a, amount, gamma)

    def attention(self) -> Array:
        """Where small things with contrast are (eyes, mouths, letters): 1 there, 0 on even ground."""
        return attention(self.pixels, self.unit)


def attention(a: Array, unit: float) -> Array:
    """A map of small contrasts that a broad brush would lose, in 0..1, soft."""
    from ..looks._ops import blur, step

    tone = luma(a)
    fine = np.abs(blur(tone, 1.2 * unit) - blur(tone, 6 * unit))
    return blur(step(0.025, 0.09, blur(fine, 3 * unit)), 2 * unit)


def stretched(a: Array, amount: float = 0.7, gamma: float = 0.93) -> Array:
    """The picture with its darkest and lightest tones brought towards black and white."""
    tone = luma(a)[::4, ::4]
    low, high = (float(v) for v in np.percentile(tone, [1, 99]))
    low, high = low * amount, high + (1 - high) * (1 - amount)
    return np.clip((a - F(low)) / F(high - low + 1e-3), 0, 1) ** F(gamma)
