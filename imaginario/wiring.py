"""The one place where things meet: settings and keys become a studio."""

from __future__ import annotations

import asyncio
import os
import time
from collections import OrderedDict, deque
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from imaginario import assistants, engines
from imaginario.assistants.base import ChatModel, PromptAssistant
from imaginario.engines.base import ImageEngine
from imaginario.errors import StudioError
from imaginario.gallery.schema import GalleryStore
from imaginario.gallery.store import FolderGallery, SafeGallery
from imaginario.images import ModelCard
from imaginario.limits import Rate, Turns
from imaginario.painting import Services
from imaginario.registry import find
from imaginario.secrets import Secret, SecretFile, from_environment
from imaginario.settings import Settings
from imaginario.studio import Studio

P = TypeVar("P", ImageEngine, PromptAssistant)

MODELS_KEPT = 600.0
"""Seconds a live list of models is believed."""
MODELS_WAIT = 10.0
"""Seconds a provider has to say what it serves."""
FAILURE_KEPT = 30.0
"""Seconds before a provider that did not say is asked again."""
PLUGS_KEPT = 200


class House:
    """What all visitors share: settings, gallery, plugs by key, lists of models. No person's things."""

    def __init__(
        self,
        settings: Settings,
        *,
        environ: Mapping[str, str] | None = None,
        gallery: GalleryStore | None = None,
    ) -> None:
        self.settings = settings
        self.secret_file = SecretFile(settings.secrets_path)
        most = settings.visitor_pictures if settings.is_public else 0
        self.gallery = gallery or SafeGallery(FolderGallery(settings.data_dir / "pictures", most=most))
        self.turns = Turns(settings.visitor_turns if settings.is_public else 0)
        self.rate = Rate(settings.api_rate if settings.is_public else 0)
        self._environ = os.environ if environ is None else environ
        self._plugs: OrderedDict[tuple[type, str, str], Any] = OrderedDict()
        self._leaving: deque[tuple[float, Any]] = deque()
        """Plugs that made room for others, each with the moment when no turn can still be using it."""
        self._closing: set[asyncio.Task[None]] = set()
        self._models: OrderedDict[tuple[type, str], tuple[float, tuple[Any, ...]]] = OrderedDict()

    def secrets(self, session: Mapping[str, Secret] | None = None) -> dict[str, Secret]:
        """One visitor's keys: their own, then, on a private machine, file and environment."""
        own = dict(session or {})
        if self.settings.is_public:
            return own
        return {**from_environment(self._environ), **self.secret_file.read(), **own}

    def studio(self, secrets: Mapping[str, Secret]) -> Studio:
        """A studio with every plug these keys can reach."""
        return Studio(self.services(secrets))

    def services(self, secrets: Mapping[str, Secret]) -> Services:
        """The plugs these keys can reach, best first, and what the others lack."""
        makers, brushes = assistant_kinds(), engine_kinds()
        mute, still = self._lacking(makers, secrets), self._lacking(brushes, secrets)
        painters = {n: self._plug(k, secrets) for n, k in brushes.items() if n not in still}
        return Services(
            assistants={n: self._plug(k, secrets) for n, k in makers.items() if n not in mute},
            # A server that (so far) lists no image model stands last: "auto" goes on to who can paint.
            engines=dict(sorted(painters.items(), key=lambda item: not item[1].card("").tasks)),
            missing={**mute, **still},
            gallery=self.gallery,
            wait_budget=self.settings.wait_budget,
            discreet=self.settings.is_public,
        )

    async def chat_models(self, name: str, secrets: Mapping[str, Secret]) -> tuple[ChatModel, ...]:
        """The chat models of an assistant: live if it answers in time, else its built-in list."""
        return await self._listed(self.services(secrets).assistant(name), secrets)

    async def image_models(self, name: str, secrets: Mapping[str, Secret]) -> tuple[ModelCard, ...]:
        """The image models of an engine: live if it answers in time, else its built-in list."""
        return await self._listed(self.services(secrets).engine(name), secrets)

    async def aclose(self) -> None:
        """Close every connection."""
        plugs = [*self._plugs.values(), *(plug for _, plug in self._leaving)]
        self._plugs.clear()
        self._leaving.clear()
        work = [*self._closing, *(plug.aclose() for plug in plugs)]
        await asyncio.gather(*work, return_exceptions=True)
        if isinstance(self.gallery, SafeGallery):
            self.gallery.close()

    def _lacking(
        self, kinds: Mapping[str, type[ImageEngine]] | Mapping[str, type[PromptAssistant]], secrets: Any
    ) -> dict[str, str]:
        """The plugs that lack their secret, with its name."""
        return {
            name: kind.secret
            for name, kind in kinds.items()
            if kind.secret and kind.secret not in secrets and not self._optional(kind)
        }

    def _optional(self, kind: type[ImageEngine] | type[PromptAssistant]) -> bool:
        """A server of one's own may need no key, unless this machine has one for it: visitors don't."""
        if not any(getattr(self.settings, name) for name in kind.keyless):
            return False
        own = {**from_environment(self._environ), **self.secret_file.read()}
        return kind.secret not in own

    def _plug(self, kind: type[P], secrets: Mapping[str, Secret]) -> P:
        secret = secrets.get(kind.secret) if kind.secret else None
        # Where a key came from matters too: the machine's own goes to fewer places than a visitor's.
        place = (kind, secret.reveal() if secret else "", secret.source if secret else "")
        if place not in self._plugs:
            given: dict[str, Any] = {n: getattr(self.settings, n) for n in kind.settings}
            if kind.secret:
                given["secret"] = secret
            self._plugs[place] = kind(**given)
            while len(self._plugs) > PLUGS_KEPT:
                longest = self.settings.wait_budget + self.settings.request_timeout
                self._leaving.append((time.monotonic() + longest, self._plugs.popitem(last=False)[1]))
        self._plugs.move_to_end(place)
        self._see_off()
        return self._plugs[place]

    def _see_off(self) -> None:
        """Close what has left; a call from a thread without a loop leaves that to the next one."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        while self._leaving and self._leaving[0][0] <= time.monotonic():
            task = loop.create_task(self._leaving.popleft()[1].aclose())
            self._closing.add(task)
            task.add_done_callback(self._closing.discard)

    async def _listed(self, plug: Any, secrets: Mapping[str, Secret]) -> tuple[Any, ...]:
        secret = secrets.get(plug.secret) if plug.secret else None
        place = (type(plug), secret.reveal() if secret else "")
        until, models = self._models.get(place, (0.0, ()))
        if time.monotonic() < until:
            return models
        kept = MODELS_KEPT
        try:
            async with asyncio.timeout(MODELS_WAIT):
                models = await plug.models()
        except (StudioError, TimeoutError):
            models, kept = (), FAILURE_KEPT
        models = models or plug.fallback_models()
        self._models[place] = (time.monotonic() + kept, models)
        while len(self._models) > PLUGS_KEPT:
            self._models.popitem(last=False)
        return models


@lru_cache(maxsize=1)
def assistant_kinds() -> Mapping[str, type[PromptAssistant]]:
    """All assistants, best first."""
    return find(assistants, PromptAssistant)


@lru_cache(maxsize=1)
def engine_kinds() -> Mapping[str, type[ImageEngine]]:
    """All engines, best first."""
    return find(engines, ImageEngine)


def load_environment(folder: Path) -> None:
    """Read `.env` in `folder` into the environment; variables already set win."""
    from dotenv import load_dotenv

    load_dotenv(folder / ".env")


def build(settings: Settings | None = None, **overrides: Any) -> House:
    """A house from given settings or the environment; `ValueError` names what can't be read."""
    return House(settings or Settings.read(os.environ, **overrides))
