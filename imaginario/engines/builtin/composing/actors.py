"""The actors of a scene: one for each thing to draw, with its part in the composition."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..naming import deed_row
from ..scenery.stage import Stage
from ..spec import SceneSpec, Subject
from ..vocabulary import Entry
from ..words.settled import serving
from ..words.settled.lined import ROW
from .partners import aims, chases, embraces, pulls
from .wading import keeps_dry, wades

Role = Literal["ground", "air", "water", "float", "back", "field", "attached", "rider"]

CROWD = 12
"""More of a kind than this are scattered over the land instead of being placed one by one."""
MOST = 42
"""No more of a kind than this are drawn."""
FLIERS = frozenset(
    {"bird", "owl", "parrot", "toucan", "eagle", "seagull", "bat", "butterfly", "bee", "hummingbird"}
    | {"pigeon"}
)
"""They stand or sit on land, and fly where there is none."""
FLYING_MOUNTS = frozenset({"broom", "magic-carpet"})
"""They fly as soon as somebody sits on them."""
FLUSH = frozenset({"puddle", "picnic-blanket", "towel"})
"""They lie level with the ground: no shadow falls from them, and who is in them stands on them."""
_BUILT, _HOUSE = 1.3, 1.4
"""How much larger than its size a house is for the eye, and from what size on something is a house."""
_HUNG = frozenset({"hang", "head-first"})
CARRIERS = frozenset({"on", "under", "inside", "behind", "over", "at_window"})


@dataclass(frozen=True, slots=True)
class Shape:
    """Proportions of a drawing by the height of its figure: its width, and its height with hat and ears."""

    width: float
    height: float = 1.0
    middle: float = 0.5
    """Where its body is, as a share of the width: a fishing rod makes one side wider."""


@dataclass(slots=True, eq=False)
class Actor:
    """One thing to draw. Lengths are canvas pixels; `x` is its middle, `base` its lowest line."""

    index: int
    """Of its subject in the spec."""
    copy: int
    subject: Subject
    entry: Entry
    role: Role
    shape: Shape
    height: float = 0.0
    """From the feet to the crown: ears and hats stand out above."""
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
    lift: float = 0.0
    """How much longer its legs are: there is room below it."""
    shadow: bool = True
    modest: float = 1.0
    """Below 1 for a pet beside a person, so that it does not stand as tall."""
    seat: tuple[float, float] | None = None
    """Where one sits on it, as shares of its width and height from the upper left."""
    mate: Actor | None = field(default=None, repr=False)
    """What it rides, or stands on, under, in or behind."""
    prey: int = -1
    """The index of the subject that it runs after; -1 where it chases nobody."""
    hugged: int = -1
    """The index of the subject that it has in its arms; -1 for nobody."""
    perched: bool = False
    """Whether it is on a branch of the tree that is its mate."""
    aloft: bool = False
    """Whether it goes through the air as others do on the ground: a sleigh and its reindeer."""
    laid: bool = False
    """Whether it is a leaf that lies flat under who is on it."""
    on_ice: bool = False
    """Whether it skates on ice."""
    hand_in_hand: bool = False
    """Whether it only holds the hand of that one."""
    clasped: list[Actor] = field(default_factory=list, repr=False)
    """Those behind it whose arms lie around it."""
    towards: int = -1
    """The index of the subject that what is in its right hand is turned to; -1 for none."""
    led_by: int = -1
    """The index of the subject that walks it on a leash; -1 for none."""
    pulled_by: int = -1
    """The index of the subject that pulls it on a rope; -1 for none."""
    flown_by: int = -1
    """The index of the subject that has it on a string in the air; -1 for none."""
    limb: str = ""
    """A row of `lexicon/relations.toml`: on which limb of its mate it is."""
    hangs: str = ""
    """How it hangs: by the hands, `hang`, or `head-first`."""
    plays: bool = False
    """Whether it plays a game that has a board."""
    slides: bool = False
    """Whether it slides down what it is on."""
    works: bool = False
    """Whether it builds something with others of the scene."""
    lined: bool = False
    """Whether it is told to be in one row with the others."""
    built: bool = False
    """Whether it is what they build, and so stands in the middle of them."""

    @property
    def natural(self) -> float:
        """Its size in life, a cat being 1."""
        return max(0.15, self.entry.size * self.subject.size)

    @property
    def visual(self) -> float:
        """Its size for the eye: differences are softened, so that a mouse beside an elephant is seen."""
        built = _BUILT if self.entry.kind == "building" and self.natural >= _HOUSE else 1.0
        return self.natural**0.82 * self.modest * built

    @property
    def width(self) -> float:
        """In pixels."""
        return self.height * self.shape.width

    @property
    def tall(self) -> float:
        """Height with everything that stands out above, in pixels."""
        return self.height * self.shape.height

    @property
    def top(self) -> float:
        """The y of its highest line; what is under water is not drawn."""
        return self.base - (1 - self.sunk) * self.tall

    @property
    def order(self) -> float:
        """Actors are drawn by rising order."""
        return self.base + self.layer


def cast(
    spec: SceneSpec, stage: Stage, entries: Mapping[str, Entry], shapes: Mapping[int, Shape]
) -> list[Actor]:
    """An actor for every thing to draw; subjects without a shape can't be drawn and are left out."""
    known = [i for i, s in enumerate(spec.subjects) if i in shapes and s.id in entries]
    hugged, fed = dict(embraces(spec)), set(serving.fed(spec))
    pulled = {thing: who for who, thing in pulls(spec)}
    prey = dict(chases(spec)) | pulled
    rows = {row.get("subject"): row for row in spec.extra.get("told") or ()}
    towards, afoot = dict(aims(spec)), {*prey, *prey.values()}
    actors: list[Actor] = []
    for index in known:
        subject = spec.subjects[index]
        entry = entries[subject.id]
        part = role(index, spec, stage, entries)
        dry = not stage.floating and not at_sea(stage)
        part = "ground" if part in ("air", "water") and index in fed and dry else part
        part = "ground" if part == "water" and index in afoot and dry else part
        row = rows.get(index, {})
        part = "ground" if part == "back" and row.get("built") else part
        part = "air" if "flown" in row and not stage.floating else part
        part = "air" if row.get("pose") == "head-first" and part == "ground" else part
        part = "ground" if part in ("float", "air", "water") and row.get("pose") == ROW else part
        part = "ground" if row.get("aloft") else part
        for copy in range(max(1, min(subject.count, MOST))):
            one = Actor(index, copy, subject, entry, part, shapes[index], seat=seat(entry))
            one.limb = str(row.get("relation") or "")
            one.hangs = str(row.get("pose")) if row.get("pose") in _HUNG else ""
            one.built, one.works = bool(row.get("built")), str(row.get("pose")).startswith("build")
            one.aloft = bool(row.get("aloft"))
            one.lined = row.get("pose") == ROW
            one.slides = deed_row(str(row.get("deed") or "")) == "sliding"
            one.plays = bool(row.get("game"))
            one.prey = prey.get(index, -1)
            one.pulled_by = pulled.get(index, -1)
            one.hugged = hugged.get(index, -1)
            one.on_ice = row.get("activity") == "ice-skating" and not stage.floating
            one.hand_in_hand = str(row.get("pose")).startswith("hand-in-hand")
            one.towards = towards.get(index, -1)
            one.led_by, one.flown_by = int(row.get("led", -1)), int(row.get("flown", -1))
            actors.append(one)
    _humble(actors)
    _pair(actors, spec)
    return actors


def _humble(actors: Sequence[Actor]) -> None:
    """Animals that are only animals are smaller than people, and so is what is eaten beside its eaters.

    An animal in clothes is a person of its own.
    """
    if any(a.entry.alive and a.natural >= _EATER for a in actors):
        for actor in actors:
            if actor.entry.kind == "food" and actor.entry.size <= _MEAL and not actor.entry.alive:
                actor.modest = _BITE
    if any(a.entry.kind == "person" for a in actors):
        for actor in actors:
            dressed = actor.subject.outfit or actor.subject.action in (
                "read",
                "play",
                "cook",
                "paint",
                "dance",
            )
            if actor.entry.kind == "animal" and actor.natural <= 1.02 and not dressed:
                actor.modest = 0.72


_EATER, _MEAL, _BITE = 0.9, 0.5, 0.72
"""From what size on one eats what others hold, up to what size that is small, and how small then."""


def role(index: int, spec: SceneSpec, stage: Stage, entries: Mapping[str, Entry]) -> Role:
    """The part that the subject of this index plays on the stage."""
    subject = spec.subjects[index]
    entry = entries[subject.id]
    others = len(spec.subjects) > 1
    if subject.action == "ride" and mount_of(index, spec, entries) is not None:
        return "rider"
    if _swims_along(subject, spec, stage, entries):
        return "water"
    if subject.relation in CARRIERS and (subject.to is not None or subject.relation == "at_window"):
        leaps = entry.alive and subject.action == "run"
        return "air" if subject.relation == "over" and not leaps else "attached"
    if subject.count > CROWD or (not stage.floating and _fills_the_land(index, entry, spec)):
        return "field"
    if stage.place == "underwater":
        swims = entry.alive and not _sinks(entry)
        return "float" if swims or entry.anchor in ("underwater", "water") else "ground"
    if stage.floating:
        return "float"
    if _has_landed(index, entry, spec) and not stage.water:
        return "ground"
    if entry.anchor in ("sky", "space") or subject.action == "fly" or _flown(index, spec, entries):
        return "air"
    wet = stage.place in _FRESH_WATER and wades(subject, entry)
    afloat = entry.anchor in ("water", "underwater") and not (
        stage.place in _FRESH_WATER and keeps_dry(subject, entry)
    )
    if stage.water and (afloat or subject.action == "swim" or wet):
        return "water"
    if others and _is_back(index, entry, spec):
        return "back"
    if at_sea(stage) and entry.id in FLIERS:
        return "air"
    if at_sea(stage) and entry.kind != "building":
        boat = mount_of(index, spec, entries)
        other = entries.get(spec.subjects[boat].id) if boat is not None else None
        afloat = other is not None and other.anchor == "water"
        return "rider" if afloat and entry.alive and subject.to is None else "water"
    return "ground"


def _has_landed(index: int, entry: Entry, spec: SceneSpec) -> bool:
    """Whether somebody stands in front of what flies else: a rocket, a plane."""
    stands = any(s.to == index and s.relation == "in_front_of" and s.action != "fly" for s in spec.subjects)
    return stands and entry.kind == "vehicle" and spec.subjects[index].action != "fly"


def _fills_the_land(index: int, entry: Entry, spec: SceneSpec) -> bool:
    """Whether plants are told of without their number: "sunflowers" fill a field, five mushrooms are five."""
    rows = (row for row in spec.extra.get("told") or () if isinstance(row, dict))
    row = next((row for row in rows if row.get("subject") == index), {})
    several = spec.subjects[index].count > _SOME and entry.kind == "plant"
    return several and bool(row.get("plural") or row.get("count_word"))


_SOME = 2
_FRESH_WATER = frozenset({"river", "lake", "swamp", "pool"})


def _swims_along(subject: Subject, spec: SceneSpec, stage: Stage, entries: Mapping[str, Entry]) -> bool:
    """Whether it swims behind or beside another: ducklings behind their mother."""
    at = subject.to
    if not stage.water or subject.relation not in ("behind", "beside"):
        return False
    other = entries.get(spec.subjects[at].id) if at is not None and at < len(spec.subjects) else None
    if other is None or not other.alive:
        return False
    both = entries[subject.id].alive and {entries[subject.id].anchor, other.anchor} == {"water"}
    return subject.action == "swim" or (both and subject.action is None)


def _sinks(entry: Entry) -> bool:
    """Chests, swords and cauldrons lie on the floor of the sea, and crabs walk there."""
    return entry.art == "svg" and entry.anchor == "ground" and (entry.kind == "fantasy" or entry.id == "crab")


def _flown(index: int, spec: SceneSpec, entries: Mapping[str, Entry]) -> bool:
    """Whether somebody rides it through the air."""
    if spec.subjects[index].id not in FLYING_MOUNTS:
        return False
    return any(
        s.action == "ride" and mount_of(i, spec, entries) == index for i, s in enumerate(spec.subjects)
    )


def at_sea(stage: Stage) -> bool:
    """Whether there is no land to stand on."""
    fills = stage.water_y is not None and stage.stream is None
    return stage.water and fills and stage.water_y is not None and stage.water_y[1] >= stage.ground_y


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


def mount_of(index: int, spec: SceneSpec, entries: Mapping[str, Entry]) -> int | None:
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
    taken: set[int] = set()
    for actor in actors:
        if actor.role not in ("rider", "attached", "air") and actor.subject.relation != "in_front_of":
            continue
        to = mount_of(actor.index, spec, entries) if actor.role == "rider" else actor.subject.to
        if to is not None and 0 <= to < len(spec.subjects) and to not in by_index:
            ridden = mount_of(to, spec, entries)  # who rides is drawn as one with the mount
            to = ridden if spec.subjects[to].action == "ride" else to
        mates = [
            m for m in by_index.get(-1 if to is None else to, []) if m is not actor and m.role != "field"
        ]
        if mates:
            shared = actor.subject.count == 1 and actor.role == "attached"
            actor.mate = next(
                (m for m in mates if shared and id(m) not in taken), mates[actor.copy % len(mates)]
            )
            taken |= {id(actor.mate)}
        elif actor.role in ("rider", "attached") and actor.subject.relation != "at_window":
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
