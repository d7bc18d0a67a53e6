"""What Gemini's image models can do, read from `cards.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from imaginario.engines._cards import RuledCard
from imaginario.images import Param, Task

TASKS = frozenset({Task.TEXT_TO_IMAGE, Task.IMAGE_TO_IMAGE})
"""What every one of them does: they take no mask."""
LARGEST = 2048
"""Longest side, in pixels, of a picture to change: a larger one does not come back larger by itself."""
TIERS = {"1K": 1, "2K": 2, "4K": 4}


def default_model() -> str:
    """The id of the model that paints when none is named."""
    return _facts()["default"]


def most_pictures() -> int:
    """How many pictures one request may carry."""
    return _facts()["most_pictures"]


def cards() -> tuple[RuledCard, ...]:
    """The models that are described, in order of preference."""
    return tuple(map(card, _facts()["models"]))


def card(model: str, title: str = "") -> RuledCard:
    """What is known of this id; a stranger, called `title`, gets a careful card."""
    told = _of(model)
    sizes = tuple(_sizes(model))
    return RuledCard(
        id=model,
        title=told.get("title") or title or model,
        tasks=TASKS,
        supports=frozenset(map(Param, _facts()["supports"])),
        sizes=tuple(size for _, _, size in sizes),
        min_side=min(min(size) for _, _, size in sizes),
        max_side=min(LARGEST, max(max(size) for _, _, size in sizes)),
        multiple_of=16,
        note=told.get("note", ""),
    )


def shape(model: str, width: int, height: int) -> tuple[str, str]:
    """Gemini's words for a size: an aspect ratio, and an image size that is "" for the usual one."""
    size = card(model).fitting(width, height)
    ratio, tier, _ = next(found for found in _sizes(model) if found[2] == size)
    return ratio, "" if tier == "1K" else tier


def tier(model: str, width: int, height: int) -> str:
    """The image size that keeps a picture's detail when it is changed, "" for the usual one."""
    usual = 1024 * 1024
    return "2K" if width * height > 2 * usual and "2K" in _of(model)["tiers"] else ""


def _sizes(model: str) -> list[tuple[str, str, tuple[int, int]]]:
    told, ratios = _of(model), _facts()["ratios"]
    return [
        (ratio, tier, (ratios[ratio][0] * TIERS[tier], ratios[ratio][1] * TIERS[tier]))
        for tier in ("1K", *told["tiers"])
        for ratio in told["ratios"]
    ]


def _of(model: str) -> dict[str, Any]:
    return {**_facts()["careful"], **_facts()["models"].get(model, {})}


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("imaginario.engines._gemini").joinpath("cards.toml").read_text("utf-8")
    )
