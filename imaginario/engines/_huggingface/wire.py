"""The way to Hugging Face: the SDK's own asynchronous connections, with status, size and time looked after.

Whoever stops waiting hangs up: cancelling a call drops its connection at once.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from imaginario import aio, errors
from imaginario.engines._huggingface.borders import Place, answered, from_answer

if TYPE_CHECKING:
    from huggingface_hub.utils import httpx

MAX_ANSWER = 64 * 1024 * 1024
"""Bytes an answer may have."""
MAX_REFUSAL = 64 * 1024
"""Bytes of an error that are read."""


class Deadline:
    """The moment a piece of work has to be done by; `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.at = asyncio.get_running_loop().time() + seconds

    def error(self, place: Place) -> errors.EngineError:
        """What to raise when it has passed."""
        return place.error(errors.EngineTimedOut, detail=f"no answer in {self.seconds:g} s")


class Wire:
    """Opens the SDK's session at the first call and keeps it."""

    def __init__(self) -> None:
        # Opened in a thread: reading the system's certificates takes 30 ms, the SDK's first import a second.
        self._kept = aio.Kept(_open, _close)

    async def ask(
        self,
        method: str,
        url: str,
        *,
        place: Place,
        until: Deadline,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        params: Mapping[str, str] | None = None,
    ) -> bytes:
        """The body of a good answer. Raises one of our errors for any other."""
        options = {"headers": headers, "content": content, "params": params, "timeout": until.seconds}
        try:
            async with asyncio.timeout_at(until.at):
                status, answered_with, body = await answered(self._asked(method, url, options), place)
        except TimeoutError:
            raise until.error(place) from None
        if status >= 400:
            raise from_answer(status, answered_with, body, place)
        return body

    async def ask_json(self, url: str, *, place: Place, until: Deadline, **options: Any) -> Any:
        """The same for a GET that answers JSON."""
        body = await self.ask("GET", url, place=place, until=until, **options)
        try:
            return json.loads(body)
        except ValueError:
            raise place.error(errors.EngineUnreachable, detail="no JSON") from None

    @asynccontextmanager
    async def opened(
        self, url: str, *, place: Place, silence: float, headers: Mapping[str, str], content: bytes
    ) -> AsyncGenerator[httpx.Response, None]:
        """A POST whose good answer is read by the caller, who has to translate what goes wrong on the way.
        `silence` is the seconds between two pieces of it."""
        session = await self._kept.get()
        options = {"headers": headers, "content": content, "timeout": silence}
        async with session.stream("POST", url, **options) as response:
            if response.status_code >= 400:
                body = await _read(response, MAX_REFUSAL, cut=True)
                raise from_answer(response.status_code, response.headers, body, place)
            yield response

    async def aclose(self) -> None:
        """Close the connections; the next call opens new ones."""
        await self._kept.aclose()

    async def _asked(
        self, method: str, url: str, options: Mapping[str, Any]
    ) -> tuple[int, Mapping[str, str], bytes]:
        session = await self._kept.get()
        async with session.stream(method, url, **options) as response:
            if response.status_code >= 400:
                return response.status_code, response.headers, await _read(response, MAX_REFUSAL, cut=True)
            return response.status_code, response.headers, await _read(response, MAX_ANSWER)


def sdk() -> None:
    """Import the SDK on its first use, without its habit of reporting which tools run it.

    That report is a blocking request to the Hub before the first real one. The variable is read when the
    SDK is imported, which Gradio may have done already; a person who set it to 0 wants it.
    """
    import os

    from huggingface_hub import constants

    if os.environ.get("HF_HUB_DISABLE_TELEMETRY", "1").lower() not in ("0", "false", "no", "off"):
        constants.HF_HUB_DISABLE_TELEMETRY = True
    import huggingface_hub.inference._providers  # noqa: F401  # slow, so not later on the event loop


def _open() -> httpx.AsyncClient:
    sdk()
    from huggingface_hub import get_async_session

    return get_async_session()


async def _close(session: httpx.AsyncClient) -> None:
    await session.aclose()


async def _read(response: httpx.Response, most: int, *, cut: bool = False) -> bytes:
    pieces, size = list[bytes](), 0  # joined once: a growing buffer costs a millisecond for a picture
    async for piece in response.aiter_bytes():
        pieces.append(piece)
        size += len(piece)
        if size > most:
            if cut:
                break
            raise ValueError("more bytes than a picture has")
    return b"".join(pieces)
