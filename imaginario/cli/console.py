"""The terminal: results on stdout, one status line that renews itself and lasting lines on stderr."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from typing import Any, TextIO

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def plain(text: str) -> str:
    """`text` without control characters: a model's answer must not steer the terminal."""
    return _CONTROLS.sub("", text)


def cells(text: str) -> int:
    """Columns the text takes; Chinese characters take two."""
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def cut(text: str, columns: int) -> str:
    """`text` on one line of at most so many columns."""
    text = " ".join(plain(text).split())
    if cells(text) <= columns:
        return text
    while text and cells(text) >= columns:
        text = text[:-1]
    return f"{text}…"


class Console:
    """Where a command writes. On a terminal the status renews itself, elsewhere it is written once."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self.out, self.err = out, err
        self.live = err.isatty()
        self._shown = 0
        self._said = ""
        for stream in (out, err):
            if reconfigure := getattr(stream, "reconfigure", None):
                reconfigure(errors="backslashreplace")

    def status(self, text: str, *, once: str = "") -> None:
        """What is going on now. Off a terminal it is written only when `once` (or the text) is new."""
        if self.live:
            line = cut(text, shutil.get_terminal_size().columns - 1)
            self._write(self.err, f"\r{line}{' ' * (self._shown - cells(line))}")
            self._shown = cells(line)
        elif text and (once or text) != self._said:
            self._said = once or text
            self._write(self.err, f"{plain(text)}\n")

    def clear(self) -> None:
        """Take the status line away."""
        if self._shown:
            self._write(self.err, f"\r{' ' * self._shown}\r")
            self._shown = 0

    def line(self, text: str) -> None:
        """A lasting line on stderr."""
        self.clear()
        self._write(self.err, f"{plain(text)}\n")

    def result(self, text: str, end: str = "\n") -> None:
        """A result on stdout."""
        self.clear()
        self._write(self.out, f"{plain(text)}{end}")

    def json(self, value: Any) -> None:
        """A result as JSON on stdout; in an output that knows few letters the others are written as \\u…."""
        encoding = (getattr(self.out, "encoding", "") or "utf-8").lower().replace("-", "")
        self.result(json.dumps(value, ensure_ascii=encoding != "utf8", indent=2))

    def _write(self, stream: TextIO, text: str) -> None:
        stream.write(text)
        stream.flush()
