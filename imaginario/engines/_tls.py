"""What all connections made with httpx2 share."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl


@cache
def tls() -> ssl.SSLContext:
    """One context for all keys: reading the system's certificates takes 40 ms."""
    import httpx2

    return httpx2.create_ssl_context()
