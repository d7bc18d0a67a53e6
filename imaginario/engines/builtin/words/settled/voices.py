"""Who barks, crows or shouts is seen to: an open mouth, and strokes around it for the sound."""

from __future__ import annotations

from dataclasses import replace

from ... import naming
from ...spec import SceneSpec
from ...vocabulary import load


def heard(spec: SceneSpec) -> SceneSpec:
    """The spec with the pose of those who give voice and do nothing else: then the deed is seen."""
    told, seen, unseen = [], set(), set()
    for row in spec.extra.get("told") or ():
        deed = str(row.get("deed") or "") if isinstance(row, dict) else ""
        roars = isinstance(row, dict) and _ROARING in row.get("traits", ())
        if not roars and not (deed and naming.deed_row(deed) in VOICES):
            told.append(row)
        elif _may_be_heard(spec, row.get("subject")):
            told.append({**row, "pose": "voice"})
            seen.add(deed)
        else:
            told.append(row)
            unseen.add(deed)
    if not seen:
        return spec
    unknown = tuple(word for word in spec.unknown if word not in seen - unseen)
    return replace(spec, unknown=unknown, extra={**spec.extra, "told": told})


VOICES = frozenset({
    "barking", "meowing", "howling", "crowing", "shouting", "screaming", "cheering", "neighing", "bleating",
    "mooing", "quacking", "chirping",
})  # fmt: skip
"""Rows of `lexicon/deeds.toml` that are heard."""
_ROARING = "roaring"


def _may_be_heard(spec: SceneSpec, at: object) -> bool:
    """Whether it is somebody with a face who holds nothing and keeps still."""
    if not isinstance(at, int) or not 0 <= at < len(spec.subjects):
        return False
    one = spec.subjects[at]
    entry = load().get(one.id)
    face = entry is not None and entry.alive and (entry.art == "head" or entry.face is not None)
    return face and one.action in (None, "sit") and one.held is None
