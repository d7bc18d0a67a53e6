"""Who looks through something has it at the eye: a telescope stands there, binoculars are in the hands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from . import notes
from .spec import SceneSpec, Subject
from .words.settled import peering

_POSES = {peering.BINOCULARS: "spy-both", peering.SPYGLASS: "spy"}


def at_the_eye(spec: SceneSpec) -> SceneSpec:
    """The spec with the telescope beside the face of who looks through it, or what is held at the eyes."""
    at, what = next(peering.through(spec), (-1, ""))
    if not what:
        return spec
    if what != peering.TELESCOPE:
        return _in_hand(spec, at, what)
    return _on_its_stand(spec, at, next((r for r in notes.rows(spec) if r.get("subject") == at), {}))


def _on_its_stand(spec: SceneSpec, at: int, row: Mapping[str, Any]) -> SceneSpec:
    cast, last = list(spec.subjects), len(spec.subjects) - 1
    told = notes.rows(spec)
    if cast[at].held == peering.TELESCOPE:
        cast[at] = replace(cast[at], held=None, action=None)
        cast.append(Subject(id=peering.TELESCOPE, color=row.get("held_color"), relation="in_front_of", to=at))
        told = [
            {k: v for k, v in r.items() if k != "held_color"} if r.get("subject") == at else r for r in told
        ]
        told += [{"subject": last + 1}] if told else []
    else:
        cast[last] = replace(cast[last], relation="in_front_of", to=at)
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told})


def _in_hand(spec: SceneSpec, at: int, through: str) -> SceneSpec:
    """The spec with it before the eyes, and no second one beside."""
    cast, last = list(spec.subjects), len(spec.subjects) - 1
    separate = cast[at].held is None
    cast[at] = replace(cast[at], held=None, action=None)
    note = {"pose": _POSES[through], "at_eyes": through}
    gone = ("held_near", "held_color", "verb")
    told = [
        {k: v for k, v in row.items() if k not in gone} | note if row.get("subject") == at else row
        for row in notes.rows(spec)
        if not (separate and row.get("subject") == last)
    ]
    cast = cast[:last] if separate else cast
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told})
