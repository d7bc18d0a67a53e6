"""Hugging Face: whoever serves the model through Inference Providers, or an endpoint of one's own."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from imaginario import errors
from imaginario.aio import detached
from imaginario.engines._huggingface import endpoints, facts
from imaginario.engines._huggingface.borders import Place
from imaginario.engines._huggingface.errand import CLOUD, ROUTER, Errand, carry_out
from imaginario.engines._huggingface.hub import HUB, PATIENCE, Hub, Route
from imaginario.engines._huggingface.wire import Lease
from imaginario.engines.base import ImageEngine
from imaginario.events import EngineEvent, Painted, Progress
from imaginario.images import ImageRequest, ModelCard, Param, Task
from imaginario.secrets import Secret

T = TypeVar("T")

ELSEWHERE = (errors.EngineUnreachable, errors.EngineFailed, errors.ModelGone)
"""Failures after which the next provider may do better; others would meet us there again."""
ROUTES_KEEP = 300.0
"""Seconds the answer to "who serves this model?" is kept."""


class HuggingFaceEngine(ImageEngine):
    """Paints at Hugging Face with one person's token.

    `hf_hub_url` and `hf_router_url` move the Hub's API and the providers' router, `hf_endpoint_url` paints
    on a dedicated endpoint when no model is named, `hf_provider` allows one provider only.
    `request_timeout` is the seconds one picture may take at one provider.
    """

    name = "huggingface"
    title = "Hugging Face"
    secret = "huggingface"  # noqa: S105  # the name of one
    settings = ("hf_hub_url", "hf_router_url", "hf_endpoint_url", "hf_provider", "request_timeout")
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
        self._hub = Hub(secret.reveal() if secret else "", hf_hub_url or HUB)
        self._router = hf_router_url or ROUTER
        self._endpoint = hf_endpoint_url
        self._provider = "" if hf_provider == "auto" else hf_provider
        self._timeout = request_timeout
        self._routes: dict[str, tuple[float, tuple[Route, ...]]] = {}

    async def models(self) -> tuple[ModelCard, ...]:
        """What is served now, the default first; raises `EngineError`."""
        default = facts.default_model()
        whose = self._provider or "all"
        served = await self._ask(lambda lease: self._hub.served(whose, lease))
        if default not in served and await self._is_served(default):
            served = (default, *served)
        first = [self._endpoint] if self._endpoint else []
        ranked = sorted(served, key=lambda model: model != default)
        return tuple(self.card(model) for model in (*first, *ranked))

    def card(self, model: str) -> ModelCard:
        """What is known of a model id, or of an endpoint's address, without asking."""
        model = model or self._endpoint or facts.default_model()
        if endpoints.is_url(model):
            return replace(facts.card(model), title=model.partition("://")[2].partition("/")[0])
        return facts.card(model)

    def fallback_models(self) -> tuple[ModelCard, ...]:
        """The models that are described, the default first."""
        return (self.card(""), *(card for card in facts.cards() if card.id != self.card("").id))

    async def check(self) -> None:
        """Ask the Hub whose token it is; raises `Unauthorized`, `MissingSecret`."""
        self._need_secret()
        await self._ask(self._hub.check)

    async def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        """Paint, one picture after another; a provider that fails is followed by the next one."""
        card = self.card(request.model)
        if request.task is not Task.TEXT_TO_IMAGE:
            raise Place(model=card.id).error(errors.Unsupported, what=request.task.value)
        request = self._sized(replace(request.only(card.supports)[0], model=card.id), card)
        routes = await self._routes_to(card.id)
        count = max(1, request.num_images_per_prompt or 1)
        for index in range(count):
            seed = None if request.seed is None else (request.seed + index) % 2**32
            failures: list[errors.EngineError] = []
            for route in routes:
                yield Progress(index, count, stage=route.provider)
                try:
                    painted = await self._painted(route, replace(request, seed=seed), index)
                except ELSEWHERE as error:
                    failures.append(error)
                else:
                    yield painted
                    break
            else:
                self._routes.pop(card.id, None)
                raise _verdict(failures)

    async def _painted(self, route: Route, request: ImageRequest, index: int) -> Painted:
        errand = Errand(route, request, self._timeout, self._router, self._token_for(route))
        image, seed = await self._waited(lambda: carry_out(errand), errand.lease, errand.place, self._timeout)
        ignored = [p for p in facts.ignored_by(route.provider) if getattr(request, p) is not None]
        for side in (Param.WIDTH, Param.HEIGHT):
            if getattr(request, side) not in (None, getattr(image, side)):
                ignored.append(side.value)
        return Painted(
            image,
            seed=request.seed if seed is None else seed,
            index=index,
            provider=errand.place.provider,
            details={"provider_model": route.provider_id, "provider_ignored": ignored},
        )

    async def _routes_to(self, model: str) -> tuple[Route, ...]:
        """The ways to try, in order. Raises `ModelGone` if there is none."""
        if endpoints.is_url(model):
            endpoints.checked(model, self._endpoint)
            return (Route(CLOUD, model, model),)
        self._need_secret()
        if routes := await self._looked_up(model):
            return routes
        detail = f"no provider serves it for {Task.TEXT_TO_IMAGE}"
        raise Place(model=model, provider=self._provider).error(errors.ModelGone, detail=detail)

    async def _looked_up(self, model: str) -> tuple[Route, ...]:
        kept = self._routes.get(model)
        if kept is None or kept[0] < time.monotonic():
            found = await self._ask(lambda lease: self._hub.routes(model, lease), model)
            kept = self._routes[model] = time.monotonic() + ROUTES_KEEP, found
        return tuple(r for r in kept[1] if self._provider in ("", r.provider))

    async def _is_served(self, model: str) -> bool:
        try:
            return bool(await self._looked_up(model))
        except errors.EngineError:
            return False

    async def _ask(self, question: Callable[[Lease], T], model: str = "") -> T:
        lease = Lease()
        return await self._waited(lambda: question(lease), lease, Place(model=model), PATIENCE)

    async def _waited(self, call: Callable[[], T], lease: Lease, place: Place, seconds: float) -> T:
        """The call's result, waited for at most so long; the thread left behind soon notices."""
        try:
            async with asyncio.timeout(seconds):
                return await detached(call)
        except TimeoutError:
            raise place.error(errors.EngineTimedOut, detail=f"no answer in {seconds:g} s") from None
        finally:
            lease.end()

    def _token_for(self, route: Route) -> str:
        if endpoints.is_url(route.provider_id):
            return endpoints.token_for(route.provider_id, self._endpoint, self._secret)
        return self._hub.token

    def _need_secret(self) -> None:
        if self._secret is None:
            raise errors.MissingSecret(engine=self.name, secret=self.secret)
        # Any other key would be sent straight to the provider, which may not be whom it is meant for.
        if not self._hub.token.startswith("hf_"):
            raise Place(token=self._hub.token).error(errors.Unauthorized, detail="not a Hugging Face token")

    def _sized(self, request: ImageRequest, card: ModelCard) -> ImageRequest:
        """Both sides or none: providers fill in the missing one each in their own way."""
        if request.width is None and request.height is None and not facts.knows(card.id):
            return request
        width, height = card.default_size
        return replace(request, width=request.width or width, height=request.height or height)


def _verdict(failures: Sequence[errors.EngineError]) -> errors.EngineError:
    """The error to raise when nobody delivered: one that may pass, if there is one, else the last."""
    tried = ", ".join(str(f.values.get("provider", "")) for f in failures)
    chosen = next((f for f in failures if isinstance(f, errors.Retryable)), failures[-1])
    chosen.values["tried"] = tried
    return chosen
