"""Who runs from somebody, walks before a follower, or goes before what they pull."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from . import notes
from .composing.partners import chases, follows, pulls
from .spec import SceneSpec
from .vocabulary import Entry

_WALK = {"pose": "walk"}


def running(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with the chased on the run, and with followers, those they follow and who pulls afoot."""
    cast, walking = list(spec.subjects), {at for pair in follows(spec) for at in pair}
    pullers = {who for who, _ in pulls(spec)}
    for at in {whom for _, whom in chases(spec)} | pullers:
        one, entry = cast[at], entries.get(cast[at].id)
        if one.action in (None, "hold") and entry is not None and entry.alive and entry.art == "head":
            cast[at] = replace(one, action="run")
    walking |= {at for at in pullers if not _is_beast(cast[at].id, entries)}
    told = [
        {**row, **_WALK} if row.get("subject") in walking and cast[row["subject"]].action == "run" else row
        for row in notes.rows(spec)
    ]
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told} if walking else spec.extra)


def _is_beast(ident: str, entries: Mapping[str, Entry]) -> bool:
    """Whether it pulls on all fours."""
    return ident in entries and entries[ident].kind == "animal"
