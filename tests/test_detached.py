"""Blocking calls in threads of their own: results, failures, and not waiting any longer."""

from __future__ import annotations

import asyncio
import contextvars
import threading

import pytest

from imaginario.aio import detached


async def test_the_result_comes_back_from_a_daemon_thread() -> None:
    thread = await detached(threading.current_thread)
    assert thread is not threading.current_thread()
    assert thread.daemon


@pytest.mark.parametrize(
    ("raised", "seen"),
    [(KeyError("k"), KeyError), (StopIteration(), RuntimeError), (SystemExit(3), SystemExit)],
)
async def test_a_failure_comes_back_too(raised: BaseException, seen: type[BaseException]) -> None:
    def fail() -> None:
        raise raised

    with pytest.raises(seen):
        await detached(fail)


async def test_cancelling_does_not_wait_for_the_call() -> None:
    started, release = threading.Event(), threading.Event()

    def call() -> None:
        started.set()
        release.wait(10)

    task = asyncio.create_task(detached(call))
    assert await asyncio.to_thread(started.wait, 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not release.is_set()
    release.set()


async def test_more_calls_at_once_than_there_are_worker_threads() -> None:
    meeting = threading.Barrier(40, timeout=10)
    await asyncio.gather(*(detached(meeting.wait) for _ in range(40)))


async def test_context_goes_along() -> None:
    variable = contextvars.ContextVar("variable", default="none")
    variable.set("here")
    assert await detached(variable.get) == "here"


def test_a_call_that_outlives_its_loop_harms_nobody() -> None:
    started, release = threading.Event(), threading.Event()

    async def begin() -> None:
        task = asyncio.create_task(detached(lambda: (started.set(), release.wait(10))))
        await asyncio.to_thread(started.wait, 5)
        task.cancel()

    asyncio.run(begin())
    (thread,) = [t for t in threading.enumerate() if t.name == "detached"]
    release.set()
    thread.join(5)
    assert not thread.is_alive()
