"""The values of a conversation: messages, drafts, a person's choices, and the session that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from imaginario.images import EMPTY, Image

Role = Literal["user", "assistant"]
Safety = Literal["default", "off", "few", "some", "most"]


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation. `text` is plain text, pictures ride along.

    `hidden` messages (answers of commands, failures) are shown but never sent to a model.
    """

    role: Role
    text: str
    images: tuple[Image, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class PromptDraft:
    """A prompt to look at before it is painted: in English for the model, and in the person's words."""

    prompt: str
    prompt_local: str = ""
    negative_prompt: str = ""
    title: str = ""
    alt_text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sampling:
    """How a chat model chooses its words; `None` leaves it to the model.

    Ranges: temperature 0-2, top_p 0-1, top_k a whole number from 1, token counts whole numbers.
    """

    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    max_prompt_tokens: int | None = None
    """Length the written image prompt may have, in tokens of the image model's text encoder."""
    max_output_tokens: int | None = None
    safety: Safety = "default"


@dataclass(frozen=True, kw_only=True, slots=True)
class Controls:
    """How pictures are painted where a message does not say it; `None` and "" leave it to the model.

    Names and ranges are those of `images.ImageRequest`; `size` is width and height in pixels.
    """

    ratio: tuple[float, float] | None = None
    size: tuple[int, int] | None = None
    count: int | None = None
    negative_prompt: str = ""
    seed: int | None = None
    steps: int | None = None
    guidance: float | None = None
    scheduler: str = ""
    strength: float | None = None
    image_guidance: float | None = None
    control_image: Image | None = None
    """A guide map, such as edges."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices:
    """What a person chose; "auto" climbs the ladder of what the keys can reach."""

    language: str = "en"
    assistant: str = "auto"
    chat_model: str = ""
    engine: str = "auto"
    image_model: str = ""
    style: str = ""
    ask_first: bool = False
    """Show a prompt that an assistant wrote before anything is painted."""
    sampling: Sampling = field(default_factory=Sampling)
    controls: Controls = field(default_factory=Controls)


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """One person's conversation as a value; a turn answers with the next one."""

    owner: str
    choices: Choices = field(default_factory=Choices)
    messages: tuple[Message, ...] = ()
    last_picture: str | None = None
    """Gallery id of the newest picture."""
    proposed: Any = None
    """The order (a `painting.Order`) whose prompt waits for a word, if one does."""
    shelf: Mapping[str, Image] = field(default_factory=lambda: EMPTY, repr=False)
    """Pictures and masks laid aside for an edit, by the id that `--picture` and `--mask` name."""

    def saying(self, *messages: Message) -> Session:
        """The session with these messages added."""
        return replace(self, messages=(*self.messages, *messages))

    def history(self) -> tuple[Message, ...]:
        """What a model may see of the conversation: no hidden message, and it begins with the user."""
        seen = [m for m in self.messages if not m.hidden and (m.text.strip() or m.images)]
        while seen and seen[0].role != "user":
            seen.pop(0)
        return tuple(seen)
