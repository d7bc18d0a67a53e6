"""The command line with an engine that never ends, for a test that presses Ctrl-C."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from imaginario import cli
from tests.faces.fakes import FakeHouse, Script

if __name__ == "__main__":
    house = FakeHouse(Path.cwd(), Script(hold=True))
    sys.exit(cli.run(sys.argv[1:], os.environ, lambda settings, environ: house))
