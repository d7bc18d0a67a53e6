"""What the assistants of all providers share: which turns are sent, and how an answer becomes events."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import aclosing
from typing import Protocol

from imaginario import errors
from imaginario.assistants import instructions
from imaginario.assistants.base import Brief
from imaginario.assistants.drafts import DraftReader
from imaginario.chat import Message
from imaginario.events import Note, PromptReady, TextDelta

MAX_PICTURES = 4
"""Pictures sent along with a conversation, the newest ones: each travels again with every turn."""
ROOM_TO_THINK = 8192
"""Tokens added to the answer's limit when thinking alone has used it up."""
OPENING, CLOSING = "<think>", "</think>"


class Ended(Protocol):
    """An answer of which is known how it ended."""

    @property
    def cut_short(self) -> bool: ...


def history(messages: Iterable[Message]) -> tuple[Message, ...]:
    """What can be sent: no empty turn, and the last word is the person's (some refuse others).

    Raises `EmptyPrompt` when nothing is left.
    """
    said = [m for m in messages if not m.hidden and (m.text.strip() or m.images)]
    while said and said[-1].role != "user":
        said.pop()
    if not said:
        raise errors.EmptyPrompt(command="")
    return tuple(said)


async def chatted(
    pieces: AsyncGenerator[str | Note, None], answer: Ended
) -> AsyncGenerator[TextDelta | Note, None]:
    """The words of an ordinary answer; one that hit its length limit ends in an ellipsis."""
    async with aclosing(pieces):
        async for piece in pieces:
            yield piece if isinstance(piece, Note) else TextDelta(piece)
    if answer.cut_short:
        yield TextDelta("…")


async def drafted(
    pieces: AsyncGenerator[str | Note, None], brief: Brief, lost: Callable[[], errors.EngineError]
) -> AsyncGenerator[TextDelta | PromptReady | Note, None]:
    """A structured answer: the words a person reads as they grow, then the draft; raises `lost()` if there
    is none. A prompt that is already whole is not given up for a late break."""
    reader = DraftReader(instructions.keys(brief)[0])
    try:
        async with aclosing(pieces):
            async for piece in pieces:
                if isinstance(piece, Note):
                    yield piece
                elif fresh := reader.feed(piece):
                    yield TextDelta(fresh)
    except errors.Retryable:
        if not reader.whole:
            raise
    draft = reader.draft(instructions.budget(brief))
    if draft is None:
        raise lost()
    if not reader.shown:
        yield TextDelta(draft.prompt_local)
    yield PromptReady(draft)


class Reading:
    """What is known of one answer while its chunks come in."""

    def __init__(self) -> None:
        self.text = ""
        self.finish = ""
        """The finish reason, "" while there is none."""
        self._thoughts = Thoughts()

    @property
    def cut_short(self) -> bool:
        """Whether a length limit ended it."""
        return self.finish == "length"

    @property
    def starved(self) -> bool:
        """Whether thinking ate the whole allowance and left no word."""
        return self.cut_short and not self.text.strip()

    def _add(self, piece: str) -> str:
        piece = piece if self.text else piece.lstrip()  # there is a gap after a thought
        self.text += piece
        return piece


class Thoughts:
    """Takes out what a model thinks aloud at the beginning of its answer, between <think> marks."""

    def __init__(self) -> None:
        self._held = ""
        self._thinking: bool | None = None
        """None until it is known whether the answer begins with a thought."""

    def feed(self, piece: str) -> str:
        """Take the next piece; returns what is no thought."""
        if self._thinking is False:
            return piece
        self._held += piece
        if self._thinking is None:
            begun = self._held.lstrip()
            if not begun.startswith(OPENING):
                return "" if OPENING.startswith(begun) else self.rest()
            self._thinking = True
        _, closed, after = self._held.partition(CLOSING)
        if not closed:
            return ""
        self._held, self._thinking = after, False
        return self.rest()

    def rest(self) -> str:
        """What was held back to see whether a thought begins; nothing of one that never ended."""
        held = "" if self._thinking else self._held
        self._held, self._thinking = "", False if self._thinking is None else self._thinking
        return held


class Untaken:
    """The settings that models do not take, each told once for a model."""

    def __init__(self) -> None:
        self._told: set[tuple[str, str]] = set()

    def notes(self, model: str, controls: Iterable[str]) -> list[Note]:
        """What there is to tell now of controls ("top_k") that a person set and that are left out."""
        fresh = [name for name in dict.fromkeys(controls) if (model, name) not in self._told]
        self._told.update((model, name) for name in fresh)
        return [Note(f"assistants.ignored.{name}", {"model": model}) for name in fresh]
