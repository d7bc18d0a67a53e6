"""The way to Gemini: one open SDK client per assistant, and one answer read chunk by chunk."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from imaginario import aio, errors, secrets
from imaginario.assistants._gemini_errors import CUT_SHORT, ENGINE, from_finish

if TYPE_CHECKING:
    import ssl

    import httpx2
    from google import genai


@dataclass(frozen=True, slots=True)
class _Opened:
    loop: asyncio.AbstractEventLoop
    client: genai.Client
    http: httpx2.AsyncClient

    async def aclose(self) -> None:
        await self.http.aclose()
        self.client.close()


class Wire:
    """Opens the client at the first call and keeps it: a dropped one would close itself under its streams.

    `timeout` is seconds of silence on the connection.
    """

    def __init__(self, secret: secrets.Secret, timeout: float) -> None:
        self._secret = secret
        self._timeout = timeout
        self._opened: _Opened | None = None

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
        """The open client. Connections belong to an event loop, so another loop gets another client."""
        loop = asyncio.get_running_loop()
        if self._opened is None or self._opened.loop is not loop:
            client, http = await aio.in_thread(_open, self.key, self._timeout)
            fresh = _Opened(loop, client, http)
            if self._opened is not None and self._opened.loop is loop:
                await fresh.aclose()  # somebody else was faster
            else:
                self._opened = fresh
        return self._opened.client

    async def aclose(self) -> None:
        """Close the connections; the next call opens new ones."""
        opened, self._opened = self._opened, None
        if opened is not None and opened.loop is asyncio.get_running_loop():
            await opened.aclose()


class Answer:
    """What is known of one answer while its chunks come in."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.text = ""
        self.finish = ""
        """The finish reason, "" while there is none."""
        self._blocked = ""
        self._silent = True

    def read(self, chunk: Any) -> str:
        """Take a chunk; returns the words it adds, thoughts left out."""
        self._silent = False
        if chunk.prompt_feedback and chunk.prompt_feedback.block_reason:
            self._blocked = _name(chunk.prompt_feedback.block_reason)
        candidate = (chunk.candidates or [None])[0]
        if candidate is None:
            return ""
        if candidate.finish_reason:
            self.finish = _name(candidate.finish_reason)
        parts = (candidate.content and candidate.content.parts) or []
        piece = "".join(p.text for p in parts if p.text and not p.thought)
        self.text += piece
        return piece

    @property
    def cut_short(self) -> bool:
        """Whether a length limit ended it."""
        return self.finish in CUT_SHORT

    @property
    def starved(self) -> bool:
        """Whether thinking ate the whole allowance and left no word."""
        return self.cut_short and not self.text

    def failure(self) -> errors.EngineError | None:
        """What was wrong with the answer, now that it is over."""
        if self._blocked:
            return errors.ContentRefused(engine=ENGINE, model=self.model, detail=self._blocked)
        if self._silent:
            return errors.EmptyAnswer(engine=ENGINE, model=self.model)
        if failure := from_finish(self.finish, model=self.model):
            return failure
        if self.text.strip():
            return None
        return errors.EmptyAnswer(engine=ENGINE, model=self.model, detail=self.finish)


def _open(key: str, timeout: float) -> tuple[genai.Client, httpx2.AsyncClient]:
    import httpx2
    from google import genai
    from google.genai import types

    # A client of our own rules out aiohttp, which the SDK prefers where it is installed: other exceptions,
    # a time limit on the whole answer, silent retries. It follows no redirect: that would carry the key's
    # header elsewhere.
    context = _tls()
    http = httpx2.AsyncClient(verify=context, limits=httpx2.Limits(max_connections=None), timeout=timeout)
    options = types.HttpOptions(
        timeout=max(1, round(timeout * 1000)), httpx_async_client=http, client_args={"verify": context}
    )
    return genai.Client(api_key=key, enterprise=False, http_options=options), http


@cache
def _tls() -> ssl.SSLContext:
    """One context for all keys: reading the system's certificates takes 40 ms."""
    import httpx2

    return httpx2.create_ssl_context()


def _name(reason: Any) -> str:
    return str(getattr(reason, "value", reason)).upper()
