"""One answer of Gemini's, read chunk by chunk."""

from __future__ import annotations

from typing import Any

from imaginario import errors
from imaginario.engines._gemini.borders import CUT_SHORT, ENGINE, from_finish, name_of


class Answer:
    """What is known of one answer while its chunks come in."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.text = ""
        self.finish = ""
        """The finish reason, "" while there is none."""
        self._blocked = ""
        self._silent = True

    def read(self, chunk: Any) -> str:
        """Take a chunk; returns the words it adds, thoughts left out."""
        self._silent = False
        if chunk.prompt_feedback and chunk.prompt_feedback.block_reason:
            self._blocked = name_of(chunk.prompt_feedback.block_reason)
        candidate = (chunk.candidates or [None])[0]
        if candidate is None:
            return ""
        if candidate.finish_reason:
            self.finish = name_of(candidate.finish_reason)
        parts = (candidate.content and candidate.content.parts) or []
        piece = "".join(p.text for p in parts if p.text and not p.thought)
        self.text += piece
        return piece

    @property
    def cut_short(self) -> bool:
        """Whether a length limit ended it."""
        return self.finish in CUT_SHORT

    @property
    def starved(self) -> bool:
        """Whether thinking ate the whole allowance and left no word."""
        return self.cut_short and not self.text

    def failure(self) -> errors.EngineError | None:
        """What was wrong with the answer, now that it is over."""
        if self._blocked:
            return errors.ContentRefused(engine=ENGINE, model=self.model, detail=self._blocked)
        if self._silent:
            return errors.EmptyAnswer(engine=ENGINE, model=self.model)
        if failure := from_finish(self.finish, model=self.model):
            return failure
        if self.text.strip():
            return None
        return errors.EmptyAnswer(engine=ENGINE, model=self.model, detail=self.finish)
