"""`models`: every engine and assistant, what it offers, and why one can't be used."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from imaginario import present
from imaginario.cli.call import Call, explained
from imaginario.engines.base import ImageEngine
from imaginario.errors import EngineTimedOut, StudioError
from imaginario.i18n import Translator, capital
from imaginario.secrets import ENVIRONMENT
from imaginario.settings import PREFIX
from imaginario.wiring import assistant_kinds, engine_kinds

T = TypeVar("T")

PATIENCE = 15.0
"""Seconds one provider may take to answer."""


async def models(call: Call) -> int:
    """List them, asking all providers at once; or fetch one for this computer."""
    if call.args.download:
        from imaginario.cli.download import download

        return await download(call)
    house, t = call.house, call.t
    secrets = house.secrets()
    services = house.services(secrets)
    call.console.status(t("cli.models.asking"))
    lists = (
        _offers(services.engines, engine_kinds(), services.missing, secrets, t),
        _offers(services.assistants, assistant_kinds(), services.missing, secrets, t, writes=True),
    )
    found = dict(zip(("engines", "assistants"), await asyncio.gather(*lists), strict=True))
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
    plugs: Mapping[str, Any],
    known: Mapping[str, Any],
    missing: Mapping[str, str],
    keys: Collection[str],
    t: Translator,
    *,
    writes: bool = False,
) -> list[dict[str, Any]]:
    """What can be used, best first, then what lacks its key."""
    answers = await asyncio.gather(*(_asked(n, plug, plug.secret in keys, t) for n, plug in plugs.items()))
    reasons = {name: reason for name, (_, reason) in zip(plugs, answers, strict=True)}
    listed = {name: models for name, (models, _) in zip(plugs, answers, strict=True)}
    offers = present.offers(listed, known, missing, t, writes=writes)
    return [_row(offer, reasons.get(offer.name) or _lacking(offer, known, t), t) for offer in offers]


async def _asked(name: str, plug: Any, keyed: bool, t: Translator) -> tuple[Sequence[Any], str]:
    """The models of a plug, and why it can't be used if it can't."""
    reason = ""
    try:
        if keyed:  # some list their models to anyone, or know them by heart
            await patiently(plug.check(), name)
        listed = await patiently(plug.models(), name)
        if isinstance(plug, ImageEngine) and (lacking := plug.needs()):
            reason = explained(lacking, t).line
        elif not listed:
            reason = t("cli.models.none")
    except StudioError as error:
        listed, reason = plug.fallback_models(), explained(error, t).line
    return listed, reason


def _lacking(offer: present.Offer, known: Mapping[str, Any], t: Translator) -> str:
    """Which key a plug needs, and what would do without it; "" if it needs none."""
    if not offer.needs:
        return ""
    told = t("cli.models.needs", variable=ENVIRONMENT.get(offer.needs, (offer.needs,))[0])
    places = ", ".join(PREFIX + name.upper() for name in known[offer.name].keyless)
    return f"{told}; {t('cli.models.keyless', variable=places)}" if places else told


def _row(offer: present.Offer, reason: str, t: Translator) -> dict[str, Any]:
    cards = [
        {"id": m.id, "title": m.title or m.id, "note": t(note) if (note := getattr(m, "note", "")) else ""}
        for m in offer.models
    ]
    told = {"name": offer.name, "title": offer.title, "available": not reason, "reason": reason}
    return {**told, "models": cards}


def _lines(offer: Mapping[str, Any], t: Translator) -> Iterator[str]:
    yield f"  {capital(offer['title'])} ({offer['name']}): {offer['reason'] or t('cli.models.ready')}"
    if t.has(hint := f"cli.models.hint_{offer['name']}"):
        yield f"    {t(hint)}"
    said: set[str] = set()
    for model in offer["models"]:
        # What is true of a whole series is said once.
        note = "" if model["note"] in said else model["note"]
        said.add(note)
        yield f"    {'  '.join(dict.fromkeys(filter(None, (model['id'], model['title'], note))))}"
