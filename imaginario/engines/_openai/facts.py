"""What image models behind OpenAI's API can do, read from `cards.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from imaginario.engines._cards import RuledCard
from imaginario.images import Param, Task

PAINTS = re.compile(
    r"image|flux|stable-?diffusion|sdxl|sd-?turbo|\bsd-?3|dall-?e|dreamshaper|kandinsky|pixart|seedream"
    r"|hidream|playground-v|kolors|ideogram|recraft",
    re.IGNORECASE,
)
"""Ids of models that paint, where a server's list does not say it."""
MOST_PICTURES = 16
"""Pictures one edit may carry."""


def default_model() -> str:
    """The id of OpenAI's own model that paints when none is named."""
    return _facts()["default"]


def cards() -> tuple[RuledCard, ...]:
    """OpenAI's own models, in order of preference."""
    return tuple(map(card, _facts()["models"]))


def card(model: str) -> RuledCard:
    """What is known of this id; a stranger gets a careful card."""
    told, family = _facts(), _family(model)
    rules = {k: _frozen(v) for k, v in family["card"].items()}
    return RuledCard(
        id=model,
        title=told["titles"].get(model, model.rpartition("/")[2]),
        tasks=frozenset(map(Task, family["tasks"])),
        supports=frozenset(map(Param, family["supports"])),
        note=told["notes"].get(model, ""),
        **rules,
    )


def nothing(host: str) -> RuledCard:
    """The card of a server of which no image model is known: it can do nothing, and others take over."""
    return RuledCard(id=host, title=host, tasks=frozenset())


def is_batch(model: str) -> bool:
    """Whether several pictures are one request; these models also always answer with the picture inside."""
    return _family(model)["batch"]


def _family(model: str) -> dict[str, Any]:
    name = model.rpartition("/")[2]
    return next(f for f in _facts()["families"] if re.match(f["pattern"], name))


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("imaginario.engines._openai").joinpath("cards.toml").read_text("utf-8")
    )
