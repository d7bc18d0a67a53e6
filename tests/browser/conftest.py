"""One server per configuration for the whole session; a context of its own for every visitor."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, expect

from tests.browser.contracts import Gemini, HuggingFace
from tests.browser.face import Face, Watch
from tests.browser.rooms import Room, Rooms
from tests.browser.server import Server
from tests.contracts.huggingface_rules import serves

Visit = Callable[..., Awaitable[Face]]
"""`await visit(server, language="en", **options of the context)` answers with an open page.

`fresh=True`: in a browser that was never here before.
"""

MODEL = "black-forest-labs/FLUX.1-schnell"
# A busy machine shows the same page, only later; what must be quick is measured where it matters.
expect.set_options(timeout=30_000)

TROUBLE = re.compile(r"Traceback|never retrieved|never awaited|Error:|Exception")
"""What no server may have written to its log, whatever the tests did to it."""
LOCALES = {"en": "en-US", "pt-BR": "pt-BR", "es": "es-ES", "zh-CN": "zh-CN"}


@pytest.fixture(scope="session")
def _gemini() -> Iterator[Gemini]:
    server = Gemini()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def _huggingface() -> Iterator[HuggingFace]:
    server = HuggingFace()
    server.catalogue.models = {MODEL: serves(nscale=MODEL)}
    server.start()
    yield server
    server.stop()


@pytest.fixture
def gemini(_gemini: Gemini) -> Gemini:
    """Gemini on loopback, with nothing scripted and nothing asked yet."""
    _gemini.reset()
    return _gemini


@pytest.fixture
def huggingface(_huggingface: HuggingFace) -> HuggingFace:
    """Hugging Face on loopback, with nothing scripted and nothing asked yet."""
    _huggingface.reset()
    return _huggingface


@pytest.fixture(scope="session")
def addresses(_gemini: Gemini, _huggingface: HuggingFace) -> dict[str, str]:
    """The environment that points the real SDKs at the contract servers."""
    hub = _huggingface.url
    return {"GOOGLE_GEMINI_BASE_URL": _gemini.url, "HF_ENDPOINT": hub, "IMAGINARIO_HF_ROUTER_URL": hub}


@pytest.fixture(scope="session")
def keys(_gemini: Gemini, _huggingface: HuggingFace) -> dict[str, str]:
    """The environment that holds keys."""
    return {"GEMINI_API_KEY": _gemini.key, "HF_TOKEN": _huggingface.token}


@pytest.fixture(scope="session")
def launch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts servers; they end with the session."""
    started: list[Server] = []

    def start(*flags: str, **environ: str) -> Server:
        server = Server(tmp_path_factory.mktemp("server"), *flags, **environ)
        started.append(server)
        return server.start()

    yield start
    for server in started:
        server.stop()
    for server in started:
        assert not TROUBLE.search(server.log), server.log


@pytest.fixture(scope="session")
def plain(launch: Callable[..., Server], addresses: dict[str, str]) -> Server:
    """What a newcomer starts: no key anywhere."""
    return launch(**addresses)


@pytest.fixture(scope="session")
def keyed(launch: Callable[..., Server], addresses: dict[str, str], keys: dict[str, str]) -> Server:
    """Both keys in the environment."""
    return launch(**addresses, **keys)


@pytest.fixture(scope="session")
def public(launch: Callable[..., Server], addresses: dict[str, str], keys: dict[str, str]) -> Server:
    """`--public`, with keys in the environment that visitors must not be able to use."""
    return launch("--public", **addresses, **keys)


@pytest.fixture(scope="session")
def guarded(launch: Callable[..., Server], addresses: dict[str, str]) -> Server:
    """`--auth`."""
    return launch("--auth", "ana:jabuticaba", **addresses)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def rooms(browser: Browser) -> AsyncIterator[Rooms]:
    """The contexts that visitors are lent."""
    kept = Rooms(browser)
    yield kept
    await kept.close()


@pytest_asyncio.fixture(loop_scope="session")
async def visit(rooms: Rooms) -> AsyncIterator[Visit]:
    """Opens pages, each visitor in a context of its own, and fails the test in which one misbehaves."""
    lent: list[Room] = []
    watches: list[Watch] = []

    async def open_page(
        server: Server,
        language: str = "en",
        *,
        context: BrowserContext | None = None,
        watched: bool = True,
        **options: Any,
    ) -> Face:
        if context is None:
            options = {"locale": LOCALES.get(language, language), "accept_downloads": True, **options}
            lent.append(await rooms.lend(server.url, **options))
            context = lent[-1].context
        watch = Watch(server)
        watches.extend([watch] if watched else [])
        page = await context.new_page()
        watch.over(page)
        return await Face(page, server, language).open()

    yield open_page
    for room in lent:
        await rooms.take_back(room)
    assert [line for watch in watches for line in watch.complaints] == []
