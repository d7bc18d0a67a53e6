"""The actors of a scene: one for each thing to draw, with its part in the composition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..scenery.stage import Stage
from ..spec import SceneSpec, Subject
from ..vocabulary import Entry

Role = Literal["ground", "air", "water", "float", "back", "field", "attached", "rider"]

CROWD = 12
"""More of a kind than this are scattered over the land instead of being placed one by one."""
MOST = 42
"""No more of a kind than this are drawn."""
CARRIERS = frozenset({"on", "under", "inside", "behind", "over", "at_window"})


@dataclass(slots=True, eq=False)
class Actor:
    """One thing to draw. Lengths are canvas pixels; `x` is its middle, `base` its lowest line."""

    index: int
    """Of its subject in the spec."""
    copy: int
    subject: Subject
    entry: Entry
    role: Role
    aspect: float
    """Width by height, as drawn."""
    height: float = 0.0
    x: float = 0.0
    base: float = 0.0
    depth: float = 0.0
    """0 in front, 1 at the horizon: how much haze lies before it."""
    layer: float = 0.0
    """Added to `base` for the order of drawing."""
    flip: bool = False
    tilt: float = 0.0
    """Degrees, anticlockwise."""
    sunk: float = 0.0
    """Share of its height, from below, that is under water."""
    shadow: bool = True
    seat: tuple[float, float] | None = None
    """Where one sits on it, as shares of its width and height from the upper left."""
    mate: Actor | None = field(default=None, repr=False)
    """What it rides, or stands on, under, in or behind."""

    @property
    def natural(self) -> float:
        """Its size in life, a cat being 1."""
        return max(0.15, self.entry.size * self.subject.size)

    @property
    def visual(self) -> float:
        """Its size for the eye: differences are softened, so that a mouse beside an elephant is seen."""
        return self.natural**0.82

    @property
    def width(self) -> float:
        """In pixels."""
        return self.height * self.aspect

    @property
    def top(self) -> float:
        """The y of its highest line."""
        return self.base - self.height

    @property
    def order(self) -> float:
        """Actors are drawn by rising order."""
        return self.base + self.layer


def cast(
    spec: SceneSpec, stage: Stage, entries: Mapping[str, Entry], aspects: Mapping[int, float]
) -> list[Actor]:
    """An actor for every thing to draw; subjects without an aspect can't be drawn and are left out."""
    known = [i for i, s in enumerate(spec.subjects) if i in aspects and s.id in entries]
    actors: list[Actor] = []
    for index in known:
        subject = spec.subjects[index]
        entry = entries[subject.id]
        part = role(index, spec, stage, entries)
        for copy in range(max(1, min(subject.count, MOST))):
            actors.append(Actor(index, copy, subject, entry, part, aspects[index], seat=seat(entry)))
    _pair(actors, spec)
    return actors


def role(index: int, spec: SceneSpec, stage: Stage, entries: Mapping[str, Entry]) -> Role:
    """The part that the subject of this index plays on the stage."""
    subject = spec.subjects[index]
    entry = entries[subject.id]
    others = len(spec.subjects) > 1
    if subject.action == "ride" and _mount(index, spec, entries) is not None:
        return "rider"
    if subject.relation in CARRIERS and (subject.to is not None or subject.relation == "at_window"):
        return "air" if subject.relation == "over" else "attached"
    if subject.count > CROWD or (entry.kind == "plant" and subject.count > 2 and not stage.floating):
        return "field"
    if stage.floating or (stage.place == "underwater" and entry.anchor == "underwater"):
        return "float"
    if entry.anchor in ("sky", "space") or subject.action == "fly":
        return "air"
    if stage.water and (entry.anchor in ("water", "underwater") or subject.action == "swim"):
        return "water"
    if others and _is_back(index, entry, spec):
        return "back"
    return "ground"


def _is_back(index: int, entry: Entry, spec: SceneSpec) -> bool:
    """Whether it belongs behind the others: a building or a tree that nobody stands on or under."""
    leant = {s.to for s in spec.subjects if s.relation in ("on", "under", "behind", "inside")}
    tall = entry.kind == "building" or (entry.kind == "plant" and entry.size >= 1.2)
    return tall and index not in leant


def seat(entry: Entry) -> tuple[float, float] | None:
    """The seat of a subject as shares of its drawing, None when its file names none."""
    if entry.seat is None:
        return None
    box = re.search(r'viewBox="([-\d.\s,]+)"', entry.read_svg() or "")
    left, top, width, height = (
        (float(v) for v in re.split(r"[\s,]+", box[1].strip())) if box else (0, 0, 256, 256)
    )
    return (entry.seat[0] - left) / width, (entry.seat[1] - top) / height


def _mount(index: int, spec: SceneSpec, entries: Mapping[str, Entry]) -> int | None:
    """The index of what it rides."""
    to = spec.subjects[index].to
    if to is not None:
        return to if to != index and 0 <= to < len(spec.subjects) else None
    rides = (i for i, s in enumerate(spec.subjects) if i != index and s.id in entries and entries[s.id].rides)
    return next(rides, None)


def _pair(actors: list[Actor], spec: SceneSpec) -> None:
    """Give riders and attached actors their mate, copy by copy; without one they stand on the ground."""
    by_index: dict[int, list[Actor]] = {}
    for actor in actors:
        by_index.setdefault(actor.index, []).append(actor)
    entries = {a.subject.id: a.entry for a in actors}
    for actor in actors:
        if actor.role not in ("rider", "attached", "air"):
            continue
        to = _mount(actor.index, spec, entries) if actor.role == "rider" else actor.subject.to
        mates = [m for m in by_index.get(-1 if to is None else to, []) if m is not actor]
        if mates:
            actor.mate = mates[actor.copy % len(mates)]
        elif actor.role != "air" and actor.subject.relation != "at_window":
            actor.role = "ground"
    _break_rings(actors)


def _break_rings(actors: list[Actor]) -> None:
    """A cat on a dog on the same cat: the first of the ring stands on the ground."""
    for actor in actors:
        seen, mate = {id(actor)}, actor.mate
        while mate is not None:
            if id(mate) in seen:
                actor.mate, actor.role = None, "ground"
                break
            seen.add(id(mate))
            mate = mate.mate
