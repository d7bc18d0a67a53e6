"""Pictures asked of OpenAI's images API: the request in its words, and its answer read."""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Mapping
from typing import Any

from imaginario import errors, imaging
from imaginario.engines._openai import facts
from imaginario.engines._openai.borders import ENGINE
from imaginario.images import Image, ImageRequest, ModelCard, Param, Task

SENDABLE = ("image/png", "image/jpeg", "image/webp")
KNOBS = (Param.SEED, Param.NEGATIVE_PROMPT, Param.NUM_INFERENCE_STEPS, Param.GUIDANCE_SCALE)
"""Controls that OpenAI does not have and other servers may."""
SPARE = ("response_format", *(knob.value for knob in KNOBS))
"""Fields that are left out when a server refuses them."""


def fields(request: ImageRequest, card: ModelCard) -> dict[str, Any]:
    """Everything but the pictures, in the words of the images API; None where nothing is to be said."""
    knobs = {knob.value: getattr(request, knob.value) for knob in KNOBS}
    told: dict[str, Any] = {
        "model": request.model,
        "prompt": request.prompt,
        "size": _size(request, card),
        "response_format": None if facts.is_batch(request.model) else "b64_json",
        **knobs,
    }
    return {name: value for name, value in told.items() if value is not None}


def call(wanted: Mapping[str, Any], count: int, files: Mapping[str, Any]) -> dict[str, Any]:
    """The SDK's arguments: what it has no name for goes into the body as it is."""
    known = {k: v for k, v in wanted.items() if k not in {knob.value for knob in KNOBS}}
    extra = {k: v for k, v in wanted.items() if k not in known}
    several = {"n": count} if count > 1 else {}
    return {**known, **several, **files, **({"extra_body": extra} if extra else {})}


def files(request: ImageRequest) -> dict[str, Any]:
    """The pictures as parts of a form, the one to change first. Blocks on picture work."""
    if request.task is Task.TEXT_TO_IMAGE and not request.reference_images:
        return {}
    first = () if request.image is None else (request.image,)
    pictures = (*first, *(request.reference_images or ()))[: facts.MOST_PICTURES]
    masked = request.mask_image is not None
    parts = [_part(f"image-{n}", _sendable(p, as_png=masked)) for n, p in enumerate(pictures, 1)]
    told: dict[str, Any] = {"image": parts if len(parts) > 1 else parts[0]}
    if request.mask_image is not None:
        told["mask"] = _part("mask", see_through(request.mask_image))
    return told


def left_out(request: ImageRequest, refused: tuple[str, ...]) -> tuple[str, ...]:
    """The controls that could not be obeyed whole, what the server refused among them."""
    given = (request.image is not None) + len(request.reference_images or ())
    many = (Param.REFERENCE_IMAGES.value,) if given > facts.MOST_PICTURES else ()
    return (*many, *(name for name in refused if name in {knob.value for knob in KNOBS}))


def see_through(mask: Image) -> Image:
    """A mask as OpenAI wants it: see-through where the picture is to change, opaque where it stays."""
    from PIL import Image as pil

    with pil.open(io.BytesIO(mask.data)) as picture:
        grey = picture.convert("L")
    alpha = grey.point([255 if value == 0 else 0 for value in range(256)])
    sheet = pil.new("RGBA", grey.size, (0, 0, 0, 255))
    sheet.putalpha(alpha)
    data = io.BytesIO()
    sheet.save(data, "PNG", compress_level=3)
    return Image(data.getvalue(), "image/png", *grey.size)


def found(answer: Any, model: str) -> list[tuple[bytes | str, str]]:
    """What an answer holds: bytes of pictures, or addresses of some, each with its rewritten prompt.

    Raises `OnlyWords` when there is none.
    """
    items = getattr(answer, "data", None)
    pictures: list[tuple[bytes | str, str]] = []
    for item in items if isinstance(items, list) else ():
        inside, url = getattr(item, "b64_json", None), getattr(item, "url", None)
        revised = str(getattr(item, "revised_prompt", None) or "")
        if isinstance(inside, str) and inside:
            pictures.append((_decoded(inside, model), revised))
        elif isinstance(url, str) and url:
            pictures.append((_decoded(url, model) if url.startswith("data:") else url, revised))
    if not pictures:
        raise errors.OnlyWords(engine=ENGINE, model=model, detail="no_picture")
    return pictures


def _size(request: ImageRequest, card: ModelCard) -> str | None:
    """What was asked, or the shape of the picture to change: a mask is only good for that one.

    Models with a few sizes are left to choose the nearest one themselves.
    """
    if request.width and request.height:
        return f"{request.width}x{request.height}"
    if request.image is None or getattr(card, "sizes", ()):
        return None
    width, height = card.fitting(request.image.width, request.image.height)
    return f"{width}x{height}"


def _sendable(image: Image, *, as_png: bool) -> Image:
    return imaging.as_png(image) if as_png or image.mime not in SENDABLE else image


def _part(name: str, image: Image) -> tuple[str, bytes, str]:
    return f"{name}.{image.mime.partition('/')[2]}", image.data, image.mime


def _decoded(text: str, model: str) -> bytes:
    if text.startswith("data:"):
        text = text.partition(",")[2]
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        raise errors.BrokenImage(engine=ENGINE, model=model, detail="not_base64") from None
