"""What has been found of an edit while its clauses are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ... import accounts
from ...spec import Edit, SceneSpec, Subject
from ..matching import Item
from . import phrases

_CHANGES = ("outfit", "hat", "glasses", "held", "action", "count", "relation")
_TOLD = ("hat_color", "glasses_color", "outfit_color", "held_color", "hat_word", "outfit_word", "verb",
         "activity", "traits", "parts", "held_word", "held_near")  # fmt: skip
_OF_COLOR = re.compile(r"^\s*(?:de|em|en|da cor|del color)\s+(?=[^\W_]+\s*$)", re.IGNORECASE)
"""In "pinte o gato de azul" the little word is not a noun's."""
_LITTLE = ("comma", "of", "the", "a", "filler", "stop", "be", "as", "color", "in")
_LISTS = ("weather", "sky", "scenery", "mood", "tone", "remove", "names", "unknown", "add_words")


class Found:
    """An `Edit` in the making, in the language `code`."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.values: dict[str, Any] = {"add": ()}
        self.lists: dict[str, list[str]] = {name: [] for name in _LISTS}
        self.change: dict[str, Any] = {}
        self.said: dict[str, str] = {}
        self.airs: dict[str, str] = {}
        self.near: dict[str, str] = {}
        self.of: str | None = None
        self.replaces = False
        self.again = False
        self.told_of = False
        """Whether somebody is told of without a noun: "riding a bicycle"."""
        self.doubtful = False
        """Whether it may be an idea for a new picture rather than an edit."""

    def edit(self, sure: bool) -> Edit:
        """The edit as found."""
        fields: dict[str, Any] = {name: tuple(dict.fromkeys(values)) for name, values in self.lists.items()}
        fields |= self.values
        fields |= {
            "change": self.change,
            "said": self.said,
            "near": self.near,
            "of": self.of,
            "airs": self.airs,
        }
        found = Edit(replaces=self.replaces, again=self.again, **fields)
        return replace(found, sure=sure)

    def value(self, op: str, value: Any) -> None:
        """What a cue says by itself."""
        if op == "again":
            self.again = True
        elif op == "look":
            self.values["look"] = value
            self.said.setdefault("style", value)
        elif op in ("size", "count"):
            self.change[op] = value
        else:
            self.lists[op].append(value)

    def facts(self, spec: SceneSpec) -> None:
        """What a reading tells of the whole picture."""
        words = spec.extra.get("words", {})
        for name in ("time", "place", "background"):
            if (value := getattr(spec, name)) is not None:
                self.values[name] = value
        style = str(words.get("style") or "")
        if style or spec.style:
            self.values["look"] = "cartoon" if style == "cartoon" else spec.style
            self.said.pop("style", None)
        self.said |= {name: str(words[name]) for name in ("style", "place") if words.get(name)}
        for name in ("weather_words", "sky_words", "mood_words", "shades"):
            self.airs |= words.get(name, {})
        for name in ("weather", "sky", "mood", "names", "unknown"):
            self.lists[name].extend(getattr(spec, name))
        self.lists["scenery"].extend(spec.extra.get("scenery", ()))
        self.lists["unknown"].extend(word.raw for word in spec.unseen)
        self.lists["unknown"].extend(word.raw for word in accounts.modifiers(spec))
        self.lists["remove"].extend(spec.avoid)
        for row in spec.extra.get("told", ()):
            if row.get("near") and "subject" in row:
                self.near[spec.subjects[row["subject"]].id] = str(row["near"])

    def put_in(self, spec: SceneSpec) -> None:
        """Everything of a reading, its subjects to be added."""
        self.facts(spec)
        rows = [row for row in spec.extra.get("told", ()) if row.get("word") and "subject" not in row]
        self.lists["add_words"].extend(str(row["word"]) for row in rows)
        self.lists["unknown"].extend(accounts.beyond_the_subject(spec))
        self.values["add"] += _moved(spec.subjects, len(self.values["add"]))

    def attributes(self, text: str, of: str | None) -> None:
        """Words said of a subject, or of the main one."""
        text = _OF_COLOR.sub("", text) if self.code in ("pt", "es") else text
        if text.strip(" ,，、的"):
            frame = phrases.DRESSED if _is_role(phrases.items(text, self.code)) else phrases.PLAIN
            self._take(*phrases.with_stand_in(text, self.code, of, frame))
        self.of = of or self.of

    def wears(self, text: str, of: str | None) -> None:
        """Words for what a subject is to wear."""
        pieces = phrases.items(text, self.code)
        worn = any(phrases.is_worn(i) or i.has("hat", "glasses", "garment") for i in pieces)
        role = any(i.has("role") for i in pieces)
        frame = phrases.DRESSED if role and not worn else phrases.WEARING
        self._take(*phrases.with_stand_in(text, self.code, of, frame))
        self.of = of or self.of

    def about(self, text: str) -> None:
        """Take the subject that a piece begins with for the one that is meant."""
        named = phrases.target(phrases.items(text, self.code))
        self.of = named[0] if named else self.of

    def recolor(self, old: str, new: str) -> None:
        """One colour for another."""
        self.values["color"] = new
        self.lists["remove"].append(old)
        self.replaces = True

    def _take(self, spec: SceneSpec, who: str) -> None:
        self.facts(spec)
        at = next((i for i, s in enumerate(spec.subjects) if s.id == who), None)
        others = [s for i, s in enumerate(spec.subjects) if i != at]
        if at is None:
            self.values["add"] += _moved(others, len(self.values["add"]))
            return
        told = _row(spec, at)
        self._changes(spec.subjects[at], told)
        self.values["add"] += tuple(_alone(s) for s in others)

    def _changes(self, subject: Subject, told: Mapping[str, Any]) -> None:
        if subject.color is not None:
            self.values["color"] = subject.color
        if subject.size != 1:
            self.change["size"] = subject.size
        plain = Subject(id=subject.id)
        for name in _CHANGES:
            if (value := getattr(subject, name)) != getattr(plain, name):
                self.change[name] = value
        self.change |= {name: told[name] for name in _TOLD if told.get(name)}


def _is_role(pieces: Iterable[Item]) -> bool:
    """Whether a piece names nobody but a role to play: "a pirate"."""
    said = next((i for i in pieces if not i.has(*_LITTLE)), None)
    return said is not None and said.has("role") and not said.has("action", "mood", "with")


def _row(spec: SceneSpec, index: int) -> Mapping[str, Any]:
    rows = spec.extra.get("told", ())
    return next((row for row in rows if row.get("subject") == index), {})


def _moved(subjects: Iterable[Subject], by: int) -> tuple[Subject, ...]:
    return tuple(s if s.to is None else replace(s, to=s.to + by) for s in subjects)


def _alone(subject: Subject) -> Subject:
    return replace(subject, to=None, relation=None) if subject.to is not None else subject
