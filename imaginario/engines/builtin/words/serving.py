"""Who feeds somebody has a bowl in their hands: "a girl feeding pigeons"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .. import naming
from ..notes import done_to_others
from ..spec import SceneSpec
from ..vocabulary import is_alive

BOWL, FEEDING = "bowl", "feeding"
"""What is held, and the row of `lexicon/deeds.toml` that is seen by it."""


def served(spec: SceneSpec) -> SceneSpec:
    """The spec with a bowl for each who feeds an animal or somebody and has nothing else to do or to hold."""
    cast, seen = list(spec.subjects), set()
    for deed, who, whom in _meals(spec):
        idle = cast[who].held is None and cast[who].action in (None, "sit", "hold")
        if idle and is_alive(cast[who].id) and is_alive(cast[whom].id):
            cast[who] = replace(cast[who], held=BOWL, action=cast[who].action or "hold")
            seen.add(deed)
    unknown = tuple(word for word in spec.unknown if word not in seen)
    return replace(spec, subjects=tuple(cast), unknown=unknown) if seen else spec


def fed(spec: SceneSpec) -> Iterator[int]:
    """The indices of those who are fed, by the notes of the reader."""
    return (whom for _, whom in meals(spec))


def meals(spec: SceneSpec) -> Iterator[tuple[int, int]]:
    """The indices of who feeds and of whom."""
    return ((who, whom) for _, who, whom in _meals(spec))


def _meals(spec: SceneSpec) -> Iterator[tuple[str, int, int]]:
    """The word for feeding, and the indices of who feeds and of whom."""
    for row, who, whom in done_to_others(spec):
        deed = str(row.get("deed") or "")
        if naming.deed_row(deed) == FEEDING:
            yield deed, who, whom
