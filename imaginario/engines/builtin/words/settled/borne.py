"""What somebody has on head, nose or back is there, not in the hands: "a duck with a cup on its head"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ... import naming
from ...spec import SceneSpec, Subject
from ...vocabulary import load
from ..matching import Item
from . import limbs

_VERB = "carry-on-head"
_HEAD = "head"
"""Rows of `lexicon/actions.toml` and of `lexicon/relations.toml`."""
_BACK = "back"
_BALANCING, _BALANCED = "balancing", (_HEAD, "nose")
_BORNE = (*_BALANCED, _BACK, "shoulder")
_OF_HELD = {"held_near": "near", "held_traits": "traits"}
_SIZE = "held_size"


def placed(spec: SceneSpec, items: Sequence[Item]) -> SceneSpec:
    """The spec with what is held and told to be on the head, the nose or the back of its holder put there."""
    rows = spec.extra.get("told") or [{"subject": index} for index in range(len(spec.subjects))]
    told: list[dict[str, Any]] = [dict(row) for row in rows]
    cast, limb_under = list(spec.subjects), _named(items)
    for row in told[:]:
        at = row.get("subject")
        one = cast[at] if isinstance(at, int) else None
        if one is None or one.held is None or not isinstance(at, int):
            continue
        limb = _HEAD if row.get("verb") == _VERB else limb_under.get(one.held)
        several = "held_count" in row or "held_many" in row
        if limb is None or several:
            continue
        color, size = row.pop("held_color", None), float(row.pop(_SIZE, 1))
        thing = Subject(id=one.held, color=color, size=size, relation="on", to=at)
        borne = {to: row.pop(name) for name, to in _OF_HELD.items() if row.get(name)}
        cast[at] = replace(one, held=None, action=None if one.action == "hold" else one.action)
        if one.action == "hold":
            row.pop("verb", None)
        plain = limb == _BACK and load()[one.id].kind != "person"  # there is nowhere else to be
        told.append({"subject": len(cast), "to": at, "relation": "on" if plain else limb, **borne})
        cast.append(thing)
    if len(cast) == len(spec.subjects):
        return spec
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told})


def _named(items: Sequence[Item]) -> dict[str, str]:
    """By the ids of things, the limbs of somebody that they are named right before."""
    found = {
        thing: _HEAD for at, item in enumerate(items) if _says_so(item) if (thing := _next(items, at + 1))
    }
    for at, where in enumerate(items):
        limb = limbs.limb_of(where) if where.has("upon") else ""
        if limb not in _BORNE:
            continue
        start = at - 1
        while start > 0 and items[start].has("subject", "of", "color", "a", "count", "number"):
            start -= 1
        for item in items[start:at]:
            if (named := item.options.get("subject")) is not None:
                found[named.id] = limb
    return found


def _says_so(item: Item) -> bool:
    deed = item.options.get("action")
    return deed is not None and deed.id == _VERB


def _next(items: Sequence[Item], at: int) -> str:
    """The id of the first thing that is named from an index on."""
    return next((i.options["subject"].id for i in items[at:] if "subject" in i.options), "")


def balanced(spec: SceneSpec) -> SceneSpec:
    """The spec without the word for balancing, where something is seen to be on a head or a nose."""
    rows = [row for row in spec.extra.get("told") or () if isinstance(row, dict)]
    under = {row.get("to") for row in rows if row.get("relation") in _BALANCED}
    seen = {row.get("deed") for row in rows if row.get("subject") in under and _balances(row)}
    return replace(spec, unknown=tuple(word for word in spec.unknown if word not in seen)) if seen else spec


def _balances(row: dict[str, Any]) -> bool:
    return naming.deed_row(str(row.get("deed") or "")) == _BALANCING
