"""What a feast brings along: something in the air, and what hangs there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from . import accounts, notes
from .spec import PAINTED_THINGS, SceneSpec, Subject
from .vocabulary import Entry


def festive(spec: SceneSpec) -> SceneSpec:
    """Where there is a feast there is confetti in the air, or what else goes with it."""
    small, air = list(spec.extra.get("scenery", ())), accounts.air_of_a_feast(spec)
    if "festive" not in spec.mood or not PAINTED_THINGS.isdisjoint(small) or air in ("", *spec.avoid):
        return spec
    return replace(spec, extra={**spec.extra, "scenery": [*small, air]})


def hung(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """With the bunting that goes with the feast."""
    thing, rows = accounts.hung_at_a_feast(spec), notes.rows(spec)
    if thing not in entries or thing in {*(s.id for s in spec.subjects), *spec.avoid} or not spec.subjects:
        return spec
    told = [*rows, {"subject": len(spec.subjects)}] if rows else rows
    return replace(spec, subjects=(*spec.subjects, Subject(id=thing)), extra={**spec.extra, "told": told})
