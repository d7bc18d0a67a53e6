"""Who feeds somebody has a bowl in their hands: "a girl feeding pigeons"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ... import naming
from ...notes import done_to_others
from ...spec import SceneSpec, Subject
from ...vocabulary import is_alive, load

BOWL, FEEDING = "bowl", "feeding"
"""What is held, and the row of `lexicon/deeds.toml` that is seen by it."""
GRAIN = "grain"
"""What the note says is served to those who peck it up."""
_PECKING = frozenset(
    {"bird", "swan", "ostrich", "flamingo", "pelican", "seagull", "heron", "stork", "fish", "carp"}
)
"""Birds and fish that are drawn by hand, and the family of the others."""


def served(spec: SceneSpec) -> SceneSpec:
    """The spec with a bowl for each who feeds an animal or somebody and has nothing else to do or to hold.

    Where nobody is told to feed those who are there, somebody comes in to do it: "feeding pigeons".
    """
    spec = _with_somebody(spec)
    cast, seen = list(spec.subjects), set()
    rows = [dict(row) if isinstance(row, dict) else row for row in spec.extra.get("told") or ()]
    for deed, who, whom in _meals(spec):
        idle = cast[who].held is None and cast[who].action in (None, "sit", "hold")
        if idle and is_alive(cast[who].id) and is_alive(cast[whom].id):
            cast[who] = replace(cast[who], held=BOWL, action=cast[who].action or "hold")
            food = GRAIN if _pecks(cast[whom].id) else BOWL
            rows = [{**row, "serves": food} if row.get("subject") == who else row for row in rows]
            seen.add(deed)
    unknown = tuple(word for word in spec.unknown if word not in seen)
    if not seen:
        return spec
    return replace(spec, subjects=tuple(cast), unknown=unknown, extra={**spec.extra, "told": rows})


def _pecks(ident: str) -> bool:
    """Whether grain is strewn for it."""
    return bool(_PECKING & {ident, load()[ident].head.get("family")})


def _with_somebody(spec: SceneSpec) -> SceneSpec:
    """The spec with a person in front who feeds all animals, where nobody else could be meant."""
    deed = next((word for word in spec.unknown if naming.deed_row(word) == FEEDING), "")
    rows = list(spec.extra.get("told") or [{"subject": i} for i in range(len(spec.subjects))])
    beasts = bool(spec.subjects) and all(
        load()[s.id].kind == "animal" and s.to is None for s in spec.subjects
    )
    told = any(not isinstance(row, dict) or "deed" in row or "subject" not in row for row in rows)
    if not deed or not beasts or told or "person" in spec.avoid:
        return spec
    fed = [{**row, "subject": row["subject"] + 1} for row in rows]
    fed[0]["object"] = True
    notes = [{"subject": 0, "deed": deed}, *fed]
    return replace(spec, subjects=(Subject(id="person"), *spec.subjects), extra={**spec.extra, "told": notes})


def fed(spec: SceneSpec) -> Iterator[int]:
    """The indices of those who are fed, by the notes of the reader."""
    return (whom for _, _, whom in _meals(spec))


def _meals(spec: SceneSpec) -> Iterator[tuple[str, int, int]]:
    """The word for feeding, and the indices of who feeds and of whom."""
    for row, who, whom in done_to_others(spec):
        deed = str(row.get("deed") or "")
        if naming.deed_row(deed) == FEEDING:
            yield deed, who, whom
