"""Who rides what, as many mounts as riders where nobody shares one; who falls asleep on a chair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from . import notes
from .composing.actors import CROWD, mount_of
from .figures.riding import EACH_ONES_OWN
from .spec import SceneSpec
from .vocabulary import Entry


def each_on_their_own(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with a board for everyone on boards, and a horse for everyone who rides "horses"."""
    rows = notes.rows(spec)
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


def rowing(spec: SceneSpec) -> SceneSpec:
    """The spec with a paddle in the hands of those in a canoe, who hold nothing else."""
    rows = notes.rows(spec)
    at_oars = {
        at
        for at, s in enumerate(spec.subjects)
        if s.action == "ride" and s.held is None and s.to in range(len(spec.subjects))
        if spec.subjects[s.to or 0].id == "canoe"
    }
    told = [{**row, "pose": "row"} if row.get("subject") in at_oars else row for row in rows]
    return spec if told == rows else replace(spec, extra={**spec.extra, "told": told})


def dozing(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with people who sleep on a chair sitting there with shut eyes: nobody makes a bed on it."""
    rows = notes.rows(spec)
    told = list(rows)
    for at, one in enumerate(spec.subjects):
        on = one.relation == "on" and one.to is not None and spec.subjects[one.to].id in _CHAIRS
        person = one.id in entries and entries[one.id].kind == "person"
        if not (on and person and one.action == "sleep"):
            continue
        mine = [row for row in told if row.get("subject") == at] or [{"subject": at}]
        told = [row for row in told if row not in mine] + [{**row, "pose": "doze"} for row in mine]
    return spec if told == rows else replace(spec, extra={**spec.extra, "told": told})


_CHAIRS = frozenset({"rocking-chair", "armchair", "chair", "throne", "wheelchair", "stool", "bench"})
