"""Visitor ids as they travel: each with a seal of this server, so that made-up ones count as none."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from pathlib import Path

FILE = "visitors.key"
KEY_BYTES, SEAL_SIGNS = 32, 32


class Seal:
    """Issues cookie values and recognises them again. Whoever holds the key can make ids: it never leaves."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    @classmethod
    def kept(cls, folder: Path) -> Seal:
        """The seal kept in `folder`, made if there is none; where nothing can be kept, one for this run."""
        path = folder / FILE
        fresh = secrets.token_bytes(KEY_BYTES)
        with contextlib.suppress(OSError):
            if not _usable(path):
                _write(path, fresh)
            found = path.read_bytes()
            return cls(found if len(found) == KEY_BYTES else fresh)
        return cls(fresh)

    def issue(self) -> str:
        """The cookie of a new visitor, whose id nobody can guess."""
        return self.sealed(secrets.token_urlsafe(24))

    def sealed(self, visitor_id: str) -> str:
        """An id as a cookie carries it."""
        return f"{visitor_id}.{self._mark(visitor_id)}"

    def opened(self, value: str) -> str:
        """The id in a cookie, or "" where this server has not issued it."""
        visitor_id, _, mark = value.rpartition(".")
        right = hmac.compare_digest(mark.encode(), self._mark(visitor_id).encode())
        return visitor_id if right else ""

    def _mark(self, visitor_id: str) -> str:
        return hmac.new(self._key, visitor_id.encode(), hashlib.sha256).hexdigest()[:SEAL_SIGNS]


def _usable(path: Path) -> bool:
    return path.exists() and path.stat().st_size == KEY_BYTES


def _write(path: Path, key: bytes) -> None:
    """Only its owner may read it, and at no moment is there half a file."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(f"{FILE}.{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
    os.replace(fresh, path)
