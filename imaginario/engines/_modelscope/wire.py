"""The way to ModelScope's API-Inference: one open HTTP client per plug, the key in its header only."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from imaginario import aio, errors, secrets
from imaginario.engines._modelscope.borders import ENGINE, from_answer, unanswered

if TYPE_CHECKING:
    import httpx2

OFFICIAL = "https://api-inference.modelscope.cn"
LARGEST = 64 * 1024 * 1024
"""Bytes a picture may have."""
TOLD_TASK = {"X-ModelScope-Task-Type": "image_generation"}
"""Without it the service answers that there is no such task."""


@dataclass(frozen=True, slots=True)
class _Opened:
    loop: asyncio.AbstractEventLoop
    http: httpx2.AsyncClient


class Wire:
    """Opens the client at the first call and keeps it; `timeout` is seconds of silence."""

    def __init__(self, secret: secrets.Secret, url: str, timeout: float) -> None:
        self._secret = secret
        self._timeout = timeout
        self._opened: _Opened | None = None
        self.url = (url.strip().rstrip("/") or OFFICIAL).removesuffix("/v1")

    @property
    def key(self) -> str:
        """The key as it is sent. Raises `MissingSecret`, or `Unauthorized` when it can't be one."""
        try:
            key = secrets.clean(self._secret.reveal())
        except ValueError:
            raise errors.Unauthorized(engine=ENGINE, detail="not_a_key") from None
        if not key:
            raise errors.MissingSecret(engine=ENGINE, secret=ENGINE)
        return key

    async def begun(self, model: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to an order, which is to be asked after. Raises `EngineError`."""
        headers = {"X-ModelScope-Async-Mode": "true"}
        return await self._json("POST", "/v1/images/generations", model, headers, body)

    async def stands(self, model: str, task: str) -> dict[str, Any]:
        """How a task stands. Raises `EngineError`."""
        return await self._json("GET", f"/v1/tasks/{task}", model, TOLD_TASK, None)

    async def fetched(self, url: str, model: str) -> bytes:
        """The bytes of a picture that was left at an address. The key is not shown there.

        Only https, or the service's own host: an answer may not send us about the local network.
        """
        gone = errors.EngineFailed(engine=ENGINE, model=model, detail="picture_gone")
        address, own = urlsplit(url), urlsplit(self.url)
        if address.scheme != "https" and address.netloc != own.netloc:
            raise gone
        http, pieces, size = await self._client(), list[bytes](), 0
        try:
            async with http.stream("GET", url) as response:
                async for piece in response.aiter_bytes():
                    pieces.append(piece)
                    size += len(piece)
                    if response.status_code != 200 or size > LARGEST:
                        raise gone
        except _network() as error:
            raise unanswered(error, model=model) from None
        return b"".join(pieces)

    async def aclose(self) -> None:
        """Close the connections; the next call opens new ones."""
        opened, self._opened = self._opened, None
        if opened is not None and opened.loop is asyncio.get_running_loop():
            await opened.http.aclose()

    async def _json(
        self, method: str, path: str, model: str, headers: Mapping[str, str], body: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        key, http = self.key, await self._client()
        shown = {"Authorization": f"Bearer {key}", **headers}
        try:
            answer = await http.request(method, self.url + path, headers=shown, json=body)
        except _network() as error:
            raise unanswered(error, model=model) from None
        if answer.status_code != 200:
            raise from_answer(answer.status_code, dict(answer.headers), answer.content, model=model, key=key)
        try:
            found = answer.json()
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise errors.EngineFailed(engine=ENGINE, model=model, detail="other_shape")
        return found

    async def _client(self) -> httpx2.AsyncClient:
        """The open client. Connections belong to an event loop, so another loop gets another client."""
        loop = asyncio.get_running_loop()
        if self._opened is None or self._opened.loop is not loop:
            http = await aio.in_thread(_open, self._timeout)
            if self._opened is not None and self._opened.loop is loop:
                await http.aclose()  # somebody else was faster
            else:
                self._opened = _Opened(loop, http)
        return self._opened.http


def _open(timeout: float) -> httpx2.AsyncClient:
    import httpx2

    # No redirect is followed: that would carry the key's header elsewhere.
    return httpx2.AsyncClient(timeout=timeout)


def _network() -> tuple[type[Exception], ...]:
    import httpx2

    return httpx2.HTTPError, httpx2.InvalidURL, OSError
