"""The whole wardrobe: any animal or person can wear any of it."""

from __future__ import annotations

from .clothes import Clothes
from .ink import Ink
from .look import Look
from .wardrobe_daily import DAILY
from .wardrobe_feasts import FEASTS
from .wardrobe_lands import LANDS
from .wardrobe_tales import TALES
from .wardrobe_work import WORK

_WARDROBE = {**DAILY, **WORK, **TALES, **FEASTS, **LANDS}
_BORN_IN = frozenset({"saci"})
"""What only belongs to certain persons of legend."""
OVER = frozenset({"apron"})
"""What is asked for as an outfit and put on over the usual clothes, or over fur."""
OUTFITS: tuple[str, ...] = tuple(name for name in (*_WARDROBE, *OVER) if name not in _BORN_IN)
"""Ids of all outfits that may be asked for."""


def dress(ink: Ink, outfit: str, color: str, look: Look) -> Clothes:
    """The outfit on this wearer, in its own colours or (if `color` is a hex) in that one.

    Raises `KeyError` for an unknown outfit.
    """
    return _WARDROBE[outfit](ink, color, look)
