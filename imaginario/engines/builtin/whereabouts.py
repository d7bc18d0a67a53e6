"""Where it happens when nobody said: by relation, deed and clothes, then by what lives where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from . import notes
from .composing.actors import FLUSH
from .figures.casting import holds
from .figures.manner import BOARD
from .scenery.setting import INDOORS
from .scenery.streams import Streams
from .spec import PLACES, SceneSpec, Subject
from .vocabulary import Entry

ACTION_PLACES = {"swim": "sea", "cook": "kitchen", "read": "library", "sleep": "room", "paint": "room"}


OUTFIT_PLACES = {
    "astronaut": "moon", "chef": "kitchen", "pirate": "beach", "santa": "snow", "king": "castle",
    "queen": "castle", "princess": "castle", "prince": "castle", "knight": "castle", "wizard": "forest",
    "witch": "forest", "fairy": "garden", "samurai": "garden", "kimono": "garden", "farmer": "farm",
    "hanfu": "garden", "poncho": "mountains", "blacksmith": "workshop", "qipao": "street",
    "cowboy": "desert", "explorer": "jungle", "diver": "underwater", "superhero": "city",
    "pajamas": "bedroom", "swimsuit": "beach", "viking": "mountains", "scientist": "laboratory",
    "lab-coat": "laboratory",
    "teacher": "classroom", "student": "classroom", "ballet": "stage", "magician": "stage", "baker": "bakery",
    "waiter": "cafe", "football": "stadium", "goalkeeper": "stadium", "captain": "harbor",
    "fisher": "harbor", "ninja": "rooftop", "vampire": "graveyard",
}  # fmt: skip


SKY_PLACES = {"planet": "space", "fireworks": "city", "aurora": "snow"}


KIND_PLACES = {"food": "table", "furniture": "room", "instrument": "room", "vehicle": "street"}


ANCHOR_PLACES = {"water": "sea", "underwater": "underwater", "space": "space", "table": "table"}


def place(spec: SceneSpec, streams: Streams, entries: Mapping[str, Entry]) -> str | None:
    """Where it happens when nobody said: by relation, deed, clothes, then by what lives where."""
    allowed = [place for place in _likely(spec, entries) if place in PLACES and place not in spec.avoid]
    if allowed:
        return allowed[0]
    if not spec.subjects:
        return None
    fields = [p for p in ("meadow", "garden", "meadow", "village") if p not in spec.avoid]
    return fields[int(streams["home"].integers(len(fields)))] if fields else None


def _tree(entry: Entry) -> bool:
    return entry.kind == "plant" and entry.size >= 1.2


def _makes_place(entry: Entry) -> bool:
    """Whether it says where a scene is, whoever is with it."""
    if entry.id in _OF_MANY_PLACES:
        return False
    placed = entry.kind in ("furniture", "building") or entry.id in ("piano", "grand-piano")
    return placed or _afloat(entry) or _tree(entry)


_OF_MANY_PLACES = frozenset({"gate", "door"})
"""What a farm, a school and a garden have as well as the place it is at home in."""


def _afloat(entry: Entry) -> bool:
    return entry.kind == "vehicle" and entry.anchor in ("water", "underwater", "space")


def _basks(one: Subject, entry: Entry, spec: SceneSpec) -> bool:
    """Whether it lives under water and has come up onto a rock: a mermaid, or others under a sky."""
    on = one.relation == "on" and one.to is not None and one.to < len(spec.subjects)
    if not on or entry.home != "underwater" or spec.subjects[one.to or 0].id != "rock":
        return False
    return entry.kind != "animal" or bool(spec.time or spec.sky or spec.weather)


def _is_borne(one: Subject, spec: SceneSpec, entries: Mapping[str, Entry]) -> bool:
    """Whether somebody has that thing on them, wherever they are, or it is in a vessel."""
    there = one.to is not None and one.to < len(spec.subjects)
    below = entries.get(spec.subjects[one.to or 0].id) if there else None
    if there and one.relation == "inside" and below is not None and below.home:
        return not entries[one.id].alive and holds(below)
    below = below if one.relation == "on" else None
    return below is not None and below.alive and not entries[one.id].alive


_OUTDOORS = frozenset({"rain", "storm", "fog", "wind", "rainbow"})
"""Weathers that are seen outside."""


_STALLS = ("market-stall", "food-cart")
"""Who cooks at one is not at home."""


def _likely(spec: SceneSpec, entries: Mapping[str, Entry]) -> list[str]:
    """Places in falling order of likelihood; there may be none."""
    known = [(s, entries[s.id]) for s in spec.subjects if s.id in entries and not _is_borne(s, spec, entries)]
    found = ["room" for s, _ in known if s.relation == "at_window"]
    found += ["underwater"] if "coral" in spec.extra.get("scenery", ()) else []
    found += ["meadow"] if "grass" in spec.extra.get("scenery", ()) else []
    found += [SKY_PLACES[s] for s in spec.sky if s in SKY_PLACES]
    wet = [
        s
        for s, _ in known
        if s.to is not None and s.to < len(spec.subjects) and spec.subjects[s.to].id in FLUSH
    ]
    low = any(s.relation == "over" and s.to is not None for s, _ in known)  # over what stands somewhere
    moored = any(e.kind == "vehicle" and e.anchor == "water" and s.action != "fly" for s, e in known)
    on_clouds = {s.to for s, _ in known if s.relation == "on"}
    found += ["sky" for at, s in enumerate(spec.subjects) if s.id == "cloud" and at in on_clouds]
    up = any(s.action == "fly" and s not in wet for s, _ in known) and not low and not moored
    if up and not any(e.kind == "building" or _tree(e) for _, e in known):
        found.append("space" if any(e.anchor == "space" for _, e in known) else "sky")
    warm = [e.home for _, e in known if e.kind == "furniture" and e.home in INDOORS]
    if "snowfall" in spec.weather and not warm:
        found.append("snow")
    found += [e.home for _, e in known if e.home and _afloat(e) and e.anchor != "space"]
    found += ["sea" for s, e in known if e.id == "wave" or _basks(s, e, spec)]
    found += ["beach" for _, e in known if e.id in ("surfboard", "surfer", "sandcastle")]
    found += ["snow" for _, e in known if e.id in ("skis", "sled", "snowman", "igloo")]
    found += [e.home for _, e in known if e.id in _STALLS and e.home]
    # Who swims in a bathtub is not at sea, nor who splashes in a puddle.
    ashore = any(e.kind == "furniture" or e.id in FLUSH for _, e in known)
    deeds = [s.action for s, _ in known if s.action != "swim" or not ashore]
    found += [ACTION_PLACES[deed] for deed in deeds if deed in ACTION_PLACES]
    board = any(s.id == BOARD for s, _ in known)
    found += ["library" for row in notes.rows(spec) if row.get("activity") == "writing" and not board]
    found += [OUTFIT_PLACES[s.outfit] for s, _ in known if s.outfit in OUTFIT_PLACES]
    if known and all(e.kind == "food" or e.anchor in ("table", "hand") for _, e in known):
        found.append("table")
    # A cat on a sofa is indoors, a dog in a boat at sea, a knight under a tree outside the town.
    found += [e.home for s, e in known if e.home and s.id in FLUSH]
    found += [e.home for _, e in known if e.home and _makes_place(e)]
    found += [e.home for _, e in sorted(known, key=lambda one: one[1].id in _OF_MANY_PLACES) if e.home]
    found += [ANCHOR_PLACES[e.anchor] for _, e in known if e.anchor in ANCHOR_PLACES]
    if known and all(e.kind in KIND_PLACES for _, e in known):
        found.append(KIND_PLACES[known[0][1].kind])
    if known and all(e.anchor == "sky" for _, e in known):
        found.append("sky")
    found = _outdoors(found, known, spec, cosy=bool(warm))
    # A castle in a castle would stand there twice.
    return [place for place in found if place not in {e.id for _, e in known}]


def _outdoors(
    found: list[str], known: Sequence[tuple[Subject, Entry]], spec: SceneSpec, *, cosy: bool
) -> list[str]:
    """The places without rooms where there is a building, a tree, a bus, or weather that somebody is in."""
    alive = any(e.alive for _, e in known)
    wet = alive and not cosy and not _OUTDOORS.isdisjoint(spec.weather) and "room" not in found[:1]
    if wet or any(e.kind == "building" or _tree(e) for _, e in known):
        found = [place for place in found if place not in INDOORS]
    if any(e.kind == "vehicle" and e.size >= 1 for _, e in known):
        found = ["street" if place == "room" else place for place in found]  # one sleeps under a bus
    return found
