"""The poses of those who hug each other or dance in each other's arms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from . import notes
from .composing.partners import dancers, embraces, together
from .spec import SceneSpec
from .vocabulary import Entry
from .words.lexicon import table

_TALLER = 1.25
"""From this ratio on one bends down to the other."""


def in_arms(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with the poses of an embrace for both sides, where both are drawn with arms, at one place."""
    pairs = dict(embraces(spec))
    ways = {who: way for who, _, way in together(spec)} | dict.fromkeys(dict(dancers(spec)), _DANCE)
    spec = _together(spec, pairs)
    rows = notes.rows(spec)
    verbs = {row.get("subject"): str(row.get("verb")) for row in rows}
    posed: dict[int, str] = {}
    for who, whom in pairs.items():
        dance = table("actions").get(verbs.get(who, ""), {}).get("couple")
        way = _DANCE if dance else ways.get(who, _HUG)
        posed[who] = _pose(spec, entries, (who, whom), way)
        other = spec.subjects[whom]
        if way != _DANCE and other.action in (None, "hold") and other.held is None:
            posed.setdefault(whom, _pose(spec, entries, (whom, who), way))
    rows += [{"subject": at} for at in posed if all(row.get("subject") != at for row in rows)]
    sat = {at for at in posed if spec.subjects[at].action == "sit"}
    rows = [{**row, "sits": True} if row.get("subject") in sat else row for row in rows]
    told = [{**row, "pose": posed[at]} if (at := row.get("subject")) in posed else row for row in rows]
    return spec if told == rows else replace(spec, extra={**spec.extra, "told": told})


def _together(spec: SceneSpec, pairs: Mapping[int, int]) -> SceneSpec:
    """Who hugs somebody under a tree is under it, too."""
    cast = list(spec.subjects)
    for who, whom in pairs.items():
        other = cast[whom]
        free = cast[who].relation is None and cast[who].to is None and other.to not in (None, who)
        if free and other.relation in ("under", "on", "beside", "in_front_of", "behind"):
            cast[who] = replace(cast[who], relation=other.relation, to=other.to)
    return replace(spec, subjects=tuple(cast))


def _pose(spec: SceneSpec, entries: Mapping[str, Entry], pair: tuple[int, int], way: str) -> str:
    """Around somebody as tall, or up or down to who is taller or smaller."""
    mine, theirs = (entries[spec.subjects[i].id].size * spec.subjects[i].size for i in pair)
    if way == _DANCE:
        return way
    if way == HAND_IN_HAND and sum(spec.subjects[i].count for i in set(pair)) > len(pair):
        return f"{way}-row"
    if mine > _TALLER * theirs:
        return f"{way}-down"
    return f"{way}-up" if theirs > _TALLER * mine else way


_DANCE, _HUG, HAND_IN_HAND = "dance-hold", "embrace", "hand-in-hand"
"""Poses, the last two with others for who is taller and who is smaller than the other one."""
