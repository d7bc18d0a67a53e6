"""A house with an engine and an assistant that do what a test tells them, and remember what was asked."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image as pil

from imaginario.assistants.base import Brief, ChatModel, PromptAssistant
from imaginario.chat import Message, PromptDraft
from imaginario.engines.base import ImageEngine
from imaginario.errors import StudioError
from imaginario.events import EngineEvent, Note, Painted, Progress, PromptReady, TextDelta
from imaginario.gallery.schema import GalleryStore
from imaginario.gallery.store import MemoryGallery
from imaginario.images import Image, ImageRequest, ModelCard, Param, Task
from imaginario.painting import Services
from imaginario.secrets import Secret
from imaginario.settings import Settings
from imaginario.wiring import House

OBEYED = frozenset({Param.SEED, Param.WIDTH, Param.HEIGHT, Param.NUM_IMAGES_PER_PROMPT})

TASKS = frozenset({Task.TEXT_TO_IMAGE, Task.IMAGE_TO_IMAGE, Task.INPAINTING})


def png(
    width: int = 16, height: int = 12, color: tuple[int, int, int] = (200, 80, 40), noise: int = 0
) -> Image:
    """A small picture; `noise` bytes make it large."""
    picture = pil.new("RGB", (width, height), color)
    if noise:
        import random

        side = int((noise / 3) ** 0.5) + 1
        picture = pil.frombytes("RGB", (side, side), random.Random(1).randbytes(side * side * 3))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return Image(buffer.getvalue(), "image/png", *picture.size)


@dataclass(eq=False)
class Script:
    """What the engine and the assistant shall do."""

    words: Sequence[str] = ("Um gato ", "na lua")
    title: str = "Gato na lua"
    prompt: str = "A cat on the moon"
    failures: list[StudioError] = field(default_factory=list)
    """Raised one after the other by attempts to paint, before one succeeds."""
    chat_failures: list[StudioError] = field(default_factory=list)
    breaks_after: int | None = None
    """Pictures after which painting fails."""
    notes: tuple[Note, ...] = ()
    obeyed: frozenset[Param] = OBEYED
    """Controls that the models know."""
    picture: Callable[[ImageRequest], Image] = lambda r: png(r.width or 16, r.height or 12)
    hold: bool = False
    """Wait for ever in the middle of a painting or an answer."""
    ignored: tuple[str, ...] = ()
    requests: list[ImageRequest] = field(default_factory=list)
    heard: list[tuple[tuple[Message, ...], Brief]] = field(default_factory=list)
    holding: asyncio.Event = field(default_factory=asyncio.Event)
    stopped: asyncio.Event = field(default_factory=asyncio.Event)

    async def wait(self) -> None:
        """Hold, if told to, until closed."""
        if not self.hold:
            return
        self.holding.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.stopped.set()


class FakeEngine(ImageEngine):
    """Paints small pictures of one colour."""

    name = "fake"
    title = "Fake engine"

    def __init__(self, script: Script) -> None:
        self.script = script

    async def models(self) -> tuple[ModelCard, ...]:
        if self.script.failures:
            raise self.script.failures[0]
        return (*self.fallback_models(), ModelCard(id="fake-2", title="Fake Two"))

    def card(self, model: str) -> ModelCard:
        return ModelCard(
            id=model or "fake-1",
            tasks=TASKS,
            supports=self.script.obeyed,
            default_size=(64, 64),
            min_side=16,
            max_side=512,
        )

    def fallback_models(self) -> tuple[ModelCard, ...]:
        return (ModelCard(id="fake-1", title="Fake One", supports=self.script.obeyed),)

    async def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        script = self.script
        script.requests.append(request)
        if script.failures:
            raise script.failures.pop(0)
        yield Progress(1, 2)
        await script.wait()
        yield Progress(2, 2, preview=png(4, 4))
        for index in range(request.num_images_per_prompt or 1):
            if index == script.breaks_after:
                raise StudioError(kind="Broken")
            seed = (request.seed or 0) + index
            yield Painted(script.picture(request), seed=seed, index=index, notes=script.notes)


class FakeAssistant(PromptAssistant):
    """Says the same words to everybody."""

    name = "scribe"
    title = "Fake scribe"

    def __init__(self, script: Script) -> None:
        self.script = script

    async def models(self) -> tuple[ChatModel, ...]:
        return (*self.fallback_models(), ChatModel(id="scribe-2"))

    def fallback_models(self) -> tuple[ChatModel, ...]:
        return (ChatModel(id="scribe-1", title="Scribe One"),)

    async def stream(
        self, messages: Sequence[Message], *, brief: Brief
    ) -> AsyncGenerator[TextDelta | PromptReady, None]:
        script = self.script
        script.heard.append((tuple(messages), brief))
        if script.chat_failures:
            raise script.chat_failures.pop(0)
        for word in script.words:
            yield TextDelta(word)
        if brief.kind != "chat":
            local = "".join(script.words)
            yield PromptReady(PromptDraft(prompt=script.prompt, prompt_local=local, title=script.title))
        else:
            await script.wait()


class FakeHouse(House):
    """A house with those two plugs, whatever the keys; it remembers the keys it was asked with."""

    def __init__(
        self,
        folder: Path,
        script: Script | None = None,
        *,
        gallery: GalleryStore | None = None,
        missing: Mapping[str, str] | None = None,
        environ: Mapping[str, str] | None = None,
        **settings: Any,
    ) -> None:
        super().__init__(
            Settings(data_dir=folder, wait_budget=20, **settings),
            environ=environ or {},
            gallery=gallery or MemoryGallery(),
        )
        self.script = script or Script()
        self.missing = dict(missing or {})
        self.seen: list[dict[str, Secret]] = []
        self.closed = False

    def services(self, secrets: Mapping[str, Secret]) -> Services:
        self.seen.append(dict(secrets))
        return Services(
            assistants={"scribe": FakeAssistant(self.script)},
            engines={"fake": FakeEngine(self.script)},
            missing=self.missing,
            gallery=self.gallery,
            wait_budget=self.settings.wait_budget,
        )

    async def aclose(self) -> None:
        self.closed = True
        with suppress(Exception):
            await super().aclose()
