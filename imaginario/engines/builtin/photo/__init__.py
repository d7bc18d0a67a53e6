"""Photos repainted by rules: in a look, at another hour, in another weather or mood, with something added.

An edit goes through `restyle` in four steps: light (hour, weather, mood), subjects, look, and what falls in
front. Three controls drive it, all continuous (`dials`):

    strength              how much shows, and how far the look simplifies; 0.75 is a full repaint
    num_inference_steps   the fineness of the brush; 25 is usual
    guidance_scale        how hard look and light are pushed; 7.5 is usual, 1 hints, 15 and more caricatures

The seed gives the texture: paper, strokes, clouds, flakes. A look that photos need otherwise than scenes has
a function in `restyle.LOOKS`; every other look of the engine works on a prepared photo.
"""

from __future__ import annotations

from .dials import Dials, Photo, dials
from .restyle import LOOKS, STAGES, Restyled, painted, regraded, restyle, undone, unheard, wished

__all__ = [
    "LOOKS",
    "STAGES",
    "Dials",
    "Photo",
    "Restyled",
    "dials",
    "painted",
    "regraded",
    "restyle",
    "undone",
    "unheard",
    "wished",
]
