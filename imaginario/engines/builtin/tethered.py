"""Who is walked on a leash, and what is flown on a string."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from . import notes
from .figures.casting import is_figure
from .spec import SceneSpec, Subject
from .vocabulary import Entry

_LEADING = frozenset({"walk", "lead-along"})
_KITE, _FLYING = "kite", "kite-flying"
_OF_KITE = {"held_color": "color", "held_near": "near"}


def tethered(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with notes on who is led by whom, with kites in the air and planted flags in the ground."""
    return _planted(_flown(_led(spec, entries), entries), entries)


def _led(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """Whoever is walked walks along, in a collar, on a leash."""
    cast, rows = list(spec.subjects), notes.rows(spec)
    found: dict[int, dict[str, Any]] = {}
    for row, who, whom in notes.done_to_others(spec):
        one, beast = cast[who], cast[whom]
        pet = beast.id in entries and entries[beast.id].kind == "animal" and beast.to is None
        walks = one.action in (None, "run", "hold") and one.held is None and one.count == 1
        if row.get("verb") not in _LEADING or not pet or not walks or not _is_figure(one, entries):
            continue
        cast[who] = replace(one, action="run")
        found[who] = {"verb": "walk", "pose": "lead"}
        cast[whom] = replace(beast, action=beast.action or "run")
        found[whom] = {"led": who} | ({} if beast.action else {"pose": "walk"})
        if entries[beast.id].art == "head":
            found[whom]["parts"] = [["collar", ""]]
    told = [_noted(row, found.get(row.get("subject", -1), {})) for row in rows]
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told}) if found else spec


def _noted(row: dict[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    parts = [*row.get("parts", ()), *more.get("parts", ())]
    if row.get("parts") and any(part == "collar" for part, *_ in row["parts"]):
        parts = row["parts"]
    return {**row, **more, **({"parts": parts} if parts else {})}


def _flown(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """A kite of several who fly one is one, high up."""
    cast, rows = list(spec.subjects), notes.rows(spec)
    fliers = [
        at
        for row in rows
        if row.get("activity") == _FLYING and isinstance(at := row.get("subject"), int) and at < len(cast)
        if cast[at].held == _KITE and _is_figure(cast[at], entries)
    ]
    if not fliers or _KITE not in entries:
        return spec
    mine = next(row for row in rows if row.get("subject") == fliers[0])
    near = {"near": mine["held_near"]} if mine.get("held_near") else {}
    for at in fliers:
        cast[at] = replace(cast[at], held=None, action=None)
    told = [_let_go(row) if row.get("subject") in fliers else row for row in rows]
    told.append({"subject": len(cast), "flown": fliers[0], **near})
    cast.append(Subject(id=_KITE, color=mine.get("held_color")))
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told})


def _planted(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with each flag that somebody plants in the ground beside them, their hands at its pole."""
    cast, rows = list(spec.subjects), notes.rows(spec)
    told = list(rows)
    for number, row in enumerate(rows):
        at = row.get("subject")
        plants = row.get("activity") == _PLANTING or row.get("verb") == _PLANT
        there = plants and isinstance(at, int) and at < len(cast)
        if not there or not isinstance(at, int) or cast[at].held not in _FLAGS or row.get("held_many"):
            continue
        told[number] = {n: v for n, v in row.items() if n not in _OF_KITE} | {"pose": "build-flag"}
        near = {"near": row["held_near"]} if row.get("held_near") else {}
        told.append({"subject": len(cast), "built": True, **near})
        cast.append(Subject(id=str(cast[at].held), color=row.get("held_color"), size=_TALL_FLAG))
        cast[at] = replace(cast[at], held=None, action=None)
    if len(cast) == len(spec.subjects):
        return spec
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told})


_PLANT = "plant-flag"
"""Rows of `lexicon/actions.toml` and of `lexicon/activities.toml`."""
_PLANTING, _FLAGS, _TALL_FLAG = "flag-planting", frozenset({"flag", "brazil-flag"}), 1.9


def _let_go(row: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if name not in _OF_KITE}
    return {**kept, "pose": "fly-kite"}


def _is_figure(one: Subject, entries: Mapping[str, Entry]) -> bool:
    return one.id in entries and is_figure(entries[one.id], one)
