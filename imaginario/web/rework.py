"""A finished picture as a line to work on: its prompt with all that decided how it was painted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from imaginario.chat import Choices
from imaginario.commands.parse import plain, without
from imaginario.errors import StudioError
from imaginario.painting import Services

SEEDS_END = 2**32
"""Seeds from here on can't be asked for."""


def editable(text: str, recipe: Mapping[str, Any], services: Services, choices: Choices) -> str:
    """The prompt that was painted as a command of its own; `text` is what had been said.

    Sent as it is, it paints the same once more, whatever the menus say meanwhile.
    """
    options = [*_controls(recipe), *_painter(text, recipe, services, choices)]
    return " ".join([f"/imagine {plain(recipe.get('prompt', ''))} --raw", *options])


def _controls(recipe: Mapping[str, Any]) -> Iterator[str]:
    asked, seed = recipe.get("asked") or {}, recipe.get("seed")
    if negative := recipe.get("negative_prompt"):
        yield f"--no {plain(negative)}"
    if seed is not None and seed < SEEDS_END:
        yield f"--seed {seed}"
    if size := _size(recipe, asked):
        yield f"--size {size[0]}x{size[1]}"
    for option, name in (("steps", "num_inference_steps"), ("guidance", "guidance_scale")):
        if asked.get(name) is not None:
            yield f"--{option} {asked[name]:g}"


def _size(recipe: Mapping[str, Any], asked: Mapping[str, Any]) -> tuple[int, int] | None:
    """Width and height in pixels: as asked, or what came of a ratio; None where no shape was asked."""
    source = recipe if "aspect_ratio" in asked else asked
    return (source["width"], source["height"]) if {"width", "height"} <= source.keys() else None


def _painter(text: str, recipe: Mapping[str, Any], services: Services, choices: Choices) -> Iterator[str]:
    """Engine and model, where they were asked for or are not what the menus would give."""
    usual = _usual(services, choices)
    for option, now in zip(("engine", "model"), usual, strict=True):
        then = str(recipe.get(option) or "")
        if then and (_says(text, option) or then != now):
            yield f"--{option} {then}"


def _usual(services: Services, choices: Choices) -> tuple[str, str]:
    """Engine and model of the menus; blank where they can't be reached any more."""
    try:
        engine = services.engine(choices.engine)
        return engine.name, engine.card(choices.image_model).id
    except StudioError:
        return "", ""


def _says(text: str, option: str) -> bool:
    return without(text, option) != without(text, "")
