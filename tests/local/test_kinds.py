"""Other kinds of models than Stable Diffusion 1: each is known by its own files."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from imaginario.engines._diffusers import asking, facts, sdk
from imaginario.engines._diffusers.facts import LocalCard
from imaginario.engines.diffusers import DiffusersEngine
from imaginario.events import Progress
from imaginario.images import ImageRequest, Param, Task
from tests.local import tiny
from tests.local.kit import engine_of, events_of, painted, photo, pixels


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


@pytest.mark.parametrize(
    ("options", "steps", "key"),
    [
        ({"num_inference_steps": 60}, 50, "local.fewer_steps"),
        ({"num_inference_steps": 20, "image": photo(64, 64), "strength": 0.3}, 15, "local.fewer_steps"),
        ({"num_inference_steps": 4, "image": photo(64, 64), "strength": 0.05}, 2, "local.fewer_steps"),
        ({"num_inference_steps": 4, "image": photo(64, 64), "strength": 0.3}, 4, ""),
    ],
)
async def test_a_consistency_model_goes_through_the_steps_it_can(
    kinds: DiffusersEngine, options: dict[str, Any], steps: int, key: str
) -> None:
    events = await events_of(kinds, model="quick", **options)
    assert max(e.steps for e in events if isinstance(e, Progress)) == steps
    assert [note.key for note in events[-1].notes if "steps" in note.key] == ([key] if key else [])
    asked = options["num_inference_steps"]
    assert events[-1].details["got"] == ({} if steps == asked else {"num_inference_steps": steps})


async def test_a_scheduler_of_consistency_models_has_a_most(kinds: DiffusersEngine) -> None:
    event = await painted(kinds, model="large", scheduler="lcm", num_inference_steps=60)
    assert event.details["got"] == {"num_inference_steps": 50}


@pytest.mark.parametrize(("strength", "asked", "got"), [(0.5, 4, 2), (1.0, 4, 4), (0.1, 4, 1)])
async def test_strength_leaves_a_part_of_the_steps_and_that_is_told(
    kinds: DiffusersEngine, strength: float, asked: int, got: int
) -> None:
    options = {"image": photo(64, 64), "strength": strength, "num_inference_steps": asked}
    events = await events_of(kinds, model="large", scheduler="euler", **options)
    assert max(e.steps for e in events if isinstance(e, Progress)) == got
    assert events[-1].details["got"] == ({} if got == asked else {"num_inference_steps": got})


class Patient:
    """A second tokenizer that takes several times as much as the first."""

    model_max_length = 512

    def __call__(self, text: str, **_: Any) -> dict[str, list[str]]:
        return {"input_ids": text.split()}


def test_what_another_tokenizer_takes_is_not_lost(kinds: DiffusersEngine) -> None:
    card, folder = kinds.card("large"), kinds.shelf.find("large")
    assert isinstance(card, LocalCard)
    assert folder
    pipe = kinds.bench.model("large", folder).base
    request, words = ImageRequest(prompt="word " * 90), "local.long_prompt"
    assert words in [note.key for note in asking.wish(request, card, pipe, "").notes]
    patient = SimpleNamespace(tokenizer=pipe.tokenizer, tokenizer_3=Patient(), scheduler=pipe.scheduler)
    assert words not in [note.key for note in asking.wish(request, card, Mute(patient), "").notes]


class Mute:
    """A pipeline that takes a prompt only, and tells nothing on the way."""

    def __init__(self, parts: SimpleNamespace) -> None:
        self.__dict__.update(vars(parts))

    def __call__(self, prompt: str, output_type: str = "np") -> None:
        raise AssertionError


def test_a_pipeline_that_tells_no_steps_is_not_asked_to(kinds: DiffusersEngine) -> None:
    card = kinds.card("large")
    assert isinstance(card, LocalCard)
    mute = Mute(SimpleNamespace(tokenizer=None, scheduler=SimpleNamespace(config={})))
    wish = asking.wish(ImageRequest(prompt="a cat", num_inference_steps=9), card, mute, "")
    assert not wish.steps_told
    assert wish.ignored == ("num_inference_steps",)
    assert set(wish.arguments) == {"prompt", "output_type"}


@pytest.mark.parametrize(
    ("model", "steps"),
    [
        ("stabilityai/sdxl-turbo", 4),
        ("ByteDance/SDXL-Lightning", 4),
        ("Lykon/dreamshaper-8-lcm", 4),
        ("my-hyper-sd", 4),
        ("stabilityai/sd-turbo", 2),
        ("Lykon/dreamshaper-8", 25),
        ("some/lcmbo", 25),
    ],
)
def test_a_quick_model_is_known_by_its_name(model: str, steps: int) -> None:
    card = facts.card(model)
    assert card.defaults["num_inference_steps"] == steps
    assert (card.defaults["guidance_scale"] > 1) == (steps > 4)
    own = facts.card("my-lcm", {"pipeline": "LatentConsistencyModelPipeline"})
    assert own.defaults["guidance_scale"] == 8.0


@pytest.mark.parametrize(
    ("name", "karras", "kind"),
    [
        ("dpmpp_2m", False, "dpmsolver++"),
        ("DPM++ 2M Karras", True, "dpmsolver++"),
        ("dpmpp_2m_sde", False, "sde-dpmsolver++"),
    ],
)
def test_a_scheduler_is_what_its_name_says_whatever_the_model_came_with(
    name: str, karras: bool, kind: str
) -> None:
    diffusers = sdk.diffusers()
    own = diffusers.DPMSolverMultistepScheduler(
        use_karras_sigmas=not karras,
        algorithm_type="sde-dpmsolver++" if kind == "dpmsolver++" else "dpmsolver++",
    )
    chosen, options = facts.scheduler(name)
    made = getattr(diffusers, chosen).from_config(own.config, **options)
    assert (made.config.use_karras_sigmas, made.config.algorithm_type) == (karras, kind)
