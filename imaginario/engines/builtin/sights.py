"""Sights: what shows where in the world a picture is: a drawing that stands behind, a kind of the place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from . import looks
from .scenery.setting import INDOORS, KINDS
from .scenery.streams import Streams
from .spec import SceneSpec, Subject
from .vocabulary import Entry
from .words import afar
from .words.fold import key
from .words.lexicon import listed, table

_NO_VIEW = INDOORS | {
    "underwater",
    "space",
    "moon",
    "mars",
    "sky",
    "forest",
    "jungle",
    "bamboo",
    "alley",
    "pool",
}
"""Places from which no sight is seen."""
_MANY = 4
"""Subjects beside which nothing more has room."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """A row of `lexicon/sights.toml`."""

    stands: tuple[str, ...] = ()
    """Ids of drawings, any of which shows where it is."""
    kind: str = ""
    """A kind of the place (`setting.KINDS`)."""
    place: str | None = None
    """Where it is when nobody says more than the name."""
    over: bool = False
    """Whether it is there even if the name means another place: Fuji is no peak among higher ones."""

    view_of: str = ""
    """Id of the drawing that stands in such a kind of place, whether or not its name is told."""

    def is_in(self, spec: SceneSpec) -> bool:
        """Whether a complete spec shows it."""
        kind = bool(self.kind) and spec.extra.get("kind") == self.kind
        return kind or any(one.id in self.stands for one in spec.subjects)


@cache
def _sights() -> Mapping[str, Sight]:
    rows = {
        tuple(map(_plain, listed(row["names"]))): Sight(
            stands=tuple(listed(row.get("stands", ""))),
            **{name: row[name] for name in ("kind", "place", "over", "view_of") if name in row},
        )
        for row in table("sights").values()
    }
    return {name: sight for names, sight in rows.items() for name in names}


def of(name: str) -> Sight | None:
    """What shows that a picture is of the place of that name, in any language."""
    return _sights().get(_plain(name)) or _sights().get(_plain(afar.in_english(name)))


def _plain(name: str) -> str:
    return key(name.removeprefix("the "))


def shown(names: Iterable[str], spec: SceneSpec) -> list[str]:
    """Those of the names whose sight a complete spec has."""
    return [name for name in names if (sight := of(name)) is not None and sight.is_in(spec)]


def there(spec: SceneSpec) -> str | None:
    """The place a spec is in where only the name of one in the world was said."""
    for name in spec.names:
        sight = of(name)
        free = spec.place is None or (sight is not None and sight.over and afar.row_of(name) == spec.place)
        if free and sight is not None and sight.place and sight.place not in spec.avoid:
            return sight.place
    view = _view(spec)
    if view is None or view.place in spec.avoid or not (spec.place is None or _is_its_own(spec, view)):
        return None
    return view.place


def _is_its_own(spec: SceneSpec, view: Sight) -> bool:
    """Whether the place is only what the name of one means that the drawing is in: Christ "in Rio"."""
    named = [name for name in spec.names if afar.row_of(name) == spec.place]
    return any(view.view_of in sight.stands for sight in map(of, named) if sight is not None)


def _view(spec: SceneSpec) -> Sight | None:
    """The view that belongs to one of the drawings of a spec."""
    ids = {one.id for one in spec.subjects}
    return next((sight for sight in _sights().values() if sight.view_of in ids), None)


def in_sight(spec: SceneSpec, streams: Streams, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with what shows where in the world it is: the kind of its place, and one drawing behind."""
    if (view := _view(spec)) is not None:
        spec = _with_kind(spec, view)
    sight = next(filter(None, map(of, spec.names)), None)
    if sight is None or spec.place is None or sight.is_in(spec):
        return spec
    spec = _with_kind(spec, sight)
    stands = [ident for ident in sight.stands if ident in entries and ident not in spec.avoid]
    if not stands or spec.place in _NO_VIEW or looks.is_plain(spec.style) or _is_full(spec, sight, entries):
        return spec
    chosen = stands[int(streams["sight"].integers(len(stands)))]
    return replace(spec, subjects=(*spec.subjects, Subject(id=chosen)))


def _with_kind(spec: SceneSpec, sight: Sight) -> SceneSpec:
    """The spec with the kind of place that a sight is, where nobody put the place in words."""
    if KINDS.get(sight.kind) != spec.place or "place" in spec.extra.get("words", {}):
        return spec
    return replace(spec, extra={**spec.extra, "kind": sight.kind})


def _is_full(spec: SceneSpec, sight: Sight, entries: Mapping[str, Entry]) -> bool:
    """Whether there is a building already, or no room beside all who are there, but for a high mountain."""
    if sight.over:
        return sum(one.count for one in spec.subjects) > 2 * _MANY
    kinds = [entries[one.id].kind for one in spec.subjects if one.id in entries]
    return "building" in kinds or sum(one.count for one in spec.subjects) > _MANY
