"""The benchmarks run, and leave nothing out; their numbers are for a quiet machine and are not looked at."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REMOTE = ("Hugging Face endpoint", "Hugging Face provider", "Gemini", "OpenAI")
NUMBERS = 8
"""Columns of the table."""
TINY = ["--rounds", "1", "--delay", "0.01", "--side", "48", "--local-side", "64", "--steps", "2"]


def run(*more: str) -> subprocess.CompletedProcess[str]:
    """The benchmark of the engines with next to nothing to do."""
    command = [sys.executable, str(ROOT / "benchmarks" / "engines.py"), *TINY, *more]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_every_engine_has_its_row() -> None:
    done = run()
    assert done.returncode == 0, done.stderr
    titles = [*REMOTE, "local 64 px 2 steps"] if find_spec("torch") else [*REMOTE]
    for title in titles:
        (row,) = re.findall(rf"^{title} +(.+?)(?: +missed)?$", done.stdout, re.MULTILINE)
        assert len([float(number) for number in row.split()]) == NUMBERS
    assert ("torch is not installed" in done.stdout) is (find_spec("torch") is None)


def test_a_missed_target_fails_the_check_and_nothing_else() -> None:
    done = run("--remote", "--most", "0", "--check")
    missed = re.findall(r"^missed: (.+): [\d.]+x, not 0x$", done.stdout, re.MULTILINE)
    assert missed == [*REMOTE], done.stdout + done.stderr
    assert done.returncode == 1
