"""One umbrella over all who share it: the tallest of them holds it, the others stand close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from . import notes
from .figures.casting import is_figure
from .spec import SceneSpec, Subject
from .vocabulary import Entry, is_alive

UMBRELLA = "umbrella"
SHARED = "under-umbrella"
"""The limb (see `composing.limbs`) that one is at who stands under what another holds up."""
_VERB, _MOST = "share", 3
"""The row of `lexicon/actions.toml`, and for how many an umbrella in a hand is wide enough."""
_FREE = frozenset({None, "hold", "run", "sit", "wave"})
"""What one does beside holding an umbrella."""
_STUCK_IN_SAND = frozenset({"beach", "pool"})
"""Places where an umbrella that nobody is told to hold stands of its own, unless it rains."""
_PLACED = (None, "on", "in_front_of")
_OF_MANY, _OF_HELD = ("plural", "group", "count_word"), ("held_color", "held_near")


def under_one_roof(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with one umbrella for those who are told to share it, or to be under it."""
    if those := sharers(spec):
        return _shared(spec, those, entries)
    at = next((i for i, s in enumerate(spec.subjects) if s.id == UMBRELLA), -1)
    below = [i for i, s in enumerate(spec.subjects) if s.relation == "under" and s.to in (at, None)]
    if not below or not _is_to_be_held(spec, at, below):
        return spec
    free = _taken_up(spec, at, below)
    found = _shared(free, below, entries)
    return spec if found is free else found


def on_one_seat(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with those who share a bench, a bed or a boat on it, and not with one each in their hands."""
    rows, cast = notes.rows(spec), list(spec.subjects)
    told = [int(row["subject"]) for row in rows if row.get("verb") == _VERB and "subject" in row]
    those = [at for at in told if at in range(len(cast)) and cast[at].held in entries and cast[at].to is None]
    seats = {cast[at].held for at in those if entries[cast[at].held or ""].kind in _SEATS}
    if len(seats) != 1 or any(cast[at].held not in seats for at in those):
        return spec
    seat = entries[str(seats.pop())]
    color = next(
        (str(c) for row in rows if row.get("subject") in those if (c := row.get("held_color"))), None
    )
    for at in those:
        rides = seat.kind == "vehicle"
        cast[at] = replace(
            cast[at],
            held=None,
            action="ride" if rides else "sit",
            relation=None if rides else "on",
            to=len(cast),
        )
    rows = [_without(row, ("verb", *_OF_HELD)) if row.get("subject") in those else row for row in rows]
    rows.append({"subject": len(cast)})
    cast.append(Subject(id=seat.id, color=color))
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": rows})


_SEATS = frozenset({"furniture", "vehicle"})


def sharers(spec: SceneSpec) -> list[int]:
    """The indices of those who are told to share an umbrella, few enough for one."""
    rows = notes.rows(spec)
    told = {
        int(row.get("subject", -1)): number for number, row in enumerate(rows) if row.get("verb") == _VERB
    }
    those = [at for at in told if at in range(len(spec.subjects)) and spec.subjects[at].held == UMBRELLA]
    if len(those) == 1 and spec.subjects[those[0]].count == 1:
        behind = rows[told[those[0]] + 1 : told[those[0]] + 2]
        those += [
            at for row in behind if (at := int(row.get("subject", -1))) >= 0 and _may_come(spec.subjects[at])
        ]
    return those if 1 < sum(spec.subjects[at].count for at in those) <= _MOST else []


def _may_come(one: Subject) -> bool:
    return is_alive(one.id) and one.to is None and one.held is None and one.relation is None


def _is_to_be_held(spec: SceneSpec, at: int, below: Sequence[int]) -> bool:
    """Whether the umbrella of an index is one for a hand, and only those below it are at it."""
    last = (
        at == len(spec.subjects) - 1 and spec.subjects[at].count == 1 and spec.subjects[at].relation is None
    )
    others = any(s.to == at for i, s in enumerate(spec.subjects) if i not in below)
    another = any(row.get("subject") == at and row.get("near") for row in notes.rows(spec))
    stands = spec.place in _STUCK_IN_SAND and "rain" not in spec.weather
    return at >= 0 and last and not others and not another and not stands


def _taken_up(spec: SceneSpec, at: int, below: Sequence[int]) -> SceneSpec:
    """The spec with the umbrella of an index in the hands of all below it."""
    up = [
        replace(s, relation=None, to=None, held=UMBRELLA) if i in below and s.held is None else s
        for i, s in enumerate(spec.subjects[:at])
    ]
    color = spec.subjects[at].color
    held = {"held_color": color} if color else {}
    rows = [row for row in notes.rows(spec) if row.get("subject") != at]
    told = [
        {**_without(row, ("to", "relation")), **held} if row.get("subject") in below else row for row in rows
    ]
    told += [{"subject": i, **held} for i in below if all(row.get("subject") != i for row in rows)]
    return replace(spec, subjects=tuple(up), extra={**spec.extra, "told": told})


def _shared(spec: SceneSpec, those: Sequence[int], entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with the umbrella in the hand of the tallest one, and the others below it."""
    cast = list(spec.subjects)
    able = [i for i in those if _holds(cast[i], entries)]
    crowd = sum(cast[i].count for i in those) > _MOST
    if not able or crowd or any(cast[i].relation not in _PLACED for i in those):
        return spec
    holder = max(able, key=lambda i: _tall(cast[i], entries))
    rows = {row.get("subject"): row for row in notes.rows(spec)}
    rows |= {i: {"subject": i} for i in those if i not in rows}
    others = [i for i in those if i != holder]
    if cast[holder].count > 1:
        others.append(len(cast))
        rows[len(cast)] = {**rows[holder], "subject": len(cast)}
        cast.append(replace(cast[holder], count=cast[holder].count - 1))
    share = max((_tall(cast[i], entries) / _tall(cast[holder], entries) for i in others), default=0.0)
    color = next((c for i in (holder, *others) if (c := rows[i].get("held_color"))), None)
    for at in others:
        cast[at] = replace(cast[at], held=None, action=_still(cast[at]), relation="under", to=holder)
        rows[at] = {**_walking(_without(rows[at], _OF_HELD)), "to": holder, "relation": SHARED}
    cast[holder] = replace(cast[holder], action="sit" if cast[holder].action == "sit" else "hold", count=1)
    rows[holder] = _without(_walking(rows[holder]), _OF_MANY) | {"shared": share, "held_color": color}
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": list(rows.values())})


def _without(row: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def _walking(row: Mapping[str, Any]) -> dict[str, Any]:
    """The note on one who walks, or shares, without the leaning of runners."""
    walks = {"pose": "walk"} if row.get("verb") == "walk" else {}
    return {**_without(row, ("verb",) if row.get("verb") == _VERB else ()), **walks}


def _still(one: Subject) -> str | None:
    return None if one.action in ("hold", "run") else one.action


def _holds(one: Subject, entries: Mapping[str, Entry]) -> bool:
    free = one.held in (None, UMBRELLA) and one.action in _FREE and one.id in entries
    return free and is_figure(entries[one.id], replace(one, held=UMBRELLA))


def _tall(one: Subject, entries: Mapping[str, Entry]) -> float:
    """How tall one is for the eye, a cat being 1."""
    size = entries[one.id].size if one.id in entries else 1.0
    return max(0.15, size * one.size) ** 0.82
