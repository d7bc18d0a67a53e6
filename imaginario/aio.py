"""Async tools: streams that close at once, and blocking calls kept off the event loop."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import threading
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable
from typing import Generic, ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")

PATIENCE = 3
"""How many times the silence that a connection may have a whole answer may take."""


async def pump(source: Callable[[], Awaitable[AsyncIterable[T]]]) -> AsyncGenerator[T, None]:
    """Iterate an SDK's stream in a task of its own.

    Some SDK streams keep their connection open after `aclose` until the garbage collector runs, but all
    of them let go when the task inside their await is cancelled; closing this generator does that.
    """
    queue: asyncio.Queue[tuple[bool, T | BaseException | None]] = asyncio.Queue(maxsize=64)

    async def run() -> None:
        try:
            async for item in await source():
                await queue.put((True, item))
        except Exception as error:  # handed to the reader, who raises it
            await queue.put((False, error))
        else:
            await queue.put((False, None))

    task = asyncio.create_task(run())
    try:
        while True:
            more, item = await queue.get()
            if more:
                yield item  # type: ignore[misc]  # True always comes with an item
            elif isinstance(item, BaseException):
                raise item
            else:
                return
    finally:
        await stop(task)


async def stop(task: asyncio.Task[object]) -> None:
    """Cancel a task and wait until it is over, swallowing how it ended."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


class Kept(Generic[T]):
    """Connections that are opened at the first use and then kept.

    They belong to an event loop, so another loop gets other ones. `opener` may block: it runs in a thread.
    """

    def __init__(self, opener: Callable[[], T], closer: Callable[[T], Awaitable[object]]) -> None:
        self._opener, self._closer = opener, closer
        self._opened: tuple[asyncio.AbstractEventLoop, T] | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is anything to close."""
        return self._opened is not None

    async def get(self) -> T:
        """What is open in the running loop. Raises what `opener` raises."""
        if (opened := self._here()) is not None:
            return opened[1]
        fresh = await in_thread(self._opener)
        if (opened := self._here()) is not None:
            await self._closer(fresh)  # somebody else was faster
            return opened[1]
        self._opened = asyncio.get_running_loop(), fresh
        return fresh

    async def aclose(self) -> None:
        """Close it; the next use opens it anew. What belongs to another loop can only be let go."""
        opened, self._opened = self._here(), None
        if opened is not None:
            await self._closer(opened[1])

    def _here(self) -> tuple[asyncio.AbstractEventLoop, T] | None:
        opened = self._opened
        return opened if opened is not None and opened[0] is asyncio.get_running_loop() else None


async def in_thread(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a blocking call in a worker thread.

    When the awaiting task is cancelled the call runs to its own end unseen: give it a time-out or a flag.
    """
    return await asyncio.to_thread(call, *args, **kwargs)


async def detached(call: Callable[[], T]) -> T:
    """Run a blocking call in a daemon thread of its own, and stop waiting for it at once when cancelled.

    For calls of minutes to other people's servers: they don't take the few worker threads from everyone
    else, and one that never returns does not keep the program from ending.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def tell(result: T | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]  # None only where T is

    def run() -> None:
        result, failure = None, None
        try:
            result = call()
        except BaseException as error:  # handed to the one who waits
            # a future takes no StopIteration
            failure = RuntimeError(repr(error)) if isinstance(error, StopIteration) else error
        with contextlib.suppress(RuntimeError):  # the loop has closed: nobody waits
            loop.call_soon_threadsafe(tell, result, failure)

    context = contextvars.copy_context()
    threading.Thread(target=context.run, args=(run,), name="detached", daemon=True).start()
    return await future
