"""What an image request is: one frozen value, named as in diffusers and huggingface_hub."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Image:
    """Encoded picture bytes with what is known of them; `width` and `height` are pixels."""

    data: bytes = field(repr=False)
    mime: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Margins:
    """How far a picture is to be continued on each side, in pixels of that picture."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0

    def around(self, width: int, height: int) -> tuple[int, int]:
        """The size of a picture of this size with the margins added."""
        return self.left + width + self.right, self.top + height + self.bottom


class Param(StrEnum):
    """The controls of a request that a model may or may not obey."""

    NEGATIVE_PROMPT = "negative_prompt"
    WIDTH = "width"
    HEIGHT = "height"
    NUM_INFERENCE_STEPS = "num_inference_steps"
    GUIDANCE_SCALE = "guidance_scale"
    SCHEDULER = "scheduler"
    SEED = "seed"
    NUM_IMAGES_PER_PROMPT = "num_images_per_prompt"
    IMAGE = "image"
    MASK_IMAGE = "mask_image"
    STRENGTH = "strength"
    IMAGE_GUIDANCE_SCALE = "image_guidance_scale"
    CONTROL_IMAGE = "control_image"
    REFERENCE_IMAGES = "reference_images"
    OUTPAINT = "outpaint"


class Task(StrEnum):
    """What can be asked of an image model, by Hugging Face's pipeline tags."""

    TEXT_TO_IMAGE = "text-to-image"
    IMAGE_TO_IMAGE = "image-to-image"
    INPAINTING = "inpainting"
    OUTPAINTING = "outpainting"
    """Inpainting of new margins. Engines that lack it get the padded picture and a mask instead."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ImageRequest:
    """Everything that changes the picture. `None` leaves a control to the engine.

    `image` is the picture to start from; in `mask_image` (as large as it) white is to be painted anew;
    `strength` (0-1) is how far the result may leave `image`; `control_image` is a guide map, such as edges.
    """

    prompt: str
    model: str = ""
    negative_prompt: str | None = None
    width: int | None = None
    height: int | None = None
    num_inference_steps: int | None = None
    guidance_scale: float | None = None
    scheduler: str | None = None
    seed: int | None = None
    num_images_per_prompt: int | None = None
    image: Image | None = None
    mask_image: Image | None = None
    strength: float | None = None
    image_guidance_scale: float | None = None
    control_image: Image | None = None
    reference_images: tuple[Image, ...] | None = None
    """More pictures to look at, besides `image`."""
    outpaint: Margins | None = None
    extra_body: Mapping[str, Any] = field(default_factory=lambda: EMPTY)

    def asked(self) -> dict[Param, Any]:
        """The controls that were set, in field order."""
        return {p: v for p in Param if (v := getattr(self, p.value)) is not None}

    def only(self, supports: frozenset[Param]) -> tuple[ImageRequest, tuple[Param, ...]]:
        """This request without what `supports` lacks, and the names of what was dropped."""
        dropped = tuple(p for p in self.asked() if p not in supports)
        return replace(self, **dict.fromkeys((p.value for p in dropped), None)), dropped

    @property
    def task(self) -> Task:
        """The task this request is, told by the pictures it carries."""
        if self.outpaint is not None:
            return Task.OUTPAINTING
        if self.mask_image is not None:
            return Task.INPAINTING
        return Task.TEXT_TO_IMAGE if self.image is None else Task.IMAGE_TO_IMAGE


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelCard:
    """What a model can do, as data. Sizes are pixels; `multiple_of` is the grid sides snap to."""

    id: str
    title: str = ""
    tasks: frozenset[Task] = frozenset({Task.TEXT_TO_IMAGE})
    supports: frozenset[Param] = frozenset()
    default_size: tuple[int, int] = (1024, 1024)
    min_side: int = 256
    max_side: int = 2048
    multiple_of: int = 8
    max_prompt_tokens: int | None = None
    defaults: Mapping[str, Any] = field(default_factory=lambda: EMPTY)
    wants: str = "orders"
    """What it reads with a picture: "orders" ("make it snow") or "scenes" (the finished picture)."""
    note: str = ""
    """A locale key with one sentence about the model, or empty."""

    def fitting(self, width: float, height: float) -> tuple[int, int]:
        """The paintable size nearest to this one: both sides within limits and on the grid, the shape
        kept as far as the limits allow."""
        grid = self.multiple_of
        low, high = -(-self.min_side // grid) * grid, self.max_side // grid * grid
        scale = min(1.0, high / max(width, height))
        scale = max(scale, min(low / min(width, height), high / max(width, height)))
        sides = (round(side * scale / grid) * grid for side in (width, height))
        wide, tall = (max(low, min(high, side)) for side in sides)
        return wide, tall

    def shaped(self, wide: float, high: float) -> tuple[int, int]:
        """The size of this aspect ratio at the model's usual area."""
        area = self.default_size[0] * self.default_size[1]
        width = (area * wide / high) ** 0.5
        return self.fitting(width, width * high / wide)
