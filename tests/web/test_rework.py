"""A finished picture as a command: sent again, it paints the same, whatever the menus say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from imaginario.chat import Choices
from imaginario.commands.parse import order, split_options
from imaginario.painting import Services
from imaginario.secrets import Secret
from imaginario.web.rework import editable
from tests.web.desk import desk

RECIPE: dict[str, Any] = {"prompt": "a cat", "width": 1024, "height": 576, "seed": 7}


def services(folder: Path, *keys: str) -> Services:
    """What these keys can reach."""
    return desk(folder).house.services({key: Secret("hf_" + "x" * 20) for key in keys})


def reworked(recipe: dict[str, Any], at: Services, text: str = "/imagine a cat", **chosen: str) -> str:
    """The command without its beginning."""
    line = editable(text, RECIPE | recipe, at, Choices(**chosen))  # type: ignore[arg-type]
    assert line.startswith("/imagine a cat --raw")
    return line.removeprefix("/imagine a cat --raw").strip()


@pytest.mark.parametrize(
    ("recipe", "options"),
    [
        ({}, "--seed 7"),
        ({"seed": 0}, "--seed 0"),
        ({"seed": None}, ""),
        ({"seed": 2**32}, ""),
        ({"seed": 2**32 - 1}, f"--seed {2**32 - 1}"),
        ({"negative_prompt": "dogs --seed 9"}, "--no dogs seed 9 --seed 7"),
        ({"asked": {"width": 640, "height": 480}}, "--seed 7 --size 640x480"),
        ({"asked": {"aspect_ratio": "16:9"}}, "--seed 7 --size 1024x576"),
        (
            {"asked": {"num_inference_steps": 20, "guidance_scale": 0.0}},
            "--seed 7 --steps 20 --guidance 0",
        ),
        ({"asked": {"guidance_scale": 7.5}}, "--seed 7 --guidance 7.5"),
    ],
)
def test_the_controls_that_were_asked_come_along(
    tmp_path: Path, recipe: dict[str, Any], options: str
) -> None:
    line = reworked(recipe, services(tmp_path))
    assert line == options
    order("a cat", split_options(f"a cat --raw {line}")[1])


def painted(at: Services, engine: str) -> dict[str, Any]:
    """The part of a recipe that tells who painted, with the usual model; the seed left out."""
    return {"engine": engine, "model": at.engine(engine).card("").id, "seed": None}


def test_the_painter_is_named_only_where_the_menus_say_another(tmp_path: Path) -> None:
    at = services(tmp_path, "huggingface")
    strong, plain = painted(at, "huggingface"), painted(at, "builtin")
    assert reworked(strong, at) == ""
    assert reworked(strong, at, engine="huggingface") == ""
    assert reworked(plain, at) == f"--engine builtin --model {plain['model']}"
    assert reworked(strong, at, engine="builtin") == f"--engine huggingface --model {strong['model']}"
    assert reworked(strong | {"model": "a/b"}, at) == "--model a/b"
    assert reworked(strong | {"model": "a/b"}, at, engine="huggingface", image_model="a/b") == ""


def test_the_painter_is_named_where_it_was_asked_for(tmp_path: Path) -> None:
    at = services(tmp_path, "huggingface")
    strong = painted(at, "huggingface")
    assert reworked(strong, at, "/imagine a cat —motor huggingface") == "--engine huggingface"
    assert reworked(strong, at, "/imagine a cat --model x") == f"--model {strong['model']}"


def test_a_menu_whose_key_is_gone_names_the_painter(tmp_path: Path) -> None:
    at = services(tmp_path)
    assert reworked(painted(at, "builtin"), at) == ""
    assert reworked(painted(at, "builtin"), at, engine="huggingface").startswith("--engine builtin")
