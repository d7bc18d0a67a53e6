"""Free decoration: small things nobody asked for, more of them the looser the spec is followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..spec import SceneSpec, Subject
from ..vocabulary import Entry
from .actors import Actor, Shape
from .camera import Frame

USUAL = 7.5
"""The guidance at which nothing is added and nothing is kept away."""
STRICT = 10.0
SMALL: Mapping[str, tuple[str, ...]] = {
    "underwater": ("fish", "tropical-fish", "starfish", "jellyfish", "shell"),
    "space": ("star", "planet", "satellite", "comet"),
    "moon": ("star", "satellite", "comet"),
    "sea": ("seagull", "bird", "dolphin", "fish"),
    "beach": ("crab", "shell", "seagull", "starfish", "butterfly"),
    "snow": ("bird", "rabbit", "snowman"),
    "city": ("bird", "balloon", "kite"),
    "street": ("bird", "balloon", "kite"),
    "rooftop": ("bird", "butterfly", "balloon", "kite"),
    "station": ("bird", "balloon"),
    "square": ("bird", "balloon", "kite"),
    "market": ("bird", "balloon", "butterfly"),
    "alley": ("bird", "butterfly", "mouse"),
    "fairground": ("balloon", "bird", "kite"),
    "stadium": ("bird", "balloon", "ball"),
    "pool": ("butterfly", "bird", "ball"),
    "harbor": ("seagull", "bird", "crab"),
    "cliff": ("seagull", "butterfly", "bird", "flower"),
    "graveyard": ("bat", "bird", "mushroom", "jack-o-lantern"),
    "mars": ("satellite", "comet", "star"),
    "savanna": ("bird", "butterfly"),
    "oasis": ("bird", "butterfly", "lizard"),
    "favela": ("kite", "bird", "balloon"),
    "swamp": ("frog", "butterfly", "bird", "snail"),
    "cave": ("bat", "spider", "mushroom"),
    "stage": ("star", "balloon", "ball"),
    "museum": ("vase", "flower", "book"),
    "greenhouse": ("butterfly", "flower", "ladybug", "bee", "snail"),
}
OUTDOORS = ("butterfly", "bird", "flower", "bee", "mushroom", "ladybug", "butterfly", "rabbit", "snail")
INDOORS = ("flower", "book", "cup", "ball", "balloon")
SCENERY = ("bird", "house", "boat")
"""What a strict spec keeps the scenery from adding by itself."""


def strict(spec: SceneSpec, guidance: float | None) -> tuple[str, ...]:
    """What the scenery must leave out besides `spec.avoid`."""
    if guidance is None or guidance < STRICT:
        return ()
    asked = {s.id for s in spec.subjects} | set(spec.sky)
    return tuple(t for t in SCENERY if t not in asked and f"{t}s" not in asked)


def actors(
    spec: SceneSpec,
    guidance: float | None,
    view: Frame,
    entries: Mapping[str, Entry],
    heroes: Sequence[Actor],
) -> list[Actor]:
    """Up to six small extras, away from the heroes."""
    count = 0 if guidance is None else max(0, min(6, round((USUAL - guidance) / 1.1)))
    choice = SMALL.get(view.stage.place, INDOORS if view.stage.indoor else OUTDOORS)
    asked = {s.id for s in spec.subjects} | set(spec.avoid)
    known = [i for i in choice if i in entries and i not in asked]
    if not known or not count:
        return []
    rng = view.streams["extras"]
    found = []
    for number in range(count):
        entry = entries[known[int(rng.integers(len(known)))]]
        across, level, turn = rng.random(3).tolist()
        found.append(_extra(entry, number, across, level, turn < 0.5, view, heroes))
    return found


def _extra(
    entry: Entry, number: int, across: float, level: float, flip: bool, view: Frame, heroes: Sequence[Actor]
) -> Actor:
    stage = view.stage
    high = 0.1 * view.reach * max(0.7, entry.size**0.4)
    flies = entry.anchor in ("sky", "space", "underwater") or stage.floating
    base = (0.1 + 0.42 * level) * view.height if flies else view.ground(0.3 - 0.34 * level)
    x = (0.05 + 0.9 * across) * view.width
    for hero in heroes:
        if abs(x - hero.x) < 0.5 * hero.width + high and hero.top - high < base < hero.base + high:
            x = hero.x + (0.62 * hero.width + high) * (1 if across > 0.5 else -1)
    x = min(max(x, 0.04 * view.width), 0.96 * view.width)
    return Actor(
        -1 - number, 0, Subject(id=entry.id), entry, "air" if flies else "ground", Shape(1.0), high, x, base,
        depth=0.12 if flies else 0.0, flip=flip, shadow=not flies,
    )  # fmt: skip
