"""Servers of one's own: whether nothing listens at an address on this computer or in its network."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from urllib.parse import urlsplit


def silent(error: BaseException) -> str:
    """`http://host:port` where a connection into one's own network was refused; "" for anything else.

    Only host and port are told: an address may hold a password.
    """
    for cause in _chain(error):
        # By name: two generations of httpx are in use, and neither is to be imported for this.
        if type(cause).__name__ == "ConnectError" and "ssl" not in str(cause).lower():
            return _told(_address(cause))
    return ""


def is_near(host: str) -> bool:
    """Whether a host is this computer or one of its own network."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return bool(host) and ("." not in host or host.endswith((".local", ".internal", ".localhost")))
    return address.is_loopback or address.is_private


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _address(error: BaseException) -> str:
    try:
        return str(error.request.url)  # type: ignore[attr-defined]  # httpx: it raises where none was made
    except (AttributeError, RuntimeError):
        return ""


def _told(url: str) -> str:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not is_near(host):
        return ""
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{parts.port}" if parts.port else "")
