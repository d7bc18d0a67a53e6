"""Banks: a river keeps to one side where somebody is to stand beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .composing.wading import is_ashore
from .spec import SceneSpec
from .vocabulary import Entry


def ashore(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The complete spec with a note for the painter of a river that somebody is on its bank."""
    if spec.place != "river":
        return spec
    there = any(is_ashore(one, entries[one.id]) for one in spec.subjects if one.id in entries)
    return replace(spec, extra={**spec.extra, "ashore": True}) if there else spec
