"""An answer that comes in drops, each before the silence is too long, ends all the same."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest
import pytest_asyncio

from imaginario.engines.base import ImageEngine
from imaginario.engines.gemini import GeminiEngine
from imaginario.engines.openai import OpenAIEngine
from imaginario.errors import EngineTimedOut
from imaginario.images import ImageRequest
from imaginario.secrets import Secret
from tests.contracts.loopback import Exchange, Loopback, Reply

SILENCE, DROP = 0.4, 0.05
"""Seconds: of silence that is allowed, and between two drops."""


async def dripping(exchange: Exchange, reply: Reply) -> None:
    """Blanks, which JSON may begin with, for as long as anybody listens."""
    reply.begin("application/json")
    while not exchange.disconnected.is_set():
        await reply.piece(b" ")
        await asyncio.sleep(DROP)


@pytest_asyncio.fixture
async def drips() -> AsyncIterator[Loopback]:
    """The server."""
    server = Loopback(dripping)
    server.start()
    yield server
    server.stop()


@pytest.mark.parametrize("name", ["gemini", "openai"])
async def test_an_answer_that_only_drips_ends(
    name: str, drips: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine: ImageEngine
    if name == "gemini":
        monkeypatch.setenv("GOOGLE_GEMINI_BASE_URL", drips.url)
        engine = GeminiEngine(secret=Secret("AIza" + "x" * 35), request_timeout=SILENCE)
    else:
        engine = OpenAIEngine(openai_base_url=f"{drips.url}/v1", request_timeout=SILENCE)
    request = ImageRequest(prompt="a cat", model=engine.card("").id or "x")
    with pytest.raises(EngineTimedOut):
        await painted(engine, request)
    await engine.aclose()


async def painted(engine: ImageEngine, request: ImageRequest) -> None:
    """Follow a painting to its end."""
    async with aclosing(engine.generate(request)) as events:
        async for _ in events:
            pass
