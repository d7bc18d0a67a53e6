"""The scene spec: what the words said, and all that the painter needs to know.

The built-in engine runs in four steps, each handing a plain value to the next:
words (`words.read`) -> `SceneSpec` -> painter (`compose.paint`) -> style (`looks.apply`).
A spec holds names only (ids of subjects, places, weathers ...), never pixels, and it goes into the
recipe as JSON, so a picture can be painted again at another size.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

PLACES = (
    "meadow", "forest", "beach", "sea", "underwater", "mountains", "desert", "snow", "city", "street",
    "village", "room", "library", "kitchen", "space", "moon", "sky", "lake", "jungle", "garden",
    "river", "castle", "farm", "table", "rooftop", "cave",
    "stadium", "market", "graveyard", "classroom", "laboratory", "stage", "museum", "bedroom", "bathroom",
    "pool", "harbor", "cliff", "alley", "park", "road", "wheat-field", "bamboo", "square", "mars",
    "bakery", "cafe", "greenhouse", "throne-room", "dungeon", "tavern", "office", "gym",
    "shop", "camp", "fairground", "space-station",
    "savanna", "oasis", "orchard", "swamp", "favela", "floating-island", "workshop", "station",
    "church", "hospital", "train-carriage", "tower", "cabin", "barn", "temple",
    "circus", "cinema", "airport", "hallway", "attic", "garage", "airplane-cabin",
    "hill", "summit", "steps", "ship-deck", "bus-interior", "barbershop",
)  # fmt: skip
PAINTED_THINGS = frozenset({"firefly", "leaf", "petal", "bubble", "confetti"})
"""Small things of `lexicon/scenery.toml` that are painted in the air of any place when they are asked for."""
TIMES = ("dawn", "day", "sunset", "night")
WEATHERS = ("clear", "clouds", "rain", "storm", "snowfall", "fog", "wind", "rainbow")
SKY_THINGS = ("sun", "moon", "crescent", "stars", "clouds", "planet", "aurora", "fireworks", "birds")
ACTIONS = (
    "ride",
    "hold",
    "fly",
    "read",
    "play",
    "sleep",
    "sit",
    "run",
    "swim",
    "dance",
    "wave",
    "eat",
    "cook",
    "paint",
)
SITTING = frozenset({"read", "eat", "play", "paint", "cook", "wave"})
"""Deeds that one may do sitting."""
TONES = ("darker", "brighter", "warmer", "cooler", "vivid", "pale", "sharper", "softer")
"""What the light and the colours of a whole picture can be asked to become."""
RELATIONS = ("on", "under", "beside", "in_front_of", "behind", "over", "at_window", "inside")

Relation = Literal["on", "under", "beside", "in_front_of", "behind", "over", "at_window", "inside"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """One thing to draw. `id` names a file in `subjects/`; colours are names of `colors.toml`."""

    id: str
    count: int = 1
    color: str | None = None
    outfit: str | None = None
    hat: str | None = None
    glasses: str | None = None
    held: str | None = None
    action: str | None = None
    size: float = 1.0
    relation: Relation | None = None
    to: int | None = None
    """Index (in `SceneSpec.subjects`) of the subject the relation or the ride points at."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unseen:
    """A word that is known and yet changes nothing in a scene."""

    raw: str
    """As it was written."""
    kind: str = ""
    """What the word may mean here: subject, color, place ..., and by which `id`."""
    id: str = ""
    language: str = ""
    """en, pt, es or zh."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SceneSpec:
    """Everything asked for in one picture; `None` leaves the choice to the painter's seed."""

    subjects: tuple[Subject, ...] = ()
    place: str | None = None
    time: str | None = None
    weather: tuple[str, ...] = ()
    sky: tuple[str, ...] = ()
    style: str | None = None
    mood: tuple[str, ...] = ()
    background: str | None = None
    """A colour name for the sky or backdrop."""
    avoid: tuple[str, ...] = ()
    """From the negative prompt: ids of subjects, places, weathers, sky things, or colour names."""
    names: tuple[str, ...] = ()
    """Proper names, kept as written."""
    unknown: tuple[str, ...] = ()
    """Content words nothing in the vocabulary answers to, in the order they were written."""
    unseen: tuple[Unseen, ...] = ()
    """Known words that the scene has no place for, in the order they were written."""
    extra: dict[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """A JSON-ready dict."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> SceneSpec:
        """The inverse of `to_dict`; notes on figures that are not there are left out.

        Raises `TypeError` on unknown fields.
        """
        known: dict[str, Any] = dict(data)
        known["subjects"] = tuple(Subject(**s) for s in known.get("subjects", ()))
        for name in ("weather", "sky", "mood", "avoid", "names", "unknown"):
            known[name] = tuple(known.get(name, ()))
        known["unseen"] = tuple(Unseen(**word) for word in known.get("unseen", ()))
        extra = dict(known.get("extra", {}))
        if not _fit(extra.get("told", []), len(known["subjects"])):
            del extra["told"]
        known["extra"] = extra
        return cls(**known)


def _fit(told: object, subjects: int) -> bool:
    """Whether these are notes on figures, each of one of so many subjects: recipes come from anywhere."""
    if not isinstance(told, list):
        return False
    return all(isinstance(row, dict) and row.get("subject", 0) in range(max(1, subjects)) for row in told)


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """What an instruction asks to do to a picture; see `words.edits.read_edit`."""

    look: str | None = None
    """A style to paint it in: an id of `looks`, or "cartoon"."""
    time: str | None = None
    weather: tuple[str, ...] = ()
    sky: tuple[str, ...] = ()
    place: str | None = None
    scenery: tuple[str, ...] = ()
    """Seasons and small things of a place: "autumn", "confetti"."""
    mood: tuple[str, ...] = ()
    tone: tuple[str, ...] = ()
    """Names of `TONES`."""
    color: str | None = None
    """A colour name for the subject `of`, or for the whole picture; what is put in carries its own."""
    background: str | None = None
    """A colour name for the sky or backdrop."""
    add: tuple[Subject, ...] = ()
    """What to put into the picture (into the mask, where there is one)."""
    add_words: tuple[str, ...] = ()
    """What to put in and nobody knows, as it was said; `unknown` lists it, too."""
    near: Mapping[str, str] = field(default_factory=dict)
    """Rows of `near.toml` by the id of what is put in as something like them."""
    remove: tuple[str, ...] = ()
    """What to take away: ids of subjects, places, weathers, sky things, clothes, "background", or the words
    as they were said."""
    replaces: bool = False
    """What is added (or `color`) takes the place of what is removed; of the main subject if nothing is."""
    of: str | None = None
    """Id of the subject that `change` and `color` are about; None is the main one."""
    change: Mapping[str, Any] = field(default_factory=dict)
    """Changes to the subjects that are there: "size" (a factor), "count" (a number), "outfit", "hat" ..."""
    again: bool = False
    """Only another one like it."""
    names: tuple[str, ...] = ()
    """Proper names, kept as written."""
    airs: Mapping[str, str] = field(default_factory=dict)
    """Variants of weathers, things in the sky and moods by what is drawn for them: a tornado, for the storm.
    And shades of colours."""
    said: Mapping[str, str] = field(default_factory=dict)
    """Variants the writer calls by their own name: "style" and "place", such as manga for comic."""
    unknown: tuple[str, ...] = ()
    """Content words that nothing answers to, in the order they were written."""
    sure: bool = field(default=False, compare=False)
    """Whether the words are an order to change a picture rather than talk or an idea for a new one."""

    @property
    def empty(self) -> bool:
        """Whether nothing of the instruction was understood."""
        return self == Edit(unknown=self.unknown)
