"""The sketches that stand in for the ModelScope cartoon series: each bound to its look, whatever is asked."""

from __future__ import annotations

import io
from contextlib import aclosing
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PIL import Image as Pictures

from imaginario.engines.builtin import BuiltinEngine, cards, compose, looks, words
from imaginario.events import Painted
from imaginario.images import Image, ImageRequest, Margins
from tests.builtin.photos import photo

MODELS = list(cards.LOOKS)
NAMES = {
    "cv_cartoon_stable_diffusion_design",
    "cv_cartoon_stable_diffusion_watercolor",
    "cv_cartoon_stable_diffusion_illustration",
    "cv_cartoon_stable_diffusion_clipart",
    "cv_cartoon_stable_diffusion_flat",
}


def png(picture: Pictures.Image) -> Image:
    data = io.BytesIO()
    picture.save(data, "PNG")
    return Image(data.getvalue(), "image/png", *picture.size)


PHOTO = png(photo("still", 200, 150))


async def made(**asked: object) -> Painted:
    usual = {"prompt": "a cat in the meadow", "width": 256, "height": 256, "seed": 5}
    if "image" in asked:
        usual = {"prompt": "a photo", "seed": 5}
    request = ImageRequest(**{**usual, **asked})  # type: ignore[arg-type]
    async with aclosing(BuiltinEngine().generate(request)) as events:
        return [e async for e in events if isinstance(e, Painted)][0]  # noqa: RUF015  # async has no next()


async def pixels(**asked: object) -> np.ndarray:
    painted = await made(**asked)
    return np.asarray(Pictures.open(io.BytesIO(painted.image.data)).convert("RGB"), np.int16)


async def test_all_five_are_offered_and_named_as_what_they_are():
    storybook, *sketches = await BuiltinEngine().models()
    assert storybook.id == "storybook"
    assert [card.id for card in sketches] == MODELS
    for card in sketches:
        assert card.title.startswith("Approximation of ")
        assert "built-in sketch" in card.title
        assert cards.approximated(card.id) in card.title
        assert replace(card, id=storybook.id, title=storybook.title) == storybook
    assert {cards.approximated(card.id) for card in sketches} == NAMES
    assert set(cards.LOOKS.values()) <= set(looks.styles())


def test_a_model_that_nobody_knows_is_the_storybook():
    engine = BuiltinEngine()
    assert engine.card("") == engine.card("sketch-cubism") == cards.CARD
    assert [engine.card(name).id for name in MODELS] == MODELS


@pytest.mark.parametrize("model", MODELS)
async def test_each_paints_its_own_look_whatever_the_words_say(model: str):
    plain = await pixels(model=model)
    assert np.array_equal(plain, await pixels(prompt="a cat in the meadow, oil painting", model=model))
    assert np.array_equal(plain, await pixels(negative_prompt=cards.LOOKS[model], model=model))
    named = await made(model=model, prompt="a cat in the meadow, pixel art")
    assert named.details["spec"]["style"] == cards.LOOKS[model]
    assert named.details["label"] == "built-in sketch, not AI"


async def test_no_two_of_them_are_alike_in_words_or_in_photos():
    for asked in ({}, {"image": PHOTO}):
        all_made = [await pixels(model=model, **asked) for model in ("", *MODELS)]
        for one, other in combinations(all_made, 2):
            assert np.abs(one - other).mean() > 2


@pytest.mark.parametrize("model", MODELS)
async def test_photos_are_painted_in_the_look_too_by_degrees(model: str):
    before = np.asarray(photo("still", 200, 150), np.int16)
    told = await made(model=model, image=PHOTO, prompt="Cartoonize the following image")
    assert told.details["edit"]["look"] == cards.LOOKS[model]
    weak, strong = [
        np.abs(await pixels(model=model, image=PHOTO, strength=s) - before).mean() for s in (0.2, 0.9)
    ]
    assert 0 < weak < strong / 2


async def test_a_mask_and_new_margins_do_what_they_do_with_any_model():
    mask = Pictures.new("L", (200, 150), 0)
    mask.paste(255, (80, 60, 120, 110))
    for asked in (
        {"mask_image": png(mask), "prompt": "remove it"},
        {"outpaint": Margins(right=40), "prompt": ""},
    ):
        usual = await pixels(image=PHOTO, **asked)
        assert np.array_equal(usual, await pixels(image=PHOTO, model="sketch-flat", **asked))


@pytest.mark.parametrize(
    "prompt",
    ["sks style, a cat in the meadow", "a cat in the meadow, sks style", "archer style, a cat in the meadow"],
)
async def test_the_trigger_words_of_the_series_are_read_over(prompt: str):
    painted = await made(prompt=prompt, model="sketch-design")
    assert painted.notes == ()
    assert painted.details["not_drawn"] == []
    assert np.array_equal(await pixels(prompt=prompt), await pixels())


def test_clip_art_has_one_bold_line_on_white_and_few_strong_colours():
    spec = replace(words.read("a red car"), style="clipart")
    a = np.asarray(compose.paint(spec, width=400, height=400, seed=3).image, np.int16)
    assert (a[:8].min(), a[-8:].min()) == (255, 255)
    dark = (a.max(2) < 60).mean()
    assert 0.01 < dark < 0.3
    ring = np.argwhere((a.sum(2) < 740).any(0))[0][0]
    column = a[:, ring + 2]
    assert column.sum(1).min() < 250, "the outermost thing is the outline"
    assert np.ptp(a, axis=2).max() > 150


def test_a_design_poster_has_a_cream_margin_and_keeps_the_scene():
    spec = words.read("a cat on the beach")
    poster, usual = (
        np.asarray(compose.paint(replace(spec, style=s), width=400, height=400, seed=3).image, np.int16)
        for s in ("design", "illustration")
    )
    margin = poster[:8].reshape(-1, 3)
    assert margin.min() > 225
    assert (margin[:, 0] > margin[:, 2]).all()
    inside = np.abs(poster - usual)[40:-40, 40:-40].mean()
    assert 3 < inside < 45


@pytest.mark.parametrize("style", ["sticker", "clipart"])
def test_a_place_without_anybody_is_not_left_out_by_the_plain_looks(style: str):
    spec = replace(words.read("the beach at sunset"), style=style)
    a = np.asarray(compose.paint(spec, width=300, height=300, seed=3).image, np.int16)[80:-80, 80:-80]
    assert a.std() > 25
