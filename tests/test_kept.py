"""Connections that are kept: opened once, one for each event loop, opened anew after they were closed."""

from __future__ import annotations

import asyncio
import threading

import pytest

from imaginario.aio import Kept


class Line:
    """Something that can be closed."""

    def __init__(self) -> None:
        self.thread = threading.current_thread()
        self.closed = 0

    async def aclose(self) -> None:
        self.closed += 1


def kept(made: list[Line]) -> Kept[Line]:
    def opener() -> Line:
        made.append(Line())
        return made[-1]

    return Kept(opener, Line.aclose)


async def test_it_is_opened_at_the_first_use_in_a_thread_and_once() -> None:
    made: list[Line] = []
    line = kept(made)
    assert not line.is_open
    assert await line.get() is await line.get()
    assert len(made) == 1
    assert made[0].thread is not threading.current_thread()
    assert line.is_open


async def test_of_two_that_open_at_once_one_is_kept_and_the_other_closed() -> None:
    meeting = threading.Barrier(2, timeout=10)
    made: list[Line] = []

    def opener() -> Line:
        meeting.wait()
        made.append(Line())
        return made[-1]

    line = Kept(opener, Line.aclose)
    first, second = await asyncio.gather(line.get(), line.get())
    assert first is second
    assert sorted(one.closed for one in made) == [0, 1]
    assert first.closed == 0


async def test_after_closing_the_next_use_opens_it_anew() -> None:
    made: list[Line] = []
    line = kept(made)
    first = await line.get()
    await line.aclose()
    await line.aclose()
    assert (first.closed, line.is_open) == (1, False)
    assert await line.get() is not first


def test_another_loop_gets_another_one_and_closes_nothing_of_the_first() -> None:
    made: list[Line] = []
    line = kept(made)
    asyncio.run(line.get())  # type: ignore[arg-type]  # a coroutine
    asyncio.run(line.aclose())
    assert [one.closed for one in made] == [0]
    asyncio.run(line.get())  # type: ignore[arg-type]
    assert len(made) == 2


async def test_what_can_not_be_opened_says_why_each_time() -> None:
    def opener() -> Line:
        raise LookupError("no key")

    line = Kept(opener, Line.aclose)
    for _ in range(2):
        with pytest.raises(LookupError):
            await line.get()
    assert not line.is_open
