"""Model cards of hosted models, which paint a few sizes only or any within rules of their own."""

from __future__ import annotations

import math
from dataclasses import dataclass

from imaginario.images import ModelCard


@dataclass(frozen=True, kw_only=True, slots=True)
class RuledCard(ModelCard):
    """A card that knows more about sizes than a grid and two limits. Sizes and areas are in pixels."""

    sizes: tuple[tuple[int, int], ...] = ()
    """The only sizes there are; empty = any that the other rules allow."""
    areas: tuple[int, int] | None = None
    """The smallest and the largest width times height."""
    longest: float = 0.0
    """How many times longer one side may be than the other; 0 = no matter."""

    def fitting(self, width: float, height: float) -> tuple[int, int]:
        """The paintable size nearest to this one: by its shape first, then by its area."""
        if self.sizes:
            return min(self.sizes, key=lambda size: _distance(size, (width, height)))
        if self.longest:
            width, height = max(width, height / self.longest), max(height, width / self.longest)
        if self.areas:
            low, high = self.areas
            scale = math.sqrt(min(max(width * height, low * 1.03), high * 0.97) / (width * height))
            width, height = width * scale, height * scale
        # No super() here: a dataclass with slots is another class than the one its methods were written in.
        return ModelCard.fitting(self, width, height)


def _distance(size: tuple[int, int], asked: tuple[float, float]) -> tuple[float, float]:
    shape = math.log(size[0] / size[1]) - math.log(asked[0] / asked[1])
    area = math.log(size[0] * size[1]) - math.log(asked[0] * asked[1])
    return round(abs(shape), 2), abs(area)
