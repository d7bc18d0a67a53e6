"""The one pipeline from an idea to a saved picture; everything that paints goes through here.

`order` says what was ordered and with whom, `easel` chooses who paints, `writing` gets the prompt,
`asking` turns both into a request, `strokes` paints it, `keeping` saves it with its recipe.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from imaginario.aio import in_thread
from imaginario.chat import Session
from imaginario.events import Adjusted, Proposed, TurnEvent
from imaginario.images import Param
from imaginario.painting import asking, easel, strokes, writing
from imaginario.painting.order import AUTO, Order, Place, Services

__all__ = ["AUTO", "Order", "Place", "Services", "imagine"]


async def imagine(services: Services, order: Order, session: Session) -> AsyncGenerator[TurnEvent, None]:
    """Carry out one order: write, adjust, paint, save. Where the prompt is to be seen first, it ends there.

    Raises `UserError`, `SetupError`, `EngineError`, `GalleryError`. Close it to stop everything.
    """
    order = order.with_controls(session.choices.controls)
    canvas = easel.prepared(services, order, session.choices)
    for note in (*order.notes, *canvas.notes, *await in_thread(asking.foreseen, canvas)):
        yield note
    async with aclosing(writing.write(services, canvas, session)) as words:
        async for event in words:
            yield event
    for note in await in_thread(asking.fill_request, canvas):
        yield note
    sent = asking.shown(canvas.request)
    if _waits(canvas):
        if order.seed is None:
            sent.pop(Param.SEED.value, None)  # drawn anew when it is painted
        yield Adjusted(canvas.asked, sent, canvas.ignored)
        yield Proposed(easel.written(canvas), canvas.engine.name, canvas.card.title or canvas.card.id)
        return
    yield Adjusted(canvas.asked, sent, canvas.ignored)
    async with aclosing(strokes.paint(services, canvas, session)) as events:
        async for event in events:
            yield event


def _waits(canvas: easel.Canvas) -> bool:
    """Whether the prompt is to be seen first: only one that an assistant wrote and nobody has agreed to."""
    if canvas.assistant is not None:
        return canvas.order.ask or canvas.choices.ask_first
    return canvas.order.ask and any(canvas.order.written_by)
