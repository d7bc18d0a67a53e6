"""Who looks through a telescope, binoculars or a spyglass is drawn so, and it is not told as missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ... import naming
from ...spec import SceneSpec, Subject
from ...vocabulary import load

TELESCOPE, BINOCULARS, SPYGLASS = "telescope", "binoculars", "spyglass"
_WATCHING = "watching"
"""The row of `lexicon/deeds.toml`."""
_FREE = frozenset({None, "hold", "sit"})


def seen(spec: SceneSpec) -> SceneSpec:
    """The spec without the words for looking among what nobody can draw, where they are seen."""
    rows = [row for row in spec.extra.get("told") or () if isinstance(row, dict)]
    at = {who for who, _ in through(spec)}
    drawn = {row.get("deed") for row in rows if row.get("subject") in at and _watches(row)}
    others = {row.get("deed") for row in rows if row.get("subject") not in at}
    unknown = tuple(word for word in spec.unknown if word not in drawn - others)
    return replace(spec, unknown=unknown) if drawn else spec


def through(spec: SceneSpec) -> Iterator[tuple[int, str]]:
    """The index of who looks through something, and what: `telescope`, `binoculars` or `spyglass`."""
    rows = {row.get("subject"): row for row in spec.extra.get("told") or () if isinstance(row, dict)}
    for at, one in enumerate(spec.subjects):
        what = _held(one, rows.get(at, {})) or _next(spec, at, rows)
        entry = load().get(one.id)
        able = entry is not None and entry.alive and (what == TELESCOPE or entry.art == "head")
        if what and able and one.count == 1 and one.action in _FREE:
            yield at, what


def _watches(row: Mapping[str, Any]) -> bool:
    return naming.deed_row(str(row.get("deed") or "")) == _WATCHING


def _held(one: Subject, row: Mapping[str, Any]) -> str:
    """What somebody holds to look through it: a telescope always, the others while they watch."""
    held = SPYGLASS if row.get("held_near") == SPYGLASS else one.held or ""
    return held if held == TELESCOPE or (held in (BINOCULARS, SPYGLASS) and _watches(row)) else ""


def _next(spec: SceneSpec, at: int, rows: Mapping[Any, Mapping[str, Any]]) -> str:
    """What the last subject is, where it is what the one before it looks through."""
    last = len(spec.subjects) - 1
    if at != last - 1 or not _watches(rows.get(at, {})) or spec.subjects[at].held:
        return ""
    there = spec.subjects[last]
    kind = SPYGLASS if rows.get(last, {}).get("near") == SPYGLASS else there.id
    alone = there.count == 1 and there.relation is None
    return kind if alone and kind in (TELESCOPE, BINOCULARS, SPYGLASS) else ""
