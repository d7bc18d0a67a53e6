"""Fixtures for tests of whole turns: what the fakes of `fakes.py` do, and a studio of a house with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from imaginario.studio import Studio
from tests.faces.fakes import FakeHouse, Script


@pytest.fixture
def script() -> Script:
    """What the fake engine and the fake assistant do."""
    return Script()


@pytest.fixture
def studio(tmp_path: Path, script: Script) -> Studio:
    """A studio of a house with the fakes."""
    return FakeHouse(tmp_path, script).studio({})
