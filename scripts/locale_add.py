"""Add or replace one sentence in all four locale files at once: KEY EN PT-BR ES ZH-CN."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

LOCALES = Path(__file__).parent.parent / "locales"
ORDER = ("en", "pt-BR", "es", "zh-CN")


def put(code: str, key: str, text: str) -> None:
    """Write `key` into one locale file, keys sorted, by an atomic replace."""
    path = LOCALES / f"{code}.json"
    table = json.loads(path.read_text("utf-8")) if path.exists() else {}
    table[key] = text
    fresh = path.with_suffix(".json.new")
    fresh.write_text(json.dumps(table, ensure_ascii=False, indent=2, sort_keys=True) + "\n", "utf-8")
    os.replace(fresh, path)


def main(argv: list[str]) -> int:
    """Run the command line; 2 on wrong usage."""
    if len(argv) != 1 + len(ORDER):
        print(f"usage: locale_add.py KEY {' '.join(c.upper() for c in ORDER)}", file=sys.stderr)
        return 2
    with open(LOCALES / ".lock", "w") as lock:
        _hold(lock.fileno())
        for code, text in zip(ORDER, argv[1:], strict=True):
            put(code, argv[0], text)
    return 0


def _hold(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: one writer at a time is the contributor's own care
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
