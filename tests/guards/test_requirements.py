"""requirements.txt and requirements-dev.txt are what pyproject.toml exports to."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from scripts import export_requirements
from tests.guards.tree import ROOT


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the three files, to spoil."""
    for name in ("pyproject.toml", export_requirements.RUNTIME, export_requirements.DEVELOPMENT):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def spoil(root: Path, file: str, pattern: str, replacement: str) -> None:
    """Replace one place of one file."""
    path = root / file
    text, count = re.subn(pattern, replacement, path.read_text("utf-8"), count=1, flags=re.M)
    assert count == 1
    path.write_text(text, "utf-8")


def test_the_pins_are_the_export() -> None:
    assert export_requirements.check() == []


def test_no_host_and_no_path_is_named() -> None:
    for name in (export_requirements.RUNTIME, export_requirements.DEVELOPMENT):
        assert not re.search(r"://|--index|--find-links|file:|^/|\(/", (ROOT / name).read_text("utf-8"), re.M)


@pytest.mark.parametrize(
    ("file", "pattern", "replacement", "complaint"),
    [
        ("requirements.txt", r"^gradio==\S+", "gradio==5.0.0", "does not suit pyproject.toml"),
        ("requirements.txt", r"^starlette==\S+", "starlette==0.1", "does not suit"),
        ("requirements.txt", r"^gradio-client==.*$", "", "gradio-client is not pinned, gradio needs it"),
        ("requirements.txt", r"^colorama==.*$", "", "colorama is not pinned"),
        ("requirements.txt", r"^click==", "click>=", "not pinned with =="),
        ("requirements.txt", r"\Z", "left-over==1.0\n", "nobody needs left-over"),
        ("requirements-dev.txt", r"^pytest==.*$", "", "pytest is not pinned"),
        ("requirements-dev.txt", r"^packaging==\S+", "packaging==99", "is not the one of requirements.txt"),
        ("pyproject.toml", r'"mcp>=2\.3,<3",', '"mcp>=2.3,<3", "sqlalchemy>=2",', "sqlalchemy is not pinned"),
    ],
)
def test_a_difference_is_found(copy: Path, file: str, pattern: str, replacement: str, complaint: str) -> None:
    spoil(copy, file, pattern, replacement)
    assert any(complaint in problem for problem in export_requirements.check(copy))
