"""The engine that is always there: it reads the words by its own vocabulary, and paints or edits by rules."""

from __future__ import annotations

import asyncio
import io
import os
import secrets
import threading
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING

from imaginario.aio import in_thread
from imaginario.engines.base import ImageEngine
from imaginario.events import EngineEvent, Note, Painted, Progress
from imaginario.images import Image, ImageRequest, ModelCard

from . import cards, memory
from .cards import CARD, CARDS, SIDES

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

    from .compose import Painting
    from .spec import SceneSpec

LABEL = "built-in sketch, not AI"
MOST = 8
"""Pictures painted for one request."""
SEEDS = 2**31
STAGES = ("sky", "scene", "subjects", "style")
"""Words for the steps of a painting, in order; a face looks them up. Edits have words of their own."""


class BuiltinEngine(ImageEngine):
    """Paints on this machine: no key, no network, no model to load."""

    name = "builtin"
    title = "Built-in"
    rank = 100

    def __init__(self) -> None:
        # More paintings at a time than cores would only make each of them slower.
        self._turns = asyncio.Semaphore(os.cpu_count() or 1)

    async def models(self) -> tuple[ModelCard, ...]:
        """The storybook, and the same painter bound to one look."""
        return CARDS

    def card(self, model: str) -> ModelCard:
        """The card of a model; the storybook's for what there is none of."""
        return cards.card(model)

    def fallback_models(self) -> tuple[ModelCard, ...]:
        """As `models`: there is nobody to ask."""
        return CARDS

    async def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        """Paint each picture from its own seed, telling of every step."""
        spec = await in_thread(_read, request) if request.image is None else None
        first = secrets.randbelow(SEEDS) if request.seed is None else request.seed
        for index in range(max(1, min(MOST, request.num_images_per_prompt or 1))):
            sitting = _Sitting(request, spec, (first + index) % 2**32, index)
            async with aclosing(sitting.events(self._turns)) as events:
                async for event in events:
                    yield event


class _Stopped(Exception):
    """Nobody waits for this picture any more."""


class _Sitting:
    """One picture being painted in a thread, told to the event loop as it grows."""

    def __init__(self, request: ImageRequest, spec: SceneSpec | None, seed: int, index: int) -> None:
        self._request, self._spec, self._seed, self._index = request, spec, seed, index
        self._queue: asyncio.Queue[EngineEvent | None] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._stopped = threading.Event()
        self._begun = False

    async def events(self, turns: asyncio.Semaphore) -> AsyncGenerator[EngineEvent, None]:
        """Progress, then the picture; raises what the painter raises.

        Closed early, it stops the painter at its next step and waits for that.
        """
        task = asyncio.create_task(self._take_turn(turns))
        try:
            while (event := await self._queue.get()) is not None:
                yield event
            await task
        finally:
            self._stopped.set()
            if not self._begun:
                task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _take_turn(self, turns: asyncio.Semaphore) -> None:
        """Paint when it is our turn; a reader who is slow to take the events holds up nobody."""
        try:
            async with turns:
                self._begun = True
                await in_thread(self._work)
        finally:
            self._queue.put_nowait(None)

    def _work(self) -> None:
        """In the thread: paint or edit, and encode."""
        memory.settle()
        try:
            self._tell(self._edited() if self._spec is None else self._painted(self._spec))
        except _Stopped:
            return
        finally:
            memory.give_back()

    def _painted(self, spec: SceneSpec) -> Painted:
        from .compose import paint

        width, height = size(self._request)
        painting = paint(
            spec,
            width=width,
            height=height,
            seed=self._seed,
            steps=self._request.num_inference_steps,
            guidance=self._request.guidance_scale,
            on_progress=lambda step, steps, seen: self._progress(step, steps, STAGES[step - 1], seen),
        )
        return _painted(painting, self._seed, self._index)

    def _edited(self) -> Painted:
        from .editing import edit

        done = edit(self._request, self._seed, self._index, self._progress)
        details = {"label": LABEL, **done.details}
        return Painted(_png(done.image), done.seed, self._index, details=details, notes=done.notes)

    def _progress(self, step: int, steps: int, stage: str, preview: Picture | None) -> None:
        if self._stopped.is_set():
            raise _Stopped
        self._tell(Progress(step, steps, stage, None if preview is None else _jpeg(preview)))

    def _tell(self, event: EngineEvent) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._queue.put_nowait, event)


def size(request: ImageRequest) -> tuple[int, int]:
    """The sides to paint, in pixels, kept between 256 and 2048; one alone makes a square."""
    width = request.width or request.height or CARD.default_size[0]
    height = request.height or request.width or CARD.default_size[1]
    low, high = SIDES
    return min(high, max(low, width)), min(high, max(low, height))


def _read(request: ImageRequest) -> SceneSpec:
    from .words import read

    spec = read(request.prompt, request.negative_prompt)
    look = cards.LOOKS.get(request.model)
    # A negative prompt may name the look itself, such as "no watercolor": the model was chosen for it.
    return replace(spec, style=look, avoid=tuple(a for a in spec.avoid if a != look)) if look else spec


def _painted(painting: Painting, seed: int, index: int) -> Painted:
    details = {
        "label": LABEL,
        "drawn": list(painting.drawn),
        "not_drawn": [getattr(thing, "raw", thing) for thing in painting.not_drawn],
        "spec": painting.spec.to_dict(),
    }
    return Painted(_png(painting.image), seed, index, details=details, notes=_notes(painting))


def _notes(painting: Painting) -> tuple[Note, ...]:
    from . import accounts, naming

    told = []
    if painting.not_drawn:
        told.append(Note("builtin.not_drawn", {"things": naming.listing(painting.not_drawn)}))
    if instead := accounts.stand_ins(painting.spec):
        told.append(Note("builtin.stand_ins", {"things": naming.pairs(instead)}))
    if places := accounts.likenesses(painting.spec):
        told.append(Note("builtin.landmarks", {"places": naming.listing(places)}))
    return tuple(told)


def _png(picture: Picture) -> Image:
    # Run-length matching (zlib's Z_RLE) takes half the time of the usual one; painted textures hardly
    # repeat, so files are no larger.
    data = io.BytesIO()
    picture.save(data, "PNG", compress_level=1, compress_type=3)
    return Image(data.getvalue(), "image/png", *picture.size)


def _jpeg(picture: Picture) -> Image:
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=72)
    return Image(data.getvalue(), "image/jpeg", *picture.size)
