"""Reading `audit.toml`: prompts as people write them and the scene each stands for."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from imaginario.engines.builtin.spec import SceneSpec, Subject

LANGUAGES = ("en", "pt", "es", "zh")
_WHOLE = ("count", "to")


@cache
def rows(language: str) -> list[dict[str, Any]]:
    """The prompts of one language with what they must be read as."""
    return tomllib.loads(Path(__file__).with_name("audit.toml").read_text("utf-8"))[language]


def subjects(row: dict[str, Any]) -> tuple[Subject, ...]:
    """The subjects a row asks for."""
    return tuple(_subject(text) for text in row["subjects"])


def differences(row: dict[str, Any], spec: SceneSpec) -> dict[str, tuple[Any, Any]]:
    """What was read and what should have been, by field, where the two differ."""
    wanted: dict[str, Any] = {"subjects": subjects(row)}
    wanted |= {name: row.get(name) for name in ("place", "time", "style")}
    wanted |= {name: tuple(row.get(name, ())) for name in ("weather", "sky", "avoid", "names")}
    wanted |= {name: tuple(row[name]) for name in ("mood", "unknown") if name in row}
    wanted |= {"background": row["background"]} if "background" in row else {}
    read = {name: getattr(spec, name) for name in wanted}
    return {name: (read[name], wanted[name]) for name in wanted if read[name] != wanted[name]}


def _subject(text: str) -> Subject:
    name, *pairs = text.split()
    fields: dict[str, Any] = {}
    for pair in pairs:
        key, _, value = pair.partition("=")
        fields[key] = int(value) if key in _WHOLE else float(value) if key == "size" else value
    return Subject(id=name, **fields)
