"""Keys and tokens: handed over, masked, and never printed whole."""

from __future__ import annotations

import contextlib
import json
import os
import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Source = Literal["environment", "file", "session"]

ENVIRONMENT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "gemini": ("GEMINI_API_KEY", "GOOGLE_API_KEY"),
        "huggingface": ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"),
        "openai": ("OPENAI_API_KEY",),
        "modelscope": ("MODELSCOPE_API_KEY", "MODELSCOPE_API_TOKEN", "MODELSCOPE_SDK_TOKEN"),
    }
)
"""Which environment variables may hold which secret, first wins."""

# Shapes of keys that providers are known to issue, so that one quoted back in an error text is masked too.
KEY_SHAPES = re.compile(
    r"\b(?:AIza[\w-]{20,}|AQ\.[\w-]{10,}|hf_[A-Za-z0-9]{16,}|sk-[\w-]{16,}|r8_\w{16,}|ms-[\w-]{16,})"
)
MASK = "•••"


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """One key. Only `reveal()` gives it whole; its text, repr and hash never do."""

    _value: str
    source: Source = "session"

    def reveal(self) -> str:
        """The key itself, for the border that sends it."""
        return self._value

    @property
    def hint(self) -> str:
        """The last four characters, if that leaves most of it hidden."""
        return f"…{self._value[-4:]}" if len(self._value) >= 12 else "…"

    def __repr__(self) -> str:
        return f"Secret({self.hint}, {self.source})"

    __str__ = __repr__


def clean(value: str) -> str:
    """A pasted key without the blanks, quotes and line ends that come along. Raises `ValueError`
    when what is left can't be sent in a header."""
    value = value.strip().strip("'\"").strip()
    if not value.isascii() or any(c.isspace() or ord(c) < 33 or ord(c) == 127 for c in value):
        raise ValueError("a key is one word of plain letters, digits and signs")
    return value


def redact(text: str, known: Iterable[str] = ()) -> str:
    """`text` with every known secret, and everything shaped like a key, masked."""
    for value in known:
        if len(value) >= 4:
            text = text.replace(value, MASK)
    return KEY_SHAPES.sub(MASK, text)


def from_environment(environ: Mapping[str, str]) -> dict[str, Secret]:
    """The secrets the environment holds; blank and unusable ones count as absent."""
    found: dict[str, Secret] = {}
    for name, variables in ENVIRONMENT.items():
        for variable in variables:
            with contextlib.suppress(ValueError):
                if name not in found and (value := clean(environ.get(variable, ""))):
                    found[name] = Secret(value, "environment")
    return found


class SecretFile:
    """Remembered keys: a JSON object in a file only its owner may read (mode 0600)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()

    def read(self) -> dict[str, Secret]:
        """All remembered secrets; an absent or unreadable file holds none."""
        try:
            table = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(table, dict):
            return {}
        return {str(k): Secret(v, "file") for k, v in table.items() if isinstance(v, str) and v}

    def put(self, name: str, value: str) -> None:
        """Remember one secret. Raises `OSError`."""
        with self._lock:
            self._write({**self._plain(), name: value})

    def forget(self, name: str) -> None:
        """Forget one secret; the last one takes the file with it. Raises `OSError`."""
        with self._lock:
            left = {k: v for k, v in self._plain().items() if k != name}
            if left:
                self._write(left)
            else:
                self.path.unlink(missing_ok=True)

    def _plain(self) -> dict[str, str]:
        return {k: s.reveal() for k, s in self.read().items()}

    def _write(self, table: dict[str, str]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = self.path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(table, file)
        os.replace(fresh, self.path)
