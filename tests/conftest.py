"""What every test gets: a home of its own, an environment without keys, no outside world, a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.outside import loopback_only

ROOT = Path(__file__).resolve().parent.parent

Some = Callable[[Sequence[Any], int], Sequence[Any]]
"""`some(all, n)` is one of n of what a test tries one after another; all of them with `--every`."""

pytest_plugins = ["tests.contracts.gemini", "tests.contracts.huggingface", "tests.contracts.openai",
                  "tests.contracts.anything", "tests.contracts.modelscope",
                  "tests.contracts.hub", "tests.faces.house"]  # fmt: skip

FORGOTTEN_PREFIXES = (
    "GEMINI_", "GOOGLE_", "GCLOUD_", "HF_", "HUGGING", "OPENAI_", "IMAGINARIO_", "GRADIO_", "XDG_", "LC_",
    "MODELSCOPE_", "TRANSFORMERS_",
)  # fmt: skip
FORGOTTEN = ("LANGUAGE", "USE_VENV", "SAY_IN", "PYTHON", "SSLKEYLOGFILE", "VIRTUAL_ENV")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
REAL_HOME = pytest.StashKey[str]()
BASE = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Before anything else runs: forget keys and proxies, move HOME, close the door to the outside."""
    base = Path(tempfile.mkdtemp(prefix="imaginario-tests-"))
    config.stash[BASE] = base
    config.stash[REAL_HOME] = os.environ.get("HOME", "")
    for name in list(os.environ):
        if name.startswith(FORGOTTEN_PREFIXES) or name in FORGOTTEN or name.lower().endswith("_proxy"):
            del os.environ[name]
    (base / "home").mkdir()
    os.environ |= {"HOME": str(base / "home"), "USERPROFILE": str(base / "home"), "LANG": "C.UTF-8"}
    os.environ[loopback_only.LOG] = str(base / "outside.log")
    paths = [str(ROOT / "tests" / "outside"), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    sys.addaudithook(loopback_only.refuse)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the temporary home away."""
    shutil.rmtree(config.stash[BASE], ignore_errors=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--every` tries all subjects, places and outfits where else a sample of them is tried."""
    parser.addoption("--every", action="store_true", help="run all of the tests that are marked as sampled")


WHOLE = frozenset({"test_fuzz.py", "test_words.py", "test_holdout.py"})
"""Files of `tests/builtin` of which no test is ever left out."""
MANY = 12
"""A test of the built-in engine with more cases than this is tried with every second of them."""


def _sampled(item: pytest.Item, cases: Counter[tuple[str, str]]) -> bool:
    """Whether a test is of the sample, which is the same on every machine and in any order."""
    mark = item.get_closest_marker("sampled")
    if mark is None and cases[_group(item)] <= MANY:
        return True
    return zlib.crc32(item.name.encode()) % (mark.args[0] if mark is not None else 2) == 0


def _group(item: pytest.Item) -> tuple[str, str]:
    return item.nodeid.partition("[")[0], getattr(item, "originalname", item.name)


def _left_out(items: list[pytest.Item]) -> set[pytest.Item]:
    """Cases of the built-in engine that are run with `--every` alone."""
    ours = [i for i in items if i.path.parent.name == "builtin" and i.path.name not in WHOLE]
    cases = Counter(map(_group, ours))
    return {item for item in ours if not _sampled(item, cases)}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that drive the browser share its event loop, and carry its mark; of long sweeps a part is run."""
    if not config.getoption("--every") and not any("::" in str(name) for name in config.args):
        left_out = _left_out(items)
        config.hook.pytest_deselected(items=[item for item in items if item in left_out])
        items[:] = [item for item in items if item not in left_out]
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With `--dist loadfile`, keep those that drive a browser out of each other's way."""
    if config.getvalue("dist") != "loadfile":
        return None
    from tests.sharing import BrowserApart

    return BrowserApart(config, log)


@pytest.fixture
def some(pytestconfig: pytest.Config) -> Some:
    """A part of a long sweep."""
    every = pytestconfig.getoption("--every")
    return lambda known, n: known if every else known[::n]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh, empty home directory for each test."""
    path = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(path))
    monkeypatch.setenv("USERPROFILE", str(path))
    return path


@pytest.fixture(autouse=True)
def nobody_phones_home(pytestconfig: pytest.Config) -> Iterator[None]:
    """Fail a test in which a Python process tried to reach another machine, even if that was swallowed."""
    log = pytestconfig.stash[BASE] / "outside.log"
    yield
    if log.exists():
        attempts = log.read_text("utf-8")
        log.unlink()
        pytest.fail(f"the outside world was called:\n{attempts}")


@pytest.fixture(scope="session")
def chromium(pytestconfig: pytest.Config) -> str:
    """Path of a Chromium; its absence is a failure, not a reason to skip."""
    environment = os.environ | {"HOME": pytestconfig.stash[REAL_HOME]}
    command = [sys.executable, str(ROOT / "scripts" / "find_browser.py")]
    answer = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if answer.returncode != 0:
        pytest.fail(f"no Chromium: ./test.sh fetches one. {answer.stderr}")
    return answer.stdout.strip()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """A headless Chromium that knows no host but this one; make a context per visitor."""
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=chromium, args=[*CHROMIUM_ARGUMENTS])
        yield launched
        await launched.close()
