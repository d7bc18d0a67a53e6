"""Other kinds of models than Stable Diffusion 1: each is known by its own files."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from imaginario.engines._diffusers.facts import LocalCard
from imaginario.engines.diffusers import DiffusersEngine
from imaginario.images import Param, Task
from tests.local import tiny
from tests.local.kit import engine_of, painted, photo, pixels


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DiffusersEngine]:
    """An engine with a latent consistency model and a Stable Diffusion XL."""
    base = tmp_path_factory.mktemp("kinds")
    tiny.quick(base / "quick")
    tiny.large(base / "large")
    made = engine_of(base)
    yield made
    asyncio.run(made.aclose())


async def test_a_latent_consistency_model(kinds: DiffusersEngine) -> None:
    card = kinds.card("quick")
    assert {Param.NEGATIVE_PROMPT, Param.SCHEDULER, Param.CONTROL_IMAGE}.isdisjoint(card.supports)
    first = await pixels(kinds, model="quick", num_inference_steps=4)
    assert (first == await pixels(kinds, model="quick", num_inference_steps=4)).all()
    assert (first != await pixels(kinds, model="quick", num_inference_steps=4, guidance_scale=2.0)).any()
    assert (await painted(kinds, model="quick", image=photo(64, 64), num_inference_steps=4)).image.width == 64


async def test_a_stable_diffusion_xl(kinds: DiffusersEngine) -> None:
    card = kinds.card("large")
    assert {Task.TEXT_TO_IMAGE, Task.IMAGE_TO_IMAGE, Task.INPAINTING} == card.tasks
    assert isinstance(card, LocalCard)
    assert card.guides == "sdxl"
    plain = await pixels(kinds, model="large")
    assert plain.shape == (64, 64, 3)
    assert (plain != await pixels(kinds, model="large", negative_prompt="blur")).any()
    changed = await pixels(kinds, model="large", image=photo(64, 64), strength=0.5, num_inference_steps=4)
    assert (changed != plain).any()
