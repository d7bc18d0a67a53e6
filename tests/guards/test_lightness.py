"""Importing does nothing and costs little: no SDK, no file, no thread, no change of the environment."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.guards.tree import PACKAGE, ROOT, dotted, sources

SDKS = ("gradio", "google.genai", "huggingface_hub", "openai", "torch", "diffusers", "ray", "mcp", "pandas")
PIXELS = ("numpy", "PIL", "resvg_py")
FACES = ("imaginario.web", "imaginario.api")
HELP_SECONDS = 0.4

PROBE = """
import importlib, json, os, sys, threading
names, first = json.loads(sys.argv[1])
for name in first:
    importlib.import_module(name)
threads, environment = threading.active_count(), dict(os.environ)
for name in names:
    importlib.import_module(name)
heavy = sorted(sys.modules)
print(json.dumps({"modules": heavy, "threads": threading.active_count() - threads,
                  "environment": dict(os.environ) == environment}))
"""


def probe(names: list[str], where: Path, first: tuple[str, ...] = ()) -> dict[str, Any]:
    """Import modules in a new process whose home and folder are empty; what it then knows."""
    environment = os.environ | {"HOME": str(where), "PYTHONDONTWRITEBYTECODE": "1"}
    environment["PYTHONPATH"] = f"{ROOT}{os.pathsep}{environment['PYTHONPATH']}"
    command = [sys.executable, "-c", PROBE, json.dumps([names, first])]
    done = subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def loaded(names: tuple[str, ...], modules: list[str]) -> list[str]:
    """Which of the heavy packages are among the modules."""
    return [name for name in names if name in modules]


def ours(*, faces: bool) -> list[str]:
    """The names of our modules, those that show the page or not."""
    names = [dotted(p) for p in sources() if p.is_relative_to(PACKAGE) and p.name != "__main__.py"]
    return [name for name in names if name.startswith(FACES) == faces]


def test_no_module_below_the_faces_loads_an_sdk(tmp_path: Path) -> None:
    assert loaded(SDKS, probe(ours(faces=False), tmp_path)["modules"]) == []


@pytest.mark.parametrize(
    "name", ["imaginario.cli", "imaginario.studio", "imaginario.wiring", "imaginario.present"]
)
def test_the_way_in_loads_no_pixels_either(name: str, tmp_path: Path) -> None:
    assert loaded((*SDKS, *PIXELS), probe([name], tmp_path)["modules"]) == []


def test_finding_every_plug_loads_no_sdk(tmp_path: Path) -> None:
    plugs = [name for name in ours(faces=False) if name.count(".") == 2 and name.split(".")[1] != "gallery"]
    assert loaded((*SDKS, *PIXELS), probe(plugs, tmp_path)["modules"]) == []


def test_importing_leaves_no_trace(tmp_path: Path) -> None:
    found = probe(ours(faces=False), tmp_path)
    assert (found["threads"], found["environment"], list(tmp_path.iterdir())) == (0, True, [])


def test_importing_the_faces_leaves_no_trace(tmp_path: Path) -> None:
    first = ("gradio", "mcp.server", "fastapi", "uvicorn")
    found = probe(ours(faces=True), tmp_path, first)
    assert (found["threads"], found["environment"], list(tmp_path.iterdir())) == (0, True, [])


def test_help_is_quick(tmp_path: Path) -> None:
    """Processor seconds of the best of three, so that a busy machine does not matter."""
    command = [sys.executable, "-m", "imaginario", "--help"]
    spent = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(spent) < HELP_SECONDS
