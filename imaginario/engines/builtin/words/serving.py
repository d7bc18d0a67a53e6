"""Who feeds somebody has a bowl in their hands: "a girl feeding pigeons"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from .. import naming, vocabulary
from ..spec import SceneSpec

BOWL, FEEDING = "bowl", "feeding"
"""What is held, and the row of `lexicon/deeds.toml` that is seen by it."""


def served(spec: SceneSpec) -> SceneSpec:
    """The spec with a bowl for each who feeds an animal or somebody and has nothing else to do or to hold."""
    rows = spec.extra.get("told") or ()
    cast, seen = list(spec.subjects), set()
    for row, fed in itertools.pairwise(rows):
        at, whom = row.get("subject"), fed.get("subject")
        if at is None or whom is None or not (fed.get("object") or fed.get("recipient")):
            continue
        deed = str(row.get("deed") or "")
        if naming.deed_row(deed) != FEEDING or not _alive(cast[at].id) or not _alive(cast[whom].id):
            continue
        if cast[at].held is None and cast[at].action in (None, "sit", "hold"):
            cast[at] = replace(cast[at], held=BOWL, action=cast[at].action or "hold")
            seen.add(deed)
    unknown = tuple(word for word in spec.unknown if word not in seen)
    return replace(spec, subjects=tuple(cast), unknown=unknown) if seen else spec


def fed(spec: SceneSpec) -> Iterator[int]:
    """The indices of those who are fed, by the notes of the reader."""
    rows = [row for row in spec.extra.get("told") or () if isinstance(row, dict)]
    for row, whom in itertools.pairwise(rows):
        given = naming.deed_row(str(row.get("deed") or "")) == FEEDING
        if (
            given
            and whom.get("subject") in range(len(spec.subjects))
            and (whom.get("object") or whom.get("recipient"))
        ):
            yield whom["subject"]


def _alive(ident: str) -> bool:
    entry = vocabulary.load().get(ident)
    return entry is not None and entry.alive
