"""Who is chased and chases: "a dog chasing a cat that chases a mouse"; and who rides after somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...notes import done_to_others
from ...spec import SceneSpec
from ..fold import key
from ..index import build
from ..items import item_at
from ..matching import Item

CHASE = "chase"
_THAT = frozenset({"that", "which", "who", "que", "is", "está", "is also", "也", "又", "正在", "在", "而"})
_LISTED = ("comma", "and", "stop.", "stop")
_ADJECTIVES = ("a", "the", "count", "number", "color", "size", "trait")


def chained(items: Sequence[Item]) -> list[Item]:
    """The items with whoever is chased and chases told of only once: "a fox chasing a hen chasing a worm"."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        if _is_chase(found, at) and (start := _behind_prey(found, at)) >= 0:
            del found[start:at]
    return found


def _is_chase(items: Sequence[Item], at: int) -> bool:
    item = item_at(items, at)
    deed = item.options.get("action") if item is not None else None
    return deed is not None and deed.id == CHASE


def _behind_prey(items: Sequence[Item], at: int) -> int:
    """Where what tells of the chased one again begins, before its own chase at an index; -1 for nowhere."""
    start = at
    while (before := item_at(items, start - 1)) is not None and before.raw.lower() in _THAT:
        start -= 1
    again = item_at(items, start - 1)
    if again is None or "subject" not in again.options:
        return -1
    if start < at and _is_prey(items, start - 1):
        return start
    start -= 1
    while (
        (before := item_at(items, start - 1)) is not None
        and before.has(*_ADJECTIVES)
        and not before.has("subject")
    ):
        start -= 1
    end = start
    while (before := item_at(items, start - 1)) is not None and before.has(*_LISTED):
        start -= 1
    prey = item_at(items, start - 1)
    same = prey is not None and "subject" in prey.options
    alike = same and prey is not None and prey.options["subject"].id == again.options["subject"].id
    return start if start < end and alike and _is_prey(items, start - 1) else -1


def _is_prey(items: Sequence[Item], at: int) -> bool:
    """Whether the noun at an index is chased."""
    at -= 1
    while (before := item_at(items, at)) is not None and (
        before.has(*_ADJECTIVES) or before.raw.lower() in ("a", "al")
    ):
        at -= 1
    return _is_chase(items, at)


def ridden_after(spec: SceneSpec) -> SceneSpec:
    """The spec with who rides after somebody noted as one who chases: then the deed is seen."""
    told = [dict(row) for row in spec.extra.get("told") or () if isinstance(row, dict)]
    seen: set[str] = set()
    for row, who, _ in done_to_others(spec):
        word = str(row.get("deed") or "")
        if spec.subjects[who].action == "ride" and is_chase(word):
            seen.add(word)
            told = [{**r, "chases": True} if r.get("subject") == who else r for r in told]
    if not seen:
        return spec
    unknown = tuple(word for word in spec.unknown if word not in seen)
    return replace(spec, unknown=unknown, extra={**spec.extra, "told": told})


def is_chase(word: str) -> bool:
    """Whether a deed as it was written is a chase."""
    return any(m.kind == "action" and m.id == CHASE for m in build().meanings(key(word)))
