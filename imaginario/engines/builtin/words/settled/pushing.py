"""Who pushes something on wheels stands behind it: "a grandma pushing a wheelchair with a boy"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ... import vocabulary
from ...spec import Relation, SceneSpec, Subject

_WHEELED = ("wheelchair", "stroller", "shopping-cart", "food-cart", "wagon", "wheelbarrow", "swing")
_SAT_IN = frozenset({"wheelchair", "stroller"})
_SWING = "swing"
_WORDS = frozenset({
    "pushing", "pushes", "push", "empurrando", "empurra", "empurrar", "empujando", "empuja", "empujar",
})  # fmt: skip
_ONE_WHO_SITS = ("推着坐轮椅", "推着坐在轮椅", "推着坐着轮椅", "推坐轮椅")


def placed(spec: SceneSpec, text: str) -> SceneSpec:
    """The spec of a text, with who pushes behind what is pushed, and the one who came along in it."""
    spec, holder = _put_down(spec)
    wheels = next((i for i, s in enumerate(spec.subjects) if s.id in _WHEELED), None)
    if wheels is None:
        return spec
    if (told := _rows(spec)) is None:
        return spec
    said = [w for w in spec.unknown if w.lower() in _WORDS]
    cast = list(spec.subjects)
    if any(word in text for word in _ONE_WHO_SITS):
        cast = [replace(s, action="hold", to=None) if s.action == "ride" else s for s in cast]
    pusher = _pusher(cast, bool(said)) if holder is None else holder
    if pusher is not None and pusher != wheels:
        walks = cast[pusher].action == "run"
        _put(cast, told, pusher, wheels, None, "behind")
        cast[pusher] = replace(cast[pusher], action="run" if walks else None)
        told[pusher] |= {"relation": "pushing", "pushes": True}
        for name in ("verb", "deed"):
            if not (name == "verb" and cast[pusher].action == "run"):
                told[pusher].pop(name, None)  # it is seen
    rider = _rider(cast, wheels, pushed=pusher is not None)
    if rider is not None and cast[wheels].id in _SAT_IN | {_SWING}:
        if cast[wheels].id in _SAT_IN:
            _put(cast, told, rider, wheels, "sit", "on")
        if pusher is not None and pusher < rider:
            told[pusher] |= {"deed": "pushing", "to": None, "relation": ""}
            told[rider]["object"] = True
    if pusher is None and rider is None:
        return spec
    unknown = tuple(w for w in spec.unknown if w not in said)
    return replace(spec, subjects=tuple(cast), unknown=unknown, extra={**spec.extra, "told": told})


def _rows(spec: SceneSpec) -> list[dict[str, Any]] | None:
    """A copy of what is told of every subject, in their order; None where something undrawn is told, too."""
    rows = spec.extra.get("told") or [{"subject": i} for i in range(len(spec.subjects))]
    drawn = [row.get("subject") for row in rows] == list(range(len(spec.subjects)))
    return [dict(row) for row in rows] if drawn else None


def _put_down(spec: SceneSpec) -> tuple[SceneSpec, int | None]:
    """The spec with what is on wheels on the ground, and who had it in hand: nobody carries a pram."""
    holder = next((i for i, s in enumerate(spec.subjects) if s.held in _WHEELED), None)
    if holder is None or (told := _rows(spec)) is None:
        return spec, None
    one, mine = spec.subjects[holder], told[holder]
    pushed = {n: mine.pop(f"held_{n}") for n in ("near", "traits") if mine.get(f"held_{n}")}
    color = mine.pop("held_color", None)
    action = None if one.action == "hold" else one.action
    cast = [*spec.subjects, Subject(id=one.held or "", color=color)]
    cast[holder] = replace(one, held=None, action=action)
    told.append({"subject": len(cast) - 1, **pushed})
    _unload(cast, mine, told)
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told}), holder


def _unload(cast: list[Subject], holder: dict[str, Any], told: list[dict[str, Any]]) -> None:
    """Let what the thing on wheels is full of be in it where it stands."""
    if (load := holder.pop("held_load", None)) is None:
        return
    near = {"near": holder.pop("held_load_near")} if "held_load_near" in holder else {}
    wheels = len(cast) - 1
    told.append({"subject": len(cast), "count_word": "many", "to": wheels, "relation": "inside", **near})
    cast.append(Subject(id=load, count=_MANY, relation="inside", to=wheels))


_MANY = 7


def _put(
    cast: list[Subject],
    told: list[dict[str, Any]],
    who: int,
    wheels: int,
    action: str | None,
    relation: Relation,
) -> None:
    one = cast[who]
    kept = one.action if action and one.action not in (None, "ride", "hold", "sit") else action
    cast[who] = replace(one, action=kept, to=wheels, relation=relation)
    told[who] |= {"to": wheels, "relation": relation}


def _pusher(cast: list[Subject], said: bool) -> int | None:
    """Who pushes: the first who is alive and nowhere yet; in Chinese one who holds nothing ("推着")."""
    for index, subject in enumerate(cast):
        idle = subject.action in (None, "run") if said else subject.action == "hold" and subject.held is None
        if vocabulary.is_alive(subject.id) and subject.to is None and idle:
            return index
    return None


def _rider(cast: list[Subject], wheels: int, *, pushed: bool) -> int | None:
    """Who sits in it: whoever is on it, else, where it is pushed, who is told of after it."""
    for index, one in enumerate(cast):
        here = one.to == wheels or (one.action == "ride" and one.to is None)
        if here and (one.action == "ride" or one.relation in ("on", "inside")):
            return index
    after = (i for i, s in enumerate(cast) if i > wheels and vocabulary.is_alive(s.id) and s.to is None)
    return next(after, None) if pushed else None
