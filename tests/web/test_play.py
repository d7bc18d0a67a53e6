"""A turn on the page: it grows, it can be stopped from anywhere, and its work ends with it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

from imaginario.chat import Message
from imaginario.events import Done, Saved, TextDelta, TurnEvent
from imaginario.i18n import Translator
from imaginario.images import Image
from imaginario.web.play import ticks
from imaginario.web.visitors import Turn, Visitor, Visitors
from tests.contracts.gemini import png

EN = Translator("en")


class Work:
    """A turn's events, with a gate after the first; `closed` is set when the work behind has ended."""

    def __init__(self, turn: Turn, *events: TurnEvent) -> None:
        self.turn, self.events = turn, events
        self.gate, self.closed = asyncio.Event(), asyncio.Event()

    async def stream(self) -> AsyncGenerator[TurnEvent, None]:
        """The events."""
        try:
            yield TextDelta("Once")
            await self.gate.wait()
            for event in self.events:
                yield event
            yield Done(self.turn.before.saying(Message("user", "hi"), Message("assistant", "Once upon")))
        finally:
            self.closed.set()


def begun(*events: TurnEvent) -> tuple[Visitor, Turn, Work]:
    """A visitor with a turn that is about to play."""
    visitor = Visitors().get("somebody")
    turn = visitor.begin("hi", ())
    return visitor, turn, Work(turn, *events)


async def test_it_grows_and_is_remembered() -> None:
    visitor, turn, work = begun(TextDelta(" upon"))
    seen: list[str] = []
    async with aclosing(ticks(visitor, turn, work.stream(), EN)) as looks:
        async for _ in looks:
            seen.append(turn.shown.text)
            work.gate.set()
    assert (seen[0], seen[-1]) == ("Once", "Once upon")
    assert turn.shown.over
    assert [m.text for m in visitor.session.history()] == ["hi", "Once upon"]


async def test_a_saved_picture_goes_on_the_easel() -> None:
    image = Image(png(), "image/png", 64, 64)
    visitor, turn, work = begun(Saved("picture-id", image, {}, "x.png"))
    work.gate.set()
    async with aclosing(ticks(visitor, turn, work.stream(), EN)) as looks:
        async for _ in looks:
            pass
    assert visitor.looking_at == "picture-id"


async def test_closing_it_ends_the_work_and_keeps_the_words() -> None:
    visitor, turn, work = begun()
    async with aclosing(ticks(visitor, turn, work.stream(), EN)) as looks:
        await anext(looks)
    assert work.closed.is_set()
    assert (turn.shown.text, turn.shown.stopped) == ("Once", True)
    assert [m.text for m in visitor.session.history()] == ["hi", "Once"]


async def test_stopping_it_from_elsewhere_ends_the_work() -> None:
    visitor, turn, work = begun(TextDelta(" upon"))
    async with aclosing(ticks(visitor, turn, work.stream(), EN)) as looks:
        await anext(looks)
        visitor.stop(turn)
        work.gate.set()
        async for _ in looks:
            pass
    assert work.closed.is_set()
    assert turn.shown.text == "Once"
    assert [m.text for m in visitor.session.history()] == ["hi", "Once"]


async def test_clearing_meanwhile_leaves_nothing_behind() -> None:
    visitor, turn, work = begun()
    async with aclosing(ticks(visitor, turn, work.stream(), EN)) as looks:
        await anext(looks)
        visitor.clear()
        async for _ in looks:
            pass
    assert work.closed.is_set()
    assert (visitor.turns, visitor.session.messages) == ([], ())
