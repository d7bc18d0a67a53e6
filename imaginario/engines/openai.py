"""OpenAI's images API: at OpenAI, or at any server that speaks it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace
from typing import Any

from imaginario import errors, imaging
from imaginario.aio import in_thread
from imaginario.engines._openai import facts, painting
from imaginario.engines._openai.borders import ENGINE, named
from imaginario.engines._openai.wire import Wire
from imaginario.engines.base import ImageEngine
from imaginario.events import EngineEvent, Painted, Progress
from imaginario.images import Image, ImageRequest, ModelCard, Param, Task
from imaginario.secrets import Secret


class OpenAIEngine(ImageEngine):
    """Paints and changes pictures, mask included, with a key or at a server of one's own.

    `openai_base_url` moves it to another server, where `openai_image_model` paints when none is chosen;
    without that the first one that the server lists. `request_timeout` is seconds of silence.
    """

    name = "openai"
    title = "OpenAI-compatible"
    secret = ENGINE
    settings = ("openai_base_url", "openai_image_model", "request_timeout")
    keyless = ("openai_base_url",)
    rank = 30

    def __init__(
        self,
        *,
        secret: Secret | None = None,
        openai_base_url: str = "",
        openai_image_model: str = "",
        request_timeout: float = 120.0,
    ) -> None:
        self._wire = Wire(secret, openai_base_url, request_timeout)
        self._usual = openai_image_model
        self._seen: tuple[str, ...] = ()
        """What the server listed last, best first."""

    async def models(self) -> tuple[ModelCard, ...]:
        """Listed models that paint, the usual one first; raises `EngineError`."""
        listed = await self._wire.listed()
        names = [name for name, kind in listed if (kind == "image" if kind else facts.PAINTS.search(name))]
        known = [self._usual, *(card.id for card in facts.cards())]
        names.sort(key=lambda name: known.index(name) if name in known else len(known))
        self._seen = tuple(names)
        return tuple(facts.card(name) for name in dict.fromkeys([*filter(None, [self._usual]), *names]))

    def card(self, model: str) -> ModelCard:
        """What is known of a model without asking; a server that lists none gets one that can do nothing."""
        if model:
            return facts.card(model)
        if self._usual or self._wire.official:
            return facts.card(self._usual or facts.default_model())
        return facts.card(self._seen[0]) if self._seen else facts.nothing(self._wire.host)

    def fallback_models(self) -> tuple[ModelCard, ...]:
        """OpenAI's own models; of another server, what is known of it."""
        if self._wire.official:
            return facts.cards()
        names = dict.fromkeys([*filter(None, [self._usual]), *self._seen])
        return tuple(map(facts.card, names))

    async def check(self) -> None:
        """Ask for the list of models: free, and refused without a good key."""
        await self._wire.listed()

    async def aclose(self) -> None:
        """Free connections."""
        await self._wire.aclose()

    async def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        """Paint; OpenAI's own models paint several pictures in one go, others one after another."""
        card = self.card(request.model)
        if request.task not in card.tasks:
            raise errors.Unsupported(engine=ENGINE, model=card.id, what=request.task.value, others="builtin")
        request = replace(request.only(card.supports)[0], model=card.id)
        count, done = max(1, request.num_images_per_prompt or 1), 0
        refused: tuple[str, ...] = ()
        while done < count:
            yield Progress(done, count)
            answer, refused = await self._asked(_numbered(request, done), card, count - done, refused)
            for place, revised in painting.found(answer, card.id)[: count - done]:
                image = await self._fetched(place, card.id)
                yield _painted(image, request, done, revised, refused)
                done += 1

    async def _asked(
        self, request: ImageRequest, card: ModelCard, count: int, refused: tuple[str, ...]
    ) -> tuple[Any, tuple[str, ...]]:
        """The answer, and the fields that had to be left out for it."""
        files = await in_thread(painting.files, request)
        wanted = painting.fields(request, card)
        while True:
            wanted = {name: value for name, value in wanted.items() if name not in refused}
            call = painting.call(wanted, count if facts.is_batch(card.id) else 1, files)
            try:
                return await self._sent(card.id, call, bool(files)), refused
            except errors.InvalidRequest as error:
                spare = named(error, [name for name in painting.SPARE if name in wanted])
                if not spare:
                    raise
                refused = (*refused, spare)

    async def _sent(self, model: str, call: dict[str, Any], edits: bool) -> Any:
        try:
            return await self._wire.call(
                model, lambda c: c.images.edit(**call) if edits else c.images.generate(**call)
            )
        except errors.EngineFailed as error:
            if error.status not in (404, 405, 501):
                raise
            # The server speaks of chat only, or paints but can't change pictures.
            what = (Task.IMAGE_TO_IMAGE if edits else Task.TEXT_TO_IMAGE).value
            missing = errors.Unsupported(engine=ENGINE, model=model, what=what, others="builtin")
        raise missing

    async def _fetched(self, place: bytes | str, model: str) -> Image:
        data = await self._wire.fetched(place, model) if isinstance(place, str) else place
        return await in_thread(imaging.verified, data, engine=ENGINE, model=model)


def _numbered(request: ImageRequest, index: int) -> ImageRequest:
    """The request for one of several pictures: each has a seed of its own."""
    return request if request.seed is None else replace(request, seed=(request.seed + index) % 2**32)


def _painted(
    image: Image, request: ImageRequest, index: int, revised: str, refused: tuple[str, ...]
) -> Painted:
    ignored = painting.left_out(request, refused)
    seed = None if Param.SEED.value in ignored else _numbered(request, index).seed
    details: dict[str, Any] = {"provider_ignored": list(ignored)}
    return Painted(
        image, seed=seed, index=index, details={**details, **({"revised_prompt": revised} if revised else {})}
    )
