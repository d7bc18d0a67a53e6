"""Hugging Face: whoever serves the model through Inference Providers, or an endpoint of one's own."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from imaginario import errors
from imaginario.engines._huggingface import endpoints, facts
from imaginario.engines._huggingface.borders import Place, token_of
from imaginario.engines._huggingface.errand import Delivery, Errand, carry_out
from imaginario.engines._huggingface.hub import HUB, TASKS, Hub, Route
from imaginario.engines._huggingface.terms import CLOUD, ROUTER, spare
from imaginario.engines._huggingface.wire import Wire
from imaginario.engines.base import ImageEngine
from imaginario.events import EngineEvent, Painted, Progress
from imaginario.images import ImageRequest, ModelCard, Param, Task
from imaginario.secrets import Secret

ELSEWHERE = (errors.EngineUnreachable, errors.EngineFailed, errors.ModelGone)
"""Failures after which the next provider may do better; others would meet us there again."""
PICTURES = frozenset({Param.IMAGE, Param.MASK_IMAGE, Param.OUTPAINT})
"""Never dropped: without them it would be another task."""
ROUTES_KEEP = 300.0
"""Seconds the answer to "who serves this model?" is kept."""


class HuggingFaceEngine(ImageEngine):
    """Paints and edits at Hugging Face with one person's token.

    `hf_hub_url` and `hf_router_url` move the Hub's API and the providers' router, `hf_endpoint_url` paints
    on a dedicated endpoint when no model is named (behind a # it may say which model runs there),
    `hf_provider` allows one provider only. `request_timeout` is the seconds one picture may take at one
    provider; what a sleeping endpoint needs to wake comes on top.
    """

    name = "huggingface"
    title = "Hugging Face"
    secret = "huggingface"  # noqa: S105  # the name of one
    settings = ("hf_hub_url", "hf_router_url", "hf_endpoint_url", "hf_provider", "request_timeout")
    keyless = ("hf_endpoint_url",)
    rank = 10

    def __init__(
        self,
        *,
        secret: Secret | None = None,
        hf_hub_url: str = "",
        hf_router_url: str = "",
        hf_endpoint_url: str = "",
        hf_provider: str = "",
        request_timeout: float = 120.0,
    ) -> None:
        self._secret = secret
        self._wire = Wire()
        self._hub = Hub(secret.reveal() if secret else "", hf_hub_url or HUB, self._wire)
        self._router = hf_router_url or ROUTER
        self._endpoint = hf_endpoint_url
        self._endpoint_url, self._endpoint_runs = endpoints.parted(hf_endpoint_url)
        self._provider = "" if hf_provider == "auto" else hf_provider
        self._timeout = request_timeout
        self._routes: dict[str, tuple[float, tuple[Route, ...]]] = {}
        self._listed: Mapping[str, frozenset[Task]] = MappingProxyType({})

    async def models(self) -> tuple[ModelCard, ...]:
        """What is served now for either task, the default first; raises `EngineError`."""
        default, whose = facts.default_model(), self._provider or "all"
        shelves = await asyncio.gather(*(self._hub.served(whose, task) for task in TASKS))
        served = dict.fromkeys(model for shelf in shelves for model in shelf)
        self._listed = {
            model: frozenset(t for t, shelf in zip(TASKS, shelves, strict=True) if model in shelf)
            for model in served
        }
        if default not in served and await self._is_served(default, Task.TEXT_TO_IMAGE):
            served = {default: None, **served}
        ranked = sorted(served, key=lambda model: model != default)
        return (*self._own(), *map(self.card, ranked))

    def card(self, model: str) -> ModelCard:
        """What is known of a model id, or of an endpoint's address, without asking."""
        model = model or self._endpoint or facts.default_model()
        if endpoints.is_url(model):
            return facts.endpoint_card(model, endpoints.parted(model)[1])
        card = facts.card(model)
        if model in self._listed and not facts.knows(model):
            return replace(card, tasks=self._listed[model])
        return card

    def fallback_models(self) -> tuple[ModelCard, ...]:
        """The models that are described, the default first."""
        described = (*self._own(), *facts.cards(own=False))
        return (self.card(""), *(card for card in described if card.id != self.card("").id))

    async def check(self) -> None:
        """Ask the Hub whose token it is; raises `Unauthorized`, `MissingSecret`."""
        token_of(self._secret)
        await self._hub.check()

    async def aclose(self) -> None:
        """Free connections."""
        await self._wire.aclose()

    async def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        """Paint, one picture after another; a provider that fails is followed by the next one."""
        card, task = self.card(request.model), request.task
        if task not in card.tasks:
            raise Place(model=card.id).error(errors.Unsupported, what=task.value, others=self._others(task))
        request = self._sized(replace(request.only(card.supports | PICTURES)[0], model=card.id), card)
        routes = await self._routes_to(card.id, task)
        count = max(1, request.num_images_per_prompt or 1)
        for index in range(count):
            seed = None if request.seed is None else (request.seed + index) % 2**32
            failures: list[errors.EngineError] = []
            for route in routes:
                try:
                    painting = self._painted(route, replace(request, seed=seed), index, count)
                    async with aclosing(painting) as events:
                        async for event in events:
                            yield event
                    break
                except ELSEWHERE as error:
                    failures.append(error)
            else:
                self._routes.pop(card.id, None)
                raise _verdict(failures)

    async def _painted(
        self, route: Route, request: ImageRequest, index: int, count: int
    ) -> AsyncGenerator[EngineEvent, None]:
        """One picture at one provider. A control that it refuses by name is left out, and that is told."""
        refused: tuple[str, ...] = ()
        while True:
            try:
                async with aclosing(self._once(route, request, index, count, refused)) as events:
                    async for event in events:
                        yield event
                return
            except errors.InvalidRequest as error:
                if not (names := spare(error, request)):
                    raise
                refused += names
                left: dict[str, Any] = dict.fromkeys(names)
                request = replace(request, **left)

    async def _once(
        self, route: Route, request: ImageRequest, index: int, count: int, refused: tuple[str, ...]
    ) -> AsyncGenerator[EngineEvent, None]:
        yield Progress(index, count, stage=route.provider)
        token = self._token_for(route)
        errand = Errand(route, request, self._timeout, self._wire, self._router, token)
        async with aclosing(carry_out(errand)) as work:
            async for news in work:
                if isinstance(news, Delivery):
                    yield _finished(errand, news, index, refused)
                else:
                    yield Progress(index, count, stage=news) if isinstance(news, str) else news

    async def _routes_to(self, model: str, task: Task) -> tuple[Route, ...]:
        """The ways to try, in order. Raises `NotServed` if there is none."""
        if endpoints.is_url(model):
            url = endpoints.parted(model)[0]
            endpoints.checked(url, self._endpoint_url)
            return (Route(CLOUD, url, model, task),)
        if self._endpoint and (
            self._endpoint_runs == model or (facts.is_own(model) and not self._endpoint_runs)
        ):
            return (Route(CLOUD, self._endpoint_url, model, task),)
        token_of(self._secret)
        if routes := await self._looked_up(model, task):
            return routes
        detail = f"no provider serves it for {task}"
        others = ", ".join(filter(None, (await self._stand_in(task, model), "builtin")))
        place = Place(model=model, provider=self._provider)
        raise place.error(errors.NotServed, detail=detail, what=task.value, others=others)

    async def _looked_up(self, model: str, task: Task) -> tuple[Route, ...]:
        kept = self._routes.get(model)
        if kept is None or kept[0] < time.monotonic():
            kept = self._routes[model] = time.monotonic() + ROUTES_KEEP, await self._hub.routes(model)
        return tuple(r for r in kept[1] if r.task is task and self._provider in ("", r.provider))

    async def _is_served(self, model: str, task: Task) -> bool:
        try:
            return bool(await self._looked_up(model, task))
        except errors.EngineError:
            return False

    async def _stand_in(self, task: Task, model: str) -> str:
        """The best described model that is served for this task now, or ""."""
        for card in facts.cards(own=False):
            if task in card.tasks and card.id != model and await self._is_served(card.id, task):
                return card.id
        return ""

    def _own(self) -> tuple[ModelCard, ...]:
        """What the endpoint that was set can run."""
        if not self._endpoint:
            return ()
        more = () if self._endpoint_runs else facts.cards(own=True)
        return (self.card(self._endpoint), *more)

    def _others(self, task: Task) -> str:
        return ", ".join(card.id for card in self.fallback_models() if task in card.tasks) or "builtin"

    def _token_for(self, route: Route) -> str:
        if endpoints.is_url(route.provider_id):
            return endpoints.token_for(route.provider_id, self._endpoint_url, self._secret)
        return self._hub.token

    def _sized(self, request: ImageRequest, card: ModelCard) -> ImageRequest:
        """Both sides or none: providers fill in the missing one each in their own way."""
        if request.width is None and request.height is None and (request.image or not facts.knows(card.id)):
            return request
        width, height = card.default_size
        return replace(request, width=request.width or width, height=request.height or height)


def _finished(errand: Errand, delivery: Delivery, index: int, refused: tuple[str, ...]) -> Painted:
    request, image = errand.request, delivery.image
    ignored = [*delivery.ignored, *refused]
    for side in (Param.WIDTH, Param.HEIGHT):
        if getattr(request, side) not in (None, getattr(image, side)) and side.value not in ignored:
            ignored.append(side.value)
    return Painted(
        image,
        seed=request.seed if delivery.seed is None else delivery.seed,
        index=index,
        provider=errand.place.provider,
        details={"provider_model": errand.route.provider_id, "provider_ignored": ignored},
    )


def _verdict(failures: Sequence[errors.EngineError]) -> errors.EngineError:
    """The error to raise when nobody delivered: one that may pass, if there is one, else the last."""
    tried = ", ".join(str(f.values.get("provider", "")) for f in failures)
    chosen = next((f for f in failures if isinstance(f, errors.Retryable)), failures[-1])
    chosen.values["tried"] = tried
    return chosen
