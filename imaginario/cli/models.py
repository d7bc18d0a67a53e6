"""`models`: every engine and assistant, what it offers, and why one can't be used."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterator, Mapping
from typing import Any, TypeVar

from imaginario import present
from imaginario.assistants.base import PromptAssistant
from imaginario.cli.call import Call
from imaginario.errors import EngineTimedOut, StudioError
from imaginario.i18n import Translator
from imaginario.painting import Services
from imaginario.secrets import ENVIRONMENT
from imaginario.wiring import assistant_kinds, engine_kinds

T = TypeVar("T")

PATIENCE = 15.0
"""Seconds one provider may take to answer."""


async def models(call: Call) -> int:
    """List them, asking all providers at once."""
    house, t = call.house, call.t
    services = house.services(house.secrets())
    call.console.status(t("cli.models.asking"))
    found = {
        "engines": await _offers(services.engines, engine_kinds(), services, t),
        "assistants": await _offers(services.assistants, assistant_kinds(), services, t),
    }
    if call.args.json:
        call.console.json(found)
        return 0
    for kind, offers in found.items():
        call.console.result(t(f"cli.models.{kind}"))
        for offer in offers:
            call.console.result("\n".join(_lines(offer, t)))
    return 0


async def patiently(answer: Awaitable[T], name: str) -> T:
    """The answer, or `EngineTimedOut`."""
    try:
        return await asyncio.wait_for(answer, PATIENCE)
    except TimeoutError as error:
        raise EngineTimedOut(engine=name) from error


async def _offers(
    plugs: Mapping[str, Any], known: Mapping[str, Any], services: Services, t: Translator
) -> list[dict[str, Any]]:
    """What can be used, best first, then what lacks its key."""
    lacking = [name for name in known if name in services.missing and name not in plugs]
    ready = await asyncio.gather(*(_offer(name, plug, t) for name, plug in plugs.items()))
    return [*ready, *(_closed(name, services.missing[name], t) for name in lacking)]


async def _offer(name: str, plug: Any, t: Translator) -> dict[str, Any]:
    reason = ""
    try:
        listed = await patiently(plug.models(), name)
    except StudioError as error:
        listed, reason = plug.fallback_models(), " ".join(t.error(error))
    cards = [{"id": model.id, "title": model.title or model.id} for model in listed]
    title = present.name(name, t, writes=isinstance(plug, PromptAssistant))
    return {"name": name, "title": title, "available": not reason, "reason": reason, "models": cards}


def _closed(name: str, secret: str, t: Translator) -> dict[str, Any]:
    variable = ENVIRONMENT.get(secret, (secret,))[0]
    reason = t("cli.models.needs", variable=variable)
    return {
        "name": name, "title": present.name(name, t), "available": False, "reason": reason, "models": [],
    }  # fmt: skip


def _lines(offer: Mapping[str, Any], t: Translator) -> Iterator[str]:
    yield f"  {offer['title']} ({offer['name']}): {offer['reason'] or t('cli.models.ready')}"
    for model in offer["models"]:
        title = "" if model["title"] == model["id"] else f"  {model['title']}"
        yield f"    {model['id']}{title}"
