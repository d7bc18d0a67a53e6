"""One turn on the page: events flow into its transcript, the page looks ten times a second."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from imaginario.aio import stop
from imaginario.errors import StudioError
from imaginario.events import Done, Failed, Saved, TurnEvent
from imaginario.i18n import Translator
from imaginario.present import reduce
from imaginario.web.visitors import Turn, Visitor

LOOK = 0.1
"""Seconds between looks: one page update costs the server about as much as ten tokens."""
HEARTBEAT = 0.5
"""Seconds after which the page is updated even if nothing changed: that is how a closed tab is noticed."""


async def ticks(
    visitor: Visitor, turn: Turn, stream: AsyncGenerator[TurnEvent, None], t: Translator
) -> AsyncGenerator[None, None]:
    """Let a turn play; yields whenever the page should be drawn again.

    Closing it (Stop, a closed tab) stops the work behind it and keeps what there is so far; so does
    `Visitor.stop`, which may come from another tab.
    """
    task = asyncio.create_task(_listen(visitor, turn, stream, t))
    drawn, at = turn.shown, time.monotonic()
    try:
        while not task.done() and not turn.shown.stopped:
            await asyncio.wait({task}, timeout=LOOK)
            now = time.monotonic()
            if turn.shown is not drawn or now - at >= HEARTBEAT:
                drawn, at = turn.shown, now
                yield
    finally:
        if error := _broke(task):
            turn.shown = replace(reduce(turn.shown, Failed(error), t), over=True)
        visitor.stop(turn)
        await stop(task)
    yield


def _broke(task: asyncio.Task[None]) -> StudioError | None:
    """What the page may say of a fault of ours; the studio has told everything else as an event."""
    error = task.exception() if task.done() and not task.cancelled() else None
    return StudioError(kind=type(error).__name__) if error else None


async def _listen(
    visitor: Visitor, turn: Turn, stream: AsyncGenerator[TurnEvent, None], t: Translator
) -> None:
    async with aclosing(stream) as events:
        async for event in events:
            if turn.shown.stopped:
                return
            turn.shown = reduce(turn.shown, event, t)
            if isinstance(event, Saved):
                visitor.looking_at = event.picture_id
            elif isinstance(event, Done):
                visitor.finish(turn, event.session)
