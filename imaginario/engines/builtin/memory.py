"""Memory that was freed, given back to the system.

A painting takes arrays of some hundred megabytes for a moment, and glibc keeps what a thread has freed for
that thread: without this a server that paints in several threads grows by half as much again.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache

_LARGE = 16 << 20
"""Bytes from which an array is taken from the system by itself: most of those of a picture 2048 wide."""
_MMAP_THRESHOLD = -3
"""`M_MMAP_THRESHOLD` of glibc's malloc.h."""


def settle() -> None:
    """Let glibc give large arrays back as soon as they are freed; elsewhere do nothing.

    Left alone it keeps more and more of them the longer it paints: some 20 to 50 MB at 2048 by 2048.
    """
    mallopt = _function("mallopt")
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Return free memory to the system where the C library can (glibc, some 5 ms); elsewhere do nothing."""
    trim = _function("malloc_trim")
    if trim is not None:
        trim(0)


@cache
def _function(name: str) -> Callable[..., int] | None:
    """A function of glibc by its name; musl and other systems have none of them."""
    if sys.platform != "linux":
        return None
    try:
        return getattr(ctypes.CDLL(None), name)
    except (OSError, AttributeError):
        return None
