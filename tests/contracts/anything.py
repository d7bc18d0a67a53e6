"""A server on loopback that answers everything alike: what every plug has to come through, whatever it asks.

server = Anything().start()
server.status, server.body = 401, b"..."         # or None: it takes the request and stays silent
moved(kind, server)                              # the settings that send a plug there
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from imaginario.assistants.base import PromptAssistant
from imaginario.engines.base import ImageEngine
from tests.contracts.loopback import Exchange, Loopback, Reply

KEY = "hf_planted.Key-0123456789.abcdefXYZ"
"""It begins as Hugging Face wants it but has the shape of no key: only who knows it can mask it."""
ENDPOINTS = ("hf_endpoint_url",)
"""Addresses that go before the provider's own."""


class Anything:
    """The server. `requests` holds every exchange; `reached` is set by the first."""

    def __init__(self) -> None:
        self.status: int | None = None
        self.body = b""
        self.requests: list[Exchange] = []
        self.reached = threading.Event()
        self._loopback = Loopback(self._handle)

    @property
    def url(self) -> str:
        """Where it listens."""
        return self._loopback.url

    def quotes(self, key: str, status: int) -> None:
        """From now on refuse everything, with the key in the message, the way careless providers do."""
        message = f"Incorrect API key provided: {key}. Header was 'Bearer {key}'; see ?key={key}"
        told = {"code": status, "message": message, "status": "X", "type": "x", "param": None}
        self.status, self.body = status, json.dumps({"error": told, "message": message}).encode()

    def start(self) -> Anything:
        """Begin to listen."""
        self._loopback.start()
        return self

    def stop(self) -> None:
        """Drop every connection."""
        self._loopback.stop()

    async def _handle(self, exchange: Exchange, reply: Reply) -> None:
        self.requests.append(exchange)
        self.reached.set()
        if self.status is None:
            await asyncio.Event().wait()  # until the other side hangs up, which cancels this
        else:
            await reply.send(self.status, self.body, "application/json")


def moved(kind: type[ImageEngine] | type[PromptAssistant], server: Anything) -> dict[str, Any]:
    """Values of the settings that make this server the plug's provider."""
    return {name: server.url for name in kind.settings if name.endswith("_url") and name not in ENDPOINTS}


@pytest.fixture
def anything(monkeypatch: pytest.MonkeyPatch) -> Iterator[Anything]:
    """A running server that is silent until told otherwise; the one SDK that is moved by the environment
    is sent there too."""
    server = Anything().start()
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setenv("GOOGLE_GEMINI_BASE_URL", server.url)
    yield server
    server.stop()
