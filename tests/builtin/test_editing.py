"""The engine answering requests with a picture: photos, masks, margins, and its own scenes painted again."""

from __future__ import annotations

import asyncio
import io
import json
import time
from contextlib import aclosing
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pictures
from PIL import ImageDraw

from imaginario.engines.builtin import BuiltinEngine
from imaginario.engines.builtin.spec import Edit, SceneSpec, Subject
from imaginario.errors import UnusableImage
from imaginario.events import EngineEvent, Painted, Progress
from imaginario.images import Image, ImageRequest, Margins, Task
from imaginario.pngfile import with_texts
from tests.builtin.photos import photo


def encoded(picture: Pictures.Image, texts: dict[str, str] | None = None) -> Image:
    data = io.BytesIO()
    picture.save(data, "PNG")
    return Image(with_texts(data.getvalue(), texts or {}), "image/png", *picture.size)


def decoded(image: Image) -> np.ndarray:
    return np.asarray(Pictures.open(io.BytesIO(image.data)).convert("RGB"), np.int16)


def still(width: int = 240, height: int = 180) -> Image:
    return encoded(photo("still", width, height))


def mask(box: tuple[int, int, int, int], size: tuple[int, int] = (240, 180)) -> Image:
    grey = Pictures.new("L", size, 0)
    ImageDraw.Draw(grey).rectangle(box, fill=255)
    return encoded(grey)


async def events_of(prompt: str, **request: Any) -> list[EngineEvent]:
    given: dict[str, Any] = {"seed": 3, **request}
    asked = ImageRequest(prompt=prompt, **given)
    async with aclosing(BuiltinEngine().generate(asked)) as stream:
        return [event async for event in stream]


async def edited(prompt: str, **request: Any) -> Painted:
    last = (await events_of(prompt, **request))[-1]
    assert isinstance(last, Painted)
    return last


async def own_picture(prompt: str = "a cat on the beach", seed: int = 5) -> tuple[Painted, Image]:
    """A scene the engine painted, with the recipe that the gallery writes into its PNG."""
    painted = await edited(prompt, seed=seed, width=256, height=256)
    told = {"engine": "builtin", "seed": painted.seed, "details": dict(painted.details)}
    texts = {"imaginario": json.dumps(told)}
    return painted, Image(with_texts(painted.image.data, texts), "image/png", 256, 256)


def test_the_card_says_what_it_can_do():
    card = BuiltinEngine().card("")
    assert card.tasks == frozenset(Task)
    assert {"image", "mask_image", "strength", "outpaint"} <= {p.value for p in card.supports}


@pytest.mark.parametrize(
    "words",
    ["Cartoonize the following image", "transforme esta foto em desenho animado",
     "conviértelo en una caricatura", "把这张图变成卡通"],
)  # fmt: skip
async def test_cartoonize_in_four_languages_is_one_and_the_same_cartoon(words: str):
    usual = await edited("Cartoonize the following image", image=still())
    painted = await edited(words, image=still())
    assert np.array_equal(decoded(painted.image), decoded(usual.image))
    assert painted.details["edit"]["look"] == "cartoon"
    assert painted.details["label"] == "built-in sketch, not AI"
    assert painted.notes == ()
    assert np.abs(decoded(painted.image) - decoded(still())).mean() > 4


async def test_progress_tells_real_steps_with_previews_and_the_size_is_kept():
    *steps, painted = await events_of("watercolor at night", image=still(250, 171))
    told = [(s.step, s.steps, s.stage) for s in steps if isinstance(s, Progress)]
    assert told == [(1, 4, "light"), (2, 4, "subjects"), (3, 4, "style"), (4, 4, "finish")]
    assert all(s.preview for s in steps[1:] if isinstance(s, Progress))
    assert isinstance(painted, Painted)
    assert (painted.image.width, painted.image.height) == (250, 171)


async def test_a_size_that_is_asked_for_is_kept_to():
    assert (await edited("cartoon", image=still(), width=320, height=200)).image.width == 320
    one = (await edited("cartoon", image=still(), width=120)).image
    assert (one.width, one.height) == (120, 90)


async def test_same_request_same_bytes_and_another_seed_another_texture():
    one, same = [await edited("oil painting", image=still()) for _ in range(2)]
    assert one.image.data == same.image.data
    assert (await edited("oil painting", image=still(), seed=4)).image.data != one.image.data


async def test_several_pictures_have_seeds_of_their_own():
    events = await events_of("oil painting", image=still(), num_images_per_prompt=2)
    one, other = (e for e in events if isinstance(e, Painted))
    assert (one.seed, other.seed, one.index, other.index) == (3, 4, 0, 1)
    assert one.image.data != other.image.data


async def test_what_is_not_understood_or_not_possible_is_said():
    painted = await edited("frobnicate the gizmotron", image=still())
    (note,) = painted.notes
    assert note.key == "builtin.not_done"
    assert "gizmotron" in note.values["things"]["en"]
    gone = await edited("remove the dog", image=still())
    assert [n.key for n in gone.notes] == ["builtin.mark_it"]


async def test_a_cat_is_added_and_told():
    painted = await edited("add a cat", image=encoded(photo("landscape", 240, 180)))
    assert painted.details["drawn"] == ["cat"]
    assert painted.notes == ()


async def test_a_mask_keeps_the_rest():
    hole = mask((20, 40, 110, 150))
    before = decoded(still())
    for words in ("a penguin", "remove it", "watercolor", "at night"):
        after = decoded((await edited(words, image=still(), mask_image=hole)).image)
        assert np.array_equal(after[:, 130:], before[:, 130:]), words
        assert np.abs(after[60:130, 40:90] - before[60:130, 40:90]).mean() > 2, words


async def test_a_thing_painted_into_a_mask_is_told():
    painted = await edited("a penguin", image=still(), mask_image=mask((20, 40, 110, 150)))
    assert painted.details["drawn"] == ["penguin"]


async def test_margins_are_filled_and_the_middle_stays():
    margins = Margins(left=40, right=60, top=10)
    painted = await edited("", image=still(), outpaint=margins)
    after = decoded(painted.image)
    assert after.shape == (190, 340, 3)
    assert np.array_equal(after[10:, 40:280], decoded(still()))
    assert after[:, :40].std() > 3


async def test_its_own_scene_is_painted_again_with_the_same_seed():
    painted, own = await own_picture()
    night = await edited("at night", image=own, seed=99)
    assert night.seed == 5
    spec = SceneSpec.from_dict(dict(night.details["spec"]))
    was = SceneSpec.from_dict(dict(painted.details["spec"]))
    assert (spec.time, spec.place) == ("night", "beach")
    assert [s.id for s in spec.subjects] == [s.id for s in was.subjects] == ["cat"]
    assert decoded(night.image).mean() < decoded(painted.image).mean()
    with_dog = await edited("add a dog", image=own, seed=99)
    assert {s.id for s in SceneSpec.from_dict(dict(with_dog.details["spec"])).subjects} == {"cat", "dog"}


async def test_its_own_scene_as_a_cartoon_is_made_of_its_pixels():
    painted, own = await own_picture()
    cartoon = await edited("Cartoonize the following image", image=own)
    assert "spec" not in cartoon.details
    tones = [decoded(p.image).mean(2).ravel() for p in (painted, cartoon)]
    assert np.corrcoef(*tones)[0, 1] > 0.8


@pytest.mark.parametrize(
    "recipe",
    ["{}", "no json", '{"engine": "builtin", "seed": 1, "details": {"spec": {"wrong": 1}}}',
     '{"engine": "builtin", "seed": "x", "details": []}', '{"engine": "huggingface", "seed": 1}', "[1]"],
)  # fmt: skip
async def test_a_recipe_that_is_not_ours_makes_it_a_photo(recipe: str):
    painted = await edited("at night", image=encoded(photo("still", 96, 96), {"imaginario": recipe}))
    assert "spec" not in painted.details


async def test_a_see_through_picture_lies_on_white():
    picture = Pictures.new("RGBA", (80, 60), (200, 30, 30, 0))
    after = decoded((await edited("brighter", image=encoded(picture))).image)
    assert after.min() > 225


async def test_a_damaged_picture_is_refused():
    broken = Image(still().data[:400], "image/png", 240, 180)
    with pytest.raises(UnusableImage):
        await edited("cartoon", image=broken)


async def test_stop_works_between_the_steps():
    big = encoded(photo("landscape", 1024, 768))
    stream = BuiltinEngine().generate(ImageRequest(prompt="oil painting", image=big, seed=1))
    assert isinstance(await anext(stream), Progress)
    start = time.perf_counter()
    await asyncio.wait_for(stream.aclose(), 20)
    assert time.perf_counter() - start < 15


def test_which_edits_paint_a_scene_again():
    from imaginario.engines.builtin.editing import repaints

    assert repaints(Edit(time="night"), None)
    assert repaints(Edit(add=(Subject(id="cat"),)), 0.3)
    assert repaints(Edit(look="oil"), None)
    assert repaints(Edit(again=True), None)
    assert not repaints(Edit(look="oil"), 0.4)
    assert not repaints(Edit(look="cartoon"), None)
    assert not repaints(Edit(tone=("warmer",)), None)
    assert not repaints(Edit(unknown=("gizmotron",)), None)
