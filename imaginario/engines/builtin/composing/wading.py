"""Who is in a river by itself, and who is on its bank."""

from __future__ import annotations

from ..spec import Subject
from ..vocabulary import Entry

_AMPHIBIOUS = frozenset({
    "capybara", "hippo", "otter", "beaver", "crocodile", "platypus", "axolotl", "frog", "swan", "manatee",
})  # fmt: skip
"""At a river they are in it, where nothing else is told of them."""


def wades(subject: Subject, entry: Entry) -> bool:
    """Whether it is in the water by itself: neither dressed, nor with something in hand, nor told where."""
    idle = subject.action in (None, "play") and subject.relation is None
    return entry.id in _AMPHIBIOUS and idle and not (subject.outfit or subject.held)


def keeps_dry(subject: Subject, entry: Entry) -> bool:
    """Whether somebody who swims by nature is dressed, plays or does what is done on land."""
    dressed = subject.outfit is not None and subject.outfit not in _FOR_SWIMMING
    busy = subject.held is not None or subject.action in _ON_LAND
    return entry.alive and entry.art == "head" and (dressed or busy) and subject.action != "swim"


_FOR_SWIMMING = frozenset({"swimsuit", "diver", "mermaid"})
_ON_LAND = frozenset({"read", "cook", "paint", "dance", "sit"})


def is_ashore(subject: Subject, entry: Entry) -> bool:
    """Whether somebody is on the bank wherever there is a river."""
    by_nature = entry.anchor in ("water", "underwater") and not keeps_dry(subject, entry)
    wet = by_nature or subject.action in ("swim", "ride", "fly")
    return entry.alive and not wet and subject.relation is None and not wades(subject, entry)
