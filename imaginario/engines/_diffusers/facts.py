"""What diffusers models on this computer can do, read from `cards.toml` and from the models themselves."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from imaginario.errors import InvalidOption
from imaginario.images import ModelCard, Param, Task

ENGINE = "local"
QUICK = re.compile(r"turbo|lightning|hyper-?sd|(?:^|[^a-z])(?:lcm|dmd2?|sdxs)(?:[^a-z]|$)", re.IGNORECASE)
"""In the names of models that were distilled to a few steps without guidance: with more they burn."""
MANY = 8
"""Steps that are usual for a class only if its models are not quick anyway."""
FEW_STEPS = {"num_inference_steps": 4, "guidance_scale": 1.0}
MODELSCOPE = "modelscope:"
"""What ids of models from ModelScope begin with; others are Hugging Face's, or folders."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LocalCard(ModelCard):
    """A card that also knows what a model of this computer needs."""

    pipeline: str = ""
    """The name of its diffusers class."""
    trigger: str = ""
    """Words it was trained to hear, put before a prompt that lacks them."""
    scheduler: str = ""
    """The scheduler to use when none is asked for; "" = its own."""
    guides: str = ""
    """Which models for guide maps go with it."""
    size: float = 0.0
    """About what its download takes, in GB; 0 = unknown."""
    licence: str = ""
    revision: str = ""
    """The branch or tag to fetch; "" = the usual one."""


def default_model() -> str:
    """The id of the model to suggest first."""
    return _facts()["default"]


def suggested() -> tuple[LocalCard, ...]:
    """Models worth a download, in order of preference."""
    return tuple(card(told["id"]) for told in _facts()["models"])


def card(model: str, found: Mapping[str, Any] | None = None) -> LocalCard:
    """What is known of this id; `found` is what its own files tell: "pipeline", "default_size".

    A stranger that is not there yet passes for Stable Diffusion: it may be.
    """
    told = next((m for m in _facts()["models"] if m["id"].lower() == model.lower()), {})
    found = found or {}
    name = found.get("pipeline") or told.get("class") or "StableDiffusionPipeline"
    known = _facts()["classes"]
    kind = known.get(name, known[""])
    rules: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in kind["card"].items()}
    if size := found.get("default_size"):
        rules |= {"default_size": (size, size), "max_side": max(rules["max_side"], size)}
        rules["min_side"] = min(rules["min_side"], size // 2 // 8 * 8)
    usual = {**kind["defaults"], **told.get("defaults", {})}
    if not told and usual.get("num_inference_steps", 0) > MANY and QUICK.search(model):
        usual |= FEW_STEPS
    return LocalCard(
        id=told.get("id", model),
        title=told.get("title", model.rpartition("/")[2] or model),
        tasks=frozenset(map(Task, told.get("tasks", kind["tasks"]))),
        supports=frozenset(map(Param, set(kind["supports"]) - set(told.get("without", ())))),
        defaults=MappingProxyType(usual),
        note=told.get("note", ""),
        pipeline=name,
        guides=kind.get("guides", ""),
        **{k: told[k] for k in ("trigger", "scheduler", "size", "licence", "revision") if k in told},
        **rules,
    )


def guide(family: str, kind: str) -> tuple[str, float]:
    """Id and size in GB of the model that follows this kind of guide map; "" if there is none."""
    name, size = _facts()["guides"].get(family, {}).get(kind, ("", 0.0))
    return name, size


def guides() -> Mapping[str, float]:
    """Every model for guide maps that is known, with its size in GB."""
    return {name: size for family in _facts()["guides"].values() for name, size in family.values()}


def schedulers() -> tuple[str, ...]:
    """The names of all schedulers there are."""
    return tuple(_facts()["schedulers"])


def scheduler(name: str) -> tuple[str, dict[str, Any]]:
    """The diffusers class of a scheduler and its options, by our name or one that others use.

    Raises `InvalidOption` listing the names there are.
    """
    word = re.sub(r"(?<=[A-Za-z0-9])(?=[A-Z][a-z])", "_", name.strip()).lower().replace("+", "p")
    word = re.sub(r"[^a-z0-9]+", "_", word).strip("_").removesuffix("_scheduler")
    told = _facts()["schedulers"].get(_facts()["also"].get(word, word))
    if told is None:
        raise InvalidOption(option="--scheduler", value=name, allowed=", ".join(schedulers()))
    return told["class"], {k: v for k, v in told.items() if k != "class"}


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("imaginario.engines._diffusers").joinpath("cards.toml").read_text("utf-8")
    )
