"""The contract servers as the browser tests share them: they can forget a test's scripts before the next."""

from __future__ import annotations

import asyncio

from tests.contracts.gemini import GeminiServer
from tests.contracts.huggingface import HuggingFaceServer
from tests.contracts.loopback import Exchange, Reply

PATIENCE = 15.0
"""Seconds a test waits for what should happen at once."""


class Gemini(GeminiServer):
    """Keeps scripted answers for conversations: a page that lists models does not use them up."""

    def reset(self) -> None:
        """Forget scripts and requests."""
        self.requests.clear()
        self._queue.clear()
        self._by_model.clear()

    @property
    def asked(self) -> list[Exchange]:
        """The requests for an answer."""
        return [e for e in self.requests if e.method == "POST"]

    async def _list(self, exchange: Exchange, wire: Reply) -> None:
        waiting, self._queue = self._queue, []
        await super()._list(exchange, wire)
        self._queue = waiting + self._queue


class HuggingFace(HuggingFaceServer):
    """Serves the default model through one provider, so that a script is told to one place."""

    provider = "nscale"

    def reset(self) -> None:
        """Forget scripts and requests."""
        self.requests.clear()
        self._scripts.clear()

    @property
    def asked(self) -> list[Exchange]:
        """The requests for a picture."""
        return self.to(self.provider)


async def happens(event: object, seconds: float = PATIENCE) -> None:
    """Wait for a `threading.Event` of a server's without stopping the browser; fail if it never comes."""
    assert await asyncio.to_thread(event.wait, seconds)  # type: ignore[attr-defined]
