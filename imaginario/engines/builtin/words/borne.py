"""What somebody has on the head or the nose is not in the hands: "a duck with a cup on its head"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .. import naming
from ..spec import SceneSpec, Subject
from ..vocabulary import load
from . import limbs
from .items import beyond, item_at
from .matching import Item

_VERB = "carry-on-head"
_HEAD = "head"
"""Rows of `lexicon/actions.toml` and of `lexicon/relations.toml`."""
_BALANCING, _BALANCED = "balancing", ("head", "nose")
_BACK = "back"
_BORNE = (*_BALANCED, _BACK)
_OF_HELD = {"held_near": "near", "held_traits": "traits"}


def placed(spec: SceneSpec, items: Sequence[Item]) -> SceneSpec:
    """The spec with what is held and told to be on the head or the nose of its holder put there."""
    rows = spec.extra.get("told") or [{"subject": index} for index in range(len(spec.subjects))]
    told: list[dict[str, Any]] = [dict(row) for row in rows]
    cast, on_head = list(spec.subjects), _named(items)
    for row in told[:]:
        at = row.get("subject")
        one = cast[at] if isinstance(at, int) else None
        if one is None or one.held is None or not isinstance(at, int):
            continue
        if (
            (one.held not in on_head and row.get("verb") != _VERB)
            or "held_count" in row
            or "held_many" in row
        ):
            continue
        if on_head.get(one.held) == _BACK and not _goes_on_all_fours(one):
            continue
        thing = Subject(id=one.held, color=row.pop("held_color", None), relation="on", to=at)
        borne = {to: row.pop(name) for name, to in _OF_HELD.items() if row.get(name)}
        cast[at] = replace(one, held=None, action=None if one.action == "hold" else one.action)
        if one.action == "hold":
            row.pop("verb", None)
        told.append({"subject": len(cast), "to": at, "relation": on_head.get(one.held, _HEAD), **borne})
        cast.append(thing)
    if len(cast) == len(spec.subjects):
        return spec
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told})


def _named(items: Sequence[Item]) -> dict[str, str]:
    """The ids of things that are named right before a word for somebody's head or nose, and which of them."""
    found = {
        thing: _HEAD for at, item in enumerate(items) if _says_so(item) if (thing := _next(items, at + 1))
    }
    for at, where in enumerate(items[1:], 1):
        noun = item_at(items, beyond(items, at - 1, ("color", "size", "trait"), -1))
        named = noun.options.get("subject") if noun is not None else None
        if named is not None and where.has("upon") and (limb := limbs.limb_of(where)) in _BORNE:
            found[named.id] = limb
    return found


def _goes_on_all_fours(one: Subject) -> bool:
    """Whether it may be drawn on four legs, with something on its back."""
    entry = load().get(one.id)
    return entry is not None and entry.kind == "animal" and one.outfit is None


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
