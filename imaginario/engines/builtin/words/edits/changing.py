"""Carrying out an edit on a scene: who is there, what they wear, where and when it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ... import vocabulary
from ...spec import Edit, SceneSpec, Subject
from .. import afar
from ..lexicon import meaning, table
from .cast import Part, fold_in, unfolded

MAX_COUNT = 12
SIZES = (0.55, 0.75, 1.0, 1.35, 1.8)
"""Sizes that there are words for."""
_NIGHTLY = frozenset({"moon", "crescent", "stars", "aurora", "fireworks"})
_FALLING = frozenset({"rain", "storm", "snowfall"})
_DARKER = {"dawn": "sunset", "day": "sunset", None: "sunset", "sunset": "night", "night": "night"}
_BRIGHTER = {"night": "sunset", "sunset": "day", "dawn": "day", "day": "day", None: "day"}
_WORN = {"hat": "hats", "glasses": "glasses", "outfit": "outfits"}
_OWN_WORDS = {
    "hat": ("hat_word", "hat_color"), "glasses": ("glasses_color",), "color": ("traits",),
    "outfit": ("outfit_word", "outfit_color", "role", "disguise"), "action": ("verb", "activity"),
    "held": ("held_word", "held_near", "held_color", "held_many", "held_count", "held_kind", "held_traits",
             "held_size", "other_held", "other_color", "other_near"),
    "count": ("count_word", "plural"), "relation": ("relation",),
}  # fmt: skip
"""What the writer was told of a value, and what goes when the value changes."""


def apply_edit(spec: SceneSpec, edit: Edit) -> SceneSpec:
    """The scene as the edit wants it; what a scene cannot show is left out."""
    parts = unfolded(spec)
    spec = _without(_around(spec, edit), edit, parts)
    main = _main(parts, edit)
    if edit.replaces and edit.add and main is not None:
        _exchange(parts, edit, main)
    else:
        _change(parts, edit, main)
        _enter(parts, edit, main)
        parts.extend(Part(None, {"word": word}) for word in edit.add_words)
    return _allowed(fold_in(spec, parts), edit)


def missing(spec: SceneSpec, edit: Edit) -> list[str]:
    """Ids of somebody the edit is about and who is not in this scene; clouds and trees may always be."""
    absent = [edit.of] if edit.of and edit.of not in _here(spec) and (edit.change or edit.color) else []
    entries = vocabulary.load()
    gone = [r for r in edit.remove if r in entries and entries[r].alive]
    if gone and replace(apply_edit(spec, replace(edit, add=())), avoid=spec.avoid) == spec:
        absent.extend(gone)
    return absent


def _here(spec: SceneSpec) -> set[str]:
    return {s.id for s in spec.subjects}


def _around(spec: SceneSpec, edit: Edit) -> SceneSpec:
    """Place, time, weather, sky, style and mood."""
    words = dict(spec.extra.get("words", {}))
    values: dict[str, Any] = {"time": _time(spec, edit)}
    if edit.look is not None or "style" in edit.said:
        style = edit.said.get("style") or edit.look or ""
        values["style"] = meaning("styles", style) or None
        _variant(words, "styles", "style", style)
    names = spec.names
    if edit.place is not None:
        values["place"] = edit.place
        _variant(words, "places", "place", edit.said.get("place") or edit.place)
        names = tuple(n for n in names if not afar.is_landmark(n))
        if edit.background is None:
            values["background"] = None
    if edit.background is not None:
        values["background"] = edit.background
    values |= {"weather": _weather(spec, edit), "sky": _sky(spec, edit), "mood": _mood(spec, edit)}
    words = _with_airs(words, edit, values) | _shades(words, edit, spec)
    values["unknown"] = tuple(dict.fromkeys((*spec.unknown, *edit.add_words)))
    values["names"] = tuple(dict.fromkeys((*names, *edit.names)))
    extra = dict(spec.extra) | {"words": words, "scenery": _small_things(spec, edit)}
    return replace(spec, **values, extra={k: v for k, v in extra.items() if v or k not in _MAY_BE_GONE})


def _with_airs(words: Mapping[str, Any], edit: Edit, now: Mapping[str, Any]) -> dict[str, Any]:
    """The words with the variants of what is `now` in the air: a tornado that comes, and none that went."""
    found = {name: said for name, said in words.items() if name != "shades"}
    for kind in ("weather", "sky", "mood"):
        said, fresh = found.pop(f"{kind}_words", {}), getattr(edit, kind)
        there = {drawn: ident for drawn, ident in said.items() if drawn in now[kind] and drawn not in fresh}
        there |= {drawn: edit.airs[drawn] for drawn in fresh if drawn in edit.airs}
        found |= {f"{kind}_words": there} if there else {}
    return found


def _shades(words: Mapping[str, Any], edit: Edit, spec: SceneSpec) -> dict[str, dict[str, str]]:
    """The shades of what is there, and of a colour that comes in alone: its blue is no other thing's navy."""
    fresh = {edit.color, edit.background, *map(str, edit.change.values()), *(s.color for s in edit.add)}
    there = {color: shade for color, shade in words.get("shades", {}).items() if color not in fresh}
    rows = spec.extra.get("told", ())
    used = {s.color for s in spec.subjects} | {str(v) for row in rows for k, v in row.items() if k in _DYES}
    there |= {color: shade for color, shade in edit.airs.items() if color in fresh - used}
    return {"shades": there} if there else {}


_DYES = ("outfit_color", "hat_color", "glasses_color", "held_color")
_MAY_BE_GONE = ("words", "scenery")
_SEASONS = frozenset({"spring", "summer", "autumn"})


def _small_things(spec: SceneSpec, edit: Edit) -> list[str]:
    """Those that are there and those that come in; a season ends the one before it."""
    over = _SEASONS if _SEASONS & set(edit.scenery) else frozenset()
    kept = [s for s in spec.extra.get("scenery", ()) if s not in over]
    return list(dict.fromkeys((*kept, *edit.scenery)))


def _variant(words: dict[str, Any], name: str, slot: str, word: str) -> None:
    if meaning(name, word) != word:
        words[slot] = word
    else:
        words.pop(slot, None)


def _time(spec: SceneSpec, edit: Edit) -> str | None:
    if edit.time is not None:
        return edit.time
    steps = _DARKER if "darker" in edit.tone else _BRIGHTER if "brighter" in edit.tone else None
    return steps[spec.time] if steps is not None else spec.time


def _weather(spec: SceneSpec, edit: Edit) -> tuple[str, ...]:
    """One thing falls from the sky at a time, and a clear sky is clear."""
    if not edit.weather:
        return spec.weather
    fresh = set(edit.weather)
    if "clear" in fresh:
        return edit.weather
    old = (w for w in spec.weather if w != "clear" and not (w in _FALLING and fresh & _FALLING))
    return tuple(dict.fromkeys((*old, *edit.weather)))


def _sky(spec: SceneSpec, edit: Edit) -> tuple[str, ...]:
    time = _time(spec, edit)
    gone = {"sun"} if time == "night" else _NIGHTLY if time == "day" else frozenset()
    if time == spec.time:
        gone = frozenset()
    if "clear" in edit.weather:
        gone |= {"clouds"}
    return tuple(dict.fromkeys((*(s for s in spec.sky if s not in gone), *edit.sky)))


def _mood(spec: SceneSpec, edit: Edit) -> tuple[str, ...]:
    """The mood that was asked for counts most: the writer tells of two."""
    return tuple(dict.fromkeys((*edit.mood, *spec.mood)))[:2] if edit.mood else spec.mood


def _without(spec: SceneSpec, edit: Edit, parts: list[Part]) -> SceneSpec:
    """The scene and its cast without what the edit removes."""
    gone = set(edit.remove)
    if not gone:
        return spec
    if edit.replaces and edit.color:
        _recolor(parts, gone, edit.color)
        return replace(spec, background=edit.color if spec.background in gone else spec.background)
    if not (edit.replaces and edit.add):
        parts[:] = [p for p in parts if not _is_gone(p, gone)]
    for part in parts:
        _stripped(part, gone, edit)
    place = None if spec.place in gone or "background" in gone else spec.place
    words = {k: v for k, v in spec.extra.get("words", {}).items() if k != "place" or place}
    extra = {k: v for k, v in spec.extra.items() if k != "words"} | ({"words": words} if words else {})
    extra["scenery"] = [s for s in spec.extra.get("scenery", ()) if s not in gone]
    return replace(
        spec,
        place=place,
        background="white" if "background" in gone else None if spec.background in gone else spec.background,
        time=None if spec.time in gone else spec.time,
        weather=tuple(w for w in spec.weather if w not in gone),
        sky=tuple(s for s in spec.sky if s not in gone),
        style=None if spec.style in gone else spec.style,
        names=tuple(n for n in spec.names if n not in gone),
        unknown=tuple(u for u in spec.unknown if u not in gone),
        extra={k: v for k, v in extra.items() if v},
    )


def _is_gone(part: Part, gone: set[str]) -> bool:
    if part.subject is None:
        return str(part.told.get("word", "")) in gone
    person = part.subject.id in ("girl", "boy", "man", "woman") and "person" in gone
    return part.subject.id in gone or person or part.told.get("role") in gone


def _stripped(part: Part, gone: set[str], edit: Edit) -> None:
    """Take off what is not to be worn or held; a hat is a hat, whichever was named."""
    if part.subject is None or (edit.of and part.subject.id != edit.of):
        return
    for name in ("color", "held", "action"):
        if getattr(part.subject, name) in gone:
            _set(part, name, None)
            if name == "held" and part.subject.action == "hold":
                _set(part, "action", None)
    for name, rows in _WORN.items():
        if getattr(part.subject, name) and any(g in table(rows) for g in gone):
            _set(part, name, None)


def _recolor(parts: Sequence[Part], gone: set[str], color: str) -> None:
    for part in parts:
        if part.subject is not None and part.subject.color in gone:
            _set(part, "color", color)
        for name in ("hat_color", "outfit_color", "glasses_color", "held_color"):
            if part.told.get(name) in gone:
                part.told[name] = color


def _main(parts: Sequence[Part], edit: Edit) -> Part | None:
    """Whom the changes are about: the one that was named, else the first one there is."""
    drawn = [p for p in parts if p.subject is not None]
    if edit.replaces and edit.remove:
        return next((p for p in parts if _is_gone(p, set(edit.remove))), None)
    if edit.of is not None:
        return next((p for p in drawn if p.subject is not None and p.subject.id == edit.of), None)
    return drawn[0] if drawn else None


def _exchange(parts: list[Part], edit: Edit, main: Part) -> None:
    """The first of the new ones takes the place of the old one, with what that one wears and does."""
    new = edit.add[0]
    old = main.subject or Subject(id=new.id)
    told = {
        k: v for k, v in main.told.items() if k not in ("word", "near", "modifier", "role", "name", "named")
    }
    main.told.clear()
    main.told.update({k: v for k, v in told.items() if k != "traits"} | _near(edit, new))
    fields = {n: getattr(old, n) for n in ("outfit", "hat", "glasses", "held", "action", "size", "relation")}
    fresh = {n: v for n in fields if (v := getattr(new, n)) != getattr(Subject(id=""), n)}
    count = new.count if new.count != 1 else old.count if main.subject else 1
    main.subject = replace(new, **(fields | fresh), count=count, to=None)
    for other in edit.add[1:]:
        _add(parts, replace(other, to=None, relation=None), _near(edit, other))


_NAMES = ("word", "near", "modifier", "role", "name", "named")
"""What one is called by."""


def _near(edit: Edit, subject: Subject) -> dict[str, Any]:
    """What the writer is told of a new figure that is only drawn as something like it."""
    return {"near": edit.near[subject.id]} if subject.id in edit.near else {}


def _change(parts: list[Part], edit: Edit, main: Part | None) -> None:
    if main is None or main.subject is None:
        if edit.of is not None and not edit.change and edit.color is None:
            parts.append(Part(Subject(id=edit.of), {}))
        return
    if edit.color is not None and not edit.replaces:
        _set(main, "color", edit.color)
    for name, value in edit.change.items():
        if name == "size":
            _set(main, "size", _sized(main.subject.size, float(value)))
        elif name in Subject.__dataclass_fields__:
            _set(main, name, value)
    if "outfit" in edit.change and "hat" not in edit.change:
        _set(main, "hat", None)
    own = {name for names in _OWN_WORDS.values() for name in names} | {"parts"}
    main.told.update({name: value for name, value in edit.change.items() if name in own})


def _sized(size: float, factor: float) -> float:
    """One step smaller or bigger, or the size that was named: only these have words."""
    if factor in SIZES:
        return factor
    steps = [s for s in SIZES if (s < size if factor < 1 else s > size)]
    return (max(steps) if factor < 1 else min(steps)) if steps else size


def _set(part: Part, name: str, value: Any) -> None:
    """Change one value of a figure, and forget what was told of the old one."""
    if part.subject is None:
        return
    part.subject = replace(part.subject, **{name: value})
    for word in _OWN_WORDS.get(name, ()):
        part.told.pop(word, None)


def _enter(parts: list[Part], edit: Edit, main: Part | None) -> None:
    """Let the new ones in; what is there already is what they stand on, or grows in number."""
    entered: list[Part] = []
    grounds = {s.to for s in edit.add if s.to is not None}
    for index, subject in enumerate(edit.add):
        plain = replace(subject, to=None)
        met = _met if index in grounds else _add
        entered.append(met(parts, plain, _near(edit, plain)))
    for subject, part in zip(edit.add, entered, strict=True):
        if subject.to is not None:
            part.to = entered[subject.to]
    if main is not None and entered and ("relation" in edit.change or edit.change.get("action") == "ride"):
        main.to = entered[0]
        parts.remove(main.to)
        parts.insert(parts.index(main) + 1, main.to)
        _set(main, *(("relation", None) if edit.change.get("action") == "ride" else ("action", None)))


def _met(parts: list[Part], subject: Subject, told: Mapping[str, Any]) -> Part:
    known = next((p for p in parts if p.subject is not None and p.subject.id == subject.id), None)
    return known or _add(parts, subject, told)


def _add(parts: list[Part], subject: Subject, told: Mapping[str, Any]) -> Part:
    """A new figure, or one more of the same."""
    for part in parts:
        same = part.subject is not None and part.subject.id == subject.id
        if same and part.subject and _is_plain(subject) and part.told.get("near") == told.get("near"):
            _set(part, "count", min(MAX_COUNT, part.subject.count + subject.count))
            return part
    parts.append(Part(subject, dict(told)))
    return parts[-1]


def _is_plain(subject: Subject) -> bool:
    return replace(subject, count=1) == Subject(id=subject.id)


def _allowed(spec: SceneSpec, edit: Edit) -> SceneSpec:
    """What was removed stays away, and what is asked for now is no longer unwanted."""
    wanted = {s.id for s in spec.subjects} | {spec.place, spec.time, spec.style, spec.background}
    wanted |= {*spec.weather, *spec.sky}
    wanted |= {v for s in spec.subjects for v in (s.color, s.outfit, s.hat, s.glasses, s.held, s.action)}
    removed = () if edit.replaces or edit.of else edit.remove
    known = [r for r in removed if r not in edit.unknown and r != "background"]
    avoid = tuple(a for a in dict.fromkeys((*spec.avoid, *known)) if a not in wanted)
    return replace(spec, avoid=avoid)
