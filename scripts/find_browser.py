"""Print the path of a Chromium the browser tests can drive; exit with 1 when there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """The system's Chromium, else the one Playwright has downloaded, else None."""
    for name in NAMES:
        if (path := shutil.which(name)) and _runs(path):
            return path
    return _playwrights_own()


def _runs(path: str) -> bool:
    # Ubuntu's chromium-browser may be a stub that only says to install a snap.
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _playwrights_own() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    print(found := find_browser() or "")
    sys.exit(not found)
