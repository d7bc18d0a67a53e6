"""The painting itself: the engine's events within one budget, each picture checked, completed and kept."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from functools import partial

from imaginario.chat import Session
from imaginario.errors import EngineFailed, Retryable
from imaginario.events import Adjusted, EngineEvent, Painted, TurnEvent, Working
from imaginario.images import ImageRequest
from imaginario.painting import asking, keeping
from imaginario.painting.easel import Canvas
from imaginario.painting.order import Services
from imaginario.retry import patiently


async def paint(services: Services, canvas: Canvas, session: Session) -> AsyncGenerator[TurnEvent, None]:
    """Paint what the canvas requests and keep every picture that comes."""
    yield Working("painting", canvas.engine.name, canvas.card.id)
    start, painted = services.clock(), False
    async with aclosing(_strokes(services, canvas)) as strokes:
        async for event in strokes:
            if not isinstance(event, Painted):
                yield event
                continue
            painted = True
            canvas.timings["painting"] = round(services.clock() - start, 3)
            event = await keeping.completed(canvas, event)
            yield _got(canvas, event)
            for note in event.notes:
                yield note
            async with aclosing(keeping.kept(services, canvas, event, session)) as keeps:
                async for kept in keeps:
                    yield kept
            start = services.clock()
    if not painted:
        raise EngineFailed(engine=canvas.engine.name, model=canvas.card.id, detail="no_picture")


async def _strokes(services: Services, canvas: Canvas) -> AsyncGenerator[EngineEvent, None]:
    """The engine's events, within one budget; a picture that was delivered is not asked for again."""
    request, end = canvas.request, services.clock() + services.wait_budget
    wanted, done = request.num_images_per_prompt or 1, 0
    while done < wanted:
        left, before = _rest(request, done), done
        patience = max(0.0, end - services.clock())
        try:
            async with aclosing(patiently(partial(canvas.engine.generate, left), budget=patience)) as events:
                async for event in events:
                    if isinstance(event, Painted):
                        event = replace(event, index=done)
                        done += 1
                    yield event
            return
        except Retryable:
            if done == before:
                raise


def _rest(request: ImageRequest, done: int) -> ImageRequest:
    """The request for the pictures still to come; each has its own seed, one after another."""
    if not done:
        return request
    seed = None if request.seed is None else (request.seed + done) % asking.MAX_SEED
    return replace(request, seed=seed, num_images_per_prompt=(request.num_images_per_prompt or 1) - done)


def _got(canvas: Canvas, event: Painted) -> Adjusted:
    """What came of the controls, the provider's own omissions included."""
    size = {"width": event.image.width, "height": event.image.height}
    got = {**size, "seed": event.seed, **event.details.get("got", {})}
    skipped = tuple(p for p in event.details.get("provider_ignored", ()) if p not in canvas.ignored)
    canvas.ignored += tuple(p for p in skipped if p in canvas.asked)
    known = {k: v for k, v in got.items() if v is not None}
    return Adjusted(canvas.asked, asking.sent(canvas, event), canvas.ignored, known)
