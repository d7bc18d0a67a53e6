"""An instruction in clauses: one cue each, with the words before and behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .cues import Cue, Heard

VALUES = ("size", "tone", "mood", "weather", "look", "count", "again")
"""Cues that say all by themselves; those around them only tell of what."""
_FIRM = ("remove", "less", "replace", "instead")
_AS_TEXT = {
    "remove": ("tone", "mood", "weather", "look"), "less": ("tone", "mood", "weather", "look"),
    "replace": ("weather",), "instead": ("weather", "look"), "add": ("weather",),
}  # fmt: skip
"""Behind these cues such values are words like any other: "without snow"."""
BLANK = " ,，、¿¡'\"“”"
"""Signs that say nothing."""
_STOP = re.compile(r"[.;:!?\n。；：！？]")
_ZH_STOP = re.compile(r"[.;:!?\n。；：！？，,]")


@dataclass(slots=True)
class Clause:
    """One thing that is asked for. `op` is empty where no cue says what to do."""

    op: str = ""
    before: str = ""
    """What stands before the cue and belongs to it: "blue" in "blue instead of red"."""
    text: str = ""
    values: list[tuple[str, Any]] = field(default_factory=list)
    it: bool = False
    """Whether a word such as "it" or "the picture" stands for what is changed."""
    question: bool = False
    praise: bool = False
    """Whether it only says how somebody likes the picture."""
    mark: int = 0
    """Where in `text` the words behind the last size begin."""

    @property
    def blank(self) -> bool:
        """Whether it says nothing yet."""
        return not (self.op or self.text.strip(BLANK) or self.values or self.question)


class Splitter:
    """Makes the clauses of one instruction."""

    def __init__(self, heard: Heard) -> None:
        self.heard = heard
        self.clauses: list[Clause] = []
        self.now = Clause()

    def run(self) -> list[Clause]:
        """All clauses, in order."""
        at = 0
        for cue in self.heard.cues:
            self._text(self.heard.text[at : cue.start])
            self._cue(cue)
            at = cue.end
        self._text(self.heard.text[at:])
        self._flush()
        return self.clauses

    def _flush(self, following: Clause | None = None) -> None:
        if not self.now.blank:
            self.clauses.append(self.now)
        self.now = following or Clause()

    def _text(self, text: str) -> None:
        stop = _ZH_STOP if self.heard.language == "zh" else _STOP
        first, *rest = stop.split(text)
        self.now.text += first
        for piece in rest:
            self._flush(Clause(text=piece))

    def _cue(self, cue: Cue) -> None:
        if cue.op in ("skip", "it"):
            self.now.it |= cue.op == "it"
            self.now.text += " "
        elif cue.op == "question":
            self.now.question |= self.now.blank
            self.now.text += " "
        elif cue.op == "praise":
            self.now.praise |= not self.now.op
            self.now.text += " "
        elif cue.op in _AS_TEXT.get(self.now.op, ()):
            self.now.text += self.heard.text[cue.start : cue.end]
        elif cue.op in VALUES:
            self._value(cue)
        else:
            self._order(cue)

    def _value(self, cue: Cue) -> None:
        if cue.op == "size" and any(op == "size" for op, _ in self.now.values):
            behind, self.now.text = self.now.text[self.now.mark :], self.now.text[: self.now.mark]
            self._flush(Clause(op=self.now.op, text=behind))
        self.now.values.append((cue.op, cue.value))
        self.now.text += " "
        self.now.mark = len(self.now.text)

    def _order(self, cue: Cue) -> None:
        now = self.now
        if cue.op == "instead" or (now.text.strip() and self._goes_on(cue)):
            self.now = Clause(cue.op, now.text, "", now.values, now.it, now.question)
        elif not now.text.strip(BLANK) and now.op not in _FIRM:
            now.op, now.text = cue.op, ""
        elif cue.op == "make" and now.op in ("make", "replace"):
            now.text += " "
        else:
            self._flush(Clause(cue.op))

    def _goes_on(self, cue: Cue) -> bool:
        """Whether the words so far are what the cue is about: in Chinese they come first."""
        if self.heard.language == "zh":
            return self.now.op in ("ba", "", "make")
        return cue.op == "wear" and self.now.op in ("make", "add", "")
