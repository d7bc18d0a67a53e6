"""The recipe: what is written into a PNG, what is read out of one, and how files are called."""

from __future__ import annotations

import json

import pytest

from imaginario import pngfile, recipe
from imaginario.chat import PromptDraft
from imaginario.recipe import JSON_KEY, PARAMETERS_KEY, Recipe, parse_parameters, slug
from tests.faces.fakes import png


def made(**changes: object) -> Recipe:
    """A recipe with everything in it."""
    values: dict[str, object] = {
        "idea": "um gato, na lua",
        "language": "pt-BR",
        "draft": PromptDraft(prompt="A cat", prompt_local="Um gato", title="Gato na lua"),
        "prompt": "oil painting of a cat,\non the moon",
        "negative_prompt": "dogs",
        "style": "oil",
        "engine": "huggingface",
        "model": "a/b, c",
        "provider": "p",
        "seed": 7,
        "width": 64,
        "height": 48,
        "sent": {"num_inference_steps": 20, "guidance_scale": 7.5, "seed": 7},
        "ignored": ("steps",),
        "timings": {"painting": 1.5},
        "label": "sketch, not AI",
        "details": {"scene": {"place": "moon", "猫": 1}},
        "created": "2026-01-01T00:00:00+00:00",
        "version": "1",
    }
    return Recipe(**{**values, **changes})  # type: ignore[arg-type]


def test_it_comes_out_of_the_png_as_it_went_in() -> None:
    data = pngfile.with_texts(png().data, made().texts())
    assert recipe.read(pngfile.texts(data)) == json.loads(json.dumps(made().to_dict()))


def test_what_is_empty_is_left_out_but_zero_is_not() -> None:
    told = made(seed=0, style="", provider="", sent={}, ignored=()).to_dict()
    assert told["seed"] == 0
    assert not {"style", "provider", "sent", "ignored", "assistant"} & told.keys()


def test_the_text_for_other_programs() -> None:
    assert made().parameters() == (
        "oil painting of a cat, on the moon\n"
        "Negative prompt: dogs\n"
        "Steps: 20, CFG scale: 7.5, Seed: 7, Size: 64x48, Model: a/b  c, Version: Imaginario 1, "
        "Note: sketch  not AI"
    )


def test_our_own_text_is_read_back_without_the_json() -> None:
    told = recipe.read({PARAMETERS_KEY: made().parameters()})
    assert told is not None
    assert (told["prompt"], told["negative_prompt"]) == ("oil painting of a cat, on the moon", "dogs")
    assert (told["Steps"], told["Seed"], told["Size"], told["Note"]) == ("20", "7", "64x48", "sketch  not AI")


@pytest.mark.parametrize(
    ("text", "prompt", "negative", "pairs"),
    [
        ("a cat\nNegative prompt: dog\nSteps: 20, Seed: 1", "a cat", "dog", {"Steps": "20", "Seed": "1"}),
        ("a\nb\nNegative prompt: x\ny\nSteps: 2", "a\nb", "x\ny", {"Steps": "2"}),
        (
            'x\nSteps: 1, Lora hashes: "a: 1, b: 2", Version: v1',
            "x", "", {"Steps": "1", "Lora hashes": '"a: 1, b: 2"', "Version": "v1"},
        ),
        ("x\nSeed: 1, Size: 1x1, Model: m", "x", "", {"Seed": "1", "Size": "1x1", "Model": "m"}),
        ("just words", "just words", "", {}),
        ("A portrait, Style: noir", "A portrait, Style: noir", "", {}),
        ("a fox\nScene: forest, Mood: calm", "a fox\nScene: forest, Mood: calm", "", {}),
        ("", "", "", {}),
    ],
)  # fmt: skip
def test_texts_of_other_programs(text: str, prompt: str, negative: str, pairs: dict[str, str]) -> None:
    assert parse_parameters(text) == {"prompt": prompt, "negative_prompt": negative, **pairs}


@pytest.mark.parametrize("broken", ["", "{", "[1]", '"text"', "null"])
def test_a_damaged_json_leaves_the_other_text(broken: str) -> None:
    told = recipe.read({JSON_KEY: broken, PARAMETERS_KEY: "a cat"})
    assert told == {"prompt": "a cat", "negative_prompt": ""}
    assert recipe.read({JSON_KEY: broken}) is None


def test_no_text_no_recipe() -> None:
    assert recipe.read({"Software": "x"}) is None


@pytest.mark.parametrize(
    ("title", "idea", "seed", "name"),
    [
        ("Gato na Lua!", "x", 7, "gato-na-lua-7.png"),
        ("", "Ação é já", None, "acao-e-ja.png"),
        ("一只猫", "x", 3, "一只猫-3.png"),
        ("💥", "x", 1, "imaginario-1.png"),
        ("../../etc/passwd", "x", None, "etc-passwd.png"),
    ],
)
def test_a_file_is_called_after_what_is_in_it(title: str, idea: str, seed: int | None, name: str) -> None:
    assert made(draft=PromptDraft(prompt="p", title=title), idea=idea, seed=seed).filename() == name


def test_a_name_is_never_long_and_ends_at_a_word() -> None:
    name = slug("a very long title about many cats that sit on a rather large moon and look at us")
    assert len(name) <= 60
    assert name.endswith("-a-rather-large")
    assert len(slug("a" * 500)) == 60
    assert len(slug("猫" * 500).encode()) < 255


@pytest.mark.parametrize(
    ("text", "name"), [("й ё", "й-ё"), ("Ünïcode", "unicode"), ("a_b/c\\d:e", "a-b-c-d-e"), ("", "")]
)
def test_accents_go_other_scripts_stay(text: str, name: str) -> None:
    assert slug(text) == name


def test_entries_of_another_kind_are_left_out() -> None:
    strange = {
        "idea": "a cat", "seed": False, "width": True, "height": "tall", "draft": "none", "ignored": "steps",
        "timings": {"painting": "long"}, "prompt": None, "of_later_versions": [1],
    }  # fmt: skip
    assert recipe.read({recipe.JSON_KEY: json.dumps(strange)}) == {"idea": "a cat", "of_later_versions": [1]}
