"""One painting in a thread of its own, told to the event loop step by step, stopped between two steps."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import Path
from typing import Any

from imaginario import aio, errors
from imaginario.engines._diffusers import asking, colours, facts, sdk
from imaginario.engines._diffusers.bench import Bench, Loaded, border
from imaginario.events import EngineEvent, Note, Painted, Progress
from imaginario.images import ImageRequest, Param, Task

PREVIEW_SECONDS = 0.4
"""The least time between two previews."""


class Stopped(Exception):
    """Nobody waits for this picture any more."""


class Sitting:
    """All pictures of one request. `lock` is held while the bench is used; the thread takes and frees it."""

    def __init__(
        self,
        request: ImageRequest,
        card: facts.LocalCard,
        folder: Path,
        guide: tuple[str, str, Path] | None,
        bench: Bench,
        lock: threading.Lock,
    ) -> None:
        self._request, self._card, self._folder, self._guide = request, card, folder, guide
        self._bench, self._lock = bench, lock
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[EngineEvent | None] = asyncio.Queue()
        self._stopped = threading.Event()
        self._shown = 0.0

    async def events(self) -> AsyncGenerator[EngineEvent, None]:
        """Progress and pictures; raises what painting raises. Closed early, it ends at its next step."""
        task = asyncio.create_task(aio.detached(self._work))
        task.add_done_callback(lambda _: self._queue.put_nowait(None))
        try:
            while (event := await self._queue.get()) is not None:
                yield event
            await task
        finally:
            self._stopped.set()
            await aio.stop(task)

    def _work(self) -> None:
        """In the thread: take the turn, load, paint."""
        if not self._lock.acquire(blocking=False):
            self._tell(Progress(0, 1, "queued"))
            while not self._lock.acquire(timeout=0.1):
                if self._stopped.is_set():
                    return
        try:
            self._paint()
        except Stopped:
            return
        finally:
            self._lock.release()

    def _paint(self) -> None:
        self._tell(Progress(0, 1, "loading"))
        name = self._card.id
        held = self._bench.model(name, self._folder)
        self._go_on()
        guide = None if self._guide is None else (self._guide[1], self._guide[2])
        first = self._request.seed
        for index in range(max(1, self._request.num_images_per_prompt or 1)):
            seed = None if first is None else (first + index) % 2**32
            self._tell(self._somehow(held, guide, index, seed))

    def _somehow(self, held: Loaded, guide: tuple[str, Path] | None, index: int, seed: int | None) -> Painted:
        """One picture; where memory or half precision is not enough for it, more slowly."""
        notes: tuple[Note, ...] = ()
        while True:
            try:
                painted = self._one(held, guide, index, seed)
                return replace(painted, notes=(*painted.notes, *notes))
            except (errors.NumericalFault, errors.EngineFailed) as error:
                if not (note := self._eased(held, error)):
                    raise
                notes += (note,)

    def _eased(self, held: Loaded, error: errors.EngineError) -> Note | None:
        """What was done about a failure so that the next try may do better; None = nothing can be."""
        with border(self._card.id):
            if isinstance(error, errors.NumericalFault):
                return Note("local.sharpened") if self._bench.use_float32(held) else None
            if error.values["detail"] == "out_of_memory" and self._bench.offload(held):
                return Note("local.turns")
        return None

    def _one(self, held: Loaded, guide: tuple[str, Path] | None, index: int, seed: int | None) -> Painted:
        torch, pipe = sdk.torch(), self._bench.view(self._card.id, held, self._request.task, guide)
        request = replace(self._request, seed=seed)
        with border(self._card.id):
            self._schedule(pipe)
            wish = asking.wish(request, self._card, pipe, self._guide[0] if self._guide else "")
            generator = torch.Generator("cpu")
            seed = generator.seed() % 2**32 if seed is None else seed
            wish.arguments["generator"] = generator.manual_seed(seed)
            answer = self._answer(pipe, held, wish)
        image = asking.picture(answer, self._card.id)
        notes = wish.notes if index == 0 else ()
        return Painted(
            image,
            seed=seed,
            index=index,
            details={
                "provider_ignored": list(wish.ignored),
                "got": wish.got,
                "computed_on": held.computed_on,
                **wish.details,
            },
            notes=notes,
        )

    def _answer(self, pipe: Any, held: Loaded, wish: asking.Wish) -> Any:
        told = {"callback_on_step_end": self._step(held)} if wish.steps_told else {}
        try:
            return pipe(**wish.arguments, **told)
        except BaseException:
            self._bench.tidy(held)
            raise

    def _schedule(self, pipe: Any) -> None:
        """Set the scheduler that was asked for, or that suits the model; else its own stays."""
        asked = self._request.scheduler if Param.SCHEDULER in self._card.supports else None
        if name := asked or self._card.scheduler:
            kind, options = facts.scheduler(name)
            pipe.scheduler = getattr(sdk.diffusers(), kind).from_config(pipe.scheduler.config, **options)

    def _step(self, held: Loaded) -> Any:
        """What the pipeline calls after each step."""
        done = 0

        def told(pipe: Any, step: int, when: Any, given: dict[str, Any]) -> dict[str, Any]:
            nonlocal done
            self._go_on()
            done += 1
            total = max(done, getattr(pipe, "num_timesteps", done))
            last = done == total
            preview = None if last else self._preview(pipe, held, given.get("latents"))
            self._tell(Progress(done, total, "finish" if last else "", preview))
            return given

        return told

    def _preview(self, pipe: Any, held: Loaded, latents: Any) -> Any:
        if latents is None or time.monotonic() - self._shown < PREVIEW_SECONDS:
            return None
        if not held.looked:
            held.looked, held.colours = True, colours.fitted(pipe.vae)
        shown = held.colours.shown(latents) if held.colours else None
        self._shown = time.monotonic()
        return shown

    def _go_on(self) -> None:
        if self._stopped.is_set():
            raise Stopped

    def _tell(self, event: EngineEvent) -> None:
        self._go_on()
        self._loop.call_soon_threadsafe(self._queue.put_nowait, event)


def is_possible(request: ImageRequest, card: facts.LocalCard) -> bool:
    """Whether the model can do the task of a request at all."""
    return request.task in card.tasks and (request.task is not Task.OUTPAINTING)
