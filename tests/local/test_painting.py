"""The real diffusers with tiny models: determinism, every control, sizes, tasks, progress, stop."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import numpy as np
import pytest

from imaginario import errors
from imaginario.engines._diffusers import facts
from imaginario.engines.diffusers import DiffusersEngine
from imaginario.events import Note, Painted, Progress
from imaginario.images import ImageRequest, Param, Task
from tests.local.kit import array, events_of, image_of, painted, photo, pixels

KNOBS: list[tuple[str, dict[str, Any]]] = [
    ("tiny", {"prompt": "a dog on a hill"}),
    ("tiny", {"negative_prompt": "blur"}),
    ("tiny", {"seed": 4}),
    ("tiny", {"num_inference_steps": 3}),
    ("tiny", {"guidance_scale": 12.0}),
    ("tiny", {"scheduler": "euler"}),
    ("tiny", {"width": 96, "height": 64}),
    ("tiny", {"control_image": photo(64, 64)}),
    ("tiny", {"image": photo(64, 64)}),
    ("tiny-edit", {"image_guidance_scale": 2.5}),
    ("tiny-edit", {"guidance_scale": 12.0}),
    ("tiny-edit", {"negative_prompt": "blur"}),
    ("tiny-edit", {"scheduler": "ddim"}),
    ("tiny-edit", {"seed": 4}),
    ("tiny-mask", {"strength": 0.5}),
]


def base(model: str) -> dict[str, Any]:
    """The request a knob is turned on."""
    picture = {} if model == "tiny" else {"image": photo(64, 64)}
    mask = {"mask_image": image_of(np.full((64, 64), 255))} if model == "tiny-mask" else {}
    return {"model": model, **picture, **mask}


async def test_the_same_seed_is_the_same_picture(engine: DiffusersEngine) -> None:
    first, second = await pixels(engine), await pixels(engine)
    assert first.shape == (64, 64, 3)
    assert (first == second).all()
    assert first.std() > 1


async def test_a_model_of_other_weights_paints_another_picture(engine: DiffusersEngine) -> None:
    assert (await pixels(engine) != await pixels(engine, model="other")).any()


@pytest.mark.parametrize(("model", "knob"), KNOBS, ids=lambda v: v if isinstance(v, str) else "-".join(v))
async def test_every_control_changes_the_picture(
    model: str, knob: dict[str, Any], engine: DiffusersEngine
) -> None:
    before = await pixels(engine, **base(model))
    after = await pixels(engine, **{**base(model), **knob})
    assert before.shape != after.shape or (before != after).any()


async def test_strength_says_how_far_a_picture_changes(engine: DiffusersEngine) -> None:
    little = await pixels(engine, image=photo(64, 64), strength=0.3, num_inference_steps=6)
    much = await pixels(engine, image=photo(64, 64), strength=1.0, num_inference_steps=6)
    assert (little != much).any()


def test_every_control_is_tried_or_told_as_ignored() -> None:
    tried = {name for _, knob in KNOBS for name in knob} - {"prompt"}
    tried |= {"num_images_per_prompt", "mask_image", "strength"}
    for name in ("tiny", "tiny-edit"):
        kind = {"tiny": "StableDiffusionPipeline", "tiny-edit": "StableDiffusionInstructPix2PixPipeline"}[
            name
        ]
        assert {p.value for p in facts.card(name, {"pipeline": kind}).supports} <= tried


async def test_a_knob_the_pipeline_lacks_is_told(engine: DiffusersEngine) -> None:
    card = engine.card("tiny-edit")
    kept, dropped = ImageRequest(prompt="x", strength=0.4, width=64).only(card.supports)
    assert (kept.strength, set(dropped)) == (None, {Param.STRENGTH, Param.WIDTH})


@pytest.mark.parametrize("name", facts.schedulers())
async def test_every_scheduler_paints(name: str, engine: DiffusersEngine) -> None:
    events = await events_of(engine, scheduler=name)
    steps = [e for e in events if isinstance(e, Progress) and e.step]
    assert isinstance(events[-1], Painted)
    assert (steps[-1].step, len(steps)) == (steps[-1].steps, steps[-1].steps)


@pytest.mark.parametrize(
    ("said", "kind"),
    [("Euler a", "EulerAncestralDiscreteScheduler"), ("EulerDiscreteScheduler", "EulerDiscreteScheduler"),
     ("DPM++ 2M Karras", "DPMSolverMultistepScheduler"), ("UniPC", "UniPCMultistepScheduler"),
     ("DDIMScheduler", "DDIMScheduler"), ("k_euler", "EulerDiscreteScheduler"),
     ("EulerAncestralDiscreteScheduler", "EulerAncestralDiscreteScheduler"),
     ("KDPM2AncestralDiscreteScheduler", "KDPM2AncestralDiscreteScheduler")],
)  # fmt: skip
def test_schedulers_by_other_names(said: str, kind: str) -> None:
    assert facts.scheduler(said)[0] == kind


async def test_an_unknown_scheduler_names_those_there_are(engine: DiffusersEngine) -> None:
    with pytest.raises(errors.InvalidOption) as caught:
        await events_of(engine, scheduler="lms")
    assert "euler_a" in caught.value.values["allowed"]


async def test_a_scheduler_is_gone_with_its_picture(engine: DiffusersEngine) -> None:
    before = await pixels(engine)
    await pixels(engine, scheduler="euler")
    assert (before == await pixels(engine)).all()


@pytest.mark.parametrize("model", ["tiny", "tiny-edit"])
@pytest.mark.parametrize("steps", [1, 4])
async def test_progress_counts_to_the_pipelines_own_number(
    model: str, steps: int, engine: DiffusersEngine
) -> None:
    events = await events_of(engine, **base(model) | {"num_inference_steps": steps})
    told = [(e.step, e.steps) for e in events if isinstance(e, Progress) and e.step]
    task = Task.TEXT_TO_IMAGE if model == "tiny" else Task.IMAGE_TO_IMAGE
    pipe = engine.bench.loaded[model].views[task, ""]
    assert told == [(n, pipe.num_timesteps) for n in range(1, pipe.num_timesteps + 1)]


async def test_previews_are_small_pictures(engine: DiffusersEngine) -> None:
    events = await events_of(engine, num_inference_steps=4, scheduler="ddim")
    shown = [e.preview for e in events if isinstance(e, Progress) and e.preview]
    assert shown
    assert all((p.mime, p.width) == ("image/jpeg", 256) for p in shown)


async def test_several_pictures_have_seeds_of_their_own(engine: DiffusersEngine) -> None:
    events = await events_of(engine, seed=2**32 - 1, num_images_per_prompt=2)
    found = [e for e in events if isinstance(e, Painted)]
    assert [(e.index, e.seed) for e in found] == [(0, 2**32 - 1), (1, 0)]
    assert (array(found[1]) == await pixels(engine, seed=0)).all()


async def test_without_a_seed_one_is_told(engine: DiffusersEngine) -> None:
    event = await painted(engine, seed=None)
    assert event.seed is not None
    assert (array(event) == await pixels(engine, seed=event.seed)).all()


@pytest.mark.parametrize(
    ("asked", "got"), [((70, 90), (72, 88)), ((64, 64), (64, 64)), ((109, 61), (112, 64))]
)
async def test_sizes_snap_to_the_grid(
    asked: tuple[int, int], got: tuple[int, int], engine: DiffusersEngine
) -> None:
    image = (await painted(engine, width=asked[0], height=asked[1])).image
    assert (image.width, image.height) == got


@pytest.mark.parametrize("model", ["tiny", "tiny-edit", "tiny-mask"])
async def test_an_odd_picture_keeps_its_shape(model: str, engine: DiffusersEngine) -> None:
    mask = {"mask_image": image_of(np.full((61, 99), 255))} if model == "tiny-mask" else {}
    options: dict[str, Any] = {"image": photo(99, 61), **mask}
    image = (await painted(engine, model=model, **options)).image
    assert (image.width, image.height) == (96, 64)


async def test_a_mask_is_repainted_in_any_model_for_words(engine: DiffusersEngine) -> None:
    mask = np.zeros((64, 96))
    mask[16:48, 16:48] = 255
    picture = array(await painted(engine, image=photo(), mask_image=image_of(mask), num_inference_steps=4))
    assert picture.shape == (64, 96, 3)


async def test_too_little_strength_takes_more_steps_and_says_so(engine: DiffusersEngine) -> None:
    event = await painted(engine, image=photo(), strength=0.1, num_inference_steps=2)
    assert [note.key for note in event.notes] == ["local.more_steps"]


@pytest.mark.parametrize(("model", "extra"), [("tiny", {}), ("tiny-edit", {"image": photo(64, 64)})])
async def test_stop_within_one_step(model: str, extra: dict[str, Any], engine: DiffusersEngine) -> None:
    request = ImageRequest(prompt="a cat", model=model, seed=1, num_inference_steps=150, **extra)
    events = engine.generate(request)
    async for event in events:
        if isinstance(event, Progress) and event.step == 2:
            break
    began = time.monotonic()
    await events.aclose()
    assert time.monotonic() - began < 1
    # The thread ends at its next step: the lock is free again, and the model is fit for use.
    assert await asyncio.to_thread(engine._lock.acquire, timeout=5)
    engine._lock.release()
    assert isinstance(await painted(engine, **base(model)), Painted)


async def test_one_paints_and_the_other_waits(engine: DiffusersEngine) -> None:
    first, second = await asyncio.gather(
        events_of(engine, num_inference_steps=12), events_of(engine, num_inference_steps=1)
    )
    assert isinstance(first[-1], Painted)
    assert isinstance(second[-1], Painted)
    assert Progress(0, 1, "queued") in (*first, *second)


async def test_the_event_loop_stays_free(engine: DiffusersEngine) -> None:
    longest, running = 0.0, asyncio.ensure_future(events_of(engine, num_inference_steps=10))
    while not running.done():
        began = time.perf_counter()
        await asyncio.sleep(0.002)
        longest = max(longest, time.perf_counter() - began)
    assert isinstance((await running)[-1], Painted)
    assert longest < 0.5


@pytest.mark.parametrize(
    ("model", "extra"),
    [("tiny-edit", {}), ("tiny-mask", {}), ("tiny-edit", {"image": photo(), "mask_image": photo()})],
)
async def test_what_a_model_cannot_do_is_refused(
    model: str, extra: dict[str, Any], engine: DiffusersEngine
) -> None:
    with pytest.raises(errors.Unsupported):
        await events_of(engine, model=model, **extra)


async def test_a_long_prompt_is_told_with_what_is_lost(engine: DiffusersEngine) -> None:
    event = await painted(engine, "x" * 100)
    (note,) = event.notes
    assert note == Note("local.long_prompt", {"tokens": 102, "limit": 77, "lost": "x" * 25})
    assert (await painted(engine, "x" * 60)).notes == ()


async def test_the_task_decides_the_card(engine: DiffusersEngine) -> None:
    assert engine.card("tiny-edit").tasks == {Task.IMAGE_TO_IMAGE}
    assert engine.card("tiny").default_size == (64, 64)
    assert {c.id for c in engine.fallback_models()} == {"tiny", "other", "tiny-edit", "tiny-mask"}
