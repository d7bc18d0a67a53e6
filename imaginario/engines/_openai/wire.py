"""The way to OpenAI, or to a server that speaks like it: one open SDK client per plug, and its models."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from imaginario import aio, errors, secrets
from imaginario.engines._openai.borders import ENGINE, sdk_errors, translate
from imaginario.engines._tls import tls

if TYPE_CHECKING:
    import httpx2
    from openai import AsyncOpenAI

OFFICIAL = "https://api.openai.com/v1"
NO_KEY = "none"
"""What the SDK is told where there is no key."""
MAX_ANSWER = 64 * 1024 * 1024
"""Bytes a picture fetched from an address may have."""


@dataclass(frozen=True, slots=True)
class _Opened:
    client: AsyncOpenAI
    http: httpx2.AsyncClient

    async def aclose(self) -> None:
        await self.http.aclose()


class Wire:
    """Opens the client at the first call and keeps it; `timeout` is seconds of silence on the connection.

    A whole answer may take `aio.PATIENCE` times that: one that only drips would never be silent.
    `base_url` is the operator's own setting, never a visitor's: requests go out from this machine.
    """

    def __init__(self, secret: secrets.Secret | None, base_url: str, timeout: float) -> None:
        self._secret = secret
        self.base_url = _whole(base_url)
        own = secret is not None and secret.source == "environment"
        self._kept = aio.Kept(lambda: _open(self.key, self.base_url, timeout, own), _Opened.aclose)
        self._longest = aio.PATIENCE * timeout

    @property
    def official(self) -> bool:
        """Whether this is OpenAI's own service and not another one."""
        return urlsplit(self.base_url).hostname == urlsplit(OFFICIAL).hostname

    @property
    def host(self) -> str:
        """Host and port, without a name and password that an address may hold."""
        return urlsplit(self.base_url).netloc.rpartition("@")[2]

    @property
    def key(self) -> str:
        """The key as it is sent; "" for a server of one's own that asks for none.

        Raises `MissingSecret`, or `Unauthorized` when it can't be a key.
        """
        try:
            key = secrets.clean(self._secret.reveal()) if self._secret else ""
        except ValueError:
            raise errors.Unauthorized(engine=ENGINE, detail="not_a_key") from None
        if not key and self.official:
            raise errors.MissingSecret(engine=ENGINE, secret=ENGINE)
        return key

    async def client(self) -> AsyncOpenAI:
        """The open client."""
        return (await self._kept.get()).client

    async def call(self, model: str, ask: Callable[[AsyncOpenAI], Awaitable[Any]]) -> Any:
        """What `ask` gets from the open client; what the SDK raises instead comes out as one of ours."""
        key = self.key
        try:
            async with asyncio.timeout(self._longest):
                return await ask(await self.client())
        except sdk_errors() as error:
            raise translate(error, model=model, key=key) from None

    async def listed(self) -> tuple[tuple[str, str], ...]:
        """Id and kind ("" where it is not told) of every model the server lists."""
        page = await self.call("", lambda client: client.models.list())
        found: dict[str, str] = {}
        for model in getattr(page, "data", None) or ():
            name, kind = getattr(model, "id", None), getattr(model, "type", None)
            if isinstance(name, str) and name:
                found[name] = kind if isinstance(kind, str) else ""
        return tuple(found.items())

    async def fetched(self, url: str, model: str) -> bytes:
        """The bytes of a picture that was left at an address. The key is not shown there.

        Only https, or the server's own host: an answer may not send us about the local network.
        """
        gone = errors.EngineFailed(engine=ENGINE, model=model, detail="picture_gone")
        address = urlsplit(url)
        if address.scheme != "https" and address.netloc != self.host:
            raise gone
        http, pieces, size = (await self._kept.get()).http, list[bytes](), 0
        try:
            async with asyncio.timeout(self._longest), http.stream("GET", url) as response:
                async for piece in response.aiter_bytes():
                    pieces.append(piece)
                    size += len(piece)
                    if response.status_code != 200 or size > MAX_ANSWER:
                        raise gone
        except sdk_errors() as error:
            raise translate(error, model=model, key=self.key) from None
        return b"".join(pieces)

    async def aclose(self) -> None:
        """Close the connections; the next call opens new ones."""
        await self._kept.aclose()


def _whole(base_url: str) -> str:
    """The address with the usual path, where somebody gave no more than a host."""
    address = base_url.strip().rstrip("/") or OFFICIAL
    return address if urlsplit(address).path.strip("/") else f"{address}/v1"


def _open(key: str, base_url: str, timeout: float, own: bool) -> _Opened:
    import httpx2
    from openai import AsyncOpenAI, Omit

    # No redirect is followed: that would carry the key's header elsewhere.
    http = httpx2.AsyncClient(verify=tls(), limits=httpx2.Limits(max_connections=None), timeout=timeout)
    if not key:
        http.event_hooks = {"request": [_keyless]}
    # The SDK reads more from the environment than it is told: the machine's organisation and headers must
    # not ride along with a visitor's key, nor any of its keys where none was given.
    headers: dict[str, Any] = {"Authorization": f"Bearer {key or NO_KEY}"}
    if not own:
        headers |= {"OpenAI-Organization": Omit(), "OpenAI-Project": Omit()}
    client = AsyncOpenAI(
        api_key=key or NO_KEY,
        base_url=base_url,
        timeout=timeout,
        max_retries=0,
        default_headers=headers,
        http_client=http,
    )
    client.admin_api_key = None
    for part in ("chat", "images", "models"):
        getattr(client, part)  # imported when first touched, which should not be on the event loop
    return _Opened(client, http)


async def _keyless(request: httpx2.Request) -> None:
    """The SDK sends nothing without a key; a server that asks for none gets none."""
    if request.headers.get("authorization") == f"Bearer {NO_KEY}":
        del request.headers["authorization"]
