"""From what was asked to what will be painted: every open choice of a spec filled in, avoided things gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .scenery.setting import INDOORS, resolve
from .scenery.streams import Streams
from .spec import PLACES, SceneSpec, Subject
from .vocabulary import Entry

PEOPLE = ("girl", "boy", "woman", "man")
ACTION_PLACES = {"swim": "sea", "cook": "kitchen", "read": "library", "sleep": "room", "paint": "room"}
OUTFIT_PLACES = {"astronaut": "moon", "chef": "kitchen", "pirate": "beach", "king": "castle", "santa": "snow"}
SKY_PLACES = {"planet": "space", "fireworks": "city", "aurora": "snow"}
KIND_PLACES = {"food": "table", "furniture": "room", "instrument": "room", "vehicle": "street"}
ANCHOR_PLACES = {"water": "sea", "underwater": "underwater", "space": "space", "table": "table"}


def complete(spec: SceneSpec, streams: Streams, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with place, time and people chosen by the seed, and what it avoids taken out first.

    The place stays None for a plain backdrop (a background colour and no place named).
    Completing a complete spec changes nothing, so a recipe can be painted again at another size.
    """
    spec = without_avoided(spec)
    spec = replace(spec, subjects=_cast(spec, streams, entries))
    place = spec.place if spec.place in PLACES else None
    # A backdrop of one colour and no place named: a studio, not a meadow under a pink sky.
    studio = place is None and spec.background is not None and bool(spec.subjects)
    spec = replace(spec, place=place or (None if studio else _place(spec, streams, entries)))
    setting = resolve(spec, streams)
    return replace(spec, place=None if studio else setting.place, time=setting.time)


def without_avoided(spec: SceneSpec) -> SceneSpec:
    """The spec without the subjects, things, colours, place, time, weathers and sky things it avoids."""
    avoid = frozenset(spec.avoid)
    if not avoid:
        return spec
    kept = [i for i, s in enumerate(spec.subjects) if s.id not in avoid]
    moved = {old: new for new, old in enumerate(kept)}
    subjects = tuple(_stripped(spec.subjects[i], avoid, moved) for i in kept)
    return replace(
        spec,
        subjects=subjects,
        place=None if spec.place in avoid else spec.place,
        time=None if spec.time in avoid else spec.time,
        weather=tuple(w for w in spec.weather if w not in avoid),
        sky=tuple(s for s in spec.sky if s not in avoid),
        style=None if spec.style in avoid else spec.style,
        background=None if spec.background in avoid else spec.background,
    )


def _stripped(subject: Subject, avoid: frozenset[str], moved: Mapping[int, int]) -> Subject:
    """A subject without the avoided things it wears or holds, its relation following the new indexes."""
    names = ("color", "outfit", "hat", "glasses", "held", "action")
    gone = {name: None for name in names if getattr(subject, name) in avoid}
    to = moved.get(subject.to) if subject.to is not None else None
    lost = subject.to is not None and to is None
    relation = None if lost and subject.relation != "at_window" else subject.relation
    return replace(subject, **gone, to=to, relation=relation)


def _cast(spec: SceneSpec, streams: Streams, entries: Mapping[str, Entry]) -> tuple[Subject, ...]:
    """ "person" becomes one of the people there are, each chosen by its own stream."""
    people = [p for p in PEOPLE if p in entries and p not in spec.avoid]
    cast = []
    for index, subject in enumerate(spec.subjects):
        if subject.id == "person" and "person" not in entries and people:
            subject = replace(subject, id=people[int(streams[f"person{index}"].integers(len(people)))])
        cast.append(subject)
    return tuple(cast)


def _place(spec: SceneSpec, streams: Streams, entries: Mapping[str, Entry]) -> str | None:
    """Where it happens when nobody said: by relation, deed, clothes, then by what lives where."""
    allowed = [place for place in _likely(spec, entries) if place in PLACES and place not in spec.avoid]
    if allowed:
        return allowed[0]
    if not spec.subjects:
        return None
    fields = [p for p in ("meadow", "garden", "meadow", "village") if p not in spec.avoid]
    return fields[int(streams["home"].integers(len(fields)))] if fields else None


def _likely(spec: SceneSpec, entries: Mapping[str, Entry]) -> list[str]:
    """Places in falling order of likelihood; there may be none."""
    known = [(s, entries[s.id]) for s in spec.subjects if s.id in entries]
    found = ["room" for s, _ in known if s.relation == "at_window"]
    found += [SKY_PLACES[s] for s in spec.sky if s in SKY_PLACES]
    if any(s.action == "fly" for s, _ in known) and not any(e.kind == "building" for _, e in known):
        found.append("space" if any(e.anchor == "space" for _, e in known) else "sky")
    if "snowfall" in spec.weather:
        found.append("snow")
    found += [ACTION_PLACES[s.action] for s, _ in known if s.action in ACTION_PLACES]
    found += [OUTFIT_PLACES[s.outfit] for s, _ in known if s.outfit in OUTFIT_PLACES]
    if known and all(e.kind == "food" or e.anchor in ("table", "hand") for _, e in known):
        found.append("table")
    found += [e.home for _, e in known if e.home]
    found += [ANCHOR_PLACES[e.anchor] for _, e in known if e.anchor in ANCHOR_PLACES]
    if known and all(e.kind in KIND_PLACES for _, e in known):
        found.append(KIND_PLACES[known[0][1].kind])
    if known and all(e.anchor == "sky" for _, e in known):
        found.append("sky")
    if any(e.kind == "building" or (e.kind == "plant" and e.size >= 1.2) for _, e in known):
        found = [place for place in found if place not in INDOORS]
    # A castle in a castle would stand there twice.
    return [place for place in found if place not in {e.id for _, e in known}]
