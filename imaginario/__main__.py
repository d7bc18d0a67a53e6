"""`python -m imaginario`."""

from __future__ import annotations

import sys

from imaginario.cli import main

if __name__ == "__main__":
    sys.exit(main())
