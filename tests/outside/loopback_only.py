"""An audit hook that refuses connections and name look-ups beyond loopback, and writes each attempt down.

`sys.addaudithook` sees what C code and threads do as well, and can't be undone by the code under test.
"""

from __future__ import annotations

import ipaddress
import os
import sys
import traceback
from typing import Any

LOG = "OUTSIDE_LOG"
"""Environment variable naming the file the attempts are written to."""
PLACE_OF_HOST = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
}


class OutsideWorld(RuntimeError):
    """A test reached for the network. Not an `OSError`, so that nobody takes it for a network fault."""


def is_loopback(host: str) -> bool:
    """Is this name or address the machine itself? No look-up is made."""
    name = host.partition("%")[0].rstrip(".").lower()
    if name in ("", "localhost") or name.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _host(event: str, details: tuple[Any, ...]) -> str:
    value = details[PLACE_OF_HOST[event]]
    if isinstance(value, tuple):
        value = value[0] if value else ""
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        return ""  # the path of a Unix socket
    if isinstance(value, bytes):
        value = value.decode("ascii", "replace")
    return value if isinstance(value, str) else ""


def refuse(event: str, details: tuple[Any, ...]) -> None:
    """The audit hook."""
    if event in PLACE_OF_HOST and not is_loopback(host := _host(event, details)):
        _write_down(f"{event} {host} by {' '.join(sys.argv)[:120]}, called from {_callers()}\n")
        raise OutsideWorld(f"{event}: {host} is not this machine")


def _callers() -> str:
    """Who called, innermost first; the standard library tells nothing and is left out."""
    frames = [f"{frame.filename}:{frame.lineno}" for frame in reversed(traceback.extract_stack()[:-2])]
    return " < ".join(
        place
        for place in frames
        if not place.startswith((os.path.dirname(os.__file__) + os.sep, "<")) or "site-packages" in place
    )


def _write_down(line: str) -> None:
    if path := os.environ.get(LOG):
        with open(path, "a", encoding="utf-8") as file:
            file.write(line)
