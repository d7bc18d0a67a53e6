"""Google Gemini as a prompt assistant, through google-genai's generate_content stream."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from imaginario import aio, errors
from imaginario.assistants._gemini_answer import Answer
from imaginario.assistants._gemini_request import Ask, config, contents
from imaginario.assistants._telling import chatted, drafted, history
from imaginario.assistants.base import Brief, ChatModel, PromptAssistant
from imaginario.chat import Message
from imaginario.engines._gemini.borders import ENGINE, sdk_errors, translate
from imaginario.engines._gemini.wire import Wire, plain_id
from imaginario.events import Note, PromptReady, TextDelta
from imaginario.secrets import Secret

if TYPE_CHECKING:
    from google.genai import types

FALLBACK = (
    ChatModel(id="gemini-3.8-flash", title="Gemini 3.8 Flash"),
    ChatModel(id="gemini-3.5-flash-lite", title="Gemini 3.5 Flash-Lite"),
    ChatModel(id="gemini-4-hydrogen", title="Gemini 4 Hydrogen"),
    ChatModel(id="gemini-3.6-flash", title="Gemini 3.6 Flash"),
    ChatModel(id="gemini-4-argon", title="Gemini 4 Argon"),
)
NO_CHAT = re.compile(
    r"image|banana|tts|transcribe|live|embedding|robotics|computer-use|lyria|omni|veo|audio|^(?!gemini)"
)
"""Ids of listed models that answer generateContent but are no partners for a conversation."""


class GeminiAssistant(PromptAssistant):
    """Talks to Gemini with the person's or the server's API key.

    A stream that breaks, is refused or fails half-way has delivered its words by then; the error
    follows them. Only a written prompt that is already whole is not given up for a late break.
    """

    name = "gemini"
    title = "Google Gemini"
    secret = ENGINE
    settings = ("request_timeout",)
    rank = 10

    def __init__(self, *, secret: Secret, request_timeout: float = 120.0) -> None:
        self._wire = Wire(secret, request_timeout)

    async def models(self) -> tuple[ChatModel, ...]:
        """Listed models that can hold a conversation, the recommended ones first, then the newest."""
        async with aclosing(self._wire.listed()) as listed:
            found = [card async for model in listed if (card := _chat_model(model))]
        return tuple(sorted(dict.fromkeys(found), key=_place))

    def fallback_models(self) -> tuple[ChatModel, ...]:
        """What was worth recommending when this version was made."""
        return FALLBACK

    async def check(self) -> None:
        """Ask for a list of one model: free, and refused without a good key."""
        await self._wire.check()

    async def aclose(self) -> None:
        """Free connections."""
        await self._wire.aclose()

    async def stream(
        self, messages: Sequence[Message], *, brief: Brief
    ) -> AsyncGenerator[TextDelta | PromptReady | Note, None]:
        """Answer; see the base class. A chat answer that hit its length limit ends in an ellipsis."""
        ask = Ask(_model_id(brief.model), history(messages), brief)
        answer = Answer(ask.model)
        pieces = self._pieces(ask, answer)
        events = drafted(pieces, brief, partial(_lost, ask)) if brief.drafts else chatted(pieces, answer)
        async with aclosing(events):
            async for event in events:
                yield event

    async def _pieces(self, ask: Ask, answer: Answer) -> AsyncGenerator[str | Note, None]:
        """The words of the answer as they come, then the error if there was one."""
        async with aclosing(self._chunks(ask)) as chunks:
            async for chunk in chunks:
                if piece := answer.read(chunk):
                    yield piece
        if answer.starved and not ask.roomy:
            answer.finish = ""
            async with aclosing(self._pieces(replace(ask, roomy=True), answer)) as pieces:
                async for piece in pieces:
                    yield piece
        elif failure := answer.failure():
            raise failure

    async def _chunks(self, ask: Ask) -> AsyncGenerator[types.GenerateContentResponse, None]:
        key = self._wire.key
        try:
            client = await self._wire.client()
            request = {"model": ask.model, "contents": contents(ask.messages), "config": config(ask)}
            source = aio.pump(lambda: client.aio.models.generate_content_stream(**request))
            async with aclosing(source) as chunks:
                async for chunk in chunks:
                    yield chunk
        except sdk_errors() as error:
            raise translate(error, model=ask.model, key=key) from None


def _lost(ask: Ask) -> errors.EngineError:
    return errors.EmptyAnswer(engine=ENGINE, model=ask.model, detail="no_prompt")


def _model_id(wanted: str) -> str:
    return plain_id(wanted.strip() or FALLBACK[0].id)


def _chat_model(model: Any) -> ChatModel | None:
    name = (model.name or "").removeprefix("models/")
    return None if NO_CHAT.search(name) else ChatModel(id=name, title=model.display_name or name)


def _place(model: ChatModel) -> tuple[Any, ...]:
    ids = [m.id for m in FALLBACK]
    version = tuple(-float(n) for n in re.findall(r"\d+(?:\.\d+)?", model.id))
    return ids.index(model.id) if model.id in ids else len(ids), "preview" in model.id, version, model.id
