"""Who builds something has their hands at it: "a boy building a snowman", "construindo um castelo"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ... import naming, vocabulary
from ...notes import done_to_others
from ...spec import SceneSpec

_BUILDING = "building"
"""The row of `lexicon/deeds.toml`."""
_LOW = 0.85
"""Who builds what is smaller sits on the ground beside it."""


def raised(spec: SceneSpec) -> SceneSpec:
    """The spec with the pose of those who build one thing that is there: then the deed is seen."""
    work = next((at for row, _, at in done_to_others(spec) if _builds(row)), None)
    entries = vocabulary.load()
    if work is None or spec.subjects[work].count > 1 or spec.subjects[work].id not in entries:
        return spec
    told: list[dict[str, Any]] = [dict(row) for row in spec.extra["told"]]
    builders = [row for row in told if _builds(row) and isinstance(row.get("subject"), int)]
    doers = [spec.subjects[row["subject"]] for row in builders]
    if entries[spec.subjects[work].id].anchor != "ground":
        return spec  # a boat is afloat
    if any(d.id not in entries or entries[d.id].art != "head" or d.action for d in doers):
        return spec
    low = entries[spec.subjects[work].id].size * spec.subjects[work].size < _LOW
    for row in builders:
        row["pose"] = "build-low" if low else "build"
    next(row for row in told if row.get("subject") == work)["built"] = True
    seen = {row["deed"] for row in builders}
    unknown = tuple(word for word in spec.unknown if word not in seen)
    return replace(spec, unknown=unknown, extra={**spec.extra, "told": told})


def _builds(row: Mapping[str, Any]) -> bool:
    deed = str(row.get("deed") or "")
    return bool(deed) and _BUILDING in (naming.deed_row(deed), naming.deed_row(f"{deed} a"))
