"""Models on this computer, painted with by Hugging Face's diffusers library: no key, no upload, no bill."""

from __future__ import annotations

import sys
import threading
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from imaginario import errors
from imaginario.aio import in_thread
from imaginario.engines._diffusers import facts, guides, shelf
from imaginario.engines._diffusers.bench import Bench
from imaginario.engines._diffusers.facts import ENGINE, LocalCard
from imaginario.engines._diffusers.sitting import Sitting, is_possible
from imaginario.engines.base import ImageEngine
from imaginario.events import EngineEvent
from imaginario.images import ImageRequest, ModelCard

PACKAGES = ("torch", "diffusers", "transformers", "accelerate")
LAST_WAIT = 30.0
"""Seconds the last step may take when the program ends."""


class DiffusersEngine(ImageEngine):
    """Paints, changes pictures and follows guide maps with models that were downloaded before.

    It never downloads by itself: `ModelNotDownloaded` says how. `local_models` is a folder of models of
    one's own; paths elsewhere are taken only while no strangers (`is_public`) are about.
    """

    name = ENGINE
    title = "This computer"
    settings = ("local_models", "local_device", "local_precision", "is_public")
    rank = 90

    def __init__(
        self,
        *,
        local_models: str = "",
        local_device: str = "",
        local_precision: str = "",
        is_public: bool = False,
    ) -> None:
        self.shelf = shelf.Shelf(local_models, anywhere=not is_public)
        self.bench = Bench(local_device, local_precision)
        self._lock = threading.Lock()

    async def models(self) -> tuple[ModelCard, ...]:
        """What lies on this computer, then what is worth a download; raises `MissingPackage`."""
        if lacking := missing():
            raise lacking
        here = await in_thread(self.fallback_models)
        absent = (card for card in facts.suggested() if card.id not in {c.id for c in here})
        return (*here, *(replace(card, title=f"{card.title} ↓ {card.size:g} GB") for card in absent))

    def card(self, model: str) -> ModelCard:
        """What is known of a model; without a name, the best one here, or one that can do nothing."""
        if model:
            return self._card(model)
        usual = facts.default_model()
        if self.needs() is not None:
            return replace(self._card(usual), tasks=frozenset())
        return next(c for c in self.fallback_models() if c.id)

    def fallback_models(self) -> tuple[ModelCard, ...]:
        """The models that lie on this computer, the known ones first."""
        if missing():
            return ()
        order = [card.id for card in facts.suggested()]
        names = sorted(
            self.shelf.models(), key=lambda n: (order.index(n) if n in order else len(order), n.lower())
        )
        return tuple(map(self._card, names))

    def needs(self) -> errors.SetupError | None:
        """The packages or the model that is missing."""
        if lacking := missing():
            return lacking
        return None if self.shelf.models() else self._not_here(facts.default_model())

    def foresee(self, request: ImageRequest) -> None:
        """Refuse a model or a guide map's model that is not here, a task and a scheduler that are none."""
        self._prepared(request)

    async def check(self) -> None:
        """Look whether there is anything to paint with; raises `SetupError`."""
        if lacking := await in_thread(self.needs):
            raise lacking

    async def aclose(self) -> None:
        """Free the memory, once the last step is over."""
        await in_thread(self._clear)

    async def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        """Paint in a thread of its own, one request at a time, telling of every step."""
        sitting = await in_thread(self._prepared, request)
        async with aclosing(sitting()) as events:
            async for event in events:
                yield event

    def _prepared(self, request: ImageRequest) -> Callable[[], AsyncGenerator[EngineEvent, None]]:
        """Everything that can be refused is refused here, before anything is loaded."""
        if lacking := missing():
            raise lacking
        model = request.model or self.card("").id
        folder, card = self.shelf.find(model), self._card(model)
        if not is_possible(request, card):
            raise errors.Unsupported(engine=ENGINE, model=card.id, what=request.task.value, others="builtin")
        if folder is None:
            raise self._not_here(card.id)
        request = replace(request.only(card.supports)[0], model=card.id)
        if request.scheduler:
            facts.scheduler(request.scheduler)
        guide = self._guide(request, card)
        return lambda: Sitting(request, card, folder, guide, self.bench, self._lock).events()

    def _guide(self, request: ImageRequest, card: LocalCard) -> tuple[str, str, Path] | None:
        """Kind, id and folder of the model for the guide map of a request."""
        if request.control_image is None:
            return None
        kind = guides.kind_of(request.control_image)
        name, _ = facts.guide(card.guides, kind)
        here = self.shelf.guides()
        own = [n for n in here if kind in n.lower() and "/" not in n]
        for found in (name, *own):
            if found in here:
                return kind, found, here[found]
        if not name:
            raise errors.Unsupported(engine=ENGINE, model=card.id, what="control_image", others="builtin")
        raise self._not_here(name)

    def _card(self, model: str) -> LocalCard:
        folder = self.shelf.find(model)
        return facts.card(model, shelf.told(folder) if folder else None)

    def _not_here(self, model: str) -> errors.ModelNotDownloaded:
        size = facts.guides().get(model) or facts.card(model).size
        return errors.ModelNotDownloaded(model=model, size=float(size) or "?")

    def _clear(self) -> None:
        if self.bench.loaded and self._lock.acquire(timeout=LAST_WAIT):
            try:
                self.bench.clear()
            finally:
                self._lock.release()


@cache
def _installed(names: tuple[str, ...] = PACKAGES) -> tuple[str, ...]:
    """Those of the packages that are not installed. Looks for them without loading them."""
    return tuple(name for name in names if find_spec(name) is None)


def missing() -> errors.MissingPackage | None:
    """What has to be installed before anything can be painted here, and how."""
    if not _installed():
        return None
    command = f"{Path(sys.executable).name} -m pip install -r requirements-local.txt"
    return errors.MissingPackage(package=", ".join(_installed()), command=command)
