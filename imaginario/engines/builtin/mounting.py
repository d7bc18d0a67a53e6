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


def together(spec: SceneSpec, mount: int, entries: Mapping[str, Entry]) -> list[int]:
    """The indices of those who ride one animal one behind the other: two to four figures, copies too."""
    those = _riders(spec, mount, entries)
    under, count = entries.get(spec.subjects[mount].id), sum(spec.subjects[i].count for i in those)
    if under is None or under.art != "head" or under.kind == "person" or spec.subjects[mount].count > 1:
        return []
    drawn = all(spec.subjects[i].id in entries and entries[spec.subjects[i].id].art == "head" for i in those)
    return those if drawn and 1 < count <= _ON_ONE_BACK else []


_ON_ONE_BACK = 4


def boarded(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with a wagon for several who ride a train, and a pirate's ship under pirates."""
    cast = list(spec.subjects)
    for at, one in enumerate(spec.subjects):
        upon = [s for s in spec.subjects if s.to == at and s.relation in _ABOARD]
        aboard = [*upon, *(cast[i] for i in _riders(spec, at, entries))]
        many = sum(s.count for s in aboard if s.id in entries and entries[s.id].alive) > 1
        if one.id in _COACHES and many and _COACHES[one.id] in entries:
            cast[at] = replace(one, id=_COACHES[one.id])
        elif one.id == "ship" and any(s.outfit == "pirate" for s in aboard) and _PIRATES in entries:
            cast[at] = replace(one, id=_PIRATES)
    return spec if cast == list(spec.subjects) else replace(spec, subjects=tuple(cast))


_ABOARD = frozenset({"on", "inside"})
_COACHES: Mapping[str, str] = {"train": "passenger-train", "truck": "pickup-truck"}
"""What pulls, and the same with room for those who ride along."""
_PIRATES = "pirate-ship"


def drawn_by_a_team(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with reindeer and huskies before a sled that is ridden, and an idle one on a pulled sled.

    Where one of them flies, all do.
    """
    cast, rows = list(spec.subjects), notes.rows(spec)
    at = next((i for i, s in enumerate(cast) if s.id == _SLED and s.count == 1), -1)
    if at < 0 or not rows:
        return spec
    pulled = any(row.get("pulls") == at for row in rows)
    aboard = _riders(spec, at, entries)
    riders = [i for i in aboard if cast[i].id not in _TEAM] or aboard
    idle = [i for i, s in enumerate(cast) if s.to is None and s.relation is None and s.held is None]
    team = [i for i in idle if cast[i].id in _TEAM and cast[i].action in (None, "fly", "run")]
    team += [i for i in aboard if i not in riders]
    if pulled and not riders:
        riders = [i for i in idle if i not in (at, *team) and cast[i].action is None and cast[i].count == 1][
            :1
        ]
        team = []
    aloft = any(cast[i].action == "fly" for i in team)
    if not riders or not (pulled or team):
        return spec
    for i in riders:
        cast[i] = replace(cast[i], action="ride", to=at)
    for i in team:
        cast[i] = replace(cast[i], action="run", to=None)
    cast[at] = replace(cast[at], size=_LOADED * cast[at].size)
    more = {i: {"pulls": at} for i in team} | {at: {}}
    rows = [{**row, **more.get(row.get("subject", -1), {})} for row in rows]
    if aloft:
        rows = [{**row, "aloft": True} if row.get("subject") in (at, *team) else row for row in rows]
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": rows})


_SLED, _TEAM, _LOADED = "sled", frozenset({"reindeer", "husky"}), 1.7
"""What is pulled over snow, who does, and how much larger it is with somebody on it."""


def surfing(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with a wave under a lone surfer: the one that is told of, or one of the painter's own."""
    at = next((i for i, s in enumerate(spec.subjects) if s.id == _BOARD), -1)
    riders = _riders(spec, at, entries) if at >= 0 else []
    alone = len(riders) == 1 and spec.subjects[riders[0]].count == 1 and spec.subjects[at].color is None
    if not alone or _WAVE not in entries or spec.place not in _AT_THE_SEA:
        return spec
    cast, rows = list(spec.subjects), notes.rows(spec)
    waves = [i for i, s in enumerate(cast) if s.id == _WAVE]
    last = len(cast) - 1
    if waves and (waves != [last] or cast[last].count > 1 or any(s.to == last for s in cast)):
        return spec
    size = cast.pop().size if waves else cast[at].size
    cast[at] = replace(cast[at], id=_WAVE, size=size)
    cast[riders[0]] = replace(cast[riders[0]], to=at)
    rows = [row for row in rows if not waves or row.get("subject") != last]
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": rows} if rows else spec.extra)


_BOARD, _WAVE, _AT_THE_SEA = "surfboard", "wave", frozenset({None, "beach", "sea"})


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
    """The spec with people asleep on a chair or a flower sitting there, eyes shut: no bed is made on it."""
    rows = notes.rows(spec)
    told = list(rows)
    for at, one in enumerate(spec.subjects):
        there = spec.subjects[one.to] if one.to is not None else one
        on = (one.relation == "on" and there.id in _CHAIRS) or (there is not one and there.id in _FLOWERS)
        person = one.id in entries and entries[one.id].head.get("family") == "human"
        if not (on and person and one.action == "sleep"):
            continue
        mine = [row for row in told if row.get("subject") == at] or [{"subject": at}]
        told = [row for row in told if row not in mine] + [{**row, "pose": "doze"} for row in mine]
    return spec if told == rows else replace(spec, extra={**spec.extra, "told": told})


_FLOWERS = frozenset({"flower", "tulip", "rose", "sunflower", "lotus"})
_CHAIRS = frozenset({"rocking-chair", "armchair", "chair", "throne", "wheelchair", "stool", "bench"})
