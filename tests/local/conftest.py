"""Tiny models, made once; without torch (`./test.sh --local` installs it) nothing here is collected."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from imaginario.engines._diffusers import sdk
from imaginario.engines._diffusers.bench import Bench
from imaginario.engines.diffusers import DiffusersEngine
from tests.local import tiny
from tests.local.kit import engine_of

collect_ignore_glob = ["test_*.py"] if find_spec("torch") is None else []


@pytest.fixture(scope="session", autouse=True)
def few_threads() -> None:
    """One is fastest for tiny models: several would wait for each other, spinning, on a busy machine."""
    sdk.torch().set_num_threads(1)


@pytest.fixture(scope="session")
def shelf_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of models: from words ("tiny", "other"), by instruction ("tiny-edit"), for masks only
    ("tiny-mask"), and one for edges ("tiny-canny"), scribbles and depths."""
    base = tmp_path_factory.mktemp("models")
    tiny.pipeline(base / "tiny")
    tiny.pipeline(base / "other", seed=5)
    tiny.pipeline(base / "tiny-edit", "StableDiffusionInstructPix2PixPipeline", channels=8)
    tiny.pipeline(base / "tiny-mask", "StableDiffusionInpaintPipeline", channels=9)
    for kind in ("canny", "scribble", "depth"):
        tiny.guide(base / f"tiny-{kind}")
    return base


@pytest.fixture(scope="session")
def engine(shelf_folder: Path) -> Iterator[DiffusersEngine]:
    """One engine for all tests, with room for every model: loading takes longer than painting."""
    made = engine_of(shelf_folder)
    made.bench = Bench("cpu", kept=8)
    yield made
    asyncio.run(made.aclose())


@pytest.fixture(autouse=True)
def nobody_fetches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading must do without any hub."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
