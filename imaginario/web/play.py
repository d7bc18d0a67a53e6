"""One turn on the page: events flow into its transcript, the page looks ten times a second."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from imaginario.aio import stop
from imaginario.chat import Message, Session
from imaginario.events import Done, Saved, TurnEvent
from imaginario.i18n import Translator
from imaginario.present import reduce
from imaginario.web.visitors import Turn, Visitor

LOOK = 0.1
"""Seconds between looks: one page update costs the server about as much as ten tokens."""
HEARTBEAT = 0.5
"""Seconds after which the page is updated even if nothing changed: that is how a closed tab is noticed."""


async def ticks(
    visitor: Visitor, turn: Turn, stream: AsyncGenerator[TurnEvent, None], t: Translator
) -> AsyncGenerator[float, None]:
    """Let a turn play; yields the seconds since it began whenever the page should be drawn again.

    Closing it (Stop, a closed tab) stops the work behind it and keeps what there is so far.
    """
    start = time.monotonic()
    task = asyncio.create_task(_listen(visitor, turn, stream, t))
    drawn, at = turn.shown, start
    try:
        while not task.done():
            await asyncio.wait({task}, timeout=LOOK)
            now = time.monotonic()
            if turn.shown is not drawn or now - at >= HEARTBEAT:
                drawn, at = turn.shown, now
                yield now - start
    finally:
        await stop(task)
        if not turn.shown.over:
            _stopped(visitor, turn)
    yield time.monotonic() - start


async def _listen(
    visitor: Visitor, turn: Turn, stream: AsyncGenerator[TurnEvent, None], t: Translator
) -> None:
    async with aclosing(stream) as events:
        async for event in events:
            turn.shown = reduce(turn.shown, event, t)
            if isinstance(event, Saved):
                visitor.looking_at = event.picture_id
            elif isinstance(event, Done):
                visitor.session = _adopted(event.session, visitor)


def _adopted(session: Session, visitor: Visitor) -> Session:
    """The session after a turn, with the choices as they stand now: they may have changed meanwhile."""
    return replace(session, choices=visitor.choices)


def _stopped(visitor: Visitor, turn: Turn) -> None:
    """Keep what was said before the Stop, so that the conversation can go on from there."""
    turn.shown = replace(turn.shown, stopped=True, over=True, status="", preview=None)
    text = turn.shown.text
    said = Message("user", turn.text, turn.images, hidden=not text)
    answer = Message("assistant", text, hidden=not text)
    visitor.session = _adopted(turn.before.saying(said, answer), visitor)
