"""Memory that was freed, given back to the system.

A painting takes arrays of some hundred megabytes for a moment, and glibc keeps what a thread has freed for
that thread: without this a server that paints in several threads grows by half as much again.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Return free memory to the system where the C library can (glibc, some 5 ms); elsewhere do nothing."""
    trim = _trimmer()
    if trim is not None:
        trim(0)


@cache
def _trimmer() -> Callable[[int], int] | None:
    """`malloc_trim(3)` of glibc; musl and other systems have none."""
    if sys.platform != "linux":
        return None
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        return None
