"""From draft and order to the request: what the model can't obey is left out, and that is remembered."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from imaginario import pictures
from imaginario.errors import EmptyPrompt
from imaginario.events import Note, Painted
from imaginario.images import Image, ImageRequest, Margins, ModelCard, Param, Task
from imaginario.painting.easel import Canvas
from imaginario.painting.order import Order

SEEDS = 2**31 - 1
MAX_SEED = 2**32
PICTURES = frozenset({Param.IMAGE, Param.MASK_IMAGE, Param.OUTPAINT})
"""Without these an edit would be another picture: they are never dropped."""


def foreseen(canvas: Canvas) -> tuple[Note, ...]:
    """Refuse what can be refused before an assistant or a provider is paid; notes tell of the pictures.

    Blocks on picture work. Raises `UnusableImage`, and what the engine foresees.
    """
    order, card, image = canvas.order, canvas.card, canvas.order.image
    notes: list[Note] = []
    if image is not None:
        pictures.check_sides(image, card.max_side)
    if image is not None and order.outpaint is not None:
        pictures.room_for(image, order.outpaint)
    elif image is not None and order.mask is not None:
        pictures.as_mask(order.mask, (image.width, image.height))
        if not pictures.is_alike(order.mask, (image.width, image.height)):
            sizes = {"mask": _told(order.mask), "picture": _told(image)}
            notes.append(Note("painting.mask_stretched", sizes))
    canvas.engine.foresee(_sketch(order, card))
    return tuple(notes)


def _sketch(order: Order, card: ModelCard) -> ImageRequest:
    """The request as far as it is known before a prompt is written: the same task, the same pictures."""
    if order.image is None:  # there is nothing to mask or to widen
        order = replace(order, mask=None, outpaint=None)
    padded = order.outpaint is not None and Task.OUTPAINTING not in card.tasks
    return ImageRequest(
        prompt=order.idea,
        model=card.id,
        scheduler=order.scheduler,
        image=order.image,
        mask_image=order.image if padded else order.mask,  # the real mask is as large as the padded picture
        outpaint=None if padded else order.outpaint,
        control_image=order.control_image,
    )


def fill_request(canvas: Canvas) -> tuple[Note, ...]:
    """Fill in request, asked and ignored of a canvas; what was done to the pictures comes back as notes.

    Blocks on picture work. Raises `UnusableImage`.
    """
    order, card = canvas.order, canvas.card
    asked = _request(canvas)
    kept, dropped = asked.only(card.supports | PICTURES)
    if kept.seed is None and Param.SEED in card.supports:
        kept = replace(kept, seed=secrets.randbelow(SEEDS))
    canvas.request, notes = _fitted(kept, card)
    canvas.asked = _asked_for(order, asked)
    unmet = [p.value for p in dropped]
    if order.style and canvas.style is None:
        canvas.asked["style"] = order.style
        unmet.append("style")
    if order.model and order.model != card.id:
        canvas.asked["model"] = order.model
        unmet.append("model")
        notes = (*notes, Note("painting.no_model", {"model": order.model, "other": card.title or card.id}))
    if not {"width", "height"}.isdisjoint(unmet):
        unmet.append("aspect_ratio")
    canvas.ignored = tuple(name for name in unmet if name in canvas.asked)
    return notes


def _request(canvas: Canvas) -> ImageRequest:
    """Everything that was asked for, whether or not the model obeys it."""
    order, card, style = canvas.order, canvas.card, canvas.style
    prompt = style.apply(canvas.draft.prompt) if style else canvas.draft.prompt
    if not prompt.strip() and order.outpaint is None:
        raise EmptyPrompt(command="/imagine" if order.image is None else "/edit")
    parts = [order.negative_prompt, canvas.draft.negative_prompt, style.negative if style else ""]
    width, height = _size(order, card)
    return ImageRequest(
        prompt=prompt,
        model=card.id,
        negative_prompt=", ".join(p.strip(" ,") for p in parts if p.strip(" ,")) or None,
        width=width,
        height=height,
        num_inference_steps=order.steps,
        guidance_scale=order.guidance,
        scheduler=order.scheduler,
        seed=order.seed,
        num_images_per_prompt=order.count,
        image=order.image,
        mask_image=order.mask if order.image is not None and order.outpaint is None else None,
        strength=order.strength,
        image_guidance_scale=order.image_guidance,
        control_image=order.control_image,
        reference_images=(order.images or None) if order.image is not None else None,
        outpaint=order.outpaint if order.image is not None else None,
    )


def _fitted(request: ImageRequest, card: ModelCard) -> tuple[ImageRequest, tuple[Note, ...]]:
    """The pictures of a request as the model can take them: not too large, mask and picture alike."""
    if request.image is None:
        return request, ()
    if request.outpaint is not None and Task.OUTPAINTING not in card.tasks:
        image, mask = pictures.padded(request.image, request.outpaint)
        request = replace(request, image=image, mask_image=mask, outpaint=None)
    image = pictures.at_most(request.image, card.max_side) if request.image else request.image
    mask = request.mask_image
    if mask is not None and image is not None:
        mask = pictures.as_mask(mask, (image.width, image.height))
    notes = ()
    if image is not None and request.image is not None and image.width != request.image.width:
        sizes = [f"{i.width} x {i.height}" for i in (request.image, image)]
        notes = (Note("painting.scaled", {"was": sizes[0], "now": sizes[1]}),)
    return replace(request, image=image, mask_image=mask), notes


def _asked_for(order: Order, request: ImageRequest) -> dict[str, Any]:
    """The controls the person set; what was filled in for them does not count as asked."""
    asked = shown(request)
    if not order.negative_prompt:
        asked.pop(Param.NEGATIVE_PROMPT.value, None)
    else:
        asked[Param.NEGATIVE_PROMPT.value] = order.negative_prompt
    for side in ("width", "height"):
        asked.pop(side, None)
    if order.size is not None:
        asked["width"], asked["height"] = order.size
    elif order.ratio is not None:
        asked["aspect_ratio"] = f"{order.ratio[0]:g}:{order.ratio[1]:g}"
    return asked


def _size(order: Order, card: ModelCard) -> tuple[int | None, int | None]:
    """Sides in pixels that the model can paint: as asked, else the ratio at the model's usual area."""
    if order.size is not None:
        return card.fitting(*order.size)
    if order.ratio is not None:
        return card.shaped(*order.ratio)
    return None, None


def sent(canvas: Canvas, event: Painted) -> dict[str, Any]:
    """What was sent for this picture: of several, each has a seed of its own."""
    left_out = event.details.get("provider_ignored", ())
    told = {name: value for name, value in shown(canvas.request).items() if name not in left_out}
    if "seed" in told and canvas.request.seed is not None:
        told["seed"] = (canvas.request.seed + event.index) % MAX_SEED
    # An engine whose provider knows fewer seeds says which one it sent.
    return told | dict(event.details.get("sent", {}))


def shown(request: ImageRequest) -> dict[str, Any]:
    """The controls of a request as JSON-ready values; pictures by their size in pixels."""
    return {p.value: _told(value) for p, value in request.asked().items()}


def _told(value: Any) -> Any:
    if isinstance(value, Image):
        return f"{value.width}x{value.height}"
    if isinstance(value, Margins):
        return {side: pixels for side, pixels in asdict(value).items() if pixels}
    if isinstance(value, tuple):
        return len(value)
    return dict(value) if isinstance(value, Mapping) else value
