"""The models of the built-in engine: its storybook, and stand-ins for the ModelScope cartoon series."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from imaginario.images import ModelCard, Param, Task

SIDES = (256, 2048)
CARD = ModelCard(
    id="storybook",
    title="Storybook",
    tasks=frozenset({Task.TEXT_TO_IMAGE, Task.IMAGE_TO_IMAGE, Task.INPAINTING, Task.OUTPAINTING}),
    supports=frozenset(
        {
            Param.NEGATIVE_PROMPT,
            Param.WIDTH,
            Param.HEIGHT,
            Param.NUM_INFERENCE_STEPS,
            Param.GUIDANCE_SCALE,
            Param.SEED,
            Param.NUM_IMAGES_PER_PROMPT,
            Param.IMAGE,
            Param.MASK_IMAGE,
            Param.STRENGTH,
            Param.OUTPAINT,
        }
    ),
    default_size=(768, 768),
    min_side=SIDES[0],
    max_side=SIDES[1],
    multiple_of=1,
    defaults=MappingProxyType({"num_inference_steps": 25, "guidance_scale": 7.5, "strength": 0.75}),
    note="models.builtin",
)
SERIES = "cv_cartoon_stable_diffusion_"
"""What the names of the series begin with: modelscope.cn/models/damo/cv_cartoon_stable_diffusion_design."""
LOOKS = MappingProxyType(
    {
        "sketch-design": "design",
        "sketch-watercolor": "watercolor",
        "sketch-illustration": "comic",
        "sketch-clipart": "clipart",
        "sketch-flat": "flat",
    }
)
"""The look each approximation paints in, whatever style the words ask for."""


def approximated(model: str) -> str:
    """The name of the model that one of `LOOKS` stands in for."""
    return SERIES + model.removeprefix("sketch-")


SKETCHES = tuple(
    replace(CARD, id=model, title=f"Approximation of {approximated(model)} (built-in sketch)")
    for model in LOOKS
)
CARDS = (CARD, *SKETCHES)


def card(model: str) -> ModelCard:
    """The card of a model; the storybook's for "" and for what there is none of."""
    return next((one for one in CARDS if one.id == model), CARD)
