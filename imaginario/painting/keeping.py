"""A painted picture completed and kept: what a mask left out put back, the recipe inside."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from imaginario import __version__, imaging, pictures, pngfile
from imaginario.aio import in_thread
from imaginario.chat import Session
from imaginario.events import Note, Painted, Saved, TurnEvent
from imaginario.images import Image
from imaginario.painting.asking import sent
from imaginario.painting.easel import Canvas, author
from imaginario.painting.order import Services
from imaginario.recipe import Recipe

NOT_KEPT = ("label", "provider_ignored", "sent")
"""Details of a picture that have places of their own in a recipe."""


async def completed(canvas: Canvas, event: Painted) -> Painted:
    """The event with everything outside the mask as it was, bit for bit, whatever the engine made of it."""
    order = canvas.order
    if order.image is None or (order.mask is None and order.outpaint is None):
        return event
    if order.outpaint is not None:
        image = await in_thread(pictures.inside_kept, order.image, event.image, order.outpaint)
    else:
        image = await in_thread(pictures.outside_kept, order.image, event.image, order.mask)
    return replace(event, image=image)


async def kept(
    services: Services, canvas: Canvas, event: Painted, session: Session
) -> AsyncGenerator[TurnEvent, None]:
    """Put the recipe into the picture and the picture into the gallery."""
    recipe = _recipe(canvas, event)
    image = await in_thread(_with_recipe, event.image, recipe)
    picture = await services.gallery.add(
        session.owner, image, filename=recipe.filename(), recipe=recipe.to_dict()
    )
    yield Saved(picture.id, image, picture.recipe, picture.filename)
    if not picture.lasting:
        yield Note("gallery.only_now")
    if picture.most:
        yield Note("gallery.made_room", {"limit": picture.most})


def _with_recipe(image: Image, recipe: Recipe) -> Image:
    png = imaging.as_png(image)
    return replace(png, data=pngfile.with_texts(png.data, recipe.texts()))


def _recipe(canvas: Canvas, event: Painted) -> Recipe:
    order, draft = canvas.order, canvas.draft
    assistant, assistant_model = author(canvas)
    label = str(event.details.get("label", ""))
    details: dict[str, Any] = {k: v for k, v in event.details.items() if k not in NOT_KEPT and v != {}}
    if order.image is not None:
        details = {"task": order.task.value, "source": order.source, **details}
    if order.compared is not None:
        details |= order.compared.told()
    return Recipe(
        idea=order.idea,
        language=canvas.choices.language,
        draft=draft,
        prompt=canvas.request.prompt,
        negative_prompt=canvas.request.negative_prompt or "",
        style=canvas.style.id if canvas.style else "",
        engine=canvas.engine.name,
        model=canvas.card.id,
        provider=event.provider,
        assistant=assistant,
        assistant_model=assistant_model,
        seed=event.seed,
        width=event.image.width,
        height=event.image.height,
        asked=canvas.asked,
        sent=sent(canvas, event),
        ignored=canvas.ignored,
        timings=dict(canvas.timings),
        label=label,
        details=details,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        version=__version__,
    )
