"""`doctor`: what is installed, set and reachable, fit to be pasted into a report."""

from __future__ import annotations

import asyncio
import os
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from importlib import metadata
from typing import Any

from imaginario import __version__, present
from imaginario.cli.call import Call, explained
from imaginario.cli.models import patiently
from imaginario.errors import MissingPackage, ModelNotDownloaded, StudioError
from imaginario.i18n import capital
from imaginario.secrets import ENVIRONMENT, MASK, redact
from imaginario.settings import PREFIX, Settings

PACKAGES = (
    "gradio",
    "google-genai",
    "huggingface_hub",
    "openai",
    "Pillow",
    "numpy",
    "resvg-py",
    "mcp",
    "torch",
    "diffusers",
)
OLDEST_PYTHON = (3, 11)
PRIVATE = ("auth", "api_token")
"""Settings whose value is nobody's business."""
_LOGIN = re.compile(r"//[^/@\s]*@")


async def doctor(call: Call) -> int:
    """Say it; 1 when something that is needed or set does not work."""
    for line in (*_versions(), *_settings(call), *_keys(call)):
        call.console.result(line)
    good = [_python(call), _folder(call)]
    call.console.status(call.t("cli.doctor.asking"))
    services = call.house.services(call.house.secrets())
    plugs = [("engine", *item) for item in services.engines.items()]
    plugs += [("assistant", *item) for item in services.assistants.items()]
    answers = await asyncio.gather(*(_check(name, plug) for _, name, plug in plugs))
    for (kind, name, _), error in zip(plugs, answers, strict=True):
        who = present.name(name, call.t, writes=kind == "assistant")
        what = f"{call.t(f'cli.doctor.{kind}')}: {capital(who)}"
        if isinstance(
            error, MissingPackage | ModelNotDownloaded
        ):  # not there, but nobody has asked for it either
            call.console.result(f"– {what}: {explained(error, call.t).line}")
            continue
        good.append(_verdict(what, explained(error, call.t).line if error else "", call))
    return 0 if all(good) else 1


async def _check(name: str, plug: Any) -> StudioError | None:
    try:
        await patiently(plug.check(), name)
    except StudioError as error:
        return error
    return None


def _verdict(what: str, problem: str, call: Call) -> bool:
    call.console.result(f"✗ {what}: {problem}" if problem else f"✓ {what}")
    return not problem


def _versions() -> Iterator[str]:
    system = f"{platform.system()} {platform.machine()}"
    yield f"imaginario {__version__}, Python {platform.python_version()}, {system}"
    yield ", ".join(f"{name} {_version(name)}" for name in PACKAGES)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "–"


def _settings(call: Call) -> Iterator[str]:
    """Every setting by its name in the environment; a star marks those that were set."""
    usual = Settings(data_dir=call.settings.data_dir)
    for field in fields(Settings):
        value = getattr(call.settings, field.name)
        shown = redact(_LOGIN.sub(f"//{MASK}@", str(value)))
        if isinstance(value, float):
            shown = f"{value:g}"
        if value in ("", False):
            shown = "–"
        elif field.name in PRIVATE:
            shown = MASK
        star = "" if value == getattr(usual, field.name) else " *"
        yield f"{PREFIX}{field.name.upper()}: {shown}{star}"


def _keys(call: Call) -> Iterator[str]:
    """Which keys are there and from where; four characters of each at most."""
    found, t = call.house.secrets(), call.t
    for name, variables in ENVIRONMENT.items():
        who = present.name(name, t)
        if secret := found.get(name):
            where = t(f"cli.doctor.from_{secret.source}")
            yield t("cli.doctor.key", who=who, hint=secret.hint, where=where)
        else:
            yield t("cli.doctor.no_key", who=who, variable=variables[0])


def _python(call: Call) -> bool:
    old = sys.version_info[:2] < OLDEST_PYTHON
    what = f"Python {platform.python_version()}"
    return _verdict(what, call.t("cli.doctor.old_python") if old else "", call)


def _folder(call: Call) -> bool:
    """Can pictures and keys be kept? The nearest folder that exists must let us write."""
    folder, t = call.settings.data_dir, call.t
    there = next(p for p in (folder, *folder.absolute().parents) if p.exists())
    writable = there.is_dir() and os.access(there, os.W_OK)
    problem = "" if writable else t("cli.output.read_only", folder=there)
    return _verdict(t("cli.doctor.folder", folder=folder), problem, call)
