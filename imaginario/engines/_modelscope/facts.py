"""What image models behind ModelScope's API-Inference can do, read from `cards.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from imaginario.images import ModelCard, Param, Task


def default_model() -> str:
    """The id of the model that paints when none is named."""
    return _facts()["default"]


def cards() -> tuple[ModelCard, ...]:
    """The described models, in order of preference."""
    return tuple(map(card, _facts()["models"]))


def card(model: str) -> ModelCard:
    """What is known of this id; a stranger gets a careful card."""
    told = _facts()
    family = next(f for f in told["families"] if re.search(f["pattern"], model))
    rules: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in family["card"].items()}
    return ModelCard(
        id=model,
        title=told["titles"].get(model, model.rpartition("/")[2]),
        tasks=frozenset(map(Task, family["tasks"])),
        supports=frozenset(map(Param, family["supports"])),
        note=told["notes"].get(model, ""),
        **rules,
    )


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("imaginario.engines._modelscope").joinpath("cards.toml").read_text("utf-8")
    )
