"""requirements.txt, requirements-dev.txt and requirements-local.txt are what pyproject.toml exports to."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from scripts import export_requirements
from tests.guards.tree import ROOT

FILES = (export_requirements.RUNTIME, export_requirements.DEVELOPMENT, export_requirements.LOCAL)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the files, to spoil."""
    for name in ("pyproject.toml", *FILES):
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
    for name in FILES:
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
        ("requirements-local.txt", r"^torch==.*$", "", "torch is not pinned"),
        ("requirements-local.txt", r"^diffusers==\S+", "diffusers==0.1", "does not suit pyproject.toml"),
        ("requirements-local.txt", r"^accelerate==", "accelerate>=", "not pinned with =="),
        ("requirements-local.txt", r"\Z", "left-over==1.0\n", "left-over is not in pyproject.toml"),
        ("pyproject.toml", r'"mcp>=2\.3,<3",', '"mcp>=2.3,<3", "sqlalchemy>=2",', "sqlalchemy is not pinned"),
    ],
)
def test_a_difference_is_found(copy: Path, file: str, pattern: str, replacement: str, complaint: str) -> None:
    spoil(copy, file, pattern, replacement)
    assert any(complaint in problem for problem in export_requirements.check(copy))
