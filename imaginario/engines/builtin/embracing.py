"""The poses of those who hug each other or dance in each other's arms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from . import notes
from .composing.partners import embraces
from .spec import SceneSpec
from .vocabulary import Entry
from .words.lexicon import table

_TALLER = 1.25
"""From this ratio on one bends down to the other."""


def in_arms(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with the poses of an embrace for both sides, where both are drawn with arms."""
    pairs = dict(embraces(spec))
    rows = notes.rows(spec)
    verbs = {row.get("subject"): str(row.get("verb")) for row in rows}
    posed: dict[int, str] = {}
    for who, whom in pairs.items():
        if not table("actions").get(verbs.get(who, ""), {}).get("couple"):
            posed[who] = _pose(spec, entries, who, whom)
            other = spec.subjects[whom]
            if other.action in (None, "hold") and other.held is None:
                posed.setdefault(whom, _pose(spec, entries, whom, who))
        else:
            posed[who] = "dance-hold"
    told = [{**row, "pose": posed[at]} if (at := row.get("subject")) in posed else row for row in rows]
    return spec if told == rows else replace(spec, extra={**spec.extra, "told": told})


def _pose(spec: SceneSpec, entries: Mapping[str, Entry], who: int, whom: int) -> str:
    """Around somebody as tall, or up or down to who is taller or smaller."""
    mine, theirs = (entries[spec.subjects[i].id].size * spec.subjects[i].size for i in (who, whom))
    if mine > _TALLER * theirs:
        return "embrace-down"
    return "embrace-up" if theirs > _TALLER * mine else "embrace"
