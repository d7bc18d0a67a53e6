"""Python runs this at the start of every process that has this folder on PYTHONPATH."""

import os
import sys

sys.path.insert(0, os.path.dirname(__file__))
try:
    import loopback_only  # type: ignore[import-not-found]  # this folder is on the path, not the tests' package
finally:
    del sys.path[0]

sys.addaudithook(loopback_only.refuse)
