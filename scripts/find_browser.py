"""Print the path of a Chromium the browser tests can drive; exit with 1 when there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """The system's Chromium, else the one Playwright has downloaded, else None.

    None as well when Playwright can't start: the Node.js it brings needs libatomic, which a small Debian
    lacks. What Node.js says of it is left on stderr.
    """
    if not _runs(sys.executable, "-m", "playwright", "--version"):
        return None
    systems = (path for name in NAMES if (path := shutil.which(name)) and _runs(path, "--version"))
    return next(systems, None) or _playwrights_own()


def _runs(*command: str) -> bool:
    # Ubuntu's chromium-browser may be a stub that only says to install a snap.
    try:
        answer = subprocess.run(command, stdout=subprocess.DEVNULL, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    print(found := find_browser() or "")
    sys.exit(not found)
