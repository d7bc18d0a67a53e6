"""Patience: waits, budgets and ends, on a clock that only the code under test moves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import pytest

from imaginario.errors import EngineUnreachable, EngineWarmingUp, RateLimited, Retryable, Unauthorized
from imaginario.events import Painted, Progress, TextDelta, Waiting
from imaginario.images import Image
from imaginario.retry import LONGEST_WAIT, patiently, pause

PICTURE = Painted(Image(b"x", "image/png", 1, 1))


class Clock:
    """Time that passes only in `sleep`, or when an attempt says so."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class Attempts:
    """Plays one script per attempt: events are yielded, errors raised, numbers pass as seconds."""

    def __init__(self, clock: Clock, *scripts: list[Any]) -> None:
        self.clock = clock
        self.scripts = list(scripts)
        self.calls = 0
        self.closed = 0

    async def __call__(self) -> AsyncGenerator[Any, None]:
        self.calls += 1
        try:
            for item in self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]:
                if isinstance(item, Exception):
                    raise item
                if isinstance(item, float):
                    self.clock.now += item
                else:
                    yield item
        finally:
            self.closed += 1


def cold(retry_after: float | None = None) -> EngineWarmingUp:
    return EngineWarmingUp(engine="huggingface", retry_after=retry_after)


async def run(attempts: Attempts, **options: Any) -> list[Any]:
    clock = attempts.clock
    stream = patiently(attempts, clock=clock, sleep=clock.sleep, jitter=lambda: 0.0, **options)
    async with aclosing(stream) as events:
        return [event async for event in events]


async def test_what_works_passes_through_untouched() -> None:
    attempts = Attempts(Clock(), [Progress(0, 1), PICTURE])
    assert await run(attempts) == [Progress(0, 1), PICTURE]
    assert attempts.clock.slept == []


async def test_a_cold_start_counts_down_by_the_second_and_tries_again() -> None:
    attempts = Attempts(Clock(), [cold(2.5)], [PICTURE])
    events = await run(attempts)
    assert events == [
        Waiting("engine_warming_up", 2.5, 1),
        Waiting("engine_warming_up", 1.5, 1),
        Waiting("engine_warming_up", 0.5, 1),
        PICTURE,
    ]
    assert attempts.clock.slept == [1, 1, 0.5]


async def test_without_a_hint_waits_double() -> None:
    attempts = Attempts(Clock(), [cold()], [EngineUnreachable(engine="x")], [cold()], [PICTURE])
    await run(attempts)
    assert attempts.clock.now - 100 == 1 + 2 + 4


async def test_the_number_of_the_failed_attempt_and_its_reason_are_told() -> None:
    attempts = Attempts(Clock(), [cold()], [RateLimited(engine="x", retry_after=1)], [PICTURE])
    waits = [e for e in await run(attempts) if isinstance(e, Waiting)]
    assert [(w.reason, w.attempt) for w in waits] == [("engine_warming_up", 1), ("rate_limited", 2)]


@pytest.mark.parametrize(
    ("attempt", "asked", "jitter", "seconds"),
    [
        (1, None, 0.25, 1.25),
        (4, None, 0.5, 8.5),
        (5000, None, 0.0, LONGEST_WAIT),
        (1, 7.0, 0.5, 7.5),
        (1, 10_000.0, 0.5, LONGEST_WAIT),
        (3, 0.0, 0.0, 1.0),
        (1, -5.0, 0.0, 1.0),
        (2, float("nan"), 0.0, 2.0),
        (2, float("inf"), 0.0, 2.0),
    ],
)
def test_the_pause(attempt: int, asked: float | None, jitter: float, seconds: float) -> None:
    assert pause(attempt, asked, jitter) == seconds


async def test_a_wait_that_does_not_fit_is_cut_short_for_one_last_try() -> None:
    attempts = Attempts(Clock(), [cold(8.0)])
    with pytest.raises(EngineWarmingUp) as caught:
        await run(attempts, budget=10.0)
    assert attempts.calls == 3
    assert attempts.clock.now - 100 == 10.0
    assert caught.value.values["attempts"] == 3
    assert caught.value.values["waited"] == 10


async def test_the_time_of_the_attempts_counts_too() -> None:
    attempts = Attempts(Clock(), [40.0, cold(1.0)])
    with pytest.raises(EngineWarmingUp):
        await run(attempts, budget=50.0)
    assert attempts.calls == 2


async def test_without_a_budget_one_attempt_is_all() -> None:
    attempts = Attempts(Clock(), [cold()])
    with pytest.raises(EngineWarmingUp):
        await run(attempts, budget=0.0)
    assert attempts.calls == 1
    assert attempts.clock.slept == []


async def test_what_will_not_pass_is_raised_at_once() -> None:
    attempts = Attempts(Clock(), [Unauthorized(engine="x")])
    with pytest.raises(Unauthorized):
        await run(attempts)
    assert attempts.calls == 1


@pytest.mark.parametrize("delivered", [PICTURE, TextDelta("Once")])
async def test_nothing_is_repeated_once_something_was_delivered(delivered: Any) -> None:
    attempts = Attempts(Clock(), [delivered, cold()])
    with pytest.raises(Retryable) as caught:
        await run(attempts)
    assert attempts.calls == 1
    assert caught.value.values["attempts"] == 1


async def test_progress_is_no_delivery() -> None:
    attempts = Attempts(Clock(), [Progress(0, 1), cold()], [PICTURE])
    assert (await run(attempts))[-1] == PICTURE


async def test_jitter_lengthens_the_wait() -> None:
    clock = Clock()
    attempts = Attempts(clock, [cold()], [PICTURE])
    stream = patiently(attempts, clock=clock, sleep=clock.sleep, jitter=lambda: 0.5)
    assert [e.seconds async for e in stream if isinstance(e, Waiting)] == [1.5, 0.5]


async def test_closing_in_the_countdown_stops_everything() -> None:
    attempts = Attempts(Clock(), [cold(30.0)], [PICTURE])
    stream = patiently(attempts, clock=attempts.clock, sleep=attempts.clock.sleep)
    assert isinstance(await anext(stream), Waiting)
    await stream.aclose()
    assert (attempts.calls, attempts.clock.slept) == (1, [])


async def test_closing_in_an_attempt_closes_the_attempt() -> None:
    attempts = Attempts(Clock(), [Progress(0, 1), PICTURE])
    stream = patiently(attempts, clock=attempts.clock, sleep=attempts.clock.sleep)
    await anext(stream)
    await stream.aclose()
    assert attempts.closed == 1


async def test_cancelling_interrupts_the_sleep() -> None:
    asleep = asyncio.Event()

    async def sleep(_: float) -> None:
        asleep.set()
        await asyncio.Event().wait()

    async def drain() -> None:
        async with aclosing(patiently(attempts, clock=attempts.clock, sleep=sleep)) as events:
            async for _ in events:
                pass

    attempts = Attempts(Clock(), [cold(30.0)])
    task = asyncio.create_task(drain())
    await asleep.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert attempts.calls == 1
