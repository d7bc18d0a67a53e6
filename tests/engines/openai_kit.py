"""What the tests of the OpenAI engine share."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any

import pytest

from imaginario import errors
from imaginario.engines.openai import OpenAIEngine
from imaginario.events import Painted
from imaginario.images import Image, ImageRequest
from imaginario.secrets import Secret
from tests.contracts.gemini import oblong
from tests.contracts.openai import OpenAIServer

FLARE, MINI, LOCAL_MODEL = "gpt-image-2.5-flare", "gpt-image-1-mini", "z-image-turbo"
RED = Image(oblong(48, 32, (200, 30, 30)), "image/png", 48, 32)
BLUE = Image(oblong(8, 8, (30, 30, 200)), "image/png", 8, 8)


def engine_of(server: OpenAIServer, **options: Any) -> OpenAIEngine:
    """An engine for whom this server is the only one."""
    secret = Secret(server.key) if server.key else None
    given: dict[str, Any] = {"secret": secret, "openai_base_url": server.url, "request_timeout": 20}
    return OpenAIEngine(**given | options)


async def events_of(engine: OpenAIEngine, prompt: str = "a cat on the moon", **options: Any) -> list[Any]:
    """Everything the engine says."""
    try:
        async with aclosing(engine.generate(ImageRequest(prompt=prompt, **options))) as events:
            return [event async for event in events]
    finally:
        await engine.aclose()


async def painted(engine: OpenAIEngine, prompt: str = "a cat on the moon", **options: Any) -> Painted:
    """The last picture."""
    *_, last = await events_of(engine, prompt, **options)
    assert isinstance(last, Painted)
    return last


async def failure(engine: OpenAIEngine, **options: Any) -> errors.EngineError:
    """How it failed."""
    with pytest.raises(errors.EngineError) as caught:
        await events_of(engine, **options)
    return caught.value
