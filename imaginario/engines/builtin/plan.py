"""From what was asked to what will be painted: every open choice of a spec filled in, avoided things gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from . import (
    banks,
    cacti,
    easels,
    embracing,
    equipped,
    feasts,
    gaming,
    kitchens,
    mounting,
    notes,
    running,
    sharing,
    sights,
    stargazing,
    tethered,
    whereabouts,
)
from .composing.attaching import ENCLOSED
from .figures.casting import PAIR, bunches, is_figure, pairs
from .figures.manner import SOME_HELD
from .scenery.setting import resolve
from .scenery.streams import Streams
from .spec import PLACES, Relation, SceneSpec, Subject
from .vocabulary import Entry
from .words.lexicon import meaning

PEOPLE = ("girl", "boy", "woman", "man")


def complete(spec: SceneSpec, streams: Streams, entries: Mapping[str, Entry]) -> SceneSpec:
    """The spec with place, time and people chosen by the seed, and what it avoids taken out first.

    The place stays None for a plain backdrop (a background colour and no place named).
    Completing a complete spec changes nothing, so a recipe can be painted again at another size.
    """
    spec = sharing.on_one_seat(spec, entries)
    spec = _at_instruments(_on_trays(equipped.equipped(without_avoided(spec), entries)), entries)
    spec = gaming.set_out(replace(spec, subjects=_cast(spec, streams, entries)), entries)
    spec = mounting.boarded(mounting.surfing(mounting.rowing(spec), entries), entries)
    spec = mounting.dozing(mounting.drawn_by_a_team(spec, entries), entries)
    spec = stargazing.at_the_eye(spec)
    spec = sharing.under_one_roof(spec, entries)
    spec = tethered.tethered(kitchens.watered(spec, entries), entries)
    spec = embracing.in_arms(kitchens.dished_up(kitchens.stirred(spec, entries), entries), entries)
    spec = kitchens.off_the_floor(spec, entries)
    spec = easels.at_easels(easels.at_boards(running.running(_bare_necks(spec, entries), entries)), entries)
    spec = mounting.each_on_their_own(_grouped(_flavored(spec, entries), streams, entries), entries)
    spec = feasts.hung(feasts.festive(feasts.carved(spec)), entries)
    place = spec.place if spec.place in PLACES else None
    # A backdrop of one colour and no place named: a studio, not a meadow under a pink sky.
    studio = place is None and spec.background is not None and bool(spec.subjects)
    place = sights.there(spec) or place or (None if studio else whereabouts.place(spec, streams, entries))
    setting = resolve(spec := replace(spec, place=place), streams)
    spec = replace(spec, place=None if studio else setting.place, time=setting.time)
    spec = banks.ashore(cacti.grown(spec, entries), entries)
    return sights.in_sight(spec, streams, entries)


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
    gone: dict[str, Any] = {name: None for name in names if getattr(subject, name) in avoid}
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
        if subject.id in entries and subject.held in entries[subject.id].has:  # it needs no second one
            subject = replace(subject, held=None, action=None if subject.action == "hold" else subject.action)
        cast.append(_seated(subject, spec, entries))
    rows = {int(row["subject"]): row for row in notes.rows(spec) if isinstance(row.get("subject"), int)}
    return _laid_down(cast, entries, rows)


def _held_count(row: Mapping[str, Any]) -> int:
    """How many of a thing somebody holds by the words; 0 where they do not say."""
    if not isinstance(row.get("subject"), int):
        return 0
    count = row.get("held_count")
    return count if isinstance(count, int) else SOME_HELD if row.get("held_many") else 0


def _laid_down(
    cast: Sequence[Subject], entries: Mapping[str, Entry], rows: Mapping[int, Mapping[str, Any]]
) -> tuple[Subject, ...]:
    """What those without hands hold (an octopus, a snake) stands beside them, and more than hands hold."""
    counts = {index: count for index, row in rows.items() if (count := _held_count(row))}
    handless = {
        index: subject.held
        for index, subject in enumerate(cast)
        if subject.held in entries and subject.id in entries and not is_figure(entries[subject.id], subject)
    }
    free = [
        replace(subject, held=None) if index in handless else subject for index, subject in enumerate(cast)
    ]
    left = {index: (held, counts.get(index, 1)) for index, held in handless.items() if held} | {
        index: (cast[index].held, count - in_hand)
        for index, count in counts.items()
        if index < len(cast)
        and index not in handless
        and _is_bulky(cast[index].held, entries)
        and count > (in_hand := PAIR if count == PAIR and pairs(cast[index]) else 1)
    }
    beside = [
        (index, Subject(id=held, count=count, relation=_by(held), to=index, **_as_told(rows.get(index, {}))))
        for index, (held, count) in left.items()
        if held and not any(_is_laid_down(s, held, index, cast) for s in cast)
    ]
    return (*free, *kitchens.on_tables(free, beside, entries))


def _by(held: str) -> Relation:
    """Where something lies that nobody has hands for: a drum right before who plays it."""
    return "in_front_of" if held == "drum" else "beside"


def _is_laid_down(one: Subject, held: str, index: int, cast: Sequence[Subject]) -> bool:
    """Whether it is what lies beside the figure of an index, or on a table there."""
    if one.id != held:
        return False
    under = cast[one.to] if one.relation == "on" and one.to is not None and one.to < len(cast) else one
    return under.relation in ("beside", "in_front_of") and under.to == index


_STANDING = {
    "piano": "grand-piano", "grand-piano": "grand-piano", "drum-kit": "drum-kit", "harp": "harp",
    "guzheng": "guzheng",
}  # fmt: skip
"""Instruments that stand on the ground before whoever plays them, and as what they are drawn then."""
_SAT_ON = frozenset({"cajon"})
"""Instruments on which their players sit."""


def _at_instruments(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """A piano is in nobody's hands: it stands before who plays it, in the colour that was asked for."""
    rows, cast = notes.rows(spec), list(spec.subjects)
    for index, player in enumerate(spec.subjects):
        held, sits = player.held or "", player.held in _SAT_ON and player.relation is None
        if not (sits or held in _STANDING) or held not in entries or held in {s.id for s in cast}:
            continue
        told = _as_told(next((row for row in rows if row.get("subject") == index), {}))
        drums = held == "drum-kit"  # they hide the hands
        at = [row for row in rows if row.get("subject") == index] or [{"subject": index}]
        note = {"at": held, **({"sits": True} if sits else {})}
        rows = [*(row for row in rows if row not in at), *({**row, **note} for row in at)]
        rows = [*rows, {"subject": len(cast)}]
        cast[index] = replace(player, held=None, action=None if drums else "play")
        instrument = Subject(id=_STANDING.get(held, held), **told)
        if sits:
            cast[index] = replace(cast[index], relation="on", to=len(cast))
        else:
            instrument = replace(instrument, relation="in_front_of", to=index)
        cast.append(instrument)
    if len(cast) == len(spec.subjects):
        return spec
    return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": rows})


def _on_trays(spec: SceneSpec) -> SceneSpec:
    """Who holds something "on a tray" holds the tray, with that on it, and does not stand there."""
    last, rows = len(spec.subjects) - 1, notes.rows(spec)
    upon = [i for i, s in enumerate(spec.subjects) if s.to == last]
    holder = next((i for i in upon if spec.subjects[i].held and spec.subjects[i].relation == "on"), -1)
    if holder < 0 or spec.subjects[last].id != "tray" or len(upon) > 1:
        return spec
    one, tray = spec.subjects[holder], spec.subjects[last]
    mine = next((r for r in rows if r.get("subject") == holder), {"subject": holder})
    gone = ("to", "relation", "held_color", "held_many")
    note = {k: v for k, v in mine.items() if k not in gone} | {"held_load": one.held}
    note |= {"held_color": tray.color} if tray.color else {}
    cast = [*spec.subjects[:holder], replace(one, held=tray.id, relation=None, to=None)]
    rows = [r for r in rows if r.get("subject") not in (holder, last)]
    return replace(
        spec, subjects=(*cast, *spec.subjects[holder + 1 : last]), extra={**spec.extra, "told": [*rows, note]}
    )


def _as_told(row: Mapping[str, Any]) -> dict[str, Any]:
    """The colour and the size of what somebody holds, where they were told."""
    size, color = row.get("held_size"), row.get("held_color")
    return {"size": float(size) if isinstance(size, int | float) else 1.0, "color": color or None}


def _is_bulky(held: str | None, entries: Mapping[str, Entry]) -> bool:
    """Whether a hand holds only one of it, and the others lie beside."""
    return held is not None and held in entries and not bunches(entries[held])


def _bare_necks(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """A drawn thing gets no body only to hang a scarf on it: the person is told of the scarf."""
    scarves = {row.get("subject") for row in notes.rows(spec) if row.get("outfit_word") == "scarf"}
    cast = [
        replace(s, outfit=None) if i in scarves and s.id in entries and entries[s.id].art != "head" else s
        for i, s in enumerate(spec.subjects)
    ]
    return replace(spec, subjects=tuple(cast))


def _grouped(spec: SceneSpec, streams: Streams, entries: Mapping[str, Entry]) -> SceneSpec:
    """A family is a woman, a man and children, who all do the same."""
    rows = notes.rows(spec)
    for at, row in enumerate(rows):
        index = row.get("subject", -1)
        if not str(row.get("group", "")).startswith("family") or not 0 <= index < len(spec.subjects):
            continue
        one = spec.subjects[index]
        if one.id != "person" or not {*PEOPLE} <= entries.keys() or one.count < len(_PARENTS):
            continue
        young = ("girl", "boy") if streams[f"family{index}"].random() < 0.5 else ("boy", "girl")
        kin = [*_PARENTS, *(young[n % 2] for n in range(one.count - len(_PARENTS)))]
        first, *others = (replace(one, id=who, count=1) for who in kin)
        cast = [*spec.subjects, *others]
        cast[index] = first
        told = [*rows[:at], {k: v for k, v in row.items() if k not in _OF_MANY}, *rows[at + 1 :]]
        told += [{**told[at], "subject": len(spec.subjects) + n} for n in range(len(others))]
        return replace(spec, subjects=tuple(cast), extra={**spec.extra, "told": told})
    return spec


_PARENTS = ("woman", "man")
_OF_MANY = ("group", "plural", "count_word")


def _flavored(spec: SceneSpec, entries: Mapping[str, Entry]) -> SceneSpec:
    """A chocolate cake is brown, where no colour was asked for."""
    cast = list(spec.subjects)
    for row in notes.rows(spec):
        at, entry = row.get("subject"), entries.get(meaning("near", str(row.get("modifier"))))
        if isinstance(at, int) and at < len(cast) and entry is not None and entry.flavor:
            cake = cast[at]
            if cake.color is None and cake.id in entries and entries[cake.id].flavored:
                cast[at] = replace(cake, color=entry.flavor)
    return replace(spec, subjects=tuple(cast))


def _seated(subject: Subject, spec: SceneSpec, entries: Mapping[str, Entry]) -> Subject:
    """Who is on something to sit on, and does nothing else, sits; in a wheelchair one rides."""
    there = spec.subjects[subject.to].id if subject.to is not None and subject.to < len(spec.subjects) else ""
    if there == "wheelchair" and subject.relation in ("on", "inside") and subject.action in (None, "sit"):
        return replace(subject, action="ride", relation=None)
    if there == "stroller" and subject.relation == "on" and subject.action in (None, "sit", "sleep"):
        return replace(subject, relation="inside", action="sleep" if subject.action == "sleep" else None)
    if there in ENCLOSED and subject.relation == "inside" and subject.action in (None, "sit", "eat", "hold"):
        return replace(subject, action="ride", relation=None)
    if subject.relation != "on" or subject.action or subject.to is None or subject.to >= len(spec.subjects):
        return subject
    under, own = entries.get(spec.subjects[subject.to].id), entries.get(subject.id)
    if under is None or own is None or under.seat is None or own.art != "head":
        return subject
    sits = under.kind == "furniture" or under.id in _SEATS_THAT_GROW
    return replace(subject, action="sit") if sits else subject


_SEATS_THAT_GROW = frozenset(
    {"pumpkin", "jack-o-lantern", "log", "flower", "tulip", "rose", "sunflower", "lily-pad"}
)
"""Plants that one sits on."""
