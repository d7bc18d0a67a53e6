"""Mending: taking things out of a picture, putting others in, and continuing it beyond its edges."""

from __future__ import annotations

from .putting import put
from .removing import remove
from .widening import widen

__all__ = ["put", "remove", "widen"]
