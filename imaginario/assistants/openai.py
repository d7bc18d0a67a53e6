"""OpenAI's chat completions as a prompt assistant: at OpenAI, or at any server that speaks them."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import Any

from imaginario import errors
from imaginario.assistants._openai_request import SPARE, Answer, Ask, arguments, body, untaken
from imaginario.assistants._telling import Untaken, chatted, drafted, history
from imaginario.assistants.base import Brief, ChatModel, PromptAssistant
from imaginario.chat import Message
from imaginario.engines._openai.borders import ENGINE, named, sdk_errors, translate
from imaginario.engines._openai.facts import PAINTS
from imaginario.engines._openai.wire import Wire
from imaginario.events import Note, PromptReady, TextDelta
from imaginario.secrets import Secret

FALLBACK = (
    ChatModel(id="gpt-6-luna", title="GPT-6 Luna"),
    ChatModel(id="gpt-6-sol", title="GPT-6 Sol"),
    ChatModel(id="gpt-5.6-terra", title="GPT-5.6 Terra"),
    ChatModel(id="gpt-6-astra", title="GPT-6 Astra"),
    ChatModel(id="gpt-5.4-mini", title="GPT-5.4 mini"),
)
NO_CHAT = re.compile(
    r"embed|bge-|rerank|whisper|tts|audio|realtime|transcri|moderation|guard|sora|video|veo|codex|instruct-\d"
    r"|babbage|davinci|computer-use|search-preview|deep-research|-pro\b|reward",
    re.IGNORECASE,
)
"""Ids of listed models that are no partners for a conversation, or not by way of chat completions."""
NO_CHAT_KINDS = frozenset({"image", "embedding", "audio", "video", "rerank", "moderation", "transcribe"})


class OpenAIAssistant(PromptAssistant):
    """Talks to OpenAI with a key, or to a server of one's own.

    `openai_base_url` moves it to another server, where `openai_chat_model` answers when none is chosen;
    without that the first one that the server lists. `request_timeout` is seconds of silence.
    """

    name = "openai"
    title = "OpenAI-compatible"
    secret = ENGINE
    settings = ("openai_base_url", "openai_chat_model", "request_timeout")
    keyless = ("openai_base_url",)
    rank = 30

    def __init__(
        self,
        *,
        secret: Secret | None = None,
        openai_base_url: str = "",
        openai_chat_model: str = "",
        request_timeout: float = 120.0,
    ) -> None:
        self._wire = Wire(secret, openai_base_url, request_timeout)
        self._usual = openai_chat_model
        self._first = ""
        """The model that the server lists first, once it was asked."""
        self._refused: dict[str, frozenset[str]] = {}
        """Request fields that a model has turned down, by model."""
        self._untaken = Untaken()

    async def models(self) -> tuple[ChatModel, ...]:
        """Listed models that can hold a conversation, the usual one first; raises `EngineError`."""
        listed = await self._wire.listed()
        names = [name for name, kind in listed if _talks(name, kind)]
        known = [self._usual, *(model.id for model in FALLBACK)]
        names.sort(key=lambda name: known.index(name) if name in known else len(known))
        self._first = names[0] if names else ""
        titles = {model.id: model.title for model in FALLBACK}
        names = dict.fromkeys([*filter(None, [self._usual]), *names])
        return tuple(ChatModel(id=name, title=titles.get(name, name)) for name in names)

    def fallback_models(self) -> tuple[ChatModel, ...]:
        """OpenAI's own models; of another server what is known of it, which may be no more than where it is:
        the model without an id is the one that it lists first."""
        names = dict.fromkeys(filter(None, [self._usual, self._first]))
        known = [ChatModel(id=name, title=name) for name in names]
        if self._wire.official:
            return (*known, *(model for model in FALLBACK if model.id not in names))
        return tuple(known) or (ChatModel(id="", title=self._wire.host),)

    async def check(self) -> None:
        """Ask for the list of models: free, and refused without a good key."""
        await self._wire.listed()

    async def aclose(self) -> None:
        """Free connections."""
        await self._wire.aclose()

    async def stream(
        self, messages: Sequence[Message], *, brief: Brief
    ) -> AsyncGenerator[TextDelta | PromptReady | Note, None]:
        """Answer; see the base class. A chat answer that hit its length limit ends in an ellipsis."""
        said = history(messages)
        ask = Ask(await self._chosen(brief.model.strip()), said, brief)
        answer = Answer(ask.model)
        pieces = self._pieces(ask, answer)
        events = drafted(pieces, brief, partial(_lost, ask)) if brief.drafts else chatted(pieces, answer)
        async with aclosing(events):
            async for event in events:
                yield event

    async def _chosen(self, wanted: str) -> str:
        """The model asked for, or the usual one of this server."""
        if model := wanted or self._usual or (FALLBACK[0].id if self._wire.official else self._first):
            return model
        await self.models()
        if not self._first:
            raise errors.ModelGone(engine=ENGINE, model=self._wire.host, detail="no chat model is listed")
        return self._first

    async def _pieces(self, ask: Ask, answer: Answer) -> AsyncGenerator[str | Note, None]:
        """The words of the answer as they come, then the error if there was one."""
        async with aclosing(self._chunks(ask)) as chunks:
            async for chunk in chunks:
                if piece := chunk if isinstance(chunk, Note) else answer.read(chunk):
                    yield piece
        if piece := answer.rest():
            yield piece
        if answer.starved and ask.brief.sampling.max_output_tokens and not ask.roomy:
            answer.again()
            async with aclosing(self._pieces(replace(ask, roomy=True), answer)) as pieces:
                async for piece in pieces:
                    yield piece
        elif failure := answer.failure():
            raise failure

    async def _chunks(self, ask: Ask) -> AsyncGenerator[Any, None]:
        stream, key = await self._opened(ask), self._wire.key
        try:
            async with stream:
                left_out = untaken(ask, self._refused.get(ask.model, frozenset()))
                for note in self._untaken.notes(ask.model, left_out):
                    yield note
                async for chunk in stream:
                    yield chunk
        except sdk_errors() as error:
            raise translate(error, model=ask.model, key=key) from None

    async def _opened(self, ask: Ask) -> Any:
        """The answer's stream; what the model turns down is left out, and remembered."""
        while True:
            refused = self._refused.get(ask.model, frozenset())
            fields = {name: value for name, value in body(ask).items() if name not in refused}
            call = arguments(fields)
            try:
                return await self._wire.call(
                    ask.model, lambda c, call=call: c.chat.completions.create(**call, stream=True)
                )
            except errors.InvalidRequest as error:
                spare = named(error, [name for name in SPARE if name in fields])
                if not spare:
                    raise
                self._refused[ask.model] = refused | {spare}


def _lost(ask: Ask) -> errors.EngineError:
    return errors.EmptyAnswer(engine=ENGINE, model=ask.model, detail="no_prompt")


def _talks(name: str, kind: str) -> bool:
    return kind not in NO_CHAT_KINDS and not NO_CHAT.search(name) and not (PAINTS.search(name) and not kind)
