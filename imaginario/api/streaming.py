"""Answers that end when the caller goes away: the work behind them is stopped at once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing, suppress
from typing import Any, TypeVar

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from imaginario import aio
from imaginario.api.frames import Address, Event, frame
from imaginario.i18n import Translator

T = TypeVar("T")

PING_SECONDS = 15.0
"""A comment this often keeps proxies from taking a quiet stream for a dead one."""


class Gone(Exception):
    """The caller hung up; nobody reads the answer."""


async def unless_gone(receive: Receive, work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`, which is cancelled when the caller hangs up. Raises `Gone`.

    Call it when the body of the request has been read.
    """
    doing, leaving = asyncio.create_task(work), asyncio.create_task(_left(receive))
    try:
        await asyncio.wait((doing, leaving), return_when=asyncio.FIRST_COMPLETED)
        if doing.done():
            return doing.result()
        raise Gone
    finally:
        await asyncio.gather(aio.stop(doing), aio.stop(leaving))


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


class EventStream(Response):
    """The events of a turn as server-sent events: `event: <name>` and `data: <JSON>`."""

    media_type = "text/event-stream"

    def __init__(
        self, events: AsyncGenerator[Event, None], t: Translator, address: Address | None = None
    ) -> None:
        super().__init__(headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        del self.headers["content-length"]
        self._events = events
        self._t = t
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the events until they end or the caller hangs up."""
        # Starlette's own streaming answer notices a hang-up only when it next has something to send.
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        pings = asyncio.create_task(self._ping(send))
        try:
            with suppress(Gone):
                await unless_gone(receive, self._send_all(send))
        finally:
            await aio.stop(pings)

    async def _send_all(self, send: Send) -> None:
        async with aclosing(self._events) as events:
            async for event in events:
                if found := frame(event, self._t, self._address):
                    name, data = found
                    await _send(send, f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n")
        await send({"type": "http.response.body", "body": b""})

    async def _ping(self, send: Send) -> None:
        while True:
            await asyncio.sleep(PING_SECONDS)
            await _send(send, ": still here\n\n")


async def _send(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})
