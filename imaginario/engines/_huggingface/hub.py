"""What the Hub knows: which providers serve a model, which models are served, whose token this is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from imaginario import __version__
from imaginario.engines._huggingface.borders import Place
from imaginario.engines._huggingface.wire import Deadline, Wire
from imaginario.errors import ModelGone
from imaginario.images import Task

HUB = "https://huggingface.co"
TASKS = (Task.TEXT_TO_IMAGE, Task.IMAGE_TO_IMAGE)
"""What providers are asked to do."""
PATIENCE = 15.0
"""Seconds a look-up may take."""
SHELF = 50
"""Models in a list."""
_ID = re.compile(r"[A-Za-z0-9_-][\w.-]*(?:/[A-Za-z0-9_-][\w.-]*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Route:
    """One way to a model: a provider and its own name for the model, or an endpoint's address."""

    provider: str
    provider_id: str
    model: str
    task: Task = Task.TEXT_TO_IMAGE
    adapter_weights_path: str | None = None


@dataclass(frozen=True, slots=True)
class Hub:
    """The Hub's API, asked with one person's token ("" = as a stranger)."""

    token: str = field(repr=False)
    url: str = HUB
    wire: Wire = field(default_factory=Wire, repr=False)

    async def routes(self, model: str) -> tuple[Route, ...]:
        """Who serves this model live and for what, best first by the person's own preferences.

        Raises `ModelGone` for an unknown model, and what `Wire.ask` raises.
        """
        place = Place(model=model, token=self.token)
        if not _ID.fullmatch(model):
            raise place.error(ModelGone, detail="not a model id")
        answer = await self._ask(f"/api/models/{model}", place, {"expand": "inferenceProviderMapping"})
        return tuple(_routes(model, answer))

    async def served(self, provider: str, task: Task) -> tuple[str, ...]:
        """Ids of models that `provider` ("all" = any) serves for a task, most talked about first."""
        params = {
            "inference_provider": provider,
            "pipeline_tag": task.value,
            "sort": "trendingScore",
            "limit": str(SHELF),
            "expand": "inferenceProviderMapping",
        }
        answer = await self._ask("/api/models", Place(token=self.token), params)
        items = [i for i in answer if isinstance(i, dict) and "id" in i] if isinstance(answer, list) else []
        return tuple(i["id"] for i in items if any(r.task is task for r in _routes(i["id"], i)))

    async def check(self) -> None:
        """Raise `Unauthorized` if the token is not valid."""
        await self._ask("/api/whoami-v2", Place(token=self.token), {})

    async def _ask(self, path: str, place: Place, params: Mapping[str, str]) -> Any:
        headers = {"user-agent": f"imaginario/{__version__}"}
        if self.token:
            headers["authorization"] = f"Bearer {self.token}"
        url, until = self.url.rstrip("/") + path, Deadline(PATIENCE)
        return await self.wire.ask_json(url, place=place, until=until, headers=headers, params=params)


def _routes(model: str, item: Any) -> Iterator[Route]:
    """The routes in a model's mapping, which is an object for one model and a list in lists of models."""
    mapping = item.get("inferenceProviderMapping") if isinstance(item, dict) else None
    if isinstance(mapping, dict):
        mapping = [{**v, "provider": k} for k, v in mapping.items() if isinstance(v, dict)]
    for entry in filter(lambda e: isinstance(e, dict), mapping or ()):
        provider, task = str(entry.get("provider")), entry.get("task")
        if entry.get("status") == "live" and "providerId" in entry and _spoken(provider, task):
            yield Route(provider, entry["providerId"], model, Task(task), entry.get("adapterWeightsPath"))


def _spoken(provider: str, task: Any) -> bool:
    """Whether it is a task of ours, and the SDK speaks to that provider about it."""
    from huggingface_hub.inference._providers import PROVIDERS

    known = PROVIDERS.get(provider, {})  # type: ignore[call-overload]  # any word of the Hub's, not a Literal
    return task in TASKS and task in known
