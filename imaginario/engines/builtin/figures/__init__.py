"""The built-in engine's own art: animals and people in any outfit, and hand-drawn things.

`render(subject, height=...)` is all that a painter needs. See `docs/art.md` for the house rules.
"""

from __future__ import annotations

from .casting import Dyes, holds
from .drawing import (
    can_wear,
    hand,
    measure,
    render,
    render_arm,
    render_filled,
    render_ride,
    svg_text,
    unshown,
    unworn,
)
from .glasses import GLASSES
from .hats import HATS
from .manner import Manner, shared_moods
from .manner import of as manner_of
from .outfits import OUTFITS
from .palette import COLORS, hex_of
from .raster import NoRenderer
from .riding import Companion

__all__ = [
    "COLORS",
    "GLASSES",
    "HATS",
    "OUTFITS",
    "Companion",
    "Dyes",
    "Manner",
    "NoRenderer",
    "can_wear",
    "hand",
    "hex_of",
    "holds",
    "manner_of",
    "measure",
    "render",
    "render_arm",
    "render_filled",
    "render_ride",
    "shared_moods",
    "svg_text",
    "unshown",
    "unworn",
]
