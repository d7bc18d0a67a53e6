"""The interface every prompt assistant implements, and nothing else."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from imaginario.chat import Message, Sampling
from imaginario.events import Note, PromptReady, Repaint, TextDelta


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """What the assistant is asked for besides the messages.

    `kind` is "chat" (an ordinary answer), "prompt" (write an image prompt: the last message is the idea),
    "edit" (write an instruction for an image editing model: the last message says what to change in the
    picture that comes first in it) or "repaint" (the same wish, but for a model that wants the finished
    picture described).
    """

    kind: str = "chat"
    language: str = "en"
    """BCP 47 tag of the person's language: en, pt-BR, es, zh-CN."""
    model: str = ""
    style: str = ""
    """English words of the style that will wrap the prompt, so that the draft does not contradict it."""
    masked: bool = False
    """Whether only a marked part of the picture is painted anew."""
    max_prompt_tokens: int | None = None
    sampling: Sampling = field(default_factory=Sampling)
    picture: Mapping[str, Any] | None = None
    """The recipe of the conversation's newest picture, if there is one."""

    @property
    def drafts(self) -> bool:
        """Whether a draft is asked for rather than an answer."""
        return self.kind != "chat"


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatModel:
    """A chat model that can be chosen."""

    id: str
    title: str = ""


class PromptAssistant(ABC):
    """One provider of words; see `ImageEngine` for how modules are found and constructed."""

    name: ClassVar[str]
    title: ClassVar[str]
    secret: ClassVar[str | None] = None
    settings: ClassVar[tuple[str, ...]] = ()
    keyless: ClassVar[tuple[str, ...]] = ()
    """Those of `settings` that do without the secret when set, as for `ImageEngine`."""
    rank: ClassVar[int] = 100
    sees: ClassVar[bool] = True
    """Whether it looks at attached pictures."""

    @abstractmethod
    async def models(self) -> tuple[ChatModel, ...]:
        """The chat models that can be reached now, best first; raises `EngineError`."""

    @abstractmethod
    def fallback_models(self) -> tuple[ChatModel, ...]:
        """A short built-in list for when `models()` can't be asked; the first is the default."""

    @abstractmethod
    def stream(
        self, messages: Sequence[Message], *, brief: Brief
    ) -> AsyncGenerator[TextDelta | PromptReady | Repaint | Note, None]:
        """Answer. Chat: `TextDelta`s, then a `Repaint` if it can change the newest picture and was asked to.
        Prompt and edit: `TextDelta`s of the person's-language prompt as it is written, at the end exactly one
        `PromptReady`. Anywhere among them a `Note`, once, about a setting that the model does not take.

        Raises one of the `EngineError` tree. Closing the generator stops the work.
        """

    async def check(self) -> None:
        """Ask the provider, as cheaply as possible, whether the secret works; raises `EngineError`."""
        await self.models()

    async def aclose(self) -> None:
        """Free connections."""
        return
