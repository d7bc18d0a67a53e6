"""One picture asked of Gemini: the request as `generate_content` takes it, and its answer read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from imaginario import errors, imaging
from imaginario.engines._gemini import facts
from imaginario.engines._gemini.borders import ENGINE, from_finish, name_of
from imaginario.images import Image, ImageRequest, Param
from imaginario.secrets import redact

if TYPE_CHECKING:
    from google.genai import types

SENDABLE = ("image/png", "image/jpeg", "image/webp")
LOOK_ONLY = "Change the first picture as told below; the other pictures are only there to look at."


def pictures(request: ImageRequest) -> tuple[Image, ...]:
    """The pictures to send, the one to change first, no more than a request may carry."""
    first = () if request.image is None else (request.image,)
    return (*first, *(request.reference_images or ()))[: facts.most_pictures()]


def left_out(request: ImageRequest) -> tuple[str, ...]:
    """The controls that could not be obeyed whole."""
    given = (request.image is not None) + len(request.reference_images or ())
    return (Param.REFERENCE_IMAGES.value,) if given > facts.most_pictures() else ()


def contents(request: ImageRequest) -> list[types.Content]:
    """The pictures, then the words. Blocks when a picture has to be converted."""
    from google.genai import types

    sent = [p if p.mime in SENDABLE else imaging.as_png(p) for p in pictures(request)]
    parts = [types.Part.from_bytes(data=p.data, mime_type=p.mime) for p in sent]
    if request.image is not None and len(sent) > 1:
        parts.append(types.Part(text=LOOK_ONLY))
    parts.append(types.Part(text=request.prompt))
    return [types.Content(role="user", parts=parts)]


def config(request: ImageRequest) -> types.GenerateContentConfig:
    """Everything but the pictures and words. Without a size an edit keeps the shape of its picture."""
    from google.genai import types

    ratio, size = "", ""
    if request.width and request.height:
        ratio, size = facts.shape(request.model, request.width, request.height)
    elif request.image is not None:
        size = facts.tier(request.model, request.image.width, request.image.height)
    # 1K goes without saying: the models that know nothing else need not know the word.
    told = {"aspect_ratio": ratio, "image_size": size}
    shape = {name: value for name, value in told.items() if value}
    return types.GenerateContentConfig.model_validate(
        {
            "response_modalities": ["IMAGE"],
            "image_config": shape or None,
            "store": False,
            "automatic_continuation": False,
            "automatic_function_calling": {"disable": True},
        }
    )


def picture(answer: types.GenerateContentResponse, model: str, key: str) -> bytes:
    """The finished picture of an answer: pro models think in drafts, which are left out.

    Raises what the answer says instead: `ContentRefused`, `OnlyWords` and others.
    """
    if answer.prompt_feedback and answer.prompt_feedback.block_reason:
        blocked = name_of(answer.prompt_feedback.block_reason)
        raise errors.ContentRefused(engine=ENGINE, model=model, detail=blocked)
    found = [p.inline_data.data for p in _parts(answer) if p.inline_data and p.inline_data.data]
    if found:
        return found[0]
    candidate = (answer.candidates or [None])[0]
    reason = name_of(candidate.finish_reason) if candidate and candidate.finish_reason else ""
    if failure := from_finish(reason, model=model):
        raise failure
    said = " ".join(" ".join(p.text for p in _parts(answer) if p.text).split())
    raise errors.OnlyWords(engine=ENGINE, model=model, detail=redact(said, [key]))


def _parts(answer: types.GenerateContentResponse) -> Iterator[types.Part]:
    candidate = (answer.candidates or [None])[0]
    parts = (candidate and candidate.content and candidate.content.parts) or []
    return (part for part in parts if not part.thought)
