"""Patience: the same attempt again while there is hope and time, with the wait told second by second."""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from typing import TypeVar

from imaginario.errors import Retryable
from imaginario.events import Note, Progress, Waiting

E = TypeVar("E")

LONGEST_WAIT = 60.0
"""Seconds between two attempts at most, whatever the provider estimates."""
_SHORTEST_WAIT = 1.0
_TICK = 1.0
_NEARLY_NOTHING = 0.05  # seconds; below that another tick would only flicker


async def patiently(
    attempt: Callable[[], AsyncGenerator[E, None]],
    *,
    budget: float = 300.0,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    jitter: Callable[[], float] = random.random,
) -> AsyncGenerator[E | Waiting, None]:
    """Stream an attempt's events; when it fails in passing, count down and try again.

    `budget` is the seconds all attempts and waits may take together: a wait that does not fit is cut
    short for one last attempt. Once an attempt has delivered a picture or words
    it is not repeated: no picture is paid twice, no sentence said twice. Nor is what a wait won't mend.
    The error that ends it gets the values `attempts` and `waited` (seconds).
    """
    start, waited, attempts, last = clock(), 0.0, 0, False
    while True:
        attempts += 1
        delivered = False
        try:
            async with aclosing(attempt()) as events:
                async for event in events:
                    delivered = delivered or not isinstance(event, Progress | Waiting | Note)
                    yield event
            return
        except Retryable as error:
            failure = error
        left = budget - (clock() - start)
        if delivered or last or left <= 0 or failure.lasting:
            failure.values.update(attempts=attempts, waited=round(waited))
            raise failure
        wait = pause(attempts, failure.retry_after, jitter())
        last, wait = wait >= left, min(wait, left)
        async with aclosing(_countdown(failure.sentence, wait, attempts, clock, sleep)) as ticks:
            async for tick in ticks:
                yield tick
        waited += wait


def pause(attempt: int, retry_after: float | None, jitter: float) -> float:
    """Seconds to wait after failed attempt number `attempt`: what the provider asked for, or 1, 2, 4, ..."""
    asked = retry_after is not None and math.isfinite(retry_after)
    base = max(_SHORTEST_WAIT, retry_after or 0.0) if asked else 2.0 ** min(attempt - 1, 10)
    return min(LONGEST_WAIT, base + jitter)


async def _countdown(
    reason: str,
    seconds: float,
    attempt: int,
    clock: Callable[[], float],
    sleep: Callable[[float], Awaitable[None]],
) -> AsyncGenerator[Waiting, None]:
    until = clock() + seconds
    while (left := until - clock()) > _NEARLY_NOTHING:
        yield Waiting(reason, left, attempt)
        await sleep(min(_TICK, left))
