"""What a spec asks of the scenery, with everything it left open chosen by the seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..spec import PLACES, SKY_THINGS, TIMES, WEATHERS, SceneSpec
from ..vocabulary import load
from .streams import Streams

INDOORS = frozenset({
    "room", "library", "kitchen", "table", "cave", "classroom", "laboratory", "stage", "museum", "bedroom",
    "bathroom", "bakery", "cafe", "greenhouse", "throne-room",
    "dungeon", "tavern", "office", "gym", "shop", "space-station", "workshop",
    "church", "hospital", "train-carriage", "tower", "cabin", "barn", "temple",
    "circus", "cinema", "airport", "hallway", "attic", "garage", "airplane-cabin",
    "bus-interior", "barbershop",
})  # fmt: skip
WINDOWLESS = frozenset(
    {"cinema", "circus", "museum", "shop", "space-station", "stage", "church", "throne-room"}
)
"""Rooms that show no weather and nothing of the sky: their windows are high, of coloured glass, or none."""
AIRLESS = frozenset({"space", "moon"})
KINDS = {
    "lotus-pond": "lake", "snowy-mountains": "mountains", "forest-river": "river",
    "sertao": "desert", "lencois": "desert", "pantanal": "swamp", "amazon-river": "river",
    "copacabana": "beach", "corcovado": "mountains",
    "water-town": "village", "jiangnan": "river", "hutong": "alley", "venice": "river",
    "steppe": "meadow", "dunes": "desert",
    "rice-terraces": "mountains", "schoolyard": "stadium", "porch": "garden",
    "ice-rink": "snow", "ice": "snow", "hot-spring": "lake",
}  # fmt: skip
"""Rows of `lexicon/places.toml` that are painted as a kind of the place they mean."""
UNDER_A_ROOF = frozenset({"porch"})
"""Those with a roof over the viewer: their painter lets it rain beyond it, and nowhere else."""
_OPEN_PLACES = ("meadow", "garden", "forest", "lake", "village", "mountains", "beach")
_NIGHT_THINGS = frozenset({"moon", "crescent", "stars", "aurora", "fireworks"})
_SEASONS = {
    "autumn": frozenset({"autumn", "autumn-forest"}),
    "spring": frozenset({"spring", "cherry-blossom", "petal"}),
}
_ALSO_CALLED = {
    "tree": {"tree", "pine", "pine-tree", "palm", "palm-tree", "oak", "forest"},
    "flower": {"flower", "sunflower", "rose", "tulip", "daisy"},
    "house": {"house", "cottage", "building", "home", "log-cabin"},
    "bird": {"bird", "seagull"},
    "star": {"star"},
    "cloud": {"cloud"},
    "cactus": {"cactus", "cacti"},
    "fish": {"fish", "tropical-fish"},
    "grass": {"grass"},
    "mountain": {"mountain"},
    "boat": {"boat", "sailboat", "ship"},
}


_ASKED: Mapping[str, frozenset[str]] = {
    "tree": frozenset(
        {"tree", "pine", "palm", "christmas-tree", "cherry-blossom", "ipe", "orange-tree", "araucaria"}
        | {"autumn-tree", "bare-tree"}
    ),
    "house": frozenset(
        {"house", "log-cabin", "stilt-house", "haunted-house", "mushroom-house", "barn", "castle", "church"}
    ),
    "sun": frozenset({"sun"}),
    "boat": frozenset({"boat", "sailboat", "ship", "pirate-ship", "canoe"}),
    "fireplace": frozenset({"fireplace"}),
    "sofa": frozenset({"sofa"}),
}
"""What the scenery leaves out where one of these is asked for."""
_WOODED = frozenset({"forest", "jungle", "bamboo", "orchard"})
"""Places that are nothing without trees."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """The place, time, weathers and sky things to paint, the avoided ones taken out."""

    place: str
    time: str
    weather: frozenset[str]
    sky: frozenset[str]
    avoid: frozenset[str]
    background: str | None = None
    kind: str = ""
    """What is particular about the place, one of `KINDS`, or nothing."""
    ashore: bool = False
    """Whether somebody stands beside the water."""
    season: str | None = None
    """"autumn" (leaves turn and fall), "spring" (trees in blossom), or none in particular."""
    things: frozenset[str] = frozenset()
    """Small things asked for by name, ids of `lexicon/scenery.toml`, such as "confetti"."""
    drawn: frozenset[str] = frozenset()
    """Ids of the subjects: what there is only one of in a place, such as a bath, is then theirs."""

    def allows(self, thing: str) -> bool:
        """Whether small scenery ("tree", "flower", "bird", "cloud" ...) may appear."""
        if thing == "flower" and "snowfall" in self.weather and self.place not in INDOORS:
            return False
        return self.avoid.isdisjoint(_ALSO_CALLED.get(thing, {thing}))

    @property
    def fireflies(self) -> bool:
        """Whether fireflies were asked for."""
        return "firefly" in self.things

    @property
    def gloomy(self) -> bool:
        """Whether the sun is hidden."""
        return not self.weather.isdisjoint({"rain", "storm", "fog", "snowfall", "clouds"})


def resolve(spec: SceneSpec, streams: Streams) -> Setting:
    """The setting of a spec: unknown names are dropped, open choices made, avoided things left out."""
    avoid = frozenset(_singular(name) for name in spec.avoid)
    sky = frozenset(s for s in spec.sky if s in SKY_THINGS and _singular(s) not in avoid)
    weather = frozenset(w for w in spec.weather if w in WEATHERS and _singular(w) not in avoid)
    place = spec.place if spec.place in PLACES and spec.place not in avoid else None
    if place is None:
        place = _one_of([p for p in _OPEN_PLACES if p not in avoid], streams["place"])
    time = spec.time if spec.time in TIMES and spec.time not in avoid else None
    if time is None:
        fire = any(subject.id == "campfire" for subject in spec.subjects)
        time = _time(sky | {"fireworks"} if fire else sky, weather, avoid, streams)
    return Setting(
        place=place or "meadow",
        time=time,
        weather=weather,
        sky=sky,
        avoid=avoid | _doubles(spec, place or "meadow"),
        background=spec.background,
        kind=_kind(spec, place),
        ashore=bool(spec.extra.get("ashore")),
        season=_season(spec, avoid),
        drawn=frozenset(subject.id for subject in spec.subjects),
        things=frozenset(str(word) for word in spec.extra.get("scenery", ())) - avoid,
    )


def _doubles(spec: SceneSpec, place: str) -> frozenset[str]:
    """What the place is without, since it is asked for: one tree beside another tree would compete."""
    asked = {s.id for s in spec.subjects}
    found = {thing for thing, those in _ASKED.items() if asked & those}
    found -= {"tree"} if place in _WOODED else set()
    found |= {"street-lamp"} if any(i in load() and load()[i].kind == "building" for i in asked) else set()
    return frozenset(found - ({"house"} if _called(spec) == "village" else set()))


def _kind(spec: SceneSpec, place: str | None) -> str:
    words = (str(spec.extra.get("kind", "")), _called(spec))
    return next((word for word in words if KINDS.get(word) == place), "")


def _called(spec: SceneSpec) -> str:
    """The row of the lexicon by which the place was called; a recipe may hold anything in its place."""
    words = spec.extra.get("words")
    return str(words.get("place", "")) if isinstance(words, dict) else ""


def _season(spec: SceneSpec, avoid: frozenset[str]) -> str | None:
    """The season the small scenery words of a spec speak of."""
    said = {str(word) for word in spec.extra.get("scenery", ())}
    said.add(_called(spec))
    for season, signs in _SEASONS.items():
        if said & signs - avoid:
            return season
    return None


def _time(sky: frozenset[str], weather: frozenset[str], avoid: frozenset[str], streams: Streams) -> str:
    """The hour when nobody said; neighbouring seeds step through the hours, each in its share."""
    likely = {"day": 0.8, "sunset": 0.09, "dawn": 0.06, "night": 0.05}
    if sky & _NIGHT_THINGS:
        likely = {"night": 1.0, "dawn": 1e-6, "day": 1e-9}
    elif "sun" in sky or weather & {"clear", "clouds"}:
        likely = {"day": 1.0, "dawn": 1e-9}  # high, where no hill and no house hides it
    elif weather & {"rainbow", "rain", "storm", "fog", "snowfall"}:
        likely["night"] = 0.0
    allowed = {t: p for t, p in likely.items() if t not in avoid and p > 0} or {"day": 1.0}
    place = (0.3 + streams.seed * 0.7548776662466927 + 0.1 * float(streams["time"].random())) % 1.0
    place *= sum(allowed.values())
    for time, share in allowed.items():
        place -= share
        if place < 0:
            return time
    return next(iter(allowed))


def _one_of(names: list[str], rng: np.random.Generator) -> str | None:
    return names[int(rng.integers(len(names)))] if names else None


def _singular(name: str) -> str:
    irregular = {"stars": "star", "clouds": "cloud", "birds": "bird", "cacti": "cactus", "leaves": "leaf"}
    if name in irregular or name in PLACES or name in WEATHERS or name in SKY_THINGS:
        return irregular.get(name, name)
    return name[:-1] if name.endswith("s") and not name.endswith("ss") and name != "cactus" else name
