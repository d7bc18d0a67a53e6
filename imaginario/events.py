"""The one stream of events that a turn is made of; faces only read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from imaginario.chat import PromptDraft, Session
from imaginario.errors import StudioError
from imaginario.images import EMPTY, Image


@dataclass(frozen=True, slots=True)
class TextDelta:
    """A piece of the assistant's answer, to be appended."""

    text: str


@dataclass(frozen=True, slots=True)
class PromptReady:
    """The prompt the assistant wrote."""

    draft: PromptDraft


@dataclass(frozen=True, slots=True)
class Proposed:
    """The prompt waits for a word from the person; nothing has been painted or paid for.

    `order` is what is to be painted then, the prompt inside: a `painting.Order`; `engine` (its plug's name)
    and `model` tell who would. Both are empty where it has been agreed to and is painted now.
    """

    order: Any
    engine: str = ""
    model: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Repaint:
    """In ordinary chat the assistant changed the last picture's prompt: the studio paints it.

    `None` and "" leave a control as it was for that picture.
    """

    draft: PromptDraft
    seed: int | None = None
    style: str = ""
    negative_prompt: str = ""
    another_seed: bool = False
    """Paint it with a new seed: more like this."""


@dataclass(frozen=True, slots=True)
class Working:
    """What begins now, and who does it: the interface always says which one ran."""

    stage: Literal["chatting", "writing", "painting", "saving"]
    name: str
    """Plug name, such as "gemini" or "builtin"."""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What became of the controls: asked, sent, ignored, got (names are those of `Param`)."""

    asked: Mapping[str, Any]
    sent: Mapping[str, Any]
    ignored: tuple[str, ...] = ()
    got: Mapping[str, Any] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True)
class Comparing:
    """The next picture of a comparison begins: number `at` (from 1, row by row) of `of`.

    `values` is what it stands for, by the names of the controls (those of `Param`, or "style" and the like).
    """

    at: int
    of: int
    values: Mapping[str, str] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pause before the next attempt; `seconds` counts down, `attempt` counts from 1."""

    reason: str
    """Code of the error that caused it, such as "engine_warming_up"."""
    seconds: float
    attempt: int


@dataclass(frozen=True, slots=True)
class Progress:
    """`step` of `steps` done; `stage` is a word of the engine's, `preview` a small encoded picture."""

    step: int
    steps: int
    stage: str = ""
    preview: Image | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence for the person: a locale key and its values."""

    key: str
    values: Mapping[str, Any] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True)
class Painted:
    """A finished picture. `details` (JSON-ready) goes into the recipe, `notes` to the person."""

    image: Image
    seed: int | None = None
    index: int = 0
    provider: str = ""
    details: Mapping[str, Any] = field(default_factory=lambda: EMPTY)
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """The picture is in the gallery, its recipe inside the PNG."""

    picture_id: str
    image: Image
    recipe: Mapping[str, Any]
    filename: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The turn stopped here, or in a comparison one picture; the error knows its sentence and its way out."""

    error: StudioError


@dataclass(frozen=True, slots=True)
class Done:
    """The turn is over; `session` is the conversation as it stands now."""

    session: Session


EngineEvent: TypeAlias = Waiting | Progress | Painted
TurnEvent: TypeAlias = (
    TextDelta
    | PromptReady
    | Proposed
    | Repaint
    | Working
    | Adjusted
    | Comparing
    | EngineEvent
    | Saved
    | Note
    | Failed
    | Done
)
