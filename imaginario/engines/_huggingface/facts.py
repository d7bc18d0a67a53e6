"""What models can do and what providers leave out, read from `cards.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from imaginario.images import ModelCard, Param


def default_model() -> str:
    """The id of the model that paints when none is named."""
    return _facts()["default"]


def cards() -> tuple[ModelCard, ...]:
    """The models that are described, in order of preference."""
    return tuple(map(card, _facts()["models"]))


def knows(model: str) -> bool:
    """Whether there is a description of this id."""
    return model in _facts()["models"]


def card(model: str) -> ModelCard:
    """What is known of this id; a stranger gets a careful card."""
    facts = _facts()
    stranger = {"title": model.rpartition("/")[2], **facts["careful"]}
    told: dict[str, Any] = dict(facts["models"].get(model, stranger))
    return ModelCard(
        id=model,
        supports=frozenset(map(Param, [*facts["common"], *told.pop("supports")])),
        default_size=tuple(told.pop("default_size", (1024, 1024))),
        defaults=MappingProxyType(told.pop("defaults", {})),
        **told,
    )


def ignored_by(provider: str) -> tuple[str, ...]:
    """Names of the controls that never reach this provider."""
    return tuple(_facts()["ignores"].get(provider, ()))


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("imaginario.engines._huggingface").joinpath("cards.toml").read_text("utf-8")
    )
