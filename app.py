"""Imaginário's server: `python app.py --help` lists what can be set."""

from __future__ import annotations

import os
import sys

from imaginario.cli import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]], called=os.environ.get("CALLED_AS") or "python app.py"))
