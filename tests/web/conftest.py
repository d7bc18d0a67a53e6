"""The whole app without a server: built once per kind, with pictures in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from imaginario.gallery.store import MemoryGallery
from imaginario.settings import Settings
from imaginario.web.seal import Seal
from imaginario.web.server import build_app, quiet_environment
from imaginario.web.visitors import COOKIE
from imaginario.wiring import House

HOME_URL = "http://127.0.0.1:7860"
VISITOR = "visitor-with-a-long-cookie"
STRANGER = "stranger-with-a-long-cookie"

Build = Callable[..., FastAPI]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    """Builds the app for some settings; the same settings give the same app."""
    folder = tmp_path_factory.mktemp("app")
    built: dict[str, FastAPI] = {}

    def app_of(**settings: object) -> FastAPI:
        name = repr(sorted(settings.items()))
        if name not in built:
            told = Settings(data_dir=folder / "data", **settings)  # type: ignore[arg-type]
            built[name] = build_app(House(told, environ={}, gallery=MemoryGallery()))
        return built[name]

    with pytest.MonkeyPatch.context() as patch:
        for name in ("GRADIO_ANALYTICS_ENABLED", "GRADIO_RUN_HISTORY", "HF_HUB_DISABLE_TELEMETRY"):
            patch.setenv(name, "")  # so that what the app sets is put back
        for name in ("GRADIO_ANALYTICS_MAX_EVENTS", "GRADIO_ANALYTICS_CACHE_FREQUENCY", "GRADIO_TEMP_DIR"):
            patch.setenv(name, "")
            patch.delenv(name)
        quiet_environment(str(folder / "uploads"))
        yield app_of


@pytest.fixture
def app(build: Build) -> FastAPI:
    """The app as it runs at home."""
    return build()


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """Asks the app at home, as a program without cookies."""
    async with ask(app) as client:
        yield client


def ask(app: FastAPI, base_url: str = HOME_URL, **options: object) -> httpx.AsyncClient:
    """A client of the app."""
    transport = httpx.ASGITransport(app)
    return httpx.AsyncClient(transport=transport, base_url=base_url, **options)  # type: ignore[arg-type]


def as_visitor(app: FastAPI, name: str = VISITOR) -> httpx.AsyncClient:
    """A client with the cookie that the app would have given to this visitor."""
    cookie = Seal.kept(app.state.house.settings.data_dir).sealed(name) if name else ""
    return ask(app, cookies={COOKIE: cookie} if name else {})


def files_below(folder: Path) -> list[Path]:
    """Every file below a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]
