"""Every word accounted for: what is known and yet changed nothing in the scene.

A word counts where one of its meanings stands in the scene, or where the scene would lack something
without it. So each word that does not stand there is left out once, and the text is read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ...spec import SceneSpec, Unseen
from ...vocabulary import load
from ..fold import key
from ..index import build
from ..lexicon import meaning as painted
from ..lexicon import say
from ..matching import Item
from . import qualities, reader
from .reading import LONG, Reading
from .telling import EVERYBODYS, HATS_OF_OUTFITS

MOST = 40
"""Words of one text that are looked into."""

Again = Callable[[Sequence[Item]], SceneSpec]
"""Reads items as a scene."""

_TABLES = {
    "place": "places", "place?": "places", "time": "times", "weather": "weathers", "sky": "sky",
    "style": "styles", "action": "actions", "hat": "hats", "role": "outfits", "garment": "outfits",
}  # fmt: skip
_NOUNS = frozenset({"subject", "role", "garment", "hat", "glasses", "place", "place?"})
_CONTENT = _NOUNS | {
    "part", "scenery", "time", "weather", "sky", "style", "action", "activity", "color", "size", "trait",
}  # fmt: skip
_PLAIN = ("sky", "weather", "color", "trait")
"""Kinds whose names are plainer than those of the figures that a word may be, too: "clouds", "orange"."""
_SILENT = frozenset(
    {"filler", "sink", "background", "relation", "whom", "undrawn", "unknown", "landmark", "stop"}
)
"""Kinds that make a word grammar or picture talk, or are told already."""
_POSTURES = frozenset({"sit", "hold"})
"""Deeds that give way to another of the same figure without being missed."""
_CARRIED = frozenset({"fly", "ride", "run"})
"""Deeds of somebody who is carried along."""
_NOTES = frozenset({"to", "subject", "count_word", "plural"})
"""Keys of the reader's notes that say nothing of their own."""

_LIGHTS = frozenset({"luz", "luzes", "luces", "iluminacao", "iluminacion"})

Facts = Counter[tuple[str, str]]


def read(items: Sequence[Item], adjectives_follow: bool, unwanted: Sequence[str] = ()) -> SceneSpec:
    """The scene that items ask for, with what is known and not in it. `unwanted` are ids to leave out."""

    def begun(words: Sequence[Item]) -> Reading:
        return Reading(words, load(), adjectives_follow, avoid=list(unwanted))

    reading = begun(items)
    spec = reader.read(reading)
    left = unseen(items, reading, spec, lambda words: reader.read(begun(words)))
    lost = {*spec.unknown, *(word.raw for word in left)}
    if told := qualities.described(items, spec, adjectives_follow, lost):
        spec = replace(spec, extra={**spec.extra, "described": told})
    return replace(spec, unseen=left) if left else spec


_READ_AGAIN = 12_000
"""Items that are read again for one text: of a very long one fewer words are tried."""


def unseen(items: Sequence[Item], reading: Reading, spec: SceneSpec, again: Again) -> tuple[Unseen, ...]:
    """The known words of `items` that `spec` has no place for, but for those that `reading` excuses."""
    whole = _facts(spec)
    there = {value for _, value in whole} | _implied(spec)
    found: dict[tuple[str, str], Unseen] = {}
    for at, item in enumerate(items):
        told = item.options.get("garment" if at in reading.owing else "filler")
        if told is not None and told.id and (at in reading.owing or item.kind == "filler"):
            found[told.kind, told.id] = Unseen(
                raw=item.raw, kind=told.kind, id=told.id, language=told.language
            )
    most = min(MOST, _READ_AGAIN // max(1, len(items)))
    for at in list(_doubtful(items, reading.excused, spec, there))[:most]:
        if whole - _facts(again([*items[: _said_from(items, at)], *items[at + 1 :]])):
            continue
        item = items[at]
        kind = next(k for k in (*_PLAIN, *item.options) if k in item.options and k in _CONTENT)
        known = item.options[kind]
        near = build().near.get((known.language, known.spelled)) if kind == "subject" else None
        kind, ident = ("near", near) if near else (kind, known.id)
        found.setdefault((kind, ident), Unseen(raw=item.raw, kind=kind, id=ident, language=known.language))
    return tuple(found.values())


def _said_from(items: Sequence[Item], at: int) -> int:
    """Where the phrase begins that goes with its noun: the "shaped like a" of "shaped like a rocket"."""
    start = at
    while start and items[start - 1].has("a", "the", "color", "size", "trait"):
        start -= 1
    return start - 1 if start and items[start - 1].kind == "like" else at


def _doubtful(items: Sequence[Item], excused: set[int], spec: SceneSpec, there: set[str]) -> Iterator[int]:
    """Where words stand that may have done nothing; behind the front of a long text only nouns are asked."""
    for at, item in enumerate(items):
        asked, kinds = _CONTENT if at < LONG else _NOUNS, item.options.keys()
        if at in excused or _SILENT & kinds or item.kind in _SILENT or not asked & kinds:
            continue
        if kinds & {"trait", "size"} and any(i.has("sink") for i in items[max(0, at - 1) : at + 2]):
            continue  # "soft light"
        if "color" in kinds and at and items[at - 1].has("sink") and key(items[at - 1].raw) in _LIGHTS:
            continue  # "luz dourada"
        if not (_ids(item) & there or _goes_without_saying(item, spec) or _is_put_so(item, spec)):
            yield at


def _ids(item: Item) -> set[str]:
    """All that a word may stand for, variants and what is painted for them."""
    found = {m.id for m in item.options.values()}
    return found | {painted(_TABLES[k], m.id) for k, m in item.options.items() if k in _TABLES}


def _implied(spec: SceneSpec) -> set[str]:
    """What is seen with something else: a crown on a king."""
    return {hat for s in spec.subjects for hat in HATS_OF_OUTFITS.get(s.outfit or "", ())}


def _goes_without_saying(item: Item, spec: SceneSpec) -> bool:
    """Whether it is there anyway: a face, or a deed that another one implies, for who rides a broom flies."""
    if "part" in item.options and item.options["part"].id in EVERYBODYS:
        return True
    if "trait" in item.options and item.options["trait"].id == "empty":
        return not any(load()[s.id].alive for s in spec.subjects)
    if item.options.keys() == {"place?"} and item.options["place?"].id == "sky":
        return True
    if "color" in item.options and item.options["color"].id == "white":
        return any(s.id == "lighthouse" for s in spec.subjects)  # its bands
    hour = item.options.get("time")
    if hour is not None and hour.id == "day" and spec.time in _LIGHT:
        return True  # "早晨,晴天"
    found = item.options.get("action") or item.options.get("activity")
    if found is None or "subject" in item.options:
        return False
    deed = painted("actions", found.id)
    entries = load()
    moving = any(s.action == "ride" or entries[s.id].kind == "vehicle" for s in spec.subjects)
    return deed in _POSTURES or (moving and (deed in _CARRIED or "activity" in item.options))


_LIGHT = frozenset({"dawn", "day", "sunset"})
"""Hours at which a sunny sky is seen."""


def _is_put_so(item: Item, spec: SceneSpec) -> bool:
    """Whether it is how the writer puts what is there: the gown of a princess, the plaza of a square."""
    place = spec.extra.get("words", {}).get("place") or spec.place or ""
    said = [("outfits", s.outfit) for s in spec.subjects if s.outfit] + [("places", str(place))]
    said += [("hats", s.hat) for s in spec.subjects if s.hat]
    rows = (row for row in spec.extra.get("told", ()) if row.get("outfit_word"))
    said += [("outfits", str(row["outfit_word"])) for row in rows]
    word = item.raw.lower()
    forms = {word, word.removesuffix("s")} if item.language == "en" else {word}  # "chefs in white jackets"
    texts = [say(name, ident, item.language, kind) for name, ident in said for kind in ("say", "dyed")]
    return any(form in text for form in forms for text in texts)


def _facts(spec: SceneSpec) -> Facts:
    """All that a spec says, each with how often; indexes are followed to what they point at."""
    facts: Facts = Counter()
    for subject in spec.subjects:
        for name in subject.__slots__:
            if name != "to":
                _flatten(facts, name, getattr(subject, name))
        if subject.to is not None and subject.to < len(spec.subjects):
            facts["to", spec.subjects[subject.to].id] += 1
    for name in spec.__slots__:
        if name not in ("subjects", "unseen"):
            _flatten(facts, name, getattr(spec, name))
    return facts


def _flatten(facts: Facts, name: str, value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOTES:
                _flatten(facts, f"{name}.{key}", inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            _flatten(facts, name, inner)
    elif value not in (None, "", 1, False, True):
        facts[name, str(value)] += 1
