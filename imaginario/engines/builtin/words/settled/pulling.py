"""Who pulls something goes before it: "two huskies pulling a sled", "um burro puxando uma carroça"."""

from __future__ import annotations

from dataclasses import replace

from ... import vocabulary
from ...notes import done_to_others
from ...spec import SceneSpec
from ..fold import key
from ..index import build

_PULLING = frozenset({"pulling", "dragging"})
"""Rows of `lexicon/deeds.toml`."""
_AFOOT = (None, "run")


def harnessed(spec: SceneSpec) -> SceneSpec:
    """The spec with those who pull something noted as such: then the deed is seen."""
    told = [dict(row) for row in spec.extra.get("told") or () if isinstance(row, dict)]
    seen: set[str] = set()
    for row, who, whom in done_to_others(spec):
        word, puller = str(row.get("deed") or ""), spec.subjects[who]
        afoot = puller.action in _AFOOT and puller.held is None and puller.relation is None
        thing = _mount(spec, whom)
        if afoot and _is_pulling(word) and _is_pulled(spec.subjects[thing].id):
            seen.add(word)
            told = [{**r, "pulls": thing} if r.get("subject") == who else r for r in told]
    if not seen:
        return spec
    unknown = tuple(word for word in spec.unknown if word not in seen)
    return replace(spec, unknown=unknown, extra={**spec.extra, "told": told})


def _mount(spec: SceneSpec, index: int) -> int:
    """What somebody rides or is in; oneself where one is on one's own feet."""
    to = spec.subjects[index].to
    aboard = spec.subjects[index].action == "ride" or spec.subjects[index].relation in ("on", "inside")
    return to if to is not None and aboard and to < len(spec.subjects) else index


def _is_pulled(ident: str) -> bool:
    return vocabulary.load()[ident].kind == "vehicle" or ident in _ON_THE_GROUND


_ON_THE_GROUND = frozenset({
    "sled", "wagon", "wheelbarrow", "stroller", "food-cart", "shopping-cart", "suitcase", "toy-car", "log",
    "gift", "treasure-chest", "pumpkin", "pine", "box", "rocking-horse",
})  # fmt: skip
"""What is pulled along the ground on a rope, beside vehicles."""


def _is_pulling(word: str) -> bool:
    return any(m.kind == "undrawn" and m.id in _PULLING for m in build().meanings(key(word)))
