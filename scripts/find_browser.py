"""Print the path of a Chromium the browser tests can drive; exit with 1 when there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """The system's Chromium, else the one Playwright has downloaded, else None.

    None as well, with the reason on stderr, when Playwright can't start: the Node.js it brings needs
    libatomic, which a small Debian lacks.
    """
    try:
        with sync_playwright() as playwright:
            own = playwright.chromium.executable_path
    except Error as error:
        print(error, file=sys.stderr)
        return None
    systems = (path for name in NAMES if (path := shutil.which(name)) and _runs(path))
    return next(systems, own if Path(own).exists() else None)


def _runs(path: str) -> bool:
    # Ubuntu's chromium-browser may be a stub that only says to install a snap.
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


if __name__ == "__main__":
    print(found := find_browser() or "")
    sys.exit(not found)
