"""`models` and `doctor`: what is there, what works, and what is missing."""

from __future__ import annotations

import asyncio
import os
import platform
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import fields
from importlib import metadata
from pathlib import Path
from typing import Any

from imaginario import __version__, present
from imaginario.cli.console import Console
from imaginario.errors import EngineTimedOut, StudioError
from imaginario.i18n import Translator
from imaginario.painting import Services
from imaginario.secrets import ENVIRONMENT
from imaginario.settings import PREFIX, Settings
from imaginario.wiring import House, assistant_kinds, engine_kinds

PATIENCE = 15.0
"""Seconds one provider may take to answer."""
PACKAGES = ("gradio", "google-genai", "huggingface_hub", "Pillow", "numpy", "resvg-py", "mcp")
OLDEST_PYTHON = (3, 11)
PRIVATE = ("auth", "api_token")
"""Settings whose value is nobody's business."""


async def models(args: Namespace, house: House, console: Console, t: Translator) -> int:
    """List every engine and assistant with its models, and why one can't be used."""
    services = house.services(house.secrets())
    console.status(t("cli.models.asking"))
    kinds = {"engines": (services.engines, engine_kinds()), "assistants": (services.assistants, assistant_kinds())}
    found = {
        kind: await asyncio.gather(*(_offer(name, plugs, services, t) for name in _names(plugs, services, known)))
        for kind, (plugs, known) in kinds.items()
    }  # fmt: skip
    if args.json:
        console.json(found)
        return 0
    for kind, offers in found.items():
        console.result(t(f"cli.models.{kind}"))
        for offer in offers:
            console.result("\n".join(_lines(offer, t)))
    return 0


def _names(plugs: Mapping[str, Any], services: Services, known: Mapping[str, Any]) -> list[str]:
    return [*plugs, *(name for name in known if name in services.missing and name not in plugs)]


async def _offer(name: str, plugs: Mapping[str, Any], services: Services, t: Translator) -> dict[str, Any]:
    offer: dict[str, Any] = {"name": name, "title": present.name(name, t), "available": name in plugs}
    if name not in plugs:
        variable = ENVIRONMENT.get(services.missing[name], (services.missing[name],))[0]
        return offer | {"reason": t("cli.models.needs", variable=variable), "needs": variable, "models": []}
    plug, reason = plugs[name], ""
    try:
        listed = await _patiently(plug.models(), name)
    except StudioError as error:
        listed, reason = plug.fallback_models(), t.error(error)[0]
        offer["available"] = False
    cards = [{"id": model.id, "title": model.title or model.id} for model in listed]
    return offer | {"reason": reason, "models": cards}


def _lines(offer: Mapping[str, Any], t: Translator) -> Iterator[str]:
    state = offer["reason"] or t("cli.models.ready")
    yield f"  {offer['title']} ({offer['name']}): {state}"
    for model in offer["models"]:
        title = "" if model["title"] == model["id"] else f"  {model['title']}"
        yield f"    {model['id']}{title}"


async def _patiently(answer: Any, name: str) -> Any:
    try:
        return await asyncio.wait_for(answer, PATIENCE)
    except TimeoutError as error:
        raise EngineTimedOut(engine=name) from error


async def doctor(args: Namespace, house: House, console: Console, t: Translator) -> int:
    """Say what is installed, set and reachable; 1 when something that is set does not work."""
    for line in (*_versions(), *_settings(house, t), *_keys(house, t)):
        console.result(line)
    good = [_python(console, t), _folder(house.settings.data_dir, console, t)]
    console.status(t("cli.doctor.asking"))
    services = house.services(house.secrets())
    plugs = [("engine", *item) for item in services.engines.items()]
    plugs += [("assistant", *item) for item in services.assistants.items()]
    answers = await asyncio.gather(*(_check(name, plug) for _, name, plug in plugs))
    for (kind, name, _), error in zip(plugs, answers, strict=True):
        what = f"{t(f'cli.doctor.{kind}')}: {present.name(name, t)}"
        good.append(_verdict(what, None if error is None else " ".join(t.error(error)), console))
    return 0 if all(good) else 1


async def _check(name: str, plug: Any) -> StudioError | None:
    try:
        await _patiently(plug.check(), name)
    except StudioError as error:
        return error
    return None


def _verdict(what: str, problem: str | None, console: Console) -> bool:
    console.result(f"✓ {what}" if problem is None else f"✗ {what}: {problem}")
    return problem is None


def _versions() -> Iterator[str]:
    yield f"imaginario {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield ", ".join(f"{name} {_version(name)}" for name in PACKAGES)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "–"


def _settings(house: House, t: Translator) -> Iterator[str]:
    """Every setting by its name in the environment, those left alone marked."""
    usual = Settings(data_dir=house.settings.data_dir)
    for field in fields(Settings):
        value = getattr(house.settings, field.name)
        shown = t("cli.doctor.set") if value and field.name in PRIVATE else value
        if value in ("", False):
            shown = t("cli.doctor.not_set")
        mark = "" if value == getattr(usual, field.name) else " *"
        yield f"{PREFIX}{field.name.upper()}: {shown}{mark}"


def _keys(house: House, t: Translator) -> Iterator[str]:
    """Which keys are there and from where; four characters of each at most."""
    found = house.secrets()
    for name, variables in ENVIRONMENT.items():
        who = present.name(name, t)
        if secret := found.get(name):
            where = t(f"cli.doctor.from_{secret.source}")
            yield t("cli.doctor.key", who=who, hint=secret.hint, where=where)
        else:
            yield t("cli.doctor.no_key", who=who, variable=variables[0])


def _python(console: Console, t: Translator) -> bool:
    old = sys.version_info[:2] < OLDEST_PYTHON
    return _verdict(f"Python {platform.python_version()}", t("cli.doctor.old_python") if old else None, console)


def _folder(folder: Path, console: Console, t: Translator) -> bool:
    """Can pictures and keys be kept? The nearest folder that exists must let us write."""
    there = next(p for p in (folder, *folder.parents) if p.exists())
    writable = there.is_dir() and os.access(there, os.W_OK)
    problem = None if writable else t("cli.doctor.read_only", folder=there)
    return _verdict(t("cli.doctor.folder", folder=folder), problem, console)
