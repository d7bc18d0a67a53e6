"""ModelScope's API-Inference as a painter: an order is given, asked after, and its picture fetched."""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from imaginario import errors, imaging
from imaginario.aio import in_thread
from imaginario.engines._modelscope import borders, facts
from imaginario.engines._modelscope.borders import ENGINE
from imaginario.engines._modelscope.wire import Wire
from imaginario.engines.base import ImageEngine
from imaginario.events import EngineEvent, Painted, Progress
from imaginario.images import Image, ImageRequest, ModelCard
from imaginario.secrets import Secret

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 3.0
"""Seconds between two questions; each pause is half as long again as the one before."""
STUMBLES = 3
"""Times in a row that a question may fail in passing: the work goes on meanwhile."""
SEEDS = 2**31
SENDABLE = ("image/png", "image/jpeg", "image/webp")
QUEUED = frozenset({"PENDING", "QUEUED", "SUBMITTED"})


class ModelScopeEngine(ImageEngine):
    """Paints and edits with a ModelScope token. `modelscope_url` moves it; `request_timeout` is seconds of
    silence, `wait_budget` those that one picture may take."""

    name = ENGINE
    title = "ModelScope"
    secret = ENGINE
    settings = ("modelscope_url", "request_timeout", "wait_budget")
    rank = 40

    def __init__(
        self,
        *,
        secret: Secret,
        modelscope_url: str = "",
        request_timeout: float = 120.0,
        wait_budget: float = 300.0,
    ) -> None:
        self._wire = Wire(secret, modelscope_url, request_timeout)
        self._budget = max(wait_budget, 1.0)

    async def models(self) -> tuple[ModelCard, ...]:
        """The described models: the service lists chat models only."""
        return facts.cards()

    def card(self, model: str) -> ModelCard:
        """What is known of a model without asking."""
        return facts.card(model or facts.default_model())

    def fallback_models(self) -> tuple[ModelCard, ...]:
        """The described models, the default first."""
        return facts.cards()

    async def check(self) -> None:
        """Ask after a task that nobody ordered: free, and refused without a good key."""
        try:
            await self._wire.stands("", "0")
        except (errors.ModelGone, errors.InvalidRequest):
            return

    async def aclose(self) -> None:
        """Free connections."""
        await self._wire.aclose()

    async def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        """Paint; several pictures are several orders, one after another."""
        card = self.card(request.model)
        if request.task not in card.tasks:
            raise errors.Unsupported(engine=ENGINE, model=card.id, what=request.task.value, others="builtin")
        request = replace(request.only(card.supports)[0], model=card.id)
        pictures = await in_thread(_sent_pictures, request)
        for index in range(max(1, request.num_images_per_prompt or 1)):
            seed = None if request.seed is None else (request.seed + index) % SEEDS
            body = _body(request, seed, pictures)
            yield Progress(0, 1, "queued")
            async with aclosing(self._finished(card.id, body)) as stages:
                async for stage in stages:
                    if isinstance(stage, str):
                        yield Progress(0, 1, stage)
                    else:
                        data = await self._fetched(stage[0], card.id)
                        image = await in_thread(imaging.verified, data, engine=ENGINE, model=card.id)
                        sent = {} if seed is None else {"seed": seed}
                        yield Painted(image, seed=seed, index=index, details={"sent": sent})

    async def _finished(self, model: str, body: dict[str, Any]) -> AsyncGenerator[str | list[str], None]:
        """How the task stands each time it is asked after, at last the addresses of its pictures."""
        until = time.monotonic() + self._budget
        answer = await self._wire.begun(model, body)
        task = answer.get("task_id")
        if not isinstance(task, str) or not task.replace("-", "").replace("_", "").isalnum():
            raise errors.EngineFailed(engine=ENGINE, model=model, detail="other_shape")
        pause = FIRST_PAUSE
        # The status in the first answer says that the order was taken, not that the picture is there.
        while True:
            if time.monotonic() + pause > until:
                raise errors.EngineTimedOut(engine=ENGINE, model=model)
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 1.5)
            answer = await self._asked(model, task)
            status = str(answer.get("task_status", "")).upper()
            if status in ("SUCCEED", "SUCCEEDED"):
                yield self._addresses(answer, model)
                return
            if status in ("FAILED", "CANCELED", "CANCELLED", ""):
                raise borders.failed(answer, model=model, key=self._wire.key)
            yield "queued" if status in QUEUED else "working"

    async def _asked(self, model: str, task: str) -> dict[str, Any]:
        for stumble in range(STUMBLES):
            try:
                return await self._wire.stands(model, task)
            except (errors.EngineUnreachable, errors.RateLimited):
                if stumble + 1 == STUMBLES:
                    raise
                await asyncio.sleep(FIRST_PAUSE * 2**stumble)
        raise errors.EngineUnreachable(engine=ENGINE, model=model)

    async def _fetched(self, url: str, model: str) -> bytes:
        """The picture, within the same patience: a host that drips is never silent for long."""
        try:
            async with asyncio.timeout(self._budget):
                return await self._wire.fetched(url, model)
        except TimeoutError:
            raise errors.EngineTimedOut(engine=ENGINE, model=model) from None

    def _addresses(self, answer: dict[str, Any], model: str) -> list[str]:
        found = [a for a in answer.get("output_images") or () if isinstance(a, str) and a]
        if not found:
            raise errors.OnlyWords(engine=ENGINE, model=model, detail="no_picture")
        return found


def _body(request: ImageRequest, seed: int | None, pictures: list[str]) -> dict[str, Any]:
    """The request in the service's words; what is None is not sent."""
    sized = request.width and request.height
    told: dict[str, Any] = {
        "model": request.model,
        "prompt": request.prompt,
        "negative_prompt": request.negative_prompt,
        "size": f"{request.width}x{request.height}" if sized else None,
        "seed": seed,
        "steps": request.num_inference_steps,
        "guidance": request.guidance_scale,
        "image_url": pictures or None,
    }
    return {name: value for name, value in told.items() if value is not None}


def _sent_pictures(request: ImageRequest) -> list[str]:
    """The pictures inside the request itself, as data addresses, the one to change first."""
    first = () if request.image is None else (request.image,)
    return [_inside(picture) for picture in (*first, *(request.reference_images or ()))]


def _inside(image: Image) -> str:
    if image.mime not in SENDABLE:
        image = imaging.as_png(image)
    return f"data:{image.mime};base64,{base64.b64encode(image.data).decode()}"
