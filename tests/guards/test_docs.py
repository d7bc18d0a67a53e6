"""The documentation names every command, setting, flag, engine and language, and none that is gone."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from imaginario import commands
from imaginario.commands.base import Command
from imaginario.i18n import LANGUAGES
from imaginario.registry import find
from imaginario.settings import PREFIX, Settings
from imaginario.wiring import assistant_kinds, engine_kinds
from tests.guards.tree import ROOT

LINK = re.compile(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"")


def pages() -> list[Path]:
    """The pages a person reads."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


@cache
def text() -> str:
    """All pages together."""
    return "\n".join(page.read_text("utf-8") for page in pages())


def test_every_command_is_documented() -> None:
    assert [name for name in find(commands, Command) if not re.search(rf"(?<![\w./])/{name}\b", text())] == []


def test_every_setting_is_documented() -> None:
    names = [PREFIX + field.name.upper() for field in fields(Settings)]
    assert [name for name in names if not re.search(rf"\b{name}\b", text())] == []


def test_no_setting_is_documented_that_is_gone() -> None:
    known = {PREFIX + field.name.upper() for field in fields(Settings)}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", text())) - known == set()


def test_every_plug_is_documented() -> None:
    titles = [kind.title for kind in (*engine_kinds().values(), *assistant_kinds().values())]
    assert [title for title in titles if title.lower() not in text().lower()] == []


def test_every_language_is_documented() -> None:
    assert [name for name in LANGUAGES if name not in text()] == []


@pytest.mark.parametrize(
    "name", ["README.md", "README-pt-BR.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/install.md"]
)
def test_the_page_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


def test_links_lead_somewhere() -> None:
    lost = []
    for page in pages():
        for pair in LINK.findall(page.read_text("utf-8")):
            target = "".join(pair).partition("#")[0]
            if target and "://" not in target and not target.startswith("mailto:"):
                lost += [] if (page.parent / target).exists() else [f"{page.name}: {target}"]
    assert lost == []
