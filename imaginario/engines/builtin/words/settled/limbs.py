"""Where exactly one is: "on the pirate's shoulder", "no nariz do cachorro", "entre dos gatos"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any

from ... import vocabulary
from ...spec import SceneSpec
from ..fold import key
from ..items import beyond, item_at
from ..lexicon import table
from ..matching import Item

_WHERE = ("relation", "upon", "part", "action")
_BORNE = frozenset({"back"})
"""Limbs that are told apart on people alone: on the back of a horse there is nowhere else to be."""


def placed(spec: SceneSpec, items: Sequence[Item]) -> SceneSpec:
    """The spec with the limb told of each who is on somebody, "between" of who is between others, and
    "toward" of who is on the way to what they are drawn in front of.
    """
    named = list(_named(items))
    if "back" in named:
        spec = _pickaback(spec)
    spec = _told(spec, "on", named)
    for relation, ident in (("beside", "between"), ("in_front_of", "toward")):
        spec = _told(spec, relation, [ident for item in items if _relation(item) == ident])
    return spec


def _told(spec: SceneSpec, relation: str, named: Sequence[str]) -> SceneSpec:
    """With the rows of `relations.toml` for those who stand so, in the order in which they are named."""
    rows = spec.extra.get("told")
    there = [i for i, s in enumerate(spec.subjects) if s.relation == relation and _fits(spec, relation, s.to)]
    if not named or not there or len(named) > len(there):
        return spec
    told: list[dict[str, Any]] = [dict(row) for row in rows] if isinstance(rows, list) else []
    told = told or [{"subject": i} for i in range(len(spec.subjects))]
    for index, ident in zip(there, named, strict=False):
        row = next((row for row in told if row.get("subject") == index), None)
        if row is not None and not (ident in _BORNE and not _is_person(spec, spec.subjects[index].to)):
            row["relation"] = ident
    return replace(spec, extra={**spec.extra, "told": told})


def _fits(spec: SceneSpec, relation: str, to: int | None) -> bool:
    below = _entry(spec, to)
    return relation != "on" or (below is not None and below.alive)


def _relation(item: Item) -> str:
    said = item.options.get("relation") or item.options.get("whom")
    return said.id if said is not None else ""


def _pickaback(spec: SceneSpec) -> SceneSpec:
    """Who rides "on the back of" a person is carried: nobody goes on all fours."""
    cast = [
        replace(s, action=None, relation="on") if s.action == "ride" and _is_person(spec, s.to) else s
        for s in spec.subjects
    ]
    return replace(spec, subjects=tuple(cast))


def _named(items: Sequence[Item]) -> Iterator[str]:
    for at, item in enumerate(items):
        limb = limb_of(item) if item.has(*_WHERE) and not _is_only_had(items, at) else ""
        if limb == "head" and not item.has("relation", "upon"):
            continue  # "with a big head"
        if limb and not (item.kind == "action" and limb not in _BORNE):
            yield limb


def _is_only_had(items: Sequence[Item], at: int) -> bool:
    """Whether a limb is told of that nobody is on: "con orejas largas"."""
    if items[at].has("relation", "upon", "action") or items[at].language == "zh":
        return False
    before = item_at(items, beyond(items, at - 1, ("a", "the", "color", "size", "trait"), -1))
    return before is None or before.has("with", "and", "comma", "wearing")


def limb_of(item: Item) -> str:
    """The row of `relations.toml` for the limb that a word names; empty where it names none."""
    known = _limbs()
    if item.language == "zh":
        return next((limb for word, limb in known.items() if word in item.raw and not word.isascii()), "")
    return next((known[word] for word in key(item.raw).split() if word in known), "")


@cache
def _limbs() -> Mapping[str, str]:
    rows = table("relations").items()
    words = ((word, ident) for ident, row in rows for word in str(row.get("limb", "")).split())
    return MappingProxyType({key(word): ident for word, ident in words})


def _entry(spec: SceneSpec, at: int | None) -> vocabulary.Entry | None:
    return vocabulary.load().get(spec.subjects[at].id) if at is not None else None


def _is_person(spec: SceneSpec, at: int | None) -> bool:
    entry = _entry(spec, at)
    return entry is not None and entry.kind == "person"
