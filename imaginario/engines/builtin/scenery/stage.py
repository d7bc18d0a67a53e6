"""What the composer learns of a painted place: where to stand and how it is lit."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..pixels import Array


def _white() -> Array:
    return np.ones(3, np.float32)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something of the scenery that stands out, a tree or a sail, in canvas pixels."""

    x: float
    y: float
    """Its middle."""
    half: float
    """Half its width."""
    foot: float
    """Where it meets the ground; 0 in the sky."""
    far: bool = False
    """Whether it is small and far, and would look as if it were upon a head."""


@dataclass(kw_only=True)
class Stage:
    """Positions are canvas pixels, colours `(3,)` in 0..1.

    `ambient` multiplies the colours of what stands here; `fog_color` is what distance fades to. With
    `floating` there is no ground: `ground_y` is then only a pleasant height for the feet.
    """

    place: str
    horizon_y: float
    """Where sky and ground meet (indoors: wall and floor)."""
    ground_y: float
    """Where the feet of the foremost subjects stand."""
    water: bool = False
    """Whether there is open water, and boats and swimmers belong on it."""
    water_y: tuple[float, float] | None = None
    """Top and bottom of the open water around the middle of the picture."""
    stream: tuple[int, Array, Array] | None = None
    """A river's top row, then its middle and half its width row by row; None where water fills the width."""
    indoor: bool = False
    floating: bool = False
    light_side: int = -1
    """-1 when the light comes from the left, 1 from the right."""
    light: tuple[float, float] = (0.0, 0.0)
    """Where the sun, moon or lamp is; it may lie outside the canvas."""
    ambient: Array = field(default_factory=_white)
    light_color: Array = field(default_factory=_white)
    fog_color: Array = field(default_factory=_white)
    shadow_color: Array = field(default_factory=lambda: np.zeros(3, np.float32))
    """What cast shadows are tinted with (never plain black)."""
    window: tuple[int, int, int, int] | None = None
    """The window pane indoors: left, top, right, bottom."""
    scale: float = 1.0
    """Camera scale: multiplies the natural size of subjects."""
    unit: float = 1.0
    """Pixels in a drawing unit, min(width, height) / 768."""
    road_y: float | None = None
    """Where wheels stand, if there is a road or a railway behind those on foot."""
    marks: list[Mark] = field(default_factory=list)
    """What of the scenery stands out."""
    table: bool = False
    """Whether the ground is a table top (food and small things sit on it)."""
