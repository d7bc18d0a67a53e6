"""`/compare`: one prompt, one seed, and one control that differs; what could not differ is refused first."""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from imaginario.chat import Choices, Controls, Session
from imaginario.commands.compare import Grid, Variation, grid, variation
from imaginario.errors import (
    ContentRefused,
    EmptyPrompt,
    InvalidOption,
    NoDifference,
    NoPicture,
    OutOfCredits,
    StudioError,
)
from imaginario.events import Comparing, Failed, Note, PromptReady, Proposed, Saved, TurnEvent
from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import Image, Param
from imaginario.present import compared
from imaginario.studio import Studio
from imaginario.wiring import build
from tests.faces.fakes import FakeHouse, Script, png


async def said(studio: Studio, text: str, *images: Image, **choices: Any) -> list[TurnEvent]:
    """All events of a turn."""
    session = Session(owner="ana", choices=Choices(**choices))
    async with aclosing(studio.turn(text, session, images=images)) as stream:
        return [event async for event in stream]


def recipes(events: list[TurnEvent]) -> list[dict]:
    """The recipes of all pictures."""
    return [dict(event.recipe) for event in events if isinstance(event, Saved)]


def failure(events: list[TurnEvent]) -> StudioError:
    """What a turn failed with."""
    (failed,) = [event for event in events if isinstance(event, Failed)]
    return failed.error


@pytest.mark.parametrize(
    ("text", "control", "values"),
    [
        ("steps=4,12,30", "steps", ("4", "12", "30")),
        ("passos = 4，12", "steps", ("4", "12")),
        ("--guidance=1|7.5|1", "guidance", ("1", "7.5")),
        ("no=|dogs, cats|clouds", "no", ("", "dogs, cats", "clouds")),
        ("风格=水彩,漫画", "style", ("水彩", "漫画")),
    ],
)
def test_a_variation_is_taken_apart(text: str, control: str, values: tuple[str, ...]) -> None:
    assert variation(text) == Variation(control, values)


@pytest.mark.parametrize(
    "text",
    ["steps", "steps=4", "steps=4,4", "", "colour=red,blue", "raw=1,2", "steps=0,4", "size=9,8",
     "seed=" + ",".join(map(str, range(9)))],
)  # fmt: skip
def test_what_is_no_variation_is_refused_with_what_is_possible(text: str) -> None:
    with pytest.raises(InvalidOption) as caught:
        variation(text)
    assert caught.value.values["allowed"]


def test_two_controls_make_a_grid() -> None:
    found = grid("steps=4,12,30", "cfg=3|7")
    assert found == Grid(Variation("steps", ("4", "12", "30")), Variation("guidance", ("3", "7")))
    assert found.size == 6
    assert list(found.cells())[2:4] == [("30", "3"), ("4", "7")]
    assert list(grid("seed=1,2").cells()) == [("1", ""), ("2", "")]


@pytest.mark.parametrize(
    ("vary", "by"),
    [
        ("steps=4,12", "steps=1,2"),
        ("size=64x64,128x128", "ar=1:1,16:9"),
        ("model=a,b", "engine=c,d"),
        ("seed=1,2,3,4,5", "steps=4,5,6,7"),
        ("", "steps=4,5"),
        ("seed=1,2", "steps=4"),
    ],
)
def test_what_is_no_grid_is_refused_by_its_own_name(vary: str, by: str) -> None:
    with pytest.raises(InvalidOption) as caught:
        grid(vary, by)
    assert caught.value.values["option"] == "--by"
    assert caught.value.values["allowed"]


async def test_a_grid_paints_every_pair_once_row_by_row(studio: Studio, script: Script) -> None:
    text = "/comparar um gato --variar semente=1,2,3 --cruzar size=64x64,128x64"
    events = await said(studio, text)
    assert [(request.seed, request.width) for request in script.requests] == [
        (1, 64), (2, 64), (3, 64), (1, 128), (2, 128), (3, 128),
    ]  # fmt: skip
    assert len({request.prompt for request in script.requests}) == len(script.heard) == 1
    places = [event for event in events if isinstance(event, Comparing)]
    assert [(place.at, place.of) for place in places] == [(n, 6) for n in range(1, 7)]
    assert places[4].values == {"seed": "2", "size": "128x64"}
    details = recipes(events)[4]["details"]
    assert (details["compared"], details["crossed"]) == (["seed", "2"], ["size", "128x64"])
    assert (details["columns"], details["rows"]) == (["1", "2", "3"], ["64x64", "128x64"])


async def test_imagine_with_several_values_compares_them(studio: Studio, script: Script) -> None:
    await said(studio, "/imagine a cat --vary seed=1,2 --by style=oil,comic")
    assert [request.seed for request in script.requests] == [1, 2, 1, 2]
    assert isinstance(failure(await said(studio, "/imagine a cat --by seed=1,1")), InvalidOption)


async def test_a_second_control_that_is_ignored_is_refused_too(studio: Studio, script: Script) -> None:
    error = failure(await said(studio, "/compare a cat --vary seed=1,2 --by steps=4,12"))
    assert isinstance(error, NoDifference)
    assert error.values["control"] == "steps"
    assert script.heard == script.requests == []


def failed(events: list[TurnEvent]) -> list[str]:
    """The codes of what failed."""
    return [event.error.code for event in events if isinstance(event, Failed)]


async def test_a_picture_that_is_refused_alone_leaves_the_others(studio: Studio, script: Script) -> None:
    script.failures = [ContentRefused(engine="fake", model="fake-1")]
    events = await said(studio, "/compare a cat --vary seed=1,2,3")
    assert failed(events) == ["content_refused"]
    assert [recipe["seed"] for recipe in recipes(events)] == [2, 3]


async def test_what_would_fail_for_every_value_ends_it(studio: Studio, script: Script) -> None:
    script.failures = [OutOfCredits(engine="fake", model="fake-1")]
    events = await said(studio, "/compare a cat --vary seed=1,2,3")
    assert failed(events) == ["out_of_credits"]
    assert len(script.requests) == 1
    script.failures = [ContentRefused(engine="fake", model="fake-1") for _ in range(9)]
    script.requests.clear()
    events = await said(studio, "/compare a cat --vary seed=1,2,3,4,5,6")
    assert failed(events) == ["content_refused", "content_refused"]
    assert recipes(events) == []


async def test_one_model_that_fails_does_not_end_a_comparison_of_models(
    studio: Studio, script: Script
) -> None:
    script.failures = [OutOfCredits(engine="fake", model="fake-1")]
    events = await said(studio, "/compare a cat --vary model=fake-1,fake-2")
    assert failed(events) == ["out_of_credits"]
    assert [recipe["model"] for recipe in recipes(events)] == ["fake-2"]


async def test_nothing_among_the_negative_prompts_means_nothing(studio: Studio, script: Script) -> None:
    script.obeyed = frozenset({*script.obeyed, Param.NEGATIVE_PROMPT})
    await said(studio, "/compare a cat --vary no=|dogs", controls=Controls(negative_prompt="birds"))
    assert [request.negative_prompt for request in script.requests] == [None, "dogs"]


async def test_only_the_control_differs(studio: Studio, script: Script) -> None:
    events = await said(studio, "/comparar um gato --vary size=64x64,128x64,64x128 --no dogs")
    sizes = [(request.width, request.height) for request in script.requests]
    assert sizes == [(64, 64), (128, 64), (64, 128)]
    assert len({request.seed for request in script.requests}) == 1
    assert len({request.prompt for request in script.requests}) == 1
    assert len(script.heard) == 1
    assert sum(isinstance(event, PromptReady) for event in events) == 1
    assert not any(isinstance(event, Proposed) for event in events)
    found = recipes(events)
    assert [recipe["details"]["compared"] for recipe in found] == [
        ["size", "64x64"],
        ["size", "128x64"],
        ["size", "64x128"],
    ]
    assert {recipe["assistant"] for recipe in found} == {"scribe"}
    assert all(recipe["asked"]["negative_prompt"] == "dogs" for recipe in found)


async def test_seeds_and_styles_can_be_compared_too(studio: Studio, script: Script) -> None:
    await said(studio, "/compare a cat --vary seed=1,2,3")
    assert [request.seed for request in script.requests] == [1, 2, 3]
    script.requests.clear()
    events = await said(studio, "/compare a cat --raw --seed 5")
    assert [recipe["style"] for recipe in recipes(events)] == ["illustration", "watercolor", "comic", "oil"]
    assert {request.seed for request in script.requests} == {5}
    assert len({request.prompt for request in script.requests}) == 4
    assert all("a cat" in request.prompt for request in script.requests)


async def test_what_the_model_ignores_is_refused_before_anybody_is_asked(
    studio: Studio, script: Script
) -> None:
    error = failure(await said(studio, "/compare a cat --vary steps=4,12"))
    assert isinstance(error, NoDifference)
    assert error.values["model"] == "fake-1"
    assert "seed" in error.values["others"]
    assert "steps" not in error.values["others"]
    assert script.heard == script.requests == []
    for language in LANGUAGES:
        told = " ".join(Translator(language).error(error))
        assert "fake-1" in told
        assert "{" not in told


async def test_an_unknown_style_among_them_is_refused_before_anybody_is_asked(
    studio: Studio, script: Script
) -> None:
    error = failure(await said(studio, "/compare a cat --vary style=oil,nothing-like-it"))
    assert isinstance(error, InvalidOption)
    assert script.heard == script.requests == []


async def test_without_an_idea_or_a_picture_it_says_so(studio: Studio) -> None:
    assert isinstance(failure(await said(studio, "/compare --vary seed=1,2")), EmptyPrompt)
    error = failure(await said(studio, "/compare snow --vary strength=0.3,0.9"))
    assert isinstance(error, NoPicture | NoDifference)


async def test_every_value_is_painted_once_whatever_the_settings_say(studio: Studio, script: Script) -> None:
    await said(studio, "/compare a cat --vary seed=1,2", controls=Controls(count=4))
    await said(studio, "/compare a cat --vary seed=1,2 --count 3")
    assert [request.num_images_per_prompt or 1 for request in script.requests] == [1, 1, 1, 1]


async def test_who_sees_every_prompt_first_is_not_asked_for_every_picture(
    studio: Studio, script: Script
) -> None:
    events = await said(studio, "/compare a cat --vary seed=1,2", ask_first=True)
    assert len(recipes(events)) == 2
    assert not any(isinstance(event, Proposed) for event in events)


async def test_the_built_in_engine_shows_each_controls_effect(tmp_path: Path) -> None:
    house = build(data_dir=tmp_path)
    studio = house.studio({})
    builtin = "--engine builtin --assistant builtin --size 256x256 --seed 3"
    for vary in ("steps=5,50", "guidance=1,15", "no=|trees", "style=oil,comic", "seed=1,2"):
        events = await said(studio, f"/compare a cat in the forest {builtin} --vary {vary}")
        pictures = [event.image.data for event in events if isinstance(event, Saved)]
        assert len(set(pictures)) == 2, vary
    events = await said(studio, f"/compare as a comic {builtin} --vary strength=0.2,0.9", png(256, 256))
    assert [recipe["details"]["compared"][1] for recipe in recipes(events)] == ["0.2", "0.9"]
    await house.aclose()


async def test_new_margins_need_no_words_and_are_painted_once_a_value(studio: Studio, script: Script) -> None:
    events = await said(studio, "/compare --outpaint right=64 --vary style=oil,comic", png(64, 64))
    assert not [event for event in events if isinstance(event, Saved)]
    assert isinstance(failure(events), EmptyPrompt)
    script.obeyed = frozenset({*script.obeyed, Param.STRENGTH})
    events = await said(studio, "/compare --outpaint right=64 --vary strength=0.3,0.9", png(64, 64))
    assert [recipe["details"]["compared"][1] for recipe in recipes(events)] == ["0.3", "0.9"]
    assert len(script.requests) == 2


async def test_a_model_without_seeds_says_that_pictures_differ_anyway(tmp_path: Path, script: Script) -> None:
    script.obeyed = frozenset()
    events = await said(FakeHouse(tmp_path, script).studio({}), "/compare a cat --vary style=oil,comic")
    assert Note("painting.no_seed") in events


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_is_named_in_words(language: str) -> None:
    t = Translator(language)
    recipe = {"details": {"compared": ["num_inference_steps", "12"]}}
    assert compared(recipe, t) == f"{t('params.num_inference_steps')} 12"
    assert compared({"details": {"compared": ["negative_prompt", ""]}}, t).endswith(t("controls.nothing"))
    assert compared({"details": {"compared": ["size", "64x48"]}}, t) == f"{t('params.size')} 64×48"
    recipe["details"]["crossed"] = ["seed", "7"]
    assert compared(recipe, t) == f"{t('params.num_inference_steps')} 12 · {t('params.seed')} 7"
    for poor in ({}, {"details": None}, {"details": {"compared": "x"}}, {"details": {"compared": [1]}}):
        assert compared(poor, t) == ""
