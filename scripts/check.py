"""Run every guard that is not a test: ruff, its formatter, pyrefly, and the pinned requirements."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUARDS: dict[str, tuple[str, ...]] = {
    "ruff": ("-m", "ruff", "check", "--output-format", "concise", "."),
    "format": ("-m", "ruff", "format", "--check", "."),
    "requirements": ("scripts/export_requirements.py", "--check"),
    "pyrefly": (
        "-m",
        "pyrefly",
        "check",
        "--min-severity",
        "error",
        "--python-interpreter-path",
        sys.executable,
    ),
}


def run(name: str, command: tuple[str, ...]) -> bool:
    """Run one guard, say how it went, and show its output when it failed."""
    began = time.monotonic()
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    passed = done.returncode == 0
    print(f"{'ok  ' if passed else 'FAIL'} {name} ({time.monotonic() - began:.1f} s)", flush=True)
    if not passed:
        print(done.stdout + done.stderr, flush=True)
    return passed


def main(wanted: list[str]) -> int:
    """Run the guards named, or all of them; 1 when one failed, 2 for a name that is none."""
    if unknown := set(wanted) - set(GUARDS):
        print(f"no such guard: {', '.join(sorted(unknown))}; there are {', '.join(GUARDS)}", file=sys.stderr)
        return 2
    results = [run(name, command) for name, command in GUARDS.items() if not wanted or name in wanted]
    return 0 if all(results) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
