"""Cacti: one as tall as a tree where the desert is, a small one in a pot in a room and on a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from . import notes
from .scenery.setting import INDOORS
from .spec import SceneSpec, Subject
from .vocabulary import Entry

_POTTED, _TALL = "cactus", "saguaro"
_TALL_KINDS = frozenset({"mandacaru"})
"""Rows of `near.toml` for kinds that grow tall."""
_IN_POTS = INDOORS | {"table", "garden", "market", "rooftop", "balcony", None}
"""Where a cactus stands in a pot; a studio is one of them."""
_SMALL = 0.8
_BY_A_FACE = ("outfit", "hat", "glasses", "held", "action")


def grown(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """The complete spec with the tall drawing for every cactus that grows in the open."""
    if spec.place in _IN_POTS or _TALL not in entries or _TALL in spec.avoid:
        return spec
    rows = {row.get("subject"): row for row in notes.rows(spec)}
    cast = [
        replace(one, id=_TALL) if one.id == _POTTED and _is_wild(one, rows.get(at, {})) else one
        for at, one in enumerate(spec.subjects)
    ]
    return replace(spec, subjects=tuple(cast))


def _is_wild(one: Subject, row: Mapping[str, object]) -> bool:
    """Whether it grows from the ground and nothing is said of it that only the small one shows."""
    somebody = any(getattr(one, name) for name in _BY_A_FACE) or bool(row.get("traits") or row.get("parts"))
    kind = row.get("near")
    set_down = one.relation in ("on", "inside", "at_window", "under")
    return not somebody and kind in (None, *_TALL_KINDS) and not set_down and one.size > _SMALL
