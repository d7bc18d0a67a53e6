"""The interface every image engine implements, and nothing else."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator
from typing import ClassVar

from imaginario.errors import SetupError
from imaginario.events import EngineEvent
from imaginario.images import ImageRequest, ModelCard


class ImageEngine(ABC):
    """One provider of pictures.

    A module in this package that defines a subclass is found by `registry.find`. The constructor takes
    keyword arguments only: what `wiring` hands over (`secret`, and settings the engine names in
    `settings`). An engine translates in, calls, translates out: no retries, no settings file, no words.
    """

    name: ClassVar[str]
    """Short id, such as "huggingface"."""
    title: ClassVar[str]
    """What a person reads, such as "Hugging Face"."""
    secret: ClassVar[str | None] = None
    """Name of the secret it needs ("huggingface"), or None."""
    settings: ClassVar[tuple[str, ...]] = ()
    """Names of `Settings` fields handed to the constructor as keyword arguments."""
    keyless: ClassVar[tuple[str, ...]] = ()
    """Those of `settings` that do without the secret when set: a server of one's own may ask for none."""
    rank: ClassVar[int] = 100
    """Place in the "auto" ladder, lower first."""

    @abstractmethod
    async def models(self) -> tuple[ModelCard, ...]:
        """The models that can be reached now, best first; raises `EngineError`."""

    @abstractmethod
    def card(self, model: str) -> ModelCard:
        """What is known of `model` ("" = the default) without asking; unknown ids get a careful card."""

    @abstractmethod
    def fallback_models(self) -> tuple[ModelCard, ...]:
        """A short built-in list for when `models()` can't be asked."""

    @abstractmethod
    def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        """Paint. Yields `Progress` any number of times, then one `Painted` per picture.

        Raises one of the `EngineError` tree. Closing the generator stops the work.
        """

    def needs(self) -> SetupError | None:
        """What has to be set up before this engine can paint at all; None = it can. Must be quick."""
        return None

    def foresee(self, request: ImageRequest) -> None:  # noqa: B027  # most engines know nothing in advance
        """Raise what can be told of a request before anybody is asked or paid; its prompt may still be
        written. May look at the disk: call it in a thread."""

    async def check(self) -> None:
        """Ask the provider, as cheaply as possible, whether the secret works; raises `EngineError`."""
        await self.models()

    async def aclose(self) -> None:
        """Free connections."""
        return
