"""Google Gemini as a painter: its image models, through google-genai's generate_content."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from imaginario import errors, imaging
from imaginario.aio import in_thread
from imaginario.engines._gemini import facts, painting
from imaginario.engines._gemini.borders import ENGINE
from imaginario.engines._gemini.wire import Wire, plain_id
from imaginario.engines.base import ImageEngine
from imaginario.events import EngineEvent, Painted, Progress
from imaginario.images import ImageRequest, ModelCard
from imaginario.secrets import Secret

PAINTS = re.compile(r"^gemini.*(?:image|banana)")
"""Ids of listed models that answer with pictures: the list itself does not tell."""


class GeminiEngine(ImageEngine):
    """Paints and changes pictures with the person's or the server's Gemini key.

    There is no mask, seed or negative prompt here, and sizes are those of a short list. Several pictures
    are several requests. `request_timeout` is seconds of silence.
    """

    name = "gemini"
    title = "Google Gemini"
    secret = ENGINE
    settings = ("request_timeout",)
    rank = 20

    def __init__(self, *, secret: Secret, request_timeout: float = 120.0) -> None:
        self._wire = Wire(secret, request_timeout)

    async def models(self) -> tuple[ModelCard, ...]:
        """Listed models that paint, the described ones first; raises `EngineError`."""
        async with aclosing(self._wire.listed()) as listed:
            told = {(m.name or "").removeprefix("models/"): m.display_name or "" async for m in listed}
        known = [card.id for card in facts.cards()]
        ids = sorted(m for m in told if PAINTS.search(m))
        ids.sort(key=lambda m: known.index(m) if m in known else len(known))
        return tuple(facts.card(model, told[model]) for model in ids)

    def card(self, model: str) -> ModelCard:
        """What is known of a model without asking."""
        return facts.card(model.removeprefix("models/") or facts.default_model())

    def fallback_models(self) -> tuple[ModelCard, ...]:
        """The models that are described, the default first."""
        return facts.cards()

    async def check(self) -> None:
        """Ask for a list of one model: free, and refused without a good key."""
        await self._wire.check()

    async def aclose(self) -> None:
        """Free connections."""
        await self._wire.aclose()

    async def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        """Paint, one picture after another."""
        card = self.card(request.model)
        model = plain_id(card.id)
        if request.task not in card.tasks:
            raise errors.Unsupported(engine=ENGINE, model=model, what=request.task.value, others="builtin")
        request = replace(request.only(card.supports)[0], model=model)
        contents, config = await in_thread(painting.contents, request), painting.config(request)
        count = max(1, request.num_images_per_prompt or 1)
        for index in range(count):
            yield Progress(index, count)
            answer = await self._wire.call(
                model,
                lambda client: client.aio.models.generate_content(
                    model=model, contents=contents, config=config
                ),
            )
            data = painting.picture(answer, model, self._wire.key)
            image = await in_thread(imaging.verified, data, engine=ENGINE, model=model)
            yield Painted(image, index=index, details={"provider_ignored": painting.left_out(request)})
