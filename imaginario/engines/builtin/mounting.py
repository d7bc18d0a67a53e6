"""Who rides what: as many mounts as riders where nobody shares one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from .composing.actors import CROWD, mount_of
from .figures.riding import EACH_ONES_OWN
from .spec import SceneSpec
from .vocabulary import Entry


def each_on_their_own(
    spec: SceneSpec, entries: Mapping[str, Entry], rows: Sequence[Mapping[str, Any]]
) -> SceneSpec:
    """The spec with a board for everyone on boards, and a horse for everyone who rides "horses".

    `rows` are the notes of the reader on its subjects.
    """
    cast, told = list(spec.subjects), list(rows)
    for at, mount in enumerate(spec.subjects):
        row = next((row for row in rows if row.get("subject") == at), {})
        riders = _riders(spec, at, entries)
        shared = not row.get("plural") and mount.id not in EACH_ONES_OWN
        if shared or not riders or sum(spec.subjects[i].count for i in riders) > CROWD:
            continue
        for number, index in enumerate(riders):
            own = replace(mount, count=cast[index].count)
            cast[index] = replace(cast[index], to=len(cast) if number else at)
            if number:
                told += [{**row, "subject": len(cast)}] if told else []
                cast.append(own)
            else:
                cast[at] = own
    if cast == list(spec.subjects):
        return spec
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told} if told else spec.extra)


def _riders(spec: SceneSpec, mount: int, entries: Mapping[str, Entry]) -> list[int]:
    """The indices of those who ride it."""
    those = enumerate(spec.subjects)
    return [i for i, s in those if s.action == "ride" and mount_of(i, spec, entries) == mount]
