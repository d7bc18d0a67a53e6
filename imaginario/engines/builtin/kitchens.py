"""What those who cook have before or beside them: what they stir, and a table with the dishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from . import notes
from .spec import SceneSpec, Subject
from .vocabulary import Entry

TABLE = "table"
STIRRED = frozenset({"cauldron", "pot", "bucket", "barrel"})
"""What one stirs in with a ladle, standing behind it."""
_SEEN_IN_IT = frozenset({None, "soup", "potion", "hotpot"})
"""What need not be held to be seen in what it is cooked in; nothing, too."""
_OUTSIDE = "cauldron"
"""What one stirs anywhere, and not only in a kitchen."""


def stirred(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with each vessel that somebody stirs in before them, a ladle in their hands."""
    cast, rows = list(spec.subjects), notes.rows(spec)
    posed: dict[int, str] = {}
    for who, whom in (*_stirring(spec), *_cooking(spec)):
        vessel = cast[whom]
        if vessel.id in STIRRED and vessel.count == 1 and vessel.to is None:
            cast[whom] = replace(vessel, relation="in_front_of", to=who)
            outside = vessel.id == _OUTSIDE
            action = None if outside else cast[who].action
            cast[who] = replace(cast[who], relation=None, to=None, held=None, action=action)
            posed[who] = "stir"
    for at, one in enumerate(cast):
        if one.action == "cook" and one.relation == "inside" and cast[one.to or 0].id in STIRRED:
            cast[at] = replace(one, relation="beside")  # nobody cooks sitting in the pot
    for row in rows:
        at = row.get("subject")
        if row.get("verb") == "stir" and at not in posed and isinstance(at, int) and at < len(cast):
            posed |= {at: "stir-cup"} if cast[at].held in entries else {}
    told = [{**row, "pose": posed[at]} if (at := row.get("subject")) in posed else row for row in rows]
    if not posed and cast == list(spec.subjects):
        return spec
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told})


def dished_up(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with what is eaten from one pot in front of all who eat it, chopsticks in their hands."""
    cast, rows = list(spec.subjects), notes.rows(spec)
    eaters = [i for i, s in enumerate(cast) if s.action == "eat" and s.held in _SHARED_POTS]
    if not eaters or _CHOPSTICKS not in entries:
        return spec
    mine = next((row for row in rows if row.get("subject") == eaters[0]), {})
    pot = Subject(id=str(cast[eaters[0]].held), relation="in_front_of", to=eaters[0])
    near = {"near": mine["held_near"]} if mine.get("held_near") else {}
    told = [{**row, "held_near": None} if row.get("subject") in eaters else row for row in rows]
    for at in eaters:
        cast[at] = replace(cast[at], held=_CHOPSTICKS)
    told = [*told, {"subject": len(cast), **near}] if told else told
    return replace(spec, subjects=(*cast, pot), extra={**spec.extra, "told": told})


def off_the_floor(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with a table under the food that nobody holds, where people are in a kitchen or a café."""
    cast, rows = list(spec.subjects), notes.rows(spec)
    food = [i for i, s in enumerate(cast) if _lies_about(i, s, cast, entries)]
    eaters = any(s.id in entries and entries[s.id].alive and entries[s.id].size >= _GROWN for s in cast)
    seats = any(s.id in entries and entries[s.id].kind == "furniture" for s in cast)
    if spec.place not in _DINING or not food or len(food) > _ON_ONE or not eaters or seats:
        return spec
    for at in food:
        cast[at] = replace(cast[at], relation="on", to=len(cast))
    told = [*rows, {"subject": len(cast)}] if rows else rows
    return replace(
        spec,
        subjects=(*cast, Subject(id=TABLE)),
        extra={**spec.extra, "told": told} if told else spec.extra,
    )


def _lies_about(at: int, one: Subject, cast: Sequence[Subject], entries: Mapping[str, Entry]) -> bool:
    """Whether it is food of the usual size that is told to be nowhere in particular."""
    entry = entries.get(one.id)
    small = entry is not None and entry.kind == "food" and not entry.alive and one.size <= 1
    free = one.relation in (None, "beside") and one.count <= _ON_ONE and one.action is None
    return small and free and TABLE in entries and all(s.to != at for s in cast)


_DINING, _GROWN, _ON_ONE = frozenset({"kitchen", "cafe", "tavern", "bakery"}), 0.9, 3
"""Where one eats at tables, from what size on one does, and how much lies on one table."""
_SHARED_POTS, _CHOPSTICKS = frozenset({"hotpot"}), "chopsticks"


def watered(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with the heads of animals that drink down at the water, or over a bucket of it."""
    rows, cast = notes.rows(spec), list(spec.subjects)
    at_bank = spec.place in _WATERS
    thirsty = [
        at
        for row in rows
        if row.get("verb") == "drink" and isinstance(at := row.get("subject"), int) and at < len(cast)
        if cast[at].action == "eat" and cast[at].held is None and cast[at].relation is None
        if cast[at].id in entries and entries[cast[at].id].kind == "animal"
        if entries[cast[at].id].art == "head" and not cast[at].outfit
    ]
    water = "water" in spec.extra.get("scenery", ())
    if not thirsty or not (at_bank or water) or _BUCKET not in entries:
        return spec
    told = [{**row, "pose": "drink-down"} if row.get("subject") in thirsty else row for row in rows]
    if not at_bank and not any(s.id == _BUCKET for s in cast):
        told.append({"subject": len(cast)})
        cast.append(Subject(id=_BUCKET, relation="in_front_of", to=thirsty[0]))
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told})


_WATERS = frozenset({"river"})
_BUCKET = "bucket"


def _stirring(spec: SceneSpec) -> Iterator[tuple[int, int]]:
    """The indices of who stirs, and in what."""
    for row, who, whom in notes.done_to_others(spec):
        if row.get("verb") == "stir":
            yield who, whom


def _cooking(spec: SceneSpec) -> Iterator[tuple[int, int]]:
    """The indices of who cooks beside a vessel what is seen in it, and of that one."""
    dyed = {row.get("subject") for row in notes.rows(spec) if row.get("held_color")}
    for who, one in enumerate(spec.subjects):
        there = one.relation in ("beside", "inside", "in_front_of") and one.to in range(len(spec.subjects))
        if one.action == "cook" and one.held in _SEEN_IN_IT and who not in dyed and there:
            yield who, one.to or 0


def on_tables(
    cast: Sequence[Subject], left: Sequence[tuple[int, Subject]], entries: Mapping[str, Entry]
) -> list[Subject]:
    """What lies beside those at each index, with a table under the dishes of who cooks."""
    found: list[Subject] = []
    for index, thing in left:
        dish = thing.id in entries and entries[thing.id].kind == "food"
        if cast[index].action == "cook" and dish and TABLE in entries:
            found.append(Subject(id=TABLE, relation="beside", to=index))
            found.append(replace(thing, relation="on", to=len(cast) + len(found) - 1))
        else:
            found.append(thing)
    return found
