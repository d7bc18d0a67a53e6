"""One picture: a request sent, its work followed to the end, and its answer read."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from imaginario import errors, imaging
from imaginario.aio import in_thread, stop
from imaginario.engines._huggingface.borders import Place, guarded
from imaginario.engines._huggingface.endpoints import is_url
from imaginario.engines._huggingface.hub import Route
from imaginario.engines._huggingface.jobs import Clerk
from imaginario.engines._huggingface.terms import CLOUD, ROUTER, Letter, written
from imaginario.engines._huggingface.wire import Deadline, Wire, sdk
from imaginario.events import Waiting
from imaginario.images import Image, ImageRequest

_SMALL = 100_000  # bytes; an answer with the picture inside is larger and has nothing else to tell
_INSIDE = (CLOUD, "together", "nscale")
"""Providers whose answers hold the picture itself."""
_HELD = 0.9
"""Share of the time-out for which a sleeping endpoint's proxy is asked to hold the request."""
_TICK = 1.0


@dataclass(frozen=True, slots=True)
class Errand:
    """Everything one picture needs; `timeout` is its seconds, `token` may be "" for an endpoint."""

    route: Route
    request: ImageRequest
    timeout: float
    wire: Wire
    router: str = ROUTER
    token: str = field(default="", repr=False)

    @property
    def place(self) -> Place:
        """Where this goes, for errors."""
        wakes = self.route.provider == CLOUD
        provider = "" if is_url(self.route.provider_id) else self.route.provider
        return Place(self.route.model, provider, wakes, self.token)


@dataclass(frozen=True, slots=True)
class Delivery:
    """The picture, verified, the seed the provider tells, and the controls it was never told."""

    image: Image
    seed: int | None = None
    ignored: tuple[str, ...] = ()


async def carry_out(errand: Errand) -> AsyncGenerator[str | Waiting | Delivery, None]:
    """How the work stands, and at last the delivery. Raises one of our errors; closing it hangs up."""
    place = errand.place
    letter = await in_thread(guarded, partial(_written, errand), place)
    until, body = Deadline(errand.timeout), b""
    async with aclosing(_posted(errand, letter, until)) as post:
        async for news in post:
            if isinstance(news, Waiting):
                yield news
            else:
                body = news
    clerk = Clerk(errand.route.provider, _base(errand), letter.headers, errand.wire, place, until)
    answer = _told(body)
    if answer:
        async with aclosing(clerk.finished(answer)) as work:
            async for news in work:
                if isinstance(news, str):
                    yield news
                else:
                    answer = news
    data = await _picture(answer, body, errand, letter, until)
    image = await in_thread(imaging.verified, data, engine="huggingface", model=errand.route.model)
    seed = answer.get("seed")
    yield Delivery(image, seed if type(seed) is int else None, letter.ignored)


def _written(errand: Errand) -> Letter:
    sdk()
    return written(errand.route, errand.request, router=errand.router, token=errand.token)


def _base(errand: Errand) -> str:
    return f"{errand.router.rstrip('/')}/{errand.route.provider}"


async def _posted(errand: Errand, letter: Letter, until: Deadline) -> AsyncGenerator[Waiting | bytes, None]:
    """The answer's body. An endpoint that sleeps is woken, with the seconds it may still take."""
    try:
        yield await _post(errand, letter, {}, until)
        return
    except errors.EngineWarmingUp:
        if not is_url(errand.route.provider_id):
            raise
    # Its proxy refuses at once, and begins to wake it; with this header it holds the request instead.
    hold = max(1, int(errand.timeout * _HELD))
    held = _post(errand, letter, {"x-scale-up-timeout": str(hold)}, Deadline(hold + errand.timeout))
    clock = asyncio.get_running_loop().time
    task, end = asyncio.ensure_future(held), clock() + hold
    try:
        while not task.done() and (left := end - clock()) > 0:
            yield Waiting("endpoint_waking", left, 1)
            await asyncio.wait({task}, timeout=min(_TICK, left))
        yield await task
    finally:
        await stop(task)


async def _post(errand: Errand, letter: Letter, more: dict[str, str], until: Deadline) -> bytes:
    return await errand.wire.ask(
        "POST",
        letter.url,
        place=errand.place,
        until=until,
        headers={**letter.headers, **more},
        content=letter.content,
    )


def _told(body: bytes) -> dict[str, Any]:
    """What an answer in JSON tells about the picture; nothing if it is the picture."""
    if len(body) > _SMALL or not body.lstrip().startswith(b"{"):
        return {}
    try:
        return json.loads(body)
    except ValueError:
        return {}


async def _picture(
    answer: dict[str, Any], body: bytes, errand: Errand, letter: Letter, until: Deadline
) -> bytes:
    """The picture's bytes, fetched from where the answer says if it is elsewhere."""
    place = errand.place
    if url := _address(answer):  # fetched here for its status and time-out; it never sees the token
        try:
            return await errand.wire.ask("GET", url, place=place, until=until)
        except (errors.Unauthorized, errors.Forbidden, errors.ModelGone) as error:
            failure = place.error(errors.EngineFailed, status=error.status, detail="picture_gone")
        raise failure
    if errand.route.provider not in _INSIDE:
        raise place.error(errors.EngineFailed, detail="no_picture")
    data = await in_thread(guarded, lambda: letter.helper.get_response(body, letter.params), place)
    if not isinstance(data, bytes):
        raise place.error(errors.EngineFailed, detail="no_picture")
    return data


def _address(answer: dict[str, Any]) -> str:
    """Where fal (`images`), replicate (`output`), wavespeed (`outputs`) and zai say the picture is."""
    data = answer.get("data")
    inner = data if isinstance(data, dict) else answer
    fields = (answer.get("images"), answer.get("output"), inner.get("outputs"), answer.get("image_result"))
    for value in fields:
        first = value[0] if isinstance(value, list) and value else value
        first = first.get("url") if isinstance(first, dict) else first
        if isinstance(first, str) and is_url(first):
            return first
    return ""
