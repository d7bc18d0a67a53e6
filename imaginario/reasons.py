"""What providers say most often when they refuse, by its meaning: their own words come in English only."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping

_RIGHTS: Mapping[str, re.Pattern[str]] = {
    "place": re.compile(
        r"location is not supported|not (?:available|supported) in your (?:country|region)|country, region",
        re.I,
    ),
    "switched_off": re.compile(r"has not been used in project|SERVICE_DISABLED|api .{0,60}is disabled", re.I),
    "gated": re.compile(
        r"gated|authorized list|accept the (?:conditions|terms|licen[cs]e)|access to model", re.I
    ),
    "unverified": re.compile(r"must be verified|verify (?:your )?organi[sz]ation", re.I),
    "scope": re.compile(r"permissions? to call inference providers|inference\.serverless", re.I),
    "billing": re.compile(r"billing|paid (?:plan|tier)|upgrade", re.I),
}
_VALUES: Mapping[str, re.Pattern[str]] = {
    "too_long": re.compile(
        r"too long|context[ _]length|maximum context|exceeds .{0,40}tokens?|token count", re.I
    ),
    "steps": re.compile(r"inference[ _]steps|\bsteps?\b", re.I),
    "guidance": re.compile(r"guidance", re.I),
    "size": re.compile(r"\b(?:size|width|height|resolution|dimensions?|aspect[ _]ratio)\b", re.I),
    "input_picture": re.compile(r"(?:input|process|decode|invalid|unsupported|provided).{0,30}image", re.I),
}
_FAULTS: Mapping[str, re.Pattern[str]] = {
    "memory": re.compile(r"out of memory|\boom\b|alloc_failed", re.I),
    "busy": re.compile(r"overloaded|too busy|high demand|(?:at|over) capacity", re.I),
    "fault": re.compile(r"internal (?:server )?error|had an error|something went wrong", re.I),
}
BY_CODE: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "forbidden": _RIGHTS,
    "invalid_request": {**_VALUES, "memory": _FAULTS["memory"]},
    "engine_failed": {**_FAULTS, **_VALUES},
}
_DISK: Mapping[int | None, str] = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "not_permitted",
    errno.EPERM: "not_permitted",
    errno.EROFS: "write_protected",
    errno.EIO: "disk_fault",
}
_SQLITE: Mapping[int, str] = {
    3: "not_permitted",  # SQLITE_PERM
    8: "write_protected",  # SQLITE_READONLY
    13: "disk_full",  # SQLITE_FULL
    14: "not_permitted",  # SQLITE_CANTOPEN
}
"""SQLite's result codes that have a plain meaning; an extended code holds them in its lowest byte."""


def of_disk(error: Exception) -> str:
    """The name of why a file or a database could not be written or read, or what the system says."""
    if isinstance(error, OSError):
        return _DISK.get(error.errno) or error.strerror or type(error).__name__
    return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "disk_fault")


def of(code: str, detail: str) -> str:
    """The name of what a provider's message means for an error of this code, or ""."""
    known = BY_CODE.get(code, {})
    return next((name for name, pattern in known.items() if pattern.search(detail)), "")
