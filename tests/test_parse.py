"""Messages taken apart: what is a command, what are its options, and what is only text."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from imaginario import commands
from imaginario.commands.base import Command
from imaginario.commands.parse import (
    EXAMPLES,
    ONE_WORD,
    OPTIONS,
    SWITCHES,
    order,
    parse,
    plain,
    table,
    without,
)
from imaginario.errors import InvalidOption, UnknownCommand
from imaginario.registry import find
from tests.faces.fakes import png

KINDS: dict[str, type[Command]] = find(commands, Command)
KNOWN = table([kind() for kind in KINDS.values()])


def taken(text: str) -> tuple[str, str, dict[str, str]]:
    """Name, text and options of a command line."""
    found = parse(text, KNOWN)
    assert found is not None
    return found.name, found.text, dict(found.options)


@pytest.mark.parametrize(
    ("text", "idea"),
    [
        ("/imagine a cat", "a cat"),
        ("  /imagine a cat ", "a cat"),
        ("/IMAGINE a cat", "a cat"),
        ("/imaginé a cat", "a cat"),
        ("/imaginar um gato", "um gato"),
        ("/imagina un gato", "un gato"),
        ("/im a cat", "a cat"),
        ("/imagine: a cat", "a cat"),
        ("/imagine\na cat", "a cat"),
        ("／imagine a cat", "a cat"),
        ("/画 一只猫", "一只猫"),
        ("/画一只猫", "一只猫"),
        ("/想象一只猫 在月亮上", "一只猫 在月亮上"),
        ("/画，一只猫", "一只猫"),
        ("/imagine", ""),
    ],
)
def test_a_leading_slash_makes_a_command_in_every_language(text: str, idea: str) -> None:
    assert taken(text) == ("imagine", idea, {})


@pytest.mark.parametrize(
    "text",
    ["a cat", "please /imagine a cat", "/ imagine x", "//imagine x", "/path/to/file", "1/2", "/123", "/", ""],
)
def test_everything_else_is_chat(text: str) -> None:
    assert parse(text, KNOWN) is None


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("/imagin x", "/imagine"), ("/hlep", "/help"), ("/stile", "/styles"), ("/zzzz", "/help")],
)
def test_an_unknown_command_names_the_nearest(text: str, nearest: str) -> None:
    with pytest.raises(UnknownCommand) as caught:
        parse(text, KNOWN)
    assert caught.value.values["nearest"] == nearest


@pytest.mark.parametrize(
    ("text", "idea", "options"),
    [
        ("a cat --seed 7", "a cat", {"seed": "7"}),
        ("a cat --seed=7", "a cat", {"seed": "7"}),
        ("a cat --SEED 7", "a cat", {"seed": "7"}),
        ("a cat --seed\n7", "a cat", {"seed": "7"}),
        ("a cat —seed 7 –ar 16:9", "a cat", {"seed": "7", "ar": "16:9"}),
        ("a cat --seed 1 --seed 2", "a cat", {"seed": "2"}),
        ("--seed 7 a cat", "a cat", {"seed": "7"}),
        ("a --seed 7 cat --raw on the moon", "a cat on the moon", {"seed": "7", "raw": ""}),
        ("--raw a cat", "a cat", {"raw": ""}),
        ("a cat --no dogs, men --style oil painting", "a cat", {"no": "dogs, men", "style": "oil painting"}),
        ("um gato --estilo giz --semente 3 --sem sol", "um gato", {"style": "giz", "seed": "3", "no": "sol"}),
        ("un gato --tamaño 640x480 --pasos 3", "un gato", {"size": "640x480", "steps": "3"}),
        ("猫 --风格 水彩", "猫", {"style": "水彩"}),
        ("a --n 2 --cfg 3 --aspect 1:1", "a", {"count": "2", "guidance": "3", "ar": "1:1"}),
        ("a --negative x", "a", {"no": "x"}),
    ],
)  # fmt: skip
def test_options_stand_anywhere_in_any_language(text: str, idea: str, options: dict[str, str]) -> None:
    assert taken(f"/imagine {text}")[1:] == (idea, options)


@pytest.mark.parametrize(
    "text",
    [
        "a - b", "a -- b", "jack-o--lantern", "wood — dark forest", "um poeta —diz ele", "x --", "a--seed 7",
        "–noite", "3-4 cats", "--7 cats",
    ],
)  # fmt: skip
def test_dashes_in_a_text_stay_there(text: str) -> None:
    assert taken(f"/imagine {text}")[1:] == (text, {})


@pytest.mark.parametrize("text", ["x --seed", "x --style  ", "x --seed --raw", "x --no --ar 1:1"])
def test_a_missing_value_is_shown_by_example(text: str) -> None:
    with pytest.raises(InvalidOption) as caught:
        parse(f"/imagine {text}", KNOWN)
    option = caught.value.values["option"]
    assert caught.value.values["allowed"] == f"{option} {EXAMPLES[OPTIONS[option[2:]]]}"


def test_an_unknown_option_names_the_nearest() -> None:
    with pytest.raises(InvalidOption) as caught:
        parse("/imagine x --stlye oil", KNOWN)
    assert caught.value.values == {"option": "--stlye", "value": "", "allowed": "--style"}


def test_every_option_has_an_example_that_is_possible() -> None:
    names = set(OPTIONS.values())
    assert set(EXAMPLES) | SWITCHES == names
    assert names >= ONE_WORD
    for name, value in EXAMPLES.items():
        assert taken(f"/imagine x --{name} {value}")[2] == {name: value}
        order("x", {name: value})


def test_pictures_ride_along() -> None:
    found = parse("/imagine x", KNOWN, (png(),))
    assert found is not None
    assert found.images == (png(),)


@pytest.mark.parametrize(
    "text",
    [
        "--no a" + " " * 50_000 + "b",
        "x" + " " * 50_000 + "y",
        "--raw " * 10_000,
        "x —" * 10_000,
        "--no" + "=" * 50_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.perf_counter()
    with suppress(InvalidOption):
        parse(f"/imagine {text}", KNOWN)
    assert time.perf_counter() - start < 2


# --- an order ---


def test_an_order_has_every_option() -> None:
    made = order(
        "a cat",
        {
            "style": "oil", "engine": "e", "model": "m", "assistant": "a", "no": "dogs", "size": "640 × 480",
            "seed": "7", "steps": "20", "guidance": "7,5", "count": "2", "raw": "",
        },
    )  # fmt: skip
    assert (made.idea, made.style, made.engine, made.model, made.assistant) == ("a cat", "oil", "e", "m", "a")
    assert (made.negative_prompt, made.size, made.seed, made.steps) == ("dogs", (640, 480), 7, 20)
    assert (made.guidance, made.count, made.raw) == (7.5, 2, True)


@pytest.mark.parametrize(
    ("text", "shape"), [("16:9", 16 / 9), ("16/9", 16 / 9), ("1.5 : 1", 1.5), ("9：16", 9 / 16)]
)
def test_a_shape_may_be_written_in_many_ways(text: str, shape: float) -> None:
    ratio = order("x", {"ar": text}).ratio
    assert ratio is not None
    assert ratio[0] / ratio[1] == pytest.approx(shape)


@pytest.mark.parametrize(
    ("option", "text"),
    [
        ("seed", "-1"), ("seed", str(2**32)), ("seed", "nan"), ("seed", "inf"), ("seed", "1.5"),
        ("seed", "x"), ("seed", ""), ("steps", "0"), ("steps", "151"), ("guidance", "50.1"),
        ("guidance", "-0.1"), ("count", "0"), ("count", "9"), ("size", "1024"), ("size", "63x64"),
        ("size", "64x4097"), ("size", "axb"), ("ar", "0:1"),
        ("ar", "1:9"), ("ar", "9:1"), ("ar", "wide"), ("ar", "1:0"),
    ],
)  # fmt: skip
def test_what_is_not_possible_says_what_is(option: str, text: str) -> None:
    with pytest.raises(InvalidOption) as caught:
        order("x", {option: text})
    assert caught.value.values["option"] == f"--{option}"
    assert caught.value.values["value"] == text
    assert caught.value.values["allowed"]


@pytest.mark.parametrize(
    ("option", "text"),
    [
        ("seed", "0"),
        ("seed", str(2**32 - 1)),
        ("steps", "150"),
        ("count", "8"),
        ("size", "64x4096"),
        ("ar", "1:8"),
    ],
)
def test_the_ends_of_a_range_are_possible(option: str, text: str) -> None:
    order("x", {option: text})


# --- rewriting a line ---


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("/imagine a cat --seed 7", "/imagine a cat"),
        ("/imagine a cat —semente 7", "/imagine a cat"),
        ("/imagine a cat --style oil", "/imagine a cat --style oil"),
        ("/imagine a cat", "/imagine a cat"),
    ],
)
def test_a_line_without_an_option(line: str, left: str) -> None:
    assert without(line, "seed") == left


@pytest.mark.parametrize("line", ["/imagine --seed 7 a cat", "/imagine a --seed 7 cat --style oil"])
def test_taking_an_option_out_leaves_the_idea(line: str) -> None:
    _, idea, options = taken(without(line, "seed"))
    assert idea == "a cat"
    assert "seed" not in options


@pytest.mark.parametrize(
    "text", ["a --seed 7", "a —style oil", "--no", "猫 --风格 水彩", "a ----raw", "--x —y –z"]
)
def test_plain_words_hold_no_option(text: str) -> None:
    assert taken(f"/imagine x {plain(text)}")[2] == {}
