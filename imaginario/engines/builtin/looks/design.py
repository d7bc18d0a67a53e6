"""Design: a poster of few refined colours, each shape airbrushed with a soft grain, on a cream margin."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, luma, rgb, saturate
from ._ops import blur, mix, noise, patches, rim, step
from ._palette import palette, regions
from ._plate import Plate

PAPER = "#fbf4e6"
DUSK = "#35305e"


def paint(plate: Plate) -> Pixels:
    """Flat shapes first; then what light they had comes back as a gradient of grains."""
    u = plate.unit
    a = saturate(patches(plate.pixels, 3.5 * u / plate.detail**0.5), 1.08)
    few = palette(a, plate.subjects, round(13 * plate.detail**0.5), 20, (0.14, 0.1))
    flat = blur(few.colours[regions(a, plate.subjects, few, 1.6 * u)], 0.6 * u)
    out = _airbrushed(plate, a, flat)
    out = mix(out, rgb(DUSK), 0.22 * step(0.5, 0.0, luma(out)))
    inside = step(22.5, 24, rim(a) * F(768))
    return mix(rgb(PAPER), out, inside)


def _airbrushed(plate: Plate, a: Pixels, flat: Pixels) -> Pixels:
    """The shapes lit as the scene was, softly, the shade scattered in grains."""
    u = plate.unit
    lost = luma(a) - luma(flat)
    fine = blur(lost, 3 * u) * plate.subjects
    soft = blur(lost, 9 * u) * (1 - plate.subjects)
    grain = noise(plate.rng("grain"), lost.shape, 260, 2) - F(0.5)
    light = np.clip((fine + soft) * 1.5, -0.22, 0.22)
    calm = 1 - 0.7 * plate.subjects
    speckled = light * (1 + 1.6 * grain * calm) + 0.05 * grain * calm
    return flat * (1 + speckled)[..., None] + _bloom(plate, light)


def _bloom(plate: Plate, light: Pixels) -> Pixels:
    """A little cream where the light is strongest."""
    return (F(0.35) * np.clip(light, 0, 1))[..., None] * rgb(PAPER) * (1 - 0.5 * plate.subjects)[..., None]
