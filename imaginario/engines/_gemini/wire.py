"""The way to Gemini: one open SDK client per plug, and the list of what can be reached."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from imaginario import aio, errors, secrets
from imaginario.engines._gemini.borders import ENGINE, sdk_errors, translate
from imaginario.engines._tls import tls

if TYPE_CHECKING:
    import httpx2
    from google import genai
    from google.genai import types

MODEL_ID = re.compile(r"(?:models/)?[A-Za-z0-9][\w-]*(?:\.[\w-]+)*")
MAX_PAGES = 20


@dataclass(frozen=True, slots=True)
class _Opened:
    client: genai.Client
    http: httpx2.AsyncClient

    async def aclose(self) -> None:
        await self.http.aclose()
        self.client.close()


class Wire:
    """Opens the client at the first call and keeps it: a dropped one would close itself under its streams.

    `timeout` is seconds of silence on the connection. A whole answer may take `aio.PATIENCE` times that: one
    that only drips would never be silent.
    """

    def __init__(self, secret: secrets.Secret, timeout: float) -> None:
        self._secret = secret
        self._kept = aio.Kept(lambda: _open(self.key, timeout), _Opened.aclose)
        self._longest = aio.PATIENCE * timeout

    @property
    def key(self) -> str:
        """The key as it is sent.

        Raises `MissingSecret` when there is none (the SDK would take one from the environment instead),
        `Unauthorized` when it can't be a key.
        """
        try:
            key = secrets.clean(self._secret.reveal())
        except ValueError:
            raise errors.Unauthorized(engine=ENGINE, detail="this is not a key") from None
        if key.startswith("auth_tokens/"):  # the SDK takes these for the Live API only
            raise errors.Unauthorized(engine=ENGINE, detail="this is a short-lived token, not a key")
        if not key:
            raise errors.MissingSecret(engine=ENGINE, secret=ENGINE)
        return key

    async def client(self) -> genai.Client:
        """The open client."""
        return (await self._kept.get()).client

    async def call(self, model: str, ask: Callable[[genai.Client], Awaitable[Any]]) -> Any:
        """What `ask` gets from the open client; what the SDK raises instead comes out as one of ours."""
        key = self.key
        try:
            async with asyncio.timeout(self._longest):
                return await ask(await self.client())
        except sdk_errors() as error:
            raise translate(error, model=model, key=key) from None

    async def listed(self) -> AsyncGenerator[types.Model, None]:
        """The models this key may ask for content, as the service lists them."""
        # The pager is turned by hand: iterating it stumbles over empty pages and follows a repeated token
        # for ever.
        pager = await self.call("", lambda client: client.aio.models.list(config={"page_size": 100}))
        seen: set[str] = set()
        for _ in range(MAX_PAGES):
            for model in pager.page:
                if "generateContent" in (model.supported_actions or ["generateContent"]):
                    yield model
            token = pager.config.get("page_token")
            if not token or token in seen:
                return
            seen.add(token)
            await self.call("", lambda _: pager.next_page())

    async def check(self) -> None:
        """Ask for a list of one model: free, and refused without a good key."""
        await self.call("", lambda client: client.aio.models.list(config={"page_size": 1}))

    async def aclose(self) -> None:
        """Close the connections; the next call opens new ones."""
        await self._kept.aclose()


def plain_id(model: str) -> str:
    """A model's id without the service's prefix. Raises `ModelGone` for what can't be one."""
    if not MODEL_ID.fullmatch(model):
        raise errors.ModelGone(engine=ENGINE, model=model)
    return model.removeprefix("models/")


def _open(key: str, timeout: float) -> _Opened:
    import httpx2
    from google import genai
    from google.genai import types

    # A client of our own rules out aiohttp, which the SDK prefers where it is installed: other exceptions,
    # a time limit on the whole answer, silent retries. It follows no redirect: that would carry the key's
    # header elsewhere.
    context = tls()
    http = httpx2.AsyncClient(verify=context, limits=httpx2.Limits(max_connections=None), timeout=timeout)
    options = types.HttpOptions(
        timeout=max(1, round(timeout * 1000)), httpx_async_client=http, client_args={"verify": context}
    )
    return _Opened(genai.Client(api_key=key, enterprise=False, http_options=options), http)
