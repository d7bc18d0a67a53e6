"""The built-in engine as a plug: events, seeds, controls, stopping, and prompts nobody thought of."""

from __future__ import annotations

import asyncio
import io
import random
import subprocess
import sys
import threading
import time
from contextlib import aclosing

import numpy as np
import pytest
from PIL import Image as Pictures

from imaginario import engines
from imaginario.engines.base import ImageEngine
from imaginario.engines.builtin import BuiltinEngine
from imaginario.engines.builtin.spec import SceneSpec
from imaginario.events import EngineEvent, Painted, Progress
from imaginario.i18n import Translator
from imaginario.images import ImageRequest, Param
from imaginario.registry import find

SMALL = {"width": 256, "height": 256, "seed": 5}


async def events_of(**request: object) -> list[EngineEvent]:
    asked = ImageRequest(**{"prompt": "a cat in the meadow", **SMALL, **request})  # type: ignore[arg-type]
    async with aclosing(BuiltinEngine().generate(asked)) as stream:
        return [event async for event in stream]


async def pictures_of(**request: object) -> list[Painted]:
    return [event for event in await events_of(**request) if isinstance(event, Painted)]


async def picture_of(**request: object) -> np.ndarray:
    (painted,) = await pictures_of(**request)
    return decoded(painted)


def decoded(painted: Painted) -> np.ndarray:
    return np.asarray(Pictures.open(io.BytesIO(painted.image.data)).convert("RGB"), np.int16)


def test_it_is_found_last_and_needs_nothing():
    found = find(engines, ImageEngine)
    assert found["builtin"] is BuiltinEngine
    assert list(found)[-1] == "builtin"
    assert BuiltinEngine.secret is None
    assert BuiltinEngine.settings == ()


def test_finding_it_loads_no_painter():
    code = (
        "import sys, imaginario.engines.builtin as b; print({'numpy', 'PIL', 'resvg_py'} & set(sys.modules))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"


async def test_the_card_promises_what_the_engine_does():
    card, *_ = models = await BuiltinEngine().models()
    assert card == BuiltinEngine().card("anything")
    assert BuiltinEngine().fallback_models() == models
    changes = {
        Param.NEGATIVE_PROMPT: "flowers, clouds", Param.WIDTH: 320, Param.HEIGHT: 300, Param.SEED: 6,
        Param.NUM_INFERENCE_STEPS: 6, Param.GUIDANCE_SCALE: 1.0, Param.NUM_IMAGES_PER_PROMPT: 2,
    }  # fmt: skip
    # What concerns a picture that is handed in is in test_editing.py.
    pictures = {Param.IMAGE, Param.MASK_IMAGE, Param.STRENGTH, Param.OUTPAINT}
    assert card.supports == pictures | set(changes)
    usual = await picture_of()
    for name, value in changes.items():
        first = decoded((await pictures_of(**{name.value: value}))[-1])
        assert first.shape != usual.shape or np.abs(first - usual).mean() > 0.1, name


async def test_progress_first_then_the_picture():
    *steps, painted = await events_of(width=400, height=300)
    assert all(isinstance(step, Progress) for step in steps)
    assert [(s.step, s.steps, s.stage) for s in steps if isinstance(s, Progress)] == [
        (1, 4, "sky"), (2, 4, "scene"), (3, 4, "subjects"), (4, 4, "style"),
    ]  # fmt: skip
    previews = [s.preview for s in steps if isinstance(s, Progress) and s.preview]
    assert previews
    for preview in previews:
        assert preview.mime == "image/jpeg"
        assert len(preview.data) < 24_000
        assert Pictures.open(io.BytesIO(preview.data)).size == (preview.width, preview.height)
    assert isinstance(painted, Painted)
    picture = Pictures.open(io.BytesIO(painted.image.data))
    assert (picture.size, picture.format, painted.image.mime) == ((400, 300), "PNG", "image/png")
    assert (painted.image.width, painted.image.height, painted.seed, painted.index) == (400, 300, 5, 0)


async def test_same_request_same_bytes():
    one, other = await pictures_of(), await pictures_of()
    assert one[0].image.data == other[0].image.data


async def test_many_pictures_have_seeds_of_their_own_that_paint_them_again():
    many = await pictures_of(num_images_per_prompt=3)
    assert [(p.index, p.seed) for p in many] == [(0, 5), (1, 6), (2, 7)]
    assert np.abs(decoded(many[0]) - decoded(many[1])).mean() > 1
    assert np.array_equal(decoded(many[2]), await picture_of(seed=7))


async def test_without_a_seed_one_is_drawn_and_told():
    first, second = (await pictures_of(seed=None))[0], (await pictures_of(seed=None))[0]
    assert first.seed is not None
    assert first.seed != second.seed
    assert np.array_equal(decoded(first), await picture_of(seed=first.seed))


async def test_sides_are_kept_within_what_can_be_painted():
    assert (await picture_of(width=64, height=300)).shape == (300, 256, 3)
    assert (await picture_of(width=None, height=288)).shape == (288, 288, 3)
    assert (await picture_of(width=None, height=None)).shape == (768, 768, 3)


@pytest.mark.parametrize(
    ("prompt", "places"),
    [
        ("下雪的泰山", "泰山"),
        ("a cat in Lima", "利马"),
        ("a cat named Paula", None),
        ("a cat in Paris", None),
    ],
)
async def test_a_place_of_the_world_is_told_to_be_like_it_only(prompt: str, places: str | None) -> None:
    (painted,) = await pictures_of(prompt=prompt)
    told = [note.values["places"] for note in painted.notes if note.key == "builtin.landmarks"]
    assert [names["zh-CN"] for names in told] == ([places] if places else [])


async def test_what_is_not_drawn_is_said_and_the_recipe_carries_the_scene():
    (painted,) = await pictures_of(prompt="a cat and a flibbertigibbet on the beach at sunset")
    (note,) = painted.notes
    assert note.key == "builtin.not_drawn"
    assert Translator("zh-CN").filled(note.key, note.values) == "内置引擎画不出：flibbertigibbet。"
    assert painted.details["label"] == "built-in sketch, not AI"
    spec = SceneSpec.from_dict(dict(painted.details["spec"]))
    assert (spec.place, spec.time, spec.subjects[0].id) == ("beach", "sunset", "cat")
    (clear,) = await pictures_of()
    assert clear.notes == ()


async def test_a_picture_seldom_weighs_a_lot():
    (painted,) = await pictures_of(width=768, height=768)
    assert len(painted.image.data) < 1_600_000


async def test_closing_the_stream_stops_the_painter_within_a_step():
    stream = BuiltinEngine().generate(
        ImageRequest(prompt="a cat, oil painting", width=1024, height=1024, seed=1)
    )
    async for event in stream:
        assert isinstance(event, Progress)
        break
    start = time.perf_counter()
    await stream.aclose()
    assert time.perf_counter() - start < 3
    working = [t for t in threading.enumerate() if t.name.startswith("asyncio_") and t.is_alive()]
    # Threads of the pool stay, but none paints any more: the loop can hand them other work at once.
    answers = await asyncio.wait_for(asyncio.gather(*(asyncio.to_thread(int, 1) for _ in working)), 2)
    assert set(answers) <= {1}


async def test_cancelling_the_reader_stops_the_painter_too():
    async def read() -> None:
        async with aclosing(
            BuiltinEngine().generate(ImageRequest(prompt="a dog, watercolor", seed=1))
        ) as stream:
            async for _ in stream:
                started.set()

    started = asyncio.Event()
    task = asyncio.create_task(read())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 5)


async def test_the_loop_breathes_while_a_picture_is_painted():
    longest, last = 0.0, time.perf_counter()
    task = asyncio.create_task(events_of(width=512, height=512))
    while not task.done():
        await asyncio.sleep(0.002)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    assert longest < 0.5


async def test_several_at_a_time_all_arrive():
    engine = BuiltinEngine()

    async def one(seed: int) -> int | None:
        request = ImageRequest(prompt="a fox", width=256, height=256, seed=seed)
        async with aclosing(engine.generate(request)) as stream:
            return [e.seed async for e in stream if isinstance(e, Painted)][0]  # noqa: RUF015  # async has no next()

    assert await asyncio.gather(*(one(n) for n in range(6))) == list(range(6))


WORDS = """
    cat dog dragão castelo sobre under en la playa con un sombrero rojo five hundred -3 0 1e9 flying riding
    itself dentro de 月亮 上 三只 猫 骑 龙 without sem , ; . ! () [] --ar 16:9 😀 \u202e \x00 neon
    watercolor night rain no not by the window mouse inside elephant on on on
"""


async def test_a_slow_reader_holds_up_nobody():
    engine = BuiltinEngine()
    request = ImageRequest(prompt="a fox", width=256, height=256, seed=1)
    idle = [engine.generate(request) for _ in range(40)]
    for stream in idle:
        await anext(stream)
    async with aclosing(engine.generate(request)) as stream:
        assert await asyncio.wait_for(anext(stream), 30)
    for stream in idle:
        await stream.aclose()


def nonsense(rng: random.Random) -> str:
    """Words of the vocabulary in any order, and anything a keyboard or a cat on it can type."""
    junk = "".join(chr(rng.choice((rng.randrange(32, 127), rng.randrange(0x250, 0x3000)))) for _ in range(12))
    return " ".join(rng.choice([*WORDS.split(), junk, "\n"]) for _ in range(rng.randrange(1, 14)))


def test_three_hundred_strings_are_planned_without_an_exception():
    from imaginario.engines.builtin import vocabulary
    from imaginario.engines.builtin.plan import complete
    from imaginario.engines.builtin.scenery import Streams
    from imaginario.engines.builtin.words import read

    rng = random.Random(20)
    for number in range(300):
        text = nonsense(rng)
        spec = complete(read(text, nonsense(rng) if number % 3 else None), Streams(number), vocabulary.load())
        assert SceneSpec.from_dict(spec.to_dict()) == spec, text


async def test_some_of_them_are_painted():
    rng = random.Random(21)
    for number in range(24):
        text = nonsense(rng)
        (painted,) = await pictures_of(prompt=text, seed=number)
        assert painted.image.width == 256, text


@pytest.mark.parametrize("prompt", ["", " ", "?", "🐱", "x" * 5000, "cat " * 400])
async def test_odd_prompts(prompt: str):
    (painted,) = await pictures_of(prompt=prompt)
    assert decoded(painted).std() > 5
