"""A request in the words of a diffusers pipeline, and a picture out of its answer. Blocks."""

from __future__ import annotations

import inspect
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from imaginario import errors
from imaginario.engines._diffusers import guides
from imaginario.engines._diffusers.facts import ENGINE, LocalCard
from imaginario.events import Note
from imaginario.images import Image, ImageRequest, Param, Task
from imaginario.pictures import is_alike

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

NEARLY_BLACK = 2.5 / 255
LOST_SHOWN = 120
"""Characters of an unread rest of a prompt that are quoted."""
KNOBS = {
    Param.NEGATIVE_PROMPT: "negative_prompt",
    Param.NUM_INFERENCE_STEPS: "num_inference_steps",
    Param.GUIDANCE_SCALE: "guidance_scale",
    Param.IMAGE_GUIDANCE_SCALE: "image_guidance_scale",
    Param.STRENGTH: "strength",
}
MOST_STEPS = 150
TRAINED_STEPS = "original_inference_steps"
"""What pipelines of consistency models take besides the usual."""
TOKENIZERS = ("tokenizer", "tokenizer_2", "tokenizer_3")
UNLIMITED = 1000
"""Tokens from which on the limit of a tokenizer is none."""


@dataclass(slots=True)
class Wish:
    """What one pipeline is to be called with, and what has to be said about it."""

    arguments: dict[str, Any]
    notes: tuple[Note, ...] = ()
    ignored: tuple[str, ...] = ()
    details: dict[str, Any] = field(default_factory=dict)
    got: dict[str, Any] = field(default_factory=dict)
    """Controls that come out otherwise than they were asked for."""
    steps_told: bool = True
    """Whether the pipeline calls back after each step."""


def size_of(request: ImageRequest, card: LocalCard) -> tuple[int, int]:
    """Width and height in pixels that the model can paint: as asked, as the picture, or its usual one."""
    if request.width and request.height:
        return _snapped(request.width, request.height, card)
    for picture in (request.image, request.control_image):
        if picture is not None:
            return card.fitting(picture.width, picture.height)
    return card.default_size


def wish(request: ImageRequest, card: LocalCard, pipe: Any, kind: str) -> Wish:
    """The call for one picture. `kind` is that of the guide map; "" = there is none."""
    size, notes = size_of(request, card), []
    takes = inspect.signature(pipe.__call__).parameters
    wanted = _knobs(request, card)
    if request.task is Task.TEXT_TO_IMAGE:
        wanted.pop("strength", None)
    if note := _possible_steps(wanted, takes, pipe):
        notes.append(note)
    if request.image is not None and request.width and not is_alike(request.image, size):
        was, now = f"{request.image.width} x {request.image.height}", f"{size[0]} x {size[1]}"
        notes.append(Note("local.stretched", {"was": was, "now": now}))
    prompt, more = _worded(request.prompt, card, pipe)
    wanted |= {"prompt": prompt, "output_type": "np", **_pictures(request, size, kind)}
    if "height" in takes and "width" in takes:
        wanted |= {"width": size[0], "height": size[1]}
    if kind and request.control_image is not None and guides.is_plain(request.control_image):
        notes.append(Note("local.edges", {"kind": kind}))
    dropped = tuple(p.value for p, name in KNOBS.items() if name in wanted and name not in takes)
    ignored = tuple(name for name in dropped if getattr(request, name) is not None)
    details = {"trigger": card.trigger} if card.trigger else {}
    arguments = {name: value for name, value in wanted.items() if name in takes and value is not None}
    told = "callback_on_step_end" in takes
    return Wish(arguments, (*notes, *more), ignored, details, _steps_got(request, arguments, takes), told)


def picture(answer: Any, model: str) -> Image:
    """The first picture of a pipeline's answer as PNG.

    Raises `FilteredImage` where the model's filter blacked it out, `NumericalFault` where numbers ran over.
    """
    import numpy as np
    from PIL import Image as pil

    array = np.asarray(answer.images[0], dtype=np.float32)
    flags = getattr(answer, "nsfw_content_detected", None)
    if flags and flags[0]:
        raise errors.FilteredImage(engine=ENGINE, model=model)
    if not np.isfinite(array).all() or array.max() <= NEARLY_BLACK:
        raise errors.NumericalFault(engine=ENGINE, model=model)
    data = io.BytesIO()
    pil.fromarray((array.clip(0, 1) * 255).round().astype(np.uint8)).save(data, "PNG", compress_level=3)
    return Image(data.getvalue(), "image/png", array.shape[1], array.shape[0])


def _knobs(request: ImageRequest, card: LocalCard) -> dict[str, Any]:
    """The numbers and the negative prompt, as asked or as is usual for the model."""
    told = {name: getattr(request, param.value) for param, name in KNOBS.items()}
    for name, usual in card.defaults.items():
        if told.get(name) is None:
            told[name] = usual
    if request.task is Task.INPAINTING and request.strength is None:
        told["strength"] = 1.0  # what is masked is to be new
    if told["num_inference_steps"]:
        told["num_inference_steps"] = max(1, min(MOST_STEPS, told["num_inference_steps"]))
    return told


def _possible_steps(wanted: dict[str, Any], takes: Mapping[str, Any], pipe: Any) -> Note | None:
    """Keep the steps within what can be gone through: strength leaves a part of them, and schedulers of
    consistency models have a most."""
    asked = wanted.get("num_inference_steps")
    strength = (wanted.get("strength") if "strength" in takes else None) or 1.0
    if not asked:
        return None
    fewest, most = 1, pipe.scheduler.config.get(TRAINED_STEPS) or MOST_STEPS
    if TRAINED_STEPS in takes:  # a part of these is left, and all steps are spread over that part
        most = max(1, int(most * strength))
    else:
        fewest = math.ceil(1 / strength)
        fewest += int(fewest * strength) < 1
    steps = wanted["num_inference_steps"] = min(max(asked, fewest), most)
    key = "local.more_steps" if steps > asked else "local.fewer_steps"
    return Note(key, {"asked": asked, "steps": steps}) if steps != asked else None


def _steps_got(
    request: ImageRequest, arguments: Mapping[str, Any], takes: Mapping[str, Any]
) -> dict[str, Any]:
    """How many steps there really were, where somebody asked for another number."""
    steps, strength = arguments.get("num_inference_steps"), arguments.get("strength")
    if not steps or request.num_inference_steps is None:
        return {}
    if strength and TRAINED_STEPS not in takes:
        steps = min(steps, int(steps * strength))
    return {} if steps == request.num_inference_steps else {"num_inference_steps": steps}


def _worded(prompt: str, card: LocalCard, pipe: Any) -> tuple[str, tuple[Note, ...]]:
    """The prompt with the words the model was trained on, and what it will not read of it."""
    notes: list[Note] = []
    if card.trigger and card.trigger not in prompt.lower():
        prompt = f"{card.trigger}, {prompt}"
        notes.append(Note("local.trigger", {"words": card.trigger}))
    tokenizers = [found for name in TOKENIZERS if (found := getattr(pipe, name, None)) is not None]
    # Of several the one that takes most counts: its encoder reads what the others skip.
    tokenizer = max(tokenizers, key=lambda one: one.model_max_length or 0, default=None)
    limit = tokenizer.model_max_length or 0 if tokenizer else 0
    if tokenizer is not None and 0 < limit < UNLIMITED:
        ids = tokenizer(prompt, add_special_tokens=True, truncation=False)["input_ids"]
        if len(ids) > limit:
            # The last place read is kept for the mark that ends a prompt.
            lost = tokenizer.decode(ids[limit - 1 : -1], skip_special_tokens=True).strip()
            values = {"tokens": len(ids), "limit": limit, "lost": lost[:LOST_SHOWN]}
            notes.append(Note("local.long_prompt", values))
    return prompt, tuple(notes)


def _pictures(request: ImageRequest, size: tuple[int, int], kind: str) -> dict[str, Any]:
    """The pictures of a request by the pipelines' names; a guide map alone is their `image`."""
    told: dict[str, Any] = {}
    if request.image is not None:
        told["image"] = _opened(request.image, size)
    if request.mask_image is not None:
        told["mask_image"] = _opened(request.mask_image, size, "L")
    if kind and request.control_image is not None:
        told["control_image" if request.image is not None else "image"] = guides.drawn(
            request.control_image, kind, size
        )
    return told


def _opened(image: Image, size: tuple[int, int], mode: str = "RGB") -> Picture:
    from PIL import Image as pil

    with pil.open(io.BytesIO(image.data)) as opened:
        if opened.mode in ("RGBA", "LA", "PA", "P") and mode == "RGB":
            opened = opened.convert("RGBA")
            ground = pil.new("RGB", opened.size, "white")
            ground.paste(opened, (0, 0), opened)
            opened = ground
        picture = opened.convert(mode)
    return picture if picture.size == size else picture.resize(size, pil.Resampling.LANCZOS)


def _snapped(width: int, height: int, card: LocalCard) -> tuple[int, int]:
    grid = card.multiple_of
    return max(grid, round(width / grid) * grid), max(grid, round(height / grid) * grid)
