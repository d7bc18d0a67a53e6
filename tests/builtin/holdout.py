"""Reading `holdout.toml`: prompts written without looking at the reader, and how much of them it gets right.

A subject reads "fox color=red outfit=wizard". A value may be one of several ("beach|none"), "*" is any value,
and a subject "?" at the end stands for further ones that may be there or not. `outfit_color`, `hat_color` and
`held_color` are what the painter is told of clothes and of what is held.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from imaginario.engines.builtin.spec import SceneSpec, Subject

LANGUAGES = ("en", "pt", "es", "zh")
_EMPTY = {"count": "1", "size": "1.0"}
_FIELDS = ("count", "color", "outfit", "hat", "glasses", "held", "action", "size", "relation", "to")
_DYED = ("outfit_color", "hat_color", "held_color")


@cache
def rows(language: str, part: str = "") -> list[dict[str, Any]]:
    """The prompts of one language with what they must be read as, all or those of one part."""
    found = tomllib.loads(Path(__file__).with_name("holdout.toml").read_text("utf-8"))[language]
    return [row for row in found if not part or row["part"] == part]


def subjects_right(row: dict[str, Any], spec: SceneSpec) -> bool:
    """Whether every subject is there with all it has, and nobody else."""
    wanted = list(row["subjects"])
    more = bool(wanted) and wanted[-1] == "?"
    wanted = wanted[:-1] if more else wanted
    if len(spec.subjects) < len(wanted) or (len(spec.subjects) > len(wanted) and not more):
        return False
    told = _told(spec)
    pairs = zip(wanted, spec.subjects, strict=False)
    return all(_same(text, subject, told.get(i, {})) for i, (text, subject) in enumerate(pairs))


def setting_right(row: dict[str, Any], spec: SceneSpec) -> bool:
    """Whether place and time are right."""
    return all(_fits(row.get(name, "none"), getattr(spec, name)) for name in ("place", "time"))


def rest_right(row: dict[str, Any], spec: SceneSpec) -> bool:
    """Whether weather, style, and what the row tells of names, unwanted and unknown things are right."""
    return (
        tuple(row.get("weather", ())) == spec.weather
        and _fits(row.get("style", "none"), spec.style)
        and set(row.get("avoid", ())) <= set(spec.avoid)
        and _all_of(row.get("names"), spec.names)
        and _all_of(row.get("unknown"), spec.unknown)
    )


def share(flags: Iterable[bool]) -> float:
    """The share of those that are true."""
    counted = list(flags)
    return sum(counted) / len(counted)


def _same(text: str, subject: Subject, told: dict[str, Any]) -> bool:
    name, *pairs = text.split()
    wanted = dict(pair.split("=", 1) for pair in pairs)
    read = {field: getattr(subject, field) for field in _FIELDS}
    dyed = {field: told.get(field) for field in _DYED if field in wanted}
    return _fits(name, subject.id) and all(
        _fits(wanted.get(field, _EMPTY.get(field, "none")), value) for field, value in (read | dyed).items()
    )


def _told(spec: SceneSpec) -> dict[int, dict[str, Any]]:
    return {row["subject"]: row for row in spec.extra.get("told", ()) if "subject" in row}


def _fits(wanted: str, read: object) -> bool:
    found = "none" if read is None else str(read)
    return wanted == "*" or found in wanted.split("|")


def _all_of(wanted: list[str] | None, read: tuple[str, ...]) -> bool:
    return wanted is None or sorted(wanted) == sorted(read)
