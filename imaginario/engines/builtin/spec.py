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
    "river", "castle", "farm", "table",
)  # fmt: skip
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
    extra: dict[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """A JSON-ready dict."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> SceneSpec:
        """The inverse of `to_dict`. Raises `TypeError` on unknown fields."""
        known = dict(data)
        known["subjects"] = tuple(Subject(**s) for s in known.get("subjects", ()))
        for name in ("weather", "sky", "mood", "avoid", "names", "unknown"):
            known[name] = tuple(known.get(name, ()))
        return cls(**known)


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """What an instruction asks to do to a picture; see `words.edits.read_edit`."""

    look: str | None = None
    """A style to paint it in: an id of `looks`, or "cartoon"."""
    time: str | None = None
    weather: tuple[str, ...] = ()
    place: str | None = None
    mood: tuple[str, ...] = ()
    color: str | None = None
    """A colour name for the whole picture or, with `add`, for what is put in."""
    add: tuple[Subject, ...] = ()
    """What to put into the picture (into the mask, where there is one)."""
    remove: tuple[str, ...] = ()
    """What to take away: ids of subjects, places, weathers, sky things, or the words as they were said."""
    change: Mapping[str, Any] = field(default_factory=dict)
    """Changes to the subjects that are there: "size" (a factor), "count" (a number), "outfit", "hat" ..."""
    again: bool = False
    """Only another one like it."""
    unknown: tuple[str, ...] = ()
    """Content words that nothing answers to, in the order they were written."""

    @property
    def empty(self) -> bool:
        """Whether nothing of the instruction was understood."""
        return self == Edit(unknown=self.unknown)
