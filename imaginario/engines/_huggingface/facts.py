"""What models can do and what providers leave out, read from `cards.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from imaginario.engines._huggingface.hub import Route
from imaginario.images import ModelCard, Param, Task


def default_model() -> str:
    """The id of the model that paints when none is named."""
    return _facts()["default"]


def cards(*, own: bool) -> tuple[ModelCard, ...]:
    """The models that are described, best first: those of own endpoints, or those of providers."""
    return tuple(card(model) for model in _facts()["models"] if is_own(model) == own)


def knows(model: str) -> bool:
    """Whether there is a description of this id."""
    return model in _facts()["models"]


def is_own(model: str) -> bool:
    """Whether no provider serves this model: it wants an endpoint of one's own."""
    return bool(_facts()["models"].get(model, {}).get("own"))


def card(model: str) -> ModelCard:
    """What is known of this id; a stranger gets a careful card."""
    stranger = {"title": model.rpartition("/")[2], **_facts()["careful"]}
    return _card(model, _facts()["models"].get(model, stranger))


def endpoint_card(address: str, runs: str) -> ModelCard:
    """The card of an endpoint: that of the model that `runs` there, if it is known."""
    told = _facts()["models"].get(runs, _facts()["careful"] if runs else _facts()["endpoint"])
    host = address.partition("://")[2].partition("/")[0].partition("#")[0]
    title = f"{told.get('title') or runs.rpartition('/')[2]} ({host})" if runs else host
    return _card(address, {**told, "title": title})


def ignored_by(route: Route) -> tuple[str, ...]:
    """Names of the controls that never reach this route's model."""
    return tuple(_facts()["ignores"].get(route.task.value, {}).get(route.provider, ()))


def _card(model: str, described: Mapping[str, Any]) -> ModelCard:
    common, told = _facts()["common"], {k: v for k, v in described.items() if k != "own"}
    tasks = told.pop("tasks", [Task.TEXT_TO_IMAGE.value])
    controls = [*common["every"], *told.pop("supports"), *(p for task in tasks for p in common[task])]
    return ModelCard(
        id=model,
        tasks=frozenset(map(Task, tasks)),
        supports=frozenset(map(Param, controls)),
        default_size=tuple(told.pop("default_size", (1024, 1024))),
        defaults=MappingProxyType(told.pop("defaults", {})),
        **told,
    )


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("imaginario.engines._huggingface").joinpath("cards.toml").read_text("utf-8")
    )
