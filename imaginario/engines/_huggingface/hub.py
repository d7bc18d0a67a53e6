"""What the Hub knows: which providers serve a model, which models are served, whose token this is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from imaginario import __version__, errors
from imaginario.engines._huggingface.borders import Place
from imaginario.engines._huggingface.wire import Lease, ask_json
from imaginario.images import Task

HUB = "https://huggingface.co"
TASK = Task.TEXT_TO_IMAGE.value
PATIENCE = 15.0
"""Seconds a look-up may be silent."""
SHELF = 50
"""Models in a list."""
_ID = re.compile(r"[A-Za-z0-9_-][\w.-]*(?:/[A-Za-z0-9_-][\w.-]*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Route:
    """One way to a model: a provider and its own name for the model, or an endpoint's address."""

    provider: str
    provider_id: str
    model: str
    adapter_weights_path: str | None = None


@dataclass(frozen=True, slots=True)
class Hub:
    """The Hub's API, asked with one person's token ("" = as a stranger)."""

    token: str = field(repr=False)
    url: str = HUB

    def routes(self, model: str, lease: Lease) -> tuple[Route, ...]:
        """Who serves this model live for text-to-image, best first by the person's own preferences.

        Raises `ModelGone` for an unknown model, and what `wire.ask` raises.
        """
        place = Place(model=model, token=self.token)
        if not _ID.fullmatch(model):
            raise place.error(errors.ModelGone, detail="not a model id")
        answer = self._ask(f"/api/models/{model}", place, lease, {"expand": "inferenceProviderMapping"})
        return tuple(_routes(model, answer))

    def served(self, provider: str, lease: Lease) -> tuple[str, ...]:
        """Ids of models that `provider` ("all" = any) serves for text-to-image, most talked about first."""
        params = {
            "inference_provider": provider,
            "pipeline_tag": TASK,
            "sort": "trendingScore",
            "limit": str(SHELF),
            "expand": "inferenceProviderMapping",
        }
        answer = self._ask("/api/models", Place(token=self.token), lease, params)
        items = [item for item in answer if isinstance(item, dict)] if isinstance(answer, list) else []
        return tuple(item["id"] for item in items if "id" in item and any(_routes(item["id"], item)))

    def check(self, lease: Lease) -> None:
        """Raise `Unauthorized` if the token is not valid."""
        self._ask("/api/whoami-v2", Place(token=self.token), lease, {})

    def _ask(self, path: str, place: Place, lease: Lease, params: Mapping[str, str]) -> Any:
        headers = {"user-agent": f"imaginario/{__version__}"}
        if self.token:
            headers["authorization"] = f"Bearer {self.token}"
        url = self.url.rstrip("/") + path
        return ask_json(url, place=place, timeout=PATIENCE, lease=lease, headers=headers, params=params)


def _routes(model: str, item: Any) -> Iterator[Route]:
    """The routes in a model's mapping, which is an object for one model and a list in lists of models."""
    from huggingface_hub.inference._providers import PROVIDERS

    mapping = item.get("inferenceProviderMapping") if isinstance(item, dict) else None
    if isinstance(mapping, dict):
        mapping = [{**v, "provider": k} for k, v in mapping.items() if isinstance(v, dict)]
    for entry in filter(lambda e: isinstance(e, dict), mapping or ()):
        if entry.get("status") != "live" or entry.get("task") != TASK or "providerId" not in entry:
            continue
        provider = str(entry.get("provider"))
        if TASK in PROVIDERS.get(provider, {}):  # type: ignore[call-overload]  # the SDK must speak to it
            yield Route(provider, entry["providerId"], model, entry.get("adapterWeightsPath"))
