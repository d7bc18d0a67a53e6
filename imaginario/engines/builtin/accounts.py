"""What a finished picture owes to the words: what the scene tells of and the painter has no drawing for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from . import figures, sharing, sights
from .composing.partners import FOLLOW, chases, hugs
from .figures.casting import is_figure
from .naming import TABLES
from .scenery.setting import AIRLESS, INDOORS, WINDOWLESS
from .spec import PAINTED_THINGS, SceneSpec, Subject, Unseen
from .vocabulary import load
from .words import afar
from .words.lexicon import meaning, table
from .words.reader.reader import jobs
from .words.reader.telling import EVERYBODYS
from .words.settled import anyway, peering

_OF_A_ROW = {
    "near": "near",
    "held_near": "near",
    "held_load_near": "near",
    "verb": "action",
    "outfit_word": "role",
    "hat_word": "hat",
}
"""Notes on a figure that may be a variant of what is drawn, and the kind of word each is."""
_OF_THE_SCENE = {"place": "place", "time": "time", "style": "style"}
_OF_LISTS = {"sky_words": "sky", "weather_words": "weather", "mood_words": "mood"}


def owed(spec: SceneSpec) -> list[str | Unseen]:
    """What was asked for and is not in the picture of a complete spec, beside what nobody knows."""
    return [
        *(word for word in spec.unseen if not _is_seen_anyway(word, spec)),
        *modifiers(spec),
        *_of_held(spec),
        *_without_food(spec),
        *_things_of_deeds(spec),
        *_without_prey(spec),
        *_small_things(spec),
        *_weather_outside(spec),
        *(name for name in _unseen_places(spec) if afar.row_of(name) == afar.ABROAD),
    ]


def lacking(spec: SceneSpec) -> list[str]:
    """Words nobody knows; not the "riderless" of a horse on which nobody sits."""
    ridden = any(s.action == "ride" for s in spec.subjects)
    return [word for word in spec.unknown if ridden or word not in _UNRIDDEN]


_UNRIDDEN = ("riderless",)


def _is_seen_anyway(word: Unseen, spec: SceneSpec) -> bool:
    """Whether nothing is missing: a place is empty but for those who were asked for."""
    empty = word.id == "empty" and any(
        [raw, kind] == [word.raw, "place"] for raw, kind, _ in spec.extra.get("described", ())
    )
    return empty or anyway.goes_without_saying(word, spec.subjects)


def stand_ins(spec: SceneSpec) -> list[tuple[Unseen, Unseen]]:
    """What was asked for, and the other thing that is painted for it: a knight for a soldier.

    Those of `near.toml` but for what looks the same, rows of the rest of the lexicon that say `loose = true`,
    and places of the world.
    """
    rows = [
        (Unseen(raw="", kind=kind, id=ident), _painted(kind, ident))
        for kind, ident in dict.fromkeys(_variants(spec))
        if _differs(kind, table(TABLES[kind]).get(ident, {}))
    ]
    posed = [(_named("activity", deed), _named("action", pose)) for deed, pose in dict.fromkeys(_posed(spec))]
    return [*rows, *posed, *_landmarks(spec)]


def _landmarks(spec: SceneSpec) -> Iterator[tuple[Unseen, Unseen]]:
    """Cities and sights of the world, for each of which a place of its kind is painted."""
    for name in likenesses(spec):
        if spec.place is not None:
            yield Unseen(raw=name, kind="landmark", id=""), Unseen(raw="", kind="place", id=spec.place)


def likenesses(spec: SceneSpec) -> list[str]:
    """Names of places in the world of which nothing is seen but that the place is of their kind."""
    return [name for name in _unseen_places(spec) if afar.row_of(name) != afar.ABROAD]


def _unseen_places(spec: SceneSpec) -> list[str]:
    names = [name for name in dict.fromkeys(spec.names) if afar.is_landmark(name)]
    seen = sights.shown(names, spec)
    return [name for name in names if name not in seen]


def _named(kind: str, ident: str) -> Unseen:
    return Unseen(raw="", kind=kind, id=ident)


def _posed(spec: SceneSpec) -> Iterator[tuple[str, str]]:
    """Deeds that are painted as another action, and that action."""
    for row in _rows(spec):
        deed = str(row.get("activity") or "")
        if pose := str(table("activities").get(deed, {}).get("as", "")):
            yield deed, pose


def _weather_outside(spec: SceneSpec) -> Iterator[Unseen]:
    """Rain and moon where all happens in a room from which nobody sees them."""
    if spec.place not in WINDOWLESS:
        return
    words = spec.extra.get("words", {})
    sky = spec.sky if spec.place != "space-station" else ()
    for kind, things in (("weather", spec.weather), ("sky", sky)):
        said = words.get(f"{kind}_words", {})
        for thing in things:
            ident = str(said.get(thing, thing))
            yield Unseen(raw=ident, kind=kind, id=ident)


def _differs(kind: str, row: Mapping[str, Any]) -> bool:
    """Whether it is another thing to look at: a soldier is no knight, and the dog that is drawn no corgi."""
    return not row.get("same") if kind == "near" else bool(row.get("loose"))


def near(idents: Iterable[str]) -> list[tuple[Unseen, Unseen]]:
    """What rows of `near.toml` are called and what is painted for them, but for what looks the same."""
    rows = table("near")
    return [
        (Unseen(raw="", kind="near", id=ident), _painted("near", ident))
        for ident in dict.fromkeys(idents)
        if _differs("near", rows[ident])
    ]


def _painted(kind: str, ident: str) -> Unseen:
    drawn = meaning(TABLES[kind], ident) or "illustration"  # no photograph comes from this painter
    clothes = kind == "role" and not table("outfits").get(ident, {}).get("en")  # nobody is called by them
    return Unseen(raw="", kind={"near": "subject"}.get(kind, "garment" if clothes else kind), id=drawn)


def _rows(spec: SceneSpec) -> Iterator[Mapping[str, Any]]:
    rows = spec.extra.get("told")
    yield from (row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()


def beyond_the_subject(spec: SceneSpec) -> Iterator[str]:
    """Ids of what is told of subjects and does not come along when one is put into another picture."""
    for row in _rows(spec):
        seen = (t for t in row.get("traits", ()) if table("traits").get(t, {}).get("seen", True))
        parts = (part for part, *_ in row.get("parts", ()) if part not in EVERYBODYS)
        colors = (row[name] for name in _DYES if row.get(name))
        yield from map(str, (*seen, *parts, *colors))


_DYES = ("outfit_color", "hat_color", "glasses_color", "held_color")


def modifiers(spec: SceneSpec) -> Iterator[Unseen]:
    """Of a "robot dog" only the dog is drawn, of somebody dressed as a shark only the somebody."""
    for row in _rows(spec):
        for name in ("modifier", "disguise", "held_print", "held_kind", "print"):
            if row.get(name) and not _tasted(spec, row) and not _is_worn(spec, row, name):
                ident = str(row[name])
                yield Unseen(raw=ident, kind="near" if ident in table("near") else "subject", id=ident)


def _is_worn(spec: SceneSpec, row: Mapping[str, Any], name: str) -> bool:
    """Whether a trade is seen by its clothes: a cat in the uniform of a pilot."""
    at = row.get("subject")
    if name != "modifier" or not isinstance(at, int) or not 0 <= at < len(spec.subjects):
        return False
    worn = jobs.kit(str(row[name])).items()
    return any(getattr(spec.subjects[at], slot) == thing for slot, thing in worn if slot in ("outfit", "hat"))


def _without_food(spec: SceneSpec) -> Iterator[Unseen]:
    """Who eats, drinks or holds and has nothing to be seen with: a ship is too big to be hugged."""
    rows = {row["subject"]: row for row in _rows(spec) if isinstance(row.get("subject"), int)}
    embraced = {who for pair in hugs(spec) for who in pair if any(_has_arms(spec.subjects[i]) for i in pair)}
    for at, one in enumerate(spec.subjects):
        row = rows.get(at, {})
        borne = any(s.relation == "on" and s.to == at for s in spec.subjects)  # a house on a turtle's back
        busy = at in embraced or (borne and row.get("verb") in _CARRYING)
        empty = one.action in ("eat", "hold") and one.held is None and not busy
        empty = empty and row.get("pose") != "drink-down"
        if empty and not row.keys() & {"held_word", "activity"}:
            deed = str(row.get("verb", one.action))
            yield Unseen(raw=deed, kind="action", id=deed)


_CARRYING = frozenset({"carry", "shoulder"})


def _has_arms(one: Subject) -> bool:
    return one.id in load() and is_figure(load()[one.id], one)


def _without_prey(spec: SceneSpec) -> Iterator[Unseen]:
    """Who chases or follows, and nobody is there to be run after: "and the dog chases him"."""
    hunters = dict(chases(spec))
    for row in _rows(spec):
        if row.get("verb") in ("chase", FOLLOW) and row.get("subject") not in hunters and "subject" in row:
            yield Unseen(raw=row["verb"], kind="action", id=row["verb"])


def _of_held(spec: SceneSpec) -> Iterator[Unseen]:
    """How what is held should look: the rust of a sword."""
    for row in _rows(spec):
        held = spec.subjects[row["subject"]].held if isinstance(row.get("subject"), int) else None
        lost = [t for t in row.get("held_traits", ()) if not (t == "wooden" and held in _OF_WOOD)]
        if held is not None and held in load() and not row.get("held_load"):
            lost = figures.unshown(Subject(id=held), {"traits": lost})
        for trait in lost:
            if table("traits").get(trait, {}).get("seen", True):
                yield Unseen(raw=str(trait), kind="trait", id=str(trait))


_OF_WOOD = frozenset({"staff", "broom", "bow-and-arrow", "flute", "violin", "erhu", "guitar"})


def _things_of_deeds(spec: SceneSpec) -> Iterator[Unseen]:
    """A deed that is done with something nobody can draw: the rope of those who jump it."""
    for row in _rows(spec):
        deed = str(row.get("activity") or "")
        if table("activities").get(deed, {}).get("loose"):
            yield Unseen(raw=deed, kind="activity", id=deed)


def _tasted(spec: SceneSpec, row: Mapping[str, Any]) -> bool:
    """Whether the colour shows what a cake is made of."""
    entries, at = load(), row.get("subject")
    made_of = entries.get(meaning("near", str(row.get("modifier"))))
    if made_of is None or not made_of.flavor or not isinstance(at, int) or at >= len(spec.subjects):
        return False
    cake = spec.subjects[at]
    return cake.id in entries and entries[cake.id].flavored and cake.color == made_of.flavor


def air_of_a_feast(spec: SceneSpec) -> str:
    """What flies or hangs where a feast is: an id of `lexicon/scenery.toml`, or nothing."""
    return str(_feast(spec).get("air", "confetti"))


def hung_at_a_feast(spec: SceneSpec) -> str:
    """The subject that every such feast is hung with: bunting in June; or nothing."""
    return str(_feast(spec).get("hung", ""))


def _feast(spec: SceneSpec) -> Mapping[str, Any]:
    words = spec.extra.get("words")
    named = words.get("mood_words") if isinstance(words, dict) else None
    feast = str(named.get("festive", "")) if isinstance(named, dict) else ""
    return table("moods").get(feast, {}) if "festive" in spec.mood else {}


def _small_things(spec: SceneSpec) -> Iterator[Unseen]:
    """Grass and waves where the place has none."""
    word = str(spec.extra.get("words", {}).get("place") or spec.place or "")
    rows = (table("places").get(name, {}) for name in (word, spec.place or ""))
    there = {thing.strip() for row in rows for thing in str(row.get("holds", "")).split(",")}
    if any(s.id in _SMOKING for s in spec.subjects):
        there.add("smoke")
    there |= {"water"} if any(row.get("pose") == "drink-down" for row in _rows(spec)) else set()
    there |= {"branch"} if any(s.id == "tree-branch" for s in spec.subjects) else set()
    there |= {air_of_a_feast(spec)} if "festive" in spec.mood else set()
    there |= {"winter"} if "snowfall" in spec.weather else set()
    there |= _SEASONS if spec.place not in _WITHOUT_SEASONS else set()
    for thing in spec.extra.get("scenery", ()):
        if thing not in there | ANYWHERE:
            yield Unseen(raw=str(thing), kind="scenery", id=str(thing))


_SEASONS = frozenset({"autumn", "spring"})
"""Seasons whose leaves or petals are in the air of every place under the open sky."""
_WITHOUT_SEASONS = INDOORS | AIRLESS | {"mars", "underwater", None}
_SMOKING = frozenset({"volcano", "train", "tobacco-pipe", "campfire"})
"""Subjects that are drawn with their smoke."""
ANYWHERE = PAINTED_THINGS | {"horizon"}
"""Small things that every picture has, or that are painted wherever they are asked for."""


def _is_shut_in(spec: SceneSpec, one: Subject) -> bool:
    """Whether somebody is to be inside of a house that is seen from outside."""
    there = one.to is not None and one.to < len(spec.subjects)
    house = load().get(spec.subjects[one.to or 0].id) if there else None
    built = house is not None and house.kind == "building" and house.id not in _OPEN_TO_SEE
    return one.relation == "inside" and built


_OPEN_TO_SEE = frozenset({"tent", "igloo", "cave", "well", "fountain", "gazebo"})
"""Who is in these is seen in the opening."""


def _as_told(spec: SceneSpec) -> Iterator[tuple[int, str]]:
    """Whose note of what name is drawn as it was told: one umbrella that is shared, a spyglass at an eye."""
    yield from ((at, "verb") for at in sharing.sharers(spec))
    if any(what == peering.SPYGLASS for _, what in peering.through(spec)):
        last = len(spec.subjects) - 1
        yield from ((at, name) for at in (last - 1, last) for name in ("near", "held_near"))


def _variants(spec: SceneSpec) -> Iterator[tuple[str, str]]:
    drawn = set(_as_told(spec))
    for row in _rows(spec):
        if "subject" not in row:
            continue  # who can't be drawn wears nothing
        said = (name for name in _OF_A_ROW if row.get(name) and (row["subject"], name) not in drawn)
        yield from ((_OF_A_ROW[name], str(row[name])) for name in said)
        if row.get("modifier") in table("near") and _is_worn(spec, row, "modifier"):
            yield "near", str(row["modifier"])
        if table("relations").get(str(row.get("relation")), {}).get("limb"):
            yield "relation", str(row["relation"])
        yield from (("trait", str(ident)) for ident in row.get("traits", ()))
        yield from (("part", str(part)) for part, *_ in row.get("parts", ()))
    yield from (("relation", "indoors") for one in spec.subjects if _is_shut_in(spec, one))
    words = spec.extra.get("words", {})
    said = {name: str(words[name]) for name in _OF_THE_SCENE if words.get(name)}
    if "time" in said and meaning("times", said["time"]) != spec.time:
        del said["time"]  # an edit made it night
    yield from ((_OF_THE_SCENE[name], word) for name, word in said.items())
    for name, kind in _OF_LISTS.items():
        there = getattr(spec, kind)  # an edit may have ended the storm that was a tornado
        yield from ((kind, str(ident)) for drawn, ident in words.get(name, {}).items() if drawn in there)
